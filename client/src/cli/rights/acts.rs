//! Steps in a title: what they are called on the command line.

use super::super::Session;
use crate::{
	chain::{Answer, At, Chain},
	error::{Error, Result},
	input::{
		dates::{parse_last_day, PeriodArgs},
		documents::{DecisionArgs, OptionalDecisionArgs},
		members::MemberRef,
		scope::ScopeArgs,
		shares::{parse_line, parse_ppm},
	},
	output,
};
use clap::Subcommand;
use pallet_rights::views::{CheckAnswer, CheckQuestion};
use quanqi_title::{Act, Cause, EndReason};
use quanqi_types::{AchievementId, Commitment, Digest, MandateId, MemberId, Moment, Ppm};
use std::path::PathBuf;

mod args;
mod prepare;

use args::parse_end_reason;
pub(super) use args::{LicenseArgs, OnArgs};

/// A step in a title.
#[derive(Subcommand, Clone, Debug)]
pub enum Step {
	/// Transfer a share 转让; for patents it moves on the office's date
	#[command(after_help = "\
Example:
  quanqi --key owner.json rights transfer 1 --to 3 --part 20%
  quanqi --key owner.json rights transfer 7 --to 3 --part 20% --now")]
	Transfer {
		/// Which title
		#[command(flatten)]
		on: OnArgs,
		/// To whom
		#[arg(long)]
		to: MemberRef,
		/// How much of the whole: 20%, 0.2 or 200000ppm
		#[arg(long, value_parser = parse_ppm)]
		part: Ppm,
		/// At once, where no office registers it: software and know-how
		#[arg(long)]
		now: bool,
		/// With --now: the entry that agreed it
		#[arg(long, requires = "now")]
		agreed: Option<u32>,
	},
	/// Cancel an agreed transfer 取消转让
	#[command(
		after_help = "Example:\n  quanqi --key owner.json rights cancel-transfer 1 --agreed 3"
	)]
	CancelTransfer {
		/// Which title
		#[command(flatten)]
		on: OnArgs,
		/// The entry that agreed it
		#[arg(long)]
		agreed: u32,
		/// The decision behind it, if one is
		#[command(flatten)]
		decision: OptionalDecisionArgs,
	},
	/// Grant a licence 许可
	#[command(after_help = "\
Example:
  quanqi --key owner.json rights license 1 --form ordinary --to 3 --until 2030-12-31 --territory CN
  quanqi --key owner.json rights license 1 --form exclusive --to 4 --subject-to 5")]
	License {
		/// Which title
		#[command(flatten)]
		on: OnArgs,
		/// The terms
		#[command(flatten)]
		terms: LicenseArgs,
	},
	/// Grant a sublicence 分许可 of a use right one holds
	#[command(after_help = "\
Example:
  quanqi --key holder.json rights sublicense 1 --of 5 --form ordinary --to 6")]
	Sublicense {
		/// Which title
		#[command(flatten)]
		on: OnArgs,
		/// The use right it is a sublicence of
		#[arg(long)]
		of: u32,
		/// The terms
		#[command(flatten)]
		terms: LicenseArgs,
	},
	/// Transfer a part of a use right 使用权转让
	#[command(after_help = "\
Example:
  quanqi --key holder.json rights transfer-use 1 --right 5 --to 6 --part 100%")]
	TransferUse {
		/// Which title
		#[command(flatten)]
		on: OnArgs,
		/// The use right
		#[arg(long)]
		right: u32,
		/// To whom
		#[arg(long)]
		to: MemberRef,
		/// How much of the right
		#[arg(long, value_parser = parse_ppm)]
		part: Ppm,
	},
	/// Divide a use right among holders 使用权份额
	#[command(after_help = "\
