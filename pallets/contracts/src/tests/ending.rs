//! C10: performed, terminated, rescinded; by the parties or by decision.

use super::*;
use quanqi_title::{Act, EndReason};
use quanqi_traits::testing::{FakeMembers, FakeTitles};

fn last_act(achievement: quanqi_types::AchievementId) -> Act {
	FakeTitles::history(achievement).pop().unwrap().body().act.clone()
}

#[test]
fn c10_end_should_wait_for_every_party() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&plain_licence());
		let end = |by, ending| TechnologyContracts::end(key(by), id, ending, digest(90), None);
		assert_ok!(end(INSTITUTE, Ending::Rescinded));
		assert_eq!(contract(id).state, ContractState::Signed);
		assert_noop!(end(INSTITUTE, Ending::Rescinded), Error::<Test>::AlreadyAgreed);
		assert_ok!(end(ENTERPRISE, Ending::Rescinded));
		assert_eq!(contract(id).state, ContractState::Rescinded);
	});
}

#[test]
fn c10_another_ending_should_replace_the_one_that_was_open() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&plain_licence());
		let end = |by, ending| TechnologyContracts::end(key(by), id, ending, digest(90), None);
		assert_ok!(end(INSTITUTE, Ending::Rescinded));
		assert_ok!(end(ENTERPRISE, Ending::Terminated));
		assert_eq!(contract(id).state, ContractState::Signed);
		assert_eq!(Endings::<Test>::get(id).unwrap().signatures.len(), 1);
	});
}

#[test]
fn c10_end_should_refuse_who_is_no_party() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&plain_licence());
		let by = key(BUYER);
		assert_noop!(
			TechnologyContracts::end(by, id, Ending::Rescinded, digest(90), None),
			Error::<Test>::NotParty
		);
	});
}

#[test]
fn performed_should_leave_every_effect() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&plain_licence());
		assert_ok!(end_all(id, Ending::Performed));
		assert_eq!(contract(id).state, ContractState::Performed);
		assert_eq!(title(OTHER_PATENT).rights.len(), 1);
	});
}

#[test]
fn c10_rescission_should_end_the_licence_by_a_reversing_entry() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&plain_licence());
		assert_ok!(end_all(id, Ending::Rescinded));
		assert!(title(OTHER_PATENT).rights.is_empty());
		let reason = EndReason::Rescinded;
		assert!(matches!(last_act(OTHER_PATENT), Act::UseEnded { reason: r, .. } if r == reason));
		assert_eq!(effect(id, 0).state, EffectState::Undone);
	});
}

#[test]
fn c10_rescission_should_cancel_a_transfer_that_is_not_effective() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&plain_transfer());
		assert_ok!(end_all(id, Ending::Rescinded));
		assert!(title(OTHER_PATENT).agreed_transfers.is_empty());
		assert!(matches!(last_act(OTHER_PATENT), Act::TransferCancelled { .. }));
	});
}

#[test]
fn c10_rescission_should_move_back_what_the_office_moved() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&plain_transfer());
		office_registers(OTHER_PATENT, title(OTHER_PATENT).agreed_transfers[0].sequence);
		assert_ok!(end_all(id, Ending::Rescinded));
		let back = title(OTHER_PATENT).agreed_transfers[0].clone();
		assert_eq!((back.from, back.to), (member(ENTERPRISE), member(INSTITUTE)));
	});
}

fn sold_on() -> ContractId {
	let first = signed(&plain_transfer());
	office_registers(OTHER_PATENT, title(OTHER_PATENT).agreed_transfers[0].sequence);
	let effects = vec![transfer(OTHER_PATENT, ENTERPRISE, BUYER, WHOLE_PPM)];
	let mut second = with(terms(ContractKind::Transfer, ENTERPRISE, BUYER), effects);
	second.instrument = digest(2);
	signed(&second);
	first
}

#[test]
fn c10_rescission_should_say_which_later_transfer_stands_in_the_way() {
	Ledger::new().build_and_execute(|| {
		let id = sold_on();
		let [a, b, c, _] = title(OTHER_PATENT).agreed_transfers[0].sequence.to_le_bytes();
		let end = |by| TechnologyContracts::end(key(by), id, Ending::Rescinded, digest(90), None);
		assert_ok!(end(INSTITUTE));
		assert_noop!(end(ENTERPRISE), Error::<Test>::LaterTransferInTheWay([a, b, c]));
	});
}

