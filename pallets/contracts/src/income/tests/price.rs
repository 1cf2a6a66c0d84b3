//! C7: what the law asks of a price.

use super::*;
use quanqi_traits::{NoticeFacts, NoticeOutcome, NoticeSubject};
use quanqi_types::{ExclusionClass, GrantId, Location, MemberKind, NoticeId, Territory, UseForm};

const TERMS: Digest = Digest::Sha256([3; 32]);

/// Of a state-established unit, at an exchange of the province, without secrecy.
fn facts() -> PriceFacts<'static> {
	PriceFacts {
		state_established: true,
		provincial_exchange: true,
		secrecy: false,
		completers: &COMPLETERS,
		notice: None,
	}
}

fn agreement() -> PriceEvent {
	PriceEvent {
		mode: PriceMode::Agreement,
		starting: None,
		date: EventDate::Day(day("2019-12-20")),
		notice: Some(NoticeId(4)),
		appraisal: Some(decision(false)),
		..auction()
	}
}

fn decision(appraise: bool) -> AppraisalDecision {
	AppraisalDecision { appraise, by: UNIT, digest: Digest::Sm3([1; 32]) }
}

fn valuation() -> Valuation {
	Valuation {
		amount: yuan(39_200),
		valuer: Named::Name(text("评估公司")),
		digest: Digest::Sha256([8; 32]),
	}
}

fn closed(on: &str) -> NoticeFacts {
	NoticeFacts {
		by: UNIT,
		subject: NoticeSubject::Price { achievement: AchievementId(5), terms: TERMS },
		opened: Moment(0),
		outcome: Some((day(on).start(), NoticeOutcome::Closed)),
	}
}

fn with_notice(notice: &NoticeFacts) -> PriceFacts<'_> {
	PriceFacts { notice: Some(notice), ..facts() }
}

fn reserve(amount: Amount, completers: &[MemberId]) -> Option<Reserve> {
	Some(Reserve { amount, holder: UNIT, completers: bounded(completers.iter().copied()) })
}

#[test]
fn c7_agreement_should_be_allowed_when_its_notice_is_closed() {
	let notice = closed("2019-12-17");
	let judgement = judge(&agreement(), &with_notice(&notice)).unwrap();
	assert_eq!(judgement.notice, Some(NoticeId(4)));
	assert_eq!(judgement.appraisal, AppraisalGround::OwnDecision { appraise: false });
}

#[test]
fn c7_agreement_should_be_allowed_on_the_day_its_notice_is_closed() {
	let notice = closed("2019-12-20");
	assert!(judge(&agreement(), &with_notice(&notice)).is_ok());
}

#[test]
fn c7_agreement_should_be_refused_without_a_notice_when_the_state_established_the_holder() {
	let event = PriceEvent { notice: None, ..agreement() };
	assert_eq!(judge(&event, &facts()), Err(PriceRefusal::NoNotice));
}

#[test]
fn c7_agreement_should_need_no_notice_when_the_state_did_not_establish_the_holder() {
	let event = PriceEvent { notice: None, appraisal: None, ..agreement() };
	let facts = PriceFacts { state_established: false, ..facts() };
	let expected = PriceJudgement { appraisal: AppraisalGround::NotStateEstablished, notice: None };
	assert_eq!(judge(&event, &facts), Ok(expected));
}

#[test]
fn c7_other_modes_should_need_no_notice() {
	for mode in
		[PriceMode::Listing, PriceMode::Auction, PriceMode::Appraisal, PriceMode::TrialFirst]
	{
		let valuation = Some(valuation());
		let event = PriceEvent { mode, valuation, notice: None, ..agreement() };
		assert_eq!(judge(&event, &facts()).map(|judgement| judgement.notice), Ok(None), "{mode:?}");
	}
}

/// C7: a listing or auction by name only is refused, whoever sells.
#[test]
fn c7_listing_and_auction_should_be_refused_without_a_venue_of_their_own() {
	let at = |place| Some(Venue { place, rules: None });
	let buyer = Named::Member(MemberId(2));
	for mode in [PriceMode::Listing, PriceMode::Auction] {
		for venue in [None, at(Named::Member(UNIT)), at(buyer.clone())] {
			let event = PriceEvent { mode, venue, ..auction() };
			assert_eq!(event.check(), Err(PriceRefusal::NoVenue), "{mode:?}");
		}
		let event = PriceEvent { mode, venue: at(Named::Name(text("拍卖会"))), ..auction() };
		assert_eq!(event.check(), Ok(()));
		assert!(event.is_agreed(), "no member answers for it");
		assert!(!PriceEvent { mode, ..auction() }.is_agreed());
	}
}

