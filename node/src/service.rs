//! Assembles the node: Aura makes blocks, GRANDPA finalises them.

use crate::{
	certificate::{self, Issuer, NodeChain},
	cli::FinalityParams,
	database,
	pool::{self, Face, Gate, PoolOptions},
	rpc,
};
use quanqi_certificate::finality::Authorities;
use quanqi_runtime::{opaque::Block, RuntimeApi, MAXIMUM_BLOCK_LENGTH_BYTES};
use sc_client_api::{Backend, BlockBackend};
use sc_consensus_aura::{CompatibilityMode, ImportQueueParams, SlotProportion, StartAuraParams};
use sc_consensus_grandpa::{FinalityProofProvider, GrandpaPruningFilter, SharedVoterState};
use sc_consensus_slots::BackoffAuthoringOnFinalizedHeadLagging;
use sc_network::service::traits::NetworkBackend;
use sc_service::{
	error::Error as ServiceError, BuildNetworkParams, Configuration, GenesisBlockBuilder,
	KeystoreContainer, SpawnTasksParams, TaskManager, WarpSyncConfig,
};
use sc_telemetry::{Telemetry, TelemetryHandle, TelemetryWorker};
use sc_transaction_pool_api::{OffchainTransactionPoolFactory, RejectAllTxPool};
use sp_blockchain::HeaderBackend;
use sp_consensus_aura::{sr25519::AuthorityPair as AuraPair, SlotDuration};
use sp_core::storage::Storage;
use sp_runtime::traits::Block as BlockT;
use std::sync::Arc;

/// What the runtime may call of the node.
#[cfg(not(feature = "runtime-benchmarks"))]
pub(crate) type HostFunctions = sp_io::SubstrateHostFunctions;
/// What the runtime may call of the node.
#[cfg(feature = "runtime-benchmarks")]
pub(crate) type HostFunctions =
	(sp_io::SubstrateHostFunctions, frame_benchmarking::benchmarking::HostFunctions);

/// The client.
pub(crate) type FullClient =
	sc_service::TFullClient<Block, RuntimeApi, sc_executor::WasmExecutor<HostFunctions>>;
/// The database.
pub(crate) type FullBackend = sc_service::TFullBackend<Block>;
type FullSelectChain = sc_consensus::LongestChain<FullBackend, Block>;
type FullPool = pool::Pool<FullClient>;
type GrandpaBlockImport =
	sc_consensus_grandpa::GrandpaBlockImport<FullBackend, Block, FullClient, FullSelectChain>;
type GrandpaLink = sc_consensus_grandpa::LinkHalf<Block, FullClient, FullSelectChain>;

/// The parts that every command needs.
pub(crate) type Partial = sc_service::PartialComponents<
	FullClient,
	FullBackend,
	FullSelectChain,
	sc_consensus::DefaultImportQueue<Block>,
	FullPool,
	(GrandpaBlockImport, GrandpaLink, Authorities, Option<Telemetry>),
>;

/// Share of a slot in which a block is built. The rest is for sending it and running it again.
const PROPOSAL_SLOT_PORTION: f32 = 0.5;

/// Blocks without finality after which authors slow down. A network that has lost its quorum then
/// does not grow without bound until it is back.
const UNFINALIZED_SLACK_BLOCKS: u32 = 600;

/// The first state of the network that is specified. A preset's takes long: its runtime is compiled
/// for it.
pub(crate) fn first_state(config: &Configuration) -> Result<Storage, ServiceError> {
	config.chain_spec.as_storage_builder().build_storage().map_err(ServiceError::Other)
}

