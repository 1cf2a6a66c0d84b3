//! What is finalised on one node is finalised on all, as long as enough validators work.

use quanqi_tests::{
	load::{self, Order, Remark},
	network::{genesis::four_institutions, Backend, Network, Plan},
	rpc::{extrinsic_hash, Hash},
};
use std::time::Duration;

/// Several rounds of finality: what does not happen within it does not happen at all.
const QUIET: Duration = Duration::from_secs(5);

async fn calls_reach_every_node(backend: Backend) {
	let plan = Plan::validators(4).with_backend(backend);
	let network = Network::start(four_institutions, &plan).await.unwrap();
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

#[tokio::test]
async fn calls_should_be_read_on_every_node_when_one_node_took_them_over_libp2p() {
	calls_reach_every_node(Backend::Libp2p).await;
}

#[tokio::test]
async fn calls_should_be_read_on_every_node_when_one_node_took_them_over_litep2p() {
	calls_reach_every_node(Backend::Litep2p).await;
}

#[tokio::test]
async fn finality_should_need_three_of_four_validators_when_some_stop() {
	let mut network = Network::start(four_institutions, &Plan::validators(4)).await.unwrap();

	network.node_mut(3).stop().await.unwrap();
	network.await_progress(&[0, 1, 2], 5).await.unwrap();

	network.node(2).pause().unwrap();
	network.require_no_finality(&[0, 1], QUIET).await.unwrap();

	network.node(2).resume().unwrap();
	network.await_progress(&[0, 1, 2], 5).await.unwrap();

	network.restart(&[3]).await.unwrap();
	network.await_progress(&network.all(), 5).await.unwrap();
}
