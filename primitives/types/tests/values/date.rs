//! Days of the calendar in China Standard Time, and periods between moments.

use proptest::prelude::*;
use quanqi_types::{
	date::{days_in_month, CalendarDay},
	*,
};

fn date(text: &str) -> Date {
	text.parse().unwrap()
}

#[test]
fn date_should_count_days_from_the_epoch() {
	for (text, days) in [
		("1970-01-01", 0),
		("1999-12-31", 10_956),
		("2000-02-29", 11_016),
		("2024-02-29", 19_782),
		("2026-11-21", 20_778),
		("2100-03-01", 47_541),
		("9999-12-31", 2_932_896),
	] {
		assert_eq!(date(text), Date(days), "{text}");
		assert_eq!(Date(days).to_string(), text);
	}
}

#[test]
fn date_should_be_refused_when_the_calendar_has_none() {
	for text in [
		"2026-02-29",
		"2100-02-29",
		"2026-13-01",
		"2026-00-01",
		"2026-01-00",
		"2026-04-31",
		"1969-12-31",
		"2026-1-01",
		"26-01-01",
		"2026-01-01-01",
		"2026/01/01",
		"+026-01-01",
		"",
		"10000-01-01",
	] {
		assert!(text.parse::<Date>().is_err(), "{text}");
		assert!(serde_json::from_str::<Date>(&format!("\"{text}\"")).is_err());
	}
}

#[test]
fn weekday_should_be_zero_on_monday() {
	assert_eq!(date("2026-11-23").weekday(), 0);
	assert_eq!(date("2026-11-21").weekday(), 5);
	assert_eq!(date("1970-01-01").weekday(), 3);
	assert_eq!(date("9999-12-31").weekday(), 4);
}

#[test]
fn day_should_run_from_midnight_to_midnight_in_china() {
	// 2026-11-21T00:00:00+08:00 is 2026-11-20T16:00:00Z.
	let day = date("2026-11-21");
	assert_eq!(day.start(), Moment(1_795_190_400_000));
	assert_eq!(day.end(), Moment(1_795_276_800_000));
	assert_eq!(Date::from_moment(day.start()), day);
	assert_eq!(Date::from_moment(Moment(day.start().0 - 1)), date("2026-11-20"));
	assert_eq!(Date::from_moment(Moment(day.end().0 - 1)), day);
}

#[test]
fn not_before_should_be_the_day_itself_when_due_at_its_first_moment() {
	let day = Date::from_calendar(2026, 11, 21).unwrap();
	assert_eq!(Date::not_before(day.start()), day);
}

#[test]
fn not_before_should_be_the_next_day_when_due_in_the_course_of_a_day() {
	let day = Date::from_calendar(2026, 11, 21).unwrap();
	let later = day.start().checked_add_ms(1).unwrap();
	assert_eq!(Date::not_before(later), day.plus_days(1).unwrap());
}

#[test]
fn from_moment_should_stay_in_the_calendar_when_the_moment_is_absurd() {
	assert_eq!(Date::from_moment(Moment(u64::MAX)), Date::MAX);
	assert_eq!(Date(u32::MAX).to_string(), "9999-12-31");
	assert!(!Date(u32::MAX).is_valid());
	assert_eq!(Date(u32::MAX).plus_months(1), None);
}

#[test]
fn plus_months_should_end_on_the_last_day_when_there_is_no_corresponding_one() {
	assert_eq!(date("2026-01-31").plus_months(1), Some(date("2026-02-28")));
	assert_eq!(date("2024-01-31").plus_months(1), Some(date("2024-02-29")));
	assert_eq!(date("2026-08-31").plus_months(13), Some(date("2027-09-30")));
	assert_eq!(date("2026-11-15").plus_months(2), Some(date("2027-01-15")));
	assert_eq!(date("9999-12-01").plus_months(1), None);
	assert_eq!(date("2026-01-01").plus_months(u32::MAX), None);
}

