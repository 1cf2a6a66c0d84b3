//! Every registration call × state cell that the README's table does not allow is refused.

use super::*;
use Stage::*;

/// Where a registration stands, and whether an application waits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Stage {
	Absent,
	Submitted,
	Returned,
	Registered,
	ChangeWaits,
	Changed,
	CancellationWaits,
	Cancelled,
	Revoked,
}

const ALL: [Stage; 9] = [
	Absent,
	Submitted,
	Returned,
	Registered,
	ChangeWaits,
	Changed,
	CancellationWaits,
	Cancelled,
	Revoked,
];

type Outcome = sp_runtime::DispatchResult;

fn statement() -> Statement {
	let total = Amount::fen(2);
	Statement {
		kind: ContractKind::Licence,
		amounts: StatedAmounts::Open { total, technology: total },
		number: label("2026330101001144"),
		scheme: label("national"),
	}
}

fn submit(id: ContractId) -> Outcome {
	TechnologyContracts::submit(key(INSTITUTE), id, member(OTHER_BUREAU), None)
}

fn apply(id: ContractId, kind: ApplicationKind) -> Outcome {
	TechnologyContracts::apply(key(INSTITUTE), id, kind, None)
}

fn decide(id: ContractId, decision: Decision) -> Outcome {
	TechnologyContracts::decide(key(OTHER_BUREAU), id, Box::new(decision), None)
}

fn hold_disputed(id: ContractId) -> Outcome {
	TechnologyContracts::hold_disputed(key(OTHER_BUREAU), id, digest(70))
}

fn revoke(id: ContractId) -> Outcome {
	TechnologyContracts::revoke(key(OTHER_BUREAU), id, RevocationReason::Fraud, digest(80))
}

fn register(id: ContractId) -> Outcome {
	decide(id, Decision::Register(statement()))
}

fn hand_back(id: ContractId) -> Outcome {
	decide(id, Decision::Return(label("no page 3")))
}

fn change(id: ContractId) -> Outcome {
	decide(id, Decision::Change(statement()))
}

fn cancel(id: ContractId) -> Outcome {
	decide(id, Decision::Cancel)
}

/// A signed contract whose registration was brought to a stage.
fn at(stage: Stage) -> ContractId {
	let id = signed(&plain_licence());
	let apply_for_change = |id| apply(id, ApplicationKind::Change);
	let apply_to_cancel = |id| apply(id, ApplicationKind::Cancel);
	let steps: &[&dyn Fn(ContractId) -> Outcome] = match stage {
		Absent => &[],
		Submitted => &[&submit],
		Returned => &[&submit, &hand_back],
		Registered => &[&submit, &register],
		ChangeWaits => &[&submit, &register, &apply_for_change],
		Changed => &[&submit, &register, &apply_for_change, &change],
		CancellationWaits => &[&submit, &register, &apply_for_change, &change, &apply_to_cancel],
		Cancelled => &[&submit, &register, &apply_to_cancel, &cancel],
		Revoked => &[&submit, &register, &revoke],
	};
	for step in steps {
		assert_ok!(step(id));
	}
	assert_eq!(stage_of(id), stage);
	id
}

fn stage_of(id: ContractId) -> Stage {
	let Some(found) = Registrations::<Test>::get(id) else { return Absent };
	match (found.state, found.application.map(|application| application.kind)) {
		(RegistrationState::Submitted, _) => Submitted,
		(RegistrationState::Returned(_), _) => Returned,
		(_, Some(ApplicationKind::Cancel)) => CancellationWaits,
		(_, Some(_)) => ChangeWaits,
		(RegistrationState::Registered, None) => Registered,
		(RegistrationState::Changed, None) => Changed,
		(RegistrationState::Cancelled, None) => Cancelled,
		(RegistrationState::Revoked(_), None) => Revoked,
	}
}

/// A call leads from these stages to those, and is refused, changing nothing, in all others.
fn leads_only(name: &str, allowed: &[(Stage, Stage)], call: impl Fn(ContractId) -> Outcome) {
	for stage in ALL {
		Ledger::new().build_and_execute(|| {
			let id = at(stage);
			let before = sp_io::storage::root(sp_core::storage::StateVersion::V1);
			let is_done = call(id).is_ok();
			let cell = format!("README, \"A registration: call × state\": {name} × {stage:?}");
			let target = allowed.iter().find(|(from, _)| *from == stage).map(|(_, to)| *to);
			assert_eq!(is_done, target.is_some(), "{cell}");
			assert_eq!(stage_of(id), target.unwrap_or(stage), "{cell}");
			let after = sp_io::storage::root(sp_core::storage::StateVersion::V1);
			assert!(is_done || before == after, "{cell}: a refused call changed something");
		});
	}
}

#[test]
fn c5_submit_should_be_done_only_where_nothing_is_before_the_bureau() {
	leads_only("submit", &[(Absent, Submitted), (Returned, Submitted)], submit);
}

#[test]
fn c5_apply_should_be_done_only_for_what_is_registered_and_waits_for_nothing() {
	for (kind, waits) in
		[(ApplicationKind::Change, ChangeWaits), (ApplicationKind::Cancel, CancellationWaits)]
	{
		leads_only("apply", &[(Registered, waits), (Changed, waits)], |id| apply(id, kind));
	}
	leads_only("apply", &[], |id| apply(id, ApplicationKind::Register));
}

#[test]
fn c5_hold_disputed_should_be_done_only_of_what_waits() {
	let waiting = [Submitted, ChangeWaits, CancellationWaits].map(|stage| (stage, stage));
	leads_only("hold_disputed", &waiting, hold_disputed);
}

#[test]
fn c5_decide_should_be_done_only_of_what_waits_and_as_applied_for() {
	leads_only("decide: register", &[(Submitted, Registered)], register);
	leads_only("decide: change", &[(ChangeWaits, Changed)], change);
	leads_only("decide: cancel", &[(CancellationWaits, Cancelled)], cancel);
	let as_it_was =
		[(Submitted, Returned), (ChangeWaits, Registered), (CancellationWaits, Changed)];
	leads_only("decide: return", &as_it_was, hand_back);
}

#[test]
fn c5_revoke_should_be_done_only_of_what_is_registered() {
	let registered = [Registered, ChangeWaits, Changed, CancellationWaits];
	leads_only("revoke", &registered.map(|stage| (stage, Revoked)), revoke);
}
