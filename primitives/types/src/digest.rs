//! Digests, commitments and Merkle roots, each under its own tag.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// 32 bytes of a hash.
pub type Hash256 = [u8; 32];

/// A digest of a document (摘要), with the function that made it. JSON writes `sha-256:<hex>`.
#[derive(
	Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Digest {
	/// SHA-256.
	#[codec(index = 0)]
	Sha256(Hash256),
	/// SM3 (GB/T 32905-2016).
	#[codec(index = 1)]
	Sm3(Hash256),
	/// BLAKE2b with 32 bytes.
	#[codec(index = 2)]
	Blake2b256(Hash256),
}

/// A salted commitment (承诺): says nothing until salt and value are shown. JSON writes hex.
#[derive(
	Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Commitment(pub Hash256);
