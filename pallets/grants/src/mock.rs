//! A runtime with this pallet and in-memory neighbours. Account `n` below 1000 is a full key of member
//! `n`; `1000 + n` to `3000 + n` are keys of it that approve, `4000 + n` is one that disposes.

use crate as pallet_grants;
use crate::types::*;
use frame_support::{assert_ok, derive_impl};
use quanqi_title::{Act, Actor, Cause, Consent, ConsentRole, Refusal, Registration, TitleBody};
use quanqi_traits::{
	testing::{FakeAchievements, FakeMembers, FakeNotices, FakeStatutes, FakeTitles},
	AchievementFacts, FundingKind, MemberFacts, Members, NoticeOutcome, NoticeSubject, OnEntry,
	OnNoticeOver, Statutes, Step, Titles,
};
use quanqi_types::{
	AchievementId, AchievementKind, BoundedVec, Capability, ConsentAct, ConsentRule, Date, Digest,
	Force, GrantId, LedgerStatus, MandateId, MemberId, MemberKind, Moment, OfficialStatus,
	Permission, Ppm, RuleId, Scope, ShareBasis, ShareLine, Shares, StatuteValue, StatuteVersion,
	Term, TermUnit, Text, UseForm, WorkingCalendar, WHOLE_PPM,
};
use sp_runtime::{BuildStorage, DispatchError, DispatchResult};
use std::cell::{Cell, RefCell};

type Block = frame_system::mocking::MockBlock<Test>;

