//! The title: what a history adds up to.

use crate::act::{Agreement, HoldTarget, PoolTerms, UseGrant};
use crate::entry::DecisionRef;
use codec::{Decode, Encode, MaxEncodedLen};
use quanqi_types::{
	bounds::{
		MAX_AGREED_TRANSFERS, MAX_COMPLETERS, MAX_HOLDS, MAX_LIVE_RIGHTS, MAX_PLEDGES,
		MAX_RESERVATIONS, MAX_TITLE_BYTES,
	},
	AchievementId, AchievementKind, BoundedVec, Commitment, ConstU32, LedgerStatus, MemberId,
	Moment, OfficialStatus, Period, Ppm, PreEmption, Scope, Shares,
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
	/// An authority ordered it: no hold stands in the way of its effect (T10).
	pub enforced: bool,
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
	/// How much is pledged, in ppm of the whole title or of the whole right.
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

impl Title {
	/// What it says, in the words of the newest rules version.
	pub fn body(&self) -> &TitleBody {
		match self {
			Self::V1(body) => body,
		}
	}
}

impl MaxEncodedLen for Title {
	/// `apply` refuses anything larger, so nothing larger is ever stored.
	fn max_encoded_len() -> usize {
		usize::try_from(MAX_TITLE_BYTES).unwrap_or(usize::MAX)
	}
}

/// What has an end: over from its first moment outside on (T12).
fn is_over(until: Option<Moment>, at: Moment) -> bool {
	until.is_some_and(|until| until <= at)
}

impl TitleBody {
	/// The owners and their shares (T1).
	pub fn owners(&self) -> &Shares {
		&self.owners
	}

	/// Whether the title itself is live: registered here, live at the office, protected (T12).
	pub fn is_title_live(&self, at: Moment) -> bool {
		self.ledger_status == LedgerStatus::Registered
			&& self.official_status.is_live()
			&& !is_over(self.protection_until, at)
	}

	/// The use right that this entry created, unless an entry has closed it.
	pub fn right(&self, sequence: u32) -> Option<&UseRight> {
		self.rights.iter().find(|right| right.sequence == sequence)
	}

	/// Whether a use right is in force at a moment (T3, T5, T12): begun, not over, its title live,
	/// and the right it is a sublicence of in force too, unless that was closed and let it live on.
	pub fn is_live(&self, right: &UseRight, at: Moment) -> bool {
		self.is_title_live(at) && self.is_within_periods(right, |period| period.contains(at))
	}

	/// The use rights in force at a moment.
	pub fn live_rights(&self, at: Moment) -> impl Iterator<Item = &UseRight> + '_ {
		self.rights.iter().filter(move |right| self.is_live(right, at))
	}

	/// Use rights in force or agreed for a later date: all that a new right can conflict with (T4).
	pub fn open_rights(&self, at: Moment) -> impl Iterator<Item = &UseRight> + '_ {
		self.rights.iter().filter(move |right| self.is_open(right, at))
	}

	/// Whether a use right is in force, or will be, as far as its own and its parents' periods say.
	pub fn is_open(&self, right: &UseRight, at: Moment) -> bool {
		self.is_within_periods(right, |period| !is_over(period.until, at))
	}

	/// Whether a test holds for the period of a right and of every right above it.
	fn is_within_periods(&self, right: &UseRight, test: impl Fn(&Period) -> bool) -> bool {
		test(&right.terms.period)
			&& self.ancestors(right.terms.parent()).all(|r| test(&r.terms.period))
	}

	/// A right and the rights above it that are still in the title, nearest first (T5).
	pub(crate) fn ancestors(&self, first: Option<u32>) -> impl Iterator<Item = &UseRight> + '_ {
		let find = move |sequence: Option<u32>| sequence.and_then(|sequence| self.right(sequence));
		core::iter::successors(find(first), move |right| {
			// A parent is always older, so the walk ends.
			find(right.terms.parent().filter(|parent| *parent < right.sequence))
		})
	}

	/// The hold in force on exactly this target, the oldest one (T10).
	pub fn hold_on(&self, target: &HoldTarget, at: Moment) -> Option<&Hold> {
		self.live_holds(at).find(|hold| hold.target == *target)
	}

	/// Holds in force at a moment.
	pub fn live_holds(&self, at: Moment) -> impl Iterator<Item = &Hold> + '_ {
		self.holds.iter().filter(move |hold| !is_over(hold.until, at))
	}

	/// Pledges in force at a moment.
	pub fn live_pledges(&self, at: Moment) -> impl Iterator<Item = &Pledge> + '_ {
		self.pledges.iter().filter(move |pledge| !is_over(pledge.until, at))
	}

	/// Reservations in force or for a later date.
	pub fn open_reservations(&self, at: Moment) -> impl Iterator<Item = &Reservation> + '_ {
		self.reservations.iter().filter(move |reservation| !is_over(reservation.period.until, at))
	}

	/// The pool entry, while its period is not over.
	pub fn open_pool(&self, at: Moment) -> Option<&PoolEntry> {
		self.pool.as_ref().filter(|pool| !is_over(pool.terms.period.until, at))
	}

	/// How much of an owner's share no agreed transfer has promised away (T2).
	pub fn uncommitted_part(&self, member: MemberId) -> Ppm {
		let promised = |sum: Ppm, agreed: &AgreedTransfer| sum.saturating_add(agreed.ppm);
		let promised =
			self.agreed_transfers.iter().filter(|agreed| agreed.from == member).fold(0, promised);
		self.owners.part_of(member).saturating_sub(promised)
	}
}
