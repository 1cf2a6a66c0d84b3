//! Weights of `pallet_statutes`, generated from its benchmarks: `scripts/weights` writes this file anew,
//! so change the benchmarks and not the numbers.
//!
//! Measured on 2026-11-22 with 20 steps of each component and 10 repetitions, in compiled wasm on one core
//! of: Intel(R) Xeon(R) Processor.
//! Reads and writes are counted, and cost what the runtime says of its database. There is no proof
//! size: nobody carries this chain's state proofs to another chain.

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::RocksDbWeight, RuntimeDbWeight, Weight},
};

/// What this pallet's calls, and the rest that it does in a block, cost.
pub trait WeightInfo {
	/// Of `set`.
	fn set() -> Weight;
	/// Of `set_many`; `n` measured from 1 to 64.
	fn set_many(n: u32) -> Weight;
}

/// The measured weights on a database of the weights `D`.
pub struct OnDatabase<D>(PhantomData<D>);

/// The measured weights on the database of a runtime.
pub type SubstrateWeight<T> = OnDatabase<<T as frame_system::Config>::DbWeight>;

impl<D: Get<RuntimeDbWeight>> WeightInfo for OnDatabase<D> {
	// Storage: `Statutes::TestNetwork`, read
	// Proof: `Statutes::TestNetwork` (max_values: Some(1), max_size: Some(1))
	// Storage: `Statutes::Versions`, read and written
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn set() -> Weight {
		// At least 111_070_000 picoseconds.
		Weight::from_parts(157_664_000, 0)
			.saturating_add(D::get().reads(4))
			.saturating_add(D::get().writes(1))
	}
	// Storage: `Statutes::TestNetwork`, read
	// Proof: `Statutes::TestNetwork` (max_values: Some(1), max_size: Some(1))
	// Storage: `Statutes::Versions`, read and written
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn set_many(n: u32) -> Weight {
		// At least 126_181_000 picoseconds.
		Weight::from_parts(153_593_238, 0)
			// Standard error: 4_662_252.
			.saturating_add(Weight::from_parts(127_240_246, 0).saturating_mul(n.into()))
			.saturating_add(D::get().reads(3))
			.saturating_add(D::get().reads(1).saturating_mul(n.into()))
			.saturating_add(D::get().writes(1).saturating_mul(n.into()))
	}
}

impl WeightInfo for () {
	fn set() -> Weight {
		OnDatabase::<RocksDbWeight>::set()
	}
	fn set_many(n: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::set_many(n)
	}
}
