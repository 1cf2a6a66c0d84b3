//! The first values, each with the law or policy it comes from.
//!
//! A `?` in a citation means that the point was not checked against the official text. Where no law
//! or policy gives a number, the version says so and is a local default of the consortium. Versions
//! begin at the Unix epoch, so that a record of any date has a value, unless the law before is known
//! to have said something else.

use alloc::vec::Vec;
use quanqi_types::{
	AchievementKind::{self, *},
	Amount, ConsentAct, ConsentRule, Date, Force, Moment, PreEmption, RuleId, StatuteStatus,
	StatuteValue, StatuteVersion, Term, TermUnit, Text,
};

use Force::{Binding, Encouraged};
use StatuteStatus::{Draft, InForce, LocalDefault};

/// How many versions [`first_versions`] gives: single rules, and a consent for every kind and act.
pub const FIRST_VERSIONS: usize = 31 + 8 * 9;

/// The rules a title's co-owners consent to, in the order of their codes.
pub const CONSENT_ACTS: [ConsentAct; 9] = [
	ConsentAct::OwnUse,
	ConsentAct::OrdinaryLicence,
	ConsentAct::SoleLicence,
	ConsentAct::ExclusiveLicence,
	ConsentAct::PoolEntry,
	ConsentAct::Transfer,
	ConsentAct::Pledge,
	ConsentAct::Grant,
	ConsentAct::Retire,
];

const BEGINNING: Moment = Moment(0);

/// What a network starts with when its consortium file does not say otherwise.
pub fn first_versions() -> Vec<(RuleId, StatuteVersion)> {
	[grants_and_income(), trials(), procedures(), governance(), titles(), consents()]
		.into_iter()
		.flatten()
		.collect()
}

/// A line of the list; nothing where the citation is too long, which a test would find.
fn line(
	rule: RuleId,
	effective_from: Moment,
	value: StatuteValue,
	(force, status): (Force, StatuteStatus),
	citation: &str,
) -> Option<(RuleId, StatuteVersion)> {
	let citation = Text::new(citation).ok()?;
	let version =
		StatuteVersion { effective_from, value, force, status, citation, citation_digest: None };
	Some((rule, version))
}

fn term(number: u32, unit: TermUnit) -> StatuteValue {
	StatuteValue::Term(Term { number, unit })
}

fn day(year: u16, month: u8, day: u8) -> Moment {
	Date::from_calendar(year, month, day).map_or(BEGINNING, Date::start)
}

fn grants_and_income() -> Vec<(RuleId, StatuteVersion)> {
	let codes = (1..=6u16).collect::<Vec<_>>();
	let codes = StatuteValue::Codes(codes.try_into().unwrap_or_default());
	[
		line(
			RuleId::LongTermUseRightMinimum,
			BEGINNING,
			term(10, TermUnit::Year),
			(Binding, InForce),
			"浙江省推进技术要素市场化配置改革行动方案 第10条：不低于10年的长期使用权",
		),
		line(
			RuleId::CompleterIncomeFloor,
			BEGINNING,
			StatuteValue::Ppm(700_000),
			(Binding, InForce),
			"浙江省推进技术要素市场化配置改革行动方案 第8条：不低于70%；全国下限50%，促进科技成果转化法（2015）第45条",
		),
		line(
			RuleId::IncomeFloorBase,
			BEGINNING,
			StatuteValue::Number(0),
			(Binding, LocalDefault),
			"0 net, 1 gross. 促进科技成果转化法（2015）第45条 speaks of net income (净收入), the provincial plan of total income; net until the consortium decides (?)",
		),
		line(
			RuleId::CountedReceipts,
			BEGINNING,
			StatuteValue::Number(0),
			(Binding, LocalDefault),
			"0 the unit's receipts only, 1 every owner's. No text says; local default",
		),
		line(
			RuleId::LegalBasisCodes,
			BEGINNING,
			codes,
			(Binding, LocalDefault),
			"1 浙江省推进技术要素市场化配置改革行动方案 第10条; 2 浙科发成〔2019〕114号 第1条; 3 国科发区〔2020〕128号; 4 科学技术进步法（2021）第33条 (?); 5 专利法（2020）第15条 产权激励 (?); 6 the unit's own rules under one of these",
		),
	]
	.into_iter()
	.flatten()
	.collect()
}

