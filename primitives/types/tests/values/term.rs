//! When legal periods end (Civil Code arts. 200 to 204).

use codec::{Decode, Encode};
use proptest::prelude::*;
use quanqi_types::{bounds::MAX_TERM_WORKING_DAYS, term::CalendarError, *};

fn date(text: &str) -> Date {
	text.parse().unwrap()
}

fn dates(texts: &[&str]) -> Vec<Date> {
	texts.iter().map(|text| date(text)).collect()
}

/// 2026 with the National Day holiday only, and its two make-up days.
fn calendar_2026() -> WorkingCalendar {
	let days_off = [
		"2026-10-01",
		"2026-10-02",
		"2026-10-03",
		"2026-10-04",
		"2026-10-05",
		"2026-10-06",
		"2026-10-07",
	];
	WorkingCalendar::new(2026, dates(&days_off), dates(&["2026-09-20", "2026-10-10"])).unwrap()
}

fn governed(year: u16) -> Option<WorkingCalendar> {
	(year == 2026).then(calendar_2026)
}

/// Last day of a term that runs from an event at noon.
fn last_day(number: u32, unit: TermUnit, event: &str) -> (String, bool) {
	let noon = date(event).start().checked_add_ms(12 * 60 * 60_000).unwrap();
	let end = Term::new(number, unit).end_after(noon, governed).unwrap();
	let last = end.moment.checked_sub_ms(1).unwrap().date();
	assert_eq!(last.end(), end.moment, "a term ends at 24:00");
	(last.to_string(), end.calendar_missing)
}

#[test]
fn day_of_the_event_should_not_count() {
	assert_eq!(last_day(15, TermUnit::Day, "2026-11-02"), ("2026-11-17".into(), false));
	assert_eq!(last_day(1, TermUnit::Day, "2026-11-02"), ("2026-11-03".into(), false));
}

#[test]
fn day_of_the_event_should_be_the_day_in_china() {
	// 2026-11-02T23:00Z is already 3 November in China.
	let event = date("2026-11-03").start().checked_add_ms(7 * 60 * 60_000).unwrap();
	let end = Term::new(1, TermUnit::Day).end_after(event, governed).unwrap();
	assert_eq!(end.moment, date("2026-11-04").end());
}

#[test]
fn term_should_move_on_when_its_last_day_is_a_weekend() {
	assert_eq!(last_day(5, TermUnit::Day, "2026-11-16"), ("2026-11-23".into(), false));
}

#[test]
fn term_should_move_on_when_its_last_day_is_a_holiday() {
	assert_eq!(last_day(1, TermUnit::Month, "2026-09-01"), ("2026-10-08".into(), false));
}

#[test]
fn term_should_end_on_a_saturday_when_that_is_made_up() {
	assert_eq!(last_day(2, TermUnit::Day, "2026-10-08"), ("2026-10-10".into(), false));
}

#[test]
fn months_should_end_on_the_last_day_when_there_is_no_corresponding_one() {
	assert_eq!(last_day(3, TermUnit::Month, "2026-08-31"), ("2026-11-30".into(), false));
}

#[test]
fn years_should_end_on_the_corresponding_day_and_flag_a_missing_calendar() {
	assert_eq!(last_day(10, TermUnit::Year, "2026-11-20"), ("2036-11-20".into(), true));
	assert_eq!(last_day(1, TermUnit::Year, "2024-02-29"), ("2025-02-28".into(), true));
	assert_eq!(last_day(1, TermUnit::Year, "2025-11-20"), ("2026-11-20".into(), false));
}

#[test]
fn working_days_should_skip_holidays_and_count_make_up_days() {
	// 8, 9, 10 (made up), 12 and 13 October.
	assert_eq!(last_day(5, TermUnit::WorkingDay, "2026-09-30"), ("2026-10-13".into(), false));
}

#[test]
fn working_days_should_be_monday_to_friday_and_flagged_when_no_calendar_is_set() {
	assert_eq!(last_day(5, TermUnit::WorkingDay, "2027-09-30"), ("2027-10-07".into(), true));
}

#[test]
fn working_days_should_use_the_calendar_of_each_year() {
	// 31 December 2026 by the calendar, 1 January 2027 (a Friday) without one.
	assert_eq!(last_day(1, TermUnit::WorkingDay, "2026-12-30"), ("2026-12-31".into(), false));
	assert_eq!(last_day(2, TermUnit::WorkingDay, "2026-12-30"), ("2027-01-01".into(), true));
}

#[test]
fn minutes_should_run_from_the_event_itself() {
	let end = Term::new(3, TermUnit::Minute).end_after(Moment(1_000), governed).unwrap();
	assert_eq!(end, TermEnd { moment: Moment(181_000), calendar_missing: false });
}

