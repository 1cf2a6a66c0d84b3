//! C7: price events, and what a contract's price needs.

use super::*;
use crate::income::{
	AppraisalDecision, AppraisalGround, EventDate, Named, Price, PriceEvent, PriceMode,
	PriceOutcome, Reserve,
};
use quanqi_traits::NoticeOutcome;

fn record_by(by: u32, event: PriceEvent) -> sp_runtime::DispatchResult {
	TechnologyContracts::record_price_event(key(by), Box::new(event), None)
}

fn agreement() -> PriceEvent {
	let mut event = auction(vec![PATENT], Price::Amount(PRICE));
	event.mode = PriceMode::Agreement;
	event.venue = None;
	event.appraisal =
		Some(AppraisalDecision { appraise: false, by: member(UNIVERSITY), digest: digest(3) });
	event
}

#[test]
fn c7_a_price_event_should_state_the_exemption_at_an_exchange_of_the_province() {
	Ledger::new().build_and_execute(|| {
		let id = record_auction(vec![PATENT], Price::Amount(PRICE));
		let record = PriceEvents::<Test>::get(id).unwrap();
		assert_eq!(record.judgement.appraisal, AppraisalGround::ExchangeExemption);
	});
}

#[test]
fn c7_without_exemption_the_unit_should_record_its_decision() {
	Ledger::new().build_and_execute(|| {
		let mut event = auction(vec![PATENT], Price::Amount(PRICE));
		event.venue = None;
		assert_noop!(record_by(UNIVERSITY, event), Error::<Test>::AppraisalMissing);
	});
}

#[test]
fn c7_agreement_pricing_should_need_a_closed_notice() {
	Ledger::new().build_and_execute(|| {
		let mut event = agreement();
		assert_noop!(record_by(UNIVERSITY, event.clone()), Error::<Test>::NoticeMissing);
		event.notice = Some(price_notice(None));
		assert_noop!(record_by(UNIVERSITY, event.clone()), Error::<Test>::NoticeMissing);
		event.notice = Some(price_notice(Some(NoticeOutcome::Upheld)));
		assert_noop!(record_by(UNIVERSITY, event.clone()), Error::<Test>::NoticeMissing);
		event.notice = Some(price_notice(Some(NoticeOutcome::Closed)));
		assert_ok!(record_by(UNIVERSITY, event));
	});
}

#[test]
fn c7_agreement_pricing_should_refuse_the_notice_of_other_terms() {
	Ledger::new().build_and_execute(|| {
		let mut event = agreement();
		event.notice = Some(price_notice(Some(NoticeOutcome::Closed)));
		event.digest = digest(201);
		assert_noop!(record_by(UNIVERSITY, event), Error::<Test>::NoticeMissing);
	});
}

#[test]
fn c7_a_related_party_should_need_the_venues_rules() {
	Ledger::new().build_and_execute(|| {
		let mut event = agreement();
		event.notice = Some(price_notice(Some(NoticeOutcome::Closed)));
		event.related_party = true;
		assert_noop!(record_by(UNIVERSITY, event), Error::<Test>::VenueRulesMissing);
	});
}

#[test]
fn c7_the_reserve_should_be_set_with_the_completers() {
	Ledger::new().build_and_execute(|| {
		let mut event = auction(vec![PATENT], Price::Amount(PRICE));
		let reserve = |completers: Vec<_>| Reserve {
			amount: Amount::fen(1),
			holder: member(UNIVERSITY),
			completers: completers.try_into().unwrap(),
		};
		event.reserve = Some(reserve(vec![]));
		assert_noop!(record_by(UNIVERSITY, event.clone()), Error::<Test>::ReserveUnfit);
		event.reserve = Some(reserve(vec![member(COMPLETER)]));
		assert_ok!(record_by(UNIVERSITY, event));
	});
}

