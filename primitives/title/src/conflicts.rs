//! T4: conflicts of a new use right, pool entry or reservation with what is live or agreed for later.
//!
//! Periods are compared as they were agreed, not as the present end of protection cuts them: the
//! office may move that end again, and no title may then hold two rights that exclude each other.

use crate::{
	act::{Act, Correction, PoolTerms, UseBasis, UseGrant},
	entry::EntryBody,
	refusal::{Reason, Refusal, Rule},
	state::{Reservation, TitleBody, UseRight},
	uses,
};
use alloc::vec::Vec;
use quanqi_types::{MemberId, Moment, Period, RuleId, Scope, Shares, StatuteValue, UseForm};

/// Something in the way, and who could let the new right pass.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Conflict {
	/// The refusal that names it.
	pub(crate) refusal: Refusal,
	/// Whose consent lifts it; `None` where nobody's does.
	pub(crate) blockers: Option<Vec<MemberId>>,
}

impl Conflict {
	fn with_holders(reason: Reason, right: &UseRight) -> Self {
		let blockers = Some(right.terms.holders.members().collect());
		Self { refusal: Refusal::with(Rule::T4, reason, right.sequence), blockers }
	}

	fn with_reservation(reservation: &Reservation) -> Self {
		let refusal = Refusal::with(Rule::T4, Reason::ReservationInTheWay, reservation.sequence);
		Self { refusal, blockers: Some([reservation.beneficiary].into()) }
	}

	fn with_pool(sequence: u32) -> Self {
		let refusal = Refusal::with(Rule::T4, Reason::PoolInTheWay, sequence);
		Self { refusal, blockers: None }
	}
}

/// Everything in the way of an entry's act.
pub(crate) fn conflicts(title: &TitleBody, body: &EntryBody) -> Vec<Conflict> {
	match &body.act {
		Act::UseGranted(grant) => {
			of_grant(title, grant, None, body.time, may_stand_beside_sole(title, body))
		}
		Act::PoolEntered(terms) => of_pool_entry(title, terms, body.time),
		Act::Reserved { beneficiary, scope, period } => {
			of_reservation(title, *beneficiary, scope, period, body.time)
		}
		Act::Corrected(correction) => of_correction(title, correction, body.time),
		_ => Vec::new(),
	}
}

fn overlap(scope: &Scope, period: &Period, other_scope: &Scope, other_period: &Period) -> bool {
	period.overlaps(other_period) && scope.overlaps(other_scope)
}

fn is_held_by_only(holders: &Shares, member: MemberId) -> bool {
	holders.members().all(|holder| holder == member)
}

/// The first three columns of the table. `own` is the number of a right whose terms are corrected.
fn of_grant(
	title: &TitleBody,
	grant: &UseGrant,
	own: Option<u32>,
	now: Moment,
	beside_sole: bool,
) -> Vec<Conflict> {
	let replaced = grant.replaces.filter(|_| own.is_none());
	let ending = replaced.map(|replaced| uses::ending_with(title, replaced)).unwrap_or_default();
	let rights = title
		.open_rights(now)
		.filter(|right| Some(right.sequence) != own && !ending.contains(&right.sequence))
		.filter(|right| meets(right, grant))
		.filter_map(|right| of_right(title, right, grant, own, beside_sole));
	let reservations = title
		.open_reservations(now)
		.filter(|kept| overlap(&kept.scope, &kept.period, &grant.scope, &grant.period))
		.filter(|kept| !is_held_by_only(&grant.holders, kept.beneficiary))
		.map(Conflict::with_reservation);
	let pool = title
		.open_pool(now)
		.filter(|_| grant.shuts_others_out())
		.filter(|pool| overlap(&pool.terms.scope, &pool.terms.period, &grant.scope, &grant.period))
		.map(|pool| Conflict::with_pool(pool.sequence));
	pool.into_iter().chain(rights).chain(reservations).collect()
}

fn meets(right: &UseRight, grant: &UseGrant) -> bool {
	overlap(&right.terms.scope, &right.terms.period, &grant.scope, &grant.period)
}

/// One cell of the table: the row is the live right's form, the column the new one's.
fn of_right(
	title: &TitleBody,
	live: &UseRight,
	grant: &UseGrant,
	own: Option<u32>,
	beside_sole: bool,
) -> Option<Conflict> {
	let is_above = |number: u32, parent| title.ancestors(parent).any(|a| a.sequence == number);
	let is_ordinary = grant.form == UseForm::Ordinary;
	// A sublicence within the terms of the right above it (T5).
	if is_ordinary && is_above(live.sequence, grant.parent()) {
		return None;
	}
	// A corrected right that the live one is subject to, or is itself a sublicence of.
	let is_prior = |own: u32| {
		let is_subject = is_ordinary && live.terms.subject_to.contains(&own);
		let is_below = live.terms.form == UseForm::Ordinary && is_above(own, live.terms.parent());
		is_subject || is_below
	};
	if own.is_some_and(is_prior) {
		return None;
	}
	match (live.terms.form, grant.form) {
		(UseForm::Exclusive, _) => Some(Conflict::with_holders(Reason::ExclusiveInTheWay, live)),
		(UseForm::Sole, UseForm::Ordinary) if beside_sole => None,
		(UseForm::Sole, _) => Some(Conflict::with_holders(Reason::SoleInTheWay, live)),
		(UseForm::Ordinary, UseForm::Ordinary) => None,
		(UseForm::Ordinary, _) if grant.subject_to.contains(&live.sequence) => None,
		(UseForm::Ordinary, _) => Some(Conflict::with_holders(Reason::OrdinaryInTheWay, live)),
	}
}

