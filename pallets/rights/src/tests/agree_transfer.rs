use super::*;
use quanqi_types::{AchievementId, PreEmption};

#[test]
fn agree_transfer_should_ask_the_transferee_when_the_owner_is_alone() {
	Ledger::new().build_and_execute(|| {
		assert_ok!(Rights::agree_transfer(key(UNIVERSITY), PATENT, member(BUYER), half(), None));
		assert_eq!(missing(), [(BUYER, ConsentRole::Recipient)]);
		assert!(title().agreed_transfers.is_empty());
	});
}

/// T8: everyone agrees to a transfer of one's own share too (Patent Law art. 14).
#[test]
fn agree_transfer_should_ask_every_co_owner_when_the_law_wants_all() {
	Ledger::new()
		.owned_by(&[(UNIVERSITY, 400_000), (INSTITUTE, 300_000), (ENTERPRISE, 300_000)])
		.build_and_execute(|| {
			assert_ok!(Rights::agree_transfer(key(UNIVERSITY), PATENT, member(BUYER), 1, None));
			let mut asked = missing();
			asked.sort();
			let expected = [
				(INSTITUTE, ConsentRole::CoOwner),
				(ENTERPRISE, ConsentRole::CoOwner),
				(BUYER, ConsentRole::Recipient),
			];
			assert_eq!(asked, expected);
		});
}

/// T8: who has a pre-emption is asked to waive it.
#[test]
fn agree_transfer_should_ask_for_a_waiver_when_a_completer_has_a_pre_emption() {
	Ledger::new().pre_empted_by(COMPLETER, PreEmption::Completer).build_and_execute(|| {
		assert_ok!(Rights::agree_transfer(key(UNIVERSITY), PATENT, member(BUYER), half(), None));
		assert!(missing().contains(&(COMPLETER, ConsentRole::PreEmption)));
	});
}

/// T2: the share has not moved when it is agreed.
#[test]
fn agree_transfer_should_leave_the_share_where_it_is_when_agreed() {
	Ledger::new().build_and_execute(|| {
		assert_ok!(Rights::agree_transfer(key(UNIVERSITY), PATENT, member(BUYER), half(), None));
		System::reset_events();
		agree(BUYER, ConsentRole::Recipient);
		assert_eq!(title().owners.part_of(member(UNIVERSITY)), WHOLE_PPM);
		assert_eq!(title().agreed_transfers.len(), 1);
		assert!(events().contains(&Event::TransferAgreed {
			achievement: PATENT,
			agreed: 1,
			from: member(UNIVERSITY),
			to: member(BUYER),
			ppm: half(),
		}));
	});
}

/// T2: a share moves only from who has it.
#[test]
fn agree_transfer_should_fail_when_the_caller_owns_nothing() {
	Ledger::new().build_and_execute(|| {
		assert_noop!(
			Rights::agree_transfer(key(INSTITUTE), PATENT, member(BUYER), 1, None),
			refused!(T2, NotAnOwner, INSTITUTE)
		);
	});
}

/// T2: what is promised to one is not promised to another.
#[test]
fn agree_transfer_should_fail_when_the_share_is_promised_away() {
	Ledger::new().build_and_execute(|| {
		transfer_agreed(UNIVERSITY, BUYER, WHOLE_PPM);
		assert_noop!(
			Rights::agree_transfer(key(UNIVERSITY), PATENT, member(ENTERPRISE), 1, None),
			refused!(T2, NotEnoughShare, UNIVERSITY)
		);
	});
}

#[test]
fn agree_transfer_should_fail_when_the_transferee_is_nobody() {
	Ledger::new().build_and_execute(|| {
		assert_noop!(
			Rights::agree_transfer(key(UNIVERSITY), PATENT, member(STRANGER), 1, None),
			Error::<Test>::UnknownMember
		);
	});
}

#[test]
fn agree_transfer_should_fail_when_there_is_no_such_title() {
	Ledger::new().build_and_execute(|| {
		assert_noop!(
			Rights::agree_transfer(key(UNIVERSITY), AchievementId(9), member(BUYER), 1, None),
			Error::<Test>::UnknownAchievement
		);
	});
}

/// A mandate serves, and the entry says so.
#[test]
fn agree_transfer_should_name_the_agent_when_made_under_a_mandate() {
	Ledger::new().build_and_execute(|| {
		quanqi_traits::testing::FakeMembers::mandate(1, UNIVERSITY, AGENT);
		let mandate = Some(quanqi_types::MandateId(1));
		assert_ok!(Rights::agree_transfer(key(AGENT), PATENT, member(BUYER), half(), mandate));
		agree(BUYER, ConsentRole::Recipient);
		let entry = crate::History::<Test>::get(PATENT, 1).unwrap();
		assert_eq!(entry.body().actor.member, member(UNIVERSITY));
		assert_eq!(entry.body().actor.mandate.unwrap().agent, member(AGENT));
	});
}

/// Civil Code art. 168: no mandate serves an agent that is itself a party.
#[test]
fn agree_transfer_should_fail_when_the_agent_is_the_transferee() {
	Ledger::new().build_and_execute(|| {
		quanqi_traits::testing::FakeMembers::mandate(1, UNIVERSITY, AGENT);
		let mandate = Some(quanqi_types::MandateId(1));
		assert_noop!(
			Rights::agree_transfer(key(AGENT), PATENT, member(AGENT), half(), mandate),
			sp_runtime::DispatchError::Other("the agent is a party")
		);
	});
}

#[test]
fn agree_transfer_should_fail_when_the_member_has_all_the_requests_it_can_have() {
	Ledger::new().build_and_execute(|| {
		for _ in 0..3 {
			assert_ok!(Rights::agree_transfer(key(UNIVERSITY), PATENT, member(BUYER), 1, None));
		}
		assert_noop!(
			Rights::agree_transfer(key(UNIVERSITY), PATENT, member(BUYER), 1, None),
			Error::<Test>::TooManyOwnRequests
		);
	});
}

#[test]
fn agree_transfer_should_fail_when_the_achievement_has_all_the_requests_it_can_have() {
	Ledger::new().build_and_execute(|| {
		for holder in [ENTERPRISE, INSTITUTE, BANK, COMPLETER] {
			let mut terms = licence(UseForm::Ordinary);
			terms.holders = quanqi_types::Shares::single(member(holder));
			let right = granted(terms);
			for _ in 0..3 {
				let to = member(BUYER);
				assert_ok!(Rights::transfer_use(key(holder), PATENT, right, to, 1, None));
			}
		}
		assert_noop!(
			Rights::agree_transfer(key(UNIVERSITY), PATENT, member(BUYER), 1, None),
			Error::<Test>::TooManyRequests
		);
	});
}
