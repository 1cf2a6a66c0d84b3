use super::*;
use crate::{types::Quota, QuotaLimit};

#[test]
fn set_quota_should_tell_old_and_new() {
	ExtBuilder::default().build_and_execute(|| {
		let old = Quota::default();
		let new = Quota { window_blocks: 10, ..old };
		assert_ok!(Consortium::set_quota(council(), new));
		assert_last(Event::QuotaChanged { old, new });
		assert_eq!(QuotaLimit::<Test>::get(), new);
	});
}

#[test]
fn set_quota_should_be_refused_when_it_breaks_a_rule() {
	ExtBuilder::default().build_and_execute(|| {
		let quota = Quota::default();
		assert_noop!(Consortium::set_quota(key_of(1), quota), DispatchError::BadOrigin);
		assert_noop!(Consortium::set_quota(council(), quota), Error::<Test>::Unchanged);
		for small in [
			Quota { window_blocks: 0, ..quota },
			Quota { ref_time: 1_000, ..quota },
			Quota { bytes: 1_000, ..quota },
		] {
			assert_noop!(Consortium::set_quota(council(), small), Error::<Test>::QuotaTooSmall);
		}
	});
}
