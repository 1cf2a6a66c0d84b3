//! What people and programs see: tables or JSON on stdout, progress and errors on stderr.

pub mod achievement;
pub mod certificate;
pub mod contract;
pub mod describe;
pub mod grant;
pub mod income;
pub mod member;
pub mod notice;
pub mod rights;
pub mod trial;

use crate::error::Error;
use comfy_table::{presets::UTF8_HORIZONTAL_ONLY, ContentArrangement, Table, TableComponent};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde::Serialize;
use std::{io::Write, time::Duration};

/// Where answers go.
#[derive(Clone, Copy, Debug, Default)]
pub struct Output {
	/// JSON for programs rather than tables for people.
	pub json: bool,
}

impl Output {
	/// An answer: as JSON, or as the text that is made of it.
	pub fn answer<T: Serialize>(&self, value: &T, text: impl FnOnce(&T) -> String) {
		let text = match self.json {
			true => to_json(value),
			false => text(value),
		};
		// A reader that has seen enough closes the pipe; that is no failure of the command.
		let _ = writeln!(std::io::stdout(), "{text}");
	}

	/// An error.
	pub fn error(&self, error: &Error) {
		match self.json {
			true => eprintln!("{}", to_json(&error.to_json())),
			false => eprintln!("quanqi: {error}"),
		}
	}

	/// Something to know that is neither answer nor error.
	pub fn note(&self, text: &str) {
		match self.json {
			true => eprintln!("{}", serde_json::json!({ "note": text })),
			false => eprintln!("{text}"),
		}
	}
}

fn to_json<T: Serialize>(value: &T) -> String {
	serde_json::to_string_pretty(value)
		.unwrap_or_else(|error| format!("{{\"error\": \"cannot be written as JSON: {error}\"}}"))
}

/// A table with a header.
pub fn table<Row, Cell>(header: &[&str], rows: impl IntoIterator<Item = Row>) -> String
where
	Row: IntoIterator<Item = Cell>,
	Cell: ToString,
{
	let mut table = Table::new();
	table
		.load_preset(UTF8_HORIZONTAL_ONLY)
		.remove_style(TableComponent::HorizontalLines)
		.remove_style(TableComponent::MiddleIntersections)
		.remove_style(TableComponent::LeftBorderIntersections)
		.remove_style(TableComponent::RightBorderIntersections)
		.set_content_arrangement(ContentArrangement::Dynamic)
		.set_header(header);
	for row in rows {
		table.add_row(row.into_iter().map(|cell| cell.to_string()).collect::<Vec<_>>());
	}
	table.to_string()
}

/// Lines of one kind that are shown before the rest is only counted.
const SHOWN_OF_A_KIND: usize = 5;

/// Facts of one thing, one line each; lines without a value are left out.
pub fn facts<'a>(lines: impl IntoIterator<Item = (&'a str, String)>) -> String {
	let lines = lines.into_iter().filter(|(_, value)| !value.is_empty());
	table(&["", ""], lines.map(|(name, value)| [name.to_owned(), value]))
		.lines()
		.skip(3)
		.collect::<Vec<_>>()
		.join("\n")
}

/// What a long command is doing, on stderr; nothing where that is no terminal.
#[derive(Debug)]
pub struct Progress {
	bar: ProgressBar,
	output: Output,
}

impl Progress {
	/// A line that changes.
	pub fn line() -> Self {
		let bar = ProgressBar::new_spinner();
		bar.set_draw_target(ProgressDrawTarget::stderr());
		bar.enable_steady_tick(Duration::from_millis(120));
		Self { bar, output: Output::default() }
	}

	/// A bar of so many steps; its lines go where those of this output go.
	pub fn bar(length: usize, output: Output) -> Self {
		let bar = ProgressBar::new(u64::try_from(length).unwrap_or(u64::MAX));
		bar.set_draw_target(ProgressDrawTarget::stderr());
		let style = ProgressStyle::with_template("{bar:40} {pos}/{len} {msg}");
		bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
		Self { bar, output }
	}

	/// Nothing at all.
	pub fn hidden() -> Self {
		Self { bar: ProgressBar::hidden(), output: Output::default() }
	}

	/// What is being done now.
	pub fn step(&self, text: &str) {
		self.bar.set_message(text.to_owned());
	}

	/// So many steps are done.
	pub fn advance(&self, steps: usize) {
		self.bar.inc(u64::try_from(steps).unwrap_or(u64::MAX));
	}

	/// A line that stays, above the bar.
	pub fn print(&self, text: &str) {
		match self.bar.is_hidden() || self.output.json {
			true => self.output.note(text),
			false => self.bar.println(text),
		}
	}

	/// The first few of many lines of one kind, and how many more there are: a repeated import would
	/// otherwise bury what matters under a line for each row it has seen before.
	pub fn print_first(&self, lines: &[String]) {
		for line in lines.iter().take(SHOWN_OF_A_KIND) {
			self.print(line);
		}
		if let Some(more @ 1..) = lines.len().checked_sub(SHOWN_OF_A_KIND) {
			self.print(&format!("… and {more} more rows like these; --json lists them all"));
		}
	}
}

impl Drop for Progress {
	/// The line goes with the command.
	fn drop(&mut self) {
		self.bar.finish_and_clear();
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn facts_should_leave_out_what_has_no_value() {
		let text = facts([("number", "7".to_owned()), ("sponsor", String::new())]);
		assert!(
			text.contains("number") && text.contains('7') && !text.contains("sponsor"),
			"{text}"
		);
	}

	#[test]
	fn table_should_have_its_header_and_rows() {
		let text = table(&["member 成员"], [["清华大学"]]);
		assert!(text.contains("member 成员") && text.contains("清华大学"), "{text}");
	}
}
