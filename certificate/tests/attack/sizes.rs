//! How large certificates are, by validators, values in the state and length of the history.
//!
//! `--nocapture` shows the table. `QUANQI_WRITE_SAMPLES=FOLDER` writes each certificate with its trust file,
//! for the bench.

use crate::{is_thorough, maker::*, world::*};
use codec::Encode;
use quanqi_certificate::{keys::Item, verify, Certificate, Trust};
use quanqi_title::EndReason;
use quanqi_types::UseForm;
use std::{fs, path::Path};

/// Licences that are granted and given up, after the registration.
fn long_history(entries: u32) -> World {
	let mut world = World::joint_patent();
	while world.next() < entries {
		let right = world.granted(licence(UseForm::Ordinary));
		if world.next() < entries {
			world.act(end(right, EndReason::Surrendered)).by(LICENSEE).willing().ok();
		}
	}
	world
}

/// A state whose achievement has this history, among others.
fn state_of(world: &World, records: u32) -> State {
	let mut state = State::new(records);
	state.0.insert(Item::Head(ID).key(), head_of(world).encode());
	state.0.insert(Item::Title(ID).key(), world.title.clone().unwrap().encode());
	state
}

fn write_sample(name: &str, certificate: &Certificate, trust: &Trust) {
	let Some(folder) = std::env::var_os("QUANQI_WRITE_SAMPLES") else { return };
	fs::create_dir_all(&folder).unwrap();
	let path = Path::new(&folder).join(name);
	fs::write(path.with_extension("qcert"), certificate.to_bytes()).unwrap();
	fs::write(path.with_extension("trust.json"), serde_json::to_vec_pretty(trust).unwrap())
		.unwrap();
}

/// What of it is not history, in bytes.
fn rest(certificate: &Certificate, history: &World) -> usize {
	certificate.to_bytes().len() - history.entries.iter().map(Encode::encoded_size).sum::<usize>()
}

#[test]
fn sizes_should_stay_within_what_the_documents_say() {
	let all_records: &[u32] = if is_thorough() { &[200, 100_000] } else { &[200] };
	let lengths: &[u32] = if is_thorough() { &[5, 100, 1_000] } else { &[5, 40] };
	println!("records  validators  form        entries    bytes  without history");
	for records in all_records {
		for entries in lengths {
			let world = long_history(*entries);
			let state = state_of(&world, *records);
			for (validators, is_short) in [(4u8, true), (4, false), (30, true), (30, false)] {
				let (history, state) = (world.entries.clone(), state.clone());
				let maker = Maker { validators, is_short, history, state, ..Maker::default() };
				let (certificate, trust) = (maker.make(), maker.trust());
				let bytes = certificate.to_bytes();
				verify(&bytes, &trust).unwrap();
				let form = if is_short { "short" } else { "provenance" };
				let rest = if is_short { bytes.len() } else { rest(&certificate, &world) };
				println!(
					"{records:7}  {validators:10}  {form:10}  {entries:7}  {:7}  {rest:15}",
					bytes.len()
				);
				assert!(rest <= 12 * 1024, "{form} of {validators} validators: {rest} bytes");
				write_sample(
					&format!("{form}-{validators}-{records}-{entries}"),
					&certificate,
					&trust,
				);
			}
		}
	}
}

#[test]
fn handover_should_add_what_its_votes_and_its_announcement_need() {
	for (validators, limit) in [(4u8, 1_024), (30, 5 * 1_024)] {
		let of =
			|handovers| Maker { validators, handovers, ..Maker::short() }.make().to_bytes().len();
		let (none, four) = (of(0), of(4));
		println!("{validators} validators: {} bytes for each handover", (four - none) / 4);
		assert!((four - none) / 4 <= limit);
	}
}
