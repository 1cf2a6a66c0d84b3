//! What certificates read of this runtime's state: the keys, the records and the terms, against the types
//! that the pallets really store. The verifier knows no pallet, so nothing else holds the two together.

use crate::common::{deals::*, records::*, *};
use codec::Encode;
use pallet_achievements::{
	types::{Declaration, Record, TitleText},
	Achievements,
};
use pallet_consortium::{types::Identity, Members};
use pallet_rights::{Heads, History, Titles};
use pallet_technology_contracts::{
	sealing::{open, seal, SealedField},
	ConsiderationTerms, Contracts, Effect, PriceAllocation, Terms, TermsOf,
};
use quanqi_certificate::{
	claims,
	finality::{Commit, Justification},
	header::Header,
	keys::Item,
	Bytes, Certificate, Claims, Content, ContractVersion, Finalised, Naming, Opening, Sealed,
};
use quanqi_runtime::Runtime;
use quanqi_types::{
	AchievementId, BoundedVec, Commitment, ContractId, ContractKind, MemberId, Scope, TrialId,
	UseForm, WHOLE_PPM,
};
use serde::Serialize;
use sp_state_machine::prove_read;

/// A certificate of this state, with no vote: what it claims needs none.
fn certificate(
	network: &mut sp_io::TestExternalities,
	achievement: AchievementId,
	content: Content,
	openings: Vec<Opening>,
) -> Certificate {
	let backend = network.as_backend();
	let state_root = backend.root().0;
	let keys = content.items(achievement).into_iter().map(|item| item.key());
	let mut nodes: Vec<_> = prove_read(backend, keys).unwrap().into_iter_nodes().collect();
	nodes.sort();
	let nodes: Vec<_> = nodes.into_iter().map(|node| Bytes::new(node).unwrap()).collect();
	let header = Header {
		parent_hash: [0; 32],
		number: 1,
		state_root,
		extrinsics_root: [0; 32],
		digest: BoundedVec::new(),
	};
	let commit = Commit { target_hash: [0; 32], target_number: 1, precommits: BoundedVec::new() };
	let justification = Justification { round: 0, commit, votes_ancestries: BoundedVec::new() };
	Certificate {
		genesis_hash: genesis_hash().0,
		achievement,
		first_set: 0,
		handover: BoundedVec::new(),
		anchor: Finalised { header, justification },
		content,
		state: nodes.try_into().unwrap(),
		openings: openings.try_into().unwrap(),
	}
}

/// Everything of an achievement: these members, these versions of contracts, the whole history.
fn provenance(
	achievement: AchievementId,
	members: &[MemberId],
	contracts: &[ContractVersion],
) -> Content {
	let count = Heads::<Runtime>::get(achievement).unwrap().entries;
	let entry = |number| History::<Runtime>::get(achievement, number).unwrap().encode();
	let history: Vec<_> = (0..count).map(|number| Bytes::new(entry(number)).unwrap()).collect();
	Content::Provenance {
		members: members.to_vec().try_into().unwrap(),
		contracts: contracts.to_vec().try_into().unwrap(),
		history: history.try_into().unwrap(),
	}
}

/// What a certificate of this content claims.
fn claimed(
	network: &mut sp_io::TestExternalities,
	achievement: AchievementId,
	content: Content,
	openings: Vec<Opening>,
) -> Claims {
	claims(&certificate(network, achievement, content, openings)).unwrap()
}

/// The same name, open or sealed.
fn assert_same_name(read: &Naming, text: Option<&[u8]>, sealed: Option<Commitment>) {
	match read {
		Naming::Open(read) => assert_eq!(read.as_str().map(str::as_bytes), text),
		Naming::Sealed(read) => assert_eq!(Some(*read), sealed),
	}
}

#[test]
fn keys_of_certificates_should_be_those_of_the_runtime() {
	let (id, member, contract) = (AchievementId(77), MemberId(7), ContractId(0x0102_0304_0506));
	let upgrade = frame_system::LastRuntimeUpgrade::<Runtime>::hashed_key().to_vec();
	assert_eq!(Item::RuntimeVersion.key(), upgrade);
	assert_eq!(Item::Head(id).key(), Heads::<Runtime>::hashed_key_for(id));
	assert_eq!(Item::Title(id).key(), Titles::<Runtime>::hashed_key_for(id));
	assert_eq!(Item::Record(id).key(), Achievements::<Runtime>::hashed_key_for(id));
	assert_eq!(Item::Member(member).key(), Members::<Runtime>::hashed_key_for(member));
	assert_eq!(Item::Contract(contract).key(), Contracts::<Runtime>::hashed_key_for(contract));
	assert_eq!(Item::Terms(contract, 3).key(), TermsOf::<Runtime>::hashed_key_for(contract, 3));
}

