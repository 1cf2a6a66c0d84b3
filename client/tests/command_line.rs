//! What the program says and how it exits when something is wrong, without a network.

mod common;

use common::NOBODY;
use std::{
	path::{Path, PathBuf},
	process::Output,
};

fn quanqi(arguments: &[&str]) -> Output {
	common::quanqi().args(arguments).output().unwrap()
}

fn code(output: &Output) -> i32 {
	output.status.code().unwrap()
}

fn errors(output: &Output) -> String {
	String::from_utf8_lossy(&output.stderr).into_owned()
}

fn answers(output: &Output) -> String {
	String::from_utf8_lossy(&output.stdout).into_owned()
}

fn file(folder: &Path, name: &str, content: &[u8]) -> PathBuf {
	let path = folder.join(name);
	std::fs::write(&path, content).unwrap();
	path
}

/// Imports a table of members; nothing listens, so only what is wrong in the file is reported before
/// the program finds that out.
fn import(content: &[u8]) -> Output {
	let folder = tempfile::tempdir().unwrap();
	let table = file(folder.path(), "members.csv", content);
	let table = table.to_str().unwrap();
	quanqi(&["--url", NOBODY, "--insecure-uri", "--key", "//Alice", "member", "import", table])
}

#[test]
fn command_should_say_that_no_node_answers_when_none_does() {
	let output = quanqi(&["--url", NOBODY, "rights", "title", "1"]);
	assert_eq!(code(&output), 3);
	let text = errors(&output);
	assert!(text.contains(NOBODY) && text.contains("is the node running"), "{text}");
	assert!(answers(&output).is_empty());
}

#[test]
fn error_should_be_json_when_json_is_asked_for() {
	let output = quanqi(&["--url", NOBODY, "--json", "rights", "title", "1"]);
	let error: serde_json::Value = serde_json::from_slice(&output.stderr).unwrap();
	assert_eq!(error["error"]["kind"], "unreachable");
	assert_eq!(error["error"]["code"], 3);
}

#[test]
fn address_should_be_refused_when_it_is_none() {
	let output = quanqi(&["--url", "localhost", "rights", "title", "1"]);
	assert_eq!(code(&output), 2);
	assert!(errors(&output).contains("ws://127.0.0.1:9944"));
}

#[test]
fn genesis_should_be_refused_when_it_is_no_hash() {
	let output = quanqi(&["--genesis", "0x12", "network", "status"]);
	assert_eq!(code(&output), 2);
	assert!(errors(&output).contains("64 hexadecimal digits"));
}

#[test]
fn signing_command_should_ask_for_a_key_when_none_is_given() {
	let output = quanqi(&["--url", NOBODY, "member", "import", "x.csv"]);
	assert_eq!(code(&output), 2);
	let folder = tempfile::tempdir().unwrap();
	let table =
		file(folder.path(), "m.csv", b"name_zh,kind,uscc\na,university,12100000400000624D\n");
	let output = quanqi(&["--url", NOBODY, "member", "import", table.to_str().unwrap()]);
	assert_eq!(code(&output), 2);
	assert!(errors(&output).contains("--key"), "{}", errors(&output));
}

#[test]
fn secret_on_the_command_line_should_be_refused_unless_it_is_allowed() {
	let table = b"name_zh,kind,uscc\na,university,12100000400000624D\n";
	let folder = tempfile::tempdir().unwrap();
	let table = file(folder.path(), "m.csv", table);
	let output =
		quanqi(&["--url", NOBODY, "--key", "//Alice", "member", "import", table.to_str().unwrap()]);
	assert_eq!(code(&output), 2);
	assert!(errors(&output).contains("--insecure-uri"));
}

#[test]
fn table_should_be_refused_when_it_is_empty_or_lacks_columns() {
	let output = import(b"");
	assert_eq!(code(&output), 2);
	assert!(errors(&output).contains("the file is empty"), "{}", errors(&output));
	let output = import(b"name_zh,uscc\nx,y\n");
	assert_eq!(code(&output), 2);
	assert!(errors(&output).contains("missing columns: kind"), "{}", errors(&output));
	let output =
		quanqi(&["--insecure-uri", "--key", "//Alice", "member", "import", "/nowhere.csv"]);
	assert_eq!(code(&output), 2);
	assert!(errors(&output).contains("cannot be read"));
}

