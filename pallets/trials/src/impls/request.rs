//! From a request to an accepted trial (R7 to R9, R18).

use crate::{
	Agreed, Brokerage, BrokersFee, Config, Contenders, Error, Event, Found, NextTrial, OpenTrials,
	Pallet, Requests, Trial, TrialOfRight, TrialState, TrialsBy, TrialsOf,
};
use frame_support::{ensure, BoundedVec};
use quanqi_title::{Actor, TitleBody};
use quanqi_traits::Members;
use quanqi_types::{AchievementId, Digest, MandateId, MemberId, Permission, TrialId, WHOLE_PPM};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_request(
		who: T::AccountId,
		achievement: AchievementId,
		entry: u32,
		standard_contract: Digest,
		broker: Option<Brokerage>,
		mandate: Option<MandateId>,
	) -> DispatchResult {
		let actor = Self::user_actor(&who, mandate, achievement)?;
		Self::ask_for_trial(actor, achievement, entry, standard_contract, broker)
	}

	/// Asks for a trial.
	pub(crate) fn ask_for_trial(
		actor: Actor,
		achievement: AchievementId,
		entry: u32,
		standard_contract: Digest,
		broker: Option<Brokerage>,
	) -> DispatchResult {
		Self::ensure_not_excluded(achievement)?;
		let record = Self::load_entry(achievement, entry)?;
		let title = Self::title(achievement)?;
		ensure!(Self::is_entry_open(&title, entry), Error::<T>::EntryNotOpen);
		let is_same = record.terms.standard_contract == standard_contract;
		ensure!(is_same, Error::<T>::OtherContract);
		let user = actor.member;
		ensure!(!title.owners.contains(user), Error::<T>::UserIsOwner);
		Self::ensure_no_open_trial(achievement, entry, user)?;
		if let Some(broker) = &broker {
			Self::check_broker(&title, user, broker)?;
		}
		let id = NextTrial::<T>::get();
		let next = id.0.checked_add(1).ok_or(Error::<T>::NumbersUsedUp)?;
		NextTrial::<T>::put(TrialId(next));
		let now = Self::now();
		let trial = Trial {
			achievement,
			entry,
			user,
			user_mandate: actor.mandate,
			broker,
			state: TrialState::Requested,
			requested: now,
			since: now,
			run: None,
			extension: None,
			due: None,
			policy: None,
			services: 0,
			converted: None,
			flags: BoundedVec::new(),
		};
		TrialsOf::<T>::insert(achievement, id, ());
		TrialsBy::<T>::insert(user, id, ());
		OpenTrials::<T>::insert(achievement, user, id);
		Requests::<T>::insert((achievement, entry), id, ());
		Self::save(id, trial);
		Self::deposit_event(Event::TrialRequested { trial: id, achievement, entry, user, broker });
		Ok(())
	}

	/// R7: a user has one trial of an achievement at a time. What it asked for under an entry that was
	/// left is none any more (R22), whether or not the calendar has come to it.
	fn ensure_no_open_trial(
		achievement: AchievementId,
		entry: u32,
		user: MemberId,
	) -> DispatchResult {
		let Some(open) = OpenTrials::<T>::get(achievement, user) else { return Ok(()) };
		let found = Self::load(open)?;
		let has_lapsed = found.state == TrialState::Requested && found.entry != entry;
		ensure!(has_lapsed, Error::<T>::TrialOpen(Found::new(open.0)));
		Self::finish(open, found, TrialState::Lapsed, None)
	}

	/// R18: a broker is a member of its own, and its fee is a part.
	fn check_broker(title: &TitleBody, user: MemberId, brokerage: &Brokerage) -> DispatchResult {
		let broker = brokerage.broker;
		let is_party = broker == user || title.owners.contains(broker);
		ensure!(!is_party, Error::<T>::BrokerIsParty);
		match brokerage.fee {
			BrokersFee::Part(part) => ensure!(part <= WHOLE_PPM, Error::<T>::FeeAboveWhole),
			BrokersFee::Amount(amount) => {
				ensure!(amount.currency.is_valid(), Error::<T>::WrongCurrency)
			}
		}
		T::Members::ensure_active(broker)
	}

	pub(crate) fn do_withdraw(
		who: T::AccountId,
		id: TrialId,
		mandate: Option<MandateId>,
	) -> DispatchResult {
		let trial = Self::load(id)?;
		let actor = Self::user_actor(&who, mandate, trial.achievement)?;
		Self::ensure_user(&trial, actor.member)?;
		Self::ensure_state(&trial, &[TrialState::Requested, TrialState::Accepted])?;
		Self::finish(id, trial, TrialState::Withdrawn, None)
	}

	/// The unit behind a key that may approve. Nobody approves under a mandate: it is internal.
	fn approver(who: &T::AccountId, trial: &Trial) -> DispatchResult {
		let member = T::Members::member(who, Permission::Approve)?;
		let by = Self::load_entry(trial.achievement, trial.entry)?.by;
		let title = Self::title(trial.achievement)?;
		Ok(Self::ensure_unit(&title, by, member)?)
	}

	pub(crate) fn do_refuse(
		who: T::AccountId,
		id: TrialId,
		reasons: Option<Digest>,
	) -> DispatchResult {
		let trial = Self::load(id)?;
		Self::approver(&who, &trial)?;
		Self::ensure_state(&trial, &[TrialState::Requested, TrialState::Accepted])?;
		Self::finish(id, trial, TrialState::Refused, reasons)
	}

	pub(crate) fn do_approve(who: T::AccountId, id: TrialId) -> DispatchResult {
		let mut trial = Self::load(id)?;
		Self::approver(&who, &trial)?;
		Self::ensure_state(&trial, &[TrialState::Requested])?;
		let (achievement, entry) = (trial.achievement, trial.entry);
		Self::ensure_not_excluded(achievement)?;
		let title = Self::title(achievement)?;
		ensure!(Self::is_entry_open(&title, entry), Error::<T>::EntryNotOpen);
		let mut record = Self::load_entry(achievement, entry)?;
		let has_place = record.active < record.terms.parallel_limit;
		ensure!(has_place, Error::<T>::TooManyTrials(Found::new(record.active.into())));
		record.active = record.active.saturating_add(1);
		Self::save_entry(achievement, entry, record);
		Self::change_state(id, &mut trial, TrialState::Accepted, None)?;
		Self::save(id, trial);
		Ok(())
	}

	/// Frees the place a trial took under its pool entry, and takes it out of those who declared.
	fn free_place(id: TrialId, trial: &Trial) {
		let (achievement, entry) = (trial.achievement, trial.entry);
		if let Ok(mut record) = Self::load_entry(achievement, entry) {
			record.active = record.active.saturating_sub(1);
			record.chosen = record.chosen.filter(|chosen| *chosen != id);
			Self::save_entry(achievement, entry, record);
		}
		let mut contenders = Contenders::<T>::get(achievement, entry);
		contenders.retain(|contender| contender.trial != id);
		match contenders.is_empty() {
			true => Contenders::<T>::remove(achievement, entry),
			false => Contenders::<T>::insert(achievement, entry, contenders),
		}
	}

	/// Ends a trial: its place is free, and its user may ask again.
	pub(crate) fn finish(
		id: TrialId,
		mut trial: Trial,
		new: TrialState,
		reasons: Option<Digest>,
	) -> DispatchResult {
		let had_place = trial.state.takes_place();
		Self::change_state(id, &mut trial, new, reasons)?;
		if had_place {
			Self::free_place(id, &trial);
		}
		trial.extension = None;
		Agreed::<T>::remove(id);
		if let Some(run) = trial.run {
			TrialOfRight::<T>::remove(trial.achievement, run.right);
		}
		if new.is_final() {
			OpenTrials::<T>::remove(trial.achievement, trial.user);
		}
		Self::save(id, trial);
		Ok(())
	}
}
