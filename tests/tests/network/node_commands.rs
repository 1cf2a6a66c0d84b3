//! The node's own commands, on the databases that a network has just made, and what they refuse.

use crate::{metrics, questions};
use quanqi_tests::{
	command::{self, Ended},
	network::{genesis::four_institutions, Database, Network, Node, Plan},
	wait::{until, Look, LIMIT},
};
use serde_json::{json, Value};
use std::{fs, os::unix::fs::PermissionsExt, path::Path};

/// The validator, on RocksDB with keys, and the query node, on ParityDB, that are worked on.
const VALIDATOR: usize = 0;
const QUERY_NODE: usize = 3;

/// Blocks whose state is kept: so few that the first ones are soon without.
const KEPT_STATES: &str = "4";
const FINAL_BLOCKS: u64 = 7;
/// Blocks above the last final one, at least.
const OPEN_BLOCKS: u64 = 3;

const REFUSED: i32 = 1;
const WRONG_USAGE: i32 = 2;

async fn run(arguments: &[&str]) -> Ended {
	command::node(arguments).await.unwrap()
}

async fn succeed(arguments: &[&str]) -> Ended {
	let ended = run(arguments).await;
	assert_eq!(ended.code, 0, "{arguments:?}: {}", ended.errors);
	ended
}

fn text(path: &Path) -> String {
	path.to_string_lossy().into_owned()
}

/// Where the commands find a node's database, or are to make one.
struct Place {
	chain: String,
	base_path: String,
	database: &'static str,
}

impl Place {
	fn of(network: &Network, index: usize) -> Self {
		let database = if index == QUERY_NODE { "paritydb" } else { "rocksdb" };
		let base_path = text(network.node(index).base_path());
		Self { chain: network.chain().into(), base_path, database }
	}

	fn with_chain(&self, chain: String) -> Self {
		Self { chain, base_path: self.base_path.clone(), database: self.database }
	}

	fn arguments<'a>(&'a self, command: &'a str, more: &[&'a str]) -> Vec<&'a str> {
		let place = ["--chain", &self.chain, "--base-path", &self.base_path];
		[&[command], place.as_slice(), &["--database", self.database], more].concat()
	}

	async fn succeed(&self, command: &str, more: &[&str]) -> Ended {
		succeed(&self.arguments(command, more)).await
	}

	async fn refuse(&self, command: &str, more: &[&str], words: &str) {
		run(&self.arguments(command, more)).await.require_refused(REFUSED, words);
	}
}

/// The blocks of a file in JSON.
fn blocks(file: &Path) -> Vec<Value> {
	let bytes = fs::read(file).unwrap();
	serde_json::Deserializer::from_slice(&bytes)
		.into_iter::<Value>()
		.map(|block| block.unwrap()["block"].clone())
		.collect()
}

fn parent(block: &Value) -> &str {
	block["header"]["parentHash"].as_str().unwrap()
}

/// A running node's database belongs to it alone.
async fn require_database_in_use(network: &Network) {
	for place in [Place::of(network, VALIDATOR), Place::of(network, QUERY_NODE)] {
		place.refuse("export-blocks", &["/dev/null"], "stop the node").await;
		place.refuse("purge-chain", &["-y"], "stop the node").await;
		place.refuse("revert", &["1"], "stop the node").await;
	}
}

/// Stops the validators so that the query node has blocks that never became final, then the rest.
async fn stop_with_open_blocks(network: &mut Network) {
	network.node_mut(2).stop().await.unwrap();
	let waiting = "blocks are made that are not final";
	until(waiting, LIMIT, || async {
		let mut least = u64::MAX;
		for index in [VALIDATOR, QUERY_NODE] {
			let rpc = network.node(index).rpc();
			let (best, head) = (rpc.best_number().await?, rpc.finalised().await?);
			least = least.min(best.saturating_sub(head.number));
		}
		Ok(match least >= OPEN_BLOCKS {
			true => Look::Holds(()),
			false => Look::NotYet(format!("{least}")),
		})
	})
	.await
	.unwrap();
	for index in [0, 1] {
		network.node_mut(index).stop().await.unwrap();
	}
	metrics::require_waiting_call_counted(network, network.node(QUERY_NODE)).await;
}

