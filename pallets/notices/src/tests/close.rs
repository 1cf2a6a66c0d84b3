use crate::{mock::*, Due, DueCursor, Error, Event, Scheduled, WeightInfo};
use frame_support::{assert_noop, assert_ok, traits::Hooks, weights::Weight};
use quanqi_traits::NoticeOutcome;
use quanqi_types::{Moment, NoticeId, RuleId, TermUnit};

/// N8: anyone may; the moment that counts is the window's end, whenever it is called.
#[test]
fn close_should_close_when_the_window_is_over() {
	ExtBuilder.build_and_execute(|| {
		let id = opened();
		let end = notice(id).window.end;
		advance_days(40);
		assert_ok!(Notices::close(signed(STRANGER), id));
		assert_eq!(notice(id).outcome, Some((end, NoticeOutcome::Closed)));
		assert_eq!(told(), [(id, NoticeOutcome::Closed)]);
		let subject = notice(id).subject;
		let outcome = NoticeOutcome::Closed;
		System::assert_last_event(
			Event::NoticeOver { notice: id, subject, outcome, at: end }.into(),
		);
	});
}

/// N8.
#[test]
fn close_should_fail_when_the_window_runs() {
	ExtBuilder.build_and_execute(|| {
		let id = opened();
		go_to(Moment(notice(id).window.end.0 - 1));
		assert_noop!(Notices::close(signed(UNIVERSITY), id), Error::<Test>::WindowRuns);
	});
}

/// N4: in the window and after it.
#[test]
fn close_should_fail_when_an_objection_is_undecided() {
	ExtBuilder.build_and_execute(|| {
		let id = opened();
		assert_ok!(object(ENTERPRISE, id));
		assert_noop!(Notices::close(signed(UNIVERSITY), id), Error::<Test>::Suspended);
		advance_days(400);
		assert_noop!(Notices::close(signed(UNIVERSITY), id), Error::<Test>::Suspended);
	});
}

/// N8: the window's end when the last decision was earlier.
#[test]
fn close_should_count_from_the_windows_end_when_the_decision_was_earlier() {
	ExtBuilder.build_and_execute(|| {
		let id = opened();
		assert_ok!(object(ENTERPRISE, id));
		dismiss(id, 0);
		let end = notice(id).window.end;
		advance_days(16);
		assert_ok!(Notices::close(signed(ENTERPRISE), id));
		assert_eq!(notice(id).outcome, Some((end, NoticeOutcome::Closed)));
	});
}

#[test]
fn close_should_fail_when_the_notice_has_ended() {
	ExtBuilder.build_and_execute(|| {
		let id = opened();
		advance_days(16);
		assert_ok!(Notices::close(signed(ENTERPRISE), id));
		assert_noop!(Notices::close(signed(ENTERPRISE), id), Error::<Test>::NotOpen);
		assert_eq!(told().len(), 1);
	});
}

#[test]
fn close_should_fail_when_there_is_no_such_notice() {
	ExtBuilder.build_and_execute(|| {
		assert_noop!(Notices::close(signed(ENTERPRISE), NoticeId(7)), Error::<Test>::NoSuchNotice);
	});
}

/// N8.
#[test]
fn calendar_should_close_when_the_day_has_come() {
	ExtBuilder.build_and_execute(|| {
		let id = opened();
		advance_days(15);
		poll(Weight::MAX);
		assert_eq!(outcome(id), None);
		advance_days(1);
		poll(Weight::MAX);
		assert_eq!(outcome(id), Some(NoticeOutcome::Closed));
		assert_eq!(Scheduled::<Test>::get(id), None);
		assert_eq!(DueCursor::<Test>::get(), Some(date(2026, 12, 10)));
	});
}

/// N4: it lets go of what is suspended, and the decision closes it.
#[test]
fn calendar_should_pass_over_a_notice_when_it_is_suspended() {
	ExtBuilder.build_and_execute(|| {
		let id = opened();
		assert_ok!(object(ENTERPRISE, id));
		advance_days(20);
		poll(Weight::MAX);
		assert_eq!(outcome(id), None);
		assert_eq!(Due::<Test>::iter().count(), 0);
		dismiss(id, 0);
		assert_eq!(outcome(id), Some(NoticeOutcome::Closed));
	});
}

#[test]
fn calendar_should_handle_every_day_when_the_chain_slept() {
	ExtBuilder.build_and_execute(|| {
		let ids: Vec<_> = (1..4)
			.map(|terms| {
				advance_days(2);
				opened_for(terms)
			})
			.collect();
		advance_days(60);
		poll(Weight::MAX);
		assert!(ids.iter().all(|id| outcome(*id) == Some(NoticeOutcome::Closed)));
	});
}

/// A block with little left does nothing wrong; a later one goes on.
#[test]
fn calendar_should_go_on_later_when_the_block_has_no_weight_left() {
	ExtBuilder.build_and_execute(|| {
		let id = opened();
		advance_days(20);
		let little = <() as WeightInfo>::due_look().saturating_mul(3);
		assert!(poll(little).all_lte(little));
		assert_eq!(outcome(id), None);
		assert_eq!(poll(Weight::zero()), Weight::zero());
		poll(Weight::MAX);
		assert_eq!(outcome(id), Some(NoticeOutcome::Closed));
	});
}

/// Minutes, on test networks: by hand at once, by the calendar a day later.
#[test]
fn close_should_close_at_once_when_the_window_is_a_minute() {
	ExtBuilder.build_and_execute(|| {
		set_term(RuleId::PublicNoticePeriod, Moment(0), 1, TermUnit::Minute);
		let (by_hand, by_calendar) = (opened_for(1), opened_for(2));
		go_to(start().checked_add_ms(60_000).unwrap());
		assert_ok!(Notices::close(signed(ENTERPRISE), by_hand));
		poll(Weight::MAX);
		assert_eq!(outcome(by_calendar), None);
		advance_days(1);
		poll(Weight::MAX);
		assert_eq!(outcome(by_calendar), Some(NoticeOutcome::Closed));
	});
}

#[test]
fn integrity_test_should_pass_when_the_weights_fit() {
	<Notices as Hooks<u64>>::integrity_test();
}
