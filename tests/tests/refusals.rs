//! Who may not sign gets a clear refusal before anything enters a pool.

use quanqi_tests::{
	council::{self, NamedCall},
	keys,
	load::{self, Figures, Order, Remark},
	network::{genesis::four_institutions, Network, Plan},
};
use subxt::dynamic::Value;
use subxt_signer::sr25519::Keypair;

/// Two remarks by one key, the second only after the first is answered.
async fn two_remarks(network: &Network, key: Keypair) -> Figures {
	let mut order = Order::burst(network.urls(), vec![key], Box::new(Remark { bytes: 32 }), 2);
	order.manner.pipeline = 1;
	load::run(&order).await.unwrap()
}

/// Requires that the first remark was refused for a reason that contains `word`, the second not
/// even offered, and that no pool holds anything.
async fn require_refused(network: &Network, figures: &Figures, word: &str) {
	assert_eq!((figures.accepted, figures.stranded), (0, 1), "{}", figures.table());
	let reason = figures.refused.keys().next().expect("one call was refused");
	assert!(reason.contains(word), "{reason}");
	for node in network.nodes() {
		assert_eq!(node.rpc().pending().await.unwrap(), 0, "{}", node.name());
	}
}

#[tokio::test]
async fn call_should_be_refused_when_its_signer_is_a_stranger() {
	let network = Network::start(four_institutions, &Plan::validators(4)).await.unwrap();
	let stranger = keys::from_uri("//Stranger").unwrap();
	let figures = two_remarks(&network, stranger).await;
	require_refused(&network, &figures, "1010").await;
}

#[tokio::test]
async fn call_should_be_refused_when_its_member_is_suspended_until_it_is_reinstated() {
	let network = Network::start(four_institutions, &Plan::validators(4)).await.unwrap();
	let institutions: Vec<Keypair> = network.member_keys().unwrap().into_iter().take(4).collect();
	let rpc = network.node(0).rpc();
	let decision = |call| {
		// Members of a genesis are numbered from 1 in the order of the consortium file.
		NamedCall::new("Consortium", call, [("member", Value::u128(4))])
	};

	council::decide(rpc, &institutions, &decision("suspend")).await.unwrap();
	let figures = two_remarks(&network, institutions[3].clone()).await;
	require_refused(&network, &figures, "1010").await;

	council::decide(rpc, &institutions[..3], &decision("reinstate")).await.unwrap();
	let figures = two_remarks(&network, institutions[3].clone()).await;
	assert_eq!(figures.finalised, 2, "{}", figures.table());
}
