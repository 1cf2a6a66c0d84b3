//! C9: the distribution of income.

use super::*;
use crate::income::{Deduction, Payee, People, Quantity, Split, SplitNode, SplitTarget};
use frame_support::BoundedVec;
use quanqi_traits::{
	testing::{FakeStatutes, FakeTitles},
	Titles,
};
use quanqi_types::{RuleId, StatuteValue};

fn people() -> Payee {
	Payee::Completers(People { root: [1; 32], count: 3 })
}

fn node(parent: Option<u8>, weight: u64, target: SplitTarget) -> SplitNode {
	SplitNode { parent, weight, target }
}

fn pay_to(payee: Payee) -> SplitTarget {
	SplitTarget::Payee(payee)
}

fn unit(words: Option<&str>) -> Payee {
	Payee::Unit { label: words.map(label) }
}

/// So much of a hundred to the team, the rest to the unit.
pub(super) fn to_team(weight: u64) -> Split {
	let nodes =
		vec![node(None, weight, pay_to(people())), node(None, 100 - weight, pay_to(unit(None)))];
	Split(nodes.try_into().unwrap())
}

/// All of it to the unit.
pub(super) fn to_unit() -> Split {
	Split(vec![node(None, 1, pay_to(unit(None)))].try_into().unwrap())
}

pub(super) fn distribute(by: u32, id: ContractId, split: Split) -> sp_runtime::DispatchResult {
	distribute_with(by, id, split, vec![], false)
}

pub(super) fn distribute_with(
	by: u32,
	id: ContractId,
	split: Split,
	deductions: Vec<Deduction>,
	co_owners_paid: bool,
) -> sp_runtime::DispatchResult {
	TechnologyContracts::distribute(
		key(by),
		id,
		IncomeSource::Payment(0),
		BoundedVec::try_from(deductions).unwrap(),
		Box::new(split),
		co_owners_paid,
		None,
	)
}

/// A licence of the university that was paid in full.
fn paid() -> ContractId {
	let id = signed(&university_licence());
	let paid = payment(50, ENTERPRISE, UNIVERSITY, PRICE);
	assert_ok!(TechnologyContracts::attest_payment(key(BANK), id, paid));
	id
}

/// How a unit divided the first payment.
pub(super) fn distribution(id: ContractId, unit: u32) -> Option<DistributionRecord> {
	Distributions::<Test>::get((id, IncomeSource::Payment(0), member(unit)))
}

pub(super) fn lines(id: ContractId, unit: u32) -> Vec<u128> {
	let record = distribution(id, unit).unwrap();
	record.distribution.lines.iter().map(|line| line.quantity.number()).collect()
}

#[test]
fn c9_completers_should_get_at_least_the_floor_of_the_date() {
	Ledger::new().build_and_execute(|| {
		let id = paid();
		let [a, b, c, _] = 700_000u32.to_le_bytes();
		assert_noop!(distribute(UNIVERSITY, id, to_team(69)), Error::<Test>::BelowFloor([a, b, c]));
		assert_ok!(distribute(UNIVERSITY, id, to_team(70)));
		assert_eq!(lines(id, UNIVERSITY), vec![7_000, 3_000]);
	});
}

#[test]
fn c9_the_floor_should_be_that_of_the_payments_own_date() {
	Ledger::new().build_and_execute(|| {
		let id = paid();
		advance_days(10);
		FakeStatutes::set(
			RuleId::CompleterIncomeFloor,
			FakeTitles::now(),
			StatuteValue::Ppm(900_000),
		);
		assert_ok!(distribute(UNIVERSITY, id, to_team(70)));
	});
}

#[test]
fn c9_an_encouraged_floor_should_flag_and_not_refuse() {
	Ledger::new().build_and_execute(|| {
		let id = paid();
		FakeStatutes::encourage(RuleId::CompleterIncomeFloor);
		System::reset_events();
		assert_ok!(distribute(UNIVERSITY, id, to_team(10)));
		assert!(events()
			.iter()
			.any(|event| matches!(event, Event::Distributed { below_floor: true, .. })));
	});
}

#[test]
fn c9_nested_splits_should_divide_to_the_fen() {
	Ledger::new().build_and_execute(|| {
		let id = paid();
		let member_part = |weight, words| node(Some(2), weight, pay_to(words));
		let nodes = vec![
			node(None, 10, pay_to(unit(None))),
			node(None, 15, pay_to(unit(Some("centre")))),
			node(None, 75, SplitTarget::Group),
			member_part(30, people()),
			member_part(10, people()),
			member_part(35, people()),
		];
		assert_ok!(distribute(UNIVERSITY, id, Split(nodes.try_into().unwrap())));
		assert_eq!(lines(id, UNIVERSITY), vec![1_000, 1_500, 3_000, 1_000, 3_500]);
	});
}

