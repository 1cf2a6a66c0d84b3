//! What the calls do, by topic.

mod around;
mod clock;
mod conversion;
mod due;
mod end;
mod entries;
mod pool;
mod request;
mod running;

use crate::{
	Config, DueItem, EntryRecord, Error, Event, ExclusionInTheWay, Flag, Flags, Found, Pallet,
	PoolEntries, PoolEntry, Requests, Trial, TrialRecord, TrialState, Trials,
};
use alloc::vec::Vec;
use frame_support::{
	ensure,
	storage::{with_transaction, TransactionOutcome},
};
use quanqi_title::{
	consents_needed, statutes_needed, Actor, Consent, ConsentRole, EntryBody, StatuteUsed,
	TitleBody,
};
use quanqi_traits::{AchievementFacts, Achievements, Calendar, Members, Statutes, Step, Titles};
use quanqi_types::{
	AchievementId, BoundedVec, Force, LedgerStatus, MandateId, MemberId, Moment, Permission,
	RuleId, StatuteValue, StatuteVersion, Term, TermEnd, TermUnit, TrialId,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Time of the present block.
	pub(crate) fn now() -> Moment {
		T::Titles::now()
	}

	/// A trial.
	pub(crate) fn load(id: TrialId) -> Result<Trial, Error<T>> {
		let TrialRecord::V1(trial) = Trials::<T>::get(id).ok_or(Error::<T>::NoSuchTrial)?;
		Ok(trial)
	}

	/// Writes a trial.
	pub(crate) fn save(id: TrialId, trial: Trial) {
		Self::schedule(DueItem::Trial(id), trial.due);
		Trials::<T>::insert(id, TrialRecord::V1(trial));
	}

	/// A pool entry.
	pub(crate) fn load_entry(
		achievement: AchievementId,
		entry: u32,
	) -> Result<PoolEntry, Error<T>> {
		let EntryRecord::V1(found) =
			PoolEntries::<T>::get(achievement, entry).ok_or(Error::<T>::NoSuchEntry)?;
		Ok(found)
	}

	/// Writes a pool entry.
	pub(crate) fn save_entry(achievement: AchievementId, entry: u32, record: PoolEntry) {
		PoolEntries::<T>::insert(achievement, entry, EntryRecord::V1(record));
	}

	/// The title of an achievement.
	pub(crate) fn title(achievement: AchievementId) -> Result<TitleBody, Error<T>> {
		T::Titles::title(achievement).ok_or(Error::<T>::UnknownAchievement)
	}

	/// The facts of a registered achievement.
	pub(crate) fn facts(achievement: AchievementId) -> Result<AchievementFacts, Error<T>> {
		T::Achievements::facts(achievement)
			.filter(|facts| facts.ledger_status == LedgerStatus::Registered)
			.ok_or(Error::<T>::UnknownAchievement)
	}

	/// R1: refuses an excluded achievement.
	pub(crate) fn ensure_not_excluded(achievement: AchievementId) -> Result<(), Error<T>> {
		match Self::facts(achievement)?.exclusion {
			Some(class) => Err(Error::<T>::Excluded(ExclusionInTheWay(class))),
			None => Ok(()),
		}
	}

	/// Refuses a trial in any other state.
	pub(crate) fn ensure_state(trial: &Trial, states: &[TrialState]) -> Result<(), Error<T>> {
		ensure!(states.contains(&trial.state), Error::<T>::WrongState(trial.state));
		Ok(())
	}

	/// Moves a trial on, and says so.
	pub(crate) fn change_state(
		id: TrialId,
		trial: &mut Trial,
		new: TrialState,
		reasons: Option<quanqi_types::Digest>,
	) -> Result<(), Error<T>> {
		let old = trial.state;
		ensure!(old.leads_to(new), Error::<T>::WrongState(old));
		if old == TrialState::Requested {
			Requests::<T>::remove((trial.achievement, trial.entry), id);
		}
		trial.state = new;
		trial.since = Self::now();
		trial.due = None;
		Self::deposit_event(Event::StateChanged { trial: id, old, new, reasons });
		Ok(())
	}

	/// Whether a member speaks for the unit: the owner that entered the achievement, or, once it has
	/// sold its share, any owner (R8).
	pub(crate) fn is_unit(title: &TitleBody, by: MemberId, member: MemberId) -> bool {
		member == by || (title.owners.contains(member) && !title.owners.contains(by))
	}

	/// Refuses who does not speak for the unit.
	pub(crate) fn ensure_unit(
		title: &TitleBody,
		by: MemberId,
		member: MemberId,
	) -> Result<(), Error<T>> {
		ensure!(Self::is_unit(title, by, member), Error::<T>::NotUnit);
		Ok(())
	}

	/// Who has the trial: the holder of its right, which may have succeeded who asked for it.
	pub(crate) fn user_of(title: &TitleBody, trial: &Trial) -> MemberId {
		let right = trial.run.and_then(|run| title.right(run.right));
		let holders = right.map(|right| &right.terms.holders);
		let sole = holders.filter(|holders| holders.len() == 1);
		sole.and_then(|holders| holders.members().next()).unwrap_or(trial.user)
	}

	/// In whose name a key acts on the unit's side; no agent of the user does.
	pub(crate) fn unit_actor(
		who: &T::AccountId,
		mandate: Option<MandateId>,
		trial: &Trial,
	) -> Result<Actor, DispatchError> {
		T::Members::acting(who, Permission::Dispose, mandate, &[trial.user])
	}

	/// In whose name a key acts on the user's side; no agent of an owner does.
	pub(crate) fn user_actor(
		who: &T::AccountId,
		mandate: Option<MandateId>,
		achievement: AchievementId,
	) -> Result<Actor, DispatchError> {
		let owners: Vec<_> = Self::title(achievement)?.owners.members().collect();
		T::Members::acting(who, Permission::Dispose, mandate, &owners)
	}

	/// Refuses who is not the user of a trial.
	pub(crate) fn ensure_user(trial: &Trial, member: MemberId) -> Result<(), Error<T>> {
		let title = Self::title(trial.achievement)?;
		ensure!(Self::user_of(&title, trial) == member, Error::<T>::NotUser);
		Ok(())
	}

	/// Refuses a member that does not exist.
	pub(crate) fn ensure_known(member: MemberId) -> Result<(), Error<T>> {
		ensure!(T::Members::facts(member).is_some(), Error::<T>::UnknownMember);
		Ok(())
	}

	/// The version of a rule that governs a date.
	pub(crate) fn statute(rule: RuleId, at: Moment) -> Result<StatuteVersion, Error<T>> {
		T::Statutes::version_on(rule, at).ok_or(Error::<T>::StatuteMissing)
	}

	/// The part a rule sets on a date, in ppm, and whether it refuses.
	pub(crate) fn part_on(rule: RuleId, at: Moment) -> Result<(u32, Force), Error<T>> {
		match Self::statute(rule, at)? {
			StatuteVersion { value: StatuteValue::Ppm(part), force, .. } => Ok((part, force)),
			_ => Err(Error::<T>::StatuteMissing),
		}
	}

	/// The period a rule sets on a date, and whether it refuses.
	pub(crate) fn term_on(rule: RuleId, at: Moment) -> Result<(Term, Force), Error<T>> {
		match Self::statute(rule, at)? {
			StatuteVersion { value: StatuteValue::Term(term), force, .. } => Ok((term, force)),
			_ => Err(Error::<T>::StatuteMissing),
		}
	}

	/// When a term ends that begins with an event.
	pub(crate) fn end_of(term: Term, event: Moment) -> Result<TermEnd, Error<T>> {
		T::Statutes::end_of_term(term, event).ok_or(Error::<T>::TermNotCountable)
	}

	/// When a term ends that begins when something is over: at `over`, the first moment outside.
	pub(crate) fn end_after_last_day(term: Term, over: Moment) -> Result<TermEnd, Error<T>> {
		let last = match term.unit {
			// Minutes run from the event itself.
			TermUnit::Minute => over,
			_ => over.checked_sub_ms(1).unwrap_or(over),
		};
		Self::end_of(term, last)
	}

	/// R5: whether a trial from one moment to another is within the statute of the day it began. A
	/// binding rule refuses, one that encourages gives a flag.
	pub(crate) fn check_length(from: Moment, until: Moment) -> Result<Option<Flag>, Error<T>> {
		let (longest, force) = Self::term_on(RuleId::TrialMaximum, from)?;
		let most = Self::end_of(longest, from)?.moment;
		if until <= most {
			return Ok(None);
		}
		let found = crate::rules::days_between(from, until);
		match force {
			Force::Binding => Err(Error::<T>::TrialTooLong(Found::new(found))),
			Force::Encouraged => {
				let required = crate::rules::days_between(from, most);
				let short = |days| u32::try_from(days).unwrap_or(u32::MAX);
				let (required, found) = (short(required), short(found));
				Ok(Some(Flag::LongerThanStatute { required, found }))
			}
		}
	}

	/// Raises a flag on a trial, unless one of its kind is up.
	pub(crate) fn flag(id: TrialId, trial: &mut Trial, flag: Flag) {
		if Self::raise(&mut trial.flags, flag) {
			Self::deposit_event(Event::TrialFlagged { trial: id, flag });
		}
	}

	/// Raises a flag, unless one of its kind is up; whether it did.
	pub(crate) fn raise(flags: &mut Flags, flag: Flag) -> bool {
		let is_same = |up: &Flag| core::mem::discriminant(up) == core::mem::discriminant(&flag);
		// The bound is above the number of kinds.
		!flags.iter().any(is_same) && flags.try_push(flag).is_ok()
	}

	/// Consents that the law of titles wants for a step and that are not in it.
	pub(crate) fn missing(
		title: &TitleBody,
		step: &Step,
	) -> Result<Vec<(MemberId, ConsentRole)>, Error<T>> {
		let now = Self::now();
		let consents = step.consents.clone();
		let mut body = EntryBody {
			sequence: title.entries,
			block: 0,
			time: now,
			legal_date: step.legal_date,
			actor: step.actor,
			cause: step.cause.clone(),
			consents: BoundedVec::try_from(consents).map_err(|_| Error::<T>::TooManyConsents)?,
			statutes: BoundedVec::new(),
			act: step.act.clone(),
		};
		for rule in statutes_needed(title, &body) {
			let Some(version) = T::Statutes::version_on(rule, now) else { continue };
			let StatuteVersion { effective_from, value, .. } = version;
			let used = StatuteUsed { rule, effective_from, value };
			body.statutes.try_push(used).map_err(|_| Error::<T>::TooManyConsents)?;
		}
		Ok(consents_needed(title, &body).missing(&body.consents))
	}

	/// Whether a step would be lawful if everyone in `missing` agreed; the title's own refusal
	/// otherwise. Writes nothing.
	pub(crate) fn try_agreed(
		achievement: AchievementId,
		step: &Step,
		missing: &[(MemberId, ConsentRole)],
	) -> DispatchResult {
		let mut agreed = step.clone();
		agreed.consents.extend(missing.iter().map(|(member, role)| Consent {
			member: *member,
			role: *role,
			deemed: false,
			mandate: None,
		}));
		Self::undone(|| T::Titles::append(achievement, agreed).map(|_| ()))
	}

	/// Does something and undoes it: only its result is left.
	pub(crate) fn undone(act: impl FnOnce() -> DispatchResult) -> DispatchResult {
		with_transaction(|| TransactionOutcome::Rollback(act()))
	}

	/// What must hold of every runtime that this pallet is in.
	pub(crate) fn check_integrity() {
		use codec::MaxEncodedLen;
		use frame_support::traits::PalletError;
		use quanqi_types::{bounds, ExclusionClass};
		assert_eq!(
			ExclusionClass::max_encoded_len(),
			ExclusionInTheWay::MAX_ENCODED_SIZE,
			"a class is one byte"
		);
		const { assert!(bounds::MAX_PARALLEL_TRIALS < bounds::MAX_LIVE_RIGHTS) };
		Self::check_weights();
	}
}
