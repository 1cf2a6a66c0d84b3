//! T11: corrections name an earlier entry and leave the title as valid as any other.

use crate::world::*;
use quanqi_title::*;
use quanqi_types::*;

fn nothing(corrects: u32) -> Correction {
	Correction { corrects, owners: None, ends_right: None, right: None, status: None }
}

fn correct(correction: Correction) -> Act {
	Act::Corrected(Box::new(correction))
}

fn owners(lines: &[(u32, u32)]) -> Act {
	correct(Correction { owners: Some(shares(lines)), ..nothing(0) })
}

#[test]
fn t11_correction_should_set_owners_right_and_keep_the_history() {
	let mut world = World::joint_patent();
	world.act(owners(&[(UNIT, 500_000), (PARTNER, 500_000)])).decided().ok();
	assert_eq!(world.body().owners.part_of(member(PARTNER)), 500_000);
	assert_eq!(world.entries.len(), 2);
}

#[test]
fn t11_correction_should_be_refused_when_no_authority_decided() {
	let refused = World::joint_patent().act(owners(&[(UNIT, WHOLE_PPM)])).willing().refused();
	assert_eq!(refused, (Rule::T11, Reason::NeedsDecision, None));
}

#[test]
fn t11_correction_should_be_refused_when_it_names_no_earlier_entry() {
	let correction = Correction { owners: Some(whole(UNIT)), ..nothing(1) };
	let refused = World::joint_patent().act(correct(correction)).decided().refused();
	assert_eq!(refused, (Rule::T11, Reason::NoSuchEntry, Some(1)));
}

#[test]
fn t11_correction_should_be_refused_when_it_changes_nothing() {
	let refused = World::joint_patent().act(correct(nothing(0))).decided().refused();
	assert_eq!(refused, (Rule::T11, Reason::NothingCorrected, None));
}

#[test]
fn t11_correction_should_end_a_right_with_its_sublicences() {
	let mut world = World::patent();
	let right = world.granted(licence(UseForm::Exclusive));
	let below = world.granted(sublicence(right, UseForm::Ordinary));
	let correction = Correction { ends_right: Some(right), ..nothing(right) };
	world.act(correct(correction.clone())).decided().ok();
	assert!(world.body().right(right).is_none() && world.body().right(below).is_none());
	let refused = world.act(correct(correction)).decided().refused();
	assert_eq!(refused, (Rule::T11, Reason::NoSuchRight, Some(right)));
}

#[test]
fn t11_correction_should_be_refused_when_what_is_promised_or_pledged_would_be_missing() {
	let mut world = World::joint_patent();
	let agreed = world.act(sale(UNIT, BUYER, 300_000)).willing().ok();
	let too_few = || owners(&[(UNIT, 200_000), (PARTNER, 800_000)]);
	let refused = world.act(too_few()).decided().refused();
	assert_eq!(refused, (Rule::T2, Reason::AgreedTransferInTheWay, Some(agreed)));
	let mut world = World::joint_patent();
	let made = world.act(pledge(UNIT, share_of(UNIT), 300_000, 0)).office().willing().ok();
	let refused = world.act(too_few()).decided().refused();
	assert_eq!(refused, (Rule::T9, Reason::PledgeInTheWay, Some(made)));
}

#[test]
fn t11_corrected_terms_should_keep_the_rights_number() {
	let mut world = World::patent();
	let right = world.granted(licence(UseForm::Ordinary));
	let terms = licence(UseForm::Sole);
	let correction = Correction { right: Some((right, terms.clone())), ..nothing(right) };
	world.act(correct(correction)).decided().ok();
	assert_eq!(world.body().right(right).unwrap().terms, terms);
}

#[test]
fn t11_corrected_terms_should_be_refused_when_they_bring_a_conflict() {
	let mut world = World::patent();
	let right = world.granted(licence(UseForm::Ordinary));
	let other = world.granted(rival(UseForm::Ordinary));
	let stronger = |terms| correct(Correction { right: Some((right, terms)), ..nothing(right) });
	let refused = world.act(stronger(licence(UseForm::Exclusive))).decided().refused();
	assert_eq!(refused, (Rule::T4, Reason::OrdinaryInTheWay, Some(other)));
	let draft = world.clone();
	let mut agreeing = draft;
	agreeing
		.act(stronger(licence(UseForm::Exclusive)))
		.decided()
		.consent(RIVAL, ConsentRole::BlockingHolder)
		.ok();
	world.act(stronger(subject_to(licence(UseForm::Exclusive), &[other]))).decided().ok();
}

#[test]
fn t11_correction_should_pass_beside_a_right_that_stood_beside_it_before() {
	let mut world = World::patent();
	let prior = world.granted(licence(UseForm::Ordinary));
	world.granted(subject_to(rival(UseForm::Exclusive), &[prior]));
	let terms = UseGrant { transferable: false, ..licence(UseForm::Ordinary) };
	let correction = Correction { right: Some((prior, terms)), ..nothing(prior) };
	world.act(correct(correction)).decided().ok();
	let consented = world.granted(UseGrant { holders: whole(BUYER), ..licence(UseForm::Ordinary) });
	let terms =
		UseGrant { holders: whole(BUYER), sublicensable: false, ..licence(UseForm::Ordinary) };
	let correction = Correction { right: Some((consented, terms)), ..nothing(consented) };
	world.act(correct(correction)).decided().ok();
}

#[test]
fn t11_corrected_terms_should_be_refused_when_a_sublicence_would_lie_outside() {
	let mut world = World::patent();
	let right = world.granted(licence(UseForm::Exclusive));
	let below = world.granted(sublicence(right, UseForm::Ordinary));
	let shorter = UseGrant { period: period(START, 9_000), ..licence(UseForm::Exclusive) };
	let correction = Correction { right: Some((right, shorter)), ..nothing(right) };
	let refused = world.act(correct(correction)).decided().refused();
	assert_eq!(refused, (Rule::T5, Reason::OutsideParent, Some(below)));
	let moved = UseGrant { basis: UseBasis::Licence, ..rival(UseForm::Ordinary) };
	let correction = Correction { right: Some((below, moved)), ..nothing(below) };
	let refused = world.act(correct(correction)).decided().refused();
	assert_eq!(refused, (Rule::T5, Reason::NoSuchParent, Some(below)));
}

#[test]
fn t11_correction_should_set_status_and_protection_right() {
	let mut world = World::patent();
	world.act(status(OfficialStatus::Lapsed)).office().ok();
	let granted = Some((OfficialStatus::Granted, Some(Moment(END + 1))));
	world.act(correct(Correction { status: granted, ..nothing(1) })).decided().ok();
	assert!(world.body().is_title_live(Moment(END)));
}
