//! T4: every cell of the table, over scope, period and time.

use crate::world::*;
use quanqi_title::*;
use quanqi_types::*;

const BLOCKING: ConsentRole = ConsentRole::BlockingHolder;
use UseForm::{Exclusive, Ordinary, Sole};

/// Tries a new right while everybody but holders in the way agrees.
fn against(live: UseForm, new: UseForm) -> Result<u32, (Rule, Reason, Option<u32>)> {
	let mut world = World::patent();
	world.granted(licence(live));
	tried(&mut world, grant(rival(new)))
}

fn tried(world: &mut World, act: Act) -> Result<u32, (Rule, Reason, Option<u32>)> {
	let mut copy = world.clone();
	let needed = copy.act(act.clone()).needed();
	let blocked = needed.named.iter().any(|(_, role)| *role == BLOCKING);
	let is_pool = |world: &mut World| {
		let copy = &mut world.clone();
		let draft = copy.act(act.clone()).willing();
		let entry = Entry::V1(draft.body.clone());
		Title::apply(copy.title.as_ref(), &entry).is_err()
	};
	if blocked || is_pool(&mut copy) {
		return Err(world.act(act).willing_without_role(BLOCKING).refused());
	}
	Ok(world.act(act).willing_without_role(BLOCKING).ok())
}

fn refusal(reason: Reason, with: u32) -> Result<u32, (Rule, Reason, Option<u32>)> {
	Err((Rule::T4, reason, Some(with)))
}

#[test]
fn t4_row_exclusive_should_refuse_every_form() {
	for new in [Exclusive, Sole, Ordinary] {
		assert_eq!(against(Exclusive, new), refusal(Reason::ExclusiveInTheWay, 1));
	}
}

#[test]
fn t4_row_sole_should_refuse_every_form() {
	for new in [Exclusive, Sole, Ordinary] {
		assert_eq!(against(Sole, new), refusal(Reason::SoleInTheWay, 1));
	}
}

#[test]
fn t4_row_ordinary_should_refuse_exclusive_and_sole_and_allow_ordinary() {
	for new in [Exclusive, Sole] {
		assert_eq!(against(Ordinary, new), refusal(Reason::OrdinaryInTheWay, 1));
	}
	assert_eq!(against(Ordinary, Ordinary), Ok(2));
}

#[test]
fn t4_row_ordinary_should_refuse_exclusive_when_it_is_a_trial_or_a_long_term_right() {
	for basis in [UseBasis::Trial, UseBasis::LongTermGrant] {
		let mut world = World::patent();
		world.granted(UseGrant { basis, period: period(START, 9_000), ..licence(Ordinary) });
		let refused = tried(&mut world, grant(rival(Exclusive)));
		assert_eq!(refused, refusal(Reason::OrdinaryInTheWay, 1));
	}
}

#[test]
fn t4_column_trial_should_be_refused_by_exclusive_and_sole() {
	for (live, reason) in [(Exclusive, Reason::ExclusiveInTheWay), (Sole, Reason::SoleInTheWay)] {
		let mut world = World::patent();
		world.beside_sole = true;
		world.granted(licence(live));
		let trial =
			UseGrant { basis: UseBasis::Trial, period: period(START, 9_000), ..rival(Ordinary) };
		assert_eq!(tried(&mut world, grant(trial)), refusal(reason, 1));
	}
}

#[test]
fn t4_exclusive_and_sole_should_pass_when_subject_to_the_ordinary_right() {
	for new in [Exclusive, Sole] {
		let mut world = World::patent();
		world.granted(licence(Ordinary));
		assert_eq!(tried(&mut world, grant(subject_to(rival(new), &[1]))), Ok(2));
		assert!(world.is_live(1, START) && world.is_live(2, START));
	}
}

#[test]
fn t4_exclusive_should_be_refused_when_one_ordinary_right_is_not_named() {
	let mut world = World::patent();
	world.granted(licence(Ordinary));
	world.granted(UseGrant { holders: whole(BUYER), ..licence(Ordinary) });
	let refused = tried(&mut world, grant(subject_to(rival(Exclusive), &[1])));
	assert_eq!(refused, refusal(Reason::OrdinaryInTheWay, 2));
}

