//! A ledger with a patent and a piece of software, and the members of a small consortium.

mod scenes;

pub(crate) use scenes::*;

use crate::{self as pallet_contracts, income::*, *};
use frame_support::{
	derive_impl,
	traits::Hooks,
	weights::{Weight, WeightMeter},
};
use quanqi_title::{
	Act, Actor, Cause, Consent, ConsentRole, Refusal, Registration as FirstEntry, TitleBody,
	UseBasis, UseGrant,
};
use quanqi_traits::{
	testing::{FakeAchievements, FakeMembers, FakeNotices, FakeStatutes, FakeTitles},
	AchievementFacts, Conversion, FundingKind, IdleClock, NewNotice, NoticeOutcome, NoticeSubject,
	Notices, OnEntry, Step, Titles, Trials,
};
use quanqi_types::{
	date::DAY_MS, AchievementId, AchievementKind, Acts, Amount, BoundedVec, Capability, ConsentAct,
	ConsentRule, ContractId, Currency, Date, Digest, FieldsOfUse, LedgerStatus, Location, MemberId,
	MemberKind, Moment, OfficialStatus, Period, Ppm, PreEmption, RuleId, Scope, ShareBasis,
	ShareLine, Shares, StatuteValue, Term, TermUnit, Territories, TrialId, UseForm, WHOLE_PPM,
};
use sp_runtime::{traits::Convert, BuildStorage, DispatchError, DispatchResult};
use std::{cell::RefCell, collections::BTreeMap};

pub(crate) const UNIVERSITY: u32 = 1;
pub(crate) const INSTITUTE: u32 = 2;
pub(crate) const ENTERPRISE: u32 = 3;
pub(crate) const BUYER: u32 = 4;
/// May attest payments.
pub(crate) const BANK: u32 = 5;
/// Registers contracts in Zhejiang.
pub(crate) const BUREAU: u32 = 6;
/// May adjudicate.
pub(crate) const COURT: u32 = 7;
/// Registers contracts in Jiangsu.
pub(crate) const OTHER_BUREAU: u32 = 8;
pub(crate) const COMPLETER: u32 = 9;
pub(crate) const AGENT: u32 = 10;
/// An exchange in Zhejiang.
pub(crate) const EXCHANGE: u32 = 11;
/// An enterprise abroad.
pub(crate) const FOREIGN: u32 = 12;
/// Has no number in the consortium.
pub(crate) const STRANGER: u32 = 99;

pub(crate) const PATENT: AchievementId = AchievementId(1);
pub(crate) const SOFTWARE: AchievementId = AchievementId(2);
/// Owned by the institute, which the state did not establish here.
pub(crate) const OTHER_PATENT: AchievementId = AchievementId(3);
pub(crate) const TRIAL: TrialId = TrialId(5);
pub(crate) const ID: ContractId = ContractId(0);

frame_support::construct_runtime!(
	pub enum Test {
		System: frame_system,
		TechnologyContracts: pallet_contracts,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
}

/// The titles of the tests, which tell the pallet of every entry as the rights pallet does.
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
		TechnologyContracts::entry_appended(achievement, &history[sequence as usize]);
		Ok(sequence)
	}

	fn now() -> Moment {
		FakeTitles::now()
	}
}

thread_local! {
	static KEYS: RefCell<BTreeMap<[u8; 32], u64>> = RefCell::default();
}

/// Accounts of ed25519 keys, as a test says; account 0 is nobody's.
pub struct KeyBook;

impl Convert<[u8; 32], u64> for KeyBook {
	fn convert(key: [u8; 32]) -> u64 {
		KEYS.with_borrow(|keys| keys.get(&key).copied().unwrap_or_default())
	}
}

/// An ed25519 key of a member.
pub(crate) fn offline_key(member: u32) -> sp_core::ed25519::Pair {
	use sp_core::Pair;
	let pair = sp_core::ed25519::Pair::from_seed(&[member as u8; 32]);
	KEYS.with_borrow_mut(|keys| keys.insert(pair.public().0, u64::from(member)));
	pair
}

/// One trial of the patent by the enterprise, whose fixed price is 100 yuan.
pub struct OneTrial;

pub(crate) const TRIAL_PRICE: Amount = Amount::fen(10_000);

impl Trials for OneTrial {
	fn check_conversion(conversion: &Conversion) -> DispatchResult {
		let is_known = conversion.trial == TRIAL && conversion.user == MemberId(ENTERPRISE);
		match conversion.price {
			None => Err(DispatchError::Other("the price is hidden")),
			Some(price) if is_known && price == TRIAL_PRICE => Ok(()),
			Some(_) => Err(DispatchError::Other("outside the declared terms")),
		}
	}

