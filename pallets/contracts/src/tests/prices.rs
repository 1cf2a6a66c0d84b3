//! C7: price events, and what a contract's price needs.

use super::*;
use crate::income::{
	AppraisalDecision, AppraisalGround, EventDate, LotInterest, Named, Price, PriceEvent,
	PriceMode, PriceOutcome, Reserve, Venue,
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
		event.venue = Some(Venue { place: Named::Member(member(AGENT)), rules: None });
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

/// C7: what is owed only perhaps is not the price that an auction found.
#[test]
fn c7_a_line_of_an_open_total_should_be_no_price() {
	for consideration in [royalty(), capped(PRICE)] {
		Ledger::new().build_and_execute(|| {
			let mut terms = university_licence();
			terms.consideration = consideration;
			terms.prices = allocated(PATENT, PRICE);
			refuses_draft!(terms.clone(), PriceDiffers);
			let event = record_auction(vec![PATENT], Price::Open);
			terms.price_events = vec![event].try_into().unwrap();
			signed(&terms);
		});
	}
}

/// C7: one price for two achievements is not below what one of them was sold for.
#[test]
fn c7_an_undivided_price_should_not_be_below_the_event_of_one_achievement() {
	Ledger::new().build_and_execute(|| {
		let mut terms = university_licence();
		let other = grant(OTHER_PATENT, UseForm::Ordinary, ENTERPRISE);
		terms.effects.try_push(other).unwrap();
		let mut terms = add_party(terms, INSTITUTE, PartyRole::Seller);
		terms.consideration = fixed(Amount::fen(PRICE.minor - 1));
		refuses_draft!(terms.clone(), PriceDiffers);
		terms.consideration = fixed(PRICE);
		signed(&terms);
	});
}

/// Terms of the university's patent, with an event of its own.
fn priced(kind: ContractKind, effects: Vec<Effect>, events: Vec<PriceEvent>) -> Terms {
	let mut terms = with(terms(kind, UNIVERSITY, ENTERPRISE), effects);
	let events: Vec<_> = events.into_iter().map(record).collect();
	terms.price_events = events.try_into().unwrap();
	add_party(terms, BUYER, PartyRole::Other)
}

fn sale_of(interest: LotInterest) -> PriceEvent {
	let mut event = auction(vec![PATENT], Price::Amount(PRICE));
	event.lots[0].interest = interest;
	event
}

#[test]
fn c7_the_events_buyer_should_be_who_receives() {
	Ledger::new().build_and_execute(|| {
		let mut event = auction(vec![PATENT], Price::Amount(PRICE));
		event.buyer = Some(Named::Member(member(BUYER)));
		let to = |to| {
			let effects = vec![grant(PATENT, UseForm::Ordinary, to)];
			priced(ContractKind::Licence, effects, vec![event.clone()])
		};
		refuses_draft!(to(ENTERPRISE), PriceDiffers);
		signed(&to(BUYER));
	});
}

#[test]
fn c7_the_event_of_a_use_right_should_serve_no_transfer() {
	Ledger::new().build_and_execute(|| {
		let event = || vec![sale_of(LotInterest::UseRight(UseForm::Ordinary))];
		let share = vec![transfer(PATENT, UNIVERSITY, ENTERPRISE, 1)];
		refuses_draft!(priced(ContractKind::Transfer, share, event()), PriceDiffers);
		let licence = vec![grant(PATENT, UseForm::Ordinary, ENTERPRISE)];
		signed(&priced(ContractKind::Licence, licence, event()));
	});
}

#[test]
fn c7_the_event_of_a_share_should_serve_no_more_than_that_share() {
	Ledger::new().build_and_execute(|| {
		let event = || vec![sale_of(LotInterest::Share(300_000))];
		let to = |to, ppm| transfer(PATENT, UNIVERSITY, to, ppm);
		let kind = ContractKind::Transfer;
		let above = vec![to(ENTERPRISE, 300_001)];
		refuses_draft!(priced(kind, above, event()), PriceDiffers);
		let twice = vec![to(ENTERPRISE, 300_000), to(BUYER, 1)];
		refuses_draft!(priced(kind, twice, event()), PriceDiffers);
		let licence = vec![grant(PATENT, UseForm::Ordinary, ENTERPRISE)];
		refuses_draft!(priced(ContractKind::Licence, licence, event()), PriceDiffers);
		signed(&priced(kind, vec![to(ENTERPRISE, 200_000), to(BUYER, 100_000)], event()));
	});
}

#[test]
fn c7_the_event_of_a_reservation_should_serve_no_disposal() {
	Ledger::new().build_and_execute(|| {
		let licence = vec![grant(PATENT, UseForm::Ordinary, ENTERPRISE)];
		let event = vec![sale_of(LotInterest::Reservation)];
		refuses_draft!(priced(ContractKind::Licence, licence, event), PriceDiffers);
	});
}

#[test]
fn c7_every_event_of_an_effect_should_be_at_the_contracts_price() {
	Ledger::new().build_and_execute(|| {
		let open = auction(vec![PATENT], Price::Open);
		let licence = || vec![grant(PATENT, UseForm::Ordinary, ENTERPRISE)];
		let events = |other| vec![open.clone(), sale_of(LotInterest::Unstated), other];
		let mut above = sale_of(LotInterest::Unstated);
		above.price = Price::Amount(Amount::fen(PRICE.minor + 1));
		let kind = ContractKind::Licence;
		refuses_draft!(priced(kind, licence(), events(above)), PriceDiffers);
		signed(&priced(kind, licence(), events(open.clone())));
	});
}

#[test]
fn c7_a_listing_or_auction_should_have_a_venue_that_neither_sells_nor_buys() {
	Ledger::new().build_and_execute(|| {
		let at = |mode, venue: Option<u32>| {
			let mut event = auction(vec![PATENT], Price::Amount(PRICE));
			event.mode = mode;
			event.buyer = Some(Named::Member(member(BUYER)));
			event.venue = venue.map(|by| Venue { place: Named::Member(member(by)), rules: None });
			record_by(UNIVERSITY, event)
		};
		for mode in [PriceMode::Listing, PriceMode::Auction] {
			for venue in [None, Some(UNIVERSITY), Some(BUYER)] {
				assert_noop!(at(mode, venue), Error::<Test>::VenueMissing);
			}
			assert_ok!(at(mode, Some(EXCHANGE)));
		}
	});
}

/// C7: a name is no venue that anybody answers for: then it is an agreement, and needs the notice.
#[test]
fn c7_an_auction_at_a_venue_that_is_no_member_should_need_the_notice() {
	Ledger::new().build_and_execute(|| {
		let place = Named::Name(quanqi_types::Text::new("an auction somewhere").unwrap());
		let mut event = agreement();
		event.mode = PriceMode::Auction;
		event.venue = Some(Venue { place, rules: None });
		assert_noop!(record_by(UNIVERSITY, event.clone()), Error::<Test>::NoticeMissing);
		event.notice = Some(price_notice(Some(NoticeOutcome::Closed)));
		assert_ok!(record_by(UNIVERSITY, event));
	});
}

fn trial_first(price: Price) -> PriceEvent {
	let mut event = agreement();
	event.mode = PriceMode::TrialFirst;
	event.price = price;
	event
}

/// C7: a price of trial first is that of a contract which converts a trial into what was priced.
#[test]
fn c7_a_price_of_trial_first_should_serve_only_a_conversion() {
	Ledger::new().build_and_execute(|| {
		let price = Price::Amount(TRIAL_PRICE);
		let licence = |to| grant(PATENT, UseForm::Ordinary, to);
		let convert =
			Effect::ConvertTrial { trial: TRIAL, achievement: PATENT, user: member(ENTERPRISE) };
		let kind = ContractKind::Licence;
		let terms = |effects| priced(kind, effects, vec![trial_first(price)]);
		refuses_draft!(terms(vec![licence(ENTERPRISE)]), PriceDiffers);
		let other = vec![licence(ENTERPRISE), convert.clone(), licence(BUYER)];
		refuses_draft!(terms(other), PriceDiffers);
		signed(&terms(vec![licence(ENTERPRISE), convert]));
	});
}

#[test]
fn c7_the_event_of_a_use_right_should_serve_only_its_form() {
	Ledger::new().build_and_execute(|| {
		let forms = [UseForm::Ordinary, UseForm::Sole, UseForm::Exclusive];
		let terms = |sold, given| {
			let licence = vec![grant(PATENT, given, ENTERPRISE)];
			priced(ContractKind::Licence, licence, vec![sale_of(LotInterest::UseRight(sold))])
		};
		for sold in forms {
			for given in forms.into_iter().filter(|given| *given != sold) {
				refuses_draft!(terms(sold, given), PriceDiffers);
			}
		}
		signed(&terms(UseForm::Exclusive, UseForm::Exclusive));
	});
}

#[test]
fn c7_the_event_of_an_assignment_should_serve_no_licence() {
	Ledger::new().build_and_execute(|| {
		let event = || vec![sale_of(LotInterest::Ownership)];
		let licence = vec![grant(PATENT, UseForm::Exclusive, ENTERPRISE)];
		refuses_draft!(priced(ContractKind::Licence, licence, event()), PriceDiffers);
		let part = vec![transfer(PATENT, UNIVERSITY, ENTERPRISE, 500_000)];
		signed(&priced(ContractKind::Transfer, part, event()));
	});
}

/// The same terms under another number and instrument.
fn again(mut terms: Terms, seed: u8) -> Terms {
	terms.number = label(&format!("again {seed}"));
	terms.instrument = digest(seed);
	terms
}

#[test]
fn c7_a_price_event_should_serve_one_contract() {
	Ledger::new().build_and_execute(|| {
		let terms = university_licence();
		let waiting = draft(&again(terms.clone(), 2));
		let first = signed(&terms);
		let used = || Error::<Test>::PriceEventUsed(first.into());
		let another = Box::new(again(terms, 3));
		assert_noop!(TechnologyContracts::draft(key(UNIVERSITY), another, None), used());
		assert_ok!(sign(UNIVERSITY, waiting));
		assert_noop!(sign(ENTERPRISE, waiting), used());
	});
}

#[test]
fn c7_a_price_event_should_be_free_again_when_its_contract_is_rescinded() {
	Ledger::new().build_and_execute(|| {
		let terms = university_licence();
		let first = signed(&terms);
		assert_ok!(end_all(first, Ending::Rescinded));
		let second = signed(&again(terms.clone(), 2));
		let used = Error::<Test>::PriceEventUsed(second.into());
		let third = Box::new(again(terms, 3));
		assert_noop!(TechnologyContracts::draft(key(UNIVERSITY), third, None), used);
	});
}

#[test]
fn c7_a_price_event_should_stay_used_when_its_contract_is_terminated() {
	Ledger::new().build_and_execute(|| {
		let terms = university_licence();
		let first = signed(&terms);
		assert_ok!(end_all(first, Ending::Terminated));
		let used = Error::<Test>::PriceEventUsed(first.into());
		let second = Box::new(again(terms, 2));
		assert_noop!(TechnologyContracts::draft(key(UNIVERSITY), second, None), used);
	});
}

fn licence_of(achievement: quanqi_types::AchievementId) -> Effect {
	grant(achievement, UseForm::Ordinary, ENTERPRISE)
}

/// A licence by the university at this event.
fn at_event(event: PriceEventId, effects: Vec<Effect>, price: Amount) -> Terms {
	let mut terms = with(terms(ContractKind::Licence, UNIVERSITY, ENTERPRISE), effects);
	terms.price_events = vec![event].try_into().unwrap();
	terms.consideration = fixed(price);
	terms
}

/// C7: lots with prices of their own are sold by one contract each, and each once.
#[test]
fn c7_the_lots_of_an_event_should_each_be_sold_once() {
	Ledger::new().build_and_execute(|| {
		let amounts = [Amount::fen(6_000), Amount::fen(4_000)];
		let mut event = auction(vec![PATENT, SOFTWARE], Price::Amount(PRICE));
		event.allocation = crate::income::Allocation::PerLot(amounts.to_vec().try_into().unwrap());
		let event = record(event);
		let first = signed(&at_event(event, vec![licence_of(PATENT)], amounts[0]));
		let both = vec![licence_of(PATENT), licence_of(SOFTWARE)];
		let both = again(at_event(event, both, PRICE), 2);
		let used = Error::<Test>::PriceEventUsed(first.into());
		assert_noop!(TechnologyContracts::draft(key(UNIVERSITY), Box::new(both), None), used);
		signed(&again(at_event(event, vec![licence_of(SOFTWARE)], amounts[1]), 3));
	});
}

/// C7: one price for two lots is the price of one contract that sells both, to the fen.
#[test]
fn c7_one_price_for_two_lots_should_be_the_price_of_one_contract() {
	Ledger::new().build_and_execute(|| {
		let event = record_auction(vec![PATENT, SOFTWARE], Price::Amount(PRICE));
		let both = || vec![licence_of(PATENT), licence_of(SOFTWARE)];
		refuses_draft!(at_event(event, vec![licence_of(PATENT)], PRICE), PriceDiffers);
		for other in [PRICE.minor - 1, PRICE.minor + 1, 1] {
			refuses_draft!(at_event(event, both(), Amount::fen(other)), PriceDiffers);
		}
		signed(&at_event(event, both(), PRICE));
		assert_eq!(UsesOf::<Test>::get(event).len(), 2);
	});
}

/// C7: parts that a contract gives the lots come to the one price; more than the lots costs no less.
#[test]
fn c7_one_price_for_two_lots_should_be_the_sum_of_their_lines() {
	Ledger::new().build_and_execute(|| {
		let event = record_auction(vec![PATENT, SOFTWARE], Price::Amount(PRICE));
		let line = |achievement, fen| AllocatedPrice { achievement, price: Amount::fen(fen) };
		let priced = |parts: [u128; 3]| {
			let [patent, software, other] = parts;
			let effects = vec![licence_of(PATENT), licence_of(SOFTWARE), licence_of(OTHER_PATENT)];
			let total = Amount::fen(parts.iter().sum());
			let terms = at_event(event, effects, total);
			let mut terms = add_party(terms, INSTITUTE, PartyRole::Seller);
			let lines =
				vec![line(PATENT, patent), line(SOFTWARE, software), line(OTHER_PATENT, other)];
			terms.prices = PriceAllocation::Allocated(lines.try_into().unwrap());
			terms
		};
		refuses_draft!(priced([6_000, 3_999, 5_001]), PriceDiffers);
		let mut whole = priced([6_000, 4_000, 5_000]);
		signed(&whole.clone());
		whole.prices = PriceAllocation::Undivided;
		let event = record_auction(vec![PATENT, SOFTWARE], Price::Amount(PRICE));
		whole.price_events = vec![event].try_into().unwrap();
		let mut below = again(whole.clone(), 4);
		below.consideration = fixed(Amount::fen(PRICE.minor - 1));
		refuses_draft!(below, PriceDiffers);
		signed(&again(whole, 5));
	});
}
