//! T1: shares always sum to the whole.

use codec::{Decode, Encode};
use proptest::prelude::*;
use quanqi_types::{bounds::MAX_SHARE_LINES, *};

const UNIT: MemberId = MemberId(1);
const COMPLETER: MemberId = MemberId(2);
const BUYER: MemberId = MemberId(3);

fn line(member: MemberId, ppm: Ppm) -> ShareLine {
	ShareLine { member, ppm }
}

fn shares(lines: &[(MemberId, Ppm)]) -> Shares {
	Shares::new(lines.iter().map(|(member, ppm)| line(*member, *ppm)), ShareBasis::Agreed).unwrap()
}

fn sum(shares: &Shares) -> u64 {
	shares.lines().iter().map(|line| u64::from(line.ppm)).sum()
}

#[test]
fn new_should_order_lines_by_member() {
	let shares = shares(&[(BUYER, 100_000), (UNIT, 900_000)]);
	assert_eq!(shares.members().collect::<Vec<_>>(), [UNIT, BUYER]);
	assert_eq!(shares.part_of(UNIT), 900_000);
	assert_eq!(shares.part_of(COMPLETER), 0);
	assert!(shares.contains(BUYER) && !shares.contains(COMPLETER));
	assert_eq!(shares.len(), 2);
}

#[test]
fn new_should_refuse_each_fault_by_name() {
	let new = |lines: &[(MemberId, Ppm)], basis| {
		Shares::new(lines.iter().map(|(member, ppm)| line(*member, *ppm)), basis)
	};
	let agreed = ShareBasis::Agreed;
	assert_eq!(new(&[], agreed), Err(SharesError::Empty));
	assert_eq!(new(&[(UNIT, 999_999)], agreed), Err(SharesError::WrongSum));
	assert_eq!(new(&[(UNIT, u32::MAX), (BUYER, 1_000_001)], agreed), Err(SharesError::WrongSum));
	assert_eq!(new(&[(UNIT, WHOLE_PPM), (BUYER, 0)], agreed), Err(SharesError::ZeroPart));
	assert_eq!(new(&[(UNIT, 500_000), (UNIT, 500_000)], agreed), Err(SharesError::RepeatedHolder));
	assert_eq!(
		new(&[(UNIT, 600_000), (BUYER, 400_000)], ShareBasis::DeemedEqual),
		Err(SharesError::NotEqual)
	);
}

#[test]
fn new_should_refuse_when_one_holder_is_too_many() {
	let lines = |count: u32| (0..count).map(move |id| line(MemberId(id), WHOLE_PPM / count));
	assert!(Shares::equal((0..MAX_SHARE_LINES).map(MemberId)).is_ok());
	assert_eq!(
		Shares::new(lines(MAX_SHARE_LINES + 1), ShareBasis::Agreed),
		Err(SharesError::TooManyHolders)
	);
	assert_eq!(
		Shares::equal((0..=MAX_SHARE_LINES).map(MemberId)),
		Err(SharesError::TooManyHolders)
	);
}

#[test]
fn equal_should_give_the_remainder_to_the_lowest_id() {
	let shares = Shares::equal([BUYER, UNIT, COMPLETER]).unwrap();
	assert_eq!(
		shares.lines(),
		[line(UNIT, 333_334), line(COMPLETER, 333_333), line(BUYER, 333_333)]
	);
	assert_eq!(shares.basis(), ShareBasis::DeemedEqual);
}

#[test]
fn divide_should_give_the_remainder_to_the_largest_holder() {
	let lines = Shares::divide(100, &[(UNIT, 1), (BUYER, 4), (COMPLETER, 1)]).unwrap();
	assert_eq!(lines, [line(UNIT, 16), line(COMPLETER, 16), line(BUYER, 68)]);
}

#[test]
fn divide_should_take_the_largest_weights() {
	let lines = Shares::divide(WHOLE_PPM, &[(UNIT, u64::MAX), (BUYER, u64::MAX)]).unwrap();
	assert_eq!(lines, [line(UNIT, 500_000), line(BUYER, 500_000)]);
}

#[test]
fn divide_should_refuse_when_a_line_would_be_nothing() {
	assert_eq!(Shares::divide(2, &[(UNIT, 1), (BUYER, 9)]), Err(SharesError::ZeroPart));
	assert_eq!(Shares::divide(100, &[(UNIT, 0), (BUYER, 9)]), Err(SharesError::ZeroPart));
	assert_eq!(Shares::divide(100, &[(UNIT, 0)]), Err(SharesError::ZeroPart));
	assert_eq!(Shares::divide(100, &[]), Err(SharesError::Empty));
	assert_eq!(Shares::divide(100, &[(UNIT, 1), (UNIT, 1)]), Err(SharesError::RepeatedHolder));
}

#[test]
fn move_part_should_drop_a_holder_that_gave_all() {
	let moved = Shares::single(UNIT).move_part(UNIT, BUYER, WHOLE_PPM).unwrap();
	assert_eq!(moved, Shares::single(BUYER));
}

#[test]
fn move_part_should_make_deemed_equal_shares_agreed() {
	let shares = Shares::equal([UNIT, COMPLETER]).unwrap();
	let moved = shares.move_part(UNIT, COMPLETER, 1).unwrap();
	assert_eq!(moved.basis(), ShareBasis::Agreed);
	assert_eq!(moved.part_of(COMPLETER), 500_001);
}

