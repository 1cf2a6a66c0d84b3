//! T1: shares always sum. T2: who can move a share, and when it moves.

use crate::world::*;
use quanqi_title::*;
use quanqi_types::*;

const ROLE_TO: ConsentRole = ConsentRole::Transferee;

fn sum(world: &World) -> u32 {
	world.body().owners().lines().iter().map(|line| line.ppm).sum()
}

#[test]
fn t1_owners_should_sum_to_the_whole_when_a_share_moved() {
	let mut world = World::joint_software();
	world.act(at_once(UNIT, BUYER, 250_000)).willing().ok();
	assert_eq!(world.body().owners.part_of(member(UNIT)), 350_000);
	assert_eq!(world.body().owners.part_of(member(BUYER)), 250_000);
	assert_eq!(sum(&world), WHOLE_PPM);
}

#[test]
fn t1_transfer_should_be_refused_when_nothing_moves() {
	let mut world = World::joint_patent();
	let refused = world.act(sale(UNIT, BUYER, 0)).willing().refused();
	assert_eq!(refused, (Rule::T1, Reason::WrongShares, None));
}

#[test]
fn t1_transfer_should_be_refused_when_agreed_if_it_would_make_a_65th_owner() {
	let owners: Vec<_> = (1..=64).map(|id| (id, WHOLE_PPM / 64)).collect();
	let mut world = World::new(AchievementKind::InventionPatent, &owners);
	let refused = world.act(sale(UNIT, 99, 1)).willing().refused();
	assert_eq!(refused, (Rule::T1, Reason::TooManyHolders, None));
	world.act(sale(UNIT, 99, WHOLE_PPM / 64)).willing().ok();
}

#[test]
fn t2_patent_share_should_move_only_when_the_office_entered_it() {
	let mut world = World::joint_patent();
	let agreed = world.act(sale(UNIT, BUYER, 100_000)).willing().ok();
	assert_eq!(world.body().owners.part_of(member(BUYER)), 0);
	world.act(effect(agreed, UNIT, BUYER, 100_000)).office().ok();
	assert_eq!(world.body().owners.part_of(member(BUYER)), 100_000);
	assert!(world.body().agreed_transfers.is_empty());
}

#[test]
fn t2_patent_share_should_stay_when_no_office_acted() {
	let mut world = World::joint_patent();
	let refused = world.act(at_once(UNIT, BUYER, 100_000)).willing().refused();
	assert_eq!(refused, (Rule::T2, Reason::NeedsOffice, None));
	let agreed = world.act(sale(UNIT, BUYER, 100_000)).willing().ok();
	let refused = world.act(effect(agreed, UNIT, BUYER, 100_000)).willing().refused();
	assert_eq!(refused, (Rule::T2, Reason::NeedsOffice, None));
	let decided = world.act(effect(agreed, UNIT, BUYER, 100_000)).decided().refused();
	assert_eq!(decided, (Rule::T2, Reason::NeedsOffice, None));
}

#[test]
fn t2_patent_share_should_stay_when_the_office_gives_no_date() {
	let mut world = World::joint_patent();
	let agreed = world.act(sale(UNIT, BUYER, 100_000)).willing().ok();
	let undated = world.act(effect(agreed, UNIT, BUYER, 100_000)).office();
	let refused = undated.edit(|body| body.legal_date = None).refused();
	assert_eq!(refused, (Rule::T2, Reason::NeedsLegalDate, None));
}

#[test]
fn t2_attestation_should_be_refused_when_a_party_attests() {
	let mut world = World::joint_patent();
	let agreed = world.act(sale(UNIT, BUYER, 100_000)).willing().ok();
	let own = LegalDate { moment: Moment(START), attested_by: member(BUYER) };
	let own = world.act(effect(agreed, UNIT, BUYER, 100_000)).office().edit(|body| {
		body.legal_date = Some(own);
	});
	assert_eq!(own.refused(), (Rule::T2, Reason::AttesterIsParty, Some(BUYER)));
}

