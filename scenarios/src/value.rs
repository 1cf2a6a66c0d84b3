//! What a scenario file says, with the line that each word stands on.

use std::fmt;
use toml::de::{DeTable, DeValue};

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
	/// Line in its file, from one; zero for what came from the ledger.
	pub line: usize,
	/// What it says.
	pub kind: Kind,
}

/// What a value says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
	/// A text.
	Text(String),
	/// A whole number.
	Integer(i128),
	/// Yes or no.
	Flag(bool),
	/// A day, or a moment, as TOML writes it.
	Time(String),
	/// Several values.
	List(Vec<Value>),
	/// Named values.
	Table(Vec<Entry>),
}

/// One line of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
	/// Its name.
	pub key: String,
	/// Line of the name.
	pub line: usize,
	/// What it says.
	pub value: Value,
}

/// What is wrong with a file, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct Fault {
	/// Line in the file, from one; zero where no line is meant.
	pub line: usize,
	/// What is wrong.
	pub text: String,
}

impl fmt::Display for Fault {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self.line {
			0 => f.write_str(&self.text),
			line => write!(f, "line {line}: {}", self.text),
		}
	}
}

impl Fault {
	/// With this text, at a line.
	pub fn at(line: usize, text: impl Into<String>) -> Self {
		Self { line, text: text.into() }
	}

	/// Says in which field it is.
	#[must_use]
	pub fn inside(self, field: &str) -> Self {
		let text = match self.text.strip_prefix('.') {
			Some(rest) => format!(".{field}.{rest}"),
			None if self.text.starts_with('[') => format!(".{field}{}", self.text),
			None => format!(".{field}: {}", self.text),
		};
		Self { text, ..self }
	}

	/// Says in which place of a list it is.
	#[must_use]
	pub fn at_place(self, place: usize) -> Self {
		let text = match self.text.starts_with('.') {
			true => format!("[{place}]{}", self.text),
			false => format!("[{place}]: {}", self.text),
		};
		Self { text, ..self }
	}

	/// Says of what it is, before the fields.
	#[must_use]
	pub fn of(self, what: &str) -> Self {
		let text = self.text.strip_prefix('.').unwrap_or(&self.text);
		Self { text: format!("{what}: {text}"), ..self }
	}
}

/// Reads a whole file as one table.
pub fn parse(text: &str) -> Result<Value, Fault> {
	let starts: Vec<_> =
		std::iter::once(0).chain(text.match_indices('\n').map(|(place, _)| place + 1)).collect();
	let line_of = |place: usize| starts.partition_point(|start| *start <= place);
	let table = DeTable::parse(text).map_err(|error| {
		let line = error.span().map_or(0, |span| line_of(span.start));
		Fault::at(line, format!("this is no TOML: {}", error.message()))
	})?;
	let mut entries = table_entries(table.get_ref(), &line_of)?;
	entries.sort_by_key(|entry| entry.line);
	Ok(Value { line: 1, kind: Kind::Table(entries) })
}

fn table_entries(
	table: &DeTable<'_>,
	line_of: &impl Fn(usize) -> usize,
) -> Result<Vec<Entry>, Fault> {
	table
		.iter()
		.map(|(key, value)| {
			let line = line_of(key.span().start);
			let value = convert(value.get_ref(), line_of(value.span().start), line_of)?;
			Ok(Entry { key: key.get_ref().to_string(), line, value })
		})
		.collect()
}

