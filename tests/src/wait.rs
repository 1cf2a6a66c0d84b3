//! Waiting for conditions, never for times.

use crate::{Error, Result};
use std::{
	future::Future,
	time::{Duration, Instant},
};

/// Generous limit for what a healthy network does within seconds; a slow machine must not fail.
pub const LIMIT: Duration = Duration::from_secs(120);

/// Pause between two looks at a condition.
const PAUSE: Duration = Duration::from_millis(100);

/// What one look at a condition gave.
#[derive(Debug)]
pub enum Look<T> {
	/// It holds.
	Holds(T),
	/// Not yet; the text says what was seen and ends up in the error if the time runs out.
	NotYet(String),
}

/// Looks until the condition holds.
///
/// An error of a look counts as "not yet": a node that is just starting refuses connections.
/// Fails with [`Error::NotReached`] when `limit` has passed.
pub async fn until<T, F, Looking>(condition: &str, limit: Duration, mut look: F) -> Result<T>
where
	F: FnMut() -> Looking,
	Looking: Future<Output = Result<Look<T>>>,
{
	let start = Instant::now();
	loop {
		let last_seen = match look().await {
			Ok(Look::Holds(value)) => return Ok(value),
			Ok(Look::NotYet(seen)) => seen,
			Err(error) => error.to_string(),
		};
		if start.elapsed() >= limit {
			return Err(Error::NotReached { condition: condition.into(), limit, last_seen });
		}
		tokio::time::sleep(PAUSE).await;
	}
}
