//! The genesis of a network: the consortium file and the keys, as the runtime takes them.

use crate::file::{Consortium, Institution, NetworkKind, Statute};
use pallet_consortium::{
	types::{KeyGrant, NodeId},
	Institution as Founder,
};
use quanqi_runtime::{
	AccountId, ConsortiumConfig, RuntimeGenesisConfig, SessionConfig, SessionKeys, StatutesConfig,
};
use quanqi_types::{Capabilities, CreditCode, Location, Moment, RuleId, StatuteVersion};

/// What the genesis needs of one institution beside its words in the file.
pub(crate) struct Founding {
	/// Its keys.
	pub(crate) keys: Vec<KeyGrant<AccountId>>,
	/// Session keys of its validator.
	pub(crate) session: Option<SessionKeys>,
	/// Peer id of its node.
	pub(crate) node_id: Option<NodeId>,
	/// Account of its seat.
	pub(crate) seat_account: AccountId,
}

/// The whole configuration that the first block is built from.
pub(crate) fn genesis(consortium: &Consortium, founding: &[Founding]) -> RuntimeGenesisConfig {
	let institutions = consortium.institution.iter().map(|one| one.get_ref());
	RuntimeGenesisConfig {
		consortium: ConsortiumConfig {
			institutions: institutions
				.zip(founding)
				.map(|(one, keys)| founder(one, keys))
				.collect(),
			quota: consortium.network.quota.unwrap_or_default(),
		},
		session: SessionConfig {
			keys: founding
				.iter()
				.filter_map(|one| {
					let keys = one.session.clone()?;
					Some((one.seat_account.clone(), one.seat_account.clone(), keys))
				})
				.collect(),
			..Default::default()
		},
		statutes: StatutesConfig {
			test_network: consortium.network.kind == NetworkKind::Test,
			versions: statutes(consortium.statute.iter().map(|one| one.get_ref())),
			..Default::default()
		},
		..Default::default()
	}
}

fn founder(one: &Institution, founding: &Founding) -> Founder<AccountId> {
	Founder {
		kind: one.kind,
		name: one.name.clone(),
		credit_code: CreditCode::parse(one.credit_code.get_ref()).ok(),
		location: Location::Division(*one.division.get_ref()),
		state_established: one.state_established,
		capabilities: one.capabilities.get_ref().iter().copied().collect::<Capabilities>(),
		jurisdiction: one.jurisdiction.as_ref().map(|place| *place.get_ref()),
		keys: founding.keys.clone(),
		seat: *one.seat.get_ref(),
		validator: one.validator.is_some(),
		node_ids: founding.node_id.clone().into_iter().collect(),
	}
}

/// The first versions of every network, with those of the file in their place.
fn statutes<'a>(own: impl Iterator<Item = &'a Statute>) -> Vec<(RuleId, StatuteVersion)> {
	let mut own: Vec<_> = own.map(|one| (one.rule, version(one))).collect();
	own.sort_by_key(|(rule, version)| (*rule, version.effective_from));
	let mut versions = pallet_statutes::defaults::first_versions();
	versions.retain(|(rule, _)| !own.iter().any(|(replaced, _)| replaced == rule));
	versions.extend(own);
	versions
}

fn version(one: &Statute) -> StatuteVersion {
	StatuteVersion {
		effective_from: one.effective_from.map_or(Moment(0), |day| day.start()),
		value: one.value.clone(),
		force: one.force,
		status: one.status,
		citation: one.citation.clone(),
		citation_digest: None,
	}
}