fn convert(
	value: &DeValue<'_>,
	line: usize,
	line_of: &impl Fn(usize) -> usize,
) -> Result<Value, Fault> {
	let kind = match value {
		DeValue::String(text) => Kind::Text(text.to_string()),
		DeValue::Integer(number) => {
			let parsed = i128::from_str_radix(number.as_str(), number.radix());
			Kind::Integer(parsed.map_err(|_| Fault::at(line, "the number is too large"))?)
		}
		DeValue::Float(_) => {
			return Err(Fault::at(line, "write a decimal number as text, such as \"0.5%\""))
		}
		DeValue::Boolean(flag) => Kind::Flag(*flag),
		DeValue::Datetime(time) => Kind::Time(time.to_string()),
		DeValue::Array(list) => {
			let item = |item: &toml::Spanned<DeValue<'_>>| {
				convert(item.get_ref(), line_of(item.span().start), line_of)
			};
			Kind::List(list.iter().map(item).collect::<Result<_, _>>()?)
		}
		DeValue::Table(table) => {
			let mut entries = table_entries(table, line_of)?;
			entries.sort_by_key(|entry| entry.line);
			Kind::Table(entries)
		}
	};
	Ok(Value { line, kind })
}

impl Value {
	/// A value that no line of a file says.
	pub fn found(kind: Kind) -> Self {
		Self { line: 0, kind }
	}

	/// What kind of value it is, for messages.
	pub fn name(&self) -> &'static str {
		match &self.kind {
			Kind::Text(_) => "a text",
			Kind::Integer(_) => "a number",
			Kind::Flag(_) => "true or false",
			Kind::Time(_) => "a date",
			Kind::List(_) => "a list",
			Kind::Table(_) => "a table",
		}
	}

	/// The text, if it is one.
	pub fn text(&self) -> Option<&str> {
		match &self.kind {
			Kind::Text(text) => Some(text),
			_ => None,
		}
	}

	/// The named values, if it is a table.
	pub fn table(&self) -> Option<&[Entry]> {
		match &self.kind {
			Kind::Table(entries) => Some(entries),
			_ => None,
		}
	}

	/// What a table says under a name.
	pub fn get(&self, key: &str) -> Option<&Value> {
		self.table()?.iter().find(|entry| entry.key == key).map(|entry| &entry.value)
	}

	/// The text, or a fault that says what was expected.
	pub fn expect_text(&self, what: &str) -> Result<&str, Fault> {
		self.text().ok_or_else(|| self.unexpected(what))
	}

	/// The named values, or a fault that says what was expected.
	pub fn expect_table(&self, what: &str) -> Result<&[Entry], Fault> {
		self.table().ok_or_else(|| self.unexpected(what))
	}

	/// A fault: something else is expected here.
	pub fn unexpected(&self, what: &str) -> Fault {
		Fault::at(self.line, format!("{what} is expected, this is {}", self.name()))
	}
}

impl fmt::Display for Value {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match &self.kind {
			Kind::Text(text) => write!(f, "{text:?}"),
			Kind::Integer(number) => write!(f, "{number}"),
			Kind::Flag(flag) => write!(f, "{flag}"),
			Kind::Time(time) => f.write_str(time),
			Kind::List(items) => {
				f.write_str("[")?;
				for (place, item) in items.iter().enumerate() {
					write!(f, "{}{item}", if place == 0 { "" } else { ", " })?;
				}
				f.write_str("]")
			}
			Kind::Table(entries) => {
				f.write_str("{")?;
				for (place, entry) in entries.iter().enumerate() {
					let comma = if place == 0 { " " } else { ", " };
					write!(f, "{comma}{} = {}", entry.key, entry.value)?;
				}
				f.write_str(" }")
			}
		}
	}
}

/// `name-of-a-thing`, as files write the names of fields and variants.
pub fn kebab(name: &str) -> String {
	let mut text = String::new();
	let mut last_was_small = false;
	for character in name.chars() {
		match character {
			'_' => text.push('-'),
			upper if upper.is_uppercase() => {
				if last_was_small {
					text.push('-');
				}
				text.extend(upper.to_lowercase());
			}
			other => text.push(other),
		}
		last_was_small = character.is_lowercase() || character.is_ascii_digit();
	}
	text
}

/// Whether two names of fields or variants are one: `long_term`, `long-term` and `LongTerm` are.
pub fn same_name(one: &str, other: &str) -> bool {
	one == other || kebab(one) == kebab(other)
}
