//! C8: consideration, payments and refunds.

use super::*;

fn consideration(
	total: Total,
	parts: impl IntoIterator<Item = ConsiderationPart>,
) -> Consideration {
	Consideration { currency: Currency::CNY, parts: bounded(parts), total }
}

fn fixed(minor: u128) -> Total {
	Total::Fixed(Amount::fen(minor))
}

fn capped(minor: u128) -> Total {
	Total::Capped(Amount::fen(minor))
}

fn lump(minor: u128) -> ConsiderationPart {
	ConsiderationPart::LumpSum(Amount::fen(minor))
}

fn instalment(minor: u128, due: Due) -> Instalment {
	Instalment { amount: Amount::fen(minor), due }
}

fn milestones(amounts: &[u128], cap: u128) -> ConsiderationPart {
	let milestone =
		|minor: &u128| Milestone { label: text("二期临床"), amount: Amount::fen(*minor) };
	ConsiderationPart::Milestones {
		milestones: bounded(amounts.iter().map(milestone)),
		cap: Amount::fen(cap),
	}
}

fn royalty(cap: Option<u128>) -> ConsiderationPart {
	ConsiderationPart::Royalty {
		rate: RoyaltyRate::Ppm(300_000),
		base: RoyaltyBase::NetProfit,
		cap: cap.map(Amount::fen),
	}
}

fn equity(stake: Quantity, recipients: &[Quantity]) -> Equity {
	Equity {
		company: Named::Name(text("上海上理太赫兹科技有限公司")),
		stake,
		value: None,
		recipients: bounded(
			recipients
				.iter()
				.map(|quantity| EquityRecipient { payee: unit_line(), quantity: *quantity }),
		),
	}
}

#[test]
fn c8_none_should_be_a_fixed_total_of_zero() {
	let none = Consideration::none(Currency::CNY);
	assert_eq!(none.check(), Ok(()));
	assert!(none.is_none());
	assert_eq!(none.total, fixed(0));
	assert_eq!(consideration(fixed(1), []).check(), Err(wrong_total(fixed(1), fixed(0))));
}

fn wrong_total(stated: Total, found: Total) -> ConsiderationRefusal {
	ConsiderationRefusal::WrongTotal { stated, found }
}

#[test]
fn c8_total_should_be_refused_when_off_by_one_fen() {
	let parts = || [lump(100), lump(50)];
	assert_eq!(consideration(fixed(150), parts()).check(), Ok(()));
	for stated in [149, 151] {
		let refusal = wrong_total(fixed(stated), fixed(150));
		assert_eq!(consideration(fixed(stated), parts()).check(), Err(refusal));
	}
}

#[test]
fn c8_instalments_should_sum_to_the_total_by_date_and_milestone() {
	let part = ConsiderationPart::Instalments(bounded([
		instalment(30, Due::Signing),
		instalment(30, Due::Day(day("2027-01-01"))),
		instalment(41, Due::Milestone(text("验收"))),
	]));
	assert_eq!(consideration(fixed(101), [part.clone()]).check(), Ok(()));
	let refusal = wrong_total(fixed(100), fixed(101));
	assert_eq!(consideration(fixed(100), [part]).check(), Err(refusal));
}

#[test]
fn c8_milestones_should_cap_the_total() {
	let parts = || [lump(100), milestones(&[50, 60], 80)];
	assert_eq!(consideration(capped(180), parts()).check(), Ok(()));
	for wrong in [fixed(180), capped(210), capped(179), Total::Open] {
		let refusal = wrong_total(wrong, capped(180));
		assert_eq!(consideration(wrong, parts()).check(), Err(refusal));
	}
}

#[test]
fn c8_milestones_should_be_refused_when_the_cap_is_above_their_sum() {
	let refusal =
		ConsiderationRefusal::CapAboveSum { sum: Amount::fen(110), found: Amount::fen(111) };
	assert_eq!(consideration(capped(111), [milestones(&[50, 60], 111)]).check(), Err(refusal));
}

#[test]
fn c8_royalty_should_leave_the_total_open() {
	assert_eq!(consideration(Total::Open, [lump(100), royalty(None)]).check(), Ok(()));
	let refusal = wrong_total(fixed(100), Total::Open);
	assert_eq!(consideration(fixed(100), [lump(100), royalty(None)]).check(), Err(refusal));
	assert_eq!(consideration(capped(500), [royalty(Some(500))]).check(), Ok(()));
}

