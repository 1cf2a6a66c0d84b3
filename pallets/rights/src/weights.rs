//! Weights of `pallet_rights`, generated from its benchmarks: `scripts/weights` writes this file anew,
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
	/// Of `agree_transfer`; `r` measured from 0 to 255.
	fn agree_transfer(r: u32) -> Weight;
	/// Of `cancel_transfer`; `r` measured from 0 to 255.
	fn cancel_transfer(r: u32) -> Weight;
	/// Of `attest_transfer`; `r` measured from 0 to 255.
	fn attest_transfer(r: u32) -> Weight;
	/// Of `transfer_now`; `r` measured from 0 to 255.
	fn transfer_now(r: u32) -> Weight;
	/// Of `grant_use`; `r` measured from 0 to 255.
	fn grant_use(r: u32) -> Weight;
	/// Of `transfer_use`; `r` measured from 1 to 256.
	fn transfer_use(r: u32) -> Weight;
	/// Of `divide_use`; `r` measured from 1 to 256.
	fn divide_use(r: u32) -> Weight;
	/// Of `end_use`; `r` measured from 1 to 256.
	fn end_use(r: u32) -> Weight;
	/// Of `pledge`; `r` measured from 0 to 255.
	fn pledge(r: u32) -> Weight;
	/// Of `attest_pledge`; `r` measured from 0 to 255.
	fn attest_pledge(r: u32) -> Weight;
	/// Of `release_pledge`; `r` measured from 0 to 255.
	fn release_pledge(r: u32) -> Weight;
	/// Of `hold`; `r` measured from 0 to 255.
	fn hold(r: u32) -> Weight;
	/// Of `renew_hold`; `r` measured from 0 to 255.
	fn renew_hold(r: u32) -> Weight;
	/// Of `lift_hold`; `r` measured from 0 to 255.
	fn lift_hold(r: u32) -> Weight;
	/// Of `enter_pool`; `r` measured from 0 to 255.
	fn enter_pool(r: u32) -> Weight;
	/// Of `leave_pool`; `r` measured from 0 to 255.
	fn leave_pool(r: u32) -> Weight;
	/// Of `reserve`; `r` measured from 0 to 255.
	fn reserve(r: u32) -> Weight;
	/// Of `end_reservation`; `r` measured from 0 to 255.
	fn end_reservation(r: u32) -> Weight;
	/// Of `set_agreement`; `r` measured from 0 to 255.
	fn set_agreement(r: u32) -> Weight;
	/// Of `succeed`; `r` measured from 0 to 256.
	fn succeed(r: u32) -> Weight;
	/// Of `correct`; `r` measured from 0 to 256.
	fn correct(r: u32) -> Weight;
	/// Of `consent`; `r` measured from 0 to 255.
	fn consent(r: u32) -> Weight;
	/// Of `waive`; `r` measured from 0 to 255.
	fn waive(r: u32) -> Weight;
	/// Of `refuse`; `r` measured from 0 to 255.
	fn refuse(r: u32) -> Weight;
	/// Of `withdraw`; `r` measured from 0 to 255.
	fn withdraw(r: u32) -> Weight;
	/// Of `poke`; `r` measured from 0 to 255.
	fn poke(r: u32) -> Weight;
	/// Of `close_due`; `r` measured from 0 to 256.
	fn close_due(r: u32) -> Weight;
	/// Of `due_look`.
	fn due_look() -> Weight;
}

/// The measured weights on a database of the weights `D`.
pub struct OnDatabase<D>(PhantomData<D>);

/// The measured weights on the database of a runtime.
pub type SubstrateWeight<T> = OnDatabase<<T as frame_system::Config>::DbWeight>;

