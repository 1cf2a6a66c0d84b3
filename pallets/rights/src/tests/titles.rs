use super::*;
use quanqi_title::{history_hash, replay, title_hash, Act};
use quanqi_traits::Titles;
use quanqi_types::{AchievementId, OfficialStatus};

#[test]
fn append_should_refuse_a_second_registration() {
	Ledger::new().build_and_execute(|| {
		let registration = match crate::History::<Test>::get(PATENT, 0).unwrap().body().act.clone()
		{
			Act::Registered(registration) => registration,
			_ => unreachable!("the first entry is a registration"),
		};
		let step = declared(UNIVERSITY, Act::Registered(registration));
		assert_noop!(Rights::append(PATENT, step), refused!(Form, AlreadyRegistered));
	});
}

#[test]
fn append_should_refuse_when_a_consent_is_missing() {
	let owners = &[(UNIVERSITY, half()), (INSTITUTE, half())];
	Ledger::new().owned_by(owners).build_and_execute(|| {
		let act = Act::Retired { voided: false };
		let step = declared(UNIVERSITY, act.clone());
		assert!(Rights::check(PATENT, &step).is_err());
		assert_noop!(Rights::append(PATENT, step), refused!(T8, ConsentMissing, INSTITUTE));
		let mut step = declared(UNIVERSITY, act);
		step.consents = vec![co_owner(member(INSTITUTE))];
		assert_eq!(Rights::check(PATENT, &step), Ok(()));
		assert_eq!(Rights::append(PATENT, step), Ok(1));
	});
}

#[test]
fn append_should_refuse_when_there_is_no_title() {
	Ledger::new().build_and_execute(|| {
		let step = declared(UNIVERSITY, Act::PoolLeft);
		assert_noop!(Rights::append(AchievementId(9), step), Error::<Test>::UnknownAchievement);
	});
}

#[test]
fn append_should_write_old_and_new_status_into_the_event() {
	Ledger::new().build_and_execute(|| {
		let mut step = declared(
			OFFICE,
			Act::StatusChanged {
				status: OfficialStatus::Lapsed,
				protection_until: None,
				kind: quanqi_types::AchievementKind::InventionPatent,
			},
		);
		step.cause = quanqi_title::Cause::Office(crate::mock::text("L-1"));
		step.legal_date =
			Some(quanqi_title::LegalDate { moment: start(), attested_by: member(OFFICE) });
		assert_ok!(Rights::append(PATENT, step));
		assert!(events().contains(&Event::StatusChanged {
			achievement: PATENT,
			old: OfficialStatus::Granted,
			new: OfficialStatus::Lapsed,
		}));
	});
}

/// The head is what a verifier finds when it redoes the whole history.
#[test]
fn head_should_equal_the_replay_of_the_history() {
	Ledger::new().build_and_execute(|| {
		licensed(UseForm::Ordinary);
		transfer_agreed(UNIVERSITY, BUYER, half());
		let history = Rights::history_page(PATENT, 0, 256);
		let genesis = System::block_hash(0).0;
		let (replayed, head) = replay(&genesis, &history).unwrap();
		assert_eq!(Some(head), Rights::head(PATENT));
		assert_eq!(replayed.body(), &title());
		assert_eq!(head.title_hash, title_hash(&replayed));
		let first = quanqi_title::genesis_history_hash(&genesis, PATENT);
		assert_ne!(history_hash(&first, &history[0]), head.history_hash);
	});
}

#[test]
fn title_and_now_should_say_what_is_stored() {
	Ledger::new().build_and_execute(|| {
		assert_eq!(<Rights as Titles>::title(PATENT), Some(title()));
		assert_eq!(<Rights as Titles>::title(AchievementId(9)), None);
		assert_eq!(<Rights as Titles>::now(), start());
	});
}

#[test]
fn on_entry_should_be_told_once_when_an_entry_is_appended() {
	Ledger::new().build_and_execute(|| {
		told();
		let right = licensed(UseForm::Ordinary);
		assert_eq!(told(), [(PATENT, right)]);
	});
}

#[test]
fn on_entry_should_be_told_nothing_when_a_step_waits_for_consents() {
	Ledger::new().build_and_execute(|| {
		told();
		assert_ok!(Rights::agree_transfer(key(UNIVERSITY), PATENT, member(BUYER), 1, None));
		assert_eq!(told(), []);
	});
}
