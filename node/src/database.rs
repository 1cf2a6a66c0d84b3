//! What a command must know of a database before it works on it: that it is there, that no other
//! process uses it, and that it is of the network that was named.

use quanqi_runtime::{opaque::Block, Hash};
use rustix::{
	fs::{fcntl_lock, flock, FlockOperation},
	io::Errno,
};
use sc_cli::{Error, Result};
use sc_service::{construct_genesis_block, Configuration, DatabaseSource};
use sp_core::storage::{StateVersion, Storage};
use sp_runtime::traits::{Block as BlockT, HashingFor};
use sp_state_machine::InMemoryBackend;
use std::{
	fs::{self, File},
	path::{Path, PathBuf},
	result::Result as StdResult,
};

/// The files that RocksDB and ParityDB lock while they are open.
const LOCKS: [&str; 2] = ["LOCK", "lock"];

/// Requires that the database that a command is to work on is there, and that no other process
/// works on it. To open one that is not there would make it, and then find it empty.
pub(crate) fn require(config: &Configuration) -> Result<()> {
	if is_there(config) {
		return require_idle(config);
	}
	Err(Error::Input(missing(config)))
}

/// Requires that no other process works on the database, if there is one.
pub(crate) fn require_idle(config: &Configuration) -> Result<()> {
	match paths(&config.database).iter().find(|path| is_in_use(path)) {
		None => Ok(()),
		Some(path) => Err(Error::Input(format!(
			"another process uses the database {}: stop the node that runs on it first",
			path.display()
		))),
	}
}

/// Requires that a database began with the genesis that a chain specification says.
pub(crate) fn require_genesis(genesis: Hash, specified: &Storage) -> StdResult<(), String> {
	if is_genesis(genesis, specified) {
		return Ok(());
	}
	let other = genesis_hash(specified, StateVersion::V1);
	Err(format!(
		"--chain: the database is of another network: it begins with {genesis:?}, the chain \
		 specification with {other:?}. Give the specification that the database was made with, or \
		 another --base-path"
	))
}

/// Whether a genesis with this state has this hash. A runtime says which version of the state it
/// writes, but to ask it would mean to compile it; the likely one is tried first.
pub(crate) fn is_genesis(hash: Hash, specified: &Storage) -> bool {
	[StateVersion::V1, StateVersion::V0]
		.into_iter()
		.any(|version| genesis_hash(specified, version) == hash)
}

fn genesis_hash(specified: &Storage, version: StateVersion) -> Hash {
	let state = InMemoryBackend::<HashingFor<Block>>::from((specified.clone(), version));
	construct_genesis_block::<Block>(*state.root(), version).hash()
}

/// Whether there is a database.
pub(crate) fn is_there(config: &Configuration) -> bool {
	paths(&config.database).iter().any(|path| exists(path))
}

fn paths(database: &DatabaseSource) -> Vec<&Path> {
	match database {
		DatabaseSource::Auto { paritydb_path, rocksdb_path, .. } => {
			vec![paritydb_path, rocksdb_path]
		}
		other => other.path().into_iter().collect(),
	}
}

fn exists(path: &Path) -> bool {
	fs::read_dir(path).is_ok_and(|mut entries| entries.next().is_some())
}

/// RocksDB takes a lock of the process, ParityDB one of the open file.
fn is_in_use(path: &Path) -> bool {
	let open = |name| File::options().read(true).write(true).open(path.join(name)).ok();
	LOCKS.into_iter().filter_map(open).any(|file| {
		let operation = FlockOperation::NonBlockingLockExclusive;
		let taken = |refusal| matches!(refusal, Err(Errno::AGAIN | Errno::ACCESS));
		taken(fcntl_lock(&file, operation)) || taken(flock(&file, operation))
	})
}

/// Where no database is, and where one is that may have been meant.
fn missing(config: &Configuration) -> String {
	let chain = config.chain_spec.id();
	let base = config.base_path.path();
	let mut message = format!(
		"there is no database ({}) of the chain {chain} in {}: --base-path, --chain and --database \
		 must be those that the node runs with",
		config.database,
		base.display()
	);
	let of_chain = config.base_path.config_dir(chain);
	let others = [("rocksdb", "db"), ("paritydb", "paritydb")];
	for (name, folder) in others {
		if exists(&of_chain.join(folder).join("full")) {
			message.push_str(&format!("; --database {name} is there"));
		}
	}
	let chains = folders(&base.join("chains"));
	if !chains.is_empty() && !chains.iter().any(|found| found == chain) {
		message.push_str(&format!("; chains that are there: {}", chains.join(", ")));
	}
	message
}

fn folders(path: &Path) -> Vec<String> {
	let mut names: Vec<String> = fs::read_dir(path)
		.into_iter()
		.flatten()
		.flatten()
		.map(|entry| entry.path())
		.filter(|path| path.is_dir())
		.filter_map(|path: PathBuf| Some(path.file_name()?.to_string_lossy().into_owned()))
		.collect();
	names.sort();
	names
}

#[cfg(test)]
mod tests {
	use super::*;

	fn folder(name: &str) -> PathBuf {
		let path = std::env::temp_dir().join(format!("quanqi-node-{name}-{}", std::process::id()));
		fs::create_dir_all(&path).expect("a folder can be made");
		path
	}

	#[test]
	fn database_should_be_in_use_when_its_lock_is_held() {
		let path = folder("lock");
		assert!(!is_in_use(&path));
		let held = File::create(path.join("lock")).expect("a file can be made");
		assert!(!is_in_use(&path));
		flock(&held, FlockOperation::NonBlockingLockExclusive).expect("nobody else holds it");
		assert!(is_in_use(&path));
		drop(held);
		assert!(!is_in_use(&path));
		fs::remove_dir_all(path).expect("it was made here");
	}

	#[test]
	fn genesis_should_be_refused_when_the_specification_says_another() {
		let storage = Storage::default();
		let versions = [StateVersion::V0, StateVersion::V1];
		let [_, genesis] = versions.map(|version| {
			let genesis = genesis_hash(&storage, version);
			assert_eq!(require_genesis(genesis, &storage), Ok(()), "{version:?}");
			genesis
		});

		let mut other = storage;
		other.top.insert(b"key".to_vec(), b"value".to_vec());
		let refusal = require_genesis(genesis, &other).expect_err("it is of another network");
		assert!(refusal.contains(&format!("{genesis:?}")), "{refusal}");
	}
}
