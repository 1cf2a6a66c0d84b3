//! JSON-RPC of the node: the SDK's own methods and those of this ledger, one method for one
//! runtime API call at one block.

mod achievements;
mod at;
mod calls;
mod certificate;
mod contracts;
mod error;
mod grants;
mod members;
mod notices;
mod rights;
mod statutes;
mod trials;

use crate::certificate::{Issuer, NodeChain};
use achievements::{AchievementsRpc, AchievementsServer};
use calls::{CallsRpc, CallsServer};
use certificate::{CertificateRpc, CertificateServer};
use contracts::{ContractsRpc, ContractsServer};
use grants::{GrantsRpc, GrantsServer};
use jsonrpsee::RpcModule;
use members::{MembersRpc, MembersServer};
use notices::{NoticesRpc, NoticesServer};
use pallet_achievements::runtime_api::AchievementsApi;
use pallet_consortium::runtime_api::ConsortiumApi;
use pallet_grants::runtime_api::GrantsApi;
use pallet_notices::runtime_api::NoticesApi;
use pallet_rights::runtime_api::RightsApi;
use pallet_statutes::runtime_api::StatutesApi;
use pallet_technology_contracts::runtime_api::ContractsApi;
use pallet_trials::runtime_api::TrialsApi;
use quanqi_runtime::{call_check::CallsApi, opaque::Block, AccountId, BlockNumber, Hash, Nonce};
use rights::{RightsRpc, RightsServer};
use sc_client_api::Backend;
use sc_consensus_grandpa::{
	FinalityProofProvider, GrandpaJustificationStream, SharedAuthoritySet, SharedVoterState,
};
use sc_consensus_grandpa_rpc::{Grandpa, GrandpaApiServer};
use sc_rpc::SubscriptionTaskExecutor;
use sc_transaction_pool_api::TransactionPool;
use sp_api::ProvideRuntimeApi;
use sp_block_builder::BlockBuilder;
use sp_blockchain::{Error as BlockChainError, HeaderBackend, HeaderMetadata};
use statutes::{StatutesRpc, StatutesServer};
use std::sync::Arc;
use substrate_frame_rpc_system::{AccountNonceApi, System, SystemApiServer};
use trials::{TrialsRpc, TrialsServer};

/// What the methods about finality need.
pub(crate) struct FinalityDeps<B> {
	/// State of the voter of this node.
	pub(crate) shared_voter_state: SharedVoterState,
	/// The validators that finalise.
	pub(crate) shared_authority_set: SharedAuthoritySet<Hash, BlockNumber>,
	/// Justifications as they come.
	pub(crate) justification_stream: GrandpaJustificationStream<Block>,
	/// Runs subscriptions.
	pub(crate) subscription_executor: SubscriptionTaskExecutor,
	/// Makes finality proofs.
	pub(crate) finality_proof_provider: Arc<FinalityProofProvider<B, Block>>,
}

/// What the methods need.
pub(crate) struct Deps<C, P, B> {
	/// The client.
	pub(crate) client: Arc<C>,
	/// The transaction pool.
	pub(crate) pool: Arc<P>,
	/// What the methods about finality need.
	pub(crate) finality: FinalityDeps<B>,
	/// Makes certificates.
	pub(crate) issuer: Arc<Issuer<NodeChain<B>>>,
}

/// All methods that do not come with the service.
pub(crate) fn create<C, P, B>(
	deps: Deps<C, P, B>,
) -> Result<RpcModule<()>, Box<dyn std::error::Error + Send + Sync>>
where
	C: ProvideRuntimeApi<Block>
		+ HeaderBackend<Block>
		+ HeaderMetadata<Block, Error = BlockChainError>
		+ Send
		+ Sync
		+ 'static,
	C::Api: AccountNonceApi<Block, AccountId, Nonce>
		+ BlockBuilder<Block>
		+ AchievementsApi<Block>
		+ CallsApi<Block>
		+ ConsortiumApi<Block, AccountId>
		+ ContractsApi<Block>
		+ GrantsApi<Block>
		+ NoticesApi<Block>
		+ RightsApi<Block>
		+ StatutesApi<Block>
		+ TrialsApi<Block>,
	P: TransactionPool<Block = Block> + 'static,
	B: Backend<Block> + Send + Sync + 'static,
{
	let Deps { client, pool, finality, issuer } = deps;
	let FinalityDeps {
		shared_voter_state,
		shared_authority_set,
		justification_stream,
		subscription_executor,
		finality_proof_provider,
	} = finality;

	let mut module = RpcModule::new(());
	module.merge(AchievementsRpc(client.clone()).into_rpc())?;
	module.merge(CallsRpc(client.clone()).into_rpc())?;
	module.merge(CertificateRpc(issuer).into_rpc())?;
	module.merge(ContractsRpc(client.clone()).into_rpc())?;
	module.merge(GrantsRpc(client.clone()).into_rpc())?;
	module.merge(MembersRpc(client.clone()).into_rpc())?;
	module.merge(NoticesRpc(client.clone()).into_rpc())?;
	module.merge(RightsRpc(client.clone()).into_rpc())?;
	module.merge(StatutesRpc(client.clone()).into_rpc())?;
	module.merge(TrialsRpc(client.clone()).into_rpc())?;
	module.merge(System::new(client, pool).into_rpc())?;
	module.merge(
		Grandpa::new(
			subscription_executor,
			shared_authority_set,
			shared_voter_state,
			justification_stream,
			finality_proof_provider,
		)
		.into_rpc(),
	)?;
	Ok(module)
}
