//! Certificates that nodes issue, also those that prune, verified with nothing but a trust file.

use codec::{DecodeAll, Encode};
use quanqi_certificate::{
	advance, finality::Authorities, verify, Basis, Certificate, Class, Content, Finalised, Trust,
	Verdict,
};
use quanqi_tests::{
	command::Quanqi,
	network::{
		genesis::{four_institutions, with_sessions_of},
		Database, Network, Node, Plan,
	},
	rpc::Rpc,
	session::renew_keys,
	wait::{until, Look, LIMIT},
	Result,
};
use serde_json::{json, Value};
use subxt_rpcs::rpc_params;

/// Long enough that the calls of one change are final within it, on most machines.
const SESSION_BLOCKS: u32 = 8;
/// Blocks whose state and body the nodes keep: fewer than the test takes.
const KEPT_BLOCKS: &str = "32";
/// Changes of validators before and after the checkpoint.
const CHANGES: [u64; 2] = [2, 3];
const OWNER: &str = "//harbin-institute-of-technology//0";
const BUREAU: &str = "//example-bureau//0";

/// Codes of refusals.
const STATE_PRUNED: i32 = 20_002;
const PARAMETER: i32 = 20_003;
const UNKNOWN_ACHIEVEMENT: i32 = 20_021;
const SET_NOT_REACHED: i32 = 20_023;
const UNKNOWN_CONTRACT: i32 = 20_029;

/// `Grandpa.Authorities` in the first state: the two names' hashes.
const AUTHORITIES: &str = "0x5f9cc45b7a00c5899361e1c6099678dc5e0621c4869aa60c02be9adcc98a0d1d";

fn hex_bytes(value: &Value) -> Vec<u8> {
	let text = value.as_str().unwrap_or_else(|| panic!("no text: {value:#}"));
	hex::decode(text.trim_start_matches("0x")).unwrap()
}

/// What follows from trusting the raw chain spec: the first authorities, read without a node.
async fn trust_of(network: &Network) -> Trust {
	let spec: Value =
		serde_json::from_str(&std::fs::read_to_string(network.chain()).unwrap()).unwrap();
	let value = hex_bytes(&spec["genesis"]["raw"]["top"][AUTHORITIES]);
	let authorities = Authorities::decode_all(&mut value.as_slice()).unwrap();
	let genesis = network.node(0).rpc().block_hash(0).await.unwrap().unwrap();
	Trust::genesis(genesis.0, authorities)
}

async fn ask(rpc: &Rpc, form: &str, options: Value) -> Result<Value> {
	rpc.request("certificate_issue", rpc_params![1, form, options]).await
}

/// The file that a node issues, which names the block of its answer.
async fn issue(node: &Node, form: &str, from_set: u64) -> Vec<u8> {
	let answer = ask(node.rpc(), form, json!({ "from_set": from_set })).await.unwrap();
	let file = hex_bytes(&answer["value"]["qcert"]);
	let anchor = Certificate::from_bytes(&file).unwrap().anchor.header;
	assert_eq!(answer["at"]["number"], anchor.number, "{}", node.name());
	assert_eq!(hex_bytes(&answer["at"]["hash"]), anchor.hash(), "{}", node.name());
	file
}

/// Lets the validators renew their session keys one after the other, and waits each time until the
/// new set finalises. Returns the number of the last set.
async fn change_validators(network: &Network, from_set: u64, changes: u64) -> u64 {
	let keys = network.member_keys().unwrap();
	let last = from_set + changes;
	for set in from_set + 1..=last {
		let validator = (set % 4) as usize;
		renew_keys(network.node(validator).rpc(), &keys[validator]).await.unwrap();
		for node in network.nodes() {
			until(&format!("set {set} finalises at {}", node.name()), LIMIT, || async {
				let answer: Value =
					node.rpc().request("certificate_handover", rpc_params![from_set]).await?;
				let present = answer["value"]["set_id"].as_u64();
				Ok(match present >= Some(set) {
					true => Look::Holds(()),
					false => Look::NotYet(format!("set {present:?}")),
				})
			})
			.await
			.unwrap();
		}
	}
	last
}

