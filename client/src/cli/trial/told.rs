//! What a call did to trials and the pool, in words.

use crate::{
	chain::Receipt,
	cli::{session::sentence, Session},
	input::dates,
	output::describe,
};
use pallet_trials::Event;
use quanqi_runtime::{Runtime, RuntimeEvent};
use quanqi_types::TrialId;

/// Says what a call did.
pub(super) fn say(session: &Session, receipt: &Receipt, done: &str) {
	let events = || {
		receipt.events.iter().filter_map(|event| match event {
			RuntimeEvent::Trials(event) => Some(event),
			_ => None,
		})
	};
	let told: Vec<_> = events().filter_map(tell).collect();
	let trial = events().find_map(trial_of);
	let sentence = sentence(done, &told);
	session.done(receipt, serde_json::json!({ "trial": trial, "told": told }), &sentence);
}

fn trial_of(event: &Event<Runtime>) -> Option<TrialId> {
	match event {
		Event::TrialRequested { trial, .. } | Event::StateChanged { trial, .. } => Some(*trial),
		_ => None,
	}
}

/// What an event says, in a few words; details stand in the record.
fn tell(event: &Event<Runtime>) -> Option<String> {
	Some(match event {
		Event::PoolEntered { entry, .. } => format!("in the pool by entry {entry}"),
		Event::EntryProposed { achievement, by, number, missing } => {
			let missing: Vec<_> = missing
				.iter()
				.map(|(member, role)| format!("{member} as {}", describe::words(role)))
				.collect();
			format!(
				"proposal {number} waits for {}: quanqi trial pool agree {achievement} --proposer {by} \
				 --number {number} --role ROLE",
				missing.join(", ")
			)
		}
		Event::EntryAgreed { member, role, .. } | Event::TrialAgreed { member, role, .. } => {
			format!("member {member} agreed as {}", describe::words(role))
		}
		Event::PoolLeft { entry, .. } => format!("entry {entry} left the pool"),
		Event::TrialRequested { trial, .. } => {
			format!("trial {trial} waits for the unit: quanqi trial approve {trial}")
		}
		Event::StateChanged { trial, old, new, .. } => {
			format!("trial {trial} {} → {}", describe::words(old), describe::words(new))
		}
		Event::TrialStarted { right, until, declare_by, .. } => format!(
			"use right {right} until {}, to be declared before {}",
			dates::show_until(Some(*until)),
			dates::show(*declare_by)
		),
		Event::ExtensionAsked { more, .. } => format!("{} more", describe::term(more)),
		Event::TrialExtended { right, until, .. } => {
			format!("use right {right} until {}", dates::show_until(Some(*until)))
		}
		Event::ConversionDeclared { priority_until, .. } => {
			format!("goes before others until {}", dates::show(*priority_until))
		}
		Event::UserChosen { new, .. } => format!("trial {new} goes first"),
		Event::ServiceRecorded { number, .. } => format!("service {number}"),
		Event::EntryFlagged { flag, .. } | Event::TrialFlagged { flag, .. } => {
			format!("flagged: {}", crate::output::trial::flag(flag))
		}
		Event::SettlingFailed { error, .. } => {
			format!("could not be done now: {}", crate::chain::refusal::of_dispatch(error))
		}
		_ => return None,
	})
}
