//! What fits: errors into four bytes, records into their bounds, calls into a block.

use crate::common::{calls::every_call, calls::prepare, records::*, *};
use codec::{Encode, MaxEncodedLen};
use frame_support::{
	dispatch::{DispatchClass, GetDispatchInfo},
	traits::{GetCallMetadata, PalletError},
	weights::Weight,
};
use pallet_achievements::{
	types::{
		Attestation, BulkMode as RegisterMode, Classification, ClassificationScheme, Declaration,
		Evidence, Funding, Submission, TitleText,
	},
	Call as Achievements,
};
use pallet_consortium::{
	types::{Application, BulkMode, Identity, KeyGrant},
	Call as Members,
};
use pallet_rights::Call as Rights;
use pallet_statutes::Call as Statutes;
use quanqi_runtime::{
	AccountId, Runtime, RuntimeCall, MAXIMUM_BLOCK_LENGTH_BYTES, MAXIMUM_BLOCK_WEIGHT,
	MAXIMUM_STATUTE_BATCH, MAXIMUM_SUCCESSION, MAXIMUM_VALIDATORS, NORMAL_RATIO,
};
use quanqi_title::{Entry, Title};
use quanqi_types::{
	bounds::{
		MAX_BULK_RECORDS, MAX_CLASSIFICATIONS, MAX_COMPLETERS, MAX_ENTRY_BYTES, MAX_EVIDENCE,
		MAX_IDENTIFIERS, MAX_KEYS, MAX_LABEL_BYTES, MAX_NAME_BYTES, MAX_SHARE_LINES,
		MAX_TITLE_BYTES, MAX_TITLE_TEXT_BYTES,
	},
	AchievementId, Commitment, ConsentAct, ConsentRule, MemberId, OfficialStatus, Permissions,
	RuleId, ShareBasis, ShareLine, Shares, StatuteValue, Text,
};

/// Bytes an error of a pallet has behind the pallet's index.
const ERROR_BYTES: usize = 4;

/// Everything of a transaction that is not its call: version, signer, signature, extension.
const ENVELOPE_BYTES: usize = 256;

fn longest<const N: u32>() -> Text<N> {
	let length = usize::try_from(N).unwrap();
	Text::new(&"a".repeat(length)).unwrap()
}

fn filled<T: Clone, const N: u32>(
	value: T,
	count: u32,
) -> quanqi_types::BoundedVec<T, quanqi_types::ConstU32<N>> {
	vec![value; usize::try_from(count).unwrap()].try_into().ok().expect("within the bound")
}

/// Weight that one ordinary transaction may have.
fn room() -> Weight {
	let weights = <Runtime as frame_system::Config>::BlockWeights::get();
	weights.get(DispatchClass::Normal).max_extrinsic.expect("ordinary calls have a limit")
}

fn bytes_for_ordinary_calls() -> usize {
	let lengths = <Runtime as frame_system::Config>::BlockLength::get();
	usize::try_from(*lengths.max.get(DispatchClass::Normal)).unwrap()
}

/// A record as long as a record can be. It need not be lawful: it must fit.
fn longest_submission() -> Submission {
	let lines = (1..=MAX_SHARE_LINES).map(|member| ShareLine { member: MemberId(member), ppm: 1 });
	let identifier = internal(ALICE, &"A".repeat(64));
	let evidence = Evidence { digest: digest(1), label: longest::<MAX_LABEL_BYTES>() };
	let classification =
		Classification { scheme: ClassificationScheme::Ipc, symbol: longest::<MAX_LABEL_BYTES>() };
	Submission {
		declaration: Declaration {
			title: TitleText::Open(longest::<MAX_TITLE_TEXT_BYTES>()),
			identifiers: filled(identifier, MAX_IDENTIFIERS),
			classifications: filled(classification, MAX_CLASSIFICATIONS),
			funding: Funding::Fiscal { programme: longest::<MAX_LABEL_BYTES>() },
			completers: filled(MemberId(1), MAX_COMPLETERS),
			contributions: Some(Commitment([1; 32])),
			evidence: filled(evidence, MAX_EVIDENCE),
			..patent(ALICE, "A-1")
		},
		owners: lines.collect::<Vec<_>>().try_into().unwrap(),
		basis: ShareBasis::Agreed,
	}
}

