use super::{enter_pool::terms, *};
use crate::Obstacles;

#[test]
fn leave_pool_should_happen_at_once_when_who_entered_it_wants() {
	Ledger::new().build_and_execute(|| {
		assert_ok!(Rights::enter_pool(key(UNIVERSITY), PATENT, terms(), Obstacles::Refuse, None));
		assert_ok!(Rights::leave_pool(key(UNIVERSITY), PATENT, None));
		assert!(title().pool.is_none());
		assert!(events().contains(&Event::PoolLeft { achievement: PATENT }));
	});
}

#[test]
fn leave_pool_should_fail_when_it_is_not_in_the_pool() {
	Ledger::new().build_and_execute(|| {
		assert_noop!(Rights::leave_pool(key(UNIVERSITY), PATENT, None), refused!(T4, NotInPool));
	});
}
