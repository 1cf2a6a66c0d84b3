//! A burst stops no network, and every call that a node took is finalised.

use quanqi_tests::{
	load::{self, Era, Figures, Manner, Order, Remark},
	network::{genesis::four_institutions, Backend, Network, Plan},
};
use std::time::Duration;

/// How long the network may stand still, or push a call back, before the test gives up: far longer
/// than a slow machine that others use too needs, as only a network that has stopped waits so long.
const PATIENCE: Duration = Duration::from_secs(240);

/// Calls of a burst: so many, or what the variable says.
fn calls(usual: usize) -> usize {
	match std::env::var("QUANQI_BURST") {
		Ok(text) => text.parse().expect("QUANQI_BURST is a number of calls"),
		Err(_) => usual,
	}
}

async fn burst_is_finalised(backend: Backend, calls: usize) {
	let plan = Plan::validators(4).with_backend(backend);
	let network = Network::start(four_institutions, &plan).await.unwrap();
	let figures = burst(&network, calls).await;
	println!("{}", figures.table());
	assert_eq!(figures.lost, 0, "accepted, but neither finalised nor refused");
	assert_eq!(figures.finalised, calls, "refused: {:?}", figures.refused);
	assert!(figures.failed.is_empty(), "{:?}", figures.failed);

	network.await_ready().await.unwrap();
	network.await_progress(&network.all(), 3).await.unwrap();
}

async fn burst(network: &Network, calls: usize) -> Figures {
	let keys = network.member_keys().unwrap();
	let mut order = Order::burst(network.urls(), keys, Box::new(Remark { bytes: 32 }), calls);
	// The burst may take longer than any era.
	order.era = Era::Immortal;
	order.manner = Manner { patience: PATIENCE, ..Manner::default() };
	order.settle = PATIENCE;
	load::run(&order).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_call_should_be_finalised_when_a_burst_goes_through_all_nodes_over_libp2p() {
	burst_is_finalised(Backend::Libp2p, calls(20_000)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_call_should_be_finalised_when_a_burst_goes_through_all_nodes_over_litep2p() {
	// The pool is the same over both, so that fewer calls show what the way to it does.
	burst_is_finalised(Backend::Litep2p, calls(7_000)).await;
}
