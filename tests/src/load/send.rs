//! Sending signed calls over several sockets.

use super::{
	course::{Answer, Record},
	sign::Batch,
};
use crate::{rpc::Rpc, Error};
use futures::future::join_all;
use std::{sync::Arc, time::Duration};
use tokio::sync::Semaphore;

/// How calls are sent.
#[derive(Clone, Debug)]
pub struct Manner {
	/// Calls per second over all keys; `None` sends as fast as the nodes take them.
	pub rate: Option<f64>,
	/// Sockets opened to each node.
	pub sockets_per_node: usize,
	/// Calls on their way at once per socket.
	pub in_flight: usize,
	/// Calls of one key on their way at once.
	pub pipeline: usize,
	/// How long a call that is pushed back is offered again.
	pub patience: Duration,
}

impl Default for Manner {
	fn default() -> Self {
		Self {
			rate: None,
			sockets_per_node: 2,
			in_flight: 64,
			pipeline: 8,
			patience: Duration::from_secs(120),
		}
	}
}

/// What a node's answer to one submission means.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Meaning {
	Accepted,
	/// Offer it again later.
	PushedBack(String),
	/// Do not offer it again.
	Refused(String),
}

/// One socket to one node.
struct Socket {
	rpc: Rpc,
	permits: Semaphore,
}

/// The node that takes the calls of a lane: all calls of a key go to one node, in their order.
pub fn taker_of_lane(lane: usize, nodes: usize) -> usize {
	lane.checked_rem(nodes).unwrap_or(0)
}

/// Sends all calls and returns when each has its final answer.
pub async fn send(urls: &[String], batch: &Arc<Batch>, record: &Arc<Record>, manner: &Manner) {
	let sockets: Vec<Vec<Arc<Socket>>> = urls
		.iter()
		.map(|url| {
			(0..manner.sockets_per_node.max(1))
				.map(|_| {
					Arc::new(Socket {
						rpc: Rpc::new(url),
						permits: Semaphore::new(manner.in_flight.max(1)),
					})
				})
				.collect()
		})
		.collect();
	let mut lanes = Vec::new();
	for lane in 0..batch.lanes.len() {
		let of_node = &sockets[taker_of_lane(lane, urls.len())];
		let turn = lane.checked_div(urls.len()).unwrap_or(0);
		let socket = of_node[turn.checked_rem(of_node.len()).unwrap_or(0)].clone();
		let (batch, record, manner) = (batch.clone(), record.clone(), manner.clone());
		lanes.push(tokio::spawn(async move {
			send_lane(&socket, &batch, lane, &record, &manner).await;
		}));
	}
	for outcome in join_all(lanes).await {
		if let Err(error) = outcome {
			eprintln!("a sender stopped: {error}");
		}
	}
}

async fn send_lane(socket: &Socket, batch: &Batch, lane: usize, record: &Record, manner: &Manner) {
	// A paced call waits for its own moment, so it cannot share a group with later ones.
	let group_size = if manner.rate.is_some() { 1 } else { manner.pipeline.max(1) };
	let mut stranded = false;
	for group in batch.lanes[lane].chunks(group_size) {
		if stranded {
			group.iter().for_each(|call| record.note_answer(*call, Answer::Stranded));
			continue;
		}
		if let Some(rate) = manner.rate {
			for call in group {
				let due = Duration::from_secs_f64(*call as f64 / rate);
				tokio::time::sleep_until(record.moment(due).into()).await;
				// Counted from when it was due: a slow node must not slow the clock down with it.
				record.note_submitted(*call, due);
			}
		}
		stranded = !send_group(socket, batch, group, record, manner).await;
	}
}

