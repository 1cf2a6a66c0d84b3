//! A ledger with one achievement, and the members of a small consortium.

use crate::{self as pallet_rights, Event, Titles as StoredTitles};
use frame_support::{
	derive_impl, parameter_types,
	traits::{ConstU32, Hooks, Time},
	weights::{Weight, WeightMeter},
};
use quanqi_title::{
	Act, Actor, Cause, Consent, ConsentRole, Entry, Registration, TitleBody, UseBasis, UseGrant,
};
use quanqi_traits::{
	testing::{FakeMembers, FakeStatutes},
	OnEntry, Step, Titles,
};
use quanqi_types::{
	AchievementId, AchievementKind, Acts, BoundedVec, Capability, ConsentAct, ConsentRule, Date,
	Digest, FieldsOfUse, MemberId, MemberKind, Moment, OfficialStatus, Period, Ppm, PreEmption,
	RuleId, Scope, ShareBasis, ShareLine, Shares, StatuteValue, Term, TermUnit, Territories, Text,
	UseForm, WHOLE_PPM,
};
use sp_runtime::BuildStorage;
use std::cell::{Cell, RefCell};

pub(crate) const UNIVERSITY: u32 = 1;
pub(crate) const INSTITUTE: u32 = 2;
pub(crate) const ENTERPRISE: u32 = 3;
pub(crate) const BUYER: u32 = 4;
pub(crate) const BANK: u32 = 5;
/// May attest registers.
pub(crate) const OFFICE: u32 = 6;
/// May adjudicate.
pub(crate) const COURT: u32 = 7;
/// May relay an outside court's orders.
pub(crate) const RELAY: u32 = 8;
pub(crate) const COMPLETER: u32 = 9;
pub(crate) const AGENT: u32 = 10;
/// Has no number in the consortium.
pub(crate) const STRANGER: u32 = 99;

/// The achievement of every test.
pub(crate) const PATENT: AchievementId = AchievementId(1);

pub(crate) const DAY_MS: u64 = 86_400_000;

