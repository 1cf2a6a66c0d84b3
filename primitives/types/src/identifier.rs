//! Identifiers with check digits: unified social credit codes, application numbers and others.

use crate::{
	bounds::MAX_IDENTIFIER_BYTES, ids::MemberId, scope::is_country_code, BoundedVec, ConstU32,
};
use alloc::string::String;
use codec::{Decode, DecodeWithMemTracking, Encode, Error as CodecError, Input, MaxEncodedLen};
use core::{fmt, str::FromStr};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// A unified social credit code (统一社会信用代码) whose both checks hold: the check character of
/// GB 32100-2015 and the organisation code of GB 11714 in positions 9 to 17.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Hash,
	Debug,
	Encode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct CreditCode([u8; 18]);

/// A Chinese application number (申请号) without dot or prefix, check character last.
///
/// Twelve digits and a check character since October 2003, eight and one before; the older ones have
/// four zero bytes in front.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Hash,
	Debug,
	Encode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct ApplicationNumber([u8; 13]);

/// Which register an identifier is of.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	Hash,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum IdentifierScheme {
	/// Application number (申请号). Chinese ones carry a check digit, tested when written.
	#[codec(index = 0)]
	Application,
	/// Publication number (公开号).
	#[codec(index = 1)]
	Publication,
	/// Grant publication number (授权公告号).
	#[codec(index = 2)]
	Grant,
	/// Software copyright registration (软件著作权登记号).
	#[codec(index = 3)]
	SoftwareRegistration,
	/// Integrated-circuit layout registration (布图设计登记号).
	#[codec(index = 4)]
	LayoutRegistration,
	/// Plant variety application or grant (植物新品种).
	#[codec(index = 5)]
	PlantVariety,
	/// A number that the issuing member gives, for know-how above all.
	#[codec(index = 6)]
	Internal,
}

/// A number that names an achievement in a register (标识): scheme, country, issuer and text.
///
/// Kept in canonical form (upper case, no white space, dots of Chinese application numbers removed,
/// no country in front of patent numbers), so that equal numbers are equal bytes.
/// [`Identifier::new`] makes that form; [`Identifier::validate`] tests it in what was decoded.
#[derive(
	Clone,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(into = "IdentifierText", try_from = "IdentifierText")]
pub struct Identifier {
	/// Which register.
	pub scheme: IdentifierScheme,
	/// ISO 3166 country code of the register.
	pub country: [u8; 2],
	/// The member that gave the number, for [`IdentifierScheme::Internal`].
	pub issuer: Option<MemberId>,
	/// The number.
	pub text: BoundedVec<u8, ConstU32<MAX_IDENTIFIER_BYTES>>,
}

/// Why a text is no unified social credit code.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum CreditCodeError {
	/// Not 18 characters.
	#[codec(index = 0)]
	WrongLength,
	/// A character outside the 31 of GB 32100 (the digits, and the letters without I, O, S, V and Z).
	#[codec(index = 1)]
	OutsideAlphabet {
		/// Where, from 1.
		position: u8,
	},
	/// The last character is not the one that GB 32100 computes.
	#[codec(index = 2)]
	WrongCheckCharacter {
		/// What it should be.
		expected: u8,
		/// What it is.
		found: u8,
	},
	/// The organisation code in positions 9 to 17 fails its own check (GB 11714).
	#[codec(index = 3)]
	WrongOrganisationCode,
}

impl fmt::Display for CreditCodeError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::WrongLength => f.write_str("a credit code has 18 characters"),
			Self::OutsideAlphabet { position } => {
				write!(f, "character {position} is not one that a credit code uses")
			}
			Self::WrongCheckCharacter { expected, found } => write!(
				f,
				"the check character should be {}, not {}",
				char::from(*expected),
				char::from(*found)
			),
			Self::WrongOrganisationCode => {
				f.write_str("the organisation code in positions 9 to 17 fails its check")
			}
		}
	}
}

impl core::error::Error for CreditCodeError {}

/// The characters of GB 32100, in the order of their values.
const CREDIT_CODE_ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
const CREDIT_CODE_WEIGHTS: [u32; 17] =
	[1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_CODE_WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];
const APPLICATION_NUMBER_WEIGHTS: [u32; 12] = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

/// Sum of value × weight, as far as both go.
fn weighted_sum(values: impl Iterator<Item = u32>, weights: &[u32]) -> u32 {
	values
		.zip(weights)
		.fold(0, |sum: u32, (value, weight)| sum.saturating_add(value.saturating_mul(*weight)))
}

