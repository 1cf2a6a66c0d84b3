//! T11: corrections. An entry that sets right an earlier one; nothing is edited.

use crate::{
	act::{Correction, UseGrant},
	entry::EntryBody,
	refusal::{ensure, ensure_with, Reason, Refusal, Rule},
	state::TitleBody,
	uses,
};

/// By decision, and naming an earlier entry. The title must be as valid after it as any other (T1,
/// T2, T3, T5, T9 by [`TitleBody::check`]; T4 by `conflicts`).
pub(crate) fn corrected(
	next: &mut TitleBody,
	body: &EntryBody,
	correction: &Correction,
) -> Result<(), Refusal> {
	ensure(body.is_decided(), Rule::T11, Reason::NeedsDecision)?;
	let is_earlier = correction.corrects < body.sequence;
	ensure_with(is_earlier, Rule::T11, Reason::NoSuchEntry, correction.corrects)?;
	let before = next.clone();
	if let Some(right) = correction.ends_right {
		let is_known = next.right(right).is_some();
		ensure_with(is_known, Rule::T11, Reason::NoSuchRight, right)?;
		uses::close(next, right);
	}
	if let Some(owners) = &correction.owners {
		next.owners = owners.clone();
	}
	if let Some((status, protection_until)) = correction.status {
		next.official_status = status;
		next.protection_until = protection_until;
	}
	if let Some((right, terms)) = &correction.right {
		set_terms(next, *right, terms)?;
	}
	ensure(*next != before, Rule::T11, Reason::NothingCorrected)?;
	next.check()
}

/// A right keeps its number and its place in the tree of sublicences; its terms become these.
fn set_terms(next: &mut TitleBody, right: u32, terms: &UseGrant) -> Result<(), Refusal> {
	let present = next.right(right).ok_or(Refusal::with(Rule::T11, Reason::NoSuchRight, right))?;
	let is_same_tree = present.terms.parent() == terms.parent();
	ensure_with(is_same_tree, Rule::T5, Reason::NoSuchParent, right)?;
	uses::check_terms(next, terms)?;
	for known in next.rights.iter_mut().filter(|known| known.sequence == right) {
		known.terms = terms.clone();
	}
	Ok(())
}
