//! The stage in this process: the runtime over a state in memory, with real blocks, real signatures
//! and a clock that the scenario sets.

use crate::{
	cast::{is_sponsored, Cast, SECRETARIAT},
	catalogue::Catalogue,
	costs::Costs,
	domain,
	names::{self, Names},
	refusal::Raw,
	scenario::Scenario,
	stage::{Actor, Outcome, Stage},
	value::Value,
};
use codec::{Decode, Encode};
use frame_support::{dispatch::GetDispatchInfo, traits::GetCallMetadata};
use quanqi_runtime::{
	in_process, AccountId, Executive, Runtime, RuntimeCall, RuntimeEvent, System, Timestamp,
	UncheckedExtrinsic, SLOT_DURATION_MILLISECONDS,
};
use quanqi_types::{Date, MemberId, Moment};
use sp_core::{ed25519, sr25519, Pair, H256};
use sp_runtime::{
	generic::Era,
	transaction_validity::{InvalidTransaction, TransactionValidityError},
	BuildStorage, DispatchError,
};
use std::{collections::BTreeMap, time::Instant};

/// No wait is longer than this between two blocks, so that what falls due is handled on its way.
const STRIDE_DAYS: u32 = 15;
/// Blocks after a wait, in which what fell due on the last day is handled.
const BLOCKS_AFTER_WAIT: u32 = 2;

/// The runtime over a state in memory.
pub struct Rehearsal {
	catalogue: Catalogue,
	state: sp_io::TestExternalities,
	parent: H256,
	keys: BTreeMap<String, sr25519::Pair>,
	off_line_keys: BTreeMap<String, ed25519::Pair>,
	costs: Costs,
}

impl Rehearsal {
	/// Of the runtime that this program is built with.
	pub fn new() -> Result<Self, String> {
		Ok(Self {
			catalogue: Catalogue::of_own_runtime()?,
			state: sp_io::TestExternalities::default(),
			parent: in_process::genesis_hash(),
			keys: BTreeMap::new(),
			off_line_keys: BTreeMap::new(),
			costs: Costs::default(),
		})
	}

	/// What the calls cost that have been done here. So many calls that do nothing are made first, for
	/// comparison.
	pub fn costs(&mut self, no_operations: u32) -> Result<Costs, String> {
		for _ in 0..no_operations {
			let nothing = frame_system::Call::<Runtime>::remark { remark: Vec::new() };
			if let Outcome::Refused(_) = self.sign_and_apply(SECRETARIAT, nothing.into())? {
				return Err("a call that does nothing was refused".into());
			}
		}
		Ok(std::mem::take(&mut self.costs))
	}

	fn open_block(&mut self, now: Moment) {
		let parent = self.parent;
		let applied = self.state.execute_with(|| in_process::open_block(parent, now));
		debug_assert!(matches!(applied, Ok(Ok(()))), "the time is taken: {applied:?}");
	}

	fn close_block(&mut self) {
		self.parent = self.state.execute_with(in_process::close_block);
	}

	/// Closes the block and opens the next one at a moment; the events at its beginning.
	fn next_block(&mut self, at: Moment) -> Vec<Vec<u8>> {
		self.close_block();
		self.open_block(at);
		self.state
			.execute_with(|| System::events().iter().map(|record| record.event.encode()).collect())
	}

	fn time(&mut self) -> Moment {
		self.state.execute_with(|| Moment(Timestamp::get()))
	}

	fn key(&self, name: &str) -> Result<sr25519::Pair, String> {
		self.keys.get(name).cloned().ok_or_else(|| format!("no actor has a key called {name:?}"))
	}

