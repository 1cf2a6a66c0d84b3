//! One file for each group of calls.

mod admission;
mod api;
mod decisions;
mod enactments;
mod extensions;
mod facts;
mod genesis;
mod invariants;
mod keys;
mod mandates;
mod nodes;
mod origins;
mod quota;
mod registration;
mod rules;
mod seats;
mod sequences;
mod sponsorship;
mod status;
mod validators;
mod weights;

use crate::{mock::*, types::MemberRef, Error, Event};
use frame_support::{assert_noop, assert_ok};
use quanqi_types::{Capability, MemberId, Permission};
use sp_runtime::DispatchError;

/// The member with this number.
fn id(number: u32) -> MemberId {
	MemberId(number)
}

/// Admits the university with this number as member 5, or the next free number.
fn admit(number: u32) -> MemberId {
	let next = id(crate::NextMemberId::<Test>::get());
	assert_ok!(Consortium::admit(council(), university(number)));
	next
}

/// Member 1 sponsors the person with this number.
fn sponsor(number: u8) -> MemberId {
	let next = id(crate::NextMemberId::<Test>::get());
	assert_ok!(Consortium::sponsor(key_of(1), person(number)));
	next
}

/// Adds a key with these permissions to the member whose full key is `account(member)`.
fn add_key(member: u32, number: u32, list: &[Permission]) {
	assert_ok!(Consortium::add_key(key_of(member), account(number), permissions(list)));
}

/// Gives a member these capabilities and no others.
fn capabilities(member: MemberId, list: &[Capability]) {
	let set = list.iter().copied().collect();
	assert_ok!(Consortium::change_capabilities(council(), member, set, None));
}

fn error(error: Error<Test>) -> DispatchError {
	error.into()
}

/// How many events of this pallet the block has.
fn events(matching: impl Fn(&Event<Test>) -> bool) -> usize {
	System::events()
		.into_iter()
		.filter(|record| match &record.event {
			RuntimeEvent::Consortium(event) => matching(event),
			_ => false,
		})
		.count()
}

fn member_ref(number: u32) -> MemberRef {
	id(number).into()
}
