//! Pure rules: who may decide.

use crate::types::Notice;
use quanqi_types::MemberId;

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