Example:
  quanqi --key holder.json rights divide-use 1 --right 5 --holder 3=50% --holder 6=50%")]
	DivideUse {
		/// Which title
		#[command(flatten)]
		on: OnArgs,
		/// The use right
		#[arg(long)]
		right: u32,
		/// A holder and its part; repeatable
		#[arg(long, value_name = "MEMBER=PART", required = true, value_parser = parse_line)]
		holder: Vec<(String, Ppm)>,
	},
	/// Give a use right up 放弃
	#[command(after_help = "Example:\n  quanqi --key holder.json rights surrender 1 --right 5")]
	Surrender {
		/// Which title
		#[command(flatten)]
		on: OnArgs,
		/// The use right
		#[arg(long)]
		right: u32,
	},
	/// End a use right 终止 by its terms, by decision or otherwise
	#[command(after_help = "\
Example:
  quanqi --key owner.json rights end-use 1 --right 5 --reason by-terms")]
	EndUse {
		/// Which title
		#[command(flatten)]
		on: OnArgs,
		/// The use right
		#[arg(long)]
		right: u32,
		/// expired, surrendered, by-terms, decided, parent-ended or rescinded
		#[arg(long, value_parser = parse_end_reason)]
		reason: EndReason,
		/// The decision behind it, if one is
		#[command(flatten)]
		decision: OptionalDecisionArgs,
	},
	/// Agree to pledge 质押 a share or use right; the office's registration makes it
	#[command(after_help = "\
Example:
  quanqi --key owner.json rights pledge 1 --to 9 --part 20% --secured 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
	Pledge {
		/// Which title
		#[command(flatten)]
		on: OnArgs,
		/// The creditor
		#[arg(long)]
		to: MemberRef,
		/// How much, of the title or of the use right
		#[arg(long, value_parser = parse_ppm)]
		part: Ppm,
		/// Pledge this use right rather than one's share
		#[arg(long)]
		right: Option<u32>,
		/// Commitment 承诺值 to the secured amount
		#[arg(long)]
		secured: Commitment,
		/// Last day
		#[arg(long, value_parser = parse_last_day)]
		until: Option<Moment>,
	},
	/// Release a pledge 解除质押
	#[command(after_help = "Example:\n  quanqi --key creditor.json rights release 1 --pledge 6")]
	Release {
		/// Which title
		#[command(flatten)]
		on: OnArgs,
		/// The entry that made the pledge
		#[arg(long)]
		pledge: u32,
		/// The decision behind it, if one is
		#[command(flatten)]
		decision: OptionalDecisionArgs,
	},
	/// Block disposals by an authority's order 保全
	#[command(after_help = "\
Example:
  quanqi --key bureau.json rights hold 1 --share-of 2 --until 2027-05-31 --document H-1 --digest sm3:0000000000000000000000000000000000000000000000000000000000000000")]
	Hold {
		/// Which title
		#[command(flatten)]
		on: OnArgs,
		/// One owner's share; the whole title when neither is given
		#[arg(long, value_name = "MEMBER", conflicts_with = "right")]
		share_of: Option<MemberRef>,
		/// One use right
		#[arg(long)]
		right: Option<u32>,
		/// Last day
		#[arg(long, value_parser = parse_last_day)]
		until: Option<Moment>,
		/// The order
		#[command(flatten)]
		order: DecisionArgs,
	},
	/// Renew a hold with a new end 续行保全
	#[command(after_help = "\
Example:
  quanqi --key bureau.json rights renew-hold 1 --hold 6 --until 2028-05-31 --document H-2 --digest sm3:0000000000000000000000000000000000000000000000000000000000000000")]
	RenewHold {
		/// Which title
		#[command(flatten)]
		on: OnArgs,
		/// The entry that made the hold
		#[arg(long)]
		hold: u32,
		/// Last day
		#[arg(long, value_parser = parse_last_day)]
		until: Option<Moment>,
		/// The order
		#[command(flatten)]
		order: DecisionArgs,
	},
	/// Lift a hold before its time 解除保全
	#[command(after_help = "\
