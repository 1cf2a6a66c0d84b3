//! Benchmarks: contracts of 64 parties with `e` effects, each in a title of its own that has other use
//! rights, each with an assertion on what it leaves.
//!
//! Members, statutes, facts and titles come through the neighbours, so that the weights of a runtime
//! include what its ledger and consortium do.

use crate::{
	income::*,
	pallet::{
		Call, Config, Contracts, ContractsOf, Distributions, DueCursor, Effects, Endings,
		EvidenceOf, NextContract, NextPriceEvent, OwnersAtSigning, Pallet, PaymentsOf,
		PreEmptionClaims, PriceEvents, Registrations, SignaturesOf,
	},
	types::*,
};
use alloc::{boxed::Box, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::{weights::WeightMeter, BoundedVec};
use frame_system::RawOrigin;
use quanqi_title::{
	Act, Actor, Cause, Consent, ConsentRole, Registration as FirstEntry, UseBasis, UseGrant,
};
use quanqi_traits::{
	AchievementFacts, Achievements, Calendar, FundingKind, Members, Statutes, Step, Titles,
};
use quanqi_types::{
	bounds::{
		MAX_CONTRACT_EFFECTS, MAX_CONTRACT_PARTIES, MAX_CONTRACT_PRICE_EVENTS, MAX_DEDUCTIONS,
		MAX_LABEL_BYTES, MAX_LOTS, MAX_LOT_ACHIEVEMENTS,
	},
	AchievementId, AchievementKind, Acts, Amount, ConsentAct, ConsentRule, ContractId, Currency,
	Digest, FieldsOfUse, LedgerStatus, MemberId, MemberKind, Moment, OfficialStatus, Period,
	PreEmption, RuleId, Scope, Shares, StatuteValue, Term, TermUnit, Territories, Text, UseForm,
	WHOLE_PPM,
};

mod scene;

use scene::*;

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn draft(e: Linear<0, MAX_CONTRACT_EFFECTS>) {
		let scene = Scene::<T>::licence(e);
		#[extrinsic_call]
		_(scene.seller.origin(), Box::new(scene.terms.clone()), None);
		assert_eq!(NextContract::<T>::get(), ContractId(1));
	}

	#[benchmark]
	fn withdraw() {
		let scene = Scene::<T>::licence(MAX_CONTRACT_EFFECTS);
		scene.almost_signed();
		#[extrinsic_call]
		_(scene.seller.origin(), ID, None);
		assert!(!ContractsOf::<T>::contains_key(scene.seller.member, ID));
	}

	#[benchmark]
	fn sign(e: Linear<0, MAX_CONTRACT_EFFECTS>) {
		let scene = Scene::<T>::licence(e);
		scene.almost_signed();
		#[extrinsic_call]
		_(scene.seller.origin(), ID, 1, scene.terms.hash(), None);
		assert_eq!(state::<T>(), ContractState::Signed);
	}

	/// What `sign` does, and the check of one signature (RFC 8032 §7.1, test 1).
	#[benchmark]
	fn bring_signature(e: Linear<0, MAX_CONTRACT_EFFECTS>) {
		let scene = Scene::<T>::licence(e);
		scene.almost_signed();
		let hex = |text: &str| -> Vec<u8> {
			let digits: Vec<u8> =
				text.chars().filter_map(|c| u8::try_from(c.to_digit(16)?).ok()).collect();
			digits.chunks(2).map(|pair| pair[0] * 16 + pair[1]).collect()
		};
		let key: [u8; 32] = hex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
			.try_into()
			.expect("32 bytes; qed");
		let signature: [u8; 64] = hex(
			"e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
		)
		.try_into()
		.expect("64 bytes; qed");
		#[block]
		{
			let is_signed = sp_io::crypto::ed25519_verify(
				&sp_core::ed25519::Signature::from_raw(signature),
				&[],
				&sp_core::ed25519::Public::from_raw(key),
			);
			assert!(is_signed);
			let who = scene.seller.origin().into();
			Pallet::<T>::sign(who, ID, 1, scene.terms.hash(), None).expect("lawful; qed");
		}
		assert_eq!(SignaturesOf::<T>::get(ID, 1).len(), scene.terms.parties.len());
	}

	#[benchmark]
	fn claim_pre_emption() {
		let scene = Scene::<T>::licence(MAX_CONTRACT_EFFECTS);
		scene.draft();
		let completer = &scene.others[0];
		#[extrinsic_call]
		_(completer.origin(), ID, None);
		assert!(PreEmptionClaims::<T>::contains_key(ID, completer.member));
	}

	#[benchmark]
	fn end(e: Linear<0, MAX_CONTRACT_EFFECTS>) {
		let scene = Scene::<T>::licence(e);
		scene.signed();
		for party in scene.others.iter().chain([&scene.buyer]) {
			let who = party.origin().into();
			Pallet::<T>::end(who, ID, Ending::Rescinded, digest(2), None).expect("a party; qed");
		}
		assert!(Endings::<T>::contains_key(ID));
		#[extrinsic_call]
		_(scene.seller.origin(), ID, Ending::Rescinded, digest(2), None);
		assert_eq!(state::<T>(), ContractState::Rescinded);
	}

	#[benchmark]
	fn end_by_decision(e: Linear<0, MAX_CONTRACT_EFFECTS>) {
		let scene = Scene::<T>::licence(e);
		scene.signed();
		let court = authority::<T>();
		let decision = DecisionDocument { document: long_label(), digest: digest(2) };
		#[extrinsic_call]
		_(court.origin(), ID, Ending::Rescinded, decision);
		assert_eq!(state::<T>(), ContractState::Rescinded);
	}

	#[benchmark]
	fn deliver_future() {
		let future = |_, from, to| Effect::AssignFuture { label: long_label(), from, to, ppm: 1 };
		let kind = AchievementKind::InventionPatent;
		let scene = Scene::<T>::new(ContractKind::Development, kind, 1, future);
		scene.signed();
		#[extrinsic_call]
		_(scene.seller.origin(), ID, 0, AchievementId(FIRST), None);
		let applied = Effects::<T>::get(ID, 0).expect("it was applied; qed");
		assert_eq!(applied.state, EffectState::Agreed);
	}

	#[benchmark]
	fn complete_transfer() {
		let on = Some(Pallet::<T>::present());
		let transfer = |achievement, from, to| Effect::TransferShare {
			achievement,
			from,
			to,
			ppm: WHOLE_PPM,
			on,
		};
		let kind = AchievementKind::Software;
		let scene = Scene::<T>::new(ContractKind::Transfer, kind, 0, transfer);
		let (seller, buyer) = (scene.seller.member, scene.buyer.member);
		let achievement = AchievementId(FIRST);
		register::<T>(achievement, kind, seller, buyer, scene.others[0].member);
		// Agreed as if its day had been still to come when it was signed.
		let mut terms = scene.terms.clone();
		terms.effects.try_push(transfer(achievement, seller, buyer)).expect("room; qed");
		let scene = Scene { terms, ..scene };
		scene.draft();
		let mut act =
			step(seller, buyer, Act::TransferAgreed { from: seller, to: buyer, ppm: WHOLE_PPM });
		act.consents =
			[(buyer, ConsentRole::Recipient), (scene.others[0].member, ConsentRole::PreEmption)]
				.into_iter()
				.map(|(member, role)| Consent { member, role, deemed: false, mandate: None })
				.collect();
		let entry = T::Titles::append(achievement, act).expect("lawful; qed");
		let applied = AppliedEffect {
			version: 1,
			index: 0,
			achievement: Some(achievement),
			entry: Some(entry),
			state: EffectState::Agreed,
		};
		Effects::<T>::insert(ID, 0, applied);
		#[extrinsic_call]
		_(scene.seller.origin(), ID, 0);
		let applied = Effects::<T>::get(ID, 0).expect("it was applied; qed");
		assert_eq!(applied.state, EffectState::Done);
	}

	#[benchmark]
	fn submit() {
		let scene = Scene::<T>::licence(MAX_CONTRACT_EFFECTS);
		scene.signed();
		let bureau = authority::<T>();
		#[extrinsic_call]
		_(scene.seller.origin(), ID, bureau.member, None);
		assert!(Registrations::<T>::contains_key(ID));
	}

	#[benchmark]
	fn apply() {
		let scene = Scene::<T>::licence(MAX_CONTRACT_EFFECTS);
		scene.signed();
		let bureau = super::submit(&scene);
		let decision = Box::new(Decision::Register(statement()));
		Pallet::<T>::decide(bureau.origin().into(), ID, decision, None).expect("its own; qed");
		#[extrinsic_call]
		_(scene.seller.origin(), ID, ApplicationKind::Change, None);
		let registration = Registrations::<T>::get(ID).expect("it is registered; qed");
		assert!(registration.application.is_some());
	}

	#[benchmark]
	fn hold_disputed() {
		let scene = Scene::<T>::licence(MAX_CONTRACT_EFFECTS);
		scene.signed();
		let bureau = super::submit(&scene);
		#[extrinsic_call]
		_(bureau.origin(), ID, digest(3));
		let registration = Registrations::<T>::get(ID).expect("it is submitted; qed");
		assert!(registration.application.is_some_and(|application| application.disputed));
	}

	#[benchmark]
	fn decide() {
		let scene = Scene::<T>::licence(MAX_CONTRACT_EFFECTS);
		scene.signed();
		let bureau = super::submit(&scene);
		let decision = Box::new(Decision::Register(statement()));
		#[extrinsic_call]
		_(bureau.origin(), ID, decision, Some(digest(4)));
		let registration = Registrations::<T>::get(ID).expect("it is registered; qed");
		assert_eq!(registration.state, RegistrationState::Registered);
	}

	#[benchmark]
	fn revoke() {
		let scene = Scene::<T>::licence(MAX_CONTRACT_EFFECTS);
		scene.signed();
		let bureau = super::submit(&scene);
		let decision = Box::new(Decision::Register(statement()));
		Pallet::<T>::decide(bureau.origin().into(), ID, decision, None).expect("its own; qed");
		#[extrinsic_call]
		_(bureau.origin(), ID, RevocationReason::Fraud, digest(4));
		let registration = Registrations::<T>::get(ID).expect("it was registered; qed");
		assert!(!registration.state.is_registered());
	}

	#[benchmark]
	fn add_evidence() {
		let scene = Scene::<T>::licence(MAX_CONTRACT_EFFECTS);
		scene.signed();
		let auditor = authority::<T>();
		let now = Pallet::<T>::present();
		#[extrinsic_call]
		_(auditor.origin(), ID, EvidenceKind::Performance, long_label(), digest(5), now);
		assert!(EvidenceOf::<T>::contains_key(ID, 0));
	}

	#[benchmark]
	fn record_price_event(a: Linear<1, 1_024>) {
		let scene = Scene::<T>::licence(0);
		let holder = scene.seller.member;
		for number in 0..a {
			let facts = AchievementFacts {
				holder,
				kind: AchievementKind::InventionPatent,
				ledger_status: LedgerStatus::Registered,
				official_status: OfficialStatus::Granted,
				protection_until: None,
				funding: FundingKind::Fiscal,
				service: true,
				exclusion: None,
				completers: alloc::vec![holder],
				completed: None,
			};
			T::Achievements::benchmark_set(AchievementId(FIRST + u64::from(number)), facts);
		}
		let event = event(holder, authority::<T>().member, a);
		#[extrinsic_call]
		_(scene.seller.origin(), Box::new(event), None);
		assert!(PriceEvents::<T>::contains_key(0));
	}

	#[benchmark]
	fn attest_payment() {
		let scene = Scene::<T>::licence(MAX_CONTRACT_EFFECTS);
		scene.signed();
		let bank = authority::<T>();
		#[extrinsic_call]
		_(bank.origin(), ID, scene.payment());
		assert!(PaymentsOf::<T>::contains_key(ID, 0));
	}

	#[benchmark]
	fn distribute() {
		let scene = Scene::<T>::licence(MAX_CONTRACT_EFFECTS);
		scene.signed();
		let bank = authority::<T>().origin().into();
		Pallet::<T>::attest_payment(bank, ID, scene.payment()).expect("a bureau; qed");
		scene.owned_by_all();
		let source = IncomeSource::Payment(0);
		let (deductions, split) = (Scene::<T>::deductions(), Scene::<T>::split());
		let payee = scene.seller.origin().into();
		Pallet::<T>::distribute(payee, ID, source, deductions.clone(), split.clone(), false, None)
			.expect("above the floor; qed");
		#[extrinsic_call]
		_(scene.buyer.origin(), ID, source, deductions, split, false, None);
		assert!(Distributions::<T>::contains_key((ID, source, scene.buyer.member)));
	}

	#[benchmark]
	fn release() {
		let scene = Scene::<T>::licence(MAX_CONTRACT_EFFECTS);
		scene.signed();
		let bank = authority::<T>().origin().into();
		Pallet::<T>::attest_payment(bank, ID, scene.payment()).expect("a bureau; qed");
		let source = IncomeSource::Payment(0);
		let who = scene.seller.origin().into();
		let (deductions, split) = (Scene::<T>::deductions(), Scene::<T>::split());
		Pallet::<T>::distribute(who, ID, source, deductions, split, false, None)
			.expect("above the floor; qed");
		let (unit, key) = (scene.seller.member, (ID, source, scene.seller.member));
		Distributions::<T>::mutate(key, |record| {
			record.as_mut().expect("it was distributed; qed").state = DistributionState::Parked;
		});
		#[extrinsic_call]
		_(scene.buyer.origin(), ID, source, unit);
		let record = Distributions::<T>::get(key).expect("it was distributed; qed");
		assert_eq!(record.state, DistributionState::Released);
	}

	#[benchmark]
	fn due_look() {
		let today = Pallet::<T>::present().date();
		DueCursor::<T>::put(today);
		let mut meter = WeightMeter::new();
		#[block]
		{
			Pallet::<T>::handle_due(&mut meter);
		}
		assert!(DueCursor::<T>::get().is_some_and(|cursor| cursor > today));
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::bare(), crate::mock::Test);
}
