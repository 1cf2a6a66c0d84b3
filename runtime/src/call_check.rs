//! **Check** for any call: would it be done now, signed by this key? Everything a member can ask of
//! the ledger is a call, so one question covers all of domain §11.
//!
//! The call runs as it would in the next block and is then undone. Nonce and quota are not looked
//! at: they say when a transaction is taken, not whether its call is lawful.

use crate::{
	AccountId, AllPalletsWithSystem, Consortium, Runtime, RuntimeCall, RuntimeEvent, System,
};
use alloc::{format, string::String, vec::Vec};
use codec::{Decode, DecodeLimit, Encode};
use frame_support::{
	dispatch::GetDispatchInfo,
	storage::with_transaction,
	traits::{GetCallMetadata, PalletsInfoAccess},
	MAX_EXTRINSIC_DEPTH,
};
use scale_info::{form::MetaForm, Type, TypeDef, TypeInfo, Variant};
use serde::{Deserialize, Serialize};
use sp_core::hexdisplay::HexDisplay;
use sp_runtime::{traits::Dispatchable, DispatchError, TransactionOutcome};

/// Why a call would not be done.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CallRefusal {
	/// The bytes are no call of this runtime.
	#[codec(index = 0)]
	Unreadable,
	/// The signer's transactions are not taken: a code of `pallet_consortium::extensions::refusal`.
	#[codec(index = 1)]
	Signer(u8),
	/// The call, or the motion that it would carry out, fails. `Exhausted` where it does not fit a
	/// block.
	#[codec(index = 2)]
	Call(DispatchError),
}

/// Something that a call would make known.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
pub struct CallEvent {
	/// `Pallet.Event`.
	pub name: String,
	/// The event in SCALE and hexadecimal, as it would stand in the block.
	pub encoded: String,
}

/// Whether a call would be done now.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
pub struct CallAnswer {
	/// It would.
	pub lawful: bool,
	/// `Pallet.call`, where the bytes are one.
	pub call: Option<String>,
	/// Why not.
	pub refusal: Option<CallRefusal>,
	/// The pallet whose error it is.
	pub pallet: Option<String>,
	/// The name of the error, or what is wrong in words where it has no name.
	pub error: Option<String>,
	/// What would be made known, in order; nothing where the call fails.
	pub events: Vec<CallEvent>,
}

sp_api::decl_runtime_apis! {
	/// Any call, before it is signed.
	pub trait CallsApi {
		/// **Check**: would this call be done now, signed by this key? Writes nothing.
		fn check(who: AccountId, call: Vec<u8>) -> CallAnswer;
	}
}

/// [`CallsApi::check`].
pub fn check(who: AccountId, bytes: &[u8]) -> CallAnswer {
	let Ok(call) = RuntimeCall::decode_all_with_depth_limit(MAX_EXTRINSIC_DEPTH, &mut &*bytes)
	else {
		return refused(None, CallRefusal::Unreadable);
	};
	let names = call.get_call_metadata();
	let name = Some(format!("{}.{}", names.pallet_name, names.function_name));
	if let Err(code) = Consortium::signing_member(&who) {
		return refused(name, CallRefusal::Signer(code));
	}
	if !fits_a_block(&call, bytes.len()) {
		return refused(name, CallRefusal::Call(DispatchError::Exhausted));
	}
	match attempt(who, call) {
		Err(error) => refused(name, CallRefusal::Call(error)),
		Ok(events) => {
			let refusal = failure(&events).map(CallRefusal::Call);
			let events = events.iter().map(tell).collect();
			match refusal {
				Some(refusal) => CallAnswer { events, ..refused(name, refusal) },
				None => CallAnswer {
					lawful: true,
					call: name,
					refusal: None,
					pallet: None,
					error: None,
					events,
				},
			}
		}
	}
}

/// Why the motion or enactment that a call carries out failed: such a call itself succeeds.
pub fn failure(events: &[RuntimeEvent]) -> Option<DispatchError> {
	events.iter().find_map(|event| match event {
		RuntimeEvent::Council(
			pallet_collective::Event::Executed { result: Err(error), .. }
			| pallet_collective::Event::MemberExecuted { result: Err(error), .. },
		)
		| RuntimeEvent::Consortium(pallet_consortium::Event::Enacted {
			result: Err(error), ..
		}) => Some(*error),
		_ => None,
	})
}

/// Runs a call, past the transaction extensions and through the filter, and undoes it.
fn attempt(who: AccountId, call: RuntimeCall) -> Result<Vec<RuntimeEvent>, DispatchError> {
	with_transaction(|| {
		// Those of the block itself are not the call's.
		System::reset_events();
		let done = call.dispatch(Some(who).into()).map_err(|failed| failed.error);
		let events = || System::read_events_no_consensus().map(|record| record.event).collect();
		TransactionOutcome::Rollback(done.map(|_| events()))
	})
}

/// Whether weight and length are those of a call that some block can take.
fn fits_a_block(call: &RuntimeCall, bytes: usize) -> bool {
	let info = call.get_dispatch_info();
	let weights = <Runtime as frame_system::Config>::BlockWeights::get();
	let lengths = <Runtime as frame_system::Config>::BlockLength::get();
	let heaviest = weights.get(info.class).max_extrinsic;
	let longest = usize::try_from(*lengths.max.get(info.class)).unwrap_or(usize::MAX);
	heaviest.is_none_or(|limit| info.total_weight().all_lte(limit)) && bytes <= longest
}

fn refused(call: Option<String>, refusal: CallRefusal) -> CallAnswer {
	let (pallet, error) = match &refusal {
		CallRefusal::Unreadable => (None, "the bytes are no call of this runtime".into()),
		CallRefusal::Signer(code) => (None, Consortium::refusal_text(*code).unwrap_or_default()),
		CallRefusal::Call(error) => (pallet_of(error), String::from(<&str>::from(*error))),
	};
	CallAnswer {
		lawful: false,
		call,
		refusal: Some(refusal),
		pallet,
		error: Some(error),
		events: Vec::new(),
	}
}

/// The name of the pallet that an error is of.
fn pallet_of(error: &DispatchError) -> Option<String> {
	let DispatchError::Module(module) = error else { return None };
	let pallets = AllPalletsWithSystem::infos().into_iter();
	let mut named = pallets.filter(|pallet| pallet.index == usize::from(module.index));
	named.next().map(|pallet| pallet.name.into())
}

/// An event by name, looked up in the runtime's own type.
fn tell(event: &RuntimeEvent) -> CallEvent {
	let encoded = event.encode();
	let name = name_of(&encoded).unwrap_or_default();
	CallEvent { name, encoded: format!("0x{}", HexDisplay::from(&encoded)) }
}

fn name_of(encoded: &[u8]) -> Option<String> {
	let [pallet, event, ..] = encoded else { return None };
	let pallet = variant(RuntimeEvent::type_info(), *pallet)?;
	let event = variant(pallet.fields.first()?.ty.type_info(), *event)?;
	Some(format!("{}.{}", pallet.name, event.name))
}

fn variant(of: Type, index: u8) -> Option<Variant<MetaForm>> {
	let TypeDef::Variant(variants) = of.type_def else { return None };
	variants.variants.into_iter().find(|variant| variant.index == index)
}
