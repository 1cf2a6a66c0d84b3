//! Load: sign many calls, send them, follow them to finality, report.

pub mod calls;
pub mod course;
pub mod draft;
pub mod figures;
pub mod follow;
pub mod measure;
mod members;
pub mod register;
pub mod send;
pub mod sign;
mod values;

pub use calls::{CallKind, Remark, Transfer};
pub use draft::Draft;
pub use figures::Figures;
pub use register::Register;
pub use send::Manner;
pub use sign::Era;

use crate::{events, rpc::Rpc, Error, Result};
use course::{Record, SeenBlock};
use figures::{ratio, DiskFigures, NodeFigures};
use measure::Usage;
use std::{collections::BTreeMap, path::PathBuf, sync::Arc, time::Duration};
use subxt::{OnlineClient, SubstrateConfig};
use subxt_rpcs::rpc_params;
use subxt_signer::sr25519::Keypair;

/// What load to put on which nodes.
pub struct Order {
	/// The WebSocket endpoints of the nodes that take the calls.
	pub urls: Vec<String>,
	/// A node that watches finality; without one, the taking nodes watch each other's calls.
	pub observer: Option<String>,
	/// The keys that sign in turn.
	pub keys: Vec<Keypair>,
	/// The kind of call.
	pub kind: Box<dyn CallKind>,
	/// How many calls.
	pub count: usize,
	/// How long each stays valid.
	pub era: Era,
	/// How they are sent.
	pub manner: Manner,
	/// How long to wait for further finalised calls before what is missing counts as lost.
	pub settle: Duration,
	/// Node processes to measure; found by the ports of `urls` when empty.
	pub process_ids: Vec<u32>,
	/// Base paths to measure.
	pub base_paths: Vec<PathBuf>,
}

impl Order {
	/// `count` calls of a kind in a burst, by the keys, to the nodes.
	pub fn burst(
		urls: Vec<String>,
		keys: Vec<Keypair>,
		kind: Box<dyn CallKind>,
		count: usize,
	) -> Self {
		Self {
			urls,
			observer: None,
			keys,
			kind,
			count,
			era: Era::Default,
			manner: Manner::default(),
			settle: Duration::from_secs(60),
			process_ids: Vec::new(),
			base_paths: Vec::new(),
		}
	}
}

/// Carries out an order and returns its figures.
pub async fn run(order: &Order) -> Result<Figures> {
	let first = order.urls.first().ok_or_else(|| Error::Input("no nodes to send to".into()))?;
	let rpc = Rpc::new(first);
	let batch = sign::sign(&rpc, &*order.kind, &order.keys, order.count, order.era).await?;
	let batch = Arc::new(batch);

	let process_ids = if order.process_ids.is_empty() {
		order.urls.iter().filter_map(|url| measure::process_listening_at(url)).collect()
	} else {
		order.process_ids.clone()
	};
	let disks_before = disks(&order.base_paths)?;
	let usage_before = usages(&process_ids);

	let observers = follow::observers(&order.urls, order.observer.as_deref());
	let mut starts = Vec::new();
	for observer in &observers {
		starts.push(Rpc::new(&observer.url).finalised().await?.number);
	}
	let record = Arc::new(Record::new(batch.calls.len()));
	let watchers: Vec<_> = observers
		.into_iter()
		.zip(starts)
		.map(|(observer, from)| {
			let (batch, record) = (batch.clone(), record.clone());
			tokio::spawn(follow::follow(observer, from, order.urls.len(), batch, record))
		})
		.collect();
	send::send(&order.urls, &batch, &record, &order.manner).await;
	let handed_in = record.elapsed();
	settle(&record, order.settle).await;
	watchers.iter().for_each(tokio::task::JoinHandle::abort);

	let usage_after = usages(&process_ids);
	let mut figures = Figures::of(&record.lock(), order.kind.records_per_call());
	figures.chain = chain_name(&rpc).await?;
	figures.kind = order.kind.name().into();
	figures.keys = order.keys.len();
	figures.hand_in_seconds = handed_in.as_secs_f64();
	figures.nodes = node_figures(&usage_before, &usage_after, figures.finalised);
	figures.disks = disk_figures(&disks_before, &disks(&order.base_paths)?, &figures);
	let blocks: Vec<SeenBlock> = record.lock().blocks.values().cloned().collect();
	let client = sign::client(&rpc).await?;
	for block in &blocks {
		match failures(&client, block).await {
			Ok(reasons) => {
				for reason in reasons {
					let count = figures.failed.entry(reason).or_default();
					*count = count.saturating_add(1);
				}
			}
			Err(_) => figures.unread_blocks = figures.unread_blocks.saturating_add(1),
		}
	}
	Ok(figures)
}

