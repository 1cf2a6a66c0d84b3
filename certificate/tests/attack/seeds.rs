//! Where the fuzzers begin, beside the golden files: files damaged behind each check, so that the fuzzers need
//! not find the way there, and proofs of the state.
//!
//! `QUANQI_WRITE_GOLDEN=1` writes files that are missing, never over one that is there.

use crate::{contracts, maker::*, world::*};
use codec::Encode;
use quanqi_certificate::{keys::Item, verify, Bytes, Certificate, Check, Content, Opening};
use quanqi_types::MemberId;
use std::{fs, path::PathBuf};

fn keep(target: &str, name: &str, made: &[u8]) {
	let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds").join(target);
	let path = folder.join(name);
	if !path.exists() && std::env::var_os("QUANQI_WRITE_GOLDEN").is_some() {
		fs::create_dir_all(&folder).unwrap();
		fs::write(&path, made).unwrap();
	}
	let kept = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
	assert!(kept == made, "{name} is no longer what is made");
}

fn openings(certificate: &mut Certificate, edit: impl FnOnce(&mut Vec<Opening>)) {
	let mut all = certificate.openings.to_vec();
	edit(&mut all);
	certificate.openings = all.try_into().unwrap();
}

type Damage = (&'static str, fn(&mut Certificate));

/// Damage that the check of the same name is the first to see.
const DAMAGES: [(Check, &[Damage]); 6] = [
	(Check::Chain, &[("chain", |it| it.genesis_hash[0] ^= 1)]),
	(
		Check::Authorities,
		&[
			("first-set", |it| it.first_set = 1),
			("handover-vote-missing", |it| {
				_ = it.handover[0].justification.commit.precommits.pop();
			}),
			("announcement", |it| it.handover[1].header.digest = Default::default()),
		],
	),
	(
		Check::Finality,
		&[
			("handover-missing", |it| _ = it.handover.pop()),
			("round", |it| it.anchor.justification.round += 1),
			("vote-missing", |it| _ = it.anchor.justification.commit.precommits.pop()),
			("header", |it| it.anchor.header.number += 1),
		],
	),
	(
		Check::State,
		&[
			("node-missing", |it| _ = it.state.pop()),
			("node-extra", |it| _ = it.state.try_push(Bytes::new(vec![0xff; 60]).unwrap())),
			("member-more", |it| {
				let Content::Provenance { members, .. } = &mut it.content else { return };
				members.try_push(MemberId(9_999)).unwrap();
			}),
		],
	),
	(
		Check::History,
		&[
			("entry-missing", |it| {
				let Content::Provenance { history, .. } = &mut it.content else { return };
				history.pop();
			}),
			("entry-cut", |it| {
				let Content::Provenance { history, .. } = &mut it.content else { return };
				history[1] = Bytes::new(history[1][..9].to_vec()).unwrap();
			}),
		],
	),
	(
		Check::Openings,
		&[
			("salt", |it| openings(it, |all| all[0].salt[0] ^= 1)),
			("path", |it| openings(it, |all| _ = all[2].field.as_mut().unwrap().path.pop())),
			("order", |it| openings(it, |all| all.swap(0, 1))),
		],
	),
];

#[test]
fn seeds_of_the_verifier_should_reach_every_check() {
	let maker = Maker::full();
	let real = maker.make();
	for (check, damages) in DAMAGES {
		for (name, damage) in damages {
			let mut certificate = real.clone();
			damage(&mut certificate);
			let bytes = certificate.to_bytes();
			assert_eq!(verify(&bytes, &maker.trust()).unwrap_err().check(), check, "{name}");
			keep("verify", name, &bytes);
		}
	}
	let bytes = real.to_bytes();
	keep("verify", "cut-off", &bytes[..bytes.len() / 2]);
	keep("verify", "no-openings", &Maker { openings: vec![], ..Maker::full() }.make().to_bytes());
}

#[test]
fn seeds_of_the_claims_should_be_whole_certificates() {
	let all = [
		("short", Maker { state: State::new(2), ..Maker::short() }),
		("contract", Maker { contracts: vec![contracts::SEALED], ..Maker::smallest() }),
		("smallest", Maker::smallest()),
	];
	for (name, maker) in all {
		let certificate = maker.make();
		quanqi_certificate::claims(&certificate).unwrap();
		keep("claims", name, &certificate.to_bytes());
	}
}

#[test]
fn seeds_of_the_tree_should_be_proofs() {
	let state = State::new(20);
	for (name, item) in [("head", Item::Head(ID)), ("member", Item::Member(MemberId(UNIT)))] {
		let (root, nodes) = state.prove(&[item]);
		let is_root = |node: &&Vec<u8>| quanqi_types::digest::tagged_hash(b"", &[node]) == root;
		let first = nodes.iter().find(is_root).unwrap();
		let rest = nodes.iter().filter(|node| *node != first);
		let ordered: Vec<_> = std::iter::once(first).chain(rest).cloned().collect();
		keep("trie", name, &(ordered, item.key()).encode());
	}
}
