//! Everything that attacks a certificate, on certificates made of real signatures and real state proofs.

mod advance;
mod blocks;
mod compare;
mod contracts;
mod differential;
mod fields;
mod finality;
mod fixtures;
mod form;
mod golden;
mod handover;
mod history;
mod maker;
mod seeds;
mod sizes;
mod state;
mod votes;

/// The world of the tests of `quanqi-title`: lawful histories in few words.
#[allow(dead_code)]
#[path = "../../../primitives/title/tests/law/world.rs"]
mod world;

use quanqi_certificate::{verify, verify_decoded, Certificate, Error, Trust};

/// Refused, with this error, whether read from the file or given decoded.
#[track_caller]
fn refused(certificate: &Certificate, trust: &Trust, error: Error) {
	assert_eq!(verify(&certificate.to_bytes(), trust).unwrap_err(), error);
	assert_eq!(verify_decoded(certificate, trust).unwrap_err(), error);
}

/// Whether to try everything: in an optimised build, or where `QUANQI_THOROUGH` is set.
fn is_thorough() -> bool {
	!cfg!(debug_assertions) || std::env::var_os("QUANQI_THOROUGH").is_some()
}
