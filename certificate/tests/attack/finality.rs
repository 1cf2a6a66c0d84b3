//! Votes: duplicated, of others, too few, of another round, set or block; headers that do not connect.

use crate::{fixtures::keep, maker::*, refused};
use codec::Encode;
use ed25519_dalek::SigningKey;
use quanqi_certificate::{
	finality::{Authority, AuthoritySet, FinalityError, Justification, SetError, SignedPrecommit},
	header::Header,
	Certificate, Error, Place, Trust, TrustError,
};

fn base() -> (Maker, Certificate, Trust) {
	let maker = Maker::short();
	let (certificate, trust) = (maker.make(), maker.trust());
	(maker, certificate, trust)
}

fn anchor(error: FinalityError) -> Error {
	Error::Finality { place: Place::Anchor, error }
}

fn votes(certificate: &mut Certificate, edit: impl FnOnce(&mut Vec<SignedPrecommit>)) {
	let precommits = &mut certificate.anchor.justification.commit.precommits;
	let mut all = precommits.to_vec();
	edit(&mut all);
	*precommits = all.try_into().unwrap();
}

/// Two blocks on top of a header.
fn above(header: &Header) -> (Header, Header) {
	let first = Header {
		parent_hash: header.hash(),
		..crate::maker::header(header.number + 1, [1; 32], vec![])
	};
	let second = Header {
		parent_hash: first.hash(),
		..crate::maker::header(header.number + 2, [2; 32], vec![])
	};
	(first, second)
}

/// The anchor with the last vote for a block two above it.
fn with_ancestry() -> (Maker, Certificate, Trust, Vec<SigningKey>) {
	let (maker, mut certificate, trust) = base();
	let keys = maker.keys(0);
	let (first, second) = above(&certificate.anchor.header);
	let last = vote(&second, 0, 7, &keys[2]);
	votes(&mut certificate, |votes| votes[2] = last);
	let ancestry = vec![first, second];
	certificate.anchor.justification.votes_ancestries = ancestry.try_into().unwrap();
	(maker, certificate, trust, keys)
}

#[test]
fn vote_for_a_later_block_should_count() {
	let (_, certificate, trust, _) = with_ancestry();
	quanqi_certificate::verify(&certificate.to_bytes(), &trust).unwrap();
}

#[test]
fn duplicated_vote_should_be_refused() {
	let (maker, mut certificate, trust) = base();
	votes(&mut certificate, |votes| votes[1] = votes[0].clone());
	refused(&certificate, &trust, anchor(FinalityError::OutOfOrder));
	// The rule itself, without the order that a certificate demands.
	let set = AuthoritySet::new(0, &maker.authorities(0)).unwrap();
	let (header, justification) = (&certificate.anchor.header, &certificate.anchor.justification);
	assert_eq!(justification.check(header, &set), Err(FinalityError::VotesTwice(1)));
}

#[test]
fn two_votes_of_one_authority_for_different_blocks_should_be_refused() {
	let (maker, mut certificate, _, keys) = with_ancestry();
	let (first, _) = above(&certificate.anchor.header);
	votes(&mut certificate, |votes| votes[1] = vote(&first, 0, 7, &keys[2]));
	let set = AuthoritySet::new(0, &maker.authorities(0)).unwrap();
	let (header, justification) = (&certificate.anchor.header, &certificate.anchor.justification);
	assert_eq!(justification.check(header, &set), Err(FinalityError::VotesTwice(2)));
}

#[test]
fn reordered_votes_should_be_refused() {
	let (_, mut certificate, trust) = base();
	votes(&mut certificate, |votes| votes.swap(0, 1));
	refused(&certificate, &trust, anchor(FinalityError::OutOfOrder));
}

