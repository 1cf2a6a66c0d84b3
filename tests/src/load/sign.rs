//! Signing everything before the first call is sent.

use super::CallKind;
use crate::{
	rpc::{Hash, Rpc},
	Error, Result,
};
use std::{collections::HashMap, sync::Arc};
use subxt::{
	backend::LegacyBackend,
	config::{transaction_extensions::Params, DefaultExtrinsicParamsBuilder},
	utils::AccountId32,
	OnlineClient, SubstrateConfig,
};
use subxt_rpcs::rpc_params;
use subxt_signer::sr25519::Keypair;

/// How long a signed call stays valid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Era {
	/// As long as subxt makes a call valid by default.
	Default,
	/// This many blocks from the block at which it was signed.
	Blocks(u64),
	/// For ever.
	Immortal,
}

/// One signed call, ready to send.
#[derive(Clone, Debug)]
pub struct Signed {
	/// Its bytes.
	pub encoded: Vec<u8>,
	/// Its hash, by which it is found in blocks.
	pub hash: Hash,
}

/// All signed calls of a run.
#[derive(Debug)]
pub struct Batch {
	/// The calls in the order in which they fall due.
	pub calls: Vec<Signed>,
	/// For each key its calls, by index, in the order of their nonces.
	pub lanes: Vec<Vec<usize>>,
	/// The index of the call with a hash.
	pub by_hash: HashMap<Hash, usize>,
}

/// Connects a chain client to a node, over its plain requests: the newer way follows the chain by a
/// subscription, which a busy node ends.
pub async fn client(rpc: &Rpc) -> Result<OnlineClient<SubstrateConfig>> {
	let backend = LegacyBackend::builder().build(rpc.connect().await?);
	OnlineClient::from_backend_with_config(SubstrateConfig::new(), Arc::new(backend))
		.await
		.map_err(|error| Error::chain(format!("connecting to {}", rpc.url()), error))
}

/// Signs `count` calls by the keys in turn, from the nonce that the node gives for each.
pub async fn sign(
	rpc: &Rpc,
	kind: &dyn CallKind,
	keys: &[Keypair],
	count: usize,
	era: Era,
) -> Result<Batch> {
	if keys.is_empty() {
		return Err(Error::Input("no keys to sign with".into()));
	}
	let client = client(rpc).await?;
	let at = client
		.at_current_block()
		.await
		.map_err(|error| Error::chain("reading the current block", error))?;
	kind.require(&at.metadata())?;
	let mut nonces = nonces(rpc, keys).await?;
	let transactions = at.transactions();

	let mut batch = Batch {
		calls: Vec::with_capacity(count),
		lanes: vec![Vec::new(); keys.len()],
		by_hash: HashMap::with_capacity(count),
	};
	for (index, lane) in (0..count).zip((0..keys.len()).cycle()) {
		let call = kind.call(keys[lane].public_key().0, serial(index, nonces[lane]));
		let builder = DefaultExtrinsicParamsBuilder::new().nonce(nonces[lane]);
		let mut params = match era {
			Era::Default => builder,
			Era::Blocks(blocks) => builder.mortal(blocks),
			Era::Immortal => builder.immortal(),
		}
		.build();
		params.inject_block(at.block_number(), at.block_hash());
		let encoded = transactions
			.create_signable_offline(&call, params)
			.and_then(|mut signable| signable.sign(&keys[lane]))
			.map_err(|error| Error::chain(format!("signing a {}", kind.name()), error))?
			.into_encoded();
		let hash = crate::rpc::extrinsic_hash(&encoded);
		batch.by_hash.insert(hash, index);
		batch.calls.push(Signed { encoded, hash });
		batch.lanes[lane].push(index);
		nonces[lane] = nonces[lane].saturating_add(1);
	}
	Ok(batch)
}

/// A number that differs between the calls of a run and, by the nonce, between runs.
fn serial(index: usize, nonce: u64) -> u64 {
	let index = u64::try_from(index).unwrap_or(u64::MAX);
	nonce.wrapping_shl(32).wrapping_add(index)
}

async fn nonces(rpc: &Rpc, keys: &[Keypair]) -> Result<Vec<u64>> {
	let mut nonces = Vec::with_capacity(keys.len());
	for key in keys {
		let account = AccountId32(key.public_key().0);
		nonces.push(rpc.request("system_accountNextIndex", rpc_params![account]).await?);
	}
	Ok(nonces)
}
