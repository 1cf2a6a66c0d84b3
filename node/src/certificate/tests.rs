//! Certificates of a small chain that the tests finalise themselves.

use super::{
	chain::{Chain, Sets},
	finality::Way,
	issue::{issue, Form, Order},
	named, Error, Issuer, AT_ONCE,
};
use codec::{Compact, Encode};
use pallet_rights::History;
use quanqi_certificate::{
	finality::{Authorities, Authority, Commit, Justification, Precommit, SignedPrecommit},
	header::{DigestItem, GrandpaLog, Header, ScheduledChange},
	keys::Item,
	verify, Basis, Bytes, ContractFacts, ContractState, Finalised, MemberFacts, Naming,
	RecordFacts, Trust,
};
use quanqi_runtime::Runtime;
use quanqi_title::{
	replay, Act, Actor, Cause, Consent, ConsentRole, Entry, EntryBody, LegalDate, Registration,
	StatuteUsed, UseBasis, UseGrant,
};
use quanqi_types::{
	AchievementId, AchievementKind, BoundedVec, ConsentAct, ConsentRule, ContractId, Hash256,
	MemberId, MemberKind, Moment, OfficialStatus, Period, RuleId, Scope, Shares, StatuteValue,
	Text, UseForm,
};
use sp_core::{ed25519, storage::Storage, Pair};
use sp_runtime::{traits::BlakeTwo256, StateVersion};
use sp_state_machine::{Backend as _, InMemoryBackend};
use std::collections::BTreeMap;

const GENESIS: Hash256 = [0x9e; 32];
const ID: AchievementId = AchievementId(42);
const OWNER: MemberId = MemberId(1);
const LICENSEE: MemberId = MemberId(4);
const VALIDATORS: u8 = 4;

fn order(form: Form, from_set: u64) -> Order {
	Order { achievement: ID, form, from_set, contracts: Vec::new() }
}

fn entry(sequence: u32, consents: Vec<Consent>, statutes: Vec<StatuteUsed>, act: Act) -> Entry {
	Entry::V1(EntryBody {
		sequence,
		block: 1,
		time: Moment(1_000),
		legal_date: None,
		actor: Actor { member: OWNER, mandate: None },
		cause: Cause::Contract(ContractId(1)),
		consents: consents.try_into().unwrap(),
		statutes: statutes.try_into().unwrap(),
		act,
	})
}

/// A patent, and an exclusive licence of it.
fn history() -> Vec<Entry> {
	let registration = Registration {
		achievement: ID,
		kind: AchievementKind::InventionPatent,
		owners: Shares::single(OWNER),
		status: OfficialStatus::Granted,
		protection_until: Some(Moment(1_000_000)),
		pre_emption: BoundedVec::new(),
	};
	let licence = UseGrant {
		grantor: OWNER,
		form: UseForm::Exclusive,
		basis: UseBasis::Licence,
		holders: Shares::single(LICENSEE),
		scope: Scope::everything(),
		period: Period { from: Moment(1_000), until: None },
		transferable: false,
		sublicensable: false,
		sublicences_survive: false,
		subject_to: BoundedVec::new(),
		replaces: None,
	};
	let accepts =
		Consent { member: LICENSEE, role: ConsentRole::Recipient, deemed: false, mandate: None };
	let all_agree = StatuteUsed {
		rule: RuleId::Consent(AchievementKind::InventionPatent, ConsentAct::ExclusiveLicence),
		effective_from: Moment(0),
		value: StatuteValue::Consent(ConsentRule::All),
	};
	vec![
		entry(0, Vec::new(), Vec::new(), Act::Registered(Box::new(registration))),
		entry(1, vec![accepts], vec![all_agree], Act::UseGranted(Box::new(licence))),
	]
}

fn member_record(name: &str) -> Vec<u8> {
	let identity = Naming::Open(Text::new(name).unwrap());
	(MemberFacts { kind: MemberKind::University, identity, credit_code: None }, [1u8; 40]).encode()
}

