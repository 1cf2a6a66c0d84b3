//! A running network goes over to the next release's runtime when the council has decided it, and to
//! no other code.

use quanqi_tests::{
	command::Quanqi,
	load::{sign, Era, Remark},
	network::{genesis::four_institutions, Network, Node, Plan},
	next_runtime,
	rpc::Rpc,
	wait::{until, Look, LIMIT},
};
use serde_json::Value;
use std::{path::Path, time::Duration};
use subxt_rpcs::rpc_params;

/// The key of each institution of the example, in its order.
const KEYS: [&str; 4] = [
	"//harbin-institute-of-technology//0",
	"//chongqing-university//0",
	"//example-exchange//0",
	"//example-bureau//0",
];

/// `System.LastRuntimeUpgrade`: the two names' hashes.
const LAST_UPGRADE: &str = "0x26aa394eea5630e07c48ae0c9558cef7f9cce9c888469bb1a0dceaa129672ef8";

/// The delay of the example is a minute; a slow machine's blocks come late.
const DELAY_LIMIT: Duration = Duration::from_secs(240);

async fn spec_version(rpc: &Rpc) -> quanqi_tests::Result<u64> {
	let version: Value = rpc.request("state_getRuntimeVersion", rpc_params![]).await?;
	Ok(version["specVersion"].as_u64().unwrap_or_default())
}

/// The version that the runtime itself wrote when it first ran: a compact number comes first.
async fn version_in_state(rpc: &Rpc) -> u64 {
	let head = rpc.finalised().await.unwrap();
	let text: String =
		rpc.request("state_getStorage", rpc_params![LAST_UPGRADE, head.hash]).await.unwrap();
	let first = u64::from_str_radix(&text[2..4], 16).unwrap();
	assert_eq!(first % 4, 0, "one byte holds the number");
	first / 4
}

async fn register(quanqi: &Quanqi, number: &str) -> quanqi_tests::Result<Value> {
	let mut arguments = vec!["--key", KEYS[0], "achievement", "register", "--kind", "know-how"];
	arguments.extend(["--title", "一种方法", "--number", number, "--status", "granted"]);
	quanqi.succeed(&arguments).await
}

/// The title, what certifies it, and its history, as a node answers them.
async fn title(node: &Node, number: u64) -> [Value; 3] {
	let rpc = node.rpc();
	let title: Value = rpc.request("rights_title", rpc_params![number]).await.unwrap();
	let history: Value = rpc.request("rights_history", rpc_params![number]).await.unwrap();
	let title = &title["value"];
	assert!(!title["title"].is_null(), "achievement {number} has a title");
	[title["title"].clone(), title["head"].clone(), history["value"].clone()]
}

/// Puts the hash of a runtime to the council, with the votes of the given keys beside the first.
async fn propose(quanqi: &Quanqi, wasm: &str, voters: &[&str]) -> Value {
	let mut arguments = vec!["--key", KEYS[0], "upgrade", "propose", wasm];
	voters.iter().for_each(|voter| arguments.extend(["--voter", voter]));
	quanqi.succeed(&arguments).await.unwrap()
}

async fn apply(quanqi: &Quanqi, wasm: &str) -> quanqi_tests::command::Ended {
	quanqi.run(&["--key", KEYS[2], "upgrade", "apply", wasm]).await.unwrap()
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> String {
	let file = folder.join(name);
	std::fs::write(&file, bytes).unwrap();
	file.to_string_lossy().into_owned()
}

/// The one enactment that waits, enacted as soon as its delay is over; refused before.
async fn enact_when_due(quanqi: &Quanqi) {
	let waiting = quanqi.succeed(&["upgrade", "list"]).await.unwrap();
	let waiting = waiting["value"].as_array().unwrap().clone();
	assert_eq!(waiting.len(), 1, "{waiting:?}");
	let number = waiting[0]["id"].to_string();
	let enact = ["--key", KEYS[1], "upgrade", "enact", number.as_str()];
	quanqi.run(&enact).await.unwrap().require_refused(1, "can be enacted from");
	until("the enactment is due", DELAY_LIMIT, || async {
		let ended = quanqi.run(&enact).await?;
		Ok(if ended.code == 0 { Look::Holds(()) } else { Look::NotYet(ended.errors) })
	})
	.await
	.unwrap();
	// It is gone: nothing is enacted twice.
	quanqi.run(&enact).await.unwrap().require_refused(1, "no enactment");
}

#[tokio::test]
async fn network_should_run_the_next_release_when_the_council_has_decided_it() {
	let next = next_runtime::get().unwrap();
	let network = Network::start(four_institutions, &Plan::validators(4)).await.unwrap();
	let urls = network.urls();
	let quanqi = Quanqi::at([urls[0].as_str()]).unwrap();
	let folder = tempfile::tempdir().unwrap();
	let code = write(folder.path(), "next.wasm", &next);
	let other = write(folder.path(), "other.wasm", b"\0asm\x01\0\0\0another runtime");

	let rpc = network.node(0).rpc();
	let before = spec_version(rpc).await.unwrap();
	assert_eq!(version_in_state(rpc).await, before);
	register(&quanqi, "internal:CN:1:BEFORE-1").await.unwrap();
	let title_before = title(network.node(0), 1).await;
	// Signed for the present runtime, and held back until the next one runs.
	let keys = network.member_keys().unwrap();
	let held_back =
		sign::sign(rpc, &Remark { bytes: 32 }, &keys[3..4], 1, Era::Immortal).await.unwrap();

	// Nothing is taken that the council has not decided.
	apply(&quanqi, &code).await.require_refused(1, "refused");
	propose(&quanqi, &other, &KEYS[1..2]).await;
	let waiting = quanqi.succeed(&["upgrade", "list"]).await.unwrap();
	assert_eq!(waiting["value"], serde_json::json!([]), "two of four votes decide nothing");
	quanqi
		.run(&["--key", KEYS[1], "upgrade", "enact", "1"])
		.await
		.unwrap()
		.require_refused(1, "no enactment");

	propose(&quanqi, &code, &KEYS[1..]).await;
	enact_when_due(&quanqi).await;
	apply(&quanqi, &other).await.require_refused(1, "refused");
	assert_eq!(spec_version(rpc).await.unwrap(), before);
	let applied = apply(&quanqi, &code).await;
	assert_eq!(applied.code, 0, "{applied:#?}");

	for node in network.nodes() {
		until(&format!("{} runs the next release", node.name()), LIMIT, || async {
			let version = spec_version(node.rpc()).await?;
			Ok(if version == before + 1 {
				Look::Holds(())
			} else {
				Look::NotYet(format!("version {version}"))
			})
		})
		.await
		.unwrap();
	}
	network.await_progress(&network.all(), 5).await.unwrap();
	for node in network.nodes() {
		assert_eq!(version_in_state(node.rpc()).await, before + 1, "{}", node.name());
		assert_eq!(title(node, 1).await, title_before, "{}", node.name());
	}
	let refusal = rpc.submit(&held_back.calls[0].encoded).await.unwrap_err();
	assert_eq!(refusal.code(), Some(1010), "signed for the release before: {refusal}");
	register(&quanqi, "internal:CN:1:AFTER-1").await.unwrap();
	title(network.node(0), 2).await;
}
