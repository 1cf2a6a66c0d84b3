//! From readable values to SCALE, by the types of the runtime's metadata: no call needs code of its
//! own.

use crate::{
	catalogue::Catalogue,
	domain,
	names::Names,
	value::{same_name, Entry, Fault, Kind, Value},
};
use codec::{Compact, Encode};
use quanqi_types::WHOLE_PPM;
use scale_info::{
	form::PortableForm, Field, Type, TypeDef, TypeDefComposite, TypeDefPrimitive, TypeDefVariant,
	Variant,
};

/// Encodes values for one runtime.
pub struct Encoder<'a> {
	/// The types.
	pub catalogue: &'a Catalogue,
	/// What words stand for.
	pub names: &'a Names,
}

impl Encoder<'_> {
	/// Encodes a value as a type.
	pub fn encode(&self, type_id: u32, value: &Value) -> Result<Vec<u8>, Fault> {
		let mut out = Vec::new();
		self.write(type_id, value, &mut out)?;
		Ok(out)
	}

	/// Encodes a call of these named arguments.
	pub fn call(&self, name: &str, with: Option<&Value>, line: usize) -> Result<Vec<u8>, Fault> {
		let shape = self.catalogue.call(name).map_err(|text| Fault::at(line, text))?;
		let mut out = vec![shape.pallet, shape.call.index];
		self.write_named(&shape.call.fields, with, line, &mut out)?;
		Ok(out)
	}

	/// Encodes the arguments of a question.
	pub fn arguments(
		&self,
		inputs: &[(&str, u32)],
		with: Option<&Value>,
		line: usize,
	) -> Result<Vec<u8>, Fault> {
		let entries = match with {
			Some(with) => with.expect_table("a table of arguments")?,
			None => &[],
		};
		let names: Vec<_> = inputs.iter().map(|(name, _)| *name).collect();
		refuse_unknown(entries, &names)?;
		let mut out = Vec::new();
		for (name, type_id) in inputs {
			match entries.iter().find(|entry| same_name(&entry.key, name)) {
				Some(entry) => self
					.write(*type_id, &entry.value, &mut out)
					.map_err(|fault| fault.inside(name))?,
				None => self.write_missing(*type_id, name, line, &mut out)?,
			}
		}
		Ok(out)
	}

	fn resolve(&self, type_id: u32, line: usize) -> Result<&Type<PortableForm>, Fault> {
		self.catalogue.resolve(type_id).map_err(|text| Fault::at(line, text))
	}

	fn write(&self, type_id: u32, value: &Value, out: &mut Vec<u8>) -> Result<(), Fault> {
		let found = self.resolve(type_id, value.line)?;
		if let Some(bytes) = domain::encode(self, &found.path.segments, value)? {
			out.extend(bytes);
			return Ok(());
		}
		match &found.type_def {
			TypeDef::Composite(composite) => self.write_composite(found, composite, value, out),
			TypeDef::Variant(variants) if is_option(found) => {
				self.write_option(variants, value, out)
			}
			TypeDef::Variant(variants) => self.write_variant(variants, value, out),
			TypeDef::Sequence(sequence) => {
				let items = self.items(sequence.type_param.id, value)?;
				Compact(u32::try_from(items.len()).unwrap_or(u32::MAX)).encode_to(out);
				self.write_items(sequence.type_param.id, &items, out)
			}
			TypeDef::Array(array) => {
				let items = match self.is_byte(array.type_param.id) {
					true => domain::bytes_of_length(value, array.len)?.map(byte_values),
					false => None,
				};
				let items = match items {
					Some(items) => items,
					None => self.items(array.type_param.id, value)?,
				};
				if u32::try_from(items.len()) != Ok(array.len) {
					let text = format!("{} items are expected, not {}", array.len, items.len());
					return Err(Fault::at(value.line, text));
				}
				self.write_items(array.type_param.id, &items, out)
			}
			TypeDef::Tuple(tuple) => {
				let types: Vec<_> = tuple.fields.iter().map(|field| field.id).collect();
				self.write_tuple(&types, value, out)
			}
			TypeDef::Primitive(primitive) => write_primitive(primitive, value, out),
			TypeDef::Compact(_) => {
				let number = integer(value)?;
				let number = u128::try_from(number).map_err(|_| value.unexpected("a number"))?;
				Compact(number).encode_to(out);
				Ok(())
			}
			TypeDef::BitSequence(_) => Err(Fault::at(value.line, "sets of bits cannot be written")),
		}
	}

	fn is_byte(&self, type_id: u32) -> bool {
		let found = self.catalogue.resolve(type_id).map(|found| &found.type_def);
		matches!(found, Ok(TypeDef::Primitive(TypeDefPrimitive::U8)))
	}

	/// The items of a list; of bytes, a text or `0x` and hexadecimal digits too.
	fn items(&self, item: u32, value: &Value) -> Result<Vec<Value>, Fault> {
		match &value.kind {
			Kind::List(items) => Ok(items.clone()),
			Kind::Text(text) if self.is_byte(item) => {
				let bytes = match text.strip_prefix("0x") {
					Some(digits) => hex::decode(digits)
						.map_err(|_| value.unexpected("0x and hexadecimal digits"))?,
					None => text.as_bytes().to_vec(),
				};
				Ok(byte_values(bytes))
			}
			_ => Err(value.unexpected("a list")),
		}
	}

	fn write_items(&self, item: u32, items: &[Value], out: &mut Vec<u8>) -> Result<(), Fault> {
		for (place, value) in items.iter().enumerate() {
			self.write(item, value, out).map_err(|fault| fault.at_place(place))?;
		}
		Ok(())
	}

	fn write_tuple(&self, types: &[u32], value: &Value, out: &mut Vec<u8>) -> Result<(), Fault> {
		let items = match (&value.kind, types) {
			(_, []) => return Ok(()),
			(Kind::List(items), _) if items.len() == types.len() => items,
			_ => return Err(value.unexpected(&format!("a list of {}", types.len()))),
		};
		for (place, (type_id, item)) in types.iter().zip(items).enumerate() {
			self.write(*type_id, item, out).map_err(|fault| fault.at_place(place))?;
		}
		Ok(())
	}

	fn write_composite(
		&self,
		found: &Type<PortableForm>,
		composite: &TypeDefComposite<PortableForm>,
		value: &Value,
		out: &mut Vec<u8>,
	) -> Result<(), Fault> {
		match composite.fields.as_slice() {
			// A name for something else: the something is written.
			[only] if only.name.is_none() => self.write(only.ty.id, value, out),
			fields if fields.iter().all(|field| field.name.is_some()) => {
				let what = found.path.segments.last().map_or("a table", |name| name.as_str());
				value.expect_table(&format!("a table ({what})"))?;
				self.write_named(fields, Some(value), value.line, out)
			}
			fields => {
				let types: Vec<_> = fields.iter().map(|field| field.ty.id).collect();
				self.write_tuple(&types, value, out)
			}
		}
	}

	fn write_named(
		&self,
		fields: &[Field<PortableForm>],
		with: Option<&Value>,
		line: usize,
		out: &mut Vec<u8>,
	) -> Result<(), Fault> {
		let entries = match with {
			Some(with) => with.expect_table("a table of fields")?,
			None => &[],
		};
		let names: Vec<_> = fields.iter().filter_map(|field| field.name.as_deref()).collect();
		refuse_unknown(entries, &names)?;
		for field in fields {
			let name = field.name.as_deref().unwrap_or_default();
			match entries.iter().find(|entry| same_name(&entry.key, name)) {
				Some(entry) => self
					.write(field.ty.id, &entry.value, out)
					.map_err(|fault| fault.inside(name))?,
				None => self.write_missing(field.ty.id, name, line, out)?,
			}
		}
		Ok(())
	}

	/// What is not said: no option, an empty list, no.
	fn write_missing(
		&self,
		type_id: u32,
		name: &str,
		line: usize,
		out: &mut Vec<u8>,
	) -> Result<(), Fault> {
		let found = self.resolve(type_id, line)?;
		match &found.type_def {
			TypeDef::Variant(_) if is_option(found) => out.push(0),
			TypeDef::Sequence(_) => out.push(0),
			TypeDef::Primitive(TypeDefPrimitive::Bool) => out.push(0),
			TypeDef::Composite(composite) if found.path.ident() == Some("BoundedVec".into()) => {
				debug_assert_eq!(composite.fields.len(), 1);
				out.push(0);
			}
			_ => {
				let text = format!("{name} is missing: {}", self.describe(found));
				return Err(Fault::at(line, text));
			}
		}
		Ok(())
	}

	/// What a type is, in a few words.
	pub fn describe(&self, found: &Type<PortableForm>) -> String {
		let name = found.path.ident().unwrap_or_default();
		match &found.type_def {
			TypeDef::Variant(variants) => format!("one of {}", list_variants(variants)),
			TypeDef::Composite(_) => format!("a {name}"),
			TypeDef::Primitive(primitive) => format!("{primitive:?}").to_lowercase(),
			TypeDef::Sequence(_) => "a list".into(),
			_ => "a value".into(),
		}
	}

	fn write_option(
		&self,
		variants: &TypeDefVariant<PortableForm>,
		value: &Value,
		out: &mut Vec<u8>,
	) -> Result<(), Fault> {
		if value.text() == Some("none") {
			out.push(0);
			return Ok(());
		}
		let inner = variants.variants.iter().find_map(|variant| variant.fields.first());
		let inner = inner.ok_or_else(|| Fault::at(value.line, "an option of nothing"))?;
		out.push(1);
		self.write(inner.ty.id, value, out)
	}

	fn write_variant(
		&self,
		variants: &TypeDefVariant<PortableForm>,
		value: &Value,
		out: &mut Vec<u8>,
	) -> Result<(), Fault> {
		let (name, inner) = match &value.kind {
			Kind::Text(name) => (name.as_str(), None),
			Kind::Table(entries) => match entries.as_slice() {
				[entry] => (entry.key.as_str(), Some(&entry.value)),
				_ => return Err(value.unexpected(&one_of(variants))),
			},
			_ => return Err(value.unexpected(&one_of(variants))),
		};
		let variant = variants.variants.iter().find(|variant| same_name(&variant.name, name));
		let variant = variant.ok_or_else(|| {
			Fault::at(value.line, format!("{name:?} is not {}", one_of(variants)))
		})?;
		out.push(variant.index);
		self.write_variant_fields(variant, inner, value.line, out)
			.map_err(|fault| fault.inside(name))
	}

	fn write_variant_fields(
		&self,
		variant: &Variant<PortableForm>,
		inner: Option<&Value>,
		line: usize,
		out: &mut Vec<u8>,
	) -> Result<(), Fault> {
		match (variant.fields.as_slice(), inner) {
			([], None) => Ok(()),
			([], Some(inner)) if inner.table().is_some_and(|entries| entries.is_empty()) => Ok(()),
			([], Some(inner)) => Err(inner.unexpected("nothing more")),
			(fields, inner) if fields.iter().all(|field| field.name.is_some()) => {
				self.write_named(fields, inner, line, out)
			}
			([only], Some(inner)) => self.write(only.ty.id, inner, out),
			(fields, Some(inner)) => {
				let types: Vec<_> = fields.iter().map(|field| field.ty.id).collect();
				self.write_tuple(&types, inner, out)
			}
			(_, None) => Err(Fault::at(line, "it says more: write { name = … }")),
		}
	}
}

