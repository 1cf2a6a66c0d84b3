//! What is finalised on one node is finalised on all, as long as enough validators work.

use crate::questions;
use quanqi_tests::{
	load::{self, register, Order, Register, Remark},
	network::{genesis::four_institutions, Backend, Network, Plan},
	rpc::{extrinsic_hash, Hash},
};
use serde_json::Value;
use std::time::Duration;
use subxt_rpcs::rpc_params;
use subxt_signer::sr25519::Keypair;

/// Several rounds of finality: what does not happen within it does not happen at all.
const QUIET: Duration = Duration::from_secs(5);

/// Calls that one node takes are finalised, and every node reads the same blocks.
async fn require_calls_on_every_node(network: &Network) {
	let keys = network.member_keys().unwrap();
	let urls = network.urls();
	let mut order = Order::burst(vec![urls[0].clone()], keys, Box::new(Remark { bytes: 32 }), 8);
	order.observer = Some(urls[3].clone());
	let figures = load::run(&order).await.unwrap();
	assert_eq!((figures.accepted, figures.finalised), (8, 8), "{}", figures.table());

	let head = network.node(0).rpc().finalised().await.unwrap();
	network.await_agreement(&network.all(), head.number).await.unwrap();
	let mut bodies: Vec<Vec<Hash>> = Vec::new();
	for node in network.nodes() {
		let mut hashes = Vec::new();
		for number in 1..=head.number {
			let block = node.rpc().block_hash(number).await.unwrap().unwrap();
			let extrinsics = node.rpc().extrinsics(block).await.unwrap();
			hashes.extend(extrinsics.iter().map(|encoded| extrinsic_hash(encoded)));
		}
		bodies.push(hashes);
	}
	assert!(bodies.iter().all(|body| *body == bodies[0]));
}

/// Achievements registered one by one and 200 at once are records that every node answers.
async fn require_records_on_every_node(network: &Network) {
	// The first keys are one of each institution; the universities, which may register, come first.
	let keys: Vec<Keypair> = network.member_keys().unwrap().into_iter().take(2).collect();
	let rpc = network.node(0).rpc();
	let mut records = 0;
	for (per_call, calls) in [(1, 4), (register::BULK_RECORDS, 2)] {
		let kind = Register::by(rpc, &keys, per_call).await.unwrap();
		let order = Order::burst(network.urls(), keys.clone(), Box::new(kind), calls);
		let figures = load::run(&order).await.unwrap();
		assert_eq!(figures.finalised, calls, "{}", figures.table());
		assert!(figures.failed.is_empty(), "{}", figures.table());
		records += per_call * calls as u64;
	}
	let head = rpc.finalised().await.unwrap();
	network.await_agreement(&network.all(), head.number).await.unwrap();
	for node in network.nodes() {
		let title = |number: u64| node.rpc().request::<Value>("rights_title", rpc_params![number]);
		assert!(!title(records).await.unwrap()["value"].is_null(), "{}", node.name());
		assert!(title(records + 1).await.unwrap()["value"].is_null(), "{}", node.name());
	}
}

/// Three of four validators finalise, two do not, and three do again.
async fn require_three_of_four(network: &mut Network) {
	network.node_mut(3).stop().await.unwrap();
	network.await_progress(&[0, 1, 2], 5).await.unwrap();

	network.node(2).pause().unwrap();
	network.require_no_finality(&[0, 1], QUIET).await.unwrap();

	network.node(2).resume().unwrap();
	network.await_progress(&[0, 1, 2], 5).await.unwrap();

	network.restart(&[3]).await.unwrap();
	network.await_progress(&network.all(), 5).await.unwrap();
}

// One network for each network library: starting one costs more than what is asked of it.
async fn finality_holds(backend: Backend) {
	let plan = Plan::validators(4).with_backend(backend);
	let mut network = Network::start(four_institutions, &plan).await.unwrap();
	require_calls_on_every_node(&network).await;
	require_records_on_every_node(&network).await;
	questions::require_answers(network.node(1).rpc()).await;
	require_three_of_four(&mut network).await;
}

#[tokio::test]
async fn calls_should_be_final_on_every_node_when_three_of_four_work_over_libp2p() {
	finality_holds(Backend::Libp2p).await;
}

#[tokio::test]
async fn calls_should_be_final_on_every_node_when_three_of_four_work_over_litep2p() {
	finality_holds(Backend::Litep2p).await;
}
