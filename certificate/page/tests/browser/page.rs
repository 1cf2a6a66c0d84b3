//! The built page in a browser, and what a person would see on it.

use crate::driver::Browser;
use serde_json::{json, Value};
use std::{
	fs,
	path::{Path, PathBuf},
	process::Command,
};
use tempfile::TempDir;

/// The page, opened from the disk, with its own browser.
pub(crate) struct Page {
	pub(crate) browser: Browser,
	folder: TempDir,
}

/// A golden file of the format.
pub(crate) fn golden(name: &str) -> PathBuf {
	Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/golden").join(name).canonicalize().unwrap()
}

/// Builds the page into a folder: after the first time that only copies.
pub(crate) fn build(folder: &Path, arguments: &[&str]) {
	let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scripts/page");
	let done = Command::new(script).arg(folder).args(arguments).output().unwrap();
	assert!(done.status.success(), "scripts/page: {}", String::from_utf8_lossy(&done.stderr));
}

impl Page {
	pub(crate) fn open() -> Self {
		Self::open_with(&[])
	}

	/// The page as `scripts/page` builds it with these arguments.
	pub(crate) fn open_with(arguments: &[&str]) -> Self {
		let folder = TempDir::new().unwrap();
		build(&folder.path().join("site"), arguments);
		let page = Self { browser: Browser::start(), folder };
		page.go_to(&format!("file://{}/index.html", page.site().display()));
		page
	}

	pub(crate) fn site(&self) -> PathBuf {
		self.folder.path().join("site")
	}

	pub(crate) fn go_to(&self, url: &str) {
		self.browser.open(url);
		self.browser.wait_for("return document.documentElement.dataset.ready === 'yes'");
	}

	/// A file of this test's own making.
	pub(crate) fn file(&self, name: &str, content: &[u8]) -> PathBuf {
		let path = self.folder.path().join(name);
		fs::write(&path, content).unwrap();
		path
	}

	/// Says how old the proof may be: days, or `any`.
	pub(crate) fn allow_age(&self, age: &str) {
		let script = "const age = document.getElementById('age'); age.value = arguments[0]; \
			age.dispatchEvent(new Event('change')); return age.value === arguments[0];";
		assert_eq!(self.browser.run(script, json!([age])), json!(true), "no such age");
	}

	/// Chooses both files, at any age, and returns the outcome.
	pub(crate) fn verify(&self, certificate: &Path, trust: &Path) -> String {
		self.allow_age("any");
		self.browser.choose("#trust-file", trust);
		self.browser.wait_for("return document.querySelector('#trust-card.filled') !== null");
		self.browser.choose("#certificate-file", certificate);
		self.outcome()
	}

	/// The outcome, once there is one.
	pub(crate) fn outcome(&self) -> String {
		let script = "const found = document.getElementById('verdict'); \
			return found && found.dataset.outcome;";
		self.browser.wait_for(script).as_str().unwrap().to_owned()
	}

	/// The text of the first element that a selector finds; empty where there is none.
	pub(crate) fn text(&self, selector: &str) -> String {
		let script = "const found = document.querySelector(arguments[0]); \
			return found ? found.innerText : '';";
		self.browser.run(script, json!([selector])).as_str().unwrap().to_owned()
	}

	/// How many elements a selector finds.
	pub(crate) fn count(&self, selector: &str) -> u64 {
		let script = "return document.querySelectorAll(arguments[0]).length;";
		self.browser.run(script, json!([selector])).as_u64().unwrap()
	}

	/// How a check ended.
	pub(crate) fn check(&self, name: &str) -> String {
		let script = "const line = document.querySelector(`[data-check='${arguments[0]}']`); \
			return line && line.dataset.state;";
		match self.browser.run(script, json!([name])) {
			Value::String(state) => state,
			other => panic!("no line for the check {name}: {other}"),
		}
	}
}
