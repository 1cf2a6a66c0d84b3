//! `quanqi member import`: the members of a table.

use super::{council::MotionArgs, key::sealing_password, Session};
use crate::{
	chain::{council::Outcome, refusal, Chain, Hash},
	error::{Error, Place, Result},
	input::{
		application::{of_row, parse_division, Statement, COLUMNS},
		table::{Row, Table},
	},
	keys::write_file,
	output::Progress,
};
use clap::Args;
use pallet_consortium::{
	rules::may_be_sponsored,
	types::{Application, BulkMode, IdentityKey},
	Call,
};
use quanqi_chain_spec::key_file::KeyFile;
use quanqi_runtime::{AccountId, Runtime, RuntimeEvent};
use quanqi_types::{bounds::MAX_BULK_RECORDS, BoundedVec, Capabilities, MemberId};
use serde::Serialize;
use sp_runtime::DispatchError;
use std::{
	collections::HashMap,
	path::{Path, PathBuf},
};

/// How to import.
#[derive(Args, Clone, Debug)]
pub struct ImportArgs {
	/// CSV with the columns name_zh, kind, uscc; optional: name_en, account, division, country, register,
	/// commitment, state_established, capabilities, jurisdiction
	pub file: PathBuf,
	/// Folder for a new key file of each member that states no account
	#[arg(long, value_name = "FOLDER")]
	pub keys_dir: Option<PathBuf>,
	/// Leave the new keys in the open; for networks of no value
	#[arg(long)]
	pub plain: bool,
	/// Sponsor persons and enterprises with the signer's key rather than have the council admit them; a
	/// sponsored member has no capabilities until the council gives it some
	#[arg(long)]
	pub sponsored: bool,
	/// Division 行政区划 of members whose credit code is of a national register and names none
	#[arg(long, value_name = "CODE", value_parser = parse_division)]
	pub default_division: Option<u32>,
	/// How the council decides
	#[command(flatten)]
	pub motion: MotionArgs,
}

/// What became of a row.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "result", rename_all = "kebab-case")]
enum RowResult {
	Admitted { line: u64, member: MemberId },
	Known { line: u64, member: MemberId },
	Waiting { line: u64 },
	Refused { line: u64, reason: String },
}

/// A row that can be taken.
struct Candidate {
	place: Place,
	statement: Statement,
	identity: IdentityKey,
	account: Option<AccountId>,
}

/// Rows by what became of them.
#[derive(Default)]
struct Report {
	rows: Vec<RowResult>,
	/// Motions of the council that wait for votes.
	motions: Vec<Hash>,
}

impl Report {
	fn refused(&mut self, place: &Place, reason: String, progress: &Progress) {
		progress.print(&reason);
		self.rows.push(RowResult::Refused { line: place.line.unwrap_or_default(), reason });
	}

	fn count(&self, is: impl Fn(&RowResult) -> bool) -> usize {
		self.rows.iter().filter(|row| is(row)).count()
	}
}

/// Imports a table.
pub async fn run(session: &Session, arguments: &ImportArgs) -> Result<()> {
	session.no_dry_run(super::NO_IMPORT_UNSIGNED)?;
	let table = Table::read(&arguments.file, &COLUMNS)?;
	let key = session.key()?;
	let voters = session.keys(&arguments.motion.voters)?;
	let password = match &arguments.keys_dir {
		Some(_) => sealing_password(session, arguments.plain)?,
		None => None,
	};
	let progress = Progress::bar(table.rows().len(), session.output);
	let mut report = Report::default();
	let candidates = candidates(&table, arguments, &mut report, &progress);
	if candidates.is_empty() {
		drop(progress);
		return finish(session, &arguments.file, &report);
	}
	let chain = session.chain().await?;
	let new = leave_out_known(&chain, candidates, &mut report, &progress).await?;
	let (sponsored, decided): (Vec<_>, Vec<_>) = new
		.into_iter()
		.partition(|row| arguments.sponsored && may_be_sponsored(row.statement.kind));
	for (rows, by_council) in [(decided, true), (sponsored, false)] {
		for batch in batches(rows) {
			let applications = with_keys(&batch, arguments, password.as_deref(), by_council)?;
			let outcome = match by_council {
				true => {
					let call =
						Call::<Runtime>::admit_many { applications, mode: BulkMode::EachOnItsOwn };
					let wait = session.global.wait;
					let hidden = Progress::hidden();
					chain.decide(&key, &voters, call.into(), wait, &hidden).await?
				}
				false => {
					let call = Call::<Runtime>::sponsor_many {
						applications,
						mode: BulkMode::EachOnItsOwn,
					};
					let hidden = Progress::hidden();
					let receipt =
						chain.submit(&key, &call.into(), session.global.wait, &hidden).await?;
					Outcome::CarriedOut(receipt)
				}
			};
			note_outcome(&batch, &outcome, &mut report, &progress);
			progress.advance(batch.len());
		}
	}
	drop(progress);
	finish(session, &arguments.file, &report)
}

