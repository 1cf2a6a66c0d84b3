//! G1 to G5 and G8: what the terms of a grant must be. Pure but for what statutes say of a day.

use crate::types::{Content, Holding, Judged, Length, Line, LineState, Terms};
use alloc::vec::Vec;
use quanqi_title::TitleBody;
use quanqi_traits::{AchievementFacts, MemberFacts, Statutes};
use quanqi_types::{
	bounds::MAX_AGREED_TRANSFERS, Force, LedgerStatus, MemberId, MemberKind, Moment, Period, Ppm,
	RuleId, Shares, StatuteValue, StatuteVersion, TermUnit, WHOLE_PPM,
};

/// A rule that the terms break.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
	/// G1: not registered on this ledger.
	NotRegistered,
	/// G1: no service achievement.
	NotServiceAchievement,
	/// G1: granted by a natural person.
	NotAUnit,
	/// G1: the unit owns too little, in ppm.
	ShareTooSmall {
		/// What is granted.
		required: Ppm,
		/// What the unit owns and has not promised away.
		found: Ppm,
	},
	/// G1: no share, or more than the whole.
	WrongShare,
	/// G2: excluded.
	Excluded,
	/// G3: not on the governed list.
	UnknownLegalBasis,
	/// G4: somebody of the team is no completer.
	NotCompleter,
	/// G4: the representative is none of the team.
	RepresentativeNotInTeam,
	/// G4: more lines than a title has room for.
	TeamTooLarge,
	/// G4: a part that comes to nothing.
	PartTooSmall,
	/// G5: too short.
	TooShort(Judged),
	/// G5: not countable.
	WrongLength,
	/// G8: the split is no split.
	WrongSplit,
	/// G8: below the floor.
	BelowFloor(Judged),
	/// No statute of the day.
	NotGoverned,
}

/// What a grant is judged by beside its terms.
pub struct Matter<'a> {
	/// The unit that grants.
	pub unit: MemberId,
	/// What is known of it.
	pub unit_facts: MemberFacts,
	/// What the register says of the achievement.
	pub facts: &'a AchievementFacts,
	/// Its title.
	pub title: &'a TitleBody,
	/// The date whose law judges.
	pub at: Moment,
}

/// Everything statutes say of the terms by the law of the date; a fault where a rule without a number
/// is broken.
pub fn judge<S: Statutes>(terms: &Terms, matter: &Matter) -> Result<Vec<Judged>, Fault> {
	check_achievement(matter)?;
	check_share(terms, matter)?;
	ensure(matter.facts.exclusion.is_none(), Fault::Excluded)?;
	check_team(terms, matter)?;
	let mut judged = Vec::new();
	judged.push(judge_legal_basis::<S>(terms, matter.at)?);
	if let Content::LongTermUse { length: Length::Committed(_), .. } = &terms.content {
		judged.push(judge_length::<S>(terms, matter.at)?);
	}
	ensure(terms.is_income_whole(), Fault::WrongSplit)?;
	if matter.unit_facts.state_established {
		judged.push(judge_income::<S>(terms, matter.at)?);
	}
	Ok(judged)
}

/// The first binding rule whose number is not met.
pub fn enforce(judged: &[Judged]) -> Result<(), Fault> {
	let broken = judged.iter().find(|judged| judged.binding && !judged.is_met());
	match broken {
		None => Ok(()),
		Some(found) => Err(match found.rule {
			RuleId::LongTermUseRightMinimum => Fault::TooShort(*found),
			RuleId::CompleterIncomeFloor => Fault::BelowFloor(*found),
			_ => Fault::UnknownLegalBasis,
		}),
	}
}

fn ensure(condition: bool, fault: Fault) -> Result<(), Fault> {
	condition.then_some(()).ok_or(fault)
}

/// G1: a registered service achievement, and a unit.
fn check_achievement(matter: &Matter) -> Result<(), Fault> {
	let is_registered = matter.facts.ledger_status == LedgerStatus::Registered;
	ensure(is_registered, Fault::NotRegistered)?;
	ensure(matter.facts.service, Fault::NotServiceAchievement)?;
	ensure(matter.unit_facts.kind != MemberKind::Person, Fault::NotAUnit)
}

/// G1: the unit owns at least the share that it grants; any share at all for a use right.
fn check_share(terms: &Terms, matter: &Matter) -> Result<(), Fault> {
	let (required, found) = match terms.content {
		Content::Ownership { ppm, .. } => {
			ensure((1..=WHOLE_PPM).contains(&ppm), Fault::WrongShare)?;
			(ppm, matter.title.uncommitted_part(matter.unit))
		}
		Content::LongTermUse { .. } => (1, matter.title.owners().part_of(matter.unit)),
	};
	ensure(found >= required, Fault::ShareTooSmall { required, found })
}

