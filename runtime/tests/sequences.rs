//! Any calls in any order by anybody, over years.

use crate::common::history::{play, Tallies};
use proptest::prelude::*;

/// How many histories are tried, and the most blocks of one; the variables make a longer search.
fn cases() -> u32 {
	from_environment("QUANQI_SEQUENCES", 8)
}

fn most_blocks() -> usize {
	usize::try_from(from_environment("QUANQI_SEQUENCE_BLOCKS", 300)).unwrap()
}

fn from_environment(name: &str, otherwise: u32) -> u32 {
	std::env::var(name).map_or(otherwise, |text| text.parse().expect("it is a number"))
}

proptest! {
	#![proptest_config(ProptestConfig {
		failure_persistence: None,
		// Each plays a history again: a shorter one is worth a minute, not an hour.
		max_shrink_iters: 20,
		..ProptestConfig::with_cases(cases())
	})]

	#[test]
	fn invariants_should_hold_when_anybody_makes_any_calls_over_years(
		seeds in prop::collection::vec(any::<u64>(), most_blocks() / 2..=most_blocks()),
	) {
		play(&seeds);
	}
}

#[test]
fn sequences_should_reach_behind_the_refusals_of_most_calls() {
	let mut tallies = Tallies::new();
	for history in 0..6 {
		let seeds: Vec<u64> = (0..300).map(|block| history * 1_000 + block).collect();
		for (call, tally) in play(&seeds) {
			let total = tallies.entry(call).or_default();
			total.done += tally.done;
			total.refused += tally.refused;
			total.reason = tally.reason;
		}
	}
	let calls = tallies.len();
	let refused = tallies.values().filter(|tally| tally.refused > 0).count();
	let never: Vec<_> = tallies
		.iter()
		.filter(|(_, tally)| tally.done == 0)
		.map(|(call, tally)| format!("{call}: {}", tally.reason))
		.collect();
	println!("{calls} calls, {refused} refused at least once; never done: {never:#?}");
	assert!(never.len() * 2 < calls, "only refusals were seen of these: {never:#?}");
	assert!(refused * 10 > calls * 9, "only {refused} of {calls} calls were ever refused");
}
