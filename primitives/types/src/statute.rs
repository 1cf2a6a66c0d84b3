//! Legal numbers by rule and date: what a statute can say.

use crate::{
	bounds::{MAX_CITATION_BYTES, MAX_CODES},
	codes::AchievementKind,
	date::{Moment, Term, WorkingCalendar},
	digest::Digest,
	shares::Ppm,
	text::Text,
	Amount, BoundedVec, ConstU32,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// An act in a title that co-owners consent to (domain T8).
#[derive(
	Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen,
	TypeInfo, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum ConsentAct {
	/// An owner's own use (自行实施).
	#[codec(index = 0)]
	OwnUse,
	/// An ordinary licence (普通许可).
	#[codec(index = 1)]
	OrdinaryLicence,
	/// A sole licence (排他许可).
	#[codec(index = 2)]
	SoleLicence,
	/// An exclusive licence (独占许可).
	#[codec(index = 3)]
	ExclusiveLicence,
	/// An entry into the trial-first pool.
	#[codec(index = 4)]
	PoolEntry,
	/// A transfer of a share (转让), one's own too.
	#[codec(index = 5)]
	Transfer,
	/// A pledge (质押).
	#[codec(index = 6)]
	Pledge,
	/// A grant to completers (赋权).
	#[codec(index = 7)]
	Grant,
	/// Retiring the achievement or giving up the right.
	#[codec(index = 8)]
	Retire,
}

/// How many co-owners must consent.
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Serialize,
	Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum ConsentRule {
	/// Any one co-owner acts alone.
	#[codec(index = 0)]
	Any,
	/// Co-owners that together hold at least this much.
	#[codec(index = 1)]
	Threshold(Ppm),
	/// All co-owners.
	#[codec(index = 2)]
	All,
}

/// Who has a right of pre-emption (优先受让权) on equal terms.
#[derive(
	Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen,
	TypeInfo, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum PreEmption {
	/// Completers of a service achievement (Civil Code art. 847).
	#[codec(index = 0)]
	Completer,
	/// The commissioner of a commissioned development (art. 859).
	#[codec(index = 1)]
	Commissioner,
	/// Co-developers of a joint development, for application rights (art. 860).
	#[codec(index = 2)]
	CoDeveloper,
}

/// A rule whose number law or policy gives. Appended to, never reordered.
#[derive(
	Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen,
	TypeInfo, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum RuleId {
	/// Least total length of a long-term use right by grant: a [`Term`] (S1 §10).
	#[codec(index = 0)]
	LongTermUseRightMinimum,
	/// Least part of income for completers and contributors: ppm (S1 §8; Promotion Law art. 45).
	#[codec(index = 1)]
	CompleterIncomeFloor,
	/// What the floor counts from: a code, 0 net, 1 gross.
	#[codec(index = 2)]
	IncomeFloorBase,
	/// Time without conversion after which an achievement is idle: a [`Term`] (S3 三(一)).
	#[codec(index = 3)]
	IdlePeriod,
	/// When the idle clock starts: a code, 0 completion, 1 grant, 2 registration.
	#[codec(index = 4)]
	IdleClockStart,
	/// Part of a trial's insurance premium that a voucher bears: ppm (S3 三(三)).
	#[codec(index = 5)]
	VoucherShare,
	/// Least fee of a broker at conversion: ppm (S3 三(四)).
	#[codec(index = 6)]
	FacilitationFee,
	/// Length of a public notice: a [`Term`].
	#[codec(index = 7)]
	PublicNoticePeriod,
	/// Time to decide an objection: a [`Term`].
	#[codec(index = 8)]
	ObjectionDecisionPeriod,
	/// Longest trial: a [`Term`].
	#[codec(index = 9)]
	TrialMaximum,
	/// Time to declare after a trial: a [`Term`].
	#[codec(index = 10)]
	TrialDeclarationPeriod,
	/// Time for a bureau to decide on a contract: a [`Term`].
	#[codec(index = 11)]
	ContractDecisionPeriod,
	/// The same for large or disputed contracts: a [`Term`].
	#[codec(index = 12)]
	LargeContractDecisionPeriod,
	/// Technology amount above which a contract is large: an [`Amount`].
	#[codec(index = 13)]
	LargeContractAmount,
	/// Legal bases a grant can stand on: codes.
	#[codec(index = 14)]
	LegalBasisCodes,
	/// Whether receipts of every owner count for the floor after a grant: a code, 0 unit's only, 1 all.
	#[codec(index = 15)]
	CountedReceipts,
	/// Consent needed for an act in a title of this kind: a [`ConsentRule`] (T8).
	#[codec(index = 16)]
	Consent(AchievementKind, ConsentAct),
	/// Days after which silence waives a pre-emption: a [`Term`] (T8).
	#[codec(index = 17)]
	PreEmptionPeriod(PreEmption),
	/// Whether an owner that does not practise may give one ordinary licence beside a sole one: a flag (T4).
	#[codec(index = 18)]
	OrdinaryBesideSole,
	/// The working days of a year: a [`WorkingCalendar`].
	#[codec(index = 19)]
	WorkingDays(u16),
	/// Council votes, in ppm of all seats, for membership and statutes: ppm.
	#[codec(index = 20)]
	CouncilThreshold,
	/// Council votes, in ppm of all seats, to enact as root: ppm.
	#[codec(index = 21)]
	EnactThreshold,
	/// Time between the council's decision and its enactment: a [`Term`].
	#[codec(index = 22)]
	EnactDelay,
	/// Members one sponsor may have at once: a number.
	#[codec(index = 23)]
	SponsorQuota,
	/// Length of protection from filing for a kind of right: a [`Term`]; without a value, no end.
	#[codec(index = 24)]
	ProtectionTerm(AchievementKind),
}

/// What a statute says.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum StatuteValue {
	/// A part, in ppm.
	#[codec(index = 0)]
	Ppm(Ppm),
	/// A legal period.
	#[codec(index = 1)]
	Term(Term),
	/// An amount.
	#[codec(index = 2)]
	Amount(Amount),
	/// A consent rule.
	#[codec(index = 3)]
	Consent(ConsentRule),
	/// Yes or no.
	#[codec(index = 4)]
	Flag(bool),
	/// A plain number or a code.
	#[codec(index = 5)]
	Number(u32),
	/// A governed list of codes.
	#[codec(index = 6)]
	Codes(BoundedVec<u16, ConstU32<MAX_CODES>>),
	/// One year's working days.
	#[codec(index = 7)]
	Calendar(WorkingCalendar),
}

/// Whether a rule refuses or only flags.
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Serialize,
	Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Force {
	/// A breach is refused (应当).
	#[codec(index = 0)]
	Binding,
	/// A breach is recorded and flagged (鼓励).
	#[codec(index = 1)]
	Encouraged,
}

/// Where a statute value stands.
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Serialize,
	Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum StatuteStatus {
	/// In force (现行).
	#[codec(index = 0)]
	InForce,
	/// A draft (征求意见稿).
	#[codec(index = 1)]
	Draft,
	/// No law or policy gives a number; the consortium set one.
	#[codec(index = 2)]
	LocalDefault,
}

/// One dated version of a rule's value.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Serialize, Deserialize,
)]
#[serde(deny_unknown_fields)]
pub struct StatuteVersion {
	/// First moment it governs.
	pub effective_from: Moment,
	/// What it says.
	pub value: StatuteValue,
	/// Whether it refuses or flags.
	pub force: Force,
	/// Where it stands.
	pub status: StatuteStatus,
	/// The policy or law it comes from.
	pub citation: Text<MAX_CITATION_BYTES>,
	/// Digest of the cited document.
	#[serde(default)]
	pub citation_digest: Option<Digest>,
}
