//! T12: time and status are facts; closing entries come when they come.

use crate::world::*;
use quanqi_title::*;
use quanqi_types::*;

fn new_acts() -> Vec<Act> {
	vec![
		sale(UNIT, BUYER, 1),
		grant(rival(UseForm::Ordinary)),
		Act::UseTransferred { right: 1, from: member(LICENSEE), to: member(RIVAL), ppm: 1 },
		Act::UseDivided { right: 1, holders: whole(RIVAL) },
		pledge(UNIT, share_of(UNIT), 1, 0),
		pool(END - 1, 0),
		reserve(RIVAL, END - 1, 0),
	]
}

fn licensed() -> World {
	let mut world = World::joint_patent();
	world.granted(licence(UseForm::Ordinary));
	world
}

#[test]
fn t12_right_should_be_dead_while_lapsed_and_live_again_when_restored() {
	let mut world = licensed();
	world.act(status(OfficialStatus::Lapsed)).office().ok();
	assert!(!world.is_live(1, START));
	assert_eq!(world.body().live_rights(Moment(START)).count(), 0);
	world.act(status(OfficialStatus::Restored)).office().ok();
	assert!(world.is_live(1, START));
}

#[test]
fn t12_restoration_should_not_revive_what_ended_otherwise() {
	let mut world = licensed();
	world.act(status(OfficialStatus::Lapsed)).office().ok();
	world.act(end(1, EndReason::Surrendered)).willing().ok();
	world.act(status(OfficialStatus::Restored)).office().ok();
	assert!(!world.is_live(1, START));
}

#[test]
fn t12_new_acts_should_be_refused_when_the_right_is_dead_at_the_office() {
	for dead in [
		OfficialStatus::Lapsed,
		OfficialStatus::Invalidated,
		OfficialStatus::Expired,
		OfficialStatus::Withdrawn,
		OfficialStatus::Rejected,
	] {
		let mut world = licensed();
		world.act(status(dead)).office().ok();
		for act in new_acts() {
			let refused = world.act(act.clone()).office().willing().refused();
			assert_eq!(refused, (Rule::T12, Reason::NotLive, None), "{dead:?} {act:?}");
		}
	}
}

#[test]
fn t12_new_acts_should_be_refused_when_the_protection_has_ended_though_nobody_wrote_so() {
	let mut world = licensed();
	for act in new_acts() {
		let refused = world.at(END).act(act.clone()).office().willing().refused();
		assert_eq!(refused, (Rule::T12, Reason::ProtectionOver, None), "{act:?}");
	}
}

#[test]
fn t12_new_acts_should_be_refused_when_the_achievement_is_voided() {
	let mut world = licensed();
	world.act(Act::Retired { voided: true }).decided().ok();
	assert!(!world.is_live(1, START));
	for act in new_acts().into_iter().chain([Act::Retired { voided: false }]) {
		let refused = world.act(act.clone()).office().willing().refused();
		assert_eq!(refused, (Rule::T12, Reason::NotRegistered, None), "{act:?}");
	}
	let refused = world.act(Act::Retired { voided: true }).decided().refused();
	assert_eq!(refused, (Rule::T12, Reason::NotRegistered, None));
}

#[test]
fn t12_voiding_should_be_refused_when_no_authority_decided() {
	let refused = World::patent().act(Act::Retired { voided: true }).willing().refused();
	assert_eq!(refused, (Rule::T12, Reason::NeedsDecision, None));
}

#[test]
fn t12_retiring_should_be_refused_when_a_transfer_is_agreed() {
	let mut world = World::patent();
	let agreed = world.act(sale(UNIT, BUYER, 1)).willing().ok();
	let refused = world.act(Act::Retired { voided: false }).willing().refused();
	assert_eq!(refused, (Rule::T2, Reason::AgreedTransferInTheWay, Some(agreed)));
}

#[test]
fn t12_retiring_should_pass_when_the_right_is_dead_and_so_its_use_rights() {
	let mut world = licensed();
	world.act(status(OfficialStatus::Lapsed)).office().ok();
	world.act(Act::Retired { voided: false }).willing().ok();
}

