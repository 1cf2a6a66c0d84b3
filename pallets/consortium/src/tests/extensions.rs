use super::*;
use crate::{
	extensions::{refusal, refusal_text},
	types::{Quota, QuotaUse},
	CheckMember, CheckQuota, QuotaUsed,
};
use codec::Encode;
use frame_support::{dispatch::DispatchInfo, pallet_prelude::DispatchClass, weights::Weight};
use sp_runtime::{
	traits::{DispatchTransaction, TransactionExtension},
	transaction_validity::{
		InvalidTransaction, TransactionSource::External, TransactionValidityError,
		UnknownTransaction,
	},
};

fn call() -> RuntimeCall {
	frame_system::Call::remark { remark: Vec::new() }.into()
}

fn info(ref_time: u64, class: DispatchClass) -> DispatchInfo {
	DispatchInfo { call_weight: Weight::from_parts(ref_time, 0), class, ..Default::default() }
}

fn check_member(origin: RuntimeOrigin) -> Result<(), TransactionValidityError> {
	let info = info(1, DispatchClass::Normal);
	CheckMember::<Test>::new().validate_only(origin, &call(), &info, 10, External, 0).map(|_| ())
}

/// Runs the quota check as a block does.
fn spend(member: u32, ref_time: u64, bytes: usize) -> Result<(), TransactionValidityError> {
	let info = info(ref_time, DispatchClass::Normal);
	CheckQuota::<Test>::new()
		.validate_and_prepare(key_of(member), &call(), &info, bytes, 0)
		.map(|_| ())
}

fn custom(code: u8) -> Result<(), TransactionValidityError> {
	Err(InvalidTransaction::Custom(code).into())
}

/// What an author is told: this one does not fit, the next may.
fn exhausted() -> Result<(), TransactionValidityError> {
	Err(InvalidTransaction::ExhaustsResources.into())
}

/// What who hands in is told; to a pool that has the transaction already it is no verdict.
fn unknown(code: u8) -> Result<(), TransactionValidityError> {
	Err(UnknownTransaction::Custom(code).into())
}

const SECOND: u64 = 1_000_000_000_000;

/// Two blocks, of one second and six MiB in each window.
fn small_quota() -> Quota {
	Quota { window_blocks: 2, ref_time: SECOND, bytes: 6 * 1024 * 1024 }
}

#[test]
fn check_member_should_let_through_a_live_key_of_an_active_member() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(check_member(key_of(1)));
	});
}

#[test]
fn check_member_should_refuse_with_the_reason() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(check_member(signed(account(99))), custom(refusal::NOT_A_MEMBER_KEY));
		let seat = Consortium::seat_account(id(1));
		assert_eq!(check_member(signed(seat)), custom(refusal::NOT_A_MEMBER_KEY));
		assert_eq!(check_member(RuntimeOrigin::none()), custom(refusal::NOT_SIGNED));

		add_key(1, 11, &[Permission::Seat]);
		assert_ok!(Consortium::revoke_key(key_of(1), account(11)));
		assert_eq!(check_member(signed(account(11))), custom(refusal::KEY_REVOKED));
		assert_ok!(Consortium::suspend(council(), id(1)));
		assert_eq!(check_member(key_of(1)), custom(refusal::MEMBER_SUSPENDED));
		assert_ok!(Consortium::expel(council(), id(1)));
		assert_eq!(check_member(key_of(1)), custom(refusal::MEMBER_EXPELLED));
	});
}

#[test]
fn check_member_should_allow_nothing_unsigned_but_inherents() {
	ExtBuilder::default().build_and_execute(|| {
		let normal = info(1, DispatchClass::Operational);
		let inherent = info(1, DispatchClass::Mandatory);
		for info in [&normal, &inherent] {
			assert_eq!(
				CheckMember::<Test>::bare_validate(&call(), info, 1).map(|_| ()),
				custom(refusal::NOT_SIGNED)
			);
		}
		assert_eq!(
			CheckMember::<Test>::bare_validate_and_prepare(&call(), &normal, 1),
			custom(refusal::NOT_SIGNED)
		);
		assert_ok!(CheckMember::<Test>::bare_validate_and_prepare(&call(), &inherent, 1));
	});
}

