//! What falls due by time, day by day, within the weight a block has left.

use crate::{Config, Due, DueCursor, DueItem, Error, Event, Pallet, Scheduled, WeightInfo};
use frame_support::{
	dispatch::DispatchClass, storage::with_storage_layer, traits::Get, weights::Weight,
};
use quanqi_traits::{Calendar, Titles};
use quanqi_types::{Date, Moment, TrialId};
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
		T::WeightInfo::settle()
	}

	fn handle(DueItem::Trial(id): DueItem) -> Weight {
		Self::settle_due(id);
		T::WeightInfo::settle()
	}
}

impl<T: Config> Pallet<T> {
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
