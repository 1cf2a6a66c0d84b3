//! C11: sealed contracts.

use super::*;
use crate::sealing::{open, seal, verify_opening, SealError, SealedField};
use codec::Encode;
use quanqi_types::Commitment;

fn field(name: &str, salt: u8, value: &str) -> SealedField {
	SealedField { name: name.into(), salt: [0xa0 + salt; 32], value: value.into() }
}

fn fields() -> Vec<SealedField> {
	vec![
		field("price", 1, "7654321.09 CNY"),
		field("deliverables", 2, "two prototypes"),
		field("technology-amount", 3, "7000000 CNY"),
	]
}

fn sealed() -> Terms {
	let mut terms = plain_licence();
	terms.seal = Some(seal(&fields()).unwrap());
	terms.consideration = ConsiderationTerms::Sealed;
	terms.prices = PriceAllocation::Sealed;
	terms
}

#[test]
fn c11_any_field_should_open_to_who_has_the_root() {
	let seal = seal(&fields()).unwrap();
	for name in ["price", "deliverables", "technology-amount"] {
		let opening = open(&fields(), name).unwrap();
		assert!(verify_opening(&seal, &opening));
		assert_eq!(opening.field.name, name);
	}
}

#[test]
fn c11_an_opening_should_not_verify_when_anything_is_changed() {
	let seal = seal(&fields()).unwrap();
	let good = open(&fields(), "price").unwrap();
	let mut other = good.clone();
	other.field.value = "7654321.10 CNY".into();
	assert!(!verify_opening(&seal, &other));
	let mut other = good.clone();
	other.field.name = "technology-amount".into();
	assert!(!verify_opening(&seal, &other));
	let mut other = good.clone();
	other.field.salt = [9; 32];
	assert!(!verify_opening(&seal, &other));
	let mut other_seal = seal;
	other_seal.fields += 1;
	assert!(!verify_opening(&other_seal, &good));
	other_seal = seal;
	other_seal.root = [0; 32];
	assert!(!verify_opening(&other_seal, &good));
}

#[test]
fn c11_fields_should_have_names_and_salts_of_their_own() {
	assert_eq!(seal(&[]), Err(SealError::WrongNumber));
	let twice = [field("a", 1, "x"), field("a", 2, "y")];
	assert_eq!(seal(&twice), Err(SealError::RepeatedName));
	let salts = [field("a", 1, "x"), field("b", 1, "y")];
	assert_eq!(seal(&salts), Err(SealError::RepeatedSalt));
	assert_eq!(open(&fields(), "nothing"), Err(SealError::UnknownName));
}

#[test]
fn c11_a_sealed_contract_should_bind_like_another() {
	Ledger::new().build_and_execute(|| {
		signed(&sealed());
		assert_eq!(title(OTHER_PATENT).rights.len(), 1);
	});
}

#[test]
fn c11_a_sealed_contract_should_show_no_amount() {
	Ledger::new().build_and_execute(|| {
		let mut terms = sealed();
		terms.consideration = fixed(PRICE);
		refuses_draft!(terms, SealMismatch);
		let mut terms = sealed();
		let line = AllocatedPrice { achievement: OTHER_PATENT, price: PRICE };
		terms.prices = PriceAllocation::Allocated(vec![line].try_into().unwrap());
		refuses_draft!(terms, SealMismatch);
	});
}

#[test]
fn c11_an_open_contract_should_hide_no_amount() {
	Ledger::new().build_and_execute(|| {
		let mut terms = plain_licence();
		terms.consideration = ConsiderationTerms::Sealed;
		refuses_draft!(terms, SealMismatch);
		let mut terms = plain_licence();
		terms.prices = PriceAllocation::Sealed;
		refuses_draft!(terms, SealMismatch);
	});
}

