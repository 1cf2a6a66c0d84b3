//! A chain of four institutions with a real collective, in memory.

#![allow(unreachable_pub, reason = "types of the mock appear in its public runtime")]

use crate::{
	self as pallet_consortium,
	origin::{CouncilThreshold, CouncilVotes, EnactThreshold, EnsureCouncil},
	types::{Application, Identity, KeyGrant, NodeId, Quota},
	Institution,
};
use frame_support::{
	derive_impl, parameter_types,
	traits::{
		Backing, ConstU32, Contains, GetBacking, NeverEnsureOrigin, OriginTrait, Time,
		ValidatorRegistration,
	},
	weights::{constants::WEIGHT_REF_TIME_PER_MILLIS, Weight},
};
use frame_system::limits::{BlockLength, BlockWeights};
use quanqi_traits::testing::FakeStatutes;
use quanqi_types::{
	Capabilities, Capability, Commitment, CreditCode, Digest, Location, MemberId, MemberKind,
	Moment, Permission, Permissions, RuleId, StatuteValue, Term, TermUnit, Text,
};
use sp_core::crypto::AccountId32;
use sp_runtime::{traits::IdentityLookup, BuildStorage, Perbill};
use std::{cell::RefCell, collections::BTreeSet};

pub type AccountId = AccountId32;
pub type Block = frame_system::mocking::MockBlock<Test>;
pub type Council = pallet_collective::Instance1;

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(6)]
	pub type Collective = pallet_collective<Instance1>;
	#[runtime::pallet_index(10)]
	pub type Consortium = pallet_consortium;
}

parameter_types! {
	pub Weights: BlockWeights = BlockWeights::with_sensible_defaults(
		Weight::from_parts(500 * WEIGHT_REF_TIME_PER_MILLIS, 5 * 1024 * 1024),
		Perbill::from_percent(80),
	);
	pub Length: BlockLength = BlockLength::builder().max_length(5 * 1024 * 1024).build();
	pub MotionWeight: Weight = Weight::from_parts(250 * WEIGHT_REF_TIME_PER_MILLIS, 5 * 1024 * 1024);
}

#[derive_impl(frame_system::config_preludes::SolochainDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
	type AccountId = AccountId;
	type AccountData = ();
	type Lookup = IdentityLookup<AccountId>;
	type BlockWeights = Weights;
	type BlockLength = Length;
}

impl pallet_collective::Config<Council> for Test {
	type RuntimeOrigin = RuntimeOrigin;
	type Proposal = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type MotionDuration = frame_support::traits::ConstU64<100>;
	type MaxProposals = ConstU32<10>;
	type MaxMembers = ConstU32<100>;
	type DefaultVote = pallet_collective::PrimeDefaultVote;
	type WeightInfo = ();
	type SetMembersOrigin = NeverEnsureOrigin<()>;
	type MaxProposalWeight = MotionWeight;
	type DisapproveOrigin = NeverEnsureOrigin<()>;
	type KillOrigin = NeverEnsureOrigin<AccountId>;
	type Consideration = ();
}

thread_local! {
	static NOW: RefCell<u64> = const { RefCell::new(0) };
	static SESSION_KEYS: RefCell<BTreeSet<AccountId>> = const { RefCell::new(BTreeSet::new()) };
}

/// A clock that tests set.
pub struct Clock;

impl Clock {
	pub fn set(milliseconds: u64) {
		NOW.with_borrow_mut(|now| *now = milliseconds);
	}
}

impl Time for Clock {
	type Moment = u64;

	fn now() -> u64 {
		NOW.with_borrow(|now| *now)
	}
}

/// Seats that have session keys.
pub struct FakeSession;

impl FakeSession {
	pub fn register(member: u32) {
		let seat = Consortium::seat_account(MemberId(member));
		SESSION_KEYS.with_borrow_mut(|seats| seats.insert(seat));
	}
}

