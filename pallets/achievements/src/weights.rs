//! Weights of `pallet_achievements`, generated from its benchmarks: `scripts/weights` writes this file anew,
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
	/// Of `register`; `p` measured from 1 to 65; `i` measured from 1 to 8.
	fn register(p: u32, i: u32) -> Weight;
	/// Of `register_bulk`; `n` measured from 1 to 200.
	fn register_bulk(n: u32) -> Weight;
	/// Of `confirm`.
	fn confirm() -> Weight;
	/// Of `withdraw_disclosure`.
	fn withdraw_disclosure() -> Weight;
	/// Of `attest_status`.
	fn attest_status() -> Weight;
	/// Of `attest_status_bulk`; `n` measured from 1 to 200.
	fn attest_status_bulk(n: u32) -> Weight;
	/// Of `set_exclusion`.
	fn set_exclusion() -> Weight;
	/// Of `lift_exclusion`.
	fn lift_exclusion() -> Weight;
	/// Of `add_evidence`.
	fn add_evidence() -> Weight;
	/// Of `add_identifier`.
	fn add_identifier() -> Weight;
	/// Of `publish_title`.
	fn publish_title() -> Weight;
	/// Of `retire`.
	fn retire() -> Weight;
	/// Of `take_back_retirement`.
	fn take_back_retirement() -> Weight;
	/// Of `void`.
	fn void() -> Weight;
	/// Of `link_family`.
	fn link_family() -> Weight;
	/// Of `unlink_family`.
	fn unlink_family() -> Weight;
	/// Of `create_bundle`; `n` measured from 2 to 200.
	fn create_bundle(n: u32) -> Weight;
	/// Of `dissolve_bundle`; `n` measured from 2 to 200.
	fn dissolve_bundle(n: u32) -> Weight;
	/// Of `change_holder`.
	fn change_holder() -> Weight;
}

/// The measured weights on a database of the weights `D`.
pub struct OnDatabase<D>(PhantomData<D>);

/// The measured weights on the database of a runtime.
pub type SubstrateWeight<T> = OnDatabase<<T as frame_system::Config>::DbWeight>;

