//! Storage that no call could have written, and whatever calls can.

use crate::{
	mock::*, types::*, Accepted, Approvals, ByAchievement, Call, Grants as Records, NextId, Watched,
};
use proptest::prelude::*;
use quanqi_title::ConsentRole;
use quanqi_traits::{testing::FakeNotices, NoticeOutcome, NoticeSubject, Notices, OnNoticeOver};
use quanqi_types::{AchievementId, GrantId, NoticeId};
use sp_runtime::{traits::Dispatchable, TryRuntimeError};

/// Runs a corruption on a grant that waits for the office, one proposed and one of a use right.
fn corrupted(number: &str, corrupt: impl FnOnce(GrantId, GrantId, GrantId)) {
	ExtBuilder::default().build().execute_with(|| {
		let right = agreed(long_term(&[years(10)]));
		let waiting = agreed(Terms {
			content: Content::Ownership { ppm: 100_000, holding: Holding::Each },
			..ownership()
		});
		let fresh = proposed(Terms {
			content: Content::Ownership { ppm: 100_000, holding: Holding::Each },
			..ownership()
		});
		Grants::do_try_state().unwrap();
		corrupt(waiting, fresh, right);
		let Err(TryRuntimeError::Other(why)) = Grants::do_try_state() else {
			panic!("{number} was not missed");
		};
		assert!(why.starts_with(number), "{why}");
	});
}

fn change(id: GrantId, change: impl FnOnce(&mut Grant)) {
	let mut record = grant(id);
	change(&mut record);
	Records::<Test>::insert(id, Record::V1(record));
}

#[test]
fn try_state_should_name_i1_when_a_number_was_never_given() {
	corrupted("I1", |_, _, _| NextId::<Test>::put(2));
}

#[test]
fn try_state_should_name_i1_when_a_grant_is_not_listed() {
	corrupted("I1", |id, _, _| ByAchievement::<Test>::remove(WORK, id));
}

#[test]
fn try_state_should_name_i2_when_status_and_dates_disagree() {
	corrupted("I2", |_, fresh, _| change(fresh, |grant| grant.status = GrantStatus::Withdrawn));
	corrupted("I2", |_, fresh, _| change(fresh, |grant| grant.status = GrantStatus::Effective));
	corrupted("I2", |id, _, _| change(id, |grant| grant.agreed = None));
	corrupted("I2", |id, _, _| change(id, |grant| grant.effects = Effects::None));
	corrupted("I2", |_, _, right| change(right, |grant| grant.effective = None));
}

#[test]
fn try_state_should_name_i3_when_the_notice_is_wrong() {
	corrupted("I3", |id, _, _| change(id, |grant| grant.notice = None));
	corrupted("I3", |id, _, _| change(id, |grant| grant.notice = Some(NoticeId(99))));
	corrupted("I3", |id, _, right| {
		let other = grant(right).notice;
		change(id, |grant| grant.notice = other);
	});
	corrupted("I3", |_, fresh, _| change(fresh, |grant| grant.notice = Some(NoticeId(0))));
	corrupted("I3", |id, _, _| change(id, |grant| grant.notice_closed = None));
}

#[test]
fn try_state_should_name_i4_when_words_are_wrong() {
	corrupted("I4", |id, _, _| Approvals::<Test>::remove(id));
	corrupted("I4", |_, fresh, _| {
		Approvals::<Test>::insert(fresh, crate::Keys::<u64>::truncate_from(vec![1]));
	});
	corrupted("I4", |id, _, _| Accepted::<Test>::remove(id));
	corrupted("I4", |_, fresh, _| {
		let word = Acceptance { member: member(OUTSIDER), mandate: None };
		Accepted::<Test>::insert(fresh, crate::Acceptances::truncate_from(vec![word]));
	});
	corrupted("I4", |_, fresh, _| {
		let word = Acceptance { member: member(STUDENT), mandate: None };
		Accepted::<Test>::insert(fresh, crate::Acceptances::truncate_from(vec![word, word]));
	});
	corrupted("I4", |_, fresh, _| change(fresh, |grant| grant.approvals_needed = 0));
}

