//! Having a node issue a certificate, and putting openings into it.

use crate::{
	chain::Chain,
	cli::Session,
	error::{Error, Place, Result},
	files::{check_free, write_json_whole, write_whole},
	input::certificate::{read_trust, CertificateFile, FileForm, OpeningFile},
	output::{self, facts, Progress},
};
use clap::{Args, ValueEnum};
use quanqi_certificate::{claims, verify_decoded, Certificate, Content, Opening, Trust};
use quanqi_types::{AchievementId, BoundedVec};
use serde::Deserialize;
use std::path::{Path, PathBuf};
use subxt_rpcs::rpc_params;

/// Help with examples.
pub(super) const HELP: &str = "\
Example:
  quanqi certificate issue 1 -o title.qcert
  quanqi certificate issue 1 -o title.qcert --trust trust.json
  quanqi certificate issue 1 -o now.qcert --form short
  quanqi certificate issue 1 -o title.json
  quanqi certificate issue 1 -o for-the-bank.qcert --trust trust.json --contract 7:2 --open price.json

The proof is of the last final block. With --trust it is verified before it is written, and it
begins where that trust file begins; without, it begins with the network's first authorities and
is only checked against itself. A name that ends in .json takes it as JSON, for looking at.

An opening 开启 shows what a commitment on the ledger commits to: a file that `quanqi contract
commit` or `quanqi contract open` wrote. Whoever has the certificate then sees it.";

/// How much a certificate proves.
#[derive(ValueEnum, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
	/// The whole history 完整历史, the record and the members named
	#[default]
	Provenance,
	/// Who holds what now 当前权属, without the history
	Short,
}

/// What to prove, to whom.
#[derive(Args, Clone, Debug)]
pub struct IssueArgs {
	/// Number of the achievement
	pub achievement: u64,
	/// Where to write it
	#[arg(long, short, value_name = "FILE")]
	pub out: PathBuf,
	/// How much it proves
	#[arg(long, value_enum, default_value_t)]
	pub form: Form,
	/// The reader's trust file 信任文件
	#[arg(long, value_name = "FILE")]
	pub trust: Option<PathBuf>,
	/// A contract 合同 to prove with its terms, of the version in force or of this one; repeatable
	#[arg(long = "contract", value_name = "NUMBER[:VERSION]")]
	pub contracts: Vec<ContractName>,
	/// A file of openings 开启文件 to show in it; repeatable
	#[arg(long = "open", value_name = "FILE")]
	pub openings: Vec<PathBuf>,
	/// Replace the file, if it is there
	#[arg(long)]
	pub force: bool,
}

/// A contract, and which version of it: the one in force when that is not said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ContractName {
	/// The contract.
	pub contract: u64,
	/// The version.
	pub version: Option<u32>,
}

impl std::str::FromStr for ContractName {
	type Err = String;

	fn from_str(text: &str) -> Result<Self, String> {
		let wrong =
			|| format!("{text}: a contract is a number, or number:version, such as 7 or 7:2");
		let (contract, version) = match text.split_once(':') {
			Some((contract, version)) => (contract, Some(version)),
			None => (text, None),
		};
		let contract = contract.parse().map_err(|_| wrong())?;
		let version = version.map(str::parse).transpose().map_err(|_| wrong())?;
		Ok(Self { contract, version })
	}
}

impl ContractName {
	/// As the node takes it.
	fn to_json(self) -> serde_json::Value {
		match self.version {
			None => self.contract.into(),
			Some(version) => serde_json::json!({ "contract": self.contract, "version": version }),
		}
	}
}

impl Form {
	fn word(self) -> &'static str {
		match self {
			Self::Provenance => "provenance",
			Self::Short => "short",
		}
	}

	fn is_of(self, certificate: &Certificate) -> bool {
		let is_short = matches!(certificate.content, Content::Short);
		is_short == (self == Self::Short)
	}
}

/// What a node is asked to prove.
pub(in crate::cli) struct Order<'a> {
	/// Of which achievement.
	pub(in crate::cli) achievement: u64,
	/// How much.
	pub(in crate::cli) form: Form,
	/// With the terms of these contracts.
	pub(in crate::cli) contracts: &'a [ContractName],
}

/// The node's answer; the block that it names is the certificate's own.
#[derive(Deserialize)]
struct Issued {
	value: IssuedFile,
}

#[derive(Deserialize)]
struct IssuedFile {
	/// The file, in hexadecimal.
	qcert: String,
}

pub(super) async fn issue(session: &Session, arguments: &IssueArgs) -> Result<()> {
	if session.global.at.is_some() {
		return Err(Error::argument("--at", "a certificate is always of the last final block"));
	}
	if !arguments.contracts.is_empty() && arguments.form == Form::Short {
		return Err(Error::argument("--contract", "the short form proves no contracts"));
	}
	check_free(&arguments.out, arguments.force)?;
	let trust = arguments.trust.as_deref().map(read_trust).transpose()?;
	let openings = arguments.openings.iter().map(|path| OpeningFile::read(path));
	let openings = openings.collect::<Result<Vec<_>>>()?;
	let chain = session.chain().await?;
	check_network(&chain, arguments.trust.as_deref(), trust.as_ref())?;
	let IssueArgs { achievement, form, contracts, .. } = arguments;
	let order = Order { achievement: *achievement, form: *form, contracts };
	let mut certificate = ask(&chain, &order, trust.as_ref()).await?;
	let names = arguments.openings.iter().map(PathBuf::as_path);
	open(&mut certificate, names.zip(&openings))?;
	let made = |error| Error::certificate(format!("what {} issued", chain.url), error, None);
	match &trust {
		Some(trust) => verify_decoded(&certificate, trust).map(|_| ()),
		None => claims(&certificate).map(|_| ()),
	}
	.map_err(made)?;
	let file = write(arguments, certificate)?;
	say(session, arguments, &file, trust.is_some());
	Ok(())
}

