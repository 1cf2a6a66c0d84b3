use crate::{mock::*, Error, Versions};
use frame_support::{assert_noop, assert_ok};
use quanqi_types::{RuleId, StatuteValue};
use sp_runtime::DispatchError::BadOrigin;

fn batch(second_from: u64) -> crate::pallet::Batch<Test> {
	vec![
		(RuleId::PublicNoticePeriod, days(5, 20)),
		(RuleId::FacilitationFee, version(5, StatuteValue::Ppm(60_000))),
		(RuleId::PublicNoticePeriod, days(second_from, 25)),
	]
	.try_into()
	.unwrap()
}

#[test]
fn set_many_should_set_all_when_each_is_lawful() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Statutes::set_many(RuntimeOrigin::root(), batch(6)));
		assert_eq!(Versions::<Test>::get(RuleId::PublicNoticePeriod).len(), 2);
		assert_eq!(Versions::<Test>::get(RuleId::FacilitationFee).len(), 1);
		assert_eq!(System::events().len(), 3);
	});
}

#[test]
fn set_many_should_set_none_when_one_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Statutes::set_many(RuntimeOrigin::root(), batch(5)), Error::<Test>::NotLater);
	});
}

#[test]
fn set_many_should_refuse_when_the_origin_is_not_the_council() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Statutes::set_many(RuntimeOrigin::signed(1), batch(6)), BadOrigin);
	});
}
