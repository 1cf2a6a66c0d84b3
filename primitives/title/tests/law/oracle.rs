//! What holds after every step of a random history, and the conflict table said a second time.

use crate::{
	actions::{start, Bytes},
	world::*,
};
use codec::{Decode, Encode};
use quanqi_title::*;
use quanqi_types::*;

/// Whether two rights may stand side by side, said again from the table alone and without the code
/// under test. Every right comes as it was agreed; the younger one is `new`.
fn may_stand_together(title: &TitleBody, live: &UseRight, new: &UseRight, beside: bool) -> bool {
	let (old, young) = (&live.terms, &new.terms);
	if !old.scope.overlaps(&young.scope) || !old.period.overlaps(&young.period) {
		return true;
	}
	let mut above = young.basis;
	while let UseBasis::Sublicence(parent) = above {
		if parent == live.sequence {
			return young.form == UseForm::Ordinary;
		}
		match title.rights.iter().find(|right| right.sequence == parent) {
			Some(right) => above = right.terms.basis,
			None => break,
		}
	}
	match (old.form, young.form) {
		(UseForm::Ordinary, UseForm::Ordinary) => true,
		(UseForm::Ordinary, _) => young.subject_to.contains(&live.sequence),
		(UseForm::Sole, UseForm::Ordinary) => beside && young.basis == UseBasis::Licence,
		_ => false,
	}
}

/// The pairs in conflict, by number.
fn conflicts(title: &TitleBody, now: Moment, beside: bool) -> Vec<(u32, u32)> {
	let is_over = |right: &UseRight| right.terms.period.until.is_some_and(|until| until <= now);
	let open: Vec<_> = title.rights.iter().filter(|right| !is_over(right)).collect();
	let mut pairs = Vec::new();
	for (place, live) in open.iter().enumerate() {
		for new in &open[place + 1..] {
			if !may_stand_together(title, live, new, beside) {
				pairs.push((live.sequence, new.sequence));
			}
		}
	}
	pairs
}

/// Rights whose every holder had a hand in a new one: who acts or grants agrees by it, and holders in
/// the way may agree (nobody else does in these histories).
fn excused(before: &TitleBody, entry: &Entry) -> Vec<(u32, u32)> {
	let Act::UseGranted(grant) = &entry.body().act else {
		return Vec::new();
	};
	let had_a_hand = [entry.body().actor.member, grant.grantor];
	let agreed = |right: &&UseRight| right.terms.holders.members().all(|m| had_a_hand.contains(&m));
	before.rights.iter().filter(agreed).map(|r| (r.sequence, entry.body().sequence)).collect()
}

/// Whether a correction gave a right other terms: then the younger of two is no longer the newer.
fn rewrites_rights(entry: &Entry) -> bool {
	matches!(&entry.body().act, Act::Corrected(correction) if correction.right.is_some())
}

/// A sublicence that outlived the right above it stands on that right's place: against what was
/// allowed beside the parent it is no longer told apart by the table.
fn outlived(title: &TitleBody, number: u32) -> bool {
	let right = title.right(number);
	right.is_some_and(|right| {
		matches!(right.terms.basis, UseBasis::Sublicence(parent) if title.right(parent).is_none())
	})
}

/// Runs the history that some bytes stand for and checks every step.
pub(crate) fn check(bytes: &[u8]) {
	let mut bytes = Bytes(bytes);
	let mut world = start(&mut bytes);
	let mut rewritten = false;
	let mut agreed: Vec<(u32, u32)> = Vec::new();
	while !bytes.is_empty() && world.entries.len() < 60 {
		let entry = bytes.entry(&mut world);
		let encoded = entry.encode();
		assert_eq!(Entry::decode(&mut &encoded[..]).unwrap(), entry, "entries round-trip");
		let before = world.title.clone();
		match Title::apply(world.title.as_ref(), &entry) {
			Err(_) => assert_eq!(world.title, before, "a refused entry changes nothing"),
			Ok(title) => {
				rewritten |= rewrites_rights(&entry);
				agreed.extend(before.iter().flat_map(|b| excused(b.body(), &entry)));
				world.title = Some(title);
				world.entries.push(entry);
				check_title(&world, rewritten, &agreed);
			}
		}
	}
	let (title, head) = replay(&[7; 32], &world.entries).expect("a lawful history replays");
	assert_eq!(Some(&title), world.title.as_ref(), "replay equals the steps one by one");
	assert_eq!(head.title_hash, title_hash(&title));
}

fn check_title(world: &World, rewritten: bool, agreed: &[(u32, u32)]) {
	let body = world.body();
	let sum = |shares: &Shares| shares.lines().iter().map(|line| line.ppm).sum::<u32>();
	assert_eq!(sum(&body.owners), WHOLE_PPM, "T1: shares sum");
	assert!(body.rights.iter().all(|right| sum(&right.terms.holders) == WHOLE_PPM));
	assert_eq!(body.check(), Ok(()), "the title's own invariants");
	let encoded = world.title.encode();
	assert_eq!(Option::<Title>::decode(&mut &encoded[..]).unwrap(), world.title);
	if !rewritten {
		let clashes = conflicts(body, Moment(world.now), world.beside_sole);
		let unexplained: Vec<_> = clashes
			.into_iter()
			.filter(|(live, new)| !outlived(body, *live) && !outlived(body, *new))
			.filter(|pair| !agreed.contains(pair))
			.collect();
		assert!(unexplained.is_empty(), "T4: {unexplained:?} conflict in {body:#?}");
	}
}
