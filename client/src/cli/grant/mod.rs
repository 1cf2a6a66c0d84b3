//! `quanqi grant`: shares and long-term use rights for completers.

mod show;
mod steps;
mod terms;
pub(super) mod told;

use super::Session;
use crate::{error::Result, input::members::MemberRef};
use clap::Subcommand;
use steps::Step;
use terms::TermsArgs;

/// Grants 赋权.
#[derive(Subcommand, Clone, Debug)]
pub enum GrantCommand {
	/// A grant: its terms, where it stands, who is missing 赋权详情
	#[command(after_help = "Example:\n  quanqi grant show 1")]
	Show {
		/// Number of the grant
		grant: u64,
	},
	/// Grants 赋权列表, all or of one achievement
	#[command(after_help = "\
Example:
  quanqi grant list
  quanqi grant list --achievement 1")]
	List {
		/// Grants of this achievement only
		#[arg(long)]
		achievement: Option<u64>,
	},
	/// How many keys of a unit must approve its grants 审批人数
	#[command(after_help = "Example:\n  quanqi grant approvals 12100000400000456B")]
	Approvals {
		/// Number, credit code or COUNTRY:NUMBER
		unit: MemberRef,
	},
	/// Would these terms be lawful now? Writes nothing 试问
	#[command(after_help = "\
Example:
  quanqi grant check 1 --unit 2 --share 80% --member 7=60% --member 8=40% --basis 1 --agreement sm3:0000000000000000000000000000000000000000000000000000000000000000 --income completers=70% --income unit=30%")]
	Check {
		/// Number of the achievement
		achievement: u64,
		/// Whose grant it would be; else the signer's member, else the first owner
		#[arg(long, value_name = "MEMBER")]
		unit: Option<MemberRef>,
		/// The terms
		#[command(flatten)]
		terms: Box<TermsArgs>,
	},
	/// A step of a grant.
	#[command(flatten)]
	Step(Box<Step>),
}

impl GrantCommand {
	/// Does it.
	pub async fn run(self, session: &Session) -> Result<()> {
		match self {
			Self::Show { grant } => show::show(session, grant).await,
			Self::List { achievement } => show::list(session, achievement).await,
			Self::Approvals { unit } => show::approvals(session, &unit).await,
			Self::Check { achievement, unit, terms } => {
				show::check(session, achievement, unit.as_ref(), &terms).await
			}
			Self::Step(step) => step.run(session).await,
		}
	}
}
