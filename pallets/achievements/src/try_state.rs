//! The invariants of the README, with the same numbers.

use crate::{
	pallet::{
		Achievements, BundleOf, Bundles, ByHolder, ByIdentifier, Config, Disclosures, Families,
		FamilyOf, NextId, Pallet, Retirements,
	},
	types::{Achievement, Record},
};
use frame_support::ensure;
use quanqi_traits::Titles;
use quanqi_types::{AchievementId, LedgerStatus};
use sp_runtime::TryRuntimeError;

type Checked = Result<(), TryRuntimeError>;

impl<T: Config> Pallet<T> {
	/// Checks I1 to I7 over every record and index.
	pub fn do_try_state() -> Checked {
		for (achievement, Record::V1(record)) in Achievements::<T>::iter() {
			Self::check_record(achievement, &record)?;
		}
		Self::check_indices()?;
		Self::check_waiting()?;
		Self::check_groups()
	}

	fn check_record(achievement: AchievementId, record: &Achievement) -> Checked {
		// I1: numbers are given once, from a counter.
		ensure!(achievement.0 < NextId::<T>::get(), "I1: a record has a number not given yet");
		// I2: `take_identifiers` and `free_identifiers` write the index with the record.
		let is_void = record.ledger_status == LedgerStatus::Voided;
		for identifier in &record.identifiers {
			let named = ByIdentifier::<T>::get(identifier);
			ensure!(
				is_void || named == Some(achievement),
				"I2: an identifier of a record names another one, or none"
			);
			ensure!(
				!is_void || named != Some(achievement),
				"I2: an identifier names a voided record"
			);
		}
		// I3: the holder's index is written with the holder.
		ensure!(
			ByHolder::<T>::contains_key(record.holder, achievement),
			"I3: a record is missing in its holder's index"
		);
		// I4: disclosed records wait and have no title; registered and retired ones have one.
		let is_waiting = Disclosures::<T>::contains_key(achievement);
		let title = T::Titles::title(achievement);
		ensure!(
			is_waiting == (record.ledger_status == LedgerStatus::Disclosed),
			"I4: a record waits for co-owners and is not disclosed, or the reverse"
		);
		match record.ledger_status {
			LedgerStatus::Disclosed => {
				ensure!(title.is_none(), "I4: a disclosed record has a title")
			}
			LedgerStatus::Registered | LedgerStatus::Retired => {
				ensure!(title.is_some(), "I4: a registered record has no title")
			}
			LedgerStatus::Voided => {}
		}
		// I5: every step of this pallet writes the title's ledger status and its own together.
		if let Some(title) = title {
			ensure!(
				title.ledger_status == record.ledger_status,
				"I5: record and title differ in ledger status"
			);
		}
		Ok(())
	}

	fn check_indices() -> Checked {
		for (identifier, achievement) in ByIdentifier::<T>::iter() {
			let Some(Record::V1(record)) = Achievements::<T>::get(achievement) else {
				return Err("I2: an identifier names no record".into());
			};
			ensure!(
				record.identifiers.contains(&identifier),
				"I2: an identifier names a record that does not carry it"
			);
		}
		for (holder, achievement, ()) in ByHolder::<T>::iter() {
			let Some(Record::V1(record)) = Achievements::<T>::get(achievement) else {
				return Err("I3: a holder's index names no record".into());
			};
			ensure!(record.holder == holder, "I3: a holder's index names another's record");
		}
		Ok(())
	}

	fn check_waiting() -> Checked {
		for (achievement, disclosure) in Disclosures::<T>::iter() {
			ensure!(
				Achievements::<T>::contains_key(achievement),
				"I4: a disclosure waits without a record"
			);
			// I6: the last confirmation registers, and only owners confirm.
			ensure!(
				disclosure.awaited().next().is_some(),
				"I6: every owner confirmed, and the record still waits"
			);
			let are_owners =
				disclosure.confirmed.iter().all(|one| disclosure.owners.contains(one.member));
			ensure!(are_owners, "I6: somebody confirmed who is no owner");
		}
		for (achievement, declared) in Retirements::<T>::iter() {
			ensure!(!declared.is_empty(), "I6: a retirement is stored that nobody declared");
			ensure!(
				T::Titles::title(achievement).is_some(),
				"I6: a retirement is declared without a title"
			);
		}
		Ok(())
	}

	fn check_groups() -> Checked {
		// I7: both sides of a family and of a bundle are written together.
		for (achievement, family) in FamilyOf::<T>::iter() {
			ensure!(
				Families::<T>::contains_key(family, achievement),
				"I7: a family does not list a record that names it"
			);
			ensure!(Achievements::<T>::contains_key(achievement), "I7: a family lists no record");
		}
		for (family, achievement, ()) in Families::<T>::iter() {
			ensure!(
				FamilyOf::<T>::get(achievement) == Some(family),
				"I7: a family lists a record that does not name it"
			);
		}
		for (achievement, bundle) in BundleOf::<T>::iter() {
			let lists = Bundles::<T>::get(bundle)
				.is_some_and(|found| found.achievements.contains(&achievement));
			ensure!(lists, "I7: a bundle does not list a record that names it");
		}
		for (bundle, found) in Bundles::<T>::iter() {
			for achievement in &found.achievements {
				ensure!(
					BundleOf::<T>::get(achievement) == Some(bundle),
					"I7: a bundle lists a record that does not name it"
				);
			}
		}
		Ok(())
	}
}
