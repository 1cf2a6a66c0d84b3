use crate::{mock::*, types::*, Error};
use frame_support::{assert_noop, assert_ok};
use quanqi_traits::{testing::FakeMembers, NoticeOutcome};
use quanqi_types::{MandateId, MemberId, NoticeId};
use sp_runtime::DispatchError;

/// N9, running, suspended, and after the window.
#[test]
fn withdraw_should_end_the_notice_in_every_open_state() {
	ExtBuilder.build_and_execute(|| {
		let running = opened_for(1);
		assert_ok!(Notices::withdraw(signed(UNIVERSITY), running, None));
		let suspended = opened_for(2);
		assert_ok!(object(ENTERPRISE, suspended));
		assert_ok!(Notices::withdraw(signed(UNIVERSITY), suspended, None));
		let over = opened_for(3);
		advance_days(20);
		assert_ok!(Notices::withdraw(signed(UNIVERSITY), over, None));
		for id in [running, suspended, over] {
			assert_eq!(outcome(id), Some(NoticeOutcome::Withdrawn));
			assert!(told().contains(&(id, NoticeOutcome::Withdrawn)));
		}
	});
}

/// N9: not even a co-owner, a party or an authority.
#[test]
fn withdraw_should_fail_when_another_gave_notice() {
	ExtBuilder.build_and_execute(|| {
		let id = opened();
		for other in [INSTITUTE, BUYER, ENTERPRISE, REGULATOR, COMPLETER] {
			assert_noop!(Notices::withdraw(signed(other), id, None), Error::<Test>::NotGiver);
		}
	});
}

#[test]
fn withdraw_should_fail_when_the_notice_has_ended() {
	ExtBuilder.build_and_execute(|| {
		let id = opened();
		assert_ok!(object(ENTERPRISE, id));
		assert_ok!(decide(REGULATOR, id, 0, Ruling::Upheld));
		assert_noop!(Notices::withdraw(signed(UNIVERSITY), id, None), Error::<Test>::NotOpen);
	});
}

#[test]
fn withdraw_should_fail_when_there_is_no_such_notice() {
	ExtBuilder.build_and_execute(|| {
		let withdrawal = Notices::withdraw(signed(UNIVERSITY), NoticeId(7), None);
		assert_noop!(withdrawal, Error::<Test>::NoSuchNotice);
	});
}

#[test]
fn withdraw_should_be_the_agents_when_it_is_no_party() {
	ExtBuilder.build_and_execute(|| {
		let id = opened();
		FakeMembers::mandate(3, UNIVERSITY, BUYER);
		FakeMembers::mandate(4, UNIVERSITY, AGENT);
		assert_noop!(
			Notices::withdraw(signed(BUYER), id, Some(MandateId(3))),
			DispatchError::Other("the agent is a party")
		);
		assert_ok!(Notices::withdraw(signed(AGENT), id, Some(MandateId(4))));
		assert_eq!(notice(id).by, MemberId(UNIVERSITY));
	});
}