Example:
  quanqi --key bureau.json rights lift 1 --hold 6 --document H-3 --digest sm3:0000000000000000000000000000000000000000000000000000000000000000")]
	Lift {
		/// Which title
		#[command(flatten)]
		on: OnArgs,
		/// The entry that made the hold
		#[arg(long)]
		hold: u32,
		/// The order
		#[command(flatten)]
		order: DecisionArgs,
	},
	/// Keep rights for one member 预留
	#[command(after_help = "\
Example:
  quanqi --key owner.json rights reserve 1 --to 3 --until 2026-12-31")]
	Reserve {
		/// Which title
		#[command(flatten)]
		on: OnArgs,
		/// For whom
		#[arg(long)]
		to: MemberRef,
		/// What is kept
		#[command(flatten)]
		scope: ScopeArgs,
		/// For how long
		#[command(flatten)]
		period: PeriodArgs,
		/// Ask those in the way for their consent rather than be refused
		#[arg(long)]
		ask: bool,
	},
	/// End a reservation 预留 before its time
	#[command(
		after_help = "Example:\n  quanqi --key owner.json rights end-reservation 1 --reservation 6"
	)]
	EndReservation {
		/// Which title
		#[command(flatten)]
		on: OnArgs,
		/// The entry that made it
		#[arg(long)]
		reservation: u32,
		/// The decision behind it, if one is
		#[command(flatten)]
		decision: OptionalDecisionArgs,
	},
	/// Set the co-owners' own rules of consent 约定
	#[command(after_help = "\
Example:
  quanqi --key owner.json rights agreement 1 --rule transfer=all --rule ordinary-licence=threshold:50%:15d --digest sm3:0000000000000000000000000000000000000000000000000000000000000000")]
	#[command(group(clap::ArgGroup::new("rules").required(true).args(["rule", "none"])))]
	Agreement {
		/// Which title
		#[command(flatten)]
		on: OnArgs,
		/// ACT=RULE or ACT=RULE:DAYS with RULE any, all or threshold:PART; repeatable. Acts: own-use,
		/// ordinary-licence, sole-licence, exclusive-licence, pool-entry, transfer, pledge, grant, retire
		#[arg(long, value_name = "ACT=RULE", value_parser = prepare::parse_agreement_line)]
		rule: Vec<quanqi_title::AgreementLine>,
		/// No rule of their own any more: those of the statutes hold
		#[arg(long)]
		none: bool,
		/// Digest of the agreement
		#[arg(long, value_parser = crate::input::documents::parse_digest)]
		digest: Digest,
	},
	/// Pass everything a member has to its successors 承继, by decision
	#[command(after_help = "\
Example:
  quanqi --key bureau.json rights succeed 7 --heir 3=100% --achievement 1 --document D-1 --digest sm3:0000000000000000000000000000000000000000000000000000000000000000")]
	Succeed {
		/// Whose place
		from: MemberRef,
		/// An heir or successor and its part; repeatable
		#[arg(long, value_name = "MEMBER=PART", required = true, value_parser = parse_line)]
		heir: Vec<(String, Ppm)>,
		/// In which achievements; all in which the member is named when absent
		#[arg(long = "achievement")]
		achievements: Vec<u64>,
		/// The decision
		#[command(flatten)]
		decision: DecisionArgs,
	},
	/// Set right an earlier entry by decision 更正; the correction is a JSON file
	#[command(after_help = "\
Example:
  quanqi --key bureau.json rights correct 1 --file correction.json --document D-1 --digest sm3:0000000000000000000000000000000000000000000000000000000000000000")]
	Correct {
		/// Which title
		#[command(flatten)]
		on: OnArgs,
		/// {"corrects": 3, "owners": null, "ends_right": 5, "right": null, "status": null}
		#[arg(long)]
		file: PathBuf,
		/// The decision
		#[command(flatten)]
		decision: DecisionArgs,
	},
}

