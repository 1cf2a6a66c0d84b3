//! Price events, payments and the distribution of income.

use super::{check::receiver, lookup::known};
use crate::{
	chain::{At, Chain},
	cli::Session,
	error::{Error, Result},
	input::{
		amounts::parse_amount,
		contract::{self, DistributionFile, PriceEventFile},
		dates::parse_day_start,
		documents::parse_digest,
		members::MemberRef,
	},
};
use clap::{Args, Subcommand};
use pallet_technology_contracts::{Call, IncomeSource, PaidAmount, PaymentAttested, PaymentKind};
use quanqi_runtime::Runtime;
use quanqi_types::{Amount, Commitment, ContractId, Digest, MandateId, Moment};
use std::path::PathBuf;

const PRICE_HELP: &str = concat!(
	"Example:
  quanqi --key exchange.json contract price examples/contracts/price-auction.toml

A price event 定价, such as examples/contracts/price-auction.toml:

",
	include_str!("../../../../examples/contracts/price-auction.toml")
);

const DISTRIBUTE_HELP: &str = concat!(
	"Example:
  quanqi --key unit.json contract distribute 1 examples/contracts/distribution-nested.toml --payment 0
  quanqi --key unit.json contract distribute 1 examples/contracts/distribution-nested.toml --equity 1

An income split 分配方案, such as examples/contracts/distribution-nested.toml:

",
	include_str!("../../../../examples/contracts/distribution-nested.toml")
);

/// Money.
#[derive(Subcommand, Clone, Debug)]
pub enum IncomeCommand {
	/// Record how a price was found 定价: by agreement, listing, auction, appraisal or trial first
	#[command(after_help = PRICE_HELP)]
	Price {
		/// The price event, in TOML
		file: PathBuf,
		/// The mandate 委托 used
		#[arg(long)]
		mandate: Option<u64>,
	},
	/// Attest a payment or refund 付款、退款证明
	#[command(after_help = "\
Example:
  quanqi --key bank.json contract attest-payment 1 --part 0 --amount 1000000CNY --payer 4 --payee 1 --date 2026-12-01 --reference sha-256:0000000000000000000000000000000000000000000000000000000000000000
  quanqi --key bank.json contract attest-payment 2 --sealed 0000000000000000000000000000000000000000000000000000000000000000 --payer 4 --payee 1 --date 2026-12-01 --reference sha-256:0000000000000000000000000000000000000000000000000000000000000000")]
	AttestPayment(PaymentArgs),
	/// Distribute a payment or equity 收益分配
	#[command(after_help = DISTRIBUTE_HELP)]
	Distribute {
		/// Number of the contract
		contract: u64,
		/// The income split, in TOML
		file: PathBuf,
		/// What is distributed
		#[command(flatten)]
		source: SourceArgs,
		/// The mandate 委托 used
		#[arg(long)]
		mandate: Option<u64>,
	},
	/// Release a distribution once no hold parks it 解除暂停
	#[command(after_help = "\
Examples:
  quanqi --key any.json contract release 1 --payment 0
  quanqi --key any.json contract release 1 --payment 0 --unit 2")]
	Release {
		/// Number of the contract
		contract: u64,
		/// What is distributed
		#[command(flatten)]
		source: SourceArgs,
		/// The unit whose distribution it is; the payment's payee, else the only seller, when absent
		#[arg(long, value_name = "MEMBER")]
		unit: Option<MemberRef>,
	},
}

/// Which income.
#[derive(Args, Clone, Debug)]
#[group(required = true, multiple = false)]
pub struct SourceArgs {
	/// The payment of this number
	#[arg(long)]
	pub payment: Option<u32>,
	/// The equity in this part of the price, counted from zero
	#[arg(long)]
	pub equity: Option<u32>,
}

/// A payment.
#[derive(Args, Clone, Debug)]
#[command(group(clap::ArgGroup::new("how_much").required(true).args(["amount", "sealed"])))]
pub struct PaymentArgs {
	/// Number of the contract
	pub contract: u64,
	/// How much
	#[arg(long, value_parser = parse_amount)]
	pub amount: Option<Amount>,
	/// Of a sealed contract: the commitment 承诺值 to the amount (`quanqi contract commit`)
	#[arg(long, value_name = "COMMITMENT")]
	pub sealed: Option<Commitment>,
	/// On which part of the price, counted from zero
	#[arg(long, default_value_t = 0)]
	pub part: u32,
	/// A refund 退款
	#[arg(long)]
	pub refund: bool,
	/// Who paid
	#[arg(long, value_name = "MEMBER")]
	pub payer: MemberRef,
	/// Who received it
	#[arg(long, value_name = "MEMBER")]
	pub payee: MemberRef,
	/// The day of payment
	#[arg(long, value_parser = parse_day_start)]
	pub date: Moment,
	/// SHA-256 digest of the payment's reference 凭证: one payment is attested once
	#[arg(long, value_parser = parse_digest)]
	pub reference: Digest,
}