/// G4: completers only, one of them their representative.
fn check_team(terms: &Terms, matter: &Matter) -> Result<(), Fault> {
	let is_completer = |member| matter.facts.completers.contains(&member);
	ensure(terms.team.members().all(is_completer), Fault::NotCompleter)?;
	let is_in_team = terms.representative.is_none_or(|member| terms.team.contains(member));
	ensure(is_in_team, Fault::RepresentativeNotInTeam)?;
	let Content::Ownership { ppm, .. } = terms.content else {
		return Ok(());
	};
	let lines = lines_of(terms, ppm)?;
	let room = usize::try_from(MAX_AGREED_TRANSFERS).unwrap_or(usize::MAX);
	let has_room = !matter.title.kind.needs_office_transfer() || lines.len() <= room;
	ensure(has_room, Fault::TeamTooLarge)
}

/// Who receives how much of the whole: the team by its inner shares, each part rounded down and the
/// remainder to the largest; or the representative all of it. The representative comes first: it may
/// act for those after it once it is no party itself.
pub fn lines_of(terms: &Terms, ppm: Ppm) -> Result<Vec<Line>, Fault> {
	let agreed = |member, ppm| Line { member, ppm, state: LineState::Agreed(0) };
	let holding = match terms.content {
		Content::Ownership { holding, .. } => holding,
		Content::LongTermUse { .. } => Holding::Each,
	};
	if holding == Holding::Representative {
		let holder = terms.representative.ok_or(Fault::RepresentativeNotInTeam)?;
		return Ok(Vec::from([agreed(holder, ppm)]));
	}
	let ratio: Vec<_> =
		terms.team.lines().iter().map(|line| (line.member, u64::from(line.ppm))).collect();
	let parts = Shares::divide(ppm, &ratio).map_err(|_| Fault::PartTooSmall)?;
	let mut lines: Vec<_> = parts.iter().map(|part| agreed(part.member, part.ppm)).collect();
	lines.sort_by_key(|line| Some(line.member) != terms.representative);
	Ok(lines)
}

fn governing<S: Statutes>(rule: RuleId, at: Moment) -> Result<StatuteVersion, Fault> {
	S::version_on(rule, at).ok_or(Fault::NotGoverned)
}

fn judged(rule: RuleId, version: &StatuteVersion, required: u64, found: u64) -> Judged {
	let binding = version.force == Force::Binding;
	Judged { rule, effective_from: version.effective_from, binding, required, found }
}

/// G3: a code of the list that governs.
fn judge_legal_basis<S: Statutes>(terms: &Terms, at: Moment) -> Result<Judged, Fault> {
	let version = governing::<S>(RuleId::LegalBasisCodes, at)?;
	let StatuteValue::Codes(codes) = &version.value else {
		return Err(Fault::NotGoverned);
	};
	let found = codes.contains(&terms.legal_basis);
	Ok(judged(RuleId::LegalBasisCodes, &version, 1, found.into()))
}

/// G5: the committed terms, one after the other, against the statute's from the same day, in seconds.
fn judge_length<S: Statutes>(terms: &Terms, at: Moment) -> Result<Judged, Fault> {
	let version = governing::<S>(RuleId::LongTermUseRightMinimum, at)?;
	let StatuteValue::Term(least) = version.value else {
		return Err(Fault::NotGoverned);
	};
	let least = S::end_of_term(least, at).ok_or(Fault::NotGoverned)?.moment;
	let until = period_of::<S>(terms, at)?.until.ok_or(Fault::WrongLength)?;
	let seconds = |end: Moment| end.0.saturating_sub(at.0) / 1_000;
	let (required, found) = (seconds(least), seconds(until));
	Ok(judged(RuleId::LongTermUseRightMinimum, &version, required, found))
}

/// The period of a long-term use right that begins now. A committed term begins on the last day of
/// the one before, which does not count, so that 5 + 5 years end on the same day as 10.
pub fn period_of<S: Statutes>(terms: &Terms, from: Moment) -> Result<Period, Fault> {
	let Content::LongTermUse { length: Length::Committed(committed), .. } = &terms.content else {
		return Ok(Period::open(from));
	};
	ensure(!committed.is_empty(), Fault::WrongLength)?;
	let mut until = from;
	for (position, term) in committed.iter().enumerate() {
		ensure(term.number > 0, Fault::WrongLength)?;
		let event = match term.unit {
			TermUnit::Minute => until,
			_ if position == 0 => until,
			_ => until.checked_sub_ms(1).ok_or(Fault::WrongLength)?,
		};
		until = S::end_of_term(*term, event).ok_or(Fault::WrongLength)?.moment;
	}
	Ok(Period::new(from, until))
}

/// G8: what completers and contributors get against the floor of the date, in ppm.
fn judge_income<S: Statutes>(terms: &Terms, at: Moment) -> Result<Judged, Fault> {
	let version = governing::<S>(RuleId::CompleterIncomeFloor, at)?;
	let StatuteValue::Ppm(floor) = version.value else {
		return Err(Fault::NotGoverned);
	};
	let found = terms.income_of_completers();
	Ok(judged(RuleId::CompleterIncomeFloor, &version, floor.into(), found.into()))
}
