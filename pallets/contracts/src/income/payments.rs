//! What a consideration comes to, and which payments and refunds it allows (C8).

use super::{
	consideration::{
		Consideration, ConsiderationPart, ConsiderationRefusal, Due, Equity, Instalment, Milestone,
		Paid, Payments, RoyaltyBase, RoyaltyRate, Total,
	},
	quantity::{Quantity, QuantityError},
};
use quanqi_types::{
	bounds::MAX_LABEL_BYTES, Amount, AmountError, BoundedVec, Currency, Text, WHOLE_PPM,
};

impl From<QuantityError> for ConsiderationRefusal {
	fn from(_: QuantityError) -> Self {
		Self::Overflow
	}
}

/// The least and, where there is one, the most that a part comes to, in minor units.
#[derive(Clone, Copy)]
struct Range {
	least: u128,
	most: Option<u128>,
}

impl Range {
	fn exactly(minor: u128) -> Self {
		Self { least: minor, most: Some(minor) }
	}

	fn up_to(most: Option<Amount>) -> Self {
		Self { least: 0, most: most.map(|amount| amount.minor) }
	}
}

fn sum<'a>(amounts: impl IntoIterator<Item = &'a Amount>) -> Result<u128, ConsiderationRefusal> {
	amounts
		.into_iter()
		.try_fold(0u128, |sum, amount| sum.checked_add(amount.minor))
		.ok_or(ConsiderationRefusal::Overflow)
}

impl Due {
	fn check(&self) -> Result<(), ConsiderationRefusal> {
		match self {
			Self::Signing => Ok(()),
			Self::Day(day) if day.is_valid() => Ok(()),
			Self::Day(_) => Err(ConsiderationRefusal::WrongDate),
			Self::Milestone(label) => label.validate().map_err(|_| ConsiderationRefusal::WrongText),
		}
	}
}

impl Equity {
	fn check(&self) -> Result<(), ConsiderationRefusal> {
		let is_stake = match self.stake {
			Quantity::Money(_) => false,
			Quantity::Units(_) => true,
			Quantity::Ppm(ppm) => ppm <= WHOLE_PPM,
		};
		if !is_stake {
			return Err(ConsiderationRefusal::WrongStake { found: self.stake });
		}
		let valid = self.company.is_valid()
			&& self.recipients.iter().all(|recipient| recipient.payee.has_valid_text());
		if !valid {
			return Err(ConsiderationRefusal::WrongText);
		}
		if self.recipients.is_empty() {
			return Ok(());
		}
		let wrong = |found| ConsiderationRefusal::WrongRecipients { stake: self.stake, found };
		let odd = self
			.recipients
			.iter()
			.map(|recipient| recipient.quantity)
			.find(|quantity| quantity.is_zero() || !quantity.measured_as(&self.stake));
		if let Some(found) = odd {
			return Err(wrong(found));
		}
		let found =
			self.stake.sum_of(self.recipients.iter().map(|recipient| &recipient.quantity))?;
		match found == self.stake {
			true => Ok(()),
			false => Err(wrong(found)),
		}
	}
}

impl ConsiderationPart {
	/// Every amount in it.
	fn amounts(&self) -> impl Iterator<Item = &Amount> {
		let (one, other, instalments, milestones): (_, _, &[Instalment], &[Milestone]) = match self
		{
			Self::LumpSum(amount) => (Some(amount), None, &[], &[]),
			Self::Instalments(instalments) => (None, None, instalments, &[]),
			Self::Milestones { milestones, cap } => (Some(cap), None, &[], milestones),
			Self::Royalty { rate: RoyaltyRate::PerPiece(amount), cap, .. } => {
				(Some(amount), cap.as_ref(), &[], &[])
			}
			Self::Royalty { rate: RoyaltyRate::Ppm(_), cap, .. } => (cap.as_ref(), None, &[], &[]),
			Self::Contingent { amount, .. } => (amount.as_ref(), None, &[], &[]),
			Self::Equity(equity) => (equity.value.as_ref(), None, &[], &[]),
		};
		let dated = instalments.iter().map(|instalment| &instalment.amount);
		let reached = milestones.iter().map(|milestone| &milestone.amount);
		one.into_iter().chain(other).chain(dated).chain(reached)
	}

