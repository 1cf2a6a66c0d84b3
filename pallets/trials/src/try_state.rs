//! Invariants, with the numbers of the README.

use crate::{
	Agreed, ClockRecord, Clocks, Config, Contenders, Due, DueCursor, DueItem, EntryRecord,
	NextProposal, NextTrial, OpenEntries, OpenTrials, Pallet, PoolEntries, Proposals, Requests,
	Scheduled, Services, Trial, TrialOfRight, TrialRecord, TrialState, Trials, TrialsBy, TrialsOf,
	Vouchers,
};
use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::ensure;
use quanqi_traits::{Members, Titles};
use quanqi_types::{Date, TrialId};
use sp_runtime::TryRuntimeError;

type Checked = Result<(), TryRuntimeError>;

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub fn do_try_state() -> Checked {
		for (id, TrialRecord::V1(trial)) in Trials::<T>::iter() {
			Self::check_trial(id, &trial)?;
			Self::check_run(id, &trial)?;
		}
		Self::check_indices()?;
		Self::check_entries()?;
		Self::check_contenders()?;
		Self::check_around()?;
		Self::check_clocks()?;
		Self::check_calendar()
	}

	/// I1: a trial has a number that was given, is of a pool entry, and its user exists. I2: both
	/// indices have it, and the index of open ones exactly while it is not over.
	fn check_trial(id: TrialId, trial: &Trial) -> Checked {
		ensure!(id < NextTrial::<T>::get(), "I1: a trial has a number not given yet");
		ensure!(
			PoolEntries::<T>::contains_key(trial.achievement, trial.entry),
			"I1: a trial is of no pool entry"
		);
		ensure!(T::Members::facts(trial.user).is_some(), "I1: a trial's user is nobody");
		ensure!(
			TrialsOf::<T>::contains_key(trial.achievement, id)
				&& TrialsBy::<T>::contains_key(trial.user, id),
			"I2: a trial is missing in an index"
		);
		let waits = Requests::<T>::contains_key((trial.achievement, trial.entry), id);
		ensure!(
			waits == (trial.state == TrialState::Requested),
			"I2: a request is not in the index of requests"
		);
		let open = OpenTrials::<T>::get(trial.achievement, trial.user);
		ensure!(
			(open == Some(id)) != trial.state.is_final(),
			"I2: a trial is open and not in the index of open ones, or the reverse"
		);
		Ok(())
	}

	/// I3: a trial has days exactly from its start on, they follow each other, and its right leads back
	/// to it while it runs. I4: it is converted exactly with a contract.
	fn check_run(id: TrialId, trial: &Trial) -> Checked {
		use TrialState::*;
		let never_ran = matches!(trial.state, Requested | Accepted | Refused | Withdrawn | Lapsed);
		match trial.run {
			None => ensure!(never_ran || trial.state == Terminated, "I3: a trial has no days"),
			Some(run) => {
				ensure!(!never_ran, "I3: a trial has days before it runs");
				let follows = run.started < run.until && run.until <= run.declare_by;
				ensure!(follows, "I3: the days of a trial do not follow each other");
				let behind = TrialOfRight::<T>::get(trial.achievement, run.right);
				let runs = matches!(trial.state, Running | ConvertDeclared);
				ensure!(
					(behind == Some(id)) == runs,
					"I3: a right does not lead back to its trial, or leads to one that is over"
				);
				let title = T::Titles::title(trial.achievement);
				let is_known = title.is_some_and(|title| run.right < title.entries);
				ensure!(is_known, "I3: a trial's right is of no entry");
			}
		}
		ensure!(
			trial.converted.is_some() == (trial.state == Converted),
			"I4: a trial is converted without a contract, or the reverse"
		);
		let asks = trial.extension.is_some();
		ensure!(!asks || trial.state == Running, "I4: more time for a trial that does not run");
		let awaits = matches!(trial.state, Accepted | Running);
		ensure!(awaits || !Agreed::<T>::contains_key(id), "I4: consents to nothing");
		Ok(())
	}

	/// I2 the other way.
	fn check_indices() -> Checked {
		for (achievement, id) in TrialsOf::<T>::iter_keys() {
			let found = Self::load(id).is_ok_and(|trial| trial.achievement == achievement);
			ensure!(found, "I2: the index of achievements names no trial of it");
		}
		for (user, id) in TrialsBy::<T>::iter_keys() {
			let found = Self::load(id).is_ok_and(|trial| trial.user == user);
			ensure!(found, "I2: the index of users names no trial of it");
		}
		for (achievement, user, id) in OpenTrials::<T>::iter() {
			let found = Self::load(id)
				.is_ok_and(|trial| (trial.achievement, trial.user) == (achievement, user));
			ensure!(found, "I2: the index of open trials names no trial of it");
		}
		for ((achievement, entry), id) in Requests::<T>::iter_keys() {
			let found = Self::load(id).is_ok_and(|trial| {
				let is_of_entry = (trial.achievement, trial.entry) == (achievement, entry);
				is_of_entry && trial.state == TrialState::Requested
			});
			ensure!(found, "I2: the index of requests names no request under its entry");
		}
		for (achievement, right, id) in TrialOfRight::<T>::iter() {
			let found = Self::load(id).is_ok_and(|trial| {
				trial.achievement == achievement && trial.run.is_some_and(|run| run.right == right)
			});
			ensure!(found, "I3: a right leads to no trial of it");
		}
		Ok(())
	}

	/// I5: a pool entry counts exactly the trials that take a place, within its limit; the open one is
	/// not left.
	fn check_entries() -> Checked {
		let mut active = BTreeMap::new();
		for TrialRecord::V1(trial) in Trials::<T>::iter_values() {
			if trial.state.takes_place() {
				let count = active.entry((trial.achievement, trial.entry)).or_insert(0u32);
				*count = count.saturating_add(1);
			}
		}
		for (achievement, number, EntryRecord::V1(entry)) in PoolEntries::<T>::iter() {
			let counted = active.remove(&(achievement, number)).unwrap_or(0);
			ensure!(entry.active == counted, "I5: a pool entry counts other trials");
			ensure!(
				entry.active <= entry.terms.parallel_limit,
				"I5: a pool entry has more trials than it allows"
			);
			let is_open = OpenEntries::<T>::get(achievement) == Some(number);
			ensure!(!is_open || entry.left.is_none(), "I5: an entry that was left is open");
			let chosen = entry.chosen.map(Self::load);
			let is_contender = chosen.is_none_or(|trial| {
				trial.is_ok_and(|trial| trial.state == TrialState::ConvertDeclared)
			});
			ensure!(is_contender, "I6: who was chosen has not declared to convert");
		}
		for (achievement, number) in OpenEntries::<T>::iter() {
			ensure!(
				PoolEntries::<T>::contains_key(achievement, number),
				"I5: the open entry is none"
			);
		}
		for (_, _, proposal) in Proposals::<T>::iter() {
			let given = proposal.number < NextProposal::<T>::get();
			ensure!(given, "I5: a proposal has a number not given yet");
		}
		Ok(())
	}

	/// I6: contenders are exactly the trials whose users declared to convert, each once.
	fn check_contenders() -> Checked {
		let mut declared: Vec<TrialId> = Trials::<T>::iter()
			.filter(|(_, TrialRecord::V1(trial))| trial.state == TrialState::ConvertDeclared)
			.map(|(id, _)| id)
			.collect();
		let mut listed = Vec::new();
		for (achievement, entry, contenders) in Contenders::<T>::iter() {
			ensure!(!contenders.is_empty(), "I6: an empty list of contenders");
			for contender in contenders {
				let trial = Self::load(contender.trial).map_err(|_| "I6: a contender is none")?;
				let is_here = (trial.achievement, trial.entry) == (achievement, entry);
				ensure!(is_here, "I6: a contender stands under another entry");
				listed.push(contender.trial);
			}
		}
		declared.sort_unstable();
		listed.sort_unstable();
		ensure!(declared == listed, "I6: contenders are not those who declared");
		Ok(())
	}

	/// I7: services are numbered without a gap; a voucher's reference leads to the policy it redeemed,
	/// and back.
	fn check_around() -> Checked {
		let mut services = BTreeMap::<TrialId, u32>::new();
		for (id, number) in Services::<T>::iter_keys() {
			let count = services.entry(id).or_default();
			*count = count.saturating_add(1);
			let is_known = Self::load(id).is_ok_and(|trial| number < trial.services);
			ensure!(is_known, "I7: a service of no trial, or behind its count");
		}
		for (id, TrialRecord::V1(trial)) in Trials::<T>::iter() {
			let counted = services.get(&id).copied().unwrap_or(0);
			ensure!(trial.services == counted, "I7: a trial counts other services");
			let redeemed = trial.policy.as_ref().and_then(|policy| policy.redeemed);
			if let Some((reference, ..)) = redeemed {
				let leads_back = Vouchers::<T>::get(reference) == Some(id);
				ensure!(leads_back, "I7: a redeemed voucher's reference leads elsewhere");
			}
		}
		for (reference, id) in Vouchers::<T>::iter() {
			let redeemed = Self::load(id).ok().and_then(|trial| trial.policy?.redeemed);
			let leads_back = redeemed.is_some_and(|(known, ..)| known == reference);
			ensure!(leads_back, "I7: a reference redeemed no voucher of its trial");
		}
		Ok(())
	}

	/// I8: each conversion says whose word it is: an entry's, a contract's or a member's.
	fn check_clocks() -> Checked {
		for ClockRecord::V1(clock) in Clocks::<T>::iter_values() {
			for conversion in &clock.conversions {
				use crate::ConversionWay::*;
				let is_told = match conversion.way {
					Transfer | Licence => conversion.entry.is_some(),
					OwnUse | JointUse | Equity | Other => {
						conversion.by.is_some() && conversion.evidence.is_some()
					}
					Contract => true,
				};
				ensure!(is_told, "I8: a conversion on nobody's word");
			}
		}
		Ok(())
	}

	/// I9: a trial stands on the calendar exactly while something of it is due, not before that; the
	/// calendar and its reverse agree, and nothing lies before the cursor.
	fn check_calendar() -> Checked {
		let days: Vec<_> = Due::<T>::iter_keys().collect();
		let cursor = DueCursor::<T>::get();
		for (day, item) in &days {
			ensure!(Some(*day) >= cursor, "I9: something due lies before the cursor");
			ensure!(
				Scheduled::<T>::get(item) == Some(*day),
				"I9: the calendar's reverse disagrees"
			);
			let DueItem::Trial(id) = item else { continue };
			let due = Self::load(*id).ok().and_then(|trial| trial.due);
			let is_due = due.is_some_and(|due| Date::not_before(due) <= *day);
			ensure!(is_due, "I9: nothing of a trial on the calendar is due by then");
		}
		ensure!(Scheduled::<T>::iter_keys().count() == days.len(), "I9: a day without an item");
		for (id, TrialRecord::V1(trial)) in Trials::<T>::iter() {
			let stands = Scheduled::<T>::contains_key(DueItem::Trial(id));
			ensure!(stands == trial.due.is_some(), "I9: what is due is not on the calendar");
			let may = matches!(trial.state, TrialState::Running | TrialState::StopDeclared);
			ensure!(may == trial.due.is_some(), "I9: something is due in a state that waits");
		}
		for ((achievement, entry), _) in Requests::<T>::iter_keys() {
			let is_left = Self::load_entry(achievement, entry).is_ok_and(|of| of.left.is_some());
			let stands = Scheduled::<T>::contains_key(DueItem::Requests(achievement, entry));
			ensure!(stands || !is_left, "I9: requests under an entry that was left never lapse");
		}
		Ok(())
	}
}
