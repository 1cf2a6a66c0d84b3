//! From the pool of achievements to the income of a conversion, over all pallets.

use crate::common::{deals::*, records::*, scene::*, *};
use codec::Encode;
use frame_support::{assert_noop, assert_ok};
use pallet_consortium::Error as MembersError;
use pallet_rights::Call as Rights;
use pallet_technology_contracts::{ContractState, EffectState};
use pallet_trials::{
	Call as Trials, ConversionTerms, EntryTerms, Error as TrialsError, ExclusionInTheWay, Found,
	TrialState,
};
use quanqi_runtime::Runtime;
use quanqi_title::EndReason;
use quanqi_types::{Amount, ExclusionClass, UseForm, WHOLE_PPM};

/// From the pool to the completers' income: R12, C6, C5, T2, C8, C9.
#[test]
fn trial_should_become_income_when_it_is_converted_registered_paid_and_distributed() {
	run(|| {
		let scene = declared();
		let contract = draft(conversion_terms(&scene));
		assert_ok!(sign(Key::Alice, contract));
		assert_ok!(sign(Key::Ferdie, contract));
		assert_eq!(contract_state(contract), ContractState::Draft);
		assert_eq!(state_of(scene.trial), TrialState::ConvertDeclared);
		assert_ok!(sign(Key::Eve, contract));
		assert_eq!(contract_state(contract), ContractState::Signed);
		assert_eq!(state_of(scene.trial), TrialState::Converted);

		register(contract);
		assert_eq!(owned(scene.achievement, scene.user), 0);
		let number = agreed(scene.achievement);
		let office_date = now();
		advance_days(30);
		assert_ok!(attest_transfer(scene.achievement, number, office_date));
		assert_eq!(owned(scene.achievement, scene.user), WHOLE_PPM);
		assert_eq!(effect_state(contract, 0), EffectState::Done);

		bank();
		assert_ok!(pay(scene.user, contract, 90, PRICE));
		assert_eq!(contract_state(contract), ContractState::Performing);
		assert_noop!(distribute(contract, 69, 31), below_floor());
		assert_ok!(distribute(contract, 70, 30));
		assert_eq!(lines(contract), [7_000, 3_000]);
		assert_replays(scene.achievement);
	});
}

/// R10: a trial's right is ordinary, dated, and its holder's alone.
#[test]
fn trial_should_give_an_ordinary_right_that_nobody_hands_on() {
	run(|| {
		let scene = running();
		let rights = title(scene.achievement).rights;
		assert_eq!(rights.len(), 1);
		let terms = &rights[0].terms;
		assert_eq!((terms.form, terms.holders.part_of(scene.user)), (UseForm::Ordinary, WHOLE_PPM));
		assert!(!terms.transferable && !terms.sublicensable && terms.period.until.is_some());
		assert_replays(scene.achievement);
	});
}

/// T4: the running trial stands in the way of an exclusive licence, which names it.
#[test]
fn exclusive_licence_should_be_refused_naming_the_trial_when_one_runs() {
	run(|| {
		let scene = running();
		let leave = Trials::leave_pool { achievement: scene.achievement, mandate: None };
		assert_ok!(call(Key::Alice, leave));
		let right = title(scene.achievement).rights[0].sequence;
		let exclusive = licence(UseForm::Exclusive, BOB);
		let refused = law!(T4, OrdinaryInTheWay, right);
		assert_noop!(grant_use(scene.achievement, exclusive), refused);
	});
}

/// T4: while it is in the pool an achievement is licensed exclusively to nobody.
#[test]
fn exclusive_licence_should_be_refused_when_the_achievement_is_in_the_pool() {
	run(|| {
		let achievement = own_patent("A-1");
		assert_ok!(enter_pool(achievement, entry_terms(ConversionTerms::ToBeAgreed)));
		let entry = pool_entry(achievement);
		let exclusive = licence(UseForm::Exclusive, BOB);
		assert_noop!(grant_use(achievement, exclusive), law!(T4, PoolInTheWay, entry));
	});
}

/// T4: an exclusive licence keeps an achievement out of the pool, and is named.
#[test]
fn pool_entry_should_be_refused_when_an_exclusive_licence_is_in_the_way() {
	run(|| {
		let achievement = own_patent("A-1");
		let right = title(achievement).entries;
		assert_ok!(grant_use(achievement, licence(UseForm::Exclusive, BOB)));
		assert_ok!(consent(Key::Bob, quanqi_title::ConsentRole::Recipient));
		let entered = enter_pool(achievement, entry_terms(ConversionTerms::ToBeAgreed));
		assert_eq!(entered, Err(law!(T4, ExclusiveInTheWay, right).into()));
	});
}

