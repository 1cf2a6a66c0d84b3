//! The consortium file: what a person writes.

use pallet_consortium::types::Quota;
use quanqi_types::{
	bounds::{MAX_CITATION_BYTES, MAX_NAME_BYTES},
	Capability, Date, Force, MemberKind, Moment, Permission, RuleId, StatuteStatus, StatuteValue,
	Text,
};
use serde::Deserialize;
use toml::Spanned;

/// A fault in the consortium file, with the line it is on.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {field}: {message}")]
pub struct FileError {
	/// Line, from 1.
	pub line: usize,
	/// Name of the field.
	pub field: String,
	/// What is wrong and what to do.
	pub message: String,
}

/// A whole consortium file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consortium {
	/// The network.
	pub network: Network,
	/// Its founding institutions.
	pub institution: Vec<Spanned<Institution>>,
	/// Statute values beside the first versions that every network starts with.
	#[serde(default)]
	pub statute: Vec<Spanned<Statute>>,
}

/// What the network is called and for.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Network {
	/// Name for people.
	pub name: Spanned<String>,
	/// Name for machines: lower-case letters, digits, `_`.
	pub id: Spanned<String>,
	/// Test networks may count legal periods in minutes.
	pub kind: NetworkKind,
	/// What every member may use in one window of blocks; the runtime's default when absent.
	pub quota: Option<Spanned<Quota>>,
}

/// What the network is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NetworkKind {
	/// Real records.
	Live,
	/// Trials of the software itself; declared in genesis.
	Test,
}

/// A founding institution.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Institution {
	/// Its name.
	pub name: Text<MAX_NAME_BYTES>,
	/// Folder of its keys: lower-case letters, digits, `-`.
	pub folder: Spanned<String>,
	/// What it is.
	pub kind: Spanned<MemberKind>,
	/// Unified social credit code (统一社会信用代码).
	pub credit_code: Spanned<String>,
	/// Six-digit GB/T 2260 code of its seat.
	pub division: Spanned<u32>,
	/// Whether the state established it.
	pub state_established: bool,
	/// What it may do.
	pub capabilities: Spanned<Vec<Capability>>,
	/// Divisions whose contracts it registers, with `register-contracts`.
	pub jurisdiction: Option<Spanned<u32>>,
	/// Whether it votes in the council.
	pub seat: Spanned<bool>,
	/// Its validator, if it runs one from genesis on.
	pub validator: Option<Spanned<Validator>>,
	/// Its own keys. Without any, one full key is made in its folder.
	#[serde(default)]
	pub key: Vec<InstitutionKey>,
}

/// A key that an institution made itself.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstitutionKey {
	/// SS58 account.
	pub account: Spanned<String>,
	/// What the key may do.
	pub permissions: Vec<Permission>,
}

/// A validator. Public keys that are absent are made in the institution's folder.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Validator {
	/// Block-authoring key, sr25519, hex.
	pub aura: Option<Spanned<String>>,
	/// Finality key, ed25519, hex.
	pub grandpa: Option<Spanned<String>>,
	/// Peer id of its node.
	pub node_id: Option<Spanned<String>>,
	/// Where others reach it, as a multiaddress without `/p2p`.
	pub address: Option<Spanned<String>>,
}

/// A statute value that this consortium starts with.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statute {
	/// Which rule.
	pub rule: RuleId,
	/// What it says.
	pub value: StatuteValue,
	/// First day it governs; from the beginning when absent. Until then the first versions that every
	/// network starts with go on.
	pub effective_from: Option<Date>,
	/// Refuses or flags.
	pub force: Force,
	/// Where it stands.
	pub status: StatuteStatus,
	/// Where it comes from.
	pub citation: Text<MAX_CITATION_BYTES>,
}

impl Statute {
	/// First moment it governs.
	pub(crate) fn begins(&self) -> Moment {
		self.effective_from.map_or(Moment(0), Date::start)
	}
}

/// The 32 bytes of a public key in hex, with or without `0x`.
pub(crate) fn key_bytes(text: &str) -> Option<[u8; 32]> {
	hex::decode(text.trim_start_matches("0x")).ok()?.try_into().ok()
}
