//! Identifiers with check digits: unified social credit codes, application numbers and others.

use crate::{bounds::MAX_IDENTIFIER_BYTES, ids::MemberId, BoundedVec, ConstU32};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// A unified social credit code (统一社会信用代码) whose both checks hold: the check character of
/// GB 32100-2015 and the organisation code of GB 11714 in positions 9 to 17.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, MaxEncodedLen, TypeInfo)]
pub struct CreditCode([u8; 18]);

/// A Chinese application number (申请号) without dot or prefix, check character last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, MaxEncodedLen, TypeInfo)]
pub struct ApplicationNumber([u8; 13]);

/// Which register an identifier is of.
#[derive(
	Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen,
	TypeInfo, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum IdentifierScheme {
	/// Application number (申请号). Chinese ones carry a check digit, tested when written.
	#[codec(index = 0)]
	Application,
	/// Publication number (公开号).
	#[codec(index = 1)]
	Publication,
	/// Grant publication number (授权公告号).
	#[codec(index = 2)]
	Grant,
	/// Software copyright registration (软件著作权登记号).
	#[codec(index = 3)]
	SoftwareRegistration,
	/// Integrated-circuit layout registration (布图设计登记号).
	#[codec(index = 4)]
	LayoutRegistration,
	/// Plant variety application or grant (植物新品种).
	#[codec(index = 5)]
	PlantVariety,
	/// A number that the issuing member gives, for know-how above all.
	#[codec(index = 6)]
	Internal,
}

/// A number that names an achievement in a register (标识): scheme, country, issuer and text.
///
/// Kept in canonical form (upper case, no white space, dots of Chinese application numbers removed),
/// so that equal numbers are equal bytes.
#[derive(
	Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Identifier {
	/// Which register.
	pub scheme: IdentifierScheme,
	/// ISO 3166 country code of the register.
	pub country: [u8; 2],
	/// The member that gave the number, for [`IdentifierScheme::Internal`].
	pub issuer: Option<MemberId>,
	/// The number.
	pub text: BoundedVec<u8, ConstU32<MAX_IDENTIFIER_BYTES>>,
}
