//! A ledger with some achievements, and the members of a small consortium. Account `n` is a full key
//! of member `n`.

use crate::{self as pallet_trials, *};
use frame_support::{
	assert_ok, derive_impl,
	traits::Hooks,
	weights::{Weight, WeightMeter},
};
use quanqi_title::{
	Act, Actor, Cause, Consent, ConsentRole, Entry, Refusal, Registration, TitleBody, UseBasis,
	UseGrant,
};
use quanqi_traits::{
	testing::{FakeAchievements, FakeMembers, FakeStatutes, FakeTitles},
	AchievementFacts, Conversion, FundingKind, OnEntry, Step, Titles, Trials as _,
};
use quanqi_types::{
	AchievementId, AchievementKind, Acts, Amount, BoundedVec, Capability, ConsentAct, ConsentRule,
	ContractId, Date, Digest, FieldsOfUse, LedgerStatus, MemberId, MemberKind, Moment,
	OfficialStatus, Period, Ppm, RuleId, Scope, ShareBasis, ShareLine, Shares, StatuteValue, Term,
	TermUnit, Territories, Text, TrialId, UseForm, WorkingCalendar,
};
use sp_runtime::{BuildStorage, DispatchError, DispatchResult};

pub(crate) const UNIVERSITY: u32 = 1;
pub(crate) const INSTITUTE: u32 = 2;
/// Enterprises that try.
pub(crate) const ENTERPRISE: u32 = 3;
pub(crate) const RIVAL: u32 = 4;
pub(crate) const THIRD: u32 = 5;
pub(crate) const BROKER: u32 = 6;
/// May insure.
pub(crate) const INSURER: u32 = 7;
/// May attest payments.
pub(crate) const BANK: u32 = 8;
/// May adjudicate.
pub(crate) const COURT: u32 = 9;
/// May operate the pool.
pub(crate) const OPERATOR: u32 = 10;
/// May audit.
pub(crate) const AUDITOR: u32 = 11;
pub(crate) const AGENT: u32 = 12;
/// Has no number in the consortium.
pub(crate) const STRANGER: u32 = 99;

/// The achievement of every test.
pub(crate) const PATENT: AchievementId = AchievementId(1);

pub(crate) const DAY_MS: u64 = 86_400_000;

