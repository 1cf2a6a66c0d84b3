//! Where, for what, and how something may be used: territories × fields of use × acts.

pub use crate::territory::{is_country_code, Territories, Territory, COUNTRIES, PROVINCES};
use crate::{bounds::MAX_FIELDS_OF_USE, BoundedVec, ConstU32};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::{fmt, str::FromStr};
use scale_info::TypeInfo;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A set of fields of use, by IPC section, class or subclass (`G`, `G06`, `G06T`), ordered and without
/// one that another contains. JSON takes them in any order.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "kebab-case", try_from = "FieldsText")]
pub enum FieldsOfUse {
	/// Every field.
	#[codec(index = 0)]
	All,
	/// These only.
	#[codec(index = 1)]
	Only(BoundedVec<FieldOfUse, ConstU32<MAX_FIELDS_OF_USE>>),
}

/// One IPC symbol of one, three or four characters, padded with zeros. JSON writes `G06T`.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct FieldOfUse(pub [u8; 4]);

/// A set of acts (Patent Law art. 11): make 1, use 2, offer 4, sell 8, import 16.
/// JSON writes `["make", "use"]` or `"all"`.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Acts(pub u8);

/// A scope (范围). Two scopes overlap when all three parts intersect.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(deny_unknown_fields)]
pub struct Scope {
	/// Where.
	pub territories: Territories,
	/// For what.
	pub fields: FieldsOfUse,
	/// Which acts.
	pub acts: Acts,
}

/// Why parts are no scope.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum ScopeError {
	/// No territory at all.
	#[codec(index = 0)]
	NoTerritory,
	/// Neither ISO 3166 nor GB/T 2260 has the code.
	#[codec(index = 1)]
	UnknownTerritory,
	/// More territories than the bound.
	#[codec(index = 2)]
	TooManyTerritories,
	/// Territories out of order, or one named twice.
	#[codec(index = 3)]
	TerritoriesNotInOrder,
	/// A province beside the whole of China.
	#[codec(index = 4)]
	RedundantTerritory,
	/// No field of use at all.
	#[codec(index = 5)]
	NoField,
	/// Not a section, class or subclass of the IPC.
	#[codec(index = 6)]
	UnknownField,
	/// More fields of use than the bound.
	#[codec(index = 7)]
	TooManyFields,
	/// Fields of use out of order, or one named twice.
	#[codec(index = 8)]
	FieldsNotInOrder,
	/// A field of use inside another.
	#[codec(index = 9)]
	RedundantField,
	/// No act at all.
	#[codec(index = 10)]
	NoAct,
	/// A bit that stands for no act, or a name that names none.
	#[codec(index = 11)]
	UnknownAct,
}

impl fmt::Display for ScopeError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(match self {
			Self::NoTerritory => "the scope has no territory",
			Self::UnknownTerritory => "neither ISO 3166 nor GB/T 2260 has the territory's code",
			Self::TooManyTerritories => "the scope has more territories than the bound",
			Self::TerritoriesNotInOrder => "territories are out of order or named twice",
			Self::RedundantTerritory => "a province is named beside the whole of China",
			Self::NoField => "the scope has no field of use",
			Self::UnknownField => "a field of use is no IPC section, class or subclass",
			Self::TooManyFields => "the scope has more fields of use than the bound",
			Self::FieldsNotInOrder => "fields of use are out of order or named twice",
			Self::RedundantField => "a field of use is inside another",
			Self::NoAct => "the scope has no act",
			Self::UnknownAct => "an act is none of make, use, offer, sell and import",
		})
	}
}

impl core::error::Error for ScopeError {}

impl FieldOfUse {
	/// The eight sections of the IPC, which together are every field.
	pub const SECTIONS: [Self; 8] = [
		Self(*b"A\0\0\0"),
		Self(*b"B\0\0\0"),
		Self(*b"C\0\0\0"),
		Self(*b"D\0\0\0"),
		Self(*b"E\0\0\0"),
		Self(*b"F\0\0\0"),
		Self(*b"G\0\0\0"),
		Self(*b"H\0\0\0"),
	];

