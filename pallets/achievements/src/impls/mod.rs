//! What the calls do, by topic.

mod attest;
mod end;
mod groups;
mod read;
mod register;
mod write;

use crate::{
	pallet::{Achievements, ByIdentifier, Config, Disclosures, Error, Pallet, Submissions},
	rules::Fault,
	types::{Achievement, Label, Record, WrongLedgerStatus},
	weights::WeightInfo,
};
use codec::MaxEncodedLen;
use frame_support::{dispatch::DispatchClass, ensure, traits::Get};
use quanqi_title::{Actor, DecisionRef};
use quanqi_traits::{Members, Titles};
use quanqi_types::{
	AchievementId, Capability, Date, Digest, Identifier, LedgerStatus, MandateId, MemberId,
	Permission,
};
use sp_runtime::{DispatchError, DispatchResult};

pub(crate) use register::weight_of_bulk;

impl<T> From<Fault> for Error<T> {
	fn from(fault: Fault) -> Self {
		match fault {
			Fault::InvalidText => Self::InvalidText,
			Fault::NoIdentifier => Self::NoIdentifier,
			Fault::InvalidIdentifier => Self::InvalidIdentifier,
			Fault::WrongScheme => Self::WrongScheme,
			Fault::IssuerNotHolder => Self::IssuerNotHolder,
			Fault::RepeatedCompleter => Self::RepeatedCompleter,
			Fault::DateInFuture => Self::DateInFuture,
			Fault::WrongStatusForKind => Self::WrongStatusForKind,
			Fault::WrongStatusOrder => Self::WrongStatusOrder,
			Fault::AttestationOutOfOrder => Self::AttestationOutOfOrder,
			Fault::BeforeFiling => Self::BeforeFiling,
			Fault::WrongKind => Self::WrongKind,
			Fault::TooManyPreEmptions => Self::TooManyPreEmptions,
		}
	}
}

impl<T> From<WrongLedgerStatus> for Error<T> {
	fn from(_: WrongLedgerStatus) -> Self {
		Self::WrongLedgerStatus
	}
}

impl<T: Config> Pallet<T> {
	/// The record with what its title says of it.
	pub fn record(achievement: AchievementId) -> Option<Achievement> {
		let Record::V1(mut record) = Achievements::<T>::get(achievement)?;
		if let Some(title) = T::Titles::title(achievement) {
			record.kind = title.kind;
			record.ledger_status = title.ledger_status;
			record.official.status = title.official_status;
			record.protection_until = title.protection_until;
		}
		Some(record)
	}

	/// The record as this pallet wrote it.
	fn stored(achievement: AchievementId) -> Result<Achievement, DispatchError> {
		let Record::V1(record) =
			Achievements::<T>::get(achievement).ok_or(Error::<T>::NoSuchAchievement)?;
		Ok(record)
	}

	fn existing(achievement: AchievementId) -> Result<Achievement, DispatchError> {
		Self::record(achievement).ok_or_else(|| Error::<T>::NoSuchAchievement.into())
	}

	/// A record about which something may still be written.
	fn open_record(achievement: AchievementId) -> Result<Achievement, DispatchError> {
		let record = Self::existing(achievement)?;
		ensure!(record.is_open(), Error::<T>::WrongLedgerStatus);
		Ok(record)
	}

	fn store(achievement: AchievementId, record: Achievement) {
		Achievements::<T>::insert(achievement, Record::V1(record));
	}

	pub(crate) fn today() -> Date {
		Date::from_moment(T::Titles::now())
	}

	/// The holder, and everyone who owns or will own a share.
	fn is_party(achievement: AchievementId, record: &Achievement, member: MemberId) -> bool {
		let owns = T::Titles::title(achievement).is_some_and(|title| title.owners.contains(member));
		let will_own = Disclosures::<T>::get(achievement)
			.is_some_and(|disclosure| disclosure.owners.contains(member));
		record.holder == member || owns || will_own
	}

	/// An authority that is no party to the record. No mandate serves its acts.
	fn authority(
		who: &T::AccountId,
		capability: Capability,
		achievement: AchievementId,
		record: &Achievement,
	) -> Result<MemberId, DispatchError> {
		let authority = Self::capable_authority(who, capability)?;
		ensure!(!Self::is_party(achievement, record, authority), Error::<T>::AuthorityIsParty);
		Ok(authority)
	}

	fn capable_authority(
		who: &T::AccountId,
		capability: Capability,
	) -> Result<MemberId, DispatchError> {
		let authority = T::Members::member(who, Permission::Authority)?;
		T::Members::ensure_capable(authority, capability)?;
		Ok(authority)
	}

	/// Who writes about a record: its holder while it is disclosed, any owner once it is registered.
	fn writer(
		who: &T::AccountId,
		mandate: Option<MandateId>,
		achievement: AchievementId,
		record: &Achievement,
	) -> Result<Actor, DispatchError> {
		let actor = T::Members::acting(who, Permission::Register, mandate, &[])?;
		Self::ensure_writer(actor.member, achievement, record)?;
		Ok(actor)
	}

	fn ensure_writer(
		member: MemberId,
		achievement: AchievementId,
		record: &Achievement,
	) -> DispatchResult {
		let may_write = match record.ledger_status {
			LedgerStatus::Disclosed => record.holder == member,
			_ => T::Titles::title(achievement).is_some_and(|title| title.owners.contains(member)),
		};
		ensure!(may_write, Error::<T>::NotWriter);
		Ok(())
	}

	/// Takes identifiers for a record; the first that is taken refuses, naming the earlier record.
	fn take_identifiers<'a>(
		achievement: AchievementId,
		identifiers: impl IntoIterator<Item = &'a Identifier>,
	) -> DispatchResult {
		for identifier in identifiers {
			if let Some(earlier) = ByIdentifier::<T>::get(identifier) {
				return Err(Error::<T>::IdentifierTaken(earlier.into()).into());
			}
			ByIdentifier::<T>::insert(identifier, achievement);
		}
		Ok(())
	}

	fn free_identifiers(record: &Achievement) {
		for identifier in &record.identifiers {
			ByIdentifier::<T>::remove(identifier);
		}
	}

	fn decision(
		authority: MemberId,
		document: Label,
		digest: Digest,
	) -> Result<DecisionRef, DispatchError> {
		document.validate().map_err(|_| Error::<T>::InvalidText)?;
		Ok(DecisionRef { authority, document, digest })
	}

	/// Stops a runtime in which a bulk call of 200 of the largest records has no room in bytes, or one
	/// of 200 usual records (an owner, eight completers, two identifiers) in weight.
	pub(crate) fn check_integrity() {
		let lengths = T::BlockLength::get();
		let room = *lengths.max.get(DispatchClass::Normal);
		let largest = Submissions::max_encoded_len();
		assert!(
			u32::try_from(largest).is_ok_and(|largest| largest < room),
			"a bulk registration of {largest} bytes does not fit a block of {room}"
		);
		let limits = T::BlockWeights::get();
		let most = limits.get(DispatchClass::Normal).max_extrinsic.or(Some(limits.max_block));
		let more = T::WeightInfo::register(9, 2).saturating_sub(T::WeightInfo::register(1, 1));
		let usual = T::WeightInfo::register_bulk(200).saturating_add(more.saturating_mul(200));
		quanqi_traits::assert_calls_fit(most, [usual, T::WeightInfo::attest_status_bulk(200)]);
	}
}
