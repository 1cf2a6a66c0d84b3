//! Weights of `pallet_trials`, generated from its benchmarks: `scripts/weights` writes this file anew,
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
	/// Of `enter_pool`.
	fn enter_pool() -> Weight;
	/// Of `agree_to_entry`.
	fn agree_to_entry() -> Weight;
	/// Of `withdraw_proposal`.
	fn withdraw_proposal() -> Weight;
	/// Of `leave_pool`.
	fn leave_pool() -> Weight;
	/// Of `decline_pool`.
	fn decline_pool() -> Weight;
	/// Of `note_conversion`.
	fn note_conversion() -> Weight;
	/// Of `request`.
	fn request() -> Weight;
	/// Of `withdraw`.
	fn withdraw() -> Weight;
	/// Of `refuse`.
	fn refuse() -> Weight;
	/// Of `approve`.
	fn approve() -> Weight;
	/// Of `agree`.
	fn agree() -> Weight;
	/// Of `start`.
	fn start() -> Weight;
	/// Of `ask_extension`.
	fn ask_extension() -> Weight;
	/// Of `extend`.
	fn extend() -> Weight;
	/// Of `declare_conversion`.
	fn declare_conversion() -> Weight;
	/// Of `choose`.
	fn choose() -> Weight;
	/// Of `declare_stop`.
	fn declare_stop() -> Weight;
	/// Of `close`.
	fn close() -> Weight;
	/// Of `terminate`.
	fn terminate() -> Weight;
	/// Of `insure`.
	fn insure() -> Weight;
	/// Of `redeem_voucher`.
	fn redeem_voucher() -> Weight;
	/// Of `record_service`.
	fn record_service() -> Weight;
	/// Of `settle`.
	fn settle() -> Weight;
	/// Of `lapse`.
	fn lapse() -> Weight;
	/// Of `due_look`.
	fn due_look() -> Weight;
	/// Of `converted`.
	fn converted() -> Weight;
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
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	// Storage: `Trials::Clocks`, read
	// Proof: `Trials::Clocks` (max_values: None, max_size: Some(604))
	// Storage: `Trials::Declinations`, read and written
	// Proof: `Trials::Declinations` (max_values: None, max_size: Some(62))
	// Storage: `Trials::Due`, written
	// Proof: `Trials::Due` (max_values: None, max_size: Some(33))
	// Storage: `Trials::DueCursor`, read and written
	// Proof: `Trials::DueCursor` (max_values: Some(1), max_size: Some(4))
	// Storage: `Trials::OpenEntries`, read and written
	// Proof: `Trials::OpenEntries` (max_values: None, max_size: Some(20))
	// Storage: `Trials::PoolEntries`, read and written
	// Proof: `Trials::PoolEntries` (max_values: None, max_size: Some(513))
	// Storage: `Trials::Requests`, read
	// Proof: `Trials::Requests` (max_values: None, max_size: Some(36))
	// Storage: `Trials::Scheduled`, read and written
	// Proof: `Trials::Scheduled` (max_values: None, max_size: Some(25))
	fn enter_pool() -> Weight {
		// At least 1_756_704_000 picoseconds.
		Weight::from_parts(1_847_257_000, 0)
			.saturating_add(D::get().reads(22))
			.saturating_add(D::get().writes(10))
	}
	// Storage: `Achievements::Achievements`, read
	// Proof: `Achievements::Achievements` (max_values: None, max_size: Some(9054))
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
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	// Storage: `Trials::Clocks`, read
	// Proof: `Trials::Clocks` (max_values: None, max_size: Some(604))
	// Storage: `Trials::Declinations`, read and written
	// Proof: `Trials::Declinations` (max_values: None, max_size: Some(62))
	// Storage: `Trials::Due`, written
	// Proof: `Trials::Due` (max_values: None, max_size: Some(33))
	// Storage: `Trials::DueCursor`, read and written
	// Proof: `Trials::DueCursor` (max_values: Some(1), max_size: Some(4))
	// Storage: `Trials::OpenEntries`, read and written
	// Proof: `Trials::OpenEntries` (max_values: None, max_size: Some(20))
	// Storage: `Trials::PoolEntries`, read and written
	// Proof: `Trials::PoolEntries` (max_values: None, max_size: Some(513))
	// Storage: `Trials::Proposals`, read and written
	// Proof: `Trials::Proposals` (max_values: None, max_size: Some(4084))
	// Storage: `Trials::Requests`, read
	// Proof: `Trials::Requests` (max_values: None, max_size: Some(36))
	// Storage: `Trials::Scheduled`, read and written
	// Proof: `Trials::Scheduled` (max_values: None, max_size: Some(25))
	fn agree_to_entry() -> Weight {
		// At least 1_780_941_000 picoseconds.
		Weight::from_parts(1_883_817_000, 0)
			.saturating_add(D::get().reads(23))
			.saturating_add(D::get().writes(11))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Trials::Proposals`, read and written
	// Proof: `Trials::Proposals` (max_values: None, max_size: Some(4084))
	fn withdraw_proposal() -> Weight {
		// At least 132_997_000 picoseconds.
		Weight::from_parts(142_406_000, 0)
			.saturating_add(D::get().reads(3))
			.saturating_add(D::get().writes(1))
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
	// Storage: `Trials::Due`, written
	// Proof: `Trials::Due` (max_values: None, max_size: Some(33))
	// Storage: `Trials::DueCursor`, read and written
	// Proof: `Trials::DueCursor` (max_values: Some(1), max_size: Some(4))
	// Storage: `Trials::OpenEntries`, read and written
	// Proof: `Trials::OpenEntries` (max_values: None, max_size: Some(20))
	// Storage: `Trials::PoolEntries`, read and written
	// Proof: `Trials::PoolEntries` (max_values: None, max_size: Some(513))
	// Storage: `Trials::Requests`, read
	// Proof: `Trials::Requests` (max_values: None, max_size: Some(36))
	// Storage: `Trials::Scheduled`, read and written
	// Proof: `Trials::Scheduled` (max_values: None, max_size: Some(25))
	fn leave_pool() -> Weight {
		// At least 973_287_000 picoseconds.
		Weight::from_parts(1_045_557_000, 0)
			.saturating_add(D::get().reads(13))
			.saturating_add(D::get().writes(8))
	}
	// Storage: `Achievements::Achievements`, read
	// Proof: `Achievements::Achievements` (max_values: None, max_size: Some(9054))
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::Titles`, read
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	// Storage: `Trials::Clocks`, read
	// Proof: `Trials::Clocks` (max_values: None, max_size: Some(604))
	// Storage: `Trials::Declinations`, read and written
	// Proof: `Trials::Declinations` (max_values: None, max_size: Some(62))
	fn decline_pool() -> Weight {
		// At least 722_777_000 picoseconds.
		Weight::from_parts(1_246_574_000, 0)
			.saturating_add(D::get().reads(9))
			.saturating_add(D::get().writes(1))
	}
	// Storage: `Achievements::Achievements`, read
	// Proof: `Achievements::Achievements` (max_values: None, max_size: Some(9054))
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::Titles`, read
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	// Storage: `Trials::Clocks`, read and written
	// Proof: `Trials::Clocks` (max_values: None, max_size: Some(604))
	fn note_conversion() -> Weight {
		// At least 439_190_000 picoseconds.
		Weight::from_parts(706_390_000, 0)
			.saturating_add(D::get().reads(6))
			.saturating_add(D::get().writes(1))
	}
	// Storage: `Achievements::Achievements`, read
	// Proof: `Achievements::Achievements` (max_values: None, max_size: Some(9054))
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::Titles`, read
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	// Storage: `Trials::Agreed`, written
	// Proof: `Trials::Agreed` (max_values: None, max_size: Some(3666))
	// Storage: `Trials::NextTrial`, read and written
	// Proof: `Trials::NextTrial` (max_values: Some(1), max_size: Some(8))
	// Storage: `Trials::OpenTrials`, read and written
	// Proof: `Trials::OpenTrials` (max_values: None, max_size: Some(36))
	// Storage: `Trials::PoolEntries`, read
	// Proof: `Trials::PoolEntries` (max_values: None, max_size: Some(513))
	// Storage: `Trials::Requests`, written
	// Proof: `Trials::Requests` (max_values: None, max_size: Some(36))
	// Storage: `Trials::Scheduled`, read
	// Proof: `Trials::Scheduled` (max_values: None, max_size: Some(25))
	// Storage: `Trials::Trials`, read and written
	// Proof: `Trials::Trials` (max_values: None, max_size: Some(534))
	// Storage: `Trials::TrialsBy`, written
	// Proof: `Trials::TrialsBy` (max_values: None, max_size: Some(28))
	// Storage: `Trials::TrialsOf`, written
	// Proof: `Trials::TrialsOf` (max_values: None, max_size: Some(32))
	fn request() -> Weight {
		// At least 1_060_784_000 picoseconds.
		Weight::from_parts(1_136_807_000, 0)
			.saturating_add(D::get().reads(12))
			.saturating_add(D::get().writes(9))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::Titles`, read
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	// Storage: `Trials::Agreed`, written
	// Proof: `Trials::Agreed` (max_values: None, max_size: Some(3666))
	// Storage: `Trials::Contenders`, read and written
	// Proof: `Trials::Contenders` (max_values: None, max_size: Some(7430))
	// Storage: `Trials::OpenTrials`, written
	// Proof: `Trials::OpenTrials` (max_values: None, max_size: Some(36))
	// Storage: `Trials::PoolEntries`, read and written
	// Proof: `Trials::PoolEntries` (max_values: None, max_size: Some(513))
	// Storage: `Trials::Scheduled`, read
	// Proof: `Trials::Scheduled` (max_values: None, max_size: Some(25))
	// Storage: `Trials::Trials`, read and written
	// Proof: `Trials::Trials` (max_values: None, max_size: Some(534))
	fn withdraw() -> Weight {
		// At least 723_980_000 picoseconds.
		Weight::from_parts(788_334_000, 0)
			.saturating_add(D::get().reads(8))
			.saturating_add(D::get().writes(5))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::Titles`, read
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	// Storage: `Trials::Agreed`, written
	// Proof: `Trials::Agreed` (max_values: None, max_size: Some(3666))
	// Storage: `Trials::Contenders`, read and written
	// Proof: `Trials::Contenders` (max_values: None, max_size: Some(7430))
	// Storage: `Trials::OpenTrials`, written
	// Proof: `Trials::OpenTrials` (max_values: None, max_size: Some(36))
	// Storage: `Trials::PoolEntries`, read and written
	// Proof: `Trials::PoolEntries` (max_values: None, max_size: Some(513))
	// Storage: `Trials::Scheduled`, read
	// Proof: `Trials::Scheduled` (max_values: None, max_size: Some(25))
	// Storage: `Trials::Trials`, read and written
	// Proof: `Trials::Trials` (max_values: None, max_size: Some(534))
	fn refuse() -> Weight {
		// At least 359_584_000 picoseconds.
		Weight::from_parts(538_534_000, 0)
			.saturating_add(D::get().reads(8))
			.saturating_add(D::get().writes(5))
	}
	// Storage: `Achievements::Achievements`, read
	// Proof: `Achievements::Achievements` (max_values: None, max_size: Some(9054))
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::Titles`, read
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	// Storage: `Trials::PoolEntries`, read and written
	// Proof: `Trials::PoolEntries` (max_values: None, max_size: Some(513))
	// Storage: `Trials::Requests`, written
	// Proof: `Trials::Requests` (max_values: None, max_size: Some(36))
	// Storage: `Trials::Scheduled`, read
	// Proof: `Trials::Scheduled` (max_values: None, max_size: Some(25))
	// Storage: `Trials::Trials`, read and written
	// Proof: `Trials::Trials` (max_values: None, max_size: Some(534))
	fn approve() -> Weight {
		// At least 855_635_000 picoseconds.
		Weight::from_parts(1_069_399_000, 0)
			.saturating_add(D::get().reads(8))
			.saturating_add(D::get().writes(3))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::Titles`, read
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	// Storage: `Trials::Agreed`, read and written
	// Proof: `Trials::Agreed` (max_values: None, max_size: Some(3666))
	// Storage: `Trials::PoolEntries`, read
	// Proof: `Trials::PoolEntries` (max_values: None, max_size: Some(513))
	// Storage: `Trials::Trials`, read
	// Proof: `Trials::Trials` (max_values: None, max_size: Some(534))
	fn agree() -> Weight {
		// At least 980_900_000 picoseconds.
		Weight::from_parts(1_020_192_000, 0)
			.saturating_add(D::get().reads(9))
			.saturating_add(D::get().writes(1))
	}
	// Storage: `Achievements::Achievements`, read
	// Proof: `Achievements::Achievements` (max_values: None, max_size: Some(9054))
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
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	// Storage: `Trials::Agreed`, read and written
	// Proof: `Trials::Agreed` (max_values: None, max_size: Some(3666))
	// Storage: `Trials::Clocks`, read
	// Proof: `Trials::Clocks` (max_values: None, max_size: Some(604))
	// Storage: `Trials::Due`, written
	// Proof: `Trials::Due` (max_values: None, max_size: Some(33))
	// Storage: `Trials::DueCursor`, read and written
	// Proof: `Trials::DueCursor` (max_values: Some(1), max_size: Some(4))
	// Storage: `Trials::PoolEntries`, read
	// Proof: `Trials::PoolEntries` (max_values: None, max_size: Some(513))
	// Storage: `Trials::Scheduled`, read and written
	// Proof: `Trials::Scheduled` (max_values: None, max_size: Some(25))
	// Storage: `Trials::TrialOfRight`, written
	// Proof: `Trials::TrialOfRight` (max_values: None, max_size: Some(36))
	// Storage: `Trials::Trials`, read and written
	// Proof: `Trials::Trials` (max_values: None, max_size: Some(534))
	fn start() -> Weight {
		// At least 1_033_004_000 picoseconds.
		Weight::from_parts(1_664_346_000, 0)
			.saturating_add(D::get().reads(20))
			.saturating_add(D::get().writes(12))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::Titles`, read
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	// Storage: `Trials::Agreed`, written
	// Proof: `Trials::Agreed` (max_values: None, max_size: Some(3666))
	// Storage: `Trials::DueCursor`, read
	// Proof: `Trials::DueCursor` (max_values: Some(1), max_size: Some(4))
	// Storage: `Trials::Scheduled`, read
	// Proof: `Trials::Scheduled` (max_values: None, max_size: Some(25))
	// Storage: `Trials::Trials`, read and written
	// Proof: `Trials::Trials` (max_values: None, max_size: Some(534))
	fn ask_extension() -> Weight {
		// At least 420_073_000 picoseconds.
		Weight::from_parts(670_681_000, 0)
			.saturating_add(D::get().reads(10))
			.saturating_add(D::get().writes(2))
	}
	// Storage: `Achievements::Achievements`, read
	// Proof: `Achievements::Achievements` (max_values: None, max_size: Some(9054))
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
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	// Storage: `Trials::Agreed`, read and written
	// Proof: `Trials::Agreed` (max_values: None, max_size: Some(3666))
	// Storage: `Trials::Clocks`, read
	// Proof: `Trials::Clocks` (max_values: None, max_size: Some(604))
	// Storage: `Trials::Due`, written
	// Proof: `Trials::Due` (max_values: None, max_size: Some(33))
	// Storage: `Trials::DueCursor`, read
	// Proof: `Trials::DueCursor` (max_values: Some(1), max_size: Some(4))
	// Storage: `Trials::PoolEntries`, read
	// Proof: `Trials::PoolEntries` (max_values: None, max_size: Some(513))
	// Storage: `Trials::Scheduled`, read and written
	// Proof: `Trials::Scheduled` (max_values: None, max_size: Some(25))
	// Storage: `Trials::TrialOfRight`, written
	// Proof: `Trials::TrialOfRight` (max_values: None, max_size: Some(36))
	// Storage: `Trials::Trials`, read and written
	// Proof: `Trials::Trials` (max_values: None, max_size: Some(534))
	fn extend() -> Weight {
		// At least 1_136_486_000 picoseconds.
		Weight::from_parts(1_734_120_000, 0)
			.saturating_add(D::get().reads(20))
			.saturating_add(D::get().writes(10))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::Titles`, read
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	// Storage: `Trials::Agreed`, written
	// Proof: `Trials::Agreed` (max_values: None, max_size: Some(3666))
	// Storage: `Trials::Contenders`, read and written
	// Proof: `Trials::Contenders` (max_values: None, max_size: Some(7430))
	// Storage: `Trials::Due`, written
	// Proof: `Trials::Due` (max_values: None, max_size: Some(33))
	// Storage: `Trials::PoolEntries`, read
	// Proof: `Trials::PoolEntries` (max_values: None, max_size: Some(513))
	// Storage: `Trials::Scheduled`, read and written
	// Proof: `Trials::Scheduled` (max_values: None, max_size: Some(25))
	// Storage: `Trials::Trials`, read and written
	// Proof: `Trials::Trials` (max_values: None, max_size: Some(534))
	fn declare_conversion() -> Weight {
		// At least 498_012_000 picoseconds.
		Weight::from_parts(753_373_000, 0)
			.saturating_add(D::get().reads(10))
			.saturating_add(D::get().writes(5))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::Titles`, read
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	// Storage: `Trials::Contenders`, read and written
	// Proof: `Trials::Contenders` (max_values: None, max_size: Some(7430))
	// Storage: `Trials::PoolEntries`, read and written
	// Proof: `Trials::PoolEntries` (max_values: None, max_size: Some(513))
	// Storage: `Trials::Trials`, read
	// Proof: `Trials::Trials` (max_values: None, max_size: Some(534))
	fn choose() -> Weight {
		// At least 353_835_000 picoseconds.
		Weight::from_parts(508_358_000, 0)
			.saturating_add(D::get().reads(9))
			.saturating_add(D::get().writes(2))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
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
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	// Storage: `Trials::Agreed`, written
	// Proof: `Trials::Agreed` (max_values: None, max_size: Some(3666))
	// Storage: `Trials::Clocks`, read
	// Proof: `Trials::Clocks` (max_values: None, max_size: Some(604))
	// Storage: `Trials::Contenders`, read and written
	// Proof: `Trials::Contenders` (max_values: None, max_size: Some(7430))
	// Storage: `Trials::Due`, written
	// Proof: `Trials::Due` (max_values: None, max_size: Some(33))
	// Storage: `Trials::DueCursor`, read
	// Proof: `Trials::DueCursor` (max_values: Some(1), max_size: Some(4))
	// Storage: `Trials::PoolEntries`, read and written
	// Proof: `Trials::PoolEntries` (max_values: None, max_size: Some(513))
	// Storage: `Trials::Scheduled`, read and written
	// Proof: `Trials::Scheduled` (max_values: None, max_size: Some(25))
	// Storage: `Trials::TrialOfRight`, written
	// Proof: `Trials::TrialOfRight` (max_values: None, max_size: Some(36))
	// Storage: `Trials::Trials`, read and written
	// Proof: `Trials::Trials` (max_values: None, max_size: Some(534))
	fn declare_stop() -> Weight {
		// At least 1_150_890_000 picoseconds.
		Weight::from_parts(1_511_000_000, 0)
			.saturating_add(D::get().reads(16))
			.saturating_add(D::get().writes(11))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::Titles`, read
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	// Storage: `Trials::Agreed`, written
	// Proof: `Trials::Agreed` (max_values: None, max_size: Some(3666))
	// Storage: `Trials::Contenders`, read and written
	// Proof: `Trials::Contenders` (max_values: None, max_size: Some(7430))
	// Storage: `Trials::Due`, written
	// Proof: `Trials::Due` (max_values: None, max_size: Some(33))
	// Storage: `Trials::OpenTrials`, written
	// Proof: `Trials::OpenTrials` (max_values: None, max_size: Some(36))
	// Storage: `Trials::PoolEntries`, read and written
	// Proof: `Trials::PoolEntries` (max_values: None, max_size: Some(513))
	// Storage: `Trials::Scheduled`, read and written
	// Proof: `Trials::Scheduled` (max_values: None, max_size: Some(25))
	// Storage: `Trials::TrialOfRight`, written
	// Proof: `Trials::TrialOfRight` (max_values: None, max_size: Some(36))
	// Storage: `Trials::Trials`, read and written
	// Proof: `Trials::Trials` (max_values: None, max_size: Some(534))
	fn close() -> Weight {
		// At least 372_637_000 picoseconds.
		Weight::from_parts(587_913_000, 0)
			.saturating_add(D::get().reads(8))
			.saturating_add(D::get().writes(8))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
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
	// Storage: `Trials::Agreed`, written
	// Proof: `Trials::Agreed` (max_values: None, max_size: Some(3666))
	// Storage: `Trials::Clocks`, read
	// Proof: `Trials::Clocks` (max_values: None, max_size: Some(604))
	// Storage: `Trials::Contenders`, read and written
	// Proof: `Trials::Contenders` (max_values: None, max_size: Some(7430))
	// Storage: `Trials::Due`, written
	// Proof: `Trials::Due` (max_values: None, max_size: Some(33))
	// Storage: `Trials::OpenTrials`, written
	// Proof: `Trials::OpenTrials` (max_values: None, max_size: Some(36))
	// Storage: `Trials::PoolEntries`, read and written
	// Proof: `Trials::PoolEntries` (max_values: None, max_size: Some(513))
	// Storage: `Trials::Scheduled`, read and written
	// Proof: `Trials::Scheduled` (max_values: None, max_size: Some(25))
	// Storage: `Trials::TrialOfRight`, written
	// Proof: `Trials::TrialOfRight` (max_values: None, max_size: Some(36))
	// Storage: `Trials::Trials`, read and written
	// Proof: `Trials::Trials` (max_values: None, max_size: Some(534))
	fn terminate() -> Weight {
		// At least 1_364_490_000 picoseconds.
		Weight::from_parts(1_538_890_000, 0)
			.saturating_add(D::get().reads(79))
			.saturating_add(D::get().writes(11))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::Titles`, read
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	// Storage: `Trials::DueCursor`, read
	// Proof: `Trials::DueCursor` (max_values: Some(1), max_size: Some(4))
	// Storage: `Trials::PoolEntries`, read
	// Proof: `Trials::PoolEntries` (max_values: None, max_size: Some(513))
	// Storage: `Trials::Scheduled`, read
	// Proof: `Trials::Scheduled` (max_values: None, max_size: Some(25))
	// Storage: `Trials::Trials`, read and written
	// Proof: `Trials::Trials` (max_values: None, max_size: Some(534))
	fn insure() -> Weight {
		// At least 395_104_000 picoseconds.
		Weight::from_parts(519_248_000, 0)
			.saturating_add(D::get().reads(9))
			.saturating_add(D::get().writes(1))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	// Storage: `Trials::DueCursor`, read
	// Proof: `Trials::DueCursor` (max_values: Some(1), max_size: Some(4))
	// Storage: `Trials::Scheduled`, read
	// Proof: `Trials::Scheduled` (max_values: None, max_size: Some(25))
	// Storage: `Trials::Trials`, read and written
	// Proof: `Trials::Trials` (max_values: None, max_size: Some(534))
	// Storage: `Trials::Vouchers`, read and written
	// Proof: `Trials::Vouchers` (max_values: None, max_size: Some(57))
	fn redeem_voucher() -> Weight {
		// At least 201_651_000 picoseconds.
		Weight::from_parts(216_880_000, 0)
			.saturating_add(D::get().reads(7))
			.saturating_add(D::get().writes(2))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::Titles`, read
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	// Storage: `Trials::DueCursor`, read
	// Proof: `Trials::DueCursor` (max_values: Some(1), max_size: Some(4))
	// Storage: `Trials::PoolEntries`, read
	// Proof: `Trials::PoolEntries` (max_values: None, max_size: Some(513))
	// Storage: `Trials::Scheduled`, read
	// Proof: `Trials::Scheduled` (max_values: None, max_size: Some(25))
	// Storage: `Trials::Services`, written
	// Proof: `Trials::Services` (max_values: None, max_size: Some(101))
	// Storage: `Trials::Trials`, read and written
	// Proof: `Trials::Trials` (max_values: None, max_size: Some(534))
	fn record_service() -> Weight {
		// At least 323_299_000 picoseconds.
		Weight::from_parts(463_265_000, 0)
			.saturating_add(D::get().reads(9))
			.saturating_add(D::get().writes(2))
	}
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	// Storage: `Trials::Agreed`, written
	// Proof: `Trials::Agreed` (max_values: None, max_size: Some(3666))
	// Storage: `Trials::Contenders`, read and written
	// Proof: `Trials::Contenders` (max_values: None, max_size: Some(7430))
	// Storage: `Trials::Due`, written
	// Proof: `Trials::Due` (max_values: None, max_size: Some(33))
	// Storage: `Trials::OpenTrials`, written
	// Proof: `Trials::OpenTrials` (max_values: None, max_size: Some(36))
	// Storage: `Trials::PoolEntries`, read and written
	// Proof: `Trials::PoolEntries` (max_values: None, max_size: Some(513))
	// Storage: `Trials::Scheduled`, read and written
	// Proof: `Trials::Scheduled` (max_values: None, max_size: Some(25))
	// Storage: `Trials::TrialOfRight`, written
	// Proof: `Trials::TrialOfRight` (max_values: None, max_size: Some(36))
	// Storage: `Trials::Trials`, read and written
	// Proof: `Trials::Trials` (max_values: None, max_size: Some(534))
	fn settle() -> Weight {
		// At least 176_783_000 picoseconds.
		Weight::from_parts(251_640_000, 0)
			.saturating_add(D::get().reads(5))
			.saturating_add(D::get().writes(8))
	}
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	// Storage: `Trials::Agreed`, written
	// Proof: `Trials::Agreed` (max_values: None, max_size: Some(3666))
	// Storage: `Trials::Due`, written
	// Proof: `Trials::Due` (max_values: None, max_size: Some(33))
	// Storage: `Trials::DueCursor`, read and written
	// Proof: `Trials::DueCursor` (max_values: Some(1), max_size: Some(4))
	// Storage: `Trials::OpenTrials`, written
	// Proof: `Trials::OpenTrials` (max_values: None, max_size: Some(36))
	// Storage: `Trials::Requests`, read and written
	// Proof: `Trials::Requests` (max_values: None, max_size: Some(36))
	// Storage: `Trials::Scheduled`, read and written
	// Proof: `Trials::Scheduled` (max_values: None, max_size: Some(25))
	// Storage: `Trials::Trials`, read and written
	// Proof: `Trials::Trials` (max_values: None, max_size: Some(534))
	fn lapse() -> Weight {
		// At least 133_713_000 picoseconds.
		Weight::from_parts(211_653_000, 0)
			.saturating_add(D::get().reads(7))
			.saturating_add(D::get().writes(7))
	}
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	// Storage: `Trials::Due`, read
	// Proof: `Trials::Due` (max_values: None, max_size: Some(33))
	// Storage: `Trials::DueCursor`, read and written
	// Proof: `Trials::DueCursor` (max_values: Some(1), max_size: Some(4))
	fn due_look() -> Weight {
		// At least 13_505_000 picoseconds.
		Weight::from_parts(21_840_000, 0)
			.saturating_add(D::get().reads(3))
			.saturating_add(D::get().writes(1))
	}
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
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	// Storage: `Trials::Agreed`, written
	// Proof: `Trials::Agreed` (max_values: None, max_size: Some(3666))
	// Storage: `Trials::Clocks`, read
	// Proof: `Trials::Clocks` (max_values: None, max_size: Some(604))
	// Storage: `Trials::Contenders`, read and written
	// Proof: `Trials::Contenders` (max_values: None, max_size: Some(7430))
	// Storage: `Trials::Due`, written
	// Proof: `Trials::Due` (max_values: None, max_size: Some(33))
	// Storage: `Trials::OpenTrials`, written
	// Proof: `Trials::OpenTrials` (max_values: None, max_size: Some(36))
	// Storage: `Trials::PoolEntries`, read and written
	// Proof: `Trials::PoolEntries` (max_values: None, max_size: Some(513))
	// Storage: `Trials::Scheduled`, read and written
	// Proof: `Trials::Scheduled` (max_values: None, max_size: Some(25))
	// Storage: `Trials::TrialOfRight`, written
	// Proof: `Trials::TrialOfRight` (max_values: None, max_size: Some(36))
	// Storage: `Trials::Trials`, read and written
	// Proof: `Trials::Trials` (max_values: None, max_size: Some(534))
	fn converted() -> Weight {
		// At least 951_252_000 picoseconds.
		Weight::from_parts(1_594_942_000, 0)
			.saturating_add(D::get().reads(12))
			.saturating_add(D::get().writes(11))
	}
}

impl WeightInfo for () {
	fn enter_pool() -> Weight {
		OnDatabase::<RocksDbWeight>::enter_pool()
	}
	fn agree_to_entry() -> Weight {
		OnDatabase::<RocksDbWeight>::agree_to_entry()
	}
	fn withdraw_proposal() -> Weight {
		OnDatabase::<RocksDbWeight>::withdraw_proposal()
	}
	fn leave_pool() -> Weight {
		OnDatabase::<RocksDbWeight>::leave_pool()
	}
	fn decline_pool() -> Weight {
		OnDatabase::<RocksDbWeight>::decline_pool()
	}
	fn note_conversion() -> Weight {
		OnDatabase::<RocksDbWeight>::note_conversion()
	}
	fn request() -> Weight {
		OnDatabase::<RocksDbWeight>::request()
	}
	fn withdraw() -> Weight {
		OnDatabase::<RocksDbWeight>::withdraw()
	}
	fn refuse() -> Weight {
		OnDatabase::<RocksDbWeight>::refuse()
	}
	fn approve() -> Weight {
		OnDatabase::<RocksDbWeight>::approve()
	}
	fn agree() -> Weight {
		OnDatabase::<RocksDbWeight>::agree()
	}
	fn start() -> Weight {
		OnDatabase::<RocksDbWeight>::start()
	}
	fn ask_extension() -> Weight {
		OnDatabase::<RocksDbWeight>::ask_extension()
	}
	fn extend() -> Weight {
		OnDatabase::<RocksDbWeight>::extend()
	}
	fn declare_conversion() -> Weight {
		OnDatabase::<RocksDbWeight>::declare_conversion()
	}
	fn choose() -> Weight {
		OnDatabase::<RocksDbWeight>::choose()
	}
	fn declare_stop() -> Weight {
		OnDatabase::<RocksDbWeight>::declare_stop()
	}
	fn close() -> Weight {
		OnDatabase::<RocksDbWeight>::close()
	}
	fn terminate() -> Weight {
		OnDatabase::<RocksDbWeight>::terminate()
	}
	fn insure() -> Weight {
		OnDatabase::<RocksDbWeight>::insure()
	}
	fn redeem_voucher() -> Weight {
		OnDatabase::<RocksDbWeight>::redeem_voucher()
	}
	fn record_service() -> Weight {
		OnDatabase::<RocksDbWeight>::record_service()
	}
	fn settle() -> Weight {
		OnDatabase::<RocksDbWeight>::settle()
	}
	fn lapse() -> Weight {
		OnDatabase::<RocksDbWeight>::lapse()
	}
	fn due_look() -> Weight {
		OnDatabase::<RocksDbWeight>::due_look()
	}
	fn converted() -> Weight {
		OnDatabase::<RocksDbWeight>::converted()
	}
}
