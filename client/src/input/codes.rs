//! Codes with check characters, refused with what is wrong about them.

use quanqi_types::{
	ApplicationNumber, ApplicationNumberError, CreditCode, CreditCodeError, Identifier,
	IdentifierError, IdentifierScheme, MemberId, Text, TextError,
};

/// A unified social credit code (统一社会信用代码). An error names the check that fails.
pub fn parse_credit_code(text: &str) -> Result<CreditCode, String> {
	CreditCode::parse(text).map_err(|error| match error {
		CreditCodeError::WrongLength => {
			format!("{text}: {error}, this has {}", text.trim().chars().count())
		}
		CreditCodeError::OutsideAlphabet { .. } => {
			format!("{text}: {error} (GB 32100-2015 leaves out I, O, Z, S and V)")
		}
		CreditCodeError::WrongCheckCharacter { .. } => format!(
			"{text}: check character of GB 32100-2015 fails: {error}; compare with the certificate"
		),
		CreditCodeError::WrongOrganisationCode => format!(
			"{text}: check of GB 11714 fails: {error}; the outer check character alone holds"
		),
	})
}

/// A Chinese application number (申请号), however it is printed.
///
/// One without its check character is refused with the computed one, or completed where `complete`
/// says so: nothing but the caller then vouches for the digits.
pub fn parse_application_number(text: &str, complete: bool) -> Result<ApplicationNumber, String> {
	match ApplicationNumber::parse(text) {
		Ok(number) => Ok(number),
		Err(ApplicationNumberError::MissingCheckDigit) => {
			let computed = with_check_character(text);
			match (complete, computed) {
				(true, Some(number)) => Ok(number),
				(false, Some(number)) => Err(format!(
					"{text}: the check character is missing; its digits would have {number}; give \
					 it, or let --complete-check-digits do so"
				)),
				(_, None) => Err(format!("{text}: the check character is missing")),
			}
		}
		Err(error) => Err(format!("{text}: {error}")),
	}
}

/// The number that these digits make with their check character.
fn with_check_character(text: &str) -> Option<ApplicationNumber> {
	"0123456789X".chars().find_map(|check| ApplicationNumber::parse(&format!("{text}{check}")).ok())
}

/// An identifier of an achievement. An error says what is wrong with the number.
pub fn identifier(
	scheme: IdentifierScheme,
	country: [u8; 2],
	issuer: Option<MemberId>,
	text: &str,
) -> Result<Identifier, String> {
	Identifier::new(scheme, country, issuer, text).map_err(|error| match error {
		IdentifierError::ApplicationNumber(error) => format!("{text}: {error}"),
		error => format!("{text}: {error}"),
	})
}

/// A number as people search for it: `CN201610907263.X`, `CN106530353B`, `scheme:CC:number`.
pub fn parse_identifier(text: &str) -> Result<Identifier, String> {
	if let Some((scheme, rest)) = text.split_once(':') {
		return parse_tagged_identifier(scheme, rest);
	}
	let compact: String = text.chars().filter(|c| !c.is_whitespace()).collect();
	let compact = compact.to_ascii_uppercase();
	if compact.starts_with("CN") && compact.ends_with(|c: char| c.is_ascii_alphabetic()) {
		if let Some(scheme) = scheme_of_kind_letter(&compact) {
			return identifier(scheme, *b"CN", None, &compact);
		}
	}
	let number = parse_application_number(text, false).map_err(|error| {
		format!(
			"{error}; other numbers are written SCHEME:COUNTRY:NUMBER, such as \
			 software-registration:CN:2026SR0000001"
		)
	})?;
	identifier(IdentifierScheme::Application, *b"CN", None, number.as_str())
}

/// Publication or grant, by the kind letter of a short number: A is published, B, U and S granted.
fn scheme_of_kind_letter(number: &str) -> Option<IdentifierScheme> {
	let digits = number.strip_prefix("CN")?;
	let (digits, letter) = digits.split_at_checked(digits.len().checked_sub(1)?)?;
	// Application numbers are longer, and end with their check character X or a printed A.
	if digits.len() > 9 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
		return None;
	}
	match letter {
		"A" => Some(IdentifierScheme::Publication),
		"B" | "C" | "U" | "Y" | "S" | "D" => Some(IdentifierScheme::Grant),
		_ => None,
	}
}

/// Whether a number has the form of a Chinese publication or grant.
pub fn is_document_number(text: &str) -> bool {
	let compact: String = text.chars().filter(|c| !c.is_whitespace()).collect();
	let compact = compact.to_ascii_uppercase();
	compact.len() > "CNA".len() && scheme_of_kind_letter(&compact).is_some()
}

fn parse_tagged_identifier(scheme: &str, rest: &str) -> Result<Identifier, String> {
	let scheme = parse_scheme(scheme)?;
	let form = || format!("{rest}: write COUNTRY:NUMBER, or COUNTRY:MEMBER:NUMBER if internal");
	let (country, number) = rest.split_once(':').ok_or_else(form)?;
	let country: [u8; 2] =
		country.to_ascii_uppercase().as_bytes().try_into().map_err(|_| form())?;
	match scheme {
		IdentifierScheme::Internal => {
			let (member, number) = number.split_once(':').ok_or_else(form)?;
			let member = member.parse().map(MemberId).map_err(|_| form())?;
			identifier(scheme, country, Some(member), number)
		}
		_ => identifier(scheme, country, None, number),
	}
}

