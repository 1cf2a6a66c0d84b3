//! Seats, validators and nodes of institutions.

use crate::{
	origin::{CouncilThreshold, EnsureCouncil},
	rules,
	types::{MemberRef, NodeId, MAX_NODES},
	Config, Error, Event, Members, NodeIds, NodeOwners, Pallet, SeatAccounts, Seats, Validators,
	ValidatorsChanged, WeightInfo,
};
use alloc::vec::Vec;
use frame_support::{
	dispatch::{DispatchErrorWithPostInfo, DispatchResultWithPostInfo, GetDispatchInfo},
	ensure,
	traits::{ChangeMembers, Contains, ValidatorRegistration},
	BoundedVec,
};
use frame_system::RawOrigin;
use quanqi_traits::MemberStatus;
use quanqi_types::{digest::tagged_hash, Capability, ConstU32, MemberId, MemberKind, Permission};
use sp_runtime::{
	traits::{Dispatchable, Get},
	DispatchResult,
};

/// Tag of a seat account.
pub const SEAT_TAG: &[u8] = b"quanqi/seat/1";

impl<T: Config> Pallet<T> {
	/// The keyless account of an institution: validator id, owner of session keys, council seat.
	///
	/// BLAKE2b-256 over the tag and the member's number, four bytes, little end first.
	pub fn seat_account(member: MemberId) -> T::AccountId {
		tagged_hash(SEAT_TAG, &[&member.0.to_le_bytes()]).into()
	}

	/// Opens the seat account of a member, unless it is open. Its provider stays for ever.
	pub(crate) fn open_seat_account(member: MemberId) {
		let account = Self::seat_account(member);
		if !SeatAccounts::<T>::contains_key(&account) {
			SeatAccounts::<T>::insert(&account, member);
			frame_system::Pallet::<T>::inc_providers(&account);
			Self::deposit_event(Event::SeatAccountOpened { member, account });
		}
	}

	/// Seat accounts of members, ascending.
	pub(crate) fn seat_accounts(members: &[MemberId]) -> Vec<T::AccountId> {
		let mut accounts: Vec<_> = members.iter().copied().map(Self::seat_account).collect();
		accounts.sort();
		accounts
	}

	/// Requires that these seats, without the one of `absent`, could pass a motion. Otherwise nobody
	/// could reinstate a suspended seat ever again.
	pub(crate) fn ensure_council_decides(
		seats: &[MemberId],
		absent: Option<MemberId>,
	) -> DispatchResult {
		let votes = |member: &&MemberId| {
			let record = Members::<T>::get(member);
			Some(**member) != absent
				&& record.is_some_and(|record| record.status == MemberStatus::Active)
		};
		let able = u32::try_from(seats.iter().filter(votes).count()).unwrap_or(u32::MAX);
		let all = u32::try_from(seats.len()).unwrap_or(u32::MAX);
		let needed = EnsureCouncil::<T, CouncilThreshold>::threshold_ppm();
		ensure!(rules::reaches(able, all, needed), Error::<T>::CouncilCouldNotDecide);
		Ok(())
	}

	pub(crate) fn do_set_seat(member: MemberId, seated: bool) -> DispatchResult {
		let mut seats = Seats::<T>::get();
		let account = Self::seat_account(member);
		match (seats.binary_search(&member), seated) {
			(Ok(_), true) | (Err(_), false) => return Err(Error::<T>::Unchanged.into()),
			(Err(place), true) => {
				let record = Self::present_record(member)?;
				ensure!(record.kind != MemberKind::Person, Error::<T>::PersonSeated);
				seats.try_insert(place, member).map_err(|_| Error::<T>::TooManySeats)?;
				Self::open_seat_account(member);
				let sorted = Self::seat_accounts(&seats);
				T::Council::change_members_sorted(&[account], &[], &sorted);
			}
			(Ok(place), false) => {
				ensure!(seats.len() > 1, Error::<T>::LastSeat);
				seats.remove(place);
				let sorted = Self::seat_accounts(&seats);
				T::Council::change_members_sorted(&[], &[account], &sorted);
			}
		}
		Self::ensure_council_decides(&seats, None)?;
		Seats::<T>::put(seats);
		Self::deposit_event(Event::SeatChanged { member, old: !seated, new: seated });
		Ok(())
	}

