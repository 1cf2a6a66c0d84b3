//! Where, for what, and how something may be used: territories × fields of use × acts.

use crate::{
	bounds::{MAX_FIELDS_OF_USE, MAX_TERRITORIES},
	BoundedVec, ConstU32,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// A territory (地域): a country of ISO 3166 (HK, MO and TW have codes of their own) or a Chinese
/// province of GB/T 2260. JSON writes `CN`, `HK` or `330000`.
#[derive(
	Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Territory {
	/// ISO 3166-1 alpha-2 code.
	#[codec(index = 0)]
	Country([u8; 2]),
	/// The first two digits of a GB/T 2260 code: 11 to 65.
	#[codec(index = 1)]
	Province(u8),
}

/// A set of territories.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Territories {
	/// Everywhere but these.
	#[codec(index = 0)]
	AllExcept(BoundedVec<Territory, ConstU32<MAX_TERRITORIES>>),
	/// These only.
	#[codec(index = 1)]
	Only(BoundedVec<Territory, ConstU32<MAX_TERRITORIES>>),
}

/// A set of fields of use, by IPC section, class or subclass (`G`, `G06`, `G06T`).
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum FieldsOfUse {
	/// Every field.
	#[codec(index = 0)]
	All,
	/// These only.
	#[codec(index = 1)]
	Only(BoundedVec<FieldOfUse, ConstU32<MAX_FIELDS_OF_USE>>),
}

/// One IPC symbol of one, three or four characters, padded with zeros. JSON writes `G06T`.
#[derive(
	Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct FieldOfUse(pub [u8; 4]);

/// A set of acts (Patent Law art. 11): make 1, use 2, offer 4, sell 8, import 16.
/// JSON writes `["make", "use"]` or `"all"`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Acts(pub u8);

/// A scope (范围). Two scopes overlap when all three parts intersect.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Serialize, Deserialize,
)]
#[serde(deny_unknown_fields)]
pub struct Scope {
	/// Where.
	pub territories: Territories,
	/// For what.
	pub fields: FieldsOfUse,
	/// Which acts.
	pub acts: Acts,
}
