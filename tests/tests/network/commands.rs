//! Commands of the program on a running network, as the institutions' people type them one after
//! another: each does what it says, and the next one reads it.

use crate::wrong_input::require_wrong_input_refused;
use quanqi_tests::{command::Quanqi, keys};
use serde_json::{json, Value};

/// The owner: the second of the example's institutions.
pub(crate) const OWNER: &str = "//chongqing-university//0";
pub(crate) const LICENSEE: &str = "//harbin-institute-of-technology//0";
pub(crate) const EXCHANGE: &str = "//example-exchange//0";
pub(crate) const BUREAU: &str = "//example-bureau//0";

/// Numbers of the institutions, in the order of the consortium file.
const LICENSEE_MEMBER: &str = "1";
const OWNER_MEMBER: &str = "2";

const PATENT: &str = "CN201610907263.X";
pub(crate) const REFUSED: i32 = 1;
pub(crate) const WRONG_INPUT: i32 = 2;
pub(crate) const DIGEST: &str =
	"sm3:0000000000000000000000000000000000000000000000000000000000000000";
pub(crate) const COMMITMENT: &str =
	"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

async fn as_key(quanqi: &Quanqi, key: &str, command: &[&str]) -> Value {
	let arguments = [&["--key", key], command].concat();
	quanqi.succeed(&arguments).await.unwrap()
}

async fn ask(quanqi: &Quanqi, command: &[&str]) -> Value {
	quanqi.succeed(command).await.unwrap()["value"].clone()
}

/// What a signed command says it did.
fn did<'a>(answer: &'a Value, what: &str) -> &'a Value {
	let found = &answer["did"][what];
	assert!(!found.is_null(), "no {what} in {answer:#}");
	found
}

/// A record is entered once; a second one with its number is told which one has it.
async fn register(quanqi: &Quanqi) {
	let facts = [
		["--kind", "invention-patent"],
		["--title", "一种检测方法"],
		["--application", PATENT],
		["--filed", "2016-10-18"],
		["--status", "granted"],
	]
	.concat();
	let command = [&["achievement", "register"], facts.as_slice()].concat();
	as_key(quanqi, OWNER, &command).await;
	let again = [&["--key", OWNER], command.as_slice()].concat();
	let ended = quanqi.run(&again).await.unwrap();
	ended.require_refused(REFUSED, "names achievement 1 already");

	let shown = ask(quanqi, &["achievement", "show", "1"]).await;
	assert_eq!(shown["record"]["title"], json!({ "open": "一种检测方法" }), "{shown:#}");
	let found = quanqi.succeed(&["achievement", "find", PATENT]).await.unwrap();
	assert!(found.to_string().contains("\"achievement\":1"), "{found:#}");
	let office =
		["achievement", "status", "1", "lapsed", "--date", "2024-05-01", "--document", "L-1"];
	let dry = [&["--dry-run", "--key", BUREAU], office.as_slice()].concat();
	assert!(quanqi.succeed(&dry).await.unwrap()["receipt"].is_object());
}

/// The numbers of the requests that wait in a title.
async fn waiting(quanqi: &Quanqi) -> usize {
	let requests = ask(quanqi, &["rights", "requests", "1"]).await;
	requests.as_array().unwrap_or_else(|| panic!("{requests:#}")).len()
}

/// Asks for something that another member must accept, and has it accepted.
async fn accepted(quanqi: &Quanqi, command: &[&str], by: &str) -> Value {
	let asked = as_key(quanqi, OWNER, command).await;
	let request = did(&asked, "request").to_string();
	assert_eq!(waiting(quanqi).await, 1);
	let answer = as_key(quanqi, by, &["rights", "consent", &request, "--role", "recipient"]).await;
	assert_eq!(waiting(quanqi).await, 0);
	answer
}

/// Whether a step would be lawful, in words of the command line.
async fn would_be_lawful(quanqi: &Quanqi, step: &[&str]) -> bool {
	let arguments = [&["rights", "check"], step].concat();
	let answer = quanqi.run(&arguments).await.unwrap().json().unwrap();
	let lawful = answer["value"]["lawful"].as_bool().or_else(|| answer["lawful"].as_bool());
	lawful.unwrap_or_else(|| panic!("{answer:#}"))
}

