//! Tables in CSV files: read as a whole, every error with its line and field.

use crate::error::{Error, Place, Result};
use std::path::{Path, PathBuf};

/// A table with a header.
#[derive(Clone, Debug)]
pub struct Table {
	file: PathBuf,
	header: Vec<String>,
	rows: Vec<Row>,
}

/// One row, its cells trimmed.
#[derive(Clone, Debug)]
pub struct Row {
	place: Place,
	/// A cell whose bytes are no text is `None`.
	cells: Vec<(String, Option<String>)>,
}

impl Table {
	/// Reads a file that must have these columns; others are allowed.
	///
	/// Fails where the file cannot be read, is empty, has no rows, lacks a column or names one twice.
	/// What is wrong in a single cell is for its row to report.
	pub fn read(file: &Path, required: &[&str]) -> Result<Self> {
		let bytes = std::fs::read(file).map_err(|error| {
			Error::file(Place::file(file), format!("cannot be read: {error}; check the path"))
		})?;
		Self::parse(file, &bytes, required)
	}

	/// [`Table::read`] of bytes at hand.
	pub fn parse(file: &Path, bytes: &[u8], required: &[&str]) -> Result<Self> {
		let wrong = |reason: String| Error::file(Place::file(file), reason);
		// Spreadsheets write a byte order mark.
		let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
		if bytes.iter().all(u8::is_ascii_whitespace) {
			return Err(wrong(format!(
				"the file is empty; it needs the columns {}",
				required.join(", ")
			)));
		}
		let mut reader =
			csv::ReaderBuilder::new().trim(csv::Trim::All).flexible(true).from_reader(bytes);
		let header = reader.byte_headers().map_err(|error| wrong(error.to_string()))?;
		let header = header
			.iter()
			.map(|name| std::str::from_utf8(name).map(|name| name.trim().to_ascii_lowercase()))
			.collect::<Result<Vec<_>, _>>()
			.map_err(|_| {
				Error::file(Place::line(file, 1), "the header is not UTF-8; save the file as UTF-8")
			})?;
		check_header(file, &header, required)?;
		let mut rows = Vec::new();
		for record in reader.byte_records() {
			let record = record.map_err(|error| wrong(error.to_string()))?;
			let line = record.position().map_or(0, csv::Position::line);
			let place = Place::line(file, line);
			if record.iter().all(|cell| cell.is_empty()) {
				continue;
			}
			if record.len() != header.len() {
				return Err(Error::file(
					place,
					format!(
						"{} cells where the header has {}; quote cells that have a comma",
						record.len(),
						header.len()
					),
				));
			}
			let text =
				|cell: &[u8]| std::str::from_utf8(cell).ok().map(|text| text.trim().to_owned());
			let cells = header.iter().cloned().zip(record.iter().map(text)).collect();
			rows.push(Row { place, cells });
		}
		if rows.is_empty() {
			return Err(wrong("the file has a header and no rows; there is nothing to do".into()));
		}
		Ok(Self { file: file.to_owned(), header, rows })
	}

	/// The file.
	pub fn file(&self) -> &Path {
		&self.file
	}

	/// The rows, in order.
	pub fn rows(&self) -> &[Row] {
		&self.rows
	}

	/// Whether there is such a column.
	pub fn has(&self, column: &str) -> bool {
		self.header.iter().any(|name| name == column)
	}
}

fn check_header(file: &Path, header: &[String], required: &[&str]) -> Result<()> {
	let missing: Vec<_> =
		required.iter().filter(|name| !header.iter().any(|have| have == **name)).copied().collect();
	if !missing.is_empty() {
		return Err(Error::file(
			Place::line(file, 1),
			format!(
				"missing columns: {}; the header has {}",
				missing.join(", "),
				header.join(", ")
			),
		));
	}
	let repeated = header.iter().enumerate().find(|(index, name)| header[..*index].contains(name));
	match repeated {
		Some((_, name)) => {
			Err(Error::file(Place::line(file, 1).field(name), "the column is there twice"))
		}
		None => Ok(()),
	}
}

