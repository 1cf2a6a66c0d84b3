//! What a price event has to be (C7): whether it agrees with itself, and what the law asks of it.

use super::{
	judgement::{AppraisalGround, PriceFacts, PriceJudgement, PriceRefusal},
	price::{
		Allocation, EventDate, Lot, LotInterest, LotSubject, Named, Price, PriceEvent, PriceMode,
		PriceOutcome,
	},
};
use alloc::vec::Vec;
use quanqi_traits::{NoticeOutcome, NoticeSubject};
use quanqi_types::{
	AchievementId, Amount, Date, ExclusionClass, Location, MemberId, MemberKind, NoticeId,
	WHOLE_PPM,
};

impl Named {
	/// The member, unless it is known by name only.
	pub fn member(&self) -> Option<MemberId> {
		match self {
			Self::Member(member) => Some(*member),
			Self::Name(_) => None,
		}
	}

	/// Whether a name is text.
	pub fn is_valid(&self) -> bool {
		match self {
			Self::Member(_) => true,
			Self::Name(name) => name.validate().is_ok(),
		}
	}
}

impl EventDate {
	/// The day, where it is known.
	pub fn day(&self) -> Option<Date> {
		match self {
			Self::Day(day) => Some(*day),
			Self::Month { .. } | Self::Year(_) | Self::Unstated => None,
		}
	}

	/// Whether there is such a date.
	pub fn is_valid(&self) -> bool {
		match self {
			Self::Day(day) => day.is_valid(),
			Self::Month { year, month } => Date::from_calendar(*year, *month, 1).is_some(),
			Self::Year(year) => Date::from_calendar(*year, 1, 1).is_some(),
			Self::Unstated => true,
		}
	}
}

impl Lot {
	/// The achievements it is about.
	pub fn achievements(&self) -> &[AchievementId] {
		match &self.subject {
			LotSubject::Achievement(achievement) => core::slice::from_ref(achievement),
			LotSubject::Bundle(achievements) => achievements,
			LotSubject::Described(_) => &[],
		}
	}

	fn check(&self, lot: u32) -> Result<(), PriceRefusal> {
		match &self.subject {
			LotSubject::Achievement(_) => {}
			LotSubject::Bundle(achievements) => {
				let ascends = achievements
					.windows(2)
					.all(|pair| matches!(pair, [first, second] if first < second));
				if achievements.len() < 2 || !ascends {
					return Err(PriceRefusal::WrongBundle { lot });
				}
			}
			LotSubject::Described(name) => {
				name.validate().map_err(|_| PriceRefusal::WrongText)?;
			}
		}
		match self.interest {
			LotInterest::Share(found) if found == 0 || found > WHOLE_PPM => {
				Err(PriceRefusal::WrongShare { lot, found })
			}
			_ => Ok(()),
		}
	}
}

