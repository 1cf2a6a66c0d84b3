//! Looking up what contract files name, and reading contracts.

use crate::{
	chain::{At, Chain},
	cli::Session,
	error::{Error, Result},
	input::contract::{Book, Built},
};
use pallet_technology_contracts::views::{ContractView, VersionView};
use quanqi_types::ContractId;
use std::path::Path;

/// Builds something from a file, asking the chain for whatever it names otherwise than by number.
pub(super) async fn known<T>(
	session: &Session,
	chain: &Chain,
	at: At,
	path: &Path,
	build: impl Fn(&Book) -> Built<T>,
) -> Result<T> {
	let mut book = Book::default();
	loop {
		let built = build(&book);
		let wanted = book.wanted();
		// What is wrong may only be that two unknown names look alike: first learn them.
		if wanted.is_empty() {
			return built.map_err(|wrong| wrong.in_file(path));
		}
		for name in wanted.members {
			let member = session.resolve(chain, "member", &name, at).await?;
			book.add_member(name, member);
		}
		let found = chain.achievements_by_identifier(&wanted.achievements, at).await?;
		for (name, achievement) in wanted.achievements.into_iter().zip(found) {
			let achievement = achievement.ok_or_else(|| {
				Error::Absent(format!(
					"{}: {name:?} is of no achievement at block {}",
					path.display(),
					at.number
				))
			})?;
			book.add_achievement(name, achievement);
		}
	}
}

/// A contract. Fails where there is none.
pub(super) async fn read_contract(chain: &Chain, contract: u64, at: At) -> Result<ContractView> {
	let view: Option<ContractView> =
		chain.call_api("ContractsApi_contract", ContractId(contract), at).await?;
	view.ok_or_else(|| {
		Error::Absent(format!("there is no contract {contract} at block {}", at.number))
	})
}

/// The version of a contract that waits for signatures, or the one of this number.
pub(super) fn version_of(view: &ContractView, version: Option<u32>) -> Result<&VersionView> {
	let number = version.or(view.contract.pending.map(|pending| pending.version));
	let number = number.ok_or_else(|| {
		Error::refused(format!("no version of contract {} waits for signatures", view.id))
	})?;
	let found = view.versions.iter().find(|found| found.version == number);
	found.ok_or_else(|| Error::Absent(format!("contract {} has no version {number}", view.id)))
}
