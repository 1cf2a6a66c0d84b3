//! `quanqi member`: who takes part.

mod keys;

use super::{council::MotionArgs, member_import::ImportArgs, Session};
use crate::{
	error::{Error, Result},
	input::{
		application::{parse_account, parse_capabilities, parse_kind, Fields},
		codes::parse_text,
		documents::DecisionArgs,
		members::MemberRef,
		words::parse_word,
	},
	output,
};
use clap::{Args, Subcommand};
pub use keys::{KeysCommand, MandateCommand};
use pallet_consortium::{
	types::{Document, SuccessionCause},
	Call,
};
use quanqi_runtime::{AccountId, Runtime};
use quanqi_types::{bounds::MAX_NAME_BYTES, Capabilities, MemberKind, Text};

type ConsortiumCall = Call<Runtime>;

/// Members 成员.
#[derive(Subcommand, Clone, Debug)]
pub enum MemberCommand {
	/// Everything known of a member 成员
	#[command(after_help = "Example:\n  quanqi member show 12100000400000456B")]
	Show {
		/// Number, credit code or COUNTRY:NUMBER
		member: MemberRef,
	},
	/// All members 成员
	#[command(after_help = "Example:\n  quanqi member list --kind university")]
	List {
		/// Only of this kind 类别
		#[arg(long, value_parser = parse_kind)]
		kind: Option<MemberKind>,
	},
	/// Bring in the members 成员 of a table; running it again admits nobody twice
	#[command(after_help = "\
Example:
  quanqi --key exchange.json member import institutions.csv --keys-dir keys --plain --voter bureau.json")]
	Import(ImportArgs),
	/// Admit an organisation 准入 by motion of the council
	#[command(after_help = "\
Example:
  quanqi --key exchange.json member admit --name 清华大学 --kind university --credit-code 12100000400000624D --division 110108 --account 5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY --voter bureau.json")]
	Admit {
		/// Who
		#[command(flatten)]
		who: ApplicationArgs,
		/// How the council decides
		#[command(flatten)]
		motion: MotionArgs,
	},
	/// Sponsor 担保 a person or an enterprise
	#[command(after_help = "\
Example:
  quanqi --key university.json member sponsor --kind person --commitment 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 --division 230100")]
	Sponsor(ApplicationArgs),
	/// Keys 密钥 of a member
	#[command(subcommand)]
	Keys(KeysCommand),
	/// Mandates 授权委托: who may act for whom
	#[command(subcommand)]
	Mandate(MandateCommand),
	/// Suspend a member 中止: it signs nothing until it is reinstated
	#[command(
		after_help = "Example:\n  quanqi --key exchange.json member suspend 7 --voter bureau.json"
	)]
	Suspend(StatusArgs),
	/// Reinstate a suspended member 恢复
	#[command(
		after_help = "Example:\n  quanqi --key exchange.json member reinstate 7 --voter bureau.json"
	)]
	Reinstate(StatusArgs),
	/// Expel a member 除名 for good; its rights stay
	#[command(
		after_help = "Example:\n  quanqi --key exchange.json member expel 7 --voter bureau.json"
	)]
	Expel(StatusArgs),
	/// Rename an organisation 更名; it stays the same member
	#[command(
		after_help = "Example:\n  quanqi --key exchange.json member rename 7 新名称 --voter bureau.json"
	)]
	Rename {
		/// Who
		member: MemberRef,
		/// Its name from now on
		#[arg(value_parser = parse_text::<MAX_NAME_BYTES>)]
		name: Text<MAX_NAME_BYTES>,
		/// How the council decides
		#[command(flatten)]
		motion: MotionArgs,
	},
	/// Change what a member may do 职能
	#[command(after_help = "\
Example:
  quanqi --key exchange.json member capabilities 7 register,approve --voter bureau.json")]
	Capabilities {
		/// Who
		member: MemberRef,
		/// All that it may do from now on, divided by commas
		#[arg(value_parser = parse_capabilities)]
		capabilities: Capabilities,
		/// Division in which it registers contracts 管辖
		#[arg(long)]
		jurisdiction: Option<u32>,
		/// How the council decides
		#[command(flatten)]
		motion: MotionArgs,
	},
	/// Give a member a seat in the council 席位, or take it
	#[command(
		after_help = "Example:\n  quanqi --key exchange.json member seat 7 --voter bureau.json"
	)]
	Seat {
		/// Who
		member: MemberRef,
		/// Take the seat
		#[arg(long)]
		take: bool,
		/// How the council decides
		#[command(flatten)]
		motion: MotionArgs,
	},
	/// Offer to hand a sponsored member over to another sponsor 担保单位
	#[command(after_help = "Example:\n  quanqi --key university.json member offer 9 --to 3")]
	Offer {
		/// The sponsored member
		member: MemberRef,
		/// To whom; nobody takes the offer back
		#[arg(long)]
		to: Option<MemberRef>,
	},
	/// Take over a member whose sponsorship 担保 was offered
	#[command(after_help = "Example:\n  quanqi --key exchange.json member accept 9")]
	Accept {
		/// The sponsored member
		member: MemberRef,
	},
	/// Appoint who gives the consents that fall to a suspended member 代管
	#[command(after_help = "\
