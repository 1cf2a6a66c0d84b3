//! What an entry can do to a title: the acts and what they carry.

use alloc::boxed::Box;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use quanqi_types::{
	bounds::{MAX_COMPLETERS, MAX_SHARE_LINES, MAX_SUBJECT_TO},
	AchievementId, AchievementKind, BoundedVec, Commitment, ConsentAct, ConsentRule, ConstU32,
	Digest, MemberId, Moment, OfficialStatus, Period, Ppm, PreEmption, Scope, ShareLine, Shares,
	Term, UseForm,
};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// What an entry does to the title.
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
#[serde(rename_all = "kebab-case")]
pub enum Act {
	/// The first entry: the right comes onto the ledger with its owners.
	#[codec(index = 0)]
	Registered(Box<Registration>),
	/// The office says something new of the right.
	#[codec(index = 1)]
	StatusChanged {
		/// The status now.
		status: OfficialStatus,
		/// End of protection, first moment outside, when it is known or changes.
		protection_until: Option<Moment>,
		/// The kind from now on: an application becomes a patent by its grant.
		kind: AchievementKind,
	},
	/// A share is sold or given: binding now, effective by T2.
	#[codec(index = 2)]
	TransferAgreed {
		/// Who gives.
		from: MemberId,
		/// Who receives.
		to: MemberId,
		/// How much of the whole.
		ppm: Ppm,
	},
	/// An agreed transfer falls away.
	#[codec(index = 3)]
	TransferCancelled {
		/// The entry that agreed it.
		agreed: u32,
	},
	/// A share moves. By T2: on the office's date, or with `agreed` absent at once.
	#[codec(index = 4)]
	ShareTransferred {
		/// The entry that agreed it, if there was one.
		agreed: Option<u32>,
		/// Who gives.
		from: MemberId,
		/// Who receives.
		to: MemberId,
		/// How much of the whole.
		ppm: Ppm,
	},
	/// A use right comes into being.
	#[codec(index = 5)]
	UseGranted(Box<UseGrant>),
	/// A holder's part in a use right moves.
	#[codec(index = 6)]
	UseTransferred {
		/// Which right.
		right: u32,
		/// Who gives.
		from: MemberId,
		/// Who receives.
		to: MemberId,
		/// How much of the right.
		ppm: Ppm,
	},
	/// A use right is divided among more holders: usage-rights shares (使用权份额).
	#[codec(index = 7)]
	UseDivided {
		/// Which right.
		right: u32,
		/// Holders from now on.
		holders: Shares,
	},
	/// A use right ends.
	#[codec(index = 8)]
	UseEnded {
		/// Which right.
		right: u32,
		/// Why.
		reason: EndReason,
	},
	/// A share or use right is pledged, registered at the office.
	#[codec(index = 9)]
	Pledged {
		/// Who gives the pledge.
		pledgor: MemberId,
		/// To whom.
		pledgee: MemberId,
		/// What is pledged.
		target: HoldTarget,
		/// How much is pledged, in ppm of the whole title or of the whole right.
		ppm: Ppm,
		/// The secured amount, committed.
		secured: Commitment,
		/// First moment after the pledge, if dated.
		until: Option<Moment>,
	},
	/// A pledge ends.
	#[codec(index = 10)]
	PledgeReleased {
		/// The entry that made the pledge.
		pledge: u32,
	},
	/// An authority blocks disposals.
	#[codec(index = 11)]
	Held {
		/// What is held.
		target: HoldTarget,
		/// First moment after the hold.
		until: Option<Moment>,
		/// The earlier hold that this one renews.
		renews: Option<u32>,
	},
	/// A hold ends before its time.
	#[codec(index = 12)]
	HoldLifted {
		/// The entry that made the hold.
		hold: u32,
	},
	/// The achievement enters the trial-first pool (先用后转).
	#[codec(index = 13)]
	PoolEntered(PoolTerms),
	/// It leaves the pool.
	#[codec(index = 14)]
	PoolLeft,
	/// Rights of this scope and period are kept for one member.
	#[codec(index = 15)]
	Reserved {
		/// For whom.
		beneficiary: MemberId,
		/// What is kept.
		scope: Scope,
		/// For how long.
		period: Period,
	},
	/// A reservation ends.
	#[codec(index = 16)]
	ReservationEnded {
		/// The entry that made it.
		reservation: u32,
	},
	/// The co-owners' own rules (约定) replace the defaults of T8.
	#[codec(index = 17)]
	AgreementSet(Agreement),
	/// Everything a member has in this title passes to others by succession, without T8.
	#[codec(index = 18)]
	Succeeded {
		/// Whose place.
		from: MemberId,
		/// Who takes it, each with its part of what `from` had.
		heirs: Shares,
	},
	/// An earlier entry was wrong; this one sets it right. Nothing is edited.
	#[codec(index = 19)]
	Corrected(Box<Correction>),
	/// The owners retire the achievement, or a decision voids it.
	#[codec(index = 20)]
	Retired {
		/// Voided by decision rather than retired.
		voided: bool,
	},
}

