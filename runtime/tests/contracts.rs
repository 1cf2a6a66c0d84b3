//! What a technology contract does, from its draft to the income, over all pallets.

use crate::common::{deals::*, records::*, scene::*, *};
use frame_support::{assert_noop, assert_ok};
use pallet_consortium::{Call as Members, Error as MembersError};
use pallet_notices::Call as Notices;
use pallet_rights::Call as Rights;
use pallet_technology_contracts::{
	income::{Price, PriceMode},
	signing::{OfflineSignature, SigningPayload},
	Call as Contracts, ContractKind, ContractState, Effect, EffectState, Ending,
	Error as ContractsError, IncomeSource, PaidAmount, PaymentAttested, PaymentKind,
	RegistrationState, Terms,
};
use pallet_trials::TrialState;
use quanqi_runtime::{Runtime, System};
use quanqi_title::HoldTarget;
use quanqi_types::{
	Amount, BoundedVec, Capabilities, Capability, MemberId, Permission, UseForm, WHOLE_PPM,
};

/// T8: the completer's pre-emption stands unless it signs, or is silent for a month.
#[test]
fn transfer_should_bind_only_after_a_month_when_the_completer_is_silent() {
	run(|| {
		let completer = sponsor_person(Key::Ferdie);
		let achievement = completed_patent("A-1", completer);
		let effects = vec![Effect::TransferShare {
			achievement,
			from: ALICE,
			to: BOB,
			ppm: WHOLE_PPM,
			on: None,
		}];
		let terms = contract_terms(ContractKind::Transfer, BOB, 80, effects);
		let contract = draft(auctioned(terms, achievement));
		assert_ok!(sign(Key::Alice, contract));
		let stands = law!(T8, PreEmptionStands, completer.0);
		assert_noop!(sign(Key::Bob, contract), stands);
		advance_days(35);
		assert_ok!(sign(Key::Bob, contract));
		agreed(achievement);
		assert_replays(achievement);
	});
}

/// C6: the bureau certifies, and moves no right.
#[test]
fn registration_should_append_nothing_to_the_title() {
	run(|| {
		let (scene, contract) = converted();
		let before = quanqi_runtime::Rights::title_view(scene.achievement).unwrap();
		register(contract);
		let registration =
			pallet_technology_contracts::Registrations::<Runtime>::get(contract).unwrap();
		assert_eq!(registration.state, RegistrationState::Registered);
		let after = quanqi_runtime::Rights::title_view(scene.achievement).unwrap();
		assert_eq!((after.title, after.head), (before.title, before.head));
	});
}

/// C5: the bureau's division covers the seller's place.
#[test]
fn registration_should_be_refused_when_the_bureau_is_of_another_province() {
	run(|| {
		let (_, contract) = converted();
		let capabilities = [Capability::RegisterContracts].into_iter().collect::<Capabilities>();
		let mut application = institute(Key::Two, capabilities);
		application.jurisdiction = Some(320_000);
		let bureau = MemberId(pallet_consortium::NextMemberId::<Runtime>::get());
		assert_ok!(motion(Members::admit { application }));
		let outside = ContractsError::<Runtime>::OutsideJurisdiction;
		assert_noop!(submit_to(bureau, contract), outside);
	});
}

/// C5: a contract is before one bureau at a time, and registered once.
#[test]
fn registration_should_be_refused_when_the_contract_is_registered() {
	run(|| {
		let (_, contract) = converted();
		register(contract);
		for bureau in [CHARLIE, DAVE] {
			let again = ContractsError::<Runtime>::AlreadySubmitted;
			assert_noop!(submit_to(bureau, contract), again);
		}
	});
}

/// C4: a second contract of the same number and day names the first, and so does one of the same
/// instrument.
#[test]
fn second_contract_should_be_refused_naming_the_first() {
	run(|| {
		let terms = |seed| contract_terms(ContractKind::Service, BOB, seed, Vec::new());
		let first = signed_by(&[Key::Alice, Key::Bob], terms(80));
		let same_number = Terms { instrument: digest(81), ..terms(80) };
		let key_taken = ContractsError::<Runtime>::KeyTaken(first.into());
		assert_noop!(try_draft(same_number), key_taken);
		let same_instrument = Terms { instrument: digest(80), ..terms(81) };
		let instrument_taken = ContractsError::<Runtime>::InstrumentTaken(first.into());
		assert_noop!(try_draft(same_instrument), instrument_taken);
	});
}

