//! The verifier's check of justifications against the node's own, on thousands of mutated ones: certificates
//! must accept no block as final that a node would not, and refuse no more than their documents say.

#[allow(dead_code, reason = "the tests of certificates need more of it")]
#[path = "../../certificate/tests/attack/blocks.rs"]
mod blocks;
#[path = "../../certificate/tests/attack/votes.rs"]
mod votes;

use codec::Encode;
use proptest::prelude::*;
use quanqi_certificate::finality::{Authority, Justification};
use quanqi_runtime::opaque::Block;
use sc_consensus_grandpa::GrandpaJustification;
use sp_core::{ed25519::Public, H256};
use votes::{cases, Case, SET};

/// Whether a node would take the block for final by this justification.
fn node_accepts(case: &Case, own: &Justification) -> bool {
	let voter = |authority: &Authority| (Public::from_raw(authority.id).into(), authority.weight);
	let authorities = case.authorities.iter().map(voter).collect();
	let justification = GrandpaJustification::<Block>::decode(&own.encode()).expect("same bytes");
	justification.target() == (case.header.number, H256(case.header.hash()))
		&& justification.verify(SET, &authorities).is_ok()
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(30_000))]

	#[test]
	fn finality_should_be_what_the_node_says(case in cases()) {
		let verdict = case.judge(|justification| node_accepts(&case, justification));
		prop_assert_eq!(verdict, Ok(()));
	}
}
