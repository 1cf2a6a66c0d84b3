//! A runtime with this pallet and in-memory neighbours. Account `n` is a full key of member `n`.

use crate as pallet_notices;
use crate::types::*;
use frame_support::{
	assert_ok, derive_impl,
	storage::unhashed,
	traits::Hooks,
	weights::{Weight, WeightMeter},
};
use quanqi_title::{Act, Actor, Cause, Consent, ConsentRole, Registration};
use quanqi_traits::{
	testing::{FakeAchievements, FakeMembers, FakeStatutes, FakeTitles},
	AchievementFacts, FundingKind, NoticeOutcome, NoticeSubject, OnNoticeOver, Step, Titles,
};
use quanqi_types::{
	AchievementId, AchievementKind, BoundedVec, Capability, Date, Digest, LedgerStatus, MemberId,
	MemberKind, Moment, NoticeId, OfficialStatus, RuleId, ShareBasis, ShareLine, Shares,
	StatuteValue, Term, TermUnit, Text,
};
use sp_runtime::BuildStorage;

type Block = frame_system::mocking::MockBlock<Test>;

frame_support::construct_runtime!(
	pub enum Test {
		System: frame_system,
		Notices: pallet_notices,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
}

impl pallet_notices::Config for Test {
	type Members = FakeMembers;
	type Statutes = FakeStatutes;
	type Achievements = FakeAchievements;
	type Titles = FakeTitles;
	type OnNoticeOver = Area;
	type WeightInfo = ();
}

/// An area that remembers what it was told.
pub struct Area;

const TOLD: &[u8] = b"mock/told";

impl OnNoticeOver for Area {
	fn notice_over(notice: NoticeId, _: &NoticeSubject, outcome: NoticeOutcome) {
		let mut told = told();
		told.push((notice, outcome));
		unhashed::put(TOLD, &told);
	}
}

/// What the area was told.
pub(crate) fn told() -> Vec<(NoticeId, NoticeOutcome)> {
	unhashed::get_or_default(TOLD)
}

/// The holder, and an owner.
pub(crate) const UNIVERSITY: u32 = 1;
/// A co-owner.
pub(crate) const INSTITUTE: u32 = 2;
/// An enterprise that is a party of nothing unless named.
pub(crate) const ENTERPRISE: u32 = 3;
pub(crate) const BUYER: u32 = 4;
/// May adjudicate.
pub(crate) const REGULATOR: u32 = 5;
/// May adjudicate too, and sponsors the completer.
pub(crate) const SPONSOR: u32 = 6;
pub(crate) const AGENT: u32 = 7;
pub(crate) const COMPLETER: u32 = 11;
pub(crate) const STRANGER: u32 = 99;

pub(crate) const DAY_MS: u64 = 86_400_000;
/// A registered achievement of university and institute.
pub(crate) const PATENT: AchievementId = AchievementId(1);

/// Ten in the morning of Monday, 23 November 2026, China Standard Time: the start of every test.
pub(crate) fn start() -> Moment {
	Moment(Date::from_calendar(2026, 11, 23).unwrap().start().0 + 10 * 3_600_000)
}

pub(crate) fn date(year: u16, month: u8, day: u8) -> Date {
	Date::from_calendar(year, month, day).unwrap()
}

pub(crate) fn signed(member: u32) -> RuntimeOrigin {
	RuntimeOrigin::signed(u64::from(member))
}

pub(crate) fn digest(byte: u8) -> Digest {
	Digest::Sha256([byte; 32])
}

pub(crate) fn text(words: &str) -> Text<96> {
	Text::new(words).unwrap()
}

pub(crate) fn go_to(moment: Moment) {
	FakeTitles::set_now(moment);
}

pub(crate) fn advance_days(days: u64) {
	go_to(FakeTitles::now().checked_add_ms(days * DAY_MS).unwrap());
}

/// A block's look at what is due, within this weight.
pub(crate) fn poll(weight: Weight) -> Weight {
	let mut meter = WeightMeter::with_limit(weight);
	Notices::on_poll(1, &mut meter);
	meter.consumed()
}

pub(crate) fn last_id() -> NoticeId {
	NoticeId(crate::NextId::<Test>::get() - 1)
}

pub(crate) fn notice(id: NoticeId) -> Notice {
	Notices::notice(id).unwrap()
}

pub(crate) fn outcome(id: NoticeId) -> Option<NoticeOutcome> {
	notice(id).outcome.map(|(_, outcome)| outcome)
}

/// A notice of a price by the university, with the buyer named.
pub(crate) fn opened() -> NoticeId {
	opened_for(1)
}

pub(crate) fn opened_for(terms: u8) -> NoticeId {
	let parties = vec![MemberId(BUYER)].try_into().unwrap();
	assert_ok!(Notices::open_price_notice(
		signed(UNIVERSITY),
		PATENT,
		digest(terms),
		digest(100),
		parties,
		None
	));
	last_id()
}

pub(crate) fn object(by: u32, id: NoticeId) -> sp_runtime::DispatchResult {
	Notices::object(signed(by), id, digest(7), None)
}

pub(crate) fn decide(
	by: u32,
	id: NoticeId,
	number: u32,
	ruling: Ruling,
) -> sp_runtime::DispatchResult {
	Notices::decide(signed(by), id, number, ruling, text("复核〔2026〕1号"), digest(8))
}

pub(crate) fn dismiss(id: NoticeId, number: u32) {
	assert_ok!(decide(REGULATOR, id, number, Ruling::Dismissed));
}

pub(crate) fn set_term(rule: RuleId, from: Moment, number: u32, unit: TermUnit) {
	FakeStatutes::set(rule, from, StatuteValue::Term(Term { number, unit }));
}

/// What the register says of the patent.
pub(crate) fn facts() -> AchievementFacts {
	AchievementFacts {
		holder: MemberId(UNIVERSITY),
		kind: AchievementKind::InventionPatent,
		ledger_status: LedgerStatus::Registered,
		official_status: OfficialStatus::Granted,
		protection_until: None,
		funding: FundingKind::Fiscal,
		service: true,
		exclusion: None,
		completers: vec![MemberId(COMPLETER)],
		completed: None,
	}
}

fn admit() {
	FakeMembers::clear();
	FakeMembers::admit(UNIVERSITY, MemberKind::University, true);
	FakeMembers::admit(INSTITUTE, MemberKind::Institute, true);
	for enterprise in [ENTERPRISE, BUYER] {
		FakeMembers::admit(enterprise, MemberKind::Enterprise, false);
	}
	for authority in [REGULATOR, SPONSOR] {
		FakeMembers::admit(authority, MemberKind::Regulator, true);
		FakeMembers::grant(authority, Capability::Adjudicate);
	}
	FakeMembers::admit(AGENT, MemberKind::Agency, false);
	FakeMembers::admit(COMPLETER, MemberKind::Person, false);
	FakeMembers::set_sponsor(COMPLETER, SPONSOR);
	// Everyone named could adjudicate: who may not is told apart by its part in the matter alone.
	for party in [UNIVERSITY, INSTITUTE, BUYER] {
		FakeMembers::grant(party, Capability::Adjudicate);
	}
}

fn register() {
	FakeAchievements::clear();
	FakeAchievements::set(PATENT, facts());
	let owners = [UNIVERSITY, INSTITUTE].map(MemberId);
	let lines = owners.map(|member| ShareLine { member, ppm: 500_000 });
	let registration = Registration {
		achievement: PATENT,
		kind: AchievementKind::InventionPatent,
		owners: Shares::new(lines, ShareBasis::Agreed).unwrap(),
		status: OfficialStatus::Granted,
		protection_until: None,
		pre_emption: BoundedVec::new(),
	};
	let agrees =
		|member| Consent { member, role: ConsentRole::CoOwner, deemed: false, mandate: None };
	let step = Step {
		actor: Actor { member: MemberId(UNIVERSITY), mandate: None },
		cause: Cause::Declaration,
		legal_date: None,
		consents: owners.map(agrees).to_vec(),
		act: Act::Registered(Box::new(registration)),
	};
	assert_ok!(FakeTitles::append(PATENT, step));
}

/// Builds the state a test starts from: one achievement, no notice; a window of 15 days, 30 days to
/// decide.
pub(crate) struct ExtBuilder;

impl ExtBuilder {
	pub(crate) fn build(self) -> sp_io::TestExternalities {
		let storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
		let mut externalities = sp_io::TestExternalities::new(storage);
		externalities.execute_with(|| {
			System::set_block_number(1);
			FakeTitles::set_now(start());
			admit();
			FakeStatutes::clear();
			set_term(RuleId::PublicNoticePeriod, Moment(0), 15, TermUnit::Day);
			set_term(RuleId::ObjectionDecisionPeriod, Moment(0), 30, TermUnit::Day);
			register();
		});
		externalities
	}

	/// Runs a test and checks the invariants after it.
	pub(crate) fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			Notices::do_try_state().unwrap();
		});
	}
}
