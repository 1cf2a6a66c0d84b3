//! Proofs of the state (状态证明): values read from nodes of the state tree, each node reached by its
//! hash from the root.
//!
//! Only layout 1 of the tree is read (`system_version` 1): values longer than 32 bytes stand under their
//! hash. The walk needs no recursion: every step takes at least one nibble of the key.

use alloc::collections::BTreeMap;
use codec::{Compact, Decode};
use quanqi_types::{digest::tagged_hash, Hash256};
use serde::{Deserialize, Serialize};

/// Longest value that stands in a node itself.
const MAX_INLINE_VALUE_BYTES: usize = 32;
/// Most nibbles of one node: longer than any key, so that sums stay small.
const MAX_NIBBLES: usize = 1_024;

/// Why a proof does not show a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StateError {
	/// The nodes are not in ascending order, or one is there twice.
	OutOfOrder,
	/// A node on the way is not in the proof, or the proof is of another root.
	MissingNode,
	/// A node is not well formed.
	MalformedNode,
	/// The state has no such value.
	Absent,
	/// A node is not needed.
	UnusedNode,
}

/// Nodes of a state tree, under one root.
pub struct StateProof<'a> {
	root: Hash256,
	/// By hash: the bytes, and whether a value needed them.
	nodes: BTreeMap<Hash256, (&'a [u8], bool)>,
}

/// Where a node points.
enum Link<'a> {
	Hash(Hash256),
	Inline(&'a [u8]),
}

/// What a step through a node finds.
enum Step<'a> {
	/// The key ends here.
	Value(Link<'a>),
	/// It goes on below, behind this many nibbles.
	Child(Link<'a>, usize),
	/// The tree has no such key.
	Absent,
}

impl<'a> StateProof<'a> {
	/// A proof from its nodes, which stand in ascending order.
	pub fn new(
		root: Hash256,
		nodes: impl Iterator<Item = &'a [u8]> + Clone,
	) -> Result<Self, StateError> {
		if !crate::finality::is_ascending(nodes.clone()) {
			return Err(StateError::OutOfOrder);
		}
		let nodes = nodes.map(|node| (tagged_hash(b"", &[node]), (node, false))).collect();
		Ok(Self { root, nodes })
	}

	/// The value under a key. Fails where the state has none: absence is no value.
	pub fn value(&mut self, key: &[u8]) -> Result<&'a [u8], StateError> {
		let mut place = 0usize;
		let mut node = self.node(&self.root.clone())?;
		loop {
			match step(node, key, place)? {
				Step::Absent => return Err(StateError::Absent),
				Step::Value(Link::Inline(value)) => return Ok(value),
				Step::Value(Link::Hash(hash)) => return self.node(&hash),
				Step::Child(link, taken) => {
					place = place.saturating_add(taken);
					node = match link {
						Link::Hash(hash) => self.node(&hash)?,
						Link::Inline(bytes) => bytes,
					};
				}
			}
		}
	}

	/// Whether every node was needed.
	pub fn check_all_used(&self) -> Result<(), StateError> {
		if self.nodes.values().all(|(_, is_used)| *is_used) {
			Ok(())
		} else {
			Err(StateError::UnusedNode)
		}
	}

	fn node(&mut self, hash: &Hash256) -> Result<&'a [u8], StateError> {
		let (bytes, is_used) = self.nodes.get_mut(hash).ok_or(StateError::MissingNode)?;
		*is_used = true;
		Ok(bytes)
	}
}

/// The nibble of a key at a place.
fn nibble(key: &[u8], place: usize) -> Option<u8> {
	let byte = key.get(place / 2)?;
	Some(if place.is_multiple_of(2) { byte >> 4 } else { byte & 0x0f })
}

/// One step through a node, from a place in the key.
fn step<'a>(node: &'a [u8], key: &[u8], place: usize) -> Result<Step<'a>, StateError> {
	let mut reader = Reader(node);
	let kind = reader.kind()?;
	let Some((kind, nibbles)) = kind else {
		return if reader.0.is_empty() { Ok(Step::Absent) } else { Err(StateError::MalformedNode) };
	};
	let is_on_path = reader.partial_key_matches(nibbles, key, place)?;
	let bitmap = if kind.is_branch { reader.bitmap()? } else { 0 };
	let value = match kind.value {
		ValueKind::None => None,
		ValueKind::Inline => Some(Link::Inline(reader.inline_value()?)),
		ValueKind::Hashed => Some(Link::Hash(reader.hash()?)),
	};
	let place = place.saturating_add(nibbles);
	let wanted = nibble(key, place);
	let mut child = None;
	for index in 0..16u8 {
		if bitmap & (1 << index) != 0 {
			let link = reader.child()?;
			if wanted == Some(index) {
				child = Some(link);
			}
		}
	}
	if !reader.0.is_empty() {
		return Err(StateError::MalformedNode);
	}
	if !is_on_path {
		return Ok(Step::Absent);
	}
	Ok(match (wanted, value, child) {
		(None, Some(value), _) => Step::Value(value),
		(Some(_), _, Some(child)) => Step::Child(child, nibbles.saturating_add(1)),
		_ => Step::Absent,
	})
}

