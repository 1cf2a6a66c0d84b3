//! C5: registration by a bureau; C6: it moves no right.

use super::*;
use quanqi_traits::testing::FakeMembers;
use quanqi_types::{Capability, Currency};

fn statement(total: u128, technology: u128) -> Statement {
	Statement {
		kind: ContractKind::Licence,
		amounts: StatedAmounts::Open {
			total: Amount::fen(total),
			technology: Amount::fen(technology),
		},
		number: label("2026330101001144"),
		scheme: label("national"),
	}
}

fn submit(by: u32, id: ContractId, bureau: u32) -> sp_runtime::DispatchResult {
	TechnologyContracts::submit(key(by), id, member(bureau), None)
}

fn decide(by: u32, id: ContractId, decision: Decision) -> sp_runtime::DispatchResult {
	TechnologyContracts::decide(key(by), id, Box::new(decision), None)
}

fn state(id: ContractId) -> RegistrationState {
	Registrations::<Test>::get(id).unwrap().state
}

/// A contract of the university, submitted at the bureau of its province.
fn submitted() -> ContractId {
	let id = signed(&university_licence());
	assert_ok!(submit(UNIVERSITY, id, BUREAU));
	id
}

fn registered() -> ContractId {
	let id = submitted();
	assert_ok!(decide(BUREAU, id, Decision::Register(statement(10_000, 9_000))));
	id
}

#[test]
fn c5_the_bureau_should_register_what_the_seller_submits() {
	Ledger::new().build_and_execute(|| {
		let id = registered();
		let registration = Registrations::<Test>::get(id).unwrap();
		assert_eq!(registration.state, RegistrationState::Registered);
		assert_eq!(registration.statement, Some(statement(10_000, 9_000)));
		assert_eq!(registration.timeliness, Timeliness::InTime);
	});
}

#[test]
fn c5_submit_should_refuse_a_bureau_without_the_jurisdiction() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&university_licence());
		assert_noop!(submit(UNIVERSITY, id, OTHER_BUREAU), Error::<Test>::OutsideJurisdiction);
	});
}

#[test]
fn c5_submit_should_refuse_who_registers_no_contracts() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&university_licence());
		assert!(submit(UNIVERSITY, id, BANK).is_err());
	});
}

#[test]
fn c5_submit_should_refuse_the_buyer_when_the_seller_is_at_home() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&university_licence());
		assert_noop!(submit(ENTERPRISE, id, BUREAU), Error::<Test>::NotApplicant);
		assert_noop!(submit(BUYER, id, BUREAU), Error::<Test>::NotParty);
	});
}

#[test]
fn c5_the_importer_should_submit_to_its_own_bureau() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&terms(ContractKind::Service, FOREIGN, ENTERPRISE));
		assert_noop!(submit(FOREIGN, id, BUREAU), Error::<Test>::NotApplicant);
		assert_ok!(submit(ENTERPRISE, id, BUREAU));
	});
}

#[test]
fn c5_submit_should_refuse_a_draft() {
	Ledger::new().build_and_execute(|| {
		let id = draft(&terms(ContractKind::Service, UNIVERSITY, ENTERPRISE));
		assert_noop!(submit(UNIVERSITY, id, BUREAU), Error::<Test>::WrongState);
	});
}

#[test]
fn c4_submit_should_refuse_a_second_registration_anywhere() {
	Ledger::new().build_and_execute(|| {
		let id = submitted();
		assert_noop!(submit(UNIVERSITY, id, BUREAU), Error::<Test>::AlreadySubmitted);
		assert_ok!(decide(BUREAU, id, Decision::Register(statement(2, 1))));
		assert_noop!(submit(UNIVERSITY, id, BUREAU), Error::<Test>::AlreadySubmitted);
	});
}

#[test]
fn c5_submit_should_refuse_a_bureau_that_is_a_party() {
	Ledger::new().build_and_execute(|| {
		let terms = terms(ContractKind::Service, UNIVERSITY, BUREAU);
		let id = signed(&terms);
		assert_noop!(submit(UNIVERSITY, id, BUREAU), Error::<Test>::BureauIsParty);
	});
}

