//! C9: lines to persons are salted leaves with their sum open.

use super::*;
use quanqi_types::merkle;

fn part(person: u32, minor: u128) -> PersonPart {
	PersonPart { person: Person::Member(MemberId(person)), quantity: fen(minor) }
}

fn opened() -> Vec<([u8; 32], PersonPart)> {
	let other = Person::Other(Commitment([9; 32]));
	vec![
		([1; 32], part(11, 300)),
		([2; 32], part(12, 100)),
		([3; 32], PersonPart { person: other, quantity: fen(350) }),
	]
}

fn seal(opened: &[([u8; 32], PersonPart)]) -> People {
	let leaves: Vec<_> = opened.iter().map(|(salt, part)| part.leaf(*salt)).collect();
	People::seal(&leaves).unwrap()
}

#[test]
fn c9_leaves_should_open_when_they_sum_to_their_line() {
	assert_eq!(seal(&opened()).open(&fen(750), &opened()), Ok(()));
	assert_eq!(seal(&opened()).count, 3);
}

#[test]
fn c9_leaves_should_not_open_when_one_fen_off_their_line() {
	for line in [749, 751] {
		assert_eq!(seal(&opened()).open(&fen(line), &opened()), Err(PeopleError::WrongSum));
	}
	let line = Quantity::Units(750);
	assert_eq!(seal(&opened()).open(&line, &opened()), Err(PeopleError::WrongQuantity));
}

#[test]
fn c9_leaves_should_not_open_when_salt_person_order_or_number_differ() {
	let people = seal(&opened());
	let mut salted = opened();
	salted[0].0 = [7; 32];
	let mut renamed = opened();
	renamed[1].1.person = Person::Member(MemberId(13));
	let mut swapped = opened();
	swapped.swap(0, 1);
	let mut shorter = opened();
	shorter.pop();
	for other in [salted, renamed, swapped, shorter] {
		assert_eq!(people.open(&fen(750), &other), Err(PeopleError::OtherRoot));
	}
	assert_eq!(people.open(&fen(0), &[]), Err(PeopleError::OtherRoot));
}

#[test]
fn c9_one_leaf_should_be_shown_without_the_others() {
	let people = seal(&opened());
	let leaves: Vec<_> = opened().iter().map(|(salt, part)| part.leaf(*salt).0).collect();
	let proof = merkle::proof(&leaves, 1).unwrap();
	let (salt, shown) = opened()[1];
	assert!(people.contains(salt, &shown, &proof));
	assert!(!people.contains([0; 32], &shown, &proof));
	assert!(!people.contains(salt, &part(12, 101), &proof));
	let miscounted = People { count: 2, ..people };
	assert!(!miscounted.contains(salt, &shown, &proof));
}

#[test]
fn c9_people_should_be_at_least_one() {
	assert_eq!(People::seal(&[]), None);
}
