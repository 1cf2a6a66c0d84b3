//! One certificate, from the way to the anchor and the anchor's state.

use super::{finality::Way, named, Chain, Error};
use codec::{Decode, DecodeAll};
use pallet_rights::History;
use quanqi_certificate::{
	bounds::{MAX_CERTIFICATE_BYTES, MAX_HISTORY, MAX_MEMBERS, MAX_PROOF_NODE_BYTES},
	keys::Item,
	verify, Bytes, Certificate, Content, ContractFacts, ContractVersion,
};
use quanqi_runtime::Runtime;
use quanqi_title::{Entry, Head, Title};
use quanqi_types::{
	bounds::MAX_ENTRY_BYTES, AchievementId, BoundedVec, ConstU32, ContractId, Hash256, MemberId,
};
use serde::Deserialize;
use sp_runtime::traits::BlakeTwo256;
use sp_state_machine::{
	backend::AsTrieBackend, prove_read_on_trie_backend, Backend as StateBackend,
};
use std::collections::BTreeSet;

/// The two forms of a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Form {
	/// The whole history, the record and the members named.
	Provenance,
	/// The title alone.
	Short,
}

/// What a certificate is wanted of.
#[derive(Debug, Clone)]
pub(crate) struct Order {
	/// The achievement.
	pub(crate) achievement: AchievementId,
	/// Which form.
	pub(crate) form: Form,
	/// The authority set that its verifier knows; every change since then goes with it.
	pub(crate) from_set: u64,
	/// Contracts whose terms are proved too, of the version in force where none is named; in the
	/// provenance form alone.
	pub(crate) contracts: Vec<(ContractId, Option<u32>)>,
}

/// A certificate that was verified.
#[derive(Debug)]
pub(crate) struct Issued {
	/// The file.
	pub(crate) file: Vec<u8>,
	/// Number of the anchor.
	pub(crate) number: u32,
	/// Hash of the anchor.
	pub(crate) hash: Hash256,
	/// The authority set that finalised it.
	pub(crate) set: u64,
}

/// Makes a certificate, and verifies it before it is handed out.
pub(crate) fn issue(chain: &impl Chain, order: &Order) -> Result<Issued, Error> {
	let way = Way::find(chain, order.from_set)?;
	let (number, hash) = (way.anchor.header.number, way.anchor.header.hash());
	let state = chain.state(hash)?.ok_or(Error::StatePruned(number))?;
	let (trust, set) = (way.trust.clone(), way.set);
	let certificate = assemble(chain.genesis_hash(), order, way, &state)?;
	let file = certificate.to_bytes();
	check_size(file.len())?;
	verify(&file, &trust).map_err(|error| refused(order.achievement, &error))?;
	Ok(Issued { file, number, hash, set })
}

/// Why what was made is not handed out. That a contract has nothing to do with the achievement shows
/// only here, and is no fault of the node.
fn refused(achievement: AchievementId, error: &quanqi_certificate::Error) -> Error {
	if let quanqi_certificate::Error::OtherContract(contract) = error {
		return Error::OtherContract(*contract);
	}
	log::error!("A certificate of achievement {achievement} that was made here: {error}");
	Error::Internal(format!("the certificate made does not verify: {error}"))
}

/// Puts a certificate together.
fn assemble<S>(
	genesis_hash: Hash256,
	order: &Order,
	way: Way,
	state: &S,
) -> Result<Certificate, Error>
where
	S: StateBackend<BlakeTwo256> + AsTrieBackend<BlakeTwo256>,
{
	let id = order.achievement;
	let unknown = Error::UnknownAchievement(id);
	let head: Head = read(state, &Item::Head(id).key())?.ok_or(unknown)?;
	let content = match order.form {
		Form::Short => Content::Short,
		Form::Provenance => {
			let (history, entries) = read_history(state, id, head.entries)?;
			let members = read_members(state, id, &entries)?;
			Content::Provenance {
				members: bounded("members", members)?,
				contracts: bounded(
					"versions of contracts",
					read_contracts(state, &order.contracts)?,
				)?,
				history: bounded("entries of the history", history)?,
			}
		}
	};
	let nodes = prove(state, &content.items(id))?;
	Ok(Certificate {
		genesis_hash,
		achievement: id,
		first_set: way.first_set,
		handover: bounded("changes of validators", way.handover)?,
		anchor: way.anchor,
		content,
		state: bounded("nodes of the state", nodes)?,
		openings: BoundedVec::new(),
	})
}

