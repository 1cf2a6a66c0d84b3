//! A network in one process: the local test network's genesis, blocks with a clock, and the keys of
//! its four universities.

pub(crate) mod calls;
pub(crate) mod deals;
pub(crate) mod history;
pub(crate) mod mutation;
pub(crate) mod records;
pub(crate) mod scene;

use codec::Encode;
use frame_support::{
	dispatch::GetDispatchInfo,
	storage::{with_transaction, TransactionOutcome},
};
use pallet_consortium::types::{Application, Identity, KeyGrant};
use quanqi_runtime::{
	configs::CouncilCollective, genesis_config_presets, in_process, AccountId, Consortium,
	Executive, Nonce, Runtime, RuntimeCall, RuntimeEvent, RuntimeGenesisConfig, RuntimeOrigin,
	System, Timestamp, TxExtension, UncheckedExtrinsic, SLOT_DURATION_MILLISECONDS,
};
use quanqi_types::{
	Capabilities, Capability, Commitment, CreditCode, Date, Location, MemberId, MemberKind, Moment,
	Permission, Permissions, Text,
};
use serde_json::Value;
use sp_core::H256;
use sp_genesis_builder::PresetId;
pub(crate) use sp_keyring::Sr25519Keyring as Key;
use sp_runtime::{
	generic::Era,
	traits::{BlakeTwo256, Dispatchable, Hash},
	ApplyExtrinsicResult, BuildStorage, DispatchError, DispatchResult,
};
use std::cell::Cell;

/// The universities of the local test network; each of the first four keys is the full key of one.
pub(crate) const ALICE: MemberId = MemberId(1);
pub(crate) const BOB: MemberId = MemberId(2);
pub(crate) const CHARLIE: MemberId = MemberId(3);
pub(crate) const DAVE: MemberId = MemberId(4);

/// The keys of all seats.
pub(crate) const SEATS: [Key; 4] = [Key::Alice, Key::Bob, Key::Charlie, Key::Dave];

pub(crate) const DAY_MS: u64 = 86_400_000;

pub(crate) use in_process::{extension, genesis_hash};

thread_local! {
	/// Hash of the block before the open one.
	static PARENT: Cell<H256> = Cell::default();
}

/// The first block's time: 2026-11-21, 10 in the morning in China.
pub(crate) fn start() -> Moment {
	let day = date(2026, 11, 21);
	Moment(day.start().0 + 10 * 3_600_000)
}

pub(crate) fn date(year: u16, month: u8, day: u8) -> Date {
	Date::from_calendar(year, month, day).unwrap()
}

/// The patch of a preset.
pub(crate) fn preset(name: &str) -> Value {
	let patch = genesis_config_presets::get_preset(&PresetId::from(name)).unwrap();
	serde_json::from_slice(&patch).unwrap()
}

/// The default configuration with a patch over it, as the node puts them together.
pub(crate) fn configuration(patch: &Value) -> Value {
	let mut configuration = serde_json::to_value(RuntimeGenesisConfig::default()).unwrap();
	patch_value(&mut configuration, patch);
	configuration
}

fn patch_value(target: &mut Value, patch: &Value) {
	match (target, patch) {
		(Value::Object(target), Value::Object(patch)) => {
			for (key, value) in patch {
				patch_value(target.entry(key).or_insert(Value::Null), value);
			}
		}
		(target, patch) => *target = patch.clone(),
	}
}

/// The state of a preset's first block.
pub(crate) fn genesis_of(preset_name: &str) -> sp_io::TestExternalities {
	let configuration = configuration(&preset(preset_name));
	let genesis: RuntimeGenesisConfig = serde_json::from_value(configuration).unwrap();
	PARENT.set(genesis_hash());
	sp_io::TestExternalities::new(genesis.build_storage().unwrap())
}

/// The local test network, in its first block.
pub(crate) fn network() -> sp_io::TestExternalities {
	let mut network = genesis_of(genesis_config_presets::LOCAL_TESTNET);
	network.execute_with(|| open_block(start()));
	network
}

/// Runs a test on a new network, closes its last block and checks every invariant.
pub(crate) fn run(test: impl FnOnce()) {
	network().execute_with(|| {
		test();
		close_block();
		check_invariants();
	});
}

pub(crate) fn check_invariants() {
	in_process::check_invariants()
		.unwrap_or_else(|(pallet, error)| panic!("an invariant of {pallet} is broken: {error:?}"));
}

