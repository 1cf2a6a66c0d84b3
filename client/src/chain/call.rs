//! A call of the runtime as subxt takes it: encoded by its own codec, so that there is no second
//! set of types to drift (docs/adr/0016).

use codec::Encode;
use frame_support::traits::GetCallMetadata;
use quanqi_runtime::RuntimeCall;
use subxt::{
	ext::{
		scale_encode::{self, EncodeAsFields},
		scale_type_resolver::{FieldIter, TypeResolver},
	},
	transactions::Payload,
};

/// Bytes in front of the arguments: the pallet's index and the call's.
const INDEX_BYTES: usize = 2;

/// A call with its name and its encoded arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedCall {
	pallet: &'static str,
	name: &'static str,
	encoded: Vec<u8>,
	arguments: Arguments,
}

/// Arguments as their own codec wrote them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arguments(Vec<u8>);

impl TypedCall {
	/// Encodes a call.
	pub fn new(call: &RuntimeCall) -> Self {
		let encoded = call.encode();
		let names = call.get_call_metadata();
		let arguments = Arguments(encoded.get(INDEX_BYTES..).unwrap_or_default().to_vec());
		Self { pallet: names.pallet_name, name: names.function_name, encoded, arguments }
	}

	/// Indices and arguments, as the chain must read them.
	pub fn encoded(&self) -> &[u8] {
		&self.encoded
	}

	/// `Pallet.call`, for messages.
	pub fn title(&self) -> String {
		format!("{}.{}", self.pallet, self.name)
	}
}

impl EncodeAsFields for Arguments {
	fn encode_as_fields_to<R: TypeResolver>(
		&self,
		_fields: &mut dyn FieldIter<'_, R::TypeId>,
		_types: &R,
		out: &mut Vec<u8>,
	) -> Result<(), scale_encode::Error> {
		out.extend_from_slice(&self.0);
		Ok(())
	}
}

impl Payload for TypedCall {
	type CallData = Arguments;

	fn pallet_name(&self) -> &str {
		self.pallet
	}

	fn call_name(&self) -> &str {
		self.name
	}

	fn call_data(&self) -> &Arguments {
		&self.arguments
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn call_should_keep_its_names_and_its_bytes() {
		let call: RuntimeCall = frame_system::Call::remark { remark: vec![1, 2, 3] }.into();
		let typed = TypedCall::new(&call);
		assert_eq!(typed.title(), "System.remark");
		assert_eq!(typed.encoded(), call.encode());
		assert_eq!(typed.arguments.0, vec![1u8, 2, 3].encode());
	}
}
