//! Opening, objecting, deciding and ending.

use crate::{
	pallet::*,
	rules::{self, Bias},
	types::*,
	WeightInfo,
};
use alloc::vec::Vec;
use frame_support::{dispatch::DispatchClass, ensure, traits::Get, weights::Weight};
use quanqi_traits::{
	Achievements, Calendar, Members, NewNotice, NoticeFacts, NoticeOutcome, NoticeSubject,
	Notices as NoticesTrait, OnNoticeOver, Statutes, Titles,
};
use quanqi_types::{
	bounds::{MAX_LABEL_BYTES, MAX_OBJECTIONS, MAX_OBJECTIONS_EACH},
	AchievementId, Capability, Digest, LedgerStatus, MandateId, MemberId, Moment, NoticeId,
	Permission, RuleId, StatuteValue, Text,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// The notice of this number.
	pub fn notice(id: NoticeId) -> Option<Notice> {
		Notices::<T>::get(id).map(|Record::V1(notice)| notice)
	}

	/// An objection to a notice.
	pub fn objection(notice: NoticeId, number: u32) -> Option<Objection> {
		Objections::<T>::get(notice, number).map(|ObjectionRecord::V1(objection)| objection)
	}

	fn open_notice(id: NoticeId) -> Result<Notice, Error<T>> {
		let notice = Self::notice(id).ok_or(Error::<T>::NoSuchNotice)?;
		ensure!(notice.is_open(), Error::<T>::NotOpen);
		Ok(notice)
	}

	fn save(id: NoticeId, notice: Notice) {
		Notices::<T>::insert(id, Record::V1(notice));
	}

	/// What a statute of today says of a term that begins now.
	fn statutory(rule: RuleId, now: Moment) -> Option<StatutoryTerm> {
		let version = T::Statutes::version_on(rule, now)?;
		let StatuteValue::Term(term) = version.value else { return None };
		let end = T::Statutes::end_of_term(term, now)?;
		Some(StatutoryTerm {
			term,
			effective_from: version.effective_from,
			end: end.moment,
			calendar_missing: end.calendar_missing,
		})
	}

	/// N1, N2: whether a notice of a subject may be opened now; its window, and its parties in order.
	pub(crate) fn check_opening(
		subject: NoticeSubject,
		mut parties: Vec<MemberId>,
	) -> Result<(StatutoryTerm, Parties), Error<T>> {
		let window = Self::statutory(RuleId::PublicNoticePeriod, T::Titles::now())
			.ok_or(Error::<T>::WindowNotGoverned)?;
		ensure!(!OpenOf::<T>::contains_key(subject), Error::<T>::OpenAlready);
		parties.sort_unstable();
		parties.dedup();
		let parties = Parties::try_from(parties).map_err(|_| Error::<T>::TooManyParties)?;
		Ok((window, parties))
	}

	/// Opens a notice (N1, N2).
	pub(crate) fn do_open(
		new: NewNotice,
		mandate: Option<MandateId>,
	) -> Result<NoticeId, DispatchError> {
		let NewNotice { by, subject, mut parties, document } = new;
		parties.push(by);
		let (window, parties) = Self::check_opening(subject, parties)?;
		let id = NextId::<T>::get();
		NextId::<T>::put(id.checked_add(1).ok_or(Error::<T>::NumbersExhausted)?);
		let id = NoticeId(id);
		let notice = Notice {
			by,
			subject,
			parties,
			document,
			opened: T::Titles::now(),
			window,
			objections: 0,
			undecided: 0,
			last_decision: None,
			outcome: None,
		};
		OpenOf::<T>::insert(subject, id);
		Self::schedule(id, Some(window.end));
		Self::save(id, notice);
		Self::deposit_event(Event::NoticeOpened {
			notice: id,
			by,
			subject,
			document,
			window: window.term,
			window_end: window.end,
			mandate,
		});
		Ok(id)
	}

	pub(crate) fn do_open_price_notice(
		who: T::AccountId,
		achievement: AchievementId,
		terms: Digest,
		document: Digest,
		named: NamedParties,
		mandate: Option<MandateId>,
	) -> DispatchResult {
		let all_known = named.iter().all(|member| T::Members::facts(*member).is_some());
		ensure!(all_known, Error::<T>::UnknownMember);
		let own = T::Members::acting(&who, Permission::Dispose, mandate, &named)?;
		let parties = Self::parties_of_price(own.member, achievement, &named)?;
		if mandate.is_some() {
			// An agent with an interest of its own represents nobody (Civil Code art. 168).
			T::Members::acting(&who, Permission::Dispose, mandate, &parties)?;
		}
		let subject = NoticeSubject::Price { achievement, terms };
		Self::do_open(NewNotice { by: own.member, subject, parties, document }, mandate).map(|_| ())
	}

	/// N10: the holder or an owner gives notice; owners, completers and who is named are parties.
	pub(crate) fn parties_of_price(
		by: MemberId,
		achievement: AchievementId,
		named: &[MemberId],
	) -> Result<Vec<MemberId>, Error<T>> {
		let facts = T::Achievements::facts(achievement).ok_or(Error::<T>::NotRegistered)?;
		ensure!(facts.ledger_status == LedgerStatus::Registered, Error::<T>::NotRegistered);
		let title = T::Titles::title(achievement).ok_or(Error::<T>::NotRegistered)?;
		let may_open = facts.holder == by || title.owners().contains(by);
		ensure!(may_open, Error::<T>::NotHolder);
		let mut parties: Vec<_> = title.owners().members().collect();
		parties.push(facts.holder);
		parties.extend(facts.completers);
		parties.extend(named);
		Ok(parties)
	}

	pub(crate) fn do_object(
		who: T::AccountId,
		id: NoticeId,
		evidence: Digest,
		mandate: Option<MandateId>,
	) -> DispatchResult {
		let now = T::Titles::now();
		// Who objects stands alone; an agent must not be one of those objected to.
		let against = Self::notice(id).map(|notice| notice.parties.into_inner());
		let actor = T::Members::acting(
			&who,
			Permission::Dispose,
			mandate,
			against.as_deref().unwrap_or_default(),
		)?;
		let (mut notice, mut own) = Self::check_objection(id, actor.member)?;
		let deadline = Self::statutory(RuleId::ObjectionDecisionPeriod, now)
			.ok_or(Error::<T>::DeadlineNotGoverned)?;
		let number = notice.objections;
		notice.objections = number.saturating_add(1);
		notice.undecided = notice.undecided.saturating_add(1);
		own.raised = own.raised.saturating_add(1);
		own.undecided = Some(number);
		let objection = Objection {
			by: actor.member,
			mandate: actor.mandate,
			evidence,
			raised: now,
			deadline,
			decision: None,
		};
		Objections::<T>::insert(id, number, ObjectionRecord::V1(objection));
		Objectors::<T>::insert(id, actor.member, own);
		Self::save(id, notice);
		Self::deposit_event(Event::ObjectionRaised {
			notice: id,
			objection: number,
			by: actor.member,
			evidence,
			deadline: deadline.end,
			mandate,
		});
		Ok(())
	}

	/// N3: whether a member may object now.
	pub(crate) fn check_objection(
		id: NoticeId,
		by: MemberId,
	) -> Result<(Notice, Objector), Error<T>> {
		let notice = Self::open_notice(id)?;
		ensure!(T::Titles::now() < notice.window.end, Error::<T>::WindowOver);
		let own = Objectors::<T>::get(id, by).unwrap_or_default();
		ensure!(own.undecided.is_none(), Error::<T>::UndecidedAlready);
		ensure!(own.raised < MAX_OBJECTIONS_EACH, Error::<T>::TooManyOwnObjections);
		ensure!(notice.objections < MAX_OBJECTIONS, Error::<T>::TooManyObjections);
		Ok((notice, own))
	}

	pub(crate) fn do_decide(
		who: T::AccountId,
		id: NoticeId,
		number: u32,
		ruling: Ruling,
		document: Text<MAX_LABEL_BYTES>,
		digest: Digest,
	) -> DispatchResult {
		ensure!(document.validate().is_ok(), Error::<T>::InvalidText);
		let by = T::Members::member(&who, Permission::Authority)?;
		let (mut notice, mut objection) = Self::check_decision(id, number, by)?;
		let now = T::Titles::now();
		let late = now >= objection.deadline.end;
		let deadline = objection.deadline.end;
		let objector = objection.by;
		objection.decision = Some(Decision { by, ruling, document, digest, at: now, late });
		notice.undecided = notice.undecided.saturating_sub(1);
		notice.last_decision = Some(now);
		Objections::<T>::insert(id, number, ObjectionRecord::V1(objection));
		Objectors::<T>::mutate_exists(id, objector, |own| {
			if let Some(own) = own {
				own.undecided = None;
			}
		});
		Self::deposit_event(Event::ObjectionDecided {
			notice: id,
			objection: number,
			by,
			ruling,
			deadline,
			late,
		});
		match (ruling, notice.closes_at()) {
			(Ruling::Upheld, _) => Self::end(id, notice, now, NoticeOutcome::Upheld, true),
			(Ruling::Dismissed, Some(at)) if at <= now => {
				Self::end(id, notice, at, NoticeOutcome::Closed, true)
			}
			_ => Self::save(id, notice),
		}
		Ok(())
	}

	/// N5: whether a member may decide an objection now.
	pub(crate) fn check_decision(
		id: NoticeId,
		number: u32,
		by: MemberId,
	) -> Result<(Notice, Objection), DispatchError> {
		T::Members::ensure_capable(by, Capability::Adjudicate)?;
		let notice = Self::open_notice(id)?;
		let objection = Self::objection(id, number).ok_or(Error::<T>::NoSuchObjection)?;
		ensure!(objection.is_undecided(), Error::<T>::DecidedAlready);
		let sponsor = |member| T::Members::facts(member).and_then(|facts| facts.sponsor);
		match rules::bias_of(by, &notice, objection.by, sponsor) {
			Some(Bias::Party) => Err(Error::<T>::DeciderIsParty.into()),
			Some(Bias::Sponsor) => Err(Error::<T>::DeciderIsSponsor.into()),
			None => Ok((notice, objection)),
		}
	}

	pub(crate) fn do_withdraw(
		who: T::AccountId,
		id: NoticeId,
		mandate: Option<MandateId>,
	) -> DispatchResult {
		let others = Self::notice(id).map(|notice| notice.parties.into_inner());
		let actor = T::Members::acting(
			&who,
			Permission::Dispose,
			mandate,
			others.as_deref().unwrap_or_default(),
		)?;
		let notice = Self::check_withdrawal(id, actor.member)?;
		Self::end(id, notice, T::Titles::now(), NoticeOutcome::Withdrawn, true);
		Ok(())
	}

	/// N9: whether a member may take a notice back.
	pub(crate) fn check_withdrawal(id: NoticeId, by: MemberId) -> Result<Notice, Error<T>> {
		let notice = Self::open_notice(id)?;
		ensure!(notice.by == by, Error::<T>::NotGiver);
		Ok(notice)
	}

	pub(crate) fn do_close(id: NoticeId) -> DispatchResult {
		let (notice, at) = Self::check_closing(id)?;
		Self::end(id, notice, at, NoticeOutcome::Closed, true);
		Ok(())
	}

	/// N8: whether a notice may be closed now, and from which moment on it counts as closed.
	pub(crate) fn check_closing(id: NoticeId) -> Result<(Notice, Moment), Error<T>> {
		let notice = Self::open_notice(id)?;
		let at = notice.closes_at().ok_or(Error::<T>::Suspended)?;
		ensure!(at <= T::Titles::now(), Error::<T>::WindowRuns);
		Ok((notice, at))
	}

	/// Ends a notice, and tells the area that opened it unless that is who asked.
	fn end(id: NoticeId, mut notice: Notice, at: Moment, outcome: NoticeOutcome, tells_area: bool) {
		let subject = notice.subject;
		notice.outcome = Some((at, outcome));
		OpenOf::<T>::remove(subject);
		Self::schedule(id, None);
		Self::save(id, notice);
		Self::deposit_event(Event::NoticeOver { notice: id, subject, outcome, at });
		if tells_area {
			T::OnNoticeOver::notice_over(id, &subject, outcome);
		}
	}

	/// Stops a runtime in which a notice could not be handled.
	pub(crate) fn check_integrity() {
		const { assert!(MAX_OBJECTIONS_EACH > 0 && MAX_OBJECTIONS_EACH < MAX_OBJECTIONS) };
		let most = T::BlockWeights::get().get(DispatchClass::Normal).max_extrinsic;
		let dearest = [
			T::WeightInfo::open_price_notice(),
			T::WeightInfo::object(),
			T::WeightInfo::decide(),
			T::WeightInfo::withdraw(),
			T::WeightInfo::close(),
		];
		quanqi_traits::assert_calls_fit(most, dearest);
	}
}

