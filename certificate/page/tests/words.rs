//! The page's words are those of the ledger: a code that the ledger adds has to get one.
#![allow(missing_docs, clippy::unwrap_used)]

use quanqi_certificate::Check;
use quanqi_types::{AchievementKind, LedgerStatus, MemberKind, OfficialStatus, UseForm};
use serde::Serialize;

const WORDS: &str = include_str!("../site/words.js");

/// The lines of one list of `words.js`.
fn list(name: &str) -> &str {
	let (_, rest) = WORDS.split_once(&format!("\n\t\t\"{name}\": {{\n")).unwrap();
	rest.split_once("\n\t\t},").unwrap().0
}

fn check_list<T: Serialize>(name: &str, codes: &[T]) {
	for code in codes {
		let code = serde_json::to_string(code).unwrap();
		assert!(list(name).contains(&format!("{code}: [")), "no word for {name} {code}");
	}
	assert_eq!(list(name).lines().count(), codes.len(), "{name} names what is no code");
}

#[test]
fn words_should_name_each_code_of_the_ledger_and_no_other() {
	check_list("kind", AchievementKind::ALL);
	check_list("official", OfficialStatus::ALL);
	check_list("ledger", LedgerStatus::ALL);
	check_list("form", UseForm::ALL);
	check_list("member", MemberKind::ALL);
	check_list("check", &Check::ALL);
}
