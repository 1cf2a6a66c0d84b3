use crate::{mock::*, types::*, Error, Event, Given, Rescissions};
use frame_support::{assert_noop, assert_ok};
use quanqi_title::{Act, Cause, ConsentRole};
use quanqi_traits::testing::{FakeMembers, FakeTitles};
use quanqi_types::{Capability, GrantId, MandateId, Ppm};
use sp_runtime::DispatchError;

fn all_declare(id: GrantId) {
	for party in [UNIVERSITY, PROFESSOR, STUDENT] {
		assert_ok!(declare(party, id));
	}
}

fn part(who: u32) -> Ppm {
	title().owners.part_of(member(who))
}

/// Before the office: what was agreed is cancelled.
#[test]
fn rescind_should_cancel_what_waits_for_the_office() {
	patent(|| {
		let id = agreed(ownership());
		all_declare(id);
		assert_ok!(rescind(PROFESSOR, id));
		assert_eq!(status(id), GrantStatus::Rescinded);
		assert!(title().agreed_transfers.is_empty());
		assert!(grant(id).lines().iter().all(|line| line.state == LineState::Cancelled));
		let document = Some(digest(5));
		let authority = None;
		System::assert_last_event(Event::Rescinded { grant: id, authority, document }.into());
	});
}

/// After it: the shares return on the office's date (T2).
#[test]
fn rescind_should_return_the_shares_when_the_office_entered_them() {
	patent(|| {
		let id = effective(ownership());
		all_declare(id);
		assert_ok!(rescind(UNIVERSITY, id));
		assert_eq!((status(id), part(UNIVERSITY)), (GrantStatus::Rescinded, 200_000));
		assert_eq!(title().agreed_transfers.len(), 2);
		assert_ok!(attest(OFFICE, id));
		assert_eq!(part(UNIVERSITY), 1_000_000);
		assert!(grant(id).lines().iter().all(|line| line.state == LineState::Returned));
	});
}

/// At once for software, by entries of the grant's cause; nothing is edited.
#[test]
fn rescind_should_return_the_shares_at_once_when_no_office_is_needed() {
	software(|| {
		let id = effective(ownership());
		let before = FakeTitles::history(WORK);
		all_declare(id);
		assert_ok!(rescind(STUDENT, id));
		assert_eq!(part(UNIVERSITY), 1_000_000);
		let history = FakeTitles::history(WORK);
		assert_eq!(history[..before.len()], before[..]);
		assert_eq!(history.len(), before.len() + 2);
		assert_eq!(history.last().unwrap().body().cause, Cause::Grant(id));
	});
}

/// The same where the ledger tells nobody of its entries.
#[test]
fn rescind_should_note_everything_when_the_ledger_tells_nothing() {
	patent(|| {
		tell_nothing();
		let id = agreed(ownership());
		all_declare(id);
		assert_ok!(rescind(PROFESSOR, id));
		assert!(grant(id).lines().iter().all(|line| line.state == LineState::Cancelled));
		let id = effective(long_term(&[years(10)]));
		all_declare(id);
		assert_ok!(rescind(PROFESSOR, id));
		assert!(matches!(grant(id).effects, Effects::Use { ended: Some(_), .. }));
	});
}

/// T6: a long-term use right ends only by its holders' surrender.
#[test]
fn rescind_should_surrender_the_use_right() {
	patent(|| {
		let id = effective(long_term(&[years(10)]));
		assert_ok!(declare(UNIVERSITY, id));
		assert_noop!(rescind(UNIVERSITY, id), Error::<Test>::DeclarationMissing);
		assert_ok!(declare(PROFESSOR, id));
		assert_ok!(declare(STUDENT, id));
		assert_ok!(rescind(UNIVERSITY, id));
		assert!(title().rights.is_empty());
		assert!(matches!(grant(id).effects, Effects::Use { ended: Some(_), .. }));
	});
}

/// T7: who holds the right by now is asked, not who held it first.
#[test]
fn rescind_should_ask_the_present_holders_of_the_use_right() {
	patent(|| {
		let id = effective(long_term(&[years(10)]));
		let Effects::Use { right, .. } = grant(id).effects else { panic!("a use right") };
		let (from, to, ppm) = (member(STUDENT), member(ENTERPRISE), 400_000);
		let act = Act::UseTransferred { right, from, to, ppm };
		declared(STUDENT, act, &[(ENTERPRISE, ConsentRole::Recipient)]);
		assert_noop!(declare(STUDENT, id), Error::<Test>::NotParty);
		for party in [UNIVERSITY, PROFESSOR, ENTERPRISE] {
			assert_ok!(declare(party, id));
		}
		assert_ok!(rescind(ENTERPRISE, id));
	});
}

