//! What a call did to contracts, in words. Nothing sealed stands in events, so nothing sealed is told.

use crate::{
	chain::{refusal::of_dispatch, Receipt},
	cli::{session::sentence, Session},
	output::describe,
};
use pallet_technology_contracts::Event;
use quanqi_runtime::{Runtime, RuntimeEvent};

/// Says what a call did.
pub(super) fn say(session: &Session, receipt: &Receipt, done: &str) {
	let events = || {
		receipt.events.iter().filter_map(|event| match event {
			RuntimeEvent::Contracts(event) => Some(event),
			_ => None,
		})
	};
	let told: Vec<_> = events().filter_map(tell).collect();
	let contract = events().find_map(|event| match event {
		Event::Drafted { contract, .. } => Some(*contract),
		_ => None,
	});
	let price_event = events().find_map(|event| match event {
		Event::PriceEventRecorded { price_event, .. } => Some(*price_event),
		_ => None,
	});
	let sentence = sentence(done, &told);
	let did = serde_json::json!({ "contract": contract, "price_event": price_event, "told": told });
	session.done(receipt, did, &sentence);
}

/// What an event says, in a few words; details stand in the record.
fn tell(event: &Event<Runtime>) -> Option<String> {
	let entry = |entry: &Option<u32>| {
		entry.map_or(String::new(), |entry| format!(" by entry {entry} of the title"))
	};
	Some(match event {
		Event::Drafted { contract, version, terms, .. } => format!(
			"version {version} of contract {contract} waits for signatures: quanqi contract sign {contract} \
			 --terms 0x{}",
			hex::encode(terms)
		),
		Event::Withdrawn { contract, version, .. } => {
			format!("version {version} of contract {contract} is withdrawn")
		}
		Event::PartySigned { member, .. } => format!("member {member} signed"),
		Event::Signed { contract, version } => {
			format!("all have signed: version {version} of contract {contract} binds")
		}
		Event::EffectApplied { effect, achievement, entry: by, .. } => match achievement {
			Some(achievement) => {
				format!("effect {effect} in achievement {achievement}{}", entry(by))
			}
			None => format!("effect {effect}"),
		},
		Event::EffectUndone { effect, entry: by, .. } => {
			format!("effect {effect} undone{}", entry(by))
		}
		Event::TransferStalled { effect, error, .. } => {
			format!("effect {effect} is refused now: {}", of_dispatch(error))
		}
		Event::PreEmptionClaimed { member, .. } => {
			format!("member {member} claims its pre-emption")
		}
		Event::StateChanged { old, new, .. } => {
			format!("{} → {}", describe::words(old), describe::words(new))
		}
		Event::EndingAgreed { ending, member, .. } => {
			format!("member {member} agrees that it is {}", describe::words(ending))
		}
		Event::Submitted { bureau, .. } => format!("before bureau {bureau}"),
		Event::RegistrationDecided { new, timeliness, .. } => {
			format!("{}, {}", describe::words(new), describe::words(timeliness))
		}
		Event::EvidenceAdded { evidence, .. } => format!("evidence {evidence}"),
		Event::PriceEventRecorded { price_event, .. } => format!("price event {price_event}"),
		Event::PaymentAttested { payment, .. } => format!("payment {payment}"),
		Event::Distributed { state, below_floor, .. } => match below_floor {
			true => format!("{}, below the floor that is encouraged", describe::words(state)),
			false => describe::words(state),
		},
		_ => return None,
	})
}
