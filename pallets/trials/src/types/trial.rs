//! A trial (先用后转) and what stands around it.

use super::Flags;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::PalletError;
use quanqi_title::MandateRef;
use quanqi_types::{
	bounds::MAX_LABEL_BYTES, AchievementId, Amount, ContractId, Digest, MemberId, Moment, Ppm,
	Term, Text, TrialId,
};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// Where a trial stands.
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
	PalletError,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum TrialState {
	/// A user asked (申请).
	#[codec(index = 0)]
	Requested,
	/// The unit refused (不予同意).
	#[codec(index = 1)]
	Refused,
	/// The user took its request back (撤回).
	#[codec(index = 2)]
	Withdrawn,
	/// The unit's internal approval is given (内控审批通过).
	#[codec(index = 3)]
	Accepted,
	/// The use right is granted (试用中); past its end too, while a declaration can be made.
	#[codec(index = 4)]
	Running,
	/// The user declared to convert (拟转化).
	#[codec(index = 5)]
	ConvertDeclared,
	/// Converted by a signed contract (已转化).
	#[codec(index = 6)]
	Converted,
	/// The user declared to stop (停止试用).
	#[codec(index = 7)]
	StopDeclared,
	/// Over without conversion (已结束).
	#[codec(index = 8)]
	Closed,
	/// Over without a word of the user (逾期未声明); flagged.
	#[codec(index = 9)]
	EndedUndeclared,
	/// Ended by decision (裁决终止).
	#[codec(index = 10)]
	Terminated,
	/// Asked for under a pool entry that was left before the unit approved it (申请失效).
	#[codec(index = 11)]
	Lapsed,
}

impl TrialState {
	/// Every state, in order.
	pub const ALL: [Self; 12] = [
		Self::Requested,
		Self::Refused,
		Self::Withdrawn,
		Self::Accepted,
		Self::Running,
		Self::ConvertDeclared,
		Self::Converted,
		Self::StopDeclared,
		Self::Closed,
		Self::EndedUndeclared,
		Self::Terminated,
		Self::Lapsed,
	];

	/// Whether nothing can follow.
	pub fn is_final(self) -> bool {
		matches!(
			self,
			Self::Refused
				| Self::Withdrawn
				| Self::Converted
				| Self::Closed
				| Self::EndedUndeclared
				| Self::Terminated
				| Self::Lapsed
		)
	}

	/// Whether it takes one of the places of its pool entry (R9).
	pub fn takes_place(self) -> bool {
		matches!(self, Self::Accepted | Self::Running | Self::ConvertDeclared)
	}

	/// Whether the arrow from this state to another exists.
	pub fn leads_to(self, next: Self) -> bool {
		use TrialState::*;
		matches!(
			(self, next),
			(Requested, Refused | Withdrawn | Accepted | Lapsed)
				| (Accepted, Refused | Withdrawn | Running | Terminated)
				| (Running, ConvertDeclared | StopDeclared | EndedUndeclared | Terminated)
				| (ConvertDeclared, Converted | StopDeclared | Closed | Terminated)
				| (StopDeclared, Closed | Terminated)
		)
	}
}

choice! {
	/// What the broker gets at conversion (S3 三(四)).
	pub enum BrokersFee {
		/// A part of the price, in ppm.
		#[codec(index = 0)]
		Part(Ppm),
		/// An amount.
		#[codec(index = 1)]
		Amount(Amount),
	}
}

record! {
	/// The broker of a trial (技术经纪) and its fee.
	#[derive(Copy)]
	pub struct Brokerage {
		/// Who brought the two together.
		pub broker: MemberId,
		/// What it gets at conversion.
		pub fee: BrokersFee,
	}
}

record! {
	/// The use right of a trial and its days.
	#[derive(Copy)]
	pub struct Run {
		/// The entry that granted it; the last one, where it was extended.
		pub right: u32,
		/// When it was granted.
		pub started: Moment,
		/// First moment after it.
		pub until: Moment,
		/// First moment at which it is too late to declare.
		pub declare_by: Moment,
		/// Whether its end has been told.
		pub is_end_told: bool,
	}
}

record! {
	/// More time that the user asks for.
	#[derive(Copy)]
	pub struct Extension {
		/// How much, counted from the present end.
		pub more: Term,
		/// The mandate under which it was asked.
		pub mandate: Option<MandateRef>,
	}
}