/// Every entry, as it stands in the state and decoded.
fn read_history<S: StateBackend<BlakeTwo256>>(
	state: &S,
	id: AchievementId,
	count: u32,
) -> Result<(Vec<Bytes<MAX_ENTRY_BYTES>>, Vec<Entry>), Error> {
	Error::check_bound("entries of the history", count.into(), MAX_HISTORY.into())?;
	let (mut encoded, mut entries, mut size) = (Vec::new(), Vec::new(), 0usize);
	for number in 0..count {
		let missing = || Error::Internal(format!("entry {number} of achievement {id} is missing"));
		let key = History::<Runtime>::hashed_key_for(id, number);
		let bytes = raw(state, &key)?.ok_or_else(missing)?;
		size = size.saturating_add(bytes.len());
		check_size(size)?;
		entries.push(Entry::decode_all(&mut bytes.as_slice()).map_err(Error::internal)?);
		encoded.push(Bytes::new(bytes).ok_or_else(|| Error::internal("an entry is too large"))?);
	}
	Ok((encoded, entries))
}

/// The members named, as far as they have a record.
fn read_members<S: StateBackend<BlakeTwo256>>(
	state: &S,
	id: AchievementId,
	entries: &[Entry],
) -> Result<Vec<MemberId>, Error> {
	let missing = || Error::Internal(format!("achievement {id} has a history and no title"));
	let title: Title = read(state, &Item::Title(id).key())?.ok_or_else(missing)?;
	let most = usize::try_from(MAX_MEMBERS).unwrap_or(usize::MAX);
	let mut members = Vec::new();
	for member in named::members(&title, entries, most) {
		if state.exists_storage(&Item::Member(member).key()).map_err(Error::internal)? {
			members.push(member);
		}
	}
	Ok(members)
}

/// The versions of contracts that are wanted, each once and in ascending order.
fn read_contracts<S: StateBackend<BlakeTwo256>>(
	state: &S,
	wanted: &[(ContractId, Option<u32>)],
) -> Result<Vec<ContractVersion>, Error> {
	let mut versions = BTreeSet::new();
	for (contract, version) in wanted {
		let contract = *contract;
		let bytes = raw(state, &Item::Contract(contract).key())?;
		let bytes = bytes.ok_or(Error::UnknownContract(contract))?;
		let facts = ContractFacts::decode(&mut bytes.as_slice()).map_err(Error::internal)?;
		let version = version.unwrap_or(facts.version);
		if !facts.is_signed(version) {
			return Err(Error::NotSigned { contract, version });
		}
		versions.insert(ContractVersion { contract, version });
	}
	Ok(versions.into_iter().collect())
}

/// The nodes that show these values, in ascending order.
fn prove<S: AsTrieBackend<BlakeTwo256>>(
	state: &S,
	items: &[Item],
) -> Result<Vec<Bytes<MAX_PROOF_NODE_BYTES>>, Error> {
	let keys = items.iter().map(Item::key);
	let proof = prove_read_on_trie_backend(state.as_trie_backend(), keys);
	let mut nodes: Vec<_> = proof.map_err(Error::internal)?.into_iter_nodes().collect();
	nodes.sort();
	let nodes: Option<Vec<_>> = nodes.into_iter().map(Bytes::new).collect();
	nodes.ok_or_else(|| Error::internal("a node of the state is too large"))
}

fn raw<S: StateBackend<BlakeTwo256>>(state: &S, key: &[u8]) -> Result<Option<Vec<u8>>, Error> {
	state.storage(key).map_err(Error::internal)
}

fn read<S: StateBackend<BlakeTwo256>, T: DecodeAll>(
	state: &S,
	key: &[u8],
) -> Result<Option<T>, Error> {
	let Some(bytes) = raw(state, key)? else { return Ok(None) };
	T::decode_all(&mut bytes.as_slice()).map(Some).map_err(Error::internal)
}

fn check_size(bytes: usize) -> Result<(), Error> {
	let count = |bytes| u64::try_from(bytes).unwrap_or(u64::MAX);
	Error::check_bound("bytes of the certificate", count(bytes), count(MAX_CERTIFICATE_BYTES))
}

fn bounded<T, const MOST: u32>(
	what: &'static str,
	items: Vec<T>,
) -> Result<BoundedVec<T, ConstU32<MOST>>, Error> {
	let count = u64::try_from(items.len()).unwrap_or(u64::MAX);
	BoundedVec::try_from(items).map_err(|_| Error::TooMuch { what, count, most: MOST.into() })
}
