//! T9: a pledge starts at the office and bars disposals without the pledgee.

use crate::world::*;
use quanqi_title::*;
use quanqi_types::*;

const PLEDGEE: ConsentRole = ConsentRole::Pledgee;

/// The unit has pledged half of the whole, of its six tenths; entry 1.
fn pledged() -> World {
	let mut world = World::joint_patent();
	world.act(pledge(UNIT, share_of(UNIT), 500_000, 9_000)).office().willing().ok();
	world
}

fn barred(world: &mut World, act: Act) -> bool {
	let needed = world.act(act.clone()).office().needed();
	let asks = needed.named.contains(&(member(BANK), PLEDGEE));
	if asks {
		let refused = world.clone().act(act).office().willing_without_role(PLEDGEE).refused();
		assert_eq!((refused.0, refused.1), (Rule::T9, Reason::PledgeInTheWay));
	}
	asks
}

#[test]
fn t9_pledge_should_be_refused_when_no_office_registered_it() {
	let act = pledge(UNIT, share_of(UNIT), 1, 0);
	let refused = World::joint_patent().act(act.clone()).willing().refused();
	assert_eq!(refused, (Rule::T9, Reason::NeedsOffice, None));
	World::joint_software().act(act).willing().ok();
}

#[test]
fn t9_pledge_should_bar_transfer_licence_trial_pool_and_reservation() {
	let trial = UseGrant {
		basis: UseBasis::Trial,
		period: period(START, 5_000),
		..licence(UseForm::Ordinary)
	};
	for act in [
		sale(UNIT, BUYER, 100_001),
		grant(licence(UseForm::Ordinary)),
		grant(licence(UseForm::Exclusive)),
		grant(trial),
		pool(START, 0),
		reserve(RIVAL, START, 0),
		pledge(UNIT, share_of(UNIT), 100_001, 0),
		Act::Retired { voided: false },
	] {
		assert!(barred(&mut pledged(), act.clone()), "{act:?}");
		pledged().act(act).office().willing().ok();
	}
}

#[test]
fn t9_pledge_should_not_bar_the_unpledged_part_or_the_co_owner() {
	let partners = UseGrant { grantor: member(PARTNER), ..licence(UseForm::Ordinary) };
	for act in [sale(UNIT, BUYER, 100_000), sale(PARTNER, BUYER, 400_000), grant(partners)] {
		assert!(!barred(&mut pledged(), act.clone()), "{act:?}");
	}
	let exclusive = UseGrant { grantor: member(PARTNER), ..licence(UseForm::Exclusive) };
	assert!(barred(&mut pledged(), grant(exclusive)));
}

#[test]
fn t9_pledge_should_bar_nothing_when_its_time_is_over() {
	let mut world = pledged();
	assert!(barred(world.at(8_999), pool(8_999, 0)));
	assert!(!barred(world.at(9_000), pool(9_000, 0)));
}

#[test]
fn t9_pledge_should_be_refused_when_it_is_more_than_the_pledgor_has() {
	let mut world = World::joint_patent();
	let too_large = (Rule::T9, Reason::PledgeTooLarge, Some(UNIT));
	for (target, ppm) in [
		(share_of(UNIT), 600_001),
		(share_of(PARTNER), 1),
		(HoldTarget::Whole, 999_999),
		(HoldTarget::Whole, 1_000_001),
	] {
		let refused = world.act(pledge(UNIT, target, ppm, 0)).office().willing().refused();
		assert_eq!(refused, too_large);
	}
	let refused = world.act(pledge(UNIT, share_of(UNIT), 0, 0)).office().willing().refused();
	assert_eq!(refused, (Rule::T9, Reason::WrongShares, None));
	let refused = world.act(pledge(UNIT, share_of(UNIT), 1, START)).office().willing().refused();
	assert_eq!(refused, (Rule::T9, Reason::EndsInPast, None));
	let refused = world.act(pledge(BANK, share_of(BANK), 1, 0)).office().willing().refused();
	assert_eq!(refused, (Rule::T9, Reason::SameMember, None));
}

#[test]
fn t9_pledge_of_the_whole_should_need_all_owners_and_bar_all_of_them() {
	let mut world = World::joint_patent();
	let act = pledge(UNIT, HoldTarget::Whole, WHOLE_PPM, 0);
	let refused = world.act(act.clone()).office().willing_without(PARTNER).refused();
	assert_eq!(refused, (Rule::T8, Reason::ConsentMissing, Some(PARTNER)));
	world.act(act).office().willing().ok();
	assert!(barred(&mut world, sale(PARTNER, BUYER, 1)));
	let partners = UseGrant { grantor: member(PARTNER), ..licence(UseForm::Ordinary) };
	assert!(barred(&mut world, grant(partners)));
}