impl<T: Config> Calendar for Pallet<T> {
	type Item = NoticeId;
	type Due = Due<T>;
	type Scheduled = Scheduled<T>;
	type Cursor = DueCursor<T>;

	fn present() -> Moment {
		T::Titles::now()
	}

	fn look_weight() -> Weight {
		T::WeightInfo::due_look()
	}

	fn most_item_weight() -> Weight {
		T::WeightInfo::close()
	}

	/// Whatever cannot close is suspended: who decides the last objection closes it.
	fn handle(id: NoticeId) -> Weight {
		if let Ok((notice, at)) = Self::check_closing(id) {
			Self::end(id, notice, at, NoticeOutcome::Closed, true);
		}
		T::WeightInfo::close()
	}
}

impl<T: Config> NoticesTrait for Pallet<T> {
	fn open(notice: NewNotice) -> Result<NoticeId, DispatchError> {
		Self::do_open(notice, None)
	}

	/// Does not call back: the area that asks knows.
	fn withdraw(id: NoticeId) -> DispatchResult {
		let notice = Self::open_notice(id)?;
		Self::end(id, notice, T::Titles::now(), NoticeOutcome::Withdrawn, false);
		Ok(())
	}

	fn facts(id: NoticeId) -> Option<NoticeFacts> {
		let Notice { by, subject, opened, outcome, .. } = Self::notice(id)?;
		Some(NoticeFacts { by, subject, opened, outcome })
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_close(id: NoticeId) {
		if let Ok(notice) = Self::open_notice(id) {
			Self::end(id, notice, T::Titles::now(), NoticeOutcome::Closed, true);
		}
	}
}
