//! Reading titles, histories and requests.

use crate::{
	chain::{Answer, At, Chain},
	cli::Session,
	error::{Error, Result},
	input::members::MemberRef,
	output,
};
use pallet_rights::{
	runtime_api::MAX_PAGE,
	views::{RequestView, TitleView},
};
use quanqi_title::Entry;
use quanqi_types::{AchievementId, MemberId};

/// A title. Fails where there is none, saying what the record waits for.
pub(super) async fn read_title(
	chain: &Chain,
	achievement: AchievementId,
	at: At,
) -> Result<TitleView> {
	let view: Option<TitleView> = chain.call_api("RightsApi_title", achievement, at).await?;
	view.ok_or_else(|| {
		Error::Absent(format!(
			"achievement {achievement} has no title at block {}: it does not exist, or waits for its \
			 co-owners; see quanqi achievement show {achievement}",
			at.number
		))
	})
}

pub(super) async fn title(session: &Session, achievement: u64) -> Result<()> {
	let (chain, at) = session.chain_at().await?;
	let value = read_title(&chain, AchievementId(achievement), at).await?;
	let names = session.names(&chain, at).await?;
	session.output.answer(&Answer { at, value }, |answer| {
		output::rights::title(answer, &|member| names.of(member))
	});
	Ok(())
}

pub(super) async fn history(
	session: &Session,
	achievement: u64,
	from: u32,
	limit: Option<u32>,
) -> Result<()> {
	let achievement = AchievementId(achievement);
	let (chain, at) = session.chain_at().await?;
	read_title(&chain, achievement, at).await?;
	let mut entries: Vec<Entry> = Vec::new();
	loop {
		let done = u32::try_from(entries.len()).unwrap_or(u32::MAX);
		let left = limit.unwrap_or(u32::MAX).saturating_sub(done).min(MAX_PAGE);
		let question = (achievement, from.saturating_add(done), left);
		let page: Vec<Entry> = chain.call_api("RightsApi_history", question, at).await?;
		if page.is_empty() {
			break;
		}
		entries.extend(page);
	}
	let names = session.names(&chain, at).await?;
	session.output.answer(&Answer { at, value: entries }, |answer| {
		output::rights::history(&answer.value, &|member| names.of(member))
	});
	Ok(())
}

/// Every achievement in whose title a member is named.
pub(super) async fn holdings_of(
	chain: &Chain,
	member: MemberId,
	at: At,
) -> Result<Vec<AchievementId>> {
	let mut all: Vec<AchievementId> = Vec::new();
	loop {
		let question = (member, all.last().copied(), MAX_PAGE);
		let page: Vec<AchievementId> = chain.call_api("RightsApi_holdings", question, at).await?;
		if page.is_empty() {
			break;
		}
		all.extend(page);
	}
	all.sort_unstable();
	Ok(all)
}

pub(super) async fn holdings(session: &Session, member: &MemberRef) -> Result<()> {
	let (chain, at) = session.chain_at().await?;
	let member = session.resolve(&chain, "member", member, at).await?;
	let all = holdings_of(&chain, member, at).await?;
	session.output.answer(&Answer { at, value: all }, |answer| {
		let list: Vec<_> = answer.value.iter().map(ToString::to_string).collect();
		match list.is_empty() {
			true => format!("member {member} is named in no title"),
			false => format!("member {member} is named in achievements {}", list.join(", ")),
		}
	});
	Ok(())
}

pub(super) async fn requests(session: &Session, achievement: u64) -> Result<()> {
	let (chain, at) = session.chain_at().await?;
	read_title(&chain, AchievementId(achievement), at).await?;
	let value: Vec<RequestView> =
		chain.call_api("RightsApi_requests", AchievementId(achievement), at).await?;
	let names = session.names(&chain, at).await?;
	session.output.answer(&Answer { at, value }, |answer| match answer.value.is_empty() {
		true => format!("no request waits in achievement {achievement}"),
		false => output::rights::requests(&answer.value, &|member| names.of(member)),
	});
	Ok(())
}
