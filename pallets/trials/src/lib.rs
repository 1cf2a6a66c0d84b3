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
#[cfg(test)]
mod mock;
mod rules;
pub mod runtime_api;
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
	use crate::types::*;
	use crate::weights::WeightInfo;
	use alloc::boxed::Box;
	use frame_support::{pallet_prelude::*, traits::StorageVersion, weights::WeightMeter};
	use frame_system::pallet_prelude::*;
	use quanqi_title::{Consent, ConsentRole, DecisionRef};
	use quanqi_traits::{Achievements, Calendar, Members, Statutes, Titles};
	use quanqi_types::{
		bounds::{MAX_CONSENTS, MAX_LABEL_BYTES, MAX_PARALLEL_TRIALS},
		AchievementId, Amount, BoundedVec, ConstU32, Date, Digest, MandateId, MemberId, Moment,
		Term, Text, TrialId,
	};
	use sp_runtime::DispatchError;

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

		/// What is known of achievements.
		type Achievements: Achievements;

		/// Titles: the only way to change rights.
		type Titles: Titles;

		/// Weights of this pallet's calls.
		type WeightInfo: WeightInfo;
	}

	/// Pool entries (入池), by achievement and number of the title's entry. Nothing is ever removed.
	// Both numbers are given in order by the chain.
	#[pallet::storage]
	pub type PoolEntries<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		AchievementId,
		Twox64Concat,
		u32,
		EntryRecord,
		OptionQuery,
	>;

	/// The entry by which an achievement was last in the pool, while nobody took it out.
	#[pallet::storage]
	pub type OpenEntries<T: Config> = StorageMap<_, Twox64Concat, AchievementId, u32, OptionQuery>;

	/// The number of the next proposal.
	#[pallet::storage]
	pub type NextProposal<T: Config> = StorageValue<_, u32, ValueQuery>;

	/// Entries that wait for consents, by achievement and who proposed them.
	#[pallet::storage]
	pub type Proposals<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		AchievementId,
		Twox64Concat,
		MemberId,
		Proposal,
		OptionQuery,
	>;

	/// The number of the next trial.
	#[pallet::storage]
	pub type NextTrial<T: Config> = StorageValue<_, TrialId, ValueQuery>;

	/// Trials (先用后转). Nothing is ever removed.
	#[pallet::storage]
	pub type Trials<T: Config> = StorageMap<_, Twox64Concat, TrialId, TrialRecord, OptionQuery>;

	/// The trials of each achievement.
	#[pallet::storage]
	pub type TrialsOf<T: Config> =
		StorageDoubleMap<_, Twox64Concat, AchievementId, Twox64Concat, TrialId, (), OptionQuery>;

	/// The trials of each user, as it asked for them.
	#[pallet::storage]
	pub type TrialsBy<T: Config> =
		StorageDoubleMap<_, Twox64Concat, MemberId, Twox64Concat, TrialId, (), OptionQuery>;

	/// The trial of an achievement that a user has and that is not over (R7).
	#[pallet::storage]
	pub type OpenTrials<T: Config> =
		StorageDoubleMap<_, Twox64Concat, AchievementId, Twox64Concat, MemberId, TrialId>;

	/// Requests that wait for the unit, by achievement and pool entry (R22).
	#[pallet::storage]
	pub type Requests<T: Config> =
		StorageDoubleMap<_, Twox64Concat, (AchievementId, u32), Twox64Concat, TrialId, ()>;

	/// The trial behind a use right, while that right is the trial's own.
	#[pallet::storage]
	pub type TrialOfRight<T: Config> =
		StorageDoubleMap<_, Twox64Concat, AchievementId, Twox64Concat, u32, TrialId>;

	/// Consents to a trial's start or extension, of those the law of titles asks beside unit and user.
	#[pallet::storage]
	pub type Agreed<T: Config> = StorageMap<
		_,
		Twox64Concat,
		TrialId,
		BoundedVec<Consent, ConstU32<MAX_CONSENTS>>,
		ValueQuery,
	>;

	/// Who declared to convert under a pool entry and has not converted, in order (R13).
	#[pallet::storage]
	pub type Contenders<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		AchievementId,
		Twox64Concat,
		u32,
		BoundedVec<Contender, ConstU32<MAX_PARALLEL_TRIALS>>,
		ValueQuery,
	>;

	/// Services around trials, by trial and number.
	#[pallet::storage]
	pub type Services<T: Config> =
		StorageDoubleMap<_, Twox64Concat, TrialId, Twox64Concat, u32, ServiceRecord, OptionQuery>;

	/// Which trial's voucher a payment reference redeemed (R16).
	// References are chosen by members, so the hasher is a strong one.
	#[pallet::storage]
	pub type Vouchers<T: Config> = StorageMap<_, Blake2_128Concat, Digest, TrialId, OptionQuery>;

	/// The idle clock of each achievement (R19).
	#[pallet::storage]
	pub type Clocks<T: Config> =
		StorageMap<_, Twox64Concat, AchievementId, ClockRecord, OptionQuery>;

	/// The highest number of an achievement whose title came onto the ledger: the end of the walk.
	#[pallet::storage]
	pub type HighestRegistered<T: Config> = StorageValue<_, AchievementId, OptionQuery>;

	/// Why idle achievements were kept out of the pool (R21).
	#[pallet::storage]
	pub type Declinations<T: Config> =
		StorageMap<_, Twox64Concat, AchievementId, Declination, OptionQuery>;

	/// What falls due on a day (China Standard Time), from its first moment on.
	#[pallet::storage]
	pub type Due<T: Config> =
		StorageDoubleMap<_, Twox64Concat, Date, Twox64Concat, DueItem, (), OptionQuery>;

	/// On which day each item stands in [`Due`].
	#[pallet::storage]
	pub type Scheduled<T: Config> = StorageMap<_, Twox64Concat, DueItem, Date, OptionQuery>;

	/// The first day whose due items have not all been handled.
	#[pallet::storage]
	pub type DueCursor<T: Config> = StorageValue<_, Date, OptionQuery>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		/// Handles what is due, within what the block has left. Late is harmless: dates decide.
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
