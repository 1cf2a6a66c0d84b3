use super::*;

/// T7: usage-rights shares.
#[test]
fn divide_use_should_set_the_holders_when_they_accept() {
	Ledger::new().build_and_execute(|| {
		let right = licensed(UseForm::Ordinary);
		let holders = shares(&[(ENTERPRISE, 600_000), (BUYER, 400_000)]);
		assert_ok!(Rights::divide_use(key(ENTERPRISE), PATENT, right, holders.clone(), None));
		everyone_agrees();
		assert_eq!(title().right(right).unwrap().terms.holders, holders);
	});
}

#[test]
fn divide_use_should_fail_when_there_is_no_such_right() {
	Ledger::new().build_and_execute(|| {
		let holders = shares(&[(ENTERPRISE, 600_000), (BUYER, 400_000)]);
		assert_noop!(
			Rights::divide_use(key(ENTERPRISE), PATENT, 7, holders, None),
			refused!(T7, NoSuchRight, 7)
		);
	});
}