/// C7: below the value that was appraised, or at none that can be compared, a price is agreed.
#[test]
fn c7_appraisal_should_need_the_notice_when_the_price_is_not_the_value() {
	let appraised = |price| PriceEvent {
		mode: PriceMode::Appraisal,
		valuation: Some(valuation()),
		appraisal: Some(decision(true)),
		price,
		..auction()
	};
	let judged = |price| judge(&appraised(price), &facts()).map(|judgement| judgement.notice);
	let value = valuation().amount;
	assert_eq!(judged(Price::Amount(value)), Ok(None));
	let below = Amount::fen(value.minor - 1);
	for price in [Price::Amount(below), Price::Open, Price::Sealed(Commitment([1; 32]))] {
		assert_eq!(judged(price), Err(PriceRefusal::NoNotice), "{price:?}");
	}
}

#[test]
fn c7_agreement_should_need_no_notice_when_nothing_was_sold() {
	let event = PriceEvent {
		price: Price::Unstated,
		buyer: None,
		outcome: PriceOutcome::Withdrawn,
		notice: None,
		..agreement()
	};
	assert_eq!(judge(&event, &facts()).map(|judgement| judgement.notice), Ok(None));
}

#[test]
fn c7_agreement_should_be_refused_when_its_notice_was_not_closed_by_its_day() {
	let id = NoticeId(4);
	let late = closed("2019-12-21");
	let refusal = PriceRefusal::NoticeNotClosed { notice: id, closed: Some(day("2019-12-21")) };
	assert_eq!(judge(&agreement(), &with_notice(&late)), Err(refusal));

	let moment = day("2019-12-01").start();
	for outcome in
		[None, Some((moment, NoticeOutcome::Withdrawn)), Some((moment, NoticeOutcome::Upheld))]
	{
		let notice = NoticeFacts { outcome, ..closed("2019-12-01") };
		let refusal = PriceRefusal::NoticeNotClosed { notice: id, closed: None };
		assert_eq!(judge(&agreement(), &with_notice(&notice)), Err(refusal), "{outcome:?}");
	}
}

#[test]
fn c7_agreement_should_be_refused_when_the_notice_is_of_something_else() {
	let refusal = Err(PriceRefusal::OtherNotice { notice: NoticeId(4) });
	let other_achievement = NoticeSubject::Price { achievement: AchievementId(6), terms: TERMS };
	let other_terms =
		NoticeSubject::Price { achievement: AchievementId(5), terms: Digest::Sm3([3; 32]) };
	for subject in [other_achievement, other_terms, NoticeSubject::Grant(GrantId(1))] {
		let notice = NoticeFacts { subject, ..closed("2019-12-17") };
		assert_eq!(judge(&agreement(), &with_notice(&notice)), refusal, "{subject:?}");
	}
	let of_another = NoticeFacts { by: MemberId(2), ..closed("2019-12-17") };
	assert_eq!(judge(&agreement(), &with_notice(&of_another)), refusal);
	assert_eq!(judge(&agreement(), &facts()), refusal, "there is no such notice");
}

#[test]
fn c7_agreement_should_be_refused_when_its_day_is_unknown() {
	let notice = closed("2019-12-17");
	for date in [EventDate::Year(2019), EventDate::Month { year: 2019, month: 12 }] {
		let event = PriceEvent { date, ..agreement() };
		assert_eq!(judge(&event, &with_notice(&notice)), Err(PriceRefusal::DayUnknown));
	}
}

#[test]
fn c7_agreement_with_a_related_party_should_need_the_version_of_the_venues_rules() {
	let notice = closed("2019-12-17");
	let mut event = PriceEvent { related_party: true, ..agreement() };
	assert_eq!(judge(&event, &with_notice(&notice)), Err(PriceRefusal::NoVenueRules));
	event.venue = None;
	assert_eq!(judge(&event, &with_notice(&notice)), Err(PriceRefusal::NoVenueRules));

	let rules = VenueRules { version: text("2019年第2版"), digest: None };
	event.venue = Some(Venue { place: Named::Member(MemberId(7)), rules: Some(rules) });
	assert!(judge(&event, &with_notice(&notice)).is_ok());
}

#[test]
fn c7_auction_with_a_related_party_should_need_no_rules_of_the_venue() {
	let event = PriceEvent { related_party: true, ..auction() };
	assert!(judge(&event, &facts()).is_ok());
}

