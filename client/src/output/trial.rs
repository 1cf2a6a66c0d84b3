//! Trials, pool entries and the idle list in tables.

use super::{describe, facts, rights::Names, table};
use crate::{
	chain::Answer,
	input::{dates, scope, shares::show_ppm},
};
use pallet_trials::{
	views::{EntryView, IdlePage, TrialView},
	BrokersFee, Contender, ConversionTerms, EntryReason, EntryTerms, Flag, Flags, IdleItem, Policy,
	Proposal, ServiceRecord, TieRule, TrialState,
};

/// The state of a trial, with its Chinese name.
pub fn state(state: TrialState) -> &'static str {
	match state {
		TrialState::Requested => "requested 申请",
		TrialState::Refused => "refused 不予同意",
		TrialState::Withdrawn => "withdrawn 撤回",
		TrialState::Accepted => "accepted 内控通过",
		TrialState::Running => "running 试用中",
		TrialState::ConvertDeclared => "to convert 拟转化",
		TrialState::Converted => "converted 已转化",
		TrialState::StopDeclared => "stopped 停止试用",
		TrialState::Closed => "closed 已结束",
		TrialState::EndedUndeclared => "ended undeclared 逾期未声明",
		TrialState::Terminated => "terminated 裁决终止",
		TrialState::Lapsed => "lapsed 申请失效",
	}
}

/// What was found wanting.
pub fn flag(flag: &Flag) -> String {
	match flag {
		Flag::LongerThanStatute { required, found } => {
			format!("{found} days, the statute says {required}")
		}
		Flag::VoucherBelow { required, found } => {
			format!("voucher bears {}, the statute says {}", show_ppm(*found), show_ppm(*required))
		}
		Flag::FeeBelow { required, found } => {
			format!("fee of {}, the statute says {}", show_ppm(*found), show_ppm(*required))
		}
		Flag::FeeNotJudged => "fee could not be judged".to_owned(),
		Flag::EndedUndeclared => "the user declared nothing".to_owned(),
		Flag::CalendarMissing => "counted without a working calendar".to_owned(),
	}
}

fn flags(list: &Flags) -> String {
	list.iter().map(flag).collect::<Vec<_>>().join("\n")
}

fn fee(fee: &BrokersFee) -> String {
	match fee {
		BrokersFee::Part(ppm) => format!("{} of the price", show_ppm(*ppm)),
		BrokersFee::Amount(amount) => amount.to_string(),
	}
}

fn conversion(terms: &ConversionTerms) -> String {
	match terms {
		ConversionTerms::Fixed(price) => format!("fixed 固定 {price}"),
		ConversionTerms::Formula(formula) => format!("by formula 公式 {formula}"),
		ConversionTerms::Cap(price) => format!("at most 不高于 {price}"),
		ConversionTerms::ToBeAgreed => "to be agreed 另行协商".to_owned(),
	}
}

fn tie(rule: TieRule) -> &'static str {
	match rule {
		TieRule::FirstDeclared => "first declared 先声明",
		TieRule::HighestOffer => "highest offer 出价高",
		TieRule::HolderChooses => "holder chooses 权利人择优",
	}
}

fn reason(reason: EntryReason) -> &'static str {
	match reason {
		EntryReason::Voluntary => "voluntary 自愿",
		EntryReason::Idle => "idle 三年未转化",
		EntryReason::MarketWide => "market-wide 市场全部成果",
	}
}

