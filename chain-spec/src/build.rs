//! Writes a network: its raw spec and the institutions' key folders.

use crate::{
	check::advice,
	file::{key_bytes, Consortium, Institution, Validator},
	genesis::{genesis, Founding},
	keys::{KeyError, KeyFolder},
};
use pallet_consortium::types::{KeyGrant, NodeId};
use quanqi_runtime::{AccountId, Runtime, SessionKeys, SS58_PREFIX, WASM_BINARY};
use quanqi_types::{digest::tagged_hash, MemberId, Permission, Permissions};
use sc_service::{config::MultiaddrWithPeerId, ChainType, GenericChainSpec, Properties};
use serde::Serialize;
use sp_core::{crypto::Ss58Codec, ed25519, sr25519};
use std::{
	fs, io,
	path::{Path, PathBuf},
};
use toml::Spanned;

/// Where and how to write a network.
#[derive(Debug, Clone)]
pub struct BuildOptions {
	/// A folder that does not exist yet.
	pub out: PathBuf,
	/// Seals the members' first keys.
	pub password: Option<String>,
}

/// What was written.
#[derive(Debug, Clone, Serialize)]
pub struct BuiltNetwork {
	/// The raw spec.
	pub chain_spec: PathBuf,
	/// BLAKE2b-256 of the raw spec's bytes, hex; to be compared by all who receive it.
	pub chain_spec_digest: String,
	/// The institutions, in the order of the file.
	pub institutions: Vec<BuiltInstitution>,
	/// What the operator should know.
	pub advice: Option<String>,
}

/// Public facts of one founding institution.
#[derive(Debug, Clone, Serialize)]
pub struct BuiltInstitution {
	/// Its number on the ledger.
	pub member: MemberId,
	/// Its name.
	pub name: String,
	/// Its key folder, where any secret was made for it.
	pub folder: Option<PathBuf>,
	/// Account of its seat, which has no key.
	pub seat_account: String,
	/// Accounts of its keys.
	pub keys: Vec<String>,
	/// Authoring key of its validator, hex.
	pub aura: Option<String>,
	/// Finality key of its validator, hex.
	pub grandpa: Option<String>,
	/// Peer id of its node.
	pub node_id: Option<String>,
}

/// Why a network could not be written.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
	/// The folder is there already: its keys must not be overwritten.
	#[error("{0} exists already; give another folder with --out, or remove it if its keys are not needed")]
	Exists(PathBuf),
	/// A file could not be written.
	#[error("{path}: {source}")]
	Io {
		/// Which file.
		path: PathBuf,
		/// What the system said.
		source: io::Error,
	},
	/// A key could not be made.
	#[error(transparent)]
	Key(#[from] KeyError),
	/// This program was built without the runtime's wasm.
	#[error("this program was built without the runtime's wasm; build it without SKIP_WASM_BUILD")]
	NoWasm,
	/// The runtime refuses the genesis.
	#[error("the runtime refuses this genesis: {0}")]
	Refused(String),
}

/// Makes keys where the file gives none, builds the genesis with the runtime, and writes both. Nothing
/// is written before the runtime has taken the genesis, and nothing stays of a folder that could not
/// be written whole: the next attempt finds its place free.
pub fn build(consortium: &Consortium, options: &BuildOptions) -> Result<BuiltNetwork, BuildError> {
	let wasm = WASM_BINARY.ok_or(BuildError::NoWasm)?;
	if options.out.exists() {
		return Err(BuildError::Exists(options.out.clone()));
	}
	let (mut foundings, mut institutions, mut folders) = (Vec::new(), Vec::new(), Vec::new());
	for (index, one) in consortium.institution.iter().enumerate() {
		let member = MemberId(u32::try_from(index).unwrap_or(u32::MAX).saturating_add(1));
		let mut folder = KeyFolder::new(options.out.join(one.get_ref().folder.get_ref()));
		let (founding, built) =
			found(member, one.get_ref(), &mut folder, options.password.as_deref())?;
		foundings.push(founding);
		institutions.push(built);
		folders.push(folder);
	}
	let raw = raw_spec(consortium, &foundings, wasm)?;
	let built = BuiltNetwork {
		chain_spec: options.out.join("chain-spec.json"),
		chain_spec_digest: hex::encode(tagged_hash(b"", &[raw.as_bytes()])),
		institutions,
		advice: advice(consortium),
	};
	make_new_folder(&options.out)?;
	match write_all(&options.out, &raw, &built, &folders) {
		Ok(()) => Ok(built),
		Err(error) => {
			// The reason of the failure is worth more than that of a failure to clean up after it.
			let _ = fs::remove_dir_all(&options.out);
			Err(error)
		}
	}
}

/// Makes the folder, which nobody else may have made since it was looked for.
fn make_new_folder(path: &Path) -> Result<(), BuildError> {
	let failed = |source: io::Error| match source.kind() {
		io::ErrorKind::AlreadyExists => BuildError::Exists(path.to_owned()),
		_ => BuildError::Io { path: path.to_owned(), source },
	};
	match path.parent() {
		Some(parent) => fs::create_dir_all(parent).and_then(|()| fs::create_dir(path)),
		None => fs::create_dir(path),
	}
	.map_err(failed)
}

