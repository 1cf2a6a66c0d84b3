//! Calls that this node's RPC took, until they are final or refused.
//!
//! The pool forgets a call as soon as a block that follows its best one contains it. Should that block
//! be left for another while the machine has more to do than it can, the SDK may look for the block
//! when it is gone already, and nobody has the call any more: what its account sent after it then
//! waits for ever. Who took a call therefore keeps it until it is final.

use parking_lot::Mutex;
use std::{
	collections::HashMap,
	hash::Hash,
	sync::Arc,
	time::{Duration, Instant},
};

/// How long after a node took a call it is first looked for: most are final by then.
const GRACE: Duration = Duration::from_secs(15);

/// Calls looked for at once.
const MOST_LOOKED_FOR: usize = 1_000;

struct Kept<Transaction> {
	/// Calls are handed in again in the order in which they came.
	number: u64,
	since: Instant,
	transaction: Arc<Transaction>,
}

struct Shelf<H, Transaction> {
	next_number: u64,
	kept: HashMap<H, Kept<Transaction>>,
}

/// The calls of a node that are neither final nor refused.
pub(super) struct Keeper<H, Transaction> {
	capacity: usize,
	shelf: Mutex<Shelf<H, Transaction>>,
}

impl<H: Hash + Eq + Clone, Transaction> Keeper<H, Transaction> {
	/// Keeps no more than `capacity` calls; what comes then is left to the pool alone.
	pub(super) fn new(capacity: usize) -> Self {
		Self { capacity, shelf: Mutex::new(Shelf { next_number: 0, kept: HashMap::new() }) }
	}

	/// Keeps a call from now on.
	pub(super) fn keep(&self, hash: H, transaction: Transaction, since: Instant) {
		let mut shelf = self.shelf.lock();
		if shelf.kept.len() < self.capacity {
			let number = shelf.next_number;
			shelf.next_number = number.saturating_add(1);
			let transaction = Arc::new(transaction);
			shelf.kept.entry(hash).or_insert(Kept { number, since, transaction });
		}
	}

	/// Keeps these calls no longer.
	pub(super) fn forget<'a>(&self, hashes: impl IntoIterator<Item = &'a H>)
	where
		H: 'a,
	{
		let mut shelf = self.shelf.lock();
		for hash in hashes {
			shelf.kept.remove(hash);
		}
	}

	/// Whether nothing is kept.
	pub(super) fn is_empty(&self) -> bool {
		self.shelf.lock().kept.is_empty()
	}

	/// The first calls that have been kept for so long that they should be final.
	pub(super) fn overdue(&self, now: Instant) -> Vec<(H, Arc<Transaction>)> {
		let shelf = self.shelf.lock();
		let is_overdue =
			|kept: &Kept<Transaction>| now.saturating_duration_since(kept.since) >= GRACE;
		let mut overdue: Vec<_> = shelf.kept.iter().filter(|(_, kept)| is_overdue(kept)).collect();
		overdue.sort_unstable_by_key(|(_, kept)| kept.number);
		overdue.truncate(MOST_LOOKED_FOR);
		overdue.into_iter().map(|(hash, kept)| (hash.clone(), kept.transaction.clone())).collect()
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn keeper(calls: std::ops::Range<u32>, since: Instant) -> Keeper<u32, u32> {
		let keeper = Keeper::new(3);
		for call in calls {
			keeper.keep(call, call * 10, since);
		}
		keeper
	}

	fn overdue(keeper: &Keeper<u32, u32>, now: Instant) -> Vec<(u32, u32)> {
		keeper.overdue(now).into_iter().map(|(hash, call)| (hash, *call)).collect()
	}

	#[test]
	fn call_should_be_overdue_in_its_order_when_it_is_kept_for_long() {
		let start = Instant::now();
		let keeper = keeper(0..3, start);
		assert!(keeper.overdue(start).is_empty());
		assert_eq!(overdue(&keeper, start + GRACE), [(0, 0), (1, 10), (2, 20)]);
	}

	#[test]
	fn call_should_not_be_kept_when_it_is_forgotten() {
		let start = Instant::now();
		let keeper = keeper(0..2, start);
		keeper.forget(&[0]);
		assert_eq!(overdue(&keeper, start + GRACE), [(1, 10)]);
		keeper.forget(&[1]);
		assert!(keeper.is_empty());
	}

	#[test]
	fn call_should_not_be_kept_when_there_is_no_room() {
		let start = Instant::now();
		assert_eq!(keeper(0..5, start).overdue(start + GRACE).len(), 3);
	}

	#[test]
	fn call_should_keep_its_time_when_it_comes_twice() {
		let start = Instant::now();
		let keeper = keeper(0..1, start);
		keeper.keep(0, 0, start + GRACE);
		assert_eq!(keeper.overdue(start + GRACE).len(), 1);
	}
}