#[test]
fn t4_exclusive_should_not_pass_when_it_is_subject_to_an_exclusive_or_unknown_right() {
	let mut world = World::patent();
	world.granted(licence(Exclusive));
	let refused = tried(&mut world, grant(subject_to(rival(Exclusive), &[1])));
	assert_eq!(refused, refusal(Reason::ExclusiveInTheWay, 1));
	let refused = world.act(grant(subject_to(rival(Exclusive), &[9]))).willing().refused();
	assert_eq!(refused, (Rule::T4, Reason::SubjectToUnknown, Some(9)));
}

#[test]
fn t4_ordinary_should_pass_when_it_is_a_sublicence_of_the_right_in_the_way() {
	for live in [Exclusive, Sole] {
		let mut world = World::patent();
		world.granted(licence(live));
		assert_eq!(tried(&mut world, grant(sublicence(1, Ordinary))), Ok(2));
	}
}

#[test]
fn t4_ordinary_sublicence_of_an_earlier_right_should_be_refused_by_a_later_exclusive_one() {
	let mut world = World::patent();
	world.granted(licence(Ordinary));
	world.granted(subject_to(UseGrant { holders: whole(BUYER), ..licence(Exclusive) }, &[1]));
	let refused = tried(&mut world, grant(sublicence(1, Ordinary)));
	assert_eq!(refused, refusal(Reason::ExclusiveInTheWay, 2));
}

#[test]
fn t4_one_ordinary_licence_should_stand_beside_a_sole_one_when_the_statute_says_so() {
	let mut world = World::patent();
	world.beside_sole = true;
	world.granted(licence(Sole));
	assert_eq!(tried(&mut world, grant(rival(Ordinary))), Ok(2));
	let second = UseGrant { holders: whole(BUYER), ..licence(Ordinary) };
	assert_eq!(tried(&mut world, grant(second)), refusal(Reason::SoleInTheWay, 1));
}

#[test]
fn t4_ordinary_licence_beside_a_sole_one_should_ask_for_the_statute() {
	let mut world = World::patent();
	world.granted(licence(Sole));
	let consent = RuleId::Consent(AchievementKind::InventionPatent, ConsentAct::OrdinaryLicence);
	let rule = StatuteValue::Consent(ConsentRule::Any);
	let draft = world.act(grant(rival(Ordinary))).willing().without_statutes();
	let draft = draft.edit(|body| body.statutes = BoundedVec::new()).statute(consent, rule);
	assert_eq!(draft.refused(), (Rule::T4, Reason::StatuteMissing, None));
}

#[test]
fn t4_column_pool_should_be_refused_by_exclusive_and_sole_and_allowed_by_ordinary() {
	for (live, reason) in [(Exclusive, Reason::ExclusiveInTheWay), (Sole, Reason::SoleInTheWay)] {
		let mut world = World::patent();
		world.granted(licence(live));
		assert_eq!(tried(&mut world, pool(START, 0)), refusal(reason, 1));
	}
	let mut world = World::patent();
	world.granted(licence(Ordinary));
	assert_eq!(tried(&mut world, pool(START, 0)), Ok(2));
}

#[test]
fn t4_row_pool_should_refuse_exclusive_and_sole_until_withdrawn_and_allow_ordinary() {
	for new in [Exclusive, Sole] {
		let mut world = World::patent();
		world.act(pool(START, 0)).willing().ok();
		let refused = world.act(grant(rival(new))).willing().refused();
		assert_eq!(refused, (Rule::T4, Reason::PoolInTheWay, Some(1)));
		world.act(Act::PoolLeft).willing().ok();
		world.granted(rival(new));
	}
	let mut world = World::patent();
	world.act(pool(START, 0)).willing().ok();
	assert_eq!(tried(&mut world, grant(rival(Ordinary))), Ok(2));
}

#[test]
fn t4_pool_entry_should_be_refused_when_one_is_open_and_pass_when_that_is_over() {
	let mut world = World::patent();
	world.act(pool(START, 2_000)).willing().ok();
	let refused = world.act(pool(START, 0)).willing().refused();
	assert_eq!(refused, (Rule::T4, Reason::PoolInTheWay, Some(1)));
	world.at(2_000).act(pool(2_000, 0)).willing().ok();
}

#[test]
fn t4_pool_should_be_left_only_by_who_entered_it_or_when_its_time_is_over() {
	let mut world = World::joint_patent();
	world.act(pool(START, 2_000)).willing().ok();
	let refused = world.act(Act::PoolLeft).by(PARTNER).refused();
	assert_eq!(refused, (Rule::T8, Reason::OwnConsentMissing, Some(UNIT)));
	let refused = world.act(Act::PoolLeft).cause(Cause::Due).refused();
	assert_eq!(refused, (Rule::Form, Reason::CauseUnfit, None));
	world.at(2_000).act(Act::PoolLeft).cause(Cause::Due).by(OFFICE).ok();
	let refused = world.act(Act::PoolLeft).refused();
	assert_eq!(refused, (Rule::T4, Reason::NotInPool, None));
}

