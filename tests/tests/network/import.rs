//! The whole import, twice: real institutions and real patents, through the command line.

use quanqi_tests::{
	command::{Ended, Quanqi},
	network::{genesis::four_institutions, Network, Plan},
	rpc::Rpc,
};
use serde_json::{json, Value};
use std::path::{Path, PathBuf};
use subxt_rpcs::rpc_params;

/// Some rows of the real tables cannot be taken, and are reported.
const SOME_ROWS: i32 = 6;

/// The key of each institution of the example, in its order.
const KEYS: [&str; 4] = [
	"//harbin-institute-of-technology//0",
	"//chongqing-university//0",
	"//example-exchange//0",
	"//example-bureau//0",
];

fn example(name: &str) -> String {
	let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples");
	examples.join(name).to_string_lossy().into_owned()
}

/// The two universities hold patents: the import needs their keys as files, like every holder's.
async fn key_files(quanqi: &Quanqi, folder: &Path) -> PathBuf {
	let keys = folder.join("keys");
	std::fs::create_dir(&keys).unwrap();
	for (index, uri) in KEYS.iter().take(2).enumerate() {
		let phrase = folder.join(format!("phrase-{index}"));
		std::fs::write(&phrase, uri).unwrap();
		let file = keys.join(format!("university-{index}.json"));
		let (file, phrase) = (file.to_str().unwrap(), phrase.to_str().unwrap());
		quanqi.succeed(&["key", "import", file, "--phrase-file", phrase, "--plain"]).await.unwrap();
	}
	keys
}

/// Runs an import, and requires that its exit code says whether all rows were taken.
async fn import(quanqi: &Quanqi, arguments: &[&str]) -> Value {
	let ended: Ended = quanqi.run(arguments).await.unwrap();
	let report = ended.json().unwrap_or_else(|_| panic!("no report: {ended:#?}"));
	let all = report["refused"] == 0 && report.get("not_attested").is_none_or(|count| *count == 0);
	assert_eq!(ended.code, if all { 0 } else { SOME_ROWS }, "{ended:#?}");
	report
}

async fn members(quanqi: &Quanqi, keys: &str, file: &str) -> Value {
	let table = example(file);
	let mut arguments = vec!["--key", KEYS[0], "member", "import", &table, "--keys-dir", keys];
	arguments.extend(["--plain", "--default-division", "330100"]);
	KEYS[1..].iter().for_each(|voter| arguments.extend(["--voter", voter]));
	import(quanqi, &arguments).await
}

async fn patents(quanqi: &Quanqi, keys: &str, table: &str) -> Value {
	let holders = example("holders.csv");
	let mut arguments = vec!["achievement", "import", table, "--holders", &holders];
	arguments.extend(["--keys-dir", keys, "--attester", KEYS[3], "--complete-check-digits"]);
	import(quanqi, &arguments).await
}

/// Everything that a node answers about members, records, titles and histories.
async fn contents(rpc: &Rpc) -> (u64, Vec<Value>) {
	let ask = |method: &'static str, number: u64| async move {
		let answer: Value = rpc.request(method, rpc_params![number]).await.unwrap();
		answer["value"].clone()
	};
	let mut members = 0;
	while !ask("members_get", members + 1).await.is_null() {
		members += 1;
	}
	let mut records = Vec::new();
	for number in 1u64.. {
		let record = ask("achievements_get", number).await;
		if record.is_null() {
			break;
		}
		let mut title = ask("rights_title", number).await;
		if let Some(fields) = title.as_object_mut() {
			// The time of the block asked.
			fields.remove("at");
		}
		let history = ask("rights_history", number).await;
		records.push(json!({ "record": record, "title": title, "history": history }));
	}
	(members, records)
}

fn count(report: &Value, field: &str) -> u64 {
	report[field].as_u64().unwrap_or_else(|| panic!("no {field} in {report}"))
}

