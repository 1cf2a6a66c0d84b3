//! `Title::apply`: from a title and an entry to the next title, or to the rule that refuses.

use crate::{
	act::{Act, Registration},
	correction, encumbrances,
	entry::{Entry, EntryBody},
	form, needs, offers, ownership,
	refusal::{ensure, Reason, Refusal, Rule},
	state::{Title, TitleBody},
	status, succession, uses,
};
use codec::Encode;
use quanqi_types::{bounds::MAX_TITLE_BYTES, BoundedVec, LedgerStatus};

impl Title {
	/// The title after an entry; `this` is absent for the first one.
	///
	/// Total and deterministic: it reads the title and the entry and nothing else. Fails with the
	/// rule that refuses and the record in the way, and then nothing has changed.
	pub fn apply(this: Option<&Title>, entry: &Entry) -> Result<Title, Refusal> {
		form::check_size(entry)?;
		let Entry::V1(body) = entry;
		let next = match (this, &body.act) {
			(None, Act::Registered(registration)) => registered(body, registration),
			(None, _) => Err(Refusal::new(Rule::Form, Reason::NotRegisteredFirst)),
			(Some(Title::V1(title)), _) => step(title, body),
		}?;
		let next = Title::V1(next);
		let is_small = u32::try_from(next.encoded_size()).is_ok_and(|size| size <= MAX_TITLE_BYTES);
		ensure(is_small, Rule::Form, Reason::TitleTooLarge)?;
		Ok(next)
	}
}

/// The first entry: every owner confirms, or an authority decides.
fn registered(body: &EntryBody, registration: &Registration) -> Result<TitleBody, Refusal> {
	form::check_first(body)?;
	needs::check_registration(body, registration)?;
	Ok(TitleBody {
		achievement: registration.achievement,
		kind: registration.kind,
		entries: 1,
		last_time: body.time,
		ledger_status: LedgerStatus::Registered,
		official_status: registration.status,
		protection_until: registration.protection_until,
		owners: registration.owners.clone(),
		pre_emption: registration.pre_emption.clone(),
		agreement: None,
		agreed_transfers: BoundedVec::new(),
		rights: BoundedVec::new(),
		pledges: BoundedVec::new(),
		holds: BoundedVec::new(),
		reservations: BoundedVec::new(),
		pool: None,
	})
}

/// Any later entry: its form, then what the act itself demands, then who and what stands in its way.
fn step(title: &TitleBody, body: &EntryBody) -> Result<TitleBody, Refusal> {
	form::check_next(title, body)?;
	let mut next = title.clone();
	take_effect(&mut next, body)?;
	encumbrances::check_holds(title, body)?;
	needs::check(title, body)?;
	next.entries =
		title.entries.checked_add(1).ok_or(Refusal::new(Rule::Form, Reason::HistoryFull))?;
	next.last_time = body.time;
	Ok(next)
}

/// Checks what the act demands of the title and writes what it does.
fn take_effect(next: &mut TitleBody, body: &EntryBody) -> Result<(), Refusal> {
	match &body.act {
		Act::Registered(_) => Err(Refusal::new(Rule::Form, Reason::AlreadyRegistered)),
		Act::StatusChanged { status, protection_until, kind } => {
			status::status_changed(next, body, *status, *protection_until, *kind)
		}
		Act::TransferAgreed { from, to, ppm } => {
			ownership::transfer_agreed(next, body, *from, *to, *ppm)
		}
		Act::TransferCancelled { agreed } => ownership::transfer_cancelled(next, *agreed),
		Act::ShareTransferred { agreed, from, to, ppm } => {
			ownership::share_transferred(next, body, *agreed, *from, *to, *ppm)
		}
		Act::UseGranted(grant) => uses::use_granted(next, body, grant),
		Act::UseTransferred { right, from, to, ppm } => {
			uses::use_transferred(next, body, *right, *from, *to, *ppm)
		}
		Act::UseDivided { right, holders } => uses::use_divided(next, body, *right, holders),
		Act::UseEnded { right, reason } => uses::use_ended(next, body, *right, *reason),
		Act::Pledged { pledgor, pledgee, target, ppm, secured, until } => {
			let pledge = crate::state::Pledge {
				sequence: body.sequence,
				pledgor: *pledgor,
				pledgee: *pledgee,
				target: *target,
				ppm: *ppm,
				secured: *secured,
				until: *until,
			};
			encumbrances::pledged(next, body, pledge)
		}
		Act::PledgeReleased { pledge } => encumbrances::pledge_released(next, *pledge),
		Act::Held { target, until, renews } => {
			encumbrances::held(next, body, *target, *until, *renews)
		}
		Act::HoldLifted { hold } => encumbrances::hold_lifted(next, body, *hold),
		Act::PoolEntered(terms) => offers::pool_entered(next, body, terms),
		Act::PoolLeft => offers::pool_left(next),
		Act::Reserved { beneficiary, scope, period } => {
			offers::reserved(next, body, *beneficiary, scope, *period)
		}
		Act::ReservationEnded { reservation } => offers::reservation_ended(next, *reservation),
		Act::AgreementSet(agreement) => ownership::agreement_set(next, agreement),
		Act::Succeeded { from, heirs } => succession::succeeded(next, body, *from, heirs),
		Act::Corrected(correction) => correction::corrected(next, body, correction),
		Act::Retired { voided } => status::retired(next, body, *voided),
	}
}
