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
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	reason = "benchmarks never run on chain"
)]
mod benchmarking;
mod calls;
mod errors;
mod events;
mod impls;
#[cfg(test)]
mod mock;
pub mod rules;
pub mod runtime_api;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;
pub mod types;
pub mod weights;

use frame_support::pallet_macros::import_section;

pub use pallet::*;
pub use weights::WeightInfo;

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
	use super::*;
	use crate::types::*;
	use alloc::boxed::Box;
	use frame_support::pallet_prelude::*;
	use frame_system::pallet_prelude::*;
	use quanqi_title::{Consent, ConsentRole};
	use quanqi_traits::{Achievements, Members, Notices, Statutes, Titles};
	use quanqi_types::{
		bounds::{
			MAX_AGREED_TRANSFERS, MAX_CONSENTS, MAX_KEYS, MAX_LABEL_BYTES, MAX_LIVE_RIGHTS,
			MAX_SHARE_LINES,
		},
		AchievementId, Digest, GrantId, MandateId, MemberId, Moment, NoticeId, Ppm, Text,
	};

	pub(crate) const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// Keys of a unit that approved.
	pub type Keys<AccountId> = BoundedVec<AccountId, ConstU32<MAX_KEYS>>;
	/// Words of the team, or of the parties of a rescission: the team, who else holds the right by
	/// now, and the unit.
	pub type Acceptances = BoundedVec<Acceptance, ConstU32<MAX_CONSENTS>>;
	/// Consents that were given for a title.
	pub type Consents = BoundedVec<Consent, ConstU32<MAX_CONSENTS>>;

	/// What the pallet needs from the runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Who is an account, and what may it do.
		type Members: Members<Self::AccountId>;

		/// Legal numbers by the law of a date.
		type Statutes: Statutes;

		/// What is known of an achievement.
		type Achievements: Achievements;

		/// Titles and histories; the time.
		type Titles: Titles;

		/// Public notices.
		type Notices: Notices;

		/// Weights of the calls.
		type WeightInfo: WeightInfo;
	}

	/// Grants to completers.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// Numbers begin at 1: in an error, 0 means no record.
	#[pallet::type_value]
	pub fn FirstId() -> u64 {
		1
	}

	/// Without a word of the unit, one key approves.
	#[pallet::type_value]
	pub fn OneApproval() -> u8 {
		1
	}

	/// The number of the next grant.
	#[pallet::storage]
	pub type NextId<T> = StorageValue<_, u64, ValueQuery, FirstId>;

	/// The grants; none is ever removed.
	// Numbers are given by the chain: nobody can choose keys that lie close together.
	#[pallet::storage]
	pub type Grants<T> = StorageMap<_, Twox64Concat, GrantId, Record>;

	/// The grants of each achievement.
	#[pallet::storage]
	pub type ByAchievement<T> =
		StorageDoubleMap<_, Twox64Concat, AchievementId, Twox64Concat, GrantId, ()>;

	/// How many keys of a unit must approve a grant (审批人数).
	#[pallet::storage]
	pub type ApprovalsOf<T> = StorageMap<_, Twox64Concat, MemberId, u8, ValueQuery, OneApproval>;

	/// The keys that approved the present version of each grant.
	#[pallet::storage]
	pub type Approvals<T: Config> =
		StorageMap<_, Twox64Concat, GrantId, Keys<T::AccountId>, ValueQuery>;

	/// Who of the team accepted the present version.
	#[pallet::storage]
	pub type Accepted<T> = StorageMap<_, Twox64Concat, GrantId, Acceptances, ValueQuery>;

	/// Consents that the title needs for what comes next: the agreement, or the rescission.
	#[pallet::storage]
	pub type Given<T> = StorageMap<_, Twox64Concat, GrantId, Consents, ValueQuery>;

	/// Who declared to rescind, by which document.
	#[pallet::storage]
	pub type Rescissions<T> = StorageMap<_, Twox64Concat, GrantId, (Digest, Acceptances)>;

	/// Entries of a title by which a grant will know that its share moved or its right ended.
	#[pallet::storage]
	pub type Watched<T> =
		StorageDoubleMap<_, Twox64Concat, AchievementId, Twox64Concat, u32, GrantId>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			Self::check_integrity();
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
