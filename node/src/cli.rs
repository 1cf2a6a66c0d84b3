//! Command line of the node.

use clap::{builder::Resettable, CommandFactory, FromArgMatches, Parser};
use sc_cli::{RunCmd, SubstrateCli};
use std::{num::NonZeroU32, time::Duration};

/// Defaults of the SDK's options that a consortium network wants otherwise, by the option's
/// identifier. An operator may still set any of them.
const DEFAULTS: [(&str, &str); 9] = [
	("network_backend", "libp2p"),
	("pool_type", "single-state"),
	("pool_limit", "65536"),
	("pool_kbytes", "131072"),
	("tx_ban_seconds", "60"),
	("trie_cache_size", "134217728"),
	("max_runtime_instances", "4"),
	("rpc_methods", "safe"),
	("enabled", "never"),
];

/// The node's arguments.
#[derive(Debug, Parser)]
pub(crate) struct Cli {
	/// What to do instead of running a node.
	#[command(subcommand)]
	pub(crate) subcommand: Option<Subcommand>,

	/// Options of the SDK.
	#[clap(flatten)]
	pub(crate) run: RunCmd,

	/// Options of finality.
	#[clap(flatten)]
	pub(crate) finality: FinalityParams,

	/// Options of gossip.
	#[clap(flatten)]
	pub(crate) gossip: GossipParams,
}

/// How this node tells others of transactions.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct GossipParams {
	/// Tell each peer of at most so many transactions a second.
	///
	/// More than the network finalises only fills the buffers of the peers.
	#[arg(long, value_name = "COUNT", default_value = "500")]
	pub(crate) gossip_per_second: NonZeroU32,
}

/// How this node takes part in finality.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct FinalityParams {
	/// Expected time for a vote to reach all validators, in milliseconds.
	///
	/// Shorter finalises sooner and costs more processor time. About three times the round-trip
	/// time between the validators is a good value; the same on every validator.
	#[arg(long, value_name = "MILLISECONDS", default_value = "100", value_parser = clap::value_parser!(u32).range(10..=10_000))]
	pub(crate) grandpa_gossip_ms: u32,

	/// Keep the finality justification of at least every so many blocks for ever.
	#[arg(long, value_name = "BLOCKS", default_value = "16")]
	pub(crate) justification_period: NonZeroU32,
}

impl FinalityParams {
	/// Expected time for a vote to reach all validators.
	pub(crate) fn gossip_duration(&self) -> Duration {
		Duration::from_millis(self.grandpa_gossip_ms.into())
	}
}

impl Cli {
	/// Reads the process's arguments; prints the error or the help and ends the process if they
	/// are not a valid command.
	pub(crate) fn from_arguments() -> Self {
		let matches = Self::command_with_defaults().get_matches();
		Self::from_arg_matches(&matches).unwrap_or_else(|error| error.exit())
	}

	fn command_with_defaults() -> clap::Command {
		DEFAULTS
			.into_iter()
			.fold(<Self as SubstrateCli>::setup_command(Self::command()), |command, (id, value)| {
				command.mut_arg(id, |argument| argument.default_value(value))
			})
			.mut_subcommand("revert", |command| {
				// How much is taken back is for the operator to say.
				command.mut_arg("num", |argument| {
					argument.required(true).default_value(Resettable::Reset)
				})
			})
			.mut_subcommand("key", |command| {
				// A node key belongs to no network; the folder to keep it in is one network's.
				command.mut_subcommand("generate-node-key", |command| {
					["base_path", "default_base_path"].into_iter().fold(command, |command, id| {
						command.mut_arg(id, |argument| argument.requires("chain"))
					})
				})
			})
			.mut_subcommand("build-spec", |command| {
				// A consortium's nodes are told of each other; one on loopback helps nobody.
				command.mut_arg("disable_default_bootnode", |argument| {
					argument.hide(true).default_value("true")
				})
			})
	}
}

