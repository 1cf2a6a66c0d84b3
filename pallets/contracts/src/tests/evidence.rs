//! C12: evidence of performance and industrialisation.

use super::*;
use quanqi_traits::testing::FakeMembers;
use quanqi_types::Capability;

fn add(by: u32, id: ContractId, days: u64) -> sp_runtime::DispatchResult {
	let kind = EvidenceKind::Industrialisation;
	let words = label("output of 2026");
	TechnologyContracts::add_evidence(key(by), id, kind, words, digest(60), in_days(days))
}

#[test]
fn c12_evidence_should_keep_digest_attester_and_date() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&plain_licence());
		assert_ok!(add(ENTERPRISE, id, 0));
		let evidence = EvidenceOf::<Test>::get(id, 0).unwrap();
		assert_eq!((evidence.digest, evidence.attester), (digest(60), member(ENTERPRISE)));
		assert_eq!(evidence.date, in_days(0));
		assert_eq!(contract(id).state, ContractState::Performing);
	});
}

#[test]
fn c12_evidence_should_be_attested_by_parties_and_capable_members_only() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&plain_licence());
		assert_noop!(add(BUYER, id, 0), Error::<Test>::NotAttester);
		FakeMembers::grant(BUYER, Capability::Audit);
		assert_ok!(add(BUYER, id, 0));
		assert_ok!(add(BUREAU, id, 0));
	});
}

#[test]
fn c12_evidence_should_not_be_of_the_future() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&plain_licence());
		assert_noop!(add(ENTERPRISE, id, 1), Error::<Test>::DateInFuture);
	});
}

#[test]
fn c12_evidence_should_not_be_of_a_draft() {
	Ledger::new().build_and_execute(|| {
		let id = draft(&plain_licence());
		assert_noop!(add(ENTERPRISE, id, 0), Error::<Test>::WrongState);
	});
}

#[test]
fn c12_evidence_should_be_read_by_page() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&plain_licence());
		for _ in 0..3 {
			assert_ok!(add(ENTERPRISE, id, 0));
		}
		assert_eq!(TechnologyContracts::evidence(id, 1, 10).len(), 2);
		assert_eq!(TechnologyContracts::evidence(id, 0, 1).len(), 1);
	});
}
