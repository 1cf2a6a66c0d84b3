//! Signatures (C3), and what the last one does (C4, C6).

use super::{earlier::achievements_of, effects::Agreed};
use crate::{
	signing::{OfflineSignature, SigningPayload},
	Config, Contract, ContractState, Contracts, Error, Event, Instruments, Keys, Means, Pallet,
	Pending, PreEmptionClaims, Signature, SignaturesOf, Terms,
};
use frame_support::ensure;
use frame_system::pallet_prelude::BlockNumberFor;
use quanqi_title::Actor;
use quanqi_traits::{Members, Titles};
use quanqi_types::{ContractId, Hash256, MandateId, Permission};
use sp_runtime::{traits::Convert, DispatchError, DispatchResult, SaturatedConversion};

impl<T: Config> Pallet<T> {
	/// Hash of the chain's first block, which every signature binds.
	pub(crate) fn genesis() -> Hash256 {
		let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::default());
		let mut hash = Hash256::default();
		// Block hashes have 32 bytes; `integrity_test` checks it.
		for (to, from) in hash.iter_mut().zip(genesis.as_ref()) {
			*to = *from;
		}
		hash
	}

	/// The version that waits for signatures, when it has this number.
	fn pending(id: ContractId, version: u32) -> Result<(Contract, Pending, Terms), Error<T>> {
		let contract = Self::load(id)?;
		let pending = contract.pending.filter(|pending| pending.version == version);
		let pending = pending.ok_or(Error::<T>::WrongVersion)?;
		let terms = Self::terms(id, version)?;
		Ok((contract, pending, terms))
	}

	pub(crate) fn do_sign(
		who: T::AccountId,
		id: ContractId,
		version: u32,
		meant: Hash256,
		mandate: Option<MandateId>,
	) -> Result<u32, DispatchError> {
		let (contract, pending, terms) = Self::pending(id, version)?;
		let actor = Self::party(&who, mandate, &terms)?;
		ensure!(terms.hash() == meant, Error::<T>::TermsDiffer);
		Self::add_signature(id, contract, pending, &terms, actor, Means::Call)
	}

	pub(crate) fn do_bring_signature(
		id: ContractId,
		version: u32,
		brought: OfflineSignature,
	) -> Result<u32, DispatchError> {
		let (contract, pending, terms) = Self::pending(id, version)?;
		let OfflineSignature { signer, mandate, key, valid_until, signature } = brought;
		let payload =
			SigningPayload::new(Self::genesis(), id, version, &terms, signer, mandate, valid_until)
				.ok_or(Error::<T>::NotParty)?;
		ensure!(Self::present() < valid_until, Error::<T>::SignatureExpired);
		let is_signed = sp_io::crypto::ed25519_verify(
			&sp_core::ed25519::Signature::from_raw(signature),
			&payload.bytes(),
			&sp_core::ed25519::Public::from_raw(key),
		);
		ensure!(is_signed, Error::<T>::WrongSignature);
		let account = T::KeyToAccount::convert(key);
		let members = terms.members();
		let actor = T::Members::acting(&account, Permission::Dispose, mandate, &members)?;
		ensure!(actor.member == signer, Error::<T>::NotSigner);
		Self::add_signature(id, contract, pending, &terms, actor, Means::Ed25519)
	}

	/// Records a signature; with the last one the version binds. Effects judged, applied or undone.
	fn add_signature(
		id: ContractId,
		contract: Contract,
		pending: Pending,
		terms: &Terms,
		actor: Actor,
		means: Means,
	) -> Result<u32, DispatchError> {
		let version = pending.version;
		let mut signatures = SignaturesOf::<T>::get(id, version);
		let has_signed = signatures.iter().any(|known| known.member == actor.member);
		ensure!(!has_signed, Error::<T>::AlreadySigned);
		let signature =
			Signature { member: actor.member, mandate: actor.mandate, at: Self::present(), means };
		// There is room for every party.
		signatures.try_push(signature).map_err(|_| Error::<T>::AlreadySigned)?;
		SignaturesOf::<T>::insert(id, version, &signatures);
		Self::deposit_event(Event::PartySigned {
			contract: id,
			version,
			member: actor.member,
			agent: actor.mandate.map(|mandate| mandate.agent),
			means,
		});
		if signatures.len() < terms.parties.len() {
			return Ok(0);
		}
		let agreed = Agreed::by(&signatures).with_silence_since(id, pending.at);
		let earlier = contract.effects;
		Self::bind(id, contract, version, terms, &agreed, &mut None)?;
		let listed: u32 = terms.effects.len().saturating_add(terms.undoes.len()).saturated_into();
		Ok(listed.saturating_add(earlier))
	}

	/// C6: every party has signed. Every effect is applied under the law of titles, all or none.
	///
	/// `trace` is where it stopped, for **check**.
	pub(crate) fn bind(
		id: ContractId,
		mut contract: Contract,
		version: u32,
		terms: &Terms,
		agreed: &Agreed,
		trace: &mut super::effects::Trace,
	) -> DispatchResult {
		Self::claim(id, terms, contract.version == 0)?;
		let earlier = Self::earlier(id, &contract, terms)?;
		let sold = Self::check_prices(id, terms, &earlier)?;
		Self::note_sold(id, &sold);
		Self::carry_payments(id, terms)?;
		Self::keep_owners(id, terms);
		let old = contract.state;
		contract.version = version;
		contract.pending = None;
		if old == ContractState::Draft {
			contract.state = ContractState::Signed;
			contract.signed_at = Some(Self::present());
		}
		for effect in &terms.undoes {
			Self::undo_by_amendment(id, *effect, agreed, trace)?;
		}
		for (index, effect) in (0u32..).zip(&terms.effects) {
			let number = contract.effects;
			contract.effects = number.checked_add(1).ok_or(Error::<T>::TooManyEffects)?;
			Self::apply_effect(id, number, version, index, effect, agreed, trace)?;
		}
		Self::convert_trials(id, terms, &achievements_of(terms, &earlier))?;
		Self::note_conversions(id, terms);
		Self::forget_claims(id);
		let new = contract.state;
		Contracts::<T>::insert(id, contract);
		Self::deposit_event(Event::Signed { contract: id, version });
		if old != new {
			Self::deposit_event(Event::StateChanged { contract: id, old, new });
		}
		Ok(())
	}

	/// C4: takes the instrument, and with the first version the keys, for ever.
	fn claim(id: ContractId, terms: &Terms, is_first: bool) -> DispatchResult {
		if let Some(first) = Instruments::<T>::get(terms.instrument) {
			return Err(Error::<T>::InstrumentTaken(first.into()).into());
		}
		Instruments::<T>::insert(terms.instrument, id);
		if !is_first {
			return Ok(());
		}
		for key in terms.keys() {
			if let Some(first) = Keys::<T>::get(&key) {
				return Err(Error::<T>::KeyTaken(first.into()).into());
			}
			Keys::<T>::insert(key, id);
		}
		Ok(())
	}

	pub(crate) fn do_claim_pre_emption(
		who: T::AccountId,
		id: ContractId,
		mandate: Option<MandateId>,
	) -> DispatchResult {
		let contract = Self::load(id)?;
		let pending = contract.pending.ok_or(Error::<T>::WrongVersion)?;
		let terms = Self::terms(id, pending.version)?;
		let actor = T::Members::acting(&who, Permission::Dispose, mandate, &terms.members())?;
		let member = actor.member;
		let has = |achievement| {
			T::Titles::title(achievement)
				.is_some_and(|title| title.pre_emption.iter().any(|(holder, _)| *holder == member))
		};
		ensure!(terms.achievements().into_iter().any(has), Error::<T>::NoPreEmption);
		PreEmptionClaims::<T>::insert(id, member, Self::present());
		Self::deposit_event(Event::PreEmptionClaimed { contract: id, member });
		Ok(())
	}
}