	/// What it comes to in money; equity is no money.
	fn range(&self) -> Result<Range, ConsiderationRefusal> {
		Ok(match self {
			Self::LumpSum(amount) => Range::exactly(amount.minor),
			Self::Instalments(instalments) => {
				Range::exactly(sum(instalments.iter().map(|instalment| &instalment.amount))?)
			}
			Self::Milestones { cap, .. } => Range::up_to(Some(*cap)),
			Self::Royalty { cap, .. } => Range::up_to(*cap),
			Self::Contingent { amount, .. } => Range::up_to(*amount),
			Self::Equity(_) => Range::exactly(0),
		})
	}

	/// Whether it says nothing. Zero is a statement in a lump sum or an instalment only.
	fn is_empty(&self) -> bool {
		let says_zero = matches!(self, Self::LumpSum(_) | Self::Instalments(_));
		if !says_zero && self.amounts().any(Amount::is_zero) {
			return true;
		}
		match self {
			Self::Instalments(instalments) => instalments.is_empty(),
			Self::Milestones { milestones, .. } => milestones.is_empty(),
			Self::Royalty { rate: RoyaltyRate::Ppm(ppm), .. } => *ppm == 0,
			Self::Equity(equity) => equity.stake.is_zero(),
			Self::LumpSum(_) | Self::Royalty { .. } | Self::Contingent { .. } => false,
		}
	}

	fn check(&self, currency: Currency, part: u32) -> Result<(), ConsiderationRefusal> {
		use ConsiderationRefusal::*;
		if let Some(amount) = self.amounts().find(|amount| amount.currency != currency) {
			return Err(MixedCurrencies { currency, found: amount.currency });
		}
		if self.is_empty() {
			return Err(EmptyPart { part });
		}
		let is_text = |text: &Text<MAX_LABEL_BYTES>| text.validate().map_err(|_| WrongText);
		match self {
			Self::LumpSum(_) => Ok(()),
			Self::Instalments(instalments) => {
				instalments.iter().try_for_each(|instalment| instalment.due.check())
			}
			Self::Milestones { milestones, cap } => {
				milestones.iter().try_for_each(|milestone| is_text(&milestone.label))?;
				let sum = sum(milestones.iter().map(|milestone| &milestone.amount))?;
				match cap.minor <= sum {
					true => Ok(()),
					false => Err(CapAboveSum { sum: Amount::new(sum, currency), found: *cap }),
				}
			}
			Self::Royalty { rate, base, .. } => {
				if let RoyaltyBase::Other(name) = base {
					is_text(name)?;
				}
				match rate {
					RoyaltyRate::Ppm(found) if *found > WHOLE_PPM => {
						Err(RateAboveWhole { found: *found })
					}
					_ => Ok(()),
				}
			}
			Self::Contingent { condition, .. } => is_text(condition),
			Self::Equity(equity) => equity.check(),
		}
	}
}

impl Consideration {
	/// Nothing is owed (无偿).
	pub fn none(currency: Currency) -> Self {
		Self { currency, parts: BoundedVec::new(), total: Total::Fixed(Amount::new(0, currency)) }
	}

	/// Whether nothing is owed.
	pub fn is_none(&self) -> bool {
		self.parts.is_empty()
	}

	/// What the parts come to in money. Equity adds nothing to it.
	pub fn computed_total(&self) -> Result<Total, ConsiderationRefusal> {
		let nothing = Range::exactly(0);
		let range = self.parts.iter().try_fold(nothing, |total, part| {
			let range = part.range()?;
			let least =
				total.least.checked_add(range.least).ok_or(ConsiderationRefusal::Overflow)?;
			let most = match total.most.zip(range.most) {
				None => None,
				Some((total, part)) => {
					Some(total.checked_add(part).ok_or(ConsiderationRefusal::Overflow)?)
				}
			};
			Ok::<_, ConsiderationRefusal>(Range { least, most })
		})?;
		Ok(match range.most {
			None => Total::Open,
			Some(most) if most == range.least => Total::Fixed(Amount::new(most, self.currency)),
			Some(most) => Total::Capped(Amount::new(most, self.currency)),
		})
	}

