//! What a valid certificate says, as data.

use crate::{
	contracts::ProvenContract,
	error::Error,
	openings::Opening,
	records::{MemberFacts, RecordFacts, RuntimeVersion},
};
use alloc::vec::Vec;
use quanqi_title::{genesis_history_hash, history_hash, Entry, Head, Title};
use quanqi_types::{digest::hex_hash, AchievementId, Date, Hash256, MemberId, Moment};
use serde::Serialize;

/// One day, in milliseconds.
const DAY_MILLISECONDS: u64 = 24 * 60 * 60 * 1_000;

/// What a valid certificate says (验证结论). Nothing in it was taken on the certificate's word.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Verdict {
	/// The chain.
	#[serde(with = "hex_hash")]
	pub genesis_hash: Hash256,
	/// The achievement.
	pub achievement: AchievementId,
	/// The block whose state it is.
	pub anchor: AnchorFacts,
	/// What all of it rests on.
	pub rests_on: Basis,
	/// The runtime of that block.
	pub runtime: RuntimeVersion,
	/// The head of the history.
	pub head: Head,
	/// The title.
	pub title: Title,
	/// Every entry, done again; empty in the short form.
	pub history: Vec<Entry>,
	/// The achievement's record; not in the short form.
	pub record: Option<RecordFacts>,
	/// The members whose records are proved.
	pub members: Vec<(MemberId, MemberFacts)>,
	/// The contracts that are proved, each with the terms of one version.
	pub contracts: Vec<ProvenContract>,
	/// What was opened.
	pub openings: Vec<Opening>,
}

/// What a certificate says of itself (文件所述): whole and consistent, and not shown to be the chain's.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Claims {
	/// The runtime of the block.
	pub runtime: RuntimeVersion,
	/// The head of the history.
	pub head: Head,
	/// The title.
	pub title: Title,
	/// Every entry, done again; empty in the short form.
	pub history: Vec<Entry>,
	/// The achievement's record; not in the short form.
	pub record: Option<RecordFacts>,
	/// The members whose records are there.
	pub members: Vec<(MemberId, MemberFacts)>,
	/// The contracts that are there, each with the terms of one version.
	pub contracts: Vec<ProvenContract>,
}

/// The block whose state is proved (锚定区块).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct AnchorFacts {
	/// Its number.
	pub number: u32,
	/// Its hash.
	#[serde(with = "hex_hash")]
	pub hash: Hash256,
	/// When it was made.
	pub time: Moment,
	/// The authority set that finalised it.
	pub set_id: u64,
	/// How many authorities it has.
	pub authorities: u32,
	/// How many of their votes are in the certificate.
	pub votes: u32,
}

/// What a verdict rests on.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
	/// The first authorities and every handover since. Whoever has the keys of enough authorities of
	/// any set since the first could have made another history: a checkpoint rules that out.
	Genesis {
		/// Handovers verified.
		handovers: u32,
	},
	/// A checkpoint, and every handover since.
	Checkpoint {
		/// The checkpoint's block.
		number: u32,
		/// When the checkpoint was made.
		date: Date,
		/// Handovers verified.
		handovers: u32,
	},
}

impl Verdict {
	/// How old the anchor is, in milliseconds; 0 where the clock is behind it.
	pub fn age_milliseconds(&self, now: Moment) -> u64 {
		now.0.saturating_sub(self.anchor.time.0)
	}

	/// The caller's own policy: the anchor is at most so many days old.
	pub fn check_age(&self, now: Moment, max_days: u32) -> Result<(), Error> {
		let age = self.age_milliseconds(now);
		if age > u64::from(max_days).saturating_mul(DAY_MILLISECONDS) {
			return Err(Error::TooOld { age_days: age / DAY_MILLISECONDS, max_days });
		}
		Ok(())
	}

	/// Whether an older head lies on the way to this one: then this certificate, which must be in the
	/// provenance form, proves what a certificate with the older head said.
	pub fn continues(&self, older: &Head) -> bool {
		let mut link = genesis_history_hash(&self.genesis_hash, self.achievement);
		for (number, entry) in (1u32..).zip(&self.history) {
			link = history_hash(&link, entry);
			if number == older.entries {
				return link == older.history_hash;
			}
		}
		false
	}
}