#[test]
fn c5_a_returned_contract_should_be_submitted_again() {
	Ledger::new().build_and_execute(|| {
		let id = submitted();
		assert_ok!(decide(BUREAU, id, Decision::Return(label("no page 3"))));
		assert_eq!(state(id), RegistrationState::Returned(label("no page 3")));
		assert_ok!(submit(UNIVERSITY, id, BUREAU));
	});
}

#[test]
fn c5_decide_should_refuse_a_technology_amount_above_the_total_by_one_fen() {
	Ledger::new().build_and_execute(|| {
		let id = submitted();
		let decision = |technology| Decision::Register(statement(100, technology));
		assert_noop!(decide(BUREAU, id, decision(101)), Error::<Test>::AmountsUnfit);
		assert_ok!(decide(BUREAU, id, decision(100)));
	});
}

#[test]
fn c5_decide_should_refuse_two_currencies() {
	Ledger::new().build_and_execute(|| {
		let id = submitted();
		let mut statement = statement(100, 100);
		let technology = Amount::new(1, EUR);
		statement.amounts =
			StatedAmounts::Open { total: Amount::new(1, Currency::CNY), technology };
		assert_noop!(
			decide(BUREAU, id, Decision::Register(statement)),
			Error::<Test>::AmountsUnfit
		);
	});
}

#[test]
fn c5_decide_should_refuse_another_bureau() {
	Ledger::new().build_and_execute(|| {
		let id = submitted();
		let decision = Decision::Register(statement(2, 1));
		assert_noop!(decide(OTHER_BUREAU, id, decision), Error::<Test>::NotBureau);
	});
}

#[test]
fn c5_decide_should_refuse_what_was_not_applied_for() {
	Ledger::new().build_and_execute(|| {
		let id = submitted();
		for decision in [Decision::Change(statement(2, 1)), Decision::Cancel] {
			assert_noop!(decide(BUREAU, id, decision), Error::<Test>::DecisionUnfit);
		}
	});
}

#[test]
fn c5_change_and_cancellation_should_be_at_the_same_bureau() {
	Ledger::new().build_and_execute(|| {
		let id = registered();
		let apply = |kind| TechnologyContracts::apply(key(UNIVERSITY), id, kind, None);
		assert_ok!(apply(ApplicationKind::Change));
		let change = Decision::Change(statement(8_000, 8_000));
		assert_noop!(decide(OTHER_BUREAU, id, change.clone()), Error::<Test>::NotBureau);
		assert_ok!(decide(BUREAU, id, change));
		assert_eq!(state(id), RegistrationState::Changed);
		assert_ok!(apply(ApplicationKind::Cancel));
		assert_ok!(decide(BUREAU, id, Decision::Cancel));
		assert_eq!(state(id), RegistrationState::Cancelled);
	});
}

#[test]
fn c5_a_refused_change_should_leave_what_is_registered() {
	Ledger::new().build_and_execute(|| {
		let id = registered();
		let change = ApplicationKind::Change;
		assert_ok!(TechnologyContracts::apply(key(UNIVERSITY), id, change, None));
		assert_ok!(decide(BUREAU, id, Decision::Return(label("unproven"))));
		assert_eq!(state(id), RegistrationState::Registered);
	});
}

#[test]
fn c5_apply_should_refuse_when_not_registered_or_twice() {
	Ledger::new().build_and_execute(|| {
		let id = submitted();
		let apply = |kind| TechnologyContracts::apply(key(UNIVERSITY), id, kind, None);
		assert_noop!(apply(ApplicationKind::Change), Error::<Test>::NotRegistered);
		assert_ok!(decide(BUREAU, id, Decision::Register(statement(2, 1))));
		assert_noop!(apply(ApplicationKind::Register), Error::<Test>::AlreadySubmitted);
		assert_ok!(apply(ApplicationKind::Change));
		assert_noop!(apply(ApplicationKind::Cancel), Error::<Test>::AlreadySubmitted);
	});
}

