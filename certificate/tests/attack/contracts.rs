//! Sealed terms of contracts: their fields opened in a certificate, and what is not theirs refused.

use crate::{maker::*, refused, world::*};
use codec::Encode;
use quanqi_certificate::{
	keys::Item, trie::StateError, verify, Class, ContractKind, ContractState, ContractVersion,
	Error, Opening, OpeningError, Seal, Sealed, ValueError,
};
use quanqi_title::{Cause, Entry};
use quanqi_types::{
	merkle, AchievementId, ContractId, Date, Digest, Hash256, MemberId, Moment, Text, TrialId,
};
use std::collections::BTreeMap;

/// Of this achievement, sealed.
pub(crate) const SEALED: ContractVersion = ContractVersion { contract: ContractId(7), version: 1 };
/// An amendment that adds no effect, sealed again.
const AMENDED: ContractVersion = ContractVersion { contract: ContractId(7), version: 2 };
/// An amendment that not everybody signed.
const DRAFT: ContractVersion = ContractVersion { contract: ContractId(7), version: 3 };
/// In the open.
const SHOWN: ContractVersion = ContractVersion { contract: ContractId(8), version: 1 };
/// Of another achievement, sealed.
const FOREIGN: ContractVersion = ContractVersion { contract: ContractId(9), version: 1 };

const FIELDS: [(&str, &str); 3] = [
	("deliverables", "两台样机"),
	("price", "7654321.09 CNY"),
	("technology-amount", "7000000 CNY"),
];

fn salt(of: ContractVersion, place: u32) -> Hash256 {
	[(of.contract.0 as u8) << 4 | (of.version as u8) << 2 | place as u8; 32]
}

/// Fields as `quanqi contract seal` makes leaves of them: name, salt, value.
fn leaves(of: ContractVersion) -> Vec<Vec<u8>> {
	let leaf = |(place, (name, value))| (name, salt(of, place), value).encode();
	(0u32..).zip(FIELDS).map(leaf).collect()
}

/// A field of a version, opened.
pub(crate) fn opened(of: ContractVersion, place: u32) -> Opening {
	let proof = merkle::proof(&leaves(of), place).unwrap();
	let (name, value) = FIELDS[place as usize];
	let version = (of.contract, of.version);
	Opening::contract_field(version, &proof, name, salt(of, place), value).unwrap()
}

/// The effects that terms can have, each in the chain's encoding: index, then the fields.
fn effects(id: AchievementId) -> Vec<Vec<u8>> {
	let (from, to) = (MemberId(UNIT), MemberId(BUYER));
	let grant = licence(quanqi_types::UseForm::Ordinary);
	vec![
		(0u8, id, from, to, 5u32, Some(Moment(9))).encode(),
		(1u8, id, grant.clone()).encode(),
		(2u8, id, 3u32, from, to, 5u32).encode(),
		(3u8, id, from, to, grant.scope, grant.period).encode(),
		(4u8, "a future", from, to, 5u32).encode(),
		(5u8, TrialId(3), id, to).encode(),
		(6u8, id).encode(),
	]
}

/// Terms in the chain's encoding, from what stands before the prices and what stands there and after.
fn terms(effects: &[Vec<u8>], money: Vec<u8>) -> Vec<u8> {
	let parties = vec![(MemberId(UNIT), 0u8), (MemberId(BUYER), 1u8)];
	let before = (2u8, "L-2026-7", Date(20_700), parties, Digest::Sha256([6; 32]));
	let count = codec::Compact(effects.len() as u32);
	[before.encode(), count.encode(), effects.concat(), vec![1u32].encode(), money].concat()
}

/// Prices and consideration under a seal, two price events.
fn sealed(of: ContractVersion) -> Vec<u8> {
	let root = merkle::root(&leaves(of)).unwrap();
	(2u8, vec![4u64, 5], 1u8, Some((root, FIELDS.len() as u32))).encode()
}

