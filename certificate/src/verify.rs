//! Verification, in the order of docs/certificate.md. The first failure is the answer.

use crate::{
	contracts::{ContractFacts, ContractVersion, ProvenContract, TermsFacts},
	error::{Error, Place},
	finality::{is_ascending, Authorities, Authority, AuthoritySet, FinalityError, Justification},
	format::{Certificate, Content, Finalised},
	keys::Item,
	openings::{Opening, OpeningError, Sealed},
	records::{
		check_version, versioned, whole, MemberFacts, Naming, RecordFacts, RuntimeVersion,
		ValueError,
	},
	trie::StateProof,
	trust::{Checkpoint, Start, Trust},
	verdict::{AnchorFacts, Basis, Claims, Verdict},
};
use alloc::vec::Vec;
use codec::DecodeLimit;
use quanqi_title::{replay, title_hash, Cause, Entry, Head, Title};
use quanqi_types::{
	bounds::MAX_ENTRY_BYTES, merkle::MerkleProof, AchievementId, BoundedVec, Commitment, Hash256,
	MemberId, Seal,
};

/// Verifies the bytes of a certificate under what the caller trusts.
///
/// Reads nothing but its arguments: no clock, no network, no file. How old the anchor may be is the
/// caller's policy, see [`Verdict::check_age`].
pub fn verify(bytes: &[u8], trust: &Trust) -> Result<Verdict, Error> {
	verify_decoded(&Certificate::from_bytes(bytes)?, trust)
}

/// Verifies a certificate that is decoded already, such as one that was read from JSON.
pub fn verify_decoded(certificate: &Certificate, trust: &Trust) -> Result<Verdict, Error> {
	let trusted = trust.authority_set().map_err(Error::Trust)?;
	if certificate.genesis_hash != trust.genesis_hash {
		return Err(Error::OtherChain);
	}
	let anchor = check_finality(certificate, trust, &trusted)?;
	let claims = claims(certificate)?;
	let handovers = u32::try_from(anchor.set_id.saturating_sub(trusted.id())).unwrap_or(u32::MAX);
	let rests_on = match &trust.start {
		Start::Genesis { .. } => Basis::Genesis { handovers },
		Start::Checkpoint(point) => {
			Basis::Checkpoint { number: point.number, date: point.date, handovers }
		}
	};
	Ok(Verdict {
		genesis_hash: certificate.genesis_hash,
		achievement: certificate.achievement,
		anchor,
		rests_on,
		runtime: claims.runtime,
		head: claims.head,
		title: claims.title,
		history: claims.history,
		record: claims.record,
		members: claims.members,
		contracts: claims.contracts,
		openings: certificate.openings.to_vec(),
	})
}

/// What a certificate says, under no trust at all: the checks of the state, the history and the openings,
/// under a header of which nothing here says that it is final or of any chain. Anybody can make such a
/// certificate; [`verify`] tells those of the chain.
pub fn claims(certificate: &Certificate) -> Result<Claims, Error> {
	let proven = check_state(certificate)?;
	let (title, history) = check_history(certificate, &proven)?;
	check_contracts(&proven.contracts, certificate.achievement, &history)?;
	check_openings(&certificate.openings, &title, &proven)?;
	let Proven { runtime, head, record, members, contracts, .. } = proven;
	Ok(Claims { runtime, head, title, history, record, members, contracts })
}

/// Verifies a certificate and makes a checkpoint of its anchor: who holds the new trust file needs no
/// handover from before it any more, and the keys of earlier authorities are worth nothing.
pub fn advance(certificate: &Certificate, trust: &Trust) -> Result<(Verdict, Trust), Error> {
	let verdict = verify_decoded(certificate, trust)?;
	// What the last handover announces was shown to be the anchor's authorities.
	let authorities = match (0u32..).zip(&certificate.handover).last() {
		Some((step, last)) => {
			last.header.announced().map_err(|error| Error::Change { step, error })?
		}
		None => trust.authorities().clone(),
	};
	let AnchorFacts { number, hash, time, set_id, .. } = verdict.anchor;
	let point = Checkpoint { number, hash, set_id, authorities, date: time.date() };
	let trust = Trust::checkpoint(trust.genesis_hash, point);
	Ok((verdict, trust))
}

