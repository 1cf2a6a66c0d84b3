//! Records of the consortium and the steps of a member's status.

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::fmt;
use frame_support::PalletError;
use quanqi_traits::MemberStatus;
use quanqi_types::{
	bounds::{MAX_KEYS, MAX_LABEL_BYTES, MAX_NAME_BYTES},
	BoundedVec, Capabilities, Commitment, ConstU32, CreditCode, Digest, Location, MandateId,
	MemberId, MemberKind, Moment, Permissions, ShortId, Territory, Text,
};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

pub use quanqi_types::bounds::{
	MAX_ENACTMENTS, MAX_ENACTMENT_BYTES, MAX_NODES, MAX_NODE_ID_BYTES, MAX_SUCCESSORS,
};

/// How a member is known (身份): an organisation by its name, a person by a salted commitment.
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
pub enum Identity {
	/// Name of an organisation.
	#[codec(index = 0)]
	Named(Text<MAX_NAME_BYTES>),
	/// Commitment to the identity of a natural person.
	#[codec(index = 1)]
	Committed(Commitment),
}

/// What one member and no other is found by.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum IdentityKey {
	/// Unified social credit code of a domestic organisation.
	#[codec(index = 0)]
	CreditCode(CreditCode),
	/// Country, register and number of a foreign organisation.
	#[codec(index = 1)]
	Register {
		/// Country of the register.
		country: Territory,
		/// Name of the register and number in it.
		register: Text<MAX_LABEL_BYTES>,
	},
	/// Commitment of a person.
	#[codec(index = 2)]
	Commitment(Commitment),
}

/// A member (成员).
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct MemberRecord {
	/// University, enterprise, person and so on.
	pub kind: MemberKind,
	/// Name or commitment.
	pub identity: Identity,
	/// Unified social credit code, for a domestic organisation.
	pub credit_code: Option<CreditCode>,
	/// Division, or country and register.
	pub location: Location,
	/// Whether the state established it (国家设立).
	pub state_established: bool,
	/// Whether it takes part.
	pub status: MemberStatus,
	/// What it may do beyond its own affairs.
	pub capabilities: Capabilities,
	/// Division (GB/T 2260) in which it registers technology contracts.
	pub jurisdiction: Option<u32>,
	/// The member that vouches for it.
	pub sponsor: Option<MemberId>,
	/// When it was admitted.
	pub admitted: Moment,
}

/// A key to be bound, with what it may do.
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
pub struct KeyGrant<AccountId> {
	/// The account of the key.
	pub account: AccountId,
	/// What it may do for its member.
	pub permissions: Permissions,
}

/// Everything that an admission or sponsorship states.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Application<AccountId> {
	/// University, enterprise, person and so on.
	pub kind: MemberKind,
	/// Name or commitment.
	pub identity: Identity,
	/// Unified social credit code: stated by domestic organisations and by no one else.
	pub credit_code: Option<CreditCode>,
	/// Division, or country and register.
	pub location: Location,
	/// Whether the state established it.
	pub state_established: bool,
	/// What it may do; none for who is sponsored.
	pub capabilities: Capabilities,
	/// Division in which it registers technology contracts: stated exactly with that capability.
	pub jurisdiction: Option<u32>,
	/// Its first keys; none where it has none yet.
	pub keys: BoundedVec<KeyGrant<AccountId>, ConstU32<MAX_KEYS>>,
}

/// A key that was ever bound.
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
pub struct KeyRecord {
	/// The member it is of, for ever.
	pub member: MemberId,
	/// What it may do, or could do when it was revoked.
	pub permissions: Permissions,
	/// When it was bound.
	pub bound: Moment,
	/// When it was revoked.
	pub revoked: Option<Moment>,
}

/// A mandate (授权委托): who may act for whom.
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
pub struct Mandate {
	/// In whose name acts are done.
	pub principal: MemberId,
	/// Who does them.
	pub agent: MemberId,
	/// Which kinds of act.
	pub permissions: Permissions,
	/// First moment at which it is over.
	pub until: Moment,
	/// Digest of the power of attorney.
	pub document: Digest,
	/// Who gave it: the principal itself or its sponsor.
	pub given_by: MemberId,
	/// When it was given.
	pub given: Moment,
	/// When it was revoked.
	pub revoked: Option<Moment>,
}

/// Who took a decision.
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
pub enum Decider {
	/// The council.
	#[codec(index = 0)]
	Council,
	/// A member that may Adjudicate.
	#[codec(index = 1)]
	Adjudicator(MemberId),
}

/// A decision's document.
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
pub struct Document {
	/// Its number.
	pub number: Text<MAX_LABEL_BYTES>,
	/// Its digest.
	pub digest: Digest,
}

/// The appointment of a member that gives the consents which fall to another.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Administration {
	/// Who was appointed.
	pub administrator: MemberId,
	/// Who decided.
	pub decided_by: Decider,
	/// The decision.
	pub decision: Document,
	/// When.
	pub appointed: Moment,
}