impl PriceEvent {
	/// Every achievement of every lot, in their order.
	pub fn achievements(&self) -> impl Iterator<Item = AchievementId> + '_ {
		self.lots.iter().flat_map(|lot| lot.achievements().iter().copied())
	}

	/// Whether something was sold.
	pub fn is_sold(&self) -> bool {
		self.outcome == PriceOutcome::Sold
	}

	/// What was sold at one price, with that price: all lots, or each lot by itself. None where the
	/// price is sealed, open or not stated.
	pub fn priced(&self) -> impl Iterator<Item = (Vec<AchievementId>, Amount)> + '_ {
		let whole = match (self.price, &self.allocation) {
			(Price::Amount(price), Allocation::Undivided) => {
				Some((self.achievements().collect(), price))
			}
			_ => None,
		};
		let by_lot: &[Amount] = match (self.price, &self.allocation) {
			(Price::Amount(_), Allocation::PerLot(amounts)) => amounts,
			_ => &[],
		};
		let lots = self.lots.iter().zip(by_lot);
		let lots = lots.map(|(lot, amount)| (lot.achievements().to_vec(), *amount));
		whole.into_iter().chain(lots)
	}

	/// Whether the record agrees with itself.
	///
	/// Refuses no lot, a wrong bundle or share, wrong text or date, a listing or auction without a
	/// venue that is neither seller nor buyer, two currencies, lots that do not sum to the price, a price of what was not sold, and a sale below the reserve.
	pub fn check(&self) -> Result<(), PriceRefusal> {
		if self.lots.is_empty() {
			return Err(PriceRefusal::NoLot);
		}
		for (lot, place) in self.lots.iter().zip(0u32..) {
			lot.check(place)?;
		}
		let mut achievements: Vec<_> = self.achievements().collect();
		achievements.sort_unstable();
		let repeated = achievements.windows(2).find_map(|pair| match pair {
			[first, second] if first == second => Some(*first),
			_ => None,
		});
		if let Some(achievement) = repeated {
			return Err(PriceRefusal::RepeatedAchievement { achievement });
		}
		self.check_texts()?;
		if !self.date.is_valid() {
			return Err(PriceRefusal::WrongDate);
		}
		if self.is_public() && !self.has_own_venue() {
			return Err(PriceRefusal::NoVenue);
		}
		let has_price = self.price != Price::Unstated;
		if !self.is_sold() && (has_price || self.buyer.is_some()) {
			return Err(PriceRefusal::NothingSold);
		}
		self.check_amounts()?;
		if self.is_sold() && self.mode == PriceMode::Appraisal && self.valuation.is_none() {
			return Err(PriceRefusal::NoValuation);
		}
		Ok(())
	}

	/// Whether the price was found among many, by a listing or an auction.
	pub fn is_public(&self) -> bool {
		matches!(self.mode, PriceMode::Listing | PriceMode::Auction)
	}

	/// Whether somebody ran it who neither sells nor buys.
	fn has_own_venue(&self) -> bool {
		self.venue.as_ref().is_some_and(|venue| {
			venue.place != self.holder && Some(&venue.place) != self.buyer.as_ref()
		})
	}

	/// C7: whether the price was agreed between the two sides, whatever its mode is called: by
	/// agreement, at a venue that no member answers for, or below the appraised value.
	pub fn is_agreed(&self) -> bool {
		match self.mode {
			PriceMode::Agreement => true,
			PriceMode::Listing | PriceMode::Auction => {
				self.venue.as_ref().is_none_or(|venue| venue.place.member().is_none())
			}
			PriceMode::Appraisal => !self.is_at_appraised_value(),
			// Its contract converts the trial, within the terms that were declared before it.
			PriceMode::TrialFirst => false,
		}
	}

	fn is_at_appraised_value(&self) -> bool {
		match (self.price, self.valuation.as_ref().map(|valuation| valuation.amount)) {
			(Price::Amount(price), Some(value)) => {
				price.currency == value.currency && price.minor >= value.minor
			}
			_ => false,
		}
	}

	fn check_texts(&self) -> Result<(), PriceRefusal> {
		let venue = self.venue.as_ref().map(|venue| &venue.place);
		let valuer = self.valuation.as_ref().map(|valuation| &valuation.valuer);
		let names = [Some(&self.holder), self.buyer.as_ref(), venue, valuer];
		let rules = self.venue.as_ref().and_then(|venue| venue.rules.as_ref());
		let valid = names.into_iter().flatten().all(Named::is_valid)
			&& rules.is_none_or(|rules| rules.version.validate().is_ok());
		match valid {
			true => Ok(()),
			false => Err(PriceRefusal::WrongText),
		}
	}

	fn check_amounts(&self) -> Result<(), PriceRefusal> {
		let price = match self.price {
			Price::Amount(amount) => Some(amount),
			Price::Unstated | Price::Sealed(_) | Price::Open => None,
		};
		let reserve = self.reserve.as_ref().map(|reserve| reserve.amount);
		let mut currencies =
			[price, self.starting, reserve].into_iter().flatten().map(|amount| amount.currency);
		let first = currencies.next();
		if currencies.any(|currency| Some(currency) != first) {
			return Err(PriceRefusal::MixedCurrencies);
		}
		if let Allocation::PerLot(amounts) = &self.allocation {
			self.check_allocation(price, amounts)?;
		}
		match (price, reserve) {
			(Some(found), Some(reserve)) if found.minor < reserve.minor => {
				Err(PriceRefusal::BelowReserve { reserve, found })
			}
			_ => Ok(()),
		}
	}

	fn check_allocation(
		&self,
		price: Option<Amount>,
		amounts: &[Amount],
	) -> Result<(), PriceRefusal> {
		let price = price.ok_or(PriceRefusal::AllocationWithoutPrice)?;
		if amounts.len() != self.lots.len() {
			let count = |length: usize| length.try_into().unwrap_or(u32::MAX);
			return Err(PriceRefusal::AllocationCount {
				lots: count(self.lots.len()),
				found: count(amounts.len()),
			});
		}
		if amounts.iter().any(|amount| amount.currency != price.currency) {
			return Err(PriceRefusal::MixedCurrencies);
		}
		let found = amounts.iter().fold(Amount::new(0, price.currency), |sum, amount| {
			Amount::new(sum.minor.saturating_add(amount.minor), price.currency)
		});
		match found == price {
			true => Ok(()),
			false => Err(PriceRefusal::AllocationSum { price, found }),
		}
	}
}

