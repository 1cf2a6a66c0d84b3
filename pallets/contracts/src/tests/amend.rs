//! Amendments: version n + 1, which all sign.

use super::*;

/// An amendment of signed terms that adds nothing yet.
fn following(terms: Terms) -> Terms {
	let mut next = with(terms, vec![]);
	next.instrument = digest(2);
	next
}

fn amendment() -> Terms {
	following(plain_licence())
}

fn amend(by: u32, id: ContractId, terms: Terms) -> sp_runtime::DispatchResult {
	TechnologyContracts::amend(key(by), id, Box::new(terms), None)
}

#[test]
fn amend_should_bind_when_all_have_signed_again() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&plain_licence());
		assert_ok!(amend(ENTERPRISE, id, amendment()));
		assert_ok!(sign(INSTITUTE, id));
		assert_eq!(contract(id).version, 1);
		assert_ok!(sign(ENTERPRISE, id));
		assert_eq!(contract(id).version, 2);
		assert_eq!(title(OTHER_PATENT).rights.len(), 1);
	});
}

#[test]
fn c10_amend_should_undo_the_effects_it_names() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&plain_licence());
		let mut terms = amendment();
		terms.undoes = vec![0].try_into().unwrap();
		assert_ok!(amend(ENTERPRISE, id, terms));
		assert_ok!(sign_all(id));
		assert!(title(OTHER_PATENT).rights.is_empty());
		assert_eq!(effect(id, 0).state, EffectState::Undone);
	});
}

#[test]
fn amend_should_add_effects_to_those_of_earlier_versions() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&plain_licence());
		let effects = vec![grant(OTHER_PATENT, UseForm::Ordinary, ENTERPRISE)];
		assert_ok!(amend(ENTERPRISE, id, with(amendment(), effects)));
		assert_ok!(sign_all(id));
		assert_eq!(title(OTHER_PATENT).rights.len(), 2);
		assert_eq!(contract(id).effects, 2);
		assert_eq!(effect(id, 1).version, 2);
	});
}

#[test]
fn amend_should_refuse_other_kind_number_date_or_parties() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&plain_licence());
		let changes: [fn(&mut Terms); 4] = [
			|terms| terms.kind = ContractKind::Transfer,
			|terms| terms.number = label("another"),
			|terms| terms.date.0 += 1,
			|terms| terms.parties[1].role = PartyRole::Other,
		];
		for change in changes {
			let mut terms = amendment();
			change(&mut terms);
			assert_noop!(amend(INSTITUTE, id, terms), Error::<Test>::AmendmentDiffers);
		}
	});
}

#[test]
fn amend_should_refuse_while_another_version_waits() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&plain_licence());
		assert_ok!(amend(INSTITUTE, id, amendment()));
		assert_noop!(amend(INSTITUTE, id, amendment()), Error::<Test>::VersionPending);
		assert_ok!(TechnologyContracts::withdraw(key(ENTERPRISE), id, None));
		assert_ok!(amend(INSTITUTE, id, amendment()));
	});
}

#[test]
fn c4_amend_should_refuse_an_instrument_that_was_signed() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&plain_licence());
		let mut terms = amendment();
		terms.instrument = digest(1);
		assert_noop!(amend(INSTITUTE, id, terms), Error::<Test>::InstrumentTaken(id.into()));
	});
}

#[test]
fn c8_amend_should_refuse_a_total_below_what_was_paid() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&plain_licence());
		let paid = payment(50, ENTERPRISE, INSTITUTE, PRICE);
		assert_ok!(TechnologyContracts::attest_payment(key(BANK), id, paid));
		let mut terms = amendment();
		terms.consideration = fixed(Amount::fen(PRICE.minor - 1));
		assert_ok!(amend(INSTITUTE, id, terms));
		assert_ok!(sign(INSTITUTE, id));
		assert_noop!(sign(ENTERPRISE, id), Error::<Test>::PaymentTooLarge);
	});
}

#[test]
fn c11_amend_should_not_open_what_was_sealed() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&plain_licence());
		let mut terms = amendment();
		terms.seal = Some(Seal { root: [1; 32], fields: 1 });
		terms.consideration = ConsiderationTerms::Sealed;
		assert_noop!(amend(INSTITUTE, id, terms), Error::<Test>::SealMismatch);
	});
}

