//! What a version of a statute must be. Pure functions; no storage.

use quanqi_types::{Moment, RuleId, StatuteValue, StatuteVersion, TermUnit};

/// How far ahead a version may begin: ten years of 366 days. A version counts as the last one from
/// the moment it is set, so a date typed wrong by a century would freeze its rule.
pub const HORIZON_MS: u64 = 10 * 366 * 24 * 60 * 60 * 1000;

/// What is wrong with a version.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
	/// The value is none that its rule can have.
	DoesNotFit,
	/// The citation is empty or no text.
	NoCitation,
	/// A period in minutes on a network that is no test network.
	MinutesOutsideTestNetwork,
	/// Not later than the version before it.
	NotLater,
}

/// Checks a version by itself: value, citation and units.
pub fn check_version(
	rule: RuleId,
	version: &StatuteVersion,
	test_network: bool,
) -> Result<(), Fault> {
	if !version.value.fits(&rule) {
		return Err(Fault::DoesNotFit);
	}
	if version.citation.validate().is_err() {
		return Err(Fault::NoCitation);
	}
	if counts_minutes(&version.value) && !test_network {
		return Err(Fault::MinutesOutsideTestNetwork);
	}
	Ok(())
}

/// Checks that `next` begins after the last of `versions`.
pub fn check_later(versions: &[StatuteVersion], next: &StatuteVersion) -> Result<(), Fault> {
	match versions.last() {
		Some(last) if next.effective_from <= last.effective_from => Err(Fault::NotLater),
		_ => Ok(()),
	}
}

/// Whether `effective_from` lies within [`HORIZON_MS`] of `now`.
pub fn is_within_horizon(effective_from: Moment, now: Moment) -> bool {
	effective_from.0 <= now.0.saturating_add(HORIZON_MS)
}

/// The version that governs at a moment, of versions in ascending order.
pub fn governing(versions: &[StatuteVersion], at: Moment) -> Option<&StatuteVersion> {
	versions.iter().rev().find(|version| version.effective_from <= at)
}

/// Whether a value is a period in minutes.
pub fn counts_minutes(value: &StatuteValue) -> bool {
	matches!(value, StatuteValue::Term(term) if term.unit == TermUnit::Minute)
}

#[cfg(test)]
mod tests {
	use super::*;
	use quanqi_types::{Force, StatuteStatus, Term, Text};

	fn version(effective_from: u64, days: u32, unit: TermUnit) -> StatuteVersion {
		StatuteVersion {
			effective_from: Moment(effective_from),
			value: StatuteValue::Term(Term { number: days, unit }),
			force: Force::Binding,
			status: StatuteStatus::LocalDefault,
			citation: Text::new("a test").unwrap(),
			citation_digest: None,
		}
	}

	#[test]
	fn governing_should_be_none_when_the_moment_is_before_the_first_version() {
		assert_eq!(governing(&[version(10, 1, TermUnit::Day)], Moment(9)), None);
	}

	#[test]
	fn governing_should_be_the_last_one_begun_when_there_are_several() {
		let versions = [version(0, 1, TermUnit::Day), version(10, 2, TermUnit::Day)];
		assert_eq!(governing(&versions, Moment(9)), versions.first());
		assert_eq!(governing(&versions, Moment(10)), versions.last());
	}

	#[test]
	fn check_later_should_refuse_when_the_next_begins_at_the_same_moment() {
		let versions = [version(10, 1, TermUnit::Day)];
		assert_eq!(check_later(&versions, &version(10, 2, TermUnit::Day)), Err(Fault::NotLater));
		assert_eq!(check_later(&versions, &version(11, 2, TermUnit::Day)), Ok(()));
		assert_eq!(check_later(&[], &version(0, 2, TermUnit::Day)), Ok(()));
	}

	#[test]
	fn check_version_should_refuse_minutes_when_it_is_no_test_network() {
		let minutes = version(0, 5, TermUnit::Minute);
		let rule = RuleId::PublicNoticePeriod;
		assert_eq!(check_version(rule, &minutes, false), Err(Fault::MinutesOutsideTestNetwork));
		assert_eq!(check_version(rule, &minutes, true), Ok(()));
	}

	#[test]
	fn is_within_horizon_should_refuse_when_one_millisecond_beyond() {
		assert!(is_within_horizon(Moment(HORIZON_MS + 5), Moment(5)));
		assert!(!is_within_horizon(Moment(HORIZON_MS + 6), Moment(5)));
	}
}
