//! What the calls of a rehearsal cost: time on this machine, and the weight that was declared.

use std::{collections::BTreeMap, time::Duration};

/// A call that does nothing, for comparison.
pub const NO_OPERATION: &str = "System.remark";

/// Picoseconds of weight in a microsecond.
const PICOSECONDS_PER_MICROSECOND: u64 = 1_000_000;

/// Costs by the names of calls.
#[derive(Clone, Debug, Default)]
pub struct Costs {
	samples: BTreeMap<String, Vec<Sample>>,
}

/// One call that was done.
#[derive(Clone, Copy, Debug)]
struct Sample {
	time: Duration,
	weight: u64,
}

/// What the calls of one kind cost.
#[derive(Clone, Debug, PartialEq)]
pub struct CallCost {
	/// Its name, such as `Grants.propose`.
	pub call: String,
	/// How many were done.
	pub done: usize,
	/// Median time of one, signature, extensions and all; in memory, without a database.
	pub median: Duration,
	/// The median, in medians of a call that does nothing; `None` where none was measured.
	pub no_operations: Option<f64>,
	/// The largest weight that was declared for one, in microseconds of a block's time; the reads and
	/// writes of a database are in it.
	pub weight_microseconds: u64,
}

impl CallCost {
	/// How many of them one processor does in a second, one after another.
	pub fn per_second(&self) -> f64 {
		let seconds = self.median.as_secs_f64();
		if seconds > 0.0 {
			seconds.recip()
		} else {
			0.0
		}
	}
}

impl Costs {
	/// A call was done.
	pub(crate) fn add(&mut self, call: String, time: Duration, weight_picoseconds: u64) {
		let sample = Sample { time, weight: weight_picoseconds };
		self.samples.entry(call).or_default().push(sample);
	}

	/// Takes over what another rehearsal cost.
	pub fn extend(&mut self, other: Self) {
		for (call, samples) in other.samples {
			self.samples.entry(call).or_default().extend(samples);
		}
	}

	/// A line for each kind of call, by name.
	pub fn summary(&self) -> Vec<CallCost> {
		let no_operation = self.samples.get(NO_OPERATION).and_then(|samples| median(samples));
		let lines = self.samples.iter().filter_map(|(call, samples)| {
			let median = median(samples)?;
			let weight = samples.iter().map(|sample| sample.weight).max()?;
			Some(CallCost {
				call: call.clone(),
				done: samples.len(),
				median,
				no_operations: no_operation.map(|one| median.as_secs_f64() / one.as_secs_f64()),
				weight_microseconds: weight.div_ceil(PICOSECONDS_PER_MICROSECOND),
			})
		});
		lines.collect()
	}
}

/// The time in the middle; of two, the longer one.
fn median(samples: &[Sample]) -> Option<Duration> {
	let mut times: Vec<_> = samples.iter().map(|sample| sample.time).collect();
	times.sort_unstable();
	times.get(times.len() / 2).copied()
}

#[cfg(test)]
mod tests {
	use super::*;

	fn costs(call: &str, microseconds: &[u64]) -> Costs {
		let mut costs = Costs::default();
		for time in microseconds {
			costs.add(call.into(), Duration::from_micros(*time), 2_000_001);
		}
		costs
	}

	#[test]
	fn summary_should_compare_medians_with_a_call_that_does_nothing() {
		let mut all = costs("Grants.agree", &[900, 100, 300]);
		all.extend(costs(NO_OPERATION, &[100]));
		let summary = all.summary();
		let agree = &summary[0];
		assert_eq!((agree.call.as_str(), agree.done), ("Grants.agree", 3));
		assert_eq!((agree.median, agree.weight_microseconds), (Duration::from_micros(300), 3));
		assert!((agree.no_operations.unwrap() - 3.0).abs() < 1e-9);
		assert!((agree.per_second() - 1e6 / 300.0).abs() < 1e-6);
	}

	#[test]
	fn summary_should_compare_with_nothing_when_no_such_call_was_measured() {
		assert_eq!(costs("Grants.agree", &[1]).summary()[0].no_operations, None);
		assert!(Costs::default().summary().is_empty());
	}
}
