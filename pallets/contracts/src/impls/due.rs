//! Transfers that become effective on an agreed day (T2), within the weight a block has left.

use super::effects::Agreed;
use crate::{
	rules, Config, Due, DueCursor, Effect, EffectState, Effects, Error, Event, Pallet, Scheduled,
	SignaturesOf, WeightInfo,
};
use frame_support::{ensure, storage::with_storage_layer, weights::WeightMeter};
use quanqi_title::Act;
use quanqi_types::{ContractId, Date, Moment};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Puts a transfer on the day it is due, or takes it off the calendar.
	pub(crate) fn schedule(item: (ContractId, u32), due: Option<Moment>) {
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
			let today = Date::from_moment(Self::present());
			DueCursor::<T>::put(today);
			today
		})
	}

	/// Handles days up to today, in order, while the block has weight left.
	pub(crate) fn handle_due(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::due_look()).is_err() {
			return;
		}
		let today = Date::from_moment(Self::present());
		let Some(mut cursor) = DueCursor::<T>::get() else { return };
		while cursor <= today {
			if meter.try_consume(T::WeightInfo::due_look()).is_err() {
				return;
			}
			let Some(item) = Due::<T>::iter_key_prefix(cursor).next() else {
				let Some(next) = cursor.plus_days(1) else { return };
				cursor = next;
				DueCursor::<T>::put(cursor);
				continue;
			};
			if meter.try_consume(T::WeightInfo::complete_transfer()).is_err() {
				return;
			}
			let (id, number) = item;
			let done = with_storage_layer(|| Self::do_complete_transfer(id, number));
			if let Err(error) = done {
				Self::deposit_event(Event::TransferStalled { contract: id, effect: number, error });
				Self::schedule(item, Some(today.end()));
			}
		}
	}

	/// Makes an agreed transfer effective, at anybody's wish, once its day has come.
	pub(crate) fn do_complete_transfer(id: ContractId, number: u32) -> DispatchResult {
		let applied = Effects::<T>::get(id, number).ok_or(Error::<T>::UnknownEffect)?;
		let Effect::TransferShare { achievement, from, to, ppm, on: Some(on) } =
			Self::effect(id, &applied)?
		else {
			return Err(Error::<T>::NotDue.into());
		};
		let is_due = applied.state == EffectState::Agreed && on <= Self::present();
		ensure!(is_due, Error::<T>::NotDue);
		let agreed = Agreed::by(&SignaturesOf::<T>::get(id, applied.version));
		let act = Act::ShareTransferred { agreed: applied.entry, from, to, ppm };
		let entry = Self::take(id, achievement, from, act, &agreed, &mut None)?;
		if let Some(agreed) = applied.entry {
			crate::AgreedBy::<T>::remove(achievement, agreed);
		}
		Self::schedule((id, number), None);
		let done = crate::AppliedEffect { entry: Some(entry), state: EffectState::Done, ..applied };
		Effects::<T>::insert(id, number, done);
		Ok(())
	}
}
