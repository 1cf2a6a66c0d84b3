//! Gossip at a steady pace.

use super::Gate;
use futures::{channel::mpsc, stream::Fuse, SinkExt, Stream, StreamExt};
use std::{
	collections::VecDeque,
	hash::Hash,
	num::NonZeroU32,
	sync::Arc,
	time::{Duration, Instant},
};

/// Length of a beat. In each beat an even share of the rate is released.
const BEAT: Duration = Duration::from_millis(10);
const BEATS_PER_SECOND: u32 = 100;

/// Transactions waiting to be announced.
struct Queue<H> {
	own: VecDeque<H>,
	relayed: VecDeque<(Instant, H)>,
	capacity: usize,
}

impl<H> Queue<H> {
	fn len(&self) -> usize {
		self.own.len() + self.relayed.len()
	}

	/// A transaction that finds no room is still offered when the network goes through the pool.
	fn push(&mut self, hash: H, held_until: Option<Instant>) {
		if self.len() >= self.capacity {
			return;
		}
		match held_until {
			Some(until) => self.relayed.push_back((until, hash)),
			None => self.own.push_back(hash),
		}
	}

	/// The next transaction to announce: this node's own first.
	fn pop(&mut self, now: Instant) -> Option<H> {
		self.own.pop_front().or_else(|| {
			self.relayed.front().filter(|(until, _)| *until <= now)?;
			self.relayed.pop_front().map(|(_, hash)| hash)
		})
	}
}

/// Announces on `sink` what comes from `source`, at no more than the gate's rate, and what came
/// from a peer only when its time has come. Ends with either.
pub(super) async fn run<H, T, S>(gate: Arc<Gate<H, T>>, source: S, mut sink: mpsc::Sender<H>)
where
	H: Hash + Eq + Clone,
	S: Stream<Item = H> + Unpin,
{
	let mut source: Fuse<S> = source.fuse();
	let mut queue = Queue {
		own: VecDeque::new(),
		relayed: VecDeque::new(),
		capacity: gate.limits.transactions(),
	};
	let mut allowance = Allowance::new(gate.gossip_per_second);
	let mut beat = tokio::time::interval(BEAT);
	beat.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Skip);
	loop {
		tokio::select! {
			hash = source.next() => {
				let Some(hash) = hash else { return };
				let held_until = gate.relays.lock().held_until(&hash, Instant::now());
				queue.push(hash, held_until);
			},
			_ = beat.tick(), if queue.len() > 0 => {
				for _ in 0..allowance.next_beat() {
					let Some(hash) = queue.pop(Instant::now()) else { break };
					if sink.send(hash).await.is_err() {
						return;
					}
				}
			},
		}
	}
}

/// Divides a rate per second over the beats, without losing the remainder.
struct Allowance {
	per_second: u32,
	remainder: u32,
}

impl Allowance {
	fn new(per_second: NonZeroU32) -> Self {
		Self { per_second: per_second.get(), remainder: 0 }
	}

	fn next_beat(&mut self) -> u32 {
		let total = self.per_second.saturating_add(self.remainder);
		self.remainder = total % BEATS_PER_SECOND;
		total / BEATS_PER_SECOND
	}
}

#[cfg(test)]
mod tests {
	use super::{
		super::{Limits, PoolOptions},
		*,
	};

	fn gate(per_second: u32) -> Arc<Gate<u32>> {
		let options = PoolOptions {
			limits: Limits::new(1_000, 1_000),
			ban_time: Duration::ZERO,
			gossip_per_second: NonZeroU32::new(per_second).expect("not zero"),
		};
		Gate::new(&options, true)
	}

	#[test]
	fn allowance_should_add_up_to_the_rate_over_a_second() {
		for rate in [1, 7, 99, 100, 250, 1_001] {
			let mut allowance = Allowance::new(NonZeroU32::new(rate).expect("not zero"));
			let total: u32 = (0..BEATS_PER_SECOND).map(|_| allowance.next_beat()).sum();
			assert_eq!(total, rate);
		}
	}

	#[tokio::test(start_paused = true)]
	async fn announcements_should_not_exceed_the_rate_when_many_come_at_once() {
		let (mut sender, source) = mpsc::channel(1_000);
		let (sink, mut announced) = mpsc::channel(1_000);
		for hash in 0..500 {
			sender.try_send(hash).expect("room");
		}
		let task = tokio::spawn(run(gate(100), source, sink));
		tokio::time::sleep(Duration::from_secs(2)).await;
		let mut count = 0;
		while announced.try_recv().is_ok() {
			count += 1;
		}
		assert!((190..=202).contains(&count), "{count}");
		task.abort();
	}

	#[tokio::test(start_paused = true)]
	async fn announcement_should_wait_when_the_transaction_came_from_a_peer() {
		let gate = gate(1_000);
		gate.relays.lock().note(1, Instant::now());
		let (mut sender, source) = mpsc::channel(10);
		let (sink, mut announced) = mpsc::channel(10);
		sender.try_send(1).expect("room");
		sender.try_send(2).expect("room");
		let task = tokio::spawn(run(gate, source, sink));
		tokio::time::sleep(Duration::from_secs(1)).await;
		assert_eq!(announced.try_recv().ok(), Some(2));
		assert!(announced.try_recv().is_err());
		task.abort();
	}
}
