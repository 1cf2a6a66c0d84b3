//! Weights of the calls. Values are replaced by benchmarks of the runtime, which include what the
//! rights ledger does.

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::RocksDbWeight, RuntimeDbWeight, Weight},
};

/// What each call costs.
pub trait WeightInfo {
	/// One record of a sole owner that names `p` members, itself included, and has `i` identifiers.
	fn register(p: u32, i: u32) -> Weight;
	/// `n` records of a sole owner without completers, with one identifier each.
	fn register_bulk(n: u32) -> Weight;
	/// The last of 64 co-owners.
	fn confirm() -> Weight;
	/// A full record.
	fn withdraw_disclosure() -> Weight;
	/// One act of a registered record.
	fn attest_status() -> Weight;
	/// `n` acts of registered records.
	fn attest_status_bulk(n: u32) -> Weight;
	/// A registered record.
	fn set_exclusion() -> Weight;
	/// A registered record.
	fn lift_exclusion() -> Weight;
	/// A record with all but one piece of evidence.
	fn add_evidence() -> Weight;
	/// A record with all but one identifier.
	fn add_identifier() -> Weight;
	/// The longest title.
	fn publish_title() -> Weight;
	/// The last of 64 co-owners.
	fn retire() -> Weight;
	/// One of 64 co-owners.
	fn take_back_retirement() -> Weight;
	/// A registered record with all identifiers.
	fn void() -> Weight;
	/// Two records without a family.
	fn link_family() -> Weight;
	/// A record of a family.
	fn unlink_family() -> Weight;
	/// A bundle of `n` records.
	fn create_bundle(n: u32) -> Weight;
	/// A bundle of `n` records.
	fn dissolve_bundle(n: u32) -> Weight;
	/// A registered record.
	fn change_holder() -> Weight;
}

/// Careful estimates on the database weights of a runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

// No proof size: nobody carries this chain's state proofs to another chain.
fn estimate(micros: u64, reads: u64, writes: u64, db: RuntimeDbWeight) -> Weight {
	Weight::from_parts(micros.saturating_mul(1_000_000), 0)
		.saturating_add(db.reads_writes(reads, writes))
}

macro_rules! estimates {
	($db:expr) => {
		fn register(p: u32, i: u32) -> Weight {
			Self::register_bulk(1)
				.saturating_add(estimate(2, 1, 0, $db).saturating_mul(p.into()))
				.saturating_add(estimate(5, 1, 1, $db).saturating_mul(i.into()))
		}
		fn register_bulk(n: u32) -> Weight {
			estimate(20, 3, 0, $db)
				.saturating_add(estimate(100, 8, 8, $db).saturating_mul(n.into()))
		}
		fn confirm() -> Weight {
			estimate(250, 12, 8, $db)
		}
		fn withdraw_disclosure() -> Weight {
			estimate(100, 8, 14, $db)
		}
		fn attest_status() -> Weight {
			Self::attest_status_bulk(1)
		}
		fn attest_status_bulk(n: u32) -> Weight {
			estimate(20, 3, 0, $db)
				.saturating_add(estimate(100, 6, 4, $db).saturating_mul(n.into()))
		}
		fn set_exclusion() -> Weight {
			estimate(80, 6, 1, $db)
		}
		fn lift_exclusion() -> Weight {
			estimate(80, 6, 1, $db)
		}
		fn add_evidence() -> Weight {
			estimate(80, 5, 1, $db)
		}
		fn add_identifier() -> Weight {
			estimate(80, 6, 2, $db)
		}
		fn publish_title() -> Weight {
			estimate(80, 5, 1, $db)
		}
		fn retire() -> Weight {
			estimate(250, 10, 6, $db)
		}
		fn take_back_retirement() -> Weight {
			estimate(60, 4, 1, $db)
		}
		fn void() -> Weight {
			estimate(200, 10, 18, $db)
		}
		fn link_family() -> Weight {
			estimate(80, 9, 5, $db)
		}
		fn unlink_family() -> Weight {
			estimate(80, 6, 2, $db)
		}
		fn create_bundle(n: u32) -> Weight {
			estimate(40, 4, 2, $db).saturating_add(estimate(40, 3, 1, $db).saturating_mul(n.into()))
		}
		fn dissolve_bundle(n: u32) -> Weight {
			estimate(40, 4, 1, $db).saturating_add(estimate(5, 0, 1, $db).saturating_mul(n.into()))
		}
		fn change_holder() -> Weight {
			estimate(80, 7, 3, $db)
		}
	};
}

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	estimates!(T::DbWeight::get());
}

impl WeightInfo for () {
	estimates!(RocksDbWeight::get());
}
