//! The check of justifications against GRANDPA's own code, on thousands of mutated justifications. The node
//! has the same test against its own whole check.

use crate::{
	is_thorough,
	votes::{cases, Case, SET},
};
use codec::{Decode, Encode};
use finality_grandpa::{validate_commit, voter_set::VoterSet, Chain, Error as GrandpaError};
use proptest::prelude::*;
use quanqi_certificate::finality::{Justification, SignedPrecommit};
use sp_consensus_grandpa as grandpa;
use sp_core::{ed25519::Public, H256};
use sp_runtime::{
	generic,
	traits::{BlakeTwo256, Header as _},
};
use std::collections::{BTreeMap, BTreeSet};

type ChainHeader = generic::Header<u32, BlakeTwo256>;

/// The parents of the headers of a justification, by hash.
struct Parents(BTreeMap<H256, H256>);

impl Chain<H256, u32> for Parents {
	fn ancestry(&self, base: H256, block: H256) -> Result<Vec<H256>, GrandpaError> {
		let mut way = Vec::new();
		let mut at = block;
		while at != base {
			at = *self.0.get(&at).ok_or(GrandpaError::NotDescendent)?;
			way.push(at);
		}
		way.pop();
		Ok(way)
	}
}

/// Whether exactly the headers are there that lead from the votes to the lowest of them.
fn has_its_headers(own: &Justification, parents: &Parents) -> bool {
	let votes = own.commit.precommits.iter().map(|vote| vote.precommit);
	let Some(lowest) = votes.clone().min_by_key(|vote| vote.target_number) else { return false };
	let base = H256(lowest.target_hash);
	let mut visited = BTreeSet::new();
	for hash in votes.map(|vote| H256(vote.target_hash)).filter(|hash| *hash != base) {
		let Ok(way) = parents.ancestry(base, hash) else { return false };
		visited.insert(hash);
		visited.extend(way);
	}
	visited == parents.0.keys().copied().collect()
}

fn chain_accepts(case: &Case, own: &Justification) -> bool {
	let bytes = own.encode();
	let chains = grandpa::GrandpaJustification::<ChainHeader>::decode(&mut &*bytes).unwrap();
	let voter = |authority: &quanqi_certificate::finality::Authority| {
		(Public::from_raw(authority.id).into(), authority.weight)
	};
	let voters = VoterSet::<grandpa::AuthorityId>::new(case.authorities.iter().map(voter)).unwrap();
	let parents = chains.votes_ancestries.iter();
	let parents = Parents(parents.map(|header| (header.hash(), *header.parent_hash())).collect());
	let is_for_block = chains.commit.target_hash.0 == case.header.hash()
		&& chains.commit.target_number == case.header.number;
	let is_signed = |vote: &SignedPrecommit| {
		let bytes = vote.precommit.encode();
		let message = finality_grandpa::Message::Precommit(Decode::decode(&mut &*bytes).unwrap());
		let signature = sp_core::ed25519::Signature::from_raw(vote.signature).into();
		let id = Public::from_raw(vote.id).into();
		grandpa::check_message_signature::<H256, u32>(&message, &id, &signature, own.round, SET)
			.is_valid()
	};
	is_for_block
		&& validate_commit(&chains.commit, &voters, &parents).is_ok_and(|result| result.is_valid())
		&& own.commit.precommits.iter().all(is_signed)
		&& has_its_headers(own, &parents)
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(if is_thorough() { 30_000 } else { 300 }))]

	#[test]
	fn finality_should_be_what_grandpa_says(case in cases()) {
		let verdict = case.judge(|justification| chain_accepts(&case, justification));
		prop_assert_eq!(verdict, Ok(()));
	}
}
