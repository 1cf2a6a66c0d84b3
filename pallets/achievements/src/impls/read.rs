//! What others ask: the trait of neighbours, and the views of the runtime API.

use crate::{
	pallet::{
		Achievements as Records, BundleOf, Bundles, ByHolder, ByIdentifier, Config, Disclosures,
		Families, FamilyOf, NextId, Pallet,
	},
	runtime_api::{AchievementPage, AchievementView, MAX_PAGE},
	types::{Bundle, BundleId, FamilyId, Submission},
};
use alloc::vec::Vec;
use frame_support::storage::{with_transaction, TransactionOutcome};
use quanqi_title::Actor;
use quanqi_traits::{AchievementFacts, Achievements, Members, Titles};
use quanqi_types::{AchievementId, Capability, Identifier, MemberId};
use sp_runtime::DispatchError;

impl<T: Config> Achievements for Pallet<T> {
	fn facts(achievement: AchievementId) -> Option<AchievementFacts> {
		let record = Self::record(achievement)?;
		Some(AchievementFacts {
			holder: record.holder,
			kind: record.kind,
			ledger_status: record.ledger_status,
			official_status: record.official.status,
			protection_until: record.protection_until,
			funding: record.funding.kind(),
			service: record.service,
			exclusion: record.exclusion.map(|exclusion| exclusion.class),
			completers: record.completers.into_inner(),
			completed: record.completed.map(|date| date.start()),
		})
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_set(achievement: AchievementId, facts: AchievementFacts) {
		crate::benchmarking::enter::<T>(achievement, facts);
	}
}

impl<T: Config> Pallet<T> {
	/// Everything known of a record.
	pub fn view(achievement: AchievementId) -> Option<AchievementView> {
		let record = Self::record(achievement)?;
		let disclosure = Disclosures::<T>::get(achievement);
		let awaited = disclosure.iter().flat_map(|waiting| waiting.awaited()).collect();
		let owners = T::Titles::title(achievement)
			.map(|title| title.owners)
			.or_else(|| disclosure.map(|waiting| waiting.owners));
		Some(AchievementView {
			achievement,
			record,
			owners,
			awaited,
			family: FamilyOf::<T>::get(achievement),
			bundle: BundleOf::<T>::get(achievement),
		})
	}

	/// The achievement that an identifier names.
	pub fn by_identifier(identifier: &Identifier) -> Option<AchievementId> {
		ByIdentifier::<T>::get(identifier)
	}

	/// Records after a number, ascending; at most [`MAX_PAGE`].
	pub fn page(after: Option<AchievementId>, limit: u32) -> AchievementPage {
		let first = after.map_or(0, |after| after.0.saturating_add(1));
		let known = (first..NextId::<T>::get())
			.map(AchievementId)
			.filter(|number| Records::<T>::contains_key(number));
		Self::page_of(known, limit)
	}

	/// Records of a holder after one of them, in the order of the index; at most [`MAX_PAGE`].
	pub fn page_by_holder(
		holder: MemberId,
		after: Option<AchievementId>,
		limit: u32,
	) -> AchievementPage {
		match after {
			None => Self::page_of(ByHolder::<T>::iter_key_prefix(holder), limit),
			Some(after) => {
				let from = ByHolder::<T>::hashed_key_for(holder, after);
				Self::page_of(ByHolder::<T>::iter_key_prefix_from(holder, from), limit)
			}
		}
	}

	fn page_of(numbers: impl Iterator<Item = AchievementId>, limit: u32) -> AchievementPage {
		let limit = usize::try_from(limit.clamp(1, MAX_PAGE)).unwrap_or(1);
		let mut numbers = numbers.peekable();
		let items: Vec<_> = numbers.by_ref().take(limit).filter_map(Self::view).collect();
		let next = numbers.peek().and(items.last()).map(|last| last.achievement);
		AchievementPage { items, next }
	}

	/// The records of a family, ascending.
	pub fn family(family: FamilyId) -> Vec<AchievementId> {
		let mut records: Vec<_> = Families::<T>::iter_key_prefix(family).collect();
		records.sort_unstable();
		records
	}

	/// A bundle.
	pub fn bundle(bundle: BundleId) -> Option<Bundle> {
		Bundles::<T>::get(bundle)
	}

	/// Whether a holder could register this now, without writing anything.
	pub fn check_registration(
		holder: MemberId,
		submission: Submission,
	) -> Result<(), DispatchError> {
		T::Members::ensure_capable(holder, Capability::Register)?;
		with_transaction(|| {
			let actor = Actor { member: holder, mandate: None };
			let entered: Result<(), DispatchError> = Self::enter(actor, submission).map(|_| ());
			TransactionOutcome::Rollback(entered)
		})
	}
}
