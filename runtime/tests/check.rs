//! Any call, before it is signed: what the check answers is what the call does, and asking changes
//! nothing.

use crate::common::{calls::remark, deals::*, *};
use codec::{Decode, Encode};
use frame_support::{assert_ok, dispatch::GetDispatchInfo};
use pallet_consortium::{extensions::refusal, Call as Members};
use pallet_grants::Call as Grants;
use quanqi_runtime::{
	call_check::{check, CallAnswer, CallRefusal},
	Runtime, RuntimeCall,
};
use sp_runtime::{
	traits::{BlakeTwo256, Hash as _},
	DispatchError, StateVersion,
};

fn storage_root() -> Vec<u8> {
	sp_io::storage::root(StateVersion::V1)
}

/// Asks, and makes sure that asking left no trace.
fn ask_bytes(key: Key, bytes: &[u8]) -> CallAnswer {
	let before = storage_root();
	let answer = check(key.to_account_id(), bytes);
	assert_eq!(storage_root(), before, "asking wrote something");
	answer
}

fn ask(key: Key, call: impl Into<RuntimeCall>) -> CallAnswer {
	ask_bytes(key, &call.into().encode())
}

fn names(answer: &CallAnswer) -> Vec<&str> {
	answer.events.iter().map(|event| event.name.as_str()).collect()
}

fn grant_of_a_patent() -> Grants<Runtime> {
	let completer = sponsor_person(Key::Eve);
	let achievement = completed_patent("A-1", completer);
	Grants::propose { terms: Box::new(grant_terms(achievement, completer, 800_000)) }
}

#[test]
fn answer_should_be_lawful_with_the_events_when_the_call_would_be_done() {
	run(|| {
		let propose = grant_of_a_patent();
		let answer = ask(Key::Alice, propose.clone());
		assert!(answer.lawful, "{answer:?}");
		assert_eq!(answer.call.as_deref(), Some("Grants.propose"));
		assert_eq!((answer.refusal.as_ref(), answer.error.as_ref()), (None, None));
		assert!(names(&answer).contains(&"Grants.Proposed"), "{answer:?}");
		// What was asked about is done, and as it was told.
		let before = quanqi_runtime::System::event_count();
		assert_ok!(call(Key::Alice, propose));
		let told = quanqi_runtime::System::events().into_iter().skip(before.try_into().unwrap());
		let told: Vec<_> = told.map(|record| record.event.encode()).collect();
		let foretold: Vec<_> = answer.events.iter().map(|event| unhex(&event.encoded)).collect();
		assert_eq!(foretold, told);
	});
}

fn unhex(text: &str) -> Vec<u8> {
	sp_core::bytes::from_hex(text).unwrap()
}

#[test]
fn answer_should_name_pallet_and_error_when_the_call_would_be_refused() {
	run(|| {
		let propose = grant_of_a_patent();
		let answer = ask(Key::Bob, propose.clone());
		assert!(!answer.lawful && answer.events.is_empty(), "{answer:?}");
		assert_eq!(answer.pallet.as_deref(), Some("Grants"));
		let refused = call(Key::Bob, propose).unwrap_err();
		let name: &str = refused.into();
		assert_eq!(answer.error.as_deref(), Some(name));
		assert_eq!(answer.refusal, Some(CallRefusal::Call(refused)));
	});
}

#[test]
fn answer_should_say_that_the_filter_refuses_when_a_call_is_closed() {
	run(|| {
		let answer = ask(Key::Alice, frame_system::Call::set_heap_pages { pages: 1 });
		assert!(!answer.lawful);
		let error = (answer.pallet.as_deref(), answer.error.as_deref());
		assert_eq!(error, (Some("System"), Some("CallFiltered")));
	});
}

#[test]
fn answer_should_say_whose_key_it_is_not_when_a_stranger_would_sign() {
	run(|| {
		let answer = ask(Key::Ferdie, remark());
		assert_eq!(answer.refusal, Some(CallRefusal::Signer(refusal::NOT_A_MEMBER_KEY)));
		assert!(answer.error.unwrap().contains("not a key of any member"));
	});
}

