//! Storage that no call could have written, and whatever calls can.

use crate::{
	mock::*, types::*, Due, DueCursor, NextId, Notices as Records, Objections, Objectors, OpenOf,
	Scheduled,
};
use frame_support::{assert_ok, weights::Weight};
use proptest::prelude::*;
use quanqi_traits::NoticeOutcome;
use quanqi_types::{MemberId, Moment, NoticeId};
use sp_runtime::{traits::Dispatchable, TryRuntimeError};

/// Runs a corruption on a running notice with one undecided objection, and one that has closed.
fn corrupted(number: &str, corrupt: impl FnOnce(NoticeId, NoticeId)) {
	ExtBuilder.build().execute_with(|| {
		let closed = opened_for(9);
		advance_days(20);
		poll(Weight::MAX);
		let id = opened();
		assert_ok!(object(ENTERPRISE, id));
		Notices::do_try_state().unwrap();
		corrupt(id, closed);
		let Err(TryRuntimeError::Other(why)) = Notices::do_try_state() else {
			panic!("{number} was not missed");
		};
		assert!(why.starts_with(number), "{why}");
	});
}

fn change(id: NoticeId, change: impl FnOnce(&mut Notice)) {
	let mut record = notice(id);
	change(&mut record);
	Records::<Test>::insert(id, Record::V1(record));
}

#[test]
fn try_state_should_name_i1_when_a_number_was_never_given() {
	corrupted("I1", |_, _| NextId::<Test>::put(2));
}

#[test]
fn try_state_should_name_i1_when_a_notice_ended_before_it_began() {
	corrupted("I1", |_, closed| {
		change(closed, |notice| notice.outcome = Some((Moment(0), NoticeOutcome::Closed)));
	});
}

#[test]
fn try_state_should_name_i2_when_parties_are_in_disorder() {
	corrupted("I2", |id, _| {
		change(id, |notice| {
			let parties: Vec<_> = notice.parties.iter().rev().copied().collect();
			notice.parties = parties.try_into().unwrap();
		});
	});
}

#[test]
fn try_state_should_name_i3_when_the_index_misses_an_open_notice() {
	corrupted("I3", |id, _| OpenOf::<Test>::remove(notice(id).subject));
}

#[test]
fn try_state_should_name_i3_when_the_index_names_one_that_ended() {
	corrupted("I3", |_, closed| OpenOf::<Test>::insert(notice(closed).subject, closed));
}

#[test]
fn try_state_should_name_i4_when_an_objection_is_missing() {
	corrupted("I4", |id, _| Objections::<Test>::remove(id, 0));
}

#[test]
fn try_state_should_name_i4_when_the_undecided_are_miscounted() {
	corrupted("I4", |id, _| change(id, |notice| notice.undecided = 0));
}

#[test]
fn try_state_should_name_i4_when_an_objection_was_not_counted() {
	corrupted("I4", |id, closed| {
		let objection = Objections::<Test>::get(id, 0).unwrap();
		Objections::<Test>::insert(closed, 3, objection);
	});
}

#[test]
fn try_state_should_name_i5_when_an_objector_is_unknown() {
	corrupted("I5", |id, _| Objectors::<Test>::remove(id, MemberId(ENTERPRISE)));
}

#[test]
fn try_state_should_name_i5_when_an_objector_is_miscounted() {
	corrupted("I5", |id, _| {
		let own = Objector { raised: 2, undecided: Some(0) };
		Objectors::<Test>::insert(id, MemberId(ENTERPRISE), own);
	});
}

#[test]
fn try_state_should_name_i6_when_an_open_notice_is_forgotten() {
	corrupted("I6", |_, _| {
		let id = opened_for(2);
		let day = Scheduled::<Test>::take(id).unwrap();
		Due::<Test>::remove(day, id);
	});
}

#[test]
fn try_state_should_name_i6_when_one_that_ended_is_on_the_calendar() {
	corrupted("I6", |_, closed| {
		let day = date(2027, 6, 1);
		Due::<Test>::insert(day, closed, ());
		Scheduled::<Test>::insert(closed, day);
	});
}