frame_support::construct_runtime!(
	pub enum Test {
		System: frame_system,
		Trials: pallet_trials,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
}

/// Titles that tell this pallet of every entry, as the ledger does.
pub struct ToldTitles;

impl Titles for ToldTitles {
	fn title(achievement: AchievementId) -> Option<TitleBody> {
		FakeTitles::title(achievement)
	}

	fn check(achievement: AchievementId, step: &Step) -> Result<(), Refusal> {
		FakeTitles::check(achievement, step)
	}

	fn append(achievement: AchievementId, step: Step) -> Result<u32, DispatchError> {
		let sequence = FakeTitles::append(achievement, step)?;
		let history = FakeTitles::history(achievement);
		let entry: &Entry = &history[sequence as usize];
		Trials::entry_appended(achievement, entry);
		Ok(sequence)
	}

	fn now() -> Moment {
		FakeTitles::now()
	}
}

impl pallet_trials::Config for Test {
	type Members = FakeMembers;
	type Statutes = FakeStatutes;
	type Achievements = FakeAchievements;
	type Titles = ToldTitles;
	type WeightInfo = ();
}

/// The first moment of every test: 2026-11-23, a Monday, 10 in the morning in China.
pub(crate) fn start() -> Moment {
	let day = Date::from_calendar(2026, 11, 23).unwrap();
	day.start().checked_add_ms(10 * 3_600_000).unwrap()
}

pub(crate) fn now() -> Moment {
	FakeTitles::now()
}

/// A moment some days from now.
pub(crate) fn in_days(days: u64) -> Moment {
	now().checked_add_ms(days * DAY_MS).unwrap()
}

/// Lets time pass, and takes a block's look at what is due.
pub(crate) fn advance_days(days: u64) {
	advance_days_without_poll(days);
	poll(Weight::MAX);
}

/// Lets time pass, with no block in between.
pub(crate) fn advance_days_without_poll(days: u64) {
	FakeTitles::set_now(in_days(days));
	System::set_block_number(System::block_number() + 1);
}

/// A block's look at what is due, within this weight.
pub(crate) fn poll(weight: Weight) -> Weight {
	let mut meter = WeightMeter::with_limit(weight);
	Trials::on_poll(System::block_number(), &mut meter);
	meter.consumed()
}

/// How a ledger begins.
pub(crate) struct Ledger {
	owners: Vec<(u32, Ppm)>,
	facts: AchievementFacts,
	consents: Vec<(ConsentAct, ConsentRule)>,
	statutes: Vec<(RuleId, StatuteValue)>,
}

impl Ledger {
	/// A granted patent of the university, made with public money and completed this year.
	pub(crate) fn new() -> Self {
		Self {
			owners: vec![(UNIVERSITY, 1_000_000)],
			facts: AchievementFacts {
				holder: member(UNIVERSITY),
				kind: AchievementKind::InventionPatent,
				ledger_status: LedgerStatus::Registered,
				official_status: OfficialStatus::Granted,
				protection_until: None,
				funding: FundingKind::Fiscal,
				service: true,
				exclusion: None,
				completers: Vec::new(),
				completed: Some(Date::from_calendar(2026, 1, 5).unwrap().start()),
			},
			consents: Vec::new(),
			statutes: Vec::new(),
		}
	}

	pub(crate) fn owned_by(mut self, owners: &[(u32, Ppm)]) -> Self {
		self.owners = owners.to_vec();
		self
	}

	pub(crate) fn facts(mut self, change: impl FnOnce(&mut AchievementFacts)) -> Self {
		change(&mut self.facts);
		self
	}

	/// Completed so long ago that it is idle.
	pub(crate) fn idle(self) -> Self {
		let completed = Date::from_calendar(2020, 1, 6).unwrap().start();
		self.facts(|facts| facts.completed = Some(completed))
	}

	/// Replaces the law's default for an act.
	pub(crate) fn consent_rule(mut self, act: ConsentAct, rule: ConsentRule) -> Self {
		self.consents.push((act, rule));
		self
	}

	/// A binding statute from the beginning, in the place of the usual one.
	pub(crate) fn statute(mut self, rule: RuleId, value: StatuteValue) -> Self {
		self.statutes.push((rule, value));
		self
	}

	pub(crate) fn build(self) -> sp_io::TestExternalities {
		let storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
		let mut ext = sp_io::TestExternalities::new(storage);
		ext.execute_with(|| {
			System::set_block_number(1);
			FakeTitles::set_now(start());
			admit_everyone();
			self.set_statutes();
			FakeAchievements::clear();
			self.register(PATENT);
			System::reset_events();
		});
		ext
	}

	/// Runs a test, and checks every invariant after it.
	pub(crate) fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			Trials::do_try_state().unwrap();
		});
	}

	/// Registers an achievement of this kind.
	pub(crate) fn register(&self, achievement: AchievementId) {
		let lines = self.owners.iter().map(|(m, ppm)| ShareLine { member: member(*m), ppm: *ppm });
		let owners = Shares::new(lines, ShareBasis::Agreed).unwrap();
		let consents = owners.members().map(co_owner).collect();
		let registration = Registration {
			achievement,
			kind: self.facts.kind,
			owners,
			status: self.facts.official_status,
			protection_until: self.facts.protection_until,
			pre_emption: BoundedVec::new(),
		};
		let mut step = declared(self.owners[0].0, Act::Registered(Box::new(registration)));
		step.consents = consents;
		ToldTitles::append(achievement, step).unwrap();
		FakeAchievements::set(achievement, self.facts.clone());
	}

	/// The law's defaults, and the numbers of the policy documents.
	fn set_statutes(&self) {
		FakeStatutes::clear();
		for act in ConsentAct::ALL {
			let any = matches!(act, ConsentAct::OrdinaryLicence | ConsentAct::PoolEntry);
			let default = if any { ConsentRule::Any } else { ConsentRule::All };
			let replaced = self.consents.iter().find(|(replaced, _)| replaced == act);
			let rule = replaced.map_or(default, |(_, rule)| *rule);
			let id = RuleId::Consent(self.facts.kind, *act);
			FakeStatutes::set(id, Moment(0), StatuteValue::Consent(rule));
		}
		let usual = [
			(RuleId::TrialMaximum, term(24, TermUnit::Month)),
			(RuleId::TrialDeclarationPeriod, term(30, TermUnit::Day)),
			(RuleId::IdlePeriod, term(3, TermUnit::Year)),
			(RuleId::IdleClockStart, StatuteValue::Number(0)),
			(RuleId::VoucherShare, StatuteValue::Ppm(800_000)),
			(RuleId::FacilitationFee, StatuteValue::Ppm(50_000)),
			(RuleId::OrdinaryBesideSole, StatuteValue::Flag(false)),
		];
		for year in 2020..2040 {
			let calendar = WorkingCalendar::new(year, [], []).unwrap();
			let rule = RuleId::WorkingDays(year);
			FakeStatutes::set(rule, Moment(0), StatuteValue::Calendar(calendar));
		}
		for (rule, value) in usual.into_iter().chain(self.statutes.clone()) {
			FakeStatutes::set(rule, Moment(0), value);
		}
	}
}

