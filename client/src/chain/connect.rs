//! A connection to one node of the network that is meant.

use super::{DryRun, Hash};
use crate::error::{Error, Result};
use serde::de::DeserializeOwned;
use std::{collections::HashMap, sync::Arc, time::Duration};
use subxt::{backend::LegacyBackend, OnlineClient, SubstrateConfig};
use subxt_rpcs::{client::RpcParams, rpc_params, RpcClient};
use tokio::sync::Mutex;

/// With these codes a node says that it has no such achievement or contract to prove.
const ABSENT: [i32; 2] = [20_021, 20_029];

/// How long a node may take to take a connection.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// The next nonce of an account, where it is known.
pub(super) type Lane = Arc<Mutex<Option<u64>>>;

/// A node, and the network it is of.
#[derive(Clone)]
pub struct Chain {
	pub(super) rpc: RpcClient,
	pub(super) client: OnlineClient<SubstrateConfig>,
	/// Next nonce of each account that signed here; locked while a call of the account is handed in.
	pub(super) nonces: Arc<Mutex<HashMap<[u8; 32], Lane>>>,
	/// Calls are only asked about.
	pub dry_run: Option<DryRun>,
	/// Where the node is.
	pub url: String,
	/// The hash of the network's first block: its name.
	pub genesis: Hash,
	/// What the node runs.
	pub version: Version,
}

/// What the runtime of a node is.
#[derive(Clone, Debug, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Version {
	/// Which state machine.
	pub spec_name: String,
	/// Its release.
	pub spec_version: u32,
	/// Its form of transactions.
	pub transaction_version: u32,
}

impl Chain {
	/// Connects to the first of these nodes that answers, and makes sure that it is of the right
	/// network and runs a runtime whose calls this program builds.
	pub async fn connect(urls: &[String], genesis: Option<Hash>) -> Result<Self> {
		let mut failures = Vec::new();
		for url in urls {
			match Self::connect_to(url, genesis).await {
				Err(Error::Unreachable(reason)) => failures.push(reason),
				result => return result,
			}
		}
		Err(Error::Unreachable(format!(
			"{}; is the node running, and is --url its RPC address?",
			failures.join("; ")
		)))
	}

	async fn connect_to(url: &str, genesis: Option<Hash>) -> Result<Self> {
		let rpc = open(url).await?;
		let found: Option<Hash> = ask(&rpc, url, "chain_getBlockHash", rpc_params![0]).await?;
		let found = found.ok_or_else(|| Error::Node(format!("{url} has no first block")))?;
		check_genesis(url, found, genesis)?;
		let version: Version = ask(&rpc, url, "state_getRuntimeVersion", rpc_params![]).await?;
		check_version(url, &version)?;
		let backend = LegacyBackend::builder().build(rpc.clone());
		let config = SubstrateConfig::builder().set_genesis_hash(found).build();
		let client = OnlineClient::from_backend_with_config(config, Arc::new(backend))
			.await
			.map_err(|error| Error::Node(format!("{url}: {error}")))?;
		Ok(Self {
			rpc,
			client,
			nonces: Arc::default(),
			dry_run: None,
			url: url.to_owned(),
			genesis: found,
			version,
		})
	}

	/// One request.
	pub async fn request<T: DeserializeOwned>(&self, method: &str, params: RpcParams) -> Result<T> {
		ask(&self.rpc, &self.url, method, params).await
	}
}

/// Opens a connection and nothing more.
pub async fn open(url: &str) -> Result<RpcClient> {
	let unreachable =
		|reason: String| Error::Unreachable(format!("no node answers at {url}: {reason}"));
	if !["ws://", "wss://"].iter().any(|scheme| url.starts_with(scheme)) {
		return Err(Error::argument(
			"--url",
			format!(
				"{url}: a node's address begins with ws:// or wss://, such as ws://127.0.0.1:9944"
			),
		));
	}
	match tokio::time::timeout(CONNECT_TIMEOUT, RpcClient::from_insecure_url(url)).await {
		Ok(Ok(client)) => Ok(client),
		Ok(Err(error)) => Err(unreachable(innermost(&error))),
		Err(_) => Err(unreachable(format!("nothing came back in {} s", CONNECT_TIMEOUT.as_secs()))),
	}
}

/// One request over an open connection.
pub async fn ask<T: DeserializeOwned>(
	rpc: &RpcClient,
	url: &str,
	method: &str,
	params: RpcParams,
) -> Result<T> {
	rpc.request(method, params).await.map_err(|error| match error {
		subxt_rpcs::Error::User(error) if ABSENT.contains(&error.code) => {
			Error::Absent(format!("{url}: {}", error.message))
		}
		subxt_rpcs::Error::User(error) => {
			Error::Node(format!("{url} refused {method}: {}", error.message))
		}
		subxt_rpcs::Error::Client(_) | subxt_rpcs::Error::DisconnectedWillReconnect(_) => {
			Error::Unreachable(format!("{url} stopped answering ({method}): {error}"))
		}
		error => Error::Node(format!("{url}, {method}: {error}")),
	})
}

/// The message at the bottom of an error: the system's own words.
fn innermost(error: &dyn std::error::Error) -> String {
	let mut error = error;
	while let Some(source) = error.source() {
		error = source;
	}
	let text = error.to_string();
	text.rsplit("client error: ").next().unwrap_or(&text).to_owned()
}

/// Refuses a node of another network.
pub fn check_genesis(url: &str, found: Hash, expected: Option<Hash>) -> Result<()> {
	match expected {
		Some(expected) if expected != found => Err(Error::WrongNetwork(format!(
			"{url} is of another network: its genesis is {found:?}, yours is {expected:?}; check --url \
			 and --genesis (QUANQI_GENESIS). Nothing was signed."
		))),
		_ => Ok(()),
	}
}

/// Refuses a node whose transactions are not of the form that this program writes.
pub fn check_version(url: &str, version: &Version) -> Result<()> {
	let own = &quanqi_runtime::VERSION;
	if version.spec_name != own.spec_name.as_ref() {
		return Err(Error::WrongNetwork(format!(
			"{url} runs `{}`, not `{}`; check --url",
			version.spec_name, own.spec_name
		)));
	}
	if version.transaction_version != own.transaction_version {
		return Err(Error::WrongNetwork(format!(
			"{url} reads transactions of version {}, this program writes version {}; use the release \
			 of quanqi that belongs to runtime {}",
			version.transaction_version, own.transaction_version, version.spec_version
		)));
	}
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;

	fn version(name: &str, transaction_version: u32) -> Version {
		Version { spec_name: name.into(), spec_version: 1, transaction_version }
	}

	#[test]
	fn genesis_should_be_refused_when_it_is_another() {
		let (one, two) = (Hash::repeat_byte(1), Hash::repeat_byte(2));
		let error = check_genesis("ws://x", one, Some(two)).unwrap_err();
		assert_eq!(error.exit_code(), 4);
		assert!(error.to_string().contains("0x0202"), "{error}");
		assert!(check_genesis("ws://x", one, Some(one)).is_ok());
		assert!(check_genesis("ws://x", one, None).is_ok());
	}

	#[test]
	fn version_should_be_refused_when_calls_would_be_read_otherwise() {
		let own = quanqi_runtime::VERSION.transaction_version;
		assert!(check_version("ws://x", &version("quanqi", own)).is_ok());
		assert_eq!(
			check_version("ws://x", &version("quanqi", own + 1)).unwrap_err().exit_code(),
			4
		);
		assert!(check_version("ws://x", &version("node", own))
			.unwrap_err()
			.to_string()
			.contains("node"));
	}
}
