use super::*;
use crate::{Validators, ValidatorsChanged};
use pallet_session::SessionManager;

type Manager = Consortium;

fn new_session() -> Option<Vec<AccountId>> {
	<Manager as SessionManager<AccountId>>::new_session(7)
}

fn set(members: &[u32]) -> sp_runtime::DispatchResult {
	let list: Vec<_> = members.iter().copied().map(MemberId).collect();
	Consortium::set_validators(council(), list.try_into().unwrap())
}

fn candidate(number: u32) -> MemberId {
	let member = admit(number);
	capabilities(member, &[Capability::Validate]);
	FakeSession::register(member.0);
	member
}

#[test]
fn set_validators_should_tell_the_session_once() {
	ExtBuilder::default().build_and_execute(|| {
		candidate(5);
		assert_eq!(new_session(), None);
		assert_ok!(set(&[5, 1, 3]));
		assert_last(Event::ValidatorsChanged {
			old: vec![id(1), id(2), id(3), id(4)],
			new: vec![id(1), id(3), id(5)],
		});
		let mut expected: Vec<_> =
			[1, 3, 5].into_iter().map(|n| Consortium::seat_account(id(n))).collect();
		expected.sort();
		assert_eq!(new_session(), Some(expected));
		assert_eq!(new_session(), None);
	});
}

#[test]
fn the_session_should_get_the_founders_at_genesis() {
	ExtBuilder::default().build_and_execute(|| {
		let genesis = <Manager as SessionManager<AccountId>>::new_session_genesis(0);
		assert_eq!(genesis.unwrap().len(), 4);
		assert!(!ValidatorsChanged::<Test>::get());
	});
}

#[test]
fn set_validators_should_be_refused_when_it_breaks_a_rule() {
	ExtBuilder::default().build_and_execute(|| {
		let five = candidate(5);
		assert_noop!(
			Consortium::set_validators(key_of(1), Default::default()),
			DispatchError::BadOrigin
		);
		assert_noop!(set(&[1, 2, 3, 4]), Error::<Test>::Unchanged);
		assert_noop!(set(&[1, 2]), Error::<Test>::TooFewValidators);
		assert_noop!(set(&[]), Error::<Test>::TooFewValidators);
		assert_noop!(set(&[1, 2, 2]), Error::<Test>::ValidatorRepeated);
		assert_noop!(set(&[1, 2, 99]), Error::<Test>::UnknownMember);
		let six = admit(6);
		assert_noop!(set(&[1, 2, six.0]), Error::<Test>::CapabilityMissing);
		capabilities(six, &[Capability::Validate]);
		assert_noop!(set(&[1, 2, six.0]), Error::<Test>::SessionKeysMissing(six.into()));
		assert_ok!(Consortium::suspend(council(), five));
		assert_noop!(set(&[1, 2, five.0]), Error::<Test>::MemberSuspended);
		assert_eq!(Validators::<Test>::get().len(), 4);
	});
}

#[test]
fn expulsion_of_a_validator_should_tell_the_session() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Consortium::expel(council(), id(1)));
		assert_eq!(new_session().unwrap().len(), 3);
	});
}
