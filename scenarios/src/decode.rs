//! From SCALE to a tree that can be looked into, compared with what a scenario expects, and saved.

use crate::{
	catalogue::Catalogue,
	domain,
	encode::{is_option, Encoder},
	names::Names,
	value::{kebab, same_name, Entry, Fault, Kind, Value},
};
use codec::{Compact, Decode};
use scale_info::{form::PortableForm, Field, TypeDef, TypeDefPrimitive};

/// A value as the ledger has it.
#[derive(Clone, Debug)]
pub struct Node {
	/// Its type.
	pub type_id: u32,
	/// Its bytes.
	pub bytes: Vec<u8>,
	/// What is inside.
	pub shape: Shape,
}

/// What is inside a value.
#[derive(Clone, Debug)]
pub enum Shape {
	/// Named fields.
	Fields(Vec<(String, Node)>),
	/// One of several, with its fields.
	Variant(String, Vec<(Option<String>, Node)>),
	/// Perhaps something.
	Maybe(Option<Box<Node>>),
	/// Items in order.
	Items(Vec<Node>),
	/// A number.
	Number(i128),
	/// Yes or no.
	Flag(bool),
	/// A text.
	Text(String),
}

/// Reads one value of a type; the rest of the input stays.
pub fn read(catalogue: &Catalogue, type_id: u32, input: &mut &[u8]) -> Result<Node, String> {
	let before = *input;
	let found = catalogue.resolve(type_id)?;
	let one = |id: u32, input: &mut &[u8]| read(catalogue, id, input);
	let shape = match &found.type_def {
		TypeDef::Composite(composite) => match composite.fields.as_slice() {
			[only] if only.name.is_none() => one(only.ty.id, input)?.shape,
			fields if fields.iter().all(|field| field.name.is_some()) => {
				let mut named = Vec::new();
				for (name, node) in read_fields(catalogue, fields, input)? {
					named.push((name.unwrap_or_default(), node));
				}
				Shape::Fields(named)
			}
			fields => {
				let fields = read_fields(catalogue, fields, input)?;
				Shape::Items(fields.into_iter().map(|(_, node)| node).collect())
			}
		},
		TypeDef::Variant(variants) => {
			let index = u8::decode(input).map_err(|error| error.to_string())?;
			let variant = variants.variants.iter().find(|variant| variant.index == index);
			let variant =
				variant.ok_or_else(|| format!("{} has no variant {index}", found.path))?;
			let fields = read_fields(catalogue, &variant.fields, input)?;
			match is_option(found) {
				true => Shape::Maybe(fields.into_iter().next().map(|(_, node)| Box::new(node))),
				false => Shape::Variant(variant.name.clone(), fields),
			}
		}
		TypeDef::Sequence(sequence) => {
			let count = Compact::<u32>::decode(input).map_err(|error| error.to_string())?.0;
			read_items(catalogue, sequence.type_param.id, count, input)?
		}
		TypeDef::Array(array) => read_items(catalogue, array.type_param.id, array.len, input)?,
		TypeDef::Tuple(tuple) => {
			let items = tuple.fields.iter().map(|field| one(field.id, input));
			Shape::Items(items.collect::<Result<_, _>>()?)
		}
		TypeDef::Primitive(primitive) => read_primitive(primitive, input)?,
		TypeDef::Compact(_) => {
			let number = Compact::<u128>::decode(input).map_err(|error| error.to_string())?.0;
			Shape::Number(i128::try_from(number).unwrap_or(i128::MAX))
		}
		TypeDef::BitSequence(_) => return Err("sets of bits cannot be read".into()),
	};
	let length = before.len().saturating_sub(input.len());
	let bytes = before.get(..length).unwrap_or_default().to_vec();
	Ok(Node { type_id, bytes, shape })
}

fn read_fields(
	catalogue: &Catalogue,
	fields: &[Field<PortableForm>],
	input: &mut &[u8],
) -> Result<Vec<(Option<String>, Node)>, String> {
	let field = |field: &Field<PortableForm>| {
		Ok((field.name.clone(), read(catalogue, field.ty.id, input)?))
	};
	fields.iter().map(field).collect()
}

fn read_items(
	catalogue: &Catalogue,
	item: u32,
	count: u32,
	input: &mut &[u8],
) -> Result<Shape, String> {
	let items = (0..count).map(|_| read(catalogue, item, input));
	Ok(Shape::Items(items.collect::<Result<_, _>>()?))
}

fn read_primitive(primitive: &TypeDefPrimitive, input: &mut &[u8]) -> Result<Shape, String> {
	use TypeDefPrimitive::*;
	macro_rules! number {
		($kind:ty) => {{
			let number = <$kind>::decode(input).map_err(|error| error.to_string())?;
			Shape::Number(i128::try_from(number).unwrap_or(i128::MAX))
		}};
	}
	Ok(match primitive {
		Bool => Shape::Flag(bool::decode(input).map_err(|error| error.to_string())?),
		Str => Shape::Text(String::decode(input).map_err(|error| error.to_string())?),
		U8 => number!(u8),
		U16 => number!(u16),
		U32 => number!(u32),
		U64 => number!(u64),
		U128 => number!(u128),
		I8 => number!(i8),
		I16 => number!(i16),
		I32 => number!(i32),
		I64 => number!(i64),
		I128 => number!(i128),
		Char | U256 | I256 => return Err("a type that cannot be read".into()),
	})
}

