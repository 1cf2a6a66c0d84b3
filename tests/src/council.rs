//! Decisions of the council, as its institutions make them: motion, votes, close.

use crate::{
	events::{self, CallEvent},
	load::{
		calls::{Account, Call, CallKind},
		sign::{self, Era},
	},
	rpc::{extrinsic_hash, Hash, Head, Rpc},
	wait::{until, Look, LIMIT},
	Error, Result,
};
use futures::future::try_join_all;
use std::{
	collections::BTreeSet,
	sync::atomic::{AtomicU64, Ordering},
};
use subxt::{
	dynamic::Value,
	ext::scale_value::{Composite, ValueDef},
};
use subxt_signer::sr25519::Keypair;

/// More than any motion may weigh would be refused, so this is what a motion may weigh at most:
/// a fifth of a second.
const MOTION_REF_TIME_PICOSECONDS: u128 = 200_000_000_000;
/// Blocks for which a call of the council is valid.
const LIFE_BLOCKS: u64 = 256;
/// Proof size means nothing on this chain; the field wants a value.
const MOTION_PROOF_BYTES: u128 = 1_000_000;

/// A call by the names of its pallet, itself and its arguments.
#[derive(Clone, Debug)]
pub struct NamedCall {
	pallet: &'static str,
	call: &'static str,
	arguments: Vec<(&'static str, Value)>,
}

impl NamedCall {
	/// A call by names, encoded by the chain's own metadata.
	pub fn new(
		pallet: &'static str,
		call: &'static str,
		arguments: impl IntoIterator<Item = (&'static str, Value)>,
	) -> Self {
		Self { pallet, call, arguments: arguments.into_iter().collect() }
	}

	/// The same call, dispatched as the seat of the institution whose key signs.
	pub fn as_seat(&self) -> Self {
		Self::new("Consortium", "act_as_seat", [("call", self.value())])
	}

	/// The call as an argument of another call.
	fn value(&self) -> Value {
		let arguments = self.arguments.clone();
		Value::unnamed_variant(self.pallet, [Value::named_variant(self.call, arguments)])
	}

	fn payload(&self) -> Call {
		let arguments = Composite::named(self.arguments.clone());
		subxt::dynamic::transaction(self.pallet, self.call, arguments)
	}
}

impl CallKind for NamedCall {
	fn name(&self) -> &str {
		self.call
	}

	fn target(&self) -> (&str, &str) {
		(self.pallet, self.call)
	}

	fn call(&self, _sender: Account, _serial: u64) -> Call {
		self.payload()
	}
}

/// Signs a call, sends it and waits until it is finalised. Fails when its execution failed.
///
/// It asks for finalised blocks again and again rather than subscribing: a subscription that a busy
/// node ends would leave the fate of the call unknown.
pub async fn execute(rpc: &Rpc, key: &Keypair, call: &NamedCall) -> Result<Vec<CallEvent>> {
	let what = || format!("{}.{}", call.pallet, call.call);
	let before = rpc.finalised().await?.number;
	let era = Era::Blocks(LIFE_BLOCKS);
	let batch = sign::sign(rpc, call, std::slice::from_ref(key), 1, era).await?;
	let signed = batch.calls.first().ok_or_else(|| Error::chain(what(), "nothing was signed"))?;
	rpc.submit(&signed.encoded).await?;
	let (block, position) = await_in_finalised(rpc, &what(), signed.hash, before).await?;
	let client = sign::client(rpc).await?;
	let positions = BTreeSet::from([position]);
	let events = events::of_calls(&client, block.number, block.hash, &positions).await?;
	match events.iter().find_map(|event| event.failure.as_ref()) {
		Some(reason) => Err(Error::chain(what(), reason)),
		None => Ok(events),
	}
}

/// Waits until a finalised block above `before` has a call. Returns that block and the position.
async fn await_in_finalised(rpc: &Rpc, what: &str, call: Hash, before: u64) -> Result<(Head, u32)> {
	let seen = AtomicU64::new(before);
	let seen = &seen;
	until(&format!("{what} is finalised"), LIMIT, || async move {
		let last = rpc.finalised().await?.number;
		for number in seen.load(Ordering::Relaxed).saturating_add(1)..=last {
			let missing = || Error::chain("reading a finalised block", format!("no {number}"));
			let hash = rpc.block_hash(number).await?.ok_or_else(missing)?;
			let extrinsics = rpc.extrinsics(hash).await?;
			let found = extrinsics
				.iter()
				.zip(0u32..)
				.find(|(encoded, _)| extrinsic_hash(encoded) == call)
				.map(|(_, position)| position);
			if let Some(position) = found {
				return Ok(Look::Holds((Head { number, hash }, position)));
			}
			seen.store(number, Ordering::Relaxed);
		}
		Ok(Look::NotYet(format!("finalised {last} without it")))
	})
	.await
}

/// Lets the council decide a call: the first institution moves it, all given ones vote for it, and
/// the first closes the motion. Fails when the decided call itself failed.
pub async fn decide(rpc: &Rpc, institutions: &[Keypair], call: &NamedCall) -> Result<()> {
	let first =
		institutions.first().ok_or_else(|| Error::Input("a motion needs an institution".into()))?;
	let encoded = sign::client(rpc)
		.await?
		.at_current_block()
		.await
		.map_err(|error| Error::chain("reading the current block", error))?
		.transactions()
		.call_data(&call.payload())
		.map_err(|error| Error::chain("encoding a motion", error))?;
	let length = Value::u128(encoded.len() as u128);
	let hash = Value::from_bytes(extrinsic_hash(&encoded).0);

	let motion = NamedCall::new(
		"Council",
		"propose",
		[
			("threshold", Value::u128(institutions.len() as u128)),
			("proposal", call.value()),
			("length_bound", length.clone()),
		],
	);
	let events = execute(rpc, first, &motion.as_seat()).await?;
	let index = field(&events, "Proposed", "proposal_index")?;

	let vote = NamedCall::new(
		"Council",
		"vote",
		[("proposal", hash.clone()), ("index", index.clone()), ("approve", Value::bool(true))],
	)
	.as_seat();
	try_join_all(institutions.iter().map(|key| execute(rpc, key, &vote))).await?;

	let weight = Value::named_composite([
		("ref_time", Value::u128(MOTION_REF_TIME_PICOSECONDS)),
		("proof_size", Value::u128(MOTION_PROOF_BYTES)),
	]);
	let close = NamedCall::new(
		"Council",
		"close",
		[
			("proposal_hash", hash),
			("index", index),
			("proposal_weight_bound", weight),
			("length_bound", length),
		],
	);
	let events = execute(rpc, first, &close.as_seat()).await?;
	let result = field(&events, "Executed", "result")?;
	match &result.value {
		ValueDef::Variant(variant) if variant.name == "Ok" => Ok(()),
		_ => Err(Error::chain(format!("{}.{}", call.pallet, call.call), result)),
	}
}

/// A field of the council's event of a name.
fn field(events: &[CallEvent], event_name: &str, field_name: &str) -> Result<Value> {
	events
		.iter()
		.find(|event| (event.pallet.as_str(), event.name.as_str()) == ("Council", event_name))
		.and_then(|event| event.field(field_name))
		.cloned()
		.ok_or_else(|| Error::chain("reading the council's events", format!("no {event_name}")))
}
