use super::*;
use quanqi_types::{AchievementId, BoundedVec, Shares};

fn list(ids: &[u64]) -> BoundedVec<AchievementId, frame_support::traits::ConstU32<3>> {
	ids.iter().map(|id| AchievementId(*id)).collect::<Vec<_>>().try_into().unwrap()
}

#[test]
fn succeed_should_move_everything_without_consents_when_decided() {
	let ledger = Ledger::new().owned_by(&[(UNIVERSITY, half()), (INSTITUTE, half())]);
	ledger.build_and_execute(|| {
		let heirs = Shares::single(member(BUYER));
		let decision = document("S-1");
		assert_ok!(Rights::succeed(
			key(COURT),
			member(INSTITUTE),
			heirs.clone(),
			list(&[1]),
			decision
		));
		assert_eq!(title().owners, shares(&[(UNIVERSITY, half()), (BUYER, half())]));
		let from = member(INSTITUTE);
		assert!(events().contains(&Event::MemberSucceeded { achievement: PATENT, from, heirs }));
		assert!(Rights::holdings_page(from, None, 10).is_empty());
		assert_eq!(Rights::holdings_page(member(BUYER), None, 10), [PATENT]);
	});
}

/// Repeating the call moves the rest and skips what is done.
#[test]
fn succeed_should_skip_what_is_done_when_repeated() {
	Ledger::new().build_and_execute(|| {
		Ledger::new().register(AchievementId(2));
		let heirs = Shares::single(member(BUYER));
		let from = member(UNIVERSITY);
		let decision = || document("S-1");
		assert_ok!(Rights::succeed(key(COURT), from, heirs.clone(), list(&[1]), decision()));
		System::reset_events();
		assert_ok!(Rights::succeed(key(COURT), from, heirs, list(&[1, 2, 3]), decision()));
		let events = events();
		let skipped = |achievement, error: Error<Test>| Event::SuccessionSkipped {
			achievement: AchievementId(achievement),
			from,
			error: error.into(),
		};
		assert!(events.contains(&skipped(1, refused!(T2, NothingToSucceed, UNIVERSITY))));
		assert!(events.contains(&skipped(3, Error::UnknownAchievement)));
		assert!(Rights::holdings_page(from, None, 10).is_empty());
	});
}

#[test]
fn succeed_should_fail_when_the_caller_may_not_adjudicate() {
	Ledger::new().build_and_execute(|| {
		let heirs = Shares::single(member(BUYER));
		assert_noop!(
			Rights::succeed(key(BUYER), member(UNIVERSITY), heirs, list(&[1]), document("S-1")),
			sp_runtime::DispatchError::Other("not capable")
		);
	});
}

#[test]
fn succeed_should_fail_when_an_heir_is_nobody() {
	Ledger::new().build_and_execute(|| {
		let heirs = Shares::single(member(STRANGER));
		assert_noop!(
			Rights::succeed(key(COURT), member(UNIVERSITY), heirs, list(&[1]), document("S-1")),
			Error::<Test>::UnknownMember
		);
	});
}