/// R5: no trial is longer than the statute's two years.
#[test]
fn pool_entry_should_be_refused_when_its_trials_are_longer_than_the_statute_allows() {
	run(|| {
		let achievement = own_patent("A-1");
		let terms =
			EntryTerms { trial_length: months(25), ..entry_terms(ConversionTerms::ToBeAgreed) };
		let refused = enter_pool(achievement, terms).unwrap_err();
		let days = date(2028, 12, 22).start().0.saturating_sub(start().0).div_ceil(DAY_MS);
		assert_eq!(refused, TrialsError::<Runtime>::TrialTooLong(Found::new(days)).into());
	});
}

/// R9: two trials at once, by the terms of the pool entry.
#[test]
fn trial_should_not_be_approved_when_the_places_are_taken() {
	run(|| {
		let achievement = own_patent("A-1");
		assert_ok!(enter_pool(achievement, entry_terms(ConversionTerms::ToBeAgreed)));
		start_trial(request_trial(Key::Bob, achievement));
		start_trial(request_trial(Key::Charlie, achievement));
		let trial = request_trial(Key::Dave, achievement);
		let full = TrialsError::<Runtime>::TooManyTrials(Found::new(2));
		assert_noop!(call(Key::Alice, Trials::approve { trial }), full);
	});
}

/// R7: nobody starts the trial of a member that does not take part.
#[test]
fn trial_should_not_start_when_its_user_is_suspended() {
	run(|| {
		let achievement = own_patent("A-1");
		assert_ok!(enter_pool(achievement, entry_terms(ConversionTerms::ToBeAgreed)));
		let trial = request_trial(Key::Bob, achievement);
		assert_ok!(call(Key::Alice, Trials::approve { trial }));
		suspend(BOB);
		let start = Trials::start { trial, mandate: None };
		assert_noop!(call(Key::Alice, start), MembersError::<Runtime>::MemberSuspended);
	});
}

/// R11: a user that says nothing is told of as such by the calendar, and its right has run out.
#[test]
fn trial_should_end_undeclared_by_the_calendar_when_its_user_is_silent() {
	run(|| {
		let scene = running();
		advance_days(190);
		assert_eq!(state_of(scene.trial), TrialState::Running);
		assert!(title(scene.achievement).rights.is_empty());
		advance_days(40);
		assert_eq!(state_of(scene.trial), TrialState::EndedUndeclared);
		let late = declare(Key::Eve, scene.trial);
		let over = TrialsError::<Runtime>::WrongState(TrialState::EndedUndeclared);
		assert_eq!(late, Err(over.into()));
		assert_replays(scene.achievement);
	});
}

/// R11: a right that its user surrenders in the title is a stop of the trial.
#[test]
fn trial_should_stop_when_its_user_surrenders_the_right_in_the_title() {
	run(|| {
		let scene = running();
		let right = title(scene.achievement).rights[0].sequence;
		let surrender = Rights::end_use {
			achievement: scene.achievement,
			right,
			reason: EndReason::Surrendered,
			decision: None,
			mandate: None,
		};
		assert_ok!(call(Key::Eve, surrender));
		assert_eq!(state_of(scene.trial), TrialState::StopDeclared);
	});
}

/// R22: a trial goes on when the achievement leaves the pool, and nobody asks for another.
#[test]
fn trial_should_go_on_when_the_achievement_leaves_the_pool() {
	run(|| {
		let scene = running();
		let achievement = scene.achievement;
		let entry = pool_entry(achievement);
		assert_ok!(call(Key::Alice, Trials::leave_pool { achievement, mandate: None }));
		assert_eq!(state_of(scene.trial), TrialState::Running);
		let (standard_contract, broker, mandate) = (digest(30), None, None);
		let ask = Trials::request { achievement, entry, standard_contract, broker, mandate };
		assert_noop!(call(Key::Bob, ask), TrialsError::<Runtime>::EntryNotOpen);
		assert_ok!(declare(Key::Eve, scene.trial));
	});
}

/// R14: the unit, which sponsors the user too, decides nothing; another authority ends trial and right.
#[test]
fn trial_should_be_terminated_only_by_an_authority_without_a_part_in_it() {
	run(|| {
		let Scene { achievement, trial, .. } = running();
		let terminate = || Trials::terminate { trial, document: text("裁 1"), digest: digest(96) };
		let party = TrialsError::<Runtime>::AuthorityIsParty;
		assert_noop!(call(Key::Alice, terminate()), party);
		assert_ok!(call(Key::Dave, terminate()));
		assert_eq!(state_of(trial), TrialState::Terminated);
		assert!(title(achievement).rights.is_empty());
		assert_replays(achievement);
	});
}

