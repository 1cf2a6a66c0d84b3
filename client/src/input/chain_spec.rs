//! Raw chain specs (原始链规格): what a verifier trusts is computed from one, without a node.

use crate::error::{Error, Place, Result};
use codec::DecodeAll;
use frame_support::{StorageHasher, Twox128};
use quanqi_certificate::{finality::Authorities, header::Header, Trust};
use quanqi_types::Hash256;
use serde::{de::IgnoredAny, Deserialize};
use sp_core::storage::StateVersion;
use sp_runtime::traits::{BlakeTwo256, Hash as _};
use std::{collections::BTreeMap, path::Path};

/// The layout of this chain's state since its first block (docs/fixed-for-ever.md).
const LAYOUT: StateVersion = StateVersion::V1;
/// Where a state keeps the runtime.
const CODE: &[u8] = b":code";

/// A raw chain spec.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawSpec {
	/// What the network calls itself.
	pub name: String,
	/// Its short name.
	pub id: String,
	/// The state before the first block.
	state: BTreeMap<Vec<u8>, Vec<u8>>,
}

#[derive(Deserialize)]
struct SpecFile {
	name: String,
	id: String,
	genesis: GenesisFile,
}

#[derive(Deserialize)]
struct GenesisFile {
	raw: Option<RawFile>,
	#[serde(rename = "runtimeGenesis")]
	runtime_genesis: Option<IgnoredAny>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RawFile {
	top: BTreeMap<String, String>,
	#[serde(default)]
	children_default: BTreeMap<String, IgnoredAny>,
}

impl RawSpec {
	/// Reads a file.
	pub fn read(path: &Path) -> Result<Self> {
		let text = crate::input::contract::read_text(path)?;
		Self::parse(&text).map_err(|reason| Error::file(Place::file(path), reason))
	}

	/// Reads a text; an error says what it is not.
	pub fn parse(text: &str) -> Result<Self, String> {
		let file: SpecFile = serde_json::from_str(text)
			.map_err(|error| format!("is no chain spec: {error}; give the network's raw spec"))?;
		let raw =
			match (file.genesis.raw, file.genesis.runtime_genesis) {
				(Some(raw), _) => raw,
				(None, Some(_)) => return Err(
					"is a chain spec that is not raw: its first state depends on the program that \
				            reads it. Give the raw spec that `quanqi network build` wrote, or make one \
				            with `quanqi-node build-spec --raw`"
						.to_owned(),
				),
				(None, None) => return Err("is a chain spec without a raw first state".to_owned()),
			};
		if !raw.children_default.is_empty() {
			return Err("has child states, which no network of Quanqi has".to_owned());
		}
		let mut state = BTreeMap::new();
		for (key, value) in &raw.top {
			let bytes = |text: &str| text.strip_prefix("0x").and_then(|hex| hex::decode(hex).ok());
			let (Some(name), Some(value)) = (bytes(key), bytes(value)) else {
				return Err(format!("genesis.raw.top, {key}: key and value are hexadecimal, 0x…"));
			};
			if state.insert(name, value).is_some() {
				return Err(format!("genesis.raw.top, {key}: the key is there twice"));
			}
		}
		let spec = Self { name: file.name, id: file.id, state };
		spec.check_kind()?;
		Ok(spec)
	}

	/// Whether it is a network of this ledger at all.
	fn check_kind(&self) -> Result<(), String> {
		if !self.state.contains_key(CODE) {
			return Err("has no runtime in its first state (:code is missing)".to_owned());
		}
		let rights = Twox128::hash(b"Rights");
		if !self.state.keys().any(|key| key.starts_with(&rights)) {
			return Err(format!(
				"is the spec of another chain ({}): its first state has no ledger of rights",
				self.name
			));
		}
		Ok(())
	}

	/// The hash of the first block: the network's name among machines.
	pub fn genesis_hash(&self) -> Hash256 {
		let root = |values: Vec<_>| BlakeTwo256::trie_root(values, LAYOUT).0;
		let state = self.state.iter().map(|(key, value)| (key.clone(), value.clone()));
		Header {
			parent_hash: [0; 32],
			number: 0,
			state_root: root(state.collect()),
			extrinsics_root: root(Vec::new()),
			digest: Default::default(),
		}
		.hash()
	}

	/// The authorities that finalise the first blocks: set 0.
	pub fn authorities(&self) -> Result<Authorities, String> {
		let key = [Twox128::hash(b"Grandpa"), Twox128::hash(b"Authorities")].concat();
		let value = self.state.get(&key).ok_or(
			"has no authorities in its first state (Grandpa.Authorities is missing): nobody could \
			 make anything final",
		)?;
		Authorities::decode_all(&mut value.as_slice())
			.map_err(|_| "has authorities in its first state that cannot be read".to_owned())
	}

