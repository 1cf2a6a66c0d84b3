//! Drafts, signatures, performance and end of a contract.

use super::lookup::{known, read_contract, version_of};
use crate::{
	chain::{Chain, Hash},
	cli::{parse_hash, Session},
	error::{Error, Result},
	input::{
		codes::parse_text,
		contract::{check_early, TermsFile},
		dates::parse_day_start,
		documents::{parse_digest, DecisionArgs},
		words::parse_word,
	},
};
use clap::{Args, Subcommand};
use pallet_technology_contracts::{Call, DecisionDocument, Ending, EvidenceKind, Terms};
use quanqi_runtime::Runtime;
use quanqi_types::{
	bounds::MAX_LABEL_BYTES, AchievementId, ContractId, Digest, MandateId, Moment, Text,
};
use std::path::{Path, PathBuf};

const DRAFT_HELP: &str = concat!(
	"Example:
  quanqi --key seller.json contract draft examples/contracts/licence.toml
  quanqi --key seller.json --dry-run contract draft examples/contracts/transfer-software.toml

A file of terms 合同条款, such as examples/contracts/licence.toml; others beside it show transfers,
development of future achievements, equity, amendments and sealed terms:

",
	include_str!("../../../../examples/contracts/licence.toml")
);

/// A step of a contract.
#[derive(Subcommand, Clone, Debug)]
pub enum ActCommand {
	/// Draft a contract 起草, from a file of terms
	#[command(after_help = DRAFT_HELP)]
	Draft {
		/// The terms, in TOML
		file: PathBuf,
		/// The mandate 委托 used
		#[arg(long)]
		mandate: Option<u64>,
	},
	/// Draft an amendment 变更: the next version, which all parties sign
	#[command(after_help = "\
Example:
  quanqi --key seller.json contract amend 1 examples/contracts/amendment.toml")]
	Amend {
		/// Number of the contract
		contract: u64,
		/// The terms of the amendment, in TOML
		file: PathBuf,
		/// The mandate 委托 used
		#[arg(long)]
		mandate: Option<u64>,
	},
	/// Withdraw a version that not every party has signed 撤回
	#[command(after_help = "Example:\n  quanqi --key seller.json contract withdraw 1")]
	Withdraw(OfArgs),
	/// Sign the version that waits 签署; with the last signature the contract binds
	#[command(after_help = "\
Example:
  quanqi --key buyer.json contract sign 1 --file examples/contracts/licence.toml
  quanqi --key buyer.json contract sign 1 --terms 0x0000000000000000000000000000000000000000000000000000000000000000
  quanqi --key buyer.json contract sign 1 --as-shown")]
	Sign(SignArgs),
	/// Claim a pre-emption 主张优先受让权: silence counts no more
	#[command(after_help = "Example:\n  quanqi --key completer.json contract claim 1")]
	Claim(OfArgs),
	/// Agree to an ending 履行完毕、终止、解除; with the last party the contract ends
	#[command(after_help = "\
Example:
  quanqi --key seller.json contract end 1 --how performed --digest sm3:0000000000000000000000000000000000000000000000000000000000000000")]
	End {
		/// Which contract, and in whose name
		#[command(flatten)]
		of: OfArgs,
		/// performed 履行完毕, terminated 终止 or rescinded 解除
		#[arg(long, value_parser = parse_ending)]
		how: Ending,
		/// Digest of what the parties agreed
		#[arg(long, value_parser = parse_digest)]
		digest: Digest,
	},
	/// Terminate or rescind a contract by decision 裁决
	#[command(after_help = "\
Example:
  quanqi --key bureau.json contract end-by-decision 1 --how rescinded --document D-1 --digest sm3:0000000000000000000000000000000000000000000000000000000000000000")]
	EndByDecision {
		/// Number of the contract
		contract: u64,
		/// terminated 终止 or rescinded 解除
		#[arg(long, value_parser = parse_ending)]
		how: Ending,
		/// The decision
		#[command(flatten)]
		decision: DecisionArgs,
	},
	/// Deliver a future achievement that the contract assigned 交付未来成果
	#[command(after_help = "\
Example:
  quanqi --key developer.json contract deliver 1 --effect 0 --achievement 12")]
	Deliver {
		/// Which contract, and in whose name
		#[command(flatten)]
		of: OfArgs,
		/// Number of the effect; `quanqi contract show` lists them
		#[arg(long)]
		effect: u32,
		/// Number of the achievement
		#[arg(long)]
		achievement: u64,
	},
	/// Make a transfer effective whose agreed day has come 到期生效
	#[command(after_help = "Example:\n  quanqi --key any.json contract complete 1 --effect 0")]
	Complete {
		/// Number of the contract
		contract: u64,
		/// Number of the effect
		#[arg(long)]
		effect: u32,
	},
	/// Add evidence of performance or industrialisation 履行、产业化证明
	#[command(after_help = "\
Example:
  quanqi --key buyer.json contract add-evidence 1 --kind performance --label acceptance --date 2027-03-01 --digest sm3:0000000000000000000000000000000000000000000000000000000000000000")]
	AddEvidence {
		/// Number of the contract
		contract: u64,
		/// performance 履行 or industrialisation 产业化
		#[arg(long, value_parser = parse_evidence)]
		kind: EvidenceKind,
		/// What it is called
		#[arg(long, value_parser = parse_text::<MAX_LABEL_BYTES>)]
		label: Text<MAX_LABEL_BYTES>,
		/// Digest of the document
		#[arg(long, value_parser = parse_digest)]
		digest: Digest,
		/// The day it is of
		#[arg(long, value_parser = parse_day_start)]
		date: Moment,
	},
}