/// The parts that read and write the database, which must have begun with this state.
pub(crate) fn new_parts(
	config: &Configuration,
	first_state: Storage,
	telemetry: Option<TelemetryHandle>,
) -> Result<(Arc<FullClient>, Arc<FullBackend>, KeystoreContainer, TaskManager), ServiceError> {
	let mut settings = config.db_config();
	// A node that prunes bodies still proves every change of validators.
	settings.pruning_filters = vec![Arc::new(GrandpaPruningFilter)];
	let backend = sc_service::new_db_backend::<Block>(settings)?;
	if let Some(genesis) = backend.blockchain().hash(0)? {
		database::require_genesis(genesis, &first_state).map_err(ServiceError::Other)?;
	}
	let executor = sc_service::new_wasm_executor::<HostFunctions>(&config.executor);
	let genesis = GenesisBlockBuilder::new_with_storage(
		first_state,
		!config.no_genesis(),
		backend.clone(),
		executor.clone(),
	)?;
	let (client, backend, keystore_container, task_manager) =
		sc_service::new_full_parts_with_genesis_builder::<Block, RuntimeApi, _, _>(
			config, telemetry, executor, backend, genesis, false,
		)?;
	Ok((Arc::new(client), backend, keystore_container, task_manager))
}

/// The parts that every command needs.
pub(crate) fn new_partial(
	config: &Configuration,
	options: &Options,
) -> Result<Partial, ServiceError> {
	let telemetry = config
		.telemetry_endpoints
		.clone()
		.filter(|endpoints| !endpoints.is_empty())
		.map(|endpoints| -> Result<_, sc_telemetry::Error> {
			let worker = TelemetryWorker::new(16)?;
			let telemetry = worker.handle().new_telemetry(endpoints);
			Ok((worker, telemetry))
		})
		.transpose()?;

	let first_state = first_state(config)?;
	let first_authorities =
		certificate::first_authorities(&first_state).map_err(ServiceError::Other)?;
	let telemetry_handle = telemetry.as_ref().map(|(_, telemetry)| telemetry.handle());
	let (client, backend, keystore_container, task_manager) =
		new_parts(config, first_state, telemetry_handle)?;
	let telemetry = telemetry.map(|(worker, telemetry)| {
		task_manager.spawn_handle().spawn("telemetry", None, worker.run());
		telemetry
	});

	let select_chain = sc_consensus::LongestChain::new(backend.clone());
	let transaction_pool = pool::build(config, &options.pool, &task_manager, client.clone());

	let (grandpa_block_import, grandpa_link) = sc_consensus_grandpa::block_import(
		client.clone(),
		options.finality.justification_period.get(),
		&client,
		select_chain.clone(),
		telemetry.as_ref().map(Telemetry::handle),
	)?;
	let import_queue = aura_import_queue(
		config,
		&task_manager,
		client.clone(),
		grandpa_block_import.clone(),
		telemetry.as_ref(),
	)?;

	Ok(sc_service::PartialComponents {
		client,
		backend,
		task_manager,
		import_queue,
		keystore_container,
		select_chain,
		transaction_pool,
		other: (grandpa_block_import, grandpa_link, first_authorities, telemetry),
	})
}

fn aura_import_queue(
	config: &Configuration,
	task_manager: &TaskManager,
	client: Arc<FullClient>,
	block_import: GrandpaBlockImport,
	telemetry: Option<&Telemetry>,
) -> Result<sc_consensus::DefaultImportQueue<Block>, ServiceError> {
	let slot_duration = sc_consensus_aura::slot_duration(&*client)?;
	sc_consensus_aura::import_queue::<AuraPair, _, _, _, _, _>(ImportQueueParams {
		block_import: block_import.clone(),
		justification_import: Some(Box::new(block_import)),
		client,
		create_inherent_data_providers: move |_, ()| async move {
			Ok(inherent_data_providers(slot_duration))
		},
		spawner: &task_manager.spawn_essential_handle(),
		registry: config.prometheus_registry(),
		check_for_equivocation: Default::default(),
		telemetry: telemetry.map(Telemetry::handle),
		compatibility_mode: CompatibilityMode::None,
	})
	.map_err(Into::into)
}

fn inherent_data_providers(
	slot_duration: SlotDuration,
) -> (sp_consensus_aura::inherents::InherentDataProvider, sp_timestamp::InherentDataProvider) {
	let timestamp = sp_timestamp::InherentDataProvider::from_system_time();
	let slot = sp_consensus_aura::inherents::InherentDataProvider::from_timestamp_and_slot_duration(
		*timestamp,
		slot_duration,
	);
	(slot, timestamp)
}

