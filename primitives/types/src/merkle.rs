//! Merkle roots over salted fields: leaves and nodes tagged apart, the number of leaves bound in.
//!
//! A node without a sibling moves up unchanged. As the count of leaves is part of the root, a proof
//! has one shape only, and no leaf can pass for a node or be counted twice.

use crate::{
	bounds::MAX_MERKLE_DEPTH,
	digest::{tagged_hash, Hash256},
	BoundedVec, ConstU32,
};
use alloc::{string::String, vec::Vec};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// Tag of a leaf.
pub const LEAF_TAG: &[u8] = b"quanqi/leaf/1";
/// Tag of an inner node.
pub const NODE_TAG: &[u8] = b"quanqi/node/1";
/// Tag of the root over count and top.
pub const ROOT_TAG: &[u8] = b"quanqi/root/1";

/// That one leaf stands at one place under a root.
#[derive(
	Clone,
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
#[serde(deny_unknown_fields)]
pub struct MerkleProof {
	/// How many leaves the root covers.
	pub leaves: u32,
	/// Place of the leaf, from zero.
	pub index: u32,
	/// Siblings from the leaf up, without the levels where the node has none.
	#[serde(with = "hex_path")]
	pub path: BoundedVec<Hash256, ConstU32<MAX_MERKLE_DEPTH>>,
}

fn leaf_hash(leaf: &[u8]) -> Hash256 {
	tagged_hash(LEAF_TAG, &[leaf])
}

fn node_hash(left: &Hash256, right: &Hash256) -> Hash256 {
	tagged_hash(NODE_TAG, &[left, right])
}

fn root_hash(leaves: u32, top: &Hash256) -> Hash256 {
	tagged_hash(ROOT_TAG, &[&leaves.to_le_bytes(), top])
}

fn next_level(level: &[Hash256]) -> Vec<Hash256> {
	level
		.chunks(2)
		.filter_map(|pair| match pair {
			[left, right] => Some(node_hash(left, right)),
			[alone] => Some(*alone),
			_ => None,
		})
		.collect()
}

/// The root over these leaves, or `None` where there is no leaf or more than 2^32 - 1.
pub fn root<L: AsRef<[u8]>>(leaves: &[L]) -> Option<Hash256> {
	let count = u32::try_from(leaves.len()).ok()?;
	let mut level: Vec<_> = leaves.iter().map(|leaf| leaf_hash(leaf.as_ref())).collect();
	while level.len() > 1 {
		level = next_level(&level);
	}
	level.first().map(|top| root_hash(count, top))
}

/// The proof of the leaf at `index`, or `None` where there is none.
pub fn proof<L: AsRef<[u8]>>(leaves: &[L], index: u32) -> Option<MerkleProof> {
	let count = u32::try_from(leaves.len()).ok()?;
	if index >= count {
		return None;
	}
	let mut level: Vec<_> = leaves.iter().map(|leaf| leaf_hash(leaf.as_ref())).collect();
	let mut place = usize::try_from(index).ok()?;
	let mut path = BoundedVec::new();
	while level.len() > 1 {
		if let Some(sibling) = level.get(place ^ 1) {
			path.try_push(*sibling).ok()?;
		}
		place /= 2;
		level = next_level(&level);
	}
	Some(MerkleProof { leaves: count, index, path })
}

/// Whether `proof` shows that `leaf` stands at its place under `root`.
pub fn verify(root: &Hash256, proof: &MerkleProof, leaf: &[u8]) -> bool {
	climb(proof, leaf).is_some_and(|found| found == *root)
}

/// The root that a proof leads to, or `None` where its shape is impossible.
fn climb(proof: &MerkleProof, leaf: &[u8]) -> Option<Hash256> {
	if proof.index >= proof.leaves {
		return None;
	}
	let (mut width, mut place) = (proof.leaves, proof.index);
	let mut path = proof.path.iter();
	let mut node = leaf_hash(leaf);
	while width > 1 {
		if place % 2 == 1 {
			node = node_hash(path.next()?, &node);
		} else if place.saturating_add(1) < width {
			node = node_hash(&node, path.next()?);
		}
		place /= 2;
		width = width.div_ceil(2);
	}
	path.next().is_none().then(|| root_hash(proof.leaves, &node))
}

