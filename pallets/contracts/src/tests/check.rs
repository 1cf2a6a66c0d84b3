//! **Check** and the other questions: answered without writing.

use super::*;
use crate::views::{CheckAnswer, CheckQuestion, Obstacle};
use quanqi_title::{Reason, Rule};

fn ask(question: CheckQuestion) -> CheckAnswer {
	let before = sp_io::storage::root(sp_core::storage::StateVersion::V1);
	let answer = TechnologyContracts::check(question);
	assert_eq!(sp_io::storage::root(sp_core::storage::StateVersion::V1), before);
	answer
}

#[test]
fn check_should_say_yes_when_all_could_sign() {
	Ledger::new().build_and_execute(|| {
		let id = draft(&plain_transfer());
		assert_eq!(ask(CheckQuestion::Sign(id)), CheckAnswer::Lawful);
		let terms = Box::new(plain_licence());
		assert_eq!(ask(CheckQuestion::Terms(terms)), CheckAnswer::Lawful);
	});
}

#[test]
fn check_should_name_the_rule_and_the_record_in_the_way() {
	Ledger::new().build_and_execute(|| {
		let mut first = plain_licence();
		first.effects =
			vec![grant(OTHER_PATENT, UseForm::Exclusive, ENTERPRISE)].try_into().unwrap();
		signed(&first);
		let right = title(OTHER_PATENT).rights[0].sequence;
		let effects = vec![grant(OTHER_PATENT, UseForm::Ordinary, BUYER)];
		let mut second = with(terms(ContractKind::Licence, INSTITUTE, BUYER), effects);
		second.number = label("another");
		second.instrument = digest(2);
		let id = draft(&second);
		let CheckAnswer::Refused(Obstacle::Title { achievement, refusal }) =
			ask(CheckQuestion::Sign(id))
		else {
			panic!("the law of titles refuses");
		};
		assert_eq!(achievement, OTHER_PATENT);
		assert_eq!((refusal.rule, refusal.reason), (Rule::T4, Reason::ExclusiveInTheWay));
		assert_eq!(refusal.with, Some(right));
	});
}

#[test]
fn check_should_name_the_error_when_no_title_refuses() {
	Ledger::new().build_and_execute(|| {
		let mut terms = plain_licence();
		terms.parties.truncate(1);
		let answer = ask(CheckQuestion::Terms(Box::new(terms)));
		assert_eq!(answer, CheckAnswer::Refused(Obstacle::Error("TooFewParties".into())));
	});
}

#[test]
fn check_should_judge_a_price_event() {
	Ledger::new().build_and_execute(|| {
		let event = auction(vec![PATENT], crate::income::Price::Amount(PRICE));
		let answer = ask(CheckQuestion::PriceEvent(Box::new(event)));
		assert!(matches!(answer, CheckAnswer::Price(_)));
	});
}

#[test]
fn check_should_say_required_and_found_when_a_distribution_is_below_the_floor() {
	use crate::income::DistributionRefusal;
	Ledger::new().build_and_execute(|| {
		let id = signed(&university_licence());
		let paid = payment(50, ENTERPRISE, UNIVERSITY, PRICE);
		assert_ok!(TechnologyContracts::attest_payment(key(BANK), id, paid));
		let question = CheckQuestion::Distribute {
			contract: id,
			unit: member(UNIVERSITY),
			source: IncomeSource::Payment(0),
			deductions: Default::default(),
			split: distribute::to_unit(),
			co_owners_paid: false,
		};
		let CheckAnswer::Refused(Obstacle::Distribution(DistributionRefusal::BelowFloor(found))) =
			ask(question)
		else {
			panic!("below the floor");
		};
		assert_eq!((found.required.number(), found.found.number()), (7_000, 0));
	});
}

#[test]
fn contract_view_should_show_all_about_a_contract() {
	Ledger::new().build_and_execute(|| {
		let id = draft(&plain_transfer());
		assert_ok!(sign(INSTITUTE, id));
		let view = TechnologyContracts::contract_view(id).unwrap();
		assert_eq!(view.versions[0].missing, vec![member(ENTERPRISE)]);
		assert_ok!(sign(ENTERPRISE, id));
		let view = TechnologyContracts::contract_view(id).unwrap();
		assert_eq!(view.effects.len(), 1);
		assert!(TechnologyContracts::contract_view(ContractId(9)).is_none());
	});
}

#[test]
fn contracts_of_should_page_through_all() {
	Ledger::new().build_and_execute(|| {
		for seed in 1..=5 {
			let mut terms = plain_licence();
			terms.number = label(&format!("number {seed}"));
			terms.instrument = digest(seed);
			draft(&terms);
		}
		let mut found = Vec::new();
		let mut after = None;
		loop {
			let page = TechnologyContracts::contracts_of(member(ENTERPRISE), after, 2);
			let Some(last) = page.last() else { break };
			after = Some(*last);
			found.extend(page);
		}
		found.sort_unstable();
		assert_eq!(found, (0..5).map(ContractId).collect::<Vec<_>>());
	});
}

#[test]
fn c4_lookups_should_find_the_contract_of_a_key_and_of_an_instrument() {
	Ledger::new().build_and_execute(|| {
		let terms = plain_licence();
		let id = signed(&terms);
		let number = terms.number.clone();
		let found = TechnologyContracts::contract_by_key(member(INSTITUTE), number, terms.date);
		assert_eq!(found, Some(id));
		assert_eq!(TechnologyContracts::contract_by_instrument(digest(1)), Some(id));
	});
}
