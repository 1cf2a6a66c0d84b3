//! The form of an entry: its place and time, its size, who acts for whom, what it carries.

use crate::{
	act::{Act, HoldTarget, UseBasis},
	due,
	entry::{Cause, Consent, Entry, EntryBody, MandateRef},
	refusal::{ensure, ensure_with, Reason, Refusal, Rule},
	state::TitleBody,
};
use alloc::vec::Vec;
use codec::Encode;
use quanqi_types::{
	bounds::{MAX_ENTRIES, MAX_ENTRY_BYTES},
	MemberId,
};

/// Refuses an entry that could not be stored.
pub(crate) fn check_size(entry: &Entry) -> Result<(), Refusal> {
	let is_small = u32::try_from(entry.encoded_size()).is_ok_and(|size| size <= MAX_ENTRY_BYTES);
	ensure(is_small, Rule::Form, Reason::EntryTooLarge)
}

/// The form of a first entry.
pub(crate) fn check_first(body: &EntryBody) -> Result<(), Refusal> {
	ensure(body.sequence == 0, Rule::Form, Reason::WrongSequence)?;
	check_any(None, body)
}

/// The form of a later entry.
pub(crate) fn check_next(title: &TitleBody, body: &EntryBody) -> Result<(), Refusal> {
	ensure_with(body.sequence == title.entries, Rule::Form, Reason::WrongSequence, title.entries)?;
	ensure(title.entries < MAX_ENTRIES, Rule::Form, Reason::HistoryFull)?;
	ensure(body.time >= title.last_time, Rule::Form, Reason::TimeGoesBack)?;
	check_any(Some(title), body)
}

fn check_any(title: Option<&TitleBody>, body: &EntryBody) -> Result<(), Refusal> {
	ensure(body.legal_moment() <= body.time, Rule::Form, Reason::LegalDateInFuture)?;
	let parties = parties(title, body);
	check_cause(title, body, &parties)?;
	let mandate = |principal, mandate| check_mandate(title, body, &parties, principal, mandate);
	mandate(body.actor.member, body.actor.mandate)?;
	for (position, consent) in body.consents.iter().enumerate() {
		mandate(consent.member, consent.mandate)?;
		let is_same =
			|other: &Consent| (other.member, other.role) == (consent.member, consent.role);
		let is_repeated = body.consents.iter().skip(position.saturating_add(1)).any(is_same);
		ensure_with(!is_repeated, Rule::Form, Reason::RepeatedConsent, consent.member.0)?;
	}
	for (position, used) in body.statutes.iter().enumerate() {
		let mut later = body.statutes.iter().skip(position.saturating_add(1));
		let is_repeated = later.any(|other| other.rule == used.rule);
		ensure(!is_repeated, Rule::Form, Reason::RepeatedStatute)?;
		ensure(used.effective_from <= body.time, Rule::Form, Reason::StatuteNotInForce)?;
	}
	Ok(())
}

/// The documents named are text, whoever decides or attests is no party, only what has an end of its
/// own happens because time has passed, and a use right comes by the record that it stands on.
fn check_cause(
	title: Option<&TitleBody>,
	body: &EntryBody,
	parties: &[MemberId],
) -> Result<(), Refusal> {
	let is_party = |member: MemberId| {
		parties.contains(&member) || title.is_some_and(|title| has_interest(title, member))
	};
	ensure(has_its_record(body), Rule::Form, Reason::CauseUnfit)?;
	match &body.cause {
		Cause::Decision(decision) => {
			ensure(decision.document.validate().is_ok(), Rule::Form, Reason::WrongText)?;
			let authority = decision.authority;
			ensure_with(!is_party(authority), Rule::T10, Reason::AuthorityIsParty, authority.0)
		}
		Cause::Office(document) => {
			ensure(document.validate().is_ok(), Rule::Form, Reason::WrongText)?;
			match body.legal_date {
				Some(date) if is_party(date.attested_by) => {
					Err(Refusal::with(Rule::T2, Reason::AttesterIsParty, date.attested_by.0))
				}
				_ => Ok(()),
			}
		}
		Cause::Due => check_due(title, body),
		Cause::Declaration | Cause::Grant(_) | Cause::Trial(_) | Cause::Contract(_) => Ok(()),
	}
}

/// Whether a use right comes by the record that it stands on: a long-term one by a grant, which is
/// announced and agreed first, and a trial by a trial. An authority or an office may write either.
fn has_its_record(body: &EntryBody) -> bool {
	let Act::UseGranted(grant) = &body.act else {
		return true;
	};
	match (grant.basis, &body.cause) {
		(_, Cause::Decision(_) | Cause::Office(_)) => true,
		(UseBasis::LongTermGrant, cause) => matches!(cause, Cause::Grant(_)),
		(UseBasis::Trial, cause) => matches!(cause, Cause::Trial(_)),
		(UseBasis::Licence | UseBasis::Sublicence(_), _) => true,
	}
}

