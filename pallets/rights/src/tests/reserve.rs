use super::*;
use crate::Obstacles;
use quanqi_types::Period;

pub(super) fn reserve_for_buyer() {
	let period = Period { from: start(), until: Some(in_days(90)) };
	let (scope, to) = (Box::new(everywhere()), member(BUYER));
	let by = key(UNIVERSITY);
	assert_ok!(Rights::reserve(by, PATENT, to, scope, period, Obstacles::Refuse, None));
}

#[test]
fn reserve_should_keep_others_out_when_made() {
	Ledger::new().build_and_execute(|| {
		reserve_for_buyer();
		assert!(events().contains(&Event::ReservationMade {
			achievement: PATENT,
			reservation: 1,
			beneficiary: member(BUYER),
		}));
		let terms = Box::new(licence(UseForm::Ordinary));
		assert_noop!(
			Rights::grant_use(key(UNIVERSITY), PATENT, terms, Obstacles::Refuse, None),
			refused!(T4, ReservationInTheWay, 1)
		);
	});
}

#[test]
fn reserve_should_fail_when_the_beneficiary_is_nobody() {
	Ledger::new().build_and_execute(|| {
		let period = Period { from: start(), until: Some(in_days(90)) };
		let (scope, to) = (Box::new(everywhere()), member(STRANGER));
		let by = key(UNIVERSITY);
		assert_noop!(
			Rights::reserve(by, PATENT, to, scope, period, Obstacles::Refuse, None),
			Error::<Test>::UnknownMember
		);
	});
}