/// Siblings as hexadecimal text.
mod hex_path {
	use super::*;
	use serde::{de::Error, Deserializer, Serializer};

	type Path = BoundedVec<Hash256, ConstU32<MAX_MERKLE_DEPTH>>;

	pub(super) fn serialize<S: Serializer>(path: &Path, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.collect_seq(path.iter().map(hex::encode))
	}

	pub(super) fn deserialize<'de, D: Deserializer<'de>>(
		deserializer: D,
	) -> Result<Path, D::Error> {
		let mut path = Path::new();
		for text in Vec::<String>::deserialize(deserializer)? {
			let mut hash = [0; 32];
			hex::decode_to_slice(&text, &mut hash).map_err(D::Error::custom)?;
			path.try_push(hash).map_err(|_| D::Error::custom("the path is too long"))?;
		}
		Ok(path)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	fn leaves(count: u32) -> Vec<Vec<u8>> {
		(0..count).map(|index| index.to_be_bytes().to_vec()).collect()
	}

	#[test]
	fn root_should_be_none_when_there_is_no_leaf() {
		assert_eq!(root::<Vec<u8>>(&[]), None);
	}

	#[test]
	fn root_should_bind_the_number_of_leaves() {
		let two = leaves(2);
		let top = node_hash(&leaf_hash(&two[0]), &leaf_hash(&two[1]));
		assert_eq!(root(&two), Some(root_hash(2, &top)));
		assert_ne!(root(&two), Some(root_hash(1, &top)));
	}

	#[test]
	fn root_should_differ_when_the_last_leaf_is_doubled() {
		let three = leaves(3);
		let mut four = three.clone();
		four.push(three[2].clone());
		assert_ne!(root(&three), root(&four));
	}

	#[test]
	fn verify_should_refuse_when_a_node_is_shown_as_a_leaf() {
		let four = leaves(4);
		let top = root(&four).unwrap();
		let left = [leaf_hash(&four[0]), leaf_hash(&four[1])].concat();
		let right = node_hash(&leaf_hash(&four[2]), &leaf_hash(&four[3]));
		let path = BoundedVec::try_from(vec![right]).unwrap();
		for count in [2, 4] {
			let forged = MerkleProof { leaves: count, index: 0, path: path.clone() };
			assert!(!verify(&top, &forged, &left));
		}
	}

	#[test]
	fn proof_should_round_trip_as_json() {
		let proof = proof(&leaves(5), 3).unwrap();
		let json = serde_json::to_string(&proof).unwrap();
		assert_eq!(serde_json::from_str::<MerkleProof>(&json).unwrap(), proof);
	}

	proptest! {
		#[test]
		fn verify_should_accept_exactly_the_leaf_of_the_proof(count in 1u32..40, seed in any::<u32>()) {
			let leaves = leaves(count);
			let index = seed % count;
			let top = root(&leaves).unwrap();
			let proof = proof(&leaves, index).unwrap();
			for (place, leaf) in leaves.iter().enumerate() {
				prop_assert_eq!(verify(&top, &proof, leaf), place == index as usize);
			}
		}

		#[test]
		fn verify_should_refuse_when_the_proof_is_changed(count in 2u32..40, seed in any::<u32>()) {
			let leaves = leaves(count);
			let index = seed % count;
			let top = root(&leaves).unwrap();
			let good = proof(&leaves, index).unwrap();
			let leaf = &leaves[index as usize];
			let mut longer = good.clone();
			longer.path.try_push([0; 32]).unwrap();
			prop_assert!(!verify(&top, &longer, leaf));
			let mut more = good.clone();
			more.leaves += 1;
			prop_assert!(!verify(&top, &more, leaf));
			let mut moved = good.clone();
			moved.index = (index + 1) % count;
			prop_assert!(!verify(&top, &moved, leaf));
			let mut shorter = good;
			if shorter.path.pop().is_some() {
				prop_assert!(!verify(&top, &shorter, leaf));
			}
		}
	}
}
