//! Titles, histories, requests and answers of *check* in tables.

use super::{describe, facts, table};
use crate::{
	chain::Answer,
	input::{dates, scope, shares::show_ppm},
};
use pallet_rights::views::{CheckAnswer, RequestView, TitleView};
use quanqi_title::Entry;
use quanqi_types::MemberId;

/// Names members where names are known.
pub type Names<'a> = &'a dyn Fn(MemberId) -> String;

/// A title: its facts, owners and everything that stands on it.
pub fn title(answer: &Answer<TitleView>, names: Names) -> String {
	let view = &answer.value;
	let body = view.title.body();
	let mut parts = vec![facts([
		("achievement 成果", body.achievement.to_string()),
		("kind 类别", body.kind.to_string()),
		("ledger status 登记状态", describe::words(&body.ledger_status)),
		("official status 官方状态", body.official_status.to_string()),
		(
			"protected until 保护期",
			body.protection_until.map_or(String::new(), |until| dates::show_until(Some(until))),
		),
		("entries 条目", body.entries.to_string()),
		("history hash 历史哈希", hex::encode(view.head.history_hash)),
		("title hash 权属哈希", hex::encode(view.head.title_hash)),
		("as of 截至", format!("{}, block {}", dates::show(view.at), answer.at.number)),
	])];
	let basis = describe::words(&body.owners.basis());
	let owners = body.owners.lines().iter();
	parts.push(table(
		&["owner 权利人", "share 份额", "basis 依据"],
		owners.map(|line| [names(line.member), show_ppm(line.ppm), basis.clone()]),
	));
	let mut section = |rows: Option<String>| parts.extend(rows);
	section(agreed(view, names));
	section(rights(view, names));
	section(encumbrances(view, names));
	if let Some(agreement) = &body.agreement {
		let line = |line: &quanqi_title::AgreementLine| {
			[line.act.to_string(), describe::consent_rule(&line.rule)]
		};
		section(Some(table(&["act 行为", "agreed rule 约定"], agreement.lines.iter().map(line))));
	}
	if !view.requests.is_empty() {
		let list: Vec<_> = view.requests.iter().map(ToString::to_string).collect();
		section(Some(format!(
			"waiting requests 征求同意: {}; see `quanqi rights requests {}`",
			list.join(", "),
			body.achievement
		)));
	}
	parts.join("\n\n")
}

fn agreed(view: &TitleView, names: Names) -> Option<String> {
	let agreed = &view.title.body().agreed_transfers;
	(!agreed.is_empty()).then(|| {
		let row = |transfer: &quanqi_title::AgreedTransfer| {
			[
				transfer.sequence.to_string(),
				names(transfer.from),
				names(transfer.to),
				show_ppm(transfer.ppm),
			]
		};
		let header = ["agreed in entry 约定转让", "from 转让方", "to 受让方", "share 份额"];
		table(&header, agreed.iter().map(row))
	})
}

fn rights(view: &TitleView, names: Names) -> Option<String> {
	let rights = &view.title.body().rights;
	(!rights.is_empty()).then(|| {
		let row = |right: &quanqi_title::UseRight| {
			let terms = &right.terms;
			let holder = |line: &quanqi_types::ShareLine| match terms.holders.len() {
				1 => names(line.member),
				_ => format!("{} {}", names(line.member), show_ppm(line.ppm)),
			};
			let subject: Vec<_> = terms.subject_to.iter().map(ToString::to_string).collect();
			[
				right.sequence.to_string(),
				describe::form(terms.form).to_owned(),
				describe::basis(&terms.basis),
				terms.holders.lines().iter().map(holder).collect::<Vec<_>>().join("\n"),
				scope::show(&terms.scope),
				dates::show_period(&terms.period),
				subject.join(", "),
				if view.live_rights.contains(&right.sequence) { "yes" } else { "no" }.to_owned(),
			]
		};
		let header = [
			"use right 使用权",
			"form 形式",
			"basis 依据",
			"holder 持有人",
			"scope 范围",
			"period 期限",
			"subject to",
			"live 有效",
		];
		table(&header, rights.iter().map(row))
	})
}

fn encumbrances(view: &TitleView, names: Names) -> Option<String> {
	let body = view.title.body();
	let until = dates::show_until;
	let mut rows: Vec<[String; 5]> = Vec::new();
	for pledge in &body.pledges {
		let who = format!("{} to {}", names(pledge.pledgor), names(pledge.pledgee));
		let what = format!("{} of {}", show_ppm(pledge.ppm), describe::target(&pledge.target));
		rows.push([
			pledge.sequence.to_string(),
			"pledge 质押".into(),
			who,
			what,
			pledge.until.map_or(String::new(), |end| until(Some(end))),
		]);
	}
	for hold in &body.holds {
		let who = format!("{}, {}", names(hold.order.authority), hold.order.document);
		rows.push([
			hold.sequence.to_string(),
			"hold 保全".into(),
			who,
			describe::target(&hold.target),
			hold.until.map_or(String::new(), |end| until(Some(end))),
		]);
	}
	for kept in &body.reservations {
		rows.push([
			kept.sequence.to_string(),
			"reservation 预留".into(),
			names(kept.beneficiary),
			scope::show(&kept.scope),
			dates::show_period(&kept.period),
		]);
	}
	if let Some(pool) = &body.pool {
		rows.push([
			pool.sequence.to_string(),
			"pool entry 入池".into(),
			names(pool.terms.by),
			scope::show(&pool.terms.scope),
			dates::show_period(&pool.terms.period),
		]);
	}
	let header = ["entry 条目", "what 种类", "who 当事人", "on 标的", "until 期限"];
	(!rows.is_empty()).then(|| table(&header, rows))
}

