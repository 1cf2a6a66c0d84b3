use super::{set_agreement::agreement, *};
use quanqi_types::{ConsentRule, PreEmption};

/// A transfer to the buyer that only the completer's pre-emption stands against.
fn waits_for_the_completer() -> crate::RequestId {
	assert_ok!(Rights::agree_transfer(key(UNIVERSITY), PATENT, member(BUYER), half(), None));
	agree(BUYER, ConsentRole::Recipient);
	last_request()
}

fn pre_empted() -> Ledger {
	Ledger::new().pre_empted_by(COMPLETER, PreEmption::Completer)
}

/// T8: silence waives after the governed days, counted from the day after (Civil Code art. 201). The
/// fifteenth is a Sunday here, so Monday is the last day (art. 203).
#[test]
fn poke_should_count_silence_as_a_waiver_when_the_governed_days_are_over() {
	pre_empted().build_and_execute(|| {
		let request = waits_for_the_completer();
		advance_days_without_poll(17);
		System::reset_events();
		assert_ok!(Rights::poke(key(AGENT), request));
		assert_eq!(title().agreed_transfers.len(), 1);
		let (member, role) = (member(COMPLETER), ConsentRole::PreEmption);
		assert!(events().contains(&Event::ConsentDeemed { request, member, role }));
		let entry = crate::History::<Test>::get(PATENT, 1).unwrap();
		assert!(entry.body().consents.iter().any(|consent| consent.deemed));
	});
}

#[test]
fn poke_should_fail_when_the_governed_days_are_not_over() {
	pre_empted().build_and_execute(|| {
		let request = waits_for_the_completer();
		advance_days_without_poll(16);
		assert_noop!(Rights::poke(key(AGENT), request), Error::<Test>::NothingDue);
	});
}

/// T8: a co-owner's silence counts only where the co-owners agreed so.
#[test]
fn poke_should_count_a_co_owner_when_the_agreement_says_so() {
	let owners = &[(UNIVERSITY, half()), (INSTITUTE, half())];
	Ledger::new().owned_by(owners).build_and_execute(|| {
		let new = agreement(ConsentRule::All, Some(10));
		assert_ok!(Rights::set_agreement(key(UNIVERSITY), PATENT, new, None));
		everyone_agrees();
		let terms = Box::new(licence(UseForm::Exclusive));
		let obstacles = crate::Obstacles::Refuse;
		assert_ok!(Rights::grant_use(key(UNIVERSITY), PATENT, terms, obstacles, None));
		agree(ENTERPRISE, ConsentRole::Recipient);
		advance_days_without_poll(11);
		assert_ok!(Rights::poke(key(AGENT), last_request()));
		assert_eq!(title().rights.len(), 1);
	});
}

#[test]
fn poke_should_fail_when_a_co_owner_is_silent_and_nothing_was_agreed() {
	let owners = &[(UNIVERSITY, half()), (INSTITUTE, half())];
	Ledger::new().owned_by(owners).build_and_execute(|| {
		assert_ok!(Rights::agree_transfer(key(UNIVERSITY), PATENT, member(BUYER), 1, None));
		advance_days_without_poll(40);
		assert_noop!(Rights::poke(key(AGENT), last_request()), Error::<Test>::NothingDue);
	});
}

/// The acceptance of who receives is never deemed.
#[test]
fn poke_should_keep_waiting_for_the_recipient_when_silence_is_counted() {
	pre_empted().build_and_execute(|| {
		assert_ok!(Rights::agree_transfer(key(UNIVERSITY), PATENT, member(BUYER), half(), None));
		advance_days_without_poll(17);
		assert_ok!(Rights::poke(key(AGENT), last_request()));
		assert_eq!(missing(), [(BUYER, ConsentRole::Recipient)]);
	});
}

/// Who said no is not silent.
#[test]
fn poke_should_not_count_who_refused() {
	pre_empted().build_and_execute(|| {
		let request = waits_for_the_completer();
		let role = ConsentRole::PreEmption;
		assert_ok!(Rights::refuse(key(COMPLETER), request, role, Behalf::Own));
		assert!(Requests::<Test>::get(request).is_none());
		assert!(title().agreed_transfers.is_empty());
	});
}

#[test]
fn poke_should_close_the_request_when_it_lapsed() {
	Ledger::new().build_and_execute(|| {
		assert_ok!(Rights::agree_transfer(key(UNIVERSITY), PATENT, member(BUYER), 1, None));
		let request = last_request();
		advance_days_without_poll(61);
		assert_ok!(Rights::poke(key(AGENT), request));
		let outcome = RequestOutcome::Lapsed;
		let closed = Event::RequestClosed { request, achievement: PATENT, outcome };
		assert!(events().contains(&closed));
	});
}

#[test]
fn poke_should_fail_and_keep_the_request_when_the_law_refuses_by_then() {
	pre_empted().build_and_execute(|| {
		let request = waits_for_the_completer();
		let target = quanqi_title::HoldTarget::Whole;
		assert_ok!(Rights::hold(key(COURT), PATENT, target, None, document("H-1")));
		advance_days_without_poll(17);
		assert_noop!(Rights::poke(key(AGENT), request), refused!(T10, HoldInTheWay, 1));
		assert!(Requests::<Test>::get(request).is_some());
	});
}

/// Who comes into the title later has the whole time, from when it is asked.
#[test]
fn poke_should_start_the_clock_of_an_owner_that_came_later() {
	let ledger = Ledger::new()
		.kind(quanqi_types::AchievementKind::Software)
		.owned_by(&[(UNIVERSITY, half()), (INSTITUTE, half())]);
	ledger.build_and_execute(|| {
		let new = agreement(ConsentRule::All, Some(10));
		assert_ok!(Rights::set_agreement(key(UNIVERSITY), PATENT, new, None));
		everyone_agrees();
		let terms = Box::new(licence(UseForm::Exclusive));
		let obstacles = crate::Obstacles::Refuse;
		assert_ok!(Rights::grant_use(key(UNIVERSITY), PATENT, terms, obstacles, None));
		let request = last_request();
		agree(ENTERPRISE, ConsentRole::Recipient);
		assert_ok!(Rights::transfer_now(key(INSTITUTE), PATENT, None, member(BANK), half(), None));
		everyone_agrees();
		advance_days_without_poll(5);
		assert_ok!(Rights::poke(key(AGENT), request));
		let silence = Requests::<Test>::get(request).unwrap().silence;
		let of = |who| silence.iter().find(|noted| noted.member == member(who)).unwrap();
		assert!(of(BANK).deemed_from > of(INSTITUTE).deemed_from);
		assert!(title().rights.is_empty());
	});
}