Example:
  quanqi --key bureau.json member administer 7 --by 3 --document D-1 --digest sm3:0000000000000000000000000000000000000000000000000000000000000000")]
	Administer {
		/// For whom
		member: MemberRef,
		/// Who does it
		#[arg(long)]
		by: MemberRef,
		/// The decision
		#[command(flatten)]
		decision: DecisionArgs,
	},
	/// Record who takes over from a member 承继
	#[command(after_help = "\
Example:
  quanqi --key bureau.json member succeed 7 --by 3 --cause merger --document D-1 --digest sm3:0000000000000000000000000000000000000000000000000000000000000000")]
	Succeed {
		/// Whose successor
		member: MemberRef,
		/// Who takes over
		#[arg(long)]
		by: MemberRef,
		/// death, merger, division or dissolution
		#[arg(long, value_parser = parse_cause)]
		cause: SuccessionCause,
		/// The decision
		#[command(flatten)]
		decision: DecisionArgs,
	},
}

/// A member and a motion about it.
#[derive(Args, Clone, Debug)]
pub struct StatusArgs {
	/// Number, credit code or COUNTRY:NUMBER
	pub member: MemberRef,
	/// How the council decides
	#[command(flatten)]
	pub motion: MotionArgs,
}

/// What is said of a new member.
#[derive(Args, Clone, Debug)]
pub struct ApplicationArgs {
	/// Registered name of an organisation 名称
	#[arg(long, default_value = "")]
	pub name: String,
	/// Kind 类别: university, institute, hospital, enterprise, exchange, bureau, regulator, agency,
	/// financier, person, other
	#[arg(long)]
	pub kind: String,
	/// Unified social credit code 统一社会信用代码 of a domestic organisation
	#[arg(long, default_value = "")]
	pub credit_code: String,
	/// Division 行政区划 of GB/T 2260; else that of the credit code
	#[arg(long, default_value = "")]
	pub division: String,
	/// Country of a foreign organisation
	#[arg(long, default_value = "")]
	pub country: String,
	/// Its register and number
	#[arg(long, default_value = "")]
	pub register: String,
	/// Commitment 承诺值 to a person's identity
	#[arg(long, default_value = "")]
	pub commitment: String,
	/// Established by the state 国家设立
	#[arg(long)]
	pub state_established: bool,
	/// Capabilities 职能 divided by commas; else the usual ones of the kind
	#[arg(long)]
	pub capabilities: Option<String>,
	/// Division in which it registers contracts 管辖
	#[arg(long, default_value = "")]
	pub jurisdiction: String,
	/// Account of its first, full key
	#[arg(long, value_parser = parse_account)]
	pub account: Option<AccountId>,
}

fn parse_cause(text: &str) -> Result<SuccessionCause, String> {
	parse_word(text, "death, merger, division or dissolution")
}

impl ApplicationArgs {
	fn application(&self) -> Result<pallet_consortium::types::Application<AccountId>> {
		let fields = Fields {
			name: &self.name,
			kind: &self.kind,
			credit_code: &self.credit_code,
			division: &self.division,
			country: &self.country,
			register: &self.register,
			commitment: &self.commitment,
			state_established: if self.state_established { "true" } else { "" },
			capabilities: self.capabilities.as_deref(),
			jurisdiction: &self.jurisdiction,
			default_division: None,
		};
		let flag = |field: &str| match field {
			"name_zh" => "--name".to_owned(),
			"uscc" => "--credit-code".to_owned(),
			field => format!("--{}", field.replace('_', "-")),
		};
		let statement =
			fields.statement().map_err(|(field, reason)| Error::argument(flag(field), reason))?;
		Ok(statement.application(self.account.clone()))
	}
}

