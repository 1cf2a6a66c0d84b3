//! What a network starts from.

use crate::{keys::DEVELOPMENT, Error, Result};
use std::path::{Path, PathBuf};

/// The keys of one validator.
#[derive(Clone, Debug)]
pub enum Validator {
	/// A development account of a built-in preset, by its flag (`--alice`).
	Development(&'static str),
	/// The files that a chain-spec command wrote for one institution.
	Files {
		/// The institution's name in the consortium file.
		name: String,
		/// The keystore to copy for the node.
		keystore: PathBuf,
		/// The file with the node's network key in hexadecimal.
		node_key: PathBuf,
	},
}

/// The first state of a network, and the keys that belong to it.
#[derive(Clone, Debug)]
pub struct Genesis {
	/// What `--chain` gets: the path of a raw chain spec, or a built-in preset.
	pub chain: String,
	/// The validators, in the order of the plan's validator nodes.
	pub validators: Vec<Validator>,
	/// Secret URIs of keys that members sign calls with.
	pub member_uris: Vec<String>,
}

/// The flags of the development validators, in the order of the presets.
const FLAGS: [&str; 6] = ["--alice", "--bob", "--charlie", "--dave", "--eve", "--ferdie"];

/// The genesis of the node's built-in preset `chain`, with its first `count` validators.
pub fn preset(chain: &str, count: usize) -> Result<Genesis> {
	let flags = FLAGS
		.get(..count)
		.ok_or_else(|| Error::Input(format!("a preset has at most {} validators", FLAGS.len())))?;
	Ok(Genesis {
		chain: chain.into(),
		validators: flags.iter().copied().map(Validator::Development).collect(),
		member_uris: DEVELOPMENT.iter().take(count).map(|uri| (*uri).into()).collect(),
	})
}

/// The genesis that the tests run on: four institutions, each with a validator.
pub fn four_institutions(_folder: &Path) -> Result<Genesis> {
	preset("local", 4)
}
