//! T5: sublicences lie inside the right above them and end with it.

use crate::world::*;
use quanqi_title::*;
use quanqi_types::*;

/// A patent with an exclusive licence for China to moment 9 000, which is entry 1.
fn world(sublicensable: bool, survive: bool) -> World {
	let mut world = World::patent();
	let right = world.granted(UseGrant {
		scope: scope("CN", Acts::ALL),
		period: period(2_000, 9_000),
		sublicensable,
		sublicences_survive: survive,
		..licence(UseForm::Exclusive)
	});
	assert_eq!(right, 1);
	world
}

fn inside(form: UseForm) -> UseGrant {
	UseGrant { scope: scope("CN", Acts::USE), period: period(2_000, 9_000), ..sublicence(1, form) }
}

fn grant_under(world: &mut World, terms: UseGrant) -> Draft<'_> {
	world.act(grant(terms)).by(LICENSEE)
}

#[test]
fn t5_sublicence_should_be_granted_when_it_lies_inside() {
	let mut world = world(true, false);
	let right = grant_under(&mut world, inside(UseForm::Ordinary)).willing().ok();
	assert!(world.is_live(right, 2_000));
}

#[test]
fn t5_sublicence_should_be_refused_when_the_terms_allow_none() {
	let mut world = world(false, false);
	let refused = grant_under(&mut world, inside(UseForm::Ordinary)).willing().refused();
	assert_eq!(refused, (Rule::T5, Reason::NotSublicensable, Some(1)));
}

#[test]
fn t5_sublicence_should_be_refused_when_it_reaches_outside() {
	let outside = (Rule::T5, Reason::OutsideParent, Some(1));
	for terms in [
		UseGrant { scope: scope("US", Acts::USE), ..inside(UseForm::Ordinary) },
		UseGrant { scope: everything(), ..inside(UseForm::Ordinary) },
		UseGrant { period: period(1_999, 9_000), ..inside(UseForm::Ordinary) },
		UseGrant { period: period(2_000, 9_001), ..inside(UseForm::Ordinary) },
		UseGrant { period: period(2_000, 0), ..inside(UseForm::Ordinary) },
	] {
		assert_eq!(grant_under(&mut world(true, false), terms).willing().refused(), outside);
	}
}

#[test]
fn t5_sublicence_should_be_refused_when_it_is_stronger() {
	let mut world = World::patent();
	world.granted(licence(UseForm::Ordinary));
	let refused = grant_under(&mut world, sublicence(1, UseForm::Sole)).willing().refused();
	assert_eq!(refused, (Rule::T5, Reason::StrongerThanParent, Some(1)));
}

#[test]
fn t5_sublicence_should_be_refused_when_the_grantor_does_not_hold_the_right() {
	let terms =
		UseGrant { grantor: member(UNIT), holders: whole(RIVAL), ..inside(UseForm::Ordinary) };
	let refused = grant_under(&mut world(true, false), terms).willing().refused();
	assert_eq!(refused, (Rule::T5, Reason::GrantorNotHolder, Some(UNIT)));
}

#[test]
fn t5_sublicence_should_be_refused_when_there_is_no_such_right() {
	let terms = UseGrant { basis: UseBasis::Sublicence(8), ..inside(UseForm::Ordinary) };
	let refused = grant_under(&mut world(true, false), terms).willing().refused();
	assert_eq!(refused, (Rule::T5, Reason::NoSuchParent, Some(8)));
}

#[test]
fn t5_sublicence_should_be_refused_when_the_right_above_is_over() {
	let mut world = world(true, false);
	world.at(9_000);
	let late = UseGrant { period: period(9_000, 9_500), ..inside(UseForm::Ordinary) };
	let refused = grant_under(&mut world, late).willing().refused();
	assert_eq!(refused, (Rule::T5, Reason::NoSuchParent, Some(1)));
}

#[test]
fn t5_sublicences_should_end_in_the_same_entry_when_the_right_above_ends() {
	let mut world = world(true, false);
	let below = grant_under(&mut world, inside(UseForm::Ordinary)).willing().ok();
	let lowest = UseGrant {
		grantor: member(RIVAL),
		holders: whole(BUYER),
		..UseGrant { basis: UseBasis::Sublicence(below), ..inside(UseForm::Ordinary) }
	};
	let lowest = world.act(grant(lowest)).by(RIVAL).willing().ok();
	world.act(end(1, EndReason::Surrendered)).by(LICENSEE).willing().ok();
	assert!([1, below, lowest].iter().all(|right| world.body().right(*right).is_none()));
}

#[test]
fn t5_sublicence_should_live_on_when_the_terms_say_so() {
	let mut world = world(true, true);
	let below = grant_under(&mut world, inside(UseForm::Ordinary)).willing().ok();
	world.act(end(1, EndReason::Surrendered)).by(LICENSEE).willing().ok();
	assert_eq!(world.body().right(1), None);
	assert!(world.is_live(below, 2_000));
}

#[test]
fn t5_sublicence_should_not_end_as_its_parents_while_that_stands() {
	let mut world = world(true, false);
	let below = grant_under(&mut world, inside(UseForm::Ordinary)).willing().ok();
	let refused = world.act(end(below, EndReason::ParentEnded)).willing().refused();
	assert_eq!(refused, (Rule::T5, Reason::ParentStands, Some(below)));
	world.at(9_000).act(end(below, EndReason::ParentEnded)).cause(Cause::Due).ok();
}

#[test]
fn t5_grantor_should_agree_when_another_acts() {
	let mut world = world(true, false);
	let refused = world.act(grant(inside(UseForm::Ordinary))).willing_without(LICENSEE).refused();
	assert_eq!(refused, (Rule::T7, Reason::OwnConsentMissing, Some(LICENSEE)));
}

/// A sole licence that the licensee and the buyer hold together.
fn shared() -> World {
	let mut world = World::patent();
	let holders = shares(&[(LICENSEE, 500_000), (BUYER, 500_000)]);
	world.granted(UseGrant { holders, ..licence(UseForm::Sole) });
	world
}

/// The others' right is in its way (T4), so that they agree as blocking holders.
#[test]
fn t5_sole_sublicence_should_be_refused_when_one_of_those_above_has_not_agreed() {
	let mut world = shared();
	let terms = || sublicence(1, UseForm::Sole);
	let refused = grant_under(&mut world, terms()).willing_without(BUYER).refused();
	assert_eq!(refused, (Rule::T4, Reason::SoleInTheWay, Some(1)));
	grant_under(&mut world, terms()).willing().ok();
}

#[test]
fn t5_ordinary_sublicence_should_be_granted_when_one_of_those_above_agrees_alone() {
	let mut world = shared();
	let terms = sublicence(1, UseForm::Ordinary);
	grant_under(&mut world, terms).willing_without(BUYER).ok();
}
