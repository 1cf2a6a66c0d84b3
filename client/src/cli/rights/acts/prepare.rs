//! Looking up what a step names, and building its act and its call.

use super::{LicenseArgs, Prepared, Step};
use crate::{
	chain::{At, Chain},
	cli::Session,
	error::{Error, Place, Result},
	input::{
		dates::{self, PeriodArgs},
		documents::DecisionArgs,
		scope::ScopeArgs,
		shares,
	},
};
use pallet_rights::{Call, DecisionDocument, Obstacles};
use quanqi_runtime::Runtime;
use quanqi_title::{
	Act, Agreement, AgreementLine, Cause, Correction, EndReason, HoldTarget, UseBasis, UseGrant,
};
use quanqi_types::{
	AchievementId, BoundedVec, ConsentAct, ConsentRule, MandateId, MemberId, Moment, Period, Ppm,
	Scope, Shares,
};
use std::path::Path;

type RightsCall = Call<Runtime>;

/// Where a step is taken and by whom.
struct Ground<'a> {
	session: &'a Session,
	chain: &'a Chain,
	at: At,
	actor: MemberId,
	achievement: AchievementId,
	mandate: Option<MandateId>,
}

impl Ground<'_> {
	async fn member(
		&self,
		field: &str,
		member: &crate::input::members::MemberRef,
	) -> Result<MemberId> {
		self.session.resolve(self.chain, field, member, self.at).await
	}

	/// Shares of members as written.
	async fn shares(&self, field: &str, lines: &[(String, Ppm)]) -> Result<Shares> {
		let mut known = Vec::new();
		for (member, ppm) in lines {
			let member = member.parse().map_err(|error| Error::argument(field, error))?;
			known.push((self.member(field, &member).await?, *ppm));
		}
		shares::shares(&known).map_err(|error| Error::argument(field, error))
	}

	async fn now(&self) -> Result<Moment> {
		self.chain.time(self.at).await
	}

	async fn period(&self, arguments: &PeriodArgs) -> Result<Period> {
		let now = self.now().await?;
		dates::period(arguments.from, arguments.until, now)
			.map_err(|error| Error::argument("--until", error))
	}

	async fn grant(&self, terms: &LicenseArgs, basis: UseBasis) -> Result<UseGrant> {
		let holders = match terms.to.as_slice() {
			[one] if !one.contains('=') => {
				let member = one.parse().map_err(|error| Error::argument("--to", error))?;
				Shares::single(self.member("--to", &member).await?)
			}
			several => {
				let lines = several.iter().map(|line| shares::parse_line(line));
				let lines: Vec<_> = lines
					.collect::<Result<_, _>>()
					.map_err(|error| Error::argument("--to", error))?;
				self.shares("--to", &lines).await?
			}
		};
		let count = terms.subject_to.len();
		let mut subject_to = terms.subject_to.clone();
		subject_to.sort_unstable();
		subject_to.dedup();
		Ok(UseGrant {
			grantor: self.actor,
			form: terms.form,
			basis,
			holders,
			scope: scope(&terms.scope)?,
			period: self.period(&terms.period).await?,
			transferable: terms.transferable,
			sublicensable: terms.sublicensable,
			sublicences_survive: terms.sublicences_survive,
			subject_to: BoundedVec::try_from(subject_to).map_err(|_| {
				Error::argument("--subject-to", format!("{count} rights; at most 64"))
			})?,
			replaces: terms.replaces,
		})
	}

	/// A step of the actor's own declaration.
	fn declared(&self, act: Act, call: RightsCall) -> Prepared {
		Prepared {
			achievement: Some(self.achievement),
			act,
			cause: Cause::Declaration,
			call: Box::new(call),
		}
	}

	/// A step that rests on a decision, where there is one.
	fn decided(&self, act: Act, call: RightsCall, decision: Option<DecisionDocument>) -> Prepared {
		let cause = decision
			.map_or(Cause::Declaration, |document| Cause::Decision(document.of(self.actor)));
		Prepared { cause, ..self.declared(act, call) }
	}
}

fn scope(arguments: &ScopeArgs) -> Result<Scope> {
	arguments.scope().map_err(|(flag, reason)| Error::argument(flag, reason))
}

fn obstacles(ask: bool) -> Obstacles {
	match ask {
		true => Obstacles::Ask,
		false => Obstacles::Refuse,
	}
}

