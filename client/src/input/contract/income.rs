//! How income is divided (收益分配), and the persons behind a line, as files.

use super::{bounded, each, price::quantity, text, Book, Built, Name, Wrong};
use crate::error::Result;
use pallet_technology_contracts::income::{
	Deduction, Payee, People, Person, PersonPart, Split, SplitNode, SplitTarget,
};
use quanqi_types::{
	bounds::{MAX_DEDUCTIONS, MAX_SPLIT_NODES},
	digest::hex_hash,
	BoundedVec, Commitment, ConstU32, Hash256,
};
use serde::{Deserialize, Serialize};
use std::path::Path;

/// A distribution. `quanqi contract distribute --help` explains each part.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DistributionFile {
	/// Whether every other owner is a seller that is paid by itself.
	#[serde(default)]
	pub co_owners_paid: bool,
	#[serde(default)]
	deduction: Vec<DeductionLine>,
	part: Vec<SplitPart>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct DeductionLine {
	label: String,
	quantity: String,
}

/// A part of a split: paid to somebody, or divided further.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SplitPart {
	weight: u64,
	to: Option<Name>,
	label: Option<String>,
	people: Option<PeopleTable>,
	#[serde(default)]
	part: Vec<SplitPart>,
}

/// Persons under salted leaves, as `quanqi contract seal-people` prints them.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PeopleTable {
	#[serde(with = "hex_hash")]
	root: Hash256,
	count: u32,
}

/// Who receives a line: `unit`, `completers`, `contributors`, or a member.
pub(super) fn payee(
	book: &Book,
	to: &Name,
	label: Option<&str>,
	people: Option<&PeopleTable>,
) -> Built<Payee> {
	let label_of = || label.map(|label| text("label", label)).transpose();
	let people_of = || {
		let absent =
			|| Wrong::new("people", "missing: root and count; see quanqi contract seal-people");
		people.map(|table| People { root: table.root, count: table.count }).ok_or_else(absent)
	};
	let is_people =
		matches!(to, Name::Text(word) if word == "completers" || word == "contributors");
	match (is_people, people.is_some(), label.is_some()) {
		(true, _, true) => return Err(Wrong::new("label", "persons have no label")),
		(false, true, _) => {
			return Err(Wrong::new("people", "only completers and contributors are persons"))
		}
		_ => {}
	}
	match to {
		Name::Text(word) if word == "unit" => Ok(Payee::Unit { label: label_of()? }),
		Name::Text(word) if word == "completers" => people_of().map(Payee::Completers),
		Name::Text(word) if word == "contributors" => people_of().map(Payee::Contributors),
		name => Ok(Payee::Member { member: book.member("to", name)?, label: label_of()? }),
	}
}

impl SplitPart {
	/// Appends this part and what is inside it, a group before its members.
	fn append(&self, book: &Book, parent: Option<u8>, nodes: &mut Vec<SplitNode>) -> Built<()> {
		let target = match (&self.to, self.part.is_empty()) {
			(Some(to), true) => {
				let payee = payee(book, to, self.label.as_deref(), self.people.as_ref())?;
				SplitTarget::Payee(payee)
			}
			(None, false) => SplitTarget::Group,
			_ => {
				return Err(Wrong::new("to", "a part is paid to somebody, or has parts of its own"))
			}
		};
		let place = u8::try_from(nodes.len())
			.map_err(|_| Wrong::new("part", format!("more parts than {MAX_SPLIT_NODES}")))?;
		nodes.push(SplitNode { parent, weight: self.weight, target });
		for (number, inner) in self.part.iter().enumerate() {
			inner
				.append(book, Some(place), nodes)
				.map_err(|wrong| wrong.within(format!("part {}", number + 1)))?;
		}
		Ok(())
	}
}

impl DistributionFile {
	/// The split, checked by the rules of the chain.
	pub fn split(&self, book: &Book) -> Built<Split> {
		let mut nodes = Vec::new();
		for (number, part) in self.part.iter().enumerate() {
			part.append(book, None, &mut nodes)
				.map_err(|wrong| wrong.within(format!("part {}", number + 1)))?;
		}
		let split = Split(bounded("part", nodes)?);
		split.check().map_err(|refusal| {
			Wrong::new("part", format!("C9: {}", crate::output::describe::refusal(&refusal)))
		})?;
		Ok(split)
	}

	/// Costs taken off before.
	pub fn deductions(&self) -> Built<BoundedVec<Deduction, ConstU32<MAX_DEDUCTIONS>>> {
		let lines = each("deduction", &self.deduction, |line| {
			let quantity = quantity("quantity", &line.quantity)?;
			Ok(Deduction { label: text("label", &line.label)?, quantity })
		})?;
		bounded("deduction", lines)
	}
}

/// Persons who share a line, in the clear.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PeopleFile {
	person: Vec<PersonLine>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PersonLine {
	member: Option<u32>,
	name: Option<String>,
	quantity: String,
}