/// The rows that are good in themselves; the others are reported.
fn candidates(
	table: &Table,
	arguments: &ImportArgs,
	report: &mut Report,
	progress: &Progress,
) -> Vec<Candidate> {
	let mut earlier: HashMap<Vec<u8>, u64> = HashMap::new();
	let mut good = Vec::new();
	for row in table.rows() {
		let read = of_row(row, table.has("capabilities"), arguments.default_division);
		match read.and_then(|(statement, account)| candidate(row, statement, account, &mut earlier))
		{
			Ok(candidate) => good.push(candidate),
			Err(error) => {
				report.refused(row.place(), error.to_string(), progress);
				progress.advance(1);
			}
		}
	}
	good
}

fn candidate(
	row: &Row,
	statement: Statement,
	account: Option<AccountId>,
	earlier: &mut HashMap<Vec<u8>, u64>,
) -> Result<Candidate> {
	use codec::Encode;
	let identity = statement.check().map_err(|(field, reason)| row.wrong(field, reason))?;
	let line = row.place().line.unwrap_or_default();
	if let Some(first) = earlier.get(&identity.encode()) {
		return Err(row.wrong("uscc", format!("the same member as in line {first}")));
	}
	earlier.insert(identity.encode(), line);
	Ok(Candidate { place: row.place().clone(), statement, identity, account })
}

/// The candidates that are no members yet.
async fn leave_out_known(
	chain: &Chain,
	candidates: Vec<Candidate>,
	report: &mut Report,
	progress: &Progress,
) -> Result<Vec<Candidate>> {
	let at = chain.finalised().await?;
	let keys: Vec<_> = candidates.iter().map(|row| row.identity.clone()).collect();
	let known = chain.members_by_identity(&keys, at).await?;
	let (mut new, mut told) = (Vec::new(), Vec::new());
	for (row, known) in candidates.into_iter().zip(known) {
		match known {
			None => new.push(row),
			Some(member) => {
				let line = row.place.line.unwrap_or_default();
				told.push(format!("{}: a member already, number {member}", row.place));
				report.rows.push(RowResult::Known { line, member });
				progress.advance(1);
			}
		}
	}
	progress.print_first(&told);
	Ok(new)
}

fn batches(rows: Vec<Candidate>) -> Vec<Vec<Candidate>> {
	let size = usize::try_from(MAX_BULK_RECORDS).unwrap_or(usize::MAX);
	let mut batches: Vec<Vec<Candidate>> = Vec::new();
	for row in rows {
		match batches.last_mut() {
			Some(batch) if batch.len() < size => batch.push(row),
			_ => batches.push(vec![row]),
		}
	}
	batches
}

/// The applications of a batch; keys are made for who states none.
fn with_keys(
	batch: &[Candidate],
	arguments: &ImportArgs,
	password: Option<&str>,
	by_council: bool,
) -> Result<BoundedVec<Application<AccountId>, quanqi_types::ConstU32<MAX_BULK_RECORDS>>> {
	let mut applications = Vec::new();
	for row in batch {
		let account = match (&row.account, &arguments.keys_dir) {
			(Some(account), _) => Some(account.clone()),
			(None, None) => None,
			(None, Some(folder)) => Some(key_for(&row.statement, folder, password)?),
		};
		let mut application = row.statement.application(account);
		if !by_council {
			application.capabilities = Capabilities::NONE;
		}
		applications.push(application);
	}
	BoundedVec::try_from(applications).map_err(|_| Error::refused("a batch is too large"))
}

/// The account of a member's key file; an earlier run may have made it already.
fn key_for(statement: &Statement, folder: &Path, password: Option<&str>) -> Result<AccountId> {
	let path = folder.join(format!("{}.json", file_name(statement)));
	if path.exists() {
		let file = crate::keys::read_file(&path)?;
		return crate::input::application::parse_account(&file.account)
			.map_err(|reason| Error::file(Place::file(path), reason));
	}
	let (file, account) =
		KeyFile::generate(password).map_err(|error| Error::argument("--keys-dir", error))?;
	write_file(&path, &file)?;
	Ok(account)
}

/// A member's key file is named by its credit code, register number or commitment.
fn file_name(statement: &Statement) -> String {
	use pallet_consortium::types::Identity;
	use quanqi_types::Location;
	if let Some(code) = statement.credit_code {
		return code.to_string();
	}
	let text = match (&statement.location, &statement.identity) {
		(Location::Foreign { country, register }, _) => format!("{country}-{register}"),
		(_, Identity::Committed(commitment)) => commitment.to_string(),
		(_, Identity::Named(name)) => name.to_string(),
	};
	let keep = |c: char| if c.is_alphanumeric() || c == '-' { c } else { '_' };
	text.chars().map(keep).collect()
}

