//! Who is this account, and may it do this?

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use quanqi_title::Actor;
use quanqi_types::{Capability, Location, MandateId, MemberId, MemberKind, Permission};
use scale_info::TypeInfo;
use sp_runtime::{DispatchError, DispatchResult};

/// Whether a member takes part.
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
pub enum MemberStatus {
	/// Takes part.
	#[codec(index = 0)]
	Active,
	/// Signs nothing until reinstated.
	#[codec(index = 1)]
	Suspended,
	/// Out for good; its rights stay.
	#[codec(index = 2)]
	Expelled,
}

/// What other areas ask about a member.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MemberFacts {
	/// University, enterprise, person and so on.
	pub kind: MemberKind,
	/// Whether it takes part.
	pub status: MemberStatus,
	/// Whether the state established it (国家设立).
	pub state_established: bool,
	/// Who sponsors it, if anyone.
	pub sponsor: Option<MemberId>,
}

/// The consortium as other pallets see it.
pub trait Members<AccountId> {
	/// What is known of a member.
	fn facts(member: MemberId) -> Option<MemberFacts>;

	/// The active member whose key `who` is, when the key carries `permission`.
	fn member(who: &AccountId, permission: Permission) -> Result<MemberId, DispatchError>;

	/// In whose name `who` acts: its own member, or the principal of `mandate`.
	///
	/// Fails when the mandate does not cover `permission`, is over, or when the agent or its
	/// principal's sponsor is itself among `parties` (Civil Code art. 168).
	fn acting(
		who: &AccountId,
		permission: Permission,
		mandate: Option<MandateId>,
		parties: &[MemberId],
	) -> Result<Actor, DispatchError>;

	/// Refuses unless the member is active and has the capability.
	fn ensure_capable(member: MemberId, capability: Capability) -> DispatchResult;

	/// Refuses unless the member exists and is active.
	fn ensure_active(member: MemberId) -> DispatchResult;

	/// Whether a member was appointed by decision to give the consents that fall to `member`.
	fn is_administrator_of(administrator: MemberId, member: MemberId) -> bool;

	/// Whether a member is one of these parties, or sponsors one: it decides nothing between them.
	fn is_interested(member: MemberId, parties: &[MemberId]) -> bool {
		let sponsor = |party| Self::facts(party).and_then(|facts| facts.sponsor);
		parties.iter().any(|party| *party == member || sponsor(*party) == Some(member))
	}

	/// Where a member is.
	fn location(_member: MemberId) -> Option<Location> {
		None
	}

	/// The division (GB/T 2260) in which a member registers contracts, when it does.
	fn jurisdiction(_member: MemberId) -> Option<u32> {
		None
	}

	/// An account that is a key of a new active member with every capability and permission.
	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_member(seed: u32) -> (AccountId, MemberId);

	/// Makes a member of a benchmark be of this kind and in this division (GB/T 2260).
	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_place(_member: MemberId, _kind: MemberKind, _division: u32) {}

	/// A natural person without keys, where the consortium can make one for a benchmark.
	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_person(_seed: u32) -> Option<MemberId> {
		None
	}
}
