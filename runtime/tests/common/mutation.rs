//! Calls that nobody thought of: a lawful call, read along its type, with some of its values replaced.

use super::*;
use codec::{Compact, Decode, Encode, Input};
use scale_info::{
	form::PortableForm, MetaType, PortableRegistry, Registry, TypeDef, TypeDefPrimitive,
};

/// How deep a value may be made that is not in the template.
const MOST_DEPTH: u32 = 6;

/// Numbers that mean something to somebody: identifiers, parts per million, counts of days.
const NUMBERS: [u64; 16] =
	[0, 1, 2, 3, 4, 5, 6, 7, 10, 100_000, 300_000, 500_000, 700_000, 800_000, 1_000_000, u64::MAX];

/// What numbers records.
const RECORD_NUMBERS: [&str; 7] =
	["AchievementId", "BundleId", "ContractId", "GrantId", "MandateId", "NoticeId", "TrialId"];

/// Chance with a seed: the same throws for the same seed.
pub(crate) struct Dice(u64);

impl Dice {
	pub(crate) fn new(seed: u64) -> Self {
		Self(seed)
	}

	/// The next number (SplitMix64).
	pub(crate) fn number(&mut self) -> u64 {
		self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
		let mut mixed = self.0;
		mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
		mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
		mixed ^ (mixed >> 31)
	}

	/// One of so many.
	pub(crate) fn below(&mut self, many: usize) -> usize {
		usize::try_from(self.number() % many.max(1) as u64).unwrap()
	}

	/// Whether something happens that does so many times of a thousand.
	pub(crate) fn happens(&mut self, of_thousand: usize) -> bool {
		self.below(1_000) < of_thousand
	}

	pub(crate) fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
		&list[self.below(list.len())]
	}
}

/// Changes calls of the runtime.
pub(crate) struct Mutator {
	registry: PortableRegistry,
	call: u32,
}

impl Mutator {
	pub(crate) fn new() -> Self {
		let mut registry = Registry::new();
		let call = registry.register_type(&MetaType::new::<RuntimeCall>()).id;
		Self { registry: registry.into(), call }
	}

	/// The call with each of its values replaced so many times of a thousand, and about the record of
	/// this number if one is given; the call itself where what comes out is none.
	pub(crate) fn mutated(
		&self,
		call: &RuntimeCall,
		of_thousand: usize,
		record: Option<u8>,
		dice: &mut Dice,
	) -> RuntimeCall {
		let bytes = call.encode();
		let (registry, out) = (&self.registry, Vec::new());
		let mut walk = Walk { registry, dice, of_thousand, record, out };
		// Which call it is stays.
		walk.out.extend_from_slice(&bytes[..2]);
		let input = &mut &bytes[2..];
		let pallet = self.variant(self.call, bytes[0]).fields[0].ty.id;
		for field in &self.variant(pallet, bytes[1]).fields {
			walk.change(field.ty.id, input);
		}
		let out = walk.out;
		RuntimeCall::decode(&mut out.as_slice()).unwrap_or_else(|_| call.clone())
	}

	fn variant(&self, of: u32, index: u8) -> &scale_info::Variant<PortableForm> {
		let TypeDef::Variant(variants) = &self.registry.resolve(of).unwrap().type_def else {
			panic!("a call is a variant");
		};
		variants.variants.iter().find(|variant| variant.index == index).unwrap()
	}
}

struct Walk<'a> {
	registry: &'a PortableRegistry,
	dice: &'a mut Dice,
	of_thousand: usize,
	record: Option<u8>,
	out: Vec<u8>,
}

