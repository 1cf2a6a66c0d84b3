//! What the entries of histories mean here (R11, R14, R19, R22): whichever area appended them.

use crate::{
	Clock, ClockRecord, Clocks, Config, ConversionWay, Event, HighestRegistered, NotedConversion,
	Pallet, TrialOfRight, TrialState,
};
use alloc::vec::Vec;
use frame_support::storage::with_storage_layer;
use quanqi_title::{Act, EndReason, Entry, EntryBody};
use quanqi_traits::{IdleClock, OnEntry};
use quanqi_types::{AchievementId, ContractId, Moment, OfficialStatus};

impl<T: Config> OnEntry for Pallet<T> {
	fn entry_appended(achievement: AchievementId, entry: &Entry) {
		let body = entry.body();
		Self::tell_clock(achievement, body);
		match &body.act {
			// A new entry into the pool means that the time of the one before is over.
			Act::PoolLeft | Act::PoolEntered(_) | Act::Retired { .. } => {
				Self::note_left(achievement)
			}
			Act::UseEnded { right, reason } => Self::right_ended(achievement, *right, *reason),
			Act::Corrected(correction) => {
				if let Some(right) = correction.ends_right {
					Self::right_ended(achievement, right, EndReason::Decided);
				}
			}
			_ => {}
		}
	}
}

impl<T: Config> IdleClock for Pallet<T> {
	fn note_conversion(achievement: AchievementId, at: Moment, contract: ContractId) {
		let told = NotedConversion::told(ConversionWay::Contract, at, None);
		Self::add_conversion(achievement, NotedConversion { contract: Some(contract), ..told });
	}

	fn undo_conversion(achievement: AchievementId, contract: ContractId) {
		Self::take_conversions(achievement, |told| {
			told.way == ConversionWay::Contract && told.contract == Some(contract)
		});
	}
}

impl<T: Config> Pallet<T> {
	/// The clock of an achievement; an empty one where nothing was told.
	pub(crate) fn clock(achievement: AchievementId) -> Clock {
		match Clocks::<T>::get(achievement) {
			Some(ClockRecord::V1(clock)) => clock,
			None => Clock::default(),
		}
	}

	fn save_clock(achievement: AchievementId, clock: Clock) {
		Clocks::<T>::insert(achievement, ClockRecord::V1(clock));
	}

	/// R19: what an entry means for the idle clock.
	fn tell_clock(achievement: AchievementId, body: &EntryBody) {
		match &body.act {
			Act::Registered(_) => {
				let mut clock = Self::clock(achievement);
				clock.registered = Some(body.time);
				Self::save_clock(achievement, clock);
				let highest = HighestRegistered::<T>::get().max(Some(achievement));
				HighestRegistered::<T>::set(highest);
			}
			Act::StatusChanged { status: OfficialStatus::Granted, .. } => {
				let mut clock = Self::clock(achievement);
				clock.granted = Some(body.legal_moment());
				Self::save_clock(achievement, clock);
			}
			act => {
				let reversed = Self::reversed_by(achievement, body);
				if let Some(entry) = reversed {
					Self::take_conversions(achievement, |told| told.entry == Some(entry));
				} else if let Some(conversion) = crate::rules::conversion_of(body) {
					Self::add_conversion(achievement, conversion);
				} else if let Some(entry) = crate::rules::undone_by(act) {
					Self::take_conversions(achievement, |told| told.entry == Some(entry));
				}
			}
		}
	}

	/// The conversion that an entry moves back, if it moves one back.
	fn reversed_by(achievement: AchievementId, body: &EntryBody) -> Option<u32> {
		let clock = Self::clock(achievement);
		let mut told = clock.conversions.iter();
		told.find(|conversion| crate::rules::moves_back(conversion, body))?.entry
	}

	/// Notes a conversion; of more than the bound the earliest told is forgotten.
	pub(crate) fn add_conversion(achievement: AchievementId, conversion: NotedConversion) {
		let mut clock = Self::clock(achievement);
		if clock.conversions.is_full() {
			clock.conversions.remove(0);
		}
		if clock.conversions.try_push(conversion).is_ok() {
			Self::save_clock(achievement, clock);
			Self::deposit_event(Event::ConversionNoted { achievement, conversion });
		}
	}

	/// R19: a conversion whose entry or contract was cancelled or rescinded is none.
	fn take_conversions(achievement: AchievementId, is_undone: impl Fn(&NotedConversion) -> bool) {
		let mut clock = Self::clock(achievement);
		let undone: Vec<_> = clock.conversions.iter().copied().filter(&is_undone).collect();
		if undone.is_empty() {
			return;
		}
		clock.conversions.retain(|conversion| !is_undone(conversion));
		Self::save_clock(achievement, clock);
		for conversion in undone {
			Self::deposit_event(Event::ConversionUndone { achievement, conversion });
		}
	}

	/// The right of a trial was ended elsewhere: surrendered by its user, which is a stop, or by those
	/// who may end it, which terminates the trial. A right whose time is over ends no trial: its user
	/// can still declare.
	fn right_ended(achievement: AchievementId, right: u32, reason: EndReason) {
		let Some(id) = TrialOfRight::<T>::get(achievement, right) else { return };
		let Ok(trial) = Self::load(id) else { return };
		if !matches!(trial.state, TrialState::Running | TrialState::ConvertDeclared) {
			return;
		}
		let ended = with_storage_layer(|| match reason {
			EndReason::Expired | EndReason::ParentEnded => Ok(()),
			EndReason::Surrendered => Self::stop(id, trial),
			EndReason::ByTerms | EndReason::Decided | EndReason::Rescinded => {
				Self::finish(id, trial, TrialState::Terminated, None)
			}
		});
		if let Err(error) = ended {
			Self::deposit_event(Event::SettlingFailed { trial: id, error });
		}
	}
}
