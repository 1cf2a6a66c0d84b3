//! Reading trials, pool entries and the idle list.

use super::{IdleArgs, ListArgs};
use crate::{
	chain::{Answer, At, Chain},
	cli::{achievement::read_achievement, Session},
	error::{Error, Result},
	output,
};
use pallet_trials::{
	runtime_api::MAX_PAGE,
	views::{EntryView, IdlePage, PoolPage, TrialPage, TrialView},
	Proposal, ServiceRecord,
};
use quanqi_types::{AchievementId, TrialId};

/// A trial. Fails where there is none.
async fn read_trial(chain: &Chain, trial: u64, at: At) -> Result<TrialView> {
	let view: Option<TrialView> =
		chain.call_api("TrialsApi_trials_get", TrialId(trial), at).await?;
	view.ok_or_else(|| Error::Absent(format!("there is no trial {trial} at block {}", at.number)))
}

pub(super) async fn trial(session: &Session, trial: u64) -> Result<()> {
	let (chain, at) = session.chain_at().await?;
	let value = read_trial(&chain, trial, at).await?;
	let names = session.names(&chain, at).await?;
	session.output.answer(&Answer { at, value }, |answer| {
		output::trial::trial(answer, &|member| names.of(member))
	});
	Ok(())
}

pub(super) async fn list(session: &Session, arguments: &ListArgs) -> Result<()> {
	let (chain, at) = session.chain_at().await?;
	let user = match &arguments.user {
		None => None,
		Some(user) => Some(session.resolve(&chain, "--user", user, at).await?),
	};
	let achievement = AchievementId(arguments.achievement.unwrap_or_default());
	if arguments.achievement.is_some() {
		read_achievement(&chain, achievement, at).await?;
	}
	let mut trials: Vec<TrialView> = Vec::new();
	let mut after: Option<TrialId> = None;
	loop {
		let page: TrialPage = match user {
			Some(user) => {
				chain.call_api("TrialsApi_trials_by", (user, after, MAX_PAGE), at).await?
			}
			None => {
				chain.call_api("TrialsApi_trials_of", (achievement, after, MAX_PAGE), at).await?
			}
		};
		trials.extend(page.items);
		after = page.next;
		if after.is_none() {
			break;
		}
	}
	trials.sort_by_key(|view| view.id);
	let names = session.names(&chain, at).await?;
	session.output.answer(&Answer { at, value: trials }, |answer| match answer.value.is_empty() {
		true => "no trial".to_owned(),
		false => output::trial::trials(&answer.value, &|member| names.of(member)),
	});
	Ok(())
}

pub(super) async fn services(session: &Session, trial: u64) -> Result<()> {
	let (chain, at) = session.chain_at().await?;
	read_trial(&chain, trial, at).await?;
	let mut all: Vec<ServiceRecord> = Vec::new();
	loop {
		let from = u32::try_from(all.len()).unwrap_or(u32::MAX);
		let question = (TrialId(trial), from, MAX_PAGE);
		let page: Vec<ServiceRecord> =
			chain.call_api("TrialsApi_trials_services", question, at).await?;
		if page.is_empty() {
			break;
		}
		all.extend(page);
	}
	let names = session.names(&chain, at).await?;
	session.output.answer(&Answer { at, value: all }, |answer| match answer.value.is_empty() {
		true => format!("no service is recorded around trial {trial}"),
		false => output::trial::services(&answer.value, &|member| names.of(member)),
	});
	Ok(())
}

pub(super) async fn idle(session: &Session, arguments: &IdleArgs) -> Result<()> {
	if arguments.reader.is_none() && session.global.key.is_none() {
		return Err(Error::argument("--as", "say which member reads, or give its --key"));
	}
	let (chain, at) = session.chain_at().await?;
	let reader = match &arguments.reader {
		Some(reader) => session.resolve(&chain, "--as", reader, at).await?,
		None => session.signer_member(&chain, at).await?.id,
	};
	let mut found = IdlePage { items: Vec::new(), next: arguments.after.map(AchievementId) };
	loop {
		let question = (reader, found.next, arguments.limit);
		let page: Result<IdlePage, sp_runtime::DispatchError> =
			chain.call_api("TrialsApi_trials_idle", question, at).await?;
		let page =
			page.map_err(|error| Error::Refused(crate::chain::refusal::of_dispatch(&error)))?;
		found.items.extend(page.items);
		found.next = page.next;
		// A page may be empty and not the last: it counts what it looks at, not what it finds.
		if arguments.one_page || found.next.is_none() {
			break;
		}
	}
	let names = session.names(&chain, at).await?;
	session.output.answer(&Answer { at, value: found }, |answer| {
		output::trial::idle(&answer.value, &|member| names.of(member))
	});
	Ok(())
}

pub(super) async fn pool(session: &Session) -> Result<()> {
	let (chain, at) = session.chain_at().await?;
	let mut entries: Vec<EntryView> = Vec::new();
	let mut after: Option<AchievementId> = None;
	loop {
		let page: PoolPage = chain.call_api("TrialsApi_trials_pool", (after, MAX_PAGE), at).await?;
		entries.extend(page.items);
		after = page.next;
		if after.is_none() {
			break;
		}
	}
	entries.sort_by_key(|view| view.achievement);
	let names = session.names(&chain, at).await?;
	session.output.answer(&Answer { at, value: entries }, |answer| match answer.value.is_empty() {
		true => "the pool is empty".to_owned(),
		false => output::trial::pool(&answer.value, &|member| names.of(member)),
	});
	Ok(())
}

/// A pool entry. Fails where there is none.
pub(super) async fn read_entry(
	chain: &Chain,
	achievement: AchievementId,
	entry: Option<u32>,
	at: At,
) -> Result<EntryView> {
	let question = (achievement, entry);
	let view: Option<EntryView> = chain.call_api("TrialsApi_trials_entry", question, at).await?;
	view.ok_or_else(|| {
		let which = entry
			.map_or("is not in the pool".to_owned(), |entry| format!("has no pool entry {entry}"));
		Error::Absent(format!("achievement {achievement} {which} at block {}", at.number))
	})
}

pub(super) async fn entry(session: &Session, achievement: u64, entry: Option<u32>) -> Result<()> {
	let (chain, at) = session.chain_at().await?;
	let value = read_entry(&chain, AchievementId(achievement), entry, at).await?;
	let names = session.names(&chain, at).await?;
	session.output.answer(&Answer { at, value }, |answer| {
		output::trial::entry(&answer.value, &|member| names.of(member))
	});
	Ok(())
}

pub(super) async fn proposals(session: &Session, achievement: u64) -> Result<()> {
	let (chain, at) = session.chain_at().await?;
	read_achievement(&chain, AchievementId(achievement), at).await?;
	let value: Vec<Proposal> =
		chain.call_api("TrialsApi_trials_proposals", AchievementId(achievement), at).await?;
	let names = session.names(&chain, at).await?;
	session.output.answer(&Answer { at, value }, |answer| match answer.value.is_empty() {
		true => format!("no entry of achievement {achievement} waits for consents"),
		false => output::trial::proposals(&answer.value, &|member| names.of(member)),
	});
	Ok(())
}
