use super::*;
use quanqi_types::PreEmption;

/// T8: a pre-emption that is waived is out of the way.
#[test]
fn waive_should_take_the_step_when_it_was_all_that_was_missing() {
	Ledger::new().pre_empted_by(COMPLETER, PreEmption::Completer).build_and_execute(|| {
		assert_ok!(Rights::agree_transfer(key(UNIVERSITY), PATENT, member(BUYER), half(), None));
		agree(BUYER, ConsentRole::Recipient);
		assert_ok!(Rights::waive(key(COMPLETER), last_request(), Behalf::Own));
		assert_eq!(title().agreed_transfers.len(), 1);
	});
}

#[test]
fn waive_should_fail_when_the_member_has_no_pre_emption() {
	Ledger::new().build_and_execute(|| {
		assert_ok!(Rights::agree_transfer(key(UNIVERSITY), PATENT, member(BUYER), half(), None));
		assert_noop!(
			Rights::waive(key(COMPLETER), last_request(), Behalf::Own),
			Error::<Test>::NotAsked
		);
	});
}
