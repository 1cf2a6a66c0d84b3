use super::pool::exclude;
use super::*;
use quanqi_title::{EndReason, UseBasis};
use quanqi_types::{ConsentAct, ConsentRule, Date, ExclusionClass, MandateId};

fn moment(year: u16, month: u8, day: u8) -> quanqi_types::Moment {
	Date::from_calendar(year, month, day).unwrap().start()
}

/// R10: the right is ordinary, a trial's, dated, bound to its user, and of the entry's scope.
#[test]
fn start_should_grant_an_ordinary_right_that_cannot_be_handed_on() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = running(ENTERPRISE);
		let run = trial(id).run.unwrap();
		let title = title();
		let terms = &title.right(run.right).unwrap().terms;
		assert_eq!((terms.form, terms.basis), (UseForm::Ordinary, UseBasis::Trial));
		assert!(!terms.transferable && !terms.sublicensable);
		assert_eq!(terms.holders, quanqi_types::Shares::single(member(ENTERPRISE)));
		assert_eq!(terms.scope, everywhere());
		assert_eq!(terms.period.until, Some(run.until));
		let entry = &FakeTitles::history(PATENT)[run.right as usize];
		assert_eq!(entry.body().cause, Cause::Trial(id));
	});
}

/// R10: six months from 2026-11-23 end with 2027-05-24, a Monday after the corresponding day (a
/// Sunday); the time to declare ends with 2027-06-23.
#[test]
fn start_should_count_the_days_as_the_law_does() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let run = trial(running(ENTERPRISE)).run.unwrap();
		assert_eq!(run.until, moment(2027, 5, 25));
		assert_eq!(run.declare_by, moment(2027, 6, 24));
	});
}

/// R8: only the unit starts.
#[test]
fn start_should_fail_when_the_member_is_not_the_unit() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = accepted(ENTERPRISE);
		for other in [ENTERPRISE, RIVAL, INSTITUTE] {
			assert_noop!(Trials::start(key(other), id, None), Error::<Test>::NotUnit);
		}
	});
}

/// R8: an agent of the user does not start its trial.
#[test]
fn start_should_fail_when_the_agent_is_the_user() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = accepted(ENTERPRISE);
		FakeMembers::mandate(1, UNIVERSITY, ENTERPRISE);
		assert_noop!(
			Trials::start(key(ENTERPRISE), id, Some(MandateId(1))),
			DispatchError::Other("the agent is a party")
		);
	});
}

/// R1.
#[test]
fn start_should_fail_when_the_achievement_is_excluded_by_then() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = accepted(ENTERPRISE);
		exclude();
		let refused = Error::<Test>::Excluded(ExclusionInTheWay(ExclusionClass::Defence));
		assert_noop!(Trials::start(key(UNIVERSITY), id, None), refused);
	});
}

/// R5: the law of the day the trial begins.
#[test]
fn start_should_fail_when_the_statute_became_shorter() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = accepted(ENTERPRISE);
		FakeStatutes::set(RuleId::TrialMaximum, now(), StatuteValue::Term(months(3)));
		assert_noop!(
			Trials::start(key(UNIVERSITY), id, None),
			Error::<Test>::TrialTooLong(Found::new(183))
		);
		FakeStatutes::encourage(RuleId::TrialMaximum);
		assert_ok!(Trials::start(key(UNIVERSITY), id, None));
		assert!(matches!(trial(id).flags[0], Flag::LongerThanStatute { .. }));
	});
}

/// R10: the title's law refuses, and nothing is left.
#[test]
fn start_should_fail_with_the_titles_refusal_when_an_exclusive_right_came_before() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = accepted(ENTERPRISE);
		assert_ok!(Trials::leave_pool(key(UNIVERSITY), PATENT, None));
		licensed(UseForm::Exclusive, RIVAL, Cause::Declaration);
		assert_noop!(
			Trials::start(key(UNIVERSITY), id, None),
			DispatchError::Other("an exclusive right stands in the way")
		);
	});
}

