//! Shares (份额): parts per million that always sum to the whole.

use crate::{bounds::MAX_SHARE_LINES, ids::MemberId, BoundedVec, ConstU32};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, Error as CodecError, Input, MaxEncodedLen};
use core::fmt;
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// Parts per million.
pub type Ppm = u32;

/// The whole, in parts per million.
pub const WHOLE_PPM: Ppm = 1_000_000;

/// How the parts were fixed.
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
pub enum ShareBasis {
	/// The holders agreed on these parts.
	#[codec(index = 0)]
	Agreed,
	/// Nobody printed any parts; the law deems them equal.
	#[codec(index = 1)]
	DeemedEqual,
}

/// One holder's part.
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
pub struct ShareLine {
	/// Who holds the part.
	pub member: MemberId,
	/// The part, in parts per million of the whole, above zero.
	pub ppm: Ppm,
}

/// Why lines are no shares.
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
pub enum SharesError {
	/// No holder at all.
	#[codec(index = 0)]
	Empty,
	/// More holders than the bound.
	#[codec(index = 1)]
	TooManyHolders,
	/// A part of zero.
	#[codec(index = 2)]
	ZeroPart,
	/// A holder named twice.
	#[codec(index = 3)]
	RepeatedHolder,
	/// The parts do not sum to 1 000 000 ppm.
	#[codec(index = 4)]
	WrongSum,
	/// A holder gives more than it has, or has none.
	#[codec(index = 5)]
	NotEnough,
	/// Marked deemed equal, but the parts differ by more than the remainder.
	#[codec(index = 6)]
	NotEqual,
}

/// Member → part, ordered by member; each above zero, the sum exactly 1 000 000 ppm.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Encode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(try_from = "RawShares")]
pub struct Shares {
	lines: BoundedVec<ShareLine, ConstU32<MAX_SHARE_LINES>>,
	basis: ShareBasis,
}

/// The same fields before the check.
#[derive(Decode, DecodeWithMemTracking, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawShares {
	lines: BoundedVec<ShareLine, ConstU32<MAX_SHARE_LINES>>,
	basis: ShareBasis,
}

impl TryFrom<RawShares> for Shares {
	type Error = SharesError;

	fn try_from(raw: RawShares) -> Result<Self, SharesError> {
		Self::new(raw.lines, raw.basis)
	}
}

impl Decode for Shares {
	fn decode<I: Input>(input: &mut I) -> Result<Self, CodecError> {
		let raw = RawShares::decode(input)?;
		// Sorted already, or equal shares could have different bytes and so different hashes.
		let sorted = raw.lines.windows(2).all(|pair| match pair {
			[first, second] => first.member < second.member,
			_ => true,
		});
		if !sorted {
			return Err("shares are not ordered by member".into());
		}
		Self::try_from(raw).map_err(|error| error.as_str().into())
	}
}

impl SharesError {
	fn as_str(self) -> &'static str {
		match self {
			Self::Empty => "shares have no holder",
			Self::TooManyHolders => "shares have more holders than the bound",
			Self::ZeroPart => "a part of shares is zero",
			Self::RepeatedHolder => "a holder of shares is named twice",
			Self::WrongSum => "shares do not sum to 1 000 000 ppm",
			Self::NotEnough => "a holder does not have that much",
			Self::NotEqual => "shares deemed equal are not equal",
		}
	}
}

impl fmt::Display for SharesError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(self.as_str())
	}
}

impl core::error::Error for SharesError {}