/// Refused wherever one byte is another.
fn require_untampered(file: &[u8], trust: &Trust) {
	for place in (0..file.len()).step_by(file.len() / 40) {
		let mut tampered = file.to_vec();
		tampered[place] ^= 1;
		assert!(verify(&tampered, trust).is_err(), "byte {place} of {}", file.len());
	}
	let longer = [file, &[0]].concat();
	assert!(verify(&longer, trust).is_err());
	assert!(verify(&file[..file.len() - 1], trust).is_err());
}

/// The changes alone, as a verifier would follow them.
async fn require_handover(node: &Node, from_set: u64, last: u64) {
	let answer: Value =
		node.rpc().request("certificate_handover", rpc_params![from_set]).await.unwrap();
	let bytes = hex_bytes(&answer["value"]["handover"]);
	let handover = Vec::<Finalised>::decode_all(&mut bytes.as_slice()).unwrap();
	assert_eq!(handover.len() as u64, last - from_set);
	let issued = Certificate::from_bytes(&issue(node, "short", from_set).await).unwrap();
	assert_eq!(issued.handover.to_vec(), handover);
	let anchor = hex_bytes(&answer["value"]["anchor"]);
	let anchor = Finalised::decode_all(&mut anchor.as_slice()).unwrap();
	assert_eq!(answer["at"]["number"], anchor.header.number);
}

async fn require_refusals(node: &Node, last: u64) {
	let rpc = node.rpc();
	let code = |answer: Result<Value>| answer.unwrap_err().code();
	let unknown = rpc.request("certificate_issue", rpc_params![9, "short"]).await;
	assert_eq!(code(unknown), Some(UNKNOWN_ACHIEVEMENT));
	let ahead = ask(rpc, "short", json!({ "from_set": last + 5 })).await;
	assert_eq!(code(ahead), Some(SET_NOT_REACHED));
	let contract = ask(rpc, "provenance", json!({ "contracts": [7] })).await;
	assert_eq!(code(contract), Some(UNKNOWN_CONTRACT));
	let contract = ask(rpc, "short", json!({ "contracts": [7] })).await;
	assert_eq!(code(contract), Some(PARAMETER));
	let first = rpc.block_hash(1).await.unwrap();
	let pruned = rpc.request("rights_title", rpc_params![1, first]).await;
	assert_eq!(code(pruned), Some(STATE_PRUNED), "{} does not prune", node.name());
}

/// Both forms from every node, over every change since the first set.
async fn require_from_genesis(network: &Network, trust: &Trust, last: u64) -> Verdict {
	let mut newest = None;
	for node in network.nodes() {
		let file = issue(node, "provenance", 0).await;
		let verdict = verify(&file, trust).unwrap();
		let handovers = u32::try_from(last).unwrap();
		assert_eq!(verdict.rests_on, Basis::Genesis { handovers }, "{}", node.name());
		assert_eq!((verdict.anchor.authorities, verdict.anchor.votes), (4, 3));
		let short = verify(&issue(node, "short", 0).await, trust).unwrap();
		assert_eq!((short.title, short.head), (verdict.title.clone(), verdict.head));
		assert!(short.history.is_empty() && short.record.is_none());
		require_untampered(&file, trust);
		newest = Some(verdict);
	}
	newest.unwrap()
}

async fn start() -> (Network, Quanqi) {
	let plan = Plan::validators(4)
		.with_query_node(Database::ParityDb)
		.with_arguments(["--state-pruning", KEPT_BLOCKS, "--blocks-pruning", KEPT_BLOCKS])
		// So that a node makes session keys when it is asked for them.
		.with_arguments(["--rpc-methods", "unsafe"]);
	let genesis = |folder: &_| with_sessions_of(SESSION_BLOCKS, four_institutions(folder)?);
	let network = Network::start(genesis, &plan).await.unwrap();
	let quanqi = Quanqi::at([network.node(0).rpc().url()]).unwrap();
	(network, quanqi)
}

