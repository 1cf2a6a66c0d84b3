use super::*;
use frame_support::weights::Weight;
use quanqi_types::Date;

/// R11: the end of the days is told, the end of the time to declare ends the trial, flagged.
#[test]
fn on_poll_should_tell_the_end_and_then_flag_a_silent_trial() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = running(ENTERPRISE);
		advance_days(184);
		let declare_by = trial(id).run.unwrap().declare_by;
		assert_eq!(events(), [Event::TrialRanOut { trial: id, declare_by }]);
		assert_eq!(state_of(id), TrialState::Running);
		advance_days(30);
		assert_eq!(state_of(id), TrialState::EndedUndeclared);
		let flag = Flag::EndedUndeclared;
		assert!(trial(id).flags.contains(&flag));
		assert!(events().contains(&Event::TrialFlagged { trial: id, flag }));
		assert_eq!(entry().active, 0);
	});
}

/// R11: a stopped trial that nobody closes is closed by time.
#[test]
fn on_poll_should_close_a_stopped_trial() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = trial_in(TrialState::StopDeclared);
		advance_days(29);
		assert_eq!(state_of(id), TrialState::StopDeclared);
		advance_days(2);
		assert_eq!(state_of(id), TrialState::Closed);
	});
}

/// R11: anyone settles by hand what is due.
#[test]
fn settle_should_do_what_is_due() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = running(ENTERPRISE);
		advance_days_without_poll(214);
		assert_ok!(Trials::settle(key(RIVAL), id));
		assert_eq!(state_of(id), TrialState::EndedUndeclared);
	});
}

#[test]
fn settle_should_fail_when_nothing_is_due() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = running(ENTERPRISE);
		assert_noop!(Trials::settle(key(RIVAL), id), Error::<Test>::NothingDue);
		advance_days(184);
		assert_noop!(Trials::settle(key(RIVAL), id), Error::<Test>::NothingDue);
	});
}

#[test]
fn on_poll_should_go_on_in_later_blocks_when_weight_is_short() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let ids = [running(ENTERPRISE), running(RIVAL), running(THIRD)];
		advance_days_without_poll(214);
		let ended =
			|| ids.iter().filter(|id| state_of(**id) == TrialState::EndedUndeclared).count();
		assert_eq!(poll(Weight::zero()), Weight::zero());
		assert_eq!(ended(), 0);
		let mut blocks = 0;
		while ended() < 3 {
			let limit = <() as WeightInfo>::settle()
				.saturating_add(<() as WeightInfo>::due_look().saturating_mul(100));
			assert!(poll(limit).all_lte(limit));
			blocks += 1;
			assert!(blocks < 20, "it comes to an end");
			Trials::do_try_state().unwrap();
		}
		assert!(blocks > 1);
	});
}

#[test]
fn on_poll_should_handle_no_more_than_a_share_of_one_block() {
	Ledger::new().build_and_execute(|| {
		entered(EntryTerms { parallel_limit: 200, ..terms() });
		for user in 1_000..1_070 {
			FakeMembers::admit(user, quanqi_types::MemberKind::Enterprise, false);
			running(user);
		}
		advance_days_without_poll(214);
		let ended = || {
			let all = Trials_::iter_values();
			all.filter(|TrialRecord::V1(trial)| trial.state.is_final()).count()
		};
		poll(Weight::MAX);
		assert_eq!(ended(), 64);
		poll(Weight::MAX);
		assert_eq!(ended(), 70);
	});
}

type Trials_ = crate::Trials<Test>;

#[test]
fn on_poll_should_move_the_cursor_to_the_day_after_today() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		running(ENTERPRISE);
		advance_days(40);
		let today = Date::from_moment(now());
		assert_eq!(DueCursor::<Test>::get(), today.plus_days(1));
	});
}

/// R11: who comes late tells both, the end of the days first.
#[test]
fn a_late_settling_should_tell_the_end_of_the_days_too() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = running(ENTERPRISE);
		let declare_by = trial(id).run.unwrap().declare_by;
		advance_days(300);
		let told = events();
		assert_eq!(told[0], Event::TrialRanOut { trial: id, declare_by });
		let flag = Flag::EndedUndeclared;
		assert_eq!(told[1], Event::TrialFlagged { trial: id, flag });
		assert_eq!(told.iter().filter(|one| matches!(one, Event::TrialRanOut { .. })).count(), 1);
	});
}

/// R22: requests under an entry that was left lapse by the calendar, within what a block has left.
#[test]
fn on_poll_should_let_requests_lapse_one_by_one() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let ids = [requested(ENTERPRISE), requested(RIVAL), requested(THIRD)];
		assert_ok!(Trials::leave_pool(key(UNIVERSITY), PATENT, None));
		advance_days_without_poll(1);
		let lapsed = || ids.iter().filter(|id| state_of(**id) == TrialState::Lapsed).count();
		assert_eq!(lapsed(), 0);
		let mut blocks = 0;
		while lapsed() < 3 {
			let limit = <() as WeightInfo>::settle()
				.saturating_add(<() as WeightInfo>::due_look().saturating_mul(4));
			poll(limit);
			blocks += 1;
			assert!(blocks < 20, "it comes to an end");
			Trials::do_try_state().unwrap();
		}
		assert!(blocks > 1);
	});
}

/// R11: an extension moves what is due.
#[test]
fn extend_should_move_what_is_due() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = running(ENTERPRISE);
		assert_ok!(Trials::ask_extension(key(ENTERPRISE), id, months(6), None));
		assert_ok!(Trials::extend(key(UNIVERSITY), id, None));
		advance_days(214);
		assert_eq!(state_of(id), TrialState::Running);
		advance_days(200);
		assert_eq!(state_of(id), TrialState::EndedUndeclared);
	});
}
