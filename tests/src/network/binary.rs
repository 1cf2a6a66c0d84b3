//! Where the programs under test are.

use crate::{error::Attempt, Error, Result};
use std::{
	path::{Path, PathBuf},
	process::{Command, Output, Stdio},
	time::{Duration, Instant},
};

/// The variable that names the node's binary.
pub const NODE_VARIABLE: &str = "QUANQI_NODE";

/// The node's binary: `QUANQI_NODE`, else the release build beside the running test.
pub fn node() -> Result<PathBuf> {
	find(NODE_VARIABLE, "quanqi-node")
}

/// Runs a program that should end by itself. One that has not ended within `limit` is killed, and
/// that is an error.
pub fn run_to_end(program: &Path, arguments: &[&str], limit: Duration) -> Result<Output> {
	let what = || format!("running {}", program.display());
	let mut child = Command::new(program)
		.args(arguments)
		.stdin(Stdio::null())
		.stdout(Stdio::piped())
		.stderr(Stdio::piped())
		.spawn()
		.attempt(what)?;
	let start = Instant::now();
	let mut in_time = true;
	while in_time && child.try_wait().attempt(what)?.is_none() {
		std::thread::sleep(Duration::from_millis(50));
		in_time = start.elapsed() < limit;
	}
	if !in_time {
		child.kill().attempt(what)?;
	}
	let output = child.wait_with_output().attempt(what)?;
	if in_time {
		return Ok(output);
	}
	Err(Error::NotReached {
		condition: format!("{} {} ends", program.display(), arguments.join(" ")),
		limit,
		last_seen: String::from_utf8_lossy(&output.stderr).into_owned(),
	})
}

/// A program of this workspace: the file that `variable` names, else the release build in the
/// target folder that the running program comes from.
pub fn find(variable: &str, program: &str) -> Result<PathBuf> {
	if let Some(named) = std::env::var_os(variable) {
		let path = PathBuf::from(named);
		if path.is_file() {
			return Ok(path);
		}
		return Err(Error::Input(format!("{variable} names no file: {}", path.display())));
	}
	let this = std::env::current_exe().attempt(|| "finding the running program".into())?;
	in_target_folder(&this, program).ok_or_else(|| {
		Error::Input(format!(
			"{program} is not built: run `cargo build --release -p {program}`, or name it by {variable}"
		))
	})
}

/// The release build of a program in the nearest target folder above `this`.
fn in_target_folder(this: &Path, program: &str) -> Option<PathBuf> {
	this.ancestors()
		.map(|folder| folder.join("release").join(program))
		.find(|candidate| candidate.is_file())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn program_should_be_found_when_test_runs_from_another_profile() {
		let target = tempfile::tempdir().unwrap();
		let release = target.path().join("release");
		std::fs::create_dir_all(&release).unwrap();
		std::fs::write(release.join("some-node"), "").unwrap();
		let test = target.path().join("debug/deps/finality-1234");
		assert_eq!(in_target_folder(&test, "some-node"), Some(release.join("some-node")));
		assert_eq!(in_target_folder(&test, "other-node"), None);
	}
}
