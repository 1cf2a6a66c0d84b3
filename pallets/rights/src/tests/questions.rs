use super::*;
use crate::views::CheckQuestion;
use quanqi_title::{Act, Cause};
use quanqi_types::{AchievementId, Shares};

fn question(actor: u32, act: Act) -> CheckQuestion {
	CheckQuestion {
		achievement: PATENT,
		actor: member(actor),
		cause: Cause::Declaration,
		legal_date: None,
		consents: Vec::new(),
		act,
	}
}

fn exclusive_to_buyer() -> Act {
	let mut terms = licence(UseForm::Exclusive);
	terms.holders = Shares::single(member(BUYER));
	Act::UseGranted(Box::new(terms))
}

#[test]
fn check_should_name_the_right_in_the_way_and_who_could_let_it_pass() {
	Ledger::new().build_and_execute(|| {
		let right = licensed(UseForm::Ordinary);
		let answer = Rights::check_question(question(UNIVERSITY, exclusive_to_buyer()));
		assert!(!answer.lawful);
		let refusal = answer.refusal.unwrap();
		assert_eq!((refusal.reason, refusal.with), (Reason::OrdinaryInTheWay, Some(right)));
		assert!(answer.text.unwrap().starts_with("T4: "));
		let asked: Vec<_> = answer.missing.iter().map(|m| (m.member.0, m.role)).collect();
		assert!(asked.contains(&(ENTERPRISE, ConsentRole::BlockingHolder)));
	});
}

#[test]
fn check_should_say_lawful_when_nothing_is_missing() {
	Ledger::new().build_and_execute(|| {
		let mut question = question(UNIVERSITY, exclusive_to_buyer());
		let role = ConsentRole::Recipient;
		question.consents = vec![quanqi_title::Consent {
			member: member(BUYER),
			role,
			deemed: false,
			mandate: None,
		}];
		assert!(Rights::check_question(question).lawful);
	});
}

#[test]
fn check_should_write_nothing() {
	Ledger::new().build_and_execute(|| {
		let before = state_root();
		Rights::check_question(question(UNIVERSITY, exclusive_to_buyer()));
		Rights::check_question(question(STRANGER, exclusive_to_buyer()));
		assert_eq!(state_root(), before);
	});
}

#[test]
fn check_should_agree_with_the_call_when_the_law_refuses() {
	Ledger::new().build_and_execute(|| {
		let act = Act::TransferAgreed { from: member(BUYER), to: member(BANK), ppm: 1 };
		let refusal = Rights::check_question(question(BUYER, act)).refusal.unwrap();
		assert_noop!(
			Rights::agree_transfer(key(BUYER), PATENT, member(BANK), 1, None),
			Error::<Test>::from(refusal)
		);
	});
}

#[test]
fn check_should_say_so_when_there_is_no_such_achievement_or_member() {
	Ledger::new().build_and_execute(|| {
		let mut unknown = question(UNIVERSITY, Act::PoolLeft);
		unknown.achievement = AchievementId(9);
		assert_eq!(Rights::check_question(unknown).text.unwrap(), "no achievement 9");
		let stranger = Rights::check_question(question(STRANGER, Act::PoolLeft));
		assert!(stranger.text.unwrap().starts_with("member 99"));
	});
}

#[test]
fn title_view_should_list_only_live_rights() {
	Ledger::new().build_and_execute(|| {
		let right = licensed(UseForm::Ordinary);
		assert_eq!(Rights::title_view(PATENT).unwrap().live_rights, [right]);
		advance_days_without_poll(366);
		let view = Rights::title_view(PATENT).unwrap();
		assert!(view.live_rights.is_empty());
		assert_eq!(view.title.body().rights.len(), 1);
	});
}

#[test]
fn views_should_be_readable_as_json() {
	Ledger::new().build_and_execute(|| {
		assert_ok!(Rights::agree_transfer(key(UNIVERSITY), PATENT, member(BUYER), 1, None));
		let view = Rights::title_view(PATENT).unwrap();
		let json = serde_json::to_string(&view).unwrap();
		assert_eq!(serde_json::from_str::<crate::views::TitleView>(&json).unwrap(), view);
		let requests = Rights::request_views(PATENT);
		let json = serde_json::to_string(&requests).unwrap();
		let read: Vec<crate::views::RequestView> = serde_json::from_str(&json).unwrap();
		assert_eq!(read, requests);
	});
}

#[test]
fn history_should_come_in_pages() {
	Ledger::new().build_and_execute(|| {
		licensed(UseForm::Ordinary);
		licensed(UseForm::Ordinary);
		let all = Rights::history_page(PATENT, 0, 10);
		assert_eq!(all.len(), 3);
		assert_eq!(Rights::history_page(PATENT, 1, 1), all[1..2]);
		assert!(Rights::history_page(PATENT, 3, 10).is_empty());
	});
}

#[test]
fn holdings_should_come_in_pages_without_gap_or_repetition() {
	Ledger::new().build_and_execute(|| {
		for id in 2..=10 {
			Ledger::new().register(AchievementId(id));
		}
		let mut seen = Vec::new();
		let mut after = None;
		loop {
			let page = Rights::holdings_page(member(UNIVERSITY), after, 3);
			let Some(last) = page.last() else { break };
			after = Some(*last);
			seen.extend(page);
		}
		seen.sort();
		assert_eq!(seen, (1..=10).map(AchievementId).collect::<Vec<_>>());
	});
}

#[test]
fn request_view_should_say_when_silence_counts() {
	let ledger = Ledger::new().pre_empted_by(COMPLETER, quanqi_types::PreEmption::Completer);
	ledger.build_and_execute(|| {
		assert_ok!(Rights::agree_transfer(key(UNIVERSITY), PATENT, member(BUYER), half(), None));
		let view = Rights::request_view(last_request()).unwrap();
		let of = |who| view.missing.iter().find(|missing| missing.member == member(who)).unwrap();
		assert!(of(COMPLETER).deemed_from.is_some());
		assert!(of(BUYER).deemed_from.is_none());
	});
}
