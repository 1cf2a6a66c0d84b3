//! Pure rules: what terms are proper (C1, C2, C4, C11), and whose bureau is whose (C5).

use crate::types::{ContractKind, Effect, PartyRole, PriceAllocation, Terms, Timeliness};
use alloc::vec::Vec;
use codec::Encode;
use quanqi_title::{UseBasis, UseGrant};
use quanqi_types::{
	bounds::MAX_CONTRACT_BYTES, Amount, Digest, Location, MemberId, Moment, WHOLE_PPM,
};

/// What is wrong with terms.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
	/// C1: fewer than two parties.
	TooFewParties,
	/// C1: a member is a party twice.
	PartyRepeated,
	/// C1: there is no seller, or nobody who takes.
	RoleMissing,
	/// C2: an effect that this kind of contract cannot have.
	EffectUnfit,
	/// C2: a transfer without a share that moves, a licence without a use right.
	EffectMissing,
	/// C2: who gives or receives by an effect is no party.
	EffectPartyMissing,
	/// C2: an effect says what cannot be.
	EffectMalformed,
	/// C2: the price is not allocated to just the achievements of the contract.
	PriceUnallocated,
	/// C4: the instrument's digest is not SHA-256.
	WrongInstrument,
	/// A number, label or date is none.
	WrongText,
	/// C7: a price event is named twice.
	PriceEventRepeated,
	/// C11: a sealed contract shows a price, or an open one hides it.
	SealMismatch,
	/// The terms are larger than their bound.
	TermsTooLarge,
}

/// Whether terms are proper by themselves. An amendment need not move a right again.
pub fn check_terms(terms: &Terms, is_amendment: bool) -> Result<(), Fault> {
	let size = u32::try_from(terms.encoded_size()).unwrap_or(u32::MAX);
	ensure(size <= MAX_CONTRACT_BYTES, Fault::TermsTooLarge)?;
	check_parties(terms)?;
	let is_sha256 = matches!(terms.instrument, Digest::Sha256(_));
	ensure(is_sha256, Fault::WrongInstrument)?;
	ensure(terms.number.validate().is_ok() && terms.date.is_valid(), Fault::WrongText)?;
	ensure(are_distinct(&terms.price_events), Fault::PriceEventRepeated)?;
	let has_undone = is_amendment || terms.undoes.is_empty();
	ensure(has_undone && are_distinct(&terms.undoes), Fault::EffectMalformed)?;
	check_effects(terms, is_amendment)?;
	check_seal(terms)?;
	check_prices(terms, is_amendment)
}

fn ensure(condition: bool, fault: Fault) -> Result<(), Fault> {
	condition.then_some(()).ok_or(fault)
}

fn are_distinct<T: Ord + Clone>(items: &[T]) -> bool {
	let mut sorted: Vec<T> = items.to_vec();
	sorted.sort_unstable();
	sorted.dedup();
	sorted.len() == items.len()
}

/// C1: two or more distinct members with roles; a seller, and somebody who takes.
fn check_parties(terms: &Terms) -> Result<(), Fault> {
	ensure(terms.parties.len() >= 2, Fault::TooFewParties)?;
	ensure(are_distinct(&terms.members()), Fault::PartyRepeated)?;
	let has = |role| terms.with_role(role).next().is_some();
	let is_complete = has(PartyRole::Seller) && (has(PartyRole::Buyer) || has(PartyRole::Other));
	ensure(is_complete, Fault::RoleMissing)
}

/// C2: which effects a kind of contract can have.
pub fn is_fit(kind: ContractKind, effect: &Effect) -> bool {
	match kind {
		ContractKind::Development => matches!(
			effect,
			Effect::AssignFuture { .. } | Effect::Reserve { .. } | Effect::JointUse { .. }
		),
		// A transfer may leave a licence with the one who gives.
		ContractKind::Transfer => matches!(
			effect,
			Effect::TransferShare { .. }
				| Effect::TransferUse { .. }
				| Effect::GrantUse { .. }
				| Effect::ConvertTrial { .. }
				| Effect::JointUse { .. }
		),
		ContractKind::Licence => matches!(
			effect,
			Effect::GrantUse { .. }
				| Effect::Reserve { .. }
				| Effect::ConvertTrial { .. }
				| Effect::JointUse { .. }
		),
		ContractKind::Consulting | ContractKind::Service => false,
	}
}

/// C2: the effect without which a contract is not of its kind.
fn is_principal(kind: ContractKind, effect: &Effect) -> bool {
	match kind {
		ContractKind::Transfer => {
			matches!(effect, Effect::TransferShare { .. } | Effect::TransferUse { .. })
		}
		ContractKind::Licence => {
			matches!(effect, Effect::GrantUse { .. } | Effect::Reserve { .. })
		}
		ContractKind::Development | ContractKind::Consulting | ContractKind::Service => true,
	}
}

