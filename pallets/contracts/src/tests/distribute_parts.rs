//! C9: each owner divides its own part of what one of them was paid.

use super::{
	distribute::{contributed, distribute, distribute_with, distribution, lines, to_team},
	*,
};
use crate::income::Quantity;
use quanqi_traits::{
	testing::{FakeMembers, FakeStatutes, FakeTitles},
	Titles,
};
use quanqi_types::{MemberId, MemberKind, RuleId, StatuteValue};

/// A ledger on which the university owns three quarters of the patent and the buyer, which the state
/// established too, one.
fn owned_by_two(test: impl FnOnce()) {
	let owned = Ledger::new().owned_by(&[(UNIVERSITY, 750_000), (BUYER, 250_000)]);
	owned.build_and_execute(|| {
		FakeMembers::admit(BUYER, MemberKind::University, true);
		test();
	});
}

/// The university's licence, paid to the university alone; the buyer is no party, since one owner
/// may give an ordinary licence.
fn paid_to_one() -> ContractId {
	let id = signed(&university_licence());
	assert_ok!(TechnologyContracts::attest_payment(
		key(BANK),
		id,
		payment(50, ENTERPRISE, UNIVERSITY, PRICE)
	));
	id
}

fn units(id: ContractId, source: IncomeSource) -> Vec<MemberId> {
	let all = TechnologyContracts::distributions_of(id, source);
	all.iter().map(|record| record.distribution.unit).collect()
}

#[test]
fn c9_each_owner_whom_the_law_binds_should_divide_its_part_above_the_floor() {
	owned_by_two(|| {
		let id = paid_to_one();
		assert_ok!(distribute(UNIVERSITY, id, to_team(80)));
		assert_eq!(lines(id, UNIVERSITY), vec![6_000, 1_500]);
		let [a, b, c, _] = 700_000u32.to_le_bytes();
		assert_noop!(distribute(BUYER, id, to_team(69)), Error::<Test>::BelowFloor([a, b, c]));
		assert_ok!(distribute(BUYER, id, to_team(70)));
		assert_eq!(lines(id, BUYER), vec![1_750, 750]);
		let record = distribution(id, BUYER).unwrap().distribution;
		assert_eq!(record.received, Quantity::Money(PRICE));
		assert_eq!(record.co_owners[0].member, member(UNIVERSITY));
		let source = IncomeSource::Payment(0);
		assert_eq!(units(id, source), vec![member(UNIVERSITY), member(BUYER)]);
	});
}

#[test]
fn c9_an_owner_should_wait_until_the_payee_gives_it_its_part() {
	owned_by_two(|| {
		let id = paid_to_one();
		assert_noop!(distribute(BUYER, id, to_team(70)), Error::<Test>::NotPayee);
		assert_ok!(distribute(UNIVERSITY, id, to_team(70)));
		assert_ok!(distribute(BUYER, id, to_team(70)));
	});
}

#[test]
fn c9_an_owner_should_divide_its_part_once() {
	owned_by_two(|| {
		let id = paid_to_one();
		assert_ok!(distribute(UNIVERSITY, id, to_team(70)));
		assert_ok!(distribute(BUYER, id, to_team(70)));
		assert_noop!(distribute(BUYER, id, to_team(80)), Error::<Test>::DistributedAlready);
	});
}

#[test]
fn c9_who_owned_nothing_should_divide_no_part() {
	owned_by_two(|| {
		let id = paid_to_one();
		assert_ok!(distribute(UNIVERSITY, id, to_team(70)));
		for stranger in [ENTERPRISE, INSTITUTE] {
			assert_noop!(distribute(stranger, id, to_team(70)), Error::<Test>::NotPayee);
		}
	});
}