impl CreditCode {
	/// The code in a text; small letters and white space around it are forgiven.
	///
	/// Fails with the first rule that the text breaks: length, alphabet, check character of
	/// GB 32100-2015, check of the organisation code (GB 11714).
	pub fn parse(text: &str) -> Result<Self, CreditCodeError> {
		let text = text.trim().to_ascii_uppercase();
		if text.chars().count() != 18 {
			return Err(CreditCodeError::WrongLength);
		}
		if let Some(position) = text.chars().position(|c| credit_code_value(c).is_none()) {
			let position = u8::try_from(position).unwrap_or(u8::MAX).saturating_add(1);
			return Err(CreditCodeError::OutsideAlphabet { position });
		}
		let code = text.as_bytes().try_into().map_err(|_| CreditCodeError::WrongLength)?;
		Self::from_bytes(code)
	}

	fn from_bytes(code: [u8; 18]) -> Result<Self, CreditCodeError> {
		let outside = code.iter().position(|c| credit_code_value(char::from(*c)).is_none());
		if let Some(position) = outside {
			let position = u8::try_from(position).unwrap_or(u8::MAX).saturating_add(1);
			return Err(CreditCodeError::OutsideAlphabet { position });
		}
		let [.., found] = code;
		let expected = credit_check_character(&code);
		if found != expected {
			return Err(CreditCodeError::WrongCheckCharacter { expected, found });
		}
		let [_, _, _, _, _, _, _, _, organisation @ .., _] = code;
		if !organisation_code_holds(&organisation) {
			return Err(CreditCodeError::WrongOrganisationCode);
		}
		Ok(Self(code))
	}

	/// The 18 characters.
	pub fn as_str(&self) -> &str {
		core::str::from_utf8(&self.0).unwrap_or_default()
	}

	/// The six-digit division (GB/T 2260) in positions 3 to 8, where these are digits.
	pub fn division(&self) -> Option<u32> {
		self.as_str().get(2..8)?.parse().ok()
	}
}

fn credit_code_value(character: char) -> Option<u32> {
	let value = CREDIT_CODE_ALPHABET.iter().position(|c| char::from(*c) == character)?;
	u32::try_from(value).ok()
}

/// The check character of GB 32100 for the first 17.
fn credit_check_character(code: &[u8; 18]) -> u8 {
	let values = code.iter().map(|c| credit_code_value(char::from(*c)).unwrap_or(0));
	let sum = weighted_sum(values, &CREDIT_CODE_WEIGHTS);
	let value = 31u32.saturating_sub(sum % 31) % 31;
	usize::try_from(value)
		.ok()
		.and_then(|value| CREDIT_CODE_ALPHABET.get(value))
		.copied()
		.unwrap_or(0)
}

/// Whether the ninth character of an organisation code is its check (GB 11714).
fn organisation_code_holds(code: &[u8; 9]) -> bool {
	let values = code.iter().map(|c| char::from(*c).to_digit(36).unwrap_or(0));
	let expected = match 11u32.saturating_sub(weighted_sum(values, &ORGANISATION_CODE_WEIGHTS) % 11)
	{
		10 => Some('X'),
		11 => Some('0'),
		digit => char::from_digit(digit, 10),
	};
	let [.., found] = *code;
	expected == Some(char::from(found))
}

impl Decode for CreditCode {
	fn decode<I: Input>(input: &mut I) -> Result<Self, CodecError> {
		Self::from_bytes(Decode::decode(input)?)
			.map_err(|_| "not a unified social credit code".into())
	}
}

impl fmt::Display for CreditCode {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(self.as_str())
	}
}

impl FromStr for CreditCode {
	type Err = CreditCodeError;

	fn from_str(text: &str) -> Result<Self, CreditCodeError> {
		Self::parse(text)
	}
}

crate::serde_as_text!(CreditCode);

/// Why a text is no Chinese application number.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum ApplicationNumberError {
	/// Neither twelve nor eight digits with a check character.
	#[codec(index = 0)]
	WrongLength,
	/// A character that is no digit, or a check character other than a digit or X.
	#[codec(index = 1)]
	NotADigit {
		/// Where, from 1, without prefix, dot and white space.
		position: u8,
	},
	/// The check character is not the one computed.
	#[codec(index = 2)]
	WrongCheckDigit {
		/// What it should be.
		expected: u8,
		/// What it is.
		found: u8,
	},
	/// All digits are there but the check character is not, so nothing vouches for them.
	#[codec(index = 3)]
	MissingCheckDigit,
}

