//! What a call did to grants and notices, in words. Notices and grants answer one another, so both
//! nouns tell of both.

use crate::{
	chain::Receipt,
	cli::{session::sentence, Session},
	input::dates,
	output,
};
use output::describe::words;
use quanqi_runtime::{Runtime, RuntimeEvent};
use quanqi_types::{GrantId, NoticeId};

/// Says what a call did.
pub(in crate::cli) fn say(session: &Session, receipt: &Receipt, done: &str) {
	let events = receipt.events.iter();
	let told: Vec<_> = events.clone().filter_map(tell).collect();
	let grant = events.clone().find_map(grant_of);
	let notice = events.clone().find_map(notice_of);
	let sentence = sentence(done, &told);
	let did = serde_json::json!({ "grant": grant, "notice": notice, "told": told });
	session.done(receipt, did, &sentence);
}

/// What an event says, in a few words; details stand in the record.
fn tell(event: &RuntimeEvent) -> Option<String> {
	match event {
		RuntimeEvent::Grants(event) => tell_grant(event),
		RuntimeEvent::Notices(event) => Some(tell_notice(event)),
		RuntimeEvent::Rights(pallet_rights::Event::EntryAppended { sequence, act, .. }) => {
			Some(format!("entry {sequence} written ({act:?})"))
		}
		_ => None,
	}
}

fn tell_grant(event: &pallet_grants::Event<Runtime>) -> Option<String> {
	use pallet_grants::Event::*;
	Some(match event {
		ApprovalsSet { old, new, .. } => format!("{new} approvals from now on, before {old}"),
		Proposed { grant, approvals_needed, .. } => format!(
			"grant {grant}; {approvals_needed} keys approve it: quanqi grant approve {grant}"
		),
		Amended { grant, new, .. } => {
			format!("grant {grant} has version {new}, to be approved anew")
		}
		ApprovalGiven { given, needed, .. } => format!("{given} of {needed} approvals"),
		Approved { grant } => {
			format!("grant {grant} is approved; make it public: quanqi grant publish {grant}")
		}
		NoticeClosed { grant, .. } => {
			format!("the team of grant {grant} may accept: quanqi grant accept {grant}")
		}
		Accepted { member, .. } => format!("member {member} accepted"),
		ConsentGiven { member, role, .. } => format!("member {member} agreed as {}", words(role)),
		Flagged { judged, .. } => format!("flagged: {}", output::grant::judged(judged)),
		Agreed { grant, .. } => format!("grant {grant} binds"),
		LineChanged { member, ppm, new, .. } => format!(
			"{} of member {member}: {}",
			crate::input::shares::show_ppm(*ppm),
			output::grant::line_state(*new)
		),
		Effective { grant, .. } => format!("grant {grant} is effective"),
		UseEnded { right, .. } => format!("use right {right} ended"),
		Rejected { grant, .. } => format!("grant {grant} is rejected"),
		Withdrawn { grant } => format!("grant {grant} is withdrawn"),
		RescissionDeclared { member, .. } => format!("member {member} declared the rescission"),
		Rescinded { grant, .. } => format!("grant {grant} is rescinded"),
		_ => return None,
	})
}

fn tell_notice(event: &pallet_notices::Event<Runtime>) -> String {
	use pallet_notices::Event::*;
	match event {
		NoticeOpened { notice, window_end, .. } => format!(
			"notice {notice} is open for objections until {}",
			dates::show_until(Some(*window_end))
		),
		ObjectionRaised { objection, deadline, .. } => format!(
			"objection {objection}, to be decided until {}",
			dates::show_until(Some(*deadline))
		),
		ObjectionDecided { objection, ruling, late, .. } => {
			let late = if *late { ", late" } else { "" };
			format!("objection {objection} {}{late}", words(ruling))
		}
		NoticeOver { notice, outcome, .. } => format!("notice {notice} is {}", words(outcome)),
		_ => String::new(),
	}
}

fn grant_of(event: &RuntimeEvent) -> Option<GrantId> {
	use pallet_grants::Event::*;
	let RuntimeEvent::Grants(event) = event else { return None };
	match event {
		Proposed { grant, .. }
		| Amended { grant, .. }
		| ApprovalGiven { grant, .. }
		| Approved { grant }
		| Noticed { grant, .. }
		| NoticeClosed { grant, .. }
		| Accepted { grant, .. }
		| ConsentGiven { grant, .. }
		| Agreed { grant, .. }
		| LineChanged { grant, .. }
		| Effective { grant, .. }
		| UseEnded { grant, .. }
		| Rejected { grant, .. }
		| Withdrawn { grant }
		| RescissionDeclared { grant, .. }
		| Rescinded { grant, .. } => Some(*grant),
		_ => None,
	}
}

fn notice_of(event: &RuntimeEvent) -> Option<NoticeId> {
	use pallet_notices::Event::*;
	let RuntimeEvent::Notices(event) = event else { return None };
	match event {
		NoticeOpened { notice, .. }
		| ObjectionRaised { notice, .. }
		| ObjectionDecided { notice, .. }
		| NoticeOver { notice, .. } => Some(*notice),
		_ => None,
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use quanqi_types::{AchievementId, MemberId};

	#[test]
	fn proposal_should_be_told_with_the_next_step() {
		let event = RuntimeEvent::Grants(pallet_grants::Event::Proposed {
			grant: GrantId(4),
			achievement: AchievementId(1),
			unit: MemberId(2),
			approvals_needed: 2,
		});
		let text = tell(&event).unwrap();
		assert!(text.contains("2 keys") && text.contains("quanqi grant approve 4"), "{text}");
		assert_eq!((grant_of(&event), notice_of(&event)), (Some(GrantId(4)), None));
	}
}
