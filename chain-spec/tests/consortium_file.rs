//! Every fault of a consortium file is reported with its line and field.

use quanqi_chain_spec::{parse, FileError};

const GOOD: &str = include_str!("../../examples/consortium.toml");

/// An ed25519 peer id, and one of secp256k1, which is none of this network's nodes.
const NODE_ID: &str = "12D3KooW9pP4Seg3kZYhySpuVjn1RPdQBsUFZKiFxGMGQN5MeL6A";
const OTHER_KIND: &str = "16Uiu2HAkuRgsVVjk3drXpeXXvuQrZai9RNup3ToH8wH1wXmuTnRC";
const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
/// The same account under another address prefix.
const ALICE_ELSEWHERE: &str = "15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5";

/// The text with one change; a test whose change does not occur would test nothing.
fn changed_in(text: &str, from: &str, to: &str) -> String {
	assert!(text.contains(from), "{from:?} is not in the file; the test would change nothing");
	text.replacen(from, to, 1)
}

/// The example with one change.
fn changed(from: &str, to: &str) -> String {
	changed_in(GOOD, from, to)
}

/// The example with these lines in place of its first two validators.
fn with_validators(first: &str, second: &str) -> String {
	let text = changed("validator = {}", first);
	changed_in(&text, "validator = {}", second)
}

fn faults(text: &str) -> Vec<FileError> {
	parse(text).expect_err("the file is faulty; qed")
}

fn line_of(text: &str, needle: &str) -> usize {
	text.lines().position(|line| line.contains(needle)).expect("the needle is in the text; qed") + 1
}

fn assert_fault(text: &str, needle: &str, field: &str) {
	let found = faults(text);
	assert!(
		found.iter().any(|fault| fault.line == line_of(text, needle) && fault.field == field),
		"no fault of `{field}` on the line of `{needle}` in {found:?}",
	);
}

#[test]
fn example_file_should_be_accepted() {
	let consortium = parse(GOOD).expect("the example is without fault; qed");
	assert_eq!(consortium.institution.len(), 4);
}

#[test]
fn file_should_be_refused_when_a_field_is_unknown() {
	let text = changed("seat = true", "seat = true\nvotes = 2");
	assert_fault(&text, "votes = 2", "votes");
}

#[test]
fn file_should_be_refused_with_the_field_when_its_value_is_none_of_the_known() {
	assert_fault(&changed("kind = \"exchange\"", "kind = \"castle\""), "castle", "kind");
	let text = changed("[\"validate\", \"register\"", "[\"validate\", \"conquer\"");
	assert_fault(&text, "conquer", "capabilities");
	let text = changed("validator = {}", "validator = { crown = 1 }");
	assert_fault(&text, "crown", "crown");
}

#[test]
fn file_should_be_refused_when_a_credit_code_fails_its_check() {
	let text = changed("12100000400000456B", "12100000400000456C");
	assert_fault(&text, "12100000400000456C", "credit_code");
}

#[test]
fn file_should_be_refused_when_a_credit_code_is_used_twice() {
	let text = changed("12100000400002697C", "12100000400000456B");
	let found = faults(&text);
	assert!(found.iter().any(|fault| fault.message.contains("哈尔滨工业大学")), "{found:?}");
}

#[test]
fn file_should_be_refused_when_a_person_founds_the_network() {
	let text = changed("kind = \"exchange\"", "kind = \"person\"");
	assert_fault(&text, "kind = \"person\"", "kind");
}

#[test]
fn file_should_be_refused_when_a_division_lies_in_no_province() {
	let text = changed("division = 500000", "division = 170000");
	assert_fault(&text, "division = 170000", "division");
}

#[test]
fn file_should_be_refused_when_a_jurisdiction_lies_in_no_province() {
	let text = changed("jurisdiction = 230000", "jurisdiction = 290000");
	assert_fault(&text, "jurisdiction = 290000", "jurisdiction");
}

#[test]
fn file_should_be_refused_when_a_validator_lacks_the_capability() {
	let text = changed("[\"validate\", \"register\"", "[\"register\"");
	assert!(faults(&text).iter().any(|fault| fault.field == "validator"));
}

#[test]
fn file_should_be_refused_when_two_validators_have_one_authoring_key() {
	let key = "ab".repeat(32);
	let again = format!("validator = {{ aura = \"0x{}\" }}", key.to_uppercase());
	let text = with_validators(&format!("validator = {{ aura = \"{key}\" }}"), &again);
	assert_fault(&text, &again, "validator.aura");
	assert_eq!(faults(&text).len(), 1);
}