/// A table with a row that is on the ledger already and one with a wrong check digit.
fn table_with_a_wrong_row(folder: &Path) -> String {
	let table = std::fs::read_to_string(example("patents.csv")).unwrap();
	let mut lines = table.lines();
	let (header, known) = (lines.next().unwrap(), lines.next().unwrap());
	let wrong =
		known.replace("CN201610907263.X", "CN201610907263.1").replace("CN106530353", "CN106530354");
	let file = folder.join("patents.csv");
	std::fs::write(&file, format!("{header}\n{known}\n{wrong}\n")).unwrap();
	file.to_string_lossy().into_owned()
}

#[tokio::test]
async fn import_should_register_nothing_twice_when_it_is_run_again() {
	let network = Network::start(four_institutions, &Plan::validators(4)).await.unwrap();
	let urls = network.urls();
	let (first, last) = (network.node(0).rpc(), network.node(3).rpc());
	let quanqi = Quanqi::at([urls[0].as_str()]).unwrap();
	let folder = tempfile::tempdir().unwrap();
	let keys = key_files(&quanqi, folder.path()).await;
	let keys = keys.to_str().unwrap();

	let mut member_reports = Vec::new();
	for file in ["institutions.csv", "holder-members.csv"] {
		member_reports.push(members(&quanqi, keys, file).await);
	}
	let once = patents(&quanqi, keys, &example("patents.csv")).await;
	let (members_before, records_before) = contents(first).await;
	let admitted: u64 = member_reports.iter().map(|report| count(report, "admitted")).sum();
	assert_eq!(members_before, admitted + KEYS.len() as u64);
	assert_eq!(records_before.len() as u64, count(&once, "entered"));
	let rows = example("patents.csv");
	let rows = std::fs::read_to_string(rows).unwrap().lines().count() as u64 - 1;
	assert_eq!(count(&once, "entered"), rows, "every real row is taken: {once:#}");
	let titled = records_before.iter().filter(|record| !record["title"].is_null()).count();
	assert!(
		titled > 0 && records_before.len() - titled == once["waiting"].as_array().unwrap().len()
	);

	// Through another node: what one finalised, all know.
	let again = Quanqi::at([urls[2].as_str()]).unwrap();
	for (file, before) in ["institutions.csv", "holder-members.csv"].iter().zip(&member_reports) {
		let report = members(&again, keys, file).await;
		assert_eq!(count(&report, "admitted"), 0, "{report:#}");
		assert_eq!(count(&report, "refused"), count(before, "refused"), "{report:#}");
		assert_eq!(count(&report, "known"), count(before, "known") + count(before, "admitted"));
	}
	let twice = patents(&again, keys, &example("patents.csv")).await;
	assert_eq!(count(&twice, "entered"), 0, "{twice:#}");
	assert_eq!(count(&twice, "known"), count(&once, "entered"), "{twice:#}");
	assert_eq!(count(&twice, "refused"), count(&once, "refused"), "{twice:#}");
	assert_eq!((count(&twice, "confirmed"), count(&twice, "attested")), (0, 0), "{twice:#}");

	// A wrong row does not stop the others, and is named by line and field.
	let table = table_with_a_wrong_row(folder.path());
	let ended = again
		.run(&[
			"achievement",
			"import",
			&table,
			"--holders",
			&example("holders.csv"),
			"--keys-dir",
			keys,
		])
		.await
		.unwrap();
	ended.require_refused(SOME_ROWS, "nothing is registered twice");
	let report = ended.json().unwrap();
	assert_eq!((count(&report, "known"), count(&report, "refused")), (1, 1), "{report:#}");
	assert!(ended.errors.contains("line 3, field application_number"), "{}", ended.errors);

	let head = first.finalised().await.unwrap();
	network.await_agreement(&network.all(), head.number).await.unwrap();
	let (members_after, records_after) = contents(last).await;
	assert_eq!(members_after, members_before);
	assert_eq!(records_after, records_before);
}
