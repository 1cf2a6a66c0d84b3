//! How a contract ends: performed, terminated, or rescinded (C10).

use super::effects::Agreed;
use crate::{
	Config, Contract, ContractState, Contracts, DecisionDocument, Ending, EndingAgreed, Endings,
	Error, Event, Means, Pallet, PartyRole, Signature, Signatures, SignaturesOf, Terms, TermsOf,
};
use alloc::vec::Vec;
use frame_support::ensure;
use quanqi_traits::Members;
use quanqi_types::{Capability, ContractId, Digest, MandateId, MemberId};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_end(
		who: T::AccountId,
		id: ContractId,
		ending: Ending,
		document: Digest,
		mandate: Option<MandateId>,
	) -> Result<u32, DispatchError> {
		let contract = Self::load(id)?;
		let terms = Self::present_terms(id, &contract)?;
		let actor = Self::party(&who, mandate, &terms)?;
		ensure!(contract.state.is_in_force(), Error::<T>::WrongState);
		let open = Endings::<T>::get(id);
		let open = open.filter(|open| (open.ending, open.document) == (ending, document));
		let mut agreed = open.unwrap_or_else(|| EndingAgreed {
			ending,
			document,
			signatures: Signatures::new(),
		});
		let has_agreed = agreed.signatures.iter().any(|known| known.member == actor.member);
		ensure!(!has_agreed, Error::<T>::AlreadyAgreed);
		let signature = Signature {
			member: actor.member,
			mandate: actor.mandate,
			at: Self::present(),
			means: Means::Call,
		};
		// There is room for every party.
		agreed.signatures.try_push(signature).map_err(|_| Error::<T>::AlreadyAgreed)?;
		Self::deposit_event(Event::EndingAgreed { contract: id, ending, member: actor.member });
		let has_agreed =
			|member: &MemberId| agreed.signatures.iter().any(|signed| signed.member == *member);
		if !needed(&terms, ending).iter().all(has_agreed) {
			Endings::<T>::insert(id, agreed);
			return Ok(0);
		}
		Self::conclude(id, contract, ending, &Agreed::by(&agreed.signatures))
	}

	pub(crate) fn do_end_by_decision(
		who: T::AccountId,
		id: ContractId,
		ending: Ending,
		decision: DecisionDocument,
	) -> Result<u32, DispatchError> {
		let authority = Self::authority(&who, Capability::Adjudicate)?;
		let contract = Self::load(id)?;
		let terms = Self::present_terms(id, &contract)?;
		let is_interested = T::Members::is_interested(authority, &terms.members());
		ensure!(!is_interested, Error::<T>::AuthorityIsParty);
		Self::ensure_text(&decision.document)?;
		ensure!(ending != Ending::Performed, Error::<T>::EndingUnfit);
		// What was performed can still be rescinded.
		let is_performed = contract.state == ContractState::Performed;
		let is_open = contract.state.is_in_force()
			|| (is_performed && ending == Ending::Rescinded)
			|| (contract.state == ContractState::Terminated && ending == Ending::Rescinded);
		ensure!(is_open, Error::<T>::WrongState);
		Self::conclude(id, contract, ending, &Agreed::decided(decision.of(authority)))
	}

	/// Ends the contract: effects undone as the ending has it, what waits for signatures dropped.
	fn conclude(
		id: ContractId,
		mut contract: Contract,
		ending: Ending,
		agreed: &Agreed,
	) -> Result<u32, DispatchError> {
		let effects = match ending {
			Ending::Performed => 0,
			_ => Self::undo_all(id, contract.effects, ending, agreed)?,
		};
		if let Some(pending) = contract.pending.take() {
			TermsOf::<T>::remove(id, pending.version);
			SignaturesOf::<T>::remove(id, pending.version);
			Self::forget_claims(id);
		}
		Endings::<T>::remove(id);
		let old = contract.state;
		contract.state = ending.into();
		contract.ended_at = Some(Self::present());
		let new = contract.state;
		Contracts::<T>::insert(id, contract);
		Self::deposit_event(Event::StateChanged { contract: id, old, new });
		Ok(effects)
	}
}

/// Who must agree to an ending.
fn needed(terms: &Terms, ending: Ending) -> Vec<MemberId> {
	match ending {
		Ending::Performed => {
			let buyers = terms.with_role(PartyRole::Buyer);
			terms.with_role(PartyRole::Seller).chain(buyers).collect()
		}
		Ending::Terminated | Ending::Rescinded => terms.members(),
	}
}
