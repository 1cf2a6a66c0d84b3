//! `quanqi trial pool`: entries into the trial-first pool.

use super::show;
use crate::{
	chain::{At, Chain},
	cli::Session,
	error::{Error, Result},
	input::{
		amounts::parse_amount,
		dates::{self, parse_term, PeriodArgs},
		documents::parse_digest,
		members::MemberRef,
		scope::ScopeArgs,
		words::{parse_role, parse_word},
	},
};
use clap::{Args, Subcommand};
use pallet_trials::{Call, ConversionTerms, DeclineReason, EntryReason, EntryTerms, TieRule};
use quanqi_runtime::Runtime;
use quanqi_title::ConsentRole;
use quanqi_types::{AchievementId, Amount, Digest, MandateId, Term};

/// The pool 成果池.
#[derive(Subcommand, Clone, Debug)]
pub enum PoolCommand {
	/// What is in the pool 成果池 now
	#[command(after_help = "Example:\n  quanqi trial pool list")]
	List,
	/// A pool entry 入池, its terms and who wants to convert
	#[command(after_help = "\
Example:
  quanqi trial pool entry 1
  quanqi trial pool entry 1 --entry 4")]
	Entry {
		/// Number of the achievement
		achievement: u64,
		/// The entry's number in the title; the present one when absent
		#[arg(long)]
		entry: Option<u32>,
	},
	/// Entries into the pool that wait for consents 待同意
	#[command(after_help = "Example:\n  quanqi trial pool proposals 1")]
	Proposals {
		/// Number of the achievement
		achievement: u64,
	},
	/// Enter an achievement into the pool 入池
	#[command(after_help = "\
Example:
  quanqi --key owner.json trial pool enter 1 --fixed 1000000CNY --tie first-declared --trial-length 6months --parallel 2 --contract sm3:0000000000000000000000000000000000000000000000000000000000000000
  quanqi --key owner.json trial pool enter 1 --reason idle --cap 2000000CNY --tie highest-offer --trial-length 1year --parallel 5 --until 2029-12-31 --ask --contract sm3:0000000000000000000000000000000000000000000000000000000000000000")]
	Enter(Box<EnterArgs>),
	/// Agree to a proposed entry 同意入池; the last consent enters it
	#[command(after_help = "\
Example:
  quanqi --key co-owner.json trial pool agree 1 --proposer 2 --number 0 --role co-owner")]
	Agree {
		/// Number of the achievement
		achievement: u64,
		/// Who proposed it
		#[arg(long, value_name = "MEMBER")]
		proposer: MemberRef,
		/// The proposal's number; `quanqi trial pool proposals` shows it
		#[arg(long)]
		number: u32,
		/// In which capacity
		#[arg(long, default_value = "co-owner", value_parser = parse_role)]
		role: ConsentRole,
		/// The mandate 委托 used
		#[arg(long)]
		mandate: Option<u64>,
	},
	/// Take a proposed entry back 撤回
	#[command(after_help = "Example:\n  quanqi --key owner.json trial pool withdraw 1")]
	Withdraw {
		/// Number of the achievement
		achievement: u64,
		/// The mandate 委托 used
		#[arg(long)]
		mandate: Option<u64>,
	},
	/// Take an achievement out of the pool 出池; accepted trials go on
	#[command(after_help = "Example:\n  quanqi --key owner.json trial pool leave 1")]
	Leave {
		/// Number of the achievement
		achievement: u64,
		/// The mandate 委托 used
		#[arg(long)]
		mandate: Option<u64>,
	},
	/// Say why an idle achievement does not enter the pool 不入池说明
	#[command(after_help = "\
Example:
  quanqi --key owner.json trial pool decline 1 --reason negotiating --digest sm3:0000000000000000000000000000000000000000000000000000000000000000")]
	Decline {
		/// Number of the achievement
		achievement: u64,
		/// negotiating 正在洽谈, not-ripe 尚不成熟, bound-by-contract 合同约束, to-be-given-up 拟放弃 or other
		#[arg(long, value_parser = parse_decline)]
		reason: DeclineReason,
		/// Digest of the explanation
		#[arg(long, value_parser = parse_digest)]
		digest: Digest,
		/// The mandate 委托 used
		#[arg(long)]
		mandate: Option<u64>,
	},
}

