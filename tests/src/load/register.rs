//! Registering achievements: the call that the ledger is for, one record at a time or 200.

use super::{
	calls::{Account, Call, CallKind},
	members::Members,
	values::{bounded, bounded_bytes, name, text},
};
use crate::{rpc::Rpc, Result};
use subxt::{dynamic::Value, ext::scale_value::Composite};
use subxt_signer::sr25519::Keypair;

/// The most records that one call may carry.
pub const BULK_RECORDS: u64 = 200;

/// One holder owns all of it.
const WHOLE_PPM: u128 = 1_000_000;

/// Registers patent applications, each owned by the member whose key signs.
#[derive(Clone, Debug)]
pub struct Register {
	/// Which member an account acts for.
	members: Members,
	/// Records in one call; more than one makes it the bulk call.
	records: u64,
}

impl Register {
	/// Asks a node for which members these keys act; each must be allowed to register.
	pub async fn by(rpc: &Rpc, keys: &[Keypair], records: u64) -> Result<Self> {
		Ok(Self { members: Members::of(rpc, keys, Some("register")).await?, records })
	}

	fn submission(&self, sender: Account, serial: u64, record: u64) -> Value {
		let member = Value::u128(u128::from(self.members.member(sender)));
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

/// An internal number that no other record has: by sender, call and record.
fn number(sender: Account, serial: u64, record: u64) -> String {
	let [first, second, third, fourth, ..] = sender;
	let sender = u32::from_be_bytes([first, second, third, fourth]);
	format!("LOAD-{sender:08X}-{serial:016X}-{record:03}")
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
		let register = |records| Register { members: Members::default(), records };
		assert_eq!(register(1).target(), ("Achievements", "register"));
		assert_eq!(register(200).target(), ("Achievements", "register_bulk"));
		assert_eq!(register(200).records_per_call(), 200);
	}
}
