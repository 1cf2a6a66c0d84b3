//! Every fault of a consortium file is reported with its line and field.

use quanqi_chain_spec::{parse, FileError};

const GOOD: &str = include_str!("../../examples/consortium.toml");

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
	let text = GOOD.replacen("seat = true", "seat = true\nvotes = 2", 1);
	assert_fault(&text, "votes = 2", "votes");
}

#[test]
fn file_should_be_refused_when_a_credit_code_fails_its_check() {
	let text = GOOD.replacen("12100000400000456B", "12100000400000456C", 1);
	assert_fault(&text, "12100000400000456C", "credit_code");
}

#[test]
fn file_should_be_refused_when_a_credit_code_is_used_twice() {
	let text = GOOD.replacen("12100000400002697C", "12100000400000456B", 1);
	let found = faults(&text);
	assert!(found.iter().any(|fault| fault.message.contains("哈尔滨工业大学")), "{found:?}");
}

#[test]
fn file_should_be_refused_when_a_validator_lacks_the_capability() {
	let text = GOOD.replacen("[\"validate\", \"register\"", "[\"register\"", 1);
	assert!(faults(&text).iter().any(|fault| fault.field == "validator"));
}

#[test]
fn file_should_be_refused_when_a_bureau_has_no_jurisdiction() {
	let text = GOOD.replacen("jurisdiction = 230000\n", "", 1);
	assert!(faults(&text).iter().any(|fault| fault.field == "jurisdiction"));
}

#[test]
fn file_should_be_refused_when_a_live_network_counts_minutes() {
	let text = GOOD.replacen("kind = \"test\"", "kind = \"live\"", 1);
	assert!(faults(&text).iter().any(|fault| fault.field == "value"));
}

#[test]
fn file_should_be_refused_when_a_statute_value_does_not_fit_its_rule() {
	let text = GOOD.replacen("{ term = { number = 1, unit = \"minute\" } }", "{ ppm = 3 }", 1);
	assert!(faults(&text).iter().any(|fault| fault.field == "value"));
}

#[test]
fn file_should_report_every_fault_at_once_in_the_order_of_lines() {
	let text = GOOD.replacen("12100000400000456B", "12100000400000456C", 1).replacen(
		"division = 500000",
		"division = 5",
		1,
	);
	let found = faults(&text);
	assert_eq!(found.len(), 2);
	assert!(found.windows(2).all(|pair| pair[0].line <= pair[1].line));
}

#[test]
fn file_should_be_refused_when_nobody_validates() {
	let text = GOOD.replace("validator = {}\n", "");
	assert!(faults(&text).iter().any(|fault| fault.message.contains("nobody would make blocks")));
}

#[test]
fn file_should_be_refused_with_its_line_when_it_is_not_toml() {
	let text = GOOD.replacen("division = 230100", "division 230100", 1);
	assert_eq!(faults(&text)[0].line, line_of(&text, "division 230100"));
}
