//! Chinese application numbers (申请号) and their check character.

use crate::check::weighted_sum;
use alloc::string::String;
use codec::{Decode, DecodeWithMemTracking, Encode, Error as CodecError, Input, MaxEncodedLen};
use core::{fmt, str::FromStr};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

const APPLICATION_NUMBER_WEIGHTS: [u32; 12] = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

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
