//! Inside the unit: proposing, amending, approving, refusing, giving notice.

use crate::{
	pallet::*,
	rules::{self, Matter},
	types::*,
};
use alloc::vec::Vec;
use frame_support::{ensure, BoundedVec};
use quanqi_traits::{
	Achievements, Members, NewNotice, NoticeOutcome, NoticeSubject, Notices, OnNoticeOver, Titles,
};
use quanqi_types::{
	bounds::MAX_KEYS, Capability, Digest, GrantId, MemberId, Moment, NoticeId, Permission,
};
use sp_runtime::{DispatchError, DispatchResult, SaturatedConversion};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_set_approvals(who: T::AccountId, number: u8) -> DispatchResult {
		let unit = T::Members::member(&who, Permission::Full)?;
		let is_possible = (1..=MAX_KEYS).contains(&number.into());
		ensure!(is_possible, Error::<T>::WrongNumberOfApprovals);
		let old = ApprovalsOf::<T>::get(unit);
		ApprovalsOf::<T>::insert(unit, number);
		Self::deposit_event(Event::ApprovalsSet { unit, old, new: number });
		Ok(())
	}

	/// What statutes say of the terms by the law of a date (G1 to G5, G8).
	pub(crate) fn judge(
		unit: MemberId,
		terms: &Terms,
		at: Moment,
	) -> Result<Vec<Judged>, Error<T>> {
		let facts = T::Achievements::facts(terms.achievement).ok_or(Error::<T>::G1NotRegistered)?;
		let title = T::Titles::title(terms.achievement).ok_or(Error::<T>::G1NotRegistered)?;
		let unit_facts = T::Members::facts(unit).ok_or(Error::<T>::G1NotAUnit)?;
		let matter = Matter { unit, unit_facts, facts: &facts, title: &title, at };
		Ok(rules::judge::<T::Statutes>(terms, &matter)?)
	}

	/// The same, and refuses where a binding rule is not met.
	pub(crate) fn ensure_lawful(
		unit: MemberId,
		terms: &Terms,
		at: Moment,
	) -> Result<Vec<Judged>, Error<T>> {
		let judged = Self::judge(unit, terms, at)?;
		rules::enforce(&judged)?;
		Ok(judged)
	}

	pub(crate) fn do_propose(who: T::AccountId, terms: Terms) -> DispatchResult {
		let unit = T::Members::member(&who, Permission::Dispose)?;
		let now = T::Titles::now();
		Self::ensure_lawful(unit, &terms, now)?;
		let id = NextId::<T>::get();
		NextId::<T>::put(id.checked_add(1).ok_or(Error::<T>::NumbersExhausted)?);
		let (id, achievement) = (GrantId(id), terms.achievement);
		let grant = Self::version_of(unit, 0, terms, now);
		let approvals_needed = grant.approvals_needed;
		ByAchievement::<T>::insert(achievement, id, ());
		Self::save(id, grant);
		Self::deposit_event(Event::Proposed { grant: id, achievement, unit, approvals_needed });
		Ok(())
	}

	/// A version of a grant that nobody has approved.
	pub(crate) fn version_of(unit: MemberId, version: u32, terms: Terms, now: Moment) -> Grant {
		Grant {
			unit,
			version,
			terms,
			approvals_needed: ApprovalsOf::<T>::get(unit),
			status: GrantStatus::Proposed,
			proposed: now,
			notice: None,
			notice_closed: None,
			agreed: None,
			judged: BoundedVec::new(),
			effects: Effects::None,
			effective: None,
			ended: None,
		}
	}

	pub(crate) fn do_amend(who: T::AccountId, id: GrantId, terms: Terms) -> DispatchResult {
		let grant = Self::of_unit(&who, Permission::Dispose, id)?;
		ensure!(grant.status.is_before_agreement(), Error::<T>::WrongStatus);
		let is_same = grant.terms.achievement == terms.achievement;
		ensure!(is_same, Error::<T>::AchievementDiffers);
		let now = T::Titles::now();
		Self::ensure_lawful(grant.unit, &terms, now)?;
		Self::take_notice_back(&grant)?;
		let old = grant.version;
		let new = old.checked_add(1).ok_or(Error::<T>::NumbersExhausted)?;
		Self::forget_words(id);
		Self::save(id, Self::version_of(grant.unit, new, terms, now));
		Self::deposit_event(Event::Amended { grant: id, old, new });
		Ok(())
	}

	/// Approvals, acceptances and consents count for one version, and until it is decided.
	fn forget_words(id: GrantId) {
		Approvals::<T>::remove(id);
		Accepted::<T>::remove(id);
		Given::<T>::remove(id);
	}

	/// Ends the notice of a grant that is given up or changed, while it is open.
	fn take_notice_back(grant: &Grant) -> DispatchResult {
		match grant.notice {
			Some(notice) if grant.notice_closed.is_none() => T::Notices::withdraw(notice),
			_ => Ok(()),
		}
	}

	/// The grant, when the key may approve for its unit, and the unit may.
	fn to_approve(who: &T::AccountId, id: GrantId) -> Result<Grant, DispatchError> {
		let grant = Self::of_unit(who, Permission::Approve, id)?;
		T::Members::ensure_capable(grant.unit, Capability::Approve)?;
		Ok(grant)
	}

	pub(crate) fn do_approve(who: T::AccountId, id: GrantId, version: u32) -> DispatchResult {
		let mut grant = Self::to_approve(&who, id)?;
		ensure!(grant.status == GrantStatus::Proposed, Error::<T>::WrongStatus);
		ensure!(grant.version == version, Error::<T>::VersionDiffers);
		let mut keys = Approvals::<T>::get(id);
		ensure!(!keys.contains(&who), Error::<T>::ApprovedAlready);
		keys.try_push(who.clone()).map_err(|_| Error::<T>::ApprovedAlready)?;
		let given: u8 = keys.len().saturated_into();
		let needed = grant.approvals_needed;
		Approvals::<T>::insert(id, keys);
		Self::deposit_event(Event::ApprovalGiven { grant: id, version, key: who, given, needed });
		if given >= needed {
			grant.status = GrantStatus::Approved;
			Self::save(id, grant);
			Self::deposit_event(Event::Approved { grant: id });
		}
		Ok(())
	}

	pub(crate) fn do_refuse(who: T::AccountId, id: GrantId, document: Digest) -> DispatchResult {
		let grant = Self::to_approve(&who, id)?;
		ensure!(grant.status.is_before_agreement(), Error::<T>::WrongStatus);
		Self::take_notice_back(&grant)?;
		Self::close(id, grant, GrantStatus::Rejected, Some(document));
		Self::deposit_event(Event::Rejected { grant: id, document: Some(document) });
		Ok(())
	}

	pub(crate) fn do_withdraw(who: T::AccountId, id: GrantId) -> DispatchResult {
		let grant = Self::of_unit(&who, Permission::Dispose, id)?;
		ensure!(grant.status.is_before_agreement(), Error::<T>::WrongStatus);
		Self::take_notice_back(&grant)?;
		Self::close(id, grant, GrantStatus::Withdrawn, None);
		Self::deposit_event(Event::Withdrawn { grant: id });
		Ok(())
	}

	/// Ends a grant that was not agreed.
	fn close(id: GrantId, mut grant: Grant, status: GrantStatus, document: Option<Digest>) {
		grant.status = status;
		grant.ended = Some((T::Titles::now(), document));
		Self::forget_words(id);
		Self::save(id, grant);
	}

	pub(crate) fn do_publish(who: T::AccountId, id: GrantId, document: Digest) -> DispatchResult {
		let mut grant = Self::of_unit(&who, Permission::Dispose, id)?;
		ensure!(grant.status == GrantStatus::Approved, Error::<T>::WrongStatus);
		let title = T::Titles::title(grant.terms.achievement).ok_or(Error::<T>::G1NotRegistered)?;
		let mut parties = Self::parties_of(&grant);
		parties.extend(title.owners().members());
		parties.sort_unstable();
		parties.dedup();
		let subject = NoticeSubject::Grant(id);
		let notice = T::Notices::open(NewNotice { by: grant.unit, subject, parties, document })?;
		grant.status = GrantStatus::Noticed;
		grant.notice = Some(notice);
		Self::save(id, grant);
		Self::deposit_event(Event::Noticed { grant: id, notice, document });
		Ok(())
	}
}

impl<T: Config> OnNoticeOver for Pallet<T> {
	fn notice_over(notice: NoticeId, subject: &NoticeSubject, outcome: NoticeOutcome) {
		let NoticeSubject::Grant(id) = *subject else { return };
		let Some(mut grant) = Self::grant(id) else { return };
		let waits = grant.status == GrantStatus::Noticed && grant.notice_closed.is_none();
		if !waits || grant.notice != Some(notice) {
			return;
		}
		match outcome {
			NoticeOutcome::Closed => {
				let ended = T::Notices::facts(notice).and_then(|facts| facts.outcome);
				let at = ended.map_or_else(T::Titles::now, |(at, _)| at);
				grant.notice_closed = Some(at);
				Self::save(id, grant);
				Self::deposit_event(Event::NoticeClosed { grant: id, notice, at });
			}
			NoticeOutcome::Upheld => {
				Self::close(id, grant, GrantStatus::Rejected, None);
				Self::deposit_event(Event::Rejected { grant: id, document: None });
			}
			NoticeOutcome::Withdrawn => {
				Self::close(id, grant, GrantStatus::Withdrawn, None);
				Self::deposit_event(Event::Withdrawn { grant: id });
			}
		}
	}
}
