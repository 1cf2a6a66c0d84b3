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

pub use errors::refusal_of;
pub use pallet::*;
pub use rules::named_in;
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
	use frame_support::{
		pallet_prelude::*,
		traits::{StorageVersion, Time},
		weights::WeightMeter,
	};
	use frame_system::pallet_prelude::*;
	use quanqi_title::{
		Agreement, ConsentRole, Correction, EndReason, Entry, Head, HoldTarget, PoolTerms, Title,
		UseGrant,
	};
	use quanqi_traits::{Calendar, Members, OnEntry, Statutes};
	use quanqi_types::{
		bounds::{MAX_CONSENTS, MAX_LABEL_BYTES, MAX_LIVE_RIGHTS},
		AchievementId, BoundedVec, Commitment, ConstU32, Date, LedgerStatus, MandateId, MemberId,
		Moment, OfficialStatus, Period, Ppm, Scope, Shares, Text, UseForm,
	};

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

		/// Time of the present block, in milliseconds.
		type Time: Time<Moment = u64>;

		/// Told of every entry that is appended, once, after it is written.
		type OnEntry: OnEntry;

		/// Most requests open at once in one achievement; one member may have a quarter of them, so
		/// that nobody shuts the others out.
		#[pallet::constant]
		type MaxRequests: Get<u32>;

		/// Most achievements one call moves by succession.
		#[pallet::constant]
		type MaxSuccession: Get<u32>;

		/// Days after which a request that nobody completed lapses: housekeeping, not law. It never
		/// lapses before the last silence on it counts.
		#[pallet::constant]
		type RequestLifeDays: Get<u32>;

		/// Weights of this pallet's calls.
		type WeightInfo: WeightInfo;
	}

	/// The present title (权属) of each achievement: the fold of its history.
	// Ids are given in order by the chain, no attacker chooses them; the hasher is the one that
	// certificates prove, the same for titles, heads and histories.
	#[pallet::storage]
	pub type Titles<T: Config> = StorageMap<_, Blake2_128Concat, AchievementId, Title, OptionQuery>;

	/// Every entry of every history (历史), by achievement and number. Nothing is ever removed.
	// Sequence numbers count from zero, so the cheap hasher spreads them well enough.
	#[pallet::storage]
	pub type History<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, AchievementId, Twox64Concat, u32, Entry, OptionQuery>;

	/// The head of each history: what a state proof attests.
	#[pallet::storage]
	pub type Heads<T: Config> = StorageMap<_, Blake2_128Concat, AchievementId, Head, OptionQuery>;

	/// In which achievements a member is named: as owner, holder, party of an agreed transfer or
	/// pledge, or beneficiary of a reservation.
	// Both ids are given in order by the chain.
	#[pallet::storage]
	pub type Holdings<T: Config> =
		StorageDoubleMap<_, Twox64Concat, MemberId, Twox64Concat, AchievementId, (), OptionQuery>;

	/// The number of the next request.
	#[pallet::storage]
	pub type NextRequest<T: Config> = StorageValue<_, RequestId, ValueQuery>;

	/// Requests for consent (征求同意) that are not over.
	// Numbers are given in order by the chain.
	#[pallet::storage]
	pub type Requests<T: Config> = StorageMap<_, Twox64Concat, RequestId, Request, OptionQuery>;

	/// The requests of each achievement, in order, with who asked.
	#[pallet::storage]
	pub type RequestsOf<T: Config> = StorageMap<
		_,
		Twox64Concat,
		AchievementId,
		BoundedVec<(RequestId, MemberId), T::MaxRequests>,
		ValueQuery,
	>;

	/// What falls due on a day (China Standard Time), from its first moment on.
	// Days and ids are given by the calendar and the chain.
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
		/// Handles what is due, within what the block has left. Late is harmless (T12).
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
