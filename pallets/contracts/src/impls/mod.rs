//! What the calls do, by topic.

mod draft;
mod due;
mod earlier;
mod effects;
mod ending;
mod evidence;
mod money;
mod prices;
mod registration;
mod sign;
mod undo;

pub(crate) use effects::Agreed;

use crate::{Config, Contract, Contracts, Error, Label, Pallet, Terms, TermsOf};
use quanqi_title::Actor;
use quanqi_traits::{Members, Titles};
use quanqi_types::{Capability, ContractId, Digest, MandateId, MemberId, Moment, Permission};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// Time of the present block.
	pub(crate) fn present() -> Moment {
		T::Titles::now()
	}

	/// The stored contract.
	pub(crate) fn load(contract: ContractId) -> Result<Contract, Error<T>> {
		Contracts::<T>::get(contract).ok_or(Error::<T>::UnknownContract)
	}

	/// The terms of a version.
	pub(crate) fn terms(contract: ContractId, version: u32) -> Result<Terms, Error<T>> {
		TermsOf::<T>::get(contract, version).ok_or(Error::<T>::WrongVersion)
	}

	/// The terms in force, or those of the first draft.
	pub(crate) fn present_terms(contract: ContractId, of: &Contract) -> Result<Terms, Error<T>> {
		Self::terms(contract, of.version.max(1))
	}

	/// In the name of which party somebody acts; an agent is no party (Civil Code art. 168).
	pub(crate) fn party(
		who: &T::AccountId,
		mandate: Option<MandateId>,
		terms: &Terms,
	) -> Result<Actor, DispatchError> {
		let actor = T::Members::acting(who, Permission::Dispose, mandate, &terms.members())?;
		match terms.role_of(actor.member) {
			Some(_) => Ok(actor),
			None => Err(Error::<T>::NotParty.into()),
		}
	}

	/// The authority behind a key, when its member may do this.
	pub(crate) fn authority(
		who: &T::AccountId,
		capability: Capability,
	) -> Result<MemberId, DispatchError> {
		let authority = T::Members::member(who, Permission::Authority)?;
		T::Members::ensure_capable(authority, capability)?;
		Ok(authority)
	}

	pub(crate) fn ensure_text(text: &Label) -> Result<(), Error<T>> {
		text.validate().map_err(|_| Error::<T>::WrongText)
	}

	/// A digest under which something is unique has one function only, or one text had three.
	pub(crate) fn is_unique_digest(digest: &Digest) -> bool {
		matches!(digest, Digest::Sha256(_))
	}

	/// What must hold of every runtime that this pallet is in.
	pub(crate) fn check_integrity() {
		use crate::WeightInfo;
		use codec::{Encode, MaxEncodedLen};
		use frame_support::{dispatch::DispatchClass, traits::Get};
		use quanqi_types::bounds::{MAX_CONTRACT_BYTES, MAX_CONTRACT_EFFECTS};
		let bytes = usize::try_from(MAX_CONTRACT_BYTES).unwrap_or(usize::MAX);
		assert_eq!(Terms::max_encoded_len(), bytes, "terms are bounded");
		assert_eq!(T::Hash::default().encoded_size(), 32, "signatures bind a 32-byte hash");
		let most = T::BlockWeights::get().get(DispatchClass::Normal).max_extrinsic;
		let dearest = [
			T::WeightInfo::bring_signature(MAX_CONTRACT_EFFECTS),
			T::WeightInfo::sign(MAX_CONTRACT_EFFECTS),
			T::WeightInfo::end_by_decision(MAX_CONTRACT_EFFECTS),
		];
		quanqi_traits::assert_calls_fit(most, dearest);
	}
}
