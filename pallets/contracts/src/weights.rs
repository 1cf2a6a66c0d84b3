//! Weights of `pallet_technology_contracts`, generated from its benchmarks: `scripts/weights` writes this file anew,
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
	/// Of `draft`; `e` measured from 0 to 32.
	fn draft(e: u32) -> Weight;
	/// Of `withdraw`.
	fn withdraw() -> Weight;
	/// Of `sign`; `e` measured from 0 to 32.
	fn sign(e: u32) -> Weight;
	/// Of `bring_signature`; `e` measured from 0 to 32.
	fn bring_signature(e: u32) -> Weight;
	/// Of `claim_pre_emption`.
	fn claim_pre_emption() -> Weight;
	/// Of `end`; `e` measured from 0 to 32.
	fn end(e: u32) -> Weight;
	/// Of `end_by_decision`; `e` measured from 0 to 32.
	fn end_by_decision(e: u32) -> Weight;
	/// Of `deliver_future`.
	fn deliver_future() -> Weight;
	/// Of `complete_transfer`.
	fn complete_transfer() -> Weight;
	/// Of `submit`.
	fn submit() -> Weight;
	/// Of `apply`.
	fn apply() -> Weight;
	/// Of `hold_disputed`.
	fn hold_disputed() -> Weight;
	/// Of `decide`.
	fn decide() -> Weight;
	/// Of `revoke`.
	fn revoke() -> Weight;
	/// Of `add_evidence`.
	fn add_evidence() -> Weight;
	/// Of `record_price_event`; `a` measured from 1 to 1024.
	fn record_price_event(a: u32) -> Weight;
	/// Of `attest_payment`.
	fn attest_payment() -> Weight;
	/// Of `distribute`.
	fn distribute() -> Weight;
	/// Of `release`.
	fn release() -> Weight;
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
	// Storage: `Contracts::Contracts`, written
	// Proof: `Contracts::Contracts` (max_values: None, max_size: Some(68))
	// Storage: `Contracts::ContractsOf`, written
	// Proof: `Contracts::ContractsOf` (max_values: None, max_size: Some(28))
	// Storage: `Contracts::Instruments`, read
	// Proof: `Contracts::Instruments` (max_values: None, max_size: Some(57))
	// Storage: `Contracts::Keys`, read
	// Proof: `Contracts::Keys` (max_values: None, max_size: Some(130))
	// Storage: `Contracts::NextContract`, read and written
	// Proof: `Contracts::NextContract` (max_values: Some(1), max_size: Some(8))
	// Storage: `Contracts::PriceEvents`, read
	// Proof: `Contracts::PriceEvents` (max_values: None, max_size: Some(10746))
	// Storage: `Contracts::TermsOf`, written
	// Proof: `Contracts::TermsOf` (max_values: None, max_size: Some(32796))
	// Storage: `Contracts::UsesOf`, read
	// Proof: `Contracts::UsesOf` (max_values: None, max_size: Some(16402))
	// Storage: `Rights::Titles`, read
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn draft(e: u32) -> Weight {
		// At least 609_286_000 picoseconds.
		Weight::from_parts(1_057_344_830, 0)
			// Standard error: 4_100_756.
			.saturating_add(Weight::from_parts(32_625_201, 0).saturating_mul(e.into()))
			.saturating_add(D::get().reads(82))
			.saturating_add(D::get().reads(1).saturating_mul(e.into()))
			.saturating_add(D::get().writes(67))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Contracts::Contracts`, read and written
	// Proof: `Contracts::Contracts` (max_values: None, max_size: Some(68))
	// Storage: `Contracts::ContractsOf`, written
	// Proof: `Contracts::ContractsOf` (max_values: None, max_size: Some(28))
	// Storage: `Contracts::SignaturesOf`, written
	// Proof: `Contracts::SignaturesOf` (max_values: None, max_size: Some(1694))
	// Storage: `Contracts::TermsOf`, read and written
	// Proof: `Contracts::TermsOf` (max_values: None, max_size: Some(32796))
	fn withdraw() -> Weight {
		// At least 327_103_000 picoseconds.
		Weight::from_parts(351_714_000, 0)
			.saturating_add(D::get().reads(4))
			.saturating_add(D::get().writes(67))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Contracts::Contracts`, read and written
	// Proof: `Contracts::Contracts` (max_values: None, max_size: Some(68))
	// Storage: `Contracts::Effects`, written
	// Proof: `Contracts::Effects` (max_values: None, max_size: Some(51))
	// Storage: `Contracts::Instruments`, read and written
	// Proof: `Contracts::Instruments` (max_values: None, max_size: Some(57))
	// Storage: `Contracts::Keys`, read and written
	// Proof: `Contracts::Keys` (max_values: None, max_size: Some(130))
	// Storage: `Contracts::OwnersAtSigning`, read and written
	// Proof: `Contracts::OwnersAtSigning` (max_values: None, max_size: Some(547))
	// Storage: `Contracts::PaidOn`, read and written
	// Proof: `Contracts::PaidOn` (max_values: None, max_size: Some(321))
	// Storage: `Contracts::PriceEvents`, read
	// Proof: `Contracts::PriceEvents` (max_values: None, max_size: Some(10746))
	// Storage: `Contracts::SignaturesOf`, read and written
	// Proof: `Contracts::SignaturesOf` (max_values: None, max_size: Some(1694))
	// Storage: `Contracts::TermsOf`, read
	// Proof: `Contracts::TermsOf` (max_values: None, max_size: Some(32796))
	// Storage: `Contracts::UsesOf`, read and written
	// Proof: `Contracts::UsesOf` (max_values: None, max_size: Some(16402))
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
	// Storage: `Trials::Clocks`, read and written
	// Proof: `Trials::Clocks` (max_values: None, max_size: Some(604))
	fn sign(e: u32) -> Weight {
		// At least 189_670_000 picoseconds.
		Weight::from_parts(209_098_137, 0)
			// Standard error: 6_966_649.
			.saturating_add(Weight::from_parts(241_078_181, 0).saturating_mul(e.into()))
			.saturating_add(D::get().reads(23))
			.saturating_add(D::get().reads(5).saturating_mul(e.into()))
			.saturating_add(D::get().writes(12))
			.saturating_add(D::get().writes(6).saturating_mul(e.into()))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Contracts::Contracts`, read and written
	// Proof: `Contracts::Contracts` (max_values: None, max_size: Some(68))
	// Storage: `Contracts::Effects`, written
	// Proof: `Contracts::Effects` (max_values: None, max_size: Some(51))
	// Storage: `Contracts::Instruments`, read and written
	// Proof: `Contracts::Instruments` (max_values: None, max_size: Some(57))
	// Storage: `Contracts::Keys`, read and written
	// Proof: `Contracts::Keys` (max_values: None, max_size: Some(130))
	// Storage: `Contracts::OwnersAtSigning`, read and written
	// Proof: `Contracts::OwnersAtSigning` (max_values: None, max_size: Some(547))
	// Storage: `Contracts::PaidOn`, read and written
	// Proof: `Contracts::PaidOn` (max_values: None, max_size: Some(321))
	// Storage: `Contracts::PriceEvents`, read
	// Proof: `Contracts::PriceEvents` (max_values: None, max_size: Some(10746))
	// Storage: `Contracts::SignaturesOf`, read and written
	// Proof: `Contracts::SignaturesOf` (max_values: None, max_size: Some(1694))
	// Storage: `Contracts::TermsOf`, read
	// Proof: `Contracts::TermsOf` (max_values: None, max_size: Some(32796))
	// Storage: `Contracts::UsesOf`, read and written
	// Proof: `Contracts::UsesOf` (max_values: None, max_size: Some(16402))
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
	// Storage: `Trials::Clocks`, read and written
	// Proof: `Trials::Clocks` (max_values: None, max_size: Some(604))
	fn bring_signature(e: u32) -> Weight {
		// At least 391_343_000 picoseconds.
		Weight::from_parts(1_494_115_858, 0)
			// Standard error: 8_926_518.
			.saturating_add(Weight::from_parts(171_391_768, 0).saturating_mul(e.into()))
			.saturating_add(D::get().reads(23))
			.saturating_add(D::get().reads(5).saturating_mul(e.into()))
			.saturating_add(D::get().writes(12))
			.saturating_add(D::get().writes(6).saturating_mul(e.into()))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Contracts::Contracts`, read
	// Proof: `Contracts::Contracts` (max_values: None, max_size: Some(68))
	// Storage: `Contracts::PreEmptionClaims`, written
	// Proof: `Contracts::PreEmptionClaims` (max_values: None, max_size: Some(36))
	// Storage: `Contracts::TermsOf`, read
	// Proof: `Contracts::TermsOf` (max_values: None, max_size: Some(32796))
	// Storage: `Rights::Titles`, read
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn claim_pre_emption() -> Weight {
		// At least 211_257_000 picoseconds.
		Weight::from_parts(244_756_000, 0)
			.saturating_add(D::get().reads(6))
			.saturating_add(D::get().writes(1))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Contracts::Contracts`, read and written
	// Proof: `Contracts::Contracts` (max_values: None, max_size: Some(68))
	// Storage: `Contracts::Effects`, read and written
	// Proof: `Contracts::Effects` (max_values: None, max_size: Some(51))
	// Storage: `Contracts::Endings`, read and written
	// Proof: `Contracts::Endings` (max_values: None, max_size: Some(1716))
	// Storage: `Contracts::Scheduled`, read
	// Proof: `Contracts::Scheduled` (max_values: None, max_size: Some(24))
	// Storage: `Contracts::TermsOf`, read
	// Proof: `Contracts::TermsOf` (max_values: None, max_size: Some(32796))
	// Storage: `Grants::Watched`, read
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
	// Storage: `Trials::Clocks`, read and written
	// Proof: `Trials::Clocks` (max_values: None, max_size: Some(604))
	// Storage: `Trials::TrialOfRight`, read
	// Proof: `Trials::TrialOfRight` (max_values: None, max_size: Some(36))
	fn end(e: u32) -> Weight {
		// At least 162_882_000 picoseconds.
		Weight::from_parts(328_806_949, 0)
			// Standard error: 4_415_524.
			.saturating_add(Weight::from_parts(177_453_778, 0).saturating_mul(e.into()))
			.saturating_add(D::get().reads(6))
			.saturating_add(D::get().reads(8).saturating_mul(e.into()))
			.saturating_add(D::get().writes(2))
			.saturating_add(D::get().writes(5).saturating_mul(e.into()))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Contracts::Contracts`, read and written
	// Proof: `Contracts::Contracts` (max_values: None, max_size: Some(68))
	// Storage: `Contracts::Effects`, read and written
	// Proof: `Contracts::Effects` (max_values: None, max_size: Some(51))
	// Storage: `Contracts::Endings`, written
	// Proof: `Contracts::Endings` (max_values: None, max_size: Some(1716))
	// Storage: `Contracts::Scheduled`, read
	// Proof: `Contracts::Scheduled` (max_values: None, max_size: Some(24))
	// Storage: `Contracts::TermsOf`, read
	// Proof: `Contracts::TermsOf` (max_values: None, max_size: Some(32796))
	// Storage: `Grants::Watched`, read
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
	// Storage: `Trials::Clocks`, read and written
	// Proof: `Trials::Clocks` (max_values: None, max_size: Some(604))
	// Storage: `Trials::TrialOfRight`, read
	// Proof: `Trials::TrialOfRight` (max_values: None, max_size: Some(36))
	fn end_by_decision(e: u32) -> Weight {
		// At least 416_554_000 picoseconds.
		Weight::from_parts(217_934_572, 0)
			// Standard error: 10_753_343.
			.saturating_add(Weight::from_parts(239_596_303, 0).saturating_mul(e.into()))
			.saturating_add(D::get().reads(69))
			.saturating_add(D::get().reads(8).saturating_mul(e.into()))
			.saturating_add(D::get().writes(2))
			.saturating_add(D::get().writes(5).saturating_mul(e.into()))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Contracts::AgreedBy`, written
	// Proof: `Contracts::AgreedBy` (max_values: None, max_size: Some(40))
	// Storage: `Contracts::Contracts`, read
	// Proof: `Contracts::Contracts` (max_values: None, max_size: Some(68))
	// Storage: `Contracts::Effects`, read and written
	// Proof: `Contracts::Effects` (max_values: None, max_size: Some(51))
	// Storage: `Contracts::Scheduled`, read
	// Proof: `Contracts::Scheduled` (max_values: None, max_size: Some(24))
	// Storage: `Contracts::SignaturesOf`, read
	// Proof: `Contracts::SignaturesOf` (max_values: None, max_size: Some(1694))
	// Storage: `Contracts::TermsOf`, read
	// Proof: `Contracts::TermsOf` (max_values: None, max_size: Some(32796))
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
	// Storage: `Trials::Clocks`, read and written
	// Proof: `Trials::Clocks` (max_values: None, max_size: Some(604))
	fn deliver_future() -> Weight {
		// At least 368_063_000 picoseconds.
		Weight::from_parts(436_872_000, 0)
			.saturating_add(D::get().reads(14))
			.saturating_add(D::get().writes(6))
	}
	// Storage: `Contracts::AgreedBy`, read and written
	// Proof: `Contracts::AgreedBy` (max_values: None, max_size: Some(40))
	// Storage: `Contracts::Effects`, read and written
	// Proof: `Contracts::Effects` (max_values: None, max_size: Some(51))
	// Storage: `Contracts::Scheduled`, read
	// Proof: `Contracts::Scheduled` (max_values: None, max_size: Some(24))
	// Storage: `Contracts::SignaturesOf`, read
	// Proof: `Contracts::SignaturesOf` (max_values: None, max_size: Some(1694))
	// Storage: `Contracts::TermsOf`, read
	// Proof: `Contracts::TermsOf` (max_values: None, max_size: Some(32796))
	// Storage: `Grants::Watched`, read
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
	fn complete_transfer() -> Weight {
		// At least 236_235_000 picoseconds.
		Weight::from_parts(333_938_000, 0)
			.saturating_add(D::get().reads(11))
			.saturating_add(D::get().writes(5))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Contracts::Contracts`, read
	// Proof: `Contracts::Contracts` (max_values: None, max_size: Some(68))
	// Storage: `Contracts::Registrations`, read and written
	// Proof: `Contracts::Registrations` (max_values: None, max_size: Some(423))
	// Storage: `Contracts::TermsOf`, read
	// Proof: `Contracts::TermsOf` (max_values: None, max_size: Some(32796))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn submit() -> Weight {
		// At least 191_917_000 picoseconds.
		Weight::from_parts(223_784_000, 0)
			.saturating_add(D::get().reads(7))
			.saturating_add(D::get().writes(1))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Contracts::Contracts`, read
	// Proof: `Contracts::Contracts` (max_values: None, max_size: Some(68))
	// Storage: `Contracts::Registrations`, read and written
	// Proof: `Contracts::Registrations` (max_values: None, max_size: Some(423))
	// Storage: `Contracts::TermsOf`, read
	// Proof: `Contracts::TermsOf` (max_values: None, max_size: Some(32796))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn apply() -> Weight {
		// At least 182_543_000 picoseconds.
		Weight::from_parts(201_308_000, 0)
			.saturating_add(D::get().reads(6))
			.saturating_add(D::get().writes(1))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Contracts::Registrations`, read and written
	// Proof: `Contracts::Registrations` (max_values: None, max_size: Some(423))
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn hold_disputed() -> Weight {
		// At least 163_280_000 picoseconds.
		Weight::from_parts(191_029_000, 0)
			.saturating_add(D::get().reads(7))
			.saturating_add(D::get().writes(1))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Contracts::Registrations`, read and written
	// Proof: `Contracts::Registrations` (max_values: None, max_size: Some(423))
	// Storage: `Contracts::TermsOf`, read
	// Proof: `Contracts::TermsOf` (max_values: None, max_size: Some(32796))
	// Storage: `Statutes::Versions`, read
	// Proof: `Statutes::Versions` (max_values: None, max_size: Some(44117))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn decide() -> Weight {
		// At least 237_599_000 picoseconds.
		Weight::from_parts(316_356_000, 0)
			.saturating_add(D::get().reads(9))
			.saturating_add(D::get().writes(1))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Contracts::Registrations`, read and written
	// Proof: `Contracts::Registrations` (max_values: None, max_size: Some(423))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn revoke() -> Weight {
		// At least 133_614_000 picoseconds.
		Weight::from_parts(191_894_000, 0)
			.saturating_add(D::get().reads(4))
			.saturating_add(D::get().writes(1))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Contracts::Contracts`, read and written
	// Proof: `Contracts::Contracts` (max_values: None, max_size: Some(68))
	// Storage: `Contracts::EvidenceOf`, written
	// Proof: `Contracts::EvidenceOf` (max_values: None, max_size: Some(180))
	// Storage: `Contracts::TermsOf`, read
	// Proof: `Contracts::TermsOf` (max_values: None, max_size: Some(32796))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn add_evidence() -> Weight {
		// At least 199_554_000 picoseconds.
		Weight::from_parts(242_263_000, 0)
			.saturating_add(D::get().reads(5))
			.saturating_add(D::get().writes(2))
	}
	// Storage: `Achievements::Achievements`, read
	// Proof: `Achievements::Achievements` (max_values: None, max_size: Some(9054))
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Contracts::NextPriceEvent`, read and written
	// Proof: `Contracts::NextPriceEvent` (max_values: Some(1), max_size: Some(8))
	// Storage: `Contracts::PriceEvents`, written
	// Proof: `Contracts::PriceEvents` (max_values: None, max_size: Some(10746))
	// Storage: `Rights::Titles`, read
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn record_price_event(a: u32) -> Weight {
		// At least 200_429_000 picoseconds.
		Weight::from_parts(1_609_106_670, 0)
			// Standard error: 1_599_283.
			.saturating_add(Weight::from_parts(39_226_293, 0).saturating_mul(a.into()))
			.saturating_add(D::get().reads(5))
			.saturating_add(D::get().reads(2).saturating_mul(a.into()))
			.saturating_add(D::get().writes(2))
	}
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Contracts::Contracts`, read and written
	// Proof: `Contracts::Contracts` (max_values: None, max_size: Some(68))
	// Storage: `Contracts::PaidOn`, read and written
	// Proof: `Contracts::PaidOn` (max_values: None, max_size: Some(321))
	// Storage: `Contracts::PaymentReferences`, read and written
	// Proof: `Contracts::PaymentReferences` (max_values: None, max_size: Some(61))
	// Storage: `Contracts::PaymentsOf`, written
	// Proof: `Contracts::PaymentsOf` (max_values: None, max_size: Some(127))
	// Storage: `Contracts::TermsOf`, read
	// Proof: `Contracts::TermsOf` (max_values: None, max_size: Some(32796))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn attest_payment() -> Weight {
		// At least 211_809_000 picoseconds.
		Weight::from_parts(234_975_000, 0)
			.saturating_add(D::get().reads(7))
			.saturating_add(D::get().writes(4))
	}
	// Storage: `Achievements::Achievements`, read
	// Proof: `Achievements::Achievements` (max_values: None, max_size: Some(9054))
	// Storage: `Consortium::Keys`, read
	// Proof: `Consortium::Keys` (max_values: None, max_size: Some(71))
	// Storage: `Consortium::Members`, read
	// Proof: `Consortium::Members` (max_values: None, max_size: Some(425))
	// Storage: `Contracts::Contracts`, read
	// Proof: `Contracts::Contracts` (max_values: None, max_size: Some(68))
	// Storage: `Contracts::Distributions`, read and written
	// Proof: `Contracts::Distributions` (max_values: None, max_size: Some(7554))
	// Storage: `Contracts::OwnersAtSigning`, read
	// Proof: `Contracts::OwnersAtSigning` (max_values: None, max_size: Some(547))
	// Storage: `Contracts::PaymentsOf`, read
	// Proof: `Contracts::PaymentsOf` (max_values: None, max_size: Some(127))
	// Storage: `Contracts::TermsOf`, read
	// Proof: `Contracts::TermsOf` (max_values: None, max_size: Some(32796))
	// Storage: `Rights::Titles`, read
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn distribute() -> Weight {
		// At least 2_907_952_000 picoseconds.
		Weight::from_parts(3_175_266_000, 0)
			.saturating_add(D::get().reads(168))
			.saturating_add(D::get().writes(1))
	}
	// Storage: `Contracts::Distributions`, read and written
	// Proof: `Contracts::Distributions` (max_values: None, max_size: Some(7554))
	// Storage: `Contracts::OwnersAtSigning`, read
	// Proof: `Contracts::OwnersAtSigning` (max_values: None, max_size: Some(547))
	// Storage: `Rights::Titles`, read
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn release() -> Weight {
		// At least 789_804_000 picoseconds.
		Weight::from_parts(953_935_000, 0)
			.saturating_add(D::get().reads(67))
			.saturating_add(D::get().writes(1))
	}
	// Storage: `Contracts::Due`, read
	// Proof: `Contracts::Due` (max_values: None, max_size: Some(32))
	// Storage: `Contracts::DueCursor`, read and written
	// Proof: `Contracts::DueCursor` (max_values: Some(1), max_size: Some(4))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn due_look() -> Weight {
		// At least 11_323_000 picoseconds.
		Weight::from_parts(13_234_000, 0)
			.saturating_add(D::get().reads(3))
			.saturating_add(D::get().writes(1))
	}
}

impl WeightInfo for () {
	fn draft(e: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::draft(e)
	}
	fn withdraw() -> Weight {
		OnDatabase::<RocksDbWeight>::withdraw()
	}
	fn sign(e: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::sign(e)
	}
	fn bring_signature(e: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::bring_signature(e)
	}
	fn claim_pre_emption() -> Weight {
		OnDatabase::<RocksDbWeight>::claim_pre_emption()
	}
	fn end(e: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::end(e)
	}
	fn end_by_decision(e: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::end_by_decision(e)
	}
	fn deliver_future() -> Weight {
		OnDatabase::<RocksDbWeight>::deliver_future()
	}
	fn complete_transfer() -> Weight {
		OnDatabase::<RocksDbWeight>::complete_transfer()
	}
	fn submit() -> Weight {
		OnDatabase::<RocksDbWeight>::submit()
	}
	fn apply() -> Weight {
		OnDatabase::<RocksDbWeight>::apply()
	}
	fn hold_disputed() -> Weight {
		OnDatabase::<RocksDbWeight>::hold_disputed()
	}
	fn decide() -> Weight {
		OnDatabase::<RocksDbWeight>::decide()
	}
	fn revoke() -> Weight {
		OnDatabase::<RocksDbWeight>::revoke()
	}
	fn add_evidence() -> Weight {
		OnDatabase::<RocksDbWeight>::add_evidence()
	}
	fn record_price_event(a: u32) -> Weight {
		OnDatabase::<RocksDbWeight>::record_price_event(a)
	}
	fn attest_payment() -> Weight {
		OnDatabase::<RocksDbWeight>::attest_payment()
	}
	fn distribute() -> Weight {
		OnDatabase::<RocksDbWeight>::distribute()
	}
	fn release() -> Weight {
		OnDatabase::<RocksDbWeight>::release()
	}
	fn due_look() -> Weight {
		OnDatabase::<RocksDbWeight>::due_look()
	}
}
