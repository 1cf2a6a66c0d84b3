//! Headers of blocks: their hash, their time, and the authority set that they announce.

use crate::{
	bounds::{MAX_AUTHORITIES, MAX_DIGEST_ITEMS, MAX_DIGEST_ITEM_BYTES},
	bytes::Bytes,
	finality::Authority,
};
use codec::{Decode, DecodeAll, Encode};
use quanqi_types::{
	digest::{hex_hash, tagged_hash},
	BoundedVec, ConstU32, Hash256, Moment,
};
use serde::{Deserialize, Serialize};

/// Length of a slot: fixed for ever (docs/fixed-for-ever.md).
pub const SLOT_MILLISECONDS: u64 = 1_000;

/// The engine that writes slots.
const AURA: [u8; 4] = *b"aura";
/// The engine that announces authority sets.
const GRANDPA: [u8; 4] = *b"FRNK";

/// Data of one item of a digest.
pub type ItemBytes = Bytes<MAX_DIGEST_ITEM_BYTES>;

/// The header of a block, in the chain's own encoding.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
	/// Hash of the block before it.
	#[serde(with = "hex_hash")]
	pub parent_hash: Hash256,
	/// Its number.
	#[codec(compact)]
	pub number: u32,
	/// Root of the state after it.
	#[serde(with = "hex_hash")]
	pub state_root: Hash256,
	/// Root of what it executed.
	#[serde(with = "hex_hash")]
	pub extrinsics_root: Hash256,
	/// What consensus wrote into it.
	pub digest: BoundedVec<DigestItem, ConstU32<MAX_DIGEST_ITEMS>>,
}

/// One item of a digest.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DigestItem {
	/// Anything else.
	#[codec(index = 0)]
	Other(ItemBytes),
	/// From the runtime to a consensus engine.
	#[codec(index = 4)]
	Consensus(#[serde(with = "hex::serde")] [u8; 4], ItemBytes),
	/// The author's seal.
	#[codec(index = 5)]
	Seal(#[serde(with = "hex::serde")] [u8; 4], ItemBytes),
	/// From a consensus engine to the runtime.
	#[codec(index = 6)]
	PreRuntime(#[serde(with = "hex::serde")] [u8; 4], ItemBytes),
	/// The code or the heap of the runtime changed.
	#[codec(index = 8)]
	RuntimeEnvironmentUpdated,
}

/// The next authorities, and after how many blocks they take over.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode)]
pub struct ScheduledChange {
	/// Who takes over.
	pub next_authorities: BoundedVec<Authority, ConstU32<MAX_AUTHORITIES>>,
	/// After how many blocks.
	pub delay: u32,
}

/// What the runtime tells GRANDPA.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode)]
pub enum GrandpaLog {
	/// A change that the authorities finalise themselves.
	#[codec(index = 1)]
	ScheduledChange(ScheduledChange),
	/// A change without them, counted from a block: it ends the chain of handovers.
	#[codec(index = 2)]
	ForcedChange(u32, ScheduledChange),
	/// An authority is disabled.
	#[codec(index = 3)]
	OnDisabled(u64),
	/// Voting pauses.
	#[codec(index = 4)]
	Pause(u32),
	/// Voting goes on.
	#[codec(index = 5)]
	Resume(u32),
}

/// Why a header announces no authority set that can be followed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeError {
	/// It announces nothing.
	NoChange,
	/// It announces two changes.
	TwoChanges,
	/// It announces a change that its authorities did not finalise.
	ForcedChange,
	/// The change takes effect only later.
	DelayedChange,
	/// The announcement cannot be decoded.
	MalformedLog,
}

impl Header {
	/// The block's hash.
	pub fn hash(&self) -> Hash256 {
		self.using_encoded(|bytes| tagged_hash(b"", &[bytes]))
	}

	/// When the block was made: the start of its slot. `None` without exactly one well-formed slot.
	pub fn time(&self) -> Option<Moment> {
		let mut slots = self.digest.iter().filter_map(|item| match item {
			DigestItem::PreRuntime(AURA, data) => Some(u64::decode_all(&mut &**data).ok()),
			_ => None,
		});
		let slot = slots.next()??;
		if slots.next().is_some() {
			return None;
		}
		slot.checked_mul(SLOT_MILLISECONDS).map(Moment)
	}

	/// The authorities that this block, once final, hands over to.
	pub fn announced(
		&self,
	) -> Result<BoundedVec<Authority, ConstU32<MAX_AUTHORITIES>>, ChangeError> {
		let mut found = None;
		for item in &self.digest {
			let DigestItem::Consensus(GRANDPA, data) = item else { continue };
			let log = GrandpaLog::decode_all(&mut &**data);
			match log.map_err(|_| ChangeError::MalformedLog)? {
				GrandpaLog::ForcedChange(..) => return Err(ChangeError::ForcedChange),
				GrandpaLog::ScheduledChange(_) if found.is_some() => {
					return Err(ChangeError::TwoChanges)
				}
				GrandpaLog::ScheduledChange(change) => found = Some(change),
				GrandpaLog::OnDisabled(_) | GrandpaLog::Pause(_) | GrandpaLog::Resume(_) => {}
			}
		}
		let change = found.ok_or(ChangeError::NoChange)?;
		if change.delay != 0 {
			return Err(ChangeError::DelayedChange);
		}
		Ok(change.next_authorities)
	}
}
