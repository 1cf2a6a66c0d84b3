//! Weights of `pallet_grants`, generated from its benchmarks: `scripts/weights` writes this file anew,
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
	/// Of `set_approvals`.
	fn set_approvals() -> Weight;
	/// Of `propose`.
	fn propose() -> Weight;
	/// Of `amend`.
	fn amend() -> Weight;
	/// Of `approve`.
	fn approve() -> Weight;
	/// Of `refuse`.
	fn refuse() -> Weight;
	/// Of `withdraw`.
	fn withdraw() -> Weight;
	/// Of `publish`.
	fn publish() -> Weight;
	/// Of `accept`.
	fn accept() -> Weight;
	/// Of `consent`; `r` measured from 0 to 255.
	fn consent(r: u32) -> Weight;
	/// Of `agree`; `l` measured from 1 to 63; `r` measured from 0 to 255.
	fn agree(l: u32, r: u32) -> Weight;
	/// Of `attest`; `l` measured from 1 to 16; `r` measured from 0 to 255.
	fn attest(l: u32, r: u32) -> Weight;
	/// Of `declare_rescission`.
	fn declare_rescission() -> Weight;
	/// Of `rescind`; `l` measured from 1 to 63; `r` measured from 0 to 255.
	fn rescind(l: u32, r: u32) -> Weight;
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
	// Storage: `Grants::ApprovalsOf`, read and written
	// Proof: `Grants::ApprovalsOf` (max_values: None, max_size: Some(13))
	fn set_approvals() -> Weight {
		// At least 37_540_000 picoseconds.
		Weight::from_parts(80_961_000, 0)
			.saturating_add(D::get().reads(3))
			.saturating_add(D::get().writes(1))
	}
	// Storage: `Achievements::Achievements`, read
	// Proof: `Achievements::Achievements` (max_values: None, max_size: Some(9054))
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Grants::ApprovalsOf`, read
	// Proof: `Grants::ApprovalsOf` (max_values: None, max_size: Some(13))
	// Storage: `Grants::ByAchievement`, written
	// Proof: `Grants::ByAchievement` (max_values: None, max_size: Some(32))
	// Storage: `Grants::Grants`, written
	// Proof: `Grants::Grants` (max_values: None, max_size: Some(2248))
	// Storage: `Grants::NextId`, read and written
	// Proof: `Grants::NextId` (max_values: Some(1), max_size: Some(8))
	// Storage: `Rights::Titles`, read
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn propose() -> Weight {
		// At least 381_258_000 picoseconds.
		Weight::from_parts(590_806_000, 0)
			.saturating_add(D::get().reads(17))
			.saturating_add(D::get().writes(3))
	}
	// Storage: `Achievements::Achievements`, read
	// Proof: `Achievements::Achievements` (max_values: None, max_size: Some(9054))
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Grants::Accepted`, written
	// Proof: `Grants::Accepted` (max_values: None, max_size: Some(3282))
	// Storage: `Grants::Approvals`, written
	// Proof: `Grants::Approvals` (max_values: None, max_size: Some(529))
	// Storage: `Grants::ApprovalsOf`, read
	// Proof: `Grants::ApprovalsOf` (max_values: None, max_size: Some(13))
	// Storage: `Grants::Given`, written
	// Proof: `Grants::Given` (max_values: None, max_size: Some(3666))
	// Storage: `Grants::Grants`, read and written
	// Proof: `Grants::Grants` (max_values: None, max_size: Some(2248))
	// Storage: `Notices::Due`, written
	// Proof: `Notices::Due` (max_values: None, max_size: Some(28))
	// Storage: `Notices::Notices`, read and written
	// Proof: `Notices::Notices` (max_values: None, max_size: Some(923))
	// Storage: `Notices::OpenOf`, written
	// Proof: `Notices::OpenOf` (max_values: None, max_size: Some(66))
	// Storage: `Notices::Scheduled`, read and written
	// Proof: `Notices::Scheduled` (max_values: None, max_size: Some(20))
	// Storage: `Rights::Titles`, read
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn amend() -> Weight {
		// At least 424_225_000 picoseconds.
		Weight::from_parts(723_042_000, 0)
			.saturating_add(D::get().reads(19))
			.saturating_add(D::get().writes(8))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Grants::Approvals`, read and written
	// Proof: `Grants::Approvals` (max_values: None, max_size: Some(529))
	// Storage: `Grants::Grants`, read and written
	// Proof: `Grants::Grants` (max_values: None, max_size: Some(2248))
	fn approve() -> Weight {
		// At least 135_100_000 picoseconds.
		Weight::from_parts(161_473_000, 0)
			.saturating_add(D::get().reads(4))
			.saturating_add(D::get().writes(2))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Grants::Accepted`, written
	// Proof: `Grants::Accepted` (max_values: None, max_size: Some(3282))
	// Storage: `Grants::Approvals`, written
	// Proof: `Grants::Approvals` (max_values: None, max_size: Some(529))
	// Storage: `Grants::Given`, written
	// Proof: `Grants::Given` (max_values: None, max_size: Some(3666))
	// Storage: `Grants::Grants`, read and written
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
	fn refuse() -> Weight {
		// At least 199_060_000 picoseconds.
		Weight::from_parts(219_569_000, 0)
			.saturating_add(D::get().reads(6))
			.saturating_add(D::get().writes(8))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Grants::Accepted`, written
	// Proof: `Grants::Accepted` (max_values: None, max_size: Some(3282))
	// Storage: `Grants::Approvals`, written
	// Proof: `Grants::Approvals` (max_values: None, max_size: Some(529))
	// Storage: `Grants::Given`, written
	// Proof: `Grants::Given` (max_values: None, max_size: Some(3666))
	// Storage: `Grants::Grants`, read and written
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
		// At least 190_788_000 picoseconds.
		Weight::from_parts(207_734_000, 0)
			.saturating_add(D::get().reads(6))
			.saturating_add(D::get().writes(8))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Grants::Grants`, read and written
	// Proof: `Grants::Grants` (max_values: None, max_size: Some(2248))
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
	fn publish() -> Weight {
		// At least 248_369_000 picoseconds.
		Weight::from_parts(271_906_000, 0)
			.saturating_add(D::get().reads(11))
			.saturating_add(D::get().writes(7))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Grants::Accepted`, read and written
	// Proof: `Grants::Accepted` (max_values: None, max_size: Some(3282))
	// Storage: `Grants::Grants`, read
	// Proof: `Grants::Grants` (max_values: None, max_size: Some(2248))
	fn accept() -> Weight {
		// At least 115_820_000 picoseconds.
		Weight::from_parts(139_550_000, 0)
			.saturating_add(D::get().reads(4))
			.saturating_add(D::get().writes(1))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Grants::Given`, read and written
	// Proof: `Grants::Given` (max_values: None, max_size: Some(3666))
	// Storage: `Grants::Grants`, read
	// Proof: `Grants::Grants` (max_values: None, max_size: Some(2248))
	// Storage: `Rights::Titles`, read
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn consent(r: u32) -> Weight {
		// At least 1_852_134_000 picoseconds.
		Weight::from_parts(2_128_973_331, 0)
			// Standard error: 603_347.
			.saturating_add(Weight::from_parts(2_464_650, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(7))
			.saturating_add(D::get().writes(1))
	}
	// Storage: `Achievements::Achievements`, read
	// Proof: `Achievements::Achievements` (max_values: None, max_size: Some(9054))
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Grants::Accepted`, read
	// Proof: `Grants::Accepted` (max_values: None, max_size: Some(3282))
	// Storage: `Grants::Given`, read and written
	// Proof: `Grants::Given` (max_values: None, max_size: Some(3666))
	// Storage: `Grants::Grants`, read and written
	// Proof: `Grants::Grants` (max_values: None, max_size: Some(2248))
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
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	// Storage: `Trials::Clocks`, read
	// Proof: `Trials::Clocks` (max_values: None, max_size: Some(604))
	fn agree(l: u32, r: u32) -> Weight {
		// At least 1_379_173_000 picoseconds.
		Weight::from_parts(1_415_011_000, 0)
			// Standard error: 16_965_629.
			.saturating_add(Weight::from_parts(324_029_259, 0).saturating_mul(l.into()))
			// Standard error: 4_190_230.
			.saturating_add(Weight::from_parts(40_183_487, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(13))
			.saturating_add(D::get().writes(4))
			.saturating_add(D::get().writes(2).saturating_mul(l.into()))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Contracts::AgreedBy`, read
	// Proof: `Contracts::AgreedBy` (max_values: None, max_size: Some(40))
	// Storage: `Grants::Grants`, read and written
	// Proof: `Grants::Grants` (max_values: None, max_size: Some(2248))
	// Storage: `Grants::Watched`, read and written
	// Proof: `Grants::Watched` (max_values: None, max_size: Some(36))
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
	fn attest(l: u32, r: u32) -> Weight {
		// At least 1_090_043_000 picoseconds.
		Weight::from_parts(1_177_265_000, 0)
			// Standard error: 13_673_414.
			.saturating_add(Weight::from_parts(269_869_422, 0).saturating_mul(l.into()))
			// Standard error: 874_091.
			.saturating_add(Weight::from_parts(9_760_145, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(8))
			.saturating_add(D::get().reads(2).saturating_mul(l.into()))
			.saturating_add(D::get().writes(3))
			.saturating_add(D::get().writes(2).saturating_mul(l.into()))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Grants::Grants`, read
	// Proof: `Grants::Grants` (max_values: None, max_size: Some(2248))
	// Storage: `Grants::Rescissions`, read and written
	// Proof: `Grants::Rescissions` (max_values: None, max_size: Some(3315))
	// Storage: `Rights::Titles`, read
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	fn declare_rescission() -> Weight {
		// At least 164_646_000 picoseconds.
		Weight::from_parts(224_748_000, 0)
			.saturating_add(D::get().reads(5))
			.saturating_add(D::get().writes(1))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Grants::Given`, read
	// Proof: `Grants::Given` (max_values: None, max_size: Some(3666))
	// Storage: `Grants::Grants`, read and written
	// Proof: `Grants::Grants` (max_values: None, max_size: Some(2248))
	// Storage: `Grants::Rescissions`, read
	// Proof: `Grants::Rescissions` (max_values: None, max_size: Some(3315))
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
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	// Storage: `Trials::Clocks`, read
	// Proof: `Trials::Clocks` (max_values: None, max_size: Some(604))
	fn rescind(l: u32, r: u32) -> Weight {
		// At least 1_058_427_000 picoseconds.
		Weight::from_parts(1_602_245_000, 0)
			// Standard error: 12_053_127.
			.saturating_add(Weight::from_parts(242_264_960, 0).saturating_mul(l.into()))
			// Standard error: 2_976_923.
			.saturating_add(Weight::from_parts(38_608_258, 0).saturating_mul(r.into()))
			.saturating_add(D::get().reads(11))
			.saturating_add(D::get().writes(3))
			.saturating_add(D::get().writes(2).saturating_mul(l.into()))
	}
}

impl WeightInfo for () {
	fn set_approvals() -> Weight {
		OnDatabase::<RocksDbWeight>::set_approvals()
	}
	fn propose() -> Weight {
		OnDatabase::<RocksDbWeight>::propose()
	}
	fn amend() -> Weight {
		OnDatabase::<RocksDbWeight>::amend()
	}
	fn approve() -> Weight {
		OnDatabase::<RocksDbWeight>::approve()
	}
	fn refuse() -> Weight {
		OnDatabase::<RocksDbWeight>::refuse()
	}
	fn withdraw() -> Weight {
		OnDatabase::<RocksDbWeight>::withdraw()
	}
	fn publish() -> Weight {
		OnDatabase::<RocksDbWeight>::publish()
	}
	fn accept() -> Weight {
		OnDatabase::<RocksDbWeight>::accept()
	}
	fn consent(r: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::consent(r)
	}
	fn agree(l: u32, r: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::agree(l, r)
	}
	fn attest(l: u32, r: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::attest(l, r)
	}
	fn declare_rescission() -> Weight {
		OnDatabase::<RocksDbWeight>::declare_rescission()
	}
	fn rescind(l: u32, r: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::rescind(l, r)
	}
}