#[test]
fn rescind_should_fail_when_a_party_has_not_declared() {
	patent(|| {
		let id = agreed(ownership());
		assert_noop!(rescind(UNIVERSITY, id), Error::<Test>::DeclarationMissing);
		assert_ok!(declare(UNIVERSITY, id));
		assert_ok!(declare(STUDENT, id));
		assert_noop!(rescind(UNIVERSITY, id), Error::<Test>::DeclarationMissing);
	});
}

#[test]
fn rescind_should_fail_when_the_caller_is_no_party() {
	patent(|| {
		let id = agreed(ownership());
		all_declare(id);
		for other in [ENGINEER, INSTITUTE, REGULATOR, AGENT] {
			assert_noop!(rescind(other, id), Error::<Test>::NotParty);
			assert_noop!(declare(other, id), Error::<Test>::NotParty);
		}
	});
}

/// T8: a co-owner consents to the return of a share as it did to the grant.
#[test]
fn rescind_should_need_the_co_owners_consent() {
	ExtBuilder::default().software().with_institute().build_and_execute(|| {
		let id = accepted(ownership());
		assert_ok!(consent(INSTITUTE, id, ConsentRole::CoOwner));
		assert_ok!(agree(id));
		let asked = consent(INSTITUTE, id, ConsentRole::CoOwner);
		assert_eq!(asked, Err(Error::<Test>::G6NotAsked.into()));
		all_declare(id);
		assert_noop!(
			rescind(UNIVERSITY, id),
			DispatchError::Other("a co-owner's consent is missing")
		);
		assert_ok!(consent(INSTITUTE, id, ConsentRole::CoOwner));
		assert_ok!(rescind(UNIVERSITY, id));
		assert_eq!(part(UNIVERSITY), 900_000);
	});
}

#[test]
fn declare_should_fail_when_it_was_declared() {
	patent(|| {
		let id = agreed(ownership());
		assert_ok!(declare(UNIVERSITY, id));
		assert_noop!(declare(UNIVERSITY, id), Error::<Test>::DeclaredAlready);
	});
}

/// Another document is another matter: what was declared and consented before counts for nothing.
#[test]
fn declare_should_begin_anew_when_the_document_is_another() {
	patent(|| {
		let id = agreed(ownership());
		all_declare(id);
		let other = digest(77);
		assert_ok!(Grants::declare_rescission(signed(STUDENT), id, other, None));
		let (document, declared) = Rescissions::<Test>::get(id).unwrap();
		assert_eq!((document, declared.len()), (other, 1));
		assert!(Given::<Test>::get(id).is_empty());
		assert_noop!(rescind(UNIVERSITY, id), Error::<Test>::DeclarationMissing);
	});
}

#[test]
fn declare_should_be_the_representatives_under_mandate() {
	patent(|| {
		FakeMembers::mandate(3, STUDENT, PROFESSOR);
		let id = agreed(ownership());
		let mandate = Some(MandateId(3));
		assert_ok!(Grants::declare_rescission(signed(PROFESSOR), id, digest(5), mandate));
		let (_, declared) = Rescissions::<Test>::get(id).unwrap();
		assert_eq!(declared[0].member, member(STUDENT));
		System::assert_last_event(
			Event::RescissionDeclared {
				grant: id,
				member: member(STUDENT),
				document: digest(5),
				mandate,
			}
			.into(),
		);
	});
}

/// By decision nobody else is asked, and a long-term right ends all the same (T6).
#[test]
fn decision_should_reverse_whatever_is_in_force() {
	patent(|| {
		let waiting = agreed(ownership());
		assert_ok!(decide(REGULATOR, waiting));
		assert!(title().agreed_transfers.is_empty());
		let use_right = effective(long_term(&[years(10)]));
		assert_ok!(decide(REGULATOR, use_right));
		assert!(title().rights.is_empty());
		let moved = effective(ownership());
		assert_ok!(decide(REGULATOR, moved));
		assert_ok!(attest(OFFICE, moved));
		assert_eq!(part(UNIVERSITY), 1_000_000);
		let (authority, document) = (Some(member(REGULATOR)), Some(digest(6)));
		System::assert_has_event(Event::Rescinded { grant: moved, authority, document }.into());
		assert!(FakeTitles::history(WORK)
			.iter()
			.any(|entry| matches!(entry.body().cause, Cause::Decision(_))));
	});
}

