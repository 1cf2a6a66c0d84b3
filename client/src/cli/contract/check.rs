//! **Check**: would a contract bind, a price be recorded, an income be divided so?

use super::{
	income::SourceArgs,
	lookup::{known, read_contract},
};
use crate::{
	chain::Answer,
	cli::Session,
	error::{Error, Result},
	input::{
		contract::{self, DistributionFile, PriceEventFile, TermsFile},
		members::MemberRef,
	},
	output,
};
use clap::Subcommand;
use pallet_technology_contracts::{
	views::{CheckAnswer, CheckQuestion},
	IncomeSource,
};
use quanqi_types::{ContractId, MemberId};
use std::path::PathBuf;

/// A question.
#[derive(Subcommand, Clone, Debug)]
pub enum CheckCommand {
	/// Would these terms 合同条款 bind, were every party to sign them now?
	#[command(after_help = "\
Example:
  quanqi contract check terms examples/contracts/licence.toml")]
	Terms {
		/// The terms, in TOML
		file: PathBuf,
	},
	/// Would the version that waits bind, were every party to sign 签署 it now?
	#[command(after_help = "Example:\n  quanqi contract check sign 1")]
	Sign {
		/// Number of the contract
		contract: u64,
	},
	/// Could this price event 定价 be recorded, and on what would it stand?
	#[command(after_help = "\
Example:
  quanqi contract check price examples/contracts/price-auction.toml")]
	Price {
		/// The price event, in TOML
		file: PathBuf,
	},
	/// Could this income be distributed 收益分配 so, and what would everyone get?
	#[command(after_help = "\
Example:
  quanqi contract check distribute 1 examples/contracts/distribution-nested.toml --payment 0")]
	Distribute {
		/// Number of the contract
		contract: u64,
		/// The income split, in TOML
		file: PathBuf,
		/// What is distributed
		#[command(flatten)]
		source: SourceArgs,
		/// The unit that distributes; the payment's payee, else the only seller, when absent
		#[arg(long, value_name = "MEMBER")]
		unit: Option<MemberRef>,
	},
}

impl CheckCommand {
	/// Asks.
	pub async fn run(self, session: &Session) -> Result<()> {
		let (chain, at) = session.chain_at().await?;
		let question = self.question(session, &chain, at).await?;
		let value: CheckAnswer = chain.call_api("ContractsApi_check", &question, at).await?;
		let lawful = !matches!(value, CheckAnswer::Refused(_));
		let names = session.names(&chain, at).await?;
		session.output.answer(&Answer { at, value }, |answer| {
			output::contract::check(&answer.value, &|member| names.of(member))
		});
		match lawful {
			true => Ok(()),
			false => Err(Error::refused("it would not be lawful now")),
		}
	}

	async fn question(
		self,
		session: &Session,
		chain: &crate::chain::Chain,
		at: crate::chain::At,
	) -> Result<CheckQuestion> {
		Ok(match self {
			Self::Terms { file } => {
				let read = TermsFile::read(&file)?;
				let terms =
					known(session, chain, at, &file, |book| read.terms(book, false)).await?;
				CheckQuestion::Terms(Box::new(terms))
			}
			Self::Sign { contract } => {
				read_contract(chain, contract, at).await?;
				CheckQuestion::Sign(ContractId(contract))
			}
			Self::Price { file } => {
				let read: PriceEventFile = contract::read(&file)?;
				let event = known(session, chain, at, &file, |book| read.event(book)).await?;
				CheckQuestion::PriceEvent(Box::new(event))
			}
			Self::Distribute { contract, file, source, unit } => {
				let read: DistributionFile = contract::read(&file)?;
				let split = known(session, chain, at, &file, |book| read.split(book)).await?;
				let source = source.source()?;
				let unit = match unit {
					Some(unit) => session.resolve(chain, "--unit", &unit, at).await?,
					None => receiver(chain, contract, source, at).await?,
				};
				CheckQuestion::Distribute {
					contract: ContractId(contract),
					unit,
					source,
					deductions: read.deductions().map_err(|wrong| wrong.in_file(&file))?,
					split,
					co_owners_paid: read.co_owners_paid,
				}
			}
		})
	}
}

/// Who would distribute: who received the payment, or the seller where there is one.
pub(super) async fn receiver(
	chain: &crate::chain::Chain,
	contract: u64,
	source: IncomeSource,
	at: crate::chain::At,
) -> Result<MemberId> {
	use pallet_technology_contracts::{views::PaymentView, PartyRole};
	if let Some(number) = source.payment() {
		let question = (ContractId(contract), number, 1u32);
		let found: Vec<PaymentView> = chain.call_api("ContractsApi_payments", question, at).await?;
		let payee = found.first().map(|view| view.payment.paid.payee);
		return payee
			.ok_or_else(|| Error::Absent(format!("contract {contract} has no payment {number}")));
	}
	let view = read_contract(chain, contract, at).await?;
	let sellers: Vec<_> = view
		.versions
		.last()
		.map(|version| version.terms.with_role(PartyRole::Seller).collect())
		.unwrap_or_default();
	match sellers.as_slice() {
		[seller] => Ok(*seller),
		_ => Err(Error::argument("--unit", "several sellers: say which one distributes")),
	}
}
