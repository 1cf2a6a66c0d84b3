use crate::{mock::*, types::*, Approvals, Error, Event};
use frame_support::{assert_noop, assert_ok};
use quanqi_types::GrantId;
use sp_runtime::DispatchError;

fn three_needed() -> GrantId {
	assert_ok!(Grants::set_approvals(signed(UNIVERSITY), 3));
	proposed(ownership())
}

/// Distinct keys: one alone is not three.
#[test]
fn approve_should_wait_for_as_many_distinct_keys_as_the_unit_set() {
	patent(|| {
		let id = three_needed();
		assert_ok!(Grants::approve(key(1, UNIVERSITY), id, 0));
		assert_noop!(Grants::approve(key(1, UNIVERSITY), id, 0), Error::<Test>::ApprovedAlready);
		assert_ok!(Grants::approve(key(2, UNIVERSITY), id, 0));
		assert_eq!(status(id), GrantStatus::Proposed);
		assert_ok!(Grants::approve(signed(UNIVERSITY), id, 0));
		assert_eq!(status(id), GrantStatus::Approved);
		System::assert_last_event(Event::Approved { grant: id }.into());
	});
}

/// The number is the unit's on the day of the proposal.
#[test]
fn approve_should_keep_the_number_of_the_day_of_the_proposal() {
	patent(|| {
		let id = three_needed();
		assert_ok!(Grants::set_approvals(signed(UNIVERSITY), 1));
		assert_ok!(Grants::approve(key(1, UNIVERSITY), id, 0));
		assert_eq!(status(id), GrantStatus::Proposed);
		assert_eq!(Grants::approvals_needed(member(UNIVERSITY)), 1);
	});
}

#[test]
fn approve_should_fail_when_the_key_may_not_approve() {
	patent(|| {
		let id = three_needed();
		assert_noop!(
			Grants::approve(key(4, UNIVERSITY), id, 0),
			DispatchError::Other("permission missing")
		);
	});
}

#[test]
fn approve_should_fail_when_the_unit_may_not() {
	ExtBuilder::default().owned_by(&[(ENTERPRISE, 1_000_000)]).build_and_execute(|| {
		assert_ok!(Grants::propose(signed(ENTERPRISE), Box::new(ownership())));
		let refusal = DispatchError::Other("not capable");
		assert_noop!(Grants::approve(signed(ENTERPRISE), last_id(), 0), refusal);
		assert_noop!(Grants::refuse(signed(ENTERPRISE), last_id(), digest(1)), refusal);
	});
}

#[test]
fn approve_should_fail_when_the_terms_have_changed_since() {
	patent(|| {
		let id = proposed(ownership());
		assert_ok!(Grants::amend(signed(UNIVERSITY), id, Box::new(long_term(&[years(10)]))));
		assert_noop!(Grants::approve(signed(UNIVERSITY), id, 0), Error::<Test>::VersionDiffers);
		assert_ok!(Grants::approve(signed(UNIVERSITY), id, 1));
	});
}

#[test]
fn set_approvals_should_fail_when_no_member_has_so_many_keys() {
	patent(|| {
		for wrong in [0, 17] {
			assert_noop!(
				Grants::set_approvals(signed(UNIVERSITY), wrong),
				Error::<Test>::WrongNumberOfApprovals
			);
		}
		assert_ok!(Grants::set_approvals(signed(UNIVERSITY), 16));
		System::assert_last_event(
			Event::ApprovalsSet { unit: member(UNIVERSITY), old: 1, new: 16 }.into(),
		);
	});
}

#[test]
fn set_approvals_should_fail_when_the_key_is_not_full() {
	patent(|| {
		for partial in [1, 4] {
			assert_noop!(
				Grants::set_approvals(key(partial, UNIVERSITY), 2),
				DispatchError::Other("permission missing")
			);
		}
	});
}

#[test]
fn amend_should_begin_anew_when_it_was_approved() {
	patent(|| {
		let id = approved(ownership());
		let terms = long_term(&[years(10)]);
		assert_ok!(Grants::amend(signed(UNIVERSITY), id, Box::new(terms.clone())));
		assert_eq!((status(id), grant(id).version), (GrantStatus::Proposed, 1));
		assert_eq!(grant(id).terms, terms);
		assert!(Approvals::<Test>::get(id).is_empty());
		System::assert_last_event(Event::Amended { grant: id, old: 0, new: 1 }.into());
	});
}

/// G1 to G8 hold for an amendment too.
#[test]
fn amend_should_fail_when_the_new_terms_break_a_rule() {
	patent(|| {
		let id = proposed(ownership());
		let terms = Terms { legal_basis: 9, ..ownership() };
		assert_noop!(
			Grants::amend(signed(UNIVERSITY), id, Box::new(terms)),
			Error::<Test>::G3UnknownLegalBasis
		);
	});
}

#[test]
fn amend_should_fail_when_it_is_about_another_achievement() {
	patent(|| {
		let id = proposed(ownership());
		let achievement = quanqi_types::AchievementId(2);
		let terms = Terms { achievement, ..ownership() };
		assert_noop!(
			Grants::amend(signed(UNIVERSITY), id, Box::new(terms)),
			Error::<Test>::AchievementDiffers
		);
	});
}

#[test]
fn refuse_should_reject_with_the_units_reason() {
	patent(|| {
		let id = proposed(ownership());
		assert_ok!(Grants::refuse(key(1, UNIVERSITY), id, digest(9)));
		assert_eq!(status(id), GrantStatus::Rejected);
		assert_eq!(grant(id).ended, Some((start(), Some(digest(9)))));
		let document = Some(digest(9));
		System::assert_last_event(Event::Rejected { grant: id, document }.into());
	});
}

#[test]
fn withdraw_should_end_the_grant() {
	patent(|| {
		let id = approved(ownership());
		assert_ok!(Grants::withdraw(signed(UNIVERSITY), id));
		assert_eq!((status(id), grant(id).ended), (GrantStatus::Withdrawn, Some((start(), None))));
		System::assert_last_event(Event::Withdrawn { grant: id }.into());
	});
}
