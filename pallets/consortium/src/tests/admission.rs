use super::*;
use crate::{
	types::{BulkMode, Identity, IdentityKey},
	ByIdentity, Keys, MemberKeys, Members,
};
use quanqi_traits::MemberStatus;
use quanqi_types::{
	Capabilities, Commitment, Location, MemberKind, Moment, Permissions, Territory, Text,
};

#[test]
fn admit_should_enter_an_institution_when_the_council_agrees() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Consortium::admit(council(), university(5)));
		let record = Members::<Test>::get(id(5)).unwrap();
		assert_eq!(record.status, MemberStatus::Active);
		assert_eq!(record.credit_code, Some(credit_code(5)));
		assert_eq!(record.admitted, Moment(START));
		assert_eq!(record.sponsor, None);
		assert_eq!(ByIdentity::<Test>::get(IdentityKey::CreditCode(credit_code(5))), Some(id(5)));
		assert_eq!(MemberKeys::<Test>::get(id(5)).into_inner(), vec![account(5)]);
		assert_eq!(System::providers(&account(5)), 1);
		let member = id(5);
		System::assert_has_event(
			Event::MemberAdmitted {
				member,
				kind: MemberKind::University,
				sponsor: None,
				capabilities: Capabilities::NONE,
			}
			.into(),
		);
		assert_last(Event::KeyBound {
			member,
			account: account(5),
			permissions: Permissions::FULL,
		});
	});
}

#[test]
fn admit_should_take_a_foreign_organisation_by_its_register() {
	ExtBuilder::default().build_and_execute(|| {
		let location = Location::Foreign {
			country: Territory::Country(*b"HK"),
			register: Text::new("CR 123456").unwrap(),
		};
		let foreign = crate::types::Application { credit_code: None, location, ..university(5) };
		assert_ok!(Consortium::admit(council(), foreign.clone()));
		let again = crate::types::Application { keys: Default::default(), ..foreign };
		assert_noop!(
			Consortium::admit(council(), again),
			Error::<Test>::IdentityTaken(member_ref(5))
		);
	});
}

#[test]
fn admit_should_be_refused_when_a_member_calls_it() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Consortium::admit(key_of(1), university(5)), DispatchError::BadOrigin);
		assert_noop!(
			Consortium::admit(RuntimeOrigin::root(), university(5)),
			DispatchError::BadOrigin
		);
		assert_noop!(
			Consortium::admit_many(
				key_of(1),
				vec![university(5)].try_into().unwrap(),
				BulkMode::AllOrNone
			),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn admit_should_name_the_earlier_member_when_the_credit_code_is_taken() {
	ExtBuilder::default().build_and_execute(|| {
		let same = crate::types::Application { credit_code: Some(credit_code(3)), ..university(5) };
		assert_noop!(
			Consortium::admit(council(), same),
			Error::<Test>::IdentityTaken(member_ref(3))
		);
	});
}

#[test]
fn admit_should_refuse_a_person() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Consortium::admit(council(), person(7)), Error::<Test>::PersonNeedsSponsor);
	});
}

#[test]
fn admit_should_refuse_a_statement_that_breaks_a_rule() {
	ExtBuilder::default().build_and_execute(|| {
		let with = |change: fn(&mut crate::types::Application<AccountId>), rule| {
			let mut application = university(5);
			change(&mut application);
			assert_noop!(Consortium::admit(council(), application), error(rule));
		};
		with(
			|a| a.identity = Identity::Committed(Commitment([1; 32])),
			Error::OrganisationNeedsName,
		);
		with(
			|a| a.identity = Identity::Named(Text(vec![0xff].try_into().unwrap())),
			Error::NameNotText,
		);
		with(|a| a.location = Location::Division(1), Error::LocationUnknown);
		with(|a| a.credit_code = None, Error::CreditCodeMissing);
		with(
			|a| {
				a.location = Location::Foreign {
					country: Territory::Country(*b"HK"),
					register: Text::new("1").unwrap(),
				}
			},
			Error::CreditCodeUnexpected,
		);
		with(
			|a| a.capabilities = [Capability::RegisterContracts].into_iter().collect(),
			Error::JurisdictionMissing,
		);
		with(|a| a.jurisdiction = Some(330_000), Error::JurisdictionUnexpected);
		with(
			|a| {
				a.capabilities = [Capability::RegisterContracts].into_iter().collect();
				a.jurisdiction = Some(5);
			},
			Error::JurisdictionUnknown,
		);
		with(|a| a.keys[0].permissions = permissions(&[Permission::Seat]), Error::NoFullKey);
		with(|a| a.keys[0].permissions = Permissions::NONE, Error::KeyWithoutPermission);
		with(|a| a.keys.try_push(full(5)).unwrap(), Error::KeyRepeated);
	});
}

