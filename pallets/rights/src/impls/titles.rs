//! Titles as other pallets see them.

use crate::{Config, Pallet, Titles as StoredTitles};
use quanqi_title::{Refusal, Title, TitleBody};
use quanqi_traits::{Step, Titles};
use quanqi_types::{AchievementId, Moment};
use sp_runtime::DispatchError;

impl<T: Config> Titles for Pallet<T> {
	fn title(achievement: AchievementId) -> Option<TitleBody> {
		StoredTitles::<T>::get(achievement).map(|title| title.body().clone())
	}

	fn check(achievement: AchievementId, step: &Step) -> Result<(), Refusal> {
		let title = StoredTitles::<T>::get(achievement);
		let entry = Self::draft(title.as_ref(), step)?;
		Title::apply(title.as_ref(), &entry).map(|_| ())
	}

	fn append(achievement: AchievementId, step: Step) -> Result<u32, DispatchError> {
		let (sequence, _) = Self::take(achievement, &step)?;
		Ok(sequence)
	}

	fn now() -> Moment {
		Self::present()
	}
}