/// Checks 3 and 4: from the trusted authorities over every handover to the anchor.
///
/// Handovers before a checkpoint prove nothing, as the keys of their authorities may have leaked. They
/// must still fit together and lead to the checkpoint's authorities.
fn check_finality(
	certificate: &Certificate,
	trust: &Trust,
	trusted: &AuthoritySet,
) -> Result<AnchorFacts, Error> {
	let first_set = certificate.first_set;
	let steps = u32::try_from(certificate.handover.len()).map_err(|_| Error::SetOverflow)?;
	let anchor_set = first_set.checked_add(u64::from(steps)).ok_or(Error::SetOverflow)?;
	if anchor_set < trusted.id() {
		return Err(Error::Superseded { set_id: anchor_set, trusted: trusted.id() });
	}
	if first_set > trusted.id() {
		return Err(Error::HandoverMissing { first_set, trusted: trusted.id() });
	}
	let mut walk = Walk { trust, trusted, set_id: first_set, announced: None, last_number: None };
	for (step, block) in (0u32..).zip(&certificate.handover) {
		let place = Place::Handover(step);
		walk.check_block(place, block)?;
		let announced = block.header.announced().map_err(|error| Error::Change { step, error })?;
		walk.hand_over(step, &announced)?;
	}
	let set = walk.check_block(Place::Anchor, &certificate.anchor)?;
	let header = &certificate.anchor.header;
	let votes = certificate.anchor.justification.commit.precommits.len();
	Ok(AnchorFacts {
		number: header.number,
		hash: header.hash(),
		time: header.time().ok_or(Error::NoTime)?,
		set_id: set.id(),
		authorities: u32::try_from(set.len()).unwrap_or(u32::MAX),
		votes: u32::try_from(votes).unwrap_or(u32::MAX),
	})
}

/// The way over the handovers.
struct Walk<'a> {
	trust: &'a Trust,
	trusted: &'a AuthoritySet,
	/// The set that signs the next block.
	set_id: u64,
	/// Its authorities, once a block has announced them.
	announced: Option<AuthoritySet>,
	last_number: Option<u32>,
}

impl Walk<'_> {
	/// Checks the next block; returns the authorities that finalised it.
	fn check_block(&mut self, place: Place, block: &Finalised) -> Result<AuthoritySet, Error> {
		let number = block.header.number;
		if self.last_number.is_some_and(|last| last >= number) {
			return Err(Error::BlocksOutOfOrder(place));
		}
		self.last_number = Some(number);
		let fails = |error| Error::Finality { place, error };
		let justification = &block.justification;
		justification.check_order().map_err(fails)?;
		let is_before_trust = self.set_id < self.trusted.id();
		let set = match self.announced.take() {
			None if is_before_trust => signers(self.set_id, justification).map_err(fails)?,
			Some(set) if is_before_trust => set,
			announced => self.authorities_since_trust(place, announced)?,
		};
		if !is_before_trust {
			self.check_against_checkpoint(place, block)?;
		}
		justification.check(&block.header, &set).map_err(fails)?;
		if !is_before_trust {
			justification.check_trimmed(&set).map_err(fails)?;
		}
		Ok(set)
	}

	/// The authorities of the trusted set, or those announced since.
	fn authorities_since_trust(
		&self,
		place: Place,
		announced: Option<AuthoritySet>,
	) -> Result<AuthoritySet, Error> {
		match announced {
			Some(set) if self.set_id != self.trusted.id() || set == *self.trusted => Ok(set),
			Some(_) => Err(Error::ContradictsCheckpoint(place)),
			None => Ok(self.trusted.clone()),
		}
	}

	/// A block that the trusted set, or a later one, finalises stands at the checkpoint or after it,
	/// except that the set of the checkpoint may have begun before.
	fn check_against_checkpoint(&self, place: Place, block: &Finalised) -> Result<(), Error> {
		let Some(point) = self.trust.as_checkpoint() else { return Ok(()) };
		let number = block.header.number;
		let is_other = number == point.number && block.header.hash() != point.hash;
		let is_earlier = number < point.number;
		let may_be_earlier = place == Place::Anchor && self.set_id == point.set_id;
		if is_other || (is_earlier && !may_be_earlier) {
			return Err(Error::ContradictsCheckpoint(place));
		}
		Ok(())
	}

	/// Takes the announced authorities over.
	fn hand_over(&mut self, step: u32, announced: &Authorities) -> Result<(), Error> {
		self.set_id = self.set_id.checked_add(1).ok_or(Error::SetOverflow)?;
		let set = AuthoritySet::new(self.set_id, announced)
			.map_err(|error| Error::Authorities { step, error })?;
		self.announced = Some(set);
		Ok(())
	}
}

/// Who signed, as if they were a set: for blocks before a checkpoint, whose authorities are unknown.
fn signers(set_id: u64, justification: &Justification) -> Result<AuthoritySet, FinalityError> {
	let votes = &justification.commit.precommits;
	let all: Vec<_> = votes.iter().map(|vote| Authority { id: vote.id, weight: 1 }).collect();
	AuthoritySet::new(set_id, &all).map_err(|_| FinalityError::BelowThreshold)
}

