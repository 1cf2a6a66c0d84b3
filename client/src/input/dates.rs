//! Days as people write them, `YYYY-MM-DD` in China Standard Time.

use clap::Args;
use quanqi_types::{Date, Moment, Period, Term, TermUnit};

/// For how long.
#[derive(Args, Clone, Debug)]
pub struct PeriodArgs {
	/// First day; now when absent
	#[arg(long, value_parser = parse_date)]
	pub from: Option<Date>,
	/// Last day; the end of protection when absent
	#[arg(long, value_parser = parse_date)]
	pub until: Option<Date>,
}

/// A day.
pub fn parse_date(text: &str) -> Result<Date, String> {
	text.trim().parse().map_err(|error| format!("{text}: {error}, such as 2026-11-21"))
}

/// The day something happened: its first moment.
pub fn parse_day_start(text: &str) -> Result<Moment, String> {
	parse_date(text).map(Date::start)
}

/// The last day of something: the first moment after it.
pub fn parse_last_day(text: &str) -> Result<Moment, String> {
	parse_date(text).map(Date::end)
}

/// From the start of one day, or now, to the end of another, or of protection.
pub fn period(from: Option<Date>, until: Option<Date>, now: Moment) -> Result<Period, String> {
	let period = Period { from: from.map_or(now, Date::start), until: until.map(Date::end) };
	match period.until {
		Some(end) if end <= period.from => Err(format!(
			"the last day {} is before the first {}",
			until.map(|date| date.to_string()).unwrap_or_default(),
			period.from.date()
		)),
		_ => Ok(period),
	}
}

/// A number and a unit: `15d`, `10 years`, `15 working-days`, `2 minutes`.
pub fn parse_term(text: &str) -> Result<Term, String> {
	let text = text.trim();
	let split = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
	let (number, unit) = text.split_at(split);
	let number = number
		.parse()
		.map_err(|_| format!("{text}: a period is a number and a unit, such as 15d or 10 years"))?;
	let unit = match unit.trim().trim_end_matches('s') {
		"min" | "minute" => TermUnit::Minute,
		"d" | "day" => TermUnit::Day,
		"wd" | "working-day" => TermUnit::WorkingDay,
		"m" | "month" => TermUnit::Month,
		"y" | "year" => TermUnit::Year,
		other => {
			return Err(format!(
				"{text}: unit `{other}` is none of minute, day, working-day, month, year"
			))
		}
	};
	Ok(Term { number, unit })
}

/// A moment for people: the day, and the time where it is not the first of the day.
pub fn show(moment: Moment) -> String {
	let date = moment.date();
	let past = moment.0.saturating_sub(date.start().0) / 1_000;
	match past {
		0 => date.to_string(),
		_ => format!("{date} {:02}:{:02}:{:02}", past / 3_600, past / 60 % 60, past % 60),
	}
}

/// The last day before a moment, for periods that end at 24:00.
pub fn show_until(until: Option<Moment>) -> String {
	match until {
		None => "end of protection".to_owned(),
		Some(moment) if moment.date().start() == moment && moment.0 > 0 => {
			Moment(moment.0.saturating_sub(1)).date().to_string()
		}
		Some(moment) => show(moment),
	}
}

/// A period for people.
pub fn show_period(period: &Period) -> String {
	format!("{} – {}", show(period.from), show_until(period.until))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn day_should_be_counted_in_china_standard_time() {
		let moment = parse_day_start("2026-11-21").unwrap();
		assert_eq!(moment, Moment(1_795_190_400_000));
		assert_eq!(show(moment), "2026-11-21");
		assert_eq!(show(Moment(moment.0 + 3_661_000)), "2026-11-21 01:01:01");
	}

	#[test]
	fn last_day_should_end_at_midnight_when_shown_again() {
		let until = parse_last_day("2026-12-31").unwrap();
		assert_eq!(until.date().to_string(), "2027-01-01");
		assert_eq!(show_until(Some(until)), "2026-12-31");
		assert_eq!(show_until(None), "end of protection");
	}

	#[test]
	fn date_should_be_refused_when_the_calendar_has_no_such_day() {
		for wrong in ["2026-02-29", "2026-13-01", "21.11.2026", "", "2026-11-21x"] {
			assert!(parse_date(wrong).unwrap_err().contains("YYYY-MM-DD"), "{wrong}");
		}
	}

	#[test]
	fn period_should_be_refused_when_it_ends_before_it_begins() {
		let day = |text| Some(parse_date(text).unwrap());
		let error = period(day("2026-11-21"), day("2026-11-20"), Moment(0)).unwrap_err();
		assert_eq!(error, "the last day 2026-11-20 is before the first 2026-11-21");
		assert!(period(day("2026-11-21"), day("2026-11-21"), Moment(0)).is_ok());
		assert_eq!(period(None, None, Moment(7)).unwrap(), Period { from: Moment(7), until: None });
	}

	#[test]
	fn term_should_be_read_with_its_unit() {
		let term = |number, unit| Ok(Term { number, unit });
		assert_eq!(parse_term("15d"), term(15, TermUnit::Day));
		assert_eq!(parse_term("10 years"), term(10, TermUnit::Year));
		assert_eq!(parse_term("15 working-days"), term(15, TermUnit::WorkingDay));
		assert_eq!(parse_term("1 month"), term(1, TermUnit::Month));
		assert_eq!(parse_term("2min"), term(2, TermUnit::Minute));
		assert!(parse_term("10 weeks").unwrap_err().contains("week"));
		assert!(parse_term("years").is_err());
	}
}
