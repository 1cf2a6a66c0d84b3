//! Tests of prices, consideration and distribution, by rule.

mod consideration;
mod deals;
mod distribution;
mod encoding;
mod people;
mod price;
mod sequences;

use super::*;
use codec::{Decode, Encode};
use core::fmt::Debug;
use quanqi_types::{
	AchievementId, Amount, BoundedVec, Commitment, Currency, Date, Digest, MemberId, Moment,
	Shares, Text,
};
use serde::{de::DeserializeOwned, Serialize};

pub(crate) const UNIT: MemberId = MemberId(1);
pub(crate) const COMPLETERS: [MemberId; 2] = [MemberId(11), MemberId(12)];

pub(crate) fn text<const N: u32>(text: &str) -> Text<N> {
	Text::new(text).unwrap()
}

pub(crate) fn day(text: &str) -> Date {
	text.parse().unwrap()
}

pub(crate) fn bounded<T: Debug, const N: u32>(
	items: impl IntoIterator<Item = T>,
) -> BoundedVec<T, quanqi_types::ConstU32<N>> {
	BoundedVec::try_from(items.into_iter().collect::<Vec<_>>()).unwrap()
}

/// Whole yuan.
pub(crate) fn yuan(yuan: u128) -> Amount {
	Amount::fen(yuan * 100)
}

/// The same after SCALE and after JSON.
pub(crate) fn assert_round_trip<T>(value: &T)
where
	T: Encode + Decode + Serialize + DeserializeOwned + PartialEq + Debug,
{
	assert_eq!(T::decode(&mut &value.encode()[..]).as_ref(), Ok(value));
	let json = serde_json::to_string(value).unwrap();
	assert_eq!(&serde_json::from_str::<T>(&json).unwrap(), value, "{json}");
}

pub(crate) fn people(count: u8) -> People {
	let leaves: Vec<_> = (0..count).map(|leaf| Commitment([leaf; 32])).collect();
	People::seal(&leaves).unwrap()
}

pub(crate) fn unit_line() -> Payee {
	Payee::Unit { label: None }
}

/// One achievement of the unit, sold in an auction for 3 200 000 yuan.
pub(crate) fn auction() -> PriceEvent {
	PriceEvent {
		mode: PriceMode::Auction,
		venue: Some(Venue { place: Named::Member(MemberId(7)), rules: None }),
		holder: Named::Member(UNIT),
		buyer: Some(Named::Member(MemberId(2))),
		related_party: false,
		lots: bounded([Lot {
			subject: LotSubject::Achievement(AchievementId(5)),
			interest: LotInterest::Ownership,
		}]),
		allocation: Allocation::Undivided,
		starting: Some(yuan(2_400_000)),
		reserve: None,
		valuation: None,
		appraisal: None,
		price: Price::Amount(yuan(3_200_000)),
		outcome: PriceOutcome::Sold,
		date: EventDate::Day(day("2020-07-20")),
		digest: Digest::Sha256([3; 32]),
		notice: None,
	}
}

pub(crate) fn described(name: &str) -> Lot {
	Lot { subject: LotSubject::Described(text(name)), interest: LotInterest::Ownership }
}

/// A split whose nodes all lie at the top.
pub(crate) fn flat(lines: impl IntoIterator<Item = (u64, Payee)>) -> Split {
	Split(bounded(lines.into_iter().map(|(weight, payee)| top(weight, payee))))
}

pub(crate) fn top(weight: u64, payee: Payee) -> SplitNode {
	SplitNode { parent: None, weight, target: SplitTarget::Payee(payee) }
}

pub(crate) fn under(parent: u8, weight: u64, payee: Payee) -> SplitNode {
	SplitNode { parent: Some(parent), weight, target: SplitTarget::Payee(payee) }
}

pub(crate) fn group(parent: Option<u8>, weight: u64) -> SplitNode {
	SplitNode { parent, weight, target: SplitTarget::Group }
}

pub(crate) fn law(ppm: u32, force: quanqi_types::Force) -> DistributionLaw {
	let floor = Floor { ppm, force, effective_from: Moment(0) };
	DistributionLaw { floor: Some(floor), ..DistributionLaw::agreement() }
}

/// What is received by the unit, which owns the whole, without deductions.
pub(crate) struct Income {
	pub(crate) received: Quantity,
	pub(crate) owners: Shares,
	pub(crate) completers: Vec<MemberId>,
	pub(crate) bound: Vec<MemberId>,
	pub(crate) deductions: Vec<Deduction>,
}

impl Income {
	pub(crate) fn of(received: Quantity) -> Self {
		let owners = Shares::single(UNIT);
		Self { received, owners, completers: vec![], bound: vec![UNIT], deductions: vec![] }
	}

	pub(crate) fn owned(mut self, owners: Shares) -> Self {
		self.owners = owners;
		self
	}

	pub(crate) fn deduct(mut self, label: &str, fen: u128) -> Self {
		let quantity = Quantity::Money(Amount::fen(fen));
		self.deductions.push(Deduction { label: text(label), quantity });
		self
	}

	pub(crate) fn distribute(
		&self,
		split: &Split,
		law: &DistributionLaw,
	) -> Result<Distribution, DistributionRefusal> {
		let receipt = Receipt {
			received: self.received,
			unit: UNIT,
			owners: &self.owners,
			completers: &self.completers,
			bound: &self.bound,
			deductions: &self.deductions,
		};
		distribute(&receipt, split, law)
	}
}

pub(crate) fn fen(fen: u128) -> Quantity {
	Quantity::Money(Amount::fen(fen))
}

pub(crate) fn numbers(distribution: &Distribution) -> Vec<u128> {
	distribution.lines.iter().map(|line| line.quantity.number()).collect()
}

pub(crate) const USD: Currency = Currency(*b"USD");