/// What the state proof shows.
struct Proven {
	runtime: RuntimeVersion,
	head: Head,
	/// In the short form.
	title: Option<Title>,
	record: Option<RecordFacts>,
	members: Vec<(MemberId, MemberFacts)>,
	contracts: Vec<ProvenContract>,
}

/// The state proof, asked for one value after the other.
struct Reading<'a>(StateProof<'a>);

impl Reading<'_> {
	/// The value of an item, as this reads it.
	fn read<T>(
		&mut self,
		item: Item,
		read: impl FnOnce(&[u8]) -> Result<T, ValueError>,
	) -> Result<T, Error> {
		let value = self.0.value(&item.key());
		let value = value.map_err(|error| Error::State { item: Some(item), error })?;
		read(value).map_err(|error| Error::Value { item, error })
	}

	/// Members, in ascending order.
	fn members(&mut self, members: &[MemberId]) -> Result<Vec<(MemberId, MemberFacts)>, Error> {
		if !is_ascending(members.iter()) {
			return Err(Error::MembersOutOfOrder);
		}
		let read = |id: &MemberId| Ok((*id, self.read(Item::Member(*id), MemberFacts::read)?));
		members.iter().map(read).collect()
	}

	/// Versions of contracts that every party signed, in ascending order.
	fn contracts(&mut self, contracts: &[ContractVersion]) -> Result<Vec<ProvenContract>, Error> {
		if !is_ascending(contracts.iter()) {
			return Err(Error::ContractsOutOfOrder);
		}
		let read = |of: &ContractVersion| {
			let ContractVersion { contract, version } = *of;
			let facts = self.read(Item::Contract(contract), ContractFacts::read)?;
			let terms = self.read(Item::Terms(contract, version), TermsFacts::read)?;
			match facts.is_signed(version) {
				true => Ok(ProvenContract { contract, version, facts, terms }),
				false => Err(Error::NotSigned { contract, version }),
			}
		};
		contracts.iter().map(read).collect()
	}
}

/// Check 5: every value under the anchor's state root, and no node besides.
fn check_state(certificate: &Certificate) -> Result<Proven, Error> {
	let of_proof = |error| Error::State { item: None, error };
	let nodes = certificate.state.iter().map(|node| &**node);
	let root = certificate.anchor.header.state_root;
	let mut state = Reading(StateProof::new(root, nodes).map_err(of_proof)?);
	let id = certificate.achievement;
	let mut proven = Proven {
		runtime: state.read(Item::RuntimeVersion, RuntimeVersion::read)?,
		head: state.read(Item::Head(id), whole)?,
		title: None,
		record: None,
		members: Vec::new(),
		contracts: Vec::new(),
	};
	match &certificate.content {
		Content::Short => proven.title = Some(state.read(Item::Title(id), versioned)?),
		Content::Provenance { members, contracts, .. } => {
			proven.record = Some(state.read(Item::Record(id), RecordFacts::read)?);
			proven.members = state.members(members)?;
			proven.contracts = state.contracts(contracts)?;
		}
	}
	state.0.check_all_used().map_err(of_proof)?;
	Ok(proven)
}

/// Check 6: the history, done again, or the title alone, against the head.
fn check_history(certificate: &Certificate, proven: &Proven) -> Result<(Title, Vec<Entry>), Error> {
	match &certificate.content {
		Content::Short => {
			let item = Item::Title(certificate.achievement);
			let error = ValueError::Malformed;
			let title = proven.title.clone().ok_or(Error::Value { item, error })?;
			check_title(&title, certificate.achievement, &proven.head)?;
			Ok((title, Vec::new()))
		}
		Content::Provenance { history, .. } => {
			let history: Vec<Entry> = (0u32..)
				.zip(history)
				.map(|(number, bytes)| {
					read_entry(bytes).map_err(|error| Error::Entry { number, error })
				})
				.collect::<Result<_, _>>()?;
			let title = redo(&certificate.genesis_hash, certificate.achievement, &history, proven)?;
			Ok((title, history))
		}
	}
}

/// An entry, whole, in the encoding that its hash is of.
fn read_entry(bytes: &[u8]) -> Result<Entry, ValueError> {
	check_version(bytes)?;
	Entry::decode_all_with_depth_limit(crate::bounds::MAX_DEPTH, &mut &*bytes)
		.ok()
		.filter(|_| u32::try_from(bytes.len()).is_ok_and(|size| size <= MAX_ENTRY_BYTES))
		.filter(|entry| codec::Encode::encode(entry) == bytes)
		.ok_or(ValueError::Malformed)
}

