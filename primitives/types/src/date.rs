//! Time as the law counts it: China Standard Time, from the day after the event
//! (Civil Code arts. 200 to 204).

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// Milliseconds since the Unix epoch.
#[derive(
	Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Encode, Decode, DecodeWithMemTracking,
	MaxEncodedLen, TypeInfo, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Moment(pub u64);

/// A calendar day in China Standard Time (UTC+8), as days since 1970-01-01. JSON writes `2026-11-21`.
#[derive(
	Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Encode, Decode, DecodeWithMemTracking,
	MaxEncodedLen, TypeInfo,
)]
pub struct Date(pub u32);

/// From `from` on, and up to but not including `until`; without `until`, to the end of protection.
///
/// A last day ends at 24:00 UTC+8, so `until` is the first moment of the day after it.
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
	Serialize, Deserialize,
)]
#[serde(deny_unknown_fields)]
pub struct Period {
	/// First moment inside.
	pub from: Moment,
	/// First moment outside.
	#[serde(default)]
	pub until: Option<Moment>,
}

/// What a term counts in.
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
	Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum TermUnit {
	/// Minutes, on a network whose genesis declares it a test network only.
	#[codec(index = 0)]
	Minute,
	/// Calendar days (自然日).
	#[codec(index = 1)]
	Day,
	/// Working days (工作日) by the governed calendar.
	#[codec(index = 2)]
	WorkingDay,
	/// Calendar months.
	#[codec(index = 3)]
	Month,
	/// Calendar years.
	#[codec(index = 4)]
	Year,
}

/// A legal period: a number and a unit.
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
	Serialize, Deserialize,
)]
#[serde(deny_unknown_fields)]
pub struct Term {
	/// How many.
	pub number: u32,
	/// Of what.
	pub unit: TermUnit,
}

/// One year's working days (工作日历): a bit per day of the year, set where the day is worked.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Serialize,
	Deserialize,
)]
#[serde(deny_unknown_fields)]
pub struct WorkingCalendar {
	/// The calendar year.
	pub year: u16,
	/// Bit `n` of byte `n / 8` is day `n + 1` of the year.
	pub days: [u8; 32],
	/// Bits of days 257 to 366.
	pub days_rest: [u8; 14],
}
