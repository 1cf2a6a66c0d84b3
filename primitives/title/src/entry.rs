//! One step of a history: who did what, by which cause, with whose consent, under which statute values.

use crate::act::Act;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use quanqi_types::{
	bounds::{MAX_CONSENTS, MAX_ENTRY_BYTES, MAX_ENTRY_STATUTES, MAX_LABEL_BYTES},
	BoundedVec, ConstU32, ContractId, Digest, GrantId, MandateId, MemberId, Moment, RuleId,
	StatuteValue, Text, TrialId,
};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// A step of a history, by the version of the rules it was made under. Appended to, never changed.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "kebab-case", tag = "version")]
pub enum Entry {
	/// Rules version 1.
	#[codec(index = 1)]
	#[serde(rename = "1")]
	V1(EntryBody),
}

/// An entry under rules version 1.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub struct EntryBody {
	/// Its number in the history, from 0.
	pub sequence: u32,
	/// The block that wrote it.
	pub block: u32,
	/// That block's time; never before the previous entry's.
	pub time: Moment,
	/// The day the law counts from, where it is another one, with who attested it.
	pub legal_date: Option<LegalDate>,
	/// Whose act it is.
	pub actor: Actor,
	/// What it was done for.
	pub cause: Cause,
	/// Who agreed, and in which capacity.
	pub consents: BoundedVec<Consent, ConstU32<MAX_CONSENTS>>,
	/// Statute values that decided.
	pub statutes: BoundedVec<StatuteUsed, ConstU32<MAX_ENTRY_STATUTES>>,
	/// What happens.
	pub act: Act,
}

/// A legal date and who attested it.
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
pub struct LegalDate {
	/// The moment the law counts from.
	pub moment: Moment,
	/// The member that attested it.
	pub attested_by: MemberId,
}

/// Whose act an entry is.
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
pub struct Actor {
	/// The member in whose name it is.
	pub member: MemberId,
	/// The mandate used, when another member acted.
	pub mandate: Option<MandateRef>,
}

/// A mandate (授权委托) in use.
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
pub struct MandateRef {
	/// The mandate.
	pub id: MandateId,
	/// Who acted.
	pub agent: MemberId,
}

/// Why an entry is made.
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
pub enum Cause {
	/// The actor's own declaration.
	#[codec(index = 0)]
	Declaration,
	/// A grant to completers.
	#[codec(index = 1)]
	Grant(GrantId),
	/// A trial.
	#[codec(index = 2)]
	Trial(TrialId),
	/// A technology contract.
	#[codec(index = 3)]
	Contract(ContractId),
	/// A decision of an authority.
	#[codec(index = 4)]
	Decision(DecisionRef),
	/// An act of an office: its document number.
	#[codec(index = 5)]
	Office(Text<MAX_LABEL_BYTES>),
	/// The passing of time: what was due.
	#[codec(index = 6)]
	Due,
}

/// A decision and its document.
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
pub struct DecisionRef {
	/// Who decided, or relayed an outside court's order.
	pub authority: MemberId,
	/// Number of the document.
	pub document: Text<MAX_LABEL_BYTES>,
	/// Digest of the document.
	pub digest: Digest,
}

/// In which capacity a member agrees.
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
pub enum ConsentRole {
	/// A co-owner (T8).
	#[codec(index = 0)]
	CoOwner,
	/// Has a pre-emption and waives it (T8).
	#[codec(index = 1)]
	PreEmption,
	/// Holds a right in the way (T4).
	#[codec(index = 2)]
	BlockingHolder,
	/// A pledgee (T9).
	#[codec(index = 3)]
	Pledgee,
	/// Who receives: the transferee, licensee or beneficiary accepts.
	#[codec(index = 4)]
	Recipient,
	/// Transferee of an agreed transfer that stands in the way (T2).
	#[codec(index = 5)]
	Transferee,
	/// Holds the use right that the act disposes of or grants from (T5, T7).
	#[codec(index = 6)]
	Holder,
}

/// One consent (同意), as the chain established it.
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
pub struct Consent {
	/// Who agrees.
	pub member: MemberId,
	/// In which capacity.
	pub role: ConsentRole,
	/// Given by silence: the governed days passed.
	pub deemed: bool,
	/// The mandate used, if another member agreed for it.
	pub mandate: Option<MandateRef>,
}

/// A statute value that decided.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub struct StatuteUsed {
	/// Which rule.
	pub rule: RuleId,
	/// Since when this value governs.
	pub effective_from: Moment,
	/// What it says; a rule, a flag or a term, never a calendar or a list.
	pub value: StatuteValue,
}

impl Entry {
	/// What it says, in the words of the newest rules version.
	pub fn body(&self) -> &EntryBody {
		match self {
			Self::V1(body) => body,
		}
	}
}

impl MaxEncodedLen for Entry {
	/// `apply` refuses anything larger, so nothing larger is ever stored.
	fn max_encoded_len() -> usize {
		usize::try_from(MAX_ENTRY_BYTES).unwrap_or(usize::MAX)
	}
}

impl EntryBody {
	/// Whether an authority orders it.
	pub fn is_decided(&self) -> bool {
		matches!(self.cause, Cause::Decision(_))
	}

	/// The day the law counts from: the legal date, or else the block's time.
	pub fn legal_moment(&self) -> Moment {
		self.legal_date.map_or(self.time, |date| date.moment)
	}
}
