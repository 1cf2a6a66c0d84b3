//! T12: what falls due. Whatever has an end of its own is over from that moment on; its closing
//! entry may come later and changes nothing about that.

use crate::{
	act::{Act, EndReason},
	state::TitleBody,
};
use alloc::vec::Vec;
use quanqi_types::Moment;

/// What has an end of its own, by the entry that made it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Due {
	/// A use right (使用权).
	Right(u32),
	/// A pledge (质押).
	Pledge(u32),
	/// A hold (保全).
	Hold(u32),
	/// A reservation (预留).
	Reservation(u32),
	/// The pool entry (先用后转入库).
	Pool(u32),
}

impl Due {
	/// The act that closes it.
	pub fn closing_act(self) -> Act {
		match self {
			Self::Right(right) => Act::UseEnded { right, reason: EndReason::Expired },
			Self::Pledge(pledge) => Act::PledgeReleased { pledge },
			Self::Hold(hold) => Act::HoldLifted { hold },
			Self::Reservation(reservation) => Act::ReservationEnded { reservation },
			Self::Pool(_) => Act::PoolLeft,
		}
	}
}

/// Everything in a title that has an end of its own, with that end.
fn ends(title: &TitleBody) -> impl Iterator<Item = (Moment, Due)> + '_ {
	let rights = title.rights.iter().map(|r| (r.terms.period.until, Due::Right(r.sequence)));
	let pledges = title.pledges.iter().map(|p| (p.until, Due::Pledge(p.sequence)));
	let holds = title.holds.iter().map(|h| (h.until, Due::Hold(h.sequence)));
	let kept = title.reservations.iter().map(|r| (r.period.until, Due::Reservation(r.sequence)));
	let pool = title.pool.iter().map(|p| (p.terms.period.until, Due::Pool(p.sequence)));
	rights
		.chain(pledges)
		.chain(holds)
		.chain(kept)
		.chain(pool)
		.filter_map(|(until, due)| until.map(|until| (until, due)))
}

/// What falls due after a moment, soonest first.
pub fn due_after(title: &TitleBody, now: Moment) -> Vec<(Moment, Due)> {
	let mut due: Vec<_> = ends(title).filter(|(until, _)| *until > now).collect();
	due.sort_unstable();
	due.dedup();
	due
}

/// Acts that close what is over, in an order in which each can be applied after the one before:
/// the youngest right first, because a sublicence is younger than the right it would end with.
pub fn close_due(title: &TitleBody, now: Moment) -> Vec<Act> {
	let mut due: Vec<_> =
		ends(title).filter(|(until, _)| *until <= now).map(|(_, due)| due).collect();
	due.sort_unstable_by(|a, b| b.cmp(a));
	due.dedup();
	due.into_iter().map(Due::closing_act).collect()
}

/// Whether the act only closes what time has ended already, so that nobody has to agree.
pub(crate) fn is_due(title: &TitleBody, act: &Act, now: Moment) -> bool {
	match act {
		Act::UseEnded { right, reason: EndReason::Expired | EndReason::ParentEnded } => {
			let is_unprotected = title.protection_until.is_some_and(|until| until <= now);
			is_unprotected || title.right(*right).is_some_and(|right| !title.is_open(right, now))
		}
		Act::PledgeReleased { .. }
		| Act::HoldLifted { .. }
		| Act::ReservationEnded { .. }
		| Act::PoolLeft => ends(title).any(|(until, due)| until <= now && due.closing_act() == *act),
		_ => false,
	}
}
