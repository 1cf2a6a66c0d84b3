//! A history of any calls in any order by anybody: nothing panics, every refusal has a name, every
//! invariant holds after every block, and every title is the fold of its history.
//!
//! Each block is made from one number, so that a test, a property test and a fuzzer play alike.

use super::{
	calls::{every_call, prepare, Who},
	deals::{contract_terms, entry_terms, grant_terms},
	mutation::{Dice, Mutator},
	records::{self, assert_replays, internal},
	*,
};
use frame_support::traits::GetCallMetadata;
use pallet_technology_contracts::{
	Call as Contracts, ContractKind, Contracts as StoredContracts, TermsOf,
};
use pallet_trials::ConversionTerms;
use quanqi_runtime::Rights;
use quanqi_types::AchievementId;
use std::collections::BTreeMap;

/// Those who sign; the first four are the universities.
const SIGNERS: [Key; 8] =
	[Key::Alice, Key::Bob, Key::Charlie, Key::Dave, Key::Eve, Key::Ferdie, Key::One, Key::Two];

const CALLS_PER_BLOCK: usize = 8;

/// The person behind `Key::One`, whom the preparation admits.
const COMPLETER: MemberId = MemberId(5);

/// How often a call was done and refused, and why it was refused last.
#[derive(Default)]
pub(crate) struct Tally {
	pub(crate) done: u32,
	pub(crate) refused: u32,
	pub(crate) reason: &'static str,
}

/// By the call's name.
pub(crate) type Tallies = BTreeMap<String, Tally>;

/// A run of the whole runtime.
struct Run {
	mutator: Mutator,
	templates: Vec<(Who, RuntimeCall)>,
	tallies: Tallies,
}

impl Run {
	fn new() -> Self {
		prepare();
		Self { mutator: Mutator::new(), templates: every_call(), tallies: Tallies::new() }
	}

	/// A block of calls, and the time until the next.
	fn block(&mut self, seed: u64) {
		let mut dice = Dice::new(seed);
		// Some are about today.
		self.templates = every_call();
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
		if dice.happens(80) {
			return (signed(Key::Alice), new_record(dice, seed, number));
		}
		let (who, template) = dice.pick(&self.templates);
		// Keys and members that are given up do nothing any more.
		if matches!(template, RuntimeCall::Consortium(_)) && !dice.happens(100) {
			return self.any_call(dice, seed, number);
		}
		let of_thousand = *dice.pick(&[0, 0, 20, 100, 300]);
		let record = dice.happens(500).then(|| u8::try_from(dice.below(16)).unwrap());
		let call = self.mutator.mutated(template, of_thousand, record, dice);
		let origin = match () {
			() if !matches!(who, Who::Council | Who::EnactingCouncil) => {
				signed(signer(&call, dice))
			}
			() if dice.happens(300) => council(4),
			() => return self.any_call(dice, seed, number),
		};
		(origin, call)
	}

	fn make(&mut self, origin: RuntimeOrigin, call: RuntimeCall) {
		let names = call.get_call_metadata();
		let title = format!("{}.{}", names.pallet_name, names.function_name);
		let result = dispatch(origin, call.clone());
		let tally = self.tallies.entry(title).or_default();
		match result {
			Ok(()) => tally.done += 1,
			Err(error) => {
				tally.refused += 1;
				tally.reason = name_of(error).unwrap_or_else(|| panic!("{error:?}: {call:?}"));
			}
		}
	}
}

/// Mostly a key whose signature does it, where there is one; at times anybody's.
fn signer(call: &RuntimeCall, dice: &mut Dice) -> Key {
	let anybody = *dice.pick(&SIGNERS);
	if dice.happens(250) {
		return anybody;
	}
	let first = dice.below(SIGNERS.len());
	let mut turn = SIGNERS.iter().cycle().skip(first).take(SIGNERS.len()).copied();
	turn.find(|key| tried(signed(*key), call.clone()).is_ok()).unwrap_or(anybody)
}

/// What a reader can look up: an error of a pallet, or the wrong kind of origin.
fn name_of(error: DispatchError) -> Option<&'static str> {
	match error {
		DispatchError::BadOrigin => Some("BadOrigin"),
		DispatchError::Module(error) => error.message,
		_ => None,
	}
}

/// Time until the next block: mostly a second, at times over a deadline, seldom years.
fn pause(dice: &mut Dice) -> u64 {
	let days = match dice.below(100) {
		0..80 => return 1_000,
		80..88 => 1,
		88..92 => 5,
		92..96 => 16,
		96..98 => 31,
		98 => 95,
		_ => 200,
	};
	days * DAY_MS
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

/// A record by Alice's university that there was not before.
fn new_record(dice: &mut Dice, seed: u64, number: usize) -> RuntimeCall {
	let next = pallet_achievements::NextId::<Runtime>::get();
	let achievement = AchievementId(dice.number() % next);
	let (ask, mandate) = (dice.happens(500), None);
	match dice.below(5) {
		0 => {
			let share = *dice.pick(&[500_000, 800_000]);
			let terms = Box::new(grant_terms(achievement, COMPLETER, share));
			pallet_grants::Call::propose { terms }.into()
		}
		1 => {
			let terms = Box::new(entry_terms(ConversionTerms::ToBeAgreed));
			pallet_trials::Call::enter_pool { achievement, terms, ask, mandate }.into()
		}
		2 => {
			let kind = *dice.pick(&[ContractKind::Service, ContractKind::Development]);
			let terms = contract_terms(kind, BOB, seed.to_le_bytes()[0], Vec::new());
			Contracts::draft { terms: Box::new(terms), mandate }.into()
		}
		_ => {
			let mut declaration = records::patent(ALICE, "A-0");
			let name = format!("S-{seed}-{number}");
			declaration.identifiers = vec![internal(ALICE, &name)].try_into().unwrap();
			declaration.completers = vec![COMPLETER].try_into().unwrap();
			let owners = [(ALICE, quanqi_types::WHOLE_PPM)];
			let submission = Box::new(records::owned_by(declaration, &owners));
			pallet_achievements::Call::register { submission, mandate }.into()
		}
	}
}

fn assert_all_replay() {
	let next = pallet_achievements::NextId::<Runtime>::get();
	for achievement in (1..next).map(AchievementId) {
		if Rights::title_view(achievement).is_some() {
			assert_replays(achievement);
		}
	}
}

/// Plays a history, and returns what came of each call.
pub(crate) fn play(seeds: &[u64]) -> Tallies {
	network().execute_with(|| {
		let mut run = Run::new();
		seeds.iter().for_each(|seed| run.block(*seed));
		assert_all_replay();
		run.tallies
	})
}