/// What the state holds of these contracts.
pub(crate) fn values() -> BTreeMap<Vec<u8>, Vec<u8>> {
	let shown = (1u8, vec![(ID, 5u128)], Vec::<u64>::new(), 0u8, "an open price", 0u8).encode();
	let foreign = effects(OTHER);
	let terms = [
		(SEALED, terms(&effects(ID), sealed(SEALED))),
		(AMENDED, terms(&[], sealed(AMENDED))),
		(DRAFT, terms(&[], sealed(DRAFT))),
		(SHOWN, terms(&effects(ID), shown)),
		(FOREIGN, terms(&foreign, sealed(FOREIGN))),
	];
	let records = [(SEALED, 2u32), (SHOWN, 1), (FOREIGN, 1)];
	let of_terms = terms.map(|(of, terms)| (Item::Terms(of.contract, of.version).key(), terms));
	let of_records = records.map(|(of, version)| {
		// What follows in the record is proved and not read.
		(Item::Contract(of.contract).key(), (2u8, version, [7u8; 30]).encode())
	});
	of_terms.into_iter().chain(of_records).collect()
}

fn with(contracts: &[ContractVersion], openings: &[Opening]) -> Maker {
	let (contracts, openings) = (contracts.to_vec(), openings.to_vec());
	Maker { contracts, openings, ..Maker::default() }
}

fn opening_refused(maker: Maker, error: OpeningError) {
	refused(&maker.make(), &maker.trust(), Error::Opening { number: 0, error });
}

#[test]
fn sealed_fields_should_open_against_the_proven_seal() {
	let openings = [opened(SEALED, 0), opened(SEALED, 2), opened(AMENDED, 1)];
	let maker = with(&[SEALED, AMENDED], &openings);
	let verdict = verify(&maker.make().to_bytes(), &maker.trust()).unwrap();
	assert_eq!(verdict.openings, openings);
	assert_eq!(verdict.openings[2].text(), Some("7654321.09 CNY"));
	let [first, second] = &verdict.contracts[..] else { panic!("two versions") };
	assert_eq!((first.contract, first.version, second.version), (ContractId(7), 1, 2));
	assert_eq!((first.facts.state, first.facts.version), (ContractState::Performing, 2));
	assert_eq!(first.terms.kind, ContractKind::Licence);
	assert_eq!(first.terms.number.as_str(), Some("L-2026-7"));
	assert_eq!(first.terms.date, Date(20_700));
	assert_eq!(first.terms.instrument, Digest::Sha256([6; 32]));
	assert_eq!(first.terms.parties.len(), 2);
	assert_eq!(first.terms.achievements, [ID]);
	let root = merkle::root(&leaves(SEALED)).unwrap();
	assert_eq!(first.terms.seal, Some(Seal { root, fields: 3 }));
}

#[test]
fn contract_should_be_shown_when_nothing_of_it_is_opened() {
	for of in [SEALED, SHOWN] {
		let maker = with(&[of], &[]);
		let verdict = verify(&maker.make().to_bytes(), &maker.trust()).unwrap();
		assert_eq!(verdict.contracts[0].terms.seal.is_some(), of == SEALED);
	}
}

#[test]
fn field_should_be_refused_when_anything_of_it_is_changed() {
	let changes: [fn(&mut Opening); 8] = [
		|opening| opening.salt[0] ^= 1,
		|opening| opening.value = quanqi_certificate::Bytes::new(b"1 CNY".to_vec()).unwrap(),
		|opening| opening.field.as_mut().unwrap().name = Text::new("cost").unwrap(),
		|opening| opening.field.as_mut().unwrap().path[0].0[0] ^= 1,
		|opening| _ = opening.field.as_mut().unwrap().path.pop(),
		|opening| {
			let path = &mut opening.field.as_mut().unwrap().path;
			path.try_push(path[0]).unwrap();
		},
		|opening| {
			let Sealed::ContractField { place, .. } = &mut opening.of else { unreachable!() };
			*place = 0;
		},
		|opening| {
			let Sealed::ContractField { place, .. } = &mut opening.of else { unreachable!() };
			*place = u32::MAX;
		},
	];
	for change in changes {
		let mut opening = opened(SEALED, 1);
		change(&mut opening);
		opening_refused(with(&[SEALED], &[opening]), OpeningError::WrongOpening);
	}
}

#[test]
fn field_of_another_version_or_contract_should_be_refused() {
	for of in [AMENDED, FOREIGN] {
		let mut opening = opened(of, 1);
		opening.of = opened(SEALED, 1).of;
		opening_refused(with(&[SEALED], &[opening]), OpeningError::WrongOpening);
	}
}

#[test]
fn field_should_be_refused_when_its_terms_are_not_proved_or_not_sealed() {
	opening_refused(with(&[], &[opened(SEALED, 1)]), OpeningError::NotProved);
	opening_refused(with(&[SEALED], &[opened(AMENDED, 1)]), OpeningError::NotProved);
	opening_refused(with(&[SHOWN], &[opened(SHOWN, 1)]), OpeningError::NotSealed);
}

