//! What is known of an achievement beside its title.

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use quanqi_types::{
	AchievementId, AchievementKind, ExclusionClass, LedgerStatus, MemberId, Moment, OfficialStatus,
};
use scale_info::TypeInfo;

/// Where the money for an achievement came from.
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
)]
pub enum FundingKind {
	/// Public money (财政资金).
	#[codec(index = 0)]
	Fiscal,
	/// A commissioner's (委托开发).
	#[codec(index = 1)]
	Commissioned,
	/// The holder's own.
	#[codec(index = 2)]
	Own,
}

/// What other areas ask about an achievement.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AchievementFacts {
	/// The unit that holds it.
	pub holder: MemberId,
	/// What kind of right.
	pub kind: AchievementKind,
	/// Where it stands on this ledger.
	pub ledger_status: LedgerStatus,
	/// What the office last said.
	pub official_status: OfficialStatus,
	/// End of protection, first moment outside.
	pub protection_until: Option<Moment>,
	/// Where the money came from.
	pub funding: FundingKind,
	/// Whether it is a service achievement (职务科技成果).
	pub service: bool,
	/// The exclusion class, while one is set.
	pub exclusion: Option<ExclusionClass>,
	/// Who made it.
	pub completers: Vec<MemberId>,
	/// When it was completed.
	pub completed: Option<Moment>,
}

/// The register of achievements as other pallets see it.
pub trait Achievements {
	/// What is known of an achievement.
	fn facts(achievement: AchievementId) -> Option<AchievementFacts>;

	/// Enters a record with these facts, for the benchmarks of other areas; its title is theirs to
	/// make.
	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_set(achievement: AchievementId, facts: AchievementFacts);
}
