//! The ledger's own questions: each is answered at the block asked for, or at the last final one, and
//! every answer says at which.

use quanqi_tests::rpc::{Head, Rpc};
use serde_json::{json, Value};
use std::slice;
use subxt_rpcs::client::RpcParams;

/// The codes of a block that the node does not know, and of one whose state it no longer keeps.
const UNKNOWN_BLOCK: i32 = 20_001;
const STATE_PRUNED: i32 = 20_002;

const NO_BLOCK: &str = "0x0101010101010101010101010101010101010101010101010101010101010101";

type Answer = quanqi_tests::Result<Value>;

async fn ask(rpc: &Rpc, method: &str, parameters: &[Value]) -> Answer {
	let mut all = RpcParams::new();
	parameters.iter().for_each(|parameter| all.push(parameter).unwrap());
	rpc.request(method, all).await
}

/// What a method answers at the last final block, which the answer names.
async fn latest(rpc: &Rpc, method: &str, parameters: &[Value]) -> Value {
	let answer = ask(rpc, method, parameters).await.unwrap();
	assert!(answer["at"]["number"].is_u64() && answer["at"]["hash"].is_string(), "{answer:#}");
	answer["value"].clone()
}

/// What a method answers at a block; the same as what it answers without one, where nothing was done
/// since. At a block that nobody made it answers nothing.
async fn require_at(rpc: &Rpc, head: Head, method: &str, parameters: &[Value]) -> Value {
	let at = |hash: Value| [parameters, &[hash]].concat();
	let answer = ask(rpc, method, &at(json!(head.hash))).await.unwrap();
	assert_eq!(answer["at"], json!({ "number": head.number, "hash": head.hash }), "{method}");
	let unknown = ask(rpc, method, &at(json!(NO_BLOCK))).await.unwrap_err();
	assert_eq!(unknown.code(), Some(UNKNOWN_BLOCK), "{method}: {unknown}");
	answer["value"].clone()
}

/// Would the first record's owner lawfully give a part of it to another member?
fn gift(owner: &Value, other: u32, consents: Value) -> Value {
	let act = json!({ "transfer-agreed": { "from": owner, "to": other, "ppm": 1_000 } });
	let cause = "declaration";
	json!({ "achievement": 1, "actor": owner, "cause": cause, "consents": consents, "act": act })
}

/// Requires true answers about a network whose first achievement has one owner and no completers.
pub(crate) async fn require_answers(rpc: &Rpc) {
	let head = rpc.finalised().await.unwrap();
	let record = require_at(rpc, head, "achievements_get", &[json!(1)]).await;
	assert_eq!(record, latest(rpc, "achievements_get", &[json!(1)]).await);
	let title = require_at(rpc, head, "rights_title", &[json!(1)]).await;
	let owner = &title["title"]["owners"]["lines"][0]["member"];
	let history =
		require_at(rpc, head, "rights_history", &[json!(1), Value::Null, Value::Null]).await;
	assert_eq!(
		history.as_array().map(Vec::len),
		title["head"]["entries"].as_u64().map(|n| n as usize)
	);

	let page = latest(rpc, "achievements_list", &[Value::Null, json!(1)]).await;
	let identifier = &page["items"][0]["record"]["identifiers"][0];
	assert!(identifier.is_object(), "{page:#}");
	let named =
		require_at(rpc, head, "achievements_byIdentifier", slice::from_ref(identifier)).await;
	assert_eq!(named, json!(1));

	let member = require_at(rpc, head, "members_get", slice::from_ref(owner)).await;
	let code = member["credit_code"].clone();
	assert!(code.is_string(), "{member:#}");
	assert_eq!(require_at(rpc, head, "members_get", &[code]).await, member);

	let rule = latest(rpc, "statutes_rules", &[]).await[0].clone();
	let value = require_at(rpc, head, "statutes_value", &[rule.clone(), json!("2026-12-01")]).await;
	let versions = latest(rpc, "statutes_versions", &[rule]).await;
	assert!(versions.as_array().is_some_and(|all| all.contains(&value)), "{versions:#}");

	let other = if *owner == json!(1) { 2 } else { 1 };
	let refused = require_at(rpc, head, "rights_check", &[gift(owner, other, json!([]))]).await;
	assert_eq!(refused["lawful"], json!(false), "{refused:#}");
	let missing = json!([{ "member": other, "role": "recipient", "deemed_from": null }]);
	assert_eq!(refused["missing"], missing, "{refused:#}");
	let accepts =
		json!([{ "member": other, "role": "recipient", "mandate": null, "deemed": false }]);
	let lawful = require_at(rpc, head, "rights_check", &[gift(owner, other, accepts)]).await;
	assert_eq!(lawful["lawful"], json!(true), "{lawful:#}");
}

/// Requires that a node that no longer keeps the state of its first block says so.
pub(crate) async fn require_pruned(rpc: &Rpc) {
	let first = rpc.block_hash(1).await.unwrap().unwrap();
	for (method, parameters) in [("members_seats", vec![]), ("rights_title", vec![json!(1)])] {
		let at = |block: Value| [parameters.as_slice(), &[block]].concat();
		let pruned = ask(rpc, method, &at(json!(first))).await.unwrap_err();
		assert_eq!(pruned.code(), Some(STATE_PRUNED), "{method}: {pruned}");
		let message = pruned.to_string();
		assert!(
			message.contains(&format!("{first:?}")) && message.contains("archive"),
			"{message}"
		);
		let unknown = ask(rpc, method, &at(json!(NO_BLOCK))).await.unwrap_err();
		assert_eq!(unknown.code(), Some(UNKNOWN_BLOCK), "{method}: {unknown}");
		assert!(unknown.to_string().contains(NO_BLOCK), "{unknown}");
	}
}
