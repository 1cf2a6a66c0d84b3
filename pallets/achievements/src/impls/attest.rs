//! The acts of offices, and exclusions.

use crate::{
	pallet::{Attestations, Config, Error, Event, Pallet},
	rules,
	types::{Attestation, AttestedBy, BulkMode, Exclusion, OfficialRecord},
};
use frame_support::{ensure, storage::with_storage_layer};
use quanqi_title::{Act, Actor, Cause, LegalDate};
use quanqi_traits::{Step, Titles};
use quanqi_types::{AchievementId, Capability, Date, ExclusionClass, LedgerStatus, MemberId};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_attest_status(who: T::AccountId, attestation: Attestation) -> DispatchResult {
		let office = Self::capable_authority(&who, Capability::AttestRegister)?;
		Self::attest(office, attestation)
	}

	pub(crate) fn do_attest_status_bulk(
		who: T::AccountId,
		attestations: Attestations,
		mode: BulkMode,
	) -> DispatchResult {
		let office = Self::capable_authority(&who, Capability::AttestRegister)?;
		for (index, attestation) in (0u32..).zip(attestations) {
			let achievement = attestation.achievement;
			let attested = with_storage_layer(|| Self::attest(office, attestation));
			match (mode, attested) {
				(_, Ok(())) => {}
				(BulkMode::AllOrNone, Err(error)) => return Err(error),
				(BulkMode::Each, Err(error)) => {
					Self::deposit_event(Event::BulkAttestationRefused { index, achievement, error })
				}
			}
		}
		Ok(())
	}

	fn attest(office: MemberId, attestation: Attestation) -> DispatchResult {
		let achievement = attestation.achievement;
		let mut record = Self::open_record(achievement)?;
		ensure!(!Self::is_party(achievement, &record, office), Error::<T>::AuthorityIsParty);
		let (old, old_kind) = (record.official.status, record.kind);
		let kind = rules::check_attestation(&attestation, &record, old_kind, old, Self::today())
			.map_err(Error::<T>::from)?;
		let Attestation { status, legal_date, document, filed, protection_until, .. } = attestation;
		record.kind = kind;
		record.filed = filed.or(record.filed);
		record.official = OfficialRecord {
			status,
			attested: Some(AttestedBy { member: office, legal_date, document: document.clone() }),
		};
		let computed = Self::protection_of(&record, Some(legal_date))?;
		record.protection_until = protection_until.or(computed).or(record.protection_until);
		let protection_until = record.protection_until;
		let is_registered = record.ledger_status == LedgerStatus::Registered;
		Self::store(achievement, record);
		if is_registered {
			let step = Step {
				actor: Actor { member: office, mandate: None },
				cause: Cause::Office(document),
				legal_date: Some(LegalDate { moment: legal_date.start(), attested_by: office }),
				consents: Default::default(),
				act: Act::StatusChanged { status, protection_until, kind },
			};
			T::Titles::append(achievement, step)?;
		}
		Self::deposit_event(Event::StatusAttested {
			achievement,
			old,
			new: status,
			old_kind,
			new_kind: kind,
			protection_until,
			legal_date,
			attested_by: office,
		});
		Ok(())
	}

	pub(crate) fn do_set_exclusion(
		who: T::AccountId,
		achievement: AchievementId,
		class: ExclusionClass,
		review_on: Date,
	) -> DispatchResult {
		let mut record = Self::open_record(achievement)?;
		let set_by = Self::authority(&who, Capability::Adjudicate, achievement, &record)?;
		ensure!(review_on.is_valid() && review_on > Self::today(), Error::<T>::ReviewNotAhead);
		let new = Exclusion { class, review_on, set_by, set_at: T::Titles::now() };
		let old = record.exclusion.replace(new);
		Self::store(achievement, record);
		Self::deposit_event(Event::ExclusionSet { achievement, old, new });
		Ok(())
	}

	pub(crate) fn do_lift_exclusion(
		who: T::AccountId,
		achievement: AchievementId,
	) -> DispatchResult {
		let mut record = Self::existing(achievement)?;
		let by = Self::authority(&who, Capability::Adjudicate, achievement, &record)?;
		let old = record.exclusion.take().ok_or(Error::<T>::NotExcluded)?;
		Self::store(achievement, record);
		Self::deposit_event(Event::ExclusionLifted { achievement, old, by });
		Ok(())
	}
}
