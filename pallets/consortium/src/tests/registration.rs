use super::*;
use crate::{
	types::{Identity, IdentityKey},
	ByIdentity, Members, SeatAccounts,
};
use quanqi_types::{Capabilities, Location, MemberKind, Territory, Text};

#[test]
fn rename_should_keep_the_member_and_tell_both_names() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Consortium::rename(council(), id(1), name("新名大学")));
		let record = Members::<Test>::get(id(1)).unwrap();
		assert_eq!(record.identity, Identity::Named(name("新名大学")));
		assert_last(Event::NameChanged {
			member: id(1),
			old: name("机构 1"),
			new: name("新名大学"),
		});
	});
}

#[test]
fn rename_should_be_refused_when_it_breaks_a_rule() {
	ExtBuilder::default().build_and_execute(|| {
		let anna = sponsor(7);
		let rename = |member, text| Consortium::rename(council(), member, text);
		assert_noop!(Consortium::rename(key_of(1), id(1), name("x")), DispatchError::BadOrigin);
		assert_noop!(rename(id(99), name("x")), Error::<Test>::UnknownMember);
		assert_noop!(rename(id(1), name("机构 1")), Error::<Test>::Unchanged);
		assert_noop!(rename(anna, name("Anna")), Error::<Test>::CommitmentFixed);
		let bytes = Text(vec![0xff].try_into().unwrap());
		assert_noop!(rename(id(1), bytes), Error::<Test>::NameNotText);
	});
}

#[test]
fn change_registration_should_move_the_index_when_the_credit_code_changes() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Consortium::change_registration(
			council(),
			id(1),
			Location::Division(330_000),
			Some(credit_code(50)),
		));
		let by_code =
			|number| ByIdentity::<Test>::get(IdentityKey::CreditCode(credit_code(number)));
		assert_eq!(by_code(50), Some(id(1)));
		assert_eq!(by_code(1), None);
		assert_last(Event::CreditCodeChanged {
			member: id(1),
			old: Some(credit_code(1)),
			new: Some(credit_code(50)),
		});
		assert_eq!(events(|event| matches!(event, Event::LocationChanged { .. })), 0);
	});
}

#[test]
fn change_registration_should_tell_both_places_when_the_member_moves() {
	ExtBuilder::default().build_and_execute(|| {
		let new = Location::Division(310_000);
		assert_ok!(Consortium::change_registration(
			council(),
			id(1),
			new.clone(),
			Some(credit_code(1)),
		));
		assert_last(Event::LocationChanged {
			member: id(1),
			old: Location::Division(330_000),
			new,
		});
	});
}

#[test]
fn change_registration_should_be_refused_when_it_breaks_a_rule() {
	ExtBuilder::default().build_and_execute(|| {
		let here = Location::Division(330_000);
		let change = |location: &Location, code| {
			Consortium::change_registration(council(), id(1), location.clone(), code)
		};
		assert_noop!(
			Consortium::change_registration(key_of(1), id(1), here.clone(), None),
			DispatchError::BadOrigin
		);
		assert_noop!(
			change(&here, Some(credit_code(2))),
			Error::<Test>::IdentityTaken(member_ref(2))
		);
		assert_noop!(change(&here, Some(credit_code(1))), Error::<Test>::Unchanged);
		assert_noop!(change(&here, None), Error::<Test>::CreditCodeMissing);
		let abroad = Location::Foreign {
			country: Territory::Country(*b"DE"),
			register: Text::new("HRB 1").unwrap(),
		};
		assert_noop!(change(&abroad, Some(credit_code(1))), Error::<Test>::CreditCodeUnexpected);
		let anna = sponsor(7);
		assert_noop!(
			Consortium::change_registration(council(), anna, abroad, None),
			Error::<Test>::PersonInRegister
		);
	});
}

#[test]
fn change_kind_should_tell_what_changed() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Consortium::change_kind(council(), id(1), MemberKind::Institute, false));
		System::assert_has_event(
			Event::KindChanged {
				member: id(1),
				old: MemberKind::University,
				new: MemberKind::Institute,
			}
			.into(),
		);
		assert_last(Event::StateEstablishedChanged { member: id(1), old: true, new: false });
	});
}

#[test]
fn change_kind_should_be_refused_when_it_breaks_a_rule() {
	ExtBuilder::default().build_and_execute(|| {
		let anna = sponsor(7);
		let change = |member, kind, state| Consortium::change_kind(council(), member, kind, state);
		assert_noop!(
			Consortium::change_kind(key_of(1), id(1), MemberKind::Other, true),
			DispatchError::BadOrigin
		);
		assert_noop!(change(id(1), MemberKind::Person, false), Error::<Test>::PersonKindFixed);
		assert_noop!(change(anna, MemberKind::Other, false), Error::<Test>::PersonKindFixed);
		assert_noop!(change(anna, MemberKind::Person, true), Error::<Test>::PersonStateEstablished);
		assert_noop!(change(id(1), MemberKind::University, true), Error::<Test>::Unchanged);
	});
}

#[test]
fn change_kind_should_be_refused_when_a_sponsored_enterprise_would_be_an_institution() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Consortium::sponsor(key_of(1), enterprise(60)));
		assert_noop!(
			Consortium::change_kind(council(), id(5), MemberKind::Hospital, false),
			Error::<Test>::KindNotSponsored
		);
	});
}

#[test]
fn change_capabilities_should_tell_old_and_new() {
	ExtBuilder::default().build_and_execute(|| {
		let member = admit(5);
		let new: Capabilities = [Capability::RegisterContracts].into_iter().collect();
		assert_ok!(Consortium::change_capabilities(council(), member, new, Some(330_100)));
		System::assert_has_event(
			Event::CapabilitiesChanged { member, old: Capabilities::NONE, new }.into(),
		);
		assert_last(Event::JurisdictionChanged { member, old: None, new: Some(330_100) });
	});
}

#[test]
fn change_capabilities_should_open_the_seat_account_when_the_member_may_validate() {
	ExtBuilder::default().build_and_execute(|| {
		let member = admit(5);
		capabilities(member, &[Capability::Validate]);
		capabilities(member, &[]);
		assert!(SeatAccounts::<Test>::contains_key(Consortium::seat_account(member)));
	});
}

#[test]
fn change_capabilities_should_be_refused_when_it_breaks_a_rule() {
	ExtBuilder::default().build_and_execute(|| {
		let change = |member, list: &[Capability], jurisdiction| {
			let set = list.iter().copied().collect();
			Consortium::change_capabilities(council(), member, set, jurisdiction)
		};
		assert_noop!(
			Consortium::change_capabilities(key_of(1), id(1), Capabilities::all(), Some(330_000)),
			DispatchError::BadOrigin
		);
		assert_noop!(change(id(1), &[Capability::Sponsor], None), Error::<Test>::StillValidator);
		let anna = sponsor(7);
		assert_noop!(change(anna, &[Capability::Validate], None), Error::<Test>::PersonValidates);
		assert_noop!(change(anna, &[], None), Error::<Test>::Unchanged);
		assert_noop!(
			change(anna, &[Capability::RegisterContracts], None),
			Error::<Test>::JurisdictionMissing
		);
	});
}
