//! Succession moves everything a member has, and nothing else.

use crate::world::*;
use quanqi_title::*;
use quanqi_types::*;

fn succeeded(from: u32, heirs: &[(u32, u32)]) -> Act {
	Act::Succeeded { from: member(from), heirs: shares(heirs) }
}

/// The unit owns six tenths with one of everything hanging on it.
fn estate() -> World {
	let mut world = World::joint_patent();
	world.granted(licence(UseForm::Ordinary));
	world.act(sale(UNIT, BUYER, 100_001)).willing().ok();
	world.act(pledge(UNIT, share_of(UNIT), 200_000, 0)).office().willing().ok();
	world.act(hold(share_of(UNIT), 0)).decided().ok();
	world
}

#[test]
fn succession_should_move_everything_to_one_heir() {
	let mut world = estate();
	world.act(succeeded(UNIT, &[(RIVAL, WHOLE_PPM)])).decided().ok();
	let body = world.body();
	assert_eq!(body.owners.part_of(member(RIVAL)), 600_000);
	assert_eq!(body.agreed_transfers[0].from, member(RIVAL));
	assert_eq!((body.pledges[0].pledgor, body.pledges[0].target), (member(RIVAL), share_of(RIVAL)));
	assert_eq!(body.holds[0].target, share_of(RIVAL));
	assert_eq!(body.rights[0].terms.grantor, member(RIVAL));
	assert_eq!(body.check(), Ok(()));
}

#[test]
fn succession_should_divide_among_heirs_with_the_remainder_to_the_largest() {
	let mut world = estate();
	world.act(succeeded(UNIT, &[(RIVAL, 333_333), (COMPLETER, 666_667)])).decided().ok();
	let body = world.body();
	let ppm = |id| body.owners.part_of(member(id));
	assert_eq!((ppm(RIVAL), ppm(COMPLETER)), (199_999, 400_001));
	let sold: Vec<_> = body.agreed_transfers.iter().map(|t| (t.from.0, t.ppm)).collect();
	assert_eq!(sold, vec![(RIVAL, 33_333), (COMPLETER, 66_668)]);
	assert_eq!(body.pledges.iter().map(|p| p.ppm).sum::<u32>(), 200_000);
	assert_eq!(body.holds.len(), 2);
	assert_eq!(body.rights[0].terms.grantor, member(COMPLETER));
	assert_eq!(body.check(), Ok(()));
}

#[test]
fn succession_should_move_use_rights_claims_and_places() {
	let mut world = estate();
	world.act(reserve(LICENSEE, 5_000, 6_000)).decided().willing().ok();
	world.act(succeeded(LICENSEE, &[(RIVAL, WHOLE_PPM)])).decided().ok();
	world.act(succeeded(BANK, &[(95, WHOLE_PPM)])).decided().ok();
	world.act(succeeded(BUYER, &[(96, WHOLE_PPM)])).decided().ok();
	let body = world.body();
	assert_eq!(body.rights[0].terms.holders, whole(RIVAL));
	assert_eq!(body.reservations[0].beneficiary, member(RIVAL));
	assert_eq!(body.pledges[0].pledgee, member(95));
	assert_eq!(body.agreed_transfers[0].to, member(96));
}

#[test]
fn succession_should_end_what_comes_together_in_one_hand() {
	let mut world = estate();
	world.act(succeeded(UNIT, &[(BUYER, WHOLE_PPM)])).decided().ok();
	assert!(world.body().agreed_transfers.is_empty());
	let mut world = estate();
	world.act(succeeded(UNIT, &[(BANK, WHOLE_PPM)])).decided().ok();
	assert!(world.body().pledges.is_empty());
}

#[test]
fn succession_should_be_refused_when_undecided_or_empty_or_to_oneself() {
	let mut world = estate();
	let refused = world.act(succeeded(UNIT, &[(RIVAL, WHOLE_PPM)])).willing().refused();
	assert_eq!(refused, (Rule::T2, Reason::NeedsDecision, None));
	let refused = world.act(succeeded(99, &[(RIVAL, WHOLE_PPM)])).decided().refused();
	assert_eq!(refused, (Rule::T2, Reason::NothingToSucceed, Some(99)));
	let refused = world.act(succeeded(UNIT, &[(UNIT, WHOLE_PPM)])).decided().refused();
	assert_eq!(refused, (Rule::T2, Reason::SameMember, None));
}

#[test]
fn succession_should_pass_pre_emption_to_each_heir_once() {
	let mut world = World::empty();
	let Act::Registered(mut first) =
		registration(AchievementKind::InventionPatent, &[(UNIT, WHOLE_PPM)])
	else {
		unreachable!()
	};
	for id in [COMPLETER, RIVAL] {
		first.pre_emption.try_push((member(id), PreEmption::Completer)).unwrap();
	}
	world.act(Act::Registered(first)).willing().ok();
	world.act(succeeded(COMPLETER, &[(RIVAL, 500_000), (95, 500_000)])).decided().ok();
	let holders: Vec<_> = world.body().pre_emption.iter().map(|(who, _)| who.0).collect();
	assert_eq!(holders, vec![RIVAL, 95]);
}
