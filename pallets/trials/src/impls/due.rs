//! What falls due by time, day by day, within the weight a block has left.

use crate::{
	Config, Due, DueCursor, DueItem, Error, Event, Pallet, Requests, Scheduled, TrialState,
	WeightInfo,
};
use frame_support::{
	dispatch::DispatchClass, storage::with_storage_layer, traits::Get, weights::Weight,
};
use quanqi_traits::{Calendar, Titles};
use quanqi_types::{AchievementId, Date, Moment, TrialId};
use sp_runtime::DispatchError;

impl<T: Config> Calendar for Pallet<T> {
	type Item = DueItem;
	type Due = Due<T>;
	type Scheduled = Scheduled<T>;
	type Cursor = DueCursor<T>;

	/// Dates decide, so the rest can wait for the next block.
	const MOST_ITEMS_PER_BLOCK: u32 = 64;

	fn present() -> Moment {
		T::Titles::now()
	}

	fn look_weight() -> Weight {
		T::WeightInfo::due_look()
	}

	fn most_item_weight() -> Weight {
		T::WeightInfo::settle().max(T::WeightInfo::lapse())
	}

	fn handle(item: DueItem) -> Weight {
		match item {
			DueItem::Trial(id) => {
				Self::settle_due(id);
				T::WeightInfo::settle()
			}
			DueItem::Requests(achievement, entry) => {
				Self::lapse_one(achievement, entry);
				T::WeightInfo::lapse()
			}
		}
	}
}

impl<T: Config> Pallet<T> {
	/// R22: puts the requests under an entry that was left on the calendar, as early as can be.
	pub(crate) fn let_requests_lapse(achievement: AchievementId, entry: u32) {
		if Requests::<T>::iter_key_prefix((achievement, entry)).next().is_some() {
			Self::schedule(DueItem::Requests(achievement, entry), Some(Moment::default()));
		}
	}

	/// One request lapses; the others are the calendar's next items.
	fn lapse_one(achievement: AchievementId, entry: u32) {
		let next = Requests::<T>::iter_key_prefix((achievement, entry)).next();
		let Some(id) = next else { return };
		let lapsed =
			with_storage_layer(|| Self::finish(id, Self::load(id)?, TrialState::Lapsed, None));
		if let Err(error) = lapsed {
			// It is no request: the index loses it, so that the others' turn comes.
			Requests::<T>::remove((achievement, entry), id);
			Self::deposit_event(Event::SettlingFailed { trial: id, error });
		}
		Self::let_requests_lapse(achievement, entry);
	}

	/// Does what is due in a trial.
	fn settle_due(id: TrialId) {
		let Err(error) = with_storage_layer(|| Self::do_settle(id)) else { return };
		if error != DispatchError::from(Error::<T>::NothingDue) {
			Self::deposit_event(Event::SettlingFailed { trial: id, error });
		}
		// What is due later, or could not be done today, is looked at again tomorrow at the earliest.
		let tomorrow = Date::from_moment(Self::now()).end();
		let later = Self::load(id).ok().and_then(|trial| trial.due);
		Self::schedule(DueItem::Trial(id), later.map(|due| due.max(tomorrow)));
	}

	/// The dearest calls fit a block.
	pub(crate) fn check_weights() {
		let most = T::BlockWeights::get().get(DispatchClass::Normal).max_extrinsic;
		let dearest = [
			T::WeightInfo::enter_pool(),
			T::WeightInfo::agree_to_entry(),
			T::WeightInfo::start(),
			T::WeightInfo::extend(),
			T::WeightInfo::terminate(),
			T::WeightInfo::settle(),
		];
		quanqi_traits::assert_calls_fit(most, dearest);
	}
}
