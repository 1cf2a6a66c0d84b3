//! `quanqi notice`: public notices and objections to them.

use super::{grant::told, Session};
use crate::{
	chain::{Answer, At, Chain},
	error::{Error, Result},
	input::{
		documents::{parse_digest, DecisionArgs},
		members::MemberRef,
		words::parse_word,
	},
	output,
};
use clap::{Args, Subcommand};
use pallet_notices::{
	runtime_api::{NoticeAnswer, NoticePage, NoticeQuestion, NoticeView, ObjectionView, MAX_PAGE},
	types::Ruling,
	Call,
};
use quanqi_runtime::Runtime;
use quanqi_traits::NoticeSubject;
use quanqi_types::{AchievementId, BoundedVec, Digest, GrantId, MandateId, MemberId, NoticeId};

/// Public notices 公示.
#[derive(Subcommand, Clone, Debug)]
pub enum NoticeCommand {
	/// A notice: what it makes public, its window, how it ended 公示详情
	#[command(after_help = "Example:\n  quanqi notice show 1")]
	Show {
		/// Number of the notice
		notice: u64,
	},
	/// Notices 公示列表
	#[command(after_help = "\
Example:
  quanqi notice list
  quanqi notice list --open")]
	List {
		/// Open ones only
		#[arg(long)]
		open: bool,
	},
	/// The open notice of a grant, or of a price 查公示
	#[command(after_help = "\
Example:
  quanqi notice open-of --grant 1
  quanqi notice open-of --achievement 1 --terms sm3:0000000000000000000000000000000000000000000000000000000000000000")]
	OpenOf(SubjectArgs),
	/// Objections to a notice 异议
	#[command(after_help = "Example:\n  quanqi notice objections 1")]
	Objections {
		/// Number of the notice
		notice: u64,
	},
	/// Would this step be lawful now? Writes nothing 试问
	#[command(after_help = "\
Example:
  quanqi --key member.json notice check object 1 --digest sm3:0000000000000000000000000000000000000000000000000000000000000000
  quanqi notice check close 1")]
	Check(CheckArgs),
	/// A step of a notice.
	#[command(flatten)]
	Step(Step),
}

/// What a notice makes public.
#[derive(Args, Clone, Debug)]
#[command(group(clap::ArgGroup::new("subject").required(true).args(["grant", "achievement"])))]
pub struct SubjectArgs {
	/// This grant
	#[arg(long)]
	pub grant: Option<u64>,
	/// A price of this achievement
	#[arg(long, requires = "terms")]
	pub achievement: Option<u64>,
	/// Digest of name, price and terms
	#[arg(long, value_name = "FUNCTION:HEX", requires = "achievement", value_parser = parse_digest)]
	pub terms: Option<Digest>,
}

/// A step to check.
#[derive(Args, Clone, Debug)]
pub struct CheckArgs {
	/// Whose step it would be; else the signer's member
	#[arg(long = "as", value_name = "MEMBER", global = true)]
	pub actor: Option<MemberRef>,
	/// The step
	#[command(subcommand)]
	pub step: Step,
}

