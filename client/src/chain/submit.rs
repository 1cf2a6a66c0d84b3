//! Signing a call and following it until it is final.

use super::{call::TypedCall, connect::Lane, follow, read::At, refusal, Chain, Hash};
use crate::{
	error::{Error, Result},
	keys::Key,
	output::Progress,
};
use quanqi_runtime::{RuntimeCall, RuntimeEvent};
use serde::Serialize;
use std::time::Duration;
use subxt::{
	config::{transaction_extensions::Params, DefaultExtrinsicParamsBuilder},
	transactions::TransactionStatus,
	utils::AccountId32,
	SubstrateConfig,
};
use subxt_rpcs::rpc_params;

/// Blocks for which a signed call is valid.
const LIFE_BLOCKS: u64 = 256;
/// How long to wait for a sign of life of a call that a node took.
const PATIENCE: Duration = Duration::from_secs(120);

/// What to wait for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum Wait {
	/// In a block that may still be replaced.
	Best,
	/// In a block that is final: it can never be undone.
	#[default]
	Finalized,
}

/// What became of a call.
#[derive(Clone, Debug, Serialize)]
pub struct Receipt {
	/// Where it stands.
	#[serde(flatten)]
	pub place: Place,
	/// What it did, or would do.
	#[serde(skip)]
	pub events: Vec<RuntimeEvent>,
}

/// Where a call stands.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum Place {
	/// In a block.
	Block {
		/// The hash by which the call is found.
		extrinsic: Hash,
		/// The hash of its block.
		block: Hash,
		/// Whether that block is final.
		finalized: bool,
	},
	/// Nowhere: it was only asked about.
	Asked {
		/// Always.
		dry_run: bool,
		/// `Pallet.call`.
		call: String,
		/// The block that was asked.
		at: At,
		/// What it would make known: `Pallet.Event`.
		events: Vec<String>,
	},
}

/// Reports on a call as it goes.
type Watch = subxt::transactions::TransactionProgress<
	SubstrateConfig,
	subxt::client::OnlineClientAtBlockImpl<SubstrateConfig>,
>;

/// A call that a node took.
struct Submission {
	call: TypedCall,
	extrinsic: Hash,
	progress: Watch,
}

impl Chain {
	/// Signs a call, hands it in and waits. In a dry run it is neither signed nor handed in: the
	/// receipt says what it would do.
	pub async fn submit(
		&self,
		key: &Key,
		call: &RuntimeCall,
		wait: Wait,
		progress: &Progress,
	) -> Result<Receipt> {
		if let Some(dry_run) = self.dry_run {
			return self.ask(key, call, wait, dry_run).await;
		}
		let submission = self.hand_in(key, call).await?;
		progress.step(&format!("{} handed in, waiting for a block", submission.call.title()));
		self.follow(submission, wait, progress).await
	}

	/// Signs a call and hands it in. Calls of one key follow one another in the order of this.
	async fn hand_in(&self, key: &Key, call: &RuntimeCall) -> Result<Submission> {
		let typed = TypedCall::new(call);
		let lane = self.lane(key).await;
		let mut nonce = lane.lock().await;
		let result = self.sign_and_send(key, &typed, &mut nonce).await;
		if result.is_err() {
			// Whether the nonce was used is not known: ask the node again next time.
			*nonce = None;
		}
		let progress = result?;
		Ok(Submission { call: typed, extrinsic: progress.extrinsic_hash(), progress })
	}

	async fn lane(&self, key: &Key) -> Lane {
		let account: [u8; 32] = key.account().into();
		self.nonces.lock().await.entry(account).or_default().clone()
	}

