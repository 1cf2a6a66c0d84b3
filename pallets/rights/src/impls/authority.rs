//! Steps of authorities: attestations of an office, holds, successions, corrections.

use super::append::rights_in;
use crate::{Config, DecisionDocument, Error, Event, Pallet, RequestId, RequestState, WeightInfo};
use alloc::{boxed::Box, vec::Vec};
use frame_support::{ensure, storage::with_storage_layer, weights::Weight};
use quanqi_title::{Act, Actor, Cause, Correction, HoldTarget, LegalDate};
use quanqi_traits::{Members, Step};
use quanqi_types::{
	bounds::MAX_LABEL_BYTES, AchievementId, BoundedVec, Capability, MemberId, Moment, Permission,
	Shares, Text,
};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_attest_transfer(
		who: T::AccountId,
		achievement: AchievementId,
		agreed: u32,
		office_number: Text<MAX_LABEL_BYTES>,
		office_date: Moment,
	) -> Result<u32, DispatchError> {
		let office = Self::authority_of(&who, Capability::AttestRegister)?;
		let title = Self::load(achievement)?;
		let found = title.body().agreed_transfers.iter().find(|found| found.sequence == agreed);
		let found = found.ok_or(Error::<T>::NotAgreed)?;
		let act = Act::ShareTransferred {
			agreed: Some(agreed),
			from: found.from,
			to: found.to,
			ppm: found.ppm,
		};
		let step = Self::attested(office, office_number, office_date, act);
		let (_, rights) = Self::take(achievement, &step)?;
		Ok(rights)
	}

	/// A step by an act of the office.
	fn attested(office: MemberId, number: Text<MAX_LABEL_BYTES>, date: Moment, act: Act) -> Step {
		Step {
			actor: Actor { member: office, mandate: None },
			cause: Cause::Office(number),
			legal_date: Some(LegalDate { moment: date, attested_by: office }),
			consents: Vec::new(),
			act,
		}
	}

	pub(crate) fn do_attest_pledge(
		who: T::AccountId,
		id: RequestId,
		office_number: Text<MAX_LABEL_BYTES>,
		office_date: Moment,
	) -> Result<u32, DispatchError> {
		let office = Self::authority_of(&who, Capability::AttestRegister)?;
		let request = Self::request(id)?;
		ensure!(request.state == RequestState::AwaitingOffice, Error::<T>::NotAwaitingOffice);
		let mut step = Self::attested(office, office_number, office_date, request.act.clone());
		// The office registers what the pledgor does.
		step.actor = request.actor;
		step.consents = request.consents.to_vec();
		let (sequence, rights) = Self::take(request.achievement, &step)?;
		Self::close_request(id, &request, crate::RequestOutcome::Taken(sequence));
		Ok(rights)
	}

	/// Who may order a hold: who may adjudicate, or relays an outside court's order.
	fn who_may_hold(who: &T::AccountId) -> Result<MemberId, DispatchError> {
		let authority = T::Members::member(who, Permission::Authority)?;
		if T::Members::ensure_capable(authority, Capability::RelayOrders).is_err() {
			T::Members::ensure_capable(authority, Capability::Adjudicate)?;
		}
		Ok(authority)
	}

	pub(crate) fn do_hold(
		who: T::AccountId,
		achievement: AchievementId,
		target: HoldTarget,
		until: Option<Moment>,
		order: DecisionDocument,
	) -> Result<u32, DispatchError> {
		let authority = Self::who_may_hold(&who)?;
		let act = Act::Held { target, until, renews: None };
		Self::take_decided(achievement, authority, order, act)
	}

	pub(crate) fn do_renew_hold(
		who: T::AccountId,
		achievement: AchievementId,
		hold: u32,
		until: Option<Moment>,
		order: DecisionDocument,
	) -> Result<u32, DispatchError> {
		let authority = Self::who_may_hold(&who)?;
		let title = Self::load(achievement)?;
		let found = title.body().holds.iter().find(|found| found.sequence == hold);
		let target = found.ok_or(Error::<T>::NotAgreed)?.target;
		let act = Act::Held { target, until, renews: Some(hold) };
		Self::take_decided(achievement, authority, order, act)
	}

	pub(crate) fn do_lift_hold(
		who: T::AccountId,
		achievement: AchievementId,
		hold: u32,
		order: DecisionDocument,
	) -> Result<u32, DispatchError> {
		let authority = Self::who_may_hold(&who)?;
		Self::take_decided(achievement, authority, order, Act::HoldLifted { hold })
	}

	pub(crate) fn do_correct(
		who: T::AccountId,
		achievement: AchievementId,
		correction: Box<Correction>,
		decision: DecisionDocument,
	) -> Result<u32, DispatchError> {
		let owners = correction.owners.iter().flat_map(|owners| owners.members());
		let holders = correction.right.iter().flat_map(|(_, terms)| terms.holders.members());
		Self::ensure_known(&owners.chain(holders).collect::<Vec<_>>())?;
		Self::decide(who, achievement, decision, Act::Corrected(correction))
	}

	pub(crate) fn do_succeed(
		who: T::AccountId,
		from: MemberId,
		heirs: Shares,
		achievements: BoundedVec<AchievementId, T::MaxSuccession>,
		decision: DecisionDocument,
	) -> Result<Weight, DispatchError> {
		let authority = Self::authority_of(&who, Capability::Adjudicate)?;
		Self::ensure_known(&heirs.members().collect::<Vec<_>>())?;
		let mut weight = T::WeightInfo::succeed(0);
		for achievement in achievements {
			let act = Act::Succeeded { from, heirs: heirs.clone() };
			let taken = with_storage_layer(|| {
				Self::take_decided(achievement, authority, decision.clone(), act)
			});
			let rights = match taken {
				Ok(rights) => rights,
				Err(error) => {
					Self::deposit_event(Event::SuccessionSkipped { achievement, from, error });
					crate::Titles::<T>::get(achievement).map_or(0, |title| rights_in(&title))
				}
			};
			weight.saturating_accrue(T::WeightInfo::succeed(rights));
		}
		Ok(weight)
	}
}
