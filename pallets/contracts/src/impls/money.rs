//! Payments (C8) and the distribution of income (C9).

use crate::{
	income::{
		distribute, ConsiderationPart, Deduction, Distribution, DistributionLaw,
		DistributionRefusal, Payments, Quantity, Receipt, Split,
	},
	Config, ContractState, Contracts, DistributionRecord, DistributionState, Distributions, Error,
	Event, IncomeSource, OwnersAtSigning, PaidAmount, PaidOn, Pallet, PartyRole, Payment,
	PaymentAttested, PaymentKind, PaymentReferences, PaymentsOf, Terms,
};
use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::ensure;
use quanqi_title::HoldTarget;
use quanqi_traits::{Achievements, Members, Titles};
use quanqi_types::{
	bounds::MAX_DEDUCTIONS, AchievementId, BoundedVec, Capability, ConstU32, ContractId, MandateId,
	MemberId, MemberKind, Moment, Permission, Shares, WHOLE_PPM,
};
use sp_runtime::{DispatchError, DispatchResult};

/// Income before its distribution.
struct Income {
	received: Quantity,
	unit: MemberId,
	date: Moment,
}

/// Who shares in income, by the contract's achievements.
struct Sharers {
	owners: Shares,
	completers: Vec<MemberId>,
	/// Those of them whom a floor binds.
	bound: Vec<MemberId>,
}

impl<T: Config> Pallet<T> {
	/// C8: with a new version, what was paid stays paid, and must fit the new consideration.
	pub(crate) fn carry_payments(id: ContractId, terms: &Terms) -> DispatchResult {
		let Some(consideration) = terms.consideration.open() else { return Ok(()) };
		let mut payments = Payments::new(consideration);
		let before = PaidOn::<T>::get(id).map(|before| before.0).unwrap_or_default();
		for (place, paid) in before.iter().enumerate().filter(|(_, paid)| !paid.paid.is_zero()) {
			let part = u32::try_from(place).unwrap_or(u32::MAX);
			let limit = consideration.limit_of(part).map_err(Error::<T>::from)?;
			let net = paid.net();
			let fits = net.currency == consideration.currency
				&& limit.is_none_or(|limit| net.minor <= limit.minor);
			ensure!(fits, Error::<T>::PaymentTooLarge);
			if let Some(carried) = payments.0.get_mut(place) {
				*carried = *paid;
			}
		}
		PaidOn::<T>::insert(id, payments);
		Ok(())
	}

	/// C8: an exchange, a bank or a bureau that may attest payments, and is no party.
	fn payment_attester(who: &T::AccountId, terms: &Terms) -> Result<MemberId, DispatchError> {
		let attester = Self::authority(who, Capability::AttestPayments)?;
		let is_fit = T::Members::facts(attester).is_some_and(|facts| {
			matches!(facts.kind, MemberKind::Exchange | MemberKind::Financier | MemberKind::Bureau)
		});
		let is_party = terms.role_of(attester).is_some();
		ensure!(is_fit && !is_party, Error::<T>::NotPaymentAttester);
		Ok(attester)
	}

	pub(crate) fn do_attest_payment(
		who: T::AccountId,
		id: ContractId,
		paid: PaymentAttested,
	) -> DispatchResult {
		let mut contract = Self::load(id)?;
		let terms = Self::present_terms(id, &contract)?;
		let attester = Self::payment_attester(&who, &terms)?;
		let is_open = match paid.kind {
			// What fell due before a termination is still paid after it.
			PaymentKind::Payment => {
				contract.state.is_in_force() || contract.state == ContractState::Terminated
			}
			PaymentKind::Refund => contract.state != ContractState::Draft,
		};
		ensure!(is_open, Error::<T>::WrongState);
		let are_parties = terms.role_of(paid.payer).is_some()
			&& terms.role_of(paid.payee).is_some()
			&& paid.payer != paid.payee;
		let is_unique = Self::is_unique_digest(&paid.reference);
		ensure!(are_parties && is_unique, Error::<T>::PaymentMalformed);
		ensure!(paid.date <= Self::present(), Error::<T>::DateInFuture);
		let is_known = PaymentReferences::<T>::contains_key(paid.reference);
		ensure!(!is_known, Error::<T>::PaymentKnown);
		Self::count_payment(id, &terms, &paid)?;
		let number = contract.payments;
		contract.payments = number.checked_add(1).ok_or(Error::<T>::NumbersUsedUp)?;
		let recorded = Self::present();
		PaymentsOf::<T>::insert(id, number, Payment { paid, attester, recorded });
		PaymentReferences::<T>::insert(paid.reference, (id, number));
		Self::begin_performance(id, &mut contract);
		Contracts::<T>::insert(id, contract);
		Self::deposit_event(Event::PaymentAttested {
			contract: id,
			payment: number,
			kind: paid.kind,
			amount: paid.amount,
			attester,
		});
		Ok(())
	}