/// Facts a title starts from.
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
pub struct Registration {
	/// The achievement.
	pub achievement: AchievementId,
	/// What kind of right.
	pub kind: AchievementKind,
	/// Who owns it.
	pub owners: Shares,
	/// What the office said of it at the time.
	pub status: OfficialStatus,
	/// End of protection, first moment outside, when known.
	pub protection_until: Option<Moment>,
	/// Who has a pre-emption, and by which rule.
	pub pre_emption: BoundedVec<(MemberId, PreEmption), ConstU32<MAX_COMPLETERS>>,
}

/// What a use right stands on.
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
pub enum UseBasis {
	/// A licence (许可).
	#[codec(index = 0)]
	Licence,
	/// A long-term use right by grant (长期使用权).
	#[codec(index = 1)]
	LongTermGrant,
	/// A trial (先用后转).
	#[codec(index = 2)]
	Trial,
	/// A sublicence (分许可) of this right.
	#[codec(index = 3)]
	Sublicence(u32),
}

/// A use right as granted.
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
pub struct UseGrant {
	/// Who grants: an owner, or a holder of the parent right.
	pub grantor: MemberId,
	/// Exclusive, sole or ordinary.
	pub form: UseForm,
	/// What it stands on.
	pub basis: UseBasis,
	/// Who holds it, in which shares.
	pub holders: Shares,
	/// Where, for what, how.
	pub scope: Scope,
	/// From when to when.
	pub period: Period,
	/// May be transferred or divided.
	pub transferable: bool,
	/// May be sublicensed.
	pub sublicensable: bool,
	/// A sublicence of it outlives it.
	pub sublicences_survive: bool,
	/// Rights it is subject to.
	pub subject_to: BoundedVec<u32, ConstU32<MAX_SUBJECT_TO>>,
	/// The holder's earlier right that it replaces.
	pub replaces: Option<u32>,
}

/// Why a use right ended.
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
pub enum EndReason {
	/// Its period is over.
	#[codec(index = 0)]
	Expired,
	/// All its holders gave it up.
	#[codec(index = 1)]
	Surrendered,
	/// Its terms let the grantor or both sides end it.
	#[codec(index = 2)]
	ByTerms,
	/// An authority decided so.
	#[codec(index = 3)]
	Decided,
	/// The right it is a sublicence of ended (T5).
	#[codec(index = 4)]
	ParentEnded,
	/// What granted it was rescinded.
	#[codec(index = 5)]
	Rescinded,
}

/// What a hold or pledge bears on.
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
pub enum HoldTarget {
	/// The whole title.
	#[codec(index = 0)]
	Whole,
	/// One owner's share.
	#[codec(index = 1)]
	Share(MemberId),
	/// One use right.
	#[codec(index = 2)]
	UseRight(u32),
}

/// Terms on which an achievement stands in the pool.
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
pub struct PoolTerms {
	/// The owner that entered it.
	pub by: MemberId,
	/// What trials may use.
	pub scope: Scope,
	/// How long it stands open.
	pub period: Period,
	/// Digest of the standard trial contract.
	pub standard_contract: Digest,
}

/// The co-owners' rule for one act.
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
pub struct AgreementLine {
	/// Which act.
	pub act: ConsentAct,
	/// Who must consent.
	pub rule: ConsentRule,
	/// Silence for this long is consent.
	pub deemed_after: Option<Term>,
}

/// The co-owners' agreement (约定): where it is silent, the defaults of T8 apply.
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
pub struct Agreement {
	/// One line per act, ordered by act.
	pub lines: BoundedVec<AgreementLine, ConstU32<16>>,
	/// Digest of the agreement.
	pub digest: Digest,
}

/// A correction: which entry was wrong, and what holds instead.
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
pub struct Correction {
	/// The entry that was wrong.
	pub corrects: u32,
	/// Owners from now on, where the entry's error touched them.
	pub owners: Option<Shares>,
	/// A use right that should not stand any longer.
	pub ends_right: Option<u32>,
	/// A use right with its right terms; it keeps its number.
	pub right: Option<(u32, UseGrant)>,
	/// Official status and end of protection as they should be.
	pub status: Option<(OfficialStatus, Option<Moment>)>,
}

/// Owners' lines before they are proven to be shares; what a call carries.
pub type ShareLines = BoundedVec<ShareLine, ConstU32<MAX_SHARE_LINES>>;

impl UseGrant {
	/// The right that this one is a sublicence of.
	pub fn parent(&self) -> Option<u32> {
		match self.basis {
			UseBasis::Sublicence(parent) => Some(parent),
			UseBasis::Licence | UseBasis::LongTermGrant | UseBasis::Trial => None,
		}
	}

	/// Whether nobody else, or nobody but the owners, may use what it covers.
	pub fn shuts_others_out(&self) -> bool {
		matches!(self.form, UseForm::Exclusive | UseForm::Sole)
	}
}

impl Agreement {
	/// What the co-owners agreed for one act, where they did.
	pub fn line(&self, act: ConsentAct) -> Option<&AgreementLine> {
		self.lines.iter().find(|line| line.act == act)
	}
}
