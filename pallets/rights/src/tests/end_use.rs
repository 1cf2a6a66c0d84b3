use super::*;
use quanqi_title::{Act, Cause, Consent, EndReason, UseBasis, UseGrant};
use quanqi_traits::Titles;
use quanqi_types::{GrantId, Moment, Period};

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

/// A long-term use right of the enterprise, by a grant.
fn granted_for_long() -> u32 {
	let terms = UseGrant { basis: UseBasis::LongTermGrant, ..licence(UseForm::Ordinary) };
	let mut step = declared(UNIVERSITY, Act::UseGranted(Box::new(terms)));
	step.cause = Cause::Grant(GrantId(0));
	let (member, role) = (member(ENTERPRISE), ConsentRole::Recipient);
	step.consents = vec![Consent { member, role, mandate: None, deemed: false }];
	Rights::append(PATENT, step).unwrap()
}

/// G5: whoever owns the title grants a long-term right by a grant and not by a licence.
#[test]
fn grant_use_should_fail_when_it_is_a_long_term_right_or_a_trial() {
	Ledger::new().build_and_execute(|| {
		for basis in [UseBasis::LongTermGrant, UseBasis::Trial] {
			let until = Some(Moment(start().0 + 1_000_000));
			let period = Period { from: start(), until };
			let terms = UseGrant { basis, period, ..licence(UseForm::Ordinary) };
			let obstacles = crate::Obstacles::Refuse;
			assert_noop!(
				Rights::grant_use(key(UNIVERSITY), PATENT, Box::new(terms), obstacles, None),
				refused!(Form, CauseUnfit)
			);
		}
	});
}

/// T6: a long-term use right by grant is not cut short by its grantor.
#[test]
fn end_use_should_fail_when_the_grantor_ends_a_long_term_right() {
	Ledger::new().build_and_execute(|| {
		let right = granted_for_long();
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
		let right = granted_for_long();
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
