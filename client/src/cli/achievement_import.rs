//! `quanqi achievement import`: the achievements of a table.

mod register;
mod rows;

use super::Session;
use crate::{
	chain::{read::Member, At, Chain},
	error::{Error, Place, Result},
	input::{dates::parse_date, table::Table},
	keys::{Key, KeyFolder, KeySource},
	output::Progress,
};
use clap::Args;
use quanqi_types::{AchievementId, Date, MemberId};
use serde::Serialize;
use std::{
	collections::HashMap,
	path::{Path, PathBuf},
};

/// Columns that a table of achievements must have.
pub const COLUMNS: [&str; 5] =
	["publication_number", "application_number", "title", "assignee", "legal_status_as_printed"];
/// Columns that the map of holders must have.
pub const HOLDER_COLUMNS: [&str; 2] = ["assignee", "member"];

/// How to import.
#[derive(Args, Clone, Debug)]
pub struct ImportArgs {
	/// CSV with the columns publication_number, application_number, title, assignee,
	/// legal_status_as_printed; optional: title_zh, assignee_2 (several divided by ;), filing_date,
	/// grant_publication_number, ipc_or_cpc
	pub file: PathBuf,
	/// CSV with the columns assignee (as printed) and member (number, credit code or COUNTRY:NUMBER)
	#[arg(long, value_name = "FILE")]
	pub holders: PathBuf,
	/// Folder with the holders' key files; each record is registered by its holder's own key
	#[arg(long, value_name = "FOLDER")]
	pub keys_dir: Option<PathBuf>,
	/// Key file of a member that may attest registers: it attests the printed status
	#[arg(long, value_name = "FILE")]
	pub attester: Option<String>,
	/// Day of the printed status; today when absent
	#[arg(long, value_name = "DAY", value_parser = parse_date)]
	pub status_date: Option<Date>,
	/// Compute check characters that are missing from application numbers
	#[arg(long)]
	pub complete_check_digits: bool,
}

/// What became of a row.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "result", rename_all = "kebab-case")]
pub(crate) enum RowResult {
	/// It is a record now.
	Registered { line: u64, achievement: AchievementId },
	/// It was a record before.
	Known { line: u64, achievement: AchievementId },
	/// It was not taken.
	Refused { line: u64, reason: String },
}

/// What became of all rows.
#[derive(Debug, Default)]
pub(crate) struct Report {
	rows: Vec<RowResult>,
	/// Records that wait for co-owners whose keys are not at hand.
	waiting: Vec<AchievementId>,
	confirmed: usize,
	attested: usize,
	/// Attestations that were refused.
	not_attested: usize,
}

impl Report {
	fn refused(&mut self, place: &Place, reason: String, progress: &Progress) {
		progress.print(&reason);
		let line = place.line.unwrap_or_default();
		self.rows.push(RowResult::Refused { line, reason });
	}
}

/// The members that the table names, and their keys.
pub(crate) struct Holders {
	/// Printed name to member.
	by_name: HashMap<String, MemberId>,
	members: HashMap<MemberId, Member>,
	folder: Option<KeyFolder>,
	source: KeySource,
	session_key: Option<Key>,
	opened: std::cell::RefCell<HashMap<MemberId, Key>>,
}

impl Holders {
	/// A key of a member, opened once.
	fn key(&self, member: MemberId) -> Result<Key, String> {
		if let Some(key) = self.opened.borrow().get(&member) {
			return Ok(key.clone());
		}
		let accounts: Vec<_> = self
			.members
			.get(&member)
			.map(|view| view.keys.iter().map(|key| key.account.clone()).collect())
			.unwrap_or_default();
		let own = self.session_key.as_ref().filter(|key| accounts.contains(&key.account()));
		let key = match (own, self.folder.as_ref().and_then(|folder| folder.file_of(&accounts))) {
			(Some(key), _) => key.clone(),
			(None, Some(file)) => Key::open(file, self.source.password.as_deref())
				.map_err(|error| error.to_string())?,
			(None, None) => {
				let place = self.folder.as_ref().map_or_else(
					|| "--key".to_owned(),
					|folder| folder.path().display().to_string(),
				);
				return Err(format!(
					"no key of member {member} in {place}; its own key must sign (--keys-dir)"
				));
			}
		};
		self.opened.borrow_mut().insert(member, key.clone());
		Ok(key)
	}
}

