//! A member's key on disk: a recovery phrase, sealed under a password.
//!
//! The password is stretched with scrypt and the phrase sealed with ChaCha20-Poly1305, so that a
//! stolen file alone is of no use. Without a password the phrase stands in the open, for networks of
//! no value; the file says so.

use chacha20poly1305::{
	aead::{Aead, KeyInit, Payload},
	ChaCha20Poly1305, Key, Nonce,
};
use serde::{Deserialize, Serialize};
use sp_core::{
	crypto::{AccountId32, Ss58Codec},
	ed25519, sr25519, Pair,
};

/// scrypt cost: 2^15 rounds of 8 blocks take about a tenth of a second and 32 MiB.
const SCRYPT_LOG_N: u8 = 15;
const SCRYPT_R: u32 = 8;
/// Highest cost that a file may ask of its reader.
const SCRYPT_LOG_N_MAX: u8 = 20;

/// Which signatures a key makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum KeyKind {
	/// sr25519: signs calls.
	#[default]
	Sr25519,
	/// ed25519: signs calls, and contracts off line.
	Ed25519,
}

impl KeyKind {
	fn is_usual(&self) -> bool {
		*self == Self::default()
	}
}

/// A key file.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyFile {
	/// Format of the file.
	pub version: u32,
	/// Which signatures it makes; not written where it is the usual one.
	#[serde(default, skip_serializing_if = "KeyKind::is_usual")]
	pub kind: KeyKind,
	/// The key's account, SS58.
	pub account: String,
	/// The secret.
	pub secret: Secret,
}

/// The secret of a key file.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Secret {
	/// In the open.
	Plain {
		/// Recovery phrase or secret URI.
		phrase: String,
	},
	/// Under a password.
	Sealed {
		/// Salt of scrypt, hex.
		salt: String,
		/// Binary logarithm of scrypt's cost.
		log_n: u8,
		/// Nonce, hex.
		nonce: String,
		/// Sealed phrase, hex.
		ciphertext: String,
	},
}

/// Why a key file cannot be read or made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyFileError {
	/// Not JSON of this form.
	#[error("not a key file: {0}")]
	Malformed(String),
	/// From a later release.
	#[error("key file of version {0}; this program reads version 1, update it")]
	UnknownVersion(u32),
	/// The file is sealed.
	#[error("the key is sealed; give its password with --password-file or QUANQI_PASSWORD")]
	PasswordNeeded,
	/// The password does not open it.
	#[error("wrong password, or the file was changed")]
	WrongPassword,
	/// The phrase is no secret of a key.
	#[error("the phrase is not a recovery phrase or secret URI: {0}")]
	BadPhrase(String),
	/// The file's account is not its secret's.
	#[error("the file says account {stated} but its secret is of {found}")]
	WrongAccount {
		/// What the file says.
		stated: String,
		/// What the secret gives.
		found: String,
	},
}

impl KeyFile {
	/// A new key of the usual kind.
	pub fn generate(password: Option<&str>) -> Result<(Self, AccountId32), KeyFileError> {
		Self::generate_of(KeyKind::default(), password)
	}

	/// A new key.
	pub fn generate_of(
		kind: KeyKind,
		password: Option<&str>,
	) -> Result<(Self, AccountId32), KeyFileError> {
		let (_, phrase, _) = sr25519::Pair::generate_with_phrase(None);
		Self::of_phrase(kind, &phrase, password)
	}

	/// A key file of a known phrase or secret URI, of the usual kind.
	pub fn from_phrase(
		phrase: &str,
		password: Option<&str>,
	) -> Result<(Self, AccountId32), KeyFileError> {
		Self::of_phrase(KeyKind::default(), phrase, password)
	}

	/// A key file of a known phrase or secret URI.
	pub fn of_phrase(
		kind: KeyKind,
		phrase: &str,
		password: Option<&str>,
	) -> Result<(Self, AccountId32), KeyFileError> {
		let account = account_of(kind, phrase)?;
		let secret = match password {
			None => Secret::Plain { phrase: phrase.to_owned() },
			Some(password) => seal(phrase, password, &account)?,
		};
		Ok((Self { version: 1, kind, account: account.to_ss58check(), secret }, account))
	}

	/// Reads a key file.
	pub fn from_json(text: &str) -> Result<Self, KeyFileError> {
		let file: Self = serde_json::from_str(text)
			.map_err(|error| KeyFileError::Malformed(error.to_string()))?;
		if file.version == 1 {
			Ok(file)
		} else {
			Err(KeyFileError::UnknownVersion(file.version))
		}
	}

