//! What stands around a trial: insurance, vouchers, services (R15 to R17).

use crate::{
	Config, Error, Event, Flag, Found, Pallet, Policy, Service, ServiceRecord, Services,
	TrialState, Vouchers,
};
use frame_support::ensure;
use quanqi_traits::Members;
use quanqi_types::{
	bounds::{MAX_LABEL_BYTES, MAX_TRIAL_SERVICES},
	Amount, Capability, Digest, Force, MandateId, Permission, RuleId, Text, TrialId,
};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_insure(
		who: T::AccountId,
		id: TrialId,
		number: Text<MAX_LABEL_BYTES>,
		document: Digest,
		premium: Amount,
		voucher: Amount,
	) -> DispatchResult {
		let insurer = T::Members::member(&who, Permission::Dispose)?;
		T::Members::ensure_capable(insurer, Capability::Insure)?;
		let mut trial = Self::load(id)?;
		let states = [TrialState::Accepted, TrialState::Running];
		Self::ensure_state(&trial, &states)?;
		ensure!(trial.policy.is_none(), Error::<T>::AlreadyInsured);
		let title = Self::title(trial.achievement)?;
		let entry = Self::load_entry(trial.achievement, trial.entry)?;
		let is_party = Self::parties_of(&title, &entry, &trial).contains(&insurer);
		ensure!(!is_party, Error::<T>::InsurerIsParty);
		ensure!(number.validate().is_ok(), Error::<T>::WrongText);
		ensure!(premium.currency.is_valid(), Error::<T>::WrongCurrency);
		let is_within = voucher.currency == premium.currency && voucher.minor <= premium.minor;
		ensure!(is_within, Error::<T>::VoucherAbovePremium);
		let recorded = Self::now();
		if let Some(flag) = Self::check_voucher(&premium, &voucher)? {
			Self::flag(id, &mut trial, flag);
		}
		let redeemed = None;
		let policy = Policy { insurer, number, document, premium, voucher, recorded, redeemed };
		trial.policy = Some(policy);
		Self::save(id, trial);
		Self::deposit_event(Event::TrialInsured { trial: id, insurer, premium, voucher });
		Ok(())
	}

	/// R15: whether a voucher, where there is one, bears the statute's part of the premium. A binding
	/// rule refuses, one that encourages gives a flag.
	fn check_voucher(premium: &Amount, voucher: &Amount) -> Result<Option<Flag>, Error<T>> {
		let (required, force) = Self::part_on(RuleId::VoucherShare, Self::now())?;
		let least = crate::rules::least_part(premium, required);
		if least.is_some_and(|least| voucher.minor >= least.minor) {
			return Ok(None);
		}
		let found = crate::rules::part_of(voucher, premium).unwrap_or_default();
		match force {
			Force::Binding => Err(Error::<T>::VoucherBelow(Found::new(found.into()))),
			Force::Encouraged => Ok(Some(Flag::VoucherBelow { required, found })),
		}
	}

	pub(crate) fn do_redeem_voucher(
		who: T::AccountId,
		id: TrialId,
		reference: Digest,
	) -> DispatchResult {
		let attester = T::Members::member(&who, Permission::Authority)?;
		T::Members::ensure_capable(attester, Capability::AttestPayments)?;
		let mut trial = Self::load(id)?;
		let user = trial.user;
		let policy = trial.policy.as_mut().ok_or(Error::<T>::NoVoucher)?;
		ensure!(!policy.voucher.is_zero(), Error::<T>::NoVoucher);
		ensure!(policy.redeemed.is_none(), Error::<T>::AlreadyRedeemed);
		let is_party = attester == policy.insurer || attester == user;
		ensure!(!is_party, Error::<T>::AttesterIsParty);
		// One function only, or one receipt had three digests.
		ensure!(matches!(reference, Digest::Sha256(_)), Error::<T>::ReferenceNotSha256);
		if let Some(other) = Vouchers::<T>::get(reference) {
			return Err(Error::<T>::ReferenceUsed(Found::new(other.0)).into());
		}
		policy.redeemed = Some((reference, attester, Self::now()));
		Vouchers::<T>::insert(reference, id);
		Self::save(id, trial);
		let attested_by = attester;
		Self::deposit_event(Event::VoucherRedeemed { trial: id, reference, attested_by });
		Ok(())
	}

	pub(crate) fn do_record_service(
		who: T::AccountId,
		id: TrialId,
		service: Service,
		mandate: Option<MandateId>,
	) -> DispatchResult {
		let actor = T::Members::acting(&who, Permission::Dispose, mandate, &[])?;
		let mut trial = Self::load(id)?;
		use TrialState::{Lapsed, Refused, Requested, Withdrawn};
		let over_early = [Requested, Refused, Withdrawn, Lapsed];
		let is_tried = !over_early.contains(&trial.state);
		ensure!(is_tried, Error::<T>::WrongState(trial.state));
		let (provider, payer) = (service.provider, service.payer);
		ensure!(provider != payer, Error::<T>::SameMember);
		ensure!([provider, payer].contains(&actor.member), Error::<T>::NotParty);
		let title = Self::title(trial.achievement)?;
		let entry = Self::load_entry(trial.achievement, trial.entry)?;
		let parties = Self::parties_of(&title, &entry, &trial);
		let touches = parties.contains(&provider) || parties.contains(&payer);
		ensure!(touches, Error::<T>::NotParty);
		Self::ensure_known(provider)?;
		Self::ensure_known(payer)?;
		ensure!(service.amount.currency.is_valid(), Error::<T>::WrongCurrency);
		let number = trial.services;
		ensure!(number < MAX_TRIAL_SERVICES, Error::<T>::TooManyServices);
		trial.services = number.saturating_add(1);
		let record = ServiceRecord { service, by: actor.member, at: Self::now() };
		Services::<T>::insert(id, number, record);
		Self::save(id, trial);
		Self::deposit_event(Event::ServiceRecorded { trial: id, number, service });
		Ok(())
	}
}
