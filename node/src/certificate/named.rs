//! Members that a title and its history name. Their records go into a certificate, so that who reads
//! it sees names beside the numbers.

use pallet_rights::named_in;
use quanqi_title::{Act, Cause, Entry, EntryBody, HoldTarget, Title, UseGrant};
use quanqi_types::MemberId;
use std::collections::BTreeSet;

/// The members named, at most `most`: those who have a place in the title first, then those of the
/// history, the latest entries first.
pub(super) fn members(title: &Title, history: &[Entry], most: usize) -> BTreeSet<MemberId> {
	let latest_first = history.iter().rev().flat_map(|entry| in_entry(entry.body()));
	let mut members = BTreeSet::new();
	for member in named_in(title.body()).into_iter().chain(latest_first) {
		if members.len() == most {
			break;
		}
		members.insert(member);
	}
	members
}

/// Whom an entry names.
fn in_entry(body: &EntryBody) -> Vec<MemberId> {
	let mut members = vec![body.actor.member];
	members.extend(body.actor.mandate.map(|mandate| mandate.agent));
	members.extend(body.legal_date.map(|date| date.attested_by));
	if let Cause::Decision(decision) = &body.cause {
		members.push(decision.authority);
	}
	for consent in &body.consents {
		members.push(consent.member);
		members.extend(consent.mandate.map(|mandate| mandate.agent));
	}
	members.extend(in_act(&body.act));
	members
}

fn in_act(act: &Act) -> Vec<MemberId> {
	match act {
		Act::Registered(first) => {
			let entitled = first.pre_emption.iter().map(|(member, _)| *member);
			first.owners.members().chain(entitled).collect()
		}
		Act::TransferAgreed { from, to, .. }
		| Act::ShareTransferred { from, to, .. }
		| Act::UseTransferred { from, to, .. } => vec![*from, *to],
		Act::UseGranted(grant) => in_grant(grant),
		Act::UseDivided { holders, .. } => holders.members().collect(),
		Act::Pledged { pledgor, pledgee, target, .. } => {
			[*pledgor, *pledgee].into_iter().chain(in_target(target)).collect()
		}
		Act::Held { target, .. } => in_target(target).into_iter().collect(),
		Act::PoolEntered(terms) => vec![terms.by],
		Act::Reserved { beneficiary, .. } => vec![*beneficiary],
		Act::Succeeded { from, heirs } => [*from].into_iter().chain(heirs.members()).collect(),
		Act::Corrected(correction) => {
			let owners = correction.owners.iter().flat_map(|owners| owners.members());
			let right = correction.right.iter().flat_map(|(_, right)| in_grant(right));
			owners.chain(right).collect()
		}
		Act::StatusChanged { .. }
		| Act::TransferCancelled { .. }
		| Act::UseEnded { .. }
		| Act::PledgeReleased { .. }
		| Act::HoldLifted { .. }
		| Act::PoolLeft
		| Act::ReservationEnded { .. }
		| Act::AgreementSet(_)
		| Act::Retired { .. } => Vec::new(),
	}
}

fn in_grant(grant: &UseGrant) -> Vec<MemberId> {
	[grant.grantor].into_iter().chain(grant.holders.members()).collect()
}

fn in_target(target: &HoldTarget) -> Option<MemberId> {
	match target {
		HoldTarget::Share(owner) => Some(*owner),
		HoldTarget::Whole | HoldTarget::UseRight(_) => None,
	}
}
