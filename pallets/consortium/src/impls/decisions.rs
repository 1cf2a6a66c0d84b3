//! Decisions about a member: its administrator and its successors.

use crate::{
	types::{Administration, Decider, Document, Succession, SuccessionCause},
	Administrators, Config, Error, Event, Pallet, Successions,
};
use frame_support::{ensure, traits::EnsureOrigin};
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use quanqi_traits::{MemberStatus, Members as _};
use quanqi_types::{Capability, MemberId, MemberKind, Permission};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// The council, or a member that may Adjudicate and is none of the parties.
	pub(crate) fn ensure_decider(
		origin: OriginFor<T>,
		parties: &[MemberId],
	) -> Result<Decider, DispatchError> {
		let origin = match T::CouncilOrigin::try_origin(origin) {
			Ok(_) => return Ok(Decider::Council),
			Err(origin) => origin,
		};
		let who = ensure_signed(origin)?;
		let member = Self::key_with(&who, Permission::Authority)?;
		Self::ensure_capable(member, Capability::Adjudicate)?;
		ensure!(!parties.contains(&member), Error::<T>::AdjudicatorIsParty);
		Ok(Decider::Adjudicator(member))
	}

	pub(crate) fn do_appoint_administrator(
		decided_by: Decider,
		member: MemberId,
		administrator: MemberId,
		decision: Document,
	) -> DispatchResult {
		let record = Self::record(member)?;
		ensure!(record.status != MemberStatus::Active, Error::<T>::MemberSignsItself);
		ensure!(member != administrator, Error::<T>::SelfAdministration);
		Self::ensure_capable(administrator, Capability::Administer)?;
		ensure!(decision.number.validate().is_ok(), Error::<T>::DocumentNumberNotText);
		let old = Administrators::<T>::get(member).map(|present| present.administrator);
		let appointed = Self::now();
		Administrators::<T>::insert(
			member,
			Administration { administrator, decided_by, decision, appointed },
		);
		Self::deposit_event(Event::AdministratorAppointed {
			member,
			old,
			new: administrator,
			decided_by,
		});
		Ok(())
	}

	pub(crate) fn do_remove_administrator(member: MemberId) -> DispatchResult {
		let present = Administrators::<T>::take(member).ok_or(Error::<T>::NoAdministrator)?;
		let administrator = present.administrator;
		Self::deposit_event(Event::AdministratorRemoved { member, administrator });
		Ok(())
	}

	pub(crate) fn do_record_succession(
		decided_by: Decider,
		member: MemberId,
		successor: MemberId,
		cause: SuccessionCause,
		decision: Document,
	) -> DispatchResult {
		let record = Self::record(member)?;
		Self::present_record(successor)?;
		ensure!(member != successor, Error::<T>::SelfSuccession);
		let person = record.kind == MemberKind::Person;
		ensure!((cause == SuccessionCause::Death) == person, Error::<T>::CauseDoesNotFitKind);
		ensure!(decision.number.validate().is_ok(), Error::<T>::DocumentNumberNotText);
		let recorded = Self::now();
		Successions::<T>::try_mutate(member, |successions| {
			let same = |known: &Succession| {
				known.successor == successor && known.decision.digest == decision.digest
			};
			ensure!(!successions.iter().any(same), Error::<T>::SuccessionRepeated);
			successions
				.try_push(Succession { successor, cause, decided_by, decision, recorded })
				.map_err(|_| DispatchError::from(Error::<T>::TooManySuccessors))
		})?;
		Self::deposit_event(Event::SuccessionRecorded { member, successor, cause, decided_by });
		Ok(())
	}
}
