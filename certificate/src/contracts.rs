//! What a certificate reads of a contract: where it stands, and of the terms of a version all that stands
//! before the money, and the seal.
//!
//! Terms carry no version. What a final block holds and this cannot read is newer, never malformed.

use crate::records::ValueError;
use alloc::{boxed::Box, vec::Vec};
use codec::{Decode, DecodeLimit, Encode};
use quanqi_title::UseGrant;
use quanqi_types::{
	bounds::{
		MAX_CONTRACT_EFFECTS, MAX_CONTRACT_PARTIES, MAX_CONTRACT_PRICE_EVENTS, MAX_LABEL_BYTES,
	},
	AchievementId, BoundedVec, ConstU32, ContractId, ContractKind, ContractState, Date, Digest,
	MemberId, Moment, Party, Period, Ppm, Scope, Seal, Text, TrialId,
};
use serde::{Deserialize, Serialize};

/// A version of a contract, from 1. In the order in which a certificate carries them.
#[derive(
	Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, Serialize, Deserialize,
)]
#[serde(deny_unknown_fields)]
pub struct ContractVersion {
	/// Which contract.
	pub contract: ContractId,
	/// Which version of it.
	pub version: u32,
}

/// What is proved of a contract beside its terms (技术合同).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, Serialize, Deserialize)]
pub struct ContractFacts {
	/// Where it stands.
	pub state: ContractState,
	/// The version in force; every one up to it was signed by every party.
	pub version: u32,
}

/// What is proved of the terms of one version (合同条款).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct TermsFacts {
	/// What kind of contract.
	pub kind: ContractKind,
	/// The seller's own contract number.
	pub number: Text<MAX_LABEL_BYTES>,
	/// The date of the contract.
	pub date: Date,
	/// The parties.
	pub parties: Vec<Party>,
	/// Digest of the signed instrument.
	pub instrument: Digest,
	/// The achievements that its effects are about, each once; of an amendment, of those it adds.
	pub achievements: Vec<AchievementId>,
	/// The seal, where the terms are sealed.
	pub seal: Option<Seal>,
}

/// A version of a contract, proved.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ProvenContract {
	/// Which contract.
	pub contract: ContractId,
	/// Which version of it.
	pub version: u32,
	/// Where the contract stands.
	pub facts: ContractFacts,
	/// The terms of this version.
	pub terms: TermsFacts,
}

impl ContractFacts {
	pub(crate) fn read(bytes: &[u8]) -> Result<Self, ValueError> {
		Self::decode(&mut &*bytes).map_err(|_| ValueError::UnknownVersion)
	}

	/// Whether every party signed this version.
	pub fn is_signed(&self, version: u32) -> bool {
		(1..=self.version).contains(&version)
	}
}

impl TermsFacts {
	pub(crate) fn read(bytes: &[u8]) -> Result<Self, ValueError> {
		let mut rest = bytes;
		let terms = Beginning::decode_with_depth_limit(crate::bounds::MAX_DEPTH, &mut rest)
			.map_err(|_| ValueError::UnknownVersion)?;
		terms.number.validate().map_err(|_| ValueError::Malformed)?;
		let mut achievements: Vec<_> =
			terms.effects.iter().filter_map(Effect::achievement).collect();
		achievements.sort_unstable();
		achievements.dedup();
		Ok(Self {
			kind: terms.kind,
			number: terms.number,
			date: terms.date,
			parties: terms.parties.into(),
			instrument: terms.instrument,
			achievements,
			seal: read_seal(rest).map_err(|_| ValueError::UnknownVersion)?,
		})
	}
}

/// What terms say before the money, as the chain encodes it.
#[derive(Decode)]
struct Beginning {
	kind: ContractKind,
	number: Text<MAX_LABEL_BYTES>,
	date: Date,
	parties: BoundedVec<Party, ConstU32<MAX_CONTRACT_PARTIES>>,
	instrument: Digest,
	effects: BoundedVec<Effect, ConstU32<MAX_CONTRACT_EFFECTS>>,
	_undoes: BoundedVec<u32, ConstU32<MAX_CONTRACT_EFFECTS>>,
}

/// An effect on rights; read for the achievement that it is about.
#[derive(Decode)]
#[expect(dead_code, reason = "the rest is decoded to get past it")]
enum Effect {
	/// A share moves.
	#[codec(index = 0)]
	TransferShare(AchievementId, MemberId, MemberId, Ppm, Option<Moment>),
	/// A use right is granted.
	#[codec(index = 1)]
	GrantUse(AchievementId, Box<UseGrant>),
	/// A part of a use right moves.
	#[codec(index = 2)]
	TransferUse(AchievementId, u32, MemberId, MemberId, Ppm),
	/// Rights are kept for one member.
	#[codec(index = 3)]
	Reserve(AchievementId, MemberId, MemberId, Box<Scope>, Period),
	/// A share of an achievement that does not exist yet.
	#[codec(index = 4)]
	AssignFuture(Text<MAX_LABEL_BYTES>, MemberId, MemberId, Ppm),
	/// A trial is converted.
	#[codec(index = 5)]
	ConvertTrial(TrialId, AchievementId, MemberId),
	/// The parties use an achievement together.
	#[codec(index = 6)]
	JointUse(AchievementId),
}

impl Effect {
	fn achievement(&self) -> Option<AchievementId> {
		match self {
			Self::TransferShare(id, ..)
			| Self::GrantUse(id, _)
			| Self::TransferUse(id, ..)
			| Self::Reserve(id, ..)
			| Self::ConvertTrial(_, id, _)
			| Self::JointUse(id) => Some(*id),
			Self::AssignFuture(..) => None,
		}
	}
}

/// Which of these stands there; what is allocated follows and is not read.
#[derive(Decode)]
enum Prices {
	#[codec(index = 0)]
	Undivided,
	#[codec(index = 1)]
	Allocated,
	#[codec(index = 2)]
	Sealed,
}

/// Which of these stands there; what is paid follows and is not read.
#[derive(Decode)]
enum Consideration {
	#[codec(index = 0)]
	Open,
	#[codec(index = 1)]
	Sealed,
}

/// Prices, price events, what is paid, the seal. Terms that show a price or what is paid have no seal
/// (C11), so what they show need not be read.
fn read_seal(mut rest: &[u8]) -> Result<Option<Seal>, codec::Error> {
	match Prices::decode(&mut rest)? {
		Prices::Allocated => return Ok(None),
		Prices::Undivided | Prices::Sealed => {}
	}
	BoundedVec::<u64, ConstU32<MAX_CONTRACT_PRICE_EVENTS>>::decode(&mut rest)?;
	match Consideration::decode(&mut rest)? {
		Consideration::Open => return Ok(None),
		Consideration::Sealed => {}
	}
	let seal = Option::<Seal>::decode(&mut rest)?;
	if rest.is_empty() {
		Ok(seal)
	} else {
		Err("terms go on after their seal".into())
	}
}