/// Imports a table.
pub async fn run(session: &Session, arguments: &ImportArgs) -> Result<()> {
	session.no_dry_run(super::NO_IMPORT_UNSIGNED)?;
	let table = Table::read(&arguments.file, &COLUMNS)?;
	let map = Table::read(&arguments.holders, &HOLDER_COLUMNS)?;
	let attester = match &arguments.attester {
		Some(argument) => Some(session.key_source()?.key(argument)?),
		None => None,
	};
	let progress = Progress::bar(table.rows().len(), session.output);
	let mut report = Report::default();
	let chain = session.chain().await?;
	let at = chain.finalised().await?;
	let holders = holders(session, arguments, &map, &chain, at).await?;
	let today = chain.time(at).await?.date();
	if let Some(day) = arguments.status_date.filter(|day| *day > today) {
		let reason = format!("{day}: the day has not come yet, it is {today}");
		return Err(Error::argument("--status-date", reason));
	}
	let good = rows::candidates(&table, arguments, &holders, today, &mut report, &progress);
	let (new, mut records) =
		register::leave_out_known(&chain, good, at, &mut report, &progress).await?;
	records
		.extend(register::register(session, &chain, &holders, new, &mut report, &progress).await?);
	register::confirm(session, &chain, &holders, &records, &mut report, &progress).await?;
	if let Some(attester) = &attester {
		let day = arguments.status_date.unwrap_or(today);
		register::attest(session, &chain, attester, &records, day, &mut report, &progress).await?;
	}
	drop(progress);
	finish(session, &arguments.file, &report)
}

/// Reads the map of holders and looks all of them up.
async fn holders(
	session: &Session,
	arguments: &ImportArgs,
	map: &Table,
	chain: &Chain,
	at: At,
) -> Result<Holders> {
	let members: HashMap<MemberId, Member> =
		chain.members(at).await?.into_iter().map(|member| (member.id, member)).collect();
	let mut by_name = HashMap::new();
	for row in map.rows() {
		let name = row.needed("assignee")?.to_owned();
		let reference = rows::member_ref(row)?;
		let member = rows::find(&reference, &members).ok_or_else(|| {
			row.wrong(
				"member",
				format!(
					"{reference}: no such member at block {}; import the members first",
					at.number
				),
			)
		})?;
		if let Some(other) = by_name.insert(name.clone(), member).filter(|other| *other != member) {
			return Err(
				row.wrong("assignee", format!("{name} is mapped to member {other} already"))
			);
		}
	}
	Ok(Holders {
		by_name,
		members,
		folder: arguments.keys_dir.as_deref().map(KeyFolder::read).transpose()?,
		source: session.key_source()?,
		session_key: session.global.key.as_ref().map(|_| session.key()).transpose()?,
		opened: Default::default(),
	})
}

fn finish(session: &Session, file: &Path, report: &Report) -> Result<()> {
	let count = |is: fn(&RowResult) -> bool| report.rows.iter().filter(|row| is(row)).count();
	let registered = count(|row| matches!(row, RowResult::Registered { .. }));
	let known = count(|row| matches!(row, RowResult::Known { .. }));
	let refused = count(|row| matches!(row, RowResult::Refused { .. }));
	let answer = serde_json::json!({
		"file": file, "entered": registered, "known": known, "refused": refused,
		"confirmed": report.confirmed, "attested": report.attested,
		"not_attested": report.not_attested, "waiting": report.waiting, "rows": report.rows,
	});
	session.output.answer(&answer, |_| {
		let mut text = format!(
			"{registered} achievements entered, {known} were there already, {refused} rows refused; {} \
			 confirmations, {} statuses attested",
			report.confirmed, report.attested
		);
		if !report.waiting.is_empty() {
			let list: Vec<_> = report.waiting.iter().map(ToString::to_string).collect();
			text.push_str(&format!("\nwait for co-owners: {}", list.join(", ")));
		}
		text
	});
	match refused + report.not_attested {
		0 => Ok(()),
		_ => Err(Error::SomeRows(format!(
			"{refused} rows of {} were not taken and {} statuses not attested; correct them and run the \
			 command again: nothing is registered twice",
			file.display(),
			report.not_attested
		))),
	}
}
