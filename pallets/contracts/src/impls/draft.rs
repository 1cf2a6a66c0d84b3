//! Drafts and amendments: what may be put before the parties.

use super::earlier::Earlier;
use crate::{
	rules, Config, Contract, ContractState, Contracts, ContractsOf, Effect, EffectState, Effects,
	Error, Event, Instruments, Keys, NextContract, Pallet, Pending, PreEmptionClaims, SignaturesOf,
	Terms, TermsOf,
};
use frame_support::ensure;
use quanqi_traits::{Members, Titles};
use quanqi_types::{
	bounds::{MAX_CONTRACT_EFFECTS, MAX_CONTRACT_VERSIONS},
	ContractId, MandateId, MemberId,
};
use sp_runtime::{DispatchError, DispatchResult, SaturatedConversion};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_draft(
		who: T::AccountId,
		terms: Terms,
		mandate: Option<MandateId>,
	) -> DispatchResult {
		let actor = Self::party(&who, mandate, &terms)?;
		for key in terms.keys() {
			if let Some(first) = Keys::<T>::get(&key) {
				return Err(Error::<T>::KeyTaken(first.into()).into());
			}
		}
		let id = NextContract::<T>::get();
		Self::check_terms(id, &terms, None)?;
		let next = id.0.checked_add(1).ok_or(Error::<T>::NumbersUsedUp)?;
		NextContract::<T>::put(ContractId(next));
		let contract = Contract {
			state: ContractState::Draft,
			version: 0,
			pending: None,
			signed_at: None,
			ended_at: None,
			effects: 0,
			payments: 0,
			evidence: 0,
		};
		for member in terms.members() {
			ContractsOf::<T>::insert(member, id, ());
		}
		Self::put_pending(id, contract, 1, actor.member, terms);
		Ok(())
	}

	pub(crate) fn do_amend(
		who: T::AccountId,
		id: ContractId,
		terms: Terms,
		mandate: Option<MandateId>,
	) -> DispatchResult {
		let contract = Self::load(id)?;
		let present = Self::present_terms(id, &contract)?;
		let actor = Self::party(&who, mandate, &present)?;
		ensure!(contract.state.is_in_force(), Error::<T>::WrongState);
		ensure!(contract.pending.is_none(), Error::<T>::VersionPending);
		let is_same = (terms.kind, &terms.number, terms.date, &terms.parties)
			== (present.kind, &present.number, present.date, &present.parties);
		ensure!(is_same, Error::<T>::AmendmentDiffers);
		ensure!(terms.is_sealed() == present.is_sealed(), Error::<T>::SealMismatch);
		let earlier = Self::earlier(id, &contract, &terms)?;
		Self::check_terms(id, &terms, Some(&earlier))?;
		for effect in &terms.undoes {
			let applied = Effects::<T>::get(id, effect).ok_or(Error::<T>::UnknownEffect)?;
			let is_open = !matches!(applied.state, EffectState::Cancelled | EffectState::Undone);
			ensure!(is_open, Error::<T>::UnknownEffect);
		}
		let added: u32 = terms.effects.len().saturated_into();
		let has_room = contract.effects.saturating_add(added) <= MAX_CONTRACT_EFFECTS
			&& contract.version < MAX_CONTRACT_VERSIONS;
		ensure!(has_room, Error::<T>::TooManyEffects);
		let version = contract.version.saturating_add(1);
		Self::put_pending(id, contract, version, actor.member, terms);
		Ok(())
	}

	fn put_pending(
		id: ContractId,
		mut contract: Contract,
		version: u32,
		by: MemberId,
		terms: Terms,
	) {
		contract.pending = Some(Pending { version, by, at: Self::present() });
		Self::deposit_event(Event::Drafted {
			contract: id,
			version,
			by,
			kind: terms.kind,
			instrument: terms.instrument,
			terms: terms.hash(),
		});
		Contracts::<T>::insert(id, contract);
		TermsOf::<T>::insert(id, version, terms);
	}

	/// C1, C2, C4, C7, C8: everything that needs no title's law. Of an amendment, with the effects of
	/// earlier versions.
	pub(crate) fn check_terms(
		id: ContractId,
		terms: &Terms,
		earlier: Option<&[Earlier]>,
	) -> DispatchResult {
		rules::check_terms(terms, earlier.is_some()).map_err(Error::<T>::from)?;
		let all_known = terms.members().iter().all(|member| T::Members::facts(*member).is_some());
		ensure!(all_known, Error::<T>::UnknownMember);
		for effect in &terms.effects {
			Self::check_effect(effect)?;
		}
		if let Some(first) = Instruments::<T>::get(terms.instrument) {
			return Err(Error::<T>::InstrumentTaken(first.into()).into());
		}
		if let Some(consideration) = terms.consideration.open() {
			consideration.check().map_err(Error::<T>::from)?;
		}
		Self::check_prices(id, terms, earlier.unwrap_or_default())?;
		Ok(())
	}

	fn check_effect(effect: &Effect) -> Result<(), DispatchError> {
		let Some(achievement) = effect.achievement() else { return Ok(()) };
		let title = T::Titles::title(achievement).ok_or(Error::<T>::UnknownAchievement)?;
		if let Effect::TransferShare { on: Some(_), .. } = effect {
			ensure!(!title.kind.needs_office_transfer(), Error::<T>::OfficeDateDecides);
		}
		Ok(())
	}

	pub(crate) fn do_withdraw(
		who: T::AccountId,
		id: ContractId,
		mandate: Option<MandateId>,
	) -> DispatchResult {
		let mut contract = Self::load(id)?;
		let pending = contract.pending.take().ok_or(Error::<T>::WrongVersion)?;
		let version = pending.version;
		let terms = Self::terms(id, version)?;
		let actor = Self::party(&who, mandate, &terms)?;
		TermsOf::<T>::remove(id, version);
		SignaturesOf::<T>::remove(id, version);
		Self::forget_claims(id);
		match contract.state {
			ContractState::Draft => {
				Contracts::<T>::remove(id);
				for member in terms.members() {
					ContractsOf::<T>::remove(member, id);
				}
			}
			_ => Contracts::<T>::insert(id, contract),
		}
		Self::deposit_event(Event::Withdrawn { contract: id, version, by: actor.member });
		Ok(())
	}

	/// Claims are about the version that waits; there are no more of them than completers.
	pub(crate) fn forget_claims(id: ContractId) {
		let most = quanqi_types::bounds::MAX_COMPLETERS.saturating_mul(MAX_CONTRACT_EFFECTS);
		let _ = PreEmptionClaims::<T>::clear_prefix(id, most, None);
	}
}
