use super::pool::exclude;
use super::*;
use quanqi_types::{ExclusionClass, MandateId, WHOLE_PPM};

fn brokered(broker: u32, fee: BrokersFee) -> Option<Brokerage> {
	Some(Brokerage { broker: member(broker), fee })
}

fn request_through(broker: Option<Brokerage>) -> sp_runtime::DispatchResult {
	Trials::request(key(ENTERPRISE), PATENT, open_entry(), digest(3), broker, None)
}

#[test]
fn request_should_open_a_trial_with_its_broker() {
	Ledger::new().build_and_execute(|| {
		let entry = entered(terms());
		let broker = brokered(BROKER, BrokersFee::Part(50_000));
		assert_ok!(request_through(broker));
		let (id, user) = (TrialId(0), member(ENTERPRISE));
		let asked = Event::TrialRequested { trial: id, achievement: PATENT, entry, user, broker };
		assert_eq!(events(), [asked]);
		assert_eq!(state_of(id), TrialState::Requested);
	});
}

/// R1: what was excluded after it entered is not tried any more.
#[test]
fn request_should_fail_when_the_achievement_is_excluded() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		exclude();
		let refused = Error::<Test>::Excluded(ExclusionInTheWay(ExclusionClass::Defence));
		assert_noop!(request(ENTERPRISE), refused);
	});
}

/// R7.
#[test]
fn request_should_fail_when_there_is_no_such_entry() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		assert_noop!(
			Trials::request(key(ENTERPRISE), PATENT, 99, digest(3), None, None),
			Error::<Test>::NoSuchEntry
		);
	});
}

/// R7: neither after it left the pool nor after its time is over.
#[test]
fn request_should_fail_when_the_entry_is_not_open() {
	Ledger::new().build_and_execute(|| {
		let entry = entered(terms());
		let ask = || Trials::request(key(ENTERPRISE), PATENT, entry, digest(3), None, None);
		advance_days(731);
		assert_noop!(ask(), Error::<Test>::EntryNotOpen);
	});
	Ledger::new().build_and_execute(|| {
		let entry = entered(terms());
		assert_ok!(Trials::leave_pool(key(UNIVERSITY), PATENT, None));
		assert_noop!(
			Trials::request(key(ENTERPRISE), PATENT, entry, digest(3), None, None),
			Error::<Test>::EntryNotOpen
		);
	});
}

/// R7: the user knows the contract it tries under.
#[test]
fn request_should_fail_when_it_names_another_contract() {
	Ledger::new().build_and_execute(|| {
		let entry = entered(terms());
		assert_noop!(
			Trials::request(key(ENTERPRISE), PATENT, entry, digest(4), None, None),
			Error::<Test>::OtherContract
		);
	});
}

/// R7.
#[test]
fn request_should_fail_when_the_user_is_an_owner() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		assert_noop!(request(UNIVERSITY), Error::<Test>::UserIsOwner);
	});
}

/// R7: one at a time, and again when it is over.
#[test]
fn request_should_fail_when_the_user_has_an_open_trial() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let first = requested(ENTERPRISE);
		assert_noop!(request(ENTERPRISE), Error::<Test>::TrialOpen(Found::new(first.0)));
		assert_ok!(Trials::withdraw(key(ENTERPRISE), first, None));
		assert_ok!(request(ENTERPRISE));
	});
}

/// R18.
#[test]
fn request_should_fail_when_the_broker_is_a_party() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		for party in [ENTERPRISE, UNIVERSITY] {
			assert_noop!(
				request_through(brokered(party, BrokersFee::Part(1))),
				Error::<Test>::BrokerIsParty
			);
		}
	});
}

/// R18.
#[test]
fn request_should_fail_when_the_broker_is_nobody() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		assert_noop!(
			request_through(brokered(STRANGER, BrokersFee::Part(1))),
			DispatchError::Other("no such member")
		);
	});
}

/// R18.
#[test]
fn request_should_fail_when_the_fee_is_no_part() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		assert_noop!(
			request_through(brokered(BROKER, BrokersFee::Part(WHOLE_PPM + 1))),
			Error::<Test>::FeeAboveWhole
		);
		let amount = Amount::new(1, quanqi_types::Currency(*b"   "));
		assert_noop!(
			request_through(brokered(BROKER, BrokersFee::Amount(amount))),
			Error::<Test>::WrongCurrency
		);
	});
}

