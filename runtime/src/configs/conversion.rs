//! `Notices`, `Grants`, `Trials` and `Contracts`: how achievements are made public, given,
//! tried and sold.

use crate::{Achievements, Consortium, Grants, Notices, Rights, Runtime, Statutes, Trials};
use sp_runtime::traits::ConvertInto;

impl pallet_notices::Config for Runtime {
	type Members = Consortium;
	type Statutes = Statutes;
	type Achievements = Achievements;
	type Titles = Rights;
	// A notice of a price needs nobody to be told: the contract asks for it when it is recorded.
	type OnNoticeOver = Grants;
	type WeightInfo = pallet_notices::weights::SubstrateWeight<Runtime>;
}

impl pallet_grants::Config for Runtime {
	type Members = Consortium;
	type Statutes = Statutes;
	type Achievements = Achievements;
	type Titles = Rights;
	type Notices = Notices;
	type WeightInfo = pallet_grants::weights::SubstrateWeight<Runtime>;
}

impl pallet_trials::Config for Runtime {
	type Members = Consortium;
	type Statutes = Statutes;
	type Achievements = Achievements;
	type Titles = Rights;
	type WeightInfo = pallet_trials::weights::SubstrateWeight<Runtime>;
}

impl pallet_technology_contracts::Config for Runtime {
	type Members = Consortium;
	type Statutes = Statutes;
	type Achievements = Achievements;
	type Titles = Rights;
	type Notices = Notices;
	type Trials = Trials;
	type IdleClock = Trials;
	// An ed25519 key and its account are the same 32 bytes.
	type KeyToAccount = ConvertInto;
	type WeightInfo = pallet_technology_contracts::weights::SubstrateWeight<Runtime>;
}
