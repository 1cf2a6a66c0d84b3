use crate::{mock::*, types::*, Error, Event};
use frame_support::{assert_noop, assert_ok};
use quanqi_traits::{testing::FakeMembers, NoticeOutcome};
use quanqi_types::{Capability, MemberId, Moment, NoticeId, Text};
use sp_runtime::DispatchError;

fn objected() -> NoticeId {
	let id = opened();
	assert_ok!(object(ENTERPRISE, id));
	id
}

#[test]
fn decide_should_let_the_notice_run_on_when_the_objection_is_dismissed_in_the_window() {
	ExtBuilder.build_and_execute(|| {
		let id = objected();
		dismiss(id, 0);
		assert_eq!(outcome(id), None);
		assert_eq!(notice(id).undecided, 0);
		System::assert_last_event(
			Event::ObjectionDecided {
				notice: id,
				objection: 0,
				by: MemberId(REGULATOR),
				ruling: Ruling::Dismissed,
				deadline: date(2026, 12, 23).end(),
				late: false,
			}
			.into(),
		);
	});
}

/// N7: at once, within the window, and although another objection is undecided.
#[test]
fn decide_should_end_the_notice_when_an_objection_is_upheld() {
	ExtBuilder.build_and_execute(|| {
		let id = objected();
		assert_ok!(object(AGENT, id));
		assert_ok!(decide(REGULATOR, id, 0, Ruling::Upheld));
		assert_eq!(outcome(id), Some(NoticeOutcome::Upheld));
		assert_eq!(told(), [(id, NoticeOutcome::Upheld)]);
		assert_noop!(decide(REGULATOR, id, 1, Ruling::Dismissed), Error::<Test>::NotOpen);
	});
}

/// N8: the last decision after the window closes it, at the moment of the decision.
#[test]
fn decide_should_close_the_notice_when_the_window_is_over() {
	ExtBuilder.build_and_execute(|| {
		let id = objected();
		advance_days(20);
		dismiss(id, 0);
		let now = start().checked_add_ms(20 * DAY_MS).unwrap();
		assert_eq!(notice(id).outcome, Some((now, NoticeOutcome::Closed)));
		assert_eq!(told(), [(id, NoticeOutcome::Closed)]);
	});
}

/// N4: as long as another objection is undecided, it stays open.
#[test]
fn decide_should_not_close_the_notice_when_another_objection_is_undecided() {
	ExtBuilder.build_and_execute(|| {
		let id = objected();
		assert_ok!(object(AGENT, id));
		advance_days(20);
		dismiss(id, 0);
		assert_eq!(outcome(id), None);
		dismiss(id, 1);
		assert_eq!(outcome(id), Some(NoticeOutcome::Closed));
	});
}

/// N6: the last moment before the deadline is in time.
#[test]
fn decide_should_be_in_time_when_it_comes_in_the_last_moment() {
	ExtBuilder.build_and_execute(|| {
		let id = objected();
		go_to(Moment(date(2026, 12, 23).end().0 - 1));
		dismiss(id, 0);
		assert!(!Notices::objection(id, 0).unwrap().decision.unwrap().late);
	});
}

/// N6: valid, and flagged.
#[test]
fn decide_should_be_flagged_late_when_the_deadline_is_over() {
	ExtBuilder.build_and_execute(|| {
		let id = objected();
		go_to(date(2026, 12, 23).end());
		assert_ok!(decide(REGULATOR, id, 0, Ruling::Upheld));
		assert!(Notices::objection(id, 0).unwrap().decision.unwrap().late);
		assert_eq!(outcome(id), Some(NoticeOutcome::Upheld));
	});
}

/// N5: the party complained of cannot decide, nor any other party, nor who complained.
#[test]
fn decide_should_fail_when_the_authority_is_a_party() {
	ExtBuilder.build_and_execute(|| {
		let id = objected();
		FakeMembers::grant(ENTERPRISE, Capability::Adjudicate);
		for party in [UNIVERSITY, INSTITUTE, BUYER, ENTERPRISE] {
			let decision = decide(party, id, 0, Ruling::Dismissed);
			assert_noop!(decision, Error::<Test>::DeciderIsParty);
		}
	});
}

/// N5: the completer's sponsor, and then the objector's.
#[test]
fn decide_should_fail_when_the_authority_sponsors_a_party() {
	ExtBuilder.build_and_execute(|| {
		let id = objected();
		let decision = decide(SPONSOR, id, 0, Ruling::Dismissed);
		assert_noop!(decision, Error::<Test>::DeciderIsSponsor);
		FakeMembers::set_sponsor(ENTERPRISE, REGULATOR);
		let decision = decide(REGULATOR, id, 0, Ruling::Dismissed);
		assert_noop!(decision, Error::<Test>::DeciderIsSponsor);
	});
}

/// N5: no other capability will do.
#[test]
fn decide_should_fail_when_the_member_may_not_adjudicate() {
	ExtBuilder.build_and_execute(|| {
		let id = objected();
		for capability in Capability::ALL.iter().filter(|c| **c != Capability::Adjudicate) {
			FakeMembers::grant(AGENT, *capability);
		}
		let decision = decide(AGENT, id, 0, Ruling::Dismissed);
		assert_noop!(decision, DispatchError::Other("not capable"));
	});
}

/// N5.
#[test]
fn decide_should_fail_when_the_objection_has_been_decided() {
	ExtBuilder.build_and_execute(|| {
		let id = objected();
		dismiss(id, 0);
		assert_noop!(decide(REGULATOR, id, 0, Ruling::Upheld), Error::<Test>::DecidedAlready);
	});
}

#[test]
fn decide_should_fail_when_there_is_no_such_objection() {
	ExtBuilder.build_and_execute(|| {
		let id = objected();
		assert_noop!(decide(REGULATOR, id, 1, Ruling::Upheld), Error::<Test>::NoSuchObjection);
	});
}

#[test]
fn decide_should_fail_when_there_is_no_such_notice() {
	ExtBuilder.build_and_execute(|| {
		let decision = decide(REGULATOR, NoticeId(9), 0, Ruling::Upheld);
		assert_noop!(decision, Error::<Test>::NoSuchNotice);
	});
}

#[test]
fn decide_should_fail_when_the_document_number_is_no_text() {
	ExtBuilder.build_and_execute(|| {
		let id = objected();
		let empty = Text(Default::default());
		let origin = signed(REGULATOR);
		assert_noop!(
			Notices::decide(origin, id, 0, Ruling::Upheld, empty, digest(8)),
			Error::<Test>::InvalidText
		);
	});
}