	/// C8: an open payment keeps within its part. C11: of a sealed contract no amount is shown.
	fn count_payment(id: ContractId, terms: &Terms, paid: &PaymentAttested) -> DispatchResult {
		let (consideration, amount) = match (terms.consideration.open(), paid.amount) {
			(Some(consideration), PaidAmount::Open(amount)) => (consideration, amount),
			(None, PaidAmount::Sealed(_)) => {
				// Nor on which part.
				ensure!(paid.part == 0, Error::<T>::PaymentMalformed);
				return Ok(());
			}
			_ => return Err(Error::<T>::SealMismatch.into()),
		};
		let payments = PaidOn::<T>::get(id).unwrap_or_else(|| Payments::new(consideration));
		let after = match paid.kind {
			PaymentKind::Payment => payments.with_payment(consideration, paid.part, amount),
			PaymentKind::Refund => payments.with_refund(consideration, paid.part, amount),
		};
		PaidOn::<T>::insert(id, after.map_err(Error::<T>::from)?);
		Ok(())
	}

	/// What a source is: how much, to whom, of which date.
	fn income(
		id: ContractId,
		terms: &Terms,
		signed_at: Option<Moment>,
		source: IncomeSource,
		actor: MemberId,
	) -> Result<Income, Error<T>> {
		match source {
			IncomeSource::Payment(number) => {
				let payment = PaymentsOf::<T>::get(id, number).ok_or(Error::<T>::UnknownPayment)?;
				let paid = payment.paid;
				ensure!(paid.kind == PaymentKind::Payment, Error::<T>::UnknownPayment);
				let received = match paid.amount {
					PaidAmount::Open(amount) => Quantity::Money(amount),
					// In ppm of the payment, so that nothing sealed is shown.
					PaidAmount::Sealed(_) => Quantity::Ppm(WHOLE_PPM),
				};
				Ok(Income { received, unit: paid.payee, date: paid.date })
			}
			IncomeSource::Equity(part) => {
				let place = usize::try_from(part).unwrap_or(usize::MAX);
				let parts = terms.consideration.open().map(|consideration| &consideration.parts);
				let Some(ConsiderationPart::Equity(equity)) =
					parts.and_then(|parts| parts.get(place))
				else {
					return Err(Error::<T>::UnknownPayment);
				};
				let date = signed_at.ok_or(Error::<T>::WrongState)?;
				Ok(Income { received: equity.stake, unit: actor, date })
			}
		}
	}

	/// Whose income it is. Several achievements are distributed together where they were owned alike.
	fn sharers(
		id: ContractId,
		terms: &Terms,
		source: IncomeSource,
		unit: MemberId,
		co_owners_paid: bool,
	) -> Result<Sharers, Error<T>> {
		let mut owners: Option<Shares> = None;
		let mut completers = BTreeSet::new();
		let mut is_service = false;
		for (achievement, found) in OwnersAtSigning::<T>::iter_prefix(id) {
			let is_alike = owners.as_ref().is_none_or(|owners| *owners == found);
			ensure!(is_alike, Error::<T>::DistributionUnfit);
			owners = Some(found);
			if let Some(facts) = T::Achievements::facts(achievement) {
				completers.extend(facts.completers);
				is_service |= facts.service;
			}
		}
		let mut owners = owners.unwrap_or_else(|| Shares::single(unit));
		if co_owners_paid {
			// Of equity nobody attests who received which part.
			let is_payment = matches!(source, IncomeSource::Payment(_));
			ensure!(is_payment, Error::<T>::DistributionUnfit);
			let is_seller = |member: MemberId| terms.role_of(member) == Some(PartyRole::Seller);
			let may = owners.contains(unit) && owners.members().all(is_seller);
			ensure!(may, Error::<T>::DistributionUnfit);
			owners = Shares::single(unit);
		}
		let bound =
			owners.members().filter(|owner| is_service && Self::is_state_established(*owner));
		let bound = bound.collect();
		Ok(Sharers { owners, completers: completers.into_iter().collect(), bound })
	}

	/// C9: a unit divides what it was paid itself, or as an owner its part of what another was paid,
	/// once that one's distribution gives it one.
	fn ensure_received(
		id: ContractId,
		source: IncomeSource,
		payee: MemberId,
		unit: MemberId,
		co_owners_paid: bool,
	) -> DispatchResult {
		if payee == unit {
			return Ok(());
		}
		let record = Distributions::<T>::get((id, source, payee)).ok_or(Error::<T>::NotPayee)?;
		let is_given = record.distribution.co_owners.iter().any(|line| line.member == unit);
		ensure!(is_given, Error::<T>::NotPayee);
		ensure!(!co_owners_paid, Error::<T>::DistributionUnfit);
		ensure!(record.state != DistributionState::Parked, Error::<T>::HoldInTheWay);
		Ok(())
	}

