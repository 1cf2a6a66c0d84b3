//! Makes real certificates: ed25519 authorities, blocks, and a state built by the chain's own code.

pub(crate) use crate::blocks::*;
use crate::{
	contracts,
	world::{self, *},
};
use codec::{Compact, Encode};
use ed25519_dalek::SigningKey;
use quanqi_certificate::{
	finality::{Authorities, Authority},
	header::{GrandpaLog, Header, ScheduledChange},
	keys::Item,
	Bytes, Certificate, Checkpoint, Content, ContractVersion, Finalised, MemberFacts, Naming,
	Opening, RecordFacts, Sealed, Trust,
};
use quanqi_title::*;
use quanqi_types::*;
use sp_core::{
	storage::{StateVersion, Storage},
	Blake2Hasher,
};
use sp_state_machine::{prove_read, InMemoryBackend};
use std::collections::BTreeMap;

pub(crate) const GENESIS: Hash256 = [0x9e; 32];
pub(crate) const ID: AchievementId = AchievementId(42);
/// Another achievement, of the same owner.
pub(crate) const OTHER: AchievementId = AchievementId(43);
/// A natural person.
pub(crate) const PERSON: MemberId = MemberId(COMPLETER);
pub(crate) const PERSON_SALT: [u8; 32] = [0x51; 32];
pub(crate) const PERSON_VALUE: &[u8] = "王小明 330106199001011234".as_bytes();
pub(crate) const TITLE_SALT: [u8; 32] = [0x52; 32];
pub(crate) const TITLE_VALUE: &[u8] = "一种电池隔膜的制备方法".as_bytes();

/// A history with owners, licences, a pledge; its number in the world of tests is 42.
pub(crate) fn history() -> World {
	let mut world = World::joint_patent();
	world.at(2_000).granted(licence(UseForm::Ordinary));
	world.at(3_000).act(sale(UNIT, BUYER, 100_000)).willing().ok();
	world.at(4_000).act(effect(2, UNIT, BUYER, 100_000)).office().willing().ok();
	world.at(5_000).act(pledge(PARTNER, share_of(PARTNER), 400_000, 0)).office().willing().ok();
	world
}

/// The same first entry for the other achievement.
pub(crate) fn other_history() -> World {
	let mut world = World::empty();
	let Act::Registered(mut registration) =
		world::registration(AchievementKind::InventionPatent, &[(UNIT, WHOLE_PPM)])
	else {
		unreachable!()
	};
	registration.achievement = OTHER;
	world.act(Act::Registered(registration)).willing().ok();
	world
}

pub(crate) fn head_of(world: &World) -> Head {
	replay(&GENESIS, &world.entries).unwrap().1
}

fn named(name: &str) -> Naming {
	Naming::Open(Text::new(name).unwrap())
}

fn member_record(identity: Naming, kind: MemberKind) -> Vec<u8> {
	let facts = MemberFacts { kind, identity, credit_code: None };
	// What follows in the record is proved and not read.
	(facts, [1u8, 2, 3]).encode()
}

/// The state of the anchor, as keys and values.
#[derive(Clone)]
pub(crate) struct State(pub(crate) BTreeMap<Vec<u8>, Vec<u8>>);

impl State {
	/// Both achievements, the members, and `others` values of other kinds.
	pub(crate) fn new(others: u32) -> Self {
		let mut values = BTreeMap::new();
		let runtime = (Compact(100u32), "quanqi").encode();
		values.insert(Item::RuntimeVersion.key(), runtime);
		for (id, world) in [(ID, history()), (OTHER, other_history())] {
			values.insert(Item::Head(id).key(), head_of(&world).encode());
			values.insert(Item::Title(id).key(), world.title.unwrap().encode());
			let record = RecordFacts {
				holder: MemberId(UNIT),
				kind: AchievementKind::InventionPatent,
				title: Naming::Sealed(Commitment::new(TITLE_SALT, TITLE_VALUE)),
				identifiers: BoundedVec::new(),
			};
			values.insert(Item::Record(id).key(), (1u8, record, [9u8; 40]).encode());
		}
		for (id, name) in [(UNIT, "浙江大学"), (PARTNER, "浙江工业大学"), (BUYER, "某公司")]
		{
			let key = Item::Member(MemberId(id)).key();
			values.insert(key, member_record(named(name), MemberKind::University));
		}
		let sealed = Naming::Sealed(Commitment::new(PERSON_SALT, PERSON_VALUE));
		values.insert(Item::Member(PERSON).key(), member_record(sealed, MemberKind::Person));
		values.extend(contracts::values());
		for number in 0..others {
			let id = AchievementId(1_000 + u64::from(number));
			values.insert(Item::Head(id).key(), vec![number as u8; 70]);
			values.insert(Item::Record(id).key(), vec![1; number as usize % 60]);
			values.insert(number.to_be_bytes().to_vec(), vec![7; number as usize % 40]);
		}
		Self(values)
	}

	/// Root of the state, and the proof of these values.
	pub(crate) fn prove(&self, items: &[Item]) -> (Hash256, Vec<Vec<u8>>) {
		let storage = Storage { top: self.0.clone(), children_default: Default::default() };
		let backend = InMemoryBackend::<Blake2Hasher>::from((storage, StateVersion::V1));
		let root = backend.root().0;
		let proof = prove_read(backend, items.iter().map(Item::key)).unwrap();
		let mut nodes: Vec<_> = proof.into_iter_nodes().collect();
		nodes.sort();
		(root, nodes)
	}
}