#[test]
fn t9_pledged_share_should_go_free_when_the_pledgee_let_it_go() {
	let mut world = pledged();
	let agreed = world.act(sale(UNIT, BUYER, 300_000)).willing().ok();
	world.act(effect(agreed, UNIT, BUYER, 300_000)).office().ok();
	assert_eq!(world.body().pledges[0].ppm, 300_000);
	let agreed = world.act(sale(UNIT, BUYER, 300_000)).willing().ok();
	world.act(effect(agreed, UNIT, BUYER, 300_000)).office().ok();
	assert!(world.body().pledges.is_empty());
}

#[test]
fn t9_pledge_of_a_use_right_should_bar_its_transfer_division_sublicence_and_surrender() {
	let mut world = World::patent();
	let right = world.granted(licence(UseForm::Exclusive));
	let target = HoldTarget::UseRight(right);
	world.act(pledge(LICENSEE, target, WHOLE_PPM, 0)).office().willing().ok();
	let (from, to) = (member(LICENSEE), member(RIVAL));
	let holders = shares(&[(LICENSEE, 500_000), (RIVAL, 500_000)]);
	for act in [
		Act::UseTransferred { right, from, to, ppm: 1 },
		Act::UseDivided { right, holders },
		grant(sublicence(right, UseForm::Ordinary)),
		end(right, EndReason::Surrendered),
		end(right, EndReason::ByTerms),
		grant(UseGrant { replaces: Some(right), ..licence(UseForm::Exclusive) }),
	] {
		assert!(barred(&mut world, act.clone()), "{act:?}");
	}
	assert!(!barred(&mut world, sale(UNIT, BUYER, 1)));
	world.act(end(right, EndReason::Surrendered)).willing().ok();
	assert!(world.body().pledges.is_empty());
}

#[test]
fn t9_pledge_of_a_part_of_a_use_right_should_leave_the_rest_and_other_holders_free() {
	let mut world = World::patent();
	let holders = shares(&[(LICENSEE, 600_000), (RIVAL, 400_000)]);
	let right = world.granted(UseGrant { holders, ..licence(UseForm::Ordinary) });
	let target = HoldTarget::UseRight(right);
	let refused = world.act(pledge(LICENSEE, target, 600_001, 0)).office().willing().refused();
	assert_eq!(refused, (Rule::T9, Reason::PledgeTooLarge, Some(LICENSEE)));
	world.act(pledge(LICENSEE, target, 500_000, 0)).office().willing().ok();
	let give = |from, ppm| Act::UseTransferred { right, from: member(from), to: member(3), ppm };
	assert!(!barred(&mut world, give(LICENSEE, 100_000)));
	assert!(barred(&mut world, give(LICENSEE, 100_001)));
	assert!(!barred(&mut world, give(RIVAL, 400_000)));
	world.act(give(LICENSEE, 600_000)).willing().ok();
	assert!(world.body().pledges.is_empty());
}

#[test]
fn t9_pledge_of_a_use_right_should_be_refused_when_it_cannot_be_transferred() {
	let mut world = World::patent();
	let fixed = UseGrant { transferable: false, ..licence(UseForm::Ordinary) };
	let right = world.granted(fixed);
	let act = pledge(LICENSEE, HoldTarget::UseRight(right), 1, 0);
	let refused = world.act(act).office().willing().refused();
	assert_eq!(refused, (Rule::T7, Reason::NotTransferable, Some(right)));
}

#[test]
fn t9_pledge_should_end_with_the_pledgee_the_office_a_decision_or_in_time() {
	let release = || Act::PledgeReleased { pledge: 1 };
	let refused = pledged().act(release()).refused();
	assert_eq!(refused, (Rule::T9, Reason::PledgeInTheWay, Some(1)));
	pledged().act(release()).consent(BANK, PLEDGEE).ok();
	pledged().act(release()).office().ok();
	pledged().act(release()).decided().ok();
	let mut world = pledged();
	world.at(9_000).act(release()).cause(Cause::Due).by(OFFICE).ok();
	assert!(world.body().pledges.is_empty());
	let refused = world.act(release()).refused();
	assert_eq!(refused, (Rule::T9, Reason::NoSuchPledge, Some(1)));
}

#[test]
fn t9_decided_sale_should_still_need_the_pledgee() {
	let refused = pledged().act(sale(UNIT, BUYER, 600_000)).decided().refused();
	assert_eq!(refused, (Rule::T9, Reason::PledgeInTheWay, Some(1)));
	pledged().act(sale(UNIT, BUYER, 600_000)).decided().consent(BANK, PLEDGEE).ok();
}
