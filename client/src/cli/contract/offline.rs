//! Signing off line: the payload, the signature, and bringing it.

use super::lookup::{read_contract, version_of};
use crate::{
	cli::Session,
	error::{Error, Place, Result},
	files::{write_json, Reader},
	input::{
		contract::{without_chain, TermsFile},
		dates::{self, parse_last_day},
		members::MemberRef,
	},
	offline::{self, PayloadFile, SignatureFile},
	output,
};
use clap::{Args, Subcommand};
use pallet_technology_contracts::{signing::SigningPayload, Call};
use quanqi_runtime::Runtime;
use quanqi_types::{MandateId, Moment};
use std::path::{Path, PathBuf};

/// Off line.
#[derive(Subcommand, Clone, Debug)]
pub enum OfflineCommand {
	/// Write what a party signs off line 待签数据
	#[command(after_help = "\
Example:
  quanqi contract payload 1 --signer 4 --until 2026-12-31 --out payload.json
  quanqi contract payload 1 --signer 12100000400000456B --until 2026-12-31")]
	Payload(PayloadArgs),
	/// Sign off line 离线签署: needs no network, and an ed25519 key
	#[command(after_help = "\
Example:
  quanqi --key signer.json contract sign-offline --payload payload.json --out signature.json
  quanqi --key signer.json --genesis 0x0000000000000000000000000000000000000000000000000000000000000000 contract sign-offline --payload payload.json --expect terms.toml --out signature.json")]
	SignOffline(SignOfflineArgs),
	/// Bring a signature that was made off line 代递签名; anybody may
	#[command(after_help = "\
Example:
  quanqi --key anybody.json contract bring-signature signature.json")]
	BringSignature {
		/// The file that `sign-offline` wrote
		file: PathBuf,
	},
}

/// Whose payload.
#[derive(Args, Clone, Debug)]
pub struct PayloadArgs {
	/// Number of the contract
	pub contract: u64,
	/// The party that signs
	#[arg(long, value_name = "MEMBER")]
	pub signer: MemberRef,
	/// The version; the one that waits when absent
	#[arg(long)]
	pub of_version: Option<u32>,
	/// The mandate 委托, when an agent's key signs
	#[arg(long)]
	pub mandate: Option<u64>,
	/// Last day on which the signature can be brought
	#[arg(long, value_parser = parse_last_day)]
	pub until: Moment,
	/// Where to write it; only shown when absent
	#[arg(long)]
	pub out: Option<PathBuf>,
}

/// What is signed, and what the signer expects of it.
#[derive(Args, Clone, Debug)]
pub struct SignOfflineArgs {
	/// The file that `payload` wrote
	#[arg(long)]
	pub payload: PathBuf,
	/// The signer's own file of terms, with members and achievements by number: other terms are refused
	#[arg(long, value_name = "FILE")]
	pub expect: Option<PathBuf>,
	/// Where to write the signature; only shown when absent
	#[arg(long)]
	pub out: Option<PathBuf>,
}

impl OfflineCommand {
	/// Does it.
	pub async fn run(self, session: &Session) -> Result<()> {
		match self {
			Self::Payload(arguments) => payload(session, &arguments).await,
			Self::SignOffline(arguments) => sign(session, &arguments),
			Self::BringSignature { file } => bring(session, &file).await,
		}
	}
}

async fn payload(session: &Session, arguments: &PayloadArgs) -> Result<()> {
	let (chain, at) = session.chain_at().await?;
	let signer = session.resolve(&chain, "--signer", &arguments.signer, at).await?;
	let now = chain.time(at).await?;
	if arguments.until <= now {
		let reason =
			format!("that day is over, it is {}; nobody could bring the signature", now.date());
		return Err(Error::argument("--until", reason));
	}
	let view = read_contract(&chain, arguments.contract, at).await?;
	let version = version_of(&view, arguments.of_version)?;
	let mandate = arguments.mandate.map(MandateId);
	let terms = &version.terms;
	let payload = SigningPayload::new(
		chain.genesis.0,
		view.id,
		version.version,
		terms,
		signer,
		mandate,
		arguments.until,
	);
	let payload = payload.ok_or_else(|| {
		Error::refused(format!("member {signer} is no party of contract {}", view.id))
	})?;
	let file = PayloadFile { payload, terms: terms.clone() };
	if let Some(out) = &arguments.out {
		write_json(out, &file, Reader::Anyone)?;
	}
	let answer = serde_json::json!({
		"payload": payload,
		"bytes": format!("0x{}", hex::encode(payload.bytes())),
		"file": arguments.out,
	});
	session.output.answer(&answer, |_| {
		let written = arguments.out.as_ref().map(|out| out.display().to_string());
		output::contract::payload(&payload, &written.unwrap_or_default())
	});
	Ok(())
}

fn sign(session: &Session, arguments: &SignOfflineArgs) -> Result<()> {
	let file: PayloadFile = offline::read(&arguments.payload)?;
	let expected = match &arguments.expect {
		None => None,
		Some(path) => {
			let is_amendment = file.payload.version > 1;
			let terms = TermsFile::read(path)?;
			Some(without_chain(path, |book| terms.terms(book, is_amendment))?)
		}
	};
	file.check_expected(session.global.genesis, expected.as_ref())
		.map_err(|reason| Error::file(Place::file(&arguments.payload), reason))?;
	let argument = session.global.key.as_deref().ok_or_else(|| {
		Error::argument("--key", "a signature needs a key: `quanqi key create FILE --kind ed25519`")
	})?;
	let key = session.key_source()?.offline_key(argument)?;
	let signed = offline::sign(&key, &file.payload)?;
	if let Some(out) = &arguments.out {
		write_json(out, &signed, Reader::Anyone)?;
	}
	session.output.answer(&signed, |signed| {
		let what = output::contract::payload(&file.payload, "");
		let terms = output::contract::terms(&file.terms, &|member| member.to_string());
		let written = match &arguments.out {
			Some(out) => format!("in {}", out.display()),
			None => format!("0x{}", hex::encode(signed.signature.signature)),
		};
		format!("{what}\n\n{terms}\n\nsigned 已签署 by {}: {written}", key.address())
	});
	Ok(())
}

async fn bring(session: &Session, path: &Path) -> Result<()> {
	let file: SignatureFile = offline::read(path)?;
	let (chain, at) = session.chain_at().await?;
	let signature = file.signature;
	let view = read_contract(&chain, file.contract.0, at).await?;
	let version = version_of(&view, Some(file.version))?;
	let payload = SigningPayload::new(
		chain.genesis.0,
		file.contract,
		file.version,
		&version.terms,
		signature.signer,
		signature.mandate,
		signature.valid_until,
	);
	if !payload.is_some_and(|payload| offline::verify(&payload, &signature)) {
		return Err(Error::file(
			Place::file(path),
			format!(
				"C3: the signature is not over version {} of contract {} of this network for member {}, \
				 valid until {}",
				file.version,
				file.contract,
				signature.signer,
				dates::show_until(Some(signature.valid_until))
			),
		));
	}
	let (contract, version) = (file.contract, file.version);
	let call = Call::<Runtime>::bring_signature { contract, version, signature };
	let receipt = session.submit(&chain, call).await?;
	super::told::say(session, &receipt, "signature brought");
	Ok(())
}
