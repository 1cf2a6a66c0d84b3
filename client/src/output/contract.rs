//! Contracts, their versions, effects and registration in tables. Of sealed terms only the root is
//! known here, so only the root is shown.

use super::{describe, facts, income, rights::Names, table};
use crate::{
	chain::Answer,
	input::{dates, scope, shares::show_ppm},
};
use pallet_technology_contracts::{
	signing::SigningPayload,
	views::{CheckAnswer, ContractView, Obstacle, VersionView},
	AppliedEffect, ContractKind, ContractState, Effect, EffectState, Evidence, EvidenceKind, Means,
	Party, PartyRole, Registration, RegistrationState, StatedAmounts, Terms,
};

/// The kind of a contract, with its Chinese name.
pub fn kind(kind: ContractKind) -> &'static str {
	match kind {
		ContractKind::Development => "development 技术开发",
		ContractKind::Transfer => "transfer 技术转让",
		ContractKind::Licence => "licence 技术许可",
		ContractKind::Consulting => "consulting 技术咨询",
		ContractKind::Service => "service 技术服务",
	}
}

fn role(role: PartyRole) -> &'static str {
	match role {
		PartyRole::Seller => "seller 卖方",
		PartyRole::Buyer => "buyer 买方",
		PartyRole::Broker => "broker 中介方",
		PartyRole::Consenter => "consenter 同意方",
		PartyRole::Other => "other 其他",
	}
}

/// Where a contract stands.
pub fn state(state: ContractState) -> &'static str {
	match state {
		ContractState::Draft => "draft 起草",
		ContractState::Signed => "signed 签订",
		ContractState::Performing => "performing 履行",
		ContractState::Performed => "performed 履行完毕",
		ContractState::Terminated => "terminated 终止",
		ContractState::Rescinded => "rescinded 解除",
	}
}

fn effect_state(state: EffectState) -> &'static str {
	match state {
		EffectState::Agreed => "agreed 待生效",
		EffectState::Done => "done 已生效",
		EffectState::Recorded => "recorded 已记录",
		EffectState::Awaited => "awaited 未来成果",
		EffectState::Cancelled => "cancelled 已取消",
		EffectState::Undone => "undone 已撤销",
	}
}

fn registration_state(state: &RegistrationState) -> String {
	match state {
		RegistrationState::Submitted => "submitted 已提交".to_owned(),
		RegistrationState::Registered => "registered 已登记".to_owned(),
		RegistrationState::Returned(reason) => format!("returned 退回: {reason}"),
		RegistrationState::Changed => "changed 已变更".to_owned(),
		RegistrationState::Cancelled => "cancelled 已注销".to_owned(),
		RegistrationState::Revoked(reason) => {
			format!("revoked 已撤销: {}", describe::words(reason))
		}
	}
}

/// An effect: what it does, in which achievement, and the particulars.
fn effect(effect: &Effect, names: Names) -> [String; 3] {
	let (what, particulars) = match effect {
		Effect::TransferShare { from, to, ppm, on, .. } => (
			"share 份额转让",
			format!(
				"{} of {} to {}{}",
				show_ppm(*ppm),
				names(*from),
				names(*to),
				on.map_or(String::new(), |on| format!(", on {}", dates::show(on)))
			),
		),
		Effect::GrantUse { terms, .. } => ("use right 许可", describe::grant(terms)),
		Effect::TransferUse { right, from, to, ppm, .. } => (
			"use right moves 使用权转让",
			format!("{} of right {right}, {} to {}", show_ppm(*ppm), names(*from), names(*to)),
		),
		Effect::Reserve { by, beneficiary, scope: kept, period, .. } => (
			"reservation 预留",
			format!(
				"{} for {}; {}; {}",
				names(*by),
				names(*beneficiary),
				scope::show(kept),
				dates::show_period(period)
			),
		),
		Effect::AssignFuture { label, from, to, ppm } => (
			"future 未来成果",
			format!("{label}: {} of {} to {}", show_ppm(*ppm), names(*from), names(*to)),
		),
		Effect::ConvertTrial { trial, user, .. } => {
			("conversion 先用后转转化", format!("trial {trial} of {}", names(*user)))
		}
		Effect::JointUse { .. } => ("joint use 合作实施", String::new()),
	};
	let achievement = effect.achievement().map_or(String::new(), |number| number.to_string());
	[what.to_owned(), achievement, particulars]
}

