//! What holds of every title, whatever its history: checked after a correction, by tests, and by
//! whoever keeps titles.

use crate::{
	act::HoldTarget,
	refusal::{ensure_with, Reason, Refusal, Rule},
	state::TitleBody,
	uses,
};
use quanqi_types::{MemberId, Ppm};

impl TitleBody {
	/// Refuses with the first invariant that does not hold. That shares sum to the whole (T1) is in
	/// their type.
	pub fn check(&self) -> Result<(), Refusal> {
		self.check_transfers()?;
		self.check_rights()?;
		self.check_pledges()
	}

	/// T2: nobody has promised away more than it owns.
	fn check_transfers(&self) -> Result<(), Refusal> {
		for agreed in &self.agreed_transfers {
			let promised = self
				.agreed_transfers
				.iter()
				.filter(|other| other.from == agreed.from)
				.fold(0, |sum: Ppm, other| sum.saturating_add(other.ppm));
			let is_there = promised <= self.owners.part_of(agreed.from);
			ensure_with(is_there, Rule::T2, Reason::AgreedTransferInTheWay, agreed.sequence)?;
		}
		Ok(())
	}

	/// T3, T5: rights are ordered, younger than the title, and inside the right above them.
	fn check_rights(&self) -> Result<(), Refusal> {
		let mut last = 0;
		for right in &self.rights {
			let is_ordered = right.sequence > last;
			ensure_with(is_ordered, Rule::T3, Reason::NoSuchRight, right.sequence)?;
			last = right.sequence;
			if let Some(above) = right.terms.parent().and_then(|parent| self.right(parent)) {
				ensure_with(
					above.sequence < right.sequence,
					Rule::T5,
					Reason::NoSuchParent,
					right.sequence,
				)?;
				uses::check_inside(above, &right.terms)
					.map_err(|refusal| Refusal { with: Some(right.sequence), ..refusal })?;
			}
		}
		Ok(())
	}

	/// T9: what is pledged is there.
	fn check_pledges(&self) -> Result<(), Refusal> {
		for pledge in &self.pledges {
			let part = match pledge.target {
				HoldTarget::Whole => pledge.ppm,
				HoldTarget::Share(owner) => self.owners.part_of(owner),
				HoldTarget::UseRight(right) => self.part_of_right(right, pledge.pledgor),
			};
			let is_there = pledge.ppm <= part;
			ensure_with(is_there, Rule::T9, Reason::PledgeInTheWay, pledge.sequence)?;
		}
		Ok(())
	}

	/// A member's part of a use right; zero where there is none.
	pub(crate) fn part_of_right(&self, right: u32, member: MemberId) -> Ppm {
		self.right(right).map_or(0, |right| right.terms.holders.part_of(member))
	}
}
