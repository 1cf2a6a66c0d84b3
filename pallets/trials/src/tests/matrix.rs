//! Every call in every state, with every key: what the README's table does not allow is refused.

use super::*;
use frame_support::dispatch::DispatchResult;
use quanqi_types::{Digest, MemberId};
use TrialState::*;

type Act_ = fn(TrialId) -> DispatchResult;

const AGREE: Act_ = |id| Trials::agree(key(INSTITUTE), id, ConsentRole::CoOwner, None);
const INSURE: Act_ = |id| {
	let (premium, voucher) = (Amount::fen(100), Amount::fen(80));
	Trials::insure(key(INSURER), id, text("P"), digest(5), premium, voucher)
};
const SERVE: Act_ = |id| {
	let service = Service {
		kind: ServiceKind::Support,
		provider: member(THIRD),
		payer: member(ENTERPRISE),
		amount: Amount::fen(1),
		document: digest(6),
	};
	Trials::record_service(key(THIRD), id, service, None)
};

/// Calls about a trial, and the states in which the table allows them.
fn table() -> Vec<(&'static str, Act_, Vec<TrialState>)> {
	vec![
		("withdraw", |id| Trials::withdraw(key(ENTERPRISE), id, None), vec![Requested, Accepted]),
		("refuse", |id| Trials::refuse(key(UNIVERSITY), id, None), vec![Requested, Accepted]),
		("approve", |id| Trials::approve(key(UNIVERSITY), id), vec![Requested]),
		("start", |id| Trials::start(key(UNIVERSITY), id, None), vec![Accepted]),
		(
			"ask_extension",
			|id| Trials::ask_extension(key(ENTERPRISE), id, months(1), None),
			vec![Running],
		),
		(
			"declare_conversion",
			|id| Trials::declare_conversion(key(ENTERPRISE), id, None, None),
			vec![Running],
		),
		("choose", |id| Trials::choose(key(UNIVERSITY), id, None), vec![ConvertDeclared]),
		(
			"declare_stop",
			|id| Trials::declare_stop(key(ENTERPRISE), id, None),
			vec![Running, ConvertDeclared],
		),
		(
			"terminate",
			|id| Trials::terminate(key(COURT), id, text("D"), digest(9)),
			vec![Accepted, Running, ConvertDeclared, StopDeclared],
		),
		("insure", INSURE, vec![Accepted, Running]),
		(
			"record_service",
			SERVE,
			vec![
				Accepted,
				Running,
				ConvertDeclared,
				Converted,
				StopDeclared,
				Closed,
				EndedUndeclared,
				Terminated,
			],
		),
	]
}

fn scene(state: TrialState) -> TrialId {
	entered(EntryTerms { tie: TieRule::HolderChooses, ..terms() });
	trial_in(state)
}

#[test]
fn every_call_should_be_done_or_refused_by_the_state_as_the_table_says() {
	for (name, call, allowed) in table() {
		for state in TrialState::ALL {
			Ledger::new().build_and_execute(|| {
				let id = scene(state);
				match allowed.contains(&state) {
					true => assert!(call(id).is_ok(), "{name} in {state:?}"),
					false => {
						assert_noop!(call(id), Error::<Test>::WrongState(state));
					}
				}
			});
		}
	}
}

/// `extend` and `agree` wait for what the user asked; `close` for the time to go first.
#[test]
fn extend_should_be_refused_in_every_state_but_running() {
	for state in TrialState::ALL {
		Ledger::new().build_and_execute(|| {
			let id = scene(state);
			let expected = match state {
				Running => Error::<Test>::NoExtension,
				_ => Error::<Test>::WrongState(state),
			};
			assert_noop!(Trials::extend(key(UNIVERSITY), id, None), expected);
		});
	}
}

#[test]
fn agree_should_be_refused_in_every_state_that_waits_for_no_consent() {
	for state in TrialState::ALL {
		Ledger::new().build_and_execute(|| {
			let id = scene(state);
			let expected = match state {
				Accepted => Error::<Test>::NotAsked,
				Running => Error::<Test>::NoExtension,
				_ => Error::<Test>::WrongState(state),
			};
			assert_noop!(AGREE(id), expected);
		});
	}
}