fn trials() -> Vec<(RuleId, StatuteVersion)> {
	const PLAN: &str = "科技成果“先用后转”全面推广实施方案（征求意见稿）";
	let cite = |part: &str| alloc::format!("{PLAN}{part}");
	[
		line(
			RuleId::IdlePeriod,
			BEGINNING,
			term(3, TermUnit::Year),
			(Encouraged, Draft),
			&cite("三（一）：三年未转化，原则上入池"),
		),
		line(
			RuleId::IdleClockStart,
			BEGINNING,
			StatuteValue::Number(0),
			(Binding, LocalDefault),
			&cite("三（一） does not say when the three years start; local default: 0 completion (1 grant, 2 registration)"),
		),
		line(
			RuleId::VoucherShare,
			BEGINNING,
			StatuteValue::Ppm(800_000),
			(Encouraged, Draft),
			&cite("三（三）：创新券抵用保费不低于80%"),
		),
		line(
			RuleId::FacilitationFee,
			BEGINNING,
			StatuteValue::Ppm(50_000),
			(Encouraged, Draft),
			&cite("三（四）：促成服务费不低于合作金额5%"),
		),
		line(
			RuleId::TrialMaximum,
			BEGINNING,
			term(24, TermUnit::Month),
			(Binding, LocalDefault),
			&cite("二（二） leaves the length to the parties; local default: at most 24 months, extendable"),
		),
		line(
			RuleId::TrialDeclarationPeriod,
			BEGINNING,
			term(30, TermUnit::Day),
			(Binding, LocalDefault),
			"No text gives a time to declare after a trial; local default",
		),
	]
	.into_iter()
	.flatten()
	.collect()
}

fn procedures() -> Vec<(RuleId, StatuteVersion)> {
	const MEASURES: &str = "技术合同认定登记管理办法（2024年12月征求意见稿）";
	let cite =
		|part: &str| alloc::format!("{MEASURES}{part}; final text of January 2026 not checked (?)");
	[
		line(
			RuleId::PublicNoticePeriod,
			BEGINNING,
			term(15, TermUnit::Day),
			(Binding, InForce),
			"实施《促进科技成果转化法》若干规定，国发〔2016〕16号：公示不少于15日 (?)",
		),
		line(
			RuleId::ObjectionDecisionPeriod,
			BEGINNING,
			term(30, TermUnit::Day),
			(Binding, LocalDefault),
			"No text gives a time to decide an objection; local default",
		),
		line(
			RuleId::ContractDecisionPeriod,
			BEGINNING,
			term(15, TermUnit::WorkingDay),
			(Binding, LocalDefault),
			&cite("：15个工作日"),
		),
		line(
			RuleId::LargeContractDecisionPeriod,
			BEGINNING,
			term(30, TermUnit::WorkingDay),
			(Binding, LocalDefault),
			&cite("：重大或有争议的，30个工作日"),
		),
		line(
			RuleId::LargeContractAmount,
			BEGINNING,
			StatuteValue::Amount(Amount::fen(500_000_000)),
			(Binding, LocalDefault),
			&cite("：技术交易额500万元以上"),
		),
	]
	.into_iter()
	.flatten()
	.collect()
}

fn governance() -> Vec<(RuleId, StatuteVersion)> {
	let own = (Binding, LocalDefault);
	const CHARTER: &str = "Charter of the consortium; local default";
	[
		// Two thirds, rounded up: the floor would let less than two thirds pass.
		line(RuleId::CouncilThreshold, BEGINNING, StatuteValue::Ppm(666_667), own, CHARTER),
		line(RuleId::EnactThreshold, BEGINNING, StatuteValue::Ppm(750_000), own, CHARTER),
		line(RuleId::EnactDelay, BEGINNING, term(3, TermUnit::Day), own, CHARTER),
		line(RuleId::SponsorQuota, BEGINNING, StatuteValue::Number(5_000), own, CHARTER),
	]
	.into_iter()
	.flatten()
	.collect()
}