/// What to make.
#[derive(Clone)]
pub(crate) struct Maker {
	pub(crate) validators: u8,
	/// Authority sets before the anchor's.
	pub(crate) handovers: u8,
	pub(crate) is_short: bool,
	/// Members whose records are proved.
	pub(crate) members: Vec<u32>,
	/// Versions of contracts that are proved.
	pub(crate) contracts: Vec<ContractVersion>,
	pub(crate) openings: Vec<Opening>,
	pub(crate) state: State,
	pub(crate) history: Vec<Entry>,
	/// Makes the keys of authorities different ones.
	pub(crate) seed: u8,
}

impl Default for Maker {
	fn default() -> Self {
		Self {
			validators: 4,
			handovers: 0,
			is_short: false,
			members: vec![UNIT, PARTNER, BUYER, COMPLETER],
			contracts: Vec::new(),
			openings: Vec::new(),
			state: State::new(100),
			history: history().entries,
			seed: 0,
		}
	}
}

pub(crate) fn opening(of: Sealed, salt: [u8; 32], value: &[u8]) -> Opening {
	Opening::commitment(of, salt, value).unwrap()
}

impl Maker {
	/// With everything that a certificate can carry.
	pub(crate) fn full() -> Self {
		Self {
			handovers: 2,
			openings: vec![
				opening(Sealed::Person(PERSON), PERSON_SALT, PERSON_VALUE),
				opening(Sealed::AchievementTitle, TITLE_SALT, TITLE_VALUE),
				contracts::opened(contracts::SEALED, 1),
			],
			contracts: vec![contracts::SEALED],
			..Self::default()
		}
	}

	pub(crate) fn short() -> Self {
		Self { is_short: true, ..Self::default() }
	}

	/// The smallest: one validator, one signature.
	pub(crate) fn smallest() -> Self {
		Self { validators: 1, members: vec![UNIT], state: State::new(3), ..Self::default() }
	}

	/// The keys of a set, in ascending order of their public halves.
	pub(crate) fn keys(&self, set: u8) -> Vec<SigningKey> {
		let key = |number| {
			let mut secret = [self.seed; 32];
			secret[0] = set;
			secret[1] = number;
			SigningKey::from_bytes(&secret)
		};
		let mut keys: Vec<_> = (0..self.validators).map(key).collect();
		keys.sort_by_key(|key| key.verifying_key().to_bytes());
		keys
	}

	pub(crate) fn authorities(&self, set: u8) -> Authorities {
		let ids = self.keys(set).into_iter().map(|key| key.verifying_key().to_bytes());
		let all: Vec<_> = ids.map(|id| Authority { id, weight: 1 }).collect();
		all.try_into().unwrap()
	}

	fn content(&self) -> Content {
		if self.is_short {
			return Content::Short;
		}
		let members: Vec<_> = self.members.iter().map(|id| MemberId(*id)).collect();
		Content::Provenance {
			members: members.try_into().unwrap(),
			contracts: self.contracts.clone().try_into().unwrap(),
			history: entries(&self.history).try_into().unwrap(),
		}
	}

	/// The block that hands over from a set to the next.
	pub(crate) fn handover(&self, set: u8) -> Finalised {
		let change = ScheduledChange { next_authorities: self.authorities(set + 1), delay: 0 };
		let item = consensus(&GrandpaLog::ScheduledChange(change));
		let header = header(100 * (u32::from(set) + 1), [0x33; 32], vec![item]);
		self.finalised(header, set)
	}

	/// Finalised by the fewest votes of a set.
	pub(crate) fn finalised(&self, header: Header, set: u8) -> Finalised {
		let keys = self.keys(set);
		let needed = keys.len() - (keys.len() - 1) / 3;
		let justification = justify(&header, u64::from(set), 7, &keys[..needed]);
		Finalised { header, justification }
	}

	pub(crate) fn make(&self) -> Certificate {
		let content = self.content();
		let (root, nodes) = self.state.prove(&content.items(ID));
		let anchor = header(100 * u32::from(self.handovers) + 150, root, vec![]);
		let handover: Vec<_> = (0..self.handovers).map(|set| self.handover(set)).collect();
		Certificate {
			genesis_hash: GENESIS,
			achievement: ID,
			first_set: 0,
			handover: handover.try_into().unwrap(),
			anchor: self.finalised(anchor, self.handovers),
			content,
			state: bytes(nodes).try_into().unwrap(),
			openings: self.openings.clone().try_into().unwrap(),
		}
	}

	pub(crate) fn trust(&self) -> Trust {
		Trust::genesis(GENESIS, self.authorities(0))
	}

	/// A checkpoint at the block with which a set began.
	pub(crate) fn checkpoint(&self, set: u8) -> Trust {
		let block = self.handover(set - 1).header;
		Trust::checkpoint(
			GENESIS,
			Checkpoint {
				number: block.number,
				hash: block.hash(),
				set_id: u64::from(set),
				authorities: self.authorities(set),
				date: Date(20_778),
			},
		)
	}
}

/// Bytes of entries.
pub(crate) fn entries<const N: u32>(history: &[Entry]) -> Vec<Bytes<N>> {
	bytes(history.iter().map(Encode::encode))
}

pub(crate) fn bytes<const N: u32>(all: impl IntoIterator<Item = Vec<u8>>) -> Vec<Bytes<N>> {
	all.into_iter().map(|bytes| Bytes::new(bytes).unwrap()).collect()
}
