use super::*;
use quanqi_types::{bounds::MAX_TRIAL_SERVICES, Currency, Digest, MandateId};

fn insure(by: u32, id: TrialId, premium: u128, voucher: u128) -> sp_runtime::DispatchResult {
	let (premium, voucher) = (Amount::fen(premium), Amount::fen(voucher));
	Trials::insure(key(by), id, text("P-1"), digest(5), premium, voucher)
}

/// R15: 600 yuan of premium, 480 by voucher: exactly the statute's 80 %.
#[test]
fn insure_should_record_the_policy() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = running(ENTERPRISE);
		assert_ok!(insure(INSURER, id, 60_000, 48_000));
		let (insurer, premium, voucher) =
			(member(INSURER), Amount::fen(60_000), Amount::fen(48_000));
		assert_eq!(events(), [Event::TrialInsured { trial: id, insurer, premium, voucher }]);
		assert_eq!(trial(id).policy.unwrap().insurer, insurer);
	});
}

/// R15: who insures may insure.
#[test]
fn insure_should_fail_when_the_member_may_not_insure() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = running(ENTERPRISE);
		for other in [ENTERPRISE, UNIVERSITY, BANK, BROKER] {
			assert_noop!(insure(other, id, 100, 80), NOT_CAPABLE);
		}
	});
}

/// R15.
#[test]
fn insure_should_fail_when_the_insurer_is_a_party() {
	Ledger::new().build_and_execute(|| {
		entered(EntryTerms { operator: Some(member(OPERATOR)), ..terms() });
		let id = running(ENTERPRISE);
		for party in [ENTERPRISE, UNIVERSITY, OPERATOR] {
			FakeMembers::grant(party, Capability::Insure);
			assert_noop!(insure(party, id, 100, 80), Error::<Test>::InsurerIsParty);
		}
	});
}

/// R15: one policy per trial.
#[test]
fn insure_should_fail_when_there_is_a_policy() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = running(ENTERPRISE);
		assert_ok!(insure(INSURER, id, 100, 80));
		assert_noop!(insure(INSURER, id, 100, 80), Error::<Test>::AlreadyInsured);
	});
}

/// R15: a binding share refuses, naming the part found; one fen decides.
#[test]
fn insure_should_fail_when_the_voucher_is_below_a_binding_share() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = running(ENTERPRISE);
		let below = Error::<Test>::VoucherBelow(Found::new(792_079));
		assert_noop!(insure(INSURER, id, 101, 80), below);
		assert_ok!(insure(INSURER, id, 101, 81));
	});
}

/// R15: the policy's share only encourages: it flags.
#[test]
fn insure_should_be_flagged_when_the_voucher_is_below_an_encouraged_share() {
	Ledger::new().build_and_execute(|| {
		FakeStatutes::encourage(RuleId::VoucherShare);
		entered(terms());
		let id = running(ENTERPRISE);
		assert_ok!(insure(INSURER, id, 100, 50));
		let flag = Flag::VoucherBelow { required: 800_000, found: 500_000 };
		assert_eq!(trial(id).flags.to_vec(), [flag]);
		assert!(events().contains(&Event::TrialFlagged { trial: id, flag }));
	});
}

/// R15.
#[test]
fn insure_should_fail_when_the_voucher_is_above_the_premium() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = running(ENTERPRISE);
		assert_noop!(insure(INSURER, id, 100, 101), Error::<Test>::VoucherAbovePremium);
		let dollars = Amount::new(90, Currency(*b"USD"));
		let (number, premium) = (text("P"), Amount::fen(100));
		assert_noop!(
			Trials::insure(key(INSURER), id, number, digest(5), premium, dollars),
			Error::<Test>::VoucherAbovePremium
		);
	});
}

/// R15.
#[test]
fn insure_should_fail_when_number_or_currency_are_none() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = running(ENTERPRISE);
		let empty = quanqi_types::Text(Default::default());
		let premium = Amount::fen(0);
		assert_noop!(
			Trials::insure(key(INSURER), id, empty, digest(5), premium, premium),
			Error::<Test>::WrongText
		);
		let none = Amount::new(0, Currency(*b"   "));
		assert_noop!(
			Trials::insure(key(INSURER), id, text("P"), digest(5), none, none),
			Error::<Test>::WrongCurrency
		);
	});
}

fn redeem(by: u32, id: TrialId, reference: Digest) -> sp_runtime::DispatchResult {
	Trials::redeem_voucher(key(by), id, reference)
}

/// R16.
#[test]
fn redeem_voucher_should_happen_once() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = running(ENTERPRISE);
		assert_ok!(insure(INSURER, id, 100, 80));
		events();
		assert_ok!(redeem(BANK, id, digest(1)));
		let (reference, attested_by) = (digest(1), member(BANK));
		assert_eq!(events(), [Event::VoucherRedeemed { trial: id, reference, attested_by }]);
		assert_noop!(redeem(BANK, id, digest(1)), Error::<Test>::AlreadyRedeemed);
		assert_noop!(redeem(BANK, id, digest(2)), Error::<Test>::AlreadyRedeemed);
	});
}

