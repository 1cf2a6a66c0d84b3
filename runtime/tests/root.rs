//! Every way to root is tried; only an enactment of the council gets there.

use crate::common::{
	calls::{every_call, prepare, remark},
	*,
};
use codec::Encode;
use frame_support::{assert_noop, weights::Weight};
use pallet_consortium::{extensions::refusal, Call as Members, Error as MembersError};
use quanqi_runtime::{
	Hash, Runtime, RuntimeCall, RuntimeEvent, RuntimeOrigin, System, UncheckedExtrinsic, VERSION,
};
use sp_core::traits::{Externalities, ReadRuntimeVersion, ReadRuntimeVersionExt};
use sp_runtime::{
	traits::{BlakeTwo256, Hash as _},
	transaction_validity::InvalidTransaction,
	DispatchError,
};
use sp_version::RuntimeVersion;

/// What the SDK keeps for root, and what is closed to everybody.
fn for_root_alone() -> Vec<RuntimeCall> {
	let code_hash = Hash::default();
	let proposal_hash = code_hash;
	vec![
		frame_system::Call::set_heap_pages { pages: 1 }.into(),
		frame_system::Call::set_code { code: vec![1] }.into(),
		frame_system::Call::set_code_without_checks { code: vec![1] }.into(),
		frame_system::Call::set_storage { items: vec![(vec![1], vec![1])] }.into(),
		frame_system::Call::kill_storage { keys: vec![vec![1]] }.into(),
		frame_system::Call::kill_prefix { prefix: vec![1], subkeys: 1 }.into(),
		frame_system::Call::authorize_upgrade { code_hash }.into(),
		frame_system::Call::authorize_upgrade_without_checks { code_hash }.into(),
		pallet_grandpa::Call::note_stalled { delay: 1, best_finalized_block_number: 1 }.into(),
		pallet_collective::Call::set_members {
			new_members: vec![Key::Alice.to_account_id()],
			prime: None,
			old_count: 4,
		}
		.into(),
		pallet_collective::Call::execute { proposal: Box::new(remark()), length_bound: 99 }.into(),
		pallet_collective::Call::disapprove_proposal { proposal_hash }.into(),
		pallet_collective::Call::kill { proposal_hash }.into(),
	]
}

fn call_filtered() -> DispatchError {
	frame_system::Error::<Runtime>::CallFiltered.into()
}

#[test]
fn root_call_should_be_refused_when_a_member_signs_it() {
	run(|| {
		for closed in for_root_alone() {
			assert_noop!(call(Key::Alice, closed), call_filtered());
		}
	});
}

#[test]
fn root_call_should_be_refused_when_a_seat_makes_it() {
	run(|| {
		for closed in for_root_alone() {
			assert_noop!(as_seat(Key::Alice, closed), MembersError::<Runtime>::CallNotForSeats);
		}
	});
}

/// Seats do not act through one another, and not through an enactment.
#[test]
fn root_call_should_be_refused_when_a_seat_wraps_it() {
	run(|| {
		for closed in for_root_alone() {
			let closed = Box::new(closed);
			let wrapped = [
				Members::<Runtime>::act_as_seat { call: closed.clone() },
				Members::<Runtime>::schedule_enactment { call: closed },
			];
			for call in wrapped {
				assert_noop!(as_seat(Key::Alice, call), MembersError::<Runtime>::CallNotForSeats);
			}
		}
	});
}

/// A motion of all seats is dispatched as the council, never as root.
#[test]
fn root_call_should_be_refused_when_the_council_moves_it() {
	run(|| {
		for closed in for_root_alone() {
			assert_eq!(motion(closed), Err(call_filtered()));
		}
	});
}

#[test]
fn root_call_should_be_refused_when_the_council_moves_it_as_a_seat() {
	run(|| {
		for closed in for_root_alone() {
			let wrapped = Members::<Runtime>::act_as_seat { call: Box::new(closed) };
			assert_eq!(motion(wrapped), Err(DispatchError::BadOrigin));
		}
	});
}

/// The SDK dispatches a motion of threshold 1 at once, with one seat behind it.
#[test]
fn enactment_should_be_refused_when_one_seat_moves_it_alone() {
	run(|| {
		let schedule = || Members::<Runtime>::schedule_enactment { call: Box::new(remark()) };
		assert_eq!(motion_of(&SEATS[..1], schedule()), Err(DispatchError::BadOrigin));
		assert_eq!(motion_of(&SEATS[..2], schedule()), Err(DispatchError::BadOrigin));
		assert_eq!(motion_of(&SEATS[..3], schedule()), Ok(()));
	});
}