#[test]
fn vote_of_a_stranger_should_be_refused() {
	let (_, mut certificate, trust) = base();
	let header = certificate.anchor.header.clone();
	let stranger = SigningKey::from_bytes(&[77; 32]);
	let mut place = 0;
	votes(&mut certificate, |votes| {
		let own = vote(&header, 0, 7, &stranger);
		place = votes.iter().position(|other| other.id > own.id).unwrap_or(votes.len());
		votes.insert(place, own);
	});
	refused(&certificate, &trust, anchor(FinalityError::NotAnAuthority(place as u32)));
}

#[test]
fn votes_below_the_threshold_should_be_refused() {
	for (validators, needed) in [(1u8, 1usize), (2, 2), (3, 3), (4, 3), (6, 5), (7, 5), (30, 21)] {
		let maker = Maker { validators, ..Maker::short() };
		let mut certificate = maker.make();
		assert_eq!(certificate.anchor.justification.commit.precommits.len(), needed);
		quanqi_certificate::verify(&certificate.to_bytes(), &maker.trust()).unwrap();
		votes(&mut certificate, |votes| _ = votes.pop());
		refused(&certificate, &maker.trust(), anchor(FinalityError::BelowThreshold));
	}
}

#[test]
fn no_votes_should_be_refused() {
	let (_, mut certificate, trust) = base();
	votes(&mut certificate, Vec::clear);
	refused(&certificate, &trust, anchor(FinalityError::BelowThreshold));
}

#[test]
fn surplus_vote_should_be_refused() {
	let (maker, mut certificate, trust) = base();
	let header = certificate.anchor.header.clone();
	let last = vote(&header, 0, 7, &maker.keys(0)[3]);
	votes(&mut certificate, |votes| votes.push(last));
	refused(&certificate, &trust, anchor(FinalityError::Surplus));
}

#[test]
fn votes_of_another_round_should_be_refused() {
	let (_, mut certificate, trust) = base();
	certificate.anchor.justification.round += 1;
	refused(&certificate, &trust, anchor(FinalityError::WrongSignature(0)));
	let (maker, mut certificate, trust) = base();
	let header = certificate.anchor.header.clone();
	votes(&mut certificate, |votes| votes[1] = vote(&header, 0, 8, &maker.keys(0)[1]));
	refused(&certificate, &trust, anchor(FinalityError::WrongSignature(1)));
}

#[test]
fn votes_of_another_set_should_be_refused() {
	let (maker, mut certificate, trust) = base();
	let header = certificate.anchor.header.clone();
	certificate.anchor.justification = justify(&header, 1, 7, &maker.keys(0)[..3]);
	refused(&certificate, &trust, anchor(FinalityError::WrongSignature(0)));
}

#[test]
fn signature_of_another_key_or_vote_should_be_refused() {
	let (_, mut certificate, trust) = base();
	votes(&mut certificate, |votes| votes[2].signature = votes[1].signature);
	refused(&certificate, &trust, anchor(FinalityError::WrongSignature(2)));
}

#[test]
fn justification_of_another_block_should_be_refused() {
	let (maker, mut certificate, trust) = base();
	let (other, _) = above(&certificate.anchor.header);
	certificate.anchor.justification = justify(&other, 0, 7, &maker.keys(0)[..3]);
	refused(&certificate, &trust, anchor(FinalityError::OtherTarget));
	let (_, mut certificate, trust) = base();
	certificate.anchor.justification.commit.target_number += 1;
	refused(&certificate, &trust, anchor(FinalityError::OtherTarget));
}

#[test]
fn vote_with_a_wrong_number_should_be_refused() {
	for change in [-1i64, 1] {
		let (maker, mut certificate, trust) = base();
		let key = &maker.keys(0)[0];
		votes(&mut certificate, |votes| {
			let precommit = &mut votes[0].precommit;
			precommit.target_number = (i64::from(precommit.target_number) + change) as u32;
			let message = precommit.signed_bytes(7, 0);
			votes[0].signature = ed25519_dalek::Signer::sign(key, &message).to_bytes();
		});
		refused(&certificate, &trust, anchor(FinalityError::Unconnected(0)));
	}
}

