//! Sealed terms (密封条款): fields in the clear become a root on chain and an opening file that stays
//! with who has it.

use super::{read_text, Built, Wrong};
use crate::error::{Error, Place, Result};
use pallet_technology_contracts::{
	sealing::{self, Opening, SealedField},
	Seal,
};
use quanqi_types::{digest::hex_hash, Commitment, Hash256};
use serde::{Deserialize, Serialize};
use sp_core::{ed25519, Pair};
use std::path::Path;

/// Everything that is under a seal, with the salts. To be kept secret.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SealOpening {
	/// What goes on chain.
	pub seal: Seal,
	/// The fields.
	pub fields: Vec<SealedField>,
}

/// Some fields, with the proof that they stand under the seal: what one reader is shown.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShownFields {
	/// The seal they are said to stand under.
	pub seal: Seal,
	/// The fields and proofs.
	pub openings: Vec<Opening>,
}

/// One value under a salted commitment. To be kept secret.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommitmentOpening {
	/// What goes on chain.
	pub commitment: Commitment,
	/// Its salt.
	#[serde(with = "hex_hash")]
	pub salt: Hash256,
	/// What it commits to.
	pub value: String,
}

/// Whether one field stands under a seal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldCheck {
	/// The field.
	pub field: String,
	/// Whether it does.
	pub holds: bool,
	/// Its value, where it was asked for.
	#[serde(skip_serializing_if = "Option::is_none")]
	pub value: Option<String>,
}

// What is under a seal never reaches a log by way of `{:?}`.
impl std::fmt::Debug for SealOpening {
	fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
		f.debug_struct("SealOpening").field("seal", &self.seal).finish_non_exhaustive()
	}
}

impl std::fmt::Debug for ShownFields {
	fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
		f.debug_struct("ShownFields").field("seal", &self.seal).finish_non_exhaustive()
	}
}

impl std::fmt::Debug for CommitmentOpening {
	fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
		let commitment = &self.commitment;
		f.debug_struct("CommitmentOpening").field("commitment", commitment).finish_non_exhaustive()
	}
}

/// 32 fresh random bytes: the secret of a new key is drawn from the operating system.
pub(super) fn fresh_salt() -> Hash256 {
	ed25519::Pair::generate().1
}

/// Seals the `[sealed]` table of a file: the file without it and with its `[seal]`, and the opening.
pub fn seal_terms(path: &Path) -> Result<(String, SealOpening)> {
	// The parser's own message would show the line, which may be secret.
	let table: toml::Table = read_text(path)?.parse().map_err(|error: toml::de::Error| {
		let place = match error.span() {
			Some(span) => format!("not TOML, at byte {}", span.start),
			None => "not TOML".to_owned(),
		};
		Error::file(Place::file(path), place)
	})?;
	seal_table(table).map_err(|wrong| wrong.in_file(path))
}

fn seal_table(mut table: toml::Table) -> Built<(String, SealOpening)> {
	let Some(toml::Value::Table(fields)) = table.remove("sealed") else {
		return Err(Wrong::new("sealed", "missing: the table of fields to seal, NAME = \"VALUE\""));
	};
	if table.contains_key("seal") || table.contains_key("price") {
		let reason = "C11: a sealed contract has neither [seal] yet nor an open [price]";
		return Err(Wrong::new("sealed", reason));
	}
	let opening = seal_fields(fields)?;
	let seal = toml::Value::try_from(opening.seal).map_err(|error| Wrong::new("seal", error))?;
	table.insert("seal".to_owned(), seal);
	let text = toml::to_string_pretty(&table).map_err(|error| Wrong::new("terms", error))?;
	Ok((text, opening))
}

fn seal_fields(fields: toml::Table) -> Built<SealOpening> {
	let field = |(name, value): (String, toml::Value)| match value {
		toml::Value::String(value) => Ok(SealedField { name, salt: fresh_salt(), value }),
		_ => Err(Wrong::new(format!("sealed.{name}"), "a sealed field is a text in quotes")),
	};
	let fields = fields.into_iter().map(field).collect::<Built<Vec<_>>>()?;
	let seal = sealing::seal(&fields).map_err(|error| Wrong::new("sealed", error))?;
	Ok(SealOpening { seal, fields })
}

/// The openings of these fields, for a reader. An opening file that is not its seal's is refused.
pub fn extract(opening: &SealOpening, names: &[String]) -> Built<ShownFields> {
	let seal = sealing::seal(&opening.fields).map_err(|error| Wrong::new("fields", error))?;
	if seal != opening.seal {
		return Err(Wrong::new("seal", "these fields are not those that were sealed"));
	}
	let open = |name: &String| {
		sealing::open(&opening.fields, name).map_err(|error| Wrong::new(name, error))
	};
	Ok(ShownFields { seal, openings: names.iter().map(open).collect::<Built<_>>()? })
}

/// Whether each field stands under a seal; its value only where it is asked for and proven.
pub fn verify(seal: &Seal, openings: &[Opening], reveal: bool) -> Vec<FieldCheck> {
	let check = |opening: &Opening| {
		let holds = sealing::verify_opening(seal, opening);
		let value = (holds && reveal).then(|| opening.field.value.clone());
		FieldCheck { field: opening.field.name.clone(), holds, value }
	};
	openings.iter().map(check).collect()
}