	/// Whether this has the form of a section, class or subclass of the IPC.
	pub fn is_valid(&self) -> bool {
		let is_section = |letter: u8| (b'A'..=b'H').contains(&letter);
		let is_class = |tens: u8, ones: u8| {
			tens.is_ascii_digit() && ones.is_ascii_digit() && [tens, ones] != *b"00"
		};
		match self.0 {
			[section, 0, 0, 0] => is_section(section),
			[section, tens, ones, 0] => is_section(section) && is_class(tens, ones),
			[section, tens, ones, subclass] => {
				is_section(section) && is_class(tens, ones) && subclass.is_ascii_uppercase()
			}
		}
	}

	/// Whether every use in `other` is a use in this field too.
	pub fn contains(&self, other: &Self) -> bool {
		self.0.iter().zip(other.0).all(|(own, others)| *own == 0 || *own == others)
	}
}

impl fmt::Display for FieldOfUse {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let text = core::str::from_utf8(&self.0).unwrap_or("?");
		f.write_str(text.trim_end_matches('\0'))
	}
}

impl FromStr for FieldOfUse {
	type Err = ScopeError;

	fn from_str(text: &str) -> Result<Self, ScopeError> {
		let field = match *text.as_bytes() {
			[section] => Self([section, 0, 0, 0]),
			[section, tens, ones] => Self([section, tens, ones, 0]),
			[section, tens, ones, subclass] => Self([section, tens, ones, subclass]),
			_ => return Err(ScopeError::UnknownField),
		};
		field.is_valid().then_some(field).ok_or(ScopeError::UnknownField)
	}
}

crate::serde_as_text!(FieldOfUse);

/// Fields of use as they are written, in any order.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum FieldsText {
	All,
	Only(Vec<FieldOfUse>),
}

impl TryFrom<FieldsText> for FieldsOfUse {
	type Error = ScopeError;

	fn try_from(text: FieldsText) -> Result<Self, ScopeError> {
		match text {
			FieldsText::All => Ok(Self::All),
			FieldsText::Only(list) => Self::only(list),
		}
	}
}

impl FieldsOfUse {
	/// These fields, in any order; one inside another is dropped.
	pub fn only(fields: impl IntoIterator<Item = FieldOfUse>) -> Result<Self, ScopeError> {
		let mut list: Vec<_> = fields.into_iter().collect();
		list.sort_unstable();
		// A field sorts before all that it contains.
		list.dedup_by(|later, earlier| earlier.contains(later));
		let list = BoundedVec::try_from(list).map_err(|_| ScopeError::TooManyFields)?;
		let set = Self::Only(list);
		set.validate().map(|()| set)
	}

	/// The fields by symbol; every section for all.
	fn symbols(&self) -> &[FieldOfUse] {
		match self {
			Self::All => &FieldOfUse::SECTIONS,
			Self::Only(list) => list,
		}
	}

	/// Whether some use is in both.
	pub fn overlaps(&self, other: &Self) -> bool {
		let meet = |one: &FieldOfUse, two: &FieldOfUse| one.contains(two) || two.contains(one);
		self.symbols().iter().any(|own| other.symbols().iter().any(|others| meet(own, others)))
	}

	/// Whether every use in these fields is in `other` too.
	pub fn is_within(&self, other: &Self) -> bool {
		self.symbols().iter().all(|own| other.symbols().iter().any(|outer| outer.contains(own)))
	}

	/// Whether the list is not empty, known, in order and without what another item contains.
	pub fn validate(&self) -> Result<(), ScopeError> {
		let Self::Only(list) = self else { return Ok(()) };
		if list.is_empty() {
			return Err(ScopeError::NoField);
		}
		if !list.iter().all(FieldOfUse::is_valid) {
			return Err(ScopeError::UnknownField);
		}
		for pair in list.windows(2) {
			match pair {
				[first, second] if first >= second => return Err(ScopeError::FieldsNotInOrder),
				[first, second] if first.contains(second) => {
					return Err(ScopeError::RedundantField)
				}
				_ => {}
			}
		}
		Ok(())
	}
}

impl Acts {
	/// Make (制造).
	pub const MAKE: Self = Self(1);
	/// Use (使用).
	pub const USE: Self = Self(2);
	/// Offer for sale (许诺销售).
	pub const OFFER: Self = Self(4);
	/// Sell (销售).
	pub const SELL: Self = Self(8);
	/// Import (进口).
	pub const IMPORT: Self = Self(16);
	/// Every act.
	pub const ALL: Self = Self(31);