fn all_must_agree() -> Ledger {
	Ledger::new()
		.owned_by(&[(UNIVERSITY, 500_000), (INSTITUTE, 500_000)])
		.consent_rule(ConsentAct::OrdinaryLicence, ConsentRule::All)
}

/// R10: where the co-owners' rule wants all, the trial starts with the consent of all.
#[test]
fn start_should_wait_for_a_co_owner_when_all_must_agree() {
	all_must_agree().build_and_execute(|| {
		entered(terms());
		let id = accepted(ENTERPRISE);
		assert_noop!(
			Trials::start(key(UNIVERSITY), id, None),
			DispatchError::Other("a co-owner's consent is missing")
		);
		assert_ok!(Trials::agree(key(INSTITUTE), id, ConsentRole::CoOwner, None));
		let (trial, member, role) = (id, member(INSTITUTE), ConsentRole::CoOwner);
		assert_eq!(events(), [Event::TrialAgreed { trial, member, role }]);
		assert_ok!(Trials::start(key(UNIVERSITY), id, None));
	});
}

#[test]
fn agree_should_fail_when_the_consent_is_not_missing() {
	all_must_agree().build_and_execute(|| {
		entered(terms());
		let id = accepted(ENTERPRISE);
		let agree = |who, role| Trials::agree(key(who), id, role, None);
		assert_noop!(agree(RIVAL, ConsentRole::CoOwner), Error::<Test>::NotAsked);
		assert_noop!(agree(ENTERPRISE, ConsentRole::Recipient), Error::<Test>::NotAsked);
		assert_ok!(agree(INSTITUTE, ConsentRole::CoOwner));
		assert_noop!(agree(INSTITUTE, ConsentRole::CoOwner), Error::<Test>::NotAsked);
	});
}

fn ask_for(id: TrialId, more: Term) -> sp_runtime::DispatchResult {
	Trials::ask_extension(key(ENTERPRISE), id, more, None)
}

/// R5: a longer right replaces the present one; the days to declare move with it.
#[test]
fn extend_should_replace_the_right_with_a_longer_one() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = running(ENTERPRISE);
		let before = trial(id).run.unwrap();
		assert_ok!(ask_for(id, months(6)));
		assert_ok!(Trials::extend(key(UNIVERSITY), id, None));
		let after = trial(id).run.unwrap();
		assert_eq!((after.started, after.until), (before.started, moment(2027, 11, 25)));
		assert!(title().right(before.right).is_none());
		assert!(title().right(after.right).is_some());
		let (right, old_until, until) = (after.right, before.until, after.until);
		let extended = Event::TrialExtended { trial: id, right, old_until, until };
		assert!(events().contains(&extended));
	});
}

/// R5: extended or not, no longer than the statute from its first day.
#[test]
fn ask_extension_should_fail_when_the_whole_trial_would_be_too_long() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = running(ENTERPRISE);
		assert_noop!(ask_for(id, months(19)), Error::<Test>::TrialTooLong(Found::new(764)));
		assert_noop!(ask_for(id, days(0)), Error::<Test>::NoTrialLength);
		assert_ok!(ask_for(id, months(17)));
	});
}

#[test]
fn ask_extension_should_fail_when_the_trial_has_run_out() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = running(ENTERPRISE);
		advance_days(184);
		assert_noop!(ask_for(id, months(1)), Error::<Test>::TrialOver);
	});
}

#[test]
fn extend_should_fail_when_the_trial_ran_out_since() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = running(ENTERPRISE);
		assert_ok!(ask_for(id, months(1)));
		advance_days(184);
		assert_noop!(Trials::extend(key(UNIVERSITY), id, None), Error::<Test>::TrialOver);
	});
}

#[test]
fn extend_should_fail_when_nothing_was_asked_or_the_member_is_not_the_unit() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = running(ENTERPRISE);
		assert_noop!(Trials::extend(key(UNIVERSITY), id, None), Error::<Test>::NoExtension);
		assert_ok!(ask_for(id, months(1)));
		assert_noop!(Trials::extend(key(ENTERPRISE), id, None), Error::<Test>::NotUnit);
		assert_noop!(
			Trials::ask_extension(key(RIVAL), id, months(1), None),
			Error::<Test>::NotUser
		);
	});
}