/// Waits until every accepted call is finalised, or no further one was for `patience`.
async fn settle(record: &Record, patience: Duration) {
	let sent = record.elapsed();
	while record.outstanding() > 0 {
		let last = record.lock().last_progress.unwrap_or_default().max(sent);
		if record.elapsed().saturating_sub(last) > patience {
			return;
		}
		tokio::time::sleep(Duration::from_millis(100)).await;
	}
}

/// Why calls of the run failed when a block executed them.
async fn failures(
	client: &OnlineClient<SubstrateConfig>,
	block: &SeenBlock,
) -> Result<Vec<String>> {
	let positions = block.calls.iter().map(|(position, _)| *position).collect();
	let events = events::of_calls(client, block.number, block.hash, &positions).await?;
	Ok(events.into_iter().filter_map(|event| event.failure).collect())
}

async fn chain_name(rpc: &Rpc) -> Result<String> {
	let name: String = rpc.request("system_chain", rpc_params![]).await?;
	let version: serde_json::Value = rpc.request("state_getRuntimeVersion", rpc_params![]).await?;
	let specification = version["specName"].as_str().unwrap_or("?");
	Ok(format!("{name} ({specification} {})", version["specVersion"]))
}

fn usages(process_ids: &[u32]) -> BTreeMap<u32, Usage> {
	process_ids.iter().filter_map(|id| Some((*id, measure::usage(*id).ok()?))).collect()
}

fn node_figures(
	before: &BTreeMap<u32, Usage>,
	after: &BTreeMap<u32, Usage>,
	finalised: usize,
) -> Vec<NodeFigures> {
	let mib = |kib: u64| kib as f64 / 1_024.0;
	after
		.iter()
		.filter_map(|(process_id, after)| {
			let before = before.get(process_id)?;
			let used = after.processor.saturating_sub(before.processor);
			Some(NodeFigures {
				process_id: *process_id,
				cpu_us_per_call: ratio(used.as_secs_f64() * 1_000_000.0, finalised as f64),
				resident_mib: mib(after.resident_kib),
				peak_mib: mib(after.peak_kib),
			})
		})
		.collect()
}

fn disks(base_paths: &[PathBuf]) -> Result<Vec<(String, u64)>> {
	base_paths
		.iter()
		.map(|path| Ok((path.display().to_string(), measure::bytes_on_disk(path)?)))
		.collect()
}

fn disk_figures(
	before: &[(String, u64)],
	after: &[(String, u64)],
	figures: &Figures,
) -> Vec<DiskFigures> {
	let records = figures.finalised as f64 * figures.records_per_call as f64;
	before
		.iter()
		.zip(after)
		.map(|((path, before), (_, after))| {
			let grown = i64::try_from(*after)
				.unwrap_or(i64::MAX)
				.saturating_sub(i64::try_from(*before).unwrap_or(i64::MAX));
			DiskFigures {
				path: path.clone(),
				bytes: *after,
				grown_bytes: grown,
				grown_bytes_per_record: ratio(grown as f64, records),
			}
		})
		.collect()
}