/// `ACT=RULE` or `ACT=RULE:DAYS`.
pub(super) fn parse_agreement_line(text: &str) -> Result<AgreementLine, String> {
	let form = || {
		format!("{text}: write ACT=any, ACT=all or ACT=threshold:PART, and after another colon 15d")
	};
	let (act, rule) = text.split_once('=').ok_or_else(form)?;
	let act: ConsentAct = act.trim().parse().map_err(|_| {
		let known: Vec<_> = ConsentAct::ALL.iter().map(ToString::to_string).collect();
		format!("{act}: an act is one of {}", known.join(", "))
	})?;
	let mut parts = rule.split(':');
	let rule = match parts.next() {
		Some("any") => ConsentRule::Any,
		Some("all") => ConsentRule::All,
		Some("threshold") => {
			ConsentRule::Threshold(shares::parse_ppm(parts.next().ok_or_else(form)?)?)
		}
		_ => return Err(form()),
	};
	let deemed_after = parts.next().map(dates::parse_term).transpose()?;
	match parts.next() {
		Some(_) => Err(form()),
		None => Ok(AgreementLine { act, rule, deemed_after }),
	}
}

impl Step {
	/// The act and the call, with everything looked up.
	pub(super) async fn prepare(
		self,
		session: &Session,
		chain: &Chain,
		at: At,
		actor: MemberId,
	) -> Result<Prepared> {
		let (achievement, mandate) =
			self.on().map_or((0, None), |on| (on.achievement, on.mandate.map(MandateId)));
		let achievement = AchievementId(achievement);
		let ground = Ground { session, chain, at, actor, achievement, mandate };
		match self {
			Self::Transfer { .. } | Self::CancelTransfer { .. } => self.transfer(&ground).await,
			Self::License { .. } | Self::Sublicense { .. } => self.license(&ground).await,
			Self::TransferUse { .. }
			| Self::DivideUse { .. }
			| Self::Surrender { .. }
			| Self::EndUse { .. } => self.use_right(&ground).await,
			Self::Pledge { .. }
			| Self::Release { .. }
			| Self::Hold { .. }
			| Self::RenewHold { .. }
			| Self::Lift { .. } => self.encumbrance(&ground).await,
			Self::Reserve { .. } | Self::EndReservation { .. } => self.offer(&ground).await,
			Self::Agreement { .. } | Self::Succeed { .. } | Self::Correct { .. } => {
				self.of_the_whole(&ground).await
			}
		}
	}

	async fn transfer(self, ground: &Ground<'_>) -> Result<Prepared> {
		let (achievement, mandate, from) = (ground.achievement, ground.mandate, ground.actor);
		match self {
			Self::Transfer { to, part: ppm, now: true, agreed, .. } => {
				let to = ground.member("--to", &to).await?;
				let act = Act::ShareTransferred { agreed, from, to, ppm };
				let call = Call::transfer_now { achievement, agreed, to, ppm, mandate };
				Ok(ground.declared(act, call))
			}
			Self::Transfer { to, part: ppm, .. } => {
				let to = ground.member("--to", &to).await?;
				let act = Act::TransferAgreed { from, to, ppm };
				let call = Call::agree_transfer { achievement, to, ppm, mandate };
				Ok(ground.declared(act, call))
			}
			Self::CancelTransfer { agreed, decision, .. } => {
				let decision = decision.decision();
				let act = Act::TransferCancelled { agreed };
				let call = Call::cancel_transfer {
					achievement,
					agreed,
					decision: decision.clone(),
					mandate,
				};
				Ok(ground.decided(act, call, decision))
			}
			_ => Err(not_here()),
		}
	}

	async fn license(self, ground: &Ground<'_>) -> Result<Prepared> {
		let (terms, basis) = match &self {
			Self::License { terms, .. } => (terms, UseBasis::Licence),
			Self::Sublicense { terms, of, .. } => (terms, UseBasis::Sublicence(*of)),
			_ => return Err(not_here()),
		};
		let grant = Box::new(ground.grant(terms, basis).await?);
		let call = Call::grant_use {
			achievement: ground.achievement,
			terms: grant.clone(),
			obstacles: obstacles(terms.ask),
			mandate: ground.mandate,
		};
		Ok(ground.declared(Act::UseGranted(grant), call))
	}