/// R1.
#[test]
fn extend_should_fail_when_the_achievement_is_excluded_by_then() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = running(ENTERPRISE);
		assert_ok!(ask_for(id, months(1)));
		exclude();
		let refused = Error::<Test>::Excluded(ExclusionInTheWay(ExclusionClass::Defence));
		assert_noop!(Trials::extend(key(UNIVERSITY), id, None), refused);
	});
}

/// R10: an extension takes the co-owners' consents anew.
#[test]
fn extend_should_wait_for_a_co_owner_when_all_must_agree() {
	all_must_agree().build_and_execute(|| {
		entered(terms());
		let id = accepted(ENTERPRISE);
		assert_ok!(Trials::agree(key(INSTITUTE), id, ConsentRole::CoOwner, None));
		assert_ok!(Trials::start(key(UNIVERSITY), id, None));
		assert_ok!(ask_for(id, months(1)));
		assert_noop!(
			Trials::extend(key(UNIVERSITY), id, None),
			DispatchError::Other("a co-owner's consent is missing")
		);
		assert_ok!(Trials::agree(key(INSTITUTE), id, ConsentRole::CoOwner, None));
		assert_ok!(Trials::extend(key(UNIVERSITY), id, None));
	});
}

/// R11: a user can declare after the trial has run out, until the statute's time is over, whether or
/// not its end has been written.
#[test]
fn declarations_should_be_in_time_until_the_last_moment() {
	for (day, in_time) in [(184, true), (212, true), (213, false)] {
		Ledger::new().build_and_execute(|| {
			entered(terms());
			let id = running(ENTERPRISE);
			advance_days_without_poll(day);
			let convert = Trials::declare_conversion(key(ENTERPRISE), id, None, None);
			assert_eq!(convert.is_ok(), in_time, "on day {day}");
		});
	}
}

/// R11.
#[test]
fn declare_conversion_should_fail_when_it_is_too_late() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = running(ENTERPRISE);
		advance_days_without_poll(213);
		assert_noop!(
			Trials::declare_conversion(key(ENTERPRISE), id, None, None),
			Error::<Test>::TooLate
		);
		assert_noop!(Trials::declare_stop(key(ENTERPRISE), id, None), Error::<Test>::TooLate);
	});
}

/// R11: only the user declares.
#[test]
fn declarations_should_fail_when_the_member_is_not_the_user() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = running(ENTERPRISE);
		for other in [UNIVERSITY, RIVAL, COURT] {
			let convert = Trials::declare_conversion(key(other), id, None, None);
			assert_noop!(convert, Error::<Test>::NotUser);
			assert_noop!(Trials::declare_stop(key(other), id, None), Error::<Test>::NotUser);
		}
	});
}

/// R11: with the stop the right ends; the unit closes.
#[test]
fn declare_stop_should_end_the_right() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = running(ENTERPRISE);
		let right = trial(id).run.unwrap().right;
		assert_ok!(Trials::declare_stop(key(ENTERPRISE), id, None));
		assert!(title().right(right).is_none());
		assert_eq!((state_of(id), entry().active), (TrialState::StopDeclared, 0));
		assert_ok!(Trials::close(key(UNIVERSITY), id, None));
		assert_eq!(state_of(id), TrialState::Closed);
	});
}

/// R11: a user that declared to convert can think better of it.
#[test]
fn declare_stop_should_take_a_declared_conversion_back() {
	Ledger::new().build_and_execute(|| {
		let number = entered(terms());
		let id = convert_declared(ENTERPRISE, None);
		assert_ok!(Trials::declare_stop(key(ENTERPRISE), id, None));
		assert_eq!(state_of(id), TrialState::StopDeclared);
		assert!(Contenders::<Test>::get(PATENT, number).is_empty());
	});
}

