//! What the parties sign: who, what kind, which effects on rights, for what.

use super::Label;
use super::PriceEventId;
use crate::income::{Consideration, ConsiderationPart, Total};
use alloc::{boxed::Box, vec::Vec};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use quanqi_title::UseGrant;
use quanqi_types::{
	bounds::{
		MAX_CONTRACT_BYTES, MAX_CONTRACT_EFFECTS, MAX_CONTRACT_PARTIES, MAX_CONTRACT_PRICE_EVENTS,
	},
	digest::tagged_hash,
	AchievementId, Amount, BoundedVec, ConstU32, ContractKind, Date, Digest, Hash256, MemberId,
	Moment, Party, PartyRole, Period, Ppm, Scope, Seal, TrialId,
};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// Tag of the hash of a contract's terms.
pub const TERMS_TAG: &[u8] = b"quanqi/contract-terms/1";

stored! {
	/// What makes a contract one contract, for ever (C4): the seller, its own number, the date.
	#[serde(deny_unknown_fields)]
	pub struct ContractKey {
		/// The seller.
		pub seller: MemberId,
		/// Its own contract number.
		pub number: Label,
		/// The date of the contract.
		pub date: Date,
	}

	/// What the price says of each achievement (C2).
	#[serde(rename_all = "kebab-case")]
	pub enum PriceAllocation {
		/// One price for all, explicitly not divided.
		#[codec(index = 0)]
		Undivided,
		/// To each achievement its part; together the fixed total, where there is one.
		#[codec(index = 1)]
		Allocated(BoundedVec<AllocatedPrice, ConstU32<MAX_CONTRACT_EFFECTS>>),
		/// Under the seal.
		#[codec(index = 2)]
		Sealed,
	}

	/// What is paid (C8).
	#[serde(rename_all = "kebab-case")]
	pub enum ConsiderationTerms {
		/// In the open.
		#[codec(index = 0)]
		Open(Consideration),
		/// Under the seal.
		#[codec(index = 1)]
		Sealed,
	}

	/// The price of one achievement.
	#[derive(Copy)]
	#[serde(deny_unknown_fields)]
	pub struct AllocatedPrice {
		/// Which achievement.
		pub achievement: AchievementId,
		/// Its price.
		pub price: Amount,
	}
}

/// An effect of a contract on rights (C2).
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
	/// A share moves (T2): by the office's act, or for software and know-how on the agreed date.
	#[codec(index = 0)]
	TransferShare {
		/// In which achievement.
		achievement: AchievementId,
		/// Who gives.
		from: MemberId,
		/// Who receives.
		to: MemberId,
		/// How much of the whole.
		ppm: Ppm,
		/// The agreed date, for software and know-how only; without one, on signing.
		on: Option<Moment>,
	},
	/// A use right is granted (T3 to T5): a licence or a sublicence.
	#[codec(index = 1)]
	GrantUse {
		/// In which achievement.
		achievement: AchievementId,
		/// Its terms; it runs from the day they say.
		terms: Box<UseGrant>,
	},
	/// A part of a use right moves (T7).
	#[codec(index = 2)]
	TransferUse {
		/// In which achievement.
		achievement: AchievementId,
		/// Which right.
		right: u32,
		/// Who gives.
		from: MemberId,
		/// Who receives.
		to: MemberId,
		/// How much of the right.
		ppm: Ppm,
	},
	/// Rights are kept for one member (预留).
	#[codec(index = 3)]
	Reserve {
		/// In which achievement.
		achievement: AchievementId,
		/// The owner that keeps them.
		by: MemberId,
		/// For whom.
		beneficiary: MemberId,
		/// What is kept.
		scope: Box<Scope>,
		/// For how long.
		period: Period,
	},
	/// A share of an achievement that does not exist yet will go to another member.
	#[codec(index = 4)]
	AssignFuture {
		/// What it will be, in the contract's words.
		label: Label,
		/// Who gives.
		from: MemberId,
		/// Who receives.
		to: MemberId,
		/// How much of the whole.
		ppm: Ppm,
	},
	/// A trial (先用后转) is converted by this contract.
	#[codec(index = 5)]
	ConvertTrial {
		/// The trial.
		trial: TrialId,
		/// The achievement it tried.
		achievement: AchievementId,
		/// Who converts.
		user: MemberId,
	},
	/// The parties use an achievement together (合作实施): a conversion, no right moves.
	#[codec(index = 6)]
	JointUse {
		/// Which achievement.
		achievement: AchievementId,
	},
}

/// The terms of a contract, or of an amendment of it: what each party signs.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(deny_unknown_fields)]
pub struct Terms {
	/// What kind of contract.
	pub kind: ContractKind,
	/// The seller's own contract number (C4).
	pub number: Label,
	/// The date of the contract (C4).
	pub date: Date,
	/// The parties, each once.
	pub parties: BoundedVec<Party, ConstU32<MAX_CONTRACT_PARTIES>>,
	/// Unsalted SHA-256 digest of the signed instrument (C4).
	pub instrument: Digest,
	/// Effects on rights; of an amendment, those it adds.
	pub effects: BoundedVec<Effect, ConstU32<MAX_CONTRACT_EFFECTS>>,
	/// Numbers of effects of earlier versions that this one undoes.
	#[serde(default)]
	pub undoes: BoundedVec<u32, ConstU32<MAX_CONTRACT_EFFECTS>>,
	/// What the price says of each achievement.
	pub prices: PriceAllocation,
	/// The price events (定价) behind the price (C7).
	#[serde(default)]
	pub price_events: BoundedVec<PriceEventId, ConstU32<MAX_CONTRACT_PRICE_EVENTS>>,
	/// What is paid (C8).
	pub consideration: ConsiderationTerms,
	/// The seal, where the contract is sealed (C11).
	#[serde(default)]
	pub seal: Option<Seal>,
}