#[test]
fn plus_years_should_end_on_28_february_when_the_year_is_no_leap_year() {
	assert_eq!(date("2024-02-29").plus_years(3), Some(date("2027-02-28")));
	assert_eq!(date("2024-02-29").plus_years(4), Some(date("2028-02-29")));
	assert_eq!(date("2026-01-01").plus_years(u32::MAX), None);
}

#[test]
fn moment_should_refuse_to_leave_its_range() {
	assert_eq!(Moment(5).checked_add_ms(7), Some(Moment(12)));
	assert_eq!(Moment(u64::MAX).checked_add_ms(1), None);
	assert_eq!(Moment(0).checked_sub_ms(1), None);
	assert_eq!(serde_json::to_string(&Moment(12)).unwrap(), "12");
}

#[test]
fn period_should_contain_its_first_moment_and_not_its_end() {
	let period = Period::new(Moment(10), Moment(20));
	assert!(period.contains(Moment(10)) && period.contains(Moment(19)));
	assert!(!period.contains(Moment(9)) && !period.contains(Moment(20)));
	assert!(Period::open(Moment(10)).contains(Moment(u64::MAX)));
}

#[test]
fn period_should_be_invalid_when_it_is_empty() {
	assert!(!Period::new(Moment(10), Moment(10)).is_valid());
	assert!(!Period::new(Moment(10), Moment(9)).is_valid());
	assert!(Period::new(Moment(10), Moment(11)).is_valid());
	assert!(Period::open(Moment(u64::MAX)).is_valid());
}

#[test]
fn period_should_not_overlap_the_one_that_follows_at_once() {
	let (first, next) = (Period::new(Moment(10), Moment(20)), Period::open(Moment(20)));
	assert!(!first.overlaps(&next) && !next.overlaps(&first));
	assert!(first.overlaps(&Period::open(Moment(19))));
}

#[test]
fn period_should_not_lie_within_when_it_has_no_end_and_the_outer_has() {
	let outer = Period::new(Moment(10), Moment(20));
	assert!(!Period::open(Moment(12)).lies_within(&outer));
	assert!(outer.lies_within(&outer));
	assert!(outer.lies_within(&Period::open(Moment(10))));
	assert!(!outer.lies_within(&Period::open(Moment(11))));
	assert!(!Period::new(Moment(12), Moment(21)).lies_within(&outer));
}

fn periods() -> impl Strategy<Value = Period> {
	(0u64..40, proptest::option::of(1u64..20)).prop_map(|(from, length)| Period {
		from: Moment(from),
		until: length.map(|length| Moment(from + length)),
	})
}

proptest! {
	#[test]
	fn date_should_round_trip_from_1970_to_2200(days in 0u32..84_371) {
		let date = Date(days);
		let CalendarDay { year, month, day } = date.calendar();
		prop_assert_eq!(Date::from_calendar(year, month, day), Some(date));
		prop_assert!(day <= days_in_month(year, month));
		prop_assert_eq!(date.to_string().parse(), Ok(date));
		prop_assert_eq!(date.start().date(), date);
		prop_assert_eq!(u32::from(date.day_of_year()) + Date::from_calendar(year, 1, 1).unwrap().0, days);
	}

	#[test]
	fn calendar_should_go_on_by_one_day(days in 0u32..2_932_896) {
		let (today, tomorrow) = (Date(days).calendar(), Date(days + 1).calendar());
		prop_assert!(today < tomorrow);
		let same_month = tomorrow.day == today.day + 1;
		prop_assert!(same_month || tomorrow.day == 1 && today.day == days_in_month(today.year, today.month));
	}

	#[test]
	fn periods_should_agree_with_their_moments(one in periods(), two in periods()) {
		let moments = || (0u64..80).map(Moment);
		let overlap = moments().any(|moment| one.contains(moment) && two.contains(moment));
		prop_assert_eq!(one.overlaps(&two), overlap);
		prop_assert_eq!(two.overlaps(&one), overlap);
		if one.lies_within(&two) {
			prop_assert!(overlap);
			prop_assert!(moments().all(|moment| !one.contains(moment) || two.contains(moment)));
		}
	}
}
