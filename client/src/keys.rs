//! Keys that sign: sealed files, folders of them, and development URIs where they are allowed.

use crate::{
	error::{Error, Place, Result},
	files::{write_new, Reader},
};
use ed25519_dalek::{Signer as _, SigningKey};
use quanqi_chain_spec::key_file::{KeyFile, KeyFileError, KeyKind};
use quanqi_runtime::AccountId;
use sp_core::{crypto::Ss58Codec, ed25519, sr25519, Pair};
use std::{
	collections::HashMap,
	fmt, fs,
	path::{Path, PathBuf},
};
use subxt::{
	utils::{AccountId32, MultiSignature},
	SubstrateConfig,
};

/// The secret of a key, by the signatures it makes.
#[derive(Clone)]
enum Secret {
	Sr25519(Box<sr25519::Pair>),
	Ed25519(Box<SigningKey>),
}

/// A key that signs calls, and contracts off line where it is ed25519.
#[derive(Clone)]
pub struct Key {
	secret: Secret,
	/// Where it came from, for messages; never the secret.
	pub label: String,
}

impl fmt::Debug for Key {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "Key({})", self.label)
	}
}

impl Key {
	/// The key of a secret URI or recovery phrase.
	pub fn from_uri(kind: KeyKind, uri: &str, label: impl Into<String>) -> Result<Self> {
		let wrong = |error| Error::argument("--key", format!("no secret URI: {error:?}"));
		let secret = match kind {
			KeyKind::Sr25519 => {
				let pair = sr25519::Pair::from_string(uri, None).map_err(wrong)?;
				Secret::Sr25519(Box::new(pair))
			}
			KeyKind::Ed25519 => {
				let pair = ed25519::Pair::from_string(uri, None).map_err(wrong)?;
				Secret::Ed25519(Box::new(SigningKey::from_bytes(&pair.seed())))
			}
		};
		Ok(Self { secret, label: label.into() })
	}

	/// Opens a key file.
	pub fn open(path: &Path, password: Option<&str>) -> Result<Self> {
		let file = read_file(path)?;
		let phrase = file.open(password).map_err(|error| wrong(path, &error))?;
		Self::from_uri(file.kind, &phrase, path.display().to_string())
	}

	fn public(&self) -> [u8; 32] {
		match &self.secret {
			Secret::Sr25519(pair) => pair.public().0,
			Secret::Ed25519(key) => key.verifying_key().to_bytes(),
		}
	}

	/// Its account.
	pub fn account(&self) -> AccountId {
		AccountId::new(self.public())
	}

	/// Public key and signature of bytes that are signed off line. Only ed25519 keys make these: their
	/// signatures are the same in every program.
	pub fn sign_offline(&self, bytes: &[u8]) -> Result<([u8; 32], [u8; 64])> {
		match &self.secret {
			Secret::Ed25519(key) => Ok((self.public(), key.sign(bytes).to_bytes())),
			Secret::Sr25519(_) => Err(Error::argument(
				"--key",
				format!(
					"{} is an sr25519 key; contracts are signed off line with an ed25519 key: `quanqi key \
					 create FILE --kind ed25519`",
					self.label
				),
			)),
		}
	}

	/// Its account as people write it.
	pub fn address(&self) -> String {
		self.account().to_ss58check()
	}
}

impl subxt::transactions::Signer<SubstrateConfig> for Key {
	fn account_id(&self) -> AccountId32 {
		AccountId32(self.public())
	}

	fn sign(&self, signer_payload: &[u8]) -> MultiSignature {
		match &self.secret {
			Secret::Sr25519(pair) => MultiSignature::Sr25519(pair.sign(signer_payload).0),
			Secret::Ed25519(key) => MultiSignature::Ed25519(key.sign(signer_payload).to_bytes()),
		}
	}
}

/// Where keys come from on this command line.
#[derive(Clone, Debug, Default)]
pub struct KeySource {
	/// `--insecure-uri`: whether a URI may stand where a key file is asked for.
	pub insecure_uri: bool,
	/// What opens sealed files.
	pub password: Option<String>,
}

impl KeySource {
	/// The key that an argument names; a URI stands for an sr25519 key.
	pub fn key(&self, argument: &str) -> Result<Key> {
		self.key_of(KeyKind::Sr25519, argument)
	}

	/// The same for what is signed off line: a URI stands for an ed25519 key.
	pub fn offline_key(&self, argument: &str) -> Result<Key> {
		self.key_of(KeyKind::Ed25519, argument)
	}

	fn key_of(&self, kind: KeyKind, argument: &str) -> Result<Key> {
		let is_uri = argument.starts_with("//") || argument.split_whitespace().count() > 3;
		match (is_uri, self.insecure_uri) {
			(true, true) => {
				let label = if argument.starts_with("//") { argument } else { "a recovery phrase" };
				Key::from_uri(kind, argument, label)
			},
			(true, false) => Err(Error::argument(
				"--key",
				"a secret on the command line can be read by every program of this machine; make a key \
				 file with `quanqi key create`, or add --insecure-uri for keys of no value",
			)),
			(false, _) => Key::open(Path::new(argument), self.password.as_deref()),
		}
	}
}

/// Key files in a folder, by account. They are opened only when used.
#[derive(Debug)]
pub struct KeyFolder {
	path: PathBuf,
	files: HashMap<String, PathBuf>,
}