#[test]
fn c8_royalty_should_be_refused_when_its_rate_is_above_the_whole() {
	let part = |ppm| ConsiderationPart::Royalty {
		rate: RoyaltyRate::Ppm(ppm),
		base: RoyaltyBase::NetSales,
		cap: None,
	};
	assert_eq!(consideration(Total::Open, [part(1_000_000)]).check(), Ok(()));
	let refusal = ConsiderationRefusal::RateAboveWhole { found: 1_000_001 };
	assert_eq!(consideration(Total::Open, [part(1_000_001)]).check(), Err(refusal));
}

#[test]
fn c8_contingent_part_should_be_capped_when_its_amount_is_known_and_open_otherwise() {
	let part = |amount| ConsiderationPart::Contingent { condition: text("试用期满"), amount };
	assert_eq!(consideration(capped(7), [part(Some(Amount::fen(7)))]).check(), Ok(()));
	assert_eq!(consideration(Total::Open, [part(None)]).check(), Ok(()));
}

#[test]
fn c8_zero_now_and_payment_later_should_be_said_in_the_open() {
	let part = ConsiderationPart::Instalments(bounded([
		instalment(0, Due::Signing),
		instalment(5_000_000, Due::Milestone(text("免费试用一年期满"))),
	]));
	assert_eq!(consideration(fixed(5_000_000), [part]).check(), Ok(()));
	assert_eq!(consideration(fixed(0), [lump(0)]).check(), Ok(()));
}

#[test]
fn c8_part_should_be_refused_when_it_says_nothing() {
	let empty: [ConsiderationPart; 9] = [
		ConsiderationPart::Instalments(bounded([])),
		milestones(&[], 0),
		milestones(&[5, 0], 5),
		milestones(&[5], 0),
		royalty(Some(0)),
		ConsiderationPart::Royalty {
			rate: RoyaltyRate::Ppm(0),
			base: RoyaltyBase::GrossSales,
			cap: None,
		},
		ConsiderationPart::Royalty {
			rate: RoyaltyRate::PerPiece(Amount::fen(0)),
			base: RoyaltyBase::GrossSales,
			cap: None,
		},
		ConsiderationPart::Contingent { condition: text("a"), amount: Some(Amount::fen(0)) },
		ConsiderationPart::Equity(equity(Quantity::Units(0), &[])),
	];
	for part in empty {
		let refusal = ConsiderationRefusal::EmptyPart { part: 1 };
		assert_eq!(
			consideration(Total::Open, [lump(1), part.clone()]).check(),
			Err(refusal),
			"{part:?}"
		);
	}
}

#[test]
fn c8_currency_should_be_one() {
	let dollars = Amount::new(1, USD);
	let mixed = ConsiderationRefusal::MixedCurrencies { currency: Currency::CNY, found: USD };
	let parts = [
		ConsiderationPart::LumpSum(dollars),
		ConsiderationPart::Instalments(bounded([Instalment {
			amount: dollars,
			due: Due::Signing,
		}])),
		ConsiderationPart::Royalty {
			rate: RoyaltyRate::PerPiece(dollars),
			base: RoyaltyBase::NetSales,
			cap: None,
		},
		ConsiderationPart::Royalty {
			rate: RoyaltyRate::Ppm(1),
			base: RoyaltyBase::NetSales,
			cap: Some(dollars),
		},
		ConsiderationPart::Contingent { condition: text("a"), amount: Some(dollars) },
		ConsiderationPart::Equity(Equity {
			value: Some(dollars),
			..equity(Quantity::Units(1), &[])
		}),
		ConsiderationPart::Milestones {
			milestones: bounded([Milestone { label: text("a"), amount: dollars }]),
			cap: Amount::fen(1),
		},
	];
	for part in parts {
		assert_eq!(consideration(Total::Open, [part.clone()]).check(), Err(mixed), "{part:?}");
	}
	let total = Total::Fixed(Amount::new(1, USD));
	assert_eq!(consideration(total, [lump(1)]).check(), Err(mixed));
}

