//! Time as the law counts it: China Standard Time, from the day after the event
//! (Civil Code arts. 200 to 204).

use crate::ids::{deserialize_integer, serialize_integer};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::{fmt, str::FromStr};
use scale_info::TypeInfo;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Milliseconds since the Unix epoch. JSON writes a number.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Hash,
	Debug,
	Default,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Moment(pub u64);

/// A calendar day in China Standard Time (UTC+8), as days since 1970-01-01. JSON writes `2026-11-21`.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Hash,
	Debug,
	Default,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Date(pub u32);

/// From `from` on, and up to but not including `until`; without `until`, to the end of protection.
///
/// A last day ends at 24:00 UTC+8, so `until` is the first moment of the day after it.
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
pub struct Period {
	/// First moment inside.
	pub from: Moment,
	/// First moment outside.
	#[serde(default)]
	pub until: Option<Moment>,
}

/// Milliseconds in a day.
pub const DAY_MS: u64 = 86_400_000;
/// Milliseconds in a minute.
pub const MINUTE_MS: u64 = 60_000;
/// How far China Standard Time is ahead of UTC, in milliseconds.
pub const CHINA_OFFSET_MS: u64 = 8 * 60 * MINUTE_MS;
/// Days from 0000-03-01 to 1970-01-01.
const EPOCH_DAYS: u32 = 719_468;
/// Days in 400 years.
const ERA_DAYS: u32 = 146_097;

impl Moment {
	/// So many milliseconds later, or `None` past the end of time.
	pub fn checked_add_ms(self, ms: u64) -> Option<Self> {
		self.0.checked_add(ms).map(Self)
	}

	/// So many milliseconds earlier, or `None` before the epoch.
	pub fn checked_sub_ms(self, ms: u64) -> Option<Self> {
		self.0.checked_sub(ms).map(Self)
	}

	/// The day in China Standard Time.
	pub fn date(self) -> Date {
		Date::from_moment(self)
	}
}

impl Serialize for Moment {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serialize_integer(self.0.into(), serializer)
	}
}

impl<'de> Deserialize<'de> for Moment {
	fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		let value = deserialize_integer(deserializer)?;
		u64::try_from(value).map(Self).map_err(serde::de::Error::custom)
	}
}

/// Not a day of the calendar between 1970 and 9999, written `YYYY-MM-DD`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WrongDate;

impl fmt::Display for WrongDate {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("not a day from 1970-01-01 to 9999-12-31, written YYYY-MM-DD")
	}
}

impl core::error::Error for WrongDate {}

/// A day of the proleptic Gregorian calendar.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct CalendarDay {
	/// Year, from 1970 to 9999.
	pub year: u16,
	/// Month, from 1.
	pub month: u8,
	/// Day of the month, from 1.
	pub day: u8,
}

