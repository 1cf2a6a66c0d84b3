use crate::{mock::*, runtime_api::*, types::*};
use frame_support::assert_ok;
use quanqi_traits::NoticeSubject;
use quanqi_types::{MemberId, NoticeId};

fn error_of(question: NoticeQuestion) -> Option<String> {
	let answer = Notices::check_question(question);
	assert_eq!(answer.lawful, answer.error.is_none());
	answer.error
}

#[test]
fn notices_should_come_in_pages() {
	ExtBuilder.build_and_execute(|| {
		for terms in 1..6 {
			opened_for(terms);
		}
		let ids = |page: &NoticePage| page.items.iter().map(|view| view.id.0).collect::<Vec<_>>();
		let first = Notices::notice_page(None, 2);
		assert_eq!((ids(&first), first.next), (vec![1, 2], Some(NoticeId(2))));
		let second = Notices::notice_page(first.next, 2);
		assert_eq!((ids(&second), second.next), (vec![3, 4], Some(NoticeId(4))));
		let last = Notices::notice_page(second.next, 2);
		assert_eq!((ids(&last), last.next), (vec![5], None));
	});
}

#[test]
fn notice_should_say_when_it_closes_and_whether_it_is_suspended() {
	ExtBuilder.build_and_execute(|| {
		let id = opened();
		let view = Notices::notice_view(id).unwrap();
		assert_eq!((view.closes_at, view.suspended), (Some(date(2026, 12, 8).end()), false));
		assert_ok!(object(ENTERPRISE, id));
		let view = Notices::notice_view(id).unwrap();
		assert_eq!((view.closes_at, view.suspended), (None, true));
	});
}

#[test]
fn open_notice_should_be_found_by_its_subject() {
	ExtBuilder.build_and_execute(|| {
		let id = opened();
		let subject = |terms| NoticeSubject::Price { achievement: PATENT, terms: digest(terms) };
		assert_eq!(Notices::open_notice_view(subject(1)).map(|view| view.id), Some(id));
		assert_eq!(Notices::open_notice_view(subject(2)), None);
	});
}

/// N6: what is undecided after its deadline is shown as overdue.
#[test]
fn objections_should_say_which_are_overdue() {
	ExtBuilder.build_and_execute(|| {
		let id = opened();
		assert_ok!(object(ENTERPRISE, id));
		assert_ok!(object(AGENT, id));
		dismiss(id, 0);
		advance_days(40);
		let views = Notices::objection_page(id, 0, 100);
		assert_eq!(views.iter().map(|view| view.overdue).collect::<Vec<_>>(), [false, true]);
		assert_eq!(Notices::objection_page(id, 1, 100).len(), 1);
	});
}

#[test]
fn check_should_answer_as_the_call_would() {
	ExtBuilder.build_and_execute(|| {
		let id = opened();
		let by = MemberId;
		let open = |who, terms| NoticeQuestion::OpenPrice {
			by: by(who),
			achievement: PATENT,
			terms: digest(terms),
			parties: vec![],
		};
		let object_to = |who| NoticeQuestion::Object { by: by(who), notice: id };
		let decided = |who| NoticeQuestion::Decide { by: by(who), notice: id, objection: 0 };
		assert_eq!(error_of(open(UNIVERSITY, 2)), None);
		assert_eq!(error_of(open(UNIVERSITY, 1)), Some("OpenAlready".into()));
		assert_eq!(error_of(open(BUYER, 2)), Some("NotHolder".into()));
		assert_eq!(error_of(object_to(ENTERPRISE)), None);
		assert_ok!(object(ENTERPRISE, id));
		assert_eq!(error_of(object_to(ENTERPRISE)), Some("UndecidedAlready".into()));
		assert_eq!(error_of(decided(REGULATOR)), None);
		assert_eq!(error_of(decided(UNIVERSITY)), Some("DeciderIsParty".into()));
		assert_eq!(error_of(decided(AGENT)), Some("not capable".into()));
		assert_eq!(error_of(NoticeQuestion::Close { notice: id }), Some("Suspended".into()));
		let withdrawn = |who| NoticeQuestion::Withdraw { by: by(who), notice: id };
		assert_eq!(error_of(withdrawn(UNIVERSITY)), None);
		assert_eq!(error_of(withdrawn(BUYER)), Some("NotGiver".into()));
	});
}

/// The encoding of a record is for ever.
#[test]
fn record_should_keep_its_encoding() {
	use codec::{Decode, Encode};
	ExtBuilder.build_and_execute(|| {
		let id = opened();
		assert_ok!(object(ENTERPRISE, id));
		let record = Record::V1(notice(id));
		let bytes = record.encode();
		assert_eq!(bytes[0], 1);
		assert_eq!(Record::decode(&mut &bytes[..]).unwrap(), record);
		let objection = ObjectionRecord::V1(Notices::objection(id, 0).unwrap());
		assert_eq!(objection.encode()[0], 1);
		assert_eq!((Ruling::Dismissed.encode(), Ruling::Upheld.encode()), (vec![0], vec![1]));
		let json = serde_json::to_string(&record).unwrap();
		assert_eq!(serde_json::from_str::<Record>(&json).unwrap(), record);
	});
}
