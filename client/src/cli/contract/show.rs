//! Reading contracts, price events, payments, evidence and distributions.

use super::{income::SourceArgs, lookup::read_contract};
use crate::{
	chain::{Answer, At, Chain},
	cli::Session,
	error::{Error, Result},
	input::{codes::parse_text, dates::parse_date, documents::parse_digest, members::MemberRef},
	output,
};
use clap::{Args, Subcommand};
use codec::{Decode, Encode};
use pallet_technology_contracts::{
	runtime_api::MAX_PAGE,
	views::{ContractView, PaymentView},
	DistributionRecord, Evidence, IncomeSource, PriceRecord,
};
use quanqi_types::{bounds::MAX_LABEL_BYTES, ContractId, Date, Digest, Text};

/// What the ledger says.
#[derive(Subcommand, Clone, Debug)]
pub enum ShowCommand {
	/// A contract: versions, signatures, effects, registration 合同详情
	#[command(after_help = "Example:\n  quanqi contract show 1")]
	Show {
		/// Number of the contract
		contract: u64,
	},
	/// Contracts of a party 合同列表
	#[command(after_help = "Example:\n  quanqi contract list 12100000400000456B")]
	List {
		/// Number, credit code or COUNTRY:NUMBER
		member: MemberRef,
	},
	/// The contract of a seller's number and date, or of an instrument 查重
	#[command(after_help = "\
Example:
  quanqi contract find --seller 12100000400000456B --number HIT-2026-017 --date 2026-11-21
  quanqi contract find --instrument sha-256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
	Find(FindArgs),
	/// Payments and refunds 付款
	#[command(after_help = "Example:\n  quanqi contract payments 1")]
	Payments {
		/// Number of the contract
		contract: u64,
	},
	/// Evidence of performance and industrialisation 履行、产业化证明
	#[command(after_help = "Example:\n  quanqi contract evidence 1")]
	Evidence {
		/// Number of the contract
		contract: u64,
	},
	/// How a payment or equity was distributed 收益分配: by its payee, and by other owners their parts
	#[command(after_help = "Example:\n  quanqi contract distribution 1 --payment 0")]
	Distribution {
		/// Number of the contract
		contract: u64,
		/// What was distributed
		#[command(flatten)]
		source: SourceArgs,
	},
	/// A price event 定价
	#[command(after_help = "Example:\n  quanqi contract price-event 1")]
	PriceEvent {
		/// Its number
		price_event: u64,
	},
}

/// What is looked for.
#[derive(Args, Clone, Debug)]
#[command(group(clap::ArgGroup::new("by").required(true).args(["seller", "instrument"])))]
pub struct FindArgs {
	/// The seller
	#[arg(long, value_name = "MEMBER", requires_all = ["number", "date"])]
	pub seller: Option<MemberRef>,
	/// Its own contract number
	#[arg(long, requires = "seller", value_parser = parse_text::<MAX_LABEL_BYTES>)]
	pub number: Option<Text<MAX_LABEL_BYTES>>,
	/// The date of the contract
	#[arg(long, requires = "seller", value_parser = parse_date)]
	pub date: Option<Date>,
	/// SHA-256 digest of the signed text
	#[arg(long, value_parser = parse_digest)]
	pub instrument: Option<Digest>,
}

impl ShowCommand {
	/// Reads and shows.
	pub async fn run(self, session: &Session) -> Result<()> {
		match self {
			Self::Show { contract } => show(session, contract).await,
			Self::List { member } => list(session, &member).await,
			Self::Find(arguments) => find(session, arguments).await,
			Self::Payments { contract } => payments(session, contract).await,
			Self::Evidence { contract } => evidence(session, contract).await,
			Self::Distribution { contract, source } => {
				distribution(session, contract, source.source()?).await
			}
			Self::PriceEvent { price_event } => price(session, price_event).await,
		}
	}
}

async fn show(session: &Session, contract: u64) -> Result<()> {
	let (chain, at) = session.chain_at().await?;
	let value = read_contract(&chain, contract, at).await?;
	answer_with_contract(session, &chain, at, value).await
}

async fn answer_with_contract(
	session: &Session,
	chain: &Chain,
	at: At,
	value: ContractView,
) -> Result<()> {
	let names = session.names(chain, at).await?;
	session.output.answer(&Answer { at, value }, |answer| {
		output::contract::contract(answer, &|member| names.of(member))
	});
	Ok(())
}

