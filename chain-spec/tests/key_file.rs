//! Key files open with their password and with nothing else.

use quanqi_chain_spec::key_file::{KeyFile, KeyFileError};

#[test]
fn sealed_key_should_open_when_the_password_is_right() {
	let (file, _) = KeyFile::from_phrase("//Alice", Some("权契")).expect("a good phrase; qed");
	let read = KeyFile::from_json(&file.to_json()).expect("what was written reads; qed");
	assert_eq!(read.open(Some("权契")), Ok("//Alice".to_owned()));
}

#[test]
fn sealed_key_should_stay_closed_when_the_password_is_wrong() {
	let (file, _) = KeyFile::from_phrase("//Alice", Some("one")).expect("a good phrase; qed");
	assert_eq!(file.open(Some("two")), Err(KeyFileError::WrongPassword));
}

#[test]
fn sealed_key_should_stay_closed_when_there_is_no_password() {
	let (file, _) = KeyFile::from_phrase("//Alice", Some("one")).expect("a good phrase; qed");
	assert_eq!(file.open(None), Err(KeyFileError::PasswordNeeded));
}

#[test]
fn sealed_key_should_not_show_its_phrase() {
	let (file, _) = KeyFile::from_phrase("//Alice", Some("one")).expect("a good phrase; qed");
	assert!(!file.to_json().contains("//Alice"));
}

#[test]
fn key_should_be_refused_when_its_account_is_not_its_own() {
	let (mut file, _) = KeyFile::from_phrase("//Alice", None).expect("a good phrase; qed");
	let (other, _) = KeyFile::from_phrase("//Bob", None).expect("a good phrase; qed");
	file.account = other.account;
	assert!(matches!(file.open(None), Err(KeyFileError::WrongAccount { .. })));
}

#[test]
fn key_should_be_refused_when_its_version_is_unknown() {
	let (mut file, _) = KeyFile::generate(None).expect("keys can always be made; qed");
	file.version = 2;
	assert_eq!(KeyFile::from_json(&file.to_json()).unwrap_err(), KeyFileError::UnknownVersion(2));
}
