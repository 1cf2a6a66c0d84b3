//! The line of a field in a file of TOML: what is wrong with a value is found out after the parser has
//! forgotten where it stood.

use toml::{
	de::{DeTable, DeValue},
	Spanned,
};

/// The line of a field as [`super::Wrong`] writes it: `price.part 1, instalment 2, amount`. Where a part of
/// it is not in the file, the line of what is around it.
pub(super) fn line_of(text: &str, field: &str) -> Option<u64> {
	let document = DeTable::parse(text).ok()?;
	let mut found: Option<usize> = None;
	let mut table = document.get_ref();
	let mut value: Option<&Spanned<DeValue>> = None;
	for step in field.split(", ").flat_map(steps) {
		match step {
			Step::Key(key) => {
				if let Some(inner) = value {
					match inner.get_ref() {
						DeValue::Table(inner) => table = inner,
						_ => break,
					}
				}
				let Some((name, inner)) = table.iter().find(|(name, _)| *name.get_ref() == key)
				else {
					break;
				};
				found = Some(name.span().start);
				value = Some(inner);
			}
			Step::Place(place) => {
				let Some(DeValue::Array(list)) = value.map(Spanned::get_ref) else { break };
				let Some(inner) = place.checked_sub(1).and_then(|place| list.get(place)) else {
					break;
				};
				found = Some(inner.span().start);
				value = Some(inner);
			}
		}
	}
	let before = text.get(..found?)?;
	let breaks = before.bytes().filter(|byte| *byte == b'\n').count();
	u64::try_from(breaks.saturating_add(1)).ok()
}

/// Into what a field leads.
enum Step<'a> {
	Key(&'a str),
	/// From one.
	Place(usize),
}

/// `price.part 1` leads into `price`, its `part`, and there the first.
fn steps(segment: &str) -> Vec<Step<'_>> {
	let (keys, place) = match segment.rsplit_once(' ') {
		Some((keys, place)) if place.bytes().all(|byte| byte.is_ascii_digit()) => {
			(keys, place.parse().ok())
		}
		_ => (segment, None),
	};
	keys.split('.').map(Step::Key).chain(place.map(Step::Place)).collect()
}

#[cfg(test)]
mod tests {
	use super::*;

	const TEXT: &str = "\
kind = \"licence\"

[[party]]
member = 1
[[party]]
member = 4
role = \"friend\"

[price]
total = \"open\"
[[price.part]]
pay = \"instalments\"
instalment = [
	{ amount = \"1\", due = \"signing\" },
	{ amount = \"2\", due = \"never\" },
]
";

	#[test]
	fn field_should_have_the_line_on_which_it_stands() {
		for (field, line) in [
			("kind", 1),
			("party 2, role", 7),
			("party 1, member", 4),
			("price, total", 10),
			("price.part 1, instalment 2, due", 15),
		] {
			assert_eq!(line_of(TEXT, field), Some(line), "{field}");
		}
	}

	#[test]
	fn field_that_is_missing_should_have_the_line_of_what_is_around_it() {
		assert_eq!(line_of(TEXT, "party 1, role"), Some(3));
		assert_eq!(line_of(TEXT, "act 1, form"), None);
		assert_eq!(line_of("kind = ", "kind"), None);
	}
}