impl Shares {
	/// Shares of these lines, in any order.
	///
	/// Fails where [`SharesError`] says so: no holder or too many, a zero part, a holder named
	/// twice, a sum other than the whole, or parts marked deemed equal that are not.
	pub fn new(
		lines: impl IntoIterator<Item = ShareLine>,
		basis: ShareBasis,
	) -> Result<Self, SharesError> {
		let mut lines = collect_bounded(lines)?;
		check_parts(&lines)?;
		lines.sort_unstable_by_key(|line| line.member);
		check_distinct(&lines)?;
		let sum = lines.iter().fold(0u64, |sum, line| sum.saturating_add(line.ppm.into()));
		if sum != u64::from(WHOLE_PPM) {
			return Err(SharesError::WrongSum);
		}
		if basis == ShareBasis::DeemedEqual && !is_equal(&lines) {
			return Err(SharesError::NotEqual);
		}
		let lines = BoundedVec::try_from(lines).map_err(|_| SharesError::TooManyHolders)?;
		Ok(Self { lines, basis })
	}

	/// The whole, held by one member.
	pub fn single(member: MemberId) -> Self {
		let mut lines = BoundedVec::new();
		// The bound is above one, so the line always fits.
		let _ = lines.try_push(ShareLine { member, ppm: WHOLE_PPM });
		Self { lines, basis: ShareBasis::Agreed }
	}

	/// Parts that the law deems equal, nobody having printed any. The remainder goes to the lowest id.
	pub fn equal(members: impl IntoIterator<Item = MemberId>) -> Result<Self, SharesError> {
		let limit = usize::try_from(MAX_SHARE_LINES).unwrap_or(usize::MAX);
		let ratio: Vec<_> =
			members.into_iter().take(limit.saturating_add(1)).map(|member| (member, 1)).collect();
		Self::new(Self::divide(WHOLE_PPM, &ratio)?, ShareBasis::DeemedEqual)
	}

	/// The holders and their parts, ordered by member.
	pub fn lines(&self) -> &[ShareLine] {
		&self.lines
	}

	/// How the parts were fixed.
	pub fn basis(&self) -> ShareBasis {
		self.basis
	}

	/// The part of a member; zero where it holds none.
	pub fn part_of(&self, member: MemberId) -> Ppm {
		self.lines.iter().find(|line| line.member == member).map_or(0, |line| line.ppm)
	}

	/// Whether a member holds a part.
	pub fn contains(&self, member: MemberId) -> bool {
		self.lines.iter().any(|line| line.member == member)
	}

