//! What is divided: money, units of a company, or ppm of its capital. One remainder rule for all.

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use quanqi_types::{Amount, AmountError, Currency, Ppm, WHOLE_PPM};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// An amount of money or of equity.
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
pub enum Quantity {
	/// Money, in minor units.
	#[codec(index = 0)]
	Money(Amount),
	/// Units or shares of a company (股).
	#[codec(index = 1)]
	Units(u64),
	/// Ppm of a company's capital.
	#[codec(index = 2)]
	Ppm(Ppm),
}

/// Why quantities cannot be reckoned with.
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
pub enum QuantityError {
	/// Quantities of two measures or currencies.
	#[codec(index = 0)]
	MixedMeasures,
	/// Below zero, or beyond the largest number.
	#[codec(index = 1)]
	OutOfRange,
	/// A ratio without any weight.
	#[codec(index = 2)]
	EmptyRatio,
}

impl From<AmountError> for QuantityError {
	fn from(error: AmountError) -> Self {
		match error {
			AmountError::MixedCurrencies => Self::MixedMeasures,
			AmountError::EmptyRatio => Self::EmptyRatio,
			AmountError::Overflow | AmountError::WrongCurrency | AmountError::WrongNumber => {
				Self::OutOfRange
			}
		}
	}
}

impl Quantity {
	/// How much, in the smallest unit of the measure.
	pub fn number(&self) -> u128 {
		match self {
			Self::Money(amount) => amount.minor,
			Self::Units(units) => (*units).into(),
			Self::Ppm(ppm) => (*ppm).into(),
		}
	}

	/// So much, measured as this is.
	pub fn with_number(&self, number: u128) -> Result<Self, QuantityError> {
		match self {
			Self::Money(amount) => Ok(Self::Money(Amount::new(number, amount.currency))),
			Self::Units(_) => {
				number.try_into().map(Self::Units).map_err(|_| QuantityError::OutOfRange)
			}
			Self::Ppm(_) => number.try_into().map(Self::Ppm).map_err(|_| QuantityError::OutOfRange),
		}
	}

	/// Nothing, measured as this is.
	pub fn zero(&self) -> Self {
		match self {
			Self::Money(amount) => Self::Money(Amount::new(0, amount.currency)),
			Self::Units(_) => Self::Units(0),
			Self::Ppm(_) => Self::Ppm(0),
		}
	}

	/// Whether this is nothing.
	pub fn is_zero(&self) -> bool {
		self.number() == 0
	}

	/// Whether both are measured alike: in one currency, in units or in ppm.
	pub fn measured_as(&self, other: &Self) -> bool {
		self.zero() == other.zero()
	}

	/// The sum, of one measure.
	pub fn checked_add(&self, other: &Self) -> Result<Self, QuantityError> {
		self.combine(other, u128::checked_add)
	}

	/// The difference, of one measure, not below zero.
	pub fn checked_sub(&self, other: &Self) -> Result<Self, QuantityError> {
		self.combine(other, u128::checked_sub)
	}

	fn combine(
		&self,
		other: &Self,
		operation: impl Fn(u128, u128) -> Option<u128>,
	) -> Result<Self, QuantityError> {
		if !self.measured_as(other) {
			return Err(QuantityError::MixedMeasures);
		}
		let number = operation(self.number(), other.number()).ok_or(QuantityError::OutOfRange)?;
		self.with_number(number)
	}

	/// The sum of parts that are measured as this is; this quantity only lends its measure.
	pub fn sum_of<'a>(
		&self,
		parts: impl IntoIterator<Item = &'a Self>,
	) -> Result<Self, QuantityError> {
		parts.into_iter().try_fold(self.zero(), |sum, part| sum.checked_add(part))
	}

	/// The least whole quantity that is not below so many ppm of this one.
	pub fn portion_rounded_up(&self, ppm: Ppm) -> Result<Self, QuantityError> {
		self.portion(ppm, WHOLE_PPM, |rest, whole| Some(rest.div_ceil(whole)))
	}

	/// The greatest whole quantity that is not above `part` of `whole` parts of this one.
	pub fn portion_rounded_down(&self, part: Ppm, whole: Ppm) -> Result<Self, QuantityError> {
		self.portion(part, whole, u128::checked_div)
	}

	fn portion(
		&self,
		part: Ppm,
		whole: Ppm,
		round: impl Fn(u128, u128) -> Option<u128>,
	) -> Result<Self, QuantityError> {
		let (part, whole, number) = (u128::from(part), u128::from(whole), self.number());
		// Divided first, so that only a result that is itself too large overflows.
		let full = number.checked_div(whole).and_then(|full| full.checked_mul(part));
		let rest = number
			.checked_rem(whole)
			.and_then(|rest| rest.checked_mul(part))
			.and_then(|rest| round(rest, whole));
		let portion = full
			.zip(rest)
			.and_then(|(full, rest)| full.checked_add(rest))
			.ok_or(QuantityError::OutOfRange)?;
		self.with_number(portion)
	}

	/// Divides by weight, in the order given: each gets the floor of its weight's part, and the
	/// remainder goes to the largest weight, to the lowest key on a tie (domain §2).
	pub fn divide<K: Ord + Clone>(
		&self,
		ratio: &[(K, u64)],
	) -> Result<Vec<(K, Self)>, QuantityError> {
		// Equity is divided by the very rule of money; the currency is of no account here.
		Amount::new(self.number(), Currency::CNY)
			.divide(ratio)?
			.into_iter()
			.map(|(key, part)| Ok((key, self.with_number(part.minor)?)))
			.collect()
	}
}
