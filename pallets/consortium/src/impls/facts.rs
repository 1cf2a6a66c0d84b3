//! The consortium as other pallets see it.

use crate::{Administrators, Config, Error, Members, Pallet};
use frame_support::ensure;
use quanqi_title::{Actor, MandateRef};
use quanqi_traits::{MemberFacts, MemberStatus};
use quanqi_types::{Capability, MandateId, MemberId, Permission};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> quanqi_traits::Members<T::AccountId> for Pallet<T> {
	fn facts(member: MemberId) -> Option<MemberFacts> {
		Members::<T>::get(member).map(|record| MemberFacts {
			kind: record.kind,
			status: record.status,
			state_established: record.state_established,
			sponsor: record.sponsor,
		})
	}

	fn member(who: &T::AccountId, permission: Permission) -> Result<MemberId, DispatchError> {
		Self::key_with(who, permission)
	}

	fn acting(
		who: &T::AccountId,
		permission: Permission,
		mandate: Option<MandateId>,
		parties: &[MemberId],
	) -> Result<Actor, DispatchError> {
		let own = Self::key_with(who, permission)?;
		let Some(id) = mandate else {
			return Ok(Actor { member: own, mandate: None });
		};
		let member = Self::principal_of(id, own, permission, parties)?;
		Ok(Actor { member, mandate: Some(MandateRef { id, agent: own }) })
	}

	fn ensure_capable(member: MemberId, capability: Capability) -> DispatchResult {
		let record = Self::active_record(member)?;
		ensure!(record.capabilities.contains(capability), Error::<T>::CapabilityMissing);
		Ok(())
	}

	fn ensure_active(member: MemberId) -> DispatchResult {
		Self::active_record(member).map(|_| ())
	}

	fn is_administrator_of(administrator: MemberId, member: MemberId) -> bool {
		let appointed = Administrators::<T>::get(member)
			.is_some_and(|present| present.administrator == administrator);
		let needed =
			Members::<T>::get(member).is_some_and(|record| record.status != MemberStatus::Active);
		appointed && needed && Self::ensure_capable(administrator, Capability::Administer).is_ok()
	}

	fn location(member: MemberId) -> Option<quanqi_types::Location> {
		Members::<T>::get(member).map(|record| record.location)
	}

	fn jurisdiction(member: MemberId) -> Option<u32> {
		Members::<T>::get(member)?.jurisdiction
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_place(member: MemberId, kind: quanqi_types::MemberKind, division: u32) {
		Members::<T>::mutate(member, |record| {
			if let Some(record) = record {
				record.kind = kind;
				record.location = quanqi_types::Location::Division(division);
			}
		});
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_member(seed: u32) -> (T::AccountId, MemberId) {
		crate::benchmarking::member::<T>(seed)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_person(seed: u32) -> Option<MemberId> {
		Some(crate::benchmarking::person::<T>(seed))
	}
}