#[test]
fn records_should_be_read_as_the_pallets_wrote_them() {
	let mut network = network();
	let sealed = TitleText::Sealed(Commitment::new([8; 32], "一种图像处理方法".as_bytes()));
	let (ids, person) = network.execute_with(|| {
		let person = sponsor_person(Key::Ferdie);
		let declaration = Declaration { title: sealed, ..application(ALICE, "S-1") };
		let unpublished = submit(owned_by(declaration, &[(ALICE, WHOLE_PPM)]));
		let published = shared_patent("S-2");
		close_block();
		([unpublished, published], person)
	});
	let members = [ALICE, BOB, person];
	for id in ids {
		let content = network.execute_with(|| provenance(id, &members, &[]));
		let read = claimed(&mut network, id, content, vec![]);
		network.execute_with(|| {
			let Record::V1(record) = Achievements::<Runtime>::get(id).unwrap();
			let found = read.record.unwrap();
			assert_eq!((found.holder, found.kind), (record.holder, record.kind));
			assert_eq!(found.identifiers, record.identifiers);
			match record.title {
				TitleText::Open(text) => {
					assert_same_name(&found.title, text.as_str().map(str::as_bytes), None);
				}
				TitleText::Sealed(sealed) => assert_same_name(&found.title, None, Some(sealed)),
			}
			for (member, found) in read.members {
				let record = Members::<Runtime>::get(member).unwrap();
				assert_eq!((found.kind, found.credit_code), (record.kind, record.credit_code));
				match record.identity {
					Identity::Named(name) => {
						assert_same_name(&found.identity, name.as_str().map(str::as_bytes), None);
					}
					Identity::Committed(sealed) => {
						assert_same_name(&found.identity, None, Some(sealed));
					}
				}
			}
			assert_eq!(Some(read.head), Heads::<Runtime>::get(id));
			assert_eq!(Some(read.title), Titles::<Runtime>::get(id));
			assert_eq!(read.runtime.name, quanqi_runtime::VERSION.spec_name);
			assert_eq!(read.runtime.version, quanqi_runtime::VERSION.spec_version);
		});
	}
}

#[test]
fn title_should_be_read_in_the_short_form() {
	let mut network = network();
	let id = network.execute_with(|| {
		let id = own_patent("S-1");
		signed_licence(id);
		close_block();
		id
	});
	let read = claimed(&mut network, id, Content::Short, vec![]);
	assert_eq!(read.title.body().rights.len(), 1);
}

/// What the parties seal.
fn fields() -> Vec<SealedField> {
	let field = |name: &str, salt, value: &str| SealedField {
		name: name.into(),
		salt: [salt; 32],
		value: value.into(),
	};
	vec![
		field("price", 1, "7654321.09 CNY"),
		field("deliverables", 2, "两台样机"),
		field("technology-amount", 3, "7000000 CNY"),
	]
}

/// A licence contract about this achievement, signed by both parties.
fn signed_licence(achievement: AchievementId) -> ContractId {
	let terms = Box::new(licence(UseForm::Ordinary, BOB));
	let effects = vec![Effect::GrantUse { achievement, terms }];
	let terms = contract_terms(ContractKind::Licence, BOB, 90, effects);
	signed_by(&[Key::Alice, Key::Bob], auctioned(terms, achievement))
}

/// Stores the terms as if they had been sealed: what counts is how the pallet would store them.
fn seal_terms(contract: ContractId, edit: impl FnOnce(&mut Terms)) {
	TermsOf::<Runtime>::mutate(contract, 1, |terms| {
		let terms = terms.as_mut().unwrap();
		terms.prices = PriceAllocation::Sealed;
		terms.consideration = ConsiderationTerms::Sealed;
		terms.seal = Some(seal(&fields()).unwrap());
		edit(terms);
	});
}

/// A field as a party opens it for a certificate.
fn opened(of: ContractVersion, name: &str) -> Opening {
	let opening = open(&fields(), name).unwrap();
	let (field, version) = (opening.field, (of.contract, of.version));
	Opening::contract_field(version, &opening.proof, &field.name, field.salt, &field.value).unwrap()
}

