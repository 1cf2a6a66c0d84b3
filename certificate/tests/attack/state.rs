//! State proofs: nodes missing, extra, of another root; absence; and the same answers as the chain's tree.

use crate::{maker::*, refused, world::*};
use codec::Encode;
use proptest::prelude::*;
use quanqi_certificate::{
	keys::Item,
	trie::{StateError, StateProof},
	verify, Bytes, Certificate, Class, Content, Error, ValueError,
};
use quanqi_types::{AchievementId, Hash256, MemberId};
use sp_core::{
	storage::{StateVersion, Storage},
	Blake2Hasher,
};
use sp_state_machine::{prove_read, InMemoryBackend};
use std::collections::BTreeMap;

fn state(item: Option<Item>, error: StateError) -> Error {
	Error::State { item, error }
}

fn nodes(certificate: &mut Certificate, edit: impl FnOnce(&mut Vec<Vec<u8>>)) {
	let mut nodes = certificate.state.iter().map(|node| node.to_vec()).collect();
	edit(&mut nodes);
	certificate.state = bytes(nodes).try_into().unwrap();
}

#[test]
fn every_missing_node_should_be_refused() {
	let maker = Maker::default();
	let real = maker.make();
	assert!(real.state.len() > 10);
	for place in 0..real.state.len() {
		let mut certificate = real.clone();
		nodes(&mut certificate, |nodes| _ = nodes.remove(place));
		let error = verify(&certificate.to_bytes(), &maker.trust()).unwrap_err();
		assert!(matches!(error, Error::State { error: StateError::MissingNode, .. }), "{error}");
	}
}

#[test]
fn extra_node_should_be_refused() {
	let maker = Maker::default();
	let wider = Maker { members: vec![UNIT, PARTNER, BUYER], ..Maker::default() };
	let mut certificate = wider.make();
	certificate.state = maker.make().state;
	refused(&certificate, &maker.trust(), state(None, StateError::UnusedNode));
	let mut certificate = maker.make();
	nodes(&mut certificate, |nodes| {
		nodes.push(vec![0xff; 40]);
		nodes.sort();
	});
	refused(&certificate, &maker.trust(), state(None, StateError::UnusedNode));
}

#[test]
fn repeated_or_reordered_nodes_should_be_refused() {
	let maker = Maker::default();
	let mut certificate = maker.make();
	nodes(&mut certificate, |nodes| nodes.insert(0, nodes[0].clone()));
	refused(&certificate, &maker.trust(), state(None, StateError::OutOfOrder));
	let mut certificate = maker.make();
	nodes(&mut certificate, |nodes| nodes.swap(0, 1));
	refused(&certificate, &maker.trust(), state(None, StateError::OutOfOrder));
}

#[test]
fn nodes_of_another_root_should_be_refused() {
	let maker = Maker::default();
	let mut certificate = maker.make();
	certificate.state = Maker { state: State::new(101), ..Maker::default() }.make().state;
	let error = state(Some(Item::RuntimeVersion), StateError::MissingNode);
	refused(&certificate, &maker.trust(), error);
	let mut certificate = maker.make();
	nodes(&mut certificate, Vec::clear);
	refused(&certificate, &maker.trust(), error);
}

#[test]
fn proof_of_absence_should_not_pass_for_a_value() {
	for item in
		[Item::RuntimeVersion, Item::Head(ID), Item::Record(ID), Item::Member(MemberId(UNIT))]
	{
		let mut maker = Maker::default();
		maker.state.0.remove(&item.key());
		refused(&maker.make(), &maker.trust(), state(Some(item), StateError::Absent));
	}
	let mut maker = Maker::short();
	maker.state.0.remove(&Item::Title(ID).key());
	refused(&maker.make(), &maker.trust(), state(Some(Item::Title(ID)), StateError::Absent));
}

#[test]
fn achievement_that_is_not_proved_should_be_refused() {
	let maker = Maker::default();
	for id in [OTHER, AchievementId(7), AchievementId(u64::MAX)] {
		let mut certificate = maker.make();
		certificate.achievement = id;
		let error = verify(&certificate.to_bytes(), &maker.trust()).unwrap_err();
		assert!(matches!(error, Error::State { item: Some(Item::Head(_)), .. }), "{error}");
	}
}

#[test]
fn members_that_are_not_proved_or_not_in_order_should_be_refused() {
	let edit = |members: &[u32]| {
		let mut certificate = Maker::default().make();
		let Content::Provenance { members: list, .. } = &mut certificate.content else {
			unreachable!()
		};
		let all: Vec<_> = members.iter().map(|id| MemberId(*id)).collect();
		*list = all.try_into().unwrap();
		certificate
	};
	let trust = Maker::default().trust();
	refused(&edit(&[PARTNER, UNIT, BUYER, COMPLETER]), &trust, Error::MembersOutOfOrder);
	refused(&edit(&[UNIT, UNIT, PARTNER, BUYER, COMPLETER]), &trust, Error::MembersOutOfOrder);
	let item = Item::Member(MemberId(LICENSEE));
	let error = verify(&edit(&[UNIT, LICENSEE]).to_bytes(), &trust).unwrap_err();
	assert!(matches!(error, Error::State { item: Some(found), .. } if found == item), "{error}");
}