fn note_outcome(batch: &[Candidate], outcome: &Outcome, report: &mut Report, progress: &Progress) {
	match outcome {
		// An import is not tried unsigned.
		Outcome::Asked { .. } => {}
		Outcome::Open { hash, ayes, threshold } => {
			let waiting =
				|row: &Candidate| RowResult::Waiting { line: row.place.line.unwrap_or_default() };
			report.rows.extend(batch.iter().map(waiting));
			report.motions.push(*hash);
			progress.print(&super::council::open_motion(*hash, *ayes, *threshold));
		}
		Outcome::CarriedOut(receipt) => {
			let refused = refused_items(&receipt.events);
			let mut admitted = receipt.events.iter().filter_map(super::council::admitted);
			for (index, row) in (0u32..).zip(batch) {
				let line = row.place.line.unwrap_or_default();
				match refused.get(&index) {
					Some(error) => {
						let reason = refusal::of_dispatch(error).to_string();
						report.refused(&row.place, format!("{}: {reason}", row.place), progress);
					}
					None => report
						.rows
						.extend(admitted.next().map(|member| RowResult::Admitted { line, member })),
				}
			}
		}
	}
}

/// Refused items of a bulk call, by their place in it.
fn refused_items(events: &[RuntimeEvent]) -> HashMap<u32, DispatchError> {
	let item = |event: &RuntimeEvent| match event {
		RuntimeEvent::Consortium(pallet_consortium::Event::BulkItemRefused { index, error }) => {
			Some((*index, *error))
		}
		_ => None,
	};
	events.iter().filter_map(item).collect()
}

fn finish(session: &Session, file: &Path, report: &Report) -> Result<()> {
	let admitted = report.count(|row| matches!(row, RowResult::Admitted { .. }));
	let known = report.count(|row| matches!(row, RowResult::Known { .. }));
	let waiting = report.count(|row| matches!(row, RowResult::Waiting { .. }));
	let refused = report.count(|row| matches!(row, RowResult::Refused { .. }));
	let answer = serde_json::json!({
		"file": file, "admitted": admitted, "known": known, "waiting": waiting, "refused": refused,
		"motions": report.motions, "rows": report.rows,
	});
	session.output.answer(&answer, |_| {
		let mut text = format!(
			"{admitted} members came in, {known} were members already, {refused} rows refused"
		);
		if waiting > 0 {
			text.push_str(&format!(", {waiting} wait for the council"));
		}
		text
	});
	match refused {
		0 => Ok(()),
		_ => Err(Error::SomeRows(format!(
			"{refused} rows of {} were not taken; correct them and run the command again: nobody is \
			 admitted twice",
			file.display()
		))),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::path::Path;

	fn arguments() -> ImportArgs {
		ImportArgs {
			file: "m.csv".into(),
			keys_dir: None,
			plain: true,
			sponsored: false,
			default_division: Some(110_000),
			motion: MotionArgs::default(),
		}
	}

	#[test]
	fn candidates_should_leave_out_wrong_and_repeated_rows_and_keep_the_others() {
		let text = "name_zh,kind,uscc\n\
			清华大学,university,12100000400000624D\n\
			某院,hospital,12330000470533578B\n\
			清华,university,12100000400000624D\n\
			重庆大学,university,12100000400002697C\n";
		let table = Table::parse(Path::new("m.csv"), text.as_bytes(), &COLUMNS).unwrap();
		let mut report = Report::default();
		let good = candidates(&table, &arguments(), &mut report, &Progress::hidden());
		assert_eq!(good.len(), 2);
		let reasons: Vec<_> = report
			.rows
			.iter()
			.map(|row| match row {
				RowResult::Refused { reason, .. } => reason.as_str(),
				_ => "",
			})
			.collect();
		assert!(reasons[0].contains("line 3, field uscc") && reasons[0].contains("GB 11714"));
		assert!(reasons[1].contains("line 4") && reasons[1].contains("line 2"), "{reasons:?}");
	}

	#[test]
	fn batches_should_hold_no_more_than_a_bulk_call() {
		let text: String = std::iter::once("name_zh,kind,uscc,country,register\n".to_owned())
			.chain((0..401).map(|n| format!("公司{n},enterprise,,HK,CR {n}\n")))
			.collect();
		let table = Table::parse(Path::new("m.csv"), text.as_bytes(), &COLUMNS).unwrap();
		let good = candidates(&table, &arguments(), &mut Report::default(), &Progress::hidden());
		let sizes: Vec<_> = batches(good).iter().map(Vec::len).collect();
		assert_eq!(sizes, [200, 200, 1]);
	}

	#[test]
	fn key_file_should_be_made_once() {
		let folder = tempfile::tempdir().unwrap();
		let text = "name_zh,kind,uscc\n清华大学,university,12100000400000624D\n";
		let table = Table::parse(Path::new("m.csv"), text.as_bytes(), &COLUMNS).unwrap();
		let good = candidates(&table, &arguments(), &mut Report::default(), &Progress::hidden());
		let first = key_for(&good[0].statement, folder.path(), None).unwrap();
		let again = key_for(&good[0].statement, folder.path(), None).unwrap();
		assert_eq!(first, again);
		assert!(folder.path().join("12100000400000624D.json").exists());
	}
}
