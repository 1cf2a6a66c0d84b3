//! Digests, commitments and tagged hashes, each under its own tag.

use alloc::string::String;
use blake2::{digest::consts::U32, Blake2b, Digest as _};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::{fmt, str::FromStr};
use scale_info::TypeInfo;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// 32 bytes of a hash.
pub type Hash256 = [u8; 32];

/// Tag of a salted commitment.
pub const COMMITMENT_TAG: &[u8] = b"quanqi/commitment/1";

/// BLAKE2b with 32 bytes over `tag` and then the parts, in order.
///
/// The parts follow each other without lengths: let at most one of them vary in length.
pub fn tagged_hash(tag: &[u8], parts: &[&[u8]]) -> Hash256 {
	let mut hasher = Blake2b::<U32>::new();
	hasher.update(tag);
	for part in parts {
		hasher.update(part);
	}
	hasher.finalize().into()
}

/// A digest of a document (摘要), with the function that made it. JSON writes `sha-256:<hex>`.
#[derive(
	Clone,
	Copy,
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
	Clone,
	Copy,
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
pub struct Commitment(pub Hash256);

/// Why a text is no digest or hash.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DigestError {
	/// The part before the colon names no known hash function.
	UnknownFunction,
	/// Not 64 hexadecimal digits.
	WrongHex,
}

impl fmt::Display for DigestError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(match self {
			Self::UnknownFunction => "a digest begins with `sha-256:`, `sm3:` or `blake2b-256:`",
			Self::WrongHex => "a hash is 64 hexadecimal digits",
		})
	}
}

impl core::error::Error for DigestError {}

fn parse_hash(text: &str) -> Result<Hash256, DigestError> {
	let mut hash = [0; 32];
	hex::decode_to_slice(text, &mut hash).map_err(|_| DigestError::WrongHex)?;
	Ok(hash)
}

impl Digest {
	/// Name of the hash function, as it stands in the text form.
	pub fn function(&self) -> &'static str {
		match self {
			Self::Sha256(_) => "sha-256",
			Self::Sm3(_) => "sm3",
			Self::Blake2b256(_) => "blake2b-256",
		}
	}

	/// The hash itself.
	pub fn hash(&self) -> &Hash256 {
		match self {
			Self::Sha256(hash) | Self::Sm3(hash) | Self::Blake2b256(hash) => hash,
		}
	}
}

impl fmt::Display for Digest {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "{}:{}", self.function(), hex::encode(self.hash()))
	}
}

impl FromStr for Digest {
	type Err = DigestError;

	fn from_str(text: &str) -> Result<Self, DigestError> {
		let (function, hash) = text.split_once(':').ok_or(DigestError::UnknownFunction)?;
		let tagged = match function {
			"sha-256" => Self::Sha256,
			"sm3" => Self::Sm3,
			"blake2b-256" => Self::Blake2b256,
			_ => return Err(DigestError::UnknownFunction),
		};
		parse_hash(hash).map(tagged)
	}
}

impl Commitment {
	/// Commits to `value` under `salt`, which must be fresh random bytes.
	pub fn new(salt: [u8; 32], value: &[u8]) -> Self {
		Self(tagged_hash(COMMITMENT_TAG, &[&salt, value]))
	}

	/// Whether this commitment was made of `salt` and `value`.
	pub fn opens(&self, salt: [u8; 32], value: &[u8]) -> bool {
		Self::new(salt, value) == *self
	}
}

impl fmt::Display for Commitment {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(&hex::encode(self.0))
	}
}

impl FromStr for Commitment {
	type Err = DigestError;

	fn from_str(text: &str) -> Result<Self, DigestError> {
		parse_hash(text).map(Self)
	}
}

crate::serde_as_text!(Digest);
crate::serde_as_text!(Commitment);

/// A [`Hash256`] as hexadecimal text: `#[serde(with = "quanqi_types::digest::hex_hash")]`.
pub mod hex_hash {
	use super::*;

