//! T3, T5, T6, T7: use rights, sublicences, how they move and how they end.

use crate::{
	act::{EndReason, UseBasis, UseGrant},
	encumbrances,
	entry::EntryBody,
	refusal::{ensure, ensure_with, Reason, Refusal, Rule},
	state::{TitleBody, UseRight},
	status,
};
use alloc::vec::Vec;
use quanqi_types::{MemberId, Moment, Ppm, Shares, SharesError, UseForm};

/// A use right comes into being (T3, T5); conflicts are in `conflicts`, consents in `needs`.
pub(crate) fn use_granted(
	next: &mut TitleBody,
	body: &EntryBody,
	grant: &UseGrant,
) -> Result<(), Refusal> {
	status::ensure_live(next, body.time)?;
	check_terms(next, grant)?;
	let is_over = grant.period.until.is_some_and(|until| until <= body.time);
	ensure(!is_over, Rule::T3, Reason::PeriodOver)?;
	match grant.parent() {
		None => {
			let is_owner = next.owners.contains(grant.grantor);
			ensure_with(is_owner, Rule::T3, Reason::GrantorNotOwner, grant.grantor.0)?;
		}
		Some(parent) => check_sublicence(next, grant, parent, body.time)?,
	}
	check_subject_to(next, grant, body.time)?;
	replace(next, grant, body.time)?;
	let right = UseRight { sequence: body.sequence, terms: grant.clone() };
	// Numbers only grow, so the rights stay ordered.
	next.rights.try_push(right).map_err(|_| Refusal::new(Rule::Form, Reason::TooManyRecords))
}

/// T3: what every use right is.
pub(crate) fn check_terms(title: &TitleBody, grant: &UseGrant) -> Result<(), Refusal> {
	ensure(grant.scope.validate().is_ok(), Rule::T3, Reason::WrongScope)?;
	ensure(grant.period.is_valid(), Rule::T3, Reason::WrongPeriod)?;
	let begins_protected = title.protection_until.is_none_or(|until| grant.period.from < until);
	ensure(begins_protected, Rule::T3, Reason::AfterProtection)?;
	let is_own = grant.holders.contains(grant.grantor);
	ensure_with(!is_own, Rule::T3, Reason::GrantorIsHolder, grant.grantor.0)?;
	if grant.basis == UseBasis::Trial {
		ensure(grant.form == UseForm::Ordinary, Rule::T3, Reason::TrialNotOrdinary)?;
		ensure(grant.period.until.is_some(), Rule::T3, Reason::TrialNotDated)?;
	}
	Ok(())
}

/// T5: a holder sublicenses what its terms let it, inside its own right.
fn check_sublicence(
	title: &TitleBody,
	grant: &UseGrant,
	parent: u32,
	at: Moment,
) -> Result<(), Refusal> {
	let above = title
		.right(parent)
		.filter(|right| title.is_open(right, at))
		.ok_or(Refusal::with(Rule::T5, Reason::NoSuchParent, parent))?;
	ensure_with(above.terms.sublicensable, Rule::T5, Reason::NotSublicensable, parent)?;
	let is_holder = above.terms.holders.contains(grant.grantor);
	ensure_with(is_holder, Rule::T5, Reason::GrantorNotHolder, grant.grantor.0)?;
	check_inside(above, grant)
}

/// T5: inside the scope and period of the right above, and no stronger than it.
pub(crate) fn check_inside(above: &UseRight, grant: &UseGrant) -> Result<(), Refusal> {
	let is_inside =
		grant.scope.is_within(&above.terms.scope) && grant.period.lies_within(&above.terms.period);
	ensure_with(is_inside, Rule::T5, Reason::OutsideParent, above.sequence)?;
	// Forms are ordered from the strongest to the weakest.
	let is_weaker = grant.form >= above.terms.form;
	ensure_with(is_weaker, Rule::T5, Reason::StrongerThanParent, above.sequence)
}

/// T4: a right can be subject only to what is there.
fn check_subject_to(title: &TitleBody, grant: &UseGrant, at: Moment) -> Result<(), Refusal> {
	let unknown = grant.subject_to.iter().find(|prior| !is_open(title, **prior, at));
	match unknown {
		Some(prior) => Err(Refusal::with(Rule::T4, Reason::SubjectToUnknown, *prior)),
		None => Ok(()),
	}
}

fn is_open(title: &TitleBody, right: u32, at: Moment) -> bool {
	title.right(right).is_some_and(|right| title.is_open(right, at))
}

/// T4: the same holders may replace their own right in one entry.
fn replace(next: &mut TitleBody, grant: &UseGrant, at: Moment) -> Result<(), Refusal> {
	let Some(replaced) = grant.replaces else {
		return Ok(());
	};
	let old = next.right(replaced).filter(|right| next.is_open(right, at)).ok_or(Refusal::with(
		Rule::T4,
		Reason::ReplacesUnknown,
		replaced,
	))?;
	let is_same = old.terms.holders.members().eq(grant.holders.members());
	ensure_with(is_same, Rule::T4, Reason::ReplacesAnothers, replaced)?;
	close(next, replaced);
	let gone = |sequence: &u32| next.right(*sequence).is_none();
	match grant.parent().filter(gone).or(grant.subject_to.iter().copied().find(gone)) {
		Some(needed) => Err(Refusal::with(Rule::T4, Reason::ReplacesUnknown, needed)),
		None => Ok(()),
	}
}

