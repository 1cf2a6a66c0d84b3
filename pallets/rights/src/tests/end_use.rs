use super::*;
use quanqi_title::{EndReason, UseBasis, UseGrant};

#[test]
fn end_use_should_happen_at_once_when_the_only_holder_surrenders() {
	Ledger::new().build_and_execute(|| {
		let right = licensed(UseForm::Ordinary);
		let reason = EndReason::Surrendered;
		assert_ok!(Rights::end_use(key(ENTERPRISE), PATENT, right, reason, None, None));
		assert!(title().right(right).is_none());
		let ended = Event::UseEnded { achievement: PATENT, right, reason };
		assert!(events().contains(&ended));
	});
}

/// T6: a long-term use right by grant is not cut short by its grantor.
#[test]
fn end_use_should_fail_when_the_grantor_ends_a_long_term_right() {
	Ledger::new().build_and_execute(|| {
		let terms = UseGrant { basis: UseBasis::LongTermGrant, ..licence(UseForm::Ordinary) };
		let right = granted(terms);
		let reason = EndReason::ByTerms;
		assert_noop!(
			Rights::end_use(key(UNIVERSITY), PATENT, right, reason, None, None),
			refused!(T6, LongTermStays, right)
		);
	});
}

/// T6: a decision ends it.
#[test]
fn end_use_should_end_a_long_term_right_when_an_authority_decides() {
	Ledger::new().build_and_execute(|| {
		let terms = UseGrant { basis: UseBasis::LongTermGrant, ..licence(UseForm::Ordinary) };
		let right = granted(terms);
		let (reason, decision) = (EndReason::Decided, Some(document("D-1")));
		assert_ok!(Rights::end_use(key(COURT), PATENT, right, reason, decision, None));
		assert!(title().rights.is_empty());
	});
}

#[test]
fn end_use_should_fail_when_it_is_not_over_yet() {
	Ledger::new().build_and_execute(|| {
		let right = licensed(UseForm::Ordinary);
		assert_noop!(
			Rights::end_use(key(UNIVERSITY), PATENT, right, EndReason::Expired, None, None),
			refused!(T3, NotOverYet, right)
		);
	});
}