#[test]
fn c9_deductions_should_come_off_first() {
	Ledger::new().build_and_execute(|| {
		let id = paid();
		let fee =
			Deduction { label: label("appraisal"), quantity: Quantity::Money(Amount::fen(1_000)) };
		assert_ok!(distribute_with(UNIVERSITY, id, to_team(80), vec![fee], false));
		assert_eq!(lines(id, UNIVERSITY), vec![7_200, 1_800]);
	});
}

#[test]
fn c9_co_owners_parts_should_come_first() {
	let owned = Ledger::new().owned_by(&[(UNIVERSITY, 750_000), (BUYER, 250_000)]);
	owned.build_and_execute(|| {
		let id = paid();
		assert_ok!(distribute(UNIVERSITY, id, to_team(80)));
		let record = distribution(id, UNIVERSITY).unwrap();
		assert_eq!(record.distribution.co_owners[0].quantity.number(), 2_500);
		assert_eq!(lines(id, UNIVERSITY), vec![6_000, 1_500]);
	});
}

#[test]
fn c9_co_owners_should_be_left_out_only_when_they_are_paid_sellers() {
	let owned = Ledger::new().owned_by(&[(UNIVERSITY, 750_000), (BUYER, 250_000)]);
	owned.build_and_execute(|| {
		let id = paid();
		assert_noop!(
			distribute_with(UNIVERSITY, id, to_team(80), vec![], true),
			Error::<Test>::DistributionUnfit
		);
	});
}

#[test]
fn c9_a_transfer_of_ones_own_share_should_be_ones_own_income() {
	let owned = Ledger::new().owned_by(&[(UNIVERSITY, 300_000), (BUYER, 700_000)]);
	owned.build_and_execute(|| {
		let event = record_auction(vec![PATENT], crate::income::Price::Amount(PRICE));
		let effects = vec![transfer(PATENT, UNIVERSITY, ENTERPRISE, 300_000)];
		let mut terms = with(terms(ContractKind::Transfer, UNIVERSITY, ENTERPRISE), effects);
		terms.price_events = vec![event].try_into().unwrap();
		let id = signed(&add_party(terms, BUYER, PartyRole::Consenter));
		let paid = payment(50, ENTERPRISE, UNIVERSITY, PRICE);
		assert_ok!(TechnologyContracts::attest_payment(key(BANK), id, paid));
		assert_ok!(distribute(UNIVERSITY, id, to_team(70)));
		assert_eq!(lines(id, UNIVERSITY), vec![7_000, 3_000]);
	});
}

#[test]
fn c9_other_holders_should_follow_their_agreement() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&plain_licence());
		let paid = payment(50, ENTERPRISE, INSTITUTE, PRICE);
		assert_ok!(TechnologyContracts::attest_payment(key(BANK), id, paid));
		assert_ok!(distribute(INSTITUTE, id, to_team(10)));
	});
}

#[test]
fn c9_only_the_payee_should_distribute() {
	Ledger::new().build_and_execute(|| {
		let id = paid();
		assert_noop!(distribute(ENTERPRISE, id, to_team(70)), Error::<Test>::NotPayee);
		assert_noop!(distribute(BUYER, id, to_team(70)), Error::<Test>::NotPayee);
	});
}

#[test]
fn c9_income_should_be_distributed_once() {
	Ledger::new().build_and_execute(|| {
		let id = paid();
		assert_ok!(distribute(UNIVERSITY, id, to_team(70)));
		assert_noop!(distribute(UNIVERSITY, id, to_team(80)), Error::<Test>::DistributedAlready);
	});
}

#[test]
fn c9_a_refund_should_not_be_distributed() {
	Ledger::new().build_and_execute(|| {
		let id = paid();
		let mut refund = payment(51, UNIVERSITY, ENTERPRISE, Amount::fen(1));
		refund.kind = PaymentKind::Refund;
		assert_ok!(TechnologyContracts::attest_payment(key(BANK), id, refund));
		let source = IncomeSource::Payment(1);
		let split = Box::new(to_team(70));
		let none = Default::default();
		assert_noop!(
			TechnologyContracts::distribute(key(ENTERPRISE), id, source, none, split, false, None),
			Error::<Test>::UnknownPayment
		);
	});
}