#[test]
fn opening_that_is_half_a_field_should_be_refused() {
	let mut bare = opened(SEALED, 1);
	let field = bare.field.take();
	opening_refused(with(&[SEALED], &[bare]), OpeningError::Malformed);
	let mut person = opening(Sealed::Person(PERSON), PERSON_SALT, PERSON_VALUE);
	person.field = field;
	opening_refused(with(&[SEALED], &[person]), OpeningError::Malformed);
	let mut bytes = opened(SEALED, 1);
	bytes.value = quanqi_certificate::Bytes::new(vec![0xff, 0xfe]).unwrap();
	opening_refused(with(&[SEALED], &[bytes]), OpeningError::Malformed);
}

#[test]
fn draft_should_not_pass_for_what_was_signed() {
	let maker = with(&[SEALED, DRAFT], &[opened(DRAFT, 1)]);
	let error = Error::NotSigned { contract: DRAFT.contract, version: 3 };
	refused(&maker.make(), &maker.trust(), error);
	let mut maker = with(&[SEALED], &[]);
	maker.state.0.insert(Item::Contract(SEALED.contract).key(), (0u8, 0u32, [0u8; 9]).encode());
	let error = Error::NotSigned { contract: SEALED.contract, version: 1 };
	refused(&maker.make(), &maker.trust(), error);
}

#[test]
fn contract_about_something_else_should_be_refused() {
	let maker = with(&[FOREIGN], &[opened(FOREIGN, 1)]);
	refused(&maker.make(), &maker.trust(), Error::OtherContract(FOREIGN.contract));
	// An amendment that adds no effect is about the achievement only beside the first version.
	let maker = with(&[AMENDED], &[]);
	refused(&maker.make(), &maker.trust(), Error::OtherContract(AMENDED.contract));
}

#[test]
fn contract_should_be_shown_when_only_the_history_names_it() {
	let mut world = history();
	let Entry::V1(body) = &mut world.entries[2];
	body.cause = Cause::Contract(FOREIGN.contract);
	let history = world.entries.clone();
	let mut maker = with(&[FOREIGN], &[opened(FOREIGN, 0)]);
	maker.state.0.insert(Item::Head(ID).key(), head_of(&world).encode());
	maker.history = history;
	verify(&maker.make().to_bytes(), &maker.trust()).unwrap();
}

#[test]
fn contracts_out_of_order_or_twice_should_be_refused() {
	for contracts in [[AMENDED, SEALED], [SEALED, SEALED]] {
		let maker = with(&contracts, &[]);
		refused(&maker.make(), &maker.trust(), Error::ContractsOutOfOrder);
	}
}

#[test]
fn terms_that_are_not_in_the_state_should_be_refused() {
	let absent = ContractVersion { version: 4, ..SEALED };
	let maker = with(&[SEALED, absent], &[]);
	let item = Some(Item::Terms(absent.contract, 4));
	refused(&maker.make(), &maker.trust(), Error::State { item, error: StateError::Absent });
}

#[test]
fn terms_of_a_newer_chain_should_be_unreadable_and_not_invalid() {
	let real = terms(&effects(ID), sealed(SEALED));
	let newer_effect = terms(&[vec![7u8]], sealed(SEALED));
	let newer_prices = terms(&[], vec![3]);
	let longer = [real.clone(), vec![0]].concat();
	for value in [newer_effect, newer_prices, longer, real[..real.len() - 1].to_vec(), vec![]] {
		let mut maker = with(&[SEALED], &[]);
		let item = Item::Terms(SEALED.contract, 1);
		maker.state.0.insert(item.key(), value);
		let error = Error::Value { item, error: ValueError::UnknownVersion };
		refused(&maker.make(), &maker.trust(), error);
		assert_eq!(error.class(), Class::Unreadable);
	}
}

#[test]
fn seal_should_not_be_taken_from_what_only_looks_like_it() {
	// Terms in the open whose last bytes are those of a seal.
	let root = merkle::root(&leaves(SEALED)).unwrap();
	let looks = (0u8, Vec::<u64>::new(), 0u8, Some((root, 3u32))).encode();
	let mut maker = with(&[SEALED], &[opened(SEALED, 1)]);
	maker.state.0.insert(Item::Terms(SEALED.contract, 1).key(), terms(&effects(ID), looks));
	opening_refused(maker, OpeningError::NotSealed);
}