frame_support::construct_runtime!(
	pub enum Test {
		System: frame_system,
		Grants: pallet_grants,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
}

impl pallet_grants::Config for Test {
	type Members = Keys;
	type Statutes = Law;
	type Achievements = FakeAchievements;
	type Titles = Ledger;
	type Notices = FakeNotices;
	type WeightInfo = ();
}

/// Members with several keys.
pub struct Keys;

fn key_of(who: &u64, permission: Permission) -> Result<u64, DispatchError> {
	let may = match who / 1_000 {
		0 => true,
		1..=3 => permission == Permission::Approve,
		4 => permission == Permission::Dispose,
		_ => false,
	};
	may.then_some(who % 1_000).ok_or(DispatchError::Other("permission missing"))
}

impl Members<u64> for Keys {
	fn facts(member: MemberId) -> Option<MemberFacts> {
		FakeMembers::facts(member)
	}

	fn member(who: &u64, permission: Permission) -> Result<MemberId, DispatchError> {
		FakeMembers::member(&key_of(who, permission)?, permission)
	}

	fn acting(
		who: &u64,
		permission: Permission,
		mandate: Option<MandateId>,
		parties: &[MemberId],
	) -> Result<Actor, DispatchError> {
		FakeMembers::acting(&key_of(who, permission)?, permission, mandate, parties)
	}

	fn ensure_capable(member: MemberId, capability: Capability) -> DispatchResult {
		FakeMembers::ensure_capable(member, capability)
	}

	fn ensure_active(member: MemberId) -> DispatchResult {
		FakeMembers::ensure_active(member)
	}

	fn is_administrator_of(administrator: MemberId, member: MemberId) -> bool {
		FakeMembers::is_administrator_of(administrator, member)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_member(seed: u32) -> (u64, MemberId) {
		FakeMembers::benchmark_member(seed)
	}
}

thread_local! {
	static ENCOURAGED: RefCell<Vec<RuleId>> = RefCell::default();
	static TELLS: Cell<bool> = const { Cell::new(true) };
}

/// Statutes of which some only encourage.
pub struct Law;

impl Statutes for Law {
	fn version_on(rule: RuleId, at: Moment) -> Option<StatuteVersion> {
		let mut version = FakeStatutes::version_on(rule, at)?;
		if ENCOURAGED.with_borrow(|rules| rules.contains(&rule)) {
			version.force = Force::Encouraged;
		}
		Some(version)
	}

	fn calendar(year: u16) -> Option<WorkingCalendar> {
		FakeStatutes::calendar(year)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_set(rule: RuleId, value: StatuteValue) {
		FakeStatutes::benchmark_set(rule, value);
	}
}

/// Makes a rule one that only flags.
pub(crate) fn encourage(rule: RuleId) {
	ENCOURAGED.with_borrow_mut(|rules| rules.push(rule));
}

/// Titles that tell of their entries, as the rights ledger does.
pub struct Ledger;

impl Titles for Ledger {
	fn title(achievement: AchievementId) -> Option<TitleBody> {
		FakeTitles::title(achievement)
	}

	fn check(achievement: AchievementId, step: &Step) -> Result<(), Refusal> {
		FakeTitles::check(achievement, step)
	}

	fn append(achievement: AchievementId, step: Step) -> Result<u32, DispatchError> {
		let sequence = FakeTitles::append(achievement, step)?;
		if TELLS.get() {
			let history = FakeTitles::history(achievement);
			Grants::entry_appended(achievement, history.last().expect("just appended; qed"));
		}
		Ok(sequence)
	}

	fn now() -> Moment {
		FakeTitles::now()
	}
}

/// The ledger keeps its entries to itself from now on.
pub(crate) fn tell_nothing() {
	TELLS.set(false);
}

/// The unit: state-established, with the capability to approve.
pub(crate) const UNIVERSITY: u32 = 1;
/// A co-owner in some tests.
pub(crate) const INSTITUTE: u32 = 2;
pub(crate) const ENTERPRISE: u32 = 3;
/// May attest registers.
pub(crate) const OFFICE: u32 = 4;
/// May adjudicate.
pub(crate) const REGULATOR: u32 = 5;
/// May adjudicate, and sponsors the student.
pub(crate) const SPONSOR: u32 = 6;
pub(crate) const AGENT: u32 = 8;
/// Completers; the professor represents them.
pub(crate) const PROFESSOR: u32 = 11;
pub(crate) const STUDENT: u32 = 12;
pub(crate) const ENGINEER: u32 = 13;
/// A person that completed nothing.
pub(crate) const OUTSIDER: u32 = 14;

pub(crate) const DAY_MS: u64 = 86_400_000;
/// The achievement of every test.
pub(crate) const WORK: AchievementId = AchievementId(1);

/// Ten in the morning of Monday, 23 November 2026, China Standard Time: the start of every test.
pub(crate) fn start() -> Moment {
	Moment(date(2026, 11, 23).start().0 + 10 * 3_600_000)
}

pub(crate) fn date(year: u16, month: u8, day: u8) -> Date {
	Date::from_calendar(year, month, day).unwrap()
}

pub(crate) fn now() -> Moment {
	FakeTitles::now()
}

pub(crate) fn advance_days(days: u64) {
	FakeTitles::set_now(FakeTitles::now().checked_add_ms(days * DAY_MS).unwrap());
}

pub(crate) fn signed(member: u32) -> RuntimeOrigin {
	RuntimeOrigin::signed(u64::from(member))
}

/// Another key of a member: 1 to 3 approve, 4 disposes.
pub(crate) fn key(number: u64, member: u32) -> RuntimeOrigin {
	RuntimeOrigin::signed(1_000 * number + u64::from(member))
}

pub(crate) fn digest(byte: u8) -> Digest {
	Digest::Sha256([byte; 32])
}

pub(crate) fn text(words: &str) -> Text<96> {
	Text::new(words).unwrap()
}

pub(crate) fn member(member: u32) -> MemberId {
	MemberId(member)
}

pub(crate) fn shares(lines: &[(u32, Ppm)]) -> Shares {
	let lines =
		lines.iter().map(|(member, ppm)| ShareLine { member: MemberId(*member), ppm: *ppm });
	Shares::new(lines, ShareBasis::Agreed).unwrap()
}

pub(crate) fn years(number: u32) -> Term {
	Term { number, unit: TermUnit::Year }
}

pub(crate) fn income(lines: &[(IncomePayee, Ppm)]) -> Vec<IncomeLine> {
	lines.iter().map(|(payee, ppm)| IncomeLine { payee: *payee, ppm: *ppm }).collect()
}

/// Four fifths to professor and student, 60 : 40; 75 : 15 : 10 of the income.
pub(crate) fn ownership() -> Terms {
	let split = income(&[
		(IncomePayee::Completers, 750_000),
		(IncomePayee::Unit, 150_000),
		(IncomePayee::Department, 100_000),
	]);
	Terms {
		achievement: WORK,
		content: Content::Ownership { ppm: 800_000, holding: Holding::Each },
		team: shares(&[(PROFESSOR, 600_000), (STUDENT, 400_000)]),
		representative: Some(MemberId(PROFESSOR)),
		legal_basis: 1,
		agreement: digest(1),
		income: split.try_into().unwrap(),
	}
}

/// A long-term use right of ordinary form over these committed terms.
pub(crate) fn long_term(committed: &[Term]) -> Terms {
	let content = Content::LongTermUse {
		form: UseForm::Ordinary,
		scope: Scope::everything(),
		length: Length::Committed(committed.to_vec().try_into().unwrap()),
		transferable: true,
		sublicensable: true,
		sublicences_survive: false,
		subject_to: BoundedVec::new(),
	};
	Terms { content, ..ownership() }
}

pub(crate) fn propose(terms: Terms) -> DispatchResult {
	Grants::propose(signed(UNIVERSITY), Box::new(terms))
}

pub(crate) fn last_id() -> GrantId {
	GrantId(crate::NextId::<Test>::get() - 1)
}

pub(crate) fn grant(id: GrantId) -> Grant {
	Grants::grant(id).unwrap()
}

pub(crate) fn status(id: GrantId) -> GrantStatus {
	grant(id).status
}

pub(crate) fn title() -> TitleBody {
	FakeTitles::title(WORK).unwrap()
}

pub(crate) fn proposed(terms: Terms) -> GrantId {
	assert_ok!(propose(terms));
	last_id()
}

pub(crate) fn approved(terms: Terms) -> GrantId {
	let id = proposed(terms);
	assert_ok!(Grants::approve(signed(UNIVERSITY), id, 0));
	id
}

pub(crate) fn noticed(terms: Terms) -> GrantId {
	let id = approved(terms);
	assert_ok!(Grants::publish(signed(UNIVERSITY), id, digest(2)));
	id
}

/// The notice of a grant ends.
pub(crate) fn end_notice(id: GrantId, outcome: NoticeOutcome) {
	let notice = grant(id).notice.unwrap();
	FakeNotices::end(notice, outcome);
	Grants::notice_over(notice, &NoticeSubject::Grant(id), outcome);
}

pub(crate) fn closed(terms: Terms) -> GrantId {
	let id = noticed(terms);
	advance_days(16);
	end_notice(id, NoticeOutcome::Closed);
	id
}

pub(crate) fn accept(by: u32, id: GrantId) -> DispatchResult {
	let Grant { version, terms, .. } = grant(id);
	Grants::accept(signed(by), id, version, terms.agreement, None)
}

pub(crate) fn accepted(terms: Terms) -> GrantId {
	let id = closed(terms);
	for member in grant(id).terms.team.members() {
		assert_ok!(accept(member.0, id));
	}
	id
}

pub(crate) fn agree(id: GrantId) -> DispatchResult {
	Grants::agree(signed(UNIVERSITY), id).map(|_| ()).map_err(|error| error.error)
}

pub(crate) fn agreed(terms: Terms) -> GrantId {
	let id = accepted(terms);
	assert_ok!(agree(id));
	id
}

pub(crate) fn attest(by: u32, id: GrantId) -> DispatchResult {
	let now = FakeTitles::now();
	Grants::attest(signed(by), id, text("变更2026-1"), now).map(|_| ()).map_err(|e| e.error)
}

pub(crate) fn effective(terms: Terms) -> GrantId {
	let id = agreed(terms);
	if status(id) == GrantStatus::Agreed {
		assert_ok!(attest(OFFICE, id));
	}
	id
}

pub(crate) fn declare(by: u32, id: GrantId) -> DispatchResult {
	Grants::declare_rescission(signed(by), id, digest(5), None)
}

pub(crate) fn rescind(by: u32, id: GrantId) -> DispatchResult {
	Grants::rescind(signed(by), id).map(|_| ()).map_err(|error| error.error)
}

pub(crate) fn decide(by: u32, id: GrantId) -> DispatchResult {
	Grants::rescind_by_decision(signed(by), id, text("仲裁1号"), digest(6))
		.map(|_| ())
		.map_err(|error| error.error)
}

pub(crate) fn consent(by: u32, id: GrantId, role: ConsentRole) -> DispatchResult {
	let version = grant(id).version;
	Grants::consent(signed(by), id, version, role, Behalf::Own)
		.map(|_| ())
		.map_err(|error| error.error)
}

/// What the register says of the work.
pub(crate) fn facts(kind: AchievementKind) -> AchievementFacts {
	AchievementFacts {
		holder: MemberId(UNIVERSITY),
		kind,
		ledger_status: LedgerStatus::Registered,
		official_status: OfficialStatus::Granted,
		protection_until: Some(date(2044, 1, 1).start()),
		funding: FundingKind::Fiscal,
		service: true,
		exclusion: None,
		completers: [PROFESSOR, STUDENT, ENGINEER].map(MemberId).to_vec(),
		completed: None,
	}
}

fn admit() {
	FakeMembers::clear();
	FakeMembers::admit(UNIVERSITY, MemberKind::University, true);
	FakeMembers::admit(INSTITUTE, MemberKind::Institute, true);
	FakeMembers::admit(ENTERPRISE, MemberKind::Enterprise, false);
	for authority in [OFFICE, REGULATOR, SPONSOR] {
		FakeMembers::admit(authority, MemberKind::Regulator, true);
	}
	FakeMembers::admit(AGENT, MemberKind::Agency, false);
	for person in [PROFESSOR, STUDENT, ENGINEER, OUTSIDER] {
		FakeMembers::admit(person, MemberKind::Person, false);
	}
	FakeMembers::set_sponsor(STUDENT, SPONSOR);
	FakeMembers::grant(UNIVERSITY, Capability::Approve);
	FakeMembers::grant(OFFICE, Capability::AttestRegister);
	for authority in [REGULATOR, SPONSOR] {
		FakeMembers::grant(authority, Capability::Adjudicate);
	}
}

fn set_statutes() {
	FakeStatutes::clear();
	ENCOURAGED.with_borrow_mut(Vec::clear);
	TELLS.set(true);
	let from = Moment(0);
	for kind in AchievementKind::ALL {
		for act in ConsentAct::ALL {
			let rule = match act {
				ConsentAct::OwnUse | ConsentAct::OrdinaryLicence | ConsentAct::PoolEntry => {
					ConsentRule::Any
				}
				_ => ConsentRule::All,
			};
			FakeStatutes::set(RuleId::Consent(*kind, *act), from, StatuteValue::Consent(rule));
		}
	}
	FakeStatutes::set(RuleId::OrdinaryBesideSole, from, StatuteValue::Flag(false));
	FakeStatutes::set(RuleId::LongTermUseRightMinimum, from, StatuteValue::Term(years(10)));
	FakeStatutes::set(RuleId::CompleterIncomeFloor, from, StatuteValue::Ppm(700_000));
	let codes = StatuteValue::Codes(vec![1, 2, 3].try_into().unwrap());
	FakeStatutes::set(RuleId::LegalBasisCodes, from, codes);
}

pub(crate) fn consent_of(member: MemberId, role: ConsentRole) -> Consent {
	Consent { member, role, deemed: false, mandate: None }
}

/// Appends what members declare, with the consents of everyone named.
pub(crate) fn declared(by: u32, act: Act, agreeing: &[(u32, ConsentRole)]) -> u32 {
	let consents = agreeing.iter().map(|(who, role)| consent_of(MemberId(*who), *role)).collect();
	let step = Step {
		actor: Actor { member: MemberId(by), mandate: None },
		cause: Cause::Declaration,
		legal_date: None,
		consents,
		act,
	};
	Ledger::append(WORK, step).unwrap()
}

/// Builds the state a test starts from: one work, no grant.
pub(crate) struct ExtBuilder {
	kind: AchievementKind,
	owners: Shares,
}

impl Default for ExtBuilder {
	/// A granted patent that the university owns alone.
	fn default() -> Self {
		let kind = AchievementKind::InventionPatent;
		Self { kind, owners: Shares::single(MemberId(UNIVERSITY)) }
	}
}

impl ExtBuilder {
	pub(crate) fn kind(mut self, kind: AchievementKind) -> Self {
		self.kind = kind;
		self
	}

	/// Software moves at once.
	pub(crate) fn software(self) -> Self {
		self.kind(AchievementKind::Software)
	}

	pub(crate) fn owned_by(mut self, owners: &[(u32, Ppm)]) -> Self {
		self.owners = shares(owners);
		self
	}

	/// University and institute, 90 : 10.
	pub(crate) fn with_institute(self) -> Self {
		self.owned_by(&[(UNIVERSITY, 900_000), (INSTITUTE, WHOLE_PPM - 900_000)])
	}

	pub(crate) fn build(self) -> sp_io::TestExternalities {
		let storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
		let mut externalities = sp_io::TestExternalities::new(storage);
		externalities.execute_with(|| {
			System::set_block_number(1);
			FakeTitles::set_now(start());
			admit();
			set_statutes();
			FakeAchievements::clear();
			FakeAchievements::set(WORK, facts(self.kind));
			let agreeing: Vec<_> =
				self.owners.members().map(|member| (member.0, ConsentRole::CoOwner)).collect();
			let registration = Registration {
				achievement: WORK,
				kind: self.kind,
				owners: self.owners,
				status: OfficialStatus::Granted,
				protection_until: Some(date(2044, 1, 1).start()),
				pre_emption: BoundedVec::new(),
			};
			declared(UNIVERSITY, Act::Registered(Box::new(registration)), &agreeing);
		});
		externalities
	}

	/// Runs a test and checks the invariants after it.
	pub(crate) fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			Grants::do_try_state().unwrap();
		});
	}
}

/// A test on a patent of the university alone.
pub(crate) fn patent(test: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(test);
}

/// A test on software of the university alone.
pub(crate) fn software(test: impl FnOnce()) {
	ExtBuilder::default().software().build_and_execute(test);
}
