//! `quanqi council`: motions and votes, and how every command that the council decides puts one.

use super::{parse_hash, Session};
use crate::{
	chain::{
		council::{Motion, Outcome},
		Answer, Hash,
	},
	error::{Error, Result},
	output::{table, Progress},
};
use clap::{Args, Subcommand};
use codec::DecodeAll;
use quanqi_runtime::{AccountId, RuntimeCall, RuntimeEvent};
use quanqi_types::MemberId;
use serde::Serialize;
use sp_core::crypto::Ss58Codec;

/// The council 理事会.
#[derive(Subcommand, Clone, Debug)]
pub enum CouncilCommand {
	/// Motions 动议 that are open, and how the seats voted
	#[command(after_help = "Example:\n  quanqi council list")]
	List,
	/// The seats 席位
	#[command(after_help = "Example:\n  quanqi council seats")]
	Seats,
	/// Vote on a motion 表决 as the seat of the signer's member
	#[command(after_help = "\
Example:
  quanqi --key bureau.json council vote 0x9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 --yes")]
	#[command(group(clap::ArgGroup::new("vote").required(true).args(["yes", "no"])))]
	Vote {
		/// Hash of the motion
		#[arg(value_parser = parse_hash)]
		motion: Hash,
		/// In favour
		#[arg(long)]
		yes: bool,
		/// Against
		#[arg(long)]
		no: bool,
	},
	/// Close a motion 动议 that has its votes; that carries it out
	#[command(after_help = "\
Example:
  quanqi --key bureau.json council close 0x9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
	Close {
		/// Hash of the motion
		#[arg(value_parser = parse_hash)]
		motion: Hash,
	},
	/// Propose 提出动议 any call, encoded in SCALE
	#[command(after_help = "\
Example:
  quanqi --key exchange.json council propose 0x0a0607000000 --voter bureau.json")]
	Propose {
		/// The call in hexadecimal
		#[arg(value_parser = parse_call)]
		call: Box<RuntimeCall>,
		/// How the council decides
		#[command(flatten)]
		motion: MotionArgs,
	},
}

/// How the council decides on a command that asks for it.
#[derive(Args, Clone, Debug, Default)]
pub struct MotionArgs {
	/// Key files of further seats that vote in favour; without enough of them the motion stays open
	#[arg(long = "voter", value_name = "FILE")]
	pub voters: Vec<String>,
}

/// An open motion for programs.
#[derive(Serialize)]
struct MotionView {
	motion: Hash,
	index: u32,
	call: String,
	ayes: Vec<MemberId>,
	nays: Vec<MemberId>,
	threshold: u32,
	voting_ends_at_block: u32,
}

fn parse_call(text: &str) -> Result<Box<RuntimeCall>, String> {
	let bytes = hex::decode(text.trim_start_matches("0x"))
		.map_err(|_| format!("{text}: a call is written in hexadecimal"))?;
	RuntimeCall::decode_all(&mut bytes.as_slice()).map(Box::new).map_err(|error| {
		let error = error.to_string();
		let words: Vec<_> = error.split_whitespace().collect();
		format!("not a call of this runtime: {}", words.join(" "))
	})
}

/// The member that an event admits.
pub fn admitted(event: &RuntimeEvent) -> Option<MemberId> {
	match event {
		RuntimeEvent::Consortium(pallet_consortium::Event::MemberAdmitted { member, .. }) => {
			Some(*member)
		}
		_ => None,
	}
}

impl MotionArgs {
	/// Puts a call to the council and says what became of it.
	pub async fn decide(
		&self,
		session: &Session,
		call: impl Into<RuntimeCall>,
		done: &str,
	) -> Result<()> {
		let (key, voters) = (session.key()?, session.keys(&self.voters)?);
		let chain = session.chain().await?;
		let progress = Progress::line();
		let outcome =
			chain.decide(&key, &voters, call.into(), session.global.wait, &progress).await?;
		drop(progress);
		say(session, &outcome, done);
		Ok(())
	}
}

/// Says what became of a motion.
pub fn say(session: &Session, outcome: &Outcome, done: &str) {
	match outcome {
		Outcome::CarriedOut(receipt) => {
			let members: Vec<_> = receipt.events.iter().filter_map(admitted).collect();
			let sentence = match members.as_slice() {
				[member] => format!("{done}: member {member}"),
				_ => format!("decided and carried out: {done}"),
			};
			session.done(receipt, serde_json::json!({ "members": members }), &sentence);
		}
		Outcome::Asked { receipt, threshold } => session.done(
			receipt,
			serde_json::json!({ "votes_needed": threshold }),
			&format!(
				"it would be put to the council, which needs {threshold} votes; whether it can then be \
				 carried out is asked with --dry-run council close"
			),
		),
		Outcome::Open { hash, ayes, threshold } => {
			let answer = serde_json::json!({
				"motion": { "hash": hash, "ayes": ayes, "threshold": threshold, "state": "open" },
			});
			session.output.answer(&answer, |_| open_motion(*hash, *ayes, *threshold));
		}
	}
}

