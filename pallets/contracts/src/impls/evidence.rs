//! Evidence of performance and industrialisation (C12).

use crate::{
	Config, Contract, ContractState, Contracts, Error, Event, Evidence, EvidenceKind, EvidenceOf,
	Label, Pallet, Terms,
};
use frame_support::ensure;
use quanqi_traits::Members;
use quanqi_types::{Capability, ContractId, Digest, MemberId, Moment, Permission};
use sp_runtime::{DispatchError, DispatchResult};

/// Capabilities of those who attest evidence without being a party.
const ATTESTERS: [Capability; 4] = [
	Capability::Audit,
	Capability::RegisterContracts,
	Capability::AttestPayments,
	Capability::OperatePool,
];

impl<T: Config> Pallet<T> {
	/// Who attests: a party, or a member with one of the capabilities.
	fn attester(who: &T::AccountId, terms: &Terms) -> Result<MemberId, DispatchError> {
		if let Ok(party) = T::Members::member(who, Permission::Dispose) {
			if terms.role_of(party).is_some() {
				return Ok(party);
			}
		}
		let member = T::Members::member(who, Permission::Authority)?;
		let may =
			ATTESTERS.iter().any(|needed| T::Members::ensure_capable(member, *needed).is_ok());
		ensure!(may, Error::<T>::NotAttester);
		Ok(member)
	}

	pub(crate) fn do_add_evidence(
		who: T::AccountId,
		id: ContractId,
		kind: EvidenceKind,
		label: Label,
		digest: Digest,
		date: Moment,
	) -> DispatchResult {
		let mut contract = Self::load(id)?;
		let terms = Self::present_terms(id, &contract)?;
		let attester = Self::attester(&who, &terms)?;
		ensure!(contract.state != ContractState::Draft, Error::<T>::WrongState);
		Self::ensure_text(&label)?;
		ensure!(date <= Self::present(), Error::<T>::DateInFuture);
		let number = contract.evidence;
		contract.evidence = number.checked_add(1).ok_or(Error::<T>::NumbersUsedUp)?;
		let recorded = Self::present();
		let evidence = Evidence { kind, label, digest, attester, date, recorded };
		EvidenceOf::<T>::insert(id, number, evidence);
		Self::begin_performance(id, &mut contract);
		Contracts::<T>::insert(id, contract);
		Self::deposit_event(Event::EvidenceAdded {
			contract: id,
			evidence: number,
			kind,
			attester,
		});
		Ok(())
	}

	/// Signed → Performing, with the first record of performance.
	pub(crate) fn begin_performance(id: ContractId, contract: &mut Contract) {
		if contract.state != ContractState::Signed {
			return;
		}
		let old = contract.state;
		contract.state = ContractState::Performing;
		let new = contract.state;
		Self::deposit_event(Event::StateChanged { contract: id, old, new });
	}
}
