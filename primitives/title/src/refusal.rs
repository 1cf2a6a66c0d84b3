//! Why an entry is not lawful: the rule, the reason, and the record in the way.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::fmt;
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// The rule of the domain that refuses (docs/domain.md §6).
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
pub enum Rule {
	/// The entry itself is malformed: order, time, bounds.
	#[codec(index = 0)]
	Form,
	/// Shares always sum.
	#[codec(index = 1)]
	T1,
	/// A share moves only from who has it, when the law lets it move.
	#[codec(index = 2)]
	T2,
	/// What a use right is and when it ends.
	#[codec(index = 3)]
	T3,
	/// Conflicts.
	#[codec(index = 4)]
	T4,
	/// Sublicences.
	#[codec(index = 5)]
	T5,
	/// Survival of use rights.
	#[codec(index = 6)]
	T6,
	/// Division and transfer of use rights.
	#[codec(index = 7)]
	T7,
	/// Consents.
	#[codec(index = 8)]
	T8,
	/// Pledges.
	#[codec(index = 9)]
	T9,
	/// Holds.
	#[codec(index = 10)]
	T10,
	/// Corrections.
	#[codec(index = 11)]
	T11,
	/// Time and status.
	#[codec(index = 12)]
	T12,
}

/// A refusal (拒绝).
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
pub struct Refusal {
	/// The rule that refuses.
	pub rule: Rule,
	/// What about it.
	pub reason: Reason,
	/// The entry number of the record in the way, or the member whose consent is missing.
	pub with: Option<u32>,
}

macro_rules! reasons {
	($($name:ident = $index:literal, $sentence:literal;)*) => {
		/// What about the rule. Appended to, never reordered.
		#[derive(
			Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, DecodeWithMemTracking,
			MaxEncodedLen, TypeInfo, Serialize, Deserialize,
		)]
		#[serde(rename_all = "kebab-case")]
		pub enum Reason {
			$(#[doc = $sentence] #[codec(index = $index)] $name,)*
		}

		impl Reason {
			/// Every reason, in order.
			pub const ALL: &'static [Self] = &[$(Self::$name),*];

			/// The reason as an English sentence without its full stop.
			pub fn as_str(self) -> &'static str {
				match self {
					$(Self::$name => $sentence,)*
				}
			}
		}
	};
}