/// A step with everything looked up: what it does to a title, and the call that does it.
pub(super) struct Prepared {
	pub(super) achievement: Option<AchievementId>,
	pub(super) act: Act,
	pub(super) cause: Cause,
	pub(super) call: Box<pallet_rights::Call<quanqi_runtime::Runtime>>,
}

impl Step {
	fn on(&self) -> Option<&OnArgs> {
		match self {
			Self::Transfer { on, .. }
			| Self::CancelTransfer { on, .. }
			| Self::License { on, .. }
			| Self::Sublicense { on, .. }
			| Self::TransferUse { on, .. }
			| Self::DivideUse { on, .. }
			| Self::Surrender { on, .. }
			| Self::EndUse { on, .. }
			| Self::Pledge { on, .. }
			| Self::Release { on, .. }
			| Self::Hold { on, .. }
			| Self::RenewHold { on, .. }
			| Self::Lift { on, .. }
			| Self::Reserve { on, .. }
			| Self::EndReservation { on, .. }
			| Self::Agreement { on, .. }
			| Self::Correct { on, .. } => Some(on),
			Self::Succeed { .. } => None,
		}
	}

	/// Takes the step.
	pub async fn run(self, session: &Session) -> Result<()> {
		let (chain, at) = session.chain_at().await?;
		let actor = actor(session, &chain, at, &self, None).await?;
		let prepared = self.prepare(session, &chain, at, actor).await?;
		let receipt = session.submit(&chain, *prepared.call).await?;
		super::told::say(session, &receipt, "done");
		super::told::ensure_none_skipped(&receipt)
	}
}

/// Whose step it is: who the command line says, the principal of the mandate, the signer's member,
/// or the first owner of the title.
async fn actor(
	session: &Session,
	chain: &Chain,
	at: At,
	step: &Step,
	said: Option<&MemberRef>,
) -> Result<MemberId> {
	if let Some(member) = said {
		return session.resolve(chain, "--as", member, at).await;
	}
	if let Some(number) = step.on().and_then(|on| on.mandate) {
		let mandate: Option<pallet_consortium::types::Mandate> =
			chain.call_api("ConsortiumApi_mandate", MandateId(number), at).await?;
		let absent = || Error::argument("--mandate", format!("there is no mandate {number}"));
		return mandate.map(|mandate| mandate.principal).ok_or_else(absent);
	}
	if session.global.key.is_some() {
		return Ok(session.signer_member(chain, at).await?.id);
	}
	// Only questions come without a key: steps ask for it when they are signed.
	let on = step.on().ok_or_else(|| Error::argument("--as", "say whose step it would be"))?;
	let view = super::show::read_title(chain, AchievementId(on.achievement), at).await?;
	let first = view.title.body().owners.lines().first().map(|line| line.member);
	first.ok_or_else(|| Error::argument("--as", "the title has no owner"))
}

/// Asks whether a step would be lawful now.
pub(super) async fn check(session: &Session, step: Step, said: Option<&MemberRef>) -> Result<()> {
	let (chain, at) = session.chain_at().await?;
	let actor = actor(session, &chain, at, &step, said).await?;
	let prepared = step.prepare(session, &chain, at, actor).await?;
	let achievement = prepared
		.achievement
		.ok_or_else(|| Error::argument("--achievement", "one achievement is needed to check"))?;
	let question = CheckQuestion {
		achievement,
		actor,
		cause: prepared.cause,
		legal_date: None,
		consents: Vec::new(),
		act: prepared.act,
	};
	let value: CheckAnswer = chain.call_api("RightsApi_check", &question, at).await?;
	let lawful = value.lawful || output::rights::waits_for_consents_only(&value);
	let names = session.names(&chain, at).await?;
	session.output.answer(&Answer { at, value }, |answer| {
		let by = format!("as member {}, at block {}", names.of(actor), answer.at.number);
		format!("{}\n{by}", output::rights::check(&answer.value, &|member| names.of(member)))
	});
	match lawful {
		true => Ok(()),
		false => Err(Error::refused("it would not be lawful now")),
	}
}
