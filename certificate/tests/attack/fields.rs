//! Every field of a certificate, at every depth, exchanged for that of another real certificate.

use crate::maker::*;
use quanqi_certificate::{verify, verify_decoded, Certificate};
use serde_json::Value;

/// Pointers to everything in a JSON value, itself left out.
fn pointers(value: &Value, at: &str, all: &mut Vec<String>) {
	let mut go = |name: &str, inner: &Value| {
		let pointer = format!("{at}/{name}");
		all.push(pointer.clone());
		pointers(inner, &pointer, all);
	};
	match value {
		Value::Object(fields) => fields.iter().for_each(|(name, inner)| go(name, inner)),
		Value::Array(items) => {
			items.iter().enumerate().for_each(|(place, inner)| go(&place.to_string(), inner));
		}
		_ => {}
	}
}

/// The certificate with what stands at the pointer taken from the other, where both have it, it differs
/// and a certificate can be read of it.
fn with_field_of(real: &Value, other: &Value, pointer: &str) -> Option<Certificate> {
	let from = other.pointer(pointer)?;
	let mut swapped = real.clone();
	let to = swapped.pointer_mut(pointer)?;
	if to == from {
		return None;
	}
	*to = from.clone();
	serde_json::from_value(swapped).ok()
}

#[test]
fn every_field_of_another_real_certificate_should_be_refused() {
	let maker = Maker { validators: 1, state: State::new(3), ..Maker::full() };
	let others = [
		Maker { seed: 1, ..maker.clone() },
		Maker { handovers: 1, ..maker.clone() },
		Maker { state: State::new(7), ..maker.clone() },
		Maker { members: vec![crate::world::UNIT], openings: vec![], ..maker.clone() },
		Maker { is_short: true, openings: vec![], ..maker.clone() },
		Maker { history: other_history().entries, ..maker.clone() },
	];
	let (real, trust) = (maker.make(), maker.trust());
	verify(&real.to_bytes(), &trust).unwrap();
	let json = serde_json::to_value(&real).unwrap();
	let mut all = Vec::new();
	pointers(&json, "", &mut all);
	let mut exchanged = 0;
	for (number, other) in others.iter().enumerate() {
		let other = serde_json::to_value(other.make()).unwrap();
		for pointer in &all {
			// Fewer openings show less, and are true.
			if pointer == "/openings" {
				continue;
			}
			let Some(swapped) = with_field_of(&json, &other, pointer) else { continue };
			exchanged += 1;
			assert!(verify_decoded(&swapped, &trust).is_err(), "{pointer} of certificate {number}");
			assert!(
				verify(&swapped.to_bytes(), &trust).is_err(),
				"{pointer} of certificate {number}"
			);
		}
	}
	assert!(exchanged > 80, "{exchanged}");
}

#[test]
fn fields_of_one_certificate_should_not_stand_in_each_others_place() {
	let maker = Maker { validators: 2, state: State::new(3), ..Maker::full() };
	let (real, trust) = (maker.make(), maker.trust());
	let json = serde_json::to_value(&real).unwrap();
	let mut all = Vec::new();
	pointers(&json, "", &mut all);
	// Hashes, keys, salts and signatures: texts of one length.
	let texts: Vec<_> = all
		.iter()
		.filter_map(|pointer| Some((pointer, json.pointer(pointer)?.as_str()?)))
		.filter(|(_, text)| matches!(text.len(), 64 | 128))
		.collect();
	let mut exchanged = 0;
	for (place, (pointer, text)) in texts.iter().enumerate() {
		// Its neighbours of the same length.
		let same = |(_, other): &&(&String, &str)| other.len() == text.len() && other != text;
		for (_, other) in texts[place + 1..].iter().filter(same).take(3) {
			let mut swapped = json.clone();
			*swapped.pointer_mut(pointer).unwrap() = Value::from(*other);
			let Ok(swapped) = serde_json::from_value::<Certificate>(swapped) else { continue };
			exchanged += 1;
			assert!(verify_decoded(&swapped, &trust).is_err(), "{other} at {pointer}");
		}
	}
	assert!(exchanged > 50, "{exchanged}");
}