/// Persons with their salts: what opens every leaf. To be kept secret.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PeopleOpening {
	/// What goes on chain.
	pub people: People,
	/// The leaves, in order.
	pub leaves: Vec<PersonOpening>,
}

/// One person, with what opens its leaf.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonOpening {
	/// The salt of the leaf.
	#[serde(with = "hex_hash")]
	pub salt: Hash256,
	/// What the leaf commits to.
	pub part: PersonPart,
	/// The name of a person that is no member.
	pub name: Option<String>,
	/// The salt of that name's commitment.
	#[serde(default, with = "quanqi_types::digest::hex_hash_option")]
	pub name_salt: Option<Hash256>,
}

/// Reads persons in the clear.
pub fn read_people(path: &Path) -> Result<PeopleOpening> {
	let file: PeopleFile = super::read(path)?;
	file.seal(super::sealed::fresh_salt).map_err(|wrong| wrong.in_file(path))
}

impl PeopleFile {
	/// Seals the persons under salts.
	pub fn seal(&self, mut salt: impl FnMut() -> Hash256) -> Built<PeopleOpening> {
		let mut leaves = Vec::new();
		for (number, line) in self.person.iter().enumerate() {
			let opening = line
				.opening(&mut salt)
				.map_err(|wrong| wrong.within(format!("person {}", number + 1)))?;
			leaves.push(opening);
		}
		let commitments: Vec<_> = leaves.iter().map(|leaf| leaf.part.leaf(leaf.salt)).collect();
		let people = People::seal(&commitments)
			.ok_or_else(|| Wrong::new("person", "there is nobody in the file"))?;
		Ok(PeopleOpening { people, leaves })
	}
}

impl PersonLine {
	fn opening(&self, salt: &mut impl FnMut() -> Hash256) -> Built<PersonOpening> {
		let (person, name_salt) = match (self.member, &self.name) {
			(Some(member), None) => (Person::Member(quanqi_types::MemberId(member)), None),
			(None, Some(name)) => {
				let salt = salt();
				(Person::Other(Commitment::new(salt, name.as_bytes())), Some(salt))
			}
			_ => return Err(Wrong::new("member", "a person is a member, or has a name")),
		};
		let quantity = quantity("quantity", &self.quantity)?;
		let part = PersonPart { person, quantity };
		Ok(PersonOpening { salt: salt(), part, name: self.name.clone(), name_salt })
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use pallet_technology_contracts::income::Quantity;
	use quanqi_types::Amount;

	fn split(text: &str) -> Built<Split> {
		let file: DistributionFile = toml::from_str(text).unwrap();
		file.split(&Book::default())
	}

	#[test]
	fn nested_split_should_have_each_group_before_its_members() {
		let people = format!("people = {{ root = \"{}\", count = 3 }}", "ab".repeat(32));
		let text = format!(
			r#"
			part = [
				{{ weight = 10, to = "unit", label = "科研院" }},
				{{ weight = 15, to = 7 }},
				{{ weight = 75, part = [
					{{ weight = 30, to = "contributors", {people} }},
					{{ weight = 35, to = "completers", {people} }},
					{{ weight = 10, to = "unit" }},
				] }},
			]
			"#
		);
		let Split(nodes) = split(&text).unwrap();
		let parents: Vec<_> = nodes.iter().map(|node| node.parent).collect();
		assert_eq!(parents, [None, None, None, Some(2), Some(2), Some(2)]);
		assert_eq!(nodes[2].target, SplitTarget::Group);
		assert!(matches!(&nodes[4].target, SplitTarget::Payee(Payee::Completers(_))));
	}

	#[test]
	fn part_should_be_refused_when_it_is_both_paid_and_divided() {
		let wrong =
			split("part = [{ weight = 1, to = \"unit\", part = [{ weight = 1, to = 3 }] }]");
		assert_eq!(wrong.unwrap_err().field, "part 1, to");
		let wrong = split("part = [{ weight = 1, to = \"completers\" }]").unwrap_err();
		assert_eq!(wrong.field, "part 1, people");
		assert!(split("part = [{ weight = 0, to = \"unit\" }]").unwrap_err().reason.contains("C9"));
	}

	#[test]
	fn persons_should_open_under_the_root_that_goes_on_chain() {
		let text = "person = [{ name = \"张三\", quantity = \"60CNY\" }, { member = 4, quantity = \"40CNY\" }]";
		let file: PeopleFile = toml::from_str(text).unwrap();
		let sealed = file.seal(super::super::sealed::fresh_salt).unwrap();
		let opened: Vec<_> = sealed.leaves.iter().map(|leaf| (leaf.salt, leaf.part)).collect();
		let line = |fen| Quantity::Money(Amount::fen(fen));
		assert!(sealed.people.open(&line(10_000), &opened).is_ok());
		assert!(sealed.people.open(&line(10_001), &opened).is_err());
		let again = file.seal(super::super::sealed::fresh_salt).unwrap();
		assert_ne!(again.people.root, sealed.people.root);
	}
}