async fn register(quanqi: &Quanqi) {
	let mut arguments = vec!["--key", OWNER, "achievement", "register"];
	arguments.extend(["--kind", "invention-patent", "--title", "一种检测方法"]);
	arguments.extend(["--application", "201610906145.7", "--filed", "2016-10-18"]);
	arguments.extend(["--status", "granted"]);
	quanqi.succeed(&arguments).await.unwrap();
}

/// One more entry in the history.
async fn lapse(quanqi: &Quanqi) {
	let mut arguments = vec!["--key", BUREAU, "achievement", "status", "1", "lapsed"];
	arguments.extend(["--date", "2024-05-01", "--document", "L-1"]);
	quanqi.succeed(&arguments).await.unwrap();
}

#[tokio::test]
async fn certificates_should_verify_offline_when_validators_changed_many_times() {
	let (network, quanqi) = start().await;
	let query = network.node(4);
	let trust = trust_of(&network).await;
	register(&quanqi).await;
	let head = network.node(0).rpc().finalised().await.unwrap();
	network.await_agreement(&network.all(), head.number).await.unwrap();
	let old = issue(query, "provenance", 0).await;
	let old_verdict = verify(&old, &trust).unwrap();
	assert_eq!(old_verdict.rests_on, Basis::Genesis { handovers: 0 });
	assert_eq!(old_verdict.members.len(), 1, "the owner is named");

	let [before, after] = CHANGES;
	let middle = change_validators(&network, 0, before).await;
	let certificate = Certificate::from_bytes(&issue(query, "provenance", 0).await).unwrap();
	let (verdict, checkpoint) = advance(&certificate, &trust).unwrap();
	assert_eq!(verdict.anchor.set_id, middle);
	lapse(&quanqi).await;
	let last = change_validators(&network, middle, after).await;

	let newest = require_from_genesis(&network, &trust, last).await;
	assert_eq!(newest.history.len(), old_verdict.history.len() + 1);
	assert!(newest.continues(&old_verdict.head));
	assert!(!old_verdict.continues(&newest.head));

	// From a checkpoint nothing before it is needed, and its holder takes nothing older.
	let from_checkpoint = issue(query, "provenance", middle).await;
	let verdict = verify(&from_checkpoint, &checkpoint).unwrap();
	let handovers = u32::try_from(after).unwrap();
	assert!(
		matches!(verdict.rests_on, Basis::Checkpoint { handovers: of, .. } if of == handovers),
		"{:?}",
		verdict.rests_on
	);
	assert_eq!(verdict.head, newest.head);
	assert_eq!(verify(&from_checkpoint, &trust).unwrap_err().class(), Class::Refresh);
	assert_eq!(verify(&old, &checkpoint).unwrap_err().class(), Class::Refresh);
	verify(&old, &trust).unwrap();

	require_handover(query, middle, last).await;
	require_refusals(query, last).await;
	require_mixed_up(&network, &trust).await;
}

/// What is true in one certificate is worth nothing in another.
async fn require_mixed_up(network: &Network, trust: &Trust) {
	let whole = Certificate::from_bytes(&issue(network.node(0), "provenance", 0).await).unwrap();
	let refused = |change: fn(&mut Certificate)| {
		let mut other = whole.clone();
		change(&mut other);
		assert_ne!(other.encode(), whole.encode());
		assert!(verify(&other.to_bytes(), trust).is_err());
	};
	refused(|other| other.content = Content::Short);
	refused(|other| other.anchor = other.handover[0].clone());
	refused(|other| other.handover = other.handover[1..].to_vec().try_into().unwrap());
	refused(|other| {
		let Content::Provenance { history, .. } = &mut other.content else { unreachable!() };
		*history = history[..history.len() - 1].to_vec().try_into().unwrap();
	});
}
