//! The head of a history: what a state proof attests.

use crate::{entry::Entry, state::Title};
use codec::{Decode, Encode, MaxEncodedLen};
use quanqi_types::{digest::tagged_hash, AchievementId, Hash256, LedgerStatus};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// The small record that stands for a whole history and the title it adds up to.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo, Serialize, Deserialize)]
pub struct Head {
	/// Entries in the history.
	pub entries: u32,
	/// Hash chain over the entries.
	#[serde(with = "quanqi_types::digest::hex_hash")]
	pub history_hash: Hash256,
	/// Hash of the title.
	#[serde(with = "quanqi_types::digest::hex_hash")]
	pub title_hash: Hash256,
	/// The record's ledger status.
	pub status: LedgerStatus,
}

/// Where the hash chain of one achievement on one chain starts.
pub fn genesis_history_hash(genesis_hash: &Hash256, achievement: AchievementId) -> Hash256 {
	tagged_hash(b"quanqi/history/1", &[genesis_hash, &achievement.encode()])
}

/// The chain's next link: `blake2_256(previous ++ scale(entry))`.
pub fn history_hash(previous: &Hash256, entry: &Entry) -> Hash256 {
	entry.using_encoded(|bytes| tagged_hash(b"", &[previous, bytes]))
}

/// The hash of a title.
pub fn title_hash(title: &Title) -> Hash256 {
	title.using_encoded(|bytes| tagged_hash(b"quanqi/title/1", &[bytes]))
}
