//! Weights of the calls. Values are replaced by benchmarks of the runtime.

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::RocksDbWeight, Weight},
};

/// What each call costs.
pub trait WeightInfo {
	/// One version.
	fn set() -> Weight;
	/// `n` versions of different rules.
	fn set_many(n: u32) -> Weight;
}

fn estimate(reads: u64, writes: u64, db: frame_support::weights::RuntimeDbWeight) -> Weight {
	Weight::from_parts(30_000_000, 0).saturating_add(db.reads_writes(reads, writes))
}

/// Careful estimates on the database weights of a runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn set() -> Weight {
		estimate(3, 1, T::DbWeight::get())
	}

	fn set_many(n: u32) -> Weight {
		Self::set().saturating_mul(u64::from(n).max(1))
	}
}

impl WeightInfo for () {
	fn set() -> Weight {
		estimate(3, 1, RocksDbWeight::get())
	}

	fn set_many(n: u32) -> Weight {
		Self::set().saturating_mul(u64::from(n).max(1))
	}
}