/// Opens the next block.
pub(crate) fn open_block(now: Moment) {
	in_process::open_block(PARENT.get(), now).unwrap().unwrap();
}

pub(crate) fn close_block() {
	PARENT.set(in_process::close_block());
}

/// Closes the block and opens the next one a second later.
pub(crate) fn next_block() {
	advance_ms(SLOT_DURATION_MILLISECONDS);
}

/// Closes the block and opens one after some days.
pub(crate) fn advance_days(days: u64) {
	advance_ms(days * DAY_MS);
}

fn advance_ms(milliseconds: u64) {
	let next = Moment(now().0 + milliseconds);
	close_block();
	open_block(next);
}

/// Time of the open block.
pub(crate) fn now() -> Moment {
	Moment(Timestamp::get())
}

pub(crate) fn apply(extrinsic: UncheckedExtrinsic) -> ApplyExtrinsicResult {
	Executive::apply_extrinsic(extrinsic)
}

/// A transaction for this chain that never dies.
pub(crate) fn transaction(
	key: Key,
	nonce: Nonce,
	call: impl Into<RuntimeCall>,
) -> UncheckedExtrinsic {
	signed_for(key, call.into(), extension(nonce, Era::Immortal), genesis_hash(), genesis_hash())
}

/// A transaction signed for a chain with this genesis, alive from `born` on.
pub(crate) fn signed_for(
	key: Key,
	call: RuntimeCall,
	extension: TxExtension,
	genesis: H256,
	born: H256,
) -> UncheckedExtrinsic {
	let signer = key.to_account_id();
	in_process::sign(call, extension, (genesis, born), signer, |bytes| key.sign(bytes).into())
}

pub(crate) fn signed(key: Key) -> RuntimeOrigin {
	RuntimeOrigin::signed(key.to_account_id())
}

/// Dispatches a call with an origin, past the transaction extensions.
pub(crate) fn dispatch(origin: RuntimeOrigin, call: impl Into<RuntimeCall>) -> DispatchResult {
	call.into().dispatch(origin).map(|_| ()).map_err(|failure| failure.error)
}

/// What a call comes to, undone afterwards.
pub(crate) fn tried(origin: RuntimeOrigin, call: RuntimeCall) -> DispatchResult {
	with_transaction(|| {
		TransactionOutcome::Rollback(Ok::<_, DispatchError>(dispatch(origin, call)))
	})
	.unwrap()
}

/// Dispatches a call that a key signed, past the transaction extensions.
pub(crate) fn call(key: Key, call: impl Into<RuntimeCall>) -> DispatchResult {
	dispatch(signed(key), call)
}

/// Dispatches a call as the seat of the key's member.
pub(crate) fn as_seat(key: Key, inner: impl Into<RuntimeCall>) -> DispatchResult {
	call(key, pallet_consortium::Call::act_as_seat { call: Box::new(inner.into()) })
}

/// A motion that all seats agree to; what came of it.
pub(crate) fn motion(proposal: impl Into<RuntimeCall>) -> DispatchResult {
	motion_of(&SEATS, proposal)
}

/// A motion that these seats agree to and that is closed when they have.
pub(crate) fn motion_of(seats: &[Key], proposal: impl Into<RuntimeCall>) -> DispatchResult {
	let proposal = proposal.into();
	let index = pallet_collective::ProposalCount::<Runtime, CouncilCollective>::get();
	let hash = BlakeTwo256::hash_of(&proposal);
	let length_bound = u32::try_from(proposal.encoded_size()).unwrap();
	let proposal_weight_bound = proposal.get_dispatch_info().call_weight;
	let threshold = u32::try_from(seats.len()).unwrap();
	let propose =
		pallet_collective::Call::propose { threshold, proposal: Box::new(proposal), length_bound };
	as_seat(seats[0], propose)?;
	// The SDK takes a motion of one seat at once.
	if seats.len() > 1 {
		for seat in seats {
			as_seat(*seat, pallet_collective::Call::vote { proposal: hash, index, approve: true })?;
		}
		let close = pallet_collective::Call::close {
			proposal_hash: hash,
			index,
			proposal_weight_bound,
			length_bound,
		};
		as_seat(seats[0], close)?;
	}
	last_of(|event| match event {
		RuntimeEvent::Council(pallet_collective::Event::Executed { proposal_hash, result })
			if proposal_hash == hash =>
		{
			Some(result)
		}
		_ => None,
	})
}

