use crate::{mock::*, types::*, Error, Event, Given};
use frame_support::{assert_noop, assert_ok};
use quanqi_title::ConsentRole::{self, CoOwner};
use quanqi_traits::{testing::FakeMembers, MemberStatus};
use quanqi_types::{GrantId, MandateId};
use sp_runtime::{DispatchError, DispatchResult};

fn shared(test: impl FnOnce()) {
	ExtBuilder::default().with_institute().build_and_execute(test);
}

fn consent_for(by: u32, id: GrantId, behalf: Behalf) -> DispatchResult {
	Grants::consent(signed(by), id, 0, CoOwner, behalf).map(|_| ()).map_err(|e| e.error)
}

/// T8: once the unit approved, and before the team has accepted.
#[test]
fn consent_should_count_when_it_was_given_before_the_notice() {
	shared(|| {
		let id = approved(ownership());
		assert_ok!(consent(INSTITUTE, id, CoOwner));
		System::assert_last_event(
			Event::ConsentGiven {
				grant: id,
				member: member(INSTITUTE),
				role: CoOwner,
				mandate: None,
			}
			.into(),
		);
		assert_eq!(Given::<Test>::get(id).len(), 1);
	});
}

#[test]
fn consent_should_fail_when_the_member_is_not_asked() {
	shared(|| {
		let id = approved(ownership());
		for other in [ENTERPRISE, REGULATOR, UNIVERSITY, PROFESSOR, AGENT] {
			assert_noop!(consent(other, id, CoOwner), Error::<Test>::G6NotAsked);
		}
		assert_noop!(consent(INSTITUTE, id, ConsentRole::Pledgee), Error::<Test>::G6NotAsked);
	});
}

#[test]
fn consent_should_fail_when_it_was_given() {
	shared(|| {
		let id = approved(ownership());
		assert_ok!(consent(INSTITUTE, id, CoOwner));
		assert_noop!(consent(INSTITUTE, id, CoOwner), Error::<Test>::G6NotAsked);
	});
}

#[test]
fn consent_should_fail_when_it_is_to_another_version() {
	shared(|| {
		let id = approved(ownership());
		let call = Grants::consent(signed(INSTITUTE), id, 1, CoOwner, Behalf::Own);
		assert_eq!(call.unwrap_err().error, Error::<Test>::VersionDiffers.into());
	});
}

/// What was consented of an earlier version counts for nothing.
#[test]
fn consent_should_be_forgotten_when_the_terms_change() {
	shared(|| {
		let id = approved(ownership());
		assert_ok!(consent(INSTITUTE, id, CoOwner));
		assert_ok!(Grants::amend(signed(UNIVERSITY), id, Box::new(ownership())));
		assert!(Given::<Test>::get(id).is_empty());
	});
}

#[test]
fn consent_should_be_the_agents_when_it_is_no_party() {
	shared(|| {
		FakeMembers::mandate(3, INSTITUTE, AGENT);
		FakeMembers::mandate(4, INSTITUTE, PROFESSOR);
		let id = approved(ownership());
		assert_noop!(
			consent_for(PROFESSOR, id, Behalf::Mandate(MandateId(4))),
			DispatchError::Other("the agent is a party")
		);
		assert_ok!(consent_for(AGENT, id, Behalf::Mandate(MandateId(3))));
		assert_eq!(Given::<Test>::get(id)[0].mandate.unwrap().agent, member(AGENT));
	});
}

/// The administrator appointed, and only while the member is suspended.
#[test]
fn consent_should_be_the_administrators_when_the_member_is_suspended() {
	shared(|| {
		let id = approved(ownership());
		let behalf = Behalf::Administered(member(INSTITUTE));
		FakeMembers::appoint_administrator(REGULATOR, INSTITUTE);
		assert_noop!(consent_for(REGULATOR, id, behalf), Error::<Test>::G6NotForMember);
		FakeMembers::set_status(INSTITUTE, MemberStatus::Suspended);
		assert_noop!(consent_for(AGENT, id, behalf), Error::<Test>::G6NotForMember);
		assert_noop!(
			consent_for(INSTITUTE, id, Behalf::Own),
			DispatchError::Other("member not active")
		);
		assert_ok!(consent_for(REGULATOR, id, behalf));
	});
}

#[test]
fn consent_should_fail_when_the_administrator_is_a_party() {
	shared(|| {
		let id = approved(ownership());
		FakeMembers::appoint_administrator(UNIVERSITY, INSTITUTE);
		FakeMembers::set_status(INSTITUTE, MemberStatus::Suspended);
		let behalf = Behalf::Administered(member(INSTITUTE));
		assert_noop!(consent_for(UNIVERSITY, id, behalf), Error::<Test>::G6NotForMember);
	});
}