	/// Writes 64 hexadecimal digits.
	pub fn serialize<S: Serializer>(hash: &Hash256, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.serialize_str(&hex::encode(hash))
	}

	/// Reads 64 hexadecimal digits.
	pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Hash256, D::Error> {
		let text = String::deserialize(deserializer)?;
		parse_hash(&text).map_err(serde::de::Error::custom)
	}
}

/// An optional [`Hash256`] as hexadecimal text or null, for `#[serde(default, with = …)]`.
pub mod hex_hash_option {
	use super::*;

	/// Writes 64 hexadecimal digits, or null.
	pub fn serialize<S: Serializer>(
		hash: &Option<Hash256>,
		serializer: S,
	) -> Result<S::Ok, S::Error> {
		hash.map(hex::encode).serialize(serializer)
	}

	/// Reads 64 hexadecimal digits, or null.
	pub fn deserialize<'de, D: Deserializer<'de>>(
		deserializer: D,
	) -> Result<Option<Hash256>, D::Error> {
		Option::<String>::deserialize(deserializer)?
			.map(|text| parse_hash(&text).map_err(serde::de::Error::custom))
			.transpose()
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn hash(text: &str) -> Hash256 {
		parse_hash(text).unwrap()
	}

	#[test]
	fn tagged_hash_should_be_plain_blake2b_256_when_the_tag_is_empty() {
		// BLAKE2b-256 of "abc", from the reference implementation.
		let expected = hash("bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
		assert_eq!(tagged_hash(b"", &[b"abc"]), expected);
		assert_eq!(tagged_hash(b"a", &[b"b", b"c"]), expected);
	}

	#[test]
	fn commitment_should_open_only_with_its_salt_and_value() {
		let commitment = Commitment::new([7; 32], b"value");
		assert!(commitment.opens([7; 32], b"value"));
		assert!(!commitment.opens([8; 32], b"value"));
		assert!(!commitment.opens([7; 32], b"other"));
	}

	#[test]
	fn digest_text_should_round_trip_for_every_function() {
		for digest in [Digest::Sha256([1; 32]), Digest::Sm3([2; 32]), Digest::Blake2b256([3; 32])] {
			assert_eq!(digest.to_string().parse(), Ok(digest));
			let json = serde_json::to_string(&digest).unwrap();
			assert_eq!(serde_json::from_str::<Digest>(&json).unwrap(), digest);
		}
		assert!(Digest::Sm3([2; 32]).to_string().starts_with("sm3:0202"));
	}

	#[test]
	fn digest_text_should_be_refused_when_function_or_hex_is_wrong() {
		let zeros = "0".repeat(64);
		assert_eq!(format!("md5:{zeros}").parse::<Digest>(), Err(DigestError::UnknownFunction));
		assert_eq!(zeros.parse::<Digest>(), Err(DigestError::UnknownFunction));
		assert_eq!("sm3:00".parse::<Digest>(), Err(DigestError::WrongHex));
	}

	#[test]
	fn digest_bytes_should_be_the_golden_ones() {
		let mut golden = vec![1u8];
		golden.extend([9; 32]);
		assert_eq!(Digest::Sm3([9; 32]).encode(), golden);
		assert_eq!(Digest::max_encoded_len(), 33);
	}

	#[test]
	fn hex_hash_option_should_read_null_as_none() {
		#[derive(Serialize, Deserialize, PartialEq, Debug)]
		struct Holder {
			#[serde(default, with = "hex_hash_option")]
			hash: Option<Hash256>,
			#[serde(with = "hex_hash")]
			other: Hash256,
		}
		for hash in [None, Some([5; 32])] {
			let holder = Holder { hash, other: [6; 32] };
			let json = serde_json::to_string(&holder).unwrap();
			assert_eq!(serde_json::from_str::<Holder>(&json).unwrap(), holder);
		}
	}
}
