//! The only way to root: what the council decided, after its delay. And the quota.

use crate::{
	types::{Enactment, Quota, MAX_ENACTMENTS},
	Config, Enactments, Error, Event, NextEnactmentId, Pallet, QuotaLimit, WeightInfo,
};
use codec::{DecodeLimit, Encode};
use frame_support::{
	dispatch::{DispatchClass, DispatchResultWithPostInfo, GetDispatchInfo},
	ensure,
	traits::Backing,
	weights::Weight,
	BoundedVec,
};
use frame_system::RawOrigin;
use quanqi_traits::Statutes;
use quanqi_types::{MemberId, RuleId};
use sp_runtime::{
	traits::{Dispatchable, Get, Hash},
	DispatchError, DispatchResult,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_schedule_enactment(
		call: &<T as Config>::RuntimeCall,
		votes: &Backing,
	) -> DispatchResult {
		ensure!(Enactments::<T>::count() < MAX_ENACTMENTS, Error::<T>::TooManyEnactments);
		let bytes = call.encode();
		let call_hash = T::Hashing::hash(&bytes);
		let call = BoundedVec::try_from(bytes).map_err(|_| Error::<T>::EnactmentTooLong)?;
		let now = Self::now();
		let term = T::Statutes::term_on(RuleId::EnactDelay, now)
			.ok_or(Error::<T>::EnactDelayNotGoverned)?;
		let due =
			T::Statutes::end_of_term(term, now).ok_or(Error::<T>::EnactDelayNotGoverned)?.moment;
		let enactment = NextEnactmentId::<T>::try_mutate(|next| {
			let enactment = *next;
			*next = next.checked_add(1).ok_or(Error::<T>::NumbersUsedUp)?;
			Ok::<_, DispatchError>(enactment)
		})?;
		let (approvals, seats) = (votes.approvals, votes.eligible);
		Enactments::<T>::insert(enactment, Enactment { call, due, approvals, seats });
		Self::deposit_event(Event::EnactmentScheduled {
			enactment,
			call_hash,
			due,
			approvals,
			seats,
		});
		Ok(())
	}

	pub(crate) fn do_cancel_enactment(enactment: u32) -> DispatchResult {
		Enactments::<T>::take(enactment).ok_or(Error::<T>::UnknownEnactment)?;
		Self::deposit_event(Event::EnactmentCancelled { enactment });
		Ok(())
	}

	pub(crate) fn do_enact(
		by: MemberId,
		enactment: u32,
		call_weight_limit: Weight,
	) -> DispatchResultWithPostInfo {
		let waiting = Enactments::<T>::get(enactment).ok_or(Error::<T>::UnknownEnactment)?;
		ensure!(Self::now() >= waiting.due, Error::<T>::EnactmentNotDue);
		let call = <T as Config>::RuntimeCall::decode_all_with_depth_limit(
			frame_support::MAX_EXTRINSIC_DEPTH,
			&mut &waiting.call[..],
		)
		.map_err(|_| Error::<T>::EnactmentUndecodable)?;
		let info = call.get_dispatch_info();
		ensure!(info.call_weight.all_lte(call_weight_limit), Error::<T>::EnactmentWeightTooLow);
		// Gone before it runs: a call that comes back here finds nothing.
		Enactments::<T>::remove(enactment);
		let outcome = call.dispatch(RawOrigin::Root.into());
		let (post, result) = match outcome {
			Ok(post) => (post, Ok(())),
			Err(failure) => (failure.post_info, Err(failure.error)),
		};
		Self::deposit_event(Event::Enacted { enactment, by, result });
		let used = post.actual_weight.unwrap_or(info.call_weight);
		Ok(Some(T::WeightInfo::enact().saturating_add(used)).into())
	}

	pub(crate) fn do_set_quota(new: Quota) -> DispatchResult {
		let old = QuotaLimit::<T>::get();
		ensure!(old != new, Error::<T>::Unchanged);
		ensure!(Self::leaves_room_for_a_block(&new), Error::<T>::QuotaTooSmall);
		QuotaLimit::<T>::put(new);
		Self::deposit_event(Event::QuotaChanged { old, new });
		Ok(())
	}

	/// Whether a member can fill one block in each window: a lower quota could keep the council from
	/// raising it again.
	pub(crate) fn leaves_room_for_a_block(quota: &Quota) -> bool {
		let block = T::BlockWeights::get().max_block.ref_time();
		let bytes = *T::BlockLength::get().max.get(DispatchClass::Operational);
		quota.window_blocks > 0 && quota.ref_time >= block && quota.bytes >= u64::from(bytes)
	}
}
