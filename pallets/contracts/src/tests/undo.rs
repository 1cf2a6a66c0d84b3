//! C10: how each kind of effect is undone.

use super::*;
use quanqi_types::Period;

fn decided(id: ContractId, ending: Ending) {
	let by = key(COURT);
	assert_ok!(TechnologyContracts::end_by_decision(by, id, ending, decision("(2026)1")));
}

fn software_to_buyer() -> Terms {
	let effects = vec![transfer(SOFTWARE, UNIVERSITY, BUYER, 400_000)];
	let event = record_auction(vec![SOFTWARE], crate::income::Price::Amount(PRICE));
	let mut terms = with(terms(ContractKind::Transfer, UNIVERSITY, BUYER), effects);
	terms.price_events = vec![event].try_into().unwrap();
	terms
}

#[test]
fn c10_software_should_move_back_at_once() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&software_to_buyer());
		assert_eq!(title(SOFTWARE).owners.part_of(member(BUYER)), 400_000);
		assert_ok!(end_all(id, Ending::Rescinded));
		assert_eq!(title(SOFTWARE).owners.part_of(member(UNIVERSITY)), WHOLE_PPM);
	});
}

#[test]
fn c10_a_decision_should_move_software_back_without_consents() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&software_to_buyer());
		decided(id, Ending::Rescinded);
		assert_eq!(title(SOFTWARE).owners.part_of(member(UNIVERSITY)), WHOLE_PPM);
	});
}

fn use_right_moved() -> (ContractId, u32) {
	let first = signed(&plain_licence());
	let right = effect(first, 0).entry.unwrap();
	let moved = Effect::TransferUse {
		achievement: OTHER_PATENT,
		right,
		from: member(ENTERPRISE),
		to: member(BUYER),
		ppm: 250_000,
	};
	let mut terms = with(terms(ContractKind::Transfer, ENTERPRISE, BUYER), vec![moved]);
	terms.instrument = digest(2);
	(signed(&terms), right)
}

#[test]
fn c10_a_use_right_should_move_back_when_rescinded_and_stay_when_terminated() {
	for (ending, left) in [(Ending::Rescinded, 0), (Ending::Terminated, 250_000)] {
		Ledger::new().build_and_execute(|| {
			let (id, right) = use_right_moved();
			assert_ok!(end_all(id, ending));
			let holders = title(OTHER_PATENT).right(right).unwrap().terms.holders.clone();
			assert_eq!(holders.part_of(member(BUYER)), left);
		});
	}
}

#[test]
fn c10_a_reservation_should_end_with_its_contract() {
	for ending in [Ending::Rescinded, Ending::Terminated] {
		Ledger::new().build_and_execute(|| {
			let reserve = Effect::Reserve {
				achievement: OTHER_PATENT,
				by: member(INSTITUTE),
				beneficiary: member(ENTERPRISE),
				scope: Box::new(everywhere()),
				period: Period { from: start(), until: Some(in_days(30)) },
			};
			let id = signed(&with(plain_licence(), vec![reserve]));
			assert_ok!(end_all(id, ending));
			assert!(title(OTHER_PATENT).reservations.is_empty());
		});
	}
}

fn assigned() -> ContractId {
	let future = Effect::AssignFuture {
		label: label("a method"),
		from: member(INSTITUTE),
		to: member(ENTERPRISE),
		ppm: 300_000,
	};
	signed(&with(terms(ContractKind::Development, INSTITUTE, ENTERPRISE), vec![future]))
}

#[test]
fn c10_a_future_achievement_should_not_be_owed_any_longer() {
	Ledger::new().build_and_execute(|| {
		let id = assigned();
		assert_ok!(end_all(id, Ending::Rescinded));
		assert_eq!(effect(id, 0).state, EffectState::Undone);
	});
}

#[test]
fn c10_a_delivered_achievement_should_go_back() {
	Ledger::new().build_and_execute(|| {
		let id = assigned();
		let by = key(INSTITUTE);
		assert_ok!(TechnologyContracts::deliver_future(by, id, 0, OTHER_PATENT, None));
		office_registers(OTHER_PATENT, title(OTHER_PATENT).agreed_transfers[0].sequence);
		decided(id, Ending::Rescinded);
		let back = title(OTHER_PATENT).agreed_transfers[0].clone();
		assert_eq!((back.to, back.ppm), (member(INSTITUTE), 300_000));
	});
}