#[test]
fn proven_values_that_cannot_be_read_should_be_refused() {
	let cases = [
		(Item::RuntimeVersion, vec![1, 2, 3], ValueError::Malformed),
		(Item::Head(ID), vec![0; 12], ValueError::Malformed),
		(Item::Record(ID), vec![1, 9], ValueError::Malformed),
		(Item::Record(ID), vec![], ValueError::Malformed),
		(Item::Record(ID), vec![2; 60], ValueError::UnknownVersion),
		(Item::Member(MemberId(UNIT)), vec![0xff; 60], ValueError::Malformed),
	];
	for (item, value, error) in cases {
		let mut maker = Maker::default();
		maker.state.0.insert(item.key(), value);
		refused(&maker.make(), &maker.trust(), Error::Value { item, error });
	}
	let mut maker = Maker::short();
	let mut title = maker.state.0[&Item::Title(ID).key()].clone();
	title[0] = 2;
	maker.state.0.insert(Item::Title(ID).key(), title);
	let error = Error::Value { item: Item::Title(ID), error: ValueError::UnknownVersion };
	refused(&maker.make(), &maker.trust(), error);
	assert_eq!(error.class(), Class::Unreadable);
}

#[test]
fn oversize_node_should_not_be_decoded() {
	assert!(Bytes::<8>::new(vec![0; 9]).is_none());
	let maker = Maker::short();
	let mut certificate = maker.make();
	nodes(&mut certificate, |nodes| nodes[0] = vec![0; 64 * 1024]);
	assert!(verify(&certificate.to_bytes(), &maker.trust()).is_err());
}

/// The root of a tree, and the proof of these keys, by the chain's own code.
fn prove(values: &BTreeMap<Vec<u8>, Vec<u8>>, keys: &[Vec<u8>]) -> (Hash256, Vec<Vec<u8>>) {
	let storage = Storage { top: values.clone(), children_default: Default::default() };
	let backend = InMemoryBackend::<Blake2Hasher>::from((storage, StateVersion::V1));
	let root = backend.root().0;
	let mut nodes: Vec<_> = prove_read(backend, keys).unwrap().into_iter_nodes().collect();
	nodes.sort();
	(root, nodes)
}

fn tree() -> impl Strategy<Value = BTreeMap<Vec<u8>, Vec<u8>>> {
	// Few different bytes, so that keys share long beginnings and one ends inside another.
	let key = prop::collection::vec(prop::sample::select(vec![0x00, 0x01, 0x10, 0xff]), 1..90);
	let value = prop::collection::vec(any::<u8>(), 0..80);
	prop::collection::btree_map(key, value, 1..40)
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(64))]

	#[test]
	fn every_value_should_be_read_as_the_chain_reads_it(values in tree(), other in prop::collection::vec(any::<u8>(), 1..5)) {
		for (key, value) in &values {
			let (root, nodes) = prove(&values, std::slice::from_ref(key));
			let mut proof = StateProof::new(root, nodes.iter().map(Vec::as_slice)).unwrap();
			prop_assert_eq!(proof.value(key), Ok(value.as_slice()));
			prop_assert_eq!(proof.check_all_used(), Ok(()));
		}
		if !values.contains_key(&other) {
			let (root, nodes) = prove(&values, std::slice::from_ref(&other));
			let mut proof = StateProof::new(root, nodes.iter().map(Vec::as_slice)).unwrap();
			prop_assert_eq!(proof.value(&other), Err(StateError::Absent));
		}
	}

	#[test]
	fn all_values_together_should_use_every_node(values in tree()) {
		let keys: Vec<_> = values.keys().cloned().collect();
		let (root, nodes) = prove(&values, &keys);
		let mut proof = StateProof::new(root, nodes.iter().map(Vec::as_slice)).unwrap();
		for (key, value) in &values {
			prop_assert_eq!(proof.value(key), Ok(value.as_slice()));
		}
		prop_assert_eq!(proof.check_all_used(), Ok(()));
	}

	#[test]
	fn any_bytes_should_be_read_without_panic(node in prop::collection::vec(any::<u8>(), 0..200), key in prop::collection::vec(any::<u8>(), 0..40)) {
		let root = quanqi_types::digest::tagged_hash(b"", &[&node]);
		let mut proof = StateProof::new(root, std::iter::once(node.as_slice())).unwrap();
		let _ = proof.value(&key);
	}
}

#[test]
fn deep_tree_should_be_walked_without_a_stack() {
	// A branch of one child for every nibble of the longest key, the next one under its hash.
	let key = [0u8; 500];
	let mut nodes = vec![[vec![0b0100_0000], vec![9u8].encode()].concat()];
	for _ in 0..key.len() * 2 {
		let child = quanqi_types::digest::tagged_hash(b"", &[nodes.last().unwrap()]);
		nodes.push([vec![0b1000_0000, 1, 0], child.to_vec().encode()].concat());
	}
	let root = quanqi_types::digest::tagged_hash(b"", &[nodes.last().unwrap()]);
	nodes.sort();
	let mut proof = StateProof::new(root, nodes.iter().map(Vec::as_slice)).unwrap();
	assert_eq!(proof.value(&key), Ok(&[9][..]));
	assert_eq!(proof.value(&key[1..]), Err(StateError::Absent));
	assert_eq!(proof.check_all_used(), Ok(()));
}

#[test]
fn long_inline_value_should_be_refused() {
	// A leaf of the empty key with a value of 33 bytes in it: layout 0, which this chain never had.
	let node = [vec![0b0100_0000], vec![7u8; 33].encode()].concat();
	let root = quanqi_types::digest::tagged_hash(b"", &[&node]);
	let mut proof = StateProof::new(root, std::iter::once(node.as_slice())).unwrap();
	assert_eq!(proof.value(&[]), Err(StateError::MalformedNode));
}
