//! The verifier's own types against the chain's: the same bytes, the same hashes, the same signed message.

use crate::maker::*;
use codec::{Decode, Encode};
use quanqi_certificate::{
	finality::{AuthoritySet, Justification},
	header::{GrandpaLog, Header, ScheduledChange},
};
use sp_consensus_grandpa as grandpa;
use sp_runtime::{
	generic,
	traits::{BlakeTwo256, Header as _},
};

type ChainHeader = generic::Header<u32, BlakeTwo256>;

#[test]
fn headers_should_have_the_chains_bytes_and_hash() {
	let change = ScheduledChange { next_authorities: Maker::default().authorities(1), delay: 0 };
	let items = vec![
		consensus(&GrandpaLog::ScheduledChange(change)),
		quanqi_certificate::header::DigestItem::RuntimeEnvironmentUpdated,
		quanqi_certificate::header::DigestItem::Other(Default::default()),
	];
	for number in [1, 63, 64, 70_000, u32::MAX] {
		let own = header(number, [4; 32], items.clone());
		let chains = ChainHeader::decode(&mut &*own.encode()).unwrap();
		assert_eq!(chains.encode(), own.encode());
		assert_eq!(chains.hash().0, own.hash());
		assert_eq!(chains.number(), &number);
		assert_eq!(Header::decode(&mut &*chains.encode()).unwrap(), own);
	}
}

#[test]
fn announcements_should_have_the_chains_bytes() {
	let authorities = Maker::default().authorities(1);
	let change = ScheduledChange { next_authorities: authorities.clone(), delay: 0 };
	let logs = [
		GrandpaLog::ScheduledChange(change.clone()),
		GrandpaLog::ForcedChange(7, change),
		GrandpaLog::OnDisabled(3),
		GrandpaLog::Pause(1),
		GrandpaLog::Resume(2),
	];
	for own in logs {
		let chains = grandpa::ConsensusLog::<u32>::decode(&mut &*own.encode()).unwrap();
		assert_eq!(chains.encode(), own.encode());
	}
}

#[test]
fn justifications_should_have_the_chains_bytes() {
	let certificate = Maker::short().make();
	let own = certificate.anchor.justification;
	let chains = grandpa::GrandpaJustification::<ChainHeader>::decode(&mut &*own.encode()).unwrap();
	assert_eq!(chains.encode(), own.encode());
	assert_eq!(Justification::decode(&mut &*chains.encode()).unwrap(), own);
}

#[test]
fn votes_should_be_signed_as_on_the_chain() {
	let maker = Maker::short();
	let own = maker.make().anchor.justification;
	let chains = grandpa::GrandpaJustification::<ChainHeader>::decode(&mut &*own.encode()).unwrap();
	for (vote, own) in chains.commit.precommits.iter().zip(&own.commit.precommits) {
		let message = grandpa::Message::<ChainHeader>::Precommit(vote.precommit.clone());
		assert_eq!(grandpa::localized_payload(7, 3, &message), own.precommit.signed_bytes(7, 3));
		let is_signed = |round, set| {
			grandpa::check_message_signature(&message, &vote.id, &vote.signature, round, set)
		};
		assert!(is_signed(7, 0).is_valid());
		assert!(!is_signed(8, 0).is_valid());
	}
}

#[test]
fn threshold_should_be_more_than_two_thirds() {
	for count in 1..=100u8 {
		let maker = Maker { validators: count, ..Maker::default() };
		let set = AuthoritySet::new(0, &maker.authorities(0)).unwrap();
		let (total, threshold) = (u64::from(count), set.threshold());
		assert!(3 * threshold > 2 * total);
		assert!(3 * (threshold - 1) <= 2 * total);
	}
}
