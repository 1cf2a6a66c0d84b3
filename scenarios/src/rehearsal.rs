//! The stage in this process: the runtime over a state in memory, with real blocks, real signatures
//! and a clock that the scenario sets.

use crate::{
	catalogue::Catalogue,
	domain,
	names::{self, Names},
	refusal::Raw,
	scenario::{ActorSpec, Scenario},
	stage::{Actor, Outcome, Stage},
	value::{Fault, Value},
};
use codec::{Decode, Encode};
use pallet_consortium::{
	types::{Application, Identity, KeyGrant},
	Institution,
};
use quanqi_runtime::{
	AccountId, Executive, Header, Runtime, RuntimeCall, RuntimeEvent, RuntimeGenesisConfig,
	SessionKeys, Signature, SignedPayload, System, Timestamp, TxExtension, UncheckedExtrinsic,
	SLOT_DURATION_MILLISECONDS, VERSION,
};
use quanqi_types::{
	Capabilities, Capability, Commitment, CreditCode, Date, Location, MemberId, MemberKind, Moment,
	Permissions, RuleId, StatuteVersion, Text,
};
use sp_consensus_aura::{Slot, AURA_ENGINE_ID};
use sp_core::{ed25519, sr25519, Pair, H256};
use sp_io::hashing::blake2_256;
use sp_runtime::{
	generic::Era,
	traits::Header as _,
	transaction_validity::{InvalidTransaction, TransactionValidityError},
	BuildStorage, Digest, DigestItem, DispatchError,
};
use std::collections::BTreeMap;

/// Who founds the network, validates it and has the only seat in the council.
const SECRETARIAT: &str = "联盟秘书处";
/// No wait is longer than this between two blocks, so that what falls due is handled on its way.
const STRIDE_DAYS: u32 = 15;
/// Blocks after a wait, in which what fell due on the last day is handled.
const BLOCKS_AFTER_WAIT: u32 = 2;
/// Where an actor is that does not say so: Hangzhou.
const HOME: u32 = 330_100;

/// The runtime over a state in memory.
pub struct Rehearsal {
	catalogue: Catalogue,
	state: sp_io::TestExternalities,
	parent: H256,
	keys: BTreeMap<String, sr25519::Pair>,
}