	fn converted(_: &Conversion, contract: ContractId) -> DispatchResult {
		frame_support::storage::unhashed::put(b"mock/converted", &contract);
		Ok(())
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_declared(_: AchievementId, _: MemberId) -> TrialId {
		TRIAL
	}
}

/// By which contract the trial was converted.
pub(crate) fn converted_by() -> Option<ContractId> {
	frame_support::storage::unhashed::get(b"mock/converted")
}

/// Conversions that the idle clock was told of.
pub struct Clock;

impl IdleClock for Clock {
	fn note_conversion(achievement: AchievementId, _: Moment, _: ContractId) {
		let mut known = idle_conversions();
		known.push(achievement);
		frame_support::storage::unhashed::put(b"mock/idle", &known);
	}

	fn undo_conversion(achievement: AchievementId, _: ContractId) {
		let mut known = idle_conversions();
		known.retain(|noted| *noted != achievement);
		frame_support::storage::unhashed::put(b"mock/idle", &known);
	}
}

pub(crate) fn idle_conversions() -> Vec<AchievementId> {
	frame_support::storage::unhashed::get_or_default(b"mock/idle")
}

impl pallet_contracts::Config for Test {
	type Members = FakeMembers;
	type Statutes = FakeStatutes;
	type Achievements = FakeAchievements;
	type Titles = ToldTitles;
	type Notices = FakeNotices;
	type Trials = OneTrial;
	type IdleClock = Clock;
	type KeyToAccount = KeyBook;
	type WeightInfo = ();
}

/// The first moment of every test: 2026-11-23, a Monday, 10 in the morning in China.
pub(crate) fn start() -> Moment {
	let day = Date::from_calendar(2026, 11, 23).unwrap();
	day.start().checked_add_ms(10 * 3_600_000).unwrap()
}

/// A moment some days from the start of a test.
pub(crate) fn in_days(days: u64) -> Moment {
	start().checked_add_ms(days * DAY_MS).unwrap()
}

/// Lets time pass, with no block in between.
pub(crate) fn advance_days(days: u64) {
	FakeTitles::set_now(FakeTitles::now().checked_add_ms(days * DAY_MS).unwrap());
	System::set_block_number(System::block_number() + 1);
}

/// A block's look at what is due.
pub(crate) fn poll() {
	let mut meter = WeightMeter::with_limit(Weight::MAX);
	TechnologyContracts::on_poll(System::block_number(), &mut meter);
}

/// How a ledger begins.
pub(crate) struct Ledger {
	owners: Shares,
	pre_emption: Vec<(MemberId, PreEmption)>,
}

impl Ledger {
	/// A patent and a piece of software that the university owns alone.
	pub(crate) fn new() -> Self {
		Self { owners: Shares::single(MemberId(UNIVERSITY)), pre_emption: Vec::new() }
	}

	pub(crate) fn owned_by(mut self, owners: &[(u32, Ppm)]) -> Self {
		self.owners = shares(owners);
		self
	}

	pub(crate) fn pre_empted_by(mut self, member: u32) -> Self {
		self.pre_emption.push((MemberId(member), PreEmption::Completer));
		self
	}

	pub(crate) fn build(self) -> sp_io::TestExternalities {
		let storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
		let mut ext = sp_io::TestExternalities::new(storage);
		ext.execute_with(|| {
			System::set_block_number(1);
			FakeTitles::set_now(start());
			KEYS.with_borrow_mut(BTreeMap::clear);
			admit_everyone();
			set_statutes();
			FakeAchievements::clear();
			self.register(PATENT, AchievementKind::InventionPatent);
			self.register(SOFTWARE, AchievementKind::Software);
			let other = Self::new().owned_by(&[(INSTITUTE, WHOLE_PPM)]);
			other.register(OTHER_PATENT, AchievementKind::InventionPatent);
			System::reset_events();
		});
		ext
	}

