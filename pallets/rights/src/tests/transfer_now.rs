use super::*;
use quanqi_types::AchievementKind;

fn software() -> Ledger {
	Ledger::new().kind(AchievementKind::Software)
}

/// T2: no office registers transfers of software.
#[test]
fn transfer_now_should_move_the_share_when_it_is_software() {
	software().build_and_execute(|| {
		assert_ok!(Rights::transfer_now(
			key(UNIVERSITY),
			PATENT,
			None,
			member(BUYER),
			half(),
			None
		));
		assert_eq!(missing(), [(BUYER, ConsentRole::Recipient)]);
		everyone_agrees();
		assert_eq!(title().owners, shares(&[(UNIVERSITY, half()), (BUYER, half())]));
	});
}

#[test]
fn transfer_now_should_fulfil_an_agreed_transfer_when_it_names_it() {
	software().build_and_execute(|| {
		let agreed = transfer_agreed(UNIVERSITY, BUYER, half());
		let to = member(BUYER);
		assert_ok!(Rights::transfer_now(key(UNIVERSITY), PATENT, Some(agreed), to, half(), None));
		assert_eq!(title().owners.part_of(to), half());
		assert!(title().agreed_transfers.is_empty());
	});
}

/// T2: a registered right's share moves only on the office's date.
#[test]
fn transfer_now_should_fail_when_an_office_registers_transfers() {
	Ledger::new().build_and_execute(|| {
		assert_noop!(
			Rights::transfer_now(key(UNIVERSITY), PATENT, None, member(BUYER), half(), None),
			refused!(T2, NeedsOffice)
		);
	});
}
