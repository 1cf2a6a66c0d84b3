//! Weights of the calls: careful estimates until benchmarks of the runtime replace them. They include
//! what the rights ledger does: `l` is the number of entries, `r` that of use rights in the title.

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::RocksDbWeight, RuntimeDbWeight, Weight},
};

/// What each call costs.
pub trait WeightInfo {
	/// One unit's number.
	fn set_approvals() -> Weight;
	/// Terms for a team of 64.
	fn propose() -> Weight;
	/// Terms for a team of 64, the notice open.
	fn amend() -> Weight;
	/// The last of 16 keys.
	fn approve() -> Weight;
	/// A grant whose notice is open.
	fn refuse() -> Weight;
	/// A grant whose notice is open.
	fn withdraw() -> Weight;
	/// A team of 64, and 64 owners.
	fn publish() -> Weight;
	/// The last of 64.
	fn accept() -> Weight;
	/// The last of 63 co-owners, in a title of `r` use rights.
	fn consent(r: u32) -> Weight;
	/// `l` entries in a title of `r` use rights.
	fn agree(l: u32, r: u32) -> Weight;
	/// `l` entries in a title of `r` use rights.
	fn attest(l: u32, r: u32) -> Weight;
	/// The last of 65 parties.
	fn declare_rescission() -> Weight;
	/// `l` entries in a title of `r` use rights.
	fn rescind(l: u32, r: u32) -> Weight;
}

/// Careful estimates on the database weights of a runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

// No proof size: nobody carries this chain's state proofs to another chain.
fn estimate(micros: u64, reads: u64, writes: u64, db: RuntimeDbWeight) -> Weight {
	Weight::from_parts(micros.saturating_mul(1_000_000), 0)
		.saturating_add(db.reads_writes(reads, writes))
}

/// `l` entries, each of which reads and writes a title of `r` use rights.
fn entries(l: u32, r: u32, db: RuntimeDbWeight) -> Weight {
	let right = Weight::from_parts(2_000_000, 0).saturating_mul(r.into());
	estimate(300, 12, 10, db).saturating_add(right).saturating_mul(l.into())
}

macro_rules! estimates {
	($db:expr) => {
		fn set_approvals() -> Weight {
			estimate(20, 4, 1, $db)
		}
		fn propose() -> Weight {
			estimate(200, 10, 3, $db)
		}
		fn amend() -> Weight {
			estimate(300, 20, 9, $db)
		}
		fn approve() -> Weight {
			estimate(60, 6, 2, $db)
		}
		fn refuse() -> Weight {
			estimate(100, 12, 8, $db)
		}
		fn withdraw() -> Weight {
			estimate(100, 12, 8, $db)
		}
		fn publish() -> Weight {
			estimate(150, 14, 8, $db)
		}
		fn accept() -> Weight {
			estimate(80, 8, 1, $db)
		}
		fn consent(r: u32) -> Weight {
			let right = Weight::from_parts(2_000_000, 0).saturating_mul(r.into());
			estimate(800, 12, 1, $db).saturating_add(right)
		}
		fn agree(l: u32, r: u32) -> Weight {
			estimate(200, 16, 3, $db).saturating_add(entries(l, r, $db))
		}
		fn attest(l: u32, r: u32) -> Weight {
			estimate(60, 8, 1, $db).saturating_add(entries(l, r, $db))
		}
		fn declare_rescission() -> Weight {
			estimate(100, 8, 2, $db)
		}
		fn rescind(l: u32, r: u32) -> Weight {
			estimate(200, 80, 3, $db).saturating_add(entries(l, r, $db))
		}
	};
}

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	estimates!(T::DbWeight::get());
}

impl WeightInfo for () {
	estimates!(RocksDbWeight::get());
}
