//! Bounded UTF-8 text of users: titles, names, labels.

use crate::{BoundedVec, ConstU32};
use alloc::string::String;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::fmt;
use scale_info::TypeInfo;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// UTF-8 text of at most `N` bytes. It may arrive undecoded in a call, so [`Text::validate`] says
/// whether the bytes really are text.
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
)]
pub struct Text<const N: u32>(pub BoundedVec<u8, ConstU32<N>>);

/// Why bytes are no text of this ledger.
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
pub enum TextError {
	/// Not valid UTF-8.
	#[codec(index = 0)]
	NotUtf8,
	/// Longer than the bound.
	#[codec(index = 1)]
	TooLong,
	/// Empty, or only white space.
	#[codec(index = 2)]
	Empty,
	/// A control character inside, or one that turns the direction of writing, so that a name would
	/// not read as it is stored.
	#[codec(index = 3)]
	ControlCharacter,
}

impl fmt::Display for TextError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(match self {
			Self::NotUtf8 => "the bytes are not UTF-8",
			Self::TooLong => "the text is longer than its bound",
			Self::Empty => "the text is empty",
			Self::ControlCharacter => "the text has a control character",
		})
	}
}

impl core::error::Error for TextError {}

fn check(text: &str) -> Result<(), TextError> {
	if text.trim().is_empty() {
		return Err(TextError::Empty);
	}
	let turns_direction = |c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
	if text.chars().any(|c| c.is_control() || turns_direction(c)) {
		return Err(TextError::ControlCharacter);
	}
	Ok(())
}

impl<const N: u32> Text<N> {
	/// This text, unless it is empty, too long or has a control character.
	pub fn new(text: &str) -> Result<Self, TextError> {
		check(text)?;
		BoundedVec::try_from(text.as_bytes().to_vec()).map(Self).map_err(|_| TextError::TooLong)
	}

	/// Whether the bytes are text that [`Text::new`] would take.
	pub fn validate(&self) -> Result<(), TextError> {
		check(self.as_str().ok_or(TextError::NotUtf8)?)
	}

	/// The text, or `None` where the bytes are not UTF-8.
	pub fn as_str(&self) -> Option<&str> {
		core::str::from_utf8(&self.0).ok()
	}
}

impl<const N: u32> core::str::FromStr for Text<N> {
	type Err = TextError;

	fn from_str(text: &str) -> Result<Self, TextError> {
		Self::new(text)
	}
}

impl<const N: u32> fmt::Display for Text<N> {
	/// Bytes that are no UTF-8 show as replacement characters.
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(&String::from_utf8_lossy(&self.0))
	}
}

impl<const N: u32> Serialize for Text<N> {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		let text = self.as_str().ok_or(serde::ser::Error::custom(TextError::NotUtf8))?;
		serializer.serialize_str(text)
	}
}

impl<'de, const N: u32> Deserialize<'de> for Text<N> {
	fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		let text = String::deserialize(deserializer)?;
		Self::new(&text).map_err(serde::de::Error::custom)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn new_should_take_chinese_text_when_it_fits() {
		let text = Text::<12>::new("先用后转").unwrap();
		assert_eq!(text.as_str(), Some("先用后转"));
		assert_eq!(text.validate(), Ok(()));
	}

	#[test]
	fn new_should_refuse_when_one_byte_too_long() {
		assert_eq!(Text::<11>::new("先用后转"), Err(TextError::TooLong));
	}

	#[test]
	fn new_should_refuse_when_only_white_space() {
		assert_eq!(Text::<8>::new(" \u{3000} "), Err(TextError::Empty));
	}

	#[test]
	fn new_should_refuse_when_a_control_character_is_inside() {
		assert_eq!(Text::<8>::new("a\nb"), Err(TextError::ControlCharacter));
	}

	#[test]
	fn new_should_refuse_when_the_direction_of_writing_is_turned() {
		assert_eq!(Text::<16>::new("abc\u{202e}fed"), Err(TextError::ControlCharacter));
	}

	#[test]
	fn validate_should_refuse_when_decoded_bytes_are_not_utf8() {
		let text = Text::<8>::decode(&mut &[8u8, 0xff, 0xfe][..]).unwrap();
		assert_eq!(text.validate(), Err(TextError::NotUtf8));
		assert_eq!(text.as_str(), None);
		assert!(serde_json::to_string(&text).is_err());
	}

	#[test]
	fn decode_should_refuse_when_longer_than_the_bound() {
		assert!(Text::<2>::decode(&mut &[12u8, 65, 66, 67][..]).is_err());
	}

	#[test]
	fn json_should_be_a_plain_string_and_refuse_what_new_refuses() {
		let text = Text::<16>::new("赋权").unwrap();
		assert_eq!(serde_json::to_string(&text).unwrap(), "\"赋权\"");
		assert_eq!(serde_json::from_str::<Text<16>>("\"赋权\"").unwrap(), text);
		assert!(serde_json::from_str::<Text<16>>("\"\"").is_err());
		assert!(serde_json::from_str::<Text<2>>("\"赋权\"").is_err());
	}
}