#[test]
fn try_state_should_name_i5_when_effects_are_not_watched() {
	corrupted("I5", |id, _, _| {
		let entry = grant(id).lines()[0].state.entry().unwrap();
		Watched::<Test>::remove(WORK, entry);
	});
	corrupted("I5", |_, _, right| {
		let Effects::Use { right, .. } = grant(right).effects else { panic!("a use right") };
		Watched::<Test>::remove(WORK, right);
	});
}

#[test]
fn try_state_should_name_i5_when_the_title_knows_no_such_transfer() {
	corrupted("I5", |id, _, _| {
		change(id, |grant| {
			let Effects::Shares(lines) = &mut grant.effects else { panic!("shares") };
			lines.iter_mut().next().unwrap().ppm = 7;
		});
	});
}

#[test]
fn try_state_should_name_i5_when_the_status_does_not_wait() {
	corrupted("I5", |id, _, _| {
		change(id, |grant| {
			grant.status = GrantStatus::Effective;
			grant.effective = Some(start());
		});
	});
}

#[test]
fn try_state_should_name_i6_when_something_belongs_to_nothing() {
	corrupted("I6", |_, _, _| ByAchievement::<Test>::insert(WORK, GrantId(99), ()));
	corrupted("I6", |id, _, _| ByAchievement::<Test>::insert(AchievementId(7), id, ()));
	corrupted("I6", |id, _, _| Watched::<Test>::insert(WORK, 99, id));
	corrupted("I6", |_, _, _| Watched::<Test>::insert(WORK, 99, GrantId(99)));
	corrupted("I6", |_, _, _| {
		Approvals::<Test>::insert(GrantId(99), crate::Keys::<u64>::truncate_from(vec![1]));
	});
	corrupted("I6", |_, fresh, _| {
		crate::Rescissions::<Test>::insert(fresh, (digest(1), crate::Acceptances::default()));
	});
}

/// One random act on one of a few grants.
#[derive(Clone, Debug)]
enum Move {
	Propose { ppm: u32, is_use: bool },
	Amend { id: u64 },
	Approve { id: u64, key: u64 },
	Refuse { id: u64 },
	Withdraw { id: u64 },
	Publish { id: u64 },
	NoticeOver { id: u64, outcome: u8 },
	Accept { id: u64, by: u32 },
	Consent { id: u64, version: u32 },
	Agree { id: u64 },
	Attest { id: u64 },
	Declare { id: u64, by: u32 },
	Rescind { id: u64 },
	Decide { id: u64 },
	Days { days: u64 },
}

fn any_move() -> impl Strategy<Value = Move> {
	let id = || 1u64..4;
	let team = || proptest::sample::select(vec![PROFESSOR, STUDENT, UNIVERSITY]);
	prop_oneof![
		2 => (1u32..600_000, any::<bool>())
			.prop_map(|(ppm, is_use)| Move::Propose { ppm, is_use }),
		1 => id().prop_map(|id| Move::Amend { id }),
		5 => (id(), 0u64..3).prop_map(|(id, key)| Move::Approve { id, key }),
		1 => id().prop_map(|id| Move::Refuse { id }),
		1 => id().prop_map(|id| Move::Withdraw { id }),
		5 => id().prop_map(|id| Move::Publish { id }),
		5 => (id(), 0u8..8).prop_map(|(id, outcome)| Move::NoticeOver { id, outcome }),
		10 => (id(), team()).prop_map(|(id, by)| Move::Accept { id, by }),
		5 => (id(), 0u32..2).prop_map(|(id, version)| Move::Consent { id, version }),
		6 => id().prop_map(|id| Move::Agree { id }),
		3 => id().prop_map(|id| Move::Attest { id }),
		4 => (id(), team()).prop_map(|(id, by)| Move::Declare { id, by }),
		2 => id().prop_map(|id| Move::Rescind { id }),
		1 => id().prop_map(|id| Move::Decide { id }),
		1 => (0u64..900).prop_map(|days| Move::Days { days }),
	]
}

