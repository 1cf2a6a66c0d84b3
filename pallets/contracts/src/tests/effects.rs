//! C2 and C6: what binds with the last signature, all or none, under the law of titles.

use super::*;
use quanqi_title::{Cause, ConsentRole};
use quanqi_traits::testing::FakeTitles;
use quanqi_types::Period;

#[test]
fn c6_transfer_of_a_patent_should_be_agreed_on_signing_and_move_with_the_office() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&plain_transfer());
		let agreed = title(OTHER_PATENT).agreed_transfers[0].sequence;
		assert!(title(OTHER_PATENT).owners.contains(member(INSTITUTE)));
		assert_eq!(effect(id, 0).state, EffectState::Agreed);
		office_registers(OTHER_PATENT, agreed);
		assert_eq!(title(OTHER_PATENT).owners.part_of(member(ENTERPRISE)), WHOLE_PPM);
		assert_eq!(effect(id, 0).state, EffectState::Done);
	});
}

#[test]
fn c6_entries_should_say_which_contract_made_them() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&plain_transfer());
		let last = FakeTitles::history(OTHER_PATENT).pop().unwrap();
		assert_eq!(last.body().cause, Cause::Contract(id));
		assert_eq!(last.body().actor.member, member(INSTITUTE));
		let recipient = last.body().consents.iter().find(|c| c.member == member(ENTERPRISE));
		assert_eq!(recipient.unwrap().role, ConsentRole::Recipient);
	});
}

#[test]
fn c6_licence_should_run_from_its_agreed_date() {
	Ledger::new().build_and_execute(|| {
		let mut grant = licence(INSTITUTE, ENTERPRISE, UseForm::Exclusive);
		grant.period = Period { from: in_days(30), until: Some(in_days(60)) };
		let effect = Effect::GrantUse { achievement: OTHER_PATENT, terms: Box::new(grant) };
		signed(&with(plain_licence(), vec![effect]));
		let right = title(OTHER_PATENT).rights[0].clone();
		assert!(!title(OTHER_PATENT).is_live(&right, in_days(29)));
		assert!(title(OTHER_PATENT).is_live(&right, in_days(30)));
	});
}

#[test]
fn c6_software_should_move_at_once_when_no_date_is_agreed() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&software_transfer(None));
		assert_eq!(title(SOFTWARE).owners.part_of(member(ENTERPRISE)), WHOLE_PPM);
		assert_eq!(effect(id, 0).state, EffectState::Done);
	});
}

/// The university's software to the enterprise, at a price found at the exchange.
fn software_transfer(on: Option<quanqi_types::Moment>) -> Terms {
	let effect = Effect::TransferShare {
		achievement: SOFTWARE,
		from: member(UNIVERSITY),
		to: member(ENTERPRISE),
		ppm: WHOLE_PPM,
		on,
	};
	let event = record_auction(vec![SOFTWARE], crate::income::Price::Amount(PRICE));
	let mut terms = with(terms(ContractKind::Transfer, UNIVERSITY, ENTERPRISE), vec![effect]);
	terms.price_events = vec![event].try_into().unwrap();
	terms
}

#[test]
fn t2_software_should_move_on_its_agreed_day_when_the_calendar_comes_to_it() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&software_transfer(Some(in_days(3))));
		advance_days(2);
		poll();
		assert!(title(SOFTWARE).owners.contains(member(UNIVERSITY)));
		advance_days(2);
		poll();
		assert_eq!(title(SOFTWARE).owners.part_of(member(ENTERPRISE)), WHOLE_PPM);
		assert_eq!(effect(id, 0).state, EffectState::Done);
	});
}

#[test]
fn t2_complete_transfer_should_refuse_before_its_day_and_move_after() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&software_transfer(Some(in_days(3))));
		let complete = || TechnologyContracts::complete_transfer(key(AGENT), id, 0);
		assert_noop!(complete(), Error::<Test>::NotDue);
		advance_days(3);
		assert_ok!(complete());
		assert_noop!(complete(), Error::<Test>::NotDue);
		assert!(!title(SOFTWARE).owners.contains(member(UNIVERSITY)));
	});
}

#[test]
fn t2_a_stalled_transfer_should_be_tried_again_when_the_hold_is_over() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&software_transfer(Some(in_days(3))));
		hold(SOFTWARE, 5);
		advance_days(4);
		poll();
		assert!(matches!(events().last(), Some(Event::TransferStalled { .. })));
		assert_eq!(effect(id, 0).state, EffectState::Agreed);
		advance_days(2);
		poll();
		assert_eq!(effect(id, 0).state, EffectState::Done);
	});
}

