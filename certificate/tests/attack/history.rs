//! Histories: entries dropped, repeated, reordered, foreign; titles and heads that do not fit; openings.

use crate::{maker::*, refused, world::*};
use codec::Encode;
use quanqi_certificate::{
	keys::Item, verify, Class, Error, Opening, OpeningError, Sealed, ValueError,
};
use quanqi_title::{Entry, Head, Reason, Rule};
use quanqi_types::{Commitment, LedgerStatus};

fn with(history: Vec<Entry>) -> Maker {
	Maker { history, ..Maker::default() }
}

#[test]
fn every_dropped_entry_should_be_refused() {
	let real = history().entries;
	for place in 0..real.len() {
		let mut entries = real.clone();
		entries.remove(place);
		let maker = with(entries);
		let error = verify(&maker.make().to_bytes(), &maker.trust()).unwrap_err();
		let is_last = place == real.len() - 1;
		match error {
			Error::EntryRefused { number, refusal } => {
				assert_eq!((number as usize, refusal.rule), (place, Rule::Form));
			}
			error => assert_eq!((error, is_last), (Error::HistoryLength, true)),
		}
	}
}

#[test]
fn repeated_and_reordered_entries_should_be_refused() {
	let real = history().entries;
	for place in 1..real.len() {
		let mut repeated = real.clone();
		repeated.insert(place, real[place - 1].clone());
		let mut reordered = real.clone();
		reordered.swap(place - 1, place);
		for entries in [repeated, reordered] {
			let maker = with(entries);
			let error = verify(&maker.make().to_bytes(), &maker.trust()).unwrap_err();
			assert!(matches!(error, Error::EntryRefused { .. }), "{error}");
		}
	}
}

#[test]
fn empty_history_should_be_refused() {
	let maker = with(vec![]);
	let refusal = quanqi_title::Refusal::new(Rule::Form, Reason::NotRegisteredFirst);
	refused(&maker.make(), &maker.trust(), Error::EntryRefused { number: 0, refusal });
}

#[test]
fn foreign_history_should_be_refused() {
	let maker = with(other_history().entries);
	refused(&maker.make(), &maker.trust(), Error::HistoryLength);
	// Of the same length: the number of the achievement tells.
	let mut maker = with(other_history().entries);
	let head = head_of(&other_history());
	maker.state.0.insert(Item::Head(ID).key(), head.encode());
	refused(&maker.make(), &maker.trust(), Error::OtherAchievement);
	let lie = Head { history_hash: [1; 32], ..head };
	maker.state.0.insert(Item::Head(ID).key(), lie.encode());
	refused(&maker.make(), &maker.trust(), Error::OtherAchievement);
}

#[test]
fn lawful_history_that_never_was_should_be_refused() {
	// Every step is lawful, and one licence is another than on the chain.
	let mut world = World::joint_patent();
	world.at(2_000).granted(licence(quanqi_types::UseForm::Exclusive));
	world.at(3_000).act(sale(UNIT, BUYER, 100_000)).willing().ok();
	world.at(4_000).act(effect(2, UNIT, BUYER, 100_000)).office().willing().ok();
	world.at(5_000).act(pledge(PARTNER, share_of(PARTNER), 400_000, 0)).office().willing().ok();
	let maker = with(world.entries);
	refused(&maker.make(), &maker.trust(), Error::HistoryHash);
}

#[test]
fn later_entry_than_the_anchor_should_be_refused() {
	let mut world = history();
	world.at(6_000).granted(rival(quanqi_types::UseForm::Ordinary));
	let maker = with(world.entries);
	refused(&maker.make(), &maker.trust(), Error::HistoryLength);
}

#[test]
fn head_that_does_not_fit_the_title_should_be_refused() {
	let head = head_of(&history());
	let lies = [
		(Head { title_hash: [1; 32], ..head }, Error::TitleHash),
		(Head { history_hash: [1; 32], ..head }, Error::HistoryHash),
		(Head { entries: 9, ..head }, Error::HistoryLength),
		(Head { status: LedgerStatus::Voided, ..head }, Error::HeadStatus),
	];
	for (head, error) in lies {
		let mut maker = Maker::default();
		maker.state.0.insert(Item::Head(ID).key(), head.encode());
		refused(&maker.make(), &maker.trust(), error);
		if error != Error::HistoryHash {
			let mut maker = Maker::short();
			maker.state.0.insert(Item::Head(ID).key(), head.encode());
			refused(&maker.make(), &maker.trust(), error);
		}
	}
}