/// T7: a holder's part moves, when the terms allow it.
pub(crate) fn use_transferred(
	next: &mut TitleBody,
	body: &EntryBody,
	right: u32,
	from: MemberId,
	to: MemberId,
	ppm: Ppm,
) -> Result<(), Refusal> {
	let holders = &check_disposable(next, body, right)?.terms.holders;
	ensure(from != to, Rule::T7, Reason::SameMember)?;
	ensure_with(holders.contains(from), Rule::T7, Reason::NotAHolder, from.0)?;
	let moved = holders.move_part(from, to, ppm).map_err(|error| match error {
		SharesError::NotEnough => Refusal::with(Rule::T7, Reason::NotEnoughOfRight, from.0),
		SharesError::TooManyHolders => Refusal::new(Rule::T7, Reason::TooManyHolders),
		_ => Refusal::new(Rule::T7, Reason::WrongShares),
	})?;
	set_holders(next, right, moved);
	Ok(())
}

/// T7: a use right is divided among more holders, when the terms allow it.
pub(crate) fn use_divided(
	next: &mut TitleBody,
	body: &EntryBody,
	right: u32,
	holders: &Shares,
) -> Result<(), Refusal> {
	check_disposable(next, body, right)?;
	set_holders(next, right, holders.clone());
	Ok(())
}

/// T7: of what may be transferred or divided, while it is not over.
pub(crate) fn check_disposable<'a>(
	title: &'a TitleBody,
	body: &EntryBody,
	right: u32,
) -> Result<&'a UseRight, Refusal> {
	status::ensure_live(title, body.time)?;
	let known = title.right(right).ok_or(Refusal::with(Rule::T7, Reason::NoSuchRight, right))?;
	ensure_with(title.is_open(known, body.time), Rule::T7, Reason::RightOver, right)?;
	ensure_with(known.terms.transferable, Rule::T7, Reason::NotTransferable, right)?;
	Ok(known)
}

fn set_holders(next: &mut TitleBody, right: u32, holders: Shares) {
	for known in next.rights.iter_mut().filter(|known| known.sequence == right) {
		known.terms.holders = holders.clone();
	}
	encumbrances::settle_right_pledges(next, right);
}

/// T6, T7: a use right ends, by time, by its holders or for a reason that fits its basis.
pub(crate) fn use_ended(
	next: &mut TitleBody,
	body: &EntryBody,
	right: u32,
	reason: EndReason,
) -> Result<(), Refusal> {
	let known = next.right(right).ok_or(Refusal::with(Rule::T7, Reason::NoSuchRight, right))?;
	let is_over = !next.is_open(known, body.time);
	match reason {
		EndReason::Expired => {
			let is_unprotected = next.protection_until.is_some_and(|until| until <= body.time);
			ensure_with(is_over || is_unprotected, Rule::T3, Reason::NotOverYet, right)?;
		}
		EndReason::Decided => ensure(body.is_decided(), Rule::T7, Reason::NeedsDecision)?,
		EndReason::ParentEnded => {
			let parent_stands = known.terms.parent().is_none_or(|parent| {
				next.right(parent).is_none() || is_open(next, parent, body.time)
			});
			ensure_with(!parent_stands, Rule::T5, Reason::ParentStands, right)?;
		}
		EndReason::ByTerms | EndReason::Rescinded => {
			// T6: neither grantor nor a new owner can end it early.
			let stays = known.terms.basis == UseBasis::LongTermGrant && !body.is_decided();
			ensure_with(!stays, Rule::T6, Reason::LongTermStays, right)?;
		}
		EndReason::Surrendered => {}
	}
	close(next, right);
	Ok(())
}

/// T5: a right and the sublicences that end with it.
pub(crate) fn ending_with(title: &TitleBody, right: u32) -> Vec<u32> {
	let mut ending: Vec<u32> = Vec::from([right]);
	// Sublicences are younger than the right above them, and rights are ordered by number.
	for known in &title.rights {
		let Some(parent) = known.terms.parent() else {
			continue;
		};
		let survives = title.right(parent).is_some_and(|above| above.terms.sublicences_survive);
		if ending.contains(&parent) && !survives {
			ending.push(known.sequence);
		}
	}
	ending
}

/// Takes a right out of the title, with what ends with it: sublicences (T5), pledges and holds on it.
pub(crate) fn close(next: &mut TitleBody, right: u32) {
	let ending = ending_with(next, right);
	next.rights.retain(|known| !ending.contains(&known.sequence));
	encumbrances::drop_targets(next, &ending);
}