#[test]
fn ancestry_with_a_gap_should_be_refused() {
	let (_, certificate, trust, _) = with_ancestry();
	for missing in [0, 1] {
		let mut certificate = certificate.clone();
		let mut ancestry = certificate.anchor.justification.votes_ancestries.to_vec();
		ancestry.remove(missing);
		certificate.anchor.justification.votes_ancestries = ancestry.try_into().unwrap();
		refused(&certificate, &trust, anchor(FinalityError::Unconnected(2)));
	}
}

#[test]
fn vote_for_a_fork_should_be_refused() {
	let (maker, mut certificate, trust) = base();
	let fork = header(certificate.anchor.header.number, [9; 32], vec![]);
	let (first, _) = above(&fork);
	let last = vote(&first, 0, 7, &maker.keys(0)[2]);
	votes(&mut certificate, |votes| votes[2] = last);
	certificate.anchor.justification.votes_ancestries = vec![first].try_into().unwrap();
	refused(&certificate, &trust, anchor(FinalityError::Unconnected(2)));
}

#[test]
fn votes_that_make_a_later_block_final_should_be_refused() {
	let (_, mut certificate, trust, keys) = with_ancestry();
	let (first, second) = above(&certificate.anchor.header);
	let all = |on: [&Header; 3]| (0..3).map(|place| vote(on[place], 0, 7, &keys[place])).collect();
	votes(&mut certificate, |votes| *votes = all([&first, &first, &second]));
	refused(&certificate, &trust, anchor(FinalityError::NoDirectVote));
	keep("votes-for-later-blocks", &certificate, &trust, anchor(FinalityError::NoDirectVote));
	// With a fourth vote for the block itself the other three still finalise the one after it.
	let maker = Maker::short();
	let set = AuthoritySet::new(0, &maker.authorities(0)).unwrap();
	let header = certificate.anchor.header.clone();
	votes(&mut certificate, |votes| votes.push(vote(&header, 0, 7, &keys[3])));
	let justification = &certificate.anchor.justification;
	assert_eq!(justification.check(&header, &set), Err(FinalityError::LaterBlock));
}

#[test]
fn header_that_no_vote_needs_should_be_refused() {
	let (_, mut certificate, trust) = base();
	let (first, _) = above(&certificate.anchor.header);
	certificate.anchor.justification.votes_ancestries = vec![first].try_into().unwrap();
	refused(&certificate, &trust, anchor(FinalityError::UnusedAncestor));
}

#[test]
fn repeated_or_reordered_headers_should_be_refused() {
	let (maker, certificate, trust, _) = with_ancestry();
	let set = AuthoritySet::new(0, &maker.authorities(0)).unwrap();
	let ancestry = certificate.anchor.justification.votes_ancestries.to_vec();
	let edit = |ancestry: Vec<Header>| {
		let mut certificate = certificate.clone();
		certificate.anchor.justification.votes_ancestries = ancestry.try_into().unwrap();
		certificate
	};
	let repeated = edit([ancestry.clone(), ancestry[1..].to_vec()].concat());
	refused(&repeated, &trust, anchor(FinalityError::OutOfOrder));
	let (header, justification) = (&repeated.anchor.header, &repeated.anchor.justification);
	assert_eq!(justification.check(header, &set), Err(FinalityError::RepeatedAncestor));
	let reordered = edit(ancestry.into_iter().rev().collect());
	refused(&reordered, &trust, anchor(FinalityError::OutOfOrder));
}