#[test]
fn file_should_be_refused_when_two_validators_have_one_finality_key() {
	let key = "cd".repeat(32);
	let again = format!("validator = {{ grandpa = \"0x{key}\" }}");
	let text = with_validators(&format!("validator = {{ grandpa = \"{key}\" }}"), &again);
	assert_fault(&text, &again, "validator.grandpa");
}

#[test]
fn file_should_be_accepted_when_one_key_is_for_authoring_here_and_for_finality_there() {
	let key = "cd".repeat(32);
	let text = with_validators(
		&format!("validator = {{ aura = \"{key}\" }}"),
		&format!("validator = {{ grandpa = \"{key}\" }}"),
	);
	assert!(parse(&text).is_ok());
}

#[test]
fn file_should_be_refused_when_two_validators_have_one_node() {
	let again = format!("validator = {{ node_id = \"{NODE_ID}\", address = \"/ip4/10.0.0.2\" }}");
	let text = with_validators(&format!("validator = {{ node_id = \"{NODE_ID}\" }}"), &again);
	assert_fault(&text, &again, "validator.node_id");
}

#[test]
fn file_should_be_refused_when_a_peer_id_is_of_a_kind_that_the_ledger_does_not_take() {
	let text = changed("validator = {}", &format!("validator = {{ node_id = \"{OTHER_KIND}\" }}"));
	assert_fault(&text, OTHER_KIND, "validator.node_id");
}

/// The example with this key of its first institution.
fn with_key(account: &str, permissions: &str) -> String {
	changed(
		"validator = {}\n",
		&format!(
			"validator = {{}}\n\n[[institution.key]]\naccount = \"{account}\"\n\
			 permissions = [{permissions}]\n"
		),
	)
}

#[test]
fn file_should_be_refused_when_no_key_of_an_institution_is_full() {
	let text = with_key(ALICE, "\"register\", \"dispose\"");
	assert_fault(&text, ALICE, "key.permissions");
	assert!(parse(&with_key(ALICE, "\"full\"")).is_ok());
}

#[test]
fn file_should_be_refused_when_two_addresses_are_one_account() {
	let text = changed_in(
		&with_key(ALICE, "\"full\""),
		"[[institution.key]]",
		&format!(
			"[[institution.key]]\naccount = \"{ALICE_ELSEWHERE}\"\npermissions = [\"full\"]\n\n\
			 [[institution.key]]"
		),
	);
	assert_fault(&text, ALICE, "key.account");
}

#[test]
fn file_should_be_refused_when_the_quota_is_too_small_for_a_block() {
	let with_quota = |ref_time: u64, bytes: u64| {
		let quota = format!("{{ window_blocks = 1, ref_time = {ref_time}, bytes = {bytes} }}");
		changed("kind = \"test\"", &format!("kind = \"test\"\nquota = {quota}"))
	};
	let (ref_time, bytes) = (500_000_000_000, 5 * 1024 * 1024);
	assert!(parse(&with_quota(ref_time, bytes)).is_ok());
	assert_fault(&with_quota(ref_time - 1, bytes), "quota = ", "network.quota");
	assert_fault(&with_quota(ref_time, bytes - 1), "quota = ", "network.quota");
}

#[test]
fn file_should_be_refused_when_a_bureau_has_no_jurisdiction() {
	let text = changed("jurisdiction = 230000\n", "");
	assert!(faults(&text).iter().any(|fault| fault.field == "jurisdiction"));
}

#[test]
fn file_should_be_refused_when_a_live_network_counts_minutes() {
	let text = changed("kind = \"test\"", "kind = \"live\"");
	assert!(faults(&text).iter().any(|fault| fault.field == "value"));
}

#[test]
fn file_should_be_refused_when_a_statute_value_does_not_fit_its_rule() {
	let text = changed("{ term = { number = 1, unit = \"minute\" } }", "{ ppm = 3 }");
	assert!(faults(&text).iter().any(|fault| fault.field == "value"));
}

#[test]
fn file_should_report_every_fault_at_once_in_the_order_of_lines() {
	let text = changed_in(
		&changed("12100000400000456B", "12100000400000456C"),
		"division = 500000",
		"division = 5",
	);
	let found = faults(&text);
	assert_eq!(found.len(), 2);
	assert!(found.windows(2).all(|pair| pair[0].line <= pair[1].line));
}

#[test]
fn file_should_be_refused_when_nobody_validates() {
	let text = (0..4).fold(GOOD.to_owned(), |text, _| changed_in(&text, "validator = {}\n", ""));
	assert!(faults(&text).iter().any(|fault| fault.message.contains("nobody would make blocks")));
}

#[test]
fn file_should_be_refused_with_its_line_when_it_is_not_toml() {
	let text = changed("division = 230100", "division 230100");
	assert_eq!(faults(&text)[0].line, line_of(&text, "division 230100"));
}
