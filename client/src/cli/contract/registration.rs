//! Registration of a contract by a bureau (认定登记). It moves no right.

use crate::{
	chain::{At, Chain},
	cli::{parse_hash, Session},
	error::{Error, Result},
	input::{
		amounts::parse_amount, codes::parse_text, documents::parse_digest, members::MemberRef,
		words::parse_word,
	},
};
use clap::{Args, Subcommand};
use pallet_technology_contracts::{
	ApplicationKind, Call, ContractKind, Decision, RevocationReason, Seal, StatedAmounts, Statement,
};
use quanqi_runtime::Runtime;
use quanqi_types::{bounds::MAX_LABEL_BYTES, Amount, ContractId, Digest, MandateId, Text};

/// Registration.
#[derive(Subcommand, Clone, Debug)]
pub enum RegistrationCommand {
	/// Submit a contract for registration 申请认定登记
	#[command(after_help = "\
Example:
  quanqi --key seller.json contract submit 1 --bureau 5")]
	Submit {
		/// Number of the contract
		contract: u64,
		/// The bureau with the jurisdiction
		#[arg(long, value_name = "MEMBER")]
		bureau: MemberRef,
		/// The mandate 委托 used
		#[arg(long)]
		mandate: Option<u64>,
	},
	/// Apply for a change or the cancellation of a registration 申请变更、注销
	#[command(after_help = "Example:\n  quanqi --key seller.json contract apply 1 --for change")]
	Apply {
		/// Number of the contract
		contract: u64,
		/// change 变更 or cancel 注销
		#[arg(long = "for", value_parser = parse_application)]
		kind: ApplicationKind,
		/// The mandate 委托 used
		#[arg(long)]
		mandate: Option<u64>,
	},
	/// Hold an application disputed 存在争议: the longer time applies
	#[command(after_help = "\
Example:
  quanqi --key bureau.json contract dispute 1 --reason sm3:0000000000000000000000000000000000000000000000000000000000000000")]
	Dispute {
		/// Number of the contract
		contract: u64,
		/// Digest of the bureau's reason
		#[arg(long, value_parser = parse_digest)]
		reason: Digest,
	},
	/// Decide on the application before the bureau 登记决定
	#[command(subcommand)]
	Decide(DecideCommand),
	/// Revoke a registration 撤销登记
	#[command(after_help = "\
Example:
  quanqi --key bureau.json contract revoke 1 --reason fictitious --digest sm3:0000000000000000000000000000000000000000000000000000000000000000")]
	Revoke {
		/// Number of the contract
		contract: u64,
		/// fictitious 虚假, fraud 欺诈, invalid 无效, duplicate 重复 or other
		#[arg(long, value_parser = parse_revocation)]
		reason: RevocationReason,
		/// Digest of the decision
		#[arg(long, value_parser = parse_digest)]
		digest: Digest,
	},
}

/// What a bureau decides.
#[derive(Subcommand, Clone, Debug)]
pub enum DecideCommand {
	/// Register 准予登记
	#[command(after_help = "\
Example:
  quanqi --key bureau.json contract decide register 1 --kind licence --number 2026330100000001 --scheme national --total 3200000CNY --technology 3000000CNY
  quanqi --key bureau.json contract decide register 1 --kind licence --number 2026330100000002 --scheme national --root 0x0000000000000000000000000000000000000000000000000000000000000000 --fields 2")]
	Register(StatementArgs),
	/// Change what is registered 准予变更
	#[command(after_help = "\
Example:
  quanqi --key bureau.json contract decide change 1 --kind licence --number 2026330100000001 --scheme national --total 3000000CNY --technology 3000000CNY")]
	Change(StatementArgs),
	/// Return the application 退回
	#[command(after_help = "\
Example:
  quanqi --key bureau.json contract decide return 1 --reason no-technology-amount")]
	Return {
		/// Number of the contract
		contract: u64,
		/// The reason
		#[arg(long, value_parser = parse_text::<MAX_LABEL_BYTES>)]
		reason: Text<MAX_LABEL_BYTES>,
		/// Digest of the bureau's document
		#[arg(long, value_parser = parse_digest)]
		document: Option<Digest>,
	},
	/// Cancel the registration as applied for 准予注销
	#[command(after_help = "Example:\n  quanqi --key bureau.json contract decide cancel 1")]
	Cancel {
		/// Number of the contract
		contract: u64,
		/// Digest of the bureau's document
		#[arg(long, value_parser = parse_digest)]
		document: Option<Digest>,
	},
}

/// What the bureau certifies.
#[derive(Args, Clone, Debug)]
pub struct StatementArgs {
	/// Number of the contract
	pub contract: u64,
	/// development 开发, transfer 转让, licence 许可, consulting 咨询 or service 服务
	#[arg(long, value_parser = parse_kind)]
	pub kind: ContractKind,
	/// Total amount 成交额
	#[arg(long, value_name = "AMOUNT", requires = "technology", value_parser = parse_amount)]
	pub total: Option<Amount>,
	/// Technology amount 技术交易额, not above the total
	#[arg(long, value_name = "AMOUNT", requires = "total", value_parser = parse_amount)]
	pub technology: Option<Amount>,
	/// Of a sealed contract: the root over the bureau's own sealed amounts (`contract seal`)
	#[arg(
		long, value_name = "HASH", requires = "fields", conflicts_with = "total",
		value_parser = parse_hash
	)]
	pub root: Option<crate::chain::Hash>,
	/// How many fields that root covers
	#[arg(long, requires = "root")]
	pub fields: Option<u32>,
	/// The registration number 登记编号
	#[arg(long, value_parser = parse_text::<MAX_LABEL_BYTES>)]
	pub number: Text<MAX_LABEL_BYTES>,
	/// The numbering scheme 编号规则
	#[arg(long, value_parser = parse_text::<MAX_LABEL_BYTES>)]
	pub scheme: Text<MAX_LABEL_BYTES>,
	/// Digest of the bureau's document
	#[arg(long, value_parser = parse_digest)]
	pub document: Option<Digest>,
}

