//! Shares (份额): parts per million that always sum to the whole.

use crate::{bounds::MAX_SHARE_LINES, ids::MemberId, BoundedVec, ConstU32};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, Error as CodecError, Input, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// Parts per million.
pub type Ppm = u32;

/// The whole, in parts per million.
pub const WHOLE_PPM: Ppm = 1_000_000;

/// How the parts were fixed.
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
	Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum ShareBasis {
	/// The holders agreed on these parts.
	#[codec(index = 0)]
	Agreed,
	/// Nobody printed any parts; the law deems them equal.
	#[codec(index = 1)]
	DeemedEqual,
}

/// One holder's part.
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
	Serialize, Deserialize,
)]
#[serde(deny_unknown_fields)]
pub struct ShareLine {
	/// Who holds the part.
	pub member: MemberId,
	/// The part, in parts per million of the whole, above zero.
	pub ppm: Ppm,
}

/// Why lines are no shares.
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
	Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum SharesError {
	/// No holder at all.
	#[codec(index = 0)]
	Empty,
	/// More holders than the bound.
	#[codec(index = 1)]
	TooManyHolders,
	/// A part of zero.
	#[codec(index = 2)]
	ZeroPart,
	/// A holder named twice.
	#[codec(index = 3)]
	RepeatedHolder,
	/// The parts do not sum to 1 000 000 ppm.
	#[codec(index = 4)]
	WrongSum,
	/// A holder gives more than it has, or has none.
	#[codec(index = 5)]
	NotEnough,
}

/// Member → part, ordered by member; each above zero, the sum exactly 1 000 000 ppm.
#[derive(Clone, PartialEq, Eq, Debug, Encode, MaxEncodedLen, TypeInfo, Serialize)]
pub struct Shares {
	lines: BoundedVec<ShareLine, ConstU32<MAX_SHARE_LINES>>,
	basis: ShareBasis,
}
