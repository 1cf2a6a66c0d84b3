//! `quanqi statute`: the legal numbers.

use super::{council::MotionArgs, Session};
use crate::{
	chain::{read::At, Answer, Chain},
	error::{Error, Result},
	input::{
		codes::parse_text,
		dates::{parse_date, parse_term, show},
		documents::parse_digest,
		shares::parse_ppm,
	},
	output::{describe, facts, table},
};
use clap::{Args, Subcommand};
use pallet_statutes::Call;
use quanqi_runtime::Runtime;
use quanqi_types::{
	bounds::MAX_CITATION_BYTES, Amount, ConsentRule, Date, Digest, Force, Moment, RuleId,
	StatuteStatus, StatuteValue, StatuteVersion, Text,
};
use serde::Serialize;

/// Statutes 规则参数.
#[derive(Subcommand, Clone, Debug)]
pub enum StatuteCommand {
	/// What a rule 规则 says on a day
	#[command(after_help = "\
Example:
  quanqi statute show idle-period
  quanqi statute show consent:invention-patent:transfer --on 2027-01-01")]
	Show {
		/// Name of the rule; `quanqi statute list` has them
		#[arg(value_parser = parse_rule)]
		rule: RuleId,
		/// The day; now when absent
		#[arg(long, value_parser = parse_date)]
		on: Option<Date>,
	},
	/// What every rule 规则 says on a day
	#[command(after_help = "Example:\n  quanqi statute list")]
	List {
		/// The day; now when absent
		#[arg(long, value_parser = parse_date)]
		on: Option<Date>,
	},
	/// Every version of a rule 规则
	#[command(after_help = "Example:\n  quanqi statute history idle-period")]
	History {
		/// Name of the rule
		#[arg(value_parser = parse_rule)]
		rule: RuleId,
	},
	/// Set a new version of a rule 规则 by motion of the council
	#[command(after_help = "\
Example:
  quanqi --key exchange.json statute set idle-period --value 2y --from 2027-01-01 --force encouraged --status in-force --citation 浙财资产〔2026〕1号 --voter bureau.json")]
	Set(Box<SetArgs>),
}

/// A new version of a rule.
#[derive(Args, Clone, Debug)]
pub struct SetArgs {
	/// Name of the rule
	#[arg(value_parser = parse_rule)]
	pub rule: RuleId,
	/// A part 80%, a period 10y, yes or no, a number 5, codes 1,2,3, an amount "5000000 CNY", a consent
	/// rule any, all or threshold:50%, or JSON
	#[arg(long, value_parser = parse_value)]
	pub value: StatuteValue,
	/// First day it governs
	#[arg(long, value_parser = parse_date)]
	pub from: Date,
	/// binding 应当 or encouraged 鼓励
	#[arg(long, value_parser = parse_force)]
	pub force: Force,
	/// in-force 现行, draft 征求意见稿 or local-default
	#[arg(long, value_parser = parse_status)]
	pub status: StatuteStatus,
	/// The article, policy or decision it comes from 依据
	#[arg(long, value_parser = parse_text::<MAX_CITATION_BYTES>)]
	pub citation: Text<MAX_CITATION_BYTES>,
	/// Digest of the cited document
	#[arg(long, value_parser = parse_digest)]
	pub citation_digest: Option<Digest>,
	/// How the council decides
	#[command(flatten)]
	pub motion: MotionArgs,
}

/// A rule and what it says.
#[derive(Serialize)]
struct Line {
	rule: RuleId,
	version: Option<StatuteVersion>,
}

fn parse_rule(text: &str) -> Result<RuleId, String> {
	text.parse().map_err(|error| format!("{text}: {error}; `quanqi statute list` has them all"))
}

fn parse_force(text: &str) -> Result<Force, String> {
	text.parse().map_err(|_| format!("{text}: none of binding or encouraged"))
}

fn parse_status(text: &str) -> Result<StatuteStatus, String> {
	text.parse().map_err(|_| format!("{text}: none of in-force, draft or local-default"))
}

/// A value in the notation of its kind, or as JSON.
fn parse_value(text: &str) -> Result<StatuteValue, String> {
	let text = text.trim();
	if text.starts_with('{') {
		return serde_json::from_str(text).map_err(|error| format!("{text}: {error}"));
	}
	let part = text.strip_prefix("threshold:");
	Ok(match (text, part) {
		("yes", _) => StatuteValue::Flag(true),
		("no", _) => StatuteValue::Flag(false),
		("any", _) => StatuteValue::Consent(ConsentRule::Any),
		("all", _) => StatuteValue::Consent(ConsentRule::All),
		(_, Some(part)) => StatuteValue::Consent(ConsentRule::Threshold(parse_ppm(part)?)),
		(text, None) => return parse_number(text),
	})
}

fn parse_number(text: &str) -> Result<StatuteValue, String> {
	if let Ok(number) = text.parse() {
		return Ok(StatuteValue::Number(number));
	}
	if text.ends_with('%') || text.ends_with("ppm") || text.starts_with("0.") {
		return parse_ppm(text).map(StatuteValue::Ppm);
	}
	if text.contains(',') {
		let codes = text.split(',').map(|code| code.trim().parse::<u16>());
		let codes: Vec<_> =
			codes.collect::<Result<_, _>>().map_err(|error| format!("{text}: {error}"))?;
		let codes = codes.try_into().map_err(|_| format!("{text}: too many codes"))?;
		return Ok(StatuteValue::Codes(codes));
	}
	if let Ok(amount) = text.parse::<Amount>() {
		return Ok(StatuteValue::Amount(amount));
	}
	parse_term(text).map(StatuteValue::Term).map_err(|_| {
		format!("{text}: a part 80%, a period 10y, yes, no, a number, an amount, a consent rule or JSON")
	})
}

