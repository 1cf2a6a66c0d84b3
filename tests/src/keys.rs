//! The keys that sign test calls.

use crate::{error::Attempt, Error, Result};
use std::{path::Path, str::FromStr};
use subxt_signer::{sr25519::Keypair, SecretUri};

/// The key of a secret URI such as `//Alice` or `phrase//derivation`.
pub fn from_uri(uri: &str) -> Result<Keypair> {
	// The URI may be a secret: errors do not repeat it.
	let parsed = SecretUri::from_str(uri)
		.map_err(|error| Error::Input(format!("not a secret URI: {error}")))?;
	Keypair::from_uri(&parsed)
		.map_err(|error| Error::Input(format!("no key in this secret URI: {error}")))
}

/// The keys of a list of secret URIs.
pub fn from_uris<'a>(uris: impl IntoIterator<Item = &'a str>) -> Result<Vec<Keypair>> {
	uris.into_iter().map(from_uri).collect()
}

/// The keys of a file with one secret URI per line; empty lines and `#` lines are skipped.
pub fn from_file(path: &Path) -> Result<Vec<Keypair>> {
	let text = std::fs::read_to_string(path)
		.attempt(|| format!("reading the keys of {}", path.display()))?;
	text.lines()
		.enumerate()
		.map(|(index, line)| (index.saturating_add(1), line.trim()))
		.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
		.map(|(number, line)| {
			from_uri(line).map_err(|error| {
				Error::Input(format!("{}, line {number}: {error}", path.display()))
			})
		})
		.collect()
}

/// The keys `PARENT//load/0` to `PARENT//load/N-1`.
pub fn derived(parent: &str, count: usize) -> Result<Vec<Keypair>> {
	(0..count).map(|index| from_uri(&format!("{parent}//load/{index}"))).collect()
}

/// The names of the development accounts that every Substrate development chain knows.
pub const DEVELOPMENT: [&str; 6] = ["//Alice", "//Bob", "//Charlie", "//Dave", "//Eve", "//Ferdie"];

/// The address of a key's account, with the general prefix.
pub fn account(key: &Keypair) -> String {
	subxt::utils::AccountId32(key.public_key().0).to_string()
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn account_should_be_the_known_address_when_key_is_alice() {
		let alice = from_uri("//Alice").unwrap();
		assert_eq!(account(&alice), "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY");
	}

	#[test]
	fn error_should_name_the_line_and_not_the_secret_when_a_key_file_is_wrong() {
		let file = tempfile::NamedTempFile::new().unwrap();
		std::fs::write(file.path(), "//Alice\n\n# a comment\nsecret words here\n").unwrap();
		let message = from_file(file.path()).unwrap_err().to_string();
		assert!(message.contains("line 4") && !message.contains("secret words"), "{message}");
	}

	#[test]
	fn derived_keys_should_differ_when_several_are_asked_for() {
		let keys = derived("//Alice", 3).unwrap();
		assert_ne!(account(&keys[0]), account(&keys[1]));
		assert_eq!(keys.len(), 3);
	}
}
