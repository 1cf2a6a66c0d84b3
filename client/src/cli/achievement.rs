//! `quanqi achievement`: the register of achievements.

mod register;
mod show;

use super::{achievement_import::ImportArgs, Session};
use crate::{
	chain::{Chain, Receipt},
	error::{Error, Result},
	input::{
		codes::{parse_identifier, parse_text},
		dates::parse_date,
		declaration::{parse_kind, parse_status},
		documents::{parse_digest, DecisionArgs},
		members::MemberRef,
		words::parse_word,
	},
};
use clap::{Args, Subcommand};
use pallet_achievements::{
	types::{Attestation, BundleId, Evidence, Label},
	Call,
};
use quanqi_runtime::{Runtime, RuntimeEvent};
use quanqi_types::{
	bounds::{MAX_LABEL_BYTES, MAX_TITLE_TEXT_BYTES},
	AchievementId, AchievementKind, BoundedVec, Date, Digest, ExclusionClass, Identifier,
	MandateId, OfficialStatus, Text,
};
pub use register::RegisterArgs;
pub use show::read_achievement;

/// Achievements 成果.
#[derive(Subcommand, Clone, Debug)]
pub enum AchievementCommand {
	/// Register one 登记; the signer's member is its holder unit 持有单位
	#[command(after_help = "\
Example:
  quanqi --key university.json achievement register --kind invention-patent --title 方法 --application CN201610907263.X --filed 2016-10-18 --status granted --owner 1=60% --owner 2=40%")]
	Register(Box<RegisterArgs>),
	/// Register the achievements 成果 of a table; running it again registers nothing twice
	#[command(after_help = "\
Example:
  quanqi achievement import patents.csv --holders holders.csv --keys-dir keys --attester bureau.json")]
	Import(ImportArgs),
	/// Everything known of an achievement 成果
	#[command(after_help = "Example:\n  quanqi achievement show 1")]
	Show {
		/// Number of the achievement
		achievement: u64,
	},
	/// Find one by a number of a register 编号
	#[command(after_help = "\
Example:
  quanqi achievement find CN201610907263.X
  quanqi achievement find CN106530353B")]
	Find {
		/// Application, publication or grant number, or SCHEME:COUNTRY:NUMBER
		#[arg(value_parser = parse_identifier)]
		number: Identifier,
	},
	/// List all achievements 成果, or those of a holder unit 持有单位
	#[command(after_help = "Example:\n  quanqi achievement list --holder 12100000400000456B")]
	List {
		/// Only of this holder unit
		#[arg(long)]
		holder: Option<MemberRef>,
	},
	/// Confirm as co-owner 共有人 that a disclosure is right
	#[command(after_help = "Example:\n  quanqi --key co-owner.json achievement confirm 1")]
	Confirm {
		/// Number of the achievement
		achievement: u64,
		/// For this co-owner, under a mandate or as its administrator; else for the signer's member
		#[arg(long)]
		owner: Option<MemberRef>,
		/// The mandate 委托 used
		#[arg(long)]
		mandate: Option<u64>,
	},
	/// Attest an act of the office 官方状态
	#[command(after_help = "\
Example:
  quanqi --key bureau.json achievement status 1 lapsed --date 2024-05-01 --document CN106530353B")]
	Status(StatusArgs),
	/// Withdraw a disclosure 披露 that is not registered yet
	#[command(after_help = "Example:\n  quanqi --key university.json achievement withdraw 1")]
	Withdraw(WriteArgs),
	/// Add the digest of a document 证据
	#[command(after_help = "\
Example:
  quanqi --key university.json achievement evidence 1 --label report --digest sm3:0000000000000000000000000000000000000000000000000000000000000000")]
	Evidence {
		/// Which record, under which mandate
		#[command(flatten)]
		write: WriteArgs,
		/// What the document is
		#[arg(long, value_parser = parse_text::<MAX_LABEL_BYTES>)]
		label: Label,
		/// Its digest
		#[arg(long, value_parser = parse_digest)]
		digest: Digest,
	},
	/// Add a number of a register 编号
	#[command(after_help = "\
Example:
  quanqi --key university.json achievement identifier 1 --number CN106530353B")]
	Identifier {
		/// Which record, under which mandate
		#[command(flatten)]
		write: WriteArgs,
		/// The number
		#[arg(long, value_parser = parse_identifier)]
		number: Identifier,
	},
	/// Publish a sealed title 名称
	#[command(after_help = "\
Example:
  quanqi --key university.json achievement publish 1 --title 方法 --salt 0x0000000000000000000000000000000000000000000000000000000000000000")]
	Publish {
		/// Which record, under which mandate
		#[command(flatten)]
		write: WriteArgs,
		/// The text
		#[arg(long, value_parser = parse_text::<MAX_TITLE_TEXT_BYTES>)]
		title: Text<MAX_TITLE_TEXT_BYTES>,
		/// The salt of its commitment
		#[arg(long, value_parser = super::parse_hash)]
		salt: crate::chain::Hash,
	},
	/// Declare as owner to retire a record 注销, or take that back
	#[command(after_help = "Example:\n  quanqi --key university.json achievement retire 1")]
	Retire {
		/// Which record, under which mandate
		#[command(flatten)]
		write: WriteArgs,
		/// Take the declaration back
		#[arg(long)]
		take_back: bool,
	},
	/// Void a wrong registration 撤销登记 by decision
	#[command(after_help = "\
Example:
  quanqi --key bureau.json achievement void 1 --document D-1 --digest sm3:0000000000000000000000000000000000000000000000000000000000000000")]
	Void {
		/// Number of the achievement
		achievement: u64,
		/// The decision
		#[command(flatten)]
		decision: DecisionArgs,
	},
	/// Exclude a record from grants and pools 排除情形, or lift that
	#[command(after_help = "\
Example:
  quanqi --key bureau.json achievement exclude 1 --class defence --review 2027-01-01
  quanqi --key bureau.json achievement exclude 1 --lift")]
	#[command(group(clap::ArgGroup::new("change").required(true).args(["class", "lift"])))]
	Exclude {
		/// Number of the achievement
		achievement: u64,
		/// defence, national-security, national-interest or major-public-interest; never the secret
		#[arg(long, requires = "review", value_parser = parse_class)]
		class: Option<ExclusionClass>,
		/// Day of the next review
		#[arg(long, value_parser = parse_date)]
		review: Option<Date>,
		/// Lift the exclusion
		#[arg(long)]
		lift: bool,
	},
	/// Link a record to the family 同族成果 of another, or take it out of its own
	#[command(after_help = "\
Example:
  quanqi --key university.json achievement family 1 --with 2
  quanqi --key university.json achievement family 1 --leave")]
	#[command(group(clap::ArgGroup::new("change").required(true).args(["with", "leave"])))]
	Family {
		/// Which record, under which mandate
		#[command(flatten)]
		write: WriteArgs,
		/// A record of the same invention
		#[arg(long)]
		with: Option<u64>,
		/// Take it out of its family
		#[arg(long)]
		leave: bool,
	},
	/// Bundle records that are sold together 成果包, or dissolve a bundle
	#[command(after_help = "\
Example:
  quanqi --key university.json achievement bundle --label 电池 1 2 3
  quanqi --key university.json achievement bundle --dissolve 0")]
	#[command(group(clap::ArgGroup::new("change").required(true).args(["label", "dissolve"])))]
	Bundle {
		/// The records
		#[arg(required_unless_present = "dissolve")]
		achievements: Vec<u64>,
		/// What it is called
		#[arg(long, value_parser = parse_text::<MAX_LABEL_BYTES>)]
		label: Option<Label>,
		/// Dissolve this bundle
		#[arg(long, conflicts_with = "achievements")]
		dissolve: Option<u32>,
		/// The mandate 委托 used
		#[arg(long)]
		mandate: Option<u64>,
	},
	/// Put another holder unit 持有单位 in the place of one that merged, divided or ended, by decision
	#[command(after_help = "\
Example:
  quanqi --key bureau.json achievement holder 1 --to 3 --document D-1 --digest sm3:0000000000000000000000000000000000000000000000000000000000000000")]
	Holder {
		/// Number of the achievement
		achievement: u64,
		/// The new holder unit
		#[arg(long)]
		to: MemberRef,
		/// The decision
		#[command(flatten)]
		decision: DecisionArgs,
	},
}

