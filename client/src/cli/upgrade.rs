//! `quanqi upgrade`: a new runtime by decision of the council.

use super::{council::MotionArgs, Session};
use crate::{
	chain::{follow::failure, Answer, Hash},
	error::{Error, Place, Result},
	input::dates,
	output::{table, Progress},
};
use clap::Subcommand;
use codec::Decode;
use frame_support::dispatch::GetDispatchInfo;
use pallet_consortium::{runtime_api::EnactmentView, Call};
use quanqi_runtime::{Runtime, RuntimeCall, RuntimeEvent};
use sp_runtime::traits::{BlakeTwo256, Hash as _};
use std::path::{Path, PathBuf};

/// Upgrades 升级.
#[derive(Subcommand, Clone, Debug)]
pub enum UpgradeCommand {
	/// Put the hash of a new runtime 运行时 to the council; it waits for the governed delay
	#[command(after_help = "\
Example:
  quanqi --key exchange.json upgrade propose runtime.wasm --voter bureau.json --voter university.json")]
	Propose {
		/// The new runtime, compressed wasm
		wasm: PathBuf,
		/// How the council decides
		#[command(flatten)]
		motion: MotionArgs,
	},
	/// Enactments 执行 that wait
	#[command(after_help = "Example:\n  quanqi upgrade list")]
	List,
	/// Enact 执行 what the council decided, once its delay is over
	#[command(after_help = "Example:\n  quanqi --key exchange.json upgrade enact 1")]
	Enact {
		/// Number of the enactment
		enactment: u32,
	},
	/// Bring the new runtime 运行时 whose hash was authorised; the next block runs it
	#[command(after_help = "Example:\n  quanqi --key exchange.json upgrade apply runtime.wasm")]
	Apply {
		/// The new runtime, the very file that was proposed
		wasm: PathBuf,
	},
	/// Cancel an enactment 执行 that waits
	#[command(
		after_help = "Example:\n  quanqi --key exchange.json upgrade cancel 1 --voter bureau.json"
	)]
	Cancel {
		/// Number of the enactment
		enactment: u32,
		/// How the council decides
		#[command(flatten)]
		motion: MotionArgs,
	},
}

/// Most bytes of wasm and nothing else begin like this: wasm, or wasm compressed as the SDK does.
const WASM_BEGINNINGS: [&[u8]; 2] = [b"\0asm", &[0x52, 0xbc, 0x53, 0x76]];

fn read_wasm(file: &Path) -> Result<Vec<u8>> {
	let bytes = std::fs::read(file)
		.map_err(|error| Error::file(Place::file(file), format!("cannot be read: {error}")))?;
	match WASM_BEGINNINGS.iter().any(|beginning| bytes.starts_with(beginning)) {
		true => Ok(bytes),
		false => Err(Error::file(
			Place::file(file),
			"not a runtime: neither wasm nor compressed wasm; give the .compact.compressed.wasm of a \
			 release",
		)),
	}
}

impl UpgradeCommand {
	/// Does it.
	pub async fn run(self, session: &Session) -> Result<()> {
		match self {
			Self::Propose { wasm, motion } => propose(session, &wasm, &motion).await,
			Self::List => list(session).await,
			Self::Enact { enactment } => enact(session, enactment).await,
			Self::Apply { wasm } => apply(session, &wasm).await,
			Self::Cancel { enactment, motion } => {
				let call = Call::<Runtime>::cancel_enactment { enactment };
				motion.decide(session, call, "cancelled").await
			}
		}
	}
}

async fn propose(session: &Session, wasm: &Path, motion: &MotionArgs) -> Result<()> {
	let code_hash = BlakeTwo256::hash(&read_wasm(wasm)?);
	session.output.note(&format!("hash of {}: {code_hash:?}", wasm.display()));
	let authorise: RuntimeCall = frame_system::Call::authorize_upgrade { code_hash }.into();
	let call = Call::<Runtime>::schedule_enactment { call: Box::new(authorise) };
	let done = "the upgrade waits for its delay; `quanqi upgrade list` says until when";
	motion.decide(session, call, done).await
}

