//! Transfers that become effective on an agreed day (T2), within the weight a block has left.

use super::effects::Agreed;
use crate::{
	Config, Due, DueCursor, Effect, EffectState, Effects, Error, Event, Pallet, Scheduled,
	SignaturesOf, WeightInfo,
};
use frame_support::{ensure, storage::with_storage_layer, weights::Weight};
use quanqi_title::Act;
use quanqi_traits::{Calendar, Titles};
use quanqi_types::{ContractId, Date, Moment};
use sp_runtime::DispatchResult;

impl<T: Config> Calendar for Pallet<T> {
	/// A transfer: its contract, and its number among the effects.
	type Item = (ContractId, u32);
	type Due = Due<T>;
	type Scheduled = Scheduled<T>;
	type Cursor = DueCursor<T>;

	fn present() -> Moment {
		T::Titles::now()
	}

	fn look_weight() -> Weight {
		T::WeightInfo::due_look()
	}

	fn most_item_weight() -> Weight {
		T::WeightInfo::complete_transfer()
	}

	/// A transfer that cannot take place today is tried again tomorrow.
	fn handle((contract, effect): Self::Item) -> Weight {
		let done = with_storage_layer(|| Self::do_complete_transfer(contract, effect));
		if let Err(error) = done {
			Self::deposit_event(Event::TransferStalled { contract, effect, error });
			let tomorrow = Date::from_moment(Self::present()).end();
			Self::schedule((contract, effect), Some(tomorrow));
		}
		T::WeightInfo::complete_transfer()
	}
}

impl<T: Config> Pallet<T> {
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
