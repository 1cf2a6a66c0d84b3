//! Benchmarks: notices with as many parties as can be, each with an assertion on what it leaves.

use crate::{pallet::*, types::*};
use alloc::{boxed::Box, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::weights::WeightMeter;
use frame_system::RawOrigin;
use quanqi_title::{Act, Actor, Cause, Consent, ConsentRole, Registration};
use quanqi_traits::{
	AchievementFacts, Achievements, Calendar, FundingKind, Members, NewNotice, NoticeOutcome,
	NoticeSubject, Statutes, Step, Titles,
};
use quanqi_types::{
	bounds::{
		MAX_COMPLETERS, MAX_LABEL_BYTES, MAX_NAMED_PARTIES, MAX_NOTICE_PARTIES, MAX_SHARE_LINES,
	},
	AchievementId, AchievementKind, Date, Digest, GrantId, LedgerStatus, MemberId, Moment,
	NoticeId, OfficialStatus, RuleId, Shares, StatuteValue, Term, TermUnit, Text,
};

const ID: AchievementId = AchievementId(1);

struct Party<T: Config> {
	key: T::AccountId,
	member: MemberId,
}

impl<T: Config> Party<T> {
	fn origin(&self) -> RawOrigin<T::AccountId> {
		RawOrigin::Signed(self.key.clone())
	}
}

fn party<T: Config>(seed: u32) -> Party<T> {
	let (key, member) = T::Members::benchmark_member(seed);
	Party { key, member }
}

fn set_statutes<T: Config>() {
	let days = |number| StatuteValue::Term(Term { number, unit: TermUnit::Day });
	T::Statutes::benchmark_set(RuleId::PublicNoticePeriod, days(15));
	T::Statutes::benchmark_set(RuleId::ObjectionDecisionPeriod, days(30));
}

fn digest(byte: u8) -> Digest {
	Digest::Sha256([byte; 32])
}

fn longest() -> Text<MAX_LABEL_BYTES> {
	Text::new(&"x".repeat(MAX_LABEL_BYTES as usize)).unwrap()
}

/// Members that are known to the consortium, the giver and the authority not among them.
fn crowd<T: Config>(count: u32) -> Vec<MemberId> {
	(0..count)
		.map(|n| T::Members::benchmark_person(n).unwrap_or_else(|| party::<T>(n + 10).member))
		.collect()
}

/// An open notice with as many parties as can be, and who gave it.
fn noticed<T: Config>() -> Result<(NoticeId, Party<T>), BenchmarkError> {
	set_statutes::<T>();
	let giver = party::<T>(0);
	let new = NewNotice {
		by: giver.member,
		subject: NoticeSubject::Grant(GrantId(u64::MAX)),
		parties: crowd::<T>(MAX_NOTICE_PARTIES - 1),
		document: digest(1),
	};
	let id = <Pallet<T> as quanqi_traits::Notices>::open(new)?;
	Ok((id, giver))
}

/// The same, with an objection.
fn objected<T: Config>() -> Result<(NoticeId, Party<T>), BenchmarkError> {
	let (id, giver) = noticed::<T>()?;
	let objector = party::<T>(1);
	Pallet::<T>::object(objector.origin().into(), id, digest(2), None)?;
	Ok((id, giver))
}

/// Moves the window of a notice into the past, as if time had passed.
fn let_window_pass<T: Config>(id: NoticeId) {
	let mut notice = Pallet::<T>::notice(id).unwrap();
	notice.window.end = Moment(0);
	notice.opened = Moment(0);
	let today = Date::from_moment(T::Titles::now());
	if let Some(day) = Scheduled::<T>::take(id) {
		Due::<T>::remove(day, id);
	}
	Due::<T>::insert(today, id, ());
	Scheduled::<T>::insert(id, today);
	DueCursor::<T>::put(today);
	Notices::<T>::insert(id, Record::V1(notice));
}

fn outcome<T: Config>(id: NoticeId) -> Option<NoticeOutcome> {
	Pallet::<T>::notice(id)?.outcome.map(|(_, outcome)| outcome)
}

/// A registered achievement of 64 owners and 64 completers.
fn register<T: Config>(holder: MemberId) -> Result<(), BenchmarkError> {
	let others = crowd::<T>(MAX_SHARE_LINES - 1);
	let owners = Shares::equal(others.iter().copied().chain([holder]))
		.map_err(|_| BenchmarkError::Stop("the crowd are no owners"))?;
	let registration = Registration {
		achievement: ID,
		kind: AchievementKind::Software,
		owners: owners.clone(),
		status: OfficialStatus::Granted,
		protection_until: None,
		pre_emption: Default::default(),
	};
	let agrees =
		|member| Consent { member, role: ConsentRole::CoOwner, deemed: false, mandate: None };
	let step = Step {
		actor: Actor { member: holder, mandate: None },
		cause: Cause::Declaration,
		legal_date: None,
		consents: owners.members().map(agrees).collect(),
		act: Act::Registered(Box::new(registration)),
	};
	let facts = AchievementFacts {
		holder,
		kind: AchievementKind::Software,
		ledger_status: LedgerStatus::Registered,
		official_status: OfficialStatus::Granted,
		protection_until: None,
		funding: FundingKind::Fiscal,
		service: true,
		exclusion: None,
		completers: others.into_iter().take(MAX_COMPLETERS as usize).collect(),
		completed: None,
	};
	T::Achievements::benchmark_set(ID, facts);
	T::Titles::append(ID, step)?;
	Ok(())
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn open_price_notice() -> Result<(), BenchmarkError> {
		set_statutes::<T>();
		let holder = party::<T>(0);
		register::<T>(holder.member)?;
		let mut named = crowd::<T>(MAX_SHARE_LINES + MAX_NAMED_PARTIES);
		let named: NamedParties = named.split_off(MAX_SHARE_LINES as usize).try_into().unwrap();

		#[extrinsic_call]
		_(holder.origin(), ID, digest(1), digest(2), named, None);

		assert_eq!(NextId::<T>::get(), 2);
		Ok(())
	}

	#[benchmark]
	fn object() -> Result<(), BenchmarkError> {
		let (id, _) = noticed::<T>()?;
		let objector = party::<T>(1);

		#[extrinsic_call]
		_(objector.origin(), id, digest(2), None);

		assert_eq!(Pallet::<T>::notice(id).unwrap().undecided, 1);
		Ok(())
	}

	#[benchmark]
	fn decide() -> Result<(), BenchmarkError> {
		let (id, _) = objected::<T>()?;
		let_window_pass::<T>(id);
		let authority = party::<T>(2);

		#[extrinsic_call]
		_(authority.origin(), id, 0, Ruling::Dismissed, longest(), digest(3));

		assert_eq!(outcome::<T>(id), Some(NoticeOutcome::Closed));
		Ok(())
	}

	#[benchmark]
	fn withdraw() -> Result<(), BenchmarkError> {
		let (id, giver) = noticed::<T>()?;

		#[extrinsic_call]
		_(giver.origin(), id, None);

		assert_eq!(outcome::<T>(id), Some(NoticeOutcome::Withdrawn));
		Ok(())
	}

	#[benchmark]
	fn close() -> Result<(), BenchmarkError> {
		let (id, giver) = noticed::<T>()?;
		let_window_pass::<T>(id);

		#[extrinsic_call]
		_(giver.origin(), id);

		assert_eq!(outcome::<T>(id), Some(NoticeOutcome::Closed));
		Ok(())
	}

	/// A look at a day on which nothing is due.
	#[benchmark]
	fn due_look() -> Result<(), BenchmarkError> {
		let today = Date::from_moment(T::Titles::now());
		DueCursor::<T>::put(today);
		let mut meter = WeightMeter::new();

		#[block]
		{
			Pallet::<T>::handle_due(&mut meter);
		}

		assert_eq!(DueCursor::<T>::get(), today.plus_days(1));
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::ExtBuilder.build(), crate::mock::Test);
}