/// Why another member takes over.
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
pub enum SuccessionCause {
	/// Death of a person (死亡).
	#[codec(index = 0)]
	Death,
	/// Merger (合并).
	#[codec(index = 1)]
	Merger,
	/// Division (分立).
	#[codec(index = 2)]
	Division,
	/// Dissolution (终止).
	#[codec(index = 3)]
	Dissolution,
}

/// One successor of a member (承继), by decision.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Succession {
	/// Who takes over.
	pub successor: MemberId,
	/// Why.
	pub cause: SuccessionCause,
	/// Who decided.
	pub decided_by: Decider,
	/// The decision.
	pub decision: Document,
	/// When it was recorded.
	pub recorded: Moment,
}

/// A call that waits to be dispatched as root.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Enactment {
	/// The encoded call.
	pub call: BoundedVec<u8, ConstU32<MAX_ENACTMENT_BYTES>>,
	/// From when on it can be enacted.
	pub due: Moment,
	/// Council seats that voted for it.
	pub approvals: u32,
	/// Seats in the council at that time.
	pub seats: u32,
}

/// What every member may use in one window of blocks (配额).
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
#[serde(deny_unknown_fields)]
pub struct Quota {
	/// Length of a window.
	pub window_blocks: u32,
	/// Execution time of its calls, picoseconds.
	pub ref_time: u64,
	/// Length of its transactions.
	pub bytes: u64,
}

impl Default for Quota {
	/// Half of what sixty blocks of half a second and five MiB carry.
	fn default() -> Self {
		Self { window_blocks: 60, ref_time: 15_000_000_000_000, bytes: 150 * 1024 * 1024 }
	}
}

/// What a member has used in one window.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Default,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct QuotaUse {
	/// Number of the window.
	pub window: u64,
	/// Execution time of the calls, picoseconds.
	pub ref_time: u64,
	/// Length of the transactions.
	pub bytes: u64,
}

/// What happens to the others when one item of a bulk call is refused.
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
pub enum BulkMode {
	/// All are taken or none.
	#[codec(index = 0)]
	AllOrNone,
	/// Each is taken or refused on its own, with an event.
	#[codec(index = 1)]
	EachOnItsOwn,
}

/// The libp2p peer id of a node, as the bytes of its multihash. JSON writes base 58.
#[derive(
	Clone,
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
pub struct NodeId(pub BoundedVec<u8, ConstU32<MAX_NODE_ID_BYTES>>);

impl fmt::Display for NodeId {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(&bs58::encode(self.0.as_slice()).into_string())
	}
}

impl core::str::FromStr for NodeId {
	type Err = &'static str;

	fn from_str(text: &str) -> Result<Self, Self::Err> {
		let bytes: Vec<u8> =
			bs58::decode(text).into_vec().map_err(|_| "a peer id is written in base 58")?;
		let id = BoundedVec::try_from(bytes).map(Self).map_err(|_| "too long for a peer id")?;
		crate::rules::is_peer_id(&id.0).then_some(id).ok_or("not a peer id of libp2p")
	}
}

impl Serialize for NodeId {
	fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.collect_str(self)
	}
}

impl<'de> Deserialize<'de> for NodeId {
	fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		let text = alloc::string::String::deserialize(deserializer)?;
		text.parse().map_err(serde::de::Error::custom)
	}
}

/// The member that an error is about, in the three bytes an error has room for.
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo, PalletError,
)]
pub struct MemberRef(pub [u8; 3]);

impl From<MemberId> for MemberRef {
	fn from(member: MemberId) -> Self {
		Self(ShortId::new(member.0.into()).0)
	}
}

/// The mandate that an error is about, in the three bytes an error has room for.
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo, PalletError,
)]
pub struct MandateShort(pub [u8; 3]);

impl From<MandateId> for MandateShort {
	fn from(mandate: MandateId) -> Self {
		Self(ShortId::new(mandate.0).0)
	}
}

/// The steps of a member's status: `suspend` and `reinstate` go to and fro between active and
/// suspended, `expel` ends both for good.
pub trait StatusSteps: Sized {
	/// An active member is suspended.
	fn suspended(self) -> Option<Self>;
	/// A suspended member is active again.
	fn reinstated(self) -> Option<Self>;
	/// Whoever is not out yet is out.
	fn expelled(self) -> Option<Self>;
}

impl StatusSteps for MemberStatus {
	fn suspended(self) -> Option<Self> {
		matches!(self, Self::Active).then_some(Self::Suspended)
	}

	fn reinstated(self) -> Option<Self> {
		matches!(self, Self::Suspended).then_some(Self::Active)
	}

	fn expelled(self) -> Option<Self> {
		(!matches!(self, Self::Expelled)).then_some(Self::Expelled)
	}
}
