//! Benchmarks: worst cases, each with an assertion on the state it leaves.
//!
//! Members and statutes come through the neighbours' own benchmark helpers, so that the weights of a
//! runtime include what its rights ledger and consortium do.

use crate::{
	pallet::{
		Achievements, Attestations, BundleOf, Bundles, ByIdentifier, Call, Config, Disclosures,
		FamilyOf, NextBundle, NextId, Pallet, Retirements, Submissions,
	},
	types::*,
};
use alloc::{boxed::Box, vec, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::BoundedVec;
use frame_system::RawOrigin;
use quanqi_title::Consent;
use quanqi_traits::{AchievementFacts, FundingKind, Members, Statutes, Titles};
use quanqi_types::{
	bounds::{
		MAX_BULK_RECORDS, MAX_CLASSIFICATIONS, MAX_COMPLETERS, MAX_EVIDENCE, MAX_IDENTIFIERS,
		MAX_IDENTIFIER_BYTES, MAX_LABEL_BYTES, MAX_SHARE_LINES, MAX_TITLE_TEXT_BYTES,
	},
	AchievementId, AchievementKind, Commitment, ConsentAct, ConsentRule, Date, Digest,
	ExclusionClass, Identifier, IdentifierScheme, LedgerStatus, MemberId, OfficialStatus, RuleId,
	ShareBasis, ShareLine, Shares, StatuteValue, Term, TermUnit, Text,
};

/// A member that may register, and its key.
struct Unit<T: Config> {
	key: T::AccountId,
	member: MemberId,
}

fn unit<T: Config>(seed: u32) -> Unit<T> {
	let (key, member) = T::Members::benchmark_member(seed);
	Unit { key, member }
}

impl<T: Config> Unit<T> {
	fn origin(&self) -> RawOrigin<T::AccountId> {
		RawOrigin::Signed(self.key.clone())
	}
}

fn set_statutes<T: Config>() {
	for kind in AchievementKind::ALL {
		let consent = RuleId::Consent(*kind, ConsentAct::Retire);
		T::Statutes::benchmark_set(consent, StatuteValue::Consent(ConsentRule::All));
		let term = StatuteValue::Term(Term { number: 90, unit: TermUnit::Year });
		T::Statutes::benchmark_set(RuleId::ProtectionTerm(*kind), term);
	}
}

fn longest_label(number: u32) -> Label {
	let text = alloc::format!("{number:0>width$}", width = MAX_LABEL_BYTES as usize);
	Text::new(&text).unwrap()
}

/// The longest internal number.
fn identifier(issuer: MemberId, number: u32) -> Identifier {
	let text = alloc::format!("{number:0>width$}", width = MAX_IDENTIFIER_BYTES as usize);
	Identifier::new(IdentifierScheme::Internal, *b"CN", Some(issuer), &text).unwrap()
}

fn evidence(number: u32) -> Evidence {
	let mut hash = [0; 32];
	hash[..4].copy_from_slice(&number.to_le_bytes());
	Evidence { digest: Digest::Sha256(hash), label: longest_label(number) }
}

fn persons<T: Config>(count: u32) -> Vec<MemberId> {
	(0..count).filter_map(T::Members::benchmark_person).collect()
}

fn longest_title() -> Text<MAX_TITLE_TEXT_BYTES> {
	Text::new(&"x".repeat(MAX_TITLE_TEXT_BYTES as usize)).unwrap()
}

const SALT: [u8; 32] = [7; 32];

/// As large as a declaration gets, but for room left for one identifier and one piece of evidence.
fn declaration(holder: MemberId, number: u32, completers: &[MemberId]) -> Declaration {
	let first = number * MAX_IDENTIFIERS;
	let identifiers: Vec<_> =
		(first..first + MAX_IDENTIFIERS - 1).map(|number| identifier(holder, number)).collect();
	let symbol = |number| Classification {
		scheme: ClassificationScheme::Other,
		symbol: longest_label(number),
	};
	let documents: Vec<_> = (0..MAX_EVIDENCE - 1).map(evidence).collect();
	Declaration {
		kind: AchievementKind::InventionPatent,
		title: TitleText::Sealed(Commitment::new(SALT, &longest_title().0)),
		identifiers: identifiers.try_into().unwrap(),
		classifications: BoundedVec::truncate_from((0..MAX_CLASSIFICATIONS).map(symbol).collect()),
		funding: Funding::Fiscal { programme: longest_label(0) },
		service: true,
		completers: completers.to_vec().try_into().unwrap(),
		contributions: Some(Commitment([1; 32])),
		completed: Some(Date(0)),
		filed: Some(Date(0)),
		status: OfficialStatus::Granted,
		evidence: documents.try_into().unwrap(),
	}
}

fn sole(holder: MemberId, number: u32, completers: &[MemberId]) -> Submission {
	let line = ShareLine { member: holder, ppm: quanqi_types::WHOLE_PPM };
	Submission {
		declaration: declaration(holder, number, completers),
		owners: vec![line].try_into().unwrap(),
		basis: ShareBasis::Agreed,
	}
}

fn last<T: Config>() -> AchievementId {
	AchievementId(NextId::<T>::get() - 1)
}

/// A registered record of a sole owner.
fn registered<T: Config>(holder: &Unit<T>, number: u32) -> Result<AchievementId, BenchmarkError> {
	set_statutes::<T>();
	let completers = persons::<T>(MAX_COMPLETERS);
	let submission = sole(holder.member, number, &completers);
	Pallet::<T>::register(holder.origin().into(), Box::new(submission), None)?;
	Ok(last::<T>())
}

/// A disclosure of as many owners as there can be; the units in order, the holder first.
fn disclosed<T: Config>() -> Result<(AchievementId, Vec<Unit<T>>), BenchmarkError> {
	set_statutes::<T>();
	let units: Vec<_> = (0..MAX_SHARE_LINES).map(unit::<T>).collect();
	let shares = Shares::equal(units.iter().map(|unit| unit.member))
		.map_err(|_| BenchmarkError::Stop("the units are no owners"))?;
	let completers = persons::<T>(MAX_COMPLETERS);
	let submission = Submission {
		declaration: declaration(units[0].member, 0, &completers),
		owners: shares.lines().to_vec().try_into().unwrap(),
		basis: ShareBasis::DeemedEqual,
	};
	Pallet::<T>::register(units[0].origin().into(), Box::new(submission), None)?;
	Ok((last::<T>(), units))
}

/// Registered, with as many owners as there can be.
fn co_owned<T: Config>() -> Result<(AchievementId, Vec<Unit<T>>), BenchmarkError> {
	let (achievement, units) = disclosed::<T>()?;
	for owner in units.iter().skip(1) {
		Pallet::<T>::confirm(owner.origin().into(), achievement, owner.member, None)?;
	}
	Ok((achievement, units))
}

fn lapse(achievement: AchievementId) -> Attestation {
	Attestation {
		achievement,
		status: OfficialStatus::Lapsed,
		legal_date: Date(0),
		document: longest_label(1),
		becomes: None,
		filed: Some(Date(0)),
		protection_until: None,
	}
}

fn record<T: Config>(achievement: AchievementId) -> Achievement {
	Pallet::<T>::record(achievement).unwrap()
}

/// Enters a record of these facts for another area's benchmark, otherwise as large as one gets.
pub(crate) fn enter<T: Config>(achievement: AchievementId, facts: AchievementFacts) {
	let number = u32::try_from(achievement.0).unwrap_or_default();
	let mut record = Achievement::disclosed(
		facts.holder,
		declaration(facts.holder, number, &facts.completers),
		T::Titles::now(),
	);
	record.kind = facts.kind;
	record.ledger_status = facts.ledger_status;
	record.official.status = facts.official_status;
	record.protection_until = facts.protection_until;
	record.service = facts.service;
	record.completed = facts.completed.map(Date::from_moment);
	record.funding = match facts.funding {
		FundingKind::Fiscal => Funding::Fiscal { programme: longest_label(0) },
		FundingKind::Commissioned => Funding::Commissioned { commissioner: facts.holder },
		FundingKind::Own => Funding::Own,
	};
	record.exclusion = facts.exclusion.map(|class| Exclusion {
		class,
		review_on: Date(0),
		set_by: facts.holder,
		set_at: T::Titles::now(),
	});
	Achievements::<T>::insert(achievement, Record::V1(record));
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn register(
		p: Linear<1, { MAX_COMPLETERS + 1 }>,
		i: Linear<1, { MAX_IDENTIFIERS }>,
	) -> Result<(), BenchmarkError> {
		set_statutes::<T>();
		let holder = unit::<T>(0);
		let mut submission = Box::new(sole(holder.member, 0, &persons::<T>(p - 1)));
		let names: Vec<_> = (0..i).map(|number| identifier(holder.member, number)).collect();
		submission.declaration.identifiers = names.try_into().unwrap();
		#[extrinsic_call]
		_(holder.origin(), submission, None);
		assert!(T::Titles::title(last::<T>()).is_some());
		Ok(())
	}

	#[benchmark]
	fn register_bulk(n: Linear<1, MAX_BULK_RECORDS>) -> Result<(), BenchmarkError> {
		set_statutes::<T>();
		let holder = unit::<T>(0);
		let submission = |number| {
			let mut submission = sole(holder.member, number, &[]);
			submission.declaration.identifiers.truncate(1);
			submission
		};
		let submissions = Submissions::truncate_from((0..n).map(submission).collect());
		#[extrinsic_call]
		_(holder.origin(), submissions, BulkMode::Each, None);
		assert_eq!(NextId::<T>::get(), u64::from(n) + 1);
		assert!(T::Titles::title(last::<T>()).is_some());
		Ok(())
	}

	#[benchmark]
	fn confirm() -> Result<(), BenchmarkError> {
		let (achievement, mut units) = disclosed::<T>()?;
		let owner = units.pop().unwrap();
		for earlier in units.iter().skip(1) {
			Pallet::<T>::confirm(earlier.origin().into(), achievement, earlier.member, None)?;
		}
		#[extrinsic_call]
		_(owner.origin(), achievement, owner.member, None);
		assert!(!Disclosures::<T>::contains_key(achievement));
		Ok(())
	}

	#[benchmark]
	fn withdraw_disclosure() -> Result<(), BenchmarkError> {
		let (achievement, units) = disclosed::<T>()?;
		let other = registered::<T>(&units[0], 1)?;
		let more: Vec<_> =
			(2..MAX_BULK_RECORDS).map(|number| AchievementId(u64::from(number) + 1)).collect();
		let mut achievements = vec![achievement, other];
		achievements.extend(more);
		let (maker, label) = (units[0].member, longest_label(0));
		let bundle = Bundle { maker, label, achievements: BoundedVec::truncate_from(achievements) };
		Bundles::<T>::insert(BundleId(0), bundle);
		BundleOf::<T>::insert(achievement, BundleId(0));
		Pallet::<T>::join_family(achievement, FamilyId(0));
		#[extrinsic_call]
		_(units[0].origin(), achievement, None);
		assert!(!Achievements::<T>::contains_key(achievement));
		Ok(())
	}

	#[benchmark]
	fn attest_status() -> Result<(), BenchmarkError> {
		let (achievement, _) = co_owned::<T>()?;
		let office = unit::<T>(1_000);
		#[extrinsic_call]
		_(office.origin(), lapse(achievement));
		assert_eq!(record::<T>(achievement).official.status, OfficialStatus::Lapsed);
		Ok(())
	}

	#[benchmark]
	fn attest_status_bulk(n: Linear<1, MAX_BULK_RECORDS>) -> Result<(), BenchmarkError> {
		let (holder, office) = (unit::<T>(0), unit::<T>(1_000));
		let attestations = (0..n)
			.map(|number| registered::<T>(&holder, number).map(lapse))
			.collect::<Result<Vec<_>, _>>()?;
		let attestations = Attestations::truncate_from(attestations);
		#[extrinsic_call]
		_(office.origin(), attestations, BulkMode::Each);
		assert_eq!(record::<T>(last::<T>()).official.status, OfficialStatus::Lapsed);
		Ok(())
	}

	#[benchmark]
	fn set_exclusion() -> Result<(), BenchmarkError> {
		let (achievement, _) = co_owned::<T>()?;
		let authority = unit::<T>(1_000);
		let review_on = Pallet::<T>::today().plus_days(1).unwrap();
		#[extrinsic_call]
		_(authority.origin(), achievement, ExclusionClass::Defence, review_on);
		assert!(record::<T>(achievement).exclusion.is_some());
		Ok(())
	}

	#[benchmark]
	fn lift_exclusion() -> Result<(), BenchmarkError> {
		let (achievement, _) = co_owned::<T>()?;
		let authority = unit::<T>(1_000);
		let review_on = Pallet::<T>::today().plus_days(1).unwrap();
		let class = ExclusionClass::Defence;
		Pallet::<T>::set_exclusion(authority.origin().into(), achievement, class, review_on)?;
		#[extrinsic_call]
		_(authority.origin(), achievement);
		assert!(record::<T>(achievement).exclusion.is_none());
		Ok(())
	}

	#[benchmark]
	fn add_evidence() -> Result<(), BenchmarkError> {
		let (achievement, units) = co_owned::<T>()?;
		#[extrinsic_call]
		_(units[0].origin(), achievement, evidence(MAX_EVIDENCE), None);
		assert_eq!(record::<T>(achievement).evidence.len() as u32, MAX_EVIDENCE);
		Ok(())
	}

	#[benchmark]
	fn add_identifier() -> Result<(), BenchmarkError> {
		let (achievement, units) = co_owned::<T>()?;
		let identifier = identifier(units[0].member, u32::MAX);
		#[extrinsic_call]
		_(units[0].origin(), achievement, identifier.clone(), None);
		assert_eq!(ByIdentifier::<T>::get(identifier), Some(achievement));
		Ok(())
	}

	#[benchmark]
	fn publish_title() -> Result<(), BenchmarkError> {
		let (achievement, units) = co_owned::<T>()?;
		#[extrinsic_call]
		_(units[0].origin(), achievement, SALT, longest_title(), None);
		assert_eq!(record::<T>(achievement).title, TitleText::Open(longest_title()));
		Ok(())
	}

	#[benchmark]
	fn retire() -> Result<(), BenchmarkError> {
		let (achievement, mut units) = co_owned::<T>()?;
		let owner = units.pop().unwrap();
		for earlier in &units {
			Pallet::<T>::retire(earlier.origin().into(), achievement, None)?;
		}
		#[extrinsic_call]
		_(owner.origin(), achievement, None);
		assert_eq!(record::<T>(achievement).ledger_status, LedgerStatus::Retired);
		Ok(())
	}

	#[benchmark]
	fn take_back_retirement() -> Result<(), BenchmarkError> {
		let (achievement, units) = co_owned::<T>()?;
		let role = quanqi_title::ConsentRole::CoOwner;
		let consent =
			|unit: &Unit<T>| Consent { member: unit.member, role, deemed: false, mandate: None };
		let declared: Vec<_> = units.iter().map(consent).collect();
		Retirements::<T>::insert(achievement, BoundedVec::truncate_from(declared));
		let owner = units.last().unwrap();
		#[extrinsic_call]
		_(owner.origin(), achievement, None);
		assert_eq!(Retirements::<T>::get(achievement).len(), units.len() - 1);
		Ok(())
	}

	#[benchmark]
	fn void() -> Result<(), BenchmarkError> {
		let (achievement, _) = co_owned::<T>()?;
		let authority = unit::<T>(1_000);
		#[extrinsic_call]
		_(authority.origin(), achievement, longest_label(0), Digest::Sha256([1; 32]));
		assert_eq!(record::<T>(achievement).ledger_status, LedgerStatus::Voided);
		Ok(())
	}

	#[benchmark]
	fn link_family() -> Result<(), BenchmarkError> {
		let (achievement, units) = co_owned::<T>()?;
		let relative = registered::<T>(&units[0], 1)?;
		#[extrinsic_call]
		_(units[0].origin(), achievement, relative, None);
		assert!(FamilyOf::<T>::contains_key(relative));
		Ok(())
	}

	#[benchmark]
	fn unlink_family() -> Result<(), BenchmarkError> {
		let (achievement, units) = co_owned::<T>()?;
		Pallet::<T>::join_family(achievement, FamilyId(0));
		#[extrinsic_call]
		_(units[0].origin(), achievement, None);
		assert!(!FamilyOf::<T>::contains_key(achievement));
		Ok(())
	}

	#[benchmark]
	fn create_bundle(n: Linear<2, MAX_BULK_RECORDS>) -> Result<(), BenchmarkError> {
		let maker = unit::<T>(0);
		let records =
			(0..n).map(|number| registered::<T>(&maker, number)).collect::<Result<Vec<_>, _>>()?;
		let records = BoundedVec::truncate_from(records);
		#[extrinsic_call]
		_(maker.origin(), longest_label(0), records, None);
		assert_eq!(NextBundle::<T>::get(), 1);
		Ok(())
	}

	#[benchmark]
	fn dissolve_bundle(n: Linear<2, MAX_BULK_RECORDS>) -> Result<(), BenchmarkError> {
		let maker = unit::<T>(0);
		let achievements: Vec<_> = (0..u64::from(n)).map(AchievementId).collect();
		for achievement in &achievements {
			BundleOf::<T>::insert(achievement, BundleId(0));
		}
		let achievements = BoundedVec::truncate_from(achievements);
		let (member, label) = (maker.member, longest_label(0));
		Bundles::<T>::insert(BundleId(0), Bundle { maker: member, label, achievements });
		#[extrinsic_call]
		_(maker.origin(), BundleId(0), None);
		assert!(!BundleOf::<T>::contains_key(AchievementId(0)));
		Ok(())
	}

	#[benchmark]
	fn change_holder() -> Result<(), BenchmarkError> {
		let (achievement, _) = co_owned::<T>()?;
		let (authority, heir) = (unit::<T>(1_000), unit::<T>(1_001));
		let digest = Digest::Sha256([1; 32]);
		#[extrinsic_call]
		_(authority.origin(), achievement, heir.member, longest_label(0), digest);
		assert_eq!(record::<T>(achievement).holder, heir.member);
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::ExtBuilder.build(), crate::mock::Test);
}