/// C7: a state-established university sells no service achievement without a price event.
#[test]
fn contract_should_be_refused_when_no_price_event_is_behind_it() {
	run(|| {
		let achievement = own_patent("A-1");
		let terms = Box::new(licence(UseForm::Ordinary, BOB));
		let effects = vec![Effect::GrantUse { achievement, terms }];
		let terms = contract_terms(ContractKind::Licence, BOB, 80, effects);
		let missing = ContractsError::<Runtime>::PriceEventMissing;
		assert_noop!(try_draft(terms.clone()), missing);
		assert_ok!(try_draft(auctioned(terms, achievement)));
	});
}

/// C7, N8: a price by agreement needs a notice of name and price that is over.
#[test]
fn agreed_price_should_be_recorded_only_when_its_notice_is_over() {
	run(|| {
		let achievement = own_patent("A-1");
		let agreement = |notice| {
			let mut event = price_event(PriceMode::Agreement, achievement, Price::Amount(PRICE));
			event.notice = notice;
			Contracts::record_price_event { event: Box::new(event), mandate: None }
		};
		let missing = || ContractsError::<Runtime>::NoticeMissing;
		assert_noop!(call(Key::Alice, agreement(None)), missing());
		let open = Notices::open_price_notice {
			achievement,
			terms: digest(41),
			document: digest(42),
			parties: BoundedVec::new(),
			mandate: None,
		};
		assert_ok!(call(Key::Alice, open));
		let notice = last_notice();
		assert_noop!(call(Key::Alice, agreement(Some(notice))), missing());
		advance_days(20);
		assert_ok!(call(Key::Alice, agreement(Some(notice))));
	});
}

/// C8: one payment is attested once, and never more than is owed.
#[test]
fn payment_should_be_refused_when_it_is_known_or_too_large() {
	run(|| {
		let (scene, contract) = converted();
		bank();
		assert_ok!(pay(scene.user, contract, 90, Amount::fen(6_000)));
		let known = ContractsError::<Runtime>::PaymentKnown;
		assert_noop!(pay(scene.user, contract, 90, Amount::fen(4_000)), known);
		let too_large = ContractsError::<Runtime>::PaymentTooLarge;
		assert_noop!(pay(scene.user, contract, 91, Amount::fen(4_001)), too_large);
		assert_ok!(pay(scene.user, contract, 91, Amount::fen(4_000)));
	});
}

/// C8: a university attests no payment, whatever it may do.
#[test]
fn payment_should_be_refused_when_neither_bank_exchange_nor_bureau_attests_it() {
	run(|| {
		let (scene, contract) = converted();
		let payment = PaymentAttested {
			kind: PaymentKind::Payment,
			reference: digest(90),
			part: 0,
			amount: PaidAmount::Open(PRICE),
			payer: scene.user,
			payee: ALICE,
			date: now(),
		};
		let refused = ContractsError::<Runtime>::NotPaymentAttester;
		let attest = Contracts::attest_payment { contract, payment };
		assert_noop!(call(Key::Charlie, attest), refused);
	});
}

/// C9: one fen less than 70 %, rounded up to the fen, is refused.
#[test]
fn distribution_should_be_refused_when_completers_get_one_fen_too_little() {
	run(|| {
		let (scene, contract) = converted();
		bank();
		assert_ok!(pay(scene.user, contract, 90, Amount::fen(9_999)));
		// 70 % are 6999.3 fen.
		assert_noop!(distribute(contract, 6_999, 3_000), below_floor());
		assert_ok!(distribute(contract, 7_000, 2_999));
		assert_eq!(lines(contract), [7_000, 2_999]);
	});
}

/// C9: a payment is distributed once.
#[test]
fn distribution_should_be_refused_when_the_payment_is_distributed() {
	run(|| {
		let (scene, contract) = converted();
		bank();
		assert_ok!(pay(scene.user, contract, 90, PRICE));
		assert_ok!(distribute(contract, 70, 30));
		let again = ContractsError::<Runtime>::DistributedAlready;
		assert_noop!(distribute(contract, 80, 20), again);
	});
}