impl Node {
	/// What stands at a path such as `title.owners` or `effects.0.state`; options and variants on the
	/// way are looked through.
	pub fn at(&self, path: &str) -> Option<&Node> {
		path.split('.').try_fold(self, |node, name| node.child(name))
	}

	fn child(&self, name: &str) -> Option<&Node> {
		match &self.shape {
			Shape::Fields(fields) => {
				fields.iter().find(|(field, _)| same_name(field, name)).map(|(_, node)| node)
			}
			Shape::Variant(variant, fields) => {
				let named = fields.iter().find(|(field, _)| {
					field.as_deref().is_some_and(|field| same_name(field, name))
				});
				match (named, fields.as_slice()) {
					(Some((_, node)), _) => Some(node),
					(None, [(None, only)]) if same_name(variant, name) => Some(only),
					(None, [(None, only)]) => only.child(name),
					_ => None,
				}
			}
			Shape::Maybe(inner) => inner.as_ref()?.child(name),
			Shape::Items(items) => items.get(name.parse::<usize>().ok()?),
			Shape::Number(_) | Shape::Flag(_) | Shape::Text(_) => None,
		}
	}

	/// The value for later steps.
	pub fn to_value(&self) -> Value {
		let kind = match &self.shape {
			Shape::Number(number) => Kind::Integer(*number),
			Shape::Flag(flag) => Kind::Flag(*flag),
			Shape::Text(text) => Kind::Text(text.clone()),
			Shape::Maybe(None) => Kind::Text("none".into()),
			Shape::Maybe(Some(inner)) => return inner.to_value(),
			Shape::Items(items) => match self.as_bytes() {
				Some(bytes) => Kind::Text(format!("0x{}", hex::encode(bytes))),
				None => Kind::List(items.iter().map(Node::to_value).collect()),
			},
			Shape::Fields(fields) => Kind::Table(
				fields.iter().map(|(name, node)| entry(&kebab(name), node.to_value())).collect(),
			),
			Shape::Variant(name, fields) => match fields.as_slice() {
				[] => Kind::Text(kebab(name)),
				[(None, only)] => Kind::Table(vec![entry(&kebab(name), only.to_value())]),
				fields => {
					let named = fields.iter().map(|(field, node)| {
						entry(&kebab(field.as_deref().unwrap_or_default()), node.to_value())
					});
					let inner = Value::found(Kind::Table(named.collect()));
					Kind::Table(vec![entry(&kebab(name), inner)])
				}
			},
		};
		Value::found(kind)
	}

	/// The bytes, where the value is a list of bytes.
	fn as_bytes(&self) -> Option<Vec<u8>> {
		let Shape::Items(items) = &self.shape else { return None };
		let byte = |node: &Node| match (&node.shape, node.bytes.len()) {
			(Shape::Number(number), 1) => u8::try_from(*number).ok(),
			_ => None,
		};
		let bytes: Option<Vec<_>> = items.iter().map(byte).collect();
		bytes.filter(|bytes| !bytes.is_empty())
	}

	/// Every number that is written in two, three or four bytes, as errors name records.
	pub fn short_numbers(&self) -> Vec<i128> {
		let own = match (&self.shape, self.as_bytes()) {
			(Shape::Number(number), _) => vec![*number],
			(_, Some(bytes)) => {
				let little = |sum: i128, byte: &u8| sum << 8 | i128::from(*byte);
				vec![bytes.iter().rev().fold(0, little)]
			}
			_ => Vec::new(),
		};
		own.into_iter().chain(self.children().flat_map(Node::short_numbers)).collect()
	}

	/// Names of the variants inside, without fields: states and reasons.
	pub fn words(&self) -> Vec<String> {
		let own = match &self.shape {
			Shape::Variant(name, fields) if fields.is_empty() => vec![kebab(name)],
			_ => Vec::new(),
		};
		own.into_iter().chain(self.children().flat_map(Node::words)).collect()
	}

	fn children(&self) -> Box<dyn Iterator<Item = &Node> + '_> {
		match &self.shape {
			Shape::Fields(fields) => Box::new(fields.iter().map(|(_, node)| node)),
			Shape::Variant(_, fields) => Box::new(fields.iter().map(|(_, node)| node)),
			Shape::Maybe(inner) => Box::new(inner.iter().map(AsRef::as_ref)),
			Shape::Items(items) => Box::new(items.iter()),
			Shape::Number(_) | Shape::Flag(_) | Shape::Text(_) => Box::new(std::iter::empty()),
		}
	}
}

fn entry(key: &str, value: Value) -> Entry {
	Entry { key: key.into(), line: 0, value }
}