#[test]
fn c10_a_licence_that_is_over_should_need_no_entry() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&plain_licence());
		advance_days(400);
		let before = title(OTHER_PATENT).entries;
		assert_ok!(end_all(id, Ending::Rescinded));
		assert_eq!(title(OTHER_PATENT).entries, before);
		assert_eq!(effect(id, 0).state, EffectState::Undone);
	});
}

#[test]
fn c10_effects_should_be_undone_from_the_last_to_the_first() {
	Ledger::new().build_and_execute(|| {
		let effects = vec![
			grant(OTHER_PATENT, UseForm::Ordinary, ENTERPRISE),
			grant(OTHER_PATENT, UseForm::Ordinary, ENTERPRISE),
		];
		let id = signed(&with(plain_licence(), effects));
		assert_ok!(end_all(id, Ending::Rescinded));
		let undone: Vec<u32> = events()
			.into_iter()
			.filter_map(|event| match event {
				Event::EffectUndone { effect, .. } => Some(effect),
				_ => None,
			})
			.collect();
		assert_eq!(undone, vec![1, 0]);
	});
}

#[test]
fn c10_a_transfer_cancelled_elsewhere_should_not_be_undone_again() {
	use quanqi_title::{Act, Actor, Cause, Consent, ConsentRole};
	use quanqi_traits::{Step, Titles};
	Ledger::new().build_and_execute(|| {
		let id = signed(&plain_transfer());
		let agreed = title(OTHER_PATENT).agreed_transfers[0].sequence;
		let step = Step {
			actor: Actor { member: member(INSTITUTE), mandate: None },
			cause: Cause::Declaration,
			legal_date: None,
			consents: vec![Consent {
				member: member(ENTERPRISE),
				role: ConsentRole::Transferee,
				deemed: false,
				mandate: None,
			}],
			act: Act::TransferCancelled { agreed },
		};
		ToldTitles::append(OTHER_PATENT, step).unwrap();
		assert_eq!(effect(id, 0).state, EffectState::Cancelled);
		let before = title(OTHER_PATENT).entries;
		assert_ok!(end_all(id, Ending::Rescinded));
		assert_eq!(title(OTHER_PATENT).entries, before);
	});
}

#[test]
fn ending_should_drop_an_amendment_that_waits() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&plain_licence());
		let mut terms = with(plain_licence(), vec![]);
		terms.instrument = digest(2);
		let by = key(INSTITUTE);
		assert_ok!(TechnologyContracts::amend(by, id, Box::new(terms), None));
		assert_ok!(end_all(id, Ending::Terminated));
		assert_eq!(contract(id).pending, None);
		assert!(TermsOf::<Test>::get(id, 2).is_none());
	});
}

#[test]
fn c4_every_seller_should_lose_the_number_to_the_first_contract() {
	Ledger::new().build_and_execute(|| {
		let first = signed(&add_party(plain_licence(), BUYER, PartyRole::Seller));
		let mut second = terms(ContractKind::Service, BUYER, ENTERPRISE);
		second.instrument = digest(2);
		assert_noop!(
			TechnologyContracts::draft(key(BUYER), Box::new(second), None),
			Error::<Test>::KeyTaken(first.into())
		);
	});
}

#[test]
fn c6_a_sublicence_should_be_granted_by_contract_within_its_parent() {
	use quanqi_title::UseBasis;
	Ledger::new().build_and_execute(|| {
		let first = signed(&plain_licence());
		let parent = effect(first, 0).entry.unwrap();
		let mut grant = licence(ENTERPRISE, BUYER, UseForm::Ordinary);
		grant.basis = UseBasis::Sublicence(parent);
		let effect = Effect::GrantUse { achievement: OTHER_PATENT, terms: Box::new(grant) };
		let mut terms = with(terms(ContractKind::Licence, ENTERPRISE, BUYER), vec![effect]);
		terms.instrument = digest(2);
		signed(&terms);
		assert_eq!(title(OTHER_PATENT).rights.len(), 2);
	});
}