#[test]
fn t2_software_share_should_move_at_once_or_as_agreed() {
	let mut world = World::joint_software();
	world.act(at_once(UNIT, BUYER, 100_000)).willing().ok();
	let agreed = world.act(sale(UNIT, BUYER, 50_000)).willing().ok();
	world.act(effect(agreed, UNIT, BUYER, 50_000)).cause(Cause::Due).by(OFFICE).ok();
	assert_eq!(world.body().owners.part_of(member(BUYER)), 150_000);
}

#[test]
fn t2_agreed_software_share_should_stay_when_only_the_buyer_declares_it_moved() {
	let mut world = World::joint_software();
	let agreed = world.act(sale(UNIT, BUYER, 50_000)).willing().ok();
	let declared = world.act(effect(agreed, UNIT, BUYER, 50_000)).cause(Cause::Declaration);
	let refused = declared.by(BUYER).refused();
	assert_eq!(refused, (Rule::T8, Reason::OwnConsentMissing, Some(UNIT)));
}

#[test]
fn t2_transfer_should_be_refused_when_the_seller_has_less() {
	let mut world = World::joint_patent();
	let refused = world.act(sale(PARTNER, BUYER, 400_001)).willing().refused();
	assert_eq!(refused, (Rule::T2, Reason::NotEnoughShare, Some(PARTNER)));
	let refused = world.act(sale(RIVAL, BUYER, 1)).willing().refused();
	assert_eq!(refused, (Rule::T2, Reason::NotAnOwner, Some(RIVAL)));
	world.act(sale(PARTNER, BUYER, 400_000)).willing().ok();
}

#[test]
fn t2_transfer_should_be_refused_when_giver_and_receiver_are_one() {
	let mut world = World::joint_patent();
	let refused = world.act(sale(UNIT, UNIT, 1)).willing().refused();
	assert_eq!(refused, (Rule::T2, Reason::SameMember, None));
}

#[test]
fn t2_transfer_should_be_refused_when_the_share_is_promised_already() {
	let mut world = World::joint_patent();
	world.act(sale(UNIT, BUYER, 500_000)).willing().ok();
	let refused = world.act(sale(UNIT, RIVAL, 100_001)).willing().refused();
	assert_eq!(refused, (Rule::T2, Reason::NotEnoughShare, Some(UNIT)));
	world.act(sale(UNIT, RIVAL, 100_000)).willing().ok();
}

#[test]
fn t2_effect_should_be_refused_when_it_is_not_what_was_agreed() {
	let mut world = World::joint_patent();
	let agreed = world.act(sale(UNIT, BUYER, 100_000)).willing().ok();
	for (from, to, ppm) in
		[(UNIT, BUYER, 99_999), (UNIT, RIVAL, 100_000), (PARTNER, BUYER, 100_000)]
	{
		let refused = world.act(effect(agreed, from, to, ppm)).office().refused();
		assert_eq!(refused, (Rule::T2, Reason::TransferDiffers, Some(agreed)));
	}
	let refused = world.act(effect(7, UNIT, BUYER, 100_000)).office().refused();
	assert_eq!(refused, (Rule::T2, Reason::NoSuchTransfer, Some(7)));
}

#[test]
fn t2_effect_should_be_refused_when_it_took_place_already() {
	let mut world = World::joint_patent();
	let agreed = world.act(sale(UNIT, BUYER, 100_000)).willing().ok();
	world.act(effect(agreed, UNIT, BUYER, 100_000)).office().ok();
	let refused = world.act(effect(agreed, UNIT, BUYER, 100_000)).office().refused();
	assert_eq!(refused, (Rule::T2, Reason::NoSuchTransfer, Some(agreed)));
}

