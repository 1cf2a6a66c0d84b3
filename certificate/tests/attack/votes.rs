//! Justifications of all kinds, most of them wrong, to put the same question to this verifier and to the
//! chain's own code.

use crate::blocks::*;
use ed25519_dalek::SigningKey;
use proptest::prelude::*;
use quanqi_certificate::{
	finality::{Authority, AuthoritySet, FinalityError, Justification, SignedPrecommit},
	header::Header,
};
use std::{collections::BTreeSet, sync::LazyLock};

pub(crate) const SET: u64 = 3;
const ROUND: u64 = 7;
const AUTHORITIES: usize = 5;

/// The authorities, and one stranger.
static KEYS: LazyLock<Vec<SigningKey>> = LazyLock::new(|| {
	let mut keys: Vec<_> =
		(1..=AUTHORITIES as u8 + 1).map(|seed| SigningKey::from_bytes(&[seed; 32])).collect();
	keys[..AUTHORITIES].sort_by_key(|key| key.verifying_key().to_bytes());
	keys
});

/// Where the block to be shown final stands among [`BLOCKS`].
const TARGET: usize = 1;
/// Its parent, itself, two blocks on it and three on a fork of these, and one that is not on it.
const PARENTS: [Option<usize>; 8] =
	[None, Some(0), Some(1), Some(2), Some(1), Some(4), Some(5), Some(0)];
static BLOCKS: LazyLock<Vec<Header>> = LazyLock::new(|| {
	let mut blocks: Vec<Header> = Vec::new();
	for (place, parent) in PARENTS.into_iter().enumerate() {
		let (number, parent_hash) = match parent {
			Some(parent) => (blocks[parent].number + 1, blocks[parent].hash()),
			None => (9, [0x11; 32]),
		};
		blocks.push(Header { parent_hash, ..header(number, [place as u8; 32], vec![]) });
	}
	blocks
});

/// A question: is this block final under these authorities?
#[derive(Clone, Debug)]
pub(crate) struct Case {
	pub(crate) justification: Justification,
	pub(crate) header: Header,
	pub(crate) authorities: Vec<Authority>,
	/// A vote is for a block before the target, or says a wrong number: the chain may ignore both.
	has_vote_beside: bool,
	has_equal_weights: bool,
}

/// What is wrong with a vote.
#[derive(Clone, Copy, Debug)]
enum Fault {
	None,
	Round,
	Set,
	Signature(usize),
	Number(i8),
	Id,
	OtherVote,
}

fn fault() -> impl Strategy<Value = Fault> {
	prop_oneof![
		60 => Just(Fault::None),
		1 => Just(Fault::Round),
		1 => Just(Fault::Set),
		1 => (0..512usize).prop_map(Fault::Signature),
		1 => prop_oneof![Just(-1i8), Just(1)].prop_map(Fault::Number),
		1 => Just(Fault::Id),
		1 => Just(Fault::OtherVote),
	]
}

/// Mostly the target, less often a block on it, seldom another.
fn block() -> impl Strategy<Value = usize> {
	prop_oneof![12 => Just(TARGET), 6 => 2..=6usize, 1 => Just(0usize), 1 => Just(7usize)]
}

/// Mostly each authority once, in order; else anybody, also twice.
fn voters() -> impl Strategy<Value = Vec<usize>> {
	prop_oneof![
		4 => prop::collection::btree_set(0..AUTHORITIES, 3..=AUTHORITIES)
			.prop_map(|keys| keys.into_iter().collect()),
		1 => prop::collection::vec(0..=AUTHORITIES, 0..=7),
	]
}

fn signed(key: usize, block: usize, fault: Fault) -> SignedPrecommit {
	let (key, on) = (&KEYS[key], &BLOCKS[block]);
	let mut made = match fault {
		Fault::Round => vote(on, SET, ROUND + 1, key),
		Fault::Set => vote(on, SET - 1, ROUND, key),
		_ => vote(on, SET, ROUND, key),
	};
	match fault {
		Fault::None | Fault::Round | Fault::Set => {}
		Fault::Signature(bit) => made.signature[bit / 8] ^= 1 << (bit % 8),
		Fault::Number(change) => {
			let number = made.precommit.target_number.saturating_add_signed(change.into());
			made.precommit.target_number = number;
			let message = made.precommit.signed_bytes(ROUND, SET);
			made.signature = ed25519_dalek::Signer::sign(key, &message).to_bytes();
		}
		Fault::Id => made.id = KEYS[0].verifying_key().to_bytes(),
		Fault::OtherVote => made.signature = vote(&BLOCKS[2], SET, ROUND, key).signature,
	}
	made
}

/// The blocks on the way from the blocks voted for to the lowest of them or the target, as nodes send them.
fn way(votes: &[(usize, usize, Fault)]) -> BTreeSet<usize> {
	let numbers = votes.iter().map(|(_, block, _)| BLOCKS[*block].number);
	let lowest = numbers.min().unwrap_or(0).min(BLOCKS[TARGET].number);
	let mut way = BTreeSet::new();
	for (_, block, _) in votes {
		let mut at = Some(*block);
		while let Some(place) = at.filter(|place| BLOCKS[*place].number > lowest) {
			way.insert(place);
			at = PARENTS[place];
		}
	}
	way
}

