//! Contracts as people write them: terms, price events, income splits and persons, in TOML.
//!
//! Members and achievements are named by number, or as everywhere else: by credit code or register, by
//! application or publication number. What the chain has to say about those is looked up in a [`Book`],
//! so that everything else can be read, checked and tested without a network.

mod acts;
mod income;
mod line;
mod price;
mod price_event;
mod sealed;
mod terms;

pub use income::{read_people, DistributionFile, PeopleFile, PeopleOpening};
pub use price_event::PriceEventFile;
pub use sealed::{
	commit, extract, seal_terms, verify, CommitmentOpening, FieldCheck, SealOpening, ShownFields,
};
pub use terms::TermsFile;

use super::{codes, members::MemberRef};
use crate::error::{Error, Place, Result};
use quanqi_types::{
	AchievementId, BoundedVec, ConstU32, Digest, Identifier, MemberId, Text, UseForm,
};
use serde::{de::DeserializeOwned, Deserialize};
use std::{cell::RefCell, collections::HashMap, path::Path};

/// A place in a file and what is wrong there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
	/// Which part of the file.
	pub field: String,
	/// What is wrong.
	pub reason: String,
}

impl Wrong {
	/// In this field.
	pub fn new(field: impl Into<String>, reason: impl std::fmt::Display) -> Self {
		Self { field: field.into(), reason: reason.to_string() }
	}

	/// The same, seen from outside: `act 2, part`.
	pub fn within(self, outer: impl std::fmt::Display) -> Self {
		Self { field: format!("{outer}, {}", self.field), ..self }
	}

	/// As an error of this file, with the line of the field where it has one.
	pub fn in_file(self, path: &Path) -> Error {
		let text = std::fs::read_to_string(path).unwrap_or_default();
		let line = line::line_of(&text, &self.field);
		Error::file(Place { line, ..Place::file(path).field(self.field) }, self.reason)
	}
}

/// What a file gives, or the place where it does not.
pub type Built<T> = Result<T, Wrong>;

/// A member or an achievement as a file names it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Name {
	/// By its number.
	Number(u64),
	/// Otherwise.
	Text(String),
}

/// What a file names otherwise than by number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
	/// Members.
	pub members: Vec<MemberRef>,
	/// Achievements.
	pub achievements: Vec<Identifier>,
}

impl Wanted {
	/// Whether nothing is wanted.
	pub fn is_empty(&self) -> bool {
		self.members.is_empty() && self.achievements.is_empty()
	}
}

/// Numbers of members and achievements by their other names, and what is not known yet.
#[derive(Debug, Default)]
pub struct Book {
	members: HashMap<MemberRef, MemberId>,
	achievements: Vec<(Identifier, AchievementId)>,
	wanted: RefCell<Wanted>,
}

impl Book {
	/// What has been asked for and is not known, which is forgotten by asking.
	pub fn wanted(&self) -> Wanted {
		self.wanted.take()
	}

	/// A member by another name than its number.
	pub fn add_member(&mut self, name: MemberRef, member: MemberId) {
		self.members.insert(name, member);
	}

	/// An achievement by another name than its number.
	pub fn add_achievement(&mut self, name: Identifier, achievement: AchievementId) {
		self.achievements.push((name, achievement));
	}

	/// The number of a member. One that is not known yet is remembered as wanted, and stands as zero.
	fn member(&self, field: &str, name: &Name) -> Built<MemberId> {
		let name: MemberRef = match name {
			Name::Number(number) => {
				return u32::try_from(*number)
					.map(MemberId)
					.map_err(|_| Wrong::new(field, format!("{number}: no number of a member")))
			}
			Name::Text(text) => text.parse().map_err(|error| Wrong::new(field, error))?,
		};
		if let MemberRef::Number(member) = name {
			return Ok(member);
		}
		match self.members.get(&name) {
			Some(member) => Ok(*member),
			None => {
				self.wanted.borrow_mut().members.push(name);
				Ok(MemberId(0))
			}
		}
	}

	/// The number of an achievement, in the same way.
	fn achievement(&self, field: &str, name: &Name) -> Built<AchievementId> {
		let text = match name {
			Name::Number(number) => return Ok(AchievementId(*number)),
			Name::Text(text) => text,
		};
		if let Ok(number) = text.trim().parse() {
			return Ok(AchievementId(number));
		}
		let name = codes::parse_identifier(text).map_err(|error| Wrong::new(field, error))?;
		match self.achievements.iter().find(|(known, _)| *known == name) {
			Some((_, achievement)) => Ok(*achievement),
			None => {
				self.wanted.borrow_mut().achievements.push(name);
				Ok(AchievementId(0))
			}
		}
	}
}

