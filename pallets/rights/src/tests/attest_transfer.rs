use super::*;
use crate::mock::text;

/// T2: the share moves on the office's date (Patent Law art. 10).
#[test]
fn attest_transfer_should_move_the_share_when_it_was_agreed() {
	Ledger::new().build_and_execute(|| {
		let agreed = transfer_agreed(UNIVERSITY, BUYER, 300_000);
		assert_ok!(Rights::attest_transfer(key(OFFICE), PATENT, agreed, text("CN-1"), start()));
		assert_eq!(title().owners, shares(&[(UNIVERSITY, 700_000), (BUYER, 300_000)]));
		assert!(title().agreed_transfers.is_empty());
		assert!(events().contains(&Event::ShareTransferred {
			achievement: PATENT,
			from: member(UNIVERSITY),
			from_old: WHOLE_PPM,
			from_new: 700_000,
			to: member(BUYER),
			to_old: 0,
			to_new: 300_000,
		}));
	});
}

#[test]
fn attest_transfer_should_write_the_office_date_into_the_entry_when_it_is_earlier() {
	Ledger::new().build_and_execute(|| {
		let agreed = transfer_agreed(UNIVERSITY, BUYER, 300_000);
		advance_days(5);
		let date = in_days(3);
		assert_ok!(Rights::attest_transfer(key(OFFICE), PATENT, agreed, text("CN-1"), date));
		let entry = crate::History::<Test>::get(PATENT, agreed + 1).unwrap();
		let legal = entry.body().legal_date.unwrap();
		assert_eq!((legal.moment, legal.attested_by), (date, member(OFFICE)));
	});
}

#[test]
fn attest_transfer_should_fail_when_the_caller_may_not_attest() {
	Ledger::new().build_and_execute(|| {
		let agreed = transfer_agreed(UNIVERSITY, BUYER, 300_000);
		assert_noop!(
			Rights::attest_transfer(key(UNIVERSITY), PATENT, agreed, text("CN-1"), start()),
			sp_runtime::DispatchError::Other("not capable")
		);
	});
}

#[test]
fn attest_transfer_should_fail_when_nothing_was_agreed() {
	Ledger::new().build_and_execute(|| {
		assert_noop!(
			Rights::attest_transfer(key(OFFICE), PATENT, 1, text("CN-1"), start()),
			Error::<Test>::NotAgreed
		);
	});
}

#[test]
fn attest_transfer_should_fail_when_the_date_is_in_the_future() {
	Ledger::new().build_and_execute(|| {
		let agreed = transfer_agreed(UNIVERSITY, BUYER, 300_000);
		assert_noop!(
			Rights::attest_transfer(key(OFFICE), PATENT, agreed, text("CN-1"), in_days(1)),
			refused!(Form, LegalDateInFuture)
		);
	});
}

#[test]
fn attest_transfer_should_fail_when_the_number_is_no_text() {
	Ledger::new().build_and_execute(|| {
		let agreed = transfer_agreed(UNIVERSITY, BUYER, 300_000);
		let bytes = quanqi_types::Text(vec![0xff].try_into().unwrap());
		assert_noop!(
			Rights::attest_transfer(key(OFFICE), PATENT, agreed, bytes, start()),
			refused!(Form, WrongText)
		);
	});
}

/// T10: a hold blocks what touches its target.
#[test]
fn attest_transfer_should_fail_when_the_share_is_held() {
	Ledger::new().build_and_execute(|| {
		let agreed = transfer_agreed(UNIVERSITY, BUYER, 300_000);
		let target = quanqi_title::HoldTarget::Share(member(UNIVERSITY));
		assert_ok!(Rights::hold(key(COURT), PATENT, target, None, document("H-1")));
		assert_noop!(
			Rights::attest_transfer(key(OFFICE), PATENT, agreed, text("CN-1"), start()),
			refused!(T10, HoldInTheWay, agreed + 1)
		);
	});
}