/// A record and the mandate under which it is written about.
#[derive(Args, Clone, Debug)]
pub struct WriteArgs {
	/// Number of the achievement
	pub achievement: u64,
	/// The mandate 委托 used
	#[arg(long)]
	pub mandate: Option<u64>,
}

/// An act of the office.
#[derive(Args, Clone, Debug)]
pub struct StatusArgs {
	/// Number of the achievement
	pub achievement: u64,
	/// filed, published, granted, lapsed, restored, invalidated, partly-invalidated, expired, withdrawn
	/// or rejected
	#[arg(value_parser = parse_status)]
	pub status: OfficialStatus,
	/// Day of the act
	#[arg(long, value_parser = parse_date)]
	pub date: Date,
	/// Number of the office's document
	#[arg(long, value_parser = parse_text::<MAX_LABEL_BYTES>)]
	pub document: Label,
	/// What a granted application became: invention-patent, utility-model or design
	#[arg(long, value_parser = parse_kind)]
	pub becomes: Option<AchievementKind>,
	/// Filing day by the office's register
	#[arg(long, value_parser = parse_date)]
	pub filed: Option<Date>,
	/// Last day of protection, where it is not what kind and filing day give
	#[arg(long, value_parser = parse_date)]
	pub protected_until: Option<Date>,
}

