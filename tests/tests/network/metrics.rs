//! What a node shows of itself, and to whom.

use quanqi_tests::{
	load::{
		sign::{sign, Era},
		Remark,
	},
	network::{Network, Node},
	wait::{until, Look, LIMIT},
	Error, Result,
};
use serde_json::Value;
use subxt_rpcs::rpc_params;
use tokio::{
	io::{AsyncReadExt, AsyncWriteExt},
	net::TcpStream,
};

/// Another address of the same machine: what listens on every address answers here too.
const OTHER_ADDRESS: &str = "127.0.0.2";

const FINAL_HEIGHT: &str = "substrate_block_height{status=\"finalized\"";
const PEERS: &str = "substrate_sub_libp2p_peers_count";
const READY: &str = "substrate_ready_transactions_number";

/// What docs/operations.md tells operators to watch on a validator.
const WATCHED: [&str; 7] = [
	"substrate_block_height{status=\"best\"",
	FINAL_HEIGHT,
	PEERS,
	"substrate_finality_grandpa_round",
	READY,
	"substrate_proposer_block_proposal_time_bucket",
	"substrate_tasks_ended_total",
];

/// The JSON-RPC code of a method that may not be called from outside.
const NOT_FOR_ALL: i32 = -32_601;

/// Methods that change the node or show its keys, and take no parameter before they refuse.
const UNSAFE: [&str; 2] = ["author_rotateKeys", "system_unstable_networkState"];

/// The page of metrics. HTTP 1.0: the answer then comes in one piece.
async fn page(node: &Node) -> Result<String> {
	let failed = |error| Error::chain(format!("reading the metrics of {}", node.name()), error);
	let mut text = String::new();
	let read = async {
		let mut stream = TcpStream::connect(("127.0.0.1", node.metrics_port())).await?;
		stream.write_all(b"GET /metrics HTTP/1.0\r\n\r\n").await?;
		stream.read_to_string(&mut text).await
	};
	let outcome: std::io::Result<usize> = read.await;
	outcome.map_err(failed)?;
	Ok(text)
}

/// The value on the first line that begins with `name`.
fn value(page: &str, name: &str) -> Option<f64> {
	let line = page.lines().find(|line| line.starts_with(name))?;
	line.rsplit(' ').next()?.parse().ok()
}

async fn await_metric(node: &Node, name: &str, holds: impl Fn(f64) -> bool) {
	until(&format!("{name} of {} is as expected", node.name()), LIMIT, || async {
		let seen = value(&page(node).await?, name);
		Ok(match seen {
			Some(value) if holds(value) => Look::Holds(()),
			_ => Look::NotYet(format!("{seen:?}")),
		})
	})
	.await
	.unwrap();
}

/// Requires that every metric that the alerts are about is there, and that heights and peers are
/// those of the network.
pub(crate) async fn require_watched(network: &Network) {
	let shown = page(network.node(0)).await.unwrap();
	for name in WATCHED {
		assert!(value(&shown, name).is_some(), "no {name} in\n{shown}");
	}
	let height = value(&shown, FINAL_HEIGHT).unwrap_or_default();
	let others = (network.nodes().len() - 1) as f64;
	for node in network.nodes() {
		await_metric(node, PEERS, |peers| peers == others).await;
		await_metric(node, FINAL_HEIGHT, |later| later > height).await;
	}
}

/// Requires that a call that nobody takes into a block is counted: no validator runs now.
pub(crate) async fn require_waiting_call_counted(network: &Network, node: &Node) {
	let key = network.member_keys().unwrap().into_iter().take(1).collect::<Vec<_>>();
	await_metric(node, READY, |ready| ready == 0.0).await;
	let batch = sign(node.rpc(), &Remark { bytes: 8 }, &key, 1, Era::Immortal).await.unwrap();
	node.rpc().submit(&batch.calls[0].encoded).await.unwrap();
	await_metric(node, READY, |ready| ready == 1.0).await;
}

/// Requires that a node answers on loopback alone, and does nothing there that changes it.
pub(crate) async fn require_guarded(node: &Node) {
	for port in [node.rpc_port(), node.metrics_port()] {
		let refusal = TcpStream::connect((OTHER_ADDRESS, port)).await.map(|_| ()).unwrap_err();
		assert_eq!(refusal.kind(), std::io::ErrorKind::ConnectionRefused, "port {port}");
	}
	for method in UNSAFE {
		let refusal = node.rpc().request::<Value>(method, rpc_params![]).await.unwrap_err();
		assert_eq!(refusal.code(), Some(NOT_FOR_ALL), "{method}: {refusal}");
	}
}
