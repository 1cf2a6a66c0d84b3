//! Legal periods (期间) and working days (工作日): when a term of so many days, months or years ends
//! (Civil Code arts. 200 to 204).

use crate::{
	bounds::{MAX_DAYS_WITHOUT_WORK, MAX_TERM_WORKING_DAYS},
	date::{is_leap_year, Date, Moment, MINUTE_MS},
};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::fmt;
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// What a term counts in.
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
pub struct Term {
	/// How many.
	pub number: u32,
	/// Of what.
	pub unit: TermUnit,
}

/// One year's working days (工作日历): a bit per day of the year, set where the day is worked.
///
/// JSON writes what differs from Monday to Friday:
/// `{"year": 2026, "days_off": ["2026-01-01"], "make_up_days": ["2026-01-04"]}`.
#[derive(
	Clone,
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
#[serde(into = "CalendarText", try_from = "CalendarText")]
pub struct WorkingCalendar {
	/// The calendar year.
	pub year: u16,
	/// Bit `n` of byte `n / 8` is day `n + 1` of the year.
	pub days: [u8; 32],
	/// Bits of days 257 to 366.
	pub days_rest: [u8; 14],
}

/// When a term ends.
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
pub struct TermEnd {
	/// First moment after the term: 24:00 UTC+8 of its last day.
	pub moment: Moment,
	/// Whether a year without a governed calendar was counted by Monday to Friday.
	pub calendar_missing: bool,
}

/// Why days are no working calendar of a year.
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
pub enum CalendarError {
	/// A day of another year, or the year has no calendar here.
	#[codec(index = 0)]
	OutsideYear,
	/// A day that is off and worked at once.
	#[codec(index = 1)]
	Contradiction,
}

impl fmt::Display for CalendarError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(match self {
			Self::OutsideYear => "a day is outside the year of its calendar",
			Self::Contradiction => "a day is off and made up at once",
		})
	}
}

impl core::error::Error for CalendarError {}

/// Whether a day is from Monday to Friday.
fn is_weekday(date: Date) -> bool {
	date.weekday() < 5
}

impl WorkingCalendar {
	/// Monday to Friday, without the days off (放假) and with the make-up working days (调休上班).
	///
	/// Days off that are weekend days anyway may be named, as in the State Council's notices.
	pub fn new(
		year: u16,
		days_off: impl IntoIterator<Item = Date>,
		make_up_days: impl IntoIterator<Item = Date>,
	) -> Result<Self, CalendarError> {
		let first = Date::from_calendar(year, 1, 1).ok_or(CalendarError::OutsideYear)?;
		let mut calendar = Self { year, days: [0; 32], days_rest: [0; 14] };
		for day in 0..year_days(year) {
			let date = first.plus_days(day.into()).ok_or(CalendarError::OutsideYear)?;
			calendar.set(date, is_weekday(date))?;
		}
		let made_up: Vec<_> = make_up_days.into_iter().collect();
		for date in &made_up {
			calendar.set(*date, true)?;
		}
		for date in days_off {
			if made_up.contains(&date) {
				return Err(CalendarError::Contradiction);
			}
			calendar.set(date, false)?;
		}
		Ok(calendar)
	}

	fn set(&mut self, date: Date, works: bool) -> Result<(), CalendarError> {
		if !date.is_valid() || date.year() != self.year {
			return Err(CalendarError::OutsideYear);
		}
		let (byte, bit) = place_of(date.day_of_year());
		let byte = self
			.days
			.iter_mut()
			.chain(&mut self.days_rest)
			.nth(byte)
			.ok_or(CalendarError::OutsideYear)?;
		match works {
			true => *byte |= bit,
			false => *byte &= !bit,
		}
		Ok(())
	}

	/// Whether a day of the calendar's year is worked; `None` for a day of another year.
	pub fn is_working(&self, date: Date) -> Option<bool> {
		if date.year() != self.year {
			return None;
		}
		let (byte, bit) = place_of(date.day_of_year());
		let byte = self.days.iter().chain(&self.days_rest).nth(byte)?;
		Some(byte & bit != 0)
	}

	/// Whether the year is known and no bit stands after its last day.
	pub fn is_valid(&self) -> bool {
		let in_reach = (1970..=9999).contains(&self.year);
		let mut bytes = self.days.iter().chain(&self.days_rest);
		let stray = (year_days(self.year)..368).any(|day| {
			let (byte, bit) = place_of(day);
			bytes.clone().nth(byte).is_some_and(|byte| byte & bit != 0)
		});
		let some_work = bytes.any(|byte| *byte != 0);
		in_reach && some_work && !stray
	}

