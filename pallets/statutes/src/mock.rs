//! A runtime with this pallet alone.

use crate as pallet_statutes;
use frame_support::{derive_impl, parameter_types, traits::ConstU32};
use frame_system::EnsureRoot;
use quanqi_types::{
	Force, Moment, RuleId, StatuteStatus, StatuteValue, StatuteVersion, Term, TermUnit, Text,
};
use sp_runtime::BuildStorage;

type Block = frame_system::mocking::MockBlock<Test>;

frame_support::construct_runtime!(
	pub enum Test {
		System: frame_system,
		Statutes: pallet_statutes,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
}

parameter_types! {
	pub static Now: u64 = 1_000;
}

#[allow(unreachable_pub, reason = "the generated runtime is public and names it")]
pub struct Clock;

impl frame_support::traits::Time for Clock {
	type Moment = u64;

	fn now() -> u64 {
		Now::get()
	}
}

pub(crate) const MAX_VERSIONS: u32 = 8;

impl pallet_statutes::Config for Test {
	type CouncilOrigin = EnsureRoot<u64>;
	type Time = Clock;
	type MaxVersions = ConstU32<MAX_VERSIONS>;
	type MaxBatch = ConstU32<16>;
	type WeightInfo = ();
}

/// A version in days, for a rule that is a period.
pub(crate) fn days(effective_from: u64, number: u32) -> StatuteVersion {
	version(effective_from, StatuteValue::Term(Term { number, unit: TermUnit::Day }))
}

pub(crate) fn version(effective_from: u64, value: StatuteValue) -> StatuteVersion {
	StatuteVersion {
		effective_from: Moment(effective_from),
		value,
		force: Force::Binding,
		status: StatuteStatus::InForce,
		citation: Text::new("a law").unwrap(),
		citation_digest: None,
	}
}

/// Builds the state a test starts from; empty unless told otherwise.
#[derive(Default)]
pub(crate) struct ExtBuilder {
	test_network: bool,
	versions: Vec<(RuleId, StatuteVersion)>,
}

impl ExtBuilder {
	pub(crate) fn test_network(mut self) -> Self {
		self.test_network = true;
		self
	}

	pub(crate) fn with(mut self, rule: RuleId, version: StatuteVersion) -> Self {
		self.versions.push((rule, version));
		self
	}

	pub(crate) fn build(self) -> sp_io::TestExternalities {
		let genesis = RuntimeGenesisConfig {
			system: Default::default(),
			statutes: pallet_statutes::GenesisConfig {
				test_network: self.test_network,
				versions: self.versions,
				..Default::default()
			},
		};
		let mut externalities = sp_io::TestExternalities::new(genesis.build_storage().unwrap());
		externalities.execute_with(|| System::set_block_number(1));
		externalities
	}

	/// Runs a test and checks the invariants after it.
	pub(crate) fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			Statutes::do_try_state().unwrap();
		});
	}
}
