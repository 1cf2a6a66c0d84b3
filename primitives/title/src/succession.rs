//! Succession (继承, 合并, 分立): everything a member has in a title passes to others, without T8.

use crate::{
	act::HoldTarget,
	entry::EntryBody,
	ownership,
	refusal::{ensure, ensure_with, Reason, Refusal, Rule},
	state::TitleBody,
};
use alloc::vec::Vec;
use core::cmp::Reverse;
use quanqi_types::{BoundedVec, ConstU32, MemberId, Ppm, ShareBasis, ShareLine, Shares, WHOLE_PPM};

/// By decision, `heirs` take the place of `from`. What can be divided is divided by their parts;
/// what cannot, such as the place of a pledgee, goes to the heir with the largest part (the lowest
/// id on a tie), who stands in it for all.
pub(crate) fn succeeded(
	next: &mut TitleBody,
	body: &EntryBody,
	from: MemberId,
	heirs: &Shares,
) -> Result<(), Refusal> {
	ensure(body.is_decided(), Rule::T2, Reason::NeedsDecision)?;
	ensure(!heirs.contains(from), Rule::T2, Reason::SameMember)?;
	let before = next.clone();
	let heirs = Heirs { from, shares: heirs, first: first_of(heirs) };
	if let Some(owners) = heirs.take_part(&next.owners)? {
		next.owners = owners;
	}
	heirs.take_rights(next)?;
	heirs.take_transfers(next)?;
	heirs.take_pledges(next)?;
	heirs.take_holds(next)?;
	heirs.take_places(next)?;
	ensure_with(*next != before, Rule::T2, Reason::NothingToSucceed, from.0)
}

struct Heirs<'a> {
	from: MemberId,
	shares: &'a Shares,
	first: MemberId,
}

fn first_of(heirs: &Shares) -> MemberId {
	let largest = heirs.lines().iter().max_by_key(|line| (line.ppm, Reverse(line.member)));
	// Shares are never empty.
	largest.map_or(MemberId::default(), |line| line.member)
}

fn full<T>(_: T) -> Refusal {
	Refusal::new(Rule::Form, Reason::TooManyRecords)
}