fn state() -> BTreeMap<Vec<u8>, Vec<u8>> {
	let history = history();
	let (title, head) = replay(&GENESIS, &history).unwrap();
	let record = RecordFacts {
		holder: OWNER,
		kind: AchievementKind::InventionPatent,
		title: Naming::Open(Text::new("一种方法").unwrap()),
		identifiers: BoundedVec::new(),
	};
	let mut values = BTreeMap::from([
		(Item::RuntimeVersion.key(), (Compact(100u32), "quanqi").encode()),
		(Item::Head(ID).key(), head.encode()),
		(Item::Title(ID).key(), title.encode()),
		(Item::Record(ID).key(), (1u8, record, [9u8; 40]).encode()),
		(Item::Member(OWNER).key(), member_record("浙江大学")),
		(Item::Member(LICENSEE).key(), member_record("某公司")),
	]);
	for (number, entry) in (0u32..).zip(&history) {
		values.insert(History::<Runtime>::hashed_key_for(ID, number), entry.encode());
	}
	// Neighbours, so that the tree has branches that a proof leaves out.
	for number in 0..200u64 {
		values.insert(Item::Title(AchievementId(1_000 + number)).key(), vec![7; 90]);
	}
	values
}

/// The keys of a set.
fn keys(set: u64) -> Vec<ed25519::Pair> {
	let key = |number| {
		let mut seed = [number; 32];
		seed[0] = u8::try_from(set).unwrap();
		ed25519::Pair::from_seed(&seed)
	};
	(0..VALIDATORS).map(key).collect()
}

fn authorities(set: u64) -> Authorities {
	let authority = |key: ed25519::Pair| Authority { id: key.public().0, weight: 1 };
	keys(set).into_iter().map(authority).collect::<Vec<_>>().try_into().unwrap()
}

fn header(number: u32, state_root: Hash256, logs: Vec<DigestItem>) -> Header {
	let slot = Bytes::new(1_795_219_200u64.encode()).unwrap();
	let mut digest = vec![DigestItem::PreRuntime(*b"aura", slot)];
	digest.extend(logs);
	Header {
		parent_hash: [0x11; 32],
		number,
		state_root,
		extrinsics_root: [0x22; 32],
		digest: digest.try_into().unwrap(),
	}
}

/// Finalised by every key of a set, votes in no order, as the chain keeps them.
fn finalised(header: Header, set: u64) -> Finalised {
	let (target_hash, target_number) = (header.hash(), header.number);
	let precommit = Precommit { target_hash, target_number };
	let vote = |key: &ed25519::Pair| SignedPrecommit {
		precommit,
		signature: key.sign(&precommit.signed_bytes(7, set)).0,
		id: key.public().0,
	};
	let precommits: Vec<_> = keys(set).iter().rev().map(vote).collect();
	let commit = Commit { target_hash, target_number, precommits: precommits.try_into().unwrap() };
	let justification = Justification { round: 7, commit, votes_ancestries: BoundedVec::new() };
	Finalised { header, justification }
}

/// A chain as a node keeps it.
struct Kept {
	values: BTreeMap<Vec<u8>, Vec<u8>>,
	/// The last block of each set that has ended, by number.
	changes: BTreeMap<u32, Finalised>,
	sets: Sets,
	best: Option<Finalised>,
	has_state: bool,
}

fn backend(values: &BTreeMap<Vec<u8>, Vec<u8>>) -> InMemoryBackend<BlakeTwo256> {
	let storage = Storage { top: values.clone(), children_default: Default::default() };
	InMemoryBackend::from((storage, StateVersion::V1))
}

impl Kept {
	/// A chain that has changed its validators so many times.
	fn after(changes: u64) -> Self {
		let values = state();
		let root = backend(&values).storage_root(std::iter::empty(), StateVersion::V1).0;
		let last = |set: u64| 100 * (u32::try_from(set).unwrap() + 1);
		let change = |set| {
			let next = ScheduledChange { next_authorities: authorities(set + 1), delay: 0 };
			let log = Bytes::new(GrandpaLog::ScheduledChange(next).encode()).unwrap();
			let item = DigestItem::Consensus(*b"FRNK", log);
			(last(set), finalised(header(last(set), [0x33; 32], vec![item]), set))
		};
		let anchor = header(last(changes) - 50, root.0, Vec::new());
		Self {
			values,
			changes: (0..changes).map(change).collect(),
			sets: Sets {
				present: changes,
				authorities: authorities(changes),
				first_authorities: authorities(0),
				ended: (0..changes).map(|set| (set, last(set))).collect(),
			},
			best: Some(finalised(anchor, changes)),
			has_state: true,
		}
	}
}

impl Chain for Kept {
	type State = InMemoryBackend<BlakeTwo256>;

