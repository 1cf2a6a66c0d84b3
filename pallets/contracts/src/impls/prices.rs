//! Price events (定价) and what a contract's price needs (C7).

use super::earlier::{achievements_of, effects_of, Earlier};
use crate::{
	income::{
		is_provincial_exchange, judge, touches_secrecy, LotInterest, Named, PriceEvent, PriceFacts,
		PriceMode,
	},
	Config, ContractState, Contracts, Effect, Error, Event, NextPriceEvent, Pallet,
	PriceAllocation, PriceEventId, PriceEvents, PriceRecord, PriceUse, Terms, UsesOf,
};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use frame_support::ensure;
use quanqi_traits::{Achievements, Members, Notices};
use quanqi_types::{
	AchievementId, Amount, ContractId, Date, Location, MandateId, MemberId, MemberKind, Permission,
};
use sp_runtime::{DispatchError, DispatchResult};

/// What a contract sells, by price event.
pub(crate) type Sold = BTreeMap<PriceEventId, BTreeSet<AchievementId>>;

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
	/// disposes of has one, sold, and sold by no other contract. What stands of earlier versions stays
	/// at its price (C7, R12). What the contract of this number sells of which event.
	pub(crate) fn check_prices(
		id: ContractId,
		terms: &Terms,
		earlier: &[Earlier],
	) -> Result<Sold, DispatchError> {
		let events = Self::named_events(terms)?;
		let all: Vec<_> = events.iter().map(|(_, event)| event).collect();
		let offer = Offer {
			terms,
			effects: effects_of(terms, earlier),
			achievements: achievements_of(terms, earlier),
		};
		let mut sold = Sold::new();
		for effect in &terms.effects {
			let Some((achievement, holder)) = effect.disposer() else { continue };
			let is_found = Self::is_at_price(&offer, &all, effect)?;
			ensure!(
				is_found || !Self::is_bound(achievement, holder),
				Error::<T>::PriceEventMissing
			);
			for (event, _) in events.iter().filter(|(_, event)| offer.covers(event, effect)) {
				sold.entry(*event).or_default().insert(achievement);
			}
		}
		for (number, event) in &events {
			let Some(achievements) = sold.get(number) else { continue };
			Self::ensure_unsold(id, *number, achievements)?;
			Self::ensure_whole(id, *number, event, achievements)?;
		}
		for known in earlier.iter().filter(|known| known.stands) {
			let is_kept = |id: &PriceEventId| known.events.contains(id);
			let kept: Vec<_> =
				events.iter().filter(|(id, _)| is_kept(id)).map(|(_, event)| event).collect();
			let is_found = Self::is_at_price(&offer, &kept, &known.effect)?;
			ensure!(is_found || !Self::had_event(known), Error::<T>::PriceEventMissing);
		}
		let is_within = offer.is_within_shares(&all);
		let is_kept = earlier.iter().all(|known| offer.keeps_conversion(known));
		ensure!(is_within && is_kept, Error::<T>::PriceDiffers);
		Ok(sold)
	}

	/// C7: refuses what another contract sold by this event, unless that contract was rescinded.
	fn ensure_unsold(
		id: ContractId,
		event: PriceEventId,
		achievements: &BTreeSet<AchievementId>,
	) -> Result<(), Error<T>> {
		let uses = UsesOf::<T>::get(event);
		for found in uses.iter().filter(|found| achievements.contains(&found.achievement)) {
			let is_rescinded = || {
				Contracts::<T>::get(found.contract)
					.is_some_and(|contract| contract.state == ContractState::Rescinded)
			};
			let is_free = found.contract == id || is_rescinded();
			ensure!(is_free, Error::<T>::PriceEventUsed(found.contract.into()));
		}
		Ok(())
	}

	/// C7: what was sold at one price is sold by one contract, all of it.
	fn ensure_whole(
		id: ContractId,
		number: PriceEventId,
		event: &PriceEvent,
		achievements: &BTreeSet<AchievementId>,
	) -> Result<(), Error<T>> {
		let uses = UsesOf::<T>::get(number);
		let before = uses.iter().filter(|found| found.contract == id);
		let mut sold: BTreeSet<_> = before.map(|found| found.achievement).collect();
		sold.extend(achievements);
		let is_whole = event.priced().all(|(together, _)| {
			let is_sold = |achievement| sold.contains(achievement);
			together.iter().all(is_sold) || !together.iter().any(is_sold)
		});
		ensure!(is_whole, Error::<T>::PriceDiffers);
		Ok(())
	}

	/// C7: what a contract that binds sells is sold.
	pub(crate) fn note_sold(contract: ContractId, sold: &Sold) {
		for (event, achievements) in sold {
			UsesOf::<T>::mutate(event, |uses| {
				uses.retain(|known| !achievements.contains(&known.achievement));
				for achievement in achievements {
					// There is room for every achievement of an event.
					let _ = uses.try_push(PriceUse { achievement: *achievement, contract });
				}
			});
		}
	}

	/// The price events that the terms name; a buyer of theirs is a party.
	fn named_events(terms: &Terms) -> Result<Vec<(PriceEventId, PriceEvent)>, Error<T>> {
		let mut events = Vec::new();
		for id in &terms.price_events {
			let event = PriceEvents::<T>::get(id).ok_or(Error::<T>::UnknownPriceEvent)?.event;
			let buyer = event.buyer.as_ref().and_then(Named::member);
			let fits_buyer = buyer.is_none_or(|buyer| terms.role_of(buyer).is_some());
			ensure!(fits_buyer, Error::<T>::PriceDiffers);
			events.push((*id, event));
		}
		Ok(events)
	}

	/// Whether what somebody disposes of needs a price event. That the law of titles has it as an owner
	/// is judged with the effect.
	fn is_bound(achievement: AchievementId, holder: MemberId) -> bool {
		let is_service = T::Achievements::facts(achievement).is_some_and(|facts| facts.service);
		is_service && Self::is_state_established(holder)
	}

	/// Whether an effect of an earlier version rests on a price event of that version.
	fn had_event(known: &Earlier) -> bool {
		let Some((achievement, holder)) = known.effect.disposer() else { return false };
		known
			.events
			.iter()
			.filter_map(PriceEvents::<T>::get)
			.any(|record| is_sale_of(&record.event, achievement, holder))
	}

	/// Whether one of these events is about what an effect disposes of. Refuses where none of those that
	/// are covers the effect, or one that does names another price.
	fn is_at_price(
		offer: &Offer<'_>,
		events: &[&PriceEvent],
		effect: &Effect,
	) -> Result<bool, Error<T>> {
		let Some((achievement, holder)) = effect.disposer() else { return Ok(true) };
		if !events.iter().any(|event| is_sale_of(event, achievement, holder)) {
			return Ok(false);
		}
		let mut covering = events.iter().filter(|event| offer.covers(event, effect)).peekable();
		let is_covered = covering.peek().is_some();
		let is_at_price = covering.all(|event| offer.is_at(event, achievement));
		ensure!(is_covered && is_at_price, Error::<T>::PriceDiffers);
		Ok(true)
	}
}

