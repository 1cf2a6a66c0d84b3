//! What falls due by time, day by day, within the weight a block has left.

use crate::{rules, Config, Due, DueCursor, DueItem, Error, Event, Pallet, Scheduled, WeightInfo};
use frame_support::{
	dispatch::DispatchClass, storage::with_storage_layer, traits::Get, weights::WeightMeter,
};
use quanqi_types::{Date, Moment, TrialId};
use sp_runtime::DispatchError;

/// Most items handled in one block: dates decide, so the rest can wait for the next.
const MAX_DUE_PER_BLOCK: u32 = 64;

impl<T: Config> Pallet<T> {
	/// Puts a trial on the day something is due, or takes it off the calendar.
	pub(crate) fn schedule(id: TrialId, due: Option<Moment>) {
		let item = DueItem::Trial(id);
		let old = Scheduled::<T>::get(item);
		// Nothing is ever put before the cursor, or it would be left lying.
		let day = due.map(|due| rules::due_day(due).max(Self::due_cursor()));
		if old == day {
			return;
		}
		if let Some(old) = old {
			Due::<T>::remove(old, item);
		}
		match day {
			Some(day) => {
				Due::<T>::insert(day, item, ());
				Scheduled::<T>::insert(item, day);
			}
			None => Scheduled::<T>::remove(item),
		}
	}

	/// The cursor; where there is none yet, it starts today.
	fn due_cursor() -> Date {
		DueCursor::<T>::get().unwrap_or_else(|| {
			let today = Date::from_moment(Self::now());
			DueCursor::<T>::put(today);
			today
		})
	}

	/// Handles days up to today, in order, while the block has weight left.
	pub(crate) fn handle_due(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::due_look()).is_err() {
			return;
		}
		let today = Date::from_moment(Self::now());
		let mut cursor = Self::due_cursor();
		let mut handled = 0u32;
		while cursor <= today && handled < MAX_DUE_PER_BLOCK {
			if meter.try_consume(T::WeightInfo::due_look()).is_err() {
				return;
			}
			let Some(DueItem::Trial(id)) = Due::<T>::iter_key_prefix(cursor).next() else {
				let Some(next) = cursor.plus_days(1) else { return };
				cursor = next;
				DueCursor::<T>::put(cursor);
				continue;
			};
			if meter.try_consume(T::WeightInfo::settle()).is_err() {
				return;
			}
			handled = handled.saturating_add(1);
			Self::settle_on(cursor, id);
		}
	}

	/// Takes a trial off a day and does what is due.
	fn settle_on(day: Date, id: TrialId) {
		let item = DueItem::Trial(id);
		Due::<T>::remove(day, item);
		Scheduled::<T>::remove(item);
		let Err(error) = with_storage_layer(|| Self::do_settle(id)) else { return };
		if error != DispatchError::from(Error::<T>::NothingDue) {
			Self::deposit_event(Event::SettlingFailed { trial: id, error });
		}
		// What is due later, or could not be done today, is looked at again tomorrow at the earliest.
		let tomorrow = Date::from_moment(Self::now()).end();
		let later = Self::load(id).ok().and_then(|trial| trial.due);
		Self::schedule(id, later.map(|due| due.max(tomorrow)));
	}

	/// The dearest calls fit a block.
	pub(crate) fn check_weights() {
		let most = T::BlockWeights::get().get(DispatchClass::Normal).max_extrinsic;
		let Some(most) = most else { return };
		for weight in [
			T::WeightInfo::enter_pool(),
			T::WeightInfo::agree_to_entry(),
			T::WeightInfo::start(),
			T::WeightInfo::extend(),
			T::WeightInfo::terminate(),
			T::WeightInfo::settle(),
		] {
			assert!(weight.all_lte(most), "{weight} is more than a call can weigh: {most}");
		}
	}
}