/// Builds something from a file that names everything by number.
pub fn without_chain<T>(path: &Path, build: impl Fn(&Book) -> Built<T>) -> Result<T> {
	let book = Book::default();
	let built = build(&book);
	match book.wanted().is_empty() {
		true => built.map_err(|wrong| wrong.in_file(path)),
		false => Err(Error::file(
			Place::file(path),
			"names members or achievements otherwise than by number, which only a node can look up",
		)),
	}
}

/// Finds what is wrong in a file before a node is asked, as far as it names everything by number.
pub fn check_early<T>(path: &Path, build: impl Fn(&Book) -> Built<T>) -> Result<()> {
	let book = Book::default();
	match build(&book) {
		Err(wrong) if book.wanted().is_empty() => Err(wrong.in_file(path)),
		_ => Ok(()),
	}
}

/// Reads a file of TOML. The parser's own picture of the line is left out: it may be secret.
pub fn read<T: DeserializeOwned>(path: &Path) -> Result<T> {
	let text = read_text(path)?;
	toml::from_str(&text).map_err(|error| {
		let before = error.span().and_then(|span| text.get(..span.start));
		let line = before.and_then(|text| u64::try_from(text.lines().count().max(1)).ok());
		let place = Place { line, ..Place::file(path) };
		Error::file(place, error.message())
	})
}

/// Reads a file of text.
pub fn read_text(path: &Path) -> Result<String> {
	std::fs::read_to_string(path)
		.map_err(|error| Error::file(Place::file(path), format!("cannot be read: {error}")))
}

fn text<const N: u32>(field: &str, text: &str) -> Built<Text<N>> {
	codes::parse_text(text).map_err(|error| Wrong::new(field, error))
}

fn digest(field: &str, text: &str) -> Built<Digest> {
	super::documents::parse_digest(text).map_err(|error| Wrong::new(field, error))
}

/// A word of a closed list.
fn word<T: DeserializeOwned>(field: &str, text: &str, known: &str) -> Built<T> {
	super::words::parse_word(text, known).map_err(|error| Wrong::new(field, error))
}

fn form(field: &str, text: &str) -> Built<UseForm> {
	word(field, text, "exclusive, sole or ordinary")
}

fn bounded<T, const N: u32>(field: &str, list: Vec<T>) -> Built<BoundedVec<T, ConstU32<N>>> {
	let count = list.len();
	BoundedVec::try_from(list)
		.map_err(|_| Wrong::new(field, format!("{count} of them; at most {N} are kept")))
}

/// Each line of a list, its place counted from one where something is wrong.
fn each<T, U>(name: &str, list: &[T], build: impl Fn(&T) -> Built<U>) -> Built<Vec<U>> {
	let one =
		|(place, item)| build(item).map_err(|wrong| wrong.within(format!("{name} {}", place + 1)));
	list.iter().enumerate().map(one).collect()
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn book_should_want_what_it_does_not_know_and_then_know_it() {
		let mut book = Book::default();
		assert_eq!(book.member("by", &Name::Number(7)), Ok(MemberId(7)));
		assert_eq!(book.member("by", &Name::Text("7".into())), Ok(MemberId(7)));
		let name = Name::Text("12100000400000456B".into());
		assert_eq!(book.member("by", &name), Ok(MemberId(0)));
		let patent = Name::Text("CN201610907263.X".into());
		assert_eq!(book.achievement("achievement", &patent), Ok(AchievementId(0)));
		let wanted = book.wanted();
		assert!(book.wanted().is_empty());
		book.add_member(wanted.members[0].clone(), MemberId(3));
		book.add_achievement(wanted.achievements[0].clone(), AchievementId(9));
		assert_eq!(book.member("by", &name), Ok(MemberId(3)));
		assert_eq!(book.achievement("achievement", &patent), Ok(AchievementId(9)));
		assert!(book.wanted().is_empty());
	}

	#[test]
	fn name_should_be_refused_with_its_field_when_it_is_none() {
		let wrong = Book::default().member("to", &Name::Text("somebody".into())).unwrap_err();
		assert_eq!(wrong.field, "to");
		let outer = wrong.within("act 2");
		assert_eq!(outer.field, "act 2, to");
	}
}
