//! The terms of a grant, as flags.

use crate::{
	chain::{At, Chain},
	cli::Session,
	error::{Error, Result},
	input::{
		dates::parse_term,
		documents::parse_digest,
		members::MemberRef,
		scope::ScopeArgs,
		shares::{self, parse_line, parse_ppm},
		words::parse_word,
	},
	output::describe,
};
use clap::Args;
use pallet_grants::types::{Content, Holding, IncomeLine, IncomePayee, Length, Terms};
use quanqi_types::{
	AchievementId, BoundedVec, ConstU32, Digest, Ppm, Scope, Term, UseForm, WHOLE_PPM,
};

/// What is granted, to whom and on what terms.
#[derive(Args, Clone, Debug)]
#[command(group(clap::ArgGroup::new("content").required(true).args(["share", "long_term_use"])))]
pub struct TermsArgs {
	/// Grant this part of the ownership (所有权): 80%, 0.8 or 800000ppm
	#[arg(
		long, value_parser = parse_ppm,
		conflicts_with_all = [
			"terms", "to_end_of_protection", "transferable", "sublicensable",
			"sublicences_survive", "subject_to",
		]
	)]
	pub share: Option<Ppm>,
	/// Who stands in the title for a share: each of the team, or its representative 代持
	#[arg(long, default_value = "each", value_parser = parse_holding)]
	pub held_by: Holding,
	/// Grant a long-term use right (长期使用权): exclusive 独占, sole 排他 or ordinary 普通
	#[arg(long, value_name = "FORM", value_parser = parse_form)]
	pub long_term_use: Option<UseForm>,
	/// A committed term of the use right, such as 10y; repeat it for 5y and 5y
	#[arg(long = "term", value_parser = parse_term, requires = "long_term_use")]
	pub terms: Vec<Term>,
	/// The use right runs to the end of protection
	#[arg(long, requires = "long_term_use", conflicts_with = "terms")]
	pub to_end_of_protection: bool,
	/// Where, for what and how the use right may be used
	#[command(flatten)]
	pub scope: ScopeArgs,
	/// The use right may be transferred or divided
	#[arg(long, requires = "long_term_use")]
	pub transferable: bool,
	/// The use right may be sublicensed
	#[arg(long, requires = "long_term_use")]
	pub sublicensable: bool,
	/// Its sublicences outlive it
	#[arg(long, requires = "long_term_use")]
	pub sublicences_survive: bool,
	/// A live right the use right is subject to, by its entry; repeatable
	#[arg(long, value_name = "ENTRY", requires = "long_term_use")]
	pub subject_to: Vec<u32>,
	/// A completer 完成人 of the team and its inner share; repeatable
	#[arg(long, value_name = "MEMBER=PART", required = true, value_parser = parse_line)]
	pub member: Vec<(String, Ppm)>,
	/// Who represents the team (赋权代表), one of it
	#[arg(long, value_name = "MEMBER")]
	pub representative: Option<MemberRef>,
	/// Legal basis 依据: a code of the statute legal-basis-codes
	#[arg(long, value_name = "CODE")]
	pub basis: u16,
	/// Digest of the co-ownership agreement 共有协议
	#[arg(long, value_name = "FUNCTION:HEX", value_parser = parse_digest)]
	pub agreement: Digest,
	/// A line of the income split 收益分配: completers, contributors, unit, department, fund or other;
	/// repeatable
	#[arg(long, value_name = "PAYEE=PART", required = true, value_parser = parse_income)]
	pub income: Vec<IncomeLine>,
}

fn parse_holding(text: &str) -> Result<Holding, String> {
	parse_word(text, "each or representative")
}

fn parse_form(text: &str) -> Result<UseForm, String> {
	parse_word(text, "exclusive, sole or ordinary")
}

fn parse_income(text: &str) -> Result<IncomeLine, String> {
	let (payee, part) = text
		.rsplit_once('=')
		.ok_or_else(|| format!("{text}: a line is written PAYEE=PART, such as completers=70%"))?;
	let known = "completers, contributors, unit, department, fund or other";
	let payee: IncomePayee = parse_word(payee, known)?;
	Ok(IncomeLine { payee, ppm: parse_ppm(part)? })
}

/// A list within its bound.
fn bounded<T, const N: u32>(flag: &str, list: Vec<T>) -> Result<BoundedVec<T, ConstU32<N>>> {
	BoundedVec::try_from(list)
		.map_err(|list| Error::argument(flag, format!("{} of them; {N} is the most", list.len())))
}

impl TermsArgs {
	/// The terms for an achievement, members looked up.
	pub async fn terms(
		&self,
		session: &Session,
		chain: &Chain,
		at: At,
		achievement: AchievementId,
	) -> Result<Terms> {
		let mut team = Vec::new();
		for (member, ppm) in &self.member {
			let member = member.parse().map_err(|error| Error::argument("--member", error))?;
			team.push((session.resolve(chain, "--member", &member, at).await?, *ppm));
		}
		let representative = match &self.representative {
			Some(member) => Some(session.resolve(chain, "--representative", member, at).await?),
			None => None,
		};
		Ok(Terms {
			achievement,
			content: self.content()?,
			team: shares::shares(&team).map_err(|error| Error::argument("--member", error))?,
			representative,
			legal_basis: self.basis,
			agreement: self.agreement,
			income: bounded("--income", self.split()?)?,
		})
	}

