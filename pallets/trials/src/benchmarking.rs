//! Benchmarks: a title of 64 owners with 200 use rights, a pool entry with all its places but one
//! taken, each with an assertion on what it leaves.
//!
//! Members, statutes, facts and titles come through the neighbours, so that the weights of a runtime
//! include what its ledger and consortium do.

use crate::{
	pallet::{
		Agreed, Call, Clocks, Config, Contenders, Declinations, DueCursor, NextProposal,
		OpenEntries, OpenTrials, Pallet, PoolEntries, Proposals, Services, TrialOfRight, Trials,
		TrialsBy, TrialsOf,
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

const ID: AchievementId = AchievementId(77);
const TRIAL: TrialId = TrialId(0);
/// Rights in the title, beside the trial's own.
const RIGHTS: u32 = 200;
/// Co-owners that nobody looks up: numbers far from those of members with keys.
const FIRST_CO_OWNER: u32 = 1_000_000;
const KIND: AchievementKind = AchievementKind::InventionPatent;

struct Party<T: Config> {
	account: T::AccountId,
	member: MemberId,
}

impl<T: Config> Party<T> {
	fn origin(&self) -> RawOrigin<T::AccountId> {
		RawOrigin::Signed(self.account.clone())
	}

	fn actor(&self) -> Actor {
		Actor { member: self.member, mandate: None }
	}
}

fn party<T: Config>(seed: u32) -> Party<T> {
	let (account, member) = T::Members::benchmark_member(seed);
	Party { account, member }
}

fn term(number: u32, unit: TermUnit) -> StatuteValue {
	StatuteValue::Term(Term { number, unit })
}

fn set_statutes<T: Config>() {
	let set = |rule, value| T::Statutes::benchmark_set(rule, value);
	set(RuleId::TrialMaximum, term(24, TermUnit::Month));
	set(RuleId::TrialDeclarationPeriod, term(30, TermUnit::Day));
	// Everything is idle at once: a benchmark has no years to wait.
	set(RuleId::IdlePeriod, term(0, TermUnit::Day));
	set(RuleId::IdleClockStart, StatuteValue::Number(0));
	set(RuleId::VoucherShare, StatuteValue::Ppm(800_000));
	set(RuleId::FacilitationFee, StatuteValue::Ppm(50_000));
	for act in [ConsentAct::PoolEntry, ConsentAct::OrdinaryLicence] {
		set(RuleId::Consent(KIND, act), StatuteValue::Consent(ConsentRule::Any));
	}
}

fn digest(byte: u8) -> Digest {
	Digest::Sha256([byte; 32])
}

fn label() -> Text<MAX_LABEL_BYTES> {
	Text::new(&"x".repeat(MAX_LABEL_BYTES as usize)).unwrap()
}

fn scope() -> Scope {
	Scope {
		territories: Territories::AllExcept(BoundedVec::new()),
		fields: FieldsOfUse::All,
		acts: Acts::ALL,
	}
}

fn consent(member: MemberId, role: ConsentRole) -> Consent {
	Consent { member, role, deemed: false, mandate: None }
}

fn declared(actor: Actor, act: Act, consents: Vec<Consent>) -> Step {
	Step { actor, cause: Cause::Declaration, legal_date: None, consents, act }
}

fn later<T: Config>() -> Moment {
	Moment(T::Titles::now().0 + 315_360_000_000)
}

fn right<T: Config>(unit: MemberId, user: MemberId, basis: UseBasis) -> UseGrant {
	let from = T::Titles::now();
	UseGrant {
		grantor: unit,
		form: UseForm::Ordinary,
		basis,
		holders: Shares::single(user),
		scope: scope(),
		period: Period { from, until: Some(later::<T>()) },
		transferable: false,
		sublicensable: false,
		sublicences_survive: false,
		subject_to: BoundedVec::new(),
		replaces: None,
	}
}

/// Those who act in a trial.
struct Scene<T: Config> {
	unit: Party<T>,
	user: Party<T>,
	other: Party<T>,
	broker: Party<T>,
	authority: Party<T>,
}

impl<T: Config> Scene<T> {
	/// A full title, paid by public money.
	fn new() -> Self {
		set_statutes::<T>();
		let scene = Self {
			unit: party(0),
			user: party(1),
			other: party(2),
			broker: party(3),
			authority: party(4),
		};
		scene.register();
		scene
	}

	fn register(&self) {
		let co_owners = (2..MAX_SHARE_LINES).map(|n| MemberId(FIRST_CO_OWNER + n));
		let small = co_owners.chain([self.other.member]);
		let small = small.map(|member| ShareLine { member, ppm: 1_000 });
		let ppm = WHOLE_PPM - 1_000 * (MAX_SHARE_LINES - 1);
		let lines = small.chain([ShareLine { member: self.unit.member, ppm }]);
		let owners = Shares::new(lines, ShareBasis::Agreed).expect("they sum to the whole; qed");
		let consents = owners.members().map(|m| consent(m, ConsentRole::CoOwner)).collect();
		let registration = Registration {
			achievement: ID,
			kind: KIND,
			owners,
			status: OfficialStatus::Granted,
			protection_until: None,
			pre_emption: BoundedVec::new(),
		};
		let act = Act::Registered(Box::new(registration));
		T::Titles::append(ID, declared(self.unit.actor(), act, consents)).unwrap();
		let facts = AchievementFacts {
			holder: self.unit.member,
			kind: KIND,
			ledger_status: LedgerStatus::Registered,
			official_status: OfficialStatus::Granted,
			protection_until: None,
			funding: FundingKind::Fiscal,
			service: true,
			exclusion: None,
			completers: Vec::new(),
			completed: Some(T::Titles::now()),
		};
		T::Achievements::benchmark_set(ID, facts);
		for _ in 0..RIGHTS {
			self.grant(UseBasis::Trial);
		}
	}

	/// One more right of the user; its number.
	fn grant(&self, basis: UseBasis) -> u32 {
		let grant = right::<T>(self.unit.member, self.user.member, basis);
		let accepts = consent(self.user.member, ConsentRole::Recipient);
		let act = Act::UseGranted(Box::new(grant));
		let mut step = declared(self.unit.actor(), act, [accepts].into());
		step.cause = Cause::Trial(TrialId(0));
		T::Titles::append(ID, step).unwrap()
	}

	fn terms(&self) -> EntryTerms {
		EntryTerms {
			reason: EntryReason::Idle,
			conversion: ConversionTerms::Cap(Amount::fen(1_000_000)),
			tie: TieRule::HolderChooses,
			trial_length: Term { number: 6, unit: TermUnit::Month },
			parallel_limit: MAX_PARALLEL_TRIALS,
			standard_contract: digest(3),
			operator: Some(self.broker.member),
			scope: scope(),
			period: Period { from: T::Titles::now(), until: Some(later::<T>()) },
		}
	}

	/// Puts the achievement into the pool, all places but one taken; the entry's number.
	fn enter(&self) -> u32 {
		let terms = self.terms();
		let pool = PoolTerms {
			by: self.unit.member,
			scope: terms.scope.clone(),
			period: terms.period,
			standard_contract: terms.standard_contract,
		};
		let step = declared(self.unit.actor(), Act::PoolEntered(pool), Vec::new());
		let entry = T::Titles::append(ID, step).unwrap();
		put_entry::<T>(ID, entry, self.unit.member, terms);
		OpenEntries::<T>::insert(ID, entry);
		entry
	}

	/// A trial in this state, with a broker and, where it runs, its right.
	fn trial(&self, state: TrialState) -> TrialId {
		let entry = self.enter();
		let has_run = !matches!(state, TrialState::Requested | TrialState::Accepted);
		let run = has_run.then(|| run::<T>(self.grant(UseBasis::Trial)));
		let fee = BrokersFee::Amount(Amount::fen(500_000));
		let broker = Some(Brokerage { broker: self.broker.member, fee });
		put_trial::<T>(ID, entry, self.user.member, broker, state, run)
	}

	/// As many consents as there can be.
	fn agreed(&self) {
		let one = |n| consent(MemberId(FIRST_CO_OWNER + n), ConsentRole::CoOwner);
		let most = (2..MAX_SHARE_LINES).map(one).collect();
		Agreed::<T>::insert(TRIAL, BoundedVec::truncate_from(most));
	}
}

fn put_entry<T: Config>(achievement: AchievementId, entry: u32, by: MemberId, terms: EntryTerms) {
	let record = PoolEntry {
		by,
		terms,
		entered: T::Titles::now(),
		left: None,
		active: MAX_PARALLEL_TRIALS - 1,
		chosen: None,
		flags: BoundedVec::new(),
	};
	PoolEntries::<T>::insert(achievement, entry, EntryRecord::V1(record));
}

fn run<T: Config>(right: u32) -> Run {
	let started = T::Titles::now();
	let (until, declare_by) = (later::<T>(), later::<T>());
	Run { right, started, until, declare_by, is_end_told: false }
}

/// Writes a trial as if calls had led there, with all contenders there can be.
fn put_trial<T: Config>(
	achievement: AchievementId,
	entry: u32,
	user: MemberId,
	broker: Option<Brokerage>,
	state: TrialState,
	run: Option<Run>,
) -> TrialId {
	let id = crate::NextTrial::<T>::get();
	crate::NextTrial::<T>::put(TrialId(id.0 + 1));
	let now = T::Titles::now();
	let trial = Trial {
		achievement,
		entry,
		user,
		user_mandate: None,
		broker,
		state,
		requested: now,
		since: now,
		run,
		extension: None,
		due: run.map(|run| run.until),
		policy: None,
		services: 0,
		converted: None,
		flags: BoundedVec::new(),
	};
	TrialsOf::<T>::insert(achievement, id, ());
	TrialsBy::<T>::insert(user, id, ());
	OpenTrials::<T>::insert(achievement, user, id);
	if let Some(run) = run {
		TrialOfRight::<T>::insert(achievement, run.right, id);
	}
	let contender = |trial| {
		let (offer, priority_until) = (Some(Amount::fen(1)), now);
		Contender { trial, offer, priority_until, was_chosen: false }
	};
	let others = (0..MAX_PARALLEL_TRIALS - 1).map(|n| contender(TrialId(1_000_000 + u64::from(n))));
	let own = (state == TrialState::ConvertDeclared).then(|| contender(id));
	let all = others.chain(own).collect::<Vec<_>>();
	Contenders::<T>::insert(achievement, entry, BoundedVec::truncate_from(all));
	Pallet::<T>::save(id, trial);
	id
}

/// A trial whose user has declared to convert, in a title that is there: for the benchmarks of other
/// areas. Any price will do.
pub(crate) fn declared_trial<T: Config>(achievement: AchievementId, user: MemberId) -> TrialId {
	set_statutes::<T>();
	let title = T::Titles::title(achievement).expect("the caller made a title; qed");
	let unit = title.owners.members().find(|owner| *owner != user).expect("it is owned; qed");
	let mut consents: Vec<_> =
		title.owners.members().map(|owner| consent(owner, ConsentRole::CoOwner)).collect();
	consents.push(consent(user, ConsentRole::Recipient));
	let grant = right::<T>(unit, user, UseBasis::Trial);
	let actor = Actor { member: unit, mandate: None };
	let mut step = declared(actor, Act::UseGranted(Box::new(grant)), consents);
	step.cause = Cause::Trial(TrialId(0));
	let right = T::Titles::append(achievement, step).expect("everyone agreed; qed");
	let terms = EntryTerms {
		reason: EntryReason::Voluntary,
		conversion: ConversionTerms::ToBeAgreed,
		tie: TieRule::FirstDeclared,
		trial_length: Term { number: 6, unit: TermUnit::Month },
		parallel_limit: MAX_PARALLEL_TRIALS,
		standard_contract: digest(3),
		operator: None,
		scope: scope(),
		period: Period { from: T::Titles::now(), until: Some(later::<T>()) },
	};
	put_entry::<T>(achievement, right, unit, terms);
	let run = Some(run::<T>(right));
	put_trial::<T>(achievement, right, user, None, TrialState::ConvertDeclared, run)
}

fn state<T: Config>() -> TrialState {
	let TrialRecord::V1(trial) = Trials::<T>::get(TRIAL).unwrap();
	trial.state
}

fn change<T: Config>(change: impl FnOnce(&mut Trial)) {
	let TrialRecord::V1(mut trial) = Trials::<T>::get(TRIAL).unwrap();
	change(&mut trial);
	Pallet::<T>::save(TRIAL, trial);
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn enter_pool() {
		let scene = Scene::<T>::new();
		let terms = Box::new(scene.terms());
		#[extrinsic_call]
		_(scene.unit.origin(), ID, terms, true, None);
		assert!(OpenEntries::<T>::contains_key(ID));
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
		let (proposer, number) = (scene.unit.member, NextProposal::<T>::get() - 1);
		#[extrinsic_call]
		_(scene.other.origin(), ID, proposer, number, ConsentRole::CoOwner, None);
		assert!(OpenEntries::<T>::contains_key(ID));
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
		scene.enter();
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
		let entry = scene.enter();
		let fee = BrokersFee::Part(50_000);
		let broker = Some(Brokerage { broker: scene.broker.member, fee });
		#[extrinsic_call]
		_(scene.user.origin(), ID, entry, digest(3), broker, None);
		assert_eq!(state::<T>(), TrialState::Requested);
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