/// A trial: its facts, its policy and whose consent is missing.
pub fn trial(answer: &Answer<TrialView>, names: Names) -> String {
	let (view, trial) = (&answer.value, &answer.value.trial);
	let run =
		|text: fn(&pallet_trials::Run) -> String| trial.run.as_ref().map_or(String::new(), text);
	let mut parts = vec![facts([
		("trial 试用", view.id.to_string()),
		("achievement 成果", trial.achievement.to_string()),
		("pool entry 入池条目", trial.entry.to_string()),
		("user 试用方", names(view.user)),
		("state 状态", state(trial.state).to_owned()),
		("since 起", dates::show(trial.since)),
		("requested 申请", dates::show(trial.requested)),
		(
			"broker 技术经纪",
			trial.broker.map_or(String::new(), |broker| {
				format!("{}, {}", names(broker.broker), fee(&broker.fee))
			}),
		),
		("use right 使用权", run(|run| run.right.to_string())),
		("live 有效", if view.is_live { "yes" } else { "no" }.to_owned()),
		(
			"days 期限",
			run(|run| {
				format!("{} – {}", dates::show(run.started), dates::show_until(Some(run.until)))
			}),
		),
		("to declare before 声明期限", run(|run| dates::show(run.declare_by))),
		(
			"more time asked 申请延期",
			trial.extension.map_or(String::new(), |extension| describe::term(&extension.more)),
		),
		("next due 到期", trial.due.map_or(String::new(), dates::show)),
		("services 服务", trial.services.to_string()),
		("flags 提示", flags(&trial.flags)),
		("as of 截至", format!("block {}", answer.at.number)),
	])];
	parts.extend(trial.policy.as_ref().map(|found| policy(found, names)));
	if let Some(converted) = &trial.converted {
		let line = converted.fee.map_or(String::new(), |line| {
			let amount = line.amount.map_or("not known".to_owned(), |amount| amount.to_string());
			format!("{}: {}, {amount}", names(line.broker), fee(&line.fee))
		});
		parts.push(facts([
			("contract 合同", converted.contract.to_string()),
			("price 价款", converted.price.map_or("sealed or open".to_owned(), |p| p.to_string())),
			("broker's fee 佣金", line),
		]));
	}
	if !view.missing.is_empty() {
		let rows =
			view.missing.iter().map(|(member, role)| [names(*member), describe::words(role)]);
		parts.push(table(&["consent of 待同意", "as 身份"], rows));
	}
	parts.join("\n\n")
}

fn policy(policy: &Policy, names: Names) -> String {
	facts([
		("policy 保单", policy.number.to_string()),
		("insurer 保险人", names(policy.insurer)),
		("premium 保费", policy.premium.to_string()),
		("voucher 创新券", policy.voucher.to_string()),
		(
			"redeemed 兑付",
			policy.redeemed.map_or("no".to_owned(), |(_, attester, at)| {
				format!("{}, attested by {}", dates::show(at), names(attester))
			}),
		),
	])
}

/// Many trials.
pub fn trials(trials: &[TrialView], names: Names) -> String {
	let row = |view: &TrialView| {
		let trial = &view.trial;
		[
			view.id.to_string(),
			trial.achievement.to_string(),
			trial.entry.to_string(),
			names(view.user),
			state(trial.state).to_owned(),
			trial.run.map_or(String::new(), |run| dates::show_until(Some(run.until))),
			trial.due.map_or(String::new(), dates::show),
		]
	};
	let header = [
		"trial 试用",
		"achievement 成果",
		"entry 入池",
		"user 试用方",
		"state 状态",
		"until 至",
		"next due 到期",
	];
	table(&header, trials.iter().map(row))
}

/// Services around a trial.
pub fn services(services: &[ServiceRecord], names: Names) -> String {
	let row = |(number, record): (usize, &ServiceRecord)| {
		let service = &record.service;
		[
			number.to_string(),
			describe::words(&service.kind),
			names(service.provider),
			names(service.payer),
			service.amount.to_string(),
			names(record.by),
			dates::show(record.at),
		]
	};
	let header = [
		"service 服务",
		"kind 类别",
		"provider 提供方",
		"payer 付款方",
		"amount 金额",
		"by 记录人",
		"at 时间",
	];
	table(&header, services.iter().enumerate().map(row))
}

fn entry_facts(terms: &EntryTerms, names: Names) -> Vec<(&'static str, String)> {
	vec![
		("reason 入池原因", reason(terms.reason).to_owned()),
		("conversion 转化条件", conversion(&terms.conversion)),
		("tie 竞争规则", tie(terms.tie).to_owned()),
		("trial length 试用期", describe::term(&terms.trial_length)),
		("at once 并行", terms.parallel_limit.to_string()),
		("standard contract 格式合同", terms.standard_contract.to_string()),
		("operator 运营机构", terms.operator.map_or(String::new(), names)),
		("scope 范围", scope::show(&terms.scope)),
		("open 开放期", dates::show_period(&terms.period)),
	]
}

