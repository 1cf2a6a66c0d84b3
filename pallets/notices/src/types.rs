//! Notices, objections and decisions as they are stored.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use quanqi_title::MandateRef;
use quanqi_traits::{NoticeOutcome, NoticeSubject};
use quanqi_types::{
	bounds::{MAX_LABEL_BYTES, MAX_NOTICE_PARTIES},
	BoundedVec, ConstU32, Digest, MemberId, Moment, Term, Text,
};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// Members between whom a notice's subject happens, in order, each once.
pub type Parties = BoundedVec<MemberId, ConstU32<MAX_NOTICE_PARTIES>>;

/// A notice, by version of its layout.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "kebab-case", tag = "version")]
pub enum Record {
	/// Version 1.
	#[codec(index = 1)]
	#[serde(rename = "1")]
	V1(Notice),
}

/// A public notice (公示).
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub struct Notice {
	/// Who gives notice.
	pub by: MemberId,
	/// What it makes public.
	pub subject: NoticeSubject,
	/// Who is a party, and so decides no objection.
	pub parties: Parties,
	/// Digest of the text as published.
	pub document: Digest,
	/// When it was opened.
	pub opened: Moment,
	/// The statute that gave the window (N1).
	pub window: StatutoryTerm,
	/// Objections raised; the number of the next one.
	pub objections: u32,
	/// Objections that nobody has decided: while there is one, the notice does not close (N4).
	pub undecided: u32,
	/// When the last objection was decided.
	pub last_decision: Option<Moment>,
	/// When and how it ended, once it has.
	pub outcome: Option<(Moment, NoticeOutcome)>,
}

/// A term that a statute gave, and where it led.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub struct StatutoryTerm {
	/// Its length.
	pub term: Term,
	/// Since when that length governs.
	pub effective_from: Moment,
	/// First moment after it.
	pub end: Moment,
	/// Whether a year without a governed calendar was counted by Monday to Friday.
	pub calendar_missing: bool,
}

/// An objection, by version of its layout.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "kebab-case", tag = "version")]
pub enum ObjectionRecord {
	/// Version 1.
	#[codec(index = 1)]
	#[serde(rename = "1")]
	V1(Objection),
}

/// An objection (异议).
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub struct Objection {
	/// Who objects.
	pub by: MemberId,
	/// The mandate used, if an agent acted.
	pub mandate: Option<MandateRef>,
	/// Digest of the evidence.
	pub evidence: Digest,
	/// When it was raised.
	pub raised: Moment,
	/// The statute that gave the time to decide (N6).
	pub deadline: StatutoryTerm,
	/// What was decided, once it was.
	pub decision: Option<Decision>,
}

/// What an authority says of an objection.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Ruling {
	/// It does not stand (异议不成立): the notice goes on.
	#[codec(index = 0)]
	Dismissed,
	/// It stands (异议成立): the notice is over.
	#[codec(index = 1)]
	Upheld,
}

/// The decision of an objection.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub struct Decision {
	/// Who decided.
	pub by: MemberId,
	/// What.
	pub ruling: Ruling,
	/// Number of the document.
	pub document: Text<MAX_LABEL_BYTES>,
	/// Its digest.
	pub digest: Digest,
	/// When.
	pub at: Moment,
	/// After the deadline; valid all the same (N6).
	pub late: bool,
}

/// A member's objections to one notice.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Default,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Objector {
	/// How many it raised.
	pub raised: u32,
	/// The one that nobody has decided.
	pub undecided: Option<u32>,
}

impl Notice {
	/// Whether it has not ended.
	pub fn is_open(&self) -> bool {
		self.outcome.is_none()
	}

	/// The moment at which it closes as things stand (N8): the later of the window's end and the last
	/// decision; `None` while an objection is undecided.
	pub fn closes_at(&self) -> Option<Moment> {
		let last = self.last_decision.unwrap_or_default();
		(self.undecided == 0).then_some(self.window.end.max(last))
	}
}

impl Objection {
	/// Whether nobody has decided it.
	pub fn is_undecided(&self) -> bool {
		self.decision.is_none()
	}
}
