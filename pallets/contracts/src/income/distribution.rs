//! Distribution (收益分配) of payments and equity, exact to the fen (C9).

use super::quantity::Quantity;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use quanqi_types::{
	bounds::{MAX_DEDUCTIONS, MAX_LABEL_BYTES, MAX_SHARE_LINES, MAX_SPLIT_NODES},
	digest::hex_hash,
	BoundedVec, Commitment, ConstU32, Force, Hash256, MemberId, Moment, Ppm, Shares, Text,
};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// Persons under salted commitments: only how many they are is open, and what they get together.
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
pub struct People {
	/// Merkle root over the commitments to [`PersonPart`]s.
	#[serde(with = "hex_hash")]
	pub root: Hash256,
	/// How many persons.
	pub count: u32,
}

/// A person as a leaf names it.
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
pub enum Person {
	/// A member that is a person.
	#[codec(index = 0)]
	Member(MemberId),
	/// Somebody else, by a commitment of their own.
	#[codec(index = 1)]
	Other(Commitment),
}

/// What a leaf commits to: one person and what it gets.
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
pub struct PersonPart {
	/// Who.
	pub person: Person,
	/// How much.
	pub quantity: Quantity,
}

/// Who receives a line (分配对象).
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
pub enum Payee {
	/// The holder unit, or a department or fund of it.
	#[codec(index = 0)]
	Unit {
		/// The department or fund.
		label: Option<Text<MAX_LABEL_BYTES>>,
	},
	/// Another member, or a department or fund of it.
	#[codec(index = 1)]
	Member {
		/// The member.
		member: MemberId,
		/// The department or fund.
		label: Option<Text<MAX_LABEL_BYTES>>,
	},
	/// Completers (完成人).
	#[codec(index = 2)]
	Completers(People),
	/// Who contributed to the conversion (重要贡献人员).
	#[codec(index = 3)]
	Contributors(People),
}

/// What a part of a split is for.
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
pub enum SplitTarget {
	/// It is divided further, by the nodes that name it as their parent.
	#[codec(index = 0)]
	Group,
	/// It is paid.
	#[codec(index = 1)]
	Payee(Payee),
}

/// One node of a split.
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
pub struct SplitNode {
	/// Place of the group it belongs to, always before it; `None` at the top.
	#[serde(default)]
	pub parent: Option<u8>,
	/// Its weight beside the other nodes of its group.
	pub weight: u64,
	/// What it is for.
	pub target: SplitTarget,
}

/// A nested split (分配方案): nodes in order, a group before its members, at most three deep.
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
#[serde(transparent)]
pub struct Split(pub BoundedVec<SplitNode, ConstU32<MAX_SPLIT_NODES>>);

/// A cost taken off before the division (扣除): fees, appraisal, annuities, tax.
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
pub struct Deduction {
	/// What for.
	pub label: Text<MAX_LABEL_BYTES>,
	/// How much.
	pub quantity: Quantity,
}

/// What the floor and the division count from; the code of `IncomeFloorBase`.
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
pub enum IncomeBase {
	/// After deductions (净收入).
	#[codec(index = 0)]
	Net,
	/// Before deductions (总收入): they are recorded, and the unit bears them from its own lines.
	#[codec(index = 1)]
	Gross,
}

/// Which receipts count for the floor after a grant; the code of `CountedReceipts`.
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
pub enum ReceiptsCounted {
	/// The unit's only.
	#[codec(index = 0)]
	Unit,
	/// Those of completers that own a share too.
	#[codec(index = 1)]
	CompleterOwners,
}

/// The least part of completers and contributors (S1 §8; Promotion Law art. 45).
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
pub struct Floor {
	/// In ppm of the base.
	pub ppm: Ppm,
	/// Whether it refuses or flags.
	pub force: Force,
	/// Since when it governs.
	pub effective_from: Moment,
}

/// The law of a date for a distribution.
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
pub struct DistributionLaw {
	/// The floor; `None` for a holder that follows its agreement.
	pub floor: Option<Floor>,
	/// What it counts from.
	pub base: IncomeBase,
	/// Which receipts count.
	pub counted: ReceiptsCounted,
}