impl<D: Get<RuntimeDbWeight>> WeightInfo for OnDatabase<D> {
	// Storage: `Achievements::Achievements`, written
	// Proof: `Achievements::Achievements` (max_values: None, max_size: Some(9054))
	// Storage: `Achievements::ByHolder`, written
	// Proof: `Achievements::ByHolder` (max_values: None, max_size: Some(28))
	// Storage: `Achievements::ByIdentifier`, read and written
	// Proof: `Achievements::ByIdentifier` (max_values: None, max_size: Some(98))
	// Storage: `Achievements::NextId`, read and written
	// Proof: `Achievements::NextId` (max_values: Some(1), max_size: Some(8))
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
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
	// Storage: `System::BlockHash`, read
	// Proof: `System::BlockHash` (max_values: None, max_size: Some(44))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn register(p: u32, i: u32) -> Weight {
		// At least 232_108_000 picoseconds.
		Weight::from_parts(234_745_000, 0)
			// Standard error: 363_348.
			.saturating_add(Weight::from_parts(7_629_753, 0).saturating_mul(p.into()))
			// Standard error: 2_872_841.
			.saturating_add(Weight::from_parts(25_360_699, 0).saturating_mul(i.into()))
			.saturating_add(D::get().reads(8))
			.saturating_add(D::get().reads(1).saturating_mul(p.into()))
			.saturating_add(D::get().reads(1).saturating_mul(i.into()))
			.saturating_add(D::get().writes(7))
			.saturating_add(D::get().writes(1).saturating_mul(i.into()))
	}
	// Storage: `Achievements::Achievements`, written
	// Proof: `Achievements::Achievements` (max_values: None, max_size: Some(9054))
	// Storage: `Achievements::ByHolder`, written
	// Proof: `Achievements::ByHolder` (max_values: None, max_size: Some(28))
	// Storage: `Achievements::ByIdentifier`, read and written
	// Proof: `Achievements::ByIdentifier` (max_values: None, max_size: Some(98))
	// Storage: `Achievements::NextId`, read and written
	// Proof: `Achievements::NextId` (max_values: Some(1), max_size: Some(8))
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
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
	// Storage: `System::BlockHash`, read
	// Proof: `System::BlockHash` (max_values: None, max_size: Some(44))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn register_bulk(n: u32) -> Weight {
		// At least 340_182_000 picoseconds.
		Weight::from_parts(441_755_019, 0)
			// Standard error: 6_964_445.
			.saturating_add(Weight::from_parts(181_991_987, 0).saturating_mul(n.into()))
			.saturating_add(D::get().reads(6))
			.saturating_add(D::get().reads(4).saturating_mul(n.into()))
			.saturating_add(D::get().writes(1))
			.saturating_add(D::get().writes(7).saturating_mul(n.into()))
	}
	// Storage: `Achievements::Achievements`, read and written
	// Proof: `Achievements::Achievements` (max_values: None, max_size: Some(9054))
	// Storage: `Achievements::Disclosures`, read and written
	// Proof: `Achievements::Disclosures` (max_values: None, max_size: Some(1766))
	// Storage: `Consortium::Administrators`, read
	// Proof: `Consortium::Administrators` (max_values: None, max_size: Some(160))
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
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
	// Storage: `System::BlockHash`, read
	// Proof: `System::BlockHash` (max_values: None, max_size: Some(44))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn confirm() -> Weight {
		// At least 519_848_000 picoseconds.
		Weight::from_parts(831_642_000, 0)
			.saturating_add(D::get().reads(10))
			.saturating_add(D::get().writes(69))
	}
	// Storage: `Achievements::Achievements`, read and written
	// Proof: `Achievements::Achievements` (max_values: None, max_size: Some(9054))
	// Storage: `Achievements::BundleOf`, read and written
	// Proof: `Achievements::BundleOf` (max_values: None, max_size: Some(20))
	// Storage: `Achievements::Bundles`, read and written
	// Proof: `Achievements::Bundles` (max_values: None, max_size: Some(1716))
	// Storage: `Achievements::ByHolder`, written
	// Proof: `Achievements::ByHolder` (max_values: None, max_size: Some(28))
	// Storage: `Achievements::ByIdentifier`, written
	// Proof: `Achievements::ByIdentifier` (max_values: None, max_size: Some(98))
	// Storage: `Achievements::Disclosures`, read and written
	// Proof: `Achievements::Disclosures` (max_values: None, max_size: Some(1766))
	// Storage: `Achievements::Families`, written
	// Proof: `Achievements::Families` (max_values: None, max_size: Some(28))
	// Storage: `Achievements::FamilyOf`, read and written
	// Proof: `Achievements::FamilyOf` (max_values: None, max_size: Some(20))
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::Titles`, read
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	fn withdraw_disclosure() -> Weight {
		// At least 333_242_000 picoseconds.
		Weight::from_parts(370_113_000, 0)
			.saturating_add(D::get().reads(8))
			.saturating_add(D::get().writes(14))
	}
	// Storage: `Achievements::Achievements`, read and written
	// Proof: `Achievements::Achievements` (max_values: None, max_size: Some(9054))
	// Storage: `Achievements::Disclosures`, read
	// Proof: `Achievements::Disclosures` (max_values: None, max_size: Some(1766))
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
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
	fn attest_status() -> Weight {
		// At least 294_107_000 picoseconds.
		Weight::from_parts(364_923_000, 0)
			.saturating_add(D::get().reads(8))
			.saturating_add(D::get().writes(4))
	}
	// Storage: `Achievements::Achievements`, read and written
	// Proof: `Achievements::Achievements` (max_values: None, max_size: Some(9054))
	// Storage: `Achievements::Disclosures`, read
	// Proof: `Achievements::Disclosures` (max_values: None, max_size: Some(1766))
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
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
	fn attest_status_bulk(n: u32) -> Weight {
		// At least 217_805_000 picoseconds.
		Weight::from_parts(657_967_534, 0)
			// Standard error: 4_847_150.
			.saturating_add(Weight::from_parts(141_683_600, 0).saturating_mul(n.into()))
			.saturating_add(D::get().reads(3))
			.saturating_add(D::get().reads(5).saturating_mul(n.into()))
			.saturating_add(D::get().writes(4).saturating_mul(n.into()))
	}
	// Storage: `Achievements::Achievements`, read and written
	// Proof: `Achievements::Achievements` (max_values: None, max_size: Some(9054))
	// Storage: `Achievements::Disclosures`, read
	// Proof: `Achievements::Disclosures` (max_values: None, max_size: Some(1766))
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::Titles`, read
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn set_exclusion() -> Weight {
		// At least 188_906_000 picoseconds.
		Weight::from_parts(221_367_000, 0)
			.saturating_add(D::get().reads(6))
			.saturating_add(D::get().writes(1))
	}
	// Storage: `Achievements::Achievements`, read and written
	// Proof: `Achievements::Achievements` (max_values: None, max_size: Some(9054))
	// Storage: `Achievements::Disclosures`, read
	// Proof: `Achievements::Disclosures` (max_values: None, max_size: Some(1766))
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::Titles`, read
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	fn lift_exclusion() -> Weight {
		// At least 185_986_000 picoseconds.
		Weight::from_parts(213_435_000, 0)
			.saturating_add(D::get().reads(5))
			.saturating_add(D::get().writes(1))
	}
	// Storage: `Achievements::Achievements`, read and written
	// Proof: `Achievements::Achievements` (max_values: None, max_size: Some(9054))
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::Titles`, read
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	fn add_evidence() -> Weight {
		// At least 226_953_000 picoseconds.
		Weight::from_parts(303_481_000, 0)
			.saturating_add(D::get().reads(4))
			.saturating_add(D::get().writes(1))
	}
	// Storage: `Achievements::Achievements`, read and written
	// Proof: `Achievements::Achievements` (max_values: None, max_size: Some(9054))
	// Storage: `Achievements::ByIdentifier`, read and written
	// Proof: `Achievements::ByIdentifier` (max_values: None, max_size: Some(98))
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::Titles`, read
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	fn add_identifier() -> Weight {
		// At least 228_912_000 picoseconds.
		Weight::from_parts(326_798_000, 0)
			.saturating_add(D::get().reads(5))
			.saturating_add(D::get().writes(2))
	}
	// Storage: `Achievements::Achievements`, read and written
	// Proof: `Achievements::Achievements` (max_values: None, max_size: Some(9054))
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::Titles`, read
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	fn publish_title() -> Weight {
		// At least 226_371_000 picoseconds.
		Weight::from_parts(326_306_000, 0)
			.saturating_add(D::get().reads(4))
			.saturating_add(D::get().writes(1))
	}
	// Storage: `Achievements::Achievements`, read and written
	// Proof: `Achievements::Achievements` (max_values: None, max_size: Some(9054))
	// Storage: `Achievements::Retirements`, read and written
	// Proof: `Achievements::Retirements` (max_values: None, max_size: Some(1234))
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
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
	fn retire() -> Weight {
		// At least 471_547_000 picoseconds.
		Weight::from_parts(622_809_000, 0)
			.saturating_add(D::get().reads(9))
			.saturating_add(D::get().writes(5))
	}
	// Storage: `Achievements::Retirements`, read and written
	// Proof: `Achievements::Retirements` (max_values: None, max_size: Some(1234))
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	fn take_back_retirement() -> Weight {
		// At least 100_108_000 picoseconds.
		Weight::from_parts(109_806_000, 0)
			.saturating_add(D::get().reads(3))
			.saturating_add(D::get().writes(1))
	}
	// Storage: `Achievements::Achievements`, read and written
	// Proof: `Achievements::Achievements` (max_values: None, max_size: Some(9054))
	// Storage: `Achievements::ByIdentifier`, written
	// Proof: `Achievements::ByIdentifier` (max_values: None, max_size: Some(98))
	// Storage: `Achievements::Disclosures`, read and written
	// Proof: `Achievements::Disclosures` (max_values: None, max_size: Some(1766))
	// Storage: `Achievements::Retirements`, written
	// Proof: `Achievements::Retirements` (max_values: None, max_size: Some(1234))
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
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
	fn void() -> Weight {
		// At least 317_254_000 picoseconds.
		Weight::from_parts(350_895_000, 0)
			.saturating_add(D::get().reads(8))
			.saturating_add(D::get().writes(13))
	}
	// Storage: `Achievements::Achievements`, read
	// Proof: `Achievements::Achievements` (max_values: None, max_size: Some(9054))
	// Storage: `Achievements::Families`, written
	// Proof: `Achievements::Families` (max_values: None, max_size: Some(28))
	// Storage: `Achievements::FamilyOf`, read and written
	// Proof: `Achievements::FamilyOf` (max_values: None, max_size: Some(20))
	// Storage: `Achievements::NextFamily`, read and written
	// Proof: `Achievements::NextFamily` (max_values: Some(1), max_size: Some(4))
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::Titles`, read
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	fn link_family() -> Weight {
		// At least 240_218_000 picoseconds.
		Weight::from_parts(262_751_000, 0)
			.saturating_add(D::get().reads(9))
			.saturating_add(D::get().writes(5))
	}
	// Storage: `Achievements::Achievements`, read
	// Proof: `Achievements::Achievements` (max_values: None, max_size: Some(9054))
	// Storage: `Achievements::Families`, written
	// Proof: `Achievements::Families` (max_values: None, max_size: Some(28))
	// Storage: `Achievements::FamilyOf`, read and written
	// Proof: `Achievements::FamilyOf` (max_values: None, max_size: Some(20))
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::Titles`, read
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	fn unlink_family() -> Weight {
		// At least 183_372_000 picoseconds.
		Weight::from_parts(198_228_000, 0)
			.saturating_add(D::get().reads(5))
			.saturating_add(D::get().writes(2))
	}
	// Storage: `Achievements::Achievements`, read
	// Proof: `Achievements::Achievements` (max_values: None, max_size: Some(9054))
	// Storage: `Achievements::BundleOf`, read and written
	// Proof: `Achievements::BundleOf` (max_values: None, max_size: Some(20))
	// Storage: `Achievements::Bundles`, written
	// Proof: `Achievements::Bundles` (max_values: None, max_size: Some(1716))
	// Storage: `Achievements::NextBundle`, read and written
	// Proof: `Achievements::NextBundle` (max_values: Some(1), max_size: Some(4))
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::Titles`, read
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	fn create_bundle(n: u32) -> Weight {
		// At least 204_972_000 picoseconds.
		Weight::from_parts(227_215_000, 0)
			// Standard error: 1_384_783.
			.saturating_add(Weight::from_parts(67_126_622, 0).saturating_mul(n.into()))
			.saturating_add(D::get().reads(3))
			.saturating_add(D::get().reads(3).saturating_mul(n.into()))
			.saturating_add(D::get().writes(2))
			.saturating_add(D::get().writes(1).saturating_mul(n.into()))
	}
	// Storage: `Achievements::BundleOf`, written
	// Proof: `Achievements::BundleOf` (max_values: None, max_size: Some(20))
	// Storage: `Achievements::Bundles`, read and written
	// Proof: `Achievements::Bundles` (max_values: None, max_size: Some(1716))
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	fn dissolve_bundle(n: u32) -> Weight {
		// At least 66_689_000 picoseconds.
		Weight::from_parts(64_774_632, 0)
			// Standard error: 78_364.
			.saturating_add(Weight::from_parts(3_230_195, 0).saturating_mul(n.into()))
			.saturating_add(D::get().reads(3))
			.saturating_add(D::get().writes(1))
			.saturating_add(D::get().writes(1).saturating_mul(n.into()))
	}
	// Storage: `Achievements::Achievements`, read and written
	// Proof: `Achievements::Achievements` (max_values: None, max_size: Some(9054))
	// Storage: `Achievements::ByHolder`, written
	// Proof: `Achievements::ByHolder` (max_values: None, max_size: Some(28))
	// Storage: `Achievements::Disclosures`, read
	// Proof: `Achievements::Disclosures` (max_values: None, max_size: Some(1766))
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Rights::Titles`, read
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	fn change_holder() -> Weight {
		// At least 216_080_000 picoseconds.
		Weight::from_parts(257_148_000, 0)
			.saturating_add(D::get().reads(6))
			.saturating_add(D::get().writes(3))
	}
}

