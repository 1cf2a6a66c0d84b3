//! A network that stopped as a whole goes on where it was.

use quanqi_tests::{
	network::{genesis::four_institutions, Network, Plan},
	rpc::Head,
};

/// Requires that every node still has a block that was finalised before.
async fn require_kept(network: &Network, head: Head) {
	for node in network.nodes() {
		let hash = node.rpc().block_hash(head.number).await.unwrap();
		assert_eq!(hash, Some(head.hash), "{} after the restart", node.name());
	}
}

#[tokio::test]
async fn network_should_go_on_from_its_finalised_head_when_all_nodes_restart() {
	let mut network = Network::start(four_institutions, &Plan::validators(4)).await.unwrap();
	let all = network.all();

	let stopped_at = network.await_progress(&all, 3).await.unwrap();
	for index in &all {
		assert!(network.node_mut(*index).stop().await.unwrap().success());
	}
	network.restart(&all).await.unwrap();
	require_kept(&network, stopped_at).await;

	let killed_at = network.await_progress(&all, 3).await.unwrap();
	for index in &all {
		network.node_mut(*index).kill().unwrap();
	}
	network.restart(&all).await.unwrap();
	require_kept(&network, killed_at).await;
	network.await_progress(&all, 3).await.unwrap();
}
