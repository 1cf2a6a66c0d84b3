//! Chain specifications: the names of the presets, and files.

use quanqi_runtime::{
	genesis_config_presets::{DEVELOPMENT, LOCAL_TESTNET},
	SS58_PREFIX, WASM_BINARY,
};
use sc_service::{ChainType, GenericChainSpec, Properties};
use std::path::PathBuf;

/// The specification of a chain.
pub(crate) type ChainSpec = GenericChainSpec;

/// The specification called `id`: a development preset, or a file.
pub(crate) fn load(id: &str) -> Result<ChainSpec, String> {
	match id {
		"dev" => preset("Quanqi Development", "quanqi_dev", ChainType::Development, DEVELOPMENT),
		"local" => preset("Quanqi Local", "quanqi_local", ChainType::Local, LOCAL_TESTNET),
		"" => Err("which network? Give --chain with the network's raw specification file, \
			or 'dev' or 'local' for a throw-away one"
			.into()),
		path => ChainSpec::from_json_file(PathBuf::from(path))
			.map_err(|error| format!("--chain {path}: {error}")),
	}
}

fn preset(name: &str, id: &str, chain_type: ChainType, genesis: &str) -> Result<ChainSpec, String> {
	let wasm = WASM_BINARY.ok_or("this node was built without the runtime's wasm")?;
	let mut properties = Properties::new();
	properties.insert("ss58Format".into(), SS58_PREFIX.into());
	Ok(ChainSpec::builder(wasm, None)
		.with_name(name)
		.with_id(id)
		.with_protocol_id("quanqi")
		.with_chain_type(chain_type)
		.with_properties(properties)
		.with_genesis_config_preset_name(genesis)
		.build())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn load_should_ask_for_a_network_when_none_is_named() {
		let error = load("").map(|_| ()).expect_err("there is no default network");
		assert!(error.contains("--chain"), "{error}");
	}

	#[test]
	fn load_should_name_the_file_when_it_is_missing() {
		let error = load("/nowhere/network.json").map(|_| ()).expect_err("no such file");
		assert!(error.contains("/nowhere/network.json"), "{error}");
	}
}
