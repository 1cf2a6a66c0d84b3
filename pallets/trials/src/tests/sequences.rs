//! Random sequences of calls: whatever comes, the invariants hold, and a refused call changes nothing.

use super::*;
use proptest::prelude::*;
use quanqi_title::EndReason;

#[derive(Clone, Debug)]
enum Move {
	Enter { tie: u8, limit: u32, price: u8 },
	Leave,
	Request { user: u32 },
	Withdraw { nth: u64 },
	Refuse { nth: u64 },
	Approve { nth: u64 },
	Start { nth: u64 },
	AskMore { nth: u64, number: u32 },
	Extend { nth: u64 },
	Convert { nth: u64, offer: Option<u128> },
	Choose { nth: u64 },
	Stop { nth: u64 },
	Close { nth: u64 },
	Terminate { nth: u64 },
	Insure { nth: u64, voucher: u128 },
	Redeem { nth: u64, reference: u8 },
	Sign { nth: u64, price: Option<u128> },
	EndElsewhere { nth: u64 },
	License { user: u32 },
	Settle { nth: u64 },
	Days { days: u64, polled: bool },
}

fn any_move() -> impl Strategy<Value = Move> {
	let nth = || 0u64..6;
	let user = || ENTERPRISE..=THIRD;
	let offer = || prop_oneof![Just(None), (90u128..110).prop_map(Some)];
	prop_oneof![
		2 => (0u8..3, 1u32..4, 0u8..4)
			.prop_map(|(tie, limit, price)| Move::Enter { tie, limit, price }),
		1 => Just(Move::Leave),
		4 => user().prop_map(|user| Move::Request { user }),
		1 => nth().prop_map(|nth| Move::Withdraw { nth }),
		1 => nth().prop_map(|nth| Move::Refuse { nth }),
		4 => nth().prop_map(|nth| Move::Approve { nth }),
		4 => nth().prop_map(|nth| Move::Start { nth }),
		2 => (nth(), 1u32..20).prop_map(|(nth, number)| Move::AskMore { nth, number }),
		2 => nth().prop_map(|nth| Move::Extend { nth }),
		4 => (nth(), offer()).prop_map(|(nth, offer)| Move::Convert { nth, offer }),
		1 => nth().prop_map(|nth| Move::Choose { nth }),
		2 => nth().prop_map(|nth| Move::Stop { nth }),
		2 => nth().prop_map(|nth| Move::Close { nth }),
		1 => nth().prop_map(|nth| Move::Terminate { nth }),
		1 => (nth(), 0u128..110).prop_map(|(nth, voucher)| Move::Insure { nth, voucher }),
		1 => (nth(), 0u8..3).prop_map(|(nth, reference)| Move::Redeem { nth, reference }),
		3 => (nth(), offer()).prop_map(|(nth, price)| Move::Sign { nth, price }),
		1 => nth().prop_map(|nth| Move::EndElsewhere { nth }),
		1 => user().prop_map(|user| Move::License { user }),
		1 => nth().prop_map(|nth| Move::Settle { nth }),
		3 => (0u64..120, any::<bool>()).prop_map(|(days, polled)| Move::Days { days, polled }),
	]
}

fn user(id: TrialId) -> u32 {
	Trials::load(id).map_or(ENTERPRISE, |trial| trial.user.0)
}

fn entry_terms(tie: u8, parallel_limit: u32, price: u8) -> EntryTerms {
	let ties = [TieRule::FirstDeclared, TieRule::HighestOffer, TieRule::HolderChooses];
	let amount = Amount::fen(100);
	let conversions = [
		ConversionTerms::Fixed(amount),
		ConversionTerms::Formula(digest(1)),
		ConversionTerms::Cap(amount),
		ConversionTerms::ToBeAgreed,
	];
	let (tie, conversion) = (ties[usize::from(tie)], conversions[usize::from(price)]);
	EntryTerms { tie, parallel_limit, conversion, ..terms() }
}

/// Makes a move; whether a call was refused.
fn make(step: &Move) -> bool {
	let id = TrialId;
	let result = match step.clone() {
		Move::Enter { tie, limit, price } => enter(entry_terms(tie, limit, price)),
		Move::Leave => Trials::leave_pool(key(UNIVERSITY), PATENT, None),
		Move::Request { user } => match OpenEntries::<Test>::get(PATENT) {
			Some(_) => request(user),
			None => return false,
		},
		Move::Withdraw { nth } => Trials::withdraw(key(user(id(nth))), id(nth), None),
		Move::Refuse { nth } => Trials::refuse(key(UNIVERSITY), id(nth), None),
		Move::Approve { nth } => Trials::approve(key(UNIVERSITY), id(nth)),
		Move::Start { nth } => Trials::start(key(UNIVERSITY), id(nth), None),
		Move::AskMore { nth, number } => {
			Trials::ask_extension(key(user(id(nth))), id(nth), months(number), None)
		}
		Move::Extend { nth } => Trials::extend(key(UNIVERSITY), id(nth), None),
		Move::Convert { nth, offer } => {
			let offer = offer.map(Amount::fen);
			Trials::declare_conversion(key(user(id(nth))), id(nth), offer, None)
		}
		Move::Choose { nth } => Trials::choose(key(UNIVERSITY), id(nth), None),
		Move::Stop { nth } => Trials::declare_stop(key(user(id(nth))), id(nth), None),
		Move::Close { nth } => Trials::close(key(UNIVERSITY), id(nth), None),
		Move::Terminate { nth } => Trials::terminate(key(COURT), id(nth), text("D"), digest(9)),
		Move::Insure { nth, voucher } => {
			let (premium, voucher) = (Amount::fen(100), Amount::fen(voucher));
			Trials::insure(key(INSURER), id(nth), text("P"), digest(5), premium, voucher)
		}
		Move::Redeem { nth, reference } => {
			Trials::redeem_voucher(key(BANK), id(nth), digest(reference))
		}
		Move::Sign { nth, price } => {
			let price = price.map(Amount::fen);
			let signed = conversion(id(nth), user(id(nth)), price);
			// As in a call: all or nothing.
			frame_support::storage::with_storage_layer(|| {
				Trials::converted(&signed, ContractId(nth))
			})
		}
		Move::EndElsewhere { nth } => {
			let Some(run) = Trials::load(id(nth)).ok().and_then(|trial| trial.run) else {
				return false;
			};
			if title().right(run.right).is_none() {
				return false;
			}
			let act = Act::UseEnded { right: run.right, reason: EndReason::Surrendered };
			let step = agreed(user(id(nth)), Cause::Declaration, act, &[]);
			ToldTitles::append(PATENT, step).map(|_| ())
		}
		Move::License { user } => {
			licensed(UseForm::Ordinary, user, Cause::Declaration);
			Ok(())
		}
		Move::Settle { nth } => Trials::settle(key(RIVAL), id(nth)),
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
	#![proptest_config(ProptestConfig::with_cases(64))]

	#[test]
	fn invariants_should_hold_after_every_move(moves in prop::collection::vec(any_move(), 1..60)) {
		Ledger::new().build_and_execute(|| {
			for step in &moves {
				let before = state_root();
				if make(step) {
					assert_eq!(state_root(), before, "a refused call changed something");
				}
				Trials::do_try_state().unwrap();
			}
		});
	}
}
