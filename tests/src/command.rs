//! The command line `quanqi` and the node's sub-commands, run as a user runs them.

use crate::{error::Attempt, network::binary, Error, Result};
use serde_json::Value;
use std::{path::PathBuf, process::Stdio, time::Duration};
use tokio::process::Command;

/// How long one command may take: an import signs and follows hundreds of calls.
const LIMIT: Duration = Duration::from_secs(300);

/// Variables from which the program would take options that a test did not give.
const VARIABLES: [&str; 4] = ["QUANQI_URL", "QUANQI_KEY", "QUANQI_PASSWORD", "QUANQI_GENESIS"];

/// The program, pointed at some nodes.
#[derive(Clone, Debug)]
pub struct Quanqi {
	program: PathBuf,
	urls: Vec<String>,
}

/// How a command ended.
#[derive(Debug)]
pub struct Ended {
	/// Its exit code.
	pub code: i32,
	/// What it answered.
	pub answer: String,
	/// Its progress and errors.
	pub errors: String,
}

impl Quanqi {
	/// The program, asking these nodes.
	pub fn at<'a>(urls: impl IntoIterator<Item = &'a str>) -> Result<Self> {
		let urls = urls.into_iter().map(String::from).collect();
		Ok(Self { program: binary::find("QUANQI", "quanqi")?, urls })
	}

	/// Runs a command to its end, whatever that is.
	pub async fn run(&self, arguments: &[&str]) -> Result<Ended> {
		let what = || format!("quanqi {}", arguments.join(" "));
		let mut command = Command::new(&self.program);
		// The keys of tests are secret URIs, and what they are worth is nothing.
		command.args(["--json", "--insecure-uri"]).kill_on_drop(true).stdin(Stdio::null());
		self.urls.iter().for_each(|url| {
			command.args(["--url", url]);
		});
		VARIABLES.iter().for_each(|variable| {
			command.env_remove(variable);
		});
		to_end(command.args(arguments), what).await
	}

	/// Runs a command that must succeed, and returns its answer.
	pub async fn succeed(&self, arguments: &[&str]) -> Result<Value> {
		let ended = self.run(arguments).await?;
		match ended.code {
			0 => ended.json(),
			code => Err(Error::chain(
				format!("quanqi {}", arguments.join(" ")),
				format!("exit code {code}: {}", ended.errors),
			)),
		}
	}
}

/// Runs a sub-command of the node to its end, with nobody there to answer it.
pub async fn node(arguments: &[&str]) -> Result<Ended> {
	let mut command = Command::new(binary::node()?);
	let what = || format!("quanqi-node {}", arguments.join(" "));
	to_end(command.kill_on_drop(true).stdin(Stdio::null()).args(arguments), what).await
}

async fn to_end(command: &mut Command, what: impl Fn() -> String) -> Result<Ended> {
	let output = tokio::time::timeout(LIMIT, command.output())
		.await
		.map_err(|_| Error::NotReached {
			condition: format!("{} ends", what()),
			limit: LIMIT,
			last_seen: "still running".into(),
		})?
		.attempt(what)?;
	let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
	Ok(Ended {
		code: output.status.code().unwrap_or(-1),
		answer: text(&output.stdout),
		errors: text(&output.stderr),
	})
}

impl Ended {
	/// Its answer as JSON.
	pub fn json(&self) -> Result<Value> {
		serde_json::from_str(&self.answer)
			.map_err(|error| Error::chain("reading an answer of quanqi", error))
	}

	/// Requires that it was refused with an exit code and for a reason that contains `words`.
	#[track_caller]
	pub fn require_refused(&self, code: i32, words: &str) {
		assert!(
			self.code == code && self.errors.contains(words),
			"expected exit code {code} and {words:?}, got {self:#?}"
		);
	}
}
