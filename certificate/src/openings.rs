//! Openings (开启): what a commitment on the ledger commits to, shown to who holds the certificate.

use crate::{
	bounds::{MAX_FIELD_NAME_BYTES, MAX_OPENED_BYTES},
	bytes::Bytes,
};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use quanqi_types::{
	bounds::MAX_MERKLE_DEPTH, digest::hex_hash, merkle::MerkleProof, BoundedVec, ConstU32,
	ContractId, Hash256, MemberId, Text,
};
use serde::{Deserialize, Serialize};

/// Which commitment is opened. In the order in which a certificate carries them.
#[derive(
	Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Sealed {
	/// The identity of a natural person, a member whose record is proved.
	#[codec(index = 0)]
	Person(MemberId),
	/// The name of an achievement that was not published.
	#[codec(index = 1)]
	AchievementTitle,
	/// The amount that a pledge secures, by the number of the entry that made the pledge.
	#[codec(index = 2)]
	SecuredAmount(u32),
	/// A field of sealed terms, of a version of a contract that is proved.
	#[codec(index = 3)]
	ContractField {
		/// Which contract.
		contract: ContractId,
		/// Which version of it.
		version: u32,
		/// The field's place under the seal, from 0.
		place: u32,
	},
}

/// A node of a Merkle tree, beside the way up from a field.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, Serialize, Deserialize)]
pub struct Sibling(#[serde(with = "hex_hash")] pub Hash256);

/// What a field of sealed terms has beside its salt and value.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
	/// What it is called, such as `price`.
	pub name: Text<MAX_FIELD_NAME_BYTES>,
	/// Siblings from the field up to the seal's root, as `quanqi contract open` writes them.
	pub path: BoundedVec<Sibling, ConstU32<MAX_MERKLE_DEPTH>>,
}

/// A commitment, or a field of sealed terms, opened.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
	/// Which one.
	pub of: Sealed,
	/// Its salt.
	#[serde(with = "hex_hash")]
	pub salt: [u8; 32],
	/// What it commits to.
	pub value: Bytes<MAX_OPENED_BYTES>,
	/// Name and way to the root, of a field of sealed terms and of nothing else.
	#[serde(default, skip_serializing_if = "Option::is_none")]
	pub field: Option<Field>,
}

impl Opening {
	/// A commitment, opened; `None` where the value is longer than its bound.
	pub fn commitment(of: Sealed, salt: [u8; 32], value: &[u8]) -> Option<Self> {
		Some(Self { of, salt, value: Bytes::new(value.to_vec())?, field: None })
	}

	/// A field of the sealed terms of a version of a contract, from what `quanqi contract open` writes;
	/// `None` where name or value is beyond its bound.
	pub fn contract_field(
		(contract, version): (ContractId, u32),
		proof: &MerkleProof,
		name: &str,
		salt: [u8; 32],
		value: &str,
	) -> Option<Self> {
		let path: Vec<_> = proof.path.iter().copied().map(Sibling).collect();
		Some(Self {
			of: Sealed::ContractField { contract, version, place: proof.index },
			salt,
			value: Bytes::new(value.as_bytes().to_vec())?,
			field: Some(Field {
				name: Text::new(name).ok()?,
				path: BoundedVec::try_from(path).ok()?,
			}),
		})
	}

	/// The value as text, where it is text.
	pub fn text(&self) -> Option<&str> {
		core::str::from_utf8(&self.value).ok()
	}
}

impl Field {
	/// The leaf of a field with this salt and value: each part with its length, so that no two fields
	/// share it.
	pub(crate) fn leaf(&self, salt: &[u8; 32], value: &[u8]) -> Vec<u8> {
		(&self.name, salt, value).encode()
	}
}

/// Why an opening opens nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OpeningError {
	/// The openings are not in ascending order, or one is there twice.
	OutOfOrder,
	/// The record or the pledge is not proved by this certificate.
	NotProved,
	/// It is open already: there is no commitment.
	NotSealed,
	/// A field without name and path, a commitment with them, or a field that is not text.
	Malformed,
	/// Salt and value are not those of the commitment.
	WrongOpening,
}
