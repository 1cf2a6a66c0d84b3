//! The command line as a whole: its help, with examples that can be copied, and what it says when it
//! cannot be read.

use super::Arguments;
use crate::error::Error;
use clap::{
	error::{ContextKind, ContextValue, ErrorKind},
	Command, CommandFactory, FromArgMatches,
};
use std::{ffi::OsString, io::IsTerminal};

/// Columns of help: as many as clap breaks lines at.
pub const HELP_COLUMNS: usize = 100;

/// The group of commands that ask whether a step would be lawful: their steps are those of the noun.
const CHECK: &str = "check";

/// What numbers in arguments are refused with, and what is said instead.
const NUMBERS: [(&str, &str); 3] = [
	("invalid digit found in string", "a whole number is needed, such as 1"),
	("cannot parse integer from empty string", "a whole number is needed, such as 1"),
	("number too large to fit in target type", "the number is too large"),
];

/// A command line that asks for help or cannot be read.
#[derive(Debug)]
pub struct Unread {
	error: clap::Error,
	json: bool,
}

/// The commands, their help as it is printed.
pub fn command() -> Command {
	with_examples(Arguments::command(), None)
}

/// Reads a command line, the program's name first.
pub fn parse(words: &[OsString]) -> Result<Arguments, Unread> {
	let unread = |error: clap::Error| {
		let json = words.iter().take_while(|word| *word != "--").any(|word| word == "--json");
		Unread { error, json }
	};
	let mut command = command();
	let matches = command.try_get_matches_from_mut(words).map_err(unread)?;
	Arguments::from_arg_matches(&matches).map_err(|error| unread(error.format(&mut command)))
}

impl Unread {
	/// Prints the help that was asked for, or what is wrong, and returns the exit code.
	pub fn report(&self) -> u8 {
		if !self.error.use_stderr() {
			// A reader that has seen enough closes the pipe; that is no failure.
			let _ = self.error.print();
			return 0;
		}
		let wrong = self.as_error();
		match self.json {
			true => crate::output::Output { json: true }.error(&wrong),
			false => eprint!("{}", self.text(std::io::stderr().is_terminal())),
		}
		wrong.exit_code()
	}

	/// For programs: the argument and one sentence.
	pub fn as_error(&self) -> Error {
		let text = self.text(false);
		let sentence = match self.error.kind() {
			// Help in the place of a command says no more to a program than this.
			ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
				"a command is missing; add --help for the list".to_owned()
			}
			_ => text
				.lines()
				.take_while(|line| !line.starts_with("Usage:") && !line.starts_with("For more"))
				.map(str::trim)
				.filter(|line| !line.is_empty())
				.collect::<Vec<_>>()
				.join(" "),
		};
		let reason = sentence.trim_start_matches("error: ").to_owned();
		Error::argument(self.argument(), reason)
	}

	/// The arguments that are wrong or missing, without the names of their values.
	fn argument(&self) -> String {
		let name = |text: &String| match text.split_once(' ') {
			Some((flag, _)) if flag.starts_with("--") => flag.to_owned(),
			_ => text.clone(),
		};
		match self.error.get(ContextKind::InvalidArg) {
			Some(ContextValue::String(text)) => name(text),
			Some(ContextValue::Strings(texts)) => {
				texts.iter().map(name).collect::<Vec<_>>().join(", ")
			}
			_ => "command line".to_owned(),
		}
	}

	fn text(&self, styled: bool) -> String {
		let rendered = self.error.render();
		let text = match styled {
			true => rendered.ansi().to_string(),
			false => rendered.to_string(),
		};
		NUMBERS.iter().fold(text, |text, (from, to)| text.replace(from, to))
	}
}

/// Examples in the form in which they can be copied, in a command and all below it.
fn with_examples(command: Command, check_of: Option<&str>) -> Command {
	let name = command.get_name().to_owned();
	let command = command.mut_subcommands(|inner| {
		let noun = (inner.get_name() == CHECK).then_some(name.as_str());
		match check_of.filter(|_| name == CHECK) {
			Some(noun) => with_examples(asked_only(inner, noun), None),
			None => with_examples(inner, noun),
		}
	});
	let Some(help) = command.get_after_help().map(ToString::to_string) else { return command };
	let lines: Vec<_> = help.lines().map(folded).collect();
	command.after_help(lines.join("\n"))
}

/// A step whose examples ask whether it would be lawful rather than take it.
fn asked_only(step: Command, noun: &str) -> Command {
	let Some(help) = step.get_after_help().map(ToString::to_string) else { return step };
	let taken = format!(" {noun} {}", step.get_name());
	let asked = format!(" {noun} {CHECK} {}", step.get_name());
	step.after_help(help.replace(&taken, &asked))
}

/// An example that is too long for a line, continued as a shell reads it.
fn folded(line: &str) -> String {
	if !line.trim_start().starts_with("quanqi ") || columns(line) <= HELP_COLUMNS {
		return line.to_owned();
	}
	let indent: String = line.chars().take_while(|c| *c == ' ').collect();
	let mut lines = vec![indent.clone()];
	for word in line.split_whitespace() {
		let Some(last) = lines.last_mut() else { continue };
		let is_first = last.trim().is_empty();
		// The space before the word, and the space and stroke that continue the line after it.
		if !is_first && columns(last) + 1 + columns(word) + 2 > HELP_COLUMNS {
			last.push_str(" \\");
			lines.push(format!("{indent}  {word}"));
			continue;
		}
		if !is_first {
			last.push(' ');
		}
		last.push_str(word);
	}
	lines.join("\n")
}

