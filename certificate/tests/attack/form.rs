//! Valid certificates say what is true; damaged files are refused before or by the checks.

use crate::{is_thorough, maker::*, refused, world::*};
use quanqi_certificate::{
	bounds::MAX_CERTIFICATE_BYTES, format::FORMAT_VERSION, verify, verify_decoded, Basis,
	Certificate, Check, Class, Error, Naming,
};
use quanqi_title::Head;
use quanqi_types::{MemberId, Moment};

#[test]
fn provenance_should_say_who_owns_what_and_every_step() {
	let maker = Maker::full();
	let verdict = verify(&maker.make().to_bytes(), &maker.trust()).unwrap();
	let world = history();
	assert_eq!(Some(&verdict.title), world.title.as_ref());
	assert_eq!(verdict.history, world.entries);
	assert_eq!(verdict.head, head_of(&world));
	assert_eq!(verdict.rests_on, Basis::Genesis { handovers: 2 });
	assert_eq!(verdict.anchor.set_id, 2);
	assert_eq!((verdict.anchor.authorities, verdict.anchor.votes), (4, 3));
	assert_eq!(verdict.anchor.time, Moment(ANCHOR_SLOT * 1_000));
	assert_eq!((verdict.runtime.name.as_str(), verdict.runtime.version), ("quanqi", 100));
	assert_eq!(verdict.record.unwrap().holder, MemberId(UNIT));
	assert_eq!(verdict.members.len(), 4);
	assert!(
		matches!(&verdict.members[0].1.identity, Naming::Open(name) if name.as_str() == Some("浙江大学"))
	);
	assert_eq!((verdict.contracts.len(), verdict.openings.len()), (1, 3));
}

#[test]
fn short_form_should_say_who_owns_what() {
	let maker = Maker::short();
	let verdict = verify(&maker.make().to_bytes(), &maker.trust()).unwrap();
	assert_eq!(Some(&verdict.title), history().title.as_ref());
	assert!(verdict.history.is_empty() && verdict.record.is_none());
}

#[test]
fn verdict_should_turn_into_json() {
	let maker = Maker::full();
	let verdict = verify(&maker.make().to_bytes(), &maker.trust()).unwrap();
	let json = serde_json::to_value(&verdict).unwrap();
	assert_eq!(json["title"]["achievement"], 42);
	assert_eq!(json["anchor"]["set_id"], 2);
}

#[test]
fn json_should_carry_the_same_certificate_and_trust() {
	let maker = Maker::full();
	let (certificate, trust) = (maker.make(), maker.checkpoint(1));
	let json = serde_json::to_string(&certificate).unwrap();
	let again: Certificate = serde_json::from_str(&json).unwrap();
	assert_eq!(again, certificate);
	let json = serde_json::to_string(&trust).unwrap();
	assert_eq!(serde_json::from_str::<quanqi_certificate::Trust>(&json).unwrap(), trust);
	verify_decoded(&again, &trust).unwrap();
}

#[test]
fn age_should_be_the_callers_policy() {
	const DAY: u64 = 86_400_000;
	let maker = Maker::short();
	let verdict = verify(&maker.make().to_bytes(), &maker.trust()).unwrap();
	let made = verdict.anchor.time.0;
	assert_eq!(verdict.check_age(Moment(made + 30 * DAY), 30), Ok(()));
	let error = verdict.check_age(Moment(made + 30 * DAY + 1), 30).unwrap_err();
	assert_eq!(error, Error::TooOld { age_days: 30, max_days: 30 });
	assert_eq!((error.class(), error.check()), (Class::Refresh, Check::Age));
	assert_eq!(verdict.check_age(Moment(0), 0), Ok(()));
}

#[test]
fn fresh_certificate_should_prove_an_older_head_on_its_way() {
	let maker = Maker::default();
	let verdict = verify(&maker.make().to_bytes(), &maker.trust()).unwrap();
	let older = quanqi_title::replay(&GENESIS, &verdict.history[..2]).unwrap().1;
	assert!(verdict.continues(&older));
	assert!(verdict.continues(&verdict.head));
	assert!(!verdict.continues(&Head { history_hash: [1; 32], ..older }));
	assert!(!verdict.continues(&Head { entries: 3, ..older }));
	assert!(!verdict.continues(&Head { entries: 99, ..older }));
}

#[test]
fn every_flipped_bit_should_be_refused() {
	let members = vec![UNIT, COMPLETER];
	let maker = Maker { handovers: 1, members, ..Maker::smallest() };
	let Maker { contracts, openings, .. } = Maker::full();
	let maker = Maker { contracts, openings, ..maker };
	let (bytes, trust) = (maker.make().to_bytes(), maker.trust());
	verify(&bytes, &trust).unwrap();
	// Every bit, or one of every eighth byte or so.
	let step = if is_thorough() { 1 } else { 61 };
	for place in (0..bytes.len() * 8).step_by(step) {
		let mut flipped = bytes.clone();
		flipped[place / 8] ^= 1 << (place % 8);
		assert!(verify(&flipped, &trust).is_err(), "bit {place} changes nothing");
	}
}

#[test]
fn flipped_bits_of_handovers_should_be_refused_under_any_trust() {
	let maker = Maker { validators: 2, members: vec![], state: State::new(1), ..Maker::full() };
	let maker = Maker { openings: vec![], is_short: true, ..maker };
	let bytes = maker.make().to_bytes();
	for trust in [maker.trust(), maker.checkpoint(1), maker.checkpoint(2)] {
		verify(&bytes, &trust).unwrap();
		let step = if is_thorough() { 1 } else { 31 };
		for place in (0..bytes.len()).step_by(step) {
			let mut flipped = bytes.clone();
			flipped[place] ^= 1 << (place % 8);
			assert!(verify(&flipped, &trust).is_err(), "byte {place} changes nothing");
		}
	}
}

