//! `quanqi trial`: the trial-first pool, trials, and what has not been converted for years.

mod around;
mod pool;
mod show;
mod steps;
mod told;

use super::Session;
use crate::{error::Result, input::members::MemberRef};
use around::AroundCommand;
use clap::{Args, Subcommand};
use pallet_trials::runtime_api::MAX_WALK;
use pool::PoolCommand;
use steps::Step;

/// Trials 先用后转.
#[derive(Subcommand, Clone, Debug)]
pub enum TrialCommand {
	/// A trial: its state, days, policy, conversion 试用详情
	#[command(after_help = "Example:\n  quanqi trial show 1")]
	Show {
		/// Number of the trial
		trial: u64,
	},
	/// Trials of an achievement, or of a user 试用列表
	#[command(after_help = "\
Example:
  quanqi trial list --achievement 1
  quanqi trial list --user 12100000400000456B")]
	List(ListArgs),
	/// Services around a trial 服务记录
	#[command(after_help = "Example:\n  quanqi trial services 1")]
	Services {
		/// Number of the trial
		trial: u64,
	},
	/// Achievements not converted in the statute's years 三年未转化, for a reader that may audit
	#[command(after_help = "\
Example:
  quanqi --key auditor.json trial idle
  quanqi trial idle --as 9 --after 120 --limit 500 --one-page")]
	Idle(IdleArgs),
	/// The pool 成果池: what can be tried, on which terms
	#[command(subcommand)]
	Pool(PoolCommand),
	/// A step of a trial.
	#[command(flatten)]
	Step(Step),
	/// What stands around a trial.
	#[command(flatten)]
	Around(AroundCommand),
}

/// Whose trials.
#[derive(Args, Clone, Debug)]
#[group(required = true, multiple = false)]
pub struct ListArgs {
	/// Trials of this achievement
	#[arg(long)]
	pub achievement: Option<u64>,
	/// Trials that this member asked for: number, credit code or COUNTRY:NUMBER
	#[arg(long, value_name = "MEMBER")]
	pub user: Option<MemberRef>,
}

/// Which part of the idle list.
#[derive(Args, Clone, Debug)]
pub struct IdleArgs {
	/// Who reads; else the signer's member
	#[arg(long = "as", value_name = "MEMBER")]
	pub reader: Option<MemberRef>,
	/// Begin after this achievement: the cursor of an earlier answer
	#[arg(long)]
	pub after: Option<u64>,
	/// How many achievements one page looks at, at most 1000
	#[arg(
		long, default_value_t = MAX_WALK,
		value_parser = clap::value_parser!(u32).range(1..=i64::from(MAX_WALK))
	)]
	pub limit: u32,
	/// Only one page; its cursor says where the next begins
	#[arg(long)]
	pub one_page: bool,
}

/// A trial, and in whose name.
#[derive(Args, Clone, Debug)]
pub struct OfArgs {
	/// Number of the trial
	pub trial: u64,
	/// The mandate 委托 used
	#[arg(long)]
	pub mandate: Option<u64>,
}

impl TrialCommand {
	/// Does it.
	pub async fn run(self, session: &Session) -> Result<()> {
		match self {
			Self::Show { trial } => show::trial(session, trial).await,
			Self::List(arguments) => show::list(session, &arguments).await,
			Self::Services { trial } => show::services(session, trial).await,
			Self::Idle(arguments) => show::idle(session, &arguments).await,
			Self::Pool(command) => command.run(session).await,
			Self::Step(step) => step.run(session).await,
			Self::Around(command) => command.run(session).await,
		}
	}
}
