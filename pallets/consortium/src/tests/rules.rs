use super::*;
use crate::{
	rules::{self, MandateFault, QuotaFault},
	types::{Mandate, Quota, QuotaUse, StatusSteps},
};
use proptest::prelude::*;
use quanqi_traits::MemberStatus::{Active, Expelled, Suspended};
use quanqi_types::Moment;

#[test]
fn status_should_only_take_the_steps_that_exist() {
	assert_eq!(Active.suspended(), Some(Suspended));
	assert_eq!(Suspended.suspended(), None);
	assert_eq!(Suspended.reinstated(), Some(Active));
	assert_eq!(Active.reinstated(), None);
	assert_eq!(Expelled.reinstated(), None);
	assert_eq!(Active.expelled(), Some(Expelled));
	assert_eq!(Expelled.expelled(), None);
}

#[test]
fn validator_floor_should_hold_but_let_a_small_genesis_grow() {
	let allowed = |old, new| rules::validator_count_allowed(old, new, 3);
	assert!(allowed(4, 3));
	assert!(!allowed(4, 2));
	assert!(!allowed(3, 2));
	assert!(allowed(1, 1));
	assert!(allowed(1, 2));
	assert!(!allowed(2, 1));
	assert!(!allowed(1, 0));
}

#[test]
fn peer_ids_should_be_multihashes_of_libp2p() {
	let hash = |prefix: &[u8], length| [prefix, &vec![7; length]].concat();
	assert!(rules::is_peer_id(&hash(&[0x12, 0x20], 32)));
	assert!(!rules::is_peer_id(&hash(&[0x12, 0x20], 31)));
	assert!(rules::is_peer_id(&hash(&[0x00, 0x24, 0x08, 0x01, 0x12, 0x20], 32)));
	assert!(!rules::is_peer_id(&hash(&[0x00, 0x24, 0x08, 0x02, 0x12, 0x20], 32)));
	assert!(!rules::is_peer_id(&[]));
}

proptest! {
	/// A threshold is a part of all seats, never of the votes cast.
	#[test]
	fn reaches_should_compare_exactly(approvals in 0u32..200, seats in 0u32..200, ppm in 0u32..=1_000_000) {
		let expected = approvals > 0
			&& approvals <= seats
			&& u128::from(approvals) * 1_000_000 >= u128::from(seats) * u128::from(ppm);
		prop_assert_eq!(rules::reaches(approvals, seats, ppm), expected);
	}

	/// Whatever is spent, no window takes more than the quota, and a refusal counts nothing.
	#[test]
	fn quota_should_never_be_exceeded(
		spends in prop::collection::vec((0u64..40, 0u64..600, 0u64..600), 1..60),
	) {
		let quota = Quota { window_blocks: 10, ref_time: 1_000, bytes: 1_000 };
		let mut block = 0;
		let mut used = QuotaUse::default();
		let mut windows = std::collections::BTreeMap::<u64, (u64, u64)>::new();
		for (blocks, ref_time, bytes) in spends {
			block += blocks / 8;
			match rules::use_quota(&quota, used, block, ref_time, bytes) {
				Ok(after) => {
					used = after;
					let sum = windows.entry(block / 10).or_default();
					*sum = (sum.0 + ref_time, sum.1 + bytes);
				},
				Err(fault) => {
					let (time, length) = windows.get(&(block / 10)).copied().unwrap_or_default();
					let time_over = time + ref_time > quota.ref_time;
					prop_assert_eq!(fault == QuotaFault::RefTime, time_over);
					prop_assert!(time_over || length + bytes > quota.bytes);
				},
			}
		}
		for (time, length) in windows.values() {
			prop_assert!(*time <= quota.ref_time && *length <= quota.bytes);
		}
	}

	/// No mandate serves an act in which the agent is a party, whatever else holds (art. 168).
	#[test]
	fn mandate_should_never_serve_an_agent_that_is_a_party(
		agent in 0u32..6,
		giver in 0u32..6,
		sponsor in prop::option::of(0u32..6),
		now in 0u64..20,
		parties in prop::collection::vec(0u32..6, 0..4),
	) {
		let mandate = Mandate {
			principal: id(0),
			agent: id(agent),
			permissions: permissions(&[Permission::Dispose]),
			until: Moment(10),
			document: digest(1),
			given_by: id(giver),
			given: Moment(0),
			revoked: None,
		};
		let parties: Vec<_> = parties.into_iter().map(id).collect();
		let outcome = rules::check_mandate(
			&mandate,
			id(agent),
			sponsor.map(id),
			Permission::Dispose,
			Moment(now),
			&parties,
		);
		if outcome.is_ok() {
			prop_assert!(now < 10 && !parties.contains(&id(agent)));
			prop_assert!(giver == 0 || (sponsor == Some(giver) && !parties.contains(&id(giver))));
		} else if now < 10 && parties.is_empty() {
			prop_assert_eq!(outcome, Err(MandateFault::GiverIsNoLongerSponsor));
		}
	}
}
