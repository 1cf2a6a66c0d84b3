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
		// At least 198_730_000 picoseconds.
		Weight::from_parts(279_266_951, 0)
			// Standard error: 107_273.
			.saturating_add(Weight::from_parts(1_687_169, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(10))
			.saturating_add(D::get().writes(5))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Contracts::AgreedBy`, read
	// Proof: `Contracts::AgreedBy` (max_values: None, max_size: Some(40))
	// Storage: `Grants::Watched`, read
	// Proof: `Grants::Watched` (max_values: None, max_size: Some(36))
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
	// Storage: `Trials::Clocks`, read
	// Proof: `Trials::Clocks` (max_values: None, max_size: Some(604))
	fn cancel_transfer(r: u32) -> Weight {
		// At least 150_347_000 picoseconds.
		Weight::from_parts(220_698_863, 0)
			// Standard error: 90_932.
			.saturating_add(Weight::from_parts(3_268_749, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(10))
			.saturating_add(D::get().writes(4))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Contracts::AgreedBy`, read
	// Proof: `Contracts::AgreedBy` (max_values: None, max_size: Some(40))
	// Storage: `Grants::Watched`, read
	// Proof: `Grants::Watched` (max_values: None, max_size: Some(36))
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
	// Storage: `Trials::Clocks`, read
	// Proof: `Trials::Clocks` (max_values: None, max_size: Some(604))
	fn attest_transfer(r: u32) -> Weight {
		// At least 148_186_000 picoseconds.
		Weight::from_parts(230_327_240, 0)
			// Standard error: 138_912.
			.saturating_add(Weight::from_parts(4_339_181, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(10))
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
		// At least 211_088_000 picoseconds.
		Weight::from_parts(386_637_203, 0)
			// Standard error: 77_628.
			.saturating_add(Weight::from_parts(1_915_697, 0).saturating_mul(r.into()))
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
		// At least 278_592_000 picoseconds.
		Weight::from_parts(411_198_543, 0)
			// Standard error: 94_325.
			.saturating_add(Weight::from_parts(2_926_516, 0).saturating_mul(r.into()))
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
		// At least 121_739_000 picoseconds.
		Weight::from_parts(135_385_655, 0)
			// Standard error: 79_160.
			.saturating_add(Weight::from_parts(1_541_437, 0).saturating_mul(r.into()))
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
		// At least 124_601_000 picoseconds.
		Weight::from_parts(130_105_435, 0)
			// Standard error: 71_130.
			.saturating_add(Weight::from_parts(2_512_114, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(9))
			.saturating_add(D::get().writes(5))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Grants::Watched`, read
	// Proof: `Grants::Watched` (max_values: None, max_size: Some(36))
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
	// Storage: `Trials::Clocks`, read
	// Proof: `Trials::Clocks` (max_values: None, max_size: Some(604))
	// Storage: `Trials::TrialOfRight`, read
	// Proof: `Trials::TrialOfRight` (max_values: None, max_size: Some(36))
	fn end_use(r: u32) -> Weight {
		// At least 210_074_000 picoseconds.
		Weight::from_parts(292_441_896, 0)
			// Standard error: 64_375.
			.saturating_add(Weight::from_parts(3_408_669, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(10))
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
		// At least 189_451_000 picoseconds.
		Weight::from_parts(255_272_314, 0)
			// Standard error: 76_036.
			.saturating_add(Weight::from_parts(1_742_137, 0).saturating_mul(r.into()))
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
	// Storage: `Trials::Clocks`, read
	// Proof: `Trials::Clocks` (max_values: None, max_size: Some(604))
	fn attest_pledge(r: u32) -> Weight {
		// At least 222_900_000 picoseconds.
		Weight::from_parts(333_458_552, 0)
			// Standard error: 105_974.
			.saturating_add(Weight::from_parts(2_876_713, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(12))
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
	// Storage: `Trials::Clocks`, read
	// Proof: `Trials::Clocks` (max_values: None, max_size: Some(604))
	fn release_pledge(r: u32) -> Weight {
		// At least 117_784_000 picoseconds.
		Weight::from_parts(219_377_710, 0)
			// Standard error: 33_091.
			.saturating_add(Weight::from_parts(4_095_947, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(8))
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
	// Storage: `Trials::Clocks`, read
	// Proof: `Trials::Clocks` (max_values: None, max_size: Some(604))
	fn hold(r: u32) -> Weight {
		// At least 227_503_000 picoseconds.
		Weight::from_parts(257_374_237, 0)
			// Standard error: 15_866.
			.saturating_add(Weight::from_parts(3_709_647, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(8))
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
	// Storage: `Trials::Clocks`, read
	// Proof: `Trials::Clocks` (max_values: None, max_size: Some(604))
	fn renew_hold(r: u32) -> Weight {
		// At least 239_701_000 picoseconds.
		Weight::from_parts(268_267_260, 0)
			// Standard error: 36_315.
			.saturating_add(Weight::from_parts(5_055_295, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(8))
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
	// Storage: `Trials::Clocks`, read
	// Proof: `Trials::Clocks` (max_values: None, max_size: Some(604))
	fn lift_hold(r: u32) -> Weight {
		// At least 200_790_000 picoseconds.
		Weight::from_parts(232_131_569, 0)
			// Standard error: 13_093.
			.saturating_add(Weight::from_parts(3_823_144, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(8))
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
	// Storage: `Trials::Clocks`, read
	// Proof: `Trials::Clocks` (max_values: None, max_size: Some(604))
	// Storage: `Trials::OpenEntries`, read
	// Proof: `Trials::OpenEntries` (max_values: None, max_size: Some(20))
	fn enter_pool(r: u32) -> Weight {
		// At least 251_945_000 picoseconds.
		Weight::from_parts(280_978_308, 0)
			// Standard error: 34_547.
			.saturating_add(Weight::from_parts(5_545_176, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(10))
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
	// Storage: `Trials::Clocks`, read
	// Proof: `Trials::Clocks` (max_values: None, max_size: Some(604))
	// Storage: `Trials::OpenEntries`, read
	// Proof: `Trials::OpenEntries` (max_values: None, max_size: Some(20))
	fn leave_pool(r: u32) -> Weight {
		// At least 210_814_000 picoseconds.
		Weight::from_parts(247_100_844, 0)
			// Standard error: 14_219.
			.saturating_add(Weight::from_parts(3_758_829, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(9))
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
	// Storage: `Trials::Clocks`, read
	// Proof: `Trials::Clocks` (max_values: None, max_size: Some(604))
	fn reserve(r: u32) -> Weight {
		// At least 299_000_000 picoseconds.
		Weight::from_parts(317_801_606, 0)
			// Standard error: 32_184.
			.saturating_add(Weight::from_parts(5_189_908, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(10))
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
	// Storage: `Trials::Clocks`, read
	// Proof: `Trials::Clocks` (max_values: None, max_size: Some(604))
	fn end_reservation(r: u32) -> Weight {
		// At least 125_227_000 picoseconds.
		Weight::from_parts(275_780_951, 0)
			// Standard error: 97_915.
			.saturating_add(Weight::from_parts(1_690_983, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(8))
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
		// At least 156_091_000 picoseconds.
		Weight::from_parts(207_082_491, 0)
			// Standard error: 110_175.
			.saturating_add(Weight::from_parts(1_825_862, 0).saturating_mul(r.into()))
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
	// Storage: `Trials::Clocks`, read
	// Proof: `Trials::Clocks` (max_values: None, max_size: Some(604))
	fn succeed(r: u32) -> Weight {
		// At least 136_432_000 picoseconds.
		Weight::from_parts(176_067_713, 0)
			// Standard error: 94_764.
			.saturating_add(Weight::from_parts(3_338_740, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(9))
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
	// Storage: `Trials::Clocks`, read
	// Proof: `Trials::Clocks` (max_values: None, max_size: Some(604))
	fn correct(r: u32) -> Weight {
		// At least 276_047_000 picoseconds.
		Weight::from_parts(338_168_929, 0)
			// Standard error: 88_636.
			.saturating_add(Weight::from_parts(2_665_322, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(9))
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
	// Storage: `Trials::Clocks`, read and written
	// Proof: `Trials::Clocks` (max_values: None, max_size: Some(604))
	fn consent(r: u32) -> Weight {
		// At least 239_704_000 picoseconds.
		Weight::from_parts(278_623_397, 0)
			// Standard error: 174_965.
			.saturating_add(Weight::from_parts(4_752_890, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(12))
			.saturating_add(D::get().writes(9))
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
	// Storage: `Trials::Clocks`, read and written
	// Proof: `Trials::Clocks` (max_values: None, max_size: Some(604))
	fn waive(r: u32) -> Weight {
		// At least 253_733_000 picoseconds.
		Weight::from_parts(335_121_200, 0)
			// Standard error: 137_653.
			.saturating_add(Weight::from_parts(2_606_876, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(13))
			.saturating_add(D::get().writes(9))
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
		// At least 163_891_000 picoseconds.
		Weight::from_parts(184_958_886, 0)
			// Standard error: 109_630.
			.saturating_add(Weight::from_parts(2_951_822, 0).saturating_mul(r.into()))
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
		// At least 79_536_000 picoseconds.
		Weight::from_parts(122_225_423, 0)
			// Standard error: 19_893.
			.saturating_add(Weight::from_parts(25_317, 0).saturating_mul(r.into()))
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
	// Storage: `Trials::Clocks`, read and written
	// Proof: `Trials::Clocks` (max_values: None, max_size: Some(604))
	fn poke(r: u32) -> Weight {
		// At least 427_374_000 picoseconds.
		Weight::from_parts(617_442_676, 0)
			// Standard error: 172_343.
			.saturating_add(Weight::from_parts(3_581_946, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(11))
			.saturating_add(D::get().writes(9))
	}
	// Storage: `Grants::Watched`, read
	// Proof: `Grants::Watched` (max_values: None, max_size: Some(36))
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
	// Storage: `Trials::Clocks`, read
	// Proof: `Trials::Clocks` (max_values: None, max_size: Some(604))
	// Storage: `Trials::TrialOfRight`, read
	// Proof: `Trials::TrialOfRight` (max_values: None, max_size: Some(36))
	fn close_due(r: u32) -> Weight {
		// At least 126_904_000 picoseconds.
		Weight::from_parts(112_404_564, 0)
			// Standard error: 1_076_576.
			.saturating_add(Weight::from_parts(25_329_942, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(17))
			.saturating_add(D::get().writes(10))
	}
	// Storage: `Rights::Due`, read
	// Proof: `Rights::Due` (max_values: None, max_size: Some(29))
	// Storage: `Rights::DueCursor`, read and written
	// Proof: `Rights::DueCursor` (max_values: Some(1), max_size: Some(4))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn due_look() -> Weight {
		// At least 14_439_000 picoseconds.
		Weight::from_parts(25_244_000, 0)
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
