use super::*;
use quanqi_types::{
	bounds::MAX_PARALLEL_TRIALS, ConsentAct, ConsentRule, Date, ExclusionClass, LedgerStatus,
};

const HALVES: [(u32, u32); 2] = [(UNIVERSITY, 500_000), (INSTITUTE, 500_000)];

/// R2: any one co-owner of a patent enters it, as the law of titles says.
#[test]
fn enter_pool_should_happen_at_once_when_any_owner_may() {
	Ledger::new().owned_by(&HALVES).build_and_execute(|| {
		assert_ok!(enter(terms()));
		let entry = open_entry();
		assert_eq!(title().pool.unwrap().sequence, entry);
		let (by, reason) = (member(UNIVERSITY), EntryReason::Voluntary);
		assert_eq!(events(), [Event::PoolEntered { achievement: PATENT, entry, by, reason }]);
	});
}

/// R2: who owns nothing enters nothing; the title's own refusal.
#[test]
fn enter_pool_should_fail_with_the_titles_refusal_when_the_member_owns_no_share() {
	Ledger::new().build_and_execute(|| {
		assert_noop!(
			Trials::enter_pool(key(ENTERPRISE), PATENT, Box::new(terms()), false, None),
			DispatchError::Other("the grantor owns no share")
		);
		assert_noop!(
			Trials::enter_pool(key(ENTERPRISE), PATENT, Box::new(terms()), true, None),
			DispatchError::Other("the grantor owns no share")
		);
	});
}

/// R2: where the co-owners' rule wants all, one alone is refused by the title.
#[test]
fn enter_pool_should_fail_with_the_titles_refusal_when_a_consent_is_missing() {
	all_must_agree().build_and_execute(|| {
		assert_noop!(enter(terms()), DispatchError::Other("a co-owner's consent is missing"));
	});
}

fn all_must_agree() -> Ledger {
	Ledger::new().owned_by(&HALVES).consent_rule(ConsentAct::PoolEntry, ConsentRule::All)
}

fn propose() -> u32 {
	assert_ok!(Trials::enter_pool(key(UNIVERSITY), PATENT, Box::new(terms()), true, None));
	NextProposal::<Test>::get() - 1
}

fn agree_to(number: u32, who: u32, role: ConsentRole) -> sp_runtime::DispatchResult {
	Trials::agree_to_entry(key(who), PATENT, member(UNIVERSITY), number, role, None)
}

/// R2: with `ask`, the entry waits for the co-owner and happens with its consent.
#[test]
fn enter_pool_should_wait_for_consents_when_asked_to() {
	all_must_agree().build_and_execute(|| {
		let number = propose();
		let missing = vec![(member(INSTITUTE), ConsentRole::CoOwner)].try_into().unwrap();
		let by = member(UNIVERSITY);
		assert_eq!(events(), [Event::EntryProposed { achievement: PATENT, by, number, missing }]);
		assert!(OpenEntries::<Test>::get(PATENT).is_none());
		assert_ok!(agree_to(number, INSTITUTE, ConsentRole::CoOwner));
		assert!(title().pool.is_some());
		assert!(Proposals::<Test>::get(PATENT, by).is_none());
	});
}

/// R2: a sole licensee in the way can let the entry pass (T4).
#[test]
fn enter_pool_should_wait_for_a_holder_in_the_way_when_asked_to() {
	Ledger::new().build_and_execute(|| {
		licensed(UseForm::Sole, ENTERPRISE, Cause::Declaration);
		let in_the_way = DispatchError::Other("a sole right stands in the way");
		assert_noop!(enter(terms()), in_the_way);
		let number = propose();
		assert_ok!(agree_to(number, ENTERPRISE, ConsentRole::BlockingHolder));
		assert!(title().pool.is_some());
	});
}

#[test]
fn enter_pool_should_fail_when_a_proposal_of_the_owner_waits() {
	all_must_agree().build_and_execute(|| {
		propose();
		assert_noop!(
			Trials::enter_pool(key(UNIVERSITY), PATENT, Box::new(terms()), true, None),
			Error::<Test>::ProposalOpen
		);
	});
}