#[test]
fn c8_total_should_be_refused_when_beyond_the_largest_number() {
	let refusal = Err(ConsiderationRefusal::Overflow);
	assert_eq!(consideration(Total::Open, [lump(u128::MAX), lump(1)]).check(), refusal);
	let part = ConsiderationPart::Instalments(bounded([
		instalment(u128::MAX, Due::Signing),
		instalment(1, Due::Signing),
	]));
	assert_eq!(consideration(Total::Open, [part]).check(), refusal);
}

#[test]
fn c8_texts_and_dates_should_be_checked() {
	let wrong = || Text(bounded([0xff]));
	let parts = [
		ConsiderationPart::Instalments(bounded([instalment(1, Due::Milestone(wrong()))])),
		ConsiderationPart::Milestones {
			milestones: bounded([Milestone { label: wrong(), amount: Amount::fen(1) }]),
			cap: Amount::fen(1),
		},
		ConsiderationPart::Royalty {
			rate: RoyaltyRate::Ppm(1),
			base: RoyaltyBase::Other(wrong()),
			cap: None,
		},
		ConsiderationPart::Contingent { condition: wrong(), amount: None },
		ConsiderationPart::Equity(Equity {
			company: Named::Name(Text(bounded([0xff]))),
			..equity(Quantity::Units(1), &[])
		}),
	];
	for part in parts {
		let found = consideration(Total::Open, [part.clone()]).check();
		assert_eq!(found, Err(ConsiderationRefusal::WrongText), "{part:?}");
	}
	let late = Due::Day(Date(u32::MAX));
	let part = ConsiderationPart::Instalments(bounded([instalment(1, late)]));
	let found = consideration(fixed(1), [part]).check();
	assert_eq!(found, Err(ConsiderationRefusal::WrongDate));
}

#[test]
fn c8_equity_should_sum_over_its_recipients() {
	let units = |numbers: &[u64]| {
		let parts: Vec<_> = numbers.iter().copied().map(Quantity::Units).collect();
		let part = ConsiderationPart::Equity(equity(Quantity::Units(1_000), &parts));
		consideration(fixed(0), [part]).check()
	};
	assert_eq!(units(&[800, 200]), Ok(()));
	assert_eq!(units(&[]), Ok(()), "it is distributed later");
	for (numbers, sum) in [([800, 199], 999), ([800, 201], 1_001)] {
		let refusal = ConsiderationRefusal::WrongRecipients {
			stake: Quantity::Units(1_000),
			found: Quantity::Units(sum),
		};
		assert_eq!(units(&numbers), Err(refusal));
	}
	let nothing = ConsiderationRefusal::WrongRecipients {
		stake: Quantity::Units(1_000),
		found: Quantity::Units(0),
	};
	assert_eq!(units(&[1_000, 0]), Err(nothing));
}

#[test]
fn c8_equity_should_be_refused_when_recipients_are_measured_otherwise() {
	let part =
		ConsiderationPart::Equity(equity(Quantity::Ppm(200_000), &[Quantity::Units(200_000)]));
	let refusal = ConsiderationRefusal::WrongRecipients {
		stake: Quantity::Ppm(200_000),
		found: Quantity::Units(200_000),
	};
	assert_eq!(consideration(fixed(0), [part]).check(), Err(refusal));
}

#[test]
fn c8_stake_should_be_refused_when_it_is_money_or_above_the_whole_company() {
	for stake in [fen(5), Quantity::Ppm(1_000_001)] {
		let part = ConsiderationPart::Equity(equity(stake, &[]));
		let refusal = ConsiderationRefusal::WrongStake { found: stake };
		assert_eq!(consideration(fixed(0), [part]).check(), Err(refusal));
	}
}

#[test]
fn c8_payment_should_be_refused_when_one_fen_above_the_fixed_total() {
	let consideration = consideration(fixed(100), [lump(100)]);
	let payments = Payments::new(&consideration);
	let payments = payments.with_payment(&consideration, 0, Amount::fen(60)).unwrap();
	let refusal =
		ConsiderationRefusal::AboveLimit { limit: Amount::fen(100), found: Amount::fen(101) };
	assert_eq!(payments.with_payment(&consideration, 0, Amount::fen(41)), Err(refusal));
	let full = payments.with_payment(&consideration, 0, Amount::fen(40)).unwrap();
	assert_eq!(full.net(), Some(Amount::fen(100)));
}

