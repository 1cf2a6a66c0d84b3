//! Every call × state cell that the README's table does not allow is refused.

use super::*;
use quanqi_types::MandateId;

/// Puts a licence into a state.
fn in_state(state: ContractState) -> ContractId {
	let id = draft(&plain_licence());
	if state == ContractState::Draft {
		return id;
	}
	assert_ok!(sign_all(id));
	match state {
		ContractState::Performing => {
			let words = label("delivery");
			let kind = EvidenceKind::Performance;
			let by = key(ENTERPRISE);
			let date = start();
			assert_ok!(TechnologyContracts::add_evidence(by, id, kind, words, digest(1), date));
		}
		ContractState::Performed => end_all(id, Ending::Performed).unwrap(),
		ContractState::Terminated => end_all(id, Ending::Terminated).unwrap(),
		ContractState::Rescinded => end_all(id, Ending::Rescinded).unwrap(),
		ContractState::Draft | ContractState::Signed => {}
	}
	assert_eq!(contract(id).state, state);
	id
}

const ALL: [ContractState; 6] = [
	ContractState::Draft,
	ContractState::Signed,
	ContractState::Performing,
	ContractState::Performed,
	ContractState::Terminated,
	ContractState::Rescinded,
];

/// A call is done in these states and refused, changing nothing, in all others.
fn done_only_in(allowed: &[ContractState], call: impl Fn(ContractId) -> bool) {
	for state in ALL {
		Ledger::new().build_and_execute(|| {
			let id = in_state(state);
			let before = sp_io::storage::root(sp_core::storage::StateVersion::V1);
			let is_done = call(id);
			assert_eq!(is_done, allowed.contains(&state), "{state:?}");
			let after = sp_io::storage::root(sp_core::storage::StateVersion::V1);
			assert!(is_done || before == after, "a refused call changed something in {state:?}");
		});
	}
}

use ContractState::*;

fn no_mandate() -> Option<MandateId> {
	None
}

#[test]
fn amend_should_be_done_only_in_force() {
	done_only_in(&[Signed, Performing], |id| {
		let mut terms = with(plain_licence(), vec![]);
		terms.instrument = digest(2);
		TechnologyContracts::amend(key(INSTITUTE), id, Box::new(terms), no_mandate()).is_ok()
	});
}

#[test]
fn withdraw_should_be_done_only_while_a_version_waits() {
	done_only_in(&[Draft], |id| {
		TechnologyContracts::withdraw(key(INSTITUTE), id, no_mandate()).is_ok()
	});
}

#[test]
fn sign_should_be_done_only_while_a_version_waits() {
	let hash = std::cell::RefCell::new([0; 32]);
	done_only_in(&[Draft], |id| {
		*hash.borrow_mut() = TermsOf::<Test>::get(id, 1).unwrap().hash();
		TechnologyContracts::sign(key(INSTITUTE), id, 1, *hash.borrow(), None).is_ok()
	});
}

#[test]
fn end_should_be_done_only_in_force() {
	for ending in [Ending::Performed, Ending::Terminated, Ending::Rescinded] {
		done_only_in(&[Signed, Performing], |id| {
			TechnologyContracts::end(key(INSTITUTE), id, ending, digest(9), None).is_ok()
		});
	}
}

#[test]
fn end_by_decision_should_terminate_only_in_force() {
	done_only_in(&[Signed, Performing], |id| {
		let ending = Ending::Terminated;
		TechnologyContracts::end_by_decision(key(COURT), id, ending, decision("1")).is_ok()
	});
}

#[test]
fn end_by_decision_should_rescind_until_rescinded() {
	done_only_in(&[Signed, Performing, Performed, Terminated], |id| {
		let ending = Ending::Rescinded;
		TechnologyContracts::end_by_decision(key(COURT), id, ending, decision("1")).is_ok()
	});
}

#[test]
fn submit_should_be_done_only_when_signed_and_not_ended_early() {
	done_only_in(&[Signed, Performing, Performed], |id| {
		TechnologyContracts::submit(key(INSTITUTE), id, member(OTHER_BUREAU), None).is_ok()
	});
}

#[test]
fn add_evidence_should_be_done_in_every_state_but_draft() {
	done_only_in(&[Signed, Performing, Performed, Terminated, Rescinded], |id| {
		let kind = EvidenceKind::Performance;
		let words = label("acceptance");
		let by = key(INSTITUTE);
		TechnologyContracts::add_evidence(by, id, kind, words, digest(1), start()).is_ok()
	});
}