	/// The income split in the order in which it is kept. It names each payee once and makes up the whole.
	fn split(&self) -> Result<Vec<IncomeLine>> {
		let mut split = self.income.clone();
		split.sort_by_key(|line| line.payee);
		let wrong = |reason: String| Error::argument("--income", reason);
		let is_twice =
			|pair: &&[IncomeLine]| matches!(pair, [one, next] if one.payee == next.payee);
		if let Some([line, ..]) = split.windows(2).find(is_twice) {
			return Err(wrong(format!("{} is named twice", describe::words(&line.payee))));
		}
		let sum = split.iter().fold(0u32, |sum, line| sum.saturating_add(line.ppm));
		match sum == WHOLE_PPM {
			true => Ok(split),
			false => Err(wrong(format!("the parts come to {}, not 100 %", shares::show_ppm(sum)))),
		}
	}

	fn content(&self) -> Result<Content> {
		let scope = self.scope.scope().map_err(|(flag, error)| Error::argument(flag, error))?;
		let Some(form) = self.long_term_use else {
			if scope != Scope::everything() {
				return Err(Error::argument("--share", "a share has no scope: it is of the whole"));
			}
			let ppm =
				self.share.ok_or_else(|| Error::argument("--share", "how much is granted?"))?;
			return Ok(Content::Ownership { ppm, holding: self.held_by });
		};
		Ok(Content::LongTermUse {
			form,
			scope,
			length: self.length()?,
			transferable: self.transferable,
			sublicensable: self.sublicensable,
			sublicences_survive: self.sublicences_survive,
			subject_to: bounded("--subject-to", self.subject_to.clone())?,
		})
	}

	fn length(&self) -> Result<Length> {
		match (self.to_end_of_protection, self.terms.is_empty()) {
			(true, _) => Ok(Length::ToEndOfProtection),
			(false, false) => Ok(Length::Committed(bounded("--term", self.terms.clone())?)),
			(false, true) => Err(Error::argument(
				"--term",
				"for how long? give --term 10y, --term 5y --term 5y, or --to-end-of-protection",
			)),
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use clap::Parser;
	use quanqi_types::TermUnit;

	#[derive(Parser)]
	struct Line {
		#[command(flatten)]
		terms: TermsArgs,
	}

	const COMMON: &str = "--member 7=100% --basis 1 --income unit=30% --income completers=70% \
	                      --agreement sm3:0000000000000000000000000000000000000000000000000000000000000000";

	fn parse(flags: &str) -> Result<TermsArgs, String> {
		let line = format!("x {flags} {COMMON}");
		let line = Line::try_parse_from(line.split_whitespace());
		line.map(|line| line.terms).map_err(|error| error.to_string())
	}

	#[test]
	fn share_should_be_held_by_each_when_nothing_else_is_said() {
		let terms = parse("--share 80%").unwrap();
		let content = Content::Ownership { ppm: 800_000, holding: Holding::Each };
		assert_eq!(terms.content().unwrap(), content);
		let terms = parse("--share 80% --held-by representative").unwrap();
		let content = Content::Ownership { ppm: 800_000, holding: Holding::Representative };
		assert_eq!(terms.content().unwrap(), content);
	}

	#[test]
	fn use_right_should_have_its_committed_terms_in_order() {
		let terms = parse("--long-term-use exclusive --term 5y --term 60m --territory CN").unwrap();
		let Content::LongTermUse { form, length, .. } = terms.content().unwrap() else {
			panic!("a use right was asked for");
		};
		let term = |number, unit| Term { number, unit };
		let committed = vec![term(5, TermUnit::Year), term(60, TermUnit::Month)];
		assert_eq!(form, UseForm::Exclusive);
		assert_eq!(length, Length::Committed(committed.try_into().unwrap()));
		let terms = parse("--long-term-use ordinary --to-end-of-protection").unwrap();
		assert_eq!(terms.length().unwrap(), Length::ToEndOfProtection);
	}

	#[test]
	fn use_right_should_be_refused_when_it_has_no_length() {
		let terms = parse("--long-term-use sole").unwrap();
		assert!(terms.content().unwrap_err().to_string().contains("--to-end-of-protection"));
	}

	#[test]
	fn terms_should_be_refused_when_they_grant_both_or_nothing() {
		assert!(parse("--share 80% --long-term-use sole").is_err());
		assert!(parse("").is_err());
		assert!(parse("--share 80% --term 5y").is_err());
		let scoped = parse("--share 80% --territory CN").unwrap();
		assert!(scoped.content().unwrap_err().to_string().contains("no scope"));
	}

	#[test]
	fn split_should_be_ordered_as_the_ledger_keeps_it() {
		let payees: Vec<_> =
			parse("--share 1").unwrap().split().unwrap().iter().map(|line| line.payee).collect();
		assert_eq!(payees, [IncomePayee::Completers, IncomePayee::Unit]);
	}

	#[test]
	fn split_should_be_refused_when_it_is_not_the_whole_or_names_a_payee_twice() {
		let wrong = |more: &str| {
			let terms = parse(&format!("--share 80% {more}")).unwrap();
			terms.split().unwrap_err().to_string()
		};
		let text = wrong("--income fund=10%");
		assert!(text.contains("--income") && text.contains("110 %"), "{text}");
		assert!(wrong("--income unit=10%").contains("named twice"));
	}

	#[test]
	fn income_should_be_refused_when_its_payee_is_unknown() {
		assert!(parse_income("friends=10%").unwrap_err().contains("contributors"));
		assert!(parse_income("unit").unwrap_err().contains("completers=70%"));
		assert_eq!(parse_income("fund=5%").map(|line| line.ppm), Ok(50_000));
	}
}
