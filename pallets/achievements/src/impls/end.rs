//! How a record ends: retired by its owners, or voided by decision.

use crate::{
	pallet::{Config, Disclosures, Error, Event, Pallet, Retirement, Retirements},
	types::Label,
};
use frame_support::ensure;
use quanqi_title::{Act, Actor, Cause, Consent, ConsentRole, Reason};
use quanqi_traits::{Members, Step, Titles};
use quanqi_types::{AchievementId, Capability, Digest, LedgerStatus, MandateId, Permission};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_retire(
		who: T::AccountId,
		achievement: AchievementId,
		mandate: Option<MandateId>,
	) -> DispatchResult {
		let record = Self::existing(achievement)?;
		ensure!(record.ledger_status == LedgerStatus::Registered, Error::<T>::WrongLedgerStatus);
		let title = T::Titles::title(achievement).ok_or(Error::<T>::WrongLedgerStatus)?;
		let others: alloc::vec::Vec<_> = title.owners.members().collect();
		let actor = T::Members::acting(&who, Permission::Dispose, mandate, &others)?;
		ensure!(title.owners.contains(actor.member), Error::<T>::NotOwner);
		// Who sold its share since has no say any more.
		let mut declared = Retirements::<T>::get(achievement);
		declared.retain(|consent| {
			title.owners.contains(consent.member) && consent.member != actor.member
		});
		let step = Step {
			actor,
			cause: Cause::Declaration,
			legal_date: None,
			consents: declared.to_vec(),
			act: Act::Retired { voided: false },
		};
		match T::Titles::check(achievement, &step) {
			Err(refusal) if refusal.reason == Reason::ConsentMissing => {
				Self::declare_retirement(achievement, declared, actor)
			}
			_ => {
				T::Titles::append(achievement, step)?;
				Self::close_as_retired(achievement)
			}
		}
	}

	fn declare_retirement(
		achievement: AchievementId,
		mut declared: Retirement,
		actor: Actor,
	) -> DispatchResult {
		let owner = actor.member;
		let consent = Consent {
			member: owner,
			role: ConsentRole::CoOwner,
			deemed: false,
			mandate: actor.mandate,
		};
		declared.try_push(consent).map_err(|_| Error::<T>::NotOwner)?;
		Retirements::<T>::insert(achievement, declared);
		Self::deposit_event(Event::RetirementDeclared { achievement, owner });
		Ok(())
	}

	fn close_as_retired(achievement: AchievementId) -> DispatchResult {
		let mut record = Self::stored(achievement)?;
		record.retire().map_err(Error::<T>::from)?;
		Self::store(achievement, record);
		Retirements::<T>::remove(achievement);
		Self::deposit_event(Event::Retired { achievement });
		Ok(())
	}

	pub(crate) fn do_take_back_retirement(
		who: T::AccountId,
		achievement: AchievementId,
		mandate: Option<MandateId>,
	) -> DispatchResult {
		let actor = T::Members::acting(&who, Permission::Dispose, mandate, &[])?;
		let owner = actor.member;
		let mut declared = Retirements::<T>::get(achievement);
		let before = declared.len();
		declared.retain(|consent| consent.member != owner);
		ensure!(declared.len() < before, Error::<T>::NotDeclared);
		match declared.is_empty() {
			true => Retirements::<T>::remove(achievement),
			false => Retirements::<T>::insert(achievement, declared),
		}
		Self::deposit_event(Event::RetirementTakenBack { achievement, owner });
		Ok(())
	}

	pub(crate) fn do_void(
		who: T::AccountId,
		achievement: AchievementId,
		document: Label,
		digest: Digest,
	) -> DispatchResult {
		let mut record = Self::existing(achievement)?;
		let authority = Self::authority(&who, Capability::Adjudicate, achievement, &record)?;
		let decision = Self::decision(authority, document, digest)?;
		let has_title = T::Titles::title(achievement).is_some();
		record.void().map_err(Error::<T>::from)?;
		Self::free_identifiers(&record);
		Self::store(achievement, record);
		Disclosures::<T>::remove(achievement);
		Retirements::<T>::remove(achievement);
		if has_title {
			let step = Step {
				actor: Actor { member: authority, mandate: None },
				cause: Cause::Decision(decision.clone()),
				legal_date: None,
				consents: Default::default(),
				act: Act::Retired { voided: true },
			};
			T::Titles::append(achievement, step)?;
		}
		Self::deposit_event(Event::Voided { achievement, decision });
		Ok(())
	}
}