	/// Runs a test, and checks every invariant after it.
	pub(crate) fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			TechnologyContracts::do_try_state().unwrap();
		});
	}

	fn register(&self, achievement: AchievementId, kind: AchievementKind) {
		let registration = FirstEntry {
			achievement,
			kind,
			owners: self.owners.clone(),
			status: OfficialStatus::Granted,
			protection_until: Some(in_days(3_650)),
			pre_emption: BoundedVec::try_from(self.pre_emption.clone()).unwrap(),
		};
		let actor = Actor { member: self.owners.lines()[0].member, mandate: None };
		let consent =
			|member| Consent { member, role: ConsentRole::CoOwner, deemed: false, mandate: None };
		let step = Step {
			actor,
			cause: Cause::Declaration,
			legal_date: None,
			consents: self.owners.members().map(consent).collect(),
			act: Act::Registered(Box::new(registration)),
		};
		FakeTitles::append(achievement, step).unwrap();
		let facts = AchievementFacts {
			holder: actor.member,
			kind,
			ledger_status: LedgerStatus::Registered,
			official_status: OfficialStatus::Granted,
			protection_until: Some(in_days(3_650)),
			funding: FundingKind::Fiscal,
			service: true,
			exclusion: None,
			completers: vec![MemberId(COMPLETER)],
			completed: None,
		};
		FakeAchievements::set(achievement, facts);
	}
}

fn admit_everyone() {
	FakeMembers::clear();
	let kinds = [
		(UNIVERSITY, MemberKind::University, 330_106),
		(INSTITUTE, MemberKind::Institute, 320_100),
		(ENTERPRISE, MemberKind::Enterprise, 330_200),
		(BUYER, MemberKind::Enterprise, 330_500),
		(BANK, MemberKind::Financier, 330_100),
		(BUREAU, MemberKind::Bureau, 330_000),
		(COURT, MemberKind::Regulator, 330_000),
		(OTHER_BUREAU, MemberKind::Bureau, 320_000),
		(COMPLETER, MemberKind::Person, 330_106),
		(AGENT, MemberKind::Agency, 330_100),
		(EXCHANGE, MemberKind::Exchange, 330_100),
	];
	for (member, kind, place) in kinds {
		FakeMembers::admit(member, kind, member == UNIVERSITY);
		FakeMembers::set_location(member, Location::Division(place));
	}
	FakeMembers::admit(FOREIGN, MemberKind::Enterprise, false);
	let register = label("register 1");
	let country = "DE".parse().unwrap();
	FakeMembers::set_location(FOREIGN, Location::Foreign { country, register });
	FakeMembers::grant(BANK, Capability::AttestPayments);
	FakeMembers::grant(COURT, Capability::Adjudicate);
	for (bureau, division) in [(BUREAU, 330_000), (OTHER_BUREAU, 320_000)] {
		FakeMembers::grant(bureau, Capability::RegisterContracts);
		FakeMembers::set_jurisdiction(bureau, division);
	}
}

fn set_statutes() {
	FakeStatutes::clear();
	for kind in AchievementKind::ALL {
		for act in ConsentAct::ALL {
			let rule = match act {
				ConsentAct::OwnUse | ConsentAct::OrdinaryLicence | ConsentAct::PoolEntry => {
					ConsentRule::Any
				}
				_ => ConsentRule::All,
			};
			let id = RuleId::Consent(*kind, *act);
			FakeStatutes::set(id, Moment(0), StatuteValue::Consent(rule));
		}
	}
	let term = |number, unit| StatuteValue::Term(Term { number, unit });
	let values = [
		(RuleId::PreEmptionPeriod(PreEmption::Completer), term(15, TermUnit::Day)),
		(RuleId::OrdinaryBesideSole, StatuteValue::Flag(false)),
		(RuleId::CompleterIncomeFloor, StatuteValue::Ppm(700_000)),
		(RuleId::IncomeFloorBase, StatuteValue::Number(0)),
		(RuleId::CountedReceipts, StatuteValue::Number(0)),
		(RuleId::ContractDecisionPeriod, term(15, TermUnit::Day)),
		(RuleId::LargeContractDecisionPeriod, term(30, TermUnit::Day)),
		(RuleId::LargeContractAmount, StatuteValue::Amount(Amount::fen(500_000_000))),
	];
	for (rule, value) in values {
		FakeStatutes::set(rule, Moment(0), value);
	}
}

/// A ledger with nothing on it, for the benchmarks.
#[cfg(feature = "runtime-benchmarks")]
pub(crate) fn bare() -> sp_io::TestExternalities {
	let storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
	let mut ext = sp_io::TestExternalities::new(storage);
	ext.execute_with(|| {
		System::set_block_number(1);
		FakeTitles::set_now(start());
		FakeMembers::clear();
		FakeStatutes::clear();
		FakeAchievements::clear();
	});
	ext
}
