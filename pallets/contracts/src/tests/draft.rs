//! Drafts: C1, C2 and C4 before anyone signs.

use super::*;
use crate::income::{Consideration, ConsiderationPart, Equity, Named, Quantity, Total};
use quanqi_title::UseBasis;
use quanqi_types::{Currency, Date, Digest};

#[test]
fn draft_should_wait_for_every_party_when_proper() {
	Ledger::new().build_and_execute(|| {
		let id = draft(&plain_transfer());
		let contract = contract(id);
		assert_eq!(contract.state, ContractState::Draft);
		assert_eq!(contract.pending.map(|pending| pending.version), Some(1));
		assert!(ContractsOf::<Test>::contains_key(member(ENTERPRISE), id));
	});
}

#[test]
fn c1_draft_should_refuse_when_there_is_one_party() {
	Ledger::new().build_and_execute(|| {
		let mut terms = plain_transfer();
		terms.parties.truncate(1);
		refuses_draft!(terms, TooFewParties);
	});
}

#[test]
fn c1_draft_should_refuse_when_a_member_is_a_party_twice() {
	Ledger::new().build_and_execute(|| {
		refuses_draft!(add_party(plain_transfer(), INSTITUTE, PartyRole::Broker), PartyRepeated);
	});
}

#[test]
fn c1_draft_should_refuse_when_nobody_takes() {
	Ledger::new().build_and_execute(|| {
		let mut terms = plain_transfer();
		terms.parties[1].role = PartyRole::Broker;
		refuses_draft!(terms, RoleMissing);
	});
}

#[test]
fn c1_draft_should_refuse_when_the_caller_is_no_party() {
	Ledger::new().build_and_execute(|| {
		let terms = Box::new(plain_transfer());
		assert_noop!(TechnologyContracts::draft(key(BUYER), terms, None), Error::<Test>::NotParty);
	});
}

#[test]
fn draft_should_refuse_when_a_party_is_unknown() {
	Ledger::new().build_and_execute(|| {
		refuses_draft!(add_party(plain_transfer(), STRANGER, PartyRole::Other), UnknownMember);
	});
}

#[test]
fn draft_should_refuse_when_the_agent_is_a_party() {
	Ledger::new().build_and_execute(|| {
		quanqi_traits::testing::FakeMembers::mandate(1, INSTITUTE, ENTERPRISE);
		let terms = Box::new(plain_transfer());
		let mandate = Some(quanqi_types::MandateId(1));
		assert!(TechnologyContracts::draft(key(ENTERPRISE), terms, mandate).is_err());
	});
}

#[test]
fn c2_draft_should_refuse_when_the_kind_cannot_have_the_effect() {
	Ledger::new().build_and_execute(|| {
		for kind in [
			ContractKind::Development,
			ContractKind::Licence,
			ContractKind::Consulting,
			ContractKind::Service,
		] {
			let mut terms = plain_transfer();
			terms.kind = kind;
			let by = key(INSTITUTE);
			let result = TechnologyContracts::draft(by, Box::new(terms), None);
			let expected = match kind {
				ContractKind::Licence => Error::<Test>::EffectMissing,
				_ => Error::<Test>::EffectUnfit,
			};
			assert_noop!(result, expected);
		}
	});
}

#[test]
fn c2_draft_should_refuse_when_a_transfer_moves_nothing() {
	Ledger::new().build_and_execute(|| {
		refuses_draft!(with(plain_transfer(), vec![]), EffectMissing);
	});
}

#[test]
fn c2_draft_should_allow_a_service_contract_without_effects() {
	Ledger::new().build_and_execute(|| {
		draft(&terms(ContractKind::Service, UNIVERSITY, ENTERPRISE));
	});
}

#[test]
fn c2_draft_should_refuse_when_who_receives_is_no_party() {
	Ledger::new().build_and_execute(|| {
		let effects = vec![transfer(OTHER_PATENT, INSTITUTE, BUYER, WHOLE_PPM)];
		refuses_draft!(with(plain_transfer(), effects), EffectPartyMissing);
	});
}

#[test]
fn c2_draft_should_refuse_a_trial_as_an_effect() {
	Ledger::new().build_and_execute(|| {
		let mut grant = licence(INSTITUTE, ENTERPRISE, UseForm::Ordinary);
		grant.basis = UseBasis::Trial;
		let effect = Effect::GrantUse { achievement: OTHER_PATENT, terms: Box::new(grant) };
		refuses_draft!(with(plain_licence(), vec![effect]), EffectMalformed);
	});
}

#[test]
fn c2_draft_should_refuse_when_the_achievement_is_unknown() {
	Ledger::new().build_and_execute(|| {
		let unknown = quanqi_types::AchievementId(99);
		let effects = vec![transfer(unknown, INSTITUTE, ENTERPRISE, 1)];
		refuses_draft!(with(plain_transfer(), effects), UnknownAchievement);
	});
}

#[test]
fn c2_draft_should_refuse_an_agreed_date_when_the_office_decides() {
	Ledger::new().build_and_execute(|| {
		let effect = Effect::TransferShare {
			achievement: OTHER_PATENT,
			from: member(INSTITUTE),
			to: member(ENTERPRISE),
			ppm: 1,
			on: Some(in_days(3)),
		};
		refuses_draft!(with(plain_transfer(), vec![effect]), OfficeDateDecides);
	});
}