#[test]
fn t2_calendar_should_begin_at_the_first_look_when_nothing_was_ever_due() {
	Ledger::new().build_and_execute(|| {
		assert_eq!(DueCursor::<Test>::get(), None);
		poll();
		let today = Pallet::<Test>::present().date();
		assert_eq!(DueCursor::<Test>::get(), today.plus_days(1));
	});
}

#[test]
fn c6_sign_should_bind_nobody_when_one_effect_is_unlawful() {
	Ledger::new().build_and_execute(|| {
		signed(&plain_licence_named("first", UseForm::Exclusive, 2));
		let mut terms = plain_licence_named("second", UseForm::Ordinary, 3);
		terms.effects.try_insert(0, Effect::JointUse { achievement: PATENT }).unwrap();
		let before = title(OTHER_PATENT);
		let id = draft(&terms);
		assert_ok!(sign(INSTITUTE, id));
		assert_noop!(
			sign(ENTERPRISE, id),
			sp_runtime::DispatchError::Other("an exclusive right stands in the way")
		);
		assert_eq!(title(OTHER_PATENT), before);
		assert_eq!(contract(id).state, ContractState::Draft);
		assert_eq!(SignaturesOf::<Test>::get(id, 1).len(), 1);
	});
}

fn plain_licence_named(number: &str, form: UseForm, seed: u8) -> Terms {
	let holder = if form == UseForm::Exclusive { BUYER } else { ENTERPRISE };
	let mut terms = terms(ContractKind::Licence, INSTITUTE, holder);
	terms.number = label(number);
	terms.instrument = digest(seed);
	with(terms, vec![grant(OTHER_PATENT, form, holder)])
}

#[test]
fn t8_sign_should_refuse_when_a_co_owner_is_no_party() {
	let co_owned = Ledger::new().owned_by(&[(UNIVERSITY, 600_000), (BUYER, 400_000)]);
	co_owned.build_and_execute(|| {
		let mut terms = university_licence();
		terms = with(terms, vec![grant(PATENT, UseForm::Exclusive, ENTERPRISE)]);
		let id = draft(&terms);
		assert_ok!(sign(UNIVERSITY, id));
		assert_noop!(
			sign(ENTERPRISE, id),
			sp_runtime::DispatchError::Other("a co-owner's consent is missing")
		);
	});
}

#[test]
fn t8_a_co_owner_should_consent_by_signing_the_contract() {
	let co_owned = Ledger::new().owned_by(&[(UNIVERSITY, 600_000), (BUYER, 400_000)]);
	co_owned.build_and_execute(|| {
		let mut terms = add_party(university_licence(), BUYER, PartyRole::Consenter);
		terms = with(terms, vec![grant(PATENT, UseForm::Exclusive, ENTERPRISE)]);
		signed(&terms);
		assert_eq!(title(PATENT).rights.len(), 1);
	});
}

fn pre_empted_transfer() -> ContractId {
	let event = record_auction(vec![PATENT], crate::income::Price::Amount(PRICE));
	let effects = vec![transfer(PATENT, UNIVERSITY, ENTERPRISE, WHOLE_PPM)];
	let mut terms = with(terms(ContractKind::Transfer, UNIVERSITY, ENTERPRISE), effects);
	terms.price_events = vec![event].try_into().unwrap();
	draft(&terms)
}

#[test]
fn t8_silence_should_waive_a_pre_emption_after_the_governed_days_only() {
	Ledger::new().pre_empted_by(COMPLETER).build_and_execute(|| {
		let id = pre_empted_transfer();
		assert_ok!(sign(UNIVERSITY, id));
		let refused = sp_runtime::DispatchError::Other("a pre-emption is not waived");
		assert_noop!(sign(ENTERPRISE, id), refused);
		advance_days(16);
		assert_ok!(sign(ENTERPRISE, id));
		let last = FakeTitles::history(PATENT).pop().unwrap();
		assert!(last.body().consents.iter().any(|consent| consent.deemed));
	});
}

#[test]
fn t8_silence_should_not_count_when_the_pre_emption_is_claimed() {
	Ledger::new().pre_empted_by(COMPLETER).build_and_execute(|| {
		let id = pre_empted_transfer();
		assert_ok!(TechnologyContracts::claim_pre_emption(key(COMPLETER), id, None));
		assert_ok!(sign(UNIVERSITY, id));
		advance_days(16);
		let refused = sp_runtime::DispatchError::Other("a pre-emption is not waived");
		assert_noop!(sign(ENTERPRISE, id), refused);
	});
}

#[test]
fn t8_claim_should_refuse_who_has_no_pre_emption() {
	Ledger::new().pre_empted_by(COMPLETER).build_and_execute(|| {
		let id = pre_empted_transfer();
		assert_noop!(
			TechnologyContracts::claim_pre_emption(key(BUYER), id, None),
			Error::<Test>::NoPreEmption
		);
	});
}

