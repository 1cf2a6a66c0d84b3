use super::*;
use quanqi_title::DecisionRef;
use quanqi_types::MemberKind;

fn terminate(by: u32, id: TrialId) -> sp_runtime::DispatchResult {
	Trials::terminate(key(by), id, text("D1"), digest(9))
}

/// R14: the right ends by the decision, which is named.
#[test]
fn terminate_should_end_trial_and_right_by_decision() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = running(ENTERPRISE);
		let right = trial(id).run.unwrap().right;
		assert_ok!(terminate(COURT, id));
		assert!(title().right(right).is_none());
		let (authority, document) = (member(COURT), text("D1"));
		let decision = DecisionRef { authority, document, digest: digest(9) };
		let last = FakeTitles::history(PATENT).pop().unwrap();
		assert_eq!(last.body().cause, Cause::Decision(decision.clone()));
		assert!(events().contains(&Event::TrialTerminated { trial: id, decision }));
	});
}

/// R14: who decides may adjudicate.
#[test]
fn terminate_should_fail_when_the_member_may_not_adjudicate() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = running(ENTERPRISE);
		for other in [UNIVERSITY, ENTERPRISE, BROKER, OPERATOR, AUDITOR, BANK] {
			assert_noop!(terminate(other, id), NOT_CAPABLE);
		}
	});
}

/// R14: nobody decides its own matter: user, owner, broker, insurer, operator.
#[test]
fn terminate_should_fail_when_the_authority_is_a_party() {
	Ledger::new().build_and_execute(|| {
		let entry = entered(EntryTerms { operator: Some(member(OPERATOR)), ..terms() });
		let fee = BrokersFee::Part(50_000);
		let broker = Some(Brokerage { broker: member(BROKER), fee });
		assert_ok!(Trials::request(key(ENTERPRISE), PATENT, entry, digest(3), broker, None));
		let id = TrialId(0);
		assert_ok!(Trials::approve(key(UNIVERSITY), id));
		let free = Amount::fen(0);
		assert_ok!(Trials::insure(key(INSURER), id, text("P"), digest(1), free, free));
		for party in [ENTERPRISE, UNIVERSITY, BROKER, INSURER, OPERATOR] {
			FakeMembers::grant(party, Capability::Adjudicate);
			assert_noop!(terminate(party, id), Error::<Test>::AuthorityIsParty);
		}
		assert_ok!(terminate(COURT, id));
	});
}

/// R14: nor that of a member it sponsors.
#[test]
fn terminate_should_fail_when_the_authority_sponsors_a_party() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = running(ENTERPRISE);
		FakeMembers::admit(ENTERPRISE, MemberKind::Enterprise, false);
		FakeMembers::set_sponsor(ENTERPRISE, COURT);
		assert_noop!(terminate(COURT, id), Error::<Test>::AuthorityIsParty);
	});
}

/// R14.
#[test]
fn terminate_should_fail_when_the_number_of_the_document_is_no_text() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = running(ENTERPRISE);
		let empty = quanqi_types::Text(Default::default());
		assert_noop!(Trials::terminate(key(COURT), id, empty, digest(9)), Error::<Test>::WrongText);
	});
}
