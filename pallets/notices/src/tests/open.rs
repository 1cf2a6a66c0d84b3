use crate::{mock::*, Error, Event};
use frame_support::{assert_noop, assert_ok};
use quanqi_traits::{
	testing::{FakeAchievements, FakeMembers, FakeStatutes},
	MemberStatus, NoticeSubject,
};
use quanqi_types::{AchievementId, LedgerStatus, MemberId, Moment, RuleId, Term, TermUnit};
use sp_runtime::DispatchError;

fn open(by: u32, terms: u8, parties: &[u32], mandate: Option<u64>) -> sp_runtime::DispatchResult {
	let parties = parties.iter().copied().map(MemberId).collect::<Vec<_>>().try_into().unwrap();
	let mandate = mandate.map(quanqi_types::MandateId);
	Notices::open_price_notice(signed(by), PATENT, digest(terms), digest(100), parties, mandate)
}

/// N1: fifteen days by the statute, the day of the event not counted, to 24:00 of the last one.
#[test]
fn open_should_take_the_window_of_the_statute_of_the_day() {
	ExtBuilder.build_and_execute(|| {
		let id = opened();
		let end = date(2026, 12, 8).end();
		assert_eq!(notice(id).window.end, end);
		assert_eq!(notice(id).window.effective_from, Moment(0));
		System::assert_last_event(
			Event::NoticeOpened {
				notice: id,
				by: MemberId(UNIVERSITY),
				subject: NoticeSubject::Price { achievement: PATENT, terms: digest(1) },
				document: digest(100),
				window: Term { number: 15, unit: TermUnit::Day },
				window_end: end,
				mandate: None,
			}
			.into(),
		);
	});
}

/// N1: a later statute moves no window, and an open one keeps the law of its own day.
#[test]
fn open_should_keep_the_window_when_the_statute_changes() {
	ExtBuilder.build_and_execute(|| {
		let old = opened();
		let before = notice(old).window;
		let change = start().checked_add_ms(DAY_MS).unwrap();
		set_term(RuleId::PublicNoticePeriod, change, 30, TermUnit::Day);
		advance_days(1);
		let new = opened_for(2);
		assert_eq!(notice(old).window, before);
		assert_eq!(notice(new).window.effective_from, change);
		assert_eq!(notice(new).window.term.number, 30);
	});
}

/// N1.
#[test]
fn open_should_fail_when_no_statute_gives_the_window() {
	ExtBuilder.build_and_execute(|| {
		FakeStatutes::clear();
		assert_noop!(open(UNIVERSITY, 1, &[], None), Error::<Test>::WindowNotGoverned);
	});
}

/// N2.
#[test]
fn open_should_fail_when_the_same_subject_is_open_already() {
	ExtBuilder.build_and_execute(|| {
		opened();
		assert_noop!(open(INSTITUTE, 1, &[], None), Error::<Test>::OpenAlready);
	});
}

/// N2: a material change is another subject, with a window of its own.
#[test]
fn open_should_begin_a_new_window_when_the_terms_changed() {
	ExtBuilder.build_and_execute(|| {
		let old = opened();
		advance_days(10);
		let new = opened_for(2);
		assert_ne!(old, new);
		assert!(notice(new).window.end > notice(old).window.end);
	});
}

/// N2: after its end a subject can be noticed again.
#[test]
fn open_should_open_another_when_the_first_was_withdrawn() {
	ExtBuilder.build_and_execute(|| {
		let first = opened();
		assert_ok!(Notices::withdraw(signed(UNIVERSITY), first, None));
		assert_ne!(opened(), first);
	});
}

/// N10: an owner may, and owners, completers and who is named are parties.
#[test]
fn open_should_name_owners_completers_and_the_buyer_as_parties() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(open(INSTITUTE, 1, &[BUYER], None));
		let expected = [UNIVERSITY, INSTITUTE, BUYER, COMPLETER].map(MemberId);
		assert_eq!(notice(last_id()).parties.to_vec(), expected);
		assert_eq!(notice(last_id()).by, MemberId(INSTITUTE));
	});
}

