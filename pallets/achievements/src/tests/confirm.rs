use crate::{mock::*, Error, Event};
use frame_support::{assert_noop, assert_ok};
use quanqi_title::ConsentRole;
use quanqi_traits::{
	testing::{FakeMembers, FakeTitles},
	MemberStatus, Titles,
};
use quanqi_types::{AchievementId, LedgerStatus, MandateId, MemberId};
use sp_runtime::DispatchError;

const OWNER: MemberId = MemberId(INSTITUTE);

#[test]
fn confirm_should_register_when_it_is_the_last() {
	ExtBuilder.build_and_execute(|| {
		let parts = [(UNIVERSITY, 400_000), (INSTITUTE, 300_000), (ENTERPRISE, 300_000)];
		let achievement = register(owned_by(patent("A1"), &parts));
		assert_ok!(Achievements::confirm(signed(INSTITUTE), achievement, OWNER, None));
		assert_eq!(FakeTitles::title(achievement), None);
		let last = MemberId(ENTERPRISE);
		assert_ok!(Achievements::confirm(signed(ENTERPRISE), achievement, last, None));
		assert_eq!(record(achievement).ledger_status, LedgerStatus::Registered);
		System::assert_has_event(Event::Confirmed { achievement, owner: last, by: last }.into());
		System::assert_last_event(
			Event::Registered { achievement, holder: MemberId(UNIVERSITY) }.into(),
		);
	});
}

#[test]
fn confirm_should_stand_in_the_entry_as_consent_of_a_co_owner() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register_shared("A1");
		let history = FakeTitles::history(achievement);
		let consents = &history[0].body().consents;
		assert_eq!(consents.len(), 1);
		assert_eq!((consents[0].member, consents[0].role), (OWNER, ConsentRole::CoOwner));
	});
}

#[test]
fn confirm_should_refuse_when_nothing_waits() {
	ExtBuilder.build_and_execute(|| {
		let registered = register(sole(patent("A1")));
		for achievement in [registered, AchievementId(99)] {
			assert_noop!(
				Achievements::confirm(signed(INSTITUTE), achievement, OWNER, None),
				Error::<Test>::NotDisclosed
			);
		}
	});
}

#[test]
fn confirm_should_refuse_when_the_member_is_no_owner() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(shared(patent("A1")));
		let stranger = MemberId(ENTERPRISE);
		assert_noop!(
			Achievements::confirm(signed(ENTERPRISE), achievement, stranger, None),
			Error::<Test>::NotAwaited
		);
	});
}

#[test]
fn confirm_should_refuse_when_the_owner_confirmed_already() {
	ExtBuilder.build_and_execute(|| {
		let parts = [(UNIVERSITY, 400_000), (INSTITUTE, 300_000), (ENTERPRISE, 300_000)];
		let achievement = register(owned_by(patent("A1"), &parts));
		assert_ok!(Achievements::confirm(signed(INSTITUTE), achievement, OWNER, None));
		assert_noop!(
			Achievements::confirm(signed(INSTITUTE), achievement, OWNER, None),
			Error::<Test>::NotAwaited
		);
	});
}

#[test]
fn confirm_should_refuse_when_made_for_another_without_power() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(shared(patent("A1")));
		for member in [UNIVERSITY, ENTERPRISE] {
			assert_noop!(
				Achievements::confirm(signed(member), achievement, OWNER, None),
				Error::<Test>::NotForOwner
			);
		}
	});
}

#[test]
fn confirm_should_carry_the_mandate_when_an_agent_confirms() {
	ExtBuilder.build_and_execute(|| {
		FakeMembers::mandate(7, INSTITUTE, ENTERPRISE);
		let achievement = register(shared(patent("A1")));
		assert_ok!(Achievements::confirm(
			signed(ENTERPRISE),
			achievement,
			OWNER,
			Some(MandateId(7))
		));
		let history = FakeTitles::history(achievement);
		let mandate = history[0].body().consents[0].mandate.unwrap();
		assert_eq!(mandate.agent, MemberId(ENTERPRISE));
	});
}

/// Civil Code art. 168.
#[test]
fn confirm_should_refuse_the_agent_when_it_is_the_other_owner() {
	ExtBuilder.build_and_execute(|| {
		FakeMembers::mandate(7, INSTITUTE, UNIVERSITY);
		let achievement = register(shared(patent("A1")));
		assert_noop!(
			Achievements::confirm(signed(UNIVERSITY), achievement, OWNER, Some(MandateId(7))),
			DispatchError::Other("the agent is a party")
		);
	});
}

#[test]
fn confirm_should_be_the_administrators_when_the_owner_is_suspended() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(shared(patent("A1")));
		FakeMembers::set_status(INSTITUTE, MemberStatus::Suspended);
		FakeMembers::appoint_administrator(ENTERPRISE, INSTITUTE);
		assert_ok!(Achievements::confirm(signed(ENTERPRISE), achievement, OWNER, None));
		System::assert_has_event(
			Event::Confirmed { achievement, owner: OWNER, by: MemberId(ENTERPRISE) }.into(),
		);
	});
}

#[test]
fn confirm_should_refuse_the_administrator_when_it_is_an_owner_itself() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(shared(patent("A1")));
		FakeMembers::appoint_administrator(UNIVERSITY, INSTITUTE);
		assert_noop!(
			Achievements::confirm(signed(UNIVERSITY), achievement, OWNER, None),
			Error::<Test>::NotForOwner
		);
	});
}

#[test]
fn withdraw_disclosure_should_free_the_number_and_leave_nothing() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(shared(patent("A1")));
		assert_ok!(Achievements::withdraw_disclosure(signed(UNIVERSITY), achievement, None));
		assert_eq!(Achievements::view(achievement), None);
		System::assert_last_event(
			Event::DisclosureWithdrawn { achievement, holder: MemberId(UNIVERSITY) }.into(),
		);
		let next = register(sole(patent("A1")));
		assert_ne!(next, achievement);
	});
}

#[test]
fn withdraw_disclosure_should_refuse_when_registered() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register_shared("A1");
		assert_noop!(
			Achievements::withdraw_disclosure(signed(UNIVERSITY), achievement, None),
			Error::<Test>::NotDisclosed
		);
	});
}

#[test]
fn withdraw_disclosure_should_refuse_when_not_the_holder() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(shared(patent("A1")));
		assert_noop!(
			Achievements::withdraw_disclosure(signed(INSTITUTE), achievement, None),
			Error::<Test>::NotHolder
		);
	});
}
