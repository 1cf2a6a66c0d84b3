#![doc = include_str!("../README.md")]
#![deny(missing_docs)]

pub mod chain;
pub mod cli;
pub mod error;
pub mod files;
pub mod input;
pub mod keys;
pub mod offline;
pub mod output;

use std::process::ExitCode;

/// The program: reads the command line, does what it says, and exits with a code that says how it
/// went.
pub fn main() -> ExitCode {
	let words: Vec<_> = std::env::args_os().collect();
	let arguments = match cli::command_line::parse(&words) {
		Ok(arguments) => arguments,
		Err(unread) => return ExitCode::from(unread.report()),
	};
	start_log(arguments.global.verbose);
	let output = arguments.output();
	let runtime = match tokio::runtime::Runtime::new() {
		Ok(runtime) => runtime,
		Err(error) => {
			eprintln!("quanqi: cannot start: {error}");
			return ExitCode::from(5);
		}
	};
	match runtime.block_on(cli::run(arguments)) {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			output.error(&error);
			ExitCode::from(error.exit_code())
		}
	}
}

/// Log lines of this program and its libraries go to stderr, and only when asked for.
fn start_log(verbose: bool) {
	let level = match verbose {
		true => tracing::Level::DEBUG,
		false => tracing::Level::ERROR,
	};
	// A second start, in tests, changes nothing.
	let _ = tracing_subscriber::fmt().with_max_level(level).with_writer(std::io::stderr).try_init();
}