/// What is not there is named, and nothing is made in its place.
async fn require_named_when_wrong(network: &Network, folder: &Path) {
	let place = Place::of(network, VALIDATOR);
	let nowhere =
		Place { base_path: text(&folder.join("nowhere")), ..Place::of(network, VALIDATOR) };
	let file = text(&folder.join("refused"));
	for command in ["export-blocks", "check-block", "revert", "purge-chain"] {
		let more = match command {
			"export-blocks" => [file.as_str()],
			"purge-chain" => ["-y"],
			_ => ["1"],
		};
		nowhere.refuse(command, &more, "there is no database").await;
	}
	let other = Place { database: "paritydb", ..Place::of(network, VALIDATOR) };
	other.refuse("export-blocks", &[&file], "--database rocksdb is there").await;
	let chains = fs::read_dir(network.node(VALIDATOR).base_path().join("chains")).unwrap();
	for chain in chains {
		assert!(!chain.unwrap().path().join("paritydb").exists(), "none is made");
	}

	place.refuse("export-blocks", &["--to", "100000", &file], "no block #100000 yet").await;
	place.refuse("export-blocks", &["--from", "5", "--to", "4", &file], "--from").await;
	place.refuse("export-blocks", &["--from", "99999999999", &file], "--from").await;
	assert!(!Path::new(&file).exists(), "a refused export leaves no file");
	place.refuse("export-blocks", &["/nowhere/blocks"], "/nowhere/blocks").await;
	place.refuse("check-block", &["100000"], "block #100000 is not in the database").await;
	place.refuse("check-block", &["2"], "the state of block #1").await;
	place.refuse("import-blocks", &[&file], &file).await;
	fs::write(&file, "").unwrap();
	place.refuse("import-blocks", &[&file], "the file is empty").await;
	place.with_chain(file.clone()).refuse("export-blocks", &[&file], &file).await;
}

/// A specification of another network that calls itself the same is not taken for this one's.
async fn require_another_network_refused(network: &Network, folder: &Path) {
	let blocks = text(&folder.join("of-this-network"));
	let place = Place::of(network, VALIDATOR);
	let mut spec: Value = serde_json::from_slice(&fs::read(&place.chain).unwrap()).unwrap();
	spec["genesis"]["raw"]["top"]["0x00"] = json!("0x00");
	let file = folder.join("other-spec.json");
	fs::write(&file, spec.to_string()).unwrap();
	let other = place.with_chain(text(&file));
	other.refuse("revert", &["1"], "the database is of another network").await;
	place.succeed("export-blocks", &[&blocks]).await;
	let fresh = Place { base_path: text(&folder.join("other")), ..other };
	fresh.refuse("import-blocks", &[&blocks], "these blocks are of another network").await;
}

/// Blocks that are not final can be taken back, final ones never.
async fn require_reverted(network: &Network, folder: &Path) -> Vec<Value> {
	let place = Place::of(network, VALIDATOR);
	let (before, after) = (folder.join("before"), folder.join("after"));
	place.succeed("export-blocks", &[&text(&before)]).await;
	place.refuse("revert", &["100000"], "What is final stays").await;
	run(&place.arguments("revert", &[])).await.require_refused(WRONG_USAGE, "<NUM>");
	place.succeed("revert", &["2"]).await;
	place.succeed("export-blocks", &[&text(&after)]).await;
	let (before, after) = (blocks(&before), blocks(&after));
	assert_eq!(before[..before.len() - 2], after);
	let best = after.len().to_string();
	place.succeed("check-block", &[&best]).await;
	after
}

/// What one database gives, in either format, another takes: blocks the same, and whole.
async fn require_moved(network: &Network, folder: &Path, kept: &[Value]) {
	let place = Place::of(network, VALIDATOR);
	let part = folder.join("part");
	place.succeed("export-blocks", &["--from", "2", "--to", "3", &text(&part)]).await;
	assert_eq!(blocks(&part), kept[1..3]);
	let file = text(&folder.join("after"));
	place.refuse("import-blocks", &["--binary", &file], "leave out --binary").await;

	let fresh = Place {
		chain: network.chain().into(),
		base_path: text(&folder.join("fresh")),
		database: "rocksdb",
	};
	fresh.refuse("import-blocks", &[&text(&part)], "import the blocks before it first").await;
	fresh.succeed("import-blocks", &[&file]).await;
	let again = folder.join("again");
	fresh.succeed("export-blocks", &[&text(&again)]).await;
	assert_eq!(blocks(&again), kept);
}

