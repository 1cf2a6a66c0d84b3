//! Distribution (收益分配) of payments and equity, exact to the fen (C9).

use super::quantity::{Quantity, QuantityError};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use quanqi_traits::Statutes;
use quanqi_types::{
	bounds::{MAX_DEDUCTIONS, MAX_LABEL_BYTES, MAX_SHARE_LINES, MAX_SPLIT_DEPTH, MAX_SPLIT_NODES},
	digest::hex_hash,
	merkle::{self, MerkleProof},
	BoundedVec, Commitment, ConstU32, Force, Hash256, MemberId, Moment, Ppm, RuleId, Shares,
	StatuteValue, StatuteVersion, Text,
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

impl From<QuantityError> for DistributionRefusal {
	fn from(error: QuantityError) -> Self {
		match error {
			QuantityError::MixedMeasures => Self::MixedMeasures,
			QuantityError::OutOfRange | QuantityError::EmptyRatio => Self::Overflow,
		}
	}
}

impl PersonPart {
	/// The leaf of this person under a fresh random salt.
	pub fn leaf(&self, salt: [u8; 32]) -> Commitment {
		Commitment::new(salt, &self.encode())
	}
}

impl People {
	/// Persons by their leaves, in order; `None` where there is none.
	pub fn seal(leaves: &[Commitment]) -> Option<Self> {
		let count = u32::try_from(leaves.len()).ok()?;
		let leaves: Vec<_> = leaves.iter().map(|leaf| leaf.0).collect();
		Some(Self { root: merkle::root(&leaves)?, count })
	}

	/// Whether one of them is this person with this part.
	pub fn contains(&self, salt: [u8; 32], part: &PersonPart, proof: &MerkleProof) -> bool {
		proof.leaves == self.count && merkle::verify(&self.root, proof, &part.leaf(salt).0)
	}

	/// Whether salts and parts open every leaf, in order, and the parts sum to the line.
	pub fn open(
		&self,
		line: &Quantity,
		opened: &[([u8; 32], PersonPart)],
	) -> Result<(), PeopleError> {
		let leaves: Vec<_> = opened.iter().map(|(salt, part)| part.leaf(*salt)).collect();
		if Self::seal(&leaves) != Some(*self) {
			return Err(PeopleError::OtherRoot);
		}
		let sum = line
			.sum_of(opened.iter().map(|(_, part)| &part.quantity))
			.map_err(|_| PeopleError::WrongQuantity)?;
		match sum == *line {
			true => Ok(()),
			false => Err(PeopleError::WrongSum),
		}
	}
}

impl Payee {
	/// Whether its label is text, if it has one.
	pub fn has_valid_text(&self) -> bool {
		match self {
			Self::Unit { label: Some(label) } | Self::Member { label: Some(label), .. } => {
				label.validate().is_ok()
			}
			Self::Unit { label: None }
			| Self::Member { label: None, .. }
			| Self::Completers(_)
			| Self::Contributors(_) => true,
		}
	}

	/// Persons, where it is persons: they count for the floor.
	pub fn people(&self) -> Option<&People> {
		match self {
			Self::Completers(people) | Self::Contributors(people) => Some(people),
			Self::Unit { .. } | Self::Member { .. } => None,
		}
	}

	/// The member that is paid, where it is one.
	fn member(&self, unit: MemberId) -> Option<MemberId> {
		match self {
			Self::Unit { .. } => Some(unit),
			Self::Member { member, .. } => Some(*member),
			Self::Completers(_) | Self::Contributors(_) => None,
		}
	}
}

impl Split {
	/// Whether every node stands in its place: a group before its members, none empty, no weight of
	/// zero, not too deep.
	pub fn check(&self) -> Result<(), DistributionRefusal> {
		if self.0.is_empty() {
			return Err(DistributionRefusal::EmptySplit);
		}
		let mut depths: Vec<u32> = Vec::new();
		for (node, place) in self.0.iter().zip(0u32..) {
			if node.weight == 0 {
				return Err(DistributionRefusal::ZeroWeight { node: place });
			}
			let above = match node.parent {
				None => 0,
				Some(parent) => self
					.depth_of_group(parent, &depths)
					.ok_or(DistributionRefusal::WrongParent { node: place })?,
			};
			let depth = above.saturating_add(1);
			if depth > MAX_SPLIT_DEPTH {
				return Err(DistributionRefusal::TooDeep { node: place });
			}
			depths.push(depth);
			self.check_target(node, place)?;
		}
		Ok(())
	}

	/// The depth of a group that stands before the next node.
	fn depth_of_group(&self, group: u8, depths: &[u32]) -> Option<u32> {
		let place = usize::from(group);
		let is_group = self.0.get(place).is_some_and(|node| node.target == SplitTarget::Group);
		depths.get(place).copied().filter(|_| is_group)
	}

	fn check_target(&self, node: &SplitNode, place: u32) -> Result<(), DistributionRefusal> {
		match &node.target {
			SplitTarget::Group => {
				let has_members =
					self.0.iter().any(|other| other.parent.map(u32::from) == Some(place));
				match has_members {
					true => Ok(()),
					false => Err(DistributionRefusal::EmptyGroup { node: place }),
				}
			}
			SplitTarget::Payee(payee) => {
				if !payee.has_valid_text() {
					return Err(DistributionRefusal::WrongText);
				}
				match payee.people().is_some_and(|people| people.count == 0) {
					true => Err(DistributionRefusal::NoPeople { node: place }),
					false => Ok(()),
				}
			}
		}
	}

	/// The lines of a base under this split, in the order of the nodes. They sum to the base.
	///
	/// Each group is divided by the rule of domain §2: the floor of each weight's part, and the
	/// remainder to the largest weight. On a tie a member goes before a group or persons, the lowest
	/// id before others, then the first node.
	pub fn divide(
		&self,
		base: &Quantity,
		unit: MemberId,
	) -> Result<Vec<DistributionLine>, DistributionRefusal> {
		self.check()?;
		let mut parts: Vec<Quantity> = self.0.iter().map(|_| base.zero()).collect();
		self.divide_group(None, base, unit, &mut parts)?;
		for (place, node) in self.0.iter().enumerate() {
			if node.target != SplitTarget::Group {
				continue;
			}
			let Some(part) = parts.get(place).copied() else { continue };
			self.divide_group(u8::try_from(place).ok(), &part, unit, &mut parts)?;
		}
		let lines = self.0.iter().zip(parts).filter_map(|(node, quantity)| match &node.target {
			SplitTarget::Group => None,
			SplitTarget::Payee(payee) => Some(DistributionLine { payee: payee.clone(), quantity }),
		});
		Ok(lines.collect())
	}

	/// Writes the parts of one group's members.
	fn divide_group(
		&self,
		group: Option<u8>,
		whole: &Quantity,
		unit: MemberId,
		parts: &mut [Quantity],
	) -> Result<(), DistributionRefusal> {
		let ratio: Vec<_> = self
			.0
			.iter()
			.enumerate()
			.filter(|(_, node)| node.parent == group)
			.map(|(place, node)| {
				let member = match &node.target {
					SplitTarget::Payee(payee) => payee.member(unit),
					SplitTarget::Group => None,
				};
				((member.is_none(), member, place), node.weight)
			})
			.collect();
		for ((_, _, place), quantity) in whole.divide(&ratio)? {
			if let Some(part) = parts.get_mut(place) {
				*part = quantity;
			}
		}
		Ok(())
	}
}

impl IncomeBase {
	/// What a version of `IncomeFloorBase` says; net where there is none.
	pub fn of(version: Option<&StatuteVersion>) -> Self {
		match version.map(|version| &version.value) {
			Some(StatuteValue::Number(1)) => Self::Gross,
			_ => Self::Net,
		}
	}
}

impl ReceiptsCounted {
	/// What a version of `CountedReceipts` says; the unit's only where there is none.
	pub fn of(version: Option<&StatuteVersion>) -> Self {
		match version.map(|version| &version.value) {
			Some(StatuteValue::Number(1)) => Self::CompleterOwners,
			_ => Self::Unit,
		}
	}
}

impl Floor {
	/// What a version of `CompleterIncomeFloor` says.
	pub fn of(version: &StatuteVersion) -> Option<Self> {
		match version.value {
			StatuteValue::Ppm(ppm) => {
				Some(Self { ppm, force: version.force, effective_from: version.effective_from })
			}
			_ => None,
		}
	}
}

impl DistributionLaw {
	/// The law of a date for a state-established holder of a service achievement.
	pub fn on<S: Statutes>(at: Moment) -> Self {
		let version = |rule| S::version_on(rule, at);
		Self {
			floor: version(RuleId::CompleterIncomeFloor).as_ref().and_then(Floor::of),
			base: IncomeBase::of(version(RuleId::IncomeFloorBase).as_ref()),
			counted: ReceiptsCounted::of(version(RuleId::CountedReceipts).as_ref()),
		}
	}

	/// For every other holder, which follows its agreement: no floor, and what it records as deducted
	/// is taken off.
	pub const fn agreement() -> Self {
		Self { floor: None, base: IncomeBase::Net, counted: ReceiptsCounted::Unit }
	}
}

impl FloorFound {
	/// Whether the floor is met.
	pub fn is_met(&self) -> bool {
		self.found.number() >= self.required.number()
	}
}

/// Distributes a payment or equity (C9): the co-owners' parts first, then deductions where the law
/// counts net, then the split. The lines sum exactly to the base.
///
/// Refuses a unit that owns nothing, deductions above what it received or from equity, a split that
/// [`Split::check`] refuses, and lines to completers and contributors below a binding floor. Below
/// an encouraged one the distribution says so in [`Distribution::floor`].
pub fn distribute(
	receipt: &Receipt<'_>,
	split: &Split,
	law: &DistributionLaw,
) -> Result<Distribution, DistributionRefusal> {
	let (own, co_owners) = divide_among_owners(receipt)?;
	let deducted = sum_of_deductions(receipt, &own)?;
	let base = match law.base {
		IncomeBase::Net => own.checked_sub(&deducted)?,
		IncomeBase::Gross => own,
	};
	let lines = split.divide(&base, receipt.unit)?;
	check_sum(&base, &lines)?;
	let floor = match law.floor {
		Some(floor) => Some(find_floor(floor, law.counted, receipt, &base, &co_owners, &lines)?),
		None => None,
	};
	match floor {
		Some(found) if found.floor.force == Force::Binding && !found.is_met() => {
			Err(DistributionRefusal::BelowFloor(found))
		}
		_ => Ok(Distribution {
			received: receipt.received,
			unit: receipt.unit,
			// Shares, deductions and nodes are bounded alike, so nothing is cut off.
			co_owners: BoundedVec::truncate_from(co_owners),
			deductions: BoundedVec::try_from(receipt.deductions.to_vec())
				.map_err(|_| DistributionRefusal::TooManyDeductions)?,
			income_base: law.base,
			base,
			lines: BoundedVec::truncate_from(lines),
			floor,
		}),
	}
}

/// The unit's own part, and those of the others.
fn divide_among_owners(
	receipt: &Receipt<'_>,
) -> Result<(Quantity, Vec<CoOwnerLine>), DistributionRefusal> {
	let unit = receipt.unit;
	if !receipt.owners.contains(unit) {
		return Err(DistributionRefusal::UnitOwnsNothing { unit });
	}
	let ratio: Vec<_> =
		receipt.owners.lines().iter().map(|line| (line.member, u64::from(line.ppm))).collect();
	let mut own = receipt.received.zero();
	let mut others = Vec::new();
	for (member, quantity) in receipt.received.divide(&ratio)? {
		match member == unit {
			true => own = quantity,
			false => others.push(CoOwnerLine { member, quantity }),
		}
	}
	Ok((own, others))
}

fn sum_of_deductions(
	receipt: &Receipt<'_>,
	own: &Quantity,
) -> Result<Quantity, DistributionRefusal> {
	if receipt.deductions.is_empty() {
		return Ok(own.zero());
	}
	if !matches!(own, Quantity::Money(_)) {
		return Err(DistributionRefusal::DeductionFromEquity);
	}
	if receipt.deductions.iter().any(|deduction| deduction.label.validate().is_err()) {
		return Err(DistributionRefusal::WrongText);
	}
	let found = own.sum_of(receipt.deductions.iter().map(|deduction| &deduction.quantity))?;
	match found.number() <= own.number() {
		true => Ok(found),
		false => Err(DistributionRefusal::DeductionsAboveReceipt { received: *own, found }),
	}
}

/// What the floor asks for, and what completers and contributors get together.
fn find_floor(
	floor: Floor,
	counted: ReceiptsCounted,
	receipt: &Receipt<'_>,
	base: &Quantity,
	co_owners: &[CoOwnerLine],
	lines: &[DistributionLine],
) -> Result<FloorFound, DistributionRefusal> {
	let owned = match counted {
		ReceiptsCounted::Unit => base.zero(),
		ReceiptsCounted::CompleterOwners => base.sum_of(
			co_owners
				.iter()
				.filter(|line| receipt.completers.contains(&line.member))
				.map(|line| &line.quantity),
		)?,
	};
	let to_people = base.sum_of(
		lines.iter().filter(|line| line.payee.people().is_some()).map(|line| &line.quantity),
	)?;
	Ok(FloorFound {
		floor,
		required: base.checked_add(&owned)?.portion_rounded_up(floor.ppm)?,
		found: to_people.checked_add(&owned)?,
	})
}

/// Whether lines sum to a base, exactly.
pub fn check_sum(base: &Quantity, lines: &[DistributionLine]) -> Result<(), DistributionRefusal> {
	let found = base.sum_of(lines.iter().map(|line| &line.quantity))?;
	match found == *base {
		true => Ok(()),
		false => Err(DistributionRefusal::WrongSum { base: *base, found }),
	}
}

impl Distribution {
	/// What goes to completers and contributors together.
	pub fn to_people(&self) -> Quantity {
		let people = self.lines.iter().filter(|line| line.payee.people().is_some());
		// The lines sum to the base, so their sum is never out of range.
		self.base.sum_of(people.map(|line| &line.quantity)).unwrap_or(self.base)
	}

	/// Whether it is below a floor that is only encouraged.
	pub fn is_flagged(&self) -> bool {
		self.floor.is_some_and(|found| !found.is_met())
	}

	/// Whether the stored record still adds up: the lines to the base, and base, deductions where
	/// they were taken off and co-owners' parts to what was received.
	pub fn check(&self) -> Result<(), DistributionRefusal> {
		check_sum(&self.base, &self.lines)?;
		let co_owners = self.base.sum_of(self.co_owners.iter().map(|line| &line.quantity))?;
		let deducted = match self.income_base {
			IncomeBase::Net => {
				self.base.sum_of(self.deductions.iter().map(|deduction| &deduction.quantity))?
			}
			IncomeBase::Gross => self.base.zero(),
		};
		let found = self.base.checked_add(&deducted)?.checked_add(&co_owners)?;
		match found == self.received {
			true => Ok(()),
			false => Err(DistributionRefusal::WrongSum { base: self.received, found }),
		}
	}
}
