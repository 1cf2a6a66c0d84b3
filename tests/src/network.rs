//! Networks of node processes on loopback.

pub mod binary;
pub mod genesis;
pub mod node;
mod ports;

pub use genesis::{Genesis, Validator};
pub use node::{Backend, Database, Node, Role};

use crate::{
	error::Attempt,
	keys,
	rpc::Head,
	wait::{until, Look, LIMIT},
	Error, Result,
};
use futures::future::try_join_all;
use std::{fs::File, time::Duration};
use subxt_signer::sr25519::Keypair;
use tempfile::TempDir;

/// How often a network is started again with other ports when one of them was taken meanwhile.
const ATTEMPTS: usize = 3;

/// How many lines of each node's log a failing test prints.
const TAIL_LINES: usize = 40;

/// What one node of a network is.
#[derive(Clone, Debug)]
pub struct NodePlan {
	/// Whether it takes part in consensus.
	pub role: Role,
	/// Where it keeps blocks and state.
	pub database: Database,
}

/// What network to start.
#[derive(Clone, Debug)]
pub struct Plan {
	/// The nodes; validators first, in the order of the genesis.
	pub nodes: Vec<NodePlan>,
	/// The network library of all nodes.
	pub backend: Backend,
	/// More command-line arguments for every node, for example of the pool.
	pub arguments: Vec<String>,
	/// Whether the nodes serve their metrics.
	pub metrics: bool,
}

impl Plan {
	/// Validators on RocksDB, connected by the default network library.
	pub fn validators(count: usize) -> Self {
		let validator = NodePlan { role: Role::Validator, database: Database::RocksDb };
		Self {
			nodes: vec![validator; count],
			backend: Backend::Libp2p,
			arguments: Vec::new(),
			metrics: false,
		}
	}

	/// One more node that only follows the chain.
	pub fn with_query_node(mut self, database: Database) -> Self {
		self.nodes.push(NodePlan { role: Role::Query, database });
		self
	}

	/// The same network over another network library.
	pub fn with_backend(mut self, backend: Backend) -> Self {
		self.backend = backend;
		self
	}

	/// The same network with metrics to read on every node.
	pub fn with_metrics(mut self) -> Self {
		self.metrics = true;
		self
	}

	/// The same network with more command-line arguments for every node.
	pub fn with_arguments<'a>(mut self, arguments: impl IntoIterator<Item = &'a str>) -> Self {
		self.arguments.extend(arguments.into_iter().map(String::from));
		self
	}
}

/// A running network. Dropping it kills every node and removes their folders.
pub struct Network {
	nodes: Vec<Node>,
	genesis: Genesis,
	// Order matters: nodes end before their folder goes, and the machine is free after both.
	_folder: TempDir,
	_turn: File,
}

impl Network {
	/// Starts a network and waits until every node is connected and one block is finalised.
	///
	/// Only one network runs on a machine at a time: measured times mean nothing when two share
	/// its processors. Further ones wait here for their turn.
	pub async fn start(
		source: impl Fn(&std::path::Path) -> Result<Genesis>,
		plan: &Plan,
	) -> Result<Self> {
		let turn = ports::take_turn()?;
		let program = binary::node()?;
		let folder = TempDir::new().attempt(|| "creating the network's folder".into())?;
		let genesis = source(folder.path())?;
		let mut network = Self { nodes: Vec::new(), genesis, _folder: folder, _turn: turn };
		let mut attempt = 1;
		loop {
			network.nodes =
				node::prepare(&program, &network.genesis, plan, network._folder.path())?;
			match network.launch().await {
				Ok(()) => break,
				Err(error) if attempt < ATTEMPTS && network.lost_a_port() => {
					eprintln!("starting once more with other ports: {error}");
					attempt += 1;
				}
				Err(error) => {
					network.print_logs();
					return Err(error);
				}
			}
		}
		network.await_ready().await?;
		Ok(network)
	}

	/// The nodes, validators first.
	pub fn nodes(&self) -> &[Node] {
		&self.nodes
	}

	/// One node.
	pub fn node(&self, index: usize) -> &Node {
		&self.nodes[index]
	}

	/// One node, to kill, pause or start it.
	pub fn node_mut(&mut self, index: usize) -> &mut Node {
		&mut self.nodes[index]
	}

	/// The positions of all nodes.
	pub fn all(&self) -> Vec<usize> {
		(0..self.nodes.len()).collect()
	}

	/// Starts the given nodes that do not run, and waits until the network is whole again.
	pub async fn restart(&mut self, nodes: &[usize]) -> Result<()> {
		for index in nodes {
			self.nodes[*index].start()?;
		}
		for index in nodes {
			self.nodes[*index].await_answering().await?;
		}
		self.await_ready().await
	}