impl Walk<'_> {
	/// Copies a value from `input`, parts of it replaced.
	fn change(&mut self, of: u32, input: &mut &[u8]) {
		if self.dice.happens(self.of_thousand) && self.replace(of, input) {
			return;
		}
		if let (Some(record), Some(width)) = (self.record, self.width_of_number(of)) {
			let number = u64::from(record).to_le_bytes();
			self.out.extend_from_slice(&number[..width]);
			*input = &input[width..];
			return;
		}
		match &self.registry.resolve(of).unwrap().type_def {
			TypeDef::Composite(composite) => {
				composite.fields.iter().for_each(|field| self.change(field.ty.id, input));
			}
			TypeDef::Tuple(tuple) => {
				tuple.fields.iter().for_each(|field| self.change(field.id, input));
			}
			TypeDef::Variant(variants) => {
				let index = input.read_byte().unwrap();
				self.out.push(index);
				let variant = variants.variants.iter().find(|variant| variant.index == index);
				variant.unwrap().fields.iter().for_each(|field| self.change(field.ty.id, input));
			}
			TypeDef::Sequence(sequence) => {
				let length = Compact::<u32>::decode(input).unwrap();
				length.encode_to(&mut self.out);
				(0..length.0).for_each(|_| self.change(sequence.type_param.id, input));
			}
			TypeDef::Array(array) => {
				(0..array.len).for_each(|_| self.change(array.type_param.id, input));
			}
			TypeDef::Primitive(TypeDefPrimitive::Str) => {
				Vec::<u8>::decode(input).unwrap().encode_to(&mut self.out);
			}
			TypeDef::Primitive(primitive) => {
				let (bytes, rest) = input.split_at(width(primitive));
				self.out.extend_from_slice(bytes);
				*input = rest;
			}
			TypeDef::Compact(_) => Compact::<u128>::decode(input).unwrap().encode_to(&mut self.out),
			TypeDef::BitSequence(_) => panic!("no call has one"),
		}
	}

	/// The bytes of a type that numbers records.
	fn width_of_number(&self, of: u32) -> Option<usize> {
		let ty = self.registry.resolve(of)?;
		let name = ty.path.segments.last()?;
		let TypeDef::Composite(composite) = &ty.type_def else { return None };
		let number = self.registry.resolve(composite.fields.first()?.ty.id)?;
		match &number.type_def {
			TypeDef::Primitive(primitive) if RECORD_NUMBERS.contains(&name.as_str()) => {
				Some(width(primitive))
			}
			_ => None,
		}
	}

	/// Passes over a value and makes another in its place; `false` where its parts should be looked at
	/// one by one.
	fn replace(&mut self, of: u32, input: &mut &[u8]) -> bool {
		// Letters by chance are no text, and arrays of chance no digest that is met again.
		if matches!(
			self.registry.resolve(of).unwrap().type_def,
			TypeDef::Sequence(_) | TypeDef::Array(_) | TypeDef::Tuple(_)
		) {
			return false;
		}
		let kept = std::mem::take(&mut self.out);
		let (rate, record) = (std::mem::take(&mut self.of_thousand), self.record.take());
		self.change(of, input);
		(self.of_thousand, self.record, self.out) = (rate, record, kept);
		self.make(of, 0);
		true
	}

	/// Makes a value by chance.
	fn make(&mut self, of: u32, depth: u32) {
		let ty = self.registry.resolve(of).unwrap();
		match ty.path.segments.last().map(String::as_str) {
			Some("Moment") => return self.moment().encode_to(&mut self.out),
			Some("Date") => return Date::from_moment(self.moment()).encode_to(&mut self.out),
			_ => (),
		}
		match &ty.type_def {
			TypeDef::Composite(composite) => {
				composite.fields.iter().for_each(|field| self.make(field.ty.id, depth + 1));
			}
			TypeDef::Tuple(tuple) => {
				tuple.fields.iter().for_each(|field| self.make(field.id, depth + 1));
			}
			TypeDef::Variant(variants) => {
				let list = &variants.variants;
				// The first of a deep value is the plainest: `None`, mostly.
				let chosen = if depth < MOST_DEPTH { self.dice.below(list.len()) } else { 0 };
				// A choice of nothing has no value: what comes out is no call, and the template stands.
				let Some(variant) = list.get(chosen) else { return self.out.push(0) };
				self.out.push(variant.index);
				variant.fields.iter().for_each(|field| self.make(field.ty.id, depth + 1));
			}
			TypeDef::Sequence(sequence) => {
				let most = if depth < MOST_DEPTH { 3 } else { 1 };
				let length = self.dice.below(most);
				Compact(u32::try_from(length).unwrap()).encode_to(&mut self.out);
				(0..length).for_each(|_| self.make(sequence.type_param.id, depth + 1));
			}
			TypeDef::Array(array) => {
				(0..array.len).for_each(|_| self.make(array.type_param.id, depth + 1));
			}
			TypeDef::Primitive(TypeDefPrimitive::Bool) => {
				self.dice.happens(500).encode_to(&mut self.out)
			}
			TypeDef::Primitive(TypeDefPrimitive::Str) => "x".encode_to(&mut self.out),
			TypeDef::Primitive(primitive) => {
				let number = u128::from(*self.dice.pick(&NUMBERS));
				let bytes = number.to_le_bytes().into_iter().chain([0; 16]);
				self.out.extend(bytes.take(width(primitive)));
			}
			TypeDef::Compact(_) => Compact(*self.dice.pick(&NUMBERS)).encode_to(&mut self.out),
			TypeDef::BitSequence(_) => panic!("no call has one"),
		}
	}

	/// A moment around now.
	fn moment(&mut self) -> Moment {
		let days = u64::from(*self.dice.pick(&[0u32, 1, 5, 15, 30, 90, 365, 1_200, 4_000, 8_000]));
		let span = days * DAY_MS;
		let now = now().0;
		Moment(if self.dice.happens(500) { now + span } else { now.saturating_sub(span) })
	}
}

fn width(primitive: &TypeDefPrimitive) -> usize {
	use TypeDefPrimitive as P;
	match primitive {
		P::Bool | P::U8 | P::I8 => 1,
		P::U16 | P::I16 => 2,
		P::U32 | P::I32 | P::Char => 4,
		P::U64 | P::I64 => 8,
		P::U128 | P::I128 => 16,
		P::U256 | P::I256 => 32,
		P::Str => 0,
	}
}
