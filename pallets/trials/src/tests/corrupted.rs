//! Storage that no call could have written: each invariant says so.

use super::*;
use crate::{
	Contenders, Due, DueCursor, OpenTrials, Requests, Scheduled, TrialOfRight, TrialsBy, TrialsOf,
};
use quanqi_types::{AchievementId, Date};
use sp_runtime::TryRuntimeError;

const RUNS: TrialId = TrialId(0);
const DECLARED: TrialId = TrialId(1);

/// Runs a corruption on a ledger with a trial that runs and one that is declared.
fn corrupted(expected: &'static str, corrupt: impl FnOnce()) {
	Ledger::new().build().execute_with(|| {
		entered(terms());
		running(ENTERPRISE);
		convert_declared(RIVAL, None);
		assert_ok!(Trials::do_try_state());
		corrupt();
		let TryRuntimeError::Other(found) = Trials::do_try_state().unwrap_err() else {
			panic!("an invariant says its number");
		};
		assert!(found.starts_with(expected), "{found}");
	});
}

fn change(id: TrialId, change: impl FnOnce(&mut Trial)) {
	let mut trial = trial(id);
	change(&mut trial);
	crate::Trials::<Test>::insert(id, TrialRecord::V1(trial));
}

fn change_entry(change: impl FnOnce(&mut PoolEntry)) {
	let mut record = entry();
	change(&mut record);
	Trials::save_entry(PATENT, open_entry(), record);
}

#[test]
fn i1_should_fail_when_a_number_was_not_given() {
	corrupted("I1", || NextTrial::<Test>::put(TrialId(0)));
}

#[test]
fn i1_should_fail_when_a_trial_is_of_no_entry() {
	corrupted("I1", || change(RUNS, |trial| trial.entry = 99));
}

#[test]
fn i1_should_fail_when_the_user_is_nobody() {
	corrupted("I1", || change(RUNS, |trial| trial.user = member(STRANGER)));
}

#[test]
fn i2_should_fail_when_an_index_misses_a_trial() {
	corrupted("I2", || TrialsOf::<Test>::remove(PATENT, RUNS));
	corrupted("I2", || TrialsBy::<Test>::remove(member(ENTERPRISE), RUNS));
	corrupted("I2", || OpenTrials::<Test>::remove(PATENT, member(ENTERPRISE)));
	corrupted("I2", || {
		let asked = requested(THIRD);
		Requests::<Test>::remove((PATENT, open_entry()), asked);
	});
}

#[test]
fn i2_should_fail_when_an_index_names_too_many() {
	corrupted("I2", || TrialsOf::<Test>::insert(AchievementId(9), RUNS, ()));
	corrupted("I2", || TrialsBy::<Test>::insert(member(THIRD), RUNS, ()));
	corrupted("I2", || OpenTrials::<Test>::insert(PATENT, member(THIRD), RUNS));
	corrupted("I2", || Requests::<Test>::insert((PATENT, open_entry()), RUNS, ()));
}

#[test]
fn i3_should_fail_when_a_running_trial_has_no_days() {
	corrupted("I3", || change(RUNS, |trial| trial.run = None));
}

#[test]
fn i3_should_fail_when_the_days_do_not_follow_each_other() {
	corrupted("I3", || {
		change(RUNS, |trial| {
			let run = trial.run.as_mut().unwrap();
			run.declare_by = run.started;
		})
	});
}

#[test]
fn i3_should_fail_when_a_right_does_not_lead_back() {
	corrupted("I3", || TrialOfRight::<Test>::remove(PATENT, trial(RUNS).run.unwrap().right));
	corrupted("I3", || TrialOfRight::<Test>::insert(PATENT, 99, RUNS));
}

#[test]
fn i3_should_fail_when_a_right_is_of_no_entry() {
	corrupted("I3", || {
		change(RUNS, |trial| trial.run.as_mut().unwrap().right = 99);
		TrialOfRight::<Test>::insert(PATENT, 99, RUNS);
	});
}

#[test]
fn i4_should_fail_when_a_trial_is_converted_without_its_state() {
	corrupted("I4", || {
		change(RUNS, |trial| {
			let contract = ContractId(1);
			trial.converted = Some(Converted { contract, price: None, fee: None });
		})
	});
}

