//! `quanqi contract`: technology contracts, their registration, price, payments and distribution.

mod acts;
mod check;
mod income;
mod lookup;
mod offline;
mod registration;
mod sealing;
mod show;
mod told;

use super::Session;
use crate::error::Result;
use acts::ActCommand;
use check::CheckCommand;
use clap::Subcommand;
use income::IncomeCommand;
use offline::OfflineCommand;
use registration::RegistrationCommand;
use sealing::SealingCommand;
use show::ShowCommand;

/// Technology contracts 技术合同.
#[derive(Subcommand, Clone, Debug)]
pub enum ContractCommand {
	/// What the ledger says of contracts.
	#[command(flatten)]
	Show(ShowCommand),
	/// Would it be lawful now? Writes nothing 试问
	#[command(subcommand)]
	Check(CheckCommand),
	/// Drafts, signatures, performance and end.
	#[command(flatten)]
	Act(Box<ActCommand>),
	/// Signing off line.
	#[command(flatten)]
	Offline(OfflineCommand),
	/// Sealed terms.
	#[command(flatten)]
	Sealing(SealingCommand),
	/// Registration by a bureau.
	#[command(flatten)]
	Registration(RegistrationCommand),
	/// Price, payments and their distribution.
	#[command(flatten)]
	Income(IncomeCommand),
}

impl ContractCommand {
	/// Does it.
	pub async fn run(self, session: &Session) -> Result<()> {
		let makes_no_call = match &self {
			Self::Offline(command) => !matches!(command, OfflineCommand::BringSignature { .. }),
			other => matches!(other, Self::Sealing(_)),
		};
		if makes_no_call {
			session.no_dry_run(super::NO_CALL)?;
		}
		match self {
			Self::Show(command) => command.run(session).await,
			Self::Check(command) => command.run(session).await,
			Self::Act(command) => command.run(session).await,
			Self::Offline(command) => command.run(session).await,
			Self::Sealing(command) => command.run(session).await,
			Self::Registration(command) => command.run(session).await,
			Self::Income(command) => command.run(session).await,
		}
	}
}
