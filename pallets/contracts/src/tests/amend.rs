//! Amendments: version n + 1, which all sign.

use super::*;

fn amendment() -> Terms {
	let mut terms = with(plain_licence(), vec![]);
	terms.instrument = digest(2);
	terms
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
