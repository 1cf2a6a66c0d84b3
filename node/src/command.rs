//! Runs what the command line asks for.

use crate::{
	blocks::{self, Export, Import},
	chain_spec,
	cli::{Cli, Subcommand},
	database,
	pool::{Limits, PoolOptions},
	service,
};
use futures::FutureExt;
use quanqi_runtime::opaque::Block;
use rustix::fs::Mode;
use sc_cli::{
	CheckBlockCmd, Error, ImportBlocksCmd, KeySubcommand, PurgeChainCmd, Result, SubstrateCli,
	TransactionPoolType,
};
use sc_network::config::{NetworkBackendType, TransportConfig};
use sc_service::{
	config::DatabaseSource, error::Error as ServiceError, Configuration, TaskManager,
};
use std::{io::IsTerminal, time::Duration};

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
	match &cli.subcommand {
		None => run_node(&cli),
		Some(Subcommand::Key(command)) => run_key(&cli, command),
		Some(Subcommand::BuildSpec(command)) => cli
			.create_runner(command)?
			.sync_run(|config| command.run(config.chain_spec, config.network)),
		Some(Subcommand::PurgeChain(command)) => cli.create_runner(command)?.sync_run(|config| {
			database::require(&config)?;
			require_answer(command)?;
			command.run(config.database)
		}),
		Some(Subcommand::CheckBlock(command)) => check_block(&cli, command),
		Some(Subcommand::ExportBlocks(command)) => {
			cli.create_runner(command)?.async_run(|config| {
				let export = Export::new(command, &config)?;
				let task_manager = TaskManager::new(config.tokio_handle, None)
					.map_err(ServiceError::Prometheus)?;
				Ok((export.run(command.output.as_deref(), command.binary), task_manager))
			})
		}
		Some(Subcommand::ImportBlocks(command)) => import_blocks(&cli, command),
		Some(Subcommand::ExportState(command)) => cli.create_runner(command)?.async_run(|config| {
			database::require(&config)?;
			let first_state = service::first_state(&config)?;
			let (client, _, _, task_manager) = service::new_parts(&config, first_state, None)?;
			Ok((command.run(client, config.chain_spec), task_manager))
		}),
		Some(Subcommand::Revert(command)) => cli.create_runner(command)?.async_run(|config| {
			database::require(&config)?;
			let first_state = service::first_state(&config)?;
			let (client, backend, _, task_manager) =
				service::new_parts(&config, first_state, None)?;
			blocks::require_revertible(command, &client)?;
			let revert_finality = Box::new(|client, _, blocks| {
				sc_consensus_grandpa::revert(client, blocks)?;
				Ok(())
			});
			Ok((command.run(client, backend, Some(revert_finality)), task_manager))
		}),
		#[cfg(feature = "runtime-benchmarks")]
		Some(Subcommand::Benchmark(command)) => cli
			.create_runner(command)?
			.sync_run(|config| crate::benchmark::run(command, config, &options(&cli))),
	}
}

fn run_key(cli: &Cli, command: &KeySubcommand) -> Result<()> {
	// Nobody else may read the files that are made.
	rustix::process::umask(Mode::RWXG | Mode::RWXO);
	match command {
		KeySubcommand::GenerateNodeKey(command) if command.chain.is_none() => command.common.run(),
		_ => command.run(cli),
	}
}

/// What a failure is, in words for who gave the command.
pub(crate) fn explain(error: &Error) -> String {
	match error {
		Error::Input(reason) | Error::Service(ServiceError::Other(reason)) => reason.clone(),
		other => other.to_string(),
	}
}

fn check_block(cli: &Cli, command: &CheckBlockCmd) -> Result<()> {
	cli.create_runner(command)?.async_run(|config| {
		blocks::require_checkable(command, &config)?;
		let parts = service::new_partial(&config, &options(cli))?;
		// The pool lives as long as the command: its tasks call its end a failure.
		let pool = parts.transaction_pool;
		let check = command.run(parts.client, parts.import_queue);
		Ok((check.inspect(move |_| drop(pool)), parts.task_manager))
	})
}

fn import_blocks(cli: &Cli, command: &ImportBlocksCmd) -> Result<()> {
	cli.create_runner(command)?.async_run(|config| {
		database::require_idle(&config)?;
		if let Some(import) = Import::new(command)? {
			import.require_connected(&config)?;
		}
		let parts = service::new_partial(&config, &options(cli))?;
		let pool = parts.transaction_pool;
		let import = command.run(parts.client, parts.import_queue);
		Ok((import.inspect(move |_| drop(pool)), parts.task_manager))
	})
}

/// Requires that somebody can answer whether the chain is to be removed.
fn require_answer(command: &PurgeChainCmd) -> Result<()> {
	if command.yes || std::io::stdin().is_terminal() {
		return Ok(());
	}
	Err(Error::Input(
		"purge-chain asks before it removes anything, and there is nobody to ask here; -y answers yes"
			.into(),
	))
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
		database::require_idle(&config)?;
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