async fn waiting(session: &Session) -> Result<(crate::chain::Chain, Answer<Vec<EnactmentView>>)> {
	let (chain, at) = session.chain_at().await?;
	let value: Vec<EnactmentView> = chain.call_api("ConsortiumApi_enactments", (), at).await?;
	Ok((chain, Answer { at, value }))
}

async fn list(session: &Session) -> Result<()> {
	let (_, answer) = waiting(session).await?;
	session.output.answer(&answer, |answer| {
		let row = |view: &EnactmentView| {
			let call = decode(view).map_or_else(
				|| "a call that this program does not know".to_owned(),
				|call| crate::chain::call::TypedCall::new(&call).title(),
			);
			[
				view.id.to_string(),
				call,
				dates::show(view.due),
				format!("{} of {}", view.approvals, view.seats),
			]
		};
		let header = ["enactment 执行", "call", "due 可执行", "votes 赞成"];
		match answer.value.is_empty() {
			true => "no enactment waits".to_owned(),
			false => table(&header, answer.value.iter().map(row)),
		}
	});
	Ok(())
}

fn decode(view: &EnactmentView) -> Option<RuntimeCall> {
	let bytes = hex::decode(view.call.trim_start_matches("0x")).ok()?;
	RuntimeCall::decode(&mut bytes.as_slice()).ok()
}

async fn enact(session: &Session, enactment: u32) -> Result<()> {
	let (chain, answer) = waiting(session).await?;
	let view = answer.value.iter().find(|view| view.id == enactment).ok_or_else(|| {
		Error::Absent(format!("no enactment {enactment} waits; see `quanqi upgrade list`"))
	})?;
	let now = chain.time(answer.at).await?;
	if now < view.due {
		return Err(Error::refused(format!(
			"enactment {enactment} can be enacted from {} on; it is {} now",
			dates::show(view.due),
			dates::show(now)
		)));
	}
	let inner = decode(view).ok_or_else(|| {
		Error::WrongNetwork("this program does not know the call; use the node's release".into())
	})?;
	let call_weight_limit = inner.get_dispatch_info().call_weight;
	let call = Call::<Runtime>::enact { enactment, call_weight_limit };
	let receipt = session.submit(&chain, call).await?;
	let authorised = receipt.events.iter().find_map(|event| match event {
		RuntimeEvent::System(frame_system::Event::UpgradeAuthorized { code_hash, .. }) => {
			Some(Hash::from(code_hash.0))
		}
		_ => None,
	});
	let sentence = match authorised {
		Some(hash) => {
			format!("enacted; now bring the runtime of hash {hash:?}: quanqi upgrade apply FILE")
		}
		None => "enacted".to_owned(),
	};
	session.done(&receipt, serde_json::json!({ "authorized": authorised }), &sentence);
	Ok(())
}

async fn apply(session: &Session, wasm: &Path) -> Result<()> {
	let code = read_wasm(wasm)?;
	let chain = session.chain().await?;
	let before = chain.version.spec_version;
	let call: RuntimeCall = frame_system::Call::apply_authorized_upgrade { code }.into();
	let progress = Progress::line();
	let receipt = chain.submit(&session.key()?, &call, session.global.wait, &progress).await?;
	drop(progress);
	if let Some(error) = failure(&receipt.events) {
		return Err(Error::Refused(crate::chain::refusal::of_dispatch(&error)));
	}
	let did = serde_json::json!({ "spec_version_before": before });
	session.done(
		&receipt,
		did,
		&format!("applied; runtime {before} is replaced from the next block on"),
	);
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn wasm_should_be_refused_when_it_is_none() {
		let folder = tempfile::tempdir().unwrap();
		let file = folder.path().join("x.wasm");
		std::fs::write(&file, b"hello").unwrap();
		assert!(read_wasm(&file).unwrap_err().to_string().contains("not a runtime"));
		std::fs::write(&file, b"\0asm\x01\0\0\0").unwrap();
		assert!(read_wasm(&file).is_ok());
	}
}
