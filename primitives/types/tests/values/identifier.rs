//! Numbers with check characters, against numbers as they were printed.

use codec::{Decode, Encode};
use quanqi_types::*;

const CREDIT_CODES: &str = include_str!("../data/credit_codes.csv");
const WRONG_CREDIT_CODES: &str = include_str!("../data/wrong_credit_codes.csv");
const APPLICATION_NUMBERS: &str = include_str!("../data/application_numbers.csv");

fn name(error: CreditCodeError) -> &'static str {
	match error {
		CreditCodeError::WrongLength => "wrong-length",
		CreditCodeError::OutsideAlphabet { .. } => "outside-alphabet",
		CreditCodeError::WrongCheckCharacter { .. } => "wrong-check-character",
		CreditCodeError::WrongOrganisationCode => "wrong-organisation-code",
	}
}

#[test]
fn credit_code_should_be_taken_when_both_checks_hold() {
	let mut count = 0;
	for text in CREDIT_CODES.lines().skip(1) {
		let code = CreditCode::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
		assert_eq!(code.as_str(), text);
		assert_eq!(CreditCode::decode(&mut code.encode().as_slice()), Ok(code));
		count += 1;
	}
	assert_eq!(count, 125);
}

#[test]
fn credit_code_should_be_refused_by_name_when_it_was_printed_wrong() {
	let mut count = 0;
	for row in WRONG_CREDIT_CODES.lines().skip(1) {
		let (text, error) = row.split_once(',').unwrap();
		assert_eq!(CreditCode::parse(text).map_err(name), Err(error), "{text}");
		if let Ok(bytes) = <[u8; 18]>::try_from(text.as_bytes()) {
			assert!(CreditCode::decode(&mut &bytes[..]).is_err(), "{text}");
		}
		count += 1;
	}
	assert_eq!(count, 43);
}

#[test]
fn credit_code_should_be_refused_when_any_one_character_changes() {
	let good = b"12100000400000624D";
	for position in 0..18 {
		for other in *b"0123456789ABCDEFGHJKLMNPQRTUWXY" {
			let mut text = *good;
			text[position] = other;
			let parsed = CreditCode::parse(core::str::from_utf8(&text).unwrap());
			assert_eq!(parsed.is_ok(), text == *good, "{position} {other}");
		}
	}
}

#[test]
fn credit_code_error_should_say_what_is_wrong_and_where() {
	assert_eq!(
		CreditCode::parse("12100000400000624E"),
		Err(CreditCodeError::WrongCheckCharacter { expected: b'D', found: b'E' })
	);
	assert_eq!(
		CreditCode::parse("1210O000400000624D"),
		Err(CreditCodeError::OutsideAlphabet { position: 5 })
	);
	assert_eq!(
		CreditCode::parse("1210000040000062四D"),
		Err(CreditCodeError::OutsideAlphabet { position: 17 })
	);
}

#[test]
fn credit_code_should_forgive_small_letters_and_white_space_around() {
	let code = CreditCode::parse(" 12100000400000624d\n").unwrap();
	assert_eq!(code.to_string(), "12100000400000624D");
	assert_eq!(code.division(), Some(100_000));
	assert_eq!(serde_json::to_string(&code).unwrap(), "\"12100000400000624D\"");
	assert!(serde_json::from_str::<CreditCode>("\"12100000400000624E\"").is_err());
}

#[test]
fn application_number_should_be_taken_as_printed_when_its_check_holds() {
	let (mut taken, mut missing) = (0, 0);
	for text in APPLICATION_NUMBERS.lines().skip(1) {
		match ApplicationNumber::parse(text) {
			Ok(number) => {
				assert_eq!(number.as_str().len(), 13);
				assert_eq!(ApplicationNumber::decode(&mut number.encode().as_slice()), Ok(number));
				taken += 1;
			}
			Err(ApplicationNumberError::MissingCheckDigit) => missing += 1,
			Err(error) => panic!("{text}: {error}"),
		}
	}
	assert_eq!((taken, missing), (95, 1));
}

#[test]
fn application_number_should_be_one_number_in_every_way_of_printing() {
	let number = ApplicationNumber::parse("201610907263X").unwrap();
	for text in ["CN201610907263.X", "cn 201610907263.x", "ZL201610907263.X", "CN201610907263XA"] {
		assert_eq!(ApplicationNumber::parse(text), Ok(number), "{text}");
	}
	assert_eq!(number.to_string(), "201610907263X");
}

#[test]
fn application_number_should_be_taken_when_it_is_from_before_october_2003() {
	// 8×2 … : 2·9 + 3·7 + 4·1 + 5·0 + 6·5 + 7·3 + 8·8 + 9·4 = 194, 194 mod 11 = 7.
	let number = ApplicationNumber::parse("CN97105384.7").unwrap();
	assert_eq!(number.as_str(), "971053847");
	assert_eq!(number.encode(), b"\0\0\0\0971053847");
	assert_eq!(ApplicationNumber::decode(&mut number.encode().as_slice()), Ok(number));
}