/// Terms: who, what, for what.
pub fn terms(terms: &Terms, names: Names) -> String {
	let mut parts = vec![facts([
		("kind 类别", kind(terms.kind).to_owned()),
		("number 合同编号", terms.number.to_string()),
		("date 日期", terms.date.to_string()),
		("instrument 文本摘要", terms.instrument.to_string()),
		("terms hash 条款哈希", format!("0x{}", hex::encode(terms.hash()))),
		("undoes 撤销事项", join(&terms.undoes)),
		("price events 定价", join(&terms.price_events)),
		(
			"seal 密封",
			terms.seal.map_or(String::new(), |seal| {
				format!("{} fields under 0x{}", seal.fields, hex::encode(seal.root))
			}),
		),
	])];
	let party = |party: &Party| [names(party.member), role(party.role).to_owned()];
	parts.push(table(&["party 当事人", "role 角色"], terms.parties.iter().map(party)));
	if !terms.effects.is_empty() {
		let header = ["act 行为", "achievement 成果", "what 内容"];
		parts.push(table(&header, terms.effects.iter().map(|one| effect(one, names))));
	}
	parts.extend(income::consideration(&terms.consideration, &terms.prices, names));
	parts.join("\n\n")
}

fn join<T: ToString>(list: &[T]) -> String {
	list.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// A contract: every version, what became of its effects, its registration.
pub fn contract(answer: &Answer<ContractView>, names: Names) -> String {
	let (view, contract) = (&answer.value, &answer.value.contract);
	let mut parts = vec![facts([
		("contract 合同", view.id.to_string()),
		("state 状态", state(contract.state).to_owned()),
		(
			"in force 生效版本",
			if contract.version == 0 { String::new() } else { contract.version.to_string() },
		),
		(
			"waits 待签版本",
			contract.pending.map_or(String::new(), |pending| {
				let at = dates::show(pending.at);
				format!("{}, drafted by {}, {at}", pending.version, names(pending.by))
			}),
		),
		("signed 签订", contract.signed_at.map_or(String::new(), dates::show)),
		("ended 结束", contract.ended_at.map_or(String::new(), dates::show)),
		("payments 付款", contract.payments.to_string()),
		("evidence 证明", contract.evidence.to_string()),
		("as of 截至", format!("block {}", answer.at.number)),
	])];
	parts.extend(view.versions.iter().map(|one| version(one, names)));
	if !view.effects.is_empty() {
		let header =
			["effect 事项", "version 版本", "achievement 成果", "entry 条目", "state 状态"];
		parts.push(table(&header, view.effects.iter().enumerate().map(applied)));
	}
	parts.extend(view.registration.as_ref().map(|found| registration(found, names)));
	if let Some(ending) = &view.ending {
		let who: Vec<_> = ending.signatures.iter().map(|signed| names(signed.member)).collect();
		parts.push(format!(
			"ending 结束约定: {}, agreed by {}",
			describe::words(&ending.ending),
			who.join(", ")
		));
	}
	parts.join("\n\n")
}

fn applied((number, effect): (usize, &AppliedEffect)) -> [String; 5] {
	let of = |value: Option<String>| value.unwrap_or_default();
	[
		number.to_string(),
		effect.version.to_string(),
		of(effect.achievement.map(|achievement| achievement.to_string())),
		of(effect.entry.map(|entry| entry.to_string())),
		effect_state(effect.state).to_owned(),
	]
}

fn version(view: &VersionView, names: Names) -> String {
	let means = |means| match means {
		Means::Call => "on line 在线",
		Means::Ed25519 => "off line 离线",
	};
	let signed = |signed: &pallet_technology_contracts::Signature| {
		let mandate =
			signed.mandate.map_or(String::new(), |by| format!(" by agent {}", names(by.agent)));
		let means = means(signed.means).to_owned();
		[format!("{}{mandate}", names(signed.member)), means, dates::show(signed.at)]
	};
	let missing = |member: &quanqi_types::MemberId| {
		[names(*member), "not yet 未签".to_owned(), String::new()]
	};
	let rows = view.signatures.iter().map(signed).chain(view.missing.iter().map(missing));
	let signatures = table(&["signature 签署", "means 方式", "at 时间"], rows);
	format!("version 版本 {}\n{}\n\n{signatures}", view.version, terms(&view.terms, names))
}

fn registration(registration: &Registration, names: Names) -> String {
	let statement = registration.statement.as_ref();
	let amounts = statement.map_or(String::new(), |statement| match statement.amounts {
		StatedAmounts::Open { total, technology } => {
			format!("total 成交额 {total}\ntechnology 技术交易额 {technology}")
		}
		StatedAmounts::Sealed(seal) => format!("sealed under 0x{}", hex::encode(seal.root)),
	});
	facts([
		("bureau 登记机构", names(registration.bureau)),
		("registration 登记", registration_state(&registration.state)),
		(
			"before the bureau 待决",
			registration.application.map_or(String::new(), |application| {
				let disputed = if application.disputed { ", disputed 有争议" } else { "" };
				let since = dates::show(application.at);
				format!("{}, since {since}{disputed}", describe::words(&application.kind))
			}),
		),
		("certified kind 认定类别", statement.map_or("", |found| kind(found.kind)).to_owned()),
		("amounts 金额", amounts),
		(
			"number 登记编号",
			statement.map_or(String::new(), |found| format!("{} ({})", found.number, found.scheme)),
		),
		("decided 决定", registration.decided.map_or(String::new(), dates::show)),
		("in time 按期", describe::words(&registration.timeliness)),
	])
}

/// Many contracts.
pub fn contracts(contracts: &[ContractView], names: Names) -> String {
	let row = |view: &ContractView| {
		let last = view.versions.last();
		let text = |of: &dyn Fn(&Terms) -> String| last.map_or(String::new(), |one| of(&one.terms));
		let parties = |terms: &Terms| {
			terms.parties.iter().map(|party| names(party.member)).collect::<Vec<_>>().join("\n")
		};
		[
			view.id.to_string(),
			text(&|terms| terms.number.to_string()),
			text(&|terms| terms.date.to_string()),
			text(&|terms| kind(terms.kind).to_owned()),
			text(&parties),
			state(view.contract.state).to_owned(),
			view.registration.as_ref().map_or(String::new(), |one| registration_state(&one.state)),
		]
	};
	let header = [
		"contract 合同",
		"number 编号",
		"date 日期",
		"kind 类别",
		"parties 当事人",
		"state 状态",
		"registration 登记",
	];
	table(&header, contracts.iter().map(row))
}

/// Evidence of performance and industrialisation.
pub fn evidence(list: &[Evidence], names: Names) -> String {
	let row = |(number, one): (usize, &Evidence)| {
		let kind = match one.kind {
			EvidenceKind::Performance => "performance 履行",
			EvidenceKind::Industrialisation => "industrialisation 产业化",
		};
		[
			number.to_string(),
			kind.to_owned(),
			one.label.to_string(),
			names(one.attester),
			dates::show(one.date),
			one.digest.to_string(),
		]
	};
	let header =
		["evidence 证明", "kind 类别", "label 名称", "by 出具人", "date 日期", "digest 摘要"];
	table(&header, list.iter().enumerate().map(row))
}

/// What a party signs off line.
pub fn payload(payload: &SigningPayload, written: &str) -> String {
	facts([
		("network 创世", format!("0x{}", hex::encode(payload.genesis))),
		("contract 合同", payload.contract.to_string()),
		("version 版本", payload.version.to_string()),
		("signer 签署人", payload.signer.to_string()),
		("role 角色", role(payload.role).to_owned()),
		("mandate 委托", payload.mandate.map_or(String::new(), |mandate| mandate.to_string())),
		("instrument 文本摘要", payload.instrument.to_string()),
		("terms hash 条款哈希", format!("0x{}", hex::encode(payload.terms))),
		("last day 有效期", dates::show_until(Some(payload.valid_until))),
		("bytes to sign 待签数据", format!("0x{}", hex::encode(payload.bytes()))),
		("file 文件", written.to_owned()),
	])
}

/// An answer of *check*.
pub fn check(answer: &CheckAnswer, names: Names) -> String {
	const YES: &str = "lawful now 合法: yes";
	match answer {
		CheckAnswer::Lawful => YES.to_owned(),
		CheckAnswer::Price(judgement) => format!("{YES}\n{}", income::judgement(judgement)),
		CheckAnswer::Divided(found) => format!("{YES}\n{}", income::distribution(found, names)),
		CheckAnswer::Refused(obstacle) => {
			let reason = match obstacle {
				Obstacle::Title { achievement, refusal } => format!(
					"in achievement {achievement}: {}",
					crate::chain::refusal::of_law(refusal)
				),
				Obstacle::Consideration(refusal) => format!("C8: {}", describe::refusal(refusal)),
				Obstacle::Distribution(refusal) => format!("C9: {}", describe::refusal(refusal)),
				Obstacle::Error(name) => crate::chain::refusal::of_contract_error(name).to_string(),
			};
			format!("lawful now 合法: no\n  {reason}")
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::input::contract::{without_chain, TermsFile};
	use quanqi_types::MemberId;

	fn example(name: &str) -> Terms {
		let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
			.join("../examples/contracts")
			.join(name);
		let file = TermsFile::read(&path).unwrap();
		without_chain(&path, |book| file.terms(book, false)).unwrap()
	}

	#[test]
	fn terms_should_show_parties_acts_and_price() {
		let names = |member: MemberId| format!("member {member}");
		let text = terms(&example("licence.toml"), &names);
		for words in ["HIT-2026-017", "seller 卖方", "exclusive", "600 000.00 CNY", "net-sales"] {
			assert!(text.contains(words), "{words}: {text}");
		}
		let text = terms(&example("equity.toml"), &names);
		assert!(text.contains("作价入股") && text.contains("30 %"), "{text}");
	}

	#[test]
	fn answer_of_check_should_name_the_achievement_in_the_way() {
		let refusal = quanqi_title::Refusal::with(
			quanqi_title::Rule::T4,
			quanqi_title::Reason::OrdinaryInTheWay,
			7,
		);
		let achievement = quanqi_types::AchievementId(3);
		let answer = CheckAnswer::Refused(Obstacle::Title { achievement, refusal });
		let text = check(&answer, &|member| member.to_string());
		assert!(text.contains("achievement 3") && text.contains("T4"), "{text}");
	}
}
