//! How full the pool may get from which side.

use sc_transaction_pool_api::PoolStatus;

/// Where a transaction comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
	/// A client of this node, who can be told to come again later.
	Rpc,
	/// A peer, who keeps the transaction in its own pool if it is not taken here.
	Network,
}

impl Side {
	/// Percentage of each limit up to which this side may fill the pool. Peers get more, so that
	/// what another node has accepted finds room here; nobody gets all, because a full pool drops
	/// what it has accepted.
	fn percent(self) -> usize {
		match self {
			Self::Rpc => 75,
			Self::Network => 90,
		}
	}
}

/// The limits of the pool behind the faces.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
	ready: usize,
	ready_bytes: usize,
	future: usize,
	future_bytes: usize,
}

impl Limits {
	/// The limits of a pool made with `--pool-limit` and `--pool-kbytes`: as the SDK divides them,
	/// a tenth of each is for transactions that wait for an earlier one.
	pub(crate) fn new(pool_limit: usize, pool_kbytes: usize) -> Self {
		let bytes = pool_kbytes.saturating_mul(1024);
		Self {
			ready: pool_limit,
			ready_bytes: bytes,
			future: pool_limit / 10,
			future_bytes: bytes / 10,
		}
	}

	/// Transactions that the pool can hold.
	pub(super) fn transactions(&self) -> usize {
		self.ready.saturating_add(self.future)
	}

	/// Whether the pool takes one more transaction from this side.
	pub(super) fn admit(&self, side: Side, status: &PoolStatus) -> bool {
		let below = |used: usize, limit: usize| used < limit.saturating_mul(side.percent()) / 100;
		below(status.ready, self.ready)
			&& below(status.ready_bytes, self.ready_bytes)
			&& below(status.future, self.future)
			&& below(status.future_bytes, self.future_bytes)
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
	fn admit_should_refuse_when_any_limit_is_near() {
		for status in [
			PoolStatus { ready_bytes: 768_000, ..EMPTY },
			PoolStatus { future: 75, ..EMPTY },
			PoolStatus { future_bytes: 76_800, ..EMPTY },
		] {
			assert!(!limits().admit(Side::Rpc, &status), "{status:?}");
		}
	}
}