/// Terms of an entry.
#[derive(Args, Clone, Debug)]
pub struct EnterArgs {
	/// Number of the achievement
	pub achievement: u64,
	/// voluntary 自愿, idle 三年未转化 or market-wide 市场全部成果
	#[arg(long, default_value = "voluntary", value_parser = parse_reason)]
	pub reason: EntryReason,
	/// What conversion costs
	#[command(flatten)]
	pub conversion: ConversionArgs,
	/// Who goes first when several want it: first-declared 先声明, highest-offer 出价高 or holder-chooses
	/// 权利人择优
	#[arg(long, default_value = "first-declared", value_parser = parse_tie)]
	pub tie: TieRule,
	/// How long a trial lasts: 180d, 6months
	#[arg(long, value_parser = parse_term)]
	pub trial_length: Term,
	/// How many trials there may be at once
	#[arg(long, default_value_t = 1)]
	pub parallel: u32,
	/// Digest of the standard trial contract 格式合同
	#[arg(long, value_parser = parse_digest)]
	pub contract: Digest,
	/// Who operates it 运营机构
	#[arg(long, value_name = "MEMBER")]
	pub operator: Option<MemberRef>,
	/// What trials may use
	#[command(flatten)]
	pub scope: ScopeArgs,
	/// How long it stands open
	#[command(flatten)]
	pub period: PeriodArgs,
	/// Ask those in the way for their consent rather than be refused
	#[arg(long)]
	pub ask: bool,
	/// The mandate 委托 used
	#[arg(long)]
	pub mandate: Option<u64>,
}

/// What conversion will cost, declared before any trial. To be agreed 另行协商 when none is given.
#[derive(Args, Clone, Debug, Default)]
#[group(multiple = false)]
pub struct ConversionArgs {
	/// Exactly this price 固定价格
	#[arg(long, value_name = "AMOUNT", value_parser = parse_amount)]
	pub fixed: Option<Amount>,
	/// Not above this price 最高价
	#[arg(long, value_name = "AMOUNT", value_parser = parse_amount)]
	pub cap: Option<Amount>,
	/// By a formula: digest of its document 计价公式
	#[arg(long, value_name = "DIGEST", value_parser = parse_digest)]
	pub formula: Option<Digest>,
}

impl ConversionArgs {
	fn terms(&self) -> ConversionTerms {
		match (self.fixed, self.cap, self.formula) {
			(Some(price), _, _) => ConversionTerms::Fixed(price),
			(_, Some(price), _) => ConversionTerms::Cap(price),
			(_, _, Some(formula)) => ConversionTerms::Formula(formula),
			(None, None, None) => ConversionTerms::ToBeAgreed,
		}
	}
}

fn parse_reason(text: &str) -> Result<EntryReason, String> {
	parse_word(text, "voluntary, idle or market-wide")
}

fn parse_tie(text: &str) -> Result<TieRule, String> {
	parse_word(text, "first-declared, highest-offer or holder-chooses")
}

fn parse_decline(text: &str) -> Result<DeclineReason, String> {
	parse_word(text, "negotiating, not-ripe, bound-by-contract, to-be-given-up or other")
}