record! {
	/// The one insurance policy of a trial (保险).
	pub struct Policy {
		/// Who insures.
		pub insurer: MemberId,
		/// Number of the policy.
		pub number: Text<MAX_LABEL_BYTES>,
		/// Digest of the policy.
		pub document: Digest,
		/// The premium.
		pub premium: Amount,
		/// How much of it an innovation voucher (创新券) bears.
		pub voucher: Amount,
		/// When it was recorded.
		pub recorded: Moment,
		/// The voucher's redemption: reference, attester, time.
		pub redeemed: Option<(Digest, MemberId, Moment)>,
	}
}

record! {
	/// The broker's fee line as it stands at conversion.
	#[derive(Copy)]
	pub struct FeeLine {
		/// Who gets it.
		pub broker: MemberId,
		/// As it was agreed.
		pub fee: BrokersFee,
		/// How much it comes to, where the price is known.
		pub amount: Option<Amount>,
		/// The part of the price, in ppm, where it can be told.
		pub part: Option<Ppm>,
		/// The statute's floor on the day, in ppm.
		pub floor: Ppm,
	}
}

record! {
	/// How a trial was converted.
	#[derive(Copy)]
	pub struct Converted {
		/// The contract.
		pub contract: ContractId,
		/// Its price for this achievement, where it is in the open.
		pub price: Option<Amount>,
		/// The broker's fee line.
		pub fee: Option<FeeLine>,
	}
}

record! {
	/// A trial.
	pub struct Trial {
		/// What is tried.
		pub achievement: AchievementId,
		/// Under which pool entry.
		pub entry: u32,
		/// Who tries it, as it asked. Who succeeded it holds its right in the title.
		pub user: MemberId,
		/// The mandate under which it was asked for.
		pub user_mandate: Option<MandateRef>,
		/// Who brought the two together.
		pub broker: Option<Brokerage>,
		/// Where it stands.
		pub state: TrialState,
		/// When it was asked for.
		pub requested: Moment,
		/// Since when it stands where it stands.
		pub since: Moment,
		/// Its use right, once granted.
		pub run: Option<Run>,
		/// More time, while it is asked for.
		pub extension: Option<Extension>,
		/// When something is due, if anything is.
		pub due: Option<Moment>,
		/// Its policy.
		pub policy: Option<Policy>,
		/// How many services are recorded.
		pub services: u32,
		/// How it was converted.
		pub converted: Option<Converted>,
		/// What was found wanting.
		pub flags: Flags,
	}
}

record! {
	/// A trial by the version of its layout.
	#[allow(clippy::large_enum_variant, reason = "there is one version")]
	pub enum TrialRecord {
		/// Version 1.
		#[codec(index = 1)]
		V1(Trial),
	}
}

choice! {
	/// What a service around a trial is (S3 三(四)). A licence fee is none: the trial is free.
	pub enum ServiceKind {
		/// Roadshow and display (路演展示).
		#[codec(index = 0)]
		Display,
		/// Verification (验证).
		#[codec(index = 1)]
		Verification,
		/// Pilot production (中试).
		#[codec(index = 2)]
		PilotProduction,
		/// Matching (撮合对接).
		#[codec(index = 3)]
		Matching,
		/// Technical support and training (技术服务、培训).
		#[codec(index = 4)]
		Support,
		/// Material, samples and equipment (材料、样品、设备).
		#[codec(index = 5)]
		Material,
	}
}

record! {
	/// A service as a party records it.
	#[derive(Copy)]
	pub struct Service {
		/// What it is.
		pub kind: ServiceKind,
		/// Who serves.
		pub provider: MemberId,
		/// Who pays.
		pub payer: MemberId,
		/// How much; zero where it is free.
		pub amount: Amount,
		/// Digest of the agreement or receipt.
		pub document: Digest,
	}
}

record! {
	/// A service with who recorded it, and when.
	#[derive(Copy)]
	pub struct ServiceRecord {
		/// The service.
		pub service: Service,
		/// Who recorded it.
		pub by: MemberId,
		/// When.
		pub at: Moment,
	}
}

/// What falls due on a day.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum DueItem {
	/// Something of this trial.
	#[codec(index = 0)]
	Trial(TrialId),
	/// Requests under this pool entry, which was left (R22).
	#[codec(index = 1)]
	Requests(AchievementId, u32),
}
