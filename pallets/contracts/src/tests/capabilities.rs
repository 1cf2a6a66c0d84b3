//! Every call × capability cell: a capability serves its own calls and no other.

use super::*;
use quanqi_traits::testing::FakeMembers;
use quanqi_types::{Capability, MemberKind};

/// For each capability in turn: AGENT, a bank in Zhejiang, has it alone and calls.
fn done_only_with(allowed: &[Capability], call: impl Fn(ContractId) -> bool) {
	for capability in Capability::ALL {
		Ledger::new().build_and_execute(|| {
			FakeMembers::admit(AGENT, MemberKind::Financier, false);
			FakeMembers::grant(AGENT, *capability);
			FakeMembers::set_jurisdiction(AGENT, 320_000);
			let id = signed(&plain_licence());
			assert_eq!(call(id), allowed.contains(capability), "{capability}");
		});
	}
}

#[test]
fn c5_submit_should_need_a_bureau_that_may_register_contracts() {
	done_only_with(&[Capability::RegisterContracts], |id| {
		TechnologyContracts::submit(key(INSTITUTE), id, member(AGENT), None).is_ok()
	});
}

#[test]
fn c8_attest_payment_should_need_its_capability() {
	done_only_with(&[Capability::AttestPayments], |id| {
		let paid = payment(50, ENTERPRISE, INSTITUTE, PRICE);
		TechnologyContracts::attest_payment(key(AGENT), id, paid).is_ok()
	});
}

#[test]
fn c10_end_by_decision_should_need_its_capability() {
	done_only_with(&[Capability::Adjudicate], |id| {
		let decision = decision("1");
		TechnologyContracts::end_by_decision(key(AGENT), id, Ending::Rescinded, decision).is_ok()
	});
}

#[test]
fn c12_add_evidence_should_need_one_of_its_capabilities() {
	let allowed = [
		Capability::Audit,
		Capability::RegisterContracts,
		Capability::AttestPayments,
		Capability::OperatePool,
	];
	done_only_with(&allowed, |id| {
		let kind = EvidenceKind::Performance;
		let words = label("delivery");
		let by = key(AGENT);
		TechnologyContracts::add_evidence(by, id, kind, words, digest(1), start()).is_ok()
	});
}

#[test]
fn c5_no_capability_should_decide_at_anothers_bureau() {
	done_only_with(&[], |id| {
		let by = key(INSTITUTE);
		assert_ok!(TechnologyContracts::submit(by, id, member(OTHER_BUREAU), None));
		let by = || key(AGENT);
		let back = Decision::Return(label("incomplete"));
		let reason = RevocationReason::Other;
		TechnologyContracts::decide(by(), id, Box::new(back), None).is_ok()
			|| TechnologyContracts::hold_disputed(by(), id, digest(1)).is_ok()
			|| TechnologyContracts::revoke(by(), id, reason, digest(1)).is_ok()
	});
}

#[test]
fn c1_no_capability_should_act_as_a_party() {
	done_only_with(&[], |id| {
		let by = || key(AGENT);
		let hash = plain_licence().hash();
		let mut terms = plain_licence();
		terms.instrument = digest(2);
		let kind = ApplicationKind::Cancel;
		TechnologyContracts::draft(by(), Box::new(terms.clone()), None).is_ok()
			|| TechnologyContracts::amend(by(), id, Box::new(terms), None).is_ok()
			|| TechnologyContracts::sign(by(), id, 1, hash, None).is_ok()
			|| TechnologyContracts::withdraw(by(), id, None).is_ok()
			|| TechnologyContracts::end(by(), id, Ending::Performed, digest(1), None).is_ok()
			|| TechnologyContracts::submit(by(), id, member(OTHER_BUREAU), None).is_ok()
			|| TechnologyContracts::apply(by(), id, kind, None).is_ok()
			|| TechnologyContracts::claim_pre_emption(by(), id, None).is_ok()
	});
}

#[test]
fn c3_a_key_without_the_permission_should_do_nothing() {
	use quanqi_types::Permission;
	Ledger::new().build_and_execute(|| {
		let id = draft(&plain_licence());
		FakeMembers::restrict(INSTITUTE, &[Permission::Register, Permission::Approve]);
		FakeMembers::restrict(COURT, &[Permission::Dispose]);
		let hash = plain_licence().hash();
		let by = || key(INSTITUTE);
		assert!(TechnologyContracts::sign(by(), id, 1, hash, None).is_err());
		assert!(TechnologyContracts::withdraw(by(), id, None).is_err());
		let ending = Ending::Rescinded;
		assert!(
			TechnologyContracts::end_by_decision(key(COURT), id, ending, decision("1")).is_err()
		);
	});
}

#[test]
fn a_suspended_member_should_sign_nothing() {
	use quanqi_traits::MemberStatus;
	Ledger::new().build_and_execute(|| {
		let id = draft(&plain_licence());
		FakeMembers::set_status(INSTITUTE, MemberStatus::Suspended);
		assert!(sign(INSTITUTE, id).is_err());
	});
}