	/// Applies a transaction that a key signs, in a block of its own.
	fn sign_and_apply(&mut self, name: &str, call: RuntimeCall) -> Result<Outcome, String> {
		let pair = self.key(name)?;
		let next = Moment(self.time().0 + SLOT_DURATION_MILLISECONDS);
		self.next_block(next);
		let name = call_name(&call);
		let costs = &mut self.costs;
		Ok(self.state.execute_with(|| {
			let before = System::events().len();
			let transaction = transaction(&pair, call);
			let weight = transaction.get_dispatch_info().total_weight().ref_time();
			let began = Instant::now();
			let applied = Executive::apply_extrinsic(transaction);
			let time = began.elapsed();
			if let Ok(Ok(())) = applied {
				costs.add(name, time, weight);
			}
			let events: Vec<_> =
				System::events().split_off(before).into_iter().map(|record| record.event).collect();
			outcome(applied, events)
		}))
	}
}

impl Stage for Rehearsal {
	fn catalogue(&self) -> &Catalogue {
		&self.catalogue
	}

	fn prepare(&mut self, scenario: &Scenario) -> Result<Names, String> {
		let names = Names { run: "1".into(), ..Names::default() };
		let start = match &scenario.start {
			Some(start) => names.moment(start).map_err(|fault| fault.to_string())?,
			// A day at work.
			None => names::later(day(2026, 1, 5)?, "10 hours").ok_or("no such hour")?,
		};
		let mut cast = Cast { names, keys: BTreeMap::new(), off_line_keys: BTreeMap::new() };
		let genesis = cast.genesis(scenario).map_err(|fault| fault.to_string())?;
		let storage = genesis.build_storage()?;
		self.state = sp_io::TestExternalities::new(storage);
		self.parent = in_process::genesis_hash();
		self.keys = cast.keys.clone();
		self.open_block(start);
		for actor in scenario.actors.iter().filter(|actor| is_sponsored(actor)) {
			let member =
				MemberId(self.state.execute_with(pallet_consortium::NextMemberId::<Runtime>::get));
			let application = cast.application(actor).map_err(|fault| fault.to_string())?;
			self.keys.clone_from(&cast.keys);
			let sponsor = actor.says.get("sponsor").and_then(Value::text).unwrap_or(SECRETARIAT);
			let call = pallet_consortium::Call::<Runtime>::sponsor { application };
			match self.sign_and_apply(sponsor, call.into())? {
				Outcome::Done(_) => cast.names.members.insert(actor.name.clone(), member),
				Outcome::Refused(raw) => {
					let refusal = crate::refusal::Refusal::new(&self.catalogue, &raw);
					let (line, name) = (actor.line, &actor.name);
					let told = format!("{}: {}", refusal.title(), refusal.text);
					return Err(format!("line {line}: {name} cannot be sponsored: {told}"));
				}
			};
		}
		cast.names.start = self.time();
		self.off_line_keys = cast.off_line_keys;
		Ok(cast.names)
	}

	fn submit(&mut self, actor: &Actor, mut call: &[u8]) -> Result<Outcome, String> {
		let call = RuntimeCall::decode(&mut call)
			.map_err(|error| format!("the runtime does not take the call: {error}"))?;
		match actor {
			Actor::Key(name) => self.sign_and_apply(name, call),
			Actor::Council => {
				let length_bound = u32::try_from(call.encoded_size()).unwrap_or(u32::MAX);
				// The only seat: its motion is decided at once.
				let motion = pallet_collective_call(call, length_bound);
				self.sign_and_apply(SECRETARIAT, motion)
			}
		}
	}

	fn advance(&mut self, until: Moment) -> Result<Vec<Vec<u8>>, String> {
		let mut now = self.time();
		if until <= now {
			let (until, now) = (domain::show_moment(until), domain::show_moment(now));
			return Err(format!("{until} has passed: it is {now}"));
		}
		let stride = u64::from(STRIDE_DAYS) * quanqi_types::date::DAY_MS;
		let mut events = Vec::new();
		while now < until {
			now = Moment(now.0.saturating_add(stride).min(until.0));
			// A slot lies at whole seconds.
			let slot = now.0.next_multiple_of(SLOT_DURATION_MILLISECONDS);
			events.extend(self.next_block(Moment(slot)));
		}
		for _ in 0..BLOCKS_AFTER_WAIT {
			let next = Moment(self.time().0 + SLOT_DURATION_MILLISECONDS);
			events.extend(self.next_block(next));
		}
		Ok(events)
	}