fn allocated(minor: [u128; 2]) -> Terms {
	let effects = vec![
		transfer(OTHER_PATENT, INSTITUTE, ENTERPRISE, 10),
		Effect::JointUse { achievement: SOFTWARE },
	];
	let mut terms = with(plain_transfer(), effects);
	let lines = [
		AllocatedPrice { achievement: SOFTWARE, price: Amount::fen(minor[0]) },
		AllocatedPrice { achievement: OTHER_PATENT, price: Amount::fen(minor[1]) },
	];
	terms.prices = PriceAllocation::Allocated(lines.to_vec().try_into().unwrap());
	terms
}

#[test]
fn c2_draft_should_allow_one_undivided_price_for_several_achievements() {
	Ledger::new().build_and_execute(|| {
		let mut terms = allocated([1, 1]);
		terms.prices = PriceAllocation::Undivided;
		draft(&terms);
	});
}

#[test]
fn c2_draft_should_refuse_when_allocated_prices_are_off_by_one_fen() {
	Ledger::new().build_and_execute(|| {
		refuses_draft!(allocated([4_000, 5_999]), PriceUnallocated);
		draft(&allocated([4_000, 6_000]));
	});
}

#[test]
fn c2_draft_should_refuse_when_an_achievement_has_no_price() {
	Ledger::new().build_and_execute(|| {
		let mut terms = allocated([4_000, 6_000]);
		terms.effects.truncate(1);
		refuses_draft!(terms, PriceUnallocated);
	});
}

#[test]
fn c2_draft_should_refuse_a_conversion_into_nothing() {
	Ledger::new().build_and_execute(|| {
		let convert =
			Effect::ConvertTrial { trial: TRIAL, achievement: PATENT, user: member(ENTERPRISE) };
		let effects = vec![transfer(OTHER_PATENT, INSTITUTE, ENTERPRISE, 1), convert];
		refuses_draft!(with(plain_transfer(), effects), EffectMalformed);
	});
}

#[test]
fn c4_draft_should_refuse_when_the_digest_is_no_sha_256() {
	Ledger::new().build_and_execute(|| {
		let mut terms = plain_transfer();
		terms.instrument = Digest::Sm3([1; 32]);
		refuses_draft!(terms, WrongInstrument);
	});
}

#[test]
fn c4_draft_should_refuse_the_key_of_another_contract_naming_the_first() {
	Ledger::new().build_and_execute(|| {
		let first = signed(&plain_licence());
		let mut second = plain_licence();
		second.instrument = digest(2);
		let by = key(INSTITUTE);
		assert_noop!(
			TechnologyContracts::draft(by, Box::new(second), None),
			Error::<Test>::KeyTaken(first.into())
		);
	});
}

#[test]
fn c4_draft_should_refuse_the_instrument_of_another_contract_naming_the_first() {
	Ledger::new().build_and_execute(|| {
		signed(&terms(ContractKind::Service, UNIVERSITY, BUYER));
		let first = {
			let mut terms = plain_licence();
			terms.instrument = digest(7);
			signed(&terms)
		};
		let mut second = plain_licence();
		second.number = label("ZD-2026-002");
		second.instrument = digest(7);
		let by = key(INSTITUTE);
		assert_noop!(
			TechnologyContracts::draft(by, Box::new(second), None),
			Error::<Test>::InstrumentTaken(first.into())
		);
	});
}

#[test]
fn c4_keys_should_differ_when_number_date_or_seller_do() {
	Ledger::new().build_and_execute(|| {
		signed(&plain_licence());
		let mut other = plain_licence();
		other.instrument = digest(2);
		other.date = Date(other.date.0 - 1);
		signed(&other);
		assert_eq!(contract(ContractId(1)).state, ContractState::Signed);
	});
}

#[test]
fn draft_should_refuse_when_the_number_is_no_text() {
	Ledger::new().build_and_execute(|| {
		let mut terms = plain_transfer();
		terms.number = quanqi_types::Text(vec![0xff].try_into().unwrap());
		refuses_draft!(terms, WrongText);
	});
}

#[test]
fn c7_draft_should_refuse_when_a_price_event_is_named_twice() {
	Ledger::new().build_and_execute(|| {
		let mut terms = plain_transfer();
		terms.price_events = vec![0, 0].try_into().unwrap();
		refuses_draft!(terms, PriceEventRepeated);
	});
}

#[test]
fn c8_draft_should_refuse_when_the_total_is_off_by_one_fen() {
	Ledger::new().build_and_execute(|| {
		let mut terms = plain_transfer();
		let parts = vec![ConsiderationPart::LumpSum(PRICE)].try_into().unwrap();
		let total = Total::Fixed(Amount::fen(PRICE.minor + 1));
		terms.consideration =
			ConsiderationTerms::Open(Consideration { currency: Currency::CNY, parts, total });
		refuses_draft!(terms, ConsiderationMalformed);
	});
}

#[test]
fn c2_equity_should_be_noted_as_a_conversion_when_signed() {
	Ledger::new().build_and_execute(|| {
		let mut terms = plain_transfer();
		let equity = Equity {
			company: Named::Member(member(ENTERPRISE)),
			stake: Quantity::Ppm(720_000),
			value: None,
			recipients: Default::default(),
		};
		terms.consideration = ConsiderationTerms::Open(Consideration {
			currency: Currency::CNY,
			parts: vec![ConsiderationPart::Equity(equity)].try_into().unwrap(),
			total: Total::Fixed(Amount::fen(0)),
		});
		signed(&terms);
		assert_eq!(idle_conversions(), vec![OTHER_PATENT]);
	});
}

#[test]
fn draft_should_refuse_when_an_effect_of_nothing_is_undone() {
	Ledger::new().build_and_execute(|| {
		let mut terms = plain_transfer();
		terms.undoes = vec![0].try_into().unwrap();
		refuses_draft!(terms, EffectMalformed);
	});
}
