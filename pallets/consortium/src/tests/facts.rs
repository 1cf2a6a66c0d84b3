use super::*;
use quanqi_title::Actor;
use quanqi_traits::{MemberFacts, MemberStatus, Members as _};
use quanqi_types::MemberKind;

#[test]
fn facts_should_say_what_the_record_says() {
	ExtBuilder::default().build_and_execute(|| {
		let anna = sponsor(7);
		assert_eq!(
			Consortium::facts(anna),
			Some(MemberFacts {
				kind: MemberKind::Person,
				status: MemberStatus::Active,
				state_established: false,
				sponsor: Some(id(1)),
			})
		);
		assert_eq!(Consortium::facts(id(99)), None);
	});
}

#[test]
fn member_should_find_who_signs_when_the_key_carries_the_permission() {
	ExtBuilder::default().build_and_execute(|| {
		add_key(1, 11, &[Permission::Dispose]);
		let member = |number, permission| Consortium::member(&account(number), permission);
		assert_eq!(member(1, Permission::Dispose), Ok(id(1)));
		assert_eq!(member(11, Permission::Dispose), Ok(id(1)));
		assert_eq!(member(11, Permission::Register), Err(error(Error::PermissionMissing)));
		assert_eq!(member(99, Permission::Register), Err(error(Error::NotAMemberKey)));
	});
}

#[test]
fn acting_should_be_in_the_own_name_when_no_mandate_is_named() {
	ExtBuilder::default().build_and_execute(|| {
		// A member is a party to its own acts.
		assert_eq!(
			Consortium::acting(&account(1), Permission::Dispose, None, &[id(1)]),
			Ok(Actor { member: id(1), mandate: None })
		);
	});
}

#[test]
fn ensure_capable_should_need_an_active_member_with_the_capability() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Consortium::ensure_capable(id(1), Capability::Sponsor));
		assert_eq!(
			Consortium::ensure_capable(id(1), Capability::Audit),
			Err(error(Error::CapabilityMissing))
		);
		assert_ok!(Consortium::suspend(council(), id(1)));
		assert_eq!(
			Consortium::ensure_capable(id(1), Capability::Sponsor),
			Err(error(Error::MemberSuspended))
		);
		assert_eq!(Consortium::ensure_active(id(1)), Err(error(Error::MemberSuspended)));
		assert_eq!(Consortium::ensure_active(id(99)), Err(error(Error::UnknownMember)));
		assert_ok!(Consortium::ensure_active(id(2)));
	});
}