impl WeightInfo for () {
	fn register(p: u32, i: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::register(p, i)
	}
	fn register_bulk(n: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::register_bulk(n)
	}
	fn confirm() -> Weight {
		OnDatabase::<RocksDbWeight>::confirm()
	}
	fn withdraw_disclosure() -> Weight {
		OnDatabase::<RocksDbWeight>::withdraw_disclosure()
	}
	fn attest_status() -> Weight {
		OnDatabase::<RocksDbWeight>::attest_status()
	}
	fn attest_status_bulk(n: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::attest_status_bulk(n)
	}
	fn set_exclusion() -> Weight {
		OnDatabase::<RocksDbWeight>::set_exclusion()
	}
	fn lift_exclusion() -> Weight {
		OnDatabase::<RocksDbWeight>::lift_exclusion()
	}
	fn add_evidence() -> Weight {
		OnDatabase::<RocksDbWeight>::add_evidence()
	}
	fn add_identifier() -> Weight {
		OnDatabase::<RocksDbWeight>::add_identifier()
	}
	fn publish_title() -> Weight {
		OnDatabase::<RocksDbWeight>::publish_title()
	}
	fn retire() -> Weight {
		OnDatabase::<RocksDbWeight>::retire()
	}
	fn take_back_retirement() -> Weight {
		OnDatabase::<RocksDbWeight>::take_back_retirement()
	}
	fn void() -> Weight {
		OnDatabase::<RocksDbWeight>::void()
	}
	fn link_family() -> Weight {
		OnDatabase::<RocksDbWeight>::link_family()
	}
	fn unlink_family() -> Weight {
		OnDatabase::<RocksDbWeight>::unlink_family()
	}
	fn create_bundle(n: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::create_bundle(n)
	}
	fn dissolve_bundle(n: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::dissolve_bundle(n)
	}
	fn change_holder() -> Weight {
		OnDatabase::<RocksDbWeight>::change_holder()
	}
}
