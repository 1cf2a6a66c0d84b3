//! What the calls do: read, check, write, one event for each fact. One file for each subject.

mod decisions;
mod enactments;
mod facts;
mod integrity;
mod keys;
mod mandates;
mod members;
mod seats;
mod sponsors;

pub use seats::SEAT_TAG;

use crate::{Config, Pallet};
use frame_support::traits::Time;
use quanqi_types::Moment;

impl<T: Config> Pallet<T> {
	/// Time of the present block.
	pub(crate) fn now() -> Moment {
		Moment(T::Time::now())
	}
}
