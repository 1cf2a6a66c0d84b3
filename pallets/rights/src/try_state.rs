//! Invariants, with the numbers of the README.

use crate::{
	rules, Config, Due, DueCursor, DueItem, Heads, History, Holdings, NextRequest, Pallet,
	RequestState, Requests, RequestsOf, Scheduled, Titles,
};
use alloc::vec::Vec;
use codec::Encode;
use frame_support::ensure;
use quanqi_title::{history_hash, title_hash, Title};
use quanqi_traits::Members;
use quanqi_types::{
	bounds::{MAX_ENTRY_BYTES, MAX_TITLE_BYTES},
	AchievementId,
};
use sp_runtime::{SaturatedConversion, TryRuntimeError};

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		for (achievement, title) in Titles::<T>::iter() {
			Self::check_title(achievement, &title)?;
			Self::check_history(achievement, &title)?;
		}
		Self::check_orphans()?;
		Self::check_requests()?;
		Self::check_calendar()
	}

	/// I1: a title is within its bound. I2: it is about its own achievement and everyone it names
	/// exists. I3: everyone it names is in the index.
	fn check_title(achievement: AchievementId, title: &Title) -> Result<(), TryRuntimeError> {
		let bound: usize = MAX_TITLE_BYTES.saturated_into();
		ensure!(title.encoded_size() <= bound, "I1: a title is larger than its bound");
		ensure!(title.body().achievement == achievement, "I2: a title lies under another number");
		for member in rules::named_in(title.body()) {
			ensure!(T::Members::facts(member).is_some(), "I2: a title names nobody's number");
			ensure!(
				Holdings::<T>::contains_key(member, achievement),
				"I3: a title names a member that the index does not"
			);
		}
		Ok(())
	}

	/// I4: replaying the history gives the stored title. I5: the head matches both hashes.
	fn check_history(achievement: AchievementId, title: &Title) -> Result<(), TryRuntimeError> {
		let bound: usize = MAX_ENTRY_BYTES.saturated_into();
		let head = Heads::<T>::get(achievement).ok_or("I5: a title has no head")?;
		ensure!(head.entries == title.body().entries, "I5: the head counts other entries");
		ensure!(head.status == title.body().ledger_status, "I5: the head has another status");
		ensure!(head.title_hash == title_hash(title), "I5: the head is of another title");
		let mut hash = Self::start_of_history(achievement);
		let mut replayed: Option<Title> = None;
		for sequence in 0..head.entries {
			let entry =
				History::<T>::get(achievement, sequence).ok_or("I4: an entry is missing")?;
			ensure!(entry.encoded_size() <= bound, "I1: an entry is larger than its bound");
			hash = history_hash(&hash, &entry);
			let next = Title::apply(replayed.as_ref(), &entry);
			replayed = Some(next.map_err(|_| "I4: an entry is not lawful")?);
		}
		ensure!(replayed.as_ref() == Some(title), "I4: the history adds up to another title");
		ensure!(head.history_hash == hash, "I5: the head is of another history");
		Ok(())
	}

	/// I3, I4, I5 the other way: nothing belongs to a title that is not there.
	fn check_orphans() -> Result<(), TryRuntimeError> {
		for (achievement, sequence) in History::<T>::iter_keys() {
			let head = Heads::<T>::get(achievement).ok_or("I4: a history without a head")?;
			ensure!(sequence < head.entries, "I4: an entry lies behind the head");
		}
		for achievement in Heads::<T>::iter_keys() {
			ensure!(Titles::<T>::contains_key(achievement), "I5: a head without a title");
		}
		for (member, achievement) in Holdings::<T>::iter_keys() {
			let title = Titles::<T>::get(achievement).ok_or("I3: the index names no title")?;
			ensure!(
				rules::named_in(title.body()).contains(&member),
				"I3: the index names a member that the title does not"
			);
		}
		Ok(())
	}

	/// I6: requests are numbered below the next one, are about a title, and stand in its list and
	/// back. I7: an open request has a day on the calendar.
	fn check_requests() -> Result<(), TryRuntimeError> {
		for (id, request) in Requests::<T>::iter() {
			ensure!(id < NextRequest::<T>::get(), "I6: a request has a number not given yet");
			ensure!(Titles::<T>::contains_key(request.achievement), "I6: a request about no title");
			ensure!(
				RequestsOf::<T>::get(request.achievement).contains(&(id, request.actor.member)),
				"I6: a request is not in its achievement's list"
			);
			let scheduled = Scheduled::<T>::contains_key(DueItem::Request(id));
			let open = request.state == RequestState::Open;
			ensure!(scheduled == open, "I7: an open request, and only it, has a day");
		}
		for (achievement, ids) in RequestsOf::<T>::iter() {
			ensure!(!ids.is_empty(), "I6: an empty list of requests");
			for (id, _) in ids {
				let request = Requests::<T>::get(id).ok_or("I6: a list names no request")?;
				ensure!(request.achievement == achievement, "I6: a request is in another list");
			}
		}
		Ok(())
	}

	/// I8: the calendar and its reverse agree, about things that exist, and nothing lies before the
	/// cursor.
	fn check_calendar() -> Result<(), TryRuntimeError> {
		let days: Vec<_> = Due::<T>::iter_keys().collect();
		let cursor = DueCursor::<T>::get();
		ensure!(days.is_empty() || cursor.is_some(), "I8: something is due and there is no cursor");
		for (day, item) in &days {
			ensure!(Some(*day) >= cursor, "I8: something due lies before the cursor");
			ensure!(
				Scheduled::<T>::get(item) == Some(*day),
				"I8: the calendar's reverse disagrees"
			);
			let exists = match item {
				DueItem::Title(achievement) => Titles::<T>::contains_key(achievement),
				DueItem::Request(request) => Requests::<T>::contains_key(request),
			};
			ensure!(exists, "I8: something due does not exist");
		}
		ensure!(Scheduled::<T>::iter_keys().count() == days.len(), "I8: a day without an item");
		Ok(())
	}
}
