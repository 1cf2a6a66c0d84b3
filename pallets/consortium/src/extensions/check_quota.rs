use super::{refusal, refuse};
use crate::{
	rules::{self, QuotaFault},
	types::QuotaUse,
	Config, Pallet, QuotaLimit, QuotaUsed, WeightInfo,
};
use codec::{Decode, DecodeWithMemTracking, Encode};
use core::{fmt, marker::PhantomData};
use frame_support::{dispatch::DispatchInfo, pallet_prelude::TransactionSource, weights::Weight};
use quanqi_types::MemberId;
use scale_info::TypeInfo;
use sp_runtime::{
	traits::{
		AsSystemOriginSigner, DispatchInfoOf, DispatchOriginOf, Dispatchable, TransactionExtension,
		UniqueSaturatedInto, ValidateResult,
	},
	transaction_validity::{
		InvalidTransaction, TransactionValidityError, UnknownTransaction, ValidTransaction,
	},
};

/// Refuses what goes beyond the quota of a member, and counts what does not.
///
/// Stands after the nonce check, so that only what runs is counted. It counts the weight that a
/// call announces, whatever it uses in the end. It adds no bytes to a transaction and nothing to
/// what is signed.
#[derive(Clone, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
#[scale_info(skip_type_params(T))]
pub struct CheckQuota<T>(PhantomData<T>);

impl<T> CheckQuota<T> {
	/// The extension.
	pub fn new() -> Self {
		Self(PhantomData)
	}
}

impl<T> Default for CheckQuota<T> {
	fn default() -> Self {
		Self::new()
	}
}

impl<T> fmt::Debug for CheckQuota<T> {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("CheckQuota")
	}
}

/// How a transaction over the quota is refused. Whoever hands it in is told the code, and a pool that
/// took it in an earlier block keeps it: to the pool, `Unknown` is no verdict, and an author who meets
/// it passes it over as one that does not fit this block.
fn over_quota(code: u8, source: TransactionSource) -> TransactionValidityError {
	match source {
		TransactionSource::InBlock => InvalidTransaction::ExhaustsResources.into(),
		TransactionSource::Local | TransactionSource::External => {
			UnknownTransaction::Custom(code).into()
		}
	}
}

impl<T: Config> Pallet<T> {
	/// What a member has used after a call of this weight and length, or the code of [`refusal`].
	pub(crate) fn quota_after(
		member: MemberId,
		weight: Weight,
		len: usize,
	) -> Result<QuotaUse, u8> {
		let block = frame_system::Pallet::<T>::block_number().unique_saturated_into();
		let bytes = u64::try_from(len).unwrap_or(u64::MAX);
		let (limit, used) = (QuotaLimit::<T>::get(), QuotaUsed::<T>::get(member));
		rules::use_quota(&limit, used, block, weight.ref_time(), bytes).map_err(|fault| match fault
		{
			QuotaFault::RefTime => refusal::QUOTA_TIME_USED,
			QuotaFault::Bytes => refusal::QUOTA_BYTES_USED,
		})
	}
}

impl<T: Config + Send + Sync> TransactionExtension<<T as frame_system::Config>::RuntimeCall>
	for CheckQuota<T>
where
	<T as frame_system::Config>::RuntimeCall:
		Dispatchable<Info = DispatchInfo, RuntimeOrigin = T::RuntimeOrigin>,
	T::RuntimeOrigin: AsSystemOriginSigner<T::AccountId> + Clone,
{
	const IDENTIFIER: &'static str = "CheckQuota";
	type Implicit = ();
	type Val = (MemberId, QuotaUse);
	type Pre = ();

	fn weight(&self, _: &<T as frame_system::Config>::RuntimeCall) -> Weight {
		T::WeightInfo::check_quota()
	}

	fn validate(
		&self,
		origin: T::RuntimeOrigin,
		_call: &<T as frame_system::Config>::RuntimeCall,
		info: &DispatchInfoOf<<T as frame_system::Config>::RuntimeCall>,
		len: usize,
		_self_implicit: Self::Implicit,
		_inherited_implication: &impl Encode,
		source: TransactionSource,
	) -> ValidateResult<Self::Val, <T as frame_system::Config>::RuntimeCall> {
		let who = origin.as_system_origin_signer().ok_or_else(|| refuse(refusal::NOT_SIGNED))?;
		let member = Pallet::<T>::signing_member(who).map_err(refuse)?;
		let used = Pallet::<T>::quota_after(member, info.total_weight(), len)
			.map_err(|code| over_quota(code, source))?;
		Ok((ValidTransaction::default(), (member, used), origin))
	}

	fn prepare(
		self,
		(member, used): Self::Val,
		_origin: &DispatchOriginOf<<T as frame_system::Config>::RuntimeCall>,
		_call: &<T as frame_system::Config>::RuntimeCall,
		_info: &DispatchInfoOf<<T as frame_system::Config>::RuntimeCall>,
		_len: usize,
	) -> Result<Self::Pre, TransactionValidityError> {
		QuotaUsed::<T>::insert(member, used);
		Ok(())
	}
}
