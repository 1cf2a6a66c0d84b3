use super::*;
use crate::{types::Mandate, Mandates};
use quanqi_title::{Actor, MandateRef};
use quanqi_traits::Members as _;
use quanqi_types::{MandateId, Moment, Permissions};
use sp_runtime::DispatchResult;

const UNTIL: Moment = Moment(START + 10 * ONE_DAY);
const DISPOSE: Permission = Permission::Dispose;

fn give(by: u32, principal: MemberId, agent: u32) -> DispatchResult {
	Consortium::give_mandate(
		key_of(by),
		principal,
		id(agent),
		permissions(&[DISPOSE]),
		UNTIL,
		digest(1),
	)
}

/// Acts of member 2 under a mandate, among these parties.
fn acting(mandate: u64, parties: &[u32]) -> Result<Actor, DispatchError> {
	let parties: Vec<_> = parties.iter().copied().map(MemberId).collect();
	Consortium::acting(&account(2), DISPOSE, Some(MandateId(mandate)), &parties)
}

#[test]
fn give_mandate_should_let_an_agent_act_for_the_principal() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(give(1, id(1), 2));
		assert_last(Event::MandateGiven {
			mandate: MandateId(1),
			terms: Mandate {
				principal: id(1),
				agent: id(2),
				permissions: permissions(&[DISPOSE]),
				until: UNTIL,
				document: digest(1),
				given_by: id(1),
				given: Moment(START),
				revoked: None,
			},
		});
		let mandate = Some(MandateRef { id: MandateId(1), agent: id(2) });
		assert_eq!(acting(1, &[1, 3]), Ok(Actor { member: id(1), mandate }));
	});
}

#[test]
fn give_mandate_should_let_a_sponsor_speak_for_a_person_without_keys() {
	ExtBuilder::default().build_and_execute(|| {
		let anna = sponsor(7);
		add_key(1, 11, &[Permission::Sponsor]);
		assert_ok!(give(11, anna, 2));
		assert_eq!(Mandates::<Test>::get(MandateId(1)).unwrap().given_by, id(1));
		assert_eq!(acting(1, &[anna.0, 3]).unwrap().member, anna);
	});
}

#[test]
fn give_mandate_should_be_refused_when_it_breaks_a_rule() {
	ExtBuilder::default().build_and_execute(|| {
		let anna = sponsor(7);
		assert_ok!(Consortium::sponsor(key_of(1), enterprise(60)));
		add_key(1, 11, &[Permission::Sponsor]);
		add_key(1, 12, &[Permission::Register]);
		assert_noop!(give(11, id(1), 2), Error::<Test>::PermissionMissing);
		assert_noop!(give(12, anna, 2), Error::<Test>::PermissionMissing);
		assert_noop!(give(2, anna, 3), Error::<Test>::NotPrincipalNorSponsor);
		assert_noop!(give(1, id(6), 3), Error::<Test>::NotPrincipalNorSponsor);
		assert_noop!(give(1, id(1), 1), Error::<Test>::SelfMandate);
		assert_noop!(give(1, id(1), 99), Error::<Test>::UnknownMember);
		assert_noop!(give(99, id(1), 2), Error::<Test>::NotAMemberKey);
		let terms = |list: &[Permission], until| {
			let list = permissions(list);
			Consortium::give_mandate(key_of(1), id(1), id(2), list, until, digest(1))
		};
		for list in [&[][..], &[Permission::Full], &[Permission::Seat, DISPOSE]] {
			assert_noop!(terms(list, UNTIL), Error::<Test>::PermissionNotDelegable);
		}
		assert_noop!(terms(&[DISPOSE], Moment(START)), Error::<Test>::MandateEndsInPast);
		assert_ok!(Consortium::suspend(council(), id(2)));
		assert_noop!(give(1, id(1), 2), Error::<Test>::MemberSuspended);
	});
}

#[test]
fn a_mandate_should_serve_no_act_in_which_the_agent_is_a_party() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(give(1, id(1), 2));
		let short = MandateId(1).into();
		assert_eq!(acting(1, &[1, 2]), Err(error(Error::AgentIsParty(short))));
	});
}

#[test]
fn a_mandate_of_a_sponsor_should_serve_no_act_in_which_the_sponsor_is_a_party() {
	ExtBuilder::default().build_and_execute(|| {
		let anna = sponsor(7);
		assert_ok!(give(1, anna, 2));
		let short = MandateId(1).into();
		assert_eq!(acting(1, &[anna.0, 1]), Err(error(Error::SponsorIsParty(short))));
		assert_eq!(acting(1, &[anna.0, 4]).unwrap().member, anna);
	});
}

#[test]
fn a_mandate_of_the_principal_should_serve_an_act_with_its_sponsor() {
	ExtBuilder::default().build_and_execute(|| {
		let anna = sponsor(7);
		assert_ok!(Consortium::reset_keys(council(), anna, account(70)));
		assert_ok!(give(70, anna, 2));
		assert_eq!(acting(1, &[anna.0, 1]).unwrap().member, anna);
	});
}

