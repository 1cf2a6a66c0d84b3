//! What a record must be, and what the law makes of it. Pure functions; no storage.

use crate::types::{
	Achievement, Attestation, Classification, Declaration, Evidence, Funding, TitleText,
};
use quanqi_types::{
	bounds::MAX_COMPLETERS, AchievementKind, BoundedVec, ConstU32, Date, Identifier,
	IdentifierScheme, MemberId, Moment, OfficialStatus, PreEmption, Shares, Term, TermUnit,
};

/// What is wrong with a declaration, an attestation or a part of one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
	/// A text is empty, no UTF-8, or has a control character.
	InvalidText,
	/// No identifier at all.
	NoIdentifier,
	/// An identifier breaks the rules of its scheme or is not in canonical form.
	InvalidIdentifier,
	/// An identifier of a register that has no rights of this kind.
	WrongScheme,
	/// An internal number given by another member.
	IssuerNotHolder,
	/// A completer named twice.
	RepeatedCompleter,
	/// A day that has not come yet, or is none.
	DateInFuture,
	/// A status the kind cannot be declared or attested in.
	WrongStatusForKind,
	/// The status cannot follow the one before it.
	WrongStatusOrder,
	/// An office's act dated before the one attested last.
	AttestationOutOfOrder,
	/// The office's act dated before filing.
	BeforeFiling,
	/// A kind that this record cannot become, or the grant of an application without one.
	WrongKind,
	/// More pre-emption holders than a title has room for.
	TooManyPreEmptions,
}

/// Checks everything in a declaration that needs no other record.
pub fn check_declaration(
	declaration: &Declaration,
	holder: MemberId,
	today: Date,
) -> Result<(), Fault> {
	if let TitleText::Open(text) = &declaration.title {
		text.validate().map_err(|_| Fault::InvalidText)?;
	}
	if declaration.identifiers.is_empty() {
		return Err(Fault::NoIdentifier);
	}
	for identifier in &declaration.identifiers {
		check_identifier(identifier, declaration.kind, holder)?;
	}
	declaration.classifications.iter().try_for_each(check_classification)?;
	declaration.evidence.iter().try_for_each(check_evidence)?;
	if let Funding::Fiscal { programme } = &declaration.funding {
		programme.validate().map_err(|_| Fault::InvalidText)?;
	}
	check_distinct(&declaration.completers)?;
	for date in declaration.completed.iter().chain(&declaration.filed) {
		check_not_future(*date, today)?;
	}
	match may_declare(declaration.kind, declaration.status) {
		true => Ok(()),
		false => Err(Fault::WrongStatusForKind),
	}
}

/// Checks one identifier against its own rules, the kind of right and the holder.
pub fn check_identifier(
	identifier: &Identifier,
	kind: AchievementKind,
	holder: MemberId,
) -> Result<(), Fault> {
	identifier.validate().map_err(|_| Fault::InvalidIdentifier)?;
	if !names(identifier.scheme, kind) {
		return Err(Fault::WrongScheme);
	}
	match identifier.issuer {
		Some(issuer) if issuer != holder => Err(Fault::IssuerNotHolder),
		_ => Ok(()),
	}
}

/// Checks a classification symbol.
pub fn check_classification(classification: &Classification) -> Result<(), Fault> {
	classification.symbol.validate().map_err(|_| Fault::InvalidText)
}

/// Checks a piece of evidence.
pub fn check_evidence(evidence: &Evidence) -> Result<(), Fault> {
	evidence.label.validate().map_err(|_| Fault::InvalidText)
}

fn check_distinct(completers: &[MemberId]) -> Result<(), Fault> {
	let repeated = completers.iter().enumerate().any(|(index, completer)| {
		completers.iter().skip(index.saturating_add(1)).any(|c| c == completer)
	});
	match repeated {
		true => Err(Fault::RepeatedCompleter),
		false => Ok(()),
	}
}

fn check_not_future(date: Date, today: Date) -> Result<(), Fault> {
	match date.is_valid() && date <= today {
		true => Ok(()),
		false => Err(Fault::DateInFuture),
	}
}

/// Whether a register gives numbers to rights of this kind. Anyone may give internal numbers.
pub fn names(scheme: IdentifierScheme, kind: AchievementKind) -> bool {
	use AchievementKind::*;
	match scheme {
		IdentifierScheme::Internal => true,
		IdentifierScheme::Application | IdentifierScheme::Publication | IdentifierScheme::Grant => {
			is_of_the_patent_office(kind)
		}
		IdentifierScheme::SoftwareRegistration => kind == Software,
		IdentifierScheme::LayoutRegistration => kind == Layout,
		IdentifierScheme::PlantVariety => kind == PlantVariety,
	}
}

/// Patents and applications for them.
pub fn is_of_the_patent_office(kind: AchievementKind) -> bool {
	use AchievementKind::*;
	matches!(kind, InventionPatent | UtilityModel | Design | PatentApplication)
}

