//! Registration: one by one, in bulk, and the confirmations of co-owners.

use crate::{
	pallet::{
		Achievements, ByHolder, ByIdentifier, Config, Disclosures, Error, Event, NextId, Pallet,
		Submissions,
	},
	rules,
	types::{Achievement, BulkMode, Disclosure, Submission},
	weights::WeightInfo,
};
use alloc::{boxed::Box, vec::Vec};
use frame_support::{ensure, storage::with_storage_layer, weights::Weight, BoundedVec};
use quanqi_title::{Act, Actor, Cause, Consent, ConsentRole, Registration};
use quanqi_traits::{MemberStatus, Members, Statutes, Step, Titles};
use quanqi_types::{
	AchievementId, AchievementKind, Capability, Date, MandateId, MemberId, MemberKind, Moment,
	OfficialStatus, Permission, RuleId, Shares,
};
use sp_runtime::{DispatchError, DispatchResult};

/// Weight of a bulk registration: of its records as such, and of what each names beyond the one
/// owner and the one identifier that every record has.
pub(crate) fn weight_of_bulk<W: WeightInfo>(submissions: &[Submission]) -> Weight {
	let least = W::register(1, 1);
	let records = u32::try_from(submissions.len()).unwrap_or(u32::MAX);
	submissions.iter().fold(W::register_bulk(records), |sum, submission| {
		let one = W::register(submission.people(), submission.names());
		sum.saturating_add(one.saturating_sub(least))
	})
}

impl Submission {
	/// How many members it names: owners and completers, each looked up.
	pub fn people(&self) -> u32 {
		let people = self.owners.len().saturating_add(self.declaration.completers.len());
		u32::try_from(people).unwrap_or(u32::MAX)
	}

	/// How many identifiers it has, each looked up and taken.
	pub fn names(&self) -> u32 {
		u32::try_from(self.declaration.identifiers.len()).unwrap_or(u32::MAX)
	}