/// A trust file of another network would only refuse what this one issues.
pub(in crate::cli) fn check_network(
	chain: &Chain,
	path: Option<&Path>,
	trust: Option<&Trust>,
) -> Result<()> {
	match (path, trust) {
		(Some(path), Some(trust)) if trust.genesis_hash != chain.genesis.0 => {
			Err(Error::WrongNetwork(format!(
				"{} is of another network than {}: its genesis is 0x{}, the node's is {:?}",
				path.display(),
				chain.url,
				hex::encode(trust.genesis_hash),
				chain.genesis
			)))
		}
		_ => Ok(()),
	}
}

/// Asks a node, and makes sure that it gives what it was asked for.
pub(in crate::cli) async fn ask(
	chain: &Chain,
	order: &Order<'_>,
	trust: Option<&Trust>,
) -> Result<Certificate> {
	let progress = Progress::line();
	progress.step("the node proves the title");
	let from_set = trust.and_then(Trust::as_checkpoint).map_or(0, |point| point.set_id);
	let Order { achievement, form, contracts } = *order;
	let mut options = serde_json::Map::from_iter([("from_set".to_owned(), from_set.into())]);
	if !contracts.is_empty() {
		let names = contracts.iter().copied().map(ContractName::to_json).collect();
		options.insert("contracts".to_owned(), serde_json::Value::Array(names));
	}
	let parameters = rpc_params![achievement, form.word(), options];
	let answer: Issued = chain.request("certificate_issue", parameters).await?;
	let unfit = |why: &str| Error::Node(format!("{}, certificate_issue: {why}", chain.url));
	let hex = answer.value.qcert.trim_start_matches("0x");
	let bytes = hex::decode(hex).map_err(|_| unfit("the certificate is not hexadecimal"))?;
	let certificate = Certificate::from_bytes(&bytes).map_err(|error| unfit(&error.to_string()))?;
	let is_asked_for = certificate.genesis_hash == chain.genesis.0
		&& certificate.achievement == AchievementId(achievement)
		&& form.is_of(&certificate);
	match is_asked_for {
		true => Ok(certificate),
		false => Err(unfit("the certificate is not the one that was asked for")),
	}
}

/// Puts openings into a certificate, in the order of its form.
fn open<'a>(
	certificate: &mut Certificate,
	files: impl Iterator<Item = (&'a Path, &'a OpeningFile)>,
) -> Result<()> {
	let said = |error| Error::certificate("what the node issued", error, None);
	let claims = claims(certificate).map_err(said)?;
	let mut openings: Vec<Opening> = Vec::new();
	for (path, file) in files {
		let wrong = |reason: String| Error::file(Place::file(path), reason);
		for opening in file.openings(&claims).map_err(wrong)? {
			if openings.iter().any(|other| other.of == opening.of) {
				return Err(wrong("opens what another file opens already".to_owned()));
			}
			openings.push(opening);
		}
	}
	openings.sort_by_key(|opening| opening.of);
	certificate.openings = BoundedVec::try_from(openings)
		.map_err(|_| Error::argument("--open", "more openings than a certificate carries"))?;
	Ok(())
}

fn write(arguments: &IssueArgs, certificate: Certificate) -> Result<CertificateFile> {
	let out = &arguments.out;
	let bytes = certificate.to_bytes();
	let is_json = out.extension().is_some_and(|extension| extension == "json");
	let form = if is_json { FileForm::Json } else { FileForm::Binary };
	match form {
		FileForm::Json => write_json_whole(out, &certificate, arguments.force)?,
		FileForm::Binary => write_whole(out, &bytes, arguments.force)?,
	}
	Ok(CertificateFile { certificate, form, bytes: bytes.len() })
}

fn say(session: &Session, arguments: &IssueArgs, file: &CertificateFile, is_verified: bool) {
	let certificate = &file.certificate;
	let header = &certificate.anchor.header;
	let block = format!("0x{}", hex::encode(header.hash()));
	let answer = serde_json::json!({
		"file": arguments.out,
		"achievement": certificate.achievement,
		"form": arguments.form.word(),
		"bytes": file.bytes,
		"block": { "number": header.number, "hash": block },
		"time": header.time(),
		"handovers": certificate.handover.len(),
		"openings": certificate.openings.len(),
		"verified": is_verified,
	});
	session.output.answer(&answer, |_| {
		let of = header.time().map_or(String::new(), crate::input::dates::show);
		let verified = match is_verified {
			true => "yes, against the trust file",
			false => "no: give --trust, or `quanqi certificate verify` it",
		};
		let [form, handovers] = output::certificate::form_facts(file);
		facts([
			("certificate 权属证明文件", arguments.out.display().to_string()),
			("achievement 成果", certificate.achievement.to_string()),
			("proof of 证明时点", format!("{of}, block {} {block}", header.number)),
			form,
			handovers,
			(
				"openings 开启",
				match certificate.openings.len() {
					0 => String::new(),
					count => count.to_string(),
				},
			),
			("verified 已验证", verified.to_owned()),
		])
	});
}
