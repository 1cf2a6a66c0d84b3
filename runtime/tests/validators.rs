//! Validators: their session keys are their seat's, the council names them, and sessions follow.

use crate::common::*;
use codec::Encode;
use frame_support::{assert_noop, assert_ok};
use pallet_consortium::{Call as Members, Error as MembersError};
use quanqi_runtime::{Consortium, Grandpa, Runtime, Session, SessionKeys, System, SESSION_BLOCKS};
use quanqi_types::{Capability, MemberId};
use sp_core::{proof_of_possession::ProofOfPossessionGenerator, Pair};
use sp_keyring::Ed25519Keyring;

/// Session keys of a node, with its proof to a seat that it has them.
fn session_keys(
	member: MemberId,
	sr25519: Key,
	ed25519: Ed25519Keyring,
) -> pallet_session::Call<Runtime> {
	let seat = Consortium::seat_account(member).encode();
	let (mut aura, mut grandpa) = (sr25519.pair(), ed25519.pair());
	let keys = SessionKeys { aura: aura.public().into(), grandpa: grandpa.public().into() };
	let proofs =
		(aura.generate_proof_of_possession(&seat), grandpa.generate_proof_of_possession(&seat));
	pallet_session::Call::set_keys { keys, proof: proofs.encode() }
}

/// An institution with a seat that may validate and has registered session keys.
fn candidate() -> MemberId {
	let member = admit(Key::Eve, [Capability::Validate].into_iter().collect());
	assert_ok!(motion(Members::set_seat { member, seated: true }));
	assert_ok!(as_seat(Key::Eve, session_keys(member, Key::Eve, Ed25519Keyring::Eve)));
	member
}

/// Blocks until so many sessions have ended.
fn end_sessions(count: u32) {
	let ends = (System::block_number() / SESSION_BLOCKS + count) * SESSION_BLOCKS;
	while System::block_number() < ends {
		next_block();
	}
	// The change of authorities is signalled at the end of that block.
	next_block();
}

fn set_validators(members: &[MemberId]) -> sp_runtime::DispatchResult {
	let validators = members.to_vec().try_into().unwrap();
	motion(Members::set_validators { validators })
}

#[test]
fn validator_should_work_from_the_session_after_the_next_when_the_council_names_it() {
	run(|| {
		let member = candidate();
		let set_id = pallet_grandpa::CurrentSetId::<Runtime>::get();
		assert_ok!(set_validators(&[ALICE, BOB, CHARLIE, DAVE, member]));
		end_sessions(1);
		assert_eq!(Session::validators().len(), 4);
		end_sessions(1);
		assert!(Session::validators().contains(&Consortium::seat_account(member)));
		assert_eq!(pallet_aura::Authorities::<Runtime>::get().len(), 5);
		assert_eq!(Grandpa::grandpa_authorities().len(), 5);
		assert_eq!(pallet_grandpa::CurrentSetId::<Runtime>::get(), set_id + 1);
	});
}

/// A network of tests gives its sessions another length in its first state; others have no such value.
#[test]
fn session_should_be_as_long_as_the_first_state_says_when_it_says_so() {
	run(|| {
		let key = sp_io::hashing::twox_128(b":SessionBlocks:");
		assert_eq!(sp_io::storage::get(&key), None);
		sp_io::storage::set(&key, &10u32.encode());
		let session = Session::current_index();
		let until = (System::block_number() / 10 + 2) * 10;
		while System::block_number() < until {
			next_block();
		}
		assert_eq!(Session::current_index(), session + 2);
	});
}

/// Set ids move on real changes alone, so that a certificate crosses few of them.
#[test]
fn set_id_should_stay_when_sessions_end_and_nothing_changed() {
	run(|| {
		let set_id = pallet_grandpa::CurrentSetId::<Runtime>::get();
		end_sessions(3);
		assert_eq!(pallet_grandpa::CurrentSetId::<Runtime>::get(), set_id);
		assert_eq!(Session::validators().len(), 4);
	});
}

#[test]
fn set_validators_should_be_refused_when_fewer_than_the_floor_would_be_left() {
	run(|| {
		let few = MembersError::<Runtime>::TooFewValidators.into();
		assert_eq!(set_validators(&[ALICE, BOB, CHARLIE]), Err(few));
	});
}

#[test]
fn set_validators_should_be_refused_when_a_seat_has_no_session_keys() {
	run(|| {
		let member = admit(Key::Eve, [Capability::Validate].into_iter().collect());
		assert_ok!(motion(Members::set_seat { member, seated: true }));
		let missing = MembersError::<Runtime>::SessionKeysMissing(member.into()).into();
		assert_eq!(set_validators(&[ALICE, BOB, CHARLIE, DAVE, member]), Err(missing));
	});
}

#[test]
fn session_keys_should_be_refused_when_another_seat_proved_them() {
	run(|| {
		let stolen = session_keys(BOB, Key::Eve, Ed25519Keyring::Eve);
		let invalid = pallet_session::Error::<Runtime>::InvalidProof;
		assert_noop!(as_seat(Key::Alice, stolen), invalid);
	});
}

/// A node's keys are changed without the council: the seat stays the validator.
#[test]
fn session_keys_should_be_replaced_when_the_seat_rotates_them() {
	run(|| {
		let rotated = session_keys(ALICE, Key::Eve, Ed25519Keyring::Eve);
		assert_ok!(as_seat(Key::Alice, rotated));
		end_sessions(2);
		assert_eq!(Session::validators().len(), 4);
		let authorities = pallet_aura::Authorities::<Runtime>::get();
		assert!(authorities.contains(&Key::Eve.public().into()));
		assert!(!authorities.contains(&Key::Alice.public().into()));
	});
}

/// The keys of a member cannot stand for its seat in the session.
#[test]
fn session_keys_should_be_no_validators_when_a_key_registers_them_for_itself() {
	run(|| {
		let own = Key::Alice.to_account_id();
		let mut pair = (Key::Eve.pair(), Ed25519Keyring::Eve.pair());
		let keys = SessionKeys { aura: pair.0.public().into(), grandpa: pair.1.public().into() };
		let owner = own.encode();
		let proofs = (
			pair.0.generate_proof_of_possession(&owner),
			pair.1.generate_proof_of_possession(&owner),
		);
		let set = pallet_session::Call::<Runtime>::set_keys { keys, proof: proofs.encode() };
		assert_ok!(call(Key::Alice, set));
		end_sessions(2);
		assert!(!Session::validators().contains(&own));
	});
}

#[test]
fn session_keys_should_stay_when_a_validator_would_purge_them() {
	run(|| {
		let purge = || pallet_session::Call::<Runtime>::purge_keys {};
		let closed = MembersError::<Runtime>::CallNotForSeats;
		assert_noop!(as_seat(Key::Alice, purge()), closed);
		let filtered = frame_system::Error::<Runtime>::CallFiltered;
		assert_noop!(call(Key::Alice, purge()), filtered);
	});
}