	async fn use_right(self, ground: &Ground<'_>) -> Result<Prepared> {
		let (achievement, mandate) = (ground.achievement, ground.mandate);
		match self {
			Self::TransferUse { right, to, part: ppm, .. } => {
				let to = ground.member("--to", &to).await?;
				let act = Act::UseTransferred { right, from: ground.actor, to, ppm };
				let call = Call::transfer_use { achievement, right, to, ppm, mandate };
				Ok(ground.declared(act, call))
			}
			Self::DivideUse { right, holder, .. } => {
				let holders = ground.shares("--holder", &holder).await?;
				let act = Act::UseDivided { right, holders: holders.clone() };
				let call = Call::divide_use { achievement, right, holders, mandate };
				Ok(ground.declared(act, call))
			}
			Self::Surrender { right, .. } => {
				let reason = EndReason::Surrendered;
				let act = Act::UseEnded { right, reason };
				let call = Call::end_use { achievement, right, reason, decision: None, mandate };
				Ok(ground.declared(act, call))
			}
			Self::EndUse { right, reason, decision, .. } => {
				let decision = decision.decision();
				let act = Act::UseEnded { right, reason };
				let call = Call::end_use {
					achievement,
					right,
					reason,
					decision: decision.clone(),
					mandate,
				};
				Ok(ground.decided(act, call, decision))
			}
			_ => Err(not_here()),
		}
	}

	async fn encumbrance(self, ground: &Ground<'_>) -> Result<Prepared> {
		let (achievement, mandate) = (ground.achievement, ground.mandate);
		match self {
			Self::Pledge { to, part: ppm, right, secured, until, .. } => {
				let (pledgor, pledgee) = (ground.actor, ground.member("--to", &to).await?);
				let target = right.map_or(HoldTarget::Share(pledgor), HoldTarget::UseRight);
				let act = Act::Pledged { pledgor, pledgee, target, ppm, secured, until };
				let call =
					Call::pledge { achievement, pledgee, target, ppm, secured, until, mandate };
				Ok(ground.declared(act, call))
			}
			Self::Release { pledge, decision, .. } => {
				let decision = decision.decision();
				let call = Call::release_pledge {
					achievement,
					pledge,
					decision: decision.clone(),
					mandate,
				};
				Ok(ground.decided(Act::PledgeReleased { pledge }, call, decision))
			}
			Self::Hold { share_of, right, until, order, .. } => {
				let target = match (share_of, right) {
					(Some(member), _) => {
						HoldTarget::Share(ground.member("--share-of", &member).await?)
					}
					(None, Some(right)) => HoldTarget::UseRight(right),
					(None, None) => HoldTarget::Whole,
				};
				let order = order.decision();
				let act = Act::Held { target, until, renews: None };
				let call = Call::hold { achievement, target, until, order: order.clone() };
				Ok(ground.decided(act, call, Some(order)))
			}
			Self::RenewHold { hold, until, order, .. } => {
				let view =
					super::super::show::read_title(ground.chain, achievement, ground.at).await?;
				let held = view.title.body().holds.iter().find(|held| held.sequence == hold);
				let target = held.map(|held| held.target).ok_or_else(|| {
					Error::argument("--hold", format!("entry {hold} is no hold of this title"))
				})?;
				let order = order.decision();
				let act = Act::Held { target, until, renews: Some(hold) };
				let call = Call::renew_hold { achievement, hold, until, order: order.clone() };
				Ok(ground.decided(act, call, Some(order)))
			}
			Self::Lift { hold, order, .. } => {
				let order = order.decision();
				let call = Call::lift_hold { achievement, hold, order: order.clone() };
				Ok(ground.decided(Act::HoldLifted { hold }, call, Some(order)))
			}
			_ => Err(not_here()),
		}
	}

	async fn offer(self, ground: &Ground<'_>) -> Result<Prepared> {
		let (achievement, mandate) = (ground.achievement, ground.mandate);
		match self {
			Self::Reserve { to, scope: what, period, ask, .. } => {
				let beneficiary = ground.member("--to", &to).await?;
				let (scope, period) = (scope(&what)?, ground.period(&period).await?);
				let act = Act::Reserved { beneficiary, scope: scope.clone(), period };
				let call = Call::reserve {
					achievement,
					beneficiary,
					scope: Box::new(scope),
					period,
					obstacles: obstacles(ask),
					mandate,
				};
				Ok(ground.declared(act, call))
			}
			Self::EndReservation { reservation, decision, .. } => {
				let decision = decision.decision();
				let act = Act::ReservationEnded { reservation };
				let call = Call::end_reservation {
					achievement,
					reservation,
					decision: decision.clone(),
					mandate,
				};
				Ok(ground.decided(act, call, decision))
			}
			_ => Err(not_here()),
		}
	}

