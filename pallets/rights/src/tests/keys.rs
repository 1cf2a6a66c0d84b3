//! Keys that certificates prove are fixed for ever (docs/fixed-for-ever.md).

use super::*;
use crate::{Heads, History, Titles as Stored};
use codec::Encode;
use sp_io::hashing::{blake2_128, twox_128, twox_64};

fn prefix(item: &str) -> Vec<u8> {
	[twox_128(b"Rights"), twox_128(item.as_bytes())].concat()
}

fn by_achievement(item: &str) -> Vec<u8> {
	let id = PATENT.encode();
	[prefix(item), blake2_128(&id).to_vec(), id].concat()
}

#[test]
fn keys_of_titles_and_heads_should_be_the_ones_that_certificates_prove() {
	assert_eq!(Stored::<Test>::hashed_key_for(PATENT), by_achievement("Titles"));
	assert_eq!(Heads::<Test>::hashed_key_for(PATENT), by_achievement("Heads"));
}

#[test]
fn keys_of_entries_should_be_the_ones_that_certificates_prove() {
	let sequence = 7u32.encode();
	let expected =
		[by_achievement("History"), twox_64(&sequence).to_vec(), sequence.clone()].concat();
	assert_eq!(History::<Test>::hashed_key_for(PATENT, 7), expected);
}
