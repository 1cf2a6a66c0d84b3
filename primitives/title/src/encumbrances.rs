//! T9 and T10: pledges and holds, what they bear on and what they bar.

use crate::{
	act::{Act, EndReason, HoldTarget, UseGrant},
	due,
	entry::EntryBody,
	refusal::{ensure, ensure_with, Reason, Refusal, Rule},
	state::{Hold, Pledge, TitleBody},
	status, uses,
};
use quanqi_types::{MemberId, Moment, Ppm, WHOLE_PPM};

/// T9: a pledge starts with the office's registration, over what the pledgor has.
pub(crate) fn pledged(
	next: &mut TitleBody,
	body: &EntryBody,
	pledge: Pledge,
) -> Result<(), Refusal> {
	status::ensure_live(next, body.time)?;
	if next.kind.needs_office_transfer() {
		status::ensure_office(body, Rule::T9)?;
	}
	ensure(pledge.pledgor != pledge.pledgee, Rule::T9, Reason::SameMember)?;
	ensure(is_later(pledge.until, body.time), Rule::T9, Reason::EndsInPast)?;
	ensure(pledge.ppm > 0, Rule::T9, Reason::WrongShares)?;
	if let HoldTarget::UseRight(right) = pledge.target {
		uses::check_disposable(next, body, right)?;
	}
	let most = match pledge.target {
		HoldTarget::Whole if pledge.ppm != WHOLE_PPM => 0,
		HoldTarget::Whole if next.owners.contains(pledge.pledgor) => WHOLE_PPM,
		HoldTarget::Share(owner) if owner == pledge.pledgor => next.uncommitted_part(owner),
		HoldTarget::UseRight(right) => next.part_of_right(right, pledge.pledgor),
		HoldTarget::Whole | HoldTarget::Share(_) => 0,
	};
	ensure_with(pledge.ppm <= most, Rule::T9, Reason::PledgeTooLarge, pledge.pledgor.0)?;
	next.pledges.try_push(pledge).map_err(|_| Refusal::new(Rule::Form, Reason::TooManyRecords))
}

fn is_later(until: Option<Moment>, now: Moment) -> bool {
	until.is_none_or(|until| until > now)
}

/// A pledge ends; who must agree is in `needs`.
pub(crate) fn pledge_released(next: &mut TitleBody, pledge: u32) -> Result<(), Refusal> {
	let before = next.pledges.len();
	next.pledges.retain(|known| known.sequence != pledge);
	ensure_with(next.pledges.len() < before, Rule::T9, Reason::NoSuchPledge, pledge)
}

/// T10: an authority that is no party blocks disposals, or renews its own hold on the same target.
pub(crate) fn held(
	next: &mut TitleBody,
	body: &EntryBody,
	target: HoldTarget,
	until: Option<Moment>,
	renews: Option<u32>,
) -> Result<(), Refusal> {
	let crate::entry::Cause::Decision(order) = &body.cause else {
		return Err(Refusal::new(Rule::T10, Reason::NeedsDecision));
	};
	status::ensure_registered(next)?;
	ensure(is_later(until, body.time), Rule::T10, Reason::EndsInPast)?;
	let exists = match target {
		HoldTarget::Whole => true,
		HoldTarget::Share(owner) => next.owners.contains(owner),
		HoldTarget::UseRight(right) => next.right(right).is_some(),
	};
	if let Some(renewed) = renews {
		let earlier = next
			.live_holds(body.time)
			.find(|hold| hold.sequence == renewed)
			.ok_or(Refusal::with(Rule::T10, Reason::NoSuchHold, renewed))?;
		let is_same = earlier.order.authority == order.authority && earlier.target == target;
		ensure_with(is_same, Rule::T10, Reason::RenewsAnother, renewed)?;
		next.holds.retain(|hold| hold.sequence != renewed);
	} else {
		ensure(exists, Rule::T10, Reason::NoSuchTarget)?;
	}
	let hold = Hold { sequence: body.sequence, order: order.clone(), target, until };
	next.holds.try_push(hold).map_err(|_| Refusal::new(Rule::Form, Reason::TooManyRecords))
}

