//! Weights of `pallet_consortium`, generated from its benchmarks: `scripts/weights` writes this file anew,
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
	/// Of `admit`; `k` measured from 0 to 16.
	fn admit(k: u32) -> Weight;
	/// Of `admit_many`; `n` measured from 25 to 200; `k` measured from 200 to 400.
	fn admit_many(n: u32, k: u32) -> Weight;
	/// Of `rename`.
	fn rename() -> Weight;
	/// Of `change_registration`.
	fn change_registration() -> Weight;
	/// Of `change_kind`.
	fn change_kind() -> Weight;
	/// Of `change_capabilities`.
	fn change_capabilities() -> Weight;
	/// Of `suspend`.
	fn suspend() -> Weight;
	/// Of `reinstate`.
	fn reinstate() -> Weight;
	/// Of `expel`.
	fn expel() -> Weight;
	/// Of `set_seat`.
	fn set_seat() -> Weight;
	/// Of `set_validators`; `v` measured from 1 to 100.
	fn set_validators(v: u32) -> Weight;
	/// Of `schedule_enactment`.
	fn schedule_enactment() -> Weight;
	/// Of `cancel_enactment`.
	fn cancel_enactment() -> Weight;
	/// Of `enact`.
	fn enact() -> Weight;
	/// Of `set_quota`.
	fn set_quota() -> Weight;
	/// Of `reset_keys`.
	fn reset_keys() -> Weight;
	/// Of `sponsor`; `k` measured from 0 to 16.
	fn sponsor(k: u32) -> Weight;
	/// Of `sponsor_many`; `n` measured from 25 to 200; `k` measured from 200 to 400.
	fn sponsor_many(n: u32, k: u32) -> Weight;
	/// Of `replace_sponsor`.
	fn replace_sponsor() -> Weight;
	/// Of `offer_sponsorship`.
	fn offer_sponsorship() -> Weight;
	/// Of `accept_sponsorship`.
	fn accept_sponsorship() -> Weight;
	/// Of `add_key`.
	fn add_key() -> Weight;
	/// Of `revoke_key`.
	fn revoke_key() -> Weight;
	/// Of `set_key_permissions`.
	fn set_key_permissions() -> Weight;
	/// Of `act_as_seat`.
	fn act_as_seat() -> Weight;
	/// Of `set_node_ids`; `n` measured from 0 to 16.
	fn set_node_ids(n: u32) -> Weight;
	/// Of `give_mandate`.
	fn give_mandate() -> Weight;
	/// Of `revoke_mandate`.
	fn revoke_mandate() -> Weight;
	/// Of `appoint_administrator`.
	fn appoint_administrator() -> Weight;
	/// Of `remove_administrator`.
	fn remove_administrator() -> Weight;
	/// Of `record_succession`.
	fn record_succession() -> Weight;
	/// Of `check_member`.
	fn check_member() -> Weight;
	/// Of `check_quota`.
	fn check_quota() -> Weight;
}

/// The measured weights on a database of the weights `D`.
pub struct OnDatabase<D>(PhantomData<D>);

/// The measured weights on the database of a runtime.
pub type SubstrateWeight<T> = OnDatabase<<T as frame_system::Config>::DbWeight>;

