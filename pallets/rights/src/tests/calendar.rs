use super::*;
use crate::{Due, DueCursor, DueItem, Scheduled, WeightInfo};
use frame_support::weights::Weight;
use quanqi_title::UseGrant;
use quanqi_types::{Date, Period, PreEmption};

#[test]
fn calendar_should_close_a_right_when_its_day_has_come() {
	Ledger::new().build_and_execute(|| {
		licensed(UseForm::Ordinary);
		advance_days(364);
		assert_eq!(title().rights.len(), 1);
		advance_days(2);
		assert!(title().rights.is_empty());
	});
}

#[test]
fn calendar_should_count_silence_when_its_day_has_come() {
	Ledger::new().pre_empted_by(COMPLETER, PreEmption::Completer).build_and_execute(|| {
		assert_ok!(Rights::agree_transfer(key(UNIVERSITY), PATENT, member(BUYER), half(), None));
		agree(BUYER, ConsentRole::Recipient);
		advance_days(16);
		assert!(title().agreed_transfers.is_empty());
		advance_days(1);
		assert_eq!(title().agreed_transfers.len(), 1);
	});
}

#[test]
fn calendar_should_let_a_request_lapse_when_nobody_answers() {
	Ledger::new().build_and_execute(|| {
		assert_ok!(Rights::agree_transfer(key(UNIVERSITY), PATENT, member(BUYER), 1, None));
		advance_days(61);
		assert!(Requests::<Test>::get(last_request()).is_none());
	});
}

/// The silence is counted, and the request says that it stalled.
#[test]
fn calendar_should_keep_counted_silence_when_the_law_refuses_by_then() {
	Ledger::new().pre_empted_by(COMPLETER, PreEmption::Completer).build_and_execute(|| {
		assert_ok!(Rights::agree_transfer(key(UNIVERSITY), PATENT, member(BUYER), half(), None));
		agree(BUYER, ConsentRole::Recipient);
		let target = quanqi_title::HoldTarget::Whole;
		assert_ok!(Rights::hold(key(COURT), PATENT, target, None, document("H-1")));
		System::reset_events();
		advance_days(17);
		let request = last_request();
		let error = refused!(T10, HoldInTheWay, 1).into();
		assert!(events().contains(&Event::RequestStalled { request, error }));
		let stored = Requests::<Test>::get(request).unwrap();
		assert!(stored.has_consent(member(COMPLETER), ConsentRole::PreEmption));
	});
}

#[test]
fn calendar_should_handle_every_day_when_the_chain_slept() {
	Ledger::new().build_and_execute(|| {
		for days in [10, 20, 30] {
			let mut terms = licence(UseForm::Ordinary);
			terms.period = Period { from: start(), until: Some(in_days(days)) };
			granted(terms);
		}
		advance_days(40);
		assert!(title().rights.is_empty());
		let tomorrow = Date::from_moment(in_days(40)).plus_days(1);
		assert_eq!(DueCursor::<Test>::get(), tomorrow);
	});
}

/// A block with little left does nothing wrong; a later one goes on.
#[test]
fn calendar_should_go_on_later_when_the_block_has_no_weight_left() {
	Ledger::new().build_and_execute(|| {
		licensed(UseForm::Ordinary);
		poll(Weight::MAX);
		advance_days_without_poll(366);
		let little = <() as WeightInfo>::due_look().saturating_mul(3);
		let used = poll(little);
		assert!(used.all_lte(little));
		assert_eq!(title().rights.len(), 1);
		poll(Weight::MAX);
		assert!(title().rights.is_empty());
	});
}

/// T12: being late changes nothing.
#[test]
fn calendar_should_not_change_what_is_lawful_when_it_is_late() {
	let exclusive_from = |day| {
		let mut terms = licence(UseForm::Exclusive);
		terms.period = Period { from: in_days(day), until: Some(in_days(day + 10)) };
		terms
	};
	let grants = |polled: bool| {
		let mut titles = Ledger::new().build();
		titles.execute_with(|| {
			granted(licence(UseForm::Exclusive));
			match polled {
				true => advance_days(366),
				false => advance_days_without_poll(366),
			}
			let terms: UseGrant = exclusive_from(366);
			let number = title().entries;
			let obstacles = crate::Obstacles::Refuse;
			assert_ok!(Rights::grant_use(
				key(UNIVERSITY),
				PATENT,
				Box::new(terms),
				obstacles,
				None
			));
			everyone_agrees();
			title().right(number).is_some()
		})
	};
	assert!(grants(true));
	assert!(grants(false));
}

#[test]
fn calendar_should_move_an_item_when_what_is_due_first_changes() {
	Ledger::new().build_and_execute(|| {
		licensed(UseForm::Ordinary);
		let late = Scheduled::<Test>::get(DueItem::Title(PATENT)).unwrap();
		let mut terms = licence(UseForm::Ordinary);
		terms.period.until = Some(in_days(10));
		granted(terms);
		let early = Scheduled::<Test>::get(DueItem::Title(PATENT)).unwrap();
		assert!(early < late);
		assert!(!Due::<Test>::contains_key(late, DueItem::Title(PATENT)));
	});
}

/// More than one handling closes in one go is closed in the same block all the same.
#[test]
fn calendar_should_close_everything_when_more_is_over_than_one_go_closes() {
	Ledger::new().build_and_execute(|| {
		for _ in 0..20 {
			licensed(UseForm::Ordinary);
		}
		advance_days(366);
		assert!(title().rights.is_empty());
	});
}
