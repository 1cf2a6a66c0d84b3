//! Past faults of the verifier: each left a file that it once judged wrongly, with what it has to say of it.
//!
//! To add one: `NAME.qcert`, `NAME.trust.json`, and in `NAME.txt` the sentence of the error, or `valid`.

use quanqi_certificate::{verify, Certificate, Error, Trust};
use std::{fs, path::PathBuf};

fn folder() -> PathBuf {
	PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

/// Keeps a certificate and what has to be said of it; with `QUANQI_WRITE_GOLDEN=1`, where it is missing.
pub(crate) fn keep(name: &str, certificate: &Certificate, trust: &Trust, error: Error) {
	let path = folder().join(name).with_extension("qcert");
	if !path.exists() && std::env::var_os("QUANQI_WRITE_GOLDEN").is_some() {
		fs::write(&path, certificate.to_bytes()).unwrap();
		let trust = serde_json::to_string_pretty(trust).unwrap() + "\n";
		fs::write(path.with_extension("trust.json"), trust).unwrap();
		fs::write(path.with_extension("txt"), format!("{error}\n")).unwrap();
	}
	assert!(fs::read(path).unwrap() == certificate.to_bytes(), "{name} is no longer what is made");
}

#[test]
fn past_faults_should_stay_mended() {
	let mut checked = 0;
	for entry in fs::read_dir(folder()).unwrap() {
		let path = entry.unwrap().path();
		if path.extension().is_none_or(|extension| extension != "qcert") {
			continue;
		}
		let trust = fs::read(path.with_extension("trust.json")).unwrap();
		let trust: Trust = serde_json::from_slice(&trust).unwrap();
		let said = match verify(&fs::read(&path).unwrap(), &trust) {
			Ok(_) => "valid".to_owned(),
			Err(error) => error.to_string(),
		};
		let expected = fs::read_to_string(path.with_extension("txt")).unwrap();
		assert_eq!(said, expected.trim_end(), "{}", path.display());
		checked += 1;
	}
	assert!(checked > 0);
}