fn mandate(number: Option<u64>) -> Option<MandateId> {
	number.map(MandateId)
}

impl AchievementCommand {
	/// Does it.
	pub async fn run(self, session: &Session) -> Result<()> {
		match self {
			Self::Register(arguments) => register::run(session, *arguments).await,
			Self::Import(arguments) => super::achievement_import::run(session, &arguments).await,
			Self::Show { achievement } => show::show(session, AchievementId(achievement)).await,
			Self::Find { number } => show::find(session, number).await,
			Self::List { holder } => show::list(session, holder).await,
			Self::Confirm { achievement, owner, mandate: number } => {
				let (chain, at) = session.chain_at().await?;
				let owner = match &owner {
					Some(owner) => session.resolve(&chain, "--owner", owner, at).await?,
					None => session.signer_member(&chain, at).await?.id,
				};
				let achievement = AchievementId(achievement);
				let call = Call::confirm { achievement, owner, mandate: mandate(number) };
				signed_on(session, &chain, call, "confirmed").await
			}
			Self::Holder { achievement, to, decision } => {
				let (chain, at) = session.chain_at().await?;
				let call = Call::change_holder {
					achievement: AchievementId(achievement),
					holder: session.resolve(&chain, "--to", &to, at).await?,
					document: decision.number,
					digest: decision.digest,
				};
				signed_on(session, &chain, call, "holder changed").await
			}
			other => {
				let (call, done) = other.plain_call()?;
				let chain = session.chain().await?;
				signed_on(session, &chain, call, done).await
			}
		}
	}

	/// The calls that need nothing looked up.
	fn plain_call(self) -> Result<(Call<Runtime>, &'static str)> {
		let record = |write: &WriteArgs| (AchievementId(write.achievement), mandate(write.mandate));
		Ok(match self {
			Self::Status(status) => (status.call(), "attested"),
			Self::Withdraw(write) => {
				let (achievement, mandate) = record(&write);
				(Call::withdraw_disclosure { achievement, mandate }, "withdrawn")
			}
			Self::Evidence { write, label, digest } => {
				let (achievement, mandate) = record(&write);
				let evidence = Evidence { digest, label };
				(Call::add_evidence { achievement, evidence, mandate }, "evidence added")
			}
			Self::Identifier { write, number } => {
				let (achievement, mandate) = record(&write);
				(Call::add_identifier { achievement, identifier: number, mandate }, "number added")
			}
			Self::Publish { write, title, salt } => {
				let (achievement, mandate) = record(&write);
				(
					Call::publish_title { achievement, salt: salt.0, text: title, mandate },
					"published",
				)
			}
			Self::Retire { write, take_back } => {
				let (achievement, mandate) = record(&write);
				match take_back {
					true => (Call::take_back_retirement { achievement, mandate }, "taken back"),
					false => (Call::retire { achievement, mandate }, "declared"),
				}
			}
			Self::Void { achievement, decision } => {
				let achievement = AchievementId(achievement);
				let DecisionArgs { number, digest } = decision;
				(Call::void { achievement, document: number, digest }, "voided")
			}
			Self::Exclude { achievement, class, review, .. } => {
				exclusion(AchievementId(achievement), class, review)?
			}
			Self::Family { write, with, .. } => {
				let (achievement, mandate) = record(&write);
				match with {
					Some(relative) => {
						let relative = AchievementId(relative);
						(Call::link_family { achievement, relative, mandate }, "linked")
					}
					None => {
						(Call::unlink_family { achievement, mandate }, "taken out of its family")
					}
				}
			}
			Self::Bundle { achievements, label, dissolve, mandate: number } => {
				bundle(achievements, label, dissolve, mandate(number))?
			}
			_ => return Err(Error::argument("command", "not a plain call")),
		})
	}
}