#[test]
fn try_state_should_name_i7_when_something_lies_before_the_cursor() {
	corrupted("I7", |_, _| DueCursor::<Test>::put(date(2030, 1, 1)));
}

#[test]
fn try_state_should_name_i7_when_the_reverse_disagrees() {
	corrupted("I7", |id, _| Scheduled::<Test>::insert(id, date(2027, 6, 1)));
}

/// One random act.
#[derive(Clone, Debug)]
enum Move {
	Open { by: u32, terms: u8 },
	Object { by: u32, notice: u64 },
	Decide { by: u32, notice: u64, objection: u32, upheld: bool },
	Withdraw { by: u32, notice: u64 },
	Close { notice: u64 },
	Days { days: u64, polled: bool },
}

fn anyone() -> impl Strategy<Value = u32> {
	proptest::sample::select(vec![
		UNIVERSITY, INSTITUTE, ENTERPRISE, BUYER, REGULATOR, SPONSOR, AGENT, COMPLETER,
	])
}

fn any_move() -> impl Strategy<Value = Move> {
	let id = || 1u64..6;
	prop_oneof![
		3 => (anyone(), 0u8..4).prop_map(|(by, terms)| Move::Open { by, terms }),
		4 => (anyone(), id()).prop_map(|(by, notice)| Move::Object { by, notice }),
		4 => (anyone(), id(), 0u32..3, proptest::bool::weighted(0.2)).prop_map(
			|(by, notice, objection, upheld)| Move::Decide { by, notice, objection, upheld }
		),
		1 => (anyone(), id()).prop_map(|(by, notice)| Move::Withdraw { by, notice }),
		2 => id().prop_map(|notice| Move::Close { notice }),
		2 => (0u64..20, any::<bool>()).prop_map(|(days, polled)| Move::Days { days, polled }),
	]
}

/// Who would make the call, and which.
fn call_of(step: &Move) -> Option<(u32, crate::Call<Test>)> {
	use crate::Call;
	let call = match *step {
		Move::Open { by, terms } => {
			let parties = vec![MemberId(BUYER)].try_into().unwrap();
			let (terms, document) = (digest(terms), digest(9));
			let (achievement, mandate) = (PATENT, None);
			(by, Call::open_price_notice { achievement, terms, document, parties, mandate })
		}
		Move::Object { by, notice } => {
			let (notice, evidence) = (NoticeId(notice), digest(7));
			(by, Call::object { notice, evidence, mandate: None })
		}
		Move::Decide { by, notice, objection, upheld } => {
			let ruling = if upheld { Ruling::Upheld } else { Ruling::Dismissed };
			let (document, digest) = (text("1"), digest(8));
			let notice = NoticeId(notice);
			(by, Call::decide { notice, objection, ruling, document, digest })
		}
		Move::Withdraw { by, notice } => {
			(by, Call::withdraw { notice: NoticeId(notice), mandate: None })
		}
		Move::Close { notice } => (STRANGER, Call::close { notice: NoticeId(notice) }),
		Move::Days { .. } => return None,
	};
	Some(call)
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(96))]

	/// Whatever is tried in whatever order: the invariants hold, an ended notice stays as it ended,
	/// and the area is told once of each end.
	#[test]
	fn invariants_should_hold_after_every_move(moves in prop::collection::vec(any_move(), 1..60)) {
		ExtBuilder.build().execute_with(|| {
			let mut ended = std::collections::BTreeMap::new();
			for step in &moves {
				if let Move::Days { days, polled } = step {
					advance_days(*days);
					if *polled {
						poll(Weight::MAX);
					}
				} else if let Some((by, call)) = call_of(step) {
					let _ = RuntimeCall::from(call).dispatch(signed(by));
				}
				Notices::do_try_state().unwrap();
				for (id, Record::V1(notice)) in Records::<Test>::iter() {
					let Some(outcome) = notice.outcome else { continue };
					assert_eq!(*ended.entry(id).or_insert(outcome), outcome);
				}
				assert_eq!(told().len(), ended.len());
			}
		});
	}
}