	/// What follows from trusting this spec.
	pub fn trust(&self) -> Result<Trust, String> {
		let trust = Trust::genesis(self.genesis_hash(), self.authorities()?);
		trust.authority_set().map_err(|error| format!("has no usable authorities: {error}"))?;
		Ok(trust)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn hex_key(parts: &[&[u8]]) -> String {
		let key: Vec<_> = parts.iter().flat_map(|part| Twox128::hash(part)).collect();
		format!("0x{}", hex::encode(key))
	}

	/// A small spec: a runtime, a ledger of rights, one authority.
	fn spec() -> serde_json::Value {
		let authority = format!("0x04{}0100000000000000", "ab".repeat(32));
		serde_json::json!({
			"name": "Example", "id": "example", "bootNodes": [],
			"genesis": { "raw": { "childrenDefault": {}, "top": {
				"0x3a636f6465": "0x00",
				(hex_key(&[b"Rights", b"Next"])): "0x01",
				(hex_key(&[b"Grandpa", b"Authorities"])): authority,
			} } }
		})
	}

	fn refused(change: impl FnOnce(&mut serde_json::Value)) -> String {
		let mut value = spec();
		change(&mut value);
		RawSpec::parse(&value.to_string()).and_then(|spec| spec.trust()).unwrap_err()
	}

	#[test]
	fn trust_should_have_the_authorities_of_the_first_state() {
		let trust = RawSpec::parse(&spec().to_string()).unwrap().trust().unwrap();
		assert_eq!(trust.authorities().len(), 1);
		assert_eq!(trust.authorities()[0].id, [0xab; 32]);
		assert_eq!(trust.authorities()[0].weight, 1);
	}

	#[test]
	fn genesis_hash_should_be_the_one_that_the_sdk_computes() {
		let spec = RawSpec::parse(&spec().to_string()).unwrap();
		let state = BlakeTwo256::trie_root(spec.state.clone().into_iter().collect(), LAYOUT);
		let header = <quanqi_runtime::Header as sp_runtime::traits::Header>::new(
			0,
			BlakeTwo256::trie_root(Vec::new(), LAYOUT),
			state,
			Default::default(),
			Default::default(),
		);
		assert_eq!(spec.genesis_hash(), header.hash().0);
		assert_eq!(LAYOUT, quanqi_runtime::VERSION.state_version());
	}

	#[test]
	fn genesis_hash_should_be_another_when_any_value_is_another() {
		let hash =
			|value: &serde_json::Value| RawSpec::parse(&value.to_string()).unwrap().genesis_hash();
		let mut other = spec();
		other["genesis"]["raw"]["top"]["0x3a636f6465"] = "0x01".into();
		assert_ne!(hash(&spec()), hash(&other));
	}

	#[test]
	fn spec_should_be_refused_when_it_is_not_raw() {
		let error = refused(|spec| {
			spec["genesis"] = serde_json::json!({ "runtimeGenesis": { "code": "0x00" } });
		});
		assert!(error.contains("not raw") && error.contains("build-spec --raw"), "{error}");
		assert!(refused(|spec| spec["genesis"] = serde_json::json!({})).contains("without a raw"));
		assert!(RawSpec::parse("[network]").unwrap_err().contains("no chain spec"));
	}

	#[test]
	fn spec_should_be_refused_when_it_is_of_another_chain() {
		let rights = hex_key(&[b"Rights", b"Next"]);
		let without = |key: &str| {
			let key = key.to_owned();
			refused(move |spec| {
				spec["genesis"]["raw"]["top"].as_object_mut().unwrap().remove(&key);
			})
		};
		assert!(without(&rights).contains("another chain (Example)"));
		assert!(without("0x3a636f6465").contains(":code"));
	}

	#[test]
	fn spec_should_be_refused_when_its_authorities_are_missing_or_unreadable() {
		let key = hex_key(&[b"Grandpa", b"Authorities"]);
		let with = |value: Option<&str>| {
			let (key, value) = (key.clone(), value.map(str::to_owned));
			refused(move |spec| {
				let top = spec["genesis"]["raw"]["top"].as_object_mut().unwrap();
				match value {
					Some(value) => top.insert(key, value.into()),
					None => top.remove(&key),
				};
			})
		};
		assert!(with(None).contains("Grandpa.Authorities is missing"));
		assert!(with(Some("0x04ab")).contains("cannot be read"));
		assert!(with(Some("0x00")).contains("there are no authorities"));
		assert!(with(Some("ab")).contains("hexadecimal"));
	}

	#[test]
	fn spec_should_be_refused_when_it_has_child_states() {
		let error = refused(|spec| {
			spec["genesis"]["raw"]["childrenDefault"] = serde_json::json!({"0x": {}})
		});
		assert!(error.contains("child states"), "{error}");
	}
}
