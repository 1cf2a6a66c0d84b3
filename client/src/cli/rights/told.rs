//! What a call did to a title, in words.

use crate::{
	chain::Receipt,
	cli::{session::sentence, Session},
	error::{Error, Result},
	output,
};
use quanqi_runtime::RuntimeEvent;

/// Says what a call did: the entry it wrote, or the request it opened.
pub(super) fn say(session: &Session, receipt: &Receipt, done: &str) {
	let told: Vec<_> = receipt.events.iter().filter_map(tell).collect();
	let opened = receipt.events.iter().find_map(|event| match event {
		RuntimeEvent::Rights(pallet_rights::Event::RequestOpened { request, .. }) => Some(*request),
		_ => None,
	});
	let entries: Vec<_> = receipt.events.iter().filter_map(entry_of).collect();
	let sentence = match opened {
		Some(request) if entries.is_empty() => format!(
			"request {request} is open and waits for consents: quanqi rights consent {request} --role ROLE"
		),
		_ => sentence(done, &told),
	};
	session.done(
		receipt,
		serde_json::json!({ "request": opened, "entries": entries, "told": told }),
		&sentence,
	);
}

/// What an event says, in a few words; details stand in the title and its history.
fn tell(event: &RuntimeEvent) -> Option<String> {
	use pallet_rights::Event;
	let RuntimeEvent::Rights(event) = event else { return None };
	Some(match event {
		Event::EntryAppended { sequence, act, .. } => {
			format!("entry {sequence} written ({act:?})")
		}
		Event::ConsentGiven { member, role, .. } => {
			format!("member {member} agreed as {}", output::describe::words(role))
		}
		Event::ConsentRefused { member, role, .. } => {
			format!("member {member} refused as {}", output::describe::words(role))
		}
		Event::RequestAgreed { request, .. } => {
			format!("request {request} is agreed and waits for the office")
		}
		Event::RequestStalled { request, error } => {
			let why = crate::chain::refusal::of_dispatch(error);
			format!("request {request} is agreed, but the step is refused now: {why}")
		}
		Event::SuccessionSkipped { achievement, error, .. } => {
			let why = crate::chain::refusal::of_dispatch(error);
			format!("achievement {achievement} is left out: {why}")
		}
		Event::RequestClosed { request, .. } => format!("request {request} is over"),
		_ => return None,
	})
}

/// Refuses where a succession left titles out; its other titles are done all the same.
pub(super) fn ensure_none_skipped(receipt: &Receipt) -> Result<()> {
	let skipped = |event: &RuntimeEvent| match event {
		RuntimeEvent::Rights(pallet_rights::Event::SuccessionSkipped { achievement, .. }) => {
			Some(achievement.to_string())
		}
		_ => None,
	};
	let skipped: Vec<_> = receipt.events.iter().filter_map(skipped).collect();
	match skipped.is_empty() {
		true => Ok(()),
		false => Err(Error::refused(format!(
			"nothing was passed on in achievements {}; any others are done",
			skipped.join(", ")
		))),
	}
}

/// The number of the entry that an event tells of.
fn entry_of(event: &RuntimeEvent) -> Option<u32> {
	match event {
		RuntimeEvent::Rights(pallet_rights::Event::EntryAppended { sequence, .. }) => {
			Some(*sequence)
		}
		_ => None,
	}
}