/// Where the share was sold on, the refusal is the title's, and nothing is written.
#[test]
fn decision_should_fail_when_the_share_was_sold_on() {
	software(|| {
		let id = effective(ownership());
		let (from, to, ppm) = (member(STUDENT), member(ENTERPRISE), 320_000);
		let act = Act::ShareTransferred { agreed: None, from, to, ppm };
		let agreeing = [
			(ENTERPRISE, ConsentRole::Recipient),
			(UNIVERSITY, ConsentRole::CoOwner),
			(PROFESSOR, ConsentRole::CoOwner),
		];
		declared(STUDENT, act, &agreeing);
		assert_noop!(decide(REGULATOR, id), DispatchError::Other("the member owns no share"));
	});
}

#[test]
fn decision_should_fail_when_the_authority_is_a_party_or_sponsors_one() {
	patent(|| {
		let id = agreed(ownership());
		for party in [UNIVERSITY, PROFESSOR] {
			FakeMembers::grant(party, Capability::Adjudicate);
			assert_noop!(decide(party, id), Error::<Test>::AuthorityIsParty);
		}
		assert_noop!(decide(SPONSOR, id), Error::<Test>::AuthorityIsParty);
	});
}

#[test]
fn decision_should_fail_when_the_member_may_not_adjudicate() {
	patent(|| {
		let id = agreed(ownership());
		for capability in Capability::ALL.iter().filter(|c| **c != Capability::Adjudicate) {
			FakeMembers::grant(AGENT, *capability);
		}
		assert_noop!(decide(AGENT, id), DispatchError::Other("not capable"));
	});
}

#[test]
fn decision_should_fail_when_the_document_number_is_no_text() {
	patent(|| {
		let id = agreed(ownership());
		let empty = quanqi_types::Text(Default::default());
		assert_noop!(
			Grants::rescind_by_decision(signed(REGULATOR), id, empty, digest(1)),
			Error::<Test>::InvalidText
		);
	});
}

/// Who cancels a return in the ledger keeps the share.
#[test]
fn return_should_fall_away_when_the_ledger_cancels_it() {
	patent(|| {
		let id = effective(ownership());
		all_declare(id);
		assert_ok!(rescind(UNIVERSITY, id));
		let line = *grant(id).lines().last().unwrap();
		let agreed = line.state.entry().unwrap();
		let act = Act::TransferCancelled { agreed };
		declared(UNIVERSITY, act, &[(line.member.0, ConsentRole::CoOwner)]);
		assert_eq!(grant(id).lines().last().unwrap().state, LineState::Moved);
	});
}

/// Heirs speak for what they will receive.
#[test]
fn declare_should_be_the_heirs_when_a_beneficiary_was_succeeded() {
	patent(|| {
		let id = agreed(ownership());
		let decision = quanqi_title::DecisionRef {
			authority: member(REGULATOR),
			document: text("1"),
			digest: digest(9),
		};
		let act = Act::Succeeded {
			from: member(STUDENT),
			heirs: quanqi_types::Shares::single(member(OUTSIDER)),
		};
		let step = quanqi_traits::Step {
			actor: quanqi_title::Actor { member: member(REGULATOR), mandate: None },
			cause: Cause::Decision(decision),
			legal_date: None,
			consents: vec![],
			act,
		};
		assert_ok!(<Ledger as quanqi_traits::Titles>::append(WORK, step));
		assert_noop!(declare(STUDENT, id), Error::<Test>::NotParty);
		for party in [UNIVERSITY, PROFESSOR, OUTSIDER] {
			assert_ok!(declare(party, id));
		}
		assert_ok!(rescind(OUTSIDER, id));
		assert!(title().agreed_transfers.is_empty());
	});
}

/// What the unit inherited has fallen away already, and stands in no rescission's way.
#[test]
fn decision_should_pass_over_what_fell_away_by_succession() {
	patent(|| {
		let id = agreed(ownership());
		let decision = quanqi_title::DecisionRef {
			authority: member(REGULATOR),
			document: text("1"),
			digest: digest(9),
		};
		let act = Act::Succeeded {
			from: member(STUDENT),
			heirs: quanqi_types::Shares::single(member(UNIVERSITY)),
		};
		let step = quanqi_traits::Step {
			actor: quanqi_title::Actor { member: member(REGULATOR), mandate: None },
			cause: Cause::Decision(decision),
			legal_date: None,
			consents: vec![],
			act,
		};
		assert_ok!(<Ledger as quanqi_traits::Titles>::append(WORK, step));
		assert_ok!(decide(REGULATOR, id));
		assert!(grant(id).lines().iter().all(|line| line.state == LineState::Cancelled));
	});
}