/// Commits to the first line of a file, under a fresh salt.
pub fn commit(path: &Path) -> Result<CommitmentOpening> {
	let text = read_text(path)?;
	match text.lines().next().map(str::trim).filter(|line| !line.is_empty()) {
		None => Err(Error::file(Place::file(path), "empty; the first line is the value")),
		Some(value) => {
			let salt = fresh_salt();
			let commitment = Commitment::new(salt, value.as_bytes());
			Ok(CommitmentOpening { commitment, salt, value: value.to_owned() })
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const FILE: &str = r#"
		kind = "licence"
		number = "S-1"
		[sealed]
		price = "7654321.09 CNY"
		deliverables = "two prototypes"
		technology-amount = "7000000 CNY"
	"#;

	fn sealed() -> (String, SealOpening) {
		seal_table(FILE.parse().unwrap()).unwrap()
	}

	fn names(list: &[&str]) -> Vec<String> {
		list.iter().map(ToString::to_string).collect()
	}

	#[test]
	fn sealed_file_should_show_the_root_and_nothing_of_the_fields() {
		let (text, opening) = sealed();
		let table: toml::Table = text.parse().unwrap();
		assert!(!table.contains_key("sealed"));
		assert_eq!(table["seal"].clone().try_into::<Seal>().unwrap(), opening.seal);
		assert_eq!(table["number"].as_str(), Some("S-1"));
		for secret in ["7654321", "prototypes", "7000000", "deliverables"] {
			assert!(!text.contains(secret), "{text}");
			assert!(!format!("{opening:?}").contains(secret));
		}
	}

	#[test]
	fn opened_fields_should_verify_under_the_seal() {
		let (_, opening) = sealed();
		let shown = extract(&opening, &names(&["price", "deliverables"])).unwrap();
		let checks = verify(&opening.seal, &shown.openings, true);
		assert!(checks.iter().all(|check| check.holds));
		assert_eq!(checks[0].value.as_deref(), Some("7654321.09 CNY"));
		let json = serde_json::to_string(&shown).unwrap();
		assert!(!json.contains("7000000"), "what was not opened stays hidden");
		assert_eq!(serde_json::from_str::<ShownFields>(&json).unwrap(), shown);
		assert!(verify(&opening.seal, &shown.openings, false)[0].value.is_none());
	}

	#[test]
	fn opening_should_be_refused_when_value_salt_field_or_root_is_another() {
		let (_, opening) = sealed();
		let shown = extract(&opening, &names(&["price"])).unwrap();
		let holds = |change: fn(&mut Opening)| {
			let mut other = shown.openings.clone();
			change(&mut other[0]);
			let check = &verify(&opening.seal, &other, true)[0];
			assert!(check.holds || check.value.is_none(), "an unproven value is never shown");
			check.holds
		};
		assert!(holds(|_| {}));
		assert!(!holds(|opening| opening.field.value = "7654321.10 CNY".into()));
		assert!(!holds(|opening| opening.field.salt = [9; 32]));
		assert!(!holds(|opening| opening.field.name = "technology-amount".into()));
		let other = sealed().1.seal;
		assert_ne!(other.root, opening.seal.root, "each sealing has salts of its own");
		assert!(!verify(&other, &shown.openings, true)[0].holds);
	}

	#[test]
	fn extracting_should_be_refused_when_a_field_is_unknown_or_was_changed() {
		let (_, mut opening) = sealed();
		assert_eq!(extract(&opening, &names(&["nothing"])).unwrap_err().field, "nothing");
		opening.fields[0].value = "another".into();
		assert_eq!(extract(&opening, &names(&["price"])).unwrap_err().field, "seal");
	}

	#[test]
	fn sealing_should_be_refused_without_saying_what_was_written() {
		let wrong = |text: &str| seal_table(text.parse().unwrap()).unwrap_err();
		assert_eq!(wrong("number = \"1\"").field, "sealed");
		let number = wrong("[sealed]\nprice = 7654321");
		assert_eq!(number.field, "sealed.price");
		assert!(!number.reason.contains("7654321"));
		assert!(wrong("[sealed]\na = \"x\"\n[price]\ntotal = \"1\"").reason.contains("C11"));
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("terms.toml");
		std::fs::write(&path, "[sealed]\nprice = \"7654321").unwrap();
		assert!(!seal_terms(&path).unwrap_err().to_string().contains("7654321"));
	}

	#[test]
	fn commitment_should_open_with_its_salt_and_value_only() {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("amount.txt");
		std::fs::write(&path, "7654321.09 CNY\n").unwrap();
		let opening = commit(&path).unwrap();
		assert!(opening.commitment.opens(opening.salt, b"7654321.09 CNY"));
		assert!(!opening.commitment.opens([9; 32], b"7654321.09 CNY"));
		assert!(!opening.commitment.opens(opening.salt, b"7654321.10 CNY"));
	}
}
