//! Storage that no call could have written: each invariant says so.

use super::*;
use crate::{
	Due, DueCursor, DueItem, Heads, History, Holdings, NextRequest, Scheduled, Titles as Stored,
};
use quanqi_title::Title;
use quanqi_types::{AchievementId, Date, Shares};
use sp_runtime::TryRuntimeError;

/// Runs a corruption on a ledger with a licence and an open request.
fn corrupted(expected: &'static str, corrupt: impl FnOnce()) {
	Ledger::new().build().execute_with(|| {
		licensed(UseForm::Ordinary);
		assert_ok!(Rights::agree_transfer(key(UNIVERSITY), PATENT, member(BUYER), 1, None));
		assert_ok!(Rights::do_try_state());
		corrupt();
		let TryRuntimeError::Other(found) = Rights::do_try_state().unwrap_err() else {
			panic!("an invariant says its number");
		};
		assert!(found.starts_with(expected), "{found}");
	});
}

fn change_title(change: impl FnOnce(&mut quanqi_title::TitleBody)) {
	let mut body = title();
	change(&mut body);
	Stored::<Test>::insert(PATENT, Title::V1(body));
}

#[test]
fn i2_should_fail_when_a_title_lies_under_another_number() {
	corrupted("I2", || change_title(|title| title.achievement = AchievementId(7)));
}

#[test]
fn i2_should_fail_when_a_title_names_nobody() {
	corrupted("I2", || change_title(|title| title.owners = Shares::single(member(STRANGER))));
}

#[test]
fn i3_should_fail_when_the_index_misses_an_owner() {
	corrupted("I3", || Holdings::<Test>::remove(member(UNIVERSITY), PATENT));
}

#[test]
fn i3_should_fail_when_the_index_names_too_many() {
	corrupted("I3", || Holdings::<Test>::insert(member(BANK), PATENT, ()));
}

#[test]
fn i4_should_fail_when_an_entry_is_missing() {
	corrupted("I4", || History::<Test>::remove(PATENT, 1));
}

#[test]
fn i4_should_fail_when_an_entry_was_edited() {
	corrupted("I4", || {
		let quanqi_title::Entry::V1(mut body) = History::<Test>::get(PATENT, 1).unwrap();
		body.actor.member = member(BANK);
		History::<Test>::insert(PATENT, 1, quanqi_title::Entry::V1(body));
	});
}

#[test]
fn i4_should_fail_when_an_entry_lies_behind_the_head() {
	corrupted("I4", || {
		let entry = History::<Test>::get(PATENT, 1).unwrap();
		History::<Test>::insert(PATENT, 9, entry);
	});
}

#[test]
fn i5_should_fail_when_the_title_was_edited() {
	corrupted("I5", || change_title(|title| title.rights.clear()));
}

#[test]
fn i5_should_fail_when_the_history_hash_is_another() {
	corrupted("I5", || {
		Heads::<Test>::mutate(PATENT, |head| {
			head.as_mut().unwrap().history_hash = [0; 32];
		})
	});
}

#[test]
fn i5_should_fail_when_a_head_has_no_title() {
	corrupted("I5", || {
		let head = Heads::<Test>::get(PATENT).unwrap();
		Heads::<Test>::insert(AchievementId(9), head);
	});
}

#[test]
fn i6_should_fail_when_a_request_is_in_no_list() {
	corrupted("I6", || RequestsOf::<Test>::remove(PATENT));
}

#[test]
fn i6_should_fail_when_a_list_names_no_request() {
	corrupted("I6", || Requests::<Test>::remove(last_request()));
}

#[test]
fn i6_should_fail_when_a_number_was_not_given() {
	corrupted("I6", || NextRequest::<Test>::put(0));
}

#[test]
fn i7_should_fail_when_an_open_request_has_no_day() {
	corrupted("I7", || {
		let item = DueItem::Request(last_request());
		let day = Scheduled::<Test>::take(item).unwrap();
		Due::<Test>::remove(day, item);
	});
}

#[test]
fn i8_should_fail_when_something_lies_before_the_cursor() {
	corrupted("I8", || DueCursor::<Test>::put(Date::from_moment(in_days(10_000))));
}

#[test]
fn i8_should_fail_when_the_reverse_disagrees() {
	corrupted("I8", || {
		let item = DueItem::Title(PATENT);
		Scheduled::<Test>::insert(item, Date::from_moment(in_days(1)));
	});
}

#[test]
fn i8_should_fail_when_something_due_does_not_exist() {
	corrupted("I8", || {
		let (item, day) = (DueItem::Title(AchievementId(9)), Date::from_moment(in_days(1)));
		Due::<Test>::insert(day, item, ());
		Scheduled::<Test>::insert(item, day);
	});
}