fn admit_everyone() {
	FakeMembers::clear();
	let kinds = [
		(UNIVERSITY, MemberKind::University),
		(INSTITUTE, MemberKind::Institute),
		(ENTERPRISE, MemberKind::Enterprise),
		(RIVAL, MemberKind::Enterprise),
		(THIRD, MemberKind::Enterprise),
		(BROKER, MemberKind::Agency),
		(INSURER, MemberKind::Financier),
		(BANK, MemberKind::Financier),
		(COURT, MemberKind::Regulator),
		(OPERATOR, MemberKind::Exchange),
		(AUDITOR, MemberKind::Regulator),
		(AGENT, MemberKind::Agency),
	];
	for (member, kind) in kinds {
		FakeMembers::admit(member, kind, member == UNIVERSITY);
	}
	FakeMembers::grant(INSURER, Capability::Insure);
	FakeMembers::grant(BANK, Capability::AttestPayments);
	FakeMembers::grant(COURT, Capability::Adjudicate);
	FakeMembers::grant(OPERATOR, Capability::OperatePool);
	FakeMembers::grant(AUDITOR, Capability::Audit);
}

pub(crate) fn term(number: u32, unit: TermUnit) -> StatuteValue {
	StatuteValue::Term(Term { number, unit })
}

pub(crate) fn member(member: u32) -> MemberId {
	MemberId(member)
}

/// A key of a member.
pub(crate) fn key(member: u32) -> RuntimeOrigin {
	RuntimeOrigin::signed(u64::from(member))
}

pub(crate) fn digest(byte: u8) -> Digest {
	Digest::Sha256([byte; 32])
}

pub(crate) fn text<const N: u32>(words: &str) -> Text<N> {
	Text::new(words).unwrap()
}

pub(crate) fn everywhere() -> Scope {
	Scope {
		territories: Territories::AllExcept(BoundedVec::new()),
		fields: FieldsOfUse::All,
		acts: Acts::ALL,
	}
}

/// A step that a member declares.
pub(crate) fn declared(actor: u32, act: Act) -> Step {
	Step {
		actor: Actor { member: member(actor), mandate: None },
		cause: Cause::Declaration,
		legal_date: None,
		consents: Vec::new(),
		act,
	}
}

/// A step with the consents of recipients and co-owners.
pub(crate) fn agreed(actor: u32, cause: Cause, act: Act, consents: &[(u32, ConsentRole)]) -> Step {
	let consents = consents.iter().map(|(who, role)| Consent {
		member: member(*who),
		role: *role,
		deemed: false,
		mandate: None,
	});
	Step { cause, consents: consents.collect(), ..declared(actor, act) }
}

fn co_owner(member: MemberId) -> Consent {
	Consent { member, role: ConsentRole::CoOwner, deemed: false, mandate: None }
}

/// A licence by the university to a member for a year.
pub(crate) fn licence(form: UseForm, to: u32) -> UseGrant {
	UseGrant {
		grantor: member(UNIVERSITY),
		form,
		basis: UseBasis::Licence,
		holders: Shares::single(member(to)),
		scope: everywhere(),
		period: Period { from: now(), until: Some(in_days(365)) },
		transferable: true,
		sublicensable: true,
		sublicences_survive: false,
		subject_to: BoundedVec::new(),
		replaces: None,
	}
}

/// Appends a licence to the title, as another area would; its number.
pub(crate) fn licensed(form: UseForm, to: u32, cause: Cause) -> u32 {
	let act = Act::UseGranted(Box::new(licence(form, to)));
	let step = agreed(UNIVERSITY, cause, act, &[(to, ConsentRole::Recipient)]);
	ToldTitles::append(PATENT, step).unwrap()
}

pub(crate) fn title() -> TitleBody {
	FakeTitles::title(PATENT).unwrap()
}

/// Six months, ten places, price to be agreed, first come first served, open for two years.
pub(crate) fn terms() -> EntryTerms {
	EntryTerms {
		reason: EntryReason::Voluntary,
		conversion: ConversionTerms::ToBeAgreed,
		tie: TieRule::FirstDeclared,
		trial_length: Term { number: 6, unit: TermUnit::Month },
		parallel_limit: 10,
		standard_contract: digest(3),
		operator: None,
		scope: everywhere(),
		period: Period { from: now(), until: Some(in_days(730)) },
	}
}

