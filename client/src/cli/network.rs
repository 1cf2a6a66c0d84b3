//! `quanqi network`: building one, and how it is.

use super::{key::sealing_password, Session};
use crate::{
	chain::connect::{ask, open, Version},
	chain::Hash,
	error::{Error, Place, Result},
	output::{facts, table},
};
use clap::Subcommand;
use serde::Serialize;
use std::path::{Path, PathBuf};
use subxt_rpcs::rpc_params;

/// The network 网络.
#[derive(Subcommand, Clone, Debug)]
pub enum NetworkCommand {
	/// From a consortium file 联盟文件 to a raw chain spec and one key folder for each institution
	#[command(after_help = "\
Example:
  quanqi --password-file password.txt network build examples/consortium.toml --out my-network
  quanqi network build examples/consortium.toml --out demo --plain")]
	Build {
		/// The consortium file
		file: PathBuf,
		/// A folder that does not exist yet
		#[arg(long)]
		out: PathBuf,
		/// Leave the members' first keys in the open; for networks of no value
		#[arg(long)]
		plain: bool,
	},
	/// Only check a consortium file 联盟文件
	#[command(after_help = "Example:\n  quanqi network check examples/consortium.toml")]
	Check {
		/// The consortium file
		file: PathBuf,
	},
	/// How each node 节点 of --url is: peers, blocks, finality, release
	#[command(after_help = "\
Example:
  quanqi --url ws://127.0.0.1:9944 --url ws://127.0.0.1:9945 network status")]
	Status,
}

/// How a node is.
#[derive(Debug, Serialize)]
struct NodeStatus {
	url: String,
	#[serde(flatten)]
	answer: std::result::Result<NodeAnswer, String>,
}

#[derive(Debug, Serialize)]
struct NodeAnswer {
	chain: String,
	peers: u64,
	syncing: bool,
	best: u64,
	finalised: u64,
	lag_blocks: u64,
	runtime: String,
	genesis: Hash,
	pending: usize,
}

impl NetworkCommand {
	/// Does it.
	pub async fn run(self, session: &Session) -> Result<()> {
		match self {
			Self::Build { file, out, plain } => build(session, &file, out, plain),
			Self::Check { file } => {
				let consortium = read(&file)?;
				let count = consortium.institution.len();
				let answer = serde_json::json!({ "file": file, "institutions": count });
				session.output.answer(&answer, |_| {
					format!("{}: a good consortium file of {count} institutions", file.display())
				});
				Ok(())
			}
			Self::Status => status(session).await,
		}
	}
}

fn read(file: &Path) -> Result<quanqi_chain_spec::Consortium> {
	let wrong = |error: String| Error::file(Place::file(file), error);
	let text =
		std::fs::read_to_string(file).map_err(|error| wrong(format!("cannot be read: {error}")))?;
	quanqi_chain_spec::parse(&text).map_err(|faults| match faults.split_first() {
		None => wrong("is no consortium file".to_owned()),
		Some((first, others)) => {
			let others = others.iter().map(|fault| format!("\n  {fault}"));
			let reason = format!("{}{}", first.message, others.collect::<String>());
			let line = u64::try_from(first.line).ok();
			Error::file(Place { line, ..Place::file(file).field(&first.field) }, reason)
		}
	})
}

fn build(session: &Session, file: &Path, out: PathBuf, plain: bool) -> Result<()> {
	let consortium = read(file)?;
	let password = sealing_password(session, plain)?;
	let options = quanqi_chain_spec::BuildOptions { out: out.clone(), password };
	let built = quanqi_chain_spec::build(&consortium, &options)
		.map_err(|error| Error::argument("network build", error))?;
	session.output.answer(&built, |built| {
		let row = |one: &quanqi_chain_spec::BuiltInstitution| {
			[
				one.member.to_string(),
				one.name.clone(),
				one.folder.as_ref().map_or(String::new(), |folder| folder.display().to_string()),
				one.keys.join("\n"),
				one.node_id.clone().unwrap_or_default(),
			]
		};
		let header =
			["member 成员", "institution 机构", "key folder 密钥目录", "keys 密钥", "node 节点"];
		format!(
			"{}\n\n{}{}",
			facts([
				("chain spec", built.chain_spec.display().to_string()),
				("its BLAKE2b-256, to compare", built.chain_spec_digest.clone()),
			]),
			table(&header, built.institutions.iter().map(row)),
			built.advice.as_ref().map_or(String::new(), |advice| format!("\n\n{advice}"))
		)
	});
	Ok(())
}