#[test]
fn c9_a_hold_should_park_the_distribution_until_it_is_over() {
	Ledger::new().build_and_execute(|| {
		let id = paid();
		hold(PATENT, 5);
		assert_ok!(distribute(UNIVERSITY, id, to_team(70)));
		let source = IncomeSource::Payment(0);
		let state = || distribution(id, UNIVERSITY).unwrap().state;
		assert_eq!(state(), DistributionState::Parked);
		let release = || TechnologyContracts::release(key(AGENT), id, source, member(UNIVERSITY));
		assert_noop!(release(), Error::<Test>::HoldInTheWay);
		advance_days(5);
		assert_ok!(release());
		assert_eq!(state(), DistributionState::Released);
		assert_noop!(release(), Error::<Test>::NotParked);
	});
}

#[test]
fn c9_release_should_refuse_what_was_never_parked() {
	Ledger::new().build_and_execute(|| {
		let id = paid();
		let source = IncomeSource::Payment(0);
		let release = || TechnologyContracts::release(key(AGENT), id, source, member(UNIVERSITY));
		assert_noop!(release(), Error::<Test>::UnknownPayment);
		assert_ok!(distribute(UNIVERSITY, id, to_team(70)));
		assert_noop!(release(), Error::<Test>::NotParked);
	});
}

#[test]
fn c9_a_missing_floor_should_refuse_a_state_established_holder() {
	Ledger::new().build_and_execute(|| {
		let id = paid();
		FakeStatutes::clear();
		assert_noop!(distribute(UNIVERSITY, id, to_team(100 - 1)), Error::<Test>::StatuteMissing);
	});
}

/// The patent is contributed, at an open price, for a stake in the enterprise.
pub(super) fn contributed(mut terms: Terms, stake: u32) -> ContractId {
	use crate::income::{Consideration, ConsiderationPart, Equity, Named, Price, Total};
	let event = record_auction(vec![PATENT], Price::Open);
	let equity = Equity {
		company: Named::Member(member(ENTERPRISE)),
		stake: Quantity::Ppm(stake),
		value: None,
		recipients: Default::default(),
	};
	terms.price_events = vec![event].try_into().unwrap();
	terms.consideration = ConsiderationTerms::Open(Consideration {
		currency: quanqi_types::Currency::CNY,
		parts: vec![ConsiderationPart::Equity(equity)].try_into().unwrap(),
		total: Total::Fixed(Amount::fen(0)),
	});
	signed(&terms)
}

#[test]
fn c9_equity_should_be_distributed_like_a_payment() {
	Ledger::new().build_and_execute(|| {
		let id = contributed(university_licence(), 900_000);
		let source = IncomeSource::Equity(0);
		let by = |member, split| {
			let none = Default::default();
			TechnologyContracts::distribute(
				key(member),
				id,
				source,
				none,
				Box::new(split),
				false,
				None,
			)
		};
		assert_noop!(by(ENTERPRISE, to_team(80)), Error::<Test>::NotPayee);
		assert_ok!(by(UNIVERSITY, to_team(80)));
		let record = Distributions::<Test>::get((id, source, member(UNIVERSITY))).unwrap();
		assert_eq!(record.distribution.lines[0].quantity, Quantity::Ppm(720_000));
	});
}

/// C9: equity is not divided first by an owner whom no floor binds.
#[test]
fn c9_equity_should_be_distributed_by_the_owner_whom_the_law_binds() {
	let owned = Ledger::new().owned_by(&[(UNIVERSITY, 750_000), (BUYER, 250_000)]);
	owned.build_and_execute(|| {
		let id = contributed(add_party(university_licence(), BUYER, PartyRole::Seller), 400_000);
		let by = |member, weight| {
			TechnologyContracts::distribute(
				key(member),
				id,
				IncomeSource::Equity(0),
				Default::default(),
				Box::new(to_team(weight)),
				false,
				None,
			)
		};
		assert_noop!(by(BUYER, 1), Error::<Test>::NotPayee);
		assert_ok!(by(UNIVERSITY, 80));
	});
}

/// A licence that both co-owners sell, paid to one of them.
#[test]
fn c9_co_owners_who_sell_too_should_be_left_out_where_they_are_paid_by_themselves() {
	let owned = Ledger::new().owned_by(&[(UNIVERSITY, 750_000), (BUYER, 250_000)]);
	owned.build_and_execute(|| {
		let id = signed(&add_party(university_licence(), BUYER, PartyRole::Seller));
		let paid = payment(50, ENTERPRISE, UNIVERSITY, Amount::fen(7_500));
		assert_ok!(TechnologyContracts::attest_payment(key(BANK), id, paid));
		assert_ok!(distribute_with(UNIVERSITY, id, to_team(80), vec![], true));
		let record = distribution(id, UNIVERSITY).unwrap();
		assert!(record.distribution.co_owners.is_empty());
		assert_eq!(lines(id, UNIVERSITY), vec![6_000, 1_500]);
	});
}