/// A record as they usually are: two owners and six completers.
fn usual_submission() -> Submission {
	let completers = (11..17).map(MemberId).collect::<Vec<_>>().try_into().unwrap();
	let declaration = Declaration { completers, ..patent(ALICE, "A-1") };
	owned_by(declaration, &[(ALICE, 500_000), (BOB, 500_000)])
}

fn register_bulk(submission: Submission) -> RuntimeCall {
	let submissions = filled(submission, MAX_BULK_RECORDS);
	let mode = RegisterMode::AllOrNone;
	Achievements::register_bulk { submissions, mode, mandate: None }.into()
}

fn attest_bulk() -> RuntimeCall {
	let attestation = Attestation {
		document: longest::<MAX_LABEL_BYTES>(),
		..act_of_office(AchievementId(1), OfficialStatus::Lapsed, date(2026, 11, 1))
	};
	let mode = RegisterMode::AllOrNone;
	Achievements::attest_status_bulk { attestations: filled(attestation, MAX_BULK_RECORDS), mode }
		.into()
}

/// An application with as many keys as a member can have, or with one.
fn application_with(keys: u32) -> Application<AccountId> {
	let key = KeyGrant { account: Key::Eve.to_account_id(), permissions: Permissions::FULL };
	Application {
		identity: Identity::Named(longest::<MAX_NAME_BYTES>()),
		keys: filled(key, keys),
		..institute(Key::Eve, quanqi_types::Capabilities::NONE)
	}
}

fn admit_many(keys: u32) -> RuntimeCall {
	let applications = filled(application_with(keys), MAX_BULK_RECORDS);
	Members::admit_many { applications, mode: BulkMode::AllOrNone }.into()
}

fn sponsor_many(keys: u32) -> RuntimeCall {
	let applications = filled(application_with(keys), MAX_BULK_RECORDS);
	Members::sponsor_many { applications, mode: BulkMode::AllOrNone }.into()
}

/// The bulk calls, each at its bound, with usual records.
fn bulk_calls() -> Vec<RuntimeCall> {
	let validators = (1..=MAXIMUM_VALIDATORS).map(MemberId).collect::<Vec<_>>();
	let bundle = (1..=200).map(AchievementId).collect::<Vec<_>>().try_into().unwrap();
	let rule = RuleId::Consent(quanqi_types::AchievementKind::KnowHow, ConsentAct::Pledge);
	let version =
		crate::common::calls::version(StatuteValue::Consent(ConsentRule::All), in_days(1));
	let batch = vec![(rule, version); usize::try_from(MAXIMUM_STATUTE_BATCH).unwrap()];
	let succession = (1..=u64::from(MAXIMUM_SUCCESSION)).map(AchievementId).collect::<Vec<_>>();
	vec![
		register_bulk(usual_submission()),
		attest_bulk(),
		admit_many(1),
		sponsor_many(1),
		Members::set_validators { validators: validators.try_into().unwrap() }.into(),
		Achievements::create_bundle { label: text("包"), bundle, mandate: None }.into(),
		Statutes::set_many { batch: batch.try_into().unwrap() }.into(),
		Rights::succeed {
			from: ALICE,
			heirs: Shares::single(BOB),
			achievements: succession.try_into().unwrap(),
			decision: document("判 1"),
		}
		.into(),
	]
}

fn name_of(call: &RuntimeCall) -> String {
	let metadata = call.get_call_metadata();
	format!("{}.{}", metadata.pallet_name, metadata.function_name)
}

#[test]
fn error_should_fit_the_bytes_an_error_has() {
	let sizes = [
		pallet_consortium::Error::<Runtime>::MAX_ENCODED_SIZE,
		pallet_statutes::Error::<Runtime>::MAX_ENCODED_SIZE,
		pallet_achievements::Error::<Runtime>::MAX_ENCODED_SIZE,
		pallet_rights::Error::<Runtime>::MAX_ENCODED_SIZE,
	];
	assert!(sizes.iter().all(|size| *size <= ERROR_BYTES), "{sizes:?}");
}