/// Whether the year has a 29 February.
pub fn is_leap_year(year: u16) -> bool {
	year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

/// Days of a month, zero where there is no such month.
pub fn days_in_month(year: u16, month: u8) -> u8 {
	match month {
		1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
		4 | 6 | 9 | 11 => 30,
		2 if is_leap_year(year) => 29,
		2 => 28,
		_ => 0,
	}
}

impl Date {
	/// 9999-12-31, the last day that has a calendar date here.
	pub const MAX: Self = Self(2_932_896);

	/// The day with this date, or `None` where the calendar from 1970 to 9999 has none.
	pub fn from_calendar(year: u16, month: u8, day: u8) -> Option<Self> {
		let exists =
			(1970..=9999).contains(&year) && (1..=days_in_month(year, month)).contains(&day);
		if !exists {
			return None;
		}
		// Years start in March here, so that the leap day is the last of its year.
		let early = month <= 2;
		let year = u32::from(year).checked_sub(u32::from(early))?;
		let month = match early {
			true => month.checked_add(9)?,
			false => month.checked_sub(3)?,
		};
		let day_of_year = u32::from(month).checked_mul(153)?.checked_add(2)? / 5;
		let days = year
			.checked_mul(365)?
			.checked_add(year / 4)?
			.checked_sub(year / 100)?
			.checked_add(year / 400)?
			.checked_add(day_of_year)?
			.checked_add(u32::from(day))?
			.checked_sub(1)?;
		days.checked_sub(EPOCH_DAYS).map(Self)
	}

	/// The first day that begins at or after a moment: all of it lies behind what is due then.
	pub fn not_before(due: Moment) -> Self {
		let day = Self::from_moment(due);
		match day.start() == due {
			true => day,
			false => day.plus_days(1).unwrap_or(day),
		}
	}

	/// Whether the day has a calendar date here.
	pub fn is_valid(self) -> bool {
		self <= Self::MAX
	}

	/// Year, month and day; days after [`Date::MAX`] count as that day.
	pub fn calendar(self) -> CalendarDay {
		const LAST: CalendarDay = CalendarDay { year: 9999, month: 12, day: 31 };
		self.checked_calendar().unwrap_or(LAST)
	}

	fn checked_calendar(self) -> Option<CalendarDay> {
		if !self.is_valid() {
			return None;
		}
		let days = self.0.checked_add(EPOCH_DAYS)?;
		let era = days / ERA_DAYS;
		let day_of_era = days % ERA_DAYS;
		let year_of_era = day_of_era
			.checked_add(day_of_era / 36_524)?
			.checked_sub(day_of_era / 1_460)?
			.checked_sub(day_of_era / 146_096)?
			/ 365;
		let day_of_year = day_of_era.checked_sub(
			year_of_era
				.checked_mul(365)?
				.checked_add(year_of_era / 4)?
				.checked_sub(year_of_era / 100)?,
		)?;
		let march_month = day_of_year.checked_mul(5)?.checked_add(2)? / 153;
		let month_start = march_month.checked_mul(153)?.checked_add(2)? / 5;
		let day = day_of_year.checked_sub(month_start)?.checked_add(1)?;
		let month = match march_month < 10 {
			true => march_month.checked_add(3)?,
			false => march_month.checked_sub(9)?,
		};
		let year =
			era.checked_mul(400)?.checked_add(year_of_era)?.checked_add(u32::from(month <= 2))?;
		Some(CalendarDay {
			year: year.try_into().ok()?,
			month: month.try_into().ok()?,
			day: day.try_into().ok()?,
		})
	}

	/// The year of [`Date::calendar`].
	pub fn year(self) -> u16 {
		self.calendar().year
	}

	/// Day of the week: 0 for Monday, 6 for Sunday.
	pub fn weekday(self) -> u8 {
		// 1970-01-01 was a Thursday.
		u8::try_from(self.0.wrapping_rem(7).wrapping_add(3).wrapping_rem(7)).unwrap_or(0)
	}

	/// Day of the year, from 0.
	pub fn day_of_year(self) -> u16 {
		Self::from_calendar(self.year(), 1, 1)
			.and_then(|first| self.0.checked_sub(first.0))
			.and_then(|days| days.try_into().ok())
			.unwrap_or(0)
	}

	/// The day in China Standard Time at a moment; after 9999 the last day there is.
	pub fn from_moment(moment: Moment) -> Self {
		let days = moment.0.saturating_add(CHINA_OFFSET_MS) / DAY_MS;
		u32::try_from(days).map(Self).unwrap_or(Self::MAX).min(Self::MAX)
	}

	/// The day's first moment, 0:00 UTC+8; the epoch itself for 1970-01-01, which began before it.
	pub fn start(self) -> Moment {
		Moment(u64::from(self.0).saturating_mul(DAY_MS).saturating_sub(CHINA_OFFSET_MS))
	}

	/// The first moment after the day, 24:00 UTC+8.
	pub fn end(self) -> Moment {
		let days = u64::from(self.0).saturating_add(1);
		Moment(days.saturating_mul(DAY_MS).saturating_sub(CHINA_OFFSET_MS))
	}

	/// So many days later, or `None` after [`Date::MAX`].
	pub fn plus_days(self, days: u32) -> Option<Self> {
		self.0.checked_add(days).map(Self).filter(|date| date.is_valid())
	}

	/// The corresponding day so many months later, or that month's last day where there is none
	/// (Civil Code art. 202); `None` after [`Date::MAX`].
	pub fn plus_months(self, months: u32) -> Option<Self> {
		let CalendarDay { year, month, day } = self.checked_calendar()?;
		let months = u32::from(year)
			.checked_mul(12)?
			.checked_add(u32::from(month))?
			.checked_sub(1)?
			.checked_add(months)?;
		let year = u16::try_from(months / 12).ok()?;
		let month = u8::try_from(months % 12).ok()?.checked_add(1)?;
		Self::from_calendar(year, month, day.min(days_in_month(year, month)))
	}

	/// The corresponding day so many years later; 28 February where there is no 29th.
	pub fn plus_years(self, years: u32) -> Option<Self> {
		self.plus_months(years.checked_mul(12)?)
	}
}

impl fmt::Display for Date {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let CalendarDay { year, month, day } = self.calendar();
		write!(f, "{year:04}-{month:02}-{day:02}")
	}
}

impl FromStr for Date {
	type Err = WrongDate;

	fn from_str(text: &str) -> Result<Self, WrongDate> {
		let mut parts = text.split('-');
		let mut number = |digits: usize| {
			let part = parts.next().ok_or(WrongDate)?;
			let well_formed =
				part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
			well_formed.then(|| part.parse::<u16>().ok()).flatten().ok_or(WrongDate)
		};
		let (year, month, day) = (number(4)?, number(2)?, number(2)?);
		let month = month.try_into().map_err(|_| WrongDate)?;
		let day = day.try_into().map_err(|_| WrongDate)?;
		if parts.next().is_some() {
			return Err(WrongDate);
		}
		Self::from_calendar(year, month, day).ok_or(WrongDate)
	}
}

crate::serde_as_text!(Date);

impl Period {
	/// From a moment on, to the end of protection.
	pub const fn open(from: Moment) -> Self {
		Self { from, until: None }
	}

	/// From a moment on, up to another.
	pub const fn new(from: Moment, until: Moment) -> Self {
		Self { from, until: Some(until) }
	}

	/// Whether there is any moment inside.
	pub fn is_valid(&self) -> bool {
		self.until.is_none_or(|until| until > self.from)
	}

	/// Whether a moment is inside.
	pub fn contains(&self, moment: Moment) -> bool {
		self.from <= moment && self.until.is_none_or(|until| moment < until)
	}

	/// Whether some moment is inside both.
	pub fn overlaps(&self, other: &Self) -> bool {
		let begins_before_end_of =
			|one: &Self, two: &Self| two.until.is_none_or(|until| one.from < until);
		self.is_valid()
			&& other.is_valid()
			&& begins_before_end_of(self, other)
			&& begins_before_end_of(other, self)
	}

	/// Whether every moment inside is inside `other` too.
	pub fn lies_within(&self, other: &Self) -> bool {
		let ends_in_time = match (self.until, other.until) {
			(_, None) => true,
			(None, Some(_)) => false,
			(Some(own), Some(outer)) => own <= outer,
		};
		other.from <= self.from && ends_in_time
	}
}