/// Columns of a terminal: Chinese characters take two.
pub fn columns(text: &str) -> usize {
	text.chars().map(|c| if c >= '\u{2e80}' { 2 } else { 1 }).sum()
}

/// The command lines among the lines of a help text, continued lines joined.
pub fn examples(help: &str) -> Vec<String> {
	let joined = help.replace("\\\n", " ");
	let is_example = |line: &&str| line.starts_with("quanqi ");
	joined.lines().map(str::trim).filter(is_example).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
	use super::*;
	use clap::Parser;

	fn unread(line: &str) -> Unread {
		let words: Vec<_> = line.split_whitespace().map(OsString::from).collect();
		parse(&words).unwrap_err()
	}

	/// Each command with its words after `quanqi`.
	fn walk(command: &Command, path: &str, look: &mut impl FnMut(&Command, &str)) {
		look(command, path);
		for inner in command.get_subcommands().filter(|inner| inner.get_name() != "help") {
			walk(inner, format!("{path} {}", inner.get_name()).trim(), look);
		}
	}

	fn after_help(command: &Command) -> String {
		command.get_after_help().map(ToString::to_string).unwrap_or_default()
	}

	#[test]
	fn command_line_should_be_consistent() {
		command().debug_assert();
	}

	#[test]
	fn every_command_should_have_an_example_of_itself() {
		let mut count = 0;
		walk(&command(), "", &mut |command, path| {
			if command.has_subcommands() {
				return;
			}
			count += 1;
			let own = format!(" {path} ");
			let examples = examples(&after_help(command));
			let is_own = |line: &String| format!("{line} ").contains(&own);
			assert!(examples.iter().any(is_own), "{path} has no example of itself: {examples:?}");
		});
		assert!(count > 200, "{count} commands");
	}

	#[test]
	fn every_example_should_be_a_command_line_that_parses() {
		walk(&command(), "", &mut |command, _| {
			for line in examples(&after_help(command)) {
				if let Err(error) = Arguments::try_parse_from(line.split_whitespace()) {
					panic!("{line}: {error}");
				}
			}
		});
	}

	#[test]
	fn every_line_after_help_should_fit_so_that_it_can_be_copied() {
		walk(&command(), "", &mut |command, path| {
			for line in after_help(command).lines() {
				assert!(columns(line) <= HELP_COLUMNS, "{path}: {line}");
			}
		});
	}

	#[test]
	fn every_command_should_have_its_chinese_term_in_its_summary() {
		let is_chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
		walk(&command(), "", &mut |command, path| {
			let about = command.get_about().map(ToString::to_string).unwrap_or_default();
			assert!(about.contains(is_chinese), "{path}: {about}");
		});
	}

	#[test]
	fn every_example_of_the_readme_should_be_a_command_line_that_parses() {
		let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../README.md"));
		let readme = readme.unwrap();
		let (_, rest) = readme.split_once("<!-- cli-examples: begin -->").unwrap();
		let (inside, _) = rest.split_once("<!-- cli-examples: end -->").unwrap();
		let lines = examples(inside);
		assert!(!lines.is_empty());
		for line in lines {
			if let Err(error) = Arguments::try_parse_from(line.split_whitespace()) {
				panic!("{line}: {error}");
			}
		}
	}

	#[test]
	fn long_example_should_be_folded_where_a_shell_joins_it_again() {
		let zeros = "0".repeat(64);
		let line =
			format!("  quanqi --key bureau.json rights lift 1 --hold 6 --digest sm3:{zeros}");
		let folded = folded(&line);
		assert_eq!(folded.lines().count(), 2, "{folded}");
		assert!(folded.lines().all(|line| columns(line) <= HELP_COLUMNS), "{folded}");
		let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
		assert_eq!(examples(&folded).iter().map(|line| words(line)).next(), Some(words(&line)));
	}

	#[test]
	fn number_should_be_asked_for_when_there_is_none() {
		let text = unread("quanqi rights title abc").text(false);
		assert!(text.contains("'abc'") && text.contains("a whole number is needed"), "{text}");
		let text = unread("quanqi rights title 99999999999999999999").text(false);
		assert!(text.contains("the number is too large"), "{text}");
	}

	#[test]
	fn unread_line_should_name_its_argument_to_programs() {
		let error = unread("quanqi --json rights transfer 1 --to 3 --part 120%");
		assert!(error.json);
		let json = error.as_error().to_json();
		assert_eq!(json["error"]["code"], 2);
		assert_eq!(json["error"]["field"], "--part");
		let message = json["error"]["message"].as_str().unwrap();
		assert!(
			message.contains("more than the whole") && !message.contains("--help"),
			"{message}"
		);
		let missing = unread("quanqi rights transfer 1 --to 3").as_error().to_json();
		assert_eq!(missing["error"]["field"], "--part");
	}
}
