//! Tests, one file per topic; rules by their numbers.

mod amend;
mod capabilities;
mod check;
mod corrupted;
mod distribute;
mod distribute_parts;
mod draft;
mod effects;
mod ending;
mod evidence;
mod payments;
mod prices;
mod registration;
mod registration_states;
mod sealing;
mod sequences;
mod sign;
mod states;
mod undo;

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use quanqi_types::{Amount, ContractId, UseForm, WHOLE_PPM};

/// Drafts and expects a refusal that changes nothing.
macro_rules! refuses_draft {
	($terms:expr, $error:ident) => {{
		let terms = $terms;
		let by = terms.parties.first().map_or(UNIVERSITY, |party| party.member.0);
		assert_noop!(
			TechnologyContracts::draft(key(by), Box::new(terms), None),
			Error::<Test>::$error
		);
	}};
}
use refuses_draft;

fn sign(by: u32, id: ContractId) -> Outcome {
	let version = contract(id).pending.unwrap().version;
	let hash = TermsOf::<Test>::get(id, version).unwrap().hash();
	TechnologyContracts::sign(key(by), id, version, hash, None).map(|_| ())
}