/// A scheme by its name.
pub fn parse_scheme(text: &str) -> Result<IdentifierScheme, String> {
	Ok(match text {
		"application" => IdentifierScheme::Application,
		"publication" => IdentifierScheme::Publication,
		"grant" => IdentifierScheme::Grant,
		"software-registration" => IdentifierScheme::SoftwareRegistration,
		"layout-registration" => IdentifierScheme::LayoutRegistration,
		"plant-variety" => IdentifierScheme::PlantVariety,
		"internal" => IdentifierScheme::Internal,
		other => {
			return Err(format!(
				"{other}: a scheme is application, publication, grant, software-registration, \
				 layout-registration, plant-variety or internal"
			))
		}
	})
}

/// A text within its bound; an error says how long it is and how long it may be.
pub fn parse_text<const N: u32>(text: &str) -> Result<Text<N>, String> {
	Text::new(text).map_err(|error| match error {
		TextError::TooLong => {
			format!("{error}: {} bytes of UTF-8, at most {N} are kept", text.len())
		}
		error => error.to_string(),
	})
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn every_invalid_code_should_be_refused_by_the_check_that_fails() {
		let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/invalid-credit-codes.csv");
		let mut rows = csv::Reader::from_path(file).unwrap();
		let mut count = 0;
		for row in rows.records() {
			let row = row.unwrap();
			let error = parse_credit_code(&row[1]).unwrap_err();
			let expected = match &row[3] {
				why if why.contains("GB 11714") => "GB 11714",
				why if why.contains("alphabet") => "not one that a credit code uses",
				why if why.contains("wrong length") => "18 characters",
				_ => "",
			};
			assert!(error.contains(expected), "{}: {error}", &row[1]);
			assert!(error.starts_with(&row[1]), "{error}");
			count += 1;
		}
		assert_eq!(count, 44);
	}

	#[test]
	fn every_institution_of_the_examples_should_have_a_good_code() {
		let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/institutions.csv");
		for row in csv::Reader::from_path(file).unwrap().records() {
			let row = row.unwrap();
			assert!(parse_credit_code(&row[3]).is_ok(), "{}", &row[3]);
		}
	}

	#[test]
	fn application_number_should_be_the_same_however_it_is_printed() {
		let forms = [
			"CN201610907263.X",
			"201610907263X",
			"CN 201610907263.X",
			"cn201610907263x",
			"ZL201610907263.X",
		];
		for form in forms {
			assert_eq!(parse_application_number(form, false).unwrap().as_str(), "201610907263X");
		}
		assert_eq!(
			parse_application_number("CN2011103299204A", false).unwrap().as_str(),
			"2011103299204"
		);
	}

	#[test]
	fn application_number_should_be_refused_when_its_check_character_is_wrong() {
		let error = parse_application_number("CN201610907263.1", false).unwrap_err();
		assert!(error.contains("should be X, not 1"), "{error}");
	}

	#[test]
	fn application_number_should_be_completed_only_when_told_to() {
		let error = parse_application_number("CN 200910273188", false).unwrap_err();
		assert!(error.contains("--complete-check-digits"), "{error}");
		let number = parse_application_number("CN 200910273188", true).unwrap();
		assert!(error.contains(number.as_str()), "{error}");
		assert!(parse_application_number("CN12", true).is_err());
	}

	#[test]
	fn document_number_should_have_digits_between_country_and_kind() {
		for good in ["CN106530353B", "CN 106530353 a", "cn2345U"] {
			assert!(is_document_number(good), "{good}");
		}
		for wrong in ["zz", "CNA", "CN106530353", "US106530353B", "CN10653x353B", ""] {
			assert!(!is_document_number(wrong), "{wrong}");
		}
	}

	#[test]
	fn identifier_should_be_recognised_by_its_form() {
		let scheme = |text| parse_identifier(text).map(|identifier| identifier.scheme);
		assert_eq!(scheme("CN201610907263.X"), Ok(IdentifierScheme::Application));
		assert_eq!(scheme("CN106530353A"), Ok(IdentifierScheme::Publication));
		assert_eq!(scheme("CN106530353B"), Ok(IdentifierScheme::Grant));
		assert_eq!(
			scheme("software-registration:CN:2026SR0000001"),
			Ok(IdentifierScheme::SoftwareRegistration)
		);
		assert_eq!(scheme("internal:CN:7:KH-2026-7"), Ok(IdentifierScheme::Internal));
		assert!(scheme("hello").unwrap_err().contains("SCHEME:COUNTRY:NUMBER"));
		assert!(scheme("grant:XX:1").unwrap_err().contains("country"));
	}

	#[test]
	fn text_should_be_refused_with_its_length_when_it_is_too_long() {
		let error = parse_text::<8>("先用后转").unwrap_err();
		assert!(error.contains("12 bytes") && error.contains("at most 8"), "{error}");
		assert!(parse_text::<8>(" ").is_err());
	}
}
