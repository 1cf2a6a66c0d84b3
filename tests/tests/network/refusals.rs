//! Who may not sign, and what cannot be asked, gets a clear refusal: from the node before anything
//! enters a pool, from the command line before anything is signed.

use crate::commands;
use quanqi_tests::{
	command::Quanqi,
	council::{self, NamedCall},
	keys,
	load::{self, Figures, Order, Remark},
	network::{genesis::four_institutions, Network, Plan},
};
use subxt::dynamic::Value;
use subxt_signer::sr25519::Keypair;

/// The suspended member: the last of the example's institutions.
const BUREAU: &str = "//example-bureau//0";

/// Exit codes of the command line.
const REFUSED: i32 = 1;
const NO_NODE: i32 = 3;
const ANOTHER_NETWORK: i32 = 4;

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

async fn require_stranger_refused(network: &Network, quanqi: &Quanqi) {
	let stranger = keys::from_uri("//Stranger").unwrap();
	let figures = two_remarks(network, stranger).await;
	require_refused(network, &figures, "1010").await;
	let ended = quanqi.run(&["--key", "//Stranger", "achievement", "retire", "1"]).await.unwrap();
	ended.require_refused(REFUSED, "member");
}

async fn require_suspended_member_refused(network: &Network, quanqi: &Quanqi) {
	let institutions: Vec<Keypair> = network.member_keys().unwrap().into_iter().take(4).collect();
	let rpc = network.node(0).rpc();
	let decision = |call| {
		// Members of a genesis are numbered from 1 in the order of the consortium file.
		NamedCall::new("Consortium", call, [("member", Value::u128(4))])
	};

	council::decide(rpc, &institutions, &decision("suspend")).await.unwrap();
	network.await_progress(&network.all(), 1).await.unwrap();
	let figures = two_remarks(network, institutions[3].clone()).await;
	require_refused(network, &figures, "1010").await;
	let ended = quanqi.run(&["--key", BUREAU, "achievement", "retire", "1"]).await.unwrap();
	ended.require_refused(REFUSED, "suspended");

	council::decide(rpc, &institutions[..3], &decision("reinstate")).await.unwrap();
	network.await_progress(&network.all(), 1).await.unwrap();
	let figures = two_remarks(network, institutions[3].clone()).await;
	assert_eq!(figures.finalised, 2, "{}", figures.table());
}

async fn require_another_network_refused(network: &Network, quanqi: &Quanqi) {
	let hash = |number| network.node(0).rpc().block_hash(number);
	let genesis = format!("{:?}", hash(0).await.unwrap().unwrap());
	quanqi.succeed(&["--genesis", &genesis, "council", "seats"]).await.unwrap();
	// A hash of this very chain, but not the one that names it.
	let other = format!("{:?}", hash(1).await.unwrap().unwrap());
	for command in [["council", "seats"], ["network", "status"]] {
		let ended = quanqi.run(&[&["--genesis", &other][..], &command].concat()).await.unwrap();
		ended.require_refused(ANOTHER_NETWORK, "is of another network");
		for hash in [&genesis, &other] {
			assert!(ended.errors.contains(hash), "{}", ended.errors);
		}
	}
}

async fn require_node_that_is_down_named(network: &mut Network) {
	let urls = network.urls();
	let (up, down) = (urls[0].as_str(), urls[3].as_str());
	network.node_mut(3).kill().unwrap();
	let ended = Quanqi::at([down]).unwrap().run(&["council", "seats"]).await.unwrap();
	ended.require_refused(NO_NODE, down);
	assert!(ended.errors.contains("is the node running"), "{}", ended.errors);
	// The next one is asked when there is one.
	Quanqi::at([down, up]).unwrap().succeed(&["council", "seats"]).await.unwrap();
}

// One network serves all, also the commands that are done: what is refused leaves nothing behind.
#[tokio::test]
async fn refusal_should_be_clear_when_a_signer_a_network_or_a_node_is_wrong() {
	let mut network = Network::start(four_institutions, &Plan::validators(4)).await.unwrap();
	let urls = network.urls();
	let quanqi = Quanqi::at([urls[1].as_str()]).unwrap();
	commands::require_commands(&quanqi).await;
	require_stranger_refused(&network, &quanqi).await;
	require_suspended_member_refused(&network, &quanqi).await;
	require_another_network_refused(&network, &quanqi).await;
	require_node_that_is_down_named(&mut network).await;
}
