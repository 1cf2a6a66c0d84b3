//! Genesis configurations that come with the runtime, for development only. A real network's
//! genesis comes from its consortium file.

use crate::{
	Consortium, ConsortiumConfig, RuntimeGenesisConfig, SessionConfig, SessionKeys, StatutesConfig,
};
use alloc::{vec, vec::Vec};
use frame_support::build_struct_json_patch;
use pallet_consortium::{types::KeyGrant, Institution};
use quanqi_types::{
	Capabilities, Capability, CreditCode, Location, MemberId, MemberKind, Permissions, Text,
};
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

/// Codes of made-up institutions; their check characters hold.
const CREDIT_CODES: [&str; 4] =
	["12330000TE5T000163", "12330000TE5T00024X", "12330000TE5T00032Q", "12330000TE5T00040K"];

/// Made-up universities with every capability, whose first keys and validators are well known.
fn development_genesis(validators: &[(Sr25519Keyring, Ed25519Keyring)]) -> Value {
	let (mut institutions, mut keys) = (Vec::new(), Vec::new());
	for (number, ((sr25519, ed25519), code)) in (1..).zip(validators.iter().zip(CREDIT_CODES)) {
		let account = sr25519.to_account_id();
		institutions.push(Institution {
			kind: MemberKind::University,
			name: Text::new(<&str>::from(*sr25519)).expect("names of the keyring are short; qed"),
			credit_code: Some(CreditCode::parse(code).expect("the codes are tested; qed")),
			location: Location::Division(330_100),
			state_established: true,
			capabilities: Capability::ALL.iter().copied().collect::<Capabilities>(),
			jurisdiction: Some(330_000),
			keys: vec![KeyGrant { account, permissions: Permissions::FULL }],
			seat: true,
			validator: true,
			node_ids: Vec::new(),
		});
		let seat = Consortium::seat_account(MemberId(number));
		let session =
			SessionKeys { aura: sr25519.public().into(), grandpa: ed25519.public().into() };
		keys.push((seat.clone(), seat, session));
	}
	build_struct_json_patch!(RuntimeGenesisConfig {
		consortium: ConsortiumConfig { institutions },
		session: SessionConfig { keys },
		statutes: StatutesConfig { test_network: true },
	})
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
