//! What a verifier trusts (信任文件), from outside the certificate.

use crate::finality::{Authorities, AuthoritySet, SetError};
use quanqi_types::{digest::hex_hash, Date, Hash256};
use serde::{Deserialize, Serialize};

/// The version of trust files.
pub const TRUST_VERSION: u32 = 1;

/// A trust file. JSON.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trust {
	/// The version of the file: 1.
	pub version: u32,
	/// The chain.
	#[serde(with = "hex_hash")]
	pub genesis_hash: Hash256,
	/// From which authorities on.
	pub start: Start,
}

/// Where trust starts.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Start {
	/// At the first block, with the authorities of set 0, read from the raw chain spec. Whoever has
	/// the keys of enough authorities of *any* past set could make another history that passes.
	Genesis {
		/// The authorities of set 0.
		authorities: Authorities,
	},
	/// At a checkpoint (检查点). The keys of earlier sets are worth nothing.
	Checkpoint(Checkpoint),
}

/// A block that is trusted, and the authorities that finalise what follows it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checkpoint {
	/// Its number.
	pub number: u32,
	/// Its hash.
	#[serde(with = "hex_hash")]
	pub hash: Hash256,
	/// The number of the authority set.
	pub set_id: u64,
	/// The authorities.
	pub authorities: Authorities,
	/// When it was made.
	pub date: Date,
}

/// Why a trust file cannot be used.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TrustError {
	/// Of a version that this verifier does not know.
	UnknownVersion,
	/// Its authorities are no set.
	Authorities(SetError),
}

impl Trust {
	/// Trusts the authorities of the first set.
	pub fn genesis(genesis_hash: Hash256, authorities: Authorities) -> Self {
		Self { version: TRUST_VERSION, genesis_hash, start: Start::Genesis { authorities } }
	}

	/// Trusts a checkpoint.
	pub fn checkpoint(genesis_hash: Hash256, checkpoint: Checkpoint) -> Self {
		Self { version: TRUST_VERSION, genesis_hash, start: Start::Checkpoint(checkpoint) }
	}

	/// The checkpoint, unless trust starts at the first block.
	pub fn as_checkpoint(&self) -> Option<&Checkpoint> {
		match &self.start {
			Start::Genesis { .. } => None,
			Start::Checkpoint(checkpoint) => Some(checkpoint),
		}
	}

	/// The authorities that are trusted, as the file lists them.
	pub fn authorities(&self) -> &Authorities {
		match &self.start {
			Start::Genesis { authorities } => authorities,
			Start::Checkpoint(checkpoint) => &checkpoint.authorities,
		}
	}

	/// The authorities that are trusted, as a set.
	pub fn authority_set(&self) -> Result<AuthoritySet, TrustError> {
		if self.version != TRUST_VERSION {
			return Err(TrustError::UnknownVersion);
		}
		let set_id = self.as_checkpoint().map_or(0, |checkpoint| checkpoint.set_id);
		AuthoritySet::new(set_id, self.authorities()).map_err(TrustError::Authorities)
	}
}
