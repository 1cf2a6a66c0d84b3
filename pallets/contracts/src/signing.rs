//! What a party signs off line (C3): pure, so that a client builds the same bytes as the chain.
//!
//! Every part is bound: another chain, contract, version, signer, role, instrument, term or date makes
//! other bytes, so no signature serves twice.

use crate::types::{PartyRole, Terms};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use quanqi_types::{ContractId, Digest, Hash256, MandateId, MemberId, Moment};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// Tag of a signature of a contract.
pub const SIGNATURE_TAG: &[u8; 27] = b"quanqi/contract-signature/1";

/// What one party signs.
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
pub struct SigningPayload {
	/// Hash of the chain's first block.
	#[serde(with = "quanqi_types::digest::hex_hash")]
	pub genesis: Hash256,
	/// Which contract.
	pub contract: ContractId,
	/// Which version of it.
	pub version: u32,
	/// Who signs.
	pub signer: MemberId,
	/// As what.
	pub role: PartyRole,
	/// The mandate, when an agent signs for it.
	pub mandate: Option<MandateId>,
	/// Digest of the instrument.
	pub instrument: Digest,
	/// Hash of all terms, the effects among them ([`Terms::hash`]).
	#[serde(with = "quanqi_types::digest::hex_hash")]
	pub terms: Hash256,
	/// The first moment at which the signature is worth nothing if it was not brought.
	pub valid_until: Moment,
}

/// A signature that anyone brings.
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
pub struct OfflineSignature {
	/// Whose signature it is.
	pub signer: MemberId,
	/// The mandate, when an agent signed for it.
	pub mandate: Option<MandateId>,
	/// The ed25519 public key: an account of the signer, or of its agent, that may dispose.
	#[serde(with = "quanqi_types::digest::hex_hash")]
	pub key: [u8; 32],
	/// The first moment at which it is worth nothing.
	pub valid_until: Moment,
	/// The signature over [`SigningPayload::bytes`].
	#[serde(with = "hex_signature")]
	pub signature: [u8; 64],
}

impl SigningPayload {
	/// The payload of a party of these terms; `None` where the member is no party.
	pub fn new(
		genesis: Hash256,
		contract: ContractId,
		version: u32,
		terms: &Terms,
		signer: MemberId,
		mandate: Option<MandateId>,
		valid_until: Moment,
	) -> Option<Self> {
		Some(Self {
			genesis,
			contract,
			version,
			signer,
			role: terms.role_of(signer)?,
			mandate,
			instrument: terms.instrument,
			terms: terms.hash(),
			valid_until,
		})
	}

	/// The bytes that the key signs: the tag, then each part by its SCALE encoding.
	pub fn bytes(&self) -> Vec<u8> {
		(SIGNATURE_TAG, self).encode()
	}
}

/// A signature as hexadecimal text.
mod hex_signature {
	use alloc::string::String;
	use core::fmt::Write;
	use serde::{de::Error, Deserialize, Deserializer, Serializer};

	pub(super) fn serialize<S: Serializer>(
		signature: &[u8; 64],
		serializer: S,
	) -> Result<S::Ok, S::Error> {
		let mut text = String::new();
		for byte in signature {
			// Writing to a string does not fail.
			let _ = write!(text, "{byte:02x}");
		}
		serializer.serialize_str(&text)
	}

	pub(super) fn deserialize<'de, D: Deserializer<'de>>(
		deserializer: D,
	) -> Result<[u8; 64], D::Error> {
		let text = String::deserialize(deserializer)?;
		let digits: Option<alloc::vec::Vec<u8>> = text
			.chars()
			.map(|digit| digit.to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
			.collect();
		let digits = digits.filter(|digits| digits.len() == 128);
		let digits = digits.ok_or_else(|| D::Error::custom("a signature is 128 hex digits"))?;
		let mut signature = [0; 64];
		for (byte, pair) in signature.iter_mut().zip(digits.chunks(2)) {
			*byte = pair.iter().fold(0u8, |byte, digit| byte.wrapping_mul(16) | digit);
		}
		Ok(signature)
	}
}
