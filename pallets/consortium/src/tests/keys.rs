use super::*;
use crate::{Keys, MemberKeys};
use quanqi_types::{Moment, Permissions};

#[test]
fn add_key_should_bind_a_provider_for_ever() {
	ExtBuilder::default().build_and_execute(|| {
		let seat = permissions(&[Permission::Seat]);
		assert_ok!(Consortium::add_key(key_of(1), account(11), seat));
		assert_last(Event::KeyBound { member: id(1), account: account(11), permissions: seat });
		assert_eq!(System::providers(&account(11)), 1);
		assert_ok!(Consortium::revoke_key(key_of(1), account(11)));
		assert_eq!(System::providers(&account(11)), 1);
	});
}

#[test]
fn add_key_should_be_refused_when_it_breaks_a_rule() {
	ExtBuilder::default().build_and_execute(|| {
		add_key(1, 11, &[Permission::Seat]);
		let add = |by, number| {
			Consortium::add_key(signed(account(by)), account(number), Permissions::FULL)
		};
		assert_noop!(add(99, 12), Error::<Test>::NotAMemberKey);
		assert_noop!(add(11, 12), Error::<Test>::PermissionMissing);
		assert_noop!(add(1, 2), Error::<Test>::KeyTaken(member_ref(2)));
		assert_noop!(add(1, 11), Error::<Test>::KeyTaken(member_ref(1)));
		assert_noop!(
			Consortium::add_key(key_of(1), account(12), Permissions::NONE),
			Error::<Test>::KeyWithoutPermission
		);
		assert_noop!(
			Consortium::add_key(council(), account(12), Permissions::FULL),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn add_key_should_be_refused_when_the_member_has_sixteen() {
	ExtBuilder::default().build_and_execute(|| {
		(11..26).for_each(|number| add_key(1, number, &[Permission::Register]));
		assert_noop!(
			Consortium::add_key(key_of(1), account(26), Permissions::FULL),
			Error::<Test>::TooManyKeys
		);
	});
}

#[test]
fn a_revoked_key_should_never_be_bound_again() {
	ExtBuilder::default().build_and_execute(|| {
		add_key(1, 11, &[Permission::Full]);
		Clock::set(START + 5);
		assert_ok!(Consortium::revoke_key(key_of(1), account(11)));
		assert_last(Event::KeyRevoked {
			member: id(1),
			account: account(11),
			permissions: Permissions::FULL,
		});
		assert_eq!(Keys::<Test>::get(account(11)).unwrap().revoked, Some(Moment(START + 5)));
		for member in [1, 2] {
			assert_noop!(
				Consortium::add_key(key_of(member), account(11), Permissions::FULL),
				Error::<Test>::KeyWasRevoked(member_ref(1))
			);
		}
		assert_noop!(
			Consortium::revoke_key(signed(account(11)), account(1)),
			Error::<Test>::KeyRevoked
		);
	});
}

#[test]
fn revoke_key_should_be_refused_when_it_is_the_last_full_one() {
	ExtBuilder::default().build_and_execute(|| {
		add_key(1, 11, &[Permission::Seat]);
		assert_noop!(Consortium::revoke_key(key_of(1), account(1)), Error::<Test>::LastFullKey);
		add_key(1, 12, &[Permission::Full]);
		assert_ok!(Consortium::revoke_key(key_of(1), account(1)));
		assert_eq!(MemberKeys::<Test>::get(id(1)).into_inner(), vec![account(11), account(12)]);
	});
}

#[test]
fn revoke_key_should_be_refused_when_the_key_is_not_a_live_one_of_the_member() {
	ExtBuilder::default().build_and_execute(|| {
		let revoke = |number| Consortium::revoke_key(key_of(1), account(number));
		assert_noop!(revoke(2), Error::<Test>::NotAKeyOfMember);
		assert_noop!(revoke(99), Error::<Test>::NotAKeyOfMember);
		add_key(1, 11, &[Permission::Seat]);
		assert_ok!(revoke(11));
		assert_noop!(revoke(11), Error::<Test>::NotAKeyOfMember);
		add_key(1, 12, &[Permission::Seat]);
		assert_noop!(
			Consortium::revoke_key(signed(account(12)), account(12)),
			Error::<Test>::PermissionMissing
		);
	});
}

#[test]
fn set_key_permissions_should_tell_old_and_new() {
	ExtBuilder::default().build_and_execute(|| {
		add_key(1, 11, &[Permission::Seat]);
		let (old, new) = (permissions(&[Permission::Seat]), permissions(&[Permission::Dispose]));
		assert_ok!(Consortium::set_key_permissions(key_of(1), account(11), new));
		assert_last(Event::KeyPermissionsChanged { member: id(1), account: account(11), old, new });
	});
}

#[test]
fn set_key_permissions_should_be_refused_when_it_breaks_a_rule() {
	ExtBuilder::default().build_and_execute(|| {
		add_key(1, 11, &[Permission::Seat]);
		let set = |number, new| Consortium::set_key_permissions(key_of(1), account(number), new);
		let seat = permissions(&[Permission::Seat]);
		assert_noop!(set(1, seat), Error::<Test>::LastFullKey);
		assert_noop!(set(11, seat), Error::<Test>::Unchanged);
		assert_noop!(set(11, Permissions::NONE), Error::<Test>::KeyWithoutPermission);
		assert_noop!(set(2, seat), Error::<Test>::NotAKeyOfMember);
		assert_noop!(
			Consortium::set_key_permissions(signed(account(11)), account(11), Permissions::FULL),
			Error::<Test>::PermissionMissing
		);
	});
}

#[test]
fn reset_keys_should_replace_lost_keys_when_the_council_agrees() {
	ExtBuilder::default().build_and_execute(|| {
		add_key(1, 11, &[Permission::Seat]);
		assert_ok!(Consortium::reset_keys(council(), id(1), account(12)));
		assert_eq!(MemberKeys::<Test>::get(id(1)).into_inner(), vec![account(12)]);
		for lost in [1, 11] {
			assert!(Keys::<Test>::get(account(lost)).unwrap().revoked.is_some());
		}
		assert_eq!(events(|event| matches!(event, Event::KeyRevoked { .. })), 2);
		add_key(12, 13, &[Permission::Seat]);
	});
}

#[test]
fn reset_keys_should_give_a_first_key_to_a_member_without_one() {
	ExtBuilder::default().build_and_execute(|| {
		let anna = sponsor(7);
		assert_ok!(Consortium::reset_keys(council(), anna, account(70)));
		assert_last(Event::KeyBound {
			member: anna,
			account: account(70),
			permissions: Permissions::FULL,
		});
	});
}

#[test]
fn reset_keys_should_be_refused_when_it_breaks_a_rule() {
	ExtBuilder::default().build_and_execute(|| {
		let reset = |member, number| Consortium::reset_keys(council(), member, account(number));
		assert_noop!(
			Consortium::reset_keys(key_of(1), id(1), account(12)),
			DispatchError::BadOrigin
		);
		assert_noop!(reset(id(99), 12), Error::<Test>::UnknownMember);
		assert_noop!(reset(id(1), 2), Error::<Test>::KeyTaken(member_ref(2)));
		assert_noop!(reset(id(1), 1), Error::<Test>::KeyWasRevoked(member_ref(1)));
	});
}
