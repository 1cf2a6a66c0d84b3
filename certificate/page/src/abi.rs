//! The module's C interface: the one place with unsafe code.
//!
//! A host reserves room for each file, writes it there, asks, reads the answer, and releases all three.
//! WebAssembly checks every access itself, so that a host in error can harm nothing but this instance.
#![allow(
	unsafe_code,
	reason = "pointers are all that two sides of a C interface can pass each other"
)]

use crate::answer::{answer, Answer, Policy, MAX_TRUST_BYTES, TRUST_TOO_LARGE};
use alloc::{boxed::Box, vec, vec::Vec};
use core::{ptr, slice};
use quanqi_certificate::{bounds::MAX_CERTIFICATE_BYTES, Error};
use quanqi_types::Moment;

/// As the greatest age in days: any.
pub const ANY_AGE: u32 = u32::MAX;

/// Room for `length` bytes, all 0; null where no file may be so large. Release it.
#[no_mangle]
pub extern "C" fn certificate_reserve(length: usize) -> *mut u8 {
	match length <= MAX_CERTIFICATE_BYTES.max(MAX_TRUST_BYTES) {
		true => Box::into_raw(vec![0u8; length].into_boxed_slice()).cast(),
		false => ptr::null_mut(),
	}
}

/// Gives back what was reserved, or an answer: its four bytes of length and the length that they say.
///
/// # Safety
///
/// `pointer` is null, or from this module, not released before, and `length` is its whole length.
#[no_mangle]
pub unsafe extern "C" fn certificate_release(pointer: *mut u8, length: usize) {
	if !pointer.is_null() {
		// SAFETY: by the contract above this is the box that this module gave away.
		drop(unsafe { Box::from_raw(ptr::slice_from_raw_parts_mut(pointer, length)) });
	}
}

/// Verifies the file at `file` under the trust file at `trust`, by the host's clock in milliseconds
/// since 1970 and the greatest age that it allows, in days, or [`ANY_AGE`].
///
/// The answer is four bytes of length, least first, and so many bytes of JSON. Release it. A file that
/// is too large to reserve is handed over as null with its length.
///
/// # Safety
///
/// `file` and `trust` are each null, or point to as many bytes as their lengths say.
#[no_mangle]
pub unsafe extern "C" fn certificate_verify(
	file: *const u8,
	file_length: usize,
	trust: *const u8,
	trust_length: usize,
	now_milliseconds: u64,
	max_age_days: u32,
) -> *mut u8 {
	let policy = Policy {
		now: Moment(now_milliseconds),
		max_age_days: (max_age_days != ANY_AGE).then_some(max_age_days),
	};
	// Sizes first: nothing is read of what is too large.
	let found = if file_length > MAX_CERTIFICATE_BYTES {
		Answer::refused(Error::TooLarge)
	} else if trust_length > MAX_TRUST_BYTES {
		Answer::without_trust(TRUST_TOO_LARGE.into())
	} else {
		// SAFETY: by the contract above.
		let (file, trust) = unsafe { (bytes(file, file_length), bytes(trust, trust_length)) };
		answer(file, trust, policy)
	};
	hand_over(&found)
}

/// # Safety
///
/// `pointer` is null, or points to `length` bytes that nobody changes while they are read.
unsafe fn bytes<'a>(pointer: *const u8, length: usize) -> &'a [u8] {
	match pointer.is_null() {
		true => &[],
		// SAFETY: by the contract above.
		false => unsafe { slice::from_raw_parts(pointer, length) },
	}
}

/// The answer behind its length, given away.
fn hand_over(answer: &Answer) -> *mut u8 {
	// Only a map with keys that are no text fails to become JSON, and an answer has none; should that
	// change, an empty answer is none.
	let json = serde_json::to_vec(answer).unwrap_or_default();
	let length = u32::try_from(json.len()).unwrap_or(0).to_le_bytes();
	let framed: Vec<u8> = length.into_iter().chain(json).collect();
	Box::into_raw(framed.into_boxed_slice()).cast()
}