#[test]
fn amend_should_refuse_to_undo_what_is_not_there() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&plain_licence());
		let mut terms = amendment();
		terms.undoes = vec![3].try_into().unwrap();
		assert_noop!(amend(INSTITUTE, id, terms), Error::<Test>::UnknownEffect);
	});
}

#[test]
fn amend_should_refuse_more_effects_than_the_bound() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&plain_licence());
		let effect = Effect::JointUse { achievement: OTHER_PATENT };
		let terms = with(amendment(), vec![effect; 32]);
		assert_noop!(amend(INSTITUTE, id, terms), Error::<Test>::TooManyEffects);
	});
}

#[test]
fn amend_should_refuse_who_is_no_party() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&plain_licence());
		assert_noop!(amend(BUYER, id, amendment()), Error::<Test>::NotParty);
	});
}

/// The university's licence at the price of its auction, signed.
fn auctioned() -> (ContractId, Terms) {
	let terms = university_licence();
	let id = signed(&terms);
	(id, following(terms))
}

#[test]
fn c7_amend_should_refuse_another_price_for_what_stands() {
	Ledger::new().build_and_execute(|| {
		let (id, terms) = auctioned();
		for found in [PRICE.minor - 1, PRICE.minor + 1, 0] {
			let mut terms = terms.clone();
			terms.consideration = fixed(Amount::fen(found));
			assert_noop!(amend(UNIVERSITY, id, terms), Error::<Test>::PriceDiffers);
		}
		for consideration in [royalty(), capped(PRICE)] {
			let mut terms = terms.clone();
			terms.consideration = consideration;
			assert_noop!(amend(UNIVERSITY, id, terms), Error::<Test>::PriceDiffers);
		}
		assert_ok!(amend(UNIVERSITY, id, terms));
		assert_ok!(sign_all(id));
	});
}

#[test]
fn c7_amend_should_refuse_an_allocation_without_what_stands() {
	Ledger::new().build_and_execute(|| {
		let (id, mut terms) = auctioned();
		terms.prices = allocated(SOFTWARE, PRICE);
		assert_noop!(amend(UNIVERSITY, id, terms), Error::<Test>::PriceDiffers);
	});
}

#[test]
fn c7_amend_should_still_name_the_event_of_what_stands() {
	Ledger::new().build_and_execute(|| {
		let (id, mut terms) = auctioned();
		let low = Amount::fen(1);
		terms.consideration = fixed(low);
		terms.price_events = Default::default();
		assert_noop!(amend(UNIVERSITY, id, terms.clone()), Error::<Test>::PriceEventMissing);
		let another = record_auction(vec![PATENT], crate::income::Price::Amount(low));
		terms.price_events = vec![another].try_into().unwrap();
		assert_noop!(amend(UNIVERSITY, id, terms), Error::<Test>::PriceEventMissing);
	});
}

#[test]
fn c7_amend_should_keep_to_the_first_event_through_later_versions() {
	Ledger::new().build_and_execute(|| {
		let (id, mut terms) = auctioned();
		assert_ok!(amend(UNIVERSITY, id, terms.clone()));
		assert_ok!(sign_all(id));
		terms.instrument = digest(3);
		terms.consideration = fixed(Amount::fen(1));
		assert_noop!(amend(UNIVERSITY, id, terms), Error::<Test>::PriceDiffers);
	});
}

#[test]
fn c7_amend_should_be_free_of_the_event_of_what_it_undoes() {
	Ledger::new().build_and_execute(|| {
		let (id, mut terms) = auctioned();
		terms.undoes = vec![0].try_into().unwrap();
		terms.price_events = Default::default();
		terms.consideration = fixed(Amount::fen(1));
		assert_ok!(amend(UNIVERSITY, id, terms));
		assert_ok!(sign_all(id));
	});
}

