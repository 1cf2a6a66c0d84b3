//! Any calls in any order by anybody, over years: nothing panics, every refusal has a name, every
//! invariant holds after every block, and every title is the fold of its history.

use crate::common::{
	calls::{every_call, prepare, Who},
	mutation::{Dice, Mutator},
	records::{assert_replays, internal},
	*,
};
use frame_support::traits::GetCallMetadata;
use pallet_technology_contracts::{Call as Contracts, Contracts as StoredContracts, TermsOf};
use proptest::prelude::*;
use quanqi_runtime::{Rights, Runtime, RuntimeCall, RuntimeOrigin};
use quanqi_types::{AchievementId, Moment};
use sp_runtime::DispatchError;
use std::collections::BTreeMap;

/// Those who sign; the first four are the universities.
const SIGNERS: [Key; 8] =
	[Key::Alice, Key::Bob, Key::Charlie, Key::Dave, Key::Eve, Key::Ferdie, Key::One, Key::Two];

const CALLS_PER_BLOCK: usize = 3;

/// How many histories are tried, and the most blocks of one; the variables make a longer search.
fn cases() -> u32 {
	from_environment("QUANQI_SEQUENCES", 8)
}

fn most_blocks() -> usize {
	usize::try_from(from_environment("QUANQI_SEQUENCE_BLOCKS", 400)).unwrap()
}

fn from_environment(name: &str, otherwise: u32) -> u32 {
	std::env::var(name).map_or(otherwise, |text| text.parse().expect("it is a number"))
}

/// A run of the whole runtime.
struct Run {
	mutator: Mutator,
	templates: Vec<(Who, RuntimeCall)>,
	/// How often each call was done and refused.
	tally: BTreeMap<String, (u32, u32)>,
}

impl Run {
	fn new() -> Self {
		prepare();
		Self { mutator: Mutator::new(), templates: every_call(), tally: BTreeMap::new() }
	}

	/// A block of calls, and the time until the next.
	fn block(&mut self, seed: u64) {
		let mut dice = Dice::new(seed);
		for number in 0..CALLS_PER_BLOCK {
			let (origin, call) = self.any_call(&mut dice, seed, number);
			self.make(origin, call);
		}
		close_block();
		check_invariants();
		open_block(Moment(now().0 + pause(&mut dice)));
	}

	fn any_call(&self, dice: &mut Dice, seed: u64, number: usize) -> (RuntimeOrigin, RuntimeCall) {
		if dice.happens(150) {
			if let Some(following) = following_call(dice) {
				return following;
			}
		}
		if dice.happens(30) {
			return (signed(Key::Alice), new_patent(seed, number));
		}
		let (who, template) = dice.pick(&self.templates);
		let of_thousand = *dice.pick(&[0, 20, 100, 300]);
		let call = self.mutator.mutated(template, of_thousand, dice);
		let by_council = matches!(who, Who::Council | Who::EnactingCouncil);
		let origin = match () {
			// Too many of these and nobody is left who may do anything.
			() if by_council && dice.happens(150) => council(4),
			() if by_council => return self.any_call(dice, seed, number),
			() => signed(*dice.pick(&SIGNERS)),
		};
		(origin, call)
	}

	fn make(&mut self, origin: RuntimeOrigin, call: RuntimeCall) {
		let names = call.get_call_metadata();
		let title = format!("{}.{}", names.pallet_name, names.function_name);
		let result = dispatch(origin, call.clone());
		let (done, refused) = self.tally.entry(title).or_default();
		match result {
			Ok(()) => *done += 1,
			Err(error) => {
				assert!(has_name(error), "{call:?} was refused by {error:?}");
				*refused += 1;
			}
		}
	}
}

/// What a reader can look up: an error of a pallet, or the wrong kind of origin.
fn has_name(error: DispatchError) -> bool {
	match error {
		DispatchError::BadOrigin => true,
		DispatchError::Module(error) => error.message.is_some(),
		_ => false,
	}
}

/// Time until the next block: mostly a second, at times over a deadline, seldom years.
fn pause(dice: &mut Dice) -> u64 {
	let day = DAY_MS;
	*dice.pick(&[
		1_000,
		1_000,
		1_000,
		1_000,
		3_600_000,
		day,
		3 * day,
		16 * day,
		31 * day,
		95 * day,
		400 * day,
	])
}

/// A call that goes on with something that waits: a signature or a consent.
fn following_call(dice: &mut Dice) -> Option<(RuntimeOrigin, RuntimeCall)> {
	let key = *dice.pick(&SIGNERS);
	if dice.happens(500) {
		let waiting: Vec<_> = StoredContracts::<Runtime>::iter()
			.filter_map(|(id, contract)| Some((id, contract.pending?.version)))
			.collect();
		let (contract, version) = *waiting.get(dice.below(waiting.len()))?;
		let terms = TermsOf::<Runtime>::get(contract, version)?.hash();
		return Some((
			signed(key),
			Contracts::sign { contract, version, terms, mandate: None }.into(),
		));
	}
	let next = pallet_rights::NextRequest::<Runtime>::get();
	let request = (0..next).rev().find(|request| Rights::request_view(*request).is_some())?;
	let missing = Rights::request_view(request)?.missing;
	let role = missing.get(dice.below(missing.len()))?.role;
	let behalf = pallet_rights::Behalf::Own;
	Some((signed(key), pallet_rights::Call::consent { request, role, behalf }.into()))
}

/// A patent of Alice's university that nobody has registered.
fn new_patent(seed: u64, number: usize) -> RuntimeCall {
	let mut declaration = records::patent(ALICE, "A-0");
	let name = format!("S-{seed}-{number}");
	declaration.identifiers = vec![internal(ALICE, &name)].try_into().unwrap();
	let submission = records::owned_by(declaration, &[(ALICE, quanqi_types::WHOLE_PPM)]);
	pallet_achievements::Call::register { submission: Box::new(submission), mandate: None }.into()
}

fn assert_all_replay() {
	let next = pallet_achievements::NextId::<Runtime>::get();
	for achievement in (1..next).map(AchievementId) {
		if Rights::title_view(achievement).is_some() {
			assert_replays(achievement);
		}
	}
}

/// Plays a history, and returns how often each call was done and refused.
fn play(seeds: &[u64]) -> BTreeMap<String, (u32, u32)> {
	network().execute_with(|| {
		let mut run = Run::new();
		seeds.iter().for_each(|seed| run.block(*seed));
		assert_all_replay();
		run.tally
	})
}

proptest! {
	#![proptest_config(ProptestConfig {
		failure_persistence: None,
		max_shrink_iters: 200,
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
	let seeds: Vec<u64> = (0..400).collect();
	let tally = play(&seeds);
	let done = tally.values().filter(|(done, _)| *done > 0).count();
	let never: Vec<_> =
		tally.iter().filter(|(_, (done, _))| *done == 0).map(|(name, _)| name).collect();
	println!("{done} of {} calls were done; never: {never:?}", tally.len());
	assert!(done * 2 > tally.len(), "of most calls only refusals were seen: {never:?}");
}
