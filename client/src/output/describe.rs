//! Entries, acts and statutes in words.

use crate::input::{dates, scope, shares::show_ppm};
use quanqi_title::{Act, Cause, EntryBody, HoldTarget, UseBasis, UseGrant};
use quanqi_types::{Amount, ConsentRule, Shares, StatuteValue, Term, TermUnit, UseForm};

/// Shares in one line: `1: 60 %, 2: 40 %`.
pub fn shares(shares: &Shares) -> String {
	let line = |line: &quanqi_types::ShareLine| format!("{}: {}", line.member, show_ppm(line.ppm));
	shares.lines().iter().map(line).collect::<Vec<_>>().join(", ")
}

/// The form of a use right, with its Chinese name.
pub fn form(form: UseForm) -> &'static str {
	match form {
		UseForm::Exclusive => "exclusive 独占",
		UseForm::Sole => "sole 排他",
		UseForm::Ordinary => "ordinary 普通",
	}
}

/// What a use right stands on.
pub fn basis(basis: &UseBasis) -> String {
	match basis {
		UseBasis::Licence => "licence 许可".to_owned(),
		UseBasis::LongTermGrant => "long-term grant 赋权".to_owned(),
		UseBasis::Trial => "trial 先用后转".to_owned(),
		UseBasis::Sublicence(parent) => format!("sublicence 分许可 of {parent}"),
	}
}

/// What a hold or pledge bears on.
pub fn target(target: &HoldTarget) -> String {
	match target {
		HoldTarget::Whole => "the whole title".to_owned(),
		HoldTarget::Share(member) => format!("the share of member {member}"),
		HoldTarget::UseRight(right) => format!("use right {right}"),
	}
}

fn entries(list: &[u32]) -> String {
	list.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// A use right's terms.
pub fn grant(terms: &UseGrant) -> String {
	let mut text = format!(
		"{} {} by {} to {}; {}; {}",
		form(terms.form),
		basis(&terms.basis),
		terms.grantor,
		shares(&terms.holders),
		scope::show(&terms.scope),
		dates::show_period(&terms.period),
	);
	if !terms.subject_to.is_empty() {
		text.push_str(&format!("; subject to {}", entries(&terms.subject_to)));
	}
	if let Some(replaced) = terms.replaces {
		text.push_str(&format!("; replaces {replaced}"));
	}
	text
}

/// What an entry is called.
pub fn act_name(act: &Act) -> &'static str {
	match act {
		Act::Registered(_) => "registered 登记",
		Act::StatusChanged { .. } => "status changed 状态变更",
		Act::TransferAgreed { .. } => "transfer agreed 约定转让",
		Act::TransferCancelled { .. } => "transfer cancelled 取消转让",
		Act::ShareTransferred { .. } => "share transferred 份额转移",
		Act::UseGranted(_) => "use right granted 许可",
		Act::UseTransferred { .. } => "use right transferred 使用权转让",
		Act::UseDivided { .. } => "use right divided 使用权分割",
		Act::UseEnded { .. } => "use right ended 使用权终止",
		Act::Pledged { .. } => "pledged 质押",
		Act::PledgeReleased { .. } => "pledge released 解除质押",
		Act::Held { .. } => "held 保全",
		Act::HoldLifted { .. } => "hold lifted 解除保全",
		Act::PoolEntered(_) => "pool entered 入池",
		Act::PoolLeft => "pool left 出池",
		Act::Reserved { .. } => "reserved 预留",
		Act::ReservationEnded { .. } => "reservation ended 预留终止",
		Act::AgreementSet(_) => "agreement set 约定",
		Act::Succeeded { .. } => "succeeded 承继",
		Act::Corrected(_) => "corrected 更正",
		Act::Retired { voided: false } => "retired 注销",
		Act::Retired { voided: true } => "voided 撤销登记",
	}
}

/// What an entry does, in one line.
pub fn act(act: &Act) -> String {
	match act {
		Act::Registered(first) => {
			format!("{}, {}; owners {}", first.kind, first.status, shares(&first.owners))
		}
		Act::StatusChanged { status, protection_until, kind } => format!(
			"{kind}, {status}; protected until {}",
			protection_until.map_or("not known".to_owned(), |until| dates::show_until(Some(until)))
		),
		Act::TransferAgreed { from, to, ppm } => format!("{} of {from} to {to}", show_ppm(*ppm)),
		Act::TransferCancelled { agreed } => format!("what entry {agreed} agreed"),
		Act::ShareTransferred { agreed, from, to, ppm } => match agreed {
			Some(agreed) => {
				format!("{} of {from} to {to}, as entry {agreed} agreed", show_ppm(*ppm))
			}
			None => format!("{} of {from} to {to}", show_ppm(*ppm)),
		},
		Act::UseGranted(terms) => grant(terms),
		Act::UseTransferred { right, from, to, ppm } => {
			format!("{} of use right {right}, {from} to {to}", show_ppm(*ppm))
		}
		Act::UseDivided { right, holders } => format!("use right {right}: {}", shares(holders)),
		Act::UseEnded { right, reason } => format!("use right {right}: {}", words(reason)),
		Act::Pledged { pledgor, pledgee, target: on, ppm, until, .. } => format!(
			"{} of {} by {pledgor} to {pledgee}{}",
			show_ppm(*ppm),
			target(on),
			until.map_or(String::new(), |until| format!(
				", until {}",
				dates::show_until(Some(until))
			))
		),
		Act::PledgeReleased { pledge } => format!("pledge {pledge}"),
		Act::Held { target: on, until, renews } => format!(
			"{}{}{}",
			target(on),
			until.map_or(String::new(), |until| format!(
				", until {}",
				dates::show_until(Some(until))
			)),
			renews.map_or(String::new(), |hold| format!(", renews {hold}"))
		),
		Act::HoldLifted { hold } => format!("hold {hold}"),
		Act::PoolEntered(terms) => {
			format!("{}; {}", scope::show(&terms.scope), dates::show_period(&terms.period))
		}
		Act::PoolLeft => String::new(),
		Act::Reserved { beneficiary, scope: kept, period } => {
			format!("for {beneficiary}; {}; {}", scope::show(kept), dates::show_period(period))
		}
		Act::ReservationEnded { reservation } => format!("reservation {reservation}"),
		Act::AgreementSet(agreement) => {
			let line = |line: &quanqi_title::AgreementLine| {
				format!("{}: {}", line.act, consent_rule(&line.rule))
			};
			agreement.lines.iter().map(line).collect::<Vec<_>>().join("; ")
		}
		Act::Succeeded { from, heirs } => format!("{from} by {}", shares(heirs)),
		Act::Corrected(correction) => format!("entry {}", correction.corrects),
		Act::Retired { .. } => String::new(),
	}
}

