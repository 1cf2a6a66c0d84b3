//! Every file of examples/scenarios is a test of its own, so that a new file is run without a line of
//! code. It speaks the protocol of test programs: `--list`, `--exact NAME`, words to filter by.

use quanqi_scenario::{play, Rehearsal, Scenario};
use std::{
	collections::BTreeMap,
	panic::{catch_unwind, AssertUnwindSafe},
	path::{Path, PathBuf},
	process::ExitCode,
};

fn folder() -> PathBuf {
	Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/scenarios")
}

/// The scenario files, by name.
fn files() -> BTreeMap<String, PathBuf> {
	let entries = std::fs::read_dir(folder()).expect("examples/scenarios is there");
	entries
		.map(|entry| entry.expect("the folder can be read").path())
		.filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
		.map(|path| (path.file_stem().unwrap_or_default().to_string_lossy().into_owned(), path))
		.collect()
}

fn run(path: &Path) -> Result<usize, String> {
	let text = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
	let scenario = Scenario::parse(&text).map_err(|fault| fault.to_string())?;
	let mut stage = Rehearsal::new()?;
	play(&mut stage, &scenario, &mut |_| {}).map_err(|failure| failure.to_string())
}

fn main() -> ExitCode {
	let arguments: Vec<_> = std::env::args().skip(1).collect();
	let has = |word: &str| arguments.iter().any(|argument| argument == word);
	let words: Vec<_> = arguments.iter().filter(|argument| !argument.starts_with("--")).collect();
	let is_chosen = |name: &str| {
		let fits = |word: &str| match has("--exact") {
			true => name == word,
			false => name.contains(word),
		};
		words.is_empty() || words.iter().any(|word| fits(word))
	};
	let chosen: Vec<_> = files().into_iter().filter(|(name, _)| is_chosen(name)).collect();
	if has("--list") {
		if !has("--ignored") {
			chosen.iter().for_each(|(name, _)| println!("{name}: test"));
		}
		return ExitCode::SUCCESS;
	}
	let (mut passed, mut failed) = (0u32, 0u32);
	for (name, path) in &chosen {
		let result = catch_unwind(AssertUnwindSafe(|| run(path)));
		match result.unwrap_or_else(|_| Err("the play panicked".into())) {
			Ok(_) => {
				println!("test {name} ... ok");
				passed += 1;
			}
			Err(why) => {
				println!("test {name} ... FAILED\n  {}: {why}", path.display());
				failed += 1;
			}
		}
	}
	let word = if failed == 0 { "ok" } else { "FAILED" };
	println!("\ntest result: {word}. {passed} passed; {failed} failed; 0 ignored; 0 measured; 0 filtered out");
	if failed == 0 {
		ExitCode::SUCCESS
	} else {
		ExitCode::FAILURE
	}
}
