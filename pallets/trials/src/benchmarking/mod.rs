//! Benchmarks: a title of 64 owners with 200 use rights, a pool entry with all its places but one
//! taken, each with an assertion on what it leaves.
//!
//! Members, statutes, facts and titles come through the neighbours, so that the weights of a runtime
//! include what its ledger and consortium do.

use crate::{
	pallet::{
		Agreed, Call, Clocks, Config, Contenders, Declinations, DueCursor, NextProposal,
		OpenEntries, OpenTrials, Pallet, PoolEntries, Proposals, Requests, Services, TrialOfRight,
		Trials, TrialsBy, TrialsOf,
	},
	types::*,
};
use alloc::{boxed::Box, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::{weights::WeightMeter, BoundedVec};
use frame_system::RawOrigin;
use quanqi_title::{
	Act, Actor, Cause, Consent, ConsentRole, PoolTerms, Registration, UseBasis, UseGrant,
};
use quanqi_traits::{
	AchievementFacts, Achievements, Calendar, Conversion, FundingKind, Members, Statutes, Step,
	Titles, Trials as _,
};
use quanqi_types::{
	bounds::{
		MAX_CONSENTS, MAX_CONVERSIONS_KEPT, MAX_LABEL_BYTES, MAX_PARALLEL_TRIALS, MAX_SHARE_LINES,
	},
	AchievementId, AchievementKind, Acts, Amount, ConsentAct, ConsentRule, ContractId, Date,
	Digest, FieldsOfUse, LedgerStatus, MemberId, Moment, OfficialStatus, Period, RuleId, Scope,
	ShareBasis, ShareLine, Shares, StatuteValue, Term, TermUnit, Territories, Text, TrialId,
	UseForm, WHOLE_PPM,
};

mod scene;

pub(crate) use scene::declared_trial;
use scene::*;

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn enter_pool() {
		let scene = Scene::<T>::new();
		scene.run_out();
		let terms = Box::new(scene.terms());
		#[extrinsic_call]
		_(scene.unit.origin(), ID, terms, true, None);
		assert!(OpenEntries::<T>::get(ID).is_some_and(|entry| entry != EARLIER_ENTRY));
	}

	fn propose<T: Config>(scene: &Scene<T>) {
		let rule = StatuteValue::Consent(ConsentRule::All);
		T::Statutes::benchmark_set(RuleId::Consent(KIND, ConsentAct::PoolEntry), rule);
		let terms = Box::new(scene.terms());
		Pallet::<T>::enter_pool(scene.unit.origin().into(), ID, terms, true, None).unwrap();
		Proposals::<T>::mutate(ID, scene.unit.member, |proposal| {
			let one = |n| consent(MemberId(FIRST_CO_OWNER + n), ConsentRole::CoOwner);
			let given = (2..MAX_SHARE_LINES).map(one).collect();
			proposal.as_mut().unwrap().consents = BoundedVec::truncate_from(given);
		});
	}

	#[benchmark]
	fn agree_to_entry() {
		let scene = Scene::<T>::new();
		propose(&scene);
		scene.run_out();
		let (proposer, number) = (scene.unit.member, NextProposal::<T>::get() - 1);
		#[extrinsic_call]
		_(scene.other.origin(), ID, proposer, number, ConsentRole::CoOwner, None);
		assert!(OpenEntries::<T>::get(ID).is_some_and(|entry| entry != EARLIER_ENTRY));
	}

	#[benchmark]
	fn withdraw_proposal() {
		let scene = Scene::<T>::new();
		propose(&scene);
		#[extrinsic_call]
		_(scene.unit.origin(), ID, None);
		assert!(!Proposals::<T>::contains_key(ID, scene.unit.member));
	}

	#[benchmark]
	fn leave_pool() {
		let scene = Scene::<T>::new();
		scene.trial(TrialState::Requested);
		#[extrinsic_call]
		_(scene.unit.origin(), ID, None);
		assert!(!OpenEntries::<T>::contains_key(ID));
	}

	#[benchmark]
	fn decline_pool() {
		let scene = Scene::<T>::new();
		#[extrinsic_call]
		_(scene.unit.origin(), ID, DeclineReason::Other, digest(1), None);
		assert!(Declinations::<T>::contains_key(ID));
	}

	#[benchmark]
	fn note_conversion() {
		let scene = Scene::<T>::new();
		let conversion = NotedConversion::told(ConversionWay::Contract, T::Titles::now(), None);
		for _ in 0..MAX_CONVERSIONS_KEPT {
			Pallet::<T>::add_conversion(ID, conversion);
		}
		let (way, at) = (ConversionWay::OwnUse, T::Titles::now());
		#[extrinsic_call]
		_(scene.unit.origin(), ID, way, at, digest(1), None);
		assert!(Clocks::<T>::contains_key(ID));
	}

	#[benchmark]
	fn request() {
		let scene = Scene::<T>::new();
		scene.run_out();
		let entry = scene.enter();
		let fee = BrokersFee::Part(50_000);
		let broker = Some(Brokerage { broker: scene.broker.member, fee });
		#[extrinsic_call]
		_(scene.user.origin(), ID, entry, digest(3), broker, None);
		assert_eq!(state::<T>(), TrialState::Lapsed);
		assert!(OpenTrials::<T>::get(ID, scene.user.member) > Some(TRIAL));
	}

	#[benchmark]
	fn withdraw() {
		let scene = Scene::<T>::new();
		let id = scene.trial(TrialState::Accepted);
		scene.agreed();
		#[extrinsic_call]
		_(scene.user.origin(), id, None);
		assert_eq!(state::<T>(), TrialState::Withdrawn);
	}

	#[benchmark]
	fn refuse() {
		let scene = Scene::<T>::new();
		let id = scene.trial(TrialState::Accepted);
		scene.agreed();
		#[extrinsic_call]
		_(scene.unit.origin(), id, Some(digest(1)));
		assert_eq!(state::<T>(), TrialState::Refused);
	}

	#[benchmark]
	fn approve() {
		let scene = Scene::<T>::new();
		let id = scene.trial(TrialState::Requested);
		#[extrinsic_call]
		_(scene.unit.origin(), id);
		assert_eq!(state::<T>(), TrialState::Accepted);
	}

	fn all_must_agree<T: Config>() {
		let rule = StatuteValue::Consent(ConsentRule::All);
		T::Statutes::benchmark_set(RuleId::Consent(KIND, ConsentAct::OrdinaryLicence), rule);
	}

	#[benchmark]
	fn agree() {
		let scene = Scene::<T>::new();
		let id = scene.trial(TrialState::Accepted);
		scene.agreed();
		all_must_agree::<T>();
		#[extrinsic_call]
		_(scene.other.origin(), id, ConsentRole::CoOwner, None);
		let given = Agreed::<T>::get(TRIAL).len() as u32;
		assert!(given == MAX_SHARE_LINES - 1 && given < MAX_CONSENTS);
	}

	#[benchmark]
	fn start() {
		let scene = Scene::<T>::new();
		let id = scene.trial(TrialState::Accepted);
		scene.agreed();
		#[extrinsic_call]
		_(scene.unit.origin(), id, None);
		assert_eq!(state::<T>(), TrialState::Running);
	}

	#[benchmark]
	fn ask_extension() {
		let scene = Scene::<T>::new();
		T::Statutes::benchmark_set(RuleId::TrialMaximum, term(50, TermUnit::Year));
		let id = scene.trial(TrialState::Running);
		#[extrinsic_call]
		_(scene.user.origin(), id, Term { number: 1, unit: TermUnit::Month }, None);
		let TrialRecord::V1(trial) = Trials::<T>::get(TRIAL).unwrap();
		assert!(trial.extension.is_some());
	}

	#[benchmark]
	fn extend() {
		let scene = Scene::<T>::new();
		T::Statutes::benchmark_set(RuleId::TrialMaximum, term(50, TermUnit::Year));
		let id = scene.trial(TrialState::Running);
		let more = Term { number: 1, unit: TermUnit::Month };
		change::<T>(|trial| trial.extension = Some(Extension { more, mandate: None }));
		scene.agreed();
		#[extrinsic_call]
		_(scene.unit.origin(), id, None);
		let TrialRecord::V1(trial) = Trials::<T>::get(TRIAL).unwrap();
		assert!(trial.extension.is_none());
	}

	#[benchmark]
	fn declare_conversion() {
		let scene = Scene::<T>::new();
		let id = scene.trial(TrialState::Running);
		#[extrinsic_call]
		_(scene.user.origin(), id, Some(Amount::fen(1_000)), None);
		assert_eq!(state::<T>(), TrialState::ConvertDeclared);
	}

	#[benchmark]
	fn choose() {
		let scene = Scene::<T>::new();
		let id = scene.trial(TrialState::ConvertDeclared);
		#[extrinsic_call]
		_(scene.unit.origin(), id, None);
		assert_eq!(state::<T>(), TrialState::ConvertDeclared);
	}

	#[benchmark]
	fn declare_stop() {
		let scene = Scene::<T>::new();
		let id = scene.trial(TrialState::ConvertDeclared);
		#[extrinsic_call]
		_(scene.user.origin(), id, None);
		assert_eq!(state::<T>(), TrialState::StopDeclared);
	}

	#[benchmark]
	fn close() {
		let scene = Scene::<T>::new();
		let id = scene.trial(TrialState::ConvertDeclared);
		#[extrinsic_call]
		_(scene.unit.origin(), id, None);
		assert_eq!(state::<T>(), TrialState::Closed);
	}

	#[benchmark]
	fn terminate() {
		let scene = Scene::<T>::new();
		let id = scene.trial(TrialState::ConvertDeclared);
		#[extrinsic_call]
		_(scene.authority.origin(), id, label(), digest(1));
		assert_eq!(state::<T>(), TrialState::Terminated);
	}

	#[benchmark]
	fn insure() {
		let scene = Scene::<T>::new();
		let id = scene.trial(TrialState::Running);
		let (premium, voucher) = (Amount::fen(100), Amount::fen(80));
		#[extrinsic_call]
		_(scene.authority.origin(), id, label(), digest(1), premium, voucher);
		let TrialRecord::V1(trial) = Trials::<T>::get(TRIAL).unwrap();
		assert!(trial.policy.is_some());
	}

	#[benchmark]
	fn redeem_voucher() {
		let scene = Scene::<T>::new();
		let id = scene.trial(TrialState::Running);
		let (premium, voucher) = (Amount::fen(100), Amount::fen(80));
		let insurer = scene.authority.origin();
		Pallet::<T>::insure(insurer.into(), id, label(), digest(1), premium, voucher).unwrap();
		#[extrinsic_call]
		_(scene.broker.origin(), id, digest(2));
		assert!(crate::Vouchers::<T>::contains_key(digest(2)));
	}

	#[benchmark]
	fn record_service() {
		let scene = Scene::<T>::new();
		let id = scene.trial(TrialState::Running);
		let service = Service {
			kind: ServiceKind::Matching,
			provider: scene.authority.member,
			payer: scene.user.member,
			amount: Amount::fen(1),
			document: digest(1),
		};
		#[extrinsic_call]
		_(scene.authority.origin(), id, service, None);
		assert!(Services::<T>::contains_key(TRIAL, 0));
	}

	#[benchmark]
	fn settle() {
		let scene = Scene::<T>::new();
		let id = scene.trial(TrialState::Running);
		let now = T::Titles::now();
		change::<T>(|trial| {
			trial.due = Some(now);
			if let Some(run) = trial.run.as_mut() {
				run.declare_by = now;
			}
		});
		#[extrinsic_call]
		_(scene.other.origin(), id);
		assert_eq!(state::<T>(), TrialState::EndedUndeclared);
	}

	/// One of two requests under an entry that was left; the other is put on the calendar.
	#[benchmark]
	fn lapse() {
		let scene = Scene::<T>::new();
		scene.trial(TrialState::Requested);
		let entry = OpenEntries::<T>::take(ID).expect("it was entered; qed");
		put_trial::<T>(ID, entry, scene.other.member, None, TrialState::Requested, None);
		#[block]
		{
			<Pallet<T> as Calendar>::handle(DueItem::Requests(ID, entry));
		}
		assert_eq!(Requests::<T>::iter_key_prefix((ID, entry)).count(), 1);
	}

	#[benchmark]
	fn due_look() {
		let today = Date::from_moment(T::Titles::now());
		DueCursor::<T>::put(today);
		let mut meter = WeightMeter::new();
		#[block]
		{
			Pallet::<T>::handle_due(&mut meter);
		}
		assert_eq!(DueCursor::<T>::get(), today.plus_days(1));
	}

	/// What a contract pays for converting a trial, beside its own weight.
	#[benchmark]
	fn converted() {
		let scene = Scene::<T>::new();
		let trial = scene.trial(TrialState::ConvertDeclared);
		let user = scene.user.member;
		let price = Some(Amount::fen(1_000_000));
		let conversion = Conversion { trial, achievement: ID, user, price };
		#[block]
		{
			Pallet::<T>::converted(&conversion, ContractId(1)).unwrap();
		}
		assert_eq!(state::<T>(), TrialState::Converted);
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::Ledger::new().build(), crate::mock::Test);
}