frame_support::construct_runtime!(
	pub enum Test {
		System: frame_system,
		Rights: pallet_rights,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
}

thread_local! {
	static NOW: Cell<u64> = const { Cell::new(0) };
}

/// A clock that tests set.
pub struct Clock;

impl Time for Clock {
	type Moment = u64;

	fn now() -> u64 {
		NOW.get()
	}
}

parameter_types! {
	pub const RequestLifeDays: u32 = 60;
}

thread_local! {
	static TOLD: RefCell<Vec<(AchievementId, u32)>> = const { RefCell::new(Vec::new()) };
}

/// Who is told of entries: remembers the number of each.
pub struct Listener;

impl OnEntry for Listener {
	fn entry_appended(achievement: AchievementId, entry: &Entry) {
		TOLD.with_borrow_mut(|told| told.push((achievement, entry.body().sequence)));
	}
}

/// What the listener was told since the last look.
pub(crate) fn told() -> Vec<(AchievementId, u32)> {
	TOLD.take()
}

impl pallet_rights::Config for Test {
	type Members = FakeMembers;
	type Statutes = FakeStatutes;
	type Time = Clock;
	type OnEntry = Listener;
	type MaxRequests = ConstU32<12>;
	type MaxSuccession = ConstU32<3>;
	type RequestLifeDays = RequestLifeDays;
	type WeightInfo = ();
}

/// The first moment of every test: 2026-11-21, 10 in the morning in China.
pub(crate) fn start() -> Moment {
	let day = Date::from_calendar(2026, 11, 21).unwrap();
	day.start().checked_add_ms(10 * 3_600_000).unwrap()
}

/// Lets time pass and takes a block's look at what is due.
pub(crate) fn advance_days(days: u64) {
	advance_days_without_poll(days);
	poll(Weight::MAX);
}

/// Lets time pass, with no block in between.
pub(crate) fn advance_days_without_poll(days: u64) {
	NOW.set(NOW.get() + days * DAY_MS);
	System::set_block_number(System::block_number() + 1);
}

/// A block's look at what is due, within this weight.
pub(crate) fn poll(weight: Weight) -> Weight {
	let mut meter = WeightMeter::with_limit(weight);
	Rights::on_poll(System::block_number(), &mut meter);
	meter.consumed()
}

/// How a ledger begins.
pub(crate) struct Ledger {
	kind: AchievementKind,
	status: OfficialStatus,
	owners: Shares,
	protection_until: Option<Moment>,
	pre_emption: Vec<(MemberId, PreEmption)>,
	consents: Vec<(ConsentAct, ConsentRule)>,
}

impl Ledger {
	/// A granted patent that the university owns alone, protected for ten more years.
	pub(crate) fn new() -> Self {
		Self {
			kind: AchievementKind::InventionPatent,
			status: OfficialStatus::Granted,
			owners: Shares::single(MemberId(UNIVERSITY)),
			protection_until: Some(in_days(3_650)),
			pre_emption: Vec::new(),
			consents: Vec::new(),
		}
	}

	pub(crate) fn kind(mut self, kind: AchievementKind) -> Self {
		self.kind = kind;
		self
	}

	pub(crate) fn owned_by(mut self, owners: &[(u32, Ppm)]) -> Self {
		self.owners = shares(owners);
		self
	}

	pub(crate) fn protected_until(mut self, until: Moment) -> Self {
		self.protection_until = Some(until);
		self
	}

	pub(crate) fn pre_empted_by(mut self, member: u32, ground: PreEmption) -> Self {
		self.pre_emption.push((MemberId(member), ground));
		self
	}

	/// Replaces the law's default for an act.
	pub(crate) fn consent_rule(mut self, act: ConsentAct, rule: ConsentRule) -> Self {
		self.consents.push((act, rule));
		self
	}

	pub(crate) fn build(self) -> sp_io::TestExternalities {
		let storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
		let mut ext = sp_io::TestExternalities::new(storage);
		ext.execute_with(|| {
			System::set_block_number(1);
			NOW.set(start().0);
			admit_everyone();
			set_statutes(&self.consents);
			self.register(PATENT);
			System::reset_events();
		});
		ext
	}

	/// Runs a test, and checks every invariant after it.
	pub(crate) fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			Rights::do_try_state().unwrap();
		});
	}

	/// Registers one more achievement of this kind.
	pub(crate) fn register(&self, achievement: AchievementId) {
		let registration = Registration {
			achievement,
			kind: self.kind,
			owners: self.owners.clone(),
			status: self.status,
			protection_until: self.protection_until,
			pre_emption: BoundedVec::try_from(self.pre_emption.clone()).unwrap(),
		};
		let actor = self.owners.lines()[0].member;
		let mut step = declared(actor.0, Act::Registered(Box::new(registration)));
		step.consents = self.owners.members().map(co_owner).collect();
		Rights::append(achievement, step).unwrap();
	}
}

fn admit_everyone() {
	FakeMembers::clear();
	let kinds = [
		(UNIVERSITY, MemberKind::University),
		(INSTITUTE, MemberKind::Institute),
		(ENTERPRISE, MemberKind::Enterprise),
		(BUYER, MemberKind::Enterprise),
		(BANK, MemberKind::Financier),
		(OFFICE, MemberKind::Regulator),
		(COURT, MemberKind::Regulator),
		(RELAY, MemberKind::Other),
		(COMPLETER, MemberKind::Person),
		(AGENT, MemberKind::Agency),
	];
	for (member, kind) in kinds {
		FakeMembers::admit(member, kind, member == UNIVERSITY);
	}
	FakeMembers::grant(OFFICE, Capability::AttestRegister);
	FakeMembers::grant(COURT, Capability::Adjudicate);
	FakeMembers::grant(RELAY, Capability::RelayOrders);
}

