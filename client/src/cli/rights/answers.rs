//! Answers to requests for consent, and what falls due.

use crate::{
	cli::{behalf::NameArgs, Session},
	error::Result,
	input::{documents::OfficeArgs, words::parse_role},
};
use clap::{Args, Subcommand};
use pallet_rights::Call;
use quanqi_runtime::Runtime;
use quanqi_title::ConsentRole;
use quanqi_types::{AchievementId, MandateId};

/// Answers.
#[derive(Subcommand, Clone, Debug)]
pub enum AnswerCommand {
	/// Agree to a step that waits for it 同意; the last consent takes the step
	#[command(
		after_help = "Example:\n  quanqi --key co-owner.json rights consent 0 --role co-owner"
	)]
	Consent {
		/// Which request, and in whose name
		#[command(flatten)]
		behalf: BehalfArgs,
		/// In which capacity: co-owner, blocking-holder, pledgee, recipient, transferee, holder
		#[arg(long, default_value = "co-owner", value_parser = parse_role)]
		role: ConsentRole,
	},
	/// Waive a pre-emption 放弃优先受让权
	#[command(after_help = "Example:\n  quanqi --key completer.json rights waive 0")]
	Waive {
		/// Which request, and in whose name
		#[command(flatten)]
		behalf: BehalfArgs,
	},
	/// Refuse a step that waits 拒绝
	#[command(
		after_help = "Example:\n  quanqi --key co-owner.json rights refuse 0 --role co-owner"
	)]
	Refuse {
		/// Which request, and in whose name
		#[command(flatten)]
		behalf: BehalfArgs,
		/// In which capacity
		#[arg(long, default_value = "co-owner", value_parser = parse_role)]
		role: ConsentRole,
	},
	/// Withdraw a request one made 撤回
	#[command(after_help = "Example:\n  quanqi --key owner.json rights withdraw 0")]
	Withdraw {
		/// Number of the request
		request: u32,
		/// The mandate 委托 used
		#[arg(long)]
		mandate: Option<u64>,
	},
	/// Count the silence 视为同意 that is due on a request
	#[command(after_help = "Example:\n  quanqi --key owner.json rights poke 0")]
	Poke {
		/// Number of the request
		request: u32,
	},
	/// Write the closing entries that are due in a title 到期
	#[command(after_help = "Example:\n  quanqi --key owner.json rights close-due 1")]
	CloseDue {
		/// Number of the achievement
		achievement: u64,
	},
	/// Attest that the office registered an agreed transfer: the share moves on its date 登记生效
	#[command(after_help = "\
Example:
  quanqi --key bureau.json rights attest-transfer 1 --agreed 3 --number 2026-12345 --date 2026-11-20")]
	AttestTransfer {
		/// Number of the achievement
		achievement: u64,
		/// The entry that agreed the transfer
		#[arg(long)]
		agreed: u32,
		/// The office's act
		#[command(flatten)]
		office: OfficeArgs,
	},
	/// Attest that the office registered an agreed pledge 质押登记
	#[command(after_help = "\
Example:
  quanqi --key bureau.json rights attest-pledge 0 --number Y2026-1 --date 2026-11-20")]
	AttestPledge {
		/// Number of the request
		request: u32,
		/// The office's act
		#[command(flatten)]
		office: OfficeArgs,
	},
}

/// A request, and in whose name it is answered.
#[derive(Args, Clone, Debug)]
pub struct BehalfArgs {
	/// Number of the request; `quanqi rights requests` shows them
	pub request: u32,
	/// In whose name
	#[command(flatten)]
	pub name: NameArgs,
}

impl AnswerCommand {
	/// Does it.
	pub async fn run(self, session: &Session) -> Result<()> {
		let chain = session.chain().await?;
		let (call, done): (Call<Runtime>, &str) = match self {
			Self::Consent { behalf, role } => {
				let name = behalf.name.resolve(session, &chain).await?;
				(Call::consent { request: behalf.request, role, behalf: name }, "agreed")
			}
			Self::Waive { behalf } => {
				let name = behalf.name.resolve(session, &chain).await?;
				(Call::waive { request: behalf.request, behalf: name }, "waived")
			}
			Self::Refuse { behalf, role } => {
				let name = behalf.name.resolve(session, &chain).await?;
				(Call::refuse { request: behalf.request, role, behalf: name }, "refused")
			}
			Self::Withdraw { request, mandate } => {
				(Call::withdraw { request, mandate: mandate.map(MandateId) }, "withdrawn")
			}
			Self::Poke { request } => (Call::poke { request }, "silence counted"),
			Self::CloseDue { achievement } => {
				(Call::close_due { achievement: AchievementId(achievement) }, "closed what was due")
			}
			Self::AttestTransfer { achievement, agreed, office } => (
				Call::attest_transfer {
					achievement: AchievementId(achievement),
					agreed,
					office_number: office.number,
					office_date: office.date,
				},
				"attested",
			),
			Self::AttestPledge { request, office } => (
				Call::attest_pledge {
					request,
					office_number: office.number,
					office_date: office.date,
				},
				"attested",
			),
		};
		let receipt = session.submit(&chain, call).await?;
		super::told::say(session, &receipt, done);
		Ok(())
	}
}
