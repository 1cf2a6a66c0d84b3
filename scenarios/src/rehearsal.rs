//! The stage in this process: the runtime over a state in memory, with real blocks, real signatures
//! and a clock that the scenario sets.

use crate::{
	cast::{is_sponsored, Cast, SECRETARIAT},
	catalogue::Catalogue,
	domain,
	names::{self, Names},
	refusal::Raw,
	scenario::Scenario,
	stage::{Actor, Outcome, Stage},
	value::Value,
};
use codec::{Decode, Encode};
use quanqi_runtime::{
	AccountId, Executive, Header, Runtime, RuntimeCall, RuntimeEvent, Signature, SignedPayload,
	System, Timestamp, TxExtension, UncheckedExtrinsic, SLOT_DURATION_MILLISECONDS, VERSION,
};
use quanqi_types::{Date, MemberId, Moment};
use sp_consensus_aura::{Slot, AURA_ENGINE_ID};
use sp_core::{ed25519, sr25519, Pair, H256};
use sp_runtime::{
	generic::Era,
	traits::Header as _,
	transaction_validity::{InvalidTransaction, TransactionValidityError},
	BuildStorage, Digest, DigestItem, DispatchError,
};
use std::collections::BTreeMap;

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
}

impl Rehearsal {
	/// Of the runtime that this program is built with.
	pub fn new() -> Result<Self, String> {
		Ok(Self {
			catalogue: Catalogue::of_own_runtime()?,
			state: sp_io::TestExternalities::default(),
			parent: genesis_hash(),
			keys: BTreeMap::new(),
			off_line_keys: BTreeMap::new(),
		})
	}

	fn open_block(&mut self, now: Moment) {
		let parent = self.parent;
		self.state.execute_with(|| {
			let slot = Slot::from(now.0 / SLOT_DURATION_MILLISECONDS);
			let item = DigestItem::PreRuntime(AURA_ENGINE_ID, slot.encode());
			let number = System::block_number() + 1;
			let digest = Digest { logs: vec![item] };
			let header = Header::new(number, H256::default(), H256::default(), parent, digest);
			Executive::initialize_block(&header);
			let time = pallet_timestamp::Call::<Runtime>::set { now: now.0 };
			let inherent = UncheckedExtrinsic::new_bare(time.into());
			let applied = Executive::apply_extrinsic(inherent);
			debug_assert!(matches!(applied, Ok(Ok(()))), "the time is taken: {applied:?}");
			Executive::inherents_applied();
		});
	}

	fn close_block(&mut self) {
		self.parent = self.state.execute_with(|| Executive::finalize_block().hash());
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
		Ok(self.state.execute_with(|| {
			let before = System::events().len();
			let transaction = transaction(&pair, call);
			let applied = Executive::apply_extrinsic(transaction);
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
		self.parent = genesis_hash();
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
		let checked = self.state.execute_with(|| {
			[
				("consortium", quanqi_runtime::Consortium::do_try_state()),
				("statutes", quanqi_runtime::Statutes::do_try_state()),
				("achievements", quanqi_runtime::Achievements::do_try_state()),
				("rights", quanqi_runtime::Rights::do_try_state()),
				("notices", quanqi_runtime::Notices::do_try_state()),
				("grants", quanqi_runtime::Grants::do_try_state()),
				("trials", quanqi_runtime::Trials::do_try_state()),
				("contracts", quanqi_runtime::Contracts::do_try_state()),
			]
		});
		let mut broken = checked
			.into_iter()
			.filter_map(|(pallet, outcome)| outcome.err().map(|error| (pallet, error)));
		match broken.next() {
			Some((pallet, error)) => Err(format!("an invariant of {pallet} is broken: {error:?}")),
			None => Ok(()),
		}
	}
}

/// Hash that stands for the genesis block.
fn genesis_hash() -> H256 {
	H256::repeat_byte(0x71)
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

/// What a transaction carries besides its call, and its signature.
fn transaction(pair: &sr25519::Pair, call: RuntimeCall) -> UncheckedExtrinsic {
	let account = AccountId::from(pair.public());
	let nonce = System::account_nonce(&account);
	let extension: TxExtension = (
		frame_system::AuthorizeCall::new(),
		frame_system::CheckNonZeroSender::new(),
		frame_system::CheckSpecVersion::new(),
		frame_system::CheckTxVersion::new(),
		frame_system::CheckGenesis::new(),
		frame_system::CheckMortality::from(Era::Immortal),
		pallet_consortium::CheckMember::new(),
		frame_system::CheckNonce::from(nonce),
		pallet_consortium::CheckQuota::new(),
		frame_system::CheckWeight::new(),
		frame_system::WeightReclaim::new(),
	);
	let genesis = System::block_hash(0);
	let versions = (VERSION.spec_version, VERSION.transaction_version);
	let implicit = ((), (), versions.0, versions.1, genesis, genesis, (), (), (), (), ());
	let payload = SignedPayload::from_raw(call, extension, implicit);
	let signature = payload.using_encoded(|bytes| pair.sign(bytes));
	let (call, extension, _) = payload.deconstruct();
	UncheckedExtrinsic::new_signed(call, account.into(), Signature::Sr25519(signature), extension)
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
