use super::*;
use quanqi_traits::Conversion;
use quanqi_types::{AchievementId, Currency};

fn check(id: TrialId, user: u32, price: Option<Amount>) -> sp_runtime::DispatchResult {
	Trials::check_conversion(&conversion(id, user, price))
}

fn on(conversion: ConversionTerms) -> EntryTerms {
	EntryTerms { conversion, ..terms() }
}

/// R12: the trial is converted, its right ends, its place is free, and the contract is known.
#[test]
fn converted_should_end_the_right_and_name_the_contract() {
	Ledger::new().build_and_execute(|| {
		let number = entered(terms());
		let id = convert_declared(ENTERPRISE, None);
		let right = trial(id).run.unwrap().right;
		let price = cny(320_000_000);
		assert_ok!(Trials::converted(&conversion(id, ENTERPRISE, price), ContractId(7)));
		assert!(title().right(right).is_none());
		let converted = Converted { contract: ContractId(7), price, fee: None };
		assert_eq!(trial(id).converted, Some(converted));
		assert_eq!((state_of(id), entry().active), (TrialState::Converted, 0));
		assert!(Contenders::<Test>::get(PATENT, number).is_empty());
		assert!(events().contains(&Event::TrialConverted { trial: id, converted }));
	});
}

/// R12: a contract that replaces the right itself leaves nothing to end.
#[test]
fn converted_should_leave_the_right_that_replaced_the_trials() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = convert_declared(ENTERPRISE, None);
		let mut grant = licence(UseForm::Ordinary, ENTERPRISE);
		grant.replaces = Some(trial(id).run.unwrap().right);
		let act = Act::UseGranted(Box::new(grant));
		let consents = [(ENTERPRISE, ConsentRole::Recipient)];
		let step = agreed(UNIVERSITY, Cause::Contract(ContractId(7)), act, &consents);
		let licence = ToldTitles::append(PATENT, step).unwrap();
		assert_ok!(Trials::converted(&conversion(id, ENTERPRISE, None), ContractId(7)));
		assert!(title().right(licence).is_some());
	});
}

/// R12: a fixed price is met to the fen.
#[test]
fn check_conversion_should_fail_when_the_price_is_not_the_fixed_one() {
	Ledger::new().build_and_execute(|| {
		entered(on(ConversionTerms::Fixed(Amount::fen(100))));
		let id = convert_declared(ENTERPRISE, None);
		for price in [99, 101] {
			assert_noop!(check(id, ENTERPRISE, cny(price)), Error::<Test>::NotFixedPrice);
		}
		let dollars = Some(Amount::new(100, Currency(*b"USD")));
		assert_noop!(check(id, ENTERPRISE, dollars), Error::<Test>::NotFixedPrice);
		assert_noop!(check(id, ENTERPRISE, None), Error::<Test>::PriceHidden);
		assert_ok!(check(id, ENTERPRISE, cny(100)));
	});
}

/// R12: a price is not above the cap.
#[test]
fn check_conversion_should_fail_when_the_price_is_above_the_cap() {
	Ledger::new().build_and_execute(|| {
		entered(on(ConversionTerms::Cap(Amount::fen(100))));
		let id = convert_declared(ENTERPRISE, None);
		assert_noop!(check(id, ENTERPRISE, cny(101)), Error::<Test>::AboveCap);
		assert_noop!(check(id, ENTERPRISE, None), Error::<Test>::PriceHidden);
		assert_ok!(check(id, ENTERPRISE, cny(100)));
		assert_ok!(check(id, ENTERPRISE, cny(1)));
	});
}

/// R12: by formula or to be agreed, any price will do, also a sealed one.
#[test]
fn check_conversion_should_allow_any_price_when_none_was_fixed() {
	for terms in [ConversionTerms::Formula(digest(1)), ConversionTerms::ToBeAgreed] {
		Ledger::new().build_and_execute(|| {
			entered(on(terms));
			let id = convert_declared(ENTERPRISE, None);
			for price in [None, cny(0), cny(u128::MAX)] {
				assert_ok!(check(id, ENTERPRISE, price));
			}
		});
	}
}