fn parse_class(text: &str) -> Result<ExclusionClass, String> {
	parse_word(text, "defence, national-security, national-interest or major-public-interest")
}

fn exclusion(
	achievement: AchievementId,
	class: Option<ExclusionClass>,
	review: Option<Date>,
) -> Result<(Call<Runtime>, &'static str)> {
	let Some((class, review_on)) = class.zip(review) else {
		return Ok((Call::lift_exclusion { achievement }, "exclusion lifted"));
	};
	Ok((Call::set_exclusion { achievement, class, review_on }, "excluded"))
}

fn bundle(
	achievements: Vec<u64>,
	label: Option<Label>,
	dissolve: Option<u32>,
	mandate: Option<MandateId>,
) -> Result<(Call<Runtime>, &'static str)> {
	if let Some(bundle) = dissolve {
		return Ok((Call::dissolve_bundle { bundle: BundleId(bundle), mandate }, "dissolved"));
	}
	let mut list: Vec<_> = achievements.into_iter().map(AchievementId).collect();
	list.sort_unstable();
	list.dedup();
	let count = list.len();
	let bundle = BoundedVec::try_from(list)
		.map_err(|_| Error::argument("achievements", format!("{count} records; at most 200")))?;
	let label = label.ok_or_else(|| Error::argument("--label", "missing"))?;
	Ok((Call::create_bundle { label, bundle, mandate }, "bundled"))
}

impl StatusArgs {
	fn call(self) -> Call<Runtime> {
		let attestation = Attestation {
			achievement: AchievementId(self.achievement),
			status: self.status,
			legal_date: self.date,
			document: self.document,
			becomes: self.becomes,
			filed: self.filed,
			protection_until: self.protected_until.map(Date::end),
		};
		Call::attest_status { attestation }
	}
}

/// The record that a call made or changed.
pub fn record_of(event: &RuntimeEvent) -> Option<AchievementId> {
	use pallet_achievements::Event;
	match event {
		RuntimeEvent::Achievements(
			Event::Disclosed { achievement, .. }
			| Event::Registered { achievement, .. }
			| Event::BulkItemRegistered { achievement, .. },
		) => Some(*achievement),
		_ => None,
	}
}

async fn signed_on(
	session: &Session,
	chain: &Chain,
	call: Call<Runtime>,
	done: &str,
) -> Result<()> {
	let receipt = session.submit(chain, call).await?;
	say(session, &receipt, done);
	Ok(())
}

fn say(session: &Session, receipt: &Receipt, done: &str) {
	use pallet_achievements::Event;
	let record = receipt.events.iter().find_map(record_of);
	let registered = |event: &RuntimeEvent| {
		matches!(event, RuntimeEvent::Achievements(Event::Registered { .. }))
	};
	let registered = receipt.events.iter().any(registered);
	let sentence = match (record, registered) {
		(Some(record), true) => format!("{done}: achievement {record} is registered"),
		(Some(record), false) => format!(
			"{done}: achievement {record} is disclosed; each co-owner confirms it: quanqi achievement \
			 confirm {record}"
		),
		(None, _) => done.to_owned(),
	};
	let did = serde_json::json!({ "achievement": record, "registered": registered });
	session.done(receipt, did, &sentence);
}
