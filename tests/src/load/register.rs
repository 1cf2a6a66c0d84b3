//! Registering achievements: the call that the ledger is for, one record at a time or 200.

use super::calls::{Account, Call, CallKind};
use crate::{keys, rpc::Rpc, Error, Result};
use std::collections::HashMap;
use subxt::{dynamic::Value, ext::scale_value::Composite};
use subxt_rpcs::rpc_params;
use subxt_signer::sr25519::Keypair;

/// The most records that one call may carry.
pub const BULK_RECORDS: u64 = 200;

/// One holder owns all of it.
const WHOLE_PPM: u128 = 1_000_000;

/// Registers patent applications, each owned by the member whose key signs.
#[derive(Clone, Debug)]
pub struct Register {
	/// Which member an account acts for.
	members: HashMap<Account, u32>,
	/// Records in one call; more than one makes it the bulk call.
	records: u64,
}

impl Register {
	/// Asks a node for which members these keys act. A key of no member, or of one that may not
	/// register, is an error: none of its calls would do what is to be measured.
	pub async fn by(rpc: &Rpc, keys: &[Keypair], records: u64) -> Result<Self> {
		let mut members = HashMap::new();
		for key in keys {
			members.insert(key.public_key().0, member(rpc, &keys::account(key)).await?);
		}
		Ok(Self { members, records })
	}

	fn submission(&self, sender: Account, serial: u64, record: u64) -> Value {
		// `sign` only signs for the keys that were looked up; a call of another would be refused.
		let member = self.members.get(&sender).copied().unwrap_or_default();
		let member = Value::u128(u128::from(member));
		let number = number(sender, serial, record);
		let title = format!("A method of measuring the ledger under load, by number {number}");
		let identifier = Value::named_composite([
			("scheme", name("Internal")),
			("country", Value::from_bytes(b"CN")),
			("issuer", Value::unnamed_variant("Some", [member.clone()])),
			("text", bounded_bytes(number.as_bytes())),
		]);
		let declaration = Value::named_composite([
			("kind", name("PatentApplication")),
			("title", Value::unnamed_variant("Open", [text(&title)])),
			("identifiers", bounded([identifier])),
			("classifications", bounded([])),
			("funding", name("Own")),
			("service", Value::bool(true)),
			("completers", bounded([])),
			("contributions", name("None")),
			("completed", name("None")),
			("filed", name("None")),
			("status", name("Filed")),
			("evidence", bounded([])),
		]);
		let line = Value::named_composite([("member", member), ("ppm", Value::u128(WHOLE_PPM))]);
		Value::named_composite([
			("declaration", declaration),
			("owners", bounded([line])),
			("basis", name("Agreed")),
		])
	}
}

impl CallKind for Register {
	fn name(&self) -> &str {
		match self.records {
			1 => "register",
			_ => "register-bulk",
		}
	}

	fn target(&self) -> (&str, &str) {
		match self.records {
			1 => ("Achievements", "register"),
			_ => ("Achievements", "register_bulk"),
		}
	}

	fn call(&self, sender: Account, serial: u64) -> Call {
		let no_mandate = ("mandate", name("None"));
		let arguments = match self.records {
			1 => Composite::named([("submission", self.submission(sender, serial, 0)), no_mandate]),
			records => {
				let submissions =
					(0..records).map(|record| self.submission(sender, serial, record));
				Composite::named([
					("submissions", bounded(submissions)),
					// One refused record fails the call, so that no figure counts a record that is
					// not there.
					("mode", name("AllOrNone")),
					no_mandate,
				])
			}
		};
		let (pallet, call) = self.target();
		subxt::dynamic::transaction(pallet, call, arguments)
	}

	fn records_per_call(&self) -> u64 {
		self.records
	}
}

/// The member for which an account acts.
async fn member(rpc: &Rpc, account: &str) -> Result<u32> {
	let answer: serde_json::Value = rpc.request("members_get", rpc_params![account]).await?;
	let view = answer.get("value").unwrap_or(&answer);
	let number = view.get("id").and_then(serde_json::Value::as_u64);
	let number = number.and_then(|number| u32::try_from(number).ok());
	let number = number.ok_or_else(|| {
		Error::Input(format!("{account} is a key of no member; only members register achievements"))
	})?;
	let capabilities = view.get("capabilities").and_then(serde_json::Value::as_array);
	match capabilities.is_some_and(|list| list.iter().any(|one| one == "register")) {
		true => Ok(number),
		false => Err(Error::Input(format!(
			"{account} is a key of member {number}, which may not register achievements"
		))),
	}
}

/// An internal number that no other record has: by sender, call and record.
fn number(sender: Account, serial: u64, record: u64) -> String {
	let [first, second, third, fourth, ..] = sender;
	let sender = u32::from_be_bytes([first, second, third, fourth]);
	format!("LOAD-{sender:08X}-{serial:016X}-{record:03}")
}

fn name(variant: &str) -> Value {
	Value::unnamed_variant(variant, [])
}

/// A bounded list: one wrapper around a sequence. Written out, since a list of one would otherwise
/// be taken for the wrapper itself.
fn bounded(values: impl IntoIterator<Item = Value>) -> Value {
	Value::unnamed_composite([Value::unnamed_composite(values)])
}

fn bounded_bytes(bytes: &[u8]) -> Value {
	Value::unnamed_composite([Value::from_bytes(bytes)])
}

/// A text: one more wrapper around bounded bytes.
fn text(text: &str) -> Value {
	Value::unnamed_composite([bounded_bytes(text.as_bytes())])
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::collections::BTreeSet;

	#[test]
	fn numbers_should_differ_when_sender_call_or_record_do() {
		let mut numbers = BTreeSet::new();
		for sender in [[1; 32], [2; 32]] {
			for serial in 0..10 {
				for record in 0..BULK_RECORDS {
					assert!(numbers.insert(number(sender, serial, record)));
				}
			}
		}
		assert!(numbers.iter().all(|number| number.len() <= 64));
	}

	#[test]
	fn call_should_be_the_bulk_call_when_it_carries_several_records() {
		let register = |records| Register { members: HashMap::new(), records };
		assert_eq!(register(1).target(), ("Achievements", "register"));
		assert_eq!(register(200).target(), ("Achievements", "register_bulk"));
		assert_eq!(register(200).records_per_call(), 200);
	}
}
