use super::{pledge::pledge_share, *};
use crate::mock::text;

fn pledged() {
	let request = pledge_share();
	agree(BANK, ConsentRole::Recipient);
	assert_ok!(Rights::attest_pledge(key(OFFICE), request, text("P-1"), start()));
	System::reset_events();
}

#[test]
fn release_pledge_should_happen_at_once_when_the_pledgee_lets_go() {
	Ledger::new().build_and_execute(|| {
		pledged();
		assert_ok!(Rights::release_pledge(key(BANK), PATENT, 1, None, None));
		assert!(title().pledges.is_empty());
		assert!(events().contains(&Event::PledgeReleased { achievement: PATENT, pledge: 1 }));
	});
}

#[test]
fn release_pledge_should_ask_the_pledgee_when_the_pledgor_wants_it() {
	Ledger::new().build_and_execute(|| {
		pledged();
		assert_ok!(Rights::release_pledge(key(UNIVERSITY), PATENT, 1, None, None));
		assert_eq!(missing(), [(BANK, ConsentRole::Pledgee)]);
		assert_eq!(title().pledges.len(), 1);
	});
}

#[test]
fn release_pledge_should_fail_when_there_is_no_such_pledge() {
	Ledger::new().build_and_execute(|| {
		assert_noop!(
			Rights::release_pledge(key(BANK), PATENT, 1, None, None),
			refused!(T9, NoSuchPledge, 1)
		);
	});
}

/// T9: a pledge bars a transfer without the pledgee.
#[test]
fn release_pledge_should_open_the_way_for_a_transfer_of_what_was_pledged() {
	Ledger::new().build_and_execute(|| {
		pledged();
		let to = member(BUYER);
		assert_ok!(Rights::agree_transfer(key(UNIVERSITY), PATENT, to, WHOLE_PPM, None));
		assert!(missing().contains(&(BANK, ConsentRole::Pledgee)));
		assert_ok!(Rights::release_pledge(key(BANK), PATENT, 1, None, None));
		assert_eq!(missing(), [(BUYER, ConsentRole::Recipient)]);
	});
}