#[test]
fn s2_1_exemption_should_be_stated_when_listed_or_auctioned_at_an_exchange_of_the_province() {
	for mode in [PriceMode::Listing, PriceMode::Auction] {
		let event = PriceEvent { mode, ..auction() };
		let expected =
			PriceJudgement { appraisal: AppraisalGround::ExchangeExemption, notice: None };
		assert_eq!(judge(&event, &facts()), Ok(expected));
		assert!(exchange_exemption(&event, &facts()));
	}
}

#[test]
fn s2_1_exemption_should_not_be_stated_when_one_condition_is_missing() {
	let event = auction();
	let elsewhere = PriceFacts { provincial_exchange: false, ..facts() };
	let secret = PriceFacts { secrecy: true, ..facts() };
	for facts in [elsewhere, secret] {
		assert!(!exchange_exemption(&event, &facts));
		assert_eq!(judge(&event, &facts), Err(PriceRefusal::AppraisalUndecided), "{facts:?}");
	}
	for mode in [PriceMode::Agreement, PriceMode::Appraisal, PriceMode::TrialFirst] {
		assert!(!exchange_exemption(&PriceEvent { mode, ..auction() }, &facts()), "{mode:?}");
	}
	assert!(!exchange_exemption(&PriceEvent { venue: None, ..auction() }, &facts()));
	let private = PriceFacts { state_established: false, ..facts() };
	assert!(!exchange_exemption(&event, &private), "nobody exempts whom nobody binds");
}

#[test]
fn c7_appraisal_should_be_the_units_own_decision_when_nothing_exempts() {
	let elsewhere = PriceFacts { provincial_exchange: false, ..facts() };
	let mut event = PriceEvent { appraisal: Some(decision(false)), ..auction() };
	let ground = |event: &PriceEvent| judge(event, &elsewhere).map(|judgement| judgement.appraisal);
	assert_eq!(ground(&event), Ok(AppraisalGround::OwnDecision { appraise: false }));

	event.appraisal = Some(decision(true));
	assert_eq!(ground(&event), Err(PriceRefusal::NoValuation));
	event.valuation = Some(valuation());
	assert_eq!(ground(&event), Ok(AppraisalGround::OwnDecision { appraise: true }));

	event.appraisal = Some(AppraisalDecision { by: MemberId(2), ..decision(true) });
	assert_eq!(ground(&event), Err(PriceRefusal::AppraisalNotByHolder { found: MemberId(2) }));
}

#[test]
fn c7_failed_event_should_need_no_decision_whether_to_appraise() {
	let event = PriceEvent {
		price: Price::Unstated,
		buyer: None,
		outcome: PriceOutcome::Failed,
		..auction()
	};
	let elsewhere = PriceFacts { provincial_exchange: false, ..facts() };
	let expected = PriceJudgement { appraisal: AppraisalGround::NothingSold, notice: None };
	assert_eq!(judge(&event, &elsewhere), Ok(expected));
}

#[test]
fn c7_appraisal_mode_should_need_its_valuation() {
	let mut event =
		PriceEvent { mode: PriceMode::Appraisal, appraisal: Some(decision(true)), ..auction() };
	assert_eq!(event.check(), Err(PriceRefusal::NoValuation));
	event.valuation = Some(valuation());
	assert!(judge(&event, &facts()).is_ok());
}

#[test]
fn c7_reserve_should_be_set_by_the_holder_and_every_completer() {
	let mut event = auction();
	event.reserve = reserve(yuan(3_000_000), &COMPLETERS);
	assert!(judge(&event, &facts()).is_ok());

	event.reserve = reserve(yuan(3_000_000), &COMPLETERS[..1]);
	let missing = PriceRefusal::ReserveNotByCompleters { member: COMPLETERS[1] };
	assert_eq!(judge(&event, &facts()), Err(missing));

	event.reserve = reserve(yuan(3_000_000), &[COMPLETERS[0], COMPLETERS[1], MemberId(13)]);
	let too_many = PriceRefusal::ReserveNotByCompleters { member: MemberId(13) };
	assert_eq!(judge(&event, &facts()), Err(too_many));

	event.reserve = reserve(yuan(3_000_000), &[COMPLETERS[1], COMPLETERS[0]]);
	let disordered = PriceRefusal::ReserveNotByCompleters { member: COMPLETERS[0] };
	assert_eq!(judge(&event, &facts()), Err(disordered));
}

#[test]
fn c7_reserve_should_be_refused_when_another_member_set_it() {
	let mut event = auction();
	event.reserve = reserve(yuan(3_000_000), &COMPLETERS)
		.map(|reserve| Reserve { holder: MemberId(9), ..reserve });
	let refusal = PriceRefusal::ReserveNotByHolder { found: MemberId(9) };
	assert_eq!(judge(&event, &facts()), Err(refusal));
}