/// How a motion that is open comes to its end.
pub(super) fn open_motion(hash: Hash, ayes: u32, threshold: u32) -> String {
	format!(
		"the motion is open with {ayes} of {threshold} votes; the others vote with\n  quanqi --key KEYFILE \
		 council vote {hash:?} --yes\nand then anyone with a seat: quanqi --key KEYFILE council close \
		 {hash:?}"
	)
}

impl CouncilCommand {
	/// Does it.
	pub async fn run(self, session: &Session) -> Result<()> {
		match self {
			Self::List => list(session).await,
			Self::Seats => seats(session).await,
			Self::Vote { motion, yes, .. } => vote(session, motion, yes).await,
			Self::Close { motion } => close(session, motion).await,
			Self::Propose { call, motion } => motion.decide(session, *call, "the call").await,
		}
	}
}

async fn list(session: &Session) -> Result<()> {
	let (chain, at) = session.chain_at().await?;
	let seats = chain.seats(at).await?;
	let member = |account: &AccountId| {
		seats.iter().find(|seat| seat.account == *account).map(|seat| seat.member)
	};
	let view = |motion: Motion| {
		let call = crate::chain::call::TypedCall::new(&motion.call).title();
		MotionView {
			motion: motion.hash,
			index: motion.votes.index,
			call,
			ayes: motion.votes.ayes.iter().filter_map(member).collect(),
			nays: motion.votes.nays.iter().filter_map(member).collect(),
			threshold: motion.votes.threshold,
			voting_ends_at_block: motion.votes.end,
		}
	};
	let motions: Vec<_> = chain.motions(at).await?.into_iter().map(view).collect();
	session.output.answer(&Answer { at, value: motions }, |answer| {
		if answer.value.is_empty() {
			return "no motion is open".to_owned();
		}
		let members =
			|list: &[MemberId]| list.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
		let row = |motion: &MotionView| {
			[
				format!("{:?}", motion.motion),
				motion.call.clone(),
				members(&motion.ayes),
				members(&motion.nays),
				motion.threshold.to_string(),
				motion.voting_ends_at_block.to_string(),
			]
		};
		let header = [
			"motion 动议",
			"call",
			"in favour 赞成",
			"against 反对",
			"needs",
			"voting ends at block",
		];
		table(&header, answer.value.iter().map(row))
	});
	Ok(())
}

async fn seats(session: &Session) -> Result<()> {
	let (chain, at) = session.chain_at().await?;
	let names = session.names(&chain, at).await?;
	let answer = Answer { at, value: chain.seats(at).await? };
	session.output.answer(&answer, |answer| {
		let row = |seat: &pallet_consortium::runtime_api::SeatView<AccountId>| {
			[names.of(seat.member), seat.account.to_ss58check()]
		};
		table(&["member 成员", "seat account 席位账户"], answer.value.iter().map(row))
	});
	Ok(())
}

async fn find(session: &Session, hash: Hash) -> Result<(crate::chain::Chain, Motion)> {
	let (chain, at) = session.chain_at().await?;
	let motion = chain.motion(hash, at).await?.ok_or_else(|| {
		Error::Absent(format!(
			"no motion {hash:?} is open at block {}; see `quanqi council list`",
			at.number
		))
	})?;
	Ok((chain, motion))
}

async fn vote(session: &Session, hash: Hash, approve: bool) -> Result<()> {
	let key = session.key()?;
	let (chain, motion) = find(session, hash).await?;
	let progress = Progress::line();
	let index = motion.votes.index;
	let receipt = chain.vote(&key, hash, index, approve, session.global.wait, &progress).await?;
	drop(progress);
	session.done(&receipt, serde_json::json!({ "motion": hash, "approve": approve }), "voted");
	Ok(())
}

async fn close(session: &Session, hash: Hash) -> Result<()> {
	let key = session.key()?;
	let (chain, motion) = find(session, hash).await?;
	let progress = Progress::line();
	let (index, wait) = (motion.votes.index, session.global.wait);
	let receipt = chain.close(&key, hash, index, &motion.call, wait, &progress).await?;
	drop(progress);
	say(session, &Outcome::CarriedOut(receipt), "the motion");
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;
	use codec::Encode;

	#[test]
	fn call_should_be_read_only_when_it_is_one_of_this_runtime() {
		let call: RuntimeCall = frame_system::Call::remark { remark: vec![7] }.into();
		assert_eq!(*parse_call(&hex::encode(call.encode())).unwrap(), call);
		assert!(parse_call("0xffff").unwrap_err().contains("not a call"));
		assert!(parse_call("hello").unwrap_err().contains("hexadecimal"));
	}
}