#[test]
fn c9_co_owners_should_not_be_left_out_of_equity() {
	let owned = Ledger::new().owned_by(&[(UNIVERSITY, 750_000), (BUYER, 250_000)]);
	owned.build_and_execute(|| {
		let id = contributed(add_party(university_licence(), BUYER, PartyRole::Seller), 400_000);
		let by = |co_owners_paid| {
			TechnologyContracts::distribute(
				key(UNIVERSITY),
				id,
				IncomeSource::Equity(0),
				Default::default(),
				Box::new(to_team(80)),
				co_owners_paid,
				None,
			)
		};
		assert_noop!(by(true), Error::<Test>::DistributionUnfit);
		assert_ok!(by(false));
	});
}

/// The institute's licence to the enterprise, or to it and the buyer; its right.
fn use_right(holders: &[(u32, quanqi_types::Ppm)]) -> u32 {
	let mut grant = licence(INSTITUTE, ENTERPRISE, UseForm::Ordinary);
	grant.holders = shares(holders);
	let effect = Effect::GrantUse { achievement: OTHER_PATENT, terms: Box::new(grant) };
	let mut terms = with(plain_licence(), vec![effect]);
	if holders.len() > 1 {
		terms = add_party(terms, BUYER, PartyRole::Buyer);
	}
	let id = signed(&terms);
	effect_entry(id)
}

fn effect_entry(id: ContractId) -> u32 {
	effect(id, 0).entry.unwrap()
}

/// A contract by which the enterprise gives of its use right to a company abroad, paid in full.
fn given_on(kind: ContractKind, effect: Effect, consenter: Option<u32>) -> ContractId {
	let mut terms = with(terms(kind, ENTERPRISE, FOREIGN), vec![effect]);
	terms.instrument = digest(4);
	if let Some(member) = consenter {
		terms = add_party(terms, member, PartyRole::Consenter);
	}
	let id = signed(&terms);
	let paid = payment(50, FOREIGN, ENTERPRISE, PRICE);
	assert_ok!(TechnologyContracts::attest_payment(key(BANK), id, paid));
	id
}

fn sublicence(right: u32) -> Effect {
	let mut grant = licence(ENTERPRISE, FOREIGN, UseForm::Ordinary);
	grant.basis = quanqi_title::UseBasis::Sublicence(right);
	Effect::GrantUse { achievement: OTHER_PATENT, terms: Box::new(grant) }
}

#[test]
fn c9_income_of_a_sublicence_should_be_its_grantors() {
	Ledger::new().build_and_execute(|| {
		let right = use_right(&[(ENTERPRISE, WHOLE_PPM)]);
		let id = given_on(ContractKind::Licence, sublicence(right), None);
		assert_ok!(distribute(ENTERPRISE, id, to_team(10)));
		assert_eq!(lines(id, ENTERPRISE), vec![1_000, 9_000]);
	});
}

#[test]
fn c9_income_of_a_sublicence_should_be_shared_by_all_holders_of_the_right() {
	Ledger::new().build_and_execute(|| {
		let right = use_right(&[(ENTERPRISE, 600_000), (BUYER, 400_000)]);
		let id = given_on(ContractKind::Licence, sublicence(right), Some(BUYER));
		assert_ok!(distribute(ENTERPRISE, id, to_team(10)));
		let record = distribution(id, ENTERPRISE).unwrap();
		assert_eq!(record.distribution.co_owners[0].member, member(BUYER));
		assert_eq!(record.distribution.co_owners[0].quantity.number(), 4_000);
	});
}

#[test]
fn c9_income_of_a_use_right_that_moves_should_be_its_givers() {
	Ledger::new().build_and_execute(|| {
		let right = use_right(&[(ENTERPRISE, WHOLE_PPM)]);
		let effect = Effect::TransferUse {
			achievement: OTHER_PATENT,
			right,
			from: member(ENTERPRISE),
			to: member(FOREIGN),
			ppm: 250_000,
		};
		let id = given_on(ContractKind::Transfer, effect, None);
		assert_ok!(distribute(ENTERPRISE, id, to_team(10)));
		assert_eq!(lines(id, ENTERPRISE), vec![1_000, 9_000]);
	});
}
