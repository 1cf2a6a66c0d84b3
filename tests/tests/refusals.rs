//! Who may not sign gets a clear refusal before anything enters a pool.

use quanqi_tests::{
	keys,
	load::{self, Order, Remark},
	network::{genesis::four_institutions, Network, Plan},
};

#[tokio::test]
async fn call_should_be_refused_when_its_signer_is_a_stranger() {
	let network = Network::start(four_institutions, &Plan::validators(4)).await.unwrap();
	let stranger = keys::from_uris(["//Stranger"]).unwrap();
	let mut order = Order::burst(network.urls(), stranger, Box::new(Remark { bytes: 32 }), 2);
	order.manner.pipeline = 1;
	let figures = load::run(&order).await.unwrap();
	assert_eq!(figures.accepted, 0, "{}", figures.table());
	assert_eq!(figures.refused.values().sum::<u64>(), 1, "{}", figures.table());
	assert_eq!(figures.stranded, 1, "the second call of a refused key is not offered");
	for node in network.nodes() {
		assert_eq!(node.rpc().pending().await.unwrap(), 0, "{}", node.name());
	}
}