impl ValidatorRegistration<AccountId> for FakeSession {
	fn is_registered(seat: &AccountId) -> bool {
		SESSION_KEYS.with_borrow(|seats| seats.contains(seat))
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper<AccountId> for FakeSession {
	fn register_session_keys(seat: &AccountId) {
		SESSION_KEYS.with_borrow_mut(|seats| seats.insert(seat.clone()));
	}
}

/// Votes of the collective of this mock.
pub struct Votes;

impl CouncilVotes<RuntimeOrigin, AccountId> for Votes {
	fn votes(origin: &RuntimeOrigin) -> Option<Backing> {
		match origin.caller() {
			OriginCaller::Collective(raw) => raw.get_backing(),
			_ => None,
		}
	}

	fn members() -> Vec<AccountId> {
		pallet_collective::Members::<Test, Council>::get()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn origin(votes: Backing) -> RuntimeOrigin {
		motion(votes.approvals, votes.eligible)
	}
}

/// Seats vote and remark, and try what they may not.
pub struct SeatCalls;

impl Contains<RuntimeCall> for SeatCalls {
	fn contains(call: &RuntimeCall) -> bool {
		matches!(
			call,
			RuntimeCall::Collective(_) | RuntimeCall::System(frame_system::Call::remark { .. })
		)
	}
}

impl pallet_consortium::Config for Test {
	type RuntimeCall = RuntimeCall;
	type CouncilOrigin = EnsureCouncil<Test, CouncilThreshold>;
	type EnactOrigin = EnsureCouncil<Test, EnactThreshold>;
	type CouncilVotes = Votes;
	type Council = Collective;
	type Statutes = FakeStatutes;
	type Time = Clock;
	type SessionKeys = FakeSession;
	type SeatCallFilter = SeatCalls;
	type MinValidators = ConstU32<3>;
	type MaxValidators = ConstU32<100>;
	type MaxSeats = ConstU32<100>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = FakeSession;
}

/// An origin behind which `approvals` of `seats` stand.
pub fn motion(approvals: u32, seats: u32) -> RuntimeOrigin {
	pallet_collective::RawOrigin::<AccountId, Council>::Members(approvals, seats).into()
}

/// The council, of one mind.
pub fn council() -> RuntimeOrigin {
	motion(4, 4)
}

/// The account with this number.
pub fn account(number: u32) -> AccountId {
	let mut bytes = [0xaa; 32];
	bytes[..4].copy_from_slice(&number.to_le_bytes());
	bytes.into()
}

/// The first key of one of the four founders, signing.
pub fn key_of(member: u32) -> RuntimeOrigin {
	signed(account(member))
}

pub fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// A valid credit code for each number.
pub fn credit_code(number: u32) -> CreditCode {
	let organisation = format!("{number:08}");
	let check = |weights: &[u32], text: &str, modulus: u32, alphabet: &[u8]| {
		let sum: u32 = text
			.bytes()
			.zip(weights)
			.map(|(byte, weight)| {
				let value = alphabet.iter().position(|letter| *letter == byte).unwrap();
				u32::try_from(value).unwrap() * weight
			})
			.sum();
		(modulus - sum % modulus) % modulus
	};
	let letters = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
	let digit = match check(&[3, 7, 9, 10, 5, 8, 4, 2], &organisation, 11, letters) {
		10 => 'X',
		digit => char::from_digit(digit, 10).unwrap(),
	};
	let body = format!("12330000{organisation}{digit}");
	let alphabet = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
	let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
	let value = check(&weights, &body, 31, alphabet);
	let last = char::from(alphabet[usize::try_from(value).unwrap()]);
	CreditCode::parse(&format!("{body}{last}")).unwrap()
}

pub fn name(text: &str) -> Text<{ quanqi_types::bounds::MAX_NAME_BYTES }> {
	Text::new(text).unwrap()
}

pub fn full(number: u32) -> KeyGrant<AccountId> {
	KeyGrant { account: account(number), permissions: Permissions::FULL }
}

pub fn permissions(list: &[Permission]) -> Permissions {
	list.iter().copied().collect()
}

/// A university with credit code and key of this number, and no capability.
pub fn university(number: u32) -> Application<AccountId> {
	Application {
		kind: MemberKind::University,
		identity: Identity::Named(name(&format!("大学 {number}"))),
		credit_code: Some(credit_code(number)),
		location: Location::Division(330_100),
		state_established: true,
		capabilities: Capabilities::NONE,
		jurisdiction: None,
		keys: vec![full(number)].try_into().unwrap(),
	}
}

/// A person without keys, by the commitment of this number.
pub fn person(number: u8) -> Application<AccountId> {
	Application {
		kind: MemberKind::Person,
		identity: Identity::Committed(Commitment([number; 32])),
		credit_code: None,
		state_established: false,
		keys: Default::default(),
		..university(1)
	}
}

/// An enterprise with credit code and key of this number.
pub fn enterprise(number: u32) -> Application<AccountId> {
	Application { kind: MemberKind::Enterprise, state_established: false, ..university(number) }
}

/// A peer id for each number.
pub fn node_id(number: u8) -> NodeId {
	let mut bytes = vec![0x00, 0x24, 0x08, 0x01, 0x12, 0x20];
	bytes.extend([number; 32]);
	NodeId(bytes.try_into().unwrap())
}

pub fn digest(number: u8) -> Digest {
	Digest::Sm3([number; 32])
}

/// What a test expects the last event to be.
pub fn assert_last(event: crate::Event<Test>) {
	System::assert_last_event(event.into());
}

pub const ONE_DAY: u64 = 24 * 3_600_000;
/// 2026-11-21, noon in China.
pub const START: u64 = 1_795_233_600_000;

/// Builds the chain: institutions 1 to 4 with seats and validators. 1 is a university, 2 an
/// exchange, 3 a bureau and 4 a regulator; account n is the full key of member n.
pub struct ExtBuilder {
	sponsor_quota: Option<u32>,
	quota: Quota,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		Self { sponsor_quota: Some(3), quota: Quota::default() }
	}
}

impl ExtBuilder {
	pub fn sponsor_quota(mut self, quota: Option<u32>) -> Self {
		self.sponsor_quota = quota;
		self
	}

	pub fn quota(mut self, quota: Quota) -> Self {
		self.quota = quota;
		self
	}

	pub fn founders() -> Vec<Institution<AccountId>> {
		let kinds = [
			(MemberKind::University, vec![Capability::Sponsor, Capability::Register]),
			(MemberKind::Exchange, vec![Capability::Sponsor, Capability::Adjudicate]),
			(MemberKind::Bureau, vec![Capability::RegisterContracts, Capability::Administer]),
			(MemberKind::Regulator, vec![Capability::Audit, Capability::Adjudicate]),
		];
		(1u32..)
			.zip(kinds)
			.map(|(number, (kind, mut capabilities))| {
				capabilities.push(Capability::Validate);
				let jurisdiction = (kind == MemberKind::Bureau).then_some(330_000);
				Institution {
					kind,
					name: name(&format!("机构 {number}")),
					credit_code: Some(credit_code(number)),
					location: Location::Division(330_000),
					state_established: true,
					capabilities: capabilities.into_iter().collect(),
					jurisdiction,
					keys: vec![full(number)],
					seat: true,
					validator: true,
					node_ids: Vec::new(),
				}
			})
			.collect()
	}

	pub fn build(self) -> sp_io::TestExternalities {
		FakeStatutes::clear();
		Clock::set(START);
		SESSION_KEYS.with_borrow_mut(BTreeSet::clear);
		let statute = |rule, value| FakeStatutes::set(rule, Moment(0), value);
		statute(RuleId::CouncilThreshold, StatuteValue::Ppm(500_001));
		statute(RuleId::EnactThreshold, StatuteValue::Ppm(750_000));
		let delay = Term { number: 2, unit: TermUnit::Day };
		statute(RuleId::EnactDelay, StatuteValue::Term(delay));
		if let Some(quota) = self.sponsor_quota {
			statute(RuleId::SponsorQuota, StatuteValue::Number(quota));
		}
		let storage = RuntimeGenesisConfig {
			consortium: pallet_consortium::GenesisConfig {
				institutions: Self::founders(),
				quota: self.quota,
			},
			..Default::default()
		}
		.build_storage()
		.unwrap();
		let mut ext = sp_io::TestExternalities::new(storage);
		ext.execute_with(|| {
			System::set_block_number(1);
			(1..=4).for_each(FakeSession::register);
		});
		ext
	}

	/// Runs a test and checks every invariant after it.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			Consortium::do_try_state().unwrap();
		});
	}
}
