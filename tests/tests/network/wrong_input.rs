//! Wrong input to the commands on a running network: each is refused with its exit code, with what was
//! wrong and what to do, and leaves the ledger as it was.

use crate::commands::{
	BUREAU, COMMITMENT, DIGEST, EXCHANGE, LICENSEE, OWNER, REFUSED, WRONG_INPUT,
};
use quanqi_tests::command::Quanqi;
use serde_json::{json, Value};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Runs a command whose words are divided by blanks, and requires its exit code and words.
async fn refused(quanqi: &Quanqi, line: &str, code: i32, words: &[&str]) -> Value {
	let arguments: Vec<_> = line.split_whitespace().collect();
	let ended = quanqi.run(&arguments).await.unwrap();
	for words in words {
		ended.require_refused(code, words);
	}
	let error: Value = serde_json::from_str(&ended.errors)
		.unwrap_or_else(|error| panic!("{line}: {error}: {}", ended.errors));
	assert_eq!(error["error"]["code"], code, "{line}: {error:#}");
	error["error"].clone()
}

/// Nobody and nothing has the number 77 here.
async fn require_unknown_records_named(quanqi: &Quanqi) {
	for (line, words) in [
		("rights title 77", "achievement 77 has no title"),
		("rights history 77", "achievement 77 has no title"),
		("rights requests 77", "achievement 77 has no title"),
		("achievement show 77", "no achievement 77"),
		("achievement find CN202010657097.9", "no achievement has the number"),
		("trial show 77", "no trial 77"),
		("trial services 77", "no trial 77"),
		("trial list --achievement 77", "no achievement 77"),
		("trial pool proposals 77", "no achievement 77"),
		("trial pool entry 77", "achievement 77 is not in the pool"),
		("grant show 77", "no grant 77"),
		("notice show 77", "no notice 77"),
		("notice objections 77", "no notice 77"),
		("notice open-of --grant 77", "no notice of grant"),
		("contract show 77", "no contract 77"),
		("contract payments 77", "no contract 77"),
		("contract evidence 77", "no contract 77"),
		("contract distribution 77 --payment 0", "no contract 77"),
		("contract check sign 77", "no contract 77"),
		("contract price-event 77", "no price event 77"),
		("member mandate show 77", "no mandate 77"),
		("upgrade enact 77", "no enactment 77"),
	] {
		refused(quanqi, line, REFUSED, &[words]).await;
	}
	let motion = format!("--key {OWNER} council vote 0x{COMMITMENT} --yes");
	refused(quanqi, &motion, REFUSED, &["no motion", "council list"]).await;
	let block = format!("--at 0x{COMMITMENT} rights title 1");
	refused(quanqi, &block, REFUSED, &["has no block", "--at"]).await;
}

async fn require_unknown_members_named(quanqi: &Quanqi) {
	for (line, field) in [
		("member show 77".to_owned(), "member"),
		("rights holdings 77".to_owned(), "member"),
		("achievement list --holder 77".to_owned(), "--holder"),
		("trial list --user 77".to_owned(), "--user"),
		("contract list 77".to_owned(), "member"),
		("grant approvals 77".to_owned(), "unit"),
		("trial idle --as 77".to_owned(), "--as"),
		(format!("--key {OWNER} rights license 1 --to 77"), "--to"),
		(format!("--key {OWNER} rights reserve 1 --to 77"), "--to"),
		(format!("--key {EXCHANGE} member suspend 77"), "member"),
		(
			format!("--key {BUREAU} member administer 1 --by 77 --document D --digest {DIGEST}"),
			"--by",
		),
		(
			format!("--key {BUREAU} rights hold 1 --share-of 77 --document D --digest {DIGEST}"),
			"--share-of",
		),
	] {
		let error = refused(quanqi, &line, WRONG_INPUT, &["77: no such member"]).await;
		assert_eq!(error["field"], field, "{line}: {error:#}");
	}
}

/// What is said of a new record, each fact with the flag that is wrong.
async fn require_declarations_checked(quanqi: &Quanqi) {
	let register = format!(
		"--key {OWNER} achievement register --kind invention-patent --title 方法 --status granted"
	);
	let numbered = format!("{register} --application CN202010657097.9");
	for (line, field, words) in [
		(register.clone(), "--application", "no number at all"),
		(format!("{register} --application CN202010657097.1"), "--application", "should be 9"),
		(format!("{numbered} --publication zz"), "--publication", "the letter of its kind"),
		(format!("{numbered} --filed 2096-10-18"), "--filed", "has not come yet"),
		(format!("{numbered} --completed 2096-10-18"), "--completed", "has not come yet"),
		(format!("{numbered} --owner 2=60% --owner 1=30%"), "--owner", "100000 ppm are missing"),
		(format!("{numbered} --owner 2=60% --owner 77=40%"), "--owner", "no such member"),
	] {
		let error = refused(quanqi, &line, WRONG_INPUT, &[words]).await;
		assert_eq!(error["field"], field, "{line}: {error:#}");
	}
	let foreign = format!("{numbered} --owner 1=100%");
	refused(quanqi, &foreign, REFUSED, &["holder is not among the owners", "what to do"]).await;
	let error = refused(quanqi, "achievement show 2", REFUSED, &["no achievement 2"]).await;
	assert_eq!(error["kind"], "absent", "nothing was registered");
}

