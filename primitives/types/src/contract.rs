//! What everyone who reads a technology contract (技术合同) must know of it: where it stands, what kind it
//! is, who signs it as what, and the seal over what it does not show.

use crate::{
	digest::{hex_hash, Hash256},
	ids::MemberId,
	merkle::{self, MerkleProof},
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// What every value here derives.
macro_rules! values {
	($($item:item)*) => { $(
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
		$item
	)* };
}

values! {
	/// Where a contract stands (合同状态).
	#[serde(rename_all = "kebab-case")]
	pub enum ContractState {
		/// Not signed by every party yet (起草).
		#[codec(index = 0)]
		Draft,
		/// Signed by every party and binding (签订).
		#[codec(index = 1)]
		Signed,
		/// Performance has begun: a payment or evidence is recorded (履行).
		#[codec(index = 2)]
		Performing,
		/// Performed (履行完毕).
		#[codec(index = 3)]
		Performed,
		/// Ended for the future (终止).
		#[codec(index = 4)]
		Terminated,
		/// Undone from the beginning (解除).
		#[codec(index = 5)]
		Rescinded,
	}

	/// What kind of technology contract (技术合同).
	#[serde(rename_all = "kebab-case")]
	pub enum ContractKind {
		/// Development (技术开发): future achievements may be assigned.
		#[codec(index = 0)]
		Development,
		/// Transfer (技术转让): shares move, also part of one.
		#[codec(index = 1)]
		Transfer,
		/// Licence (技术许可): use rights are granted.
		#[codec(index = 2)]
		Licence,
		/// Consulting (技术咨询): no right moves.
		#[codec(index = 3)]
		Consulting,
		/// Service (技术服务): no right moves.
		#[codec(index = 4)]
		Service,
	}

	/// As what a member signs (C1).
	#[serde(rename_all = "kebab-case")]
	pub enum PartyRole {
		/// Who gives the technology (卖方): transferor, licensor, developer, consultant.
		#[codec(index = 0)]
		Seller,
		/// Who takes and pays (买方).
		#[codec(index = 1)]
		Buyer,
		/// Who brought them together (中介方).
		#[codec(index = 2)]
		Broker,
		/// Who only agrees: a co-owner, pre-emption holder, pledgee or holder of a right in the way (T8).
		#[codec(index = 3)]
		Consenter,
		/// Any other party: a company that takes an equity contribution, a guarantor.
		#[codec(index = 4)]
		Other,
	}

	/// A party (当事人).
	#[serde(deny_unknown_fields)]
	pub struct Party {
		/// Who.
		pub member: MemberId,
		/// As what.
		pub role: PartyRole,
	}

	/// The root over the salted fields of a sealed contract (C11).
	#[serde(deny_unknown_fields)]
	pub struct Seal {
		/// The Merkle root.
		#[serde(with = "hex_hash")]
		pub root: Hash256,
		/// How many fields it covers.
		pub fields: u32,
	}
}

impl ContractState {
	/// Whether the contract binds and is not over.
	pub fn is_in_force(self) -> bool {
		matches!(self, Self::Signed | Self::Performing)
	}
}

impl Seal {
	/// Whether a leaf stands at this place under the seal.
	pub fn shows(&self, proof: &MerkleProof, leaf: &[u8]) -> bool {
		proof.leaves == self.fields && merkle::verify(&self.root, proof, leaf)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use codec::Encode;

	#[test]
	fn seal_should_show_a_leaf_only_of_as_many_fields_as_it_covers() {
		let leaves = [b"price".to_vec(), b"term".to_vec(), b"people".to_vec()];
		let root = merkle::root(&leaves).unwrap();
		let proof = merkle::proof(&leaves, 1).unwrap();
		assert!(Seal { root, fields: 3 }.shows(&proof, b"term"));
		assert!(!Seal { root, fields: 3 }.shows(&proof, b"price"));
		assert!(!Seal { root, fields: 4 }.shows(&proof, b"term"));
		assert!(!Seal { root: [0; 32], fields: 3 }.shows(&proof, b"term"));
	}

	/// These numbers are on the chain and in certificates.
	#[test]
	fn encodings_should_be_those_that_are_written_for_ever() {
		use ContractKind::*;
		use ContractState::*;
		use PartyRole::*;
		let states = [Draft, Signed, Performing, Performed, Terminated, Rescinded];
		assert_eq!(states.encode(), [0, 1, 2, 3, 4, 5]);
		let kinds = [Development, Transfer, Licence, Consulting, Service];
		assert_eq!(kinds.encode(), [0, 1, 2, 3, 4]);
		let roles = [Seller, Buyer, Broker, Consenter, Other];
		assert_eq!(roles.encode(), [0, 1, 2, 3, 4]);
	}

	#[test]
	fn state_should_be_in_force_only_between_signing_and_the_end() {
		use ContractState::*;
		let in_force = |state: &ContractState| state.is_in_force();
		assert!([Signed, Performing].iter().all(in_force));
		assert!(![Draft, Performed, Terminated, Rescinded].iter().any(in_force));
	}
}
