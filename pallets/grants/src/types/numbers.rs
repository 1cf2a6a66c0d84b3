//! Two small numbers inside an error, which has room for three bytes.

use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::PalletError;
use scale_info::TypeInfo;

/// The number that a rule requires and the number found: twelve bits each, the required one first.
///
/// Parts are per mille and lengths months, rounded so that the number found is always the smaller
/// one. 4095 stands for every number that does not fit. **Check** tells both in full.
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo, PalletError,
)]
pub struct Numbers(pub [u8; 3]);

/// The largest number that fits.
const MOST: u64 = 0x0fff;

impl Numbers {
	/// Both in short.
	pub fn new(required: u64, found: u64) -> Self {
		let small = |number: u64| u32::try_from(number.min(MOST)).unwrap_or(0);
		let [_, high, middle, low] = (small(required) << 12 | small(found)).to_be_bytes();
		Self([high, middle, low])
	}

	/// Of two parts in ppm, as per mille.
	pub fn of_parts(required: u64, found: u64) -> Self {
		Self::new(required.div_ceil(1_000), found / 1_000)
	}

	/// Of two lengths in seconds, as months of a mean year. A term ends with its last day, and a last
	/// day without work moves: the required length is rounded to the nearest month.
	pub fn of_lengths(required: u64, found: u64) -> Self {
		const FOUR_YEARS: u64 = 1_461 * 86_400;
		let months = |seconds: u64| seconds.saturating_mul(48);
		let required = months(required).saturating_add(FOUR_YEARS / 2) / FOUR_YEARS;
		let found = months(found) / FOUR_YEARS;
		Self::new(required, found.min(required.saturating_sub(1)))
	}

	fn both(self) -> u32 {
		let [high, middle, low] = self.0;
		u32::from_be_bytes([0, high, middle, low])
	}

	/// What the rule requires.
	pub fn required(self) -> u32 {
		self.both() >> 12
	}

	/// What was found.
	pub fn found(self) -> u32 {
		self.both() & 0x0fff
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn numbers_should_come_out_as_they_went_in() {
		let numbers = Numbers::new(700, 699);
		assert_eq!((numbers.required(), numbers.found()), (700, 699));
		let large = Numbers::new(u64::MAX, 4_095);
		assert_eq!((large.required(), large.found()), (4_095, 4_095));
	}

	#[test]
	fn parts_should_differ_when_they_differ_by_one_ppm() {
		let numbers = Numbers::of_parts(700_000, 699_999);
		assert_eq!((numbers.required(), numbers.found()), (700, 699));
	}

	#[test]
	fn lengths_should_be_months() {
		let years = |number: u64| number * 365 * 86_400 + number / 4 * 86_400;
		let numbers = Numbers::of_lengths(years(10), years(5));
		assert_eq!((numbers.required(), numbers.found()), (120, 59));
		let a_day = Numbers::of_lengths(years(10), years(10) - 86_400);
		assert_eq!((a_day.required(), a_day.found()), (120, 119));
	}
}