async fn list(session: &Session, member: &MemberRef) -> Result<()> {
	let (chain, at) = session.chain_at().await?;
	let member = session.resolve(&chain, "member", member, at).await?;
	let mut all: Vec<ContractId> = Vec::new();
	loop {
		let question = (member, all.last().copied(), MAX_PAGE);
		let page: Vec<ContractId> =
			chain.call_api("ContractsApi_contracts_of", question, at).await?;
		if page.is_empty() {
			break;
		}
		all.extend(page);
	}
	all.sort_unstable();
	let mut contracts = Vec::new();
	for contract in all {
		contracts.push(read_contract(&chain, contract.0, at).await?);
	}
	let names = session.names(&chain, at).await?;
	session.output.answer(&Answer { at, value: contracts }, |answer| {
		match answer.value.is_empty() {
			true => format!("member {member} is a party of no contract"),
			false => output::contract::contracts(&answer.value, &|member| names.of(member)),
		}
	});
	Ok(())
}

async fn find(session: &Session, arguments: FindArgs) -> Result<()> {
	let (chain, at) = session.chain_at().await?;
	let found: Option<ContractId> = match (arguments.instrument, &arguments.seller) {
		(Some(instrument), _) => {
			chain.call_api("ContractsApi_contract_by_instrument", instrument, at).await?
		}
		(None, Some(seller)) => {
			let seller = session.resolve(&chain, "--seller", seller, at).await?;
			let (number, date) = arguments
				.number
				.zip(arguments.date)
				.ok_or_else(|| Error::argument("--seller", "needs --number and --date"))?;
			chain.call_api("ContractsApi_contract_by_key", (seller, number, date), at).await?
		}
		(None, None) => {
			return Err(Error::argument(
				"--instrument",
				"give it, or --seller, --number and --date",
			))
		}
	};
	let contract = found
		.ok_or_else(|| Error::Absent(format!("no contract took that at block {}", at.number)))?;
	let value = read_contract(&chain, contract.0, at).await?;
	answer_with_contract(session, &chain, at, value).await
}

/// Every record of a list that comes in pages by number.
async fn every<T: Decode>(
	chain: &Chain,
	method: &str,
	of: impl Encode + Copy,
	at: At,
) -> Result<Vec<T>> {
	let mut all: Vec<T> = Vec::new();
	loop {
		let from = u32::try_from(all.len()).unwrap_or(u32::MAX);
		let page: Vec<T> = chain.call_api(method, (of, from, MAX_PAGE), at).await?;
		if page.is_empty() {
			return Ok(all);
		}
		all.extend(page);
	}
}

async fn payments(session: &Session, contract: u64) -> Result<()> {
	let (chain, at) = session.chain_at().await?;
	read_contract(&chain, contract, at).await?;
	let value: Vec<PaymentView> =
		every(&chain, "ContractsApi_payments", ContractId(contract), at).await?;
	let names = session.names(&chain, at).await?;
	session.output.answer(&Answer { at, value }, |answer| match answer.value.is_empty() {
		true => format!("nothing is paid on contract {contract}"),
		false => output::income::payments(&answer.value, &|member| names.of(member)),
	});
	Ok(())
}

async fn evidence(session: &Session, contract: u64) -> Result<()> {
	let (chain, at) = session.chain_at().await?;
	read_contract(&chain, contract, at).await?;
	let value: Vec<Evidence> =
		every(&chain, "ContractsApi_evidence", ContractId(contract), at).await?;
	let names = session.names(&chain, at).await?;
	session.output.answer(&Answer { at, value }, |answer| match answer.value.is_empty() {
		true => format!("there is no evidence on contract {contract}"),
		false => output::contract::evidence(&answer.value, &|member| names.of(member)),
	});
	Ok(())
}

async fn distribution(session: &Session, contract: u64, source: IncomeSource) -> Result<()> {
	let (chain, at) = session.chain_at().await?;
	read_contract(&chain, contract, at).await?;
	let question = (ContractId(contract), source);
	let value: Vec<DistributionRecord> =
		chain.call_api("ContractsApi_distributions", question, at).await?;
	if value.is_empty() {
		let text = format!("that income of contract {contract} is not distributed");
		return Err(Error::Absent(text));
	}
	let names = session.names(&chain, at).await?;
	session.output.answer(&Answer { at, value }, |answer| {
		output::income::distribution_records(&answer.value, &|member| names.of(member))
	});
	Ok(())
}

async fn price(session: &Session, price_event: u64) -> Result<()> {
	let (chain, at) = session.chain_at().await?;
	let record: Option<PriceRecord> =
		chain.call_api("ContractsApi_price_event", price_event, at).await?;
	let value =
		record.ok_or_else(|| Error::Absent(format!("there is no price event {price_event}")))?;
	let names = session.names(&chain, at).await?;
	session.output.answer(&Answer { at, value }, |answer| {
		output::income::price_record(&answer.value, &|member| names.of(member))
	});
	Ok(())
}