	/// C9: how income would be distributed, or why it cannot be so.
	pub(crate) fn distribution(
		id: ContractId,
		actor: MemberId,
		source: IncomeSource,
		deductions: &[Deduction],
		split: &Split,
		co_owners_paid: bool,
	) -> Result<Result<Distribution, DistributionRefusal>, DispatchError> {
		let contract = Self::load(id)?;
		ensure!(contract.state != ContractState::Draft, Error::<T>::WrongState);
		let terms = Self::present_terms(id, &contract)?;
		let income = Self::income(id, &terms, contract.signed_at, source, actor)?;
		Self::ensure_received(id, source, income.unit, actor, co_owners_paid)?;
		let is_known = Distributions::<T>::contains_key((id, source, actor));
		ensure!(!is_known, Error::<T>::DistributedAlready);
		let sharers = Self::sharers(id, &terms, source, actor, co_owners_paid)?;
		// Nobody attests who received equity: where the law binds an owner, no other divides it.
		let is_equity = matches!(source, IncomeSource::Equity(_));
		let may = !is_equity
			|| Self::is_state_established(actor)
			|| !sharers.owners.members().any(Self::is_state_established);
		ensure!(may, Error::<T>::NotPayee);
		let is_bound = sharers.bound.contains(&actor);
		let law = match is_bound {
			true => DistributionLaw::on::<T::Statutes>(income.date),
			false => DistributionLaw::agreement(),
		};
		ensure!(!is_bound || law.floor.is_some(), Error::<T>::StatuteMissing);
		let receipt = Receipt {
			received: income.received,
			unit: actor,
			owners: &sharers.owners,
			completers: &sharers.completers,
			bound: &sharers.bound,
			deductions,
		};
		Ok(distribute(&receipt, split, &law))
	}

	#[allow(clippy::too_many_arguments, reason = "the arguments of the call")]
	pub(crate) fn do_distribute(
		who: T::AccountId,
		id: ContractId,
		source: IncomeSource,
		deductions: BoundedVec<Deduction, ConstU32<MAX_DEDUCTIONS>>,
		split: &Split,
		co_owners_paid: bool,
		mandate: Option<MandateId>,
	) -> DispatchResult {
		let contract = Self::load(id)?;
		let terms = Self::present_terms(id, &contract)?;
		let members = terms.members();
		let actor = T::Members::acting(&who, Permission::Dispose, mandate, &members)?;
		let unit = actor.member;
		let is_owner =
			|| OwnersAtSigning::<T>::iter_prefix_values(id).any(|all| all.contains(unit));
		ensure!(terms.role_of(unit).is_some() || is_owner(), Error::<T>::NotPayee);
		let found = Self::distribution(id, unit, source, &deductions, split, co_owners_paid)?;
		let distribution = found.map_err(Error::<T>::from)?;
		let state = match Self::is_held(id, unit) {
			true => DistributionState::Parked,
			false => DistributionState::Done,
		};
		Self::deposit_event(Event::Distributed {
			contract: id,
			source,
			unit,
			state,
			below_floor: distribution.is_flagged(),
		});
		let record =
			DistributionRecord { state, distribution, at: Self::present(), released: None };
		Distributions::<T>::insert((id, source, unit), record);
		Ok(())
	}

	/// C9: whether a hold is on a title of the contract, or on the unit's share in one.
	fn is_held(id: ContractId, unit: MemberId) -> bool {
		let is_held = |achievement: AchievementId| {
			T::Titles::title(achievement).is_some_and(|title| {
				[HoldTarget::Whole, HoldTarget::Share(unit)]
					.iter()
					.any(|target| title.hold_on(target, Self::present()).is_some())
			})
		};
		OwnersAtSigning::<T>::iter_key_prefix(id).any(is_held)
	}

	pub(crate) fn do_release(
		id: ContractId,
		source: IncomeSource,
		unit: MemberId,
	) -> DispatchResult {
		let key = (id, source, unit);
		let mut record = Distributions::<T>::get(key).ok_or(Error::<T>::UnknownPayment)?;
		ensure!(record.state == DistributionState::Parked, Error::<T>::NotParked);
		ensure!(!Self::is_held(id, unit), Error::<T>::HoldInTheWay);
		record.state = DistributionState::Released;
		record.released = Some(Self::present());
		Distributions::<T>::insert(key, record);
		Self::deposit_event(Event::DistributionReleased { contract: id, source, unit });
		Ok(())
	}
}
