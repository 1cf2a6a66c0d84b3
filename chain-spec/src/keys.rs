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

/// A folder of one institution's keys.
pub(crate) struct KeyFolder {
	path: PathBuf,
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
	/// Makes the folder, open to its owner only.
	pub(crate) fn create(path: PathBuf) -> Result<Self, KeyError> {
		fs::create_dir_all(&path).map_err(|source| KeyError::Io { path: path.clone(), source })?;
		restrict(&path, 0o700)?;
		Ok(Self { path })
	}

	/// Makes an authoring key in the keystore.
	pub(crate) fn make_aura(&self) -> Result<sr25519::Public, KeyError> {
		let (pair, phrase, _) = sr25519::Pair::generate_with_phrase(None);
		self.insert(AURA, &phrase, pair.public().as_ref())?;
		Ok(pair.public())
	}

	/// Makes a finality key in the keystore.
	pub(crate) fn make_grandpa(&self) -> Result<ed25519::Public, KeyError> {
		let (pair, phrase, _) = ed25519::Pair::generate_with_phrase(None);
		self.insert(GRANDPA, &phrase, pair.public().as_ref())?;
		Ok(pair.public())
	}

	fn insert(&self, key_type: KeyTypeId, phrase: &str, public: &[u8]) -> Result<(), KeyError> {
		let path = self.path.join("keystore");
		let refused = |error: String| KeyError::Keystore(path.clone(), error);
		let keystore =
			LocalKeystore::open(path.clone(), None).map_err(|error| refused(error.to_string()))?;
		keystore.insert(key_type, phrase, public).map_err(|()| refused("cannot insert".into()))
	}

	/// Makes the node's network key; its peer id.
	pub(crate) fn make_node_key(&self) -> Result<sc_network_types::PeerId, KeyError> {
		let pair = sc_network_types::ed25519::Keypair::generate();
		let secret = hex::encode(pair.secret().to_bytes());
		write_secret(&self.path.join("node.key"), secret.as_bytes())?;
		Ok(pair.public().to_peer_id())
	}

	/// Makes the institution's first full key, encrypted when there is a password.
	pub(crate) fn make_member_key(
		&self,
		password: Option<&str>,
	) -> Result<sp_core::crypto::AccountId32, KeyError> {
		let (key, account) = KeyFile::generate(password)?;
		write_secret(&self.path.join("member.json"), key.to_json().as_bytes())?;
		Ok(account)
	}
}

/// Writes a file that only its owner can read, and never over an existing one.
pub(crate) fn write_secret(path: &Path, bytes: &[u8]) -> Result<(), KeyError> {
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