/// Who would make the call, and which.
fn call_of(step: &Move) -> Option<(u64, Call<Test>)> {
	let unit = u64::from(UNIVERSITY);
	Some(match *step {
		Move::Propose { ppm, is_use } => {
			let content = Content::Ownership { ppm, holding: Holding::Each };
			let terms = match is_use {
				true => long_term(&[years(5), years(5)]),
				false => Terms { content, ..ownership() },
			};
			(unit, Call::propose { terms: Box::new(terms) })
		}
		Move::Amend { id } => {
			(unit, Call::amend { grant: GrantId(id), terms: Box::new(ownership()) })
		}
		Move::Approve { id, key } => {
			let version = Grants::grant(GrantId(id)).map_or(0, |grant| grant.version);
			(1_000 * key + unit, Call::approve { grant: GrantId(id), version })
		}
		Move::Refuse { id } => (unit, Call::refuse { grant: GrantId(id), document: digest(1) }),
		Move::Withdraw { id } => (unit, Call::withdraw { grant: GrantId(id) }),
		Move::Publish { id } => (unit, Call::publish { grant: GrantId(id), document: digest(2) }),
		Move::Accept { id, by } => {
			let version = Grants::grant(GrantId(id)).map_or(0, |grant| grant.version);
			let (grant, agreement, mandate) = (GrantId(id), digest(1), None);
			(by.into(), Call::accept { grant, version, agreement, mandate })
		}
		Move::Consent { id, version } => {
			let (grant, role, behalf) = (GrantId(id), ConsentRole::CoOwner, Behalf::Own);
			(INSTITUTE.into(), Call::consent { grant, version, role, behalf })
		}
		Move::Agree { id } => (unit, Call::agree { grant: GrantId(id) }),
		Move::Attest { id } => {
			let (grant, office_date) = (GrantId(id), now());
			let office_number = text("1");
			(OFFICE.into(), Call::attest { grant, office_number, office_date })
		}
		Move::Declare { id, by } => {
			let (grant, document, mandate) = (GrantId(id), digest(5), None);
			(by.into(), Call::declare_rescission { grant, document, mandate })
		}
		Move::Rescind { id } => (unit, Call::rescind { grant: GrantId(id) }),
		Move::Decide { id } => {
			let (grant, document) = (GrantId(id), text("1"));
			(REGULATOR.into(), Call::rescind_by_decision { grant, document, digest: digest(1) })
		}
		Move::NoticeOver { .. } | Move::Days { .. } => return None,
	})
}

/// The notice of a grant ends as notices do: only while it is open.
fn end_open_notice(id: GrantId, outcome: u8) {
	let Some(notice) = Grants::grant(id).and_then(|grant| grant.notice) else { return };
	if FakeNotices::facts(notice).is_none_or(|facts| facts.outcome.is_some()) {
		return;
	}
	let outcome = match outcome {
		0 => NoticeOutcome::Upheld,
		1 => NoticeOutcome::Withdrawn,
		_ => NoticeOutcome::Closed,
	};
	FakeNotices::end(notice, outcome);
	Grants::notice_over(notice, &NoticeSubject::Grant(id), outcome);
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(128))]

	/// Whatever is tried in whatever order: the invariants hold, what ended stays ended, and whoever
	/// owns what, it is the whole.
	#[test]
	fn invariants_should_hold_after_every_move(
		moves in prop::collection::vec(any_move(), 1..80),
		is_software in any::<bool>(),
	) {
		let builder = ExtBuilder::default().with_institute();
		let builder = if is_software { builder.software() } else { builder };
		builder.build().execute_with(|| {
			let mut ended = std::collections::BTreeMap::new();
			for step in &moves {
				match step {
					Move::Days { days } => advance_days(*days),
					Move::NoticeOver { id, outcome } => end_open_notice(GrantId(*id), *outcome),
					_ => {
						let (by, call) = call_of(step).unwrap();
						let origin = RuntimeOrigin::signed(by);
						let _ = RuntimeCall::from(call).dispatch(origin);
					}
				}
				if let Err(why) = Grants::do_try_state() {
					panic!("{why:?} after {step:?}");
				}
				for (id, Record::V1(grant)) in Records::<Test>::iter() {
					let Some(end) = grant.ended else { continue };
					let stays = *ended.entry(id).or_insert((grant.status, end));
					assert_eq!(stays, (grant.status, end));
				}
			}
		});
	}
}