/// R12, R22: the terms of the entry bind after it has left the pool and entered on others.
#[test]
fn check_conversion_should_follow_the_terms_of_the_trials_own_entry() {
	Ledger::new().build_and_execute(|| {
		entered(on(ConversionTerms::Fixed(Amount::fen(100))));
		let id = convert_declared(ENTERPRISE, None);
		assert_ok!(Trials::leave_pool(key(UNIVERSITY), PATENT, None));
		entered(on(ConversionTerms::Fixed(Amount::fen(200))));
		assert_ok!(check(id, ENTERPRISE, cny(100)));
		assert_noop!(check(id, ENTERPRISE, cny(200)), Error::<Test>::NotFixedPrice);
	});
}

/// R12: the contract is about this trial.
#[test]
fn check_conversion_should_fail_when_achievement_or_user_are_others() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = convert_declared(ENTERPRISE, None);
		assert_noop!(check(id, RIVAL, None), Error::<Test>::OtherTrial);
		let achievement = AchievementId(2);
		let other = Conversion { achievement, ..conversion(id, ENTERPRISE, None) };
		assert_noop!(Trials::check_conversion(&other), Error::<Test>::OtherTrial);
		let unknown = conversion(TrialId(9), ENTERPRISE, None);
		assert_noop!(Trials::check_conversion(&unknown), Error::<Test>::NoSuchTrial);
	});
}

/// R12: only what is lawful is converted.
#[test]
fn converted_should_fail_when_the_conversion_is_not_lawful() {
	Ledger::new().build_and_execute(|| {
		entered(on(ConversionTerms::Fixed(Amount::fen(100))));
		let id = convert_declared(ENTERPRISE, None);
		assert_noop!(
			Trials::converted(&conversion(id, ENTERPRISE, cny(1)), ContractId(7)),
			Error::<Test>::NotFixedPrice
		);
	});
}

/// R13: who declared first converts first; then the other may.
#[test]
fn first_declared_should_go_first() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let first = convert_declared(ENTERPRISE, None);
		let second = convert_declared(RIVAL, None);
		let turn = Error::<Test>::OtherGoesFirst(Found::new(first.0));
		assert_noop!(check(second, RIVAL, None), turn);
		assert_ok!(Trials::converted(&conversion(first, ENTERPRISE, None), ContractId(1)));
		assert_ok!(check(second, RIVAL, None));
	});
}

/// R13: who goes first and does not convert in time stands in nobody's way.
#[test]
fn first_declared_should_lose_its_turn_when_its_time_is_over() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let first = convert_declared(ENTERPRISE, None);
		advance_days(20);
		let second = convert_declared(RIVAL, None);
		advance_days(9);
		assert!(check(second, RIVAL, None).is_err());
		advance_days(2);
		assert_ok!(check(second, RIVAL, None));
		let turn = Error::<Test>::OtherGoesFirst(Found::new(second.0));
		assert_noop!(check(first, ENTERPRISE, None), turn);
	});
}

/// R13: a user that stops gives its turn to the next.
#[test]
fn first_declared_should_give_its_turn_on_when_it_stops() {
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let first = convert_declared(ENTERPRISE, None);
		let second = convert_declared(RIVAL, None);
		assert_ok!(Trials::declare_stop(key(ENTERPRISE), first, None));
		assert_ok!(check(second, RIVAL, None));
	});
}

fn by_offer() -> EntryTerms {
	EntryTerms { tie: TieRule::HighestOffer, ..on(ConversionTerms::Cap(Amount::fen(100))) }
}

/// R13: the highest offer goes first, of equal ones the earlier.
#[test]
fn highest_offer_should_go_first() {
	Ledger::new().build_and_execute(|| {
		entered(by_offer());
		let low = convert_declared(ENTERPRISE, cny(10));
		let high = convert_declared(RIVAL, cny(20));
		let late = convert_declared(THIRD, cny(20));
		let turn = || Error::<Test>::OtherGoesFirst(Found::new(high.0));
		assert_noop!(check(low, ENTERPRISE, cny(10)), turn());
		assert_noop!(check(late, THIRD, cny(20)), turn());
		assert_ok!(check(high, RIVAL, cny(20)));
	});
}

/// R13: an offer is a word: the price is not below it.
#[test]
fn check_conversion_should_fail_when_the_price_is_below_the_offer() {
	Ledger::new().build_and_execute(|| {
		entered(by_offer());
		let id = convert_declared(ENTERPRISE, cny(10));
		assert_noop!(check(id, ENTERPRISE, cny(9)), Error::<Test>::BelowOffer);
		assert_ok!(check(id, ENTERPRISE, cny(10)));
	});
}