/// A step.
#[derive(Subcommand, Clone, Debug)]
pub enum Step {
	/// Give notice of the name and price of an achievement 定价公示
	#[command(after_help = "\
Example:
  quanqi --key holder.json notice open-price 1 --terms sm3:0000000000000000000000000000000000000000000000000000000000000000 --digest sm3:0000000000000000000000000000000000000000000000000000000000000001 --party 9")]
	OpenPrice {
		/// Number of the achievement
		achievement: u64,
		/// Digest of name, price and terms
		#[arg(long, value_name = "FUNCTION:HEX", value_parser = parse_digest)]
		terms: Digest,
		/// Digest of the text as published
		#[arg(long, value_name = "FUNCTION:HEX", value_parser = parse_digest)]
		digest: Digest,
		/// A party beside oneself: the buyer, a broker; they decide no objection; repeatable
		#[arg(long, value_name = "MEMBER")]
		party: Vec<MemberRef>,
		/// The mandate 委托 used
		#[arg(long)]
		mandate: Option<u64>,
	},
	/// Object to an open notice 提出异议
	#[command(after_help = "\
Example:
  quanqi --key member.json notice object 1 --digest sm3:0000000000000000000000000000000000000000000000000000000000000000")]
	Object {
		/// Number of the notice
		notice: u64,
		/// Digest of the evidence
		#[arg(long, value_name = "FUNCTION:HEX", value_parser = parse_digest)]
		digest: Digest,
		/// The mandate 委托 used
		#[arg(long)]
		mandate: Option<u64>,
	},
	/// Decide an objection 异议处理
	#[command(after_help = "\
Example:
  quanqi --key court.json notice decide 1 --objection 0 --ruling dismissed --document 异1 --digest sm3:0000000000000000000000000000000000000000000000000000000000000000")]
	Decide {
		/// Number of the notice
		notice: u64,
		/// Number of the objection, from 0
		#[arg(long)]
		objection: u32,
		/// upheld 成立 or dismissed 不成立
		#[arg(long, value_parser = parse_ruling)]
		ruling: Ruling,
		/// The decision
		#[command(flatten)]
		decision: DecisionArgs,
	},
	/// Take an open notice back 撤回公示
	#[command(after_help = "Example:\n  quanqi --key holder.json notice withdraw 1")]
	Withdraw {
		/// Number of the notice
		notice: u64,
		/// The mandate 委托 used
		#[arg(long)]
		mandate: Option<u64>,
	},
	/// Close a notice whose window is over 公示结束
	#[command(after_help = "Example:\n  quanqi --key member.json notice close 1")]
	Close {
		/// Number of the notice
		notice: u64,
	},
}

fn parse_ruling(text: &str) -> Result<Ruling, String> {
	parse_word(text, "upheld or dismissed")
}

impl NoticeCommand {
	/// Does it.
	pub async fn run(self, session: &Session) -> Result<()> {
		match self {
			Self::Show { notice } => show(session, notice).await,
			Self::List { open } => list(session, open).await,
			Self::OpenOf(subject) => open_of(session, &subject).await,
			Self::Objections { notice } => objections(session, notice).await,
			Self::Check(arguments) => check(session, arguments).await,
			Self::Step(step) => {
				let chain = session.chain().await?;
				let at = chain.newest(session.global.wait).await?;
				let done = step.done();
				let call = step.call(session, &chain, at).await?;
				let receipt = session.submit(&chain, call).await?;
				told::say(session, &receipt, done);
				Ok(())
			}
		}
	}
}

/// Members by name.
async fn members(
	session: &Session,
	chain: &Chain,
	at: At,
	names: &[MemberRef],
) -> Result<Vec<MemberId>> {
	let mut members = Vec::new();
	for name in names {
		members.push(session.resolve(chain, "--party", name, at).await?);
	}
	Ok(members)
}

