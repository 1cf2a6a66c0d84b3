//! What a certificate says under no trust, and the checkpoints that are made of certificates.

use crate::maker::*;
use quanqi_certificate::{advance, claims, verify, Basis, Content, Error, OpeningError};
use quanqi_types::BoundedVec;

#[test]
fn claims_should_be_what_the_verdict_says() {
	for maker in [Maker::full(), Maker::short()] {
		let certificate = maker.make();
		let verdict = verify(&certificate.to_bytes(), &maker.trust()).unwrap();
		let claims = claims(&certificate).unwrap();
		assert_eq!(claims.title, verdict.title);
		assert_eq!(claims.history, verdict.history);
		assert_eq!((claims.record, claims.members), (verdict.record, verdict.members));
	}
}

#[test]
fn claims_should_be_refused_when_the_certificate_contradicts_itself() {
	let mut certificate = Maker::default().make();
	let Content::Provenance { history, .. } = &mut certificate.content else { unreachable!() };
	history.pop();
	assert_eq!(claims(&certificate).unwrap_err(), Error::HistoryLength);
	let openings =
		vec![opening(quanqi_certificate::Sealed::AchievementTitle, TITLE_SALT, b"another")];
	let certificate = Maker { openings, ..Maker::default() }.make();
	let error = Error::Opening { number: 0, error: OpeningError::WrongOpening };
	assert_eq!(claims(&certificate).unwrap_err(), error);
}

#[test]
fn checkpoint_made_of_a_certificate_should_need_no_handover_before_it() {
	let maker = Maker::full();
	let certificate = maker.make();
	let (verdict, trust) = advance(&certificate, &maker.trust()).unwrap();
	assert_eq!(verdict.rests_on, Basis::Genesis { handovers: 2 });
	let point = trust.as_checkpoint().unwrap();
	assert_eq!((point.number, point.set_id), (verdict.anchor.number, 2));
	assert_eq!(point.authorities, maker.authorities(2));
	let mut later = certificate.clone();
	later.handover = BoundedVec::new();
	later.first_set = 2;
	let verdict = verify(&later.to_bytes(), &trust).unwrap();
	assert!(matches!(verdict.rests_on, Basis::Checkpoint { handovers: 0, .. }));
	// Of the same set: the authorities are those of the file that was trusted.
	assert_eq!(advance(&later, &trust).unwrap().1, trust);
}

#[test]
fn checkpoint_should_not_be_made_of_a_certificate_that_is_refused() {
	let maker = Maker::full();
	let stranger = Maker { seed: 9, ..Maker::full() };
	assert!(advance(&maker.make(), &stranger.trust()).is_err());
}
