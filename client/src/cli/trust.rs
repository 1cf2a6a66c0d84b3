//! `quanqi trust`: what a verifier of certificates trusts.

use super::{certificate, Session};
use crate::{
	error::{Error, Place, Result},
	files::{check_free, write_json_whole},
	input::{
		certificate::{read_certificate, read_trust},
		chain_spec::RawSpec,
	},
	output,
};
use clap::{Args, Subcommand};
use quanqi_certificate::{advance, Certificate, Trust};
use std::path::{Path, PathBuf};

const FROM_SPEC_HELP: &str = "\
Example:
  quanqi trust from-spec my-network/chain-spec.json -o trust.json
  quanqi --genesis 0x0000000000000000000000000000000000000000000000000000000000000000 trust from-spec chain-spec.json -o trust.json

Needs no network. Genesis hash and first authorities are computed from the spec's own first state.
Get the spec from the consortium, and compare the genesis hash with an institution by another way:
whoever gives you a wrong spec decides what you take for true.";

const CHECKPOINT_HELP: &str = "\
Example:
  quanqi trust checkpoint --trust trust.json --certificate title.qcert -o checkpoint.json
  quanqi trust checkpoint --trust trust.json --achievement 1 -o checkpoint.json

A checkpoint 检查点 is a block that you have verified, with the authorities who finalised it.
Later certificates need to prove only what came after, and the keys of earlier authorities, should
they leak, are worth nothing any more. Make a new one whenever you have verified a fresh
certificate.";

/// Trust files 信任文件.
#[derive(Subcommand, Clone, Debug)]
pub enum TrustCommand {
	/// From the network's raw chain spec 原始链规格: trust its first authorities
	#[command(after_help = FROM_SPEC_HELP)]
	FromSpec {
		/// The raw chain spec
		spec: PathBuf,
		/// Where to write it
		#[command(flatten)]
		out: OutArgs,
	},
	/// From a verified certificate: trust its block 检查点 and who finalised it
	#[command(after_help = CHECKPOINT_HELP)]
	Checkpoint(CheckpointArgs),
	/// Show what a trust file 信任文件 trusts 查看
	#[command(after_help = "Example:\n  quanqi trust show trust.json")]
	Show {
		/// The trust file
		file: PathBuf,
	},
}

/// Where to write.
#[derive(Args, Clone, Debug)]
pub struct OutArgs {
	/// Where to write the trust file
	#[arg(long, short, value_name = "FILE")]
	pub out: PathBuf,
	/// Replace the file, if it is there
	#[arg(long)]
	pub force: bool,
}

/// What the checkpoint rests on.
#[derive(Args, Clone, Debug)]
pub struct CheckpointArgs {
	/// The trust file that is trusted already
	#[arg(long, value_name = "FILE")]
	pub trust: PathBuf,
	/// A certificate whose block becomes the checkpoint
	#[arg(long, value_name = "FILE", required_unless_present = "achievement")]
	pub certificate: Option<PathBuf>,
	/// Have the node of --url prove its last final block by the title of this achievement
	#[arg(long, value_name = "NUMBER", conflicts_with = "certificate")]
	pub achievement: Option<u64>,
	/// Where to write it
	#[command(flatten)]
	pub out: OutArgs,
}

impl TrustCommand {
	/// Does it.
	pub async fn run(self, session: &Session) -> Result<()> {
		match self {
			Self::FromSpec { spec, out } => from_spec(session, &spec, &out),
			Self::Checkpoint(arguments) => checkpoint(session, &arguments).await,
			Self::Show { file } => {
				let trust = read_trust(&file)?;
				session.output.answer(&trust, output::certificate::trust);
				Ok(())
			}
		}
	}
}

fn from_spec(session: &Session, path: &Path, out: &OutArgs) -> Result<()> {
	let spec = RawSpec::read(path)?;
	let wrong = |reason: String| Error::file(Place::file(path), reason);
	let trust = spec.trust().map_err(wrong)?;
	if let Some(expected) = session.global.genesis.filter(|one| one.0 != trust.genesis_hash) {
		return Err(Error::WrongNetwork(format!(
			"{} is the spec of another network ({}): its genesis is 0x{}, yours is {expected:?}",
			path.display(),
			spec.name,
			hex::encode(trust.genesis_hash)
		)));
	}
	write_json_whole(&out.out, &trust, out.force)?;
	let answer = serde_json::json!({
		"file": out.out, "network": spec.name, "id": spec.id, "trust": trust,
	});
	session.output.answer(&answer, |_| {
		format!(
			"{} ({}): trust file 信任文件 {}\n\n{}",
			spec.name,
			spec.id,
			out.out.display(),
			output::certificate::trust(&trust)
		)
	});
	Ok(())
}

async fn checkpoint(session: &Session, arguments: &CheckpointArgs) -> Result<()> {
	check_free(&arguments.out.out, arguments.out.force)?;
	let trust = read_trust(&arguments.trust)?;
	let (name, certificate) = match (&arguments.certificate, arguments.achievement) {
		(Some(path), _) => (path.display().to_string(), read_certificate(path)?.certificate),
		(None, Some(achievement)) => {
			from_node(session, &arguments.trust, &trust, achievement).await?
		}
		(None, None) => return Err(Error::argument("--certificate", "which certificate?")),
	};
	let advanced = advance(&certificate, &trust);
	let (verdict, made) = advanced.map_err(|error| Error::certificate(&name, error, None))?;
	let number = verdict.anchor.number;
	if let Some(point) = trust.as_checkpoint().filter(|point| point.number >= number) {
		return Err(Error::argument(
			"--certificate",
			format!(
				"its block {number} is not after the checkpoint at block {}; take a fresh one",
				point.number
			),
		));
	}
	write_json_whole(&arguments.out.out, &made, arguments.out.force)?;
	let answer = serde_json::json!({ "file": arguments.out.out, "trust": made });
	session.output.answer(&answer, |_| {
		format!(
			"checkpoint 检查点 {}, resting on {}\n\n{}",
			arguments.out.out.display(),
			output::certificate::basis(&verdict.rests_on),
			output::certificate::trust(&made)
		)
	});
	Ok(())
}

/// A certificate of the short form, fresh from the node.
async fn from_node(
	session: &Session,
	path: &Path,
	trust: &Trust,
	achievement: u64,
) -> Result<(String, Certificate)> {
	let chain = session.chain().await?;
	certificate::check_network(&chain, Some(path), Some(trust))?;
	let order = certificate::Order { achievement, form: certificate::Form::Short, contracts: &[] };
	let certificate = certificate::ask(&chain, &order, Some(trust)).await?;
	Ok((format!("what {} issued", chain.url), certificate))
}