/// What an entry was done for.
pub fn cause(cause: &Cause) -> String {
	match cause {
		Cause::Declaration => "declaration".to_owned(),
		Cause::Grant(id) => format!("grant {id}"),
		Cause::Trial(id) => format!("trial {id}"),
		Cause::Contract(id) => format!("contract {id}"),
		Cause::Decision(decision) => {
			format!("decision {} of member {}", decision.document, decision.authority)
		}
		Cause::Office(number) => format!("office {number}"),
		Cause::Due => "due 到期".to_owned(),
	}
}

/// Who agreed, in one line.
pub fn consents(entry: &EntryBody) -> String {
	let one = |consent: &quanqi_title::Consent| {
		let deemed = if consent.deemed { ", by silence" } else { "" };
		format!("{} ({}{deemed})", consent.member, words(&consent.role))
	};
	entry.consents.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// A code of a closed list as JSON names it.
pub fn words(code: &impl serde::Serialize) -> String {
	match serde_json::to_value(code) {
		Ok(serde_json::Value::String(text)) => text,
		Ok(value) => value.to_string(),
		Err(_) => String::new(),
	}
}

/// A refusal with its numbers, from its JSON: `wrong total (stated: fixed 1.00 CNY, found: open)`.
pub fn refusal(refusal: &impl serde::Serialize) -> String {
	serde_json::to_value(refusal).map_or(String::new(), |value| particulars(&value))
}

fn particulars(value: &serde_json::Value) -> String {
	use serde_json::Value;
	let words = |name: &str| name.replace(['-', '_'], " ");
	match value {
		Value::String(word) => words(word),
		Value::Object(fields) => {
			if let Ok(amount) = serde_json::from_value::<Amount>(value.clone()) {
				return amount.to_string();
			}
			let one = |(name, value): (&String, &Value)| match value {
				Value::Object(inner) if inner.len() > 1 && !inner.contains_key("minor") => {
					format!("{} ({})", words(name), particulars(value))
				}
				value => format!("{}: {}", words(name), particulars(value)),
			};
			fields.iter().map(one).collect::<Vec<_>>().join(", ")
		}
		other => other.to_string(),
	}
}

/// A consent rule.
pub fn consent_rule(rule: &ConsentRule) -> String {
	match rule {
		ConsentRule::Any => "any one co-owner".to_owned(),
		ConsentRule::Threshold(ppm) => format!("co-owners of {}", show_ppm(*ppm)),
		ConsentRule::All => "all co-owners".to_owned(),
	}
}

/// A legal period.
pub fn term(term: &Term) -> String {
	let unit = match term.unit {
		TermUnit::Minute => "minute",
		TermUnit::Day => "day",
		TermUnit::WorkingDay => "working day",
		TermUnit::Month => "month",
		TermUnit::Year => "year",
	};
	let plural = if term.number == 1 { "" } else { "s" };
	format!("{} {unit}{plural}", term.number)
}

/// What a statute says.
pub fn statute(value: &StatuteValue) -> String {
	match value {
		StatuteValue::Ppm(ppm) => show_ppm(*ppm),
		StatuteValue::Term(length) => term(length),
		StatuteValue::Amount(amount) => Amount::to_string(amount),
		StatuteValue::Consent(rule) => consent_rule(rule),
		StatuteValue::Flag(flag) => if *flag { "yes" } else { "no" }.to_owned(),
		StatuteValue::Number(number) => number.to_string(),
		StatuteValue::Codes(codes) => {
			codes.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
		}
		StatuteValue::Calendar(calendar) => format!("working days of {}", calendar.year),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use pallet_technology_contracts::income::{ConsiderationRefusal, Total};

	#[test]
	fn refusal_should_be_told_with_its_numbers() {
		let stated = Total::Fixed(Amount::fen(100));
		let text = refusal(&ConsiderationRefusal::WrongTotal { stated, found: Total::Open });
		assert!(text.starts_with("wrong total ("), "{text}");
		assert!(text.contains("fixed: 1.00 CNY") && text.contains("found: open"), "{text}");
		assert_eq!(refusal(&ConsiderationRefusal::ZeroPayment), "zero payment");
	}
}
