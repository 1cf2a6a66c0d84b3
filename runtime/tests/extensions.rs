//! What a transaction passes before its call runs, with real signatures.

use crate::common::{calls::remark, *};
use pallet_consortium::{extensions::refusal, types::Quota, Call as Members};
use quanqi_runtime::{Nonce, Runtime, RuntimeCall, System, UncheckedExtrinsic};
use sp_core::H256;
use sp_runtime::{
	generic::Era,
	transaction_validity::{
		InvalidTransaction, TransactionSource, TransactionValidity, TransactionValidityError,
		UnknownTransaction,
	},
};

fn invalid(reason: InvalidTransaction) -> TransactionValidityError {
	reason.into()
}

fn custom(code: u8) -> TransactionValidityError {
	invalid(InvalidTransaction::Custom(code))
}

/// What the pool is told.
fn validate(transaction: UncheckedExtrinsic) -> TransactionValidity {
	quanqi_runtime::Executive::validate_transaction(
		TransactionSource::External,
		transaction,
		genesis_hash(),
	)
}

fn nonce_of(key: Key) -> Nonce {
	System::account_nonce(key.to_account_id())
}

#[test]
fn transaction_should_run_when_a_member_signs_it() {
	run(|| {
		for nonce in 0..3 {
			assert!(validate(transaction(Key::Alice, nonce, remark())).is_ok());
			assert_eq!(apply(transaction(Key::Alice, nonce, remark())), Ok(Ok(())));
		}
		assert_eq!(nonce_of(Key::Alice), 3);
	});
}

/// Who is no member learns that, whatever its nonce, and not the state of an account.
#[test]
fn transaction_should_be_refused_before_its_nonce_when_a_stranger_signs_it() {
	run(|| {
		for nonce in [0, 5] {
			let refused = custom(refusal::NOT_A_MEMBER_KEY);
			assert_eq!(validate(transaction(Key::Ferdie, nonce, remark())), Err(refused));
			assert_eq!(apply(transaction(Key::Ferdie, nonce, remark())), Err(refused));
		}
		assert_eq!(nonce_of(Key::Ferdie), 0);
	});
}

#[test]
fn transaction_should_be_refused_when_its_key_was_revoked() {
	run(|| {
		let account = Key::Eve.to_account_id();
		let permissions = quanqi_types::Permissions::FULL;
		call(Key::Alice, Members::add_key { account: account.clone(), permissions }).unwrap();
		assert_eq!(apply(transaction(Key::Eve, 0, remark())), Ok(Ok(())));
		call(Key::Alice, Members::revoke_key { account }).unwrap();
		let refused = custom(refusal::KEY_REVOKED);
		assert_eq!(apply(transaction(Key::Eve, 1, remark())), Err(refused));
	});
}

#[test]
fn transaction_should_be_refused_when_its_member_is_suspended_or_expelled() {
	run(|| {
		let member = admit(Key::Eve, quanqi_types::Capabilities::NONE);
		suspend(member);
		let suspended = custom(refusal::MEMBER_SUSPENDED);
		assert_eq!(apply(transaction(Key::Eve, 0, remark())), Err(suspended));
		motion(Members::expel { member }).unwrap();
		let expelled = custom(refusal::MEMBER_EXPELLED);
		assert_eq!(apply(transaction(Key::Eve, 0, remark())), Err(expelled));
	});
}

#[test]
fn transaction_should_be_refused_when_its_nonce_is_wrong() {
	run(|| {
		assert_eq!(apply(transaction(Key::Alice, 0, remark())), Ok(Ok(())));
		let again = apply(transaction(Key::Alice, 0, remark()));
		assert_eq!(again, Err(invalid(InvalidTransaction::Stale)));
		let ahead = apply(transaction(Key::Alice, 2, remark()));
		assert_eq!(ahead, Err(invalid(InvalidTransaction::Future)));
	});
}

/// A suspended member keeps its account, so what it sent before is not taken a second time.
#[test]
fn transaction_should_stay_stale_when_its_member_was_suspended_and_reinstated() {
	run(|| {
		let member = admit(Key::Eve, quanqi_types::Capabilities::NONE);
		assert_eq!(apply(transaction(Key::Eve, 0, remark())), Ok(Ok(())));
		suspend(member);
		motion(Members::reinstate { member }).unwrap();
		let again = apply(transaction(Key::Eve, 0, remark()));
		assert_eq!(again, Err(invalid(InvalidTransaction::Stale)));
	});
}

#[test]
fn transaction_should_be_refused_when_it_was_signed_for_another_chain() {
	run(|| {
		let other = H256::repeat_byte(9);
		let extension = extension(0, Era::Immortal);
		let transaction = signed_for(Key::Alice, remark(), extension, other, other);
		assert_eq!(apply(transaction), Err(invalid(InvalidTransaction::BadProof)));
	});
}