impl KeyFolder {
	/// Looks through a folder and its direct subfolders; what is no key file is passed over.
	pub fn read(path: &Path) -> Result<Self> {
		let mut files = HashMap::new();
		let list = |folder: &Path| -> Result<Vec<PathBuf>> {
			let failed =
				|error| Error::file(Place::file(folder), format!("cannot be read: {error}"));
			let entries = fs::read_dir(folder).map_err(failed)?;
			entries.map(|entry| entry.map(|entry| entry.path()).map_err(failed)).collect()
		};
		let mut paths = list(path)?;
		let folders: Vec<_> = paths.iter().filter(|path| path.is_dir()).cloned().collect();
		for folder in folders {
			paths.extend(list(&folder)?);
		}
		paths.sort();
		for file in paths.into_iter().filter(|path| path.extension().is_some_and(|e| e == "json")) {
			if let Some(key) =
				fs::read_to_string(&file).ok().and_then(|t| KeyFile::from_json(&t).ok())
			{
				files.entry(key.account).or_insert(file);
			}
		}
		Ok(Self { path: path.to_owned(), files })
	}

	/// The folder.
	pub fn path(&self) -> &Path {
		&self.path
	}

	/// The file of one of these accounts.
	pub fn file_of<'a>(&self, accounts: impl IntoIterator<Item = &'a AccountId>) -> Option<&Path> {
		accounts
			.into_iter()
			.find_map(|account| self.files.get(&account.to_ss58check()))
			.map(PathBuf::as_path)
	}

	/// Whether the folder has no keys.
	pub fn is_empty(&self) -> bool {
		self.files.is_empty()
	}
}

/// Reads a key file without opening it.
pub fn read_file(path: &Path) -> Result<KeyFile> {
	let text = fs::read_to_string(path).map_err(|error| {
		Error::file(
			Place::file(path),
			format!("cannot be read: {error}; a key file is made by `quanqi key create`"),
		)
	})?;
	KeyFile::from_json(&text).map_err(|error| {
		let reason = format!("{error}; a key file is made by `quanqi key create` or `key import`");
		Error::file(Place::file(path), reason)
	})
}

fn wrong(path: &Path, error: &KeyFileError) -> Error {
	Error::file(Place::file(path), error)
}

/// Writes a key file that only its owner can read, and never over an existing one.
pub fn write_file(path: &Path, key: &KeyFile) -> Result<()> {
	write_new(path, &key.to_json(), Reader::Owner)
}

/// The password of a file's first line, or of the environment.
pub fn password(file: Option<&Path>) -> Result<Option<String>> {
	let Some(path) = file else {
		return Ok(std::env::var("QUANQI_PASSWORD").ok().filter(|password| !password.is_empty()));
	};
	let text = fs::read_to_string(path)
		.map_err(|error| Error::file(Place::file(path), format!("cannot be read: {error}")))?;
	match text.lines().next().filter(|line| !line.is_empty()) {
		Some(line) => Ok(Some(line.to_owned())),
		None => Err(Error::file(Place::file(path), "empty; the first line is the password")),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn key_should_be_refused_on_the_command_line_unless_that_is_allowed() {
		let error = KeySource::default().key("//Alice").unwrap_err();
		assert!(error.to_string().contains("--insecure-uri"), "{error}");
		let source = KeySource { insecure_uri: true, password: None };
		assert_eq!(
			source.key("//Alice").unwrap().address(),
			"5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"
		);
	}

	#[test]
	fn key_file_should_open_with_its_password_only() {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("key.json");
		let (file, account) = KeyFile::generate(Some("secret")).unwrap();
		write_file(&path, &file).unwrap();
		assert_eq!(Key::open(&path, Some("secret")).unwrap().account(), account);
		assert!(Key::open(&path, None).unwrap_err().to_string().contains("--password-file"));
		assert!(Key::open(&path, Some("other"))
			.unwrap_err()
			.to_string()
			.contains("wrong password"));
		assert!(write_file(&path, &file).unwrap_err().to_string().contains("never overwritten"));
	}

	#[test]
	fn ed25519_key_should_sign_as_every_other_program_does() {
		let source = KeySource { insecure_uri: true, password: None };
		let (public, signature) =
			source.offline_key("//Alice").unwrap().sign_offline(b"x").unwrap();
		let pair = ed25519::Pair::from_string("//Alice", None).unwrap();
		assert_eq!(public, pair.public().0);
		assert_eq!(signature, pair.sign(b"x").0);
		let error = source.key("//Alice").unwrap().sign_offline(b"x").unwrap_err();
		assert!(error.to_string().contains("--kind ed25519"), "{error}");
	}

	#[test]
	fn ed25519_key_file_should_open_as_an_ed25519_key() {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("signer.json");
		let (file, account) = KeyFile::generate_of(KeyKind::Ed25519, Some("secret")).unwrap();
		write_file(&path, &file).unwrap();
		let key = Key::open(&path, Some("secret")).unwrap();
		assert_eq!(key.account(), account);
		assert!(key.sign_offline(b"x").is_ok());
	}

	#[test]
	fn folder_should_find_keys_by_account_and_pass_over_other_files() {
		let folder = tempfile::tempdir().unwrap();
		let (file, account) = KeyFile::generate(None).unwrap();
		write_file(&folder.path().join("one/member.json"), &file).unwrap();
		std::fs::write(folder.path().join("notes.json"), "{}").unwrap();
		let keys = KeyFolder::read(folder.path()).unwrap();
		assert!(keys.file_of([&account]).unwrap().ends_with("one/member.json"));
		assert!(keys.file_of([&AccountId::new([0; 32])]).is_none());
	}
}