/// Sends calls of one key until each is answered for good. False when one was refused: no later
/// call of this key can then be executed.
async fn send_group(
	socket: &Socket,
	batch: &Batch,
	group: &[usize],
	record: &Record,
	manner: &Manner,
) -> bool {
	let start = record.elapsed();
	let mut open: Vec<usize> = group.to_vec();
	let mut pause = Duration::from_millis(20);
	let mut offered_before = false;
	while !open.is_empty() {
		let offers = open.iter().map(|call| offer(socket, batch, *call, record));
		let meanings = join_all(offers).await;
		let mut remaining = Vec::new();
		let mut refused = false;
		for (call, meaning) in open.iter().zip(meanings) {
			let overdue = record.elapsed().saturating_sub(start) > manner.patience;
			match meaning {
				_ if refused => record.note_answer(*call, Answer::Stranded),
				Meaning::Accepted => record.note_answer(*call, Answer::Accepted),
				// An earlier offer whose answer was lost may have been taken and executed.
				Meaning::Refused(reason) if offered_before && is_stale(&reason) => {
					record.note_answer(*call, Answer::Accepted);
				}
				Meaning::Refused(reason) => {
					record.note_answer(*call, Answer::Refused(reason));
					refused = true;
				}
				Meaning::PushedBack(reason) if overdue => {
					record.note_answer(*call, Answer::Refused(format!("in vain: {reason}")));
					refused = true;
				}
				Meaning::PushedBack(reason) => {
					record.note_push_back(*call, &reason);
					remaining.push(*call);
				}
			}
		}
		if refused {
			remaining.iter().for_each(|call| record.note_answer(*call, Answer::Stranded));
			return false;
		}
		open = remaining;
		if !open.is_empty() {
			offered_before = true;
			tokio::time::sleep(pause).await;
			pause = pause.saturating_mul(2).min(Duration::from_secs(1));
		}
	}
	true
}

async fn offer(socket: &Socket, batch: &Batch, call: usize, record: &Record) -> Meaning {
	// The semaphore is never closed; without a permit the call would only be sent earlier.
	let _permit = socket.permits.acquire().await;
	record.note_submitted(call, record.elapsed());
	match socket.rpc.submit(&batch.calls[call].encoded).await {
		Ok(hash) if hash == batch.calls[call].hash => Meaning::Accepted,
		Ok(hash) => Meaning::Refused(format!("the node knows this call as {hash:?}")),
		Err(error) => {
			let meaning = meaning_of(&error);
			if error.code().is_none() {
				let mut inner = record.lock();
				inner.disconnections = inner.disconnections.saturating_add(1);
			}
			meaning
		}
	}
}

/// Reads the pool's error codes.
fn meaning_of(error: &Error) -> Meaning {
	/// The call is invalid now; the data says why.
	const INVALID: i32 = 1010;
	const TEMPORARILY_BANNED: i32 = 1012;
	const ALREADY_IMPORTED: i32 = 1013;
	const POOL_FULL: i32 = 1016;
	let Error::Rpc { source: subxt_rpcs::Error::User(refusal), .. } = error else {
		return Meaning::PushedBack(format!("no answer: {error}"));
	};
	let detail = refusal.data.as_ref().map(|data| data.get().trim_matches('"').to_owned());
	let reason = match detail {
		Some(detail) => format!("{} {}: {detail}", refusal.code, refusal.message),
		None => format!("{} {}", refusal.code, refusal.message),
	};
	match refusal.code {
		ALREADY_IMPORTED => Meaning::Accepted,
		POOL_FULL | TEMPORARILY_BANNED => Meaning::PushedBack(reason),
		// A quota or a full block frees up again.
		INVALID if reason.contains("exhaust") => Meaning::PushedBack(reason),
		_ => Meaning::Refused(reason),
	}
}

/// Whether a refusal says that the nonce is used already.
fn is_stale(reason: &str) -> bool {
	reason.contains("outdated") || reason.contains("Stale")
}

#[cfg(test)]
mod tests {
	use super::*;
	use subxt_rpcs::UserError;

	fn refusal(code: i32, message: &str) -> Error {
		let source =
			subxt_rpcs::Error::User(UserError { code, message: message.into(), data: None });
		Error::Rpc { method: "author_submitExtrinsic".into(), source }
	}

	#[test]
	fn call_should_be_offered_again_when_pool_is_full() {
		let meaning = meaning_of(&refusal(1016, "Immediately Dropped"));
		assert_eq!(meaning, Meaning::PushedBack("1016 Immediately Dropped".into()));
	}

	#[test]
	fn call_should_count_as_accepted_when_node_has_it_already() {
		assert_eq!(meaning_of(&refusal(1013, "Already Imported")), Meaning::Accepted);
	}

	#[test]
	fn call_should_not_be_offered_again_when_it_is_invalid() {
		let meaning = meaning_of(&refusal(1010, "Invalid Transaction"));
		assert_eq!(meaning, Meaning::Refused("1010 Invalid Transaction".into()));
	}

	#[test]
	fn lanes_should_reach_every_node_when_there_are_as_many() {
		let takers: Vec<usize> = (0..4).map(|lane| taker_of_lane(lane, 4)).collect();
		assert_eq!(takers, [0, 1, 2, 3]);
	}
}