/// The statuses a holder may declare, until the office's word is attested: nothing that ended.
pub fn may_declare(kind: AchievementKind, status: OfficialStatus) -> bool {
	use AchievementKind::*;
	use OfficialStatus::{Filed, Granted, Published};
	match kind {
		PatentApplication => matches!(status, Filed | Published),
		InventionPatent | UtilityModel | Design | KnowHow => status == Granted,
		Software | Layout | PlantVariety => matches!(status, Filed | Published | Granted),
	}
}

/// Which status an office's act can follow which.
pub fn may_follow(before: OfficialStatus, after: OfficialStatus) -> bool {
	use OfficialStatus::*;
	match before {
		Filed => matches!(after, Published | Granted | Withdrawn | Rejected),
		Published => matches!(after, Granted | Withdrawn | Rejected),
		Granted | PartlyInvalidated => {
			matches!(after, Lapsed | Invalidated | PartlyInvalidated | Expired)
		}
		// A lapsed right can still be declared invalid.
		Lapsed => matches!(after, Restored | Invalidated | PartlyInvalidated | Expired),
		// A court can quash the office's decision.
		Invalidated | Withdrawn | Rejected => after == Restored,
		Restored => !matches!(after, Filed | Restored),
		// So can an expired one, for what it did while it lived.
		Expired => matches!(after, Invalidated | PartlyInvalidated),
	}
}

/// Checks an office's act against the record; the kind from now on.
pub fn check_attestation(
	attestation: &Attestation,
	record: &Achievement,
	kind: AchievementKind,
	status: OfficialStatus,
	today: Date,
) -> Result<AchievementKind, Fault> {
	attestation.document.validate().map_err(|_| Fault::InvalidText)?;
	check_not_future(attestation.legal_date, today)?;
	let filed = attestation.filed.or(record.filed);
	if let Some(filed) = filed {
		check_not_future(filed, today)?;
		if attestation.legal_date < filed {
			return Err(Fault::BeforeFiling);
		}
	}
	if let Some(last) = &record.official.attested {
		if attestation.legal_date < last.legal_date {
			return Err(Fault::AttestationOutOfOrder);
		}
		if !may_follow(status, attestation.status) {
			return Err(Fault::WrongStatusOrder);
		}
	}
	kind_after(kind, attestation)
}

/// An application becomes a patent by its grant, and by nothing else.
fn kind_after(kind: AchievementKind, attestation: &Attestation) -> Result<AchievementKind, Fault> {
	use AchievementKind::{Design, InventionPatent, PatentApplication, UtilityModel};
	let granted = attestation.status == OfficialStatus::Granted;
	match (kind, attestation.becomes) {
		(PatentApplication, Some(patent @ (InventionPatent | UtilityModel | Design)))
			if granted =>
		{
			Ok(patent)
		}
		(PatentApplication, None) if !granted => Ok(kind),
		(PatentApplication, _) | (_, Some(_)) => Err(Fault::WrongKind),
		(_, None) => Ok(kind),
	}
}

/// The day protection counts from: the grant for varieties (植物新品种保护条例), else the filing.
pub fn protection_base(
	kind: AchievementKind,
	filed: Option<Date>,
	granted: Option<Date>,
) -> Option<Date> {
	match kind {
		AchievementKind::PlantVariety => granted,
		_ => filed,
	}
}

/// The first moment after a protection term: the corresponding day itself is no longer protected,
/// and a holiday does not move it (专利审查指南, 专利权期满终止), unlike the terms of the Civil Code.
pub fn end_of_protection(base: Date, term: Term) -> Option<Moment> {
	let end = match term.unit {
		TermUnit::Year => base.plus_years(term.number)?,
		TermUnit::Month => base.plus_months(term.number)?,
		TermUnit::Day => base.plus_days(term.number)?,
		// Only a test network counts minutes.
		TermUnit::Minute => {
			return base.start().checked_add_ms(u64::from(term.number).checked_mul(60_000)?)
		}
		TermUnit::WorkingDay => return None,
	};
	Some(end.start())
}

/// Pre-emption holders of a title, each once, by the first rule that fits: completers of a service
/// achievement (Civil Code art. 847), the commissioner (art. 859), and co-developers of an
/// application (art. 860).
pub fn pre_emptions(
	record: &Achievement,
	owners: &Shares,
) -> Result<BoundedVec<(MemberId, PreEmption), ConstU32<MAX_COMPLETERS>>, Fault> {
	let completers = record.completers.iter().filter(|_| record.service);
	let commissioner = match record.funding {
		Funding::Commissioned { commissioner } => Some(commissioner),
		_ => None,
	};
	let is_application = record.kind == AchievementKind::PatentApplication;
	let co_developers = owners.members().filter(|_| is_application && owners.lines().len() > 1);
	let candidates = completers
		.map(|completer| (*completer, PreEmption::Completer))
		.chain(commissioner.map(|commissioner| (commissioner, PreEmption::Commissioner)))
		.chain(co_developers.map(|owner| (owner, PreEmption::CoDeveloper)));
	let mut list = BoundedVec::<(MemberId, PreEmption), ConstU32<MAX_COMPLETERS>>::new();
	for (member, rule) in candidates {
		if !list.iter().any(|(listed, _)| *listed == member) {
			list.try_push((member, rule)).map_err(|_| Fault::TooManyPreEmptions)?;
		}
	}
	Ok(list)
}