#[test]
fn c10_rescission_should_be_refused_when_the_share_has_moved_on() {
	Ledger::new().build_and_execute(|| {
		let id = sold_on();
		office_registers(OTHER_PATENT, title(OTHER_PATENT).agreed_transfers[0].sequence);
		let end = |by| TechnologyContracts::end(key(by), id, Ending::Rescinded, digest(90), None);
		assert_ok!(end(INSTITUTE));
		let refused = sp_runtime::DispatchError::Other("the member owns no share");
		assert_noop!(end(ENTERPRISE), refused);
	});
}

#[test]
fn c10_a_hold_should_stand_in_the_way_of_an_agreed_rescission() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&plain_licence());
		hold(OTHER_PATENT, 30);
		let end = |by| TechnologyContracts::end(key(by), id, Ending::Rescinded, digest(90), None);
		assert_ok!(end(INSTITUTE));
		let refused = sp_runtime::DispatchError::Other("a hold stands in the way");
		assert_noop!(end(ENTERPRISE), refused);
	});
}

#[test]
fn termination_should_end_the_licence_and_leave_the_effective_transfer() {
	Ledger::new().build_and_execute(|| {
		let effects = vec![
			transfer(OTHER_PATENT, INSTITUTE, ENTERPRISE, 400_000),
			grant(OTHER_PATENT, UseForm::Ordinary, ENTERPRISE),
		];
		let id = signed(&with(plain_transfer(), effects));
		office_registers(OTHER_PATENT, title(OTHER_PATENT).agreed_transfers[0].sequence);
		assert_ok!(end_all(id, Ending::Terminated));
		assert!(title(OTHER_PATENT).rights.is_empty());
		assert_eq!(title(OTHER_PATENT).owners.part_of(member(ENTERPRISE)), 400_000);
		assert_eq!(effect(id, 0).state, EffectState::Done);
	});
}

#[test]
fn c10_a_decision_should_rescind_without_the_parties() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&plain_licence());
		let by = key(COURT);
		assert_ok!(TechnologyContracts::end_by_decision(
			by,
			id,
			Ending::Rescinded,
			decision("(2026)1")
		));
		assert_eq!(contract(id).state, ContractState::Rescinded);
		let body = FakeTitles::history(OTHER_PATENT).pop().unwrap();
		assert!(body.body().is_decided());
	});
}

#[test]
fn c10_a_decision_should_rescind_what_was_performed() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&plain_licence());
		assert_ok!(end_all(id, Ending::Performed));
		let decide =
			|ending| TechnologyContracts::end_by_decision(key(COURT), id, ending, decision("2"));
		assert_noop!(decide(Ending::Terminated), Error::<Test>::WrongState);
		assert_ok!(decide(Ending::Rescinded));
	});
}

#[test]
fn c10_a_decision_should_not_find_performed() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&plain_licence());
		let by = key(COURT);
		assert_noop!(
			TechnologyContracts::end_by_decision(by, id, Ending::Performed, decision("1")),
			Error::<Test>::EndingUnfit
		);
	});
}

#[test]
fn c10_the_party_complained_of_should_not_decide() {
	Ledger::new().build_and_execute(|| {
		let terms = add_party(plain_licence(), COURT, PartyRole::Other);
		let id = signed(&terms);
		let by = key(COURT);
		assert_noop!(
			TechnologyContracts::end_by_decision(by, id, Ending::Rescinded, decision("1")),
			Error::<Test>::AuthorityIsParty
		);
	});
}

/// C10: nor whoever sponsors the party complained of, nor the other one.
#[test]
fn c10_a_partys_sponsor_should_not_decide() {
	for party in [INSTITUTE, ENTERPRISE] {
		Ledger::new().build_and_execute(|| {
			let id = signed(&plain_licence());
			let decide = |by| {
				let ending = Ending::Rescinded;
				TechnologyContracts::end_by_decision(key(by), id, ending, decision("1"))
			};
			FakeMembers::set_sponsor(party, COURT);
			assert_noop!(decide(COURT), Error::<Test>::AuthorityIsParty);
			FakeMembers::set_sponsor(party, UNIVERSITY);
			assert_ok!(decide(COURT));
		});
	}
}

#[test]
fn c10_only_who_may_adjudicate_should_decide() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&plain_licence());
		for by in [BANK, BUREAU, EXCHANGE, BUYER] {
			let ending = Ending::Rescinded;
			let result = TechnologyContracts::end_by_decision(key(by), id, ending, decision("1"));
			assert!(result.is_err(), "member {by} decides");
		}
	});
}