/// The law's defaults for patents, for every kind (Patent Law art. 14).
fn set_statutes(replaced: &[(ConsentAct, ConsentRule)]) {
	FakeStatutes::clear();
	let acts = [
		(ConsentAct::OwnUse, ConsentRule::Any),
		(ConsentAct::OrdinaryLicence, ConsentRule::Any),
		(ConsentAct::SoleLicence, ConsentRule::All),
		(ConsentAct::ExclusiveLicence, ConsentRule::All),
		(ConsentAct::PoolEntry, ConsentRule::Any),
		(ConsentAct::Transfer, ConsentRule::All),
		(ConsentAct::Pledge, ConsentRule::All),
		(ConsentAct::Grant, ConsentRule::All),
		(ConsentAct::Retire, ConsentRule::All),
	];
	for kind in AchievementKind::ALL {
		for (act, default) in acts {
			let rule = replaced.iter().find(|(replaced, _)| *replaced == act);
			let rule = rule.map_or(default, |(_, rule)| *rule);
			let id = RuleId::Consent(*kind, act);
			FakeStatutes::set(id, Moment(0), StatuteValue::Consent(rule));
		}
	}
	let days = StatuteValue::Term(Term { number: 15, unit: TermUnit::Day });
	for ground in [PreEmption::Completer, PreEmption::Commissioner, PreEmption::CoDeveloper] {
		FakeStatutes::set(RuleId::PreEmptionPeriod(ground), Moment(0), days.clone());
	}
	let years = StatuteValue::Term(Term { number: 10, unit: TermUnit::Year });
	FakeStatutes::set(RuleId::LongTermUseRightMinimum, Moment(0), years);
	FakeStatutes::set(RuleId::OrdinaryBesideSole, Moment(0), StatuteValue::Flag(false));
}

/// A moment some days from the start of a test.
pub(crate) fn in_days(days: u64) -> Moment {
	start().checked_add_ms(days * DAY_MS).unwrap()
}

pub(crate) fn member(member: u32) -> MemberId {
	MemberId(member)
}

pub(crate) fn shares(lines: &[(u32, Ppm)]) -> Shares {
	let lines =
		lines.iter().map(|(member, ppm)| ShareLine { member: MemberId(*member), ppm: *ppm });
	Shares::new(lines, ShareBasis::Agreed).unwrap()
}

pub(crate) fn half() -> Ppm {
	WHOLE_PPM / 2
}

/// A key of a member.
pub(crate) fn key(member: u32) -> RuntimeOrigin {
	RuntimeOrigin::signed(u64::from(member))
}

pub(crate) fn everywhere() -> Scope {
	Scope {
		territories: Territories::AllExcept(BoundedVec::new()),
		fields: FieldsOfUse::All,
		acts: Acts::ALL,
	}
}

/// A licence by the university to the enterprise for a year, everywhere.
pub(crate) fn licence(form: UseForm) -> UseGrant {
	UseGrant {
		grantor: MemberId(UNIVERSITY),
		form,
		basis: UseBasis::Licence,
		holders: Shares::single(MemberId(ENTERPRISE)),
		scope: everywhere(),
		period: Period { from: start(), until: Some(in_days(365)) },
		transferable: true,
		sublicensable: true,
		sublicences_survive: false,
		subject_to: BoundedVec::new(),
		replaces: None,
	}
}

pub(crate) fn document(number: &str) -> crate::DecisionDocument {
	crate::DecisionDocument { document: text(number), digest: Digest::Sha256([7; 32]) }
}

pub(crate) fn text<const N: u32>(words: &str) -> Text<N> {
	Text::new(words).unwrap()
}

/// A step that a member declares.
pub(crate) fn declared(actor: u32, act: Act) -> Step {
	Step {
		actor: Actor { member: MemberId(actor), mandate: None },
		cause: Cause::Declaration,
		legal_date: None,
		consents: Vec::new(),
		act,
	}
}

/// A co-owner's consent.
pub(crate) fn co_owner(member: MemberId) -> Consent {
	Consent { member, role: ConsentRole::CoOwner, deemed: false, mandate: None }
}

/// The present title.
pub(crate) fn title() -> TitleBody {
	StoredTitles::<Test>::get(PATENT).unwrap().body().clone()
}

/// Events of this pallet since the last look.
pub(crate) fn events() -> Vec<Event<Test>> {
	let events = System::read_events_for_pallet::<Event<Test>>();
	System::reset_events();
	events
}

/// The request opened last.
pub(crate) fn last_request() -> crate::RequestId {
	crate::NextRequest::<Test>::get() - 1
}

/// Agrees to the last request in one's own name.
pub(crate) fn agree(member: u32, role: ConsentRole) {
	Rights::consent(key(member), last_request(), role, crate::Behalf::Own).unwrap();
}

/// The root of the state: equal where nothing was written.
pub(crate) fn state_root() -> Vec<u8> {
	sp_io::storage::root(sp_core::storage::StateVersion::V1)
}
