use super::*;
use crate::{SeatAccounts, Seats};
use frame_support::dispatch::GetDispatchInfo;
use frame_support::weights::Weight;
use pallet_collective::{Event as CouncilEvent, Members as CouncilMembers};
use sp_io::hashing::blake2_256;
use sp_runtime::traits::Hash;

fn remark() -> Box<RuntimeCall> {
	Box::new(frame_system::Call::remark { remark: b"hello".to_vec() }.into())
}

fn propose(threshold: u32, call: RuntimeCall) -> Box<RuntimeCall> {
	let proposal = Box::new(call);
	Box::new(pallet_collective::Call::propose { threshold, proposal, length_bound: 10_000 }.into())
}

#[test]
fn seat_account_should_be_the_tagged_hash_of_the_member() {
	let mut bytes = b"quanqi/seat/1".to_vec();
	bytes.extend([0x04, 0x03, 0x02, 0x01]);
	assert_eq!(Consortium::seat_account(id(0x0102_0304)), AccountId::from(blake2_256(&bytes)));
}

#[test]
fn set_seat_should_tell_the_collective() {
	ExtBuilder::default().build_and_execute(|| {
		let member = admit(5);
		assert_ok!(Consortium::set_seat(council(), member, true));
		assert_last(Event::SeatChanged { member, old: false, new: true });
		let seat = Consortium::seat_account(member);
		assert!(CouncilMembers::<Test, Council>::get().contains(&seat));
		assert_eq!(System::providers(&seat), 1);
		assert_ok!(Consortium::set_seat(council(), member, false));
		assert_last(Event::SeatChanged { member, old: true, new: false });
		assert!(!CouncilMembers::<Test, Council>::get().contains(&seat));
		assert_eq!(System::providers(&seat), 1);
		assert_eq!(SeatAccounts::<Test>::get(&seat), Some(member));
	});
}

#[test]
fn set_seat_should_be_refused_when_it_breaks_a_rule() {
	ExtBuilder::default().build_and_execute(|| {
		let anna = sponsor(7);
		let set = |member, seated| Consortium::set_seat(council(), member, seated);
		assert_noop!(Consortium::set_seat(key_of(1), id(1), false), DispatchError::BadOrigin);
		assert_noop!(set(id(1), true), Error::<Test>::Unchanged);
		assert_noop!(set(anna, false), Error::<Test>::Unchanged);
		assert_noop!(set(anna, true), Error::<Test>::PersonSeated);
		assert_noop!(set(id(99), true), Error::<Test>::UnknownMember);
		for member in [1, 2, 3] {
			assert_ok!(set(id(member), false));
		}
		assert_noop!(set(id(4), false), Error::<Test>::LastSeat);
	});
}

#[test]
fn set_seat_should_be_refused_when_the_council_is_full() {
	ExtBuilder::default().build_and_execute(|| {
		for number in 10..107 {
			let member = admit(number);
			let outcome = Consortium::set_seat(council(), member, true);
			assert_eq!(outcome.is_ok(), number < 106, "{number}");
		}
		assert_noop!(Consortium::set_seat(council(), id(101), true), Error::<Test>::TooManySeats);
		assert_eq!(Seats::<Test>::get().len(), 100);
	});
}

#[test]
fn act_as_seat_should_let_keys_vote_a_motion_through() {
	ExtBuilder::default().build_and_execute(|| {
		add_key(1, 11, &[Permission::Seat]);
		let admission = RuntimeCall::from(crate::Call::admit { application: university(5) });
		let hash = <Test as frame_system::Config>::Hashing::hash_of(&admission);
		assert_ok!(Consortium::act_as_seat(signed(account(11)), propose(3, admission.clone())));
		assert_last(Event::ActedAsSeat { member: id(1), key: account(11) });
		for voter in [1, 2, 3] {
			let vote = pallet_collective::Call::vote { proposal: hash, index: 0, approve: true };
			assert_ok!(Consortium::act_as_seat(key_of(voter), Box::new(vote.into())));
		}
		let close = pallet_collective::Call::close {
			proposal_hash: hash,
			index: 0,
			proposal_weight_bound: Weight::from_parts(100_000_000_000, 1_000_000),
			length_bound: 10_000,
		};
		assert_ok!(Consortium::act_as_seat(key_of(4), Box::new(close.into())));
		System::assert_has_event(
			CouncilEvent::Executed { proposal_hash: hash, result: Ok(()) }.into(),
		);
		assert!(crate::Members::<Test>::contains_key(id(5)));
	});
}

#[test]
fn set_seat_should_be_refused_when_the_council_could_then_decide_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		let refused: DispatchError = Error::<Test>::CouncilCouldNotDecide.into();
		let set = |number, seated| Consortium::set_seat(council(), id(number), seated);
		assert_ok!(set(4, false));
		assert_ok!(Consortium::suspend(council(), id(1)));
		// Two of three can vote; one of two, and two of four, are not more than half.
		assert_noop!(set(2, false), refused);
		let fifth = admit(5);
		assert_ok!(Consortium::suspend(council(), fifth));
		assert_noop!(set(5, true), refused);
		assert_ok!(set(1, false));
	});
}

#[test]
fn act_as_seat_should_be_refused_when_it_breaks_a_rule() {
	ExtBuilder::default().build_and_execute(|| {
		add_key(1, 11, &[Permission::Full]);
		add_key(1, 12, &[Permission::Dispose]);
		admit(5);
		let act = |number, call| Consortium::act_as_seat(signed(account(number)), call);
		assert!(act(11, remark()).is_ok());
		assert_noop!(act(99, remark()), Error::<Test>::NotAMemberKey);
		assert_noop!(act(12, remark()), Error::<Test>::PermissionMissing);
		assert_noop!(act(5, remark()), Error::<Test>::NoSeatAccount);
		let nested = Box::new(crate::Call::act_as_seat { call: remark() }.into());
		assert_noop!(act(1, nested), Error::<Test>::CallNotForSeats);
		assert_noop!(Consortium::act_as_seat(council(), remark()), DispatchError::BadOrigin);
		assert_ok!(Consortium::suspend(council(), id(1)));
		assert_noop!(act(1, remark()), Error::<Test>::MemberSuspended);
	});
}

#[test]
fn act_as_seat_should_weigh_what_it_dispatches_and_take_its_class() {
	let inner = RuntimeCall::from(frame_system::Call::remark { remark: vec![0; 100] });
	let outer = RuntimeCall::from(crate::Call::act_as_seat { call: Box::new(inner.clone()) });
	let own = <() as crate::WeightInfo>::act_as_seat();
	assert_eq!(outer.get_dispatch_info().call_weight, own + inner.get_dispatch_info().call_weight);
	assert_eq!(outer.get_dispatch_info().class, inner.get_dispatch_info().class);
}

#[test]
fn act_as_seat_should_fail_as_its_call_does() {
	ExtBuilder::default().build_and_execute(|| {
		let vote =
			pallet_collective::Call::vote { proposal: Default::default(), index: 9, approve: true };
		let outcome = Consortium::act_as_seat(key_of(1), Box::new(vote.into()));
		assert_eq!(
			outcome.unwrap_err().error,
			pallet_collective::Error::<Test, Council>::ProposalMissing.into()
		);
	});
}