/// The last column of the table.
fn of_pool_entry(title: &TitleBody, terms: &PoolTerms, now: Moment) -> Vec<Conflict> {
	let rights = title
		.open_rights(now)
		.filter(|right| {
			overlap(&right.terms.scope, &right.terms.period, &terms.scope, &terms.period)
		})
		.filter_map(|right| match right.terms.form {
			UseForm::Exclusive => Some(Conflict::with_holders(Reason::ExclusiveInTheWay, right)),
			UseForm::Sole => Some(Conflict::with_holders(Reason::SoleInTheWay, right)),
			UseForm::Ordinary => None,
		});
	let reservations = title
		.open_reservations(now)
		.filter(|kept| overlap(&kept.scope, &kept.period, &terms.scope, &terms.period))
		.filter(|kept| kept.beneficiary != terms.by)
		.map(Conflict::with_reservation);
	let pool = title.open_pool(now).map(|pool| Conflict::with_pool(pool.sequence));
	pool.into_iter().chain(rights).chain(reservations).collect()
}

/// What shuts others out already, or is open to all, cannot be kept for one.
fn of_reservation(
	title: &TitleBody,
	beneficiary: MemberId,
	scope: &Scope,
	period: &Period,
	now: Moment,
) -> Vec<Conflict> {
	let rights = title
		.open_rights(now)
		.filter(|right| overlap(&right.terms.scope, &right.terms.period, scope, period))
		.filter(|right| !is_held_by_only(&right.terms.holders, beneficiary))
		.filter_map(|right| match right.terms.form {
			UseForm::Exclusive => Some(Conflict::with_holders(Reason::ExclusiveInTheWay, right)),
			UseForm::Sole => Some(Conflict::with_holders(Reason::SoleInTheWay, right)),
			UseForm::Ordinary => None,
		});
	let reservations = title
		.open_reservations(now)
		.filter(|kept| overlap(&kept.scope, &kept.period, scope, period))
		.filter(|kept| kept.beneficiary != beneficiary)
		.map(Conflict::with_reservation);
	let pool = title
		.open_pool(now)
		.filter(|pool| overlap(&pool.terms.scope, &pool.terms.period, scope, period))
		.map(|pool| Conflict::with_pool(pool.sequence));
	pool.into_iter().chain(rights).chain(reservations).collect()
}

/// T11: a correction brings no conflict that was not there before.
fn of_correction(title: &TitleBody, correction: &Correction, now: Moment) -> Vec<Conflict> {
	let Some((number, grant)) = &correction.right else {
		return Vec::new();
	};
	let before = title
		.right(*number)
		.map(|right| of_grant(title, &right.terms, Some(*number), now, false))
		.unwrap_or_default();
	let ends = correction.ends_right.map(|right| uses::ending_with(title, right));
	let ending = ends.unwrap_or_default();
	of_grant(title, grant, Some(*number), now, false)
		.into_iter()
		.filter(|conflict| !conflict.refusal.with.is_some_and(|with| ending.contains(&with)))
		.filter(|conflict| !before.iter().any(|known| known.refusal.with == conflict.refusal.with))
		.collect()
}

/// Whether the act is an owner's ordinary licence beside a sole right that nothing but the governed
/// flag could allow: the first one that an owner gives since that right.
pub(crate) fn asks_beside_sole(title: &TitleBody, body: &EntryBody) -> bool {
	let Act::UseGranted(grant) = &body.act else {
		return false;
	};
	if grant.basis != UseBasis::Licence || grant.form != UseForm::Ordinary {
		return false;
	}
	let open = || title.open_rights(body.time).filter(|right| meets(right, grant));
	let mut soles = open().filter(|right| right.terms.form == UseForm::Sole).peekable();
	let has_sole = soles.peek().is_some();
	has_sole
		&& soles.all(|sole| {
			let is_taken = |other: &UseRight| {
				other.terms.basis == UseBasis::Licence
					&& other.terms.form == UseForm::Ordinary
					&& other.sequence > sole.sequence
					&& Some(other.sequence) != grant.replaces
					&& meets(other, &sole.terms)
			};
			!title.open_rights(body.time).any(is_taken)
		})
}

/// Whether the governed flag that the entry carries allows what [`asks_beside_sole`] says.
fn may_stand_beside_sole(title: &TitleBody, body: &EntryBody) -> bool {
	let is_allowed = body.statutes.iter().any(|used| {
		used.rule == RuleId::OrdinaryBesideSole && used.value == StatuteValue::Flag(true)
	});
	is_allowed && asks_beside_sole(title, body)
}