/// R13.
#[test]
fn declare_conversion_should_fail_when_the_offer_does_not_fit() {
	Ledger::new().build_and_execute(|| {
		entered(by_offer());
		let id = running(ENTERPRISE);
		let declare = |offer| Trials::declare_conversion(key(ENTERPRISE), id, offer, None);
		assert_noop!(declare(None), Error::<Test>::OfferMissing);
		assert_noop!(declare(cny(101)), Error::<Test>::WrongOffer);
		let foreign = Some(Amount::new(1, Currency(*b"USD")));
		assert_noop!(declare(foreign), Error::<Test>::WrongOffer);
		let none = Some(Amount::new(1, Currency(*b"usd")));
		assert_noop!(declare(none), Error::<Test>::WrongCurrency);
		assert_ok!(declare(cny(100)));
	});
}

/// R13: offers in several currencies cannot be compared.
#[test]
fn declare_conversion_should_fail_when_the_other_offers_have_another_currency() {
	Ledger::new().build_and_execute(|| {
		entered(EntryTerms { tie: TieRule::HighestOffer, ..terms() });
		convert_declared(ENTERPRISE, cny(10));
		let id = running(RIVAL);
		let offer = Some(Amount::new(1, Currency(*b"USD")));
		assert_noop!(
			Trials::declare_conversion(key(RIVAL), id, offer, None),
			Error::<Test>::WrongOffer
		);
	});
}

fn contender(id: TrialId) -> Contender {
	let trial = trial(id);
	let all = Contenders::<Test>::get(trial.achievement, trial.entry);
	*all.iter().find(|contender| contender.trial == id).unwrap()
}

fn by_choice() -> EntryTerms {
	EntryTerms { tie: TieRule::HolderChooses, ..terms() }
}

/// R13: among several, the one the holder chose.
#[test]
fn holder_should_choose_when_several_declared() {
	Ledger::new().build_and_execute(|| {
		let entry = entered(by_choice());
		let first = convert_declared(ENTERPRISE, None);
		assert_ok!(check(first, ENTERPRISE, None));
		let second = convert_declared(RIVAL, None);
		assert_noop!(check(first, ENTERPRISE, None), Error::<Test>::NotChosenYet);
		assert_ok!(Trials::choose(key(UNIVERSITY), second, None));
		let (achievement, old) = (PATENT, None);
		let priority_until = contender(second).priority_until;
		let new = second;
		let chosen = Event::UserChosen { achievement, entry, old, new, priority_until };
		assert_eq!(events(), [chosen]);
		let turn = Error::<Test>::OtherGoesFirst(Found::new(second.0));
		assert_noop!(check(first, ENTERPRISE, None), turn);
		assert_ok!(check(second, RIVAL, None));
		assert_ok!(Trials::converted(&conversion(second, RIVAL, None), ContractId(1)));
		assert_ok!(check(first, ENTERPRISE, None));
	});
}

/// R13: who is chosen late has its whole time from the choice.
#[test]
fn chosen_user_should_go_first_for_its_time_from_the_choice() {
	Ledger::new().build_and_execute(|| {
		entered(by_choice());
		let first = convert_declared(ENTERPRISE, None);
		advance_days(25);
		let second = convert_declared(RIVAL, None);
		assert_ok!(Trials::choose(key(UNIVERSITY), first, None));
		advance_days(29);
		let turn = Error::<Test>::OtherGoesFirst(Found::new(first.0));
		assert_noop!(check(second, RIVAL, None), turn);
		assert_noop!(
			Trials::close(key(UNIVERSITY), first, None),
			Error::<Test>::WrongState(TrialState::ConvertDeclared)
		);
		advance_days(4);
		assert_ok!(check(second, RIVAL, None));
	});
}

/// R13: choosing in turns moves nobody's time a second time.
#[test]
fn choosing_again_should_not_count_the_time_anew() {
	Ledger::new().build_and_execute(|| {
		entered(by_choice());
		let first = convert_declared(ENTERPRISE, None);
		let second = convert_declared(RIVAL, None);
		assert_ok!(Trials::choose(key(UNIVERSITY), first, None));
		let until = contender(first).priority_until;
		advance_days(20);
		assert_ok!(Trials::choose(key(UNIVERSITY), first, None));
		assert_ok!(Trials::choose(key(UNIVERSITY), second, None));
		assert_ok!(Trials::choose(key(UNIVERSITY), first, None));
		assert_eq!(contender(first).priority_until, until);
	});
}

