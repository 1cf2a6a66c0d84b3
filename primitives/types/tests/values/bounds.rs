//! A bound decides whether old bytes can be decoded: `docs/fixed-for-ever.md` has each with its value.

use std::collections::BTreeMap;

const SOURCE: &str = include_str!("../../src/bounds.rs");
const PAGE: &str = include_str!("../../../../docs/fixed-for-ever.md");

/// The value of a product of whole numbers, decimal or hexadecimal, as the source writes it.
fn value(expression: &str) -> u32 {
	let factors = expression.split('*').map(|factor| {
		let digits = factor.trim().replace('_', "");
		match digits.strip_prefix("0x") {
			Some(hex) => u32::from_str_radix(hex, 16).unwrap(),
			None => digits.parse().unwrap(),
		}
	});
	factors.product()
}

fn in_the_source() -> BTreeMap<String, u32> {
	let constants = SOURCE.lines().filter_map(|line| line.strip_prefix("pub const "));
	constants
		.map(|line| {
			let (name, expression) = line.trim_end_matches(';').split_once(": u32 = ").unwrap();
			(name.to_owned(), value(expression))
		})
		.collect()
}

fn on_the_page() -> BTreeMap<String, u32> {
	let (_, section) = PAGE.split_once("\n## Bounds\n").unwrap();
	let section = section.split("\n## ").next().unwrap();
	let rows = section.lines().filter_map(|line| line.strip_prefix("| `"));
	rows.map(|row| {
		let mut cells = row.split(" | ");
		let name = cells.next().unwrap().trim_end_matches('`');
		(name.to_owned(), cells.next().unwrap().parse().unwrap())
	})
	.collect()
}

#[test]
fn bounds_should_be_those_of_the_page_when_both_are_read() {
	let source = in_the_source();
	assert_eq!(source.get("MAX_TITLE_BYTES"), Some(&quanqi_types::bounds::MAX_TITLE_BYTES));
	assert_eq!(source.get("MAX_ENTRIES"), Some(&quanqi_types::bounds::MAX_ENTRIES));
	assert_eq!(source.len(), SOURCE.matches("pub const ").count());
	assert_eq!(source, on_the_page());
}
