//! Kinds, capabilities and statuses: closed lists, appended to and never reordered.

use crate::{bounds::MAX_LABEL_BYTES, scope::Territory, text::Text};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, Error as CodecError, Input, MaxEncodedLen};
use core::fmt;
use scale_info::TypeInfo;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// No code of the list has this name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct UnknownCode;

impl fmt::Display for UnknownCode {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("no code of the list has this name")
	}
}

impl core::error::Error for UnknownCode {}

/// Writes `RegisterContracts` as `register-contracts`, as serde does.
pub(crate) fn write_kebab(f: &mut impl fmt::Write, name: &str) -> fmt::Result {
	for (index, letter) in name.chars().enumerate() {
		if index > 0 && letter.is_ascii_uppercase() {
			f.write_char('-')?;
		}
		f.write_char(letter.to_ascii_lowercase())?;
	}
	Ok(())
}

/// `ALL`, `Display` and `FromStr` of a list whose names are those serde writes in kebab-case.
macro_rules! code_names {
	($name:ident { $($item:ident),* $(,)? }) => {
		impl $name {
			/// Every code of the list, in order.
			pub const ALL: &'static [Self] = &[$(Self::$item),*];
		}

		impl core::fmt::Display for $name {
			fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
				let name = match self {
					$(Self::$item => stringify!($item),)*
				};
				$crate::codes::write_kebab(f, name)
			}
		}

		impl core::str::FromStr for $name {
			type Err = $crate::codes::UnknownCode;

			fn from_str(text: &str) -> Result<Self, Self::Err> {
				let named = |code: &&Self| alloc::string::ToString::to_string(code) == text;
				Self::ALL.iter().find(named).copied().ok_or($crate::codes::UnknownCode)
			}
		}
	};
}
pub(crate) use code_names;

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

		code_names!($name { $($item),* });

		impl $name {
			/// The code's number, as it is encoded.
			pub const fn index(self) -> u8 {
				match self {
					$(Self::$item => $index,)*
				}
			}
		}
	};
}

/// A set of codes as bits: bit `n` stands for the code with number `n`.
macro_rules! code_set {
	($(#[$doc:meta])* $set:ident of $item:ident in $bits:ident) => {
		$(#[$doc])*
		#[derive(
			Clone, Copy, PartialEq, Eq, Debug, Default, Encode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
		)]
		pub struct $set($bits);

		impl $set {
			/// No code at all.
			pub const NONE: Self = Self(0);

			fn bit(code: $item) -> $bits {
				// Every index is below the number of bits, so nothing wraps.
				$bits::from(1u8).wrapping_shl(code.index().into())
			}

			/// The set of every code of the list.
			pub fn all() -> Self {
				$item::ALL.iter().copied().collect()
			}

			/// Whether the code itself was put in.
			pub fn names(&self, code: $item) -> bool {
				self.0 & Self::bit(code) != 0
			}

			/// Puts a code in.
			pub fn insert(&mut self, code: $item) {
				self.0 |= Self::bit(code);
			}

			/// Takes a code out.
			pub fn remove(&mut self, code: $item) {
				self.0 &= !Self::bit(code);
			}

			/// Whether no code is in.
			pub const fn is_empty(&self) -> bool {
				self.0 == 0
			}

			/// The codes put in, in the order of their list.
			pub fn iter(&self) -> impl Iterator<Item = $item> + '_ {
				$item::ALL.iter().copied().filter(|code| self.names(*code))
			}
		}

		impl FromIterator<$item> for $set {
			fn from_iter<I: IntoIterator<Item = $item>>(codes: I) -> Self {
				Self(codes.into_iter().fold(0, |bits, code| bits | Self::bit(code)))
			}
		}

		impl Decode for $set {
			fn decode<I: Input>(input: &mut I) -> Result<Self, CodecError> {
				let set = Self($bits::decode(input)?);
				match set.0 & !Self::all().0 {
					0 => Ok(set),
					_ => Err("a bit of the set stands for no code".into()),
				}
			}
		}

		impl Serialize for $set {
			fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
				serializer.collect_seq(self.iter())
			}
		}

		impl<'de> Deserialize<'de> for $set {
			fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
				Vec::<$item>::deserialize(deserializer).map(|codes| codes.into_iter().collect())
			}
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
			Self::Filed
				| Self::Published
				| Self::Granted
				| Self::Restored
				| Self::PartlyInvalidated
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

code_set! {
	/// Capabilities of a member. JSON writes a list of names.
	Capabilities of Capability in u32
}

impl Capabilities {
	/// Whether the member has a capability.
	pub fn contains(&self, capability: Capability) -> bool {
		self.names(capability)
	}
}

code_set! {
	/// Permissions of a key. JSON writes a list of names.
	Permissions of Permission in u16
}

impl Permissions {
	/// The permissions of a full key: the bit of [`Permission::Full`], which is the first.
	pub const FULL: Self = Self(1);

	/// Whether the key may do this; a full key may do everything.
	pub fn contains(&self, permission: Permission) -> bool {
		self.names(Permission::Full) || self.names(permission)
	}
}

/// Where a member or contract is.
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

impl Location {
	/// Whether the division has six digits and lies in a known province, or the country is known and
	/// the register is text. Hong Kong, Macao and Taiwan are countries of ISO 3166 here.
	pub fn is_valid(&self) -> bool {
		match self {
			Self::Division(code) => {
				(100_000..=999_999).contains(code)
					&& u8::try_from(*code / 10_000)
						.is_ok_and(|province| Territory::Province(province).is_valid())
			}
			Self::Foreign { country, register } => {
				matches!(country, Territory::Country(_))
					&& country.is_valid()
					&& register.validate().is_ok()
			}
		}
	}
}
