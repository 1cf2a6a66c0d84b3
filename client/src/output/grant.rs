//! Grants in tables.

use super::{describe, facts, rights::Names, table};
use crate::{
	chain::{refusal, Answer},
	input::{dates, scope, shares::show_ppm},
};
use pallet_grants::{
	runtime_api::{GrantCheck, GrantView},
	types::{
		Content, Effects, Grant, GrantStatus, Holding, IncomePayee, Judged, Length, LineState,
		Record, Terms,
	},
};
use quanqi_title::ConsentRole;
use quanqi_types::{MemberId, RuleId};

const SECONDS_OF_A_DAY: u64 = 86_400;

/// Where a grant stands, with its Chinese name.
pub fn status(status: GrantStatus) -> &'static str {
	match status {
		GrantStatus::Proposed => "proposed 提出",
		GrantStatus::Approved => "approved 批准",
		GrantStatus::Noticed => "noticed 公示",
		GrantStatus::Agreed => "agreed 签约",
		GrantStatus::Effective => "effective 生效",
		GrantStatus::Rejected => "rejected 否决",
		GrantStatus::Withdrawn => "withdrawn 撤回",
		GrantStatus::Rescinded => "rescinded 解除",
	}
}

/// How far a share is.
pub fn line_state(state: LineState) -> String {
	match state {
		LineState::Agreed(entry) => format!("agreed in entry {entry}, waits for the office"),
		LineState::Moved => "moved".to_owned(),
		LineState::Cancelled => "fell away".to_owned(),
		LineState::Returning(entry) => format!("returns by entry {entry}, waits for the office"),
		LineState::Returned => "returned".to_owned(),
	}
}

fn payee(payee: IncomePayee) -> &'static str {
	match payee {
		IncomePayee::Completers => "completers 完成人",
		IncomePayee::Contributors => "contributors 重要贡献人员",
		IncomePayee::Unit => "unit 单位",
		IncomePayee::Department => "department 部门",
		IncomePayee::Fund => "fund 基金",
		IncomePayee::Other => "other 其他",
	}
}

/// What is granted, in one line.
pub fn content(content: &Content) -> String {
	match content {
		Content::Ownership { ppm, holding } => {
			let held = match holding {
				Holding::Each => "held by each",
				Holding::Representative => "held by the representative 代持",
			};
			format!("{} of the ownership 所有权, {held}", show_ppm(*ppm))
		}
		Content::LongTermUse { form, scope, length, subject_to, .. } => {
			let length = match length {
				Length::Committed(terms) => {
					terms.iter().map(describe::term).collect::<Vec<_>>().join(" + ")
				}
				Length::ToEndOfProtection => "to the end of protection".to_owned(),
			};
			let mut text = format!(
				"long-term use right 长期使用权, {}; {}; {length}",
				describe::form(*form),
				scope::show(scope)
			);
			for entry in subject_to {
				text.push_str(&format!("; subject to {entry}"));
			}
			for word in powers(content) {
				text.push_str(&format!("; {word}"));
			}
			text
		}
	}
}

/// What a use right may be used for beyond use.
fn powers(content: &Content) -> Vec<&'static str> {
	let Content::LongTermUse { transferable, sublicensable, sublicences_survive, .. } = content
	else {
		return Vec::new();
	};
	let all = [
		(*transferable, "transferable 可转让"),
		(*sublicensable, "sublicensable 可分许可"),
		(*sublicences_survive, "sublicences survive"),
	];
	all.into_iter().filter(|(is, _)| *is).map(|(_, word)| word).collect()
}

/// What a statute says of a grant, in one line.
pub fn judged(judged: &Judged) -> String {
	let number = |number: u64| match judged.rule {
		RuleId::LongTermUseRightMinimum => format!("{} days", number / SECONDS_OF_A_DAY),
		RuleId::CompleterIncomeFloor => show_ppm(number.try_into().unwrap_or(u32::MAX)),
		_ => number.to_string(),
	};
	let force = if judged.binding { "binding 应当" } else { "encouraged 鼓励" };
	let met = if judged.is_met() { "met" } else { "not met" };
	format!(
		"{}: requires {}, has {} ({force}, {met})",
		judged.rule,
		number(judged.required),
		number(judged.found)
	)
}

fn moment(moment: Option<quanqi_types::Moment>) -> String {
	moment.map_or(String::new(), dates::show)
}

/// A grant: its facts, team, income split, and what it did.
pub fn show(answer: &Answer<GrantView>, names: Names) -> String {
	let view = &answer.value;
	let Record::V1(grant) = &view.record;
	let mut parts = vec![main_facts(view, grant, names), team(view, &grant.terms, names)];
	parts.push(table(
		&["income of 收益归属", "part 比例"],
		grant.terms.income.iter().map(|line| [payee(line.payee).to_owned(), show_ppm(line.ppm)]),
	));
	let lines = grant.lines();
	if !lines.is_empty() {
		let row = |line: &pallet_grants::types::Line| {
			[names(line.member), show_ppm(line.ppm), line_state(line.state)]
		};
		parts.push(table(&["share to 受让人", "part 份额", "state 状态"], lines.iter().map(row)));
	}
	if !grant.judged.is_empty() {
		parts.push(grant.judged.iter().map(judged).collect::<Vec<_>>().join("\n"));
	}
	parts.extend(missing(&view.missing, names));
	if !view.rescinding.is_empty() {
		let list: Vec<_> = view.rescinding.iter().map(|member| names(*member)).collect();
		parts.push(format!("declared to rescind 声明解除: {}", list.join(", ")));
	}
	parts.join("\n\n")
}

