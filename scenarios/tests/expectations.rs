//! A scenario whose expectations are wrong fails, and says where.

use quanqi_scenario::{play, Rehearsal, Scenario};

fn example(name: &str) -> String {
	let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/scenarios/");
	std::fs::read_to_string(format!("{folder}{name}.toml")).unwrap()
}

fn outcome(text: &str) -> Result<usize, String> {
	let scenario = Scenario::parse(text).map_err(|fault| fault.to_string())?;
	let mut stage = Rehearsal::new()?;
	play(&mut stage, &scenario, &mut |_| {}).map_err(|failure| failure.to_string())
}

/// Plays an example with one thing in it replaced; what it fails with, and the line replaced.
fn failure_with(name: &str, old: &str, new: &str) -> (String, usize) {
	let text = example(name);
	assert!(outcome(&text).is_ok(), "{name} is fine as it stands");
	let place = text.find(old).unwrap_or_else(|| panic!("{name} has no {old}"));
	let line = text[..place].lines().count() + usize::from(text[..place].ends_with('\n'));
	(outcome(&text.replacen(old, new, 1)).unwrap_err(), line)
}

fn assert_told(name: &str, old: &str, new: &str, words: &[&str]) {
	let (told, line) = failure_with(name, old, new);
	assert!(told.contains(&format!("line {line}:")), "line {line} is named: {told}");
	for word in words {
		assert!(told.contains(word), "{word} is told: {told}");
	}
}

#[test]
fn play_should_fail_when_what_should_be_refused_is_done() {
	let done = "do = \"Grants.set_approvals\"\n";
	let (told, line) = failure_with("grant-80-20", done, &format!("{done}refused = \"G1\"\n"));
	assert!(told.contains("was done; it should have been refused by \"G1\""), "{told}");
	assert!(told.contains(&format!("line {}", line + 1)), "{told}");
}

#[test]
fn play_should_fail_when_what_should_be_done_is_refused() {
	let (told, _) = failure_with("grant-80-20", "refused = \"G4\"\n", "");
	assert!(told.contains("Grants.propose was refused: G4"), "{told}");
}

#[test]
fn play_should_fail_when_another_rule_refuses() {
	assert_told("grant-80-20", "refused = \"G4\"", "refused = \"G8\"", &["not by \"G8\"", "G4"]);
}

#[test]
fn play_should_fail_when_the_refusal_names_another_record() {
	assert_told("trial-parallel", "naming = 2", "naming = 3", &["without naming 3"]);
}

#[test]
fn play_should_fail_when_the_refusal_has_another_reason() {
	assert_told(
		"trial-converted",
		"because = \"grantor-not-owner\"",
		"because = \"hold-in-the-way\"",
		&["hold-in-the-way", "grantor-not-owner"],
	);
}

#[test]
fn check_should_fail_when_an_amount_is_off_by_one_fen() {
	assert_told("income-nested", "11700.00 CNY", "11700.01 CNY", &["11700.01", "11 700.00"]);
}

#[test]
fn check_should_fail_when_a_share_is_off_by_one_ppm() {
	let (told, _) = failure_with(
		"grant-80-20",
		"owners = { \"浙江大学\" = \"20%\", \"张三\" = \"48%\", \"李四\" = \"32%\" }",
		"owners = { \"浙江大学\" = \"20.0001%\", \"张三\" = \"47.9999%\", \"李四\" = \"32%\" }",
	);
	assert!(told.contains("owners"), "{told}");
}

#[test]
fn step_should_fail_when_it_has_an_unknown_field() {
	assert_told(
		"grant-80-20",
		"legal-basis = 1",
		"legal-bases = 1",
		&["terms", "there is no field legal-bases", "legal-basis"],
	);
}

#[test]
fn step_should_fail_when_a_field_is_missing() {
	let (told, _) = failure_with("grant-80-20", "legal-basis = 1\n", "");
	assert!(told.contains("legal_basis is missing"), "{told}");
}

#[test]
fn step_should_fail_when_nobody_has_the_name() {
	assert_told(
		"grant-80-20",
		"completers = [\"张三\", \"李四\"]",
		"completers = [\"张三\", \"赵六\"]",
		&["no actor is called \"赵六\""],
	);
}

#[test]
fn step_should_fail_when_an_amount_has_no_currency() {
	assert_told(
		"income-nested",
		"open = \"40000 CNY\"",
		"open = \"40000\"",
		&["an amount such as"],
	);
}

#[test]
fn step_should_fail_when_a_variant_is_unknown_and_list_what_there_is() {
	assert_told(
		"grant-80-20",
		"kind = \"invention-patent\"",
		"kind = \"patent-of-invention\"",
		&["invention-patent", "know-how"],
	);
}

#[test]
fn step_should_fail_when_there_is_no_such_call() {
	let (told, _) =
		failure_with("grant-80-20", "\"Grants.set_approvals\"", "\"Grants.approve_all\"");
	assert!(told.contains("Grants has no call approve_all") && told.contains("publish"), "{told}");
}

#[test]
fn wait_should_fail_when_its_moment_has_passed() {
	let (told, _) = failure_with("grant-80-20", "wait = \"18 days\"", "until = 2020-01-01");
	assert!(told.contains("2020-01-01 00:00:00 has passed"), "{told}");
}

#[test]
fn event_should_be_missed_when_it_did_not_happen() {
	assert_told(
		"grant-80-20",
		"ApprovalGiven = { given = 1, needed = 2 }",
		"ApprovalGiven = { given = 2, needed = 2 }",
		&["2 is expected, the ledger has 1"],
	);
}

#[test]
fn file_should_be_refused_when_a_word_is_unknown() {
	let told = outcome("title = \"a\"\nsource = \"b\"\n[[step]]\nwhen = 1\n").unwrap_err();
	assert!(told.contains("line 4: there is no when"), "{told}");
	let told = outcome("title = \"a\"\nsource = \"b\"\n[[step]]\ndo = 1 1\n").unwrap_err();
	assert!(told.contains("line 4") && told.contains("no TOML"), "{told}");
	let told = outcome("title = \"a\"\nsource = \"b\"\n").unwrap_err();
	assert!(told.contains("[[step]] is missing"), "{told}");
}