impl Step {
	/// One word for what was done.
	fn done(&self) -> &'static str {
		match self {
			Self::OpenPrice { .. } => "published",
			Self::Object { .. } => "objected",
			Self::Decide { .. } => "decided",
			Self::Withdraw { .. } => "withdrawn",
			Self::Close { .. } => "closed",
		}
	}

	async fn call(self, session: &Session, chain: &Chain, at: At) -> Result<Call<Runtime>> {
		Ok(match self {
			Self::OpenPrice { achievement, terms, digest, party, mandate } => {
				let parties = members(session, chain, at, &party).await?;
				let parties = BoundedVec::try_from(parties).map_err(|parties| {
					Error::argument("--party", format!("{} are too many", parties.len()))
				})?;
				Call::open_price_notice {
					achievement: AchievementId(achievement),
					terms,
					document: digest,
					parties,
					mandate: mandate.map(MandateId),
				}
			}
			Self::Object { notice, digest, mandate } => Call::object {
				notice: NoticeId(notice),
				evidence: digest,
				mandate: mandate.map(MandateId),
			},
			Self::Decide { notice, objection, ruling, decision } => Call::decide {
				notice: NoticeId(notice),
				objection,
				ruling,
				document: decision.number,
				digest: decision.digest,
			},
			Self::Withdraw { notice, mandate } => {
				Call::withdraw { notice: NoticeId(notice), mandate: mandate.map(MandateId) }
			}
			Self::Close { notice } => Call::close { notice: NoticeId(notice) },
		})
	}

	/// The question whether a member may take this step.
	async fn question(
		&self,
		session: &Session,
		chain: &Chain,
		at: At,
		by: impl FnOnce() -> Result<MemberId>,
	) -> Result<NoticeQuestion> {
		Ok(match self {
			Self::OpenPrice { achievement, terms, party, .. } => NoticeQuestion::OpenPrice {
				by: by()?,
				achievement: AchievementId(*achievement),
				terms: *terms,
				parties: members(session, chain, at, party).await?,
			},
			Self::Object { notice, .. } => {
				NoticeQuestion::Object { by: by()?, notice: NoticeId(*notice) }
			}
			Self::Decide { notice, objection, .. } => NoticeQuestion::Decide {
				by: by()?,
				notice: NoticeId(*notice),
				objection: *objection,
			},
			Self::Withdraw { notice, .. } => {
				NoticeQuestion::Withdraw { by: by()?, notice: NoticeId(*notice) }
			}
			Self::Close { notice } => NoticeQuestion::Close { notice: NoticeId(*notice) },
		})
	}
}

async fn check(session: &Session, arguments: CheckArgs) -> Result<()> {
	let (chain, at) = session.chain_at().await?;
	let by = match (&arguments.actor, &session.global.key) {
		(Some(member), _) => Some(session.resolve(&chain, "--as", member, at).await?),
		(None, Some(_)) => Some(session.signer_member(&chain, at).await?.id),
		(None, None) => None,
	};
	let unnamed = || {
		by.ok_or_else(|| Error::argument("--as", "say whose step it would be, or sign with --key"))
	};
	let question = arguments.step.question(session, &chain, at, unnamed).await?;
	let value: NoticeAnswer = chain.call_api("NoticesApi_check", question, at).await?;
	let lawful = value.lawful;
	session.output.answer(&Answer { at, value }, |answer| output::notice::check(&answer.value));
	match lawful {
		true => Ok(()),
		false => Err(Error::refused("it would not be lawful now")),
	}
}

/// A notice. Fails where there is none.
async fn read_notice(chain: &Chain, notice: u64, at: At) -> Result<NoticeView> {
	let view: Option<NoticeView> =
		chain.call_api("NoticesApi_notice", NoticeId(notice), at).await?;
	let absent =
		format!("there is no notice {notice} at block {}; see `quanqi notice list`", at.number);
	view.ok_or(Error::Absent(absent))
}

async fn show(session: &Session, notice: u64) -> Result<()> {
	let (chain, at) = session.chain_at().await?;
	let view = read_notice(&chain, notice, at).await?;
	answer(session, &chain, at, view).await
}

async fn open_of(session: &Session, subject: &SubjectArgs) -> Result<()> {
	let (chain, at) = session.chain_at().await?;
	let subject = match (subject.grant, subject.achievement, subject.terms) {
		(Some(grant), _, _) => NoticeSubject::Grant(GrantId(grant)),
		(None, Some(achievement), Some(terms)) => {
			NoticeSubject::Price { achievement: AchievementId(achievement), terms }
		}
		_ => {
			return Err(Error::argument("--grant", "give a grant, or an achievement and its terms"))
		}
	};
	let view: Option<NoticeView> = chain.call_api("NoticesApi_open_notice", subject, at).await?;
	let absent = format!(
		"no notice of {} is open at block {}",
		output::notice::subject(&subject),
		at.number
	);
	answer(session, &chain, at, view.ok_or(Error::Absent(absent))?).await
}

