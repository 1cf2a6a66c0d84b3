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
		// At least 784_138_000 picoseconds.
		Weight::from_parts(1_463_258_533, 0)
			// Standard error: 2_632_712.
			.saturating_add(Weight::from_parts(39_762_112, 0).saturating_mul(e.into()))
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
		// At least 349_063_000 picoseconds.
		Weight::from_parts(554_290_000, 0)
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
		// At least 214_886_000 picoseconds.
		Weight::from_parts(359_760_191, 0)
			// Standard error: 4_966_620.
			.saturating_add(Weight::from_parts(161_949_024, 0).saturating_mul(e.into()))
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
		// At least 316_521_000 picoseconds.
		Weight::from_parts(911_881_658, 0)
			// Standard error: 7_184_694.
			.saturating_add(Weight::from_parts(165_258_944, 0).saturating_mul(e.into()))
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
		// At least 204_523_000 picoseconds.
		Weight::from_parts(224_419_000, 0)
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
		// At least 110_638_000 picoseconds.
		Weight::from_parts(156_690_455, 0)
			// Standard error: 5_012_230.
			.saturating_add(Weight::from_parts(174_506_547, 0).saturating_mul(e.into()))
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
		// At least 414_636_000 picoseconds.
		Weight::from_parts(399_734_794, 0)
			// Standard error: 1_208_024.
			.saturating_add(Weight::from_parts(162_497_233, 0).saturating_mul(e.into()))
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
		// At least 344_866_000 picoseconds.
		Weight::from_parts(393_889_000, 0)
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
		// At least 205_849_000 picoseconds.
		Weight::from_parts(232_211_000, 0)
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
		// At least 178_170_000 picoseconds.
		Weight::from_parts(190_119_000, 0)
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
		// At least 175_541_000 picoseconds.
		Weight::from_parts(191_969_000, 0)
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
		// At least 154_053_000 picoseconds.
		Weight::from_parts(170_343_000, 0)
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
		// At least 237_426_000 picoseconds.
		Weight::from_parts(252_274_000, 0)
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
		// At least 111_994_000 picoseconds.
		Weight::from_parts(124_191_000, 0)
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
		// At least 184_898_000 picoseconds.
		Weight::from_parts(199_649_000, 0)
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
		// At least 153_859_000 picoseconds.
		Weight::from_parts(159_204_000, 0)
			// Standard error: 437_688.
			.saturating_add(Weight::from_parts(35_600_322, 0).saturating_mul(a.into()))
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
		// At least 209_664_000 picoseconds.
		Weight::from_parts(228_483_000, 0)
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
	// Proof: `Contracts::Distributions` (max_values: None, max_size: Some(7542))
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
		// At least 2_408_586_000 picoseconds.
		Weight::from_parts(2_521_448_000, 0)
			.saturating_add(D::get().reads(104))
			.saturating_add(D::get().writes(1))
	}
	// Storage: `Contracts::Distributions`, read and written
	// Proof: `Contracts::Distributions` (max_values: None, max_size: Some(7542))
	// Storage: `Contracts::OwnersAtSigning`, read
	// Proof: `Contracts::OwnersAtSigning` (max_values: None, max_size: Some(547))
	// Storage: `Rights::Titles`, read
	// Proof: `Rights::Titles` (max_values: None, max_size: Some(32792))
	// Storage: `Timestamp::Now`, read
	// Proof: `Timestamp::Now` (max_values: Some(1), max_size: Some(8))
	fn release() -> Weight {
		// At least 756_548_000 picoseconds.
		Weight::from_parts(790_650_000, 0)
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
		// At least 10_927_000 picoseconds.
		Weight::from_parts(12_876_000, 0)
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