#[test]
fn every_invalid_code_should_be_reported_with_line_and_field_before_anything_is_signed() {
	let invalid = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/invalid-credit-codes.csv");
	let mut table = String::from("name_zh,kind,uscc\n");
	let mut codes = Vec::new();
	for row in csv::Reader::from_path(invalid).unwrap().records() {
		let row = row.unwrap();
		table.push_str(&format!("机构{},hospital,{}\n", codes.len(), &row[1]));
		codes.push(row[1].to_owned());
	}
	let output = import(table.as_bytes());
	assert_eq!(code(&output), 6, "no row is left, so no node is asked");
	let text = errors(&output);
	for (index, wrong) in codes.iter().enumerate() {
		let place = format!("line {}, field uscc: {wrong}", index + 2);
		assert!(text.contains(&place), "{place}\n{text}");
	}
	assert!(text.contains("GB 11714") && text.contains("GB 32100-2015"), "{text}");
}

#[test]
fn text_should_be_reported_with_line_and_field_when_it_is_not_utf8_or_too_long() {
	let output = import(b"name_zh,kind,uscc\n\xff\xfe,university,12100000400000624D\n");
	assert!(errors(&output).contains("line 2, field name_zh: not UTF-8"), "{}", errors(&output));
	let long = "长".repeat(100);
	let table = format!("name_zh,kind,uscc\n{long},hospital,12130000401761003G\n");
	let output = import(table.as_bytes());
	let text = errors(&output);
	assert!(text.contains("field name_zh") && text.contains("300 bytes"), "{text}");
}

#[test]
fn identifier_should_be_refused_when_its_check_digit_is_wrong() {
	let output = quanqi(&["achievement", "find", "CN201610907263.1"]);
	assert_eq!(code(&output), 2);
	assert!(errors(&output).contains("should be X, not 1"), "{}", errors(&output));
}

#[test]
fn share_and_date_should_be_refused_when_they_are_none() {
	let output = quanqi(&["rights", "transfer", "1", "--to", "3", "--part", "120%"]);
	assert_eq!(code(&output), 2);
	assert!(errors(&output).contains("more than the whole"));
	let output = quanqi(&["rights", "license", "1", "--to", "3", "--until", "2026-02-30"]);
	assert_eq!(code(&output), 2);
	assert!(errors(&output).contains("YYYY-MM-DD"));
}

#[test]
fn consortium_file_should_be_refused_when_it_is_malformed() {
	let folder = tempfile::tempdir().unwrap();
	let wrong = file(folder.path(), "c.toml", b"[network]\nname = 3\n");
	let output = quanqi(&["network", "check", wrong.to_str().unwrap()]);
	assert_eq!(code(&output), 2);
	let text = errors(&output);
	assert!(text.contains("c.toml") && text.contains("line "), "{text}");
}

#[test]
fn example_consortium_should_be_good() {
	let good = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/consortium.toml");
	let output = quanqi(&["network", "check", good]);
	assert_eq!(code(&output), 0, "{}", errors(&output));
}

#[test]
fn key_should_be_made_sealed_shown_and_never_overwritten() {
	let folder = tempfile::tempdir().unwrap();
	let password = file(folder.path(), "password.txt", b"correct horse\n");
	let key = folder.path().join("alice.json");
	let (password, key) = (password.to_str().unwrap(), key.to_str().unwrap());
	let output = quanqi(&["key", "create", key]);
	assert_eq!(code(&output), 2, "a password is needed");
	let output = quanqi(&["--password-file", password, "--json", "key", "create", key]);
	assert_eq!(code(&output), 0, "{}", errors(&output));
	let made: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
	assert_eq!(made["sealed"], true);
	assert!(made["phrase"].is_null());
	let output = quanqi(&["--password-file", password, "key", "create", key]);
	assert_eq!(code(&output), 2);
	assert!(errors(&output).contains("never overwritten"));
	let output = quanqi(&["key", "show", key]);
	assert!(answers(&output).contains(made["account"].as_str().unwrap()));
	let output = quanqi(&["key", "show", key, "--reveal"]);
	assert_eq!(code(&output), 2, "sealed without a password");
	let output = quanqi(&["--password-file", password, "--json", "key", "show", key, "--reveal"]);
	let shown: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
	assert!(shown["phrase"].as_str().unwrap().split(' ').count() >= 12);
}

#[test]
fn help_should_have_examples_and_exit_codes() {
	let output = quanqi(&["--help"]);
	assert_eq!(code(&output), 0);
	let text = answers(&output);
	for words in ["Exit codes", "achievement", "rights", "权属", "成员"] {
		assert!(text.contains(words), "{words}");
	}
	let output = quanqi(&["rights", "license", "--help"]);
	assert!(answers(&output).contains("Example"));
}
