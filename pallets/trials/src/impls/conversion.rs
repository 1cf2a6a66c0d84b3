//! Conversion by a signed contract (R12, R13, R18).

use crate::{
	Config, Contenders, Converted, Error, Event, FeeLine, Flag, Found, Pallet, PoolEntry, Trial,
	TrialState,
};
use frame_support::ensure;
use quanqi_title::Actor;
use quanqi_traits::{Conversion, Trials};
use quanqi_types::{ContractId, Force, RuleId};
use sp_runtime::DispatchResult;

/// What a lawful conversion brings with it.
struct Terms {
	trial: Trial,
	fee: Option<(FeeLine, Option<Flag>)>,
}

impl<T: Config> Trials for Pallet<T> {
	fn check_conversion(conversion: &Conversion) -> DispatchResult {
		Self::conversion_terms(conversion)?;
		Ok(())
	}

	fn converted(conversion: &Conversion, contract: ContractId) -> DispatchResult {
		let Terms { mut trial, fee } = Self::conversion_terms(conversion)?;
		let id = conversion.trial;
		let line = fee.map(|(line, _)| line);
		let converted = Converted { contract, price: conversion.price, fee: line };
		trial.converted = Some(converted);
		if let Some((_, Some(flag))) = fee {
			Self::flag(id, &mut trial, flag);
		}
		Self::finish(id, trial.clone(), TrialState::Converted, None)?;
		// Its signature under the contract is the user's own act.
		let actor = Actor { member: conversion.user, mandate: None };
		Self::surrender(id, &trial, actor)?;
		Self::deposit_event(Event::TrialConverted { trial: id, converted });
		Ok(())
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_declared(
		achievement: quanqi_types::AchievementId,
		user: quanqi_types::MemberId,
	) -> quanqi_types::TrialId {
		crate::benchmarking::declared_trial::<T>(achievement, user)
	}
}

impl<T: Config> Pallet<T> {
	/// R12, R13, R18: what a contract must be that converts a trial.
	fn conversion_terms(conversion: &Conversion) -> Result<Terms, Error<T>> {
		let id = conversion.trial;
		let trial = Self::load(id)?;
		let is_declared = trial.state == TrialState::ConvertDeclared;
		ensure!(is_declared, Error::<T>::NotDeclared(trial.state));
		ensure!(conversion.achievement == trial.achievement, Error::<T>::OtherTrial);
		let title = Self::title(trial.achievement)?;
		ensure!(conversion.user == Self::user_of(&title, &trial), Error::<T>::OtherTrial);
		let entry = Self::load_entry(trial.achievement, trial.entry)?;
		use crate::rules::PriceFault;
		crate::rules::check_price(&entry.terms.conversion, conversion.price.as_ref()).map_err(
			|fault| match fault {
				PriceFault::NotFixedPrice => Error::<T>::NotFixedPrice,
				PriceFault::AboveCap => Error::<T>::AboveCap,
				PriceFault::PriceHidden => Error::<T>::PriceHidden,
			},
		)?;
		Self::check_turn(&trial, &entry, conversion)?;
		let fee = Self::fee_of(&trial, conversion)?;
		Ok(Terms { trial, fee })
	}

	/// R13: whether it is this trial's turn, and the price not below what its user offered.
	fn check_turn(
		trial: &Trial,
		entry: &PoolEntry,
		conversion: &Conversion,
	) -> Result<(), Error<T>> {
		let contenders = Contenders::<T>::get(trial.achievement, trial.entry);
		let (id, now, tie) = (conversion.trial, Self::now(), entry.terms.tie);
		let others_stand =
			contenders.iter().any(|other| other.trial != id && other.priority_until > now);
		match crate::rules::first_to_convert(&contenders, tie, entry.chosen, now) {
			Some(first) if first == id => {}
			_ if !others_stand => {}
			Some(first) => return Err(Error::<T>::OtherGoesFirst(Found::new(first.0))),
			None => return Err(Error::<T>::NotChosenYet),
		}
		let own = contenders.iter().find(|contender| contender.trial == id);
		match (own.and_then(|own| own.offer), conversion.price) {
			(Some(offer), Some(price)) => {
				let reaches = price.currency == offer.currency && price.minor >= offer.minor;
				ensure!(reaches, Error::<T>::BelowOffer);
				Ok(())
			}
			_ => Ok(()),
		}
	}

	/// R18: the broker's fee line by the law of the day, and what is wanting in it. A binding floor
	/// refuses.
	fn fee_of(
		trial: &Trial,
		conversion: &Conversion,
	) -> Result<Option<(FeeLine, Option<Flag>)>, Error<T>> {
		let Some(brokerage) = trial.broker else { return Ok(None) };
		let (floor, force) = Self::part_on(RuleId::FacilitationFee, Self::now())?;
		let price = conversion.price.as_ref();
		let (line, is_enough) =
			crate::rules::fee_line(brokerage.broker, brokerage.fee, price, floor);
		let found = line.part.unwrap_or_default();
		let flag = match is_enough {
			Some(true) => None,
			None => Some(Flag::FeeNotJudged),
			Some(false) => {
				let binds = force == Force::Binding;
				ensure!(!binds, Error::<T>::FeeBelow(Found::new(found.into())));
				Some(Flag::FeeBelow { required: floor, found })
			}
		};
		Ok(Some((line, flag)))
	}
}
