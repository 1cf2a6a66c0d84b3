//! The few JSON-RPC methods that the harness and the load tool need.

use crate::{Error, Result};
use blake2::{digest::consts::U32, Blake2b, Digest};
use serde::de::DeserializeOwned;
use std::sync::Arc;
use subxt::{config::RpcConfigFor, SubstrateConfig};
use subxt_rpcs::{
	client::{RpcParams, RpcSubscription},
	methods::LegacyRpcMethods,
	rpc_params, RpcClient,
};
use tokio::sync::Mutex;

/// A block or extrinsic hash.
pub type Hash = subxt::utils::H256;

/// The header type of every chain with 32-bit block numbers and Blake2 hashes.
pub type Header = subxt::config::substrate::SubstrateHeader<Hash>;

/// The number and hash of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
	/// Its height.
	pub number: u64,
	/// Its hash.
	pub hash: Hash,
}

/// The hash by which a node and its blocks know an extrinsic.
pub fn extrinsic_hash(encoded: &[u8]) -> Hash {
	let digest: [u8; 32] = Blake2b::<U32>::digest(encoded).into();
	Hash::from(digest)
}

/// One node, seen over JSON-RPC. The connection is made at the first use and again after a loss.
#[derive(Clone, Debug)]
pub struct Rpc {
	url: String,
	connection: Arc<Mutex<Option<RpcClient>>>,
}

impl Rpc {
	/// A client for the WebSocket endpoint `url`; connects to nothing yet.
	pub fn new(url: impl Into<String>) -> Self {
		Self { url: url.into(), connection: Arc::default() }
	}

	/// The endpoint.
	pub fn url(&self) -> &str {
		&self.url
	}

	/// The connection, made now if there is none.
	pub async fn connect(&self) -> Result<RpcClient> {
		let mut connection = self.connection.lock().await;
		if let Some(client) = connection.as_ref() {
			return Ok(client.clone());
		}
		let client = RpcClient::from_insecure_url(&self.url)
			.await
			.map_err(|source| Error::Rpc { method: format!("connect to {}", self.url), source })?;
		*connection = Some(client.clone());
		Ok(client)
	}

	/// Sends one request. A lost connection is forgotten, so that the next request makes a new one.
	pub async fn request<T: DeserializeOwned>(
		&self,
		method: &str,
		parameters: RpcParams,
	) -> Result<T> {
		let client = self.connect().await?;
		match client.request(method, parameters).await {
			Ok(value) => Ok(value),
			Err(source) => {
				if matches!(source, subxt_rpcs::Error::Client(_)) {
					*self.connection.lock().await = None;
				}
				Err(Error::Rpc { method: format!("{method} at {}", self.url), source })
			}
		}
	}

	/// The last finalised block.
	pub async fn finalised(&self) -> Result<Head> {
		let hash: Hash = self.request("chain_getFinalizedHead", rpc_params![]).await?;
		let header = self.header(Some(hash)).await?;
		Ok(Head { number: number(&header), hash })
	}

	/// The height of the best block.
	pub async fn best_number(&self) -> Result<u64> {
		Ok(number(&self.header(None).await?))
	}

	/// The hash of the block at a height of the best chain, if the node has it.
	pub async fn block_hash(&self, number: u64) -> Result<Option<Hash>> {
		self.request("chain_getBlockHash", rpc_params![number]).await
	}

	/// The encoded extrinsics of a block.
	pub async fn extrinsics(&self, block: Hash) -> Result<Vec<Vec<u8>>> {
		let client = self.connect().await?;
		let methods = LegacyRpcMethods::<RpcConfigFor<SubstrateConfig>>::new(client);
		let details = methods
			.chain_get_block(Some(block))
			.await
			.map_err(|source| Error::Rpc { method: "chain_getBlock".into(), source })?
			.ok_or_else(|| Error::chain("chain_getBlock", format!("no block {block:?}")))?;
		Ok(details.block.extrinsics.into_iter().map(|extrinsic| extrinsic.0).collect())
	}

	/// The hash that the node gives an extrinsic that it takes into its pool.
	pub async fn submit(&self, encoded: &[u8]) -> Result<Hash> {
		let text = format!("0x{}", hex::encode(encoded));
		self.request("author_submitExtrinsic", rpc_params![text]).await
	}

	/// How many extrinsics are ready in the node's pool.
	pub async fn pending(&self) -> Result<usize> {
		let pending: Vec<String> = self.request("author_pendingExtrinsics", rpc_params![]).await?;
		Ok(pending.len())
	}

	/// How many peers the node is connected to.
	pub async fn peers(&self) -> Result<usize> {
		let health: subxt_rpcs::methods::legacy::SystemHealth =
			self.request("system_health", rpc_params![]).await?;
		Ok(health.peers)
	}

	/// The node's peer id.
	pub async fn peer_id(&self) -> Result<String> {
		self.request("system_localPeerId", rpc_params![]).await
	}

	/// The finalised heads as they come; heads finalised together may be skipped but the last.
	pub async fn finalised_heads(&self) -> Result<RpcSubscription<Header>> {
		let client = self.connect().await?;
		client
			.subscribe(
				"chain_subscribeFinalizedHeads",
				rpc_params![],
				"chain_unsubscribeFinalizedHeads",
			)
			.await
			.map_err(|source| Error::Rpc { method: "chain_subscribeFinalizedHeads".into(), source })
	}

	async fn header(&self, hash: Option<Hash>) -> Result<Header> {
		let header: Option<Header> = self.request("chain_getHeader", rpc_params![hash]).await?;
		header.ok_or_else(|| Error::chain("chain_getHeader", format!("no header of {hash:?}")))
	}
}

/// The height in a header.
pub fn number(header: &Header) -> u64 {
	subxt::config::Header::number(header)
}
