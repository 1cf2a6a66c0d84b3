//! Public notices and objections in tables.

use super::{describe, facts, rights::Names, table};
use crate::{
	chain::{refusal, Answer},
	input::dates,
};
use pallet_notices::{
	runtime_api::{NoticeAnswer, NoticeView, ObjectionView},
	types::{Notice, ObjectionRecord, Record, Ruling, StatutoryTerm},
};
use quanqi_traits::{NoticeOutcome, NoticeSubject};

/// The record of a view.
pub fn notice(view: &NoticeView) -> &Notice {
	let Record::V1(notice) = &view.record;
	notice
}

/// What a notice makes public.
pub fn subject(subject: &NoticeSubject) -> String {
	match subject {
		NoticeSubject::Grant(grant) => format!("grant 赋权 {grant}"),
		NoticeSubject::Price { achievement, .. } => {
			format!("price 定价 of achievement {achievement}")
		}
	}
}

fn state(view: &NoticeView) -> String {
	let outcome = |outcome| match outcome {
		NoticeOutcome::Closed => "closed 期满无异议",
		NoticeOutcome::Withdrawn => "withdrawn 撤回",
		NoticeOutcome::Upheld => "objection upheld 异议成立",
	};
	match (notice(view).outcome, view.suspended) {
		(Some((at, how)), _) => format!("{} {}", outcome(how), dates::show(at)),
		(None, true) => "open, suspended by an objection 异议处理中".to_owned(),
		(None, false) => "open 公示中".to_owned(),
	}
}

fn term(term: &StatutoryTerm) -> String {
	let calendar = if term.calendar_missing { ", counted without a working calendar" } else { "" };
	format!("{} until {}{calendar}", describe::term(&term.term), dates::show_until(Some(term.end)))
}

/// A notice.
pub fn show(answer: &Answer<NoticeView>, names: Names) -> String {
	let view = &answer.value;
	let notice = notice(view);
	let parties: Vec<_> = notice.parties.iter().map(|member| names(*member)).collect();
	let terms = match &notice.subject {
		NoticeSubject::Grant(_) => String::new(),
		NoticeSubject::Price { terms, .. } => terms.to_string(),
	};
	facts([
		("notice 公示", view.id.to_string()),
		("state 状态", state(view)),
		("of 事项", subject(&notice.subject)),
		("terms 条件", terms),
		("by 公示人", names(notice.by)),
		("parties 当事人", parties.join(", ")),
		("text 公示文本", notice.document.to_string()),
		("opened 起始", dates::show(notice.opened)),
		("window 公示期", term(&notice.window)),
		("closes 可结束", view.closes_at.map_or(String::new(), dates::show)),
		("objections 异议", format!("{}, {} undecided 未决", notice.objections, notice.undecided)),
	])
}

/// Notices, one line each.
pub fn list(notices: &[NoticeView], names: Names) -> String {
	let row = |view: &NoticeView| {
		let notice = notice(view);
		[
			view.id.to_string(),
			subject(&notice.subject),
			names(notice.by),
			state(view),
			dates::show_until(Some(notice.window.end)),
			format!("{} / {}", notice.objections, notice.undecided),
		]
	};
	let header = [
		"notice 公示",
		"of 事项",
		"by 公示人",
		"state 状态",
		"window until 公示期至",
		"objections / undecided 异议/未决",
	];
	table(&header, notices.iter().map(row))
}

/// Objections to a notice.
pub fn objections(objections: &[ObjectionView], names: Names) -> String {
	let row = |view: &ObjectionView| {
		let ObjectionRecord::V1(objection) = &view.record;
		let decision = match (&objection.decision, view.overdue) {
			(Some(decision), _) => {
				let ruling = match decision.ruling {
					Ruling::Dismissed => "dismissed 不成立",
					Ruling::Upheld => "upheld 成立",
				};
				let late = if decision.late { ", late 逾期" } else { "" };
				format!(
					"{ruling} by {} {} ({}{late})",
					names(decision.by),
					dates::show(decision.at),
					decision.document
				)
			}
			(None, true) => "undecided and overdue 逾期未决".to_owned(),
			(None, false) => "undecided 未决".to_owned(),
		};
		[
			view.number.to_string(),
			names(objection.by),
			dates::show(objection.raised),
			objection.evidence.to_string(),
			term(&objection.deadline),
			decision,
		]
	};
	let header = [
		"objection 异议",
		"by 异议人",
		"raised 提出",
		"evidence 证据",
		"deadline 处理期限",
		"decision 处理",
	];
	table(&header, objections.iter().map(row))
}

/// An answer of *check*.
pub fn check(answer: &NoticeAnswer) -> String {
	match (answer.lawful, &answer.error) {
		(true, _) => "lawful now 合法: yes".to_owned(),
		(false, Some(name)) => {
			format!("lawful now 合法: no\n  {}", refusal::of_notice_error(name))
		}
		(false, None) => "lawful now 合法: no".to_owned(),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use quanqi_types::{Digest, GrantId, MemberId, Moment, NoticeId, Term, TermUnit};

	fn view(undecided: u32) -> NoticeView {
		let opened = Moment(1_795_000_000_000);
		let term = Term { number: 15, unit: TermUnit::Day };
		let end = Moment(opened.0 + 15 * 86_400_000);
		let effective_from = Moment(0);
		NoticeView {
			id: NoticeId(3),
			record: Record::V1(Notice {
				by: MemberId(1),
				subject: NoticeSubject::Grant(GrantId(4)),
				parties: Default::default(),
				document: Digest::Sm3([1; 32]),
				opened,
				window: StatutoryTerm { term, effective_from, end, calendar_missing: false },
				objections: 2,
				undecided,
				last_decision: None,
				outcome: None,
			}),
			closes_at: None,
			suspended: undecided > 0,
		}
	}

	#[test]
	fn notice_should_be_shown_as_suspended_when_an_objection_is_undecided() {
		let names = |member: MemberId| format!("member {member}");
		let at = crate::chain::At { number: 1, hash: Default::default() };
		let text = show(&Answer { at, value: view(1) }, &names);
		for words in ["grant 赋权 4", "suspended", "15 days until", "2, 1 undecided", "member 1"]
		{
			assert!(text.contains(words), "{text}");
		}
		assert!(list(&[view(0)], &names).contains("open 公示中"));
	}

	#[test]
	fn check_should_tell_the_rule_when_a_step_is_not_lawful() {
		let answer = NoticeAnswer { lawful: false, error: Some("NotGiver".into()) };
		let text = check(&answer);
		assert!(text.contains("N9") && text.contains("Notices.NotGiver"), "{text}");
		assert!(check(&NoticeAnswer { lawful: true, error: None }).contains("yes"));
	}
}