#[test]
fn every_truncation_should_be_refused() {
	let maker = Maker::smallest();
	let (bytes, trust) = (maker.make().to_bytes(), maker.trust());
	for length in 0..bytes.len() {
		let error = verify(&bytes[..length], &trust).unwrap_err();
		assert!(matches!(error, Error::NotACertificate | Error::Malformed), "{length}: {error}");
	}
}

#[test]
fn trailing_bytes_should_be_refused() {
	let maker = Maker::short();
	let mut bytes = maker.make().to_bytes();
	bytes.push(0);
	assert_eq!(verify(&bytes, &maker.trust()), Err(Error::Malformed));
}

#[test]
fn newer_format_should_be_unreadable_and_not_invalid() {
	let maker = Maker::short();
	let mut bytes = maker.make().to_bytes();
	bytes[5] = FORMAT_VERSION + 1;
	let error = verify(&bytes, &maker.trust()).unwrap_err();
	assert_eq!(error, Error::UnknownFormat(2));
	assert_eq!(error.class(), Class::Unreadable);
	let error = verify(b"%PDF-1.7", &maker.trust()).unwrap_err();
	assert_eq!((error, error.class()), (Error::NotACertificate, Class::Unreadable));
}

#[test]
fn oversize_should_be_refused_before_decoding() {
	let maker = Maker::short();
	let mut bytes = maker.make().to_bytes();
	bytes.resize(MAX_CERTIFICATE_BYTES + 1, 0);
	assert_eq!(verify(&bytes, &maker.trust()), Err(Error::TooLarge));
}

#[test]
fn lengths_beyond_the_bounds_should_be_refused_without_memory() {
	let maker = Maker::smallest();
	let bytes = maker.make().to_bytes();
	// Every place could be taken for the beginning of a length.
	for place in 6..bytes.len() {
		for length in [[0xfe, 0xff, 0xff, 0xff], [0x03, 0xff, 0xff, 0xff]] {
			let mut long = bytes.clone();
			long.splice(place..place, length);
			assert!(verify(&long, &maker.trust()).is_err(), "at {place}");
		}
	}
}

#[test]
fn json_beyond_the_bounds_or_nested_deeply_should_be_refused() {
	let real = serde_json::to_value(Maker::full().make()).unwrap();
	let refuses = |pointer: &str, value: serde_json::Value| {
		let mut json = real.clone();
		*json.pointer_mut(pointer).unwrap() = value;
		assert!(serde_json::from_value::<Certificate>(json).is_err(), "{pointer}");
	};
	let opening = real.pointer("/openings/0").unwrap().clone();
	refuses("/openings", vec![opening; 257].into());
	refuses("/openings/0/value", "00".repeat(64 * 1024 + 1).into());
	refuses("/state/0", "00".repeat(64 * 1024 + 1).into());
	refuses("/anchor/justification/commit/precommits/0/id", "00".repeat(33).into());
	refuses("/content", serde_json::json!({ "another": {} }));
	let nested = "[".repeat(200_000);
	assert!(serde_json::from_str::<Certificate>(&nested).is_err());
	let nested = format!("{{\"content\":{nested}");
	assert!(serde_json::from_str::<Certificate>(&nested).is_err());
}

#[test]
fn other_chain_should_be_refused() {
	let maker = Maker::short();
	let mut trust = maker.trust();
	trust.genesis_hash[0] ^= 1;
	refused(&maker.make(), &trust, Error::OtherChain);
	let mut certificate = maker.make();
	certificate.genesis_hash[0] ^= 1;
	refused(&certificate, &maker.trust(), Error::OtherChain);
}

#[test]
fn every_part_swapped_with_another_real_certificate_should_be_refused() {
	let maker = Maker::full();
	let trust = maker.trust();
	let real = maker.make();
	let others = [
		Maker::short().make(),
		Maker { handovers: 1, ..Maker::full() }.make(),
		Maker { state: State::new(7), ..Maker::full() }.make(),
		Maker { seed: 1, ..Maker::full() }.make(),
		Maker { members: vec![UNIT], openings: vec![], ..Maker::full() }.make(),
	];
	let swap: [fn(&mut Certificate, &Certificate); 8] = [
		|to, from| to.handover = from.handover.clone(),
		|to, from| to.anchor = from.anchor.clone(),
		|to, from| to.anchor.header = from.anchor.header.clone(),
		|to, from| to.anchor.justification = from.anchor.justification.clone(),
		|to, from| to.content = from.content.clone(),
		|to, from| to.state = from.state.clone(),
		|to, from| to.openings = from.openings.clone(),
		|to, from| to.first_set = from.first_set + 1,
	];
	for (number, other) in others.iter().enumerate() {
		for (part, swap) in swap.iter().enumerate() {
			let mut swapped = real.clone();
			swap(&mut swapped, other);
			let is_harmless = part == 6 && matches!(number, 0 | 4);
			if swapped == real || is_harmless {
				continue; // Without its openings it is a valid certificate that shows less.
			}
			let result = verify(&swapped.to_bytes(), &trust);
			assert!(result.is_err(), "part {part} of certificate {number}");
		}
	}
}
