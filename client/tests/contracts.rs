//! Contracts off line: what is sealed stays secret, what is signed is what was meant.

mod common;

use common::NOBODY;
use pallet_technology_contracts::{signing::SigningPayload, Seal};
use quanqi::{
	input::contract::{without_chain, TermsFile},
	offline::{self, PayloadFile, SignatureFile},
};
use quanqi_types::{ContractId, MemberId, Moment};
use std::{
	path::{Path, PathBuf},
	process::Output,
};

const SECRETS: [&str; 3] = ["7654321", "7000000.00", "two prototypes"];

fn example(name: &str) -> PathBuf {
	Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/contracts").join(name)
}

/// Runs the program in a folder, with everything logged that it can log.
fn quanqi(folder: &Path, arguments: &[&str]) -> Output {
	let mut command = common::quanqi();
	command.current_dir(folder).args(["--url", NOBODY, "--verbose"]).args(arguments);
	command.output().unwrap()
}

fn said(output: &Output) -> String {
	format!(
		"{}{}",
		String::from_utf8_lossy(&output.stdout),
		String::from_utf8_lossy(&output.stderr)
	)
}

fn says_nothing_secret(output: &Output) {
	for secret in SECRETS {
		assert!(!said(output).contains(secret), "{}", said(output));
	}
}

/// Seals the example: the folder has `opening.json` and `sealed.toml` then.
fn sealed() -> tempfile::TempDir {
	let folder = tempfile::tempdir().unwrap();
	let example = example("sealed-licence.toml");
	let arguments = ["--opening", "opening.json", "--terms", "sealed.toml"];
	let mut all = vec!["contract", "seal", example.to_str().unwrap()];
	all.extend(arguments);
	let output = quanqi(folder.path(), &all);
	assert!(output.status.success(), "{}", said(&output));
	says_nothing_secret(&output);
	folder
}

#[test]
fn sealing_should_leave_every_value_in_the_opening_file_alone() {
	let folder = sealed();
	let terms = std::fs::read_to_string(folder.path().join("sealed.toml")).unwrap();
	let opening = std::fs::read_to_string(folder.path().join("opening.json")).unwrap();
	for secret in SECRETS {
		assert!(!terms.contains(secret) && opening.contains(secret), "{secret}");
	}
	let path = folder.path().join("sealed.toml");
	let file = TermsFile::read(&path).unwrap();
	assert!(without_chain(&path, |book| file.terms(book, false)).unwrap().is_sealed());
	let draft = example("sealed-licence.toml");
	let output = quanqi(folder.path(), &["contract", "draft", draft.to_str().unwrap()]);
	assert_eq!(output.status.code(), Some(2), "what is in the clear is never sent");
	assert!(said(&output).contains("quanqi contract seal"), "{}", said(&output));
	says_nothing_secret(&output);
}

#[cfg(unix)]
#[test]
fn opening_file_should_be_its_owners_alone() {
	use std::os::unix::fs::PermissionsExt;
	let folder = sealed();
	let mode = |name: &str| {
		std::fs::metadata(folder.path().join(name)).unwrap().permissions().mode() & 0o777
	};
	assert_eq!(mode("opening.json"), 0o600);
	let output = quanqi(
		folder.path(),
		&["contract", "open", "opening.json", "--field", "price", "--out", "shown.json"],
	);
	assert!(output.status.success(), "{}", said(&output));
	assert_eq!(mode("shown.json"), 0o600);
}

#[test]
fn shown_field_should_verify_under_the_root_and_fail_when_anything_is_changed() {
	let folder = sealed();
	let output = quanqi(
		folder.path(),
		&["contract", "open", "opening.json", "--field", "price", "--out", "shown.json"],
	);
	assert!(output.status.success(), "{}", said(&output));
	says_nothing_secret(&output);
	let path = folder.path().join("shown.json");
	let shown = std::fs::read_to_string(&path).unwrap();
	assert!(shown.contains("7654321") && !shown.contains("two prototypes"));
	let json: serde_json::Value = serde_json::from_str(&shown).unwrap();
	let seal: Seal = serde_json::from_value(json["seal"].clone()).unwrap();
	let (root, fields) = (hex::encode(seal.root), seal.fields.to_string());
	let verify = |text: &str, more: &[&str]| {
		std::fs::write(&path, text).unwrap();
		let mut all = vec!["contract", "verify-opening", "shown.json"];
		all.extend(["--root", root.as_str(), "--fields", fields.as_str()]);
		all.extend(more);
		quanqi(folder.path(), &all)
	};
	let output = verify(&shown, &[]);
	assert_eq!(output.status.code(), Some(0), "{}", said(&output));
	says_nothing_secret(&output);
	assert!(said(&verify(&shown, &["--reveal"])).contains("7654321.09 CNY"));
	let zeros = "0".repeat(64);
	let salt = json["openings"][0]["field"]["salt"].as_str().unwrap().to_owned();
	for (from, to) in [
		("7654321.09", "7654321.10"),
		("\"price\"", "\"technology-amount\""),
		(salt.as_str(), zeros.as_str()),
	] {
		let output = verify(&shown.replace(from, to), &["--reveal"]);
		assert_eq!(output.status.code(), Some(1), "{from}");
		assert!(said(&output).contains("C11"), "{}", said(&output));
	}
}