#[test]
fn c11_a_sealed_contract_should_take_sealed_payments_and_amounts_only() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&sealed());
		let open = payment(50, ENTERPRISE, INSTITUTE, PRICE);
		assert_noop!(
			TechnologyContracts::attest_payment(key(BANK), id, open),
			Error::<Test>::SealMismatch
		);
		let mut paid = open;
		paid.amount = PaidAmount::Sealed(Commitment::new([4; 32], b"7654321.09 CNY"));
		paid.part = 1;
		assert_noop!(
			TechnologyContracts::attest_payment(key(BANK), id, paid),
			Error::<Test>::PaymentMalformed
		);
		paid.part = 0;
		assert_ok!(TechnologyContracts::attest_payment(key(BANK), id, paid));
	});
}

#[test]
fn c11_the_bureaus_amounts_should_be_sealed_when_the_contract_is() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&sealed());
		let by = key(INSTITUTE);
		assert_ok!(TechnologyContracts::submit(by, id, member(OTHER_BUREAU), None));
		let mut statement = Statement {
			kind: ContractKind::Licence,
			amounts: StatedAmounts::Open { total: PRICE, technology: PRICE },
			number: label("1"),
			scheme: label("national"),
		};
		let decide = |statement| {
			let decision = Box::new(Decision::Register(statement));
			TechnologyContracts::decide(key(OTHER_BUREAU), id, decision, None)
		};
		assert_noop!(decide(statement.clone()), Error::<Test>::SealMismatch);
		statement.amounts = StatedAmounts::Sealed(seal(&fields()).unwrap());
		advance_days(17);
		assert_ok!(decide(statement));
		let registration = Registrations::<Test>::get(id).unwrap();
		assert_eq!(registration.timeliness, Timeliness::Unclear);
	});
}

/// Every key and value of the state.
fn whole_state() -> Vec<u8> {
	let mut all = Vec::new();
	let mut next = Some(Vec::new());
	while let Some(found) = next {
		all.extend_from_slice(&found);
		all.extend(sp_io::storage::get(&found).unwrap_or_default());
		next = sp_io::storage::next_key(&found);
	}
	all
}

fn contains(haystack: &[u8], needle: &[u8]) -> bool {
	haystack.windows(needle.len()).any(|window| window == needle)
}

#[test]
fn c11_nothing_sealed_should_leak_into_storage_or_events() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&sealed());
		let mut paid = payment(50, ENTERPRISE, INSTITUTE, PRICE);
		paid.amount = PaidAmount::Sealed(Commitment::new([4; 32], b"7654321.09 CNY"));
		assert_ok!(TechnologyContracts::attest_payment(key(BANK), id, paid));
		let mut seen = whole_state();
		seen.extend(System::events().encode());
		for field in fields() {
			assert!(!contains(&seen, field.value.as_bytes()), "{} leaks", field.name);
			assert!(!contains(&seen, &field.salt), "the salt of {} leaks", field.name);
		}
		let minor = 765_432_109u128;
		assert!(!contains(&seen, &minor.to_le_bytes()[..8]));
		assert!(contains(&seen, &seal(&fields()).unwrap().root));
	});
}

#[test]
fn c11_a_sealed_payment_should_be_distributed_in_parts_of_itself() {
	use crate::income::{Payee, People, Split, SplitNode, SplitTarget};
	Ledger::new().build_and_execute(|| {
		let id = signed(&sealed());
		let mut paid = payment(50, ENTERPRISE, INSTITUTE, PRICE);
		paid.amount = PaidAmount::Sealed(Commitment::new([4; 32], b"7654321.09 CNY"));
		assert_ok!(TechnologyContracts::attest_payment(key(BANK), id, paid));
		let people = Payee::Completers(People { root: [1; 32], count: 2 });
		let nodes = vec![
			SplitNode { parent: None, weight: 4, target: SplitTarget::Payee(people) },
			SplitNode {
				parent: None,
				weight: 1,
				target: SplitTarget::Payee(Payee::Unit { label: None }),
			},
		];
		let split = Box::new(Split(nodes.try_into().unwrap()));
		let source = IncomeSource::Payment(0);
		let none = Default::default();
		let by = key(INSTITUTE);
		assert_ok!(TechnologyContracts::distribute(by, id, source, none, split, false, None));
		let record = Distributions::<Test>::get((id, source, member(INSTITUTE))).unwrap();
		assert_eq!(record.distribution.lines[0].quantity.number(), 800_000);
	});
}
