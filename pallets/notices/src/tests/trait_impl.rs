use crate::{mock::*, Error};
use frame_support::{assert_noop, assert_ok};
use quanqi_traits::{NewNotice, NoticeOutcome, NoticeSubject, Notices as NoticesTrait};
use quanqi_types::{GrantId, MemberId, NoticeId};

type Subject = crate::Pallet<Test>;

fn of_grant() -> NewNotice {
	NewNotice {
		by: MemberId(UNIVERSITY),
		subject: NoticeSubject::Grant(GrantId(4)),
		parties: vec![MemberId(COMPLETER), MemberId(COMPLETER)],
		document: digest(9),
	}
}

#[test]
fn open_should_name_the_giver_as_a_party_too() {
	ExtBuilder.build_and_execute(|| {
		let id = <Subject as NoticesTrait>::open(of_grant()).unwrap();
		assert_eq!(notice(id).parties.to_vec(), [UNIVERSITY, COMPLETER].map(MemberId));
	});
}

/// N2.
#[test]
fn open_should_refuse_a_grant_that_is_noticed_already() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(<Subject as NoticesTrait>::open(of_grant()));
		assert_noop!(<Subject as NoticesTrait>::open(of_grant()), Error::<Test>::OpenAlready);
	});
}

/// N9: the area that takes it back is not called back.
#[test]
fn withdraw_should_end_the_notice_without_telling_the_area() {
	ExtBuilder.build_and_execute(|| {
		let id = <Subject as NoticesTrait>::open(of_grant()).unwrap();
		assert_ok!(<Subject as NoticesTrait>::withdraw(id));
		assert_eq!(outcome(id), Some(NoticeOutcome::Withdrawn));
		assert!(told().is_empty());
		assert_noop!(<Subject as NoticesTrait>::withdraw(id), Error::<Test>::NotOpen);
		assert_noop!(<Subject as NoticesTrait>::withdraw(NoticeId(9)), Error::<Test>::NoSuchNotice);
	});
}

#[test]
fn facts_should_say_how_it_ended() {
	ExtBuilder.build_and_execute(|| {
		let id = <Subject as NoticesTrait>::open(of_grant()).unwrap();
		let facts = <Subject as NoticesTrait>::facts(id).unwrap();
		assert_eq!((facts.by, facts.subject), (MemberId(UNIVERSITY), of_grant().subject));
		assert_eq!((facts.opened, facts.outcome), (start(), None));
		advance_days(30);
		assert_ok!(Notices::close(signed(ENTERPRISE), id));
		let facts = <Subject as NoticesTrait>::facts(id).unwrap();
		assert_eq!(facts.outcome, Some((date(2026, 12, 8).end(), NoticeOutcome::Closed)));
		assert_eq!(<Subject as NoticesTrait>::facts(NoticeId(9)), None);
	});
}
