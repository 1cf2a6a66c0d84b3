use crate::{mock::*, TestNetwork, Versions};
use frame_support::{traits::Hooks, BoundedVec};
use proptest::prelude::*;
use quanqi_types::{Moment, RuleId, StatuteValue, StatuteVersion, Term, TermUnit};
use sp_runtime::TryRuntimeError;

const RULE: RuleId = RuleId::PublicNoticePeriod;

fn store(versions: Vec<StatuteVersion>) {
	Versions::<Test>::insert(RULE, BoundedVec::try_from(versions).unwrap());
}

fn broken(number: &str) -> bool {
	matches!(Statutes::do_try_state(), Err(TryRuntimeError::Other(why)) if why.starts_with(number))
}

#[test]
fn integrity_test_should_pass_when_the_limits_are_sound() {
	<Statutes as Hooks<u64>>::integrity_test();
}

#[test]
fn try_state_should_name_i1_when_a_rule_has_no_version() {
	ExtBuilder::default().build().execute_with(|| {
		store(vec![]);
		assert!(broken("I1"));
	});
}

#[test]
fn try_state_should_name_i2_when_versions_do_not_ascend() {
	ExtBuilder::default().build().execute_with(|| {
		store(vec![days(5, 1), days(5, 2)]);
		assert!(broken("I2"));
	});
}

#[test]
fn try_state_should_name_i3_when_a_value_is_of_another_rule() {
	ExtBuilder::default().build().execute_with(|| {
		store(vec![version(5, StatuteValue::Flag(true))]);
		assert!(broken("I3"));
	});
}

#[test]
fn try_state_should_name_i3_when_minutes_outlive_the_test_network() {
	ExtBuilder::default().test_network().build().execute_with(|| {
		let minute = Term { number: 1, unit: TermUnit::Minute };
		store(vec![version(5, StatuteValue::Term(minute))]);
		Statutes::do_try_state().unwrap();
		TestNetwork::<Test>::kill();
		assert!(broken("I3"));
	});
}

proptest! {
	/// Whatever is tried in whatever order, what was law on a past date stays law on that date
	/// unless a version beginning at or before that date was appended.
	#[test]
	fn versions_should_ascend_after_any_sequence(
		steps in proptest::collection::vec((0u64..50, 0u32..40), 0..40),
	) {
		ExtBuilder::default().build_and_execute(|| {
			for (from, number) in steps {
				let before = Statutes::version_on(RULE, Moment(25));
				let done = Statutes::set(RuntimeOrigin::root(), RULE, days(from, number)).is_ok();
				let after = Statutes::version_on(RULE, Moment(25));
				if !done || from > 25 {
					assert_eq!(before, after);
				} else {
					assert_eq!(after, Some(days(from, number)));
				}
				Statutes::do_try_state().unwrap();
			}
		});
	}
}