/// A history, oldest entry first.
pub fn history(entries: &[Entry], names: Names) -> String {
	let row = |entry: &Entry| {
		let body = entry.body();
		let legal = body.legal_date.map_or(String::new(), |date| {
			format!("\nlegal date {} by {}", dates::show(date.moment), date.attested_by)
		});
		let mandate = body.actor.mandate.map_or(String::new(), |mandate| {
			format!("\nby {} under mandate {}", mandate.agent, mandate.id)
		});
		[
			body.sequence.to_string(),
			format!("{}{legal}", dates::show(body.time)),
			format!("{}{mandate}", names(body.actor.member)),
			describe::act_name(&body.act).to_owned(),
			describe::act(&body.act),
			describe::cause(&body.cause),
			describe::consents(body),
		]
	};
	let header = [
		"entry 条目",
		"time 时间",
		"by 行为人",
		"act 行为",
		"what 内容",
		"cause 依据",
		"consents 同意",
	];
	table(&header, entries.iter().map(row))
}

/// Requests that wait.
pub fn requests(requests: &[RequestView], names: Names) -> String {
	let row = |view: &RequestView| {
		let missing = |missing: &pallet_rights::views::MissingConsent| {
			let deemed = missing
				.deemed_from
				.map_or(String::new(), |from| format!(", deemed from {}", dates::show(from)));
			format!("{} ({}{deemed})", names(missing.member), describe::words(&missing.role))
		};
		[
			view.id.to_string(),
			view.request.achievement.to_string(),
			names(view.request.actor.member),
			format!(
				"{}: {}",
				describe::act_name(&view.request.act),
				describe::act(&view.request.act)
			),
			describe::words(&view.request.state),
			view.missing.iter().map(missing).collect::<Vec<_>>().join("\n"),
			dates::show(view.lapses_at),
		]
	};
	let header = [
		"request 请求",
		"achievement 成果",
		"by 申请人",
		"step 事项",
		"state 状态",
		"waits for 待同意",
		"lapses 失效",
	];
	table(&header, requests.iter().map(row))
}

/// Whether nothing but consents stands between a step and the title: taken, it waits for them.
pub fn waits_for_consents_only(answer: &CheckAnswer) -> bool {
	let waits = answer.refusal.is_none_or(|refusal| refusal.rule == quanqi_title::Rule::T8);
	waits && !answer.missing.is_empty()
}

/// An answer of *check*.
pub fn check(answer: &CheckAnswer, names: Names) -> String {
	const ONCE: &str = "lawful now 合法: once these agree";
	if answer.lawful {
		return "lawful now 合法: yes".to_owned();
	}
	let mut text = match (&answer.refusal, &answer.text) {
		_ if waits_for_consents_only(answer) => ONCE.to_owned(),
		(Some(refusal), _) => {
			format!("lawful now 合法: no\n  {}", crate::chain::refusal::of_law(refusal))
		}
		(None, Some(reason)) => format!("lawful now 合法: no\n  {reason}"),
		(None, None) => ONCE.to_owned(),
	};
	if !answer.missing.is_empty() {
		let missing = |missing: &pallet_rights::views::MissingConsent| {
			[
				names(missing.member),
				describe::words(&missing.role),
				missing.deemed_from.map_or("never".to_owned(), dates::show),
			]
		};
		let header = ["consent of 同意人", "as 身份", "silence counts from 视为同意"];
		text.push('\n');
		text.push_str(&table(&header, answer.missing.iter().map(missing)));
	}
	text
}

#[cfg(test)]
mod tests {
	use super::*;
	use pallet_rights::views::MissingConsent;
	use quanqi_title::{ConsentRole, Reason, Refusal, Rule};

	fn answer(rule: Rule, reason: Reason, missing: usize) -> CheckAnswer {
		let consent =
			MissingConsent { member: MemberId(3), role: ConsentRole::Recipient, deemed_from: None };
		let refusal = Refusal::with(rule, reason, 3);
		let text = Some(refusal.to_string());
		CheckAnswer { lawful: false, refusal: Some(refusal), text, missing: vec![consent; missing] }
	}

	#[test]
	fn step_should_be_lawful_once_others_agree_when_only_consents_are_missing() {
		let names = |member: MemberId| member.to_string();
		let waits = answer(Rule::T8, Reason::AcceptanceMissing, 1);
		assert!(waits_for_consents_only(&waits));
		let text = check(&waits, &names);
		assert!(text.contains("once these agree") && text.contains("recipient"), "{text}");
	}

	#[test]
	fn step_should_be_unlawful_when_a_right_is_in_the_way_that_its_holder_could_waive() {
		let names = |member: MemberId| member.to_string();
		let blocked = answer(Rule::T4, Reason::OrdinaryInTheWay, 1);
		assert!(!waits_for_consents_only(&blocked));
		let text = check(&blocked, &names);
		assert!(text.contains("合法: no") && text.contains("T4"), "{text}");
		assert!(!waits_for_consents_only(&answer(Rule::T8, Reason::ConsentMissing, 0)));
	}
}