#[test]
fn transaction_should_be_refused_when_its_call_was_changed() {
	run(|| {
		let mut transaction = transaction(Key::Alice, 0, remark());
		transaction.function = frame_system::Call::remark { remark: vec![2] }.into();
		assert_eq!(apply(transaction), Err(invalid(InvalidTransaction::BadProof)));
	});
}

/// Born in the first block, alive for four.
#[test]
fn transaction_should_be_refused_when_its_life_is_over() {
	run(|| {
		let born = System::block_number();
		next_block();
		let birth = System::block_hash(born);
		let mortal = || {
			let extension = extension(0, Era::mortal(4, u64::from(born)));
			signed_for(Key::Alice, remark(), extension, genesis_hash(), birth)
		};
		assert!(validate(mortal()).is_ok());
		(0..4).for_each(|_| next_block());
		let refused = invalid(InvalidTransaction::BadProof);
		assert_eq!(apply(mortal()), Err(refused));
	});
}

#[test]
fn transaction_should_be_spent_when_its_call_fails() {
	run(|| {
		let closed = frame_system::Call::set_heap_pages { pages: 1 };
		let filtered = frame_system::Error::<Runtime>::CallFiltered.into();
		assert_eq!(apply(transaction(Key::Alice, 0, closed)), Ok(Err(filtered)));
		assert_eq!(nonce_of(Key::Alice), 1);
	});
}

fn long_remark() -> RuntimeCall {
	frame_system::Call::remark { remark: vec![0; 1024 * 1024] }.into()
}

/// Lowers the quota to what leaves room for one block.
fn lower_quota() {
	let bytes = 5 * 1024 * 1024;
	let quota = Quota { window_blocks: 60, bytes, ..Quota::default() };
	motion(Members::set_quota { quota }).unwrap();
}

#[test]
fn transaction_should_be_refused_when_the_quota_of_its_member_is_used_up() {
	run(|| {
		lower_quota();
		for nonce in 0..4 {
			next_block();
			assert_eq!(apply(transaction(Key::Alice, nonce, long_remark())), Ok(Ok(())));
		}
		next_block();
		// Who hands it in is told why; to an author it is one that does not fit this block.
		let told = UnknownTransaction::Custom(refusal::QUOTA_BYTES_USED).into();
		assert_eq!(validate(transaction(Key::Alice, 4, long_remark())), Err(told));
		let passed_over = invalid(InvalidTransaction::ExhaustsResources);
		assert_eq!(apply(transaction(Key::Alice, 4, long_remark())), Err(passed_over));
		// The quota is each member's own, and what is short still fits.
		assert_eq!(apply(transaction(Key::Bob, 0, long_remark())), Ok(Ok(())));
		assert_eq!(apply(transaction(Key::Alice, 4, remark())), Ok(Ok(())));
	});
}

#[test]
fn transaction_should_run_again_when_the_next_window_begins() {
	run(|| {
		lower_quota();
		for nonce in 0..4 {
			next_block();
			assert_eq!(apply(transaction(Key::Alice, nonce, long_remark())), Ok(Ok(())));
		}
		while !System::block_number().is_multiple_of(60) {
			next_block();
		}
		// The block in which a session ends has no room for ordinary calls.
		next_block();
		assert_eq!(apply(transaction(Key::Alice, 4, long_remark())), Ok(Ok(())));
	});
}

/// The quota stands after the nonce: what was signed again by mistake is stale, not over the quota.
#[test]
fn transaction_should_be_stale_before_its_quota_when_it_was_sent_before() {
	run(|| {
		lower_quota();
		for nonce in 0..4 {
			next_block();
			assert_eq!(apply(transaction(Key::Alice, nonce, long_remark())), Ok(Ok(())));
		}
		next_block();
		let again = validate(transaction(Key::Alice, 3, long_remark()));
		assert_eq!(again, Err(invalid(InvalidTransaction::Stale)));
	});
}

/// All keys of a member share its quota.
#[test]
fn transaction_should_be_refused_when_another_key_used_the_quota_up() {
	run(|| {
		lower_quota();
		let account = Key::Eve.to_account_id();
		let permissions = quanqi_types::Permissions::FULL;
		call(Key::Alice, Members::add_key { account, permissions }).unwrap();
		for nonce in 0..4 {
			next_block();
			assert_eq!(apply(transaction(Key::Alice, nonce, long_remark())), Ok(Ok(())));
		}
		next_block();
		let told = UnknownTransaction::Custom(refusal::QUOTA_BYTES_USED).into();
		assert_eq!(validate(transaction(Key::Eve, 0, long_remark())), Err(told));
	});
}