impl SourceArgs {
	/// As calls take it.
	pub(super) fn source(&self) -> Result<IncomeSource> {
		match (self.payment, self.equity) {
			(Some(payment), _) => Ok(IncomeSource::Payment(payment)),
			(None, Some(equity)) => Ok(IncomeSource::Equity(equity)),
			(None, None) => Err(Error::argument("--payment", "say which payment, or --equity")),
		}
	}
}

impl PaymentArgs {
	async fn call(self, session: &Session, chain: &Chain, at: At) -> Result<Call<Runtime>> {
		let amount = match (self.amount, self.sealed) {
			(Some(amount), _) => PaidAmount::Open(amount),
			(None, Some(commitment)) => PaidAmount::Sealed(commitment),
			(None, None) => return Err(Error::argument("--amount", "say how much, or --sealed")),
		};
		let payment = PaymentAttested {
			kind: if self.refund { PaymentKind::Refund } else { PaymentKind::Payment },
			reference: self.reference,
			part: self.part,
			amount,
			payer: session.resolve(chain, "--payer", &self.payer, at).await?,
			payee: session.resolve(chain, "--payee", &self.payee, at).await?,
			date: self.date,
		};
		Ok(Call::attest_payment { contract: ContractId(self.contract), payment })
	}
}

impl IncomeCommand {
	/// Does it.
	pub async fn run(self, session: &Session) -> Result<()> {
		self.check_file()?;
		let (chain, at) = session.chain_at().await?;
		let (call, done) = self.call(session, &chain, at).await?;
		let receipt = session.submit(&chain, call).await?;
		super::told::say(session, &receipt, done);
		Ok(())
	}

	/// Finds what is wrong in its file before a node is asked.
	fn check_file(&self) -> Result<()> {
		match self {
			Self::Price { file, .. } => {
				let read: PriceEventFile = contract::read(file)?;
				contract::check_early(file, |book| read.event(book))
			}
			Self::Distribute { file, .. } => {
				let read: DistributionFile = contract::read(file)?;
				contract::check_early(file, |book| read.split(book))
			}
			Self::AttestPayment(_) | Self::Release { .. } => Ok(()),
		}
	}

	async fn call(
		self,
		session: &Session,
		chain: &Chain,
		at: At,
	) -> Result<(Call<Runtime>, &'static str)> {
		Ok(match self {
			Self::Price { file, mandate } => {
				let read: PriceEventFile = contract::read(&file)?;
				let event = known(session, chain, at, &file, |book| read.event(book)).await?;
				let (event, mandate) = (Box::new(event), mandate.map(MandateId));
				(Call::record_price_event { event, mandate }, "price recorded")
			}
			Self::AttestPayment(arguments) => {
				(arguments.call(session, chain, at).await?, "attested")
			}
			Self::Distribute { contract, file, source, mandate } => {
				let read: DistributionFile = contract::read(&file)?;
				let split = known(session, chain, at, &file, |book| read.split(book)).await?;
				let call = Call::distribute {
					contract: ContractId(contract),
					source: source.source()?,
					deductions: read.deductions().map_err(|wrong| wrong.in_file(&file))?,
					split: Box::new(split),
					co_owners_paid: read.co_owners_paid,
					mandate: mandate.map(MandateId),
				};
				(call, "distributed")
			}
			Self::Release { contract, source, unit } => {
				let source = source.source()?;
				let unit = match unit {
					Some(unit) => session.resolve(chain, "--unit", &unit, at).await?,
					None => receiver(chain, contract, source, at).await?,
				};
				(Call::release { contract: ContractId(contract), source, unit }, "released")
			}
		})
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn income_should_be_a_payment_or_equity() {
		let source = |payment, equity| SourceArgs { payment, equity }.source();
		assert_eq!(source(Some(2), None).unwrap(), IncomeSource::Payment(2));
		assert_eq!(source(None, Some(1)).unwrap(), IncomeSource::Equity(1));
		assert!(source(None, None).is_err());
	}
}