#[test]
fn c7_only_holder_or_venue_should_record() {
	Ledger::new().build_and_execute(|| {
		let event = || auction(vec![PATENT], Price::Amount(PRICE));
		assert_noop!(record_by(BUYER, event()), Error::<Test>::NotPriceRecorder);
		assert_noop!(record_by(BANK, event()), Error::<Test>::NotPriceRecorder);
		assert_ok!(record_by(EXCHANGE, event()));
	});
}

#[test]
fn c7_a_failed_lot_should_be_a_record_without_a_price() {
	Ledger::new().build_and_execute(|| {
		let mut event = auction(vec![PATENT], Price::Unstated);
		event.outcome = PriceOutcome::Failed;
		assert_ok!(record_by(UNIVERSITY, event.clone()));
		event.price = Price::Amount(PRICE);
		assert_noop!(record_by(UNIVERSITY, event), Error::<Test>::PriceEventMalformed);
	});
}

#[test]
fn c7_a_price_event_should_not_be_of_the_future() {
	Ledger::new().build_and_execute(|| {
		let mut event = auction(vec![PATENT], Price::Amount(PRICE));
		event.date = EventDate::Day(in_days(1).date());
		assert_noop!(record_by(UNIVERSITY, event), Error::<Test>::DateInFuture);
	});
}

#[test]
fn c7_a_price_event_should_name_only_what_exists() {
	Ledger::new().build_and_execute(|| {
		let event = auction(vec![quanqi_types::AchievementId(99)], Price::Amount(PRICE));
		assert_noop!(record_by(UNIVERSITY, event), Error::<Test>::UnknownAchievement);
		let mut event = auction(vec![PATENT], Price::Amount(PRICE));
		event.buyer = Some(Named::Member(member(STRANGER)));
		assert_noop!(record_by(UNIVERSITY, event), Error::<Test>::UnknownMember);
	});
}

#[test]
fn c7_a_state_established_holder_should_need_a_price_event() {
	Ledger::new().build_and_execute(|| {
		let mut terms = university_licence();
		terms.price_events = Default::default();
		refuses_draft!(terms, PriceEventMissing);
	});
}

#[test]
fn c7_a_failed_event_should_not_serve_a_contract() {
	Ledger::new().build_and_execute(|| {
		let mut event = auction(vec![PATENT], Price::Unstated);
		event.outcome = PriceOutcome::Failed;
		let mut terms = university_licence();
		terms.price_events = vec![record(event)].try_into().unwrap();
		refuses_draft!(terms, PriceEventMissing);
	});
}

#[test]
fn c7_the_event_of_another_achievement_should_not_serve_a_contract() {
	Ledger::new().build_and_execute(|| {
		let mut terms = university_licence();
		let other = record_auction(vec![SOFTWARE], Price::Amount(PRICE));
		terms.price_events = vec![other].try_into().unwrap();
		refuses_draft!(terms, PriceEventMissing);
	});
}

#[test]
fn c7_the_contracts_price_should_be_the_events_to_the_fen() {
	Ledger::new().build_and_execute(|| {
		let mut terms = university_licence();
		terms.consideration = fixed(Amount::fen(PRICE.minor - 1));
		refuses_draft!(terms, PriceDiffers);
	});
}

#[test]
fn c7_the_events_buyer_should_be_a_party() {
	Ledger::new().build_and_execute(|| {
		let mut event = auction(vec![PATENT], Price::Amount(PRICE));
		event.buyer = Some(Named::Member(member(BUYER)));
		let mut terms = university_licence();
		terms.price_events = vec![record(event)].try_into().unwrap();
		refuses_draft!(terms, PriceDiffers);
	});
}

#[test]
fn c7_a_contract_should_refuse_an_unknown_event() {
	Ledger::new().build_and_execute(|| {
		let mut terms = plain_licence();
		terms.price_events = vec![77].try_into().unwrap();
		refuses_draft!(terms, UnknownPriceEvent);
	});
}