fn development() -> Terms {
	let future = Effect::AssignFuture {
		label: label("the method to be developed"),
		from: member(INSTITUTE),
		to: member(ENTERPRISE),
		ppm: 500_000,
	};
	with(terms(ContractKind::Development, INSTITUTE, ENTERPRISE), vec![future])
}

#[test]
fn c2_a_future_achievement_should_wait_until_it_is_delivered() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&development());
		assert_eq!(effect(id, 0).state, EffectState::Awaited);
		let by = key(INSTITUTE);
		assert_ok!(TechnologyContracts::deliver_future(by, id, 0, OTHER_PATENT, None));
		assert_eq!(effect(id, 0).state, EffectState::Agreed);
		assert_eq!(title(OTHER_PATENT).agreed_transfers[0].ppm, 500_000);
	});
}

#[test]
fn c2_deliver_should_refuse_who_does_not_assign_and_a_second_time() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&development());
		let deliver = |by| TechnologyContracts::deliver_future(key(by), id, 0, OTHER_PATENT, None);
		assert_noop!(deliver(ENTERPRISE), Error::<Test>::NotParty);
		assert_ok!(deliver(INSTITUTE));
		assert_noop!(deliver(INSTITUTE), Error::<Test>::UnknownEffect);
	});
}

#[test]
fn c2_deliver_should_move_nothing_when_the_assignee_owns_enough() {
	let owned = Ledger::new().owned_by(&[(UNIVERSITY, 500_000), (ENTERPRISE, 500_000)]);
	owned.build_and_execute(|| {
		let id = signed(&development());
		let before = title(PATENT);
		assert_ok!(TechnologyContracts::deliver_future(key(INSTITUTE), id, 0, PATENT, None));
		assert_eq!(effect(id, 0).state, EffectState::Done);
		assert_eq!(title(PATENT), before);
	});
}

#[test]
fn c2_a_development_contract_should_reserve_rights() {
	Ledger::new().build_and_execute(|| {
		let reserve = Effect::Reserve {
			achievement: OTHER_PATENT,
			by: member(INSTITUTE),
			beneficiary: member(ENTERPRISE),
			scope: Box::new(everywhere()),
			period: Period { from: start(), until: Some(in_days(30)) },
		};
		signed(&with(development(), vec![reserve]));
		assert_eq!(title(OTHER_PATENT).reservations[0].beneficiary, member(ENTERPRISE));
	});
}

#[test]
fn c2_a_use_right_should_move_by_contract() {
	Ledger::new().build_and_execute(|| {
		let first = signed(&plain_licence());
		let right = effect(first, 0).entry.unwrap();
		let effect = Effect::TransferUse {
			achievement: OTHER_PATENT,
			right,
			from: member(ENTERPRISE),
			to: member(BUYER),
			ppm: 250_000,
		};
		signed(&with(terms(ContractKind::Transfer, ENTERPRISE, BUYER), vec![effect]).instrument(4));
		let holders = title(OTHER_PATENT).right(right).unwrap().terms.holders.clone();
		assert_eq!(holders.part_of(member(BUYER)), 250_000);
	});
}

/// Another instrument, for a second contract.
trait Instrument {
	fn instrument(self, seed: u8) -> Self;
}

impl Instrument for Terms {
	fn instrument(mut self, seed: u8) -> Self {
		self.instrument = digest(seed);
		self
	}
}

fn conversion(price: Amount) -> Terms {
	let mut terms = university_licence();
	terms
		.effects
		.try_push(Effect::ConvertTrial {
			trial: TRIAL,
			achievement: PATENT,
			user: member(ENTERPRISE),
		})
		.unwrap();
	terms.consideration = fixed(price);
	terms
}

#[test]
fn c2_a_trial_should_be_converted_within_its_declared_terms() {
	Ledger::new().build_and_execute(|| {
		let id = signed(&conversion(TRIAL_PRICE));
		assert_eq!(converted_by(), Some(id));
	});
}

#[test]
fn c2_a_conversion_outside_fixed_terms_should_bind_nobody() {
	Ledger::new().build_and_execute(|| {
		let event = record_auction(vec![PATENT], crate::income::Price::Open);
		let mut terms = conversion(Amount::fen(TRIAL_PRICE.minor + 1));
		terms.price_events = vec![event].try_into().unwrap();
		let id = draft(&terms);
		assert_ok!(sign(UNIVERSITY, id));
		let refused = sp_runtime::DispatchError::Other("outside the declared terms");
		assert_noop!(sign(ENTERPRISE, id), refused);
		assert_eq!(converted_by(), None);
	});
}