fn main_facts(view: &GrantView, grant: &Grant, names: Names) -> String {
	let terms = &grant.terms;
	let notice = match (grant.notice, grant.notice_closed) {
		(None, _) => String::new(),
		(Some(notice), None) => format!("{notice}, open"),
		(Some(notice), Some(closed)) => format!("{notice}, closed {}", dates::show(closed)),
	};
	let right = match &grant.effects {
		Effects::Use { right, period, ended } => format!(
			"{right}, {}{}",
			dates::show_period(period),
			ended.map_or(String::new(), |at| format!(", ended {}", dates::show(at)))
		),
		Effects::None | Effects::Shares(_) => String::new(),
	};
	facts([
		("grant 赋权", view.id.to_string()),
		("status 状态", status(grant.status).to_owned()),
		("achievement 成果", terms.achievement.to_string()),
		("unit 单位", names(grant.unit)),
		("version 版本", grant.version.to_string()),
		("what 内容", content(&terms.content)),
		("representative 代表", terms.representative.map_or(String::new(), names)),
		("legal basis 依据", terms.legal_basis.to_string()),
		("agreement 共有协议", terms.agreement.to_string()),
		("approvals 审批", format!("{} of {}", view.approvals, grant.approvals_needed)),
		("proposed 提出", dates::show(grant.proposed)),
		("notice 公示", notice),
		("agreed 签约", moment(grant.agreed)),
		("effective 生效", moment(grant.effective)),
		("use right 使用权", right),
		("ended 终结", grant.ended.as_ref().map_or(String::new(), |(at, _)| dates::show(*at))),
	])
}

fn team(view: &GrantView, terms: &Terms, names: Names) -> String {
	let row = |line: &quanqi_types::ShareLine| {
		let accepted = if view.accepted.contains(&line.member) { "yes" } else { "no" };
		[names(line.member), show_ppm(line.ppm), accepted.to_owned()]
	};
	let header = ["completer 完成人", "inner share 内部份额", "accepted 接受"];
	table(&header, terms.team.lines().iter().map(row))
}

/// Whose consent the title needs.
fn missing(missing: &[(MemberId, ConsentRole)], names: Names) -> Option<String> {
	(!missing.is_empty()).then(|| {
		let row =
			|(member, role): &(MemberId, ConsentRole)| [names(*member), describe::words(role)];
		table(&["consent of 待同意", "as 身份"], missing.iter().map(row))
	})
}

/// Grants, one line each.
pub fn list(grants: &[GrantView], names: Names) -> String {
	let row = |view: &GrantView| {
		let Record::V1(grant) = &view.record;
		[
			view.id.to_string(),
			grant.terms.achievement.to_string(),
			names(grant.unit),
			status(grant.status).to_owned(),
			content(&grant.terms.content),
			dates::show(grant.proposed),
		]
	};
	let header = [
		"grant 赋权",
		"achievement 成果",
		"unit 单位",
		"status 状态",
		"what 内容",
		"proposed 提出",
	];
	table(&header, grants.iter().map(row))
}

/// An answer of *check*.
pub fn check(answer: &GrantCheck, names: Names) -> String {
	let mut parts = vec![match (answer.lawful, &answer.refusal, &answer.error) {
		(true, _, _) => "lawful now 合法: yes".to_owned(),
		(false, Some(refused), _) => {
			format!("lawful now 合法: no\n  {}", refusal::of_law(refused))
		}
		(false, None, Some(name)) => {
			format!("lawful now 合法: no\n  {}", refusal::of_grant_error(name))
		}
		(false, None, None) => "lawful now 合法: no".to_owned(),
	}];
	if !answer.judged.is_empty() {
		parts.push(answer.judged.iter().map(judged).collect::<Vec<_>>().join("\n"));
	}
	parts.extend(missing(&answer.missing, names));
	parts.join("\n")
}

#[cfg(test)]
mod tests {
	use super::*;
	use quanqi_types::{Moment, Scope, Term, TermUnit, UseForm};

	#[test]
	fn content_should_name_the_committed_terms_and_powers() {
		let years = |number| Term { number, unit: TermUnit::Year };
		let text = content(&Content::LongTermUse {
			form: UseForm::Exclusive,
			scope: Scope::everything(),
			length: Length::Committed(vec![years(5), years(5)].try_into().unwrap()),
			transferable: false,
			sublicensable: true,
			sublicences_survive: false,
			subject_to: vec![3].try_into().unwrap(),
		});
		for words in ["exclusive 独占", "5 years + 5 years", "subject to 3", "sublicensable"] {
			assert!(text.contains(words), "{text}");
		}
		assert!(!text.contains("transferable 可转让"), "{text}");
	}

	#[test]
	fn judged_should_show_numbers_in_the_unit_of_the_rule() {
		let judged_by = |rule, required, found| {
			judged(&Judged { rule, effective_from: Moment(0), binding: true, required, found })
		};
		let text = judged_by(RuleId::CompleterIncomeFloor, 700_000, 650_000);
		assert!(text.contains("requires 70 %, has 65 %") && text.contains("not met"), "{text}");
		let text = judged_by(RuleId::LongTermUseRightMinimum, 864_000, 1_728_000);
		assert!(text.contains("requires 10 days, has 20 days"), "{text}");
	}

	#[test]
	fn check_should_tell_the_rule_when_terms_are_not_lawful() {
		let answer = GrantCheck {
			lawful: false,
			error: Some("G2Excluded".into()),
			judged: Vec::new(),
			refusal: None,
			missing: vec![(MemberId(4), ConsentRole::CoOwner)],
		};
		let text = check(&answer, &|member| format!("member {member}"));
		for words in ["no", "exclusion class", "G2Excluded", "member 4", "co-owner"] {
			assert!(text.contains(words), "{text}");
		}
	}
}
