//! Weights of the calls and transaction extensions.
//!
//! The values of `()` are counted by hand, in reads and writes of the database; a runtime takes
//! those that its benchmarks measured.

use frame_support::weights::{constants::RocksDbWeight, Weight};

/// Execution time of everything this pallet does.
pub trait WeightInfo {
	/// Of `admit` with `k` keys.
	fn admit(k: u32) -> Weight;
	/// Of `admit_many` with `n` applications that have `k` keys together.
	fn admit_many(n: u32, k: u32) -> Weight;
	/// Of `rename`.
	fn rename() -> Weight;
	/// Of `change_registration`.
	fn change_registration() -> Weight;
	/// Of `change_kind`.
	fn change_kind() -> Weight;
	/// Of `change_capabilities`.
	fn change_capabilities() -> Weight;
	/// Of `suspend`.
	fn suspend() -> Weight;
	/// Of `reinstate`.
	fn reinstate() -> Weight;
	/// Of `expel`.
	fn expel() -> Weight;
	/// Of `set_seat`.
	fn set_seat() -> Weight;
	/// Of `set_validators` with `v` validators.
	fn set_validators(v: u32) -> Weight;
	/// Of `schedule_enactment`.
	fn schedule_enactment() -> Weight;
	/// Of `cancel_enactment`.
	fn cancel_enactment() -> Weight;
	/// Of `enact`, without the call.
	fn enact() -> Weight;
	/// Of `set_quota`.
	fn set_quota() -> Weight;
	/// Of `reset_keys`.
	fn reset_keys() -> Weight;
	/// Of `sponsor` with `k` keys.
	fn sponsor(k: u32) -> Weight;
	/// Of `sponsor_many` with `n` applications that have `k` keys together.
	fn sponsor_many(n: u32, k: u32) -> Weight;
	/// Of `replace_sponsor`.
	fn replace_sponsor() -> Weight;
	/// Of `offer_sponsorship`.
	fn offer_sponsorship() -> Weight;
	/// Of `accept_sponsorship`.
	fn accept_sponsorship() -> Weight;
	/// Of `add_key`.
	fn add_key() -> Weight;
	/// Of `revoke_key`.
	fn revoke_key() -> Weight;
	/// Of `set_key_permissions`.
	fn set_key_permissions() -> Weight;
	/// Of `act_as_seat`, without the call.
	fn act_as_seat() -> Weight;
	/// Of `set_node_ids` with `n` nodes.
	fn set_node_ids(n: u32) -> Weight;
	/// Of `give_mandate`.
	fn give_mandate() -> Weight;
	/// Of `revoke_mandate`.
	fn revoke_mandate() -> Weight;
	/// Of `appoint_administrator`.
	fn appoint_administrator() -> Weight;
	/// Of `remove_administrator`.
	fn remove_administrator() -> Weight;
	/// Of `record_succession`.
	fn record_succession() -> Weight;
	/// Of the transaction extension `CheckMember`.
	fn check_member() -> Weight;
	/// Of the transaction extension `CheckQuota`.
	fn check_quota() -> Weight;
}

/// Reads and writes, with the computation and the proof that go with them.
fn cost(micros: u64, reads: u64, writes: u64) -> Weight {
	Weight::from_parts(micros.saturating_mul(1_000_000), reads.saturating_mul(3_500))
		.saturating_add(RocksDbWeight::get().reads_writes(reads, writes))
}

/// `count` times a weight.
fn times(weight: Weight, count: u32) -> Weight {
	weight.saturating_mul(count.into())
}

impl WeightInfo for () {
	fn admit(k: u32) -> Weight {
		cost(30, 6, 5).saturating_add(times(cost(12, 2, 2), k))
	}
	fn admit_many(n: u32, k: u32) -> Weight {
		cost(10, 3, 1)
			.saturating_add(times(cost(30, 3, 4), n))
			.saturating_add(times(cost(12, 2, 2), k))
	}
	fn rename() -> Weight {
		cost(20, 3, 1)
	}
	fn change_registration() -> Weight {
		cost(25, 4, 3)
	}
	fn change_kind() -> Weight {
		cost(20, 3, 1)
	}
	fn change_capabilities() -> Weight {
		cost(30, 6, 3)
	}
	fn suspend() -> Weight {
		cost(20, 3, 1)
	}
	fn reinstate() -> Weight {
		cost(25, 4, 2)
	}
	fn expel() -> Weight {
		cost(400, 120, 125)
	}
	fn set_seat() -> Weight {
		cost(400, 110, 106)
	}
	fn set_validators(v: u32) -> Weight {
		cost(30, 4, 2).saturating_add(times(cost(10, 3, 0), v))
	}
	fn schedule_enactment() -> Weight {
		cost(60, 6, 3)
	}
	fn cancel_enactment() -> Weight {
		cost(30, 4, 2)
	}
	fn enact() -> Weight {
		cost(60, 5, 2)
	}
	fn set_quota() -> Weight {
		cost(15, 3, 1)
	}
	fn reset_keys() -> Weight {
		cost(150, 22, 20)
	}
	fn sponsor(k: u32) -> Weight {
		cost(35, 8, 5).saturating_add(times(cost(12, 2, 2), k))
	}
	fn sponsor_many(n: u32, k: u32) -> Weight {
		cost(15, 6, 2)
			.saturating_add(times(cost(32, 3, 4), n))
			.saturating_add(times(cost(12, 2, 2), k))
	}
	fn replace_sponsor() -> Weight {
		cost(30, 7, 4)
	}
	fn offer_sponsorship() -> Weight {
		cost(25, 5, 1)
	}
	fn accept_sponsorship() -> Weight {
		cost(35, 8, 4)
	}
	fn add_key() -> Weight {
		cost(25, 5, 3)
	}
	fn revoke_key() -> Weight {
		cost(50, 19, 2)
	}
	fn set_key_permissions() -> Weight {
		cost(50, 19, 1)
	}
	fn act_as_seat() -> Weight {
		cost(25, 3, 0)
	}
	fn set_node_ids(n: u32) -> Weight {
		cost(40, 19, 17).saturating_add(times(cost(8, 1, 1), n))
	}
	fn give_mandate() -> Weight {
		cost(30, 5, 2)
	}
	fn revoke_mandate() -> Weight {
		cost(25, 4, 1)
	}
	fn appoint_administrator() -> Weight {
		cost(30, 5, 1)
	}
	fn remove_administrator() -> Weight {
		cost(25, 4, 1)
	}
	fn record_succession() -> Weight {
		cost(40, 5, 1)
	}
	fn check_member() -> Weight {
		cost(6, 2, 0)
	}
	fn check_quota() -> Weight {
		cost(6, 3, 1)
	}
}
