//! Bytes become a history; every step is checked as in the property tests.

#![no_main]

#[path = "../../tests/law/actions.rs"]
mod actions;
#[path = "../../tests/law/oracle.rs"]
mod oracle;
#[allow(dead_code)]
#[path = "../../tests/law/world.rs"]
mod world;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| oracle::check(bytes));
