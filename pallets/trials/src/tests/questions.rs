use super::*;
use crate::views::CheckQuestion;

#[test]
fn trial_view_should_tell_what_is_live_and_missing() {
	use quanqi_types::{ConsentAct, ConsentRule};
	Ledger::new()
		.owned_by(&[(UNIVERSITY, 500_000), (INSTITUTE, 500_000)])
		.consent_rule(ConsentAct::OrdinaryLicence, ConsentRule::All)
		.build_and_execute(|| {
			entered(terms());
			let id = accepted(ENTERPRISE);
			let view = Trials::trial_view(id).unwrap();
			assert!(!view.is_live);
			assert!(view.missing.contains(&(member(INSTITUTE), ConsentRole::CoOwner)));
			assert_ok!(Trials::agree(key(INSTITUTE), id, ConsentRole::CoOwner, None));
			assert_ok!(Trials::start(key(UNIVERSITY), id, None));
			assert!(Trials::trial_view(id).unwrap().is_live);
		});
}

#[test]
fn trial_pages_should_come_one_after_the_other() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let all = [requested(ENTERPRISE), requested(RIVAL), requested(THIRD)];
		let (mut after, mut found) = (None, Vec::new());
		loop {
			let page = Trials::trials_page_of(PATENT, after, 2);
			found.extend(page.items.into_iter().map(|view| view.id));
			after = page.next;
			if after.is_none() {
				break;
			}
		}
		found.sort_unstable();
		assert_eq!(found, all);
		let own = Trials::trials_page_by(member(RIVAL), None, 10);
		assert_eq!(own.items.len(), 1);
		assert_eq!(own.next, None);
	});
}

#[test]
fn pool_page_should_list_what_is_in_the_pool() {
	Ledger::new().build_and_execute(|| {
		assert!(Trials::pool_page(None, 10).items.is_empty());
		let entry = entered(terms());
		let page = Trials::pool_page(None, 10);
		assert_eq!((page.items[0].entry, page.items[0].is_open), (entry, true));
		advance_days(731);
		assert!(!Trials::entry_view(PATENT, Some(entry)).unwrap().is_open);
	});
}

#[test]
fn services_page_should_begin_where_asked() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = running(ENTERPRISE);
		let service = Service {
			kind: ServiceKind::Matching,
			provider: member(THIRD),
			payer: member(ENTERPRISE),
			amount: Amount::fen(1),
			document: digest(6),
		};
		for _ in 0..3 {
			assert_ok!(Trials::record_service(key(THIRD), id, service, None));
		}
		assert_eq!(Trials::services_page(id, 1, 10).len(), 2);
		assert_eq!(Trials::services_page(id, 0, 2).len(), 2);
	});
}

/// **check** writes nothing and says what the call would say.
#[test]
fn check_should_answer_without_writing() {
	Ledger::new().build_and_execute(|| {
		let before = state_root();
		let question = CheckQuestion::EnterPool { achievement: PATENT, terms: terms(), ask: false };
		assert!(Trials::check(member(UNIVERSITY), question.clone()).lawful);
		let answer = Trials::check(member(ENTERPRISE), question);
		assert!(!answer.lawful && answer.text.is_some());
		assert_eq!(state_root(), before);
		assert!(events().is_empty());
	});
}

/// **check** tells the number required beside the number found.
#[test]
fn check_should_name_the_statute_that_decides() {
	Ledger::new().build_and_execute(|| {
		let terms = EntryTerms { trial_length: months(25), ..terms() };
		let question = CheckQuestion::EnterPool { achievement: PATENT, terms, ask: false };
		let answer = Trials::check(member(UNIVERSITY), question);
		let refusal: DispatchError = Error::<Test>::TrialTooLong(Found::new(764)).into();
		assert_eq!(answer.refusal, Some(refusal));
		let (rule, version) = answer.statute.unwrap();
		assert_eq!(rule, RuleId::TrialMaximum);
		assert_eq!(version.value, StatuteValue::Term(months(24)));
	});
}

#[test]
fn check_should_answer_every_question() {
	Ledger::new().build_and_execute(|| {
		let entry = entered(terms());
		let lawful = |who, question| Trials::check(member(who), question).lawful;
		assert!(lawful(UNIVERSITY, CheckQuestion::LeavePool(PATENT)));
		let request = CheckQuestion::Request {
			achievement: PATENT,
			entry,
			standard_contract: digest(3),
			broker: None,
		};
		assert!(lawful(ENTERPRISE, request.clone()));
		assert!(!lawful(UNIVERSITY, request));
		let id = accepted(ENTERPRISE);
		assert!(lawful(UNIVERSITY, CheckQuestion::Start(id)));
		assert!(!lawful(ENTERPRISE, CheckQuestion::Start(id)));
		assert_ok!(Trials::start(key(UNIVERSITY), id, None));
		assert!(!lawful(UNIVERSITY, CheckQuestion::Extend(id)));
		let declare = CheckQuestion::DeclareConversion { trial: id, offer: None };
		assert!(lawful(ENTERPRISE, declare));
		let convert = CheckQuestion::Convert { trial: id, achievement: PATENT, price: None };
		assert!(!lawful(ENTERPRISE, convert.clone()));
		assert_ok!(Trials::declare_conversion(key(ENTERPRISE), id, None, None));
		assert!(lawful(ENTERPRISE, convert));
		assert!(!lawful(STRANGER, CheckQuestion::LeavePool(PATENT)));
	});
}

#[test]
fn views_should_be_readable_as_json() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = running(ENTERPRISE);
		let view = Trials::trial_view(id).unwrap();
		let text = serde_json::to_string(&view).unwrap();
		assert_eq!(serde_json::from_str::<crate::views::TrialView>(&text).unwrap(), view);
		let entry = Trials::entry_view(PATENT, None).unwrap();
		let text = serde_json::to_string(&entry).unwrap();
		assert_eq!(serde_json::from_str::<crate::views::EntryView>(&text).unwrap(), entry);
	});
}

#[test]
fn integrity_should_hold() {
	Ledger::new().build_and_execute(Trials::check_integrity);
}
