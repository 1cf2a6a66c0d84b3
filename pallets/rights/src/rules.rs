//! Pure helpers around the law of titles: whom a title names, and on which day something falls due. No rule of law stands here; those are in `quanqi-title`.

use alloc::collections::BTreeSet;
use quanqi_title::{ConsentRole, TitleBody};
use quanqi_types::{Date, MemberId, Moment};

/// The first day that begins at or after a moment: all of it lies behind what is due.
pub(crate) fn due_day(due: Moment) -> Date {
	let day = Date::from_moment(due);
	match day.start() == due {
		true => day,
		false => day.plus_days(1).unwrap_or(day),
	}
}

/// Whether who is asked in this capacity stands in the way of a step by a record of its own.
pub(crate) fn stands_in_the_way(role: ConsentRole) -> bool {
	matches!(role, ConsentRole::BlockingHolder | ConsentRole::Transferee | ConsentRole::Pledgee)
}

/// Everyone a title names in a place of its own: owners, holders and grantors of use rights, parties
/// of agreed transfers and pledges, beneficiaries of reservations, who entered it into the pool. A
/// pre-emption is no place: it follows from the achievement's record.
pub(crate) fn named_in(title: &TitleBody) -> BTreeSet<MemberId> {
	let mut members: BTreeSet<_> = title.owners.members().collect();
	members.extend(title.rights.iter().flat_map(|right| right.terms.holders.members()));
	members.extend(title.rights.iter().map(|right| right.terms.grantor));
	members.extend(title.pool.iter().map(|pool| pool.terms.by));
	members.extend(title.agreed_transfers.iter().flat_map(|agreed| [agreed.from, agreed.to]));
	members.extend(title.pledges.iter().flat_map(|pledge| [pledge.pledgor, pledge.pledgee]));
	members.extend(title.reservations.iter().map(|kept| kept.beneficiary));
	members
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn due_day_should_be_the_day_itself_when_due_at_its_first_moment() {
		let day = Date::from_calendar(2026, 11, 21).unwrap();
		assert_eq!(due_day(day.start()), day);
	}

	#[test]
	fn due_day_should_be_the_next_day_when_due_in_the_course_of_a_day() {
		let day = Date::from_calendar(2026, 11, 21).unwrap();
		let later = day.start().checked_add_ms(1).unwrap();
		assert_eq!(due_day(later), day.plus_days(1).unwrap());
	}
}
