//! The trial-first pool (先用后转) and reservations: what is open to all, and what is kept for one.

use crate::{
	act::PoolTerms,
	entry::EntryBody,
	refusal::{ensure, ensure_with, Reason, Refusal, Rule},
	state::{PoolEntry, Reservation, TitleBody},
	status,
};
use quanqi_types::{MemberId, Moment, Period, Scope};

/// T3: a scope and a period that are not over and begin while the protection runs.
fn check_offer(
	title: &TitleBody,
	scope: &Scope,
	period: &Period,
	now: Moment,
) -> Result<(), Refusal> {
	ensure(scope.validate().is_ok(), Rule::T3, Reason::WrongScope)?;
	ensure(period.is_valid(), Rule::T3, Reason::WrongPeriod)?;
	ensure(period.until.is_none_or(|until| until > now), Rule::T3, Reason::PeriodOver)?;
	let begins_protected = title.protection_until.is_none_or(|until| period.from < until);
	ensure(begins_protected, Rule::T3, Reason::AfterProtection)
}

/// An owner opens the achievement for trials. An entry whose time is over gives way to a new one.
pub(crate) fn pool_entered(
	next: &mut TitleBody,
	body: &EntryBody,
	terms: &PoolTerms,
) -> Result<(), Refusal> {
	status::ensure_live(next, body.time)?;
	check_offer(next, &terms.scope, &terms.period, body.time)?;
	ensure_with(next.owners.contains(terms.by), Rule::T3, Reason::GrantorNotOwner, terms.by.0)?;
	next.pool = Some(PoolEntry { sequence: body.sequence, terms: terms.clone() });
	Ok(())
}

/// The achievement leaves the pool; who must agree is in `needs`.
pub(crate) fn pool_left(next: &mut TitleBody) -> Result<(), Refusal> {
	ensure(next.pool.take().is_some(), Rule::T4, Reason::NotInPool)
}

/// An owner keeps rights of a scope and period for one member.
pub(crate) fn reserved(
	next: &mut TitleBody,
	body: &EntryBody,
	beneficiary: MemberId,
	scope: &Scope,
	period: Period,
) -> Result<(), Refusal> {
	status::ensure_live(next, body.time)?;
	check_offer(next, scope, &period, body.time)?;
	let actor = body.actor.member;
	let may_reserve = body.is_decided() || next.owners.contains(actor);
	ensure_with(may_reserve, Rule::T3, Reason::GrantorNotOwner, actor.0)?;
	let reservation =
		Reservation { sequence: body.sequence, beneficiary, scope: scope.clone(), period };
	next.reservations
		.try_push(reservation)
		.map_err(|_| Refusal::new(Rule::Form, Reason::TooManyRecords))
}

/// A reservation ends; who must agree is in `needs`.
pub(crate) fn reservation_ended(next: &mut TitleBody, reservation: u32) -> Result<(), Refusal> {
	let before = next.reservations.len();
	next.reservations.retain(|known| known.sequence != reservation);
	let is_found = next.reservations.len() < before;
	ensure_with(is_found, Rule::T4, Reason::NoSuchReservation, reservation)
}
