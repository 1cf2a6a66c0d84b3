//! T8: co-owners, pre-emption, acceptance, the co-owners' own rules and silence.

use crate::world::*;
use quanqi_title::*;
use quanqi_types::*;

const PATENT: AchievementKind = AchievementKind::InventionPatent;

fn agreement(lines: &[(ConsentAct, ConsentRule, Option<u32>)]) -> Act {
	let line = |(act, rule, days): &(ConsentAct, ConsentRule, Option<u32>)| AgreementLine {
		act: *act,
		rule: *rule,
		deemed_after: days.map(|days| Term::new(days, TermUnit::Day)),
	};
	let lines = lines.iter().map(line).collect::<Vec<_>>().try_into().unwrap();
	Act::AgreementSet(Agreement { lines, digest: Digest::Sha256([3; 32]) })
}

fn with_pre_emption(kind: AchievementKind, rule: PreEmption) -> World {
	let mut world = World::empty();
	let act = registration(kind, &[(UNIT, WHOLE_PPM)]);
	let Act::Registered(mut first) = act else { unreachable!() };
	first.pre_emption.try_push((member(COMPLETER), rule)).unwrap();
	world.act(Act::Registered(first)).willing().ok();
	world
}

#[test]
fn t8_registration_should_need_every_owner() {
	let act = registration(PATENT, &[(UNIT, 500_000), (PARTNER, 500_000)]);
	let refused = World::empty().act(act.clone()).refused();
	assert_eq!(refused, (Rule::T8, Reason::ConsentMissing, Some(PARTNER)));
	World::empty().act(act.clone()).consent(PARTNER, ConsentRole::CoOwner).ok();
	World::empty().act(act).decided().ok();
}

#[test]
fn t8_transfer_should_need_all_co_owners_when_the_statute_says_all() {
	let mut world = World::joint_patent();
	let refused = world.act(sale(UNIT, BUYER, 1)).willing_without(PARTNER).refused();
	assert_eq!(refused, (Rule::T8, Reason::ConsentMissing, Some(PARTNER)));
	world.act(sale(UNIT, BUYER, 1)).willing().ok();
}

#[test]
fn t8_ordinary_licence_should_need_any_one_co_owner_when_the_statute_says_any() {
	let mut world = World::joint_patent();
	let act = grant(licence(UseForm::Ordinary));
	world.act(act).consent(LICENSEE, ConsentRole::Recipient).ok();
	let refused = world
		.act(grant(rival(UseForm::Ordinary)))
		.by(PARTNER)
		.consent(RIVAL, ConsentRole::Recipient)
		.refused();
	assert_eq!(refused, (Rule::T8, Reason::OwnConsentMissing, Some(UNIT)));
}

#[test]
fn t8_stronger_licences_pledges_and_grants_should_need_all_co_owners() {
	let long_term = UseGrant { basis: UseBasis::LongTermGrant, ..licence(UseForm::Ordinary) };
	for act in [
		grant(licence(UseForm::Exclusive)),
		grant(licence(UseForm::Sole)),
		grant(long_term),
		pledge(UNIT, share_of(UNIT), 1, 0),
		reserve(RIVAL, START, 0),
		Act::Retired { voided: false },
	] {
		let mut world = World::joint_patent();
		let refused = world.act(act.clone()).office().willing_without(PARTNER).refused();
		assert_eq!(refused, (Rule::T8, Reason::ConsentMissing, Some(PARTNER)), "{act:?}");
		world.act(act).office().willing().ok();
	}
}