/// While the software is the enterprise's, the university still needs an event to give it again.
#[test]
fn c7_amend_should_need_an_event_for_what_is_undone_and_given_again() {
	Ledger::new().build_and_execute(|| {
		let event = record_auction(vec![SOFTWARE], crate::income::Price::Amount(PRICE));
		let effects = vec![transfer(SOFTWARE, UNIVERSITY, ENTERPRISE, WHOLE_PPM)];
		let mut terms = with(terms(ContractKind::Transfer, UNIVERSITY, ENTERPRISE), effects);
		terms.price_events = vec![event].try_into().unwrap();
		let id = signed(&terms);
		assert_eq!(title(SOFTWARE).owners.part_of(member(ENTERPRISE)), WHOLE_PPM);
		terms.instrument = digest(2);
		terms.undoes = vec![0].try_into().unwrap();
		terms.price_events = Default::default();
		terms.consideration = fixed(Amount::fen(1));
		assert_noop!(amend(UNIVERSITY, id, terms), Error::<Test>::PriceEventMissing);
	});
}

/// The institute's licence by which the enterprise converts, without any price event.
fn converting() -> (ContractId, Terms) {
	let convert =
		Effect::ConvertTrial { trial: TRIAL, achievement: OTHER_PATENT, user: member(ENTERPRISE) };
	let licence = grant(OTHER_PATENT, UseForm::Ordinary, ENTERPRISE);
	let mut terms = with(plain_licence(), vec![licence, convert]);
	terms.consideration = fixed(TRIAL_PRICE);
	let id = signed(&terms);
	(id, following(terms))
}

#[test]
fn r12_amend_should_refuse_another_price_for_a_conversion() {
	Ledger::new().build_and_execute(|| {
		let (id, mut terms) = converting();
		assert_eq!(converted_by(), Some(id));
		for consideration in [fixed(Amount::fen(1)), royalty(), capped(TRIAL_PRICE)] {
			terms.consideration = consideration;
			assert_noop!(amend(INSTITUTE, id, terms.clone()), Error::<Test>::PriceDiffers);
		}
		terms.consideration = fixed(TRIAL_PRICE);
		assert_ok!(amend(INSTITUTE, id, terms));
		assert_ok!(sign_all(id));
	});
}

#[test]
fn r12_amend_should_keep_the_price_where_only_the_conversion_is_undone() {
	Ledger::new().build_and_execute(|| {
		let (id, mut terms) = converting();
		terms.undoes = vec![1].try_into().unwrap();
		terms.consideration = fixed(Amount::fen(1));
		assert_noop!(amend(INSTITUTE, id, terms.clone()), Error::<Test>::PriceDiffers);
		terms.undoes = vec![0, 1].try_into().unwrap();
		assert_ok!(amend(INSTITUTE, id, terms));
		assert_ok!(sign_all(id));
	});
}

#[test]
fn r12_amend_should_keep_the_price_for_what_is_given_anew() {
	Ledger::new().build_and_execute(|| {
		let (id, mut terms) = converting();
		terms.effects =
			vec![grant(OTHER_PATENT, UseForm::Ordinary, ENTERPRISE)].try_into().unwrap();
		terms.undoes = vec![0, 1].try_into().unwrap();
		terms.consideration = fixed(Amount::fen(1));
		assert_noop!(amend(INSTITUTE, id, terms), Error::<Test>::PriceDiffers);
	});
}

/// The added conversion costs a part of one price for two achievements, which nobody can compare.
#[test]
fn r12_amend_should_hide_the_price_of_a_conversion_in_no_undivided_price() {
	Ledger::new().build_and_execute(|| {
		let reserve = Effect::Reserve {
			achievement: PATENT,
			by: member(UNIVERSITY),
			beneficiary: member(ENTERPRISE),
			scope: Box::new(everywhere()),
			period: quanqi_types::Period { from: start(), until: Some(in_days(30)) },
		};
		let parties = add_party(plain_licence(), UNIVERSITY, PartyRole::Seller);
		let id = signed(&with(parties.clone(), vec![reserve]));
		let convert = Effect::ConvertTrial {
			trial: TRIAL,
			achievement: OTHER_PATENT,
			user: member(ENTERPRISE),
		};
		let effects = vec![grant(OTHER_PATENT, UseForm::Ordinary, ENTERPRISE), convert];
		let mut terms = with(parties, effects);
		terms.instrument = digest(2);
		terms.consideration = fixed(TRIAL_PRICE);
		assert_ok!(amend(INSTITUTE, id, terms));
		assert_ok!(sign(INSTITUTE, id));
		assert_ok!(sign(ENTERPRISE, id));
		let refused = sp_runtime::DispatchError::Other("the price is hidden");
		assert_noop!(sign(UNIVERSITY, id), refused);
	});
}
