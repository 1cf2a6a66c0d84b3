//! The C interface, called as a host calls it.
#![allow(missing_docs, clippy::unwrap_used)]
#![allow(unsafe_code, reason = "a host on the other side of a C interface has only pointers")]

use quanqi_certificate::bounds::MAX_CERTIFICATE_BYTES;
use quanqi_certificate_page::{
	answer, certificate_release, certificate_reserve, certificate_verify, Policy, ANY_AGE,
};
use quanqi_types::Moment;
use std::{fs, path::PathBuf, ptr, slice};

fn golden(name: &str) -> Vec<u8> {
	fs::read(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/golden").join(name)).unwrap()
}

/// Copies bytes into the module.
fn hand_over(bytes: &[u8]) -> *mut u8 {
	let room = certificate_reserve(bytes.len());
	// SAFETY: the module has just reserved so many bytes.
	unsafe { ptr::copy_nonoverlapping(bytes.as_ptr(), room, bytes.len()) };
	room
}

/// Copies an answer out of the module and releases it.
fn take_back(framed: *mut u8) -> serde_json::Value {
	// SAFETY: an answer is four bytes of length and so many more.
	unsafe {
		let length = u32::from_le_bytes(slice::from_raw_parts(framed, 4).try_into().unwrap());
		let length = usize::try_from(length).unwrap();
		let json = serde_json::from_slice(slice::from_raw_parts(framed.add(4), length)).unwrap();
		certificate_release(framed, length + 4);
		json
	}
}

#[test]
fn interface_should_give_the_answer_of_the_library() {
	let (file, trust) = (golden("provenance.qcert"), golden("trust.json"));
	for (now, age, max_age_days) in [(7, ANY_AGE, None), (u64::MAX, 30, Some(30))] {
		let (file_room, trust_room) = (hand_over(&file), hand_over(&trust));
		// SAFETY: both rooms were reserved with these lengths, and are released once.
		let found = unsafe {
			let found =
				certificate_verify(file_room, file.len(), trust_room, trust.len(), now, age);
			certificate_release(file_room, file.len());
			certificate_release(trust_room, trust.len());
			found
		};
		let expected = answer(&file, &trust, Policy { now: Moment(now), max_age_days });
		assert_eq!(take_back(found), serde_json::to_value(expected).unwrap());
	}
}

#[test]
fn room_should_be_refused_when_no_file_may_be_so_large() {
	assert!(certificate_reserve(MAX_CERTIFICATE_BYTES + 1).is_null());
	assert!(certificate_reserve(usize::MAX).is_null());
}

#[test]
fn file_should_be_refused_unread_when_it_is_too_large() {
	let trust = golden("trust.json");
	let check = |file_length, trust_length| {
		let trust = trust.as_ptr();
		// SAFETY: null stands for no bytes; the trust file is as long as it says, or is not read.
		take_back(unsafe {
			certificate_verify(ptr::null(), file_length, trust, trust_length, 0, ANY_AGE)
		})
	};
	assert_eq!(check(usize::MAX, trust.len())["failure"]["error"], "too-large");
	assert_eq!(check(0, usize::MAX)["outcome"], "no-trust");
}

#[test]
fn nothing_should_be_an_empty_file() {
	// SAFETY: null stands for no bytes.
	let found = unsafe { certificate_verify(ptr::null(), 5, ptr::null(), 0, 0, ANY_AGE) };
	assert_eq!(take_back(found)["outcome"], "no-trust");
	// SAFETY: null is released by doing nothing.
	unsafe { certificate_release(ptr::null_mut(), 7) };
}
