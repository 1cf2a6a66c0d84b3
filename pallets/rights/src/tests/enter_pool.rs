use super::*;
use crate::Obstacles;
use quanqi_title::PoolTerms;
use quanqi_types::{Digest, Period};

pub(super) fn terms() -> PoolTerms {
	PoolTerms {
		by: member(UNIVERSITY),
		scope: everywhere(),
		period: Period { from: start(), until: Some(in_days(365)) },
		standard_contract: Digest::Sha256([3; 32]),
	}
}

#[test]
fn enter_pool_should_happen_at_once_when_any_owner_may() {
	Ledger::new().owned_by(&[(UNIVERSITY, half()), (INSTITUTE, half())]).build_and_execute(|| {
		assert_ok!(Rights::enter_pool(key(UNIVERSITY), PATENT, terms(), Obstacles::Refuse, None));
		assert!(title().pool.is_some());
		let entered = Event::PoolEntered { achievement: PATENT, by: member(UNIVERSITY) };
		assert!(events().contains(&entered));
	});
}

/// T4: an exclusive right leaves nothing to try.
#[test]
fn enter_pool_should_fail_when_an_exclusive_right_is_live() {
	Ledger::new().build_and_execute(|| {
		let right = licensed(UseForm::Exclusive);
		assert_noop!(
			Rights::enter_pool(key(UNIVERSITY), PATENT, terms(), Obstacles::Refuse, None),
			refused!(T4, ExclusiveInTheWay, right)
		);
	});
}
