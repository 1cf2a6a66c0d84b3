//! The kinds of calls that load is made of.

use crate::{Error, Result};
use subxt::{dynamic::Value, ext::scale_value::Composite, transactions::DynamicPayload, Metadata};

/// A call as its pallet, its name and its arguments; encoded by the chain's own metadata.
pub type Call = DynamicPayload<Composite<()>>;

/// The 32 bytes of an account.
pub type Account = [u8; 32];

/// One kind of call, made as often as asked.
pub trait CallKind: Send + Sync {
	/// Its name on the command line and in reports.
	fn name(&self) -> &str;

	/// The pallet and the call, by their names in the metadata.
	fn target(&self) -> (&str, &str);

	/// A call by `sender`. Equal serial numbers give equal calls, different ones different calls.
	fn call(&self, sender: Account, serial: u64) -> Call;

	/// How many records one call writes; more than one for bulk calls.
	fn records_per_call(&self) -> u64 {
		1
	}

	/// Requires that the chain has this call.
	fn require(&self, metadata: &Metadata) -> Result<()> {
		let (pallet, call) = self.target();
		let found = metadata
			.pallet_by_name(pallet)
			.and_then(|pallet| pallet.call_variant_by_name(call))
			.is_some();
		if found {
			return Ok(());
		}
		Err(Error::Input(format!("this chain has no call {pallet}.{call}")))
	}
}

/// `system.remark`: the cheapest signed call of every Substrate chain.
#[derive(Clone, Copy, Debug)]
pub struct Remark {
	/// Bytes of the remark; at least 8, which carry the serial number.
	pub bytes: usize,
}

impl CallKind for Remark {
	fn name(&self) -> &str {
		"remark"
	}

	fn target(&self) -> (&str, &str) {
		("System", "remark")
	}

	fn call(&self, _sender: Account, serial: u64) -> Call {
		let mut remark = serial.to_le_bytes().to_vec();
		remark.resize(self.bytes.max(remark.len()), 0);
		call(self.target(), [("remark", Value::from_bytes(remark))])
	}
}

/// `balances.transfer_keep_alive` to one receiver per sender.
#[derive(Clone, Copy, Debug)]
pub struct Transfer {
	/// The amount in the chain's smallest unit.
	pub amount: u128,
}

impl CallKind for Transfer {
	fn name(&self) -> &str {
		"transfer"
	}

	fn target(&self) -> (&str, &str) {
		("Balances", "transfer_keep_alive")
	}

	fn call(&self, sender: Account, serial: u64) -> Call {
		// One receiver per sender. A transfer to oneself would be cheaper than a real one.
		let receiver = sender.map(|byte| !byte);
		let destination = Value::unnamed_variant("Id", [Value::from_bytes(receiver)]);
		let amount = self.amount.saturating_add(u128::from(serial));
		call(self.target(), [("dest", destination), ("value", Value::u128(amount))])
	}
}

/// A call with these arguments.
pub(super) fn call<const N: usize>(target: (&str, &str), arguments: [(&str, Value); N]) -> Call {
	subxt::dynamic::transaction(target.0, target.1, Composite::named(arguments))
}
