//! How full the pool may get from which side.

use sc_transaction_pool::{Options, PoolLimit};
use sc_transaction_pool_api::PoolStatus;
use std::time::Duration;

/// Where a transaction comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
	/// A client of this node, who can be told to come again later.
	Rpc,
	/// A peer, who keeps the transaction in its own pool if it is not taken here.
	Network,
	/// This node, when it makes a block.
	Author,
}

impl Side {
	/// Percentage of the limits up to which this side may fill the pool. Peers get more, so that
	/// what another node has accepted finds room here; nobody gets all, because a full pool drops
	/// what it has accepted.
	fn percent(self) -> usize {
		match self {
			Self::Rpc => 75,
			Self::Network => 90,
			Self::Author => 100,
		}
	}
}

/// What the pool may hold, ready or waiting for an earlier transaction of the same account.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
	transactions: usize,
	bytes: usize,
}

impl Limits {
	/// The limits of `--pool-limit` and `--pool-kbytes`.
	pub(crate) fn new(pool_limit: usize, pool_kbytes: usize) -> Self {
		Self { transactions: pool_limit, bytes: pool_kbytes.saturating_mul(1024) }
	}

	/// Transactions that the pool can hold.
	pub(super) fn transactions(&self) -> usize {
		self.transactions
	}

	/// A pool with these limits, which never come to bear as long as its sides keep to theirs:
	/// either queue may take everything.
	pub(super) fn options(&self, ban_time: Duration) -> Options {
		let limit = PoolLimit { count: self.transactions, total_bytes: self.bytes };
		Options { ready: limit.clone(), future: limit, reject_future_transactions: false, ban_time }
	}

	/// Whether the pool takes one more transaction from this side.
	pub(super) fn admit(&self, side: Side, status: &PoolStatus) -> bool {
		let below = |used: usize, limit: usize| used < limit.saturating_mul(side.percent()) / 100;
		below(status.ready.saturating_add(status.future), self.transactions)
			&& below(status.ready_bytes.saturating_add(status.future_bytes), self.bytes)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const EMPTY: PoolStatus = PoolStatus { ready: 0, ready_bytes: 0, future: 0, future_bytes: 0 };

	fn limits() -> Limits {
		Limits::new(1_000, 1_000)
	}

	#[test]
	fn admit_should_refuse_a_client_first_when_the_pool_fills() {
		let status = PoolStatus { ready: 750, ..EMPTY };
		assert!(!limits().admit(Side::Rpc, &status));
		assert!(limits().admit(Side::Network, &status));
	}

	#[test]
	fn admit_should_refuse_peers_too_when_the_pool_is_nearly_full() {
		assert!(limits().admit(Side::Network, &PoolStatus { ready: 899, ..EMPTY }));
		assert!(!limits().admit(Side::Network, &PoolStatus { ready: 900, ..EMPTY }));
	}

	#[test]
	fn admit_should_count_ready_and_waiting_transactions_together() {
		let status = PoolStatus { ready: 400, future: 350, ..EMPTY };
		assert!(!limits().admit(Side::Rpc, &status));
		let status = PoolStatus { ready: 400, future: 349, ..EMPTY };
		assert!(limits().admit(Side::Rpc, &status));
	}

	#[test]
	fn admit_should_refuse_when_the_bytes_are_used_up() {
		let status = PoolStatus { ready_bytes: 700_000, future_bytes: 68_000, ..EMPTY };
		assert!(!limits().admit(Side::Rpc, &status));
	}

	#[test]
	fn pool_should_never_reach_its_own_limits_when_its_sides_keep_to_theirs() {
		let limits = limits();
		let options = limits.options(Duration::ZERO);
		let fullest = PoolStatus { future: 899, ..EMPTY };
		assert!(limits.admit(Side::Network, &fullest));
		assert!(options.future.count > fullest.future && options.ready.count > fullest.future);
	}
}
