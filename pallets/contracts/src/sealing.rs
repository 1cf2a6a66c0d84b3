//! Sealed terms (密封条款, C11): a Merkle root over salted, named fields. Pure: a client seals and opens,
//! and anyone who has the root verifies an opening.

use crate::types::Seal;
use alloc::{string::String, vec::Vec};
use codec::{Decode, Encode};
use quanqi_types::{
	digest::hex_hash,
	merkle::{self, MerkleProof},
	Hash256,
};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// One field: its name, its own random salt, and its value.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SealedField {
	/// What the field is called, such as `price` or `instalment-2`.
	pub name: String,
	/// 32 fresh random bytes.
	#[serde(with = "hex_hash")]
	pub salt: Hash256,
	/// What it says.
	pub value: String,
}

/// A field, and the proof that it stands under a root.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
	/// The field.
	pub field: SealedField,
	/// Its place under the root.
	pub proof: MerkleProof,
}

/// Why fields cannot be sealed or opened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SealError {
	/// There is no field, or there are too many.
	WrongNumber,
	/// Two fields have the same name, so an opening could show either.
	RepeatedName,
	/// Two fields have the same salt: opening one would help to guess the other.
	RepeatedSalt,
	/// No field has this name.
	UnknownName,
}

impl core::fmt::Display for SealError {
	fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
		f.write_str(match self {
			Self::WrongNumber => "there is no field, or there are too many",
			Self::RepeatedName => "two fields have the same name",
			Self::RepeatedSalt => "two fields have the same salt",
			Self::UnknownName => "no field has this name",
		})
	}
}

impl core::error::Error for SealError {}

impl SealedField {
	/// The bytes of its leaf: each part with its length, so that no two fields share them.
	pub fn leaf(&self) -> Vec<u8> {
		self.encode()
	}
}

fn check(fields: &[SealedField]) -> Result<(), SealError> {
	let mut rest = fields.iter();
	while let Some(field) = rest.next() {
		if rest.clone().any(|other| other.name == field.name) {
			return Err(SealError::RepeatedName);
		}
		if rest.clone().any(|other| other.salt == field.salt) {
			return Err(SealError::RepeatedSalt);
		}
	}
	Ok(())
}

/// Seals fields, in their order.
pub fn seal(fields: &[SealedField]) -> Result<Seal, SealError> {
	check(fields)?;
	let leaves: Vec<_> = fields.iter().map(SealedField::leaf).collect();
	let root = merkle::root(&leaves).ok_or(SealError::WrongNumber)?;
	let fields = u32::try_from(leaves.len()).map_err(|_| SealError::WrongNumber)?;
	Ok(Seal { root, fields })
}

/// Opens the field of this name: what its holder shows to whom it chooses.
pub fn open(fields: &[SealedField], name: &str) -> Result<Opening, SealError> {
	check(fields)?;
	let place = fields.iter().position(|field| field.name == name);
	let place = place.ok_or(SealError::UnknownName)?;
	let leaves: Vec<_> = fields.iter().map(SealedField::leaf).collect();
	let index = u32::try_from(place).map_err(|_| SealError::WrongNumber)?;
	let proof = merkle::proof(&leaves, index).ok_or(SealError::WrongNumber)?;
	let field = fields.get(place).cloned().ok_or(SealError::UnknownName)?;
	Ok(Opening { field, proof })
}

/// Whether an opening shows a field of this seal.
pub fn verify_opening(seal: &Seal, opening: &Opening) -> bool {
	seal.shows(&opening.proof, &opening.field.leaf())
}
