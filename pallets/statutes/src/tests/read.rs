use crate::mock::*;
use quanqi_traits::Statutes as _;
use quanqi_types::{Date, Moment, RuleId, StatuteValue, Term, TermUnit, WorkingCalendar};

const RULE: RuleId = RuleId::PublicNoticePeriod;

#[test]
fn version_on_should_be_the_law_of_the_date() {
	ExtBuilder::default().with(RULE, days(10, 15)).with(RULE, days(20, 7)).build_and_execute(
		|| {
			assert_eq!(Statutes::version_on(RULE, Moment(9)), None);
			assert_eq!(Statutes::version_on(RULE, Moment(10)), Some(days(10, 15)));
			assert_eq!(Statutes::version_on(RULE, Moment(19)), Some(days(10, 15)));
			assert_eq!(Statutes::version_on(RULE, Moment(20)), Some(days(20, 7)));
		},
	);
}

#[test]
fn term_on_should_be_the_period_of_the_date() {
	ExtBuilder::default().with(RULE, days(10, 15)).build_and_execute(|| {
		let expected = Term { number: 15, unit: TermUnit::Day };
		assert_eq!(Statutes::term_on(RULE, Moment(10)), Some(expected));
	});
}

#[test]
fn rules_should_be_in_order_when_several_are_set() {
	ExtBuilder::default()
		.with(RuleId::TrialMaximum, days(0, 1))
		.with(RULE, days(0, 1))
		.build_and_execute(|| {
			assert_eq!(Statutes::rules(), vec![RULE, RuleId::TrialMaximum]);
		});
}

#[test]
fn calendar_should_be_the_one_known_at_the_present_block() {
	let calendar = |day_off: u8| {
		let off = Date::from_calendar(2026, 5, day_off).unwrap();
		WorkingCalendar::new(2026, [off], []).unwrap()
	};
	let rule = RuleId::WorkingDays(2026);
	ExtBuilder::default()
		.with(rule, version(10, StatuteValue::Calendar(calendar(4))))
		.with(rule, version(2_000, StatuteValue::Calendar(calendar(5))))
		.build_and_execute(|| {
			assert_eq!(<Statutes as quanqi_traits::Statutes>::calendar(2026), Some(calendar(4)));
			assert_eq!(<Statutes as quanqi_traits::Statutes>::calendar(2027), None);
			Now::set(2_000);
			assert_eq!(<Statutes as quanqi_traits::Statutes>::calendar(2026), Some(calendar(5)));
		});
}