#[test]
fn move_part_should_refuse_each_fault_by_name() {
	let shares = shares(&[(UNIT, 600_000), (COMPLETER, 400_000)]);
	assert_eq!(shares.move_part(UNIT, BUYER, 600_001), Err(SharesError::NotEnough));
	assert_eq!(shares.move_part(BUYER, UNIT, 1), Err(SharesError::NotEnough));
	assert_eq!(shares.move_part(UNIT, BUYER, 0), Err(SharesError::ZeroPart));
	assert_eq!(shares.move_part(UNIT, UNIT, 1), Err(SharesError::RepeatedHolder));
	let full = Shares::equal((0..MAX_SHARE_LINES).map(MemberId)).unwrap();
	assert_eq!(full.move_part(MemberId(0), MemberId(99), 1), Err(SharesError::TooManyHolders));
}

#[test]
fn replace_member_should_keep_the_basis_when_nothing_merges() {
	let shares = Shares::equal([UNIT, COMPLETER, BUYER]).unwrap();
	let replaced = shares.replace_member(UNIT, MemberId(9)).unwrap();
	assert_eq!(replaced.basis(), ShareBasis::DeemedEqual);
	assert_eq!(replaced.part_of(MemberId(9)), 333_334);
	assert!(!replaced.contains(UNIT));
}

#[test]
fn replace_member_should_merge_when_the_successor_holds_a_part() {
	let shares = Shares::equal([UNIT, COMPLETER, BUYER]).unwrap();
	let merged = shares.replace_member(COMPLETER, BUYER).unwrap();
	assert_eq!(merged.basis(), ShareBasis::Agreed);
	assert_eq!(merged.part_of(BUYER), 666_666);
	assert_eq!(shares.replace_member(MemberId(9), BUYER), Err(SharesError::NotEnough));
}

#[test]
fn decode_should_refuse_invalid_shares() {
	let encode = |lines: Vec<ShareLine>| (lines, ShareBasis::Agreed).encode();
	let decode = |bytes: Vec<u8>| Shares::decode(&mut bytes.as_slice());
	assert!(decode(encode(vec![line(UNIT, 1), line(BUYER, 999_999)])).is_ok());
	assert!(decode(encode(vec![])).is_err());
	assert!(decode(encode(vec![line(UNIT, 1)])).is_err());
	assert!(decode(encode(vec![line(UNIT, WHOLE_PPM), line(BUYER, 0)])).is_err());
	assert!(decode(encode(vec![line(UNIT, 1), line(UNIT, 999_999)])).is_err());
}

#[test]
fn decode_should_refuse_lines_out_of_order() {
	let bytes = (vec![line(BUYER, 1), line(UNIT, 999_999)], ShareBasis::Agreed).encode();
	assert!(Shares::decode(&mut bytes.as_slice()).is_err());
}

#[test]
fn json_should_take_any_order_and_refuse_invalid_shares() {
	let json =
		r#"{"lines":[{"member":3,"ppm":400000},{"member":1,"ppm":600000}],"basis":"agreed"}"#;
	let read: Shares = serde_json::from_str(json).unwrap();
	assert_eq!(read, shares(&[(UNIT, 600_000), (BUYER, 400_000)]));
	assert_eq!(
		serde_json::to_string(&read).unwrap(),
		r#"{"lines":[{"member":1,"ppm":600000},{"member":3,"ppm":400000}],"basis":"agreed"}"#
	);
	let wrong = r#"{"lines":[{"member":1,"ppm":600000}],"basis":"agreed"}"#;
	assert!(serde_json::from_str::<Shares>(wrong).is_err());
}

/// Members and weights that differ in both, at most as many as shares have lines.
fn ratios() -> impl Strategy<Value = Vec<(MemberId, u64)>> {
	proptest::collection::btree_map(0u32..200, 1u64..1_000, 1..=MAX_SHARE_LINES as usize)
		.prop_map(|map| map.into_iter().map(|(id, weight)| (MemberId(id), weight)).collect())
}

proptest! {
	#[test]
	fn divide_should_give_out_exactly_the_part(part in 100_000u32..=WHOLE_PPM, ratio in ratios()) {
		let total: u64 = ratio.iter().map(|(_, weight)| weight).sum();
		if let Ok(lines) = Shares::divide(part, &ratio) {
			prop_assert_eq!(lines.iter().map(|line| line.ppm).sum::<u32>(), part);
			let largest = ratio.iter().map(|(_, weight)| *weight).max().unwrap();
			let favoured = ratio.iter().find(|(_, weight)| *weight == largest).unwrap().0;
			for (line, (member, weight)) in lines.iter().zip(&ratio) {
				prop_assert_eq!(line.member, *member);
				let floor = (u64::from(part) * weight / total) as u32;
				prop_assert!(line.ppm == floor || line.member == favoured && line.ppm > floor);
			}
		}
	}

	/// T1, over whole histories of transfers and successions.
	#[test]
	fn shares_should_always_sum_to_the_whole(
		ratio in ratios(),
		moves in proptest::collection::vec((0u32..200, 0u32..200, 0u32..=WHOLE_PPM, any::<bool>()), 0..40),
	) {
		let Ok(lines) = Shares::divide(WHOLE_PPM, &ratio) else { return Ok(()) };
		let mut shares = Shares::new(lines, ShareBasis::Agreed).unwrap();
		for (from, to, ppm, succession) in moves {
			let (from, to) = (MemberId(from), MemberId(to));
			let next = match succession {
				true => shares.replace_member(from, to),
				false => shares.move_part(from, to, ppm),
			};
			let before = (shares.part_of(from), shares.part_of(to));
			if let Ok(next) = next {
				if !succession {
					prop_assert_eq!((next.part_of(from) + ppm, next.part_of(to)), (before.0, before.1 + ppm));
				}
				shares = next;
			}
			prop_assert_eq!(sum(&shares), 1_000_000);
			prop_assert!(shares.lines().iter().all(|line| line.ppm > 0));
			prop_assert_eq!(Shares::decode(&mut shares.encode().as_slice()).unwrap(), shares.clone());
		}
	}
}
