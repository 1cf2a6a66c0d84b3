//! A trial runs: its use right, more time, and what its user declares (R5, R10, R11, R13).

use crate::{
	Agreed, Config, Contender, Contenders, ConversionTerms, Error, Event, Extension, Flag, Pallet,
	Run, TieRule, Trial, TrialOfRight, TrialState,
};
use alloc::{boxed::Box, vec::Vec};
use frame_support::{ensure, BoundedVec};
use quanqi_title::{
	Act, Actor, Cause, Consent, ConsentRole, EndReason, MandateRef, Rule, UseBasis, UseGrant,
};
use quanqi_traits::{Members, Step, Titles};
use quanqi_types::{
	Amount, MandateId, MemberId, Moment, Period, Permission, RuleId, Shares, Term, TrialId, UseForm,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// R10: the grant of a trial's right. It is ordinary, dated, bound to its user, and there is no
	/// place for a licence fee.
	fn grant_step(
		id: TrialId,
		trial: &Trial,
		actor: Actor,
		until: Moment,
		mandate: Option<MandateRef>,
	) -> Result<Step, Error<T>> {
		let entry = Self::load_entry(trial.achievement, trial.entry)?;
		let user = Self::user_of(&Self::title(trial.achievement)?, trial);
		let grant = UseGrant {
			grantor: actor.member,
			form: UseForm::Ordinary,
			basis: UseBasis::Trial,
			holders: Shares::single(user),
			scope: entry.terms.scope,
			period: Period { from: Self::now(), until: Some(until) },
			transferable: false,
			sublicensable: false,
			sublicences_survive: false,
			subject_to: BoundedVec::new(),
			replaces: trial.run.map(|run| run.right),
		};
		let accepts =
			Consent { member: user, role: ConsentRole::Recipient, deemed: false, mandate };
		let consents = Agreed::<T>::get(id).into_iter().chain([accepts]).collect();
		let (cause, act) = (Cause::Trial(id), Act::UseGranted(Box::new(grant)));
		Ok(Step { actor, cause, legal_date: None, consents, act })
	}

	/// The step that the present consents are for: the start, or the extension that is asked for.
	fn awaited_step(id: TrialId, trial: &Trial) -> Result<Step, DispatchError> {
		let title = Self::title(trial.achievement)?;
		let entry = Self::load_entry(trial.achievement, trial.entry)?;
		let grantor = match title.owners.contains(entry.by) {
			true => entry.by,
			false => title.owners.members().next().unwrap_or(entry.by),
		};
		let actor = Actor { member: grantor, mandate: None };
		match (trial.state, trial.run, trial.extension) {
			(TrialState::Accepted, ..) => {
				let until = Self::end_of(entry.terms.trial_length, Self::now())?.moment;
				Ok(Self::grant_step(id, trial, actor, until, trial.user_mandate)?)
			}
			(TrialState::Running, Some(run), Some(extension)) => {
				let until = Self::end_after_last_day(extension.more, run.until)?.moment;
				Ok(Self::grant_step(id, trial, actor, until, extension.mandate)?)
			}
			(TrialState::Running, ..) => Err(Error::<T>::NoExtension.into()),
			(state, ..) => Err(Error::<T>::WrongState(state).into()),
		}
	}

	pub(crate) fn do_agree(
		who: T::AccountId,
		id: TrialId,
		role: ConsentRole,
		mandate: Option<MandateId>,
	) -> DispatchResult {
		let trial = Self::load(id)?;
		let actor = T::Members::acting(&who, Permission::Dispose, mandate, &[trial.user])?;
		let step = Self::awaited_step(id, &trial)?;
		let title = Self::title(trial.achievement)?;
		let consent = Self::asked(&title, &step, actor, role)?;
		let mut agreed = Agreed::<T>::get(id);
		agreed.try_push(consent).map_err(|_| Error::<T>::TooManyConsents)?;
		Agreed::<T>::insert(id, agreed);
		Self::deposit_event(Event::TrialAgreed { trial: id, member: actor.member, role });
		Ok(())
	}

	/// Consents that the trial's next grant still misses.
	pub(crate) fn missing_for(id: TrialId, trial: &Trial) -> Vec<(MemberId, ConsentRole)> {
		let found = Self::awaited_step(id, trial).and_then(|step| {
			let title = Self::title(trial.achievement)?;
			Ok(Self::missing(&title, &step)?)
		});
		found.unwrap_or_default()
	}

	pub(crate) fn do_start(
		who: T::AccountId,
		id: TrialId,
		mandate: Option<MandateId>,
	) -> DispatchResult {
		let actor = Self::unit_actor(&who, mandate, &Self::load(id)?)?;
		Self::begin(actor, id)
	}

	/// Starts an accepted trial.
	pub(crate) fn begin(actor: Actor, id: TrialId) -> DispatchResult {
		let mut trial = Self::load(id)?;
		let entry = Self::load_entry(trial.achievement, trial.entry)?;
		let title = Self::title(trial.achievement)?;
		Self::ensure_unit(&title, entry.by, actor.member)?;
		Self::ensure_state(&trial, &[TrialState::Accepted])?;
		Self::ensure_not_excluded(trial.achievement)?;
		T::Members::ensure_active(trial.user)?;
		let started = Self::now();
		let end = Self::end_of(entry.terms.trial_length, started)?;
		let flag = Self::check_length(started, end.moment)?;
		let step = Self::grant_step(id, &trial, actor, end.moment, trial.user_mandate)?;
		let right = T::Titles::append(trial.achievement, step)?;
		Self::change_state(id, &mut trial, TrialState::Running, None)?;
		Self::run(id, &mut trial, right, started, end.moment)?;
		if let Some(flag) = flag {
			Self::flag(id, &mut trial, flag);
		}
		if end.calendar_missing {
			Self::flag(id, &mut trial, Flag::CalendarMissing);
		}
		let declare_by = trial.run.map_or(end.moment, |run| run.declare_by);
		let until = end.moment;
		Self::deposit_event(Event::TrialStarted { trial: id, right, until, declare_by });
		Self::save(id, trial);
		Ok(())
	}

	/// Writes the right of a trial, its days, and when something is due.
	fn run(
		id: TrialId,
		trial: &mut Trial,
		right: u32,
		started: Moment,
		until: Moment,
	) -> Result<(), Error<T>> {
		// The law of the day the trial began is the law of its declaration.
		let (term, _) = Self::term_on(RuleId::TrialDeclarationPeriod, started)?;
		let declare_by = Self::end_after_last_day(term, until)?.moment;
		if let Some(run) = trial.run {
			TrialOfRight::<T>::remove(trial.achievement, run.right);
		}
		TrialOfRight::<T>::insert(trial.achievement, right, id);
		trial.run = Some(Run { right, started, until, declare_by, is_end_told: false });
		trial.due = Some(until);
		trial.extension = None;
		Agreed::<T>::remove(id);
		Ok(())
	}

	pub(crate) fn do_ask_extension(
		who: T::AccountId,
		id: TrialId,
		more: Term,
		mandate: Option<MandateId>,
	) -> DispatchResult {
		let mut trial = Self::load(id)?;
		let actor = Self::user_actor(&who, mandate, trial.achievement)?;
		Self::ensure_user(&trial, actor.member)?;
		Self::ensure_state(&trial, &[TrialState::Running])?;
		ensure!(more.number > 0, Error::<T>::NoTrialLength);
		Self::extended_until(&trial, more)?;
		trial.extension = Some(Extension { more, mandate: actor.mandate });
		// Consents were to another extension, if to any.
		Agreed::<T>::remove(id);
		Self::save(id, trial);
		Self::deposit_event(Event::ExtensionAsked { trial: id, more });
		Ok(())
	}

	/// R5, R11: the end of an extended trial, counted from its present end and within the statute from
	/// its first day, with the flag of a rule that only encourages.
	fn extended_until(trial: &Trial, more: Term) -> Result<(Run, Moment, Option<Flag>), Error<T>> {
		let run = trial.run.ok_or(Error::<T>::WrongState(trial.state))?;
		ensure!(Self::now() < run.until, Error::<T>::TrialOver);
		let until = Self::end_after_last_day(more, run.until)?.moment;
		let flag = Self::check_length(run.started, until)?;
		Ok((run, until, flag))
	}

	pub(crate) fn do_extend(
		who: T::AccountId,
		id: TrialId,
		mandate: Option<MandateId>,
	) -> DispatchResult {
		let actor = Self::unit_actor(&who, mandate, &Self::load(id)?)?;
		Self::prolong(actor, id)
	}

	/// Extends a trial by what its user asked for.
	pub(crate) fn prolong(actor: Actor, id: TrialId) -> DispatchResult {
		let mut trial = Self::load(id)?;
		let entry = Self::load_entry(trial.achievement, trial.entry)?;
		let title = Self::title(trial.achievement)?;
		Self::ensure_unit(&title, entry.by, actor.member)?;
		Self::ensure_state(&trial, &[TrialState::Running])?;
		let extension = trial.extension.ok_or(Error::<T>::NoExtension)?;
		Self::ensure_not_excluded(trial.achievement)?;
		T::Members::ensure_active(Self::user_of(&title, &trial))?;
		let (run, until, flag) = Self::extended_until(&trial, extension.more)?;
		let step = Self::grant_step(id, &trial, actor, until, extension.mandate)?;
		let right = T::Titles::append(trial.achievement, step)?;
		Self::run(id, &mut trial, right, run.started, until)?;
		if let Some(flag) = flag {
			Self::flag(id, &mut trial, flag);
		}
		let old_until = run.until;
		Self::deposit_event(Event::TrialExtended { trial: id, right, old_until, until });
		Self::save(id, trial);
		Ok(())
	}

	/// R11: refuses a declaration after its time, whether or not the end has been written yet.
	fn ensure_in_time(trial: &Trial) -> Result<(), Error<T>> {
		let is_late = trial.state == TrialState::Running
			&& trial.run.is_some_and(|run| run.declare_by <= Self::now());
		ensure!(!is_late, Error::<T>::TooLate);
		Ok(())
	}

	pub(crate) fn do_declare_conversion(
		who: T::AccountId,
		id: TrialId,
		offer: Option<Amount>,
		mandate: Option<MandateId>,
	) -> DispatchResult {
		let actor = Self::user_actor(&who, mandate, Self::load(id)?.achievement)?;
		Self::declare(actor, id, offer)
	}

	/// Declares to convert.
	pub(crate) fn declare(actor: Actor, id: TrialId, offer: Option<Amount>) -> DispatchResult {
		let mut trial = Self::load(id)?;
		Self::ensure_user(&trial, actor.member)?;
		Self::ensure_state(&trial, &[TrialState::Running])?;
		Self::ensure_in_time(&trial)?;
		let (achievement, entry) = (trial.achievement, trial.entry);
		let terms = Self::load_entry(achievement, entry)?.terms;
		let mut contenders = Contenders::<T>::get(achievement, entry);
		Self::check_offer(&terms.conversion, terms.tie, offer, &contenders)?;
		let now = Self::now();
		let (term, _) = Self::term_on(RuleId::TrialDeclarationPeriod, now)?;
		let priority_until = Self::end_of(term, now)?.moment;
		let contender = Contender { trial: id, offer, priority_until, was_chosen: false };
		contenders.try_push(contender).map_err(|_| {
			Error::<T>::TooManyTrials(crate::Found::new(u64::from(
				quanqi_types::bounds::MAX_PARALLEL_TRIALS,
			)))
		})?;
		Contenders::<T>::insert(achievement, entry, contenders);
		trial.extension = None;
		Agreed::<T>::remove(id);
		Self::change_state(id, &mut trial, TrialState::ConvertDeclared, None)?;
		Self::deposit_event(Event::ConversionDeclared { trial: id, offer, priority_until });
		Self::save(id, trial);
		Ok(())
	}

	/// R13: an offer is there where it decides, not above a cap, and comparable with the others.
	fn check_offer(
		conversion: &ConversionTerms,
		tie: TieRule,
		offer: Option<Amount>,
		contenders: &[Contender],
	) -> Result<(), Error<T>> {
		let Some(offer) = offer else {
			ensure!(tie != TieRule::HighestOffer, Error::<T>::OfferMissing);
			return Ok(());
		};
		ensure!(offer.currency.is_valid(), Error::<T>::WrongCurrency);
		let fits_terms = match conversion {
			ConversionTerms::Fixed(price) => offer == *price,
			ConversionTerms::Cap(cap) => offer.currency == cap.currency && offer.minor <= cap.minor,
			ConversionTerms::Formula(_) | ConversionTerms::ToBeAgreed => true,
		};
		let mut others = contenders.iter().filter_map(|contender| contender.offer);
		let is_comparable = others.all(|other| other.currency == offer.currency);
		ensure!(fits_terms && is_comparable, Error::<T>::WrongOffer);
		Ok(())
	}

	pub(crate) fn do_choose(
		who: T::AccountId,
		id: TrialId,
		mandate: Option<MandateId>,
	) -> DispatchResult {
		let trial = Self::load(id)?;
		let actor = Self::unit_actor(&who, mandate, &trial)?;
		let (achievement, entry) = (trial.achievement, trial.entry);
		let mut record = Self::load_entry(achievement, entry)?;
		let title = Self::title(achievement)?;
		Self::ensure_unit(&title, record.by, actor.member)?;
		Self::ensure_state(&trial, &[TrialState::ConvertDeclared])?;
		let is_free = record.terms.tie == TieRule::HolderChooses;
		ensure!(is_free, Error::<T>::NothingToChoose);
		let priority_until = Self::count_from_choice(&trial, id)?;
		let old = record.chosen.replace(id);
		Self::save_entry(achievement, entry, record);
		let new = id;
		Self::deposit_event(Event::UserChosen { achievement, entry, old, new, priority_until });
		Ok(())
	}

	/// R13: the time of whom the holder chose runs from the choice; of one that is chosen again, from
	/// the first one, so that choosing in turns keeps nobody waiting for ever.
	fn count_from_choice(trial: &Trial, id: TrialId) -> Result<Moment, Error<T>> {
		let (achievement, entry) = (trial.achievement, trial.entry);
		let mut contenders = Contenders::<T>::get(achievement, entry);
		let own = contenders.iter_mut().find(|contender| contender.trial == id);
		let own = own.ok_or(Error::<T>::NotDeclared(trial.state))?;
		if !own.was_chosen {
			let now = Self::now();
			let (term, _) = Self::term_on(RuleId::TrialDeclarationPeriod, now)?;
			own.priority_until = own.priority_until.max(Self::end_of(term, now)?.moment);
			own.was_chosen = true;
		}
		let priority_until = own.priority_until;
		Contenders::<T>::insert(achievement, entry, contenders);
		Ok(priority_until)
	}

	pub(crate) fn do_declare_stop(
		who: T::AccountId,
		id: TrialId,
		mandate: Option<MandateId>,
	) -> DispatchResult {
		let trial = Self::load(id)?;
		let actor = Self::user_actor(&who, mandate, trial.achievement)?;
		Self::ensure_user(&trial, actor.member)?;
		Self::ensure_state(&trial, &[TrialState::Running, TrialState::ConvertDeclared])?;
		Self::ensure_in_time(&trial)?;
		Self::stop(id, trial.clone())?;
		Self::surrender(id, &trial, actor)
	}

	/// R11: a stopped trial closes when the unit says so, or after the time to declare.
	pub(crate) fn stop(id: TrialId, trial: Trial) -> DispatchResult {
		let now = Self::now();
		let (term, _) = Self::term_on(RuleId::TrialDeclarationPeriod, now)?;
		let close_by = Self::end_of(term, now)?.moment;
		Self::finish(id, trial, TrialState::StopDeclared, None)?;
		let mut stopped = Self::load(id)?;
		stopped.due = Some(close_by);
		Self::save(id, stopped);
		Ok(())
	}

	/// Ends the right of a trial by its user's own act, where no entry has ended it yet. Under a hold
	/// (T10) it stays for its days: an order about the right does not keep its user from stopping.
	pub(crate) fn surrender(id: TrialId, trial: &Trial, actor: Actor) -> DispatchResult {
		let Some(run) = trial.run else { return Ok(()) };
		if Self::title(trial.achievement)?.right(run.right).is_none() {
			return Ok(());
		}
		let act = Act::UseEnded { right: run.right, reason: EndReason::Surrendered };
		let (cause, consents) = (Cause::Trial(id), Vec::new());
		let step = Step { actor, cause, legal_date: None, consents, act };
		let refused = T::Titles::check(trial.achievement, &step).err();
		if refused.is_some_and(|refusal| refusal.rule == Rule::T10) {
			return Ok(());
		}
		T::Titles::append(trial.achievement, step)?;
		Ok(())
	}
}