#[test]
fn t2_sellers_licence_should_need_the_buyer_when_a_transfer_is_agreed() {
	for form in [UseForm::Ordinary, UseForm::Sole, UseForm::Exclusive] {
		let mut world = World::joint_patent();
		let agreed = world.act(sale(UNIT, BUYER, 100_000)).willing().ok();
		let act = grant(licence(form));
		let refused = world.act(act.clone()).willing_without_role(ROLE_TO).refused();
		assert_eq!(refused, (Rule::T2, Reason::AgreedTransferInTheWay, Some(agreed)));
		world.act(act).willing().ok();
	}
}

#[test]
fn t2_partners_ordinary_licence_should_pass_when_only_the_unit_sells() {
	let mut world = World::joint_patent();
	world.act(sale(UNIT, BUYER, 100_000)).willing().ok();
	let own = UseGrant { grantor: member(PARTNER), ..licence(UseForm::Ordinary) };
	world.act(grant(own)).by(PARTNER).willing_without_role(ROLE_TO).ok();
	let exclusive = UseGrant { grantor: member(PARTNER), ..rival(UseForm::Exclusive) };
	let exclusive = subject_to(exclusive, &[2]);
	let refused = world.act(grant(exclusive)).willing_without_role(ROLE_TO).refused();
	assert_eq!(refused, (Rule::T2, Reason::AgreedTransferInTheWay, Some(1)));
}

#[test]
fn t2_pool_entry_and_reservation_should_need_the_buyer_when_a_transfer_is_agreed() {
	let mut world = World::joint_patent();
	let agreed = world.act(sale(UNIT, BUYER, 100_000)).willing().ok();
	for act in [pool(START, 0), reserve(RIVAL, START, 0)] {
		let refused = world.act(act).willing_without_role(ROLE_TO).refused();
		assert_eq!(refused, (Rule::T2, Reason::AgreedTransferInTheWay, Some(agreed)));
	}
}

#[test]
fn t2_pledge_should_be_refused_when_the_share_is_promised_away() {
	let mut world = World::joint_patent();
	world.act(sale(UNIT, BUYER, 500_000)).willing().ok();
	let refused = world.act(pledge(UNIT, share_of(UNIT), 100_001, 0)).office().willing().refused();
	assert_eq!(refused, (Rule::T9, Reason::PledgeTooLarge, Some(UNIT)));
	world.act(pledge(UNIT, share_of(UNIT), 100_000, 0)).office().willing().ok();
}

#[test]
fn t2_agreed_transfer_should_fall_away_when_both_sides_agree_or_an_authority_decides() {
	let mut world = World::joint_patent();
	let agreed = world.act(sale(UNIT, BUYER, 100_000)).willing().ok();
	let cancel = Act::TransferCancelled { agreed };
	let refused = world.act(cancel.clone()).refused();
	assert_eq!(refused, (Rule::T2, Reason::AgreedTransferInTheWay, Some(agreed)));
	let refused = world.act(cancel.clone()).by(BUYER).refused();
	assert_eq!(refused, (Rule::T8, Reason::OwnConsentMissing, Some(UNIT)));
	world.clone().act(cancel.clone()).decided().ok();
	world.act(cancel.clone()).consent(BUYER, ROLE_TO).ok();
	assert!(world.body().agreed_transfers.is_empty());
	let refused = world.act(cancel).decided().refused();
	assert_eq!(refused, (Rule::T2, Reason::NoSuchTransfer, Some(agreed)));
}

#[test]
fn t2_effect_should_use_the_offices_date_when_the_protection_has_ended_since() {
	let mut world = World::patent();
	let agreed = world.act(sale(UNIT, BUYER, 100_000)).willing().ok();
	let act = effect(agreed, UNIT, BUYER, 100_000);
	let late = |moment| LegalDate { moment: Moment(moment), attested_by: member(OFFICE) };
	world.at(END + 5);
	let draft = world.act(act.clone()).office().edit(|body| body.legal_date = Some(late(END)));
	assert_eq!(draft.refused(), (Rule::T12, Reason::ProtectionOver, None));
	world.act(act).office().edit(|body| body.legal_date = Some(late(END - 1))).ok();
}