pub(crate) fn enter(terms: EntryTerms) -> DispatchResult {
	Trials::enter_pool(key(UNIVERSITY), PATENT, Box::new(terms), false, None)
}

/// The entry by which the patent is in the pool.
pub(crate) fn open_entry() -> u32 {
	OpenEntries::<Test>::get(PATENT).expect("it is in the pool")
}

/// Enters the patent on these terms.
pub(crate) fn entered(terms: EntryTerms) -> u32 {
	assert_ok!(enter(terms));
	System::reset_events();
	open_entry()
}

pub(crate) fn request(user: u32) -> DispatchResult {
	Trials::request(key(user), PATENT, open_entry(), digest(3), None, None)
}

/// A trial that was asked for.
pub(crate) fn requested(user: u32) -> TrialId {
	assert_ok!(request(user));
	System::reset_events();
	TrialId(NextTrial::<Test>::get().0 - 1)
}

/// A trial that was accepted.
pub(crate) fn accepted(user: u32) -> TrialId {
	let trial = requested(user);
	assert_ok!(Trials::approve(key(UNIVERSITY), trial));
	System::reset_events();
	trial
}

/// A trial that runs.
pub(crate) fn running(user: u32) -> TrialId {
	let trial = accepted(user);
	assert_ok!(Trials::start(key(UNIVERSITY), trial, None));
	System::reset_events();
	trial
}

/// A trial whose user declared to convert.
pub(crate) fn convert_declared(user: u32, offer: Option<Amount>) -> TrialId {
	let trial = running(user);
	assert_ok!(Trials::declare_conversion(key(user), trial, offer, None));
	System::reset_events();
	trial
}

/// A trial in this state, of the enterprise, under the entry that is open.
pub(crate) fn trial_in(state: TrialState) -> TrialId {
	use TrialState::*;
	let trial = match state {
		Requested => requested(ENTERPRISE),
		Refused => {
			let trial = requested(ENTERPRISE);
			assert_ok!(Trials::refuse(key(UNIVERSITY), trial, None));
			trial
		}
		Withdrawn => {
			let trial = requested(ENTERPRISE);
			assert_ok!(Trials::withdraw(key(ENTERPRISE), trial, None));
			trial
		}
		Accepted => accepted(ENTERPRISE),
		Running => running(ENTERPRISE),
		ConvertDeclared => convert_declared(ENTERPRISE, None),
		Converted => {
			let trial = convert_declared(ENTERPRISE, None);
			assert_ok!(Trials::converted(&conversion(trial, ENTERPRISE, None), ContractId(7)));
			trial
		}
		StopDeclared | Closed => {
			let trial = running(ENTERPRISE);
			assert_ok!(Trials::declare_stop(key(ENTERPRISE), trial, None));
			if state == Closed {
				assert_ok!(Trials::close(key(UNIVERSITY), trial, None));
			}
			trial
		}
		EndedUndeclared => {
			let trial = running(ENTERPRISE);
			advance_days(300);
			advance_days(1);
			trial
		}
		Terminated => {
			let trial = running(ENTERPRISE);
			assert_ok!(Trials::terminate(key(COURT), trial, text("D1"), digest(9)));
			trial
		}
		Lapsed => {
			let terms = entry().terms;
			let trial = requested(ENTERPRISE);
			assert_ok!(Trials::leave_pool(key(UNIVERSITY), PATENT, None));
			poll(Weight::MAX);
			entered(terms);
			trial
		}
	};
	assert_eq!(state_of(trial), state);
	System::reset_events();
	trial
}

pub(crate) fn conversion(trial: TrialId, user: u32, price: Option<Amount>) -> Conversion {
	Conversion { trial, achievement: PATENT, user: member(user), price }
}

pub(crate) fn trial(id: TrialId) -> Trial {
	Trials::load(id).unwrap()
}

pub(crate) fn state_of(id: TrialId) -> TrialState {
	trial(id).state
}

pub(crate) fn entry() -> PoolEntry {
	Trials::load_entry(PATENT, open_entry()).unwrap()
}

pub(crate) fn cny(fen: u128) -> Option<Amount> {
	Some(Amount::fen(fen))
}

/// Events of this pallet since the last look.
pub(crate) fn events() -> Vec<Event<Test>> {
	let events = System::read_events_for_pallet::<Event<Test>>();
	System::reset_events();
	events
}

/// The root of the state: equal where nothing was written.
pub(crate) fn state_root() -> Vec<u8> {
	sp_io::storage::root(sp_core::storage::StateVersion::V1)
}
