//! What falls due by time, day by day, within the weight a block has left.

use super::append::rights_in;
use crate::{Config, Due, DueCursor, DueItem, Error, Event, Pallet, Scheduled, WeightInfo};
use alloc::vec::Vec;
use frame_support::{ensure, storage::with_storage_layer, traits::Time, weights::Weight};
use quanqi_title::{close_due, Act, Actor, Cause, TitleBody};
use quanqi_traits::{Calendar, Step};
use quanqi_types::{bounds::MAX_LIVE_RIGHTS, AchievementId, Date, Moment};
use sp_runtime::{DispatchError, SaturatedConversion};

/// Closing entries written in one go; the rest of a title follows at the next. Keeps one item
/// within a block's weight.
pub(crate) const MAX_CLOSINGS: u32 = 8;

impl<T: Config> Calendar for Pallet<T> {
	type Item = DueItem;
	type Due = Due<T>;
	type Scheduled = Scheduled<T>;
	type Cursor = DueCursor<T>;

	fn present() -> Moment {
		Moment(T::Time::now())
	}

	fn look_weight() -> Weight {
		T::WeightInfo::due_look()
	}

	fn most_item_weight() -> Weight {
		T::WeightInfo::close_due(MAX_LIVE_RIGHTS).max(T::WeightInfo::poke(MAX_LIVE_RIGHTS))
	}

	fn handle(item: DueItem) -> Weight {
		match item {
			DueItem::Title(achievement) => {
				let (rights, result) = match with_storage_layer(|| Self::close(achievement)) {
					Ok(rights) => (rights, Ok(())),
					Err(error) => (MAX_LIVE_RIGHTS, Err(error)),
				};
				if let Err(error) = result {
					Self::deposit_event(Event::ClosingFailed { achievement, error });
					Self::retry_tomorrow(item);
				}
				T::WeightInfo::close_due(rights)
			}
			DueItem::Request(request) => {
				let rights = Self::count_silence_due(request);
				T::WeightInfo::poke(rights)
			}
		}
	}
}

impl<T: Config> Pallet<T> {
	/// Puts an item that could not be handled on the day after today.
	fn retry_tomorrow(item: DueItem) {
		let tomorrow = Date::from_moment(Self::present()).end();
		Self::schedule(item, Some(tomorrow));
	}

	/// Writes closing entries for what is over in a title, up to the bound; the rights it had. The
	/// last entry puts the title back on the calendar, at once where more is over.
	fn close(achievement: AchievementId) -> Result<u32, DispatchError> {
		let title = Self::load(achievement)?;
		let over = close_due(title.body(), Self::present());
		let bound = MAX_CLOSINGS.saturated_into();
		for act in over.into_iter().take(bound) {
			Self::take(achievement, &Self::closing_step(title.body(), act))?;
		}
		// Nothing was over any more when the calendar came to it: what is over later still counts.
		Self::schedule_title(achievement, Self::load(achievement)?.body());
		Ok(rights_in(&title))
	}

	/// A step that time takes. An entry names a member: it is the first owner, whose consent this is
	/// not.
	fn closing_step(title: &TitleBody, act: Act) -> Step {
		let member = title.owners.members().next().unwrap_or_default();
		Step {
			actor: Actor { member, mandate: None },
			cause: Cause::Due,
			legal_date: None,
			consents: Vec::new(),
			act,
		}
	}

	/// Closes what is due in a title, at anybody's wish.
	pub(crate) fn do_close_due(achievement: AchievementId) -> Result<u32, DispatchError> {
		let title = Self::load(achievement)?;
		ensure!(!close_due(title.body(), Self::present()).is_empty(), Error::<T>::NothingDue);
		Self::close(achievement)
	}
}