async fn status(session: &Session) -> Result<()> {
	let ask_all = session.global.url.iter().map(|url| node(url, session.global.genesis));
	let asked = futures::future::join_all(ask_all).await;
	let mut failures = Vec::new();
	let mut nodes = Vec::new();
	for (url, answer) in session.global.url.iter().zip(asked) {
		let answer = answer.map_err(|error| {
			let told = error.to_string();
			failures.push(error);
			told
		});
		nodes.push(NodeStatus { url: url.clone(), answer });
	}
	session.output.answer(&nodes, |nodes| {
		let row = |node: &NodeStatus| match &node.answer {
			Ok(answer) => [
				node.url.clone(),
				answer.chain.clone(),
				answer.peers.to_string(),
				answer.best.to_string(),
				answer.finalised.to_string(),
				format!("{}{}", answer.lag_blocks, if answer.syncing { ", syncing" } else { "" }),
				answer.pending.to_string(),
				answer.runtime.clone(),
				format!("{:?}", answer.genesis),
			],
			// Why is told below, where there is room for it.
			Err(_) => {
				let mut cells: [String; 9] = Default::default();
				cells[0] = node.url.clone();
				cells[1] = "see below 见下".to_owned();
				cells
			}
		};
		let header = [
			"node 节点",
			"chain 链",
			"peers 邻居",
			"best 最新",
			"final 最终",
			"lag 滞后",
			"pending 待处理",
			"runtime 运行时",
			"genesis 创世",
		];
		table(&header, nodes.iter().map(row))
	});
	let geneses: std::collections::BTreeSet<_> =
		nodes.iter().filter_map(|node| node.answer.as_ref().ok()).map(|a| a.genesis.0).collect();
	if geneses.len() > 1 {
		return Err(Error::WrongNetwork(
			"these nodes are of different networks; check --url".into(),
		));
	}
	let Some(last) = failures.pop() else { return Ok(()) };
	for error in &failures {
		session.output.error(error);
	}
	Err(last)
}

async fn node(url: &str, expected: Option<Hash>) -> Result<NodeAnswer> {
	#[derive(serde::Deserialize)]
	#[serde(rename_all = "camelCase")]
	struct Health {
		peers: u64,
		is_syncing: bool,
	}
	let rpc = open(url).await?;
	let health: Health = ask(&rpc, url, "system_health", rpc_params![]).await?;
	let chain: String = ask(&rpc, url, "system_chain", rpc_params![]).await?;
	let genesis: Hash = ask(&rpc, url, "chain_getBlockHash", rpc_params![0]).await?;
	crate::chain::connect::check_genesis(url, genesis, expected)?;
	let version: Version = ask(&rpc, url, "state_getRuntimeVersion", rpc_params![]).await?;
	let pending: Vec<String> = ask(&rpc, url, "author_pendingExtrinsics", rpc_params![]).await?;
	let finalised: Hash = ask(&rpc, url, "chain_getFinalizedHead", rpc_params![]).await?;
	let finalised = height(&rpc, url, Some(finalised)).await?;
	let best = height(&rpc, url, None).await?;
	Ok(NodeAnswer {
		chain,
		peers: health.peers,
		syncing: health.is_syncing,
		best,
		finalised,
		lag_blocks: best.saturating_sub(finalised),
		runtime: format!("{} {}", version.spec_name, version.spec_version),
		genesis,
		pending: pending.len(),
	})
}

async fn height(rpc: &subxt_rpcs::RpcClient, url: &str, hash: Option<Hash>) -> Result<u64> {
	#[derive(serde::Deserialize)]
	struct Header {
		number: String,
	}
	let header: Header = ask(rpc, url, "chain_getHeader", rpc_params![hash]).await?;
	u64::from_str_radix(header.number.trim_start_matches("0x"), 16)
		.map_err(|error| Error::Node(format!("{url}: a header without a height: {error}")))
}
