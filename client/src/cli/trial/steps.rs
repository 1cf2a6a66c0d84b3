//! The steps of a trial, from the request to conversion or end.

use super::OfArgs;
use crate::{
	chain::{At, Chain},
	cli::Session,
	error::{Error, Result},
	input::{
		amounts::parse_amount,
		dates::parse_term,
		documents::{parse_digest, DecisionArgs},
		members::MemberRef,
		shares::parse_ppm,
		words::parse_role,
	},
};
use clap::{Args, Subcommand};
use pallet_trials::{Brokerage, BrokersFee, Call};
use quanqi_runtime::Runtime;
use quanqi_title::ConsentRole;
use quanqi_types::{AchievementId, Amount, Digest, MandateId, Term, TrialId};

/// A step.
#[derive(Subcommand, Clone, Debug)]
pub enum Step {
	/// Ask for a trial under a pool entry 申请试用
	#[command(after_help = "\
Example:
  quanqi --key user.json trial request 1 --contract sm3:0000000000000000000000000000000000000000000000000000000000000000
  quanqi --key user.json trial request 1 --entry 4 --broker 6 --fee 5% --contract sm3:0000000000000000000000000000000000000000000000000000000000000000")]
	Request(RequestArgs),
	/// Take a request back before the trial runs 撤回申请
	#[command(after_help = "Example:\n  quanqi --key user.json trial withdraw 1")]
	Withdraw(OfArgs),
	/// Refuse a request 不予同意
	#[command(after_help = "\
Example:
  quanqi --key unit-approver.json trial refuse 1
  quanqi --key unit-approver.json trial refuse 1 --reasons sm3:0000000000000000000000000000000000000000000000000000000000000000")]
	Refuse {
		/// Number of the trial
		trial: u64,
		/// Digest of the reasons
		#[arg(long, value_parser = parse_digest)]
		reasons: Option<Digest>,
	},
	/// Give the unit's internal approval 内控审批
	#[command(after_help = "Example:\n  quanqi --key unit-approver.json trial approve 1")]
	Approve {
		/// Number of the trial
		trial: u64,
	},
	/// Agree to a start or an extension where the law asks it 同意
	#[command(after_help = "\
Example:
  quanqi --key co-owner.json trial agree 1 --role co-owner")]
	Agree {
		/// Which trial, and in whose name
		#[command(flatten)]
		of: OfArgs,
		/// In which capacity: co-owner, blocking-holder, pledgee, …; `quanqi trial show` names it
		#[arg(long, default_value = "co-owner", value_parser = parse_role)]
		role: ConsentRole,
	},
	/// Start an accepted trial: the use right is granted 开始试用
	#[command(after_help = "Example:\n  quanqi --key unit.json trial start 1")]
	Start(OfArgs),
	/// Ask for more time 申请延期
	#[command(
		after_help = "Example:\n  quanqi --key user.json trial ask-extension 1 --more 3months"
	)]
	AskExtension {
		/// Which trial, and in whose name
		#[command(flatten)]
		of: OfArgs,
		/// How much, from the present end on: 90d, 3months
		#[arg(long, value_parser = parse_term)]
		more: Term,
	},
	/// Extend a trial as its user asked 同意延期
	#[command(after_help = "Example:\n  quanqi --key unit.json trial extend 1")]
	Extend(OfArgs),
	/// Declare to convert 声明转化; a signed contract converts
	#[command(after_help = "\
Example:
  quanqi --key user.json trial convert 1
  quanqi --key user.json trial convert 1 --offer 1200000CNY")]
	Convert {
		/// Which trial, and in whose name
		#[command(flatten)]
		of: OfArgs,
		/// What is offered, where the tie rule takes an offer
		#[arg(long, value_parser = parse_amount)]
		offer: Option<Amount>,
	},
	/// Choose who goes first among those who declared to convert 择优
	#[command(after_help = "Example:\n  quanqi --key unit.json trial choose 1")]
	Choose(OfArgs),
	/// Declare to stop 声明停止; the use right ends
	#[command(after_help = "Example:\n  quanqi --key user.json trial stop 1")]
	Stop(OfArgs),
	/// Close a trial that stopped, or whose conversion came to nothing 结束
	#[command(after_help = "Example:\n  quanqi --key unit.json trial close 1")]
	Close(OfArgs),
	/// End a trial by decision 裁决终止
	#[command(after_help = "\
Example:
  quanqi --key bureau.json trial terminate 1 --document D-1 --digest sm3:0000000000000000000000000000000000000000000000000000000000000000")]
	Terminate {
		/// Number of the trial
		trial: u64,
		/// The decision
		#[command(flatten)]
		decision: DecisionArgs,
	},
	/// Do what is due of a trial: flag a silent one, close a stopped one 到期处理
	#[command(after_help = "Example:\n  quanqi --key any.json trial settle 1")]
	Settle {
		/// Number of the trial
		trial: u64,
	},
}

/// A request.
#[derive(Args, Clone, Debug)]
pub struct RequestArgs {
	/// Number of the achievement
	pub achievement: u64,
	/// The pool entry, by its number in the title; the open one when absent
	#[arg(long)]
	pub entry: Option<u32>,
	/// Digest of the standard contract that the user accepts 格式合同
	#[arg(long, value_parser = parse_digest)]
	pub contract: Digest,
	/// Who brought the two together 技术经纪
	#[arg(long, value_name = "MEMBER", requires = "fee")]
	pub broker: Option<MemberRef>,
	/// What the broker gets at conversion: a part 5% or an amount 10000CNY
	#[arg(long, value_name = "PART|AMOUNT", requires = "broker", value_parser = parse_fee)]
	pub fee: Option<BrokersFee>,
	/// The mandate 委托 used
	#[arg(long)]
	pub mandate: Option<u64>,
}

