//! Weights of the calls: careful estimates until benchmarks of the runtime replace them. What the
//! area does that is told of a notice's end is in them.

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::RocksDbWeight, RuntimeDbWeight, Weight},
};

/// What each call costs.
pub trait WeightInfo {
	/// An achievement of 64 owners and 64 completers, with as many parties named as can be.
	fn open_price_notice() -> Weight;
	/// An objection to a notice with as many parties as can be.
	fn object() -> Weight;
	/// The decision that ends the notice, with as many parties as can be.
	fn decide() -> Weight;
	/// A notice with as many parties as can be.
	fn withdraw() -> Weight;
	/// A notice with as many parties as can be.
	fn close() -> Weight;
	/// A look at one day of the calendar.
	fn due_look() -> Weight;
}

/// Careful estimates on the database weights of a runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

// No proof size: nobody carries this chain's state proofs to another chain.
fn estimate(micros: u64, reads: u64, writes: u64, db: RuntimeDbWeight) -> Weight {
	Weight::from_parts(micros.saturating_mul(1_000_000), 0)
		.saturating_add(db.reads_writes(reads, writes))
}

macro_rules! estimates {
	($db:expr) => {
		fn open_price_notice() -> Weight {
			estimate(200, 46, 6, $db)
		}
		fn object() -> Weight {
			estimate(80, 9, 3, $db)
		}
		fn decide() -> Weight {
			estimate(400, 204, 9, $db)
		}
		fn withdraw() -> Weight {
			estimate(100, 10, 6, $db)
		}
		fn close() -> Weight {
			estimate(100, 8, 6, $db)
		}
		fn due_look() -> Weight {
			estimate(10, 3, 1, $db)
		}
	};
}

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	estimates!(T::DbWeight::get());
}

impl WeightInfo for () {
	estimates!(RocksDbWeight::get());
}
