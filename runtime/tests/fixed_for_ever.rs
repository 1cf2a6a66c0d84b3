//! `docs/fixed-for-ever.md` says what the runtime does, row by row.

use frame_metadata::{
	v14::{PalletMetadata, RuntimeMetadataV14, StorageEntryType, StorageHasher},
	RuntimeMetadata,
};
use frame_support::traits::Get;
use quanqi_runtime::{Runtime, SS58_PREFIX, VERSION};
use scale_info::{form::PortableForm, PortableRegistry, TypeDef, TypeDefPrimitive};
use std::collections::BTreeSet;

const PAGE: &str = include_str!("../../docs/fixed-for-ever.md");

/// Pallets of this project, whose calls the page lists.
const OWN_PALLETS: [&str; 8] = [
	"Consortium",
	"Statutes",
	"Achievements",
	"Rights",
	"Notices",
	"Grants",
	"Trials",
	"Contracts",
];

/// The metadata that clients read.
fn metadata() -> RuntimeMetadataV14 {
	match Runtime::metadata().1 {
		RuntimeMetadata::V14(metadata) => metadata,
		_ => panic!("metadata of another version"),
	}
}

fn pallet<'a>(metadata: &'a RuntimeMetadataV14, name: &str) -> &'a PalletMetadata<PortableForm> {
	let found = metadata.pallets.iter().find(|pallet| pallet.name == name);
	found.unwrap_or_else(|| panic!("the runtime has no pallet {name}"))
}

/// The cells of the table under a heading, without its header and rule rows.
fn table(heading: &str) -> Vec<Vec<String>> {
	let after = PAGE.split_once(&format!("\n{heading}\n")).expect("the heading is there").1;
	let section = after.split("\n#").next().unwrap_or_default();
	let rows = section.lines().filter(|line| line.starts_with('|')).skip(2);
	rows.map(|row| {
		let row = row.trim_start_matches("| ").trim_end_matches(" |");
		row.split(" | ").map(|cell| cell.replace('`', "")).collect()
	})
	.collect()
}

/// Index and name of the rows that the runtime must have.
fn wired(heading: &str) -> BTreeSet<(u8, String)> {
	let rows = table(heading).into_iter();
	rows.filter(|row| row.last().is_some_and(|status| status == "wired"))
		.map(|row| (row[0].parse().unwrap(), row[1].clone()))
		.collect()
}

/// Every index and name of a table, whatever its status.
fn all(heading: &str) -> Vec<(u8, String)> {
	table(heading).into_iter().map(|row| (row[0].parse().unwrap(), row[1].clone())).collect()
}

fn assert_used_once(heading: &str) {
	let rows = all(heading);
	let indices: BTreeSet<_> = rows.iter().map(|(index, _)| index).collect();
	let names: BTreeSet<_> = rows.iter().map(|(_, name)| name).collect();
	assert_eq!((indices.len(), names.len()), (rows.len(), rows.len()), "{heading}");
}

#[test]
fn pallets_should_have_the_indices_of_the_page() {
	let metadata = metadata();
	let pallets = metadata.pallets.iter().map(|pallet| (pallet.index, pallet.name.clone()));
	assert_eq!(pallets.collect::<BTreeSet<_>>(), wired("## Pallets"));
	assert_used_once("## Pallets");
}

#[test]
fn calls_should_have_the_indices_of_the_page() {
	let metadata = metadata();
	for name in OWN_PALLETS {
		let calls = pallet(&metadata, name).calls.as_ref().expect("the pallet has calls");
		let TypeDef::Variant(calls) = &metadata.types.resolve(calls.ty.id).unwrap().type_def else {
			panic!("calls are an enum");
		};
		let calls = calls.variants.iter().map(|call| (call.index, call.name.clone()));
		let heading = format!("### {name}");
		assert_eq!(calls.collect::<BTreeSet<_>>(), wired(&heading), "{name}");
		assert_used_once(&heading);
	}
}

/// The name of a key's type, as the page writes it.
fn type_name(types: &PortableRegistry, id: u32) -> String {
	let found = types.resolve(id).unwrap();
	match (&found.type_def, found.path.segments.last()) {
		(_, Some(name)) => name.clone(),
		(TypeDef::Primitive(TypeDefPrimitive::U32), None) => "u32".into(),
		(TypeDef::Tuple(parts), None) => {
			let names = parts.fields.iter().map(|part| type_name(types, part.id));
			names.collect::<Vec<_>>().join(", ")
		}
		(other, None) => panic!("a key of type {other:?}"),
	}
}

fn hasher_name(hasher: &StorageHasher) -> String {
	format!("{hasher:?}")
}

#[test]
fn storage_that_certificates_prove_should_have_the_keys_of_the_page() {
	let metadata = metadata();
	let rows = table("## Storage that certificates prove");
	assert!(!rows.is_empty());
	for row in rows {
		let [pallet_name, item, key, hashers, _value] = row.as_slice() else {
			panic!("a row of five cells: {row:?}");
		};
		let storage = pallet(&metadata, pallet_name).storage.as_ref().expect("it has storage");
		assert_eq!(&storage.prefix, pallet_name);
		let entry = storage.entries.iter().find(|entry| &entry.name == item);
		let entry = entry.unwrap_or_else(|| panic!("{pallet_name} has no item {item}"));
		let found = match &entry.ty {
			StorageEntryType::Plain(_) => ("none".into(), "none".into()),
			StorageEntryType::Map { hashers, key, .. } => (
				type_name(&metadata.types, key.id),
				hashers.iter().map(hasher_name).collect::<Vec<_>>().join(", "),
			),
		};
		assert_eq!(found, (key.clone(), hashers.clone()), "{pallet_name}.{item}");
	}
}

/// The value of a row of the table *The chain*.
fn of_chain(item: &str) -> String {
	let rows = table("## The chain").into_iter();
	rows.filter(|row| row[0] == item).map(|row| row[1].clone()).next().expect("the row is there")
}

#[test]
fn chain_should_have_the_values_of_the_page() {
	assert_eq!(of_chain("system_version"), VERSION.system_version.to_string());
	assert_eq!(of_chain("SS58 prefix"), SS58_PREFIX.to_string());
	let prefix: u16 = <Runtime as frame_system::Config>::SS58Prefix::get();
	assert_eq!(prefix, SS58_PREFIX);
	let slot = of_chain("slot").replace(' ', "");
	assert_eq!(slot, format!("{}ms", quanqi_runtime::SLOT_DURATION_MILLISECONDS));
}

#[test]
fn page_should_be_read_in_full_when_its_tables_are() {
	let calls = OWN_PALLETS.map(|name| table(&format!("### {name}")).len());
	assert!(calls.iter().all(|rows| *rows > 0), "{calls:?}");
	let under_calls = PAGE.split_once("\n## Calls\n").unwrap().1.split("\n## ").next().unwrap();
	let headings = under_calls.lines().filter_map(|line| line.strip_prefix("### "));
	assert_eq!(headings.collect::<Vec<_>>(), OWN_PALLETS);
}
