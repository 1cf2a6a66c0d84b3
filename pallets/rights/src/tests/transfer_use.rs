use super::*;
use quanqi_title::UseGrant;
use quanqi_types::Shares;

#[test]
fn transfer_use_should_move_a_part_when_the_receiver_accepts() {
	Ledger::new().build_and_execute(|| {
		let right = licensed(UseForm::Ordinary);
		let to = member(BUYER);
		assert_ok!(Rights::transfer_use(key(ENTERPRISE), PATENT, right, to, half(), None));
		everyone_agrees();
		let new = shares(&[(ENTERPRISE, half()), (BUYER, half())]);
		assert_eq!(title().right(right).unwrap().terms.holders, new);
		assert!(events().contains(&Event::UseHoldersChanged {
			achievement: PATENT,
			right,
			old: Shares::single(member(ENTERPRISE)),
			new,
		}));
	});
}

/// T7: only within its terms.
#[test]
fn transfer_use_should_fail_when_the_terms_do_not_allow_it() {
	Ledger::new().build_and_execute(|| {
		let right = granted(UseGrant { transferable: false, ..licence(UseForm::Ordinary) });
		assert_noop!(
			Rights::transfer_use(key(ENTERPRISE), PATENT, right, member(BUYER), half(), None),
			refused!(T7, NotTransferable, right)
		);
	});
}

#[test]
fn transfer_use_should_fail_when_the_caller_holds_nothing() {
	Ledger::new().build_and_execute(|| {
		let right = licensed(UseForm::Ordinary);
		assert_noop!(
			Rights::transfer_use(key(INSTITUTE), PATENT, right, member(BUYER), half(), None),
			refused!(T7, NotAHolder, INSTITUTE)
		);
	});
}
