//! What calls did when a block executed them.

use crate::{rpc::Hash, Error, Result};
use std::collections::BTreeSet;
use subxt::{
	dynamic::Value, error::DispatchError, events::Phase, ext::scale_value::Composite, OnlineClient,
	SubstrateConfig,
};

/// One event of a call.
#[derive(Clone, Debug)]
pub struct CallEvent {
	/// The pallet that tells.
	pub pallet: String,
	/// What happened, by its name in the metadata.
	pub name: String,
	/// Why the call failed, when this event says that it did.
	pub failure: Option<String>,
	fields: Composite<()>,
}

impl CallEvent {
	/// A field by its name.
	pub fn field(&self, name: &str) -> Option<&Value> {
		let Composite::Named(fields) = &self.fields else { return None };
		fields.iter().find(|(own, _)| own == name).map(|(_, value)| value)
	}
}

/// The events of the calls at some positions of a block.
pub async fn of_calls(
	client: &OnlineClient<SubstrateConfig>,
	number: u64,
	block: Hash,
	positions: &BTreeSet<u32>,
) -> Result<Vec<CallEvent>> {
	let wrong = |error: &dyn std::fmt::Display| {
		Error::chain(format!("reading the events of block {number}"), error)
	};
	let at = client.at_block_hash_and_number(block, number).await.map_err(|error| wrong(&error))?;
	let events = at.events().fetch().await.map_err(|error| wrong(&error))?;
	let mut found = Vec::new();
	for event in events.iter() {
		let event = event.map_err(|error| wrong(&error))?;
		match event.phase() {
			Phase::ApplyExtrinsic(position) if positions.contains(&position) => {}
			_ => continue,
		}
		let (pallet, name) = (event.pallet_name().to_owned(), event.event_name().to_owned());
		let failure = match (pallet.as_str(), name.as_str()) {
			("System", "ExtrinsicFailed") => {
				let error = DispatchError::decode_from(event.field_bytes(), at.metadata())
					.map_err(|error| wrong(&error))?;
				Some(error.to_string())
			}
			_ => None,
		};
		let fields = event.decode_fields_unchecked_as().map_err(|error| wrong(&error))?;
		found.push(CallEvent { pallet, name, failure, fields });
	}
	Ok(found)
}
