//! Weights of `pallet_notices`, generated from its benchmarks: `scripts/weights` writes this file anew,
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
	/// Of `open_price_notice`.
	fn open_price_notice() -> Weight;
	/// Of `object`.
	fn object() -> Weight;
	/// Of `decide`.
	fn decide() -> Weight;
	/// Of `withdraw`.
	fn withdraw() -> Weight;
	/// Of `close`.
	fn close() -> Weight;
	/// Of `due_look`.
	fn due_look() -> Weight;
}

/// The measured weights on a database of the weights `D`.
pub struct OnDatabase<D>(PhantomData<D>);

/// The measured weights on the database of a runtime.
pub type SubstrateWeight<T> = OnDatabase<<T as frame_system::Config>::DbWeight>;

impl<D: Get<RuntimeDbWeight>> WeightInfo for OnDatabase<D> {
	// Storage: `Achievements::Achievements`, read
	// Proof: `Achievements::Achievements` (max_values: None, max_size: Some(9054))
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Notices::Due`, written
	// Proof: `Notices::Due` (max_values: None, max_size: Some(28))
	// Storage: `Notices::DueCursor`, read and written
	// Proof: `Notices::DueCursor` (max_values: Some(1), max_size: Some(4))
	// Storage: `Notices::NextId`, read and written
	// Proof: `Notices::NextId` (max_values: Some(1), max_size: Some(8))
	// Storage: `Notices::Notices`, written
	// Proof: `Notices::Notices` (max_values: None, max_size: Some(923))
	// Storage: `Notices::OpenOf`, read and written
	// Proof: `Notices::OpenOf` (max_values: None, max_size: Some(66))
	// Storage: `Notices::Scheduled`, read and written
	// Proof: `Notices::Scheduled` (max_values: None, max_size: Some(20))
	// Storage: `Rights::Titles`, read
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn open_price_notice() -> Weight {
		// At least 429_977_000 picoseconds.
		Weight::from_parts(482_452_000, 0)
			.saturating_add(D::get().reads(43))
			.saturating_add(D::get().writes(6))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Notices::Notices`, read and written
	// Proof: `Notices::Notices` (max_values: None, max_size: Some(923))
	// Storage: `Notices::Objections`, written
	// Proof: `Notices::Objections` (max_values: None, max_size: Some(255))
	// Storage: `Notices::Objectors`, read and written
	// Proof: `Notices::Objectors` (max_values: None, max_size: Some(37))
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn object() -> Weight {
		// At least 152_068_000 picoseconds.
		Weight::from_parts(226_579_000, 0)
			.saturating_add(D::get().reads(7))
			.saturating_add(D::get().writes(3))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Grants::Grants`, read
	// Proof: `Grants::Grants` (max_values: None, max_size: Some(2248))
	// Storage: `Notices::Due`, written
	// Proof: `Notices::Due` (max_values: None, max_size: Some(28))
	// Storage: `Notices::Notices`, read and written
	// Proof: `Notices::Notices` (max_values: None, max_size: Some(923))
	// Storage: `Notices::Objections`, read and written
	// Proof: `Notices::Objections` (max_values: None, max_size: Some(255))
	// Storage: `Notices::Objectors`, read and written
	// Proof: `Notices::Objectors` (max_values: None, max_size: Some(37))
	// Storage: `Notices::OpenOf`, written
	// Proof: `Notices::OpenOf` (max_values: None, max_size: Some(66))
	// Storage: `Notices::Scheduled`, read and written
	// Proof: `Notices::Scheduled` (max_values: None, max_size: Some(20))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn decide() -> Weight {
		// At least 1_324_937_000 picoseconds.
		Weight::from_parts(1_591_535_000, 0)
			.saturating_add(D::get().reads(201))
			.saturating_add(D::get().writes(6))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Grants::Grants`, read
	// Proof: `Grants::Grants` (max_values: None, max_size: Some(2248))
	// Storage: `Notices::Due`, written
	// Proof: `Notices::Due` (max_values: None, max_size: Some(28))
	// Storage: `Notices::Notices`, read and written
	// Proof: `Notices::Notices` (max_values: None, max_size: Some(923))
	// Storage: `Notices::OpenOf`, written
	// Proof: `Notices::OpenOf` (max_values: None, max_size: Some(66))
	// Storage: `Notices::Scheduled`, read and written
	// Proof: `Notices::Scheduled` (max_values: None, max_size: Some(20))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn withdraw() -> Weight {
		// At least 148_591_000 picoseconds.
		Weight::from_parts(207_320_000, 0)
			.saturating_add(D::get().reads(6))
			.saturating_add(D::get().writes(4))
	}
	// Storage: `Grants::Grants`, read
	// Proof: `Grants::Grants` (max_values: None, max_size: Some(2248))
	// Storage: `Notices::Due`, written
	// Proof: `Notices::Due` (max_values: None, max_size: Some(28))
	// Storage: `Notices::Notices`, read and written
	// Proof: `Notices::Notices` (max_values: None, max_size: Some(923))
	// Storage: `Notices::OpenOf`, written
	// Proof: `Notices::OpenOf` (max_values: None, max_size: Some(66))
	// Storage: `Notices::Scheduled`, read and written
	// Proof: `Notices::Scheduled` (max_values: None, max_size: Some(20))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn close() -> Weight {
		// At least 81_819_000 picoseconds.
		Weight::from_parts(131_432_000, 0)
			.saturating_add(D::get().reads(4))
			.saturating_add(D::get().writes(4))
	}
	// Storage: `Notices::Due`, read
	// Proof: `Notices::Due` (max_values: None, max_size: Some(28))
	// Storage: `Notices::DueCursor`, read and written
	// Proof: `Notices::DueCursor` (max_values: Some(1), max_size: Some(4))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn due_look() -> Weight {
		// At least 12_441_000 picoseconds.
		Weight::from_parts(15_659_000, 0)
			.saturating_add(D::get().reads(3))
			.saturating_add(D::get().writes(1))
	}
}

impl WeightInfo for () {
	fn open_price_notice() -> Weight {
		OnDatabase::<RocksDbWeight>::open_price_notice()
	}
	fn object() -> Weight {
		OnDatabase::<RocksDbWeight>::object()
	}
	fn decide() -> Weight {
		OnDatabase::<RocksDbWeight>::decide()
	}
	fn withdraw() -> Weight {
		OnDatabase::<RocksDbWeight>::withdraw()
	}
	fn close() -> Weight {
		OnDatabase::<RocksDbWeight>::close()
	}
	fn due_look() -> Weight {
		OnDatabase::<RocksDbWeight>::due_look()
	}
}
