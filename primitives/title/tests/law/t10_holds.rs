//! T10: a hold blocks what touches its target, but nothing that an authority or time brings about.

use crate::world::*;
use quanqi_title::*;
use quanqi_types::*;

fn held(target: HoldTarget) -> World {
	let mut world = World::joint_patent();
	world.granted(licence(UseForm::Ordinary));
	world.act(hold(target, 9_000)).decided().ok();
	world
}

const IN_THE_WAY: (Rule, Reason, Option<u32>) = (Rule::T10, Reason::HoldInTheWay, Some(2));

#[test]
fn t10_hold_on_the_whole_should_block_every_disposal() {
	let holders = shares(&[(LICENSEE, 500_000), (RIVAL, 500_000)]);
	for act in [
		sale(UNIT, BUYER, 1),
		sale(PARTNER, BUYER, 1),
		grant(rival(UseForm::Ordinary)),
		grant(sublicence(1, UseForm::Ordinary)),
		Act::UseTransferred { right: 1, from: member(LICENSEE), to: member(RIVAL), ppm: 1 },
		Act::UseDivided { right: 1, holders },
		end(1, EndReason::Surrendered),
		end(1, EndReason::Rescinded),
		pledge(UNIT, share_of(UNIT), 1, 0),
		pool(START, 0),
		reserve(RIVAL, START, 0),
	] {
		let refused = held(HoldTarget::Whole).act(act.clone()).office().willing().refused();
		assert_eq!(refused, IN_THE_WAY, "{act:?}");
	}
}

#[test]
fn t10_hold_on_a_share_should_block_what_weighs_on_it_and_nothing_else() {
	let by_partner = |form| grant(UseGrant { grantor: member(PARTNER), ..rival(form) });
	let exclusive = UseGrant { grantor: member(PARTNER), ..rival(UseForm::Exclusive) };
	for act in [
		sale(UNIT, BUYER, 1),
		grant(rival(UseForm::Ordinary)),
		grant(subject_to(exclusive, &[1])),
		pledge(UNIT, share_of(UNIT), 1, 0),
		pledge(PARTNER, HoldTarget::Whole, WHOLE_PPM, 0),
		pool(START, 0),
		reserve(RIVAL, START, 0),
	] {
		let refused = held(share_of(UNIT)).act(act.clone()).office().willing().refused();
		assert_eq!(refused, IN_THE_WAY, "{act:?}");
	}
	for act in [
		sale(PARTNER, BUYER, 1),
		by_partner(UseForm::Ordinary),
		pledge(PARTNER, share_of(PARTNER), 1, 0),
		grant(sublicence(1, UseForm::Ordinary)),
		end(1, EndReason::Surrendered),
	] {
		held(share_of(UNIT)).act(act).office().willing().ok();
	}
}

#[test]
fn t10_hold_on_a_use_right_should_block_what_touches_it_and_nothing_else() {
	let target = HoldTarget::UseRight(1);
	for act in [
		Act::UseTransferred { right: 1, from: member(LICENSEE), to: member(RIVAL), ppm: 1 },
		end(1, EndReason::ByTerms),
		grant(sublicence(1, UseForm::Ordinary)),
		grant(UseGrant { replaces: Some(1), ..licence(UseForm::Ordinary) }),
		pledge(LICENSEE, target, 1, 0),
	] {
		let refused = held(target).act(act.clone()).office().willing().refused();
		assert_eq!(refused, IN_THE_WAY, "{act:?}");
	}
	for act in [sale(UNIT, BUYER, 1), grant(rival(UseForm::Ordinary))] {
		held(target).act(act).office().willing().ok();
	}
}

#[test]
fn t10_hold_should_not_block_an_authority_the_office_or_time() {
	let mut world = held(HoldTarget::Whole);
	world.act(sale(UNIT, BUYER, 1)).decided().ok();
	world.act(status(OfficialStatus::Invalidated)).office().ok();
	let mut world = World::patent();
	let dated = UseGrant { period: period(START, 2_000), ..licence(UseForm::Ordinary) };
	let right = world.granted(dated);
	world.act(hold(HoldTarget::Whole, 0)).decided().ok();
	world.at(2_000).act(end(right, EndReason::Expired)).cause(Cause::Due).ok();
}