/// Steps in a title that cannot be: by whom, of what, with which shares.
async fn require_steps_refused(quanqi: &Quanqi) {
	let stranger = "--key //nobody rights surrender 1 --right 5";
	refused(quanqi, stranger, REFUSED, &["is not a key of any member", "member admit"]).await;
	let tried = format!("--dry-run --key {LICENSEE} rights transfer 1 --to 3 --part 20%");
	let error = refused(quanqi, &tried, REFUSED, &["would be refused at block"]).await;
	assert_eq!(error["kind"], "would-be-refused", "{error:#}");
	assert_eq!(error["refusal"]["name"], "Rights.T2", "{error:#}");
	for (line, code, words) in [
		("rights license 1 --to 3=50% --to 4=40%", WRONG_INPUT, "100000 ppm are missing"),
		("rights license 1 --to 3 --until 2020-01-01", WRONG_INPUT, "is before the first"),
		("rights transfer 1 --to 3 --part 20% --mandate 77", WRONG_INPUT, "no mandate 77"),
		("rights transfer 1 --to 2 --part 20%", REFUSED, "same member"),
		("rights sublicense 1 --of 77 --to 3", REFUSED, "T5"),
		("rights surrender 1 --right 77", REFUSED, "T7"),
		("rights release 1 --pledge 77", REFUSED, "T9"),
		("rights consent 77 --role recipient", REFUSED, "rights requests"),
		("achievement confirm 77", REFUSED, "achievement show"),
		("achievement retire 77", REFUSED, "achievement list"),
		("trial start 77", REFUSED, "trial list"),
		("contract claim 77", REFUSED, "contract list"),
		("contract payload 77 --signer 1 --until 2020-01-01", WRONG_INPUT, "that day is over"),
		("trial idle", REFUSED, "may not do this"),
	] {
		refused(quanqi, &format!("--key {OWNER} {line}"), code, &[words]).await;
	}
	refused(quanqi, "trial idle", WRONG_INPUT, &["--as"]).await;
	let decision = format!("--document D --digest {DIGEST}");
	let heirs = format!("--key {BUREAU} rights succeed 1 --heir 3=100% {decision}");
	let left_out = format!("{heirs} --achievement 77");
	let ended = quanqi.run(&left_out.split_whitespace().collect::<Vec<_>>()).await.unwrap();
	ended.require_refused(REFUSED, "nothing was passed on in achievements 77");
}

fn file(folder: &Path, name: &str, content: &str) -> PathBuf {
	let path = folder.join(name);
	std::fs::write(&path, content).unwrap();
	path
}

/// Tables whose maps and days do not fit this network: no row is registered.
async fn require_imports_refused(quanqi: &Quanqi) {
	let folder = TempDir::new().unwrap();
	let header = "publication_number,application_number,title,assignee,legal_status_as_printed";
	let row = "CN111766523A,CN202010657097.9,T,A,Active";
	let table = file(folder.path(), "p.csv", &format!("{header}\n{row}\n"));
	let map = |name: &str, member: &str| {
		file(folder.path(), name, &format!("assignee,member\nA,{member}\n"))
	};
	let import = |map: &Path, more: &str| {
		let (table, map) = (table.display(), map.display());
		format!("--key {OWNER} achievement import {table} --holders {map} {more}")
	};
	let stranger = import(&map("stranger.csv", "77"), "");
	let error = refused(quanqi, &stranger, WRONG_INPUT, &["77: no such member"]).await;
	assert_eq!((&error["line"], &error["field"]), (&json!(2), &json!("member")), "{error:#}");
	assert!(error["file"].as_str().unwrap().ends_with("stranger.csv"), "{error:#}");
	let nobody = import(&map("nobody.csv", "nobody"), "");
	refused(quanqi, &nobody, WRONG_INPUT, &["18 characters"]).await;
	let owner = map("owner.csv", "2");
	let later = import(&owner, "--status-date 2096-01-01");
	let error = refused(quanqi, &later, WRONG_INPUT, &["has not come yet"]).await;
	assert_eq!(error["field"], "--status-date");
	let correction = file(folder.path(), "c.json", "{\"corrects\": 0,\n\"colour\": 1}");
	let decision = format!("--document D --digest {DIGEST}");
	let correct = format!("--key {BUREAU} rights correct 1 --file {}", correction.display());
	let correct = format!("{correct} {decision}");
	let error = refused(quanqi, &correct, WRONG_INPUT, &["no such field"]).await;
	assert_eq!(error["field"], "colour");
	refused(quanqi, "achievement show 2", REFUSED, &["no achievement 2"]).await;
}

/// A motion with too few votes stays open; the same command with more keys carries it out.
async fn require_motion_gone_on_with(quanqi: &Quanqi) {
	let rename = ["--key", EXCHANGE, "member", "rename", "4", "示例登记处"];
	let open = quanqi.succeed(&rename).await.unwrap();
	assert_eq!(open["motion"]["state"], "open", "{open:#}");
	assert_eq!(open["motion"]["ayes"], 1, "{open:#}");
	let with_votes = [&rename[..], &["--voter", OWNER, "--voter", LICENSEE]].concat();
	let done = quanqi.succeed(&with_votes).await.unwrap();
	assert_eq!(done["receipt"]["finalized"], true, "{done:#}");
	let motions = quanqi.succeed(&["council", "list"]).await.unwrap();
	assert_eq!(motions["value"], json!([]), "{motions:#}");
	let shown = quanqi.succeed(&["member", "show", "4"]).await.unwrap();
	assert_eq!(shown["value"]["name"], json!("示例登记处"), "{shown:#}");
}

/// Requires that what is wrong is refused in the right words. The network has one achievement, of
/// [`OWNER`].
pub(crate) async fn require_wrong_input_refused(quanqi: &Quanqi) {
	require_unknown_records_named(quanqi).await;
	require_unknown_members_named(quanqi).await;
	require_declarations_checked(quanqi).await;
	require_steps_refused(quanqi).await;
	require_imports_refused(quanqi).await;
	require_motion_gone_on_with(quanqi).await;
}