	fn genesis_hash(&self) -> Hash256 {
		GENESIS
	}

	fn sets(&self) -> Result<Sets, Error> {
		Ok(self.sets.clone())
	}

	fn best_justification(&self) -> Result<Option<Justification>, Error> {
		Ok(self.best.as_ref().map(|best| best.justification.clone()))
	}

	fn header(&self, hash: Hash256) -> Result<Header, Error> {
		let mut all = self.changes.values().chain(&self.best).map(|block| &block.header);
		Ok(all.find(|header| header.hash() == hash).unwrap().clone())
	}

	fn finalised(&self, number: u32) -> Result<Option<Finalised>, Error> {
		Ok(self.changes.get(&number).cloned())
	}

	fn state(&self, _: Hash256) -> Result<Option<Self::State>, Error> {
		Ok(self.has_state.then(|| backend(&self.values)))
	}
}

fn genesis_trust() -> Trust {
	Trust::genesis(GENESIS, authorities(0))
}

#[test]
fn certificate_should_verify_from_genesis_when_validators_changed_many_times() {
	let chain = Kept::after(5);
	for form in [Form::Provenance, Form::Short] {
		let issued = issue(&chain, &order(form, 0)).unwrap();
		let verdict = verify(&issued.file, &genesis_trust()).unwrap();
		assert_eq!(verdict.rests_on, Basis::Genesis { handovers: 5 });
		assert_eq!((verdict.anchor.number, verdict.anchor.set_id), (issued.number, issued.set));
		assert_eq!((verdict.anchor.hash, verdict.anchor.votes), (issued.hash, 3));
		assert_eq!(verdict.title, replay(&GENESIS, &history()).unwrap().0);
	}
}

#[test]
fn certificate_should_hold_the_history_and_those_named_in_it_when_it_shows_the_provenance() {
	let issued = issue(&Kept::after(0), &order(Form::Provenance, 0)).unwrap();
	let verdict = verify(&issued.file, &genesis_trust()).unwrap();
	assert_eq!(verdict.history, history());
	let members: Vec<_> = verdict.members.iter().map(|(member, _)| *member).collect();
	assert_eq!(members, [OWNER, LICENSEE]);
	assert!(verdict.record.is_some());
}

#[test]
fn certificate_should_leave_a_member_out_when_the_state_has_no_record_of_it() {
	let mut chain = Kept::after(0);
	chain.values.remove(&Item::Member(LICENSEE).key());
	let root = backend(&chain.values).storage_root(std::iter::empty(), StateVersion::V1).0;
	chain.best = Some(finalised(header(50, root.0, Vec::new()), 0));
	let issued = issue(&chain, &order(Form::Provenance, 0)).unwrap();
	let verdict = verify(&issued.file, &genesis_trust()).unwrap();
	assert_eq!(verdict.members.len(), 1);
}

#[test]
fn members_should_be_those_of_the_title_first_when_not_all_fit() {
	let mut history = history();
	let (title, _) = replay(&GENESIS, &history).unwrap();
	let Entry::V1(body) = &mut history[0];
	body.legal_date = Some(LegalDate { moment: Moment(1_000), attested_by: MemberId(2) });
	let members = |most| named::members(&title, &history, most).into_iter().collect::<Vec<_>>();
	assert_eq!(members(2), [OWNER, LICENSEE]);
	assert_eq!(members(3), [OWNER, MemberId(2), LICENSEE]);
}

#[test]
fn certificate_should_begin_where_its_verifier_stands_when_a_set_is_named() {
	let chain = Kept::after(4);
	for (from_set, steps) in [(1, 3), (3, 1), (4, 0)] {
		let way = Way::find(&chain, from_set).unwrap();
		assert_eq!(way.handover.len(), steps);
		way.check().unwrap();
		let issued = issue(&chain, &order(Form::Short, from_set)).unwrap();
		let refused = verify(&issued.file, &genesis_trust()).unwrap_err();
		assert_eq!(refused.class(), quanqi_certificate::Class::Refresh, "{refused}");
		assert!(verify(&issued.file, &way.trust).is_ok());
	}
}

