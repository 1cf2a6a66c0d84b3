//! Benchmarks: worst cases, each with an assertion on the state it leaves.

use crate::{
	pallet::{Batch, Call, Config, Pallet, Versions},
	rules::governing,
};
use alloc::vec;
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{EnsureOrigin, Get},
	BoundedVec,
};
use quanqi_types::{
	bounds::MAX_CITATION_BYTES, Force, Moment, RuleId, StatuteStatus, StatuteValue, StatuteVersion,
	Text, WorkingCalendar,
};

fn longest_citation() -> Text<MAX_CITATION_BYTES> {
	let bytes = vec![b'x'; MAX_CITATION_BYTES as usize];
	Text(BoundedVec::try_from(bytes).expect("as long as the bound; qed"))
}

/// The largest value there is: a calendar.
fn calendar_version(year: u16, effective_from: u64) -> (RuleId, StatuteVersion) {
	let calendar = WorkingCalendar::new(year, [], []).expect("a year of the reach; qed");
	let version = StatuteVersion {
		effective_from: Moment(effective_from),
		value: StatuteValue::Calendar(calendar),
		force: Force::Binding,
		status: StatuteStatus::LocalDefault,
		citation: longest_citation(),
		citation_digest: None,
	};
	(RuleId::WorkingDays(year), version)
}

/// Fills a rule but for one version.
fn fill<T: Config>(year: u16) {
	let versions = (0..T::MaxVersions::get().saturating_sub(1))
		.map(|from| calendar_version(year, u64::from(from)).1)
		.collect::<alloc::vec::Vec<_>>();
	Versions::<T>::insert(RuleId::WorkingDays(year), BoundedVec::truncate_from(versions));
}

fn year(index: u32) -> u16 {
	2000u16.saturating_add(index as u16)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn set() -> Result<(), BenchmarkError> {
		let origin = T::CouncilOrigin::try_successful_origin()
			.map_err(|_| BenchmarkError::Stop("the council has no origin"))?;
		fill::<T>(year(0));
		let last = u64::from(T::MaxVersions::get());
		let (rule, version) = calendar_version(year(0), last);
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, rule, version.clone());
		assert_eq!(governing(&Versions::<T>::get(rule), Moment(last)), Some(&version));
		Ok(())
	}

	#[benchmark]
	fn set_many(n: Linear<1, { T::MaxBatch::get() }>) -> Result<(), BenchmarkError> {
		let origin = T::CouncilOrigin::try_successful_origin()
			.map_err(|_| BenchmarkError::Stop("the council has no origin"))?;
		let last = u64::from(T::MaxVersions::get());
		let batch = (0..n)
			.map(|index| {
				fill::<T>(year(index));
				calendar_version(year(index), last)
			})
			.collect::<alloc::vec::Vec<_>>();
		let batch = Batch::<T>::try_from(batch)
			.map_err(|_| BenchmarkError::Stop("the batch is too long"))?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, batch);
		let rule = RuleId::WorkingDays(year(n.saturating_sub(1)));
		assert_eq!(Versions::<T>::get(rule).len() as u32, T::MaxVersions::get());
		Ok(())
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::ExtBuilder::default().build(),
		crate::mock::Test
	);
}
