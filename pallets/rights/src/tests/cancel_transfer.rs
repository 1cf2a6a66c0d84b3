use super::*;

#[test]
fn cancel_transfer_should_wait_for_the_other_party_when_one_asks() {
	Ledger::new().build_and_execute(|| {
		let agreed = transfer_agreed(UNIVERSITY, BUYER, half());
		assert_ok!(Rights::cancel_transfer(key(UNIVERSITY), PATENT, agreed, None, None));
		assert_eq!(title().agreed_transfers.len(), 1);
		everyone_agrees();
		assert!(title().agreed_transfers.is_empty());
		let cancelled = Event::TransferCancelled { achievement: PATENT, agreed };
		assert!(events().contains(&cancelled));
	});
}

#[test]
fn cancel_transfer_should_happen_at_once_when_an_authority_decides() {
	Ledger::new().build_and_execute(|| {
		let agreed = transfer_agreed(UNIVERSITY, BUYER, half());
		let decision = Some(document("D-1"));
		assert_ok!(Rights::cancel_transfer(key(COURT), PATENT, agreed, decision, None));
		assert!(title().agreed_transfers.is_empty());
	});
}

#[test]
fn cancel_transfer_should_fail_when_nothing_of_that_number_is_agreed() {
	Ledger::new().build_and_execute(|| {
		assert_noop!(
			Rights::cancel_transfer(key(UNIVERSITY), PATENT, 7, None, None),
			refused!(T2, NoSuchTransfer, 7)
		);
	});
}

#[test]
fn cancel_transfer_should_fail_when_a_decision_is_made_under_a_mandate() {
	Ledger::new().build_and_execute(|| {
		let agreed = transfer_agreed(UNIVERSITY, BUYER, half());
		let mandate = Some(quanqi_types::MandateId(1));
		let decision = Some(document("D-1"));
		assert_noop!(
			Rights::cancel_transfer(key(COURT), PATENT, agreed, decision, mandate),
			Error::<Test>::NoMandateForAuthority
		);
	});
}

#[test]
fn cancel_transfer_should_fail_when_who_decides_may_not_adjudicate() {
	Ledger::new().build_and_execute(|| {
		let agreed = transfer_agreed(UNIVERSITY, BUYER, half());
		let decision = Some(document("D-1"));
		assert_noop!(
			Rights::cancel_transfer(key(INSTITUTE), PATENT, agreed, decision, None),
			sp_runtime::DispatchError::Other("not capable")
		);
	});
}