async fn require_rights(quanqi: &Quanqi) {
	let to = ["--to", LICENSEE_MEMBER, "--until", "2030-12-31"];
	let ordinary = [&["rights", "license", "1", "--form", "ordinary"], to.as_slice()].concat();
	let granted = accepted(quanqi, &ordinary, LICENSEE).await;
	assert_eq!(did(&granted, "entries").as_array().map(Vec::len), Some(1), "{granted:#}");
	let title = ask(quanqi, &["rights", "title", "1"]).await;
	assert_eq!(title["live_rights"].as_array().map(Vec::len), Some(1), "{title:#}");
	let right = title["live_rights"][0].to_string();

	// An exclusive licence beside it names the entry in its way.
	let exclusive = ["--key", OWNER, "rights", "license", "1", "--form", "exclusive", "--to", "3"];
	let ended = quanqi.run(&exclusive).await.unwrap();
	ended.require_refused(REFUSED, "T4");
	assert!(!would_be_lawful(quanqi, &["license", "1", "--form", "exclusive", "--to", "3"]).await);

	let order = ["--document", "H-1", "--digest", DIGEST];
	let hold = [&["rights", "hold", "1", "--until", "2030-01-01"], order.as_slice()].concat();
	as_key(quanqi, BUREAU, &hold).await;
	let title = ask(quanqi, &["rights", "title", "1"]).await;
	let held = title["title"]["holds"][0]["sequence"].to_string();
	let sale =
		["--key", OWNER, "rights", "transfer", "1", "--to", LICENSEE_MEMBER, "--part", "20%"];
	quanqi.run(&sale).await.unwrap().require_refused(REFUSED, "T10");
	let lift = [&["rights", "lift", "1", "--hold", &held], order.as_slice()].concat();
	as_key(quanqi, BUREAU, &lift).await;

	let pledge = ["rights", "pledge", "1", "--to", "3", "--part", "10%", "--secured", COMMITMENT];
	let asked = as_key(quanqi, OWNER, &pledge).await;
	let request = did(&asked, "request").to_string();
	as_key(quanqi, EXCHANGE, &["rights", "consent", &request, "--role", "recipient"]).await;
	let office = ["--number", "Y2026-1", "--date", "2026-11-20"];
	let attest = [&["rights", "attest-pledge", &request], office.as_slice()].concat();
	as_key(quanqi, BUREAU, &attest).await;
	let title = ask(quanqi, &["rights", "title", "1"]).await;
	assert_eq!(title["title"]["pledges"].as_array().map(Vec::len), Some(1), "{title:#}");

	as_key(quanqi, LICENSEE, &["rights", "surrender", "1", "--right", &right]).await;
	let title = ask(quanqi, &["rights", "title", "1"]).await;
	assert_eq!(title["live_rights"], json!([]), "{title:#}");
	let history = ask(quanqi, &["rights", "history", "1"]).await;
	let entries = title["head"]["entries"].as_u64();
	assert_eq!(history.as_array().map(|all| all.len() as u64), entries, "{history:#}");
}

async fn require_members(quanqi: &Quanqi) {
	let shown = ask(quanqi, &["member", "show", OWNER_MEMBER]).await;
	assert_eq!(shown["name"], json!("重庆大学"), "{shown:#}");
	let count = |list: &Value| list.as_array().map(Vec::len).unwrap_or_else(|| panic!("{list:#}"));
	let list = ["member", "keys", "list", OWNER_MEMBER];
	// As many as a member can have: one goes before another comes.
	let before = count(&ask(quanqi, &list).await);
	let last = keys::account(&keys::from_uri("//chongqing-university//15").unwrap());
	as_key(quanqi, OWNER, &["member", "keys", "revoke", &last]).await;
	assert_eq!(count(&ask(quanqi, &list).await), before - 1);
	let account = keys::account(&keys::from_uri("//clerk").unwrap());
	as_key(quanqi, OWNER, &["member", "keys", "add", &account, "--may", "register"]).await;
	assert_eq!(count(&ask(quanqi, &list).await), before);
	let ended = quanqi.run(&["--key", "//clerk", "achievement", "retire", "1"]).await.unwrap();
	ended.require_refused(REFUSED, "");
	as_key(quanqi, OWNER, &["member", "keys", "revoke", &account]).await;
	assert_eq!(count(&ask(quanqi, &list).await), before - 1);
	let unknown = ["--key", OWNER, "rights", "transfer", "1", "--to", "999", "--part", "1%"];
	quanqi.run(&unknown).await.unwrap().require_refused(WRONG_INPUT, "999: no such member");
}

async fn require_statutes(quanqi: &Quanqi) {
	let rules = ask(quanqi, &["statute", "list"]).await;
	assert!(rules.as_array().is_some_and(|rules| rules.len() > 10), "{rules:#}");
	let versions = ask(quanqi, &["statute", "history", "idle-period"]).await;
	let before = versions.as_array().map(Vec::len).unwrap();
	let version = ["--value", "2y", "--from", "2030-01-01", "--force", "encouraged"];
	let source = ["--status", "in-force", "--citation", "浙财资产〔2026〕1号"];
	let voters = ["--voter", OWNER, "--voter", LICENSEE];
	let set = [&["statute", "set", "idle-period"], &version[..], &source[..], &voters[..]].concat();
	as_key(quanqi, EXCHANGE, &set).await;
	let versions = ask(quanqi, &["statute", "history", "idle-period"]).await;
	assert_eq!(versions.as_array().map(Vec::len), Some(before + 1), "{versions:#}");
	let now = ask(quanqi, &["statute", "show", "idle-period"]).await;
	let then = ask(quanqi, &["statute", "show", "idle-period", "--on", "2030-06-01"]).await;
	assert_ne!(now["value"], then["value"], "{then:#}");
}

/// Requires that the commands do on this network what they say. It has no achievement before.
pub(crate) async fn require_commands(quanqi: &Quanqi) {
	register(quanqi).await;
	require_rights(quanqi).await;
	require_members(quanqi).await;
	require_statutes(quanqi).await;
	require_wrong_input_refused(quanqi).await;
	let status = quanqi.succeed(&["network", "status"]).await.unwrap();
	assert!(status.as_array().is_some_and(|nodes| nodes.len() == 1), "{status:#}");
}