	async fn of_the_whole(self, ground: &Ground<'_>) -> Result<Prepared> {
		let (achievement, mandate) = (ground.achievement, ground.mandate);
		match self {
			Self::Agreement { mut rule, digest, .. } => {
				rule.sort_by_key(|line| line.act);
				let lines = BoundedVec::try_from(rule)
					.map_err(|_| Error::argument("--rule", "at most one rule for each act"))?;
				let agreement = Agreement { lines, digest };
				let call =
					Call::set_agreement { achievement, agreement: agreement.clone(), mandate };
				Ok(ground.declared(Act::AgreementSet(agreement), call))
			}
			Self::Succeed { from, heir, achievements, decision } => {
				succeed(ground, &from, &heir, achievements, &decision).await
			}
			Self::Correct { file, decision, .. } => {
				let wrong = |error: String| Error::file(Place::file(&file), error);
				let text = std::fs::read_to_string(&file)
					.map_err(|error| wrong(format!("cannot be read: {error}")))?;
				let correction = Box::new(correction(&file, &text)?);
				let decision = decision.decision();
				let call = Call::correct {
					achievement,
					correction: correction.clone(),
					decision: decision.clone(),
				};
				Ok(ground.decided(Act::Corrected(correction), call, Some(decision)))
			}
			_ => Err(not_here()),
		}
	}
}

/// A correction in JSON. A field that it does not have would be a step that is not taken.
fn correction(file: &Path, text: &str) -> Result<Correction> {
	const FIELDS: [&str; 5] = ["corrects", "owners", "ends_right", "right", "status"];
	let wrong = |error: serde_json::Error| {
		let line = u64::try_from(error.line()).ok();
		Error::file(Place { line, ..Place::file(file) }, error)
	};
	let value: serde_json::Map<String, serde_json::Value> =
		serde_json::from_str(text).map_err(wrong)?;
	if let Some(unknown) = value.keys().find(|key| !FIELDS.contains(&key.as_str())) {
		let reason = format!("no such field; a correction has {}", FIELDS.join(", "));
		return Err(Error::file(Place::file(file).field(unknown), reason));
	}
	serde_json::from_str(text).map_err(wrong)
}

async fn succeed(
	ground: &Ground<'_>,
	from: &crate::input::members::MemberRef,
	heirs: &[(String, Ppm)],
	achievements: Vec<u64>,
	decision: &DecisionArgs,
) -> Result<Prepared> {
	let from = ground.member("from", from).await?;
	let heirs = ground.shares("--heir", heirs).await?;
	let list: Vec<AchievementId> = match achievements.is_empty() {
		false => achievements.into_iter().map(AchievementId).collect(),
		true => super::super::show::holdings_of(ground.chain, from, ground.at).await?,
	};
	if list.is_empty() {
		let reason = format!("member {from} is named in no title: there is nothing to pass on");
		return Err(Error::Absent(reason));
	}
	let first = list.first().copied();
	let count = list.len();
	let achievements = BoundedVec::try_from(list).map_err(|_| {
		Error::argument(
			"--achievement",
			format!("{count} achievements; name fewer, in several calls"),
		)
	})?;
	let decision = decision.decision();
	let act = Act::Succeeded { from, heirs: heirs.clone() };
	let call = Call::succeed { from, heirs, achievements, decision: decision.clone() };
	Ok(Prepared { achievement: first, ..ground.decided(act, call, Some(decision)) })
}

fn not_here() -> Error {
	Error::argument("command", "this step is prepared elsewhere")
}

#[cfg(test)]
mod tests {
	use super::*;
	use quanqi_types::{Term, TermUnit};

	#[test]
	fn correction_should_be_refused_with_its_place_when_it_cannot_be_read() {
		let error = |text| correction(Path::new("c.json"), text).unwrap_err().to_string();
		let text = error("{\"corrects\": 3,\n \"colour\": 1}");
		assert!(text.contains("c.json, field colour: no such field"), "{text}");
		assert!(error("{\"corrects\": 3,\n").starts_with("c.json, line 2"));
		assert!(error("{\"corrects\":\n \"x\"}").starts_with("c.json, line 2"));
	}

	#[test]
	fn agreement_line_should_have_an_act_a_rule_and_perhaps_days() {
		let line = parse_agreement_line("transfer=all").unwrap();
		assert_eq!(
			(line.act, line.rule, line.deemed_after),
			(ConsentAct::Transfer, ConsentRule::All, None)
		);
		let line = parse_agreement_line("ordinary-licence=threshold:50%:15d").unwrap();
		assert_eq!(line.rule, ConsentRule::Threshold(500_000));
		assert_eq!(line.deemed_after, Some(Term { number: 15, unit: TermUnit::Day }));
		for wrong in
			["transfer", "fly=all", "transfer=most", "transfer=threshold", "transfer=all:15d:x"]
		{
			assert!(parse_agreement_line(wrong).is_err(), "{wrong}");
		}
	}
}
