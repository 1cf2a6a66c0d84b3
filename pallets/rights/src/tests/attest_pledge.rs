use super::{pledge::pledge_share, *};
use crate::mock::text;

#[test]
fn attest_pledge_should_start_the_pledge_when_everyone_agreed() {
	Ledger::new().build_and_execute(|| {
		let request = pledge_share();
		agree(BANK, ConsentRole::Recipient);
		System::reset_events();
		assert_ok!(Rights::attest_pledge(key(OFFICE), request, text("P-1"), start()));
		assert_eq!(title().pledges[0].pledgee, member(BANK));
		let events = events();
		assert!(events.contains(&Event::PledgeMade {
			achievement: PATENT,
			pledge: 1,
			pledgor: member(UNIVERSITY),
			pledgee: member(BANK),
		}));
		let outcome = RequestOutcome::Taken(1);
		assert!(events.contains(&Event::RequestClosed { request, achievement: PATENT, outcome }));
	});
}

#[test]
fn attest_pledge_should_fail_when_the_pledgee_has_not_agreed() {
	Ledger::new().build_and_execute(|| {
		let request = pledge_share();
		assert_noop!(
			Rights::attest_pledge(key(OFFICE), request, text("P-1"), start()),
			Error::<Test>::NotAwaitingOffice
		);
	});
}

#[test]
fn attest_pledge_should_fail_when_the_caller_may_not_attest() {
	Ledger::new().build_and_execute(|| {
		let request = pledge_share();
		agree(BANK, ConsentRole::Recipient);
		assert_noop!(
			Rights::attest_pledge(key(BANK), request, text("P-1"), start()),
			sp_runtime::DispatchError::Other("not capable")
		);
	});
}

/// The law is asked again when the office acts.
#[test]
fn attest_pledge_should_fail_when_the_share_was_held_meanwhile() {
	Ledger::new().build_and_execute(|| {
		let request = pledge_share();
		agree(BANK, ConsentRole::Recipient);
		let target = quanqi_title::HoldTarget::Whole;
		assert_ok!(Rights::hold(key(COURT), PATENT, target, None, document("H-1")));
		assert_noop!(
			Rights::attest_pledge(key(OFFICE), request, text("P-1"), start()),
			refused!(T10, HoldInTheWay, 1)
		);
	});
}
