//! GRANDPA: authority sets, and justifications that a block is final.

use crate::{
	bounds::{MAX_ANCESTRY, MAX_AUTHORITIES},
	header::Header,
};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use codec::{Decode, Encode};
use ed25519_dalek::{Signature, VerifyingKey};
use quanqi_types::{digest::hex_hash, BoundedVec, ConstU32, Hash256};
use serde::{Deserialize, Serialize};

/// An authority's public key, ed25519.
pub type AuthorityId = [u8; 32];

/// One authority.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Authority {
	/// Its public key.
	#[serde(with = "hex_hash")]
	pub id: AuthorityId,
	/// How much its vote weighs.
	pub weight: u64,
}

/// The authorities of one set.
pub type Authorities = BoundedVec<Authority, ConstU32<MAX_AUTHORITIES>>;

/// Authorities, each once, and the number of their set.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AuthoritySet {
	id: u64,
	weights: BTreeMap<AuthorityId, u64>,
	total: u64,
}

/// A justification (终局证明) in the chain's own encoding: votes of one round for a block or for blocks
/// after it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Justification {
	/// The round of voting.
	pub round: u64,
	/// The block that is final, and the votes.
	pub commit: Commit,
	/// Headers from the blocks voted for down to that block, without it.
	pub votes_ancestries: BoundedVec<Header, ConstU32<MAX_ANCESTRY>>,
}

/// The block that is final, and the votes.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Commit {
	/// Hash of the final block.
	#[serde(with = "hex_hash")]
	pub target_hash: Hash256,
	/// Its number.
	pub target_number: u32,
	/// The votes.
	pub precommits: BoundedVec<SignedPrecommit, ConstU32<MAX_AUTHORITIES>>,
}

/// A vote.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignedPrecommit {
	/// For which block.
	pub precommit: Precommit,
	/// Signature over vote, round and set.
	#[serde(with = "hex::serde")]
	pub signature: [u8; 64],
	/// Whose vote.
	#[serde(with = "hex_hash")]
	pub id: AuthorityId,
}

/// The block a vote is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Precommit {
	/// Its hash.
	#[serde(with = "hex_hash")]
	pub target_hash: Hash256,
	/// Its number.
	pub target_number: u32,
}

/// Why authorities are no set.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SetError {
	/// There is none.
	Empty,
	/// One is there twice.
	Repeated,
	/// One has no weight.
	Weightless,
	/// The weights together are too large.
	TooHeavy,
}

/// Why a justification does not show that a block is final. Numbers are places among the votes, from 0.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FinalityError {
	/// It is for another block.
	OtherTarget,
	/// A vote is from nobody in the set.
	NotAnAuthority(u32),
	/// An authority votes twice.
	VotesTwice(u32),
	/// A vote is for a block that does not come from the final one through the headers given.
	Unconnected(u32),
	/// A signature is not that of the vote in this round and set.
	WrongSignature(u32),
	/// The votes do not weigh more than two thirds.
	BelowThreshold,
	/// No vote is for the block itself.
	NoDirectVote,
	/// The votes make a later block final, not this one.
	LaterBlock,
	/// A header between is there twice.
	RepeatedAncestor,
	/// A header between is not needed.
	UnusedAncestor,
	/// The votes, or the headers between, are not in ascending order.
	OutOfOrder,
	/// There are more votes than the threshold needs.
	Surplus,
}

impl AuthoritySet {
	/// The set with this number.
	pub fn new(id: u64, authorities: &[Authority]) -> Result<Self, SetError> {
		let mut weights = BTreeMap::new();
		let mut total = 0u64;
		for authority in authorities {
			if authority.weight == 0 {
				return Err(SetError::Weightless);
			}
			total = total.checked_add(authority.weight).ok_or(SetError::TooHeavy)?;
			if weights.insert(authority.id, authority.weight).is_some() {
				return Err(SetError::Repeated);
			}
		}
		if weights.is_empty() {
			return Err(SetError::Empty);
		}
		Ok(Self { id, weights, total })
	}

	/// The number of the set.
	pub fn id(&self) -> u64 {
		self.id
	}

	/// How many authorities there are.
	pub fn len(&self) -> usize {
		self.weights.len()
	}

	/// Never: an empty set cannot be made.
	pub fn is_empty(&self) -> bool {
		self.weights.is_empty()
	}