#[test]
fn sealed_terms_should_open_against_the_seal_that_the_pallet_stored() {
	let mut network = network();
	let (id, of, content) = network.execute_with(|| {
		let achievement = own_patent("S-1");
		let contract = signed_licence(achievement);
		seal_terms(contract, |_| {});
		close_block();
		let of = ContractVersion { contract, version: 1 };
		(achievement, of, provenance(achievement, &[ALICE, BOB], &[of]))
	});
	let mut openings: Vec<_> = fields().iter().map(|field| opened(of, &field.name)).collect();
	openings.sort_by_key(|opening| opening.of);
	let read = claimed(&mut network, id, content, openings);
	let [shown] = &read.contracts[..] else { panic!("one contract") };
	network.execute_with(|| {
		let terms = TermsOf::<Runtime>::get(of.contract, 1).unwrap();
		assert_eq!((shown.contract, shown.version), (of.contract, 1));
		assert_eq!(shown.terms.number.as_str(), terms.number.as_str());
		assert_eq!((shown.terms.date, shown.terms.instrument), (terms.date, terms.instrument));
		assert_same(&shown.terms.parties, &terms.parties);
		assert_eq!(shown.terms.achievements, [id]);
		assert_same(&shown.terms.seal, &terms.seal);
		let record = Contracts::<Runtime>::get(of.contract).unwrap();
		assert_same(&shown.facts.state, &record.state);
		assert_eq!(shown.facts.version, record.version);
	});
}

/// The same in JSON.
fn assert_same(read: &impl Serialize, stored: &impl Serialize) {
	let [read, stored] = [serde_json::to_value(read), serde_json::to_value(stored)];
	assert_eq!(read.unwrap(), stored.unwrap());
}

/// Every effect that a contract can have, each of another achievement.
fn every_effect() -> Vec<Effect> {
	let id = AchievementId;
	let terms = Box::new(licence(UseForm::Exclusive, BOB));
	let (from, to, by, beneficiary, user) = (ALICE, BOB, ALICE, BOB, BOB);
	let (scope, period) = (Box::new(Scope::everything()), terms.period);
	let (right, ppm, on, trial) = (3, 10_000, Some(start()), TrialId(5));
	vec![
		Effect::TransferShare { achievement: id(1), from, to, ppm, on },
		Effect::GrantUse { achievement: id(2), terms },
		Effect::TransferUse { achievement: id(3), right, from, to, ppm },
		Effect::Reserve { achievement: id(4), by, beneficiary, scope, period },
		Effect::AssignFuture { label: text("将来的成果"), from, to, ppm },
		Effect::ConvertTrial { trial, achievement: id(5), user },
		Effect::JointUse { achievement: id(6) },
	]
}

/// How many effects there are: a new one must come into [`every_effect`].
fn number_of(effect: &Effect) -> usize {
	match effect {
		Effect::TransferShare { .. } => 0,
		Effect::GrantUse { .. } => 1,
		Effect::TransferUse { .. } => 2,
		Effect::Reserve { .. } => 3,
		Effect::AssignFuture { .. } => 4,
		Effect::ConvertTrial { .. } => 5,
		Effect::JointUse { .. } => 6,
	}
}

#[test]
fn every_effect_of_a_contract_should_be_read_past() {
	let numbers: Vec<_> = every_effect().iter().map(number_of).collect();
	assert_eq!(numbers, [0, 1, 2, 3, 4, 5, 6]);
	let mut network = network();
	let (id, contract) = network.execute_with(|| {
		let id = own_patent("S-1");
		let contract = signed_licence(id);
		seal_terms(contract, |terms| {
			for effect in every_effect() {
				terms.effects.try_push(effect).unwrap();
			}
			terms.undoes = vec![1, 2].try_into().unwrap();
			terms.price_events = vec![4, 5].try_into().unwrap();
		});
		close_block();
		(id, contract)
	});
	let of = ContractVersion { contract, version: 1 };
	let content = network.execute_with(|| provenance(id, &[], &[of]));
	let read = claimed(&mut network, id, content, vec![opened(of, "price")]);
	let mut achievements: Vec<_> = (1..=6).map(AchievementId).chain([id]).collect();
	achievements.sort();
	achievements.dedup();
	assert_eq!(read.contracts[0].terms.achievements, achievements);
}

#[test]
fn terms_in_the_open_should_have_no_seal() {
	let mut network = network();
	let (id, of, content) = network.execute_with(|| {
		let achievement = own_patent("S-1");
		let contract = signed_licence(achievement);
		close_block();
		let of = ContractVersion { contract, version: 1 };
		(achievement, of, provenance(achievement, &[], &[of]))
	});
	let read = claimed(&mut network, id, content.clone(), vec![]);
	assert_eq!(read.contracts[0].terms.seal, None);
	let opening = opened(of, "price");
	assert!(matches!(opening.of, Sealed::ContractField { .. }));
	assert!(claims(&certificate(&mut network, id, content, vec![opening])).is_err());
}