	async fn sign_and_send(
		&self,
		key: &Key,
		call: &TypedCall,
		nonce: &mut Option<u64>,
	) -> Result<Watch> {
		let account = AccountId32(key.account().into());
		let next = match *nonce {
			Some(next) => next,
			None => self.request("system_accountNextIndex", rpc_params![account]).await?,
		};
		let at = self
			.client
			.at_current_block()
			.await
			.map_err(|error| Error::Node(format!("{}: {error}", self.url)))?;
		let transactions = at.transactions();
		let encoded =
			transactions.call_data(call).map_err(|error| self.unknown_call(call, &error))?;
		if encoded != call.encoded() {
			return Err(self.unknown_call(call, &"its indices are others"));
		}
		let mut params =
			DefaultExtrinsicParamsBuilder::new().mortal(LIFE_BLOCKS).nonce(next).build();
		params.inject_block(at.block_number(), at.block_hash());
		let transaction = transactions
			.create_signable_offline(call, params)
			.and_then(|mut signable| signable.sign(key))
			.map_err(|error| Error::Node(format!("signing {}: {error}", call.title())))?;
		let progress = transaction.submit_and_watch().await.map_err(|error| not_taken(&error))?;
		*nonce = Some(next.saturating_add(1));
		Ok(progress)
	}

	fn unknown_call(&self, call: &TypedCall, error: &dyn std::fmt::Display) -> Error {
		Error::WrongNetwork(format!(
			"runtime {} of {} does not know {} as this program does ({error}); use the release of \
			 quanqi that belongs to it. Nothing was signed.",
			self.version.spec_version,
			self.url,
			call.title()
		))
	}

	/// Waits until a call is in a block, or final, and says what it did. A refused call is an error.
	async fn follow(
		&self,
		submission: Submission,
		wait: Wait,
		progress: &Progress,
	) -> Result<Receipt> {
		let Submission { call, extrinsic, progress: mut statuses } = submission;
		let title = call.title();
		loop {
			let lost = |what: String| {
				Error::Unreachable(format!(
					"{title} was handed in to {}, but {what}; whether it will be final is not known: look \
					 for extrinsic {extrinsic:?} before repeating it",
					self.url
				))
			};
			let status = tokio::time::timeout(PATIENCE, statuses.next())
				.await
				.map_err(|_| lost(format!("nothing was heard of it for {} s", PATIENCE.as_secs())))?
				.ok_or_else(|| lost("the node stopped reporting".into()))?
				.map_err(|error| lost(error.to_string()))?;
			let (block, finalized) = match status {
				TransactionStatus::InBestBlock(block) => {
					progress.step(&format!(
						"{title} in block {}, waiting for finality",
						short(block.block_hash())
					));
					if wait == Wait::Finalized {
						continue;
					}
					(block.block_hash(), false)
				}
				TransactionStatus::InFinalizedBlock(block) => (block.block_hash(), true),
				TransactionStatus::Error { message }
				| TransactionStatus::Invalid { message }
				| TransactionStatus::Dropped { message } => {
					return Err(Error::Refused(refusal::of_pool(&message)))
				}
				TransactionStatus::Validated
				| TransactionStatus::Broadcasted
				| TransactionStatus::NoLongerInBestBlock => continue,
			};
			let events = self.events_of(extrinsic, block).await?;
			if let Some(error) = follow::failure(&events) {
				return Err(Error::Refused(refusal::of_dispatch(&error)));
			}
			return Ok(Receipt { place: Place::Block { extrinsic, block, finalized }, events });
		}
	}
}

/// Why a node did not take a call.
fn not_taken(error: &subxt::error::ExtrinsicError) -> Error {
	use subxt::error::{BackendError, ExtrinsicError, RpcError};
	match error {
		ExtrinsicError::ErrorSubmittingTransaction(BackendError::Rpc(RpcError::ClientError(
			subxt_rpcs::Error::User(user),
		))) => {
			let data = user.data.as_ref().map_or("", |data| data.get()).trim_matches('"');
			Error::Refused(refusal::of_pool(&format!("{}: {data}", user.message)))
		}
		ExtrinsicError::ErrorSubmittingTransaction(BackendError::Rpc(error)) => {
			Error::Unreachable(format!("the node stopped answering: {error}"))
		}
		error => Error::Refused(refusal::of_pool(&error.to_string())),
	}
}

fn short(hash: Hash) -> String {
	let text = hex::encode(hash);
	format!("0x{}…", text.get(..8).unwrap_or_default())
}