fn titles() -> Vec<(RuleId, StatuteVersion)> {
	let law = (Binding, InForce);
	let own = (Binding, LocalDefault);
	let protection = RuleId::ProtectionTerm;
	let years = |number| term(number, TermUnit::Year);
	let month = || term(30, TermUnit::Day);
	const SILENCE: &str = "; the Code gives no time for silence; local default";
	let pre_emption = |who, article: &str| {
		let citation = alloc::format!("民法典{article}：同等条件下优先受让{SILENCE}");
		line(RuleId::PreEmptionPeriod(who), BEGINNING, month(), own, &citation)
	};
	[
		line(
			RuleId::OrdinaryBesideSole,
			BEGINNING,
			StatuteValue::Flag(true),
			law,
			"最高人民法院关于审理技术合同纠纷案件适用法律若干问题的解释 第27条：不具备独立实施条件的排他许可人，以一个普通许可实施，可视为自己实施 (?)",
		),
		pre_emption(PreEmption::Completer, "第847条"),
		pre_emption(PreEmption::Commissioner, "第859条"),
		pre_emption(PreEmption::CoDeveloper, "第860条"),
		line(protection(InventionPatent), BEGINNING, years(20), law, "专利法（2020）第42条：二十年，自申请日起计算"),
		line(protection(UtilityModel), BEGINNING, years(10), law, "专利法（2020）第42条：十年，自申请日起计算"),
		line(
			protection(Design),
			BEGINNING,
			years(10),
			law,
			"专利法（2008）第42条：十年；申请日在2021年6月1日以前的",
		),
		line(
			protection(Design),
			day(2021, 6, 1),
			years(15),
			law,
			"专利法（2020）第42条：十五年，自申请日起计算；申请日在2021年6月1日以后的",
		),
		line(
			protection(Layout),
			BEGINNING,
			years(10),
			law,
			"集成电路布图设计保护条例 第12条：十年，自登记申请之日或首次商业利用之日，以较前者为准；an earlier first use is stated by who attests the end",
		),
		line(
			protection(PlantVariety),
			BEGINNING,
			years(15),
			law,
			"植物新品种保护条例（2013）第34条：自授权之日起十五年；藤本、林木、果树和观赏树木二十年，attested as such (?)",
		),
		line(
			protection(PlantVariety),
			day(2025, 6, 1),
			years(20),
			law,
			"植物新品种保护条例（2025）：自授权之日起二十年；木本、藤本二十五年，attested as such (?)",
		),
	]
	.into_iter()
	.flatten()
	.collect()
}

/// Where the consents for a kind of right come from.
fn consent_source(kind: AchievementKind) -> (StatuteStatus, &'static str) {
	match kind {
		InventionPatent | UtilityModel | Design | PatentApplication => (
			InForce,
			"专利法（2020）第14条：共有人可以单独实施或者以普通许可方式许可他人，使用费在共有人之间分配；其他应当取得全体共有人的同意",
		),
		Software => (
			InForce,
			"计算机软件保护条例 第10条：不能协商一致又无正当理由的，任何一方不得阻止他方行使除转让权以外的权利；专有许可、出质须全体同意，著作权法（2020）第14条；a sole licence is read as exclusive (?)",
		),
		KnowHow => (
			InForce,
			"民法典 第861条：当事人均有使用和转让的权利；技术合同司法解释：自己使用、普通许可可单独进行，让与、独占或者排他许可须全体同意 (?)",
		),
		Layout => (
			LocalDefault,
			"集成电路布图设计保护条例 第10条 gives joint ownership and no rule for its exercise; local default by analogy with 专利法第14条 (?)",
		),
		PlantVariety => (
			LocalDefault,
			"植物新品种权司法解释（二）法释〔2021〕14号：共有人可以单独实施或者以普通许可方式许可他人实施; article and later rules not checked; local default (?)",
		),
	}
}

