use super::{refusal, refuse};
use crate::{Config, Keys, Members, Pallet, WeightInfo};
use codec::{Decode, DecodeWithMemTracking, Encode};
use core::{fmt, marker::PhantomData};
use frame_support::{
	dispatch::{DispatchClass, DispatchInfo},
	pallet_prelude::TransactionSource,
	weights::Weight,
};
use quanqi_traits::MemberStatus;
use quanqi_types::MemberId;
use scale_info::TypeInfo;
use sp_runtime::{
	impl_tx_ext_default,
	traits::{
		AsSystemOriginSigner, DispatchInfoOf, Dispatchable, TransactionExtension, ValidateResult,
	},
	transaction_validity::{TransactionValidity, TransactionValidityError, ValidTransaction},
};

/// Lets through what a live key of an active member signed, and nothing else.
///
/// Stands before the nonce check, which would tell a stranger about payment instead. It adds no
/// bytes to a transaction and nothing to what is signed.
#[derive(Clone, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
#[scale_info(skip_type_params(T))]
pub struct CheckMember<T>(PhantomData<T>);

impl<T> CheckMember<T> {
	/// The extension.
	pub fn new() -> Self {
		Self(PhantomData)
	}
}

impl<T> Default for CheckMember<T> {
	fn default() -> Self {
		Self::new()
	}
}

impl<T> fmt::Debug for CheckMember<T> {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("CheckMember")
	}
}

impl<T: Config> Pallet<T> {
	/// The member that signs with an account, or the code of [`refusal`] with which its
	/// transactions are refused.
	pub fn signing_member(account: &T::AccountId) -> Result<MemberId, u8> {
		let key = Keys::<T>::get(account).ok_or(refusal::NOT_A_MEMBER_KEY)?;
		if key.revoked.is_some() {
			return Err(refusal::KEY_REVOKED);
		}
		match Members::<T>::get(key.member).map(|record| record.status) {
			Some(MemberStatus::Active) => Ok(key.member),
			Some(MemberStatus::Suspended) => Err(refusal::MEMBER_SUSPENDED),
			Some(MemberStatus::Expelled) => Err(refusal::MEMBER_EXPELLED),
			None => Err(refusal::NOT_A_MEMBER_KEY),
		}
	}
}

impl<T: Config + Send + Sync> TransactionExtension<<T as frame_system::Config>::RuntimeCall>
	for CheckMember<T>
where
	<T as frame_system::Config>::RuntimeCall:
		Dispatchable<Info = DispatchInfo, RuntimeOrigin = T::RuntimeOrigin>,
	T::RuntimeOrigin: AsSystemOriginSigner<T::AccountId> + Clone,
{
	const IDENTIFIER: &'static str = "CheckMember";
	type Implicit = ();
	type Val = ();
	type Pre = ();

	fn weight(&self, _: &<T as frame_system::Config>::RuntimeCall) -> Weight {
		T::WeightInfo::check_member()
	}

	fn validate(
		&self,
		origin: T::RuntimeOrigin,
		_call: &<T as frame_system::Config>::RuntimeCall,
		_info: &DispatchInfoOf<<T as frame_system::Config>::RuntimeCall>,
		_len: usize,
		_self_implicit: Self::Implicit,
		_inherited_implication: &impl Encode,
		_source: TransactionSource,
	) -> ValidateResult<Self::Val, <T as frame_system::Config>::RuntimeCall> {
		let who = origin.as_system_origin_signer().ok_or_else(|| refuse(refusal::NOT_SIGNED))?;
		Pallet::<T>::signing_member(who).map_err(refuse)?;
		Ok((ValidTransaction::default(), (), origin))
	}

	impl_tx_ext_default!(<T as frame_system::Config>::RuntimeCall; prepare);

	/// No unsigned transaction enters the pool.
	fn bare_validate(
		_call: &<T as frame_system::Config>::RuntimeCall,
		_info: &DispatchInfoOf<<T as frame_system::Config>::RuntimeCall>,
		_len: usize,
	) -> TransactionValidity {
		Err(refuse(refusal::NOT_SIGNED))
	}

	/// Inherents are the only unsigned part of a block.
	fn bare_validate_and_prepare(
		_call: &<T as frame_system::Config>::RuntimeCall,
		info: &DispatchInfoOf<<T as frame_system::Config>::RuntimeCall>,
		_len: usize,
	) -> Result<(), TransactionValidityError> {
		match info.class {
			DispatchClass::Mandatory => Ok(()),
			_ => Err(refuse(refusal::NOT_SIGNED)),
		}
	}
}