#[test]
fn close_should_be_refused_in_every_state_but_a_stopped_one() {
	for state in TrialState::ALL {
		Ledger::new().build_and_execute(|| {
			let id = scene(state);
			let close = || Trials::close(key(UNIVERSITY), id, None);
			match state {
				StopDeclared => {
					assert_ok!(close());
				}
				_ => {
					assert_noop!(close(), Error::<Test>::WrongState(state));
				}
			}
		});
	}
}

#[test]
fn settle_should_find_nothing_due_in_every_state_at_once() {
	for state in TrialState::ALL {
		Ledger::new().build_and_execute(|| {
			let id = scene(state);
			assert_noop!(Trials::settle(key(RIVAL), id), Error::<Test>::NothingDue);
		});
	}
}

/// Only the arrows of the README lead from state to state.
#[test]
fn states_should_follow_only_the_arrows() {
	let arrows = [
		(Requested, Refused),
		(Requested, Withdrawn),
		(Requested, Accepted),
		(Requested, Lapsed),
		(Accepted, Refused),
		(Accepted, Withdrawn),
		(Accepted, Running),
		(Accepted, Terminated),
		(Running, ConvertDeclared),
		(Running, StopDeclared),
		(Running, EndedUndeclared),
		(Running, Terminated),
		(ConvertDeclared, Converted),
		(ConvertDeclared, StopDeclared),
		(ConvertDeclared, Closed),
		(ConvertDeclared, Terminated),
		(StopDeclared, Closed),
		(StopDeclared, Terminated),
	];
	for from in TrialState::ALL {
		for to in TrialState::ALL {
			assert_eq!(from.leads_to(to), arrows.contains(&(from, to)), "{from:?} to {to:?}");
		}
		let is_last = !arrows.iter().any(|(start, _)| *start == from);
		assert_eq!(from.is_final(), is_last, "{from:?}");
	}
}

#[test]
fn every_call_should_fail_when_there_is_no_such_trial() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = TrialId(77);
		for (name, call, _) in table() {
			assert_eq!(call(id), Err(Error::<Test>::NoSuchTrial.into()), "{name}");
		}
		let calls: [Act_; 5] = [
			|id| Trials::extend(key(UNIVERSITY), id, None),
			AGREE,
			|id| Trials::close(key(UNIVERSITY), id, None),
			|id| Trials::settle(key(RIVAL), id),
			|id| Trials::redeem_voucher(key(BANK), id, digest(1)),
		];
		for call in calls {
			assert_noop!(call(id), Error::<Test>::NoSuchTrial);
		}
	});
}

/// Every call with its actor and the permission of the key it takes; `None` takes any key.
fn with_keys() -> Vec<(u32, Option<Permission>, RuntimeCall)> {
	use crate::Call;
	let id = TrialId(0);
	let (achievement, mandate, trial) = (PATENT, None, id);
	let amount = Amount::fen(100);
	let (dispose, approve) = (Some(Permission::Dispose), Some(Permission::Approve));
	let (register, authority) = (Some(Permission::Register), Some(Permission::Authority));
	let terms = Box::new(terms());
	let document: Digest = digest(1);
	let (proposer, role): (MemberId, _) = (member(UNIVERSITY), ConsentRole::CoOwner);
	let service = Service {
		kind: ServiceKind::Support,
		provider: member(THIRD),
		payer: member(ENTERPRISE),
		amount,
		document,
	};
	let calls: Vec<(u32, Option<Permission>, Call<Test>)> = vec![
		(UNIVERSITY, dispose, Call::enter_pool { achievement, terms, ask: false, mandate }),
		(
			INSTITUTE,
			dispose,
			Call::agree_to_entry { achievement, proposer, number: 0, role, mandate },
		),
		(UNIVERSITY, dispose, Call::withdraw_proposal { achievement, mandate }),
		(UNIVERSITY, dispose, Call::leave_pool { achievement, mandate }),
		(
			UNIVERSITY,
			register,
			Call::decline_pool { achievement, reason: DeclineReason::Other, document, mandate },
		),
		(
			UNIVERSITY,
			register,
			Call::note_conversion {
				achievement,
				way: ConversionWay::OwnUse,
				at: now(),
				evidence: document,
				mandate,
			},
		),
		(
			ENTERPRISE,
			dispose,
			Call::request {
				achievement,
				entry: 1,
				standard_contract: document,
				broker: None,
				mandate,
			},
		),
		(ENTERPRISE, dispose, Call::withdraw { trial, mandate }),
		(UNIVERSITY, approve, Call::refuse { trial, reasons: None }),
		(UNIVERSITY, approve, Call::approve { trial }),
		(INSTITUTE, dispose, Call::agree { trial, role, mandate }),
		(UNIVERSITY, dispose, Call::start { trial, mandate }),
		(ENTERPRISE, dispose, Call::ask_extension { trial, more: months(1), mandate }),
		(UNIVERSITY, dispose, Call::extend { trial, mandate }),
		(ENTERPRISE, dispose, Call::declare_conversion { trial, offer: None, mandate }),
		(UNIVERSITY, dispose, Call::choose { trial, mandate }),
		(ENTERPRISE, dispose, Call::declare_stop { trial, mandate }),
		(UNIVERSITY, dispose, Call::close { trial, mandate }),
		(COURT, authority, Call::terminate { trial, document: text("D"), digest: document }),
		(
			INSURER,
			dispose,
			Call::insure { trial, number: text("P"), document, premium: amount, voucher: amount },
		),
		(BANK, authority, Call::redeem_voucher { trial, reference: document }),
		(THIRD, dispose, Call::record_service { trial, service, mandate }),
		(RIVAL, None, Call::settle { trial }),
	];
	calls.into_iter().map(|(who, key, call)| (who, key, call.into())).collect()
}