	/// The smallest weight that is more than two thirds.
	pub fn threshold(&self) -> u64 {
		let faulty = self.total.saturating_sub(1) / 3;
		self.total.saturating_sub(faulty)
	}

	fn weight(&self, id: &AuthorityId) -> Option<u64> {
		self.weights.get(id).copied()
	}
}

impl Precommit {
	/// What an authority signs: the vote, the round, the number of the set.
	pub fn signed_bytes(&self, round: u64, set_id: u64) -> Vec<u8> {
		/// A precommit among GRANDPA's messages.
		const PRECOMMIT: u8 = 1;
		(PRECOMMIT, self, round, set_id).encode()
	}
}

impl SignedPrecommit {
	/// Strict: refuses keys and points of small order, which the chain's rule (ZIP-215) lets pass and
	/// no honest authority makes.
	fn is_signed(&self, round: u64, set_id: u64) -> bool {
		let signature = Signature::from_bytes(&self.signature);
		VerifyingKey::from_bytes(&self.id).is_ok_and(|key| {
			key.verify_strict(&self.precommit.signed_bytes(round, set_id), &signature).is_ok()
		})
	}
}

impl Justification {
	/// Whether it shows that this block is final under this set: GRANDPA's rule, and nothing in it that
	/// the rule does not need. Returns the weight of the votes.
	pub fn check(&self, header: &Header, set: &AuthoritySet) -> Result<u64, FinalityError> {
		let commit = &self.commit;
		if commit.target_hash != header.hash() || commit.target_number != header.number {
			return Err(FinalityError::OtherTarget);
		}
		let mut ancestry = Ancestry::new(self)?;
		let mut voted = BTreeSet::new();
		let mut weight = 0u64;
		for (place, vote) in (0u32..).zip(&commit.precommits) {
			let own = set.weight(&vote.id).ok_or(FinalityError::NotAnAuthority(place))?;
			if !voted.insert(vote.id) {
				return Err(FinalityError::VotesTwice(place));
			}
			if !ancestry.add(&vote.precommit, own) {
				return Err(FinalityError::Unconnected(place));
			}
			weight = weight.saturating_add(own);
		}
		if weight < set.threshold() {
			return Err(FinalityError::BelowThreshold);
		}
		// GRANDPA finalises the highest block that enough votes support, from the lowest one voted for.
		if !commit.precommits.iter().any(|vote| vote.precommit.target_hash == commit.target_hash) {
			return Err(FinalityError::NoDirectVote);
		}
		if ancestry.supported().any(|support| support >= set.threshold()) {
			return Err(FinalityError::LaterBlock);
		}
		ancestry.check_all_used()?;
		// The dearest check comes last.
		for (place, vote) in (0u32..).zip(&commit.precommits) {
			if !vote.is_signed(self.round, set.id()) {
				return Err(FinalityError::WrongSignature(place));
			}
		}
		Ok(weight)
	}

	/// Whether votes and headers stand in the one order that a certificate allows.
	pub fn check_order(&self) -> Result<(), FinalityError> {
		let ids = self.commit.precommits.iter().map(|vote| vote.id);
		let ancestors = self.votes_ancestries.iter().map(|header| (header.number, header.hash()));
		if is_ascending(ids) && is_ascending(ancestors) {
			Ok(())
		} else {
			Err(FinalityError::OutOfOrder)
		}
	}

	/// Whether there is no vote more than the threshold needs, counted in order.
	pub fn check_trimmed(&self, set: &AuthoritySet) -> Result<(), FinalityError> {
		let mut weight = 0u64;
		for vote in &self.commit.precommits {
			if weight >= set.threshold() {
				return Err(FinalityError::Surplus);
			}
			weight = weight.saturating_add(set.weight(&vote.id).unwrap_or(0));
		}
		Ok(())
	}