#[test]
fn t8_act_should_be_judged_by_the_statute_of_its_kind_of_right_and_act() {
	let mut world = World::joint_patent();
	let mut rules = |act, cause| {
		let draft = world.act(act).cause(cause);
		statutes_needed(draft_title(), &draft.body)
	};
	fn draft_title() -> &'static TitleBody {
		let title = World::joint_patent().title.unwrap();
		let Title::V1(body) = title;
		Box::leak(Box::new(body))
	}
	let consent = |act| vec![RuleId::Consent(PATENT, act)];
	let contract = || Cause::Contract(ContractId(1));
	assert_eq!(rules(sale(1, 3, 1), contract()), consent(ConsentAct::Transfer));
	assert_eq!(rules(sale(1, 3, 1), Cause::Grant(GrantId(1))), consent(ConsentAct::Grant));
	assert_eq!(rules(pool(START, 0), contract()), consent(ConsentAct::PoolEntry));
	let ordinary = grant(licence(UseForm::Ordinary));
	assert_eq!(rules(ordinary, contract()), consent(ConsentAct::OrdinaryLicence));
	let sole = grant(licence(UseForm::Sole));
	assert_eq!(rules(sole, contract()), consent(ConsentAct::SoleLicence));
	let exclusive = grant(licence(UseForm::Exclusive));
	assert_eq!(rules(exclusive, contract()), consent(ConsentAct::ExclusiveLicence));
	assert_eq!(rules(Act::Retired { voided: false }, contract()), consent(ConsentAct::Retire));
	let pledged = pledge(UNIT, share_of(UNIT), 1, 0);
	assert_eq!(rules(pledged, contract()), consent(ConsentAct::Pledge));
	assert_eq!(rules(sale(1, 3, 1), decided_by(COURT)), vec![]);
}

#[test]
fn t8_act_should_be_refused_when_the_deciding_statute_is_missing_or_unfit() {
	let mut world = World::joint_patent();
	let bare = |draft: Draft<'_>| {
		draft.willing().without_statutes().edit(|body| body.statutes = BoundedVec::new()).refused()
	};
	let refused = bare(world.act(sale(UNIT, BUYER, 1)));
	assert_eq!(refused, (Rule::T8, Reason::StatuteMissing, None));
	let rule = RuleId::Consent(PATENT, ConsentAct::Transfer);
	for value in [
		StatuteValue::Flag(true),
		StatuteValue::Consent(ConsentRule::Threshold(0)),
		StatuteValue::Consent(ConsentRule::Threshold(1_000_001)),
	] {
		let refused = world.act(sale(UNIT, BUYER, 1)).statute(rule, value).willing().refused();
		assert_eq!(refused, (Rule::T8, Reason::StatuteUnfit, None));
	}
}

#[test]
fn t8_threshold_should_count_shares_of_those_who_agree() {
	let rule = RuleId::Consent(PATENT, ConsentAct::SoleLicence);
	let threshold = |ppm| StatuteValue::Consent(ConsentRule::Threshold(ppm));
	let mut world = World::joint_patent();
	let act = grant(licence(UseForm::Sole));
	let most = world.act(act.clone()).statute(rule, threshold(600_001));
	let refused = most.willing_without(PARTNER).refused();
	assert_eq!(refused, (Rule::T8, Reason::ConsentMissing, Some(PARTNER)));
	world.act(act).statute(rule, threshold(600_000)).willing_without(PARTNER).ok();
}

#[test]
fn t8_missing_should_name_all_whose_consent_could_still_count() {
	let mut world = World::new(PATENT, &[(1, 300_000), (2, 300_000), (7, 400_000)]);
	let rule = RuleId::Consent(PATENT, ConsentAct::SoleLicence);
	let value = StatuteValue::Consent(ConsentRule::Threshold(600_000));
	let needed = world.act(grant(licence(UseForm::Sole))).statute(rule, value).needed();
	let co_owner = |id| (member(id), ConsentRole::CoOwner);
	let accepts = (member(LICENSEE), ConsentRole::Recipient);
	assert_eq!(needed.missing(&[]), vec![co_owner(2), accepts, co_owner(7)]);
	let given = |id, role| Consent { member: member(id), role, deemed: false, mandate: None };
	let all = [given(2, ConsentRole::CoOwner), given(LICENSEE, ConsentRole::Recipient)];
	assert_eq!(needed.missing(&all), vec![]);
}