/// R12: an allocated line is no price while nothing says that it is ever owed.
#[test]
fn r12_a_line_of_an_open_total_should_hide_the_price_of_a_conversion() {
	for consideration in [royalty(), capped(TRIAL_PRICE)] {
		Ledger::new().build_and_execute(|| {
			let event = record_auction(vec![PATENT], crate::income::Price::Open);
			let mut terms = conversion(TRIAL_PRICE);
			terms.price_events = vec![event].try_into().unwrap();
			terms.prices = allocated(PATENT, TRIAL_PRICE);
			terms.consideration = consideration;
			let id = draft(&terms);
			assert_ok!(sign(UNIVERSITY, id));
			let refused = sp_runtime::DispatchError::Other("the price is hidden");
			assert_noop!(sign(ENTERPRISE, id), refused);
		});
	}
}

/// The enterprise's trial is converted beside this effect; the buyer is a party too.
fn converted_beside(kind: ContractKind, effect: Effect) -> Terms {
	let convert =
		Effect::ConvertTrial { trial: TRIAL, achievement: OTHER_PATENT, user: member(ENTERPRISE) };
	let terms = with(terms(kind, INSTITUTE, ENTERPRISE), vec![effect, convert]);
	add_party(terms, BUYER, PartyRole::Other)
}

#[test]
fn r12_a_conversion_should_refuse_to_give_its_user_nothing() {
	Ledger::new().build_and_execute(|| {
		let period = Period { from: start(), until: Some(in_days(30)) };
		let reserve = Effect::Reserve {
			achievement: OTHER_PATENT,
			by: member(INSTITUTE),
			beneficiary: member(ENTERPRISE),
			scope: Box::new(everywhere()),
			period,
		};
		let cases = [
			(ContractKind::Transfer, transfer(OTHER_PATENT, INSTITUTE, BUYER, WHOLE_PPM)),
			(ContractKind::Licence, grant(OTHER_PATENT, UseForm::Ordinary, BUYER)),
			(ContractKind::Licence, reserve),
		];
		for (kind, effect) in cases {
			refuses_draft!(converted_beside(kind, effect), EffectMalformed);
		}
		let elsewhere = grant(PATENT, UseForm::Ordinary, ENTERPRISE);
		refuses_draft!(
			add_party(
				converted_beside(ContractKind::Licence, elsewhere),
				UNIVERSITY,
				PartyRole::Seller
			),
			EffectMalformed
		);
	});
}

#[test]
fn r12_a_conversion_should_give_its_user_a_share_a_use_right_or_joint_use() {
	let joint = Effect::JointUse { achievement: OTHER_PATENT };
	let share = transfer(OTHER_PATENT, INSTITUTE, ENTERPRISE, WHOLE_PPM);
	Ledger::new().build_and_execute(|| {
		signed(&converted_beside(ContractKind::Transfer, share));
	});
	Ledger::new().build_and_execute(|| {
		let licence = grant(OTHER_PATENT, UseForm::Ordinary, ENTERPRISE);
		signed(&converted_beside(ContractKind::Licence, licence));
	});
	Ledger::new().build_and_execute(|| {
		let mut terms = converted_beside(ContractKind::Licence, joint);
		terms.effects.try_push(grant(OTHER_PATENT, UseForm::Ordinary, BUYER)).unwrap();
		signed(&terms);
	});
}

#[test]
fn r12_joint_use_should_convert_for_a_buyer_alone() {
	Ledger::new().build_and_execute(|| {
		let joint = Effect::JointUse { achievement: OTHER_PATENT };
		let mut terms = converted_beside(ContractKind::Licence, joint);
		terms.effects.try_push(grant(OTHER_PATENT, UseForm::Ordinary, BUYER)).unwrap();
		terms.parties[1].role = PartyRole::Other;
		terms.parties[2].role = PartyRole::Buyer;
		refuses_draft!(terms, EffectMalformed);
	});
}

/// R19: what a rescinded contract converted is converted no more; a termination leaves it converted.
#[test]
fn c10_a_conversion_should_be_undone_by_rescission_only() {
	for (ending, left) in [(Ending::Terminated, 1), (Ending::Rescinded, 0)] {
		Ledger::new().build_and_execute(|| {
			let joint = Effect::JointUse { achievement: PATENT };
			let effects = vec![joint];
			let terms = with(terms(ContractKind::Development, UNIVERSITY, ENTERPRISE), effects);
			let id = signed(&terms);
			assert_eq!(idle_conversions(), [PATENT]);
			assert_ok!(end_all(id, ending));
			assert_eq!(idle_conversions().len(), left);
		});
	}
}

#[test]
fn c2_joint_use_should_be_noted_as_a_conversion() {
	Ledger::new().build_and_execute(|| {
		let effects = vec![Effect::JointUse { achievement: OTHER_PATENT }];
		signed(&with(development(), effects));
		assert_eq!(idle_conversions(), vec![OTHER_PATENT]);
	});
}
