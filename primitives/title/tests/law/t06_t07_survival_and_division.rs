//! T6: use rights survive transfers, long-term ones their owners' wishes. T7: division and transfer.

use crate::world::*;
use quanqi_title::*;
use quanqi_types::*;

fn long_term() -> UseGrant {
	UseGrant { basis: UseBasis::LongTermGrant, ..licence(UseForm::Ordinary) }
}

fn move_use(right: u32, from: u32, to: u32, ppm: u32) -> Act {
	Act::UseTransferred { right, from: member(from), to: member(to), ppm }
}

#[test]
fn t6_use_right_should_stay_live_when_the_whole_title_is_sold() {
	let mut world = World::patent();
	let right = world.granted(licence(UseForm::Exclusive));
	let agreed = world.act(sale(UNIT, BUYER, WHOLE_PPM)).willing().ok();
	world.act(effect(agreed, UNIT, BUYER, WHOLE_PPM)).office().ok();
	assert!(world.is_live(right, START));
	let new_owners = UseGrant { grantor: member(BUYER), ..rival(UseForm::Ordinary) };
	let draft = world.act(grant(new_owners)).by(BUYER);
	let refused = draft.willing_without_role(ConsentRole::BlockingHolder).refused();
	assert_eq!(refused, (Rule::T4, Reason::ExclusiveInTheWay, Some(right)));
}

#[test]
fn t6_long_term_right_should_stay_when_its_grantor_would_end_it() {
	let mut world = World::patent();
	let right = world.granted(long_term());
	for reason in [EndReason::ByTerms, EndReason::Rescinded] {
		let refused = world.act(end(right, reason)).willing().refused();
		assert_eq!(refused, (Rule::T6, Reason::LongTermStays, Some(right)));
	}
	let ordinary = world.granted(rival(UseForm::Ordinary));
	world.act(end(ordinary, EndReason::ByTerms)).willing().ok();
}

#[test]
fn t6_long_term_right_should_end_when_all_holders_surrender_it_or_an_authority_decides() {
	let mut world = World::patent();
	let terms = UseGrant { holders: shares(&[(4, 500_000), (5, 500_000)]), ..long_term() };
	let right = world.granted(terms);
	let surrender = end(right, EndReason::Surrendered);
	let refused = world.act(surrender.clone()).by(LICENSEE).refused();
	assert_eq!(refused, (Rule::T7, Reason::OwnConsentMissing, Some(RIVAL)));
	world.clone().act(surrender).by(LICENSEE).willing().ok();
	world.clone().act(end(right, EndReason::Rescinded)).decided().ok();
	world.act(end(right, EndReason::Decided)).decided().ok();
	assert_eq!(world.body().right(right), None);
}

#[test]
fn t6_decided_end_should_be_refused_when_no_authority_decided() {
	let mut world = World::patent();
	let right = world.granted(long_term());
	let refused = world.act(end(right, EndReason::Decided)).willing().refused();
	assert_eq!(refused, (Rule::T7, Reason::NeedsDecision, None));
}

#[test]
fn t6_retiring_should_be_refused_when_a_use_right_is_open() {
	let mut world = World::patent();
	let right = world.granted(UseGrant { period: period(5_000, 9_000), ..long_term() });
	let retire = Act::Retired { voided: false };
	let refused = world.act(retire.clone()).willing().refused();
	assert_eq!(refused, (Rule::T6, Reason::RightsStand, Some(right)));
	world.act(end(right, EndReason::Surrendered)).willing().ok();
	world.act(retire).willing().ok();
	assert_eq!(world.body().ledger_status, LedgerStatus::Retired);
}

#[test]
fn t6_right_should_end_by_its_terms_only_when_the_grantor_agrees() {
	let mut world = World::patent();
	let right = world.granted(licence(UseForm::Ordinary));
	let refused = world.act(end(right, EndReason::ByTerms)).by(LICENSEE).refused();
	assert_eq!(refused, (Rule::T8, Reason::OwnConsentMissing, Some(UNIT)));
	let refused = world.act(end(right, EndReason::Rescinded)).by(UNIT).refused();
	assert_eq!(refused, (Rule::T7, Reason::OwnConsentMissing, Some(LICENSEE)));
	world.act(end(right, EndReason::Rescinded)).by(UNIT).willing().ok();
}

#[test]
fn t6_new_owner_should_stand_in_the_grantors_place() {
	let mut world = World::patent();
	let right = world.granted(licence(UseForm::Ordinary));
	let agreed = world.act(sale(UNIT, BUYER, WHOLE_PPM)).willing().ok();
	world.act(effect(agreed, UNIT, BUYER, WHOLE_PPM)).office().ok();
	let refused = world.act(end(right, EndReason::ByTerms)).by(UNIT).refused();
	assert_eq!(refused, (Rule::T8, Reason::ConsentMissing, Some(BUYER)));
	world.act(end(right, EndReason::ByTerms)).by(BUYER).ok();
}

