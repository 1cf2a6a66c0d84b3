use super::*;
use quanqi_title::HoldTarget;
use quanqi_traits::{testing::FakeMembers, MemberStatus};
use quanqi_types::MandateId;

const ROLE: ConsentRole = ConsentRole::Recipient;

/// The university wants to license to the enterprise.
fn asked() -> crate::RequestId {
	let terms = Box::new(licence(UseForm::Ordinary));
	assert_ok!(Rights::grant_use(key(UNIVERSITY), PATENT, terms, crate::Obstacles::Refuse, None));
	last_request()
}

#[test]
fn consent_should_take_the_step_when_it_is_the_last_one() {
	Ledger::new().build_and_execute(|| {
		let request = asked();
		System::reset_events();
		assert_ok!(Rights::consent(key(ENTERPRISE), request, ROLE, Behalf::Own));
		assert_eq!(title().rights.len(), 1);
		assert!(Requests::<Test>::get(request).is_none());
		assert!(RequestsOf::<Test>::get(PATENT).is_empty());
		let events = events();
		let member = member(ENTERPRISE);
		assert!(events.contains(&Event::ConsentGiven { request, member, role: ROLE, by: None }));
		let outcome = RequestOutcome::Taken(1);
		assert!(events.contains(&Event::RequestClosed { request, achievement: PATENT, outcome }));
	});
}

#[test]
fn consent_should_stand_in_the_entry_when_the_step_is_taken() {
	Ledger::new().build_and_execute(|| {
		let request = asked();
		assert_ok!(Rights::consent(key(ENTERPRISE), request, ROLE, Behalf::Own));
		let entry = crate::History::<Test>::get(PATENT, 1).unwrap();
		let consent = entry.body().consents[0];
		assert_eq!(
			(consent.member, consent.role, consent.deemed),
			(member(ENTERPRISE), ROLE, false)
		);
	});
}

#[test]
fn consent_should_keep_the_request_when_another_is_missing() {
	let ledger = Ledger::new().owned_by(&[(UNIVERSITY, half()), (INSTITUTE, half())]);
	ledger.build_and_execute(|| {
		let to = member(BUYER);
		assert_ok!(Rights::agree_transfer(key(UNIVERSITY), PATENT, to, 1, None));
		agree(BUYER, ROLE);
		assert_eq!(missing(), [(INSTITUTE, ConsentRole::CoOwner)]);
		assert!(title().agreed_transfers.is_empty());
	});
}

#[test]
fn consent_should_fail_when_the_member_was_not_asked() {
	Ledger::new().build_and_execute(|| {
		let request = asked();
		assert_noop!(
			Rights::consent(key(BANK), request, ROLE, Behalf::Own),
			Error::<Test>::NotAsked
		);
	});
}

/// A capacity is asked for by itself: a consent in another one is none.
#[test]
fn consent_should_fail_when_the_member_was_asked_in_another_capacity() {
	Ledger::new().build_and_execute(|| {
		let request = asked();
		assert_noop!(
			Rights::consent(key(ENTERPRISE), request, ConsentRole::CoOwner, Behalf::Own),
			Error::<Test>::NotAsked
		);
	});
}

#[test]
fn consent_should_fail_when_given_twice() {
	let ledger = Ledger::new().owned_by(&[(UNIVERSITY, half()), (INSTITUTE, half())]);
	ledger.build_and_execute(|| {
		assert_ok!(Rights::agree_transfer(key(UNIVERSITY), PATENT, member(BUYER), 1, None));
		agree(BUYER, ROLE);
		assert_noop!(
			Rights::consent(key(BUYER), last_request(), ROLE, Behalf::Own),
			Error::<Test>::AlreadyConsented
		);
	});
}

#[test]
fn consent_should_fail_when_there_is_no_such_request() {
	Ledger::new().build_and_execute(|| {
		assert_noop!(
			Rights::consent(key(BUYER), 0, ROLE, Behalf::Own),
			Error::<Test>::UnknownRequest
		);
	});
}

#[test]
fn consent_should_fail_when_the_request_waits_for_the_office() {
	Ledger::new().build_and_execute(|| {
		let request = pledge::pledge_share();
		agree(BANK, ROLE);
		assert_noop!(
			Rights::consent(key(BANK), request, ROLE, Behalf::Own),
			Error::<Test>::NotOpen
		);
	});
}

/// The law is asked again: the request stays, and the error says why.
#[test]
fn consent_should_fail_and_keep_the_request_when_the_title_was_held_meanwhile() {
	Ledger::new().build_and_execute(|| {
		let request = asked();
		let until = Some(in_days(5));
		assert_ok!(Rights::hold(key(COURT), PATENT, HoldTarget::Whole, until, document("H-1")));
		assert_noop!(
			Rights::consent(key(ENTERPRISE), request, ROLE, Behalf::Own),
			refused!(T10, HoldInTheWay, 1)
		);
		advance_days(6);
		assert_ok!(Rights::consent(key(ENTERPRISE), request, ROLE, Behalf::Own));
		assert_eq!(title().rights.len(), 1);
	});
}

#[test]
fn consent_should_name_the_agent_when_given_under_a_mandate() {
	Ledger::new().build_and_execute(|| {
		let request = asked();
		FakeMembers::mandate(1, ENTERPRISE, AGENT);
		let behalf = Behalf::Mandate(MandateId(1));
		assert_ok!(Rights::consent(key(AGENT), request, ROLE, behalf));
		let entry = crate::History::<Test>::get(PATENT, 1).unwrap();
		let consent = entry.body().consents[0];
		assert_eq!(consent.member, member(ENTERPRISE));
		assert_eq!(consent.mandate.unwrap().agent, member(AGENT));
	});
}

