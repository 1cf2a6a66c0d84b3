//! Weights of the calls. The component `r` is the number of use rights in the title.

#![allow(clippy::arithmetic_side_effects, reason = "weights are sums of small constants")]

use frame_support::weights::{constants::RocksDbWeight, Weight};

/// What calls weigh.
pub trait WeightInfo {
	/// Weight of `agree_transfer` in a title of `r` use rights.
	fn agree_transfer(r: u32) -> Weight;
	/// Weight of `cancel_transfer` in a title of `r` use rights.
	fn cancel_transfer(r: u32) -> Weight;
	/// Weight of `attest_transfer` in a title of `r` use rights.
	fn attest_transfer(r: u32) -> Weight;
	/// Weight of `transfer_now` in a title of `r` use rights.
	fn transfer_now(r: u32) -> Weight;
	/// Weight of `grant_use` in a title of `r` use rights.
	fn grant_use(r: u32) -> Weight;
	/// Weight of `transfer_use` in a title of `r` use rights.
	fn transfer_use(r: u32) -> Weight;
	/// Weight of `divide_use` in a title of `r` use rights.
	fn divide_use(r: u32) -> Weight;
	/// Weight of `end_use` in a title of `r` use rights.
	fn end_use(r: u32) -> Weight;
	/// Weight of `pledge` in a title of `r` use rights.
	fn pledge(r: u32) -> Weight;
	/// Weight of `attest_pledge` in a title of `r` use rights.
	fn attest_pledge(r: u32) -> Weight;
	/// Weight of `release_pledge` in a title of `r` use rights.
	fn release_pledge(r: u32) -> Weight;
	/// Weight of `hold` in a title of `r` use rights.
	fn hold(r: u32) -> Weight;
	/// Weight of `renew_hold` in a title of `r` use rights.
	fn renew_hold(r: u32) -> Weight;
	/// Weight of `lift_hold` in a title of `r` use rights.
	fn lift_hold(r: u32) -> Weight;
	/// Weight of `enter_pool` in a title of `r` use rights.
	fn enter_pool(r: u32) -> Weight;
	/// Weight of `leave_pool` in a title of `r` use rights.
	fn leave_pool(r: u32) -> Weight;
	/// Weight of `reserve` in a title of `r` use rights.
	fn reserve(r: u32) -> Weight;
	/// Weight of `end_reservation` in a title of `r` use rights.
	fn end_reservation(r: u32) -> Weight;
	/// Weight of `set_agreement` in a title of `r` use rights.
	fn set_agreement(r: u32) -> Weight;
	/// Weight of `succeed` in a title of `r` use rights.
	fn succeed(r: u32) -> Weight;
	/// Weight of `correct` in a title of `r` use rights.
	fn correct(r: u32) -> Weight;
	/// Weight of `consent` in a title of `r` use rights.
	fn consent(r: u32) -> Weight;
	/// Weight of `waive` in a title of `r` use rights.
	fn waive(r: u32) -> Weight;
	/// Weight of `refuse` in a title of `r` use rights.
	fn refuse(r: u32) -> Weight;
	/// Weight of `withdraw` in a title of `r` use rights.
	fn withdraw(r: u32) -> Weight;
	/// Weight of `poke` in a title of `r` use rights.
	fn poke(r: u32) -> Weight;
	/// Weight of `close_due` in a title of `r` use rights.
	fn close_due(r: u32) -> Weight;
	/// Weight of a look at one day of the calendar.
	fn due_look() -> Weight;
}

/// Reads and writes of a step: title, head, entry, index, calendar, requests.
fn step(base_us: u64, r: u32, reads: u64, writes: u64) -> Weight {
	let right = Weight::from_parts(1_500_000, 0).saturating_mul(u64::from(r));
	Weight::from_parts(base_us.saturating_mul(1_000_000), 0)
		.saturating_add(right)
		.saturating_add(RocksDbWeight::get().reads_writes(reads, writes))
}

impl WeightInfo for () {
	fn agree_transfer(r: u32) -> Weight {
		step(120, r, 8, 6)
	}

	fn cancel_transfer(r: u32) -> Weight {
		step(120, r, 10, 8)
	}

	fn attest_transfer(r: u32) -> Weight {
		step(120, r, 10, 8)
	}

	fn transfer_now(r: u32) -> Weight {
		step(120, r, 10, 8)
	}

	fn grant_use(r: u32) -> Weight {
		step(120, r, 10, 8)
	}

	fn transfer_use(r: u32) -> Weight {
		step(120, r, 10, 8)
	}

	fn divide_use(r: u32) -> Weight {
		step(120, r, 10, 8)
	}

	fn end_use(r: u32) -> Weight {
		step(120, r, 10, 8)
	}

	fn pledge(r: u32) -> Weight {
		step(120, r, 10, 6)
	}

	fn attest_pledge(r: u32) -> Weight {
		step(120, r, 12, 10)
	}

	fn release_pledge(r: u32) -> Weight {
		step(120, r, 10, 8)
	}

	fn hold(r: u32) -> Weight {
		step(120, r, 10, 8)
	}

	fn renew_hold(r: u32) -> Weight {
		step(120, r, 10, 8)
	}

	fn lift_hold(r: u32) -> Weight {
		step(120, r, 10, 8)
	}

	fn enter_pool(r: u32) -> Weight {
		step(120, r, 10, 8)
	}

	fn leave_pool(r: u32) -> Weight {
		step(120, r, 10, 8)
	}

	fn reserve(r: u32) -> Weight {
		step(120, r, 10, 8)
	}

	fn end_reservation(r: u32) -> Weight {
		step(120, r, 10, 8)
	}

	fn set_agreement(r: u32) -> Weight {
		step(120, r, 10, 8)
	}

	fn succeed(r: u32) -> Weight {
		step(120, r, 10, 10)
	}

	fn correct(r: u32) -> Weight {
		step(120, r, 10, 8)
	}

	fn consent(r: u32) -> Weight {
		step(120, r, 14, 10)
	}

	fn waive(r: u32) -> Weight {
		step(120, r, 14, 10)
	}

	fn refuse(r: u32) -> Weight {
		step(120, r, 10, 4)
	}

	fn withdraw(r: u32) -> Weight {
		step(40, r, 6, 5)
	}

	fn poke(r: u32) -> Weight {
		step(120, r, 14, 10)
	}

	fn close_due(r: u32) -> Weight {
		step(1200, r, 40, 40)
	}

	fn due_look() -> Weight {
		Weight::from_parts(10_000_000, 0).saturating_add(RocksDbWeight::get().reads_writes(3, 1))
	}
}
