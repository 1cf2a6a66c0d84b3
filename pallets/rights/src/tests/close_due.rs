use super::*;
use quanqi_title::EndReason;

/// T12: the closing entry of a right that is over, written by anyone.
#[test]
fn close_due_should_close_a_right_when_it_is_over() {
	Ledger::new().build_and_execute(|| {
		let right = licensed(UseForm::Ordinary);
		advance_days_without_poll(366);
		assert_ok!(Rights::close_due(key(AGENT), PATENT));
		assert!(title().rights.is_empty());
		let reason = EndReason::Expired;
		assert!(events().contains(&Event::UseEnded { achievement: PATENT, right, reason }));
	});
}

#[test]
fn close_due_should_fail_when_nothing_is_over() {
	Ledger::new().build_and_execute(|| {
		licensed(UseForm::Ordinary);
		assert_noop!(Rights::close_due(key(AGENT), PATENT), Error::<Test>::NothingDue);
	});
}

#[test]
fn close_due_should_fail_when_there_is_no_such_title() {
	Ledger::new().build_and_execute(|| {
		assert_noop!(
			Rights::close_due(key(AGENT), quanqi_types::AchievementId(9)),
			Error::<Test>::UnknownAchievement
		);
	});
}

/// T3: a right ends with the protection, whatever its `until` says.
#[test]
fn close_due_should_leave_a_right_without_end_when_the_protection_is_over() {
	Ledger::new().protected_until(in_days(20)).build_and_execute(|| {
		let mut terms = licence(UseForm::Ordinary);
		terms.period.until = None;
		granted(terms);
		advance_days(21);
		assert_eq!(title().rights.len(), 1);
		assert!(Rights::title_view(PATENT).unwrap().live_rights.is_empty());
	});
}
