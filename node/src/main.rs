//! The node of a Quanqi network: validator, archive or query node.
#![allow(
	clippy::result_large_err,
	reason = "the SDK's errors are large, and they arise once, when the node starts or ends"
)]

#[cfg(feature = "runtime-benchmarks")]
mod benchmark;
mod blocks;
mod certificate;
mod chain_spec;
mod cli;
mod command;
mod database;
mod pool;
mod rpc;
mod service;

use std::process::ExitCode;

fn main() -> ExitCode {
	match command::run() {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("error: {}", command::explain(&error));
			ExitCode::FAILURE
		}
	}
}