	/// The file's text.
	pub fn to_json(&self) -> String {
		let mut text =
			serde_json::to_string_pretty(self).expect("plain strings always encode; qed");
		text.push('\n');
		text
	}

	/// Whether a password is needed.
	pub fn is_sealed(&self) -> bool {
		matches!(self.secret, Secret::Sealed { .. })
	}

	/// The phrase inside, proven to be of the stated account.
	pub fn open(&self, password: Option<&str>) -> Result<String, KeyFileError> {
		let phrase = match (&self.secret, password) {
			(Secret::Plain { phrase }, _) => phrase.clone(),
			(Secret::Sealed { .. }, None) => return Err(KeyFileError::PasswordNeeded),
			(Secret::Sealed { salt, log_n, nonce, ciphertext }, Some(password)) => {
				unseal(&self.account, password, salt, *log_n, nonce, ciphertext)?
			}
		};
		let found = account_of(self.kind, &phrase)?.to_ss58check();
		if found == self.account {
			Ok(phrase)
		} else {
			Err(KeyFileError::WrongAccount { stated: self.account.clone(), found })
		}
	}
}

fn account_of(kind: KeyKind, phrase: &str) -> Result<AccountId32, KeyFileError> {
	let public = match kind {
		KeyKind::Sr25519 => sr25519::Pair::from_string(phrase, None).map(|pair| pair.public().0),
		KeyKind::Ed25519 => ed25519::Pair::from_string(phrase, None).map(|pair| pair.public().0),
	};
	public.map(AccountId32::new).map_err(|error| KeyFileError::BadPhrase(format!("{error:?}")))
}

fn cipher(password: &str, salt: &[u8], log_n: u8) -> Result<ChaCha20Poly1305, KeyFileError> {
	let malformed = |error: String| KeyFileError::Malformed(error);
	if log_n > SCRYPT_LOG_N_MAX {
		return Err(malformed(format!("scrypt cost 2^{log_n} is above 2^{SCRYPT_LOG_N_MAX}")));
	}
	let params = scrypt::Params::new(log_n, SCRYPT_R, 1, 32)
		.map_err(|error| malformed(error.to_string()))?;
	let mut key = [0u8; 32];
	scrypt::scrypt(password.as_bytes(), salt, &params, &mut key)
		.map_err(|error| malformed(error.to_string()))?;
	Ok(ChaCha20Poly1305::new(Key::from_slice(&key)))
}

fn seal(phrase: &str, password: &str, account: &AccountId32) -> Result<Secret, KeyFileError> {
	// A fresh pair's secret is the random source that this crate already depends on.
	let random = sr25519::Pair::generate().1;
	let (salt, rest) = random.split_at(16);
	let nonce = rest.split_at(12).0;
	let account = account.to_ss58check();
	let payload = Payload { msg: phrase.as_bytes(), aad: account.as_bytes() };
	let ciphertext = cipher(password, salt, SCRYPT_LOG_N)?
		.encrypt(Nonce::from_slice(nonce), payload)
		.map_err(|error| KeyFileError::Malformed(error.to_string()))?;
	Ok(Secret::Sealed {
		salt: hex::encode(salt),
		log_n: SCRYPT_LOG_N,
		nonce: hex::encode(nonce),
		ciphertext: hex::encode(ciphertext),
	})
}

fn unseal(
	account: &str,
	password: &str,
	salt: &str,
	log_n: u8,
	nonce: &str,
	ciphertext: &str,
) -> Result<String, KeyFileError> {
	let bytes =
		|text: &str| hex::decode(text).map_err(|error| KeyFileError::Malformed(error.to_string()));
	let nonce = bytes(nonce)?;
	if nonce.len() != 12 {
		return Err(KeyFileError::Malformed("the nonce is not 12 bytes".into()));
	}
	let (salt, sealed) = (bytes(salt)?, bytes(ciphertext)?);
	let payload = Payload { msg: &sealed, aad: account.as_bytes() };
	let phrase = cipher(password, &salt, log_n)?
		.decrypt(Nonce::from_slice(&nonce), payload)
		.map_err(|_| KeyFileError::WrongPassword)?;
	String::from_utf8(phrase).map_err(|_| KeyFileError::WrongPassword)
}
