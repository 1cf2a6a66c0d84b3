use super::*;
use crate::{
	types::{Decider, Document, SuccessionCause},
	Administrators, Successions,
};
use quanqi_traits::Members as _;
use quanqi_types::Text;

fn decision(number: u8) -> Document {
	Document { number: Text::new("(2026)浙01裁1号").unwrap(), digest: digest(number) }
}

fn appoint(origin: RuntimeOrigin, member: u32, administrator: u32) -> sp_runtime::DispatchResult {
	Consortium::appoint_administrator(origin, id(member), id(administrator), decision(1))
}

fn succeed(
	origin: RuntimeOrigin,
	member: MemberId,
	successor: u32,
	cause: SuccessionCause,
) -> sp_runtime::DispatchResult {
	Consortium::record_succession(origin, member, id(successor), cause, decision(1))
}

#[test]
fn appoint_administrator_should_name_who_consents_for_a_suspended_member() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Consortium::suspend(council(), id(1)));
		assert!(!Consortium::is_administrator_of(id(3), id(1)));
		assert_ok!(appoint(key_of(2), 1, 3));
		assert_last(Event::AdministratorAppointed {
			member: id(1),
			old: None,
			new: id(3),
			decided_by: Decider::Adjudicator(id(2)),
		});
		assert!(Consortium::is_administrator_of(id(3), id(1)));
		assert!(!Consortium::is_administrator_of(id(2), id(1)));
		assert!(!Consortium::is_administrator_of(id(3), id(2)));
	});
}

#[test]
fn an_administrator_should_go_when_the_member_is_reinstated() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Consortium::suspend(council(), id(1)));
		assert_ok!(appoint(council(), 1, 3));
		assert_ok!(Consortium::reinstate(council(), id(1)));
		assert_last(Event::AdministratorRemoved { member: id(1), administrator: id(3) });
		assert!(!Consortium::is_administrator_of(id(3), id(1)));
	});
}

#[test]
fn an_administrator_should_serve_no_more_when_it_is_suspended_itself() {
	ExtBuilder::default().build_and_execute(|| {
		// Without its seat: of four seats two suspended ones would be too many.
		assert_ok!(Consortium::set_seat(council(), id(3), false));
		assert_ok!(Consortium::suspend(council(), id(1)));
		assert_ok!(appoint(council(), 1, 3));
		assert_ok!(Consortium::suspend(council(), id(3)));
		assert!(!Consortium::is_administrator_of(id(3), id(1)));
	});
}

#[test]
fn appoint_administrator_should_be_refused_when_it_breaks_a_rule() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(appoint(council(), 1, 3), Error::<Test>::MemberSignsItself);
		assert_ok!(Consortium::suspend(council(), id(1)));
		assert_noop!(appoint(key_of(3), 1, 3), Error::<Test>::CapabilityMissing);
		assert_noop!(appoint(council(), 1, 2), Error::<Test>::CapabilityMissing);
		assert_noop!(appoint(council(), 1, 1), Error::<Test>::SelfAdministration);
		assert_noop!(appoint(council(), 99, 3), Error::<Test>::UnknownMember);
		assert_noop!(appoint(key_of(2), 1, 2), Error::<Test>::AdjudicatorIsParty);
		assert_noop!(appoint(signed(account(99)), 1, 3), Error::<Test>::NotAMemberKey);
		add_key(2, 21, &[Permission::Register]);
		assert_noop!(appoint(signed(account(21)), 1, 3), Error::<Test>::PermissionMissing);
		let blank = Document { number: Text(Default::default()), digest: digest(1) };
		assert_noop!(
			Consortium::appoint_administrator(council(), id(1), id(3), blank),
			Error::<Test>::DocumentNumberNotText
		);
		// Not even a motion that too few seats support.
		assert_noop!(appoint(motion(2, 4), 1, 3), DispatchError::BadOrigin);
	});
}

#[test]
fn remove_administrator_should_end_the_appointment() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(
			Consortium::remove_administrator(council(), id(1)),
			Error::<Test>::NoAdministrator
		);
		assert_ok!(Consortium::suspend(council(), id(1)));
		assert_ok!(appoint(council(), 1, 3));
		assert_noop!(
			Consortium::remove_administrator(key_of(3), id(1)),
			Error::<Test>::CapabilityMissing
		);
		assert_ok!(Consortium::remove_administrator(key_of(4), id(1)));
		assert!(!Administrators::<Test>::contains_key(id(1)));
	});
}

#[test]
fn record_succession_should_keep_every_part_of_a_division() {
	ExtBuilder::default().build_and_execute(|| {
		for successor in [2, 3] {
			assert_ok!(succeed(key_of(4), id(1), successor, SuccessionCause::Division));
		}
		assert_last(Event::SuccessionRecorded {
			member: id(1),
			successor: id(3),
			cause: SuccessionCause::Division,
			decided_by: Decider::Adjudicator(id(4)),
		});
		assert_eq!(Successions::<Test>::get(id(1)).len(), 2);
	});
}

#[test]
fn record_succession_should_be_refused_when_it_breaks_a_rule() {
	use SuccessionCause::{Death, Merger};
	ExtBuilder::default().build_and_execute(|| {
		let anna = sponsor(7);
		let by_council = |member, successor, cause| succeed(council(), member, successor, cause);
		assert_noop!(succeed(key_of(1), anna, 2, Death), Error::<Test>::CapabilityMissing);
		assert_noop!(succeed(key_of(2), id(1), 2, Merger), Error::<Test>::AdjudicatorIsParty);
		assert_noop!(by_council(id(1), 1, Merger), Error::<Test>::SelfSuccession);
		assert_noop!(by_council(id(1), 99, Merger), Error::<Test>::UnknownMember);
		assert_noop!(by_council(id(99), 1, Merger), Error::<Test>::UnknownMember);
		assert_noop!(by_council(id(1), 2, Death), Error::<Test>::CauseDoesNotFitKind);
		assert_noop!(by_council(anna, 2, Merger), Error::<Test>::CauseDoesNotFitKind);
		assert_ok!(by_council(anna, 2, Death));
		assert_noop!(by_council(anna, 2, Death), Error::<Test>::SuccessionRepeated);
		let blank = Document { number: Text(Default::default()), digest: digest(1) };
		assert_noop!(
			Consortium::record_succession(council(), id(1), id(2), Merger, blank),
			Error::<Test>::DocumentNumberNotText
		);
	});
}

#[test]
fn record_succession_should_be_refused_when_there_are_sixteen() {
	ExtBuilder::default().build_and_execute(|| {
		let record = |number| {
			let cause = SuccessionCause::Division;
			Consortium::record_succession(council(), id(1), id(2), cause, decision(number))
		};
		for number in 1..=16 {
			assert_ok!(record(number));
		}
		assert_noop!(record(17), Error::<Test>::TooManySuccessors);
	});
}
