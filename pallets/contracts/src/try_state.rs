//! Invariants, with the numbers of the README.

use crate::{
	income::Distribution, AgreedBy, Config, Contract, ContractState, Contracts, ContractsOf,
	Distributions, Due, DueCursor, EffectState, Effects, Endings, EvidenceOf, IncomeSource,
	Instruments, Keys, NextContract, NextPriceEvent, OwnersAtSigning, PaidOn, Pallet, PaymentKind,
	PaymentReferences, PaymentsOf, PreEmptionClaims, PriceEvents, RegistrationState, Registrations,
	Scheduled, SignaturesOf, TermsOf, UsesOf,
};
use codec::{Encode, MaxEncodedLen};
use frame_support::ensure;
use quanqi_types::ContractId;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		for (id, contract) in Contracts::<T>::iter() {
			Self::check_contract(id, &contract)?;
			Self::check_versions(id, &contract)?;
			Self::check_effects_of(id, &contract)?;
			Self::check_money_of(id, &contract)?;
		}
		Self::check_orphans()?;
		Self::check_unique()?;
		Self::check_prices_used()?;
		Self::check_calendar()
	}

	/// I1: a contract's number was given, its state fits its versions, and each party is in the index.
	fn check_contract(id: ContractId, contract: &Contract) -> Result<(), TryRuntimeError> {
		ensure!(id < NextContract::<T>::get(), "I1: a contract has a number not given yet");
		let is_draft = contract.state == ContractState::Draft;
		ensure!(is_draft == (contract.version == 0), "I1: state and version do not fit");
		ensure!(is_draft == contract.signed_at.is_none(), "I1: state and signing do not fit");
		let is_over = !is_draft && !contract.state.is_in_force();
		ensure!(is_over == contract.ended_at.is_some(), "I1: state and end do not fit");
		ensure!(!is_over || contract.pending.is_none(), "I1: an ended contract is amended");
		ensure!(!is_draft || contract.pending.is_some(), "I1: a draft waits for nobody");
		let next = contract.version.saturating_add(1);
		let follows = contract.pending.is_none_or(|pending| pending.version == next);
		ensure!(follows, "I1: the version that waits is not the next one");
		let terms = TermsOf::<T>::get(id, 1).ok_or("I2: a contract has no terms")?;
		for member in terms.members() {
			let is_known = ContractsOf::<T>::contains_key(member, id);
			ensure!(is_known, "I1: a party is not in the index");
		}
		Ok(())
	}

	/// I2: every version has terms within their bound, a version in force is signed by each party once,
	/// and one that waits is not signed by all.
	fn check_versions(id: ContractId, contract: &Contract) -> Result<(), TryRuntimeError> {
		let last = contract.pending.map_or(contract.version, |pending| pending.version);
		for version in 1..=last {
			let terms = TermsOf::<T>::get(id, version).ok_or("I2: a version has no terms")?;
			let is_bounded = terms.encoded_size() <= crate::Terms::max_encoded_len();
			ensure!(is_bounded, "I2: terms are larger than their bound");
			let signatures = SignaturesOf::<T>::get(id, version);
			let mut signers: alloc::vec::Vec<_> =
				signatures.iter().map(|signed| signed.member).collect();
			signers.sort_unstable();
			signers.dedup();
			ensure!(signers.len() == signatures.len(), "I2: a party signed twice");
			let are_parties = signers.iter().all(|member| terms.role_of(*member).is_some());
			ensure!(are_parties, "I2: somebody signed who is no party");
			let is_signed = signers.len() == terms.parties.len();
			ensure!(is_signed == (version <= contract.version), "I2: signatures do not fit");
		}
		Ok(())
	}

	/// I3: effects are numbered without a gap, each stands in a version in force, and an agreed transfer
	/// and its index name each other.
	fn check_effects_of(id: ContractId, contract: &Contract) -> Result<(), TryRuntimeError> {
		for number in 0..contract.effects {
			let applied = Effects::<T>::get(id, number).ok_or("I3: an effect is missing")?;
			ensure!(applied.version <= contract.version, "I3: an effect of no version");
			ensure!(Self::effect(id, &applied).is_ok(), "I3: an effect of no terms");
			if let (EffectState::Agreed, Some(achievement), Some(entry)) =
				(applied.state, applied.achievement, applied.entry)
			{
				let named = AgreedBy::<T>::get(achievement, entry);
				ensure!(named == Some((id, number)), "I3: an agreed transfer is not indexed");
			}
		}
		for (_, _, (id, number)) in AgreedBy::<T>::iter().filter(|(_, _, item)| item.0 == id) {
			let applied = Effects::<T>::get(id, number);
			let is_agreed = applied.is_some_and(|applied| applied.state == EffectState::Agreed);
			ensure!(is_agreed, "I3: the index names an effect that is not agreed");
		}
		Ok(())
	}

	/// I5: payments are numbered without a gap, and what is counted on each part is their sum. I6: a
	/// distribution adds up and is of a payment or of equity.
	fn check_money_of(id: ContractId, contract: &Contract) -> Result<(), TryRuntimeError> {
		let mut sums: alloc::vec::Vec<(u128, u128)> = alloc::vec::Vec::new();
		for number in 0..contract.payments {
			let payment = PaymentsOf::<T>::get(id, number).ok_or("I5: a payment is missing")?;
			let known = PaymentReferences::<T>::get(payment.paid.reference);
			ensure!(known == Some((id, number)), "I5: a payment's reference is not indexed");
			let crate::PaidAmount::Open(amount) = payment.paid.amount else { continue };
			let place = usize::try_from(payment.paid.part).unwrap_or(usize::MAX);
			while sums.len() <= place && place < 256 {
				sums.push((0, 0));
			}
			if let Some((paid, refunded)) = sums.get_mut(place) {
				match payment.paid.kind {
					PaymentKind::Payment => *paid = paid.saturating_add(amount.minor),
					PaymentKind::Refund => *refunded = refunded.saturating_add(amount.minor),
				}
			}
		}
		if let Some(counted) = PaidOn::<T>::get(id) {
			for (place, paid) in counted.0.iter().enumerate() {
				let found = sums.get(place).copied().unwrap_or_default();
				let is_sum = found == (paid.paid.minor, paid.refunded.minor);
				ensure!(is_sum, "I5: what is counted is not what was paid");
			}
		}
		for number in 0..contract.evidence {
			ensure!(EvidenceOf::<T>::contains_key(id, number), "I8: evidence is missing");
		}
		for ((source, unit), record) in Distributions::<T>::iter_prefix((id,)) {
			ensure!(record.distribution.check().is_ok(), "I6: a distribution does not add up");
			ensure!(record.distribution.unit == unit, "I6: a distribution of another unit");
			let is_paid = source.payment().is_none_or(|number| number < contract.payments);
			ensure!(is_paid, "I6: a distribution of no payment");
			Self::check_part(id, source, &record.distribution)?;
		}
		Ok(())
	}

	/// I6: who was not paid itself divides just the part that the payee's distribution gives it.
	fn check_part(
		id: ContractId,
		source: IncomeSource,
		found: &Distribution,
	) -> Result<(), TryRuntimeError> {
		let payment = source.payment().and_then(|number| PaymentsOf::<T>::get(id, number));
		let Some(payee) = payment.map(|payment| payment.paid.payee) else { return Ok(()) };
		if payee == found.unit {
			return Ok(());
		}
		let of_payee = Distributions::<T>::get((id, source, payee));
		let parts = of_payee.map(|record| record.distribution.co_owners).unwrap_or_default();
		let given = parts.iter().find(|line| line.member == found.unit);
		let others = found.received.sum_of(found.co_owners.iter().map(|line| &line.quantity));
		let own = others.and_then(|others| found.received.checked_sub(&others));
		let is_given = given.is_some_and(|line| own == Ok(line.quantity));
		ensure!(is_given, "I6: a part that the payee's distribution does not give");
		Ok(())
	}

	/// I8: nothing belongs to a contract that is not there.
	fn check_orphans() -> Result<(), TryRuntimeError> {
		let orphan = "I8: a record of no contract";
		let exists = |id: ContractId| Contracts::<T>::contains_key(id);
		for (id, version) in TermsOf::<T>::iter_keys() {
			let contract = Contracts::<T>::get(id).ok_or(orphan)?;
			let last = contract.pending.map_or(contract.version, |pending| pending.version);
			ensure!((1..=last).contains(&version), "I8: terms of no version");
		}
		for (id, number) in Effects::<T>::iter_keys() {
			let contract = Contracts::<T>::get(id).ok_or(orphan)?;
			ensure!(number < contract.effects, "I8: an effect was not counted");
		}
		for (id, number) in PaymentsOf::<T>::iter_keys() {
			let contract = Contracts::<T>::get(id).ok_or(orphan)?;
			ensure!(number < contract.payments, "I8: a payment was not counted");
		}
		for (id, number) in EvidenceOf::<T>::iter_keys() {
			let contract = Contracts::<T>::get(id).ok_or(orphan)?;
			ensure!(number < contract.evidence, "I8: evidence was not counted");
		}
		for (member, id) in ContractsOf::<T>::iter_keys() {
			let terms = TermsOf::<T>::get(id, 1).ok_or(orphan)?;
			ensure!(terms.role_of(member).is_some(), "I1: the index names no party");
		}
		for (id, _) in PreEmptionClaims::<T>::iter_keys() {
			let contract = Contracts::<T>::get(id).ok_or(orphan)?;
			ensure!(contract.pending.is_some(), "I8: a claim against nothing");
		}
		for id in Endings::<T>::iter_keys() {
			let contract = Contracts::<T>::get(id).ok_or(orphan)?;
			ensure!(contract.state.is_in_force(), "I8: an ending of what is not in force");
		}
		let others = SignaturesOf::<T>::iter_keys().map(|(id, _)| id);
		let others = others.chain(OwnersAtSigning::<T>::iter_keys().map(|(id, _)| id));
		let others = others.chain(Distributions::<T>::iter_keys().map(|(id, ..)| id));
		let mut others = others.chain(PaidOn::<T>::iter_keys());
		ensure!(others.all(exists), orphan);
		for id in PriceEvents::<T>::iter_keys() {
			ensure!(id < NextPriceEvent::<T>::get(), "I8: a price event's number was not given");
		}
		Ok(())
	}

	/// I4: keys and instruments are those of signed contracts, and back. I7: a registration is of a
	/// signed contract, submitted or decided.
	fn check_unique() -> Result<(), TryRuntimeError> {
		for (id, contract) in Contracts::<T>::iter() {
			for version in 1..=contract.version {
				let terms = TermsOf::<T>::get(id, version).ok_or("I2: a version has no terms")?;
				let taken = Instruments::<T>::get(terms.instrument);
				ensure!(taken == Some(id), "I4: a signed instrument is another's");
				let are_taken = terms.keys().all(|key| Keys::<T>::get(key) == Some(id));
				ensure!(are_taken, "I4: a key is another's");
			}
		}
		for (key, id) in Keys::<T>::iter() {
			let terms = TermsOf::<T>::get(id, 1).ok_or("I4: a key of no contract")?;
			ensure!(terms.keys().any(|own| own == key), "I4: a key is of other terms");
			let is_signed = Contracts::<T>::get(id).is_some_and(|contract| contract.version > 0);
			ensure!(is_signed, "I4: a key of a draft");
		}
		for (digest, id) in Instruments::<T>::iter() {
			let contract = Contracts::<T>::get(id).ok_or("I4: an instrument of no contract")?;
			let mut versions =
				(1..=contract.version).filter_map(|version| TermsOf::<T>::get(id, version));
			ensure!(versions.any(|terms| terms.instrument == digest), "I4: of another contract");
		}
		for (id, registration) in Registrations::<T>::iter() {
			let contract = Contracts::<T>::get(id).ok_or("I7: a registration of no contract")?;
			let is_signed = contract.version >= registration.version && registration.version > 0;
			ensure!(is_signed, "I7: a draft is registered");
			let is_submitted = registration.state == RegistrationState::Submitted;
			ensure!(!is_submitted || registration.application.is_some(), "I7: nothing to decide");
			let needs_statement = registration.state.is_registered();
			ensure!(
				!needs_statement || registration.statement.is_some(),
				"I7: registered without a statement"
			);
		}
		Ok(())
	}

	/// I10: what of a price event was sold is of its lots, each once, by a signed contract that names
	/// the event.
	fn check_prices_used() -> Result<(), TryRuntimeError> {
		for (event, uses) in UsesOf::<T>::iter() {
			let record = PriceEvents::<T>::get(event).ok_or("I10: sold by no price event")?;
			let mut sold: alloc::vec::Vec<_> = uses.iter().map(|found| found.achievement).collect();
			sold.sort_unstable();
			sold.dedup();
			ensure!(sold.len() == uses.len(), "I10: an achievement was sold twice");
			for found in uses {
				let is_lot = record.event.achievements().any(|lot| lot == found.achievement);
				ensure!(is_lot, "I10: what was sold is no lot");
				let contract = Contracts::<T>::get(found.contract).ok_or("I10: no contract")?;
				let names = |version| {
					TermsOf::<T>::get(found.contract, version)
						.is_some_and(|terms| terms.price_events.contains(&event))
				};
				let is_named = (1..=contract.version).any(names);
				ensure!(is_named, "I10: sold by a contract that does not name the event");
			}
		}
		Ok(())
	}

	/// I9: the calendar and its reverse agree, name transfers that are agreed, and nothing lies before
	/// the cursor.
	fn check_calendar() -> Result<(), TryRuntimeError> {
		for (day, item) in Due::<T>::iter_keys() {
			let cursor = DueCursor::<T>::get().ok_or("I9: the calendar has no cursor")?;
			ensure!(day >= cursor, "I9: something lies before the cursor");
			ensure!(Scheduled::<T>::get(item) == Some(day), "I9: the reverse disagrees");
			let applied = Effects::<T>::get(item.0, item.1).ok_or("I9: nothing is due")?;
			ensure!(applied.state == EffectState::Agreed, "I9: what is due is not agreed");
		}
		for (item, day) in Scheduled::<T>::iter() {
			ensure!(Due::<T>::contains_key(day, item), "I9: the reverse names no day");
		}
		Ok(())
	}
}
