//! The title: what a history adds up to.

use crate::entry::{Agreement, DecisionRef, HoldTarget, PoolTerms, UseGrant};
use codec::{Decode, Encode};
use quanqi_types::{
	bounds::{
		MAX_AGREED_TRANSFERS, MAX_COMPLETERS, MAX_HOLDS, MAX_LIVE_RIGHTS, MAX_PLEDGES, MAX_RESERVATIONS,
	},
	AchievementId, AchievementKind, BoundedVec, Commitment, ConstU32, LedgerStatus, MemberId, Moment, OfficialStatus,
	Period, Ppm, PreEmption, Scope, Shares,
};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// The rights in one achievement (权属), by rules version. Lifted to a newer version by a pure
/// function at its next newer entry, never by migrating storage.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
#[serde(tag = "version")]
pub enum Title {
	/// Rules version 1.
	#[codec(index = 1)]
	#[serde(rename = "1")]
	V1(TitleBody),
}

/// A title under rules version 1.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
pub struct TitleBody {
	/// The achievement.
	pub achievement: AchievementId,
	/// What kind of right.
	pub kind: AchievementKind,
	/// Entries applied so far.
	pub entries: u32,
	/// Time of the last one.
	pub last_time: Moment,
	/// Registered, retired or voided.
	pub ledger_status: LedgerStatus,
	/// What the office last said.
	pub official_status: OfficialStatus,
	/// End of protection, first moment outside.
	pub protection_until: Option<Moment>,
	/// Who owns it (T1).
	pub owners: Shares,
	/// Who has a pre-emption, and by which rule (T8).
	pub pre_emption: BoundedVec<(MemberId, PreEmption), ConstU32<MAX_COMPLETERS>>,
	/// The co-owners' own rules (T8).
	pub agreement: Option<Agreement>,
	/// Transfers agreed, not yet effective (T2).
	pub agreed_transfers: BoundedVec<AgreedTransfer, ConstU32<MAX_AGREED_TRANSFERS>>,
	/// Use rights not closed by an entry, ordered by number (T3).
	pub rights: BoundedVec<UseRight, ConstU32<MAX_LIVE_RIGHTS>>,
	/// Pledges (T9).
	pub pledges: BoundedVec<Pledge, ConstU32<MAX_PLEDGES>>,
	/// Holds (T10).
	pub holds: BoundedVec<Hold, ConstU32<MAX_HOLDS>>,
	/// Reservations (T4).
	pub reservations: BoundedVec<Reservation, ConstU32<MAX_RESERVATIONS>>,
	/// The open pool entry (T4).
	pub pool: Option<PoolEntry>,
}

/// A transfer agreed, not yet effective.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
pub struct AgreedTransfer {
	/// The entry that agreed it.
	pub sequence: u32,
	/// Who gives.
	pub from: MemberId,
	/// Who receives.
	pub to: MemberId,
	/// How much of the whole.
	pub ppm: Ppm,
}

/// A use right that no entry has closed. Whether it is live is a fact of time and status (T12).
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
pub struct UseRight {
	/// The entry that created it: its number.
	pub sequence: u32,
	/// Its terms, with its present holders.
	pub terms: UseGrant,
}

/// A pledge (质押).
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
pub struct Pledge {
	/// The entry that made it.
	pub sequence: u32,
	/// Who gave it.
	pub pledgor: MemberId,
	/// Who holds it.
	pub pledgee: MemberId,
	/// What is pledged.
	pub target: HoldTarget,
	/// How much of the target.
	pub ppm: Ppm,
	/// The secured amount, committed.
	pub secured: Commitment,
	/// First moment after it.
	pub until: Option<Moment>,
}

/// A hold (保全).
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
pub struct Hold {
	/// The entry that made it.
	pub sequence: u32,
	/// The order behind it.
	pub order: DecisionRef,
	/// What is held.
	pub target: HoldTarget,
	/// First moment after it.
	pub until: Option<Moment>,
}

/// A reservation (预留).
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
pub struct Reservation {
	/// The entry that made it.
	pub sequence: u32,
	/// For whom.
	pub beneficiary: MemberId,
	/// What is kept.
	pub scope: Scope,
	/// For how long.
	pub period: Period,
}

/// An open pool entry.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
pub struct PoolEntry {
	/// The entry that made it.
	pub sequence: u32,
	/// Its terms.
	pub terms: PoolTerms,
}
