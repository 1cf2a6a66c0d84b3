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
pub mod defaults;
mod impls;
#[cfg(test)]
mod mock;
pub mod rules;
pub mod runtime_api;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;
pub mod weights;

pub use pallet::*;
pub use weights::WeightInfo;

#[frame_support::pallet]
#[allow(
	clippy::expect_used,
	clippy::indexing_slicing,
	reason = "code that the pallet macro writes; the calls only hand over to `impls`"
)]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use frame_support::{pallet_prelude::*, traits::Time};
	use frame_system::pallet_prelude::*;
	use quanqi_types::{RuleId, StatuteVersion};

	pub(crate) const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// Versions to set in one call.
	pub type Batch<T> = BoundedVec<(RuleId, StatuteVersion), <T as Config>::MaxBatch>;

	/// What the pallet needs from the runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Who may change a statute: the council, by its threshold.
		type CouncilOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The clock of blocks, in milliseconds since the Unix epoch.
		type Time: Time<Moment = u64>;

		/// Most versions of one rule. REDUCING THIS BREAKS DECODING of rules that have more.
		#[pallet::constant]
		type MaxVersions: Get<u32>;

		/// Most versions set in one call.
		#[pallet::constant]
		type MaxBatch: Get<u32>;

		/// Weights of the calls.
		type WeightInfo: WeightInfo;
	}

	/// The register of statutes.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// The versions of each rule, ascending by the moment they begin. Never shortened.
	// Keys come from the council alone, but a cheap hash that lists its keys is enough and safe.
	#[pallet::storage]
	pub type Versions<T: Config> = StorageMap<
		_,
		Blake2_128Concat,
		RuleId,
		BoundedVec<StatuteVersion, T::MaxVersions>,
		ValueQuery,
	>;

	/// Whether genesis declared this a test network (测试网), where periods may count minutes. No
	/// call changes it.
	#[pallet::storage]
	pub type TestNetwork<T: Config> = StorageValue<_, bool, ValueQuery>;

	/// What the register starts with.
	#[pallet::genesis_config]
	pub struct GenesisConfig<T: Config> {
		/// Whether this is a test network, where periods may count minutes.
		pub test_network: bool,
		/// First versions; those of one rule in ascending order.
		pub versions: Vec<(RuleId, StatuteVersion)>,
		/// No value of the runtime is needed.
		#[serde(skip)]
		pub _runtime: PhantomData<T>,
	}

	impl<T: Config> Default for GenesisConfig<T> {
		/// No test network, with [`defaults::first_versions`].
		fn default() -> Self {
			Self {
				test_network: false,
				versions: defaults::first_versions(),
				_runtime: PhantomData,
			}
		}
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		/// Stops the building of a genesis with a version that could not be set by a call.
		fn build(&self) {
			TestNetwork::<T>::put(self.test_network);
			for (rule, version) in &self.versions {
				let appended = Pallet::<T>::append(*rule, version.clone());
				assert!(appended.is_ok(), "genesis statute {rule:?} is refused: {appended:?}");
			}
		}
	}

	/// What happened to the statutes.
	#[pallet::event]
	#[allow(
		clippy::large_enum_variant,
		reason = "the other variant is the macro's marker and never made"
	)]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// The council set a version of a rule.
		VersionSet {
			/// The rule.
			rule: RuleId,
			/// The version that was the last one until now, if there was one.
			old: Option<StatuteVersion>,
			/// The new version. It governs from its own `effective_from` on.
			new: StatuteVersion,
		},
	}

	/// Why a version is refused.
	#[pallet::error]
	pub enum Error<T> {
		/// The version does not begin later than the last one of its rule. History is not rewritten:
		/// set a version that begins later.
		NotLater,
		/// The value is none that this rule can have.
		DoesNotFit,
		/// The version cites nothing: every number names the law, policy or decision it comes from.
		NoCitation,
		/// The rule has as many versions as the ledger keeps.
		TooManyVersions,
		/// A period counts minutes, and genesis did not declare a test network.
		MinutesOutsideTestNetwork,
		/// The version begins more than ten years from now.
		BeyondHorizon,
	}

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

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Set one version of a rule (设定法定参数).
		///
		/// Origin: the council. Emits [`Event::VersionSet`]. Records of a date are judged by the
		/// version that governs on that date; nothing that was judged before is judged again.
		///
		/// Fails with [`Error::NotLater`], [`Error::DoesNotFit`], [`Error::NoCitation`],
		/// [`Error::TooManyVersions`], [`Error::MinutesOutsideTestNetwork`] or
		/// [`Error::BeyondHorizon`].
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::set())]
		pub fn set(origin: OriginFor<T>, rule: RuleId, version: StatuteVersion) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_set(rule, version)
		}

		/// Set several versions, all or none: a policy that changes several numbers on one day.
		///
		/// Origin: the council. Emits [`Event::VersionSet`] for each. Fails as [`Pallet::set`] does.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::set_many(u32::try_from(batch.len()).unwrap_or(u32::MAX)))]
		pub fn set_many(origin: OriginFor<T>, batch: Batch<T>) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			for (rule, version) in batch {
				Self::do_set(rule, version)?;
			}
			Ok(())
		}
	}
}