/// Only what is over, or was agreed for a day, comes about by the passing of time alone.
fn check_due(title: Option<&TitleBody>, body: &EntryBody) -> Result<(), Refusal> {
	let was_agreed = matches!(body.act, Act::ShareTransferred { agreed: Some(_), .. });
	let is_over = title.is_some_and(|title| due::is_due(title, &body.act, body.time));
	ensure(was_agreed || is_over, Rule::Form, Reason::CauseUnfit)
}

/// No mandate serves an act in which the agent is itself a party (Civil Code art. 168), nor one for
/// itself. Fellow holders of one use right stand on one side: one of them may represent the team.
fn check_mandate(
	title: Option<&TitleBody>,
	body: &EntryBody,
	parties: &[MemberId],
	principal: MemberId,
	mandate: Option<MandateRef>,
) -> Result<(), Refusal> {
	let Some(MandateRef { agent, .. }) = mandate else {
		return Ok(());
	};
	let team = fellow_holders(title, body);
	let is_fellow = team.contains(&agent) && team.contains(&principal);
	let may_act = agent != principal && (!parties.contains(&agent) || is_fellow);
	ensure_with(may_act, Rule::Form, Reason::AgentIsParty, agent.0)
}

/// Holders, before and after, of the use right that an act is about.
pub fn fellow_holders(title: Option<&TitleBody>, body: &EntryBody) -> Vec<MemberId> {
	let right = |number: u32| title.and_then(|title| title.right(number));
	let present = |number| right(number).into_iter().flat_map(|r| r.terms.holders.members());
	match &body.act {
		Act::UseGranted(grant) => grant.holders.members().collect(),
		Act::UseDivided { right, holders } => present(*right).chain(holders.members()).collect(),
		Act::UseEnded { right, .. } => present(*right).collect(),
		_ => Vec::new(),
	}
}

/// The members between whom an act happens; who merely consents is none.
pub fn parties(title: Option<&TitleBody>, body: &EntryBody) -> Vec<MemberId> {
	let owners = || title.into_iter().flat_map(|title| title.owners.members());
	match &body.act {
		Act::Registered(registration) => registration.owners.members().collect(),
		Act::TransferAgreed { from, to, .. }
		| Act::ShareTransferred { from, to, .. }
		| Act::UseTransferred { from, to, .. } => [*from, *to].into(),
		Act::UseGranted(grant) => grant.holders.members().chain([grant.grantor]).collect(),
		Act::UseDivided { .. } => fellow_holders(title, body),
		Act::UseEnded { right, .. } => {
			let right = title.and_then(|title| title.right(*right));
			let grantor = right.map(|right| right.terms.grantor);
			fellow_holders(title, body).into_iter().chain(grantor).collect()
		}
		Act::Pledged { pledgor, pledgee, .. } => [*pledgor, *pledgee].into(),
		Act::PoolEntered(terms) => [terms.by].into(),
		Act::Reserved { beneficiary, .. } => [*beneficiary].into(),
		Act::AgreementSet(_) | Act::Retired { .. } => owners().collect(),
		Act::Succeeded { from, heirs } => heirs.members().chain([*from]).collect(),
		Act::Held { target: HoldTarget::Share(member), .. } => [*member].into(),
		Act::TransferCancelled { agreed } => title
			.into_iter()
			.flat_map(|title| title.agreed_transfers.iter())
			.filter(|transfer| transfer.sequence == *agreed)
			.flat_map(|transfer| [transfer.from, transfer.to])
			.collect(),
		Act::PledgeReleased { pledge } => title
			.into_iter()
			.flat_map(|title| title.pledges.iter())
			.filter(|known| known.sequence == *pledge)
			.flat_map(|known| [known.pledgor, known.pledgee])
			.collect(),
		Act::ReservationEnded { reservation } => title
			.into_iter()
			.flat_map(|title| title.reservations.iter())
			.filter(|known| known.sequence == *reservation)
			.map(|known| known.beneficiary)
			.collect(),
		Act::PoolLeft => {
			title.into_iter().flat_map(|t| &t.pool).map(|pool| pool.terms.by).collect()
		}
		Act::StatusChanged { .. }
		| Act::Held { .. }
		| Act::HoldLifted { .. }
		| Act::Corrected(_) => Vec::new(),
	}
}

/// Whether a member owns, holds or is promised anything in the title: such a one decides nothing in it.
fn has_interest(title: &TitleBody, member: MemberId) -> bool {
	title.owners.contains(member)
		|| title.rights.iter().any(|right| right.terms.holders.contains(member))
		|| title.agreed_transfers.iter().any(|agreed| agreed.to == member)
		|| title.pledges.iter().any(|pledge| [pledge.pledgor, pledge.pledgee].contains(&member))
		|| title.reservations.iter().any(|reservation| reservation.beneficiary == member)
}
