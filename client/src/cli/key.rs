//! `quanqi key`: key files.

use super::Session;
use crate::{
	error::{Error, Place, Result},
	keys::{read_file, write_file},
	output::facts,
};
use clap::Subcommand;
use quanqi_chain_spec::key_file::{KeyFile, KeyKind};
use sp_core::crypto::{AccountId32, Ss58Codec};
use std::path::{Path, PathBuf};

/// Key files 密钥.
#[derive(Subcommand, Clone, Debug)]
pub enum KeyCommand {
	/// Make a new key 密钥 in a file sealed by the password
	#[command(after_help = "\
Example:
  quanqi --password-file password.txt key create alice.json
  quanqi --password-file password.txt key create signer.json --kind ed25519
  quanqi key create throw-away.json --plain")]
	Create {
		/// Where to write it; never over an existing file
		file: PathBuf,
		/// sr25519 signs calls; ed25519 signs contracts off line 离线签署 too
		#[arg(long, default_value = "sr25519", value_parser = parse_kind)]
		kind: KeyKind,
		/// Leave the secret in the open; for keys of no value
		#[arg(long)]
		plain: bool,
	},
	/// Show account 账户 and public key 公钥 of a file
	#[command(after_help = "\
Example:
  quanqi key show alice.json
  quanqi --password-file password.txt key show alice.json --reveal")]
	Show {
		/// The key file
		file: PathBuf,
		/// Print the recovery phrase too; whoever reads it has the key
		#[arg(long)]
		reveal: bool,
	},
	/// Put a recovery phrase 助记词, read from a file or stdin, into a sealed key file
	#[command(after_help = "\
Example:
  quanqi --password-file password.txt key import alice.json --phrase-file phrase.txt")]
	Import {
		/// Where to write it; never over an existing file
		file: PathBuf,
		/// File with the recovery phrase or secret URI in its first line; stdin when absent
		#[arg(long, value_name = "FILE")]
		phrase_file: Option<PathBuf>,
		/// sr25519 or ed25519
		#[arg(long, default_value = "sr25519", value_parser = parse_kind)]
		kind: KeyKind,
		/// Leave the secret in the open; for keys of no value
		#[arg(long)]
		plain: bool,
	},
}

fn parse_kind(text: &str) -> Result<KeyKind, String> {
	crate::input::words::parse_word(text, "sr25519 or ed25519")
}

impl KeyCommand {
	/// Does it.
	pub fn run(&self, session: &Session) -> Result<()> {
		match self {
			Self::Create { file, kind, plain } => {
				let password = sealing_password(session, *plain)?;
				let (key, account) = KeyFile::generate_of(*kind, password.as_deref())
					.map_err(|error| Error::argument("key", error))?;
				write_file(file, &key)?;
				say(session, file, &key, &account, None)
			}
			Self::Show { file, reveal } => show(session, file, *reveal),
			Self::Import { file, phrase_file, kind, plain } => {
				let password = sealing_password(session, *plain)?;
				let (phrase, place) = read_phrase(phrase_file.as_deref())?;
				let (key, account) = KeyFile::of_phrase(*kind, &phrase, password.as_deref())
					.map_err(|error| Error::file(place, error))?;
				write_file(file, &key)?;
				say(session, file, &key, &account, None)
			}
		}
	}
}

/// The password that seals new files; leaving it out must be said.
pub fn sealing_password(session: &Session, plain: bool) -> Result<Option<String>> {
	let password = session.key_source()?.password;
	match (password, plain) {
		(_, true) => Ok(None),
		(Some(password), false) => Ok(Some(password)),
		(None, false) => Err(Error::argument(
			"--password-file",
			"a key is sealed by a password; give --password-file or QUANQI_PASSWORD, or say --plain for \
			 a key of no value",
		)),
	}
}

/// The phrase of a file or of standard input, and where it stood. An empty one would be a key that
/// everybody knows.
fn read_phrase(file: Option<&Path>) -> Result<(String, Place)> {
	let place = Place::file(file.unwrap_or(Path::new("standard input")));
	let text = match file {
		Some(file) => std::fs::read_to_string(file),
		None => std::io::read_to_string(std::io::stdin()),
	};
	let text =
		text.map_err(|error| Error::file(place.clone(), format!("cannot be read: {error}")))?;
	match text.lines().next().map(str::trim).filter(|phrase| !phrase.is_empty()) {
		Some(phrase) => Ok((phrase.to_owned(), place)),
		None => Err(Error::file(
			Place { line: Some(1), ..place },
			"empty; the first line is the recovery phrase, 12 to 24 words, or the secret URI",
		)),
	}
}

fn show(session: &Session, file: &PathBuf, reveal: bool) -> Result<()> {
	let key = read_file(file)?;
	let account = AccountId32::from_ss58check(&key.account).map_err(|error| {
		Error::argument("file", format!("its account is no account: {error:?}"))
	})?;
	let phrase = match reveal {
		false => None,
		true => {
			let password = session.key_source()?.password;
			Some(
				key.open(password.as_deref())
					.map_err(|error| Error::file(Place::file(file), error))?,
			)
		}
	};
	say(session, file, &key, &account, phrase)
}

fn say(
	session: &Session,
	file: &Path,
	key: &KeyFile,
	account: &AccountId32,
	phrase: Option<String>,
) -> Result<()> {
	let public: &[u8; 32] = account.as_ref();
	let answer = serde_json::json!({
		"file": file,
		"kind": key.kind,
		"account": key.account,
		"public_key": format!("0x{}", hex::encode(public)),
		"sealed": key.is_sealed(),
		"phrase": phrase,
	});
	session.output.answer(&answer, |_| {
		facts([
			("file", file.display().to_string()),
			("kind 算法", crate::output::describe::words(&key.kind)),
			("account 账户", key.account.clone()),
			("public key 公钥", format!("0x{}", hex::encode(public))),
			(
				"secret 私钥",
				match key.is_sealed() {
					true => "sealed by the password".to_owned(),
					false => "in the open: for networks of no value".to_owned(),
				},
			),
			("recovery phrase 助记词", phrase.clone().unwrap_or_default()),
		])
	});
	Ok(())
}