#[test]
fn attest_payment_should_be_done_in_force_and_after_a_termination() {
	done_only_in(&[Signed, Performing, Terminated], |id| {
		let paid = payment(50, ENTERPRISE, INSTITUTE, Amount::fen(1));
		TechnologyContracts::attest_payment(key(BANK), id, paid).is_ok()
	});
}

#[test]
fn c8_a_refund_should_be_refused_where_nothing_was_paid() {
	done_only_in(&[Signed, Performing], |id| {
		let paid = payment(50, ENTERPRISE, INSTITUTE, Amount::fen(2));
		let mut refund = payment(51, INSTITUTE, ENTERPRISE, Amount::fen(1));
		refund.kind = PaymentKind::Refund;
		if contract(id).state.is_in_force() {
			assert_ok!(TechnologyContracts::attest_payment(key(BANK), id, paid));
		}
		TechnologyContracts::attest_payment(key(BANK), id, refund).is_ok()
	});
}

#[test]
fn deliver_future_should_be_done_only_in_force_or_performed() {
	for ending in [None, Some(Ending::Performed), Some(Ending::Terminated)] {
		Ledger::new().build_and_execute(|| {
			let future = Effect::AssignFuture {
				label: label("a method"),
				from: member(INSTITUTE),
				to: member(ENTERPRISE),
				ppm: 1,
			};
			let terms = terms(ContractKind::Development, INSTITUTE, ENTERPRISE);
			let id = signed(&with(terms, vec![future]));
			if let Some(ending) = ending {
				end_all(id, ending).unwrap();
			}
			let by = key(INSTITUTE);
			let done = TechnologyContracts::deliver_future(by, id, 0, OTHER_PATENT, None).is_ok();
			assert_eq!(done, ending != Some(Ending::Terminated));
		});
	}
}

#[test]
fn distribute_should_be_refused_for_a_draft() {
	Ledger::new().build_and_execute(|| {
		let id = in_state(Draft);
		let split = Box::new(distribute::to_unit());
		let source = IncomeSource::Payment(0);
		let none = Default::default();
		let by = key(INSTITUTE);
		assert_noop!(
			TechnologyContracts::distribute(by, id, source, none, split, false, None),
			Error::<Test>::WrongState
		);
	});
}

#[test]
fn decide_apply_and_revoke_should_be_refused_without_a_registration() {
	done_only_in(&[], |id| {
		let by = || key(BUREAU);
		let reason = RevocationReason::Other;
		let kind = ApplicationKind::Change;
		TechnologyContracts::decide(by(), id, Box::new(Decision::Cancel), None).is_ok()
			|| TechnologyContracts::revoke(by(), id, reason, digest(1)).is_ok()
			|| TechnologyContracts::hold_disputed(by(), id, digest(1)).is_ok()
			|| TechnologyContracts::apply(key(INSTITUTE), id, kind, None).is_ok()
	});
}

#[test]
fn claim_deliver_and_complete_should_be_refused_where_there_is_nothing() {
	done_only_in(&[], |id| {
		let by = || key(INSTITUTE);
		TechnologyContracts::claim_pre_emption(by(), id, None).is_ok()
			|| TechnologyContracts::deliver_future(by(), id, 0, OTHER_PATENT, None).is_ok()
			|| TechnologyContracts::complete_transfer(by(), id, 0).is_ok()
			|| TechnologyContracts::release(by(), id, IncomeSource::Payment(0), member(INSTITUTE))
				.is_ok()
	});
}

#[test]
fn every_call_should_refuse_a_contract_that_is_not_there() {
	Ledger::new().build_and_execute(|| {
		let id = ContractId(77);
		let unknown = Error::<Test>::UnknownContract;
		let by = || key(INSTITUTE);
		assert_noop!(TechnologyContracts::withdraw(by(), id, None), unknown);
		let unknown = || Error::<Test>::UnknownContract;
		assert_noop!(TechnologyContracts::sign(by(), id, 1, [0; 32], None), unknown());
		let ending = Ending::Performed;
		assert_noop!(TechnologyContracts::end(by(), id, ending, digest(1), None), unknown());
		assert_noop!(TechnologyContracts::submit(by(), id, member(BUREAU), None), unknown());
		let paid = payment(50, ENTERPRISE, INSTITUTE, PRICE);
		assert_noop!(TechnologyContracts::attest_payment(key(BANK), id, paid), unknown());
		assert_noop!(TechnologyContracts::claim_pre_emption(by(), id, None), unknown());
	});
}
