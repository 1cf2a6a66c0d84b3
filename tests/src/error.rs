//! What can go wrong between a test and its nodes.

use std::time::Duration;

/// The error of the harness and of the load tool.
#[derive(thiserror::Error)]
pub enum Error {
	/// Reading, writing or starting something on this machine failed.
	#[error("{what}: {source}")]
	Io {
		/// What was attempted.
		what: String,
		/// What the operating system answered.
		source: std::io::Error,
	},
	/// A node refused a request, or could not be reached.
	#[error("{method}: {source}")]
	Rpc {
		/// The JSON-RPC method.
		method: String,
		/// What came back.
		source: subxt_rpcs::Error,
	},
	/// The chain's metadata or state could not be used as expected.
	#[error("{what}: {reason}")]
	Chain {
		/// What was attempted.
		what: String,
		/// Why it failed.
		reason: String,
	},
	/// A condition did not come true in time.
	#[error("waited {limit:?} in vain until {condition}; last seen: {last_seen}")]
	NotReached {
		/// The condition, in words.
		condition: String,
		/// How long it was waited for.
		limit: Duration,
		/// What the last look at it gave.
		last_seen: String,
	},
	/// The input cannot be used.
	#[error("{0}")]
	Input(String),
}

/// The result of the harness and of the load tool.
pub type Result<T> = std::result::Result<T, Error>;

// A failed `unwrap` in a test shows this text: the sentence is worth more than the structure.
impl std::fmt::Debug for Error {
	fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
		std::fmt::Display::fmt(self, formatter)
	}
}

impl Error {
	/// A failure of the chain client, with its reason as text.
	pub fn chain(what: impl Into<String>, reason: impl std::fmt::Display) -> Self {
		Self::Chain { what: what.into(), reason: reason.to_string() }
	}

	/// The JSON-RPC error code of a refusal, `None` for everything else.
	pub fn code(&self) -> Option<i32> {
		match self {
			Self::Rpc { source: subxt_rpcs::Error::User(refusal), .. } => Some(refusal.code),
			_ => None,
		}
	}
}

/// Names what was attempted when the operating system refuses it.
pub(crate) trait Attempt<T> {
	fn attempt(self, what: impl FnOnce() -> String) -> Result<T>;
}

impl<T> Attempt<T> for std::io::Result<T> {
	fn attempt(self, what: impl FnOnce() -> String) -> Result<T> {
		self.map_err(|source| Error::Io { what: what(), source })
	}
}
