//! What holders and owners add to their records.

use crate::{
	pallet::{ByHolder, Config, Error, Event, Pallet},
	rules,
	types::{Evidence, Label, TitleText},
};
use frame_support::ensure;
use quanqi_types::{
	bounds::MAX_TITLE_TEXT_BYTES, AchievementId, Capability, Digest, Identifier, MandateId,
	MemberId, Text,
};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_add_evidence(
		who: T::AccountId,
		achievement: AchievementId,
		evidence: Evidence,
		mandate: Option<MandateId>,
	) -> DispatchResult {
		let mut record = Self::open_record(achievement)?;
		let actor = Self::writer(&who, mandate, achievement, &record)?;
		rules::check_evidence(&evidence).map_err(Error::<T>::from)?;
		let is_there = record.evidence.iter().any(|known| known.digest == evidence.digest);
		ensure!(!is_there, Error::<T>::RepeatedEvidence);
		record.evidence.try_push(evidence.clone()).map_err(|_| Error::<T>::TooMuchEvidence)?;
		Self::store(achievement, record);
		Self::deposit_event(Event::EvidenceAdded { achievement, evidence, by: actor.member });
		Ok(())
	}

	pub(crate) fn do_add_identifier(
		who: T::AccountId,
		achievement: AchievementId,
		identifier: Identifier,
		mandate: Option<MandateId>,
	) -> DispatchResult {
		let mut record = Self::open_record(achievement)?;
		let actor = Self::writer(&who, mandate, achievement, &record)?;
		rules::check_identifier(&identifier, record.kind, record.holder)
			.map_err(Error::<T>::from)?;
		Self::take_identifiers(achievement, [&identifier])?;
		record
			.identifiers
			.try_push(identifier.clone())
			.map_err(|_| Error::<T>::TooManyIdentifiers)?;
		Self::store(achievement, record);
		Self::deposit_event(Event::IdentifierAdded { achievement, identifier, by: actor.member });
		Ok(())
	}

	pub(crate) fn do_publish_title(
		who: T::AccountId,
		achievement: AchievementId,
		salt: [u8; 32],
		text: Text<MAX_TITLE_TEXT_BYTES>,
		mandate: Option<MandateId>,
	) -> DispatchResult {
		let mut record = Self::open_record(achievement)?;
		Self::writer(&who, mandate, achievement, &record)?;
		let TitleText::Sealed(old) = record.title else {
			return Err(Error::<T>::NotSealed.into());
		};
		text.validate().map_err(|_| Error::<T>::InvalidText)?;
		ensure!(old.opens(salt, &text.0), Error::<T>::WrongOpening);
		record.title = TitleText::Open(text.clone());
		Self::store(achievement, record);
		Self::deposit_event(Event::TitlePublished { achievement, old, new: text });
		Ok(())
	}

	pub(crate) fn do_change_holder(
		who: T::AccountId,
		achievement: AchievementId,
		holder: MemberId,
		document: Label,
		digest: Digest,
	) -> DispatchResult {
		let mut record = Self::open_record(achievement)?;
		let authority = Self::authority(&who, Capability::Adjudicate, achievement, &record)?;
		ensure!(authority != holder, Error::<T>::AuthorityIsParty);
		let decision = Self::decision(authority, document, digest)?;
		ensure!(record.holder != holder, Error::<T>::SameHolder);
		Self::ensure_known(holder)?;
		let old = core::mem::replace(&mut record.holder, holder);
		ByHolder::<T>::remove(old, achievement);
		ByHolder::<T>::insert(holder, achievement, ());
		Self::store(achievement, record);
		Self::deposit_event(Event::HolderChanged { achievement, old, new: holder, decision });
		Ok(())
	}
}
