//! `quanqi rights`: titles, histories and every step in them.

mod acts;
mod answers;
mod show;
mod told;

use super::Session;
use crate::{error::Result, input::members::MemberRef};
use acts::Step;
use answers::AnswerCommand;
use clap::{Args, Subcommand};

/// Rights 权属.
#[derive(Subcommand, Clone, Debug)]
pub enum RightsCommand {
	/// Who owns it and who may use it now 权属
	#[command(after_help = "Example:\n  quanqi rights title 1")]
	Title {
		/// Number of the achievement
		achievement: u64,
	},
	/// Every step that led there 权属历史
	#[command(after_help = "Example:\n  quanqi rights history 1 --from 2 --limit 10")]
	History {
		/// Number of the achievement
		achievement: u64,
		/// First entry
		#[arg(long, default_value_t = 0)]
		from: u32,
		/// At most so many entries; all when absent
		#[arg(long)]
		limit: Option<u32>,
	},
	/// Achievements 成果 in whose titles a member is named
	#[command(after_help = "Example:\n  quanqi rights holdings 12100000400000456B")]
	Holdings {
		/// Number, credit code or COUNTRY:NUMBER
		member: MemberRef,
	},
	/// Requests for consent 征求同意 that wait in an achievement
	#[command(after_help = "Example:\n  quanqi rights requests 1")]
	Requests {
		/// Number of the achievement
		achievement: u64,
	},
	/// Would this step be lawful now? Writes nothing 试问
	#[command(after_help = "\
Example:
  quanqi rights check license 1 --form exclusive --to 3
  quanqi rights check transfer 1 --to 3 --part 20% --as 2")]
	Check(CheckArgs),
	/// A step, or an answer to a request.
	#[command(flatten)]
	Step(Box<Step>),
	/// An answer to a request.
	#[command(flatten)]
	Answer(AnswerCommand),
}

/// A step to check.
#[derive(Args, Clone, Debug)]
pub struct CheckArgs {
	/// Whose step it would be; else the signer's member, else the first owner
	#[arg(long = "as", value_name = "MEMBER", global = true)]
	pub actor: Option<MemberRef>,
	/// The step
	#[command(subcommand)]
	pub step: Box<Step>,
}

impl RightsCommand {
	/// Does it.
	pub async fn run(self, session: &Session) -> Result<()> {
		match self {
			Self::Title { achievement } => show::title(session, achievement).await,
			Self::History { achievement, from, limit } => {
				show::history(session, achievement, from, limit).await
			}
			Self::Holdings { member } => show::holdings(session, &member).await,
			Self::Requests { achievement } => show::requests(session, achievement).await,
			Self::Check(arguments) => {
				acts::check(session, *arguments.step, arguments.actor.as_ref()).await
			}
			Self::Step(step) => step.run(session).await,
			Self::Answer(answer) => answer.run(session).await,
		}
	}
}
