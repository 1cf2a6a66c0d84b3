//! G4 and G7: who accepts, and what.

use crate::{mock::*, types::*, Accepted, Error, Event};
use frame_support::{assert_noop, assert_ok};
use quanqi_traits::testing::{FakeMembers, FakeTitles};
use quanqi_types::{GrantId, MandateId};
use sp_runtime::{DispatchError, DispatchResult};

fn accept_under(by: u32, id: GrantId, mandate: u64) -> DispatchResult {
	let Grant { version, terms, .. } = grant(id);
	Grants::accept(signed(by), id, version, terms.agreement, Some(MandateId(mandate)))
}

#[test]
fn accept_should_be_each_beneficiarys() {
	patent(|| {
		let id = closed(ownership());
		assert_ok!(accept(STUDENT, id));
		System::assert_last_event(
			Event::Accepted { grant: id, member: member(STUDENT), mandate: None }.into(),
		);
		assert_noop!(accept(STUDENT, id), Error::<Test>::G4AcceptedAlready);
	});
}

/// G4: completers that the terms leave out, the unit, strangers.
#[test]
fn g4_should_refuse_when_the_member_is_none_of_the_team() {
	patent(|| {
		let id = closed(ownership());
		for other in [ENGINEER, OUTSIDER, UNIVERSITY, REGULATOR, AGENT] {
			assert_noop!(accept(other, id), Error::<Test>::G4NotBeneficiary);
		}
	});
}

/// G4: the representative under mandate, although it is of the team itself; its mandate is in the
/// entry of the title.
#[test]
fn g4_should_let_the_representative_accept_under_mandate() {
	patent(|| {
		FakeMembers::mandate(3, STUDENT, PROFESSOR);
		let id = closed(ownership());
		assert_ok!(accept(PROFESSOR, id));
		assert_ok!(accept_under(PROFESSOR, id, 3));
		assert_eq!(Accepted::<Test>::get(id)[1].mandate.unwrap().agent, member(PROFESSOR));
		assert_ok!(agree(id));
		let history = FakeTitles::history(WORK);
		let consents = &history.last().unwrap().body().consents;
		assert!(consents.iter().any(|consent| consent.member == member(STUDENT)
			&& consent.mandate.is_some_and(|mandate| mandate.agent == member(PROFESSOR))));
	});
}

/// G4, for software: the representative's part moves first, so that it is no party of the others'.
#[test]
fn g4_should_let_the_representative_accept_for_all_when_shares_move_at_once() {
	software(|| {
		FakeMembers::mandate(3, STUDENT, ENGINEER);
		FakeMembers::mandate(4, PROFESSOR, ENGINEER);
		let team = shares(&[(PROFESSOR, 500_000), (STUDENT, 300_000), (ENGINEER, 200_000)]);
		let representative = Some(member(ENGINEER));
		let id = closed(Terms { team, representative, ..ownership() });
		assert_ok!(accept(ENGINEER, id));
		assert_ok!(accept_under(ENGINEER, id, 3));
		assert_ok!(accept_under(ENGINEER, id, 4));
		assert_ok!(agree(id));
		assert_eq!(title().owners.part_of(member(PROFESSOR)), 400_000);
	});
}

/// G4: where the terms name a representative, no other agent represents a beneficiary.
#[test]
fn g4_should_refuse_when_the_agent_is_not_the_representative() {
	patent(|| {
		FakeMembers::mandate(3, STUDENT, AGENT);
		let id = closed(ownership());
		assert_noop!(accept_under(AGENT, id, 3), Error::<Test>::G4NotRepresentative);
	});
}

/// G4: without one, any agent that is no party.
#[test]
fn g4_should_let_any_agent_accept_when_no_representative_is_named() {
	patent(|| {
		FakeMembers::mandate(3, STUDENT, AGENT);
		FakeMembers::mandate(4, STUDENT, PROFESSOR);
		FakeMembers::mandate(5, STUDENT, UNIVERSITY);
		let id = closed(Terms { representative: None, ..ownership() });
		let party = DispatchError::Other("the agent is a party");
		assert_noop!(accept_under(PROFESSOR, id, 4), party);
		assert_noop!(accept_under(UNIVERSITY, id, 5), party);
		assert_ok!(accept_under(AGENT, id, 3));
	});
}

/// The unit accepts nothing from itself (Civil Code art. 168).
#[test]
fn g4_should_refuse_when_the_unit_would_accept_under_mandate() {
	patent(|| {
		FakeMembers::mandate(5, STUDENT, UNIVERSITY);
		let id = closed(ownership());
		assert_noop!(accept_under(UNIVERSITY, id, 5), DispatchError::Other("the agent is a party"));
	});
}

/// G7: what is accepted is named by its digest.
#[test]
fn g7_should_refuse_when_another_agreement_is_accepted() {
	patent(|| {
		let id = closed(ownership());
		assert_noop!(
			Grants::accept(signed(STUDENT), id, 0, digest(8), None),
			Error::<Test>::G7AgreementDiffers
		);
	});
}

#[test]
fn accept_should_fail_when_it_is_another_version() {
	patent(|| {
		let id = closed(ownership());
		assert_noop!(
			Grants::accept(signed(STUDENT), id, 1, digest(1), None),
			Error::<Test>::VersionDiffers
		);
	});
}

#[test]
fn accept_should_fail_when_the_notice_runs() {
	patent(|| {
		let id = noticed(ownership());
		assert_noop!(accept(STUDENT, id), Error::<Test>::NoticeRuns);
	});
}

#[test]
fn accept_should_fail_when_the_key_may_not_dispose() {
	patent(|| {
		let id = closed(ownership());
		assert_noop!(
			Grants::accept(key(1, STUDENT), id, 0, digest(1), None),
			DispatchError::Other("permission missing")
		);
	});
}
