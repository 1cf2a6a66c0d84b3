//! Price events (定价): how a price was found, at which venue, for which lots, and what the law asks
//! of it (C7).

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use quanqi_traits::{NoticeFacts, NoticeOutcome, NoticeSubject};
use quanqi_types::{
	bounds::{MAX_COMPLETERS, MAX_LABEL_BYTES, MAX_LOTS, MAX_LOT_ACHIEVEMENTS, MAX_NAME_BYTES},
	AchievementId, Amount, BoundedVec, Commitment, ConstU32, Date, Digest, ExclusionClass,
	Location, MemberId, MemberKind, NoticeId, Ppm, Text, UseForm, WHOLE_PPM,
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

/// What the ledger knows around a price event, for [`judge`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PriceFacts<'a> {
	/// Whether the state established the holder (国家设立).
	pub state_established: bool,
	/// Whether the venue is a technology exchange of the province; see [`is_provincial_exchange`].
	pub provincial_exchange: bool,
	/// Whether a lot touches secrecy or security; see [`touches_secrecy`].
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

	/// Whether it is about this achievement and nothing else.
	fn is_only(&self, achievement: AchievementId) -> bool {
		self.subject == LotSubject::Achievement(achievement)
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

	/// What an achievement alone was sold for; `None` when the price is sealed, open or undivided.
	pub fn price_of(&self, achievement: AchievementId) -> Option<Amount> {
		let Price::Amount(price) = self.price else { return None };
		match &self.allocation {
			Allocation::Undivided => {
				let alone =
					self.lots.len() == 1 && self.lots.iter().all(|lot| lot.is_only(achievement));
				alone.then_some(price)
			}
			Allocation::PerLot(amounts) => self
				.lots
				.iter()
				.zip(amounts.iter())
				.find(|(lot, _)| lot.is_only(achievement))
				.map(|(_, amount)| *amount),
		}
	}

	/// Whether the record agrees with itself.
	///
	/// Refuses no lot, a wrong bundle or share, wrong text or date, two currencies, lots that do not
	/// sum to the price, a price of what was not sold, and a sale below the reserve.
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
///   (Promotion Law art. 18), and with a related party the version of the venue's rules (S2 §1).
/// - A state-established holder that has no exemption recorded its decision whether to appraise.
pub fn judge(event: &PriceEvent, facts: &PriceFacts<'_>) -> Result<PriceJudgement, PriceRefusal> {
	event.check()?;
	check_reserve(event, facts)?;
	let by_agreement =
		facts.state_established && event.is_sold() && event.mode == PriceMode::Agreement;
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
		&& matches!(event.mode, PriceMode::Listing | PriceMode::Auction)
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