/// T8: any one co-owner for its own use, an ordinary licence and a pool entry, which offers ordinary
/// licences; all co-owners for everything else.
fn consents() -> Vec<(RuleId, StatuteVersion)> {
	AchievementKind::ALL
		.iter()
		.flat_map(|kind| CONSENT_ACTS.map(|act| (*kind, act)))
		.filter_map(|(kind, act)| {
			let (status, citation) = consent_source(kind);
			let rule = match act {
				ConsentAct::OwnUse | ConsentAct::OrdinaryLicence | ConsentAct::PoolEntry => {
					ConsentRule::Any
				}
				_ => ConsentRule::All,
			};
			let value = StatuteValue::Consent(rule);
			line(RuleId::Consent(kind, act), BEGINNING, value, (Binding, status), citation)
		})
		.collect()
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::rules;

	fn value_at(rule: RuleId, at: Moment) -> Option<StatuteValue> {
		let versions: Vec<_> = first_versions()
			.into_iter()
			.filter(|(found, _)| *found == rule)
			.map(|(_, version)| version)
			.collect();
		rules::governing(&versions, at).map(|version| version.value.clone())
	}

	#[test]
	fn first_versions_should_all_be_there_and_fit_their_rules() {
		let first = first_versions();
		assert_eq!(first.len(), FIRST_VERSIONS);
		for (rule, version) in first {
			assert_eq!(rules::check_version(rule, &version, false), Ok(()), "{rule:?}");
		}
	}

	#[test]
	fn first_versions_should_be_the_numbers_of_the_policy() {
		let at = day(2026, 1, 1);
		let expected = [
			(RuleId::LongTermUseRightMinimum, term(10, TermUnit::Year)),
			(RuleId::CompleterIncomeFloor, StatuteValue::Ppm(700_000)),
			(RuleId::IdlePeriod, term(3, TermUnit::Year)),
			(RuleId::VoucherShare, StatuteValue::Ppm(800_000)),
			(RuleId::FacilitationFee, StatuteValue::Ppm(50_000)),
			(RuleId::PublicNoticePeriod, term(15, TermUnit::Day)),
			(RuleId::ObjectionDecisionPeriod, term(30, TermUnit::Day)),
			(RuleId::TrialMaximum, term(24, TermUnit::Month)),
			(RuleId::ContractDecisionPeriod, term(15, TermUnit::WorkingDay)),
			(RuleId::LargeContractDecisionPeriod, term(30, TermUnit::WorkingDay)),
		];
		for (rule, value) in expected {
			assert_eq!(value_at(rule, at), Some(value), "{rule:?}");
		}
	}

	#[test]
	fn first_versions_should_bind_or_encourage_as_the_policy_does() {
		for (rule, version) in first_versions() {
			let encouraged =
				matches!(rule, RuleId::IdlePeriod | RuleId::VoucherShare | RuleId::FacilitationFee);
			assert_eq!(version.force == Encouraged, encouraged, "{rule:?}");
		}
	}

	/// T8.
	#[test]
	fn consents_should_be_by_any_one_co_owner_when_used_or_licensed_to_many_and_by_all_otherwise() {
		for kind in AchievementKind::ALL {
			for act in CONSENT_ACTS {
				let alone = matches!(
					act,
					ConsentAct::OwnUse | ConsentAct::OrdinaryLicence | ConsentAct::PoolEntry
				);
				let expected = if alone { ConsentRule::Any } else { ConsentRule::All };
				assert_eq!(
					value_at(RuleId::Consent(*kind, act), BEGINNING),
					Some(StatuteValue::Consent(expected)),
				);
			}
		}
	}

	#[test]
	fn design_should_be_protected_fifteen_years_when_filed_under_the_law_of_2020() {
		let rule = RuleId::ProtectionTerm(Design);
		let last_old_day = Moment(day(2021, 6, 1).0 - 1);
		assert_eq!(value_at(rule, last_old_day), Some(term(10, TermUnit::Year)));
		assert_eq!(value_at(rule, day(2021, 6, 1)), Some(term(15, TermUnit::Year)));
	}

	#[test]
	fn software_and_know_how_should_have_no_end_of_protection() {
		for kind in [Software, KnowHow, PatentApplication] {
			assert_eq!(value_at(RuleId::ProtectionTerm(kind), day(2026, 1, 1)), None);
		}
	}
}