#[test]
fn title_and_entry_should_stay_within_their_bounds() {
	assert_eq!(MAX_TITLE_BYTES, 32 * 1024);
	assert_eq!(MAX_ENTRY_BYTES, 4 * 1024);
	assert!(Title::max_encoded_len() <= usize::try_from(MAX_TITLE_BYTES).unwrap());
	assert!(Entry::max_encoded_len() <= usize::try_from(MAX_ENTRY_BYTES).unwrap());
}

#[test]
fn block_should_have_the_limits_the_pages_give() {
	let weights = <Runtime as frame_system::Config>::BlockWeights::get();
	assert_eq!(weights.max_block, MAXIMUM_BLOCK_WEIGHT);
	assert!(room().all_lte(NORMAL_RATIO * MAXIMUM_BLOCK_WEIGHT));
	let lengths = <Runtime as frame_system::Config>::BlockLength::get();
	assert_eq!(*lengths.max.get(DispatchClass::Operational), MAXIMUM_BLOCK_LENGTH_BYTES);
	assert_eq!(*lengths.max.get(DispatchClass::Normal), NORMAL_RATIO * MAXIMUM_BLOCK_LENGTH_BYTES);
}

/// Two hundred of the longest records fit one transaction's bytes.
#[test]
fn bulk_registration_should_fit_a_transaction_when_every_record_is_the_longest() {
	let length = register_bulk(longest_submission()).encoded_size() + ENVELOPE_BYTES;
	assert!(length <= bytes_for_ordinary_calls(), "{length}");
	// What was measured is the longest indeed.
	assert_eq!(longest_submission().encoded_size(), Submission::max_encoded_len());
}

/// Two hundred usual records fit one transaction's time.
#[test]
fn bulk_calls_should_fit_a_transaction_when_they_are_full() {
	network().execute_with(|| {
		for call in bulk_calls() {
			let (weight, length) = (call.get_dispatch_info().call_weight, call.encoded_size());
			assert!(weight.all_lte(room()), "{}: {weight} of {}", name_of(&call), room());
			assert!(length + ENVELOPE_BYTES <= bytes_for_ordinary_calls(), "{}", name_of(&call));
		}
	});
}

#[test]
fn admission_should_fit_a_transaction_when_every_member_has_all_its_keys() {
	network().execute_with(|| {
		for call in [admit_many(MAX_KEYS), sponsor_many(MAX_KEYS)] {
			let length = call.encoded_size();
			assert!(length + ENVELOPE_BYTES <= bytes_for_ordinary_calls(), "{}", name_of(&call));
		}
	});
}

#[test]
fn call_should_fit_a_transaction_when_it_is_about_one_thing() {
	network().execute_with(|| {
		prepare();
		for (_, call) in every_call() {
			// `enact` carries the weight its caller allows for.
			if name_of(&call) == "Consortium.enact" {
				continue;
			}
			let info = call.get_dispatch_info();
			assert!(info.call_weight.all_lte(room()), "{}", name_of(&call));
			assert!(info.call_weight.ref_time() > 0, "{} weighs nothing", name_of(&call));
		}
	});
}

/// What a transaction's signature and extension weigh besides its call.
#[test]
fn bulk_registration_should_run_when_a_member_signs_it() {
	run(|| {
		let mut submissions = Vec::new();
		for number in 0..MAX_BULK_RECORDS {
			let declaration = patent(ALICE, &format!("B-{number}"));
			submissions.push(owned_by(declaration, &[(ALICE, 1_000_000)]));
		}
		let submissions = submissions.try_into().unwrap();
		let mode = RegisterMode::AllOrNone;
		let register = Achievements::register_bulk { submissions, mode, mandate: None };
		assert_eq!(apply(transaction(Key::Alice, 0, register)), Ok(Ok(())));
		let registered = pallet_achievements::Achievements::<Runtime>::iter_keys().count();
		assert_eq!(registered, usize::try_from(MAX_BULK_RECORDS).unwrap());
	});
}
