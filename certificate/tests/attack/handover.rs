//! Authority sets that change: from genesis, from a checkpoint, and the ways to fake it.

use crate::{maker::*, refused};
use quanqi_certificate::{
	finality::{FinalityError, SetError},
	header::{ChangeError, DigestItem, GrandpaLog, ScheduledChange},
	verify, Basis, Bytes, Certificate, Class, Error, Finalised, Place, Trust,
};
use quanqi_types::Date;

fn maker() -> Maker {
	Maker { handovers: 3, is_short: true, ..Maker::default() }
}

fn steps(certificate: &mut Certificate, edit: impl FnOnce(&mut Vec<Finalised>)) {
	let mut steps = certificate.handover.to_vec();
	edit(&mut steps);
	certificate.handover = steps.try_into().unwrap();
}

/// A handover whose header carries these items instead.
fn with_items(items: Vec<DigestItem>) -> Certificate {
	let maker = maker();
	let mut certificate = maker.make();
	let block = maker.finalised(header(200, [0x33; 32], items), 1);
	steps(&mut certificate, |steps| steps[1] = block);
	certificate
}

fn change(delay: u32) -> ScheduledChange {
	ScheduledChange { next_authorities: maker().authorities(2), delay }
}

#[test]
fn handovers_should_lead_from_genesis_and_from_every_checkpoint() {
	let maker = maker();
	let bytes = maker.make().to_bytes();
	let verdict = verify(&bytes, &maker.trust()).unwrap();
	assert_eq!(verdict.rests_on, Basis::Genesis { handovers: 3 });
	for set in 1..=3u8 {
		let verdict = verify(&bytes, &maker.checkpoint(set)).unwrap();
		let (number, date) = (100 * u32::from(set), Date(20_778));
		let handovers = 3 - u32::from(set);
		assert_eq!(verdict.rests_on, Basis::Checkpoint { number, date, handovers });
	}
}

#[test]
fn handovers_before_a_checkpoint_should_not_be_needed() {
	let maker = maker();
	let mut certificate = maker.make();
	steps(&mut certificate, |steps| _ = steps.drain(..2));
	certificate.first_set = 2;
	verify(&certificate.to_bytes(), &maker.checkpoint(2)).unwrap();
	let error = Error::HandoverMissing { first_set: 2, trusted: 1 };
	refused(&certificate, &maker.checkpoint(1), error);
	assert_eq!(error.class(), Class::Refresh);
	refused(&certificate, &maker.trust(), Error::HandoverMissing { first_set: 2, trusted: 0 });
}

#[test]
fn anchor_of_an_older_set_should_ask_for_a_fresh_certificate() {
	let maker = Maker { handovers: 1, ..maker() };
	let error = Error::Superseded { set_id: 1, trusted: 2 };
	refused(&maker.make(), &maker.checkpoint(2), error);
	assert_eq!(error.class(), Class::Refresh);
}

#[test]
fn fork_signed_by_a_past_set_should_be_refused_under_a_checkpoint() {
	// The keys of set 1 have leaked: they sign another handover, to authorities of the thief.
	let honest = maker();
	let thief = Maker { seed: 66, ..maker() };
	let next = ScheduledChange { next_authorities: thief.authorities(2), delay: 0 };
	let item = consensus(&GrandpaLog::ScheduledChange(next));
	let mut forged = thief.make();
	let own = honest.make().handover[0].clone();
	steps(&mut forged, |steps| {
		steps[0] = own;
		steps[1] = honest.finalised(header(200, [0x33; 32], vec![item]), 1);
	});
	// Who trusts the genesis alone cannot tell: the verdict says that it rests on the genesis.
	let verdict = verify(&forged.to_bytes(), &honest.trust()).unwrap();
	assert_eq!(verdict.rests_on, Basis::Genesis { handovers: 3 });
	let place = Place::Handover(2);
	refused(&forged, &honest.checkpoint(2), Error::ContradictsCheckpoint(place));
	refused(&forged, &honest.checkpoint(3), Error::ContradictsCheckpoint(Place::Anchor));
}

#[test]
fn anchor_signed_by_a_past_set_should_be_refused() {
	let maker = maker();
	let mut certificate = maker.make();
	let header = certificate.anchor.header.clone();
	certificate.anchor.justification = justify(&header, 3, 7, &maker.keys(2)[..3]);
	let error = FinalityError::NotAnAuthority(0);
	refused(&certificate, &maker.trust(), Error::Finality { place: Place::Anchor, error });
}