/// A part of the price, or an amount.
fn parse_fee(text: &str) -> Result<BrokersFee, String> {
	if let Ok(part) = parse_ppm(text) {
		return Ok(BrokersFee::Part(part));
	}
	parse_amount(text)
		.map(BrokersFee::Amount)
		.map_err(|_| format!("{text}: a fee is a part such as 5%, or an amount such as 10000CNY"))
}

impl RequestArgs {
	async fn call(self, session: &Session, chain: &Chain, at: At) -> Result<Call<Runtime>> {
		let achievement = AchievementId(self.achievement);
		let entry = match self.entry {
			Some(entry) => entry,
			None => super::show::read_entry(chain, achievement, None, at).await?.entry,
		};
		let broker = match self.broker.zip(self.fee) {
			None => None,
			Some((broker, fee)) => {
				let broker = session.resolve(chain, "--broker", &broker, at).await?;
				Some(Brokerage { broker, fee })
			}
		};
		Ok(Call::request {
			achievement,
			entry,
			standard_contract: self.contract,
			broker,
			mandate: self.mandate.map(MandateId),
		})
	}
}

impl OfArgs {
	/// As calls take them.
	fn parts(&self) -> (TrialId, Option<MandateId>) {
		(TrialId(self.trial), self.mandate.map(MandateId))
	}
}

impl Step {
	/// Takes the step.
	pub async fn run(self, session: &Session) -> Result<()> {
		let (chain, at) = session.chain_at().await?;
		let (call, done) = match self {
			Self::Request(arguments) => {
				(arguments.call(session, &chain, at).await?, "trial asked for")
			}
			other => other.call()?,
		};
		let receipt = session.submit(&chain, call).await?;
		super::told::say(session, &receipt, done);
		Ok(())
	}

	/// The call of a step that needs nothing looked up, and what to say of it.
	fn call(self) -> Result<(Call<Runtime>, &'static str)> {
		let with = |of: &OfArgs, call: fn(TrialId, Option<MandateId>) -> Call<Runtime>| {
			let (trial, mandate) = of.parts();
			call(trial, mandate)
		};
		Ok(match self {
			Self::Request(_) => {
				return Err(Error::argument("request", "is prepared with what the chain says"))
			}
			Self::Withdraw(of) => (
				with(&of, |trial, mandate| Call::withdraw { trial, mandate }),
				"request taken back",
			),
			Self::Refuse { trial, reasons } => {
				(Call::refuse { trial: TrialId(trial), reasons }, "refused")
			}
			Self::Approve { trial } => (Call::approve { trial: TrialId(trial) }, "approved"),
			Self::Agree { of, role } => {
				let (trial, mandate) = of.parts();
				(Call::agree { trial, role, mandate }, "agreed")
			}
			Self::Start(of) => {
				(with(&of, |trial, mandate| Call::start { trial, mandate }), "started")
			}
			Self::AskExtension { of, more } => {
				let (trial, mandate) = of.parts();
				(Call::ask_extension { trial, more, mandate }, "more time asked for")
			}
			Self::Extend(of) => {
				(with(&of, |trial, mandate| Call::extend { trial, mandate }), "extended")
			}
			Self::Convert { of, offer } => {
				let (trial, mandate) = of.parts();
				(Call::declare_conversion { trial, offer, mandate }, "conversion declared")
			}
			Self::Choose(of) => {
				(with(&of, |trial, mandate| Call::choose { trial, mandate }), "chosen")
			}
			Self::Stop(of) => {
				(with(&of, |trial, mandate| Call::declare_stop { trial, mandate }), "stopped")
			}
			Self::Close(of) => {
				(with(&of, |trial, mandate| Call::close { trial, mandate }), "closed")
			}
			Self::Terminate { trial, decision } => {
				let (document, digest) = (decision.number, decision.digest);
				(Call::terminate { trial: TrialId(trial), document, digest }, "ended by decision")
			}
			Self::Settle { trial } => (Call::settle { trial: TrialId(trial) }, "settled"),
		})
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn fee_should_be_a_part_or_an_amount() {
		assert_eq!(parse_fee("5%"), Ok(BrokersFee::Part(50_000)));
		assert_eq!(parse_fee("10000CNY"), Ok(BrokersFee::Amount(Amount::fen(1_000_000))));
		assert!(parse_fee("much").unwrap_err().contains("10000CNY"));
	}

	#[test]
	fn step_should_become_the_call_of_its_name() {
		let of = || OfArgs { trial: 7, mandate: Some(2) };
		let (trial, mandate) = (TrialId(7), Some(MandateId(2)));
		let call = |step: Step| step.call().unwrap().0;
		assert_eq!(call(Step::Start(of())), Call::start { trial, mandate });
		assert_eq!(call(Step::Stop(of())), Call::declare_stop { trial, mandate });
		assert_eq!(call(Step::Choose(of())), Call::choose { trial, mandate });
		assert_eq!(call(Step::Extend(of())), Call::extend { trial, mandate });
		assert_eq!(call(Step::Close(of())), Call::close { trial, mandate });
		assert_eq!(call(Step::Withdraw(of())), Call::withdraw { trial, mandate });
		let convert = Step::Convert { of: of(), offer: None };
		assert_eq!(call(convert), Call::declare_conversion { trial, offer: None, mandate });
	}
}
