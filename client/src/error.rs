//! Why a command did not do what it was asked, and the exit code that says so.

use quanqi_certificate::Class;
use std::{fmt, path::PathBuf};

/// Result of everything in this program.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Where in a file something is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
	/// The file.
	pub file: PathBuf,
	/// The line, from 1; the header is line 1.
	pub line: Option<u64>,
	/// The column or field.
	pub field: Option<String>,
}

impl Place {
	/// A whole file.
	pub fn file(file: impl Into<PathBuf>) -> Self {
		Self { file: file.into(), line: None, field: None }
	}

	/// A line of a file.
	pub fn line(file: impl Into<PathBuf>, line: u64) -> Self {
		Self { file: file.into(), line: Some(line), field: None }
	}

	/// The same line, in this field.
	pub fn field(&self, field: impl Into<String>) -> Self {
		Self { field: Some(field.into()), ..self.clone() }
	}
}

impl fmt::Display for Place {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "{}", self.file.display())?;
		if let Some(line) = self.line {
			write!(f, ", line {line}")?;
		}
		if let Some(field) = &self.field {
			write!(f, ", field {field}")?;
		}
		Ok(())
	}
}

/// Why a command failed. Every message says what was wrong and what to do.
#[derive(Debug, thiserror::Error)]
pub enum Error {
	/// The ledger refused: exit code 1.
	#[error("refused: {0}")]
	Refused(crate::chain::refusal::Explanation),
	/// The ledger would refuse, and was only asked: exit code 1.
	#[error("{call} would be refused at block {at}: {refusal}")]
	WouldBeRefused {
		/// `Pallet.call`.
		call: String,
		/// Height of the block that was asked.
		at: u64,
		/// Why.
		refusal: Box<crate::chain::refusal::Explanation>,
	},
	/// An argument is wrong: exit code 2.
	#[error("{field}: {reason}")]
	Argument {
		/// Which argument.
		field: String,
		/// What is wrong and what to do.
		reason: String,
	},
	/// Something in a file is wrong: exit code 2.
	#[error("{place}: {reason}")]
	File {
		/// Where.
		place: Place,
		/// What is wrong and what to do.
		reason: String,
	},
	/// No node answers, or it stopped answering: exit code 3.
	#[error("{0}")]
	Unreachable(String),
	/// The node is of another network or of a release that this program does not fit: exit code 4.
	#[error("{0}")]
	WrongNetwork(String),
	/// The node answered something that cannot be read, or it failed: exit code 5.
	#[error("{0}")]
	Node(String),
	/// Some rows of a file were not taken; they have been reported: exit code 6.
	#[error("{0}")]
	SomeRows(String),
	/// Nothing is known of what was asked for: exit code 1.
	#[error("{0}")]
	Absent(String),
	/// A certificate proves nothing (7), must be renewed (8), or cannot be read here (9).
	#[error("{}", crate::output::certificate::refusal(name, error, detail.as_deref()))]
	Certificate {
		/// The file, or who gave it.
		name: String,
		/// Which check failed, and why.
		error: Box<quanqi_certificate::Error>,
		/// More of why.
		detail: Option<String>,
	},
}

impl Error {
	/// A wrong argument.
	pub fn argument(field: impl Into<String>, reason: impl fmt::Display) -> Self {
		Self::Argument { field: field.into(), reason: reason.to_string() }
	}

	/// A wrong place in a file.
	pub fn file(place: Place, reason: impl fmt::Display) -> Self {
		Self::File { place, reason: reason.to_string() }
	}

	/// A refusal in words.
	pub fn refused(text: impl Into<String>) -> Self {
		Self::Refused(crate::chain::refusal::Explanation::text(text))
	}

	/// A certificate that is not valid.
	pub fn certificate(
		name: impl fmt::Display,
		error: quanqi_certificate::Error,
		detail: Option<String>,
	) -> Self {
		Self::Certificate { name: name.to_string(), error: Box::new(error), detail }
	}

	/// The exit code of the program.
	pub fn exit_code(&self) -> u8 {
		match self {
			Self::Refused(_) | Self::WouldBeRefused { .. } | Self::Absent(_) => 1,
			Self::Argument { .. } | Self::File { .. } => 2,
			Self::Unreachable(_) => 3,
			Self::WrongNetwork(_) => 4,
			Self::Node(_) => 5,
			Self::SomeRows(_) => 6,
			Self::Certificate { error, .. } => match error.class() {
				Class::Invalid => 7,
				Class::Refresh => 8,
				Class::Unreadable => 9,
			},
		}
	}

	/// One word for programs.
	pub fn kind(&self) -> &'static str {
		match self {
			Self::Refused(_) => "refused",
			Self::WouldBeRefused { .. } => "would-be-refused",
			Self::Absent(_) => "absent",
			Self::Argument { .. } | Self::File { .. } => "wrong-input",
			Self::Unreachable(_) => "unreachable",
			Self::WrongNetwork(_) => "wrong-network",
			Self::Node(_) => "node",
			Self::SomeRows(_) => "some-rows",
			Self::Certificate { error, .. } => match error.class() {
				Class::Invalid => "certificate-invalid",
				Class::Refresh => "certificate-refresh",
				Class::Unreadable => "certificate-unreadable",
			},
		}
	}

	/// The error for programs.
	pub fn to_json(&self) -> serde_json::Value {
		let mut error = serde_json::json!({
			"kind": self.kind(),
			"code": self.exit_code(),
			"message": self.to_string(),
		});
		let explanation = match self {
			Self::Refused(refusal) => Some(refusal),
			Self::WouldBeRefused { refusal, .. } => Some(&**refusal),
			_ => None,
		};
		if let (Some(explanation), Some(fields)) = (explanation, error.as_object_mut()) {
			fields.insert("refusal".into(), explanation.to_json());
		}
		if let Some(fields) = error.as_object_mut() {
			match self {
				Self::Argument { field, .. } => {
					_ = fields.insert("field".into(), field.as_str().into())
				}
				Self::File { place, .. } => {
					fields.insert("file".into(), place.file.display().to_string().into());
					fields.insert("line".into(), place.line.into());
					fields.insert("field".into(), place.field.clone().into());
				}
				_ => {}
			}
		}
		if let (Self::Certificate { error: reason, .. }, Some(fields)) =
			(self, error.as_object_mut())
		{
			fields.insert("check".into(), serde_json::json!(reason.check()));
			fields.insert("reason".into(), serde_json::json!(reason));
		}
		serde_json::json!({ "error": error })
	}
}
