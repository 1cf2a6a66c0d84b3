//! Price events (定价): how a price was found, at which venue, for which lots, and what the law asks
//! of it (C7).

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use quanqi_traits::NoticeFacts;
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

/// What the ledger knows around a price event, for [`super::judge()`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PriceFacts<'a> {
	/// Whether the state established the holder (国家设立).
	pub state_established: bool,
	/// Whether the venue is a technology exchange of the province; see [`super::is_provincial_exchange`].
	pub provincial_exchange: bool,
	/// Whether a lot touches secrecy or security; see [`super::touches_secrecy`].
	pub secrecy: bool,
	/// The completers of the lots' achievements.
	pub completers: &'a [MemberId],
	/// The notice that the event names.
	pub notice: Option<&'a NoticeFacts>,
}

/// On what an event stands without, or with, an appraisal.
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
pub enum AppraisalGround {
	/// The state did not establish the holder: nobody asks it to appraise.
	#[codec(index = 0)]
	NotStateEstablished,
	/// Exempt from appraisal and filing: listed or auctioned through an exchange of the province,
	/// without secrecy (S2 §1).
	#[codec(index = 1)]
	ExchangeExemption,
	/// The unit decided on its own.
	#[codec(index = 2)]
	OwnDecision {
		/// Whether to appraise.
		appraise: bool,
	},
	/// Nothing was sold, and the unit decided nothing.
	#[codec(index = 3)]
	NothingSold,
}

/// What C7 says of an event that it allows.
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
pub struct PriceJudgement {
	/// On what the event stands without, or with, an appraisal.
	pub appraisal: AppraisalGround,
	/// The notice that had to be closed, where the law asked for one (Promotion Law art. 18).
	pub notice: Option<NoticeId>,
}

/// Why an event is refused (C7).
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
pub enum PriceRefusal {
	/// No lot at all.
	#[codec(index = 0)]
	NoLot,
	/// The achievements of a bundle are fewer than two or do not ascend; the lot's place.
	#[codec(index = 1)]
	WrongBundle {
		/// Place of the lot, from zero.
		lot: u32,
	},
	/// A part of the ownership that is zero or above the whole.
	#[codec(index = 2)]
	WrongShare {
		/// Place of the lot, from zero.
		lot: u32,
		/// The part.
		found: Ppm,
	},
	/// A text that is empty, no UTF-8 or has a control character.
	#[codec(index = 3)]
	WrongText,
	/// No such month, or a year without four digits.
	#[codec(index = 4)]
	WrongDate,
	/// An amount in another currency than the price.
	#[codec(index = 5)]
	MixedCurrencies,
	/// Not as many amounts as lots.
	#[codec(index = 6)]
	AllocationCount {
		/// How many lots there are.
		lots: u32,
		/// How many amounts there are.
		found: u32,
	},
	/// The amounts of the lots do not sum to the price.
	#[codec(index = 7)]
	AllocationSum {
		/// The price.
		price: Amount,
		/// The sum of the lots.
		found: Amount,
	},
	/// Amounts by lot although the price is no open amount.
	#[codec(index = 8)]
	AllocationWithoutPrice,
	/// A price or a buyer although nothing was sold.
	#[codec(index = 9)]
	NothingSold,
	/// Sold below the reserve.
	#[codec(index = 10)]
	BelowReserve {
		/// The reserve.
		reserve: Amount,
		/// The price.
		found: Amount,
	},
	/// The reserve was not set by the holder that sells (S2 §1).
	#[codec(index = 11)]
	ReserveNotByHolder {
		/// Who set it.
		found: MemberId,
	},
	/// A completer did not set the reserve with the holder, or one that did is none (S2 §1).
	#[codec(index = 12)]
	ReserveNotByCompleters {
		/// The member that is missing or too many.
		member: MemberId,
	},
	/// A priced appraisal without its valuation.
	#[codec(index = 13)]
	NoValuation,
	/// Agreement pricing by a state-established holder without a notice (Promotion Law art. 18).
	#[codec(index = 14)]
	NoNotice,
	/// The notice is of something else: another unit, another achievement or other terms.
	#[codec(index = 15)]
	OtherNotice {
		/// The notice.
		notice: NoticeId,
	},
	/// The notice was not closed by the day of the price.
	#[codec(index = 16)]
	NoticeNotClosed {
		/// The notice.
		notice: NoticeId,
		/// The day it was closed, if it was.
		closed: Option<Date>,
	},
	/// The law asks for the day, and the event does not give it.
	#[codec(index = 17)]
	DayUnknown,
	/// A price agreed with a related party without the version of the venue's rules (S2 §1).
	#[codec(index = 18)]
	NoVenueRules,
	/// No exemption applies, and the unit recorded no decision whether to appraise.
	#[codec(index = 19)]
	AppraisalUndecided,
	/// Another unit than the holder decided whether to appraise.
	#[codec(index = 20)]
	AppraisalNotByHolder {
		/// Who decided.
		found: MemberId,
	},
	/// An achievement in two lots.
	#[codec(index = 21)]
	RepeatedAchievement {
		/// The achievement.
		achievement: AchievementId,
	},
}