/// A contract, and in whose name.
#[derive(Args, Clone, Debug)]
pub struct OfArgs {
	/// Number of the contract
	pub contract: u64,
	/// The mandate 委托 used
	#[arg(long)]
	pub mandate: Option<u64>,
}

/// What is signed. A signature binds the terms that the signer means, so they are always said.
#[derive(Args, Clone, Debug)]
#[command(group(clap::ArgGroup::new("meant").required(true).args(["file", "terms", "as_shown"])))]
pub struct SignArgs {
	/// Number of the contract
	pub contract: u64,
	/// The terms that the signer means, as a file
	#[arg(long)]
	pub file: Option<PathBuf>,
	/// Their hash
	#[arg(long, value_name = "HASH", value_parser = parse_hash)]
	pub terms: Option<Hash>,
	/// Whatever the node shows: read it first with `quanqi contract show`
	#[arg(long)]
	pub as_shown: bool,
	/// Only this version
	#[arg(long)]
	pub of_version: Option<u32>,
	/// The mandate 委托 used
	#[arg(long)]
	pub mandate: Option<u64>,
}

fn parse_ending(text: &str) -> Result<Ending, String> {
	parse_word(text, "performed, terminated or rescinded")
}

fn parse_evidence(text: &str) -> Result<EvidenceKind, String> {
	parse_word(text, "performance or industrialisation")
}

/// The terms of a file.
pub(super) async fn terms(
	session: &Session,
	chain: &Chain,
	path: &Path,
	is_amendment: bool,
) -> Result<Terms> {
	let file = TermsFile::read(path)?;
	let at = chain.at(session.global.at).await?;
	known(session, chain, at, path, |book| file.terms(book, is_amendment)).await
}

impl SignArgs {
	async fn call(self, session: &Session, chain: &Chain) -> Result<Call<Runtime>> {
		let at = chain.at(session.global.at).await?;
		let view = read_contract(chain, self.contract, at).await?;
		let waits = version_of(&view, self.of_version)?;
		let meant = match (&self.file, self.terms) {
			(Some(file), _) => terms(session, chain, file, waits.version > 1).await?.hash(),
			(None, Some(hash)) => hash.0,
			(None, None) => waits.terms_hash,
		};
		if meant != waits.terms_hash {
			return Err(Error::refused(format!(
				"version {} of contract {} has other terms: 0x{}, and yours are 0x{}",
				waits.version,
				view.id,
				hex::encode(waits.terms_hash),
				hex::encode(meant)
			)));
		}
		Ok(Call::sign {
			contract: view.id,
			version: waits.version,
			terms: meant,
			mandate: self.mandate.map(MandateId),
		})
	}
}

