//! Keys: an account belongs to one member for ever.

use crate::{
	rules, types::KeyRecord, types::MemberRecord, types::MemberRef, Config, Error, Event, Keys,
	MemberKeys, Pallet,
};
use frame_support::ensure;
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use quanqi_traits::MemberStatus;
use quanqi_types::{MemberId, Permission, Permissions};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// The active member whose live key `who` is, and what the key may do.
	pub(crate) fn active_key(who: &T::AccountId) -> Result<(MemberId, Permissions), DispatchError> {
		let key = Keys::<T>::get(who).ok_or(Error::<T>::NotAMemberKey)?;
		ensure!(key.revoked.is_none(), Error::<T>::KeyRevoked);
		Self::active_record(key.member)?;
		Ok((key.member, key.permissions))
	}

	/// The record of a member that takes part.
	pub(crate) fn active_record(member: MemberId) -> Result<MemberRecord, DispatchError> {
		let record = Self::record(member)?;
		match record.status {
			MemberStatus::Active => Ok(record),
			MemberStatus::Suspended => Err(Error::<T>::MemberSuspended.into()),
			MemberStatus::Expelled => Err(Error::<T>::MemberExpelled.into()),
		}
	}

	/// The active member behind a full key.
	pub(crate) fn ensure_full_key(origin: OriginFor<T>) -> Result<MemberId, DispatchError> {
		let who = ensure_signed(origin)?;
		let (member, permissions) = Self::active_key(&who)?;
		ensure!(rules::is_full(&permissions), Error::<T>::PermissionMissing);
		Ok(member)
	}

	/// Binds an account for ever. Its provider is never given back: a reaped account would begin
	/// again with nonce 0, and old transactions could be sent a second time.
	pub(crate) fn bind_key(
		member: MemberId,
		account: T::AccountId,
		permissions: Permissions,
	) -> DispatchResult {
		ensure!(!permissions.is_empty(), Error::<T>::KeyWithoutPermission);
		if let Some(known) = Keys::<T>::get(&account) {
			let of = MemberRef::from(known.member);
			let error = match known.revoked {
				Some(_) => Error::<T>::KeyWasRevoked(of),
				None => Error::<T>::KeyTaken(of),
			};
			return Err(error.into());
		}
		MemberKeys::<T>::try_mutate(member, |keys| keys.try_push(account.clone()))
			.map_err(|_| Error::<T>::TooManyKeys)?;
		let record = KeyRecord { member, permissions, bound: Self::now(), revoked: None };
		Keys::<T>::insert(&account, record);
		frame_system::Pallet::<T>::inc_providers(&account);
		Self::deposit_event(Event::KeyBound { member, account, permissions });
		Ok(())
	}

	pub(crate) fn do_add_key(
		member: MemberId,
		account: T::AccountId,
		permissions: Permissions,
	) -> DispatchResult {
		Self::bind_key(member, account, permissions)
	}

	/// A live key of a member.
	fn live_key(member: MemberId, account: &T::AccountId) -> Result<KeyRecord, DispatchError> {
		Keys::<T>::get(account)
			.filter(|key| key.member == member && key.revoked.is_none())
			.ok_or_else(|| Error::<T>::NotAKeyOfMember.into())
	}

	/// Whether a member has a full key besides this one.
	fn has_other_full_key(member: MemberId, account: &T::AccountId) -> bool {
		MemberKeys::<T>::get(member)
			.iter()
			.filter(|other| *other != account)
			.filter_map(Keys::<T>::get)
			.any(|key| rules::is_full(&key.permissions))
	}

	pub(crate) fn do_revoke_key(member: MemberId, account: &T::AccountId) -> DispatchResult {
		let key = Self::live_key(member, account)?;
		ensure!(Self::has_other_full_key(member, account), Error::<T>::LastFullKey);
		Self::retire_key(account, key);
		Ok(())
	}

	fn retire_key(account: &T::AccountId, key: KeyRecord) {
		let KeyRecord { member, permissions, .. } = key;
		MemberKeys::<T>::mutate(member, |keys| keys.retain(|other| other != account));
		Keys::<T>::insert(account, KeyRecord { revoked: Some(Self::now()), ..key });
		Self::deposit_event(Event::KeyRevoked { member, account: account.clone(), permissions });
	}

	pub(crate) fn do_set_key_permissions(
		member: MemberId,
		account: &T::AccountId,
		new: Permissions,
	) -> DispatchResult {
		let key = Self::live_key(member, account)?;
		let old = key.permissions;
		ensure!(!new.is_empty(), Error::<T>::KeyWithoutPermission);
		ensure!(old != new, Error::<T>::Unchanged);
		ensure!(
			rules::is_full(&new) || Self::has_other_full_key(member, account),
			Error::<T>::LastFullKey
		);
		Keys::<T>::insert(account, KeyRecord { permissions: new, ..key });
		let account = account.clone();
		Self::deposit_event(Event::KeyPermissionsChanged { member, account, old, new });
		Ok(())
	}

	pub(crate) fn do_reset_keys(member: MemberId, account: T::AccountId) -> DispatchResult {
		Self::present_record(member)?;
		for old in MemberKeys::<T>::get(member) {
			if let Some(key) = Keys::<T>::get(&old) {
				Self::retire_key(&old, key);
			}
		}
		Self::bind_key(member, account, Permissions::FULL)
	}

	/// Whether a key that is full, or has this permission, stands behind `who`.
	pub(crate) fn key_with(
		who: &T::AccountId,
		permission: Permission,
	) -> Result<MemberId, DispatchError> {
		let (member, permissions) = Self::active_key(who)?;
		ensure!(permissions.contains(permission), Error::<T>::PermissionMissing);
		Ok(member)
	}
}