#[test]
fn t4_row_reservation_should_refuse_every_form_and_the_pool_for_another() {
	for act in [grant(rival(Exclusive)), grant(rival(Sole)), grant(rival(Ordinary)), pool(START, 0)]
	{
		let mut world = World::patent();
		world.act(reserve(LICENSEE, START, 0)).willing().ok();
		assert_eq!(tried(&mut world, act), refusal(Reason::ReservationInTheWay, 1));
	}
}

#[test]
fn t4_reservation_should_let_its_beneficiary_pass_and_nobody_beside_it() {
	for form in [Exclusive, Sole, Ordinary] {
		let mut world = World::patent();
		world.act(reserve(LICENSEE, START, 0)).willing().ok();
		let both = shares(&[(LICENSEE, 500_000), (RIVAL, 500_000)]);
		let both = UseGrant { holders: both, ..licence(form) };
		let refused = tried(&mut world, grant(both));
		assert_eq!(refused, refusal(Reason::ReservationInTheWay, 1));
		assert_eq!(tried(&mut world, grant(licence(form))), Ok(2));
	}
}

#[test]
fn t4_reservation_should_be_refused_when_others_are_shut_out_or_let_in_already() {
	for (before, reason) in [
		(grant(licence(Exclusive)), Reason::ExclusiveInTheWay),
		(grant(licence(Sole)), Reason::SoleInTheWay),
		(pool(START, 0), Reason::PoolInTheWay),
		(reserve(LICENSEE, START, 0), Reason::ReservationInTheWay),
	] {
		let mut world = World::patent();
		world.act(before).willing().ok();
		assert_eq!(tried(&mut world, reserve(RIVAL, START, 0)), refusal(reason, 1));
	}
	let mut world = World::patent();
	world.granted(licence(Ordinary));
	assert_eq!(tried(&mut world, reserve(RIVAL, START, 0)), Ok(2));
}

#[test]
fn t4_reservation_should_end_with_its_beneficiary_or_in_time() {
	let mut world = World::patent();
	world.act(reserve(LICENSEE, START, 2_000)).willing().ok();
	let ended = Act::ReservationEnded { reservation: 1 };
	let refused = world.act(ended.clone()).refused();
	assert_eq!(refused, (Rule::T4, Reason::ReservationInTheWay, Some(1)));
	world.clone().act(ended.clone()).by(LICENSEE).ok();
	world.at(2_000).act(ended.clone()).cause(Cause::Due).ok();
	assert!(world.body().reservations.is_empty());
	let refused = world.act(ended).refused();
	assert_eq!(refused, (Rule::T4, Reason::NoSuchReservation, Some(1)));
}

#[test]
fn t4_reservation_should_be_refused_when_a_stranger_makes_it() {
	let refused = World::patent().act(reserve(LICENSEE, START, 0)).by(RIVAL).refused();
	assert_eq!(refused, (Rule::T3, Reason::GrantorNotOwner, Some(RIVAL)));
}

#[test]
fn t4_conflicting_right_should_pass_when_all_blocking_holders_agree() {
	for (live, new) in
		[(Exclusive, Exclusive), (Exclusive, Ordinary), (Sole, Ordinary), (Ordinary, Sole)]
	{
		let holders = shares(&[(LICENSEE, 500_000), (BUYER, 500_000)]);
		let mut world = World::patent();
		world.granted(UseGrant { holders, ..licence(live) });
		let one = world.act(grant(rival(new))).willing_without(BUYER).refused();
		assert_eq!((one.0, one.2), (Rule::T4, Some(1)));
		assert_eq!(world.act(grant(rival(new))).willing().ok(), 2);
	}
}