#[test]
fn i4_should_fail_when_more_time_is_asked_for_a_declared_trial() {
	corrupted("I4", || {
		let extension = Some(Extension { more: months(1), mandate: None });
		change(DECLARED, |trial| trial.extension = extension)
	});
}

#[test]
fn i4_should_fail_when_consents_are_to_nothing() {
	corrupted("I4", || Agreed::<Test>::insert(DECLARED, frame_support::BoundedVec::default()));
}

#[test]
fn i5_should_fail_when_an_entry_counts_others() {
	corrupted("I5", || change_entry(|entry| entry.active = 1));
}

#[test]
fn i5_should_fail_when_an_entry_has_more_than_it_allows() {
	corrupted("I5", || change_entry(|entry| entry.terms.parallel_limit = 1));
}

#[test]
fn i5_should_fail_when_an_entry_that_was_left_is_open() {
	corrupted("I5", || change_entry(|entry| entry.left = Some(now())));
}

#[test]
fn i5_should_fail_when_the_open_entry_is_none() {
	corrupted("I5", || OpenEntries::<Test>::insert(AchievementId(9), 4));
}

#[test]
fn i5_should_fail_when_a_proposals_number_was_not_given() {
	corrupted("I5", || {
		let actor = quanqi_title::Actor { member: member(UNIVERSITY), mandate: None };
		let proposal = Proposal {
			number: 7,
			actor,
			terms: terms(),
			opened: now(),
			consents: Default::default(),
		};
		Proposals::<Test>::insert(PATENT, member(UNIVERSITY), proposal);
	});
}

#[test]
fn i6_should_fail_when_a_contender_is_missing_or_none() {
	corrupted("I6", || Contenders::<Test>::remove(PATENT, open_entry()));
	corrupted("I6", || {
		Contenders::<Test>::mutate(PATENT, open_entry(), |list| {
			let mut other = list[0];
			other.trial = RUNS;
			list.try_push(other).unwrap();
		});
	});
	corrupted("I6", || {
		let list = Contenders::<Test>::take(PATENT, open_entry());
		Contenders::<Test>::insert(PATENT, 77, list);
	});
}

#[test]
fn i6_should_fail_when_who_was_chosen_has_not_declared() {
	corrupted("I6", || change_entry(|entry| entry.chosen = Some(RUNS)));
}

#[test]
fn i7_should_fail_when_services_are_miscounted() {
	corrupted("I7", || change(RUNS, |trial| trial.services = 1));
}

#[test]
fn i7_should_fail_when_a_reference_redeemed_nothing() {
	corrupted("I7", || Vouchers::<Test>::insert(digest(1), RUNS));
}

#[test]
fn i8_should_fail_when_a_conversion_is_on_nobodys_word() {
	corrupted("I8", || {
		let conversion = NotedConversion::told(ConversionWay::Licence, now(), None);
		Trials::add_conversion(PATENT, conversion);
	});
}

#[test]
fn i9_should_fail_when_something_lies_before_the_cursor() {
	corrupted("I9", || DueCursor::<Test>::put(Date::from_moment(in_days(10_000))));
}

#[test]
fn i9_should_fail_when_the_reverse_disagrees() {
	corrupted("I9", || {
		Scheduled::<Test>::insert(DueItem::Trial(RUNS), Date::from_moment(in_days(1)));
	});
}

#[test]
fn i9_should_fail_when_what_is_due_is_not_on_the_calendar() {
	corrupted("I9", || {
		let item = DueItem::Trial(RUNS);
		let day = Scheduled::<Test>::take(item).unwrap();
		Due::<Test>::remove(day, item);
	});
	corrupted("I9", || change(DECLARED, |trial| trial.due = Some(now())));
}

#[test]
fn i9_should_fail_when_requests_under_an_entry_that_was_left_never_lapse() {
	corrupted("I9", || {
		requested(THIRD);
		let entry = open_entry();
		assert_ok!(Trials::leave_pool(key(UNIVERSITY), PATENT, None));
		let item = DueItem::Requests(PATENT, entry);
		let day = Scheduled::<Test>::take(item).unwrap();
		Due::<Test>::remove(day, item);
	});
}

#[test]
fn i9_should_fail_when_nothing_of_it_is_due() {
	corrupted("I9", || {
		let (item, day) = (DueItem::Trial(DECLARED), Date::from_moment(in_days(1)));
		Due::<Test>::insert(day, item, ());
		Scheduled::<Test>::insert(item, day);
	});
}