#[test]
fn agree_to_entry_should_fail_when_the_number_is_another() {
	all_must_agree().build_and_execute(|| {
		let number = propose();
		assert_noop!(
			agree_to(number + 1, INSTITUTE, ConsentRole::CoOwner),
			Error::<Test>::NoSuchProposal
		);
	});
}

#[test]
fn agree_to_entry_should_fail_when_the_consent_is_not_missing() {
	all_must_agree().build_and_execute(|| {
		let number = propose();
		assert_noop!(agree_to(number, ENTERPRISE, ConsentRole::CoOwner), Error::<Test>::NotAsked);
		assert_noop!(agree_to(number, INSTITUTE, ConsentRole::Pledgee), Error::<Test>::NotAsked);
	});
}

/// R1: what was excluded since the proposal does not enter with the last consent.
#[test]
fn agree_to_entry_should_fail_when_the_achievement_is_excluded_by_then() {
	all_must_agree().build_and_execute(|| {
		let number = propose();
		exclude();
		assert_noop!(
			agree_to(number, INSTITUTE, ConsentRole::CoOwner),
			Error::<Test>::Excluded(ExclusionInTheWay(ExclusionClass::Defence))
		);
	});
}

pub(super) fn exclude() {
	let mut facts = FakeAchievements::facts(PATENT).unwrap();
	facts.exclusion = Some(ExclusionClass::Defence);
	FakeAchievements::set(PATENT, facts);
}

use quanqi_traits::Achievements as _;

#[test]
fn withdraw_proposal_should_take_it_back() {
	all_must_agree().build_and_execute(|| {
		let number = propose();
		events();
		assert_ok!(Trials::withdraw_proposal(key(UNIVERSITY), PATENT, None));
		let by = member(UNIVERSITY);
		assert_eq!(events(), [Event::ProposalWithdrawn { achievement: PATENT, by, number }]);
		assert_noop!(
			agree_to(number, INSTITUTE, ConsentRole::CoOwner),
			Error::<Test>::NoSuchProposal
		);
	});
}

#[test]
fn withdraw_proposal_should_fail_when_there_is_none() {
	Ledger::new().build_and_execute(|| {
		assert_noop!(
			Trials::withdraw_proposal(key(UNIVERSITY), PATENT, None),
			Error::<Test>::NoSuchProposal
		);
	});
}

/// R1: each class of exclusion keeps an achievement out.
#[test]
fn enter_pool_should_fail_when_the_achievement_is_excluded() {
	for class in ExclusionClass::ALL {
		Ledger::new().facts(|facts| facts.exclusion = Some(*class)).build_and_execute(|| {
			assert_noop!(enter(terms()), Error::<Test>::Excluded(ExclusionInTheWay(*class)));
		});
	}
}

/// R2: only what is registered.
#[test]
fn enter_pool_should_fail_when_the_achievement_is_not_registered() {
	for status in [LedgerStatus::Disclosed, LedgerStatus::Retired, LedgerStatus::Voided] {
		Ledger::new().facts(|facts| facts.ledger_status = status).build_and_execute(|| {
			assert_noop!(enter(terms()), Error::<Test>::UnknownAchievement);
		});
	}
}

/// R3: an entry does not call idle what is not.
#[test]
fn enter_pool_should_fail_as_idle_when_the_achievement_is_not_idle() {
	let terms = || EntryTerms { reason: EntryReason::Idle, ..terms() };
	Ledger::new().build_and_execute(|| {
		assert_noop!(enter(terms()), Error::<Test>::NotIdle);
	});
	Ledger::new().idle().build_and_execute(|| {
		assert_ok!(enter(terms()));
	});
}

/// R4: one to 200 trials at once.
#[test]
fn enter_pool_should_fail_when_the_parallel_limit_is_out_of_bounds() {
	Ledger::new().build_and_execute(|| {
		for parallel_limit in [0, MAX_PARALLEL_TRIALS + 1] {
			let terms = EntryTerms { parallel_limit, ..terms() };
			assert_noop!(enter(terms), Error::<Test>::WrongParallelLimit);
		}
		assert_ok!(enter(EntryTerms { parallel_limit: MAX_PARALLEL_TRIALS, ..terms() }));
	});
}

/// R4.
#[test]
fn enter_pool_should_fail_when_a_trial_would_last_no_time() {
	Ledger::new().build_and_execute(|| {
		let terms = EntryTerms { trial_length: days(0), ..terms() };
		assert_noop!(enter(terms), Error::<Test>::NoTrialLength);
	});
}

