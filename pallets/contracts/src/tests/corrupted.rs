//! Storage that no call could have written: each invariant says so.

use super::*;
use quanqi_types::{Date, MemberId};
use sp_runtime::TryRuntimeError;

/// Runs a corruption on a ledger with a signed, paid and submitted transfer.
fn corrupted(expected: &'static str, corrupt: impl FnOnce()) {
	Ledger::new().build().execute_with(|| {
		let id = signed(&plain_transfer());
		let paid = payment(50, ENTERPRISE, INSTITUTE, Amount::fen(1));
		assert_ok!(TechnologyContracts::attest_payment(key(BANK), id, paid));
		let by = key(INSTITUTE);
		assert_ok!(TechnologyContracts::submit(by, id, member(OTHER_BUREAU), None));
		assert_ok!(TechnologyContracts::do_try_state());
		corrupt();
		let TryRuntimeError::Other(found) = TechnologyContracts::do_try_state().unwrap_err() else {
			panic!("an invariant says its number");
		};
		assert!(found.starts_with(expected), "{found}");
	});
}

fn change(edit: impl FnOnce(&mut Contract)) {
	Contracts::<Test>::mutate(ID, |contract| edit(contract.as_mut().unwrap()));
}

#[test]
fn i1_should_fail_when_a_number_was_not_given() {
	corrupted("I1", || NextContract::<Test>::put(ID));
}

#[test]
fn i1_should_fail_when_state_and_version_do_not_fit() {
	corrupted("I1", || change(|contract| contract.state = ContractState::Draft));
}

#[test]
fn i1_should_fail_when_a_party_is_not_in_the_index() {
	corrupted("I1", || ContractsOf::<Test>::remove(member(ENTERPRISE), ID));
}

#[test]
fn i1_should_fail_when_the_index_names_no_party() {
	corrupted("I1", || ContractsOf::<Test>::insert(member(BUYER), ID, ()));
}

#[test]
fn i2_should_fail_when_terms_are_missing() {
	corrupted("I2", || TermsOf::<Test>::remove(ID, 1));
}

#[test]
fn i2_should_fail_when_a_signature_is_missing() {
	corrupted("I2", || {
		SignaturesOf::<Test>::mutate(ID, 1, |signatures| {
			let _ = signatures.pop();
		})
	});
}

#[test]
fn i3_should_fail_when_an_effect_is_missing() {
	corrupted("I3", || Effects::<Test>::remove(ID, 0));
}

#[test]
fn i3_should_fail_when_an_agreed_transfer_is_not_indexed() {
	corrupted("I3", || {
		let entry = effect(ID, 0).entry.unwrap();
		AgreedBy::<Test>::remove(OTHER_PATENT, entry);
	});
}

#[test]
fn i4_should_fail_when_a_key_is_another_contracts() {
	corrupted("I4", || {
		let key = plain_transfer().keys().next().unwrap();
		Keys::<Test>::insert(key, ContractId(7));
	});
}

#[test]
fn i4_should_fail_when_an_instrument_is_of_no_contract() {
	corrupted("I4", || Instruments::<Test>::insert(digest(99), ContractId(7)));
}

#[test]
fn i5_should_fail_when_a_payment_is_missing() {
	corrupted("I5", || PaymentsOf::<Test>::remove(ID, 0));
}

#[test]
fn i5_should_fail_when_the_sum_is_another() {
	corrupted("I5", || {
		PaidOn::<Test>::mutate(ID, |paid| paid.as_mut().unwrap().0[0].paid = Amount::fen(2))
	});
}

#[test]
fn i7_should_fail_when_nothing_is_before_the_bureau() {
	corrupted("I7", || {
		Registrations::<Test>::mutate(ID, |found| found.as_mut().unwrap().application = None)
	});
}

#[test]
fn i8_should_fail_when_an_effect_was_not_counted() {
	corrupted("I8", || Effects::<Test>::insert(ID, 9, effect(ID, 0)));
}

#[test]
fn i8_should_fail_when_a_claim_is_against_nothing() {
	corrupted("I8", || PreEmptionClaims::<Test>::insert(ID, member(COMPLETER), start()));
}

#[test]
fn i9_should_fail_when_something_lies_before_the_cursor() {
	corrupted("I9", || {
		let (day, later) = (Date::from_moment(start()), Date::from_moment(in_days(9)));
		Due::<Test>::insert(day, (ID, 0), ());
		Scheduled::<Test>::insert((ID, 0), day);
		DueCursor::<Test>::put(later);
	});
}

#[test]
fn i9_should_fail_when_the_reverse_names_no_day() {
	corrupted("I9", || Scheduled::<Test>::insert((ID, 0), Date::from_moment(start())));
}

/// The institute divides what it was paid; its record, and where it stands.
fn divided() -> ((ContractId, IncomeSource, MemberId), DistributionRecord) {
	let split = Box::new(distribute::to_unit());
	let source = IncomeSource::Payment(0);
	let none = Default::default();
	let by = key(INSTITUTE);
	assert_ok!(TechnologyContracts::distribute(by, ID, source, none, split, false, None));
	let place = (ID, source, member(INSTITUTE));
	(place, Distributions::<Test>::get(place).unwrap())
}

#[test]
fn i6_should_fail_when_a_distribution_does_not_add_up() {
	corrupted("I6", || {
		let (place, mut record) = divided();
		record.distribution.lines.clear();
		Distributions::<Test>::insert(place, record);
	});
}

#[test]
fn i6_should_fail_when_a_distribution_is_filed_under_another_unit() {
	corrupted("I6: a distribution of another unit", || {
		let ((id, source, _), record) = divided();
		Distributions::<Test>::insert((id, source, member(BUYER)), record);
	});
}

#[test]
fn i6_should_fail_when_a_unit_divides_a_part_that_nobody_gave_it() {
	corrupted("I6: a part", || {
		let ((id, source, _), mut record) = divided();
		record.distribution.unit = member(BUYER);
		Distributions::<Test>::insert((id, source, member(BUYER)), record);
	});
}

#[test]
fn i10_should_fail_when_what_was_sold_is_of_no_lot_or_of_no_contract_of_the_event() {
	let sold = |contract, achievements: &[quanqi_types::AchievementId]| {
		let event = record_auction(vec![PATENT], crate::income::Price::Amount(PRICE));
		let one = |achievement: &_| PriceUse { achievement: *achievement, contract };
		let uses: Vec<_> = achievements.iter().map(one).collect();
		UsesOf::<Test>::insert(event, PriceUses::try_from(uses).unwrap());
	};
	corrupted("I10", || sold(ID, &[PATENT]));
	corrupted("I10", || sold(ID, &[SOFTWARE]));
	corrupted("I10", || sold(ID, &[PATENT, PATENT]));
	corrupted("I10", || sold(ContractId(77), &[PATENT]));
	corrupted("I10", || UsesOf::<Test>::insert(77, PriceUses::default()));
}
