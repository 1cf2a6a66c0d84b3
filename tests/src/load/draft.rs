//! Drafting technology contracts: a service contract of its own for each call.

use super::{
	calls::{call, Account, Call, CallKind},
	members::Members,
	values::{bounded, name, text},
};
use crate::{rpc::Rpc, Error, Result};
use subxt::dynamic::Value;
use subxt_rpcs::rpc_params;
use subxt_signer::sr25519::Keypair;

/// The date of every contract: days from 1970-01-01 to 2026-01-01.
const DATE: u128 = 20_454;
const PRICE_FEN: u128 = 1_000_000;
/// Two members, one of which buys what the other or anyone else sells.
const BUYERS: [u32; 2] = [1, 2];

/// Drafts contracts that the member whose key signs sells to another.
#[derive(Clone, Debug)]
pub struct Draft {
	members: Members,
}

impl Draft {
	/// Asks a node for which members these keys act. The first two members must be there.
	pub async fn by(rpc: &Rpc, keys: &[Keypair]) -> Result<Self> {
		for buyer in BUYERS {
			let answer: serde_json::Value = rpc.request("members_get", rpc_params![buyer]).await?;
			if answer.get("value").is_none_or(serde_json::Value::is_null) {
				let text = format!("there is no member {buyer}; a contract needs two members");
				return Err(Error::Input(text));
			}
		}
		Ok(Self { members: Members::of(rpc, keys, None).await? })
	}

	fn terms(&self, sender: Account, serial: u64) -> Value {
		let seller = self.members.member(sender);
		let [first, second] = BUYERS;
		let buyer = if seller == first { second } else { first };
		let party = |member: u32, role| {
			Value::named_composite([
				("member", Value::u128(u128::from(member))),
				("role", name(role)),
			])
		};
		let currency = || Value::from_bytes(b"CNY");
		let amount = || {
			Value::named_composite([("minor", Value::u128(PRICE_FEN)), ("currency", currency())])
		};
		let consideration = Value::named_composite([
			("currency", currency()),
			("parts", bounded([Value::unnamed_variant("LumpSum", [amount()])])),
			("total", Value::unnamed_variant("Fixed", [amount()])),
		]);
		Value::named_composite([
			("kind", name("Service")),
			("number", text(&number(sender, serial))),
			("date", Value::u128(DATE)),
			("parties", bounded([party(seller, "Seller"), party(buyer, "Buyer")])),
			(
				"instrument",
				Value::unnamed_variant("Sha256", [Value::from_bytes(instrument(sender, serial))]),
			),
			("effects", bounded([])),
			("undoes", bounded([])),
			("prices", name("Undivided")),
			("price_events", bounded([])),
			("consideration", Value::unnamed_variant("Open", [consideration])),
			("seal", name("None")),
		])
	}
}

impl CallKind for Draft {
	fn name(&self) -> &str {
		"draft"
	}

	fn target(&self) -> (&str, &str) {
		("Contracts", "draft")
	}

	fn call(&self, sender: Account, serial: u64) -> Call {
		call(self.target(), [("terms", self.terms(sender, serial)), ("mandate", name("None"))])
	}
}

/// A contract number that no other has: by sender and call.
fn number(sender: Account, serial: u64) -> String {
	let [first, second, third, fourth, ..] = sender;
	format!("LOAD-{:08X}-{serial:016X}", u32::from_be_bytes([first, second, third, fourth]))
}

/// A digest that no other contract has. Nothing lies behind it.
fn instrument(sender: Account, serial: u64) -> Account {
	let mut digest = sender;
	for (byte, by) in digest.iter_mut().rev().zip(serial.to_le_bytes()) {
		*byte ^= by;
	}
	digest
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::collections::BTreeSet;

	#[test]
	fn contracts_should_differ_when_sender_or_call_do() {
		let (mut numbers, mut instruments) = (BTreeSet::new(), BTreeSet::new());
		for sender in [[1; 32], [2; 32]] {
			for serial in 0..300 {
				assert!(numbers.insert(number(sender, serial)));
				assert!(instruments.insert(instrument(sender, serial)));
			}
		}
	}
}
