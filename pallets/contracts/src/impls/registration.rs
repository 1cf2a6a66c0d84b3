//! Registration by a bureau (C5): who submits where, what is decided, and whether it was in time.

use crate::{
	rules, Application, ApplicationKind, Config, Contract, ContractState, Decision, Error, Event,
	Pallet, PartyRole, Registration, RegistrationState, Registrations, RevocationReason,
	StatedAmounts, Statement, Terms, Timeliness,
};
use frame_support::ensure;
use quanqi_traits::{Members, Statutes};
use quanqi_types::{
	Capability, ContractId, Digest, Location, MandateId, MemberId, Moment, RuleId, StatuteValue,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// The location of a member in China.
	fn domestic(member: MemberId) -> Option<Location> {
		T::Members::location(member).filter(|place| matches!(place, Location::Division(_)))
	}

	/// C5: the seller applies; an importer only where every seller is abroad.
	fn applicant(
		who: &T::AccountId,
		mandate: Option<MandateId>,
		terms: &Terms,
	) -> Result<(MemberId, Location), DispatchError> {
		let member = Self::party(who, mandate, terms)?.member;
		let place = Self::domestic(member).ok_or(Error::<T>::NotApplicant)?;
		let is_import =
			terms.with_role(PartyRole::Seller).all(|seller| Self::domestic(seller).is_none());
		let may_apply = match terms.role_of(member) {
			Some(PartyRole::Seller) => true,
			Some(PartyRole::Buyer) => is_import,
			_ => false,
		};
		ensure!(may_apply, Error::<T>::NotApplicant);
		Ok((member, place))
	}

	fn application(kind: ApplicationKind, by: MemberId, contract: &Contract) -> Application {
		Application { kind, by, at: Self::present(), version: contract.version, disputed: false }
	}

	pub(crate) fn do_submit(
		who: T::AccountId,
		id: ContractId,
		bureau: MemberId,
		mandate: Option<MandateId>,
	) -> DispatchResult {
		let contract = Self::load(id)?;
		let terms = Self::present_terms(id, &contract)?;
		let (by, place) = Self::applicant(&who, mandate, &terms)?;
		let is_signed = contract.state.is_in_force() || contract.state == ContractState::Performed;
		ensure!(is_signed, Error::<T>::WrongState);
		if let Some(before) = Registrations::<T>::get(id) {
			let is_returned = matches!(before.state, RegistrationState::Returned(_));
			ensure!(is_returned, Error::<T>::AlreadySubmitted);
		}
		T::Members::ensure_capable(bureau, Capability::RegisterContracts)?;
		ensure!(terms.role_of(bureau).is_none(), Error::<T>::BureauIsParty);
		let jurisdiction = T::Members::jurisdiction(bureau);
		let covers = jurisdiction.is_some_and(|division| rules::covers(division, &place));
		ensure!(covers, Error::<T>::OutsideJurisdiction);
		let registration = Registration {
			bureau,
			state: RegistrationState::Submitted,
			application: Some(Self::application(ApplicationKind::Register, by, &contract)),
			statement: None,
			version: contract.version,
			decided: None,
			timeliness: Timeliness::InTime,
			document: None,
		};
		Registrations::<T>::insert(id, registration);
		Self::deposit_event(Event::Submitted { contract: id, bureau, by });
		Ok(())
	}

	pub(crate) fn do_apply(
		who: T::AccountId,
		id: ContractId,
		kind: ApplicationKind,
		mandate: Option<MandateId>,
	) -> DispatchResult {
		let contract = Self::load(id)?;
		let terms = Self::present_terms(id, &contract)?;
		let (by, _) = Self::applicant(&who, mandate, &terms)?;
		let mut registration = Registrations::<T>::get(id).ok_or(Error::<T>::NotRegistered)?;
		ensure!(registration.state.is_registered(), Error::<T>::NotRegistered);
		ensure!(registration.application.is_none(), Error::<T>::AlreadySubmitted);
		ensure!(kind != ApplicationKind::Register, Error::<T>::AlreadySubmitted);
		registration.application = Some(Self::application(kind, by, &contract));
		Registrations::<T>::insert(id, registration);
		Self::deposit_event(Event::Applied { contract: id, kind, by });
		Ok(())
	}

	/// The registration of a contract, for a key of its own bureau.
	fn at_bureau(who: &T::AccountId, id: ContractId) -> Result<Registration, DispatchError> {
		let bureau = Self::authority(who, Capability::RegisterContracts)?;
		let registration = Registrations::<T>::get(id).ok_or(Error::<T>::NothingSubmitted)?;
		ensure!(registration.bureau == bureau, Error::<T>::NotBureau);
		Ok(registration)
	}

	/// When the bureau's ordinary and longer times end, by the law of the day it was applied to.
	fn deadlines(at: Moment) -> (Option<Moment>, Option<Moment>) {
		let end = |rule| {
			let term = T::Statutes::term_on(rule, at)?;
			T::Statutes::end_of_term(term, at).map(|end| end.moment)
		};
		(end(RuleId::ContractDecisionPeriod), end(RuleId::LargeContractDecisionPeriod))
	}

	pub(crate) fn do_hold_disputed(
		who: T::AccountId,
		id: ContractId,
		reason: Digest,
	) -> DispatchResult {
		let mut registration = Self::at_bureau(&who, id)?;
		let application = registration.application.as_mut().ok_or(Error::<T>::NothingSubmitted)?;
		let (ordinary, _) = Self::deadlines(application.at);
		let is_early = ordinary.is_none_or(|end| Self::present() < end);
		ensure!(is_early && !application.disputed, Error::<T>::DecisionUnfit);
		application.disputed = true;
		Registrations::<T>::insert(id, registration);
		Self::deposit_event(Event::HeldDisputed { contract: id, reason });
		Ok(())
	}

	/// C5: number and scheme are text, the technology amount is not above the total; amounts are sealed
	/// exactly where the contract is (C11).
	fn check_statement(statement: &Statement, terms: &Terms) -> DispatchResult {
		Self::ensure_text(&statement.number)?;
		Self::ensure_text(&statement.scheme)?;
		match &statement.amounts {
			StatedAmounts::Open { total, technology } => {
				ensure!(!terms.is_sealed(), Error::<T>::SealMismatch);
				ensure!(technology.currency == total.currency, Error::<T>::AmountsUnfit);
				ensure!(technology.minor <= total.minor, Error::<T>::AmountsUnfit);
			}
			StatedAmounts::Sealed(seal) => {
				ensure!(terms.is_sealed() && seal.fields > 0, Error::<T>::SealMismatch)
			}
		}
		Ok(())
	}

	/// Whether the contract is large; unknown where the amount is sealed or in another currency.
	fn is_large(at: Moment, statement: Option<&Statement>, terms: &Terms) -> Option<bool> {
		let version = T::Statutes::version_on(RuleId::LargeContractAmount, at)?;
		let StatuteValue::Amount(limit) = version.value else { return None };
		match statement.map(|statement| statement.amounts) {
			Some(StatedAmounts::Open { technology, .. }) => {
				(technology.currency == limit.currency).then_some(technology.minor > limit.minor)
			}
			Some(StatedAmounts::Sealed(_)) => None,
			// The technology amount is never above the total.
			None => {
				let total = terms.consideration.fixed_total()?;
				let is_small = total.currency == limit.currency && total.minor <= limit.minor;
				is_small.then_some(false)
			}
		}
	}

	pub(crate) fn do_decide(
		who: T::AccountId,
		id: ContractId,
		decision: Decision,
		document: Option<Digest>,
	) -> DispatchResult {
		let mut registration = Self::at_bureau(&who, id)?;
		let application = registration.application.take().ok_or(Error::<T>::NothingSubmitted)?;
		let terms = Self::terms(id, application.version)?;
		let old = registration.state.clone();
		let statement = match (application.kind, decision) {
			(ApplicationKind::Register, Decision::Register(statement)) => {
				registration.state = RegistrationState::Registered;
				Some(statement)
			}
			(ApplicationKind::Register, Decision::Return(reason)) => {
				Self::ensure_text(&reason)?;
				registration.state = RegistrationState::Returned(reason);
				None
			}
			(ApplicationKind::Change, Decision::Change(statement)) => {
				registration.state = RegistrationState::Changed;
				Some(statement)
			}
			(ApplicationKind::Cancel, Decision::Cancel) => {
				registration.state = RegistrationState::Cancelled;
				None
			}
			// What is registered stays as it is.
			(ApplicationKind::Change | ApplicationKind::Cancel, Decision::Return(reason)) => {
				Self::ensure_text(&reason)?;
				None
			}
			_ => return Err(Error::<T>::DecisionUnfit.into()),
		};
		if let Some(statement) = statement {
			Self::check_statement(&statement, &terms)?;
			registration.statement = Some(statement);
			registration.version = application.version;
		}
		let (ordinary, large) = Self::deadlines(application.at);
		let is_large = match application.disputed {
			true => Some(true),
			false => Self::is_large(application.at, registration.statement.as_ref(), &terms),
		};
		registration.timeliness = rules::timeliness(Self::present(), ordinary, large, is_large);
		Self::put_decided(id, registration, old, document);
		Ok(())
	}

	pub(crate) fn do_revoke(
		who: T::AccountId,
		id: ContractId,
		reason: RevocationReason,
		document: Digest,
	) -> DispatchResult {
		let mut registration = Self::at_bureau(&who, id)?;
		ensure!(registration.state.is_registered(), Error::<T>::NotRegistered);
		let old = registration.state.clone();
		registration.state = RegistrationState::Revoked(reason);
		registration.application = None;
		registration.timeliness = Timeliness::InTime;
		Self::put_decided(id, registration, old, Some(document));
		Ok(())
	}

	fn put_decided(
		id: ContractId,
		mut registration: Registration,
		old: RegistrationState,
		document: Option<Digest>,
	) {
		registration.decided = Some(Self::present());
		registration.document = document;
		Self::deposit_event(Event::RegistrationDecided {
			contract: id,
			bureau: registration.bureau,
			old,
			new: registration.state.clone(),
			timeliness: registration.timeliness,
		});
		Registrations::<T>::insert(id, registration);
	}
}
