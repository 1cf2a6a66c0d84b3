//! Words of others: the team accepts, co-owners and who stands in the way consent.

use crate::{pallet::*, types::*};
use alloc::vec::Vec;
use frame_support::ensure;
use quanqi_title::{Actor, Consent, ConsentRole, MandateRef};
use quanqi_traits::{MemberStatus, Members};
use quanqi_types::{Digest, GrantId, MandateId, MemberId, Permission};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_accept(
		who: T::AccountId,
		id: GrantId,
		version: u32,
		agreement: Digest,
		mandate: Option<MandateId>,
	) -> DispatchResult {
		let grant = Self::load(id)?;
		let actor = Self::acting_in_team(&who, &grant, mandate)?;
		Self::check_acceptance(id, &grant, actor.member)?;
		ensure!(grant.version == version, Error::<T>::VersionDiffers);
		let is_same = grant.terms.agreement == agreement;
		ensure!(is_same, Error::<T>::G7AgreementDiffers);
		let acceptance = Acceptance { member: actor.member, mandate: actor.mandate };
		Accepted::<T>::try_append(id, acceptance).map_err(|_| Error::<T>::G4AcceptedAlready)?;
		Self::deposit_event(Event::Accepted { grant: id, member: actor.member, mandate });
		Ok(())
	}

	/// G4: whether a member may accept now.
	pub(crate) fn check_acceptance(
		id: GrantId,
		grant: &Grant,
		member: MemberId,
	) -> Result<(), Error<T>> {
		ensure!(grant.status == GrantStatus::Noticed, Error::<T>::WrongStatus);
		ensure!(grant.notice_closed.is_some(), Error::<T>::NoticeRuns);
		ensure!(grant.terms.team.contains(member), Error::<T>::G4NotBeneficiary);
		let has_accepted = Accepted::<T>::get(id).iter().any(|known| known.member == member);
		ensure!(!has_accepted, Error::<T>::G4AcceptedAlready);
		Ok(())
	}

	/// In whose name a key speaks: for a beneficiary its own, or under a mandate the team's
	/// representative. Where the terms name one, nobody else represents, and it may although it is
	/// of the team; else nobody who is a party (Civil Code art. 168).
	pub(crate) fn acting_in_team(
		who: &T::AccountId,
		grant: &Grant,
		mandate: Option<MandateId>,
	) -> Result<Actor, DispatchError> {
		let Some(id) = mandate else {
			return T::Members::acting(who, Permission::Dispose, None, &[]);
		};
		let representative = grant.terms.representative;
		let mut parties: Vec<_> = Self::parties_of(grant);
		parties.retain(|party| Some(*party) != representative);
		let actor = T::Members::acting(who, Permission::Dispose, Some(id), &parties)?;
		let agent = actor.mandate.map(|mandate| mandate.agent);
		let is_named = representative.is_none() || agent == representative;
		let is_of_team = grant.terms.team.contains(actor.member);
		ensure!(is_named || !is_of_team, Error::<T>::G4NotRepresentative);
		Ok(actor)
	}

	pub(crate) fn do_consent(
		who: T::AccountId,
		id: GrantId,
		version: u32,
		role: ConsentRole,
		behalf: Behalf,
	) -> Result<u32, DispatchError> {
		let grant = Self::load(id)?;
		let (member, mandate) = Self::consenting(&who, &grant, behalf)?;
		ensure!(grant.version == version, Error::<T>::VersionDiffers);
		let missing = Self::missing(id, &grant)?;
		ensure!(missing.contains(&(member, role)), Error::<T>::G6NotAsked);
		let consent = Consent { member, role, deemed: false, mandate };
		Given::<T>::try_append(id, consent).map_err(|_| Error::<T>::G6TooManyConsents)?;
		let mandate = mandate.map(|mandate| mandate.id);
		Self::deposit_event(Event::ConsentGiven { grant: id, member, role, mandate });
		Ok(Self::rights_in(grant.terms.achievement))
	}

	/// In whose name a key consents. Neither an agent nor an administrator may be a party.
	fn consenting(
		who: &T::AccountId,
		grant: &Grant,
		behalf: Behalf,
	) -> Result<(MemberId, Option<MandateRef>), DispatchError> {
		match behalf {
			Behalf::Own => {
				T::Members::member(who, Permission::Dispose).map(|member| (member, None))
			}
			Behalf::Mandate(id) => {
				let parties = Self::parties_of(grant);
				let actor = T::Members::acting(who, Permission::Dispose, Some(id), &parties)?;
				Ok((actor.member, actor.mandate))
			}
			Behalf::Administered(member) => {
				let administrator = T::Members::member(who, Permission::Dispose)?;
				let status = T::Members::facts(member).map(|facts| facts.status);
				let may_consent = status != Some(MemberStatus::Active)
					&& T::Members::is_administrator_of(administrator, member)
					&& !Self::parties_of(grant).contains(&administrator);
				ensure!(may_consent, Error::<T>::G6NotForMember);
				Ok((member, None))
			}
		}
	}
}
