//! T12: time and status are facts. What the office says, and when a title leaves the ledger.

use crate::{
	entry::{Cause, EntryBody},
	refusal::{ensure, Reason, Refusal, Rule},
	state::TitleBody,
};
use quanqi_types::{AchievementKind, LedgerStatus, Moment, OfficialStatus};

/// T12: refuses unless the title is live at a moment.
pub(crate) fn ensure_live(title: &TitleBody, at: Moment) -> Result<(), Refusal> {
	ensure_registered(title)?;
	ensure(title.official_status.is_live(), Rule::T12, Reason::NotLive)?;
	ensure(title.is_title_live(at), Rule::T12, Reason::ProtectionOver)
}

/// T12: refuses when the achievement has left the ledger.
pub(crate) fn ensure_registered(title: &TitleBody) -> Result<(), Refusal> {
	let is_registered = title.ledger_status == LedgerStatus::Registered;
	ensure(is_registered, Rule::T12, Reason::NotRegistered)
}

/// Refuses unless the office acted, on an attested date (T2, T9, T12).
pub(crate) fn ensure_office(body: &EntryBody, rule: Rule) -> Result<(), Refusal> {
	ensure(matches!(body.cause, Cause::Office(_)), rule, Reason::NeedsOffice)?;
	ensure(body.legal_date.is_some(), rule, Reason::NeedsLegalDate)
}

/// T12: only the office changes the official status; only an application turns into another kind, by
/// its grant; only what was not live is restored.
pub(crate) fn status_changed(
	next: &mut TitleBody,
	body: &EntryBody,
	status: OfficialStatus,
	protection_until: Option<Moment>,
	kind: AchievementKind,
) -> Result<(), Refusal> {
	ensure_office(body, Rule::T12)?;
	let is_first_restoration =
		status != OfficialStatus::Restored || !next.official_status.is_live();
	ensure(is_first_restoration, Rule::T12, Reason::StatusUnfit)?;
	let is_grant_of_application = next.kind == AchievementKind::PatentApplication
		&& status == OfficialStatus::Granted
		&& is_patent(kind);
	ensure(kind == next.kind || is_grant_of_application, Rule::T12, Reason::KindUnfit)?;
	next.official_status = status;
	next.protection_until = protection_until;
	next.kind = kind;
	Ok(())
}

fn is_patent(kind: AchievementKind) -> bool {
	matches!(
		kind,
		AchievementKind::InventionPatent | AchievementKind::UtilityModel | AchievementKind::Design
	)
}

/// Owners retire what nobody else has a right in any more (T2, T6); a decision may void anything.
pub(crate) fn retired(next: &mut TitleBody, body: &EntryBody, voided: bool) -> Result<(), Refusal> {
	if voided {
		ensure(body.is_decided(), Rule::T12, Reason::NeedsDecision)?;
		let is_known = next.ledger_status != LedgerStatus::Voided;
		ensure(is_known, Rule::T12, Reason::NotRegistered)?;
		next.ledger_status = LedgerStatus::Voided;
		return Ok(());
	}
	ensure_registered(next)?;
	if let Some(agreed) = next.agreed_transfers.first() {
		return Err(Refusal::with(Rule::T2, Reason::AgreedTransferInTheWay, agreed.sequence));
	}
	// Of a right that is dead at the office nothing is left to protect.
	if next.is_title_live(body.time) {
		if let Some(right) = next.open_rights(body.time).next() {
			return Err(Refusal::with(Rule::T6, Reason::RightsStand, right.sequence));
		}
	}
	next.ledger_status = LedgerStatus::Retired;
	Ok(())
}
