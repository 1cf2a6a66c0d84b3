//! What falls due on a day: the one way in which pallets keep it and come back to it.

use codec::FullCodec;
use frame_support::{
	storage::{IterableStorageDoubleMap, StorageDoubleMap, StorageMap, StorageValue},
	weights::{Weight, WeightMeter},
};
use quanqi_types::{Date, Moment};

/// A pallet's calendar: items by day, the day of each item, and a cursor before which nothing lies.
///
/// The storage and what is done when an item's day has come are the pallet's. A late clean-up never
/// changes what is lawful, so a block handles only what its weight has room for.
pub trait Calendar {
	/// What is put on a day.
	type Item: FullCodec + Copy;

	/// The items of each day.
	type Due: IterableStorageDoubleMap<Date, Self::Item, ()>;

	/// On which day each item stands.
	type Scheduled: StorageMap<Self::Item, Date, Query = Option<Date>>;

	/// The first day whose items have not all been handled.
	type Cursor: StorageValue<Date, Query = Option<Date>>;

	/// Most items one block handles, where weight alone does not decide.
	const MOST_ITEMS_PER_BLOCK: u32 = u32::MAX;

	/// Time of the present block.
	fn present() -> Moment;

	/// Weight of looking at a day.
	fn look_weight() -> Weight;

	/// The most that handling one item can weigh.
	fn most_item_weight() -> Weight;

	/// Does what is due with an item that was taken off its day; what it weighed.
	fn handle(item: Self::Item) -> Weight;

	/// Puts an item on the first day that lies behind what is due, or takes it off the calendar.
	fn schedule(item: Self::Item, due: Option<Moment>) {
		let old = Self::Scheduled::get(item);
		// Nothing is ever put before the cursor, or it would be left lying.
		let day = due.map(|due| Date::not_before(due).max(Self::cursor()));
		if old == day {
			return;
		}
		if let Some(old) = old {
			Self::Due::remove(old, item);
		}
		match day {
			Some(day) => {
				Self::Due::insert(day, item, ());
				Self::Scheduled::insert(item, day);
			}
			None => Self::Scheduled::remove(item),
		}
	}

	/// The cursor; where there is none yet, it starts today.
	fn cursor() -> Date {
		Self::Cursor::get().unwrap_or_else(|| {
			let today = Date::from_moment(Self::present());
			Self::Cursor::put(today);
			today
		})
	}

	/// Handles days up to today, in order, while the block has weight left.
	fn handle_due(meter: &mut WeightMeter) {
		if meter.try_consume(Self::look_weight()).is_err() {
			return;
		}
		let today = Date::from_moment(Self::present());
		let mut cursor = Self::cursor();
		let mut handled = 0u32;
		while cursor <= today && handled < Self::MOST_ITEMS_PER_BLOCK {
			if meter.try_consume(Self::look_weight()).is_err() {
				return;
			}
			let Some(item) = Self::Due::iter_key_prefix(cursor).next() else {
				let Some(next) = cursor.plus_days(1) else { return };
				cursor = next;
				Self::Cursor::put(cursor);
				continue;
			};
			if !meter.can_consume(Self::most_item_weight()) {
				return;
			}
			handled = handled.saturating_add(1);
			Self::Due::remove(cursor, item);
			Self::Scheduled::remove(item);
			meter.consume(Self::handle(item));
		}
	}
}
