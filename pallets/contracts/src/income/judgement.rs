//! What the ledger knows around a price event, and what the law says of it (C7).

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use quanqi_traits::NoticeFacts;
use quanqi_types::{AchievementId, Amount, Date, MemberId, NoticeId, Ppm};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

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
	/// A listing or an auction without a venue, or at one that sells or buys itself.
	#[codec(index = 22)]
	NoVenue,
}