/// A payload of the example licence for member 4, in a folder with a key.
fn payload() -> (tempfile::TempDir, SigningPayload) {
	let folder = tempfile::tempdir().unwrap();
	let path = example("licence.toml");
	let file = TermsFile::read(&path).unwrap();
	let terms = without_chain(&path, |book| file.terms(book, false)).unwrap();
	let until = Moment(1_900_000_000_000);
	let payload =
		SigningPayload::new([5; 32], ContractId(7), 1, &terms, MemberId(4), None, until).unwrap();
	let text = serde_json::to_string(&PayloadFile { payload, terms }).unwrap();
	std::fs::write(folder.path().join("payload.json"), text).unwrap();
	std::fs::write(folder.path().join("password.txt"), "correct horse\n").unwrap();
	let create = ["--password-file", "password.txt", "key", "create", "key.json"];
	let output = quanqi(folder.path(), &[&create[..], &["--kind", "ed25519"]].concat());
	assert!(output.status.success(), "{}", said(&output));
	(folder, payload)
}

fn sign(folder: &Path, more: &[&str]) -> Output {
	let mut all = vec!["--password-file", "password.txt", "--key", "key.json"];
	all.extend(more.iter().take_while(|word| **word != "--"));
	all.extend(["contract", "sign-offline", "--payload", "payload.json"]);
	all.extend(more.iter().skip_while(|word| **word != "--").skip(1));
	quanqi(folder, &all)
}

#[test]
fn signature_should_be_made_without_a_network_and_be_of_its_payload_alone() {
	let (folder, payload) = payload();
	let expect = example("licence.toml");
	let expect = expect.to_str().unwrap();
	let output = sign(folder.path(), &["--", "--expect", expect, "--out", "signature.json"]);
	assert!(output.status.success(), "{}", said(&output));
	assert!(said(&output).contains("HIT-2026-017"), "the signer sees what it signs");
	let signed: SignatureFile = offline::read(&folder.path().join("signature.json")).unwrap();
	assert!(offline::verify(&payload, &signed.signature));
	let others = [
		SigningPayload { genesis: [6; 32], ..payload },
		SigningPayload { contract: ContractId(8), ..payload },
		SigningPayload { version: 2, ..payload },
		SigningPayload { terms: [1; 32], ..payload },
	];
	assert!(others.iter().all(|other| !offline::verify(other, &signed.signature)));
}

#[test]
fn signing_should_be_refused_when_network_terms_or_key_are_others() {
	let (folder, _) = payload();
	let genesis = "06".repeat(32);
	let output = sign(folder.path(), &["--genesis", &genesis]);
	assert!(said(&output).contains("another network"), "{}", said(&output));
	let other = example("transfer.toml");
	let output = sign(folder.path(), &["--", "--expect", other.to_str().unwrap()]);
	assert!(said(&output).contains("not the terms that are expected"), "{}", said(&output));
	let create = ["--password-file", "password.txt", "key", "create", "usual.json"];
	assert!(quanqi(folder.path(), &create).status.success());
	let usual = ["--password-file", "password.txt", "--key", "usual.json", "contract"];
	let rest = ["sign-offline", "--payload", "payload.json"];
	let output = quanqi(folder.path(), &[&usual[..], &rest[..]].concat());
	assert_eq!(output.status.code(), Some(2));
	assert!(said(&output).contains("--kind ed25519"), "{}", said(&output));
}

#[test]
fn file_of_terms_should_be_refused_with_its_place_before_a_node_is_asked() {
	let folder = tempfile::tempdir().unwrap();
	let good = std::fs::read_to_string(example("transfer.toml")).unwrap();
	let wrong = good.replace("total = \"3200000.00\"", "total = \"3200000.01\"");
	std::fs::write(folder.path().join("terms.toml"), wrong).unwrap();
	let output = quanqi(folder.path(), &["contract", "draft", "terms.toml"]);
	assert_eq!(output.status.code(), Some(2));
	let text = said(&output);
	assert!(text.contains("terms.toml") && text.contains("field price"), "{text}");
	assert!(text.contains("3 200 000.00 CNY"), "{text}");
}
