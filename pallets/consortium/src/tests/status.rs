use super::*;
use crate::{Members, NodeIds, Seats, SponsorOffers, Sponsored, Validators};
use quanqi_traits::MemberStatus::{Active, Expelled, Suspended};
use quanqi_types::Location;

#[test]
fn suspend_should_keep_its_keys_from_signing_until_reinstated() {
	ExtBuilder::default().build_and_execute(|| {
		let add = |number| {
			Consortium::add_key(key_of(1), account(number), permissions(&[Permission::Seat]))
		};
		assert_ok!(Consortium::suspend(council(), id(1)));
		assert_last(Event::StatusChanged { member: id(1), old: Active, new: Suspended });
		assert_noop!(add(11), Error::<Test>::MemberSuspended);
		assert_ok!(Consortium::reinstate(council(), id(1)));
		assert_last(Event::StatusChanged { member: id(1), old: Suspended, new: Active });
		assert_ok!(add(11));
	});
}

#[test]
fn suspend_should_be_refused_when_the_council_could_then_decide_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		// Of four seats more than half must agree.
		assert_ok!(Consortium::suspend(council(), id(1)));
		let refused: DispatchError = Error::<Test>::CouncilCouldNotDecide.into();
		assert_noop!(Consortium::suspend(council(), id(2)), refused);
		let without_seat = admit(5);
		assert_ok!(Consortium::suspend(council(), without_seat));
		assert_ok!(Consortium::reinstate(council(), id(1)));
		assert_ok!(Consortium::suspend(council(), id(2)));
	});
}

#[test]
fn status_steps_should_be_refused_when_the_status_does_not_allow_them() {
	ExtBuilder::default().build_and_execute(|| {
		let member = admit(5);
		assert_noop!(Consortium::reinstate(council(), member), Error::<Test>::WrongStatus);
		assert_ok!(Consortium::suspend(council(), member));
		assert_noop!(Consortium::suspend(council(), member), Error::<Test>::WrongStatus);
		assert_ok!(Consortium::expel(council(), member));
		assert_noop!(Consortium::suspend(council(), member), Error::<Test>::WrongStatus);
		assert_noop!(Consortium::reinstate(council(), member), Error::<Test>::WrongStatus);
		assert_noop!(Consortium::expel(council(), member), Error::<Test>::WrongStatus);
		assert_noop!(Consortium::expel(council(), id(99)), Error::<Test>::UnknownMember);
	});
}

#[test]
fn status_steps_should_be_refused_when_a_member_calls_them() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Consortium::suspend(key_of(1), id(2)), DispatchError::BadOrigin);
		assert_noop!(Consortium::reinstate(key_of(1), id(2)), DispatchError::BadOrigin);
		assert_noop!(Consortium::expel(key_of(1), id(2)), DispatchError::BadOrigin);
	});
}

#[test]
fn expel_should_take_seat_validator_and_nodes_but_leave_the_record_and_its_keys() {
	ExtBuilder::default().build_and_execute(|| {
		let nodes = vec![node_id(1)].try_into().unwrap();
		assert_ok!(Consortium::set_node_ids(key_of(1), nodes));
		assert_ok!(Consortium::expel(council(), id(1)));
		assert_eq!(Members::<Test>::get(id(1)).unwrap().status, Expelled);
		assert!(!Seats::<Test>::get().contains(&id(1)));
		assert!(!Validators::<Test>::get().contains(&id(1)));
		assert!(NodeIds::<Test>::get(id(1)).is_empty());
		assert_eq!(System::providers(&account(1)), 1);
		assert_noop!(Consortium::revoke_key(key_of(1), account(1)), Error::<Test>::MemberExpelled);
	});
}

#[test]
fn expel_should_be_refused_when_too_few_validators_would_be_left() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Consortium::expel(council(), id(1)));
		assert_noop!(Consortium::expel(council(), id(2)), Error::<Test>::TooFewValidators);
	});
}

#[test]
fn expel_should_be_refused_when_the_last_seat_would_go() {
	ExtBuilder::default().build_and_execute(|| {
		for member in [2, 3, 4] {
			assert_ok!(Consortium::set_seat(council(), id(member), false));
		}
		assert_noop!(Consortium::expel(council(), id(1)), Error::<Test>::LastSeat);
	});
}

#[test]
fn expel_should_free_the_sponsors_quota_and_end_an_offer() {
	ExtBuilder::default().build_and_execute(|| {
		let anna = sponsor(7);
		assert_ok!(Consortium::offer_sponsorship(key_of(1), anna, Some(id(2))));
		assert_ok!(Consortium::expel(council(), anna));
		assert_eq!(Sponsored::<Test>::get(id(1)), 0);
		assert_eq!(SponsorOffers::<Test>::get(anna), None);
		assert_last(Event::SponsorshipOffered { member: anna, old: Some(id(2)), new: None });
	});
}

#[test]
fn an_expelled_member_should_not_be_changed() {
	ExtBuilder::default().build_and_execute(|| {
		let member = admit(5);
		assert_ok!(Consortium::expel(council(), member));
		let expelled = Error::<Test>::MemberExpelled;
		assert_noop!(Consortium::rename(council(), member, name("x")), expelled);
		let here = Location::Division(330_000);
		assert_noop!(
			Consortium::change_registration(council(), member, here, Some(credit_code(9))),
			Error::<Test>::MemberExpelled
		);
		assert_noop!(
			Consortium::reset_keys(council(), member, account(77)),
			Error::<Test>::MemberExpelled
		);
		assert_noop!(Consortium::set_seat(council(), member, true), Error::<Test>::MemberExpelled);
	});
}
