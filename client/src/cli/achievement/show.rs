//! Reading achievements.

use crate::{
	chain::{Answer, At, Chain},
	cli::Session,
	error::{Error, Result},
	input::members::MemberRef,
	output,
};
use pallet_achievements::runtime_api::{AchievementPage, AchievementView};
use quanqi_types::{AchievementId, Identifier};

/// An achievement. Fails where there is none.
pub async fn read_achievement(
	chain: &Chain,
	achievement: AchievementId,
	at: At,
) -> Result<AchievementView> {
	let view: Option<AchievementView> =
		chain.call_api("AchievementsApi_achievements_get", achievement, at).await?;
	view.ok_or_else(|| {
		Error::Absent(format!("there is no achievement {achievement} at block {}", at.number))
	})
}

pub(super) async fn show(session: &Session, achievement: AchievementId) -> Result<()> {
	let (chain, at) = session.chain_at().await?;
	let answer = Answer { at, value: read_achievement(&chain, achievement, at).await? };
	let names = session.names(&chain, at).await?;
	session.output.answer(&answer, |answer| {
		output::achievement::show(&answer.value, &|member| names.of(member))
	});
	Ok(())
}

pub(super) async fn find(session: &Session, number: Identifier) -> Result<()> {
	let (chain, at) = session.chain_at().await?;
	let found: Option<AchievementId> =
		chain.call_api("AchievementsApi_achievements_by_identifier", &number, at).await?;
	match found {
		Some(achievement) => show(session, achievement).await,
		None => Err(Error::Absent(format!(
			"no achievement has the number {number} at block {}",
			at.number
		))),
	}
}

pub(super) async fn list(session: &Session, holder: Option<MemberRef>) -> Result<()> {
	let (chain, at) = session.chain_at().await?;
	let holder = match &holder {
		Some(holder) => Some(session.resolve(&chain, "--holder", holder, at).await?),
		None => None,
	};
	let mut all: Vec<AchievementView> = Vec::new();
	let mut after: Option<AchievementId> = None;
	loop {
		let page: AchievementPage = match holder {
			Some(holder) => {
				let question = (holder, after, 100u32);
				chain.call_api("AchievementsApi_achievements_by_holder", question, at).await?
			}
			None => {
				chain.call_api("AchievementsApi_achievements_list", (after, 100u32), at).await?
			}
		};
		all.extend(page.items);
		match page.next {
			Some(next) => after = Some(next),
			None => break,
		}
	}
	let names = session.names(&chain, at).await?;
	session.output.answer(&Answer { at, value: all }, |answer| {
		output::achievement::list(&answer.value, &|member| names.of(member))
	});
	Ok(())
}
