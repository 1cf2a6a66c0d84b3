//! Legal numbers by the law of a date.

use quanqi_types::{Moment, RuleId, StatuteValue, StatuteVersion, Term, TermEnd, WorkingCalendar};

/// The statutes as other pallets see them.
pub trait Statutes {
	/// The version of a rule that governs a record of this date.
	fn version_on(rule: RuleId, at: Moment) -> Option<StatuteVersion>;

	/// The working days of a year, where they are set by this date.
	fn calendar(year: u16) -> Option<WorkingCalendar>;

	/// When a term that starts with an event ends, by the governed calendars.
	fn end_of_term(term: Term, event: Moment) -> Option<TermEnd> {
		term.end_after(event, Self::calendar)
	}

	/// The period a rule sets, as of the date of the event.
	fn term_on(rule: RuleId, at: Moment) -> Option<Term> {
		match Self::version_on(rule, at)?.value {
			StatuteValue::Term(term) => Some(term),
			_ => None,
		}
	}

	/// Writes a version that governs from the beginning, replacing what is there.
	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_set(rule: RuleId, value: StatuteValue);
}