#[test]
fn t12_status_should_change_only_by_the_office_on_a_date() {
	let mut world = World::patent();
	let lapsed = || status(OfficialStatus::Lapsed);
	let refused = world.act(lapsed()).willing().refused();
	assert_eq!(refused, (Rule::T12, Reason::NeedsOffice, None));
	let refused = world.act(lapsed()).decided().refused();
	assert_eq!(refused, (Rule::T12, Reason::NeedsOffice, None));
	let undated = world.act(lapsed()).office().edit(|body| body.legal_date = None);
	assert_eq!(undated.refused(), (Rule::T12, Reason::NeedsLegalDate, None));
}

#[test]
fn t12_restoration_should_be_refused_when_nothing_was_lost() {
	let refused = World::patent().act(status(OfficialStatus::Restored)).office().refused();
	assert_eq!(refused, (Rule::T12, Reason::StatusUnfit, None));
}

#[test]
fn t12_application_should_become_a_patent_only_by_its_grant() {
	let granted =
		|status, kind| Act::StatusChanged { status, protection_until: Some(Moment(END)), kind };
	let application = AchievementKind::PatentApplication;
	let patent = AchievementKind::InventionPatent;
	let mut world = World::new(application, &[(UNIT, WHOLE_PPM)]);
	for (status, kind) in
		[(OfficialStatus::Published, patent), (OfficialStatus::Granted, AchievementKind::Software)]
	{
		let refused = world.act(granted(status, kind)).office().refused();
		assert_eq!(refused, (Rule::T12, Reason::KindUnfit, None));
	}
	world.act(granted(OfficialStatus::Granted, patent)).office().ok();
	assert_eq!(world.body().kind, patent);
	let refused = world.act(granted(OfficialStatus::Granted, application)).office().refused();
	assert_eq!(refused, (Rule::T12, Reason::KindUnfit, None));
}

/// A title with one of everything that has an end, and a sublicence that ends with its parent.
fn dated() -> World {
	let mut world = World::patent();
	let dated = |terms| UseGrant { period: period(START, 5_000), ..terms };
	world.granted(dated(licence(UseForm::Ordinary)));
	world.granted(dated(sublicence(1, UseForm::Ordinary)));
	world.act(pledge(UNIT, share_of(UNIT), 1, 4_000)).office().willing().ok();
	world.act(reserve(RIVAL, 2_000, 3_000)).willing().ok();
	world
		.act(Act::PoolEntered(PoolTerms {
			by: member(UNIT),
			scope: scope("US", Acts::USE),
			period: period(6_000, 7_000),
			standard_contract: Digest::Sm3([1; 32]),
		}))
		.willing()
		.ok();
	world.act(hold(HoldTarget::Whole, 8_000)).decided().ok();
	world
}

#[test]
fn t12_due_after_should_list_every_end_soonest_first() {
	let world = dated();
	let due = due_after(world.body(), Moment(3_000));
	let expected = vec![
		(Moment(4_000), Due::Pledge(3)),
		(Moment(5_000), Due::Right(1)),
		(Moment(5_000), Due::Right(2)),
		(Moment(7_000), Due::Pool(5)),
		(Moment(8_000), Due::Hold(6)),
	];
	assert_eq!(due, expected);
	assert_eq!(due_after(world.body(), Moment(2_999))[0], (Moment(3_000), Due::Reservation(4)));
}

#[test]
fn t12_close_due_should_give_acts_that_apply_one_after_the_other() {
	for now in [2_999, 3_000, 5_000, 8_000] {
		let mut world = dated();
		world.at(now);
		let acts = close_due(world.body(), Moment(now));
		let expected = [3_000, 4_000, 5_000, 5_000, 7_000, 8_000];
		assert_eq!(acts.len(), expected.iter().filter(|until| **until <= now).count());
		for act in acts {
			world.act(act).cause(Cause::Due).by(OFFICE).ok();
		}
		assert!(close_due(world.body(), Moment(now)).is_empty());
	}
}

#[test]
fn t12_late_closing_should_not_change_what_is_lawful() {
	let mut closed = dated();
	closed.at(9_000);
	let open = closed.clone();
	for act in close_due(open.body(), Moment(9_000)) {
		closed.act(act).cause(Cause::Due).ok();
	}
	for act in [grant(rival(UseForm::Exclusive)), pool(9_000, 0), sale(UNIT, BUYER, WHOLE_PPM)] {
		open.clone().act(act.clone()).willing_without_role(ConsentRole::Pledgee).ok();
		closed.clone().act(act).willing_without_role(ConsentRole::Pledgee).ok();
	}
}
