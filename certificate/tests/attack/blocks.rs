//! Headers, votes and justifications as a chain makes them.

use codec::Encode;
use ed25519_dalek::{Signer, SigningKey};
use quanqi_certificate::{
	finality::{Commit, Justification, Precommit, SignedPrecommit},
	header::{DigestItem, GrandpaLog, Header},
	Bytes,
};
use quanqi_types::{BoundedVec, Hash256};

/// When the anchor was made: 2026-11-21.
pub(crate) const ANCHOR_SLOT: u64 = 1_795_219_200;

pub(crate) fn consensus(log: &GrandpaLog) -> DigestItem {
	DigestItem::Consensus(*b"FRNK", Bytes::new(log.encode()).unwrap())
}

pub(crate) fn slot(slot: u64) -> DigestItem {
	DigestItem::PreRuntime(*b"aura", Bytes::new(slot.encode()).unwrap())
}

/// A header as authors make it: slot, what consensus says, seal.
pub(crate) fn header(number: u32, state_root: Hash256, mut items: Vec<DigestItem>) -> Header {
	items.insert(0, slot(ANCHOR_SLOT));
	items.push(DigestItem::Seal(*b"aura", Bytes::new(vec![5; 64]).unwrap()));
	Header {
		parent_hash: [0x11; 32],
		number,
		state_root,
		extrinsics_root: [0x22; 32],
		digest: items.try_into().unwrap(),
	}
}

pub(crate) fn vote(on: &Header, set: u64, round: u64, key: &SigningKey) -> SignedPrecommit {
	let precommit = Precommit { target_hash: on.hash(), target_number: on.number };
	let signature = key.sign(&precommit.signed_bytes(round, set)).to_bytes();
	SignedPrecommit { precommit, signature, id: key.verifying_key().to_bytes() }
}

pub(crate) fn justify(on: &Header, set: u64, round: u64, keys: &[SigningKey]) -> Justification {
	let votes: Vec<_> = keys.iter().map(|key| vote(on, set, round, key)).collect();
	Justification {
		round,
		commit: Commit {
			target_hash: on.hash(),
			target_number: on.number,
			precommits: votes.try_into().unwrap(),
		},
		votes_ancestries: BoundedVec::new(),
	}
}
