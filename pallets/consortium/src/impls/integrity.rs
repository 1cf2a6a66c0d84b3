//! What must hold between the limits of the runtime and those of this pallet.

use crate::{
	types::{Application, Quota},
	Config, Pallet, WeightInfo,
};
use codec::MaxEncodedLen;
use frame_support::dispatch::DispatchClass;
use quanqi_types::bounds::MAX_BULK_RECORDS;
use sp_runtime::traits::Get;

impl<T: Config> Pallet<T> {
	/// Checks the configuration; run by a test of the runtime.
	#[cfg_attr(not(feature = "std"), allow(dead_code, reason = "the hook exists with std only"))]
	pub(crate) fn do_integrity_test() {
		let most = T::BlockWeights::get().get(DispatchClass::Normal).max_extrinsic;
		let dearest = [
			T::WeightInfo::admit_many(MAX_BULK_RECORDS, MAX_BULK_RECORDS),
			T::WeightInfo::sponsor_many(MAX_BULK_RECORDS, MAX_BULK_RECORDS),
			T::WeightInfo::set_validators(T::MaxValidators::get()),
		];
		quanqi_traits::assert_calls_fit(most, dearest);

		let record = Application::<T::AccountId>::max_encoded_len();
		let length =
			u64::try_from(record).unwrap_or(u64::MAX).saturating_mul(u64::from(MAX_BULK_RECORDS));
		let block = u64::from(*T::BlockLength::get().max.get(DispatchClass::Normal));
		assert!(length <= block, "a full bulk call of {length} bytes fits a block");

		assert!(T::MinValidators::get() > 0, "a chain has a validator");
		assert!(T::MinValidators::get() <= T::MaxValidators::get(), "the floor is below the bound");
		assert!(T::MaxSeats::get() > 0, "a council has a seat");
		assert!(
			Self::leaves_room_for_a_block(&Quota::default()),
			"the first quota leaves room for a block"
		);
	}
}