#[test]
fn admit_should_refuse_a_key_that_is_another_members() {
	ExtBuilder::default().build_and_execute(|| {
		let mut application = university(5);
		application.keys[0] = full(2);
		assert_noop!(
			Consortium::admit(council(), application),
			Error::<Test>::KeyTaken(member_ref(2))
		);
	});
}

#[test]
fn admit_should_open_the_seat_account_when_the_institution_may_validate() {
	ExtBuilder::default().build_and_execute(|| {
		let mut application = university(5);
		application.capabilities.insert(Capability::Validate);
		assert_ok!(Consortium::admit(council(), application));
		let seat = Consortium::seat_account(id(5));
		assert_eq!(System::providers(&seat), 1);
		assert_last(Event::SeatAccountOpened { member: id(5), account: seat });
	});
}

#[test]
fn admit_should_refuse_when_numbers_are_used_up() {
	let mut ext = ExtBuilder::default().build();
	ext.execute_with(|| {
		crate::NextMemberId::<Test>::put(u32::MAX);
		assert_noop!(Consortium::admit(council(), university(5)), Error::<Test>::NumbersUsedUp);
	});
}

#[test]
fn admit_many_should_take_two_hundred_in_one_motion() {
	ExtBuilder::default().build_and_execute(|| {
		let all: Vec<_> = (100..300).map(university).collect();
		assert_ok!(Consortium::admit_many(council(), all.try_into().unwrap(), BulkMode::AllOrNone));
		assert_eq!(Members::<Test>::iter().count(), 204);
		assert_last(Event::BulkFinished { taken: 200, refused: 0 });
	});
}

#[test]
fn admit_many_should_take_none_when_one_is_refused_and_all_or_none_is_asked() {
	ExtBuilder::default().build_and_execute(|| {
		let all = vec![university(5), university(1), university(6)];
		assert_noop!(
			Consortium::admit_many(council(), all.try_into().unwrap(), BulkMode::AllOrNone),
			Error::<Test>::IdentityTaken(member_ref(1))
		);
	});
}

#[test]
fn admit_many_should_report_what_is_refused_when_each_stands_on_its_own() {
	ExtBuilder::default().build_and_execute(|| {
		let mut clash = university(7);
		clash.keys[0] = full(1);
		let all = vec![university(5), university(1), clash, university(6)];
		assert_ok!(Consortium::admit_many(
			council(),
			all.try_into().unwrap(),
			BulkMode::EachOnItsOwn
		));
		for (index, rule) in
			[(1, Error::IdentityTaken(member_ref(1))), (2, Error::KeyTaken(member_ref(1)))]
		{
			System::assert_has_event(Event::BulkItemRefused { index, error: error(rule) }.into());
		}
		assert_last(Event::BulkFinished { taken: 2, refused: 2 });
		// What a refused item had written is gone: its number and its index entry.
		assert_eq!(Members::<Test>::get(id(6)).unwrap().credit_code, Some(credit_code(6)));
		assert!(!ByIdentity::<Test>::contains_key(IdentityKey::CreditCode(credit_code(7))));
		assert_eq!(Keys::<Test>::get(account(1)).unwrap().member, id(1));
	});
}
