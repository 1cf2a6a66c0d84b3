//! Sponsorship of persons and enterprises.

use crate::{
	rules, types::Application, Config, Error, Event, Members, Pallet, SponsorOffers, Sponsored,
};
use frame_support::ensure;
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use quanqi_traits::{Members as _, Statutes};
use quanqi_types::{Capability, MemberId, Permission, RuleId, StatuteValue};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// The member that may Sponsor behind a key that may do so for it.
	pub(crate) fn ensure_sponsor(origin: OriginFor<T>) -> Result<MemberId, DispatchError> {
		let who = ensure_signed(origin)?;
		let sponsor = Self::key_with(&who, Permission::Sponsor)?;
		Self::ensure_capable(sponsor, Capability::Sponsor)?;
		Ok(sponsor)
	}

	pub(crate) fn do_sponsor(
		sponsor: MemberId,
		application: &Application<T::AccountId>,
	) -> Result<MemberId, DispatchError> {
		ensure!(rules::may_be_sponsored(application.kind), Error::<T>::KindNotSponsored);
		ensure!(application.capabilities.is_empty(), Error::<T>::CapabilitiesByCouncilOnly);
		Self::count_sponsored(sponsor)?;
		Self::enter(application, Some(sponsor))
	}

	/// How many members one sponsor may have at once; none where no statute says.
	pub(crate) fn sponsor_quota() -> u32 {
		match T::Statutes::version_on(RuleId::SponsorQuota, Self::now()).map(|found| found.value) {
			Some(StatuteValue::Number(quota)) => quota,
			_ => 0,
		}
	}

	fn count_sponsored(sponsor: MemberId) -> DispatchResult {
		Sponsored::<T>::try_mutate(sponsor, |count| {
			ensure!(*count < Self::sponsor_quota(), Error::<T>::SponsorQuotaExceeded);
			*count = count.saturating_add(1);
			Ok(())
		})
	}

	pub(crate) fn do_replace_sponsor(member: MemberId, sponsor: MemberId) -> DispatchResult {
		let mut record = Self::present_record(member)?;
		ensure!(rules::may_be_sponsored(record.kind), Error::<T>::KindNotSponsored);
		ensure!(member != sponsor, Error::<T>::SelfSponsored);
		let old = record.sponsor;
		ensure!(old != Some(sponsor), Error::<T>::Unchanged);
		Self::ensure_capable(sponsor, Capability::Sponsor)?;
		Self::count_sponsored(sponsor)?;
		if let Some(former) = old {
			Sponsored::<T>::mutate(former, |count| *count = count.saturating_sub(1));
		}
		record.sponsor = Some(sponsor);
		Members::<T>::insert(member, record);
		SponsorOffers::<T>::remove(member);
		Self::deposit_event(Event::SponsorChanged { member, old, new: sponsor });
		Ok(())
	}

	pub(crate) fn do_offer_sponsorship(
		sponsor: MemberId,
		member: MemberId,
		to: Option<MemberId>,
	) -> DispatchResult {
		let record = Self::present_record(member)?;
		ensure!(record.sponsor == Some(sponsor), Error::<T>::NotTheSponsor);
		if let Some(to) = to {
			ensure!(to != sponsor, Error::<T>::Unchanged);
			ensure!(to != member, Error::<T>::SelfSponsored);
			Self::ensure_capable(to, Capability::Sponsor)?;
		}
		let old = SponsorOffers::<T>::get(member);
		ensure!(old != to, Error::<T>::Unchanged);
		SponsorOffers::<T>::set(member, to);
		Self::deposit_event(Event::SponsorshipOffered { member, old, new: to });
		Ok(())
	}

	pub(crate) fn do_accept_sponsorship(sponsor: MemberId, member: MemberId) -> DispatchResult {
		let offered = SponsorOffers::<T>::get(member);
		ensure!(offered == Some(sponsor), Error::<T>::SponsorshipNotOffered);
		Self::do_replace_sponsor(member, sponsor)
	}
}
