//! Consideration (对价): what is owed for a contract, and what payments it allows (C8).

use super::{distribution::Payee, price::Named, quantity::Quantity};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use quanqi_types::{
	bounds::{MAX_CONSIDERATION_PARTS, MAX_EQUITY_RECIPIENTS, MAX_INSTALMENTS, MAX_LABEL_BYTES},
	Amount, BoundedVec, ConstU32, Currency, Date, Ppm, Text,
};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// When a payment is due.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Due {
	/// At signing.
	#[codec(index = 0)]
	Signing,
	/// On a day.
	#[codec(index = 1)]
	Day(Date),
	/// When something happens (里程碑): the end of a trial, delivery, acceptance.
	#[codec(index = 2)]
	Milestone(Text<MAX_LABEL_BYTES>),
}

/// One instalment (分期付款). Zero says in the open that nothing is paid then.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(deny_unknown_fields)]
pub struct Instalment {
	/// How much.
	pub amount: Amount,
	/// When.
	pub due: Due,
}

/// One milestone payment, owed only if the milestone is reached.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(deny_unknown_fields)]
pub struct Milestone {
	/// What has to be reached.
	pub label: Text<MAX_LABEL_BYTES>,
	/// How much is owed then.
	pub amount: Amount,
}

/// What a royalty is reckoned on (提成基数).
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum RoyaltyBase {
	/// Net profit of the products (净利润).
	#[codec(index = 0)]
	NetProfit,
	/// Net sales (净销售额).
	#[codec(index = 1)]
	NetSales,
	/// Gross sales (销售额).
	#[codec(index = 2)]
	GrossSales,
	/// Income from sublicences (分许可收入).
	#[codec(index = 3)]
	SublicenceIncome,
	/// Another base, by its name.
	#[codec(index = 4)]
	Other(Text<MAX_LABEL_BYTES>),
}

/// A rate of a royalty (提成率).
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum RoyaltyRate {
	/// A part of the base.
	#[codec(index = 0)]
	Ppm(Ppm),
	/// So much for each piece.
	#[codec(index = 1)]
	PerPiece(Amount),
}

/// One recipient of equity.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(deny_unknown_fields)]
pub struct EquityRecipient {
	/// Who receives it.
	pub payee: Payee,
	/// How much, measured as the whole stake is.
	pub quantity: Quantity,
}

/// Equity in a company for an achievement (作价入股).
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(deny_unknown_fields)]
pub struct Equity {
	/// The company.
	pub company: Named,
	/// The stake: units, or ppm of the company's capital.
	pub stake: Quantity,
	/// The value it was given at (作价金额), where stated. It is no payment.
	#[serde(default)]
	pub value: Option<Amount>,
	/// Who receives it; the parts sum to the stake. Empty when it is distributed later.
	pub recipients: BoundedVec<EquityRecipient, ConstU32<MAX_EQUITY_RECIPIENTS>>,
}

/// One part of a consideration.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum ConsiderationPart {
	/// One payment (一次总付). Zero says in the open that there is no price.
	#[codec(index = 0)]
	LumpSum(Amount),
	/// Payments on days or events that will come.
	#[codec(index = 1)]
	Instalments(BoundedVec<Instalment, ConstU32<MAX_INSTALMENTS>>),
	/// Payments for what may be reached, together not above a cap.
	#[codec(index = 2)]
	Milestones {
		/// The milestones.
		milestones: BoundedVec<Milestone, ConstU32<MAX_INSTALMENTS>>,
		/// The most that all of them come to.
		cap: Amount,
	},
	/// A royalty (提成支付).
	#[codec(index = 3)]
	Royalty {
		/// How much of the base.
		rate: RoyaltyRate,
		/// What it is reckoned on.
		base: RoyaltyBase,
		/// The most it comes to, if there is a most.
		cap: Option<Amount>,
	},
	/// A payment owed only on a condition (或有对价).
	#[codec(index = 4)]
	Contingent {
		/// The condition.
		condition: Text<MAX_LABEL_BYTES>,
		/// How much, where it is known.
		amount: Option<Amount>,
	},
	/// Equity (作价入股).
	#[codec(index = 5)]
	Equity(Equity),
}

/// What a consideration comes to in money.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Total {
	/// Exactly this much.
	#[codec(index = 0)]
	Fixed(Amount),
	/// At most this much, for some of it may never fall due.
	#[codec(index = 1)]
	Capped(Amount),
	/// Nobody knows yet.
	#[codec(index = 2)]
	Open,
}

/// What is owed for a contract (C8): parts in one currency, and what they come to. No part at all:
/// nothing is owed.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(deny_unknown_fields)]
pub struct Consideration {
	/// The one currency of every part.
	pub currency: Currency,
	/// The parts.
	pub parts: BoundedVec<ConsiderationPart, ConstU32<MAX_CONSIDERATION_PARTS>>,
	/// What the parties say they come to.
	pub total: Total,
}

/// Why a consideration, a payment or a refund is refused (C8).
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum ConsiderationRefusal {
	/// Two currencies.
	#[codec(index = 0)]
	MixedCurrencies {
		/// The currency of the consideration.
		currency: Currency,
		/// The other one.
		found: Currency,
	},
	/// A part that says nothing: no instalment, or an amount, rate or stake of zero; the part's place.
	#[codec(index = 1)]
	EmptyPart {
		/// Place of the part, from zero.
		part: u32,
	},
	/// A rate above the whole.
	#[codec(index = 2)]
	RateAboveWhole {
		/// The rate in ppm.
		found: Ppm,
	},
	/// A cap above what all milestones come to.
	#[codec(index = 3)]
	CapAboveSum {
		/// The sum of the milestones.
		sum: Amount,
		/// The cap.
		found: Amount,
	},
	/// A text that is empty, no UTF-8 or has a control character.
	#[codec(index = 4)]
	WrongText,
	/// A day after the year 9999.
	#[codec(index = 5)]
	WrongDate,
	/// The stated total is not what the parts come to.
	#[codec(index = 6)]
	WrongTotal {
		/// What the parties say.
		stated: Total,
		/// What the parts come to.
		found: Total,
	},
	/// A stake measured in money, or above the whole company.
	#[codec(index = 7)]
	WrongStake {
		/// The stake.
		found: Quantity,
	},
	/// What the recipients get does not sum to the stake, or is measured otherwise.
	#[codec(index = 8)]
	WrongRecipients {
		/// The stake.
		stake: Quantity,
		/// What the recipients get.
		found: Quantity,
	},
	/// A sum beyond the largest number.
	#[codec(index = 9)]
	Overflow,
	/// There is no such part, or nothing is paid on it in money.
	#[codec(index = 10)]
	NotPayable {
		/// Place of the part, from zero.
		part: u32,
	},
	/// A payment or refund of nothing.
	#[codec(index = 11)]
	ZeroPayment,
	/// More than a part comes to, net of refunds.
	#[codec(index = 12)]
	AboveLimit {
		/// The most the part comes to.
		limit: Amount,
		/// What would be paid of it.
		found: Amount,
	},
	/// More would be given back than was paid.
	#[codec(index = 13)]
	RefundAbovePaid {
		/// What is paid, net of earlier refunds.
		paid: Amount,
		/// The refund.
		found: Amount,
	},
}

/// What was paid and given back on one part.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(deny_unknown_fields)]
pub struct Paid {
	/// All payments.
	pub paid: Amount,
	/// All refunds.
	pub refunded: Amount,
}

/// What was paid on every part of a consideration, in their order.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(transparent)]
pub struct Payments(pub BoundedVec<Paid, ConstU32<MAX_CONSIDERATION_PARTS>>);
