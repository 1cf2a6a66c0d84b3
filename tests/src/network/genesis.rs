//! What a network starts from.

use super::binary;
use crate::{error::Attempt, keys, Error, Result};
use std::{
	fs,
	path::{Path, PathBuf},
	time::Duration,
};

/// The variable that chooses the genesis of [`four_institutions`]: `consortium` (the default), or
/// `local` for the preset built into the node, which needs no other program.
pub const GENESIS_VARIABLE: &str = "QUANQI_TEST_GENESIS";

/// The consortium file that the network of the tests is made from.
const EXAMPLE: &str = include_str!("../../../examples/consortium.toml");

/// Keys of each institution, as many as a member may have: a burst needs many signers.
const KEYS_PER_INSTITUTION: usize = 16;

/// How long building a network's files may take.
const BUILD_LIMIT: Duration = Duration::from_secs(120);

/// The keys of one validator.
#[derive(Clone, Debug)]
pub enum Validator {
	/// A development account of a built-in preset, by its flag (`--alice`).
	Development(&'static str),
	/// The files that were written for one institution.
	Files {
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
	/// For each member the secret URIs of the keys that it signs with.
	pub members: Vec<Vec<String>>,
}

impl Genesis {
	/// All secret URIs: first one key of each member, then the next of each, and so on.
	pub fn member_uris(&self) -> Vec<String> {
		let most = self.members.iter().map(Vec::len).max().unwrap_or(0);
		(0..most)
			.flat_map(|key| self.members.iter().filter_map(move |uris| uris.get(key)))
			.cloned()
			.collect()
	}
}

/// The genesis that the tests run on: four institutions, each with a validator.
pub fn four_institutions(folder: &Path) -> Result<Genesis> {
	match std::env::var(GENESIS_VARIABLE).as_deref() {
		Err(_) | Ok("consortium") => consortium(folder),
		Ok("local") => preset("local", 4),
		Ok(other) => Err(Error::Input(format!("{GENESIS_VARIABLE} cannot be {other}"))),
	}
}

/// Where a first state says how many blocks a session has: `twox_128(":SessionBlocks:")`.
const SESSION_BLOCKS_KEY: &str = "0x7037d64d17e4a5d818db5d153f5ea94e";

/// The same genesis with sessions of so many blocks, so that a test sees validators change.
pub fn with_sessions_of(blocks: u32, genesis: Genesis) -> Result<Genesis> {
	let file = &genesis.chain;
	let text = fs::read_to_string(file).attempt(|| format!("reading {file}"))?;
	let mut spec: serde_json::Value =
		serde_json::from_str(&text).map_err(|error| Error::chain("reading a chain spec", error))?;
	let state = spec.pointer_mut("/genesis/raw/top").and_then(|top| top.as_object_mut());
	let state = state.ok_or_else(|| Error::Input(format!("{file} is no raw chain spec")))?;
	let length = format!("0x{}", hex::encode(blocks.to_le_bytes()));
	state.insert(SESSION_BLOCKS_KEY.into(), length.into());
	fs::write(file, spec.to_string()).attempt(|| format!("writing {file}"))?;
	Ok(genesis)
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
		members: keys::DEVELOPMENT.iter().take(count).map(|uri| vec![(*uri).into()]).collect(),
	})
}

/// The genesis of the example consortium, with test keys for its members, as the command line
/// builds it.
fn consortium(folder: &Path) -> Result<Genesis> {
	let members: Vec<Vec<String>> = folders(EXAMPLE)
		.map(|name| (0..KEYS_PER_INSTITUTION).map(|key| format!("//{name}//{key}")).collect())
		.collect();
	let file = folder.join("consortium.toml");
	let text = with_keys(EXAMPLE, &members)?;
	fs::write(&file, text).attempt(|| format!("writing {}", file.display()))?;

	let out = folder.join("network");
	let program = binary::find("QUANQI", "quanqi")?;
	let (file, to) = (file.to_string_lossy(), out.to_string_lossy());
	let arguments = ["network", "build", &file, "--out", &to, "--plain"];
	let output = binary::run_to_end(&program, &arguments, BUILD_LIMIT)?;
	if !output.status.success() {
		let reason = String::from_utf8_lossy(&output.stderr).into_owned();
		return Err(Error::chain("building the network's files", reason));
	}
	let validators = folders(EXAMPLE)
		.map(|name| Validator::Files {
			keystore: out.join(name).join("keystore"),
			node_key: out.join(name).join("node.key"),
		})
		.collect();
	let chain = out.join("chain-spec.json").to_string_lossy().into_owned();
	Ok(Genesis { chain, validators, members })
}

/// The key folders of a consortium file's institutions, in order.
fn folders(consortium: &str) -> impl Iterator<Item = &str> {
	consortium.lines().filter_map(|line| line.strip_prefix("folder = \"")?.strip_suffix('"'))
}

/// The consortium file with a full key for each of the members' secret URIs. The line with its
/// validator ends an institution's own fields there.
fn with_keys(consortium: &str, members: &[Vec<String>]) -> Result<String> {
	let mut text = String::new();
	let mut members = members.iter();
	for line in consortium.lines() {
		text.push_str(line);
		text.push('\n');
		if line == "validator = {}" {
			for uri in members.next().into_iter().flatten() {
				let account = keys::account(&keys::from_uri(uri)?);
				text.push_str(&format!(
					"\n[[institution.key]]\naccount = \"{account}\"\npermissions = [\"full\"]\n"
				));
			}
		}
	}
	Ok(text)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn keys_should_follow_their_institution_when_added_to_the_example() {
		let uris: Vec<Vec<String>> =
			["//A", "//B", "//C", "//D"].map(|uri| vec![uri.to_owned()]).into();
		let text = with_keys(EXAMPLE, &uris).unwrap();
		assert_eq!(folders(EXAMPLE).count(), 4);
		let institutions: Vec<&str> = text.split("[[institution]]").skip(1).collect();
		for (institution, uris) in institutions.iter().zip(&uris) {
			let account = keys::account(&keys::from_uri(&uris[0]).unwrap());
			assert!(institution.contains(&account));
			assert_eq!(institution.matches("[[institution.key]]").count(), 1);
		}
	}

	#[test]
	fn uris_should_begin_with_one_key_of_each_member_when_members_have_several() {
		let genesis = Genesis {
			chain: String::new(),
			validators: Vec::new(),
			members: vec![vec!["a0".into(), "a1".into()], vec!["b0".into()]],
		};
		assert_eq!(genesis.member_uris(), ["a0", "b0", "a1"]);
	}

	#[test]
	fn preset_should_be_refused_when_it_needs_more_validators_than_there_are() {
		assert_eq!(preset("local", 4).unwrap().validators.len(), 4);
		assert!(preset("local", 7).is_err());
	}
}