/// Civil Code art. 168: who asks does not answer for the one asked.
#[test]
fn consent_should_fail_when_the_agent_is_who_asked() {
	Ledger::new().build_and_execute(|| {
		let request = asked();
		FakeMembers::mandate(1, ENTERPRISE, UNIVERSITY);
		let behalf = Behalf::Mandate(MandateId(1));
		assert_noop!(
			Rights::consent(key(UNIVERSITY), request, ROLE, behalf),
			sp_runtime::DispatchError::Other("the agent is a party")
		);
	});
}

#[test]
fn consent_should_count_when_the_administrator_of_a_suspended_member_gives_it() {
	Ledger::new().build_and_execute(|| {
		let request = asked();
		FakeMembers::set_status(ENTERPRISE, MemberStatus::Suspended);
		FakeMembers::appoint_administrator(AGENT, ENTERPRISE);
		let behalf = Behalf::Administered(member(ENTERPRISE));
		System::reset_events();
		assert_ok!(Rights::consent(key(AGENT), request, ROLE, behalf));
		assert_eq!(title().rights.len(), 1);
		let by = Some(member(AGENT));
		let member = member(ENTERPRISE);
		assert!(events().contains(&Event::ConsentGiven { request, member, role: ROLE, by }));
	});
}

#[test]
fn consent_should_fail_when_the_administered_member_is_active() {
	Ledger::new().build_and_execute(|| {
		let request = asked();
		FakeMembers::appoint_administrator(AGENT, ENTERPRISE);
		let behalf = Behalf::Administered(member(ENTERPRISE));
		assert_noop!(
			Rights::consent(key(AGENT), request, ROLE, behalf),
			Error::<Test>::NotSuspended
		);
	});
}

#[test]
fn consent_should_fail_when_nobody_appointed_the_administrator() {
	Ledger::new().build_and_execute(|| {
		let request = asked();
		FakeMembers::set_status(ENTERPRISE, MemberStatus::Suspended);
		let behalf = Behalf::Administered(member(ENTERPRISE));
		assert_noop!(
			Rights::consent(key(AGENT), request, ROLE, behalf),
			Error::<Test>::NotAdministrator
		);
	});
}

#[test]
fn consent_should_fail_when_the_administrator_is_a_party() {
	Ledger::new().build_and_execute(|| {
		let request = asked();
		FakeMembers::set_status(ENTERPRISE, MemberStatus::Suspended);
		FakeMembers::appoint_administrator(UNIVERSITY, ENTERPRISE);
		let behalf = Behalf::Administered(member(ENTERPRISE));
		assert_noop!(
			Rights::consent(key(UNIVERSITY), request, ROLE, behalf),
			Error::<Test>::AdministratorIsParty
		);
	});
}

/// A suspended member signs nothing itself.
#[test]
fn consent_should_fail_when_the_member_is_suspended() {
	Ledger::new().build_and_execute(|| {
		let request = asked();
		FakeMembers::set_status(ENTERPRISE, MemberStatus::Suspended);
		assert_noop!(
			Rights::consent(key(ENTERPRISE), request, ROLE, Behalf::Own),
			sp_runtime::DispatchError::Other("member not active")
		);
	});
}

/// One of a team may represent the others: fellow holders stand on one side.
#[test]
fn consent_should_count_when_a_fellow_holder_represents_the_team() {
	Ledger::new().build_and_execute(|| {
		let mut terms = licence(UseForm::Ordinary);
		terms.holders = shares(&[(COMPLETER, half()), (AGENT, half())]);
		let obstacles = crate::Obstacles::Refuse;
		assert_ok!(Rights::grant_use(key(UNIVERSITY), PATENT, Box::new(terms), obstacles, None));
		FakeMembers::mandate(1, COMPLETER, AGENT);
		let request = last_request();
		assert_ok!(Rights::consent(key(AGENT), request, ROLE, Behalf::Own));
		let behalf = Behalf::Mandate(MandateId(1));
		assert_ok!(Rights::consent(key(AGENT), request, ROLE, behalf));
		assert_eq!(title().rights.len(), 1);
	});
}

/// What holds everybody up is only asked of those it concerns: the law says who is missing now.
#[test]
fn consent_should_fail_when_the_owner_sold_its_share_meanwhile() {
	let ledger = Ledger::new()
		.kind(quanqi_types::AchievementKind::Software)
		.owned_by(&[(UNIVERSITY, half()), (INSTITUTE, half())]);
	ledger.build_and_execute(|| {
		let to = member(BUYER);
		assert_ok!(Rights::agree_transfer(key(UNIVERSITY), PATENT, to, 1, None));
		let request = last_request();
		assert_ok!(Rights::transfer_now(key(INSTITUTE), PATENT, None, member(BANK), half(), None));
		everyone_agrees();
		assert_noop!(
			Rights::consent(key(INSTITUTE), request, ConsentRole::CoOwner, Behalf::Own),
			Error::<Test>::NotAsked
		);
		let asked: Vec<_> = Rights::request_view(request)
			.unwrap()
			.missing
			.iter()
			.map(|missing| missing.member.0)
			.collect();
		assert!(asked.contains(&BANK));
	});
}
