//! How a payment or equity is divided to the fen, and whether completers get their floor (C9).

use super::{
	distribution::{
		CoOwnerLine, Distribution, DistributionLaw, DistributionLine, DistributionRefusal, Floor,
		FloorFound, IncomeBase, Payee, People, PeopleError, PersonPart, Receipt, ReceiptsCounted,
		Split, SplitNode, SplitTarget,
	},
	quantity::{Quantity, QuantityError},
};
use alloc::vec::Vec;
use codec::Encode;
use quanqi_traits::Statutes;
use quanqi_types::{
	bounds::MAX_SPLIT_DEPTH,
	merkle::{self, MerkleProof},
	BoundedVec, Commitment, Force, MemberId, Moment, Ppm, RuleId, StatuteValue, StatuteVersion,
};

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
		ReceiptsCounted::CompleterOwners => {
			let lines = co_owners.iter().filter(|line| receipt.completers.contains(&line.member));
			let all = base.sum_of(lines.map(|line| &line.quantity))?;
			let (part, whole) = part_among_bound(receipt);
			all.portion_rounded_down(part, whole)?
		}
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

/// The unit's share, and those of all owners whom the floor binds, the unit among them.
fn part_among_bound(receipt: &Receipt<'_>) -> (Ppm, Ppm) {
	let part = receipt.owners.part_of(receipt.unit);
	let is_other = |member: &MemberId| *member != receipt.unit && receipt.bound.contains(member);
	let others = receipt.owners.members().filter(is_other);
	let whole = others.fold(part, |sum, member| sum.saturating_add(receipt.owners.part_of(member)));
	(part, whole)
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
