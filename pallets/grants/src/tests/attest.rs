use crate::{mock::*, types::*, Error, Event, Watched};
use frame_support::{assert_noop, assert_ok};
use quanqi_title::{Act, Actor, Cause, ConsentRole, LegalDate};
use quanqi_traits::{
	testing::{FakeMembers, FakeTitles},
	Step, Titles,
};
use quanqi_types::{Capability, GrantId};
use sp_runtime::DispatchError;

/// T2: shares move on the office's date, which is in the entry.
#[test]
fn attest_should_move_the_shares_on_the_offices_date() {
	patent(|| {
		let id = agreed(ownership());
		let entered = now();
		advance_days(3);
		assert_ok!(Grants::attest(signed(OFFICE), id, text("变更1"), entered));
		assert_eq!(status(id), GrantStatus::Effective);
		assert_eq!(title().owners.part_of(member(PROFESSOR)), 480_000);
		assert_eq!(title().owners.part_of(member(UNIVERSITY)), 200_000);
		let history = FakeTitles::history(WORK);
		let date = LegalDate { moment: entered, attested_by: member(OFFICE) };
		assert_eq!(history.last().unwrap().body().legal_date, Some(date));
		let last = Event::Effective { grant: id, achievement: WORK };
		System::assert_last_event(last.into());
		assert_eq!(Watched::<Test>::iter().count(), 0);
	});
}

/// The same where the ledger tells nobody of its entries.
#[test]
fn attest_should_note_what_moved_when_the_ledger_tells_nothing() {
	patent(|| {
		tell_nothing();
		let id = effective(ownership());
		assert_eq!(status(id), GrantStatus::Effective);
		assert!(grant(id).lines().iter().all(|line| line.state == LineState::Moved));
	});
}

/// What others attest or cancel in the ledger is noted too.
fn in_ledger(cause: Cause, actor: u32, act: Act, agreeing: &[(u32, ConsentRole)]) {
	let consents = agreeing.iter().map(|(who, role)| consent_of(member(*who), *role)).collect();
	let legal_date = matches!(cause, Cause::Office(_))
		.then(|| LegalDate { moment: now(), attested_by: member(actor) });
	let actor = Actor { member: member(actor), mandate: None };
	assert_ok!(Ledger::append(WORK, Step { actor, cause, legal_date, consents, act }));
}

fn line(id: GrantId, number: usize) -> (u32, Line) {
	let line = grant(id).lines()[number];
	(line.state.entry().unwrap(), line)
}

fn moves(id: GrantId, number: usize) {
	let (entry, Line { member: to, ppm, .. }) = line(id, number);
	let act = Act::ShareTransferred { agreed: Some(entry), from: member(UNIVERSITY), to, ppm };
	in_ledger(Cause::Office(text("1")), OFFICE, act, &[]);
}

fn cancels(id: GrantId, number: usize) {
	let (agreed, Line { member, .. }) = line(id, number);
	let agreeing = [(member.0, ConsentRole::Transferee)];
	in_ledger(Cause::Declaration, UNIVERSITY, Act::TransferCancelled { agreed }, &agreeing);
}

/// Effective once nothing waits, though it was attested elsewhere.
#[test]
fn grant_should_be_effective_when_the_ledger_tells_that_all_moved() {
	patent(|| {
		let id = agreed(ownership());
		moves(id, 0);
		assert_eq!(status(id), GrantStatus::Agreed);
		moves(id, 1);
		assert_eq!(status(id), GrantStatus::Effective);
	});
}

/// A grant of which a part fell away is effective with the rest.
#[test]
fn grant_should_be_effective_when_one_line_moved_and_the_other_fell_away() {
	patent(|| {
		let id = agreed(ownership());
		cancels(id, 1);
		assert_eq!(grant(id).lines()[1].state, LineState::Cancelled);
		assert_ok!(attest(OFFICE, id));
		assert_eq!(status(id), GrantStatus::Effective);
	});
}

/// A failed grant: everything that was agreed fell away.
#[test]
fn grant_should_be_rescinded_when_all_of_it_fell_away() {
	patent(|| {
		let id = agreed(ownership());
		cancels(id, 0);
		cancels(id, 1);
		assert_eq!(status(id), GrantStatus::Rescinded);
		let (authority, document) = (None, None);
		System::assert_last_event(Event::Rescinded { grant: id, authority, document }.into());
	});
}