async fn answer(session: &Session, chain: &Chain, at: At, value: NoticeView) -> Result<()> {
	let names = session.names(chain, at).await?;
	session.output.answer(&Answer { at, value }, |answer| {
		output::notice::show(answer, &|member| names.of(member))
	});
	Ok(())
}

async fn list(session: &Session, open: bool) -> Result<()> {
	let (chain, at) = session.chain_at().await?;
	let (mut all, mut after): (Vec<NoticeView>, Option<NoticeId>) = (Vec::new(), None);
	loop {
		let page: NoticePage = chain.call_api("NoticesApi_notices", (after, MAX_PAGE), at).await?;
		all.extend(page.items);
		after = page.next;
		if after.is_none() {
			break;
		}
	}
	all.retain(|view| !open || output::notice::notice(view).is_open());
	let names = session.names(&chain, at).await?;
	session.output.answer(&Answer { at, value: all }, |answer| match answer.value.is_empty() {
		true => "no notice".to_owned(),
		false => output::notice::list(&answer.value, &|member| names.of(member)),
	});
	Ok(())
}

async fn objections(session: &Session, notice: u64) -> Result<()> {
	let (chain, at) = session.chain_at().await?;
	read_notice(&chain, notice, at).await?;
	let mut all: Vec<ObjectionView> = Vec::new();
	loop {
		let from = u32::try_from(all.len()).unwrap_or(u32::MAX);
		let question = (NoticeId(notice), from, MAX_PAGE);
		let page: Vec<ObjectionView> =
			chain.call_api("NoticesApi_objections", question, at).await?;
		if page.is_empty() {
			break;
		}
		all.extend(page);
	}
	let names = session.names(&chain, at).await?;
	session.output.answer(&Answer { at, value: all }, |answer| match answer.value.is_empty() {
		true => format!("nobody objected to notice {notice}"),
		false => output::notice::objections(&answer.value, &|member| names.of(member)),
	});
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;
	use clap::Parser;

	#[derive(Parser)]
	struct Line {
		#[command(subcommand)]
		command: NoticeCommand,
	}

	fn parse(line: &str) -> Result<NoticeCommand, String> {
		let zeros = format!("sm3:{}", "0".repeat(64));
		let line = line.replace("DIGEST", &zeros);
		Line::try_parse_from(line.split_whitespace())
			.map(|line| line.command)
			.map_err(|error| error.to_string())
	}

	#[test]
	fn ruling_should_be_refused_when_it_is_neither() {
		assert_eq!(parse_ruling("Upheld"), Ok(Ruling::Upheld));
		assert_eq!(parse_ruling("dismissed"), Ok(Ruling::Dismissed));
		assert!(parse_ruling("perhaps").unwrap_err().contains("upheld or dismissed"));
	}

	#[test]
	fn subject_should_be_a_grant_or_a_price_and_never_both() {
		assert!(parse("x open-of --grant 1").is_ok());
		assert!(parse("x open-of --achievement 1 --terms DIGEST").is_ok());
		assert!(parse("x open-of").is_err());
		assert!(parse("x open-of --achievement 1").is_err());
		assert!(parse("x open-of --grant 1 --achievement 1 --terms DIGEST").is_err());
	}

	#[test]
	fn price_notice_should_take_its_parties_one_by_one() {
		let line = "x open-price 1 --terms DIGEST --digest DIGEST --party 9 --party HK:1";
		let Ok(NoticeCommand::Step(Step::OpenPrice { party, .. })) = parse(line) else {
			panic!("it is a step");
		};
		assert_eq!(party.len(), 2);
	}
}
