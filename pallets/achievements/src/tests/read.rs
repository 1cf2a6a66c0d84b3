use crate::{mock::*, runtime_api::*, types::*, Error};
use frame_support::{assert_ok, assert_storage_noop};
use quanqi_traits::{testing::FakeTitles, Achievements as _, FundingKind, Titles};
use quanqi_types::{AchievementId, AchievementKind, LedgerStatus, MemberId};
use sp_runtime::DispatchError;

#[test]
fn facts_should_be_what_neighbours_ask_for() {
	ExtBuilder.build_and_execute(|| {
		let achievement = register(sole(patent("A1")));
		let facts = Achievements::facts(achievement).unwrap();
		assert_eq!(facts.holder, MemberId(UNIVERSITY));
		assert_eq!(facts.kind, AchievementKind::InventionPatent);
		assert_eq!(facts.ledger_status, LedgerStatus::Registered);
		assert_eq!(facts.funding, FundingKind::Fiscal);
		assert!(facts.service);
		assert_eq!(facts.completers, vec![MemberId(PROFESSOR), MemberId(STUDENT)]);
		assert_eq!(facts.completed, Some(date(2019, 12, 31).start()));
		assert_eq!(facts.exclusion, None);
		assert_eq!(Achievements::facts(AchievementId(9)), None);
	});
}

fn numbers(page: &AchievementPage) -> Vec<u64> {
	page.items.iter().map(|view| view.achievement.0).collect()
}

#[test]
fn page_should_go_through_all_records_in_order() {
	ExtBuilder.build_and_execute(|| {
		for number in 0..5 {
			register(shared(patent(&format!("A{number}"))));
		}
		assert_ok!(Achievements::withdraw_disclosure(signed(UNIVERSITY), AchievementId(2), None));
		let first = Achievements::page(None, 2);
		assert_eq!(numbers(&first), vec![1, 3]);
		assert_eq!(first.next, Some(AchievementId(3)));
		let last = Achievements::page(first.next, 2);
		assert_eq!(numbers(&last), vec![4, 5]);
		assert_eq!(last.next, None);
	});
}

#[test]
fn page_by_holder_should_show_each_record_of_the_holder_once() {
	ExtBuilder.build_and_execute(|| {
		for number in 0..7 {
			register(sole(patent(&format!("A{number}"))));
		}
		let mut seen = Vec::new();
		let mut after = None;
		loop {
			let page = Achievements::page_by_holder(MemberId(UNIVERSITY), after, 3);
			seen.extend(numbers(&page));
			after = page.next;
			if after.is_none() {
				break;
			}
		}
		seen.sort_unstable();
		assert_eq!(seen, (1..=7).collect::<Vec<_>>());
		assert_eq!(Achievements::page_by_holder(MemberId(INSTITUTE), None, 3).items, vec![]);
	});
}

#[test]
fn page_should_be_no_longer_than_its_bound() {
	ExtBuilder.build_and_execute(|| {
		for number in 0..=MAX_PAGE {
			register(sole(software(&format!("S{number}"))));
		}
		let page = Achievements::page(None, u32::MAX);
		assert_eq!(page.items.len(), MAX_PAGE as usize);
		assert_eq!(page.next, Some(AchievementId(u64::from(MAX_PAGE))));
	});
}

#[test]
fn view_should_be_the_same_when_written_as_json_and_read_back() {
	ExtBuilder.build_and_execute(|| {
		let view = Achievements::view(register(shared(patent("A1")))).unwrap();
		let json = serde_json::to_string(&view).unwrap();
		assert!(json.contains("一种图像处理方法"));
		assert_eq!(serde_json::from_str::<AchievementView>(&json).unwrap(), view);
	});
}

#[test]
fn check_registration_should_write_nothing_and_say_what_register_would() {
	ExtBuilder.build_and_execute(|| {
		let holder = MemberId(UNIVERSITY);
		assert_storage_noop!(assert_ok!(Achievements::check_registration(
			holder,
			sole(patent("A1"))
		)));
		assert_eq!(FakeTitles::title(AchievementId(1)), None);
		let earlier = register(sole(patent("A1")));
		assert_eq!(
			Achievements::check_registration(holder, sole(patent("A1"))),
			Err(Error::<Test>::IdentifierTaken(earlier.into()).into())
		);
		assert_eq!(
			Achievements::check_registration(MemberId(ENTERPRISE), sole(patent("A2"))),
			Err(DispatchError::Other("not capable"))
		);
	});
}

#[test]
fn submission_should_be_read_from_what_people_write() {
	let json = r#"{
		"declaration": {
			"kind": "software",
			"title": {"open": "图像处理软件"},
			"identifiers": [],
			"funding": {"commissioned": {"commissioner": 3}},
			"service": false,
			"status": "granted"
		},
		"owners": [{"member": 1, "ppm": 1000000}],
		"basis": "agreed"
	}"#;
	let submission: Submission = serde_json::from_str(json).unwrap();
	assert_eq!(submission.declaration.funding, Funding::Commissioned { commissioner: MemberId(3) });
	let unknown = json.replace("\"service\"", "\"servise\"");
	assert!(serde_json::from_str::<Submission>(&unknown).is_err());
}