impl StatuteCommand {
	/// Does it.
	pub async fn run(self, session: &Session) -> Result<()> {
		match self {
			Self::Show { rule, on } => show_one(session, rule, on).await,
			Self::List { on } => list(session, on).await,
			Self::History { rule } => history(session, rule).await,
			Self::Set(arguments) => {
				let SetArgs { rule, value, .. } = arguments.as_ref();
				if !value.fits(rule) {
					let reason = format!(
						"{} is no value that {rule} can have; its present one has the right form: `quanqi \
						 statute show {rule}`",
						describe::statute(value)
					);
					return Err(Error::argument("--value", reason));
				}
				let version = StatuteVersion {
					effective_from: arguments.from.start(),
					value: arguments.value,
					force: arguments.force,
					status: arguments.status,
					citation: arguments.citation,
					citation_digest: arguments.citation_digest,
				};
				let call = Call::<Runtime>::set { rule: arguments.rule, version };
				arguments.motion.decide(session, call, "statute set").await
			}
		}
	}
}

async fn value(
	chain: &Chain,
	rule: RuleId,
	moment: Moment,
	at: At,
) -> Result<Option<StatuteVersion>> {
	chain.call_api("StatutesApi_statutes_value", (rule, moment), at).await
}

async fn moment(chain: &Chain, on: Option<Date>, at: At) -> Result<Moment> {
	match on {
		Some(date) => Ok(date.start()),
		None => chain.time(at).await,
	}
}

async fn show_one(session: &Session, rule: RuleId, on: Option<Date>) -> Result<()> {
	let (chain, at) = session.chain_at().await?;
	let moment = moment(&chain, on, at).await?;
	let version = value(&chain, rule, moment, at).await?.ok_or_else(|| {
		Error::Absent(format!("{rule} says nothing on {}; the council sets it", moment.date()))
	})?;
	session.output.answer(&Answer { at, value: version }, |answer| {
		let version = &answer.value;
		facts([
			("rule 规则", rule.to_string()),
			("value 数值", describe::statute(&version.value)),
			("from 施行日", show(version.effective_from)),
			("force 效力", version.force.to_string()),
			("status 状态", version.status.to_string()),
			("citation 依据", version.citation.to_string()),
			("citation digest", version.citation_digest.map_or(String::new(), |d| d.to_string())),
		])
	});
	Ok(())
}

async fn list(session: &Session, on: Option<Date>) -> Result<()> {
	let (chain, at) = session.chain_at().await?;
	let moment = moment(&chain, on, at).await?;
	let rules: Vec<RuleId> = chain.call_api("StatutesApi_statutes_rules", (), at).await?;
	let mut lines = Vec::new();
	for rule in rules {
		lines.push(Line { rule, version: value(&chain, rule, moment, at).await? });
	}
	session.output.answer(&Answer { at, value: lines }, |answer| {
		let row = |line: &Line| {
			let of = |text: fn(&StatuteVersion) -> String| {
				line.version.as_ref().map_or(String::new(), text)
			};
			[
				line.rule.to_string(),
				of(|version| describe::statute(&version.value)),
				of(|version| show(version.effective_from)),
				of(|version| version.force.to_string()),
				of(|version| version.status.to_string()),
				of(|version| version.citation.to_string()),
			]
		};
		let header = [
			"rule 规则",
			"value 数值",
			"from 施行日",
			"force 效力",
			"status 状态",
			"citation 依据",
		];
		table(&header, answer.value.iter().map(row))
	});
	Ok(())
}

async fn history(session: &Session, rule: RuleId) -> Result<()> {
	let (chain, at) = session.chain_at().await?;
	let versions: Vec<StatuteVersion> =
		chain.call_api("StatutesApi_statutes_versions", rule, at).await?;
	session.output.answer(&Answer { at, value: versions }, |answer| {
		let row = |version: &StatuteVersion| {
			[
				show(version.effective_from),
				describe::statute(&version.value),
				version.force.to_string(),
				version.status.to_string(),
				version.citation.to_string(),
			]
		};
		let header = ["from 施行日", "value 数值", "force 效力", "status 状态", "citation 依据"];
		table(&header, answer.value.iter().map(row))
	});
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;
	use quanqi_types::{Term, TermUnit};

	#[test]
	fn value_should_be_read_in_the_notation_of_its_kind() {
		assert_eq!(parse_value("70%"), Ok(StatuteValue::Ppm(700_000)));
		assert_eq!(
			parse_value("10y"),
			Ok(StatuteValue::Term(Term { number: 10, unit: TermUnit::Year }))
		);
		assert_eq!(parse_value("yes"), Ok(StatuteValue::Flag(true)));
		assert_eq!(parse_value("5"), Ok(StatuteValue::Number(5)));
		assert_eq!(
			parse_value("threshold:50%"),
			Ok(StatuteValue::Consent(ConsentRule::Threshold(500_000)))
		);
		assert!(matches!(parse_value("1,2,3"), Ok(StatuteValue::Codes(_))));
		assert!(matches!(parse_value("5000000 CNY"), Ok(StatuteValue::Amount(_))));
		assert!(matches!(parse_value("{\"ppm\": 5}"), Ok(StatuteValue::Ppm(5))));
		assert!(parse_value("soon").unwrap_err().contains("a period 10y"));
	}

	#[test]
	fn rule_should_be_refused_when_it_has_no_such_name() {
		assert!(parse_rule("idle-period").is_ok());
		assert!(parse_rule("consent:invention-patent:transfer").is_ok());
		assert!(parse_rule("idleness").unwrap_err().contains("statute list"));
	}
}