impl OfArgs {
	/// As calls take them.
	fn parts(&self) -> (ContractId, Option<MandateId>) {
		(ContractId(self.contract), self.mandate.map(MandateId))
	}
}

impl ActCommand {
	/// Does it.
	pub async fn run(self, session: &Session) -> Result<()> {
		if let Some((path, is_amendment)) = self.file() {
			let file = TermsFile::read(path)?;
			check_early(path, |book| file.terms(book, is_amendment))?;
		}
		let chain = session.chain().await?;
		let (call, done) = match self {
			Self::Draft { file, mandate } => {
				let terms = Box::new(terms(session, &chain, &file, false).await?);
				(Call::draft { terms, mandate: mandate.map(MandateId) }, "drafted")
			}
			Self::Amend { contract, file, mandate } => {
				let terms = Box::new(terms(session, &chain, &file, true).await?);
				let (contract, mandate) = (ContractId(contract), mandate.map(MandateId));
				(Call::amend { contract, terms, mandate }, "amendment drafted")
			}
			Self::Sign(arguments) => (arguments.call(session, &chain).await?, "signed"),
			other => other.call()?,
		};
		let receipt = session.submit(&chain, call).await?;
		super::told::say(session, &receipt, done);
		Ok(())
	}

	/// The file of terms it reads, and whether they amend.
	fn file(&self) -> Option<(&Path, bool)> {
		match self {
			Self::Draft { file, .. } => Some((file, false)),
			Self::Amend { file, .. } => Some((file, true)),
			_ => None,
		}
	}

	/// The call of a step that needs nothing looked up, and what to say of it.
	fn call(self) -> Result<(Call<Runtime>, &'static str)> {
		Ok(match self {
			Self::Draft { .. } | Self::Amend { .. } | Self::Sign(_) => {
				return Err(Error::argument("contract", "is prepared with what the chain says"))
			}
			Self::Withdraw(of) => {
				let (contract, mandate) = of.parts();
				(Call::withdraw { contract, mandate }, "withdrawn")
			}
			Self::Claim(of) => {
				let (contract, mandate) = of.parts();
				(Call::claim_pre_emption { contract, mandate }, "claimed")
			}
			Self::End { of, how, digest } => {
				let (contract, mandate) = of.parts();
				(Call::end { contract, ending: how, document: digest, mandate }, "agreed")
			}
			Self::EndByDecision { contract, how, decision } => {
				let decision =
					DecisionDocument { document: decision.number, digest: decision.digest };
				let contract = ContractId(contract);
				(Call::end_by_decision { contract, ending: how, decision }, "ended by decision")
			}
			Self::Deliver { of, effect, achievement } => {
				let (contract, mandate) = of.parts();
				let achievement = AchievementId(achievement);
				(Call::deliver_future { contract, effect, achievement, mandate }, "delivered")
			}
			Self::Complete { contract, effect } => {
				let contract = ContractId(contract);
				(Call::complete_transfer { contract, effect }, "made effective")
			}
			Self::AddEvidence { contract, kind, label, digest, date } => {
				let contract = ContractId(contract);
				(Call::add_evidence { contract, kind, label, digest, date }, "evidence added")
			}
		})
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn words_should_be_refused_with_their_list_when_unknown() {
		assert_eq!(parse_ending("rescinded"), Ok(Ending::Rescinded));
		assert!(parse_ending("over").unwrap_err().contains("terminated"));
		assert_eq!(parse_evidence("industrialisation"), Ok(EvidenceKind::Industrialisation));
		assert!(parse_evidence("rumour").is_err());
	}

	#[test]
	fn step_should_become_the_call_of_its_name() {
		let of = || OfArgs { contract: 7, mandate: None };
		let (contract, mandate) = (ContractId(7), None);
		let call = |act: ActCommand| act.call().unwrap().0;
		assert_eq!(call(ActCommand::Claim(of())), Call::claim_pre_emption { contract, mandate });
		assert_eq!(call(ActCommand::Withdraw(of())), Call::withdraw { contract, mandate });
		let deliver = ActCommand::Deliver { of: of(), effect: 2, achievement: 5 };
		let achievement = AchievementId(5);
		assert_eq!(
			call(deliver),
			Call::deliver_future { contract, effect: 2, achievement, mandate }
		);
	}
}