impl fmt::Display for ApplicationNumberError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::WrongLength => f.write_str(
				"an application number has twelve or eight digits and a check character",
			),
			Self::NotADigit { position } => write!(f, "character {position} is not a digit"),
			Self::WrongCheckDigit { expected, found } => write!(
				f,
				"the check character should be {}, not {}",
				char::from(*expected),
				char::from(*found)
			),
			Self::MissingCheckDigit => f.write_str("the check character is missing"),
		}
	}
}

impl core::error::Error for ApplicationNumberError {}

impl ApplicationNumber {
	/// The number in a text: `CN201610907263.X`, `201610907263X` or `ZL 97 1 05384.X`.
	///
	/// Forgiven are white space, a prefix CN or ZL, the dot before the check character and, after it,
	/// the kind letter A that some databases print.
	pub fn parse(text: &str) -> Result<Self, ApplicationNumberError> {
		let text: String = text
			.chars()
			.filter(|c| !c.is_whitespace() && *c != '.')
			.map(|c| c.to_ascii_uppercase())
			.collect();
		let number = text.strip_prefix("CN").or_else(|| text.strip_prefix("ZL")).unwrap_or(&text);
		let number = match (number.len(), number.strip_suffix('A')) {
			(14 | 10, Some(without_kind)) => without_kind,
			_ => number,
		};
		let bytes = number.as_bytes();
		let digits = match bytes {
			[digits @ .., b'X'] => digits,
			_ => bytes,
		};
		if let Some(position) = digits.iter().position(|c| !c.is_ascii_digit()) {
			let position = u8::try_from(position).unwrap_or(u8::MAX).saturating_add(1);
			return Err(ApplicationNumberError::NotADigit { position });
		}
		match (bytes.len(), digits.len()) {
			(13, _) | (9, _) => {}
			(12, 12) | (8, 8) => return Err(ApplicationNumberError::MissingCheckDigit),
			_ => return Err(ApplicationNumberError::WrongLength),
		}
		let mut stored = [0; 13];
		for (place, byte) in stored.iter_mut().rev().zip(bytes.iter().rev()) {
			*place = *byte;
		}
		Self::from_bytes(stored)
	}

	fn from_bytes(stored: [u8; 13]) -> Result<Self, ApplicationNumberError> {
		let (digits, found) = match &stored {
			[0, 0, 0, 0, digits @ .., found] => (digits.as_slice(), *found),
			[digits @ .., found] => (digits.as_slice(), *found),
		};
		if let Some(position) = digits.iter().position(|c| !c.is_ascii_digit()) {
			let position = u8::try_from(position).unwrap_or(u8::MAX).saturating_add(1);
			return Err(ApplicationNumberError::NotADigit { position });
		}
		let values = digits.iter().map(|c| char::from(*c).to_digit(10).unwrap_or(0));
		let expected = match weighted_sum(values, &APPLICATION_NUMBER_WEIGHTS) % 11 {
			10 => b'X',
			rest => u8::try_from(rest).unwrap_or(0).saturating_add(b'0'),
		};
		if found != expected {
			return Err(ApplicationNumberError::WrongCheckDigit { expected, found });
		}
		Ok(Self(stored))
	}

	/// The digits and the check character.
	pub fn as_str(&self) -> &str {
		let text = core::str::from_utf8(&self.0).unwrap_or_default();
		text.trim_start_matches('\0')
	}
}

impl Decode for ApplicationNumber {
	fn decode<I: Input>(input: &mut I) -> Result<Self, CodecError> {
		Self::from_bytes(Decode::decode(input)?).map_err(|_| "not an application number".into())
	}
}

impl fmt::Display for ApplicationNumber {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(self.as_str())
	}
}

impl FromStr for ApplicationNumber {
	type Err = ApplicationNumberError;

	fn from_str(text: &str) -> Result<Self, ApplicationNumberError> {
		Self::parse(text)
	}
}

crate::serde_as_text!(ApplicationNumber);

/// Why a number is no identifier.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum IdentifierError {
	/// Nothing but white space.
	#[codec(index = 0)]
	Empty,
	/// Longer than the bound.
	#[codec(index = 1)]
	TooLong,
	/// Neither a country of ISO 3166 nor a patent office of WIPO ST.3.
	#[codec(index = 2)]
	UnknownCountry,
	/// A control character inside, or bytes that are no text.
	#[codec(index = 3)]
	NotText,
	/// An internal number without the member that gave it.
	#[codec(index = 4)]
	MissingIssuer,
	/// A register's number with a member as issuer.
	#[codec(index = 5)]
	UnexpectedIssuer,
	/// A Chinese application number that fails its own rules.
	#[codec(index = 6)]
	ApplicationNumber(ApplicationNumberError),
	/// A decoded number in another form than [`Identifier::new`] gives it.
	#[codec(index = 7)]
	NotCanonical,
}

