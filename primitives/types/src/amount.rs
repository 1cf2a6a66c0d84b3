//! Money as attested, never as held.

use crate::ids::{deserialize_integer, serialize_integer};
use alloc::{
	string::{String, ToString},
	vec::Vec,
};
use codec::{Decode, DecodeWithMemTracking, Encode, Error as CodecError, Input, MaxEncodedLen};
use core::{cmp::Reverse, fmt, str::FromStr};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// An ISO 4217 currency code (货币): three upper-case letters.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Encode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Currency(pub [u8; 3]);

/// An amount (金额) in minor units of one currency: fen (分) for CNY.
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
#[serde(deny_unknown_fields)]
pub struct Amount {
	/// Minor units.
	#[serde(serialize_with = "write_minor", deserialize_with = "deserialize_integer")]
	pub minor: u128,
	/// Which currency.
	pub currency: Currency,
}

/// Why amounts cannot be reckoned with, or a text is none.
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
pub enum AmountError {
	/// Amounts of two currencies in one sum.
	#[codec(index = 0)]
	MixedCurrencies,
	/// Above the largest number, or below zero.
	#[codec(index = 1)]
	Overflow,
	/// A ratio without any weight.
	#[codec(index = 2)]
	EmptyRatio,
	/// Not three upper-case letters.
	#[codec(index = 3)]
	WrongCurrency,
	/// Not a decimal number with at most the currency's minor digits.
	#[codec(index = 4)]
	WrongNumber,
}

impl fmt::Display for AmountError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(match self {
			Self::MixedCurrencies => "amounts of different currencies do not add up",
			Self::Overflow => "the amount is out of range",
			Self::EmptyRatio => "the ratio has no weight",
			Self::WrongCurrency => "a currency is three upper-case letters of ISO 4217",
			Self::WrongNumber => {
				"an amount is a decimal number with no more digits than its currency has"
			}
		})
	}
}

impl core::error::Error for AmountError {}

impl Currency {
	/// Renminbi yuan (人民币元).
	pub const CNY: Self = Self(*b"CNY");

	/// Whether this has the form of a code: three upper-case letters.
	pub fn is_valid(&self) -> bool {
		self.0.iter().all(u8::is_ascii_uppercase)
	}

	/// Digits after the decimal point in this currency's major unit (ISO 4217, minor unit).
	pub fn minor_digits(&self) -> u8 {
		match &self.0 {
			b"BIF" | b"CLP" | b"DJF" | b"GNF" | b"ISK" | b"JPY" | b"KMF" | b"KRW" | b"PYG"
			| b"RWF" | b"UGX" | b"UYI" | b"VND" | b"VUV" | b"XAF" | b"XOF" | b"XPF" => 0,
			b"BHD" | b"IQD" | b"JOD" | b"KWD" | b"LYD" | b"OMR" | b"TND" => 3,
			b"CLF" | b"UYW" => 4,
			_ => 2,
		}
	}
}

impl Decode for Currency {
	fn decode<I: Input>(input: &mut I) -> Result<Self, CodecError> {
		let currency = Self(Decode::decode(input)?);
		currency.is_valid().then_some(currency).ok_or_else(|| "not a currency code".into())
	}
}

impl fmt::Display for Currency {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(core::str::from_utf8(&self.0).unwrap_or("???"))
	}
}

impl FromStr for Currency {
	type Err = AmountError;

	fn from_str(text: &str) -> Result<Self, AmountError> {
		let code = text.as_bytes().try_into().map_err(|_| AmountError::WrongCurrency)?;
		let currency = Self(code);
		currency.is_valid().then_some(currency).ok_or(AmountError::WrongCurrency)
	}
}

crate::serde_as_text!(Currency);

fn write_minor<S: serde::Serializer>(minor: &u128, serializer: S) -> Result<S::Ok, S::Error> {
	serialize_integer(*minor, serializer)
}

impl Amount {
	/// So many minor units of a currency.
	pub const fn new(minor: u128, currency: Currency) -> Self {
		Self { minor, currency }
	}

	/// So many fen (分).
	pub const fn fen(minor: u128) -> Self {
		Self::new(minor, Currency::CNY)
	}

	/// Whether this is no money at all.
	pub fn is_zero(&self) -> bool {
		self.minor == 0
	}

	/// The sum, of one currency.
	pub fn checked_add(&self, other: &Self) -> Result<Self, AmountError> {
		self.combine(other, u128::checked_add)
	}

	/// The difference, of one currency, not below zero.
	pub fn checked_sub(&self, other: &Self) -> Result<Self, AmountError> {
		self.combine(other, u128::checked_sub)
	}