#[test]
fn c9_an_owner_should_have_no_part_of_what_is_the_payees_alone() {
	owned_by_two(|| {
		let id = signed(&add_party(university_licence(), BUYER, PartyRole::Seller));
		let paid = payment(50, ENTERPRISE, UNIVERSITY, Amount::fen(7_500));
		assert_ok!(TechnologyContracts::attest_payment(key(BANK), id, paid));
		assert_ok!(distribute_with(UNIVERSITY, id, to_team(80), vec![], true));
		assert_noop!(distribute(BUYER, id, to_team(80)), Error::<Test>::NotPayee);
	});
}

#[test]
fn c9_an_owner_should_not_call_anothers_payment_its_own() {
	owned_by_two(|| {
		let id = signed(&add_party(university_licence(), BUYER, PartyRole::Seller));
		let paid = payment(50, ENTERPRISE, UNIVERSITY, PRICE);
		assert_ok!(TechnologyContracts::attest_payment(key(BANK), id, paid));
		assert_ok!(distribute(UNIVERSITY, id, to_team(80)));
		assert_noop!(
			distribute_with(BUYER, id, to_team(80), vec![], true),
			Error::<Test>::DistributionUnfit
		);
	});
}

#[test]
fn c9_an_owners_part_should_wait_while_the_payees_distribution_is_parked() {
	owned_by_two(|| {
		let id = paid_to_one();
		hold(PATENT, 5);
		assert_ok!(distribute(UNIVERSITY, id, to_team(70)));
		assert_noop!(distribute(BUYER, id, to_team(70)), Error::<Test>::HoldInTheWay);
		advance_days(5);
		let source = IncomeSource::Payment(0);
		assert_ok!(TechnologyContracts::release(key(AGENT), id, source, member(UNIVERSITY)));
		hold(PATENT, 5);
		assert_ok!(distribute(BUYER, id, to_team(70)));
		let release = || TechnologyContracts::release(key(AGENT), id, source, member(BUYER));
		assert_noop!(release(), Error::<Test>::HoldInTheWay);
		advance_days(5);
		assert_ok!(release());
		assert_eq!(distribution(id, BUYER).unwrap().state, DistributionState::Released);
	});
}

#[test]
fn c9_equity_should_be_divided_by_each_owner_whom_the_law_binds() {
	owned_by_two(|| {
		let id = contributed(add_party(university_licence(), BUYER, PartyRole::Seller), 400_000);
		let source = IncomeSource::Equity(0);
		let by = |unit| {
			let (none, split) = (Default::default(), Box::new(to_team(80)));
			TechnologyContracts::distribute(key(unit), id, source, none, split, false, None)
		};
		assert_ok!(by(BUYER));
		assert_ok!(by(UNIVERSITY));
		let first = |unit| {
			let record = Distributions::<Test>::get((id, source, member(unit))).unwrap();
			record.distribution.lines[0].quantity
		};
		assert_eq!(first(UNIVERSITY), Quantity::Ppm(240_000));
		assert_eq!(first(BUYER), Quantity::Ppm(80_000));
		assert_eq!(units(id, source), vec![member(UNIVERSITY), member(BUYER)]);
	});
}

/// What a completer receives as an owner counts for each bound owner by its share, not whole for
/// each: 5 000 of 10 000 are its own, so of 2 500 each unit gives 1 000 more to reach 70 %.
#[test]
fn c9_what_a_completer_owns_should_count_once_where_two_owners_are_bound() {
	let lines = [(UNIVERSITY, 250_000), (BUYER, 250_000), (COMPLETER, 500_000)];
	Ledger::new().owned_by(&lines).build_and_execute(|| {
		FakeMembers::admit(BUYER, MemberKind::University, true);
		let counted = (RuleId::CountedReceipts, StatuteValue::Number(1));
		FakeStatutes::set(counted.0, FakeTitles::now(), counted.1);
		let id = paid_to_one();
		let [a, b, c, _] = 700_000u32.to_le_bytes();
		for unit in [UNIVERSITY, BUYER] {
			let below = Error::<Test>::BelowFloor([a, b, c]);
			assert_noop!(distribute(unit, id, to_team(39)), below);
			assert_ok!(distribute(unit, id, to_team(40)));
		}
	});
}
