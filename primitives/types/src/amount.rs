//! Money as attested, never as held.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// An ISO 4217 currency code (货币): three upper-case letters.
#[derive(
	Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Currency(pub [u8; 3]);

/// An amount (金额) in minor units of one currency: fen (分) for CNY.
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
	Serialize, Deserialize,
)]
#[serde(deny_unknown_fields)]
pub struct Amount {
	/// Minor units.
	pub minor: u128,
	/// Which currency.
	pub currency: Currency,
}
