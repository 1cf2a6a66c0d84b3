//! Golden files of format 1. A failing test means that the change is wrong, not the file.
//!
//! `QUANQI_WRITE_GOLDEN=1` writes files that are missing, never over one that is there.

use crate::maker::*;
use quanqi_certificate::{verify, Certificate, Trust};
use std::{fs, path::PathBuf};

fn golden(name: &str) -> PathBuf {
	PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name)
}

fn read(name: &str, made: &[u8]) -> Vec<u8> {
	let path = golden(name);
	if !path.exists() && std::env::var_os("QUANQI_WRITE_GOLDEN").is_some() {
		fs::create_dir_all(path.parent().unwrap()).unwrap();
		fs::write(&path, made).unwrap();
	}
	fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn golden_files_should_stay_what_they_are_and_verify() {
	let full = Maker::full();
	let trust = read(
		"trust.json",
		(serde_json::to_string_pretty(&full.trust()).unwrap() + "\n").as_bytes(),
	);
	let trust: Trust = serde_json::from_slice(&trust).unwrap();
	assert_eq!(trust, full.trust());
	let checkpoint = serde_json::to_string_pretty(&full.checkpoint(1)).unwrap() + "\n";
	let checkpoint = read("checkpoint.json", checkpoint.as_bytes());
	let checkpoint: Trust = serde_json::from_slice(&checkpoint).unwrap();
	assert_eq!(checkpoint, full.checkpoint(1));
	for (name, maker) in [
		("provenance.qcert", Maker::full()),
		("short.qcert", Maker { is_short: true, openings: vec![], ..Maker::full() }),
	] {
		let made = maker.make();
		let bytes = read(name, &made.to_bytes());
		assert!(bytes == made.to_bytes(), "{name} is no longer what is made");
		assert_eq!(Certificate::from_bytes(&bytes), Ok(made));
		verify(&bytes, &trust).unwrap();
		verify(&bytes, &checkpoint).unwrap();
	}
}