/// The chain is removed, nothing else; the node takes it back from a file and answers as before.
async fn require_restored(network: &mut Network, folder: &Path) {
	let place = Place::of(network, QUERY_NODE);
	let (whole, file) = (folder.join("whole"), text(&folder.join("binary")));
	place.succeed("export-blocks", &[&text(&whole)]).await;
	place.succeed("export-blocks", &["--binary", &file]).await;
	place.refuse("import-blocks", &[&file], "--binary").await;

	place.refuse("purge-chain", &[], "-y").await;
	place.succeed("export-blocks", &["/dev/null"]).await;
	place.succeed("purge-chain", &["-y"]).await;
	place.refuse("export-blocks", &["/dev/null"], "there is no database").await;
	assert!(network.node(QUERY_NODE).base_path().join("node-key").is_file());

	place.succeed("import-blocks", &["--binary", &file]).await;
	let node = network.node_mut(QUERY_NODE);
	// Waits for its peer id: the key of the node is the one it had.
	node.restart_alone().await.unwrap();
	let blocks = blocks(&whole);
	let (best, last) = (blocks.len() as u64, blocks.last().unwrap());
	assert_eq!(node.rpc().best_number().await.unwrap(), best);
	let before = node.rpc().block_hash(best - 1).await.unwrap().unwrap();
	assert_eq!(format!("{before:?}"), parent(last));
}

fn require_keys_kept(node: &Node) {
	let keys = fs::read_dir(node.base_path().join("keystore")).unwrap().count();
	assert!(keys >= 2, "{keys} session keys");
}

// One network serves all, also the metrics and the questions about states that are gone.
#[tokio::test]
async fn command_should_do_what_it_says_or_name_what_is_wrong_when_given_a_real_database() {
	let plan = Plan::validators(3)
		.with_query_node(Database::ParityDb)
		.with_metrics()
		.with_arguments(["--state-pruning", KEPT_STATES]);
	let mut network = Network::start(four_institutions, &plan).await.unwrap();
	network.await_agreement(&network.all(), FINAL_BLOCKS).await.unwrap();
	metrics::require_watched(&network).await;
	for index in [VALIDATOR, QUERY_NODE] {
		metrics::require_guarded(network.node(index)).await;
		questions::require_pruned(network.node(index).rpc()).await;
	}
	require_database_in_use(&network).await;

	stop_with_open_blocks(&mut network).await;
	network.node_mut(QUERY_NODE).stop().await.unwrap();
	let folder = tempfile::tempdir().unwrap();
	require_named_when_wrong(&network, folder.path()).await;
	require_another_network_refused(&network, folder.path()).await;
	let kept = require_reverted(&network, folder.path()).await;
	require_moved(&network, folder.path(), &kept).await;
	require_restored(&mut network, folder.path()).await;
	Place::of(&network, VALIDATOR).succeed("purge-chain", &["-y"]).await;
	require_keys_kept(network.node(VALIDATOR));
}

#[tokio::test]
async fn validator_should_refuse_to_start_when_its_rpc_is_open_to_all() {
	let folder = tempfile::tempdir().unwrap();
	let base_path = text(folder.path());
	let key = "0".repeat(63) + "1";
	let node = ["--chain", "local", "--base-path", &base_path, "--node-key", &key];
	let arguments = [node.as_slice(), &["--validator", "--rpc-external"]].concat();
	run(&arguments).await.require_refused(REFUSED, "--rpc-external");
}

#[tokio::test]
async fn node_key_should_be_made_for_its_owner_alone_when_no_network_is_named() {
	let folder = tempfile::tempdir().unwrap();
	let path = folder.path().join("node.key");
	let file = text(&path);
	let made = succeed(&["key", "generate-node-key", "--file", &file]).await;
	let shown = succeed(&["key", "inspect-node-key", "--file", &file]).await;
	assert_eq!(made.errors.trim(), shown.answer.trim());
	assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o600);
}

#[tokio::test]
async fn specification_should_be_refused_by_name_when_its_file_is_missing() {
	let arguments = ["build-spec", "--chain", "/nowhere/network.json"];
	run(&arguments).await.require_refused(REFUSED, "/nowhere/network.json");
	run(&["build-spec"]).await.require_refused(REFUSED, "Give --chain");
}