impl MemberCommand {
	/// Does it.
	pub async fn run(self, session: &Session) -> Result<()> {
		match self {
			Self::Show { member } => show(session, &member).await,
			Self::List { kind } => list(session, kind).await,
			Self::Import(arguments) => super::member_import::run(session, &arguments).await,
			Self::Sponsor(who) => {
				let mut application = who.application()?;
				// The council alone gives capabilities.
				application.capabilities = Capabilities::NONE;
				signed(session, Call::sponsor { application }, "sponsored").await
			}
			Self::Keys(command) => command.run(session).await,
			Self::Mandate(command) => command.run(session).await,
			Self::Offer { member, to } => {
				let (chain, at) = session.chain_at().await?;
				let member = session.resolve(&chain, "member", &member, at).await?;
				let to = match to {
					None => None,
					Some(to) => Some(session.resolve(&chain, "--to", &to, at).await?),
				};
				signed(session, Call::offer_sponsorship { member, to }, "offered").await
			}
			Self::Accept { member } => {
				let (chain, at) = session.chain_at().await?;
				let member = session.resolve(&chain, "member", &member, at).await?;
				signed(session, Call::accept_sponsorship { member }, "taken over").await
			}
			Self::Administer { member, by, decision } => {
				let (chain, at) = session.chain_at().await?;
				let call = Call::appoint_administrator {
					member: session.resolve(&chain, "member", &member, at).await?,
					administrator: session.resolve(&chain, "--by", &by, at).await?,
					decision: Document { number: decision.number, digest: decision.digest },
				};
				signed(session, call, "administrator appointed").await
			}
			Self::Succeed { member, by, cause, decision } => {
				let (chain, at) = session.chain_at().await?;
				let call = Call::record_succession {
					member: session.resolve(&chain, "member", &member, at).await?,
					successor: session.resolve(&chain, "--by", &by, at).await?,
					cause,
					decision: Document { number: decision.number, digest: decision.digest },
				};
				signed(
					session,
					call,
					"succession recorded; `quanqi rights succeed` moves the rights",
				)
				.await
			}
			decided => decided.decide(session).await,
		}
	}

	/// What the council decides.
	async fn decide(self, session: &Session) -> Result<()> {
		let (member, motion) = match &self {
			Self::Admit { who, motion } => {
				let application = who.application()?;
				return motion.decide(session, Call::admit { application }, "admitted").await;
			}
			Self::Suspend(status) | Self::Reinstate(status) | Self::Expel(status) => {
				(&status.member, &status.motion)
			}
			Self::Rename { member, motion, .. }
			| Self::Capabilities { member, motion, .. }
			| Self::Seat { member, motion, .. } => (member, motion),
			_ => return Ok(()),
		};
		let (chain, at) = session.chain_at().await?;
		let member = session.resolve(&chain, "member", member, at).await?;
		let (call, done): (ConsortiumCall, &str) = match &self {
			Self::Suspend(_) => (Call::suspend { member }, "suspended"),
			Self::Reinstate(_) => (Call::reinstate { member }, "reinstated"),
			Self::Expel(_) => (Call::expel { member }, "expelled"),
			Self::Rename { name, .. } => (Call::rename { member, name: name.clone() }, "renamed"),
			Self::Capabilities { capabilities, jurisdiction, .. } => (
				Call::change_capabilities {
					member,
					capabilities: *capabilities,
					jurisdiction: *jurisdiction,
				},
				"capabilities changed",
			),
			Self::Seat { take, .. } => (Call::set_seat { member, seated: !take }, "seat changed"),
			_ => return Ok(()),
		};
		motion.decide(session, call, done).await
	}
}

/// Signs a call of the consortium and says what it did.
async fn signed(session: &Session, call: ConsortiumCall, did: &str) -> Result<()> {
	let chain = session.chain().await?;
	let receipt = session.submit(&chain, call).await?;
	let admitted = receipt.events.iter().find_map(super::council::admitted);
	let sentence = match admitted {
		Some(member) => format!("{did}: member {member}"),
		None => did.to_owned(),
	};
	session.done(&receipt, serde_json::json!({ "member": admitted }), &sentence);
	Ok(())
}

async fn show(session: &Session, member: &MemberRef) -> Result<()> {
	let (chain, at) = session.chain_at().await?;
	let number = session.resolve(&chain, "member", member, at).await?;
	let view = chain
		.member(number, at)
		.await?
		.ok_or_else(|| Error::Absent(format!("no member {number} at block {}", at.number)))?;
	let answer = crate::chain::Answer { at, value: view };
	session.output.answer(&answer, |answer| output::member::show(&answer.value));
	Ok(())
}

async fn list(session: &Session, kind: Option<MemberKind>) -> Result<()> {
	let (chain, at) = session.chain_at().await?;
	let mut members = chain.members(at).await?;
	members.retain(|member| kind.is_none_or(|kind| member.kind == kind));
	let answer = crate::chain::Answer { at, value: members };
	session.output.answer(&answer, |answer| output::member::list(&answer.value));
	Ok(())
}
