//! What check characters are computed with.

/// Sum of value × weight, as far as both go.
pub(crate) fn weighted_sum(values: impl Iterator<Item = u32>, weights: &[u32]) -> u32 {
	values
		.zip(weights)
		.fold(0, |sum: u32, (value, weight)| sum.saturating_add(value.saturating_mul(*weight)))
}