#[test]
fn term_of_nothing_should_end_with_the_event() {
	let end = Term::new(0, TermUnit::Day).end_after(Moment(1_000), governed).unwrap();
	assert_eq!(end, TermEnd { moment: Moment(1_000), calendar_missing: false });
}

#[test]
fn term_should_have_no_end_when_it_leaves_the_calendar() {
	let event = date("2026-01-05").start();
	for unit in [TermUnit::Day, TermUnit::Month, TermUnit::Year, TermUnit::WorkingDay] {
		assert_eq!(Term::new(u32::MAX, unit).end_after(event, |_| None), None);
	}
	let longest = Term::new(MAX_TERM_WORKING_DAYS, TermUnit::WorkingDay);
	assert!(longest.end_after(event, |_| None).is_some());
	let longer = Term::new(MAX_TERM_WORKING_DAYS + 1, TermUnit::WorkingDay);
	assert_eq!(longer.end_after(event, |_| None), None);
	assert_eq!(Term::new(1, TermUnit::Minute).end_after(Moment(u64::MAX), |_| None), None);
}

#[test]
fn term_should_have_no_end_when_its_calendar_has_no_work() {
	let idle = |year| Some(WorkingCalendar { year, days: [0; 32], days_rest: [0; 14] });
	assert_eq!(Term::new(1, TermUnit::Day).end_after(date("2026-01-05").start(), idle), None);
}

#[test]
fn calendar_should_know_only_its_own_year() {
	let calendar = calendar_2026();
	assert_eq!(calendar.is_working(date("2026-10-01")), Some(false));
	assert_eq!(calendar.is_working(date("2026-10-10")), Some(true));
	assert_eq!(calendar.is_working(date("2026-12-31")), Some(true));
	assert_eq!(calendar.is_working(date("2027-01-01")), None);
	assert!(calendar.is_valid());
}

#[test]
fn calendar_should_be_refused_when_a_day_is_outside_or_contradicts() {
	let new =
		|off: &[&str], made_up: &[&str]| WorkingCalendar::new(2026, dates(off), dates(made_up));
	assert_eq!(new(&["2027-01-01"], &[]), Err(CalendarError::OutsideYear));
	assert_eq!(new(&[], &["2025-12-31"]), Err(CalendarError::OutsideYear));
	assert_eq!(new(&["2026-10-10"], &["2026-10-10"]), Err(CalendarError::Contradiction));
	assert_eq!(WorkingCalendar::new(1969, [], []), Err(CalendarError::OutsideYear));
}

#[test]
fn calendar_should_be_invalid_when_a_bit_stands_after_the_year() {
	let mut calendar = calendar_2026();
	// Day 366 of a year with 365.
	calendar.days_rest[13] |= 1 << 5;
	assert!(!calendar.is_valid());
	assert!(!WorkingCalendar { year: 2026, days: [0; 32], days_rest: [0; 14] }.is_valid());
	assert!(WorkingCalendar::new(2028, [], []).unwrap().is_valid());
}

#[test]
fn calendar_json_should_name_what_differs_from_monday_to_friday() {
	let calendar =
		WorkingCalendar::new(2026, dates(&["2026-01-01", "2026-01-03"]), dates(&["2026-01-04"]))
			.unwrap();
	let json = serde_json::to_string(&calendar).unwrap();
	// 3 January 2026 is a Saturday, off anyway.
	assert_eq!(json, r#"{"year":2026,"days_off":["2026-01-01"],"make_up_days":["2026-01-04"]}"#);
	assert_eq!(serde_json::from_str::<WorkingCalendar>(&json).unwrap(), calendar);
	assert_eq!(WorkingCalendar::decode(&mut calendar.encode().as_slice()), Ok(calendar));
}

proptest! {
	#[test]
	fn term_should_end_on_a_working_day_after_the_event(
		day in 20_089u32..22_000,
		number in 1u32..400,
		unit in prop::sample::select(vec![TermUnit::Day, TermUnit::WorkingDay, TermUnit::Month, TermUnit::Year]),
	) {
		let event = Date(day).start();
		let end = Term::new(number, unit).end_after(event, governed).unwrap();
		let last = end.moment.checked_sub_ms(1).unwrap().date();
		prop_assert!(last > Date(day));
		let works = governed(last.year()).map_or(last.weekday() < 5, |year| year.is_working(last).unwrap());
		prop_assert!(works);
		let longer = Term::new(number + 1, unit).end_after(event, governed).unwrap();
		prop_assert!(longer.moment >= end.moment);
	}
}