	pub(crate) fn do_act_as_seat(
		who: T::AccountId,
		call: <T as Config>::RuntimeCall,
	) -> DispatchResultWithPostInfo {
		let member = Self::key_with(&who, Permission::Seat)?;
		let seat = Self::seat_account(member);
		ensure!(SeatAccounts::<T>::contains_key(&seat), Error::<T>::NoSeatAccount);
		ensure!(T::SeatCallFilter::contains(&call), Error::<T>::CallNotForSeats);
		let info = call.get_dispatch_info();
		let weight = |actual: Option<_>| {
			let inner = actual.unwrap_or(info.call_weight);
			Some(T::WeightInfo::act_as_seat().saturating_add(inner))
		};
		match call.dispatch(RawOrigin::Signed(seat).into()) {
			Ok(post) => {
				Self::deposit_event(Event::ActedAsSeat { member, key: who });
				Ok(weight(post.actual_weight).into())
			}
			Err(failure) => Err(DispatchErrorWithPostInfo {
				post_info: weight(failure.post_info.actual_weight).into(),
				error: failure.error,
			}),
		}
	}

	pub(crate) fn do_set_validators(
		validators: BoundedVec<MemberId, T::MaxValidators>,
	) -> DispatchResult {
		let mut new = validators;
		new.sort();
		let old = Validators::<T>::get();
		ensure!(old != new, Error::<T>::Unchanged);
		ensure!(
			rules::validator_count_allowed(old.len(), new.len(), T::MinValidators::get()),
			Error::<T>::TooFewValidators
		);
		let mut before = None;
		for member in &new {
			ensure!(before != Some(*member), Error::<T>::ValidatorRepeated);
			before = Some(*member);
			let record = Self::active_record(*member)?;
			let may_validate = record.capabilities.contains(Capability::Validate);
			ensure!(may_validate, Error::<T>::CapabilityMissing);
			let seat = Self::seat_account(*member);
			ensure!(SeatAccounts::<T>::contains_key(&seat), Error::<T>::NoSeatAccount);
			// The session leaves out who has no keys, and would not take it in later by itself.
			ensure!(
				T::SessionKeys::is_registered(&seat),
				Error::<T>::SessionKeysMissing(MemberRef::from(*member))
			);
		}
		Self::put_validators(old, new);
		Ok(())
	}

	pub(crate) fn put_validators(
		old: BoundedVec<MemberId, T::MaxValidators>,
		new: BoundedVec<MemberId, T::MaxValidators>,
	) {
		Validators::<T>::put(&new);
		ValidatorsChanged::<T>::put(true);
		let (old, new) = (old.into_inner(), new.into_inner());
		Self::deposit_event(Event::ValidatorsChanged { old, new });
	}

	pub(crate) fn do_set_node_ids(
		member: MemberId,
		node_ids: BoundedVec<NodeId, ConstU32<MAX_NODES>>,
	) -> DispatchResult {
		let mut new = node_ids;
		new.sort();
		let old = NodeIds::<T>::get(member);
		ensure!(old != new, Error::<T>::Unchanged);
		let mut before = None;
		for node in &new {
			ensure!(rules::is_peer_id(&node.0), Error::<T>::NotAPeerId);
			ensure!(before != Some(node), Error::<T>::NodeRepeated);
			before = Some(node);
			if let Some(owner) = NodeOwners::<T>::get(node).filter(|owner| *owner != member) {
				return Err(Error::<T>::NodeTaken(MemberRef::from(owner)).into());
			}
		}
		old.iter().for_each(NodeOwners::<T>::remove);
		new.iter().for_each(|node| NodeOwners::<T>::insert(node, member));
		NodeIds::<T>::insert(member, &new);
		let (old, new) = (old.into_inner(), new.into_inner());
		Self::deposit_event(Event::NodeIdsChanged { member, old, new });
		Ok(())
	}
}

/// The session takes its validators from here. It gets a set only when the set has changed, so
/// that GRANDPA's set id moves on real changes alone.
impl<T: Config> pallet_session::SessionManager<T::AccountId> for Pallet<T> {
	fn new_session(_: u32) -> Option<Vec<T::AccountId>> {
		ValidatorsChanged::<T>::take()
			.then(|| Self::seat_accounts(&Validators::<T>::get()))
			.filter(|validators| !validators.is_empty())
	}

	fn new_session_genesis(_: u32) -> Option<Vec<T::AccountId>> {
		let validators = Self::seat_accounts(&Validators::<T>::get());
		(!validators.is_empty()).then_some(validators)
	}

	fn start_session(_: u32) {}

	fn end_session(_: u32) {}
}
