//! Wrong input without a network: what each group of commands says, where, and with which exit code. Bad
//! input writes nothing and is refused before a node is asked.

#[path = "../common/mod.rs"]
mod common;

mod arguments;
mod contracts;
mod keys;
mod networks;
mod tables;

use common::NOBODY;
use std::path::{Path, PathBuf};

/// The ledger would refuse.
const REFUSED: i32 = 1;
/// An argument or a place in a file is wrong.
const WRONG_INPUT: i32 = 2;
/// No node answers: whatever could be known without one was right.
const UNREACHABLE: i32 = 3;
/// Some rows were not taken.
const SOME_ROWS: i32 = 6;

/// A folder in which commands are run.
struct Desk {
	folder: tempfile::TempDir,
}

/// How a command ended.
struct Ended {
	code: i32,
	answer: String,
	errors: String,
}

impl Desk {
	fn new() -> Self {
		Self { folder: tempfile::tempdir().unwrap() }
	}

	/// Writes a file into the folder.
	fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
		let path = self.folder.path().join(name);
		std::fs::write(&path, content).unwrap();
		path
	}

	fn has(&self, name: &str) -> bool {
		self.folder.path().join(name).exists()
	}

	/// Runs a command here; nothing listens at its node's address.
	fn run(&self, arguments: &[&str]) -> Ended {
		let mut command = common::quanqi();
		command.current_dir(self.folder.path()).args(["--url", NOBODY]).args(arguments);
		let output = command.stdin(std::process::Stdio::null()).output().unwrap();
		let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
		Ended {
			code: output.status.code().unwrap(),
			answer: text(&output.stdout),
			errors: text(&output.stderr),
		}
	}

	/// The same, the words divided by blanks.
	fn type_in(&self, line: &str) -> Ended {
		self.run(&line.split_whitespace().collect::<Vec<_>>())
	}
}

impl Ended {
	/// Requires an exit code, words on stderr, and an empty stdout.
	#[track_caller]
	fn refused(&self, code: i32, words: &[&str]) {
		assert_eq!(self.code, code, "{}", self.errors);
		for word in words {
			assert!(self.errors.contains(word), "{word:?} is missing in: {}", self.errors);
		}
		assert!(self.answer.is_empty(), "{}", self.answer);
	}

	/// The error for programs.
	#[track_caller]
	fn error(&self) -> serde_json::Value {
		let json: serde_json::Value = serde_json::from_str(&self.errors)
			.unwrap_or_else(|error| panic!("{error}: {}", self.errors));
		json["error"].clone()
	}
}

/// A file of the examples.
fn example(name: &str) -> PathBuf {
	Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples").join(name)
}

fn text_of(path: &Path) -> String {
	std::fs::read_to_string(path).unwrap()
}