fn check_effects(terms: &Terms, is_amendment: bool) -> Result<(), Fault> {
	let needs_principal = matches!(terms.kind, ContractKind::Transfer | ContractKind::Licence);
	let has_principal = terms.effects.iter().any(|effect| is_principal(terms.kind, effect));
	ensure(is_amendment || !needs_principal || has_principal, Fault::EffectMissing)?;
	for effect in &terms.effects {
		ensure(is_fit(terms.kind, effect), Fault::EffectUnfit)?;
		let is_party = |member: MemberId| terms.role_of(member).is_some();
		ensure(effect.members().into_iter().all(is_party), Fault::EffectPartyMissing)?;
		ensure(is_well_formed(effect, terms), Fault::EffectMalformed)?;
	}
	Ok(())
}

fn is_well_formed(effect: &Effect, terms: &Terms) -> bool {
	match effect {
		Effect::GrantUse { terms, .. } => is_contractual(terms),
		Effect::AssignFuture { label, from, to, ppm } => {
			label.validate().is_ok() && from != to && (1..=WHOLE_PPM).contains(ppm)
		}
		Effect::ConvertTrial { achievement, user, .. } => terms.effects.iter().any(|other| {
			other.achievement() == Some(*achievement) && is_converted_into(other, *user, terms)
		}),
		// The rest is judged by the law of titles, on signing.
		Effect::TransferShare { .. }
		| Effect::TransferUse { .. }
		| Effect::Reserve { .. }
		| Effect::JointUse { .. } => true,
	}
}

/// R12: what a trial is converted into comes to its user: a share, a use right, or joint use that it
/// buys. Rights that are only kept for it are no conversion.
fn is_converted_into(effect: &Effect, user: MemberId, terms: &Terms) -> bool {
	match effect {
		Effect::JointUse { .. } => terms.role_of(user) == Some(PartyRole::Buyer),
		Effect::Reserve { .. } => false,
		_ => effect.reaches(user),
	}
}

/// Trials and long-term use rights by grant have their own records.
fn is_contractual(grant: &UseGrant) -> bool {
	matches!(grant.basis, UseBasis::Licence | UseBasis::Sublicence(_))
}

/// C11: a sealed contract shows no amount, an open one hides none.
fn check_seal(terms: &Terms) -> Result<(), Fault> {
	let is_sealed = terms.is_sealed();
	let hides_prices = terms.prices == PriceAllocation::Sealed;
	let hides_money = terms.consideration.is_sealed();
	let has_fields = terms.seal.is_none_or(|seal| seal.fields > 0);
	// Without any price there is nothing to allocate, sealed or not.
	let shows_prices = matches!(terms.prices, PriceAllocation::Allocated(_));
	let is_proper = match is_sealed {
		true => hides_money && !shows_prices,
		false => !hides_money && !hides_prices,
	};
	ensure(is_proper && has_fields, Fault::SealMismatch)
}

/// C2: an allocation names each achievement of the contract once, in one currency, and sums exactly to
/// the fixed total where there is one.
fn check_prices(terms: &Terms, is_amendment: bool) -> Result<(), Fault> {
	let PriceAllocation::Allocated(prices) = &terms.prices else { return Ok(()) };
	let mut named: Vec<_> = prices.iter().map(|line| line.achievement).collect();
	named.sort_unstable();
	// An amendment lists only the effects it adds; its prices are still those of the whole contract.
	let is_exact = named == terms.achievements() || (is_amendment && are_distinct(&named));
	ensure(is_exact, Fault::PriceUnallocated)?;
	let mut rest = prices.iter().map(|line| line.price);
	let first = rest.next().ok_or(Fault::PriceUnallocated)?;
	let sum = rest
		.try_fold(first, |sum: Amount, price| sum.checked_add(&price))
		.map_err(|_| Fault::PriceUnallocated)?;
	let is_whole = terms.consideration.fixed_total().is_none_or(|total| total == sum);
	ensure(is_whole, Fault::PriceUnallocated)
}

/// C5: whether a bureau's division covers a place: the place itself, its city or its province.
pub fn covers(jurisdiction: u32, location: &Location) -> bool {
	let Location::Division(place) = location else { return false };
	let width: u32 = match jurisdiction {
		province if province.is_multiple_of(10_000) => 10_000,
		city if city.is_multiple_of(100) => 100,
		_ => 1,
	};
	jurisdiction.checked_div(width) == place.checked_div(width)
}

/// C5: whether a decision on this day was in time. `ordinary` and `large` are the ends of the two
/// terms; `is_large` is unknown where the amount is sealed or in another currency.
pub fn timeliness(
	at: Moment,
	ordinary: Option<Moment>,
	large: Option<Moment>,
	is_large: Option<bool>,
) -> Timeliness {
	let in_time = |end: Option<Moment>| end.is_none_or(|end| at < end);
	match (in_time(ordinary), in_time(large), is_large) {
		(true, _, _) => Timeliness::InTime,
		(false, true, Some(true)) => Timeliness::InTime,
		(false, true, None) => Timeliness::Unclear,
		(false, _, _) => Timeliness::Late,
	}
}
