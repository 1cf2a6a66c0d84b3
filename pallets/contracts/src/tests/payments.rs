//! C8: payments and refunds.

use super::*;
use crate::income::{Consideration, ConsiderationPart, RoyaltyBase, RoyaltyRate, Total};
use quanqi_traits::testing::FakeMembers;
use quanqi_types::{Capability, Commitment, Currency, Digest};

fn pay(by: u32, id: ContractId, paid: PaymentAttested) -> sp_runtime::DispatchResult {
	TechnologyContracts::attest_payment(key(by), id, paid)
}

fn yuan(minor: u128) -> PaymentAttested {
	payment(50, ENTERPRISE, INSTITUTE, Amount::fen(minor))
}

#[test]
fn c8_a_payment_should_be_recorded_and_begin_performance() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&plain_licence());
		assert_ok!(pay(BANK, id, yuan(4_000)));
		assert_eq!(contract(id).state, ContractState::Performing);
		assert_eq!(PaidOn::<Test>::get(id).unwrap().0[0].paid, Amount::fen(4_000));
		assert_eq!(TechnologyContracts::payments(id, 0, 10).len(), 1);
	});
}

#[test]
fn c8_a_payment_should_refuse_above_the_fixed_total_by_one_fen() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&plain_licence());
		assert_noop!(pay(BANK, id, yuan(10_001)), Error::<Test>::PaymentTooLarge);
		assert_ok!(pay(BANK, id, yuan(10_000)));
		let mut more = yuan(1);
		more.reference = digest(51);
		assert_noop!(pay(BANK, id, more), Error::<Test>::PaymentTooLarge);
	});
}

#[test]
fn c8_a_payment_should_be_attested_once_anywhere() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&plain_licence());
		assert_ok!(pay(BANK, id, yuan(1)));
		let other = signed(&terms(ContractKind::Service, INSTITUTE, ENTERPRISE).other());
		assert_noop!(pay(BANK, id, yuan(1)), Error::<Test>::PaymentKnown);
		assert_noop!(pay(BANK, other, yuan(1)), Error::<Test>::PaymentKnown);
	});
}

trait Other {
	fn other(self) -> Self;
}

impl Other for Terms {
	/// Another contract between the same parties.
	fn other(mut self) -> Self {
		self.number = label("another");
		self.instrument = digest(2);
		self
	}
}

#[test]
fn c8_a_payment_should_refuse_who_may_not_attest_it() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&plain_licence());
		for by in [EXCHANGE, BUREAU, INSTITUTE, ENTERPRISE, COURT] {
			assert!(pay(by, id, yuan(1)).is_err(), "member {by} attests a payment");
		}
		FakeMembers::grant(AGENT, Capability::AttestPayments);
		assert_noop!(pay(AGENT, id, yuan(1)), Error::<Test>::NotPaymentAttester);
		FakeMembers::grant(EXCHANGE, Capability::AttestPayments);
		assert_ok!(pay(EXCHANGE, id, yuan(1)));
	});
}

#[test]
fn c8_a_payment_should_refuse_an_attester_that_is_a_party() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&add_party(plain_licence(), BANK, PartyRole::Other));
		assert_noop!(pay(BANK, id, yuan(1)), Error::<Test>::NotPaymentAttester);
	});
}

#[test]
fn c8_a_payment_should_be_between_parties_with_a_sha_256_reference() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&plain_licence());
		let mut paid = yuan(1);
		paid.payer = member(BUYER);
		assert_noop!(pay(BANK, id, paid), Error::<Test>::PaymentMalformed);
		let mut paid = yuan(1);
		paid.payee = paid.payer;
		assert_noop!(pay(BANK, id, paid), Error::<Test>::PaymentMalformed);
		let mut paid = yuan(1);
		paid.reference = Digest::Sm3([1; 32]);
		assert_noop!(pay(BANK, id, paid), Error::<Test>::PaymentMalformed);
		let mut paid = yuan(1);
		paid.part = 7;
		assert_noop!(pay(BANK, id, paid), Error::<Test>::PaymentMalformed);
		let mut paid = yuan(1);
		paid.date = in_days(1);
		assert_noop!(pay(BANK, id, paid), Error::<Test>::DateInFuture);
	});
}

#[test]
fn c8_a_payment_should_refuse_another_currency() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&plain_licence());
		let paid = payment(50, ENTERPRISE, INSTITUTE, Amount::new(1, EUR));
		assert_noop!(pay(BANK, id, paid), Error::<Test>::ConsiderationMalformed);
	});
}

#[test]
fn c8_a_refund_should_not_exceed_what_was_paid_and_make_room_again() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&plain_licence());
		assert_ok!(pay(BANK, id, yuan(10_000)));
		let refund = |seed, minor| {
			let mut paid = payment(seed, INSTITUTE, ENTERPRISE, Amount::fen(minor));
			paid.kind = PaymentKind::Refund;
			paid
		};
		assert_noop!(pay(BANK, id, refund(51, 10_001)), Error::<Test>::PaymentTooLarge);
		assert_ok!(pay(BANK, id, refund(51, 4_000)));
		assert_ok!(pay(BANK, id, payment(52, ENTERPRISE, INSTITUTE, Amount::fen(4_000))));
	});
}

#[test]
fn c8_a_refund_should_follow_a_rescission_and_a_payment_should_not() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&plain_licence());
		assert_ok!(pay(BANK, id, yuan(10_000)));
		assert_ok!(end_all(id, Ending::Rescinded));
		let mut refund = payment(51, INSTITUTE, ENTERPRISE, PRICE);
		assert_noop!(pay(BANK, id, refund), Error::<Test>::WrongState);
		refund.kind = PaymentKind::Refund;
		assert_ok!(pay(BANK, id, refund));
	});
}

#[test]
fn c8_a_royalty_should_have_no_total() {
	Ledger::new().build_and_execute(|| {
		let royalty = ConsiderationPart::Royalty {
			rate: RoyaltyRate::Ppm(300_000),
			base: RoyaltyBase::NetProfit,
			cap: None,
		};
		let mut terms = plain_licence();
		terms.consideration = ConsiderationTerms::Open(Consideration {
			currency: Currency::CNY,
			parts: vec![royalty].try_into().unwrap(),
			total: Total::Open,
		});
		let id = signed(&terms);
		assert_ok!(pay(BANK, id, yuan(174_820_000)));
	});
}

#[test]
fn c11_a_payment_of_an_open_contract_should_not_be_sealed() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&plain_licence());
		let mut paid = yuan(1);
		paid.amount = PaidAmount::Sealed(Commitment([1; 32]));
		assert_noop!(pay(BANK, id, paid), Error::<Test>::SealMismatch);
	});
}