fn write_all(
	out: &Path,
	raw: &str,
	built: &BuiltNetwork,
	folders: &[KeyFolder],
) -> Result<(), BuildError> {
	for folder in folders {
		folder.write()?;
	}
	write(&built.chain_spec, raw.as_bytes())?;
	let facts = serde_json::to_string_pretty(built).expect("plain strings always encode; qed");
	write(&out.join("institutions.json"), facts.as_bytes())
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), BuildError> {
	fs::write(path, bytes).map_err(|source| BuildError::Io { path: path.to_owned(), source })
}

fn found(
	member: MemberId,
	one: &Institution,
	folder: &mut KeyFolder,
	password: Option<&str>,
) -> Result<(Founding, BuiltInstitution), BuildError> {
	let keys = member_keys(one, folder, password)?;
	let validator = one.validator.as_ref().map(Spanned::get_ref);
	let session = validator.map(|validator| session_keys(validator, folder));
	let peer = validator.map(|validator| peer_id(validator, folder));
	let seat_account: AccountId = pallet_consortium::Pallet::<Runtime>::seat_account(member);
	let built = BuiltInstitution {
		member,
		name: one.name.to_string(),
		folder: folder.path().map(Path::to_owned),
		seat_account: seat_account.to_ss58check_with_version(SS58_PREFIX.into()),
		keys: keys
			.iter()
			.map(|key| key.account.to_ss58check_with_version(SS58_PREFIX.into()))
			.collect(),
		aura: session.as_ref().map(|keys| hex::encode(AsRef::<[u8]>::as_ref(&keys.aura))),
		grandpa: session.as_ref().map(|keys| hex::encode(AsRef::<[u8]>::as_ref(&keys.grandpa))),
		node_id: peer.map(|peer| peer.to_base58()),
	};
	let node_id = peer.and_then(|peer| peer.to_base58().parse::<NodeId>().ok());
	Ok((Founding { keys, session, node_id, seat_account }, built))
}

fn member_keys(
	one: &Institution,
	folder: &mut KeyFolder,
	password: Option<&str>,
) -> Result<Vec<KeyGrant<AccountId>>, BuildError> {
	if one.key.is_empty() {
		let account = folder.make_member_key(password)?;
		return Ok(vec![KeyGrant {
			account,
			permissions: Permissions::from_iter([Permission::Full]),
		}]);
	}
	let keys = one.key.iter().filter_map(|key| {
		let account = AccountId::from_ss58check(key.account.get_ref()).ok()?;
		Some(KeyGrant { account, permissions: key.permissions.iter().copied().collect() })
	});
	Ok(keys.collect())
}

/// Keys of the file, which were checked to be 32 bytes when it was read; new ones for the rest.
fn session_keys(validator: &Validator, folder: &mut KeyFolder) -> SessionKeys {
	let stated = |key: &Option<Spanned<String>>| key_bytes(key.as_ref()?.get_ref());
	let aura =
		stated(&validator.aura).map_or_else(|| folder.make_aura(), sr25519::Public::from_raw);
	let grandpa =
		stated(&validator.grandpa).map_or_else(|| folder.make_grandpa(), ed25519::Public::from_raw);
	SessionKeys { aura: aura.into(), grandpa: grandpa.into() }
}

fn peer_id(validator: &Validator, folder: &mut KeyFolder) -> sc_network_types::PeerId {
	let stated = validator.node_id.as_ref().and_then(|peer| peer.get_ref().parse().ok());
	stated.unwrap_or_else(|| folder.make_node_key())
}

fn raw_spec(
	consortium: &Consortium,
	foundings: &[Founding],
	wasm: &[u8],
) -> Result<String, BuildError> {
	let config = serde_json::to_value(genesis(consortium, foundings))
		.map_err(|error| BuildError::Refused(error.to_string()))?;
	let mut properties = Properties::new();
	properties.insert("ss58Format".into(), SS58_PREFIX.into());
	let network = &consortium.network;
	let chain_type = match network.kind {
		crate::file::NetworkKind::Live => ChainType::Live,
		crate::file::NetworkKind::Test => ChainType::Local,
	};
	let spec: GenericChainSpec = GenericChainSpec::builder(wasm, None)
		.with_name(network.name.get_ref())
		.with_id(network.id.get_ref())
		.with_protocol_id(network.id.get_ref())
		.with_chain_type(chain_type)
		.with_properties(properties)
		.with_boot_nodes(boot_nodes(consortium, foundings))
		.with_genesis_config(config)
		.build();
	spec.as_json(true).map_err(BuildError::Refused)
}

fn boot_nodes(consortium: &Consortium, foundings: &[Founding]) -> Vec<MultiaddrWithPeerId> {
	let validators = consortium.institution.iter().map(|one| one.get_ref().validator.as_ref());
	validators
		.zip(foundings)
		.filter_map(|(validator, founding)| {
			let address = validator?.get_ref().address.as_ref()?.get_ref();
			format!("{address}/p2p/{}", founding.node_id.as_ref()?).parse().ok()
		})
		.collect()
}
