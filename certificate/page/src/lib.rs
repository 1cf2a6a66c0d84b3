#![doc = include_str!("../README.md")]
#![cfg_attr(target_family = "wasm", no_std)]
#![deny(missing_docs)]
#![cfg_attr(
	not(test),
	deny(
		clippy::unwrap_used,
		clippy::expect_used,
		clippy::indexing_slicing,
		clippy::arithmetic_side_effects,
		clippy::panic
	)
)]

extern crate alloc;

mod abi;
mod answer;

#[cfg(target_family = "wasm")]
mod wasm;

pub use abi::{certificate_release, certificate_reserve, certificate_verify, ANY_AGE};
pub use answer::{
	answer, Answer, CheckLine, CheckState, Failure, InForce, Outcome, Policy, MAX_TRUST_BYTES,
};