impl<D: Get<RuntimeDbWeight>> WeightInfo for OnDatabase<D> {
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::Due`, written
	// Proof: `Rights::Due` (max_values: None, max_size: Some(29))
	// Storage: `Rights::DueCursor`, read and written
	// Proof: `Rights::DueCursor` (max_values: Some(1), max_size: Some(4))
	// Storage: `Rights::NextRequest`, read and written
	// Proof: `Rights::NextRequest` (max_values: Some(1), max_size: Some(4))
	// Storage: `Rights::Requests`, written
	// Proof: `Rights::Requests` (max_values: None, max_size: Some(11235))
	// Storage: `Rights::RequestsOf`, read and written
	// Proof: `Rights::RequestsOf` (max_values: None, max_size: Some(273))
	// Storage: `Rights::Scheduled`, read and written
	// Proof: `Rights::Scheduled` (max_values: None, max_size: Some(21))
	// Storage: `Rights::Titles`, read
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn agree_transfer(r: u32) -> Weight {
		// At least 190_015_000 picoseconds.
		Weight::from_parts(242_907_940, 0)
			// Standard error: 116_670.
			.saturating_add(Weight::from_parts(1_756_026, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(10))
			.saturating_add(D::get().writes(5))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::DueCursor`, read
	// Proof: `Rights::DueCursor` (max_values: Some(1), max_size: Some(4))
	// Storage: `Rights::Heads`, read and written
	// Proof: `Rights::Heads` (max_values: None, max_size: Some(93))
	// Storage: `Rights::History`, written
	// Proof: `Rights::History` (max_values: None, max_size: Some(4132))
	// Storage: `Rights::Holdings`, written
	// Proof: `Rights::Holdings` (max_values: None, max_size: Some(28))
	// Storage: `Rights::Scheduled`, read
	// Proof: `Rights::Scheduled` (max_values: None, max_size: Some(21))
	// Storage: `Rights::Titles`, read and written
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn cancel_transfer(r: u32) -> Weight {
		// At least 111_137_000 picoseconds.
		Weight::from_parts(192_826_930, 0)
			// Standard error: 142_345.
			.saturating_add(Weight::from_parts(2_234_903, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(7))
			.saturating_add(D::get().writes(4))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::DueCursor`, read
	// Proof: `Rights::DueCursor` (max_values: Some(1), max_size: Some(4))
	// Storage: `Rights::Heads`, read and written
	// Proof: `Rights::Heads` (max_values: None, max_size: Some(93))
	// Storage: `Rights::History`, written
	// Proof: `Rights::History` (max_values: None, max_size: Some(4132))
	// Storage: `Rights::Scheduled`, read
	// Proof: `Rights::Scheduled` (max_values: None, max_size: Some(21))
	// Storage: `Rights::Titles`, read and written
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn attest_transfer(r: u32) -> Weight {
		// At least 119_916_000 picoseconds.
		Weight::from_parts(149_415_082, 0)
			// Standard error: 136_169.
			.saturating_add(Weight::from_parts(4_356_751, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(7))
			.saturating_add(D::get().writes(3))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::Due`, written
	// Proof: `Rights::Due` (max_values: None, max_size: Some(29))
	// Storage: `Rights::DueCursor`, read and written
	// Proof: `Rights::DueCursor` (max_values: Some(1), max_size: Some(4))
	// Storage: `Rights::NextRequest`, read and written
	// Proof: `Rights::NextRequest` (max_values: Some(1), max_size: Some(4))
	// Storage: `Rights::Requests`, written
	// Proof: `Rights::Requests` (max_values: None, max_size: Some(11235))
	// Storage: `Rights::RequestsOf`, read and written
	// Proof: `Rights::RequestsOf` (max_values: None, max_size: Some(273))
	// Storage: `Rights::Scheduled`, read and written
	// Proof: `Rights::Scheduled` (max_values: None, max_size: Some(21))
	// Storage: `Rights::Titles`, read
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn transfer_now(r: u32) -> Weight {
		// At least 195_600_000 picoseconds.
		Weight::from_parts(377_317_007, 0)
			// Standard error: 76_834.
			.saturating_add(Weight::from_parts(1_461_379, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(10))
			.saturating_add(D::get().writes(5))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::Due`, written
	// Proof: `Rights::Due` (max_values: None, max_size: Some(29))
	// Storage: `Rights::DueCursor`, read and written
	// Proof: `Rights::DueCursor` (max_values: Some(1), max_size: Some(4))
	// Storage: `Rights::NextRequest`, read and written
	// Proof: `Rights::NextRequest` (max_values: Some(1), max_size: Some(4))
	// Storage: `Rights::Requests`, written
	// Proof: `Rights::Requests` (max_values: None, max_size: Some(11235))
	// Storage: `Rights::RequestsOf`, read and written
	// Proof: `Rights::RequestsOf` (max_values: None, max_size: Some(273))
	// Storage: `Rights::Scheduled`, read and written
	// Proof: `Rights::Scheduled` (max_values: None, max_size: Some(21))
	// Storage: `Rights::Titles`, read
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn grant_use(r: u32) -> Weight {
		// At least 181_273_000 picoseconds.
		Weight::from_parts(217_305_656, 0)
			// Standard error: 188_346.
			.saturating_add(Weight::from_parts(4_726_180, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(10))
			.saturating_add(D::get().writes(5))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::Due`, written
	// Proof: `Rights::Due` (max_values: None, max_size: Some(29))
	// Storage: `Rights::DueCursor`, read
	// Proof: `Rights::DueCursor` (max_values: Some(1), max_size: Some(4))
	// Storage: `Rights::NextRequest`, read and written
	// Proof: `Rights::NextRequest` (max_values: Some(1), max_size: Some(4))
	// Storage: `Rights::Requests`, written
	// Proof: `Rights::Requests` (max_values: None, max_size: Some(11235))
	// Storage: `Rights::RequestsOf`, read and written
	// Proof: `Rights::RequestsOf` (max_values: None, max_size: Some(273))
	// Storage: `Rights::Scheduled`, read and written
	// Proof: `Rights::Scheduled` (max_values: None, max_size: Some(21))
	// Storage: `Rights::Titles`, read
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn transfer_use(r: u32) -> Weight {
		// At least 113_611_000 picoseconds.
		Weight::from_parts(182_504_134, 0)
			// Standard error: 91_584.
			.saturating_add(Weight::from_parts(1_414_462, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(9))
			.saturating_add(D::get().writes(5))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::Due`, written
	// Proof: `Rights::Due` (max_values: None, max_size: Some(29))
	// Storage: `Rights::DueCursor`, read
	// Proof: `Rights::DueCursor` (max_values: Some(1), max_size: Some(4))
	// Storage: `Rights::NextRequest`, read and written
	// Proof: `Rights::NextRequest` (max_values: Some(1), max_size: Some(4))
	// Storage: `Rights::Requests`, written
	// Proof: `Rights::Requests` (max_values: None, max_size: Some(11235))
	// Storage: `Rights::RequestsOf`, read and written
	// Proof: `Rights::RequestsOf` (max_values: None, max_size: Some(273))
	// Storage: `Rights::Scheduled`, read and written
	// Proof: `Rights::Scheduled` (max_values: None, max_size: Some(21))
	// Storage: `Rights::Titles`, read
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn divide_use(r: u32) -> Weight {
		// At least 112_857_000 picoseconds.
		Weight::from_parts(90_278_867, 0)
			// Standard error: 63_303.
			.saturating_add(Weight::from_parts(1_740_393, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(9))
			.saturating_add(D::get().writes(5))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::Due`, written
	// Proof: `Rights::Due` (max_values: None, max_size: Some(29))
	// Storage: `Rights::DueCursor`, read
	// Proof: `Rights::DueCursor` (max_values: Some(1), max_size: Some(4))
	// Storage: `Rights::Heads`, read and written
	// Proof: `Rights::Heads` (max_values: None, max_size: Some(93))
	// Storage: `Rights::History`, written
	// Proof: `Rights::History` (max_values: None, max_size: Some(4132))
	// Storage: `Rights::Holdings`, written
	// Proof: `Rights::Holdings` (max_values: None, max_size: Some(28))
	// Storage: `Rights::Scheduled`, read and written
	// Proof: `Rights::Scheduled` (max_values: None, max_size: Some(21))
	// Storage: `Rights::Titles`, read and written
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn end_use(r: u32) -> Weight {
		// At least 147_927_000 picoseconds.
		Weight::from_parts(227_347_479, 0)
			// Standard error: 103_745.
			.saturating_add(Weight::from_parts(2_829_042, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(7))
			.saturating_add(D::get().writes(4))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::Due`, written
	// Proof: `Rights::Due` (max_values: None, max_size: Some(29))
	// Storage: `Rights::DueCursor`, read and written
	// Proof: `Rights::DueCursor` (max_values: Some(1), max_size: Some(4))
	// Storage: `Rights::NextRequest`, read and written
	// Proof: `Rights::NextRequest` (max_values: Some(1), max_size: Some(4))
	// Storage: `Rights::Requests`, written
	// Proof: `Rights::Requests` (max_values: None, max_size: Some(11235))
	// Storage: `Rights::RequestsOf`, read and written
	// Proof: `Rights::RequestsOf` (max_values: None, max_size: Some(273))
	// Storage: `Rights::Scheduled`, read and written
	// Proof: `Rights::Scheduled` (max_values: None, max_size: Some(21))
	// Storage: `Rights::Titles`, read
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn pledge(r: u32) -> Weight {
		// At least 183_706_000 picoseconds.
		Weight::from_parts(225_974_210, 0)
			// Standard error: 85_515.
			.saturating_add(Weight::from_parts(1_997_854, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(10))
			.saturating_add(D::get().writes(5))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::DueCursor`, read
	// Proof: `Rights::DueCursor` (max_values: Some(1), max_size: Some(4))
	// Storage: `Rights::Heads`, read and written
	// Proof: `Rights::Heads` (max_values: None, max_size: Some(93))
	// Storage: `Rights::History`, written
	// Proof: `Rights::History` (max_values: None, max_size: Some(4132))
	// Storage: `Rights::Holdings`, written
	// Proof: `Rights::Holdings` (max_values: None, max_size: Some(28))
	// Storage: `Rights::Requests`, read and written
	// Proof: `Rights::Requests` (max_values: None, max_size: Some(11235))
	// Storage: `Rights::RequestsOf`, read and written
	// Proof: `Rights::RequestsOf` (max_values: None, max_size: Some(273))
	// Storage: `Rights::Scheduled`, read
	// Proof: `Rights::Scheduled` (max_values: None, max_size: Some(21))
	// Storage: `Rights::Titles`, read and written
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn attest_pledge(r: u32) -> Weight {
		// At least 183_460_000 picoseconds.
		Weight::from_parts(271_587_243, 0)
			// Standard error: 108_741.
			.saturating_add(Weight::from_parts(2_245_295, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(11))
			.saturating_add(D::get().writes(6))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::DueCursor`, read
	// Proof: `Rights::DueCursor` (max_values: Some(1), max_size: Some(4))
	// Storage: `Rights::Heads`, read and written
	// Proof: `Rights::Heads` (max_values: None, max_size: Some(93))
	// Storage: `Rights::History`, written
	// Proof: `Rights::History` (max_values: None, max_size: Some(4132))
	// Storage: `Rights::Holdings`, written
	// Proof: `Rights::Holdings` (max_values: None, max_size: Some(28))
	// Storage: `Rights::Scheduled`, read
	// Proof: `Rights::Scheduled` (max_values: None, max_size: Some(21))
	// Storage: `Rights::Titles`, read and written
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn release_pledge(r: u32) -> Weight {
		// At least 119_918_000 picoseconds.
		Weight::from_parts(141_861_033, 0)
			// Standard error: 17_368.
			.saturating_add(Weight::from_parts(2_079_546, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(7))
			.saturating_add(D::get().writes(4))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::Due`, written
	// Proof: `Rights::Due` (max_values: None, max_size: Some(29))
	// Storage: `Rights::DueCursor`, read and written
	// Proof: `Rights::DueCursor` (max_values: Some(1), max_size: Some(4))
	// Storage: `Rights::Heads`, read and written
	// Proof: `Rights::Heads` (max_values: None, max_size: Some(93))
	// Storage: `Rights::History`, written
	// Proof: `Rights::History` (max_values: None, max_size: Some(4132))
	// Storage: `Rights::Scheduled`, read and written
	// Proof: `Rights::Scheduled` (max_values: None, max_size: Some(21))
	// Storage: `Rights::Titles`, read and written
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn hold(r: u32) -> Weight {
		// At least 165_167_000 picoseconds.
		Weight::from_parts(174_905_898, 0)
			// Standard error: 41_058.
			.saturating_add(Weight::from_parts(1_928_262, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(7))
			.saturating_add(D::get().writes(4))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::Due`, written
	// Proof: `Rights::Due` (max_values: None, max_size: Some(29))
	// Storage: `Rights::DueCursor`, read and written
	// Proof: `Rights::DueCursor` (max_values: Some(1), max_size: Some(4))
	// Storage: `Rights::Heads`, read and written
	// Proof: `Rights::Heads` (max_values: None, max_size: Some(93))
	// Storage: `Rights::History`, written
	// Proof: `Rights::History` (max_values: None, max_size: Some(4132))
	// Storage: `Rights::Scheduled`, read and written
	// Proof: `Rights::Scheduled` (max_values: None, max_size: Some(21))
	// Storage: `Rights::Titles`, read and written
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn renew_hold(r: u32) -> Weight {
		// At least 126_670_000 picoseconds.
		Weight::from_parts(93_710_396, 0)
			// Standard error: 137_094.
			.saturating_add(Weight::from_parts(3_607_832, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(7))
			.saturating_add(D::get().writes(4))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::DueCursor`, read
	// Proof: `Rights::DueCursor` (max_values: Some(1), max_size: Some(4))
	// Storage: `Rights::Heads`, read and written
	// Proof: `Rights::Heads` (max_values: None, max_size: Some(93))
	// Storage: `Rights::History`, written
	// Proof: `Rights::History` (max_values: None, max_size: Some(4132))
	// Storage: `Rights::Scheduled`, read
	// Proof: `Rights::Scheduled` (max_values: None, max_size: Some(21))
	// Storage: `Rights::Titles`, read and written
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn lift_hold(r: u32) -> Weight {
		// At least 111_029_000 picoseconds.
		Weight::from_parts(213_283_973, 0)
			// Standard error: 40_144.
			.saturating_add(Weight::from_parts(1_537_632, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(7))
			.saturating_add(D::get().writes(3))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::Due`, written
	// Proof: `Rights::Due` (max_values: None, max_size: Some(29))
	// Storage: `Rights::DueCursor`, read and written
	// Proof: `Rights::DueCursor` (max_values: Some(1), max_size: Some(4))
	// Storage: `Rights::Heads`, read and written
	// Proof: `Rights::Heads` (max_values: None, max_size: Some(93))
	// Storage: `Rights::History`, written
	// Proof: `Rights::History` (max_values: None, max_size: Some(4132))
	// Storage: `Rights::Scheduled`, read and written
	// Proof: `Rights::Scheduled` (max_values: None, max_size: Some(21))
	// Storage: `Rights::Titles`, read and written
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn enter_pool(r: u32) -> Weight {
		// At least 138_926_000 picoseconds.
		Weight::from_parts(149_323_422, 0)
			// Standard error: 15_226.
			.saturating_add(Weight::from_parts(2_762_161, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(8))
			.saturating_add(D::get().writes(4))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::Due`, written
	// Proof: `Rights::Due` (max_values: None, max_size: Some(29))
	// Storage: `Rights::DueCursor`, read
	// Proof: `Rights::DueCursor` (max_values: Some(1), max_size: Some(4))
	// Storage: `Rights::Heads`, read and written
	// Proof: `Rights::Heads` (max_values: None, max_size: Some(93))
	// Storage: `Rights::History`, written
	// Proof: `Rights::History` (max_values: None, max_size: Some(4132))
	// Storage: `Rights::Scheduled`, read and written
	// Proof: `Rights::Scheduled` (max_values: None, max_size: Some(21))
	// Storage: `Rights::Titles`, read and written
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn leave_pool(r: u32) -> Weight {
		// At least 111_279_000 picoseconds.
		Weight::from_parts(123_629_883, 0)
			// Standard error: 26_881.
			.saturating_add(Weight::from_parts(2_081_657, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(7))
			.saturating_add(D::get().writes(3))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::Due`, written
	// Proof: `Rights::Due` (max_values: None, max_size: Some(29))
	// Storage: `Rights::DueCursor`, read and written
	// Proof: `Rights::DueCursor` (max_values: Some(1), max_size: Some(4))
	// Storage: `Rights::Heads`, read and written
	// Proof: `Rights::Heads` (max_values: None, max_size: Some(93))
	// Storage: `Rights::History`, written
	// Proof: `Rights::History` (max_values: None, max_size: Some(4132))
	// Storage: `Rights::Holdings`, written
	// Proof: `Rights::Holdings` (max_values: None, max_size: Some(28))
	// Storage: `Rights::Scheduled`, read and written
	// Proof: `Rights::Scheduled` (max_values: None, max_size: Some(21))
	// Storage: `Rights::Titles`, read and written
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn reserve(r: u32) -> Weight {
		// At least 153_033_000 picoseconds.
		Weight::from_parts(176_221_914, 0)
			// Standard error: 161_543.
			.saturating_add(Weight::from_parts(4_291_139, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(9))
			.saturating_add(D::get().writes(4))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::Due`, written
	// Proof: `Rights::Due` (max_values: None, max_size: Some(29))
	// Storage: `Rights::DueCursor`, read
	// Proof: `Rights::DueCursor` (max_values: Some(1), max_size: Some(4))
	// Storage: `Rights::Heads`, read and written
	// Proof: `Rights::Heads` (max_values: None, max_size: Some(93))
	// Storage: `Rights::History`, written
	// Proof: `Rights::History` (max_values: None, max_size: Some(4132))
	// Storage: `Rights::Holdings`, written
	// Proof: `Rights::Holdings` (max_values: None, max_size: Some(28))
	// Storage: `Rights::Scheduled`, read and written
	// Proof: `Rights::Scheduled` (max_values: None, max_size: Some(21))
	// Storage: `Rights::Titles`, read and written
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn end_reservation(r: u32) -> Weight {
		// At least 125_594_000 picoseconds.
		Weight::from_parts(242_567_061, 0)
			// Standard error: 25_965.
			.saturating_add(Weight::from_parts(3_384_412, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(7))
			.saturating_add(D::get().writes(4))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::Due`, written
	// Proof: `Rights::Due` (max_values: None, max_size: Some(29))
	// Storage: `Rights::DueCursor`, read and written
	// Proof: `Rights::DueCursor` (max_values: Some(1), max_size: Some(4))
	// Storage: `Rights::NextRequest`, read and written
	// Proof: `Rights::NextRequest` (max_values: Some(1), max_size: Some(4))
	// Storage: `Rights::Requests`, written
	// Proof: `Rights::Requests` (max_values: None, max_size: Some(11235))
	// Storage: `Rights::RequestsOf`, read and written
	// Proof: `Rights::RequestsOf` (max_values: None, max_size: Some(273))
	// Storage: `Rights::Scheduled`, read and written
	// Proof: `Rights::Scheduled` (max_values: None, max_size: Some(21))
	// Storage: `Rights::Titles`, read
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn set_agreement(r: u32) -> Weight {
		// At least 143_361_000 picoseconds.
		Weight::from_parts(226_119_105, 0)
			// Standard error: 83_294.
			.saturating_add(Weight::from_parts(1_407_587, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(8))
			.saturating_add(D::get().writes(5))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::DueCursor`, read
	// Proof: `Rights::DueCursor` (max_values: Some(1), max_size: Some(4))
	// Storage: `Rights::Heads`, read and written
	// Proof: `Rights::Heads` (max_values: None, max_size: Some(93))
	// Storage: `Rights::History`, written
	// Proof: `Rights::History` (max_values: None, max_size: Some(4132))
	// Storage: `Rights::Holdings`, written
	// Proof: `Rights::Holdings` (max_values: None, max_size: Some(28))
	// Storage: `Rights::Scheduled`, read
	// Proof: `Rights::Scheduled` (max_values: None, max_size: Some(21))
	// Storage: `Rights::Titles`, read and written
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn succeed(r: u32) -> Weight {
		// At least 130_010_000 picoseconds.
		Weight::from_parts(137_611_464, 0)
			// Standard error: 75_742.
			.saturating_add(Weight::from_parts(3_363_326, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(8))
			.saturating_add(D::get().writes(5))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::DueCursor`, read
	// Proof: `Rights::DueCursor` (max_values: Some(1), max_size: Some(4))
	// Storage: `Rights::Heads`, read and written
	// Proof: `Rights::Heads` (max_values: None, max_size: Some(93))
	// Storage: `Rights::History`, written
	// Proof: `Rights::History` (max_values: None, max_size: Some(4132))
	// Storage: `Rights::Holdings`, written
	// Proof: `Rights::Holdings` (max_values: None, max_size: Some(28))
	// Storage: `Rights::Scheduled`, read
	// Proof: `Rights::Scheduled` (max_values: None, max_size: Some(21))
	// Storage: `Rights::Titles`, read and written
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn correct(r: u32) -> Weight {
		// At least 331_796_000 picoseconds.
		Weight::from_parts(544_035_968, 0)
			// Standard error: 45_849.
			.saturating_add(Weight::from_parts(4_144_390, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(8))
			.saturating_add(D::get().writes(66))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::Due`, written
	// Proof: `Rights::Due` (max_values: None, max_size: Some(29))
	// Storage: `Rights::DueCursor`, read
	// Proof: `Rights::DueCursor` (max_values: Some(1), max_size: Some(4))
	// Storage: `Rights::Heads`, read and written
	// Proof: `Rights::Heads` (max_values: None, max_size: Some(93))
	// Storage: `Rights::History`, written
	// Proof: `Rights::History` (max_values: None, max_size: Some(4132))
	// Storage: `Rights::Holdings`, written
	// Proof: `Rights::Holdings` (max_values: None, max_size: Some(28))
	// Storage: `Rights::Requests`, read and written
	// Proof: `Rights::Requests` (max_values: None, max_size: Some(11235))
	// Storage: `Rights::RequestsOf`, read and written
	// Proof: `Rights::RequestsOf` (max_values: None, max_size: Some(273))
	// Storage: `Rights::Scheduled`, read and written
	// Proof: `Rights::Scheduled` (max_values: None, max_size: Some(21))
	// Storage: `Rights::Titles`, read and written
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn consent(r: u32) -> Weight {
		// At least 417_176_000 picoseconds.
		Weight::from_parts(423_632_279, 0)
			// Standard error: 39_367.
			.saturating_add(Weight::from_parts(6_934_798, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(11))
			.saturating_add(D::get().writes(8))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::Due`, written
	// Proof: `Rights::Due` (max_values: None, max_size: Some(29))
	// Storage: `Rights::DueCursor`, read
	// Proof: `Rights::DueCursor` (max_values: Some(1), max_size: Some(4))
	// Storage: `Rights::Heads`, read and written
	// Proof: `Rights::Heads` (max_values: None, max_size: Some(93))
	// Storage: `Rights::History`, written
	// Proof: `Rights::History` (max_values: None, max_size: Some(4132))
	// Storage: `Rights::Holdings`, written
	// Proof: `Rights::Holdings` (max_values: None, max_size: Some(28))
	// Storage: `Rights::Requests`, read and written
	// Proof: `Rights::Requests` (max_values: None, max_size: Some(11235))
	// Storage: `Rights::RequestsOf`, read and written
	// Proof: `Rights::RequestsOf` (max_values: None, max_size: Some(273))
	// Storage: `Rights::Scheduled`, read and written
	// Proof: `Rights::Scheduled` (max_values: None, max_size: Some(21))
	// Storage: `Rights::Titles`, read and written
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn waive(r: u32) -> Weight {
		// At least 251_087_000 picoseconds.
		Weight::from_parts(406_742_468, 0)
			// Standard error: 122_702.
			.saturating_add(Weight::from_parts(2_057_450, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(12))
			.saturating_add(D::get().writes(8))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::Due`, written
	// Proof: `Rights::Due` (max_values: None, max_size: Some(29))
	// Storage: `Rights::Requests`, read and written
	// Proof: `Rights::Requests` (max_values: None, max_size: Some(11235))
	// Storage: `Rights::RequestsOf`, read and written
	// Proof: `Rights::RequestsOf` (max_values: None, max_size: Some(273))
	// Storage: `Rights::Scheduled`, read and written
	// Proof: `Rights::Scheduled` (max_values: None, max_size: Some(21))
	// Storage: `Rights::Titles`, read
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn refuse(r: u32) -> Weight {
		// At least 142_913_000 picoseconds.
		Weight::from_parts(168_817_648, 0)
			// Standard error: 22_316.
			.saturating_add(Weight::from_parts(1_878_881, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(8))
			.saturating_add(D::get().writes(4))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::Due`, written
	// Proof: `Rights::Due` (max_values: None, max_size: Some(29))
	// Storage: `Rights::Requests`, read and written
	// Proof: `Rights::Requests` (max_values: None, max_size: Some(11235))
	// Storage: `Rights::RequestsOf`, read and written
	// Proof: `Rights::RequestsOf` (max_values: None, max_size: Some(273))
	// Storage: `Rights::Scheduled`, read and written
	// Proof: `Rights::Scheduled` (max_values: None, max_size: Some(21))
	fn withdraw(r: u32) -> Weight {
		// At least 74_827_000 picoseconds.
		Weight::from_parts(82_514_018, 0)
			// Standard error: 2_216.
			.saturating_add(Weight::from_parts(28_648, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(5))
			.saturating_add(D::get().writes(4))
	}
	// Storage: `Rights::Due`, written
	// Proof: `Rights::Due` (max_values: None, max_size: Some(29))
	// Storage: `Rights::DueCursor`, read
	// Proof: `Rights::DueCursor` (max_values: Some(1), max_size: Some(4))
	// Storage: `Rights::Heads`, read and written
	// Proof: `Rights::Heads` (max_values: None, max_size: Some(93))
	// Storage: `Rights::History`, written
	// Proof: `Rights::History` (max_values: None, max_size: Some(4132))
	// Storage: `Rights::Holdings`, written
	// Proof: `Rights::Holdings` (max_values: None, max_size: Some(28))
	// Storage: `Rights::Requests`, read and written
	// Proof: `Rights::Requests` (max_values: None, max_size: Some(11235))
	// Storage: `Rights::RequestsOf`, read and written
	// Proof: `Rights::RequestsOf` (max_values: None, max_size: Some(273))
	// Storage: `Rights::Scheduled`, read and written
	// Proof: `Rights::Scheduled` (max_values: None, max_size: Some(21))
	// Storage: `Rights::Titles`, read and written
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn poke(r: u32) -> Weight {
		// At least 366_768_000 picoseconds.
		Weight::from_parts(411_197_385, 0)
			// Standard error: 24_069.
			.saturating_add(Weight::from_parts(2_065_560, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(10))
			.saturating_add(D::get().writes(8))
	}
	// Storage: `Rights::DueCursor`, read
	// Proof: `Rights::DueCursor` (max_values: Some(1), max_size: Some(4))
	// Storage: `Rights::Heads`, read and written
	// Proof: `Rights::Heads` (max_values: None, max_size: Some(93))
	// Storage: `Rights::History`, written
	// Proof: `Rights::History` (max_values: None, max_size: Some(4132))
	// Storage: `Rights::Holdings`, written
	// Proof: `Rights::Holdings` (max_values: None, max_size: Some(28))
	// Storage: `Rights::Scheduled`, read
	// Proof: `Rights::Scheduled` (max_values: None, max_size: Some(21))
	// Storage: `Rights::Titles`, read and written
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn close_due(r: u32) -> Weight {
		// At least 101_854_000 picoseconds.
		Weight::from_parts(333_522_094, 0)
			// Standard error: 98_916.
			.saturating_add(Weight::from_parts(17_958_805, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(5))
			.saturating_add(D::get().writes(10))
	}
	// Storage: `Rights::Due`, read
	// Proof: `Rights::Due` (max_values: None, max_size: Some(29))
	// Storage: `Rights::DueCursor`, read and written
	// Proof: `Rights::DueCursor` (max_values: Some(1), max_size: Some(4))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn due_look() -> Weight {
		// At least 13_524_000 picoseconds.
		Weight::from_parts(15_482_000, 0)
			.saturating_add(D::get().reads(3))
			.saturating_add(D::get().writes(1))
	}
}

impl WeightInfo for () {
	fn agree_transfer(r: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::agree_transfer(r)
	}
	fn cancel_transfer(r: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::cancel_transfer(r)
	}
	fn attest_transfer(r: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::attest_transfer(r)
	}
	fn transfer_now(r: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::transfer_now(r)
	}
	fn grant_use(r: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::grant_use(r)
	}
	fn transfer_use(r: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::transfer_use(r)
	}
	fn divide_use(r: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::divide_use(r)
	}
	fn end_use(r: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::end_use(r)
	}
	fn pledge(r: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::pledge(r)
	}
	fn attest_pledge(r: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::attest_pledge(r)
	}
	fn release_pledge(r: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::release_pledge(r)
	}
	fn hold(r: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::hold(r)
	}
	fn renew_hold(r: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::renew_hold(r)
	}
	fn lift_hold(r: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::lift_hold(r)
	}
	fn enter_pool(r: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::enter_pool(r)
	}
	fn leave_pool(r: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::leave_pool(r)
	}
	fn reserve(r: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::reserve(r)
	}
	fn end_reservation(r: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::end_reservation(r)
	}
	fn set_agreement(r: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::set_agreement(r)
	}
	fn succeed(r: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::succeed(r)
	}
	fn correct(r: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::correct(r)
	}
	fn consent(r: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::consent(r)
	}
	fn waive(r: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::waive(r)
	}
	fn refuse(r: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::refuse(r)
	}
	fn withdraw(r: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::withdraw(r)
	}
	fn poke(r: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::poke(r)
	}
	fn close_due(r: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::close_due(r)
	}
	fn due_look() -> Weight {
		OnDatabase::<RocksDbWeight>::due_look()
	}
}
