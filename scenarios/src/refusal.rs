//! Refusals: the error's name, the rule it names, and the numbers it carries.

use crate::{catalogue::Catalogue, decode::Node};

/// Why the ledger refused a step.
#[derive(Clone, Debug)]
pub struct Refusal {
	/// `Contracts.BelowFloor`, or the words of who refused before a pallet did.
	pub name: String,
	/// The rule: `C9`, `T4`, `G1`; none where the error names none.
	pub rule: Option<String>,
	/// What the error says.
	pub text: String,
	/// What it carries: numbers of records, states, reasons.
	pub with: Vec<Node>,
}

/// How the ledger refused, before it is told in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Raw {
	/// An error of a pallet.
	Module {
		/// The pallet's index.
		index: u8,
		/// The error, encoded.
		error: [u8; 4],
	},
	/// Refused elsewhere: before the call was made, or by the origin; a short name and a text.
	Other {
		/// `BadOrigin`, `NotTaken`.
		name: String,
		/// In words.
		text: String,
	},
}

impl Refusal {
	/// In words.
	pub fn new(catalogue: &Catalogue, raw: &Raw) -> Self {
		match raw {
			Raw::Other { name, text } => {
				Self { name: name.clone(), rule: None, text: text.clone(), with: Vec::new() }
			}
			Raw::Module { index, error } => Self::of_module(catalogue, *index, *error),
		}
	}

	fn of_module(catalogue: &Catalogue, index: u8, error: [u8; 4]) -> Self {
		let [number, rest @ ..] = error;
		let Some(found) = catalogue.error(index, number) else {
			let name = format!("error {number} of pallet {index}");
			return Self { text: name.clone(), name, rule: None, with: Vec::new() };
		};
		let mut input = rest.as_slice();
		let fields = found.error.fields.iter();
		let with =
			fields.map_while(|field| crate::decode::read(catalogue, field.ty.id, &mut input).ok());
		let lines = found.error.docs.iter().map(|line| line.trim());
		let text = lines.take_while(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
		Self {
			name: format!("{}.{}", found.pallet, found.error.name),
			rule: rule_of(&found.error.name, &text),
			with: with.collect(),
			text,
		}
	}

	/// Whether this is what a scenario expects: a rule (`C9`), an error's name with or without its
	/// pallet.
	pub fn is(&self, expected: &str) -> bool {
		self.rule.as_deref() == Some(expected)
			|| self.name == expected
			|| self.name.rsplit('.').next() == Some(expected)
	}

	/// The rule and the name, for tables.
	pub fn title(&self) -> String {
		match &self.rule {
			Some(rule) => format!("{rule} {}", self.name),
			None => self.name.clone(),
		}
	}
}

/// The rule that an error's name (`G1NotRegistered`, `T4`) or its text (`C9: …`) begins with.
fn rule_of(name: &str, text: &str) -> Option<String> {
	rule_at_start(text, |rest| rest.starts_with(':')).or_else(|| {
		rule_at_start(name, |rest| rest.is_empty() || rest.starts_with(char::is_uppercase))
	})
}

fn rule_at_start(text: &str, fits: impl Fn(&str) -> bool) -> Option<String> {
	let letter = text.chars().next().filter(char::is_ascii_uppercase)?;
	let rest = text.strip_prefix(letter)?;
	let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
	let after = rest.strip_prefix(digits.as_str())?;
	(!digits.is_empty() && fits(after)).then(|| format!("{letter}{digits}"))
}

#[cfg(test)]
mod tests {
	use super::rule_of;

	#[test]
	fn rule_should_be_found_in_the_name_or_before_the_colon() {
		assert_eq!(rule_of("G1NotRegistered", "G1: no such achievement").as_deref(), Some("G1"));
		assert_eq!(rule_of("T10", "T10: a hold").as_deref(), Some("T10"));
		assert_eq!(rule_of("BelowFloor", "C9: less than the floor").as_deref(), Some("C9"));
		assert_eq!(rule_of("WrongState", "The contract is in a state").as_deref(), None);
		assert_eq!(rule_of("G8WrongSplit", "").as_deref(), Some("G8"));
	}
}
