use super::*;
use quanqi_title::{Agreement, AgreementLine};
use quanqi_types::{ConsentAct, ConsentRule, Digest, Term, TermUnit};

pub(super) fn agreement(rule: ConsentRule, deemed_after_days: Option<u32>) -> Agreement {
	let deemed_after = deemed_after_days.map(|number| Term { number, unit: TermUnit::Day });
	let line = AgreementLine { act: ConsentAct::ExclusiveLicence, rule, deemed_after };
	Agreement { lines: vec![line].try_into().unwrap(), digest: Digest::Sha256([5; 32]) }
}

/// T8: only all co-owners set the rules.
#[test]
fn set_agreement_should_wait_for_all_co_owners_when_one_asks() {
	Ledger::new().owned_by(&[(UNIVERSITY, 900_000), (INSTITUTE, 100_000)]).build_and_execute(
		|| {
			let new = agreement(ConsentRule::Any, None);
			assert_ok!(Rights::set_agreement(key(UNIVERSITY), PATENT, new.clone(), None));
			assert_eq!(missing(), [(INSTITUTE, ConsentRole::CoOwner)]);
			everyone_agrees();
			let set = Event::AgreementSet { achievement: PATENT, old: None, new: new.clone() };
			assert!(events().contains(&set));
			assert_eq!(title().agreement, Some(new));
		},
	);
}

/// T8: agreement first, the law's default where it is silent.
#[test]
fn set_agreement_should_go_before_the_default_when_it_says_any() {
	Ledger::new().owned_by(&[(UNIVERSITY, half()), (INSTITUTE, half())]).build_and_execute(|| {
		let new = agreement(ConsentRule::Any, None);
		assert_ok!(Rights::set_agreement(key(UNIVERSITY), PATENT, new, None));
		everyone_agrees();
		let terms = Box::new(licence(UseForm::Exclusive));
		let obstacles = crate::Obstacles::Refuse;
		assert_ok!(Rights::grant_use(key(UNIVERSITY), PATENT, terms, obstacles, None));
		assert_eq!(missing(), [(ENTERPRISE, ConsentRole::Recipient)]);
	});
}

#[test]
fn set_agreement_should_fail_when_a_threshold_cannot_be_met() {
	Ledger::new().build_and_execute(|| {
		let new = agreement(ConsentRule::Threshold(0), None);
		assert_noop!(
			Rights::set_agreement(key(UNIVERSITY), PATENT, new, None),
			refused!(T8, WrongAgreement)
		);
	});
}