#[test]
fn unsigned_transaction_should_be_refused_when_it_is_no_inherent() {
	run(|| {
		let closed = for_root_alone().into_iter().chain([remark()]);
		for call in closed {
			let refused = match call {
				// Both know unsigned calls, of reports and of authorised code, and refuse all others.
				RuntimeCall::System(_) | RuntimeCall::Grandpa(_) => InvalidTransaction::Call,
				_ => InvalidTransaction::Custom(refusal::NOT_SIGNED),
			};
			assert_eq!(apply(UncheckedExtrinsic::new_bare(call)), Err(refused.into()));
		}
	});
}

/// Root itself is no member: it decides nothing of the consortium and disposes of nothing.
#[test]
fn call_of_our_pallets_should_be_refused_when_root_makes_it() {
	run(|| {
		prepare();
		for (_, call) in every_call() {
			assert_noop!(dispatch(RuntimeOrigin::root(), call), DispatchError::BadOrigin);
		}
	});
}

/// Has the council schedule a call; the number of the enactment.
fn scheduled(decided: RuntimeCall) -> u32 {
	let enactment = pallet_consortium::NextEnactmentId::<Runtime>::get();
	motion(Members::schedule_enactment { call: Box::new(decided) }).unwrap();
	enactment
}

fn enact_now(key: Key, enactment: u32) -> sp_runtime::DispatchResult {
	call(key, Members::enact { enactment, call_weight_limit: Weight::MAX })
}

#[test]
fn enactment_should_reach_root_when_the_council_decided_and_the_delay_is_over() {
	run(|| {
		let (key, value) = (b"parameter".to_vec(), vec![7]);
		let items = vec![(key.clone(), value.clone())];
		assert_eq!(enact(frame_system::Call::set_storage { items }), Ok(()));
		assert_eq!(sp_io::storage::get(&key).map(|bytes| bytes.to_vec()), Some(value));
	});
}

/// The council follows the consortium's register: not even root sets its members or its motions.
#[test]
fn council_should_follow_the_register_alone_when_root_would_change_it() {
	run(|| {
		let proposal_hash = Hash::default();
		let new_members = vec![Key::Ferdie.to_account_id()];
		let changes: [RuntimeCall; 3] = [
			pallet_collective::Call::set_members { new_members, prime: None, old_count: 4 }.into(),
			pallet_collective::Call::disapprove_proposal { proposal_hash }.into(),
			pallet_collective::Call::kill { proposal_hash }.into(),
		];
		for change in changes {
			assert_eq!(enact(change), Err(DispatchError::BadOrigin));
		}
	});
}

/// The delay is three days, counted from the day after (Civil Code art. 201).
#[test]
fn enactment_should_be_refused_when_its_delay_is_not_over() {
	run(|| {
		let enactment = scheduled(frame_system::Call::set_heap_pages { pages: 64 }.into());
		assert_noop!(enact_now(Key::Bob, enactment), MembersError::<Runtime>::EnactmentNotDue);
		advance_days(3);
		assert_noop!(enact_now(Key::Bob, enactment), MembersError::<Runtime>::EnactmentNotDue);
	});
}

#[test]
fn enactment_should_be_refused_when_it_was_cancelled() {
	run(|| {
		let enactment = scheduled(frame_system::Call::set_heap_pages { pages: 64 }.into());
		motion(Members::cancel_enactment { enactment }).unwrap();
		advance_days(4);
		assert_noop!(enact_now(Key::Bob, enactment), MembersError::<Runtime>::UnknownEnactment);
	});
}

#[test]
fn enactment_should_be_refused_when_it_was_enacted_before() {
	run(|| {
		let enactment = scheduled(frame_system::Call::set_heap_pages { pages: 64 }.into());
		advance_days(4);
		enact_now(Key::Bob, enactment).unwrap();
		assert_noop!(enact_now(Key::Bob, enactment), MembersError::<Runtime>::UnknownEnactment);
	});
}

#[test]
fn enactment_should_be_refused_when_a_stranger_brings_it() {
	run(|| {
		let enactment = scheduled(frame_system::Call::set_heap_pages { pages: 64 }.into());
		advance_days(4);
		assert_noop!(enact_now(Key::Ferdie, enactment), MembersError::<Runtime>::NotAMemberKey);
	});
}

