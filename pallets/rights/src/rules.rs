//! Pure helpers around the law of titles: whom an act or a title names, and on which day
//! something falls due. No rule of law stands here; those are in `quanqi-title`.

use alloc::{collections::BTreeSet, vec::Vec};
use quanqi_title::{Act, ConsentRole, HoldTarget, TitleBody};
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

/// The parties of an act: everyone it benefits or binds by name, in the act itself or in the
/// record of the title that it is about. No mandate serves an agent that is among them.
pub(crate) fn parties(act: &Act, title: Option<&TitleBody>) -> Vec<MemberId> {
	let mut parties = named_by(act);
	if let Some(title) = title {
		parties.extend(touched_by(act, title));
	}
	parties.into_iter().collect()
}

/// Members that the act names itself.
fn named_by(act: &Act) -> BTreeSet<MemberId> {
	match act {
		Act::Registered(registration) => registration.owners.members().collect(),
		Act::TransferAgreed { from, to, .. }
		| Act::ShareTransferred { from, to, .. }
		| Act::UseTransferred { from, to, .. } => [*from, *to].into(),
		Act::UseGranted(terms) => terms.holders.members().chain([terms.grantor]).collect(),
		Act::UseDivided { holders, .. } => holders.members().collect(),
		Act::Pledged { pledgor, pledgee, .. } => [*pledgor, *pledgee].into(),
		Act::PoolEntered(terms) => [terms.by].into(),
		Act::Reserved { beneficiary, .. } => [*beneficiary].into(),
		Act::Succeeded { from, heirs } => heirs.members().chain([*from]).collect(),
		Act::Corrected(correction) => {
			let owners = correction.owners.iter().flat_map(|owners| owners.members());
			let holders = correction.right.iter().flat_map(|(_, terms)| terms.holders.members());
			owners.chain(holders).collect()
		}
		Act::StatusChanged { .. }
		| Act::TransferCancelled { .. }
		| Act::UseEnded { .. }
		| Act::PledgeReleased { .. }
		| Act::Held { .. }
		| Act::HoldLifted { .. }
		| Act::PoolLeft
		| Act::ReservationEnded { .. }
		| Act::AgreementSet(_)
		| Act::Retired { .. } => BTreeSet::new(),
	}
}

/// Members named by the record of the title that the act is about.
fn touched_by(act: &Act, title: &TitleBody) -> BTreeSet<MemberId> {
	match act {
		Act::TransferCancelled { agreed } => title
			.agreed_transfers
			.iter()
			.filter(|transfer| transfer.sequence == *agreed)
			.flat_map(|transfer| [transfer.from, transfer.to])
			.collect(),
		Act::UseTransferred { right, .. }
		| Act::UseDivided { right, .. }
		| Act::UseEnded { right, .. } => parties_of_right(*right, title),
		Act::Pledged { target, .. } | Act::Held { target, .. } => match target {
			HoldTarget::Whole => title.owners.members().collect(),
			HoldTarget::Share(owner) => [*owner].into(),
			HoldTarget::UseRight(right) => parties_of_right(*right, title),
		},
		Act::PledgeReleased { pledge } => title
			.pledges
			.iter()
			.filter(|found| found.sequence == *pledge)
			.flat_map(|found| [found.pledgor, found.pledgee])
			.collect(),
		Act::ReservationEnded { reservation } => title
			.reservations
			.iter()
			.filter(|found| found.sequence == *reservation)
			.map(|found| found.beneficiary)
			.collect(),
		Act::Corrected(correction) => {
			let right =
				correction.ends_right.or(correction.right.as_ref().map(|(right, _)| *right));
			right.map(|right| parties_of_right(right, title)).unwrap_or_default()
		}
		_ => BTreeSet::new(),
	}
}

/// Holders and grantor of a use right.
fn parties_of_right(right: u32, title: &TitleBody) -> BTreeSet<MemberId> {
	title
		.rights
		.iter()
		.filter(|found| found.sequence == right)
		.flat_map(|found| found.terms.holders.members().chain([found.terms.grantor]))
		.collect()
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