	/// As a certificate carries it: the fewest votes that count, those for the block itself before others,
	/// in ascending order, with the headers that they need. `None` where they do not reach the threshold.
	///
	/// For who issues: it checks no signature.
	pub fn trimmed(&self, set: &AuthoritySet) -> Option<Self> {
		let mut seen = BTreeSet::new();
		let mut ancestry = Ancestry::merged(self);
		let mut votes: Vec<_> = (self.commit.precommits.iter())
			.filter(|vote| set.weight(&vote.id).is_some())
			.filter(|vote| ancestry.add(&vote.precommit, 1))
			.cloned()
			.collect();
		// Votes for the block itself need no headers; heavy ones make fewer.
		votes.sort_by_key(|vote| {
			let is_other = vote.precommit.target_hash != self.commit.target_hash;
			(is_other, core::cmp::Reverse(set.weight(&vote.id)), vote.id)
		});
		let mut weight = 0u64;
		votes.retain(|vote| {
			// Of two votes of one authority the better one counts.
			let is_needed = seen.insert(vote.id) && weight < set.threshold();
			if is_needed {
				weight = weight.saturating_add(set.weight(&vote.id).unwrap_or(0));
			}
			is_needed
		});
		if weight < set.threshold() {
			return None;
		}
		votes.sort_by_key(|vote| vote.id);
		let votes = drop_surplus(votes, set);
		let mut ancestry = Ancestry::merged(self);
		votes.iter().all(|vote| ancestry.add(&vote.precommit, 1)).then_some(())?;
		let mut headers: Vec<_> = ancestry.used().cloned().collect();
		headers.sort_by_key(|header| (header.number, header.hash()));
		Some(Self {
			round: self.round,
			commit: Commit { precommits: BoundedVec::try_from(votes).ok()?, ..self.commit.clone() },
			votes_ancestries: BoundedVec::try_from(headers).ok()?,
		})
	}
}

/// With unequal weights the votes in ascending order may reach the threshold before the last.
fn drop_surplus(votes: Vec<SignedPrecommit>, set: &AuthoritySet) -> Vec<SignedPrecommit> {
	let mut weight = 0u64;
	let needed = votes.into_iter().take_while(|vote| {
		let is_needed = weight < set.threshold();
		weight = weight.saturating_add(set.weight(&vote.id).unwrap_or(0));
		is_needed
	});
	needed.collect()
}

pub(crate) fn is_ascending<T: Ord>(items: impl Iterator<Item = T>) -> bool {
	let mut last = None;
	for item in items {
		if last.as_ref().is_some_and(|last| *last >= item) {
			return false;
		}
		last = Some(item);
	}
	true
}

/// The headers between the blocks voted for and the final one.
struct Ancestry<'a> {
	target_hash: Hash256,
	target_number: u32,
	/// By hash: the header, and the weight of the votes for it or for what follows it.
	headers: BTreeMap<Hash256, (&'a Header, u64)>,
}

impl<'a> Ancestry<'a> {
	/// With each header once.
	fn new(justification: &'a Justification) -> Result<Self, FinalityError> {
		let ancestry = Self::merged(justification);
		if ancestry.headers.len() < justification.votes_ancestries.len() {
			return Err(FinalityError::RepeatedAncestor);
		}
		Ok(ancestry)
	}

	/// A header that is there twice counts once.
	fn merged(justification: &'a Justification) -> Self {
		let headers = justification.votes_ancestries.iter();
		let headers = headers.map(|header| (header.hash(), (header, 0))).collect();
		let Commit { target_hash, target_number, .. } = justification.commit;
		Self { target_hash, target_number, headers }
	}

	/// Walks from the block voted for to the final one; every step goes one number down. Returns
	/// whether it gets there.
	fn add(&mut self, vote: &Precommit, weight: u64) -> bool {
		let (mut hash, mut number) = (vote.target_hash, vote.target_number);
		while number > self.target_number {
			let Some((header, support)) = self.headers.get_mut(&hash) else { return false };
			if header.number != number {
				return false;
			}
			*support = support.saturating_add(weight);
			hash = header.parent_hash;
			number = number.saturating_sub(1);
		}
		number == self.target_number && hash == self.target_hash
	}

	fn supported(&self) -> impl Iterator<Item = u64> + '_ {
		self.headers.values().map(|(_, support)| *support)
	}

	fn used(&self) -> impl Iterator<Item = &'a Header> + '_ {
		self.headers.values().filter(|(_, support)| *support > 0).map(|(header, _)| *header)
	}

	fn check_all_used(&self) -> Result<(), FinalityError> {
		if self.supported().all(|support| support > 0) {
			Ok(())
		} else {
			Err(FinalityError::UnusedAncestor)
		}
	}
}