/// R4: of a fixed price there is no highest offer.
#[test]
fn enter_pool_should_fail_when_the_highest_offer_wins_a_fixed_price() {
	Ledger::new().build_and_execute(|| {
		let conversion = ConversionTerms::Fixed(Amount::fen(100));
		let terms = EntryTerms { conversion, tie: TieRule::HighestOffer, ..terms() };
		assert_noop!(enter(terms), Error::<Test>::TieUnfit);
	});
}

/// R4.
#[test]
fn enter_pool_should_fail_when_the_currency_is_none() {
	Ledger::new().build_and_execute(|| {
		let price = Amount::new(1, quanqi_types::Currency(*b"cny"));
		for conversion in [ConversionTerms::Fixed(price), ConversionTerms::Cap(price)] {
			let terms = EntryTerms { conversion, ..terms() };
			assert_noop!(enter(terms), Error::<Test>::WrongCurrency);
		}
	});
}

/// R5: exactly the statute's 24 months are allowed, 25 are refused with the days found.
#[test]
fn enter_pool_should_fail_when_a_trial_would_be_longer_than_the_statute() {
	Ledger::new().build_and_execute(|| {
		let found = Found::new(764);
		let terms = |number| EntryTerms { trial_length: months(number), ..terms() };
		assert_noop!(enter(terms(25)), Error::<Test>::TrialTooLong(found));
		assert_ok!(enter(terms(24)));
	});
}

/// R5: a statute that only encourages flags, with the number required and the number found.
#[test]
fn enter_pool_should_be_flagged_when_the_statute_only_encourages() {
	Ledger::new().build_and_execute(|| {
		FakeStatutes::encourage(RuleId::TrialMaximum);
		assert_ok!(enter(EntryTerms { trial_length: months(25), ..terms() }));
		let flag = Flag::LongerThanStatute { required: 732, found: 764 };
		assert_eq!(entry().flags.to_vec(), [flag]);
		let entry = open_entry();
		assert!(events().contains(&Event::EntryFlagged { achievement: PATENT, entry, flag }));
	});
}

/// R5: judged by the law of the day of the entry.
#[test]
fn enter_pool_should_follow_the_statute_of_the_day() {
	Ledger::new().build_and_execute(|| {
		let later = Date::from_calendar(2027, 1, 1).unwrap().start();
		FakeStatutes::set(RuleId::TrialMaximum, later, StatuteValue::Term(months(3)));
		assert_ok!(enter(terms()));
		assert_ok!(Trials::leave_pool(key(UNIVERSITY), PATENT, None));
		advance_days(60);
		let refused = enter(terms()).unwrap_err();
		assert!(matches!(
			refused,
			DispatchError::Module(error) if format!("{error:?}").contains("TrialTooLong")
		));
	});
}

#[test]
fn enter_pool_should_fail_when_the_statute_has_no_value() {
	Ledger::new().build_and_execute(|| {
		FakeStatutes::clear();
		assert_noop!(enter(terms()), Error::<Test>::StatuteMissing);
	});
}

/// R6: an operator may operate the pool.
#[test]
fn enter_pool_should_fail_when_the_operator_may_not_operate() {
	Ledger::new().build_and_execute(|| {
		let terms = |operator| EntryTerms { operator: Some(member(operator)), ..terms() };
		assert_noop!(enter(terms(BROKER)), NOT_CAPABLE);
		assert_ok!(enter(terms(OPERATOR)));
	});
}

/// R2: one entry at a time; the title's own refusal.
#[test]
fn enter_pool_should_fail_when_it_is_in_the_pool() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		assert_noop!(enter(terms()), DispatchError::Other("the open pool entry stands in the way"));
	});
}

/// R22: who entered it takes it out; the entry stays with the day it left.
#[test]
fn leave_pool_should_close_the_entry() {
	Ledger::new().build_and_execute(|| {
		let entry = entered(terms());
		assert_ok!(Trials::leave_pool(key(UNIVERSITY), PATENT, None));
		assert!(title().pool.is_none());
		assert_eq!(Trials::load_entry(PATENT, entry).unwrap().left, Some(now()));
		assert_eq!(events(), [Event::PoolLeft { achievement: PATENT, entry }]);
	});
}

