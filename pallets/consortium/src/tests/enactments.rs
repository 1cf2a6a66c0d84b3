use super::*;
use crate::{types::MAX_ENACTMENTS, Enactments};
use codec::Encode;
use frame_support::weights::Weight;
use quanqi_traits::testing::FakeStatutes;
use quanqi_types::{Date, Moment};
use sp_runtime::traits::Hash;

const LIMIT: Weight = Weight::from_parts(10_000_000_000_000, 10_000_000);

/// A call that root alone may make.
fn root_call() -> Box<RuntimeCall> {
	let items = vec![(b"key".to_vec(), b"value".to_vec())];
	Box::new(frame_system::Call::set_storage { items }.into())
}

fn schedule() -> u32 {
	let number = crate::NextEnactmentId::<Test>::get();
	assert_ok!(Consortium::schedule_enactment(motion(3, 4), root_call()));
	number
}

/// Two days after the day of [`START`], at 24:00 in China.
fn due() -> Moment {
	Date::from_moment(Moment(START)).plus_days(2).unwrap().end()
}

fn value() -> Option<Vec<u8>> {
	frame_support::storage::unhashed::get_raw(b"key")
}

#[test]
fn schedule_enactment_should_wait_for_the_governed_delay() {
	ExtBuilder::default().build_and_execute(|| {
		schedule();
		let call_hash = <Test as frame_system::Config>::Hashing::hash(&root_call().encode());
		assert_last(Event::EnactmentScheduled {
			enactment: 1,
			call_hash,
			due: due(),
			approvals: 3,
			seats: 4,
		});
	});
}

#[test]
fn enact_should_dispatch_as_root_once_the_delay_is_over() {
	ExtBuilder::default().build_and_execute(|| {
		let number = schedule();
		Clock::set(due().0 - 1);
		assert_noop!(Consortium::enact(key_of(2), number, LIMIT), Error::<Test>::EnactmentNotDue);
		Clock::set(due().0);
		assert_ok!(Consortium::enact(key_of(2), number, LIMIT));
		assert_last(Event::Enacted { enactment: number, by: id(2), result: Ok(()) });
		assert_eq!(value(), Some(b"value".to_vec()));
		assert_noop!(Consortium::enact(key_of(2), number, LIMIT), Error::<Test>::UnknownEnactment);
	});
}

#[test]
fn enact_should_report_a_call_that_fails_and_not_try_it_again() {
	ExtBuilder::default().build_and_execute(|| {
		// Root is not the council.
		let call = Box::new(crate::Call::suspend { member: id(1) }.into());
		assert_ok!(Consortium::schedule_enactment(council(), call));
		Clock::set(due().0);
		assert_ok!(Consortium::enact(key_of(2), 1, LIMIT));
		assert_last(Event::Enacted {
			enactment: 1,
			by: id(2),
			result: Err(DispatchError::BadOrigin),
		});
		assert_eq!(Enactments::<Test>::count(), 0);
	});
}

#[test]
fn enact_should_be_refused_when_it_breaks_a_rule() {
	ExtBuilder::default().build_and_execute(|| {
		let number = schedule();
		Clock::set(due().0);
		let enact = |origin, limit| Consortium::enact(origin, number, limit);
		assert_noop!(enact(signed(account(99)), LIMIT), Error::<Test>::NotAMemberKey);
		assert_noop!(enact(council(), LIMIT), DispatchError::BadOrigin);
		assert_noop!(
			enact(key_of(1), Weight::from_parts(1, 1)),
			Error::<Test>::EnactmentWeightTooLow
		);
		assert_ok!(Consortium::suspend(council(), id(1)));
		assert_noop!(enact(key_of(1), LIMIT), Error::<Test>::MemberSuspended);
	});
}

#[test]
fn enact_should_be_refused_when_the_runtime_no_longer_knows_the_call() {
	ExtBuilder::default().build_and_execute(|| {
		let number = schedule();
		Clock::set(due().0);
		Enactments::<Test>::mutate(number, |waiting| {
			waiting.as_mut().unwrap().call = vec![0xff, 0xff].try_into().unwrap();
		});
		assert_noop!(
			Consortium::enact(key_of(1), number, LIMIT),
			Error::<Test>::EnactmentUndecodable
		);
		assert_ok!(Consortium::cancel_enactment(council(), number));
	});
}

#[test]
fn schedule_enactment_should_be_refused_when_too_few_seats_agree() {
	ExtBuilder::default().build_and_execute(|| {
		for origin in [motion(2, 4), motion(0, 0), key_of(1), RuntimeOrigin::root()] {
			assert_noop!(
				Consortium::schedule_enactment(origin, root_call()),
				DispatchError::BadOrigin
			);
		}
	});
}

#[test]
fn schedule_enactment_should_be_refused_when_no_statute_gives_the_delay() {
	ExtBuilder::default().build_and_execute(|| {
		FakeStatutes::clear();
		assert_noop!(
			Consortium::schedule_enactment(council(), root_call()),
			Error::<Test>::EnactDelayNotGoverned
		);
	});
}

#[test]
fn schedule_enactment_should_be_refused_when_the_call_is_too_long_or_too_many_wait() {
	ExtBuilder::default().build_and_execute(|| {
		let long = Box::new(frame_system::Call::remark { remark: vec![0; 17_000] }.into());
		assert_noop!(
			Consortium::schedule_enactment(council(), long),
			Error::<Test>::EnactmentTooLong
		);
		(0..MAX_ENACTMENTS).for_each(|_| {
			schedule();
		});
		assert_noop!(
			Consortium::schedule_enactment(council(), root_call()),
			Error::<Test>::TooManyEnactments
		);
	});
}

#[test]
fn cancel_enactment_should_keep_it_from_running() {
	ExtBuilder::default().build_and_execute(|| {
		let number = schedule();
		assert_noop!(Consortium::cancel_enactment(key_of(1), number), DispatchError::BadOrigin);
		assert_ok!(Consortium::cancel_enactment(council(), number));
		assert_last(Event::EnactmentCancelled { enactment: number });
		Clock::set(due().0);
		assert_noop!(Consortium::enact(key_of(1), number, LIMIT), Error::<Test>::UnknownEnactment);
		assert_noop!(
			Consortium::cancel_enactment(council(), number),
			Error::<Test>::UnknownEnactment
		);
		assert_eq!(value(), None);
	});
}
