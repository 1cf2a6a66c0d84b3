//! The actors of a rehearsal as the first block has them: institutions in the genesis, their keys, and
//! what persons and the sponsored apply with.

use crate::{
	domain,
	names::Names,
	scenario::{ActorSpec, Scenario},
	value::{Fault, Value},
};
use codec::{Decode, Encode};
use pallet_consortium::{
	types::{Application, Identity, KeyGrant},
	Institution,
};
use quanqi_runtime::{AccountId, RuntimeGenesisConfig, SessionKeys};
use quanqi_types::{
	Capabilities, Capability, Commitment, CreditCode, Location, MemberId, MemberKind, Permissions,
	RuleId, StatuteVersion, Text,
};
use sp_core::{ed25519, sr25519, Pair};
use sp_io::hashing::blake2_256;
use std::collections::BTreeMap;

/// Who founds the network, validates it and has the only seat in the council.
pub(crate) const SECRETARIAT: &str = "联盟秘书处";
/// Where an actor is that does not say so: Hangzhou.
const HOME: u32 = 330_100;

/// Persons are sponsored, and who says by whom.
pub(crate) fn is_sponsored(actor: &ActorSpec) -> bool {
	actor.kind == "person" || actor.says.get("sponsor").is_some()
}

/// The actors as they are brought onto the stage.
pub(crate) struct Cast {
	pub(crate) names: Names,
	pub(crate) keys: BTreeMap<String, sr25519::Pair>,
	pub(crate) off_line_keys: BTreeMap<String, ed25519::Pair>,
}

impl Cast {
	/// The first state: the secretariat, the institutions, the statutes.
	pub(crate) fn genesis(&mut self, scenario: &Scenario) -> Result<RuntimeGenesisConfig, Fault> {
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
		let session = SessionKeys { aura: aura.public().into(), grandpa: grandpa.public().into() };
		let mut genesis = RuntimeGenesisConfig::default();
		genesis.consortium.institutions = institutions;
		genesis.session.keys = vec![(seat.clone(), seat, session)];
		genesis.statutes.test_network = true;
		for said in &scenario.statutes {
			genesis.statutes.versions.push(statute(&self.names, said)?);
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

	pub(crate) fn application(
		&mut self,
		actor: &ActorSpec,
	) -> Result<Application<AccountId>, Fault> {
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
		let capabilities = read(&self.names, "capabilities", says.get("capabilities"), line)?
			.unwrap_or_else(|| capabilities_on_stage(kind));
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
		let mut bound = self.new_keys(&actor.name, keys);
		let signs_off_line =
			read(&self.names, "off-line-key", says.get("off-line-key"), line)?.unwrap_or(false);
		if signs_off_line {
			let pair = ed25519::Pair::from_seed(&seed_bytes(&actor.name));
			let account = AccountId::from(pair.public().0);
			bound.push(KeyGrant { account, permissions: Permissions::FULL });
			self.off_line_keys.insert(actor.name.clone(), pair);
		}
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
			keys: bound.try_into().map_err(|_| Fault::at(line, "an actor has at most 16 keys"))?,
		})
	}

	fn location(&self, place: &Value) -> Result<Vec<u8>, Fault> {
		domain::location(&self.names, place).map(|location| location.encode())
	}
}

/// One version of a rule: `{ rule = …, value = …, from = …, citation = … }`, in force and binding
/// unless it says otherwise.
pub(crate) fn statute(names: &Names, statute: &Value) -> Result<(RuleId, StatuteVersion), Fault> {
	let line = statute.line;
	let field = |key: &str| {
		statute.get(key).ok_or_else(|| Fault::at(line, format!("a statute has its {key}")))
	};
	let rule: RuleId = read(names, "rule", Some(field("rule")?), line)?
		.ok_or_else(|| Fault::at(line, "a statute has its rule"))?;
	let mut json = serde_json::Map::new();
	let from = names.date(field("from")?)?.start().0;
	json.insert("effective_from".into(), from.into());
	json.insert("value".into(), domain::to_json(names, field("value")?)?);
	json.insert("citation".into(), domain::to_json(names, field("citation")?)?);
	for (key, usual) in [("force", "binding"), ("status", "in-force")] {
		let said = statute.get(key).and_then(Value::text).unwrap_or(usual);
		json.insert(key.into(), said.into());
	}
	let version = serde_json::from_value(json.into())
		.map_err(|error| Fault::at(line, format!("this is no statute: {error}")))?;
	Ok((rule, version))
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

/// What an actor may do that says nothing of it: whatever its kind does in these stories. At admission a
/// member gets less, since there the council gives each capability that matters by name.
fn capabilities_on_stage(kind: MemberKind) -> Capabilities {
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
	sr25519::Pair::from_seed(&seed_bytes(name))
}

fn seed_bytes(name: &str) -> [u8; 32] {
	blake2_256(format!("a scenario's key of {name}").as_bytes())
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