#[test]
fn trimming_should_make_what_a_certificate_demands() {
	let (maker, mut certificate, trust, keys) = with_ancestry();
	let header = certificate.anchor.header.clone();
	let (first, second) = above(&header);
	// As a node may store it: all votes, in any order, some for later blocks, one of a stranger.
	let stranger = SigningKey::from_bytes(&[77; 32]);
	let all = vec![
		vote(&second, 0, 7, &keys[3]),
		vote(&header, 0, 7, &stranger),
		vote(&header, 0, 7, &keys[2]),
		vote(&first, 0, 7, &keys[0]),
		vote(&header, 0, 7, &keys[1]),
	];
	votes(&mut certificate, |votes| *votes = all);
	let ancestry = vec![second, first.clone()];
	certificate.anchor.justification.votes_ancestries = ancestry.try_into().unwrap();
	let set = AuthoritySet::new(0, &maker.authorities(0)).unwrap();
	let trimmed = certificate.anchor.justification.trimmed(&set).unwrap();
	assert_eq!(trimmed.commit.precommits.len(), 3);
	certificate.anchor.justification = trimmed;
	quanqi_certificate::verify(&certificate.to_bytes(), &trust).unwrap();
	votes(&mut certificate, |votes| _ = votes.pop());
	assert_eq!(certificate.anchor.justification.trimmed(&set), None);
}

#[test]
fn weights_should_count_and_not_heads() {
	let maker = Maker::short();
	let mut authorities = maker.authorities(0).to_vec();
	authorities[3].weight = 10;
	let trust = Trust::genesis(GENESIS, authorities.clone().try_into().unwrap());
	// Three of four, but 3 of 13.
	refused(&maker.make(), &trust, anchor(FinalityError::BelowThreshold));
	let mut certificate = maker.make();
	let header = certificate.anchor.header.clone();
	certificate.anchor.justification = justify(&header, 0, 7, &maker.keys(0)[3..]);
	quanqi_certificate::verify(&certificate.to_bytes(), &trust).unwrap();
	// Trimming finds the one vote that is enough.
	let set = AuthoritySet::new(0, &authorities).unwrap();
	let all: Justification = justify(&header, 0, 7, &maker.keys(0));
	assert_eq!(all.trimmed(&set).unwrap(), certificate.anchor.justification);
}

#[test]
fn authorities_that_are_no_set_should_not_be_trusted() {
	let authority = |id: u8, weight| Authority { id: [id; 32], weight };
	let cases = [
		(vec![], SetError::Empty),
		(vec![authority(1, 1), authority(1, 1)], SetError::Repeated),
		(vec![authority(1, 0)], SetError::Weightless),
		(vec![authority(1, u64::MAX), authority(2, 1)], SetError::TooHeavy),
	];
	let certificate = Maker::short().make();
	for (authorities, error) in cases {
		let trust = Trust::genesis(GENESIS, authorities.try_into().unwrap());
		refused(&certificate, &trust, Error::Trust(TrustError::Authorities(error)));
	}
}

#[test]
fn anchor_without_one_slot_should_be_refused() {
	for items in [vec![], vec![slot(1), slot(2)], vec![slot(u64::MAX)]] {
		let maker = Maker::short();
		let mut certificate = maker.make();
		let mut header = certificate.anchor.header.clone();
		header.digest = items.try_into().unwrap();
		certificate.anchor = maker.finalised(header, 0);
		refused(&certificate, &maker.trust(), Error::NoTime);
	}
}

#[test]
fn key_of_small_order_should_sign_nothing() {
	// The neutral point as key and commitment: signs every message under the cofactored rule (ZIP-215).
	let mut id = [0; 32];
	id[0] = 1;
	let mut signature = [0; 64];
	signature[0] = 1;
	let maker = Maker { validators: 1, ..Maker::short() };
	let trust = Trust::genesis(GENESIS, vec![Authority { id, weight: 1 }].try_into().unwrap());
	let mut certificate = maker.make();
	votes(&mut certificate, |votes| (votes[0].id, votes[0].signature) = (id, signature));
	refused(&certificate, &trust, anchor(FinalityError::WrongSignature(0)));
	// The chain's own check lets it pass: the difference that docs/certificate.md names.
	let message =
		certificate.anchor.justification.commit.precommits[0].precommit.signed_bytes(7, 0);
	let is_signed = <sp_core::ed25519::Pair as sp_core::Pair>::verify(
		&sp_core::ed25519::Signature::from_raw(signature),
		&message,
		&sp_core::ed25519::Public::from_raw(id),
	);
	assert!(is_signed, "{}", message.encode().len());
}