#[test]
fn t4_right_should_pass_when_it_does_not_overlap_in_territory_field_act_or_period() {
	let base = UseGrant {
		scope: scope("CN", Acts::MAKE),
		period: period(5_000, 9_000),
		..licence(Exclusive)
	};
	let field = |symbol: &str| {
		let fields = FieldsOfUse::Only(vec![symbol.parse().unwrap()].try_into().unwrap());
		Scope { fields, ..scope("CN", Acts::MAKE) }
	};
	for (live, new) in [
		(base.scope.clone(), Some(scope("US", Acts::MAKE))),
		(base.scope.clone(), Some(scope("CN", Acts::SELL))),
		(field("G06T"), Some(field("A61K"))),
		(base.scope.clone(), None),
	] {
		let mut world = World::patent();
		world.granted(UseGrant { scope: live.clone(), ..base.clone() });
		let elsewhere = |period| UseGrant {
			scope: new.clone().unwrap_or(live.clone()),
			holders: whole(RIVAL),
			period,
			..base.clone()
		};
		let periods = match new {
			Some(_) => vec![base.period],
			None => vec![period(START, 5_000), period(9_000, 0)],
		};
		for period in periods {
			assert!(tried(&mut world, grant(elsewhere(period))).is_ok());
		}
	}
}

#[test]
fn t4_future_right_should_refuse_a_right_that_reaches_into_its_period() {
	let mut world = World::patent();
	world.granted(UseGrant { period: period(5_000, 9_000), ..licence(Exclusive) });
	let new = UseGrant { period: period(START, 5_001), ..rival(Ordinary) };
	assert_eq!(tried(&mut world, grant(new)), refusal(Reason::ExclusiveInTheWay, 1));
	assert_eq!(tried(&mut world, grant(rival(Ordinary))), refusal(Reason::ExclusiveInTheWay, 1));
}

#[test]
fn t4_expired_right_should_not_block_though_no_entry_has_closed_it() {
	let mut world = World::patent();
	world.granted(UseGrant { period: period(START, 2_000), ..licence(Exclusive) });
	let new = || grant(rival(Exclusive));
	assert!(tried(world.at(1_999), new()).is_err());
	assert_eq!(tried(world.at(2_000), new()), Ok(2));
}

#[test]
fn t4_right_after_a_shortened_protection_should_still_block() {
	let mut world = World::patent();
	world.granted(UseGrant { period: period(500_000, 600_000), ..licence(Exclusive) });
	let shortened = Act::StatusChanged {
		status: OfficialStatus::PartlyInvalidated,
		protection_until: Some(Moment(400_000)),
		kind: AchievementKind::InventionPatent,
	};
	world.act(shortened).office().ok();
	let refused = tried(&mut world, grant(rival(Exclusive)));
	assert_eq!(refused, refusal(Reason::ExclusiveInTheWay, 1));
}

#[test]
fn t4_holder_should_replace_its_own_right_in_one_entry() {
	let mut world = World::patent();
	world.granted(licence(Exclusive));
	let longer = UseGrant { replaces: Some(1), ..licence(Sole) };
	assert_eq!(tried(&mut world, grant(longer)), Ok(2));
	assert_eq!(world.body().right(1), None);
	assert!(world.is_live(2, START));
}

#[test]
fn t4_replacing_should_be_refused_when_the_right_is_another_holders_or_not_open() {
	let mut world = World::patent();
	world.granted(licence(Exclusive));
	let others = UseGrant { replaces: Some(1), ..rival(Exclusive) };
	let refused = world.act(grant(others)).willing().refused();
	assert_eq!(refused, (Rule::T4, Reason::ReplacesAnothers, Some(1)));
	let none = UseGrant { replaces: Some(5), ..licence(Exclusive) };
	let refused = world.act(grant(none)).willing().refused();
	assert_eq!(refused, (Rule::T4, Reason::ReplacesUnknown, Some(5)));
}

#[test]
fn t4_right_should_not_replace_the_one_it_stands_on() {
	let mut world = World::patent();
	world.granted(licence(Exclusive));
	let own = UseGrant { grantor: member(LICENSEE), holders: whole(RIVAL), ..licence(Exclusive) };
	let below = UseGrant { basis: UseBasis::Sublicence(1), ..own };
	let below = world.granted(below);
	let lower = UseGrant {
		grantor: member(RIVAL),
		holders: whole(RIVAL),
		basis: UseBasis::Sublicence(below),
		replaces: Some(below),
		..licence(Ordinary)
	};
	let refused = world.act(grant(lower)).willing().refused();
	assert_eq!(refused.1, Reason::GrantorIsHolder);
	let subject = subject_to(UseGrant { replaces: Some(1), ..licence(Exclusive) }, &[1]);
	let refused = world.act(grant(subject)).willing().refused();
	assert_eq!(refused, (Rule::T4, Reason::ReplacesUnknown, Some(1)));
}