#[test]
fn c7_reserve_of_other_holders_should_need_no_completer() {
	let mut event = auction();
	event.reserve = reserve(yuan(3_000_000), &[]);
	let private = PriceFacts { state_established: false, ..facts() };
	assert!(judge(&event, &private).is_ok());
}

#[test]
fn c7_sale_should_be_refused_when_one_fen_below_the_reserve() {
	let mut event = auction();
	event.reserve = reserve(yuan(3_200_000), &COMPLETERS);
	assert!(event.check().is_ok());

	let above = Amount::fen(320_000_001);
	event.reserve = reserve(above, &COMPLETERS);
	let refusal = PriceRefusal::BelowReserve { reserve: above, found: yuan(3_200_000) };
	assert_eq!(event.check(), Err(refusal));
}

#[test]
fn c7_price_of_what_was_not_sold_should_be_refused() {
	for outcome in [PriceOutcome::Failed, PriceOutcome::Withdrawn] {
		let event = PriceEvent { outcome, ..auction() };
		assert_eq!(event.check(), Err(PriceRefusal::NothingSold));
		let event = PriceEvent { price: Price::Unstated, ..event };
		assert_eq!(event.check(), Err(PriceRefusal::NothingSold), "it has a buyer");
		assert!(PriceEvent { buyer: None, ..event }.check().is_ok());
	}
}

fn two_lots(allocation: Allocation) -> PriceEvent {
	let lot = |id| Lot {
		subject: LotSubject::Achievement(AchievementId(id)),
		interest: LotInterest::Ownership,
	};
	PriceEvent { lots: bounded([lot(5), lot(6)]), allocation, ..auction() }
}

#[test]
fn c7_lots_should_sum_to_the_price_to_the_fen() {
	let price = yuan(3_200_000);
	let event = two_lots(Allocation::PerLot(bounded([yuan(3_000_000), yuan(200_000)])));
	assert_eq!(event.check(), Ok(()));
	let priced: Vec<_> = event.priced().collect();
	let one = |id, price| (vec![AchievementId(id)], yuan(price));
	assert_eq!(priced, [one(5, 3_000_000), one(6, 200_000)]);

	for second in [19_999_999, 20_000_001] {
		let amounts = bounded([yuan(3_000_000), Amount::fen(second)]);
		let found = Amount::fen(300_000_000 + second);
		let refusal = PriceRefusal::AllocationSum { price, found };
		assert_eq!(two_lots(Allocation::PerLot(amounts)).check(), Err(refusal));
	}
}

#[test]
fn c7_undivided_price_should_be_of_all_lots_together() {
	let event = two_lots(Allocation::Undivided);
	assert_eq!(event.check(), Ok(()));
	let together = vec![AchievementId(5), AchievementId(6)];
	assert_eq!(event.priced().collect::<Vec<_>>(), [(together, yuan(3_200_000))]);
	for price in [Price::Unstated, Price::Open, Price::Sealed(Commitment([1; 32]))] {
		assert_eq!(PriceEvent { price, ..event.clone() }.priced().count(), 0);
	}
}

#[test]
fn c7_price_of_a_bundle_should_be_of_all_its_achievements() {
	let bundle = Lot {
		subject: LotSubject::Bundle(bounded([AchievementId(5), AchievementId(6)])),
		interest: LotInterest::UseRight(UseForm::Exclusive),
	};
	let event = PriceEvent { lots: bounded([bundle]), ..auction() };
	assert_eq!(event.check(), Ok(()));
	assert_eq!(event.priced().map(|(together, _)| together.len()).collect::<Vec<_>>(), [2]);
	assert_eq!(event.achievements().collect::<Vec<_>>(), [AchievementId(5), AchievementId(6)]);
}

#[test]
fn c7_allocation_should_be_refused_when_amounts_and_lots_differ_in_number() {
	let event = two_lots(Allocation::PerLot(bounded([yuan(3_200_000)])));
	assert_eq!(event.check(), Err(PriceRefusal::AllocationCount { lots: 2, found: 1 }));
}

#[test]
fn c7_allocation_should_be_refused_when_the_price_is_no_open_amount() {
	let amounts = Allocation::PerLot(bounded([yuan(1), yuan(1)]));
	for price in [Price::Unstated, Price::Open, Price::Sealed(Commitment([1; 32]))] {
		let event = PriceEvent { price, ..two_lots(amounts.clone()) };
		assert_eq!(event.check(), Err(PriceRefusal::AllocationWithoutPrice));
	}
}

