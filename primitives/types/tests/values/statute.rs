//! Names of rules, and which values they can have.

use codec::{Decode, Encode};
use quanqi_types::{statute::UnknownRule, *};
use std::collections::BTreeSet;

fn year(rule: u16, calendar: u16) -> (RuleId, StatuteValue) {
	let calendar = WorkingCalendar::new(calendar, [], []).unwrap();
	(RuleId::WorkingDays(rule), StatuteValue::Calendar(calendar))
}

#[test]
fn rule_name_should_round_trip_for_every_rule() {
	let mut names = BTreeSet::new();
	for rule in RuleId::all().chain([RuleId::WorkingDays(2026)]) {
		let name = rule.to_string();
		assert_eq!(name.parse(), Ok(rule), "{name}");
		assert_eq!(RuleId::decode(&mut rule.encode().as_slice()), Ok(rule));
		assert!(names.insert(name));
	}
	assert_eq!(names.len(), 21 + 8 * 9 + 3 + 8 + 1);
}

#[test]
fn rule_names_should_be_the_stable_ones() {
	let consent = RuleId::Consent(AchievementKind::InventionPatent, ConsentAct::Transfer);
	for (rule, name) in [
		(RuleId::LongTermUseRightMinimum, "long-term-use-right-minimum"),
		(consent, "consent:invention-patent:transfer"),
		(RuleId::WorkingDays(2026), "working-days:2026"),
		(RuleId::PreEmptionPeriod(PreEmption::CoDeveloper), "pre-emption-period:co-developer"),
		(RuleId::ProtectionTerm(AchievementKind::KnowHow), "protection-term:know-how"),
	] {
		assert_eq!(rule.to_string(), name);
		assert_eq!(serde_json::to_string(&rule).unwrap(), format!("\"{name}\""));
	}
}

#[test]
fn rule_name_should_be_refused_when_no_rule_has_it() {
	for name in [
		"",
		"idle",
		"idle-period:1",
		"consent",
		"consent:invention-patent",
		"working-days:02026",
		"working-days:+2026",
		"working-days:x",
		"consent:invention-patent:transfer:x",
		"Idle-Period",
	] {
		assert_eq!(name.parse::<RuleId>(), Err(UnknownRule), "{name}");
	}
}

#[test]
fn every_rule_should_take_one_kind_of_value_only() {
	let calendar = WorkingCalendar::new(2026, [], []).unwrap();
	let values = [
		StatuteValue::Ppm(1),
		StatuteValue::Term(Term::new(1, TermUnit::Day)),
		StatuteValue::Amount(Amount::fen(1)),
		StatuteValue::Consent(ConsentRule::All),
		StatuteValue::Flag(true),
		StatuteValue::Number(1),
		StatuteValue::Codes(vec![1].try_into().unwrap()),
		StatuteValue::Calendar(calendar),
	];
	for rule in RuleId::all().chain([RuleId::WorkingDays(2026)]) {
		assert_eq!(values.iter().filter(|value| value.fits(&rule)).count(), 1, "{rule}");
	}
}

#[test]
fn value_should_not_fit_when_it_is_out_of_range() {
	let day = |number| StatuteValue::Term(Term::new(number, TermUnit::Day));
	let consent = RuleId::Consent(AchievementKind::Software, ConsentAct::Pledge);
	let threshold = |ppm| StatuteValue::Consent(ConsentRule::Threshold(ppm));
	let codes = |codes: &[u16]| StatuteValue::Codes(codes.to_vec().try_into().unwrap());
	for (rule, value, fits) in [
		(RuleId::CompleterIncomeFloor, StatuteValue::Ppm(1_000_000), true),
		(RuleId::CompleterIncomeFloor, StatuteValue::Ppm(1_000_001), false),
		(RuleId::CouncilThreshold, StatuteValue::Ppm(0), false),
		(RuleId::PublicNoticePeriod, day(0), false),
		(RuleId::EnactDelay, day(0), true),
		(RuleId::IncomeFloorBase, StatuteValue::Number(2), false),
		(RuleId::IdleClockStart, StatuteValue::Number(2), true),
		(RuleId::IdleClockStart, StatuteValue::Number(3), false),
		(consent, threshold(1_000_000), true),
		(consent, threshold(0), false),
		(consent, threshold(1_000_001), false),
		(RuleId::LegalBasisCodes, codes(&[]), false),
		(RuleId::LegalBasisCodes, codes(&[2, 1]), false),
		(RuleId::LegalBasisCodes, codes(&[1, 1]), false),
		(RuleId::LegalBasisCodes, codes(&[1, 2]), true),
	] {
		assert_eq!(value.fits(&rule), fits, "{rule} {value:?}");
	}
}

#[test]
fn calendar_should_fit_its_own_year_only() {
	let (rule, calendar) = year(2026, 2026);
	assert!(calendar.fits(&rule));
	let (rule, calendar) = year(2026, 2027);
	assert!(!calendar.fits(&rule));
}

#[test]
fn version_json_should_be_readable() {
	let json = r#"{"effective_from":0,"value":{"term":{"number":10,"unit":"year"}},"force":"binding","status":"in-force","citation":"S1 §10","citation_digest":null}"#;
	let version: StatuteVersion = serde_json::from_str(json).unwrap();
	assert!(version.value.fits(&RuleId::LongTermUseRightMinimum));
	assert_eq!(serde_json::to_string(&version).unwrap(), json);
	for (value, text) in [
		(StatuteValue::Ppm(700_000), r#"{"ppm":700000}"#),
		(StatuteValue::Consent(ConsentRule::Any), r#"{"consent":"any"}"#),
		(StatuteValue::Consent(ConsentRule::Threshold(1)), r#"{"consent":{"threshold":1}}"#),
		(StatuteValue::Flag(true), r#"{"flag":true}"#),
	] {
		assert_eq!(serde_json::to_string(&value).unwrap(), text);
		assert_eq!(serde_json::from_str::<StatuteValue>(text).unwrap(), value);
	}
}