	const NAMES: [(&'static str, Self); 5] = [
		("make", Self::MAKE),
		("use", Self::USE),
		("offer", Self::OFFER),
		("sell", Self::SELL),
		("import", Self::IMPORT),
	];

	/// These acts and those.
	pub const fn and(self, other: Self) -> Self {
		Self(self.0 | other.0)
	}

	/// Whether some act is in both.
	pub const fn overlaps(&self, other: &Self) -> bool {
		self.0 & other.0 != 0
	}

	/// Whether every act here is in `other` too.
	pub const fn is_within(&self, other: &Self) -> bool {
		self.0 & !other.0 == 0
	}

	/// Whether there is an act, and every bit stands for one.
	pub const fn validate(&self) -> Result<(), ScopeError> {
		match self.0 {
			0 => Err(ScopeError::NoAct),
			1..=31 => Ok(()),
			_ => Err(ScopeError::UnknownAct),
		}
	}

	/// Names of the acts, in order.
	pub fn names(&self) -> impl Iterator<Item = &'static str> + '_ {
		Self::NAMES.into_iter().filter(|(_, act)| self.overlaps(act)).map(|(name, _)| name)
	}

	/// The acts with these names.
	pub fn from_names<'a>(names: impl IntoIterator<Item = &'a str>) -> Result<Self, ScopeError> {
		let mut acts = Self(0);
		for name in names {
			let (_, act) = Self::NAMES
				.into_iter()
				.find(|(known, _)| *known == name)
				.ok_or(ScopeError::UnknownAct)?;
			acts = acts.and(act);
		}
		acts.validate().map(|()| acts)
	}
}

impl fmt::Display for Acts {
	/// `all`, or the names with commas.
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		if *self == Self::ALL {
			return f.write_str("all");
		}
		for (index, name) in self.names().enumerate() {
			if index > 0 {
				f.write_str(",")?;
			}
			f.write_str(name)?;
		}
		Ok(())
	}
}

impl FromStr for Acts {
	type Err = ScopeError;

	fn from_str(text: &str) -> Result<Self, ScopeError> {
		match text {
			"all" => Ok(Self::ALL),
			_ => Self::from_names(text.split(',').map(str::trim)),
		}
	}
}

/// Acts as they are written.
#[derive(Deserialize)]
#[serde(untagged)]
enum ActsText {
	Text(alloc::string::String),
	List(Vec<alloc::string::String>),
}

impl Serialize for Acts {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		match *self == Self::ALL {
			true => serializer.serialize_str("all"),
			false => serializer.collect_seq(self.names()),
		}
	}
}

impl<'de> Deserialize<'de> for Acts {
	fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		let acts = match ActsText::deserialize(deserializer)? {
			ActsText::Text(text) => text.parse(),
			ActsText::List(names) => Self::from_names(names.iter().map(|name| name.as_str())),
		};
		acts.map_err(serde::de::Error::custom)
	}
}

impl Scope {
	/// Everywhere, for everything, every act.
	pub fn everything() -> Self {
		Self { territories: Territories::everywhere(), fields: FieldsOfUse::All, acts: Acts::ALL }
	}

	/// Whether some act, in some field, in some territory is in both: all three parts intersect.
	pub fn overlaps(&self, other: &Self) -> bool {
		self.acts.overlaps(&other.acts)
			&& self.fields.overlaps(&other.fields)
			&& self.territories.overlaps(&other.territories)
	}

	/// Whether everything in this scope is in `other` too.
	pub fn is_within(&self, other: &Self) -> bool {
		self.acts.is_within(&other.acts)
			&& self.fields.is_within(&other.fields)
			&& self.territories.is_within(&other.territories)
	}

	/// Whether every part is in its one canonical form and none is empty.
	///
	/// Fails with the first part that is not. A scope that was decoded must pass before it is stored.
	pub fn validate(&self) -> Result<(), ScopeError> {
		self.territories.validate()?;
		self.fields.validate()?;
		self.acts.validate()
	}
}