#[test]
fn answer_should_refuse_the_signer_when_its_key_was_revoked_or_its_member_suspended() {
	run(|| {
		let account = Key::One.to_account_id();
		let permissions = quanqi_types::Permissions::FULL;
		assert_ok!(call(Key::Alice, Members::add_key { account: account.clone(), permissions }));
		assert!(ask(Key::One, remark()).lawful);
		assert_ok!(call(Key::Alice, Members::revoke_key { account }));
		let revoked = Some(CallRefusal::Signer(refusal::KEY_REVOKED));
		assert_eq!(ask(Key::One, remark()).refusal, revoked);
		suspend(admit(Key::Two, quanqi_types::Capabilities::NONE));
		let suspended = Some(CallRefusal::Signer(refusal::MEMBER_SUSPENDED));
		assert_eq!(ask(Key::Two, remark()).refusal, suspended);
	});
}

#[test]
fn answer_should_say_so_when_the_bytes_are_no_call() {
	run(|| {
		let whole = RuntimeCall::from(grant_of_a_patent()).encode();
		let longer = [whole.as_slice(), &[0]].concat();
		let shorter = &whole[..whole.len() - 1];
		// Calls within calls, deeper than any stack: the indices of `act_as_seat`, over and over.
		let seat = Members::<Runtime>::act_as_seat { call: Box::new(remark()) };
		let nested = RuntimeCall::from(seat).encode()[..2].repeat(100_000);
		for bytes in [&[][..], &[0xff; 64], &longer, shorter, &nested] {
			let answer = ask_bytes(Key::Alice, bytes);
			assert_eq!(answer.refusal, Some(CallRefusal::Unreadable));
			assert_eq!((answer.call, answer.lawful), (None, false));
			assert!(answer.error.unwrap().contains("no call"));
		}
	});
}

#[test]
fn answer_should_be_exhausted_when_no_block_can_take_the_call() {
	run(|| {
		let remark = vec![0; 5 * 1024 * 1024];
		let answer = ask(Key::Alice, frame_system::Call::remark { remark });
		assert_eq!(answer.refusal, Some(CallRefusal::Call(DispatchError::Exhausted)));
	});
}

/// Closing a motion succeeds also where what it carries out is refused.
#[test]
fn answer_should_refuse_the_closing_when_the_motion_would_fail() {
	run(|| {
		let member = quanqi_types::MemberId(999);
		let proposal = RuntimeCall::from(Members::suspend { member });
		let length_bound = u32::try_from(proposal.encoded_size()).unwrap();
		let proposal_hash = BlakeTwo256::hash_of(&proposal);
		let proposal_weight_bound = proposal.get_dispatch_info().call_weight;
		let index = pallet_collective::ProposalCount::<
			Runtime,
			quanqi_runtime::configs::CouncilCollective,
		>::get();
		let proposal = Box::new(proposal);
		let propose = pallet_collective::Call::propose { threshold: 4, proposal, length_bound };
		assert_ok!(as_seat(Key::Alice, propose));
		for seat in SEATS {
			let proposal = proposal_hash;
			let vote = pallet_collective::Call::vote { proposal, index, approve: true };
			assert_ok!(as_seat(seat, vote));
		}
		let close = pallet_collective::Call::close {
			proposal_hash,
			index,
			proposal_weight_bound,
			length_bound,
		};
		let call = Box::new(RuntimeCall::from(close));
		let answer = ask(Key::Alice, Members::act_as_seat { call });
		assert!(!answer.lawful && names(&answer).contains(&"Council.Executed"), "{answer:?}");
		assert_eq!(answer.pallet.as_deref(), Some("Consortium"));
	});
}

/// Every call that can be read from zeros is answered, and none of them stops the runtime.
#[test]
fn answer_should_come_for_every_call_when_its_arguments_are_zeros() {
	run(|| {
		for (pallet, index) in (0..=u8::MAX).flat_map(|pallet| (0..=63).map(move |i| (pallet, i))) {
			let zeros = [vec![pallet, index], vec![0; 4_096]].concat();
			if let Ok(call) = RuntimeCall::decode(&mut zeros.as_slice()) {
				let answer = ask(Key::Alice, call);
				assert_eq!(answer.lawful, answer.refusal.is_none(), "{answer:?}");
			}
		}
	});
}
