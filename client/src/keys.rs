//! Keys that sign: sealed files, folders of them, and development URIs where they are allowed.

use crate::error::{Error, Place, Result};
use quanqi_chain_spec::key_file::{KeyFile, KeyFileError};
use quanqi_runtime::AccountId;
use sp_core::{crypto::Ss58Codec, sr25519, Pair};
use std::{
	collections::HashMap,
	fmt, fs,
	io::Write,
	path::{Path, PathBuf},
};
use subxt::{
	utils::{AccountId32, MultiSignature},
	SubstrateConfig,
};

/// A key that signs calls.
#[derive(Clone)]
pub struct Key {
	pair: sr25519::Pair,
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
	pub fn from_uri(uri: &str, label: impl Into<String>) -> Result<Self> {
		let pair = sr25519::Pair::from_string(uri, None)
			.map_err(|error| Error::argument("--key", format!("no secret URI: {error:?}")))?;
		Ok(Self { pair, label: label.into() })
	}

	/// Opens a key file.
	pub fn open(path: &Path, password: Option<&str>) -> Result<Self> {
		let file = read_file(path)?;
		let phrase = file.open(password).map_err(|error| wrong(path, &error))?;
		Self::from_uri(&phrase, path.display().to_string())
	}

	/// Its account.
	pub fn account(&self) -> AccountId {
		AccountId::new(self.pair.public().0)
	}

	/// Its account as people write it.
	pub fn address(&self) -> String {
		self.account().to_ss58check()
	}
}

impl subxt::transactions::Signer<SubstrateConfig> for Key {
	fn account_id(&self) -> AccountId32 {
		AccountId32(self.pair.public().0)
	}

	fn sign(&self, signer_payload: &[u8]) -> MultiSignature {
		MultiSignature::Sr25519(self.pair.sign(signer_payload).0)
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
	/// The key that an argument names.
	pub fn key(&self, argument: &str) -> Result<Key> {
		let is_uri = argument.starts_with("//") || argument.split_whitespace().count() > 3;
		match (is_uri, self.insecure_uri) {
			(true, true) => {
				let label = if argument.starts_with("//") { argument } else { "a recovery phrase" };
				Key::from_uri(argument, label)
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
	KeyFile::from_json(&text).map_err(|error| wrong(path, &error))
}

fn wrong(path: &Path, error: &KeyFileError) -> Error {
	Error::file(Place::file(path), error)
}

/// Writes a key file that only its owner can read, and never over an existing one.
pub fn write_file(path: &Path, key: &KeyFile) -> Result<()> {
	let failed = |error: std::io::Error| {
		let reason = match error.kind() {
			std::io::ErrorKind::AlreadyExists => {
				"is there already; a key is never overwritten, choose another name".to_owned()
			}
			_ => format!("cannot be written: {error}"),
		};
		Error::file(Place::file(path), reason)
	};
	if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
		fs::create_dir_all(folder).map_err(failed)?;
	}
	let mut options = fs::OpenOptions::new();
	options.write(true).create_new(true);
	#[cfg(unix)]
	std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
	options.open(path).and_then(|mut file| file.write_all(key.to_json().as_bytes())).map_err(failed)
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
