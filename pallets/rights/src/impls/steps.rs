//! Steps that owners, holders and pledgees take: at once where every consent is there, through a
//! request otherwise.

use super::append::rights_in;
use crate::{Config, DecisionDocument, Error, Obstacles, Pallet};
use alloc::{boxed::Box, vec::Vec};
use frame_support::ensure;
use quanqi_title::{
	fellow_holders, parties, Act, Actor, Agreement, Cause, EndReason, HoldTarget, MandateRef,
	PoolTerms, Title, UseGrant,
};
use quanqi_traits::{Members, Step};
use quanqi_types::{
	AchievementId, Capability, Commitment, MandateId, MemberId, Moment, Period, Permission, Ppm,
	Scope, Shares,
};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// Refuses a mandate whose agent, or whose principal's sponsor, is a party of the step (Civil Code
	/// art. 168). A holder may represent its fellow holders, as the law of titles has it.
	pub(crate) fn ensure_serves(
		who: &T::AccountId,
		mandate: MandateId,
		actor: &Actor,
		title: &Title,
		step: &Step,
	) -> Result<(), DispatchError> {
		let entry = Self::draft(Some(title), step).map_err(Error::<T>::from)?;
		let mut parties = parties(Some(title.body()), entry.body());
		if step.actor.member != actor.member {
			parties.push(step.actor.member);
		}
		let team = fellow_holders(Some(title.body()), entry.body());
		if let Some(MandateRef { agent, .. }) = actor.mandate {
			if team.contains(&agent) && team.contains(&actor.member) {
				parties.retain(|party| *party != agent);
			}
		}
		T::Members::acting(who, Permission::Dispose, Some(mandate), &parties).map(|_| ())
	}

	/// The authority behind a key, when its member may decide.
	pub(crate) fn authority_of(
		who: &T::AccountId,
		capability: Capability,
	) -> Result<MemberId, DispatchError> {
		let authority = T::Members::member(who, Permission::Authority)?;
		T::Members::ensure_capable(authority, capability)?;
		Ok(authority)
	}

	/// A step a member declares: taken now, or asked for.
	fn declare(
		who: T::AccountId,
		mandate: Option<MandateId>,
		achievement: AchievementId,
		act: impl FnOnce(MemberId) -> Act,
	) -> Result<u32, DispatchError> {
		Self::declare_against(who, mandate, achievement, Obstacles::Ask, act)
	}

	/// The same, with what to do about those in the way.
	fn declare_against(
		who: T::AccountId,
		mandate: Option<MandateId>,
		achievement: AchievementId,
		obstacles: Obstacles,
		act: impl FnOnce(MemberId) -> Act,
	) -> Result<u32, DispatchError> {
		let title = Self::load(achievement)?;
		let actor = T::Members::acting(&who, Permission::Dispose, mandate, &[])?;
		let step = Step {
			actor,
			cause: Cause::Declaration,
			legal_date: None,
			consents: Vec::new(),
			act: act(actor.member),
		};
		if let Some(mandate) = mandate {
			Self::ensure_serves(&who, mandate, &actor, &title, &step)?;
		}
		Self::take_or_ask(achievement, &title, step, obstacles)?;
		Ok(rights_in(&title))
	}

	/// A step a member declares, or an authority decides where there is a decision.
	fn declare_or_decide(
		who: T::AccountId,
		mandate: Option<MandateId>,
		achievement: AchievementId,
		decision: Option<DecisionDocument>,
		act: Act,
	) -> Result<u32, DispatchError> {
		match decision {
			None => Self::declare(who, mandate, achievement, |_| act),
			Some(document) => {
				ensure!(mandate.is_none(), Error::<T>::NoMandateForAuthority);
				Self::decide(who, achievement, document, act)
			}
		}
	}

	/// A step an authority decides: it needs nobody's consent.
	pub(crate) fn decide(
		who: T::AccountId,
		achievement: AchievementId,
		document: DecisionDocument,
		act: Act,
	) -> Result<u32, DispatchError> {
		let authority = Self::authority_of(&who, Capability::Adjudicate)?;
		Self::take_decided(achievement, authority, document, act)
	}

	/// Appends what an authority decided.
	pub(crate) fn take_decided(
		achievement: AchievementId,
		authority: MemberId,
		document: DecisionDocument,
		act: Act,
	) -> Result<u32, DispatchError> {
		let step = Step {
			actor: Actor { member: authority, mandate: None },
			cause: Cause::Decision(document.of(authority)),
			legal_date: None,
			consents: Vec::new(),
			act,
		};
		let (_, rights) = Self::take(achievement, &step)?;
		Ok(rights)
	}

	pub(crate) fn do_agree_transfer(
		who: T::AccountId,
		achievement: AchievementId,
		to: MemberId,
		ppm: Ppm,
		mandate: Option<MandateId>,
	) -> Result<u32, DispatchError> {
		Self::ensure_known(&[to])?;
		let act = |from| Act::TransferAgreed { from, to, ppm };
		Self::declare(who, mandate, achievement, act)
	}

	pub(crate) fn do_cancel_transfer(
		who: T::AccountId,
		achievement: AchievementId,
		agreed: u32,
		decision: Option<DecisionDocument>,
		mandate: Option<MandateId>,
	) -> Result<u32, DispatchError> {
		let act = Act::TransferCancelled { agreed };
		Self::declare_or_decide(who, mandate, achievement, decision, act)
	}

	pub(crate) fn do_transfer_now(
		who: T::AccountId,
		achievement: AchievementId,
		agreed: Option<u32>,
		to: MemberId,
		ppm: Ppm,
		mandate: Option<MandateId>,
	) -> Result<u32, DispatchError> {
		Self::ensure_known(&[to])?;
		let act = |from| Act::ShareTransferred { agreed, from, to, ppm };
		Self::declare(who, mandate, achievement, act)
	}

	pub(crate) fn do_grant_use(
		who: T::AccountId,
		achievement: AchievementId,
		terms: Box<UseGrant>,
		obstacles: Obstacles,
		mandate: Option<MandateId>,
	) -> Result<u32, DispatchError> {
		Self::ensure_known(&terms.holders.members().collect::<Vec<_>>())?;
		Self::declare_against(who, mandate, achievement, obstacles, |_| Act::UseGranted(terms))
	}

	pub(crate) fn do_transfer_use(
		who: T::AccountId,
		achievement: AchievementId,
		right: u32,
		to: MemberId,
		ppm: Ppm,
		mandate: Option<MandateId>,
	) -> Result<u32, DispatchError> {
		Self::ensure_known(&[to])?;
		let act = |from| Act::UseTransferred { right, from, to, ppm };
		Self::declare(who, mandate, achievement, act)
	}

	pub(crate) fn do_divide_use(
		who: T::AccountId,
		achievement: AchievementId,
		right: u32,
		holders: Shares,
		mandate: Option<MandateId>,
	) -> Result<u32, DispatchError> {
		Self::ensure_known(&holders.members().collect::<Vec<_>>())?;
		Self::declare(who, mandate, achievement, |_| Act::UseDivided { right, holders })
	}

	pub(crate) fn do_end_use(
		who: T::AccountId,
		achievement: AchievementId,
		right: u32,
		reason: EndReason,
		decision: Option<DecisionDocument>,
		mandate: Option<MandateId>,
	) -> Result<u32, DispatchError> {
		let act = Act::UseEnded { right, reason };
		Self::declare_or_decide(who, mandate, achievement, decision, act)
	}

	/// What an office registers waits for it even when everyone agreed (T9).
	#[allow(clippy::too_many_arguments, reason = "the terms of a pledge, as the call has them")]
	pub(crate) fn do_pledge(
		who: T::AccountId,
		achievement: AchievementId,
		pledgee: MemberId,
		target: HoldTarget,
		ppm: Ppm,
		secured: Commitment,
		until: Option<Moment>,
		mandate: Option<MandateId>,
	) -> Result<u32, DispatchError> {
		Self::ensure_known(&[pledgee])?;
		let act = |pledgor| Act::Pledged { pledgor, pledgee, target, ppm, secured, until };
		Self::declare(who, mandate, achievement, act)
	}

	pub(crate) fn do_release_pledge(
		who: T::AccountId,
		achievement: AchievementId,
		pledge: u32,
		decision: Option<DecisionDocument>,
		mandate: Option<MandateId>,
	) -> Result<u32, DispatchError> {
		let act = Act::PledgeReleased { pledge };
		Self::declare_or_decide(who, mandate, achievement, decision, act)
	}

	pub(crate) fn do_enter_pool(
		who: T::AccountId,
		achievement: AchievementId,
		terms: PoolTerms,
		obstacles: Obstacles,
		mandate: Option<MandateId>,
	) -> Result<u32, DispatchError> {
		Self::declare_against(who, mandate, achievement, obstacles, |_| Act::PoolEntered(terms))
	}

	pub(crate) fn do_leave_pool(
		who: T::AccountId,
		achievement: AchievementId,
		mandate: Option<MandateId>,
	) -> Result<u32, DispatchError> {
		Self::declare(who, mandate, achievement, |_| Act::PoolLeft)
	}

	#[allow(
		clippy::too_many_arguments,
		reason = "the terms of a reservation, as the call has them"
	)]
	pub(crate) fn do_reserve(
		who: T::AccountId,
		achievement: AchievementId,
		beneficiary: MemberId,
		scope: Box<Scope>,
		period: Period,
		obstacles: Obstacles,
		mandate: Option<MandateId>,
	) -> Result<u32, DispatchError> {
		Self::ensure_known(&[beneficiary])?;
		let act = |_| Act::Reserved { beneficiary, scope: *scope, period };
		Self::declare_against(who, mandate, achievement, obstacles, act)
	}

	pub(crate) fn do_end_reservation(
		who: T::AccountId,
		achievement: AchievementId,
		reservation: u32,
		decision: Option<DecisionDocument>,
		mandate: Option<MandateId>,
	) -> Result<u32, DispatchError> {
		let act = Act::ReservationEnded { reservation };
		Self::declare_or_decide(who, mandate, achievement, decision, act)
	}

	pub(crate) fn do_set_agreement(
		who: T::AccountId,
		achievement: AchievementId,
		agreement: Agreement,
		mandate: Option<MandateId>,
	) -> Result<u32, DispatchError> {
		Self::declare(who, mandate, achievement, |_| Act::AgreementSet(agreement))
	}

	/// Refuses a member that does not exist: the law of titles knows ids only.
	pub(crate) fn ensure_known(members: &[MemberId]) -> Result<(), DispatchError> {
		let all_known = members.iter().all(|member| T::Members::facts(*member).is_some());
		ensure!(all_known, Error::<T>::UnknownMember);
		Ok(())
	}
}