	fn dates(&self) -> impl Iterator<Item = Date> {
		let first = Date::from_calendar(self.year, 1, 1);
		(0..year_days(self.year)).filter_map(move |day| first?.plus_days(day.into()))
	}
}

fn year_days(year: u16) -> u16 {
	match is_leap_year(year) {
		true => 366,
		false => 365,
	}
}

/// Byte and bit of a day of the year.
fn place_of(day_of_year: u16) -> (usize, u8) {
	(usize::from(day_of_year / 8), 1u8.wrapping_shl(u32::from(day_of_year % 8)))
}

/// A calendar as it is written: what differs from Monday to Friday.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct CalendarText {
	year: u16,
	#[serde(default)]
	days_off: Vec<Date>,
	#[serde(default)]
	make_up_days: Vec<Date>,
}

impl From<WorkingCalendar> for CalendarText {
	fn from(calendar: WorkingCalendar) -> Self {
		let differing = |works: bool| {
			calendar
				.dates()
				.filter(|date| {
					calendar.is_working(*date) == Some(works) && is_weekday(*date) != works
				})
				.collect()
		};
		Self { year: calendar.year, days_off: differing(false), make_up_days: differing(true) }
	}
}

impl TryFrom<CalendarText> for WorkingCalendar {
	type Error = CalendarError;

	fn try_from(text: CalendarText) -> Result<Self, CalendarError> {
		Self::new(text.year, text.days_off, text.make_up_days)
	}
}

impl Term {
	/// So many of a unit.
	pub const fn new(number: u32, unit: TermUnit) -> Self {
		Self { number, unit }
	}

	/// When a term ends that runs from `event`; `None` where that is past the calendar or the bounds.
	///
	/// The day of the event does not count. Months and years end on the corresponding day, or on the
	/// month's last day; a last day without work moves to the next working day (art. 203), by the
	/// calendar of its year or, where `calendars` has none, by Monday to Friday, which is flagged.
	/// The term runs to 24:00 UTC+8 of the last day. Minutes run from the event itself, and a term of
	/// nothing ends with it.
	pub fn end_after(
		&self,
		event: Moment,
		calendars: impl Fn(u16) -> Option<WorkingCalendar>,
	) -> Option<TermEnd> {
		if self.number == 0 {
			return Some(TermEnd { moment: event, calendar_missing: false });
		}
		let day = Date::from_moment(event);
		let last_day = match self.unit {
			TermUnit::Minute => {
				let ms = u64::from(self.number).checked_mul(MINUTE_MS)?;
				let moment = event.checked_add_ms(ms)?;
				return Some(TermEnd { moment, calendar_missing: false });
			}
			TermUnit::Day => day.plus_days(self.number)?,
			TermUnit::Month => day.plus_months(self.number)?,
			TermUnit::Year => day.plus_years(self.number)?,
			TermUnit::WorkingDay => day,
		};
		let mut work = WorkingDays { calendars, current: None, missing: false };
		let last_day = match self.unit {
			TermUnit::WorkingDay => work.count(last_day, self.number)?,
			_ => work.next_from(last_day)?,
		};
		Some(TermEnd { moment: last_day.end(), calendar_missing: work.missing })
	}
}

/// Looks days up, and keeps the calendar of the last year it was asked about.
struct WorkingDays<C> {
	calendars: C,
	current: Option<(u16, Option<WorkingCalendar>)>,
	missing: bool,
}

impl<C: Fn(u16) -> Option<WorkingCalendar>> WorkingDays<C> {
	fn is_working(&mut self, date: Date) -> bool {
		let year = date.year();
		if self.current.as_ref().is_none_or(|(known, _)| *known != year) {
			self.current = Some((year, (self.calendars)(year)));
		}
		let by_calendar = self
			.current
			.as_ref()
			.and_then(|(_, calendar)| calendar.as_ref())
			.and_then(|calendar| calendar.is_working(date));
		by_calendar.unwrap_or_else(|| {
			self.missing = true;
			is_weekday(date)
		})
	}

	/// This day, or the first working day after it.
	fn next_from(&mut self, date: Date) -> Option<Date> {
		(0..MAX_DAYS_WITHOUT_WORK)
			.map_while(|days| date.plus_days(days))
			.find(|date| self.is_working(*date))
	}

	/// The `number`th working day after `date`.
	fn count(&mut self, date: Date, number: u32) -> Option<Date> {
		if number > MAX_TERM_WORKING_DAYS {
			return None;
		}
		let mut last = date;
		for _ in 0..number {
			last = self.next_from(last.plus_days(1)?)?;
		}
		Some(last)
	}
}
