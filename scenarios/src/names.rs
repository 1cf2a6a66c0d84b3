//! What the words of a scenario stand for: actors, saved values, dates.

use crate::value::{Entry, Fault, Kind, Value};
use quanqi_types::{Date, MemberId, Moment};
use std::collections::BTreeMap;

/// Milliseconds in an hour.
const HOUR_MS: u64 = 3_600_000;

/// What the words of a scenario stand for at one moment of its play.
#[derive(Clone, Debug, Default)]
pub struct Names {
	/// Members, by the names of the actors.
	pub members: BTreeMap<String, MemberId>,
	/// Accounts of the actors' keys.
	pub accounts: BTreeMap<String, [u8; 32]>,
	/// What was saved from events and answers.
	pub saved: BTreeMap<String, Value>,
	/// Makes numbers and documents of one run other than those of every other: `{run}`.
	pub run: String,
	/// When the play began.
	pub start: Moment,
	/// The time of the ledger.
	pub now: Moment,
}

impl Names {
	/// The member of an actor.
	pub fn member(&self, name: &str, line: usize) -> Result<MemberId, Fault> {
		let unknown = || Fault::at(line, format!("no actor is called {name:?}"));
		self.members.get(name).copied().ok_or_else(unknown)
	}

	/// The actor of a member.
	pub fn actor_of(&self, member: MemberId) -> Option<&str> {
		let mut found = self.members.iter().filter(|(_, number)| **number == member);
		found.next().map(|(name, _)| name.as_str())
	}

	/// The value with every `$name` and `{run}` replaced.
	pub fn resolve(&self, value: &Value) -> Result<Value, Fault> {
		let kind = match &value.kind {
			Kind::Text(text) => match text.strip_prefix('$') {
				Some(name) => {
					let saved = self.saved.get(name).ok_or_else(|| {
						Fault::at(value.line, format!("nothing was saved as ${name}"))
					})?;
					saved.kind.clone()
				}
				None => Kind::Text(text.replace("{run}", &self.run)),
			},
			Kind::List(items) => {
				Kind::List(items.iter().map(|item| self.resolve(item)).collect::<Result<_, _>>()?)
			}
			Kind::Table(entries) => {
				let entry = |entry: &Entry| {
					let value = self.resolve(&entry.value)?;
					Ok(Entry { key: entry.key.clone(), line: entry.line, value })
				};
				Kind::Table(entries.iter().map(entry).collect::<Result<_, Fault>>()?)
			}
			other => other.clone(),
		};
		Ok(Value { line: value.line, kind })
	}

	/// A moment: `2026-03-01` (its beginning in China), `2026-03-01T10:00:00+08:00`, `now`, `today`,
	/// `start`, and each of these with `+ 16 days`.
	pub fn moment(&self, value: &Value) -> Result<Moment, Fault> {
		let text = match &value.kind {
			Kind::Text(text) | Kind::Time(text) => text,
			Kind::Integer(number) => {
				let moment = u64::try_from(*number).map(Moment);
				return moment.map_err(|_| value.unexpected("a moment"));
			}
			_ => return Err(value.unexpected("a moment")),
		};
		let wrong = |why: &str| Fault::at(value.line, format!("{text:?} is no moment: {why}"));
		let (base, plus) = match text.split_once(" + ") {
			Some((base, plus)) => (base.trim(), Some(plus.trim())),
			None => (text.trim(), None),
		};
		let moment = match base {
			"now" => self.now,
			"start" => self.start,
			"today" => self.now.date().start(),
			other => written(other).ok_or_else(|| {
				wrong("write 2026-03-01, now, today or start, and perhaps + 16 days")
			})?,
		};
		let Some(plus) = plus else { return Ok(moment) };
		later(moment, plus).ok_or_else(|| wrong("the length is like 16 days, 2 months, 1 hour"))
	}

	/// A day: as [`Self::moment`].
	pub fn date(&self, value: &Value) -> Result<Date, Fault> {
		self.moment(value).map(Moment::date)
	}
}

/// A day, or a day and an hour in China Standard Time or with its own offset.
fn written(text: &str) -> Option<Moment> {
	let (day, time) = match text.split_once(['T', ' ']) {
		Some((day, time)) => (day, Some(time)),
		None => (text, None),
	};
	let day: Date = day.parse().ok()?;
	let Some(time) = time else { return Some(day.start()) };
	let time = time.strip_suffix("+08:00").unwrap_or(time);
	let mut parts = time.split(':').map(|part| part.parse::<u64>().ok());
	let hours = parts.next()??.checked_mul(HOUR_MS)?;
	let minutes = parts.next()??.checked_mul(60_000)?;
	let seconds = match parts.next() {
		Some(seconds) => seconds?.checked_mul(1_000)?,
		None => 0,
	};
	Some(Moment(day.start().0 + hours + minutes + seconds))
}

/// A moment so much later: by the calendar for months and years, by days of 24 hours otherwise.
pub fn later(moment: Moment, length: &str) -> Option<Moment> {
	let (number, unit) = length.split_once(' ')?;
	let number: u32 = number.parse().ok()?;
	let hour_of_day = moment.0.checked_sub(moment.date().start().0)?;
	let on_day = |day: Option<Date>| Some(Moment(day?.start().0 + hour_of_day));
	let exact = |ms: u64| moment.checked_add_ms(ms.checked_mul(number.into())?);
	match unit {
		"second" | "seconds" => exact(1_000),
		"minute" | "minutes" => exact(60_000),
		"hour" | "hours" => exact(HOUR_MS),
		"day" | "days" => on_day(moment.date().plus_days(number)),
		"week" | "weeks" => on_day(moment.date().plus_days(number.checked_mul(7)?)),
		"month" | "months" => on_day(moment.date().plus_months(number)),
		"year" | "years" => on_day(moment.date().plus_years(number)),
		_ => None,
	}
}
