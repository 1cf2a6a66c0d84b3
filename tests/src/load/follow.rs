//! Following calls to finality on nodes that did not take them.

use super::{
	course::{Record, SeenBlock},
	send::taker_of_lane,
	sign::Batch,
};
use crate::{
	rpc::{extrinsic_hash, number, Rpc},
	Error, Result,
};
use std::{sync::Arc, time::Duration};

/// Which node watches for which calls.
#[derive(Clone, Debug)]
pub struct Observer {
	/// The node that is asked for finalised blocks.
	pub url: String,
	/// The indices of the sending nodes whose calls count when seen here.
	pub takers: Vec<usize>,
}

/// Chooses observers: the named one for all calls, else two of the sending nodes, each for the
/// calls that it did not take itself. With a single node, that node must do.
pub fn observers(urls: &[String], named: Option<&str>) -> Vec<Observer> {
	let all: Vec<usize> = (0..urls.len()).collect();
	match (named, urls) {
		(Some(url), _) => vec![Observer { url: url.into(), takers: all }],
		(None, [first, second, ..]) => vec![
			Observer { url: first.clone(), takers: all[1..].to_vec() },
			Observer { url: second.clone(), takers: vec![0] },
		],
		(None, _) => {
			urls.iter().map(|url| Observer { url: url.clone(), takers: all.clone() }).collect()
		}
	}
}

/// Watches finalised blocks from the one after `from` until the task is aborted.
pub async fn follow(
	observer: Observer,
	from: u64,
	nodes: usize,
	batch: Arc<Batch>,
	record: Arc<Record>,
) {
	let counts = counted(&observer, nodes, &batch);
	let rpc = Rpc::new(&observer.url);
	let mut last = from;
	loop {
		if let Err(error) = watch(&rpc, &mut last, &counts, &batch, &record).await {
			eprintln!("watching {} goes on after: {error}", observer.url);
			tokio::time::sleep(Duration::from_millis(500)).await;
		}
	}
}

/// For each call whether it counts at this observer.
fn counted(observer: &Observer, nodes: usize, batch: &Batch) -> Vec<bool> {
	let mut counts = vec![false; batch.calls.len()];
	for (lane, calls) in batch.lanes.iter().enumerate() {
		if observer.takers.contains(&taker_of_lane(lane, nodes)) {
			calls.iter().for_each(|call| counts[*call] = true);
		}
	}
	counts
}

async fn watch(
	rpc: &Rpc,
	last: &mut u64,
	counts: &[bool],
	batch: &Batch,
	record: &Record,
) -> Result<()> {
	let mut heads = rpc.finalised_heads().await?;
	while let Some(head) = heads.next().await {
		let head =
			head.map_err(|source| Error::Rpc { method: "finalised heads".into(), source })?;
		let at = record.elapsed();
		while *last < number(&head) {
			let next = last.saturating_add(1);
			read_block(rpc, next, at, counts, batch, record).await?;
			*last = next;
		}
	}
	Err(Error::chain("watching finalised heads", "the node ended the subscription"))
}

async fn read_block(
	rpc: &Rpc,
	number: u64,
	at: Duration,
	counts: &[bool],
	batch: &Batch,
	record: &Record,
) -> Result<()> {
	let hash = rpc
		.block_hash(number)
		.await?
		.ok_or_else(|| Error::chain("reading a finalised block", format!("no block {number}")))?;
	let calls: Vec<(u32, usize)> = rpc
		.extrinsics(hash)
		.await?
		.iter()
		.zip(0u32..)
		.filter_map(|(encoded, position)| {
			let call = batch.by_hash.get(&extrinsic_hash(encoded))?;
			counts[*call].then_some((position, *call))
		})
		.collect();
	if !calls.is_empty() {
		record.note_block(SeenBlock { number, hash, calls }, at);
	}
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn observers_should_never_watch_their_own_calls_when_there_are_two_nodes() {
		let urls = ["a", "b", "c"].map(String::from);
		for observer in observers(&urls, None) {
			let own = urls.iter().position(|url| *url == observer.url).unwrap();
			assert!(!observer.takers.contains(&own));
		}
		let watched: usize = observers(&urls, None).iter().map(|one| one.takers.len()).sum();
		assert_eq!(watched, urls.len());
	}

	#[test]
	fn observer_should_watch_all_calls_when_it_is_named() {
		let urls = ["a", "b"].map(String::from);
		let chosen = observers(&urls, Some("c"));
		assert_eq!(chosen.len(), 1);
		assert_eq!(chosen[0].takers, [0, 1]);
	}
}
