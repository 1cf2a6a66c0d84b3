//! Unified social credit codes (统一社会信用代码) and the organisation codes inside them.

use crate::check::weighted_sum;
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
