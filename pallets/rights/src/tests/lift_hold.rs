use super::*;
use quanqi_title::HoldTarget;

#[test]
fn lift_hold_should_free_the_title_when_the_authority_lifts_it() {
	Ledger::new().build_and_execute(|| {
		assert_ok!(Rights::hold(key(COURT), PATENT, HoldTarget::Whole, None, document("H-1")));
		assert_ok!(Rights::lift_hold(key(COURT), PATENT, 1, document("H-2")));
		assert!(title().holds.is_empty());
		assert!(events().contains(&Event::HoldLifted { achievement: PATENT, hold: 1 }));
		assert_ok!(Rights::agree_transfer(key(UNIVERSITY), PATENT, member(BUYER), 1, None));
	});
}

#[test]
fn lift_hold_should_fail_when_there_is_no_such_hold() {
	Ledger::new().build_and_execute(|| {
		assert_noop!(
			Rights::lift_hold(key(COURT), PATENT, 1, document("H-2")),
			refused!(T10, NoSuchHold, 1)
		);
	});
}

#[test]
fn lift_hold_should_fail_when_the_owner_tries() {
	Ledger::new().build_and_execute(|| {
		assert_ok!(Rights::hold(key(COURT), PATENT, HoldTarget::Whole, None, document("H-1")));
		assert_noop!(
			Rights::lift_hold(key(UNIVERSITY), PATENT, 1, document("H-2")),
			sp_runtime::DispatchError::Other("not capable")
		);
	});
}
