//! Registering one achievement.

use super::{mandate, signed_on};
use crate::{
	chain::{At, Chain},
	cli::Session,
	error::{Error, Result},
	input::{
		codes::parse_identifier,
		dates::parse_date,
		declaration::{
			chinese_identifiers, parse_funding, parse_ipc, parse_kind, parse_status, Facts, Owners,
		},
		members::MemberRef,
		shares::parse_line,
	},
};
use clap::Args;
use pallet_achievements::{types::Funding, Call};
use quanqi_types::{AchievementKind, Date, Identifier, MemberId, OfficialStatus, Ppm};

/// What is declared of an achievement.
#[derive(Args, Clone, Debug)]
pub struct RegisterArgs {
	/// Kind 类别: invention-patent, utility-model, design, patent-application, software, layout,
	/// plant-variety, know-how
	#[arg(long, value_parser = parse_kind)]
	pub kind: AchievementKind,
	/// What it is called 名称
	#[arg(long)]
	pub title: String,
	/// Chinese application number 申请号
	#[arg(long, default_value = "")]
	pub application: String,
	/// Publication number 公开号
	#[arg(long, default_value = "")]
	pub publication: String,
	/// Grant number 授权公告号
	#[arg(long, default_value = "")]
	pub grant: String,
	/// Another number, as SCHEME:COUNTRY:NUMBER; repeatable
	#[arg(long, value_name = "NUMBER", value_parser = parse_identifier)]
	pub number: Vec<Identifier>,
	/// Compute check characters that are missing
	#[arg(long)]
	pub complete_check_digits: bool,
	/// Status at the office on the holder's word
	#[arg(long, value_parser = parse_status)]
	pub status: OfficialStatus,
	/// Filing day 申请日
	#[arg(long, value_parser = parse_date)]
	pub filed: Option<Date>,
	/// Day of completion 完成日
	#[arg(long, value_parser = parse_date)]
	pub completed: Option<Date>,
	/// Agreed share 份额 of an owner, such as 7=60%; repeatable
	#[arg(long, value_name = "MEMBER=PART", value_parser = parse_line)]
	pub owner: Vec<(String, Ppm)>,
	/// Co-owner 共有人 with a part deemed equal; repeatable
	#[arg(long, value_name = "MEMBER", conflicts_with = "owner")]
	pub co_owner: Vec<MemberRef>,
	/// Where the money came from: own, fiscal:PROGRAMME or commissioned:MEMBER
	#[arg(long, default_value = "own", value_parser = parse_funding)]
	pub funding: Funding,
	/// A service achievement 职务科技成果
	#[arg(long)]
	pub service: bool,
	/// Completer 完成人; repeatable
	#[arg(long, value_name = "MEMBER")]
	pub completer: Vec<MemberRef>,
	/// IPC symbols divided by semicolons
	#[arg(long, default_value = "")]
	pub ipc: String,
	/// The mandate 委托 used
	#[arg(long)]
	pub mandate: Option<u64>,
}

/// Registers an achievement by the signer's key.
pub(super) async fn run(session: &Session, arguments: RegisterArgs) -> Result<()> {
	let (chain, at) = session.chain_at().await?;
	let signer = session.signer_member(&chain, at).await?;
	let facts = facts(session, &chain, at, &arguments, signer.id).await?;
	let known = chain.achievements_by_identifier(&facts.identifiers, at).await?;
	if let Some((number, record)) =
		facts.identifiers.iter().zip(known).find_map(|(number, record)| Some((number, record?)))
	{
		return Err(Error::refused(format!(
			"{number} names achievement {record} already; look at it: quanqi achievement show {record}"
		)));
	}
	let today = chain.time(at).await?.date();
	let holder = match arguments.mandate {
		None => signer.id,
		Some(_) => facts.first_owner().unwrap_or(signer.id),
	};
	let submission = facts
		.submission(holder, today)
		.map_err(|(field, reason)| Error::argument(flag(field), reason))?;
	let submission = Box::new(submission);
	let call = Call::register { submission, mandate: mandate(arguments.mandate) };
	signed_on(session, &chain, call, "entered").await
}

/// The flag of what tables have as a column.
fn flag(field: &str) -> String {
	let name = match field {
		"application_number" => "application",
		"publication_number" => "publication",
		"grant_publication_number" => "grant",
		"filing_date" => "filed",
		"identifier" => "number",
		"ipc_or_cpc" => "ipc",
		"legal_status_as_printed" => "status",
		field => field,
	};
	format!("--{name}")
}

async fn facts(
	session: &Session,
	chain: &Chain,
	at: At,
	arguments: &RegisterArgs,
	signer: MemberId,
) -> Result<Facts> {
	let mut owners = Vec::new();
	for (member, ppm) in &arguments.owner {
		let member: MemberRef =
			member.parse().map_err(|error| Error::argument("--owner", error))?;
		owners.push((session.resolve(chain, "--owner", &member, at).await?, *ppm));
	}
	let mut equal = vec![signer];
	for member in &arguments.co_owner {
		equal.push(session.resolve(chain, "--co-owner", member, at).await?);
	}
	let mut completers = Vec::new();
	for member in &arguments.completer {
		completers.push(session.resolve(chain, "--completer", member, at).await?);
	}
	let mut identifiers = arguments.number.clone();
	let RegisterArgs { application, publication, grant, .. } = arguments;
	let none = application.is_empty() && publication.is_empty() && grant.is_empty();
	if none && identifiers.is_empty() {
		return Err(Error::argument(
			"--application",
			"no number at all; a record needs one: --application, --publication, --grant, or --number \
			 such as internal:CN:1:KH-2026-7",
		));
	}
	if !none {
		let complete = arguments.complete_check_digits;
		let numbers = chinese_identifiers(application, publication, grant, complete);
		identifiers
			.extend(numbers.map_err(|(column, reason)| Error::argument(flag(column), reason))?);
	}
	Ok(Facts {
		kind: arguments.kind,
		title: arguments.title.clone(),
		identifiers,
		classifications: parse_ipc(&arguments.ipc)
			.map_err(|error| Error::argument("--ipc", error))?,
		funding: arguments.funding.clone(),
		service: arguments.service,
		completers,
		completed: arguments.completed,
		filed: arguments.filed,
		status: arguments.status,
		owners: match owners.is_empty() {
			true => Owners::Equal(equal),
			false => Owners::Agreed(owners),
		},
	})
}
