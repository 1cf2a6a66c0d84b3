#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(
	not(test),
	deny(
		clippy::unwrap_used,
		clippy::expect_used,
		clippy::indexing_slicing,
		clippy::arithmetic_side_effects,
		clippy::panic
	)
)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
#[allow(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::panic,
	reason = "benchmarks run off the chain, and stop where their scene does not stand"
)]
mod benchmarking;
mod calls;
mod errors;
mod events;
mod impls;
pub mod income;
#[cfg(test)]
mod mock;
pub mod rules;
pub mod runtime_api;
pub mod sealing;
pub mod signing;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;
mod types;
pub mod views;
pub mod weights;

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

use frame_support::pallet_macros::import_section;

#[import_section(calls::calls)]
#[import_section(errors::errors)]
#[import_section(events::events)]
#[frame_support::pallet]
#[allow(
	clippy::expect_used,
	clippy::indexing_slicing,
	reason = "code that the pallet macro writes; the calls only hand over to `impls`"
)]
pub mod pallet {
	use crate::{
		income::{AppraisalGround, Deduction, Payments, PriceEvent, PriceOutcome, Split},
		signing::OfflineSignature,
		types::*,
		weights::WeightInfo,
	};
	use alloc::boxed::Box;
	use frame_support::{pallet_prelude::*, traits::StorageVersion, weights::WeightMeter};
	use frame_system::pallet_prelude::*;
	use quanqi_traits::{
		Achievements, Calendar, IdleClock, Members, Notices, Statutes, Titles, Trials,
	};
	use quanqi_types::{
		bounds::{MAX_CONTRACT_EFFECTS, MAX_DEDUCTIONS},
		AchievementId, BoundedVec, ConstU32, ContractId, Date, Digest, Hash256, MandateId,
		MemberId, Moment, Shares,
	};
	use sp_runtime::traits::Convert;

	/// The layout of this pallet's storage.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the runtime has to provide.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Who is this account, and may it do this?
		type Members: Members<Self::AccountId>;

		/// Legal numbers by the law of a date.
		type Statutes: Statutes;

		/// What is known of an achievement beside its title.
		type Achievements: Achievements;

		/// Titles and their histories.
		type Titles: Titles;

		/// Public notices.
		type Notices: Notices;

		/// Trials that contracts convert.
		type Trials: Trials;

		/// Told of conversions that no entry shows.
		type IdleClock: IdleClock;

		/// The account of an ed25519 public key (C3).
		type KeyToAccount: Convert<[u8; 32], Self::AccountId>;

