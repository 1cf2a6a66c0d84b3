//! Running the program as its users do, without a network.

use std::process::Command;

/// An address at which nothing listens.
pub(crate) const NOBODY: &str = "ws://127.0.0.1:1";

/// The program, which learns nothing from the environment.
pub(crate) fn quanqi() -> Command {
	let mut command = Command::new(env!("CARGO_BIN_EXE_quanqi"));
	for variable in ["QUANQI_URL", "QUANQI_KEY", "QUANQI_PASSWORD", "QUANQI_GENESIS"] {
		command.env_remove(variable);
	}
	command
}