#[test]
fn certificate_should_be_of_the_old_set_when_the_last_final_block_announces_the_new() {
	let mut chain = Kept::after(2);
	let announcing = chain.changes.get_mut(&200).unwrap();
	let root = backend(&chain.values).storage_root(std::iter::empty(), StateVersion::V1).0;
	announcing.header.state_root = root.0;
	*announcing = finalised(announcing.header.clone(), 1);
	chain.best = Some(announcing.clone());
	let issued = issue(&chain, &order(Form::Short, 0)).unwrap();
	assert_eq!((issued.number, issued.set), (200, 1));
	let error = issue(&chain, &order(Form::Short, 2)).unwrap_err();
	assert_eq!(error, Error::SetNotReached { from_set: 2, present: 1 });
}

#[test]
fn certificate_should_be_refused_by_name_when_the_node_lacks_what_it_takes() {
	let refused = |chain: &Kept| issue(chain, &order(Form::Provenance, 0)).unwrap_err();

	let mut chain = Kept::after(1);
	chain.best = None;
	assert_eq!(refused(&chain), Error::NothingJustified);

	let mut chain = Kept::after(1);
	chain.has_state = false;
	assert_eq!(refused(&chain), Error::StatePruned(150));

	let mut chain = Kept::after(1);
	chain.changes.clear();
	assert_eq!(refused(&chain), Error::ChangeUnknown(0));

	let mut chain = Kept::after(1);
	chain.sets.ended.clear();
	assert_eq!(refused(&chain), Error::ChangeUnknown(0));

	let chain = Kept::after(1);
	let other = Order { achievement: AchievementId(7), ..order(Form::Short, 0) };
	assert_eq!(issue(&chain, &other).unwrap_err(), Error::UnknownAchievement(AchievementId(7)));
	let error = issue(&chain, &order(Form::Short, 2)).unwrap_err();
	assert_eq!(error, Error::SetNotReached { from_set: 2, present: 1 });

	let other = Order { contracts: vec![(ContractId(1), None)], ..order(Form::Provenance, 0) };
	assert_eq!(issue(&chain, &other).unwrap_err(), Error::UnknownContract(ContractId(1)));

	let mut chain = Kept::after(1);
	let draft = ContractFacts { state: ContractState::Draft, version: 0 };
	chain.values.insert(Item::Contract(ContractId(1)).key(), draft.encode());
	let unsigned = Error::NotSigned { contract: ContractId(1), version: 0 };
	assert_eq!(issue(&chain, &other).unwrap_err(), unsigned);
}

#[test]
fn certificate_should_end_at_a_change_that_the_validators_did_not_make() {
	let mut chain = Kept::after(2);
	let plain = header(100, [0x33; 32], Vec::new());
	chain.changes.insert(100, finalised(plain, 0));
	assert_eq!(issue(&chain, &order(Form::Short, 0)).unwrap_err(), Error::ForcedChange(0));
	// From the present set on nothing of it is needed.
	assert!(issue(&chain, &order(Form::Short, 2)).is_ok());
}

#[test]
fn certificate_should_be_kept_back_when_it_does_not_verify() {
	// A history that is not the head's.
	let mut chain = Kept::after(0);
	let mut other = history();
	let Entry::V1(body) = &mut other[0];
	body.block = 2;
	chain.values.insert(History::<Runtime>::hashed_key_for(ID, 0), other[0].encode());
	let error = issue(&chain, &order(Form::Provenance, 0)).unwrap_err();
	assert!(matches!(error, Error::Internal(_)), "{error}");
}

#[test]
fn handover_should_be_refused_when_a_vote_is_not_its_signers() {
	let mut chain = Kept::after(2);
	let change = chain.changes.get_mut(&100).unwrap();
	for vote in &mut change.justification.commit.precommits {
		vote.signature[0] ^= 1;
	}
	let way = Way::find(&chain, 0).unwrap();
	assert!(matches!(way.check(), Err(Error::Internal(_))));
	assert!(Way::find(&chain, 1).unwrap().check().is_ok());
}

#[test]
fn issuer_should_say_that_it_is_busy_when_all_its_places_are_taken() {
	let issuer = Issuer::new(Kept::after(1));
	let order = order(Form::Short, 0);
	let taken: Vec<_> = (0..AT_ONCE).map(|_| issuer.place().unwrap()).collect();
	assert_eq!(issuer.issue(&order).unwrap_err(), Error::Busy);
	assert_eq!(issuer.handover(0).unwrap_err(), Error::Busy);
	drop(taken);
	assert!(issuer.issue(&order).is_ok());
	assert_eq!(issuer.handover(0).unwrap().handover.len(), 1);
}