impl<D: Get<RuntimeDbWeight>> WeightInfo for OnDatabase<D> {
	// Storage: `Consortium::ByIdentity`, read and written
	// Proof: `Consortium::ByIdentity` (max_values: None, max_size: Some(122))
	// Storage: `Consortium::Keys`, read and written
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::MemberKeys`, read and written
	// Proof: `Consortium::MemberKeys` (max_values: None, max_size: Some(525))
	// Storage: `Consortium::Members`, written
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Consortium::NextMemberId`, read and written
	// Proof: `Consortium::NextMemberId` (max_values: Some(1), max_size: Some(4))
	// Storage: `Consortium::SeatAccounts`, read and written
	// Proof: `Consortium::SeatAccounts` (max_values: None, max_size: Some(52))
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `System::Account`, read and written
	// Proof: `System::Account` (max_values: None, max_size: Some(64))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn admit(k: u32) -> Weight {
		// At least 67_717_000 picoseconds.
		Weight::from_parts(82_801_471, 0)
			// Standard error: 44_489.
			.saturating_add(Weight::from_parts(20_821_532, 0).saturating_mul(k.into()))
			.saturating_add(D::get().reads(7))
			.saturating_add(D::get().reads(2).saturating_mul(k.into()))
			.saturating_add(D::get().writes(6))
			.saturating_add(D::get().writes(2).saturating_mul(k.into()))
	}
	// Storage: `Consortium::ByIdentity`, read and written
	// Proof: `Consortium::ByIdentity` (max_values: None, max_size: Some(122))
	// Storage: `Consortium::Keys`, read and written
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::MemberKeys`, read and written
	// Proof: `Consortium::MemberKeys` (max_values: None, max_size: Some(525))
	// Storage: `Consortium::Members`, written
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Consortium::NextMemberId`, read and written
	// Proof: `Consortium::NextMemberId` (max_values: Some(1), max_size: Some(4))
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `System::Account`, read and written
	// Proof: `System::Account` (max_values: None, max_size: Some(64))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn admit_many(n: u32, k: u32) -> Weight {
		// At least 8_866_795_000 picoseconds.
		Weight::from_parts(2_258_868_521, 0)
			// Standard error: 4_440_199.
			.saturating_add(Weight::from_parts(38_972_667, 0).saturating_mul(n.into()))
			// Standard error: 3_887_607.
			.saturating_add(Weight::from_parts(12_735_344, 0).saturating_mul(k.into()))
			.saturating_add(D::get().reads(3))
			.saturating_add(D::get().reads(2).saturating_mul(n.into()))
			.saturating_add(D::get().reads(2).saturating_mul(k.into()))
			.saturating_add(D::get().writes(1))
			.saturating_add(D::get().writes(3).saturating_mul(n.into()))
			.saturating_add(D::get().writes(2).saturating_mul(k.into()))
	}
	// Storage: `Consortium::Members`, read and written
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn rename() -> Weight {
		// At least 42_615_000 picoseconds.
		Weight::from_parts(49_835_000, 0)
			.saturating_add(D::get().reads(3))
			.saturating_add(D::get().writes(1))
	}
	// Storage: `Consortium::ByIdentity`, read and written
	// Proof: `Consortium::ByIdentity` (max_values: None, max_size: Some(122))
	// Storage: `Consortium::Members`, read and written
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn change_registration() -> Weight {
		// At least 53_386_000 picoseconds.
		Weight::from_parts(62_203_000, 0)
			.saturating_add(D::get().reads(4))
			.saturating_add(D::get().writes(3))
	}
	// Storage: `Consortium::Members`, read and written
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn change_kind() -> Weight {
		// At least 45_511_000 picoseconds.
		Weight::from_parts(51_821_000, 0)
			.saturating_add(D::get().reads(3))
			.saturating_add(D::get().writes(1))
	}
	// Storage: `Consortium::Members`, read and written
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Consortium::SeatAccounts`, read and written
	// Proof: `Consortium::SeatAccounts` (max_values: None, max_size: Some(52))
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `System::Account`, read and written
	// Proof: `System::Account` (max_values: None, max_size: Some(64))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn change_capabilities() -> Weight {
		// At least 62_961_000 picoseconds.
		Weight::from_parts(72_094_000, 0)
			.saturating_add(D::get().reads(5))
			.saturating_add(D::get().writes(3))
	}
	// Storage: `Consortium::Members`, read and written
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Consortium::Seats`, read
	// Proof: `Consortium::Seats` (max_values: Some(1), max_size: Some(402))
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn suspend() -> Weight {
		// At least 719_815_000 picoseconds.
		Weight::from_parts(778_230_000, 0)
			.saturating_add(D::get().reads(103))
			.saturating_add(D::get().writes(1))
	}
	// Storage: `Consortium::Administrators`, read and written
	// Proof: `Consortium::Administrators` (max_values: None, max_size: Some(160))
	// Storage: `Consortium::Members`, read and written
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn reinstate() -> Weight {
		// At least 54_926_000 picoseconds.
		Weight::from_parts(63_542_000, 0)
			.saturating_add(D::get().reads(4))
			.saturating_add(D::get().writes(2))
	}
	// Storage: `Consortium::Members`, read and written
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Consortium::NodeIds`, read and written
	// Proof: `Consortium::NodeIds` (max_values: None, max_size: Some(1069))
	// Storage: `Consortium::NodeOwners`, written
	// Proof: `Consortium::NodeOwners` (max_values: None, max_size: Some(86))
	// Storage: `Consortium::Seats`, read and written
	// Proof: `Consortium::Seats` (max_values: Some(1), max_size: Some(402))
	// Storage: `Consortium::SponsorOffers`, read and written
	// Proof: `Consortium::SponsorOffers` (max_values: None, max_size: Some(16))
	// Storage: `Consortium::Sponsored`, read and written
	// Proof: `Consortium::Sponsored` (max_values: None, max_size: Some(16))
	// Storage: `Consortium::Validators`, read and written
	// Proof: `Consortium::Validators` (max_values: Some(1), max_size: Some(402))
	// Storage: `Consortium::ValidatorsChanged`, written
	// Proof: `Consortium::ValidatorsChanged` (max_values: Some(1), max_size: Some(1))
	// Storage: `Council::Members`, written
	// Proof: `Council::Members` (max_values: Some(1), max_size: None)
	// Storage: `Council::Prime`, written
	// Proof: `Council::Prime` (max_values: Some(1), max_size: None)
	// Storage: `Council::Proposals`, read
	// Proof: `Council::Proposals` (max_values: Some(1), max_size: None)
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn expel() -> Weight {
		// At least 941_523_000 picoseconds.
		Weight::from_parts(1_001_271_000, 0)
			.saturating_add(D::get().reads(108))
			.saturating_add(D::get().writes(25))
	}
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Consortium::SeatAccounts`, read
	// Proof: `Consortium::SeatAccounts` (max_values: None, max_size: Some(52))
	// Storage: `Consortium::Seats`, read and written
	// Proof: `Consortium::Seats` (max_values: Some(1), max_size: Some(402))
	// Storage: `Council::Members`, written
	// Proof: `Council::Members` (max_values: Some(1), max_size: None)
	// Storage: `Council::Prime`, written
	// Proof: `Council::Prime` (max_values: Some(1), max_size: None)
	// Storage: `Council::Proposals`, read
	// Proof: `Council::Proposals` (max_values: Some(1), max_size: None)
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn set_seat() -> Weight {
		// At least 809_543_000 picoseconds.
		Weight::from_parts(871_542_000, 0)
			.saturating_add(D::get().reads(105))
			.saturating_add(D::get().writes(3))
	}
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Consortium::SeatAccounts`, read
	// Proof: `Consortium::SeatAccounts` (max_values: None, max_size: Some(52))
	// Storage: `Consortium::Validators`, read and written
	// Proof: `Consortium::Validators` (max_values: Some(1), max_size: Some(402))
	// Storage: `Consortium::ValidatorsChanged`, written
	// Proof: `Consortium::ValidatorsChanged` (max_values: Some(1), max_size: Some(1))
	// Storage: `Session::NextKeys`, read
	// Proof: `Session::NextKeys` (max_values: None, max_size: None)
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn set_validators(v: u32) -> Weight {
		// At least 70_037_000 picoseconds.
		Weight::from_parts(72_125_000, 0)
			// Standard error: 623_135.
			.saturating_add(Weight::from_parts(25_632_022, 0).saturating_mul(v.into()))
			.saturating_add(D::get().reads(3))
			.saturating_add(D::get().reads(3).saturating_mul(v.into()))
			.saturating_add(D::get().writes(2))
	}
	// Storage: `Consortium::CounterForEnactments`, read and written
	// Proof: `Consortium::CounterForEnactments` (max_values: Some(1), max_size: Some(4))
	// Storage: `Consortium::Enactments`, read and written
	// Proof: `Consortium::Enactments` (max_values: None, max_size: Some(16416))
	// Storage: `Consortium::NextEnactmentId`, read and written
	// Proof: `Consortium::NextEnactmentId` (max_values: Some(1), max_size: Some(4))
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn schedule_enactment() -> Weight {
		// At least 83_796_000 picoseconds.
		Weight::from_parts(93_212_000, 0)
			.saturating_add(D::get().reads(7))
			.saturating_add(D::get().writes(3))
	}
	// Storage: `Consortium::CounterForEnactments`, read and written
	// Proof: `Consortium::CounterForEnactments` (max_values: Some(1), max_size: Some(4))
	// Storage: `Consortium::Enactments`, read and written
	// Proof: `Consortium::Enactments` (max_values: None, max_size: Some(16416))
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn cancel_enactment() -> Weight {
		// At least 44_194_000 picoseconds.
		Weight::from_parts(93_813_000, 0)
			.saturating_add(D::get().reads(4))
			.saturating_add(D::get().writes(2))
	}
	// Storage: `Consortium::CounterForEnactments`, read and written
	// Proof: `Consortium::CounterForEnactments` (max_values: Some(1), max_size: Some(4))
	// Storage: `Consortium::Enactments`, read and written
	// Proof: `Consortium::Enactments` (max_values: None, max_size: Some(16416))
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn enact() -> Weight {
		// At least 57_146_000 picoseconds.
		Weight::from_parts(114_587_000, 0)
			.saturating_add(D::get().reads(5))
			.saturating_add(D::get().writes(2))
	}
	// Storage: `Consortium::QuotaLimit`, read and written
	// Proof: `Consortium::QuotaLimit` (max_values: Some(1), max_size: Some(20))
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn set_quota() -> Weight {
		// At least 32_613_000 picoseconds.
		Weight::from_parts(66_667_000, 0)
			.saturating_add(D::get().reads(3))
			.saturating_add(D::get().writes(1))
	}
	// Storage: `Consortium::Keys`, read and written
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::MemberKeys`, read and written
	// Proof: `Consortium::MemberKeys` (max_values: None, max_size: Some(525))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `System::Account`, read and written
	// Proof: `System::Account` (max_values: None, max_size: Some(64))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn reset_keys() -> Weight {
		// At least 311_252_000 picoseconds.
		Weight::from_parts(557_681_000, 0)
			.saturating_add(D::get().reads(22))
			.saturating_add(D::get().writes(19))
	}
	// Storage: `Consortium::ByIdentity`, read and written
	// Proof: `Consortium::ByIdentity` (max_values: None, max_size: Some(122))
	// Storage: `Consortium::Keys`, read and written
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::MemberKeys`, read and written
	// Proof: `Consortium::MemberKeys` (max_values: None, max_size: Some(525))
	// Storage: `Consortium::Members`, read and written
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Consortium::NextMemberId`, read and written
	// Proof: `Consortium::NextMemberId` (max_values: Some(1), max_size: Some(4))
	// Storage: `Consortium::Sponsored`, read and written
	// Proof: `Consortium::Sponsored` (max_values: None, max_size: Some(16))
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `System::Account`, read and written
	// Proof: `System::Account` (max_values: None, max_size: Some(64))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn sponsor(k: u32) -> Weight {
		// At least 70_520_000 picoseconds.
		Weight::from_parts(85_675_177, 0)
			// Standard error: 57_325.
			.saturating_add(Weight::from_parts(21_647_535, 0).saturating_mul(k.into()))
			.saturating_add(D::get().reads(8))
			.saturating_add(D::get().reads(2).saturating_mul(k.into()))
			.saturating_add(D::get().writes(5))
			.saturating_add(D::get().writes(2).saturating_mul(k.into()))
	}
	// Storage: `Consortium::ByIdentity`, read and written
	// Proof: `Consortium::ByIdentity` (max_values: None, max_size: Some(122))
	// Storage: `Consortium::Keys`, read and written
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::MemberKeys`, read and written
	// Proof: `Consortium::MemberKeys` (max_values: None, max_size: Some(525))
	// Storage: `Consortium::Members`, read and written
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Consortium::NextMemberId`, read and written
	// Proof: `Consortium::NextMemberId` (max_values: Some(1), max_size: Some(4))
	// Storage: `Consortium::Sponsored`, read and written
	// Proof: `Consortium::Sponsored` (max_values: None, max_size: Some(16))
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `System::Account`, read and written
	// Proof: `System::Account` (max_values: None, max_size: Some(64))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn sponsor_many(n: u32, k: u32) -> Weight {
		// At least 9_209_131_000 picoseconds.
		Weight::from_parts(9_256_425_000, 0)
			// Standard error: 1_597_146.
			.saturating_add(Weight::from_parts(15_154_175, 0).saturating_mul(n.into()))
			// Standard error: 746_013.
			.saturating_add(Weight::from_parts(3_917_149, 0).saturating_mul(k.into()))
			.saturating_add(D::get().reads(6))
			.saturating_add(D::get().reads(2).saturating_mul(n.into()))
			.saturating_add(D::get().reads(2).saturating_mul(k.into()))
			.saturating_add(D::get().writes(2))
			.saturating_add(D::get().writes(3).saturating_mul(n.into()))
			.saturating_add(D::get().writes(2).saturating_mul(k.into()))
	}
	// Storage: `Consortium::Members`, read and written
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Consortium::SponsorOffers`, written
	// Proof: `Consortium::SponsorOffers` (max_values: None, max_size: Some(16))
	// Storage: `Consortium::Sponsored`, read and written
	// Proof: `Consortium::Sponsored` (max_values: None, max_size: Some(16))
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn replace_sponsor() -> Weight {
		// At least 69_369_000 picoseconds.
		Weight::from_parts(78_347_000, 0)
			.saturating_add(D::get().reads(7))
			.saturating_add(D::get().writes(4))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Consortium::SponsorOffers`, read and written
	// Proof: `Consortium::SponsorOffers` (max_values: None, max_size: Some(16))
	fn offer_sponsorship() -> Weight {
		// At least 49_913_000 picoseconds.
		Weight::from_parts(56_398_000, 0)
			.saturating_add(D::get().reads(5))
			.saturating_add(D::get().writes(1))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read and written
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Consortium::SponsorOffers`, read and written
	// Proof: `Consortium::SponsorOffers` (max_values: None, max_size: Some(16))
	// Storage: `Consortium::Sponsored`, read and written
	// Proof: `Consortium::Sponsored` (max_values: None, max_size: Some(16))
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn accept_sponsorship() -> Weight {
		// At least 78_006_000 picoseconds.
		Weight::from_parts(87_223_000, 0)
			.saturating_add(D::get().reads(8))
			.saturating_add(D::get().writes(4))
	}
	// Storage: `Consortium::Keys`, read and written
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::MemberKeys`, read and written
	// Proof: `Consortium::MemberKeys` (max_values: None, max_size: Some(525))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `System::Account`, read and written
	// Proof: `System::Account` (max_values: None, max_size: Some(64))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn add_key() -> Weight {
		// At least 53_943_000 picoseconds.
		Weight::from_parts(62_062_000, 0)
			.saturating_add(D::get().reads(6))
			.saturating_add(D::get().writes(3))
	}
	// Storage: `Consortium::Keys`, read and written
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::MemberKeys`, read and written
	// Proof: `Consortium::MemberKeys` (max_values: None, max_size: Some(525))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn revoke_key() -> Weight {
		// At least 126_612_000 picoseconds.
		Weight::from_parts(138_888_000, 0)
			.saturating_add(D::get().reads(19))
			.saturating_add(D::get().writes(2))
	}
	// Storage: `Consortium::Keys`, read and written
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::MemberKeys`, read
	// Proof: `Consortium::MemberKeys` (max_values: None, max_size: Some(525))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	fn set_key_permissions() -> Weight {
		// At least 119_644_000 picoseconds.
		Weight::from_parts(129_758_000, 0)
			.saturating_add(D::get().reads(18))
			.saturating_add(D::get().writes(1))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Consortium::SeatAccounts`, read
	// Proof: `Consortium::SeatAccounts` (max_values: None, max_size: Some(52))
	fn act_as_seat() -> Weight {
		// At least 25_474_000 picoseconds.
		Weight::from_parts(28_505_000, 0).saturating_add(D::get().reads(3))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Consortium::NodeIds`, read and written
	// Proof: `Consortium::NodeIds` (max_values: None, max_size: Some(1069))
	// Storage: `Consortium::NodeOwners`, read and written
	// Proof: `Consortium::NodeOwners` (max_values: None, max_size: Some(86))
	fn set_node_ids(n: u32) -> Weight {
		// At least 76_813_000 picoseconds.
		Weight::from_parts(86_954_916, 0)
			// Standard error: 31_710.
			.saturating_add(Weight::from_parts(6_580_928, 0).saturating_mul(n.into()))
			.saturating_add(D::get().reads(3))
			.saturating_add(D::get().reads(1).saturating_mul(n.into()))
			.saturating_add(D::get().writes(17))
			.saturating_add(D::get().writes(1).saturating_mul(n.into()))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Mandates`, written
	// Proof: `Consortium::Mandates` (max_values: None, max_size: Some(88))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Consortium::NextMandateId`, read and written
	// Proof: `Consortium::NextMandateId` (max_values: Some(1), max_size: Some(8))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn give_mandate() -> Weight {
		// At least 48_456_000 picoseconds.
		Weight::from_parts(56_147_000, 0)
			.saturating_add(D::get().reads(6))
			.saturating_add(D::get().writes(2))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Mandates`, read and written
	// Proof: `Consortium::Mandates` (max_values: None, max_size: Some(88))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn revoke_mandate() -> Weight {
		// At least 43_850_000 picoseconds.
		Weight::from_parts(51_047_000, 0)
			.saturating_add(D::get().reads(5))
			.saturating_add(D::get().writes(1))
	}
	// Storage: `Consortium::Administrators`, read and written
	// Proof: `Consortium::Administrators` (max_values: None, max_size: Some(160))
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn appoint_administrator() -> Weight {
		// At least 52_380_000 picoseconds.
		Weight::from_parts(58_627_000, 0)
			.saturating_add(D::get().reads(6))
			.saturating_add(D::get().writes(1))
	}
	// Storage: `Consortium::Administrators`, read and written
	// Proof: `Consortium::Administrators` (max_values: None, max_size: Some(160))
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	fn remove_administrator() -> Weight {
		// At least 40_693_000 picoseconds.
		Weight::from_parts(83_718_000, 0)
			.saturating_add(D::get().reads(3))
			.saturating_add(D::get().writes(1))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Consortium::Successions`, read and written
	// Proof: `Consortium::Successions` (max_values: None, max_size: Some(2397))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn record_succession() -> Weight {
		// At least 68_816_000 picoseconds.
		Weight::from_parts(131_026_000, 0)
			.saturating_add(D::get().reads(6))
			.saturating_add(D::get().writes(1))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	fn check_member() -> Weight {
		// At least 17_685_000 picoseconds.
		Weight::from_parts(33_892_000, 0).saturating_add(D::get().reads(2))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Consortium::QuotaLimit`, read
	// Proof: `Consortium::QuotaLimit` (max_values: Some(1), max_size: Some(20))
	// Storage: `Consortium::QuotaUsed`, read and written
	// Proof: `Consortium::QuotaUsed` (max_values: None, max_size: Some(36))
	fn check_quota() -> Weight {
		// At least 25_465_000 picoseconds.
		Weight::from_parts(28_971_000, 0)
			.saturating_add(D::get().reads(4))
			.saturating_add(D::get().writes(1))
	}
}

impl WeightInfo for () {
	fn admit(k: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::admit(k)
	}
	fn admit_many(n: u32, k: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::admit_many(n, k)
	}
	fn rename() -> Weight {
		OnDatabase::<RocksDbWeight>::rename()
	}
	fn change_registration() -> Weight {
		OnDatabase::<RocksDbWeight>::change_registration()
	}
	fn change_kind() -> Weight {
		OnDatabase::<RocksDbWeight>::change_kind()
	}
	fn change_capabilities() -> Weight {
		OnDatabase::<RocksDbWeight>::change_capabilities()
	}
	fn suspend() -> Weight {
		OnDatabase::<RocksDbWeight>::suspend()
	}
	fn reinstate() -> Weight {
		OnDatabase::<RocksDbWeight>::reinstate()
	}
	fn expel() -> Weight {
		OnDatabase::<RocksDbWeight>::expel()
	}
	fn set_seat() -> Weight {
		OnDatabase::<RocksDbWeight>::set_seat()
	}
	fn set_validators(v: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::set_validators(v)
	}
	fn schedule_enactment() -> Weight {
		OnDatabase::<RocksDbWeight>::schedule_enactment()
	}
	fn cancel_enactment() -> Weight {
		OnDatabase::<RocksDbWeight>::cancel_enactment()
	}
	fn enact() -> Weight {
		OnDatabase::<RocksDbWeight>::enact()
	}
	fn set_quota() -> Weight {
		OnDatabase::<RocksDbWeight>::set_quota()
	}
	fn reset_keys() -> Weight {
		OnDatabase::<RocksDbWeight>::reset_keys()
	}
	fn sponsor(k: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::sponsor(k)
	}
	fn sponsor_many(n: u32, k: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::sponsor_many(n, k)
	}
	fn replace_sponsor() -> Weight {
		OnDatabase::<RocksDbWeight>::replace_sponsor()
	}
	fn offer_sponsorship() -> Weight {
		OnDatabase::<RocksDbWeight>::offer_sponsorship()
	}
	fn accept_sponsorship() -> Weight {
		OnDatabase::<RocksDbWeight>::accept_sponsorship()
	}
	fn add_key() -> Weight {
		OnDatabase::<RocksDbWeight>::add_key()
	}
	fn revoke_key() -> Weight {
		OnDatabase::<RocksDbWeight>::revoke_key()
	}
	fn set_key_permissions() -> Weight {
		OnDatabase::<RocksDbWeight>::set_key_permissions()
	}
	fn act_as_seat() -> Weight {
		OnDatabase::<RocksDbWeight>::act_as_seat()
	}
	fn set_node_ids(n: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::set_node_ids(n)
	}
	fn give_mandate() -> Weight {
		OnDatabase::<RocksDbWeight>::give_mandate()
	}
	fn revoke_mandate() -> Weight {
		OnDatabase::<RocksDbWeight>::revoke_mandate()
	}
	fn appoint_administrator() -> Weight {
		OnDatabase::<RocksDbWeight>::appoint_administrator()
	}
	fn remove_administrator() -> Weight {
		OnDatabase::<RocksDbWeight>::remove_administrator()
	}
	fn record_succession() -> Weight {
		OnDatabase::<RocksDbWeight>::record_succession()
	}
	fn check_member() -> Weight {
		OnDatabase::<RocksDbWeight>::check_member()
	}
	fn check_quota() -> Weight {
		OnDatabase::<RocksDbWeight>::check_quota()
	}
}
