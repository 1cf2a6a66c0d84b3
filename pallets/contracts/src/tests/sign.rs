//! C3: signatures by call and off line; C4 and C6 on the last one.

use super::*;
use crate::signing::{OfflineSignature, SigningPayload, SIGNATURE_TAG};
use quanqi_traits::testing::{FakeMembers, FakeTitles};
use quanqi_types::{MandateId, Moment, Permission};
use sp_core::Pair;

fn payload(id: ContractId, signer: u32) -> SigningPayload {
	let version = contract(id).pending.unwrap().version;
	let terms = TermsOf::<Test>::get(id, version).unwrap();
	let genesis = TechnologyContracts::genesis();
	SigningPayload::new(genesis, id, version, &terms, member(signer), None, in_days(10)).unwrap()
}

fn signature(payload: &SigningPayload, key: u32) -> OfflineSignature {
	let pair = offline_key(key);
	OfflineSignature {
		signer: payload.signer,
		mandate: payload.mandate,
		key: pair.public().0,
		valid_until: payload.valid_until,
		signature: pair.sign(&payload.bytes()).0,
	}
}

fn bring(id: ContractId, signature: OfflineSignature) -> Outcome {
	TechnologyContracts::bring_signature(key(AGENT), id, 1, signature).map(|_| ())
}

#[test]
fn sign_should_bind_when_the_last_party_signs() {
	Ledger::new().build_and_execute(|| {
		let id = draft(&plain_transfer());
		assert_ok!(sign(INSTITUTE, id));
		assert_eq!(contract(id).state, ContractState::Draft);
		assert!(title(OTHER_PATENT).agreed_transfers.is_empty());
		assert_ok!(sign(ENTERPRISE, id));
		assert_eq!(contract(id).state, ContractState::Signed);
		assert_eq!(contract(id).version, 1);
	});
}

#[test]
fn c3_sign_should_refuse_when_a_party_signs_twice() {
	Ledger::new().build_and_execute(|| {
		let id = draft(&plain_transfer());
		assert_ok!(sign(INSTITUTE, id));
		assert_noop!(sign(INSTITUTE, id), Error::<Test>::AlreadySigned);
	});
}

#[test]
fn c3_sign_should_refuse_when_the_terms_are_others() {
	Ledger::new().build_and_execute(|| {
		let id = draft(&plain_transfer());
		assert_noop!(
			TechnologyContracts::sign(key(INSTITUTE), id, 1, [0; 32], None),
			Error::<Test>::TermsDiffer
		);
	});
}

#[test]
fn c3_sign_should_refuse_who_is_no_party() {
	Ledger::new().build_and_execute(|| {
		let id = draft(&plain_transfer());
		assert_noop!(sign(BUYER, id), Error::<Test>::NotParty);
	});
}

#[test]
fn c3_sign_should_refuse_another_version() {
	Ledger::new().build_and_execute(|| {
		let id = draft(&plain_transfer());
		let hash = plain_transfer().hash();
		assert_noop!(
			TechnologyContracts::sign(key(INSTITUTE), id, 2, hash, None),
			Error::<Test>::WrongVersion
		);
	});
}

#[test]
fn c3_bring_signature_should_bind_when_all_signed_off_line() {
	Ledger::new().build_and_execute(|| {
		let id = draft(&plain_transfer());
		for party in [INSTITUTE, ENTERPRISE] {
			assert_ok!(bring(id, signature(&payload(id, party), party)));
		}
		assert_eq!(contract(id).state, ContractState::Signed);
		let signed = SignaturesOf::<Test>::get(id, 1);
		assert!(signed.iter().all(|signature| signature.means == Means::Ed25519));
	});
}

#[test]
fn c3_payload_should_begin_with_its_tag() {
	Ledger::new().build_and_execute(|| {
		let id = draft(&plain_transfer());
		let bytes = payload(id, INSTITUTE).bytes();
		assert!(bytes.starts_with(SIGNATURE_TAG));
		let answer = TechnologyContracts::payload_to_sign(id, member(INSTITUTE), None, in_days(10));
		assert_eq!(answer, Some(bytes));
	});
}