/// Whether a type is an option.
pub fn is_option(found: &Type<PortableForm>) -> bool {
	found.path.segments.as_slice() == ["Option"]
}

fn one_of(variants: &TypeDefVariant<PortableForm>) -> String {
	format!("one of {}", list_variants(variants))
}

fn list_variants(variants: &TypeDefVariant<PortableForm>) -> String {
	let names: Vec<_> =
		variants.variants.iter().map(|variant| crate::value::kebab(&variant.name)).collect();
	names.join(", ")
}

fn refuse_unknown(entries: &[Entry], names: &[&str]) -> Result<(), Fault> {
	let unknown =
		entries.iter().find(|entry| !names.iter().any(|name| same_name(name, &entry.key)));
	match unknown {
		Some(entry) => {
			let known: Vec<_> = names.iter().map(|name| crate::value::kebab(name)).collect();
			let text = match known.as_slice() {
				[] => format!("there is no field {}; there are none", entry.key),
				_ => format!("there is no field {}; there are {}", entry.key, known.join(", ")),
			};
			Err(Fault::at(entry.line, text))
		}
		None => Ok(()),
	}
}

fn byte_values(bytes: Vec<u8>) -> Vec<Value> {
	bytes.into_iter().map(|byte| Value::found(Kind::Integer(byte.into()))).collect()
}

