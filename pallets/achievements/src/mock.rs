//! A runtime with this pallet and in-memory neighbours. Account `n` is a full key of member `n`.

use crate as pallet_achievements;
use crate::types::*;
use frame_support::{assert_ok, derive_impl, BoundedVec};
use quanqi_traits::testing::{FakeMembers, FakeStatutes, FakeTitles};
use quanqi_types::{
	AchievementId, AchievementKind, Capability, Commitment, ConsentAct, ConsentRule, Date, Digest,
	Identifier, IdentifierScheme, MemberId, MemberKind, Moment, OfficialStatus, RuleId, ShareBasis,
	ShareLine, StatuteValue, Term, TermUnit, Text,
};
use sp_runtime::BuildStorage;

type Block = frame_system::mocking::MockBlock<Test>;

frame_support::construct_runtime!(
	pub enum Test {
		System: frame_system,
		Achievements: pallet_achievements,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
}

impl pallet_achievements::Config for Test {
	type Members = FakeMembers;
	type Statutes = FakeStatutes;
	type Titles = FakeTitles;
	type WeightInfo = ();
}

/// Universities that may register.
pub(crate) const UNIVERSITY: u32 = 1;
pub(crate) const INSTITUTE: u32 = 2;
/// An enterprise without capabilities.
pub(crate) const ENTERPRISE: u32 = 3;
/// The patent office.
pub(crate) const OFFICE: u32 = 4;
/// A regulator that may adjudicate.
pub(crate) const REGULATOR: u32 = 5;
/// Natural persons.
pub(crate) const PROFESSOR: u32 = 11;
pub(crate) const STUDENT: u32 = 12;

pub(crate) fn date(year: u16, month: u8, day: u8) -> Date {
	Date::from_calendar(year, month, day).unwrap()
}

/// Noon of 21 November 2026, China Standard Time: the day of the tests.
pub(crate) fn now() -> Moment {
	Moment(date(2026, 11, 21).start().0 + 12 * 3_600_000)
}

pub(crate) fn signed(member: u32) -> RuntimeOrigin {
	RuntimeOrigin::signed(u64::from(member))
}

pub(crate) fn label(text: &str) -> Label {
	Text::new(text).unwrap()
}

pub(crate) fn digest(byte: u8) -> Digest {
	Digest::Sha256([byte; 32])
}

/// An internal number of the university.
pub(crate) fn internal(text: &str) -> Identifier {
	internal_of(UNIVERSITY, text)
}

pub(crate) fn internal_of(issuer: u32, text: &str) -> Identifier {
	Identifier::new(IdentifierScheme::Internal, *b"CN", Some(MemberId(issuer)), text).unwrap()
}

/// A granted invention of the university, filed 1 March 2020.
pub(crate) fn patent(number: &str) -> Declaration {
	Declaration {
		kind: AchievementKind::InventionPatent,
		title: TitleText::Open(Text::new("一种图像处理方法").unwrap()),
		identifiers: vec![internal(number)].try_into().unwrap(),
		classifications: BoundedVec::new(),
		funding: Funding::Fiscal { programme: label("2018YFB0000000") },
		service: true,
		completers: vec![MemberId(PROFESSOR), MemberId(STUDENT)].try_into().unwrap(),
		contributions: Some(Commitment::new([1; 32], b"60:40")),
		completed: Some(date(2019, 12, 31)),
		filed: Some(date(2020, 3, 1)),
		status: OfficialStatus::Granted,
		evidence: BoundedVec::new(),
	}
}

/// The same as an application of 2025.
pub(crate) fn application(number: &str) -> Declaration {
	Declaration {
		kind: AchievementKind::PatentApplication,
		filed: Some(date(2025, 3, 1)),
		status: OfficialStatus::Filed,
		..patent(number)
	}
}

pub(crate) fn software(number: &str) -> Declaration {
	Declaration { kind: AchievementKind::Software, filed: None, ..patent(number) }
}

pub(crate) fn owned_by(declaration: Declaration, parts: &[(u32, u32)]) -> Submission {
	let lines: Vec<_> = parts
		.iter()
		.map(|(member, ppm)| ShareLine { member: MemberId(*member), ppm: *ppm })
		.collect();
	Submission { declaration, owners: lines.try_into().unwrap(), basis: ShareBasis::Agreed }
}

/// Wholly the university's.
pub(crate) fn sole(declaration: Declaration) -> Submission {
	owned_by(declaration, &[(UNIVERSITY, 1_000_000)])
}

/// Half the university's, half the institute's.
pub(crate) fn shared(declaration: Declaration) -> Submission {
	owned_by(declaration, &[(UNIVERSITY, 500_000), (INSTITUTE, 500_000)])
}

pub(crate) fn last_id() -> AchievementId {
	AchievementId(crate::NextId::<Test>::get() - 1)
}

pub(crate) fn register(submission: Submission) -> AchievementId {
	assert_ok!(Achievements::register(signed(UNIVERSITY), Box::new(submission), None));
	last_id()
}

/// A registered patent of university and institute.
pub(crate) fn register_shared(number: &str) -> AchievementId {
	let achievement = register(shared(patent(number)));
	assert_ok!(Achievements::confirm(signed(INSTITUTE), achievement, MemberId(INSTITUTE), None));
	achievement
}

pub(crate) fn record(achievement: AchievementId) -> Achievement {
	Achievements::record(achievement).unwrap()
}

fn admit() {
	FakeMembers::clear();
	FakeMembers::admit(UNIVERSITY, MemberKind::University, true);
	FakeMembers::admit(INSTITUTE, MemberKind::Institute, true);
	FakeMembers::admit(ENTERPRISE, MemberKind::Enterprise, false);
	FakeMembers::admit(OFFICE, MemberKind::Regulator, true);
	FakeMembers::admit(REGULATOR, MemberKind::Regulator, true);
	for person in [PROFESSOR, STUDENT] {
		FakeMembers::admit(person, MemberKind::Person, false);
		FakeMembers::set_sponsor(person, UNIVERSITY);
	}
	for unit in [UNIVERSITY, INSTITUTE] {
		FakeMembers::grant(unit, Capability::Register);
	}
	FakeMembers::grant(OFFICE, Capability::AttestRegister);
	FakeMembers::grant(REGULATOR, Capability::Adjudicate);
}

fn set_statutes() {
	FakeStatutes::clear();
	let term = |years| StatuteValue::Term(Term { number: years, unit: TermUnit::Year });
	let set =
		|kind, from, years| FakeStatutes::set(RuleId::ProtectionTerm(kind), from, term(years));
	set(AchievementKind::InventionPatent, Moment(0), 20);
	set(AchievementKind::UtilityModel, Moment(0), 10);
	set(AchievementKind::Design, Moment(0), 10);
	set(AchievementKind::Design, date(2021, 6, 1).start(), 15);
	set(AchievementKind::Layout, Moment(0), 10);
	set(AchievementKind::PlantVariety, Moment(0), 20);
	for kind in AchievementKind::ALL {
		let rule = RuleId::Consent(*kind, ConsentAct::Retire);
		FakeStatutes::set(rule, Moment(0), StatuteValue::Consent(ConsentRule::All));
	}
}

/// Builds the state a test starts from: the members above, nothing registered.
pub(crate) struct ExtBuilder;

impl ExtBuilder {
	pub(crate) fn build(self) -> sp_io::TestExternalities {
		let storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
		let mut externalities = sp_io::TestExternalities::new(storage);
		externalities.execute_with(|| {
			System::set_block_number(1);
			FakeTitles::set_now(now());
			admit();
			set_statutes();
		});
		externalities
	}

	/// Runs a test and checks the invariants after it.
	pub(crate) fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			Achievements::do_try_state().unwrap();
		});
	}
}