/// What is to be distributed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Receipt<'a> {
	/// The whole payment or equity.
	pub received: Quantity,
	/// The unit that distributes.
	pub unit: MemberId,
	/// Who owned the achievement; the co-owners' parts go first.
	pub owners: &'a Shares,
	/// Completers of the achievement, for co-owners among them.
	pub completers: &'a [MemberId],
	/// The owners whom the floor binds: what co-owning completers receive counts for each of them by
	/// its share, so that nothing counts twice.
	pub bound: &'a [MemberId],
	/// Costs taken off.
	pub deductions: &'a [Deduction],
}

/// A co-owner's part of what was received.
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
pub struct CoOwnerLine {
	/// The co-owner.
	pub member: MemberId,
	/// Its part.
	pub quantity: Quantity,
}

/// One line of a distribution.
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
pub struct DistributionLine {
	/// Who receives it.
	pub payee: Payee,
	/// How much.
	pub quantity: Quantity,
}

/// What the floor asked for, and what was found.
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
pub struct FloorFound {
	/// The floor of the date.
	pub floor: Floor,
	/// The least that completers and contributors get together, rounded up to a whole unit.
	pub required: Quantity,
	/// What they get.
	pub found: Quantity,
}

/// How one payment or equity was distributed (C9). The lines sum exactly to the base.
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
pub struct Distribution {
	/// The whole payment or equity.
	pub received: Quantity,
	/// The unit that distributed.
	pub unit: MemberId,
	/// The parts of the other owners, by member.
	pub co_owners: BoundedVec<CoOwnerLine, ConstU32<MAX_SHARE_LINES>>,
	/// Costs recorded.
	pub deductions: BoundedVec<Deduction, ConstU32<MAX_DEDUCTIONS>>,
	/// Whether they were taken off.
	pub income_base: IncomeBase,
	/// What was divided.
	pub base: Quantity,
	/// The lines.
	pub lines: BoundedVec<DistributionLine, ConstU32<MAX_SPLIT_NODES>>,
	/// The floor of the date, where there was one.
	pub floor: Option<FloorFound>,
}

/// Why a distribution is refused (C9).
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
pub enum DistributionRefusal {
	/// Quantities of two measures or currencies.
	#[codec(index = 0)]
	MixedMeasures,
	/// A sum beyond the largest number.
	#[codec(index = 1)]
	Overflow,
	/// The unit owns no part of the achievement.
	#[codec(index = 2)]
	UnitOwnsNothing {
		/// The unit.
		unit: MemberId,
	},
	/// Deductions above what the unit received.
	#[codec(index = 3)]
	DeductionsAboveReceipt {
		/// What the unit received.
		received: Quantity,
		/// The sum of the deductions.
		found: Quantity,
	},
	/// Costs taken off equity.
	#[codec(index = 4)]
	DeductionFromEquity,
	/// More deductions than the bound.
	#[codec(index = 5)]
	TooManyDeductions,
	/// No node at all.
	#[codec(index = 6)]
	EmptySplit,
	/// A node of weight zero.
	#[codec(index = 7)]
	ZeroWeight {
		/// Place of the node, from zero.
		node: u32,
	},
	/// A node whose parent does not stand before it or is no group.
	#[codec(index = 8)]
	WrongParent {
		/// Place of the node, from zero.
		node: u32,
	},
	/// Deeper than the bound.
	#[codec(index = 9)]
	TooDeep {
		/// Place of the node, from zero.
		node: u32,
	},
	/// A group that nothing belongs to.
	#[codec(index = 10)]
	EmptyGroup {
		/// Place of the node, from zero.
		node: u32,
	},
	/// A text that is empty, no UTF-8 or has a control character.
	#[codec(index = 11)]
	WrongText,
	/// A line to persons without any.
	#[codec(index = 12)]
	NoPeople {
		/// Place of the node, from zero.
		node: u32,
	},
	/// Completers and contributors together get less than the binding floor.
	#[codec(index = 13)]
	BelowFloor(FloorFound),
	/// Lines do not sum to the base.
	#[codec(index = 14)]
	WrongSum {
		/// The base.
		base: Quantity,
		/// The sum of the lines.
		found: Quantity,
	},
}

/// Why leaves do not open a line to persons.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PeopleError {
	/// They lead to another root or count.
	OtherRoot,
	/// What they get does not sum to the line.
	WrongSum,
	/// Quantities of two measures, or beyond the largest number.
	WrongQuantity,
}