#[test]
fn a_mandate_should_end_with_the_sponsorship_of_who_gave_it() {
	ExtBuilder::default().build_and_execute(|| {
		let anna = sponsor(7);
		assert_ok!(Consortium::give_mandate(
			key_of(1),
			anna,
			id(3),
			permissions(&[DISPOSE]),
			UNTIL,
			digest(1),
		));
		assert_ok!(Consortium::replace_sponsor(council(), anna, id(2)));
		assert_eq!(
			Consortium::acting(&account(3), DISPOSE, Some(MandateId(1)), &[]),
			Err(error(Error::MandateOfFormerSponsor(MandateId(1).into())))
		);
	});
}

#[test]
fn a_mandate_should_serve_nothing_when_it_is_over_revoked_or_of_another() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(give(1, id(1), 2));
		let short = MandateId(1).into();
		let as_member = |number, permission| {
			Consortium::acting(&account(number), permission, Some(MandateId(1)), &[])
		};
		assert_eq!(as_member(3, DISPOSE), Err(error(Error::NotTheAgent(short))));
		assert_eq!(
			as_member(2, Permission::Approve),
			Err(error(Error::NotCoveredByMandate(short)))
		);
		assert_eq!(acting(9, &[]), Err(error(Error::UnknownMandate)));
		Clock::set(UNTIL.0 - 1);
		assert_ok!(acting(1, &[]));
		Clock::set(UNTIL.0);
		assert_eq!(acting(1, &[]), Err(error(Error::MandateOver(short))));
		Clock::set(START);
		assert_ok!(Consortium::revoke_mandate(key_of(1), MandateId(1)));
		assert_eq!(acting(1, &[]), Err(error(Error::MandateRevoked(short))));
	});
}

#[test]
fn a_mandate_should_serve_nothing_when_agent_or_principal_signs_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(give(1, id(1), 2));
		for member in [1, 2] {
			assert_ok!(Consortium::suspend(council(), id(member)));
			assert_eq!(acting(1, &[]), Err(error(Error::MemberSuspended)));
			assert_ok!(Consortium::reinstate(council(), id(member)));
		}
		assert_ok!(acting(1, &[]));
	});
}

#[test]
fn an_agents_key_should_need_the_permission_of_the_act() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(give(1, id(1), 2));
		add_key(2, 21, &[Permission::Register]);
		assert_eq!(
			Consortium::acting(&account(21), DISPOSE, Some(MandateId(1)), &[]),
			Err(error(Error::PermissionMissing))
		);
	});
}

#[test]
fn revoke_mandate_should_be_open_to_principal_agent_and_sponsor() {
	ExtBuilder::default().build_and_execute(|| {
		let anna = sponsor(7);
		add_key(1, 11, &[Permission::Sponsor]);
		assert_ok!(give(1, id(1), 2));
		assert_ok!(give(1, id(1), 2));
		assert_ok!(give(1, anna, 2));
		for (mandate, by, member) in [(1, 1, 1), (2, 2, 2), (3, 11, 1)] {
			assert_ok!(Consortium::revoke_mandate(key_of(by), MandateId(mandate)));
			assert_last(Event::MandateRevoked { mandate: MandateId(mandate), by: id(member) });
		}
	});
}

#[test]
fn revoke_mandate_should_be_refused_when_it_breaks_a_rule() {
	ExtBuilder::default().build_and_execute(|| {
		let anna = sponsor(7);
		assert_ok!(give(1, anna, 2));
		assert_ok!(give(1, id(1), 2));
		add_key(1, 11, &[Permission::Register]);
		let revoke = |by, id| Consortium::revoke_mandate(key_of(by), MandateId(id));
		assert_noop!(revoke(1, 9), Error::<Test>::UnknownMandate);
		assert_noop!(revoke(3, 1), Error::<Test>::NotOfMandate);
		assert_noop!(revoke(11, 1), Error::<Test>::PermissionMissing);
		assert_noop!(revoke(11, 2), Error::<Test>::PermissionMissing);
		assert_ok!(revoke(1, 1));
		assert_noop!(revoke(1, 1), Error::<Test>::MandateRevoked(MandateId(1).into()));
	});
}

#[test]
fn a_mandate_of_the_principal_should_not_be_revoked_by_its_sponsor() {
	ExtBuilder::default().build_and_execute(|| {
		let anna = sponsor(7);
		assert_ok!(Consortium::reset_keys(council(), anna, account(70)));
		assert_ok!(give(70, anna, 2));
		assert_noop!(
			Consortium::revoke_mandate(key_of(1), MandateId(1)),
			Error::<Test>::NotOfMandate
		);
		let all = Permissions::all();
		assert!(!crate::rules::is_delegable(&all));
	});
}
