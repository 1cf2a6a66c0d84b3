//! One achievement from disclosure to distribution, through the command line, on real nodes.

use quanqi_tests::{
	command::Quanqi,
	keys,
	network::{genesis::four_institutions, Network, Plan},
};
use serde_json::{json, Value};
use std::{fmt::Write, path::Path};
use subxt_rpcs::rpc_params;

const UNIVERSITY: &str = "//harbin-institute-of-technology//0";

/// The actors of the scenario with their keys; the university sponsors those with a way to sponsor them.
const ACTORS: [(&str, &str, &[&str]); 7] = [
	("哈尔滨工业大学", UNIVERSITY, &[]),
	("示例技术交易所", "//example-exchange//0", &[]),
	("示例技术合同登记处", "//example-bureau//0", &[]),
	("发明人甲", "//completer-1", &["--kind", "person", "--commitment", COMMITMENTS[0]]),
	("发明人乙", "//completer-2", &["--kind", "person", "--commitment", COMMITMENTS[1]]),
	(
		"甲公司",
		"//buyer",
		&["--kind", "enterprise", "--name", "甲公司", "--credit-code", "91330000733796106P"],
	),
	(
		"乙公司",
		"//other",
		&["--kind", "enterprise", "--name", "乙公司", "--credit-code", "91330100799655058B"],
	),
];

const COMMITMENTS: [&str; 2] = [
	"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
	"60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
];

async fn sponsor(quanqi: &Quanqi, uri: &str, statement: &[&str]) {
	let account = keys::account(&keys::from_uri(uri).unwrap());
	let mut arguments = vec!["--key", UNIVERSITY, "member", "sponsor"];
	arguments.extend(statement);
	arguments.extend(["--division", "230100", "--account", &account]);
	quanqi.succeed(&arguments).await.unwrap();
}

/// Says who plays whom.
fn actors_file(folder: &Path) -> String {
	let mut actors = String::new();
	for (name, uri, _) in ACTORS {
		writeln!(actors, "[actors.\"{name}\"]\nkey = \"{uri}\"").unwrap();
	}
	let file = folder.join("actors.toml");
	std::fs::write(&file, actors).unwrap();
	file.to_string_lossy().into_owned()
}

#[tokio::test]
async fn every_node_should_tell_the_same_story_when_a_patent_goes_from_disclosure_to_distribution()
{
	let network = Network::start(four_institutions, &Plan::validators(4)).await.unwrap();
	let urls = network.urls();
	let quanqi = Quanqi::at([urls[0].as_str()]).unwrap();
	for (_, uri, statement) in ACTORS.iter().filter(|(_, _, statement)| !statement.is_empty()) {
		sponsor(&quanqi, uri, statement).await;
	}
	let folder = tempfile::tempdir().unwrap();
	let actors = actors_file(folder.path());
	let story = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/scenarios/story.toml");
	let played = quanqi.succeed(&["scenario", "run", story, "--actors", &actors]).await.unwrap();
	assert!(played["steps"].as_array().is_some_and(|steps| !steps.is_empty()), "{played:#}");

	let head = network.node(0).rpc().finalised().await.unwrap();
	network.await_agreement(&network.all(), head.number).await.unwrap();
	for node in network.nodes() {
		let title: Value = node.rpc().request("rights_title", rpc_params![1]).await.unwrap();
		let owners = &title["value"]["title"]["owners"]["lines"];
		let parts: Vec<_> = owners.as_array().unwrap().iter().map(|line| &line["ppm"]).collect();
		assert_eq!(json!(parts), json!([480_000, 320_000, 200_000]), "{title:#}");
		let paid: Value = node.rpc().request("contracts_payments", rpc_params![0]).await.unwrap();
		assert_eq!(paid["value"][0]["distributed"], json!(true), "{paid:#}");
	}
}
