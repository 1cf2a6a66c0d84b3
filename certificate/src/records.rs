//! What a certificate reads of proven records: the fields at their beginning, whose encodings are for ever.
//! What stands behind them is proven too and left to who knows the pallets.

use alloc::string::String;
use codec::{Compact, Decode, DecodeAll, Encode, Input};
use quanqi_types::{
	bounds::{MAX_IDENTIFIERS, MAX_TITLE_TEXT_BYTES},
	AchievementKind, BoundedVec, Commitment, ConstU32, CreditCode, Identifier, MemberId,
	MemberKind, Text,
};
use serde::{Deserialize, Serialize};

/// The runtime of the block (运行时版本).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct RuntimeVersion {
	/// Its name.
	pub name: String,
	/// Its version.
	pub version: u32,
}

/// A name, or a commitment to it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Naming {
	/// For anyone to read.
	#[codec(index = 0)]
	Open(Text<MAX_TITLE_TEXT_BYTES>),
	/// A salted commitment.
	#[codec(index = 1)]
	Sealed(Commitment),
}

/// What is proved of an achievement's record (成果登记).
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, Serialize, Deserialize)]
pub struct RecordFacts {
	/// The unit that holds it.
	pub holder: MemberId,
	/// What kind of right.
	pub kind: AchievementKind,
	/// What it is called.
	pub title: Naming,
	/// Its numbers in registers.
	pub identifiers: BoundedVec<Identifier, ConstU32<MAX_IDENTIFIERS>>,
}

/// What is proved of a member's record (成员).
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, Serialize, Deserialize)]
pub struct MemberFacts {
	/// University, enterprise, person and so on.
	pub kind: MemberKind,
	/// Its name; of a natural person, a commitment.
	pub identity: Naming,
	/// Unified social credit code, of a domestic organisation.
	pub credit_code: Option<CreditCode>,
}

/// Why a proven value cannot be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ValueError {
	/// Of a version that this verifier does not know.
	UnknownVersion,
	/// It is not of its type.
	Malformed,
}

/// The version that every record begins with.
const VERSION_1: u8 = 1;

/// Checks the version that a versioned value begins with.
pub(crate) fn check_version(bytes: &[u8]) -> Result<(), ValueError> {
	match bytes.first() {
		Some(&VERSION_1) => Ok(()),
		Some(_) => Err(ValueError::UnknownVersion),
		None => Err(ValueError::Malformed),
	}
}

/// A versioned value, whole.
pub(crate) fn versioned<T: DecodeAll>(bytes: &[u8]) -> Result<T, ValueError> {
	check_version(bytes)?;
	whole(bytes)
}

/// A value, whole.
pub(crate) fn whole<T: DecodeAll>(bytes: &[u8]) -> Result<T, ValueError> {
	T::decode_all(&mut &*bytes).map_err(|_| ValueError::Malformed)
}

impl RuntimeVersion {
	pub(crate) fn read(bytes: &[u8]) -> Result<Self, ValueError> {
		let (Compact(version), name) = whole::<(Compact<u32>, String)>(bytes)?;
		Ok(Self { name, version })
	}
}

impl RecordFacts {
	pub(crate) fn read(bytes: &[u8]) -> Result<Self, ValueError> {
		check_version(bytes)?;
		let mut rest = bytes;
		rest.read_byte().map_err(|_| ValueError::Malformed)?;
		let facts = Self::decode(&mut rest).map_err(|_| ValueError::Malformed)?;
		facts.title.check()?;
		Ok(facts)
	}
}

impl MemberFacts {
	pub(crate) fn read(bytes: &[u8]) -> Result<Self, ValueError> {
		let facts = Self::decode(&mut &*bytes).map_err(|_| ValueError::Malformed)?;
		facts.identity.check()?;
		Ok(facts)
	}
}

impl Naming {
	fn check(&self) -> Result<(), ValueError> {
		match self {
			Self::Open(text) => text.validate().map(|_| ()).map_err(|_| ValueError::Malformed),
			Self::Sealed(_) => Ok(()),
		}
	}
}