#[test]
fn c8_payment_should_be_allowed_again_after_a_refund() {
	let consideration = consideration(fixed(100), [lump(100)]);
	let payments = Payments::new(&consideration)
		.with_payment(&consideration, 0, Amount::fen(100))
		.and_then(|payments| payments.with_refund(&consideration, 0, Amount::fen(30)))
		.and_then(|payments| payments.with_payment(&consideration, 0, Amount::fen(30)))
		.unwrap();
	assert_eq!(payments.net(), Some(Amount::fen(100)));
	let refusal =
		ConsiderationRefusal::AboveLimit { limit: Amount::fen(100), found: Amount::fen(101) };
	assert_eq!(payments.with_payment(&consideration, 0, Amount::fen(1)), Err(refusal));
}

#[test]
fn c8_refund_should_be_refused_when_above_what_is_paid() {
	let consideration = consideration(fixed(100), [lump(100)]);
	let payments = Payments::new(&consideration)
		.with_payment(&consideration, 0, Amount::fen(50))
		.and_then(|payments| payments.with_refund(&consideration, 0, Amount::fen(20)))
		.unwrap();
	let refusal =
		ConsiderationRefusal::RefundAbovePaid { paid: Amount::fen(30), found: Amount::fen(31) };
	assert_eq!(payments.with_refund(&consideration, 0, Amount::fen(31)), Err(refusal));
}

#[test]
fn c8_payment_should_be_limited_by_its_part_when_another_part_is_open() {
	let consideration = consideration(Total::Open, [milestones(&[50, 60], 80), royalty(None)]);
	let payments = Payments::new(&consideration);
	let refusal =
		ConsiderationRefusal::AboveLimit { limit: Amount::fen(80), found: Amount::fen(81) };
	assert_eq!(payments.with_payment(&consideration, 0, Amount::fen(81)), Err(refusal));
	assert!(payments.with_payment(&consideration, 1, Amount::fen(u128::MAX)).is_ok());
	assert_eq!(consideration.limit_of(0), Ok(Some(Amount::fen(80))));
	assert_eq!(consideration.limit_of(1), Ok(None));
}

#[test]
fn c8_payment_should_be_refused_when_the_part_is_equity_or_none() {
	let part = ConsiderationPart::Equity(equity(Quantity::Units(10), &[]));
	let consideration = consideration(fixed(1), [lump(1), part]);
	let payments = Payments::new(&consideration);
	for part in [1, 2, u32::MAX] {
		let refusal = Err(ConsiderationRefusal::NotPayable { part });
		assert_eq!(payments.with_payment(&consideration, part, Amount::fen(1)), refusal);
		assert_eq!(consideration.limit_of(part), Err(ConsiderationRefusal::NotPayable { part }));
	}
	let refusal = Err(ConsiderationRefusal::NotPayable { part: 2 });
	assert_eq!(payments.with_refund(&consideration, 2, Amount::fen(1)), refusal);
}

#[test]
fn c8_payment_and_refund_should_be_refused_when_of_nothing_or_in_another_currency() {
	let consideration = consideration(fixed(100), [lump(100)]);
	let payments = Payments::new(&consideration);
	let nothing = Err(ConsiderationRefusal::ZeroPayment);
	assert_eq!(payments.with_payment(&consideration, 0, Amount::fen(0)), nothing);
	assert_eq!(payments.with_refund(&consideration, 0, Amount::fen(0)), nothing);
	let mixed = Err(ConsiderationRefusal::MixedCurrencies { currency: Currency::CNY, found: USD });
	let dollar = Amount::new(1, USD);
	assert_eq!(payments.with_payment(&consideration, 0, dollar), mixed);
	assert_eq!(payments.with_refund(&consideration, 0, dollar), mixed);
}

#[test]
fn c8_payments_should_be_refused_when_they_overflow() {
	let consideration = consideration(Total::Open, [royalty(None)]);
	let payments = Payments::new(&consideration)
		.with_payment(&consideration, 0, Amount::fen(u128::MAX))
		.unwrap();
	let found = payments.with_payment(&consideration, 0, Amount::fen(1));
	assert_eq!(found, Err(ConsiderationRefusal::Overflow));
}
