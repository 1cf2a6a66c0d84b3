//! How a trial ends without conversion: closed, undeclared, by decision (R11, R14).

use crate::{Config, Contenders, Error, Event, Flag, Pallet, PoolEntry, Run, Trial, TrialState};
use alloc::vec::Vec;
use frame_support::ensure;
use quanqi_title::{Act, Actor, Cause, DecisionRef, EndReason, TitleBody};
use quanqi_traits::{Members, Step, Titles};
use quanqi_types::{
	bounds::MAX_LABEL_BYTES, Capability, Digest, MandateId, MemberId, Permission, Text, TrialId,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_close(
		who: T::AccountId,
		id: TrialId,
		mandate: Option<MandateId>,
	) -> DispatchResult {
		let trial = Self::load(id)?;
		let actor = Self::unit_actor(&who, mandate, &trial)?;
		let by = Self::load_entry(trial.achievement, trial.entry)?.by;
		let title = Self::title(trial.achievement)?;
		Self::ensure_unit(&title, by, actor.member)?;
		Self::ensure_state(&trial, &[TrialState::StopDeclared, TrialState::ConvertDeclared])?;
		// While the user goes first, the unit cannot end what it declared in time.
		let contenders = Contenders::<T>::get(trial.achievement, trial.entry);
		let own = contenders.iter().find(|contender| contender.trial == id);
		let is_waiting = own.is_some_and(|own| own.priority_until > Self::now());
		ensure!(!is_waiting, Error::<T>::WrongState(trial.state));
		Self::finish(id, trial, TrialState::Closed, None)
	}

	pub(crate) fn do_terminate(
		who: T::AccountId,
		id: TrialId,
		document: Text<MAX_LABEL_BYTES>,
		digest: Digest,
	) -> DispatchResult {
		let authority = T::Members::member(&who, Permission::Authority)?;
		T::Members::ensure_capable(authority, Capability::Adjudicate)?;
		let trial = Self::load(id)?;
		let title = Self::title(trial.achievement)?;
		let entry = Self::load_entry(trial.achievement, trial.entry)?;
		let parties = Self::parties_of(&title, &entry, &trial);
		let is_interested = T::Members::is_interested(authority, &parties);
		ensure!(!is_interested, Error::<T>::AuthorityIsParty);
		ensure!(document.validate().is_ok(), Error::<T>::WrongText);
		let decision = DecisionRef { authority, document, digest };
		Self::finish(id, trial.clone(), TrialState::Terminated, Some(digest))?;
		Self::end_by_decision(&trial, &title, decision.clone())?;
		Self::deposit_event(Event::TrialTerminated { trial: id, decision });
		Ok(())
	}

	/// Ends the right of a trial by decision, where no entry has ended it yet.
	fn end_by_decision(
		trial: &Trial,
		title: &TitleBody,
		decision: DecisionRef,
	) -> Result<(), DispatchError> {
		let right = trial.run.and_then(|run| title.right(run.right));
		let Some(right) = right else { return Ok(()) };
		let step = Step {
			actor: Actor { member: decision.authority, mandate: None },
			cause: Cause::Decision(decision),
			legal_date: None,
			consents: Vec::new(),
			act: Act::UseEnded { right: right.sequence, reason: EndReason::Decided },
		};
		T::Titles::append(trial.achievement, step)?;
		Ok(())
	}

	/// The parties of a trial: user, owners, the unit, and those around it.
	pub(crate) fn parties_of(title: &TitleBody, entry: &PoolEntry, trial: &Trial) -> Vec<MemberId> {
		let user = [trial.user, Self::user_of(title, trial), entry.by];
		let around = [
			trial.broker.map(|brokerage| brokerage.broker),
			trial.policy.as_ref().map(|policy| policy.insurer),
			entry.terms.operator,
		];
		user.into_iter().chain(title.owners.members()).chain(around.into_iter().flatten()).collect()
	}

	pub(crate) fn do_settle(id: TrialId) -> DispatchResult {
		let mut trial = Self::load(id)?;
		let now = Self::now();
		ensure!(trial.due.is_some_and(|due| due <= now), Error::<T>::NothingDue);
		match (trial.state, trial.run) {
			(TrialState::Running, Some(run)) if run.declare_by <= now => {
				// A calendar that comes late tells both.
				Self::tell_end(id, &mut trial, run);
				Self::flag(id, &mut trial, Flag::EndedUndeclared);
				Self::finish(id, trial, TrialState::EndedUndeclared, None)
			}
			(TrialState::Running, Some(run)) => {
				Self::tell_end(id, &mut trial, run);
				trial.due = Some(run.declare_by);
				Self::save(id, trial);
				Ok(())
			}
			(TrialState::StopDeclared, _) => Self::finish(id, trial, TrialState::Closed, None),
			_ => Err(Error::<T>::NothingDue.into()),
		}
	}
	/// Tells once that the use right of a trial has run out.
	fn tell_end(id: TrialId, trial: &mut Trial, mut run: Run) {
		if run.is_end_told {
			return;
		}
		run.is_end_told = true;
		trial.run = Some(run);
		let declare_by = run.declare_by;
		Self::deposit_event(Event::TrialRanOut { trial: id, declare_by });
	}
}
