//! Kinds, capabilities and statuses: closed lists, appended to and never reordered.

use crate::{bounds::MAX_LABEL_BYTES, scope::Territory, text::Text};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

macro_rules! codes {
	($(#[$doc:meta])* $name:ident { $($(#[$item_doc:meta])* $item:ident = $index:literal),* $(,)? }) => {
		$(#[$doc])*
		#[derive(
			Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Encode, Decode, DecodeWithMemTracking,
			MaxEncodedLen, TypeInfo, Serialize, Deserialize,
		)]
		#[serde(rename_all = "kebab-case")]
		pub enum $name {
			$($(#[$item_doc])* #[codec(index = $index)] $item,)*
		}

		impl $name {
			/// Every code of the list, in order.
			pub const ALL: &'static [Self] = &[$(Self::$item),*];
		}
	};
}

codes! {
	/// What a member (成员) is.
	MemberKind {
		/// University (高校).
		University = 0,
		/// Research institute (科研院所).
		Institute = 1,
		/// Hospital (医疗机构).
		Hospital = 2,
		/// Enterprise (企业).
		Enterprise = 3,
		/// Technology exchange (技术交易机构).
		Exchange = 4,
		/// Registration bureau (技术合同认定登记机构).
		Bureau = 5,
		/// Regulator (主管部门).
		Regulator = 6,
		/// Agency or broker (服务机构、技术经纪).
		Agency = 7,
		/// Bank, insurer or fund (金融机构).
		Financier = 8,
		/// Natural person (自然人), known by a salted commitment only.
		Person = 9,
		/// Anything else.
		Other = 10,
	}
}

codes! {
	/// What a member may do beyond its own affairs; granted one by one.
	Capability {
		/// Run a validator.
		Validate = 0,
		/// Register its own achievements.
		Register = 1,
		/// Give internal approvals.
		Approve = 2,
		/// Decide objections, exclusions, holds and corrections.
		Adjudicate = 3,
		/// Register technology contracts in its jurisdiction.
		RegisterContracts = 4,
		/// Attest acts of an office: patent, variety, copyright.
		AttestRegister = 5,
		/// Relay the orders of outside courts.
		RelayOrders = 6,
		/// Attest payments.
		AttestPayments = 7,
		/// Operate the trial-first pool.
		OperatePool = 8,
		/// Insure trials.
		Insure = 9,
		/// Sponsor persons and enterprises.
		Sponsor = 10,
		/// Read lists kept for audit.
		Audit = 11,
		/// Give consents for a suspended member, when appointed.
		Administer = 12,
	}
}

codes! {
	/// What kind of right an achievement is.
	AchievementKind {
		/// Granted invention patent (发明专利).
		InventionPatent = 0,
		/// Granted utility model (实用新型).
		UtilityModel = 1,
		/// Granted design (外观设计).
		Design = 2,
		/// A patent application (专利申请) before grant.
		PatentApplication = 3,
		/// Software (计算机软件).
		Software = 4,
		/// Integrated-circuit layout (集成电路布图设计).
		Layout = 5,
		/// Plant variety (植物新品种).
		PlantVariety = 6,
		/// Know-how (技术秘密).
		KnowHow = 7,
	}
}

impl AchievementKind {
	/// Whether a share moves only on an office's date (T2; Patent Law art. 10).
	pub fn needs_office_transfer(self) -> bool {
		!matches!(self, Self::Software | Self::KnowHow)
	}
}

codes! {
	/// Why an achievement is excluded from grants and pools: a code only, never a secret.
	ExclusionClass {
		/// Defence.
		Defence = 0,
		/// National security.
		NationalSecurity = 1,
		/// National interest.
		NationalInterest = 2,
		/// Major public interest.
		MajorPublicInterest = 3,
	}
}

codes! {
	/// What the office says of the right, attested and dated (官方状态).
	OfficialStatus {
		/// Filed (申请).
		Filed = 0,
		/// Published (公布).
		Published = 1,
		/// Granted or registered (授权).
		Granted = 2,
		/// Lapsed, for unpaid fees above all (终止).
		Lapsed = 3,
		/// Restored (恢复).
		Restored = 4,
		/// Invalidated as a whole (全部无效).
		Invalidated = 5,
		/// Invalidated in part (部分无效).
		PartlyInvalidated = 6,
		/// Expired (届满).
		Expired = 7,
		/// Withdrawn or deemed withdrawn (撤回).
		Withdrawn = 8,
		/// Rejected (驳回).
		Rejected = 9,
	}
}

impl OfficialStatus {
	/// Whether rights in it are live (T12): no right of a lapsed, ended or refused right is.
	pub fn is_live(self) -> bool {
		matches!(
			self,
			Self::Filed | Self::Published | Self::Granted | Self::Restored | Self::PartlyInvalidated
		)
	}
}

codes! {
	/// Where a record stands on this ledger.
	LedgerStatus {
		/// Entered, co-owners not yet all confirmed (披露).
		Disclosed = 0,
		/// Registered (登记).
		Registered = 1,
		/// Retired by its owners (退出).
		Retired = 2,
		/// Voided by decision; its identifiers are free again (作废).
		Voided = 3,
	}
}

codes! {
	/// Form of a use right (许可形式).
	UseForm {
		/// Licensee only (独占).
		Exclusive = 0,
		/// Licensee and owners (排他).
		Sole = 1,
		/// Many (普通); what an unstated form means.
		Ordinary = 2,
	}
}

codes! {
	/// What a key may do for its member. `Full` includes all.
	Permission {
		/// Everything, keys included.
		Full = 0,
		/// Register achievements and write about them.
		Register = 1,
		/// Dispose of rights: transfer, license, pledge, consent.
		Dispose = 2,
		/// Internal approvals.
		Approve = 3,
		/// Acts of the seat: council votes and validator keys.
		Seat = 4,
		/// Decisions, attestations and registrations of an authority.
		Authority = 5,
		/// Sponsor members and give mandates for them.
		Sponsor = 6,
	}
}

/// Where a member or contract is.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Location {
	/// A Chinese division by its six-digit GB/T 2260 code.
	#[codec(index = 0)]
	Division(u32),
	/// A foreign member: country, and its register and number there.
	#[codec(index = 1)]
	Foreign {
		/// Country of the register.
		country: Territory,
		/// Name of the register and number in it.
		register: Text<MAX_LABEL_BYTES>,
	},
}
