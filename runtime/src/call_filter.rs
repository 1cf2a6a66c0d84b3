//! Which calls are open to members. Root, which arises only from an enacted council motion, is
//! not filtered.

use crate::RuntimeCall;
use frame_support::traits::Contains;

/// The calls a member may sign. A call that is not named here is closed.
pub struct OpenCalls;

impl Contains<RuntimeCall> for OpenCalls {
	fn contains(call: &RuntimeCall) -> bool {
		match call {
			RuntimeCall::System(call) => matches!(
				call,
				frame_system::Call::remark { .. } |
					// Anyone may bring the code whose hash the council has authorised.
					frame_system::Call::apply_authorized_upgrade { .. }
			),
			RuntimeCall::Timestamp(pallet_timestamp::Call::set { .. }) => true,
			// No `purge_keys`: a validator leaves by the council's decision, so that the set never
			// falls below its floor.
			RuntimeCall::Session(pallet_session::Call::set_keys { .. }) => true,
			RuntimeCall::Council(call) => matches!(
				call,
				pallet_collective::Call::propose { .. }
					| pallet_collective::Call::vote { .. }
					| pallet_collective::Call::close { .. }
			),
			// An achievement enters the pool with the terms of its trials, which `Trials` keeps.
			RuntimeCall::Rights(call) => !matches!(
				call,
				pallet_rights::Call::enter_pool { .. } | pallet_rights::Call::leave_pool { .. }
			),
			RuntimeCall::Consortium(_)
			| RuntimeCall::Statutes(_)
			| RuntimeCall::Achievements(_)
			| RuntimeCall::Notices(_)
			| RuntimeCall::Grants(_)
			| RuntimeCall::Trials(_)
			| RuntimeCall::Contracts(_) => true,
			_ => false,
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use alloc::{boxed::Box, vec, vec::Vec};

	fn remark() -> RuntimeCall {
		frame_system::Call::remark { remark: Vec::new() }.into()
	}

	#[test]
	fn filter_should_open_a_call_when_members_need_it() {
		let open: Vec<RuntimeCall> = vec![
			remark(),
			frame_system::Call::apply_authorized_upgrade { code: Vec::new() }.into(),
			pallet_timestamp::Call::set { now: 0 }.into(),
			pallet_collective::Call::propose {
				threshold: 1,
				proposal: Box::new(remark()),
				length_bound: 0,
			}
			.into(),
			pallet_collective::Call::vote { proposal: Default::default(), index: 0, approve: true }
				.into(),
			pallet_collective::Call::close {
				proposal_hash: Default::default(),
				index: 0,
				proposal_weight_bound: Default::default(),
				length_bound: 0,
			}
			.into(),
		];
		for call in open {
			assert!(OpenCalls::contains(&call), "{call:?}");
		}
	}

	#[test]
	fn filter_should_close_a_call_when_it_is_not_named() {
		let closed: Vec<RuntimeCall> = vec![
			frame_system::Call::remark_with_event { remark: Vec::new() }.into(),
			frame_system::Call::set_heap_pages { pages: 0 }.into(),
			frame_system::Call::set_code { code: Vec::new() }.into(),
			frame_system::Call::set_code_without_checks { code: Vec::new() }.into(),
			frame_system::Call::set_storage { items: Vec::new() }.into(),
			frame_system::Call::kill_storage { keys: Vec::new() }.into(),
			frame_system::Call::kill_prefix { prefix: Vec::new(), subkeys: 0 }.into(),
			frame_system::Call::authorize_upgrade { code_hash: Default::default() }.into(),
			frame_system::Call::authorize_upgrade_without_checks { code_hash: Default::default() }
				.into(),
			pallet_session::Call::purge_keys {}.into(),
			pallet_grandpa::Call::note_stalled { delay: 0, best_finalized_block_number: 0 }.into(),
			pallet_collective::Call::set_members {
				new_members: Vec::new(),
				prime: None,
				old_count: 0,
			}
			.into(),
			pallet_collective::Call::execute { proposal: Box::new(remark()), length_bound: 0 }
				.into(),
			pallet_collective::Call::disapprove_proposal { proposal_hash: Default::default() }
				.into(),
			pallet_collective::Call::kill { proposal_hash: Default::default() }.into(),
			pallet_collective::Call::release_proposal_cost { proposal_hash: Default::default() }
				.into(),
		];
		for call in closed {
			assert!(!OpenCalls::contains(&call), "{call:?}");
		}
	}
}