	/// The holders, in order.
	pub fn members(&self) -> impl Iterator<Item = MemberId> + '_ {
		self.lines.iter().map(|line| line.member)
	}

	/// How many hold a part; at least one.
	#[allow(clippy::len_without_is_empty, reason = "shares are never empty")]
	pub fn len(&self) -> usize {
		self.lines.len()
	}

	/// These shares after `from` gave `ppm` of its part to `to`. What moved was agreed, so the
	/// result is [`ShareBasis::Agreed`].
	///
	/// Fails with [`SharesError::NotEnough`] where `from` has less, [`SharesError::ZeroPart`] where
	/// nothing would move, [`SharesError::RepeatedHolder`] where both are the same member and
	/// [`SharesError::TooManyHolders`] where `to` would be one too many.
	pub fn move_part(&self, from: MemberId, to: MemberId, ppm: Ppm) -> Result<Self, SharesError> {
		if ppm == 0 {
			return Err(SharesError::ZeroPart);
		}
		if from == to {
			return Err(SharesError::RepeatedHolder);
		}
		let left = self.part_of(from).checked_sub(ppm).ok_or(SharesError::NotEnough)?;
		let gained = self.part_of(to).checked_add(ppm).ok_or(SharesError::WrongSum)?;
		let others =
			self.lines.iter().copied().filter(|line| line.member != from && line.member != to);
		let moved = [ShareLine { member: from, ppm: left }, ShareLine { member: to, ppm: gained }];
		Self::new(others.chain(moved).filter(|line| line.ppm > 0), ShareBasis::Agreed)
	}

	/// These shares with `new` in the place of `old`, as in a succession. Where `new` holds a part
	/// already the two merge, and parts deemed equal become agreed, for they are equal no longer.
	///
	/// Fails with [`SharesError::NotEnough`] where `old` holds nothing.
	pub fn replace_member(&self, old: MemberId, new: MemberId) -> Result<Self, SharesError> {
		let part = self.part_of(old);
		if part == 0 {
			return Err(SharesError::NotEnough);
		}
		if old == new {
			return Ok(self.clone());
		}
		if self.contains(new) {
			return self.move_part(old, new, part);
		}
		let lines = self.lines.iter().map(|line| match line.member == old {
			true => ShareLine { member: new, ppm: line.ppm },
			false => *line,
		});
		Self::new(lines, self.basis)
	}

	/// Divides `part` among members by weight: each gets the floor of its weight's part, and the
	/// remainder goes to the largest weight, to the lowest id on a tie. Ordered by member.
	///
	/// Fails with [`SharesError::ZeroPart`] where a line would come to nothing.
	pub fn divide(part: Ppm, ratio: &[(MemberId, u64)]) -> Result<Vec<ShareLine>, SharesError> {
		let total =
			ratio.iter().fold(0u128, |sum, (_, weight)| sum.saturating_add((*weight).into()));
		let floor = |weight: u64| {
			u128::from(part)
				.checked_mul(weight.into())
				.and_then(|product| product.checked_div(total))
				.and_then(|quotient| Ppm::try_from(quotient).ok())
				.ok_or(SharesError::ZeroPart)
		};
		let lines = ratio
			.iter()
			.map(|(member, weight)| Ok(ShareLine { member: *member, ppm: floor(*weight)? }))
			.collect::<Result<Vec<_>, _>>();
		if ratio.is_empty() {
			return Err(SharesError::Empty);
		}
		let mut lines = collect_bounded(lines?)?;
		lines.sort_unstable_by_key(|line| line.member);
		check_distinct(&lines)?;
		let given = lines.iter().fold(0, |sum: Ppm, line| sum.saturating_add(line.ppm));
		let largest =
			ratio.iter().max_by_key(|(member, weight)| (*weight, core::cmp::Reverse(*member)));
		for line in &mut lines {
			if Some(line.member) == largest.map(|(member, _)| *member) {
				line.ppm = line.ppm.saturating_add(part.saturating_sub(given));
			}
		}
		check_parts(&lines)?;
		Ok(lines)
	}
}

/// Takes no more lines than the bound, however many the caller would give.
fn collect_bounded(
	lines: impl IntoIterator<Item = ShareLine>,
) -> Result<Vec<ShareLine>, SharesError> {
	let limit = usize::try_from(MAX_SHARE_LINES).unwrap_or(usize::MAX);
	let lines: Vec<_> = lines.into_iter().take(limit.saturating_add(1)).collect();
	match lines.len() {
		0 => Err(SharesError::Empty),
		count if count > limit => Err(SharesError::TooManyHolders),
		_ => Ok(lines),
	}
}

fn check_parts(lines: &[ShareLine]) -> Result<(), SharesError> {
	match lines.iter().all(|line| line.ppm > 0) {
		true => Ok(()),
		false => Err(SharesError::ZeroPart),
	}
}

/// Of sorted lines.
fn check_distinct(lines: &[ShareLine]) -> Result<(), SharesError> {
	let repeated = lines
		.windows(2)
		.any(|pair| matches!(pair, [first, second] if first.member == second.member));
	match repeated {
		true => Err(SharesError::RepeatedHolder),
		false => Ok(()),
	}
}

/// Whether all parts are the floor of an equal division, but for one that has the remainder too.
fn is_equal(lines: &[ShareLine]) -> bool {
	let count = Ppm::try_from(lines.len()).unwrap_or(Ppm::MAX);
	let floor = WHOLE_PPM.checked_div(count).unwrap_or(0);
	lines.iter().filter(|line| line.ppm != floor).count() <= 1
		&& lines.iter().all(|line| line.ppm >= floor)
}