#[test]
fn t8_co_owners_agreement_should_go_before_the_statute() {
	let mut world = World::joint_patent();
	world.act(agreement(&[(ConsentAct::Transfer, ConsentRule::Any, None)])).willing().ok();
	let draft = world.act(sale(UNIT, BUYER, 1)).consent(BUYER, ConsentRole::Recipient);
	draft.without_statutes().ok();
	let rules = [(ConsentAct::OrdinaryLicence, ConsentRule::All, None)];
	world.act(agreement(&rules)).willing().ok();
	let own = UseGrant { grantor: member(PARTNER), ..licence(UseForm::Ordinary) };
	let refused = world.act(grant(own)).by(PARTNER).willing_without(UNIT).refused();
	assert_eq!(refused, (Rule::T8, Reason::ConsentMissing, Some(UNIT)));
}

#[test]
fn t8_agreement_should_need_all_co_owners_whatever_their_rule() {
	let mut world = World::joint_patent();
	let act = agreement(&[(ConsentAct::Transfer, ConsentRule::Any, None)]);
	let refused = world.act(act).refused();
	assert_eq!(refused, (Rule::T8, Reason::ConsentMissing, Some(PARTNER)));
}

#[test]
fn t8_agreement_should_be_refused_when_its_lines_are_out_of_order_or_impossible() {
	let any = ConsentRule::Any;
	let impossible = ConsentRule::Threshold(1_000_001);
	for lines in [
		vec![(ConsentAct::Pledge, any, None), (ConsentAct::Transfer, any, None)],
		vec![(ConsentAct::Pledge, any, None), (ConsentAct::Pledge, any, None)],
		vec![(ConsentAct::Pledge, impossible, None)],
		vec![(ConsentAct::Pledge, ConsentRule::Threshold(0), None)],
	] {
		let refused = World::joint_patent().act(agreement(&lines)).willing().refused();
		assert_eq!(refused, (Rule::T8, Reason::WrongAgreement, None));
	}
}

#[test]
fn t8_silence_should_be_consent_only_when_the_co_owners_agreed_so() {
	let mut world = World::joint_patent();
	let silent = |world: &mut World| {
		let draft = world.act(sale(UNIT, BUYER, 1)).silent(PARTNER, ConsentRole::CoOwner);
		let entry = Entry::V1(
			draft.consent(BUYER, ConsentRole::Recipient).willing_without(PARTNER).body.clone(),
		);
		Title::apply(world.title.as_ref(), &entry).map(|_| ())
	};
	let refusal = Refusal::with(Rule::T8, Reason::SilenceIsNoConsent, PARTNER);
	assert_eq!(silent(&mut world), Err(refusal));
	world.act(agreement(&[(ConsentAct::Transfer, ConsentRule::All, Some(30))])).willing().ok();
	assert_eq!(silent(&mut world), Ok(()));
}

#[test]
fn t8_silence_should_not_accept_nor_lift_a_conflict() {
	let mut world = World::patent();
	let refused = world.act(sale(UNIT, BUYER, 1)).silent(BUYER, ConsentRole::Recipient).refused();
	assert_eq!(refused, (Rule::T8, Reason::SilenceIsNoConsent, Some(BUYER)));
	world.granted(licence(UseForm::Exclusive));
	let draft = world.act(grant(rival(UseForm::Sole)));
	let draft = draft.silent(LICENSEE, ConsentRole::BlockingHolder).willing_without(LICENSEE);
	assert_eq!(draft.refused(), (Rule::T8, Reason::SilenceIsNoConsent, Some(LICENSEE)));
}

#[test]
fn t8_receivers_should_accept_transfers_licences_and_pledges() {
	let mut world = World::patent();
	let refused = world.act(sale(UNIT, BUYER, 1)).refused();
	assert_eq!(refused, (Rule::T8, Reason::AcceptanceMissing, Some(BUYER)));
	let refused = world.act(grant(licence(UseForm::Ordinary))).refused();
	assert_eq!(refused, (Rule::T8, Reason::AcceptanceMissing, Some(LICENSEE)));
	let refused = world.act(pledge(UNIT, share_of(UNIT), 1, 0)).office().refused();
	assert_eq!(refused, (Rule::T8, Reason::AcceptanceMissing, Some(BANK)));
}

