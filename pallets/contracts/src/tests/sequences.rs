//! Random sequences of calls: whatever comes, the invariants hold, and a refused call changes nothing.

use super::*;
use proptest::prelude::*;

#[derive(Clone, Debug)]
enum Move {
	Draft { what: u8, seed: u8 },
	Amend { nth: u64, by: u32, seed: u8, undo: bool },
	Sign { nth: u64, by: u32 },
	Withdraw { nth: u64, by: u32 },
	End { nth: u64, by: u32, ending: u8 },
	Decide { nth: u64, ending: u8 },
	Pay { nth: u64, seed: u8, minor: u128, refund: bool },
	Submit { nth: u64, by: u32 },
	Register { nth: u64, back: bool },
	Evidence { nth: u64, by: u32 },
	Office { nth: usize },
	Hold { days: u64 },
	Complete { nth: u64 },
	Days { days: u64, polled: bool },
}

fn anyone() -> impl Strategy<Value = u32> {
	UNIVERSITY..=BUYER
}

fn any_move() -> impl Strategy<Value = Move> {
	let nth = 0u64..5;
	let seed = 1u8..12;
	prop_oneof![
		3 => (0u8..5, seed.clone()).prop_map(|(what, seed)| Move::Draft { what, seed }),
		1 => (nth.clone(), anyone(), seed.clone(), any::<bool>())
			.prop_map(|(nth, by, seed, undo)| Move::Amend { nth, by, seed, undo }),
		8 => (nth.clone(), anyone()).prop_map(|(nth, by)| Move::Sign { nth, by }),
		1 => (nth.clone(), anyone()).prop_map(|(nth, by)| Move::Withdraw { nth, by }),
		4 => (nth.clone(), anyone(), 0u8..3)
			.prop_map(|(nth, by, ending)| Move::End { nth, by, ending }),
		1 => (nth.clone(), 0u8..3).prop_map(|(nth, ending)| Move::Decide { nth, ending }),
		3 => (nth.clone(), seed, 0u128..11_000, any::<bool>())
			.prop_map(|(nth, seed, minor, refund)| Move::Pay { nth, seed, minor, refund }),
		1 => (nth.clone(), anyone()).prop_map(|(nth, by)| Move::Submit { nth, by }),
		1 => (nth.clone(), any::<bool>()).prop_map(|(nth, back)| Move::Register { nth, back }),
		1 => (nth.clone(), anyone()).prop_map(|(nth, by)| Move::Evidence { nth, by }),
		1 => (0usize..4).prop_map(|nth| Move::Office { nth }),
		1 => (1u64..10).prop_map(|days| Move::Hold { days }),
		1 => nth.prop_map(|nth| Move::Complete { nth }),
		2 => (0u64..8, any::<bool>()).prop_map(|(days, polled)| Move::Days { days, polled }),
	]
}

fn some_terms(what: u8, seed: u8) -> Terms {
	let mut terms = match what {
		0 => plain_transfer(),
		1 => plain_licence(),
		2 => with(plain_licence(), vec![grant(OTHER_PATENT, UseForm::Exclusive, ENTERPRISE)]),
		3 => terms(ContractKind::Service, UNIVERSITY, BUYER),
		_ => {
			let effects = vec![Effect::TransferShare {
				achievement: SOFTWARE,
				from: member(UNIVERSITY),
				to: member(BUYER),
				ppm: 100_000,
				on: Some(in_days(u64::from(seed))),
			}];
			let event = record_auction(vec![SOFTWARE], crate::income::Price::Open);
			let mut terms = with(terms(ContractKind::Transfer, UNIVERSITY, BUYER), effects);
			terms.price_events = vec![event].try_into().unwrap();
			terms
		}
	};
	terms.number = label(&format!("number {seed}"));
	terms.instrument = digest(seed);
	terms
}

fn ending(code: u8) -> Ending {
	[Ending::Performed, Ending::Terminated, Ending::Rescinded][usize::from(code)]
}

fn root() -> Vec<u8> {
	sp_io::storage::root(sp_core::storage::StateVersion::V1)
}