impl PoolCommand {
	/// Does it.
	pub async fn run(self, session: &Session) -> Result<()> {
		let (call, done) = match self {
			Self::List => return show::pool(session).await,
			Self::Entry { achievement, entry } => {
				return show::entry(session, achievement, entry).await
			}
			Self::Proposals { achievement } => return show::proposals(session, achievement).await,
			Self::Enter(arguments) => return enter(session, *arguments).await,
			Self::Agree { achievement, proposer, number, role, mandate } => {
				let (chain, at) = session.chain_at().await?;
				let proposer = session.resolve(&chain, "--proposer", &proposer, at).await?;
				let call = Call::agree_to_entry {
					achievement: AchievementId(achievement),
					proposer,
					number,
					role,
					mandate: mandate.map(MandateId),
				};
				(call, "agreed")
			}
			Self::Withdraw { achievement, mandate } => (
				Call::withdraw_proposal {
					achievement: AchievementId(achievement),
					mandate: mandate.map(MandateId),
				},
				"proposal taken back",
			),
			Self::Leave { achievement, mandate } => (
				Call::leave_pool {
					achievement: AchievementId(achievement),
					mandate: mandate.map(MandateId),
				},
				"out of the pool",
			),
			Self::Decline { achievement, reason, digest, mandate } => (
				Call::decline_pool {
					achievement: AchievementId(achievement),
					reason,
					document: digest,
					mandate: mandate.map(MandateId),
				},
				"reason recorded",
			),
		};
		submit(session, &session.chain().await?, call, done).await
	}
}

async fn submit(session: &Session, chain: &Chain, call: Call<Runtime>, done: &str) -> Result<()> {
	let receipt = session.submit(chain, call).await?;
	super::told::say(session, &receipt, done);
	Ok(())
}

async fn enter(session: &Session, arguments: EnterArgs) -> Result<()> {
	let (chain, at) = session.chain_at().await?;
	let terms = terms(session, &chain, at, &arguments).await?;
	let call = Call::enter_pool {
		achievement: AchievementId(arguments.achievement),
		terms: Box::new(terms),
		ask: arguments.ask,
		mandate: arguments.mandate.map(MandateId),
	};
	submit(session, &chain, call, "entered").await
}

async fn terms(
	session: &Session,
	chain: &Chain,
	at: At,
	arguments: &EnterArgs,
) -> Result<EntryTerms> {
	let operator = match &arguments.operator {
		None => None,
		Some(member) => Some(session.resolve(chain, "--operator", member, at).await?),
	};
	let now = chain.time(at).await?;
	let period = dates::period(arguments.period.from, arguments.period.until, now)
		.map_err(|error| Error::argument("--until", error))?;
	Ok(EntryTerms {
		reason: arguments.reason,
		conversion: arguments.conversion.terms(),
		tie: arguments.tie,
		trial_length: arguments.trial_length,
		parallel_limit: arguments.parallel,
		standard_contract: arguments.contract,
		operator,
		scope: arguments.scope.scope().map_err(|(flag, reason)| Error::argument(flag, reason))?,
		period,
	})
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn conversion_should_be_to_be_agreed_when_nothing_is_declared() {
		assert_eq!(ConversionArgs::default().terms(), ConversionTerms::ToBeAgreed);
		let price = Amount::fen(5);
		let fixed = ConversionArgs { fixed: Some(price), ..Default::default() };
		assert_eq!(fixed.terms(), ConversionTerms::Fixed(price));
		let cap = ConversionArgs { cap: Some(price), ..Default::default() };
		assert_eq!(cap.terms(), ConversionTerms::Cap(price));
		let formula = Digest::Sm3([7; 32]);
		let formula_only = ConversionArgs { formula: Some(formula), ..Default::default() };
		assert_eq!(formula_only.terms(), ConversionTerms::Formula(formula));
	}

	#[test]
	fn words_should_be_refused_with_their_list_when_unknown() {
		assert_eq!(parse_tie("holder-chooses"), Ok(TieRule::HolderChooses));
		assert!(parse_tie("lot").unwrap_err().contains("highest-offer"));
		assert!(parse_reason("forced").unwrap_err().contains("market-wide"));
		assert!(parse_decline("lazy").unwrap_err().contains("not-ripe"));
	}
}
