//! What the node and its clients may ask the runtime.

use crate::{
	call_check::{self, CallAnswer},
	genesis_config_presets, AccountId, Achievements, Aura, Block, Consortium, Contracts, Executive,
	Grandpa, Grants, InherentDataExt, Nonce, Notices, Rights, Runtime, RuntimeGenesisConfig,
	SessionKeys, Statutes, System, Trials, VERSION,
};
use alloc::{string::String, vec::Vec};
use frame_support::genesis_builder_helper::{build_state, get_preset};
#[cfg(feature = "try-runtime")]
use frame_support::weights::Weight;
use pallet_achievements::{
	runtime_api::{AchievementPage, AchievementView},
	types::{Bundle, BundleId, FamilyId, Submission},
};
use pallet_consortium::{
	runtime_api::{EnactmentView, MemberView, SeatView},
	types::{IdentityKey, Mandate, Quota},
};
use pallet_grants::runtime_api::{GrantCheck, GrantPage, GrantView};
use pallet_notices::runtime_api::{
	NoticeAnswer, NoticePage, NoticeQuestion, NoticeView, ObjectionView,
};
use pallet_rights::{
	views::{CheckAnswer, CheckQuestion, RequestView, TitleView},
	RequestId,
};
use pallet_technology_contracts::{
	views as contract_views, DistributionRecord, Evidence, IncomeSource, Label, PriceEventId,
	PriceRecord,
};
use pallet_trials::{views as trial_views, Proposal, ServiceRecord};
use quanqi_title::{Entry, Head};
use quanqi_traits::NoticeSubject;
use quanqi_types::{
	AchievementId, Commitment, ContractId, CreditCode, Date, Digest, GrantId, Identifier,
	MandateId, MemberId, Moment, NoticeId, RuleId, StatuteVersion, TrialId,
};
use sp_api::impl_runtime_apis;
use sp_consensus_aura::sr25519::AuthorityId as AuraId;
use sp_core::{crypto::KeyTypeId, OpaqueMetadata};
use sp_runtime::{
	traits::{Block as BlockT, NumberFor},
	transaction_validity::{TransactionSource, TransactionValidity},
	ApplyExtrinsicResult, DispatchError, ExtrinsicInclusionMode,
};
use sp_session::OpaqueGeneratedSessionKeys;
use sp_version::RuntimeVersion;

