//! Price events (定价): how a price was found, at which venue, for which lots.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use quanqi_types::{
	bounds::{MAX_COMPLETERS, MAX_LABEL_BYTES, MAX_LOTS, MAX_LOT_ACHIEVEMENTS, MAX_NAME_BYTES},
	AchievementId, Amount, BoundedVec, Commitment, ConstU32, Date, Digest, MemberId, NoticeId, Ppm,
	Text, UseForm,
};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// How a price was found (定价方式).
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
pub enum PriceMode {
	/// By agreement (协议定价).
	#[codec(index = 0)]
	Agreement,
	/// By listing (挂牌).
	#[codec(index = 1)]
	Listing,
	/// By auction (拍卖, 竞价).
	#[codec(index = 2)]
	Auction,
	/// At an appraised value (资产评估).
	#[codec(index = 3)]
	Appraisal,
	/// Trial first, the price paid later (先用后转; DB33/T 2549-2022).
	#[codec(index = 4)]
	TrialFirst,
}

/// Someone who is a member, or is known by name only.
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
pub enum Named {
	/// A member.
	#[codec(index = 0)]
	Member(MemberId),
	/// Not a member: the name as printed, or a bidder's number.
	#[codec(index = 1)]
	Name(Text<MAX_NAME_BYTES>),
}

/// The rules that a venue applied.
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
pub struct VenueRules {
	/// Their version, as the venue calls it.
	pub version: Text<MAX_LABEL_BYTES>,
	/// Digest of their text.
	#[serde(default)]
	pub digest: Option<Digest>,
}

/// Where a price was found (交易场所).
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
pub struct Venue {
	/// Who runs it.
	pub place: Named,
	/// The rules it applied, where they are known.
	#[serde(default)]
	pub rules: Option<VenueRules>,
}

/// What a lot is about.
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
pub enum LotSubject {
	/// One achievement.
	#[codec(index = 0)]
	Achievement(AchievementId),
	/// Achievements sold together (打包): at least two, ascending.
	#[codec(index = 1)]
	Bundle(BoundedVec<AchievementId, ConstU32<MAX_LOT_ACHIEVEMENTS>>),
	/// What has no record on this ledger, by its name.
	#[codec(index = 2)]
	Described(Text<MAX_NAME_BYTES>),
}

/// What is sold of a lot.
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
pub enum LotInterest {
	/// All that the seller owns (转让).
	#[codec(index = 0)]
	Ownership,
	/// A part of the ownership, in ppm of the whole (部分权益).
	#[codec(index = 1)]
	Share(Ppm),
	/// A use right (许可).
	#[codec(index = 2)]
	UseRight(UseForm),
	/// Cooperation with the team (合作权).
	#[codec(index = 3)]
	Cooperation,
	/// Time to negotiate alone (预留权).
	#[codec(index = 4)]
	Reservation,
	/// The source does not say.
	#[codec(index = 5)]
	Unstated,
}

/// One thing for sale in a price event (标的).
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
pub struct Lot {
	/// What it is about.
	pub subject: LotSubject,
	/// What is sold of it.
	pub interest: LotInterest,
}

/// How the price falls on the lots.
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
pub enum Allocation {
	/// One price for all, undivided on purpose (不分项).
	#[codec(index = 0)]
	Undivided,
	/// One amount for each lot, in their order; they sum to the price.
	#[codec(index = 1)]
	PerLot(BoundedVec<Amount, ConstU32<MAX_LOTS>>),
}

/// The price found (成交价).
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
pub enum Price {
	/// None: nothing was sold, or none was published.
	#[codec(index = 0)]
	Unstated,
	/// An amount.
	#[codec(index = 1)]
	Amount(Amount),
	/// An amount under a salted commitment.
	#[codec(index = 2)]
	Sealed(Commitment),
	/// Open in total, such as a royalty, or to be agreed after a trial.
	#[codec(index = 3)]
	Open,
}

/// A reserve price (底价), set by the holder together with the completers (S2 §1).
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
pub struct Reserve {
	/// The least the lots may go for.
	pub amount: Amount,
	/// The holder that set it.
	pub holder: MemberId,
	/// The completers that set it with the holder, ascending.
	pub completers: BoundedVec<MemberId, ConstU32<MAX_COMPLETERS>>,
}

/// An appraisal (评估) of the lots.
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
pub struct Valuation {
	/// The value found.
	pub amount: Amount,
	/// Who appraised.
	pub valuer: Named,
	/// Digest of the report.
	pub digest: Digest,
}

/// The unit's own decision whether to appraise, where no exemption applies.
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
pub struct AppraisalDecision {
	/// Whether it has the lots appraised.
	pub appraise: bool,
	/// The unit that decided.
	pub by: MemberId,
	/// Digest of the decision.
	pub digest: Digest,
}

/// How a price event ended.
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
pub enum PriceOutcome {
	/// A buyer was found (成交).
	#[codec(index = 0)]
	Sold,
	/// Nobody bought (流拍, 流标).
	#[codec(index = 1)]
	Failed,
	/// Taken back before the end (撤回).
	#[codec(index = 2)]
	Withdrawn,
}

/// A date as exactly as the source gives it.
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
pub enum EventDate {
	/// A day.
	#[codec(index = 0)]
	Day(Date),
	/// A month, from 1 to 12.
	#[codec(index = 1)]
	Month {
		/// The year.
		year: u16,
		/// The month.
		month: u8,
	},
	/// A year.
	#[codec(index = 2)]
	Year(u16),
	/// The source does not say.
	#[codec(index = 3)]
	Unstated,
}

/// How a price was found: a record of its own (C7).
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
pub struct PriceEvent {
	/// How the price was found.
	pub mode: PriceMode,
	/// Where; `None` when the parties met without one.
	#[serde(default)]
	pub venue: Option<Venue>,
	/// Who sells.
	pub holder: Named,
	/// Who buys, where known. Only a sale has a buyer.
	#[serde(default)]
	pub buyer: Option<Named>,
	/// Whether the buyer is related to a completer (利害关系人).
	pub related_party: bool,
	/// What is for sale; at least one lot.
	pub lots: BoundedVec<Lot, ConstU32<MAX_LOTS>>,
	/// How the price falls on the lots.
	pub allocation: Allocation,
	/// The price called out or listed at the start (起拍价, 挂牌价).
	#[serde(default)]
	pub starting: Option<Amount>,
	/// The least price, where one was set.
	#[serde(default)]
	pub reserve: Option<Reserve>,
	/// The appraisal, where there was one.
	#[serde(default)]
	pub valuation: Option<Valuation>,
	/// The unit's decision whether to appraise.
	#[serde(default)]
	pub appraisal: Option<AppraisalDecision>,
	/// The price found.
	pub price: Price,
	/// How it ended.
	pub outcome: PriceOutcome,
	/// When it ended.
	pub date: EventDate,
	/// Digest of the record of name, price and terms. For a price by agreement it is the `terms` that
	/// the public notice showed.
	pub digest: Digest,
	/// The public notice of name and price.
	#[serde(default)]
	pub notice: Option<NoticeId>,
}
