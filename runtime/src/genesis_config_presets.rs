//! Genesis configurations that come with the runtime, for development only. A real network's
//! genesis comes from its consortium file.

use crate::{AccountId, RuntimeGenesisConfig, SessionConfig, SessionKeys};
use alloc::{vec, vec::Vec};
use frame_support::build_struct_json_patch;
use serde_json::Value;
use sp_genesis_builder::PresetId;
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};

/// One validator, for a chain on one machine.
pub const DEVELOPMENT: &str = sp_genesis_builder::DEV_RUNTIME_PRESET;
/// Four validators, for a network on one machine.
pub const LOCAL_TESTNET: &str = sp_genesis_builder::LOCAL_TESTNET_RUNTIME_PRESET;

/// The keys of the well-known development validators, in order.
fn development_validators() -> [(Sr25519Keyring, Ed25519Keyring); 4] {
	[
		(Sr25519Keyring::Alice, Ed25519Keyring::Alice),
		(Sr25519Keyring::Bob, Ed25519Keyring::Bob),
		(Sr25519Keyring::Charlie, Ed25519Keyring::Charlie),
		(Sr25519Keyring::Dave, Ed25519Keyring::Dave),
	]
}

fn development_genesis(validators: &[(Sr25519Keyring, Ed25519Keyring)]) -> Value {
	let keys: Vec<(AccountId, AccountId, SessionKeys)> = validators
		.iter()
		.map(|(sr25519, ed25519)| {
			let account = sr25519.to_account_id();
			let keys =
				SessionKeys { aura: sr25519.public().into(), grandpa: ed25519.public().into() };
			(account.clone(), account, keys)
		})
		.collect();
	build_struct_json_patch!(RuntimeGenesisConfig { session: SessionConfig { keys } })
}

/// The preset's JSON patch over the default configuration, or `None` when there is no such
/// preset.
pub fn get_preset(id: &PresetId) -> Option<Vec<u8>> {
	let validators = development_validators();
	let count = match id.as_ref() {
		DEVELOPMENT => 1,
		LOCAL_TESTNET => validators.len(),
		_ => return None,
	};
	let patch = development_genesis(validators.get(..count)?);
	serde_json::to_vec(&patch).ok()
}

/// The names of the presets.
pub fn preset_names() -> Vec<PresetId> {
	vec![PresetId::from(DEVELOPMENT), PresetId::from(LOCAL_TESTNET)]
}
