use super::*;
use crate::{CouncilThreshold, EnactThreshold, EnsureCouncil};
use frame_support::traits::EnsureOrigin;
use quanqi_traits::testing::FakeStatutes;
use quanqi_types::{Moment, RuleId, StatuteValue};

fn agrees(approvals: u32, seats: u32) -> bool {
	EnsureCouncil::<Test, CouncilThreshold>::try_origin(motion(approvals, seats)).is_ok()
}

#[test]
fn the_council_should_need_the_governed_part_of_all_seats() {
	ExtBuilder::default().build_and_execute(|| {
		assert!(!agrees(2, 4));
		assert!(agrees(3, 4));
		assert!(agrees(4, 4));
		let enacts = |approvals| {
			EnsureCouncil::<Test, EnactThreshold>::try_origin(motion(approvals, 8)).is_ok()
		};
		assert!(!enacts(5));
		assert!(enacts(6));
	});
}

#[test]
fn the_council_should_need_all_seats_when_no_statute_says() {
	ExtBuilder::default().build_and_execute(|| {
		FakeStatutes::clear();
		assert!(!agrees(3, 4));
		assert!(agrees(4, 4));
		FakeStatutes::set(RuleId::CouncilThreshold, Moment(0), StatuteValue::Number(1));
		assert!(!agrees(3, 4));
	});
}

#[test]
fn the_threshold_should_be_that_of_the_day() {
	ExtBuilder::default().build_and_execute(|| {
		let later = Moment(START + ONE_DAY);
		FakeStatutes::set(RuleId::CouncilThreshold, later, StatuteValue::Ppm(1_000_000));
		assert!(agrees(3, 4));
		Clock::set(later.0);
		assert!(!agrees(3, 4));
	});
}

#[test]
fn nobody_should_be_the_council_without_votes() {
	ExtBuilder::default().build_and_execute(|| {
		FakeStatutes::set(RuleId::CouncilThreshold, Moment(0), StatuteValue::Ppm(0));
		assert!(!agrees(0, 4));
		assert!(!agrees(0, 0));
		for origin in [key_of(1), RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert!(EnsureCouncil::<Test, CouncilThreshold>::try_origin(origin).is_err());
		}
		let single: RuntimeOrigin = pallet_collective::RawOrigin::Member(account(1)).into();
		assert!(EnsureCouncil::<Test, CouncilThreshold>::try_origin(single).is_err());
	});
}