/// T10: only a decision lifts a hold before its time.
pub(crate) fn hold_lifted(
	next: &mut TitleBody,
	body: &EntryBody,
	hold: u32,
) -> Result<(), Refusal> {
	let may_lift = body.is_decided() || due::is_due(next, &body.act, body.time);
	let before = next.holds.len();
	next.holds.retain(|known| known.sequence != hold);
	ensure_with(next.holds.len() < before, Rule::T10, Reason::NoSuchHold, hold)?;
	ensure_with(may_lift, Rule::T10, Reason::NeedsDecision, hold)
}

/// T10: a hold blocks what touches its target, but not enforcement by an authority.
pub(crate) fn check_holds(title: &TitleBody, body: &EntryBody) -> Result<(), Refusal> {
	let is_enforced = match &body.act {
		Act::ShareTransferred { agreed: Some(agreed), .. } => {
			title.agreed_transfers.iter().any(|t| t.sequence == *agreed && t.enforced)
		}
		_ => false,
	};
	if body.is_decided() || is_enforced {
		return Ok(());
	}
	match title.live_holds(body.time).find(|hold| touches(title, &hold.target, &body.act)) {
		Some(hold) => Err(Refusal::with(Rule::T10, Reason::HoldInTheWay, hold.sequence)),
		None => Ok(()),
	}
}

/// T9: pledges that an act touches: it takes their pledgees. What was agreed before them is free of
/// them, and so is the part of a share or right that is not pledged.
pub(crate) fn pledges_touched<'a>(
	title: &'a TitleBody,
	body: &'a EntryBody,
) -> impl Iterator<Item = &'a Pledge> + 'a {
	let was_agreed = matches!(body.act, Act::ShareTransferred { agreed: Some(_), .. });
	let leaves_enough = takes_unpledged_part(title, body);
	title
		.live_pledges(body.time)
		.filter(move |pledge| !was_agreed && touches(title, &pledge.target, &body.act))
		.filter(move |pledge| !leaves_enough || pledge.target == HoldTarget::Whole)
		.filter(move |pledge| !is_another_holders(pledge, &body.act))
}

/// Whether the act takes no more of the giver's part than its pledges leave.
fn takes_unpledged_part(title: &TitleBody, body: &EntryBody) -> bool {
	let (giver, taken, target, part) = match &body.act {
		Act::TransferAgreed { from, ppm, .. } | Act::ShareTransferred { from, ppm, .. } => {
			(*from, *ppm, HoldTarget::Share(*from), title.uncommitted_part(*from))
		}
		Act::Pledged { pledgor, ppm, target: HoldTarget::Share(_), .. } => {
			(*pledgor, *ppm, HoldTarget::Share(*pledgor), title.uncommitted_part(*pledgor))
		}
		Act::UseTransferred { right, from, ppm, .. } => {
			(*from, *ppm, HoldTarget::UseRight(*right), title.part_of_right(*right, *from))
		}
		Act::Pledged { pledgor, ppm, target: HoldTarget::UseRight(right), .. } => {
			(*pledgor, *ppm, HoldTarget::UseRight(*right), title.part_of_right(*right, *pledgor))
		}
		_ => return false,
	};
	let pledged = title
		.live_pledges(body.time)
		.filter(|pledge| pledge.target == target && pledge.pledgor == giver)
		.fold(0, |sum: Ppm, pledge| sum.saturating_add(pledge.ppm));
	taken <= part.saturating_sub(pledged)
}

/// A pledge over one holder's part of a use right does not bind its fellow holders' parts.
fn is_another_holders(pledge: &Pledge, act: &Act) -> bool {
	match act {
		Act::UseTransferred { from, .. } => pledge.pledgor != *from,
		Act::Pledged { pledgor, .. } => pledge.pledgor != *pledgor,
		_ => false,
	}
}

/// Whether an act disposes of the target of a hold or pledge, or of a part of it.
fn touches(title: &TitleBody, target: &HoldTarget, act: &Act) -> bool {
	match target {
		HoldTarget::Whole => is_disposal(act),
		HoldTarget::Share(owner) => touches_share(*owner, act),
		HoldTarget::UseRight(right) => touches_right(title, *right, act),
	}
}