#[test]
fn grant_should_note_when_its_use_right_ended_in_the_ledger() {
	patent(|| {
		let id = effective(long_term(&[years(10)]));
		let Effects::Use { right, .. } = grant(id).effects else { panic!("a use right") };
		let act = Act::UseEnded { right, reason: quanqi_title::EndReason::Surrendered };
		let agreeing = [(PROFESSOR, ConsentRole::Holder), (STUDENT, ConsentRole::Holder)];
		in_ledger(Cause::Declaration, PROFESSOR, act, &agreeing);
		let Effects::Use { ended, .. } = grant(id).effects else { panic!("a use right") };
		assert_eq!(ended, Some(now()));
		assert_eq!(status(id), GrantStatus::Effective);
		System::assert_last_event(Event::UseEnded { grant: id, right }.into());
	});
}

/// G6 when effective: a hold that came in the meantime (T10).
#[test]
fn g6_should_refuse_when_a_hold_came_before_the_office() {
	patent(|| {
		let id = agreed(ownership());
		let decision = quanqi_title::DecisionRef {
			authority: member(REGULATOR),
			document: text("1"),
			digest: digest(9),
		};
		let target = quanqi_title::HoldTarget::Whole;
		let act = Act::Held { target, until: None, renews: None };
		in_ledger(Cause::Decision(decision), REGULATOR, act, &[]);
		assert_noop!(attest(OFFICE, id), DispatchError::Other("a hold stands in the way"));
	});
}

#[test]
fn attest_should_fail_when_nothing_waits() {
	software(|| {
		let id = effective(ownership());
		assert_noop!(attest(OFFICE, id), Error::<Test>::NothingToAttest);
	});
	patent(|| {
		let id = accepted(ownership());
		assert_noop!(attest(OFFICE, id), Error::<Test>::NothingToAttest);
	});
}

#[test]
fn attest_should_fail_when_the_member_may_not() {
	patent(|| {
		let id = agreed(ownership());
		for capability in Capability::ALL.iter().filter(|c| **c != Capability::AttestRegister) {
			FakeMembers::grant(AGENT, *capability);
		}
		assert_noop!(attest(AGENT, id), DispatchError::Other("not capable"));
	});
}

#[test]
fn attest_should_fail_when_the_office_is_a_party() {
	patent(|| {
		let id = agreed(ownership());
		FakeMembers::grant(UNIVERSITY, Capability::AttestRegister);
		assert_noop!(attest(UNIVERSITY, id), Error::<Test>::AuthorityIsParty);
	});
}

#[test]
fn attest_should_fail_when_the_number_is_no_text() {
	patent(|| {
		let id = agreed(ownership());
		let empty = quanqi_types::Text(Default::default());
		let now = now();
		assert_noop!(Grants::attest(signed(OFFICE), id, empty, now), Error::<Test>::InvalidText);
	});
}

#[test]
fn attest_should_fail_when_the_date_lies_ahead() {
	patent(|| {
		let id = agreed(ownership());
		let ahead = now().checked_add_ms(1).unwrap();
		assert_noop!(
			Grants::attest(signed(OFFICE), id, text("1"), ahead),
			DispatchError::Other("the legal date is later than the entry")
		);
	});
}

/// A beneficiary died while the office worked: the heirs receive its part, each its own.
#[test]
fn attest_should_move_the_parts_to_the_heirs_when_a_beneficiary_was_succeeded() {
	for tells in [true, false] {
		patent(|| {
			if !tells {
				tell_nothing();
			}
			let id = agreed(ownership());
			succeed(STUDENT, &[(OUTSIDER, 500_000), (ENGINEER, 500_000)]);
			assert_ok!(attest(OFFICE, id));
			assert_eq!(status(id), GrantStatus::Effective);
			let part = |who| title().owners.part_of(member(who));
			assert_eq!((part(OUTSIDER), part(ENGINEER)), (160_000, 160_000));
		});
	}
}

/// The unit itself inherits: nothing moves, that line fell away.
#[test]
fn attest_should_note_that_a_part_fell_away_when_the_unit_inherits_it() {
	patent(|| {
		let id = agreed(ownership());
		succeed(STUDENT, &[(UNIVERSITY, 1_000_000)]);
		assert_ok!(attest(OFFICE, id));
		assert_eq!(grant(id).lines()[1].state, LineState::Cancelled);
		assert_eq!(status(id), GrantStatus::Effective);
	});
}

fn succeed(from: u32, heirs: &[(u32, u32)]) {
	let decision = quanqi_title::DecisionRef {
		authority: member(REGULATOR),
		document: text("1"),
		digest: digest(9),
	};
	let act = Act::Succeeded { from: member(from), heirs: shares(heirs) };
	in_ledger(Cause::Decision(decision), REGULATOR, act, &[]);
}
