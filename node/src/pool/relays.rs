//! Which transactions came from a peer, and so need no repeating for a while.

use std::{
	collections::{HashMap, VecDeque},
	hash::Hash,
	time::{Duration, Instant},
};

/// Transactions that came from a peer a short time ago.
pub(super) struct Relays<H> {
	delay: Duration,
	capacity: usize,
	until: HashMap<H, Instant>,
	in_order: VecDeque<(Instant, H)>,
}

impl<H: Hash + Eq + Clone> Relays<H> {
	/// Remembers for `delay`, and no more than `capacity` transactions.
	pub(super) fn new(delay: Duration, capacity: usize) -> Self {
		Self { delay, capacity, until: HashMap::new(), in_order: VecDeque::new() }
	}

	/// Notes that a peer sent this transaction. The first time counts.
	pub(super) fn note(&mut self, hash: H, now: Instant) {
		self.forget(now);
		if self.delay.is_zero() || self.in_order.len() >= self.capacity {
			return;
		}
		let until = now + self.delay;
		if let std::collections::hash_map::Entry::Vacant(entry) = self.until.entry(hash.clone()) {
			entry.insert(until);
			self.in_order.push_back((until, hash));
		}
	}

	/// When this transaction may be repeated, if not yet.
	pub(super) fn held_until(&self, hash: &H, now: Instant) -> Option<Instant> {
		self.until.get(hash).copied().filter(|until| *until > now)
	}

	fn forget(&mut self, now: Instant) {
		while let Some((until, hash)) = self.in_order.front() {
			if *until > now {
				break;
			}
			self.until.remove(hash);
			self.in_order.pop_front();
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const DELAY: Duration = Duration::from_secs(10);

	#[test]
	fn relay_should_be_held_until_the_delay_is_over() {
		let start = Instant::now();
		let mut relays = Relays::new(DELAY, 10);
		relays.note(1, start);
		assert_eq!(relays.held_until(&1, start), Some(start + DELAY));
		assert_eq!(relays.held_until(&1, start + DELAY), None);
		assert_eq!(relays.held_until(&2, start), None);
	}

	#[test]
	fn relay_should_count_from_the_first_time_when_several_peers_send_it() {
		let start = Instant::now();
		let mut relays = Relays::new(DELAY, 10);
		relays.note(1, start);
		relays.note(1, start + DELAY / 2);
		assert_eq!(relays.held_until(&1, start + DELAY), None);
	}

	#[test]
	fn relays_should_stay_within_their_capacity_when_flooded() {
		let start = Instant::now();
		let mut relays = Relays::new(DELAY, 2);
		for hash in 0..5 {
			relays.note(hash, start);
		}
		assert_eq!(relays.until.len(), 2);
		relays.note(9, start + DELAY);
		assert_eq!(relays.until.len(), 1);
	}

	#[test]
	fn relay_should_not_be_held_when_there_is_no_delay() {
		let start = Instant::now();
		let mut relays = Relays::new(Duration::ZERO, 10);
		relays.note(1, start);
		assert_eq!(relays.held_until(&1, start), None);
	}
}