/// R16: also after the trial is over.
#[test]
fn redeem_voucher_should_happen_after_the_end() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = running(ENTERPRISE);
		assert_ok!(insure(INSURER, id, 100, 80));
		assert_ok!(Trials::terminate(key(COURT), id, text("D"), digest(9)));
		assert_ok!(redeem(BANK, id, digest(1)));
	});
}

/// R16: one payment redeems one voucher.
#[test]
fn redeem_voucher_should_fail_when_the_reference_redeemed_another() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let (first, second) = (running(ENTERPRISE), running(RIVAL));
		assert_ok!(insure(INSURER, first, 100, 80));
		assert_ok!(insure(INSURER, second, 100, 80));
		assert_ok!(redeem(BANK, first, digest(1)));
		let used = Error::<Test>::ReferenceUsed(Found::new(first.0));
		assert_noop!(redeem(BANK, second, digest(1)), used);
	});
}

/// R16: a receipt has one reference and not one for each function.
#[test]
fn redeem_voucher_should_fail_when_the_reference_is_not_sha256() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = running(ENTERPRISE);
		assert_ok!(insure(INSURER, id, 100, 80));
		for reference in [Digest::Sm3([1; 32]), Digest::Blake2b256([1; 32])] {
			assert_noop!(redeem(BANK, id, reference), Error::<Test>::ReferenceNotSha256);
		}
	});
}

/// R16.
#[test]
fn redeem_voucher_should_fail_when_there_is_none() {
	Ledger::new().build_and_execute(|| {
		FakeStatutes::encourage(RuleId::VoucherShare);
		entered(terms());
		let id = running(ENTERPRISE);
		assert_noop!(redeem(BANK, id, digest(1)), Error::<Test>::NoVoucher);
		assert_ok!(insure(INSURER, id, 100, 0));
		assert_noop!(redeem(BANK, id, digest(1)), Error::<Test>::NoVoucher);
	});
}

/// R16: neither without the capability nor in one's own matter.
#[test]
fn redeem_voucher_should_fail_when_the_attester_may_not() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = running(ENTERPRISE);
		assert_ok!(insure(INSURER, id, 100, 80));
		for other in [COURT, UNIVERSITY, INSURER] {
			assert_noop!(redeem(other, id, digest(1)), NOT_CAPABLE);
		}
		for party in [INSURER, ENTERPRISE] {
			FakeMembers::grant(party, Capability::AttestPayments);
			assert_noop!(redeem(party, id, digest(1)), Error::<Test>::AttesterIsParty);
		}
	});
}

fn service(provider: u32, payer: u32) -> Service {
	Service {
		kind: ServiceKind::PilotProduction,
		provider: member(provider),
		payer: member(payer),
		amount: Amount::fen(5_000),
		document: digest(6),
	}
}

/// R17: paid services around a free trial.
#[test]
fn record_service_should_be_the_word_of_provider_or_payer() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = running(ENTERPRISE);
		let paid = service(THIRD, ENTERPRISE);
		assert_ok!(Trials::record_service(key(THIRD), id, paid, None));
		assert_ok!(Trials::record_service(key(ENTERPRISE), id, paid, None));
		let recorded = Event::ServiceRecorded { trial: id, number: 1, service: paid };
		assert!(events().contains(&recorded));
		assert_eq!(Services::<Test>::get(id, 0).unwrap().by, member(THIRD));
		assert_eq!(trial(id).services, 2);
	});
}

/// R17.
#[test]
fn record_service_should_fail_when_the_member_is_neither_provider_nor_payer() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = running(ENTERPRISE);
		let record = |by, service| Trials::record_service(key(by), id, service, None);
		assert_noop!(record(RIVAL, service(THIRD, ENTERPRISE)), Error::<Test>::NotParty);
		// Nor where neither of the two is a party of the trial.
		assert_noop!(record(RIVAL, service(RIVAL, THIRD)), Error::<Test>::NotParty);
		assert_noop!(record(THIRD, service(THIRD, THIRD)), Error::<Test>::SameMember);
		assert_noop!(
			record(ENTERPRISE, service(STRANGER, ENTERPRISE)),
			Error::<Test>::UnknownMember
		);
	});
}

/// R17.
#[test]
fn record_service_should_fail_when_the_currency_is_none() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = running(ENTERPRISE);
		let amount = Amount::new(1, Currency(*b"abc"));
		let wrong = Service { amount, ..service(THIRD, ENTERPRISE) };
		assert_noop!(
			Trials::record_service(key(THIRD), id, wrong, None),
			Error::<Test>::WrongCurrency
		);
	});
}

/// R17.
#[test]
fn record_service_should_fail_when_there_are_too_many() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = running(ENTERPRISE);
		let record = || Trials::record_service(key(THIRD), id, service(THIRD, ENTERPRISE), None);
		for _ in 0..MAX_TRIAL_SERVICES {
			assert_ok!(record());
		}
		assert_noop!(record(), Error::<Test>::TooManyServices);
	});
}

/// R17: by an agent too.
#[test]
fn record_service_should_serve_an_agent() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = running(ENTERPRISE);
		FakeMembers::mandate(1, ENTERPRISE, AGENT);
		let paid = service(THIRD, ENTERPRISE);
		assert_ok!(Trials::record_service(key(AGENT), id, paid, Some(MandateId(1))));
		assert_eq!(Services::<Test>::get(id, 0).unwrap().by, member(ENTERPRISE));
	});
}