#[test]
fn extensions_should_add_no_bytes_and_weigh_something() {
	ExtBuilder::default().build_and_execute(|| {
		assert!(CheckMember::<Test>::new().encode().is_empty());
		assert!(CheckQuota::<Test>::new().encode().is_empty());
		assert_eq!(CheckMember::<Test>::new().implicit(), Ok(()));
		assert_eq!(CheckQuota::<Test>::new().implicit(), Ok(()));
		assert_ne!(CheckMember::<Test>::new().weight(&call()), Weight::zero());
		assert_ne!(CheckQuota::<Test>::new().weight(&call()), Weight::zero());
	});
}

#[test]
fn check_quota_should_tell_the_reason_to_who_hands_in_and_let_a_pool_keep_what_it_took() {
	ExtBuilder::default().quota(small_quota()).build_and_execute(|| {
		let hand_in = |ref_time: u64, bytes: usize| {
			let info = info(ref_time, DispatchClass::Normal);
			CheckQuota::<Test>::new()
				.validate_only(key_of(1), &call(), &info, bytes, External, 0)
				.map(|_| ())
		};
		assert_ok!(hand_in(SECOND, 1));
		assert_eq!(hand_in(SECOND + 1, 1), unknown(refusal::QUOTA_TIME_USED));
		assert_eq!(hand_in(1, 7 * 1024 * 1024), unknown(refusal::QUOTA_BYTES_USED));
	});
}

#[test]
fn check_quota_should_refuse_what_goes_beyond_and_allow_it_in_the_next_window() {
	ExtBuilder::default().quota(small_quota()).build_and_execute(|| {
		System::set_block_number(2);
		assert_ok!(spend(1, SECOND - 10, 1));
		assert_eq!(spend(1, 11, 1), exhausted());
		assert_ok!(spend(1, 10, 1));
		assert_eq!(spend(1, 0, 6 * 1024 * 1024), exhausted());
		System::set_block_number(3);
		assert_eq!(spend(1, 11, 1), exhausted());
		System::set_block_number(4);
		assert_ok!(spend(1, 11, 1));
		assert_eq!(QuotaUsed::<Test>::get(id(1)), QuotaUse { window: 2, ref_time: 11, bytes: 1 });
	});
}

#[test]
fn check_quota_should_count_all_keys_of_a_member_together_and_members_apart() {
	ExtBuilder::default().quota(small_quota()).build_and_execute(|| {
		add_key(1, 11, &[Permission::Register]);
		assert_ok!(spend(1, SECOND, 1));
		assert_eq!(spend(11, 1, 1), exhausted());
		assert_ok!(spend(2, SECOND, 1));
	});
}

#[test]
fn check_quota_should_count_nothing_when_only_validating() {
	ExtBuilder::default().build_and_execute(|| {
		let info = info(5, DispatchClass::Normal);
		assert_ok!(CheckQuota::<Test>::new().validate_only(
			key_of(1),
			&call(),
			&info,
			10,
			External,
			0
		));
		assert_eq!(QuotaUsed::<Test>::get(id(1)), QuotaUse::default());
	});
}

#[test]
fn check_quota_should_refuse_who_is_no_member() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(spend(99, 1, 1), custom(refusal::NOT_A_MEMBER_KEY));
	});
}

#[test]
fn every_refusal_should_have_a_text_of_its_own() {
	let texts: std::collections::BTreeSet<_> =
		(1..=7).map(|code| refusal_text(code).unwrap()).collect();
	assert_eq!(texts.len(), 7);
	assert_eq!(refusal_text(0), None);
	assert_eq!(refusal_text(8), None);
}
