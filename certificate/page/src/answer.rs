//! The answer to one question: is this certificate valid under this trust file?

use alloc::{
	string::{String, ToString},
	vec::Vec,
};
use core::cmp::Ordering;
use quanqi_certificate::{verify, Check, Class, Error, Trust, Verdict};
use quanqi_types::{
	digest::{tagged_hash, Digest},
	Moment,
};
use serde::Serialize;

/// Largest trust file, in bytes: one with as many authorities as a set can have, with room.
pub const MAX_TRUST_BYTES: usize = 1024 * 1024;

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Why a larger one is none.
pub(crate) const TRUST_TOO_LARGE: &str = "the file is larger than any trust file";

/// What the caller asks for beyond the proof.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Policy {
	/// The caller's clock.
	pub now: Moment,
	/// How many days old the anchor may be; any age when absent.
	pub max_age_days: Option<u32>,
}

/// The answer in one word.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
	/// Every check passed.
	Valid,
	/// Refused: the file proves nothing.
	Invalid,
	/// A fresh certificate or a fresh checkpoint is needed.
	Refresh,
	/// The file is no certificate, or a newer one than this verifier knows.
	Unreadable,
	/// The trust file is none, so nothing could be verified.
	NoTrust,
}

/// How a check ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CheckState {
	/// It passed.
	Passed,
	/// It is the one that failed.
	Failed,
	/// An earlier one failed.
	NotReached,
	/// The certificate, or the caller, gives it nothing to do.
	NothingToCheck,
}

/// One check.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct CheckLine {
	/// Which one.
	pub check: Check,
	/// What it says when it passes.
	pub sentence: String,
	/// How it ended.
	pub state: CheckState,
}

/// Why the answer is not *valid*.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Failure {
	/// The check that failed; absent where the trust file could not even be read.
	pub check: Option<Check>,
	/// What it means.
	pub class: Option<Class>,
	/// Why, in a sentence.
	pub message: String,
	/// Why, for programs.
	pub error: Option<Error>,
}

/// What of the title is in force at the anchor; the rest stands in the title, over or not begun.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct InForce {
	/// The title itself.
	pub title: bool,
	/// Use rights, by the number of their entry.
	pub rights: Vec<u32>,
	/// Pledges.
	pub pledges: Vec<u32>,
	/// Holds.
	pub holds: Vec<u32>,
	/// Whether the pool entry stands open.
	pub pool: bool,
}

/// The answer (验证结论), as data.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Answer {
	/// The version of this verifier.
	pub verifier: &'static str,
	/// In one word.
	pub outcome: Outcome,
	/// Every check, in order.
	pub checks: Vec<CheckLine>,
	/// Why it is not valid.
	pub failure: Option<Failure>,
	/// BLAKE2b-256 of the file, to name it by; absent where it is too large.
	pub file_digest: Option<Digest>,
	/// How old the anchor is.
	pub age_milliseconds: Option<u64>,
	/// What the certificate proves: there when valid, and when nothing but the age is against it.
	pub verdict: Option<Verdict>,
	/// What of it is in force at the anchor.
	pub in_force: Option<InForce>,
}

/// Verifies a certificate: the bytes of its file and of the trust file, as they were handed over.
pub fn answer(file: &[u8], trust: &[u8], policy: Policy) -> Answer {
	let digest = Digest::Blake2b256(tagged_hash(b"", &[file]));
	let answer = match read_trust(trust) {
		Err(message) => Answer::without_trust(message),
		Ok(trust) => match verify(file, &trust) {
			Err(error) => Answer::refused(error),
			Ok(verdict) => Answer::of(verdict, policy),
		},
	};
	Answer { file_digest: Some(digest), ..answer }
}

fn read_trust(bytes: &[u8]) -> Result<Trust, String> {
	if bytes.len() > MAX_TRUST_BYTES {
		return Err(TRUST_TOO_LARGE.to_string());
	}
	serde_json::from_slice(bytes).map_err(|error| error.to_string())
}

impl Answer {
	/// A certificate that is not valid, before anything is known of what it proves.
	pub fn refused(error: Error) -> Self {
		let outcome = match (&error, error.class()) {
			(Error::Trust(_), _) => Outcome::NoTrust,
			(_, Class::Unreadable) => Outcome::Unreadable,
			(_, Class::Invalid) => Outcome::Invalid,
			(_, Class::Refresh) => Outcome::Refresh,
		};
		Self {
			verifier: VERSION,
			outcome,
			checks: check_lines(|check| check_state(check, Some(error.check()))),
			failure: Some(Failure {
				check: Some(error.check()),
				class: Some(error.class()),
				message: error.to_string(),
				error: Some(error),
			}),
			file_digest: None,
			age_milliseconds: None,
			verdict: None,
			in_force: None,
		}
	}

	pub(crate) fn without_trust(message: String) -> Self {
		Self {
			verifier: VERSION,
			outcome: Outcome::NoTrust,
			checks: check_lines(|_| CheckState::NotReached),
			failure: Some(Failure { check: None, class: None, message, error: None }),
			file_digest: None,
			age_milliseconds: None,
			verdict: None,
			in_force: None,
		}
	}

	fn of(verdict: Verdict, policy: Policy) -> Self {
		let too_old =
			policy.max_age_days.and_then(|days| verdict.check_age(policy.now, days).err());
		let refused = too_old.map(Self::refused);
		let state = |check| match check {
			Check::Openings if verdict.openings.is_empty() => CheckState::NothingToCheck,
			Check::Age if policy.max_age_days.is_none() => CheckState::NothingToCheck,
			_ => check_state(check, too_old.map(|error| error.check())),
		};
		Self {
			verifier: VERSION,
			outcome: refused.as_ref().map_or(Outcome::Valid, |refused| refused.outcome),
			checks: check_lines(state),
			failure: refused.and_then(|refused| refused.failure),
			file_digest: None,
			age_milliseconds: Some(verdict.age_milliseconds(policy.now)),
			in_force: Some(InForce::at_the_anchor(&verdict)),
			verdict: Some(verdict),
		}
	}
}

impl InForce {
	fn at_the_anchor(verdict: &Verdict) -> Self {
		let at = verdict.anchor.time;
		let body = verdict.title.body();
		Self {
			title: body.is_title_live(at),
			rights: body.live_rights(at).map(|right| right.sequence).collect(),
			pledges: body.live_pledges(at).map(|pledge| pledge.sequence).collect(),
			holds: body.live_holds(at).map(|hold| hold.sequence).collect(),
			pool: body.open_pool(at).is_some(),
		}
	}
}

fn check_lines(state: impl Fn(Check) -> CheckState) -> Vec<CheckLine> {
	let line = |check: Check| CheckLine { check, sentence: check.to_string(), state: state(check) };
	Check::ALL.into_iter().map(line).collect()
}

/// The checks before the one that failed passed; those after it were not reached.
fn check_state(check: Check, failed: Option<Check>) -> CheckState {
	match failed.map(|failed| check.cmp(&failed)) {
		None | Some(Ordering::Less) => CheckState::Passed,
		Some(Ordering::Equal) => CheckState::Failed,
		Some(Ordering::Greater) => CheckState::NotReached,
	}
}