#[test]
fn application_number_should_be_refused_by_name() {
	use ApplicationNumberError::*;
	for (text, error) in [
		("CN201610907263.1", WrongCheckDigit { expected: b'X', found: b'1' }),
		("CN201610907264.X", WrongCheckDigit { expected: b'4', found: b'X' }),
		("CN 200910273188", MissingCheckDigit),
		("97105384", MissingCheckDigit),
		("CN2016109072X3.X", NotADigit { position: 11 }),
		("2016109072631X", WrongLength),
		("", WrongLength),
		("X", WrongLength),
	] {
		match (ApplicationNumber::parse(text), error) {
			(Err(WrongCheckDigit { found, .. }), WrongCheckDigit { found: wanted, .. }) => {
				assert_eq!(found, wanted, "{text}")
			}
			(found, error) => assert_eq!(found, Err(error), "{text}"),
		}
	}
}

#[test]
fn application_number_should_be_refused_when_any_one_digit_changes() {
	for position in 0..12 {
		for other in b'0'..=b'9' {
			let mut text = *b"201610907263X";
			text[position] = other;
			let same = text == *b"201610907263X";
			assert_eq!(ApplicationNumber::decode(&mut &text[..]).is_ok(), same);
		}
	}
}

fn chinese(scheme: IdentifierScheme, text: &str) -> Result<Identifier, IdentifierError> {
	Identifier::new(scheme, *b"CN", None, text)
}

#[test]
fn identifier_should_be_the_same_in_every_way_of_printing() {
	let application = chinese(IdentifierScheme::Application, "201610907263X").unwrap();
	assert_eq!(chinese(IdentifierScheme::Application, "CN 201610907263.x").unwrap(), application);
	let grant = chinese(IdentifierScheme::Grant, "106530353B").unwrap();
	assert_eq!(chinese(IdentifierScheme::Grant, "CN106530353B").unwrap(), grant);
	assert_eq!(chinese(IdentifierScheme::Grant, "cn 106530353 b").unwrap(), grant);
	assert_eq!(grant.to_string(), "CN 106530353B");
}

#[test]
fn identifier_should_be_refused_by_name() {
	let internal = IdentifierScheme::Internal;
	let member = Some(MemberId(7));
	let new = Identifier::new;
	assert_eq!(new(internal, *b"CN", None, "K-1"), Err(IdentifierError::MissingIssuer));
	assert_eq!(
		new(IdentifierScheme::Grant, *b"CN", member, "106530353B"),
		Err(IdentifierError::UnexpectedIssuer)
	);
	assert_eq!(new(internal, *b"XX", member, "K-1"), Err(IdentifierError::UnknownCountry));
	assert_eq!(new(internal, *b"CN", member, " "), Err(IdentifierError::Empty));
	assert_eq!(chinese(IdentifierScheme::Grant, "CN"), Err(IdentifierError::Empty));
	assert_eq!(new(internal, *b"CN", member, "K\u{7}"), Err(IdentifierError::NotText));
	assert_eq!(new(internal, *b"CN", member, &"K".repeat(65)), Err(IdentifierError::TooLong));
	assert_eq!(
		chinese(IdentifierScheme::Application, "200910273188"),
		Err(IdentifierError::ApplicationNumber(ApplicationNumberError::MissingCheckDigit))
	);
}

#[test]
fn identifier_should_be_taken_when_the_register_is_a_regional_office() {
	let scheme = IdentifierScheme::Publication;
	let identifier = Identifier::new(scheme, *b"EP", None, "EP 1 234 567").unwrap();
	assert_eq!(identifier.as_str(), Some("1234567"));
}

#[test]
fn validate_should_refuse_when_a_decoded_number_is_not_canonical() {
	let mut identifier = chinese(IdentifierScheme::Application, "201610907263X").unwrap();
	assert_eq!(identifier.validate(), Ok(()));
	identifier.text = b"201610907263.X".to_vec().try_into().unwrap();
	assert_eq!(identifier.validate(), Err(IdentifierError::NotCanonical));
	identifier.text = vec![0xff].try_into().unwrap();
	assert_eq!(identifier.validate(), Err(IdentifierError::NotText));
}

#[test]
fn identifier_should_be_canonical_when_its_prefix_is_repeated() {
	let identifier = chinese(IdentifierScheme::Grant, "CNCN106530353B").unwrap();
	assert_eq!(identifier.validate(), Ok(()));
}

#[test]
fn identifier_json_should_be_a_struct_with_plain_texts() {
	let json = r#"{"scheme":"application","country":"CN","text":"CN201610907263.X"}"#;
	let identifier: Identifier = serde_json::from_str(json).unwrap();
	assert_eq!(
		serde_json::to_string(&identifier).unwrap(),
		r#"{"scheme":"application","country":"CN","text":"201610907263X"}"#
	);
	let internal = Identifier::new(IdentifierScheme::Internal, *b"CN", Some(MemberId(7)), "浙大-1");
	let internal = internal.unwrap();
	let json = serde_json::to_string(&internal).unwrap();
	assert_eq!(json, r#"{"scheme":"internal","country":"CN","issuer":7,"text":"浙大-1"}"#);
	assert_eq!(serde_json::from_str::<Identifier>(&json).unwrap(), internal);
	assert_eq!(internal.to_string(), "CN 7/浙大-1");
}
