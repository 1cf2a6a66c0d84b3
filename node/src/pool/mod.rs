//! The transaction pool, so that a call which RPC accepted is finalised, or its submitter is told.
//!
//! The pool itself is the SDK's single-state pool. Left alone under a burst, it is told to gossip
//! everything that it holds at once, again at every reconnection, which overflows the send buffers
//! of all peers and closes them for ever; once full it drops calls that it had accepted; and it
//! drops them when a block that it wanted to ask about is gone, or when one that they follow is
//! dropped. Here, RPC and network are refused before the pool is full, gossip is paced, a validator
//! does not repeat what a peer has just told everybody, a missing block is no verdict, only what was
//! judged by itself is removed, and who took a call keeps it until it is final.

mod face;
mod keeper;
mod limits;
#[cfg(test)]
mod mock;
mod pace;
mod relays;
mod removal;
mod steady;
mod sweep;
mod tags;
mod tasks;

pub(crate) use face::Face;
pub(crate) use limits::Limits;

use keeper::Keeper;
use parking_lot::Mutex;
use quanqi_runtime::{opaque::Block, Hash};
use relays::Relays;
use sc_service::{Configuration, TaskManager};
use sc_transaction_pool::{BasicPool, FullChainApi, RevalidationType};
use sp_blockchain::HeaderBackend;
use sp_runtime::OpaqueExtrinsic;
use std::{num::NonZeroU32, sync::Arc, time::Duration};
use steady::SteadyApi;
use sweep::{Suspects, Sweep};
use tasks::Spawner;

/// The pool.
pub(crate) type Pool<Client> =
	BasicPool<SteadyApi<Block, FullChainApi<Client, Block>, Client>, Block>;

/// How long a validator waits before it repeats to its peers what a peer told it. It writes the
/// call into a block itself long before that; what is left then had a reason to wait.
const VALIDATOR_RELAY_DELAY: Duration = Duration::from_secs(10);

/// Transactions offered to each peer at once when the pool is gone through: well below the 2048
/// that the send buffer of either network back end takes.
const OFFERED_AT_ONCE: usize = 512;

/// What an operator chooses about the pool.
#[derive(Debug, Clone)]
pub(crate) struct PoolOptions {
	/// What it may hold.
	pub(crate) limits: Limits,
	/// How long a transaction that was removed is not taken again.
	pub(crate) ban_time: Duration,
	/// Transactions that each peer is told of in a second.
	pub(crate) gossip_per_second: NonZeroU32,
}

/// Makes the pool.
pub(crate) fn build(
	config: &Configuration,
	options: &PoolOptions,
	task_manager: &TaskManager,
	client: Arc<crate::service::FullClient>,
) -> Arc<Pool<crate::service::FullClient>> {
	let prometheus = config.prometheus_registry();
	let info = client.info();
	let spawner = Spawner(task_manager.spawn_essential_handle());
	let api = FullChainApi::new(client.clone(), prometheus, &spawner);
	Arc::new(BasicPool::with_revalidation_type(
		options.limits.options(options.ban_time),
		config.role.is_authority().into(),
		Arc::new(SteadyApi::new(api, client)),
		prometheus,
		RevalidationType::Full,
		spawner,
		info.best_number,
		info.best_hash,
		info.finalized_hash,
	))
}

/// Looks again at what waits in the pool, as long as the node runs.
pub(crate) fn keep_clean(
	pool: Arc<Pool<crate::service::FullClient>>,
	gate: Arc<Gate<Hash>>,
	task_manager: &TaskManager,
	client: Arc<crate::service::FullClient>,
) {
	let sweep = Sweep::new(pool, client);
	task_manager.spawn_essential_handle().spawn(
		"pool-sweep",
		Some("transaction-pool"),
		sweep.run(gate),
	);
}

/// What the faces of one pool share.
pub(crate) struct Gate<Hash, Transaction = OpaqueExtrinsic> {
	limits: Limits,
	relays: Mutex<Relays<Hash>>,
	suspects: Suspects<Hash>,
	keeper: Keeper<Hash, Transaction>,
	gossip_per_second: NonZeroU32,
}

impl<Hash: std::hash::Hash + Eq + Clone, Transaction> Gate<Hash, Transaction> {
	/// A gate before a pool made with these options.
	pub(crate) fn new(options: &PoolOptions, is_validator: bool) -> Arc<Self> {
		let PoolOptions { limits, gossip_per_second, .. } = *options;
		let delay = if is_validator { VALIDATOR_RELAY_DELAY } else { Duration::ZERO };
		let relays = Mutex::new(Relays::new(delay, limits.transactions()));
		Arc::new(Self {
			limits,
			relays,
			suspects: Suspects::new(),
			// As many as wait in the pool may be in blocks that are not final.
			keeper: Keeper::new(limits.transactions().saturating_mul(2)),
			gossip_per_second,
		})
	}
}