#[test]
fn t10_enforced_transfer_should_take_effect_under_a_hold_and_an_agreed_one_not() {
	let mut world = held(HoldTarget::Whole);
	let enforced = world.act(sale(UNIT, BUYER, 1)).decided().ok();
	world.act(effect(enforced, UNIT, BUYER, 1)).office().ok();
	let mut world = World::joint_patent();
	let agreed = world.act(sale(UNIT, BUYER, 1)).willing().ok();
	let order = world.act(hold(share_of(UNIT), 0)).decided().ok();
	let refused = world.act(effect(agreed, UNIT, BUYER, 1)).office().refused();
	assert_eq!(refused, (Rule::T10, Reason::HoldInTheWay, Some(order)));
}

#[test]
fn t10_hold_should_block_up_to_its_end_and_not_after() {
	let mut world = held(HoldTarget::Whole);
	let refused = world.at(8_999).act(sale(UNIT, BUYER, 1)).willing().refused();
	assert_eq!(refused, IN_THE_WAY);
	world.at(9_000).act(sale(UNIT, BUYER, 1)).willing().ok();
}

#[test]
fn t10_hold_should_be_refused_when_no_authority_or_an_interested_one_orders_it() {
	let mut world = World::joint_patent();
	let refused = world.act(hold(HoldTarget::Whole, 0)).refused();
	assert_eq!(refused, (Rule::T10, Reason::NeedsDecision, None));
	world.granted(licence(UseForm::Ordinary));
	world.act(pledge(UNIT, share_of(UNIT), 1, 0)).office().willing().ok();
	for party in [UNIT, PARTNER, LICENSEE, BANK] {
		let refused = world.act(hold(HoldTarget::Whole, 0)).cause(decided_by(party)).refused();
		assert_eq!(refused, (Rule::T10, Reason::AuthorityIsParty, Some(party)));
	}
}

#[test]
fn t10_hold_should_be_refused_when_its_target_is_unknown_or_its_end_past() {
	let mut world = World::patent();
	for target in [share_of(RIVAL), HoldTarget::UseRight(4)] {
		let refused = world.act(hold(target, 0)).decided().refused();
		assert_eq!(refused, (Rule::T10, Reason::NoSuchTarget, None));
	}
	let refused = world.act(hold(HoldTarget::Whole, START)).decided().refused();
	assert_eq!(refused, (Rule::T10, Reason::EndsInPast, None));
}

#[test]
fn t10_hold_should_be_renewed_by_its_authority_on_the_same_target() {
	let renewal = |target| Act::Held { target, until: Some(Moment(20_000)), renews: Some(2) };
	let mut world = held(HoldTarget::Whole);
	let refused = world.act(renewal(share_of(UNIT))).decided().refused();
	assert_eq!(refused, (Rule::T10, Reason::RenewsAnother, Some(2)));
	let refused = world.act(renewal(HoldTarget::Whole)).cause(decided_by(95)).refused();
	assert_eq!(refused, (Rule::T10, Reason::RenewsAnother, Some(2)));
	let renewed = world.act(renewal(HoldTarget::Whole)).decided().ok();
	assert_eq!(world.body().holds.len(), 1);
	let refused = world.at(9_000).act(sale(UNIT, BUYER, 1)).willing().refused();
	assert_eq!(refused, (Rule::T10, Reason::HoldInTheWay, Some(renewed)));
	let mut world = held(HoldTarget::Whole);
	let refused = world.at(9_000).act(renewal(HoldTarget::Whole)).decided().refused();
	assert_eq!(refused, (Rule::T10, Reason::NoSuchHold, Some(2)));
}

#[test]
fn t10_hold_should_be_lifted_by_decision_or_when_its_time_is_over() {
	let lift = || Act::HoldLifted { hold: 2 };
	let mut world = held(HoldTarget::Whole);
	let refused = world.act(lift()).refused();
	assert_eq!(refused, (Rule::T10, Reason::NeedsDecision, Some(2)));
	world.clone().act(lift()).decided().ok();
	world.at(9_000).act(lift()).cause(Cause::Due).ok();
	assert!(world.body().holds.is_empty());
	let refused = world.act(lift()).decided().refused();
	assert_eq!(refused, (Rule::T10, Reason::NoSuchHold, Some(2)));
}

#[test]
fn t10_hold_on_should_find_the_hold_while_it_is_in_force() {
	let world = held(share_of(UNIT));
	let found = |at| world.body().hold_on(&share_of(UNIT), Moment(at)).map(|hold| hold.sequence);
	assert_eq!(found(8_999), Some(2));
	assert_eq!(found(9_000), None);
	assert_eq!(world.body().hold_on(&HoldTarget::Whole, Moment(START)), None);
}
