use crate::{mock::*, rules::HORIZON_MS, Error, Event, Versions};
use frame_support::{assert_noop, assert_ok};
use quanqi_types::{RuleId, StatuteValue, Term, TermUnit, Text};
use sp_runtime::DispatchError::BadOrigin;

const RULE: RuleId = RuleId::PublicNoticePeriod;

fn root() -> RuntimeOrigin {
	RuntimeOrigin::root()
}

#[test]
fn set_should_append_and_tell_old_and_new_when_later() {
	ExtBuilder::default().with(RULE, days(10, 15)).build_and_execute(|| {
		assert_ok!(Statutes::set(root(), RULE, days(20, 7)));
		assert_eq!(Versions::<Test>::get(RULE).to_vec(), vec![days(10, 15), days(20, 7)]);
		System::assert_last_event(
			Event::VersionSet { rule: RULE, old: Some(days(10, 15)), new: days(20, 7) }.into(),
		);
	});
}

#[test]
fn set_should_tell_no_old_version_when_it_is_the_first() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Statutes::set(root(), RULE, days(10, 15)));
		System::assert_last_event(
			Event::VersionSet { rule: RULE, old: None, new: days(10, 15) }.into(),
		);
	});
}

#[test]
fn set_should_refuse_when_the_origin_is_not_the_council() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Statutes::set(RuntimeOrigin::signed(1), RULE, days(10, 15)), BadOrigin);
	});
}

#[test]
fn set_should_refuse_when_not_later_than_the_last() {
	ExtBuilder::default().with(RULE, days(10, 15)).build_and_execute(|| {
		for from in [0, 9, 10] {
			assert_noop!(Statutes::set(root(), RULE, days(from, 7)), Error::<Test>::NotLater);
		}
	});
}

#[test]
fn set_should_refuse_when_the_value_is_of_another_rule() {
	ExtBuilder::default().build_and_execute(|| {
		let part = version(10, StatuteValue::Ppm(5));
		assert_noop!(Statutes::set(root(), RULE, part), Error::<Test>::DoesNotFit);
	});
}

#[test]
fn set_should_refuse_when_nothing_is_cited() {
	ExtBuilder::default().build_and_execute(|| {
		let mut uncited = days(10, 15);
		uncited.citation = Text(Default::default());
		assert_noop!(Statutes::set(root(), RULE, uncited), Error::<Test>::NoCitation);
	});
}

#[test]
fn set_should_refuse_when_the_rule_is_full() {
	ExtBuilder::default().build_and_execute(|| {
		for from in 0..u64::from(MAX_VERSIONS) {
			assert_ok!(Statutes::set(root(), RULE, days(from, 15)));
		}
		assert_noop!(Statutes::set(root(), RULE, days(99, 15)), Error::<Test>::TooManyVersions);
	});
}

fn minutes() -> quanqi_types::StatuteVersion {
	version(10, StatuteValue::Term(Term { number: 1, unit: TermUnit::Minute }))
}

#[test]
fn set_should_refuse_minutes_when_genesis_declared_no_test_network() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(
			Statutes::set(root(), RULE, minutes()),
			Error::<Test>::MinutesOutsideTestNetwork
		);
	});
}

#[test]
fn set_should_take_minutes_when_genesis_declared_a_test_network() {
	ExtBuilder::default().test_network().build_and_execute(|| {
		assert_ok!(Statutes::set(root(), RULE, minutes()));
		assert!(Statutes::is_test_network());
	});
}

#[test]
fn set_should_refuse_when_beyond_the_horizon() {
	ExtBuilder::default().build_and_execute(|| {
		let last = Now::get() + HORIZON_MS;
		assert_noop!(Statutes::set(root(), RULE, days(last + 1, 15)), Error::<Test>::BeyondHorizon);
		assert_ok!(Statutes::set(root(), RULE, days(last, 15)));
	});
}
