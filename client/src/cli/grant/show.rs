//! Reading grants.

use super::terms::TermsArgs;
use crate::{
	chain::{Answer, At, Chain},
	cli::Session,
	error::{Error, Result},
	input::members::MemberRef,
	output,
};
use pallet_grants::{
	runtime_api::{GrantCheck, GrantPage, GrantView, MAX_PAGE},
	types::{Grant, Record},
};
use quanqi_types::{AchievementId, GrantId, MemberId};

/// A grant. Fails where there is none.
pub(super) async fn read(chain: &Chain, grant: GrantId, at: At) -> Result<GrantView> {
	let view: Option<GrantView> = chain.call_api("GrantsApi_grant", grant, at).await?;
	view.ok_or_else(|| {
		Error::Absent(format!(
			"there is no grant {grant} at block {}; see `quanqi grant list`",
			at.number
		))
	})
}

/// The record of a view.
pub(super) fn record(view: GrantView) -> Grant {
	let Record::V1(grant) = view.record;
	grant
}

pub(super) async fn show(session: &Session, grant: u64) -> Result<()> {
	let (chain, at) = session.chain_at().await?;
	let value = read(&chain, GrantId(grant), at).await?;
	let names = session.names(&chain, at).await?;
	session.output.answer(&Answer { at, value }, |answer| {
		output::grant::show(answer, &|member| names.of(member))
	});
	Ok(())
}

pub(super) async fn list(session: &Session, achievement: Option<u64>) -> Result<()> {
	let (chain, at) = session.chain_at().await?;
	let (mut all, mut after): (Vec<GrantView>, Option<GrantId>) = (Vec::new(), None);
	loop {
		let page: GrantPage = match achievement.map(AchievementId) {
			Some(of) => chain.call_api("GrantsApi_grants_of", (of, after, MAX_PAGE), at).await?,
			None => chain.call_api("GrantsApi_grants", (after, MAX_PAGE), at).await?,
		};
		all.extend(page.items);
		after = page.next;
		if after.is_none() {
			break;
		}
	}
	let names = session.names(&chain, at).await?;
	session.output.answer(&Answer { at, value: all }, |answer| match answer.value.is_empty() {
		true => "no grant".to_owned(),
		false => output::grant::list(&answer.value, &|member| names.of(member)),
	});
	Ok(())
}

pub(super) async fn approvals(session: &Session, unit: &MemberRef) -> Result<()> {
	let (chain, at) = session.chain_at().await?;
	let unit = session.resolve(&chain, "unit", unit, at).await?;
	let value: u8 = chain.call_api("GrantsApi_approvals_needed", unit, at).await?;
	session.output.answer(&Answer { at, value }, |answer| {
		format!("grants of member {unit} need {} approvals 审批", answer.value)
	});
	Ok(())
}

/// The unit that would grant: who the command line says, the signer's member, or the first owner.
async fn unit_of(
	session: &Session,
	chain: &Chain,
	at: At,
	achievement: AchievementId,
	said: Option<&MemberRef>,
) -> Result<MemberId> {
	if let Some(unit) = said {
		return session.resolve(chain, "--unit", unit, at).await;
	}
	if session.global.key.is_some() {
		return Ok(session.signer_member(chain, at).await?.id);
	}
	let title: Option<pallet_rights::views::TitleView> =
		chain.call_api("RightsApi_title", achievement, at).await?;
	let owner = title.and_then(|view| view.title.body().owners.lines().first().copied());
	let unknown = || Error::argument("--unit", "say whose grant it would be");
	owner.map(|line| line.member).ok_or_else(unknown)
}

/// Asks whether terms would be lawful now, once everyone has said yes.
pub(super) async fn check(
	session: &Session,
	achievement: u64,
	unit: Option<&MemberRef>,
	terms: &TermsArgs,
) -> Result<()> {
	let (chain, at) = session.chain_at().await?;
	let achievement = AchievementId(achievement);
	let terms = terms.terms(session, &chain, at, achievement).await?;
	let unit = unit_of(session, &chain, at, achievement, unit).await?;
	let value: GrantCheck = chain.call_api("GrantsApi_check", (unit, terms), at).await?;
	let lawful = value.lawful;
	let names = session.names(&chain, at).await?;
	session.output.answer(&Answer { at, value }, |answer| {
		let by = format!("as a grant of member {}, at block {}", names.of(unit), answer.at.number);
		format!("{}\n{by}", output::grant::check(&answer.value, &|member| names.of(member)))
	});
	match lawful {
		true => Ok(()),
		false => Err(Error::refused("these terms would not be lawful now")),
	}
}
