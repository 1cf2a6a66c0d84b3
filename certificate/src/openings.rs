//! Openings (开启): what a commitment on the ledger commits to, shown to who holds the certificate.

use crate::{bounds::MAX_OPENED_BYTES, bytes::Bytes};
use codec::{Decode, Encode};
use quanqi_types::{digest::hex_hash, MemberId};
use serde::{Deserialize, Serialize};

/// Which commitment is opened. In the order in which a certificate carries them.
#[derive(
	Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Sealed {
	/// The identity of a natural person, a member whose record is proved.
	#[codec(index = 0)]
	Person(MemberId),
	/// The name of an achievement that was not published.
	#[codec(index = 1)]
	AchievementTitle,
	/// The amount that a pledge secures, by the number of the entry that made the pledge.
	#[codec(index = 2)]
	SecuredAmount(u32),
}

/// A commitment, opened.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
	/// Which one.
	pub of: Sealed,
	/// Its salt.
	#[serde(with = "hex_hash")]
	pub salt: [u8; 32],
	/// What it commits to.
	pub value: Bytes<MAX_OPENED_BYTES>,
}

/// Why an opening opens nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OpeningError {
	/// The openings are not in ascending order, or one is there twice.
	OutOfOrder,
	/// The record or the pledge is not proved by this certificate.
	NotProved,
	/// It is open already: there is no commitment.
	NotSealed,
	/// Salt and value are not those of the commitment.
	WrongOpening,
}
