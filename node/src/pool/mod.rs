//! The transaction pool as RPC and the network see it.
//!
//! The pool itself is the SDK's. Left alone under a burst, it is told to gossip everything that it
//! holds at once, again at every reconnection, which overflows the send buffers of all peers and
//! closes them for ever; and once full it drops calls that it had accepted. Here, RPC and network
//! are refused before the pool is full, gossip is paced, and a validator does not repeat what a
//! peer has just told everybody.

mod face;
mod limits;
mod pace;
mod relays;

pub(crate) use face::Face;
pub(crate) use limits::Limits;

use parking_lot::Mutex;
use relays::Relays;
use std::{num::NonZeroU32, sync::Arc, time::Duration};

/// How long a validator waits before it repeats to its peers what a peer told it. It writes the
/// call into a block itself long before that; what is left then had a reason to wait.
const VALIDATOR_RELAY_DELAY: Duration = Duration::from_secs(10);

/// Transactions offered to each peer at once when the pool is gone through: well below the 2048
/// that the send buffer of either network back end takes.
const OFFERED_AT_ONCE: usize = 512;

/// What the faces of one pool share.
pub(crate) struct Gate<Hash> {
	limits: Limits,
	relays: Mutex<Relays<Hash>>,
	gossip_per_second: NonZeroU32,
}

impl<Hash: std::hash::Hash + Eq + Clone> Gate<Hash> {
	/// A gate before a pool with these limits.
	pub(crate) fn new(
		limits: Limits,
		gossip_per_second: NonZeroU32,
		is_validator: bool,
	) -> Arc<Self> {
		let delay = if is_validator { VALIDATOR_RELAY_DELAY } else { Duration::ZERO };
		let relays = Mutex::new(Relays::new(delay, limits.transactions()));
		Arc::new(Self { limits, relays, gossip_per_second })
	}
}