#[test]
fn title_of_another_achievement_should_be_refused() {
	let mut maker = Maker::short();
	let other = maker.state.0[&Item::Title(OTHER).key()].clone();
	maker.state.0.insert(Item::Title(ID).key(), other);
	refused(&maker.make(), &maker.trust(), Error::OtherAchievement);
}

#[test]
fn entries_that_cannot_be_read_should_be_refused() {
	let first = history().entries[0].encode();
	let newer = [vec![2], first[1..].to_vec()].concat();
	let longer = [first.clone(), vec![0]].concat();
	let cases = [
		(vec![], ValueError::Malformed),
		(first[..9].to_vec(), ValueError::Malformed),
		(longer, ValueError::Malformed),
		(newer, ValueError::UnknownVersion),
	];
	for (entry, error) in cases {
		let maker = Maker::default();
		let mut certificate = maker.make();
		let quanqi_certificate::Content::Provenance { history, .. } = &mut certificate.content
		else {
			unreachable!()
		};
		history[0] = quanqi_certificate::Bytes::new(entry).unwrap();
		let error = Error::Entry { number: 0, error };
		refused(&certificate, &maker.trust(), error);
		let is_newer = matches!(error, Error::Entry { error: ValueError::UnknownVersion, .. });
		assert_eq!(error.class() == Class::Unreadable, is_newer);
	}
}

fn opened(openings: Vec<Opening>) -> Maker {
	Maker { openings, ..Maker::default() }
}

fn person(salt: [u8; 32], value: &[u8]) -> Opening {
	opening(Sealed::Person(PERSON), salt, value)
}

#[test]
fn wrong_salt_or_value_should_be_refused() {
	for opening in [person([0; 32], PERSON_VALUE), person(PERSON_SALT, b"Wang Xiaoming")] {
		let maker = opened(vec![opening]);
		let error = Error::Opening { number: 0, error: OpeningError::WrongOpening };
		refused(&maker.make(), &maker.trust(), error);
	}
}

#[test]
fn opening_of_what_is_not_proved_or_not_sealed_should_be_refused() {
	let stranger = opening(Sealed::Person(member(LICENSEE)), PERSON_SALT, PERSON_VALUE);
	let institution = opening(Sealed::Person(member(UNIT)), PERSON_SALT, PERSON_VALUE);
	let no_pledge = opening(Sealed::SecuredAmount(3), PERSON_SALT, b"1");
	let cases = [
		(stranger, OpeningError::NotProved),
		(institution, OpeningError::NotSealed),
		(no_pledge, OpeningError::NotProved),
	];
	for (opening, error) in cases {
		let maker = opened(vec![opening]);
		refused(&maker.make(), &maker.trust(), Error::Opening { number: 0, error });
	}
	let maker = Maker { openings: vec![person(PERSON_SALT, PERSON_VALUE)], ..Maker::short() };
	let error = Error::Opening { number: 0, error: OpeningError::NotProved };
	refused(&maker.make(), &maker.trust(), error);
}

#[test]
fn secured_amount_should_open_in_the_short_form_too() {
	// The world of tests seals no real amount: seal one, and let head, title and history follow.
	let (salt, value) = ([3; 32], b"500000.00 CNY");
	let mut world = history();
	let mut entries = world.entries.clone();
	let Entry::V1(body) = entries.last_mut().unwrap();
	let quanqi_title::Act::Pledged { secured, .. } = &mut body.act else { unreachable!() };
	*secured = Commitment::new(salt, value);
	let (title, head) = quanqi_title::replay(&GENESIS, &entries).unwrap();
	(world.title, world.entries) = (Some(title.clone()), entries);
	for is_short in [false, true] {
		let openings = vec![opening(Sealed::SecuredAmount(4), salt, value)];
		let history = world.entries.clone();
		let mut maker = Maker { is_short, openings, history, ..Maker::default() };
		maker.state.0.insert(Item::Head(ID).key(), head.encode());
		maker.state.0.insert(Item::Title(ID).key(), title.encode());
		let verdict = verify(&maker.make().to_bytes(), &maker.trust()).unwrap();
		assert_eq!(&*verdict.openings[0].value, value);
	}
}

#[test]
fn repeated_or_reordered_openings_should_be_refused() {
	let title = || opening(Sealed::AchievementTitle, TITLE_SALT, TITLE_VALUE);
	let person = || person(PERSON_SALT, PERSON_VALUE);
	let error = Error::Opening { number: 1, error: OpeningError::OutOfOrder };
	for openings in [vec![title(), person()], vec![person(), person()]] {
		let maker = opened(openings);
		refused(&maker.make(), &maker.trust(), error);
	}
}
