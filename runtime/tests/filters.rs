//! Every call of the runtime is open or closed as the table says. A new call fails the test until it
//! is listed.

use codec::Decode;
use frame_support::traits::{Contains, GetCallMetadata};
use quanqi_runtime::{call_filter::OpenCalls, configs::SeatCalls, RuntimeCall};
use std::collections::BTreeSet;

use Way::{Closed, Open, Seat};

/// Who comes to a call.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Way {
	/// Members, by their own keys.
	Open,
	/// Members, by their own keys and as their seat.
	Seat,
	/// Nobody; root alone, for which no filter stands.
	Closed,
}

/// Calls of pallets that are not wholly open.
const TABLE: &[(&str, &str, Way)] = &[
	("System", "remark", Open),
	("System", "set_heap_pages", Closed),
	("System", "set_code", Closed),
	("System", "set_code_without_checks", Closed),
	("System", "set_storage", Closed),
	("System", "kill_storage", Closed),
	("System", "kill_prefix", Closed),
	("System", "remark_with_event", Closed),
	("System", "authorize_upgrade", Closed),
	("System", "authorize_upgrade_without_checks", Closed),
	("System", "apply_authorized_upgrade", Open),
	("Timestamp", "set", Open),
	("Session", "set_keys", Seat),
	// A validator leaves by the council's decision, never by itself.
	("Session", "purge_keys", Closed),
	("Grandpa", "report_equivocation", Closed),
	("Grandpa", "report_equivocation_unsigned", Closed),
	("Grandpa", "note_stalled", Closed),
	("Council", "set_members", Closed),
	("Council", "execute", Closed),
	("Council", "propose", Seat),
	("Council", "vote", Seat),
	("Council", "disapprove_proposal", Closed),
	("Council", "close", Seat),
	("Council", "kill", Closed),
	("Council", "release_proposal_cost", Closed),
	// The pool is entered and left with `Trials`, which keeps the terms of trials.
	("Rights", "enter_pool", Closed),
	("Rights", "leave_pool", Closed),
];

/// Pallets of this project: their calls are open but for those in the table, and none is a seat's.
const OPEN_PALLETS: [&str; 8] = [
	"Consortium",
	"Statutes",
	"Achievements",
	"Rights",
	"Notices",
	"Grants",
	"Trials",
	"Contracts",
];

/// Whether nobody may make a call.
pub(crate) fn is_closed((pallet, call): &(&str, &str)) -> bool {
	TABLE.iter().any(|row| (row.0, row.1) == (*pallet, *call) && row.2 == Closed)
}

/// Calls that have no empty form: a key that cannot be zero, or a proof that nobody can make.
const UNDECODABLE: [(&str, &str); 3] = [
	("System", "do_task"),
	("Grandpa", "report_equivocation"),
	("Grandpa", "report_equivocation_unsigned"),
];

/// Every call by pallet, in the words of the metadata.
fn named() -> BTreeSet<(&'static str, &'static str)> {
	let calls =
		|pallet| RuntimeCall::get_call_names(pallet).iter().map(move |call| (pallet, *call));
	RuntimeCall::get_module_names().iter().copied().flat_map(calls).collect()
}

/// Every call that can be read from zeros behind its two indices.
fn zeroed() -> Vec<RuntimeCall> {
	let indices = (0..=u8::MAX).flat_map(|pallet| (0..=u8::MAX).map(move |call| (pallet, call)));
	let bytes = |(pallet, call)| [vec![pallet, call], vec![0; 4_096]].concat();
	indices.filter_map(|index| RuntimeCall::decode(&mut bytes(index).as_slice()).ok()).collect()
}

fn name_of(call: &RuntimeCall) -> (&'static str, &'static str) {
	let metadata = call.get_call_metadata();
	(metadata.pallet_name, metadata.function_name)
}

#[test]
fn table_should_name_every_call_of_the_runtime() {
	let mut listed: BTreeSet<_> = TABLE.iter().map(|(pallet, call, _)| (*pallet, *call)).collect();
	listed.extend(named().into_iter().filter(|(pallet, _)| OPEN_PALLETS.contains(pallet)));
	assert_eq!(listed, named());
}

#[test]
fn filters_should_do_what_the_table_says() {
	let mut seen = BTreeSet::new();
	for call in zeroed() {
		let (pallet, name) = name_of(&call);
		seen.insert((pallet, name));
		let row = TABLE.iter().find(|row| (row.0, row.1) == (pallet, name));
		let way = match row {
			Some((_, _, way)) => *way,
			None if OPEN_PALLETS.contains(&pallet) => Open,
			None => panic!("{pallet}.{name} is not in the table"),
		};
		assert_eq!(OpenCalls::contains(&call), way != Closed, "{pallet}.{name}");
		assert_eq!(SeatCalls::contains(&call), way == Seat, "{pallet}.{name}");
	}
	let unseen: Vec<_> = named().difference(&seen).copied().collect();
	let allowed = |call: &(_, _)| UNDECODABLE.contains(call) || is_never_empty(call);
	assert!(unseen.iter().all(allowed), "never tried: {unseen:?}");
}

/// Calls that carry shares, amounts or lengths of time, none of which has an empty form.
fn is_never_empty((pallet, call): &(&str, &str)) -> bool {
	match *pallet {
		"Rights" => ["divide_use", "succeed", "grant_use"].contains(call),
		"Grants" => ["propose", "amend"].contains(call),
		"Trials" => ["enter_pool", "insure", "record_service"].contains(call),
		"Contracts" => ["draft", "amend", "decide", "attest_payment"].contains(call),
		_ => false,
	}
}