#[test]
fn t8_giver_should_agree_when_the_receiver_acts() {
	let mut world = World::patent();
	let refused = world.act(sale(UNIT, BUYER, 1)).by(BUYER).refused();
	assert_eq!(refused, (Rule::T8, Reason::OwnConsentMissing, Some(UNIT)));
	world.act(sale(UNIT, BUYER, 1)).by(BUYER).consent(UNIT, ConsentRole::CoOwner).ok();
}

#[test]
fn t8_pre_emption_should_stand_in_the_way_of_a_stranger_until_waived() {
	for rule in [PreEmption::Completer, PreEmption::Commissioner] {
		let mut world = with_pre_emption(PATENT, rule);
		let accept = ConsentRole::Recipient;
		let refused = world.act(sale(UNIT, BUYER, 1)).consent(BUYER, accept).refused();
		assert_eq!(refused, (Rule::T8, Reason::PreEmptionStands, Some(COMPLETER)));
		let waived = world.act(sale(UNIT, BUYER, 1)).consent(BUYER, accept);
		waived.silent(COMPLETER, ConsentRole::PreEmption).ok();
		let waived = world.act(sale(UNIT, RIVAL, 1)).consent(RIVAL, accept);
		waived.consent(COMPLETER, ConsentRole::PreEmption).ok();
	}
}

#[test]
fn t8_pre_emption_should_ask_for_the_governed_days() {
	let mut world = with_pre_emption(PATENT, PreEmption::Completer);
	let rule = RuleId::Consent(PATENT, ConsentAct::Transfer);
	let draft = world.act(sale(UNIT, BUYER, 1)).willing();
	let draft = draft.without_statutes().edit(|body| body.statutes = BoundedVec::new());
	let refused = draft.statute(rule, StatuteValue::Consent(ConsentRule::All)).refused();
	assert_eq!(refused, (Rule::T8, Reason::StatuteMissing, None));
}

#[test]
fn t8_pre_emption_should_not_stand_against_its_holder_a_co_owner_a_grant_or_a_decision() {
	let accept = ConsentRole::Recipient;
	let mut world = with_pre_emption(PATENT, PreEmption::Completer);
	world.act(sale(UNIT, COMPLETER, 1)).consent(COMPLETER, accept).ok();
	let mut world = with_pre_emption(PATENT, PreEmption::Completer);
	let granted = world.act(sale(UNIT, BUYER, 1)).cause(Cause::Grant(GrantId(1)));
	let agreed = granted.consent(BUYER, accept).ok();
	world.act(sale(UNIT, RIVAL, 1)).decided().ok();
	world.act(effect(agreed, UNIT, BUYER, 1)).office().ok();
	let co_owner = world.act(sale(UNIT, BUYER, 1)).consent(BUYER, accept);
	co_owner.consent(BUYER, ConsentRole::CoOwner).ok();
}

#[test]
fn t8_co_developers_should_pre_empt_only_rights_to_apply() {
	let mut world = with_pre_emption(PATENT, PreEmption::CoDeveloper);
	world.act(sale(UNIT, BUYER, 1)).consent(BUYER, ConsentRole::Recipient).ok();
	let mut world = with_pre_emption(AchievementKind::PatentApplication, PreEmption::CoDeveloper);
	let refused = world.act(sale(UNIT, BUYER, 1)).consent(BUYER, ConsentRole::Recipient).refused();
	assert_eq!(refused, (Rule::T8, Reason::PreEmptionStands, Some(COMPLETER)));
}

#[test]
fn t8_decision_should_go_without_consents_but_not_past_a_conflict() {
	let mut world = World::joint_patent();
	world.act(sale(UNIT, BUYER, 1)).decided().ok();
	let compulsory = UseGrant { grantor: member(PARTNER), ..licence(UseForm::Exclusive) };
	let draft = world.act(grant(compulsory)).decided();
	let right = draft.consent(BUYER, ConsentRole::Transferee).ok();
	let second = UseGrant { grantor: member(PARTNER), ..rival(UseForm::Ordinary) };
	let refused = world.act(grant(second)).decided().refused();
	assert_eq!(refused, (Rule::T4, Reason::ExclusiveInTheWay, Some(right)));
}
