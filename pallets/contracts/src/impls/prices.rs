//! Price events (定价) and what a contract's price needs (C7).

use crate::{
	income::{is_provincial_exchange, judge, touches_secrecy, Named, PriceEvent, PriceFacts},
	Config, Error, Event, NextPriceEvent, Pallet, PriceEvents, PriceRecord, Terms,
};
use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::ensure;
use quanqi_traits::{Achievements, Members, Notices, Titles};
use quanqi_types::{AchievementId, Date, Location, MandateId, MemberId, MemberKind, Permission};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_record_price_event(
		who: T::AccountId,
		event: PriceEvent,
		mandate: Option<MandateId>,
	) -> DispatchResult {
		let by = Self::price_recorder(&who, &event, mandate)?;
		let record = Self::judged(by, event)?;
		let id = NextPriceEvent::<T>::get();
		NextPriceEvent::<T>::put(id.checked_add(1).ok_or(Error::<T>::NumbersUsedUp)?);
		Self::deposit_event(Event::PriceEventRecorded {
			price_event: id,
			by,
			outcome: record.event.outcome,
			appraisal: record.judgement.appraisal,
		});
		PriceEvents::<T>::insert(id, record);
		Ok(())
	}

	/// The holder, or the exchange that ran the event.
	fn price_recorder(
		who: &T::AccountId,
		event: &PriceEvent,
		mandate: Option<MandateId>,
	) -> Result<MemberId, DispatchError> {
		let buyer: Vec<_> = event.buyer.iter().filter_map(Named::member).collect();
		if let Ok(actor) = T::Members::acting(who, Permission::Dispose, mandate, &buyer) {
			if event.holder == Named::Member(actor.member) {
				return Ok(actor.member);
			}
		}
		let member = T::Members::member(who, Permission::Authority)?;
		let is_exchange =
			T::Members::facts(member).is_some_and(|facts| facts.kind == MemberKind::Exchange);
		let is_venue =
			event.venue.as_ref().is_some_and(|venue| venue.place == Named::Member(member));
		ensure!(is_exchange && is_venue, Error::<T>::NotPriceRecorder);
		Ok(member)
	}

	/// What C7 says of an event, by what the ledger knows around it.
	pub(crate) fn judged(by: MemberId, event: PriceEvent) -> Result<PriceRecord, DispatchError> {
		let venue = event.venue.as_ref().map(|venue| &venue.place);
		let valuer = event.valuation.as_ref().map(|valuation| &valuation.valuer);
		let named = [Some(&event.holder), event.buyer.as_ref(), venue, valuer];
		let all_known = named
			.into_iter()
			.flatten()
			.filter_map(Named::member)
			.all(|member| T::Members::facts(member).is_some());
		ensure!(all_known, Error::<T>::UnknownMember);
		let today = Date::from_moment(Self::present());
		ensure!(event.date.day().is_none_or(|day| day <= today), Error::<T>::DateInFuture);
		let mut completers = BTreeSet::new();
		let mut secrecy = false;
		for achievement in event.achievements() {
			let facts =
				T::Achievements::facts(achievement).ok_or(Error::<T>::UnknownAchievement)?;
			completers.extend(facts.completers);
			secrecy |= facts.exclusion.is_some_and(touches_secrecy);
		}
		let completers: Vec<_> = completers.into_iter().collect();
		let holder = event.holder.member();
		let notice = event.notice.and_then(T::Notices::facts);
		let facts = PriceFacts {
			state_established: holder.is_some_and(Self::is_state_established),
			provincial_exchange: Self::is_exchange_of_province(holder, venue),
			secrecy,
			completers: &completers,
			notice: notice.as_ref(),
		};
		let judgement = judge(&event, &facts).map_err(Error::<T>::from)?;
		Ok(PriceRecord { by, at: Self::present(), event, judgement })
	}

	pub(crate) fn is_state_established(member: MemberId) -> bool {
		T::Members::facts(member).is_some_and(|facts| facts.state_established)
	}

	/// Whether the venue is a technology exchange of the holder's own province (S2 §1).
	fn is_exchange_of_province(holder: Option<MemberId>, venue: Option<&Named>) -> bool {
		let place = |member: MemberId| T::Members::location(member);
		let province = match holder.and_then(place) {
			Some(Location::Division(code)) => u8::try_from(code / 10_000).ok(),
			_ => None,
		};
		let found = venue.and_then(Named::member).and_then(|member| {
			let kind = T::Members::facts(member)?.kind;
			Some(is_provincial_exchange(kind, &place(member)?, province?))
		});
		found.unwrap_or(false)
	}

	/// C7: each price event that is named exists and fits the contract; what a state-established holder
	/// disposes of has one, sold.
	pub(crate) fn check_prices(terms: &Terms) -> DispatchResult {
		let mut events = Vec::new();
		for id in &terms.price_events {
			let event = PriceEvents::<T>::get(id).ok_or(Error::<T>::UnknownPriceEvent)?.event;
			let buyer = event.buyer.as_ref().and_then(Named::member);
			let fits_buyer = buyer.is_none_or(|buyer| terms.role_of(buyer).is_some());
			ensure!(fits_buyer, Error::<T>::PriceDiffers);
			events.push(event);
		}
		for (achievement, holder) in terms.effects.iter().filter_map(|effect| effect.disposer()) {
			Self::check_price_of(terms, &events, achievement, holder)?;
		}
		Ok(())
	}

	fn check_price_of(
		terms: &Terms,
		events: &[PriceEvent],
		achievement: AchievementId,
		holder: MemberId,
	) -> DispatchResult {
		let is_service = T::Achievements::facts(achievement).is_some_and(|facts| facts.service);
		let is_owner =
			T::Titles::title(achievement).is_some_and(|title| title.owners.contains(holder));
		let found = events.iter().find(|event| {
			event.is_sold()
				&& event.holder == Named::Member(holder)
				&& event.achievements().any(|sold| sold == achievement)
		});
		let Some(event) = found else {
			let needs_event = is_service && is_owner && Self::is_state_established(holder);
			ensure!(!needs_event, Error::<T>::PriceEventMissing);
			return Ok(());
		};
		// Where both say what this achievement costs, they say the same.
		let prices = event.price_of(achievement).zip(terms.price_of(achievement));
		ensure!(prices.is_none_or(|(found, stated)| found == stated), Error::<T>::PriceDiffers);
		Ok(())
	}
}