/// Makes a move; whether a call was refused and changed something.
fn make(step: &Move) {
	let mut before = root();
	let result: bool = match step.clone() {
		Move::Draft { what, seed } => {
			let terms = some_terms(what, seed);
			before = root();
			let by = terms.parties[0].member.0;
			TechnologyContracts::draft(key(by), Box::new(terms), None).is_ok()
		}
		Move::Amend { nth, by, seed, undo } => {
			let Some(mut terms) = TermsOf::<Test>::get(ContractId(nth), 1) else { return };
			terms.instrument = digest(100 + seed);
			terms.effects.clear();
			if undo {
				terms.undoes = vec![0].try_into().unwrap();
			}
			TechnologyContracts::amend(key(by), ContractId(nth), Box::new(terms), None).is_ok()
		}
		Move::Sign { nth, by } => {
			let id = ContractId(nth);
			let pending = Contracts::<Test>::get(id).and_then(|contract| contract.pending);
			let Some(pending) = pending else { return };
			let hash = TermsOf::<Test>::get(id, pending.version).unwrap().hash();
			TechnologyContracts::sign(key(by), id, pending.version, hash, None).is_ok()
		}
		Move::Withdraw { nth, by } => {
			TechnologyContracts::withdraw(key(by), ContractId(nth), None).is_ok()
		}
		Move::End { nth, by, ending: code } => {
			let id = ContractId(nth);
			TechnologyContracts::end(key(by), id, ending(code), digest(90), None).is_ok()
		}
		Move::Decide { nth, ending: code } => {
			let id = ContractId(nth);
			let decision = decision("1");
			TechnologyContracts::end_by_decision(key(COURT), id, ending(code), decision).is_ok()
		}
		Move::Pay { nth, seed, minor, refund } => {
			let id = ContractId(nth);
			let Some(terms) = TermsOf::<Test>::get(id, 1) else { return };
			let (seller, buyer) = (terms.parties[0].member.0, terms.parties[1].member.0);
			let mut paid = payment(seed, buyer, seller, Amount::fen(minor));
			if refund {
				paid.kind = PaymentKind::Refund;
			}
			TechnologyContracts::attest_payment(key(BANK), id, paid).is_ok()
		}
		Move::Submit { nth, by } => {
			let id = ContractId(nth);
			TechnologyContracts::submit(key(by), id, member(OTHER_BUREAU), None).is_ok()
		}
		Move::Register { nth, back } => {
			let statement = Statement {
				kind: ContractKind::Service,
				amounts: StatedAmounts::Open { total: PRICE, technology: PRICE },
				number: label("1"),
				scheme: label("national"),
			};
			let decision = match back {
				true => Decision::Return(label("incomplete")),
				false => Decision::Register(statement),
			};
			let by = key(OTHER_BUREAU);
			TechnologyContracts::decide(by, ContractId(nth), Box::new(decision), None).is_ok()
		}
		Move::Evidence { nth, by } => {
			let kind = EvidenceKind::Performance;
			let words = label("delivery");
			let date = start();
			let id = ContractId(nth);
			TechnologyContracts::add_evidence(key(by), id, kind, words, digest(1), date).is_ok()
		}
		Move::Office { nth } => {
			let agreed = title(OTHER_PATENT).agreed_transfers.get(nth).map(|a| a.sequence);
			let is_held = !title(OTHER_PATENT).holds.is_empty();
			if let Some(agreed) = agreed.filter(|_| !is_held) {
				office_registers(OTHER_PATENT, agreed);
			}
			return;
		}
		Move::Hold { days } => {
			if title(OTHER_PATENT).holds.len() < 10 {
				hold(OTHER_PATENT, days);
			}
			return;
		}
		Move::Complete { nth } => {
			TechnologyContracts::complete_transfer(key(AGENT), ContractId(nth), 0).is_ok()
		}
		Move::Days { days, polled } => {
			advance_days(days);
			if polled {
				poll();
			}
			return;
		}
	};
	assert!(result || root() == before, "a refused call changed something: {step:?}");
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(64))]

	#[test]
	fn invariants_should_hold_after_every_move(moves in prop::collection::vec(any_move(), 1..50)) {
		Ledger::new().build_and_execute(|| {
			for step in &moves {
				make(step);
				TechnologyContracts::do_try_state().unwrap();
			}
		});
	}
}