/// Brings a signature over a payload that was changed.
fn refused_when(change: impl FnOnce(&mut SigningPayload)) {
	Ledger::new().build_and_execute(|| {
		let id = draft(&plain_transfer());
		let mut changed = payload(id, INSTITUTE);
		change(&mut changed);
		let mut brought = signature(&changed, INSTITUTE);
		brought.signer = member(INSTITUTE);
		brought.mandate = None;
		brought.valid_until = in_days(10);
		assert_noop!(bring(id, brought), Error::<Test>::WrongSignature);
	});
}

#[test]
fn c3_bring_signature_should_refuse_when_made_for_another_chain() {
	refused_when(|payload| payload.genesis = [7; 32]);
}

#[test]
fn c3_bring_signature_should_refuse_when_made_for_another_contract() {
	refused_when(|payload| payload.contract = ContractId(8));
}

#[test]
fn c3_bring_signature_should_refuse_when_made_for_another_version() {
	refused_when(|payload| payload.version = 2);
}

#[test]
fn c3_bring_signature_should_refuse_when_made_by_another_signer() {
	refused_when(|payload| payload.signer = member(ENTERPRISE));
}

#[test]
fn c3_bring_signature_should_refuse_when_made_in_another_role() {
	refused_when(|payload| payload.role = PartyRole::Consenter);
}

#[test]
fn c3_bring_signature_should_refuse_when_made_for_another_instrument() {
	refused_when(|payload| payload.instrument = digest(9));
}

#[test]
fn c3_bring_signature_should_refuse_when_made_for_other_terms() {
	refused_when(|payload| payload.terms = [9; 32]);
}

#[test]
fn c3_bring_signature_should_refuse_when_made_for_another_date() {
	refused_when(|payload| payload.valid_until = in_days(11));
}

#[test]
fn c3_bring_signature_should_refuse_when_made_under_a_mandate() {
	refused_when(|payload| payload.mandate = Some(MandateId(1)));
}

#[test]
fn c3_terms_should_hash_differently_when_an_effect_differs() {
	Ledger::new().build_and_execute(|| {
		let one = plain_transfer();
		let other =
			with(one.clone(), vec![transfer(OTHER_PATENT, INSTITUTE, ENTERPRISE, WHOLE_PPM - 1)]);
		assert_ne!(one.hash(), other.hash());
	});
}

#[test]
fn c3_bring_signature_should_refuse_when_its_time_is_over() {
	Ledger::new().build_and_execute(|| {
		let id = draft(&plain_transfer());
		let brought = signature(&payload(id, INSTITUTE), INSTITUTE);
		FakeTitles::set_now(Moment(in_days(10).0 - 1));
		assert_ok!(bring(id, brought));
		let brought = signature(&payload(id, ENTERPRISE), ENTERPRISE);
		FakeTitles::set_now(in_days(10));
		assert_noop!(bring(id, brought), Error::<Test>::SignatureExpired);
	});
}

#[test]
fn c3_bring_signature_should_refuse_the_key_of_another_member() {
	Ledger::new().build_and_execute(|| {
		let id = draft(&plain_transfer());
		let brought = signature(&payload(id, INSTITUTE), ENTERPRISE);
		assert_noop!(bring(id, brought), Error::<Test>::NotSigner);
	});
}

#[test]
fn c3_bring_signature_should_refuse_the_key_of_nobody() {
	Ledger::new().build_and_execute(|| {
		let id = draft(&plain_transfer());
		let brought = signature(&payload(id, INSTITUTE), STRANGER);
		assert!(bring(id, brought).is_err());
	});
}

#[test]
fn c3_bring_signature_should_refuse_a_key_that_may_not_dispose() {
	Ledger::new().build_and_execute(|| {
		let id = draft(&plain_transfer());
		FakeMembers::restrict(INSTITUTE, &[Permission::Authority]);
		let brought = signature(&payload(id, INSTITUTE), INSTITUTE);
		assert!(bring(id, brought).is_err());
	});
}

#[test]
fn c3_bring_signature_should_refuse_when_brought_again() {
	Ledger::new().build_and_execute(|| {
		let id = draft(&plain_transfer());
		let brought = signature(&payload(id, INSTITUTE), INSTITUTE);
		assert_ok!(bring(id, brought));
		assert_noop!(bring(id, brought), Error::<Test>::AlreadySigned);
	});
}

#[test]
fn c3_bring_signature_should_refuse_a_signer_that_is_no_party() {
	Ledger::new().build_and_execute(|| {
		let id = draft(&plain_transfer());
		let mut changed = payload(id, INSTITUTE);
		changed.signer = member(BUYER);
		assert_noop!(bring(id, signature(&changed, BUYER)), Error::<Test>::NotParty);
	});
}

