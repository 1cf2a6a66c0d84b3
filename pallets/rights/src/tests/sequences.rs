//! Random sequences of calls: whatever comes, the invariants hold, and a refused call changes nothing.

use super::*;
use crate::Obstacles;
use proptest::prelude::*;
use quanqi_title::{EndReason, HoldTarget};
use quanqi_types::{Period, Shares};

#[derive(Clone, Debug)]
enum Move {
	AgreeTransfer { from: u32, to: u32, ppm: u32 },
	AttestTransfer { agreed: u32 },
	CancelTransfer { by: u32, agreed: u32 },
	License { form: UseForm, to: u32, days: u64, ask: bool },
	EndUse { by: u32, right: u32 },
	TransferUse { from: u32, to: u32, right: u32, ppm: u32 },
	Reserve { to: u32, days: u64 },
	Hold { days: u64 },
	Agree { nth: usize },
	Refuse { nth: usize },
	Withdraw { nth: usize },
	Succeed { from: u32, to: u32 },
	Days { days: u64, polled: bool },
}

fn anyone() -> impl Strategy<Value = u32> {
	UNIVERSITY..=COMPLETER
}

fn part() -> impl Strategy<Value = u32> {
	prop_oneof![Just(0), Just(1), Just(half()), Just(WHOLE_PPM), 1..=WHOLE_PPM]
}

fn form() -> impl Strategy<Value = UseForm> {
	prop_oneof![Just(UseForm::Exclusive), Just(UseForm::Sole), Just(UseForm::Ordinary)]
}

fn any_move() -> impl Strategy<Value = Move> {
	let number = 0u32..12;
	let nth = 0usize..8;
	prop_oneof![
		2 => (anyone(), anyone(), part())
			.prop_map(|(from, to, ppm)| Move::AgreeTransfer { from, to, ppm }),
		1 => number.clone().prop_map(|agreed| Move::AttestTransfer { agreed }),
		1 => (anyone(), number.clone())
			.prop_map(|(by, agreed)| Move::CancelTransfer { by, agreed }),
		3 => (form(), anyone(), 1u64..60, any::<bool>())
			.prop_map(|(form, to, days, ask)| Move::License { form, to, days, ask }),
		1 => (anyone(), number.clone()).prop_map(|(by, right)| Move::EndUse { by, right }),
		1 => (anyone(), anyone(), number, part())
			.prop_map(|(from, to, right, ppm)| Move::TransferUse { from, to, right, ppm }),
		1 => (anyone(), 1u64..60).prop_map(|(to, days)| Move::Reserve { to, days }),
		1 => (1u64..30).prop_map(|days| Move::Hold { days }),
		6 => nth.clone().prop_map(|nth| Move::Agree { nth }),
		1 => nth.clone().prop_map(|nth| Move::Refuse { nth }),
		1 => nth.prop_map(|nth| Move::Withdraw { nth }),
		1 => (anyone(), anyone()).prop_map(|(from, to)| Move::Succeed { from, to }),
		2 => (0u64..40, any::<bool>()).prop_map(|(days, polled)| Move::Days { days, polled }),
	]
}

/// Everything that is asked of anyone, in order.
fn asked() -> Vec<(crate::RequestId, u32, ConsentRole)> {
	let views = Rights::request_views(PATENT);
	let of = |view: crate::views::RequestView| {
		let id = view.id;
		view.missing.into_iter().map(move |missing| (id, missing.member.0, missing.role))
	};
	views.into_iter().flat_map(of).collect()
}

/// Makes a move; whether a call was refused.
fn make(step: &Move) -> bool {
	let period = |days: u64| {
		let from = <Rights as quanqi_traits::Titles>::now();
		Period { from, until: from.checked_add_ms(days * DAY_MS) }
	};
	let now = <Rights as quanqi_traits::Titles>::now();
	let result = match step.clone() {
		Move::AgreeTransfer { from, to, ppm } => {
			Rights::agree_transfer(key(from), PATENT, member(to), ppm, None)
		}
		Move::AttestTransfer { agreed } => {
			Rights::attest_transfer(key(OFFICE), PATENT, agreed, crate::mock::text("N"), now)
		}
		Move::CancelTransfer { by, agreed } => {
			Rights::cancel_transfer(key(by), PATENT, agreed, None, None)
		}
		Move::License { form, to, days, ask } => {
			let grantor = title().owners.lines()[0].member;
			let mut terms = licence(form);
			terms.grantor = grantor;
			terms.holders = Shares::single(member(to));
			terms.period = period(days);
			let obstacles = if ask { Obstacles::Ask } else { Obstacles::Refuse };
			Rights::grant_use(key(grantor.0), PATENT, Box::new(terms), obstacles, None)
		}
		Move::EndUse { by, right } => {
			Rights::end_use(key(by), PATENT, right, EndReason::Surrendered, None, None)
		}
		Move::TransferUse { from, to, right, ppm } => {
			Rights::transfer_use(key(from), PATENT, right, member(to), ppm, None)
		}
		Move::Reserve { to, days } => {
			let by = title().owners.lines()[0].member;
			let scope = Box::new(everywhere());
			let (to, obstacles) = (member(to), Obstacles::Refuse);
			Rights::reserve(key(by.0), PATENT, to, scope, period(days), obstacles, None)
		}
		Move::Hold { days } => {
			let until = period(days).until;
			Rights::hold(key(COURT), PATENT, HoldTarget::Whole, until, document("H"))
		}
		Move::Agree { nth } => match asked().get(nth) {
			Some((id, who, role)) => Rights::consent(key(*who), *id, *role, Behalf::Own),
			None => return false,
		},
		Move::Refuse { nth } => match asked().get(nth) {
			Some((id, who, role)) => Rights::refuse(key(*who), *id, *role, Behalf::Own),
			None => return false,
		},
		Move::Withdraw { nth } => match asked().get(nth) {
			Some((id, ..)) => {
				let by = Requests::<Test>::get(id).unwrap().actor.member.0;
				Rights::withdraw(key(by), *id, None)
			}
			None => return false,
		},
		Move::Succeed { from, to } => {
			let heirs = Shares::single(member(to));
			let list = vec![PATENT].try_into().unwrap();
			Rights::succeed(key(COURT), member(from), heirs, list, document("S"))
		}
		Move::Days { days, polled } => {
			match polled {
				true => advance_days(days),
				false => advance_days_without_poll(days),
			}
			return false;
		}
	};
	result.is_err()
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(96))]

	#[test]
	fn invariants_should_hold_after_every_move(moves in prop::collection::vec(any_move(), 1..40)) {
		let ledger = Ledger::new()
			.owned_by(&[(UNIVERSITY, 500_000), (INSTITUTE, 300_000), (ENTERPRISE, 200_000)])
			.pre_empted_by(COMPLETER, quanqi_types::PreEmption::Completer);
		ledger.build_and_execute(|| {
			for step in &moves {
				let before = state_root();
				if make(step) {
					assert_eq!(state_root(), before, "a refused call changed something");
				}
				Rights::do_try_state().unwrap();
			}
		});
	}
}
