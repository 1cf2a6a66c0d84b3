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

#[cfg(test)]
mod tests {
	use crate::cli::Arguments;
	use clap::Parser;

	fn parses(line: &str) -> bool {
		Arguments::try_parse_from(line.split_whitespace()).is_ok()
	}

	#[test]
	fn signature_should_say_which_terms_it_means() {
		assert!(parses("quanqi contract sign 1 --as-shown --mandate 2"));
		assert!(parses("quanqi contract sign 1 --file terms.toml --of-version 2"));
		assert!(!parses("quanqi contract sign 1"));
		assert!(!parses("quanqi contract sign 1 --as-shown --file terms.toml"));
	}

	#[test]
	fn income_should_be_one_payment_or_one_equity() {
		assert!(parses("quanqi contract release 1 --payment 0"));
		assert!(parses("quanqi contract release 1 --equity 0"));
		assert!(!parses("quanqi contract release 1"));
		assert!(!parses("quanqi contract release 1 --payment 0 --equity 0"));
	}

	#[test]
	fn opening_should_be_verified_against_one_root() {
		let root = "0".repeat(64);
		assert!(parses("quanqi contract verify-opening a.json --contract 1 --statement"));
		assert!(parses(&format!("quanqi contract verify-opening a.json --root {root} --fields 2")));
		assert!(!parses(&format!("quanqi contract verify-opening a.json --root {root}")));
		assert!(!parses("quanqi contract verify-opening a.json"));
	}
}
