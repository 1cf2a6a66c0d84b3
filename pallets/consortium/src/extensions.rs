//! What every transaction passes: the member check before its nonce, the quota after it.

mod check_member;
mod check_quota;

pub use check_member::CheckMember;
pub use check_quota::CheckQuota;

use sp_runtime::transaction_validity::{InvalidTransaction, TransactionValidityError};

/// Codes of [`InvalidTransaction::Custom`] with which a transaction is refused.
pub mod refusal {
	/// The signer is no key of a member.
	pub const NOT_A_MEMBER_KEY: u8 = 1;
	/// The key was revoked.
	pub const KEY_REVOKED: u8 = 2;
	/// The member is suspended.
	pub const MEMBER_SUSPENDED: u8 = 3;
	/// The member was expelled.
	pub const MEMBER_EXPELLED: u8 = 4;
	/// The transaction is not signed.
	pub const NOT_SIGNED: u8 = 5;
	/// The member has used the execution time of its quota.
	pub const QUOTA_TIME_USED: u8 = 6;
	/// The member has used the bytes of its quota.
	pub const QUOTA_BYTES_USED: u8 = 7;
}

/// What a code of [`refusal`] says; `None` for a code of someone else.
pub fn refusal_text(code: u8) -> Option<&'static str> {
	Some(match code {
		refusal::NOT_A_MEMBER_KEY => "the signing account is not a key of any member",
		refusal::KEY_REVOKED => "the signing key was revoked",
		refusal::MEMBER_SUSPENDED => "the member of the signing key is suspended",
		refusal::MEMBER_EXPELLED => "the member of the signing key was expelled",
		refusal::NOT_SIGNED => "the transaction is not signed",
		refusal::QUOTA_TIME_USED => {
			"the member has used the execution time of its quota; try again in the next window"
		}
		refusal::QUOTA_BYTES_USED => {
			"the member has used the bytes of its quota; try again in the next window"
		}
		_ => return None,
	})
}

/// A refusal with one of the codes of [`refusal`].
pub(crate) fn refuse(code: u8) -> TransactionValidityError {
	InvalidTransaction::Custom(code).into()
}