fn redo(
	genesis_hash: &Hash256,
	achievement: AchievementId,
	history: &[Entry],
	proven: &Proven,
) -> Result<Title, Error> {
	let (title, head) = replay(genesis_hash, history)
		.map_err(|(number, refusal)| Error::EntryRefused { number, refusal })?;
	if head.entries != proven.head.entries {
		return Err(Error::HistoryLength);
	}
	if head.history_hash != proven.head.history_hash {
		return Err(match title.body().achievement == achievement {
			true => Error::HistoryHash,
			false => Error::OtherAchievement,
		});
	}
	check_title(&title, achievement, &proven.head)?;
	Ok(title)
}

fn check_title(title: &Title, achievement: AchievementId, head: &Head) -> Result<(), Error> {
	let body = title.body();
	if body.achievement != achievement {
		return Err(Error::OtherAchievement);
	}
	if title_hash(title) != head.title_hash {
		return Err(Error::TitleHash);
	}
	if body.entries != head.entries {
		return Err(Error::HistoryLength);
	}
	if body.ledger_status != head.status {
		return Err(Error::HeadStatus);
	}
	Ok(())
}

/// Before check 7: a contract is shown for what it has to do with the achievement. Its terms name it, or
/// the history names the contract.
fn check_contracts(
	contracts: &[ProvenContract],
	achievement: AchievementId,
	history: &[Entry],
) -> Result<(), Error> {
	for shown in contracts {
		let contract = shown.contract;
		let mut versions = contracts.iter().filter(|other| other.contract == contract);
		let is_named = versions.any(|version| version.terms.achievements.contains(&achievement));
		let mut causes = history.iter().map(|entry| &entry.body().cause);
		if !is_named && !causes.any(|cause| *cause == Cause::Contract(contract)) {
			return Err(Error::OtherContract(contract));
		}
	}
	Ok(())
}

/// Check 7: every opening against its commitment or its seal.
fn check_openings(openings: &[Opening], title: &Title, proven: &Proven) -> Result<(), Error> {
	let mut last = None;
	for (number, opening) in (0u32..).zip(openings) {
		let fails = |error| Error::Opening { number, error };
		if last.is_some_and(|last| last >= opening.of) {
			return Err(fails(OpeningError::OutOfOrder));
		}
		last = Some(opening.of);
		check_opening(opening, title, proven).map_err(fails)?;
	}
	Ok(())
}

fn check_opening(opening: &Opening, title: &Title, proven: &Proven) -> Result<(), OpeningError> {
	let naming = match opening.of {
		Sealed::Person(id) => {
			let member = proven.members.iter().find(|(member, _)| *member == id);
			member.map(|(_, facts)| &facts.identity)
		}
		Sealed::AchievementTitle => proven.record.as_ref().map(|record| &record.title),
		Sealed::SecuredAmount(entry) => {
			let pledge = title.body().pledges.iter().find(|pledge| pledge.sequence == entry);
			let pledge = pledge.ok_or(OpeningError::NotProved)?;
			return check_commitment(opening, &pledge.secured);
		}
		Sealed::ContractField { contract, version, place } => {
			let of =
				|shown: &&ProvenContract| (shown.contract, shown.version) == (contract, version);
			let shown = proven.contracts.iter().find(of).ok_or(OpeningError::NotProved)?;
			let seal = shown.terms.seal.ok_or(OpeningError::NotSealed)?;
			return check_field(opening, place, &seal);
		}
	};
	match naming.ok_or(OpeningError::NotProved)? {
		Naming::Sealed(commitment) => check_commitment(opening, commitment),
		Naming::Open(_) => Err(OpeningError::NotSealed),
	}
}

fn check_commitment(opening: &Opening, commitment: &Commitment) -> Result<(), OpeningError> {
	match &opening.field {
		Some(_) => Err(OpeningError::Malformed),
		None if commitment.opens(opening.salt, &opening.value) => Ok(()),
		None => Err(OpeningError::WrongOpening),
	}
}

fn check_field(opening: &Opening, place: u32, seal: &Seal) -> Result<(), OpeningError> {
	let field = opening.field.as_ref().ok_or(OpeningError::Malformed)?;
	if field.name.validate().is_err() || opening.text().is_none() {
		return Err(OpeningError::Malformed);
	}
	let leaf = field.leaf(&opening.salt, &opening.value);
	let path: Vec<_> = field.path.iter().map(|sibling| sibling.0).collect();
	let path = BoundedVec::try_from(path).map_err(|_| OpeningError::WrongOpening)?;
	match seal.shows(&MerkleProof { leaves: seal.fields, index: place, path }, &leaf) {
		true => Ok(()),
		false => Err(OpeningError::WrongOpening),
	}
}
