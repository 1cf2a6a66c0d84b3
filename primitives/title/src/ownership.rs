//! T1 and T2: shares, and how they move. The co-owners' own rules (T8).

use crate::{
	act::Agreement,
	encumbrances,
	entry::EntryBody,
	refusal::{ensure, ensure_with, Reason, Refusal, Rule},
	state::{AgreedTransfer, TitleBody},
	status,
};
use quanqi_types::{ConsentRule, MemberId, Ppm, SharesError, WHOLE_PPM};

/// What a failed division or transfer of shares means for a title.
pub(crate) fn refusal_of(error: SharesError) -> Refusal {
	match error {
		SharesError::TooManyHolders => Refusal::new(Rule::T1, Reason::TooManyHolders),
		SharesError::NotEnough => Refusal::new(Rule::T2, Reason::NotEnoughShare),
		_ => Refusal::new(Rule::T1, Reason::WrongShares),
	}
}

/// T2: a share moves only from who has it, and only what is not promised away.
fn check_movable(title: &TitleBody, from: MemberId, to: MemberId, ppm: Ppm) -> Result<(), Refusal> {
	ensure(from != to, Rule::T2, Reason::SameMember)?;
	ensure_with(title.owners.contains(from), Rule::T2, Reason::NotAnOwner, from.0)?;
	let is_enough = ppm <= title.uncommitted_part(from);
	ensure_with(is_enough, Rule::T2, Reason::NotEnoughShare, from.0)
}

/// T2: a contract or grant binds; contrary acts are blocked from now on.
pub(crate) fn transfer_agreed(
	next: &mut TitleBody,
	body: &EntryBody,
	from: MemberId,
	to: MemberId,
	ppm: Ppm,
) -> Result<(), Refusal> {
	status::ensure_live(next, body.time)?;
	check_movable(next, from, to, ppm)?;
	let agreed =
		AgreedTransfer { sequence: body.sequence, from, to, ppm, enforced: body.is_decided() };
	next.agreed_transfers
		.try_push(agreed)
		.map_err(|_| Refusal::new(Rule::Form, Reason::TooManyRecords))?;
	// Refuse now what could never take effect: a 65th owner.
	next.agreed_transfers
		.iter()
		.try_fold(next.owners.clone(), |owners, t| owners.move_part(t.from, t.to, t.ppm))
		.map_err(refusal_of)?;
	Ok(())
}

/// An agreed transfer falls away; who must agree to that is in `needs`.
pub(crate) fn transfer_cancelled(next: &mut TitleBody, agreed: u32) -> Result<(), Refusal> {
	let before = next.agreed_transfers.len();
	next.agreed_transfers.retain(|transfer| transfer.sequence != agreed);
	let is_found = next.agreed_transfers.len() < before;
	ensure_with(is_found, Rule::T2, Reason::NoSuchTransfer, agreed)
}

/// T2: registered rights move on the office's date; software and know-how on the agreed one, or at
/// once.
pub(crate) fn share_transferred(
	next: &mut TitleBody,
	body: &EntryBody,
	agreed: Option<u32>,
	from: MemberId,
	to: MemberId,
	ppm: Ppm,
) -> Result<(), Refusal> {
	let needs_office = next.kind.needs_office_transfer();
	match agreed {
		Some(agreed) => {
			// The office may have entered it while the protection still ran.
			status::ensure_live(next, body.legal_moment())?;
			take_agreed(next, agreed, from, to, ppm)?;
			if needs_office {
				status::ensure_office(body, Rule::T2)?;
			}
		}
		None => {
			ensure(!needs_office, Rule::T2, Reason::NeedsOffice)?;
			status::ensure_live(next, body.time)?;
			check_movable(next, from, to, ppm)?;
		}
	}
	next.owners = next.owners.move_part(from, to, ppm).map_err(refusal_of)?;
	encumbrances::settle_share_pledges(next, from);
	Ok(())
}

/// Takes an agreed transfer out of the title, to make it effective exactly as agreed.
fn take_agreed(
	next: &mut TitleBody,
	agreed: u32,
	from: MemberId,
	to: MemberId,
	ppm: Ppm,
) -> Result<(), Refusal> {
	let is_known = next.agreed_transfers.iter().any(|transfer| transfer.sequence == agreed);
	ensure_with(is_known, Rule::T2, Reason::NoSuchTransfer, agreed)?;
	let before = next.agreed_transfers.len();
	next.agreed_transfers.retain(|transfer| {
		(transfer.sequence, transfer.from, transfer.to, transfer.ppm) != (agreed, from, to, ppm)
	});
	let is_found = next.agreed_transfers.len() < before;
	ensure_with(is_found, Rule::T2, Reason::TransferDiffers, agreed)
}

/// T8: the co-owners' own rules, one line per act, in order.
pub(crate) fn agreement_set(next: &mut TitleBody, agreement: &Agreement) -> Result<(), Refusal> {
	status::ensure_registered(next)?;
	let is_ordered = agreement.lines.windows(2).all(|pair| match pair {
		[first, second] => first.act < second.act,
		_ => true,
	});
	let is_possible = |rule: &ConsentRule| match rule {
		ConsentRule::Threshold(ppm) => (1..=WHOLE_PPM).contains(ppm),
		ConsentRule::Any | ConsentRule::All => true,
	};
	let are_possible = agreement.lines.iter().all(|line| is_possible(&line.rule));
	ensure(is_ordered && are_possible, Rule::T8, Reason::WrongAgreement)?;
	next.agreement = Some(agreement.clone());
	Ok(())
}