#[test]
fn c5_revocation_should_say_its_code_and_be_final() {
	Ledger::new().build_and_execute(|| {
		let id = registered();
		let reason = RevocationReason::Duplicate;
		let revoke = |by| TechnologyContracts::revoke(key(by), id, reason, digest(80));
		assert_noop!(revoke(OTHER_BUREAU), Error::<Test>::NotBureau);
		assert_ok!(revoke(BUREAU));
		assert_eq!(state(id), RegistrationState::Revoked(reason));
		assert_noop!(revoke(BUREAU), Error::<Test>::NotRegistered);
		assert_noop!(submit(UNIVERSITY, id, BUREAU), Error::<Test>::AlreadySubmitted);
	});
}

#[test]
fn c6_registration_return_and_revocation_should_move_no_right() {
	Ledger::new().build_and_execute(|| {
		let id = submitted();
		let before = title(PATENT);
		assert_ok!(decide(BUREAU, id, Decision::Return(label("incomplete"))));
		assert_eq!(title(PATENT), before);
		assert_ok!(submit(UNIVERSITY, id, BUREAU));
		assert_ok!(decide(BUREAU, id, Decision::Register(statement(2, 1))));
		assert_eq!(title(PATENT), before);
		let reason = RevocationReason::Fraud;
		assert_ok!(TechnologyContracts::revoke(key(BUREAU), id, reason, digest(80)));
		assert_eq!(title(PATENT), before);
		assert_eq!(contract(id).state, ContractState::Signed);
	});
}

fn timeliness_after(days: u64, technology: u128) -> Timeliness {
	let mut found = Timeliness::InTime;
	Ledger::new().build_and_execute(|| {
		let id = submitted();
		advance_days(days);
		let statement = statement(technology, technology);
		assert_ok!(decide(BUREAU, id, Decision::Register(statement)));
		found = Registrations::<Test>::get(id).unwrap().timeliness;
	});
	found
}

#[test]
fn c5_a_late_decision_should_be_valid_and_flagged() {
	assert_eq!(timeliness_after(14, 100), Timeliness::InTime);
	assert_eq!(timeliness_after(17, 100), Timeliness::Late);
}

#[test]
fn c5_a_large_contract_should_have_the_longer_time() {
	assert_eq!(timeliness_after(17, 500_000_000), Timeliness::Late);
	assert_eq!(timeliness_after(17, 500_000_001), Timeliness::InTime);
	assert_eq!(timeliness_after(32, 500_000_001), Timeliness::Late);
}

#[test]
fn c5_a_disputed_contract_should_have_the_longer_time() {
	Ledger::new().build_and_execute(|| {
		let id = submitted();
		assert_ok!(TechnologyContracts::hold_disputed(key(BUREAU), id, digest(70)));
		assert_noop!(
			TechnologyContracts::hold_disputed(key(BUREAU), id, digest(70)),
			Error::<Test>::DecisionUnfit
		);
		advance_days(17);
		assert_ok!(decide(BUREAU, id, Decision::Register(statement(2, 1))));
		let registration = Registrations::<Test>::get(id).unwrap();
		assert_eq!(registration.timeliness, Timeliness::InTime);
	});
}

#[test]
fn c5_a_bureau_should_not_hold_disputed_when_its_time_is_over() {
	Ledger::new().build_and_execute(|| {
		let id = submitted();
		advance_days(17);
		assert_noop!(
			TechnologyContracts::hold_disputed(key(BUREAU), id, digest(70)),
			Error::<Test>::DecisionUnfit
		);
	});
}

#[test]
fn c5_jurisdiction_should_cover_place_city_or_province() {
	use crate::rules::covers;
	use quanqi_types::Location::Division;
	assert!(covers(330_000, &Division(330_106)));
	assert!(covers(330_100, &Division(330_106)));
	assert!(covers(330_106, &Division(330_106)));
	assert!(!covers(330_200, &Division(330_106)));
	assert!(!covers(320_000, &Division(330_106)));
	assert!(!covers(330_105, &Division(330_106)));
}

#[test]
fn c5_a_bureau_that_lost_the_capability_should_decide_nothing() {
	Ledger::new().build_and_execute(|| {
		let id = submitted();
		FakeMembers::grant(BANK, Capability::RegisterContracts);
		assert_noop!(
			decide(BANK, id, Decision::Register(statement(2, 1))),
			Error::<Test>::NotBureau
		);
	});
}