	/// Waits until the given nodes have finalised `more` blocks beyond the highest finalised height
	/// that any of them has now, and agree on the block there.
	pub async fn await_progress(&self, nodes: &[usize], more: u64) -> Result<Head> {
		let highest = self.finalised_numbers(nodes).await?.into_iter().max().unwrap_or(0);
		self.await_agreement(nodes, highest.saturating_add(more)).await
	}

	/// Secret URIs of keys that members of this network's genesis sign with.
	pub fn member_uris(&self) -> Vec<String> {
		self.genesis.member_uris()
	}

	/// The keys of all members, first one of each.
	pub fn member_keys(&self) -> Result<Vec<Keypair>> {
		keys::from_uris(self.member_uris().iter().map(String::as_str))
	}

	/// What its nodes got as `--chain`: the path of a raw chain spec, or a built-in preset.
	pub fn chain(&self) -> &str {
		&self.genesis.chain
	}

	/// The WebSocket endpoints of all nodes.
	pub fn urls(&self) -> Vec<String> {
		self.nodes.iter().map(|node| node.rpc().url().to_owned()).collect()
	}

	/// Waits until every running node knows all other running nodes and finalises blocks.
	pub async fn await_ready(&self) -> Result<()> {
		let running: Vec<&Node> = self.nodes.iter().filter(|node| node.is_running()).collect();
		let expected = running.len().saturating_sub(1);
		let each = running.iter().map(|node| async move {
			until(&format!("{} has {expected} peers", node.name()), LIMIT, || async {
				let peers = node.rpc().peers().await?;
				Ok(if peers >= expected { Look::Holds(()) } else { seen("peers", peers) })
			})
			.await?;
			node.await_finalised(1, LIMIT).await
		});
		let outcome: Result<Vec<Head>> = try_join_all(each).await;
		if outcome.is_err() {
			self.print_logs();
		}
		outcome.map(|_| ())
	}

	/// Waits until all given nodes have finalised the given height, and requires that they agree
	/// on the block there. Returns that block.
	pub async fn await_agreement(&self, nodes: &[usize], number: u64) -> Result<Head> {
		let mut agreed: Option<Head> = None;
		for index in nodes {
			let node = self.node(*index);
			node.await_finalised(number, LIMIT).await?;
			let hash = node.rpc().block_hash(number).await?.ok_or_else(|| {
				Error::chain("reading a finalised block", format!("{} lacks {number}", node.name()))
			})?;
			let head = Head { number, hash };
			match agreed {
				None => agreed = Some(head),
				Some(first) if first != head => {
					let reason = format!("{} has {head:?}, others {first:?}", node.name());
					return Err(Error::chain("comparing finalised blocks", reason));
				}
				Some(_) => {}
			}
		}
		agreed.ok_or_else(|| Error::Input("no nodes to compare".into()))
	}

	/// Requires that finality stands still: for `quiet` no given node finalises a further block,
	/// after the rounds under way have had the same time to end.
	pub async fn require_no_finality(&self, nodes: &[usize], quiet: Duration) -> Result<()> {
		tokio::time::sleep(quiet).await;
		let before = self.finalised_numbers(nodes).await?;
		tokio::time::sleep(quiet).await;
		let after = self.finalised_numbers(nodes).await?;
		if before == after {
			return Ok(());
		}
		let reason = format!("finalised heights went from {before:?} to {after:?}");
		Err(Error::chain("expecting no finality", reason))
	}

	async fn finalised_numbers(&self, nodes: &[usize]) -> Result<Vec<u64>> {
		let each = nodes.iter().map(|index| async move {
			let head = self.node(*index).rpc().finalised().await?;
			Ok::<u64, Error>(head.number)
		});
		try_join_all(each).await
	}

	async fn launch(&mut self) -> Result<()> {
		for node in &mut self.nodes {
			node.start()?;
		}
		for node in &mut self.nodes {
			node.await_answering().await?;
		}
		Ok(())
	}

	fn lost_a_port(&self) -> bool {
		self.nodes.iter().any(Node::lost_a_port)
	}

	fn print_logs(&self) {
		for node in &self.nodes {
			eprintln!("--- the end of {}'s log\n{}", node.name(), node.log_tail(TAIL_LINES));
		}
	}
}

impl Drop for Network {
	fn drop(&mut self) {
		if std::thread::panicking() {
			self.print_logs();
		}
	}
}

fn seen<T>(what: &str, value: impl std::fmt::Display) -> Look<T> {
	Look::NotYet(format!("{what} {value}"))
}