	fn combine(
		&self,
		other: &Self,
		operation: impl Fn(u128, u128) -> Option<u128>,
	) -> Result<Self, AmountError> {
		if self.currency != other.currency {
			return Err(AmountError::MixedCurrencies);
		}
		let minor = operation(self.minor, other.minor).ok_or(AmountError::Overflow)?;
		Ok(Self { minor, currency: self.currency })
	}

	/// The floor of `numerator / denominator` of this amount; for ppm the denominator is
	/// [`crate::WHOLE_PPM`]. Fails with [`AmountError::Overflow`] where the result is too large, and
	/// with [`AmountError::EmptyRatio`] where the denominator is zero.
	pub fn portion(&self, numerator: u64, denominator: u64) -> Result<Self, AmountError> {
		let (numerator, denominator) = (u128::from(numerator), u128::from(denominator));
		let whole = self.minor.checked_div(denominator).ok_or(AmountError::EmptyRatio)?;
		let rest = self.minor.checked_rem(denominator).ok_or(AmountError::EmptyRatio)?;
		// `rest` and `numerator` are below 2^64, so only the first product can overflow.
		let minor = whole
			.checked_mul(numerator)
			.zip(rest.checked_mul(numerator))
			.and_then(|(whole, rest)| whole.checked_add(rest.checked_div(denominator)?))
			.ok_or(AmountError::Overflow)?;
		Ok(Self { minor, currency: self.currency })
	}

	/// Divides by weight, in the order given: each gets the floor of its weight's part, and the
	/// remainder goes to the largest weight, to the lowest key on a tie. The parts sum to the whole.
	pub fn divide<K: Ord + Clone>(
		&self,
		ratio: &[(K, u64)],
	) -> Result<Vec<(K, Self)>, AmountError> {
		let total = ratio
			.iter()
			.try_fold(0u64, |sum, (_, weight)| sum.checked_add(*weight))
			.ok_or(AmountError::Overflow)?;
		let largest = ratio
			.iter()
			.enumerate()
			.max_by_key(|(_, (key, weight))| (*weight, Reverse(key)))
			.map(|(index, _)| index);
		let mut left = self.minor;
		let mut parts = Vec::new();
		for (key, weight) in ratio {
			let part = self.portion(*weight, total)?;
			left = left.checked_sub(part.minor).ok_or(AmountError::Overflow)?;
			parts.push((key.clone(), part));
		}
		let (_, part) =
			largest.and_then(|index| parts.get_mut(index)).ok_or(AmountError::EmptyRatio)?;
		part.minor = part.minor.checked_add(left).ok_or(AmountError::Overflow)?;
		Ok(parts)
	}

	/// Reads a decimal number of the major unit: `3200000`, `3200000.00` or `3 200 000.5`.
	pub fn from_decimal(text: &str, currency: Currency) -> Result<Self, AmountError> {
		let text: String = text.chars().filter(|c| *c != ' ').collect();
		let (major, minor) = match text.split_once('.') {
			Some((major, minor)) => (major, Some(minor)),
			None => (text.as_str(), None),
		};
		let places = usize::from(currency.minor_digits());
		let is_number =
			|digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
		let is_exact = minor.is_none_or(|minor| is_number(minor) && minor.len() <= places);
		if !is_number(major) || !is_exact {
			return Err(AmountError::WrongNumber);
		}
		let scale =
			10u128.checked_pow(currency.minor_digits().into()).ok_or(AmountError::Overflow)?;
		let minor = alloc::format!("0{:0<places$}", minor.unwrap_or_default())
			.parse()
			.map_err(|_| AmountError::WrongNumber)?;
		let minor = major
			.parse::<u128>()
			.ok()
			.and_then(|major| major.checked_mul(scale)?.checked_add(minor))
			.ok_or(AmountError::Overflow)?;
		Ok(Self { minor, currency })
	}
}

impl fmt::Display for Amount {
	/// Major units in groups of three, then the currency: `3 200 000.00 CNY`.
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let places = usize::from(self.currency.minor_digits());
		let digits =
			alloc::format!("{:0>width$}", self.minor.to_string(), width = places.saturating_add(1));
		let (major, minor) =
			digits.split_at_checked(digits.len().saturating_sub(places)).unwrap_or((&digits, ""));
		for (index, digit) in major.chars().enumerate() {
			let to_come = major.len().saturating_sub(index);
			if index > 0 && to_come % 3 == 0 {
				f.write_str(" ")?;
			}
			write!(f, "{digit}")?;
		}
		if !minor.is_empty() {
			write!(f, ".{minor}")?;
		}
		write!(f, " {}", self.currency)
	}
}

impl FromStr for Amount {
	type Err = AmountError;

	fn from_str(text: &str) -> Result<Self, AmountError> {
		let (number, currency) = text.trim().rsplit_once(' ').ok_or(AmountError::WrongCurrency)?;
		Self::from_decimal(number, currency.parse()?)
	}
}