/// R7: no agent of the owner asks for the user (Civil Code art. 168).
#[test]
fn request_should_fail_when_the_agent_is_an_owner() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		FakeMembers::mandate(1, ENTERPRISE, UNIVERSITY);
		let (entry, mandate) = (open_entry(), Some(MandateId(1)));
		assert_noop!(
			Trials::request(key(UNIVERSITY), PATENT, entry, digest(3), None, mandate),
			DispatchError::Other("the agent is a party")
		);
	});
}

#[test]
fn withdraw_should_free_the_place_of_an_accepted_trial() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let trial = accepted(ENTERPRISE);
		assert_eq!(entry().active, 1);
		assert_ok!(Trials::withdraw(key(ENTERPRISE), trial, None));
		assert_eq!(entry().active, 0);
	});
}

#[test]
fn withdraw_should_fail_when_another_asks() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let trial = requested(ENTERPRISE);
		assert_noop!(Trials::withdraw(key(RIVAL), trial, None), Error::<Test>::NotUser);
		assert_noop!(Trials::withdraw(key(UNIVERSITY), trial, None), Error::<Test>::NotUser);
	});
}

#[test]
fn refuse_should_end_a_request_with_its_reasons() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let trial = requested(ENTERPRISE);
		let reasons = Some(digest(8));
		assert_ok!(Trials::refuse(key(UNIVERSITY), trial, reasons));
		let (old, new) = (TrialState::Requested, TrialState::Refused);
		assert_eq!(events(), [Event::StateChanged { trial, old, new, reasons }]);
	});
}

/// R8: only the unit decides.
#[test]
fn approve_and_refuse_should_fail_when_the_member_is_not_the_unit() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let trial = requested(ENTERPRISE);
		for other in [ENTERPRISE, RIVAL, INSTITUTE, COURT] {
			assert_noop!(Trials::approve(key(other), trial), Error::<Test>::NotUnit);
			assert_noop!(Trials::refuse(key(other), trial, None), Error::<Test>::NotUnit);
		}
	});
}

/// R8: another co-owner does not approve while the one that entered it has a share.
#[test]
fn approve_should_fail_when_another_co_owner_entered_it() {
	let owners = [(UNIVERSITY, 500_000), (INSTITUTE, 500_000)];
	Ledger::new().owned_by(&owners).build_and_execute(|| {
		entered(terms());
		let trial = requested(ENTERPRISE);
		assert_noop!(Trials::approve(key(INSTITUTE), trial), Error::<Test>::NotUnit);
	});
}

/// R8: internal approval is given with a key that may approve, not with one that may dispose.
#[test]
fn approve_should_fail_when_the_key_may_not_approve() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let trial = requested(ENTERPRISE);
		FakeMembers::restrict(UNIVERSITY, &[Permission::Dispose]);
		assert_noop!(Trials::approve(key(UNIVERSITY), trial), NO_PERMISSION);
		assert_noop!(Trials::refuse(key(UNIVERSITY), trial, None), NO_PERMISSION);
		FakeMembers::restrict(UNIVERSITY, &[Permission::Approve]);
		assert_ok!(Trials::approve(key(UNIVERSITY), trial));
	});
}

/// R9: no more trials at once than the entry allows.
#[test]
fn approve_should_fail_when_all_places_are_taken() {
	Ledger::new().build_and_execute(|| {
		entered(EntryTerms { parallel_limit: 2, ..terms() });
		running(ENTERPRISE);
		let second = accepted(RIVAL);
		let third = requested(THIRD);
		assert_noop!(
			Trials::approve(key(UNIVERSITY), third),
			Error::<Test>::TooManyTrials(Found::new(2))
		);
		assert_ok!(Trials::withdraw(key(RIVAL), second, None));
		assert_ok!(Trials::approve(key(UNIVERSITY), third));
	});
}

/// R1.
#[test]
fn approve_should_fail_when_the_achievement_is_excluded_by_then() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let trial = requested(ENTERPRISE);
		exclude();
		let refused = Error::<Test>::Excluded(ExclusionInTheWay(ExclusionClass::Defence));
		assert_noop!(Trials::approve(key(UNIVERSITY), trial), refused);
	});
}

#[test]
fn approve_should_fail_when_the_entry_is_not_open_any_more() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let trial = requested(ENTERPRISE);
		assert_ok!(Trials::leave_pool(key(UNIVERSITY), PATENT, None));
		assert_noop!(Trials::approve(key(UNIVERSITY), trial), Error::<Test>::EntryNotOpen);
	});
}
