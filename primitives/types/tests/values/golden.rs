//! Bytes that must never change: state proofs and certificates are made of them.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use proptest::prelude::*;
use quanqi_types::{merkle, *};

fn assert_golden<T>(value: T, golden: &str)
where
	T: Encode + Decode + DecodeWithMemTracking + MaxEncodedLen + PartialEq + core::fmt::Debug,
{
	let bytes = value.encode();
	assert_eq!(hex::encode(&bytes), golden);
	assert_eq!(T::decode(&mut bytes.as_slice()).unwrap(), value);
	assert!(bytes.len() <= T::max_encoded_len());
}

#[test]
fn shares_bytes_should_be_the_golden_ones() {
	let shares = Shares::equal([MemberId(7), MemberId(258)]).unwrap();
	assert_golden(shares, "080700000020a107000201000020a1070001");
}

#[test]
fn scope_bytes_should_be_the_golden_ones() {
	assert_golden(Scope::everything(), "0000001f");
	let territories = Territories::only([Territory::Province(33), Territory::Country(*b"HK")]);
	let fields = FieldsOfUse::only(["G06T".parse().unwrap()]);
	let scope = Scope {
		territories: territories.unwrap(),
		fields: fields.unwrap(),
		acts: Acts::MAKE.and(Acts::USE),
	};
	assert_golden(scope, "010800484b012101044730365403");
}

#[test]
fn period_bytes_should_be_the_golden_ones() {
	assert_golden(Period::open(Moment(1)), "010000000000000000");
	assert_golden(
		Period::new(Moment(1), Moment(1_795_276_800_000)),
		"0100000000000000010000d6fea1010000",
	);
}

#[test]
fn digest_bytes_should_be_the_golden_ones() {
	assert_golden(Digest::Sha256([0xab; 32]), &format!("00{}", "ab".repeat(32)));
	assert_golden(Digest::Sm3([0xab; 32]), &format!("01{}", "ab".repeat(32)));
	assert_golden(Digest::Blake2b256([0xab; 32]), &format!("02{}", "ab".repeat(32)));
}

#[test]
fn identifier_bytes_should_be_the_golden_ones() {
	let application =
		Identifier::new(IdentifierScheme::Application, *b"CN", None, "CN201610907263.X").unwrap();
	assert_golden(application, "00434e003432303136313039303732363358");
	let internal =
		Identifier::new(IdentifierScheme::Internal, *b"CN", Some(MemberId(7)), "K-1").unwrap();
	assert_golden(internal, "06434e01070000000c4b2d31");
}

#[test]
fn amount_and_term_bytes_should_be_the_golden_ones() {
	assert_golden(Amount::fen(256), "00010000000000000000000000000000434e59");
	assert_golden(Term::new(10, TermUnit::Year), "0a00000004");
	assert_golden(Date(20_778), "2a510000");
}

#[test]
fn hashes_should_be_the_golden_ones() {
	// Computed apart from this crate, with another implementation of BLAKE2b.
	let commitment = Commitment::new([7; 32], b"value");
	assert_eq!(
		commitment.to_string(),
		"0fc952e7811140048c5f5a10bd4211a8b182815a3b9fc69e5b81f2fada2a59ff"
	);
	let root = merkle::root(&["a", "b", "c"]).unwrap();
	assert_eq!(
		hex::encode(root),
		"cd36a41fd9ae0b2e7ffe210da38d6ebbf221f049b564a36b23743ece9b7dfb69"
	);
}

/// Whatever bytes arrive, decoding refuses them or gives a value with those very bytes.
fn assert_one_form<T: Encode + Decode>(bytes: &[u8]) {
	let mut input = bytes;
	if let Ok(value) = T::decode(&mut input) {
		let used = &bytes[..bytes.len() - input.len()];
		assert_eq!(value.encode(), used);
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(2_000))]

	#[test]
	fn decode_should_never_panic_and_never_give_two_forms_of_one_value(
		bytes in proptest::collection::vec(prop_oneof![0u8..6, any::<u8>()], 0..96),
	) {
		assert_one_form::<Shares>(&bytes);
		assert_one_form::<Scope>(&bytes);
		assert_one_form::<Period>(&bytes);
		assert_one_form::<Digest>(&bytes);
		assert_one_form::<Identifier>(&bytes);
		assert_one_form::<Amount>(&bytes);
		assert_one_form::<CreditCode>(&bytes);
		assert_one_form::<ApplicationNumber>(&bytes);
		assert_one_form::<RuleId>(&bytes);
		assert_one_form::<StatuteVersion>(&bytes);
		assert_one_form::<WorkingCalendar>(&bytes);
		assert_one_form::<Location>(&bytes);
		assert_one_form::<Capabilities>(&bytes);
		assert_one_form::<merkle::MerkleProof>(&bytes);
	}

	#[test]
	fn validity_should_be_decided_for_any_decoded_value(
		bytes in proptest::collection::vec(prop_oneof![0u8..6, any::<u8>()], 0..96),
	) {
		if let Ok(scope) = Scope::decode(&mut bytes.as_slice()) {
			let json = serde_json::to_string(&scope).unwrap();
			let read = serde_json::from_str::<Scope>(&json);
			if scope.validate().is_ok() {
				prop_assert_eq!(read.unwrap(), scope);
			}
		}
		if let Ok(identifier) = Identifier::decode(&mut bytes.as_slice()) {
			let _ = (identifier.validate(), identifier.to_string());
		}
		if let Ok(calendar) = WorkingCalendar::decode(&mut bytes.as_slice()) {
			let json = serde_json::to_string(&calendar).unwrap();
			if calendar.is_valid() {
				prop_assert_eq!(serde_json::from_str::<WorkingCalendar>(&json).unwrap(), calendar);
			}
		}
	}
}