		/// Weights of this pallet's calls.
		type WeightInfo: WeightInfo;
	}

	/// The number of the next contract.
	#[pallet::storage]
	pub type NextContract<T: Config> = StorageValue<_, ContractId, ValueQuery>;

	/// Contracts (技术合同) beside their terms.
	// Numbers are given in order by the chain.
	#[pallet::storage]
	pub type Contracts<T: Config> = StorageMap<_, Twox64Concat, ContractId, Contract, OptionQuery>;

	/// The terms of each version of each contract.
	#[pallet::storage]
	pub type TermsOf<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ContractId, Twox64Concat, u32, Terms, OptionQuery>;

	/// Who signed each version (C3).
	#[pallet::storage]
	pub type SignaturesOf<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ContractId, Twox64Concat, u32, Signatures, ValueQuery>;

	/// What became of each effect (C2, C6, C10), by its number over all versions.
	#[pallet::storage]
	pub type Effects<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		ContractId,
		Twox64Concat,
		u32,
		AppliedEffect,
		OptionQuery,
	>;

	/// Which effect an agreed transfer in a title belongs to, until it is effective.
	#[pallet::storage]
	pub type AgreedBy<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		AchievementId,
		Twox64Concat,
		u32,
		(ContractId, u32),
		OptionQuery,
	>;

	/// Who had a share in the income of an achievement when the contract was signed (C9).
	#[pallet::storage]
	pub type OwnersAtSigning<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		ContractId,
		Twox64Concat,
		AchievementId,
		Shares,
		OptionQuery,
	>;

	/// Keys taken for ever, with the contract that took them (C4).
	// Members choose the numbers.
	#[pallet::storage]
	pub type Keys<T: Config> =
		StorageMap<_, Blake2_128Concat, ContractKey, ContractId, OptionQuery>;

	/// Instruments signed, with their contract (C4).
	// Members choose the digests.
	#[pallet::storage]
	pub type Instruments<T: Config> =
		StorageMap<_, Blake2_128Concat, Digest, ContractId, OptionQuery>;

	/// The contracts of each party.
	#[pallet::storage]
	pub type ContractsOf<T: Config> =
		StorageDoubleMap<_, Twox64Concat, MemberId, Twox64Concat, ContractId, (), OptionQuery>;

	/// Pre-emptions claimed against the version that waits: their silence counts no more (T8).
	#[pallet::storage]
	pub type PreEmptionClaims<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ContractId, Twox64Concat, MemberId, Moment, OptionQuery>;

	/// Endings that parties agree to one by one.
	#[pallet::storage]
	pub type Endings<T: Config> =
		StorageMap<_, Twox64Concat, ContractId, EndingAgreed, OptionQuery>;

	/// Registrations by bureaus (C5).
	#[pallet::storage]
	pub type Registrations<T: Config> =
		StorageMap<_, Twox64Concat, ContractId, Registration, OptionQuery>;

	/// Evidence of performance and industrialisation (C12).
	#[pallet::storage]
	pub type EvidenceOf<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ContractId, Twox64Concat, u32, Evidence, OptionQuery>;

	/// The number of the next price event.
	#[pallet::storage]
	pub type NextPriceEvent<T: Config> = StorageValue<_, PriceEventId, ValueQuery>;

	/// Price events (C7).
	#[pallet::storage]
	pub type PriceEvents<T: Config> =
		StorageMap<_, Twox64Concat, PriceEventId, PriceRecord, OptionQuery>;

	/// What of each price event was sold, by which contract (C7).
	#[pallet::storage]
	pub type UsesOf<T: Config> = StorageMap<_, Twox64Concat, PriceEventId, PriceUses, ValueQuery>;

	/// Payments and refunds of each contract (C8).
	#[pallet::storage]
	pub type PaymentsOf<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ContractId, Twox64Concat, u32, Payment, OptionQuery>;

	/// Payments by the digest of their reference, for ever (C8).
	// Members choose the digests.
	#[pallet::storage]
	pub type PaymentReferences<T: Config> =
		StorageMap<_, Blake2_128Concat, Digest, (ContractId, u32), OptionQuery>;

	/// What was paid on each part of an open consideration (C8).
	#[pallet::storage]
	pub type PaidOn<T: Config> = StorageMap<_, Twox64Concat, ContractId, Payments, OptionQuery>;

	/// Distributions of income (C9), each by the unit that divides what it received.
	#[pallet::storage]
	pub type Distributions<T: Config> = StorageNMap<
		_,
		(
			NMapKey<Twox64Concat, ContractId>,
			NMapKey<Twox64Concat, IncomeSource>,
			NMapKey<Twox64Concat, MemberId>,
		),
		DistributionRecord,
		OptionQuery,
	>;

	/// Transfers that become effective on an agreed day (China Standard Time).
	#[pallet::storage]
	pub type Due<T: Config> =
		StorageDoubleMap<_, Twox64Concat, Date, Twox64Concat, (ContractId, u32), (), OptionQuery>;

	/// On which day each transfer stands in [`Due`].
	#[pallet::storage]
	pub type Scheduled<T: Config> =
		StorageMap<_, Twox64Concat, (ContractId, u32), Date, OptionQuery>;

	/// The first day whose transfers have not all been handled.
	#[pallet::storage]
	pub type DueCursor<T: Config> = StorageValue<_, Date, OptionQuery>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		/// Makes transfers effective on their agreed day, within what the block has left.
		fn on_poll(_: BlockNumberFor<T>, meter: &mut WeightMeter) {
			Self::handle_due(meter);
		}

		fn integrity_test() {
			Self::check_integrity();
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(
			_: BlockNumberFor<T>,
		) -> Result<(), frame_support::sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
