//! Any bytes as a certificate whose finality nobody asks for: the checks behind it see everything, and no
//! panic. What is claimed comes back the same from the JSON form.

#![no_main]

use quanqi_certificate::{claims, Certificate};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
	let Ok(certificate) = Certificate::from_bytes(bytes) else { return };
	let claimed = claims(&certificate);
	let json = serde_json::to_vec(&certificate);
	// A name that is not text has no JSON form, and cannot be claimed.
	assert!(json.is_ok() || claimed.is_err());
	if let Ok(json) = json {
		// JSON may refuse what SCALE lets pass, such as a name of white space; then no claim stands either.
		match serde_json::from_slice::<Certificate>(&json) {
			Ok(again) => assert_eq!(again, certificate),
			Err(_) => assert!(claimed.is_err()),
		}
	}
});
