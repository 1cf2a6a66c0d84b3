//! The pallets whose calls are benchmarked.

frame_benchmarking::define_benchmarks!(
	[frame_benchmarking, BaselineBench::<Runtime>]
	[frame_system, SystemBench::<Runtime>]
	[frame_system_extensions, SystemExtensionsBench::<Runtime>]
	[pallet_timestamp, Timestamp]
	[pallet_collective, Council]
	[pallet_statutes, Statutes]
	[pallet_consortium, Consortium]
	[pallet_achievements, Achievements]
	[pallet_rights, Rights]
	[pallet_notices, Notices]
	[pallet_grants, Grants]
	[pallet_trials, Trials]
	[pallet_technology_contracts, Contracts]
);