/// R11: a hold on the title does not keep a user in a trial; its right runs out by itself.
#[test]
fn declare_stop_should_leave_the_right_when_it_is_held() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = running(ENTERPRISE);
		let right = trial(id).run.unwrap().right;
		let target = quanqi_title::HoldTarget::UseRight(right);
		let decision = quanqi_title::DecisionRef {
			authority: member(COURT),
			document: text("H1"),
			digest: digest(1),
		};
		let until = Some(in_days(100));
		let act = Act::Held { target, until, renews: None };
		assert_ok!(ToldTitles::append(PATENT, agreed(COURT, Cause::Decision(decision), act, &[])));
		assert_ok!(Trials::declare_stop(key(ENTERPRISE), id, None));
		assert!(title().right(right).is_some());
		assert_eq!(state_of(id), TrialState::StopDeclared);
	});
}

/// R11: the unit closes a declared conversion only when its time to go first is over.
#[test]
fn close_should_fail_when_the_user_may_still_convert_first() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = convert_declared(ENTERPRISE, None);
		let state = TrialState::ConvertDeclared;
		assert_noop!(Trials::close(key(UNIVERSITY), id, None), Error::<Test>::WrongState(state));
		advance_days(31);
		assert_noop!(Trials::close(key(RIVAL), id, None), Error::<Test>::NotUnit);
		assert_ok!(Trials::close(key(UNIVERSITY), id, None));
	});
}

fn end_elsewhere(id: TrialId, reason: EndReason) {
	let right = trial(id).run.unwrap().right;
	let act = Act::UseEnded { right, reason };
	let consents = [(ENTERPRISE, ConsentRole::Holder)];
	assert_ok!(ToldTitles::append(PATENT, agreed(UNIVERSITY, Cause::Declaration, act, &consents)));
}

/// R11: a right that its user surrendered in the register of rights is a stopped trial.
#[test]
fn a_right_surrendered_elsewhere_should_stop_the_trial() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = running(ENTERPRISE);
		end_elsewhere(id, EndReason::Surrendered);
		assert_eq!(state_of(id), TrialState::StopDeclared);
	});
}

/// R14: a right that was ended by its terms or rescinded elsewhere is a terminated trial.
#[test]
fn a_right_ended_elsewhere_should_terminate_the_trial() {
	for reason in [EndReason::ByTerms, EndReason::Rescinded] {
		Ledger::new().build_and_execute(|| {
			entered(terms());
			let id = running(ENTERPRISE);
			end_elsewhere(id, reason);
			assert_eq!(state_of(id), TrialState::Terminated);
		});
	}
}

fn decided(act: Act) {
	let decision = quanqi_title::DecisionRef {
		authority: member(COURT),
		document: text("D2"),
		digest: digest(1),
	};
	assert_ok!(ToldTitles::append(PATENT, agreed(COURT, Cause::Decision(decision), act, &[])));
}

/// R14: a right that an authority ended, or corrected away, in the title is a terminated trial.
#[test]
fn a_right_ended_by_decision_elsewhere_should_terminate_the_trial() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let (first, second) = (running(ENTERPRISE), convert_declared(RIVAL, None));
		let right = |id| trial(id).run.unwrap().right;
		decided(Act::UseEnded { right: right(first), reason: EndReason::Decided });
		assert_eq!(state_of(first), TrialState::Terminated);
		let correction = quanqi_title::Correction {
			corrects: 0,
			owners: None,
			ends_right: Some(right(second)),
			right: None,
			status: None,
		};
		decided(Act::Corrected(Box::new(correction)));
		assert_eq!(state_of(second), TrialState::Terminated);
	});
}

/// R11: where the statute is missing, a stop elsewhere cannot be dated: it is said, and the trial is
/// left to its user.
#[test]
fn a_right_surrendered_elsewhere_should_be_told_when_it_cannot_be_followed() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = running(ENTERPRISE);
		FakeStatutes::clear();
		end_elsewhere(id, EndReason::Surrendered);
		let error = Error::<Test>::StatuteMissing.into();
		assert!(events().contains(&Event::SettlingFailed { trial: id, error }));
		assert_eq!(state_of(id), TrialState::Running);
	});
}