reasons! {
	// Form.
	WrongSequence = 0, "the entry does not carry the next number of its history";
	TimeGoesBack = 1, "the entry is dated before the one before it";
	LegalDateInFuture = 2, "the legal date is later than the entry";
	EntryTooLarge = 3, "the entry is larger than its bound";
	TitleTooLarge = 4, "the title would be larger than its bound";
	TooManyRecords = 5, "the title has no room for another record of this kind";
	HistoryFull = 6, "the history has no room for another entry";
	AlreadyRegistered = 7, "the achievement is registered already";
	NotRegisteredFirst = 8, "the first entry is not a registration";
	AgentIsParty = 9, "who acts under the mandate is itself a party, or acts for itself";
	RepeatedConsent = 10, "a consent is given twice";
	RepeatedStatute = 11, "a statute value is carried twice";
	StatuteNotInForce = 12, "a statute value governs only later";
	WrongText = 13, "a document number is not plain text";
	CauseUnfit = 14, "the act cannot be done for this cause";
	// Ownership (T1, T2).
	WrongShares = 15, "the shares are not proper shares";
	TooManyHolders = 16, "there would be more holders than the bound";
	NotAnOwner = 17, "the member owns no share";
	NotEnoughShare = 18, "the share that is not promised away is too small";
	SameMember = 19, "giver and receiver are the same member";
	NeedsOffice = 20, "it takes effect only by the act of the office";
	NeedsLegalDate = 21, "the attested legal date is missing";
	AttesterIsParty = 22, "who attests is itself a party";
	NoSuchTransfer = 23, "no such transfer is agreed";
	TransferDiffers = 24, "it is not what was agreed";
	AgreedTransferInTheWay = 25, "an agreed transfer stands in the way";
	NothingToSucceed = 26, "the member has nothing in this title";
	// Use rights (T3, T5, T6, T7).
	WrongScope = 27, "the scope is not a proper scope";
	WrongPeriod = 28, "the period does not end after it begins";
	PeriodOver = 29, "the period is over already";
	AfterProtection = 30, "the period begins when the protection has ended";
	GrantorNotOwner = 31, "the grantor owns no share";
	GrantorIsHolder = 32, "the grantor would hold the right itself";
	TrialNotOrdinary = 33, "a trial is an ordinary use right";
	TrialNotDated = 34, "a trial has a last day";
	NoSuchParent = 35, "there is no such right to sublicense";
	NotSublicensable = 36, "the terms of the right allow no sublicence";
	GrantorNotHolder = 37, "the grantor does not hold the right it sublicenses";
	OutsideParent = 38, "the sublicence does not lie inside the right above it";
	StrongerThanParent = 39, "the sublicence is stronger than the right above it";
	LongTermStays = 40, "a long-term use right ends only by surrender, decision or in time";
	NoSuchRight = 41, "there is no such use right, or it has ended";
	RightOver = 42, "the use right is over";
	NotTransferable = 43, "the terms of the use right do not let it be transferred or divided";
	NotAHolder = 44, "the member does not hold the use right";
	NotEnoughOfRight = 45, "the part of the use right is too small";
	NotOverYet = 46, "it is not over yet";
	ParentStands = 47, "the right above it stands";
	RightsStand = 48, "use rights are still open";
	// Conflicts (T4).
	ExclusiveInTheWay = 49, "an exclusive right stands in the way";
	SoleInTheWay = 50, "a sole right stands in the way";
	OrdinaryInTheWay = 51, "an ordinary right stands in the way that the new right is not subject to";
	PoolInTheWay = 52, "the open pool entry stands in the way";
	ReservationInTheWay = 53, "a reservation for another stands in the way";
	SubjectToUnknown = 54, "the right it is subject to is not open";
	ReplacesUnknown = 55, "the right it replaces is not open";
	ReplacesAnothers = 56, "the right it replaces is held by others";
	NotInPool = 57, "the achievement is not in the pool";
	NoSuchReservation = 58, "there is no such reservation";
	// Consents (T8).
	ConsentMissing = 59, "a co-owner's consent is missing";
	OwnConsentMissing = 60, "the consent of the one who gives is missing";
	PreEmptionStands = 61, "a pre-emption is not waived";
	AcceptanceMissing = 62, "the one who receives has not accepted";
	SilenceIsNoConsent = 63, "silence is no consent here";
	StatuteMissing = 64, "a statute value that decides is missing";
	StatuteUnfit = 65, "a statute value is not of its rule's kind";
	WrongAgreement = 66, "the lines of the agreement are not in order";
	// Encumbrances (T9, T10).
	PledgeInTheWay = 67, "a pledge stands in the way";
	NoSuchPledge = 68, "there is no such pledge";
	PledgeTooLarge = 69, "more is pledged than there is";
	NoSuchTarget = 70, "the target does not exist";
	HoldInTheWay = 71, "a hold stands in the way";
	NoSuchHold = 72, "there is no such hold";
	RenewsAnother = 73, "it renews a hold of another authority or target";
	EndsInPast = 74, "its end is past already";
	NeedsDecision = 75, "it takes the decision of an authority";
	AuthorityIsParty = 76, "the authority is itself a party";
	// Corrections and status (T11, T12).
	NoSuchEntry = 77, "there is no such earlier entry";
	NothingCorrected = 78, "the correction changes nothing";
	NotLive = 79, "the right is not live at the office";
	ProtectionOver = 80, "the protection has ended";
	NotRegistered = 81, "the achievement is retired or voided";
	StatusUnfit = 82, "the status cannot follow the present one";
	KindUnfit = 83, "the kind cannot follow the present one";
}

impl Reason {
	/// Whether the number in [`Refusal::with`] is a member's; otherwise it is an entry's.
	pub fn names_member(self) -> bool {
		matches!(
			self,
			Self::AgentIsParty
				| Self::RepeatedConsent
				| Self::NotAnOwner
				| Self::NotEnoughShare
				| Self::AttesterIsParty
				| Self::NothingToSucceed
				| Self::GrantorNotOwner
				| Self::GrantorIsHolder
				| Self::GrantorNotHolder
				| Self::NotAHolder
				| Self::NotEnoughOfRight
				| Self::ConsentMissing
				| Self::OwnConsentMissing
				| Self::PreEmptionStands
				| Self::AcceptanceMissing
				| Self::SilenceIsNoConsent
				| Self::AuthorityIsParty
		)
	}
}

impl fmt::Display for Reason {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(self.as_str())
	}
}

impl fmt::Display for Rule {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		fmt::Debug::fmt(self, f)
	}
}

impl Refusal {
	/// A refusal that names no record.
	pub const fn new(rule: Rule, reason: Reason) -> Self {
		Self { rule, reason, with: None }
	}

	/// A refusal that names the record or member in the way.
	pub const fn with(rule: Rule, reason: Reason, with: u32) -> Self {
		Self { rule, reason, with: Some(with) }
	}
}

impl fmt::Display for Refusal {
	/// `T4: an exclusive right stands in the way (entry 7)`.
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "{}: {}", self.rule, self.reason)?;
		match self.with {
			Some(member) if self.reason.names_member() => write!(f, " (member {member})"),
			Some(entry) => write!(f, " (entry {entry})"),
			None => Ok(()),
		}
	}
}

impl core::error::Error for Refusal {}

/// Refuses unless a condition holds.
pub(crate) fn ensure(condition: bool, rule: Rule, reason: Reason) -> Result<(), Refusal> {
	condition.then_some(()).ok_or(Refusal::new(rule, reason))
}

/// Refuses unless a condition holds, naming the record or member in the way.
pub(crate) fn ensure_with(
	condition: bool,
	rule: Rule,
	reason: Reason,
	with: u32,
) -> Result<(), Refusal> {
	condition.then_some(()).ok_or(Refusal::with(rule, reason, with))
}
