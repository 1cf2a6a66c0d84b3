//! Pure rules, with the numbers of the README.

use crate::types::{
	BrokersFee, Clock, Contender, ConversionTerms, ConversionWay, FeeLine, NotedConversion, TieRule,
};
use quanqi_title::{Act, Cause, EndReason, EntryBody, UseBasis};
use quanqi_types::{
	date::DAY_MS, Amount, MemberId, Moment, OfficialStatus, Ppm, TrialId, WHOLE_PPM,
};

/// Whole days from one moment to a later one, begun ones counted.
pub(crate) fn days_between(from: Moment, until: Moment) -> u64 {
	until.0.saturating_sub(from.0).div_ceil(DAY_MS)
}

/// Why a price is outside the declared terms (R12).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum PriceFault {
	/// It is not the fixed price, or not in its currency.
	NotFixedPrice,
	/// It is above the cap, or not in its currency.
	AboveCap,
	/// It is sealed or open, so that the terms cannot be tested.
	PriceHidden,
}

/// R12: whether a price lies within the terms declared before the trial.
pub(crate) fn check_price(
	terms: &ConversionTerms,
	price: Option<&Amount>,
) -> Result<(), PriceFault> {
	match (terms, price) {
		(ConversionTerms::Formula(_) | ConversionTerms::ToBeAgreed, _) => Ok(()),
		(_, None) => Err(PriceFault::PriceHidden),
		(ConversionTerms::Fixed(fixed), Some(price)) if price == fixed => Ok(()),
		(ConversionTerms::Fixed(_), Some(_)) => Err(PriceFault::NotFixedPrice),
		(ConversionTerms::Cap(cap), Some(price)) => {
			let is_within = price.currency == cap.currency && price.minor <= cap.minor;
			is_within.then_some(()).ok_or(PriceFault::AboveCap)
		}
	}
}

/// R13: who goes first among those who declared, if anyone does. `contenders` are in the order of
/// their declarations; whose priority is over goes before nobody.
pub(crate) fn first_to_convert(
	contenders: &[Contender],
	tie: TieRule,
	chosen: Option<TrialId>,
	now: Moment,
) -> Option<TrialId> {
	let mut standing = contenders.iter().filter(|contender| contender.priority_until > now);
	let first = match tie {
		TieRule::FirstDeclared => standing.next(),
		TieRule::HighestOffer => standing.reduce(|best, next| {
			let offer = |contender: &Contender| contender.offer.map_or(0, |offer| offer.minor);
			match offer(next) > offer(best) {
				true => next,
				false => best,
			}
		}),
		TieRule::HolderChooses => standing.find(|contender| Some(contender.trial) == chosen),
	};
	first.map(|contender| contender.trial)
}

/// The least part of an amount that is at least so many ppm of it.
pub(crate) fn least_part(whole: &Amount, ppm: Ppm) -> Option<Amount> {
	let rest = whole.portion(WHOLE_PPM.checked_sub(ppm)?.into(), WHOLE_PPM.into()).ok()?;
	whole.checked_sub(&rest).ok()
}

/// Which part of the whole an amount is, in ppm, rounded down; `None` where it cannot be told.
pub(crate) fn part_of(part: &Amount, whole: &Amount) -> Option<Ppm> {
	if part.currency != whole.currency {
		return None;
	}
	let found = match part.minor.checked_mul(WHOLE_PPM.into()) {
		Some(scaled) => scaled.checked_div(whole.minor)?,
		None => part.minor.checked_div(whole.minor.checked_div(WHOLE_PPM.into())?)?,
	};
	Ppm::try_from(found).ok()
}

