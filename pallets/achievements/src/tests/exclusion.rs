use crate::{mock::*, Error, Event};
use frame_support::{assert_noop, assert_ok};
use quanqi_traits::{testing::FakeMembers, Achievements as _};
use quanqi_types::{AchievementId, Capability, ExclusionClass, MemberId};
use sp_runtime::{DispatchError, DispatchResult};

fn exclude(by: u32, achievement: AchievementId) -> DispatchResult {
	let class = ExclusionClass::NationalInterest;
	Achievements::set_exclusion(signed(by), achievement, class, date(2027, 11, 21))
}

#[test]
fn set_exclusion_should_say_class_review_day_and_authority() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(sole(patent("A1")));
		assert_ok!(exclude(REGULATOR, achievement));
		let exclusion = record(achievement).exclusion.unwrap();
		assert_eq!(exclusion.set_by, MemberId(REGULATOR));
		assert_eq!(exclusion.set_at, now());
		let facts = Achievements::facts(achievement).unwrap();
		assert_eq!(facts.exclusion, Some(ExclusionClass::NationalInterest));
		System::assert_last_event(
			Event::ExclusionSet { achievement, old: None, new: exclusion }.into(),
		);
	});
}

#[test]
fn set_exclusion_should_replace_when_one_is_set() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(sole(patent("A1")));
		assert_ok!(exclude(REGULATOR, achievement));
		let old = record(achievement).exclusion;
		let class = ExclusionClass::Defence;
		let review = date(2028, 1, 1);
		assert_ok!(Achievements::set_exclusion(signed(REGULATOR), achievement, class, review));
		let new = record(achievement).exclusion.unwrap();
		assert_eq!(new.class, class);
		System::assert_last_event(Event::ExclusionSet { achievement, old, new }.into());
	});
}

#[test]
fn set_exclusion_should_refuse_when_the_member_may_not_adjudicate() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(sole(patent("A1")));
		assert_noop!(exclude(OFFICE, achievement), DispatchError::Other("not capable"));
	});
}

#[test]
fn set_exclusion_should_refuse_when_the_authority_is_a_party() {
	ExtBuilder.build_and_execute(|| {
		FakeMembers::grant(INSTITUTE, Capability::Adjudicate);
		let achievement = register_shared("A1");
		assert_noop!(exclude(INSTITUTE, achievement), Error::<Test>::AuthorityIsParty);
	});
}

#[test]
fn set_exclusion_should_refuse_when_the_review_day_has_come() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(sole(patent("A1")));
		let class = ExclusionClass::Defence;
		let today = date(2026, 11, 21);
		assert_noop!(
			Achievements::set_exclusion(signed(REGULATOR), achievement, class, today),
			Error::<Test>::ReviewNotAhead
		);
	});
}

#[test]
fn set_exclusion_should_refuse_when_there_is_no_record() {
	ExtBuilder.build_and_execute(|| {
		assert_noop!(exclude(REGULATOR, AchievementId(9)), Error::<Test>::NoSuchAchievement);
	});
}

#[test]
fn lift_exclusion_should_end_it() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(sole(patent("A1")));
		assert_ok!(exclude(REGULATOR, achievement));
		let old = record(achievement).exclusion.unwrap();
		assert_ok!(Achievements::lift_exclusion(signed(REGULATOR), achievement));
		assert_eq!(record(achievement).exclusion, None);
		System::assert_last_event(
			Event::ExclusionLifted { achievement, old, by: MemberId(REGULATOR) }.into(),
		);
	});
}

#[test]
fn lift_exclusion_should_refuse_when_none_is_set_or_a_party_lifts() {
	ExtBuilder.build_and_execute(|| {
		FakeMembers::grant(UNIVERSITY, Capability::Adjudicate);
		let achievement = register(sole(patent("A1")));
		assert_noop!(
			Achievements::lift_exclusion(signed(REGULATOR), achievement),
			Error::<Test>::NotExcluded
		);
		assert_ok!(exclude(REGULATOR, achievement));
		assert_noop!(
			Achievements::lift_exclusion(signed(UNIVERSITY), achievement),
			Error::<Test>::AuthorityIsParty
		);
	});
}