	fn now(&mut self) -> Result<Moment, String> {
		Ok(self.time())
	}

	fn ask(&mut self, method: &str, arguments: &[u8]) -> Result<Vec<u8>, String> {
		let answer = self.state.execute_with(|| quanqi_runtime::api::dispatch(method, arguments));
		answer.ok_or_else(|| format!("the runtime has no {method}"))
	}

	fn sign_off_line(&mut self, actor: &str, bytes: &[u8]) -> Result<([u8; 32], [u8; 64]), String> {
		let pair = self.off_line_keys.get(actor);
		let pair = pair.ok_or_else(|| format!("{actor} has no off-line-key = true"))?;
		Ok((pair.public().0, pair.sign(bytes).0))
	}

	fn check_invariants(&mut self) -> Result<(), String> {
		self.state
			.execute_with(in_process::check_invariants)
			.map_err(|(pallet, error)| format!("an invariant of {pallet} is broken: {error:?}"))
	}
}

fn day(year: u16, month: u8, number: u8) -> Result<Moment, String> {
	Date::from_calendar(year, month, number).map(Date::start).ok_or_else(|| "no such day".into())
}

fn pallet_collective_call(call: RuntimeCall, length_bound: u32) -> RuntimeCall {
	let proposal = Box::new(call);
	let motion = RuntimeCall::Council(pallet_collective::Call::propose {
		threshold: 1,
		proposal,
		length_bound,
	});
	pallet_consortium::Call::<Runtime>::act_as_seat { call: Box::new(motion) }.into()
}

/// `Grants.propose`; of a motion, what is moved, as the motion carries it out.
fn call_name(call: &RuntimeCall) -> String {
	match call {
		RuntimeCall::Consortium(pallet_consortium::Call::act_as_seat { call }) => call_name(call),
		RuntimeCall::Council(pallet_collective::Call::propose { proposal, .. }) => {
			call_name(proposal)
		}
		call => {
			let metadata = call.get_call_metadata();
			format!("{}.{}", metadata.pallet_name, metadata.function_name)
		}
	}
}

/// The next transaction of an account, signed.
fn transaction(pair: &sr25519::Pair, call: RuntimeCall) -> UncheckedExtrinsic {
	let account = AccountId::from(pair.public());
	let nonce = System::account_nonce(&account);
	let genesis = System::block_hash(0);
	let extension = in_process::extension(nonce, Era::Immortal);
	in_process::sign(call, extension, (genesis, genesis), account, |bytes| pair.sign(bytes).into())
}

fn outcome(applied: sp_runtime::ApplyExtrinsicResult, events: Vec<RuntimeEvent>) -> Outcome {
	let refused = |error: &DispatchError| Outcome::Refused(raw(error));
	match applied {
		Err(error) => Outcome::Refused(not_taken(&error)),
		Ok(Err(error)) => refused(&error),
		// The motion that a call carries out may fail although the call itself succeeds.
		Ok(Ok(())) => match quanqi_runtime::call_check::failure(&events) {
			Some(error) => refused(&error),
			None => Outcome::Done(events.iter().map(Encode::encode).collect()),
		},
	}
}

/// A dispatch error as scenarios know it.
pub fn raw(error: &DispatchError) -> Raw {
	match error {
		DispatchError::Module(module) => Raw::Module { index: module.index, error: module.error },
		DispatchError::BadOrigin => Raw::Other {
			name: "BadOrigin".into(),
			text: "the signer may not make this call".into(),
		},
		other => Raw::Other { name: format!("{other:?}"), text: String::new() },
	}
}

fn not_taken(error: &TransactionValidityError) -> Raw {
	let text = match error {
		TransactionValidityError::Invalid(InvalidTransaction::Custom(code)) => {
			pallet_consortium::extensions::refusal_text(*code).unwrap_or("not taken").into()
		}
		other => format!("{other:?}"),
	};
	Raw::Other { name: "NotTaken".into(), text }
}