/// A whole number; a part such as `80%` is one in parts per million.
pub fn integer(value: &Value) -> Result<i128, Fault> {
	match &value.kind {
		Kind::Integer(number) => Ok(*number),
		Kind::Text(text) => match text.strip_suffix('%') {
			Some(percent) => part(percent).ok_or_else(|| value.unexpected("a part such as 80%")),
			None => {
				let digits: String = text.chars().filter(|c| !matches!(c, '_' | ',')).collect();
				digits.parse().map_err(|_| value.unexpected("a number, or a part such as 80%"))
			}
		},
		_ => Err(value.unexpected("a number, or a part such as 80%")),
	}
}

/// Percent, with at most four decimals, in parts per million.
fn part(percent: &str) -> Option<i128> {
	let (whole, decimals) = percent.trim().split_once('.').unwrap_or((percent.trim(), ""));
	let padded = format!("{decimals:0<4}");
	if padded.len() != 4 {
		return None;
	}
	let whole: i128 = whole.parse().ok()?;
	let decimals: i128 = padded.parse().ok()?;
	let ppm_of_percent = i128::from(WHOLE_PPM / 100);
	Some(whole * ppm_of_percent + decimals)
}

fn write_primitive(
	primitive: &TypeDefPrimitive,
	value: &Value,
	out: &mut Vec<u8>,
) -> Result<(), Fault> {
	use TypeDefPrimitive::*;
	macro_rules! number {
		($kind:ty) => {{
			let number = integer(value)?;
			let fits = <$kind>::try_from(number).map_err(|_| {
				Fault::at(value.line, format!("{number} does not fit into {}", stringify!($kind)))
			})?;
			fits.encode_to(out);
			Ok(())
		}};
	}
	match primitive {
		Bool => match &value.kind {
			Kind::Flag(flag) => {
				flag.encode_to(out);
				Ok(())
			}
			_ => Err(value.unexpected("true or false")),
		},
		Str => {
			value.expect_text("a text")?.encode_to(out);
			Ok(())
		}
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
		Char | U256 | I256 => Err(Fault::at(value.line, "this type cannot be written")),
	}
}
