//! Pure rules: who may decide, on which day something falls due.

use crate::types::Notice;
use quanqi_types::{Date, MemberId, Moment};

/// Why somebody may not decide an objection (N5).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Bias {
	/// It is a party, or objected.
	Party,
	/// It sponsors a party, or who objected.
	Sponsor,
}

/// N5: who decides is neither a party nor a party's sponsor. Who gave notice and who objected are
/// parties of the dispute too.
pub fn bias_of(
	decider: MemberId,
	notice: &Notice,
	objector: MemberId,
	sponsor_of: impl Fn(MemberId) -> Option<MemberId>,
) -> Option<Bias> {
	let mut parties = notice.parties.iter().copied().chain([notice.by, objector]);
	if parties.clone().any(|party| party == decider) {
		return Some(Bias::Party);
	}
	parties.any(|party| sponsor_of(party) == Some(decider)).then_some(Bias::Sponsor)
}

/// The first day that begins at or after a moment: all of it lies behind what is due.
pub fn due_day(due: Moment) -> Date {
	let day = Date::from_moment(due);
	match day.start() == due {
		true => day,
		false => day.plus_days(1).unwrap_or(day),
	}
}