/// R13.
#[test]
fn choose_should_fail_when_the_member_is_not_the_unit_or_the_rule_leaves_no_choice() {
	Ledger::new().build_and_execute(|| {
		entered(by_choice());
		let id = convert_declared(ENTERPRISE, None);
		assert_noop!(Trials::choose(key(RIVAL), id, None), Error::<Test>::NotUnit);
	});
	Ledger::new().build_and_execute(|| {
		entered(terms());
		let id = convert_declared(ENTERPRISE, None);
		assert_noop!(Trials::choose(key(UNIVERSITY), id, None), Error::<Test>::NothingToChoose);
	});
}

fn declared_through(fee: BrokersFee) -> TrialId {
	let broker = Some(Brokerage { broker: member(BROKER), fee });
	let entry = entered(terms());
	assert_ok!(Trials::request(key(ENTERPRISE), PATENT, entry, digest(3), broker, None));
	let id = TrialId(0);
	assert_ok!(Trials::approve(key(UNIVERSITY), id));
	assert_ok!(Trials::start(key(UNIVERSITY), id, None));
	assert_ok!(Trials::declare_conversion(key(ENTERPRISE), id, None, None));
	id
}

/// R18: the fee line at conversion, with the part, the amount and the floor of the day.
#[test]
fn converted_should_write_the_brokers_fee_line() {
	Ledger::new().build_and_execute(|| {
		let fee = BrokersFee::Part(60_000);
		let id = declared_through(fee);
		assert_ok!(Trials::converted(&conversion(id, ENTERPRISE, cny(1_000)), ContractId(1)));
		let line = FeeLine {
			broker: member(BROKER),
			fee,
			amount: cny(60),
			part: Some(60_000),
			floor: 50_000,
		};
		assert_eq!(trial(id).converted.unwrap().fee, Some(line));
		assert!(trial(id).flags.is_empty());
	});
}

/// R18: a binding floor refuses, naming the part found.
#[test]
fn check_conversion_should_fail_when_the_fee_is_below_a_binding_floor() {
	Ledger::new().build_and_execute(|| {
		let id = declared_through(BrokersFee::Part(49_999));
		let refused = Error::<Test>::FeeBelow(Found::new(49_999));
		assert_noop!(check(id, ENTERPRISE, cny(1_000)), refused);
	});
	Ledger::new().build_and_execute(|| {
		let id = declared_through(BrokersFee::Amount(Amount::fen(49)));
		let refused = Error::<Test>::FeeBelow(Found::new(49_000));
		assert_noop!(check(id, ENTERPRISE, cny(1_000)), refused);
		assert_ok!(check(id, ENTERPRISE, cny(980)));
	});
}

/// R18: the policy's floor only encourages: it flags, with the part required and the part found.
#[test]
fn converted_should_be_flagged_when_the_fee_is_below_an_encouraged_floor() {
	Ledger::new().build_and_execute(|| {
		FakeStatutes::encourage(RuleId::FacilitationFee);
		let id = declared_through(BrokersFee::Part(40_000));
		assert_ok!(Trials::converted(&conversion(id, ENTERPRISE, None), ContractId(1)));
		let flag = Flag::FeeBelow { required: 50_000, found: 40_000 };
		assert_eq!(trial(id).flags.to_vec(), [flag]);
		assert!(events().contains(&Event::TrialFlagged { trial: id, flag }));
	});
}

/// R18: a fee that cannot be judged, because the price is sealed, is flagged as such.
#[test]
fn converted_should_be_flagged_when_the_fee_cannot_be_judged() {
	Ledger::new().build_and_execute(|| {
		let id = declared_through(BrokersFee::Amount(Amount::fen(10)));
		assert_ok!(Trials::converted(&conversion(id, ENTERPRISE, None), ContractId(1)));
		assert_eq!(trial(id).flags.to_vec(), [Flag::FeeNotJudged]);
	});
}

/// R11: neither before a declaration nor after the end.
#[test]
fn check_conversion_should_fail_in_every_other_state() {
	for state in TrialState::ALL {
		if state == TrialState::ConvertDeclared {
			continue;
		}
		Ledger::new().build_and_execute(|| {
			entered(terms());
			let id = trial_in(state);
			assert_noop!(check(id, ENTERPRISE, None), Error::<Test>::NotDeclared(state));
			assert_noop!(
				Trials::converted(&conversion(id, ENTERPRISE, None), ContractId(1)),
				Error::<Test>::NotDeclared(state)
			);
		});
	}
}
