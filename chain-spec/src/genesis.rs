//! The genesis of a network: the consortium file and the keys, as the runtime takes them.

use crate::file::{Consortium, Institution, NetworkKind, Statute};
use pallet_consortium::{
	types::{KeyGrant, NodeId},
	Institution as Founder,
};
use quanqi_runtime::{
	AccountId, ConsortiumConfig, RuntimeGenesisConfig, SessionConfig, SessionKeys, StatutesConfig,
};
use quanqi_types::{Capabilities, CreditCode, Location, RuleId, StatuteVersion};

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
			quota: consortium
				.network
				.quota
				.as_ref()
				.map(|quota| *quota.get_ref())
				.unwrap_or_default(),
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
		kind: *one.kind.get_ref(),
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

/// The first versions of every network, with those of the file in their place from the first day
/// these govern: a rule is never without a value because its file begins later.
fn statutes<'a>(own: impl Iterator<Item = &'a Statute>) -> Vec<(RuleId, StatuteVersion)> {
	let mut own: Vec<_> = own.map(|one| (one.rule, version(one))).collect();
	own.sort_by_key(|(rule, version)| (*rule, version.effective_from));
	let mut versions = pallet_statutes::defaults::first_versions();
	versions.retain(|(rule, version)| {
		let first = own.iter().find(|(replaced, _)| replaced == rule);
		first.is_none_or(|(_, first)| version.effective_from < first.effective_from)
	});
	versions.extend(own);
	versions
}

fn version(one: &Statute) -> StatuteVersion {
	StatuteVersion {
		effective_from: one.begins(),
		value: one.value.clone(),
		force: one.force,
		status: one.status,
		citation: one.citation.clone(),
		citation_digest: None,
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use quanqi_types::{
		AchievementKind, Date, Force, Moment, StatuteStatus, StatuteValue, Term, TermUnit, Text,
	};

	/// Every network has two versions of it: from the beginning, and from 1 June 2021 on.
	const RULE: RuleId = RuleId::ProtectionTerm(AchievementKind::Design);

	fn day(text: &str) -> Date {
		text.parse().expect("a day of the calendar; qed")
	}

	/// When the versions of [`RULE`] begin, where the file has one that begins on this day.
	fn begins(effective_from: Option<&str>) -> Vec<Moment> {
		let own = Statute {
			rule: RULE,
			value: StatuteValue::Term(Term { number: 20, unit: TermUnit::Year }),
			effective_from: effective_from.map(day),
			force: Force::Binding,
			status: StatuteStatus::InForce,
			citation: Text::new("a test").expect("short text; qed"),
		};
		let versions = statutes([&own].into_iter()).into_iter();
		versions
			.filter(|(rule, _)| *rule == RULE)
			.map(|(_, version)| version.effective_from)
			.collect()
	}

	#[test]
	fn first_version_should_stay_until_the_day_when_the_file_gives_a_later_one() {
		let beginning = Moment(0);
		assert_eq!(begins(Some("2019-01-01")), [beginning, day("2019-01-01").start()]);
		let reform = day("2021-06-01").start();
		assert_eq!(begins(Some("2099-01-01")), [beginning, reform, day("2099-01-01").start()]);
	}

	#[test]
	fn first_versions_should_be_replaced_when_the_file_names_no_day_or_the_same() {
		assert_eq!(begins(None), [Moment(0)]);
		assert_eq!(begins(Some("2021-06-01")), [Moment(0), day("2021-06-01").start()]);
	}
}
