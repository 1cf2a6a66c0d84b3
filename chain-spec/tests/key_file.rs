//! Key files open with their password and with nothing else.

use quanqi_chain_spec::key_file::{KeyFile, KeyFileError, KeyKind};

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

#[test]
fn ed25519_key_should_open_as_the_account_of_its_kind() {
	let (file, account) =
		KeyFile::of_phrase(KeyKind::Ed25519, "//Alice", Some("权契")).expect("a good phrase; qed");
	let (usual, other) = KeyFile::from_phrase("//Alice", None).expect("a good phrase; qed");
	assert_ne!(account, other);
	assert!(file.to_json().contains("\"ed25519\"") && !usual.to_json().contains("kind"));
	let read = KeyFile::from_json(&file.to_json()).expect("what was written reads; qed");
	assert_eq!(read.open(Some("权契")), Ok("//Alice".to_owned()));
}

#[test]
fn key_should_be_refused_when_its_kind_was_changed() {
	let (mut file, _) =
		KeyFile::generate_of(KeyKind::Ed25519, None).expect("keys can be made; qed");
	file.kind = KeyKind::Sr25519;
	assert!(matches!(file.open(None), Err(KeyFileError::WrongAccount { .. })));
}