use sp_runtime::traits::Dispatchable;

/// A key without the permission that the README names is refused in every call.
#[test]
fn every_call_should_fail_when_the_key_lacks_the_permission() {
	use frame_support::traits::GetCallMetadata;
	let others = |needed: Permission| {
		let all = Permission::ALL.iter().copied();
		all.filter(|p| *p != needed && *p != Permission::Full).collect::<Vec<_>>()
	};
	let count = Ledger::new().build().execute_with(|| with_keys().len());
	for number in 0..count {
		all_must_agree().build_and_execute(|| {
			let (who, needed, call) = with_keys().remove(number);
			let Some(needed) = needed else { return };
			prepare();
			FakeMembers::restrict(who, &others(needed));
			let name = call.get_call_metadata().function_name;
			let refused = call.dispatch(key(who)).unwrap_err().error;
			assert_eq!(refused, NO_PERMISSION, "{name}");
		});
	}
}

/// A suspended member does nothing, but for what anyone may do.
#[test]
fn every_call_should_fail_when_the_member_is_suspended() {
	use frame_support::traits::GetCallMetadata;
	let count = Ledger::new().build().execute_with(|| with_keys().len());
	for number in 0..count {
		all_must_agree().build_and_execute(|| {
			let (who, needed, call) = with_keys().remove(number);
			if needed.is_none() {
				return;
			}
			prepare();
			FakeMembers::set_status(who, quanqi_traits::MemberStatus::Suspended);
			let name = call.get_call_metadata().function_name;
			let refused = call.dispatch(key(who)).unwrap_err().error;
			assert_eq!(refused, DispatchError::Other("member not active"), "{name}");
		});
	}
}

#[test]
fn every_call_should_fail_when_it_is_not_signed() {
	let count = Ledger::new().build().execute_with(|| with_keys().len());
	for number in 0..count {
		Ledger::new().build_and_execute(|| {
			let (.., call) = with_keys().remove(number);
			let refused = call.dispatch(RuntimeOrigin::none()).unwrap_err().error;
			assert_eq!(refused, DispatchError::BadOrigin);
		});
	}
}

fn all_must_agree() -> Ledger {
	use quanqi_types::{ConsentAct, ConsentRule};
	Ledger::new()
		.idle()
		.owned_by(&[(UNIVERSITY, 500_000), (INSTITUTE, 500_000)])
		.consent_rule(ConsentAct::PoolEntry, ConsentRule::All)
}

/// A proposal that waits, and a trial that was asked for under an entry before it.
fn prepare() {
	assert_ok!(Trials::enter_pool(key(UNIVERSITY), PATENT, Box::new(terms()), true, None));
	let (number, role) = (0, ConsentRole::CoOwner);
	let proposer = member(UNIVERSITY);
	assert_ok!(Trials::agree_to_entry(key(INSTITUTE), PATENT, proposer, number, role, None));
	requested(ENTERPRISE);
	assert_ok!(Trials::leave_pool(key(UNIVERSITY), PATENT, None));
	NextProposal::<Test>::put(0);
	assert_ok!(Trials::enter_pool(key(UNIVERSITY), PATENT, Box::new(terms()), true, None));
}