/// R22: a trial that runs goes on, and one that was accepted can start.
#[test]
fn leave_pool_should_let_trials_go_on() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let runs = running(ENTERPRISE);
		let waits = accepted(RIVAL);
		assert_ok!(Trials::leave_pool(key(UNIVERSITY), PATENT, None));
		assert_eq!(state_of(runs), TrialState::Running);
		assert_ok!(Trials::start(key(UNIVERSITY), waits, None));
	});
}

/// R22: a request that the unit has not approved ends with its entry; what it approved does not.
#[test]
fn leave_pool_should_end_requests_and_leave_what_was_accepted() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let asked = requested(ENTERPRISE);
		let approved = accepted(RIVAL);
		assert_ok!(Trials::leave_pool(key(UNIVERSITY), PATENT, None));
		advance_days(1);
		assert_eq!(state_of(asked), TrialState::Lapsed);
		assert_eq!(state_of(approved), TrialState::Accepted);
		assert_ok!(Trials::start(key(UNIVERSITY), approved, None));
	});
}

/// R22: nobody's old request stands in the way of a new one, before the calendar has come.
#[test]
fn request_should_replace_one_under_an_entry_that_was_left() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let before = requested(ENTERPRISE);
		assert_ok!(Trials::leave_pool(key(UNIVERSITY), PATENT, None));
		entered(terms());
		let after = requested(ENTERPRISE);
		assert_eq!(state_of(before), TrialState::Lapsed);
		assert_eq!(state_of(after), TrialState::Requested);
		let open = Error::<Test>::TrialOpen(Found::new(after.0));
		assert_noop!(request(ENTERPRISE), open);
	});
}

/// R7, R22: what was accepted under the earlier entry is still the user's one trial.
#[test]
fn request_should_fail_when_a_trial_of_an_earlier_entry_is_accepted() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let before = accepted(ENTERPRISE);
		assert_ok!(Trials::leave_pool(key(UNIVERSITY), PATENT, None));
		entered(terms());
		assert_noop!(request(ENTERPRISE), Error::<Test>::TrialOpen(Found::new(before.0)));
	});
}

#[test]
fn leave_pool_should_fail_when_it_is_not_in_the_pool() {
	Ledger::new().build_and_execute(|| {
		assert_noop!(Trials::leave_pool(key(UNIVERSITY), PATENT, None), Error::<Test>::NotInPool);
	});
}

#[test]
fn leave_pool_should_fail_when_another_co_owner_entered_it() {
	Ledger::new().owned_by(&HALVES).build_and_execute(|| {
		entered(terms());
		assert_noop!(Trials::leave_pool(key(INSTITUTE), PATENT, None), Error::<Test>::NotUnit);
	});
}

/// R22: an entry that another area closed, or time, is closed here too.
#[test]
fn leave_pool_should_fail_when_another_area_took_it_out() {
	Ledger::new().build_and_execute(|| {
		let entry = entered(terms());
		assert_ok!(ToldTitles::append(PATENT, declared(UNIVERSITY, Act::PoolLeft)));
		assert!(Trials::load_entry(PATENT, entry).unwrap().left.is_some());
		assert_noop!(Trials::leave_pool(key(UNIVERSITY), PATENT, None), Error::<Test>::NotInPool);
	});
}

/// R2: an agent with a mandate acts for the owner.
#[test]
fn enter_pool_should_serve_an_agent() {
	Ledger::new().build_and_execute(|| {
		FakeMembers::mandate(1, UNIVERSITY, AGENT);
		let mandate = Some(quanqi_types::MandateId(1));
		assert_ok!(Trials::enter_pool(key(AGENT), PATENT, Box::new(terms()), false, mandate));
		assert_eq!(entry().by, member(UNIVERSITY));
	});
}

/// R22: a new entry after the time of the one before closes that one.
#[test]
fn enter_pool_should_close_the_entry_whose_time_is_over() {
	Ledger::new().build_and_execute(|| {
		let first = entered(terms());
		advance_days(731);
		let second = entered(terms());
		assert_ne!(first, second);
		assert_eq!(Trials::load_entry(PATENT, first).unwrap().left, Some(now()));
		assert_eq!(entry().left, None);
	});
}