/// What an operator chooses beyond the SDK's configuration.
#[derive(Debug, Clone)]
pub(crate) struct Options {
	/// How this node takes part in finality.
	pub(crate) finality: FinalityParams,
	/// The pool, and gossip from it.
	pub(crate) pool: PoolOptions,
}

/// Starts a node.
pub(crate) fn new_full<N: NetworkBackend<Block, <Block as BlockT>::Hash>>(
	config: Configuration,
	options: Options,
) -> Result<TaskManager, ServiceError> {
	let sc_service::PartialComponents {
		client,
		backend,
		mut task_manager,
		import_queue,
		keystore_container,
		select_chain,
		transaction_pool,
		other: (block_import, grandpa_link, first_authorities, mut telemetry),
	} = new_partial(&config, &options)?;
	let Options { finality, pool } = options;

	let metrics = N::register_notification_metrics(
		config.prometheus_config.as_ref().map(|prometheus| &prometheus.registry),
	);
	let mut network_config = sc_network::config::FullNetworkConfiguration::<
		Block,
		<Block as BlockT>::Hash,
		N,
	>::new(&config.network, config.prometheus_registry().cloned());
	let grandpa_protocol_name =
		sc_consensus_grandpa::protocol_standard_name(&genesis_hash(&client)?, &config.chain_spec);
	let (grandpa_protocol_config, grandpa_notifications) =
		sc_consensus_grandpa::grandpa_peers_set_config::<_, N>(
			grandpa_protocol_name.clone(),
			metrics.clone(),
			network_config.peer_store_handle(),
		);
	network_config.add_notification_protocol(grandpa_protocol_config);

	let gate = Gate::new(&pool, config.role.is_authority());
	let network_pool =
		Face::for_network(transaction_pool.clone(), gate.clone(), task_manager.spawn_handle());
	let rpc_pool =
		Face::for_rpc(transaction_pool.clone(), gate.clone(), task_manager.spawn_handle());
	let author_pool =
		Face::for_author(transaction_pool.clone(), gate.clone(), task_manager.spawn_handle());
	pool::keep_clean(transaction_pool, gate, &task_manager, client.clone());

	let warp_sync = Arc::new(sc_consensus_grandpa::warp_proof::NetworkProvider::new(
		backend.clone(),
		grandpa_link.shared_authority_set().clone(),
		Default::default(),
	));
	let (network, system_rpc_tx, tx_handler_controller, sync_service, _bitswap) =
		sc_service::build_network(BuildNetworkParams {
			config: &config,
			net_config: network_config,
			client: client.clone(),
			transaction_pool: network_pool,
			spawn_handle: task_manager.spawn_handle(),
			spawn_essential_handle: task_manager.spawn_essential_handle(),
			import_queue,
			block_announce_validator_builder: None,
			warp_sync_config: Some(WarpSyncConfig::WithProvider(warp_sync)),
			block_relay: None,
			metrics,
			gap_sync_body_policy: None,
		})?;

	let role = config.role;
	let name = config.network.node_name.clone();
	let force_authoring = config.force_authoring;
	let enable_grandpa = !config.disable_grandpa;
	let prometheus_registry = config.prometheus_registry().cloned();
	let shared_voter_state = SharedVoterState::empty();

	let rpc_builder = {
		let client = client.clone();
		let pool = rpc_pool.clone();
		let backend = backend.clone();
		let shared_voter_state = shared_voter_state.clone();
		let shared_authority_set = grandpa_link.shared_authority_set().clone();
		let justification_stream = grandpa_link.justification_stream();
		let chain =
			NodeChain::new(backend.clone(), shared_authority_set.clone(), first_authorities);
		let issuer = Arc::new(Issuer::new(chain));
		let finality_proof_provider =
			FinalityProofProvider::new_for_service(backend, Some(shared_authority_set.clone()));
		Box::new(move |subscription_executor| {
			rpc::create(rpc::Deps {
				client: client.clone(),
				pool: pool.clone(),
				issuer: issuer.clone(),
				finality: rpc::FinalityDeps {
					shared_voter_state: shared_voter_state.clone(),
					shared_authority_set: shared_authority_set.clone(),
					justification_stream: justification_stream.clone(),
					subscription_executor,
					finality_proof_provider: finality_proof_provider.clone(),
				},
			})
			.map_err(Into::into)
		})
	};

	sc_service::spawn_tasks(SpawnTasksParams {
		network: network.clone(),
		client: client.clone(),
		keystore: keystore_container.keystore(),
		task_manager: &mut task_manager,
		transaction_pool: rpc_pool,
		rpc_builder,
		backend,
		system_rpc_tx,
		tx_handler_controller,
		sync_service: sync_service.clone(),
		config,
		telemetry: telemetry.as_mut(),
		tracing_execute_block: None,
	})?;

	if role.is_authority() {
		let mut proposer_factory = sc_basic_authorship::ProposerFactory::new(
			task_manager.spawn_handle(),
			client.clone(),
			author_pool,
			prometheus_registry.as_ref(),
			telemetry.as_ref().map(Telemetry::handle),
		);
		proposer_factory.set_default_block_size_limit(MAXIMUM_BLOCK_LENGTH_BYTES as usize);

		let slot_duration = sc_consensus_aura::slot_duration(&*client)?;
		let aura = sc_consensus_aura::start_aura::<AuraPair, _, _, _, _, _, _, _, _, _, _>(
			StartAuraParams {
				slot_duration,
				client: client.clone(),
				select_chain,
				block_import,
				proposer_factory,
				create_inherent_data_providers: move |_, ()| async move {
					Ok(inherent_data_providers(slot_duration))
				},
				force_authoring,
				backoff_authoring_blocks: Some(BackoffAuthoringOnFinalizedHeadLagging {
					unfinalized_slack: UNFINALIZED_SLACK_BLOCKS,
					..Default::default()
				}),
				keystore: keystore_container.keystore(),
				sync_oracle: sync_service.clone(),
				justification_sync_link: sync_service.clone(),
				block_proposal_slot_portion: SlotProportion::new(PROPOSAL_SLOT_PORTION),
				max_block_proposal_slot_portion: Some(SlotProportion::new(PROPOSAL_SLOT_PORTION)),
				telemetry: telemetry.as_ref().map(Telemetry::handle),
				compatibility_mode: CompatibilityMode::None,
			},
		)?;
		task_manager.spawn_essential_handle().spawn_blocking("aura", Some("block-authoring"), aura);
	}

	if enable_grandpa {
		let grandpa_config = sc_consensus_grandpa::Config {
			gossip_duration: finality.gossip_duration(),
			justification_generation_period: finality.justification_period.get(),
			name: Some(name),
			observer_enabled: false,
			keystore: role.is_authority().then(|| keystore_container.keystore()),
			local_role: role,
			telemetry: telemetry.as_ref().map(Telemetry::handle),
			protocol_name: grandpa_protocol_name,
		};
		let voter = sc_consensus_grandpa::run_grandpa_voter(sc_consensus_grandpa::GrandpaParams {
			config: grandpa_config,
			link: grandpa_link,
			network,
			sync: sync_service,
			notification_service: grandpa_notifications,
			// Validators of a consortium run the same blocks within a slot, so there is
			// nothing to gain from voting behind the best block.
			voting_rule: (),
			prometheus_registry,
			shared_voter_state,
			telemetry: telemetry.as_ref().map(Telemetry::handle),
			offchain_tx_pool_factory: OffchainTransactionPoolFactory::new(
				RejectAllTxPool::default(),
			),
		})?;
		task_manager.spawn_essential_handle().spawn_blocking("grandpa-voter", None, voter);
	}

	Ok(task_manager)
}

fn genesis_hash(client: &FullClient) -> Result<<Block as BlockT>::Hash, ServiceError> {
	client
		.block_hash(0)?
		.ok_or_else(|| ServiceError::Other("the database has no genesis block".into()))
}
