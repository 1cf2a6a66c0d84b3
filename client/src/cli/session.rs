//! What a command works with: the options of the command line, the node, the key, the output.

use super::Global;
use crate::{
	chain::{read::Member, At, Chain, DryRun, Place, Receipt},
	error::{Error, Result},
	input::members::MemberRef,
	keys::{password, Key, KeySource},
	output::{Output, Progress},
};
use quanqi_runtime::RuntimeCall;
use quanqi_types::MemberId;
use std::collections::HashMap;

/// One run of the program.
#[derive(Debug)]
pub struct Session {
	/// The options.
	pub global: Global,
	/// Where answers go.
	pub output: Output,
}

/// Names of members, for tables.
#[derive(Debug, Default)]
pub struct MemberNames(HashMap<MemberId, String>);

impl MemberNames {
	/// `7 哈尔滨工业大学`, or the number alone.
	pub fn of(&self, member: MemberId) -> String {
		match self.0.get(&member) {
			Some(name) => format!("{member} {name}"),
			None => member.to_string(),
		}
	}
}

impl Session {
	/// Of these options.
	pub fn new(global: Global) -> Result<Self> {
		let output = Output { json: global.json };
		Ok(Self { global, output })
	}

	/// Connects to the node. In a dry run the connection signs nothing.
	pub async fn chain(&self) -> Result<Chain> {
		let mut chain = Chain::connect(&self.global.url, self.global.genesis).await?;
		chain.dry_run = self.global.dry_run.then_some(DryRun { at: self.global.at });
		Ok(chain)
	}

	/// Connects, and the block to ask.
	pub async fn chain_at(&self) -> Result<(Chain, At)> {
		let chain = self.chain().await?;
		let at = chain.at(self.global.at).await?;
		Ok((chain, at))
	}

	/// Where keys come from.
	pub fn key_source(&self) -> Result<KeySource> {
		Ok(KeySource {
			insecure_uri: self.global.insecure_uri,
			password: password(self.global.password_file.as_deref())?,
		})
	}

	/// The key that signs.
	pub fn key(&self) -> Result<Key> {
		let argument = self.global.key.as_deref().ok_or_else(|| {
			Error::argument(
				"--key",
				"this command signs; give a key file with --key or QUANQI_KEY (`quanqi key create` makes \
				 one)",
			)
		})?;
		self.key_source()?.key(argument)
	}

	/// The keys of these arguments.
	pub fn keys(&self, arguments: &[String]) -> Result<Vec<Key>> {
		let source = self.key_source()?;
		arguments.iter().map(|argument| source.key(argument)).collect()
	}

	/// Signs a call with the session's key, hands it in and waits; in a dry run, only asks.
	pub async fn submit(&self, chain: &Chain, call: impl Into<RuntimeCall>) -> Result<Receipt> {
		let progress = Progress::line();
		chain.submit(&self.key()?, &call.into(), self.global.wait, &progress).await
	}

	/// The member whose key signs.
	pub async fn signer_member(&self, chain: &Chain, at: At) -> Result<Member> {
		let key = self.key()?;
		chain.member_of(&key.account(), at).await?.ok_or_else(|| {
			Error::refused(format!(
				"{} ({}) is not a key of any member; have it admitted: `quanqi member admit`",
				key.address(),
				key.label
			))
		})
	}

	/// The number of a member that a command names.
	pub async fn resolve(
		&self,
		chain: &Chain,
		field: &str,
		member: &MemberRef,
		at: At,
	) -> Result<MemberId> {
		chain.resolve(member, at).await.map_err(|error| match error {
			Error::Argument { reason, .. } => Error::argument(field, reason),
			error => error,
		})
	}

	/// Names of all members, where tables are shown.
	pub async fn names(&self, chain: &Chain, at: At) -> Result<MemberNames> {
		if self.output.json {
			return Ok(MemberNames::default());
		}
		let members = chain.members(at).await?;
		let name = |member: &Member| (member.id, crate::output::member::name(member));
		Ok(MemberNames(members.iter().map(name).collect()))
	}

	/// Refuses a dry run of a command whose later calls stand on its earlier ones, or that asks
	/// nothing of the ledger.
	pub fn no_dry_run(&self, why: &str) -> Result<()> {
		match self.global.dry_run {
			true => Err(Error::argument("--dry-run", why)),
			false => Ok(()),
		}
	}

	/// Says that a call is in a block, with a sentence of what it did.
	pub fn done(&self, receipt: &Receipt, did: serde_json::Value, sentence: &str) {
		let answer = serde_json::json!({ "receipt": receipt, "did": did });
		self.output.answer(&answer, |_| told(&receipt.place, sentence));
	}
}

/// What was done, and what the events tell of it.
pub(super) fn sentence(done: &str, told: &[String]) -> String {
	if told.is_empty() {
		done.to_owned()
	} else {
		format!("{done}: {}", told.join(", "))
	}
}

/// What a call did and where it stands; of a call that was only asked about, that first.
fn told(place: &Place, sentence: &str) -> String {
	match place {
		Place::Block { extrinsic, block, finalized } => {
			let finality = if *finalized { "final" } else { "not final yet" };
			format!("{sentence}\n  block {block:?} ({finality}), extrinsic {extrinsic:?}")
		}
		Place::Asked { call, at, events, .. } => format!(
			"dry run 试运行, nothing was signed: {call} would be done at block {}\n  it would then say: \
			 {sentence}\n  events: {}",
			at.number,
			events.join(", ")
		),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn dry_run_should_say_that_nothing_was_signed() {
		let place = Place::Asked {
			dry_run: true,
			call: "Grants.agree".into(),
			at: At { number: 9, hash: Default::default() },
			events: vec!["Grants.Agreed".into(), "Rights.EntryAppended".into()],
		};
		let text = told(&place, "concluded");
		for words in
			["nothing was signed", "Grants.agree would be done at block 9", "Grants.Agreed"]
		{
			assert!(text.contains(words), "{text}");
		}
	}
}