impl Heirs<'_> {
	/// Each heir's part of something: floored, the remainder to the first heir, empty parts left out.
	fn divide(&self, whole: Ppm) -> Vec<ShareLine> {
		let floor = |ppm: Ppm| {
			let product = u64::from(whole).saturating_mul(ppm.into());
			Ppm::try_from(product.checked_div(WHOLE_PPM.into()).unwrap_or(0)).unwrap_or(0)
		};
		let mut lines: Vec<ShareLine> = self.shares.lines().to_vec();
		for line in &mut lines {
			line.ppm = floor(line.ppm);
		}
		let given = lines.iter().fold(0, |sum: Ppm, line| sum.saturating_add(line.ppm));
		for line in lines.iter_mut().filter(|line| line.member == self.first) {
			line.ppm = line.ppm.saturating_add(whole.saturating_sub(given));
		}
		lines.retain(|line| line.ppm > 0);
		lines
	}

	/// Shares with the heirs in the place of `from`; `None` where it has no part.
	fn take_part(&self, shares: &Shares) -> Result<Option<Shares>, Refusal> {
		let part = shares.part_of(self.from);
		if part == 0 {
			return Ok(None);
		}
		if self.shares.len() == 1 {
			let replaced = shares.replace_member(self.from, self.first);
			return replaced.map(Some).map_err(ownership::refusal_of);
		}
		let mut lines: Vec<ShareLine> =
			shares.lines().iter().copied().filter(|line| line.member != self.from).collect();
		for gained in self.divide(part) {
			match lines.iter_mut().find(|line| line.member == gained.member) {
				Some(line) => line.ppm = line.ppm.saturating_add(gained.ppm),
				None => lines.push(gained),
			}
		}
		Shares::new(lines, ShareBasis::Agreed).map(Some).map_err(ownership::refusal_of)
	}

	fn place(&self, member: &mut MemberId) {
		if *member == self.from {
			*member = self.first;
		}
	}

	fn take_rights(&self, next: &mut TitleBody) -> Result<(), Refusal> {
		for right in next.rights.iter_mut() {
			if let Some(holders) = self.take_part(&right.terms.holders)? {
				right.terms.holders = holders;
			}
			self.place(&mut right.terms.grantor);
		}
		Ok(())
	}

	/// Each record that `apart` finds is `from`'s becomes one per heir; what then has the same member
	/// on both sides has come together in one hand and is over.
	fn split<T: Clone, const N: u32>(
		&self,
		records: &mut BoundedVec<T, ConstU32<N>>,
		apart: impl Fn(&T) -> Option<Ppm>,
		set: impl Fn(&mut T, ShareLine),
		stands: impl Fn(&T) -> bool,
	) -> Result<(), Refusal> {
		let mut taken = Vec::new();
		for record in records.iter() {
			match apart(record) {
				None => taken.push(record.clone()),
				Some(whole) => taken.extend(self.divide(whole).into_iter().map(|line| {
					let mut record = record.clone();
					set(&mut record, line);
					record
				})),
			}
		}
		taken.retain(stands);
		*records = BoundedVec::try_from(taken).map_err(full)?;
		Ok(())
	}

	fn take_transfers(&self, next: &mut TitleBody) -> Result<(), Refusal> {
		let transfers = &mut next.agreed_transfers;
		self.split(
			transfers,
			|transfer| (transfer.from == self.from).then_some(transfer.ppm),
			|transfer, line| (transfer.from, transfer.ppm) = (line.member, line.ppm),
			|transfer| transfer.from != transfer.to,
		)?;
		self.split(
			transfers,
			|transfer| (transfer.to == self.from).then_some(transfer.ppm),
			|transfer, line| (transfer.to, transfer.ppm) = (line.member, line.ppm),
			|transfer| transfer.from != transfer.to,
		)
	}

	fn take_pledges(&self, next: &mut TitleBody) -> Result<(), Refusal> {
		for pledge in next.pledges.iter_mut() {
			self.place(&mut pledge.pledgee);
			if pledge.target == HoldTarget::Whole {
				self.place(&mut pledge.pledgor);
			}
		}
		self.split(
			&mut next.pledges,
			|pledge| (pledge.pledgor == self.from).then_some(pledge.ppm),
			|pledge, line| {
				(pledge.pledgor, pledge.ppm) = (line.member, line.ppm);
				if pledge.target == HoldTarget::Share(self.from) {
					pledge.target = HoldTarget::Share(line.member);
				}
			},
			|pledge| pledge.pledgor != pledge.pledgee,
		)
	}

	/// A hold on a share follows it to every heir.
	fn take_holds(&self, next: &mut TitleBody) -> Result<(), Refusal> {
		self.split(
			&mut next.holds,
			|hold| (hold.target == HoldTarget::Share(self.from)).then_some(WHOLE_PPM),
			|hold, line| hold.target = HoldTarget::Share(line.member),
			|_| true,
		)
	}

	/// Reservations and the pool entry go to the first heir, a pre-emption to each.
	fn take_places(&self, next: &mut TitleBody) -> Result<(), Refusal> {
		for reservation in next.reservations.iter_mut() {
			self.place(&mut reservation.beneficiary);
		}
		if let Some(pool) = &mut next.pool {
			self.place(&mut pool.terms.by);
		}
		self.split(
			&mut next.pre_emption,
			|(member, _)| (*member == self.from).then_some(WHOLE_PPM),
			|(member, _), line| *member = line.member,
			|_| true,
		)?;
		let mut known = next.pre_emption.to_vec();
		known.sort_unstable();
		known.dedup();
		if known.len() < next.pre_emption.len() {
			next.pre_emption = BoundedVec::try_from(known).map_err(full)?;
		}
		Ok(())
	}
}
