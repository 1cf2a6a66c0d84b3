//! Any bytes as a certificate: no panic, and nothing but the golden files is valid under their trust.
//!
//! Begin with the golden files as corpus: `cargo +nightly fuzz run verify corpus/verify ../tests/golden`.

#![no_main]

use quanqi_certificate::{verify, Certificate, Trust};
use std::sync::LazyLock;

static TRUST: LazyLock<[Trust; 2]> = LazyLock::new(|| {
	[
		include_str!("../../tests/golden/trust.json"),
		include_str!("../../tests/golden/checkpoint.json"),
	]
	.map(|text| serde_json::from_str(text).expect("a golden file"))
});

const GOLDEN: [&[u8]; 2] = [
	include_bytes!("../../tests/golden/provenance.qcert"),
	include_bytes!("../../tests/golden/short.qcert"),
];

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
	if let Ok(certificate) = Certificate::from_bytes(bytes) {
		assert_eq!(certificate.to_bytes(), bytes);
	}
	for trust in &*TRUST {
		// Without its openings or with fewer handovers a golden file stays valid and says no more.
		if let Ok(verdict) = verify(bytes, trust) {
			let is_known = |golden: &[u8]| {
				let known = verify(golden, trust).expect("a golden file");
				(known.title, known.head, known.anchor)
					== (verdict.title.clone(), verdict.head, verdict.anchor)
			};
			assert!(GOLDEN.into_iter().any(is_known), "a forged certificate");
		}
	}
});