#[test]
fn missing_repeated_and_reordered_handovers_should_be_refused() {
	let maker = maker();
	let real = maker.make();
	let edits: [fn(&mut Vec<Finalised>); 5] = [
		|steps| _ = steps.remove(0),
		|steps| _ = steps.remove(1),
		|steps| _ = steps.pop(),
		|steps| steps.insert(1, steps[1].clone()),
		|steps| steps.swap(0, 1),
	];
	for (number, edit) in edits.into_iter().enumerate() {
		let mut certificate = real.clone();
		steps(&mut certificate, edit);
		assert!(verify(&certificate.to_bytes(), &maker.trust()).is_err(), "{number}");
	}
}

#[test]
fn blocks_out_of_order_should_be_refused() {
	let maker = maker();
	let mut certificate = maker.make();
	let mut header = certificate.anchor.header.clone();
	header.number = 300;
	certificate.anchor = maker.finalised(header, 3);
	refused(&certificate, &maker.trust(), Error::BlocksOutOfOrder(Place::Anchor));
}

#[test]
fn header_that_announces_no_plain_change_should_be_refused() {
	let scheduled = |delay| consensus(&GrandpaLog::ScheduledChange(change(delay)));
	let forced = consensus(&GrandpaLog::ForcedChange(150, change(0)));
	let malformed = DigestItem::Consensus(*b"FRNK", Bytes::new(vec![1, 2]).unwrap());
	let other_engine = DigestItem::Consensus(*b"BABE", Bytes::new(vec![1, 2]).unwrap());
	let cases = [
		(vec![], ChangeError::NoChange),
		(vec![other_engine], ChangeError::NoChange),
		(vec![scheduled(0), scheduled(0)], ChangeError::TwoChanges),
		(vec![scheduled(0), forced.clone()], ChangeError::ForcedChange),
		(vec![forced], ChangeError::ForcedChange),
		(vec![scheduled(1)], ChangeError::DelayedChange),
		(vec![malformed], ChangeError::MalformedLog),
	];
	for (items, error) in cases {
		refused(&with_items(items), &maker().trust(), Error::Change { step: 1, error });
	}
	let error = Error::Change { step: 1, error: ChangeError::ForcedChange };
	assert_eq!(error.class(), Class::Refresh);
}

#[test]
fn other_announcements_beside_the_change_should_not_matter() {
	let scheduled = consensus(&GrandpaLog::ScheduledChange(change(0)));
	let items = vec![
		consensus(&GrandpaLog::OnDisabled(1)),
		consensus(&GrandpaLog::Pause(1)),
		consensus(&GrandpaLog::Resume(1)),
		DigestItem::RuntimeEnvironmentUpdated,
		DigestItem::Other(Bytes::new(vec![1]).unwrap()),
		scheduled,
	];
	verify(&with_items(items).to_bytes(), &maker().trust()).unwrap();
}

#[test]
fn announced_authorities_that_are_no_set_should_be_refused() {
	let next = ScheduledChange { next_authorities: Default::default(), delay: 0 };
	let certificate = with_items(vec![consensus(&GrandpaLog::ScheduledChange(next))]);
	let error = Error::Authorities { step: 1, error: SetError::Empty };
	refused(&certificate, &maker().trust(), error);
}

#[test]
fn checkpoint_should_refuse_another_block_of_its_number() {
	let maker = Maker { handovers: 0, ..maker() };
	let certificate = maker.make();
	let header = &certificate.anchor.header;
	let mut trust = maker.checkpoint(1);
	let quanqi_certificate::Start::Checkpoint(point) = &mut trust.start else { unreachable!() };
	(point.set_id, point.authorities) = (0, maker.authorities(0));
	(point.number, point.hash) = (header.number, header.hash());
	verify(&certificate.to_bytes(), &trust).unwrap();
	let quanqi_certificate::Start::Checkpoint(point) = &mut trust.start else { unreachable!() };
	point.hash[0] ^= 1;
	refused(&certificate, &trust, Error::ContradictsCheckpoint(Place::Anchor));
}

#[test]
fn set_numbers_should_not_overflow() {
	let maker = maker();
	let mut certificate = maker.make();
	certificate.first_set = u64::MAX;
	refused(&certificate, &maker.trust(), Error::SetOverflow);
}

#[test]
fn trust_file_of_a_newer_version_should_not_be_used() {
	let maker = maker();
	let trust = Trust { version: 2, ..maker.trust() };
	let error = Error::Trust(quanqi_certificate::TrustError::UnknownVersion);
	refused(&maker.make(), &trust, error);
	assert_eq!(error.class(), Class::Unreadable);
}
