//! What a verification saw, check by check.

use super::content_name;
use crate::input::certificate::CertificateFile;
use quanqi_certificate::{Basis, Check, Content, Verdict};
use quanqi_types::Moment;
use serde::Serialize;

/// One day, in milliseconds.
const DAY_MILLISECONDS: u64 = 24 * 60 * 60 * 1_000;

/// A check that a certificate passed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CheckPassed {
	/// Which.
	pub check: Check,
	/// What it shows.
	pub shows: String,
	/// What was seen.
	pub detail: String,
}

/// Every check that a certificate passed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
	/// The checks, in their order.
	pub checks: Vec<CheckPassed>,
	/// Age of the proof in full days.
	pub age_days: u64,
	/// How old it may be, if that was said.
	pub max_age_days: Option<u32>,
}

impl Report {
	/// Of a valid certificate.
	pub fn new(
		file: &CertificateFile,
		verdict: &Verdict,
		now: Moment,
		max_age_days: Option<u32>,
	) -> Self {
		let age_days = verdict.age_milliseconds(now) / DAY_MILLISECONDS;
		let mut report = Self { checks: Vec::new(), age_days, max_age_days };
		let passed = |check: Check| CheckPassed {
			check,
			shows: check.to_string(),
			detail: match check {
				Check::Age => report.age(),
				check => seen(check, file, verdict),
			},
		};
		report.checks = Check::ALL.into_iter().map(passed).collect();
		report
	}

	/// How old the proof is, and how old it may be.
	pub fn age(&self) -> String {
		let age = match self.age_days {
			0 => "less than a day".to_owned(),
			1 => "1 day".to_owned(),
			days => format!("{days} days"),
		};
		match self.max_age_days {
			Some(days) => format!("{age}; {days} days allowed"),
			None => format!("{age}; no limit was asked for (--max-age)"),
		}
	}
}

/// What a check saw.
fn seen(check: Check, file: &CertificateFile, verdict: &Verdict) -> String {
	let anchor = &verdict.anchor;
	match check {
		Check::Form => format!("{}, {} bytes", content_name(&file.certificate), file.bytes),
		Check::Chain => format!("genesis 0x{}", hex::encode(verdict.genesis_hash)),
		Check::Authorities => match verdict.rests_on {
			Basis::Genesis { handovers } => {
				format!("set {}, {handovers} handovers after the first", anchor.set_id)
			}
			Basis::Checkpoint { number, handovers, .. } => format!(
				"set {}, {handovers} handovers after the checkpoint at block {number}",
				anchor.set_id
			),
		},
		Check::Finality => {
			format!("block {}: {} of {} signed", anchor.number, anchor.votes, anchor.authorities)
		}
		Check::State => format!(
			"{} nodes; {} {}",
			file.certificate.state.len(),
			verdict.runtime.name,
			verdict.runtime.version
		),
		Check::History => match &file.certificate.content {
			Content::Provenance { history, .. } => format!("{} entries done again", history.len()),
			Content::Short => format!(
				"the title of a history of {} entries, which are not in this form",
				verdict.head.entries
			),
		},
		Check::Openings => match verdict.openings.len() {
			0 => "none".to_owned(),
			count => format!("{count} opened"),
		},
		Check::Age => String::new(),
	}
}