impl Rehearsal {
	/// Of the runtime that this program is built with.
	pub fn new() -> Result<Self, String> {
		Ok(Self {
			catalogue: Catalogue::of_own_runtime()?,
			state: sp_io::TestExternalities::default(),
			parent: genesis_hash(),
			keys: BTreeMap::new(),
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
		let mut cast = Cast { names, keys: BTreeMap::new() };
		let genesis = cast.genesis(scenario).map_err(|fault| fault.to_string())?;
		let storage = genesis.build_storage()?;
		self.state = sp_io::TestExternalities::new(storage);
		self.parent = genesis_hash();
		self.keys = cast.keys.clone();
		self.open_block(start);
		for actor in scenario.actors.iter().filter(|actor| is_sponsored(actor)) {
			let member = MemberId(self.state.execute_with(|| {
				pallet_consortium::NextMemberId::<Runtime>::get()
			}));
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
		Ok(Ok(())) => match events.iter().find_map(failed_inside) {
			Some(error) => refused(&error),
			None => Outcome::Done(events.iter().map(Encode::encode).collect()),
		},
	}
}

/// A motion that was agreed and whose call was refused.
fn failed_inside(event: &RuntimeEvent) -> Option<DispatchError> {
	match event {
		RuntimeEvent::Council(pallet_collective::Event::Executed { result, .. }) => {
			result.as_ref().err().copied()
		}
		_ => None,
	}
}

/// A dispatch error as scenarios know it.
pub fn raw(error: &DispatchError) -> Raw {
	match error {
		DispatchError::Module(module) => Raw::Module { index: module.index, error: module.error },
		DispatchError::BadOrigin => {
			Raw::Other { name: "BadOrigin".into(), text: "the signer may not make this call".into() }
		}
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

/// Persons are sponsored, and who says by whom.
fn is_sponsored(actor: &ActorSpec) -> bool {
	actor.kind == "person" || actor.says.get("sponsor").is_some()
}

/// The actors as they are brought onto the stage.
struct Cast {
	names: Names,
	keys: BTreeMap<String, sr25519::Pair>,
}

impl Cast {
	/// The first state: the secretariat, the institutions, the statutes.
	fn genesis(&mut self, scenario: &Scenario) -> Result<RuntimeGenesisConfig, Fault> {
		let mut institutions = vec![self.secretariat()?];
		self.names.members.insert(SECRETARIAT.into(), MemberId(1));
		let sponsors: Vec<_> = scenario
			.actors
			.iter()
			.filter_map(|actor| actor.says.get("sponsor")?.text().map(str::to_owned))
			.collect();
		for actor in scenario.actors.iter().filter(|actor| !is_sponsored(actor)) {
			let mut application = self.application(actor)?;
			if sponsors.contains(&actor.name) {
				let capabilities = &mut application.capabilities;
				*capabilities = capabilities.iter().chain([Capability::Sponsor]).collect();
			}
			institutions.push(institution(&actor.name, application)?);
			let number = u32::try_from(institutions.len()).unwrap_or(u32::MAX);
			self.names.members.insert(actor.name.clone(), MemberId(number));
		}
		let seat = quanqi_runtime::Consortium::seat_account(MemberId(1));
		let (aura, grandpa) = (seed("aura"), ed25519::Pair::from_seed(&blake2_256(b"grandpa")));
		let session =
			SessionKeys { aura: aura.public().into(), grandpa: grandpa.public().into() };
		let mut genesis = RuntimeGenesisConfig::default();
		genesis.consortium.institutions = institutions;
		genesis.session.keys = vec![(seat.clone(), seat, session)];
		genesis.statutes.test_network = true;
		for statute in &scenario.statutes {
			genesis.statutes.versions.push(self.statute(statute)?);
		}
		Ok(genesis)
	}

	fn secretariat(&mut self) -> Result<Institution<AccountId>, Fault> {
		let capabilities = [Capability::Validate, Capability::Sponsor, Capability::Administer];
		let application = Application {
			kind: MemberKind::Other,
			identity: Identity::Named(name_text(SECRETARIAT, 0)?),
			credit_code: Some(credit_code(SECRETARIAT)),
			location: Location::Division(HOME),
			state_established: false,
			capabilities: capabilities.into_iter().collect(),
			jurisdiction: None,
			keys: self.new_keys(SECRETARIAT, 1).try_into().unwrap_or_default(),
		};
		let mut secretariat = institution(SECRETARIAT, application)?;
		(secretariat.seat, secretariat.validator) = (true, true);
		Ok(secretariat)
	}

	/// Makes the keys of an actor: `name`, `name#2` and so on.
	fn new_keys(&mut self, name: &str, count: usize) -> Vec<KeyGrant<AccountId>> {
		let title = |number: usize| match number {
			1 => name.to_owned(),
			number => format!("{name}#{number}"),
		};
		(1..=count)
			.map(|number| {
				let pair = seed(&title(number));
				self.names.accounts.insert(title(number), pair.public().0);
				self.keys.insert(title(number), pair.clone());
				let account = AccountId::from(pair.public());
				KeyGrant { account, permissions: Permissions::FULL }
			})
			.collect()
	}

	fn application(&mut self, actor: &ActorSpec) -> Result<Application<AccountId>, Fault> {
		let (line, says) = (actor.line, &actor.says);
		let kind: MemberKind = read(&self.names, "kind", says.get("kind"), line)?
			.ok_or_else(|| Fault::at(line, "kind is missing"))?;
		let location = match says.get("location") {
			None => Location::Division(HOME),
			Some(place) => {
				let encoded = self.location(place)?;
				Location::decode(&mut encoded.as_slice())
					.map_err(|error| Fault::at(place.line, error.to_string()))?
			}
		};
		let is_person = kind == MemberKind::Person;
		let is_foreign = matches!(location, Location::Foreign { .. });
		let code = match says.get("credit-code") {
			None => credit_code(&actor.name),
			Some(code) => {
				let text = code.expect_text("a unified social credit code")?;
				let code = CreditCode::parse(text)
					.map_err(|error| Fault::at(code.line, format!("{text}: {error}")));
				code?
			}
		};
		let capabilities =
			read(&self.names, "capabilities", says.get("capabilities"), line)?
				.unwrap_or_else(|| usual_capabilities(kind));
		let stated = read(&self.names, "state-established", says.get("state-established"), line)?;
		let usually = matches!(
			kind,
			MemberKind::University
				| MemberKind::Institute
				| MemberKind::Hospital
				| MemberKind::Bureau
				| MemberKind::Regulator
		);
		let jurisdiction = read(&self.names, "jurisdiction", says.get("jurisdiction"), line)?
			.or_else(|| usual_jurisdiction(&capabilities, &location));
		let keys = read(&self.names, "keys", says.get("keys"), line)?.unwrap_or(1usize);
		let identity = match is_person {
			true => {
				let salt = blake2_256(actor.name.as_bytes());
				Identity::Committed(Commitment::new(salt, actor.name.as_bytes()))
			}
			false => Identity::Named(name_text(&actor.name, line)?),
		};
		Ok(Application {
			kind,
			identity,
			credit_code: (!is_person && !is_foreign).then_some(code),
			location,
			state_established: stated.unwrap_or(usually && !is_foreign),
			capabilities: if is_sponsored(actor) { Capabilities::NONE } else { capabilities },
			jurisdiction: if is_sponsored(actor) { None } else { jurisdiction },
			keys: self
				.new_keys(&actor.name, keys)
				.try_into()
				.map_err(|_| Fault::at(line, "an actor has at most 16 keys"))?,
		})
	}

	fn location(&self, place: &Value) -> Result<Vec<u8>, Fault> {
		domain::location(&self.names, place).map(|location| location.encode())
	}

	/// One version of a rule: `{ rule = …, value = …, from = …, … }`.
	fn statute(&self, statute: &Value) -> Result<(RuleId, StatuteVersion), Fault> {
		let line = statute.line;
		let field = |key: &str| {
			statute.get(key).ok_or_else(|| Fault::at(line, format!("a statute has its {key}")))
		};
		let rule: RuleId = read(&self.names, "rule", Some(field("rule")?), line)?
			.ok_or_else(|| Fault::at(line, "a statute has its rule"))?;
		let mut json = serde_json::Map::new();
		let from = self.names.date(field("from")?)?.start().0;
		json.insert("effective_from".into(), from.into());
		json.insert("value".into(), domain::to_json(&self.names, field("value")?)?);
		json.insert("citation".into(), domain::to_json(&self.names, field("citation")?)?);
		for (key, usual) in [("force", "binding"), ("status", "in-force")] {
			let said = statute.get(key).and_then(Value::text).unwrap_or(usual);
			json.insert(key.into(), said.into());
		}
		let version = serde_json::from_value(json.into())
			.map_err(|error| Fault::at(line, format!("this is no statute: {error}")))?;
		Ok((rule, version))
	}
}

fn read<T: serde::de::DeserializeOwned>(
	names: &Names,
	key: &str,
	value: Option<&Value>,
	line: usize,
) -> Result<Option<T>, Fault> {
	let Some(value) = value else { return Ok(None) };
	let json = domain::to_json(names, value)?;
	let line = if value.line == 0 { line } else { value.line };
	serde_json::from_value(json)
		.map(Some)
		.map_err(|error| Fault::at(line, format!("{key}: {error}")))
}

fn institution(
	name: &str,
	application: Application<AccountId>,
) -> Result<Institution<AccountId>, Fault> {
	Ok(Institution {
		kind: application.kind,
		name: name_text(name, 0)?,
		credit_code: application.credit_code,
		location: application.location,
		state_established: application.state_established,
		capabilities: application.capabilities,
		jurisdiction: application.jurisdiction,
		keys: application.keys.into_inner(),
		seat: false,
		validator: false,
		node_ids: Vec::new(),
	})
}

fn name_text<const N: u32>(name: &str, line: usize) -> Result<Text<N>, Fault> {
	Text::new(name).map_err(|error| Fault::at(line, format!("{name}: {error}")))
}

/// What members of a kind may usually do.
fn usual_capabilities(kind: MemberKind) -> Capabilities {
	let list: &[Capability] = match kind {
		MemberKind::University | MemberKind::Institute | MemberKind::Hospital => {
			&[Capability::Register, Capability::Approve]
		}
		MemberKind::Enterprise => &[Capability::Register, Capability::Approve],
		MemberKind::Exchange => &[Capability::OperatePool, Capability::AttestPayments],
		MemberKind::Bureau => &[Capability::RegisterContracts],
		MemberKind::Regulator => &[Capability::Adjudicate, Capability::Audit],
		MemberKind::Financier => &[Capability::AttestPayments],
		_ => &[],
	};
	list.iter().copied().collect()
}

/// A bureau's own province.
fn usual_jurisdiction(capabilities: &Capabilities, location: &Location) -> Option<u32> {
	match location {
		Location::Division(code) if capabilities.contains(Capability::RegisterContracts) => {
			Some(code / 10_000 * 10_000)
		}
		_ => None,
	}
}

fn seed(name: &str) -> sr25519::Pair {
	sr25519::Pair::from_seed(&blake2_256(format!("quanqi/scenario/{name}").as_bytes()))
}

/// A made-up credit code for a name, whose check characters hold.
fn credit_code(name: &str) -> CreditCode {
	let [a, b, c, d, ..] = blake2_256(name.as_bytes());
	let number = u32::from_le_bytes([a, b, c, d]) % 100_000_000;
	let candidates = "0123456789X".chars().flat_map(|organisation| {
		let alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY".chars();
		alphabet.map(move |last| format!("91330000{number:08}{organisation}{last}"))
	});
	let mut valid = candidates.filter_map(|code| CreditCode::parse(&code).ok());
	valid.next().expect("one pair of check characters fits; qed")
}
