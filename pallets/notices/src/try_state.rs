//! Invariants, with the numbers of the README.

use crate::{pallet::*, types::*};
use frame_support::ensure;
use quanqi_traits::Titles;
use quanqi_types::{
	bounds::{MAX_OBJECTIONS, MAX_OBJECTIONS_EACH},
	Date, MemberId, NoticeId,
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		for (id, Record::V1(notice)) in Notices::<T>::iter() {
			Self::check_notice(id, &notice)?;
			Self::check_objections(id, &notice)?;
		}
		Self::check_orphans()?;
		Self::check_calendar()
	}

	/// I1: a notice has a number that was given. I2: parties ascend, and who gave it is one. I3: the
	/// index names exactly the open notices. I6: an open one is on the calendar or suspended.
	fn check_notice(id: NoticeId, notice: &Notice) -> Result<(), TryRuntimeError> {
		ensure!((1..NextId::<T>::get()).contains(&id.0), "I1: a number that was never given");
		let ascend = notice.parties.is_sorted_by(|one, two| one < two);
		ensure!(ascend && notice.parties.contains(&notice.by), "I2: the parties are not in order");
		let indexed = OpenOf::<T>::get(notice.subject) == Some(id);
		ensure!(indexed == notice.is_open(), "I3: the index of open notices disagrees");
		let scheduled = Scheduled::<T>::contains_key(id);
		ensure!(
			notice.is_open() || !scheduled,
			"I6: a notice that has ended is still on the calendar"
		);
		ensure!(
			!notice.is_open() || scheduled || notice.undecided > 0,
			"I6: an open notice is neither on the calendar nor suspended"
		);
		let ended_early = notice.outcome.is_some_and(|(at, _)| at < notice.opened);
		ensure!(!ended_early, "I1: a notice ended before it was opened");
		Ok(())
	}

	/// I4: the objections counted are there, and as many undecided as the notice says. I5: what is
	/// kept of each objector matches.
	fn check_objections(id: NoticeId, notice: &Notice) -> Result<(), TryRuntimeError> {
		ensure!(notice.objections <= MAX_OBJECTIONS, "I4: more objections than the bound");
		let mut undecided = 0u32;
		for number in 0..notice.objections {
			let objection = Self::objection(id, number).ok_or("I4: an objection is missing")?;
			let own = Objectors::<T>::get(id, objection.by).ok_or("I5: an unknown objector")?;
			if objection.is_undecided() {
				undecided = undecided.saturating_add(1);
				ensure!(
					own.undecided == Some(number),
					"I5: two undecided objections of one member"
				);
			}
		}
		ensure!(undecided == notice.undecided, "I4: the count of undecided objections is wrong");
		ensure!(
			notice.last_decision.is_some() || notice.objections == undecided,
			"I4: a decision without its moment"
		);
		for (member, own) in Objectors::<T>::iter_prefix(id) {
			Self::check_objector(id, notice, member, own)?;
		}
		Ok(())
	}

	fn check_objector(
		id: NoticeId,
		notice: &Notice,
		member: MemberId,
		own: Objector,
	) -> Result<(), TryRuntimeError> {
		let of_member = (0..notice.objections)
			.filter_map(|number| Self::objection(id, number))
			.filter(|objection| objection.by == member);
		let raised = u32::try_from(of_member.clone().count()).unwrap_or(u32::MAX);
		ensure!(raised == own.raised, "I5: a member's objections are counted wrongly");
		ensure!(raised <= MAX_OBJECTIONS_EACH, "I5: a member has more objections than the bound");
		let waits = of_member.clone().any(|objection| objection.is_undecided());
		ensure!(waits == own.undecided.is_some(), "I5: an undecided objection is not noted");
		Ok(())
	}

	/// I3, I4, I5 the other way: nothing belongs to a notice that is not there.
	fn check_orphans() -> Result<(), TryRuntimeError> {
		for (subject, id) in OpenOf::<T>::iter() {
			let notice = Self::notice(id).ok_or("I3: the index names no notice")?;
			ensure!(notice.subject == subject, "I3: the index names a notice of another subject");
		}
		for (id, number) in Objections::<T>::iter_keys() {
			let notice = Self::notice(id).ok_or("I4: an objection to no notice")?;
			ensure!(number < notice.objections, "I4: an objection that was not counted");
		}
		for (id, _) in Objectors::<T>::iter_keys() {
			ensure!(Notices::<T>::contains_key(id), "I5: an objector to no notice");
		}
		Ok(())
	}

	/// I7: the calendar and its reverse agree, and nothing lies before the cursor, which is never
	/// ahead of tomorrow.
	fn check_calendar() -> Result<(), TryRuntimeError> {
		let cursor = DueCursor::<T>::get();
		let mut days = 0usize;
		for (day, id) in Due::<T>::iter_keys() {
			days = days.saturating_add(1);
			ensure!(Some(day) >= cursor && cursor.is_some(), "I7: due before the cursor");
			ensure!(Scheduled::<T>::get(id) == Some(day), "I7: the calendar's reverse disagrees");
			ensure!(Notices::<T>::contains_key(id), "I7: something due does not exist");
		}
		ensure!(Scheduled::<T>::iter_keys().count() == days, "I7: a day without a notice");
		let tomorrow = Date::from_moment(T::Titles::now()).plus_days(1);
		ensure!(cursor.is_none() || cursor <= tomorrow, "I7: the cursor ran ahead");
		Ok(())
	}
}
