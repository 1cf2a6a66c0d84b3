//! Whether the dearest calls of a pallet fit a block.

use frame_support::weights::Weight;

/// Stops a runtime in which one of these calls weighs more than a call can. `most` is what its blocks
/// leave to one call, where they say so.
pub fn assert_calls_fit(most: Option<Weight>, weights: impl IntoIterator<Item = Weight>) {
	let Some(most) = most else { return };
	for weight in weights {
		assert!(weight.all_lte(most), "{weight} is more than a call can weigh: {most}");
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const MOST: Weight = Weight::from_parts(10, 10);

	#[test]
	fn calls_should_fit_when_none_weighs_more_than_the_most() {
		assert_calls_fit(Some(MOST), [MOST, Weight::zero()]);
		assert_calls_fit(None, [Weight::MAX]);
	}

	#[test]
	#[should_panic(expected = "more than a call can weigh")]
	fn calls_should_stop_the_runtime_when_one_weighs_more() {
		assert_calls_fit(Some(MOST), [MOST, Weight::from_parts(11, 0)]);
	}
}
