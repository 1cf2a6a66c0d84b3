use crate::{mock::*, types::*, Error, Event};
use frame_support::{assert_noop, assert_ok};
use quanqi_traits::{
	testing::{FakeMembers, FakeStatutes},
	MemberStatus,
};
use quanqi_types::{
	bounds::{MAX_OBJECTIONS, MAX_OBJECTIONS_EACH},
	MandateId, MemberId, MemberKind, Moment, NoticeId, RuleId, TermUnit,
};
use sp_runtime::DispatchError;

/// N3: any active member, of whatever kind, without any capability.
#[test]
fn object_should_be_any_active_members() {
	ExtBuilder.build_and_execute(|| {
		let id = opened();
		for by in [ENTERPRISE, AGENT, REGULATOR, INSTITUTE, BUYER, COMPLETER] {
			assert_ok!(object(by, id));
		}
		assert_eq!(notice(id).undecided, 6);
	});
}

/// N6: the deadline is that of the objection's own day.
#[test]
fn object_should_take_the_deadline_of_the_statute_of_the_day() {
	ExtBuilder.build_and_execute(|| {
		let id = opened();
		let change = start().checked_add_ms(DAY_MS).unwrap();
		set_term(RuleId::ObjectionDecisionPeriod, change, 10, TermUnit::Day);
		advance_days(2);
		assert_ok!(object(ENTERPRISE, id));
		let deadline = date(2026, 12, 7).end();
		let objection = Notices::objection(id, 0).unwrap();
		assert_eq!(objection.deadline.end, deadline);
		assert_eq!(objection.evidence, digest(7));
		System::assert_last_event(
			Event::ObjectionRaised {
				notice: id,
				objection: 0,
				by: MemberId(ENTERPRISE),
				evidence: digest(7),
				deadline,
				mandate: None,
			}
			.into(),
		);
	});
}

/// N6.
#[test]
fn object_should_fail_when_no_statute_gives_the_deadline() {
	ExtBuilder.build_and_execute(|| {
		let id = opened();
		FakeStatutes::clear();
		set_term(RuleId::PublicNoticePeriod, Moment(0), 15, TermUnit::Day);
		assert_noop!(object(ENTERPRISE, id), Error::<Test>::DeadlineNotGoverned);
	});
}

/// N3: the last moment of the last day is in time.
#[test]
fn object_should_be_taken_in_the_last_moment_of_the_window() {
	ExtBuilder.build_and_execute(|| {
		let id = opened();
		go_to(Moment(notice(id).window.end.0 - 1));
		assert_ok!(object(ENTERPRISE, id));
	});
}

/// N3.
#[test]
fn object_should_fail_when_the_window_is_over() {
	ExtBuilder.build_and_execute(|| {
		let id = opened();
		go_to(notice(id).window.end);
		assert_noop!(object(ENTERPRISE, id), Error::<Test>::WindowOver);
	});
}

/// N3: an objection that suspends the notice opens its window for nobody else.
#[test]
fn object_should_fail_when_the_window_is_over_and_another_objection_is_undecided() {
	ExtBuilder.build_and_execute(|| {
		let id = opened();
		assert_ok!(object(ENTERPRISE, id));
		go_to(notice(id).window.end);
		assert_noop!(object(AGENT, id), Error::<Test>::WindowOver);
	});
}

/// N3.
#[test]
fn object_should_fail_when_ones_own_objection_is_undecided() {
	ExtBuilder.build_and_execute(|| {
		let id = opened();
		assert_ok!(object(ENTERPRISE, id));
		assert_noop!(object(ENTERPRISE, id), Error::<Test>::UndecidedAlready);
		dismiss(id, 0);
		assert_ok!(object(ENTERPRISE, id));
	});
}

/// N3.
#[test]
fn object_should_fail_when_one_member_has_raised_its_part() {
	ExtBuilder.build_and_execute(|| {
		let id = opened();
		for number in 0..MAX_OBJECTIONS_EACH {
			assert_ok!(object(ENTERPRISE, id));
			dismiss(id, number);
		}
		assert_noop!(object(ENTERPRISE, id), Error::<Test>::TooManyOwnObjections);
		assert_ok!(object(AGENT, id));
	});
}

/// N3.
#[test]
fn object_should_fail_when_the_notice_has_no_room() {
	ExtBuilder.build_and_execute(|| {
		let id = opened();
		for by in 1_000..1_000 + MAX_OBJECTIONS {
			FakeMembers::admit(by, MemberKind::Person, false);
			assert_ok!(object(by, id));
		}
		assert_noop!(object(ENTERPRISE, id), Error::<Test>::TooManyObjections);
	});
}

#[test]
fn object_should_fail_when_there_is_no_such_notice() {
	ExtBuilder.build_and_execute(|| {
		assert_noop!(object(ENTERPRISE, NoticeId(9)), Error::<Test>::NoSuchNotice);
	});
}

#[test]
fn object_should_fail_when_the_notice_has_ended() {
	ExtBuilder.build_and_execute(|| {
		let id = opened();
		assert_ok!(Notices::withdraw(signed(UNIVERSITY), id, None));
		assert_noop!(object(ENTERPRISE, id), Error::<Test>::NotOpen);
	});
}

#[test]
fn object_should_fail_when_the_member_is_not_active() {
	ExtBuilder.build_and_execute(|| {
		let id = opened();
		FakeMembers::set_status(ENTERPRISE, MemberStatus::Suspended);
		assert_noop!(object(ENTERPRISE, id), DispatchError::Other("member not active"));
		assert_noop!(object(STRANGER, id), DispatchError::Other("no such member"));
	});
}

#[test]
fn object_should_name_the_agent_when_one_acts() {
	ExtBuilder.build_and_execute(|| {
		let id = opened();
		FakeMembers::mandate(3, ENTERPRISE, AGENT);
		assert_ok!(Notices::object(signed(AGENT), id, digest(7), Some(MandateId(3))));
		let objection = Notices::objection(id, 0).unwrap();
		assert_eq!(objection.by, MemberId(ENTERPRISE));
		assert_eq!(objection.mandate.map(|mandate| mandate.agent), Some(MemberId(AGENT)));
		assert!(notice(id).is_open());
		assert_eq!(objection.decision, None::<Decision>);
	});
}

/// Who is objected to represents nobody who objects.
#[test]
fn object_should_fail_when_the_agent_is_a_party() {
	ExtBuilder.build_and_execute(|| {
		let id = opened();
		FakeMembers::mandate(3, ENTERPRISE, UNIVERSITY);
		assert_noop!(
			Notices::object(signed(UNIVERSITY), id, digest(7), Some(MandateId(3))),
			DispatchError::Other("the agent is a party")
		);
	});
}
