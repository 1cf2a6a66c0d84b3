use crate::{mock::*, types::*, Accepted, Event};
use frame_support::assert_ok;
use quanqi_traits::{testing::FakeNotices, NoticeOutcome, NoticeSubject, Notices, OnNoticeOver};
use quanqi_types::NoticeId;

/// The unit, the team and every owner are parties, and so decide no objection.
#[test]
fn publish_should_give_notice_with_every_party_named() {
	ExtBuilder::default().with_institute().build_and_execute(|| {
		let id = noticed(ownership());
		let notice = grant(id).notice.unwrap();
		let facts = FakeNotices::facts(notice).unwrap();
		assert_eq!((facts.by, facts.subject), (member(UNIVERSITY), NoticeSubject::Grant(id)));
		let parties = [UNIVERSITY, INSTITUTE, PROFESSOR, STUDENT].map(member);
		assert_eq!(FakeNotices::parties(notice), parties);
		System::assert_last_event(Event::Noticed { grant: id, notice, document: digest(2) }.into());
	});
}

#[test]
fn closing_should_let_the_team_accept() {
	patent(|| {
		let id = closed(ownership());
		assert_eq!(status(id), GrantStatus::Noticed);
		assert_eq!(grant(id).notice_closed, Some(now()));
		assert_ok!(accept(PROFESSOR, id));
	});
}

#[test]
fn upholding_should_reject_the_grant() {
	patent(|| {
		let id = noticed(ownership());
		end_notice(id, NoticeOutcome::Upheld);
		assert_eq!(status(id), GrantStatus::Rejected);
		System::assert_last_event(Event::Rejected { grant: id, document: None }.into());
	});
}

#[test]
fn withdrawing_the_notice_should_withdraw_the_grant() {
	patent(|| {
		let id = noticed(ownership());
		end_notice(id, NoticeOutcome::Withdrawn);
		assert_eq!(status(id), GrantStatus::Withdrawn);
	});
}

/// A notice of something else, or of an earlier version, changes nothing.
#[test]
fn notice_over_should_change_nothing_when_it_is_not_the_grants() {
	patent(|| {
		let id = noticed(ownership());
		let before = grant(id);
		let other = NoticeId(99);
		Grants::notice_over(other, &NoticeSubject::Grant(id), NoticeOutcome::Upheld);
		let price = NoticeSubject::Price { achievement: WORK, terms: digest(1) };
		Grants::notice_over(before.notice.unwrap(), &price, NoticeOutcome::Upheld);
		let unknown = NoticeSubject::Grant(quanqi_types::GrantId(99));
		Grants::notice_over(before.notice.unwrap(), &unknown, NoticeOutcome::Upheld);
		assert_eq!(grant(id), before);
	});
}

#[test]
fn notice_over_should_change_nothing_when_it_closed_before() {
	patent(|| {
		let id = closed(ownership());
		let before = grant(id);
		let subject = NoticeSubject::Grant(id);
		Grants::notice_over(before.notice.unwrap(), &subject, NoticeOutcome::Upheld);
		assert_eq!(grant(id), before);
	});
}

/// A material change opens a new notice: the open one is taken back, what was accepted forgotten.
#[test]
fn amend_should_take_the_notice_back() {
	patent(|| {
		let id = noticed(ownership());
		let old = grant(id).notice.unwrap();
		let terms = Terms { agreement: digest(7), ..ownership() };
		assert_ok!(Grants::amend(signed(UNIVERSITY), id, Box::new(terms)));
		let outcome = FakeNotices::facts(old).unwrap().outcome.unwrap().1;
		assert_eq!(outcome, NoticeOutcome::Withdrawn);
		assert_ok!(Grants::approve(signed(UNIVERSITY), id, 1));
		assert_ok!(Grants::publish(signed(UNIVERSITY), id, digest(3)));
		assert_ne!(grant(id).notice, Some(old));
	});
}

#[test]
fn amend_should_forget_who_accepted() {
	patent(|| {
		let id = closed(ownership());
		assert_ok!(accept(PROFESSOR, id));
		assert_ok!(Grants::amend(signed(UNIVERSITY), id, Box::new(ownership())));
		assert!(Accepted::<Test>::get(id).is_empty());
		assert_eq!(grant(id).notice_closed, None);
	});
}

#[test]
fn withdraw_and_refuse_should_take_the_notice_back() {
	patent(|| {
		for refuses in [true, false] {
			let id = noticed(ownership());
			let notice = grant(id).notice.unwrap();
			let ended = match refuses {
				true => Grants::refuse(signed(UNIVERSITY), id, digest(9)),
				false => Grants::withdraw(signed(UNIVERSITY), id),
			};
			assert_ok!(ended);
			let outcome = FakeNotices::facts(notice).unwrap().outcome.unwrap().1;
			assert_eq!(outcome, NoticeOutcome::Withdrawn);
		}
	});
}
