//! The node of a Quanqi network: validator, archive or query node.
#![allow(
	clippy::result_large_err,
	reason = "the SDK's errors are large, and they arise once, when the node starts or ends"
)]

#[cfg(feature = "runtime-benchmarks")]
mod benchmark;
mod chain_spec;
mod cli;
mod command;
mod pool;
mod rpc;
mod service;

fn main() -> sc_cli::Result<()> {
	command::run()
}