#[test]
fn c3_bring_signature_should_take_an_agents_key_when_it_has_the_mandate() {
	Ledger::new().build_and_execute(|| {
		FakeMembers::mandate(1, INSTITUTE, AGENT);
		let id = draft(&plain_transfer());
		let mut changed = payload(id, INSTITUTE);
		changed.mandate = Some(MandateId(1));
		assert_ok!(bring(id, signature(&changed, AGENT)));
		let agent = SignaturesOf::<Test>::get(id, 1)[0].mandate.unwrap().agent;
		assert_eq!(agent, member(AGENT));
	});
}

#[test]
fn c4_sign_should_refuse_the_last_signature_when_another_contract_took_the_key() {
	Ledger::new().build_and_execute(|| {
		let first = draft(&plain_licence());
		let mut second = plain_licence();
		second.instrument = digest(2);
		let second = draft(&second);
		assert_ok!(sign_all(first));
		assert_ok!(sign(INSTITUTE, second));
		assert_noop!(sign(ENTERPRISE, second), Error::<Test>::KeyTaken(first.into()));
	});
}

#[test]
fn c4_sign_should_refuse_the_last_signature_when_another_contract_took_the_instrument() {
	Ledger::new().build_and_execute(|| {
		let first = draft(&plain_licence());
		let mut second = plain_licence();
		second.number = label("another");
		let second = draft(&second);
		assert_ok!(sign_all(first));
		assert_ok!(sign(INSTITUTE, second));
		assert_noop!(sign(ENTERPRISE, second), Error::<Test>::InstrumentTaken(first.into()));
	});
}

#[test]
fn withdraw_should_forget_a_draft_and_its_signatures() {
	Ledger::new().build_and_execute(|| {
		let id = draft(&plain_transfer());
		assert_ok!(sign(INSTITUTE, id));
		assert_ok!(TechnologyContracts::withdraw(key(ENTERPRISE), id, None));
		assert!(!Contracts::<Test>::contains_key(id));
		assert_eq!(SignaturesOf::<Test>::iter().count(), 0);
		assert_ne!(draft(&plain_transfer()), id);
	});
}

#[test]
fn withdraw_should_refuse_who_is_no_party() {
	Ledger::new().build_and_execute(|| {
		let id = draft(&plain_transfer());
		assert_noop!(TechnologyContracts::withdraw(key(BUYER), id, None), Error::<Test>::NotParty);
	});
}

#[test]
fn c3_payload_bytes_should_stay_what_clients_sign() {
	let payload = SigningPayload {
		genesis: [1; 32],
		contract: ContractId(2),
		version: 3,
		signer: member(4),
		role: PartyRole::Buyer,
		mandate: Some(MandateId(5)),
		instrument: digest(6),
		terms: [7; 32],
		valid_until: Moment(8),
	};
	let mut expected = b"quanqi/contract-signature/1".to_vec();
	expected.extend([1; 32]);
	expected.extend([2, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0, 1]);
	expected.extend([1, 5, 0, 0, 0, 0, 0, 0, 0, 0]);
	expected.extend([6; 32]);
	expected.extend([7; 32]);
	expected.extend([8, 0, 0, 0, 0, 0, 0, 0]);
	assert_eq!(payload.bytes(), expected);
}

#[test]
fn c3_an_offline_signature_should_round_trip_as_json() {
	Ledger::new().build_and_execute(|| {
		let id = draft(&plain_transfer());
		let brought = signature(&payload(id, INSTITUTE), INSTITUTE);
		let json = serde_json::to_string(&brought).unwrap();
		assert_eq!(serde_json::from_str::<OfflineSignature>(&json).unwrap(), brought);
		let short = json.replacen(&json[json.len() - 6..json.len() - 2], "", 1);
		assert!(serde_json::from_str::<OfflineSignature>(&short).is_err());
	});
}

#[test]
fn c3_terms_should_round_trip_as_json_with_the_same_hash() {
	Ledger::new().build_and_execute(|| {
		for terms in [plain_transfer(), university_licence()] {
			let json = serde_json::to_string(&terms).unwrap();
			let read = serde_json::from_str::<Terms>(&json).unwrap();
			assert_eq!(read.hash(), terms.hash());
		}
	});
}