impl MaxEncodedLen for Terms {
	/// Drafts are refused above it, so nothing larger is ever stored.
	fn max_encoded_len() -> usize {
		usize::try_from(MAX_CONTRACT_BYTES).unwrap_or(usize::MAX)
	}
}

impl Terms {
	/// The hash that every signature binds: of all terms, the effects among them.
	pub fn hash(&self) -> Hash256 {
		tagged_hash(TERMS_TAG, &[&self.encode()])
	}

	/// The role of a member, when it is a party.
	pub fn role_of(&self, member: MemberId) -> Option<PartyRole> {
		self.parties.iter().find(|party| party.member == member).map(|party| party.role)
	}

	/// The parties' numbers.
	pub fn members(&self) -> Vec<MemberId> {
		self.parties.iter().map(|party| party.member).collect()
	}

	/// Parties of one role.
	pub fn with_role(&self, role: PartyRole) -> impl Iterator<Item = MemberId> + '_ {
		self.parties.iter().filter(move |party| party.role == role).map(|party| party.member)
	}

	/// The keys that this contract takes for ever: one for each seller (C4).
	pub fn keys(&self) -> impl Iterator<Item = ContractKey> + '_ {
		self.with_role(PartyRole::Seller).map(|seller| ContractKey {
			seller,
			number: self.number.clone(),
			date: self.date,
		})
	}

	/// The achievements that the effects are about, each once.
	pub fn achievements(&self) -> Vec<AchievementId> {
		let mut all: Vec<_> = self.effects.iter().filter_map(Effect::achievement).collect();
		all.sort_unstable();
		all.dedup();
		all
	}

	/// What an achievement alone costs, where the terms say so in the open. Without a fixed total no
	/// line is a price, for nothing says that it is ever owed.
	///
	/// `achievements` are those of the whole contract, ascending: an amendment lists those it adds.
	pub fn price_of(
		&self,
		achievement: AchievementId,
		achievements: &[AchievementId],
	) -> Option<Amount> {
		let total = self.consideration.fixed_total()?;
		match &self.prices {
			PriceAllocation::Allocated(prices) => {
				prices.iter().find(|line| line.achievement == achievement).map(|line| line.price)
			}
			PriceAllocation::Undivided => (achievements == [achievement]).then_some(total),
			PriceAllocation::Sealed => None,
		}
	}

	/// Whether amounts are under a seal (C11).
	pub fn is_sealed(&self) -> bool {
		self.seal.is_some()
	}
}

impl ConsiderationTerms {
	/// Whether amounts are under a seal.
	pub fn is_sealed(&self) -> bool {
		matches!(self, Self::Sealed)
	}

	/// What is owed, in the open.
	pub fn open(&self) -> Option<&Consideration> {
		match self {
			Self::Open(consideration) => Some(consideration),
			Self::Sealed => None,
		}
	}

	/// The total, where it is fixed and open.
	pub fn fixed_total(&self) -> Option<Amount> {
		match self.open()?.total {
			Total::Fixed(total) => Some(total),
			Total::Capped(_) | Total::Open => None,
		}
	}

	/// Whether equity is given, as far as it is open (作价入股).
	pub fn has_equity(&self) -> bool {
		let is_equity = |part: &ConsiderationPart| matches!(part, ConsiderationPart::Equity(_));
		self.open().is_some_and(|consideration| consideration.parts.iter().any(is_equity))
	}
}

impl Effect {
	/// The achievement it is about; none of a future one.
	pub fn achievement(&self) -> Option<AchievementId> {
		match self {
			Self::TransferShare { achievement, .. }
			| Self::GrantUse { achievement, .. }
			| Self::TransferUse { achievement, .. }
			| Self::Reserve { achievement, .. }
			| Self::ConvertTrial { achievement, .. }
			| Self::JointUse { achievement } => Some(*achievement),
			Self::AssignFuture { .. } => None,
		}
	}

	/// Members that give or receive by it: each must be a party.
	pub fn members(&self) -> Vec<MemberId> {
		match self {
			Self::TransferShare { from, to, .. }
			| Self::TransferUse { from, to, .. }
			| Self::AssignFuture { from, to, .. } => [*from, *to].into(),
			Self::GrantUse { terms, .. } => {
				terms.holders.members().chain([terms.grantor]).collect()
			}
			Self::Reserve { by, beneficiary, .. } => [*by, *beneficiary].into(),
			Self::ConvertTrial { user, .. } => [*user].into(),
			Self::JointUse { .. } => Vec::new(),
		}
	}

	/// Whether a right comes to this member by it.
	pub fn reaches(&self, member: MemberId) -> bool {
		match self {
			Self::TransferShare { to, .. }
			| Self::TransferUse { to, .. }
			| Self::AssignFuture { to, .. } => *to == member,
			Self::GrantUse { terms, .. } => terms.holders.contains(member),
			Self::Reserve { beneficiary, .. } => *beneficiary == member,
			Self::ConvertTrial { .. } | Self::JointUse { .. } => false,
		}
	}

	/// Who disposes of something in an achievement by it, for a price (C7).
	pub fn disposer(&self) -> Option<(AchievementId, MemberId)> {
		match self {
			Self::TransferShare { achievement, from, .. } => Some((*achievement, *from)),
			Self::GrantUse { achievement, terms } if terms.parent().is_none() => {
				Some((*achievement, terms.grantor))
			}
			_ => None,
		}
	}
}
