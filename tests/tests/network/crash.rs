//! What a node has finalised survives its sudden end.

use quanqi_tests::{
	load::{self, Manner, Order, Remark},
	network::{binary, genesis::four_institutions, Database, Network, Plan},
	rpc::Head,
};
use std::time::Duration;

/// How often a node is killed: one lucky moment proves little.
const KILLS: usize = 3;

/// The validator and the query node that are killed.
const VALIDATOR: usize = 3;
const QUERY_NODE: usize = 4;

/// Load while nodes are killed, so that their databases are busy: 1 000 calls, 25 a second.
fn busy(network: &Network, takers: &[usize]) -> tokio::task::JoinHandle<usize> {
	let urls = network.urls();
	let mut order = Order::burst(
		takers.iter().map(|index| urls[*index].clone()).collect(),
		network.member_keys().unwrap(),
		Box::new(Remark { bytes: 512 }),
		1_000,
	);
	order.era = load::Era::Immortal;
	order.manner = Manner { rate: Some(25.0), ..Manner::default() };
	tokio::spawn(async move { load::run(&order).await.unwrap().lost })
}

/// Kills the nodes while they finalise, starts them without peers, and returns for each what it had
/// finalised before and what its disk still has.
async fn kill_and_look(network: &mut Network, nodes: &[usize]) -> Vec<(Head, Head)> {
	network.await_progress(nodes, 3).await.unwrap();
	let mut before = Vec::new();
	for index in nodes {
		before.push(network.node(*index).rpc().finalised().await.unwrap());
		network.node_mut(*index).kill().unwrap();
	}
	for index in nodes {
		network.node_mut(*index).restart_alone().await.unwrap();
	}
	let mut looked = Vec::new();
	for (index, before) in nodes.iter().zip(before) {
		looked.push((before, network.node(*index).rpc().finalised().await.unwrap()));
	}
	looked
}

/// Requires that a node has every block up to a height, the same as another node.
async fn require_same_blocks(network: &Network, index: usize, other: usize, to: u64) {
	for number in 0..=to {
		let own = network.node(index).rpc().block_hash(number).await.unwrap();
		let expected = network.node(other).rpc().block_hash(number).await.unwrap();
		assert_eq!(own, expected, "block {number}");
		network.node(index).rpc().extrinsics(own.unwrap()).await.unwrap();
	}
}

// Both kinds of node are killed together: each takes the same time to come back.
#[tokio::test]
async fn validator_should_lose_nothing_and_query_node_stay_whole_when_killed() {
	let plan = Plan::validators(4).with_query_node(Database::ParityDb);
	let mut network = Network::start(four_institutions, &plan).await.unwrap();
	let load = busy(&network, &[0, 1]);
	let nodes = [VALIDATOR, QUERY_NODE];
	for kill in 1..=KILLS {
		let looked = kill_and_look(&mut network, &nodes).await;
		let (before, after) = looked[0];
		assert!(after.number >= before.number, "had finalised {before:?}, now {after:?}");
		require_same_blocks(&network, VALIDATOR, 0, before.number).await;
		let (before, after) = looked[1];
		let lost = before.number.saturating_sub(after.number);
		println!("kill {kill}: ParityDB lost {lost} of {} finalised blocks", before.number);
		require_same_blocks(&network, QUERY_NODE, 0, after.number).await;

		for index in nodes {
			network.node_mut(index).kill().unwrap();
		}
		network.restart(&nodes).await.unwrap();
		network.await_progress(&network.all(), 3).await.unwrap();
		require_same_blocks(&network, QUERY_NODE, 0, before.number).await;
	}
	assert_eq!(load.await.unwrap(), 0, "accepted calls were lost");
}

#[test]
fn node_should_refuse_to_start_when_a_validator_uses_paritydb() {
	let folder = tempfile::tempdir().unwrap();
	let base_path = folder.path().to_string_lossy();
	let arguments = [
		"--chain",
		"local",
		"--alice",
		"--validator",
		"--database",
		"paritydb",
		"--node-key",
		"0000000000000000000000000000000000000000000000000000000000000001",
		"--base-path",
		&base_path,
		"--rpc-port",
		"0",
		"--listen-addr",
		"/ip4/127.0.0.1/tcp/0",
		"--no-prometheus",
		"--no-telemetry",
	];
	let program = binary::node().unwrap();
	let output = binary::run_to_end(&program, &arguments, Duration::from_secs(60)).unwrap();
	let message = String::from_utf8_lossy(&output.stderr);
	assert!(!output.status.success());
	assert!(message.contains("a validator keeps its blocks in RocksDB"), "{message}");
}