/// Whether an end comes from the holders or their counterparts, rather than from time or an authority.
fn is_voluntary(reason: EndReason) -> bool {
	matches!(reason, EndReason::Surrendered | EndReason::ByTerms | EndReason::Rescinded)
}

fn is_disposal(act: &Act) -> bool {
	match act {
		Act::TransferAgreed { .. }
		| Act::ShareTransferred { .. }
		| Act::UseGranted(_)
		| Act::UseTransferred { .. }
		| Act::UseDivided { .. }
		| Act::Pledged { .. }
		| Act::PoolEntered(_)
		| Act::Reserved { .. }
		| Act::Retired { .. } => true,
		Act::UseEnded { reason, .. } => is_voluntary(*reason),
		_ => false,
	}
}

/// What shuts others out weighs on every share; an ordinary licence or pool entry on the grantor's.
fn touches_share(owner: MemberId, act: &Act) -> bool {
	match act {
		Act::TransferAgreed { from, .. } | Act::ShareTransferred { from, .. } => *from == owner,
		Act::UseGranted(grant) => grant.parent().is_none() && weighs_on(grant, owner),
		Act::PoolEntered(terms) => terms.by == owner,
		Act::Pledged { target: HoldTarget::Whole, .. } => true,
		Act::Pledged { target: HoldTarget::Share(pledged), .. } => *pledged == owner,
		Act::Reserved { .. } | Act::Retired { .. } => true,
		_ => false,
	}
}

fn weighs_on(grant: &UseGrant, owner: MemberId) -> bool {
	grant.shuts_others_out() || grant.grantor == owner
}

fn touches_right(title: &TitleBody, right: u32, act: &Act) -> bool {
	match act {
		Act::UseTransferred { right: moved, .. } | Act::UseDivided { right: moved, .. } => {
			*moved == right
		}
		Act::UseEnded { right: ended, reason } => {
			is_voluntary(*reason) && uses::ending_with(title, *ended).contains(&right)
		}
		Act::UseGranted(grant) => {
			title.ancestors(grant.parent()).any(|above| above.sequence == right)
				|| grant
					.replaces
					.is_some_and(|replaced| uses::ending_with(title, replaced).contains(&right))
		}
		Act::Pledged { target: HoldTarget::UseRight(pledged), .. } => *pledged == right,
		Act::Retired { .. } => true,
		_ => false,
	}
}

/// What a pledgee let go, or an authority enforced, goes free of the pledge (the creditor is paid out
/// of it: Civil Code art. 444): a pledge never covers more than its pledgor still has.
pub(crate) fn settle_share_pledges(next: &mut TitleBody, owner: MemberId) {
	let part = next.owners.part_of(owner);
	settle(next, HoldTarget::Share(owner), |_| part);
}

/// The same for the parts of a use right.
pub(crate) fn settle_right_pledges(next: &mut TitleBody, right: u32) {
	let Some(holders) = next.right(right).map(|right| right.terms.holders.clone()) else {
		return;
	};
	settle(next, HoldTarget::UseRight(right), |pledgor| holders.part_of(pledgor));
}

fn settle(next: &mut TitleBody, target: HoldTarget, part: impl Fn(MemberId) -> Ppm) {
	for pledge in next.pledges.iter_mut().filter(|pledge| pledge.target == target) {
		pledge.ppm = pledge.ppm.min(part(pledge.pledgor));
	}
	next.pledges.retain(|pledge| pledge.ppm > 0);
}

/// Pledges and holds on use rights that have ended end with them.
pub(crate) fn drop_targets(next: &mut TitleBody, ended: &[u32]) {
	let stands = |target: &HoldTarget| match target {
		HoldTarget::UseRight(right) => !ended.contains(right),
		HoldTarget::Whole | HoldTarget::Share(_) => true,
	};
	next.pledges.retain(|pledge| stands(&pledge.target));
	next.holds.retain(|hold| stands(&hold.target));
}
