//! Runs what the command line asks for.

use crate::{
	chain_spec,
	cli::{Cli, Subcommand},
	pool::{Limits, PoolOptions},
	service,
};

use quanqi_runtime::opaque::Block;
use sc_cli::{Error, Result, SubstrateCli, TransactionPoolType};
use sc_network::config::{NetworkBackendType, TransportConfig};
use sc_service::{config::DatabaseSource, Configuration, PartialComponents};
use std::time::Duration;

impl SubstrateCli for Cli {
	fn impl_name() -> String {
		"Quanqi Node".into()
	}

	fn impl_version() -> String {
		env!("SUBSTRATE_CLI_IMPL_VERSION").into()
	}

	fn description() -> String {
		"The node of a Quanqi network (权契)".into()
	}

	fn author() -> String {
		"the Quanqi maintainers".into()
	}

	fn support_url() -> String {
		env!("CARGO_PKG_HOMEPAGE").into()
	}

	fn copyright_start_year() -> i32 {
		2026
	}

	fn load_spec(&self, id: &str) -> std::result::Result<Box<dyn sc_service::ChainSpec>, String> {
		Ok(Box::new(chain_spec::load(id)?))
	}
}

/// Runs the command of the process's arguments.
pub(crate) fn run() -> Result<()> {
	let cli = Cli::from_arguments();
	let options = options(&cli);
	match &cli.subcommand {
		None => run_node(&cli),
		Some(Subcommand::Key(command)) => command.run(&cli),
		Some(Subcommand::BuildSpec(command)) => cli
			.create_runner(command)?
			.sync_run(|config| command.run(config.chain_spec, config.network)),
		Some(Subcommand::PurgeChain(command)) => {
			cli.create_runner(command)?.sync_run(|config| command.run(config.database))
		}
		Some(Subcommand::CheckBlock(command)) => cli.create_runner(command)?.async_run(|config| {
			let PartialComponents { client, task_manager, import_queue, .. } =
				service::new_partial(&config, &options)?;
			Ok((command.run(client, import_queue), task_manager))
		}),
		Some(Subcommand::ExportBlocks(command)) => {
			cli.create_runner(command)?.async_run(|config| {
				let PartialComponents { client, task_manager, .. } =
					service::new_partial(&config, &options)?;
				Ok((command.run(client, config.database), task_manager))
			})
		}
		Some(Subcommand::ImportBlocks(command)) => {
			cli.create_runner(command)?.async_run(|config| {
				let PartialComponents { client, task_manager, import_queue, .. } =
					service::new_partial(&config, &options)?;
				Ok((command.run(client, import_queue), task_manager))
			})
		}
		Some(Subcommand::ExportState(command)) => cli.create_runner(command)?.async_run(|config| {
			let PartialComponents { client, task_manager, .. } =
				service::new_partial(&config, &options)?;
			Ok((command.run(client, config.chain_spec), task_manager))
		}),
		Some(Subcommand::Revert(command)) => cli.create_runner(command)?.async_run(|config| {
			let PartialComponents { client, task_manager, backend, .. } =
				service::new_partial(&config, &options)?;
			let revert_finality = Box::new(|client, _, blocks| {
				sc_consensus_grandpa::revert(client, blocks)?;
				Ok(())
			});
			Ok((command.run(client, backend, Some(revert_finality)), task_manager))
		}),
		#[cfg(feature = "runtime-benchmarks")]
		Some(Subcommand::Benchmark(command)) => cli
			.create_runner(command)?
			.sync_run(|config| crate::benchmark::run(command, config, &options)),
	}
}

fn options(cli: &Cli) -> service::Options {
	let pool = &cli.run.pool_config;
	service::Options {
		finality: cli.finality.clone(),
		pool: PoolOptions {
			limits: Limits::new(pool.pool_limit, pool.pool_kbytes),
			ban_time: Duration::from_secs(pool.tx_ban_seconds.unwrap_or_default()),
			gossip_per_second: cli.gossip.gossip_per_second,
		},
	}
}

/// The fork-aware pool loses calls that it has accepted when blocks follow each other quickly.
fn check_pool(cli: &Cli) -> Result<()> {
	match cli.run.pool_config.pool_type {
		TransactionPoolType::SingleState => Ok(()),
		TransactionPoolType::ForkAware => Err(Error::Input(
			"--pool-type: with blocks of one second the fork-aware pool loses calls that it has \
			 accepted; this node has the single-state pool alone"
				.into(),
		)),
	}
}

fn run_node(cli: &Cli) -> Result<()> {
	let options = options(cli);
	check_pool(cli)?;
	cli.create_runner(&cli.run)?.run_node_until_exit(|mut config| async move {
		if config.role.is_authority() {
			check_validator_database(&config)?;
			disable_local_discovery(&mut config);
		}
		match config.network.network_backend {
			NetworkBackendType::Libp2p => service::new_full::<
				sc_network::NetworkWorker<Block, <Block as sp_runtime::traits::Block>::Hash>,
			>(config, options),
			NetworkBackendType::Litep2p => {
				service::new_full::<sc_network::Litep2pNetworkBackend>(config, options)
			}
		}
		.map_err(Error::Service)
	})
}

/// ParityDB may lose blocks that it has taken but not yet flushed. A validator that forgets what
/// it has finalised, or how it voted, could vote again otherwise.
fn check_validator_database(config: &Configuration) -> Result<()> {
	match config.database {
		DatabaseSource::RocksDb { .. } => Ok(()),
		_ => Err(Error::Input(
			"--database: a validator keeps its blocks in RocksDB, the one database of which a \
			 finalised block survives the death of the process; other databases are for query \
			 nodes"
				.into(),
		)),
	}
}

/// A validator meets the peers that it was told of, not whoever answers on the local network.
fn disable_local_discovery(config: &mut Configuration) {
	if let TransportConfig::Normal { enable_mdns, .. } = &mut config.network.transport {
		*enable_mdns = false;
	}
}
