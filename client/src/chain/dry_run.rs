//! Asking what a call would do instead of handing it in (试运行): the node runs it on the newest state
//! and undoes it.

use super::{
	call::TypedCall,
	read::At,
	refusal::{self, Explanation},
	submit::{Place, Receipt},
	Chain, Hash, Wait,
};
use crate::{
	error::{Error, Result},
	keys::Key,
};
use codec::Decode;
use quanqi_runtime::{
	call_check::{CallAnswer, CallRefusal},
	RuntimeCall, RuntimeEvent,
};

/// That calls are asked about and never signed.
#[derive(Clone, Copy, Debug, Default)]
pub struct DryRun {
	/// The block to ask; the newest when absent.
	pub at: Option<Hash>,
}

impl Chain {
	/// What a call would do, as a receipt that says where it was asked about. A call that would be
	/// refused is an error.
	pub(super) async fn ask(
		&self,
		key: &Key,
		call: &RuntimeCall,
		wait: Wait,
		dry_run: DryRun,
	) -> Result<Receipt> {
		let at = match dry_run.at {
			Some(hash) => self.block(hash).await?,
			None => self.newest(wait).await?,
		};
		let typed = TypedCall::new(call);
		let question = (key.account(), typed.encoded().to_vec());
		let answer: CallAnswer = self.call_api("CallsApi_check", question, at).await?;
		foretold(&typed.title(), at, answer)
	}
}

/// An answer as a receipt, or as the error that the call would meet.
fn foretold(title: &str, at: At, answer: CallAnswer) -> Result<Receipt> {
	if let Some(refusal) = &answer.refusal {
		let refusal = Box::new(explain(refusal));
		return Err(Error::WouldBeRefused { call: title.to_owned(), at: at.number, refusal });
	}
	let events = answer.events.iter().map(|event| read(&event.name, &event.encoded));
	Ok(Receipt {
		place: Place::Asked {
			dry_run: true,
			call: title.to_owned(),
			at,
			events: answer.events.iter().map(|event| event.name.clone()).collect(),
		},
		events: events.collect::<Result<_>>()?,
	})
}

/// Why a call would be refused, in the words that a refused call is told in.
fn explain(refusal: &CallRefusal) -> Explanation {
	match refusal {
		CallRefusal::Unreadable => Explanation::text("the node does not know this call")
			.remedy("use the release of quanqi that belongs to the node's runtime"),
		CallRefusal::Signer(code) => refusal::of_signer(*code),
		CallRefusal::Call(error) => refusal::of_dispatch(error),
	}
}

fn read(name: &str, encoded: &str) -> Result<RuntimeEvent> {
	let unreadable = |error: &dyn std::fmt::Display| {
		Error::WrongNetwork(format!(
			"{name} cannot be read: {error}; use the release of quanqi that belongs to the node's \
			 runtime"
		))
	};
	let bytes = hex::decode(encoded.trim_start_matches("0x")).map_err(|e| unreadable(&e))?;
	RuntimeEvent::decode(&mut bytes.as_slice()).map_err(|e| unreadable(&e))
}

#[cfg(test)]
mod tests {
	use super::*;
	use codec::Encode;
	use frame_support::traits::PalletInfoAccess;
	use quanqi_runtime::call_check::CallEvent;
	use quanqi_types::GrantId;
	use sp_runtime::{DispatchError, ModuleError};

	const AT: At = At { number: 7, hash: Hash::repeat_byte(7) };

	fn answer(refusal: Option<CallRefusal>, events: Vec<CallEvent>) -> CallAnswer {
		let lawful = refusal.is_none();
		CallAnswer { lawful, call: None, refusal, pallet: None, error: None, events }
	}

	#[test]
	fn receipt_should_hold_what_would_be_done_when_the_call_is_lawful() {
		let event = RuntimeEvent::Grants(pallet_grants::Event::Withdrawn { grant: GrantId(3) });
		let encoded = format!("0x{}", hex::encode(event.encode()));
		let events = vec![CallEvent { name: "Grants.Withdrawn".into(), encoded }];
		let receipt = foretold("Grants.withdraw", AT, answer(None, events)).unwrap();
		assert_eq!(receipt.events, [event]);
		let json = serde_json::to_value(&receipt).unwrap();
		assert_eq!((&json["dry_run"], &json["at"]["number"]), (&true.into(), &7.into()));
		assert_eq!(json["events"][0], "Grants.Withdrawn");
	}

	#[test]
	fn error_should_name_the_pallets_error_when_the_call_would_be_refused() {
		let mut error = [0; 4];
		error[0] = pallet_grants::Error::<quanqi_runtime::Runtime>::NoSuchGrant.encode()[0];
		let index = quanqi_runtime::Grants::index().try_into().unwrap();
		let refusal =
			CallRefusal::Call(DispatchError::Module(ModuleError { index, error, message: None }));
		let refused = foretold("Grants.agree", AT, answer(Some(refusal), vec![])).unwrap_err();
		assert_eq!(refused.exit_code(), 1);
		let text = refused.to_string();
		for words in ["Grants.agree would be refused", "block 7", "[Grants.NoSuchGrant]"] {
			assert!(text.contains(words), "{text}");
		}
		assert_eq!(refused.to_json()["error"]["refusal"]["name"], "Grants.NoSuchGrant");
	}

	#[test]
	fn error_should_say_what_to_do_when_the_signer_is_no_member() {
		let code = pallet_consortium::extensions::refusal::NOT_A_MEMBER_KEY;
		let refusal = Some(CallRefusal::Signer(code));
		let text = foretold("System.remark", AT, answer(refusal, vec![])).unwrap_err().to_string();
		assert!(text.contains("not a key of any member") && text.contains("what to do"), "{text}");
	}
}
