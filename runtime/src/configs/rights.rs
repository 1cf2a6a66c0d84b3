//! `Achievements` and `Rights`: what is registered, who owns it and who may use it.

use crate::{
	Consortium, Contracts, Grants, Rights, Runtime, Statutes, Timestamp, Trials, MAXIMUM_REQUESTS,
	MAXIMUM_SUCCESSION, REQUEST_LIFE_DAYS,
};
use frame_support::traits::ConstU32;

impl pallet_achievements::Config for Runtime {
	type Members = Consortium;
	type Statutes = Statutes;
	type Titles = Rights;
	type WeightInfo = pallet_achievements::weights::SubstrateWeight<Runtime>;
}

impl pallet_rights::Config for Runtime {
	type Members = Consortium;
	type Statutes = Statutes;
	type Time = Timestamp;
	type MaxRequests = ConstU32<MAXIMUM_REQUESTS>;
	type MaxSuccession = ConstU32<MAXIMUM_SUCCESSION>;
	type RequestLifeDays = ConstU32<REQUEST_LIFE_DAYS>;
	type OnEntry = (Trials, (Grants, Contracts));
	type WeightInfo = pallet_rights::weights::SubstrateWeight<Runtime>;
}
