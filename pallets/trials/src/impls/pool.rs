//! Into the pool and out of it (R1 to R6, R22).

use crate::{
	Config, ConversionTerms, Declinations, EntryTerms, Error, Event, Flag, NextProposal,
	OpenEntries, Pallet, PoolEntry, Proposal, Proposals, TieRule,
};
use alloc::vec::Vec;
use frame_support::{ensure, BoundedVec};
use quanqi_title::{Act, Actor, Cause, Consent, ConsentRole, PoolTerms, TitleBody};
use quanqi_traits::{Members, Step, Titles};
use quanqi_types::{
	bounds::MAX_PARALLEL_TRIALS, AchievementId, Capability, MandateId, MemberId, Permission,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_enter_pool(
		who: T::AccountId,
		achievement: AchievementId,
		terms: EntryTerms,
		ask: bool,
		mandate: Option<MandateId>,
	) -> DispatchResult {
		let actor = T::Members::acting(&who, Permission::Dispose, mandate, &[])?;
		Self::enter(actor, achievement, terms, ask)
	}

	/// Enters an achievement into the pool, or asks for the consents it takes.
	pub(crate) fn enter(
		actor: Actor,
		achievement: AchievementId,
		terms: EntryTerms,
		ask: bool,
	) -> DispatchResult {
		let flag = Self::check_terms(achievement, &terms)?;
		let title = Self::title(achievement)?;
		let step = Self::entry_step(actor, &terms, Vec::new());
		let missing = Self::missing(&title, &step)?;
		if missing.is_empty() || !ask {
			return Self::take_entry(achievement, step, terms, flag);
		}
		Self::try_agreed(achievement, &step, &missing)?;
		let by = actor.member;
		ensure!(!Proposals::<T>::contains_key(achievement, by), Error::<T>::ProposalOpen);
		let number = NextProposal::<T>::get();
		let next = number.checked_add(1).ok_or(Error::<T>::NumbersUsedUp)?;
		NextProposal::<T>::put(next);
		let (opened, consents) = (Self::now(), BoundedVec::new());
		let proposal = Proposal { number, actor, terms, opened, consents };
		Proposals::<T>::insert(achievement, by, proposal);
		let missing = BoundedVec::truncate_from(missing);
		Self::deposit_event(Event::EntryProposed { achievement, by, number, missing });
		Ok(())
	}

	/// R1, R3 to R6: what the terms of an entry must be. A length that a rule only discourages gives a
	/// flag.
	fn check_terms(
		achievement: AchievementId,
		terms: &EntryTerms,
	) -> Result<Option<Flag>, DispatchError> {
		Self::ensure_not_excluded(achievement)?;
		let now = Self::now();
		if terms.reason == crate::EntryReason::Idle {
			ensure!(Self::idle(achievement).is_some(), Error::<T>::NotIdle);
		}
		let limit_fits = (1..=MAX_PARALLEL_TRIALS).contains(&terms.parallel_limit);
		ensure!(limit_fits, Error::<T>::WrongParallelLimit);
		ensure!(terms.trial_length.number > 0, Error::<T>::NoTrialLength);
		let is_fixed = matches!(terms.conversion, ConversionTerms::Fixed(_));
		ensure!(!(is_fixed && terms.tie == TieRule::HighestOffer), Error::<T>::TieUnfit);
		if let ConversionTerms::Fixed(amount) | ConversionTerms::Cap(amount) = &terms.conversion {
			ensure!(amount.currency.is_valid(), Error::<T>::WrongCurrency);
		}
		if let Some(operator) = terms.operator {
			T::Members::ensure_capable(operator, Capability::OperatePool)?;
		}
		let until = Self::end_of(terms.trial_length, now)?.moment;
		Ok(Self::check_length(now, until)?)
	}

	/// The title's entry of an entry into the pool.
	fn entry_step(actor: Actor, terms: &EntryTerms, consents: Vec<Consent>) -> Step {
		let pool = PoolTerms {
			by: actor.member,
			scope: terms.scope.clone(),
			period: terms.period,
			standard_contract: terms.standard_contract,
		};
		let act = Act::PoolEntered(pool);
		Step { actor, cause: Cause::Declaration, legal_date: None, consents, act }
	}

	/// Appends the entry and keeps its terms.
	fn take_entry(
		achievement: AchievementId,
		step: Step,
		terms: EntryTerms,
		flag: Option<Flag>,
	) -> DispatchResult {
		let by = step.actor.member;
		let entry = T::Titles::append(achievement, step)?;
		let reason = terms.reason;
		let mut record = PoolEntry {
			by,
			terms,
			entered: Self::now(),
			left: None,
			active: 0,
			chosen: None,
			flags: BoundedVec::new(),
		};
		OpenEntries::<T>::insert(achievement, entry);
		Declinations::<T>::remove(achievement);
		Self::deposit_event(Event::PoolEntered { achievement, entry, by, reason });
		if let Some(flag) = flag {
			Self::raise(&mut record.flags, flag);
			Self::deposit_event(Event::EntryFlagged { achievement, entry, flag });
		}
		Self::save_entry(achievement, entry, record);
		Ok(())
	}

	pub(crate) fn do_agree_to_entry(
		who: T::AccountId,
		achievement: AchievementId,
		proposer: MemberId,
		number: u32,
		role: ConsentRole,
		mandate: Option<MandateId>,
	) -> DispatchResult {
		let mut proposal = Proposals::<T>::get(achievement, proposer)
			.filter(|proposal| proposal.number == number)
			.ok_or(Error::<T>::NoSuchProposal)?;
		let actor = T::Members::acting(&who, Permission::Dispose, mandate, &[proposer])?;
		let title = Self::title(achievement)?;
		let step = Self::entry_step(proposal.actor, &proposal.terms, proposal.consents.to_vec());
		let consent = Self::asked(&title, &step, actor, role)?;
		proposal.consents.try_push(consent).map_err(|_| Error::<T>::TooManyConsents)?;
		let member = actor.member;
		Self::deposit_event(Event::EntryAgreed { achievement, number, member, role });
		let step = Self::entry_step(proposal.actor, &proposal.terms, proposal.consents.to_vec());
		if !Self::missing(&title, &step)?.is_empty() {
			Proposals::<T>::insert(achievement, proposer, proposal);
			return Ok(());
		}
		Proposals::<T>::remove(achievement, proposer);
		// Time has passed since it was proposed: the rules are asked again.
		let flag = Self::check_terms(achievement, &proposal.terms)?;
		Self::take_entry(achievement, step, proposal.terms, flag)
	}

	/// The consent of a member, where the law of titles misses it in this capacity.
	pub(crate) fn asked(
		title: &TitleBody,
		step: &Step,
		actor: Actor,
		role: ConsentRole,
	) -> Result<Consent, Error<T>> {
		let missing = Self::missing(title, step)?;
		ensure!(missing.contains(&(actor.member, role)), Error::<T>::NotAsked);
		Ok(Consent { member: actor.member, role, deemed: false, mandate: actor.mandate })
	}

	pub(crate) fn do_withdraw_proposal(
		who: T::AccountId,
		achievement: AchievementId,
		mandate: Option<MandateId>,
	) -> DispatchResult {
		let by = T::Members::acting(&who, Permission::Dispose, mandate, &[])?.member;
		let proposal = Proposals::<T>::take(achievement, by).ok_or(Error::<T>::NoSuchProposal)?;
		let number = proposal.number;
		Self::deposit_event(Event::ProposalWithdrawn { achievement, by, number });
		Ok(())
	}

	pub(crate) fn do_leave_pool(
		who: T::AccountId,
		achievement: AchievementId,
		mandate: Option<MandateId>,
	) -> DispatchResult {
		let actor = T::Members::acting(&who, Permission::Dispose, mandate, &[])?;
		Self::leave(actor, achievement)
	}

	/// Takes an achievement out of the pool.
	pub(crate) fn leave(actor: Actor, achievement: AchievementId) -> DispatchResult {
		let entry = OpenEntries::<T>::get(achievement).ok_or(Error::<T>::NotInPool)?;
		let by = Self::load_entry(achievement, entry)?.by;
		let title = Self::title(achievement)?;
		Self::ensure_unit(&title, by, actor.member)?;
		let (cause, consents, act) = (Cause::Declaration, Vec::new(), Act::PoolLeft);
		let step = Step { actor, cause, legal_date: None, consents, act };
		T::Titles::append(achievement, step)?;
		// The ledger tells of entries only when it is wired to: told twice does no harm.
		Self::note_left(achievement);
		Ok(())
	}

	/// Closes the entry by which an achievement was in the pool, if there is one.
	pub(crate) fn note_left(achievement: AchievementId) {
		let Some(entry) = OpenEntries::<T>::take(achievement) else { return };
		let Ok(mut record) = Self::load_entry(achievement, entry) else { return };
		record.left = Some(Self::now());
		Self::save_entry(achievement, entry, record);
		Self::let_requests_lapse(achievement, entry);
		Self::deposit_event(Event::PoolLeft { achievement, entry });
	}

	/// Whether requests can be made under a pool entry: the title has it, and its time is not over.
	pub(crate) fn is_entry_open(title: &TitleBody, entry: u32) -> bool {
		title.open_pool(Self::now()).is_some_and(|pool| pool.sequence == entry)
	}
}
