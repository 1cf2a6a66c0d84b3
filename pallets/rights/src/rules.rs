//! Pure helpers around the law of titles: whom a title names. No rule of law stands here; those are in `quanqi-title`.

use alloc::collections::BTreeSet;
use quanqi_title::{ConsentRole, TitleBody};
use quanqi_types::MemberId;

/// Whether who is asked in this capacity stands in the way of a step by a record of its own.
pub(crate) fn stands_in_the_way(role: ConsentRole) -> bool {
	matches!(role, ConsentRole::BlockingHolder | ConsentRole::Transferee | ConsentRole::Pledgee)
}

/// Everyone a title names in a place of its own: owners, holders and grantors of use rights, parties
/// of agreed transfers and pledges, beneficiaries of reservations, who entered it into the pool. A
/// pre-emption is no place: it follows from the achievement's record.
pub fn named_in(title: &TitleBody) -> BTreeSet<MemberId> {
	let mut members: BTreeSet<_> = title.owners.members().collect();
	members.extend(title.rights.iter().flat_map(|right| right.terms.holders.members()));
	members.extend(title.rights.iter().map(|right| right.terms.grantor));
	members.extend(title.pool.iter().map(|pool| pool.terms.by));
	members.extend(title.agreed_transfers.iter().flat_map(|agreed| [agreed.from, agreed.to]));
	members.extend(title.pledges.iter().flat_map(|pledge| [pledge.pledgor, pledge.pledgee]));
	members.extend(title.reservations.iter().map(|kept| kept.beneficiary));
	members
}
