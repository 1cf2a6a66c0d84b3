//! The idle clock (R19 to R21).

use crate::{
	Config, ConversionWay, Declination, Declinations, DeclineReason, Error, Event, IdleItem,
	NotedConversion, Pallet,
};
use frame_support::ensure;
use quanqi_traits::{AchievementFacts, FundingKind, Members, Statutes, Titles};
use quanqi_types::{
	AchievementId, Digest, MandateId, MemberId, Moment, Permission, RuleId, StatuteValue,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// R20: whether an achievement is idle now, and since when: paid by public money, not excluded,
	/// never converted, and the statute's years are over since its clock started.
	///
	/// An encouraged rule like this one decides only what the list shows.
	pub(crate) fn idle(achievement: AchievementId) -> Option<IdleItem> {
		let facts: AchievementFacts = Self::facts(achievement).ok()?;
		if facts.funding != FundingKind::Fiscal || facts.exclusion.is_some() {
			return None;
		}
		let clock = Self::clock(achievement);
		if !clock.conversions.is_empty() {
			return None;
		}
		let now = Self::now();
		let code = match T::Statutes::version_on(RuleId::IdleClockStart, now)?.value {
			StatuteValue::Number(code) => code,
			_ => return None,
		};
		let started =
			crate::rules::clock_start(code, facts.completed, facts.official_status, &clock)?;
		let (period, _) = Self::term_on(RuleId::IdlePeriod, now).ok()?;
		let idle_since = Self::end_of(period, started).ok()?.moment;
		if idle_since > now {
			return None;
		}
		let holder = facts.holder;
		let declined = Declinations::<T>::get(achievement);
		Some(IdleItem { achievement, holder, started, idle_since, declined })
	}

	/// Whether an achievement should be on the list: idle, and not in the pool already.
	pub(crate) fn is_due_for_pool(achievement: AchievementId) -> Option<IdleItem> {
		let item = Self::idle(achievement)?;
		let title = T::Titles::title(achievement)?;
		title.open_pool(Self::now()).is_none().then_some(item)
	}

	/// The holder or an owner, in whose name a key writes about an achievement.
	fn writer(
		who: &T::AccountId,
		mandate: Option<MandateId>,
		achievement: AchievementId,
	) -> Result<MemberId, DispatchError> {
		let holder = Self::facts(achievement)?.holder;
		let owners = Self::title(achievement)?.owners;
		let member = T::Members::acting(who, Permission::Register, mandate, &[])?.member;
		ensure!(member == holder || owners.contains(member), Error::<T>::NotHolder);
		Ok(member)
	}

	pub(crate) fn do_decline_pool(
		who: T::AccountId,
		achievement: AchievementId,
		reason: DeclineReason,
		document: Digest,
		mandate: Option<MandateId>,
	) -> DispatchResult {
		let by = Self::writer(&who, mandate, achievement)?;
		ensure!(Self::is_due_for_pool(achievement).is_some(), Error::<T>::NotIdle);
		let declination = Declination { by, at: Self::now(), reason, document };
		Declinations::<T>::insert(achievement, declination);
		Self::deposit_event(Event::PoolDeclined { achievement, declination });
		Ok(())
	}

	pub(crate) fn do_note_conversion(
		who: T::AccountId,
		achievement: AchievementId,
		way: ConversionWay,
		at: Moment,
		evidence: Digest,
		mandate: Option<MandateId>,
	) -> DispatchResult {
		let by = Self::writer(&who, mandate, achievement)?;
		let is_shown = matches!(
			way,
			ConversionWay::Transfer | ConversionWay::Licence | ConversionWay::Contract
		);
		ensure!(!is_shown, Error::<T>::ShownByEntries);
		ensure!(at <= Self::now(), Error::<T>::InFuture);
		let conversion = NotedConversion::told(way, at, Some((by, evidence)));
		Self::add_conversion(achievement, conversion);
		Ok(())
	}
}