	/// Whether the parts are well formed, in one currency, and come to the stated total exactly.
	pub fn check(&self) -> Result<(), ConsiderationRefusal> {
		for (part, place) in self.parts.iter().zip(0u32..) {
			part.check(self.currency, place)?;
		}
		let found = self.computed_total()?;
		let stated = match self.total {
			Total::Fixed(amount) | Total::Capped(amount) => amount.currency,
			Total::Open => self.currency,
		};
		if stated != self.currency {
			return Err(ConsiderationRefusal::MixedCurrencies {
				currency: self.currency,
				found: stated,
			});
		}
		match found == self.total {
			true => Ok(()),
			false => Err(ConsiderationRefusal::WrongTotal { stated: self.total, found }),
		}
	}

	/// The most that a part comes to; `None` when open. Refuses a part that is none, or equity.
	pub fn limit_of(&self, part: u32) -> Result<Option<Amount>, ConsiderationRefusal> {
		let refusal = ConsiderationRefusal::NotPayable { part };
		let place = usize::try_from(part).map_err(|_| refusal)?;
		match self.parts.get(place) {
			None | Some(ConsiderationPart::Equity(_)) => Err(refusal),
			Some(part) => Ok(part.range()?.most.map(|most| Amount::new(most, self.currency))),
		}
	}
}

impl Paid {
	/// What is paid, net of refunds; never below zero.
	pub fn net(&self) -> Amount {
		Amount::new(self.paid.minor.saturating_sub(self.refunded.minor), self.paid.currency)
	}
}

impl From<AmountError> for ConsiderationRefusal {
	fn from(_: AmountError) -> Self {
		Self::Overflow
	}
}

impl Payments {
	/// Nothing paid yet on a consideration.
	pub fn new(consideration: &Consideration) -> Self {
		let zero = Amount::new(0, consideration.currency);
		let paid = Paid { paid: zero, refunded: zero };
		let mut payments = BoundedVec::new();
		for _ in consideration.parts.iter() {
			// There are as many places as parts can be.
			let _ = payments.try_push(paid);
		}
		Self(payments)
	}

	/// What is paid on all parts, net of refunds; `None` where nothing is owed.
	pub fn net(&self) -> Option<Amount> {
		self.0
			.iter()
			.map(Paid::net)
			.reduce(|sum, net| Amount::new(sum.minor.saturating_add(net.minor), sum.currency))
	}

	/// These payments after one more on a part.
	///
	/// Refuses another currency, nothing at all, equity, and more than the part comes to, net of
	/// refunds.
	pub fn with_payment(
		&self,
		consideration: &Consideration,
		part: u32,
		payment: Amount,
	) -> Result<Self, ConsiderationRefusal> {
		let limit = consideration.limit_of(part)?;
		self.change(consideration, part, payment, |paid| {
			let sum = paid.paid.checked_add(&payment)?;
			let after = Paid { paid: sum, refunded: paid.refunded };
			let found = after.net();
			match limit {
				Some(limit) if found.minor > limit.minor => {
					Err(ConsiderationRefusal::AboveLimit { limit, found })
				}
				_ => Ok(after),
			}
		})
	}

	/// These payments after a refund on a part.
	///
	/// Refuses another currency, nothing at all, and more than is paid.
	pub fn with_refund(
		&self,
		consideration: &Consideration,
		part: u32,
		refund: Amount,
	) -> Result<Self, ConsiderationRefusal> {
		self.change(consideration, part, refund, |paid| {
			let net = paid.net();
			if refund.minor > net.minor {
				return Err(ConsiderationRefusal::RefundAbovePaid { paid: net, found: refund });
			}
			Ok(Paid { paid: paid.paid, refunded: paid.refunded.checked_add(&refund)? })
		})
	}

	fn change(
		&self,
		consideration: &Consideration,
		part: u32,
		amount: Amount,
		change: impl Fn(&Paid) -> Result<Paid, ConsiderationRefusal>,
	) -> Result<Self, ConsiderationRefusal> {
		let currency = consideration.currency;
		if amount.currency != currency {
			return Err(ConsiderationRefusal::MixedCurrencies { currency, found: amount.currency });
		}
		if amount.is_zero() {
			return Err(ConsiderationRefusal::ZeroPayment);
		}
		let refusal = ConsiderationRefusal::NotPayable { part };
		let place = usize::try_from(part).map_err(|_| refusal)?;
		let mut after = self.clone();
		let paid = after.0.get_mut(place).ok_or(refusal)?;
		*paid = change(paid)?;
		Ok(after)
	}
}
