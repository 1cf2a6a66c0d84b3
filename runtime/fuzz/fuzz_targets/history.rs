//! Bytes become a history of any calls by anybody: each eight of them make a block. A crash is a
//! panic, a refusal without a name, or a broken invariant.

#![no_main]

#[allow(dead_code, reason = "the tests use more of it")]
#[path = "../../tests/common/mod.rs"]
mod common;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
	let seeds: Vec<u64> = bytes
		.chunks_exact(8)
		.map(|chunk| u64::from_le_bytes(chunk.try_into().expect("a chunk has eight bytes")))
		.collect();
	common::history::play(&seeds);
});