/// A stalled finality is for root, so the council must be able to say that it stalled.
#[test]
fn enactment_should_note_a_stall_of_finality_when_the_council_decides() {
	run(|| {
		let stalled =
			pallet_grandpa::Call::note_stalled { delay: 9, best_finalized_block_number: 1 };
		assert_eq!(enact(stalled), Ok(()));
		assert_eq!(pallet_grandpa::Stalled::<Runtime>::get(), Some((9, 1)));
	});
}

/// Says of every code that it is of this version.
struct CodeOf(RuntimeVersion);

impl ReadRuntimeVersion for CodeOf {
	fn read_runtime_version(&self, _: &[u8], _: &mut dyn Externalities) -> Result<Vec<u8>, String> {
		Ok(self.0.encode())
	}
}

/// A network on which every code is of a version that follows this one by so much.
fn run_with_code(spec_versions_later: u32, test: impl FnOnce()) {
	let version = RuntimeVersion {
		spec_version: VERSION.spec_version + spec_versions_later,
		..VERSION.clone()
	};
	let mut network = network();
	network.register_extension(ReadRuntimeVersionExt::new(CodeOf(version)));
	network.execute_with(|| {
		test();
		close_block();
		check_invariants();
	});
}

/// Code that the council authorised, brought by any member.
fn upgrade(authorised: &[u8], brought: &[u8]) -> sp_runtime::DispatchResult {
	let code_hash = BlakeTwo256::hash(authorised);
	assert_eq!(enact(frame_system::Call::authorize_upgrade { code_hash }), Ok(()));
	call(Key::Dave, frame_system::Call::apply_authorized_upgrade { code: brought.to_vec() })
}

#[test]
fn upgrade_should_be_applied_when_the_council_authorised_its_hash() {
	run_with_code(1, || {
		assert_eq!(upgrade(b"new code", b"new code"), Ok(()));
		assert!(has_event(RuntimeEvent::System(frame_system::Event::CodeUpdated {
			hash: BlakeTwo256::hash(b"new code"),
		})));
	});
}

/// The SDK would let anyone bring authorised code unsigned; here a member signs for it.
#[test]
fn upgrade_should_be_refused_when_nobody_signs_it() {
	run_with_code(1, || {
		let code_hash = BlakeTwo256::hash(b"new code");
		assert_eq!(enact(frame_system::Call::authorize_upgrade { code_hash }), Ok(()));
		let brought = frame_system::Call::apply_authorized_upgrade { code: b"new code".to_vec() };
		let unsigned = UncheckedExtrinsic::new_bare(brought.into());
		let refused = InvalidTransaction::Custom(refusal::NOT_SIGNED).into();
		assert_eq!(apply(unsigned), Err(refused));
	});
}

#[test]
fn upgrade_should_be_refused_when_the_code_is_another() {
	run_with_code(1, || {
		let refused = frame_system::Error::<Runtime>::Unauthorized.into();
		assert_eq!(upgrade(b"new code", b"other code"), Err(refused));
	});
}

#[test]
fn upgrade_should_be_refused_when_nothing_was_authorised() {
	run(|| {
		let brought = frame_system::Call::apply_authorized_upgrade { code: b"code".to_vec() };
		let refused = frame_system::Error::<Runtime>::NothingAuthorized;
		assert_noop!(call(Key::Alice, brought), refused);
	});
}

/// The SDK takes the authorisation back and says so.
#[test]
fn upgrade_should_be_rejected_when_its_version_does_not_rise() {
	run_with_code(0, || {
		let code_hash = BlakeTwo256::hash(b"old code");
		assert_eq!(upgrade(b"old code", b"old code"), Ok(()));
		let error = frame_system::Error::<Runtime>::SpecVersionNeedsToIncrease.into();
		let rejected = frame_system::Event::RejectedInvalidAuthorizedUpgrade { code_hash, error };
		assert!(has_event(RuntimeEvent::System(rejected)));
		assert!(System::authorized_upgrade().is_none());
	});
}

/// No key of the chain may do more than its member's keys say: the seat account has none.
#[test]
fn seat_account_should_have_no_key_when_it_is_opened() {
	run(|| {
		for member in [ALICE, BOB, CHARLIE, DAVE] {
			let seat = quanqi_runtime::Consortium::seat_account(member);
			assert!(!pallet_consortium::Keys::<Runtime>::contains_key(&seat));
			assert_eq!(System::providers(&seat), 1);
		}
	});
}
