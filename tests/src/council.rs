//! Decisions of the council, as its institutions make them: motion, votes, close.

use crate::{
	rpc::{extrinsic_hash, Rpc},
	Error, Result,
};
use futures::future::try_join_all;
use subxt::{
	client::{ClientAtBlock, OnlineClientAtBlockImpl},
	dynamic::Value,
	ext::scale_value::{Composite, ValueDef},
	extrinsics::ExtrinsicEvents,
	SubstrateConfig,
};
use subxt_signer::sr25519::Keypair;

type Chain = ClientAtBlock<SubstrateConfig, OnlineClientAtBlockImpl<SubstrateConfig>>;

/// More than any motion may weigh would be refused, so this is what a motion may weigh at most:
/// a fifth of a second.
const MOTION_REF_TIME_PICOSECONDS: u128 = 200_000_000_000;
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
	fn as_seat(&self) -> Self {
		Self::new("Consortium", "act_as_seat", [("call", self.value())])
	}

	/// The call as an argument of another call.
	fn value(&self) -> Value {
		let arguments = self.arguments.clone();
		Value::unnamed_variant(self.pallet, [Value::named_variant(self.call, arguments)])
	}

	fn payload(&self) -> crate::load::calls::Call {
		let arguments = Composite::named(self.arguments.clone());
		subxt::dynamic::transaction(self.pallet, self.call, arguments)
	}
}

/// Signs a call, sends it and waits until it is finalised. Fails when its execution failed.
pub async fn execute(
	rpc: &Rpc,
	key: &Keypair,
	call: &NamedCall,
) -> Result<ExtrinsicEvents<SubstrateConfig>> {
	let what = || format!("{}.{}", call.pallet, call.call);
	let progress = current(rpc)
		.await?
		.transactions()
		.sign_and_submit_then_watch_default(&call.payload(), key)
		.await
		.map_err(|error| Error::chain(what(), error))?;
	progress.wait_for_finalized_success().await.map_err(|error| Error::chain(what(), error))
}

/// Lets the council decide a call: the first institution moves it, all given ones vote for it, and
/// the first closes the motion. Fails when the decided call itself failed.
pub async fn decide(rpc: &Rpc, institutions: &[Keypair], call: &NamedCall) -> Result<()> {
	let first =
		institutions.first().ok_or_else(|| Error::Input("a motion needs an institution".into()))?;
	let encoded = current(rpc)
		.await?
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
fn field(
	events: &ExtrinsicEvents<SubstrateConfig>,
	event_name: &str,
	field_name: &str,
) -> Result<Value> {
	let missing = || Error::chain("reading the council's events", format!("no {event_name}"));
	let event = events
		.iter()
		.filter_map(std::result::Result::ok)
		.find(|event| (event.pallet_name(), event.event_name()) == ("Council", event_name))
		.ok_or_else(missing)?;
	let fields: Composite<()> = event
		.decode_fields_unchecked_as()
		.map_err(|error| Error::chain("reading the council's events", error))?;
	let Composite::Named(fields) = fields else { return Err(missing()) };
	let found = fields.into_iter().find(|(name, _)| name == field_name);
	found.map(|(_, value)| value).ok_or_else(missing)
}

async fn current(rpc: &Rpc) -> Result<Chain> {
	crate::load::sign::client(rpc)
		.await?
		.at_current_block()
		.await
		.map_err(|error| Error::chain("reading the current block", error))
}
