use super::*;
use quanqi_title::HoldTarget;
use quanqi_types::{AchievementKind, Commitment};

/// The university's share, to the bank.
pub(super) fn pledge_share() -> crate::RequestId {
	let target = HoldTarget::Share(member(UNIVERSITY));
	let (bank, secured) = (member(BANK), Commitment([1; 32]));
	let pledgor = key(UNIVERSITY);
	assert_ok!(Rights::pledge(pledgor, PATENT, bank, target, half(), secured, None, None));
	last_request()
}

/// T9: it starts with the office's registration, not with the agreement.
#[test]
fn pledge_should_wait_for_the_office_when_everyone_agreed() {
	Ledger::new().build_and_execute(|| {
		let request = pledge_share();
		assert_eq!(missing(), [(BANK, ConsentRole::Recipient)]);
		System::reset_events();
		agree(BANK, ConsentRole::Recipient);
		assert_eq!(Requests::<Test>::get(request).unwrap().state, RequestState::AwaitingOffice);
		assert!(title().pledges.is_empty());
		assert!(events().contains(&Event::RequestAgreed { request, achievement: PATENT }));
	});
}

#[test]
fn pledge_should_start_when_the_pledgee_agrees_and_no_office_registers_it() {
	Ledger::new().kind(AchievementKind::Software).build_and_execute(|| {
		let request = pledge_share();
		agree(BANK, ConsentRole::Recipient);
		assert_eq!(title().pledges.len(), 1);
		assert!(Requests::<Test>::get(request).is_none());
	});
}

#[test]
fn pledge_should_fail_when_more_is_pledged_than_there_is() {
	Ledger::new().owned_by(&[(UNIVERSITY, 1), (INSTITUTE, 999_999)]).build_and_execute(|| {
		let target = HoldTarget::Share(member(UNIVERSITY));
		let secured = Commitment([1; 32]);
		let pledgor = key(UNIVERSITY);
		assert_noop!(
			Rights::pledge(pledgor, PATENT, member(BANK), target, 2, secured, None, None),
			refused!(T9, PledgeTooLarge, UNIVERSITY)
		);
	});
}