#[test]
fn t7_part_of_a_right_should_move_when_its_terms_allow_it() {
	let mut world = World::patent();
	let right = world.granted(licence(UseForm::Exclusive));
	world.act(move_use(right, LICENSEE, RIVAL, 250_000)).by(LICENSEE).willing().ok();
	let holders = world.body().right(right).unwrap().terms.holders.clone();
	assert_eq!(holders.lines(), shares(&[(LICENSEE, 750_000), (RIVAL, 250_000)]).lines());
}

#[test]
fn t7_right_should_neither_move_nor_divide_when_its_terms_forbid_it() {
	let mut world = World::patent();
	let fixed = UseGrant { transferable: false, ..licence(UseForm::Ordinary) };
	let right = world.granted(fixed);
	let refusal = (Rule::T7, Reason::NotTransferable, Some(right));
	let moved = world.act(move_use(right, LICENSEE, RIVAL, 1)).willing().refused();
	assert_eq!(moved, refusal);
	let holders = shares(&[(LICENSEE, 500_000), (RIVAL, 500_000)]);
	assert_eq!(world.act(Act::UseDivided { right, holders }).willing().refused(), refusal);
}

#[test]
fn t7_part_should_be_refused_when_the_holder_has_less_or_nothing() {
	let mut world = World::patent();
	let holders = shares(&[(LICENSEE, 300_000), (BUYER, 700_000)]);
	let right = world.granted(UseGrant { holders, ..licence(UseForm::Ordinary) });
	let refused = world.act(move_use(right, LICENSEE, RIVAL, 300_001)).willing().refused();
	assert_eq!(refused, (Rule::T7, Reason::NotEnoughOfRight, Some(LICENSEE)));
	let refused = world.act(move_use(right, RIVAL, BANK, 1)).willing().refused();
	assert_eq!(refused, (Rule::T7, Reason::NotAHolder, Some(RIVAL)));
	let refused = world.act(move_use(right, BUYER, BUYER, 1)).willing().refused();
	assert_eq!(refused, (Rule::T7, Reason::SameMember, None));
	let refused = world.act(move_use(9, RIVAL, BANK, 1)).willing().refused();
	assert_eq!(refused, (Rule::T7, Reason::NoSuchRight, Some(9)));
}

#[test]
fn t7_transfer_should_need_giver_and_receiver_only() {
	let mut world = World::patent();
	let right = world.granted(licence(UseForm::Ordinary));
	let act = move_use(right, LICENSEE, RIVAL, 1);
	let refused = world.act(act.clone()).by(RIVAL).refused();
	assert_eq!(refused, (Rule::T7, Reason::OwnConsentMissing, Some(LICENSEE)));
	let refused = world.act(act.clone()).by(LICENSEE).refused();
	assert_eq!(refused, (Rule::T8, Reason::AcceptanceMissing, Some(RIVAL)));
	world.act(act).by(LICENSEE).consent(RIVAL, ConsentRole::Recipient).ok();
}

#[test]
fn t7_division_should_need_all_holders_and_all_who_receive() {
	let mut world = World::patent();
	let holders = shares(&[(LICENSEE, 500_000), (RIVAL, 500_000)]);
	let right = world.granted(UseGrant { holders, ..licence(UseForm::Ordinary) });
	let holders = shares(&[(LICENSEE, 500_000), (BUYER, 500_000)]);
	let act = Act::UseDivided { right, holders: holders.clone() };
	let refused = world.act(act.clone()).willing_without(RIVAL).refused();
	assert_eq!(refused, (Rule::T7, Reason::OwnConsentMissing, Some(RIVAL)));
	let refused = world.act(act.clone()).willing_without(BUYER).refused();
	assert_eq!(refused, (Rule::T8, Reason::AcceptanceMissing, Some(BUYER)));
	world.act(act).willing().ok();
	assert_eq!(world.body().right(right).unwrap().terms.holders, holders);
}

#[test]
fn t7_right_should_not_move_when_it_is_over() {
	let mut world = World::patent();
	let dated = UseGrant { period: period(START, 2_000), ..licence(UseForm::Ordinary) };
	let right = world.granted(dated);
	let refused = world.at(2_000).act(move_use(right, LICENSEE, RIVAL, 1)).willing().refused();
	assert_eq!(refused, (Rule::T7, Reason::RightOver, Some(right)));
}
