//! Price events, payments and distributions as they are stored.

use crate::income::{
	ConsiderationRefusal, Distribution, DistributionRefusal, PriceEvent, PriceJudgement,
	PriceRefusal,
};
use quanqi_types::{
	bounds::{MAX_LOTS, MAX_LOT_ACHIEVEMENTS},
	AchievementId, Amount, BoundedVec, Commitment, ConstU32, ContractId, Digest, MemberId, Moment,
};

/// A price event (定价). Numbers are given once and never reused.
pub type PriceEventId = u64;

/// What of a price event was sold: of all its achievements, each once.
pub type PriceUses =
	BoundedVec<PriceUse, ConstU32<{ MAX_LOTS.saturating_mul(MAX_LOT_ACHIEVEMENTS) }>>;

stored! {
	/// A price event and what C7 says of it.
	pub struct PriceRecord {
		/// Who recorded it: the holder, or the exchange that ran it.
		pub by: MemberId,
		/// When.
		pub at: Moment,
		/// The event.
		pub event: PriceEvent,
		/// On what it stands.
		pub judgement: PriceJudgement,
	}

	/// What of a price event was sold by which contract (C7).
	#[derive(Copy)]
	#[serde(deny_unknown_fields)]
	pub struct PriceUse {
		/// Which achievement.
		pub achievement: AchievementId,
		/// By which contract.
		pub contract: ContractId,
	}

	/// A sum paid, open or sealed as its contract is.
	#[derive(Copy)]
	#[serde(rename_all = "kebab-case")]
	pub enum PaidAmount {
		/// In the open.
		#[codec(index = 0)]
		Open(Amount),
		/// Committed: of a sealed contract (C11). That it keeps within the total is the attester's word.
		#[codec(index = 1)]
		Sealed(Commitment),
	}

	/// Payment or refund.
	#[derive(Copy)]
	#[serde(rename_all = "kebab-case")]
	pub enum PaymentKind {
		/// A payment (付款).
		#[codec(index = 0)]
		Payment,
		/// A refund (退款).
		#[codec(index = 1)]
		Refund,
	}

	/// What a member attests of a payment (C8).
	#[derive(Copy)]
	#[serde(deny_unknown_fields)]
	pub struct PaymentAttested {
		/// Payment or refund.
		pub kind: PaymentKind,
		/// SHA-256 digest of the payment's reference: one payment is attested once, anywhere.
		pub reference: Digest,
		/// On which part of the consideration, from zero; zero where it is sealed.
		pub part: u32,
		/// How much.
		pub amount: PaidAmount,
		/// Who paid.
		pub payer: MemberId,
		/// Who received it.
		pub payee: MemberId,
		/// When it was paid.
		pub date: Moment,
	}

	/// A payment or refund as it is stored.
	#[derive(Copy)]
	pub struct Payment {
		/// What is attested.
		pub paid: PaymentAttested,
		/// Who attests it.
		pub attester: MemberId,
		/// When it was recorded.
		pub recorded: Moment,
	}

	/// What is distributed.
	#[derive(Copy)]
	#[serde(rename_all = "kebab-case")]
	pub enum IncomeSource {
		/// The payment of this number.
		#[codec(index = 0)]
		Payment(u32),
		/// The equity in the consideration's part of this place.
		#[codec(index = 1)]
		Equity(u32),
	}

	/// Where a distribution stands.
	#[derive(Copy)]
	#[serde(rename_all = "kebab-case")]
	pub enum DistributionState {
		/// Distributed (已分配).
		#[codec(index = 0)]
		Done,
		/// Parked: a hold is on the title (暂停).
		#[codec(index = 1)]
		Parked,
		/// Released after the hold (已解除暂停).
		#[codec(index = 2)]
		Released,
	}

	/// A distribution (收益分配) and where it stands (C9).
	pub struct DistributionRecord {
		/// Where it stands.
		pub state: DistributionState,
		/// How the income is divided. Of a sealed payment in ppm of the payment.
		pub distribution: Distribution,
		/// When it was recorded.
		pub at: Moment,
		/// When it was released.
		pub released: Option<Moment>,
	}
}

impl IncomeSource {
	/// The payment's number, when it is one.
	pub fn payment(self) -> Option<u32> {
		match self {
			Self::Payment(payment) => Some(payment),
			Self::Equity(_) => None,
		}
	}
}

/// What was paid on the parts of a consideration.
pub type PaidParts = crate::income::Payments;

impl<T> From<PriceRefusal> for crate::Error<T> {
	fn from(refusal: PriceRefusal) -> Self {
		match refusal {
			PriceRefusal::NoNotice
			| PriceRefusal::OtherNotice { .. }
			| PriceRefusal::NoticeNotClosed { .. } => Self::NoticeMissing,
			PriceRefusal::AppraisalUndecided
			| PriceRefusal::AppraisalNotByHolder { .. }
			| PriceRefusal::NoValuation => Self::AppraisalMissing,
			PriceRefusal::ReserveNotByHolder { .. }
			| PriceRefusal::ReserveNotByCompleters { .. } => Self::ReserveUnfit,
			PriceRefusal::NoVenueRules => Self::VenueRulesMissing,
			PriceRefusal::NoVenue => Self::VenueMissing,
			_ => Self::PriceEventMalformed,
		}
	}
}

impl<T> From<ConsiderationRefusal> for crate::Error<T> {
	fn from(refusal: ConsiderationRefusal) -> Self {
		match refusal {
			ConsiderationRefusal::AboveLimit { .. }
			| ConsiderationRefusal::RefundAbovePaid { .. } => Self::PaymentTooLarge,
			ConsiderationRefusal::NotPayable { .. } | ConsiderationRefusal::ZeroPayment => {
				Self::PaymentMalformed
			}
			_ => Self::ConsiderationMalformed,
		}
	}
}

impl<T> From<DistributionRefusal> for crate::Error<T> {
	fn from(refusal: DistributionRefusal) -> Self {
		match refusal {
			DistributionRefusal::BelowFloor(found) => {
				let [a, b, c, _] = found.floor.ppm.to_le_bytes();
				Self::BelowFloor([a, b, c])
			}
			_ => Self::DistributionUnfit,
		}
	}
}