#[test]
fn c7_event_should_be_refused_when_currencies_are_mixed() {
	let dollars = Amount::new(1, USD);
	let event = PriceEvent { starting: Some(dollars), ..auction() };
	assert_eq!(event.check(), Err(PriceRefusal::MixedCurrencies));
	let event = PriceEvent { reserve: reserve(dollars, &COMPLETERS), ..auction() };
	assert_eq!(event.check(), Err(PriceRefusal::MixedCurrencies));
	let event = two_lots(Allocation::PerLot(bounded([yuan(3_200_000), dollars])));
	assert_eq!(event.check(), Err(PriceRefusal::MixedCurrencies));
}

#[test]
fn c7_lots_should_be_refused_when_wrong() {
	let with = |lot: Lot| PriceEvent { lots: bounded([lot]), ..auction() };
	let bundle = |ids: &[u64]| Lot {
		subject: LotSubject::Bundle(bounded(ids.iter().copied().map(AchievementId))),
		interest: LotInterest::Ownership,
	};
	assert_eq!(PriceEvent { lots: bounded([]), ..auction() }.check(), Err(PriceRefusal::NoLot));
	for ids in [&[][..], &[1], &[2, 1], &[1, 1]] {
		assert_eq!(with(bundle(ids)).check(), Err(PriceRefusal::WrongBundle { lot: 0 }), "{ids:?}");
	}
	for found in [0, 1_000_001] {
		let lot = Lot { interest: LotInterest::Share(found), ..described("滴眼液") };
		assert_eq!(with(lot).check(), Err(PriceRefusal::WrongShare { lot: 0, found }));
	}
	let event = PriceEvent { lots: bounded([bundle(&[1, 2]), bundle(&[2, 3])]), ..auction() };
	let refusal = PriceRefusal::RepeatedAchievement { achievement: AchievementId(2) };
	assert_eq!(event.check(), Err(refusal));
}

#[test]
fn c7_event_should_be_refused_when_a_name_is_no_text() {
	let wrong = || Named::Name(Text(bounded([0xff])));
	let events = [
		PriceEvent { holder: wrong(), ..auction() },
		PriceEvent { buyer: Some(wrong()), ..auction() },
		PriceEvent { venue: Some(Venue { place: wrong(), rules: None }), ..auction() },
		PriceEvent { valuation: Some(Valuation { valuer: wrong(), ..valuation() }), ..auction() },
		PriceEvent {
			venue: Some(Venue {
				place: Named::Member(UNIT),
				rules: Some(VenueRules { version: Text(bounded([])), digest: None }),
			}),
			..auction()
		},
		PriceEvent {
			lots: bounded([Lot {
				subject: LotSubject::Described(Text(bounded([7]))),
				interest: LotInterest::Unstated,
			}]),
			..auction()
		},
	];
	for event in events {
		assert_eq!(event.check(), Err(PriceRefusal::WrongText));
	}
}

#[test]
fn c7_event_should_be_refused_when_there_is_no_such_date() {
	let wrong = [
		EventDate::Day(Date(u32::MAX)),
		EventDate::Month { year: 2018, month: 13 },
		EventDate::Month { year: 2018, month: 0 },
		EventDate::Year(10_000),
	];
	for date in wrong {
		assert_eq!(PriceEvent { date, ..auction() }.check(), Err(PriceRefusal::WrongDate));
	}
	assert!(PriceEvent { date: EventDate::Unstated, ..auction() }.check().is_ok());
}

#[test]
fn s2_1_secrecy_should_be_defence_and_national_security_only() {
	let secret: Vec<_> =
		ExclusionClass::ALL.iter().copied().filter(|class| touches_secrecy(*class)).collect();
	assert_eq!(secret, [ExclusionClass::Defence, ExclusionClass::NationalSecurity]);
}

#[test]
fn s2_1_exchange_should_be_one_of_the_province() {
	let hangzhou = Location::Division(330_100);
	let shanghai = Location::Division(310_000);
	assert!(is_provincial_exchange(MemberKind::Exchange, &hangzhou, 33));
	assert!(!is_provincial_exchange(MemberKind::Agency, &hangzhou, 33));
	assert!(!is_provincial_exchange(MemberKind::Exchange, &shanghai, 33));
	let abroad = Location::Foreign { country: Territory::Country(*b"SG"), register: text("UEN 1") };
	assert!(!is_provincial_exchange(MemberKind::Exchange, &abroad, 33));
}
