use super::*;
use quanqi_types::{ConsentAct, ConsentRule};

#[test]
fn refuse_should_end_the_request_when_the_step_cannot_do_without() {
	Ledger::new().build_and_execute(|| {
		assert_ok!(Rights::agree_transfer(key(UNIVERSITY), PATENT, member(BUYER), 1, None));
		let request = last_request();
		System::reset_events();
		assert_ok!(Rights::refuse(key(BUYER), request, ConsentRole::Recipient, Behalf::Own));
		assert!(Requests::<Test>::get(request).is_none());
		let outcome = RequestOutcome::Refused(member(BUYER));
		let closed = Event::RequestClosed { request, achievement: PATENT, outcome };
		assert!(events().contains(&closed));
	});
}

fn three_owners() -> Ledger {
	Ledger::new()
		.owned_by(&[(UNIVERSITY, 400_000), (INSTITUTE, 300_000), (BANK, 300_000)])
		.consent_rule(ConsentAct::Transfer, ConsentRule::Threshold(700_000))
}

#[test]
fn refuse_should_keep_the_request_when_the_others_are_enough() {
	three_owners().build_and_execute(|| {
		assert_ok!(Rights::agree_transfer(key(UNIVERSITY), PATENT, member(BUYER), 1, None));
		let request = last_request();
		assert_ok!(Rights::refuse(key(INSTITUTE), request, ConsentRole::CoOwner, Behalf::Own));
		agree(BANK, ConsentRole::CoOwner);
		agree(BUYER, ConsentRole::Recipient);
		assert_eq!(title().agreed_transfers.len(), 1);
	});
}

#[test]
fn refuse_should_end_the_request_when_the_others_are_no_longer_enough() {
	three_owners().build_and_execute(|| {
		assert_ok!(Rights::agree_transfer(key(UNIVERSITY), PATENT, member(BUYER), 1, None));
		let request = last_request();
		assert_ok!(Rights::refuse(key(INSTITUTE), request, ConsentRole::CoOwner, Behalf::Own));
		assert_ok!(Rights::refuse(key(BANK), request, ConsentRole::CoOwner, Behalf::Own));
		assert!(Requests::<Test>::get(request).is_none());
	});
}

#[test]
fn refuse_should_be_taken_back_when_the_member_agrees_after_all() {
	three_owners().build_and_execute(|| {
		assert_ok!(Rights::agree_transfer(key(UNIVERSITY), PATENT, member(BUYER), 1, None));
		let request = last_request();
		assert_ok!(Rights::refuse(key(INSTITUTE), request, ConsentRole::CoOwner, Behalf::Own));
		agree(INSTITUTE, ConsentRole::CoOwner);
		agree(BUYER, ConsentRole::Recipient);
		assert_eq!(title().agreed_transfers.len(), 1);
	});
}

#[test]
fn refuse_should_fail_when_the_member_was_not_asked() {
	Ledger::new().build_and_execute(|| {
		assert_ok!(Rights::agree_transfer(key(UNIVERSITY), PATENT, member(BUYER), 1, None));
		assert_noop!(
			Rights::refuse(key(BANK), last_request(), ConsentRole::CoOwner, Behalf::Own),
			Error::<Test>::NotAsked
		);
	});
}
