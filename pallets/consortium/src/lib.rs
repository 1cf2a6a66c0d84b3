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
	clippy::expect_used,
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	reason = "benchmarks never run in a block"
)]
mod benchmarking;
mod calls;
mod errors;
mod events;
pub mod extensions;
mod genesis;
mod impls;
#[cfg(test)]
mod mock;
pub mod origin;
pub mod rules;
pub mod runtime_api;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;
pub mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use extensions::{CheckMember, CheckQuota};
pub use genesis::Institution;
pub use impls::SEAT_TAG;
pub use origin::{CouncilThreshold, CouncilVotes, EnactThreshold, EnsureCouncil};
pub use pallet::*;
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
	use super::{
		genesis::Institution,
		origin::CouncilVotes,
		rules::Fault,
		types::{
			Administration, Application, BulkMode, Decider, Document, Enactment, IdentityKey,
			KeyRecord, Mandate, MandateShort, MemberRecord, MemberRef, NodeId, Quota, QuotaUse,
			Succession, SuccessionCause, MAX_NODES, MAX_SUCCESSORS,
		},
		weights::WeightInfo,
	};
	use alloc::{boxed::Box, vec::Vec};
	use frame_support::{
		dispatch::{DispatchResultWithPostInfo, GetDispatchInfo, PostDispatchInfo},
		pallet_prelude::*,
		traits::{
			Backing, ChangeMembers, ConstU64, Contains, InitializeMembers, Time,
			ValidatorRegistration,
		},
	};
	use frame_system::pallet_prelude::*;
	use quanqi_traits::{MemberStatus, Statutes};
	use quanqi_types::{
		bounds::{MAX_BULK_RECORDS, MAX_KEYS, MAX_NAME_BYTES},
		Capabilities, CreditCode, Digest, Location, MandateId, MemberId, MemberKind, Moment,
		Permissions, Text,
	};
	use sp_runtime::traits::Dispatchable;

	/// Layout of the storage.
	pub const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// Up to 200 applications.
	pub type Applications<AccountId> =
		BoundedVec<Application<AccountId>, ConstU32<MAX_BULK_RECORDS>>;

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config<AccountId: From<[u8; 32]>> {
		/// Every call of the runtime, to dispatch as a seat or as root.
		type RuntimeCall: Parameter
			+ Dispatchable<RuntimeOrigin = Self::RuntimeOrigin, PostInfo = PostDispatchInfo>
			+ GetDispatchInfo
			+ From<frame_system::Call<Self>>
			+ IsType<<Self as frame_system::Config>::RuntimeCall>;

		/// Decides on members, seats, validators and quotas; [`crate::EnsureCouncil`] with
		/// [`crate::CouncilThreshold`].
		type CouncilOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Decides what is enacted as root; [`crate::EnsureCouncil`] with
		/// [`crate::EnactThreshold`].
		type EnactOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Backing>;

		/// Reads the votes behind an origin, and the members that the collective has.
		type CouncilVotes: CouncilVotes<Self::RuntimeOrigin, Self::AccountId>;

		/// The collective that follows the seats.
		type Council: ChangeMembers<Self::AccountId> + InitializeMembers<Self::AccountId>;

		/// Thresholds, the delay of an enactment and the quota of sponsors.
		type Statutes: Statutes;

		/// Milliseconds since the Unix epoch.
		type Time: Time<Moment = u64>;

		/// Whether a seat has registered its session keys: who has none cannot validate.
		type SessionKeys: ValidatorRegistration<Self::AccountId>;

		/// What keys may do as their seat: votes of the council and session keys.
		type SeatCallFilter: Contains<<Self as Config>::RuntimeCall>;

		/// Fewest validators that a decision may leave.
		#[pallet::constant]
		type MinValidators: Get<u32>;

		/// Most validators. It may only grow: stored sets could not be decoded otherwise.
		#[pallet::constant]
		type MaxValidators: Get<u32>;

		/// Most seats of the council. It may only grow: stored sets could not be decoded otherwise.
		#[pallet::constant]
		type MaxSeats: Get<u32>;

		/// Weights of the calls and transaction extensions.
		type WeightInfo: WeightInfo;

		/// What benchmarks need of the runtime.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::BenchmarkHelper<Self::AccountId>;
	}

	/// Every member ever admitted. What certificates prove of a member.
	#[pallet::storage]
	pub type Members<T: Config> =
		StorageMap<_, Blake2_128Concat, MemberId, MemberRecord, OptionQuery>;

	/// The number the next member gets. Numbers begin with 1.
	#[pallet::storage]
	pub type NextMemberId<T: Config> = StorageValue<_, u32, ValueQuery, ConstU32<1>>;

	/// The member that has a credit code, a foreign register's number or a commitment.
	// Keys are chosen by users, so the hasher is a cryptographic one.
	#[pallet::storage]
	pub type ByIdentity<T: Config> =
		StorageMap<_, Blake2_128Concat, IdentityKey, MemberId, OptionQuery>;

	/// Every account that was ever bound as a key.
	#[pallet::storage]
	pub type Keys<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, KeyRecord, OptionQuery>;

	/// The accounts of a member's live keys.
	// Ids are given by the chain, one after the other: no attacker chooses them.
	#[pallet::storage]
	pub type MemberKeys<T: Config> = StorageMap<
		_,
		Twox64Concat,
		MemberId,
		BoundedVec<T::AccountId, ConstU32<MAX_KEYS>>,
		ValueQuery,
	>;

	/// How many members that are not expelled a sponsor has.
	#[pallet::storage]
	pub type Sponsored<T: Config> = StorageMap<_, Twox64Concat, MemberId, u32, ValueQuery>;

	/// To which member the sponsor of a member offers to hand over.
	#[pallet::storage]
	pub type SponsorOffers<T: Config> =
		StorageMap<_, Twox64Concat, MemberId, MemberId, OptionQuery>;

	/// Whose seat account an account is. A seat account is opened once and never closed.
	#[pallet::storage]
	pub type SeatAccounts<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, MemberId, OptionQuery>;

	/// Members with a seat in the council, ascending.
	#[pallet::storage]
	pub type Seats<T: Config> = StorageValue<_, BoundedVec<MemberId, T::MaxSeats>, ValueQuery>;

	/// Members whose nodes validate, ascending.
	#[pallet::storage]
	pub type Validators<T: Config> =
		StorageValue<_, BoundedVec<MemberId, T::MaxValidators>, ValueQuery>;

	/// Whether the session has yet to be told of new validators.
	#[pallet::storage]
	pub type ValidatorsChanged<T: Config> = StorageValue<_, bool, ValueQuery>;

	/// The nodes of a member.
	#[pallet::storage]
	pub type NodeIds<T: Config> =
		StorageMap<_, Twox64Concat, MemberId, BoundedVec<NodeId, ConstU32<MAX_NODES>>, ValueQuery>;

	/// Whose node a peer is.
	#[pallet::storage]
	pub type NodeOwners<T: Config> = StorageMap<_, Blake2_128Concat, NodeId, MemberId, OptionQuery>;

	/// Every mandate ever given.
	#[pallet::storage]
	pub type Mandates<T: Config> = StorageMap<_, Twox64Concat, MandateId, Mandate, OptionQuery>;

	/// The number the next mandate gets. Numbers begin with 1.
	#[pallet::storage]
	pub type NextMandateId<T: Config> = StorageValue<_, u64, ValueQuery, ConstU64<1>>;

	/// Who gives the consents that fall to a member that signs nothing itself.
	#[pallet::storage]
	pub type Administrators<T: Config> =
		StorageMap<_, Twox64Concat, MemberId, Administration, OptionQuery>;

	/// Who takes over from a member.
	#[pallet::storage]
	pub type Successions<T: Config> = StorageMap<
		_,
		Twox64Concat,
		MemberId,
		BoundedVec<Succession, ConstU32<MAX_SUCCESSORS>>,
		ValueQuery,
	>;

	/// Calls that wait to be dispatched as root.
	#[pallet::storage]
	pub type Enactments<T: Config> =
		CountedStorageMap<_, Twox64Concat, u32, Enactment, OptionQuery>;

	/// The number the next enactment gets. Numbers begin with 1.
	#[pallet::storage]
	pub type NextEnactmentId<T: Config> = StorageValue<_, u32, ValueQuery, ConstU32<1>>;

	/// What every member may use in one window.
	#[pallet::storage]
	pub type QuotaLimit<T: Config> = StorageValue<_, Quota, ValueQuery>;

	/// What a member has used in the last window in which it sent something.
	#[pallet::storage]
	pub type QuotaUsed<T: Config> = StorageMap<_, Twox64Concat, MemberId, QuotaUse, ValueQuery>;

	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The institutions that found the consortium; numbered from 1 in this order.
		pub institutions: Vec<Institution<T::AccountId>>,
		/// What every member may use in one window.
		pub quota: Quota,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			super::genesis::build::<T>(self);
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			Self::do_integrity_test();
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	/// Keys named by all applications together.
	fn keys_of<AccountId>(applications: &Applications<AccountId>) -> u32 {
		let keys = applications.iter().map(|application| application.keys.len()).sum::<usize>();
		u32::try_from(keys).unwrap_or(u32::MAX)
	}

	/// A length as weights take it.
	fn count(length: usize) -> u32 {
		u32::try_from(length).unwrap_or(u32::MAX)
	}
}