/// R15, R16: an insurer without a part records the policy, and its voucher is redeemed once.
#[test]
fn voucher_should_be_redeemed_once_when_the_trial_is_insured() {
	run(|| {
		let Scene { trial, .. } = running();
		let insure = || Trials::insure {
			trial,
			number: text("保 1"),
			document: digest(97),
			premium: Amount::fen(1_000),
			voucher: Amount::fen(800),
		};
		assert_noop!(call(Key::Alice, insure()), TrialsError::<Runtime>::InsurerIsParty);
		assert_ok!(call(Key::Dave, insure()));
		let redeem = || Trials::redeem_voucher { trial, reference: digest(98) };
		assert_noop!(call(Key::Dave, redeem()), TrialsError::<Runtime>::AttesterIsParty);
		assert_ok!(call(Key::Charlie, redeem()));
		assert_noop!(call(Key::Charlie, redeem()), TrialsError::<Runtime>::AlreadyRedeemed);
	});
}

/// R1: an excluded achievement does not enter the pool.
#[test]
fn pool_entry_should_be_refused_when_the_achievement_is_excluded() {
	run(|| {
		let achievement = own_patent("A-1");
		exclude(achievement);
		let class = ExclusionInTheWay(ExclusionClass::Defence);
		let refused = TrialsError::<Runtime>::Excluded(class);
		let terms = entry_terms(ConversionTerms::ToBeAgreed);
		assert_noop!(enter_pool(achievement, terms), refused);
	});
}

/// R12: the contract says the price that was fixed before the trial, or nobody is bound.
#[test]
fn conversion_should_bind_nobody_when_the_price_is_not_the_fixed_one() {
	run(|| {
		let scene = running_on(ConversionTerms::Fixed(Amount::fen(9_999)));
		assert_ok!(declare(Key::Eve, scene.trial));
		let contract = draft(conversion_terms(&scene));
		assert_ok!(sign(Key::Alice, contract));
		assert_ok!(sign(Key::Ferdie, contract));
		assert_noop!(sign(Key::Eve, contract), TrialsError::<Runtime>::NotFixedPrice);
		assert_eq!(contract_state(contract), ContractState::Draft);
		assert!(title(scene.achievement).agreed_transfers.is_empty());
	});
}

/// R12: only a user that declared converts.
#[test]
fn conversion_should_bind_nobody_when_the_user_has_not_declared() {
	run(|| {
		let scene = running();
		let contract = draft(conversion_terms(&scene));
		assert_ok!(sign(Key::Alice, contract));
		assert_ok!(sign(Key::Ferdie, contract));
		let refused = TrialsError::<Runtime>::NotDeclared(TrialState::Running);
		assert_noop!(sign(Key::Eve, contract), refused);
	});
}

/// R13: who declared first goes first, and is named.
#[test]
fn conversion_should_bind_nobody_when_another_user_declared_first() {
	run(|| {
		let scene = running();
		let other = request_trial(Key::Bob, scene.achievement);
		start_trial(other);
		assert_ok!(declare(Key::Bob, other));
		assert_ok!(declare(Key::Eve, scene.trial));
		let contract = draft(conversion_terms(&scene));
		assert_ok!(sign(Key::Alice, contract));
		assert_ok!(sign(Key::Ferdie, contract));
		let first = Found::new(other.0);
		assert_noop!(sign(Key::Eve, contract), TrialsError::<Runtime>::OtherGoesFirst(first));
	});
}

/// A busy achievement: a trial begins every other day or so; each is stopped and closed.
#[test]
fn history_should_stay_small_when_an_achievement_is_tried_two_hundred_times_in_a_year() {
	const TRIALS: u32 = 200;
	const MOST_BYTES: usize = 128 * 1024;
	run(|| {
		let scene = running();
		let stop = |trial| {
			call(Key::Eve, Trials::declare_stop { trial, mandate: None }).unwrap();
			call(Key::Alice, Trials::close { trial, mandate: None }).unwrap();
		};
		stop(scene.trial);
		for number in 1..TRIALS {
			if number % 5 > 0 {
				advance_days(2);
			}
			let trial = request_trial(Key::Eve, scene.achievement);
			start_trial(trial);
			stop(trial);
		}
		let history = history(scene.achievement);
		let bytes: usize = history.iter().map(Encode::encoded_size).sum();
		let title = title(scene.achievement).encoded_size();
		println!("{} entries of {bytes} bytes, a title of {title} bytes", history.len());
		assert!(bytes < MOST_BYTES, "{bytes} bytes in a year");
		assert_replays(scene.achievement);
	});
}