impl_runtime_apis! {
	impl sp_api::Core<Block> for Runtime {
		fn version() -> RuntimeVersion {
			VERSION
		}

		fn execute_block(block: <Block as BlockT>::LazyBlock) {
			Executive::execute_block(block);
		}

		fn initialize_block(header: &<Block as BlockT>::Header) -> ExtrinsicInclusionMode {
			Executive::initialize_block(header)
		}
	}

	impl sp_api::Metadata<Block> for Runtime {
		fn metadata() -> OpaqueMetadata {
			OpaqueMetadata::new(Runtime::metadata().into())
		}

		fn metadata_at_version(version: u32) -> Option<OpaqueMetadata> {
			Runtime::metadata_at_version(version)
		}

		fn metadata_versions() -> Vec<u32> {
			Runtime::metadata_versions()
		}
	}

	impl sp_block_builder::BlockBuilder<Block> for Runtime {
		fn apply_extrinsic(extrinsic: <Block as BlockT>::Extrinsic) -> ApplyExtrinsicResult {
			Executive::apply_extrinsic(extrinsic)
		}

		fn finalize_block() -> <Block as BlockT>::Header {
			Executive::finalize_block()
		}

		fn inherent_extrinsics(data: sp_inherents::InherentData) -> Vec<<Block as BlockT>::Extrinsic> {
			data.create_extrinsics()
		}

		fn check_inherents(
			block: <Block as BlockT>::LazyBlock,
			data: sp_inherents::InherentData,
		) -> sp_inherents::CheckInherentsResult {
			data.check_extrinsics(&block)
		}
	}

	impl sp_transaction_pool::runtime_api::TaggedTransactionQueue<Block> for Runtime {
		fn validate_transaction(
			source: TransactionSource,
			tx: <Block as BlockT>::Extrinsic,
			block_hash: <Block as BlockT>::Hash,
		) -> TransactionValidity {
			Executive::validate_transaction(source, tx, block_hash)
		}
	}

	impl sp_consensus_aura::AuraApi<Block, AuraId> for Runtime {
		fn slot_duration() -> sp_consensus_aura::SlotDuration {
			sp_consensus_aura::SlotDuration::from_millis(Aura::slot_duration())
		}

		fn authorities() -> Vec<AuraId> {
			pallet_aura::Authorities::<Runtime>::get().into_inner()
		}
	}

	impl sp_session::SessionKeys<Block> for Runtime {
		fn generate_session_keys(owner: Vec<u8>, seed: Option<Vec<u8>>) -> OpaqueGeneratedSessionKeys {
			SessionKeys::generate(&owner, seed).into()
		}

		fn decode_session_keys(encoded: Vec<u8>) -> Option<Vec<(Vec<u8>, KeyTypeId)>> {
			SessionKeys::decode_into_raw_public_keys(&encoded)
		}
	}

	impl sp_consensus_grandpa::GrandpaApi<Block> for Runtime {
		fn grandpa_authorities() -> sp_consensus_grandpa::AuthorityList {
			Grandpa::grandpa_authorities()
		}

		fn current_set_id() -> sp_consensus_grandpa::SetId {
			pallet_grandpa::CurrentSetId::<Runtime>::get()
		}

		fn submit_report_equivocation_unsigned_extrinsic(
			_equivocation_proof: sp_consensus_grandpa::EquivocationProof<
				<Block as BlockT>::Hash,
				NumberFor<Block>,
			>,
			_key_owner_proof: sp_consensus_grandpa::OpaqueKeyOwnershipProof,
		) -> Option<()> {
			None
		}

		fn generate_key_ownership_proof(
			_set_id: sp_consensus_grandpa::SetId,
			_authority_id: sp_consensus_grandpa::AuthorityId,
		) -> Option<sp_consensus_grandpa::OpaqueKeyOwnershipProof> {
			None
		}
	}

	impl frame_system_rpc_runtime_api::AccountNonceApi<Block, AccountId, Nonce> for Runtime {
		fn account_nonce(account: AccountId) -> Nonce {
			System::account_nonce(account)
		}
	}

	impl sp_genesis_builder::GenesisBuilder<Block> for Runtime {
		fn build_state(config: Vec<u8>) -> sp_genesis_builder::Result {
			build_state::<RuntimeGenesisConfig>(config)
		}

		fn get_preset(id: &Option<sp_genesis_builder::PresetId>) -> Option<Vec<u8>> {
			get_preset::<RuntimeGenesisConfig>(id, genesis_config_presets::get_preset)
		}

		fn preset_names() -> Vec<sp_genesis_builder::PresetId> {
			genesis_config_presets::preset_names()
		}
	}

	impl pallet_consortium::runtime_api::ConsortiumApi<Block, AccountId> for Runtime {
		fn member(id: MemberId) -> Option<MemberView<AccountId>> {
			Consortium::member_view(id)
		}

		fn member_by_credit_code(code: CreditCode) -> Option<MemberView<AccountId>> {
			Consortium::member_by_identity(IdentityKey::CreditCode(code))
		}

		fn member_by_commitment(commitment: Commitment) -> Option<MemberView<AccountId>> {
			Consortium::member_by_identity(IdentityKey::Commitment(commitment))
		}

		fn member_by_account(account: AccountId) -> Option<MemberView<AccountId>> {
			Consortium::member_by_account(&account)
		}

		fn members(after: MemberId, limit: u32) -> Vec<MemberView<AccountId>> {
			Consortium::members_page(after, limit)
		}

		fn seats() -> Vec<SeatView<AccountId>> {
			Consortium::seat_views()
		}

		fn validators() -> Vec<SeatView<AccountId>> {
			Consortium::validator_views()
		}

		fn mandate(id: MandateId) -> Option<Mandate> {
			Consortium::mandate_view(id)
		}

		fn enactments() -> Vec<EnactmentView> {
			Consortium::enactment_views()
		}

		fn quota() -> Quota {
			Consortium::quota_view()
		}

		fn refusal_of(account: AccountId) -> Option<u8> {
			Consortium::signing_member(&account).err()
		}

		fn refusal_text(code: u8) -> Option<String> {
			Consortium::refusal_text(code)
		}
	}

	impl pallet_statutes::runtime_api::StatutesApi<Block> for Runtime {
		fn statutes_value(rule: RuleId, at: Moment) -> Option<StatuteVersion> {
			Statutes::version_on(rule, at)
		}

		fn statutes_versions(rule: RuleId) -> Vec<StatuteVersion> {
			Statutes::versions(rule)
		}

		fn statutes_rules() -> Vec<RuleId> {
			Statutes::rules()
		}

		fn statutes_is_test_network() -> bool {
			Statutes::is_test_network()
		}
	}

	impl pallet_achievements::runtime_api::AchievementsApi<Block> for Runtime {
		fn achievements_get(achievement: AchievementId) -> Option<AchievementView> {
			Achievements::view(achievement)
		}

		fn achievements_by_identifier(identifier: Identifier) -> Option<AchievementId> {
			Achievements::by_identifier(&identifier)
		}

		fn achievements_list(after: Option<AchievementId>, limit: u32) -> AchievementPage {
			Achievements::page(after, limit)
		}

		fn achievements_by_holder(
			holder: MemberId,
			after: Option<AchievementId>,
			limit: u32,
		) -> AchievementPage {
			Achievements::page_by_holder(holder, after, limit)
		}

		fn achievements_family(family: FamilyId) -> Vec<AchievementId> {
			Achievements::family(family)
		}

		fn achievements_bundle(bundle: BundleId) -> Option<Bundle> {
			Achievements::bundle(bundle)
		}

		fn achievements_check(holder: MemberId, submission: Submission) -> Result<(), DispatchError> {
			Achievements::check_registration(holder, submission)
		}
	}

	impl pallet_rights::runtime_api::RightsApi<Block> for Runtime {
		fn title(achievement: AchievementId) -> Option<TitleView> {
			Rights::title_view(achievement)
		}

		fn history(achievement: AchievementId, from: u32, limit: u32) -> Vec<Entry> {
			Rights::history_page(achievement, from, limit)
		}

		fn head(achievement: AchievementId) -> Option<Head> {
			Rights::head(achievement)
		}

		fn holdings(
			member: MemberId,
			after: Option<AchievementId>,
			limit: u32,
		) -> Vec<AchievementId> {
			Rights::holdings_page(member, after, limit)
		}

		fn requests(achievement: AchievementId) -> Vec<RequestView> {
			Rights::request_views(achievement)
		}

		fn request(request: RequestId) -> Option<RequestView> {
			Rights::request_view(request)
		}

		fn check(question: CheckQuestion) -> CheckAnswer {
			Rights::check_question(question)
		}
	}

	impl pallet_notices::runtime_api::NoticesApi<Block> for Runtime {
		fn notice(notice: NoticeId) -> Option<NoticeView> {
			Notices::notice_view(notice)
		}

		fn notices(after: Option<NoticeId>, limit: u32) -> NoticePage {
			Notices::notice_page(after, limit)
		}

		fn open_notice(subject: NoticeSubject) -> Option<NoticeView> {
			Notices::open_notice_view(subject)
		}

		fn objections(notice: NoticeId, from: u32, limit: u32) -> Vec<ObjectionView> {
			Notices::objection_page(notice, from, limit)
		}

		fn check(question: NoticeQuestion) -> NoticeAnswer {
			Notices::check_question(question)
		}
	}

	impl pallet_grants::runtime_api::GrantsApi<Block> for Runtime {
		fn grant(grant: GrantId) -> Option<GrantView> {
			Grants::grant_view(grant)
		}

		fn grants(after: Option<GrantId>, limit: u32) -> GrantPage {
			Grants::grant_page(after, limit)
		}

		fn grants_of(
			achievement: AchievementId,
			after: Option<GrantId>,
			limit: u32,
		) -> GrantPage {
			Grants::grant_page_of(achievement, after, limit)
		}

		fn approvals_needed(unit: MemberId) -> u8 {
			Grants::approvals_needed(unit)
		}

		fn check(unit: MemberId, terms: pallet_grants::types::Terms) -> GrantCheck {
			Grants::check_terms(unit, terms)
		}
	}

	impl pallet_trials::runtime_api::TrialsApi<Block> for Runtime {
		fn trials_get(trial: TrialId) -> Option<trial_views::TrialView> {
			Trials::trial_view(trial)
		}

		fn trials_of(
			achievement: AchievementId,
			after: Option<TrialId>,
			limit: u32,
		) -> trial_views::TrialPage {
			Trials::trials_page_of(achievement, after, limit)
		}

		fn trials_by(
			user: MemberId,
			after: Option<TrialId>,
			limit: u32,
		) -> trial_views::TrialPage {
			Trials::trials_page_by(user, after, limit)
		}

		fn trials_services(trial: TrialId, from: u32, limit: u32) -> Vec<ServiceRecord> {
			Trials::services_page(trial, from, limit)
		}

		fn trials_entry(
			achievement: AchievementId,
			entry: Option<u32>,
		) -> Option<trial_views::EntryView> {
			Trials::entry_view(achievement, entry)
		}

		fn trials_pool(after: Option<AchievementId>, limit: u32) -> trial_views::PoolPage {
			Trials::pool_page(after, limit)
		}

		fn trials_proposals(achievement: AchievementId) -> Vec<Proposal> {
			Trials::proposals_of(achievement)
		}

		fn trials_idle(
			reader: MemberId,
			after: Option<AchievementId>,
			limit: u32,
		) -> Result<trial_views::IdlePage, DispatchError> {
			Trials::idle_page(reader, after, limit)
		}

		fn trials_check(
			member: MemberId,
			question: trial_views::CheckQuestion,
		) -> trial_views::CheckAnswer {
			Trials::check(member, question)
		}
	}

	impl pallet_technology_contracts::runtime_api::ContractsApi<Block> for Runtime {
		fn contract(contract: ContractId) -> Option<contract_views::ContractView> {
			Contracts::contract_view(contract)
		}

		fn contracts_of(
			member: MemberId,
			after: Option<ContractId>,
			limit: u32,
		) -> Vec<ContractId> {
			Contracts::contracts_of(member, after, limit)
		}

		fn contract_by_key(seller: MemberId, number: Label, date: Date) -> Option<ContractId> {
			Contracts::contract_by_key(seller, number, date)
		}

		fn contract_by_instrument(instrument: Digest) -> Option<ContractId> {
			Contracts::contract_by_instrument(instrument)
		}

		fn price_event(price_event: PriceEventId) -> Option<PriceRecord> {
			Contracts::price_event(price_event)
		}

		fn payments(
			contract: ContractId,
			from: u32,
			limit: u32,
		) -> Vec<contract_views::PaymentView> {
			Contracts::payments(contract, from, limit)
		}

		fn evidence(contract: ContractId, from: u32, limit: u32) -> Vec<Evidence> {
			Contracts::evidence(contract, from, limit)
		}

		fn distributions(contract: ContractId, source: IncomeSource) -> Vec<DistributionRecord> {
			Contracts::distributions_of(contract, source)
		}

		fn payload_to_sign(
			contract: ContractId,
			signer: MemberId,
			mandate: Option<MandateId>,
			valid_until: Moment,
		) -> Option<Vec<u8>> {
			Contracts::payload_to_sign(contract, signer, mandate, valid_until)
		}

		fn check(question: contract_views::CheckQuestion) -> contract_views::CheckAnswer {
			Contracts::check(question)
		}
	}

	impl call_check::CallsApi<Block> for Runtime {
		fn check(who: AccountId, call: Vec<u8>) -> CallAnswer {
			call_check::check(who, &call)
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	impl frame_benchmarking::Benchmark<Block> for Runtime {
		fn benchmark_metadata(extra: bool) -> (
			Vec<frame_benchmarking::BenchmarkList>,
			Vec<frame_support::traits::StorageInfo>,
		) {
			use crate::*;
			use frame_benchmarking::{baseline::Pallet as BaselineBench, BenchmarkList};
			use frame_support::traits::StorageInfoTrait;
			use frame_system_benchmarking::{
				extensions::Pallet as SystemExtensionsBench, Pallet as SystemBench,
			};

			let mut list = Vec::<BenchmarkList>::new();
			list_benchmarks!(list, extra);
			let storage_info = AllPalletsWithSystem::storage_info();
			(list, storage_info)
		}

		#[allow(non_local_definitions, reason = "the benchmark crates' traits are empty markers")]
		fn dispatch_benchmark(
			config: frame_benchmarking::BenchmarkConfig,
		) -> Result<Vec<frame_benchmarking::BenchmarkBatch>, alloc::string::String> {
			use crate::*;
			use frame_benchmarking::{baseline::Pallet as BaselineBench, BenchmarkBatch};
			use frame_support::traits::{TrackedStorageKey, WhitelistedStorageKeys};
			use frame_system_benchmarking::{
				extensions::Pallet as SystemExtensionsBench, Pallet as SystemBench,
			};

			impl frame_system_benchmarking::Config for Runtime {}
			impl frame_benchmarking::baseline::Config for Runtime {}

			let whitelist: Vec<TrackedStorageKey> = AllPalletsWithSystem::whitelisted_storage_keys();
			let mut batches = Vec::<BenchmarkBatch>::new();
			let params = (&config, &whitelist);
			add_benchmarks!(params, batches);
			Ok(batches)
		}
	}

	#[cfg(feature = "try-runtime")]
	impl frame_try_runtime::TryRuntime<Block> for Runtime {
		fn on_runtime_upgrade(checks: frame_try_runtime::UpgradeCheckSelect) -> (Weight, Weight) {
			let weight = Executive::try_runtime_upgrade(checks)
				.expect("a failed migration must stop the trial run");
			(weight, crate::MAXIMUM_BLOCK_WEIGHT)
		}

		fn execute_block(
			block: <Block as BlockT>::LazyBlock,
			state_root_check: bool,
			signature_check: bool,
			select: frame_try_runtime::TryStateSelect,
		) -> Weight {
			Executive::try_execute_block(block, state_root_check, signature_check, select)
				.expect("a failed invariant must stop the trial run")
		}
	}
}
