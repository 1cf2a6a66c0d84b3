//! Key folders: what each institution is handed, and nobody else.

use crate::key_file::{KeyFile, KeyFileError};
use sc_keystore::LocalKeystore;
use sp_core::{crypto::KeyTypeId, ed25519, sr25519, Pair};
use sp_keystore::Keystore;
use std::{
	fs,
	io::Write,
	path::{Path, PathBuf},
};

/// Session key type of block authoring.
const AURA: KeyTypeId = sp_core::crypto::key_types::AURA;
/// Session key type of finality.
const GRANDPA: KeyTypeId = sp_core::crypto::key_types::GRANDPA;

/// The folder of one institution's keys. They are made first and written later, when the network
/// that they belong to is known to be good.
pub(crate) struct KeyFolder {
	path: PathBuf,
	secrets: Vec<Secret>,
}

/// A secret that is made and not yet written.
enum Secret {
	/// A session key, for the keystore.
	Session { key_type: KeyTypeId, phrase: String, public: Vec<u8> },
	/// A file of its own.
	File { name: &'static str, text: String },
}

/// Why a key could not be written.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
	/// The file system refused.
	#[error("{path}: {source}")]
	Io {
		/// Which file.
		path: PathBuf,
		/// What the system said.
		source: std::io::Error,
	},
	/// The node's keystore refused.
	#[error("{0}: keystore: {1}")]
	Keystore(PathBuf, String),
	/// The member's key file could not be made.
	#[error(transparent)]
	KeyFile(#[from] KeyFileError),
}

impl KeyFolder {
	/// A folder without keys; nothing is written.
	pub(crate) fn new(path: PathBuf) -> Self {
		Self { path, secrets: Vec::new() }
	}

	/// Where it is, if any secret was made for it.
	pub(crate) fn path(&self) -> Option<&Path> {
		(!self.secrets.is_empty()).then_some(&self.path)
	}

	/// Makes an authoring key for the keystore.
	pub(crate) fn make_aura(&mut self) -> sr25519::Public {
		let (pair, phrase, _) = sr25519::Pair::generate_with_phrase(None);
		self.add_session_key(AURA, phrase, pair.public().as_ref());
		pair.public()
	}

	/// Makes a finality key for the keystore.
	pub(crate) fn make_grandpa(&mut self) -> ed25519::Public {
		let (pair, phrase, _) = ed25519::Pair::generate_with_phrase(None);
		self.add_session_key(GRANDPA, phrase, pair.public().as_ref());
		pair.public()
	}

	fn add_session_key(&mut self, key_type: KeyTypeId, phrase: String, public: &[u8]) {
		self.secrets.push(Secret::Session { key_type, phrase, public: public.to_vec() });
	}

	/// Makes the node's network key; its peer id.
	pub(crate) fn make_node_key(&mut self) -> sc_network_types::PeerId {
		let pair = sc_network_types::ed25519::Keypair::generate();
		let text = hex::encode(pair.secret().to_bytes());
		self.secrets.push(Secret::File { name: "node.key", text });
		pair.public().to_peer_id()
	}

	/// Makes the institution's first full key, encrypted when there is a password.
	pub(crate) fn make_member_key(
		&mut self,
		password: Option<&str>,
	) -> Result<sp_core::crypto::AccountId32, KeyError> {
		let (key, account) = KeyFile::generate(password)?;
		self.secrets.push(Secret::File { name: "member.json", text: key.to_json() });
		Ok(account)
	}

	/// Writes what was made, into a folder that only its owner can open; none without secrets.
	pub(crate) fn write(&self) -> Result<(), KeyError> {
		let Some(path) = self.path() else { return Ok(()) };
		fs::create_dir_all(path)
			.map_err(|source| KeyError::Io { path: path.to_owned(), source })?;
		restrict(path, 0o700)?;
		for secret in &self.secrets {
			match secret {
				Secret::Session { key_type, phrase, public } => {
					self.insert(*key_type, phrase, public)?;
				}
				Secret::File { name, text } => write_secret(&path.join(name), text.as_bytes())?,
			}
		}
		Ok(())
	}

	fn insert(&self, key_type: KeyTypeId, phrase: &str, public: &[u8]) -> Result<(), KeyError> {
		let path = self.path.join("keystore");
		let refused = |error: String| KeyError::Keystore(path.clone(), error);
		let keystore =
			LocalKeystore::open(path.clone(), None).map_err(|error| refused(error.to_string()))?;
		keystore.insert(key_type, phrase, public).map_err(|()| refused("cannot insert".into()))
	}
}

/// Writes a file that only its owner can read, and never over an existing one.
fn write_secret(path: &Path, bytes: &[u8]) -> Result<(), KeyError> {
	let failed = |source| KeyError::Io { path: path.to_owned(), source };
	let mut options = fs::OpenOptions::new();
	options.write(true).create_new(true);
	#[cfg(unix)]
	std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
	options.open(path).and_then(|mut file| file.write_all(bytes)).map_err(failed)
}

fn restrict(path: &Path, mode: u32) -> Result<(), KeyError> {
	#[cfg(unix)]
	{
		use std::os::unix::fs::PermissionsExt;
		fs::set_permissions(path, fs::Permissions::from_mode(mode))
			.map_err(|source| KeyError::Io { path: path.to_owned(), source })?;
	}
	Ok(())
}
