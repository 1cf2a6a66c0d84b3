//! Legal numbers by rule and date: what a statute can say.

use crate::{
	bounds::{MAX_CITATION_BYTES, MAX_CODES},
	codes::{code_names, AchievementKind},
	date::Moment,
	digest::Digest,
	shares::{Ppm, WHOLE_PPM},
	term::{Term, WorkingCalendar},
	text::Text,
	Amount, BoundedVec, ConstU32,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::{fmt, str::FromStr};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// An act in a title that co-owners consent to (domain T8).
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
///
/// Its text form, which JSON uses too, is the name in kebab-case and after colons what the name is
/// about: `idle-period`, `working-days:2026`, `consent:invention-patent:transfer`.
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
)]
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

code_names!(ConsentAct {
	OwnUse,
	OrdinaryLicence,
	SoleLicence,
	ExclusiveLicence,
	PoolEntry,
	Transfer,
	Pledge,
	Grant,
	Retire,
});
code_names!(PreEmption { Completer, Commissioner, CoDeveloper });
code_names!(Force { Binding, Encouraged });
code_names!(StatuteStatus { InForce, Draft, LocalDefault });

/// Rules that stand alone, with their names.
const PLAIN_RULES: [(RuleId, &str); 21] = [
	(RuleId::LongTermUseRightMinimum, "long-term-use-right-minimum"),
	(RuleId::CompleterIncomeFloor, "completer-income-floor"),
	(RuleId::IncomeFloorBase, "income-floor-base"),
	(RuleId::IdlePeriod, "idle-period"),
	(RuleId::IdleClockStart, "idle-clock-start"),
	(RuleId::VoucherShare, "voucher-share"),
	(RuleId::FacilitationFee, "facilitation-fee"),
	(RuleId::PublicNoticePeriod, "public-notice-period"),
	(RuleId::ObjectionDecisionPeriod, "objection-decision-period"),
	(RuleId::TrialMaximum, "trial-maximum"),
	(RuleId::TrialDeclarationPeriod, "trial-declaration-period"),
	(RuleId::ContractDecisionPeriod, "contract-decision-period"),
	(RuleId::LargeContractDecisionPeriod, "large-contract-decision-period"),
	(RuleId::LargeContractAmount, "large-contract-amount"),
	(RuleId::LegalBasisCodes, "legal-basis-codes"),
	(RuleId::CountedReceipts, "counted-receipts"),
	(RuleId::OrdinaryBesideSole, "ordinary-beside-sole"),
	(RuleId::CouncilThreshold, "council-threshold"),
	(RuleId::EnactThreshold, "enact-threshold"),
	(RuleId::EnactDelay, "enact-delay"),
	(RuleId::SponsorQuota, "sponsor-quota"),
];

/// No rule has this name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct UnknownRule;

impl fmt::Display for UnknownRule {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("no rule has this name")
	}
}

impl core::error::Error for UnknownRule {}

impl RuleId {
	/// Every rule that a kind, an act or nothing tells apart; not the working days, which go by year.
	pub fn all() -> impl Iterator<Item = Self> {
		let plain = PLAIN_RULES.iter().map(|(rule, _)| *rule);
		let consents = AchievementKind::ALL
			.iter()
			.flat_map(|kind| ConsentAct::ALL.iter().map(|act| Self::Consent(*kind, *act)));
		let pre_emptions = PreEmption::ALL.iter().map(|who| Self::PreEmptionPeriod(*who));
		let protections = AchievementKind::ALL.iter().map(|kind| Self::ProtectionTerm(*kind));
		plain.chain(consents).chain(pre_emptions).chain(protections)
	}
}

impl fmt::Display for RuleId {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Consent(kind, act) => write!(f, "consent:{kind}:{act}"),
			Self::PreEmptionPeriod(who) => write!(f, "pre-emption-period:{who}"),
			Self::WorkingDays(year) => write!(f, "working-days:{year}"),
			Self::ProtectionTerm(kind) => write!(f, "protection-term:{kind}"),
			plain => {
				let name =
					PLAIN_RULES.iter().find(|(rule, _)| rule == plain).map(|(_, name)| *name);
				f.write_str(name.unwrap_or_default())
			}
		}
	}
}

impl FromStr for RuleId {
	type Err = UnknownRule;

	fn from_str(text: &str) -> Result<Self, UnknownRule> {
		let (name, about) = match text.split_once(':') {
			None => {
				let found = PLAIN_RULES.iter().find(|(_, name)| *name == text);
				return found.map(|(rule, _)| *rule).ok_or(UnknownRule);
			}
			Some(parts) => parts,
		};
		match name {
			"consent" => {
				let (kind, act) = about.split_once(':').ok_or(UnknownRule)?;
				Ok(Self::Consent(code(kind)?, code(act)?))
			}
			"pre-emption-period" => code(about).map(Self::PreEmptionPeriod),
			"protection-term" => code(about).map(Self::ProtectionTerm),
			"working-days" => code(about)
				.ok()
				// `2026` only, not `+2026` or `02026`: one rule has one name.
				.filter(|year: &u16| alloc::string::ToString::to_string(year) == about)
				.map(Self::WorkingDays)
				.ok_or(UnknownRule),
			_ => Err(UnknownRule),
		}
	}
}

fn code<T: FromStr>(text: &str) -> Result<T, UnknownRule> {
	text.parse().map_err(|_| UnknownRule)
}

crate::serde_as_text!(RuleId);

impl StatuteValue {
	/// Whether this is a value that the rule can have: of its kind and within what the kind allows.
	pub fn fits(&self, rule: &RuleId) -> bool {
		use RuleId::*;
		match (rule, self) {
			(
				LongTermUseRightMinimum
				| IdlePeriod
				| PublicNoticePeriod
				| ObjectionDecisionPeriod
				| TrialMaximum
				| TrialDeclarationPeriod
				| ContractDecisionPeriod
				| LargeContractDecisionPeriod
				| PreEmptionPeriod(_)
				| ProtectionTerm(_),
				Self::Term(term),
			) => term.number > 0,
			// The council may enact at once.
			(EnactDelay, Self::Term(_)) => true,
			(CompleterIncomeFloor | VoucherShare | FacilitationFee, Self::Ppm(part)) => {
				*part <= WHOLE_PPM
			}
			(CouncilThreshold | EnactThreshold, Self::Ppm(part)) => (1..=WHOLE_PPM).contains(part),
			(IncomeFloorBase | CountedReceipts, Self::Number(code)) => *code <= 1,
			(IdleClockStart, Self::Number(code)) => *code <= 2,
			(SponsorQuota, Self::Number(_)) => true,
			(LargeContractAmount, Self::Amount(amount)) => amount.currency.is_valid(),
			(LegalBasisCodes, Self::Codes(codes)) => {
				!codes.is_empty()
					&& codes
						.windows(2)
						.all(|pair| matches!(pair, [first, second] if first < second))
			}
			(Consent(..), Self::Consent(ConsentRule::Threshold(part))) => {
				(1..=WHOLE_PPM).contains(part)
			}
			(Consent(..), Self::Consent(_)) => true,
			(OrdinaryBesideSole, Self::Flag(_)) => true,
			(WorkingDays(year), Self::Calendar(calendar)) => {
				calendar.year == *year && calendar.is_valid()
			}
			_ => false,
		}
	}
}
