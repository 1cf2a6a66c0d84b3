//! The head of a history: what a state proof attests.

use crate::{
	entry::Entry,
	refusal::{Reason, Refusal, Rule},
	state::Title,
};
use codec::{Decode, Encode, MaxEncodedLen};
use quanqi_types::{digest::tagged_hash, AchievementId, Hash256, LedgerStatus};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// The small record that stands for a whole history and the title it adds up to.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
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

impl Head {
	/// The head of a history whose last link and resulting title are given.
	pub fn new(history_hash: Hash256, title: &Title) -> Self {
		let body = title.body();
		Self {
			entries: body.entries,
			history_hash,
			title_hash: title_hash(title),
			status: body.ledger_status,
		}
	}
}

/// Redoes a whole history: the title it adds up to and the head it must have.
///
/// Fails with the number of the first entry that is not lawful and why; an empty history fails at 0.
pub fn replay<'a>(
	genesis_hash: &Hash256,
	entries: impl IntoIterator<Item = &'a Entry>,
) -> Result<(Title, Head), (u32, Refusal)> {
	let mut done: Option<(Title, Hash256)> = None;
	for entry in entries {
		let (title, link) = match &done {
			Some((title, link)) => (Some(title), Some(*link)),
			None => (None, None),
		};
		let next = Title::apply(title, entry)
			.map_err(|refusal| (title.map_or(0, |title| title.body().entries), refusal))?;
		let link =
			link.unwrap_or_else(|| genesis_history_hash(genesis_hash, next.body().achievement));
		done = Some((next, history_hash(&link, entry)));
	}
	let (title, link) = done.ok_or((0, Refusal::new(Rule::Form, Reason::NotRegisteredFirst)))?;
	let head = Head::new(link, &title);
	Ok((title, head))
}
