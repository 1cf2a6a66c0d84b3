//! Weights of the calls. Values are replaced by benchmarks of the runtime, which include what the
//! rights ledger does.

use frame_support::weights::{constants::RocksDbWeight, Weight};

/// What each call costs, in a full title with a full pool entry.
pub trait WeightInfo {
	/// An entry that is taken at once.
	fn enter_pool() -> Weight;
	/// The last consent.
	fn agree_to_entry() -> Weight;
	/// A proposal.
	fn withdraw_proposal() -> Weight;
	/// An entry that is in the pool.
	fn leave_pool() -> Weight;
	/// An idle achievement.
	fn decline_pool() -> Weight;
	/// A clock that is full.
	fn note_conversion() -> Weight;
	/// A request with a broker.
	fn request() -> Weight;
	/// An accepted trial.
	fn withdraw() -> Weight;
	/// An accepted trial.
	fn refuse() -> Weight;
	/// A request.
	fn approve() -> Weight;
	/// One of many consents.
	fn agree() -> Weight;
	/// An accepted trial.
	fn start() -> Weight;
	/// A running trial.
	fn ask_extension() -> Weight;
	/// A running trial.
	fn extend() -> Weight;
	/// As many contenders as there can be.
	fn declare_conversion() -> Weight;
	/// A declared trial.
	fn choose() -> Weight;
	/// A running trial.
	fn declare_stop() -> Weight;
	/// A stopped trial.
	fn close() -> Weight;
	/// A running trial.
	fn terminate() -> Weight;
	/// A running trial.
	fn insure() -> Weight;
	/// A policy with a voucher.
	fn redeem_voucher() -> Weight;
	/// A running trial.
	fn record_service() -> Weight;
	/// A trial whose user declared nothing.
	fn settle() -> Weight;
	/// A look at one day of the calendar.
	fn due_look() -> Weight;
	/// A conversion by contract, which the contract pays for.
	fn converted() -> Weight;
}

// No proof size: nobody carries this chain's state proofs to another chain.
fn estimate(micros: u64, reads: u64, writes: u64) -> Weight {
	Weight::from_parts(micros.saturating_mul(1_000_000), 0)
		.saturating_add(RocksDbWeight::get().reads_writes(reads, writes))
}

impl WeightInfo for () {
	fn enter_pool() -> Weight {
		estimate(600, 18, 12)
	}

	fn agree_to_entry() -> Weight {
		estimate(700, 19, 13)
	}

	fn withdraw_proposal() -> Weight {
		estimate(60, 3, 1)
	}

	fn leave_pool() -> Weight {
		estimate(500, 14, 9)
	}

	fn decline_pool() -> Weight {
		estimate(200, 9, 1)
	}

	fn note_conversion() -> Weight {
		estimate(150, 6, 1)
	}

	fn request() -> Weight {
		estimate(200, 11, 5)
	}

	fn withdraw() -> Weight {
		estimate(200, 10, 7)
	}

	fn refuse() -> Weight {
		estimate(200, 10, 7)
	}

	fn approve() -> Weight {
		estimate(200, 10, 3)
	}

	fn agree() -> Weight {
		estimate(500, 12, 1)
	}

	fn start() -> Weight {
		estimate(800, 24, 14)
	}

	fn ask_extension() -> Weight {
		estimate(200, 9, 2)
	}

	fn extend() -> Weight {
		estimate(800, 24, 14)
	}

	fn declare_conversion() -> Weight {
		estimate(250, 10, 5)
	}

	fn choose() -> Weight {
		estimate(150, 6, 1)
	}

	fn declare_stop() -> Weight {
		estimate(800, 24, 18)
	}

	fn close() -> Weight {
		estimate(200, 11, 8)
	}

	fn terminate() -> Weight {
		estimate(800, 24, 18)
	}

	fn insure() -> Weight {
		estimate(150, 8, 1)
	}

	fn redeem_voucher() -> Weight {
		estimate(80, 6, 2)
	}

	fn record_service() -> Weight {
		estimate(150, 10, 2)
	}

	fn settle() -> Weight {
		estimate(200, 9, 9)
	}

	fn due_look() -> Weight {
		estimate(10, 3, 1)
	}

	fn converted() -> Weight {
		estimate(800, 24, 18)
	}
}
