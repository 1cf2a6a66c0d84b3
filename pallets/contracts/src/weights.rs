//! Weights of the calls, estimated until they are generated. The component `e` is the number of effects
//! on rights, `a` the number of achievements for sale.

#![allow(clippy::arithmetic_side_effects, reason = "weights are sums of small constants")]

use frame_support::weights::{constants::RocksDbWeight, Weight};

/// What calls weigh.
pub trait WeightInfo {
	/// Weight of `draft` with `e` effects.
	fn draft(e: u32) -> Weight;
	/// Weight of `withdraw`.
	fn withdraw() -> Weight;
	/// Weight of `sign` with `e` effects.
	fn sign(e: u32) -> Weight;
	/// Weight of `bring_signature` with `e` effects.
	fn bring_signature(e: u32) -> Weight;
	/// Weight of `claim_pre_emption`.
	fn claim_pre_emption() -> Weight;
	/// Weight of `end` with `e` effects.
	fn end(e: u32) -> Weight;
	/// Weight of `end_by_decision` with `e` effects.
	fn end_by_decision(e: u32) -> Weight;
	/// Weight of `deliver_future`.
	fn deliver_future() -> Weight;
	/// Weight of `complete_transfer`.
	fn complete_transfer() -> Weight;
	/// Weight of `submit`.
	fn submit() -> Weight;
	/// Weight of `apply`.
	fn apply() -> Weight;
	/// Weight of `hold_disputed`.
	fn hold_disputed() -> Weight;
	/// Weight of `decide`.
	fn decide() -> Weight;
	/// Weight of `revoke`.
	fn revoke() -> Weight;
	/// Weight of `add_evidence`.
	fn add_evidence() -> Weight;
	/// Weight of `record_price_event` of `a` achievements.
	fn record_price_event(a: u32) -> Weight;
	/// Weight of `attest_payment`.
	fn attest_payment() -> Weight;
	/// Weight of `distribute`.
	fn distribute() -> Weight;
	/// Weight of `release`.
	fn release() -> Weight;
	/// Weight of `due_look`.
	fn due_look() -> Weight;
}

/// A call with this much work, and storage.
fn work(base_us: u64, reads: u64, writes: u64) -> Weight {
	Weight::from_parts(base_us.saturating_mul(1_000_000), 0)
		.saturating_add(RocksDbWeight::get().reads_writes(reads, writes))
}

/// The same, and a step in a title for each effect: title, head, entry, index, calendar.
fn with_effects(base_us: u64, e: u32, reads: u64, writes: u64) -> Weight {
	let step = work(500, 16, 12).saturating_mul(u64::from(e));
	work(base_us, reads, writes).saturating_add(step)
}

impl WeightInfo for () {
	fn draft(e: u32) -> Weight {
		with_effects(150, e, 140, 70)
	}

	fn withdraw() -> Weight {
		work(60, 8, 70)
	}

	fn sign(e: u32) -> Weight {
		with_effects(200, e, 80, 80)
	}

	fn bring_signature(e: u32) -> Weight {
		with_effects(300, e, 84, 80)
	}

	fn claim_pre_emption() -> Weight {
		work(60, 40, 1)
	}

	fn end(e: u32) -> Weight {
		with_effects(200, e, 12, 6)
	}

	fn end_by_decision(e: u32) -> Weight {
		with_effects(200, e, 12, 6)
	}

	fn deliver_future() -> Weight {
		with_effects(100, 1, 12, 6)
	}

	fn complete_transfer() -> Weight {
		with_effects(100, 1, 8, 6)
	}

	fn submit() -> Weight {
		work(60, 70, 1)
	}

	fn apply() -> Weight {
		work(60, 70, 1)
	}

	fn hold_disputed() -> Weight {
		work(40, 8, 1)
	}

	fn decide() -> Weight {
		work(60, 12, 1)
	}

	fn revoke() -> Weight {
		work(40, 6, 1)
	}

	fn add_evidence() -> Weight {
		work(40, 8, 2)
	}

	fn record_price_event(a: u32) -> Weight {
		work(100, 8, 2).saturating_add(work(20, 1, 0).saturating_mul(u64::from(a)))
	}

	fn attest_payment() -> Weight {
		work(60, 10, 4)
	}

	fn distribute() -> Weight {
		work(200, 80, 1)
	}

	fn release() -> Weight {
		work(60, 70, 1)
	}

	fn due_look() -> Weight {
		work(10, 3, 1)
	}
}
