//! T3: what a use right is and when it ends.

use crate::world::*;
use quanqi_title::*;
use quanqi_types::*;

fn refused(world: &mut World, terms: UseGrant) -> (Rule, Reason, Option<u32>) {
	world.act(grant(terms)).willing().refused()
}

#[test]
fn t3_right_should_be_live_from_its_first_moment_up_to_its_last() {
	let mut world = World::patent();
	let right = world.granted(UseGrant { period: period(2_000, 3_000), ..licence(UseForm::Sole) });
	assert!(!world.is_live(right, 1_999));
	assert!(world.is_live(right, 2_000));
	assert!(world.is_live(right, 2_999));
	assert!(!world.is_live(right, 3_000));
}

#[test]
fn t3_right_should_end_with_the_protection_whatever_its_until_says() {
	let mut world = World::patent();
	let open = world.granted(licence(UseForm::Ordinary));
	let long = UseGrant { period: period(START, END * 2), ..licence(UseForm::Ordinary) };
	let long = world.granted(long);
	for right in [open, long] {
		assert!(world.is_live(right, END - 1));
		assert!(!world.is_live(right, END));
	}
}

#[test]
fn t3_grant_should_be_refused_when_its_scope_is_empty() {
	let nothing = Scope {
		territories: Territories::Only(BoundedVec::new()),
		fields: FieldsOfUse::All,
		acts: Acts::ALL,
	};
	let terms = UseGrant { scope: nothing, ..licence(UseForm::Ordinary) };
	assert_eq!(refused(&mut World::patent(), terms), (Rule::T3, Reason::WrongScope, None));
}

#[test]
fn t3_grant_should_be_refused_when_its_period_is_empty_or_over_or_after_the_protection() {
	let mut world = World::patent();
	world.at(5_000);
	let mut of = |from, until| {
		refused(&mut world, UseGrant { period: period(from, until), ..licence(UseForm::Ordinary) })
	};
	assert_eq!(of(6_000, 6_000), (Rule::T3, Reason::WrongPeriod, None));
	assert_eq!(of(4_000, 5_000), (Rule::T3, Reason::PeriodOver, None));
	assert_eq!(of(END, END + 1), (Rule::T3, Reason::AfterProtection, None));
}

#[test]
fn t3_grant_should_be_refused_when_the_grantor_owns_nothing() {
	let terms = UseGrant { grantor: member(RIVAL), ..licence(UseForm::Ordinary) };
	let refused = refused(&mut World::patent(), terms);
	assert_eq!(refused, (Rule::T3, Reason::GrantorNotOwner, Some(RIVAL)));
}

#[test]
fn t3_grant_should_be_refused_when_the_grantor_licenses_itself() {
	let terms = UseGrant { holders: whole(UNIT), ..licence(UseForm::Ordinary) };
	let refused = refused(&mut World::patent(), terms);
	assert_eq!(refused, (Rule::T3, Reason::GrantorIsHolder, Some(UNIT)));
}

#[test]
fn t3_trial_should_be_ordinary_and_dated() {
	let mut world = World::patent();
	let trial = |form, until| UseGrant {
		basis: UseBasis::Trial,
		period: period(START, until),
		..licence(form)
	};
	assert_eq!(refused(&mut world, trial(UseForm::Sole, 2_000)).1, Reason::TrialNotOrdinary);
	assert_eq!(refused(&mut world, trial(UseForm::Ordinary, 0)).1, Reason::TrialNotDated);
	world.granted(trial(UseForm::Ordinary, 2_000));
}

#[test]
fn t3_right_should_close_as_expired_only_when_its_time_is_over() {
	let mut world = World::patent();
	let right = world.granted(UseGrant { period: period(START, 3_000), ..licence(UseForm::Sole) });
	world.at(2_999);
	let refused = world.act(end(right, EndReason::Expired)).willing().refused();
	assert_eq!(refused, (Rule::T3, Reason::NotOverYet, Some(right)));
	world.at(3_000).act(end(right, EndReason::Expired)).cause(Cause::Due).by(OFFICE).ok();
	assert_eq!(world.body().right(right), None);
}

#[test]
fn t3_pool_entry_and_reservation_should_be_refused_when_scope_or_period_is_wrong() {
	let nothing = Scope {
		territories: Territories::Only(BoundedVec::new()),
		fields: FieldsOfUse::All,
		acts: Acts::ALL,
	};
	let entered = |scope: Scope, period| {
		let standard_contract = Digest::Sm3([1; 32]);
		Act::PoolEntered(PoolTerms { by: member(UNIT), scope, period, standard_contract })
	};
	let kept = |scope: Scope, period| Act::Reserved { beneficiary: member(RIVAL), scope, period };
	for (scope, from, until, reason) in [
		(nothing, 6_000, 7_000, Reason::WrongScope),
		(everything(), 6_000, 6_000, Reason::WrongPeriod),
		(everything(), 4_000, 5_000, Reason::PeriodOver),
		(everything(), END, END + 1, Reason::AfterProtection),
	] {
		for act in [entered(scope.clone(), period(from, until)), kept(scope, period(from, until))] {
			let mut world = World::patent();
			let refused = world.at(5_000).act(act).willing().refused();
			assert_eq!(refused, (Rule::T3, reason, None));
		}
	}
}

#[test]
fn t3_pool_entry_should_be_refused_when_it_is_made_for_a_stranger() {
	let act = Act::PoolEntered(PoolTerms {
		by: member(RIVAL),
		scope: everything(),
		period: period(START, 0),
		standard_contract: Digest::Sm3([1; 32]),
	});
	let refused = World::patent().act(act).willing().refused();
	assert_eq!(refused, (Rule::T3, Reason::GrantorNotOwner, Some(RIVAL)));
}

/// G5, R7: what is announced and agreed as a grant or a trial comes by no other way.
#[test]
fn t3_right_should_be_refused_when_it_does_not_come_by_the_record_it_stands_on() {
	let contract = Cause::Contract(ContractId(1));
	let (by_grant, by_trial) = (Cause::Grant(GrantId(1)), Cause::Trial(TrialId(1)));
	for (basis, own, another) in [
		(UseBasis::LongTermGrant, by_grant.clone(), by_trial.clone()),
		(UseBasis::Trial, by_trial, by_grant),
	] {
		let terms = UseGrant { basis, period: period(START, 2_000), ..licence(UseForm::Ordinary) };
		for cause in [Cause::Declaration, contract.clone(), another] {
			let refused =
				World::patent().act(grant(terms.clone())).cause(cause).willing().refused();
			assert_eq!(refused, (Rule::Form, Reason::CauseUnfit, None));
		}
		World::patent().act(grant(terms.clone())).cause(own).willing().ok();
		World::patent().act(grant(terms)).decided().willing().ok();
	}
}