/// Whether what the law asks of a price is there (C7), and on what the event stands without, or
/// with, an appraisal. Refuses what [`PriceEvent::check`] refuses too.
///
/// - A reserve is set by the holder that sells; a state-established holder sets it with every
///   completer (S2 §1).
/// - A price by agreement of a state-established holder needs a closed notice of name and price
///   (Promotion Law art. 18), and with a related party the version of the venue's rules (S2 §1). By
///   agreement is every price of [`PriceEvent::is_agreed`], so that no other name avoids the notice.
/// - A state-established holder that has no exemption recorded its decision whether to appraise.
pub fn judge(event: &PriceEvent, facts: &PriceFacts<'_>) -> Result<PriceJudgement, PriceRefusal> {
	event.check()?;
	check_reserve(event, facts)?;
	let by_agreement = facts.state_established && event.is_sold() && event.is_agreed();
	let notice = match by_agreement {
		true => Some(check_notice(event, facts)?),
		false => None,
	};
	let has_rules = event.venue.as_ref().is_some_and(|venue| venue.rules.is_some());
	if by_agreement && event.related_party && !has_rules {
		return Err(PriceRefusal::NoVenueRules);
	}
	Ok(PriceJudgement { appraisal: appraisal_ground(event, facts)?, notice })
}

/// Whether the event needs neither appraisal nor filing (S2 §1): a state-established holder, an
/// exchange of the province, listing or auction, no secrecy.
pub fn exchange_exemption(event: &PriceEvent, facts: &PriceFacts<'_>) -> bool {
	facts.state_established
		&& facts.provincial_exchange
		&& event.venue.is_some()
		&& event.is_public()
		&& !facts.secrecy
}

/// Whether an exclusion is one of state secrets or security, which S2 §1 keeps from the exemption.
pub fn touches_secrecy(class: ExclusionClass) -> bool {
	matches!(class, ExclusionClass::Defence | ExclusionClass::NationalSecurity)
}

/// Whether a member is a technology exchange of a province, by the first two digits of its GB/T 2260
/// code.
pub fn is_provincial_exchange(kind: MemberKind, location: &Location, province: u8) -> bool {
	let lies_in = match location {
		Location::Division(code) => code.checked_div(10_000) == Some(province.into()),
		Location::Foreign { .. } => false,
	};
	kind == MemberKind::Exchange && lies_in
}

fn check_reserve(event: &PriceEvent, facts: &PriceFacts<'_>) -> Result<(), PriceRefusal> {
	let Some(reserve) = &event.reserve else { return Ok(()) };
	if event.holder != Named::Member(reserve.holder) {
		return Err(PriceRefusal::ReserveNotByHolder { found: reserve.holder });
	}
	let out_of_order = reserve.completers.windows(2).find_map(|pair| match pair {
		[first, second] if first >= second => Some(*second),
		_ => None,
	});
	let too_many =
		reserve.completers.iter().copied().find(|member| !facts.completers.contains(member));
	let missing = facts
		.completers
		.iter()
		.copied()
		.find(|member| facts.state_established && !reserve.completers.contains(member));
	match out_of_order.or(too_many).or(missing) {
		Some(member) => Err(PriceRefusal::ReserveNotByCompleters { member }),
		None => Ok(()),
	}
}

/// One notice serves an event with several achievements: its terms are the event's, which name all.
fn check_notice(event: &PriceEvent, facts: &PriceFacts<'_>) -> Result<NoticeId, PriceRefusal> {
	let notice = event.notice.ok_or(PriceRefusal::NoNotice)?;
	let found = facts.notice.ok_or(PriceRefusal::OtherNotice { notice })?;
	let is_of_event = match found.subject {
		NoticeSubject::Price { achievement, terms } => {
			terms == event.digest && event.achievements().any(|other| other == achievement)
		}
		NoticeSubject::Grant(_) => false,
	};
	if !is_of_event || event.holder != Named::Member(found.by) {
		return Err(PriceRefusal::OtherNotice { notice });
	}
	let day = event.date.day().ok_or(PriceRefusal::DayUnknown)?;
	let closed = match found.outcome {
		Some((moment, NoticeOutcome::Closed)) => Some(moment.date()),
		_ => None,
	};
	match closed.is_some_and(|closed| closed <= day) {
		true => Ok(notice),
		false => Err(PriceRefusal::NoticeNotClosed { notice, closed }),
	}
}

fn appraisal_ground(
	event: &PriceEvent,
	facts: &PriceFacts<'_>,
) -> Result<AppraisalGround, PriceRefusal> {
	if !facts.state_established {
		return Ok(AppraisalGround::NotStateEstablished);
	}
	if exchange_exemption(event, facts) {
		return Ok(AppraisalGround::ExchangeExemption);
	}
	let Some(decision) = event.appraisal else {
		return match event.is_sold() {
			true => Err(PriceRefusal::AppraisalUndecided),
			false => Ok(AppraisalGround::NothingSold),
		};
	};
	if event.holder != Named::Member(decision.by) {
		return Err(PriceRefusal::AppraisalNotByHolder { found: decision.by });
	}
	if decision.appraise && event.is_sold() && event.valuation.is_none() {
		return Err(PriceRefusal::NoValuation);
	}
	Ok(AppraisalGround::OwnDecision { appraise: decision.appraise })
}