/// The council as an origin, with so many seats of four behind it.
pub(crate) fn council(votes: u32) -> RuntimeOrigin {
	pallet_collective::RawOrigin::<AccountId, CouncilCollective>::Members(votes, 4).into()
}

/// Has the council decide that a call be dispatched as root, lets the delay pass and enacts it.
pub(crate) fn enact(decided: impl Into<RuntimeCall>) -> DispatchResult {
	let decided = decided.into();
	let call_weight_limit = decided.get_dispatch_info().call_weight;
	let enactment = pallet_consortium::NextEnactmentId::<Runtime>::get();
	motion(pallet_consortium::Call::schedule_enactment { call: Box::new(decided) })?;
	// Three days, and more where the last is a day of rest (Civil Code art. 203).
	advance_days(7);
	call(Key::Alice, pallet_consortium::Call::enact { enactment, call_weight_limit })?;
	last_of(|event| match event {
		RuntimeEvent::Consortium(pallet_consortium::Event::Enacted { result, .. }) => Some(result),
		_ => None,
	})
}

/// The last event of this block that is looked for.
pub(crate) fn last_of<V>(look: impl Fn(RuntimeEvent) -> Option<V>) -> V {
	let events = System::events().into_iter().rev();
	events.filter_map(|record| look(record.event)).next().expect("the event was emitted")
}

pub(crate) fn has_event(event: impl Into<RuntimeEvent>) -> bool {
	let event = event.into();
	System::events().iter().any(|record| record.event == event)
}

/// An error of the consortium, as calls of other pallets return it.
pub(crate) fn refused(error: pallet_consortium::Error<Runtime>) -> DispatchResult {
	Err(DispatchError::from(error))
}

/// A credit code for each number, with check characters that hold.
pub(crate) fn credit_code(number: u32) -> CreditCode {
	let candidates = "0123456789X".chars().flat_map(|organisation| {
		let alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY".chars();
		alphabet.map(move |last| format!("12330000{number:08}{organisation}{last}"))
	});
	candidates.map(|code| CreditCode::parse(&code)).find_map(Result::ok).unwrap()
}

pub(crate) fn permissions(list: &[Permission]) -> Permissions {
	list.iter().copied().collect()
}

/// An institute with this key and these capabilities, as an application.
pub(crate) fn institute(key: Key, capabilities: Capabilities) -> Application<AccountId> {
	let number = pallet_consortium::NextMemberId::<Runtime>::get();
	let jurisdiction = capabilities.contains(Capability::RegisterContracts).then_some(330_000);
	Application {
		kind: MemberKind::Institute,
		identity: Identity::Named(Text::new(&format!("研究院 {number}")).unwrap()),
		credit_code: Some(credit_code(number)),
		location: Location::Division(330_100),
		state_established: true,
		capabilities,
		jurisdiction,
		keys: vec![KeyGrant { account: key.to_account_id(), permissions: Permissions::FULL }]
			.try_into()
			.unwrap(),
	}
}

/// Admits an institute by motion.
pub(crate) fn admit(key: Key, capabilities: Capabilities) -> MemberId {
	let application = institute(key, capabilities);
	admitted(|| motion(pallet_consortium::Call::admit { application }))
}

/// An enterprise that Alice's university sponsors.
pub(crate) fn sponsor_enterprise(key: Key) -> MemberId {
	let application = Application {
		kind: MemberKind::Enterprise,
		state_established: false,
		..institute(key, Capabilities::NONE)
	};
	admitted(|| call(Key::Alice, pallet_consortium::Call::sponsor { application }))
}

/// A natural person that Alice's university sponsors.
pub(crate) fn sponsor_person(key: Key) -> MemberId {
	let salt = key.to_raw_public();
	let application = Application {
		kind: MemberKind::Person,
		identity: Identity::Committed(Commitment::new(salt, b"someone")),
		credit_code: None,
		state_established: false,
		..institute(key, Capabilities::NONE)
	};
	admitted(|| call(Key::Alice, pallet_consortium::Call::sponsor { application }))
}

fn admitted(admission: impl FnOnce() -> DispatchResult) -> MemberId {
	let member = MemberId(pallet_consortium::NextMemberId::<Runtime>::get());
	admission().unwrap();
	assert!(Consortium::member_view(member).is_some());
	member
}

/// Suspends a member by motion.
pub(crate) fn suspend(member: MemberId) {
	motion(pallet_consortium::Call::suspend { member }).unwrap();
}
