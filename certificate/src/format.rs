//! The file (`.qcert`): a mark, the version of the format, and the certificate in canonical SCALE.

use crate::{
	bounds::{
		MAX_CERTIFICATE_BYTES, MAX_CONTRACTS, MAX_DEPTH, MAX_HANDOVERS, MAX_HISTORY, MAX_MEMBERS,
		MAX_OPENINGS, MAX_PROOF_NODES, MAX_PROOF_NODE_BYTES,
	},
	bytes::Bytes,
	contracts::ContractVersion,
	error::Error,
	finality::Justification,
	header::Header,
	keys::Item,
	openings::Opening,
};
use alloc::vec::Vec;
use codec::{Decode, DecodeLimit, Encode};
use quanqi_types::{
	bounds::MAX_ENTRY_BYTES, digest::hex_hash, AchievementId, BoundedVec, ConstU32, Hash256,
	MemberId,
};
use serde::{Deserialize, Serialize};

/// What every certificate begins with.
pub const MARK: [u8; 5] = *b"QCERT";
/// The version of the format that follows the mark.
pub const FORMAT_VERSION: u8 = 1;

/// A list of at most `N`.
type List<T, const N: u32> = BoundedVec<T, ConstU32<N>>;

/// A provenance certificate (权属证明文件), format 1. It is worth nothing before it is verified.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Certificate {
	/// The chain.
	#[serde(with = "hex_hash")]
	pub genesis_hash: Hash256,
	/// The achievement.
	pub achievement: AchievementId,
	/// The authority set that justifies the first handover, or the anchor where there is none.
	pub first_set: u64,
	/// Every change of authorities from there to the anchor's, in order.
	pub handover: List<Finalised, MAX_HANDOVERS>,
	/// The block whose state is proved.
	pub anchor: Finalised,
	/// What is proved.
	pub content: Content,
	/// Nodes of the state tree, in ascending order.
	pub state: List<Bytes<MAX_PROOF_NODE_BYTES>, MAX_PROOF_NODES>,
	/// Commitments shown, in order.
	pub openings: List<Opening, MAX_OPENINGS>,
}

/// A header, and the justification that its block is final.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Finalised {
	/// The header.
	pub header: Header,
	/// The justification.
	pub justification: Justification,
}

/// The two forms.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Content {
	/// Every step that led to the title: proves the head, the record, and the members and contracts
	/// listed.
	#[codec(index = 0)]
	Provenance {
		/// Members whose records are proved, in ascending order.
		members: List<MemberId, MAX_MEMBERS>,
		/// Contracts that are proved with the terms of a version, in ascending order: their sealed terms
		/// can be opened.
		#[serde(default)]
		contracts: List<ContractVersion, MAX_CONTRACTS>,
		/// Every entry, from 0, as it stands on the chain.
		history: List<Bytes<MAX_ENTRY_BYTES>, MAX_HISTORY>,
	},
	/// Who holds what: proves the head and the title.
	#[codec(index = 1)]
	Short,
}

impl Content {
	/// What the state proof has to show for it, and nothing besides. An item may be there twice.
	pub fn items(&self, achievement: AchievementId) -> Vec<Item> {
		let mut items = [Item::RuntimeVersion, Item::Head(achievement)].to_vec();
		match self {
			Self::Short => items.push(Item::Title(achievement)),
			Self::Provenance { members, contracts, .. } => {
				items.push(Item::Record(achievement));
				items.extend(members.iter().copied().map(Item::Member));
				items.extend(contracts.iter().flat_map(|of| {
					[Item::Contract(of.contract), Item::Terms(of.contract, of.version)]
				}));
			}
		}
		items
	}
}

impl Certificate {
	/// The file.
	pub fn to_bytes(&self) -> Vec<u8> {
		(MARK, FORMAT_VERSION, self).encode()
	}

	/// Reads a file: size, mark and version first, then the whole, and nothing besides.
	pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
		if bytes.len() > MAX_CERTIFICATE_BYTES {
			return Err(Error::TooLarge);
		}
		let body = bytes.strip_prefix(&MARK).ok_or(Error::NotACertificate)?;
		let (version, body) = body.split_first().ok_or(Error::Malformed)?;
		if *version != FORMAT_VERSION {
			return Err(Error::UnknownFormat(*version));
		}
		let certificate = Self::decode_all_with_depth_limit(MAX_DEPTH, &mut &*body)
			.map_err(|_| Error::Malformed)?;
		// One certificate, one file: the codec may read what it would not write.
		if certificate.encode() != body {
			return Err(Error::NotCanonical);
		}
		Ok(certificate)
	}
}
