use super::*;
use quanqi_title::HoldTarget;

#[test]
fn renew_hold_should_replace_the_end_when_the_same_authority_renews() {
	Ledger::new().build_and_execute(|| {
		let first = Some(in_days(30));
		assert_ok!(Rights::hold(key(COURT), PATENT, HoldTarget::Whole, first, document("H-1")));
		let later = Some(in_days(60));
		assert_ok!(Rights::renew_hold(key(COURT), PATENT, 1, later, document("H-2")));
		assert_eq!(title().holds.len(), 1);
		assert_eq!(title().holds[0].until, later);
	});
}

#[test]
fn renew_hold_should_fail_when_there_is_no_such_hold() {
	Ledger::new().build_and_execute(|| {
		assert_noop!(
			Rights::renew_hold(key(COURT), PATENT, 1, None, document("H-2")),
			Error::<Test>::NotAgreed
		);
	});
}

/// T10: an authority renews its own holds only.
#[test]
fn renew_hold_should_fail_when_another_authority_placed_it() {
	Ledger::new().build_and_execute(|| {
		assert_ok!(Rights::hold(key(RELAY), PATENT, HoldTarget::Whole, None, document("H-1")));
		assert_noop!(
			Rights::renew_hold(key(COURT), PATENT, 1, None, document("H-2")),
			refused!(T10, RenewsAnother, 1)
		);
	});
}
