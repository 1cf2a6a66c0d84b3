//! What holders declare and offices report: what a call carries.

use super::Label;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use quanqi_traits::FundingKind;
use quanqi_types::{
	bounds::{
		MAX_CLASSIFICATIONS, MAX_COMPLETERS, MAX_EVIDENCE, MAX_IDENTIFIERS, MAX_SHARE_LINES,
		MAX_TITLE_TEXT_BYTES,
	},
	AchievementId, AchievementKind, BoundedVec, Commitment, ConstU32, Date, Digest, Identifier,
	MemberId, Moment, OfficialStatus, ShareBasis, ShareLine, Text,
};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// What an achievement is called (成果名称).
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
#[serde(rename_all = "kebab-case")]
pub enum TitleText {
	/// For anyone to read.
	#[codec(index = 0)]
	Open(Text<MAX_TITLE_TEXT_BYTES>),
	/// Sealed while unpublished: a salted commitment to the text.
	#[codec(index = 1)]
	Sealed(Commitment),
}

/// By which scheme an achievement is classified.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
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
pub enum ClassificationScheme {
	/// International Patent Classification (国际专利分类).
	#[codec(index = 0)]
	Ipc,
	/// Locarno classification of designs (洛迦诺分类).
	#[codec(index = 1)]
	Locarno,
	/// Industries of the national economy (国民经济行业分类, GB/T 4754).
	#[codec(index = 2)]
	Industry,
	/// Disciplines (学科分类, GB/T 13745).
	#[codec(index = 3)]
	Discipline,
	/// Another scheme; its name stands in the symbol.
	#[codec(index = 4)]
	Other,
}

/// One classification symbol.
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
#[serde(deny_unknown_fields)]
pub struct Classification {
	/// By which scheme.
	pub scheme: ClassificationScheme,
	/// The symbol, as the scheme writes it.
	pub symbol: Label,
}

/// Where the money came from (经费来源).
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
#[serde(rename_all = "kebab-case")]
pub enum Funding {
	/// Public money (财政资金).
	#[codec(index = 0)]
	Fiscal {
		/// The programme, with its project number.
		programme: Label,
	},
	/// A commissioner's (委托开发).
	#[codec(index = 1)]
	Commissioned {
		/// Who commissioned the development.
		commissioner: MemberId,
	},
	/// The holder's own.
	#[codec(index = 2)]
	Own,
}

impl Funding {
	/// The kind alone.
	pub fn kind(&self) -> FundingKind {
		match self {
			Self::Fiscal { .. } => FundingKind::Fiscal,
			Self::Commissioned { .. } => FundingKind::Commissioned,
			Self::Own => FundingKind::Own,
		}
	}
}

/// A document behind a record. One report may serve many records.
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
#[serde(deny_unknown_fields)]
pub struct Evidence {
	/// Digest of the document.
	pub digest: Digest,
	/// What the document is.
	pub label: Label,
}

/// What a holder declares of an achievement.
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
#[serde(deny_unknown_fields)]
pub struct Declaration {
	/// What kind of right.
	pub kind: AchievementKind,
	/// What it is called.
	pub title: TitleText,
	/// Its numbers in registers; at least one.
	pub identifiers: BoundedVec<Identifier, ConstU32<MAX_IDENTIFIERS>>,
	/// How it is classified.
	#[serde(default)]
	pub classifications: BoundedVec<Classification, ConstU32<MAX_CLASSIFICATIONS>>,
	/// Where the money came from.
	pub funding: Funding,
	/// Whether it is a service achievement (职务科技成果).
	pub service: bool,
	/// Who made it, in the order of the original documents.
	#[serde(default)]
	pub completers: BoundedVec<MemberId, ConstU32<MAX_COMPLETERS>>,
	/// Commitment to the sealed shares of contribution.
	#[serde(default)]
	pub contributions: Option<Commitment>,
	/// When it was completed.
	#[serde(default)]
	pub completed: Option<Date>,
	/// When it was filed at the office.
	#[serde(default)]
	pub filed: Option<Date>,
	/// Its status at the office, on the holder's own word until the office's is attested.
	pub status: OfficialStatus,
	/// Documents behind it.
	#[serde(default)]
	pub evidence: BoundedVec<Evidence, ConstU32<MAX_EVIDENCE>>,
}

/// A declaration and who owns the right.
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
#[serde(deny_unknown_fields)]
pub struct Submission {
	/// What is declared.
	pub declaration: Declaration,
	/// Who owns it, in ppm; the holder is one of them.
	pub owners: BoundedVec<ShareLine, ConstU32<MAX_SHARE_LINES>>,
	/// Whether the parts were agreed or are deemed equal.
	pub basis: ShareBasis,
}

/// How a bulk call treats an item that is refused.
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
pub enum BulkMode {
	/// One refusal undoes the whole call.
	#[codec(index = 0)]
	AllOrNone,
	/// Each stands on its own, with a result event per item.
	#[codec(index = 1)]
	Each,
}

/// An office's act, as an attesting member reports it.
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
#[serde(deny_unknown_fields)]
pub struct Attestation {
	/// The achievement.
	pub achievement: AchievementId,
	/// Its status from now on.
	pub status: OfficialStatus,
	/// The day of the act.
	pub legal_date: Date,
	/// Number of the office's document.
	pub document: Label,
	/// What an application became by its grant; for anything else, nothing.
	#[serde(default)]
	pub becomes: Option<AchievementKind>,
	/// The filing day by the office's register, where the declared one is missing or wrong.
	#[serde(default)]
	pub filed: Option<Date>,
	/// First moment after protection, where it is not what the kind and the filing day give.
	#[serde(default)]
	pub protection_until: Option<Moment>,
}