impl Row {
	/// Where the row is.
	pub fn place(&self) -> &Place {
		&self.place
	}

	/// A cell; empty where there is no such column. Fails where its bytes are no text.
	pub fn cell(&self, column: &str) -> Result<&str> {
		match self.cells.iter().find(|(name, _)| name == column) {
			None => Ok(""),
			Some((_, Some(text))) => Ok(text),
			Some((_, None)) => {
				Err(Error::file(self.place.field(column), "not UTF-8; save the file as UTF-8"))
			}
		}
	}

	/// A cell that must not be empty.
	pub fn needed(&self, column: &str) -> Result<&str> {
		match self.cell(column)? {
			"" => Err(Error::file(self.place.field(column), "empty; every row needs it")),
			text => Ok(text),
		}
	}

	/// A cell, read by a function where it is not empty.
	pub fn parsed<T>(
		&self,
		column: &str,
		parse: impl FnOnce(&str) -> Result<T, String>,
	) -> Result<Option<T>> {
		match self.cell(column)? {
			"" => Ok(None),
			text => parse(text).map(Some).map_err(|reason| self.wrong(column, reason)),
		}
	}

	/// An error of this row.
	pub fn wrong(&self, column: &str, reason: impl std::fmt::Display) -> Error {
		Error::file(self.place.field(column), reason)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn parse(text: &[u8]) -> Result<Table> {
		Table::parse(Path::new("members.csv"), text, &["name_zh", "uscc"])
	}

	fn error(text: &[u8]) -> String {
		parse(text).unwrap_err().to_string()
	}

	#[test]
	fn table_should_be_refused_when_it_is_empty() {
		assert!(error(b"").contains("members.csv: the file is empty"));
		assert!(error(b" \n\n").contains("the file is empty"));
		assert!(error(b"name_zh,uscc\n").contains("no rows"));
	}

	#[test]
	fn table_should_be_refused_when_a_column_is_missing_or_repeated() {
		let error_text = error(b"name_zh,kind\na,b\n");
		assert!(error_text.contains("line 1: missing columns: uscc"), "{error_text}");
		assert!(error(b"name_zh,uscc,uscc\na,b,c\n").contains("twice"));
	}

	#[test]
	fn table_should_be_refused_with_its_line_when_a_row_has_other_cells() {
		let error_text = error(b"name_zh,uscc\na,b\nc,d,e\n");
		assert!(error_text.contains("line 3: 3 cells where the header has 2"), "{error_text}");
	}

	#[test]
	fn cell_should_be_refused_with_line_and_field_when_it_is_not_utf8() {
		let table = parse(b"name_zh,uscc\na,b\n\xff\xfe,d\n").unwrap();
		let error = table.rows()[1].cell("name_zh").unwrap_err();
		assert_eq!(
			error.to_string(),
			"members.csv, line 3, field name_zh: not UTF-8; save the file as UTF-8"
		);
		assert_eq!(error.exit_code(), 2);
		assert_eq!(table.rows()[1].cell("uscc").unwrap(), "d");
	}

	#[test]
	fn cell_should_be_refused_when_it_is_needed_and_empty() {
		let table = parse(b"name_zh,uscc\n ,b\n").unwrap();
		let error = table.rows()[0].needed("name_zh").unwrap_err().to_string();
		assert!(error.contains("line 2, field name_zh: empty"), "{error}");
	}

	#[test]
	fn table_should_take_a_byte_order_mark_quotes_and_blank_lines() {
		let table = parse("\u{feff}Name_zh,USCC\n\"a, b\",c\n\n".as_bytes()).unwrap();
		assert_eq!(table.rows().len(), 1);
		assert_eq!(table.rows()[0].cell("name_zh").unwrap(), "a, b");
		assert!(table.has("uscc"));
	}

	#[test]
	fn table_should_be_refused_when_there_is_no_file() {
		let error = Table::read(Path::new("/nowhere/x.csv"), &[]).unwrap_err();
		assert!(error.to_string().contains("cannot be read"), "{error}");
	}
}
