//! Setting and reading versions.

use crate::{
	defaults,
	pallet::{Config, Error, Event, Pallet, TestNetwork, Versions},
	rules::{self, Fault},
};
use alloc::vec::Vec;
use codec::MaxEncodedLen;
use frame_support::{
	dispatch::DispatchClass,
	ensure,
	traits::{Get, Time},
};
use quanqi_traits::Statutes;
use quanqi_types::{Moment, RuleId, StatuteValue, StatuteVersion, WorkingCalendar};
use sp_runtime::{DispatchError, DispatchResult};

impl<T> From<Fault> for Error<T> {
	fn from(fault: Fault) -> Self {
		match fault {
			Fault::DoesNotFit => Self::DoesNotFit,
			Fault::NoCitation => Self::NoCitation,
			Fault::MinutesOutsideTestNetwork => Self::MinutesOutsideTestNetwork,
			Fault::NotLater => Self::NotLater,
		}
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_set(rule: RuleId, version: StatuteVersion) -> DispatchResult {
		let now = Moment(T::Time::now());
		ensure!(rules::is_within_horizon(version.effective_from, now), Error::<T>::BeyondHorizon);
		let old = Self::append(rule, version.clone())?;
		Self::deposit_event(Event::VersionSet { rule, old, new: version });
		Ok(())
	}

	/// Appends a version; the one that was the last until now.
	pub(crate) fn append(
		rule: RuleId,
		version: StatuteVersion,
	) -> Result<Option<StatuteVersion>, DispatchError> {
		rules::check_version(rule, &version, TestNetwork::<T>::get()).map_err(Error::<T>::from)?;
		Versions::<T>::try_mutate(rule, |versions| {
			rules::check_later(versions, &version).map_err(Error::<T>::from)?;
			let old = versions.last().cloned();
			versions.try_push(version).map_err(|_| Error::<T>::TooManyVersions)?;
			Ok(old)
		})
	}

	/// The version of a rule that governs at a moment.
	pub fn version_on(rule: RuleId, at: Moment) -> Option<StatuteVersion> {
		rules::governing(&Versions::<T>::get(rule), at).cloned()
	}

	/// Every version of a rule, ascending.
	pub fn versions(rule: RuleId) -> Vec<StatuteVersion> {
		Versions::<T>::get(rule).into_inner()
	}

	/// The rules that have a version, in order.
	pub fn rules() -> Vec<RuleId> {
		let mut rules: Vec<_> = Versions::<T>::iter_keys().collect();
		rules.sort_unstable();
		rules
	}

	/// Whether periods may count minutes here.
	pub fn is_test_network() -> bool {
		TestNetwork::<T>::get()
	}

	/// Stops a runtime whose limits cannot hold what the pallet promises.
	pub(crate) fn check_integrity() {
		assert!(T::MaxVersions::get() > 0, "a rule needs room for a version");
		assert!(T::MaxBatch::get() > 0, "a batch needs room for a version");
		let first = defaults::first_versions();
		assert_eq!(
			first.len(),
			defaults::FIRST_VERSIONS,
			"a first version has too long a citation"
		);
		for (rule, version) in &first {
			let checked = rules::check_version(*rule, version, false);
			assert!(checked.is_ok(), "the first version of {rule:?} is wrong: {checked:?}");
		}
		let limits = T::BlockLength::get();
		let room = *limits.max.get(DispatchClass::Normal);
		let largest = crate::pallet::Batch::<T>::max_encoded_len();
		assert!(
			u32::try_from(largest).is_ok_and(|largest| largest < room),
			"a full batch of {largest} bytes does not fit a block of {room}"
		);
	}
}

impl<T: Config> Statutes for Pallet<T> {
	fn version_on(rule: RuleId, at: Moment) -> Option<StatuteVersion> {
		Self::version_on(rule, at)
	}

	fn calendar(year: u16) -> Option<WorkingCalendar> {
		let now = Moment(T::Time::now());
		match Self::version_on(RuleId::WorkingDays(year), now)?.value {
			StatuteValue::Calendar(calendar) => Some(calendar),
			_ => None,
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_set(rule: RuleId, value: StatuteValue) {
		let version = StatuteVersion {
			effective_from: Moment(0),
			value,
			force: quanqi_types::Force::Binding,
			status: quanqi_types::StatuteStatus::LocalDefault,
			citation: quanqi_types::Text(b"benchmark".to_vec().try_into().unwrap_or_default()),
			citation_digest: None,
		};
		let mut versions = frame_support::BoundedVec::new();
		let _ = versions.try_push(version);
		Versions::<T>::insert(rule, versions);
	}
}