/// What the node can do besides running.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Subcommand {
	/// Make, show and insert keys.
	#[command(subcommand)]
	Key(sc_cli::KeySubcommand),

	/// Build a chain specification.
	BuildSpec(sc_cli::BuildSpecCmd),

	/// Check blocks of the database again.
	CheckBlock(sc_cli::CheckBlockCmd),

	/// Write blocks to a file.
	ExportBlocks(sc_cli::ExportBlocksCmd),

	/// Read blocks from a file.
	ImportBlocks(sc_cli::ImportBlocksCmd),

	/// Write the state at a block as a chain specification.
	ExportState(sc_cli::ExportStateCmd),

	/// Remove the whole chain from this machine.
	PurgeChain(sc_cli::PurgeChainCmd),

	/// Take back the newest blocks, of those that are not final yet.
	///
	/// A validator forgets how it voted: let it vote again only when the network has finalised a new
	/// block without it.
	Revert(sc_cli::RevertCmd),

	/// Measure what calls and storage cost on this machine.
	#[cfg(feature = "runtime-benchmarks")]
	#[command(subcommand)]
	Benchmark(frame_benchmarking_cli::BenchmarkCmd),
}

#[cfg(test)]
mod tests {
	use super::*;
	use sc_cli::NetworkBackendType;

	fn parse(arguments: &[&str]) -> Result<Cli, clap::Error> {
		let all = std::iter::once(&"quanqi-node").chain(arguments);
		Cli::from_arg_matches(&Cli::command_with_defaults().try_get_matches_from(all)?)
	}

	#[test]
	fn options_should_have_the_consortium_defaults_when_nothing_is_given() {
		let cli = parse(&[]).expect("no argument is needed");
		assert!(matches!(cli.run.network_params.network_backend, NetworkBackendType::Libp2p));
		assert_eq!(cli.run.pool_config.pool_limit, 65_536);
		assert_eq!(cli.run.pool_config.pool_kbytes, 131_072);
		assert_eq!(cli.run.pool_config.tx_ban_seconds, Some(60));
		assert!(matches!(cli.run.pool_config.pool_type, sc_cli::TransactionPoolType::SingleState));
		assert_eq!(cli.run.import_params.trie_cache_size, 128 * 1024 * 1024);
		assert_eq!(cli.run.runtime_params.max_runtime_instances, 4);
		assert!(matches!(
			cli.run.offchain_worker_params.enabled,
			sc_cli::OffchainWorkerEnabled::Never
		));
		assert_eq!(cli.finality.grandpa_gossip_ms, 100);
		assert_eq!(cli.finality.justification_period.get(), 16);
	}

	#[test]
	fn options_should_follow_the_operator_when_given() {
		let cli = parse(&["--network-backend", "litep2p", "--pool-limit", "100"]).expect("valid");
		assert!(matches!(cli.run.network_params.network_backend, NetworkBackendType::Litep2p));
		assert_eq!(cli.run.pool_config.pool_limit, 100);
	}

	#[test]
	fn revert_should_ask_for_a_number_of_blocks_when_none_is_given() {
		assert!(parse(&["revert", "--chain", "dev"]).is_err());
		assert!(parse(&["revert", "--chain", "dev", "3"]).is_ok());
	}

	#[test]
	fn node_key_should_need_a_network_when_it_goes_into_the_network_s_folder() {
		assert!(parse(&["key", "generate-node-key", "--file", "node.key"]).is_ok());
		assert!(parse(&["key", "generate-node-key", "--base-path", "data"]).is_err());
	}

	#[test]
	fn specification_should_name_no_loopback_bootnode_when_built() {
		let cli = parse(&["build-spec", "--chain", "dev"]).expect("valid");
		assert!(matches!(
			cli.subcommand,
			Some(Subcommand::BuildSpec(command)) if command.disable_default_bootnode
		));
	}

	#[test]
	fn arguments_should_be_refused_when_justification_period_is_zero() {
		assert!(parse(&["--justification-period", "0"]).is_err());
	}

	#[test]
	fn arguments_should_be_refused_when_gossip_is_faster_than_any_network() {
		assert!(parse(&["--grandpa-gossip-ms", "1"]).is_err());
	}
}
