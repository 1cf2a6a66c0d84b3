//! Mandates: who may act for whom.

use crate::{
	rules::{self, MandateFault},
	types::{Mandate, MandateShort},
	Config, Error, Event, Mandates, NextMandateId, Pallet,
};
use frame_support::ensure;
use quanqi_types::{Digest, MandateId, MemberId, MemberKind, Moment, Permission, Permissions};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_give_mandate(
		who: &T::AccountId,
		principal: MemberId,
		agent: MemberId,
		permissions: Permissions,
		until: Moment,
		document: Digest,
	) -> DispatchResult {
		let given_by = Self::giver(who, principal)?;
		ensure!(principal != agent, Error::<T>::SelfMandate);
		Self::active_record(agent)?;
		ensure!(rules::is_delegable(&permissions), Error::<T>::PermissionNotDelegable);
		let given = Self::now();
		ensure!(until > given, Error::<T>::MandateEndsInPast);
		let terms = Mandate {
			principal,
			agent,
			permissions,
			until,
			document,
			given_by,
			given,
			revoked: None,
		};
		let mandate = NextMandateId::<T>::try_mutate(|next| {
			let mandate = MandateId(*next);
			*next = next.checked_add(1).ok_or(Error::<T>::NumbersUsedUp)?;
			Ok::<_, DispatchError>(mandate)
		})?;
		Mandates::<T>::insert(mandate, terms);
		Self::deposit_event(Event::MandateGiven { mandate, terms });
		Ok(())
	}

	/// Who gives a mandate with this key: the principal itself, or its sponsor if it is a person.
	fn giver(who: &T::AccountId, principal: MemberId) -> Result<MemberId, DispatchError> {
		let (own, permissions) = Self::active_key(who)?;
		let record = Self::active_record(principal)?;
		let needed = if own == principal {
			Permission::Full
		} else {
			let sponsors = record.sponsor == Some(own) && record.kind == MemberKind::Person;
			ensure!(sponsors, Error::<T>::NotPrincipalNorSponsor);
			Permission::Sponsor
		};
		ensure!(permissions.contains(needed), Error::<T>::PermissionMissing);
		Ok(own)
	}

	pub(crate) fn do_revoke_mandate(who: &T::AccountId, id: MandateId) -> DispatchResult {
		let mandate = Mandates::<T>::get(id).ok_or(Error::<T>::UnknownMandate)?;
		let short = MandateShort::from(id);
		ensure!(mandate.revoked.is_none(), Error::<T>::MandateRevoked(short));
		let (own, permissions) = Self::active_key(who)?;
		let needed = if own == mandate.principal || own == mandate.agent {
			Permission::Full
		} else {
			let sponsored = mandate.given_by != mandate.principal;
			let sponsor = Self::record(mandate.principal)?.sponsor;
			ensure!(sponsored && sponsor == Some(own), Error::<T>::NotOfMandate);
			Permission::Sponsor
		};
		ensure!(permissions.contains(needed), Error::<T>::PermissionMissing);
		Mandates::<T>::insert(id, Mandate { revoked: Some(Self::now()), ..mandate });
		Self::deposit_event(Event::MandateRevoked { mandate: id, by: own });
		Ok(())
	}

	/// The principal in whose name `agent` may do an act of this kind among `parties`.
	pub(crate) fn principal_of(
		id: MandateId,
		agent: MemberId,
		permission: Permission,
		parties: &[MemberId],
	) -> Result<MemberId, DispatchError> {
		let mandate = Mandates::<T>::get(id).ok_or(Error::<T>::UnknownMandate)?;
		let principal = Self::active_record(mandate.principal)?;
		rules::check_mandate(&mandate, agent, principal.sponsor, permission, Self::now(), parties)
			.map_err(|fault| {
				let short = MandateShort::from(id);
				match fault {
					MandateFault::NotTheAgent => Error::<T>::NotTheAgent(short),
					MandateFault::Revoked => Error::<T>::MandateRevoked(short),
					MandateFault::Over => Error::<T>::MandateOver(short),
					MandateFault::NotCovered => Error::<T>::NotCoveredByMandate(short),
					MandateFault::GiverIsNoLongerSponsor => {
						Error::<T>::MandateOfFormerSponsor(short)
					}
					MandateFault::AgentIsParty => Error::<T>::AgentIsParty(short),
					MandateFault::SponsorIsParty => Error::<T>::SponsorIsParty(short),
				}
			})?;
		Ok(mandate.principal)
	}
}