/// R18: the broker's fee line at a price, and whether it reaches the floor; `None` where that cannot
/// be judged.
pub(crate) fn fee_line(
	broker: MemberId,
	fee: BrokersFee,
	price: Option<&Amount>,
	floor: Ppm,
) -> (FeeLine, Option<bool>) {
	let (amount, part, is_enough) = match (fee, price) {
		(BrokersFee::Part(part), price) => {
			let amount = price.and_then(|p| p.portion(part.into(), WHOLE_PPM.into()).ok());
			(amount, Some(part), Some(part >= floor))
		}
		(BrokersFee::Amount(amount), Some(price)) if amount.currency == price.currency => {
			let least = least_part(price, floor);
			let is_enough = least.map(|least| amount.minor >= least.minor);
			(Some(amount), part_of(&amount, price), is_enough)
		}
		(BrokersFee::Amount(amount), _) => (Some(amount), None, None),
	};
	(FeeLine { broker, fee, amount, part, floor }, is_enough)
}

/// From whom to whom an act moves a share, where it agrees to it or does it at once.
fn moved_by(act: &Act) -> Option<(MemberId, MemberId)> {
	match act {
		Act::TransferAgreed { from, to, .. }
		| Act::ShareTransferred { agreed: None, from, to, .. } => Some((*from, *to)),
		_ => None,
	}
}

/// R19: the conversion that an entry shows, if it shows one: a transfer or licence that members
/// declared or contracted. Trials, grants, successions, corrections and decisions are none.
pub(crate) fn conversion_of(body: &EntryBody) -> Option<NotedConversion> {
	let contract = match body.cause {
		Cause::Declaration => None,
		Cause::Contract(contract) => Some(contract),
		_ => return None,
	};
	let moved = moved_by(&body.act);
	let way = match &body.act {
		_ if moved.is_some() => ConversionWay::Transfer,
		Act::UseGranted(grant)
			if matches!(grant.basis, UseBasis::Licence | UseBasis::Sublicence(_)) =>
		{
			ConversionWay::Licence
		}
		_ => return None,
	};
	let (at, entry) = (body.legal_moment(), Some(body.sequence));
	Some(NotedConversion { way, at, entry, contract, moved, by: None, evidence: None })
}

/// R19: whether an entry moves back what a conversion moved: under the same contract, or by decision.
pub(crate) fn moves_back(conversion: &NotedConversion, body: &EntryBody) -> bool {
	let is_its_cause = match body.cause {
		Cause::Contract(contract) => conversion.contract == Some(contract),
		Cause::Decision(_) => true,
		_ => false,
	};
	let back = conversion.moved.map(|(from, to)| (to, from));
	is_its_cause && back.is_some() && back == moved_by(&body.act)
}

/// R19: the entry whose conversion this act undoes, if it undoes one.
pub(crate) fn undone_by(act: &Act) -> Option<u32> {
	match act {
		Act::TransferCancelled { agreed } => Some(*agreed),
		Act::UseEnded { right, reason: EndReason::Rescinded } => Some(*right),
		Act::Corrected(correction) => correction.ends_right,
		_ => None,
	}
}

