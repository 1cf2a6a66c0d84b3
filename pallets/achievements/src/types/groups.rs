//! Families of one invention, and bundles sold together.

use super::Label;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use quanqi_types::{bounds::MAX_BULK_RECORDS, AchievementId, BoundedVec, ConstU32, MemberId};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// Records of one invention in several jurisdictions (专利族). Numbers are given once.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Default,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(transparent)]
pub struct FamilyId(pub u32);

/// Records that are sold together (成果包). Numbers are given once.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Default,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(transparent)]
pub struct BundleId(pub u32);

/// Records sold together.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo, Serialize, Deserialize,
)]
pub struct Bundle {
	/// Who made it.
	pub maker: MemberId,
	/// What it is called.
	pub label: Label,
	/// Its records, ascending.
	pub achievements: BoundedVec<AchievementId, ConstU32<MAX_BULK_RECORDS>>,
}