#[derive(Clone, Copy)]
enum ValueKind {
	None,
	Inline,
	Hashed,
}

#[derive(Clone, Copy)]
struct Kind {
	is_branch: bool,
	value: ValueKind,
}

/// What of a node is still to be read.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
	fn take(&mut self, count: usize) -> Result<&'a [u8], StateError> {
		let (taken, rest) = self.0.split_at_checked(count).ok_or(StateError::MalformedNode)?;
		self.0 = rest;
		Ok(taken)
	}

	fn byte(&mut self) -> Result<u8, StateError> {
		let (byte, rest) = self.0.split_first().ok_or(StateError::MalformedNode)?;
		self.0 = rest;
		Ok(*byte)
	}

	/// What kind of node, and how many nibbles its part of the key has; `None` for the empty tree.
	fn kind(&mut self) -> Result<Option<(Kind, usize)>, StateError> {
		let first = self.byte()?;
		// The kind is a prefix of two to four bits; the rest of the byte begins the number.
		let (kind, number_mask) = match first >> 6 {
			0b01 => (Kind { is_branch: false, value: ValueKind::Inline }, 0b0011_1111),
			0b10 => (Kind { is_branch: true, value: ValueKind::None }, 0b0011_1111),
			0b11 => (Kind { is_branch: true, value: ValueKind::Inline }, 0b0011_1111),
			_ if first >> 5 == 0b001 => {
				(Kind { is_branch: false, value: ValueKind::Hashed }, 0b0001_1111)
			}
			_ if first >> 4 == 0b0001 => {
				(Kind { is_branch: true, value: ValueKind::Hashed }, 0b0000_1111)
			}
			_ if first == 0 => return Ok(None),
			_ => return Err(StateError::MalformedNode),
		};
		Ok(Some((kind, self.number(first & number_mask, number_mask)?)))
	}

	/// A number that overflows its first byte into as many as it needs.
	fn number(&mut self, first: u8, full: u8) -> Result<usize, StateError> {
		let mut number = usize::from(first);
		if first < full {
			return Ok(number);
		}
		loop {
			let byte = self.byte()?;
			number = number.saturating_add(usize::from(byte));
			if number > MAX_NIBBLES {
				return Err(StateError::MalformedNode);
			}
			if byte < u8::MAX {
				return Ok(number);
			}
		}
	}

	/// Reads the node's part of the key, and says whether the key goes along it.
	fn partial_key_matches(
		&mut self,
		nibbles: usize,
		key: &[u8],
		place: usize,
	) -> Result<bool, StateError> {
		let partial = self.take(nibbles.div_ceil(2))?;
		// An odd part is padded in front.
		let padding = nibbles % 2;
		if padding == 1 && nibble(partial, 0) != Some(0) {
			return Err(StateError::MalformedNode);
		}
		Ok((0..nibbles).all(|offset| {
			let own = nibble(partial, padding.saturating_add(offset));
			own == nibble(key, place.saturating_add(offset))
		}))
	}

	fn bitmap(&mut self) -> Result<u16, StateError> {
		let bytes = self.take(2)?.try_into().map_err(|_| StateError::MalformedNode)?;
		match u16::from_le_bytes(bytes) {
			0 => Err(StateError::MalformedNode),
			bitmap => Ok(bitmap),
		}
	}

	fn hash(&mut self) -> Result<Hash256, StateError> {
		self.take(32)?.try_into().map_err(|_| StateError::MalformedNode)
	}

	fn sized(&mut self) -> Result<&'a [u8], StateError> {
		let Compact(size) =
			Compact::<u32>::decode(&mut self.0).map_err(|_| StateError::MalformedNode)?;
		self.take(usize::try_from(size).map_err(|_| StateError::MalformedNode)?)
	}

	fn inline_value(&mut self) -> Result<&'a [u8], StateError> {
		let value = self.sized()?;
		if value.len() > MAX_INLINE_VALUE_BYTES {
			return Err(StateError::MalformedNode);
		}
		Ok(value)
	}

	/// A child: by its hash, or itself where it is shorter than a hash.
	fn child(&mut self) -> Result<Link<'a>, StateError> {
		let bytes = self.sized()?;
		match Hash256::try_from(bytes) {
			Ok(hash) => Ok(Link::Hash(hash)),
			Err(_) if bytes.len() < 32 => Ok(Link::Inline(bytes)),
			Err(_) => Err(StateError::MalformedNode),
		}
	}
}
