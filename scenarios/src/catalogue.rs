//! What a runtime says of itself: its calls, events, errors and questions, with their types.

use codec::Decode;
use frame_metadata::{v15, RuntimeMetadata, RuntimeMetadataPrefixed};
use scale_info::{form::PortableForm, PortableRegistry, Type, TypeDef, Variant};

/// The metadata of one runtime.
pub struct Catalogue {
	metadata: v15::RuntimeMetadataV15,
}

/// A call: where it stands, and its fields.
pub struct CallShape<'a> {
	/// Index of its pallet.
	pub pallet: u8,
	/// The call.
	pub call: &'a Variant<PortableForm>,
}

/// A question to the runtime: the method of a runtime API.
pub struct Question<'a> {
	/// The name under which a node is asked.
	pub name: String,
	/// What it is given: names and types.
	pub inputs: Vec<(&'a str, u32)>,
	/// The type of its answer.
	pub output: u32,
}

/// An error of a pallet.
pub struct ErrorShape<'a> {
	/// The pallet.
	pub pallet: &'a str,
	/// The error.
	pub error: &'a Variant<PortableForm>,
}

impl Catalogue {
	/// Of metadata of version 15, as a runtime gives it.
	pub fn decode(mut bytes: &[u8]) -> Result<Self, String> {
		let prefixed = RuntimeMetadataPrefixed::decode(&mut bytes)
			.map_err(|error| format!("the runtime's metadata cannot be read: {error}"))?;
		match prefixed.1 {
			RuntimeMetadata::V15(metadata) => Ok(Self { metadata }),
			other => Err(format!("metadata of version 15 is expected, not {}", other.version())),
		}
	}

	/// Of the runtime that this program is built with.
	pub fn of_own_runtime() -> Result<Self, String> {
		let bytes = quanqi_runtime::Runtime::metadata_at_version(15)
			.ok_or("the runtime gives no metadata of version 15")?;
		Self::decode(&bytes)
	}

	/// All types.
	pub fn types(&self) -> &PortableRegistry {
		&self.metadata.types
	}

	/// The type of an event of the whole runtime.
	pub fn event_type(&self) -> u32 {
		self.metadata.outer_enums.event_enum_ty.id
	}

	/// The type of this number.
	pub fn resolve(&self, id: u32) -> Result<&Type<PortableForm>, String> {
		self.types().resolve(id).ok_or_else(|| format!("the metadata has no type {id}"))
	}

	fn variants(&self, id: u32) -> &[Variant<PortableForm>] {
		match self.types().resolve(id).map(|found| &found.type_def) {
			Some(TypeDef::Variant(variants)) => &variants.variants,
			_ => &[],
		}
	}

	/// A call by its name, such as `Grants.propose`.
	pub fn call(&self, name: &str) -> Result<CallShape<'_>, String> {
		let (pallet, call) =
			name.split_once('.').ok_or_else(|| format!("{name}: a call is Pallet.call"))?;
		let found = self.metadata.pallets.iter().find(|found| found.name == pallet);
		let found = found.ok_or_else(|| {
			let names: Vec<_> = self.metadata.pallets.iter().map(|found| &*found.name).collect();
			format!("there is no pallet {pallet}; there are {}", names.join(", "))
		})?;
		let calls = found.calls.as_ref().map_or(&[][..], |calls| self.variants(calls.ty.id));
		let shape = calls.iter().find(|found| found.name == call).ok_or_else(|| {
			let names: Vec<_> = calls.iter().map(|call| &*call.name).collect();
			format!("{pallet} has no call {call}; it has {}", names.join(", "))
		})?;
		Ok(CallShape { pallet: found.index, call: shape })
	}

	/// A question by its name, such as `Rights.title`.
	pub fn question(&self, name: &str) -> Result<Question<'_>, String> {
		let (area, method) =
			name.split_once('.').ok_or_else(|| format!("{name}: a question is Area.question"))?;
		let wanted = [area.to_owned(), format!("{area}Api")];
		let api = self.metadata.apis.iter().find(|api| wanted.contains(&api.name));
		let api = api.ok_or_else(|| {
			let names: Vec<_> = self.metadata.apis.iter().map(|api| &*api.name).collect();
			format!("nothing is asked of {area}; there are {}", names.join(", "))
		})?;
		let found = api.methods.iter().find(|found| found.name == method).ok_or_else(|| {
			let names: Vec<_> = api.methods.iter().map(|method| &*method.name).collect();
			format!("{area} has no question {method}; it has {}", names.join(", "))
		})?;
		Ok(Question {
			name: format!("{}_{method}", api.name),
			inputs: found.inputs.iter().map(|input| (&*input.name, input.ty.id)).collect(),
			output: found.output.id,
		})
	}

	/// An error by the index of its pallet and its own.
	pub fn error(&self, pallet: u8, error: u8) -> Option<ErrorShape<'_>> {
		let pallet = self.metadata.pallets.iter().find(|found| found.index == pallet)?;
		let errors = self.variants(pallet.error.as_ref()?.ty.id);
		let error = errors.iter().find(|found| found.index == error)?;
		Some(ErrorShape { pallet: &pallet.name, error })
	}
}
