use super::*;

#[test]
fn withdraw_should_end_the_request_when_who_asked_wants() {
	Ledger::new().build_and_execute(|| {
		assert_ok!(Rights::agree_transfer(key(UNIVERSITY), PATENT, member(BUYER), 1, None));
		let request = last_request();
		assert_ok!(Rights::withdraw(key(UNIVERSITY), request, None));
		assert!(Requests::<Test>::get(request).is_none());
		let outcome = RequestOutcome::Withdrawn;
		let closed = Event::RequestClosed { request, achievement: PATENT, outcome };
		assert!(events().contains(&closed));
	});
}

#[test]
fn withdraw_should_fail_when_another_tries() {
	Ledger::new().build_and_execute(|| {
		assert_ok!(Rights::agree_transfer(key(UNIVERSITY), PATENT, member(BUYER), 1, None));
		assert_noop!(Rights::withdraw(key(BUYER), last_request(), None), Error::<Test>::NotAsker);
	});
}
