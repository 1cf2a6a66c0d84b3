//! Key files and phrases that are none.

use super::{Desk, WRONG_INPUT};

const SIGNED: &str =
	"statute set idle-period --value 2y --from 2030-01-01 --force binding --status draft \
                      --citation X";

/// A desk with a key sealed by the password in `password.txt`.
fn desk_with_key() -> Desk {
	let desk = Desk::new();
	desk.file("password.txt", "correct horse\n");
	let made = desk.type_in("--password-file password.txt key create key.json");
	assert_eq!(made.code, 0, "{}", made.errors);
	desk
}

#[test]
fn phrase_should_be_refused_when_it_is_empty_since_everybody_knows_that_key() {
	let desk = Desk::new();
	for content in ["", "\n", "   \nsecond line\n"] {
		desk.file("phrase.txt", content);
		let ended = desk.type_in("key import key.json --phrase-file phrase.txt --plain");
		ended.refused(WRONG_INPUT, &["phrase.txt, line 1: empty", "recovery phrase"]);
		assert!(!desk.has("key.json"));
	}
	// Nothing comes from standard input either.
	let ended = desk.type_in("key import key.json --plain");
	ended.refused(WRONG_INPUT, &["standard input, line 1: empty"]);
	assert!(!desk.has("key.json"));
}

#[test]
fn phrase_should_be_refused_with_its_file_and_never_repeated_when_it_is_none() {
	let desk = Desk::new();
	desk.file("phrase.txt", "hunter2\n");
	let ended = desk.type_in("key import key.json --phrase-file phrase.txt --plain");
	ended.refused(WRONG_INPUT, &["phrase.txt: ", "recovery phrase"]);
	assert!(!ended.errors.contains("hunter2"), "{}", ended.errors);
	let ended = desk.type_in("key import key.json --phrase-file nowhere.txt --plain");
	ended.refused(WRONG_INPUT, &["nowhere.txt: cannot be read"]);
}

#[test]
fn sealed_key_should_be_refused_when_its_password_is_wrong_or_missing() {
	let desk = desk_with_key();
	desk.file("other.txt", "wrong\n");
	desk.file("empty.txt", "");
	let signed = |options: &str| desk.type_in(&format!("{options} --key key.json {SIGNED}"));
	signed("--password-file other.txt").refused(WRONG_INPUT, &["key.json: wrong password"]);
	signed("--password-file empty.txt").refused(WRONG_INPUT, &["empty.txt: empty"]);
	signed("--password-file nowhere.txt").refused(WRONG_INPUT, &["nowhere.txt: cannot be read"]);
	let json = signed("--json --password-file other.txt").error();
	assert_eq!(json["file"], "key.json");
	assert_eq!(json["code"], WRONG_INPUT);
}

#[test]
fn key_file_should_be_refused_with_what_makes_one_when_it_is_none() {
	let desk = Desk::new();
	desk.file("notes.txt", "not a key\n");
	let ended = desk.type_in("key show notes.txt");
	ended.refused(WRONG_INPUT, &["notes.txt: not a key file", "`quanqi key create`"]);
	let ended = desk.type_in("key show nowhere.json");
	ended.refused(WRONG_INPUT, &["nowhere.json: cannot be read", "`quanqi key create`"]);
	desk.type_in("key create key.json --kind rsa")
		.refused(WRONG_INPUT, &["rsa: none of sr25519 or ed25519"]);
}

#[test]
fn key_should_not_be_written_over_an_existing_file() {
	let desk = desk_with_key();
	let before = super::text_of(&desk.folder.path().join("key.json"));
	let ended = desk.type_in("key create key.json --plain");
	ended.refused(WRONG_INPUT, &["key.json: is there already"]);
	desk.file("phrase.txt", "//Alice\n");
	let ended = desk.type_in("key import key.json --phrase-file phrase.txt --plain");
	ended.refused(WRONG_INPUT, &["key.json: is there already"]);
	assert_eq!(super::text_of(&desk.folder.path().join("key.json")), before);
}