/// A pool entry, and who wants to convert.
pub fn entry(view: &EntryView, names: Names) -> String {
	let record = &view.record;
	let mut lines = vec![
		("achievement 成果", view.achievement.to_string()),
		("pool entry 入池条目", view.entry.to_string()),
		("by 入池人", names(record.by)),
		("open now 可申请", if view.is_open { "yes" } else { "no" }.to_owned()),
	];
	lines.extend(entry_facts(&record.terms, names));
	lines.extend([
		("entered 入池", dates::show(record.entered)),
		("left 出池", record.left.map_or(String::new(), dates::show)),
		("trials now 试用中", record.active.to_string()),
		("chosen 择优", record.chosen.map_or(String::new(), |trial| trial.to_string())),
		("flags 提示", flags(&record.flags)),
	]);
	let mut text = facts(lines);
	if !view.contenders.is_empty() {
		let row = |contender: &Contender| {
			[
				contender.trial.to_string(),
				contender.offer.map_or(String::new(), |offer| offer.to_string()),
				dates::show(contender.priority_until),
			]
		};
		let header = ["to convert 拟转化", "offer 报价", "goes first until 优先至"];
		text.push_str("\n\n");
		text.push_str(&table(&header, view.contenders.iter().map(row)));
	}
	text
}

/// What is in the pool.
pub fn pool(entries: &[EntryView], names: Names) -> String {
	let row = |view: &EntryView| {
		let terms = &view.record.terms;
		[
			view.achievement.to_string(),
			view.entry.to_string(),
			names(view.record.by),
			conversion(&terms.conversion),
			describe::term(&terms.trial_length),
			format!("{} of {}", view.record.active, terms.parallel_limit),
			dates::show_until(terms.period.until),
			if view.is_open { "yes" } else { "no" }.to_owned(),
		]
	};
	let header = [
		"achievement 成果",
		"entry 条目",
		"by 入池人",
		"conversion 转化条件",
		"trial 试用期",
		"trials 试用中",
		"until 至",
		"open 可申请",
	];
	table(&header, entries.iter().map(row))
}

/// Entries that wait for consents.
pub fn proposals(proposals: &[Proposal], names: Names) -> String {
	let one = |proposal: &Proposal| {
		let given: Vec<_> = proposal
			.consents
			.iter()
			.map(|consent| {
				format!("{} ({})", names(consent.member), describe::words(&consent.role))
			})
			.collect();
		let mut lines = vec![
			("proposal 提议", proposal.number.to_string()),
			("by 提议人", names(proposal.actor.member)),
			("opened 提出", dates::show(proposal.opened)),
			("agreed 已同意", given.join("\n")),
		];
		lines.extend(entry_facts(&proposal.terms, names));
		facts(lines)
	};
	proposals.iter().map(one).collect::<Vec<_>>().join("\n\n")
}

/// The idle list, and its cursor.
pub fn idle(list: &IdlePage, names: Names) -> String {
	let row = |item: &IdleItem| {
		let declined = item.declined.map_or(String::new(), |declined| {
			format!("{}, {}", describe::words(&declined.reason), dates::show(declined.at))
		});
		[
			item.achievement.to_string(),
			names(item.holder),
			dates::show(item.started),
			dates::show(item.idle_since),
			declined,
		]
	};
	let header = [
		"achievement 成果",
		"holder 持有人",
		"clock from 起算",
		"idle since 闲置起",
		"kept out 不入池",
	];
	let mut text = match list.items.is_empty() {
		true => "nothing idle here".to_owned(),
		false => table(&header, list.items.iter().map(row)),
	};
	if let Some(next) = list.next {
		text.push_str(&format!("\nmore may follow: --after {next}"));
	}
	text
}

#[cfg(test)]
mod tests {
	use super::*;
	use quanqi_types::{AchievementId, MemberId, Moment};

	#[test]
	fn idle_list_should_say_where_to_go_on_when_it_is_not_whole() {
		let names = |member: MemberId| member.to_string();
		let list = IdlePage { items: Vec::new(), next: Some(AchievementId(120)) };
		assert!(idle(&list, &names).contains("--after 120"));
		let item = IdleItem {
			achievement: AchievementId(7),
			holder: MemberId(3),
			started: Moment(1_795_190_400_000),
			idle_since: Moment(1_795_190_400_000),
			declined: None,
		};
		let text = idle(&IdlePage { items: vec![item], next: None }, &names);
		assert!(text.contains('7') && text.contains("2026-11-21") && !text.contains("--after"));
	}

	#[test]
	fn every_state_should_have_its_chinese_name() {
		for one in TrialState::ALL {
			assert!(!state(one).is_ascii(), "{one:?}");
		}
	}
}