/// C9, T10: a hold on the title parks the distribution until it is lifted.
#[test]
fn distribution_should_be_parked_when_a_hold_is_on_the_title() {
	run(|| {
		let (scene, contract) = converted();
		let achievement = scene.achievement;
		bank();
		assert_ok!(pay(scene.user, contract, 90, PRICE));
		let hold = title(achievement).entries;
		let (target, until, order) = (HoldTarget::Whole, None, document("裁 1"));
		assert_ok!(call(Key::Dave, Rights::hold { achievement, target, until, order }));
		assert_ok!(distribute(contract, 70, 30));
		let source = IncomeSource::Payment(0);
		let release = || Contracts::release { contract, source, unit: ALICE };
		let held = ContractsError::<Runtime>::HoldInTheWay;
		assert_noop!(call(Key::Bob, release()), held);
		let lift = Rights::lift_hold { achievement, hold, order: document("裁 2") };
		assert_ok!(call(Key::Dave, lift));
		assert_ok!(call(Key::Bob, release()));
	});
}

/// C10: what waits for the office is cancelled by an entry; the trial stays converted.
#[test]
fn rescission_should_cancel_the_transfer_by_an_entry_when_every_party_agrees() {
	run(|| {
		let (scene, contract) = converted();
		let entries = title(scene.achievement).entries;
		let (ending, document, mandate) = (Ending::Rescinded, digest(95), None);
		for key in PARTIES {
			assert!(!title(scene.achievement).agreed_transfers.is_empty());
			assert_ok!(call(key, Contracts::end { contract, ending, document, mandate }));
		}
		assert_eq!(contract_state(contract), ContractState::Rescinded);
		assert_eq!(title(scene.achievement).entries, entries + 1);
		assert!(title(scene.achievement).agreed_transfers.is_empty());
		assert_eq!(state_of(scene.trial), TrialState::Converted);
		assert_replays(scene.achievement);
	});
}

/// C10: a transfer cancelled in the title itself is known to its contract.
#[test]
fn contract_should_know_when_its_transfer_is_cancelled_in_the_title() {
	run(|| {
		let (scene, contract) = converted();
		let agreed = agreed(scene.achievement);
		let cancel = Rights::cancel_transfer {
			achievement: scene.achievement,
			agreed,
			decision: Some(document("判 8")),
			mandate: None,
		};
		assert_ok!(call(Key::Dave, cancel));
		assert_eq!(effect_state(contract, 0), EffectState::Cancelled);
	});
}

/// T10, C6: a hold stops the last signature, and so everything.
#[test]
fn contract_should_bind_nobody_when_a_hold_is_in_the_way() {
	run(|| {
		let scene = declared();
		let achievement = scene.achievement;
		let contract = draft(conversion_terms(&scene));
		assert_ok!(sign(Key::Alice, contract));
		assert_ok!(sign(Key::Ferdie, contract));
		let hold = title(achievement).entries;
		let (target, until, order) = (HoldTarget::Whole, None, document("裁 1"));
		assert_ok!(call(Key::Dave, Rights::hold { achievement, target, until, order }));
		assert_noop!(sign(Key::Eve, contract), law!(T10, HoldInTheWay, hold));
		assert_eq!(state_of(scene.trial), TrialState::ConvertDeclared);
	});
}

/// C3: an ed25519 key of a party signs off line, and anyone brings it.
#[test]
fn signature_should_bind_when_it_was_made_off_line_by_a_partys_key() {
	run(|| {
		let terms = contract_terms(ContractKind::Service, BOB, 80, Vec::new());
		let contract = draft(terms.clone());
		assert_ok!(sign(Key::Alice, contract));
		let key = sp_keyring::Ed25519Keyring::Eve;
		let add = Members::add_key {
			account: key.to_account_id(),
			permissions: permissions(&[Permission::Dispose]),
		};
		let genesis = System::block_hash(0).0;
		let payload =
			SigningPayload::new(genesis, contract, 1, &terms, BOB, None, in_days(1)).unwrap();
		let bring = || Contracts::bring_signature {
			contract,
			version: 1,
			signature: OfflineSignature {
				signer: BOB,
				mandate: None,
				key: key.to_raw_public(),
				valid_until: in_days(1),
				signature: key.sign(&payload.bytes()).0,
			},
		};
		let stranger = MembersError::<Runtime>::NotAMemberKey;
		assert_noop!(call(Key::Dave, bring()), stranger);
		assert_ok!(call(Key::Bob, add));
		assert_ok!(call(Key::Dave, bring()));
		assert_eq!(contract_state(contract), ContractState::Signed);
	});
}