impl fmt::Display for IdentifierError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(match self {
			Self::Empty => "the number is empty",
			Self::TooLong => "the number is longer than its bound",
			Self::UnknownCountry => "neither a country nor a patent office has this code",
			Self::NotText => "the number is not text",
			Self::MissingIssuer => "an internal number needs the member that gave it",
			Self::UnexpectedIssuer => "only an internal number names the member that gave it",
			Self::ApplicationNumber(error) => return error.fmt(f),
			Self::NotCanonical => "the number is not in its canonical form",
		})
	}
}

impl core::error::Error for IdentifierError {}

/// Regional and international offices that have a code in WIPO ST.3 and none in ISO 3166.
const OFFICES: [&[u8; 2]; 9] = [b"AP", b"EA", b"EM", b"EP", b"GC", b"IB", b"OA", b"QZ", b"WO"];

impl Identifier {
	/// A number in canonical form.
	///
	/// Fails where [`IdentifierError`] says so. A Chinese application number must pass its check.
	pub fn new(
		scheme: IdentifierScheme,
		country: [u8; 2],
		issuer: Option<MemberId>,
		text: &str,
	) -> Result<Self, IdentifierError> {
		if !is_country_code(&country) && !OFFICES.contains(&&country) {
			return Err(IdentifierError::UnknownCountry);
		}
		match (scheme, issuer) {
			(IdentifierScheme::Internal, None) => return Err(IdentifierError::MissingIssuer),
			(IdentifierScheme::Internal, Some(_)) | (_, None) => {}
			_ => return Err(IdentifierError::UnexpectedIssuer),
		}
		let text = canonical(scheme, &country, text)?;
		if text.is_empty() {
			return Err(IdentifierError::Empty);
		}
		if text.chars().any(char::is_control) {
			return Err(IdentifierError::NotText);
		}
		let text = BoundedVec::try_from(text.into_bytes()).map_err(|_| IdentifierError::TooLong)?;
		Ok(Self { scheme, country, issuer, text })
	}

	/// Whether this is what [`Identifier::new`] makes of its own text.
	pub fn validate(&self) -> Result<(), IdentifierError> {
		let text = self.as_str().ok_or(IdentifierError::NotText)?;
		match Self::new(self.scheme, self.country, self.issuer, text)? == *self {
			true => Ok(()),
			false => Err(IdentifierError::NotCanonical),
		}
	}

	/// The number, or `None` where the bytes are no text.
	pub fn as_str(&self) -> Option<&str> {
		core::str::from_utf8(&self.text).ok()
	}
}

fn canonical(
	scheme: IdentifierScheme,
	country: &[u8; 2],
	text: &str,
) -> Result<String, IdentifierError> {
	let text: String =
		text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_uppercase()).collect();
	if text.is_empty() {
		return Err(IdentifierError::Empty);
	}
	match scheme {
		IdentifierScheme::Application if country == b"CN" => ApplicationNumber::parse(&text)
			.map(|number| number.as_str().into())
			.map_err(IdentifierError::ApplicationNumber),
		IdentifierScheme::Application | IdentifierScheme::Publication | IdentifierScheme::Grant => {
			let prefix = core::str::from_utf8(country).unwrap_or_default();
			Ok(text.trim_start_matches(prefix).into())
		}
		_ => Ok(text),
	}
}

impl fmt::Display for Identifier {
	/// Country and number, `CN 201610907263X`; with the issuer, `CN 12/KH-2026-7`.
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let text = String::from_utf8_lossy(&self.text);
		let country = String::from_utf8_lossy(&self.country);
		match self.issuer {
			Some(issuer) => write!(f, "{country} {issuer}/{text}"),
			None => write!(f, "{country} {text}"),
		}
	}
}

/// An identifier as it is written.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct IdentifierText {
	scheme: IdentifierScheme,
	country: String,
	#[serde(default, skip_serializing_if = "Option::is_none")]
	issuer: Option<MemberId>,
	text: String,
}

impl From<Identifier> for IdentifierText {
	fn from(identifier: Identifier) -> Self {
		Self {
			scheme: identifier.scheme,
			country: String::from_utf8_lossy(&identifier.country).into(),
			issuer: identifier.issuer,
			text: String::from_utf8_lossy(&identifier.text).into(),
		}
	}
}

impl TryFrom<IdentifierText> for Identifier {
	type Error = IdentifierError;

	fn try_from(text: IdentifierText) -> Result<Self, IdentifierError> {
		let country =
			text.country.as_bytes().try_into().map_err(|_| IdentifierError::UnknownCountry)?;
		Self::new(text.scheme, country, text.issuer, &text.text)
	}
}
