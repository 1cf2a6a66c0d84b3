//! Random histories by proptest; the fuzz target `apply` runs the same check.

use crate::{
	actions::{start, Bytes},
	oracle::check,
	world::*,
};
use codec::{Decode, Encode};
use proptest::prelude::*;
use quanqi_title::*;

proptest! {
	#![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

	#[test]
	fn every_history_should_keep_t1_t4_and_replay_to_its_title(
		bytes in proptest::collection::vec(any::<u8>(), 0..1_500)
	) {
		check(&bytes);
	}

	#[test]
	fn apply_should_be_total_on_any_decodable_entry(
		bytes in proptest::collection::vec(any::<u8>(), 0..400)
	) {
		if let Ok(entry) = Entry::decode(&mut &bytes[..]) {
			let world = World::joint_patent();
			let _ = Title::apply(None, &entry);
			let _ = Title::apply(world.title.as_ref(), &entry);
		}
	}
}

/// Random histories are worth nothing if next to all their entries are refused.
#[test]
fn random_histories_should_reach_every_act() {
	use proptest::{strategy::ValueTree, test_runner::TestRunner};
	let mut reached = [0u32; 21];
	let mut runner = TestRunner::deterministic();
	let strategy = proptest::collection::vec(any::<u8>(), 1_500);
	for _ in 0..60 {
		let sample = strategy.new_tree(&mut runner).unwrap().current();
		let mut bytes = Bytes(&sample);
		let mut world = start(&mut bytes);
		while !bytes.is_empty() {
			let entry = bytes.entry(&mut world);
			if let Ok(title) = Title::apply(world.title.as_ref(), &entry) {
				world.title = Some(title);
				reached[usize::from(entry.body().act.encode()[0])] += 1;
				world.entries.push(entry);
			}
		}
	}
	let missed: Vec<_> = (1..21).filter(|act| reached[*act] == 0).collect();
	assert!(missed.is_empty(), "acts never reached: {missed:?}; reached {reached:?}");
}