/// Compares what the ledger has with what a scenario expects: of a table only the fields it names,
/// of everything else the whole.
pub fn compare(encoder: &Encoder<'_>, node: &Node, expected: &Value) -> Result<(), Fault> {
	if let Shape::Maybe(inner) = &node.shape {
		return match (inner, expected.text()) {
			(None, Some("none")) => Ok(()),
			(None, _) => Err(Fault::at(expected.line, format!("there is none, not {expected}"))),
			(Some(inner), Some("none")) => Err(Fault::at(
				expected.line,
				format!("none is expected, not {}", show(encoder, inner)),
			)),
			(Some(inner), _) => compare(encoder, inner, expected),
		};
	}
	match (&expected.kind, &node.shape) {
		(Kind::Table(entries), _) if !has_own_form(encoder, node, expected) => {
			entries.iter().try_for_each(|entry| compare_entry(encoder, node, entry))
		}
		(Kind::List(wanted), Shape::Items(items)) => {
			if wanted.len() != items.len() {
				let shown = show(encoder, node);
				let text = format!("there are {} of {}: {shown}", items.len(), wanted.len());
				return Err(Fault::at(expected.line, text));
			}
			for (place, (wanted, item)) in wanted.iter().zip(items).enumerate() {
				compare(encoder, item, wanted).map_err(|fault| fault.at_place(place))?;
			}
			Ok(())
		}
		(Kind::Text(word), Shape::Variant(name, _)) if same_name(name, word) => Ok(()),
		_ => {
			let wanted = encoder.encode(node.type_id, expected);
			match wanted {
				Ok(wanted) if wanted == node.bytes => Ok(()),
				Ok(_) => Err(Fault::at(
					expected.line,
					format!("{expected} is expected, the ledger has {}", show(encoder, node)),
				)),
				Err(fault) if matches!(node.shape, Shape::Variant(..)) => Err(Fault::at(
					expected.line,
					format!(
						"{expected} is expected, the ledger has {} ({})",
						show(encoder, node),
						fault.text
					),
				)),
				Err(fault) => Err(fault),
			}
		}
	}
}

fn compare_entry(encoder: &Encoder<'_>, node: &Node, entry: &Entry) -> Result<(), Fault> {
	if let (Shape::Items(items), "count") = (&node.shape, entry.key.as_str()) {
		let count = i128::try_from(items.len()).unwrap_or(i128::MAX);
		return match entry.value.kind == Kind::Integer(count) {
			true => Ok(()),
			false => Err(Fault::at(entry.line, format!("there are {count}, not {}", entry.value))),
		};
	}
	if let Shape::Variant(name, fields) = &node.shape {
		let is_named = fields.iter().all(|(field, _)| field.is_some());
		if is_named && same_name(name, &entry.key) && entry.value.table().is_some() {
			return compare(encoder, node, &entry.value).map_err(|fault| fault.inside(&entry.key));
		}
	}
	let child = node.at(&entry.key).ok_or_else(|| {
		let shown = show(encoder, node);
		Fault::at(entry.line, format!("there is no {} in {shown}", entry.key))
	})?;
	compare(encoder, child, &entry.value).map_err(|fault| fault.inside(&entry.key))
}

/// Whether a table is the readable form of the whole value: shares by name.
fn has_own_form(encoder: &Encoder<'_>, node: &Node, expected: &Value) -> bool {
	let Ok(found) = encoder.catalogue.resolve(node.type_id) else { return false };
	let named = |name: &str| found.path.segments.last().is_some_and(|last| last == name);
	(named("Shares") && expected.get("lines").is_none()) || named("Scope")
}

/// A value for people to read.
pub fn show(encoder: &Encoder<'_>, node: &Node) -> String {
	let names: &Names = encoder.names;
	if let Ok(found) = encoder.catalogue.resolve(node.type_id) {
		if let Some(text) = domain::show(names, &found.path.segments, &node.bytes) {
			return text;
		}
	}
	let fields = |list: Vec<(String, String)>| {
		let lines: Vec<_> =
			list.into_iter().map(|(name, text)| format!("{} = {text}", kebab(&name))).collect();
		format!("{{ {} }}", lines.join(", "))
	};
	match &node.shape {
		Shape::Number(number) => number.to_string(),
		Shape::Flag(flag) => flag.to_string(),
		Shape::Text(text) => format!("{text:?}"),
		Shape::Maybe(None) => "none".into(),
		Shape::Maybe(Some(inner)) => show(encoder, inner),
		Shape::Items(items) => match node.as_bytes() {
			Some(bytes) => format!("0x{}", hex::encode(bytes)),
			None => {
				let items: Vec<_> = items.iter().map(|item| show(encoder, item)).collect();
				format!("[{}]", items.join(", "))
			}
		},
		Shape::Fields(list) => {
			fields(list.iter().map(|(name, node)| (name.clone(), show(encoder, node))).collect())
		}
		Shape::Variant(name, list) => match list.as_slice() {
			[] => kebab(name),
			[(None, only)] => format!("{}({})", kebab(name), show(encoder, only)),
			list => {
				let list = list
					.iter()
					.map(|(field, node)| (field.clone().unwrap_or_default(), show(encoder, node)));
				format!("{} {}", kebab(name), fields(list.collect()))
			}
		},
	}
}
