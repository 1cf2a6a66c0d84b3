//! Bounded UTF-8 text of users: titles, names, labels.

use crate::{BoundedVec, ConstU32};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// UTF-8 text of at most `N` bytes. It may arrive undecoded in a call, so [`Text::validate`] says
/// whether the bytes really are text.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[scale_info(skip_type_params(N))]
pub struct Text<const N: u32>(pub BoundedVec<u8, ConstU32<N>>);

/// Why bytes are no text of this ledger.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum TextError {
	/// Not valid UTF-8.
	#[codec(index = 0)]
	NotUtf8,
	/// Longer than the bound.
	#[codec(index = 1)]
	TooLong,
	/// Empty, or only white space.
	#[codec(index = 2)]
	Empty,
	/// A control character inside.
	#[codec(index = 3)]
	ControlCharacter,
}