fn parse_application(text: &str) -> Result<ApplicationKind, String> {
	match parse_word(text, "change or cancel")? {
		ApplicationKind::Register => {
			Err(format!("{text}: `quanqi contract submit` asks for registration"))
		}
		kind => Ok(kind),
	}
}

fn parse_revocation(text: &str) -> Result<RevocationReason, String> {
	parse_word(text, "fictitious, fraud, invalid, duplicate or other")
}

fn parse_kind(text: &str) -> Result<ContractKind, String> {
	parse_word(text, "development, transfer, licence, consulting or service")
}

impl StatementArgs {
	fn statement(self) -> Result<Statement> {
		let amounts = match (self.total.zip(self.technology), self.root.zip(self.fields)) {
			(Some((total, technology)), None) => StatedAmounts::Open { total, technology },
			(None, Some((root, fields))) => StatedAmounts::Sealed(Seal { root: root.0, fields }),
			_ => {
				return Err(Error::argument(
					"--total",
					"state total and technology amount, or root and fields where they are sealed",
				))
			}
		};
		Ok(Statement { kind: self.kind, amounts, number: self.number, scheme: self.scheme })
	}
}

impl DecideCommand {
	fn call(self) -> Result<Call<Runtime>> {
		let (contract, decision, document) = match self {
			Self::Register(arguments) => {
				let (contract, document) = (arguments.contract, arguments.document);
				(contract, Decision::Register(arguments.statement()?), document)
			}
			Self::Change(arguments) => {
				let (contract, document) = (arguments.contract, arguments.document);
				(contract, Decision::Change(arguments.statement()?), document)
			}
			Self::Return { contract, reason, document } => {
				(contract, Decision::Return(reason), document)
			}
			Self::Cancel { contract, document } => (contract, Decision::Cancel, document),
		};
		let contract = ContractId(contract);
		Ok(Call::decide { contract, decision: Box::new(decision), document })
	}
}

impl RegistrationCommand {
	/// Does it.
	pub async fn run(self, session: &Session) -> Result<()> {
		let (chain, at) = session.chain_at().await?;
		let (call, done) = self.call(session, &chain, at).await?;
		let receipt = session.submit(&chain, call).await?;
		super::told::say(session, &receipt, done);
		Ok(())
	}

	async fn call(
		self,
		session: &Session,
		chain: &Chain,
		at: At,
	) -> Result<(Call<Runtime>, &'static str)> {
		Ok(match self {
			Self::Submit { contract, bureau, mandate } => {
				let bureau = session.resolve(chain, "--bureau", &bureau, at).await?;
				let (contract, mandate) = (ContractId(contract), mandate.map(MandateId));
				(Call::submit { contract, bureau, mandate }, "submitted")
			}
			Self::Apply { contract, kind, mandate } => {
				let (contract, mandate) = (ContractId(contract), mandate.map(MandateId));
				(Call::apply { contract, kind, mandate }, "applied for")
			}
			Self::Dispute { contract, reason } => {
				(Call::hold_disputed { contract: ContractId(contract), reason }, "held disputed")
			}
			Self::Decide(command) => (command.call()?, "decided"),
			Self::Revoke { contract, reason, digest } => {
				let contract = ContractId(contract);
				(Call::revoke { contract, reason, document: digest }, "revoked")
			}
		})
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn statement() -> StatementArgs {
		StatementArgs {
			contract: 7,
			kind: ContractKind::Licence,
			total: Some(Amount::fen(100)),
			technology: Some(Amount::fen(90)),
			root: None,
			fields: None,
			number: parse_text("2026-1").unwrap(),
			scheme: parse_text("national").unwrap(),
			document: None,
		}
	}

	#[test]
	fn statement_should_be_open_or_sealed() {
		let open = statement().statement().unwrap();
		assert!(matches!(open.amounts, StatedAmounts::Open { .. }));
		let root = Some(crate::chain::Hash::from([7; 32]));
		let sealed =
			StatementArgs { total: None, technology: None, root, fields: Some(2), ..statement() };
		let seal = Seal { root: [7; 32], fields: 2 };
		assert_eq!(sealed.statement().unwrap().amounts, StatedAmounts::Sealed(seal));
		let nothing = StatementArgs { total: None, technology: None, ..statement() };
		assert!(nothing.statement().is_err());
	}

	#[test]
	fn application_to_register_should_be_sent_to_submit() {
		assert_eq!(parse_application("change"), Ok(ApplicationKind::Change));
		assert!(parse_application("register").unwrap_err().contains("contract submit"));
		assert!(parse_revocation("boring").unwrap_err().contains("fictitious"));
		assert!(parse_kind("sale").unwrap_err().contains("licence"));
	}
}