/// N10: the holder unit may even when it owns no share any more.
#[test]
fn open_should_be_the_holders_too() {
	ExtBuilder.build_and_execute(|| {
		let mut facts = facts();
		facts.holder = MemberId(ENTERPRISE);
		FakeAchievements::set(PATENT, facts);
		assert_ok!(open(ENTERPRISE, 1, &[], None));
	});
}

/// N10: every capability changes nothing about whose achievement it is.
#[test]
fn open_should_fail_when_the_member_neither_holds_nor_owns() {
	ExtBuilder.build_and_execute(|| {
		for other in [ENTERPRISE, BUYER, REGULATOR, SPONSOR, AGENT, COMPLETER] {
			for capability in quanqi_types::Capability::ALL {
				FakeMembers::grant(other, *capability);
			}
			assert_noop!(open(other, 1, &[], None), Error::<Test>::NotHolder);
		}
	});
}

/// N10.
#[test]
fn open_should_fail_when_the_achievement_is_not_registered() {
	ExtBuilder.build_and_execute(|| {
		for status in [LedgerStatus::Disclosed, LedgerStatus::Retired, LedgerStatus::Voided] {
			let mut facts = facts();
			facts.ledger_status = status;
			FakeAchievements::set(PATENT, facts);
			assert_noop!(open(UNIVERSITY, 1, &[], None), Error::<Test>::NotRegistered);
		}
	});
}

#[test]
fn open_should_fail_when_there_is_no_such_achievement() {
	ExtBuilder.build_and_execute(|| {
		let parties = Default::default();
		let unknown = AchievementId(9);
		let origin = signed(UNIVERSITY);
		assert_noop!(
			Notices::open_price_notice(origin, unknown, digest(1), digest(2), parties, None),
			Error::<Test>::NotRegistered
		);
	});
}

#[test]
fn open_should_fail_when_a_party_is_nobody() {
	ExtBuilder.build_and_execute(|| {
		assert_noop!(open(UNIVERSITY, 1, &[STRANGER], None), Error::<Test>::UnknownMember);
	});
}

#[test]
fn open_should_fail_when_the_giver_is_suspended() {
	ExtBuilder.build_and_execute(|| {
		FakeMembers::set_status(UNIVERSITY, MemberStatus::Suspended);
		assert_noop!(open(UNIVERSITY, 1, &[], None), DispatchError::Other("member not active"));
	});
}

/// N10 under a mandate, which the event names.
#[test]
fn open_should_be_in_the_principals_name_when_an_agent_acts() {
	ExtBuilder.build_and_execute(|| {
		FakeMembers::mandate(3, UNIVERSITY, AGENT);
		assert_ok!(open(AGENT, 1, &[BUYER], Some(3)));
		assert_eq!(notice(last_id()).by, MemberId(UNIVERSITY));
	});
}

#[test]
fn open_should_fail_when_the_agent_is_a_party() {
	ExtBuilder.build_and_execute(|| {
		FakeMembers::mandate(3, UNIVERSITY, INSTITUTE);
		FakeMembers::mandate(4, UNIVERSITY, BUYER);
		let error = DispatchError::Other("the agent is a party");
		assert_noop!(open(INSTITUTE, 1, &[], Some(3)), error);
		assert_noop!(open(BUYER, 1, &[BUYER], Some(4)), error);
	});
}

#[test]
fn open_should_fail_when_the_parties_are_too_many() {
	ExtBuilder.build_and_execute(|| {
		let mut facts = facts();
		facts.completers = (100..300).map(MemberId).collect();
		FakeAchievements::set(PATENT, facts);
		assert_noop!(open(UNIVERSITY, 1, &[], None), Error::<Test>::TooManyParties);
	});
}

#[test]
fn open_should_fail_when_the_numbers_are_used_up() {
	ExtBuilder.build().execute_with(|| {
		crate::NextId::<Test>::put(u64::MAX);
		assert_noop!(open(UNIVERSITY, 1, &[], None), Error::<Test>::NumbersExhausted);
	});
}