/// What is wrong with the headers, and with what the justification says it is of.
#[derive(Clone, Copy, Debug)]
enum Whole {
	Right,
	HeaderMissing(usize),
	HeaderExtra(usize),
	HeaderTwice,
	OtherTarget(usize),
	OtherNumber,
	OtherRound,
}

fn whole() -> impl Strategy<Value = Whole> {
	prop_oneof![
		20 => Just(Whole::Right),
		1 => (0..8usize).prop_map(Whole::HeaderMissing),
		1 => (0..8usize).prop_map(Whole::HeaderExtra),
		1 => Just(Whole::HeaderTwice),
		1 => (0..8usize).prop_map(Whole::OtherTarget),
		1 => Just(Whole::OtherNumber),
		1 => Just(Whole::OtherRound),
	]
}

fn build(votes: &[(usize, usize, Fault)], whole: Whole, weights: &[u64]) -> Case {
	let header = BLOCKS[TARGET].clone();
	let mut justification = justify(&header, SET, ROUND, &[]);
	let all: Vec<_> =
		votes.iter().map(|(key, block, fault)| signed(*key, *block, *fault)).collect();
	justification.commit.precommits = all.try_into().unwrap();
	let mut places = way(votes);
	match whole {
		Whole::HeaderMissing(place) => _ = places.remove(&place),
		Whole::HeaderExtra(place) => _ = places.insert(place),
		_ => {}
	}
	let mut headers: Vec<_> = places.into_iter().map(|place| BLOCKS[place].clone()).collect();
	match whole {
		Whole::HeaderTwice => headers.extend(headers.first().cloned()),
		Whole::OtherTarget(place) => {
			justification.commit.target_hash = BLOCKS[place].hash();
			justification.commit.target_number = BLOCKS[place].number;
		}
		Whole::OtherNumber => justification.commit.target_number += 1,
		Whole::OtherRound => justification.round += 1,
		_ => {}
	}
	justification.votes_ancestries = headers.try_into().unwrap();
	let ids = KEYS[..AUTHORITIES].iter().map(|key| key.verifying_key().to_bytes());
	let authorities =
		ids.zip(weights).map(|(id, weight)| Authority { id, weight: *weight }).collect();
	let is_beside = |(_, block, fault): &(usize, usize, Fault)| {
		*block == 0 || matches!(fault, Fault::Number(_))
	};
	Case {
		justification,
		header,
		authorities,
		has_vote_beside: votes.iter().any(is_beside),
		has_equal_weights: weights.iter().all(|weight| *weight == weights[0]),
	}
}

pub(crate) fn cases() -> impl Strategy<Value = Case> {
	let votes = voters().prop_flat_map(|keys| {
		let count = keys.len();
		let blocks = prop::collection::vec((block(), fault()), count);
		blocks.prop_map(move |blocks| {
			let votes = keys.iter().zip(blocks);
			votes.map(|(key, (block, fault))| (*key, block, fault)).collect::<Vec<_>>()
		})
	});
	let weights = prop_oneof![
		3 => Just(vec![1u64; AUTHORITIES]),
		1 => prop::collection::vec(1..5u64, AUTHORITIES),
	];
	(votes, whole(), weights).prop_map(|(votes, whole, weights)| build(&votes, whole, &weights))
}

impl Case {
	fn own(&self, justification: &Justification) -> Result<u64, FinalityError> {
		let set = AuthoritySet::new(SET, &self.authorities).unwrap();
		justification.check(&self.header, &set)
	}

	/// Whether the verifier refuses, by this error, what the chain ignores or counts once: votes of
	/// strangers, second votes, votes for earlier blocks or with a wrong number, a header twice.
	fn is_only_stricter(&self, error: FinalityError) -> bool {
		match error {
			FinalityError::NotAnAuthority(_)
			| FinalityError::VotesTwice(_)
			| FinalityError::RepeatedAncestor => true,
			FinalityError::Unconnected(_) => self.has_vote_beside,
			_ => false,
		}
	}

	/// The same verdict, the documented strictness aside; and what the chain accepts can be trimmed
	/// into what a certificate demands.
	pub(crate) fn judge(
		&self,
		chain_accepts: impl Fn(&Justification) -> bool,
	) -> Result<(), String> {
		let theirs = chain_accepts(&self.justification);
		match self.own(&self.justification) {
			Ok(_) if !theirs => return Err("laxer than the chain".to_owned()),
			Err(error) if theirs && !self.is_only_stricter(error) => {
				return Err(format!("stricter than the chain: {error}"));
			}
			_ => {}
		}
		if !theirs || self.has_vote_beside || !self.has_equal_weights {
			return Ok(());
		}
		let set = AuthoritySet::new(SET, &self.authorities).unwrap();
		let trimmed = self.justification.trimmed(&set).ok_or("cannot be trimmed")?;
		self.own(&trimmed).map_err(|error| format!("trimmed: {error}"))?;
		trimmed.check_order().map_err(|error| format!("trimmed: {error}"))?;
		trimmed.check_trimmed(&set).map_err(|error| format!("trimmed: {error}"))?;
		match chain_accepts(&trimmed) {
			true => Ok(()),
			false => Err("the chain refuses what is trimmed".to_owned()),
		}
	}
}