/// R11: the closing entry that time writes ends no trial: its user can still declare.
#[test]
fn a_right_that_expired_should_leave_the_trial_to_its_user() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = running(ENTERPRISE);
		advance_days(184);
		let right = trial(id).run.unwrap().right;
		let act = Act::UseEnded { right, reason: EndReason::Expired };
		assert_ok!(ToldTitles::append(PATENT, agreed(UNIVERSITY, Cause::Due, act, &[])));
		assert_eq!(state_of(id), TrialState::Running);
		assert_ok!(Trials::declare_conversion(key(ENTERPRISE), id, None, None));
	});
}

/// R8: once the unit sold its share, the present owner speaks for the trial; T6: the right survives.
#[test]
fn close_should_be_the_new_owners_when_the_unit_sold_its_share() {
	Ledger::new().facts(|f| f.kind = quanqi_types::AchievementKind::Software).build_and_execute(
		|| {
			entered(terms());
			let id = running(ENTERPRISE);
			let right = trial(id).run.unwrap().right;
			assert_ok!(Trials::leave_pool(key(UNIVERSITY), PATENT, None));
			let (from, to) = (member(UNIVERSITY), member(INSTITUTE));
			let act = Act::ShareTransferred { agreed: None, from, to, ppm: 1_000_000 };
			let consents = [(INSTITUTE, ConsentRole::Recipient)];
			let step = agreed(UNIVERSITY, Cause::Declaration, act, &consents);
			assert_ok!(ToldTitles::append(PATENT, step));
			assert!(title().right(right).is_some());
			assert_ok!(Trials::declare_stop(key(ENTERPRISE), id, None));
			assert_ok!(Trials::close(key(INSTITUTE), id, None));
		},
	);
}

/// R11: who succeeded the user has its trial.
#[test]
fn declarations_should_be_the_successors_when_the_user_was_succeeded() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = running(ENTERPRISE);
		let decision = quanqi_title::DecisionRef {
			authority: member(COURT),
			document: text("S1"),
			digest: digest(1),
		};
		let heirs = quanqi_types::Shares::single(member(RIVAL));
		let act = Act::Succeeded { from: member(ENTERPRISE), heirs };
		assert_ok!(ToldTitles::append(PATENT, agreed(COURT, Cause::Decision(decision), act, &[])));
		let old = Trials::declare_conversion(key(ENTERPRISE), id, None, None);
		assert_noop!(old, Error::<Test>::NotUser);
		assert_ok!(Trials::ask_extension(key(RIVAL), id, months(1), None));
		assert_ok!(Trials::extend(key(UNIVERSITY), id, None));
		assert_ok!(Trials::declare_stop(key(RIVAL), id, None));
	});
}

/// R10: days that no governed calendar covers are counted all the same, and flagged.
#[test]
fn start_should_be_flagged_when_a_calendar_is_missing() {
	let years = |number| Term { number, unit: TermUnit::Year };
	let longest = StatuteValue::Term(years(20));
	Ledger::new().statute(RuleId::TrialMaximum, longest).build_and_execute(|| {
		entered(EntryTerms { trial_length: years(15), ..terms() });
		let id = running(ENTERPRISE);
		assert_eq!(trial(id).flags.to_vec(), [Flag::CalendarMissing]);
	});
}

/// R7: a member that was suspended since it asked tries nothing, and no longer.
#[test]
fn start_and_extend_should_fail_when_the_user_is_suspended() {
	use quanqi_traits::MemberStatus;
	let suspended = DispatchError::Other("member not active");
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = accepted(ENTERPRISE);
		FakeMembers::set_status(ENTERPRISE, MemberStatus::Suspended);
		assert_noop!(Trials::start(key(UNIVERSITY), id, None), suspended);
		FakeMembers::set_status(ENTERPRISE, MemberStatus::Active);
		assert_ok!(Trials::start(key(UNIVERSITY), id, None));
		assert_ok!(ask_for(id, months(1)));
		FakeMembers::set_status(ENTERPRISE, MemberStatus::Suspended);
		assert_noop!(Trials::extend(key(UNIVERSITY), id, None), suspended);
	});
}
