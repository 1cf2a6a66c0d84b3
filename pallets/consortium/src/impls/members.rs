//! Admission, change, suspension and expulsion of members.

use crate::{
	rules,
	types::{
		Application, BulkMode, Identity, IdentityKey, MemberRecord, MemberRef, NodeId, StatusSteps,
	},
	Administrators, ByIdentity, Config, Error, Event, Members, NextMemberId, NodeIds, NodeOwners,
	Pallet, Seats, SponsorOffers, Sponsored, Validators,
};
use alloc::vec::Vec;
use frame_support::{ensure, storage::with_storage_layer};
use quanqi_traits::MemberStatus;
use quanqi_types::{
	bounds::MAX_NAME_BYTES, Capabilities, Capability, CreditCode, Location, MemberId, MemberKind,
	Text,
};
use sp_runtime::{traits::Get, DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// The record of a member.
	pub(crate) fn record(member: MemberId) -> Result<MemberRecord, DispatchError> {
		Members::<T>::get(member).ok_or_else(|| Error::<T>::UnknownMember.into())
	}

	/// The record of a member that is not out.
	pub(crate) fn present_record(member: MemberId) -> Result<MemberRecord, DispatchError> {
		let record = Self::record(member)?;
		ensure!(record.status != MemberStatus::Expelled, Error::<T>::MemberExpelled);
		Ok(record)
	}

	pub(crate) fn do_admit(
		application: &Application<T::AccountId>,
	) -> Result<MemberId, DispatchError> {
		ensure!(application.kind != MemberKind::Person, Error::<T>::PersonNeedsSponsor);
		Self::enter(application, None)
	}

	/// Enters a new member with its first keys.
	pub(crate) fn enter(
		application: &Application<T::AccountId>,
		sponsor: Option<MemberId>,
	) -> Result<MemberId, DispatchError> {
		let Application { kind, identity, credit_code, location, state_established, .. } =
			application;
		let key = rules::identity_key(*kind, identity, *credit_code, location)
			.map_err(Error::<T>::from)?;
		rules::check_establishment(*kind, *state_established).map_err(Error::<T>::from)?;
		rules::check_capabilities(*kind, &application.capabilities, application.jurisdiction)
			.map_err(Error::<T>::from)?;
		rules::check_first_keys(&application.keys).map_err(Error::<T>::from)?;
		Self::ensure_identity_free(&key)?;

		let member = Self::next_member_id()?;
		let record = MemberRecord {
			kind: *kind,
			identity: identity.clone(),
			credit_code: *credit_code,
			location: location.clone(),
			state_established: *state_established,
			status: MemberStatus::Active,
			capabilities: application.capabilities,
			jurisdiction: application.jurisdiction,
			sponsor,
			admitted: Self::now(),
		};
		ByIdentity::<T>::insert(key, member);
		Members::<T>::insert(member, record);
		Self::deposit_event(Event::MemberAdmitted {
			member,
			kind: *kind,
			sponsor,
			capabilities: application.capabilities,
		});
		for grant in &application.keys {
			Self::bind_key(member, grant.account.clone(), grant.permissions)?;
		}
		if application.capabilities.contains(Capability::Validate) {
			Self::open_seat_account(member);
		}
		Ok(member)
	}

	fn next_member_id() -> Result<MemberId, DispatchError> {
		NextMemberId::<T>::try_mutate(|next| {
			let member = MemberId(*next);
			*next = next.checked_add(1).ok_or(Error::<T>::NumbersUsedUp)?;
			Ok(member)
		})
	}

	fn ensure_identity_free(key: &IdentityKey) -> DispatchResult {
		match ByIdentity::<T>::get(key) {
			Some(other) => Err(Error::<T>::IdentityTaken(MemberRef::from(other)).into()),
			None => Ok(()),
		}
	}

	/// Runs `enter` for each application, all or none or each on its own.
	pub(crate) fn in_bulk(
		applications: &[Application<T::AccountId>],
		mode: BulkMode,
		enter: impl Fn(&Application<T::AccountId>) -> Result<MemberId, DispatchError>,
	) -> DispatchResult {
		let (mut taken, mut refused) = (0u32, 0u32);
		for (index, application) in (0u32..).zip(applications) {
			match (with_storage_layer(|| enter(application)), mode) {
				(Ok(_), _) => taken = taken.saturating_add(1),
				(Err(error), BulkMode::AllOrNone) => return Err(error),
				(Err(error), BulkMode::EachOnItsOwn) => {
					refused = refused.saturating_add(1);
					Self::deposit_event(Event::BulkItemRefused { index, error });
				}
			}
		}
		Self::deposit_event(Event::BulkFinished { taken, refused });
		Ok(())
	}

	pub(crate) fn do_rename(member: MemberId, name: Text<MAX_NAME_BYTES>) -> DispatchResult {
		let mut record = Self::present_record(member)?;
		ensure!(name.validate().is_ok(), Error::<T>::NameNotText);
		let Identity::Named(old) = record.identity else {
			return Err(Error::<T>::CommitmentFixed.into());
		};
		ensure!(old != name, Error::<T>::Unchanged);
		record.identity = Identity::Named(name.clone());
		Members::<T>::insert(member, record);
		Self::deposit_event(Event::NameChanged { member, old, new: name });
		Ok(())
	}

	pub(crate) fn do_change_registration(
		member: MemberId,
		location: Location,
		credit_code: Option<CreditCode>,
	) -> DispatchResult {
		let old = Self::present_record(member)?;
		let new = MemberRecord { location, credit_code, ..old.clone() };
		ensure!(old != new, Error::<T>::Unchanged);
		let old_key = Self::identity_key(&old)?;
		let new_key = Self::identity_key(&new)?;
		if old_key != new_key {
			Self::ensure_identity_free(&new_key)?;
			ByIdentity::<T>::remove(old_key);
			ByIdentity::<T>::insert(new_key, member);
		}
		Members::<T>::insert(member, &new);
		if old.location != new.location {
			let (old, new) = (old.location, new.location);
			Self::deposit_event(Event::LocationChanged { member, old, new });
		}
		if old.credit_code != new.credit_code {
			let (old, new) = (old.credit_code, new.credit_code);
			Self::deposit_event(Event::CreditCodeChanged { member, old, new });
		}
		Ok(())
	}

	/// What a member is found by.
	pub(crate) fn identity_key(record: &MemberRecord) -> Result<IdentityKey, DispatchError> {
		rules::identity_key(record.kind, &record.identity, record.credit_code, &record.location)
			.map_err(|fault| Error::<T>::from(fault).into())
	}

	pub(crate) fn do_change_kind(
		member: MemberId,
		kind: MemberKind,
		state_established: bool,
	) -> DispatchResult {
		let old = Self::present_record(member)?;
		let person = |kind| kind == MemberKind::Person;
		ensure!(person(old.kind) == person(kind), Error::<T>::PersonKindFixed);
		ensure!(
			old.sponsor.is_none() || rules::may_be_sponsored(kind),
			Error::<T>::KindNotSponsored
		);
		rules::check_establishment(kind, state_established).map_err(Error::<T>::from)?;
		let new = MemberRecord { kind, state_established, ..old.clone() };
		ensure!(old != new, Error::<T>::Unchanged);
		Members::<T>::insert(member, new);
		if old.kind != kind {
			Self::deposit_event(Event::KindChanged { member, old: old.kind, new: kind });
		}
		if old.state_established != state_established {
			Self::deposit_event(Event::StateEstablishedChanged {
				member,
				old: old.state_established,
				new: state_established,
			});
		}
		Ok(())
	}

	pub(crate) fn do_change_capabilities(
		member: MemberId,
		capabilities: Capabilities,
		jurisdiction: Option<u32>,
	) -> DispatchResult {
		let old = Self::present_record(member)?;
		rules::check_capabilities(old.kind, &capabilities, jurisdiction)
			.map_err(Error::<T>::from)?;
		let new = MemberRecord { capabilities, jurisdiction, ..old.clone() };
		ensure!(old != new, Error::<T>::Unchanged);
		let validates = capabilities.contains(Capability::Validate);
		ensure!(validates || !Validators::<T>::get().contains(&member), Error::<T>::StillValidator);
		Members::<T>::insert(member, new);
		if validates {
			Self::open_seat_account(member);
		}
		if old.capabilities != capabilities {
			Self::deposit_event(Event::CapabilitiesChanged {
				member,
				old: old.capabilities,
				new: capabilities,
			});
		}
		if old.jurisdiction != jurisdiction {
			Self::deposit_event(Event::JurisdictionChanged {
				member,
				old: old.jurisdiction,
				new: jurisdiction,
			});
		}
		Ok(())
	}

	fn step_status(
		member: MemberId,
		step: impl Fn(MemberStatus) -> Option<MemberStatus>,
	) -> Result<MemberRecord, DispatchError> {
		let mut record = Self::record(member)?;
		let old = record.status;
		let new = step(old).ok_or(Error::<T>::WrongStatus)?;
		record.status = new;
		Members::<T>::insert(member, &record);
		Self::deposit_event(Event::StatusChanged { member, old, new });
		Ok(record)
	}

	pub(crate) fn do_suspend(member: MemberId) -> DispatchResult {
		Self::step_status(member, StatusSteps::suspended)?;
		let seats = Seats::<T>::get();
		match seats.contains(&member) {
			true => Self::ensure_council_decides(&seats, Some(member)),
			false => Ok(()),
		}
	}

	pub(crate) fn do_reinstate(member: MemberId) -> DispatchResult {
		Self::step_status(member, StatusSteps::reinstated)?;
		if Administrators::<T>::contains_key(member) {
			Self::do_remove_administrator(member)?;
		}
		Ok(())
	}

	pub(crate) fn do_expel(member: MemberId) -> DispatchResult {
		let record = Self::step_status(member, StatusSteps::expelled)?;
		if let Some(sponsor) = record.sponsor {
			Sponsored::<T>::mutate(sponsor, |count| *count = count.saturating_sub(1));
		}
		if let Some(offered) = SponsorOffers::<T>::take(member) {
			let (old, new) = (Some(offered), None);
			Self::deposit_event(Event::SponsorshipOffered { member, old, new });
		}
		if Seats::<T>::get().contains(&member) {
			Self::do_set_seat(member, false)?;
		}
		Self::retire_validator(member)?;
		Self::forget_nodes(member);
		Ok(())
	}

	fn retire_validator(member: MemberId) -> DispatchResult {
		let old = Validators::<T>::get();
		let mut new = old.clone();
		new.retain(|validator| *validator != member);
		if new.len() < old.len() {
			ensure!(
				rules::validator_count_allowed(old.len(), new.len(), T::MinValidators::get()),
				Error::<T>::TooFewValidators
			);
			Self::put_validators(old, new);
		}
		Ok(())
	}

	fn forget_nodes(member: MemberId) {
		let old = NodeIds::<T>::take(member).into_inner();
		if !old.is_empty() {
			old.iter().for_each(NodeOwners::<T>::remove);
			let new = Vec::<NodeId>::new();
			Self::deposit_event(Event::NodeIdsChanged { member, old, new });
		}
	}
}