/// What a contract says of its prices, as a whole.
struct Offer<'a> {
	terms: &'a Terms,
	/// Effects that stand, and those that are added.
	effects: Vec<&'a Effect>,
	achievements: Vec<AchievementId>,
}

impl Offer<'_> {
	/// C7: whether an effect gives what was sold, to who bought it where the ledger knows the buyer. A
	/// price of trial first serves only who converts a trial by this contract.
	fn covers(&self, event: &PriceEvent, effect: &Effect) -> bool {
		let Some((achievement, holder)) = effect.disposer() else { return false };
		let buyer = event.buyer.as_ref().and_then(Named::member);
		is_sale_of(event, achievement, holder)
			&& interest_in(event, achievement).is_some_and(|sold| is_given(sold, effect))
			&& buyer.is_none_or(|buyer| effect.reaches(buyer))
			&& (event.mode != PriceMode::TrialFirst || self.converts(achievement, effect))
	}

	/// Whether an effect gives something to who converts a trial of the same achievement.
	fn converts(&self, achievement: AchievementId, effect: &Effect) -> bool {
		self.effects.iter().any(|other| match other {
			Effect::ConvertTrial { achievement: tried, user, .. } => {
				*tried == achievement && effect.reaches(*user)
			}
			_ => false,
		})
	}

	/// C7: where the event names an amount the contract does: the same, or one for more than what was
	/// sold at it, that is not below it. What is sealed is compared off the chain.
	fn is_at(&self, event: &PriceEvent, achievement: AchievementId) -> bool {
		self.terms.is_sealed()
			|| event
				.priced()
				.filter(|(together, _)| together.contains(&achievement))
				.all(|(together, price)| self.names(&together, price))
	}

	/// Whether the contract names this price for these achievements together.
	fn names(&self, together: &[AchievementId], price: Amount) -> bool {
		// Without a fixed total no line is a price, for nothing says that it is ever owed.
		let Some(total) = self.terms.consideration.fixed_total() else { return false };
		match &self.terms.prices {
			PriceAllocation::Allocated(lines) => {
				let lines = lines.iter().filter(|line| together.contains(&line.achievement));
				let nothing = Amount::new(0, price.currency);
				let sum = lines
					.map(|line| line.price)
					.try_fold(nothing, |sum, line| sum.checked_add(&line));
				sum == Ok(price)
			}
			PriceAllocation::Undivided => {
				let is_all = self.achievements.iter().all(|other| together.contains(other));
				match is_all {
					true => total == price,
					false => total.currency == price.currency && total.minor >= price.minor,
				}
			}
			PriceAllocation::Sealed => false,
		}
	}

	/// C7: where only shares were sold, no more than they come to is given, by all effects together.
	fn is_within_shares(&self, events: &[&PriceEvent]) -> bool {
		self.effects.iter().all(|effect| {
			let Some((achievement, holder)) = effect.disposer() else { return true };
			let about = events.iter().filter(|event| is_sale_of(event, achievement, holder));
			let interests: Option<Vec<_>> = about
				.map(|event| match interest_in(event, achievement) {
					Some(LotInterest::Share(ppm)) => Some(u64::from(ppm)),
					_ => None,
				})
				.collect();
			// `None`: something other than shares was sold too.
			interests
				.filter(|sold| !sold.is_empty())
				.is_none_or(|sold| self.given(achievement, holder) <= sold.into_iter().sum::<u64>())
		})
	}

	/// How much of an achievement a holder gives, in ppm.
	fn given(&self, achievement: AchievementId, holder: MemberId) -> u64 {
		let part = |effect: &&Effect| match effect {
			Effect::TransferShare { achievement: of, from, ppm, .. }
				if (*of, *from) == (achievement, holder) =>
			{
				u64::from(*ppm)
			}
			_ => 0,
		};
		self.effects.iter().map(part).sum()
	}

	/// R12: as long as anything of the contract stands in what was converted, the price of the
	/// conversion stays.
	fn keeps_conversion(&self, known: &Earlier) -> bool {
		let Effect::ConvertTrial { achievement, .. } = &known.effect else { return true };
		let Some(price) = known.price else { return true };
		let stands = self.effects.iter().any(|effect| {
			effect.achievement() == Some(*achievement)
				&& !matches!(effect, Effect::ConvertTrial { .. })
		});
		!stands || self.terms.price_of(*achievement, &self.achievements) == Some(price)
	}
}

/// Whether something of an achievement was sold by this holder.
fn is_sale_of(event: &PriceEvent, achievement: AchievementId, holder: MemberId) -> bool {
	event.is_sold()
		&& event.holder == Named::Member(holder)
		&& event.achievements().any(|sold| sold == achievement)
}

/// What was for sale of an achievement.
fn interest_in(event: &PriceEvent, achievement: AchievementId) -> Option<LotInterest> {
	let lot = event.lots.iter().find(|lot| lot.achievements().contains(&achievement));
	lot.map(|lot| lot.interest)
}

/// C7: whether an effect gives what was for sale: an assignment a share, a licence one of its form.
fn is_given(sold: LotInterest, effect: &Effect) -> bool {
	match (sold, effect) {
		(LotInterest::Unstated, _) => true,
		// Who sold all may give less of it.
		(LotInterest::Ownership, Effect::TransferShare { .. }) => true,
		(LotInterest::Share(sold), Effect::TransferShare { ppm, .. }) => *ppm <= sold,
		(LotInterest::UseRight(form), Effect::GrantUse { terms, .. }) => terms.form == form,
		(LotInterest::Cooperation, Effect::GrantUse { .. }) => true,
		_ => false,
	}
}
