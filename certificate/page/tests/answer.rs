//! The answer of the verifier, as a program that links the crate gets it.
#![allow(missing_docs, clippy::unwrap_used)]

use quanqi_certificate::Check;
use quanqi_certificate_page::{answer, Answer, CheckState, Outcome, Policy, MAX_TRUST_BYTES};
use quanqi_types::Moment;
use std::{fs, path::PathBuf};

const DAY: u64 = 24 * 60 * 60 * 1_000;
const ANY_AGE: Policy = Policy { now: Moment(0), max_age_days: None };

fn golden(name: &str) -> Vec<u8> {
	fs::read(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/golden").join(name)).unwrap()
}

fn asked(file: &[u8], trust: &[u8], policy: Policy) -> Answer {
	answer(file, trust, policy)
}

fn state(answer: &Answer, check: Check) -> CheckState {
	answer.checks.iter().find(|line| line.check == check).unwrap().state
}

#[test]
fn answer_should_be_valid_when_every_check_passes() {
	let answer = asked(&golden("provenance.qcert"), &golden("trust.json"), ANY_AGE);
	assert_eq!(answer.outcome, Outcome::Valid);
	assert!(answer.failure.is_none() && answer.verdict.is_some() && answer.in_force.is_some());
	for check in [Check::Form, Check::Finality, Check::History, Check::Openings] {
		assert_eq!(state(&answer, check), CheckState::Passed, "{check}");
	}
}

#[test]
fn check_should_have_nothing_to_do_when_nothing_is_opened_or_no_age_is_asked() {
	let answer = asked(&golden("short.qcert"), &golden("trust.json"), ANY_AGE);
	assert_eq!(state(&answer, Check::Openings), CheckState::NothingToCheck);
	assert_eq!(state(&answer, Check::Age), CheckState::NothingToCheck);
}

#[test]
fn answer_should_keep_the_title_when_only_the_age_is_against_it() {
	let (file, trust) = (golden("provenance.qcert"), golden("trust.json"));
	let made = asked(&file, &trust, ANY_AGE).verdict.unwrap().anchor.time;
	let policy = |days| Policy { now: Moment(made.0 + days * DAY), max_age_days: Some(30) };
	assert_eq!(asked(&file, &trust, policy(30)).outcome, Outcome::Valid);
	let answer = asked(&file, &trust, policy(31));
	assert_eq!(answer.outcome, Outcome::Refresh);
	assert_eq!(state(&answer, Check::Openings), CheckState::Passed);
	assert_eq!(state(&answer, Check::Age), CheckState::Failed);
	assert_eq!(answer.age_milliseconds, Some(31 * DAY));
	assert!(answer.verdict.is_some());
}

#[test]
fn answer_should_hold_no_verdict_when_a_check_fails() {
	let mut file = golden("provenance.qcert");
	let place = file.len() - 100;
	file[place] ^= 1;
	let answer = asked(&file, &golden("trust.json"), ANY_AGE);
	assert_eq!(answer.outcome, Outcome::Invalid);
	assert!(answer.verdict.is_none() && answer.in_force.is_none());
}

#[test]
fn checks_should_not_be_reached_when_an_earlier_one_fails() {
	let trust = String::from_utf8(golden("trust.json")).unwrap().replace("9e9e", "9f9f");
	let answer = asked(&golden("provenance.qcert"), trust.as_bytes(), ANY_AGE);
	assert_eq!(state(&answer, Check::Form), CheckState::Passed);
	assert_eq!(state(&answer, Check::Chain), CheckState::Failed);
	assert_eq!(state(&answer, Check::Authorities), CheckState::NotReached);
}

#[test]
fn answer_should_be_unreadable_when_the_file_is_no_certificate() {
	let answer = asked(b"a picture", &golden("trust.json"), ANY_AGE);
	assert_eq!(answer.outcome, Outcome::Unreadable);
	assert_eq!(state(&answer, Check::Form), CheckState::Failed);
}

#[test]
fn answer_should_blame_the_trust_file_when_it_is_none() {
	for trust in [&b"no JSON"[..], b"{}", &vec![b' '; MAX_TRUST_BYTES + 1]] {
		let answer = asked(&golden("provenance.qcert"), trust, ANY_AGE);
		assert_eq!(answer.outcome, Outcome::NoTrust);
		assert!(answer.checks.iter().all(|line| line.state == CheckState::NotReached));
	}
}

#[test]
fn answer_should_blame_the_trust_file_when_its_version_is_unknown() {
	let trust = String::from_utf8(golden("trust.json")).unwrap();
	let trust = trust.replace("\"version\": 1", "\"version\": 2");
	let answer = asked(&golden("provenance.qcert"), trust.as_bytes(), ANY_AGE);
	assert_eq!(answer.outcome, Outcome::NoTrust);
}

#[test]
fn answer_should_name_the_file_by_its_digest() {
	let digest = |file: &[u8]| asked(file, b"", ANY_AGE).file_digest.unwrap().to_string();
	// What `b2sum --length 256` prints of no bytes at all.
	let empty = "blake2b-256:0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8";
	assert_eq!(digest(b""), empty);
	assert_ne!(digest(b"a"), empty);
}