	fn owners(&self) -> Vec<MemberId> {
		self.owners.iter().map(|line| line.member).collect()
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_register(
		who: T::AccountId,
		submission: Submission,
		mandate: Option<MandateId>,
	) -> Result<AchievementId, DispatchError> {
		let parties = submission.owners();
		let actor = T::Members::acting(&who, Permission::Register, mandate, &parties)?;
		T::Members::ensure_capable(actor.member, Capability::Register)?;
		Self::enter(actor, submission)
	}

	pub(crate) fn do_register_bulk(
		who: T::AccountId,
		submissions: Submissions,
		mode: BulkMode,
		mandate: Option<MandateId>,
	) -> DispatchResult {
		let parties: Vec<_> = submissions.iter().flat_map(Submission::owners).collect();
		let actor = T::Members::acting(&who, Permission::Register, mandate, &parties)?;
		T::Members::ensure_capable(actor.member, Capability::Register)?;
		for (index, submission) in (0u32..).zip(submissions) {
			match mode {
				BulkMode::AllOrNone => {
					let achievement = Self::enter(actor, submission)?;
					Self::deposit_event(Event::BulkItemRegistered { index, achievement });
				}
				BulkMode::Each => Self::enter_on_its_own(actor, index, submission),
			}
		}
		Ok(())
	}

	fn enter_on_its_own(actor: Actor, index: u32, submission: Submission) {
		let identifiers = submission.declaration.identifiers.clone();
		let entered = with_storage_layer(|| Self::enter(actor, submission));
		Self::deposit_event(match entered {
			Ok(achievement) => Event::BulkItemRegistered { index, achievement },
			Err(error) => {
				let earlier = identifiers.iter().find_map(ByIdentifier::<T>::get);
				Event::BulkItemRefused { index, error, earlier }
			}
		});
	}

	/// Enters a record; a sole owner's is registered at once.
	pub(crate) fn enter(
		actor: Actor,
		submission: Submission,
	) -> Result<AchievementId, DispatchError> {
		let holder = actor.member;
		rules::check_declaration(&submission.declaration, holder, Self::today())
			.map_err(Error::<T>::from)?;
		let owners = Self::check_owners(&submission, holder)?;
		Self::check_completers(&submission.declaration.completers)?;
		if let crate::types::Funding::Commissioned { commissioner } = submission.declaration.funding
		{
			Self::ensure_known(commissioner)?;
		}
		let number = NextId::<T>::get();
		let achievement = AchievementId(number);
		NextId::<T>::put(number.checked_add(1).ok_or(Error::<T>::NumbersExhausted)?);
		Self::take_identifiers(achievement, &submission.declaration.identifiers)?;
		let now = T::Titles::now();
		let mut record = Achievement::disclosed(holder, submission.declaration, now);
		record.protection_until = Self::protection_of(&record, None)?;
		ByHolder::<T>::insert(holder, achievement, ());
		Self::deposit_event(Event::Disclosed {
			achievement,
			holder,
			mandate: actor.mandate.map(|mandate| mandate.id),
		});
		let disclosure = Disclosure { actor, owners, confirmed: BoundedVec::new() };
		// Refused now rather than when the last co-owner confirms.
		rules::pre_emptions(&record, &disclosure.owners).map_err(Error::<T>::from)?;
		if disclosure.awaited().next().is_none() {
			Self::begin_title(achievement, record, disclosure)?;
		} else {
			Self::store(achievement, record);
			Disclosures::<T>::insert(achievement, disclosure);
		}
		Ok(achievement)
	}

	fn check_owners(submission: &Submission, holder: MemberId) -> Result<Shares, DispatchError> {
		let owners = Shares::new(submission.owners.iter().copied(), submission.basis)
			.map_err(|_| Error::<T>::InvalidShares)?;
		ensure!(owners.contains(holder), Error::<T>::HolderNotOwner);
		owners.members().try_for_each(Self::ensure_known)?;
		Ok(owners)
	}

	fn check_completers(completers: &[MemberId]) -> DispatchResult {
		for completer in completers {
			let facts = T::Members::facts(*completer).ok_or(Error::<T>::UnknownMember)?;
			ensure!(facts.kind == MemberKind::Person, Error::<T>::CompleterNotPerson);
		}
		Ok(())
	}

	/// A suspended member keeps its rights and can be given some; an expelled one cannot.
	pub(crate) fn ensure_known(member: MemberId) -> DispatchResult {
		let facts = T::Members::facts(member).ok_or(Error::<T>::UnknownMember)?;
		ensure!(facts.status != MemberStatus::Expelled, Error::<T>::UnknownMember);
		Ok(())
	}

	/// End of protection by the kind's term from its day, of the law of that day; `None` while the
	/// right is not granted or where the kind has no end.
	pub(crate) fn protection_of(
		record: &Achievement,
		granted: Option<Date>,
	) -> Result<Option<Moment>, DispatchError> {
		let has_none = record.official.status != OfficialStatus::Granted
			|| record.kind == AchievementKind::PatentApplication;
		let base = rules::protection_base(record.kind, record.filed, granted);
		let Some(base) = base.filter(|_| !has_none) else { return Ok(None) };
		match T::Statutes::term_on(RuleId::ProtectionTerm(record.kind), base.start()) {
			None => Ok(None),
			Some(term) => rules::end_of_protection(base, term)
				.map(Some)
				.ok_or_else(|| Error::<T>::ProtectionNotCountable.into()),
		}
	}

	/// Registers a record: its title begins with its owners.
	fn begin_title(
		achievement: AchievementId,
		mut record: Achievement,
		disclosure: Disclosure,
	) -> DispatchResult {
		record.register(T::Titles::now()).map_err(Error::<T>::from)?;
		let Disclosure { actor, owners, confirmed } = disclosure;
		let registration = Registration {
			achievement,
			kind: record.kind,
			pre_emption: rules::pre_emptions(&record, &owners).map_err(Error::<T>::from)?,
			owners,
			status: record.official.status,
			protection_until: record.protection_until,
		};
		let holder = record.holder;
		Self::store(achievement, record);
		let step = Step {
			actor,
			cause: Cause::Declaration,
			legal_date: None,
			consents: confirmed.into_inner(),
			act: Act::Registered(Box::new(registration)),
		};
		T::Titles::append(achievement, step)?;
		Self::deposit_event(Event::Registered { achievement, holder });
		Ok(())
	}

	pub(crate) fn do_confirm(
		who: T::AccountId,
		achievement: AchievementId,
		owner: MemberId,
		mandate: Option<MandateId>,
	) -> DispatchResult {
		let mut disclosure = Disclosures::<T>::get(achievement).ok_or(Error::<T>::NotDisclosed)?;
		let parties: Vec<_> = disclosure.owners.members().collect();
		let actor = T::Members::acting(&who, Permission::Register, mandate, &parties)?;
		let is_own = actor.member == owner;
		let administers = mandate.is_none()
			&& T::Members::is_administrator_of(actor.member, owner)
			&& !parties.contains(&actor.member);
		ensure!(is_own || administers, Error::<T>::NotForOwner);
		ensure!(disclosure.awaited().any(|awaited| awaited == owner), Error::<T>::NotAwaited);
		let consent = Consent {
			member: owner,
			role: ConsentRole::CoOwner,
			deemed: false,
			mandate: actor.mandate,
		};
		disclosure.confirmed.try_push(consent).map_err(|_| Error::<T>::NotAwaited)?;
		Self::deposit_event(Event::Confirmed { achievement, owner, by: actor.member });
		if disclosure.awaited().next().is_some() {
			Disclosures::<T>::insert(achievement, disclosure);
			return Ok(());
		}
		Disclosures::<T>::remove(achievement);
		let record = Self::existing(achievement)?;
		Self::begin_title(achievement, record, disclosure)
	}

	pub(crate) fn do_withdraw_disclosure(
		who: T::AccountId,
		achievement: AchievementId,
		mandate: Option<MandateId>,
	) -> DispatchResult {
		let record = Self::existing(achievement)?;
		ensure!(Disclosures::<T>::contains_key(achievement), Error::<T>::NotDisclosed);
		let actor = T::Members::acting(&who, Permission::Register, mandate, &[])?;
		ensure!(actor.member == record.holder, Error::<T>::NotHolder);
		Disclosures::<T>::remove(achievement);
		Self::leave_groups(achievement);
		Self::free_identifiers(&record);
		ByHolder::<T>::remove(record.holder, achievement);
		Achievements::<T>::remove(achievement);
		Self::deposit_event(Event::DisclosureWithdrawn { achievement, holder: record.holder });
		Ok(())
	}
}
