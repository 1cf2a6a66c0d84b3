//! Measures what calls and storage cost on this machine.

use crate::service::{self, HostFunctions, Options, Partial};
use frame_benchmarking_cli::{
	BenchmarkCmd, ExtrinsicFactory, SubstrateRemarkBuilder, SUBSTRATE_REFERENCE_HARDWARE,
};
use quanqi_runtime::opaque::Block;
use sc_cli::{Error, Result};
use sc_service::Configuration;
use sp_inherents::{InherentData, InherentDataProvider};
use sp_runtime::traits::HashingFor;
use std::time::Duration;

/// Runs a benchmark command.
pub(crate) fn run(command: &BenchmarkCmd, config: Configuration, options: &Options) -> Result<()> {
	match command {
		BenchmarkCmd::Pallet(command) => {
			command.run_with_spec::<HashingFor<Block>, HostFunctions>(Some(config.chain_spec))
		}
		BenchmarkCmd::Overhead(command) => command
			.run_with_default_builder_and_spec::<Block, HostFunctions>(Some(config.chain_spec)),
		BenchmarkCmd::Machine(command) => {
			command.run(&config, SUBSTRATE_REFERENCE_HARDWARE.clone())
		}
		BenchmarkCmd::Storage(command) => {
			let Partial { client, backend, .. } = service::new_partial(&config, options)?;
			let database = backend.expose_db();
			let storage = backend.expose_storage();
			let trie_cache = backend.expose_shared_trie_cache();
			command.run(config, client, database, storage, trie_cache)
		}
		BenchmarkCmd::Extrinsic(command) => {
			let Partial { client, .. } = service::new_partial(&config, options)?;
			let remark = SubstrateRemarkBuilder::new_from_client(client.clone())?;
			let factory = ExtrinsicFactory(vec![Box::new(remark)]);
			command.run(client, genesis_time()?, Vec::new(), &factory)
		}
		BenchmarkCmd::Block(command) => {
			let Partial { client, .. } = service::new_partial(&config, options)?;
			command.run(client)
		}
	}
}

/// The inherent data of a block in slot 0, which needs no digest.
fn genesis_time() -> Result<InherentData> {
	let mut data = InherentData::new();
	let provider = sp_timestamp::InherentDataProvider::new(Duration::ZERO.into());
	futures::executor::block_on(provider.provide_inherent_data(&mut data))
		.map_err(|error| Error::Application(Box::new(error)))?;
	Ok(data)
}