/// R20: when the idle clock starts, by the governed code (0 completion, 1 grant, 2 registration).
/// `None` where it has not started, or nothing tells when.
pub(crate) fn clock_start(
	code: u32,
	completed: Option<Moment>,
	status: OfficialStatus,
	clock: &Clock,
) -> Option<Moment> {
	let is_pending = matches!(status, OfficialStatus::Filed | OfficialStatus::Published);
	match code {
		0 => completed.or(clock.registered),
		// What came onto the ledger granted is counted from then: nothing later can be wrong.
		1 if is_pending => None,
		1 => clock.granted.or(clock.registered),
		2 => clock.registered,
		_ => None,
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn cny(minor: u128) -> Amount {
		Amount::fen(minor)
	}

	/// R12.
	#[test]
	fn check_price_should_demand_the_fixed_price_to_the_fen() {
		let terms = ConversionTerms::Fixed(cny(100));
		assert_eq!(check_price(&terms, Some(&cny(100))), Ok(()));
		for other in [cny(99), cny(101), Amount::new(100, "USD".parse().unwrap())] {
			assert_eq!(check_price(&terms, Some(&other)), Err(PriceFault::NotFixedPrice));
		}
		assert_eq!(check_price(&terms, None), Err(PriceFault::PriceHidden));
	}

	/// R12.
	#[test]
	fn check_price_should_stay_below_a_cap() {
		let terms = ConversionTerms::Cap(cny(100));
		assert_eq!(check_price(&terms, Some(&cny(100))), Ok(()));
		assert_eq!(check_price(&terms, Some(&cny(0))), Ok(()));
		let dollars = Amount::new(1, "USD".parse().unwrap());
		for other in [cny(101), dollars] {
			assert_eq!(check_price(&terms, Some(&other)), Err(PriceFault::AboveCap));
		}
		assert_eq!(check_price(&terms, None), Err(PriceFault::PriceHidden));
	}

	/// R15, R18: not below 80 % of 1.01 is 81 fen, not 80.
	#[test]
	fn least_part_should_round_up() {
		assert_eq!(least_part(&cny(101), 800_000), Some(cny(81)));
		assert_eq!(least_part(&cny(100), 800_000), Some(cny(80)));
		assert_eq!(least_part(&cny(u128::MAX), 0), Some(cny(0)));
	}

	#[test]
	fn part_of_should_not_overflow() {
		assert_eq!(part_of(&cny(u128::MAX), &cny(u128::MAX)), Some(WHOLE_PPM));
		assert_eq!(part_of(&cny(1), &cny(0)), None);
		assert_eq!(part_of(&cny(1), &cny(3)), Some(333_333));
	}

	/// R18.
	#[test]
	fn fee_line_should_judge_an_amount_only_against_a_known_price() {
		let judge =
			|fee, price: Option<Amount>| fee_line(MemberId(1), fee, price.as_ref(), 50_000).1;
		assert_eq!(judge(BrokersFee::Amount(cny(5)), Some(cny(100))), Some(true));
		assert_eq!(judge(BrokersFee::Amount(cny(4)), Some(cny(100))), Some(false));
		assert_eq!(judge(BrokersFee::Amount(cny(4)), None), None);
		assert_eq!(judge(BrokersFee::Part(50_000), None), Some(true));
		assert_eq!(judge(BrokersFee::Part(49_999), None), Some(false));
	}

	fn contender(trial: u64, offer: u128, until: u64) -> Contender {
		let (trial, offer) = (TrialId(trial), Some(cny(offer)));
		Contender { trial, offer, priority_until: Moment(until), was_chosen: false }
	}

	/// R13.
	#[test]
	fn first_to_convert_should_follow_the_tie_rule() {
		let all = [contender(1, 5, 10), contender(2, 9, 10), contender(3, 9, 10)];
		let first = |tie, chosen, now| first_to_convert(&all, tie, chosen, Moment(now));
		assert_eq!(first(TieRule::FirstDeclared, None, 0), Some(TrialId(1)));
		assert_eq!(first(TieRule::HighestOffer, None, 0), Some(TrialId(2)));
		assert_eq!(first(TieRule::HolderChooses, Some(TrialId(3)), 0), Some(TrialId(3)));
		assert_eq!(first(TieRule::HolderChooses, None, 0), None);
		for tie in [TieRule::FirstDeclared, TieRule::HighestOffer, TieRule::HolderChooses] {
			assert_eq!(first(tie, Some(TrialId(3)), 10), None);
		}
	}

	/// R20.
	#[test]
	fn clock_start_should_follow_the_code() {
		let clock = Clock {
			registered: Some(Moment(5)),
			granted: Some(Moment(7)),
			conversions: Default::default(),
		};
		let start = |code, status| clock_start(code, Some(Moment(1)), status, &clock);
		assert_eq!(start(0, OfficialStatus::Filed), Some(Moment(1)));
		assert_eq!(start(1, OfficialStatus::Granted), Some(Moment(7)));
		assert_eq!(start(1, OfficialStatus::Filed), None);
		assert_eq!(start(2, OfficialStatus::Filed), Some(Moment(5)));
		assert_eq!(start(3, OfficialStatus::Filed), None);
		let none = clock_start(0, None, OfficialStatus::Granted, &Clock::default());
		assert_eq!(none, None);
	}
}
